import { readClues, speaksOfParsing } from './clues.ts';
import { admitted, isOfTag } from './component/index.ts';
import { raiseDefinitions } from './definitions.ts';
import { isEligible, liesWithTests } from './eligible.ts';
import { essence } from './essence.ts';
import { grammarCandidates, type Suspected as OfGrammar, suspectedByGrammar } from './grammar/candidates.ts';
import { indentationCandidates, speaksOfIndentation } from './grammar/indentation.ts';
import { hasGrammar, languageOf } from './grammar/languages.ts';
import { grammarSyntax } from './grammar/syntax.ts';
import { isOnlyTests } from './in-file-tests.ts';
import { type Weighed, weigh } from './rank.ts';
import { openScene, type Scene } from './scene.ts';
import { addLabels, definitionsIn, type LineScores, raiseConditions, raiseMentioned, scoreLines, strongest } from './suspicion.ts';
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

/** Where more lines than these are suspected, the likeliest candidates of the most suspicious are made before all others. */
const ALL_AT_ONCE = 300;
const FIRST_LINES = 200;
const MOST_FIRST = 600;

/** What the templates propose, likeliest first. */
export interface Proposed {
  readonly first: readonly TemplateCandidate[];
  /** The first ones with all that come behind them; made when it is asked for, which can take seconds where much is suspected. */
  all(): readonly TemplateCandidate[];
}

/**
 * Single edits that might turn the failing tests green, likeliest first. Each leaves its file parseable; no two give the same text; none lies in a
 * test, in support for tests or in a generated file. A file that does not parse is made to. Never throws.
 */
export function proposeEdits(input: TemplateInput): Proposed {
  const suspected = suspectedIn(input);
  const scores = new Map([...suspected.parsed, ...suspected.grammar].map(({ file, lines }) => [file.path, lines] as const));
  const count = [...scores.values()].reduce((sum, lines) => sum + lines.size, 0);
  if (count <= ALL_AT_ONCE) {
    const whole = likeliest(suspected, MOST);
    return { first: whole, all: () => whole };
  }
  const few = strongest(scores, FIRST_LINES);
  const only = <T extends { readonly file: SourceFile }>(each: T): T => ({ ...each, lines: few.get(each.file.path) ?? new Map() });
  const first = likeliest({ ...suspected, parsed: suspected.parsed.map(only), grammar: suspected.grammar.map(only) }, MOST_FIRST);
  let whole: readonly TemplateCandidate[] | null = null;
  return {
    first,
    all: () => {
      whole ??= differing([...first, ...likeliest(suspected, MOST)], input.files).slice(0, MOST);
      return whole;
    },
  };
}

/** All of them. */
export function generateCandidates(input: TemplateInput): readonly TemplateCandidate[] {
  return proposeEdits(input).all();
}

interface Parsed {
  readonly scene: Scene;
  readonly file: SourceFile;
  readonly lines: LineScores;
}

interface Suspicious {
  /** What makes a file parse that does not. */
  readonly mended: readonly TemplateCandidate[];
  readonly parsed: readonly Parsed[];
  readonly grammar: readonly OfGrammar[];
  /** Whether there are files that only tree-sitter reads. */
  readonly isMixed: boolean;
}

function suspectedIn(input: TemplateInput): Suspicious {
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
  const parsed = [...scenes].map(([path, scene]) => {
    const lines = scores.get(path) ?? new Map<number, number>();
    raiseConditions(scene, lines);
    raiseMentioned(scene, lines);
    addLabels(scene, lines);
    return { scene, file: scene.file, lines, definitions: definitionsIn(scene) };
  });
  raiseDefinitions(parsed);
  const others = input.files.filter((file) => hasGrammar(file.path) && mayEdit.has(file));
  return { mended, parsed, grammar: suspectedByGrammar(others, input, clues), isMixed: others.length > 0 };
}

function likeliest({ mended, parsed, grammar, isMixed }: Suspicious, most: number): readonly TemplateCandidate[] {
  const weighed: Weighed[] = [];
  for (const { scene, lines } of parsed) for (const each of weigh(scene, lines)) weighed.push(each);
  const made = [
    ...mended,
    ...best(
      weighed.sort((a, b) => b.weight - a.weight),
      most,
    ),
    ...grammarCandidates(grammar, most),
  ];
  return isMixed ? made.toSorted((a, b) => b.weight - a.weight).slice(0, most) : made.slice(0, most);
}

/** Without those that give a text again. */
function differing(candidates: readonly TemplateCandidate[], files: readonly SourceFile[]): TemplateCandidate[] {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const seen = new Set<string>();
  return candidates.filter((candidate) => {
    const key = `${candidate.path}:${essence(texts.get(candidate.path) ?? '', candidate)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
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

function best(weighed: readonly Weighed[], most: number): TemplateCandidate[] {
  const seen = new Set<string>();
  const found: TemplateCandidate[] = [];
  for (const { scene, place, family, proposal: made, weight } of weighed) {
    if (found.length >= most) break;
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
