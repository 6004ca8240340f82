// An error that a failing test waits for and nothing throws.
import { brief, type Proposal } from '../family.ts';
import { type Family, insert, type Scene } from '../scene.ts';
import { functionOf, isListed } from '../shape.ts';
import type { Site } from '../tree.ts';
import { allTestsOf } from './conditions.ts';
import { indentOf } from './missing.ts';

/** Statements of a function before which the check is tried. */
const DEEPEST = 5;
const MOST_NAMES = 5;

function isCount(name: string): boolean {
  return /^[a-z]$|count|size|len|limit|max|min|num|concurren|depth|timeout|width|height|index|offset|level/i.test(name);
}

/** What a value that is not fit for a function looks like, the commonest first. */
function unfit(name: string, scene: Scene): [string, number][] {
  const counted = scene.words.uses.get(name)?.has('number') === true || isCount(name);
  const bounds: [string, number][] = [
    [`${name} < 1`, 1],
    [`${name} < 0`, 0.9],
    [`${name} <= 0`, 0.8],
    [`Number.isNaN(${name})`, 0.4],
    [`!Number.isInteger(${name})`, 0.4],
  ];
  const types = ['function', 'string', 'object', 'number'].map((type, at): [string, number] => [
    `typeof ${name} !== '${type}'`,
    0.8 - at / 10,
  ]);
  const others = allTestsOf(name).filter(([test]) => /^!|=== |== null/.test(test));
  const known = new Set(types.map(([test]) => test));
  return [
    ...(counted ? bounds : []),
    ...types.map(([test, odds]): [string, number] => [test, counted ? odds * 0.5 : odds]),
    ...others.filter(([test]) => !known.has(test)).map(([test, odds]): [string, number] => [test, counted ? odds * 0.5 : odds]),
  ];
}

/** What the error says: what the test wants to hear, else what is wrong with the value. */
function errorFor(name: string, scene: Scene): string {
  const said = scene.clues.expectedStrings.find((text) => /\w \w/.test(text) && text.length < 80);
  return JSON.stringify(said ?? `${name} is not valid`).replace(/^"|"$/g, "'");
}

/** `if (the value is unfit) throw` near the start of a function. */
function* unfitValue(site: Site, scene: Scene): Generator<Proposal> {
  if (!scene.clues.told.throws || !isListed(site) || site.index >= DEEPEST || site.node.type === 'FunctionDeclaration') return;
  const fn = functionOf(site);
  if (fn === null || site.parent?.parent !== fn) return;
  const params = scene.visible(site).filter(({ kind, scope }) => kind === 'param' && scope === fn);
  const type = scene.clues.told.typeError ? 'TypeError' : 'Error';
  for (const [at, { name }] of params.slice(0, MOST_NAMES).entries()) {
    const error = errorFor(name, scene);
    if (error.slice(1, -1).includes("'")) continue;
    for (const [test, odds] of unfit(name, scene)) {
      const text = `if (${test}) throw new ${type}(${error});\n${indentOf(site, scene)}`;
      yield insert(site.start, text, `throws if ${brief(test)}`, (odds * (scene.clues.said.has(name) ? 3 : 1)) / (1 + at / 4));
    }
  }
}

export const throwFamilies: readonly Family[] = [{ name: 'missing error', share: 0.15, propose: unfitValue }];
