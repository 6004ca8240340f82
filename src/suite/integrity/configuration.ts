// Files that decide what is run, installed and checked.
import { protectionOf } from '../../workspace/index.ts';
import { literalTree, parseScript } from './javascript.ts';
import { patternFindings } from './patterns.ts';
import type { FileChange, Found, RuleId, Severity } from './types.ts';

type Say = (rule: RuleId, message: string, severity?: Severity) => Found;

/** Findings in a file that is neither a test nor code. */
export function checkConfiguration(change: FileChange): Found[] {
  const { path, before, after } = change;
  if (before === after && !change.binary && change.oldPath === path) return [];
  const say: Say = (rule, message, severity = 'blocking') => ({ rule, severity, path, line: null, message });
  const name = path.split('/').at(-1) ?? path;
  if (/\.(?:md|mdx|rst|adoc|txt)$/i.test(name) && !/^(?:requirements|constraints|CMakeLists)/.test(name)) return [];
  const hidden = patternFindings(change, false).filter(({ rule }) => rule !== 'constant-condition');
  if (name === 'package.json') return [...manifest(before, after, say), ...hidden];
  if (/^[tj]sconfig.*\.json$/.test(name)) return compilerOptions(before, after, say);
  if (/^(?:pyproject\.toml|setup\.cfg|tox\.ini|pytest\.ini|\.pytest\.ini|\.coveragerc|mypy\.ini|ruff\.toml|\.flake8|Pipfile)$/.test(name))
    return [...sections(name, before, after, say), ...hidden];
  if (/^requirements.*\.(?:txt|in)$|^constraints.*\.txt$/.test(name)) return requirements(before, after, say);
  const builder = buildTools.find(([pattern]) => pattern.test(name));
  if (builder !== undefined) return [...ofBuildTool(before, after, builder[1], say), ...hidden];
  switch (protectionOf(path) ?? protectionOf(change.oldPath)) {
    case 'CI files':
      return [say('ci-changed', 'what CI runs is changed'), ...hidden];
    case 'test-runner configuration':
      return [say('test-configuration', 'the configuration of the test runner is changed'), ...coverage(before, after, say), ...hidden];
    case 'targets that run the tests':
      return [say('test-configuration', 'a target with which tests may be run is changed'), ...hidden];
    case 'lock files':
      return [say('dependency-swapped', 'the installed dependencies are changed', 'warning')];
    case 'package manager configuration':
      return [say('dependency-swapped', 'what is installed, or from where, is changed')];
    case 'git hooks and settings':
      return [say('checks-off', 'git hooks or attributes are changed', 'warning'), ...hidden];
    default:
  }
  if (/^(?:sitecustomize|usercustomize)\.py$|\.pth$/.test(name))
    return [say('test-configuration', 'Python loads this by itself before any test')];
  if (
    /^(?:\.eslintrc.*|eslint\.config\..*|biome\.jsonc?|\.oxlintrc.*|tslint\.json|\.pylintrc|\.rubocop\.yml|pyrightconfig\.json)$/.test(name)
  )
    return [say('checks-off', 'the configuration of a linter is changed', 'warning')];
  if (/^(?:vite|rspack|webpack|rollup|babel|swc|esbuild)\.config\.|^\.(?:babelrc|swcrc|env(?:\..*)?)$/.test(name))
    return buildConfiguration(change, say);
  return hidden;
}

/** What in the description of a build decides which tests run, and whether their failures count. */
const buildTools: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^pom\.xml$/,
    /surefire|failsafe|skip\w*test|maven\.test\.|test(?:failureignore|excludes?|includes?|sourcedirectory|resources?)\b|failifnotests|<skip>|<(?:excludes?|groups|excludedGroups|includes?|rerunFailingTestsCount)>|argLine|jacoco/i,
  ],
  [/^(?:build|settings)\.gradle(?:\.kts)?$/, /\btest\b|ignoreFailures|filter\b|exclude|useJUnit|enabled|jacoco|jvmArgs|onlyIf/i],
  [/^Cargo\.toml$/, /\[\[(?:test|bench)\]\]|^\s*\[(?:patch|replace)\b|debug-assertions|\b(?:test|doctest|harness|autotests)\s*=|\[lints/],
  [/^composer\.json$/, /scripts|phpunit|pest|autoload-dev|process-timeout/i],
  [/^mix\.exs$/, /test|aliases|elixirc_paths|preferred_cli_env/i],
  [/^(?:.+\.(?:csproj|fsproj|vbproj)|Directory\.Build\.(?:props|targets))$/, /Test|NoWarn|TreatWarningsAsErrors|VSTest|Compile Remove/i],
  [
    /^CMakeLists\.txt$|\.cmake$/,
    /add_test|enable_testing|set_tests_properties|WILL_FAIL|DISABLED|gtest_discover|catch_discover|CTest|TIMEOUT|NDEBUG/i,
  ],
  [/^(?:Gemfile|.+\.gemspec)$/, /rspec|minitest|simplecov|test-unit/i],
  [/^meson\.build$/, /\btest\s*\(|should_fail|is_parallel|\bsuite\b|timeout|NDEBUG|b_ndebug|add_test_setup/i],
  [/^BUILD(?:\.bazel)?$|\.bzl$/, /\b(?:tags|flaky|size|timeout|shard_count|args|env|local|testonly)\s*=|NDEBUG|target_compatible_with/],
  [/^\.bazelrc$/, /\S/],
  [/^go\.(?:mod|work)$/, /^\s*replace\b|=>/m],
];

/** Lines about tests that came or went. */
function ofBuildTool(before: string | null, after: string | null, about: RegExp, say: Say): Found[] {
  const linesOf = (text: string | null): string[] =>
    (text ?? '')
      .split('\n')
      .filter((line) => about.test(line))
      .map((line) => line.trim());
  const [was, is] = [linesOf(before), linesOf(after)];
  const changed = [...is.filter((line) => !was.includes(line)), ...was.filter((line) => !is.includes(line))];
  const [first] = changed;
  return first === undefined ? [] : [say('test-configuration', `how the tests are built and run is changed (“${first.slice(0, 80)}”)`)];
}

const testFields: ReadonlySet<string> = new Set(['jest', 'vitest', 'mocha', 'ava', 'nyc', 'c8', 'tap', 'jasmine', 'playwright']);
const overrideFields: ReadonlySet<string> = new Set(['overrides', 'resolutions', 'pnpm', 'bundledDependencies', 'bundleDependencies']);

function manifest(before: string | null, after: string | null, say: Say): Found[] {
  const was = objectOf(before);
  const is = objectOf(after);
  if (after === null || Object.keys(is).length === 0) return [say('test-configuration', 'the manifest is gone or can no longer be read')];
  const found: Found[] = [];
  for (const field of new Set([...Object.keys(was), ...Object.keys(is)])) {
    if (JSON.stringify(was[field]) === JSON.stringify(is[field])) continue;
    if (field === 'scripts') {
      const changed = changedKeys(was[field], is[field]);
      const decides = changed.filter((key) => /test|check|lint|ci|cov|verify|spec|type|build|install|prepare/i.test(key));
      if (decides.length > 0)
        found.push(
          say(
            'test-configuration',
            `the script ${decides
              .slice(0, 3)
              .map((key) => `“${key}”`)
              .join(', ')} is changed`,
          ),
        );
      else found.push(say('test-configuration', 'a script of the manifest is changed', 'warning'));
    } else if (testFields.has(field)) found.push(say('test-configuration', `the configuration of the test runner (“${field}”) is changed`));
    else if (overrideFields.has(field))
      found.push(say('dependency-swapped', `other packages are put in the place of dependencies (“${field}”)`));
    else if (/[dD]ependencies$/.test(field)) found.push(...dependencies(field, was[field], is[field], say));
    else if (/^(?:imports|exports|main|module|type|browser|alias|_moduleAliases)$/.test(field))
      found.push(say('dependency-swapped', `what is loaded is changed (“${field}”)`, 'warning'));
  }
  return found;
}

function dependencies(field: string, was: unknown, is: unknown, say: Say): Found[] {
  return changedKeys(was, is).map((key) => {
    const version = String(recordOf(is)[key] ?? '');
    const elsewhere = /^(?:file:|link:|portal:|npm:|git|https?:|\.{0,2}\/|[\w-]+\/[\w.-]+)/.test(version);
    return say(
      'dependency-swapped',
      `“${key.slice(0, 80)}” of ${field} ${elsewhere ? 'is taken from elsewhere' : 'is changed'}`,
      elsewhere ? 'blocking' : 'warning',
    );
  });
}

const strictOptions: ReadonlySet<string> = new Set([
  ...[
    'strict',
    'noImplicitAny',
    'strictNullChecks',
    'strictFunctionTypes',
    'strictBindCallApply',
    'strictPropertyInitialization',
    'noImplicitThis',
  ],
  ...[
    'useUnknownInCatchVariables',
    'alwaysStrict',
    'checkJs',
    'noEmitOnError',
    'noUncheckedIndexedAccess',
    'exactOptionalPropertyTypes',
    'noImplicitReturns',
  ],
]);

function compilerOptions(before: string | null, after: string | null, say: Say): Found[] {
  const was = objectOf(before);
  const is = objectOf(after);
  const old = recordOf(was.compilerOptions);
  const now = recordOf(is.compilerOptions);
  const found: Found[] = [];
  for (const option of strictOptions) {
    const loosened = old[option] === true ? now[option] !== true : now[option] === false && old[option] !== false;
    if (loosened) found.push(say('checks-off', `the type check is loosened (“${option}”)`));
  }
  if (now.skipLibCheck === true && old.skipLibCheck !== true)
    found.push(say('checks-off', 'declarations of libraries are no longer checked', 'warning'));
  if (
    JSON.stringify(was.exclude) !== JSON.stringify(is.exclude) ||
    JSON.stringify(was.include) !== JSON.stringify(is.include) ||
    JSON.stringify(was.files) !== JSON.stringify(is.files)
  )
    found.push(
      leavesOut(was, is)
        ? say('checks-off', 'sources are no longer compiled and checked')
        : say('checks-off', 'which files are compiled is changed', 'warning'),
    );
  if (JSON.stringify(old.paths) !== JSON.stringify(now.paths)) {
    // A name that is a path already leads somewhere: it is led elsewhere.
    const diverted = changedKeys(old.paths, now.paths).some((key) => /^\.{0,2}\//.test(key) && key in recordOf(now.paths));
    found.push(say('dependency-swapped', 'where imports lead is changed (“paths”)', diverted ? 'blocking' : 'warning'));
  }
  return found;
}

/** Whether a compiler is given fewer files than before, besides what builds write. */
function leavesOut(was: Readonly<Record<string, unknown>>, is: Readonly<Record<string, unknown>>): boolean {
  const built = /^(?:\.\/)?(?:\*\*\/)?(?:dist|build|out|coverage|node_modules)(?:\/|$)/;
  const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
  const gained = listOf(is.exclude).filter((each) => !listOf(was.exclude).includes(each) && !built.test(each));
  const lost = ['include', 'files'].some((key) => {
    const now = listOf(is[key]);
    return Array.isArray(is[key]) ? was[key] === undefined || listOf(was[key]).some((each) => !now.includes(each)) : false;
  });
  return gained.length > 0 || lost;
}

const testSection = /pytest|coverage|tox|testenv|nox|hatch\.envs|unittest|^tool\.(?:poe|taskipy|pdm\.scripts|rye\.scripts)|^run$|^report$/i;

/** INI and TOML by section: only those about tests and checks matter here. */
function sections(name: string, before: string | null, after: string | null, say: Say): Found[] {
  const was = sectionsOf(before);
  const is = sectionsOf(after);
  const found: Found[] = [];
  for (const section of new Set([...was.keys(), ...is.keys()])) {
    const [old = '', now = ''] = [was.get(section), is.get(section)];
    if (old === now) continue;
    const whole = /pytest|tox|coveragerc/.test(name);
    if (whole || testSection.test(section))
      found.push(say('test-configuration', `the configuration of the test runner ([${section}]) is changed`));
    else if (/mypy|pyright|ruff|flake8|pylint/.test(section) || /mypy|ruff|flake8/.test(name)) {
      const off =
        /(?:ignore_errors|ignore_missing_imports|skip)\s*=\s*true|strict\s*=\s*false|disallow_\w+\s*=\s*false|typeCheckingMode\s*=\s*"(?:off|basic)"/gi;
      const loosened =
        (now.match(off)?.length ?? 0) > (old.match(off)?.length ?? 0) ||
        (/strict\s*=\s*true/i.test(old) && !/strict\s*=\s*true/i.test(now));
      found.push(say('checks-off', `a checker is configured otherwise ([${section}])`, loosened ? 'blocking' : 'warning'));
    } else if (/dependenc|packages|^project$|options/.test(section)) {
      const elsewhere = /\bpath\s*=|file:|git\+|@\s*(?:\.|https?:)/g;
      if ((now.match(elsewhere)?.length ?? 0) > (old.match(elsewhere)?.length ?? 0))
        found.push(say('dependency-swapped', 'a dependency is taken from elsewhere'));
    }
  }
  return found;
}

function sectionsOf(text: string | null): Map<string, string> {
  const found = new Map<string, string>();
  let section = '';
  for (const line of (text ?? '').split('\n')) {
    const header = /^\s*\[+([^\]]+)\]+\s*$/.exec(line)?.[1];
    const bare = line.replace(/^\s*[#;].*$/, '').trim();
    if (header !== undefined) section = header;
    else if (bare !== '') found.set(section, `${found.get(section) ?? ''}${bare}\n`);
  }
  return found;
}

function requirements(before: string | null, after: string | null, say: Say): Found[] {
  const old = new Set((before ?? '').split('\n').map((line) => line.trim()));
  const fresh = (after ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !old.has(line));
  if (fresh.some((line) => /^(?:-e|--(?:extra-)?index-url|-i|-f|\.{0,2}\/)|file:|git\+|\s@\s/.test(line)))
    return [say('dependency-swapped', 'a dependency is taken from elsewhere')];
  return before === after ? [] : [say('dependency-swapped', 'the required packages are changed', 'warning')];
}

/** Thresholds of coverage must not sink. */
function coverage(before: string | null, after: string | null, say: Say): Found[] {
  const numbers = (text: string | null): Map<string, number> =>
    new Map(
      [...(text ?? '').matchAll(/\b(branches|lines|functions|statements|threshold|fail_under)\b["']?\s*[:=]\s*["']?(\d+(?:\.\d+)?)/g)].map(
        ([, key = '', value]) => [key, Number(value)],
      ),
    );
  const now = numbers(after);
  const lowered = [...numbers(before)].filter(([key, value]) => (now.get(key) ?? 0) < value);
  return lowered.length > 0
    ? [say('coverage-lowered', `the coverage that is asked for is lowered (${lowered.map(([key]) => key).join(', ')})`)]
    : [];
}

function buildConfiguration({ path, before, after }: FileChange, say: Say): Found[] {
  const [was, is] = [before, after].map((text) => (text === null ? null : parseScript(path, text)));
  const section = (file: typeof was): string => (file ? literalTree(file, /^(?:test|alias|env|plugins)$/) : '');
  if (section(was ?? null) !== section(is ?? null)) return [say('test-configuration', 'how the tests are built and run is changed')];
  return [say('test-configuration', 'how the code is built is changed', 'warning')];
}

function objectOf(text: string | null): Record<string, unknown> {
  if (text === null) return {};
  // JSON with comments and trailing commas, as compilers take it.
  const bare = text
    .replace(/("(?:[^"\\]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (_all, kept?: string) => kept ?? '')
    .replace(/("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])/g, (_all, kept?: string) => kept ?? '');
  try {
    return recordOf(JSON.parse(bare.replace(/^\uFEFF/, '')));
  } catch {
    return {};
  }
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function changedKeys(was: unknown, is: unknown): string[] {
  const [old, now] = [recordOf(was), recordOf(is)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((key) => JSON.stringify(old[key]) !== JSON.stringify(now[key]));
}
