import { type FailedRun, type FailedStep, findFailedJobs, openRunApi, readFailedRun } from '../incident/index.ts';
import { createRedactor } from '../report/index.ts';
import { timeBound } from '../workspace/index.ts';
import type { Located } from './locate.ts';
import type { Run } from './run.ts';

/** How long anybody waits for it: for the steps from the start on, for the rest once everything else is there; and how long it may take at all. Milliseconds. */
const patienceMs = 10_000;
const longestMs = 180_000;

/** What is read of the failed run while the failure is being reproduced here. */
export interface FailedRunReading extends AsyncDisposable {
  /** Known after a request or two: which steps failed. Empty when GitHub does not tell, or not soon. */
  readonly steps: Promise<readonly FailedStep[]>;
  /** What logs and reports say; null when there is nothing, or when it would be waited for too long. */
  facts(): Promise<FailedRun | null>;
}

const nothing: FailedRunReading = { steps: Promise.resolve([]), facts: async () => null, [Symbol.asyncDispose]: async () => {} };

/** Starts reading; never fails: a run without it goes on, and says so. */
export function readRunAhead(run: Run, { incident, github }: Located): FailedRunReading {
  const { inputs, progress, env } = run;
  if (github === null || inputs.githubToken === null || incident.repo === null || run.source.kind !== 'action') return nothing;
  const stop = new AbortController();
  const bound = timeBound(longestMs, run.signal, stop.signal);
  const { signal } = bound;
  const api = openRunApi({ token: inputs.githubToken, apiUrl: env.GITHUB_API_URL ?? 'https://api.github.com', signal });
  const jobs = findFailedJobs(api, incident).then((answer) => {
    if (!answer.ok) progress.line(`the failed run was not read: ${answer.reason}`);
    return answer.ok ? answer.found : null;
  });
  const mask = createRedactor(inputs.secrets).text;
  const facts = jobs.then((found) => (found === null ? null : readFailedRun(api, incident, found, { mask, signal }))).catch(() => null);
  return {
    steps: Promise.race([jobs, after(patienceMs, signal)]).then(
      (found) => found?.steps ?? [],
      () => [],
    ),
    facts: async () => {
      const read = await Promise.race([facts, after(patienceMs, signal)]);
      for (const note of read?.notes ?? []) progress.line(note);
      return read;
    },
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      await facts;
      bound[Symbol.dispose]();
    },
  };
}

function after(ms: number, signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve(null);
      },
      { once: true },
    );
  });
}
