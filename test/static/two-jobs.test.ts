import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { workflows } from './github.ts';
import { review } from './workflow-rules.ts';

const all = await workflows();
const twoJobs = [...all].filter(([, text]) => /mode: publish/.test(text) && !/mode: plan/.test(text));
const fanOut = all.get('.github/workflows/fan-out.yml') ?? '';
const [, sample = ''] = twoJobs[0] ?? [];
const expression = (text: string): string => `$\{{ ${text} }}`;

describe('the workflows in two jobs', () => {
  it('are the reusable one, and the one of the README', () => {
    expect(twoJobs.map(([name]) => name.replace(/\d+/, 'N'))).toEqual([
      '.github/workflows/repair.yml',
      '.github/workflows/readme-line-N.yml',
    ]);
  });

  it.each(twoJobs)('%s would pass a review', (_, text) => {
    expect(review(text)).toEqual([]);
  });

  it.each(twoJobs)('%s hands the bundle from the job that reads to the job that writes', (_, text) => {
    const { jobs } = parse(text);
    expect(jobs.fix.permissions).toEqual({ contents: 'read', actions: 'read', 'pull-requests': 'read' });
    expect(jobs.publish.permissions).toEqual({ contents: 'write', 'pull-requests': 'write' });
    expect(jobs.publish.needs).toBe('fix');
    expect(JSON.stringify(jobs.publish)).not.toMatch(/secrets\.|api-key|checkout/);
    const uploads = jobs.fix.steps.filter(({ uses = '' }) => uses.startsWith('actions/upload-artifact@'));
    const [download] = jobs.publish.steps.filter(({ uses = '' }) => uses.startsWith('actions/download-artifact@'));
    expect(uploads.map((upload: { with: { name: string } }) => upload.with.name)).toContain(download.with.name);
    expect(jobs.publish.steps.at(-1).with.bundle).toBe(download.with.path);
  });
});

describe('after a run that passed', () => {
  it.each(['repair.yml', 'fan-out.yml'])('%s runs the one job that closes what is moot, and nothing of the repository', (name) => {
    const { jobs } = parse(all.get(`.github/workflows/${name}`) ?? '');
    const first = jobs.plan ?? jobs.fix;
    const closing = jobs.close ?? jobs.publish;
    expect(first.if).toBe("github.event.workflow_run.conclusion != 'success'");
    expect(closing.if).toContain("github.event.workflow_run.conclusion == 'success'");
    expect(closing.steps.at(-1)).toMatchObject({ uses: 'regreen/regreen@v1', with: { mode: 'publish' } });
    expect(closing.permissions['pull-requests']).toBe('write');
  });
});

describe('the workflow for several causes', () => {
  it('would pass a review', () => {
    expect(review(fanOut)).toEqual([]);
  });

  it('lets only the job that publishes write, and hands each cause its own bundle', () => {
    const { jobs } = parse(fanOut);
    for (const job of [jobs.plan, jobs.fix])
      expect(job.permissions).toEqual({ contents: 'read', actions: 'read', 'pull-requests': 'read' });
    expect(jobs.publish.permissions).toEqual({ contents: 'write', 'pull-requests': 'write' });
    expect(JSON.stringify([jobs.plan, jobs.publish])).not.toMatch(/secrets\.|api-key/);
    const names = JSON.stringify(jobs.fix.steps).match(/regreen-bundle-\$\{\{ matrix\.cause \}\}/g);
    const [download] = jobs.publish.steps;
    expect(names).toHaveLength(1);
    expect(download.with.pattern).toBe(names?.[0]);
    for (const job of [jobs.fix, jobs.publish]) {
      expect(job.strategy).toMatchObject({ 'fail-fast': false, matrix: expression('fromJSON(needs.plan.outputs.matrix)') });
      expect(job.if).toContain('needs.plan.outputs.causes > 0');
      expect(job.concurrency.group).toContain(expression('matrix.cause'));
    }
  });
});

describe('a review finds', () => {
  it.each([
    ['permissions for all jobs', 'permissions: {}', 'permissions: write-all', /excessive-permissions/],
    ['an action by its tag', /(upload-artifact)@[0-9a-f]{40} # v7\.0\.0/, '$1@v7', /unpinned-uses/],
    ['a job that fixes and may write', 'contents: read', 'contents: write', /may write, and runs/],
    ['a key in the job that publishes', 'mode: publish', 'mode: publish\n          api-key: x', /key of a model/],
    [
      'an expression in a script',
      /- id: fix\n\s+uses: \S+/,
      '- id: fix\n        run: echo $' + '{{ github.head_ref }}',
      /template-injection/,
    ],
    ['no concurrency group', /concurrency:/g, 'x-concurrency:', /no concurrency/],
    ['a dangerous trigger', 'on:\n', 'on:\n  pull_request_target:\n', /dangerous-triggers/],
    ['a checkout that keeps its token', /actions\/upload-artifact@/, 'actions/checkout@', /artipacked/],
  ] as const)('%s', (_, right, wrong, finding) => {
    const broken = sample.replace(right, wrong);
    expect(broken).not.toBe(sample);
    expect(review(broken).join('\n')).toMatch(finding);
  });
});
