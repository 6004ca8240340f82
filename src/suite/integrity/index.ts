// Whether a fix leaves the tests as strict as they were, and the code as honest.
import { isTestFile } from '../test-files.ts';
import { checkConfiguration } from './configuration.ts';
import { checkExamples, examplesIn } from './documented-tests.ts';
import { type FileFacts, hasReader, readFacts } from './facts.ts';
import { compareTestTexts, type TestText } from './items.ts';
import { recognisedLiterals } from './literals.ts';
import { newMarks } from './marks.ts';
import { isOtherLanguage } from './other-languages.ts';
import { findingsOfNewTests, patternFindings } from './patterns.ts';
import { compareExecuted } from './runs.ts';
import { splitRust } from './rust-tests.ts';
import type { Evidence, FileChange, Finding, Found, FunctionFacts, Item, Severity } from './types.ts';

export { readChanges } from './changes.ts';
export type { Evidence, FileChange, Finding } from './types.ts';

const nothing: FileFacts = { items: [], marks: [], branches: [], functions: [], literals: new Set(), code: () => '' };
const order: readonly Severity[] = ['blocking', 'warning', 'note'];

/**
 * Everything between the red commit and the fix that weakens tests or gets around them, most severe first. A pure function: the same where
 * a fix is verified and where it is published. Never throws for what the files hold.
 */
export function checkIntegrity(evidence: Evidence): Finding[] {
  const read = readOnce();
  const known = literalsOfTests(evidence, read);
  const tests: TestText[] = [];
  const found: Found[] = evidence.runs === null ? [] : compareExecuted(evidence.runs.before, evidence.runs.after);
  const knownTests = new Set(evidence.changes.flatMap((change) => titlesOf(change, read)));
  for (const change of evidence.changes) {
    if (concernsTests(change)) found.push(...checkTest(change, tests, knownTests, read));
    else found.push(...checkCode(change, known, read), ...checkExamples(change, evidence));
  }
  found.push(...compareTestTexts(tests));
  const unique = new Map(found.map((each) => [`${each.rule}|${each.path}|${each.line}|${each.message}`, each]));
  return [...unique.values()]
    .map((each) => ({ ...each, allowed: evidence.allowTestChanges && each.severity === 'blocking' && isAllowable(each) }))
    .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

/** Reads each file once however often it is asked for. */
function readOnce(): Read {
  const known = new Map<string, FileFacts | null>();
  return (path, text, isTest) => {
    const key = `${isTest} ${path}\n${text}`;
    const facts = known.has(key) ? (known.get(key) ?? null) : readFacts(path, text, isTest);
    known.set(key, facts);
    return facts;
  };
}

type Read = typeof readFacts;

/** The findings that keep a fix from being delivered. */
export function blockingFindings(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ severity, allowed }) => severity === 'blocking' && !allowed);
}

/** `allow-test-changes` opens the tests themselves, nothing that gets around them. */
function isAllowable({ path, rule }: Found): boolean {
  if (rule === 'test-changed') return true;
  return isTestFile(path) && rule !== 'process-exit' && rule !== 'monkey-patch' && rule !== 'test-configuration';
}

/** Files of tests by their path, and code that defines tests or loads a test runner: it ships in some repositories. */
function concernsTests({ path, oldPath, before }: FileChange): boolean {
  if (isTestFile(oldPath) || isTestFile(path)) return true;
  return before !== null && hasReader(oldPath) && supportsTests.test(before);
}

const supportsTests =
  /\b(?:from|require\()\s*['"](?:vitest|@jest\/globals|node:test|chai|mocha|jest-\w+|tape|ava|@playwright\/test|cypress)['"]|^\s*(?:describe|it)(?:\.\w+)?\(\s*['"`]|^\s*(?:import|from) (?:pytest|unittest)\b/m;

function checkTest(change: FileChange, tests: TestText[], knownTests: ReadonlySet<string>, read: Read): Found[] {
  const { path, oldPath, before, after, binary } = change;
  const say = (rule: Found['rule'], message: string, severity: Severity = 'blocking'): Found[] => [
    { rule, severity, path, line: null, message },
  ];
  const snapshot = /\.snap(?:\.|$)|__snapshots__|\.golden$|\.approved\./.test(path);
  if (!hasReader(path) && !hasReader(oldPath)) {
    if (before === null && !binary)
      return /__mocks__/.test(path) ? say('code-mocked', 'a stand-in is put in front of code under test') : findingsOfNewTests(change);
    if (snapshot) return say('snapshot-changed', 'a snapshot is changed');
    if (
      /\.(?:json|ya?ml|txt|csv|tsv|xml|html?|md|sql|toml|ini|env|bin|png|jpe?g|gif|svg|dat|log)$/.test(path) ||
      binary ||
      !/\.\w+$/.test(path)
    )
      return [...say('fixture-changed', 'data that tests read is changed'), ...patternFindings(change, false)];
    if (after === null) return say('test-removed', 'a test file is deleted');
    return patternFindings(change, true);
  }
  if (before === null && /(?:^|\/)__mocks__\//.test(path)) return say('code-mocked', 'a stand-in is put in front of code under test');
  // A file that runners do not pick up any more keeps no test.
  const stays = after !== null && hasReader(path) && (isTestFile(path) || !isTestFile(oldPath)) && runsAs(oldPath) === runsAs(path);
  const was = before === null ? nothing : read(oldPath, before, true);
  const is = after === null ? nothing : read(path, after, true);
  if (is === null) return say('unreadable', 'a test file can no longer be parsed', was === null ? 'warning' : 'blocking');
  if (was === null) return patternFindings(change, true);
  tests.push({ path, before: was.items, after: stays ? is.items : [] });
  const supports =
    configurationFile(path) && before !== after ? say('test-configuration', 'what every test runs through is changed', 'warning') : [];
  return [...supports, ...newMarks(path, was, is, knownTests)];
}

const configurationFile = (path: string): boolean =>
  /(?:^|\/)(?:conftest\.py|setupTests\.\w+|(?:jest|vitest|test)[.-]setup\.\w+|setup\.\w+)$/.test(path);

/** Whether a runner takes a file for tests by its name; helpers beside them are none. */
function runsAs(path: string): boolean {
  return /(?:[._-](?:test|spec|tests|specs|cy|e2e)\.\w+|(?:^|\/)test[_-][^/]*|(?:^|\/)tests?\.\w+)$/i.test(path);
}

function checkCode(change: FileChange, known: ReadonlySet<string>, read: Read): Found[] {
  const rust = splitRust(change);
  if (rust !== null) return [...patternFindings(rust.tests, true), ...checkCode(rust.code, known, read)];
  const { path, oldPath, before, after } = change;
  const configuration = checkConfiguration(change);
  if (!(hasReader(path) || isOtherLanguage(path)) || after === null) return configuration;
  const was = before === null ? nothing : read(oldPath, before, false);
  const is = read(path, after, false);
  if (is === null || was === null) return [...configuration, ...patternFindings(change, false, true)];
  return [...configuration, ...newMarks(path, was, is, new Set()), ...recognisedLiterals(path, was, is, known), ...gutted(path, was, is)];
}

/** A function that answered by what it was given, and now answers the same to everything. */
function gutted(path: string, was: FileFacts, is: FileFacts): Found[] {
  // Where several have one name, each may have its case.
  const dependent = (functions: readonly FunctionFacts[]): Set<string> =>
    new Set(functions.filter(({ usesInput }) => usesInput).map((each) => each.name));
  const [before, after] = [dependent(was.functions), dependent(is.functions)];
  return [...before].flatMap((name) => {
    const left = is.functions.find((each) => each.name === name);
    if (left === undefined || after.has(name)) return [];
    return [
      {
        rule: 'function-gutted' as const,
        severity: 'blocking' as const,
        path,
        line: left.line,
        message: `“${name.slice(0, 80)}” does the same now whatever it is given`,
      },
    ];
  });
}

function literalsOfTests(evidence: Evidence, read: Read): Set<string> {
  const { tests, changes } = evidence;
  const touched = changes.flatMap(({ oldPath, before }) =>
    before !== null && isTestFile(oldPath) ? [{ path: oldPath, text: before }] : [],
  );
  return new Set(
    [...tests, ...touched]
      .filter(({ path }) => hasReader(path) || isOtherLanguage(path))
      // Of code whose documentation is its tests, what the examples say.
      .map(({ path, text }) => ({ path, text: isTestFile(path) ? text : (examplesIn(path, text, evidence) ?? text) }))
      .flatMap(({ path, text }) => [...(read(path, text, true)?.literals ?? [])]),
  );
}

function titlesOf({ oldPath, before }: FileChange, read: Read): string[] {
  const names = (items: readonly Item[]): string[] =>
    items.flatMap((item) => [...(item.kind === 'test' && item.name !== null ? [item.name] : []), ...names(item.children)]);
  return before === null || !hasReader(oldPath) ? [] : names(read(oldPath, before, true)?.items ?? []);
}
