import type { Clues } from '../clues.ts';
import type { FamilyOf } from '../family.ts';
import { likenessKept } from '../names.ts';
import type { SourceFile } from '../types.ts';
import { type Language, languageOf } from './languages.ts';
import { readTree } from './loader.ts';
import { isPythonTarget } from './targets.ts';
import { type Branch, below, fieldOf, namedChildren, nearest } from './tree.ts';

export type Family = FamilyOf<Branch, Scene>;

/** A parsed file with what the families ask about it. */
export interface Scene {
  readonly file: SourceFile;
  readonly language: Language;
  readonly program: Branch;
  readonly clues: Clues;
  text(branch: Branch): string;
  /** Names used in the function around a place (in the whole file outside of one), most used first. */
  names(branch: Branch): readonly string[];
  /** Those of them that hold a value: functions and types that are only called are left out. */
  variables(branch: Branch): readonly string[];
  /** Conditions, values and numbers of the function around a place, then of the file. */
  conditions(branch: Branch): readonly string[];
  values(branch: Branch): readonly string[];
  numbers(branch: Branch): readonly string[];
  /** Names of modules, which are no values: Python imports them like any other name. */
  readonly modules: ReadonlySet<string>;
  /** Functions and methods that the file defines. */
  readonly defined: readonly string[];
  /** Members that are read somewhere in the file. */
  readonly members: readonly string[];
  readonly strings: readonly string[];
  alike(a: string, b: string): number;
  /** Indentation of the line on which a branch starts. */
  indent(branch: Branch): string;
}

/** Of a family that knows Python alone. */
export function isPython({ language }: Scene): boolean {
  return language.name === 'python';
}

const mostNames = 40;
const mostDonors = 30;

/** Parses a file; null where no grammar is loaded for it or where it does not parse. */
export function openScene(file: SourceFile, clues: Clues): Scene | null {
  const language = languageOf(file.path);
  const tree = language === null ? null : readTree(language, file.text);
  return language === null || tree === null || tree.hasError ? null : sceneOf(file, language, tree.program, clues);
}

function sceneOf(file: SourceFile, language: Language, program: Branch, clues: Clues): Scene {
  const text = (branch: Branch): string => file.text.slice(branch.start, branch.end);
  const scopeOf = (branch: Branch): Branch => nearest(branch, language.functions) ?? program;
  const perScope = <T>(make: (scope: Branch) => T): ((branch: Branch) => T) => {
    const known = new Map<Branch, T>();
    return (branch) => {
      const scope = scopeOf(branch);
      const found = known.get(scope) ?? make(scope);
      known.set(scope, found);
      return found;
    };
  };
  const inFile = donorsIn(program, language, text);
  const modules = modulesIn(program, language, text);
  const donors = perScope((scope) => donorsIn(scope, language, text));
  const together = (own: readonly string[], all: readonly string[]): readonly string[] =>
    [...new Set([...own, ...all])].slice(0, mostDonors);
  return {
    file,
    language,
    program,
    clues,
    text,
    names: perScope((scope) => namesIn(scope, program, language, text)),
    variables: perScope((scope) => namesIn(scope, program, language, text, isVariable).filter((name) => !modules.has(name))),
    conditions: (branch) => together(donors(branch).conditions, inFile.conditions),
    values: (branch) => together(donors(branch).values, []),
    numbers: (branch) => together(donors(branch).numbers, inFile.numbers),
    modules,
    defined: definedIn(program, language, text),
    members: inFile.members.slice(0, mostNames),
    strings: inFile.strings.slice(0, mostDonors),
    alike: likenessKept(),
    indent: (branch) => {
      const from = file.text.lastIndexOf('\n', branch.start - 1) + 1;
      return /^[ \t]*/.exec(file.text.slice(from, branch.start))?.[0] ?? '';
    },
  };
}

interface Donors {
  readonly conditions: readonly string[];
  readonly values: readonly string[];
  readonly numbers: readonly string[];
  readonly members: readonly string[];
  readonly strings: readonly string[];
}

function donorsIn(scope: Branch, language: Language, text: (branch: Branch) => string): Donors {
  const [conditions, values, numbers, members, strings] = [
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
  ];
  for (const branch of below(scope)) {
    if (!branch.named || branch.end - branch.start > 80) continue;
    const words = text(branch);
    if (words.includes('\n')) continue;
    if (isCondition(branch, language)) conditions.add(words);
    if (isValue(branch, language)) values.add(words);
    if (isNumber(branch)) numbers.add(words);
    if (isMember(branch, language)) members.add(words);
    if (language.strings.has(branch.type)) strings.add(words);
  }
  return { conditions: [...conditions], values: [...values], numbers: [...numbers], members: [...members], strings: [...strings] };
}

/** `import a.b` binds `a`, `import a as b` binds `b`; what is imported from a module may be anything, and so what is given another value somewhere. */
function modulesIn(program: Branch, language: Language, text: (branch: Branch) => string): ReadonlySet<string> {
  const modules = new Set<string>();
  if (language.name !== 'python') return modules;
  const branches = below(program);
  for (const one of branches.filter(({ type }) => type === 'import_statement'))
    for (const name of namedChildren(one)) modules.add(text(fieldOf(name, 'alias') ?? name).replace(/\..*/s, ''));
  for (const branch of branches) if (isPythonTarget(branch) || isParameter(branch)) modules.delete(text(branch));
  return modules;
}

function isParameter(branch: Branch): boolean {
  const list = branch.field === 'name' || branch.parent?.type === 'typed_parameter' ? branch.parent?.parent : branch.parent;
  return branch.type === 'identifier' && /^(?:lambda_)?parameters$/.test(list?.type ?? '');
}

function definedIn(program: Branch, language: Language, text: (branch: Branch) => string): readonly string[] {
  const names = below(program).flatMap((branch) => (language.functions.has(branch.type) ? (fieldOf(branch, 'name') ?? []) : []));
  return [...new Set(names.map(text))];
}

function namesIn(
  scope: Branch,
  program: Branch,
  language: Language,
  text: (branch: Branch) => string,
  counts: (branch: Branch, language: Language) => boolean = () => true,
): readonly string[] {
  const count = new Map<string, number>();
  const add = (root: Branch, weight: number): void => {
    for (const branch of below(root)) {
      if (language.identifiers.has(branch.type) && !isMember(branch, language) && counts(branch, language))
        count.set(text(branch), (count.get(text(branch)) ?? 0) + weight);
    }
  };
  add(scope, 10);
  // What the whole module knows: its functions and constants.
  if (scope !== program) {
    for (const child of namedChildren(program)) {
      const name = fieldOf(child, 'name');
      if (name !== null && counts(name, language)) count.set(text(name), (count.get(text(name)) ?? 0) + 1);
    }
  }
  return [...count]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, mostNames)
    .map(([name]) => name);
}

/** A name where it stands for a value: neither called nor the name of a definition. */
function isVariable({ parent, field }: Branch, { calls, functions }: Language): boolean {
  if (parent === null || /type|class/.test(parent.type)) return false;
  return !(calls.has(parent.type) && /^(function|name|method)$/.test(field ?? '')) && !(functions.has(parent.type) && field === 'name');
}

export function isNumber(branch: Branch): boolean {
  return (
    branch.named &&
    branch.children.length === 0 &&
    /int|float|number|decimal|real_literal/.test(branch.type) &&
    !/type|string|interp/.test(branch.type)
  );
}

/** A name behind a dot. */
export function isMember(branch: Branch, language: Language): boolean {
  if (language.members.has(branch.type)) return language.name !== 'php' || isPhpMember(branch);
  return (
    language.identifiers.has(branch.type) &&
    /^(attribute|field|property|method)$/.test(branch.field ?? '') &&
    branch.parent?.type !== 'keyword_argument'
  );
}

/** PHP's grammar calls every word a name: of classes, functions and namespaces as well. */
function isPhpMember({ field, parent }: Branch): boolean {
  return field === 'name' && /(?:member|scoped)_.*_expression$/.test(parent?.type ?? '');
}

/** The test of a branch or loop, or an operand of one. */
export function isCondition(branch: Branch, language: Language): boolean {
  if (!branch.named) return false;
  if (branch.field === 'condition') return branch.type !== 'parenthesized_expression';
  const { parent } = branch;
  if (parent === null) return false;
  if (parent.type === 'parenthesized_expression') return isCondition(parent, language) || parent.field === 'condition';
  if (parent.type === 'if_clause') return true;
  const joins = parent.children.some((child) => !child.named && (child.type === language.and || child.type === language.or));
  return joins && language.binary.has(parent.type);
}

/** Something that is computed or named: what stands at the right of an assignment, in a return or as an argument. */
export function isValue(branch: Branch, language: Language): boolean {
  const { parent } = branch;
  if (!branch.named || parent === null || language.blocks.has(branch.type)) return false;
  if (language.returns.has(parent.type) || language.argumentLists.has(parent.type)) return true;
  return branch.field === 'right' || branch.field === 'value' || language.binary.has(parent.type) || language.subscripts.has(parent.type);
}
