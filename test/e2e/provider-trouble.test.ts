// A model that cannot be asked is nobody's fault at this build: one sentence says so, the step stays green, and what the built-in engine
// found out is told all the same.
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Git } from '../../src/workspace/index.ts';
import { close, listen } from '../github/http.ts';
import { makeRepository } from '../github/repository.ts';
import { type Stage, setStage } from './stage.ts';

const key = 'sk-trouble-ThatMustTurnUpNowhere0123456789';
let stage: Stage;

/** Green, then a function that does nothing yet: no undoing and no template makes its test pass. */
async function makeUnfinished(folder: string): Promise<{ green: string; red: string }> {
  await using repository = await makeRepository();
  const manifest = JSON.stringify({ name: 'pairs', type: 'module', private: true, scripts: { test: 'node --test' } });
  const green = await repository.commit({ 'package.json': manifest, 'src/pairs.js': 'export const separator = ";";\n' });
  const source = 'export const separator = ";";\n\nexport function parse(text) {\n  return {};\n}\n';
  const tests =
    "import assert from 'node:assert/strict';\nimport { test } from 'node:test';\nimport { parse } from '../src/pairs.js';\n\ntest('reads pairs', () => {\n  assert.deepEqual(parse('a=1;b=2'), { a: '1', b: '2' });\n});\n";
  const red = await repository.commit({ 'src/pairs.js': source, 'test/pairs.test.js': tests });
  await new Git(repository.root).text(['clone', '--quiet', repository.root, folder]);
  return { green, red };
}

beforeAll(async () => {
  stage = await setStage(makeUnfinished);
});
afterAll(() => stage[Symbol.asyncDispose]());

const refusal = (type: string, message: string) => JSON.stringify({ error: { type, code: type, message } });
const whole = process.env.REGREEN_PROVE_RUNS !== undefined;

test.each(
  [
    ['no credit is left', 402, refusal('insufficient_quota', `You exceeded your current quota (${key}).`), /402|quota|credit/i],
    ['the key is turned down', 401, refusal('invalid_api_key', `Incorrect API key provided: ${key}.`), /401|key/i],
    ['the provider is out of order', 503, 'upstream connect error', /503|answer|unavailable|reach/i],
    ['nothing answers at the address', 0, '', /reach|refused|connect/i],
  ].slice(0, whole ? 4 : 1) as [string, number, string, RegExp][],
)('%s', { timeout: 180_000 }, async (name, status, body, said) => {
  const branch = name.replaceAll(' ', '-');
  await stage.remote.git('branch', '--force', 'main', stage.green);
  await stage.remote.git('branch', branch, stage.red);
  const pull = Object(await stage.github.asPerson('POST', '/pulls', { title: 'Pairs', head: branch, base: 'main', body: '' }));
  const server = createServer((_request, response) => response.writeHead(status, { 'content-type': 'application/json' }).end(body));
  server.on('upgrade', (_request, socket) => socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: ${body.length}\r\n\r\n${body}`));
  const address = await listen(server);
  if (status === 0) await close(server);

  const inputs = { 'base-url': `${address}/v1`, 'api-key': key, model: 'absent', delivery: 'comment', 'green-ref': stage.green };
  const workspace = await stage.folder();
  await new Git(workspace).text(['clone', '--quiet', '--branch', branch, stage.remote.bareDir, '.']);
  const facts = { branch, number: pull.number };
  const result = await stage.run('pull_request', { workspace, facts, ref: `refs/pull/${pull.number}/merge`, inputs });
  if (status !== 0) await close(server);

  expect(result.exitCode).toBe(0);
  expect(result.outputs).toMatchObject({ outcome: 'provider-unavailable', fixed: 'false', delivery: 'not-requested' });
  expect(result.stdout).not.toContain('::error');
  const warnings = result.stdout.split('\n').filter((line) => /^::warning [^:]*title=Regreen%3A (?!look here)/.test(line));
  expect(warnings).toEqual([expect.stringMatching(said)]);
  const comments = (await stage.github.asPerson('GET', `/issues/${pull.number}/comments`)) as { body: string }[];
  expect(comments).toHaveLength(1);
  for (const text of [result.summary, comments[0]?.body ?? '']) {
    expect(text).toMatch(said);
    expect(text).toContain('reads pairs');
    expect(text).toContain('src/pairs.js');
  }
  const everything = [result.stdout.replace(/^::add-mask::.*$/gm, ''), result.summary, ...comments.map((each) => each.body)];
  for (const text of [...everything, ...Object.values(await result.files())])
    expect(text.replace(/^::add-mask::.*$/gm, '')).not.toContain(key);
  if (process.env.SHOW) console.log(result.stdout, '\n=====SUMMARY\n', result.summary, '\n=====COMMENT\n', comments[0]?.body);
});
