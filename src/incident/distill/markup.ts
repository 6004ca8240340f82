// What a runner of GitHub Actions adds to the lines of a job, and what a terminal would not show.

/** A line of output, or a mark of the runner. All of it is data: nothing in a log is ever obeyed. */
type MarkedLine =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'group'; readonly title: string }
  | { readonly kind: 'end-group' }
  | { readonly kind: 'error'; readonly text: string }
  /** A value the log itself calls secret. */
  | { readonly kind: 'mask'; readonly value: string }
  | { readonly kind: 'noise' };

export interface LogLine {
  /** Job and step, where the log names them on each line (`gh run view --log`). */
  readonly job: string | null;
  readonly step: string | null;
  readonly marked: MarkedLine;
}

const timestamp = /^\uFEFF?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z ?/;
const prefixed = /^\uFEFF?([^\t]{1,200})\t([^\t]{1,200})\t\uFEFF?(?=\d{4}-\d\d-\d\dT\d\d:)/;
const ansi = /[\u001b\u009b](?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_])/g;
/** Without meaning in text, and with much of it in a terminal or a right-to-left display. */
const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u2028-\u202e\u2066-\u2069\uFEFF]/g;
const command = /^::([a-z][a-z-]*)((?: [^:]*(?::(?!:)[^:]*)*)?)::(.*)$/;
const noiseCommands = new Set([
  ...['debug', 'set-output', 'save-state', 'set-env', 'add-path', 'add-matcher', 'remove-matcher', 'stop-commands', 'echo', 'endgroup'],
]);

const noise: MarkedLine = { kind: 'noise' };

/** Takes timestamp, colours and the runner's marks off a line. */
export function readLogLine(raw: string): LogLine {
  const named = raw.includes('\t') ? prefixed.exec(raw) : null;
  const rest = named === null ? raw : raw.slice(named[0].length);
  const stamp = startsWithDate(rest) ? (timestamp.exec(rest)?.[0].length ?? 0) : 0;
  const text = stamp === 0 ? rest : rest.slice(stamp);
  return { job: named?.[1] ?? null, step: named?.[2] ?? null, marked: mark(withoutAnsi(text)) };
}

/** Looked at before the expression: most lines of most logs are decided here. */
function startsWithDate(text: string): boolean {
  const at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return text.charCodeAt(at + 4) === 0x2d && text.charCodeAt(at + 10) === 0x54;
}

const withoutAnsi = (text: string): string => (text.includes('\u001b') || text.includes('\u009b') ? text.replace(ansi, '') : text);

/** What may be shown of a line. */
export const visible = (text: string): string => withoutWorkspace(text.replace(invisible, '').trimEnd());

/** Where runners of GitHub check a repository out: the same file has one name in the legs of a matrix, and that of the repository. */
const workspace = /(?:\/home\/runner\/work|\/Users\/runner\/work|\/__w|\b[A-Za-z]:[\\/]a)[\\/]([^\\/\s]+)[\\/]\1[\\/]/g;

export const withoutWorkspace = (text: string): string => text.replace(workspace, '');

function mark(text: string): MarkedLine {
  if (text.startsWith('##[')) return markOfRunner(text);
  if (text.startsWith('::')) return markOfCommand(text);
  return { kind: 'text', text };
}

function markOfRunner(text: string): MarkedLine {
  const [, name = '', rest = ''] = /^##\[([a-z-]+)\](.*)$/.exec(text) ?? [];
  switch (name) {
    case 'group':
      return { kind: 'group', title: rest };
    case 'endgroup':
      return { kind: 'end-group' };
    case 'error':
      return { kind: 'error', text: rest };
    case 'debug':
    case 'command':
    case 'section':
      return noise;
    default:
      return { kind: 'text', text: name === '' ? text : rest };
  }
}

function markOfCommand(text: string): MarkedLine {
  const [, name = '', properties = '', message = ''] = command.exec(text) ?? [];
  if (name === 'add-mask') return { kind: 'mask', value: message };
  if (name === 'group') return { kind: 'text', text: message };
  if (name === 'error') return { kind: 'error', text: placeOf(properties) + unescaped(message) };
  if (name === 'warning' || name === 'notice') return { kind: 'text', text: placeOf(properties) + unescaped(message) };
  // `::TOKEN::` ends a stop-commands.
  if (noiseCommands.has(name) || /^::[^:\s]+::$/.test(text)) return noise;
  return { kind: 'text', text };
}

function placeOf(properties: string): string {
  const value = (name: string): string | null => new RegExp(`(?:^|[ ,])${name}=([^,]*)`).exec(properties)?.[1] ?? null;
  const [file, line, column] = [value('file'), value('line'), value('col')];
  if (file === null || file === '') return '';
  return `${unescaped(file)}${line === null ? '' : `:${line}${column === null ? '' : `:${column}`}`}: `;
}

const escapes: Readonly<Record<string, string>> = { '%0A': ' ', '%0D': '', '%25': '%', '%3A': ':', '%2C': ',' };
const unescaped = (text: string): string => text.replace(/%(?:0A|0D|25|3A|2C)/gi, (code) => escapes[code.toUpperCase()] ?? code);
