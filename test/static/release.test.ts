import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { releaseOf } from '../tools/release.ts';
import { root } from './github.ts';
import { review } from './workflow-rules.ts';

const workflow = await readFile(join(root, '.github/workflows/release.yml'), 'utf8');

describe('the release workflow', () => {
  it('would pass a review', () => {
    expect(review(workflow)).toEqual([]);
  });

  it('lets no job that may write run code of the repository, and publishes only what was verified', () => {
    const { jobs } = parse(workflow);
    expect(jobs.verify.permissions).toEqual({ contents: 'read' });
    expect(jobs.publish.needs).toBe('verify');
    expect(JSON.stringify(jobs.publish.steps)).not.toMatch(/checkout|npm|node /);
    const runs = jobs.verify.steps.map(({ run = '' }) => run).join('\n');
    expect(runs).toMatch(/npm run build\ntest -z "\$\(git status --porcelain -- dist\)"/);
    expect(runs).toContain('git merge-base --is-ancestor HEAD origin/main');
  });

  it('never moves or replaces a version that is out', () => {
    const { on, jobs } = parse(workflow);
    expect(on).toEqual({ push: { tags: ['v[0-9]+.[0-9]+.[0-9]+'] } });
    const forced = jobs.publish.steps.filter(({ run = '' }) => run.includes('force'));
    expect(forced).toHaveLength(1);
    expect(forced[0].if).toBe("needs.verify.outputs.newest == 'true'");
    expect(forced[0].run).not.toContain('GITHUB_REF_NAME');
    expect(JSON.stringify(jobs.publish.steps)).not.toMatch(/clobber|release (?:edit|delete|upload)/);
  });
});

describe('a tag', () => {
  const changelog = '# Changelog\n\n## Unreleased\n\n- later\n\n## 1.2.0 (2026-11-26)\n\n- **New**: a thing\n\n## 1.1.0\n\n- older\n';
  const facts = { tag: 'v1.2.0', version: '1.2.0', changelog, tags: ['v1', 'v1.1.0', 'v1.2.0', 'v2.0.0', 'nightly'] };

  it('becomes a release with the notes of its version, and takes the major one along', () => {
    expect(releaseOf(facts)).toEqual({ ok: true, major: 'v1', newest: true, notes: '- **New**: a thing' });
  });

  it('of an older line leaves the major one where it is', () => {
    expect(releaseOf({ ...facts, tags: [...facts.tags, 'v1.10.0'] })).toMatchObject({ ok: true, newest: false });
    expect(releaseOf({ ...facts, tags: [...facts.tags, 'v1.2.1'] })).toMatchObject({ newest: false });
  });

  it.each([
    ['another version than the manifest', { version: '1.2.1' }, /package\.json says 1\.2\.1/],
    ['no section', { changelog: '# Changelog\n\n## 1.2.01\n' }, /no section "## 1\.2\.0"/],
    ['an empty section', { changelog: '## 1.2.0\n\n## 1.1.0\n\n- older\n' }, /is empty/],
    ['what is no version', { tag: 'v1.2', version: '1.2' }, /no version such as/],
    ['a version with a leading zero', { tag: 'v01.2.0', version: '01.2.0' }, /no version such as/],
  ])('is refused with %s', (_, wrong, reason) => {
    expect(releaseOf({ ...facts, ...wrong })).toEqual({ ok: false, reason: expect.stringMatching(reason) });
  });
});
