import { hasGrammar } from './grammar/languages.ts';
import type { SourceFile } from './types.ts';

const ASSERTIONS =
  /(?:from\s*|require\(\s*|import\s*|import\(\s*)['"](?:vitest|@jest\/globals|node:test|mocha|chai|expect|expect\.js|should|tape|tap|ava|uvu|sinon|jasmine|qunit|power-assert|must|unexpected|@std\/assert|@testing-library\/[\w-]+)(?:\/[\w-]+)*['"]/;
const ASSERT = /['"](?:node:)?assert(?:\/strict)?['"]/;
const SUITE = /\b(?:describe|it|test|suite|before|after|beforeEach)\s*(?:=|\(|\.(?:only|skip)\b)/;
const DEFINES_SUITE = /\bfunction\s+(?:describe|it)\s*\(|\b(?:describe|it)\s*=[^=]|\b(?:describe|it)\s*\(\s*['"`]/;
const TEST_PATH =
  /(?:^|\/)(?:tests?|specs?|__tests__|__mocks__|fixtures?)\/|[._-](?:spec|test|tests)\.[cm]?[jt]sx?$|^(?:test|tests|spec)\.[cm]?[jt]sx?$/;
/** Tests and what supports them, by the conventions of the other languages. */
const OTHER_TEST_PATH =
  /(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest)\.py$|_test\.go$|(?:^|\/)src\/test\/|(?:Test|Tests|IT|Spec)\.(?:java|cs|php)$|_(?:spec|test)\.rb$|(?:^|\/)(?:spec|test|tests|testing|Tests)\/|(?:^|\/)[^/]*\.Tests?\//;
const OTHER_ASSERTIONS =
  /^\s*(?:import|from)\s+(?:pytest|unittest)\b|^import\s+(?:static\s+)?org\.junit|^use\s+PHPUnit|^using\s+(?:Xunit|NUnit)|require ['"](?:minitest|rspec)/m;
const GENERATED = /(?:^|\/)(?:node_modules|bower_components|vendor)\/|\.min\.[cm]?js$|\.bundle\.[cm]?js$|\.d\.[cm]?ts$/;

/**
 * True where candidates may edit the file: code of the project, neither a test nor support for tests (a fix there guts the oracle), neither
 * generated nor minified.
 */
export function isEligible(file: SourceFile): boolean {
  const javascript = /\.[cm]?[jt]sx?$/.test(file.path);
  if (GENERATED.test(file.path) || !(javascript || hasGrammar(file.path))) return false;
  if (TEST_PATH.test(file.path)) return false;
  if (!javascript && (OTHER_TEST_PATH.test(file.path) || OTHER_ASSERTIONS.test(file.text))) return false;
  const { text } = file;
  if (/@generated\b|DO NOT EDIT/.test(text.slice(0, 2000))) return false;
  if (text.length > 5000 && text.length / (text.split('\n').length || 1) > 300) return false;
  if (ASSERTIONS.test(text) || DEFINES_SUITE.test(text)) return false;
  return !(ASSERT.test(text) && SUITE.test(text));
}
