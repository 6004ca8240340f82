// The answer that a failing test waits for, given in the case that the code does not know yet.
import { brief, type Proposal } from '../family.ts';
import { type Family, insert, replace, type Scene } from '../scene.ts';
import { functionOf, isListed, isRead } from '../shape.ts';
import type { Site } from '../tree.ts';
import { conditionNames, donorConditions, testsOf } from './conditions.ts';
import { indentOf } from './missing.ts';

const MOST_NAMES = 5;
const MOST_ANSWERS = 2;

/** When the answer may be due, likeliest first: a value is unfit, then anything the function asks elsewhere. */
function occasions(site: Site, scene: Scene): [string, number][] {
  const found: [string, number][] = [];
  for (const [at, name] of conditionNames(site, scene).slice(0, MOST_NAMES).entries()) {
    for (const [test, odds] of testsOf(name, site, scene)) {
      const unfit = /^!|=== (undefined|null|0|'')$|== null|!== '|< [01]|'undefined'/.test(test);
      found.push([test, (odds * (unfit ? 1 : 0.3)) / (1 + at / 2)]);
    }
  }
  for (const [donor, odds] of donorConditions(site, scene, 4)) found.push([donor, odds * 0.3]);
  return found.sort((a, b) => b[1] - a[1]).slice(0, 50);
}

/** `if (test) return answer;` before a statement of a function's body. */
function* guard(site: Site, scene: Scene): Generator<Proposal> {
  const answers = scene.clues.answers.slice(0, MOST_ANSWERS);
  if (answers.length === 0 || !isListed(site) || site.node.type === 'FunctionDeclaration') return;
  const fn = functionOf(site);
  if (fn === null || !scene.words.returns.has(fn)) return;
  const early = site.parent?.parent === fn && site.index < 4 ? 1 : 0.4;
  for (const [test, odds] of occasions(site, scene)) {
    for (const answer of answers) {
      const text = `if (${test}) return ${answer};\n${indentOf(site, scene)}`;
      yield insert(site.start, text, `answers ${answer} if ${brief(test)}`, odds * early);
    }
  }
}

/** `return x` -> `return test ? answer : x`. */
function* otherwise(site: Site, scene: Scene): Generator<Proposal> {
  const returned = site.key === 'argument' && site.parent?.node.type === 'ReturnStatement';
  const arrow = site.key === 'body' && site.parent?.node.type === 'ArrowFunctionExpression';
  if ((!returned && !arrow) || !isRead(site) || /Conditional|Assignment|Sequence|Object/.test(site.node.type)) return;
  for (const answer of scene.clues.answers.slice(0, MOST_ANSWERS)) {
    if (answer === scene.text(site)) continue;
    for (const [test, odds] of occasions(site, scene).slice(0, 24)) {
      yield replace(site, `${test} ? ${answer} : ${scene.operand(site)}`, `answers ${answer} if ${brief(test)}`, odds);
    }
  }
}

export const expectedFamilies: readonly Family[] = [
  { name: 'expected answer', share: 0.06, propose: guard },
  { name: 'expected answer otherwise', share: 0.02, propose: otherwise },
];
