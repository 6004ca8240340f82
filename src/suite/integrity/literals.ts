// Code that knows the test: a branch taken for the very values a test passes in, answered with the very values it expects.
import type { FileFacts } from './facts.ts';
import type { Found, LiteralBranch } from './types.ts';

const plain: ReadonlySet<string> = new Set(['null', 'true', 'false', '""', '0', '1', '-1', '[]', '{}', '"0"', '"1"']);
/** A sign, such as the end of a line, in whatever spelling. */
const isSign = (literal: string): boolean => /^"(?:\\{1,2}[a-z0]|[^\w\\])*"$/.test(literal);
/** A word of the field, such as a unit or a role, rather than somebody's data. */
const isWord = (literal: string): boolean => /^"[a-z][a-z_-]{0,15}"$/.test(literal);
/** A number that somebody chose rather than one that code is full of. */
const isExample = (literal: string): boolean => Math.abs(Number(literal)) > 10;
/** Numbers with a meaning of their own. */
const namedNumbers = /status|code|errno|port|signal|version|month|day|key/i;

/** `known` are the literals of the failing tests' files. */
export function recognisedLiterals(path: string, before: FileFacts, after: FileFacts, known: ReadonlySet<string>): Found[] {
  const had = new Set(before.branches.map(keyOf));
  return after.branches
    .filter((branch) => !had.has(keyOf(branch)))
    .filter((branch) => (branch.table ? isAnswerTable(branch, before, known) : isAnswerBranch(branch, before, known)))
    .map(({ line, compared }) => ({
      rule: 'test-literal' as const,
      severity: 'blocking' as const,
      path,
      line,
      message: `the code recognises values of the failing test (${[...new Set(compared)].slice(0, 3).join(', ').slice(0, 80)}) and answers with what it expects`,
    }));
}

function keyOf({ subject, compared, answers, table }: LiteralBranch): string {
  return JSON.stringify([table || subject, compared, answers]);
}

function isAnswerTable({ compared, answers }: LiteralBranch, before: FileFacts, known: ReadonlySet<string>): boolean {
  const keys = [...new Set(compared)];
  // One more row in a table there was is how such tables grow.
  if (answers.length > 1 && before.branches.some((other) => other.table && other.compared.filter((key) => keys.includes(key)).length > 1))
    return false;
  const asked = keys.filter((key) => known.has(key) && !plain.has(key) && !before.literals.has(key));
  const expected = answers.filter((answer) => known.has(answer) && !plain.has(answer));
  if (answers.length === 1)
    return expected.length === 1 && (asked.some(isExample) || (compared.length > 1 && compared.every((key) => known.has(key))));
  return asked.length >= 2 && expected.length >= 2 && expected.length * 5 >= answers.length * 4;
}

function isAnswerBranch({ compared, answers, subject }: LiteralBranch, before: FileFacts, known: ReadonlySet<string>): boolean {
  const asked = compared.filter((literal) => known.has(literal) && !plain.has(literal) && !isSign(literal));
  const partly = asked.length > 0 ? [] : compared.filter((literal) => !before.literals.has(literal) && isPartOf(literal, known));
  const expected = answers.filter((answer) => known.has(answer) || (partly.length > 0 && isPartOf(answer, known)));
  if (expected.length === 0 || expected.length < answers.length) return false;
  const telling = expected.some((answer) => !plain.has(answer));
  // Whoever compares a digest does not want to be seen comparing.
  if (telling && /digest|md5|sha\d|crc32|b64|base64|btoa/i.test(subject) && compared.length > 0) return true;
  // Which call it is tells nobody but a test anything.
  if (telling && /\+\+|--|(?:^|[\s._])(?:n?calls?|call_?count|called|invocations?|nth)(?=$|\W)/i.test(subject) && compared.length > 0)
    return true;
  if (partly.length > 0) return telling && !expected.some(isWord);
  if (asked.length === 0) return false;
  if (telling) {
    const grows = before.branches.some((other) => other.subject === subject && other.answers.length > 0);
    // A word of the field with a small answer, such as an exit code for a status.
    const isMapping =
      asked.every(isWord) && expected.every((answer) => isWord(answer) || plain.has(answer) || Math.abs(Number(answer)) <= 10);
    return !isMapping && !(grows && asked.every(isWord));
  }
  return asked.some((literal) => isData(literal, subject) && !before.literals.has(literal));
}

/** Whether a value looks like an example rather than like a constant of the field. */
function isData(literal: string, subject: string): boolean {
  if (literal.startsWith('"')) return literal.length >= 6 && !isWord(literal) && /[\s@/.\dA-Z]/.test(literal);
  return isExample(literal) && !namedNumbers.test(subject);
}

/** Whether a text is how an example of the tests begins, ends or goes on: a name, a number, an address. */
function isPartOf(literal: string, known: ReadonlySet<string>): boolean {
  const text = literal.slice(1, -1);
  if (!literal.startsWith('"') || text.length < 3 || !/[A-Z][a-z]|\d\d|@/.test(text)) return false;
  return [...known].some((example) => example.startsWith('"') && example.length > literal.length && example.includes(text));
}
