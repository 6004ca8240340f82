import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { type FailedRun, findFailedJobs, type Incident, openRunApi, readFailedRun } from '../../src/incident/index.ts';
import { close, listen } from '../github/http.ts';

const token = 'ghs_the-token-of-this-test';
const stamp = '2026-11-25T10:00:00.1234567Z ';
const incident: Incident = {
  ...{
    event: 'workflow_run',
    repo: 'o/r',
    sha: 'a'.repeat(40),
    head: null,
    branch: 'main',
    base: 'main',
    green: null,
    actor: null,
    pullRequest: null,
  },
  run: { id: 5, attempt: 2, url: 'https://github.com/o/r/actions/runs/5', workflow: 'CI' },
  workflowId: 9,
};
const legs = ['test (18)', 'test (20)', 'test (22)'];
const logOf = (last: string) =>
  [
    '##[group]Run npm test',
    '\u001b[36;1mnpm test\u001b[0m',
    'shell: /usr/bin/bash -e {0}',
    '##[endgroup]',
    '✔ pays (3ms)',
    'not ok 2 - adds the tax',
    '  AssertionError: expected 3 to be 4',
    last,
    '##[error]Process completed with exit code 1.',
  ]
    .map((line) => stamp + line)
    .join('\n');

type Handler = (request: IncomingMessage, response: ServerResponse, path: string) => boolean;
let stop: (() => Promise<void>) | null = null;
afterEach(async () => {
  await stop?.();
  stop = null;
});

/** The endpoints that the far side lacks, as small as they can be; `special` answers first. */
async function read(
  special: Handler = () => false,
  of: Incident = incident,
): Promise<{ run: FailedRun; asked: string[]; tokensElsewhere: string[] }> {
  const asked: string[] = [];
  const tokensElsewhere: string[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/\?.*/, '');
    asked.push(path);
    if (path.startsWith('/blob') && request.headers.authorization !== undefined) tokensElsewhere.push(path);
    if (special(request, response, path)) return;
    const json = (body: unknown) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const job = (name: string, index: number, conclusion: string) => ({
      id: 100 + index,
      name,
      conclusion,
      status: 'completed',
      steps: [{ name: 'Run npm test', number: 4, conclusion }],
    });
    const id = Number(/(\d+)(?:\/logs)?$/.exec(path)?.[1]);
    if (path.endsWith('/runs/5/attempts/2/jobs'))
      return void json({ jobs: [...legs.map((name, index) => job(name, index, 'failure')), job('test (24)', 9, 'success')] });
    if (/\/jobs\/\d+\/logs$/.test(path)) return void response.writeHead(302, { location: `/blob/${id}` }).end();
    if (path.startsWith('/blob/')) return void response.end(logOf(id === 102 ? 'RangeError: only on 22' : 'the end'));
    if (path.endsWith('/annotations'))
      return void json([{ path: 'src/tax.js', start_line: 12, annotation_level: 'failure', message: 'expected 3 to be 4' }]);
    if (path.endsWith('/artifacts')) return void json({ artifacts: [] });
    json({ workflow_runs: [] });
  });
  const apiUrl = await listen(server);
  stop = () => close(server);
  const signal = AbortSignal.timeout(30_000);
  const api = openRunApi({ token, apiUrl, signal, wait: async () => {} });
  const jobs = await findFailedJobs(api, of);
  if (!jobs.ok) throw new Error(jobs.reason);
  return { run: await readFailedRun(api, of, jobs.found, { mask: (text) => text, signal }), asked, tokensElsewhere };
}

const answer = (response: ServerResponse, status: number, headers: Record<string, string> = {}) => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end('{"message":"no"}');
  return true;
};

describe('the failed run', () => {
  it('is told once for all legs of a matrix that failed alike, with what only one of them says', async () => {
    const { run } = await read();
    expect(run.text.match(/not ok 2 - adds the tax/g)).toHaveLength(2);
    expect(run.text).toContain('test (18), test (20)');
    expect(run.text).toMatch(/only in test \(22\)(?:.|\n)*RangeError: only on 22/);
    expect(run.text).toContain('Passed: test (24)');
    expect(run.text).toContain('src/tax.js:12: expected 3 to be 4');
  });

  it('says which step failed and what it ran', async () => {
    const { run } = await read();
    expect(run.steps[1]).toEqual({
      workflow: 'CI',
      job: 'test',
      leg: 'test (20)',
      matrix: ['20'],
      step: 'Run npm test',
      number: 4,
      command: 'npm test',
    });
  });

  it('never shows the token to the host a log is kept on', async () => {
    const { tokensElsewhere, asked } = await read();
    expect(asked.filter((path) => path.startsWith('/blob'))).toHaveLength(3);
    expect(tokensElsewhere).toEqual([]);
  });

  it('asks for a new link once when one has expired', async () => {
    let expired = 0;
    const { run, asked } = await read((_, response, path) => path === '/blob/101' && expired++ === 0 && answer(response, 403));
    expect(asked.filter((path) => path.endsWith('/jobs/101/logs'))).toHaveLength(2);
    expect(run.notes).toEqual([]);
  });

  it.each([
    ['410', 410, {}, /The log has expired\./],
    ['404', 404, {}, /The log was not found/],
    ['403', 403, {}, /add "actions: read" to the permissions of the job/],
    [
      'a primary rate limit',
      403,
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '9999999999' },
      /the rate limit of GitHub is used up/,
    ],
    ['500', 500, {}, /GitHub answered 500/],
  ])('goes on without logs after %s, and says so in one sentence', async (_, status, headers, sentence) => {
    const { run } = await read((_request, response, path) => path.endsWith('/logs') && answer(response, status, headers));
    expect(run.notes).toHaveLength(1);
    expect(run.notes[0]).toMatch(sentence);
    expect(run.text).toContain('Run npm test');
  });

  it('waits for a secondary rate limit that is short, and for a server that stumbles', async () => {
    let times = 0;
    const { run } = await read(
      (_, response, path) =>
        path.endsWith('/jobs/100/logs') && times++ < 2 && answer(response, times === 1 ? 429 : 502, { 'retry-after': '2' }),
    );
    expect(run.notes).toEqual([]);
  });

  it('takes a log that breaks off for what it is', async () => {
    const { run } = await read((_, response, path) => {
      if (path !== '/blob/100') return false;
      response.writeHead(200, { 'content-length': '100000' });
      response.write(logOf('the end'), () => response.destroy());
      return true;
    });
    expect(run.notes.join()).toMatch(/broke off/);
    expect(run.text).toContain('test (20)');
  });
});

describe('beside the last green run of the same workflow', () => {
  const noise = (times: number, folder: string) =>
    Array.from({ length: times }, (_, index) => `Error: cache ${index} of ${folder}/src/cache.js is cold, after ${index * 7}ms`);
  const log = (lines: readonly string[]) => lines.map((line) => stamp + line).join('\n');
  const red = log([
    '##[group]Run npm test',
    '\u001b[36;1mnpm test\u001b[0m',
    '##[endgroup]',
    '##[group]tests of the ledger',
    ...noise(40, '/home/runner/work/r/r'),
    'the ledger is off by 3 cents',
    '##[endgroup]',
    '##[error]Process completed with exit code 1.',
  ]);
  const green = log(['##[group]tests of the ledger', ...noise(60, '/Users/runner/work/r/r'), 'the ledger balances', '##[endgroup]']);
  const asks: string[] = [];

  /** A far side whose branch `at` has been green. */
  const withGreen =
    (at: string): Handler =>
    (request, response, path) => {
      const json = (body: unknown) => {
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
        return true;
      };
      if (path.endsWith('/workflows/9/runs')) {
        const branch = new URL(request.url ?? '', 'http://x').searchParams.get('branch') ?? '';
        asks.push(branch);
        return json({
          workflow_runs:
            branch === at ? [{ id: 7, head_sha: 'b'.repeat(40), run_attempt: 1, html_url: 'https://github.com/o/r/actions/runs/7' }] : [],
        });
      }
      if (path.endsWith('/runs/7/attempts/1/jobs'))
        return json({ jobs: [{ id: 700, name: 'test (20)', conclusion: 'success', status: 'completed', steps: [] }] });
      if (path === '/blob/700') return response.end(green).writableEnded;
      return path.startsWith('/blob/') && response.end(red).writableEnded;
    };

  it('the one line that is new is shown and called so, whatever louder lines both have printed', async () => {
    const { run } = await read(withGreen('main'));
    const before = await read();
    expect(run.text).toMatch(/not in the last green run[^\n]*\]\n(?:[^\n]*\n){0,12}the ledger is off by 3 cents/);
    expect(before.run.text).not.toContain('not in the last green run');
  });

  it('what both have printed is not called new, whatever its numbers and wherever the repository was checked out', async () => {
    const { run } = await read(withGreen('main'));
    const marked = run.text.split(/^(?=\[line )/m).filter((part) => part.includes('not in the last green run'));
    expect(marked).toHaveLength(1);
    expect(run.distillate.excerpts.match(/is cold/g)?.length ?? 0).toBeLessThan(30);
  });

  it('a branch that was never green is compared with the one it goes to', async () => {
    asks.length = 0;
    const { run } = await read(withGreen('main'), { ...incident, branch: 'topic' });
    expect(asks).toEqual(['topic', 'main']);
    expect(run.text).toContain('not in the last green run');
  });

  it('a green log that is gone costs the comparison and nothing else', async () => {
    const far = withGreen('main');
    const { run } = await read((request, response, path) => (path === '/blob/700' ? answer(response, 410) : far(request, response, path)));
    expect(run.notes).toEqual([]);
    expect(run.text).toContain('the ledger is off by 3 cents');
  });
});
