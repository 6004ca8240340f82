import type { SourceFile } from '../types.ts';

const TEST_PATH =
  /(?:^|\/)(?:test_[^/]*|[^/]*_tests?|tests?|conftest)\.py$|_test\.go$|(?:^|\/)src\/test\/|(?:Tests?|TestCase|IT|Spec)\.(?:java|cs|php)$|_(?:spec|test)\.rb$|(?:^|\/)(?:spec|test|tests|testing|Tests|testdata)\/|(?:^|\/)[^/]*\.Tests?\//;
const TEST_LIBRARIES =
  /^\s*(?:import|from)\s+(?:pytest|unittest|nose|hypothesis)\b|^import\s+(?:static\s+)?org\.(?:junit|testng)|^use\s+PHPUnit|^using\s+(?:Xunit|NUnit|Microsoft\.VisualStudio\.TestTools)|require ['"](?:minitest|rspec)|^\s*"testing"$|^import\s+"testing"/m;

/** Tests and what supports them, by the conventions of the languages that grammars are used for. */
export function isTestOfGrammar(path: string): boolean {
  return TEST_PATH.test(path);
}

/** Wherever it lies: a file that uses a test library defines tests or helps to. */
export function usesTestLibrary({ text }: SourceFile): boolean {
  return TEST_LIBRARIES.test(text);
}
