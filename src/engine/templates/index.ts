import { readClues, speaksOfParsing } from './clues.ts';
import { admitted, isOfTag } from './component/index.ts';
import { raiseDefinitions } from './definitions.ts';
import { isEligible, liesWithTests } from './eligible.ts';
import { essence } from './essence.ts';
import { grammarCandidates } from './grammar/candidates.ts';
import { indentationCandidates, speaksOfIndentation } from './grammar/indentation.ts';
import { hasGrammar, languageOf } from './grammar/languages.ts';
import { grammarSyntax } from './grammar/syntax.ts';
import { isOnlyTests } from './in-file-tests.ts';
import { type Weighed, weigh } from './rank.ts';
import { openScene, type Scene } from './scene.ts';
import { addLabels, definitionsIn, raiseConditions, raiseMentioned, scoreLines } from './suspicion.ts';
import { javascriptSyntax, type Syntax, syntaxCandidates } from './syntax.ts';
import type { FailingTest, SourceFile, TemplateCandidate, TemplateInput } from './types.ts';
import { staysValid } from './validity.ts';

export { speaksOfParsing } from './clues.ts';
export { isOnlyTests, ownTestLines } from './in-file-tests.ts';
export { describeLocation, locatorOf } from './locate.ts';
export { unparsedLines } from './syntax.ts';
export type { FailingTest, TemplateCandidate, TemplateInput } from './types.ts';

/** More than this is seldom judged within a budget (program repair by templates: practically every fix lies within 3,000). */
const MOST = 5_000;

/**
 * Single edits that might turn the failing tests green, likeliest first. Each leaves its file parseable; no two give the same text; none lies in a
 * test, in support for tests or in a generated file. A file that does not parse is made to. Never throws.
 */
export function generateCandidates(input: TemplateInput): TemplateCandidate[] {
  const clues = readClues(input.failing, input.testSources, input.files, input.paths);
  const tests = new Set(input.testSources.flatMap((file) => (isOnlyTests(file) ? file.path : [])));
  const editable = input.files.filter((file) => !tests.has(file.path) && isEligible(file));
  const apart = editable.filter(({ path }) => !liesWithTests(path, tests));
  // Where all lies with the tests, as in a folder that is named after them by chance, it is what is tested.
  const mayEdit = new Set(apart.length > 0 ? apart : editable);
  const scenes = new Map<string, Scene>();
  const mended: TemplateCandidate[] = [];
  for (const file of input.files) {
    if (!mayEdit.has(file)) continue;
    const syntax = clues.unparsed ? syntaxOf(file.path) : null;
    const line = syntax === null ? null : lineToldOf(file, input.failing);
    if (syntax !== null) mended.push(...syntaxCandidates(file, syntax, line));
    if (line !== null && input.failing.some(({ message }) => speaksOfIndentation.test(message ?? '')))
      mended.push(...indentationCandidates(file, line));
    if (hasGrammar(file.path)) continue;
    const scene = openScene(file, clues);
    if (scene !== null) scenes.set(file.path, scene);
  }
  const scores = scoreLines(input, scenes);
  const suspected = [...scenes].map(([path, scene]) => {
    const lines = scores.get(path) ?? new Map<number, number>();
    raiseConditions(scene, lines);
    raiseMentioned(scene, lines);
    addLabels(scene, lines);
    return { scene, file: scene.file, lines, definitions: definitionsIn(scene) };
  });
  raiseDefinitions(suspected);
  const weighed: Weighed[] = [];
  for (const { scene, lines } of suspected) for (const each of weigh(scene, lines)) weighed.push(each);
  const others = input.files.filter((file) => hasGrammar(file.path) && mayEdit.has(file));
  const made = [...mended, ...best(weighed.sort((a, b) => b.weight - a.weight)), ...grammarCandidates(others, input, clues, MOST)];
  return others.length === 0 ? made.slice(0, MOST) : made.toSorted((a, b) => b.weight - a.weight).slice(0, MOST);
}

/** The line of a file at which a failure says that it cannot be parsed: its innermost frame. */
function lineToldOf({ path }: SourceFile, failing: readonly FailingTest[]): number | null {
  for (const { message, frames } of failing) if (frames[0]?.path === path && speaksOfParsing(message ?? '')) return frames[0].line;
  return null;
}

function syntaxOf(path: string): Syntax | null {
  const language = languageOf(path);
  return language === null ? javascriptSyntax(path) : grammarSyntax(language);
}

function best(weighed: readonly Weighed[]): TemplateCandidate[] {
  const seen = new Set<string>();
  const found: TemplateCandidate[] = [];
  for (const { scene, place, family, proposal: made, weight } of weighed) {
    if (found.length >= MOST) break;
    const { component } = scene;
    const proposal = component === null ? made : admitted(scene.file.text, component.regions, made);
    if (proposal === null) continue;
    const path = scene.file.path;
    const key = `${path}:${essence(scene.file.text, proposal)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const isMarkup = component !== null && isOfTag(component.regions, proposal);
    if (!isMarkup && !staysValid(scene, place, proposal)) continue;
    const { label, start, end, text } = proposal;
    found.push({ label, path, start, end, text, template: family.name, weight });
  }
  return found;
}
