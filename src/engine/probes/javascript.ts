import { applyChanges, type Change, changedPart } from '../edits.ts';
import { isFunction, isLoop } from '../templates/shape.ts';
import { child, parseFile, type Site, walk } from '../templates/tree.ts';
import type { SourceFile } from '../templates/types.ts';
import { javascriptAgreement } from './inputs-source.ts';
import type { Probe } from './probe.ts';

/** The changes that a probe makes; null where the variants do not lie in one plain function with parameters. */
export function javascriptProbe(file: SourceFile, { variants, most }: Probe): readonly Change[] | null {
  const program = parseFile(file);
  if (program === null) return null;
  const fn = functionAround(program, variants.flat(), file.text);
  if (fn === null) return null;
  const made = variants.map((changes) => variantOf(file, fn, changes));
  if (made.includes(null)) return null;
  const typed = /\.[cm]?tsx?$/.test(file.path);
  const args = typed ? '(...regreenArgs: any[]): any' : '(...regreenArgs)';
  const self = fn.node.type === 'ArrowFunctionExpression' ? 'undefined' : 'this';
  const body = `{
const regreenStep = () => regreenAgreement().step();
return regreenAgreement().agree(${self}, regreenArgs, [${made.join(', ')}], ${most});
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

/** The function as it is with the changes, as an expression whose loops are counted. */
function variantOf(file: SourceFile, fn: Site, changes: readonly Change[]): string | null {
  const whole = changedPart(file.text, fn, changes);
  const isMethod = fn.node.type.endsWith('Method');
  const opening = isMethod ? file.text.indexOf('(', child(fn, 'key')?.end ?? fn.start) - fn.start : 0;
  return counted(isMethod ? `(function ${whole.slice(opening)})` : `(${whole})`, file.path);
}

function counted(text: string, path: string): string | null {
  const tree = parseFile({ path, text });
  if (tree === null) return null;
  const changes: Change[] = [];
  for (const site of walk(tree)) {
    const body = isLoop(site) ? child(site, 'body') : null;
    if (body === null) continue;
    if (body.node.type === 'BlockStatement') changes.push({ start: body.start + 1, end: body.start + 1, text: 'regreenStep();' });
    else changes.push({ start: body.start, end: body.start, text: '{regreenStep();' }, { start: body.end, end: body.end, text: '}' });
  }
  return applyChanges(
    text,
    changes.toSorted((a, b) => a.start - b.start),
  );
}

function headOf(file: SourceFile, fn: Site, args: string): string {
  if (fn.node.type === 'ArrowFunctionExpression') return `${args} => `;
  if (fn.node.type.endsWith('Method'))
    return `${file.text.slice(fn.start, file.text.indexOf('(', child(fn, 'key')?.end ?? fn.start))}${args} `;
  const id = child(fn, 'id');
  return `function ${id === null ? '' : file.text.slice(id.start, id.end)}${args} `;
}
