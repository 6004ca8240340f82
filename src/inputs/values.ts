// Parsers from the text of one input to its typed value, each with what is allowed in words. Plain code: the inputs are read before
// anything else, and a library of schemas would take longer to load than the connection to the model takes to open.
import { secretLooking } from './secret-names.ts';

const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;
const CONTROL_BUT_LINES = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

/** What a text means, or what is allowed instead of it. */
type Meaning<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly allowed: string };

export interface Value<T> {
  read(text: string): Meaning<T>;
}

function value<T>(accepts: (text: string) => boolean, allowed: string, meaning: (text: string) => T): Value<T> {
  return { read: (text) => (accepts(text) ? { ok: true, value: meaning(text) } : { ok: false, allowed }) };
}

const fits = (text: string, maxLength: number): boolean => text.length <= maxLength && !CONTROL.test(text);
const fitsWithLines = (text: string, maxLength: number): boolean =>
  text.length <= maxLength && !CONTROL_BUT_LINES.test(text.replaceAll('\t', ' '));

function splitLines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** YAML 1.2 core booleans, in the casings that `@actions/core` takes. */
export const flag = value(
  (text) => /^(true|True|TRUE|false|False|FALSE)$/.test(text),
  'true or false',
  (text) => text.toLowerCase() === 'true',
);

export function oneOf<const T extends readonly [string, ...string[]]>(...values: T): Value<T[number]> {
  const allowed = `one of ${values.map((name) => `"${name}"`).join(', ')}`;
  return {
    read: (text) => {
      const found = values.find((name): name is T[number] => name === text);
      return found === undefined ? { ok: false, allowed } : { ok: true, value: found };
    },
  };
}

export function wholeNumber(min: number, max: number): Value<number> {
  const inside = (text: string): boolean => /^\d{1,12}$/.test(text) && Number(text) >= min && Number(text) <= max;
  return value(inside, `a whole number from ${min} to ${max}`, Number);
}

/** Decimal notation only: what a person would read as another number (`1e3`, `0x10`, `1,5`) is refused. */
export function decimal(min: number, max: number, unit: string): Value<number> {
  const inside = (text: string): boolean => /^\d{1,9}(\.\d{1,6})?$/.test(text) && Number(text) >= min && Number(text) <= max;
  return value(inside, `a number of ${unit} from ${min} to ${max}`, Number);
}

/** Free text that is passed on; null when empty. */
export function word(maxLength: number): Value<string | null> {
  const allowed = `at most ${maxLength} characters without spaces or control characters`;
  return value((text) => fits(text, maxLength) && !/\s/.test(text), allowed, orNull);
}

/** Sentences of the workflow's author; null when empty. */
export const sentences = value((text) => fitsWithLines(text, 4_000), 'at most 4000 characters of plain text', orNull);

/** A shell line (or several, joined by the shell as written); null when empty. */
export const command = value((text) => fitsWithLines(text, 10_000), 'a shell command without control characters', orNull);

/** A path of the machine, relative to where the command runs or absolute; null when empty. */
export const path = value((text) => fits(text, 4_096), 'a path without control characters', orNull);

/** A branch, tag, commit or revision (`HEAD~1`); never something git would read as an option or a range. */
export const revision = value(
  (text) => text === '' || (fits(text, 250) && !/^[-/]|\.\.|[\s:?*[\\]|@\{-|\.lock$|\/$/.test(text)),
  'a branch, tag or commit, without spaces, ".." or a leading "-"',
  orNull,
);

/** The beginning of a branch name, by the rules of `git check-ref-format`. */
export const branchPrefix = value(
  (text) => /^[A-Za-z0-9_][A-Za-z0-9._/-]{0,99}$/.test(text) && !/\.\.|\/\/|\/\.|\.\/|\.lock(\/|$)|\.$/.test(text),
  'letters, digits, ".", "_", "-" and "/", such as "regreen/"',
  (text) => text,
);

const insideAllowed = 'paths inside the repository, one a line, without ".."';
const allInside = (text: string): boolean => splitLines(text).every(isInside);

/** Names of tests as a plan or a report gives them, one a line. */
export const testNames: Value<readonly string[]> = value((text) => fitsWithLines(text, 100_000), 'names of tests, one a line', splitLines);

/** Folders of the repository, one a line; `.` is the root, given back as ''. */
export const directories: Value<readonly string[]> = value(allInside, insideAllowed, (text) =>
  splitLines(text).map((line) =>
    line
      .split('/')
      .filter((part) => part !== '' && part !== '.')
      .join('/'),
  ),
);

/** Globs relative to the repository's root, one a line. */
export const globs: Value<readonly string[]> = value(allInside, `globs: ${insideAllowed}`, splitLines);

function isInside(line: string): boolean {
  return fits(line, 1_000) && !/^([/\\~-]|[A-Za-z]:)/.test(line) && !line.split(/[/\\]/).includes('..');
}

function list(item: RegExp, allowed: string): Value<readonly string[]> {
  const accepts = (text: string): boolean => splitList(text).length <= 100 && splitList(text).every((entry) => item.test(entry));
  return value(accepts, allowed, (text) => [...new Set(splitList(text))]);
}

function splitList(text: string): string[] {
  return text
    .split(/[\n,]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

export const labels = list(/^[^\u0000-\u001f,]{1,50}$/, 'label names of at most 50 characters, separated by commas or lines');
export const reviewers = list(
  /^[A-Za-z0-9][A-Za-z0-9-]{0,38}(\/[A-Za-z0-9._-]{1,100})?$/,
  'user names, or "org/team", separated by commas or lines',
);
export const bots = list(
  /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}(\[bot\])?$/,
  'names of bots such as "renovate[bot]", separated by commas or lines',
);
export const label = value((text) => fits(text, 50) && !text.includes(','), 'one label name of at most 50 characters', orNull);

/** The different words of a list separated by spaces, commas or lines. */
function words(text: string): string[] {
  return [...new Set(text.split(/[\s,]+/).filter((name) => name !== ''))];
}

/** Names of environment variables, separated by spaces, commas or lines. */
export const variableNames: Value<readonly string[]> = { read: readVariableNames };

function readVariableNames(text: string): Meaning<readonly string[]> {
  const names = words(text);
  if (names.length > 100 || !names.every((name) => /^[A-Za-z_][A-Za-z0-9_]{0,199}$/.test(name))) {
    return { ok: false, allowed: 'names of environment variables, separated by spaces, commas or lines' };
  }
  if (!names.some(secretLooking)) return { ok: true, value: names };
  return {
    ok: false,
    allowed:
      'names that do not look like a secret (TOKEN, SECRET, KEY, PASSWORD …) or belong to the runner: the repository’s code could read the value',
  };
}

export function listOf<const T extends readonly [string, ...string[]]>(values: T): Value<readonly T[number][]> {
  const isOne = (name: string): name is T[number] => values.includes(name);
  return {
    read: (text) => {
      const names = words(text);
      return names.every(isOne) ? { ok: true, value: names } : { ok: false, allowed: `a list of ${values.join(', ')}` };
    },
  };
}

/** Dollars per million tokens: `input/cached/output`. */
export const price = value(
  (text) => /^$|^\d{1,6}(\.\d{1,6})?(\/\d{1,6}(\.\d{1,6})?){2}$/.test(text),
  'dollars per million input, cached and output tokens, such as "2/0.1/10"',
  (text) => {
    const [input, cached, output] = text.split('/').map(Number);
    return input === undefined || cached === undefined || output === undefined ? null : { input, cached, output };
  },
);

/** A key or token as it goes into a header. Never shown. */
export const secret = value(
  (text) => text === '' || (text.length <= 10_000 && /^[\u0021-\u007e]+$/.test(text)),
  'one line of printable characters without spaces',
  orNull,
);

/** Where a Responses endpoint is; `ws` and `http` name the same server, a query string is kept. */
export const endpointUrl = value(
  (text) => text === '' || isEndpoint(text),
  'an http, https, ws or wss URL without user name, password or fragment',
  orNull,
);

/** Where a collector takes OTLP over HTTP; a query string is kept. */
export const collectorUrl = value(
  (text) => text === '' || (isEndpoint(text) && /^https?:/i.test(text)),
  'an http or https URL without user name, password or fragment',
  orNull,
);

function isEndpoint(text: string): boolean {
  if (/\s/.test(text) || CONTROL.test(text) || !URL.canParse(text)) return false;
  const url = new URL(text);
  return /^(https?|wss?):$/.test(url.protocol) && url.hostname !== '' && url.username === '' && url.password === '' && url.hash === '';
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
