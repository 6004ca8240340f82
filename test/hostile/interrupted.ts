// A run that is ended from outside at some moment, and what must hold afterwards: no process, a whole checkout, nothing temporary, and a
// second run that repairs it with one pull request.
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SandboxLayer } from '../../src/workspace/index.ts';
import { action } from '../e2e/program.ts';
import { processesIn, rightEdit, startCli } from '../e2e/terminal.ts';
import { eventPayload } from '../github/events.ts';
import { type ActionResult, runAction } from '../github/runner.ts';
import { startScriptedServer } from '../responses/scripted-server.ts';
import { fingerprint, type TestRepository } from '../workspace/repositories.ts';
import { changedIn, temporaryOf } from './leftovers.ts';
import { key, token } from './loot.ts';
import { openWorld, type World } from './world.ts';

export interface Interruption {
  readonly program: 'action' | 'cli';
  readonly layer: SandboxLayer;
  readonly signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL';
  /** Milliseconds after the start; null: it is left alone. */
  readonly ms: number | null;
}

export interface Aftermath {
  readonly problems: readonly string[];
  /** Whether it was still running. */
  readonly hit: boolean;
  /** Of the run that was interrupted, in milliseconds. */
  readonly took: number;
}

const suite = `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { add } from '../src/add.js';
test('adds', () => assert.equal(add(1, 2), 3));
test('takes its time', async () => { await new Promise((done) => setTimeout(done, 150)); });
`;
const turns = [{ calls: [{ name: 'edit', arguments: { edits: [rightEdit] } }] }, { text: 'It adds now.' }];

export async function interrupt({ program, layer, signal, ms }: Interruption): Promise<Aftermath> {
  await using world = await openWorld();
  await using repo = await world.checkout({ 'test/add.test.js': suite });
  await using server = await startScriptedServer({ apiKey: key, turns });
  const before = await fingerprint(repo.root);
  const run = program === 'action' ? stepOf(world, repo, server.baseUrl, layer) : terminalOf(repo, server.baseUrl, layer);
  const started = performance.now();
  const first = await run(ms === null ? null : { signal, ms });
  const took = performance.now() - started;
  const problems = [...(await processesLeft(world)), ...(await whole(repo, before))];
  // Nobody can tidy up after SIGKILL; the runner empties its own folder after each job.
  if (signal !== 'SIGKILL' || ms === null) problems.push(...(await first.temporary()));
  const killed = ms !== null && signal === 'SIGKILL';
  problems.push(...(await remoteOf(world, false, killed)));
  if (ms !== null) {
    const second = await run(null);
    if (second.outcome !== 'fixed') problems.push(`the second run ended as ${second.outcome}: ${second.said.slice(-800)}`);
    problems.push(
      ...(await second.temporary()).filter((each) => signal !== 'SIGKILL' || program === 'action' || !each.includes('regreen-')),
    );
    problems.push(
      ...(await whole(repo, before)),
      ...(await processesLeft(world)),
      ...(await remoteOf(world, program === 'action', killed)),
    );
  } else if (first.outcome !== 'fixed') problems.push(`undisturbed it ended as ${first.outcome}: ${first.said.slice(-800)}`);
  return { problems, hit: first.hit, took };
}

interface Ended {
  readonly outcome: string;
  readonly hit: boolean;
  readonly said: string;
  temporary(): Promise<string[]>;
}
type Run = (ending: { readonly signal: NodeJS.Signals; readonly ms: number } | null) => Promise<Ended>;

function stepOf({ outside, folder, remote, github }: World, repo: TestRepository, baseUrl: string, layer: SandboxLayer): Run {
  return async (ending) => {
    const sha = await remote.git('rev-parse', 'main');
    const name = `${remote.owner}/${remote.name}`;
    const inputs = {
      'api-key': key,
      'base-url': baseUrl,
      model: 'scripted',
      engine: 'model',
      sandbox: layer,
      'test-command': 'node --test',
    };
    let hit = false;
    const result: ActionResult = await runAction({
      main: action,
      definition: resolve(import.meta.dirname, '..', '..', 'action.yml'),
      event: 'push',
      payload: await eventPayload('push', { repo: name, sha }),
      inputs,
      workspace: repo.root,
      repo: name,
      sha,
      serverUrl: remote.serverUrl,
      apiUrl: github.apiUrl,
      token,
      parent: folder,
      env: { HOME: outside.home },
      onStart: (step) => {
        if (ending === null) return;
        const timer = setTimeout(() => {
          hit = step.exitCode === null && step.kill(ending.signal);
        }, ending.ms);
        step.once('exit', () => clearTimeout(timer));
      },
    });
    const { outputs, stdout, stderr } = result;
    return {
      outcome: outputs.outcome ?? `exit code ${result.exitCode}`,
      hit,
      said: stdout + stderr,
      temporary: () => temporaryOf(result.temp),
    };
  };
}

function terminalOf(repo: TestRepository, baseUrl: string, layer: SandboxLayer): Run {
  return async (ending) => {
    const model = ['--base-url', baseUrl, '--model', 'scripted', '--engine', 'model', '--sandbox', layer, '--test', 'node --test'];
    const running = startCli(['fix', '--repo', repo.root, '--json', ...model], { temp: repo.temp, env: { REGREEN_API_KEY: key } });
    let over = false;
    let hit = false;
    const timer = setTimeout(() => {
      if (over || ending === null) return;
      hit = true;
      running.kill(ending.signal);
    }, ending?.ms ?? 0);
    const { stdout, stderr } = await running.ended;
    over = true;
    clearTimeout(timer);
    const outcome = /"outcome":\s*"([\w-]+)"/.exec(stdout)?.[1] ?? 'no report';
    return { outcome, hit, said: stdout + stderr, temporary: () => temporaryOf(repo.temp) };
  };
}

async function processesLeft({ folder }: World): Promise<string[]> {
  // What was ended a moment ago may still be on its way out, for long on a busy machine; what was left behind stays.
  for (let tries = 0; tries < 400 && (await processesIn(folder)).length > 0; tries++) await sleep(20);
  return (await processesIn(folder)).map((line) => `a process was left: ${line}`);
}

async function whole(repo: TestRepository, before: Readonly<Record<string, string>>): Promise<string[]> {
  return changedIn(before, await fingerprint(repo.root));
}

/**
 * At most one branch and one pull request of ours; exactly one when there was time for it. A run that was killed may also leave the branch
 * on which a commit is signed: nobody can tell it from that of a run at work until an hour has passed, when the next run deletes it.
 */
async function remoteOf({ remote, github }: World, complete: boolean, killed: boolean): Promise<string[]> {
  const all = Object.keys(await remote.branches()).filter((name) => name !== 'main');
  const branches = all.filter((name) => !/-next-\d{8}-[0-9a-f]{8}$/.test(name));
  const pulls = await github.pullRequests();
  const right = complete ? branches.length === 1 && pulls.length === 1 : branches.length <= 1 && pulls.length <= 1;
  return right && all.length - branches.length <= (killed ? 1 : 0)
    ? []
    : [`${all.length} branches and ${pulls.length} pull requests: ${all.join(', ')}`];
}
