// What an object of Rust has lost track of: members that other methods keep up to date, that begin anew, that are taken for each other.
import { brief } from '../../../family.ts';
import { type Place, placesAround, takenBack } from '../../../places.ts';
import { changesItself, freeNames, functionAround, isInBlock, isRust, ownFields } from '../../rust.ts';
import type { Family, Scene } from '../../scene.ts';
import { type Branch, below, fieldOf, namedChildren, nearest } from '../../tree.ts';
import { replaced } from '../names.ts';

const JUMP = /^(?:return_expression|break_expression|continue_expression)$/;
const MOST_UPDATES = 10;
const LONGEST = 90;

/** Where the block that a statement begins or ends may have had one more; the value at its end stays the last. */
function placesAt(branch: Branch, scene: Scene): readonly Place[] {
  if (!isInBlock(branch) || branch.parent === null) return [];
  const list = namedChildren(branch.parent);
  const isValue = list.at(-1) === branch && branch.type !== 'expression_statement' && branch.type !== 'let_declaration';
  const isJump = isValue || JUMP.test(namedChildren(branch)[0]?.type ?? '');
  const { start, end } = branch;
  return placesAround({ start, end, isFirst: list[0] === branch, isLast: list.at(-1) === branch, isJump, indent: scene.indent(branch) });
}

/** A statement that sets a member of `self`, or calls a method upon one. */
interface Update {
  readonly text: string;
  readonly field: string;
  readonly statement: Branch;
  readonly fn: Branch;
}

const CHANGED =
  /self\.(\w+)(?:\[[^\]]*\])?(?:\s(?:[-+*/%|&^]|<<|>>)?=\s|\.(?:push|insert|remove|clear|pop|push_back|push_front|pop_front|pop_back|extend|truncate|take|retain|swap_remove|drain)\()/g;

const changes = new WeakMap<Branch, ReadonlySet<string>>();

/** Members that a method changes somewhere. */
function changedBy(fn: Branch, scene: Scene): ReadonlySet<string> {
  const found = changes.get(fn) ?? new Set([...scene.text(fn).matchAll(CHANGED)].flatMap(([, field]) => field ?? []));
  changes.set(fn, found);
  return found;
}

const updates = new WeakMap<Branch, readonly Update[]>();

const CHANGES =
  /^self\.(\w+)(?:\[[^\]]*\])?(?: (?:[-+*/%|&^]|<<|>>)?= |\.(?:push|insert|remove|clear|pop|push_back|push_front|pop_front|extend|truncate|take|retain|swap_remove|entry|sort|rotate_left)\b)/;

function updatesIn(impl: Branch, scene: Scene): readonly Update[] {
  const known = updates.get(impl);
  if (known !== undefined) return known;
  const found = below(impl).flatMap((statement): Update[] => {
    const fn = statement.type === 'expression_statement' && isInBlock(statement) ? functionAround(statement) : null;
    const text = scene.text(statement);
    const field = CHANGES.exec(text)?.[1];
    return fn === null || field === undefined || text.length > LONGEST || text.includes('\n') ? [] : [{ text, field, statement, fn }];
  });
  updates.set(impl, found);
  return found;
}

function implAround(branch: Branch): Branch | null {
  return nearest(branch, new Set(['impl_item']));
}

/** Updates that other methods make and this one does not; as they are, and taken back. */
const missedUpdate: Family = {
  name: 'member kept up to date',
  share: 0.12,
  *propose(branch, scene) {
    const places = isRust(scene) ? placesAt(branch, scene) : [];
    const [fn, impl] = [functionAround(branch), implAround(branch)];
    if (places.length === 0 || fn === null || impl === null || branch.parent === null || !changesItself(fn, scene)) return;
    const [body, block] = [scene.text(fn), scene.text(branch.parent)];
    const changed = changedBy(fn, scene);
    const names = new Set(scene.names(branch));
    const seen = new Set<string>();
    const kept = lost(
      updatesIn(impl, scene).filter((each) => each.fn !== fn && !block.includes(each.text) && !body.includes(`self.${each.field} =`)),
      changed,
      scene,
    );
    const beside = new Set([...block.matchAll(CHANGED)].flatMap(([, field]) => field ?? []));
    for (const { text, field, others, statement } of kept) {
      if (seen.has(text) || seen.size >= MOST_UPDATES || beside.has(field) || !freeNames(text).every((name) => names.has(name))) continue;
      seen.add(text);
      // What is changed together with a member elsewhere, and what is not changed here at all.
      const isBeside = [...others].some((each) => beside.has(each));
      const isFirstValue = constructed(impl, scene).get(field) === /^self\.\w+ = (.*);$/.exec(text)?.[1];
      const joined = isFirstValue ? 0.3 : isBeside ? 1.6 : others.size > 0 ? 1 : 0.3;
      const likely = (joined * (changed.has(field) ? 0.6 : 1) * (sameShape(statement, branch) ? 1.3 : 1)) / (1 + seen.size / 4);
      const back = takenBack(text);
      const isOpposite = puts(block) !== puts(scene.text(statement.parent ?? statement));
      const [onward, backward] = isOpposite ? [0.5, 1.2] : [1, 0.5];
      for (const { at, write, odds } of places) {
        yield { start: at, end: at, text: write(text), label: brief(text), odds: odds * likely * (back === text ? 1 : onward) };
        if (back !== text) yield { start: at, end: at, text: write(back), label: brief(back), odds: odds * likely * backward };
      }
    }
  },
};

/** Whether code takes things in, and takes none out. */
function puts(code: string): boolean {
  return (
    /\.(?:push|insert|push_back|push_front|extend)\(/.test(code) &&
    !/\.(?:pop|remove|pop_front|pop_back|take|drain|swap_remove)\(/.test(code)
  );
}

interface LostUpdate extends Update {
  /** Members that the same method changes beside, and this one changes as well. */
  readonly others: ReadonlySet<string>;
}

/** Those first whose method changes the same members as this one beside. */
function lost(all: readonly Update[], changed: ReadonlySet<string>, scene: Scene): readonly LostUpdate[] {
  return all
    .map(
      (each): LostUpdate => ({
        ...each,
        others: new Set([...changedBy(each.fn, scene)].filter((field) => field !== each.field && changed.has(field))),
      }),
    )
    .sort((a, b) => b.others.size - a.others.size);
}

function sameShape(one: Branch, other: Branch): boolean {
  return one.parent?.parent?.type === other.parent?.parent?.type;
}

const BEGINS = /^(?:clear|reset|restart|empty|flush|drain|take|finish|stop|close|start|begin|rewind|remove_all|init)/;

/** What the constructor sets, set again where the object begins anew. */
const begunAnew: Family = {
  name: 'member begun anew',
  share: 0.1,
  *propose(branch, scene) {
    const [fn, impl] = [functionAround(branch), implAround(branch)];
    const isLast = branch.parent?.parent === fn && branch.parent !== null && namedChildren(branch.parent).at(-1) === branch;
    const isOnly = isLast && branch.type === 'expression_statement';
    if (!isRust(scene) || fn === null || impl === null || !isInBlock(branch) || !changesItself(fn, scene)) return;
    const name = scene.text(fieldOf(fn, 'name') ?? fn);
    const body = scene.text(fn);
    const starts = constructed(impl, scene);
    const isBeginning = BEGINS.test(name);
    const likely = !isBeginning ? 0.5 : /^(?:take|drain|finish|flush|stop|close|start)/.test(name) ? 0.6 : 1.2;
    const isSetHere = [...starts].some(
      ([field, value]) => body.includes(`self.${field} = ${value};`) || body.includes(`self.${field}.clear()`),
    );
    if (!(isBeginning || isSetHere) || branch.parent?.parent !== fn) return;
    if (!isOnly && !isLast) return;
    const types = ownFields(branch, scene);
    for (const [rank, [field, value]] of [...starts]
      .filter(([each]) => !new RegExp(`self\\.${each}\\b(?: =|\\.clear|\\.drain)`).test(body))
      .slice(0, 4)
      .entries()) {
      const isList = /^(?:Vec|String|HashMap|BTreeMap|HashSet|BTreeSet|VecDeque)\b/.test(types.get(field) ?? '');
      for (const [order, text] of [...(isList ? [`self.${field}.clear();`] : []), `self.${field} = ${value};`].entries()) {
        const odds = likely / (1 + rank / 4) / (1 + order);
        const change = isOnly
          ? { start: branch.end, end: branch.end, text: `\n${scene.indent(branch)}${text}` }
          : { start: branch.start, end: branch.start, text: `${text}\n${scene.indent(branch)}` };
        yield { ...change, label: brief(text), odds };
      }
    }
  },
};

const made = new WeakMap<Branch, ReadonlyMap<string, string>>();

/** Fields that a constructor gives a plain value, with that value; where there is none, the empty value of their type. */
function constructed(impl: Branch, scene: Scene): ReadonlyMap<string, string> {
  const known = made.get(impl);
  if (known !== undefined) return known;
  const found = new Map<string, string>();
  const own = ownFields(namedChildren(impl).at(-1) ?? impl, scene);
  for (const branch of below(impl)) {
    if (branch.type !== 'field_initializer') continue;
    const [field, value] = [fieldOf(branch, 'field'), fieldOf(branch, 'value')];
    if (field === null || value === null || found.has(scene.text(field)) || !own.has(scene.text(field))) continue;
    if (/^(?:-?[\d.]+|true|false|None|\w+::(?:new|default)\(\)|vec!\[\]|[A-Z]\w*(?:::[A-Z]\w*)*)$/.test(scene.text(value)))
      found.set(scene.text(field), scene.text(value));
  }
  if (found.size === 0)
    for (const [field, type] of own) {
      if (/^(?:Vec|String|HashMap|BTreeMap|HashSet|BTreeSet|VecDeque)\b/.test(type)) found.set(field, `${/^\w+/.exec(type)?.[0]}::new()`);
      else if (/^(?:[iu](?:\d+|size))$/.test(type)) found.set(field, '0');
      else if (/^Option</.test(type)) found.set(field, 'None');
    }
  made.set(impl, found);
  return found;
}

/** Another field of the same type: `self.rows` -> `self.cols`. */
const alikeField: Family = {
  name: 'field of the same type',
  share: 0.12,
  *propose(branch, scene) {
    if (!isRust(scene) || branch.type !== 'field_expression' || branch.field === 'function') return;
    const [value, field] = [fieldOf(branch, 'value'), fieldOf(branch, 'field')];
    if (value === null || field === null || !/^(?:self|identifier)$/.test(value.type)) return;
    const own = scene.text(field);
    const fields = value.type === 'self' ? ownFields(branch, scene) : [...fieldsOfAll(scene)].find((each) => each.has(own));
    const type = fields?.get(own);
    if (fields === undefined || type === undefined) return;
    const others = [...fields].filter(([name, other]) => name !== own && other === type).map(([name]) => name);
    for (const [rank, name] of others
      .sort((a, b) => scene.alike(own, b) - scene.alike(own, a))
      .slice(0, 4)
      .entries())
      yield replaced(
        field,
        name,
        `.${own} -> .${name}`,
        (branch.field === 'left' && /assignment/.test(branch.parent?.type ?? '') ? 0.6 : 1) / (1 + rank / 3),
      );
  },
};

function fieldsOfAll(scene: Scene): readonly ReadonlyMap<string, string>[] {
  return structs.get(scene.program) ?? readStructs(scene);
}

const structs = new WeakMap<Branch, readonly ReadonlyMap<string, string>[]>();

function readStructs(scene: Scene): readonly ReadonlyMap<string, string>[] {
  const found = below(scene.program).flatMap((branch) => {
    const body = branch.type === 'struct_item' ? fieldOf(branch, 'body') : null;
    if (body === null) return [];
    const pairs = namedChildren(body).flatMap((each): [string, string][] => {
      const [name, type] = [fieldOf(each, 'name'), fieldOf(each, 'type')];
      return name === null || type === null ? [] : [[scene.text(name), scene.text(type)]];
    });
    return [new Map(pairs)];
  });
  structs.set(scene.program, found);
  return found;
}

export const rustMemberFamilies: readonly Family[] = [missedUpdate, begunAnew, alikeField];
