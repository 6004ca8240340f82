// What a component does when something happens: handlers, and what they read of an event.
import { brief, type Proposal } from '../../family.ts';
import { type Family, replace, type Scene } from '../../scene.ts';
import { calleeName, declaredAlone, functionName, functionOf, isCall, isFunction, isMember, isRead, propertyName } from '../../shape.ts';
import { child, childList, type Site, walk } from '../../tree.ts';
import { indentOf } from '../missing.ts';
import { attributeOf, HANDLER, IDENTIFIES } from './jsx.ts';

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
  const { id, init } = declaredAlone(site) ?? {};
  const fn = functionOf(site);
  const body = fn === null ? null : child(fn, 'body');
  if (id?.node.type !== 'ObjectPattern' || init === undefined || body === null || !/\b(?:target|currentTarget)$/.test(scene.text(init)))
    return;
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

export const eventFamilies: readonly Family[] = [
  { name: 'called when rendered', share: 0.1, propose: handler },
  { name: "browser's own doing", share: 0.05, propose: prevented },
  { name: 'told by an element', share: 0.06, propose: told },
  { name: 'told by parts of an element', share: 0.06, propose: toldByParts },
];
