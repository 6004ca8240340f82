import { brief, type Proposal } from '../family.ts';
import { type Family, insert, replace, type Scene } from '../scene.ts';
import { calleeName, functionName, functionOf, isCall, isHook, isListed, isRead } from '../shape.ts';
import { child, childList, type Site } from '../tree.ts';
import { unreadAt } from '../unread.ts';
import { indentOf } from './missing.ts';

/** Statements of a branch whose contrary is looked for. */
const MOST_UNDONE = 3;
/** Odds of a value where a hook of React is called. */
const IN_PLACE_OF_HOOK = 0.1;

/** The two branches of a ternary or an if exchanged, or one of them taken always. */
function* branches(site: Site, scene: Scene): Generator<Proposal> {
  const node = site.node;
  const [yes, no] = [child(site, 'consequent'), child(site, 'alternate')];
  if (yes === null) return;
  if (node.type === 'ConditionalExpression' && no !== null) {
    yield { start: yes.start, end: no.end, text: `${scene.text(no)} : ${scene.text(yes)}`, label: 'branches swapped', odds: 1 };
    yield replace(site, scene.operand(yes), `always ${brief(scene.text(yes))}`, 0.3);
    yield replace(site, scene.operand(no), `always ${brief(scene.text(no))}`, 0.3);
  }
  if (node.type !== 'IfStatement') return;
  if (no !== null && no.end - yes.start < 2000 && no.node.type !== 'IfStatement') {
    yield { start: yes.start, end: no.end, text: `${scene.text(no)} else ${scene.text(yes)}`, label: 'branches swapped', odds: 0.6 };
  }
  if (no !== null) {
    const between = scene.file.text.slice(yes.end, no.start);
    const at = between.indexOf('else');
    if (at >= 0)
      yield {
        start: yes.end + at,
        end: yes.end + at + 4,
        text: '',
        label: 'else removed: both run',
        odds: no.node.type === 'IfStatement' ? 0.6 : 0.3,
      };
    return;
  }
  if (site.parent === null || !isListed(site)) return;
  const next = childList(site.parent, site.key)[childList(site.parent, site.key).indexOf(site) + 1];
  if (next !== undefined && /^(If|Return|Expression|Throw|For)/.test(next.node.type))
    yield insert(next.start, 'else ', `else ${brief(scene.text(next))}`, next.node.type === 'IfStatement' ? 1 : 0.4);
}

/** Returns looked at behind one that is exchanged for another. */
const MOST_LATER_RETURNS = 3;

/** The result of a return and that of a later one of the function, the one for the other. */
function* exchangedResults(site: Site, scene: Scene): Generator<Proposal> {
  if (site.key !== 'argument' || site.parent?.node.type !== 'ReturnStatement') return;
  const own = scene.text(site);
  const later = (scene.words.returns.get(functionOf(site)) ?? []).filter(({ start }) => start > site.end);
  for (const other of later.slice(0, MOST_LATER_RETURNS)) {
    const text = scene.text(other);
    if (text === own || other.end - site.start > 2000) continue;
    const between = scene.file.text.slice(site.end, other.start);
    const label = `results exchanged: ${brief(own)} and ${brief(text)}`;
    yield { start: site.start, end: other.end, text: `${text}${between}${own}`, label, odds: 1 };
  }
}

/** A return value or an assigned value as another place of the function, then of the file, has it. */
function* donors(site: Site, scene: Scene): Generator<Proposal> {
  const returned = site.key === 'argument' && site.parent?.node.type === 'ReturnStatement';
  const assigned =
    (site.key === 'right' && site.parent?.node.type === 'AssignmentExpression') ||
    (site.key === 'init' && site.parent?.node.type === 'VariableDeclarator');
  if ((!returned && !assigned) || !isRead(site)) return;
  const fn = functionOf(site);
  const pool = returned ? scene.words.returns : scene.words.values;
  const other = returned ? scene.words.values : scene.words.returns;
  const seen = new Map<string, number>();
  const likely = isHook(isCall(site) ? calleeName(site) : null) ? IN_PLACE_OF_HOOK : 1;
  const offer = (list: readonly Site[] | undefined, odds: number, most: number) => {
    for (const donor of list ?? []) {
      const text = scene.text(donor);
      if (seen.size >= most || seen.has(text) || text === scene.text(site) || text.length > 70 || /=>|function/.test(text)) continue;
      if (donor.start <= site.start && donor.end >= site.end) continue;
      if (scene.donors.readable(donor, site))
        seen.set(text, odds * likely * (donor.node.type === site.node.type ? 1.3 : 1) * scene.fit.ofValue(donor, site));
    }
  };
  offer(pool.get(fn), 1, 10);
  offer(other.get(fn), 0.5, 14);
  for (const [where, list] of pool) if (where !== fn && where !== null) offer(list, 0.2, 24);
  for (const [text, odds] of seen) yield replace(site, text, `${returned ? 'return ' : '= '}${brief(text)}`, odds);
  if (returned)
    for (const [text, odds] of plainReturns(site, scene, fn)) if (!seen.has(text)) yield replace(site, text, `return ${text}`, odds);
}

function plainReturns(site: Site, scene: Scene, fn: Site | null): [string, number][] {
  const own = scene
    .visible(site)
    .filter(
      (each) =>
        (each.kind === 'param' || each.kind === 'let' || each.kind === 'var' || each.kind === 'const') &&
        each.scope.node.type !== 'Program',
    );
  const named = own
    .slice(0, 6)
    .map((each): [string, number] => [
      each.name,
      (functionOf(each.scope) === fn || each.scope === fn ? 0.5 : 0.2) * scene.fit.ofName(each, site),
    ]);
  const constants = ['null', 'undefined', 'false', 'true', '[]', "''", '{}', '0', '-1', 'this'].map((text): [string, number] => [
    text,
    0.2 * scene.fit.ofConstant(text, site),
  ]);
  return [...named, ...constants];
}

/** `return;` gets a value. */
function* bareReturn(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'ReturnStatement' || child(site, 'argument') !== null) return;
  for (const [text, odds] of plainReturns(site, scene, functionOf(site))) yield replace(site, `return ${text};`, `return ${text}`, odds);
}

/** An empty body has lost its statements: returns of plain values, and statements of neighbouring blocks. */
function* emptyBlock(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'BlockStatement' || site.children.length > 0 || site.parent === null || site.end - site.start > 200) return;
  const options: [string, number][] = [];
  const fn = site.parent.node.type.includes('Function') || site.parent.node.type.includes('Method') ? site.parent : functionOf(site);
  const inside = { ...site, children: [] };
  for (const [text, odds] of plainReturns(inside, scene, fn)) options.push([`return ${text};`, odds]);
  if (fn !== null) options.push(['return;', 0.6]);
  if (fn === site.parent) options.push(...callsOf(site, fn, scene));
  for (const word of ['break;', 'continue;']) if (site.parent.node.type === 'IfStatement') options.push([word, 0.5]);
  for (const each of scene.words.returns.get(fn) ?? []) if (each.end - each.start < 80) options.push([`return ${scene.text(each)};`, 0.7]);
  let copied = 0;
  const near = [
    ...(scene.words.statements.get(functionOf(site)) ?? []),
    ...[...scene.words.statements.values()].flatMap((list) => list.slice(0, 3)),
  ];
  for (const statement of near) {
    if (copied >= 25 || statement.end - statement.start > 120) continue;
    if (!scene.donors.readable(statement, site)) continue;
    copied++;
    options.push([scene.text(statement), functionOf(statement) === functionOf(site) ? 0.5 : 0.15]);
  }
  // A callback that does nothing is often meant so.
  const likely = /^(?:If|For|While|Do)|Declaration$|Method$/.test(site.parent.node.type) ? 2.5 : 1;
  for (const [text, odds] of options) yield replace(site, `{ ${text} }`, `body ${brief(text)}`, odds * likely);
}

/** A function that only hands on what it is given, first to those of the file that nobody else calls: the lost body did. */
function callsOf(site: Site, fn: Site, scene: Scene): [string, number][] {
  const own = functionName(fn);
  const given = childList(fn, 'params').flatMap((param) => (param.node.type === 'Identifier' ? [param.node.name] : []));
  const known = scene.visible(site).filter(({ name, kind, scope }) => name !== own && scope !== fn && /^(?:function|import)$/.test(kind));
  const unread = unreadAt(site, scene);
  return known
    .map(({ name }): [string, number] => [`return ${name}(${given.join(', ')});`, unread.has(name) ? 2 : 0.3])
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 8);
}

/** What undoes a step: `depth -= 1;` for `depth += 1;`. */
function counterpartOf(step: string): string | null {
  for (const [one, other] of COUNTERPARTS) {
    if (step.includes(one)) return step.replace(one, () => other);
    if (step.includes(other)) return step.replace(other, () => one);
  }
  return null;
}

const COUNTERPARTS = [
  ['+=', '-='],
  ['++', '--'],
  ['= true', '= false'],
  ['.add(', '.delete('],
] as const;

/** An if without else gets one, with a jump or a copy of a sibling's statement. */
function* elseAdded(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'IfStatement' || child(site, 'alternate') !== null || !isListed(site)) return;
  const pad = indentOf(site, scene);
  const fn = functionOf(site);
  const options: [string, number][] = [];
  for (const each of (scene.words.returns.get(fn) ?? []).slice(0, 4))
    if (each.end - each.start < 60) options.push([`return ${scene.text(each)};`, 0.5]);
  for (const text of ['false', 'true', 'null']) options.push([`return ${text};`, 0.2]);
  const yes = child(site, 'consequent');
  const statements = yes?.node.type === 'BlockStatement' ? yes.children : yes === null ? [] : [yes];
  for (const only of statements.filter(({ node }) => node.type === 'ExpressionStatement').slice(0, MOST_UNDONE)) {
    const expression = child(only, 'expression');
    const isStep = expression?.node.type === 'UpdateExpression';
    const target = expression === null ? null : isStep ? child(expression, 'argument') : child(expression, 'left');
    const isAssignment = expression?.node.type === 'AssignmentExpression';
    if (target !== null && (isStep || isAssignment)) {
      const isOnly = statements.length === 1;
      if (isOnly && isAssignment)
        for (const binding of scene.visible(site).slice(0, 5)) options.push([`${scene.text(target)} = ${binding.name};`, 0.3]);
      // What counts in one case begins again in the other one.
      const isCount = isStep || (isAssignment && expression.node.operator !== '=');
      for (const [rank, text] of ['0', 'null', 'false', "''"].entries()) {
        if (isOnly && isAssignment) options.push([`${scene.text(target)} = ${text};`, isCount && rank === 0 ? 0.6 : 0.15]);
        else if (rank === 0 && isCount) options.push([`${scene.text(target)} = ${text};`, 0.6]);
      }
    }
    const counterpart = statements.length === 1 ? counterpartOf(scene.text(only)) : null;
    if (counterpart !== null) options.push([counterpart, 3]);
  }
  for (const [text, odds] of options) yield insert(site.end, ` else {\n${pad}  ${text}\n${pad}}`, `else ${brief(text)}`, odds);
}

export const branchFamilies: readonly Family[] = [
  { name: 'branches', share: 0.015, propose: branches },
  { name: 'results exchanged', share: 0.008, propose: exchangedResults },
  { name: 'donor expression', share: 0.06, propose: donors },
  { name: 'return value', share: 0.01, propose: bareReturn },
  { name: 'empty body', share: 0.06, propose: emptyBlock },
  { name: 'else branch', share: 0.01, propose: elseAdded },
];
