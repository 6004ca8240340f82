import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cliOptions, type Inputs, inputTable, parseActionInputs, parseCliInputs } from '../../src/inputs/index.ts';

function action(values: Record<string, string>, env: Record<string, string> = {}) {
  return parseActionInputs({
    ...env,
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  });
}

function accepted(values: Record<string, string>, env?: Record<string, string>): Inputs {
  const parsed = action(values, env);
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  return parsed.inputs;
}

function problemsOf(values: Record<string, string>, env?: Record<string, string>): readonly string[] {
  const parsed = action(values, env);
  return parsed.ok ? [] : parsed.problems;
}

describe('inputs of the Action', () => {
  it('are all optional: nothing given means the contract’s defaults and the built-in engine', () => {
    expect(accepted({})).toMatchObject({
      mode: 'fix-and-publish',
      endpoint: null,
      engine: 'auto',
      transport: 'auto',
      limits: { turns: 24, minutes: 15, tokens: 400_000, costUsd: 2, testRuns: 40, changedLines: 200 },
      attempts: 1,
      delivery: 'pull-request',
      sandbox: 'auto',
      sandboxNetwork: 'none',
      branchPrefix: 'regreen/',
      optOutLabel: 'no-regreen',
      maxAttemptsPerFailure: 2,
      failOn: [],
    });
  });

  it('take every default that action.yml fills in', () => {
    const filled = inputTable.filter((row) => !row.impliedDefault && !row.secret).map((row) => [row.name, row.default]);
    expect(accepted(Object.fromEntries(filled))).toEqual(accepted({}));
  });

  it('are trimmed, as the toolkit does', () => {
    expect(accepted({ 'max-turns': ' 7 \n', 'test-command': '\tnpm test ' })).toMatchObject({
      limits: { turns: 7 },
      testCommand: 'npm test',
    });
  });

  it('may be lists, one entry a line', () => {
    const inputs = accepted({
      'protected-paths': 'src/generated/**\n\n  docs/** \r\n',
      'test-env': 'CI_NODE\nLANG, TZ',
      labels: 'bug, help wanted',
      reviewers: 'octocat\norg/team',
      'allowed-bots': 'renovate[bot]',
      'fail-on': 'not-fixed, declined',
    });
    expect(inputs).toMatchObject({
      protectedPaths: ['src/generated/**', 'docs/**'],
      testEnv: ['CI_NODE', 'LANG', 'TZ'],
      labels: ['bug', 'help wanted'],
      reviewers: ['octocat', 'org/team'],
      allowedBots: ['renovate[bot]'],
      failOn: ['not-fixed', 'declined'],
    });
  });

  it.each(['true', 'True', 'TRUE'])('read %s as a boolean of YAML', (text) => {
    expect(accepted({ draft: text, 'dry-run': text.replace(/true/i, 'False') })).toMatchObject({ draft: true, dryRun: false });
  });

  it('name a folder relative to the root', () => {
    expect(accepted({ 'working-directory': './packages//core/' }).workingDirectories).toEqual(['packages/core']);
    expect(accepted({ 'working-directory': '.' }).workingDirectories).toEqual(['']);
  });

  it.each([
    ['mode', 'repair', '"fix-and-publish", "fix", "publish"'],
    ['engine', 'gpt', '"auto", "builtin", "model"'],
    ['transport', 'sse', '"auto", "websocket", "http"'],
    ['delivery', 'email', '"pull-request"'],
    ['sandbox', 'docker', '"bubblewrap"'],
    ['draft', 'yes', 'true or false'],
    ['max-turns', '0', 'from 1 to 200'],
    ['max-turns', '201', 'from 1 to 200'],
    ['max-turns', '2.5', 'a whole number'],
    ['max-turns', '1e1', 'a whole number'],
    ['max-minutes', '361', 'from 0.5 to 360'],
    ['max-minutes', '-5', 'from 0.5 to 360'],
    ['max-cost-usd', 'two', 'US dollars'],
    ['max-cost-usd', '1,5', 'US dollars'],
    ['price', '2/10', '"2/0.1/10"'],
    ['base-url', 'ftp://example.org', 'http, https, ws or wss'],
    ['base-url', 'api.example.org/v1', 'http, https, ws or wss'],
    ['working-directory', '../other', 'inside the repository'],
    ['working-directory', '/etc', 'inside the repository'],
    ['protected-paths', 'a/**\n../b', 'inside the repository'],
    ['ref', '--upload-pack=x', 'branch, tag or commit'],
    ['green-ref', 'a..b', 'branch, tag or commit'],
    ['branch-prefix', 'a b/', 'letters, digits'],
    ['branch-prefix', '../', 'letters, digits'],
    ['fail-on', 'fixed broken', 'provider-unavailable'],
    ['test-env', 'A=1', 'names of environment variables'],
    ['report-dir', 'a\u0007b', 'a path'],
    ['model', 'two words', 'without spaces'],
    ['max-attempts-per-failure', '0', 'from 1 to 20'],
  ])('are refused with name, value and what is allowed: %s %j', (name, value, allowed) => {
    const problems = problemsOf({ [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`${name}: ${JSON.stringify(value)}`);
    expect(problems[0]).toContain(allowed);
    expect(problems[0]).not.toContain('\n');
  });

  it('report all problems at once', () => {
    expect(problemsOf({ engine: 'x', 'max-turns': 'y', draft: 'z' })).toHaveLength(3);
  });

  it('allow a fix that pushes nothing', () => {
    expect(accepted({ mode: 'fix', delivery: 'patch', 'commit-signing': 'none' })).toMatchObject({ mode: 'fix', delivery: 'patch' });
  });

  it('never throw, and give problems of one bounded line, whatever is written', () => {
    const names = inputTable.map((row) => row.name);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), fc.string({ unit: 'binary', maxLength: 300 })), (values) => {
        for (const problem of problemsOf(values)) {
          expect(problem).not.toMatch(/[\u0000-\u001f]|##\[/);
          expect(problem.length).toBeLessThan(1_500);
        }
      }),
    );
  });
});

describe('the model’s endpoint', () => {
  it('is the default one with a key alone', () => {
    expect(accepted({ 'api-key': 'sk-123456' }).endpoint).toMatchObject({
      baseUrl: 'https://api.openai.com/v1',
      apiKey: 'sk-123456',
      model: 'gpt-6.1-sol',
      price: { input: 2 },
    });
  });

  it('is used without a key when only its address is given, query string and all', () => {
    const baseUrl = 'ws://localhost:8080/v1?deployment=a';
    expect(accepted({ 'base-url': baseUrl, model: 'qwen' }).endpoint).toMatchObject({ baseUrl, apiKey: null, price: null });
  });

  it('is not used by the built-in engine, whose secrets are secrets all the same', () => {
    expect(accepted({ engine: 'builtin', 'api-key': 'sk-123456' })).toMatchObject({ endpoint: null, secrets: ['sk-123456'] });
  });

  it('is needed by `engine: model`', () => {
    expect(problemsOf({ engine: 'model' })).toEqual([expect.stringMatching(/^engine: "model" needs a model; give `api-key`/)]);
    expect(accepted({ engine: 'model', 'base-url': 'http://localhost:1/v1' }).endpoint).not.toBeNull();
  });

  it('needs a price when dollars are bounded and nobody knows it', () => {
    const given = { 'api-key': 'sk-123456', model: 'brand-new', 'max-cost-usd': '2' };
    expect(problemsOf(given)).toEqual([expect.stringMatching(/^max-cost-usd: "2" .*"brand-new".*give `price`/)]);
    expect(accepted({ ...given, price: '2/0.1/10' }).endpoint?.price).toEqual({ input: 2, cached: 0.1, output: 10 });
    expect(accepted({ ...given, engine: 'builtin' }).endpoint).toBeNull();
    expect(accepted({ 'api-key': 'sk-123456', model: 'brand-new' }).endpoint?.price).toBeNull();
  });
});

describe('secrets', () => {
  it.each(['sk with spaces', 'sk-line\nsk-other', 'sk-\u0000x', 'sk-ümlaut', '   ', '\n'])(
    'that are malformed are refused and not shown: %j',
    (key) => {
      const problems = problemsOf({ 'api-key': key });
      expect(problems).toEqual([expect.stringMatching(/^api-key: the value \(not shown\)/)]);
      expect(problems[0]).not.toContain('sk-');
    },
  );

  it('may end in the line end that was pasted with them, and an empty one is none', () => {
    expect(accepted({ 'api-key': 'sk-123456\n' }).endpoint?.apiKey).toBe('sk-123456');
    expect(accepted({ 'api-key': '' }).endpoint).toBeNull();
  });

  it('are not shown when they stand in another input, or in an address', () => {
    const problems = problemsOf({
      'api-key': 'sk-123456789',
      model: 'x sk-123456789',
      'base-url': 'https://user:pa55word@host/v1',
      'otlp-endpoint': 'ws://h/?token=q1w2e3r4',
    });
    expect(problems).toHaveLength(3);
    expect(problems.join('\n')).not.toMatch(/123456789|pa55word|q1w2e3r4/);
  });

  it('include the key of the collector, which stands in a variable, and behind its scheme', () => {
    const parsed = parseActionInputs({
      'INPUT_OTLP-ENDPOINT': 'https://c/?x-key=q1w2e3r4',
      OTEL_EXPORTER_OTLP_HEADERS: 'Authorization=Bearer%20abcdefghij, x-scope=1,bad name=y,=z,x-broken=%zz',
    });
    expect(parsed.ok && parsed.inputs.otlpHeaders).toEqual({ authorization: 'Bearer abcdefghij', 'x-scope': '1' });
    expect(parsed.ok && parsed.inputs.secrets).toEqual(['q1w2e3r4', 'Bearer abcdefghij', 'abcdefghij']);
  });

  it('include keys in the query string of the address, and not its version', () => {
    const inputs = accepted({ 'base-url': 'https://host/v1?api-version=2026-10-01&api-key=abcdef', 'github-token': 'ghs_1' });
    expect(inputs.secrets).toEqual(['ghs_1', 'abcdef']);
  });

  it.each([
    'NPM_TOKEN',
    'MY_SECRET',
    'API_KEY',
    'APIKEY',
    'myApiKey',
    'DB_PASSWORD',
    'AWS_CREDENTIALS',
    'SSH_PRIVATE',
    'NODE_AUTH',
    'GITHUB_ENV',
    'ACTIONS_RUNTIME_URL',
    'LD_PRELOAD',
  ])('are not for the tests: %s', (name) => {
    expect(problemsOf({ 'test-env': name })).toEqual([expect.stringMatching(/^test-env: .*look like a secret/)]);
  });

  it.each(['CI', 'NODE_ENV', 'TZ', 'DATABASE_URL', 'MONKEY_PATCH', 'KEYBOARD', 'AUTHOR', 'PWD'])(
    'leave a harmless variable alone: %s',
    (name) => {
      expect(accepted({ 'test-env': name }).testEnv).toEqual([name]);
    },
  );

  it('are not for the tests under a harmless name either', () => {
    // What every object inherits is no variable.
    expect(accepted({ 'test-env': 'toString\nconstructor' }).testEnv).toEqual(['toString', 'constructor']);
    expect(problemsOf({ 'api-key': 'sk-123456', 'test-env': 'INNOCENT' }, { INNOCENT: 'sk-123456' })).toEqual([
      expect.stringMatching(/^test-env: "INNOCENT"/),
    ]);
  });
});

describe('the command line', () => {
  const fix = (args: string[], env: Record<string, string> = {}) =>
    parseCliInputs(parseArgs({ args, options: cliOptions('fix') }).values, env);

  it('has the flags of the contract', () => {
    const flags = Object.keys(cliOptions('fix'));
    for (const flag of [
      'test',
      'setup',
      'green',
      'base-url',
      'model',
      'api-key-env',
      'transport',
      'engine',
      'attempts',
      'sandbox',
      'report-dir',
      'working-directory',
      'protected-paths',
      'allow-test-changes',
      'fail-on',
      'sandbox-network',
      'max-turns',
      'max-minutes',
      'max-tokens',
      'max-cost-usd',
      'max-test-runs',
      'max-changed-lines',
      'price',
    ]) {
      expect(flags).toContain(flag);
    }
    expect(flags).not.toContain('api-key');
    expect(flags).not.toContain('github-token');
  });

  it('pushes nothing and needs nothing', () => {
    expect(fix([])).toMatchObject({ ok: true, inputs: { mode: 'fix', endpoint: null, githubToken: null } });
  });

  it('reads values, lists and switches', () => {
    const parsed = fix([
      '--test',
      'npm test',
      '--green',
      'HEAD~1',
      '--protected-paths',
      'a/**',
      '--protected-paths',
      'b',
      '--allow-test-changes',
      '--max-turns=3',
    ]);
    expect(parsed).toMatchObject({
      ok: true,
      inputs: { testCommand: 'npm test', greenRef: 'HEAD~1', protectedPaths: ['a/**', 'b'], allowTestChanges: true, limits: { turns: 3 } },
    });
  });

  it('takes the key from its own variable or the one that is named, and never from an ambient one', () => {
    const key = (args: string[], env: Record<string, string>) => {
      const parsed = fix(args, env);
      return parsed.ok ? (parsed.inputs.endpoint?.apiKey ?? null) : parsed.problems;
    };
    expect(key([], { REGREEN_API_KEY: 'sk-own' })).toBe('sk-own');
    expect(key([], { OPENAI_API_KEY: 'sk-ambient' })).toBeNull();
    expect(key(['--api-key-env', 'OPENAI_API_KEY'], { OPENAI_API_KEY: 'sk-named', REGREEN_API_KEY: 'sk-own' })).toBe('sk-named');
    expect(key(['--api-key-env', 'NOWHERE'], { REGREEN_API_KEY: 'sk-own' })).toEqual([
      expect.stringContaining('--api-key-env: the variable "NOWHERE" is not set'),
    ]);
  });

  it('names the flag, or the variable, in a problem', () => {
    expect(fix(['--max-turns', '999', '--engine', 'x'])).toMatchObject({
      ok: false,
      problems: [expect.stringMatching(/^--engine: "x"/), expect.stringMatching(/^--max-turns: "999"/)],
    });
    expect(fix([], { REGREEN_API_KEY: 'two words' })).toMatchObject({
      ok: false,
      problems: [expect.stringMatching(/^\$REGREEN_API_KEY: the value \(not shown\)/)],
    });
  });

  it('publishes a bundle that is named, and asks no model whatever key is there', () => {
    expect(parseCliInputs({}, {}, 'publish')).toMatchObject({ ok: false, problems: [expect.stringMatching(/^bundle: .*publish/)] });
    expect(parseCliInputs({ bundle: 'b' }, { REGREEN_API_KEY: 'sk-own' }, 'publish')).toMatchObject({
      ok: true,
      inputs: { mode: 'publish', endpoint: null },
    });
    expect(problemsOf({ bundle: 'b' })).toEqual([expect.stringMatching(/^bundle: "b" is not allowed with mode "fix-and-publish"/)]);
    expect(problemsOf({ mode: 'publish' })).toHaveLength(1);
  });
});
