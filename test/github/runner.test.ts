import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventPayload } from './events.ts';
import { type ActionRun, parseCommandFile, runAction } from './runner.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'regreen-action-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function action(source: string): Promise<string> {
  const core = pathToFileURL(join(import.meta.dirname, '..', '..', 'node_modules', '@actions', 'core', 'lib', 'core.js'));
  const file = join(folder, 'index.mjs');
  await writeFile(file, `import * as core from '${core.href}';\n${source}`);
  return file;
}

async function run(source: string, more: Partial<ActionRun> = {}) {
  const sha = 'a'.repeat(40);
  return runAction({
    main: await action(source),
    event: 'push',
    payload: await eventPayload('push', { repo: 'octo-org/octo-repo', sha }),
    inputs: { 'api-key': 'sk-1', labels: 'a\nb' },
    workspace: folder,
    ...{ repo: 'octo-org/octo-repo', sha, serverUrl: 'http://127.0.0.1:1', apiUrl: 'http://127.0.0.1:1' },
    ...more,
  });
}

describe('the runner', () => {
  it('gives an Action its inputs and reads back what it sets', async () => {
    const result = await run(`
      core.setOutput('key', core.getInput('api-key'));
      core.setOutput('labels', core.getMultilineInput('labels').join(','));
      core.setOutput('json', { text: 'two\\nlines' });
      core.exportVariable('LATER', 'yes');
      core.saveState('s', '1');
      await core.summary.addHeading('Done').write();
      core.setOutput('where', process.cwd() === process.env.GITHUB_WORKSPACE);
    `);
    expect(result.stderr).toBe('');
    expect(result).toMatchObject({ exitCode: 0, env: { LATER: 'yes' }, state: { s: '1' } });
    expect(result.outputs).toEqual({ key: 'sk-1', labels: 'a,b', json: '{"text":"two\\nlines"}', where: 'true' });
    expect(result.summary).toContain('Done');
  });

  it('fills in the defaults of an action.yml', async () => {
    const definition = join(folder, 'action.yml');
    await writeFile(
      definition,
      'inputs:\n  mode: { default: fix }\n  github-token: { default: "$' + '{{ github.token }}" }\n  labels: { default: z }\n',
    );
    const source = `for (const name of ['mode', 'github-token', 'labels']) core.setOutput(name, core.getInput(name));`;
    const { outputs } = await run(source, { definition, token: 'ghs_1', inputs: { labels: 'mine' } });
    expect(outputs).toEqual({ mode: 'fix', 'github-token': 'ghs_1', labels: 'mine' });
  });

  it('tells a failed step by its exit code', async () => {
    const result = await run(`core.setFailed('no luck');`);
    expect(result.exitCode).toBe(1);
    expect(result.stdout).toContain('::error::no luck');
  });

  it('cancels with SIGINT', async () => {
    const controller = new AbortController();
    const source = `process.on('SIGINT', () => process.exit(130)); setInterval(() => {}, 1000); core.info('up');`;
    const started = run(source, { signal: controller.signal, onStdout: () => controller.abort() });
    expect((await started).exitCode).toBe(130);
  });
});

describe('a command file', () => {
  it('holds lines and blocks', () => {
    expect(parseCommandFile('a=1\nb<<END\nx=1\n\ny\nEND\na=2=3\n')).toEqual({ a: '2=3', b: 'x=1\n\ny' });
  });

  it('is refused when it is broken', () => {
    expect(() => parseCommandFile('b<<END\nx')).toThrow(/delimiter/);
    expect(() => parseCommandFile('nonsense')).toThrow(/Invalid format/);
  });
});
