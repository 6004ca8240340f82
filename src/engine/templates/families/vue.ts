// What Vue's reactivity asks of a script: a ref is read by its `.value`, what is taken from properties once does not follow them, and events have
// the names that the component declares.
import { keysOf } from '../component/names.ts';
import { brief, type Proposal } from '../family.ts';
import { type Family, insert, replace, type Scene } from '../scene.ts';
import type { Binding } from '../scope.ts';
import { calleeName, isCall, isExpression, isFunction, isMember, isRead, propertyName } from '../shape.ts';
import { ancestors, child, childList, type Site, walk } from '../tree.ts';

const MAKES_REF = /^(?:ref|shallowRef|customRef|computed|toRef|useTemplateRef|defineModel|useModel)$/;
const GIVES_REFS = /^(?:toRefs|storeToRefs)$/;
const COMPOSABLE = /^use[A-Z]/;
/** These take a ref for what it is. */
const TAKES_REF = /^(?:watch|watchEffect|unref|toValue|isRef|toRef|toRaw|triggerRef|provide|expect)$/;
const LONGEST = 300;

const usesVue = ({ component, file }: Scene): boolean =>
  /['"](?:vue|@vue\/[\w-]+|vue-demi|pinia|@vueuse\/core)['"]/.test(file.text) || (component !== null && file.path.endsWith('.vue'));

const isInTemplate = ({ component }: Scene, at: number): boolean =>
  component?.regions.some(({ kind, start, end }) => kind !== 'script' && start <= at && at <= end) === true;

/** How sure it is that a name is a ref: 1 where it is made by Vue itself, less where a composable gives it, 0 where it is none. */
function refOdds(binding: Binding | undefined): number {
  if (binding?.kind !== 'const' && binding?.kind !== 'let') return 0;
  const declared = [...ancestors(binding.id)].find(({ node }) => node.type === 'VariableDeclarator');
  const init = declared === undefined ? null : child(declared, 'init');
  const made = init !== null && isCall(init) ? (calleeName(init) ?? '') : '';
  const isPart = binding.id.parent !== declared;
  if (isPart) return GIVES_REFS.test(made) ? 1 : COMPOSABLE.test(made) && !isCalled(binding) ? 0.6 : 0;
  return MAKES_REF.test(made) ? 1 : COMPOSABLE.test(made) ? 0.2 : 0;
}

/** What a composable gives and the file calls is a function. */
const calls = new WeakMap<Binding, boolean>();
function isCalled(binding: Binding): boolean {
  const known = calls.get(binding);
  if (known !== undefined) return known;
  const found = [...walk(binding.scope)].some(
    ({ node, key }) => key === 'callee' && node.type === 'Identifier' && node.name === binding.name,
  );
  calls.set(binding, found);
  return found;
}

/** How likely a bare ref at a site is meant by its value; 0 where it is none, or is handed on as it is. */
function bareOdds(site: Site, scene: Scene): number {
  const { node, parent } = site;
  if (node.type !== 'Identifier' || parent === null || isInTemplate(scene, site.start)) return 0;
  const place = placeOdds(site, parent);
  return place === 0 ? 0 : place * refOdds(scene.visible(site).find(({ name }) => name === node.name));
}

function placeOdds(site: Site, parent: Site): number {
  const { type } = parent.node;
  if (type === 'UpdateExpression' || (type === 'AssignmentExpression' && site.key === 'left')) return 5;
  if (!isRead(site)) return 0;
  if (/^(?:Binary|Unary|Logical)Expression$|^TemplateLiteral$|^SpreadElement$/.test(type) || site.key === 'test') return 5;
  if (isMember(parent) && site.key === 'object')
    return propertyName(parent) === 'value' || /^__v_/.test(propertyName(parent) ?? '') ? 0 : 3;
  if (site.key === 'right' && /^For(?:In|Of)/.test(type)) return 5;
  if (site.key === 'right' && type === 'AssignmentExpression') return 1;
  if (type === 'ConditionalExpression') return 2;
  if (type === 'ReturnStatement' || (site.key === 'body' && isFunction(parent))) return 1.5;
  const callee = isCall(parent) && site.key === 'arguments' ? (calleeName(parent) ?? '') : null;
  if (callee !== null) return TAKES_REF.test(callee) || COMPOSABLE.test(callee) ? 0 : 1.5;
  return type === 'ArrayExpression' || site.key === 'value' ? 0.4 : 0;
}

/** A ref read without `.value`, and all of one expression at once. */
function* valueOfRef(site: Site, scene: Scene): Generator<Proposal> {
  if (!usesVue(scene)) return;
  const odds = bareOdds(site, scene);
  if (odds > 0) {
    const isShort = site.key === 'value' && site.parent?.node.type === 'ObjectProperty' && site.parent.node.shorthand;
    if (!isShort) yield insert(site.end, '.value', `the value of ${scene.text(site)}`, odds);
  }
  if (!/^(?:(?:Binary|Logical|Conditional|Assignment)Expression|TemplateLiteral|CallExpression|ArrayExpression)$/.test(site.node.type))
    return;
  if (site.end - site.start > LONGEST || site.parent?.node.type === site.node.type) return;
  const bare = [...walk(site)].filter((each) => bareOdds(each, scene) > 0);
  const [first, second] = bare;
  if (first === undefined || second === undefined) return;
  const text = bare.reduceRight(
    (made, { end }) => `${made.slice(0, end - site.start)}.value${made.slice(end - site.start)}`,
    scene.text(site),
  );
  yield replace(site, text, 'the values of refs', Math.max(...bare.map((each) => bareOdds(each, scene))) * 1.2);
}

/** `.value` of what is no ref: a template unwraps those of its script, and a reactive object has none. */
function* unwrapped(site: Site, scene: Scene): Generator<Proposal> {
  const object = isMember(site) && propertyName(site) === 'value' && usesVue(scene) ? child(site, 'object') : null;
  if (object?.node.type !== 'Identifier') return;
  const { name } = object.node;
  const binding = scene.visible(site).find((each) => each.name === name);
  if (isInTemplate(scene, site.start)) {
    if (refOdds(binding) > 0) yield replace(site, name, `${name} without its value`, 5);
    return;
  }
  const init = binding?.id.parent?.node.type === 'VariableDeclarator' ? child(binding.id.parent, 'init') : null;
  const made = init !== null && isCall(init) ? (calleeName(init) ?? '') : '';
  if (/^(?:reactive|shallowReactive|readonly|defineProps)$/.test(made)) yield replace(site, name, `${name} without its value`, 3);
}

/** Whether an expression is a part of something reactive: a property, or the value of a ref. */
function isReactivePart(site: Site, scene: Scene): boolean {
  const object = isMember(site) ? child(site, 'object') : null;
  if (object === null) return false;
  if (isMember(object)) return isReactivePart(object, scene);
  if (object.node.type !== 'Identifier') return false;
  const { name } = object.node;
  const binding = scene.visible(site).find((each) => each.name === name);
  if (propertyName(site) === 'value') return refOdds(binding) > 0;
  const init = binding?.id.parent?.node.type === 'VariableDeclarator' ? child(binding.id.parent, 'init') : null;
  const made = init !== null && isCall(init) ? (calleeName(init) ?? '') : '';
  return /^(?:withDefaults|defineProps|reactive|shallowReactive|readonly)$/.test(made) || (binding?.kind === 'param' && name === 'props');
}

/** `useThing(ref(props.x))` and `ref(props.x)` have the first value for good, as has `watch(props.x, ...)`. */
function* following(site: Site, scene: Scene): Generator<Proposal> {
  if (!isExpression(site) || !usesVue(scene) || isInTemplate(scene, site.start)) return;
  const name = isCall(site) ? (calleeName(site) ?? '') : '';
  const [only, more] = /^(?:ref|shallowRef|toRef|unref|toValue)$/.test(name) ? childList(site, 'arguments') : [];
  const isMade = only !== undefined && more === undefined && isReactivePart(only, scene);
  const part = isMade ? only : isReactivePart(site, scene) ? site : null;
  if (part === null || (site.parent !== null && isMember(site.parent) && site.key === 'object')) return;
  const text = scene.text(part);
  const { parent, key, index } = site;
  const taker = parent !== null && isCall(parent) && key === 'arguments' ? (calleeName(parent) ?? '') : null;
  const label = `follows ${brief(text)}`;
  const names = scene.names(site);
  if (taker !== null && (COMPOSABLE.test(taker) || (taker === 'watch' && index === 0))) {
    yield replace(site, `() => ${text}`, label, 5);
    if (COMPOSABLE.test(taker))
      for (const by of ['toRef', 'computed']) if (names.has(by)) yield replace(site, `${by}(() => ${text})`, label, 4);
  } else if (key === 'init' && parent?.parent?.node.type === 'VariableDeclaration') {
    for (const by of ['computed', 'toRef']) if (names.has(by)) yield replace(site, `${by}(() => ${text})`, label, isMade ? 4 : 1);
    if (names.has('computed')) return;
    const imported = isMade ? importOf(name, scene) : null;
    if (imported === null) return;
    // One change from the import to here.
    const between = scene.file.text.slice(imported.end, site.start);
    if (between.length > 4 * LONGEST || new RegExp(`\\b${name}\\(`).test(between)) return;
    yield { start: imported.start, end: site.end, text: `computed${between}computed(() => ${text})`, label, odds: 2 };
  }
}

function importOf(name: string, { program }: Scene): Site | null {
  for (const site of walk(program))
    if (site.node.type === 'ImportSpecifier' && site.node.local.name === name && site.node.imported.type === 'Identifier') return site;
  return null;
}

/** `watch` once at the start, or also of what lies below. */
function* watched(site: Site, scene: Scene): Generator<Proposal> {
  if (!isCall(site) || calleeName(site) !== 'watch' || !usesVue(scene)) return;
  const given = childList(site, 'arguments');
  const last = given.at(-1);
  if (last === undefined) return;
  if (given.length === 2) {
    for (const option of ['immediate', 'deep']) yield insert(last.end, `, { ${option}: true }`, `watched: ${option}`, 1);
    yield insert(last.end, ", { flush: 'post' }", 'watched when all is rendered', 0.5);
  } else if (last.node.type === 'ObjectExpression') {
    const known = keysOf(last.node);
    for (const option of ['immediate', 'deep'])
      if (!known.includes(option)) yield insert(last.end - 1, `, ${option}: true `, `watched: ${option}`, 1);
  }
}

/** The events that a component declares. */
function eventsOf({ program }: Scene): readonly string[] {
  const found = new Set<string>();
  for (const { node } of walk(program)) {
    if (node.type === 'ObjectProperty' && node.key.type === 'Identifier' && node.key.name === 'emits')
      for (const name of keysOf(node.value)) found.add(name);
    if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') continue;
    if (node.callee.name === 'defineModel') {
      const [first] = node.arguments;
      found.add(`update:${first?.type === 'StringLiteral' ? first.value : 'modelValue'}`);
    }
    if (node.callee.name !== 'defineEmits') continue;
    const [given] = node.arguments;
    for (const name of given === undefined ? [] : keysOf(given)) found.add(name);
    const type = node.typeParameters?.type === 'TSTypeParameterInstantiation' ? node.typeParameters.params[0] : undefined;
    for (const member of type?.type === 'TSTypeLiteral' ? type.members : []) {
      if (member.type === 'TSPropertySignature' && member.key.type === 'Identifier') found.add(member.key.name);
      else if (member.type === 'TSPropertySignature' && member.key.type === 'StringLiteral') found.add(member.key.value);
      else if (member.type === 'TSCallSignatureDeclaration') {
        const [event] = member.parameters;
        const named =
          event?.type === 'Identifier' && event.typeAnnotation?.type === 'TSTypeAnnotation' ? event.typeAnnotation.typeAnnotation : null;
        for (const each of named?.type === 'TSUnionType' ? named.types : named === null ? [] : [named])
          if (each.type === 'TSLiteralType' && each.literal.type === 'StringLiteral') found.add(each.literal.value);
      }
    }
  }
  return [...found];
}

const events = new WeakMap<Scene, readonly string[]>();

/** `emit('input', x)` under a name that the component declares. */
function* declaredEvent(site: Site, scene: Scene): Generator<Proposal> {
  const { node, parent, index } = site;
  if (node.type !== 'StringLiteral' || parent === null || !isCall(parent) || index !== 0 || site.key !== 'arguments') return;
  if (!/^\$?emit$/.test(calleeName(parent) ?? '') || !usesVue(scene)) return;
  const known = events.get(scene) ?? eventsOf(scene);
  events.set(scene, known);
  const quote = scene.text(site)[0] ?? "'";
  for (const name of known)
    if (name !== node.value) yield replace(site, quote + name + quote, `event ${name}`, known.includes(node.value) ? 1 : 5);
}

/** The names that a template declares itself, innermost first. */
function ownNames(site: Site, scene: Scene): readonly string[] {
  return scene.visible(site).flatMap(({ name, id }) => (isInTemplate(scene, id.start) ? [name] : []));
}

const KEYS = ['id', 'key', 'uuid', 'slug', 'code', 'name'];

/** What may tell one of a list from the others. */
function keysFor(name: string, { file }: Scene): readonly string[] {
  const members = KEYS.filter((key) => new RegExp(`\\b${key}\\b\\s*[:?.]|\\.${key}\\b`).test(file.text));
  return [...members.map((key) => `${name}.${key}`), name];
}

/** `:price="item.price"`: an attribute is mostly bound to what is called as it is. */
function* boundAs(site: Site, scene: Scene): Generator<Proposal> {
  const { component, file } = scene;
  const region = component?.regions.find(
    ({ kind, quote, start, end }) => kind === 'expression' && quote !== null && start <= site.start && site.end <= end,
  );
  if (region === undefined || !isExpression(site) || file.text.slice(region.start, region.end).trim() !== scene.text(site)) return;
  const attribute = /[\s:]:?([\w-]+)(?:\.\w+)*\s*=\s*$/.exec(file.text.slice(Math.max(0, region.start - 80), region.start - 1))?.[1];
  if (attribute === undefined || /^v-/.test(attribute)) return;
  const name = attribute.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const own = ownNames(site, scene);
  if (name === 'key')
    for (const one of own) for (const [rank, key] of keysFor(one, scene).entries()) yield replace(site, key, `key ${key}`, 3 / (1 + rank));
  if (scene.names(site).has(name)) yield replace(site, name, `${attribute} is ${name}`, 4);
  const isMember = new RegExp(`\\.${name}\\b|\\b${name}\\??\\s*:`).test(file.text);
  for (const one of own) if (isMember) yield replace(site, `${one}.${name}`, `${attribute} is ${one}.${name}`, 4);
}

/** Elements of a list that are kept apart by nothing but where they stand. */
function* missingKey(site: Site, scene: Scene): Generator<Proposal> {
  const { component, file } = scene;
  const init = site.node.type === 'VariableDeclarator' && isInTemplate(scene, site.start + 1) ? child(site, 'init') : null;
  const place = init === null ? undefined : component?.regions.find(({ kind, start }) => kind === 'tag' && start > init.end);
  if (place === undefined || file.text.slice(init?.end, place.start).trim().length > 1) return;
  const tag = file.text.slice(file.text.lastIndexOf('<', site.start), file.text.indexOf('>', place.start));
  const [name] = [...walk(site)].flatMap(({ node, parent }) =>
    node.type === 'Identifier' && parent?.node.type === 'ArrayPattern' ? [node.name] : [],
  );
  if (name === undefined || /\s(?::|v-bind:)key\s*=/.test(tag)) return;
  for (const [rank, key] of keysFor(name, scene).entries()) yield insert(place.start, ` :key="${key}"`, `key ${key}`, 3 / (1 + rank));
}

export const vueFamilies: readonly Family[] = [
  { name: 'value of a ref', share: 0.12, propose: valueOfRef },
  { name: 'ref unwrapped', share: 0.1, propose: unwrapped },
  { name: 'property followed', share: 0.1, propose: following },
  { name: 'watched otherwise', share: 0.03, propose: watched },
  { name: 'declared event', share: 0.1, propose: declaredEvent },
  { name: 'bound as it is called', share: 0.08, propose: boundAs },
  { name: 'missing key', share: 0.08, propose: missingKey },
];
