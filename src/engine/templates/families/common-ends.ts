// What stands at the end of one way through a choice, and belongs to another way too.
import { brief, hasWord, type Proposal } from '../family.ts';
import type { Family, Scene } from '../scene.ts';
import { isFunction, isListed } from '../shape.ts';
import { child, childList, type Site } from '../tree.ts';
import { indentOf } from './missing.ts';

const LONGEST = 400;
const JUMP = /^(?:Return|Throw|Break|Continue)Statement$/;

/** `else if (full) flush(); else open();` -> `else { if (full) flush(); open(); }`. */
function* inEitherCase(site: Site, scene: Scene): Generator<Proposal> {
  const { parent } = site;
  if (site.node.type !== 'IfStatement' || site.key !== 'alternate' || parent === null || site.end - site.start > LONGEST) return;
  const [test, yes, no] = [child(site, 'test'), child(site, 'consequent'), child(site, 'alternate')];
  if (test === null || yes === null || no?.node.type !== 'BlockStatement' || yes.node.type !== 'BlockStatement') return;
  if (/\b(?:return|break|continue|throw)\b/.test(scene.text(yes))) return;
  const pad = indentOf(parent, scene);
  const deep = pad + scene.style.indent;
  const deeper = (text: string): string => text.replace(/\n(?=.)/g, `\n${scene.style.indent}`);
  // With what is said between its statements.
  const common = scene.text(no).slice(1, -1).trim();
  const text = `{\n${deep}if (${scene.text(test)}) ${deeper(scene.text(yes))}${common === '' ? '' : `\n${deep}${common}`}\n${pad}}`;
  const [only] = childList(no, 'body');
  yield { start: site.start, end: site.end, text, label: `${brief(scene.text(only ?? no))} in either case`, odds: 1 };
}

/** A way out within a block that the code behind the block needs as well, also where the block hands the value on under another name. */
function* forEitherWay(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'IfStatement' || child(site, 'alternate') !== null || !isListed(site) || site.end - site.start > LONGEST) return;
  const [test, jump] = [child(site, 'test'), onlyOf(child(site, 'consequent'))];
  const block = site.parent;
  const owner = block?.parent;
  if (test === null || jump === null || !JUMP.test(jump.node.type) || block?.node.type !== 'BlockStatement' || owner == null) return;
  if (owner.node.type !== 'IfStatement' || isFunction(owner) || !isListed(owner) || child(owner, 'alternate') !== null) return;
  const list = childList(block, 'body');
  const rest = list.slice(list.indexOf(site) + 1);
  let asked = scene.text(site);
  for (const each of rest) {
    const moved = handedOn(each, scene);
    if (moved !== null && hasWord(scene.text(test), moved.from))
      asked = asked.replaceAll(new RegExp(`(?<![\\w$.])${moved.from}(?![\\w$])`, 'g'), moved.to);
  }
  const declared = list.filter(({ node }) => node.type === 'VariableDeclaration').map(scene.text);
  const names = (asked.match(/[A-Za-z_$][\w$]*/g) ?? []).filter((name) =>
    declared.some((each) => new RegExp(`\\b(?:const|let|var)\\s+${name}\\b`).test(each)),
  );
  if (names.length > 0) return;
  // What follows on the same line must not come to stand behind a comment.
  const isLast = /^[ \t]*\n/.test(scene.file.text.slice(site.end));
  const from = isLast ? scene.file.text.slice(0, site.start).trimEnd().length : site.start;
  const step = indentOf(site, scene).slice(indentOf(owner, scene).length);
  const lower = asked.replaceAll(`\n${indentOf(owner, scene)}${step}`, `\n${indentOf(owner, scene)}`);
  const text = `${scene.file.text.slice(site.end, owner.end)}\n${indentOf(owner, scene)}${lower}`;
  yield { start: from, end: owner.end, text, label: `either way: ${brief(asked)}`, odds: rest.length > 0 ? 1 : 0.3 };
}

/** What a block leaves in a name from around: `start = at`. */
function handedOn(site: Site, scene: Scene): { readonly from: string; readonly to: string } | null {
  const assignment = site.node.type === 'ExpressionStatement' ? child(site, 'expression') : null;
  if (assignment?.node.type !== 'AssignmentExpression' || assignment.node.operator !== '=') return null;
  const [left, right] = [child(assignment, 'left'), child(assignment, 'right')];
  if (left?.node.type !== 'Identifier' || right?.node.type !== 'Identifier') return null;
  return { from: scene.text(right), to: scene.text(left) };
}

/** The statement of a branch, with brackets or without. */
function onlyOf(branch: Site | null): Site | null {
  if (branch?.node.type !== 'BlockStatement') return branch;
  const [only, more] = childList(branch, 'body');
  return more === undefined ? (only ?? null) : null;
}

export const commonEndFamilies: readonly Family[] = [
  { name: 'end of either case', share: 0.04, propose: inEitherCase },
  { name: 'way out for either', share: 0.03, propose: forEitherWay },
];
