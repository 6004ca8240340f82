// What a component of React hands to elements: handlers, keys, conditions, attributes.
import { escapeRegex } from '../../../escape.ts';
import { brief, type Proposal } from '../../family.ts';
import { type Family, insert, replace, type Scene } from '../../scene.ts';
import { calleeName, functionName, functionOf, isCall, isFunction, isMember, isRead, propertyName } from '../../shape.ts';
import { child, childList, type Site, walk } from '../../tree.ts';
import { indentOf } from '../missing.ts';

/** The name of a JSX attribute and the expression it is given, where it is given one. */
function attributeOf(site: Site): { readonly name: string; readonly value: Site } | null {
  if (site.node.type !== 'JSXAttribute' || site.node.name.type !== 'JSXIdentifier') return null;
  const container = child(site, 'value');
  const value = container?.node.type === 'JSXExpressionContainer' ? child(container, 'expression') : null;
  return value === null ? null : { name: site.node.name.name, value };
}

const HANDLER = /^on[A-Z]/;

/** `onClick={pick(id)}` calls when rendered; `onClick={() => pick}` calls nothing. */
function* handler(site: Site, scene: Scene): Generator<Proposal> {
  const attribute = attributeOf(site);
  if (attribute === null || !HANDLER.test(attribute.name)) return;
  const { name, value } = attribute;
  const text = scene.text(value);
  const label = `${name} calls when it happens`;
  if (isCall(value) && value.node.type !== 'NewExpression') {
    const callee = child(value, 'callee');
    const given = childList(value, 'arguments');
    yield replace(value, `() => ${text}`, label, 3);
    if (callee !== null && given.length === 0) yield replace(value, scene.text(callee), label, 2);
    return;
  }
  if (value.node.type === 'ArrowFunctionExpression') {
    const body = child(value, 'body');
    const params = childList(value, 'params').map(scene.text);
    if (body !== null && /^(?:Identifier|MemberExpression)$/.test(body.node.type)) {
      yield replace(body, `${scene.text(body)}(${params.join(', ')})`, label, 3);
      yield replace(value, scene.text(body), label, 1);
    }
    // A handler that is handed on as it is takes what the event gives.
    if (body !== null && isCall(body) && params.length === 0) {
      const callee = child(body, 'callee');
      if (callee !== null && childList(body, 'arguments').length === 0)
        yield replace(value, scene.text(callee), `${name} is ${brief(scene.text(callee))}`, 0.5);
    }
    return;
  }
  if (value.node.type === 'Identifier' || isMember(value)) {
    yield replace(value, `() => ${text}()`, `${name} hands nothing on`, 0.1);
    for (const given of itemsAround(site, scene).slice(0, 4)) yield replace(value, `() => ${text}(${given})`, `${name} with ${given}`, 0.7);
  }
}

/** What the callback around an element is given for each item: the item, its `id`, its place. */
function itemsAround(site: Site, scene: Scene): readonly string[] {
  const fn = functionOf(site);
  if (fn?.key !== 'arguments' || fn.parent === null || !/^(?:map|flatMap)$/.test(calleeName(fn.parent) ?? '')) return [];
  const [item, at] = childList(fn, 'params');
  const name = item?.node.type === 'Identifier' ? item.node.name : null;
  const fields = name === null ? [] : [...(scene.words.ofReceiver.get(name)?.keys() ?? [])];
  const ids = fields.filter((field) => IDENTIFIES.test(field)).map((field) => `${name}.${field}`);
  return [...ids, ...(name === null ? [] : [name]), ...(at === undefined ? [] : [scene.text(at)])];
}

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

const EVENT_NAME = /^(?:e|ev|evt|event)$/;
const METHODS = ['preventDefault', 'stopPropagation'];

/** A handler that lets the browser, or the elements around, do what they do by themselves. */
function* prevented(site: Site, scene: Scene): Generator<Proposal> {
  // Of a body with statements the first one tells how suspicious it is.
  const isFirst = site.index === 0 && site.key === 'body' && site.parent?.node.type === 'BlockStatement';
  const fn = isFirst ? functionOf(site) : site;
  const body = fn !== null && isFunction(fn) ? child(fn, 'body') : null;
  if (fn === null || body === null || (isFirst ? body !== site.parent : body.node.type === 'BlockStatement')) return;
  const [first] = childList(fn, 'params');
  const called = functionName(fn) ?? '';
  const attribute = attributeNameOf(fn);
  if (first !== undefined && first.node.type !== 'Identifier') return;
  const type = first === undefined ? '' : typeOf(first, scene);
  const isHandler =
    first === undefined
      ? HANDLES.test(called) || HANDLER.test(attribute ?? '')
      : EVENT_NAME.test(scene.text(first).split(':')[0] ?? '') || /Event\b/.test(type);
  if (!isHandler) return;
  const name = first?.node.type === 'Identifier' ? first.node.name : 'event';
  const around = `${called} ${attribute ?? ''} ${type}`;
  const isSubmitted = /submit/i.test(around);
  const odds = isSubmitted ? 4 : /click|drag|drop|key|form|delete|remove|close|edit/i.test(around) ? 2 : 1;
  for (const method of METHODS) {
    const call = `${name}.${method}();`;
    if (scene.text(body).includes(call.slice(0, -2))) continue;
    const likely = odds / (method === 'preventDefault' ? 1 : isSubmitted ? 8 : 1.5) / (first === undefined ? 1.5 : 1);
    const [statement] = childList(body, 'body');
    const isBlock = body.node.type === 'BlockStatement';
    const made = isBlock && statement !== undefined ? `${call}\n${indentOf(statement, scene)}` : `{ ${call} ${scene.text(body)}; }`;
    const end = isBlock ? statement?.start : body.end;
    if (end === undefined) continue;
    const start = isBlock ? end : body.start;
    if (first !== undefined) yield { start, end, text: made, label: `${name}.${method}()`, odds: likely };
    else yield* withEvent(fn, { start, end, text: made }, method, likely, scene);
  }
}

/** The same of a function that does not take the event yet. */
function* withEvent(
  fn: Site,
  { start, end, text }: Pick<Proposal, 'start' | 'end' | 'text'>,
  method: string,
  odds: number,
  scene: Scene,
): Generator<Proposal> {
  const body = child(fn, 'body');
  const at = body === null ? -1 : scene.file.text.indexOf('()', fn.start);
  if (body === null || at < 0 || at >= body.start) return;
  // Where the function is written in an attribute, its type is known.
  const isTyped = /\.tsx$/.test(scene.file.path) && attributeNameOf(fn) === null;
  const param = isTyped ? `event: { ${method}: () => void }` : 'event';
  yield { start: at, end, text: `(${param})${scene.file.text.slice(at + 2, start)}${text}`, label: `event.${method}()`, odds };
}

function typeOf({ node }: Site, scene: Scene): string {
  const type = node.type === 'Identifier' ? node.typeAnnotation : undefined;
  return type?.start == null ? '' : scene.file.text.slice(type.start, type.end ?? 0);
}

const HANDLES = /^(?:handle|on)[A-Z]/;

/** The attribute that a function is written in. */
function attributeNameOf(fn: Site): string | null {
  const container = fn.parent;
  const attribute = container?.node.type === 'JSXExpressionContainer' ? container.parent : null;
  return attribute?.node.type === 'JSXAttribute' && attribute.node.name.type === 'JSXIdentifier' ? attribute.node.name.name : null;
}

/** What an element tells of itself, one for another. */
const TOLD: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  value: [
    ['checked', 3],
    ['valueAsNumber', 1],
    ['files', 0.3],
  ],
  checked: [['value', 3]],
  target: [['currentTarget', 1]],
  currentTarget: [['target', 1]],
};
const ELEMENT = /\b(?:target|currentTarget)$|Ref\.current$|^(?:input|element|el|node)$/;

/** `event.target.value` of a checkbox is not whether it is checked. */
function* told(site: Site, scene: Scene): Generator<Proposal> {
  const name = isMember(site) ? propertyName(site) : null;
  const [object, property] = [child(site, 'object'), child(site, 'property')];
  const others = name === null || !Object.hasOwn(TOLD, name) ? undefined : TOLD[name];
  if (others === undefined || object === null || property === null || !isRead(site)) return;
  const of = scene.text(object);
  if (/arget$/.test(name ?? '') ? !EVENT_NAME.test(of) : !ELEMENT.test(of)) return;
  const isBox = /\bchecked\b|type=["'](?:checkbox|radio)["']/.test(scene.file.text);
  for (const [other, odds] of others)
    yield replace(property, other, `.${name} -> .${other}`, odds * (other === 'checked' && !isBox ? 0.3 : 1));
  if (name === 'value')
    yield replace(site, `(${of}.type === 'checkbox' ? ${of}.checked : ${scene.text(site)})`, 'checked of a box', isBox ? 1.5 : 0.7);
  if (name === 'value') yield replace(site, `Number(${scene.text(site)})`, `${brief(scene.text(site))} as a number`, 1);
}

/** `const { name, value } = event.target;` of an element that may be a box. */
function* toldByParts(site: Site, scene: Scene): Generator<Proposal> {
  const [only, more] = site.node.type === 'VariableDeclaration' ? childList(site, 'declarations') : [];
  const [id, init] = only === undefined || more !== undefined ? [null, null] : [child(only, 'id'), child(only, 'init')];
  const fn = functionOf(site);
  const body = fn === null ? null : child(fn, 'body');
  if (id?.node.type !== 'ObjectPattern' || init === null || body === null || !/\b(?:target|currentTarget)$/.test(scene.text(init))) return;
  const parts = childList(id, 'properties').map(scene.text);
  if (!parts.includes('value') || parts.includes('checked')) return;
  const uses = [...walk(body)].filter(
    (each) => each.node.type === 'Identifier' && each.node.name === 'value' && each.start > site.end && isRead(each),
  );
  const last = uses.at(-1);
  if (last === undefined) return;
  let text = scene.file.text.slice(id.start, last.end);
  for (const use of uses.toReversed()) {
    const isShort = use.parent?.node.type === 'ObjectProperty' && use.parent.node.shorthand;
    const made = `${isShort ? 'value: ' : ''}type === 'checkbox' ? checked : value`;
    const isWhole = isShort || /^(?:value|init|arguments)$/.test(use.key);
    text = text.slice(0, use.start - id.start) + (isWhole ? made : `(${made})`) + text.slice(use.end - id.start);
  }
  const taken = `{ ${[...parts, ...(parts.includes('type') ? [] : ['type']), 'checked'].join(', ')} }`;
  yield { start: id.start, end: last.end, text: taken + text.slice(id.end - id.start), label: 'checked of a box', odds: 2 };
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

function attributesOf(element: Site, scene: Scene): ReadonlyMap<string, Site> {
  return new Map(
    childList(element, 'attributes').flatMap((each) => {
      const name = child(each, 'name');
      return name === null ? [] : [[scene.text(name), each] as const];
    }),
  );
}

/** The other elements of one name in the file. */
function likeElements(element: Site, scene: Scene): readonly Site[] {
  const name = child(element, 'name');
  if (name === null) return [];
  const text = scene.text(name);
  return [...walk(scene.program)].filter((each) => {
    if (each.node.type !== 'JSXOpeningElement' || each === element) return false;
    const other = child(each, 'name');
    return other !== null && scene.text(other) === text;
  });
}

/** Attributes that a name is fit for by itself. */
const BY_NAME =
  /^(?:id|name|value|checked|disabled|type|href|src|alt|title|className|placeholder|role|required|selected|label|children|style|ref|key|min|max|step|rows|open|hidden|tabIndex|on[A-Z]\w*)$/;
const DESCRIBES: readonly (readonly [RegExp, string])[] = [
  [/^(?:hint|description|help|error)\w*Id$/i, 'aria-describedby'],
  [/^label\w*Id$|^\w*LabelId$/, 'aria-labelledby'],
  [/^(?:is)?(?:invalid|hasError)$|^error$/i, 'aria-invalid'],
  [/^(?:is)?(?:open|expanded)$/i, 'aria-expanded'],
  [/^(?:is)?(?:busy|loading|pending|saving|submitting)$/i, 'disabled'],
  [/^(?:is)?(?:selected|active)$/i, 'aria-selected'],
  [/^(?:handle|on)Submit$/, 'onSubmit'],
  [/^(?:handle|on)Change$/, 'onChange'],
  [/^(?:handle|on)Click$/, 'onClick'],
];

/** What a component is given, or makes, and no element gets: `id={id}`. */
function* forgotten(site: Site, scene: Scene): Generator<Proposal> {
  const name = site.node.type === 'JSXOpeningElement' ? child(site, 'name') : null;
  if (name === null) return;
  const own = attributesOf(site, scene);
  const fields = new Set(likeElements(site, scene).flatMap((element) => [...attributesOf(element, scene).keys()]));
  const isOwn = /^[A-Z]/.test(scene.text(name));
  const uses = scene.words.uses;
  const made: Proposal[] = [];
  for (const binding of scene.visible(site).slice(0, 30)) {
    if (/^(?:import|class)$/.test(binding.kind) || functionOf(binding.id) === null) continue;
    const unread = [...walk(binding.scope)].filter(({ node }) => node.type === 'Identifier' && node.name === binding.name).length <= 2;
    const names = new Set<string>();
    if (BY_NAME.test(binding.name) || fields.has(binding.name)) names.add(binding.name);
    else if (isOwn && unread) names.add(binding.name);
    for (const [pattern, attribute] of DESCRIBES) if (pattern.test(binding.name)) names.add(attribute);
    for (const attribute of names) {
      if (own.has(attribute) || (uses.get(binding.name)?.has('called') === true && !HANDLER.test(attribute))) continue;
      const odds = attribute === 'id' && isReferredTo(binding.name, scene) ? 4 : unread ? 2 : 0.5;
      made.push(insert(name.end, ` ${attribute}={${binding.name}}`, `${attribute} is ${binding.name}`, odds));
    }
  }
  if (scene.text(name) === 'button' && !own.has('type')) {
    const isClicked = own.has('onClick');
    made.push(insert(name.end, ' type="button"', 'a button that submits nothing', isClicked ? 4 : 1));
    made.push(insert(name.end, ' type="submit"', 'a button that submits', isClicked ? 0.5 : 1));
  }
  yield* together(made, name);
}

/** A component that keeps what it was given at first: another item makes another one. */
function* anew(site: Site, scene: Scene): Generator<Proposal> {
  const name = site.node.type === 'JSXOpeningElement' ? child(site, 'name') : null;
  if (name === null || !/^[A-Z]/.test(scene.text(name)) || attributesOf(site, scene).has('key')) return;
  for (const each of childList(site, 'attributes')) {
    const attribute = attributeOf(each);
    const given = attribute?.value;
    if (given === undefined || HANDLER.test(attribute?.name ?? '') || !/^(?:Identifier|MemberExpression)$/.test(given.node.type)) continue;
    const text = scene.text(given);
    const kinds = scene.fit.kindsAt(given);
    const isSimple = kinds !== null && (kinds.has('string') || kinds.has('number'));
    if (/Id$|^id$|^key$/.test(text) || isSimple) yield insert(name.end, ` key={${text}}`, `another one for each ${text}`, 0.6);
    const known = [...(scene.words.ofReceiver.get(text)?.keys() ?? [])].filter((field) => IDENTIFIES.test(field));
    if (!isSimple)
      for (const field of known.length > 0 ? known.slice(0, 2) : ['id'])
        yield insert(name.end, ` key={${text}.${field}}`, `another one for each ${text}`, 1);
  }
}

/** Whether an element names the identifier of another one, and none has it. */
function isReferredTo(id: string, { file: { text } }: Scene): boolean {
  return new RegExp(`(?:htmlFor|aria-\\w+)=\\{${escapeRegex(id)}\\}`).test(text) && !text.includes(` id={${id}}`);
}

/** Each of several attributes alone, and all that nothing else reads as one change. */
function* together(made: readonly Proposal[], name: Site): Generator<Proposal> {
  yield* made;
  const unread = made.filter(({ odds, text }) => odds >= 2 && text.includes('{'));
  if (unread.length > 1 && unread.length <= 4)
    yield insert(name.end, unread.map(({ text }) => text).join(''), unread.map(({ label }) => label).join(', '), 1);
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

export const renderingFamilies: readonly Family[] = [
  { name: 'called when rendered', share: 0.1, propose: handler },
  { name: 'key of an item', share: 0.1, propose: key },
  { name: 'shown though nothing', share: 0.1, propose: shown },
  { name: "browser's own doing", share: 0.05, propose: prevented },
  { name: 'told by an element', share: 0.06, propose: told },
  { name: 'told by parts of an element', share: 0.06, propose: toldByParts },
  { name: 'another one for each', share: 0.04, propose: anew },
  { name: 'other attribute', share: 0.03, propose: otherAttribute },
  { name: 'attribute that is missing', share: 0.04, propose: forgotten },
  { name: 'attributes in another order', share: 0.04, propose: spreadMoved },
  { name: 'attribute the other way', share: 0.05, propose: flag },
];
