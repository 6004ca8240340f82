import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { pickSandbox } from '../../src/workspace/index.ts';
import { fix, nodeTests, processesIn, rightEdit, startCli, stateOf, sums } from '../e2e/terminal.ts';
import { startScriptedServer } from '../responses/scripted-server.ts';
import { fingerprint } from '../workspace/repositories.ts';

// Nobody can wind down after SIGKILL: what is left must be ended by the kernel, and the next run must find everything as it was.
const seed = Number(process.env.REGREEN_HOSTILE_SEED ?? Math.floor(Date.now() / 86_400_000));
const layer = (await pickSandbox({ requested: 'auto', network: 'none', holdsSecrets: true, hidden: [] })).ok;
if (!layer) console.warn('\n!!! no sandbox works here: what SIGKILL leaves behind is SKIPPED !!!\n');

const slow = `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { add } from '../src/add.js';
test('adds', () => assert.equal(add(1, 2), 3));
test('takes its time', async () => { await new Promise((done) => setTimeout(done, 300)); });
`;

/** Milliseconds after the phase began. */
const moments = [/\] reproduce/, /\] loop/].map((phase, index) => [phase, (seed * (index + 7)) % 900] as const);

it.runIf(layer).each(moments)(
  'killed %s + %d ms: no process is left, the checkout is whole, and a second run repairs it',
  { timeout: 240_000 },
  async (phase, ms) => {
    await using repo = await sums({ 'test/add.test.js': slow });
    const turns = [{ calls: [{ name: 'edit', arguments: { edits: [rightEdit] } }] }, { text: 'It adds now.' }];
    await using server = await startScriptedServer({ apiKey: 'sk-killed', turns });
    const before = await fingerprint(repo.root);
    const args = ['--base-url', server.baseUrl, '--model', 'scripted', '--engine', 'model', ...nodeTests];
    const env = { REGREEN_API_KEY: 'sk-killed' };
    const running = startCli(['fix', '--repo', repo.root, '--json', ...args], { temp: repo.temp, env });
    await running.shows(phase);
    await sleep(ms);
    running.kill('SIGKILL');
    await running.ended;
    for (let tries = 0; tries < 400 && (await processesIn(repo.temp)).length > 0; tries++) await sleep(20);
    expect(await processesIn(repo.temp)).toEqual([]);
    expect(await fingerprint(repo.root)).toEqual(before);

    const again = await fix(repo, args, { env });
    expect(again.report.outcome).toBe('fixed');
    expect((await stateOf(repo)).files).toEqual(before);
  },
);
