// A branch of a chain in Python for a constant that nobody asks for, though it has the others' name.
import { hasWord } from '../../family.ts';
import { deeper } from '../python.ts';
import { type Family, isPython, type Scene } from '../scene.ts';
import { above, type Branch, below, fieldOf, namedChildren, nearest } from '../tree.ts';

const MOST_CONSTANTS = 3;
const CONSTANT = /^(?:\w+\.)*[A-Z][A-Z\d_]+$/;

interface Asked {
  readonly value: string;
  readonly constants: ReadonlySet<string>;
}

/** What a chain compares with constants, and with which; null where it does not. */
function askedBy(chain: Branch, scene: Scene): Asked | null {
  const tests = [chain, ...clausesOf(chain)].flatMap((each) => fieldOf(each, 'condition') ?? []);
  let value: string | null = null;
  const constants = new Set<string>();
  for (const test of tests)
    for (const each of [test, ...below(test)]) {
      const [left, right] = each.type === 'comparison_operator' ? namedChildren(each) : [];
      if (left === undefined || right === undefined || !each.children.some(({ type }) => /^(?:==|is)$/.test(type))) continue;
      if (!CONSTANT.test(scene.text(right)) || (value !== null && scene.text(left) !== value)) continue;
      value = scene.text(left);
      constants.add(scene.text(right));
    }
  return value === null ? null : { value, constants };
}

function clausesOf(chain: Branch): readonly Branch[] {
  return chain.children.filter(({ type }) => /^(?:elif|else)_clause$/.test(type));
}

/** Constants of the family of those that are asked for: members of one class, or those that begin or end with the same word. */
function relatives({ constants }: Asked, around: string, scene: Scene): readonly string[] {
  const found = new Set<string>();
  for (const constant of constants) {
    const [, owner = '', own = ''] = /^(.*\.)?(\w+)$/.exec(constant) ?? [];
    const words = own.split('_');
    for (const other of constantsIn(owner.slice(0, -1), scene)) {
      const others = other.split('_');
      const isAlike = words.length > 1 && others.length > 1 && (words[0] === others[0] || words.at(-1) === others.at(-1));
      if (owner !== '' || isAlike) found.add(`${owner}${other}`);
    }
  }
  const others = [...found].filter((each) => !constants.has(each));
  // What the function knows of otherwise it has most likely forgotten here.
  const isKnown = new Set(others.filter((each) => hasWord(around, each)));
  return others.toSorted((a, b) => Number(isKnown.has(b)) - Number(isKnown.has(a))).slice(0, MOST_CONSTANTS);
}

interface Lack {
  readonly value: string;
  readonly constants: readonly string[];
}

const lacks = new WeakMap<Branch, Lack | null>();

/** What a chain compares, and the constants that it may have forgotten; read once for all of its branches. */
function lackOf(chain: Branch, scene: Scene): Lack | null {
  const found = lacks.get(chain);
  if (found !== undefined) return found;
  const asked = askedBy(chain, scene);
  const code = scene.text(nearest(chain, scene.language.functions) ?? scene.program);
  const made = asked === null ? null : { value: asked.value, constants: relatives(asked, code, scene) };
  lacks.set(chain, made);
  return made;
}

const known = new WeakMap<Scene, ReadonlyMap<string, readonly string[]>>();

/** Constants that a class sets, or that the module sets or imports, which has no name. */
function constantsIn(owner: string, scene: Scene): readonly string[] {
  let all = known.get(scene);
  if (all === undefined) {
    const found = new Map<string, string[]>();
    for (const each of below(scene.program)) {
      if (each.type !== 'identifier' || !CONSTANT.test(scene.text(each))) continue;
      const isSet = each.field === 'left' && each.parent?.type === 'assignment';
      if (!isSet && !/^(?:dotted_name|aliased_import)$/.test(each.parent?.type ?? '')) continue;
      const around = [...above(each)].find(({ type }) => /^(?:class|function)_definition$/.test(type));
      const name = around === undefined ? null : fieldOf(around, 'name');
      const key = name === null ? '' : scene.text(name);
      found.set(key, [...(found.get(key) ?? []), scene.text(each)]);
    }
    all = found;
    known.set(scene, all);
  }
  return all.get(owner.split('.').at(-1) ?? '') ?? [];
}

/** `elif mode == DROP: continue` in front of each later branch of a chain that asks for `KEEP` and `REFUSE`. */
const missing: Family = {
  name: 'branch for a constant',
  share: 0.08,
  *propose(branch, scene) {
    if (!isPython(scene) || !/^(?:if_statement|elif_clause|else_clause)$/.test(branch.type)) return;
    const chain = branch.type === 'if_statement' ? branch : branch.parent;
    // What follows is asked later; what stands last has its end for a place.
    const clauses = chain === null ? [] : clausesOf(chain);
    const isEnd = branch === chain && clauses.at(-1)?.type !== 'else_clause';
    if (chain === null || (branch === chain && !isEnd)) return;
    const lack = lackOf(chain, scene);
    if (lack === null) return;
    const pad = scene.indent(chain);
    const around = [...above(chain)].find(({ type }) => /^(?:for|while)_statement$|^function_definition$/.test(type));
    const jumps = around === undefined ? ['pass'] : around.type === 'function_definition' ? ['pass', 'return'] : ['continue', 'pass'];
    for (const [rank, constant] of lack.constants.entries())
      for (const [order, jump] of jumps.entries()) {
        const clause = `elif ${lack.value} == ${constant}:\n${deeper(pad)}${jump}`;
        const odds = 2 / (1 + rank / 2) / (1 + order / 2);
        const label = `${lack.value} == ${constant}: ${jump}`;
        if (isEnd) yield { start: chain.end, end: chain.end, text: `\n${pad}${clause}`, label, odds: odds / 2 };
        else yield { start: branch.start, end: branch.start, text: `${clause}\n${pad}`, label, odds };
      }
  },
};

export const missingBranchFamilies: readonly Family[] = [missing];
