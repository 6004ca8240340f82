// What callers give: options that stay theirs, and arguments that a function does not name yet.
import { escapeRegex } from '../../escape.ts';
import type { Proposal } from '../family.ts';
import { parametersOf } from '../retell.ts';
import { type Family, insert, type Scene } from '../scene.ts';
import { declaredAlone, functionName, functionOf, isListed } from '../shape.ts';
import { child, childList, type Site } from '../tree.ts';
import { indentOf } from './missing.ts';

/** What is given to be read. */
const SETTINGS = /(?:^|[a-z])(?:options?|opts|config|settings?|params|query|props|headers|defaults|init|input|attrs|attributes)$/i;
/** What is given to be changed. */
const TO_CHANGE =
  /^(?:state|draft|acc|accumulator|memo|result|target|dest|destination|out|output|ctx|context|req|request|res|response|node|el|element|event|e|self|that|obj|object|map|cache|stack|list|array)$/i;

/** A statement of a function that is the first to change a property of what was given: `options.indent = 0` is heard of by the caller. */
function* ofTheCaller(site: Site, scene: Scene): Generator<Proposal> {
  const fn = bodyOf(site);
  if (fn === null || site.parent === null) return;
  const statements = childList(site.parent, 'body');
  const before = scene.file.text.slice(statements[0]?.start ?? site.start, site.start);
  for (const { name } of parametersOf(fn, scene)) {
    const changes = changesOf(name);
    if (!changes.test(scene.text(site)) || changes.test(before)) continue;
    if (isMadeHere(name, before)) continue;
    const odds = SETTINGS.test(name) ? 2 : TO_CHANGE.test(name) ? 0.1 : 0.5;
    const copy = isModern(scene) ? `{ ...${name} }` : `Object.assign({}, ${name})`;
    yield insert(site.start, `${name} = ${copy};\n${indentOf(site, scene)}`, `a copy of ${name}`, odds);
  }
}

/** The function whose body a statement stands in, itself and not in a block of it. */
function bodyOf(site: Site): Site | null {
  const fn = isListed(site) && site.parent?.node.type === 'BlockStatement' ? functionOf(site) : null;
  return fn !== null && site.parent?.parent === fn ? fn : null;
}

/** Whether a name was given an object that is made right there or by a call: another name's value (`options = first`) is still the caller's. */
function isMadeHere(name: string, before: string): boolean {
  return new RegExp(`(?<![\\w$.])${escapeRegex(name)} *=(?![=>])\\s*(?:[{[]|new\\b|(?:await\\s+)?[\\w$.]+\\()`).test(before);
}

function changesOf(name: string): RegExp {
  const own = `(?<![\\w$.])${escapeRegex(name)}`;
  const member = `${own}(?:\\.[\\w$]+|\\[[^\\]\\n]+\\])`;
  return new RegExp(`${member} *(?:(?:[-+*/|&]|\\|\\||&&|\\?\\?)?=(?![=>])|\\+\\+|--)|\\bdelete ${member}|\\bObject\\.assign\\(${own}[,)]`);
}

function isModern({ file }: Scene): boolean {
  return /\.[cm]?tsx?$/.test(file.path) || /=>|\bconst\s|\.\.\.|^(?:im|ex)port\b/m.test(file.text);
}

/** How much likelier a value is that has the name of none of the parameters, where the tests give one argument more than there are. */
const OF_GIVEN = 3;

/** `const limit = 80` in a function that the tests give one argument more than it names: the value is what it is by default. */
function* namedByNobody(site: Site, scene: Scene): Generator<Proposal> {
  const fn = bodyOf(site);
  const declared = fn === null ? null : declaredAlone(site);
  if (fn === null || declared === null || declared.id.node.type !== 'Identifier') return;
  const { id, init } = declared;
  if (!/^(?:Numeric|String|Boolean|Null)Literal$/.test(init.node.type)) return;
  const params = childList(fn, 'params');
  const most = scene.clues.given.get(functionName(fn) ?? '') ?? 0;
  if (most <= params.length || params.some(({ node }) => node.type === 'RestElement')) return;
  const name = scene.text(id);
  const at = endOfParameters(fn, scene);
  if (at === null) return;
  const comma = params.length > 0 ? ', ' : '';
  const put = (parameter: string, statement: string, from: number, label: string): Proposal => ({
    start: at,
    end: site.end,
    text: `${comma}${parameter}${scene.file.text.slice(at, from)}${statement}`,
    label,
    odds: OF_GIVEN,
  });
  const isOld = site.node.type === 'VariableDeclaration' && site.node.kind === 'var';
  // What follows on the same line must not come to stand behind a comment.
  const isLast = /^[ \t]*\n/.test(scene.file.text.slice(site.end));
  const bare = isLast ? scene.file.text.slice(0, site.start).trimEnd().length : site.start;
  if (isOld) yield put(name, `${name} = ${name} || ${scene.text(init)};`, site.start, `${name} may be given`);
  else yield put(`${name} = ${scene.text(init)}`, '', bare, `${name} may be given`);
}

/** Where another parameter would stand; null where there are no brackets. */
function endOfParameters(fn: Site, scene: Scene): number | null {
  const last = childList(fn, 'params').at(-1);
  if (last !== undefined) return /^[\s,]*\)/.test(scene.file.text.slice(last.end)) ? last.end : null;
  const body = child(fn, 'body');
  const empty = /\(\s*\)/.exec(scene.file.text.slice(fn.start, body?.start ?? fn.start));
  return empty === null ? null : fn.start + empty.index + 1;
}

export const givenFamilies: readonly Family[] = [
  { name: 'copy of what was given', share: 0.04, propose: ofTheCaller },
  { name: 'argument named by nobody', share: 0.1, propose: namedByNobody },
];
