// Text that commands print: colours away, the part that tells what went wrong, and never more than fits.

const ansi = /[\u001b\u009b](?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])/g;

/** `text` without terminal escapes; a line that was overwritten (`\r`) keeps its last state. */
export function plain(text: string): string {
  return text
    .replace(ansi, '')
    .replace(/\r\n/g, '\n')
    .replace(/^.*\r(?=[^\n])/gm, '');
}

/** At most `max` characters, with a mark where some were left out in the middle. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  const head = Math.floor(max * 0.6);
  const tail = max - head;
  return `${text.slice(0, head)}\n… ${text.length - max} characters left out …\n${text.slice(text.length - tail)}`;
}

/** The last `max` characters, from the start of a line on. */
export function tailOf(text: string, max: number): string {
  if (text.length <= max) return text;
  const tail = text.slice(text.length - max);
  const lineEnd = tail.indexOf('\n');
  return lineEnd >= 0 && lineEnd < tail.length - 1 ? tail.slice(lineEnd + 1) : tail;
}

const telling =
  /\berr(?:or)?\b|\w*Error\b|\bfail(?:ed|ure|s)?\b|\bnot ok\b|exception|cannot |could not|unexpected|undefined|missing|assert|panic|fatal|✖|✗|×|\bFAIL\b|segmentation|command not found|no such file/i;
const noise = /^\s*(?:npm (?:ERR!|error) (?:A complete log|Lifecycle script|workspace|location|path|command)|Node\.js v\d|\s*\^+\s*$)/i;

/** What a failed command's output says, in at most `maxLines` lines: the telling ones and what follows them, else its last lines. */
export function distill(output: string, maxLines = 20): string {
  const lines = plain(output)
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line.trim() !== '' && !noise.test(line));
  const firstTelling = lines.findIndex((line, index) => index >= lines.length - 400 && telling.test(line));
  // What ESLint complains of stands below the file's name.
  const below = firstTelling > 0 && /^\s+(?:\S\s+)?\d+:\d+\s/.test(lines[firstTelling] ?? '') ? 1 : 0;
  const from = firstTelling < 0 ? Math.max(0, lines.length - maxLines) : firstTelling - below;
  return clip(lines.slice(from, from + maxLines).join('\n'), 4000);
}
