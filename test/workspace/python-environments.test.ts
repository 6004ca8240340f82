import { mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Checkout, pickSandbox, repositoryEnvironment, runCommand, type SandboxRequest } from '../../src/workspace/index.ts';
import { repository } from './repositories.ts';

const base: SandboxRequest = { requested: 'auto', network: 'none', holdsSecrets: true, hidden: [] };
const works = async (requested: 'bubblewrap' | 'unshare'): Promise<boolean> => (await pickSandbox({ ...base, requested })).ok;
const path = process.env.PATH ?? '';
const hasPython =
  (await runCommand({ argv: ['python3', '-m', 'venv', '-h'], cwd: '/', env: { PATH: path }, timeoutMs: 30_000 })).exitCode === 0;
const layers = { bubblewrap: (await works('bubblewrap')) && hasPython, unshare: (await works('unshare')) && hasPython };

let home = '';
beforeAll(async () => {
  home = await realpath(await mkdtemp(join(tmpdir(), 'environments-')));
});
afterAll(() => rm(home, { recursive: true, force: true }));
afterEach(() => vi.unstubAllEnvs());

async function put(file: string, text = 'TOKEN\n'): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** An environment with a package, made by the interpreter on the PATH. */
async function environment(root: string): Promise<void> {
  await runCommand({ argv: ['python3', '-m', 'venv', '--without-pip', root], cwd: '/', env: { PATH: path }, timeoutMs: 60_000 });
  const { stdout } = await runCommand({
    argv: [join(root, 'bin', 'python'), '-c', 'import sysconfig; print(sysconfig.get_path("purelib"))'],
    cwd: '/',
    env: { PATH: path },
    timeoutMs: 30_000,
  });
  await put(join(stdout.trim(), 'leftish.py'), 'answer = 42\n');
}

/** What `script` prints in a sandbox that hides the home, with these variables around it. */
async function printed(
  layer: 'bubblewrap' | 'unshare',
  script: string,
  from: NodeJS.ProcessEnv,
  hidden = home,
  checkout?: Checkout,
): Promise<string> {
  const choice = await pickSandbox({ ...base, requested: layer, hidden: [hidden], checkout, from });
  if (!choice.ok) return expect.unreachable(choice.reason);
  const own = await mkdtemp(join(tmpdir(), 'tree-'));
  try {
    const argv = choice.sandbox.wrap(['sh', '-c', script], 'test', { cwd: own, writable: [own] });
    const result = await runCommand({ argv, cwd: own, env: repositoryEnvironment({ from, home: own }), timeoutMs: 30_000 });
    return result.stdout;
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

const probe = 'python -c "import sys, leftish; print(sys.prefix, leftish.answer)"';

describe.each(['bubblewrap', 'unshare'] as const)('%s', (layer) => {
  const on = test.runIf(layers[layer]);

  on('runs the Python of an environment below the home that is on the PATH, packages and all', async () => {
    const root = join(home, `${layer}-on-path`);
    await environment(root);
    const from = { ...process.env, PATH: `${root}/bin:${path}` };
    expect(await printed(layer, probe, from)).toBe(`${root} 42\n`);
    expect(await printed(layer, `echo x > ${root}/lib/new; ls ${root}/lib/new`, from)).toBe(
      layer === 'bubblewrap' ? '' : `${root}/lib/new\n`,
    );
  });

  on('shows an environment that only VIRTUAL_ENV names', async () => {
    const root = join(home, `${layer}-named`);
    await environment(root);
    expect(await printed(layer, `${root}/bin/${probe}`, { ...process.env, VIRTUAL_ENV: root })).toBe(`${root} 42\n`);
  });

  on('shows no token that an environment holds, under whichever name', async () => {
    const root = join(home, `${layer}-tokens`);
    await environment(root);
    await symlink(root, join(home, `${layer}-link`));
    for (const name of [
      'bin/postactivate',
      'bin/activate-secrets',
      'bin/.env',
      'pip.conf',
      'etc/conda/activate.d/env_vars.sh',
      'conda-meta/state',
    ])
      await put(join(root, name));
    await put(join(root, 'bin', 'activate'), 'export API=TOKEN\n');
    const script = `${probe}; cat ${home}/${layer}-[lt]*/bin/*activate* ${home}/${layer}-[lt]*/bin/.env ${home}/${layer}-[lt]*/pip.conf ${home}/${layer}-[lt]*/etc/conda/activate.d/* ${home}/${layer}-[lt]*/conda-meta/state`;
    expect(await printed(layer, script, { ...process.env, PATH: `${home}/${layer}-link/bin:${path}` })).toMatch(
      /^\S+\/\w+-(?:link|tokens) 42\n$/,
    );
  });

  on('shows no token of an environment in a home that is a link', async () => {
    const [own, link] = [join(home, `${layer}-home`), join(home, `${layer}-linked-home`)];
    await environment(join(own, 'env'));
    await symlink(own, link);
    await put(join(own, 'env', 'pip.conf'));
    for (const named of [own, link])
      expect(await printed(layer, `cat ${own}/env/pip.conf`, { ...process.env, VIRTUAL_ENV: join(named, 'env') }, link)).toBe('');
  });
});

describe('bubblewrap and what lies beside an environment', () => {
  const on = test.runIf(layers.bubblewrap);

  on('shows the interpreter that it was made from, however it is linked', async () => {
    const store = join(home, '.local', 'share', 'pythons', 'one');
    // An interpreter of the home, whose library is what tells it apart.
    await put(join(store, 'lib', 'python3.99', 'os.py'), '');
    await mkdir(join(store, 'bin'));
    await writeFile(join(store, 'bin', 'python3'), `#!/bin/sh\nls "$(dirname "$(readlink -f "$0")")/../lib"\n`, { mode: 0o755 });
    await symlink('one', join(dirname(store), 'newest'));
    const root = join(home, 'made-from-it');
    await mkdir(join(root, 'bin'), { recursive: true });
    await writeFile(join(root, 'pyvenv.cfg'), `home = ${dirname(store)}/newest/bin\n`);
    await symlink(`${dirname(store)}/newest/bin/python3`, join(root, 'bin', 'python'));
    await put(join(dirname(store), 'one', 'token'));
    await put(join(home, '.local', 'share', 'keyring'));
    const script = `python; ls ${dirname(store)}/newest/lib; cat ${store}/token ${home}/.local/share/keyring`;
    expect(await printed('bubblewrap', script, { ...process.env, PATH: `${root}/bin:${path}` })).toBe('python3.99\n'.repeat(2));
  });

  on('shows nothing else of the folder, though it were the home itself', async () => {
    const own = join(home, 'is-home');
    vi.stubEnv('HOME', own);
    await environment(own);
    for (const name of ['.env', '.ssh/id', 'share/keyring', 'src/other/secret.py', '.config/pip/pip.conf']) await put(join(own, name));
    const script = `${probe}; cd ${own}; cat .env .ssh/id share/keyring src/other/secret.py .config/pip/pip.conf; ls -A`;
    const seen = await printed('bubblewrap', script, { ...process.env, PATH: `${own}/bin:${path}` }, own);
    expect(seen.split('\n')[0]).toBe(`${own} 42`);
    expect(seen).not.toContain('TOKEN');
    expect(seen).not.toMatch(/^(?:\.env|\.ssh|share|src|\.config)$/m);
  });

  on('shows nothing that programs of the home share, by whichever name the home is called', async () => {
    const own = join(home, 'by-link');
    const local = join(own, '.local');
    await mkdir(own);
    await symlink(own, join(home, 'link'));
    vi.stubEnv('HOME', join(home, 'link'));
    await environment(local);
    await put(join(local, 'share', 'uv', 'credentials'));
    const from = { ...process.env, VIRTUAL_ENV: local };
    expect(await printed('bubblewrap', `${local}/bin/${probe}; cat ${local}/share/uv/credentials`, from, join(home, 'link'))).toBe(
      `${local} 42\n`,
    );
  });

  on('shows of a project that an environment was made in nothing but the environment', async () => {
    const root = join(home, 'project');
    await environment(root);
    const seen = (script: string): Promise<string> =>
      printed('bubblewrap', `cd ${root}; ${script}`, { ...process.env, PATH: `${root}/bin:${path}` });
    await put(join(root, 'share', 'data'), 'data\n');
    await put(join(root, 'src', '.env'));
    expect(await seen(`${probe}; cat share/data src/.env`)).toBe(`${root} 42\ndata\n`);
    await put(join(root, 'README.md'));
    expect(await seen(`${probe}; cat share/data src/.env`)).toBe(`${root} 42\n`);
  });

  on('shows sources that were cloned into an environment, not where they came from', async () => {
    const root = join(home, 'with-sources');
    await environment(root);
    await put(join(root, 'src', 'left', 'left.py'), 'left\n');
    await put(join(root, 'src', 'left', '.git', 'config'));
    const script = `cd ${root}/src/left; cat left.py .git/config`;
    expect(await printed('bubblewrap', script, { ...process.env, VIRTUAL_ENV: root })).toBe('left\n');
  });

  on('follows no part that leads out of the environment, and no interpreter that is none', async () => {
    const keys = join(home, 'keys');
    await put(join(keys, 'id'));
    await put(join(home, 'other', 'lib', 'id'));
    await mkdir(join(home, 'other', 'bin'));
    const root = join(home, 'planted');
    await mkdir(join(root, 'bin'), { recursive: true });
    await writeFile(join(root, 'pyvenv.cfg'), `home = ${home}/other/bin\n`);
    await symlink(keys, join(root, 'share'));
    await symlink(keys, join(root, 'include'));
    const script = `cat ${root}/share/id ${root}/include/id ${keys}/id ${home}/other/lib/id; cat ${root}/pyvenv.cfg`;
    expect(await printed('bubblewrap', script, { ...process.env, VIRTUAL_ENV: root })).toBe(
      await readFile(join(root, 'pyvenv.cfg'), 'utf8'),
    );
  });

  on('takes another environment for no interpreter, whoever says that it is one', async () => {
    const other = join(home, 'elsewhere', '.venv');
    await environment(other);
    await put(join(other, 'bin', 'activate'), 'export API=TOKEN\n');
    const root = join(home, 'says-so');
    await mkdir(join(root, 'bin'), { recursive: true });
    await writeFile(join(root, 'pyvenv.cfg'), `home = ${other}/bin\n`);
    expect(await printed('bubblewrap', `cat ${other}/bin/activate; ls ${other}`, { ...process.env, VIRTUAL_ENV: root })).toBe('');
  });

  on('believes an environment of the repository what it says of an installation of Python alone', async () => {
    await using tested = await repository({}, home);
    const checkout = await tested.checkout();
    const root = join(checkout.root, '.venv');
    await mkdir(join(root, 'bin'), { recursive: true });
    const seen = async (interpreter: string): Promise<string> => {
      await writeFile(join(root, 'pyvenv.cfg'), `home = ${interpreter}/bin\n`);
      const script = `cat ${interpreter}/lib/*/os.py ${interpreter}/bin/activate ${interpreter}/lib/id`;
      return printed('bubblewrap', script, { ...process.env, VIRTUAL_ENV: root }, home, checkout);
    };
    const [tools, python] = [join(home, 'tools'), join(home, 'python')];
    await put(join(tools, 'bin', 'python'));
    await put(join(tools, 'lib', 'id'));
    expect(await seen(tools)).toBe('');
    await put(join(python, 'bin', 'python3.99'), '');
    await put(join(python, 'lib', 'python3.99', 'os.py'), 'library\n');
    await put(join(python, 'bin', 'activate'));
    expect(await seen(python)).toBe('library\n');
  });

  on('takes no folder for an environment that is none', async () => {
    const root = join(home, 'plain');
    await put(join(root, 'share', 'id'));
    expect(await printed('bubblewrap', `cat ${root}/share/id`, { ...process.env, VIRTUAL_ENV: root, PATH: `${root}/bin:${path}` })).toBe(
      '',
    );
  });

  on('shows one of conda without its variables', async () => {
    const root = join(home, 'conda');
    await put(join(root, 'conda-meta', 'state'));
    await put(join(root, 'share', 'proj', 'data'), 'data\n');
    const script = `cat ${root}/share/proj/data ${root}/conda-meta/state`;
    expect(await printed('bubblewrap', script, { ...process.env, CONDA_PREFIX: root })).toBe('data\n');
  });
});
