// What Java and C# programs take although it may not be there: keys, values, the first of none.
import { entryOf, type Proposal } from '../../../family.ts';
import {
  argumentsOf,
  bare,
  isFraction,
  isJava,
  isPrimitive,
  methodAround,
  methodCall,
  resultType,
  typeOf,
  withImport,
} from '../../managed.ts';
import type { Family, Scene } from '../../scene.ts';
import { type Branch, fieldOf, namedChildren } from '../../tree.ts';
import { replaced } from '../names.ts';

/** `counts.get(word) + 1` fails for a word that is not there. */
const absent: Family = {
  name: 'key that is absent',
  share: 0.3,
  anywhere: true,
  *propose(branch, scene) {
    const asked = lookedUp(branch, scene);
    if (asked === null) return;
    const { object, key, type } = asked;
    const values = argumentsOf(type).at(-1) ?? '';
    const lacks = scene.clues.complaints.nothing || scene.clues.said.has('KeyNotFoundException') ? 1.5 : 0.3;
    const { parent } = branch;
    const zero = /^(?:Double|Float|double)$/.test(values) ? '0.0' : /^(?:Long|long)$/.test(values) ? (isJava(scene) ? '0L' : '0') : '0';
    if (/^(?:Integer|Long|Double|Float|int|long|double|decimal)$/.test(values)) {
      const text = isJava(scene) ? `${object}.getOrDefault(${key}, ${zero})` : `${object}.GetValueOrDefault(${key})`;
      const isWritten = parent?.type === 'assignment_expression' && branch.field === 'left';
      if (!isWritten) yield replaced(branch, text, `${zero} where there is none`, lacks * (parent?.type === 'binary_expression' ? 1.5 : 1));
      else if (/^[-+*]=$/.test(parent.children[1]?.type ?? '')) yield* writtenOut(branch, parent, text, scene);
      return;
    }
    const call = branch.parent === null ? null : callOn(branch, scene);
    const empty = emptyCollection(values, scene);
    if (call === null || empty === null) return;
    const fills = /^(?:add|put|addAll|push|offer|addLast|Add|Enqueue|Push)$/.test(call);
    if (isJava(scene) && fills)
      yield* withImports(
        replaced(branch, `${object}.computeIfAbsent(${key}, each -> ${empty.text})`, 'made where there is none', lacks),
        empty,
        scene,
      );
    else if (isJava(scene)) yield replaced(branch, `${object}.getOrDefault(${key}, ${empty.none})`, 'none where there is none', lacks);
  },
};

function* writtenOut(branch: Branch, parent: Branch, value: string, scene: Scene): Generator<Proposal> {
  const sign = (parent.children[1]?.type ?? '+').slice(0, -1);
  const right = fieldOf(parent, 'right');
  if (right !== null) yield replaced(parent, `${scene.text(branch)} = ${value} ${sign} ${scene.text(right)}`, 'from nothing on', 1.5);
}

function* withImports(edit: Proposal, { from }: { readonly from: string }, scene: Scene): Generator<Proposal> {
  yield withImport(edit, from, scene);
}

function emptyCollection(type: string, scene: Scene): { readonly text: string; readonly from: string; readonly none: string } | null {
  const kind = entryOf(
    {
      List: 'ArrayList',
      Set: 'LinkedHashSet',
      Map: 'LinkedHashMap',
      Deque: 'ArrayDeque',
      Collection: 'ArrayList',
      Queue: 'ArrayDeque',
    },
    bare(type),
  );
  if (kind === undefined) return null;
  const plainer = kind.replace('Linked', '');
  const used = new RegExp(`new ${plainer}\\b`).test(scene.file.text) ? plainer : kind;
  return {
    text: `new ${used}<>()`,
    from: `java.util.${used}`,
    none: /^(?:List|Set|Map)$/.test(bare(type)) ? `${bare(type)}.of()` : `new ${used}<>()`,
  };
}

/** A map and the key it is asked for, where the file tells the map's type. */
function lookedUp(branch: Branch, scene: Scene): { readonly object: string; readonly key: string; readonly type: string } | null {
  if (branch.type === 'element_access_expression' && !isJava(scene)) {
    const [object, list] = namedChildren(branch);
    const type = object === undefined ? null : typeOf(object, scene);
    const key = list === undefined ? null : scene.text(list).slice(1, -1);
    return object !== undefined && key !== null && /^I?\w*Dictionary</.test(type ?? '')
      ? { object: scene.text(object), key, type: type ?? '' }
      : null;
  }
  const call = isJava(scene) ? methodCall(branch, scene) : null;
  const [key, more] = call?.given ?? [];
  if (call?.name !== 'get' || call.object === null || key === undefined || more !== undefined) return null;
  const type = typeOf(call.object, scene);
  return /^\w*Map</.test(type ?? '') ? { object: scene.text(call.object), key: scene.text(key), type: type ?? '' } : null;
}

/** The method that is called on a value. */
function callOn(branch: Branch, scene: Scene): string | null {
  const { parent } = branch;
  if (parent === null || !/^(?:object|expression)$/.test(branch.field ?? '')) return null;
  const whole = parent.type === 'member_access_expression' ? parent.parent : parent;
  return methodCall(whole, scene)?.name ?? null;
}

/** `Optional.of(null)`, `get()` of nothing, two items of one key. */
const unexpected: Family = {
  name: 'nothing there',
  share: 0.12,
  *propose(branch, scene) {
    const call = isJava(scene) ? methodCall(branch, scene) : null;
    if (call?.object == null) return;
    const [object, own] = [scene.text(call.object), scene.text(branch)];
    const type = typeOf(call.object, scene) ?? '';
    const lacks = scene.clues.complaints.nothing || scene.clues.said.has('NoSuchElementException') ? 2 : 0.6;
    const wanted = resultType(methodAround(branch, scene), scene);
    if (object === 'Optional' && call.name === 'of')
      yield replaced(branch, own.replace('Optional.of', 'Optional.ofNullable'), 'nothing is allowed', lacks * 1.5);
    const isOptional =
      /^Optional/.test(type) || /\.(?:findFirst|findAny|max|min|average|reduce)\([^()]*(?:\([^()]*\)[^()]*)*\)$/.test(object);
    if (!isOptional || !/^(?:get|getAsInt|getAsDouble|getAsLong|orElseThrow)$/.test(call.name) || call.given.length > 0) return;
    const isNumber =
      call.name.startsWith('getAs') || (wanted !== null && isPrimitive(wanted) && /mapTo|Optional(?:Int|Long|Double)/.test(object + type));
    yield replaced(branch, `${object}.orElse(${isNumber ? (isFraction(wanted) ? '0.0' : '0') : 'null'})`, 'nothing is allowed', lacks);
  },
};

/** Keys that come twice, and the order in which items were put. */
const collected: Family = {
  name: 'collector',
  share: 0.1,
  *propose(branch, scene) {
    const call = isJava(scene) ? methodCall(branch, scene) : null;
    if (call === null || !/^(?:toMap|groupingBy|toSet)$/.test(call.name)) return;
    const list = call.given.at(-1)?.end ?? call.list.end - 1;
    const prefix = call.object === null ? '' : `${scene.text(call.object)}.`;
    const add = (text: string, odds: number): Proposal => ({
      start: list,
      end: list,
      text,
      label: `${call.name} with ${text.slice(2)}`,
      odds,
    });
    const twice = scene.clues.said.has('Duplicate') ? 4 : 0.6;
    if (call.name === 'toMap' && call.given.length === 2) {
      yield add(', (first, second) -> second', twice);
      yield add(', (first, second) -> first', twice);
      yield withImport(add(', (first, second) -> first, LinkedHashMap::new', 0.8), 'java.util.LinkedHashMap', scene);
    }
    if (call.name !== 'groupingBy' || call.given.length > 2) return;
    const [by, then] = call.given;
    for (const [kind, odds] of [
      ['LinkedHashMap', 1],
      ['TreeMap', 1],
    ] as const)
      if (by !== undefined)
        yield withImport(
          replaced(
            call.list,
            `(${scene.text(by)}, ${kind}::new, ${then === undefined ? `${prefix}toList()` : scene.text(then)})`,
            `${kind} of groups`,
            odds,
          ),
          `java.util.${kind}`,
          scene,
        );
  },
};

export const managedAbsentFamilies: readonly Family[] = [absent, unexpected, collected];
