// A check that a function of Rust makes and the one beside it does not, in the names of that one.
import { brief } from '../../../family.ts';
import { freeNames, functionAround, isInBlock, isRust, parametersOf } from '../../rust.ts';
import type { Family, Scene } from '../../scene.ts';
import { above, type Branch, below, fieldOf, namedChildren } from '../../tree.ts';

/** An early end of a function: `if test { return E; }`, with what its variables are in that function. */
interface Check {
  readonly text: string;
  readonly fn: Branch;
  readonly names: readonly string[];
  readonly statement: Branch;
}

const checks = new WeakMap<Branch, readonly Check[]>();

function checksIn(scene: Scene): readonly Check[] {
  const known = checks.get(scene.program);
  if (known !== undefined) return known;
  const found = below(scene.program).flatMap((branch): Check[] => {
    const statement = branch.type === 'if_expression' && fieldOf(branch, 'alternative') === null ? branch.parent : null;
    const body = fieldOf(branch, 'consequence');
    const fn = functionAround(branch);
    if (statement === null || !isInBlock(statement) || body === null || fn === null) return [];
    const [only, more] = namedChildren(body);
    const text = scene.text(statement);
    if (only === undefined || more !== undefined || !/^(?:return|continue)\b/.test(scene.text(only)) || text.length > 260) return [];
    return [{ text, fn, names: freeNames(text), statement }];
  });
  checks.set(scene.program, found);
  return found;
}

/** How a variable comes about: the text of its definition with its names left out, or the type of a parameter. */
interface Origin {
  readonly name: string;
  readonly shape: string;
  readonly names: readonly string[];
  readonly end: number;
}

const origins = new WeakMap<Branch, readonly Origin[]>();

function originsIn(fn: Branch, scene: Scene): readonly Origin[] {
  const known = origins.get(fn);
  if (known !== undefined) return known;
  const given = parametersOf(fn, scene).map(
    ({ name, type }): Origin => ({ name, shape: type, names: [], end: fieldOf(fn, 'body')?.start ?? fn.start }),
  );
  const set = below(fn).flatMap((branch): Origin[] => {
    const [pattern, value] = branch.type === 'let_declaration' ? [fieldOf(branch, 'pattern'), fieldOf(branch, 'value')] : [null, null];
    if (pattern?.type !== 'identifier' || value === null || value.end - value.start > 160) return [];
    const names = freeNames(scene.text(value));
    return [
      {
        name: scene.text(pattern),
        shape: names.reduce((text, name) => text.replace(new RegExp(`\\b${name}\\b`, 'g'), '_'), scene.text(value)),
        names,
        end: branch.end,
      },
    ];
  });
  const looped = below(fn).flatMap((branch): Origin[] => {
    const pattern = branch.type === 'for_expression' ? fieldOf(branch, 'pattern') : null;
    const body = fieldOf(branch, 'body');
    return pattern?.type === 'identifier' && body !== null ? [{ name: scene.text(pattern), shape: 'for', names: [], end: body.start }] : [];
  });
  const found = [...given, ...set, ...looped];
  origins.set(fn, found);
  return found;
}

type Renaming = ReadonlyMap<string, string>;

/** The ways in which the names of a check may stand for names of another function: by what they are made of, or by their types. */
function renamings(check: Check, own: readonly Origin[], theirs: readonly Origin[]): readonly Renaming[] {
  let found: Renaming[] = [new Map()];
  const ordered = [...check.names].sort((a, b) => Number(isMade(b, theirs)) - Number(isMade(a, theirs)));
  for (const name of ordered) {
    const origin = theirs.find((each) => each.name === name);
    if (origin === undefined) return [];
    found = found.flatMap((before): Renaming[] => {
      if (before.has(name)) return [before];
      const same = own.filter((each) => each.shape === origin.shape && each.names.length === origin.names.length);
      const exact = same.filter((each) => each.name === name);
      return (exact.length > 0 ? exact : same)
        .slice(0, 3)
        .map(
          (each) =>
            new Map([...before, [name, each.name], ...origin.names.map((inner, at): [string, string] => [inner, each.names[at] ?? inner])]),
        );
    });
    if (found.length > 12) return [];
  }
  return found;
}

function isMade(name: string, theirs: readonly Origin[]): boolean {
  return theirs.some((each) => each.name === name && each.names.length > 0);
}

function renamed(text: string, names: Renaming): string {
  return text
    .replace(/(?<![\w.])(?!\w+:)[a-z_]\w*\b/g, (word) => names.get(word) ?? word)
    .replace(/\{(\w+)([:}])/g, (_whole, word: string, end: string) => `{${names.get(word) ?? word}${end}`);
}

/** A check that a function beside makes, and this one does not. */
const missedCheck: Family = {
  name: 'check of a function beside',
  share: 0.1,
  *propose(branch, scene) {
    const fn = functionAround(branch);
    if (!isRust(scene) || fn === null || !isInBlock(branch)) return;
    const body = scene.text(fn).replace(/\s+/g, '');
    const own = originsIn(fn, scene).filter(({ end }) => end <= branch.start);
    const inLoop =
      [...above(branch)].find(({ type }) => /^(?:for|while|loop)_expression$|^function_item$/.test(type))?.type !== 'function_item';
    let rank = 0;
    for (const check of checksIn(scene)) {
      if (check.fn === fn || !returnsAlike(check, fn, scene) || (/\bcontinue;/.test(check.text) && !inLoop)) continue;
      for (const names of renamings(check, own, originsIn(check.fn, scene))) {
        const text = reindented(renamed(check.text, names), scene.indent(check.statement), scene.indent(branch));
        const test = /^if ([\s\S]*?) \{/.exec(text)?.[1] ?? '';
        if (body.includes(text.replace(/\s+/g, '')) || body.includes(`if${test.replace(/\s+/g, '')}{`)) continue;
        const ends = [...names.values()].map((name) => own.findLast((each) => each.name === name)?.end ?? 0);
        const isFirst = branch.parent?.parent === fn && isBehindAll(branch, Math.max(0, ...ends), own);
        if (!isFirst && namedChildren(branch.parent ?? branch)[0] !== branch) continue;
        const odds = ((isFirst ? 1 : 0.4) * underflows(test, scene)) / (1 + rank++ / 4);
        yield { start: branch.start, end: branch.start, text: `${text}\n${scene.indent(branch)}`, label: `${brief(text)} added`, odds };
        if (rank >= 8) return;
      }
    }
  },
};

/** Where a difference went below 0, a check of what is smaller is likelier. */
function underflows(test: string, { clues }: Scene): number {
  return clues.complaints.rust.overflow.has('subtract') && /[<>]/.test(test) ? 4 : 1;
}

/** Whether a statement is behind the last thing that a check needs: the first, or behind the definitions that follow that. */
function isBehindAll(branch: Branch, end: number, own: readonly Origin[]): boolean {
  const before = namedChildren(branch.parent ?? branch).filter((each) => each.start >= end && each.end <= branch.start);
  return before.every((each) => each.type === 'let_declaration' && own.some((origin) => origin.end === each.end)) || before.length <= 1;
}

/** Whether the result of a check may be that of another function. */
function returnsAlike(check: Check, fn: Branch, scene: Scene): boolean {
  const type = (of: Branch): string => scene.text(fieldOf(of, 'return_type') ?? of).slice(0, 200);
  const result = /return ?([^;]*);/.exec(check.text)?.[1] ?? '';
  if (/\bcontinue;/.test(check.text)) return true;
  const [one, other] = [type(check.fn), type(fn)];
  if (fieldOf(check.fn, 'return_type') === null || fieldOf(fn, 'return_type') === null)
    return fieldOf(check.fn, 'return_type') === fieldOf(fn, 'return_type');
  if (one === other) return true;
  const error = (each: string): string => /Result<.*,\s*([^<>]+)>$/s.exec(each)?.[1] ?? (/Result<[^,]*>$/.test(each) ? 'own' : each);
  return result.startsWith('Err(') ? error(one) === error(other) : result === 'None' && /^Option\b/.test(one) && /^Option\b/.test(other);
}

function reindented(text: string, from: string, to: string): string {
  return text
    .split('\n')
    .map((line, index) => (index > 0 && line.startsWith(from) ? to + line.slice(from.length) : line))
    .join('\n');
}

export const rustCheckFamilies: readonly Family[] = [missedCheck];
