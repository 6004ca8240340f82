// A suite that did not end in time: where it stands still, in words.
import { join } from 'node:path';
import { type Frame, type Suite, whereStuck } from '../suite/index.ts';
import type { Workspace } from '../workspace/index.ts';
import type { Run } from './run.ts';

/** The longest that is looked for it, and the part of what one run of everything may take. */
const mostMs = 90_000;
const share = 0.5;

/** In less than this nothing is seen: the suite has hardly started. */
const leastMs = 5_000;

/** One sentence, or null where nothing was seen to stand still. The places become suspects, innermost first. */
export async function seeStuck(run: Run, suite: Suite, { root }: Workspace): Promise<string | null> {
  const { wholeLimitMs, scratch, ledger, signal, progress, record, budget } = run;
  const timeoutMs = Math.min(mostMs, wholeLimitMs * share, budget.remainingMs());
  if (timeoutMs < leastMs) return null;
  progress.line('the tests did not end in time: they are run once more, to see where they stand still');
  const options = { folder: join(scratch, 'stuck'), timeoutMs, signal };
  const frames = await ledger.span('tests', 'where they stand still', () => whereStuck(suite, root, options));
  const [innermost] = frames ?? [];
  if (frames === null || innermost === undefined) return null;
  record.note({ suspects: frames.map(({ file, line }, at) => ({ path: file, line, score: 1 / (at + 1) })) });
  const outermost = frames.at(-1);
  const from = outermost === undefined || outermost === innermost ? '' : `, which is called from ${placeOf(outermost)}`;
  return `The tests stand still in ${calleeOf(innermost)}${placeOf(innermost)}${from}: a loop there, or what it waits for, comes to no end.`;
}

const placeOf = ({ file, line }: Frame): string => `${file}:${line}`;
const calleeOf = ({ function: name }: Frame): string => (name === null ? '' : `\`${name}\`, `);
