// Collections of Java and C#: what is removed, in which order they are gone through, and how they are sorted.
import { brief, hasWord, type Proposal } from '../../../family.ts';
import { argumentsOf, declaredFor, isJava, isWhole, methodCall, typeOf, withImport } from '../../managed.ts';
import type { Family, Scene } from '../../scene.ts';
import { type Branch, below, fieldOf, namedChildren } from '../../tree.ts';
import { replaced } from '../names.ts';

/** `numbers.remove(number)` removes by position where the number is an `int`. */
const removed: Family = {
  name: 'removed by position',
  share: 0.4,
  anywhere: true,
  *propose(branch, scene) {
    const call = methodCall(branch, scene);
    const [given, more] = call?.given ?? [];
    if (call?.object == null || given === undefined || more !== undefined) return;
    const type = typeOf(call.object, scene) ?? '';
    const own = scene.text(given);
    if (!isJava(scene)) {
      if (call.name === 'RemoveAt' && !/literal/.test(given.type))
        yield replaced(branch, `${scene.text(call.object)}.Remove(${own})`, 'removed by value', 0.5);
      return;
    }
    if (call.name !== 'remove' || !/^(?:\w*List|Collection)</.test(type)) return;
    const [item = ''] = argumentsOf(type);
    const kind = typeOf(given, scene);
    if (kind === 'int' && /^(?:Integer|Object)$/.test(item) && !isIndex(own))
      yield replaced(given, `Integer.valueOf(${own})`, `${own} removed by value`, 1);
    const [, boxed] = /^(?:Integer\.valueOf\(|\(Integer\) ?)(\w+)\)?$/.exec(own) ?? [];
    if (boxed !== undefined) yield replaced(given, boxed, `removed at the place ${boxed}`, 0.5);
    if (kind === 'Integer' && item !== 'Integer') yield replaced(given, `(int) ${own}`, `removed at the place ${own}`, 1);
  },
};

function isIndex(text: string): boolean {
  return /^(?:i|j|k|index|idx|pos|position|at)$|literal|[-+]|^\d+$|size\(\)|indexOf/i.test(text);
}

/** The list of a loop, the variable, and the body. */
interface Round {
  readonly loop: Branch;
  readonly list: Branch;
  readonly item: string;
  readonly body: Branch;
}

function roundOf(branch: Branch, scene: Scene): Round | null {
  if (!/^(?:enhanced_for_statement|foreach_statement)$/.test(branch.type)) return null;
  const list = fieldOf(branch, 'value') ?? fieldOf(branch, 'right');
  const item = fieldOf(branch, 'name') ?? fieldOf(branch, 'left');
  const body = fieldOf(branch, 'body');
  return list === null || item === null || body === null ? null : { loop: branch, list, item: scene.text(item), body };
}

const CHANGES = /^(?:remove|add|put|clear|removeAll|removeIf|Remove|Add|Clear|RemoveAll|RemoveAt|Insert)$/;

/** What is gone through must stay as it is meanwhile. */
const changedMeanwhile: Family = {
  name: 'changed while gone through',
  share: 0.4,
  anywhere: true,
  *propose(branch, scene) {
    const round = roundOf(branch, scene);
    if (round === null) return;
    const whole = scene.text(round.list);
    const [, owner = whole] = /^(.*?)\.(?:keySet|values|entrySet)\(\)$/.exec(whole) ?? /^(.*?)\.(?:Keys|Values)$/.exec(whole) ?? [];
    const change = below(round.body).find((each) => {
      const call = methodCall(each, scene);
      return call?.object != null && scene.text(call.object) === owner && CHANGES.test(call.name);
    });
    const isCalled = change === undefined && changesElsewhere(round, owner, scene);
    if (change === undefined && !isCalled) return;
    const told = scene.clues.said.has('ConcurrentModificationException') || /modified/.test([...scene.clues.said].join(' ')) ? 1.5 : 1;
    const odds = isCalled ? 0.2 : told;
    if (isJava(scene))
      yield withImport(
        replaced(round.list, `new ArrayList<>(${whole})`, `copy of ${brief(whole)} gone through`, odds),
        'java.util.ArrayList',
        scene,
      );
    else yield withImport(replaced(round.list, `${whole}.ToList()`, `copy of ${brief(whole)} gone through`, odds), 'System.Linq', scene);
    if (change === undefined) return;
    yield* removedIf(round, owner, scene);
    const statement = change.parent?.type === 'expression_statement' ? change.parent : null;
    if (statement?.parent != null && namedChildren(statement.parent).at(-1) === statement)
      yield {
        start: statement.end,
        end: statement.end,
        text: `\n${scene.indent(statement)}break;`,
        label: 'no further round',
        odds: odds / 3,
      };
  },
};

/** Whether the loop calls a method of the file that changes the list. */
function changesElsewhere({ body }: Round, owner: string, scene: Scene): boolean {
  const called = new Set(
    below(body).flatMap((each) => {
      const call = methodCall(each, scene);
      return call !== null && call.object === null ? [call.name] : [];
    }),
  );
  if (called.size === 0) return false;
  return below(scene.program).some((each) => {
    const name = each.type === 'method_declaration' ? fieldOf(each, 'name') : null;
    if (name === null || !called.has(scene.text(name))) return false;
    return new RegExp(`\\b${owner.replace(/[^\w.]/g, '')}\\.(?:remove|add|put|clear|Remove|Add|Clear)\\(`).test(scene.text(each));
  });
}

/** The whole loop as one call, where it does nothing else. */
function* removedIf({ loop, list, item, body }: Round, owner: string, scene: Scene): Generator<Proposal> {
  const [only, more] = body.type === 'block' ? namedChildren(body) : [body];
  const condition = only?.type === 'if_statement' && more === undefined ? fieldOf(only, 'condition') : null;
  const inner = only === undefined ? null : fieldOf(only, 'consequence');
  const statements = inner === null ? [] : inner.type === 'block' ? namedChildren(inner) : [inner];
  if (condition === null || statements.length !== 1 || fieldOf(only ?? body, 'alternative') !== null) return;
  const test = scene.text(condition).replace(/^\((.*)\)$/s, '$1');
  if (isJava(scene)) yield replaced(loop, `${scene.text(list)}.removeIf(${item} -> ${test});`, 'removed in one call', 0.8);
  else if (owner === scene.text(list)) yield replaced(loop, `${owner}.RemoveAll(${item} => ${test});`, 'removed in one call', 0.8);
}

/** `for (i ...) list.remove(i)` leaves out the one that moves up. */
const movedUp: Family = {
  name: 'item that moves up',
  share: 0.15,
  *propose(branch, scene) {
    const call = methodCall(branch, scene);
    const [given] = call?.given ?? [];
    if (call?.object == null || given?.type !== 'identifier' || !/^(?:remove|RemoveAt)$/.test(call.name)) return;
    const name = scene.text(given);
    let loop = branch.parent;
    while (loop !== null && loop.type !== 'for_statement') loop = loop.parent;
    if (loop === null || !new RegExp(`(?:${name}\\+\\+|\\+\\+${name})`).test(headOf(loop, scene))) return;
    yield replaced(given, `${name}--`, 'the same place again', 1);
    const body = fieldOf(loop, 'body');
    const list = scene.text(call.object);
    const size = isJava(scene) ? `${list}.size()` : `${list}.Count`;
    if (body !== null)
      yield {
        start: loop.start,
        end: body.start,
        text: `for (int ${name} = ${size} - 1; ${name} >= 0; ${name}--) `,
        label: 'from the last one on',
        odds: 1,
      };
  },
};

function headOf(loop: Branch, scene: Scene): string {
  return scene.file.text.slice(loop.start, fieldOf(loop, 'body')?.start ?? loop.end);
}

/** `add` where what is there must stay, `put` where the first is to win. */
const stored: Family = {
  name: 'stored otherwise',
  share: 0.06,
  *propose(branch, scene) {
    const call = methodCall(branch, scene);
    if (call?.object == null) return;
    const object = scene.text(call.object);
    const [key, value] = call.given;
    const type = typeOf(call.object, scene) ?? '';
    if (isJava(scene) && call.name === 'put' && key !== undefined && value !== undefined && /Map\b/.test(type)) {
      yield replaced(branch, `${object}.putIfAbsent(${scene.text(key)}, ${scene.text(value)})`, 'the first one stays', 0.8);
      if (isWhole(argumentsOf(type).at(-1) ?? null))
        yield replaced(
          branch,
          `${object}.merge(${scene.text(key)}, ${scene.text(value)}, ${argumentsOf(type).at(-1)}::sum)`,
          'added to what is there',
          1.5,
        );
    }
    if (isJava(scene) && call.name === 'putIfAbsent' && branch.parent?.type === 'expression_statement')
      yield replaced(branch, `${object}.put(${call.given.map(scene.text).join(', ')})`, 'the last one stays', 1);
    if (!isJava(scene) && call.name === 'Add' && key !== undefined && value !== undefined && /Dictionary/.test(type))
      yield replaced(branch, `${object}[${scene.text(key)}] = ${scene.text(value)}`, 'the last one stays', 1.5);
    if (
      branch.parent?.type === 'expression_statement' &&
      /^(?:add|Add)$/.test(call.name) &&
      value === undefined &&
      key !== undefined &&
      /List/.test(type)
    ) {
      const has = isJava(scene) ? `${object}.contains(${scene.text(key)})` : `${object}.Contains(${scene.text(key)})`;
      if (!scene.file.text.includes(has) && declaredFor(object.replace(/^this\./, ''), branch, scene)?.isField === true)
        yield { start: branch.parent.start, end: branch.parent.start, text: `if (!${has}) `, label: 'each only once', odds: 0.6 };
      if (hasWord(object, 'this')) return;
    }
  },
};

export const managedCollectionFamilies: readonly Family[] = [removed, changedMeanwhile, movedUp, stored];
