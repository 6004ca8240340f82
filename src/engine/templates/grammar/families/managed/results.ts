// Results that Java and C# programs throw away, share where a copy is meant, or take where there is none.
import { brief, type Proposal } from '../../../family.ts';
import {
  argumentsOf,
  bare,
  classAround,
  type Declared,
  declaredFor,
  isInBlock,
  isJava,
  methodAround,
  methodCall,
  typeOf,
  withImport,
  wordsOf,
} from '../../managed.ts';
import type { Family, Scene } from '../../scene.ts';
import { above, type Branch, below, fieldOf, namedChildren } from '../../tree.ts';
import { replaced } from '../names.ts';

const PRIMITIVE_MATH = /^Math\.(?:max|min|abs|Max|Min|Abs|round|Round)\(/;

/** `key.trim();` makes a text that nobody gets. */
const thrownAway: Family = {
  name: 'result thrown away',
  share: 0.5,
  anywhere: true,
  *propose(branch, scene) {
    const [value, more] = branch.type === 'expression_statement' ? namedChildren(branch) : [];
    const words = wordsOf(scene);
    const call = methodCall(value, scene);
    if (call === null || words === null || value === undefined || more !== undefined) return;
    const own = scene.text(value);
    if (PRIMITIVE_MATH.test(own)) {
      const target = call.given.find(({ type }) => type === 'identifier');
      if (target !== undefined) yield replaced(branch, `${scene.text(target)} = ${own};`, 'result kept', 1);
      return;
    }
    const object = call.object === null ? null : rootOf(call.object, scene);
    if (object === null || !isValueCall(call.name, typeOf(object, scene), words.pure)) return;
    const name = scene.text(object);
    yield replaced(branch, `${name} = ${own};`, `${brief(own)} kept`, 1);
    yield* joinedTo(branch, object, own, scene);
    if (methodAround(branch, scene) !== null && isLast(branch)) yield replaced(branch, `return ${own};`, `return ${brief(own)}`, 0.5);
  },
};

function isLast({ parent, end }: Branch): boolean {
  return parent !== null && namedChildren(parent).at(-1)?.end === end;
}

/** Whether a method of such an object changes nothing. */
function isValueCall(name: string, type: string | null, pure: RegExp): boolean {
  if (type !== null && /^(?:BigDecimal|BigInteger|Local\w+|Duration|Instant)$/.test(type) && /^(?:add|remainder|max|min)$/.test(name))
    return true;
  return pure.test(name) && !/^(?:StringBuilder|StringBuffer|List|ArrayList|Matcher|Set|Map|HashSet)\b/.test(type ?? '');
}

/** The name that a chain of calls begins with. */
function rootOf(branch: Branch, scene: Scene): Branch | null {
  if (/^(?:identifier|field_access)$/.test(branch.type)) return branch;
  const call = methodCall(branch, scene);
  if (call?.object != null) return rootOf(call.object, scene);
  return branch.type === 'member_access_expression' && /^this\.\w+$/.test(scene.text(branch)) ? branch : null;
}

/** The call put where the variable gets its value, instead of a statement of its own. */
function* joinedTo(branch: Branch, object: Branch, own: string, scene: Scene): Generator<Proposal> {
  const declared = object.type === 'identifier' ? declaredFor(scene.text(object), branch, scene) : null;
  const { value = null } = declared ?? {};
  if (value === null || value.end > branch.start || branch.start - value.end > 2_000) return;
  const chain = own.slice(scene.text(object).length);
  const between = scene.file.text.slice(value.end, branch.start).replace(/[ \t]*$/, '');
  const rest = scene.file.text.slice(branch.end).startsWith('\n') ? between.replace(/\n$/, '') : between;
  const plain = /^(?:method_invocation|invocation_expression|identifier|string_literal)$/.test(value.type);
  const put = plain ? scene.text(value) : `(${scene.text(value)})`;
  yield { start: value.start, end: branch.end, text: `${put}${chain}${rest}`, label: `${brief(chain)} where it is declared`, odds: 0.8 };
}

/** How what an expression holds is copied; empty where the type tells of no collection. */
function copiesOf(
  value: string,
  type: string | null,
  scene: Scene,
): readonly (readonly [text: string, from: string | null, odds: number])[] {
  if (type === null) return [];
  if (type.endsWith('[]')) return isJava(scene) ? [[`${value}.clone()`, null, 1]] : [[`(${type})${value}.Clone()`, null, 1]];
  const outer = bare(type);
  if (!isJava(scene)) return csharpCopies(value, type, outer);
  const kept = (name: string): RegExp => new RegExp(`new ${name}\\b`);
  const pick = (...names: string[]): string => names.find((name) => kept(name).test(scene.file.text)) ?? names[0] ?? '';
  const kinds: Readonly<Record<string, string>> = {
    List: 'ArrayList',
    ArrayList: 'ArrayList',
    Collection: 'ArrayList',
    LinkedList: 'LinkedList',
    Set: pick('LinkedHashSet', 'TreeSet', 'HashSet'),
    HashSet: 'HashSet',
    Map: pick('LinkedHashMap', 'TreeMap', 'HashMap'),
    HashMap: 'HashMap',
    Deque: 'ArrayDeque',
    Queue: pick('ArrayDeque', 'LinkedList'),
  };
  const kind = Object.hasOwn(kinds, outer) ? kinds[outer] : /^(?:Array|Linked|Tree|Hash)\w+$/.test(outer) ? outer : undefined;
  if (kind === undefined) return outer === 'Date' ? [[`new Date(${value}.getTime())`, null, 1]] : [];
  const shallow = [`new ${kind}<>(${value})`, `java.util.${kind}`, 1] as const;
  const inner = argumentsOf(type).at(-1) ?? '';
  if (outer === 'List' && /^List</.test(inner))
    return [
      shallow,
      [
        `new ArrayList<>(${value}.stream().map(each -> (List${inner.slice(4)}) new ArrayList<>(each)).toList())`,
        'java.util.ArrayList',
        0.5,
      ],
    ];
  return [shallow];
}

function csharpCopies(value: string, type: string, outer: string): readonly (readonly [string, string | null, number])[] {
  const inner = argumentsOf(type).join(', ');
  if (/^(?:List|IList|IReadOnlyList|ICollection|IEnumerable)$/.test(outer))
    return [
      [`new List<${inner}>(${value})`, 'System.Collections.Generic', 1],
      [`${value}.ToList()`, 'System.Linq', 0.6],
    ];
  if (/^(?:HashSet|Queue|SortedSet|Dictionary|SortedDictionary)$/.test(outer)) return [[`new ${type}(${value})`, null, 1]];
  return [];
}

/** One list in two hands: what is given or kept is changed from outside. */
const shared: Family = {
  name: 'copy',
  share: 0.25,
  anywhere: true,
  *propose(branch, scene) {
    if (wordsOf(scene) === null || !/^(?:identifier|field_access|member_access_expression)$/.test(branch.type)) return;
    const odds = handedOver(branch, scene);
    if (odds === 0) return;
    const own = scene.text(branch);
    for (const [text, from, likely] of copiesOf(own, typeOf(branch, scene), scene)) {
      const edit = replaced(branch, text, `copy of ${own}`, odds * likely);
      yield from === null ? edit : withImport(edit, from, scene);
    }
  },
};

/** How likely a copy is meant where a collection leaves the object or comes into it; 0 where it does neither. */
function handedOver(branch: Branch, scene: Scene): number {
  const own = scene.text(branch);
  const name = own.replace(/^this\./, '');
  const declared = declaredFor(name, branch, scene);
  if (declared === null) return 0;
  const { parent } = branch;
  if (parent?.type === 'return_statement' || parent?.type === 'arrow_expression_clause') return declared.isField ? 0.5 : 0;
  if (parent?.type === 'assignment_expression' && branch.field === 'right') {
    const left = fieldOf(parent, 'left');
    const target = left === null ? null : declaredFor(scene.text(left).replace(/^this\./, ''), branch, scene);
    const isKept = target?.isField === true || /^this\./.test(left === null ? '' : scene.text(left));
    return isKept || declared.isField ? 0.6 : 0.2;
  }
  if (parent?.type === 'variable_declarator') return declared.isField ? 0.6 : isParameter(declared) ? 0.25 : 0.15;
  const list = parent?.type === 'argument' ? parent.parent : parent;
  if (list?.type !== 'argument_list' || list.parent === null) return 0;
  const stored = /^(?:push|add|addFirst|addLast|offer|put|Push|Add|Enqueue|set|putIfAbsent)$/.test(
    methodCall(list.parent, scene)?.name ?? '',
  );
  if (stored) return declared.isField ? 1.2 : 1;
  return list.parent.type === 'object_creation_expression' && declared.isField ? 0.4 : 0;
}

function isParameter({ at }: Declared): boolean {
  return /^(?:formal_)?parameter$/.test(at.type);
}

/** Collections that may not be changed, where something changes them. */
const changeable: Family = {
  name: 'changeable collection',
  share: 0.06,
  *propose(branch, scene) {
    if (!isJava(scene) || branch.type !== 'method_invocation') return;
    const told = scene.clues.said.has('UnsupportedOperationException') || scene.clues.said.has('ImmutableCollections');
    const own = scene.text(branch);
    const [, kind] =
      /^(?:(?:List|Set|Map)\.(?:copyOf|of)|Arrays\.(asList)|Collections\.(?:unmodifiable|empty)\w+)\(/.exec(own) === null
        ? []
        : [own, /Set/.test(own.slice(0, 30)) ? 'LinkedHashSet' : /Map/.test(own.slice(0, 30)) ? 'LinkedHashMap' : 'ArrayList'];
    if (kind === undefined && !/\.stream\(\)[\s\S]*\.toList\(\)$/.test(own)) return;
    const inner = /^Collections\.empty/.test(own) || /\.of\(\)$/.test(own) ? '' : own;
    const type = kind ?? 'ArrayList';
    if (told && !/^new \w+<>\($/.test(scene.file.text.slice(branch.start - 14, branch.start)))
      yield withImport(replaced(branch, `new ${type}<>(${inner})`, 'one that may be changed', 8), `java.util.${type}`, scene);
  },
};

/** The other way round: a view that nobody may change. */
const unchangeable: Family = {
  name: 'unchangeable view',
  share: 0.1,
  *propose(branch, scene) {
    if (!isJava(scene) || branch.parent?.type !== 'return_statement' || !/^(?:identifier|field_access)$/.test(branch.type)) return;
    const own = scene.text(branch);
    const outer = bare(typeOf(branch, scene) ?? '');
    if (!/^(?:List|Set|Map|Collection)$/.test(outer) || declaredFor(own.replace(/^this\./, ''), branch, scene)?.isField !== true) return;
    const waits = scene.clues.told.throws || scene.clues.testNames.has('UnsupportedOperationException');
    const odds = waits ? 1.5 : 0.3;
    yield withImport(
      replaced(branch, `Collections.unmodifiable${outer}(${own})`, 'not to be changed', odds),
      'java.util.Collections',
      scene,
    );
    if (outer !== 'Collection') yield replaced(branch, `${outer}.copyOf(${own})`, 'copy not to be changed', odds);
  },
};

/** Sorting, and other changes, of what was given. */
const changedInPlace: Family = {
  name: 'given collection changed',
  share: 0.15,
  *propose(branch, scene) {
    const [value] = branch.type === 'expression_statement' ? namedChildren(branch) : [];
    const call = methodCall(value, scene);
    if (call === null || !isInBlock(branch, scene) || classAround(branch) === null) return;
    const isStatic = /^(?:Collections|Arrays|Array)$/.test(call.object === null ? '' : scene.text(call.object));
    const target = isStatic ? call.given[0] : call.object;
    if (
      target?.type !== 'identifier' ||
      !/^(?:sort|reverse|shuffle|swap|Sort|Reverse|removeIf|retainAll|removeAll|RemoveAll)$/.test(call.name)
    )
      return;
    const name = scene.text(target);
    const declared = declaredFor(name, branch, scene);
    const isGiven = declared !== null && isParameter(declared);
    const isFromField =
      declared !== null &&
      declared.value !== null &&
      declaredFor(scene.text(declared.value).replace(/^this\./, ''), branch, scene)?.isField === true;
    if (declared === null || (!isGiven && !isFromField) || [...above(branch)].some(({ type }) => type === 'lambda_expression')) return;
    if (!isGiven) return;
    const assignedBefore = below(branch.parent ?? branch).some(
      (each) => each.type === 'assignment_expression' && each.end < branch.start && scene.text(each).startsWith(`${name} =`),
    );
    if (assignedBefore) return;
    for (const [text, from, odds] of copiesOf(name, declared.type, scene)) {
      const edit = {
        start: branch.start,
        end: branch.start,
        text: `${name} = ${text};\n${scene.indent(branch)}`,
        label: `${name} copied before`,
        odds,
      };
      yield from === null ? edit : withImport(edit, from, scene);
    }
  },
};

export const managedResultFamilies: readonly Family[] = [thrownAway, shared, changeable, unchangeable, changedInPlace];
