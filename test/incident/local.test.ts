import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLocalIncident, repoOfRemote } from '../../src/incident/index.ts';
import { openCheckout } from '../../src/workspace/index.ts';
import { makeRepository } from '../github/repository.ts';

describe('the incident of a local checkout', () => {
  it('is whatever is checked out now', async () => {
    await using repository = await makeRepository();
    const sha = await repository.commit({ a: '1\n' });
    await repository.git('remote', 'add', 'origin', 'https://mona:secret@github.com/octo-org/octo-repo.git');
    const opened = await openCheckout(repository.root);
    if (!opened.ok) throw new Error(opened.reason);
    const incident = await readLocalIncident(opened.checkout, { green: 'HEAD~1' });
    expect(incident).toMatchObject({ event: 'local', repo: 'octo-org/octo-repo', sha, branch: 'main', green: 'HEAD~1' });
    expect(JSON.stringify(incident)).not.toContain('secret');
  });

  it('needs no remote', async () => {
    await using repository = await makeRepository();
    await repository.commit({ a: '1\n' });
    const opened = await openCheckout(repository.root);
    if (!opened.ok) throw new Error(opened.reason);
    expect((await readLocalIncident(opened.checkout, { green: null })).repo).toBeNull();
  });
});

describe('the repository of a remote address', () => {
  it.each([
    ['https://github.com/octo-org/octo-repo', 'octo-org/octo-repo'],
    ['https://user:pass@github.example.com/octo-org/octo-repo.git/', 'octo-org/octo-repo'],
    ['git@github.com:octo-org/octo.repo.git', 'octo-org/octo.repo'],
    ['ssh://git@github.com:22/octo-org/octo-repo.git', 'octo-org/octo-repo'],
    ['/srv/git/octo-repo.git', null],
    ['../octo-org/octo-repo', null],
    ['C:\\repos\\octo-repo', null],
    ['C:/octo-org/octo-repo', null],
    ['https://example.com/group/sub/project.git', null],
    ['file:///octo-org/octo-repo', null],
    ['', null],
  ])('%s is %s', (address, repo) => {
    expect(repoOfRemote(address)).toBe(repo);
  });

  it('never holds more than owner and name', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `git@host:${text}`),
        ),
        (address) => {
          expect(repoOfRemote(address) ?? 'a/b').toMatch(/^[\w-]+\/[\w.-]+$/);
        },
      ),
    );
  });
});
