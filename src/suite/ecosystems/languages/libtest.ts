// What Rust's libtest prints. A stable toolchain has no machine-readable form, so the text is read strictly: only whole lines of its own
// form count, and they must add up to the totals it prints.
import type { RawResult } from '../../results.ts';

export interface LibtestTarget {
  /** `src/lib.rs`, `tests/api.rs` or `doc: crate`, as cargo announces it. */
  readonly label: string;
  /** Name of the program, without its hash: the crate. */
  readonly crate: string | null;
  readonly tests: readonly LibtestResult[];
  readonly broken: string | null;
}

interface LibtestResult {
  readonly name: string;
  readonly status: Extract<RawResult['status'], 'passed' | 'failed' | 'skipped'>;
  /** What the test printed, and its panic. */
  readonly output: string;
}

const header = /^\s*(?:Running (?:unittests )?(\S+)(?: \((?:.*[\\/])?([\w-]+?)(?:-[0-9a-f]{8,})?(?:\.exe)?\))?|Doc-tests (\S+))\s*$/;
const testLine = /^test (\S(?:.*\S)?) \.\.\. (ok|FAILED|ignored)(?:, .*)?(?: <[\d.]+s>)?$/;
const benchLine = /^test (\S(?:.*\S)?) \.\.\. bench: /;
const totals = /^test result: (ok|FAILED)\. (\d+) passed; (\d+) failed; (\d+) ignored; (\d+) measured;/;

/** `headers` and `text` are read as one stream where cargo's own lines stand on another one: they are matched by their order. */
export function parseLibtest(text: string, headers: string): LibtestTarget[] {
  const announced = headers.split('\n').flatMap((line) => {
    const match = header.exec(line);
    if (match === null) return [];
    return [match[3] === undefined ? { label: match[1] ?? '', crate: match[2] ?? null } : { label: `doc: ${match[3]}`, crate: match[3] }];
  });
  const blocks: string[][] = [];
  for (const line of text.split('\n')) {
    if (/^running \d+ tests?$/.test(line)) blocks.push([]);
    blocks.at(-1)?.push(line);
  }
  return blocks.map((lines, index) => ({
    ...readBlock(lines),
    label: announced[index]?.label ?? '',
    crate: announced[index]?.crate ?? null,
  }));
}

function readBlock(lines: readonly string[]): Pick<LibtestTarget, 'tests' | 'broken'> {
  const promised = Number(/^running (\d+)/.exec(lines[0] ?? '')?.[1] ?? 0);
  const status = new Map<string, LibtestResult['status']>();
  let sums: RegExpExecArray | null = null;
  for (const line of lines) {
    if (sums !== null || line.length > 4000) continue;
    const match = testLine.exec(line);
    const name = match?.[1]?.replace(/ - should panic$/, '') ?? '';
    if (match !== null) status.set(name, match[2] === 'ok' ? 'passed' : match[2] === 'FAILED' ? 'failed' : 'skipped');
    else if (benchLine.test(line)) status.set(benchLine.exec(line)?.[1] ?? '', 'passed');
    else sums = totals.exec(line);
  }
  const outputs = sections(lines);
  const tests = [...status].map(([name, each]) => ({ name, status: each, output: outputs.get(name) ?? '' }));
  const count = (wanted: string): number => tests.filter((test) => test.status === wanted).length;
  const fits =
    sums !== null &&
    count('passed') === Number(sums[2]) + Number(sums[5]) &&
    count('failed') === Number(sums[3]) &&
    count('skipped') === Number(sums[4]) &&
    tests.length === promised;
  return { tests, broken: fits ? null : sums === null ? 'it ended before its totals' : 'its lines do not add up to its totals' };
}

/** `---- name stdout ----` and what follows, up to the next one or the list of failures. */
function sections(lines: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  let name: string | null = null;
  for (const line of lines) {
    const start = line.length > 4000 ? null : /^---- (.+) std(?:out|err) ----$/.exec(line);
    if (start !== null) name = start[1] ?? null;
    else if (/^(?:failures:|successes:|test result: )/.test(line)) name = null;
    else if (name !== null) found.set(name, `${found.get(name) ?? ''}${line}\n`);
  }
  return found;
}
