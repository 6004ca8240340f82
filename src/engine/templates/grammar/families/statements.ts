import { brief } from '../../family.ts';
import { deeper } from '../python.ts';
import { type Family, isPython, type Scene } from '../scene.ts';
import { above, type Branch, below, fieldOf, namedChildren, nearest } from '../tree.ts';
import { replaced, swapped } from './names.ts';

function isStatement(branch: Branch, { language }: Scene): boolean {
  return (
    branch.named &&
    branch.parent !== null &&
    language.blocks.has(branch.parent.type) &&
    !/comment|definition|import|package|php_tag|use_declaration|^(?:class|interface|trait|enum)_declaration/.test(branch.type) &&
    !isBareString(branch)
  );
}

/** What documents a function of Python, and does nothing. */
function isBareString(branch: Branch): boolean {
  const [only, more] = namedChildren(branch);
  return branch.type === 'expression_statement' && more === undefined && only?.type === 'string';
}

/** An early end for a case that the function does not expect. */
const guards: Family = {
  name: 'guard',
  share: 0.06,
  *propose(branch, scene) {
    const { language } = scene;
    if (!isStatement(branch, scene) || nearest(branch, language.functions) === null) return;
    const indent = scene.indent(branch);
    const first = branch.parent?.children[0] === branch || branch.index <= 1;
    const inLoop = [...above(branch)].find((at) => language.loops.has(at.type) || language.functions.has(at.type));
    const bodies = returnsOf(branch, scene).map((value) => `return ${value}`);
    if (inLoop !== undefined && language.loops.has(inLoop.type)) bodies.push('continue', 'break');
    // With its own condition in front of it, the statement would never do anything.
    const test = fieldOf(branch, 'condition') ?? fieldOf(namedChildren(branch)[0] ?? branch, 'condition');
    const own = test === null ? null : scene.text(test).replace(/^\((.*)\)$/s, '$1');
    for (const [rank, condition] of guardConditions(branch, scene).entries()) {
      if (condition === own) continue;
      for (const [order, body] of bodies.entries()) {
        const text = language.guard(condition, body, indent);
        const odds = (first ? 1 : 0.4) / (1 + rank / 5) / (1 + order / 3);
        yield { start: branch.start, end: branch.start, text, label: `if ${condition}: ${brief(body)} added`, odds };
      }
    }
  },
};

/** Statements exchanged, repeated, left out, and moved in or out of the block they stand in. */
const order: Family = {
  name: 'statement order',
  share: 0.04,
  *propose(branch, scene) {
    if (!isStatement(branch, scene)) return;
    const next = branch.parent?.children.slice(branch.index + 1).find((one) => one.named);
    if (next !== undefined && next.field !== 'alternative')
      yield swapped(branch, next, scene, `${brief(scene.text(branch))} moved down`, 0.6);
    if (isPython(scene)) yield* moved(branch, scene);
  },
};

/** In Python the indentation alone says which block a statement belongs to. */
function* moved(branch: Branch, scene: Scene): Generator<ReturnType<typeof replaced>> {
  const { text } = scene.file;
  const indent = scene.indent(branch);
  const from = branch.start - indent.length;
  const block = branch.parent;
  const owner = block?.parent ?? null;
  const lines = (by: (line: string) => string): string => text.slice(from, branch.end).split('\n').map(by).join('\n');
  const last = block?.children.at(-1) === branch;
  // Behind a function that is in none, there is nothing to return from.
  const isOutermost = owner?.type === 'function_definition' && nearest(owner, scene.language.functions) === null;
  if (last && owner !== null && !isOutermost && block?.type === 'block' && indent.length >= 4 && block.children.length > 1) {
    const less = indent.length - scene.indent(owner).length;
    yield {
      start: from,
      end: branch.end,
      text: lines((line) => line.slice(less)),
      label: `${brief(scene.text(branch))} moved out of the block`,
      odds: 1.5,
    };
  }
  const before = block?.children.slice(0, branch.index).findLast((one) => one.named);
  if (before !== undefined && /^(for|while|if|with|try)_statement$/.test(before.type)) {
    const step = deeper(indent).slice(indent.length);
    yield {
      start: from,
      end: branch.end,
      text: lines((line) => step + line),
      label: `${brief(scene.text(branch))} moved into the block before`,
      odds: 1.2,
    };
  }
}

/** A return of something else; a return where there was none. */
const returns: Family = {
  name: 'return',
  share: 0.05,
  *propose(branch, scene) {
    const { language } = scene;
    const isReturn = language.returns.has(branch.type);
    if (!isReturn) return;
    const value = namedChildren(branch)[0] ?? null;
    for (const [rank, other] of returnsOf(branch, scene).entries()) {
      const text = `return ${other}`;
      if (value === null || scene.text(value) !== other) {
        const end = value?.end ?? branch.end;
        yield { start: branch.start, end, text, label: `${brief(scene.text(branch))} -> ${brief(text)}`, odds: 1 / (1 + rank / 5) };
      }
    }
    if (value !== null) yield* exchangedResults(branch, value, scene);
  },
};

/** Returns looked at behind one that is exchanged for another. */
const mostLaterReturns = 3;

/** The result of this return and that of a later one of the function, the one for the other. */
function* exchangedResults(branch: Branch, value: Branch, scene: Scene): Generator<ReturnType<typeof replaced>> {
  const { functions, returns: types } = scene.language;
  const scope = nearest(branch, functions);
  const later = below(scope ?? branch).filter(
    (each) => each.start > branch.end && types.has(each.type) && nearest(each, functions) === scope,
  );
  for (const each of later.slice(0, mostLaterReturns)) {
    const other = namedChildren(each)[0];
    if (other !== undefined && scene.text(other) !== scene.text(value))
      yield swapped(value, other, scene, `results exchanged: ${brief(scene.text(value))} and ${brief(scene.text(other))}`, 1);
  }
}

/** A statement left out: last, as it overfits most easily. */
const deletion: Family = {
  name: 'statement deleted',
  share: 0.015,
  *propose(branch, scene) {
    if (!isStatement(branch, scene)) return;
    const single = namedChildren(branch.parent ?? branch).length === 1;
    const text = isPython(scene) && single ? 'pass' : '';
    yield replaced(branch, text, `${brief(scene.text(branch))} deleted`, 1);
  },
};

/** `elif` and `if`, `break` and `continue`, a branch that falls to the other side. */
const branches: Family = {
  name: 'branch',
  share: 0.03,
  tokens: true,
  *propose(branch, scene) {
    if (!branch.named && branch.type === 'elif') yield replaced(branch, 'if', 'elif -> if', 1);
    if (/^(break|continue)_statement$/.test(branch.type)) {
      const own = scene.text(branch);
      const other = own.startsWith('break') ? own.replace('break', 'continue') : own.replace('continue', 'break');
      yield replaced(branch, other, `${own} -> ${other}`, 1);
    }
    if (branch.type === 'if_statement' || branch.type === 'if_expression') {
      const [then, otherwise] = sidesOf(branch);
      if (then !== null && otherwise !== null) yield swapped(then, otherwise, scene, 'branches exchanged', 0.6);
    }
    if (!/^(conditional_expression|ternary_expression|conditional)$/.test(branch.type)) return;
    const [one, , other] = namedChildren(branch);
    if (one !== undefined && other !== undefined) yield swapped(one, other, scene, 'results of the condition swapped', 1);
  },
};

/** What an if does, and what its `else` does; null where there is none, or where it asks something else first. */
function sidesOf(branch: Branch): readonly [Branch | null, Branch | null] {
  const then = fieldOf(branch, 'consequence') ?? fieldOf(branch, 'body');
  const alternatives = branch.children.filter(({ field }) => field === 'alternative');
  const [only] = alternatives;
  if (then === null || only === undefined || alternatives.length > 1) return [then, null];
  const otherwise = only.type === then.type ? only : (fieldOf(only, 'body') ?? namedChildren(only)[0] ?? null);
  return [then, otherwise?.type === then.type ? otherwise : null];
}

/** One more step where something is counted, collected or stored: the statement of a similar place with one of this place's names. */
const insertions: Family = {
  name: 'statement inserted',
  share: 0.03,
  *propose(branch, scene) {
    if (!isStatement(branch, scene)) return;
    const indent = scene.indent(branch);
    const scope = nearest(branch, scene.language.functions);
    if (scope === null) return;
    const donors = new Set<string>();
    const collect = (at: Branch): void => {
      for (const child of at.children) {
        if (isStatement(child, scene) && child.endLine === child.line && child.end - child.start < 80 && child !== branch)
          donors.add(scene.text(child));
        collect(child);
      }
    };
    collect(scope);
    for (const [rank, donor] of [...donors].slice(0, 12).entries()) {
      const odds = 1 / (1 + rank / 4);
      yield { start: branch.start, end: branch.start, text: `${donor}\n${indent}`, label: `${brief(donor)} added before`, odds };
      yield { start: branch.end, end: branch.end, text: `\n${indent}${donor}`, label: `${brief(donor)} added after`, odds };
    }
  },
};

export const statementFamilies: readonly Family[] = [guards, order, returns, branches, insertions, deletion];

/** What the function returns elsewhere, its names, and the usual constants. */
function returnsOf(branch: Branch, scene: Scene): readonly string[] {
  const { language } = scene;
  const scope = nearest(branch, language.functions);
  const found = new Set<string>();
  const collect = (at: Branch): void => {
    for (const child of at.children) {
      const value = language.returns.has(child.type) ? namedChildren(child)[0] : undefined;
      if (value !== undefined && value.end - value.start < 60) found.add(scene.text(value));
      collect(child);
    }
  };
  if (scope !== null) collect(scope);
  const constants = [language.false, language.true, '0', '1', '-1', ...(language.nothing === null ? [] : [language.nothing])];
  const empty = language.name === 'python' ? ['[]', '""', '{}'] : language.name === 'go' ? [] : ['""'];
  for (const other of [...scene.variables(branch).slice(0, 6), ...constants, ...empty]) found.add(other);
  return [...found].slice(0, 18);
}

/** Conditions worth a way out of their own: those about what the function is given. */
function guardConditions(branch: Branch, scene: Scene): readonly string[] {
  const { language } = scene;
  const scope = nearest(branch, language.functions);
  const list = scope === null ? null : fieldOf(scope, 'parameters');
  const params = list === null ? [] : namedChildren(list).map((one) => scene.text(fieldOf(one, 'name') ?? namedChildren(one)[0] ?? one));
  const given = params.map((name) => name.replace(/[:=].*$/s, '').trim());
  const names = [...new Set(given.filter((name) => /^\$?\w+$/.test(name) && !/^(?:self|cls)$/.test(name)))].slice(0, 3);
  const checks = names.flatMap((name) => {
    const zero = ['== 0', '< 0', '== 1', '<= 1', '< 2', '<= 0', '> 0'].map((test) => `${name} ${test}`);
    return language.name === 'python' ? [`not ${name}`, ...zero.slice(0, 5), `len(${name}) < 2`, `${name} is None`] : zero;
  });
  return [...checks, ...scene.conditions(branch).slice(0, 8)].slice(0, 24);
}
