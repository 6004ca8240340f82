// Parsers from the text of one input to its typed value. Each schema's error message says what is allowed.
import * as z from 'zod';
import { secretLooking } from './secret-names.ts';

const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;
const CONTROL_BUT_LINES = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

const text = z.string();

function splitLines(value: string): string[] {
  return value
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** YAML 1.2 core booleans, in the casings that `@actions/core` takes. */
export const flag = text
  .regex(/^(true|True|TRUE|false|False|FALSE)$/, 'true or false')
  .transform((value) => value.toLowerCase() === 'true');

export function oneOf<const T extends readonly [string, ...string[]]>(...values: T): z.ZodType<T[number], string> {
  const allowed = values.map((value) => `"${value}"`).join(', ');
  return text.pipe(z.enum(values, { error: `one of ${allowed}` }));
}

export function wholeNumber(min: number, max: number): z.ZodType<number, string> {
  const allowed = `a whole number from ${min} to ${max}`;
  return text
    .regex(/^\d{1,12}$/, allowed)
    .transform(Number)
    .refine((value) => value >= min && value <= max, allowed);
}

/** Decimal notation only: what a person would read as another number (`1e3`, `0x10`, `1,5`) is refused. */
export function decimal(min: number, max: number, unit: string): z.ZodType<number, string> {
  const allowed = `a number of ${unit} from ${min} to ${max}`;
  return text
    .regex(/^\d{1,9}(\.\d{1,6})?$/, allowed)
    .transform(Number)
    .refine((value) => value >= min && value <= max, allowed);
}

/** Free text that is passed on; null when empty. */
export function word(maxLength: number): z.ZodType<string | null, string> {
  const allowed = `at most ${maxLength} characters without spaces or control characters`;
  return text.refine((value) => value.length <= maxLength && !/\s/.test(value) && !CONTROL.test(value), allowed).transform(orNull);
}

/** Sentences of the workflow's author; null when empty. */
export const sentences = text
  .refine((value) => value.length <= 4_000 && !CONTROL_BUT_LINES.test(value.replaceAll('\t', ' ')), 'at most 4000 characters of plain text')
  .transform(orNull);

/** A shell line (or several, joined by the shell as written); null when empty. */
export const command = text
  .refine(
    (value) => value.length <= 10_000 && !CONTROL_BUT_LINES.test(value.replaceAll('\t', ' ')),
    'a shell command without control characters',
  )
  .transform(orNull);

/** A path of the machine, relative to where the command runs or absolute; null when empty. */
export const path = text
  .refine((value) => value.length <= 4_096 && !CONTROL.test(value), 'a path without control characters')
  .transform(orNull);

/** A branch, tag, commit or revision (`HEAD~1`); never something git would read as an option or a range. */
export const revision = text
  .refine(
    (value) => value === '' || (value.length <= 250 && !/^[-/]|\.\.|[\s:?*[\\]|@\{-|\.lock$|\/$/.test(value) && !CONTROL.test(value)),
    'a branch, tag or commit, without spaces, ".." or a leading "-"',
  )
  .transform(orNull);

/** The beginning of a branch name, by the rules of `git check-ref-format`. */
export const branchPrefix = text.refine(
  (value) => /^[A-Za-z0-9_][A-Za-z0-9._/-]{0,99}$/.test(value) && !/\.\.|\/\/|\/\.|\.\/|\.lock(\/|$)|\.$/.test(value),
  'letters, digits, ".", "_", "-" and "/", such as "regreen/"',
);

const insideAllowed = 'paths inside the repository, one a line, without ".."';

/** Folders of the repository, one a line; `.` is the root, given back as ''. */
export const directories = text
  .refine((value) => splitLines(value).every(isInside), insideAllowed)
  .transform((value) =>
    splitLines(value).map((line) =>
      line
        .split('/')
        .filter((part) => part !== '' && part !== '.')
        .join('/'),
    ),
  );

/** Globs relative to the repository's root, one a line. */
export const globs = text.refine((value) => splitLines(value).every(isInside), `globs: ${insideAllowed}`).transform(splitLines);

function isInside(line: string): boolean {
  return line.length <= 1_000 && !CONTROL.test(line) && !/^([/\\~-]|[A-Za-z]:)/.test(line) && !line.split(/[/\\]/).includes('..');
}

function list(item: RegExp, allowed: string): z.ZodType<readonly string[], string> {
  return text
    .transform(splitList)
    .refine((items) => items.length <= 100 && items.every((entry) => item.test(entry)), allowed)
    .transform((items) => [...new Set(items)]);
}

function splitList(value: string): string[] {
  return value
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
export const label = text
  .refine((value) => value.length <= 50 && !CONTROL.test(value) && !value.includes(','), 'one label name of at most 50 characters')
  .transform(orNull);

/** Names of environment variables, separated by spaces, commas or lines. */
export const variableNames: z.ZodType<readonly string[], string> = text
  .transform((value) => [...new Set(value.split(/[\s,]+/).filter((name) => name !== ''))])
  .refine((names) => names.length <= 100 && names.every((name) => /^[A-Za-z_][A-Za-z0-9_]{0,199}$/.test(name)), {
    error: 'names of environment variables, separated by spaces, commas or lines',
    abort: true,
  })
  .refine((names) => !names.some(secretLooking), {
    error:
      'names that do not look like a secret (TOKEN, SECRET, KEY, PASSWORD …) or belong to the runner: the repository’s code could read the value',
  });

export function outcomeList<const T extends readonly [string, ...string[]]>(values: T): z.ZodType<readonly T[number][], string> {
  return text
    .transform((value) => [...new Set(value.split(/[\s,]+/).filter((name) => name !== ''))])
    .pipe(z.array(z.enum(values, { error: `a list of ${values.join(', ')}` })));
}

/** Dollars per million tokens: `input/cached/output`. */
export const price = text
  .regex(/^$|^\d{1,6}(\.\d{1,6})?(\/\d{1,6}(\.\d{1,6})?){2}$/, 'dollars per million input, cached and output tokens, such as "2/0.1/10"')
  .transform((value) => {
    const [input, cached, output] = value.split('/').map(Number);
    return input === undefined || cached === undefined || output === undefined ? null : { input, cached, output };
  });

/** A key or token as it goes into a header. Never shown. */
export const secret = text
  .refine(
    (value) => value === '' || (value.length <= 10_000 && /^[\u0021-\u007e]+$/.test(value)),
    'one line of printable characters without spaces',
  )
  .transform(orNull);

/** Where a Responses endpoint is; `ws` and `http` name the same server, a query string is kept. */
export const endpointUrl = text
  .refine((value) => value === '' || isEndpoint(value), 'an http, https, ws or wss URL without user name, password or fragment')
  .transform(orNull);

function isEndpoint(value: string): boolean {
  if (/\s/.test(value) || CONTROL.test(value) || !URL.canParse(value)) return false;
  const url = new URL(value);
  return /^(https?|wss?):$/.test(url.protocol) && url.hostname !== '' && url.username === '' && url.password === '' && url.hash === '';
}

function orNull(value: string): string | null {
  return value === '' ? null : value;
}
