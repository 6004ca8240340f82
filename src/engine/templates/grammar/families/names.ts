import { brief, type Proposal } from '../../family.ts';
import { conventionOf, OTHER_CONVENTION } from '../../names.ts';
import { canWrap } from '../kinds.ts';
import { type Family, isCondition, isMember, isPython, isValue, type Scene } from '../scene.ts';
import { type Branch, fieldOf, namedChildren } from '../tree.ts';

const OTHER_ROLE = 0.3;
/** The object itself is no value like the others. */
const OBJECT_ITSELF = 0.1;

/** Another name of the same function, likelier the more it is used and the more it looks alike. */
const identifiers: Family = {
  name: 'identifier',
  share: 0.14,
  *propose(branch, scene) {
    const { language } = scene;
    if (!language.identifiers.has(branch.type) || isMember(branch, language) || isDeclared(branch)) return;
    const own = scene.text(branch);
    const callee = isCallee(branch, scene);
    const holders = new Set(scene.variables(branch));
    for (const [rank, name] of scene.names(branch).entries()) {
      if (name === own || (scene.modules.has(name) && branch.field !== 'object')) continue;
      const odds = (0.4 + scene.alike(own, name)) / (1 + rank / 8);
      // What is only ever called is no value, and what holds a value is seldom called.
      const role = callee === holders.has(name) && !scene.modules.has(name) ? OTHER_ROLE : 1;
      const written = conventionOf(own) === conventionOf(name) ? 1 : OTHER_CONVENTION;
      const itself = own === '$this' || name === '$this' ? OBJECT_ITSELF : 1;
      yield replaced(branch, name, `${own} -> ${name}`, (callee ? odds / 4 : odds) * role * written * itself);
    }
  },
};

/** Functions, methods, members and keys that are mistaken for each other. */
const confusable: Family = {
  name: 'confusable name',
  share: 0.08,
  *propose(branch, scene) {
    if (!branch.named || branch.children.length > 0) return;
    const own = scene.text(branch);
    const groups = scene.language.confusable.filter((group) => group.includes(own));
    if (groups.length === 0 || (isPython(scene) && isBound(branch))) return;
    const asked = new Set<string>();
    for (const other of groups.flat()) {
      if (other === own || asked.has(other)) continue;
      asked.add(other);
      const text = isPython(scene) ? standIn(branch, other, scene) : other;
      if (text !== null) yield replaced(branch, text, `${own} -> ${text}`, 1);
    }
  },
};

/** Arguments of a span of time: any of them may be named in the place of another one. */
const SPAN = /^(?:weeks|days|hours|minutes|seconds|milliseconds|microseconds)$/;

/** A name of Python that is made where it stands, or names a type or a module: of a definition, a parameter, an import. */
function isBound(branch: Branch): boolean {
  const { field, parent } = branch;
  if (parent?.type === 'keyword_argument' && field === 'name') return false;
  return isDeclared(branch) || parent?.type === 'dotted_name' || parent?.type === 'type';
}

/** What of Python is read without being called. */
const READ_ONLY = /^(?:days|seconds|year|month|day|hour|minute|second|stem|name|suffix|suffixes|parent)$/;

/** How `other` is written in the place of a name: null where nothing of that name is known, or it is called and cannot be. */
function standIn(branch: Branch, other: string, scene: Scene): string | null {
  if (branch.type !== 'identifier') return other;
  const { parent } = branch;
  if (parent?.type === 'keyword_argument' && branch.field === 'name')
    return siblingNames(parent, scene).includes(other) || !SPAN.test(other) ? null : other;
  const isCalled = (parent?.type === 'attribute' ? parent : branch).field === 'function';
  if (parent?.type === 'attribute' && branch.field === 'attribute') {
    if (isCalled) return READ_ONLY.test(other) ? null : other;
    return other === 'total_seconds' ? `${other}()` : other;
  }
  return BUILT_IN.test(other) || scene.names(branch).includes(other) ? other : null;
}

/** Names of the other arguments of a call. */
function siblingNames(argument: Branch, scene: Scene): readonly string[] {
  return namedChildren(argument.parent ?? argument).flatMap((each) => {
    const name = each === argument ? null : fieldOf(each, 'name');
    return name === null ? [] : [scene.text(name)];
  });
}

const BUILT_IN =
  /^(?:min|max|any|all|sorted|reversed|list|set|tuple|sum|len|int|float|str|repr|round|bin|hex|oct|ord|chr|zip|map|filter|isinstance|issubclass|hasattr|KeyError|IndexError|ValueError|TypeError|AttributeError)$/;

/** Another member that is used in the file. */
const members: Family = {
  name: 'member',
  share: 0.06,
  *propose(branch, scene) {
    if (!isMember(branch, scene.language)) return;
    const own = scene.text(branch);
    const called = /_call_/.test(branch.parent?.type ?? '');
    for (const name of scene.members) {
      // Where the grammar names both alike, methods are called and the others are not.
      if (scene.language.name === 'php' && scene.defined.includes(name) !== called) continue;
      if (name !== own) yield replaced(branch, name, `.${own} -> .${name}`, 0.3 + scene.alike(own, name));
    }
    const { parent } = branch;
    const object = parent === null ? null : (fieldOf(parent, 'object') ?? fieldOf(parent, 'operand') ?? namedChildren(parent)[0] ?? null);
    if (parent !== null && object !== null && object !== branch && !isCallee(parent, scene)) {
      yield replaced(parent, scene.text(object), `without .${own}`, 0.5);
    }
  },
};

/** Arguments swapped, left out, or added; the call itself left out. */
const calls: Family = {
  name: 'call',
  share: 0.12,
  *propose(branch, scene) {
    const { language } = scene;
    if (!language.calls.has(branch.type)) return;
    const list = branch.children.find((child) => language.argumentLists.has(child.type)) ?? null;
    const given = list === null ? [] : namedChildren(list);
    const [first, second] = given;
    if (first !== undefined && second !== undefined && given.length <= 4) {
      for (const [index, one] of given.entries()) {
        const next = given[index + 1];
        if (next !== undefined) yield swapped(one, next, scene, 'arguments swapped', 1);
      }
    }
    if (given.length > 1) {
      for (const [index, one] of given.entries()) {
        const before = given[index - 1];
        const next = given[index + 1];
        const [start, end] = before !== undefined ? [before.end, one.end] : [one.start, next?.start ?? one.end];
        yield { start, end, text: '', label: `without the argument ${brief(scene.text(one))}`, odds: 0.6 };
      }
    }
    // A call that is a statement of its own would leave a value behind that nobody takes.
    const isTaken = branch.parent?.type !== 'expression_statement';
    if (isTaken && first !== undefined && given.length === 1)
      yield replaced(branch, scene.text(first), `without the call ${brief(scene.text(branch))}`, 1);
    const receiver = receiverOf(branch);
    if (isTaken && receiver !== null) yield replaced(branch, scene.text(receiver), `without the call ${brief(scene.text(branch))}`, 1);
    if (list !== null && list.end - list.start > 1) {
      for (const name of scene.variables(branch).slice(0, 8)) {
        const at = given.at(-1)?.end ?? list.end - 1;
        yield { start: at, end: at, text: given.length > 0 ? `, ${name}` : name, label: `argument ${name} added`, odds: 0.2 };
      }
    }
  },
};

/** A call around a value. */
const wraps: Family = {
  name: 'wrap',
  share: 0.07,
  *propose(branch, scene) {
    const { language } = scene;
    if (!isValue(branch, language) || branch.end - branch.start > 80) return;
    const value = scene.text(branch);
    const operand =
      branch.children.length === 0 || language.calls.has(branch.type) || /attribute|member|field|subscript|parenthesized/.test(branch.type)
        ? value
        : `(${value})`;
    const fitting = language.wraps.filter((wrap) => language.name !== 'python' || canWrap(branch, wrap('x'), scene));
    for (const [rank, wrap] of fitting.entries()) {
      const text = wrap(wrap('x').startsWith('x') ? operand : value);
      yield replaced(branch, text, `${brief(value)} -> ${brief(text)}`, 1 / (1 + rank / 6));
    }
  },
};

export const nameFamilies: readonly Family[] = [identifiers, confusable, members, calls, wraps];

/** A name that is being given: a definition's or a parameter's, or an argument's own. */
function isDeclared({ field, parent }: Branch): boolean {
  return (field === 'name' && !/call|member|access/.test(parent?.type ?? '')) || /parameter|import|alias|type$/.test(parent?.type ?? '');
}

function isCallee(branch: Branch, { language }: Scene): boolean {
  return branch.parent !== null && language.calls.has(branch.parent.type) && (branch.field === 'function' || branch.field === 'name');
}

/** `x` of `x.f()`. */
function receiverOf(call: Branch): Branch | null {
  const callee = fieldOf(call, 'function');
  return callee === null ? fieldOf(call, 'object') : (fieldOf(callee, 'object') ?? fieldOf(callee, 'operand'));
}

export function replaced(branch: Branch, text: string, label: string, odds: number): Proposal {
  return { start: branch.start, end: branch.end, text, label, odds };
}

/** Two places of one line of code exchanged. */
export function swapped(one: Branch, other: Branch, scene: Scene, label: string, odds: number): Proposal {
  const between = scene.file.text.slice(one.end, other.start);
  return { start: one.start, end: other.end, text: `${scene.text(other)}${between}${scene.text(one)}`, label, odds };
}

/** Ready to stand beside an operator. */
export function operand(branch: Branch, scene: Scene): string {
  const text = scene.text(branch);
  return isCondition(branch, scene.language) && scene.language.binary.has(branch.type) ? `(${text})` : text;
}
