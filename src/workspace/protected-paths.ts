// The default list of what a fix may not touch: whatever judges the fix, runs it, or tells others what to do.
import { lockFiles } from './dependency-files.ts';

export interface DefaultRule {
  readonly about: 'tests' | 'build';
  /** Stands in the refusal, as the subject of "may not be changed by a fix". */
  readonly name: string;
  readonly globs: readonly string[];
  readonly caseSensitive?: boolean;
}

const anywhere = (...names: readonly string[]): string[] => names.map((name) => `**/${name}`);
const folders = (...names: readonly string[]): string[] => names.map((name) => `**/${name}/**`);

export const defaultRules: readonly DefaultRule[] = [
  {
    about: 'tests',
    name: 'tests',
    globs: [
      ...folders('test', 'tests', '__tests__', 'spec', 'specs', '*.Tests', '*.Test', 'e2e', 'cypress', 'androidTest', 'unittest'),
      // What behave and Cucumber read.
      ...anywhere('*.feature', 'features/steps/*.py', 'features/environment.py', 'features/step_definitions/**', 'features/support/*.rb'),
      ...anywhere('*.bats'),
      // Perl's.
      ...anywhere('*.t'),
      ...['t/**', 'xt/**'],
      ...anywhere('*.{test,tests,spec,specs,e2e,cy,unit,integration}.*', '*.{test,spec}-d.ts'),
      ...anywhere('*[-_]{test,tests,spec}.{js,jsx,cjs,mjs,ts,tsx,cts,mts,py,go,rb,rs,dart,ex,exs,php,lua,c,cc,cpp,jl}'),
      ...anywhere('{test,tests}.{js,jsx,cjs,mjs,ts,tsx,cts,mts,py,rb,rs,php}'),
      ...anywhere('test[-_]*.{js,cjs,mjs,ts,py,rb,php,c,cc,cpp,lua}', 'conftest.py'),
    ],
  },
  {
    about: 'tests',
    name: 'tests',
    // Without their case these would match words such as `Latest` and `Audit`.
    caseSensitive: true,
    globs: anywhere(
      '*{Test,Tests,TestCase}.{java,kt,scala,groovy,php,swift,cs,m,mm}',
      '*IT.{java,kt}',
      '*Spec.{scala,groovy,kt,hs}',
      'Test*.{java,kt}',
    ),
  },
  {
    about: 'tests',
    name: 'snapshots, fixtures and mocks of tests',
    globs: [
      ...folders('__snapshots__', '__fixtures__', '__mocks__', 'fixtures', 'fixture', 'testdata', 'test-data', 'snapshots', 'cassettes'),
      ...anywhere('*.snap', '*.snap.*', '*.approved.*', '*.golden'),
    ],
  },
  {
    about: 'build',
    name: 'test-runner configuration',
    globs: [
      ...anywhere('{vitest,jest,mocha,karma,playwright,playwright-ct,ava,cypress,wdio,nightwatch,stryker,protractor}{.,-,_}{conf,config}*'),
      ...anywhere('{vitest,jest}{.,-}*.{config,conf}.*', 'web-test-runner.config.*', 'vitest.workspace.*', 'jest-preset.*', 'jasmine.json'),
      ...anywhere('.mocharc*', '.taprc*', '.nycrc*', '.c8rc*', 'nyc.config.*', '.jasmine*', 'mocha.opts'),
      ...anywhere('{jest,vitest,test}{.,-}setup*.*', 'setup{.,-}{jest,vitest,tests,test}*.*', 'setupTests.*'),
      ...anywhere(
        'pytest.ini',
        '.pytest.ini',
        'tox.ini',
        'noxfile.py',
        '.coveragerc',
        '.rspec',
        '.proverc',
        'nextest.toml',
        'CTest{Custom,TestFile}.cmake',
        '.runsettings',
        '*.runsettings',
        'phpunit.xml*',
        'phpunit.dist.xml',
        'codeception.yml',
        '.simplecov',
      ),
    ],
  },
  {
    about: 'build',
    name: 'CI files',
    globs: [
      '.github/**',
      ...folders(
        '.circleci',
        '.buildkite',
        '.gitlab',
        '.gitea',
        '.forgejo',
        '.woodpecker',
        '.azure-pipelines',
        '.ci',
        '.semaphore',
        '.teamcity',
      ),
      ...anywhere(
        '.gitlab-ci*.yml',
        'Jenkinsfile*',
        'azure-pipelines*.y{,a}ml',
        '.travis.yml',
        'appveyor.yml',
        '.appveyor.yml',
        '.drone.{yml,star}',
      ),
      ...anywhere(
        'bitbucket-pipelines.yml',
        '.woodpecker.y{,a}ml',
        '.cirrus.{yml,star}',
        'cloudbuild.y{,a}ml',
        'buildspec.y{,a}ml',
        'codecov.yml',
        '.codecov.yml',
      ),
    ],
  },
  {
    about: 'build',
    name: 'targets that run the tests',
    globs: anywhere('{,GNU}makefile', '{,.}justfile', 'Rakefile', 'Taskfile.y{,a}ml', 'Makefile.PL', 'Build.PL'),
  },
  {
    about: 'build',
    name: 'lock files',
    globs: anywhere(...lockFiles),
  },
  {
    about: 'build',
    name: 'package manager configuration',
    globs: [
      ...anywhere(
        '.npmrc',
        '.yarnrc',
        '.yarnrc.yml',
        '.pnpmfile.cjs',
        'pnpm-workspace.yaml',
        'bunfig.toml',
        '.nvmrc',
        '.node-version',
        '.tool-versions',
      ),
      ...folders('node_modules', '.yarn'),
      'patches/**',
    ],
  },
  {
    about: 'build',
    name: 'instruction files of coding agents',
    globs: [
      ...anywhere(
        'AGENTS.md',
        'AGENTS.*.md',
        'CLAUDE.md',
        'CLAUDE.*.md',
        'GEMINI.md',
        'copilot-instructions.md',
        '.cursorrules',
        '.windsurfrules',
        '.clinerules',
      ),
      ...anywhere('.mcp.json', '.aider*'),
      ...folders('.codex', '.claude', '.cursor', '.gemini', '.windsurf', '.clinerules', '.agents', '.aider*'),
    ],
  },
  {
    about: 'build',
    name: 'git hooks and settings',
    globs: [
      ...folders('.husky', '.githooks', '.git-hooks', '.lefthook'),
      ...anywhere(
        'lefthook.y{,a}ml',
        '.lefthook.y{,a}ml',
        '.pre-commit-config.yaml',
        '.lintstagedrc*',
        'lint-staged.config.*',
        '.gitattributes',
        '.gitmodules',
      ),
    ],
  },
  { about: 'build', name: 'code ownership', globs: anywhere('CODEOWNERS') },
];
