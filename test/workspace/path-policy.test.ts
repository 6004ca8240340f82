import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPathPolicy } from '../../src/workspace/index.ts';

const standard = createPathPolicy({ protectedPaths: null, allowTestChanges: false });
const withTests = createPathPolicy({ protectedPaths: null, allowTestChanges: true });
const nothing = createPathPolicy({ protectedPaths: [], allowTestChanges: true });

const tests = [
  ...['test/a.js', 'tests/unit/a.py', 'src/__tests__/a.ts', 'spec/a_spec.rb', 'src/a.test.ts', 'src/a.spec.tsx', 'pkg/a_test.go'],
  ...['t/add.t', 'xt/author/a.t', 'test/sums_test.exs', 'checks/dur.bats'],
  ...['features/cart.feature', 'features/steps/cart.py', 'features/environment.py', 'features/step_definitions/cart.rb'],
  ...['test_a.py', 'pkg/a_test.py', 'conftest.py', 'src/main/FooTest.java', 'FooTests.cs', 'foo-test.js', 'test.js', 'My.Tests/Foo.cs'],
  ...['src/__snapshots__/a.js.snap', 'fixtures/a.json', 'src/__mocks__/fs.js', 'testdata/x', 'Test/A.js', 'TESTS/a.js'],
];
const build = [
  ...[
    '.github/workflows/ci.yml',
    '.GitHub/workflows/ci.yml',
    '.github/CODEOWNERS',
    '.gitlab-ci.yml',
    '.circleci/config.yml',
    'Jenkinsfile',
  ],
  ...[
    'azure-pipelines.yml',
    '.travis.yml',
    'package-lock.json',
    'packages/a/yarn.lock',
    'pnpm-lock.yaml',
    'Cargo.lock',
    'go.sum',
    'poetry.lock',
  ],
  ...[
    'AGENTS.md',
    'docs/CLAUDE.md',
    '.codex/config.toml',
    '.claude/settings.json',
    '.cursor/rules/a.mdc',
    '.github/copilot-instructions.md',
  ],
  ...[
    '.husky/pre-commit',
    '.githooks/pre-push',
    'CODEOWNERS',
    'docs/CODEOWNERS',
    'vitest.config.ts',
    'jest.config.e2e.js',
    'karma.conf.js',
  ],
  ...[
    'playwright.config.ts',
    '.mocharc.json',
    'ava.config.js',
    'pytest.ini',
    'tox.ini',
    '.nycrc',
    '.npmrc',
    'node_modules/a/index.js',
    '.gitattributes',
  ],
  ...['Makefile', 'tools/makefile', 'GNUmakefile', 'justfile', '.justfile', 'Rakefile', 'Taskfile.yml'],
];
const source = [
  ...[
    'src/a.js',
    'index.js',
    'lib/mocha.js',
    'src/latest.ts',
    'src/contest.java',
    'src/Latest.java',
    'src/Audit.java',
    'README.md',
    'package.json',
  ],
  ...[
    'src/makefile.go',
    'src/testify.go',
    'src/attestation.ts',
    'src/inspect.js',
    'lib/jest/adapter.js',
    'src/specification.ts',
    '.gitignore',
    'src/lockfile.ts',
  ],
];

describe('the default list', () => {
  test.each(tests)('protects the test file %s, unless test changes are allowed', (path) => {
    expect(standard.refuses(path)).toMatch(/is protected: .* may not be changed by a fix/);
    expect(withTests.refuses(path)).toBeNull();
  });

  test.each(build)('protects %s, whether test changes are allowed or not', (path) => {
    expect(standard.refuses(path)).toMatch(/is protected/);
    expect(withTests.refuses(path)).toMatch(/is protected/);
  });

  test.each(source)('leaves %s open', (path) => {
    expect(standard.refuses(path)).toBeNull();
  });
});

describe('a list of one’s own', () => {
  test('replaces the default one and names the rule that matched', () => {
    const own = createPathPolicy({ protectedPaths: ['docs/', '*.sql', 'src/core/**'], allowTestChanges: false });
    expect(own.refuses('docs/a/b.md')).toMatch(/rule docs\//);
    expect(own.refuses('db/x.sql')).toMatch(/rule \*\.sql/);
    expect(own.refuses('src/core/a.js')).toMatch(/src\/core/);
    expect(own.refuses('test/a.js')).toBeNull();
    expect(own.refuses('src/other.js')).toBeNull();
  });
});

describe('whatever the lists say', () => {
  test.each([
    ...[
      '',
      '/etc/passwd',
      '/proc/self/environ',
      '../x',
      'a/../../x',
      'a/..',
      './a',
      'a//b',
      'a/',
      'C:/x',
      'c:x',
      '~/x',
      'a\\..\\b',
      'a\0b',
      'a\nb',
    ],
    ...[
      '.git/config',
      'a/.git/hooks/x',
      '.GIT/config',
      '.git /config',
      '.git./config',
      '.git::$INDEX_ALLOCATION/x',
      'git~1/config',
      '.g\u200cit/config',
      '.git',
    ],
  ])('%j is refused', (path) => {
    expect(nothing.refuses(path)).not.toBeNull();
  });

  test.each(['.gitignore', '.gitlab/x', 'a.git/x', 'src/git/x', '...', 'a..b', 'with space.js', 'ünï/cödé.js'])('%j is not', (path) => {
    expect(nothing.refuses(path)).toBeNull();
  });

  test('no path that is let through leaves the root or enters .git when it is joined', () => {
    const segment = fc.oneof(fc.constantFrom('..', '.', '', '.git', '.Git', 'a', ' ', '\\', '...'), fc.string({ maxLength: 4 }));
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 6 }), (segments) => {
        const path = segments.join('/');
        if (nothing.refuses(path) !== null) return;
        expect(join('/root', path).startsWith('/root/')).toBe(true);
        expect(path.toLowerCase().split('/')).not.toContain('.git');
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a manifest', () => {
  const manifest = (fields: object) =>
    JSON.stringify({ name: 'x', main: 'a.js', scripts: { test: 'mocha' }, dependencies: { a: '1' }, ...fields });
  const refusal = (fields: object) => standard.refusesChange?.('packages/a/package.json', manifest({}), manifest(fields));

  test('may change where it says what is loaded', () => {
    expect(refusal({ main: 'b.js', exports: { '.': './b.js' } })).toBeNull();
  });

  test.each([
    [{ scripts: { test: 'true' } }],
    [{ dependencies: {} }],
    [{ devDependencies: { a: '1' } }],
    [{ jest: { bail: 1 } }],
    [{ overrides: {} }],
  ])('may not change by %j', (fields) => {
    expect(refusal(fields)).toMatch(/is protected in part/);
  });

  test('may neither be deleted nor broken', () => {
    expect(standard.refusesChange?.('package.json', manifest({}), null)).toMatch(/deleted/);
    expect(standard.refusesChange?.('package.json', manifest({}), '{')).toMatch(/JSON/);
  });

  test('rules do not concern other files', () => {
    expect(standard.refusesChange?.('a.json', '{}', '{')).toBeNull();
  });
});
