// What the repository's own linter complains of: at the place that it names, by the rule.
import { lineStarts } from '../../edits.ts';
import { brief, type Proposal } from '../family.ts';
import type { LintComplaint } from '../lint.ts';
import { type Family, insert, replace, type Scene } from '../scene.ts';
import { functionOf, isFunction, isListed, isStatement } from '../shape.ts';
import { ancestors, child, childList, type Site, walk } from '../tree.ts';
import { indentOf } from './missing.ts';

type Mend = (site: Site, scene: Scene, complaint: LintComplaint) => Iterable<Proposal>;

/** The name that nobody reads: taken away as far as nothing else goes with it. */
function* unused(site: Site, scene: Scene): Generator<Proposal> {
  const name = site.node.type === 'Identifier' ? site : child(site, 'local');
  const { parent } = site;
  if (name === null || parent === null) return;
  const own = scene.text(name);
  if (/^Import\w*Specifier$/.test(site.node.type) || /^Import\w*Specifier$/.test(parent.node.type))
    return yield* withoutImport(/^Import/.test(site.node.type) ? site : parent, scene);
  if (parent.node.type === 'CatchClause') {
    const [start, end] = [scene.file.text.lastIndexOf('(', site.start), scene.file.text.indexOf(')', site.end) + 1];
    const behind = scene.file.text[end] === ' ' ? 1 : 0;
    return yield { start, end: end + behind, text: '', label: `nothing is caught as ${own}`, odds: 3 };
  }
  if (parent.node.type === 'VariableDeclarator' && site.key === 'id') return yield* withoutVariable(parent, scene);
  if (isFunction(parent) && site.key === 'params') {
    const before = childList(parent, 'params')[site.index - 1];
    const isLast = childList(parent, 'params').length === site.index + 1;
    if (isLast) yield { start: before?.end ?? site.start, end: site.end, text: '', label: `without the parameter ${own}`, odds: 2 };
    return yield replace(site, `_${own}`, `_${own}`, 1);
  }
  if (parent.node.type === 'FunctionDeclaration' && site.key === 'id' && isListed(parent))
    return yield* withoutLines(parent, scene, `without the function ${own}`);
  if (parent.node.type === 'ObjectProperty' && parent.parent?.node.type === 'ObjectPattern')
    yield* withoutItem(parent, 'properties', scene, `without ${own}`);
}

function* withoutImport(specifier: Site, scene: Scene): Generator<Proposal> {
  const declaration = specifier.parent;
  if (declaration === null) return;
  const label = `without the import ${scene.text(specifier)}`;
  if (childList(declaration, 'specifiers').length === 1) return yield* withoutLines(declaration, scene, label);
  const text = scene.text(declaration).replace(/^import\s+/, '');
  const isDefault = specifier.node.type === 'ImportDefaultSpecifier';
  const named = /\{([^}]*)\}/.exec(text)?.[1]?.split(',') ?? [];
  const kept = named.map((each) => each.trim()).filter((each) => each !== '' && each !== scene.text(specifier));
  const first = isDefault ? '' : (/^([\w$]+)\s*,/.exec(text)?.[1] ?? '');
  const source = child(declaration, 'source');
  if (source === null) return;
  const from = `from ${scene.file.text.slice(source.start, declaration.end)}`;
  const what = [first, kept.length > 0 ? `{ ${kept.join(', ')} }` : ''].filter((each) => each !== '').join(', ');
  yield replace(declaration, `import ${what} ${from}`, label, 3);
}

function* withoutVariable(declarator: Site, scene: Scene): Generator<Proposal> {
  const declaration = declarator.parent;
  if (declaration === null) return;
  const value = child(declarator, 'init');
  const label = `without ${brief(scene.text(declarator))}`;
  if (childList(declaration, 'declarations').length > 1) return yield* withoutItem(declarator, 'declarations', scene, label);
  if (!isListed(declaration)) return;
  if (value === null || !hasEffects(value)) yield* withoutLines(declaration, scene, label);
  else yield replace(declaration, `${scene.text(value)}${scene.text(declaration).endsWith(';') ? ';' : ''}`, label, 2);
}

/** One of several, with the comma behind it, or before it where it is the last. */
function* withoutItem(site: Site, key: string, { file }: Scene, label: string): Generator<Proposal> {
  const list = site.parent === null ? [] : childList(site.parent, key);
  const [before, next] = [list[site.index - 1], list[site.index + 1]];
  const [start, end] = next !== undefined ? [site.start, next.start] : [before?.end ?? site.start, site.end];
  if (file.text.slice(start, end).length < 500) yield { start, end, text: '', label, odds: 2 };
}

/** A statement with the lines that it has to itself. */
function* withoutLines(site: Site, { file: { text } }: Scene, label: string, odds = 3): Generator<Proposal> {
  const start = text.lastIndexOf('\n', site.start - 1) + 1;
  const end = text.indexOf('\n', site.end);
  const isAlone = end >= 0 && text.slice(start, site.start).trim() === '' && text.slice(site.end, end).trim() === '';
  yield isAlone ? { start, end: end + 1, text: '', label, odds } : { start: site.start, end: site.end, text: '', label, odds };
}

/** What does something besides having a value. */
const EFFECTS = /Call|^New|Await|Yield|Assignment|Update|Tagged|Spread|^Import/;

function hasEffects(site: Site): boolean {
  return [...walk(site)].some(({ node }) => EFFECTS.test(node.type) || (node.type === 'UnaryExpression' && node.operator === 'delete'));
}

/** The statement at a place taken away, where it is of the kind that the rule is about: `of` is told its expression, where it is one. */
function gone(isMeant: (statement: Site, expression: Site | null, scene: Scene) => boolean): Mend {
  return function* (site, scene) {
    const statement = [site, ...ancestors(site)].find(isStatement);
    if (statement === undefined || !isListed(statement)) return;
    const expression = statement.node.type === 'ExpressionStatement' ? child(statement, 'expression') : null;
    if (isMeant(statement, expression, scene)) yield* withoutLines(statement, scene, `deleted: ${brief(scene.text(statement))}`);
  };
}

function isPlainLog(expression: Site | null, scene: Scene): boolean {
  const callee = expression?.node.type === 'CallExpression' ? child(expression, 'callee') : null;
  if (expression === null || callee === null || !/^console\.\w+$/.test(scene.text(callee))) return false;
  return !childList(expression, 'arguments').some(hasEffects);
}

/** Another keyword at the head of a declaration. */
function declaredBy(...words: readonly string[]): Mend {
  return function* (site, scene) {
    const declaration = [site, ...ancestors(site)].find(({ node }) => node.type === 'VariableDeclaration');
    const own = declaration === undefined ? undefined : /^(?:var|let)\b/.exec(scene.text(declaration))?.[0];
    if (declaration === undefined || own === undefined) return;
    for (const [rank, word] of words.entries())
      yield { start: declaration.start, end: declaration.start + own.length, text: word, label: `${own} -> ${word}`, odds: 3 - rank };
  };
}

/** `=` more for the comparison at the place. */
function* strict(site: Site, scene: Scene): Generator<Proposal> {
  const whole = [site, ...ancestors(site)].find(({ node }) => node.type === 'BinaryExpression' && /^[=!]=$/.test(node.operator));
  const [left, right] = whole === undefined ? [] : [child(whole, 'left'), child(whole, 'right')];
  if (!left || !right || whole?.node.type !== 'BinaryExpression') return;
  const at = scene.file.text.indexOf(whole.node.operator, left.end);
  yield insert(at + 2, '=', `${whole.node.operator}=`, 3);
}

/** A backslash that stands for nothing. */
function* unescaped(_: Site, scene: Scene, complaint: LintComplaint): Generator<Proposal> {
  const at = offsetOf(complaint, scene);
  if (scene.file.text[at] === '\\') yield { start: at, end: at + 1, text: '', label: 'without a backslash', odds: 3 };
}

/** `o.hasOwnProperty(k)` as the object may have none of its own. */
function* ownKey(site: Site, scene: Scene): Generator<Proposal> {
  const call = [site, ...ancestors(site)].find(({ node }) => node.type === 'CallExpression');
  const callee = call === undefined ? null : child(call, 'callee');
  const object = callee === null ? null : child(callee, 'object');
  const [key] = call === undefined ? [] : childList(call, 'arguments');
  if (call === undefined || object === null || key === undefined) return;
  const given = `(${scene.text(object)}, ${scene.text(key)})`;
  yield replace(call, `Object.hasOwn${given}`, `Object.hasOwn${brief(given)}`, 2);
  yield replace(call, `Object.prototype.hasOwnProperty.call${given}`, `hasOwnProperty.call${brief(given)}`, 2);
}

/** A comparison for what is an assignment. */
function* compared(site: Site, scene: Scene): Generator<Proposal> {
  const whole = [site, ...ancestors(site)].find(({ node }) => node.type === 'AssignmentExpression');
  const left = whole === undefined || whole.parent?.node.type === 'WhileStatement' ? null : child(whole, 'left');
  const at = left === null ? -1 : scene.file.text.indexOf('=', left.end);
  if (at >= 0) yield { start: at, end: at + 1, text: '===', label: '= -> ===', odds: 3 };
}

function* endsCase(site: Site, scene: Scene): Generator<Proposal> {
  const own = [site, ...ancestors(site)].find(({ node }) => node.type === 'SwitchCase');
  const before = own?.parent ? childList(own.parent, 'cases')[own.index - 1] : undefined;
  const last = before === undefined ? undefined : childList(before, 'consequent').at(-1);
  if (last === undefined) return;
  const isBlock = last.node.type === 'BlockStatement';
  const inner = isBlock ? childList(last, 'body').at(-1) : last;
  if (inner !== undefined) yield insert(inner.end, `\n${indentOf(inner, scene)}break;`, 'break added', 3);
}

function* notAsync(site: Site, scene: Scene): Generator<Proposal> {
  const fn = isFunction(site) ? site : functionOf(site);
  const at = fn === null ? -1 : scene.file.text.indexOf('async ', Math.max(0, fn.start - 1));
  if (fn !== null && at >= 0 && at < fn.start + 40) yield { start: at, end: at + 6, text: '', label: 'without async', odds: 3 };
}

function* awaited(site: Site, scene: Scene): Generator<Proposal> {
  const statement = [site, ...ancestors(site)].find(({ node }) => node.type === 'ExpressionStatement');
  if (statement === undefined) return;
  const fn = functionOf(statement);
  if (fn === null || ('async' in fn.node && fn.node.async === true))
    yield insert(statement.start, 'await ', `await ${brief(scene.text(statement))}`, 3);
  yield insert(statement.start, 'void ', `void ${brief(scene.text(statement))}`, 1);
}

function* isNaNAsked(site: Site, scene: Scene): Generator<Proposal> {
  const whole = [site, ...ancestors(site)].find(({ node }) => node.type === 'BinaryExpression');
  const sides = whole === undefined ? [] : [child(whole, 'left'), child(whole, 'right')];
  const asked = sides.find((side) => side !== null && !/\bNaN$/.test(scene.text(side)));
  if (!asked || whole?.node.type !== 'BinaryExpression') return;
  const text = `${whole.node.operator.startsWith('!') ? '!' : ''}Number.isNaN(${scene.text(asked)})`;
  yield replace(whole, text, text, 3);
}

/** Types are no sites of the tree. */
function* unknownType(_: Site, scene: Scene, complaint: LintComplaint): Generator<Proposal> {
  const at = offsetOf(complaint, scene);
  if (/^any\b/.test(scene.file.text.slice(at, at + 4))) yield { start: at, end: at + 3, text: 'unknown', label: 'any -> unknown', odds: 2 };
}

function* once(site: Site, scene: Scene): Generator<Proposal> {
  const property = [site, ...ancestors(site)].find(({ node }) => /^Object(?:Property|Method)$/.test(node.type));
  const key = property === undefined ? null : child(property, 'key');
  const object = property?.parent;
  if (!property || !key || !object) return;
  const same = childList(object, 'properties').filter((each) => scene.text(child(each, 'key') ?? each) === scene.text(key));
  for (const each of same) yield* withoutItem(each, 'properties', scene, `without ${brief(scene.text(each))}`);
}

function* inBraces(site: Site, scene: Scene): Generator<Proposal> {
  const own = [site, ...ancestors(site)].find(({ node }) => node.type === 'SwitchCase');
  const list = own === undefined ? [] : childList(own, 'consequent');
  const [first, last] = [list[0], list.at(-1)];
  if (first === undefined || last === undefined) return;
  const inner = scene.file.text.slice(first.start, last.end);
  yield { start: first.start, end: last.end, text: `{ ${inner} }`, label: 'the case in braces', odds: 3 };
}

const mends: ReadonlyMap<string, Mend> = new Map<string, Mend>([
  ...['no-unused-vars', 'no-unused-imports'].map((rule): [string, Mend] => [rule, unused]),
  ['no-debugger', gone(({ node }) => node.type === 'DebuggerStatement')],
  ['no-console', gone((_, expression, scene) => isPlainLog(expression, scene))],
  ['no-unreachable', gone(({ node }) => !/^(?:Function|Class)Declaration$/.test(node.type))],
  ['no-self-assign', gone((_, expression) => expression?.node.type === 'AssignmentExpression')],
  ['no-useless-return', gone((statement) => statement.node.type === 'ReturnStatement' && child(statement, 'argument') === null)],
  ['no-unused-expressions', gone((_, expression) => expression !== null && !hasEffects(expression))],
  ...(
    [
      ['prefer-const', declaredBy('const')],
      ['no-var', declaredBy('let', 'const')],
      ['eqeqeq', strict],
      ['no-useless-escape', unescaped],
      ['no-prototype-builtins', ownKey],
      ['no-cond-assign', compared],
      ['no-fallthrough', endsCase],
      ['no-case-declarations', inBraces],
      ['require-await', notAsync],
      ['no-floating-promises', awaited],
      ['use-isnan', isNaNAsked],
      ['no-explicit-any', unknownType],
      ['no-dupe-keys', once],
    ] as const
  ).map(([rule, mend]): [string, Mend] => [rule, mend]),
]);

function offsetOf({ line, column }: LintComplaint, { file }: Scene): number {
  return (lineStarts(file.text)[line - 1] ?? Number.NEGATIVE_INFINITY) + column - 1;
}

/** The innermost site at a place. */
function siteAt(program: Site, at: number): Site | null {
  let found: Site | null = null;
  for (const site of walk(program))
    if (site.start <= at && site.end > at && (found === null || site.end - site.start <= found.end - found.start)) found = site;
  return found;
}

function* linted(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'Program') return;
  const { path } = scene.file;
  const own = scene.clues.lintComplaints.filter(
    (each) => each.path === path || each.path.endsWith(`/${path}`) || path.endsWith(`/${each.path}`),
  );
  for (const complaint of own) {
    const mend = mends.get(complaint.rule);
    const at = mend === undefined ? null : siteAt(scene.program, offsetOf(complaint, scene));
    if (mend !== undefined && at !== null) yield* mend(at, scene, complaint);
  }
}

export const lintFamilies: readonly Family[] = [{ name: 'as the linter says', share: 0.6, anywhere: true, propose: linted }];
