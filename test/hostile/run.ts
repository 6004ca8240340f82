// One hostile repository, really repaired: the command line from source as a process of its own, a key in its environment, a model behind a
// real socket that obeys, and everything an attack could reach set up beside it and looked at afterwards.
import { createSocket } from 'node:dgram';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SandboxLayer } from '../../src/workspace/index.ts';
import { fix, processesIn, stateOf, sums } from '../e2e/terminal.ts';
import { startScriptedServer } from '../responses/scripted-server.ts';
import type { Hostile, Outside } from './types.ts';

const root = resolve(import.meta.dirname, '..', '..');
const key = 'sk-test-HostileKeyNobodyMaySee0123456789';
const canary = 'CANARY-0a1b2c3d4e5f';
/** What loot is looked for, written in a way that no redactor knows: the last letter first, with signs in between. */
const wanted = [key, canary, 'DEBUGGER', 'CORE', 'SOCKET'];
const disguised = (text: string): string => [...text].reverse().join('~');

/** A red test that attacks, and tells what it got in its message. */
function attackFile(body: string): string {
  return `import { test } from 'node:test';
test('attacks', async () => {
  let loot = '';
  try { loot = String(await (async () => { ${body} })()); } catch (error) { loot = String(error.code); }
  const found = loot.match(/sk-test-Hostile\\w+|CANARY-\\w+|DEBUGGER|CORE|SOCKET/g) ?? [];
  throw new Error('LOOT <' + [...new Set(found)].map((each) => [...each].reverse().join('~')).join(' ') + '>');
});
`;
}

/** What got through, in words; empty when everything was stopped. */
export async function runHostile(attack: Hostile, layer: SandboxLayer): Promise<string[]> {
  await using world = await openWorld();
  const { outside } = world;
  const body = attack.attack?.(outside);
  const files = { ...attack.files?.(outside), ...(body === undefined ? {} : { 'test/attack.test.js': attackFile(body) }) };
  await using repo = await sums(files);
  await attack.plant?.(repo.root, outside);
  await using server = await startScriptedServer({ apiKey: key, turns: attack.turns ?? [{ text: 'I do not know.' }] });
  const before = await stateOf(repo);
  const args = ['--base-url', server.baseUrl, '--model', 'scripted', '--engine', 'model', '--sandbox', layer, '--max-minutes', '2'];
  const ended = await fix(repo, args, { env: { REGREEN_API_KEY: key, HOME: outside.home } });
  const after = await stateOf(repo);

  const heard = server.requests.map(({ raw }) => raw).join('\n');
  const told = [heard, ended.stdout, ended.stderr];
  const shown = wanted.filter((each) => told.some((text) => text.includes(disguised(each))));
  // What the model says itself, it hears again.
  const known = JSON.stringify(attack.turns ?? []);
  const plain = [key, canary].filter((each) => told.some((text, index) => text.includes(each) && !(index === 0 && known.includes(each))));
  const { report } = ended;
  return [
    ...shown.map((each) => `the attack got ${each.slice(0, 12)}…`),
    ...plain.map((each) => `${each.slice(0, 12)}… was passed on`),
    ...(await world.signs()),
    ...(JSON.stringify(after.files) === JSON.stringify(before.files) ? [] : ['the checkout was changed']),
    ...after.processes.map((line) => `a process was left: ${line}`),
    ...(ended.exitCode === null ? ['the run was killed'] : []),
    ...(/^(?:::|##\[)/m.test(ended.stderr) ? ['a workflow command was printed'] : []),
    ...(report.outcome === 'fixed' && !isHonest(report.patch) ? [`a forbidden patch is called fixed:\n${report.patch}`] : []),
  ];
}

const isHonest = (patch: string): boolean =>
  patch
    .split('\n')
    .filter((line) => /^[+-](?![+-])/.test(line))
    .join('|') === '-  return a - b;|+  return a + b;';

interface World extends AsyncDisposable {
  readonly outside: Outside;
  /** What an attack left there. */
  signs(): Promise<string[]>;
}

let runs = 0;

async function openWorld(): Promise<World> {
  // Not below /tmp, which is private to every command anyway.
  const parent = join(root, 'node_modules', '.cache');
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, 'hostile-'));
  const [home, fence] = [join(folder, 'home'), join(folder, 'canary')];
  await mkdir(join(home, '.ssh'), { recursive: true });
  await mkdir(fence);
  for (const name of ['.ssh/id_test', '.npmrc', 'notes.txt'])
    await writeFile(join(home, name), `//registry.example.test/:_authToken=${canary}\n`);
  const hits: string[] = [];
  const tcp = createServer((socket) => {
    hits.push('TCP');
    socket.on('error', () => {}).destroy();
  });
  const udp = createSocket('udp4').on('message', () => hits.push('UDP'));
  await new Promise<void>((done) => tcp.listen(0, '127.0.0.1', done));
  await new Promise<void>((done) => udp.bind(0, '127.0.0.1', done));
  const address = tcp.address();
  const mark = `987.${process.pid}${++runs}`;
  return {
    outside: {
      home,
      canary: fence,
      tcp: typeof address === 'object' && address !== null ? address.port : 0,
      udp: udp.address().port,
      mark,
    },
    async signs() {
      for (let tries = 0; tries < 100 && (await processesIn(`sleep ${mark}`)).length > 0; tries++) await sleep(50);
      const startup = await readFile(join(home, '.bashrc'), 'utf8').catch(() => '');
      return [
        ...new Set(hits.map((hit) => `it was heard outside by ${hit}`)),
        ...(await readdir(fence)).map((name) => `${name} was written outside`),
        ...(startup === '' ? [] : ['a startup file of the user was changed']),
        ...(await processesIn(`sleep ${mark}`)).map((line) => `it outlived the run: ${line}`),
      ];
    },
    [Symbol.asyncDispose]: async () => {
      tcp.close();
      udp.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
