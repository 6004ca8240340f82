// Failing tests and their context, out of logs and reports. No model, no network.
import { type FittedText, fitLegs } from './legs.ts';
import { maskOf } from './secrets.ts';
import type { Gathered } from './source.ts';

export { listed } from './legs.ts';
export { LogTemplates } from './log.ts';
export { type Gathered, isZip, nothingGathered, readArchive, readStream } from './source.ts';
export type { TemplateSet } from './template.ts';

/** About 4,000 tokens. */
const mostChars = 14_000;

interface FailedTest {
  readonly name: string;
  readonly file: string | null;
  readonly line: number | null;
  /** What the report says; null when the name stands in a log only. */
  readonly message: string | null;
  /** The logs or reports that name it. */
  readonly from: readonly string[];
}

interface FailedCommand {
  readonly from: string | null;
  readonly step: string | null;
  readonly command: string | null;
  readonly exitCode: number;
}

/** What went wrong, in at most about 4,000 tokens of `excerpts`. */
export interface Distillate {
  /** False: nothing in it says that anything failed, and `excerpts` are only how the logs end. */
  readonly failed: boolean;
  readonly tests: readonly FailedTest[];
  readonly commands: readonly FailedCommand[];
  readonly excerpts: string;
  /** What was left out, in words. */
  readonly cut: string | null;
  readonly problems: readonly string[];
}

const mostTests = 100;
const messageChars = 2_000;
/** The weight from which on a line is more than a word that may stand anywhere. */
const telling = 40;

export interface DistillOptions {
  /** Takes known secrets out of a text. */
  readonly mask: (text: string) => string;
  readonly maxChars?: number | undefined;
}

export function distillate(gathered: Gathered, { mask, maxChars = mostChars }: DistillOptions): Distillate {
  const clean = maskOf(mask, [...new Set(gathered.legs.flatMap(({ log }) => log.masks))]);
  const { text, cut }: FittedText = fitLegs(gathered.legs, maxChars, clean);
  const tests = testsOf(gathered, clean);
  const more = tests.length - mostTests;
  const commands = gathered.legs.flatMap(({ name, log }) =>
    log.steps.flatMap(({ title, command, exitCode }) =>
      exitCode === null ? [] : [{ from: name, step: cleanOrNull(title, clean), command: cleanOrNull(command, clean), exitCode }],
    ),
  );
  const told = gathered.legs.some(({ log }) => log.excerpts.some(({ lines }) => lines.some(({ weight }) => weight >= telling)));
  return {
    failed: told || tests.length > 0 || commands.length > 0,
    tests: tests.slice(0, mostTests),
    commands,
    excerpts: text,
    cut: [cut, more > 0 ? `${more} more failing tests` : null].filter((part) => part !== null).join('; ') || null,
    problems: gathered.problems.map(clean),
  };
}

const cleanOrNull = (text: string | null, clean: (text: string) => string): string | null => (text === null ? null : clean(text));

/** Reports first: they know more of a test than its name. */
function testsOf({ legs, failed }: Gathered, clean: (text: string) => string): FailedTest[] {
  const known = new Map<string, FailedTest & { from: string[] }>();
  const note = (key: string, test: Omit<FailedTest, 'from'>, from: string | null): void => {
    const same = known.get(key);
    const entry = same ?? { ...test, from: [] };
    if (same === undefined) known.set(key, entry);
    if (from !== null && !entry.from.includes(from)) entry.from.push(from);
  };
  for (const { result, from } of failed) {
    const { id, file, line, message } = result;
    note(id, { name: clean(id), file, line, message: message === null ? null : clean(message).slice(0, messageChars) }, from);
  }
  for (const { name, log } of legs) {
    for (const test of log.tests) {
      const key = test.file === null ? test.name : `${test.file} > ${test.name}`;
      note(key, { ...test, name: clean(test.name), message: null }, name);
    }
  }
  return [...known.values()];
}
