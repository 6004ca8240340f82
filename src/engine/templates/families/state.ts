// State that is compared by identity: what changes has to be a new object, list or set.
import { escapeRegex } from '../../escape.ts';
import { brief, type Proposal } from '../family.ts';
import { type Family, replace, type Scene } from '../scene.ts';
import { calleeName, declaredAlone, functionOf, isCall, isFunction, isMember, propertyName } from '../shape.ts';
import { child, childList, type Site } from '../tree.ts';
import { indentOf } from './missing.ts';

/** What is done to a value in place, and how such a value is copied. */
const CHANGES: readonly (readonly [method: RegExp, copy: (of: string) => string])[] = [
  [/^(?:push|pop|shift|unshift|splice|sort|reverse|fill)$/, (of) => `[...${of}]`],
  [/^(?:add)$/, (of) => `new Set(${of})`],
  [/^(?:set)$/, (of) => `new Map(${of})`],
  [/^(?:delete|clear)$/, (of) => `new Set(${of})`],
];

/** How the function goes on to change a name in place, as the copies that would be changed instead. */
function copiesOf(name: string, of: string, fn: Site, scene: Scene): readonly string[] {
  const found = new Set<string>();
  const code = scene.text(fn);
  for (const [, method] of code.matchAll(new RegExp(`(?<![\\w$.])${escapeRegex(name)}\\.(\\w+)\\(`, 'g')))
    for (const [pattern, copy] of CHANGES) if (method !== undefined && pattern.test(method)) found.add(copy(of));
  const target = `(?<![\\w$.])${escapeRegex(name)}`;
  const assigned = '\\s*(?:[-+*/%]|\\?\\?|\\|\\||&&)?=(?![=>])';
  if (new RegExp(`${target}\\[[^\\]\\n]+\\]${assigned}|delete ${target}\\[`).test(code)) found.add(`[...${of}]`).add(`{ ...${of} }`);
  if (new RegExp(`${target}\\.\\w+${assigned}|${target}\\.\\w+(?:\\+\\+|--)|delete ${target}\\.`).test(code)) found.add(`{ ...${of} }`);
  return [...found];
}

/** `const { items } = state;` that is changed below -> `const items = [...state.items];`, and the same of `const items = state.items;`. */
function* takenToChange(site: Site, scene: Scene): Generator<Proposal> {
  const declared = declaredAlone(site);
  const fn = functionOf(site);
  if (declared === null || fn === null) return;
  const { id, init } = declared;
  if (id.node.type === 'Identifier' && /^(?:Identifier|MemberExpression|OptionalMemberExpression)$/.test(init.node.type)) {
    for (const copy of copiesOf(id.node.name, scene.text(init), fn, scene))
      yield replace(init, copy, `a copy of ${brief(scene.text(init))}`, 2);
    return;
  }
  if (
    id.node.type !== 'ObjectPattern' ||
    !/^(?:Identifier|MemberExpression)$/.test(init.node.type) ||
    site.node.type !== 'VariableDeclaration'
  )
    return;
  const fields = childList(id, 'properties');
  const { kind } = site.node;
  for (const field of fields) {
    const value = field.node.type === 'ObjectProperty' && field.node.shorthand ? child(field, 'value') : null;
    if (value?.node.type !== 'Identifier') continue;
    const { name } = value.node;
    const others = fields.filter((each) => each !== field).map(scene.text);
    const rest = others.length === 0 ? '' : `${kind} { ${others.join(', ')} } = ${scene.text(init)}; `;
    for (const copy of copiesOf(name, `${scene.text(init)}.${name}`, fn, scene))
      yield replace(site, `${rest}${kind} ${name} = ${copy};`, `a copy of ${name}`, 2);
  }
}

/** What comes of a change in place, written as a new value of the member that it changes. */
function changedBy(
  statement: Site,
  whole: string,
  before: readonly Site[],
  scene: Scene,
): { readonly field: string; readonly value: string } | null {
  const expression = statement.node.type === 'ExpressionStatement' ? child(statement, 'expression') : null;
  if (expression === null) return null;
  if (isCall(expression)) {
    const callee = child(expression, 'callee');
    const list = callee !== null && isMember(callee) ? child(callee, 'object') : null;
    const field = list === null ? null : fieldOf(list, whole, scene);
    if (list === null || field === null) return null;
    const given = childList(expression, 'arguments').map(scene.text);
    const of = scene.text(list);
    switch (calleeName(expression)) {
      case 'push':
        return { field, value: `[...${of}, ${given.join(', ')}]` };
      case 'unshift':
        return { field, value: `[${given.join(', ')}, ...${of}]` };
      case 'splice':
        return given.length === 2 && given[1] === '1' ? { field, value: `${of}.filter((_, at) => at !== ${given[0]})` } : null;
      case 'pop':
        return { field, value: `${of}.slice(0, -1)` };
      case 'shift':
        return { field, value: `${of}.slice(1)` };
      case 'sort':
      case 'reverse':
        return { field, value: `[...${of}].${calleeName(expression)}(${given.join(', ')})` };
      default:
        return null;
    }
  }
  const isCounted = expression.node.type === 'UpdateExpression';
  const target = child(expression, isCounted ? 'argument' : 'left');
  const right = child(expression, 'right');
  if (target === null || !isMember(target) || (!isCounted && expression.node.type !== 'AssignmentExpression')) return null;
  const operator = 'operator' in expression.node ? String(expression.node.operator) : '=';
  const text = scene.text(target);
  const value =
    right === null
      ? `${text} ${operator[0]} 1`
      : operator === '='
        ? scene.text(right)
        : `${text} ${operator.slice(0, -1)} ${scene.operand(right)}`;
  const field = fieldOf(target, whole, scene);
  if (field !== null) return { field, value };
  return itemChanged(target, value, whole, before, scene);
}

/** `item.count += 1` of an item that was found in a list of the whole: the list with another item in its place. */
function itemChanged(
  target: Site,
  value: string,
  whole: string,
  before: readonly Site[],
  scene: Scene,
): { readonly field: string; readonly value: string } | null {
  const [item, name] = [child(target, 'object'), propertyName(target)];
  if (item === null || name === null) return null;
  if (item.node.type === 'Identifier') {
    const kept = item.node.name;
    const found = new RegExp(`(?:const|let) ${escapeRegex(kept)} = (${escapeRegex(whole)}\\.([\\w$]+))\\.find\\(`).exec(
      before.map(scene.text).join('\n'),
    );
    if (found === null) return null;
    const [, list = '', field = ''] = found;
    const each = ['item', 'each', 'other'].find((one) => one !== kept) ?? 'item';
    const inner = value.replaceAll(new RegExp(`(?<![\\w$.])${escapeRegex(kept)}\\.`, 'g'), `${each}.`);
    return { field, value: `${list}.map((${each}) => (${each} === ${kept} ? { ...${each}, ${name}: ${inner} } : ${each}))` };
  }
  // `state.byId[id].done = true`
  const [owner, at] = [child(item, 'object'), child(item, 'property')];
  const field = isMember(item) && owner !== null ? fieldOf(owner, whole, scene) : null;
  if (field === null || owner === null || at === null || !('computed' in item.node) || item.node.computed !== true) return null;
  return { field, value: `{ ...${scene.text(owner)}, [${scene.text(at)}]: { ...${scene.text(item)}, ${name}: ${value} } }` };
}

/** The member of the whole that a place is. */
function fieldOf(site: Site, whole: string, scene: Scene): string | null {
  const object = isMember(site) ? child(site, 'object') : null;
  return object !== null && scene.text(object) === whole ? propertyName(site) : null;
}

/** `state.count += 1; return state;` -> `return { ...state, count: state.count + 1 };`. */
function* changedInPlace(site: Site, scene: Scene): Generator<Proposal> {
  const answer = site.node.type === 'ReturnStatement' ? child(site, 'argument') : null;
  const list = site.parent === null ? [] : childList(site.parent, site.key);
  const statement = list[list.indexOf(site) - 1];
  if (answer === null || statement === undefined) return;
  const whole = answer.node.type === 'Identifier' ? scene.text(answer) : copied(answer, scene);
  if (whole === null) return;
  const fn = functionOf(site);
  const before = fn === null ? [] : [...list.slice(0, list.indexOf(statement)), ...beforeIn(statement)];
  const changed = changedBy(statement, whole, before, scene);
  if (changed === null) return;
  const { field, value } = changed;
  yield {
    start: statement.start,
    end: site.end,
    text: `return { ...${whole}, ${field}: ${value} };`,
    label: `a new ${brief(whole)}`,
    odds: 2,
  };
}

/** The statements before a place in the blocks around it, up to its function. */
function beforeIn(site: Site): readonly Site[] {
  const found: Site[] = [];
  for (let at: Site | null = site; at !== null && !/Function|Method/.test(at.node.type); at = at.parent) {
    const list = at.parent === null || at.index < 0 ? [] : childList(at.parent, at.key);
    found.push(...list.slice(0, list.indexOf(at)));
  }
  return found;
}

/** `state` of `{ ...state }`. */
function copied(site: Site, scene: Scene): string | null {
  const [only, more] = site.node.type === 'ObjectExpression' ? childList(site, 'properties') : [];
  const argument = only?.node.type === 'SpreadElement' && more === undefined ? child(only, 'argument') : null;
  return argument?.node.type === 'Identifier' ? scene.text(argument) : null;
}

/** `(current) => { current.add(id); return current; }` -> `(current) => { const next = new Set(current); next.add(id); return next; }`. */
function* handedBack(site: Site, scene: Scene): Generator<Proposal> {
  const body = isFunction(site) ? child(site, 'body') : null;
  const [param, more] = childList(site, 'params');
  const statements = body?.node.type === 'BlockStatement' ? childList(body, 'body') : [];
  const [first, last] = [statements[0], statements.at(-1)];
  if (param?.node.type !== 'Identifier' || more !== undefined || first === undefined || last === undefined) return;
  const { name } = param.node;
  const answers = last.node.type === 'ReturnStatement' ? child(last, 'argument') : null;
  if (answers?.node.type !== 'Identifier' || answers.node.name !== name) return;
  const next = ['next', 'copy', 'changed'].find((each) => !scene.names(first).has(each)) ?? 'next';
  const pad = indentOf(first, scene);
  const text = scene.file.text.slice(first.start, last.end).replace(new RegExp(`(?<![\\w$.'"])${escapeRegex(name)}(?![\\w$:])`, 'g'), next);
  for (const copy of copiesOf(name, name, site, scene))
    yield {
      start: first.start,
      end: last.end,
      text: `const ${next} = ${copy};\n${pad}${text}`,
      label: `a copy of ${name} is changed`,
      odds: 3,
    };
}

/** `setItems(items)` of the list that was changed: nothing is new about it. */
function* setAnew(site: Site, scene: Scene): Generator<Proposal> {
  const [value, more] = isCall(site) ? childList(site, 'arguments') : [];
  if (value?.node.type !== 'Identifier' || more !== undefined || !/^set[A-Z]/.test(calleeName(site) ?? '')) return;
  const { name } = value.node;
  const fn = functionOf(site);
  const likely = fn === null ? [] : copiesOf(name, name, fn, scene);
  for (const copy of likely) yield replace(value, copy, `a copy of ${name}`, 2);
  for (const copy of [`[...${name}]`, `{ ...${name} }`]) if (!likely.includes(copy)) yield replace(value, copy, `a copy of ${name}`, 0.2);
}

export const stateFamilies: readonly Family[] = [
  { name: 'taken to be changed', share: 0.08, propose: takenToChange },
  { name: 'changed in place', share: 0.08, propose: changedInPlace },
  { name: 'handed back as it was', share: 0.08, propose: handedBack },
  { name: 'set anew', share: 0.04, propose: setAnew },
];
