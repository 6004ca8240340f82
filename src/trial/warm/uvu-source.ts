/** The program of uvu's command line. */
export const uvuEntry = String.raw`/\/uvu\/bin\.js$/`;

/**
 * Part of the warm worker: uvu's program is run again for each candidate, as are its modules, which hold the queue of tests. It has no
 * reporters, so that its tests are known by what it prints. Of that only lines count which the suite's reader of uvu looks at: others, with
 * messages, times and traces, would make each candidate another outcome.
 */
export const uvuDriverSource = String.raw`
  // ---- uvu ----
  const uvuLine = /^\S.*\.\w+$| {2}\(\d+ \/ \d+\)$|^ {3}FAIL {2}|^ {2}(?:Total|Passed|Skipped): |^ \S|[•✘](?= |$)|[\u001b\r]/;

  /** What an earlier run has put into the queue is not for the next one, even where its globals were found to be kept. */
  function emptyQueue() {
    for (const name of ['UVU_QUEUE', 'UVU_INDEX', 'UVU_DEFER']) delete globalThis[name];
  }

  function uvuDriver(main) {
    // It sets this for all that it loads, and would be found to have changed the environment each time.
    if (!process.argv.slice(2).some((argument) => /colou?r|^-[a-z]*c/.test(argument))) process.env.FORCE_COLOR = '1';
    const program = scriptDriver(main);
    const drive = async () => {
      const printed = { out: '', err: '' };
      overhear = (stream, text) => { if (printed[stream].length < mostPrinted) printed[stream] += text; };
      const code = await program();
      overhear = null;
      const lines = linesOf(printed.out);
      const crash = linesOf(printed.err).filter((line) => / imported from /.test(line));
      heard.push({ e: 'output', file: null, stream: 'out', text: lines.filter((line) => uvuLine.test(line)).join('\n') });
      if (crash.length > 0) heard.push({ e: 'output', file: null, stream: 'err', text: crash.join('\n') });
      hearPrinted(printed.out + printed.err);
      words += lines.filter((line) => /^ {4}(?!at )/.test(line)).join('\n');
      return code;
    };
    return drive;
  }
`;
