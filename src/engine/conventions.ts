// What a path says about a file. Only conventions: the host's policy has the last word and refuses what it protects.
import { hasGrammar } from './templates/grammar/languages.ts';
import { isTestOfGrammar, usesTestLibrary } from './templates/grammar/test-conventions.ts';

/** Tests, their helpers, fixtures and snapshots. */
export function isTestPath(path: string): boolean {
  return (
    /(^|\/)(tests?|__tests__|specs?|__mocks__|__snapshots__|__fixtures__|fixtures?|testdata|test[-_]?utils?|testing|e2e|cypress|testers?)\//i.test(
      path,
    ) ||
    /(^|\/|[._-])(test|tests|spec|specs)([._-][^/]*)?\.(?:[cm]?[jt]sx?|vue|svelte)$/i.test(path) ||
    /\.(?:snap|bats|feature)$|\.t$/.test(path) ||
    /(^|\/)features\/(?:(?:steps\/[^/]+|environment)\.py$|step_definitions\/|support\/[^/]+\.rb$)/.test(path) ||
    (hasGrammar(path) && isTestOfGrammar(path))
  );
}

/** Code that sources are made into, or data that tools write. */
export function isGenerated(path: string): boolean {
  return (
    /(^|\/)(node_modules|dist|build|out|coverage|vendor|target|obj|venv|site-packages|__pycache__|\.[^/]+)\//.test(path) ||
    /\.min\.[cm]?js$|\.map$|\.d\.[cm]?ts$|_pb2(_grpc)?\.py$|\.pb\.go$|\.(g|designer)\.cs$/i.test(path) ||
    /(^|\/)(package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|bun\.lockb?|go\.sum|[^/]+\.lock)$/.test(path)
  );
}

/** Prose and housekeeping: no test depends on it, as a rule. */
function isProse(path: string): boolean {
  return (
    /\.(md|markdown|txt|rst|adoc)$/i.test(path) ||
    /(^|\/)(licen[cs]e|changelog|changes|history|authors|contributors|readme)(\.[^/]*)?$/i.test(path) ||
    /(^|\/)\.[^/]+$/.test(path)
  );
}

/** Manifests hold scripts and dependencies, which a fix may not touch. */
export function isManifest(path: string): boolean {
  return (
    /(^|\/)((package|deno|jsr|bower|component|composer)\.jsonc?|pyproject\.toml|Pipfile|setup\.(py|cfg)|requirements[^/]*\.txt)$/.test(
      path,
    ) || /(^|\/)(go\.mod|Cargo\.toml|pom\.xml|build\.gradle(\.kts)?|Gemfile|[^/]+\.(gemspec|csproj|sln))$/.test(path)
  );
}

/** Single-file components hold scripts. */
export function isJavaScript(path: string): boolean {
  return /\.(?:[cm]?[jt]sx?|vue|svelte)$/.test(path) && !/\.d\.[cm]?ts$/.test(path);
}

/** Code that templates exist for. */
export function isCode(path: string): boolean {
  return isJavaScript(path) || hasGrammar(path);
}

/** Code outside of the repository, as stack traces name it: libraries of the tests, and what runs them. */
function isForeign(path: string): boolean {
  return /^(?:\/|[A-Za-z]:[\\/]|\.\.[\\/])|(?:^|\/)node_modules\//.test(path);
}

/** Code of the repository that its tests are about, as far as the path tells. */
export function isSource(path: string): boolean {
  return isCode(path) && !isTestPath(path) && !isForeign(path);
}

/** A part of a change that may be undone. */
export function isUndoable(path: string): boolean {
  return !isTestPath(path) && !isGenerated(path) && !isProse(path);
}

/**
 * Code that templates may edit. Files that define or wrap tests are none, wherever they lie: the easiest way to make a test pass is to
 * break the helper that checks it.
 */
export function isEditableSource(path: string, text: string): boolean {
  if (!isCode(path) || isTestPath(path) || isGenerated(path) || isManifest(path) || isSetting(path)) return false;
  return isJavaScript(path) ? !definesTests(text) : !usesTestLibrary({ path, text });
}

/** Whether a file holds tests by the names of its functions, for a runner that finds them so. */
export function definesTestFunctions(path: string, text: string): boolean {
  return path.endsWith('.py') && /^(?:async )?def test_|^class Test[A-Z]/m.test(text);
}

/** Code that configures a tool. */
function isSetting(path: string): boolean {
  return /\.config\.[cm]?[jt]s$|(^|\/)(noxfile|docs\/(source\/)?conf|manage)\.py$/.test(path);
}

/** Without the lines that are remarks: what is documented there may be a test. Code behind the end of one stays. */
export function withoutRemarks(text: string): string {
  let isWithin = false;
  const rest = (line: string): string => {
    const end = line.indexOf('*/');
    isWithin = end < 0;
    return isWithin ? '' : line.slice(end + 2);
  };
  return text
    .split('\n')
    .map((line) => {
      const code = line.trimStart();
      // A text over many lines may hold what begins a remark: of what seems to lie within one, only lines that look so are left out.
      if (isWithin) return code.startsWith('*') || line.includes('*/') ? rest(line) : line;
      if (code.startsWith('/*')) return rest(code.slice(2));
      return code.startsWith('//') ? '' : line;
    })
    .join('\n');
}

function definesTests(source: string): boolean {
  const text = withoutRemarks(source);
  return (
    /\b(?:from|require\()\s*['"](?:chai|vitest|mocha|tape|ava|tap|@jest\/globals|node:test|expect|should|uvu)['"]/.test(text) ||
    /^[ \t]*(?:describe|it)(?:\.\w+)?\(\s*['"`]/m.test(text)
  );
}
