// What the members of a class in Java and C# hold: set in one place and forgotten in another, shared by all objects, left out of a comparison.
import { brief, hasWord, type Proposal } from '../../../family.ts';
import { declarations, fieldsOf, isInBlock, isJava, isPrimitive, methodAround, parametersIn, typeOf, wordsOf } from '../../managed.ts';
import type { Family, Scene } from '../../scene.ts';
import { type Branch, below, fieldOf, namedChildren } from '../../tree.ts';
import { replaced } from '../names.ts';

/** `name = name;` and `int count = 0;` where the member is meant. */
const shadowed: Family = {
  name: 'member hidden',
  share: 0.4,
  anywhere: true,
  *propose(branch, scene) {
    if (wordsOf(scene) === null) return;
    if (branch.type === 'assignment_expression') {
      const [left, right] = [fieldOf(branch, 'left'), fieldOf(branch, 'right')];
      if (
        left?.type === 'identifier' &&
        right !== null &&
        scene.text(left) === scene.text(right) &&
        fieldsOf(branch, scene).includes(scene.text(left))
      )
        yield replaced(left, `this.${scene.text(left)}`, `this.${scene.text(left)}`, 1.5);
    }
    if (!/^local_(?:variable_)?declaration/.test(branch.type) || !isInBlock(branch, scene)) return;
    const declarator = below(branch).filter(({ type }) => type === 'variable_declarator');
    const [only, more] = declarator;
    const name = only === undefined ? '' : scene.text(only.children[0] ?? only);
    if (
      only === undefined ||
      more !== undefined ||
      !only.children.some(({ type }) => type === '=') ||
      !fieldsOf(branch, scene).includes(name)
    )
      return;
    const method = methodAround(branch, scene);
    if (method !== null && /^[^({]*\bstatic\b/.test(scene.text(method))) return;
    const isConstructor = method?.type === 'constructor_declaration';
    yield { start: branch.start, end: only.start, text: '', label: `${name} of the object`, odds: isConstructor ? 1.5 : 0.4 };
  },
};

/** A parameter of the constructor that nobody keeps. */
const notKept: Family = {
  name: 'member not set',
  share: 0.3,
  *propose(branch, scene) {
    if (branch.type !== 'constructor_declaration') return;
    const body = fieldOf(branch, 'body');
    const last = body === null ? undefined : namedChildren(body).at(-1);
    if (body === null || last === undefined) return;
    const fields = new Set(fieldsOf(branch, scene));
    const whole = scene.text(body);
    for (const { name } of parametersIn(branch, scene)) {
      const field = [name, `_${name}`].find((each) => fields.has(each));
      if (field === undefined || hasWord(whole, name)) continue;
      const text = field === name ? `this.${name} = ${name};` : `${field} = ${name};`;
      yield { start: last.end, end: last.end, text: `\n${scene.indent(last)}${text}`, label: text, odds: 1 };
    }
  },
};

/** One member for all objects, where each is to have its own; and the other way round. */
const ofAll: Family = {
  name: 'static member',
  share: 0.3,
  *propose(branch, scene) {
    if (branch.type !== 'field_declaration') return;
    const own = scene.text(branch);
    const head = own.split(/[=;]/)[0] ?? '';
    const at = own.search(/\bstatic /);
    const isChanged = !/\b(?:final|readonly|const)\b/.test(head) || /new \w*(?:Map|List|Set|Deque|Queue|Dictionary|Stack)\b/.test(own);
    if (at !== -1 && at < head.length && isChanged && !/[A-Z]{3,}/.test(head))
      yield { start: branch.start + at, end: branch.start + at + 7, text: '', label: 'each object its own', odds: 1 };
  },
};

interface Change {
  readonly text: string;
  readonly member: string;
  /** Methods of the class that do so. */
  readonly times: number;
  readonly fromFirst: boolean;
}

const changesOf = new WeakMap<Branch, readonly Change[]>();

/** A member that is given a value, rather than asked to change. */
const isGiven = /^(?:this\.)?\w+\s*[-+*]?=/;

function isFinal(name: string, scene: Scene): boolean {
  const declared = (declarations(scene).get(name) ?? []).find(({ isField }) => isField);
  const whole =
    declared === undefined
      ? ''
      : scene.text(declared.at.type === 'variable_declaration' ? (declared.at.parent ?? declared.at) : declared.at);
  return /\b(?:final|readonly|const)\b/.test(whole.split('=')[0] ?? '');
}

/** Short statements of the class that change its members. */
function changesIn(body: Branch, scene: Scene): readonly Change[] {
  const known = changesOf.get(body);
  if (known !== undefined) return known;
  const fields = new Set(fieldsOf(body.children[1] ?? body, scene));
  const fixed = new Set([...fields].filter((name) => isFinal(name, scene)));
  const found = new Map<string, Change>();
  const add = (text: string, member: string, fromFirst: boolean): void => {
    const before = found.get(text);
    found.set(text, { text, member, times: (before?.times ?? 0) + 1, fromFirst: fromFirst && (before?.fromFirst ?? true) });
  };
  for (const each of namedChildren(body)) {
    const isFirst = each.type === 'constructor_declaration';
    if (!isFirst && each.type !== 'method_declaration') continue;
    for (const inner of below(each)) {
      if (inner.type !== 'expression_statement' || inner.end - inner.start > 60) continue;
      const text = scene.text(inner);
      const member =
        /^(?:this\.)?(\w+)(?:\s*[-+*]?=(?!=)|\+\+|--|\.\w+\()/.exec(text)?.[1] ?? /^(?:\+\+|--)(?:this\.)?(\w+)/.exec(text)?.[1];
      const isOwnCall = /^\w+\(.*\);$/s.test(text) && !isFirst;
      const isFixed = member !== undefined && isGiven.test(text) && fixed.has(member);
      if (member !== undefined && fields.has(member) && !isFixed) add(text, member, isFirst);
      else if (isOwnCall) add(text, text, false);
    }
  }
  const all = [...found.values()];
  changesOf.set(body, all);
  return all;
}

const MOST_CHANGES = 4;

/** What other methods do to the members, and this one does not: counts, times, what is to be told of a change. */
const alsoChanged: Family = {
  name: 'member changed beside',
  share: 0.12,
  *propose(branch, scene) {
    const method = branch.type === 'block' && branch.parent?.type === 'method_declaration' ? branch.parent : null;
    const body = method?.parent ?? null;
    const statements = namedChildren(branch);
    const [first, last] = [statements[0], statements.at(-1)];
    if (method === null || body === null || first === undefined || last === undefined || wordsOf(scene) === null) return;
    const whole = scene.text(branch);
    const changes = changesIn(body, scene);
    const isChanging =
      changes.some(({ text }) => whole.includes(text)) || /=|\.(?:add|remove|put|clear|push|poll|Add|Remove|Clear)\(/.test(whole);
    if (!isChanging) return;
    const known = new Set([...parametersIn(method, scene).map(({ name }) => name), ...fieldsOf(method, scene)]);
    const scored = changes
      .filter(({ text }) => !whole.includes(text.slice(0, text.length - 1)) && readsKnown(text, known))
      .map((change) => ({ ...change, odds: likelihood(change, whole) }))
      .toSorted((a, b) => b.odds - a.odds);
    const isJump = /^(?:return|throw)_statement$/.test(last.type);
    const at = isJump ? last.start : last.end;
    for (const { text, odds } of scored.slice(0, MOST_CHANGES)) {
      const put = isJump ? `${text}\n${scene.indent(last)}` : `\n${scene.indent(last)}${text}`;
      yield { start: at, end: at, text: put, label: `${brief(text)} at the end`, odds };
      if (first !== last || !isJump)
        yield {
          start: first.start,
          end: first.start,
          text: `${text}\n${scene.indent(first)}`,
          label: `${brief(text)} at the beginning`,
          odds: odds * 0.6,
        };
    }
    if (/\b(?:clear|reset|Clear|Reset)\w*\(/.test(scene.file.text.slice(method.start, branch.start)))
      yield* emptied(method, last, whole, scene);
  },
};

/** A method that empties the object leaves no member as it is. */
function* emptied(method: Branch, last: Branch, whole: string, scene: Scene): Generator<Proposal> {
  for (const name of fieldsOf(method, scene)) {
    const declared = (declarations(scene).get(name) ?? []).find(({ isField }) => isField);
    if (declared === undefined || hasWord(whole, name) || /^[A-Z_]+$/.test(name)) continue;
    const isFixed = isFinal(name, scene);
    const isCollection = /(?:List|Set|Map|Deque|Queue|Dictionary|Stack)\b/.test(declared.type);
    const empty = isPrimitive(declared.type) ? (/^bool/.test(declared.type) ? 'false' : '0') : 'null';
    const text = isCollection
      ? `${name}.${isJava(scene) ? 'clear' : 'Clear'}();`
      : isFixed
        ? null
        : `${name} = ${declared.value === null ? empty : scene.text(declared.value)};`;
    if (text !== null) yield { start: last.end, end: last.end, text: `\n${scene.indent(last)}${text}`, label: text, odds: 2.5 };
  }
}

function readsKnown(text: string, known: ReadonlySet<string>): boolean {
  const names = text.replace(/"[^"]*"/g, '').match(/(?<![\w.])[A-Za-z_]\w*(?!\w*\()/g) ?? [];
  return names.every((name) => known.has(name) || /^(?:this|null|true|false|Math|new|System|[A-Z]\w*)$/.test(name));
}

/** Likelier the more methods do so, and where this one changes what they change beside it. */
function likelihood({ times, member, fromFirst, text }: Change, whole: string): number {
  const base = Math.min(1.5, times * 0.5) * (fromFirst ? 0.2 : 1);
  const isCall = member === text;
  return base * (isCall ? 0.8 : 1) * (hasWord(whole, member) ? 0.6 : 1);
}

/** A setter that gives the builder back, and a call to the class above. */
const chained: Family = {
  name: 'class above',
  share: 0.04,
  *propose(branch, scene) {
    if (branch.type !== 'method_declaration' || !/^@Override\b|\boverride\b/.test(scene.text(branch).slice(0, 60))) return;
    const [name, body] = [fieldOf(branch, 'name'), fieldOf(branch, 'body')];
    const [first] = body === null ? [] : namedChildren(body);
    const hasParent = branch.parent?.parent?.children.some(({ type }) => type === 'superclass' || type === 'base_list') === true;
    if (name === null || first === undefined || body === null || !hasParent || scene.text(body).includes(`.${scene.text(name)}(`)) return;
    const given = parametersIn(branch, scene).map(({ name: own }) => own);
    const result = fieldOf(branch, 'type') ?? fieldOf(branch, 'returns');
    const call = `${isJava(scene) ? 'super' : 'base'}.${scene.text(name)}(${given.join(', ')});`;
    if (result !== null && scene.text(result) === 'void')
      yield { start: first.start, end: first.start, text: `${call}\n${scene.indent(first)}`, label: call, odds: 1 };
  },
};

/** A value that is asked for again, instead of being given. */
const own: Family = {
  name: 'own member given',
  share: 0.05,
  *propose(branch, scene) {
    const { parent } = branch;
    if (branch.type !== 'identifier' || parent?.type !== 'assignment_expression' || branch.field !== 'right' || wordsOf(scene) === null)
      return;
    const left = fieldOf(parent, 'left');
    const type = typeOf(branch, scene);
    if (left === null || type === null || isPrimitive(type) || !/^this\.|^_/.test(scene.text(left)) || !isJava(scene)) return;
    if (methodAround(branch, scene)?.type !== 'constructor_declaration' || scene.file.text.includes(`${scene.text(branch)} == null`))
      return;
    if (scene.clues.told.throws) yield replaced(branch, `java.util.Objects.requireNonNull(${scene.text(branch)})`, 'must be there', 1);
  },
};

export const managedMemberFamilies: readonly Family[] = [shadowed, notKept, ofAll, alsoChanged, chained, own];
