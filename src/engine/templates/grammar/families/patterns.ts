// Changes that belong together though they stand at several places, and code that is put around what is there.
import { brief } from '../../family.ts';
import { type Family, isNumber, isValue, type Scene } from '../scene.ts';
import { type Branch, below, namedChildren, nearest } from '../tree.ts';
import { replaced, swapped } from './names.ts';

/** The same mistake all through a function: two names or constants exchanged, one literal or operator everywhere. */
const throughout: Family = {
  name: 'throughout a function',
  share: 0.03,
  *propose(branch, scene) {
    const { language } = scene;
    if (!language.functions.has(branch.type)) return;
    const [names, literals, joins] = [new Map<string, Branch[]>(), new Map<string, Branch[]>(), new Map<string, Branch[]>()];
    const add = (map: Map<string, Branch[]>, one: Branch): unknown => map.set(scene.text(one), [...(map.get(scene.text(one)) ?? []), one]);
    for (const one of below(branch)) {
      if (language.identifiers.has(one.type)) add(names, one);
      if (isLiteral(one, scene)) add(literals, one);
      if (!one.named && (one.type === language.and || one.type === language.or)) add(joins, one);
    }
    const everywhere = (changes: ReadonlyMap<Branch, string>): string => rewritten(branch, changes, scene);
    for (const map of [names, literals]) {
      const several = [...map].filter(([, places]) => places.length > 1 || map === literals).slice(0, 7);
      for (const [index, [one, places]] of several.entries()) {
        for (const [other, others] of several.slice(index + 1)) {
          const changes = new Map([...places.map((place) => [place, other] as const), ...others.map((place) => [place, one] as const)]);
          yield replaced(branch, everywhere(changes), `${one} and ${other} exchanged throughout`, 0.5);
        }
      }
    }
    for (const [one, places] of [...literals].filter(([, found]) => found.length > 1).slice(0, 8)) {
      for (const other of othersOf(one, scene)) {
        yield replaced(branch, everywhere(new Map(places.map((place) => [place, other]))), `every ${one} -> ${other}`, 0.4);
      }
    }
    for (const [one, places] of joins) {
      const other = one === language.and ? language.or : language.and;
      if (places.length > 1)
        yield replaced(branch, everywhere(new Map(places.map((place) => [place, other]))), `every ${one} -> ${other}`, 1);
    }
  },
};

/** All joins of one condition. */
const joins: Family = {
  name: 'every join',
  share: 0.02,
  *propose(branch, scene) {
    const { language } = scene;
    if (!language.binary.has(branch.type) || language.binary.has(branch.parent?.type ?? '')) return;
    for (const [from, to] of [
      [language.and, language.or],
      [language.or, language.and],
    ] as const) {
      const places = below(branch).filter((one) => !one.named && one.type === from);
      if (places.length > 1)
        yield replaced(branch, rewritten(branch, new Map(places.map((place) => [place, to])), scene), `every ${from} -> ${to}`, 1);
    }
  },
};

const ARITHMETIC = /^(?:[-+*%]|\/\/?|\*\*)$/;

/** The sign of an operation with numbers; null where it is none. */
function signOf(branch: Branch | undefined, scene: Scene): Branch | null {
  const inner = branch !== undefined && /parenthesized/.test(branch.type) ? namedChildren(branch)[0] : branch;
  if (inner === undefined || !scene.language.binary.has(inner.type)) return null;
  return inner.children.find(({ named, type }) => !named && ARITHMETIC.test(type)) ?? null;
}

/** Signs beside each other may make another one, or begin a comment. */
function isSign(at: number, { file }: Scene): boolean {
  return /[-+*/%&]/.test(file.text[at] ?? '');
}

function isOfTexts(branch: Branch, { language }: Scene): boolean {
  return below(branch).some(({ type }) => language.strings.has(type));
}

/** `total + 60 * part` -> `total * 60 + part`: the operators of two neighbours exchanged. */
const exchanged: Family = {
  name: 'operators exchanged',
  share: 0.01,
  *propose(branch, scene) {
    const outer = scene.language.binary.has(branch.type) ? signOf(branch, scene) : null;
    for (const side of outer === null ? [] : namedChildren(branch)) {
      const inner = signOf(side, scene);
      if (outer === null || inner === null || inner.type === outer.type) continue;
      const [first, second] = inner.start < outer.start ? [inner, outer] : [outer, inner];
      if ([first, second].some(({ start, end }) => isSign(start - 1, scene) || isSign(end, scene)) || isOfTexts(branch, scene)) continue;
      yield swapped(first, second, scene, `${first.type} and ${second.type} exchanged in ${brief(scene.text(branch))}`, 1);
    }
  },
};

/** Elements of a list exchanged. */
const elements: Family = {
  name: 'elements exchanged',
  share: 0.02,
  *propose(branch, scene) {
    if (!/^(list|tuple|array|expression_list|pattern_list|array_literal|literal_value)$/.test(branch.type)) return;
    const parts = namedChildren(branch).slice(0, 6);
    for (const [index, one] of parts.entries()) {
      const next = parts[index + 1];
      if (next !== undefined) yield swapped(one, next, scene, `${brief(scene.text(one))} and ${brief(scene.text(next))} exchanged`, 1);
    }
  },
};

/** Both sides of a comparison through the same call; a part of a sequence instead of the whole. */
const views: Family = {
  name: 'view',
  share: 0.04,
  *propose(branch, scene) {
    const { language } = scene;
    const isPython = language.name === 'python';
    if (isPython && branch.type === 'comparison_operator') {
      const [left, right] = namedChildren(branch);
      if (left === undefined || right === undefined) return;
      for (const wrap of language.wraps) {
        const text = `${wrap(scene.text(left))}${scene.file.text.slice(left.end, right.start)}${wrap(scene.text(right))}`;
        yield replaced(branch, text, `${brief(scene.text(branch))} -> ${brief(text)}`, 0.5);
      }
    }
    const iterated = branch.field === 'right' && /^for/.test(branch.parent?.type ?? '');
    if (!isPython || isNumber(branch) || !(isValue(branch, scene.language) || iterated)) return;
    if (
      branch.end - branch.start > 120 ||
      /boolean|binary|not_operator|comparison|integer|true|false|none|keyword_argument/.test(branch.type)
    )
      return;
    const names = scene.variables(branch).slice(0, 5);
    const parts = ['[1:]', '[:-1]', '[::-1]', '[0]', '[-1]', ...names.flatMap((name) => [`[:${name}]`, `[${name}:]`, `[${name}]`])];
    for (const [rank, part] of parts.entries()) {
      if (part !== `[${scene.text(branch)}]`)
        yield replaced(
          branch,
          `${scene.text(branch)}${part}`,
          `${brief(scene.text(branch))}${part}`,
          (iterated ? 1.5 : 0.7) / (1 + rank / 5),
        );
    }
  },
};

/** A statement that should run in some cases only. */
const around: Family = {
  name: 'condition around',
  share: 0.04,
  *propose(branch, scene) {
    const { language } = scene;
    const scope = nearest(branch, language.functions);
    if (language.name !== 'python' || scope === null || branch.parent === null || !language.blocks.has(branch.parent.type)) return;
    if (!/^(expression_statement|return_statement|augmented_assignment)$/.test(branch.type) || branch.endLine > branch.line) return;
    const indent = scene.indent(branch);
    for (const [rank, condition] of casesAt(branch, scene).entries()) {
      const text = `if ${condition}:\n${indent}    ${scene.text(branch)}`;
      yield replaced(branch, text, `only if ${condition}: ${brief(scene.text(branch))}`, 1 / (1 + rank / 6));
    }
  },
};

/** A counter that is not moved on. */
const steps: Family = {
  name: 'step',
  share: 0.02,
  *propose(branch, scene) {
    const { language } = scene;
    const parent = branch.parent;
    if (parent === null || !language.blocks.has(parent.type) || !branch.named || nearest(branch, language.loops) === null) return;
    if (parent.children.at(-1) !== branch) return;
    const indent = scene.indent(branch);
    for (const [rank, name] of scene.variables(branch).slice(0, 8).entries()) {
      for (const step of ['+= 1', '-= 1']) {
        yield {
          start: branch.end,
          end: branch.end,
          text: `${language.end}\n${indent}${name} ${step}`,
          label: `${name} ${step} added`,
          odds: 1 / (1 + rank / 4),
        };
      }
    }
  },
};

export const patternFamilies: readonly Family[] = [throughout, joins, exchanged, elements, views, around, steps];

function isLiteral(branch: Branch, { language }: Scene): boolean {
  if (!branch.named) return false;
  return (
    isNumber(branch) ||
    language.strings.has(branch.type) ||
    (branch.children.length === 0 && /^(true|false|boolean_literal|none|nil|null)$/.test(branch.type))
  );
}

function othersOf(literal: string, { language, clues }: Scene): readonly string[] {
  const quoted = /^(['"])(.*)\1$/s.exec(literal);
  if (quoted !== null) {
    const [, quote = '"', inner = ''] = quoted;
    return ['', inner.trim(), ' ', ...clues.expectedStrings.slice(0, 4)]
      .filter((text) => text !== inner && !text.includes(quote))
      .map((text) => `${quote}${text}${quote}`);
  }
  if (/^\d+$/.test(literal)) return [String(Number(literal) + 1), String(Number(literal) - 1)];
  return literal === language.true ? [language.false] : literal === language.false ? [language.true] : [];
}

/** Comparisons of two names of the function, and the conditions it uses elsewhere. */
function casesAt(branch: Branch, scene: Scene): readonly string[] {
  const names = scene.variables(branch).slice(0, 7);
  const used = new Set(
    below(branch)
      .filter((one) => scene.language.identifiers.has(one.type))
      .map((one) => scene.text(one)),
  );
  const pairs = names.flatMap((one, index) => names.slice(index + 1).map((other) => [one, other] as const));
  const near = pairs.toSorted((a, b) => score(b) - score(a));
  function score([one, other]: readonly [string, string]): number {
    return Number(used.has(one)) + Number(used.has(other)) + scene.alike(one, other);
  }
  const compared = near
    .slice(0, 8)
    .flatMap(([one, other]) => [
      `${one} == ${other}`,
      `${one} != ${other}`,
      `${one} not in ${other}`,
      `${other} not in ${one}`,
      `${one} < ${other}`,
      `${one} > ${other}`,
    ]);
  return [...scene.conditions(branch).slice(0, 8), ...compared, ...names.slice(0, 4), ...names.slice(0, 4).map((name) => `not ${name}`)];
}

/** A branch's text with the places in it replaced. */
function rewritten(branch: Branch, changes: ReadonlyMap<Branch, string>, scene: Scene): string {
  let made = '';
  let at = branch.start;
  for (const [place, text] of [...changes].toSorted(([a], [b]) => a.start - b.start)) {
    made += scene.file.text.slice(at, place.start) + text;
    at = place.end;
  }
  return made + scene.file.text.slice(at, branch.end);
}
