// Maps and sets in Rust: an entry that takes the place of another, a set that is never filled, an order that is any.
import { brief } from '../../../family.ts';
import { functionAround, isInBlock, isRust, methodCallOf, ownFields, typesIn } from '../../rust.ts';
import type { Family, Scene } from '../../scene.ts';
import { above, type Branch, below, fieldOf, namedChildren } from '../../tree.ts';
import { replaced } from '../names.ts';

const LOOPS = /^(?:for|while|loop)_expression$/;

function isInLoop(branch: Branch): boolean {
  return [...above(branch)].some(({ type }) => LOOPS.test(type));
}

/** The type of a map, as far as it is written down; of a field of `self`, too. */
function typeOfMap(object: Branch, scene: Scene): string {
  const name = scene.text(object);
  const fn = functionAround(object);
  if (name.startsWith('self.')) return ownFields(object, scene).get(name.slice('self.'.length)) ?? '';
  return fn === null ? '' : (typesIn(fn, scene).get(name) ?? '');
}

/** Whether a name holds a map: it is asked for keys or made as one. */
function isMap(object: Branch, scene: Scene): boolean {
  const type = typeOfMap(object, scene);
  if (type !== '') return /Map\b/.test(type);
  const name = scene.text(object).replace(/^self\./, '');
  return new RegExp(`\\b${name}(?::[^=;\\n]*)?\\s*[=:]\\s*(?:\\w+::)*\\w*Map\\b`).test(scene.file.text);
}

/** `sums.insert(key, n)` takes the place of what is there: `*sums.entry(key).or_insert(0) += n`. */
const overwritten: Family = {
  name: 'entry overwritten',
  share: 0.2,
  *propose(branch, scene) {
    const call = isRust(scene) ? methodCallOf(branch, scene) : null;
    const [key, value, more] = call?.given ?? [];
    if (call?.name !== 'insert' || key === undefined || value === undefined || more !== undefined || !isMap(call.object, scene)) return;
    const [map, by, put] = [scene.text(call.object), scene.text(key), scene.text(value)];
    const type = typeOfMap(call.object, scene);
    const inLoop = isInLoop(branch) ? 1 : 0.35;
    const list = /^vec!\[(.+)\]$/s.exec(put)?.[1];
    const isStatement = branch.parent?.type === 'expression_statement';
    if (!isStatement) return;
    if (list !== undefined) {
      yield replaced(branch, `${map}.entry(${by}).or_insert_with(Vec::new).push(${list})`, 'put to those that are there', 1.2 * inLoop);
      yield replaced(branch, `${map}.entry(${by}).or_default().push(${list})`, 'put to those that are there', 0.8 * inLoop);
      return;
    }
    const isText = /\bString>$|Vec</.test(type) || /"|to_string|clone\(\)$/.test(put);
    const known = type.includes('<') && !/_>$/.test(type);
    if (!isText) {
      const zero = /\.\d/.test(put) || /f64>$/.test(type) ? '0.0' : '0';
      yield replaced(branch, `*${map}.entry(${by}).or_insert(${zero}) += ${put}`, 'added to what is there', (known ? 0.8 : 1.3) * inLoop);
      yield replaced(branch, `*${map}.entry(${by}).or_default() += ${put}`, 'added to what is there', (known ? 1.1 : 0.5) * inLoop);
    }
    yield replaced(branch, `${map}.entry(${by}).or_insert(${put})`, 'what is there kept', 0.7);
  },
};

/** `entry(key).or_insert(value)` keeps what is there: `insert(key, value)`. */
const notReplaced: Family = {
  name: 'entry not replaced',
  share: 0.15,
  *propose(branch, scene) {
    const call = isRust(scene) ? methodCallOf(branch, scene) : null;
    const entry = call?.name === 'or_insert' ? methodCallOf(call.object, scene) : null;
    if (call === null || entry?.name !== 'entry' || branch.parent?.type !== 'expression_statement') return;
    const [key, value] = [entry.given[0], call.given[0]];
    if (key === undefined || value === undefined) return;
    yield replaced(branch, `${scene.text(entry.object)}.insert(${scene.text(key)}, ${scene.text(value)})`, 'what is there replaced', 1);
    yield {
      start: branch.start,
      end: branch.end,
      text: `*${scene.text(branch)} += ${scene.text(value)}`,
      label: 'added to what is there',
      odds: 0.4,
    };
  },
};

/** A set that is asked and never filled. */
const neverFilled: Family = {
  name: 'set never filled',
  share: 0.3,
  *propose(branch, scene) {
    const call = isRust(scene) ? methodCallOf(branch, scene) : null;
    const [key] = call?.given ?? [];
    const fn = functionAround(branch);
    if (call?.name !== 'contains' || key === undefined || fn === null) return;
    const name = scene.text(call.object);
    const holder = name.startsWith('self.') ? scene.file.text : scene.text(fn);
    if (!/^(?:self\.)?\w+$/.test(name) || new RegExp(`\\b${name.replace('.', '\\.')}\\.(?:insert|extend|push)\\(`).test(holder)) return;
    if (!new RegExp(`\\b${name.replace('self.', '')}\\b[^;\\n]*(?:HashSet|BTreeSet|Vec)`).test(holder)) return;
    const statement = [...above(branch)].find(isInBlock);
    const method = new RegExp(`\\b${name.replace('self.', '')}\\b[^;\\n]*Vec`).test(holder) ? 'push' : 'insert';
    if (statement === undefined) return;
    const own = scene.text(key);
    const values = own.startsWith('&')
      ? [own.slice(1), `${own.slice(1)}.clone()`]
      : [own, `*${own}`, `${own}.to_string()`, `${own}.clone()`];
    const pad = scene.indent(statement);
    const inner = below(statement).find(({ type, parent }) => type === 'block' && parent?.type === 'if_expression');
    const [first] = inner === undefined ? [] : namedChildren(inner);
    const isSkip = first !== undefined && /^(?:continue|return|break)\b/.test(scene.text(first));
    for (const [rank, value] of values.entries()) {
      const text = `${name}.${method}(${value});`;
      if (isSkip || first === undefined)
        yield { start: statement.end, end: statement.end, text: `\n${pad}${text}`, label: brief(text), odds: 1 / (1 + rank / 2) };
      else
        yield {
          start: first.start,
          end: first.start,
          text: `${text}\n${scene.indent(first)}`,
          label: brief(text),
          odds: 1 / (1 + rank / 2),
        };
    }
  },
};

/** The order of a map is any: a map or set that is sorted instead, in the whole file. */
const unordered: Family = {
  name: 'order of a map',
  share: 0.12,
  *propose(branch, scene) {
    const isAsked =
      branch.type === 'for_expression' || /^(?:iter|into_iter|keys|values|drain)$/.test(methodCallOf(branch, scene)?.name ?? '');
    if (!isRust(scene) || !isAsked) return;
    const { text } = scene.file;
    const of = branch.type === 'for_expression' ? fieldOf(branch, 'value') : (methodCallOf(branch, scene)?.object ?? null);
    if (of === null) return;
    for (const [own, other] of [
      ['HashMap', 'BTreeMap'],
      ['HashSet', 'BTreeSet'],
    ] as const) {
      const name = /^(?:&(?:mut )?)?(?:self\.)?(\w+)/.exec(scene.text(of).replace(/^&(?:mut )?/, ''))?.[1];
      if (name === undefined || !new RegExp(`\\b${name}\\b[^;\\n]*\\b${own}\\b`).test(text)) continue;
      const [from, to] = [text.search(new RegExp(`\\b${own}\\b`)), text.lastIndexOf(own) + own.length];
      if (from >= 0)
        yield {
          start: from,
          end: to,
          text: text.slice(from, to).replace(new RegExp(`\\b${own}\\b`, 'g'), other),
          label: `${own} -> ${other}`,
          odds: 1,
        };
    }
  },
};

export const rustMapFamilies: readonly Family[] = [overwritten, notReplaced, neverFilled, unordered];
