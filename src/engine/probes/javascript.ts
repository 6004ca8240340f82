import { type Change, changedPart } from '../edits.ts';
import { isCondition, isFunction, isLoop, isRead } from '../templates/shape.ts';
import { child, parseFile, type Site, walk } from '../templates/tree.ts';
import type { SourceFile } from '../templates/types.ts';
import { javascriptAgreement } from './inputs-source.ts';
import { Inserts, limitOf, type Observed, type Probe } from './probe.ts';

/** The changes that a probe makes; null where the variants do not lie in one plain function with parameters. */
export function javascriptProbe(file: SourceFile, { variants, asked }: Probe): readonly Change[] | null {
  const program = parseFile(file);
  if (program === null) return null;
  const fn = functionAround(program, variants.flat(), file.text);
  if (fn === null) return null;
  const made: Observed[] = [];
  for (const changes of variants) {
    const variant = variantOf(file, fn, changes);
    if (variant === null) return null;
    made.push(variant);
  }
  const typed = /\.[cm]?tsx?$/.test(file.path);
  const args = typed ? '(...regreenArgs: any[]): any' : '(...regreenArgs)';
  const seen = typed ? '(regreenId: any, regreenValue: any): any' : '(regreenId, regreenValue)';
  const placed = typed ? '(regreenId: any, regreenList: any, regreenValue: any): any' : '(regreenId, regreenList, regreenValue)';
  const given = JSON.stringify(limitOf(asked, 2 * (made.at(-1)?.conditions ?? 0)));
  const self = fn.node.type === 'ArrowFunctionExpression' ? 'undefined' : 'this';
  const body = `{
const regreenStep = () => regreenAgreement().step();
const regreenPlain = ${seen} => regreenAgreement().plain(regreenId, regreenValue);
const regreenPlace = ${placed} => regreenAgreement().place(regreenId, regreenList, regreenValue);
const regreenSeen = ${seen} => regreenAgreement().seen(regreenId, regreenValue);
return regreenAgreement().agree(${self}, regreenArgs, [${made.map(({ text }) => text).join(', ')}], ${given});
}`;
  const source = JSON.stringify(javascriptAgreement);
  const own = typed ? '(regreenAgreement as any)' : 'regreenAgreement';
  // Declared in the file: what one candidate finds out must not reach the next, and only modules are made anew for each.
  const declared = `\nfunction regreenAgreement()${typed ? ': any' : ''} { return ${own}.kept ??= Function(${source})(); }\n`;
  return [
    { start: fn.start, end: fn.end, text: headOf(file, fn, args) + body },
    { start: file.text.length, end: file.text.length, text: declared },
  ];
}

/** The outermost function with parameters that all changes lie inside of: the nearer to what the tests call, the more its inputs tell. */
function functionAround(program: Site, changes: readonly Change[], text: string): Site | null {
  for (const site of walk(program)) {
    if (!isFunction(site) || !site.children.some((each) => each.key === 'params')) continue;
    const { node } = site;
    if (('async' in node && node.async === true) || ('generator' in node && node.generator === true)) continue;
    if ('kind' in node && node.kind !== 'method') continue;
    const body = child(site, 'body');
    if (body === null || !changes.every(({ start, end }) => start >= body.start && end <= body.end)) continue;
    // What these mean depends on the function they stand in.
    if (/\b(?:super|yield|await|new\.target)\b/.test(text.slice(site.start, site.end)) || site.end - site.start > 20_000) continue;
    return site;
  }
  return null;
}

/** The function as it is with the changes, as an expression whose loops are counted, whose conditions tell how they come out and whose numbers tell
 * whether they are any. */
function variantOf(file: SourceFile, fn: Site, changes: readonly Change[]): Observed | null {
  const whole = changedPart(file.text, fn, changes);
  const isMethod = fn.node.type.endsWith('Method');
  const opening = isMethod ? file.text.indexOf('(', child(fn, 'key')?.end ?? fn.start) - fn.start : 0;
  return observed(isMethod ? `(function ${whole.slice(opening)})` : `(${whole})`, file.path);
}

function observed(text: string, path: string): Observed | null {
  const tree = parseFile({ path, text });
  if (tree === null) return null;
  const inserts = new Inserts();
  let conditions = 0;
  for (const site of walk(tree)) {
    const body = isLoop(site) ? child(site, 'body') : null;
    if (body !== null && body.node.type === 'BlockStatement') inserts.before(body.start + 1, 'regreenStep();');
    else if (body !== null) {
      inserts.before(body.start, '{regreenStep();');
      inserts.behind(body.end, '}');
    }
    // Brackets, for a list of expressions would be several arguments; a blank, for a keyword may stand right before.
    const told = (call: string): void => {
      inserts.before(site.start, ` ${call}, (`);
      inserts.behind(site.end, '))');
    };
    if (isReckoned(site)) told(`regreenPlain(${site.start}`);
    const list = listOf(site, text);
    if (list !== null) told(`regreenPlace(${site.start}, ${list}`);
    if (!isLeaf(site)) continue;
    told(`regreenSeen(${conditions}`);
    conditions += 1;
  }
  return { text: inserts.into(text), conditions };
}

/** What an arithmetic operator makes, and what is asked for being larger or smaller than something else. */
function isReckoned(site: Site): boolean {
  const { node, parent } = site;
  if (node.type === 'BinaryExpression' && /^(?:[-*/%]|\*\*)$/.test(node.operator)) return true;
  return parent?.node.type === 'BinaryExpression' && /^[<>]=?$/.test(parent.node.operator);
}

/** The list, or the text, that a value is a place of; null where it is none that is read, or has no name by which to ask for it again. */
function listOf(site: Site, text: string): string | null {
  const member = site.parent;
  if (site.key !== 'property' || member?.node.type !== 'MemberExpression' || !member.node.computed || !isRead(member)) return null;
  if (member.parent?.node.type === 'UnaryExpression' && member.parent.node.operator === 'delete') return null;
  const list = child(member, 'object');
  const name = list === null ? '' : text.slice(list.start, list.end);
  return /^[\w$]+$/.test(name) && site.node.type !== 'StringLiteral' ? name : null;
}

/** What decides a way, and is no `&&`, `||` or `!` of such. */
function isLeaf(site: Site): boolean {
  if (!isCondition(site)) return false;
  if (site.node.type === 'LogicalExpression') return site.node.operator === '??';
  return site.node.type !== 'UnaryExpression' || site.node.operator !== '!';
}

function headOf(file: SourceFile, fn: Site, args: string): string {
  if (fn.node.type === 'ArrowFunctionExpression') return `${args} => `;
  if (fn.node.type.endsWith('Method'))
    return `${file.text.slice(fn.start, file.text.indexOf('(', child(fn, 'key')?.end ?? fn.start))}${args} `;
  const id = child(fn, 'id');
  return `function ${id === null ? '' : file.text.slice(id.start, id.end)}${args} `;
}
