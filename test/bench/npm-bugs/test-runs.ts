import * as z from 'zod';

const trial = z.object({ judged: z.number() });
const item = z.object({ type: z.string(), output: z.string().optional() });

/** What of a report tells how often tests ran. */
export interface Counted {
  readonly conversation: readonly unknown[] | string;
  readonly ledger: { readonly work: readonly { readonly kind: string; readonly name: string }[] };
}

/**
 * How often tests were run: every run of the ledger, with each candidate of a batch as one of its own. Null where the conversation was too
 * long to be part of the report.
 */
export function testRunsOf({ conversation, ledger }: Counted): number | null {
  if (typeof conversation === 'string') return null;
  let judged = 0;
  let batches = 0;
  for (const each of conversation) {
    const { output = '' } = item.safeParse(each).data ?? {};
    const answer = trial.safeParse(jsonOrNull(output)).data;
    if (answer === undefined) continue;
    judged += answer.judged;
    batches += 1;
  }
  return ledger.work.filter(({ kind }) => kind === 'tests').length - batches + judged;
}

/**
 * The least that can be done: the suite red once, green once, and in between as many runs as it takes to tell one set of `breaking` hunks
 * from all others of as many: each run answers one question with yes or no.
 */
export function leastRuns(hunks: number, breaking: number): number {
  let sets = 0;
  for (let taken = 0; taken < breaking && taken < hunks; taken++) sets += Math.log2((hunks - taken) / (taken + 1));
  return 2 + Math.max(1, Math.ceil(sets));
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
