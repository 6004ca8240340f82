import * as z from 'zod';
import { jsonOrNull } from './json.ts';

/** A failing test as the brief and `run_tests` describe it. */
export interface FailingTest {
  /** `file > describe > test`. */
  readonly id: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly message: string | null;
  readonly expected: string | null;
  readonly actual: string | null;
  readonly frames: readonly Frame[];
  /** It is a whole command, of which only the exit code and the text tell. */
  readonly byExitCode?: boolean;
}

/** A stack frame; `path` is relative to the repository's root when it lies inside. */
export interface Frame {
  readonly path: string;
  readonly line: number;
  readonly column: number | null;
  readonly function: string | null;
}

export interface Suspect {
  readonly path: string;
  readonly line: number;
  readonly score: number;
}

/** What the first turn says. */
export interface Brief {
  readonly budget: { readonly seconds: number; readonly testRuns: number; readonly turns: number };
  /** What a run of all tests takes; infinite where the client does not say. */
  readonly suiteSeconds: number;
  readonly failing: readonly FailingTest[];
  readonly suspects: readonly Suspect[];
  /** Unified git diff; null when no green commit is known. */
  readonly change: string | null;
}

/** What is assumed when the brief names no budget. */
const DEFAULT_BUDGET = { seconds: 300, testRuns: 20, turns: 20 };

const text = z.string().nullish().catch(null);
const number = z.number().nullish().catch(null);
const failingTest = z.looseObject({
  id: z.string().min(1),
  file: text,
  line: number,
  message: text,
  expected: text,
  actual: text,
  frames: z.array(z.unknown()).catch([]),
  by_exit_code: z.boolean().catch(false),
});

/** Reads the first user message; null when it holds no failing test. Anything else that is missing or broken is left out. */
export function parseBrief(message: string): Brief | null {
  const sections = sectionsOf(message);
  const failing = parseFailing(jsonOrNull(sections.get('failing_tests') ?? ''));
  if (failing.length === 0) return null;
  return {
    budget: parseBudget(sections.get('budget') ?? ''),
    suiteSeconds: numberIn(sections.get('budget') ?? '', 'suite_seconds', Number.POSITIVE_INFINITY),
    failing,
    suspects: parseSuspects((sections.get('suspects') ?? '').split('\n')),
    change: sections.get('change_since_green') ?? null,
  };
}

/** The failing tests of a brief or of a `run_tests` answer; entries that are none are left out. */
export function parseFailing(value: unknown): readonly FailingTest[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry) => {
    const parsed = failingTest.safeParse(entry);
    if (!parsed.success) return [];
    const { id, file = null, line = null, message = null, expected = null, actual = null, frames, by_exit_code: byExitCode } = parsed.data;
    return [{ id, file, line, message, expected, actual, frames: frames.flatMap(parseFrame), ...(byExitCode ? { byExitCode } : {}) }];
  });
}

/** Lines `path:line score`. */
export function parseSuspects(lines: readonly unknown[]): readonly Suspect[] {
  return lines.flatMap((line) => {
    const match = typeof line === 'string' ? /^(.+):(\d+) (\d+(?:\.\d+)?)$/.exec(line.trim()) : null;
    return match ? [{ path: match[1] ?? '', line: Number(match[2]), score: Number(match[3]) }] : [];
  });
}

/** `path:line:column function`, where column and function may be missing. */
function parseFrame(frame: unknown): readonly Frame[] {
  const match = typeof frame === 'string' ? /^(.+?):(\d+)(?::(\d+))?(?: (.+))?$/.exec(frame) : null;
  if (match === null) return [];
  const [, path = '', line, column, name] = match;
  return [{ path, line: Number(line), column: column === undefined ? null : Number(column), function: name ?? null }];
}

/**
 * The tagged sections by name. A tag stands alone on its line; inside of a section only its own closing tag counts, and the first section
 * of a name wins, so that text of the repository that looks like a tag changes nothing.
 */
function sectionsOf(message: string): ReadonlyMap<string, string> {
  const sections = new Map<string, string>();
  let name: string | null = null;
  let body: string[] = [];
  for (const line of message.split('\n')) {
    if (name === null) {
      name = /^<([a-z_]+)(?: [^>]*)?>$/.exec(line)?.[1] ?? null;
      body = [];
    } else if (line === `</${name}>`) {
      if (!sections.has(name)) sections.set(name, body.join('\n'));
      name = null;
    } else {
      body.push(line);
    }
  }
  return sections;
}

function parseBudget(line: string): Brief['budget'] {
  return {
    seconds: numberIn(line, 'seconds', DEFAULT_BUDGET.seconds),
    testRuns: numberIn(line, 'test_runs', DEFAULT_BUDGET.testRuns),
    turns: numberIn(line, 'turns', DEFAULT_BUDGET.turns),
  };
}

function numberIn(line: string, name: string, fallback: number): number {
  const match = new RegExp(`(?<!\\S)${name}=(\\d+(?:\\.\\d+)?)`).exec(line);
  return match ? Number(match[1]) : fallback;
}
