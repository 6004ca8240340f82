/** What a compiler of Java or C# says of a place. */
export interface CompilerComplaint {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** The sentence and what the lines behind it add: the symbol, its place. */
  readonly text: string;
}

const PLACES = [
  /^(?:\[ERROR\] )?(\S+\.java):\[(\d+),\d+\] (.*)$/,
  /^(?:e: )?(\S+\.java):(\d+): error: (.*)$/,
  /^\s*(\S+\.cs)\((\d+),\d+\): error (CS\d+: .*?)(?: \[[^\]]*\])?$/,
];

const MOST_LINES = 6;

/** All that compilers say in a message, each once. */
export function compilerComplaintsIn(message: string): readonly CompilerComplaint[] {
  const lines = message.split('\n');
  const found = new Map<string, CompilerComplaint>();
  for (const [index, line] of lines.entries()) {
    const place = PLACES.map((pattern) => pattern.exec(line)).find((match) => match !== null);
    if (place == null) continue;
    const [, path = '', at = '1', said = ''] = place;
    const rest = lines.slice(index + 1, index + MOST_LINES);
    const end = rest.findIndex((each) => PLACES.some((pattern) => pattern.test(each)) || /^\[INFO\]/.test(each));
    const more = rest
      .slice(0, end === -1 ? undefined : end)
      .filter((each) => /^(?:\[ERROR\])?\s+(?:symbol|location|required|found)/.test(each));
    const key = `${path}:${at}:${said}`;
    if (!found.has(key)) found.set(key, { path, line: Number(at), text: [said, ...more].join('\n') });
  }
  return [...found.values()];
}
