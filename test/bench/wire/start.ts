// From the start of a process to its first request: the built Action on a real red repository, Codex, and bare Node.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeDemoRepository } from '../../../src/demo/repository.ts';
import { eventPayload } from '../../github/events.ts';
import type { Goal } from './goals.ts';
import { monotonicMs } from './job.ts';
import { apiKey } from './peers/settings.ts';
import type { Peer } from './peers.ts';
import type { Run, Runs } from './rounds.ts';
import { drawTable, median, quantile } from './table.ts';

/** The built Action as a workflow runs it: a push made main red, the model is hosted, no token. `dist`: the folder that was built. */
export async function actionPeer(folder: string, dist: string, baseUrl: string): Promise<Peer> {
  const main = join(dist, 'index.js');
  if (!existsSync(main)) throw new Error(`${main} is not there: npm run build`);
  const workspace = join(folder, 'workspace');
  const { green, red } = await makeDemoRepository(workspace);
  const repo = 'octo-org/small-shop';
  const payload = await eventPayload('push', { repo, sha: red, branch: 'main', before: green });
  const temp = join(folder, 'runner-temp');
  await mkdir(temp, { recursive: true });
  await writeFile(join(folder, 'event.json'), JSON.stringify(payload));
  const inputs = { mode: 'fix', engine: 'model', model: 'tape', 'base-url': baseUrl, 'api-key': apiKey, 'max-turns': '60' };
  return {
    name: 'action',
    transport: 'websocket',
    argv: [process.execPath, main],
    env: {
      ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: 'push',
      GITHUB_EVENT_PATH: join(folder, 'event.json'),
      GITHUB_REPOSITORY: repo,
      GITHUB_SHA: red,
      GITHUB_REF: 'refs/heads/main',
      GITHUB_REF_NAME: 'main',
      GITHUB_REF_TYPE: 'branch',
      GITHUB_ACTOR: 'mona',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_API_URL: 'https://api.github.com',
      GITHUB_WORKSPACE: workspace,
      RUNNER_TEMP: temp,
    },
  };
}

/** Milliseconds in which Node boots and does nothing. */
export function bareNode(rounds: number): number[] {
  return Array.from({ length: rounds }, () => {
    const from = monotonicMs();
    spawnSync(process.execPath, ['-e', '0']);
    return monotonicMs() - from;
  });
}

export interface StartRow {
  readonly peer: string;
  readonly runs: number;
  /** From the start of the process to the first request line (the upgrade), and to the first request for a response. */
  readonly lineP50: number;
  readonly lineP10: number;
  readonly requestP50: number;
  readonly requestP10: number;
  readonly cpuMs: number;
  readonly wallMs: number;
}

export function startRows(runs: Runs): StartRow[] {
  return [...runs]
    .filter(([, all]) => all.length > 0)
    .map(([peer, all]) => {
      const lines = all.map((run) => (run.figures.firstLineAt ?? Number.NaN) - run.startedAt);
      const requests = all.map((run) => (run.figures.firstRequestAt ?? Number.NaN) - run.startedAt);
      const middle = (pick: (run: Run) => number): number => median(all.map(pick));
      return {
        peer,
        runs: all.length,
        lineP50: median(lines),
        lineP10: quantile(lines, 0.1),
        requestP50: median(requests),
        requestP10: quantile(requests, 0.1),
        cpuMs: middle(({ cpuMs }) => cpuMs),
        wallMs: middle(({ wallMs }) => wallMs),
      };
    });
}

export function drawStart(rows: readonly StartRow[]): string {
  return drawTable(
    ['peer', 'runs', 'upgrade p10', 'upgrade p50', '1st request p10', '1st request p50', 'cpu ms', 'wall ms'],
    rows.map((row) => [
      row.peer,
      String(row.runs),
      ...[row.lineP10, row.lineP50, row.requestP10, row.requestP50, row.cpuMs, row.wallMs].map((value) => value.toFixed(0)),
    ]),
  );
}

export function startGoals(rows: readonly StartRow[]): Goal[] {
  const action = rows.find(({ peer }) => peer === 'action');
  const codex = rows.find(({ peer }) => peer === 'codex-ws');
  const ratio = (pick: (row: StartRow) => number): number | null =>
    action === undefined || codex === undefined ? null : pick(action) / pick(codex);
  return [
    {
      what: 'start to the first request line (the upgrade): Action / Codex',
      figure: ratio(({ lineP50 }) => lineP50),
      bound: 1.2,
      is: 'at most',
    },
    {
      what: 'start to the first request for a response: Action / Codex',
      figure: ratio(({ requestP50 }) => requestP50),
      bound: 1.2,
      is: 'at most',
    },
  ];
}
