/**
 * Part of the warm worker: the files of tap are run one after the other, each as a program, with tap's own modules as new each time, for these
 * hold the tests. What it finds out is in the TAP that it prints: of that only lines count which the suite's reader looks at, without the times.
 */
export const tapDriverSource = String.raw`
  // ---- tap ----
  const tapLine = /^\s*(?:(?:not )?ok\b|\d+\.\.\d+|TAP version |Bail out!|# Subtest|\}\s*$)/;
  const tapWords = /^\s+(?:found|wanted|error|message|diff): /;

  function tapDriver(files) {
    const programs = files.map((file) => [file, scriptDriver(file)]);
    return async () => {
      let worst = 0;
      for (const [at, [file, program]] of programs.entries()) {
        if (at > 0) {
          forget();
          process.exitCode = undefined;
        }
        process.argv[1] = file;
        let printed = '';
        overhear = (stream, text) => { if (stream === 'out' && printed.length < mostPrinted) printed += text; };
        const code = await program();
        overhear = null;
        if (code !== 0) worst = code;
        hearPrinted(printed);
        const lines = linesOf(printed);
        const told = lines.filter((line) => tapLine.test(line)).map((line) => line.replace(/ # time=\S+/, ''));
        heard.push({ e: 'output', file: file, stream: 'out', text: told.join('\n') + '\n' });
        words += lines.filter((line) => tapWords.test(line)).join('\n');
      }
      return worst;
    };
  }
`;
