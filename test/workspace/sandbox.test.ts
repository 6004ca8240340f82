import { mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pickSandbox, repositoryEnvironment, runCommand, type Sandbox, type SandboxRequest } from '../../src/workspace/index.ts';
import { repository } from './repositories.ts';

const base: SandboxRequest = { requested: 'auto', network: 'none', holdsSecrets: true, hidden: [] };
const works = async (requested: 'bubblewrap' | 'unshare'): Promise<boolean> => (await pickSandbox({ ...base, requested })).ok;
const layers = { bubblewrap: await works('bubblewrap'), unshare: await works('unshare') };
for (const [layer, there] of Object.entries(layers)) {
  if (!there) console.warn(`\n!!! ${layer} does not work on this machine: its tests are SKIPPED !!!\n`);
}

let scratch = '';
beforeAll(async () => {
  scratch = await realpath(await mkdtemp(join(tmpdir(), 'sandbox-')));
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

async function pick(request: Partial<SandboxRequest>): Promise<Sandbox> {
  const choice = await pickSandbox({ ...base, ...request });
  if (!choice.ok) throw new Error(choice.reason);
  return choice.sandbox;
}

function run(sandbox: Sandbox, script: string, profile: 'test' | 'install', cwd: string, timeoutMs = 30_000) {
  const argv = sandbox.wrap(['sh', '-c', script], profile, { cwd, writable: [cwd] });
  return runCommand({ argv, cwd, env: repositoryEnvironment({ from: process.env, home: cwd }), timeoutMs });
}

const processes = async (): Promise<string> =>
  (await runCommand({ argv: ['ps', '-eo', 'args'], cwd: '/', env: { PATH: process.env.PATH ?? '' }, timeoutMs: 9_000 })).stdout;

describe('picking', () => {
  const nothing: NodeJS.ProcessEnv = { PATH: '/nowhere' };

  test('without any layer, a run that holds a key is declined with the remedy', async () => {
    const choice = await pickSandbox({ ...base, from: nothing });
    expect(choice).toMatchObject({ ok: false, kind: 'declined', reason: expect.stringMatching(/apt-get install.*sandbox: none/s) });
  });

  test('without any layer, a run that holds nothing goes on and says what is not stopped', async () => {
    const choice = await pickSandbox({ ...base, from: nothing, holdsSecrets: false });
    expect(choice).toMatchObject({
      ok: true,
      sandbox: { layer: 'none', notStopped: expect.arrayContaining([expect.stringMatching(/network/)]) },
    });
  });

  test.each(['bubblewrap', 'unshare'] as const)('a missing %s that was asked for is a configuration error', async (requested) => {
    expect(await pickSandbox({ ...base, requested, from: nothing })).toMatchObject({ ok: false, kind: 'configuration' });
  });

  test('no sandbox is given to whoever asks for none, secrets or not', async () => {
    const sandbox = await pick({ requested: 'none' });
    expect(sandbox.wrap(['a', 'b'], 'test', { cwd: '/', writable: [] })).toEqual(['a', 'b']);
  });

  test.runIf(layers.bubblewrap)('auto takes bubblewrap where it works', async () => {
    expect((await pick({})).layer).toBe('bubblewrap');
  });
});

describe.each(['bubblewrap', 'unshare'] as const)('%s', (layer) => {
  const on = test.runIf(layers[layer]);

  on('passes output, exit code and arguments on', async () => {
    const sandbox = await pick({ requested: layer });
    const argv = sandbox.wrap(['sh', '-c', 'printf "%s|" "$@"; exit 7', 'x', 'a b', "'", '$HOME'], 'test', {
      cwd: scratch,
      writable: [scratch],
    });
    const result = await runCommand({ argv, cwd: scratch, env: { PATH: process.env.PATH ?? '' }, timeoutMs: 30_000 });
    expect(result).toMatchObject({ exitCode: 7, stdout: "a b|'|$HOME|" });
  });

  on('shows control groups as they are mounted: Java fails over a root outside of what it sees', async () => {
    const sandbox = await pick({ requested: layer });
    const { stdout } = await run(sandbox, "awk '/ - cgroup/ { print $4 }' /proc/self/mountinfo; echo read", 'test', scratch);
    expect(stdout).toMatch(/^read$/m);
    expect(stdout).not.toContain('..');
  });

  on('hides our processes and their environment', async () => {
    const sandbox = await pick({ requested: layer });
    const secret = `SECRET_${process.pid}`;
    const holder = runCommand({ argv: ['sleep', '20'], cwd: '/', env: { PATH: process.env.PATH ?? '', HELD: secret }, timeoutMs: 4_000 });
    const seen = await run(
      sandbox,
      `cat /proc/[0-9]*/environ | tr '\\0' '\\n'; kill -0 ${process.pid} 2>&1 && echo ALIVE`,
      'test',
      scratch,
    );
    await holder;
    expect(seen.stdout).toContain(`HOME=${scratch}`);
    expect(seen.stdout).not.toContain(secret);
    expect(seen.stdout).not.toContain('ALIVE');
  });

  on('reaches loopback and nothing else in tests, and the network in installs', async () => {
    const sandbox = await pick({ requested: layer });
    const server = createServer((_, response) => response.end('outside'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const script = join(scratch, 'net.mjs');
    await writeFile(
      script,
      `import { createServer, get } from 'node:http';
      const ask = (port) => new Promise((resolve) => get({ port, host: '127.0.0.1' }, (r) => resolve('answer')).on('error', (e) => resolve(e.code)));
      const own = createServer((_, r) => r.end()).listen(0, '127.0.0.1');
      own.once('listening', async () => { console.log(await ask(own.address().port), await ask(${port})); own.close(); process.exit(); });
      own.once('error', (e) => { console.log(e.code); process.exit(); });`,
    );
    const command = `"${process.execPath}" ${script}`;
    expect((await run(sandbox, command, 'test', scratch)).stdout.trim()).toBe('answer ECONNREFUSED');
    expect((await run(sandbox, command, 'install', scratch)).stdout.trim()).toBe('answer answer');
    expect((await run(await pick({ requested: layer, network: 'host' }), command, 'test', scratch)).stdout.trim()).toBe('answer answer');
    server.close();
  });

  on('takes every process with it at the time limit', async () => {
    const sandbox = await pick({ requested: layer });
    const marker = `600.${process.pid}${layer.length}`;
    const result = await run(sandbox, `setsid sleep ${marker} & sleep ${marker}`, 'test', scratch, 1_000);
    expect(result.timedOut).toBe(true);
    for (let i = 0; i < 40 && (await processes()).includes(`sleep ${marker}`); i++) await sleep(50);
    expect(await processes()).not.toContain(`sleep ${marker}`);
  });

  on('takes every process with it when it is stopped while the sandbox is being set up', async () => {
    const sandbox = await pick({ requested: layer });
    const marker = `601.${process.pid}${layer.length}`;
    const lanes = [1, 2, 3, 4, 5, 6].map(async (first) => {
      for (let moment = first; moment < 24; moment += 6)
        await run(sandbox, `sleep ${marker} & sleep ${marker}`, 'test', scratch, moment / 2);
    });
    await Promise.all(lanes);
    for (let i = 0; i < 40 && (await processes()).includes(marker); i++) await sleep(50);
    expect(await processes()).not.toContain(marker);
  });

  on('cannot set where the kernel puts core dumps, also as root', async () => {
    const file = '/proc/sys/kernel/core_pattern';
    const seen = await run(
      await pick({ requested: layer }),
      `(exec 3>>${file}) 2>/dev/null && echo OPEN; test -r ${file} && echo READ`,
      'test',
      scratch,
    );
    expect(seen.stdout.trim()).toBe('READ');
  });

  on('has no terminal to type into', async () => {
    const seen = await run(await pick({ requested: layer }), '(exec 3<>/dev/tty) 2>/dev/null && echo TERMINAL', 'test', scratch);
    expect(seen).toMatchObject({ failedToStart: null, timedOut: false, stdout: '' });
  });
});

describe('bubblewrap and files', () => {
  const on = test.runIf(layers.bubblewrap);

  on('writes go to the folders named and to a private /tmp, nowhere else', async () => {
    const sandbox = await pick({ requested: 'bubblewrap' });
    const own = join(scratch, 'own');
    const other = join(scratch, 'other');
    await mkdir(own);
    await mkdir(other);
    const result = await run(
      sandbox,
      `echo x > ok; echo x > /tmp/private-${process.pid} && echo private; echo x > ${other}/no; echo x > /etc/no`,
      'test',
      own,
    );
    expect(result.stdout).toBe('private\n');
    expect(await readFile(join(own, 'ok'), 'utf8')).toBe('x\n');
    await expect(readFile(join(other, 'no'))).rejects.toThrow();
    await expect(readFile(join(tmpdir(), `private-${process.pid}`))).rejects.toThrow();
  });

  on('tests cannot change .git and .github', async () => {
    const own = join(scratch, 'guarded');
    await mkdir(join(own, '.git', 'hooks'), { recursive: true });
    await mkdir(join(own, '.github', 'workflows'), { recursive: true });
    const sandbox = await pick({ requested: 'bubblewrap' });
    const script =
      'echo x > .git/hooks/post-commit; echo x > .github/workflows/a.yml; mv .git gone; mv .github gone; ls -A .git/hooks .github/workflows';
    expect((await run(sandbox, script, 'test', own)).stdout).toBe('.git/hooks:\n\n.github/workflows:\n');
  });

  on('an installation writes below .github what it is given there, and nothing else', async () => {
    const own = join(scratch, 'actions');
    const modules = join(own, '.github', 'actions', 'report', 'node_modules');
    await mkdir(modules, { recursive: true });
    const sandbox = await pick({ requested: 'bubblewrap' });
    const script = 'cd .github/actions/report; echo x > node_modules/a; echo x > action.yml; ls -A . node_modules';
    const argv = sandbox.wrap(['sh', '-c', script], 'install', { cwd: own, writable: [own, modules] });
    const result = await runCommand({ argv, cwd: own, env: { PATH: process.env.PATH ?? '' }, timeoutMs: 10_000 });
    expect(result.stdout).toBe('.:\nnode_modules\n\nnode_modules:\na\n');
  });

  on('hidden folders are empty, and programs of the user below them still run', async () => {
    const home = join(scratch, 'home');
    await mkdir(join(home, '.tools', 'bin'), { recursive: true });
    await symlink(process.execPath, join(home, '.tools', 'bin', 'mynode'));
    await writeFile(join(home, 'secret'), 'token');
    const own = join(scratch, 'plain');
    await mkdir(own);
    const from = { ...process.env, PATH: `${join(home, '.tools', 'bin')}:${process.env.PATH}` };
    const sandbox = await pick({ requested: 'bubblewrap', hidden: [home, '/no/such/folder'], from });
    const result = await run(sandbox, `cat ${home}/secret; ls -A ${home}; ${home}/.tools/bin/mynode -p 1+1`, 'test', own);
    expect(result.stdout).toBe('.tools\n2\n');
  });

  on('a program of PATH that is a link to an installed package, or into an environment of its own, finds what it needs', async () => {
    const home = join(scratch, 'linkhome');
    const modules = join(home, 'setup', 'node_modules');
    const tool = join(home, '.local', 'share', 'tools', 'snake');
    for (const folder of [join(modules, '.bin'), join(modules, 'pm', 'lib'), join(home, '.local', 'bin'), join(tool, 'bin')])
      await mkdir(folder, { recursive: true });
    await writeFile(join(modules, 'pm', 'lib', 'answer'), '42\n');
    await writeFile(join(modules, 'pm', 'run.sh'), '#!/bin/sh\ncat "$(dirname "$(readlink -f "$0")")/lib/answer"\n', { mode: 0o755 });
    await symlink('../pm/run.sh', join(modules, '.bin', 'pm'));
    await writeFile(join(tool, 'pyvenv.cfg'), 'home = /usr/bin\n');
    await writeFile(join(tool, 'bin', 'snake'), '#!/bin/sh\ncat "$(dirname "$(readlink -f "$0")")/../pyvenv.cfg"\n', { mode: 0o755 });
    await symlink(join(tool, 'bin', 'snake'), join(home, '.local', 'bin', 'snake'));
    await writeFile(join(home, 'secret'), 'token');
    const own = join(scratch, 'links');
    await mkdir(own);
    const from = { ...process.env, PATH: `${join(modules, '.bin')}:${join(home, '.local', 'bin')}:${process.env.PATH}` };
    const sandbox = await pick({ requested: 'bubblewrap', hidden: [home], from });
    const result = await run(sandbox, `${modules}/.bin/pm; ${home}/.local/bin/snake; cat ${home}/secret`, 'test', own);
    expect(result.stdout).toBe('42\nhome = /usr/bin\n');
  });

  on('a workspace below a hidden folder works, its dependencies are readable, and the credentials of the checkout are not', async () => {
    await using repo = await repository({ 'index.js': 'module.exports = require("dep");', '.gitignore': 'node_modules' });
    await repo.write({ 'node_modules/dep/index.js': 'module.exports = "from dep";' });
    await repo.git.text(['config', 'http.extraheader', 'AUTHORIZATION: basic c2VjcmV0']);
    const checkout = await repo.checkout();
    await using workspace = await repo.workspace();
    await using replica = await workspace.replica();
    const sandbox = await pick({ requested: 'bubblewrap', hidden: [join(repo.root, '..')], checkout });
    for (const { root } of [workspace, replica]) {
      const script = `node -p 'require("./index.js")'; git log --oneline | wc -l; cat ${repo.root}/.git/config; echo x > node_modules/dep/index.js; echo y > mine; cat mine`;
      const result = await run(sandbox, script, 'test', root);
      expect(result.stdout, result.stderr).toBe('from dep\n1\ny\n');
    }
    expect(await readFile(join(repo.root, 'node_modules/dep/index.js'), 'utf8')).toBe('module.exports = "from dep";');
  });

  on('a folder of programs in the checkout shows nothing of where its links lead', async () => {
    await using repo = await repository({ 'bin/hello': '#!/bin/sh\necho hello\n' });
    const home = join(repo.root, '..');
    await mkdir(join(home, 'keys'), { recursive: true });
    await writeFile(join(home, 'keys', 'id'), 'a key\n');
    await writeFile(join(home, 'keys', 'lib'), 'another key\n');
    await symlink('../../keys/id', join(repo.root, 'bin', 'tool'));
    await symlink('../keys', join(repo.root, 'lib'));
    const checkout = await repo.checkout();
    await using workspace = await repo.workspace();
    const from = { ...process.env, PATH: `${join(repo.root, 'bin')}:${process.env.PATH}` };
    const sandbox = await pick({ requested: 'bubblewrap', hidden: [home], checkout, from });
    const script = `sh ${repo.root}/bin/hello; cat ${home}/keys/id ${repo.root}/bin/tool ${repo.root}/lib/lib 2>/dev/null`;
    expect((await run(sandbox, script, 'test', workspace.root)).stdout).toBe('hello\n');
  });

  on('an install writes to its home and to the tree', async () => {
    const home = join(scratch, 'installhome');
    const tree = join(scratch, 'installtree');
    await mkdir(home);
    await mkdir(join(tree, 'dep'), { recursive: true });
    await writeFile(join(tree, 'dep', 'package.json'), '{"name":"dep","version":"1.0.0"}');
    await writeFile(join(tree, 'package.json'), '{"name":"x","version":"1.0.0","dependencies":{"dep":"file:./dep"}}');
    const sandbox = await pick({ requested: 'bubblewrap' });
    const argv = sandbox.wrap(['npm', 'install', '--no-audit', '--no-fund'], 'install', { cwd: tree, writable: [tree, home] });
    const env = repositoryEnvironment({ from: process.env, profile: 'install', home });
    const result = await runCommand({ argv, cwd: tree, env, timeoutMs: 60_000 });
    expect(result, result.stderr).toMatchObject({ exitCode: 0 });
    expect(await readFile(join(tree, 'node_modules/dep/package.json'), 'utf8')).toContain('dep');
  });
});
