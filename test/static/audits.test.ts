import { describe, expect, it } from 'vitest';
import { audit } from './audits.ts';
import { workflows } from './github.ts';

const all = await workflows();
const open = '$' + '{{';

/** The README's shortest ways to start: one job, actions by their tags. The ways in two jobs are further below it. */
const isShort = (name: string, text: string): boolean =>
  name.includes('readme-line') && !/mode: publish|\/repair\.yml@|\/fan-out\.yml@/.test(text);
const byDesign = /\((?:excessive-permissions|unpinned-uses)\)$/;

it.each([...all])('%s passes the audits of zizmor that can apply to it', (name, text) => {
  expect(audit(text).filter((finding) => !(isShort(name, text) && byDesign.test(finding)))).toEqual([]);
});

const plain = `on:
  push:
permissions: {}
jobs:
  one:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1
        with:
          persist-credentials: false
      - run: npm test
`;

describe('an audit', () => {
  it('finds nothing in a plain workflow', () => {
    expect(audit(plain)).toEqual([]);
  });

  it.each([
    ['dangerous-triggers', '  push:', '  pull_request_target:'],
    ['dangerous-triggers', '  push:', '  workflow_run:\n    workflows: [CI]'],
    ['excessive-permissions', 'permissions: {}', 'permissions: write-all'],
    ['excessive-permissions', 'permissions: {}\n', ''],
    ['excessive-permissions', '    runs-on', '    permissions: write-all\n    runs-on'],
    ['unpinned-uses', '@3d3c42e5aac5ba805825da76410c181273ba90b1', '@v7'],
    ['obfuscation', 'actions/checkout@', 'actions/checkout/./@'],
    ['artipacked', 'persist-credentials: false', 'fetch-depth: 0'],
    ['template-injection', 'npm test', `echo ${open} github.head_ref }}`],
    [
      'template-injection',
      '- run: npm test',
      `- uses: actions/github-script@3d3c42e5aac5ba805825da76410c181273ba90b1\n        with:\n          script: ${open} github.head_ref }}`,
    ],
    ['github-env', 'npm test', 'echo "A=1" >> "$GITHUB_ENV"'],
    ['insecure-commands', 'npm test', 'npm test\n        env:\n          ACTIONS_ALLOW_UNSECURE_COMMANDS: true'],
    ['use-trusted-publishing', 'npm test', 'npm publish'],
    ['misfeature', 'npm test', 'npm test\n        shell: cmd'],
    ['cache-poisoning', '  push:', '  push:\n    tags: ["v*"]'],
    ['secrets-inherit', '    runs-on', '    secrets: inherit\n    runs-on'],
    ['self-hosted-runner', 'ubuntu-latest', '[self-hosted]'],
    ['unpinned-images', '    steps', '    container: node:24\n    steps'],
    [
      'hardcoded-container-credentials',
      '    steps',
      '    container:\n      image: a@sha256:0\n      credentials:\n        username: a\n        password: b\n    steps',
    ],
    ['overprovisioned-secrets', 'npm test', `npm test\n        env:\n          ALL: ${open} toJSON(secrets) }}`],
    ['unredacted-secrets', 'npm test', `npm test\n        env:\n          PART: ${open} fromJSON(secrets.A).b }}`],
    ['unsound-ternary', 'npm test', `npm test\n        env:\n          A: ${open} github.ref == 'x' && '' || 'y' }}`],
    ['unsound-condition', 'npm test', `npm test\n        if: |\n          ${open} github.ref == 'x' }}`],
    ['unsound-contains', 'npm test', `npm test\n        if: contains('refs/heads/main refs/heads/x', github.ref)`],
    ['bot-conditions', 'npm test', `npm test\n        if: github.actor == 'dependabot[bot]'`],
  ] as const)('named %s would find %j made %j', (name, right, wrong) => {
    const base =
      name === 'cache-poisoning'
        ? plain.replace('- run', '- uses: actions/setup-node@249970729cb0ef3589644e2896645e5dc5ba9c38\n      - run')
        : plain;
    expect(audit(base)).toEqual([]);
    expect(audit(base.replace(right, wrong)).join('\n')).toContain(`(${name})`);
  });
});
