import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareRunner } from '../../src/workspace/index.ts';

// A hosted Ubuntu of shims that record what is asked of them: no test can change this machine.
let folder: string;
const said: string[] = [];
const hosted = (): NodeJS.ProcessEnv => ({
  PATH: join(folder, 'bin'),
  ...{ GITHUB_ACTIONS: 'true', RUNNER_ENVIRONMENT: 'github-hosted', RUNNER_OS: 'Linux' },
});

beforeEach(async () => {
  said.length = 0;
  folder = await mkdtemp(join(tmpdir(), 'regreen-hosted-'));
  await mkdir(join(folder, 'bin'));
  await writeFile(join(folder, 'userns'), '1\n');
  await shim('sudo', '[ "$1" = -n ] && shift; exec "$@"');
  // Installing makes bwrap appear, which works only while the kernel lets it.
  await shim(
    'apt-get',
    `[ "$1" = install ] || exit 0; [ -e ${folder}/no-network ] && exit 100; printf '#!/bin/sh\\n' > ${folder}/bin/bwrap
echo '[ "$1" = --version ] || [ "$(/bin/cat ${folder}/userns)" = 0 ]' >> ${folder}/bin/bwrap; /bin/chmod +x ${folder}/bin/bwrap`,
  );
  await shim(
    'sysctl',
    `case "$*" in
*unprivileged_userns_clone*) exit 1;;
"-n "*) /bin/cat ${folder}/userns;;
*=0) echo 0 > ${folder}/userns;;
*=1) echo 1 > ${folder}/userns;;
esac`,
  );
});
afterEach(() => rm(folder, { recursive: true }));

async function shim(name: string, script: string): Promise<void> {
  const file = join(folder, 'bin', name);
  await writeFile(file, `#!/bin/sh\necho "${name} $*" >> ${folder}/asked\n${script}\n`);
  await chmod(file, 0o755);
}
const asked = async (): Promise<string[]> =>
  (await readFile(join(folder, 'asked'), 'utf8').catch(() => '')).trim().split('\n').filter(Boolean);
const prepare = (env = hosted()): Promise<AsyncDisposable> => prepareRunner({ env, log: (text) => said.push(text) });

test('bubblewrap is installed and enabled, said in the log, and the kernel’s setting is put back at the end', async () => {
  const runner = await prepare();
  expect(await readFile(join(folder, 'userns'), 'utf8')).toBe('0\n');
  await runner[Symbol.asyncDispose]();
  expect(await readFile(join(folder, 'userns'), 'utf8')).toBe('1\n');
  expect(said).toEqual([
    'sandbox: installed bubblewrap with apt-get',
    expect.stringMatching(/set kernel\.apparmor_restrict_unprivileged_userns from 1 to 0 until the end of this step/),
    'sandbox: put kernel.apparmor_restrict_unprivileged_userns back to 1',
  ]);
  expect((await asked()).filter((line) => line.startsWith('sudo'))).toEqual([
    'sudo -n apt-get install --yes --no-install-recommends bubblewrap',
    'sudo -n sysctl -q -w kernel.apparmor_restrict_unprivileged_userns=0',
    'sudo -n sysctl -q -w kernel.apparmor_restrict_unprivileged_userns=1',
  ]);
});

test('where it works already, nothing is changed', async () => {
  await shim('bwrap', 'exit 0');
  await (await prepare())[Symbol.asyncDispose]();
  expect((await asked()).map((line) => line.split(' ')[0])).toEqual(['bwrap']);
  expect(said).toEqual([]);
});

test('what cannot be installed is said, after a second try with fresh lists', async () => {
  await writeFile(join(folder, 'no-network'), '');
  await (await prepare())[Symbol.asyncDispose]();
  expect(said).toEqual(['sandbox: bubblewrap could not be installed with apt-get']);
  expect((await asked()).filter((line) => line.startsWith('sudo'))).toEqual([
    'sudo -n apt-get install --yes --no-install-recommends bubblewrap',
    'sudo -n apt-get update',
    'sudo -n apt-get install --yes --no-install-recommends bubblewrap',
  ]);
});

test.each([
  ['a self-hosted runner', { RUNNER_ENVIRONMENT: 'self-hosted' }],
  ['a runner that does not say what it is', { RUNNER_ENVIRONMENT: undefined }],
  ['a hosted Mac', { RUNNER_OS: 'macOS' }],
  ['a terminal', { GITHUB_ACTIONS: undefined }],
])('%s is never asked for anything', async (_, env) => {
  await (await prepare({ ...hosted(), ...env }))[Symbol.asyncDispose]();
  expect(await asked()).toEqual([]);
  expect(said).toEqual([]);
});
