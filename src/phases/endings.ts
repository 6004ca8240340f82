import { type AgentResult, type Diagnosis, limitWords } from '../agent/index.ts';
import type { Incident } from '../incident/index.ts';
import { type Ending, type RunRecord, resultRows, summaryOf } from '../report/index.ts';
import type { PassRate, Reproduction, TestRun } from '../suite/index.ts';
import { differenceOf, quoteOf } from './difference.ts';
import type { FailedRunReading } from './failed-run.ts';

export const interrupted: Ending = { outcome: 'not-fixed', reason: 'Interrupted before a fix was proved. The checkout is as it was.' };

type Late = Extract<Reproduction, { readonly kind: 'timed-out' }>;

interface Unseen {
  readonly incident: Incident;
  readonly record: RunRecord;
  readonly command: string;
  readonly failedRun: FailedRunReading;
  /** Where tests stand still that did not end in time, as far as that was seen. */
  readonly stuck: string | null;
}

/** The suite did not show a failure that stays. */
export async function endWithoutFailure(seen: Extract<Reproduction, { readonly run: unknown }>, unseen: Unseen): Promise<Ending> {
  const { record, command, stuck } = unseen;
  const flaky = seen.kind === 'flaky' ? seen.flaky : [];
  record.note({ tests: { command, before: summaryOf(seen.run), after: null, results: resultRows(seen.run, null), flaky } });
  switch (seen.kind) {
    case 'timed-out':
      if (stuck !== null) record.note({ diagnosis: stuck });
      return { outcome: 'budget-exhausted', reason: lateReason(seen, stuck) };
    case 'flaky':
      return {
        outcome: 'flaky',
        reason: `Every failure passed when it was run again on the same commit: ${seen.rates.slice(0, 5).map(rateWords).join('; ')}. Nothing was spent.`,
      };
    case 'renamed':
      return {
        outcome: 'declined',
        reason: `What fails is called otherwise in every run (\`${seen.run.failing[0]}\`, then \`${seen.anew}\`), so nothing can tell whether a change turns it green: give the tests names that stay.`,
      };
    case 'green':
      if (ranNone(seen.run)) {
        const remedy = 'correct what it looks for, or set test-command.';
        return { outcome: 'cannot-reproduce', reason: `\`${command}\` passes here, but finds no test (Ran 0 tests): ${remedy}` };
      }
      return await endGreen(`\`${command}\` passes here (${seen.run.counts.passed} tests)`, unseen);
  }
}

/** Python's unittest before 3.12, and Django with it, end well where they find no test. */
function ranNone({ reader, tail }: TestRun): boolean {
  return reader === 'exit-code' && /^Ran 0 tests in /m.test(tail) && !/^Ran [1-9]\d* tests? in /m.test(tail);
}

/** Why nothing was repaired: the tests did not end in time, as far as it is known where. */
export function lateReason({ run: { seconds, results }, again }: Late, stuck: string | null): string {
  const limit = again ? 'when it was run again to see the same failure' : 'half of max-minutes';
  const late = `The test command did not finish within ${Math.round(seconds)} seconds, ${limit}`;
  if (stuck !== null) return `${late}. ${stuck}`;
  const running = results.find(({ status, message }) => status === 'failed' && /^did not end: /.test(message ?? ''));
  const hangs = running === undefined ? 'a test hangs' : `\`${running.id}\` had begun and did not end`;
  return `${late}: ${hangs}, or the suite needs a larger bound or a narrower test-command.`;
}

function rateWords({ id, passed, runs }: PassRate): string {
  return `${id} (passed ${passed} of ${runs} times)`;
}

/** Red there and green here: says what differs, and shows what the failed run itself said. */
async function endGreen(ran: string, { incident: { event }, record, command, failedRun }: Unseen): Promise<Ending> {
  if (event !== 'workflow_run' && event !== 'push' && event !== 'pull_request') {
    return { outcome: 'already-green', reason: `Nothing to repair: ${ran}.` };
  }
  const facts = await failedRun.facts();
  const quote = facts === null ? null : quoteOf(facts);
  if (quote !== null) record.note({ diagnosis: quote });
  const here = { command, platform: process.platform, nodeVersion: process.versions.node };
  const difference =
    differenceOf(facts?.steps ?? (await failedRun.steps), here) ??
    'The difference lies outside of this command: another step, another platform, or the environment';
  return { outcome: 'cannot-reproduce', reason: `The run was red, but ${ran}. ${difference}.` };
}

/** The loop ended without a patch that turns the failing tests green. */
export function endWithoutFix(result: Exclude<AgentResult, { readonly kind: 'candidate' }>, known: Diagnosis, record: RunRecord): Ending {
  const inShort = whatIsKnown(known);
  switch (result.kind) {
    case 'gave-up':
      record.note({ diagnosis: result.diagnosis || inShort, alternatives: result.alternatives });
      return { outcome: 'not-fixed', reason: result.reason };
    case 'budget':
      record.note({
        diagnosis: withKnown(result.diagnosis, known),
        patch: result.best?.text ?? '',
        files: result.best?.files ?? [],
      });
      return { outcome: 'budget-exhausted', reason: `The bound on ${limitWords[result.limit]} was reached before a fix was found.` };
    case 'provider':
      record.note({ diagnosis: result.diagnosis || inShort });
      return { outcome: 'provider-unavailable', reason: `The model could not be asked: ${result.reason}` };
    case 'aborted':
      return interrupted;
  }
}

/** Last words that name no failing test, as that no answer came in time, and behind them what is known. */
function withKnown(words: string, known: Diagnosis): string {
  if (known.failing.some(({ id }) => words.includes(id))) return words;
  return [words, whatIsKnown(known)].filter((part) => part !== '').join('\n');
}

/** What the reproduction alone tells, for whoever takes over where nobody wrote a diagnosis. */
function whatIsKnown({ failing, suspects }: Diagnosis): string {
  const [first] = failing;
  const places = placesOf(suspects);
  const place = first?.file ? ` (${first.file}${first.line === null ? '' : `:${first.line}`})` : '';
  return [
    ...(first ? [`${failing.length === 1 ? 'One test fails' : `${failing.length} tests fail`}, first \`${first.id}\`${place}.`] : []),
    ...(first?.message ? [`It says: ${first.message.trim().slice(0, 500)}`] : []),
    ...(places.length > 0 ? [`Most suspicious: ${places.join('; ')}.`] : []),
  ].join('\n');
}

const mostPlaces = 5;
/** Lines so near to each other are one place: what runs together is equally suspicious. */
const nearLines = 5;

/** The most suspicious places, at most five, likeliest first: `path:line`. */
function placesOf(suspects: Diagnosis['suspects']): readonly string[] {
  const found: { readonly path: string; readonly lines: number[] }[] = [];
  for (const { path, line } of suspects) {
    const near = found.find((place) => place.path === path && place.lines.some((other) => Math.abs(other - line) <= nearLines));
    if (near !== undefined) near.lines.push(line);
    else if (found.length < mostPlaces) found.push({ path, lines: [line] });
  }
  return found.map(({ path, lines }) => `${path}:${lines[0]}`);
}

/** An ending with what was left aside, if anything was. */
export function withAside({ outcome, reason }: Ending, aside: string): Ending {
  return { outcome, reason: aside === '' ? reason : `${reason}\n${aside}` };
}
