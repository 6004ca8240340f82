// A tool host over a repository in memory: the tools' text formats, without processes.

import type { Prompt, Step } from '../../src/engine/mind.ts';
import type { Item } from '../../src/engine/wire.ts';
import { createTwoFilesPatch } from './two-files-patch.ts';

export type Files = Readonly<Record<string, string>>;
/** A test throws when it fails; `load` runs a file of the repository as CommonJS. */
export type Tests = Readonly<Record<string, (load: (path: string) => Record<string, (...args: never[]) => unknown>) => void>>;

type Edit = { path: string; old_text: string; new_text: string | null } | { path: string; start: number; end: number; text: string | null };
interface Failure {
  readonly id: string;
  readonly message: string;
  readonly expected: string | null;
  readonly actual: string | null;
}

export interface Host {
  /** The first message. */
  readonly brief: string;
  answer(name: string, args: string): string;
  readonly files: Map<string, string>;
  readonly log: { readonly name: string; readonly args: Record<string, unknown> }[];
}

export interface HostOptions {
  readonly tests: Tests;
  readonly files: Files;
  /** The last green commit. */
  readonly green?: Files;
  readonly suspects?: readonly string[];
  readonly coverage?: readonly string[];
  readonly protects?: (path: string) => boolean;
  readonly budget?: string;
  /** Seconds a candidate takes. */
  readonly secondsEach?: number;
  readonly refuseEdits?: boolean;
  /** The file of all failing tests, null where none is known; default: `test/all.test.js`. */
  readonly testFile?: string | null;
  /** Where the stack of every failing test leads. */
  readonly frames?: readonly string[];
  /** Whether all failures are those of whole commands, told by their exit codes. */
  readonly byExitCode?: boolean;
}

export const TOOLS = ['scan', 'read', 'run_tests', 'try_edits', 'edit', 'give_up'];

export function fakeHost(options: HostOptions): Host {
  const { tests, suspects = [], coverage = [], protects = () => false, secondsEach = 0.01 } = options;
  const files = new Map(Object.entries(options.files));
  const log: Host['log'][number][] = [];
  const red = failures(files, tests);
  const redIds = new Set(red.map((failure) => failure.id));
  const { testFile = 'test/all.test.js' } = options;
  const view = (failing: readonly Failure[]) =>
    failing.map((one) => ({
      ...one,
      file: testFile,
      line: testFile === null ? null : 1,
      frames: options.frames ?? [],
      ...(options.byExitCode ? { by_exit_code: true } : {}),
    }));

  const judge = (edits: readonly Edit[], scope: string) => {
    const changed = applyEdits(files, edits, protects);
    if (typeof changed === 'string') return { kind: 'invalid', reason: changed };
    const now = failures(changed, tests).map((failure) => failure.id);
    const still = now.filter((id) => redIds.has(id));
    const broke = now.filter((id) => !redIds.has(id));
    if (still.length > 0)
      return still.length < redIds.size
        ? { kind: 'partial', fixed: [...redIds].filter((id) => !still.includes(id)), broke }
        : { kind: 'red' };
    if (broke.length > 0 && scope !== 'failing') return { kind: 'breaks', broke };
    return { kind: 'green', ran: scope };
  };

  const tryEdits = (args: { candidates: { label: string; edits: Edit[] }[]; scope: string; keep: number }) => {
    const rows: Record<string, unknown>[] = [];
    for (const [index, { label, edits }] of args.candidates.entries()) {
      if (rows.filter((row) => row.kind === 'green').length >= (args.keep ?? 1)) break;
      rows.push({ index, label, ...judge(edits, args.scope) });
    }
    const pick = (kind: string) => rows.filter((row) => row.kind === kind).map(({ kind: _, ...row }) => row);
    return {
      judged: rows.length,
      seconds: rows.length * secondsEach,
      green: pick('green'),
      partial: pick('partial'),
      breaks: pick('breaks'),
      invalid: pick('invalid'),
      red: pick('red').length,
      not_run: args.candidates.length - rows.length,
    };
  };

  const edit = (args: { edits: Edit[] }) => {
    const changed = options.refuseEdits
      ? 'The patch would change 3 lines; at most 2 are allowed.'
      : applyEdits(files, args.edits, protects);
    if (typeof changed === 'string') return { ok: false, error: changed };
    files.clear();
    for (const [path, text] of changed) files.set(path, text);
    const failing = failures(files, tests).filter((failure) => redIds.has(failure.id));
    return { ok: true, diff: '', tests: { scope: 'failing', green: failing.length === 0, failing: view(failing), seconds: 0.1 } };
  };

  const handlers: Record<string, (args: never) => unknown> = {
    scan: ({ query }: { query: string | null }) => (query === null ? [...files.keys()] : linesLike(query, files)).join('\n'),
    read: ({ path }: { path: string }) => readAnswer(path, files.get(path)),
    run_tests: () => ({ scope: 'all', green: false, failing: view(red), suspects: coverage, seconds: 0.5 }),
    try_edits: tryEdits,
    edit,
    give_up: () => ({ ok: true }),
  };
  const change = options.green ? changeSince(options.green, options.files) : '';
  const json = JSON.stringify(view(red)).replaceAll('<', '\\u003c');
  return {
    files,
    log,
    brief: [
      `Test command: \`npm test\` (mocha). ${red.length} of ${Object.keys(tests).length} tests fail.`,
      `<budget>\n${options.budget ?? 'seconds=600 test_runs=38 turns=23'}\n</budget>`,
      `<failing_tests>\n${json}\n</failing_tests>`,
      ...(suspects.length > 0 ? [`<suspects>\n${suspects.join('\n')}\n</suspects>`] : []),
      ...(change ? [`<change_since_green ref="abc1234">\n${change}</change_since_green>`] : []),
    ].join('\n'),
    answer: (name, text) => {
      const args = JSON.parse(text);
      log.push({ name, args });
      const answer = handlers[name]?.(args as never);
      return typeof answer === 'string' ? answer : JSON.stringify(answer);
    },
  };
}

/** `path:line: text` of what fits `/regex/`. */
function linesLike(query: string, files: ReadonlyMap<string, string>): readonly string[] {
  const pattern = new RegExp(query.slice(1, -1));
  return [...files].flatMap(([path, text]) =>
    text.split('\n').flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1}: ${line}`] : [])),
  );
}

/** Talks to a mind until it says its last words. Returns them, and every call in order. */
export async function converse(
  think: (prompt: Prompt) => Promise<Step>,
  host: Host,
): Promise<{ text: string; turns: Step[]; items: Item[] }> {
  const items: Item[] = [{ type: 'message', role: 'user', content: [{ type: 'input_text', text: host.brief }] }];
  const turns: Step[] = [];
  for (let turn = 0; turn < 60; turn++) {
    const step = await think({ items: [...items], callable: TOOLS, parallel: true });
    turns.push(step);
    if (step.kind === 'text') return { text: step.text, turns, items };
    const ids = step.calls.map((_, index) => `call_${turn}_${index}`);
    items.push(...step.calls.map((call, index) => ({ type: 'function_call', call_id: ids[index], ...call })));
    items.push(
      ...step.calls.map((call, index) => ({
        type: 'function_call_output',
        call_id: ids[index],
        output: host.answer(call.name, call.arguments),
      })),
    );
  }
  throw new Error('the engine never stops');
}

function failures(files: ReadonlyMap<string, string>, tests: Tests): Failure[] {
  return Object.entries(tests).flatMap(([id, test]) => {
    try {
      test((path) => load(files, path));
      return [];
    } catch (error) {
      const { message = String(error), expected, actual } = error as { message?: string; expected?: unknown; actual?: unknown };
      const shown = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
      return [{ id, message, expected: shown(expected), actual: shown(actual) }];
    }
  });
}

function load(files: ReadonlyMap<string, string>, path: string): Record<string, (...args: never[]) => unknown> {
  const text = files.get(path);
  if (text === undefined) throw new Error(`Cannot find module '${path}'`);
  const module = { exports: {} };
  const require = (name: string): unknown => load(files, new URL(name.replace(/(?:\.js)?$/, '.js'), `file:///${path}`).pathname.slice(1));
  new Function('module', 'exports', 'require', text)(module, module.exports, require);
  return module.exports;
}

function applyEdits(
  files: ReadonlyMap<string, string>,
  edits: readonly Edit[],
  protects: (path: string) => boolean,
): Map<string, string> | string {
  const after = new Map(files);
  const ranges = new Map<string, { start: number; end: number; text: string }[]>();
  for (const edit of edits) {
    if (protects(edit.path)) return `${edit.path} is protected: CI files may not be changed by a fix.`;
    const before = files.get(edit.path);
    if (('text' in edit ? edit.text : edit.new_text) === null) {
      if (!after.delete(edit.path)) return `${edit.path} does not exist, so it cannot be deleted.`;
    } else if ('old_text' in edit && edit.old_text === '') {
      if (before) return `${edit.path} exists and is not empty`;
      after.set(edit.path, edit.new_text ?? '');
    } else {
      if (before === undefined) return `${edit.path} does not exist`;
      const start = 'start' in edit ? edit.start : before.indexOf(edit.old_text);
      if ('old_text' in edit && (start === -1 || before.indexOf(edit.old_text, start + 1) !== -1))
        return `${edit.path}: old_text does not match once`;
      const end = 'start' in edit ? edit.end : start + edit.old_text.length;
      const own = ranges.get(edit.path) ?? [];
      ranges.set(edit.path, [...own, { start, end, text: ('text' in edit ? edit.text : edit.new_text) ?? '' }]);
    }
  }
  for (const [path, changes] of ranges) {
    changes.sort((a, b) => b.start - a.start);
    if (changes.some((change, index) => change.end > (changes[index - 1]?.start ?? Number.POSITIVE_INFINITY)))
      return `${path}: two edits overlap`;
    after.set(
      path,
      changes.reduce((text, { start, end, text: fresh }) => text.slice(0, start) + fresh + text.slice(end), files.get(path) ?? ''),
    );
  }
  return after;
}

function readAnswer(path: string, text: string | undefined): string {
  if (text === undefined) return `error: ${path} does not exist`;
  const shown = text.replaceAll('\r\n', '\n');
  const lines = (shown.endsWith('\n') ? shown.slice(0, -1) : shown).split('\n');
  const end = shown.endsWith('\n') ? 'final newline' : 'no final newline';
  const eol = text.includes('\r\n') ? 'CRLF' : 'LF';
  return [
    `${path}, lines 1-${lines.length} of ${lines.length}, ${eol}, ${end}`,
    ...lines.map((line, index) => `${index + 1}\t${line}`),
  ].join('\n');
}

function changeSince(green: Files, now: Files): string {
  const paths = [...new Set([...Object.keys(green), ...Object.keys(now)])].toSorted();
  return paths.map((path) => createTwoFilesPatch(path, green[path] ?? null, now[path] ?? null)).join('');
}
