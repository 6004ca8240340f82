import { type Decider, raiseDeciders } from './deciders.ts';
import type { Definition } from './definitions.ts';
import type { Scene } from './scene.ts';
import { calleeName, isCall, isFunction } from './shape.ts';
import { child, type Site, walk } from './tree.ts';
import type { TemplateInput } from './types.ts';

/** Score of a line, 0 to about 2; lines without one are left alone. */
export type LineScores = Map<number, number>;

const MAX_LINES = 500;

/**
 * Scores lines: the suspects' own (Ochiai), raised by stack frames and by what changed since green. Without suspects the frames count, then
 * the change, then every line alike.
 */
export function scoreLines(input: TemplateInput, scenes: ReadonlyMap<string, Scene>): Map<string, LineScores> {
  const scores = new Map<string, LineScores>();
  const at = (path: string) => {
    const lines = scores.get(path) ?? new Map<number, number>();
    if (scenes.has(path)) scores.set(path, lines);
    return lines;
  };
  const raise = (path: string, line: number, score: number) => at(path).set(line, Math.max(at(path).get(line) ?? 0, score));
  const top = input.suspects.reduce((most, each) => Math.max(most, each.score), 0);
  for (const { path, line, score } of input.suspects) raise(path, line, top > 0 ? score / top : score);
  const blind = top === 0;
  // A line that is in many traces, or often in one, is raised once: a recursion names its line a hundred times.
  const before = new Map([...scores].map(([path, lines]) => [path, new Map(lines)] as const));
  for (const test of input.failing.slice(0, 20)) {
    for (const [depth, frame] of test.frames.slice(0, 12).entries()) {
      const scene = scenes.get(frame.path);
      if (scene === undefined) continue;
      const near = 1 / (1 + depth / 3);
      const own = before.get(frame.path)?.get(frame.line) ?? 0;
      raise(frame.path, frame.line, blind ? near : Math.max(own, 0.4) * (1 + 0.5 * near));
      if (blind) for (const line of linesOfFunction(scene, frame.line)) raise(frame.path, line, 0.5 * near);
    }
  }
  for (const prior of input.priors) {
    for (let line = prior.startLine; line <= Math.min(prior.endLine, prior.startLine + 200); line++) {
      const own = at(prior.path).get(line) ?? 0;
      raise(prior.path, line, blind ? Math.max(own, 0.8) : own > 0 ? own * 1.4 : 0.35);
    }
  }
  if ([...scores.values()].every((lines) => lines.size === 0)) evenly(scenes, raise);
  return strongest(scores, MAX_LINES);
}

function evenly(scenes: ReadonlyMap<string, Scene>, raise: (path: string, line: number, score: number) => void): void {
  for (const [path, scene] of scenes)
    for (const site of walk(scene.program)) if (/Statement$|Declaration$/.test(site.node.type)) raise(path, site.line, 0.5);
}

function linesOfFunction(scene: Scene, line: number): number[] {
  let inner: Site | null = null;
  for (const site of walk(scene.program)) if (isFunction(site) && site.line <= line && site.endLine >= line) inner = site;
  if (inner === null || inner.endLine - inner.line > 300) return [];
  const from = inner.line;
  return Array.from({ length: inner.endLine - from + 1 }, (_, i) => from + i);
}

/** The best lines; where the cut goes through a tie, lines spread evenly over the tie stay. */
export function strongest(scores: Map<string, LineScores>, most: number): Map<string, LineScores> {
  const all = [...scores].flatMap(([path, lines]) => [...lines].map(([line, score]) => ({ path, line, score })));
  if (all.length <= most) return scores;
  all.sort((a, b) => b.score - a.score);
  const cut = all[most - 1]?.score ?? 0;
  const above = all.filter((each) => each.score > cut);
  const tied = all.filter((each) => each.score === cut);
  const room = most - above.length;
  const kept = [...above, ...tied.filter((_, i) => Math.floor((i * room) / tied.length) !== Math.floor(((i - 1) * room) / tied.length))];
  const made = new Map<string, LineScores>();
  for (const { path, line, score } of kept) made.set(path, (made.get(path) ?? new Map()).set(line, score));
  return made;
}

/** Raises conditions to what they decide about. */
export function raiseConditions(scene: Scene, lines: LineScores): void {
  raiseDeciders(decidersOf(scene.program), lines);
}

function* decidersOf(program: Site): Generator<Decider> {
  for (const site of walk(program)) {
    const test = child(site, 'test');
    if (test === null || site.node.type === 'SwitchCase') continue;
    const bodies = ['consequent', 'alternate', 'body'].flatMap((key) => child(site, key) ?? []);
    const ways = bodies.flatMap((body) => (body.node.type === 'BlockStatement' ? body.children.map(({ line }) => line) : [body.line]));
    yield { line: test.line, ways };
  }
}

/** Uses in a file up to which a name is telling. */
const RARE = 8;
const MENTIONED = 1.4;
const LABEL = 0.9;

/** Raises suspicious lines that use a name the failing test speaks of, in its title or in what it says: tests are called after what they test. */
export function raiseMentioned(scene: Scene, lines: LineScores): void {
  const places = new Map<string, Set<number>>();
  for (const { node, line } of walk(scene.program)) {
    if (node.type !== 'Identifier' || node.name.length < 4 || !scene.clues.said.has(node.name)) continue;
    places.set(node.name, (places.get(node.name) ?? new Set()).add(line));
  }
  const raised = new Set([...places.values()].filter(({ size }) => size <= RARE).flatMap((found) => [...found]));
  for (const line of raised) {
    const score = lines.get(line);
    if (score !== undefined) lines.set(line, score * MENTIONED);
  }
}

/** Adds the labels of a switch that is executed: a label is no statement, and coverage never points at one. */
export function addLabels(scene: Scene, lines: LineScores): void {
  for (const site of walk(scene.program)) {
    const score = site.node.type === 'SwitchStatement' ? (lines.get(site.line) ?? 0) : 0;
    if (score === 0) continue;
    for (const each of site.children) if (each.node.type === 'SwitchCase' && !lines.has(each.line)) lines.set(each.line, LABEL * score);
  }
}

/** What a module, or a class, gives a name once; functions and other modules are none. */
export function definitionsIn({ program }: Scene): readonly Definition[] {
  const found: Definition[] = [];
  for (const site of walk(program)) {
    const init = child(site, site.node.type === 'ClassProperty' ? 'value' : 'init');
    const name = child(site, site.node.type === 'ClassProperty' ? 'key' : 'id');
    if (init === null || name?.node.type !== 'Identifier' || !(site.node.type === 'ClassProperty' || isOfModule(site))) continue;
    const isRequired = isCall(init) && calleeName(init) === 'require';
    if (!isFunction(init) && !isRequired && init.node.type !== 'ClassExpression')
      found.push({ name: name.node.name, line: site.line, endLine: site.endLine });
  }
  return found;
}

function isOfModule({ node, parent }: Site): boolean {
  const around = parent?.parent;
  const owner = around?.node.type === 'ExportNamedDeclaration' ? around.parent : around;
  return node.type === 'VariableDeclarator' && owner?.node.type === 'Program';
}
