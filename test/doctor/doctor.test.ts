import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Check, examine } from '../../src/doctor/index.ts';
import { startEngine } from '../../src/engine/index.ts';
import { parseCliInputs } from '../../src/inputs/index.ts';
import { startCli, sums } from '../e2e/terminal.ts';
import { sampledTest } from '../sampled.ts';
import { repository, type TestRepository } from '../workspace/repositories.ts';

const sampled = sampledTest(0.5);

const key = 'sk-doctor-0123456789';
const token = 'ghp_doctorTokenThatNobodyMaySee0123456789';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A server that answers every request so; upgrades are requests like any other to it. */
async function serving(answer: Answer): Promise<AsyncDisposable & { readonly url: string; readonly asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''}`);
    answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

const json =
  (status: number, body: unknown): Answer =>
  (_request, response) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

interface Given {
  readonly flags?: Readonly<Record<string, string>>;
  readonly env?: NodeJS.ProcessEnv;
  readonly token?: string;
}

async function look(directory: string, { flags = {}, env = {}, token: given }: Given = {}): Promise<Record<Check['name'], Check>> {
  const full = { PATH: process.env.PATH, ...env };
  const parsed = parseCliInputs(flags, full, 'fix');
  if (!parsed.ok) throw new Error(parsed.problems.join());
  const checks = await examine({
    directory,
    inputs: parsed.inputs,
    token: given ?? null,
    variable: 'GITHUB_TOKEN',
    env: full,
    signal: new AbortController().signal,
  });
  const found: Partial<Record<Check['name'], Check>> = Object.fromEntries(checks.map((check) => [check.name, check]));
  const none: Check = { name: 'tests', state: 'unused', summary: '', details: [], remedy: null };
  return {
    ...{ node: none, git: none, checkout: none, tests: none, sandbox: none, model: none, token: none },
    ...found,
  };
}

async function onGitHub(): Promise<TestRepository> {
  const repo = await sums();
  await repo.git.text(['remote', 'add', 'origin', 'https://github.com/octo/sums.git']);
  return repo;
}

describe('of what is here, the doctor says', () => {
  sampled('how the tests are found, and why', async () => {
    await using repo = await sums();
    const { tests, checkout, git, node } = await look(repo.root);
    expect(tests).toMatchObject({ state: 'ok', summary: 'npm test (results of node:test)' });
    expect(tests.details.join('\n')).toContain('script "test" in package.json');
    expect([checkout.state, git.state, node.state]).toEqual(['ok', 'ok', 'ok']);
  });

  sampled('what to set where no tests are found', async () => {
    await using repo = await repository({ 'notes.txt': 'nothing to test' });
    expect((await look(repo.root)).tests).toMatchObject({ state: 'problem', summary: expect.stringContaining('No test command found') });
  });

  sampled('that a folder is no checkout', async () => {
    await using repo = await sums();
    const { checkout } = await look(join(repo.root, 'nothing-there'));
    expect(checkout).toMatchObject({ state: 'problem', summary: expect.stringContaining('does not exist') });
  });

  sampled('which programs are missing', async () => {
    await using repo = await sums();
    const { git, sandbox } = await look(repo.root, { env: { PATH: '/nowhere' } });
    expect(git).toMatchObject({ state: 'problem', remedy: 'install git' });
    expect(sandbox).toMatchObject({
      state: 'warning',
      details: [expect.stringMatching(/^tried: .*bwrap was not found/), expect.anything()],
    });
    // Nobody holds one here.
    expect(sandbox.details.join()).not.toMatch(/holds a key/);
  });

  sampled('that nothing confined is a problem beside a key, and that a layer asked for is not there', async () => {
    await using repo = await sums();
    const env = { PATH: '/nowhere' };
    const beside = await look(repo.root, { env, token });
    expect(beside.sandbox).toMatchObject({ state: 'problem', remedy: expect.stringContaining('Install bubblewrap') });
    const asked = await look(repo.root, { env, flags: { sandbox: 'bubblewrap' } });
    expect(asked.sandbox).toMatchObject({ state: 'problem', summary: expect.stringContaining('bubblewrap was asked for') });
  });

  sampled('what a layer does not stop', async () => {
    await using repo = await sums();
    const { sandbox } = await look(repo.root, { flags: { sandbox: 'none' } });
    expect(sandbox).toMatchObject({ state: 'warning', details: expect.arrayContaining(['does not stop: using the network']) });
  });
});

describe('of a model, the doctor says', () => {
  sampled('that none is needed, and that an ambient key is not used', async () => {
    await using repo = await sums();
    const { model } = await look(repo.root, { env: { OPENAI_API_KEY: key } });
    expect(model).toMatchObject({ state: 'ok', details: [expect.stringContaining('OPENAI_API_KEY is set and is not used')] });
  });

  sampled('that an endpoint answers, without asking it for anything', async () => {
    await using repo = await sums();
    const lines: string[] = [];
    const engine = await startEngine({ apiKey: key, log: (line) => lines.push(line) });
    const { model } = await look(repo.root, { flags: { 'base-url': engine.url, model: 'regreen-engine' }, env: { REGREEN_API_KEY: key } });
    await engine.close();
    expect(model).toMatchObject({ state: 'ok', details: expect.arrayContaining(['WebSocket: the handshake was accepted']) });
    expect(JSON.stringify(model)).not.toContain(key);
  });

  sampled('that the endpoint lists other models', async () => {
    await using repo = await sums();
    const engine = await startEngine();
    const { model } = await look(repo.root, { flags: { 'base-url': engine.url, model: 'gpt-nobody' } });
    await engine.close();
    expect(model).toMatchObject({ state: 'warning', remedy: expect.stringContaining('regreen-engine') });
  });

  it.each([
    ['a key that is refused', json(401, {}), 'problem', /does not accept a key \(HTTP 401\)/],
    ['an endpoint without sockets', json(200, { data: [{ id: 'm' }] }), 'warning', /HTTP alone/],
    ['an endpoint without a list', json(404, {}), 'warning', /HTTP alone/],
  ] as const)('%s', async (_, answer, state, summary) => {
    await using repo = await sums();
    await using server = await serving(answer);
    const { model } = await look(repo.root, { flags: { 'base-url': `${server.url}/v1`, model: 'm' }, env: { REGREEN_API_KEY: key } });
    expect(model).toMatchObject({ state, summary: expect.stringMatching(summary) });
    expect(JSON.stringify(model)).not.toContain(key);
    // Questions that cost nothing, with the key where it belongs.
    expect(server.asked.toSorted()).toEqual(
      [`GET /v1/models Bearer ${key}`, `GET /v1/responses Bearer ${key}`].slice(0, server.asked.length),
    );
  });

  sampled('that nobody is there, and that a key cannot be one', async () => {
    await using repo = await sums();
    const gone = await look(repo.root, { flags: { 'base-url': 'http://127.0.0.1:9/v1' } });
    expect(gone.model).toMatchObject({ state: 'problem', summary: expect.stringContaining('cannot be reached') });
  });
});

describe('of a token, the doctor says', () => {
  const told = (push: boolean) => ({ default_branch: 'trunk', permissions: { push, pull: true } });

  sampled('that none is needed for a fix', async () => {
    await using repo = await onGitHub();
    expect((await look(repo.root)).token).toMatchObject({ state: 'unused' });
  });

  it.each([
    ['may push', told(true), 'ok', /can be used on octo\/sums/],
    ['may only read', told(false), 'problem', /may not push/],
    ['is not told', { default_branch: 'trunk' }, 'ok', /can be used/],
  ] as const)('that it %s', async (_, body, state, summary) => {
    await using repo = await onGitHub();
    await using server = await serving((request, response) => {
      const isSetting = request.url === '/repos/octo/sums/actions/permissions/workflow';
      json(isSetting ? 403 : 200, isSetting ? { message: 'Must have admin rights' } : body)(request, response);
    });
    const { token: found } = await look(repo.root, { token, env: { GITHUB_API_URL: server.url } });
    expect(found).toMatchObject({ state, summary: expect.stringMatching(summary) });
    expect(found.details.join('\n')).toContain('the default branch is trunk');
    expect(server.asked.every((line) => line.startsWith('GET '))).toBe(true);
  });

  sampled('that it is wrong, without showing it', async () => {
    await using repo = await onGitHub();
    await using server = await serving(json(401, { message: `Bad credentials ${token}` }));
    const { token: found } = await look(repo.root, { token, env: { GITHUB_API_URL: server.url } });
    expect(found).toMatchObject({ state: 'problem', summary: expect.stringContaining('401: Bad credentials ***') });
  });

  sampled('that workflows may not open pull requests with their own', async () => {
    await using repo = await onGitHub();
    await using server = await serving((request, response) => {
      const isSetting = request.url?.endsWith('/actions/permissions/workflow') === true;
      json(200, isSetting ? { default_workflow_permissions: 'read', can_approve_pull_request_reviews: false } : told(true))(
        request,
        response,
      );
    });
    const { token: found } = await look(repo.root, { token: 'ghs_ofTheWorkflow0123456789', env: { GITHUB_API_URL: server.url } });
    expect(found).toMatchObject({ state: 'warning', remedy: expect.stringContaining('Allow GitHub Actions to create') });
  });
});

describe('regreen doctor', () => {
  sampled('answers in words or as one document, by exit code, and shows no secret', async () => {
    await using repo = await sums();
    const env = { REGREEN_API_KEY: key, GITHUB_TOKEN: token };
    const [words, document, wrong] = await Promise.all(
      [
        ['--engine', 'builtin'],
        ['--json', '--base-url', 'http://127.0.0.1:9/v1'],
        ['--max-turns', 'many'],
      ].map((flags) => startCli(['doctor', '--repo', repo.root, ...flags], { temp: repo.temp, env }).ended),
    );
    expect(words).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/✓ tests +npm test/) });
    expect(words?.stdout).not.toContain('\u001b');
    const { schemaVersion, ok, checks } = JSON.parse(document?.stdout ?? '');
    expect([document?.exitCode, schemaVersion, ok]).toEqual([1, 1, false]);
    expect(checks.map(({ name }: Check) => name)).toEqual(['node', 'git', 'checkout', 'tests', 'sandbox', 'model', 'token']);
    expect(wrong).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--max-turns') });
    expect(JSON.stringify([words, document])).not.toMatch(new RegExp(`${key}|${token}`));
  });
});
