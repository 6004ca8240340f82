// What a component renders: keys, conditions, the order of attributes and their names.
import { brief, type Proposal } from '../../family.ts';
import { type Family, insert, replace, type Scene } from '../../scene.ts';
import { functionOf, isMember, isRead, propertyName } from '../../shape.ts';
import { child, childList, type Site, walk } from '../../tree.ts';
import { indentOf } from '../missing.ts';
import { attributeOf, attributesOf, likeElements } from './jsx.ts';

const IDENTIFIES = /^_?(?:id|key|uuid|slug|sku|code|name|email)$|Id$/i;
/** What items are told apart by where the file does not say it. */
const COMMON_IDS = ['id', 'key', 'name'];

/** `key={index}` gives the next item the state of one that is gone. */
function* key(site: Site, scene: Scene): Generator<Proposal> {
  const attribute = attributeOf(site);
  const fn = functionOf(site);
  if (attribute?.name !== 'key' || fn === null || attribute.value.node.type !== 'Identifier') return;
  const [item, at] = childList(fn, 'params');
  if (item?.node.type !== 'Identifier' || at?.node.type !== 'Identifier' || at.node.name !== attribute.value.node.name) return;
  const { value } = attribute;
  const place = at.node.name;
  const known = [...(scene.words.ofReceiver.get(item.node.name)?.keys() ?? [])];
  const fields = [...known.filter((field) => IDENTIFIES.test(field)), ...COMMON_IDS, ...known];
  const isElsewhere = [...walk(fn)].some(
    (each) => each.node.type === 'Identifier' && each.node.name === place && each !== value && isRead(each),
  );
  for (const [n, field] of [...new Set(fields)].slice(0, 8).entries()) {
    const text = `${item.node.name}.${field}`;
    const odds = 3 / (1 + n / 2);
    if (isElsewhere) yield replace(value, text, `key is ${text}`, odds);
    else
      yield {
        ...{ start: item.end, end: value.end, label: `key is ${text}`, odds },
        text: scene.file.text.slice(at.end, value.start) + text,
      };
  }
}

const COUNTED = /(?:^|[a-z])(?:count|length|size|total|unread|num|number|quantity|amount|page|index)s?$|^(?:n|i)$/i;

/** `{count && <Badge />}` shows a 0. */
function* shown(site: Site, scene: Scene): Generator<Proposal> {
  const { parent } = site;
  const isShown = parent?.node.type === 'JSXExpressionContainer' && parent.parent?.node.type !== 'JSXAttribute';
  if (!isShown || site.node.type !== 'LogicalExpression' || site.node.operator !== '&&') return;
  const [left, right] = [child(site, 'left'), child(site, 'right')];
  if (left === null || right === null || /^(?:Binary|Unary|Boolean)/.test(left.node.type)) return;
  const tail = /[\w$]+(?=\)*$)/.exec(scene.text(left))?.[0] ?? '';
  const isCounted = COUNTED.test(tail);
  // Whose members are read is no number.
  if (left.node.type === 'Identifier' && scene.words.uses.get(left.node.name)?.has('receiver') === true) return;
  const text = scene.operand(left);
  yield replace(left, `${text} > 0`, `${brief(text)} > 0`, isCounted ? 4 : 1);
  yield replace(left, `Boolean(${scene.text(left)})`, `whether there is ${brief(text)}`, isCounted ? 1 : 0.6);
  yield replace(site, `${text} ? ${scene.text(right)} : null`, `${brief(text)} or nothing`, 0.5);
  if (isMember(left) && propertyName(left) !== 'length') yield insert(left.end, '.length > 0', `${brief(text)} that is not empty`, 0.5);
}

/** Attributes that are easily taken for each other. */
const CONFUSED: Readonly<Record<string, readonly string[]>> = {
  class: ['className'],
  for: ['htmlFor'],
  value: ['defaultValue'],
  defaultValue: ['value'],
  checked: ['defaultChecked', 'value'],
  defaultChecked: ['checked'],
  onChange: ['onInput', 'onBlur', 'onClick'],
  onInput: ['onChange'],
  onBlur: ['onChange'],
  onClick: ['onSubmit', 'onChange', 'onMouseDown'],
  onSubmit: ['onClick'],
  onKeyPress: ['onKeyDown'],
  onKeyUp: ['onKeyDown'],
  onKeyDown: ['onKeyUp'],
  readOnly: ['disabled'],
  disabled: ['readOnly', 'aria-disabled'],
  title: ['aria-label', 'alt'],
  alt: ['aria-label', 'title'],
  id: ['name'],
  name: ['id'],
  'aria-label': ['aria-labelledby', 'title'],
  'aria-labelledby': ['aria-label', 'aria-describedby'],
  'aria-selected': ['aria-pressed', 'aria-checked', 'aria-current'],
  'aria-pressed': ['aria-selected', 'aria-checked', 'aria-expanded'],
  'aria-checked': ['aria-pressed', 'aria-selected'],
  'aria-expanded': ['aria-pressed', 'aria-hidden'],
  'aria-hidden': ['hidden', 'aria-expanded'],
  hidden: ['aria-hidden'],
};

/** Another name for an attribute: those it is taken for, and, of the same element elsewhere, those that this one lacks. */
function* otherAttribute(site: Site, scene: Scene): Generator<Proposal> {
  const name = site.node.type === 'JSXAttribute' ? child(site, 'name') : null;
  if (name === null || site.parent === null) return;
  const text = scene.text(name);
  const own = attributesOf(site.parent, scene);
  const confused = Object.hasOwn(CONFUSED, text) ? (CONFUSED[text] ?? []) : [];
  for (const other of confused) if (!own.has(other)) yield replace(name, other, `${text} -> ${other}`, 1);
  const elsewhere = new Set(likeElements(site.parent, scene).flatMap((element) => [...attributesOf(element, scene).keys()]));
  for (const other of [...elsewhere].slice(0, 8))
    if (!own.has(other) && !confused.includes(other) && other !== text) yield replace(name, other, `${text} -> ${other}`, 0.4);
}

/** Of several attributes of one name the last one counts. */
function* spreadMoved(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'JSXSpreadAttribute' || site.parent === null) return;
  const all = childList(site.parent, 'attributes');
  const others = all.filter((each) => each !== site);
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined || others.length === 0) return;
  const gap = /\n/.test(scene.file.text.slice(first.start, last.end)) ? `\n${indentOf(first, scene)}` : ' ';
  const put = (list: readonly Site[], label: string): Proposal => ({
    ...{ start: first.start, end: last.end, label, odds: 1 },
    text: list.map(scene.text).join(gap),
  });
  if (first !== site) yield put([site, ...others], `${brief(scene.text(site))} first`);
  if (last !== site) yield put([...others, site], `${brief(scene.text(site))} last`);
}

/** Whether an element, or what it holds, depends on it: `disabled={busy}` -> `disabled={!busy}` and the boolean attributes without a value. */
function* flag(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'JSXAttribute') return;
  const value = child(site, 'value');
  const name = child(site, 'name');
  if (name === null) return;
  const text = scene.text(name);
  if (value === null) {
    for (const binding of scene.visible(site).slice(0, 8))
      if (binding.kind !== 'import') yield insert(site.end, `={${binding.name}}`, `${text} if ${binding.name}`, 0.3);
    yield insert(site.end, '={false}', `not ${text}`, 0.3);
    return;
  }
  const attribute = attributeOf(site);
  if (attribute === null || !/^(?:disabled|checked|hidden|required|readOnly|open|selected|aria-\w+|is[A-Z]\w*)$/.test(text)) return;
  const { value: given } = attribute;
  if (given.node.type === 'UnaryExpression' && given.node.operator === '!') return;
  if (/^(?:Identifier|MemberExpression|CallExpression)$/.test(given.node.type))
    yield replace(given, `!${scene.text(given)}`, `${text} if not ${brief(scene.text(given))}`, 1);
}

export const elementFamilies: readonly Family[] = [
  { name: 'key of an item', share: 0.1, propose: key },
  { name: 'shown though nothing', share: 0.1, propose: shown },
  { name: 'other attribute', share: 0.03, propose: otherAttribute },
  { name: 'attributes in another order', share: 0.04, propose: spreadMoved },
  { name: 'attribute the other way', share: 0.05, propose: flag },
];
