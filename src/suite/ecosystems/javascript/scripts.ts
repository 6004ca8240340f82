// Follows `npm run other` and its kin, so that the runner behind a chain of scripts can be seen and given a reporter.
import { type Piece, type SimpleCommand, splitShell } from '../../shell.ts';

export type Scripts = Readonly<Record<string, string>>;

const maxDepth = 8;
const maxLength = 20_000;

/**
 * The pieces of `line` with every call of a script of the same package replaced by what the script says, `pre` and `post` scripts
 * included; null when the line is more than simple commands.
 */
export function expandScripts(line: string, scripts: Scripts): Piece[] | null {
  const text = expandLine(line, scripts, []);
  return text === null || text.length > maxLength ? null : splitShell(text);
}

function expandLine(line: string, scripts: Scripts, stack: readonly string[]): string | null {
  const pieces = splitShell(line);
  if (pieces === null || stack.length > maxDepth) return null;
  return pieces.map((piece) => (piece.kind === 'glue' ? piece.raw : (expandCommand(piece, scripts, stack) ?? piece.raw))).join('');
}

function expandCommand(command: SimpleCommand, scripts: Scripts, stack: readonly string[]): string | null {
  const call = scriptCall(command, scripts);
  if (call === null) return expandBehindWrapper(command, scripts, stack);
  const bodies = call.names.map((name) => scriptBody(name, call.args, scripts, stack));
  if (bodies.some((body) => body === null)) return null;
  const exports = command.assignments.map((assignment) => `export ${assignment.raw} && `).join('');
  const redirections = command.redirections.map((redirection) => ` ${redirection.raw}`).join('');
  // The space keeps two parentheses from being read as arithmetic by bash.
  return `( ${exports}${bodies.join(' && ')} )${redirections}`;
}

const wrappers = /^(?:npx|nyc|c8|cross-env|env|dotenv|time|nice)$/;

/** `nyc --all npm test` with the one command of the script in place of the call; null when it is more than one command. */
function expandBehindWrapper(command: SimpleCommand, scripts: Scripts, stack: readonly string[]): string | null {
  if (!wrappers.test(command.words[0]?.value ?? '')) return null;
  const at = command.words.findIndex(({ value }, index) => index > 0 && /^(?:npm|pnpm|yarn)$/.test(value ?? ''));
  if (at < 0) return null;
  const call = scriptCall({ ...command, assignments: [], redirections: [], words: command.words.slice(at) }, scripts);
  const [name] = call?.names ?? [];
  if (call === null || name === undefined || call.names.length !== 1) return null;
  if (scripts[`pre${name}`] !== undefined || scripts[`post${name}`] !== undefined) return null;
  const body = scriptBody(name, call.args, scripts, stack);
  const [only, ...others] = body === null ? [] : (splitShell(body) ?? []);
  if (only?.kind !== 'command' || others.length > 0 || only.assignments.length > 0) return null;
  const before = [...command.assignments, ...command.words.slice(0, at)].map((token) => token.raw);
  return [...before, only.raw, ...command.redirections.map((token) => token.raw)].join(' ');
}

/** `pre && body && post`; null when it calls itself or cannot be taken apart: then the call stays as it is. */
function scriptBody(name: string, args: readonly string[], scripts: Scripts, stack: readonly string[]): string | null {
  const body = scripts[name];
  if (body === undefined || stack.includes(name)) return null;
  const parts = [scripts[`pre${name}`], [body, ...args].join(' '), scripts[`post${name}`]].filter((part) => part !== undefined);
  const expanded = parts.map((part) => expandLine(part, scripts, [...stack, name]));
  return expanded.some((part) => part === null) ? null : expanded.map((part) => group(part ?? '')).join(' && ');
}

/** A list with `||`, `;` or `&` keeps its meaning between `&&` only in parentheses. */
function group(text: string): string {
  return /[;&\n]|\|\|/.test(text.replaceAll('&&', '')) ? `( ${text} )` : text;
}

interface ScriptCall {
  readonly names: readonly string[];
  /** Further arguments, as they stand in the line. */
  readonly args: readonly string[];
}

function scriptCall(command: SimpleCommand, scripts: Scripts): ScriptCall | null {
  const [program, ...rest] = command.words.map((word) => word.value);
  const raws = command.words.slice(1).map((word) => word.raw);
  if (program === 'npm' || program === 'pnpm' || program === 'yarn' || program === 'bun') return managerCall(program, rest, raws, scripts);
  if (program === 'node' && rest[0] === '--run') return named(rest[1], raws.slice(2), scripts);
  if (program === 'run-s' || program === 'run-p' || program === 'npm-run-all') return patternCall(rest, scripts);
  return null;
}

function managerCall(program: string, rest: readonly (string | null)[], raws: readonly string[], scripts: Scripts): ScriptCall | null {
  const quiet = (at: number): boolean => rest[at] === '-s' || rest[at] === '--silent' || rest[at] === '--if-present';
  let at = 0;
  while (quiet(at)) at += 1;
  const verb = rest[at];
  if (verb === undefined || verb === null) return null;
  const runs = verb === 'run' || (program === 'npm' && ['run-script', 'rum', 'urn'].includes(verb));
  const isTest = program !== 'bun' && (verb === 'test' || (program !== 'yarn' && (verb === 't' || verb === 'tst')));
  const isShort = (program === 'pnpm' || program === 'yarn') && scripts[verb] !== undefined;
  if (!runs && !isTest && !isShort) return null;
  at += 1;
  while (quiet(at)) at += 1;
  const name = runs ? rest[at] : isTest ? 'test' : verb;
  const args = raws.slice(runs ? at + 1 : at).filter((raw) => raw !== '--silent' && raw !== '-s');
  const given =
    program === 'npm' ? (args[0] === '--' ? args.slice(1) : args.length === 0 ? [] : null) : args[0] === '--' ? args.slice(1) : args;
  // Flags of npm itself (`--workspace`, `--prefix`) change what runs and where.
  if (given === null) return null;
  if (
    name?.startsWith('-') === true ||
    (program !== 'npm' && args[0] !== '--' && given.some((arg) => /^(?:-r|-w|-F|--filter|--recursive|--workspace)/.test(arg)))
  )
    return null;
  return named(name, given, scripts);
}

function named(name: string | null | undefined, args: readonly string[], scripts: Scripts): ScriptCall | null {
  return typeof name === 'string' && scripts[name] !== undefined ? { names: [name], args } : null;
}

/** `run-s lint test:*` of npm-run-all: names and patterns, one after the other (`run-p` too: the order does not matter to the result). */
function patternCall(words: readonly (string | null)[], scripts: Scripts): ScriptCall | null {
  const names: string[] = [];
  for (const text of words) {
    if (text === null || /\s/.test(text) || text === '--') return null;
    if (/^(?:-[nslp]|--silent|--print-name|--print-label|--serial|--sequential|--parallel)$/.test(text)) continue;
    if (text.startsWith('-')) return null;
    const matches = Object.keys(scripts).filter((name) => matchesPattern(name, text));
    if (matches.length === 0) return null;
    names.push(...matches);
  }
  return names.length === 0 ? null : { names, args: [] };
}

function matchesPattern(name: string, pattern: string): boolean {
  const source = pattern.replace(/[.+^${}()|[\]\\?]/g, '\\$&').replace(/\*\*|\*/g, (stars) => (stars === '**' ? '.*' : '[^:]*'));
  return new RegExp(`^${source}$`).test(name);
}
