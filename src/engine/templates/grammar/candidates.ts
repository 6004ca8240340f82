import type { Clues } from '../clues.ts';
import { type Decider, raiseDeciders } from '../deciders.ts';
import { type Definition, raiseDefinitions } from '../definitions.ts';
import { essence } from '../essence.ts';
import type { Proposal } from '../family.ts';
import { ownTestLines } from '../in-file-tests.ts';
import type { SourceFile, TemplateCandidate, TemplateInput } from '../types.ts';
import { heaviestOfLine } from '../weigh-line.ts';
import { familiesOf } from './families/index.ts';
import { senseOf } from './managed-sense.ts';
import { pythonSense } from './python-sense.ts';
import { isRust } from './rust.ts';
import { doubtOf } from './rust-doubts.ts';
import { type Family, isPython, openScene, type Scene } from './scene.ts';
import { type Branch, below, fieldOf, nearest } from './tree.ts';
import { spoilingChanges } from './validity.ts';

const perLine = { most: 1_500, breadth: 12, dilution: { place: 0.6, line: 0.25 } };
/** Candidates whose file is parsed again, and characters up to which it is for so many; those behind them are left to the tests. */
const mostChecked = 1_000;
const lengthChecked = 40_000;

interface Weighed extends Proposal {
  readonly family: Family;
  readonly weight: number;
}

interface Draft {
  readonly family: Family;
  readonly proposal: Proposal;
  readonly place: Branch;
  /** Suspicion of the place, squared. */
  readonly suspicion: number;
}

interface Placed {
  readonly scene: Scene;
  readonly change: Weighed;
}

/** Languages of whose tests nobody tells which lines they run: beside the functions on the stack any other may be at fault. */
const unmeasured: ReadonlySet<string> = new Set(['java', 'c-sharp', 'php']);

function higher(one: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>): Map<number, number> {
  const both = new Map(one);
  for (const [line, score] of other) both.set(line, Math.max(both.get(line) ?? 0, score));
  return both;
}

/** A parsed file with the suspicion of its lines. */
export interface Suspected {
  readonly scene: Scene;
  readonly file: SourceFile;
  readonly lines: Map<number, number>;
  readonly definitions: readonly Definition[];
}

/** Files in the languages that tree-sitter reads, with what is suspicious in them. Only for languages whose grammar was loaded. */
export function suspectedByGrammar(files: readonly SourceFile[], input: TemplateInput, clues: Clues): readonly Suspected[] {
  const suspected = files.flatMap((file) => {
    const scene = openScene(file, clues);
    if (scene === null) return [];
    const isOfTests = ownTestLines(file);
    const scores = without(scoresOf(scene, input), isOfTests);
    const isBlind = scores.size === 0 || unmeasured.has(scene.language.name);
    const lines = isBlind ? higher(scores, without(blindScores(scene, input), isOfTests)) : scores;
    return [{ scene, file, lines, definitions: definitionsIn(scene) }];
  });
  raiseDefinitions(suspected);
  return suspected;
}

/**
 * The `most` likeliest single edits in these files, weighed as the others are: the family's share of real bugs, its odds at the place, and the
 * suspicion of the line, squared.
 */
export function grammarCandidates(
  suspected: readonly { readonly scene: Scene; readonly lines: ReadonlyMap<number, number> }[],
  most: number,
): TemplateCandidate[] {
  const placed = suspected.flatMap(({ scene, lines }) =>
    heaviest(scene, draftsOf(scene, lines), most).map((change) => ({ scene, change })),
  );
  const likeliest = placed.toSorted((a, b) => b.change.weight - a.change.weight).slice(0, most);
  return valid(likeliest).map(({ scene, change: { label, start, end, text, family, weight } }) => ({
    label,
    path: scene.file.path,
    start,
    end,
    text,
    template: family.name,
    weight,
  }));
}

/** One of hundreds of templates that is wrong about a source loses its own proposals there, and no others. */
function proposalsOf(family: Family, branch: Branch, scene: Scene): readonly Proposal[] {
  const made: Proposal[] = [];
  try {
    for (const proposal of family.propose(branch, scene)) made.push(proposal);
  } catch {
    return made;
  }
  return made;
}

/** What the families propose, by the lines of the places it is proposed for. */
function draftsOf(scene: Scene, scores: ReadonlyMap<number, number>): readonly (readonly Draft[])[] {
  const byLine = new Map<number, Draft[]>();
  const { all, tokens, anywhere, always } = familiesOf(scene.language.name);
  const elsewhere = scene.clues.complaints.named || scene.clues.differences.length > 0 ? anywhere : always;
  for (const branch of below(scene.program)) {
    const score = scores.get(branch.line) ?? 0;
    const inside = branch.named ? all : tokens;
    for (const family of score > 0 ? inside : branch.named ? elsewhere : []) {
      const reach = family.anywhere ? Math.max(score, 0.5) : score;
      for (const proposal of proposalsOf(family, branch, scene)) {
        if (proposal.odds <= 0 || proposal.text === scene.file.text.slice(proposal.start, proposal.end)) continue;
        const sense = isPython(scene) ? pythonSense(branch, proposal, scene) : senseOf(branch, proposal, scene);
        if (sense <= 0) continue;
        const drafts = byLine.get(branch.line) ?? [];
        if (drafts.length === 0) byLine.set(branch.line, drafts);
        const doubt = isRust(scene) ? doubtOf(family.name, branch, proposal, scene) : 1;
        const sensible = sense === 1 ? proposal : { ...proposal, odds: proposal.odds * sense };
        drafts.push({ family, proposal: sensible, place: branch, suspicion: reach * reach * doubt });
      }
    }
  }
  return [...byLine.values()];
}

/** Heaviest first, without those that give a text again: from another line the same change may have been proposed. */
function heaviest(scene: Scene, lines: readonly (readonly Draft[])[], most: number): readonly Weighed[] {
  const { text } = scene.file;
  const seen = new Set<string>();
  const kept: Weighed[] = [];
  // A long file has a hundred times as many as are kept: each line gives only what is asked of it.
  for (const { draft, weight } of merged(lines.map((drafts) => heaviestOfLine(text, drafts, perLine)))) {
    if (kept.length >= most) break;
    const key = essence(text, draft.proposal);
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push({ ...draft.proposal, family: draft.family, weight });
  }
  return kept;
}

/** What several lists give that are in order themselves, the heaviest first; of equals that of the earlier list. */
function* merged<T extends { readonly weight: number }>(lists: readonly Iterator<T, unknown>[]): Generator<T> {
  const heads = lists.map((list) => list.next());
  const weights = Float64Array.from(heads, (head) => (head.done ? -1 : head.value.weight));
  for (;;) {
    let at = -1;
    for (let i = 0; i < weights.length; i++) if ((weights[i] ?? -1) > (weights[at] ?? -1)) at = i;
    const head = heads[at];
    if (head === undefined || head.done) return;
    yield head.value;
    const next = lists[at]?.next();
    if (next === undefined) return;
    heads[at] = next;
    weights[at] = next.done ? -1 : next.value.weight;
  }
}

/** Those that leave their file parseable. */
function valid(placed: readonly Placed[]): readonly Placed[] {
  const checked = placed.slice(0, mostChecked);
  const spoiling = [...new Set(checked.map(({ scene }) => scene))].flatMap((scene) => {
    const own = checked.filter((each) => each.scene === scene).map(({ change }) => change);
    const most = Math.ceil(mostChecked * Math.min(1, lengthChecked / scene.file.text.length));
    return spoilingChanges(scene.language, scene.file.text, own.slice(0, most));
  });
  const refused = new Set(spoiling);
  return placed.filter(({ change }) => !refused.has(change));
}

function without(scores: Map<number, number>, isOfTests: (line: number) => boolean): Map<number, number> {
  for (const line of [...scores.keys()]) if (isOfTests(line)) scores.delete(line);
  return scores;
}

/** Suspicion of each line, 0 to about 1.5: the suspects' own, raised by frames and by what changed. */
function scoresOf({ file, program, language }: Scene, { suspects, failing, priors }: TemplateInput): Map<number, number> {
  const scores = new Map<number, number>();
  const raise = (line: number, score: number): void => {
    scores.set(line, Math.max(scores.get(line) ?? 0, score));
  };
  const own = suspects.filter((suspect) => suspect.path === file.path);
  const top = suspects.reduce((most, each) => Math.max(most, each.score), 0);
  for (const { line, score } of own) raise(line, top > 0 ? score / top : score);
  for (const { frames } of failing.slice(0, 20)) {
    for (const [depth, frame] of frames.slice(0, 12).entries()) {
      if (frame.path !== file.path) continue;
      const near = 1 / (1 + depth / 3);
      raise(frame.line, Math.min(1.5, 0.6 + near));
      const around = functionAt(program, frame.line, language.functions);
      if (around !== null)
        for (let line = around.line; line <= Math.min(around.endLine, around.line + 300); line++) raise(line, 0.6 * near);
    }
  }
  for (const { path, startLine, endLine } of priors) {
    if (path === file.path)
      for (let line = startLine; line <= Math.min(endLine, startLine + 200); line++)
        raise(line, Math.max(0.8, (scores.get(line) ?? 0) * 1.4));
  }
  raiseDeciders(decidersOf(program), scores);
  return scores;
}

/** What a module, or a class, gives a name once, by the language: the node that does, and what holds its name. */
const DEFINES: Readonly<Record<string, readonly [node: RegExp, name: string]>> = {
  python: [/^assignment$/, 'left'],
  ruby: [/^assignment$/, 'left'],
  go: [/^(?:const|var)_spec$/, 'name'],
  rust: [/^(?:const|static)_item$/, 'name'],
};

function definitionsIn({ program, language, text }: Scene): readonly Definition[] {
  const [node, field] = DEFINES[language.name] ?? [];
  if (node === undefined || field === undefined) return [];
  return below(program).flatMap((branch) => {
    const name = node.test(branch.type) && nearest(branch, language.functions) === null ? fieldOf(branch, field) : null;
    return name !== null && /^(?:identifier|constant)$/.test(name.type)
      ? [{ name: text(name), line: branch.line, endLine: branch.endLine }]
      : [];
  });
}

function* decidersOf(program: Branch): Generator<Decider> {
  for (const branch of below(program)) {
    const condition = fieldOf(branch, 'condition');
    if (condition === null) continue;
    const bodies = ['consequence', 'alternative', 'body'].flatMap((name) => fieldOf(branch, name) ?? []);
    yield { line: condition.line, ways: bodies.flatMap((body) => [body, ...body.children]).map(({ line }) => line) };
  }
}

/** Lines of a failing test that tell what it calls. */
const testLength = 25;

/** Where nothing is known of a file, every line alike, but the functions that the failing tests name, and those they call, before the others. */
function blindScores({ program, language, text }: Scene, { failing, testSources }: TemplateInput): Map<number, number> {
  const words = new Set<string>();
  for (const { file, line } of failing.slice(0, 20)) {
    const lines = sourcesOf(file, testSources).flatMap(({ text }) => text.split('\n'));
    const from = line === null ? 0 : Math.max(0, line - 1);
    for (const [word] of lines
      .slice(from, line === null ? lines.length : from + testLength)
      .join('\n')
      .matchAll(/\w+/g))
      words.add(word);
  }
  const scores = new Map<number, number>();
  for (let line = 1; line <= Math.min(program.endLine, 2_000); line++) scores.set(line, 0.3);
  const functions = below(program).flatMap((branch) => {
    const isField = branch.type === 'variable_declarator' && nearest(branch, language.functions) === null;
    const name = isField || language.functions.has(branch.type) ? fieldOf(branch, 'name') : null;
    return name === null ? [] : [{ branch, name: text(name) }];
  });
  const named = functions.filter(({ name }) => words.has(name));
  const begun = functions.filter(({ name }) => words.has(name) || CONSTRUCTOR.test(name));
  const used = calledBy(begun, functions, text);
  const called = functions.filter(({ name }) => !words.has(name) && used.has(name));
  for (const [score, found] of [
    [0.5, called],
    [0.6, named],
  ] as const)
    for (const { branch } of found)
      for (let line = branch.line; line <= Math.min(branch.endLine, branch.line + 300); line++) scores.set(line, score);
  return scores;
}

/** The file of a failing test; all that may hold it where that is not known. */
function sourcesOf(file: string | null, testSources: TemplateInput['testSources']): TemplateInput['testSources'] {
  return file === null ? testSources : testSources.filter(({ path }) => path === file).slice(0, 1);
}

interface Named {
  readonly name: string;
  readonly branch: Branch;
}

/** What no test names, and each object begins with. */
const CONSTRUCTOR = /^(?:__construct|__init__|initialize)$/;

/** Names of the functions that these use, and that those use in turn. */
function calledBy(begun: readonly Named[], all: readonly Named[], text: (branch: Branch) => string): ReadonlySet<string> {
  const called = new Set<string>();
  const pending = [...begun];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    const words = new Set(text(at.branch).match(/\w+[?!]?/g) ?? []);
    for (const each of all) {
      if (called.has(each.name) || !words.has(each.name)) continue;
      called.add(each.name);
      pending.push(each);
    }
  }
  return called;
}

function functionAt(program: Branch, line: number, functions: ReadonlySet<string>): Branch | null {
  let inner: Branch | null = null;
  for (const branch of below(program)) if (functions.has(branch.type) && branch.line <= line && branch.endLine >= line) inner = branch;
  return inner ?? null;
}
