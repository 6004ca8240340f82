// Where the change that is meant stands among the candidates of the templates.
import { type FailingTest, generateCandidates, type TemplateCandidate, type TemplateInput } from '../../../src/engine/templates/index.ts';

export const apply = (text: string, each: TemplateCandidate) => text.slice(0, each.start) + each.text + text.slice(each.end);

export function red(message: string | null, more: Partial<FailingTest> = {}): FailingTest {
  return { id: 'a test', file: 'test/a.test.js', line: 1, message, expected: null, actual: null, frames: [], ...more };
}

export function input(text: string, more: Partial<TemplateInput> = {}, path = 'src/a.js'): TemplateInput {
  const suspects = text.split('\n').map((_, i) => ({ path, line: i + 1, score: 1 }));
  return { files: [{ path, text }], suspects, failing: [red('it failed')], testSources: [], priors: [], ...more };
}

/** Rank (1-based) of the candidate that makes exactly this text, blanks aside; 0 when there is none. */
export function rankOf(wanted: string, given: TemplateInput): number {
  const plain = (text: string) => text.replace(/\s+/g, '');
  const texts = new Map(given.files.map((file) => [file.path, file.text]));
  return generateCandidates(given).findIndex((each) => plain(apply(texts.get(each.path) ?? '', each)) === plain(wanted)) + 1;
}
