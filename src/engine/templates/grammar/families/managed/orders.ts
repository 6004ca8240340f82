// In which order collections of Java and C# keep, sort and cut what they hold.
import { entryOf, type Proposal } from '../../../family.ts';
import { bare, isJava, made, methodCall, typeOf, withImport, wordsOf } from '../../managed.ts';
import type { Family, Scene } from '../../scene.ts';
import { type Branch, fieldOf } from '../../tree.ts';
import { replaced } from '../names.ts';

const ORDERED: Readonly<Record<string, readonly (readonly [kind: string, odds: number])[]>> = {
  HashMap: [
    ['LinkedHashMap', 1],
    ['TreeMap', 1],
  ],
  HashSet: [
    ['LinkedHashSet', 1],
    ['TreeSet', 0.8],
  ],
  TreeMap: [['LinkedHashMap', 0.5]],
  TreeSet: [['LinkedHashSet', 0.5]],
  LinkedHashMap: [['TreeMap', 0.5]],
  LinkedHashSet: [['TreeSet', 0.5]],
  IdentityHashMap: [['HashMap', 1]],
};

/** Collections that forget the order, and how those with an order are told of it. */
const ordered: Family = {
  name: 'order of a collection',
  share: 0.08,
  *propose(branch, scene) {
    const maker = made(branch, scene);
    const type = fieldOf(branch, 'type');
    if (maker === null || type === null) return;
    const own = scene.text(branch);
    const arguments_ = fieldOf(branch, 'arguments');
    if (!isJava(scene)) {
      if (/^(?:Dictionary|HashSet)<string\b/.test(scene.text(type)) && maker.given.length === 0)
        yield replaced(branch, own.replace(/\(\)$|$/, '(StringComparer.OrdinalIgnoreCase)'), 'in any case', 1);
      const sorted = entryOf({ Dictionary: 'SortedDictionary', HashSet: 'SortedSet' }, maker.type);
      const declaredAs = declaredType(branch, scene);
      if (sorted !== undefined && declaredAs !== maker.type)
        yield replaced(type, scene.text(type).replace(maker.type, sorted), sorted, 0.8);
      return;
    }
    for (const [kind, odds] of Object.hasOwn(ORDERED, maker.type) ? (ORDERED[maker.type] ?? []) : []) {
      if (new Set(['HashMap', 'HashSet', 'TreeMap', 'TreeSet']).has(declaredType(branch, scene))) continue;
      yield withImport(
        replaced(type, scene.text(type).replace(maker.type, kind), `${maker.type} -> ${kind}`, odds),
        `java.util.${kind}`,
        scene,
      );
    }
    if (arguments_ === null || branch.children.some(({ type: kind }) => kind === 'class_body') || maker.given.length > 1) return;
    if (/^(?:PriorityQueue|TreeSet|TreeMap)$/.test(maker.type) && maker.given.length === 0) {
      yield withImport(replaced(arguments_, '(Comparator.reverseOrder())', 'largest first', 1), 'java.util.Comparator', scene);
      if (/<String/.test(declaredText(branch, scene)) && maker.type !== 'PriorityQueue')
        yield replaced(arguments_, '(String.CASE_INSENSITIVE_ORDER)', 'in any case', 1);
    }
    if (maker.type === 'PriorityQueue' && maker.given[0] !== undefined && /\bcompar|->/.test(scene.text(maker.given[0])))
      yield replaced(arguments_, `(${reversed(scene.text(maker.given[0]))})`, 'largest first', 1);
  },
};

function reversed(comparator: string): string {
  const swapped = /^\((\w+), (\w+)\) -> /.exec(comparator);
  return swapped === null ? `${comparator}.reversed()` : comparator.replace(swapped[0], `(${swapped[2]}, ${swapped[1]}) -> `);
}

function declaredText(branch: Branch, scene: Scene): string {
  const owner = branch.parent?.type === 'variable_declarator' ? branch.parent.parent : null;
  const type = owner === null ? null : fieldOf(owner, 'type');
  if (type !== null) return scene.text(type);
  const left = branch.parent === null ? null : fieldOf(branch.parent, 'left');
  return left === null ? '' : (typeOf(left, scene) ?? '');
}

function declaredType(branch: Branch, scene: Scene): string {
  return bare(declaredText(branch, scene));
}

/** `(16, 0.75f)` of a map that is to keep what was asked for last. */
const accessOrder: Family = {
  name: 'order of access',
  share: 0.1,
  *propose(branch, scene) {
    const list = made(branch, scene)?.type === 'LinkedHashMap' ? fieldOf(branch, 'arguments') : null;
    if (list === null) return;
    const { given = [] } = made(branch, scene) ?? {};
    const evicts = /removeEldestEntry|eldest|capacity|lru/i.test(scene.file.text) ? 2 : 0.1;
    if (given.length === 2) yield replaced(list, `${scene.text(list).slice(0, -1)}, true)`, 'in the order of access', 2 * evicts);
    if (given.length < 2 && evicts > 1) yield replaced(list, '(16, 0.75f, true)', 'in the order of access', evicts);
  },
};

/** The links of a chain of calls, first to last, with what stands before them. */
function chainOf(
  branch: Branch,
  scene: Scene,
): {
  readonly head: Branch;
  readonly links: readonly { readonly text: string; readonly start: number; readonly end: number; readonly name: string }[];
} {
  const links: { text: string; start: number; end: number; name: string }[] = [];
  let head = branch;
  for (let call = methodCall(head, scene); call?.object != null; call = methodCall(head, scene)) {
    links.unshift({ text: scene.file.text.slice(call.object.end, head.end), start: call.object.end, end: head.end, name: call.name });
    head = call.object;
  }
  return { head, links };
}

const LINK =
  /^(?:comparing\w*|thenComparing\w*|reversed|sorted|limit|skip|distinct|filter|map\w*|takeWhile|dropWhile|peek|OrderBy\w*|ThenBy\w*|Take|Skip|Where|Select|Distinct|Reverse|TakeWhile|SkipWhile|trim|strip|toLowerCase|replace\w*|substring|Trim|ToLower|Replace)$/;

/** Neighbours of a chain exchanged, those that cannot be meant so or all others. */
function* exchanged(branch: Branch, scene: Scene, turned: boolean): Generator<Proposal> {
  const isInner = branch.field === 'object' || branch.parent?.type === 'member_access_expression';
  if (isInner || methodCall(branch, scene) === null) return;
  const { links } = chainOf(branch, scene);
  if (links.length > 10) return;
  for (const [index, one] of links.entries()) {
    const next = links[index + 1];
    if (next === undefined || !LINK.test(one.name) || !LINK.test(next.name) || /^compar/.test(one.name) || one.text === next.text) continue;
    if (/^ThenBy/.test(next.name) || isTurned(one.name, next.name) !== turned) continue;
    yield { start: one.start, end: next.end, text: next.text + one.text, label: `${next.name} before ${one.name}`, odds: 1 };
  }
}

/** `limit` before `sorted`, `reversed` behind what is not to be turned round. */
const turnedChains: Family = {
  name: 'chain turned round',
  share: 0.35,
  anywhere: true,
  *propose(branch, scene) {
    yield* exchanged(branch, scene, true);
  },
};

/** Other steps of a chain in the wrong order. */
const chains: Family = {
  name: 'order of a chain',
  share: 0.06,
  *propose(branch, scene) {
    yield* exchanged(branch, scene, false);
    if (branch.field !== 'object' && methodCall(branch, scene) !== null) yield* reversals(chainOf(branch, scene).links);
  },
};

/** Whether a step cuts, or turns round, before another that should come first. */
function isTurned(one: string, next: string): boolean {
  return (
    (/^(?:limit|Take)$/.test(one) && /^(?:sorted|filter|distinct|skip|OrderBy\w*|Where|Distinct|Skip)$/.test(next)) ||
    (/^thenComparing/.test(one) && next === 'reversed')
  );
}

/** `reversed` left out, or put behind another link, further away than the next. */
function* reversals(
  links: readonly { readonly text: string; readonly start: number; readonly end: number; readonly name: string }[],
): Generator<Proposal> {
  if (!links.some(({ name }) => /^(?:comparing|thenComparing)/.test(name))) return;
  const at = links.findIndex(({ name }) => name === 'reversed');
  const turned = links[at];
  for (const [index, link] of links.entries()) {
    if (!/^(?:comparing|thenComparing)/.test(link.name)) continue;
    if (turned === undefined)
      yield {
        start: link.end,
        end: link.end,
        text: '.reversed()',
        label: `reversed behind ${link.name}`,
        odds: index === links.length - 1 ? 1 : 0.6,
      };
    else if (index < at - 2) {
      const between = links
        .slice(index + 1, at)
        .map(({ text }) => text)
        .join('');
      yield { start: link.end, end: turned.end, text: turned.text + between, label: `reversed behind ${link.name}`, odds: 0.8 };
    }
  }
}

/** An order that is turned round, or that does not tell equal ones apart. */
const orders: Family = {
  name: 'order turned round',
  share: 0.1,
  *propose(branch, scene) {
    if (!isJava(scene) || wordsOf(scene) === null) return;
    const call = methodCall(branch, scene);
    const own = scene.text(branch);
    if (call !== null && /^(?:comparing|thenComparing)$/.test(call.name) && call.given.length === 1 && call.given[0] !== undefined) {
      yield withImport(
        { start: call.given[0].end, end: call.given[0].end, text: ', Comparator.reverseOrder()', label: 'largest first', odds: 0.6 },
        'java.util.Comparator',
        scene,
      );
      if (/[nN]ame|[tT]itle|toString/.test(scene.text(call.given[0])))
        yield {
          start: call.given[0].end,
          end: call.given[0].end,
          text: ', String.CASE_INSENSITIVE_ORDER',
          label: 'in any case',
          odds: 0.4,
        };
    }
    if (call?.name === 'sorted' && call.given.length === 0 && call.object !== null)
      yield withImport(replaced(call.list, '(Comparator.reverseOrder())', 'largest first', 1), 'java.util.Comparator', scene);
    if (/^(?:Comparator\.)?(?:naturalOrder|reverseOrder)\(\)$/.test(own))
      yield replaced(
        branch,
        own.includes('natural') ? own.replace('natural', 'reverse') : own.replace('reverse', 'natural'),
        'the other way round',
        1.5,
      );
    const sides = branch.type === 'method_invocation' && /^(?:compare|compareTo)$/.test(call?.name ?? '') ? call : null;
    if (sides !== null && branch.parent?.type !== 'binary_expression') yield* comparedOtherwise(branch, sides.given, sides.object, scene);
  },
};

/** `a.compareTo(b)` as `b.compareTo(a)`. */
function* comparedOtherwise(branch: Branch, given: readonly Branch[], object: Branch | null, scene: Scene): Generator<Proposal> {
  const [first, second] = given;
  if (first !== undefined && second === undefined && object !== null)
    yield replaced(branch, `${scene.text(first)}.compareTo(${scene.text(object)})`, 'the other way round', 1);
}

/** A step of a chain that is missing: duplicates, order. */
const steps: Family = {
  name: 'step of a chain',
  share: 0.1,
  *propose(branch, scene) {
    const call = methodCall(branch, scene);
    if (call?.object == null || !/^(?:toList|collect|ToList|ToArray|toArray|count|Count|forEach)$/.test(call.name)) return;
    const { links } = chainOf(call.object, scene);
    const isStream =
      links.some(({ name }) => /^(?:stream|map|filter|sorted|Select|Where|OrderBy)$/.test(name)) || call.object.type === 'identifier';
    if (!isStream || (isJava(scene) && !links.some(({ name }) => name === 'stream'))) return;
    const names = new Set(links.map(({ name }) => name));
    const added = isJava(scene) ? (['distinct', 'sorted'] as const) : (['Distinct'] as const);
    for (const name of added)
      if (!names.has(name) && call.name !== 'forEach')
        yield { start: call.object.end, end: call.object.end, text: `.${name}()`, label: `${name} added`, odds: 1 };
  },
};

export const managedOrderFamilies: readonly Family[] = [ordered, accessOrder, turnedChains, chains, orders, steps];
