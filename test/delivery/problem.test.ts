import { describe, expect, it } from 'vitest';
import { boundBody, boundTitle, branchFor, compareUrl } from '../../src/delivery/branch.ts';
import { explainPush } from '../../src/delivery/problem.ts';

describe('a refused push is explained', () => {
  it.each([
    [
      'remote: error: GH006: Protected branch update failed for refs/heads/regreen/x.\n ! [remote rejected]',
      /protected/,
      /exempt regreen\/\*\*/,
    ],
    ['remote: error: GH013: Repository rule violations found for refs/heads/regreen/x.', /protected/, /exempt/],
    [
      ' ! [remote rejected] x -> x (refusing to allow a GitHub App to create or update workflow `.github/workflows/ci.yml` without `workflows` permission)',
      /\.github\/workflows/,
      /workflows permission/,
    ],
    [
      'remote: Permission to o/r.git denied to github-actions[bot].\nfatal: unable to access: The requested URL returned error: 403',
      /may not write/,
      /contents: write/,
    ],
    ["fatal: could not read Username for 'https://github.com': terminal prompts disabled", /not accepted/, /github-token/],
    [' ! [rejected] x -> x (stale info)', /somebody else/, /again/],
    ['remote: no Friday releases\n ! [remote rejected] x -> x (pre-receive hook declined)', /no Friday releases/, /rule/],
    ['fatal: something new', /something new/, /again/],
  ])('%s', (said, reason, remedy) => {
    const told = explainPush(said, 'regreen/x', 'regreen/');
    expect(told.reason).toMatch(reason);
    expect(told.remedy).toMatch(remedy);
  });
});

describe('names and texts', () => {
  it('a branch is named by its base and the first 12 digits of the failure', () => {
    expect(branchFor('regreen/', 'feature/login', '0123456789abcdef')).toBe('regreen/feature/login-0123456789ab');
  });

  it('a title is one line of at most 120 characters', () => {
    expect(boundTitle(' Fix\n the\u0000 sum ')).toBe('Fix the sum');
    expect(boundTitle('😀'.repeat(200)).length).toBeLessThanOrEqual(120);
    expect(boundTitle('😀'.repeat(200))).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
  });

  it('a body is below the limit of GitHub', () => {
    expect(boundBody('x'.repeat(100_000)).length).toBeLessThan(65_536);
    expect(boundBody('short')).toBe('short');
  });

  it('the compare address survives odd branch names', () => {
    expect(compareUrl('https://github.com/', 'o/r', 'release/1#2', 'regreen/a?b')).toBe(
      'https://github.com/o/r/compare/release/1%232...regreen/a%3Fb?expand=1',
    );
  });
});
