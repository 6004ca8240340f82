// What the compilers of Java and C# complain of, with what is usually missing at such a place.
import { brief, type Proposal } from '../../../family.ts';
import type { CompilerComplaint } from '../../compiler-complaints.ts';
import {
  importLine,
  isImported,
  isInBlock,
  isJava,
  methodAround,
  parametersIn,
  placeOfImport,
  resultType,
  wordsOf,
} from '../../managed.ts';
import { csharpNamespace, javaClass } from '../../managed-library.ts';
import type { Family, Scene } from '../../scene.ts';
import { type Branch, below, fieldOf, namedChildren } from '../../tree.ts';
import { replaced } from '../names.ts';

/** Complaints of this file. */
function complaintsOf(scene: Scene): readonly CompilerComplaint[] {
  const own = scene.file.path;
  return scene.clues.complaints.compiler.filter(({ path }) => path === own || path.endsWith(`/${own}`) || own.endsWith(`/${path}`));
}

const UNKNOWN_TYPE = /symbol:\s+(?:class|variable) (\w+)|type or namespace name '(\w+)|The name '(\w+)' does not exist/;
const UNKNOWN_METHOD = /does not contain a definition for '(\w+)'/;

/** A class that is used and not imported. */
const imports: Family = {
  name: 'import left out',
  share: 0.8,
  anywhere: true,
  *propose(branch, scene) {
    if (branch !== scene.program || wordsOf(scene) === null) return;
    for (const { text } of complaintsOf(scene)) {
      const name = (UNKNOWN_TYPE.exec(text) ?? (isJava(scene) ? null : UNKNOWN_METHOD.exec(text)))?.slice(1).find(Boolean);
      if (name === undefined) continue;
      const known = isJava(scene) ? javaClass(name) : csharpNamespace(name);
      for (const from of known === null ? ownPackages(name, scene) : [known]) {
        if (isImported(from, scene)) continue;
        const line = importLine(from, scene);
        const at = placeOfImport(line, scene);
        yield { start: at, end: at, text: `${line}\n`, label: line, odds: 2 };
      }
    }
  },
};

/** Packages of the repository's own that hold a class of the name. */
function ownPackages(name: string, scene: Scene): readonly string[] {
  if (!isJava(scene)) return [];
  const paths = scene.clues.paths.filter((path) => path.endsWith(`/${name}.java`) && path !== scene.file.path);
  return paths.map((path) =>
    path
      .replace(/^.*?\bsrc\/(?:main\/|test\/)?(?:java\/)?/, '')
      .replace(/\.java$/, '')
      .replaceAll('/', '.'),
  );
}

/** Classes that look like the one nobody knows. */
const classes: Family = {
  name: 'no such class',
  share: 0.4,
  anywhere: true,
  *propose(branch, scene) {
    if (branch.type !== 'type_identifier') return;
    const own = scene.text(branch);
    if (!complaintsOf(scene).some(({ line, text }) => line === branch.line && text.includes(`class ${own}`))) return;
    const known = new Set(
      below(scene.program)
        .filter(({ type }) => type === 'type_identifier')
        .map(scene.text),
    );
    for (const name of known)
      if (name !== own && scene.alike(own, name) > 0.5) yield replaced(branch, name, `${own} -> ${name}`, scene.alike(own, name));
  },
};

/** Methods by which one collection or text is asked what another answers by a different name. */
const SAME: readonly (readonly string[])[] = [
  ['size()', 'length()', 'length'],
  ['Count', 'Length', 'Count()'],
  ['get', 'charAt'],
  ['add', 'put', 'push', 'append', 'offer', 'addLast'],
  ['contains', 'containsKey', 'containsValue'],
  ['Contains', 'ContainsKey', 'ContainsValue'],
  ['Add', 'Enqueue', 'Push', 'Append'],
  ['pop', 'poll', 'remove', 'removeFirst', 'pollFirst'],
  ['toList()', 'collect(Collectors.toList())'],
  ['stream()', 'values().stream()', 'entrySet().stream()', 'keySet().stream()'],
  ['entries()', 'entrySet()'],
  ['keys()', 'keySet()'],
];

/** A method that its object has not. */
const methods: Family = {
  name: 'no such method',
  share: 0.5,
  anywhere: true,
  *propose(branch, scene) {
    const { parent } = branch;
    if (parent === null || !/^(?:name|field)$/.test(branch.field ?? '') || !/invocation|access/.test(parent.type)) return;
    const own = scene.text(branch);
    const says = new RegExp(`symbol:\\s+(?:method|variable) ${own}\\b|definition for '${own}'`);
    if (!complaintsOf(scene).some(({ line, text }) => Math.abs(line - branch.line) <= 1 && says.test(text))) return;
    const list = fieldOf(parent, 'arguments');
    const isEmpty = list !== null && namedChildren(list).length === 0;
    const end = isEmpty ? list.end : branch.end;
    const written = isEmpty ? `${own}()` : own;
    for (const group of SAME.filter((each) => each.includes(written)))
      for (const other of group)
        if (other !== written) yield { start: branch.start, end, text: other, label: `${own} -> ${other}`, odds: 1.5 };
    for (const name of new Set([...scene.defined, ...scene.clues.declared, ...scene.clues.testNames.keys()]))
      if (name !== own && scene.alike(own, name) > 0.5) yield replaced(branch, name, `${own} -> ${name}`, scene.alike(own, name));
  },
};

const CONVERTED =
  /(?:from|type '?)\s*([\w<>,?[\] ]+?)'?\s+to '?([\w<>,?[\] ]+)|incompatible types: ([\w<>,? [\]]+) cannot be converted to ([\w<>,?[\] ]+)/;

/** A value of one type where another is asked for. */
const conversions: Family = {
  name: 'conversion',
  share: 0.5,
  anywhere: true,
  *propose(branch, scene) {
    const place = branch.parent?.type ?? '';
    const isValueHere =
      (branch.named && /^(?:return_statement|argument_list|argument)$/.test(place)) || /^(?:value|right)$/.test(branch.field ?? '');
    if (!isValueHere || wordsOf(scene) === null) return;
    for (const { line, text } of complaintsOf(scene)) {
      if (branch.line > line || branch.endLine < line || branch.end - branch.start > 200) continue;
      const [, lossy, narrow, from = lossy ?? '', to = narrow ?? ''] = CONVERTED.exec(text.replaceAll(/\n.*/gs, '')) ?? [];
      for (const [rank, made] of converted(scene.text(branch), from.trim(), to.trim(), isJava(scene)).entries())
        yield replaced(branch, made, `${brief(scene.text(branch))} as ${to}`, 1.5 / (1 + rank / 2));
    }
  },
};

/** How a value of a type is made one of another. */
function converted(value: string, from: string, to: string, java: boolean): readonly string[] {
  const bracketed = /^[\w.]+(?:\([^()]*\))?$/.test(value) ? value : `(${value})`;
  const outer = to.replace(/<.*/s, '');
  if (/^(?:int|long|short|byte|char|float|decimal)$/.test(to) && /^(?:double|float|long|int|decimal)$/.test(from))
    return java && /^(?:int|long)$/.test(to) && from === 'double'
      ? [`(${to}) ${bracketed}`, `(${to}) Math.round(${value})`]
      : [`(${to}) ${bracketed}`];
  if (/^(?:String|string)$/.test(to)) return java ? [`String.valueOf(${value})`] : [`${bracketed}.ToString()`];
  if (/^[Ss]tring$/.test(from) && /^(?:int|long|double|Integer|Long|Double)$/.test(to))
    return java ? [`${parserOf(to)}(${value})`] : [`${to}.Parse(${value})`];
  if (outer === 'Optional') return [`Optional.ofNullable(${value})`, `Optional.of(${value})`];
  if (/^(?:Stream|IEnumerable|IOrderedEnumerable)\b/.test(from.replace(/^.*\./, '')) && /List$/.test(outer))
    return java ? [`${bracketed}.toList()`, `${bracketed}.collect(Collectors.toList())`] : [`${bracketed}.ToList()`];
  if (java && outer === 'List') return [`new ArrayList<>(${value})`, `List.of(${value})`];
  if (java && outer === 'Set') return [`new LinkedHashSet<>(${value})`, `new HashSet<>(${value})`];
  return from === 'Object' || from === 'object' ? [`(${to}) ${bracketed}`] : [];
}

function parserOf(type: string): string {
  if (/^(?:int|Integer)$/.test(type)) return 'Integer.parseInt';
  return /^(?:long|Long)$/.test(type) ? 'Long.parseLong' : 'Double.parseDouble';
}

/** What stands for nothing of a type. */
export function emptyOf(type: string | null, java: boolean): readonly string[] {
  if (type === null || type === 'void') return [];
  if (/^(?:int|long|short|byte|double|float|decimal)$/.test(type)) return ['0', '-1'];
  if (/^bool(?:ean)?$/.test(type)) return ['false', 'true'];
  if (/^[sS]tring$/.test(type)) return ['""', 'null'];
  if (!java) return ['null', 'default'];
  const outer = type.replace(/<.*/s, '');
  if (outer === 'Optional') return ['Optional.empty()'];
  return /^(?:List|Set|Map)$/.test(outer) ? [`${outer}.of()`, 'null'] : ['null'];
}

/** A method that ends without the result it owes. */
const results: Family = {
  name: 'result owed',
  share: 0.5,
  anywhere: true,
  *propose(branch, scene) {
    if (branch.type !== 'method_declaration') return;
    const body = fieldOf(branch, 'body');
    const last = body === null ? undefined : namedChildren(body).at(-1);
    const owed = complaintsOf(scene).some(
      ({ line, text }) => /missing return statement|CS0161/.test(text) && line >= branch.line && line <= branch.endLine,
    );
    if (!owed || body === null || last === undefined) return;
    const type = resultType(branch, scene);
    const names = new Set<string>();
    for (const each of below(body))
      if (/variable_declaration$/.test(each.type) && each.parent === body) {
        const named = below(each).find(({ field }) => field === 'name');
        if (named !== undefined) names.add(scene.text(named));
      }
    const given = [...names, 'this', ...emptyOf(type, isJava(scene)), ...parametersIn(branch, scene).map(({ name }) => name)];
    if (last.type === 'expression_statement')
      yield { start: last.start, end: last.start, text: 'return ', label: `return ${brief(scene.text(last))}`, odds: 2 };
    for (const [rank, value] of given.entries()) {
      const text = `\n${scene.indent(last)}return ${value};`;
      yield { start: last.end, end: last.end, text, label: `return ${value} at the end`, odds: 1.5 / (1 + rank / 2) };
    }
  },
};

/** Modifiers that are missing or too many, a variable without a first value, an exception that is not told of. */
const declarationsTold: Family = {
  name: 'declaration corrected',
  share: 0.5,
  anywhere: true,
  *propose(branch, scene) {
    if (!/declarat|^variable_declarator$/.test(branch.type)) return;
    const named = fieldOf(branch, 'name') ?? below(branch).find(({ type }) => type === 'variable_declarator')?.children[0] ?? null;
    const name = named === null ? '' : scene.text(named);
    for (const complaint of scene.clues.complaints.compiler) yield* corrected(branch, name, complaint, scene);
  },
};

function* corrected(branch: Branch, name: string, { line, text, path }: CompilerComplaint, scene: Scene): Generator<Proposal> {
  const isHere = path.endsWith(scene.file.path) || scene.file.path.endsWith(path);
  const whole = scene.text(branch);
  const names = (pattern: RegExp): boolean => name !== '' && pattern.exec(text)?.[1] === name;
  const without = (word: string): Proposal | null => {
    const at = whole.search(new RegExp(`\\b${word}\\s`));
    if (at === -1) return null;
    return { start: branch.start + at, end: branch.start + at + word.length + 1, text: '', label: `${name} is not ${word}`, odds: 1.5 };
  };
  const isOfClass = /^(?:field|method|constructor)_declaration$/.test(branch.type);
  const dropped = [
    isHere && names(/final variable (\w+)/) ? without('final') : null,
    isHere && isOfClass && /readonly field|CS0191/.test(text) ? without('readonly') : null,
    isOfClass && names(/(\w+)(?:\([^)]*\))? has private access|'(?:[\w.]+\.)?(\w+)(?:\([^)]*\))?' is inaccessible/)
      ? without('private')
      : null,
  ];
  for (const each of dropped) if (each !== null) yield each;
  if (isHere && isOfClass && names(/non-static (?:method|variable) (\w+)/) && !/\bstatic\b/.test(whole.split('{')[0] ?? '')) {
    const at = branch.children.find(({ field, type }) => field === 'type' || type === 'type_parameters')?.start ?? branch.start;
    yield { start: at, end: at, text: 'static ', label: `${name} is static`, odds: 1 };
  }
  if (isHere && branch.type === 'variable_declarator' && names(/variable '?(\w+)'? (?:might not|is not) |local variable '(\w+)'/)) {
    const type = branch.parent === null ? null : fieldOf(branch.parent, 'type');
    for (const value of emptyOf(type === null ? null : scene.text(type), isJava(scene)))
      if (!whole.includes('=')) yield { start: branch.end, end: branch.end, text: ` = ${value}`, label: `${name} = ${value}`, odds: 1 };
  }
  const thrown = /unreported exception (?:[\w.]*\.)?(\w+)/.exec(text)?.[1];
  if (!isHere || thrown === undefined || branch.line > line || branch.endLine < line || !/^(?:method|constructor)_decl/.test(branch.type))
    return;
  const throwsTold = branch.children.find(({ type }) => type === 'throws');
  const at = throwsTold?.end ?? fieldOf(branch, 'parameters')?.end ?? branch.end;
  yield { start: at, end: at, text: throwsTold === undefined ? ` throws ${thrown}` : `, ${thrown}`, label: `throws ${thrown}`, odds: 1.5 };
}

/** Statements that no compiler takes: out of reach, declared twice, marked as overriding what is not there. */
const statements: Family = {
  name: 'statement corrected',
  share: 0.5,
  anywhere: true,
  *propose(branch, scene) {
    const told = complaintsOf(scene).filter(({ line }) => line === branch.line);
    if (told.length === 0) return;
    const says = (pattern: RegExp): boolean => told.some(({ text }) => pattern.test(text));
    if (branch.type === 'marker_annotation' && says(/does not override/)) yield replaced(branch, '', '@Override left out', 1);
    if (branch.type === 'local_variable_declaration' && says(/is already defined/)) {
      const type = fieldOf(branch, 'type');
      const named = branch.children.find(({ type: own }) => own === 'variable_declarator');
      if (type !== null && named !== undefined)
        yield { start: type.start, end: named.start, text: '', label: 'given a value, not declared again', odds: 1.5 };
    }
    if (isInBlock(branch, scene) && says(/unreachable statement/)) yield replaced(branch, '', `${brief(scene.text(branch))} left out`, 1);
    if (branch.type === 'method_declaration' && says(/weaker access privileges; was public/)) {
      const [modifiers] = branch.children;
      if (modifiers?.type !== 'modifiers') yield { start: branch.start, end: branch.start, text: 'public ', label: 'public', odds: 1.5 };
      else if (/private|protected/.test(scene.text(modifiers)))
        yield replaced(modifiers, scene.text(modifiers).replace(/private|protected/, 'public'), 'public', 1.5);
    }
    if (branch.type === 'identifier' && methodAround(branch, scene) !== null && says(/int cannot be dereferenced/))
      yield* primitives(branch, scene);
  },
};

/** `count.equals(other)` of numbers. */
function* primitives({ parent }: Branch, scene: Scene): Generator<Proposal> {
  const [, left, right] = /^(\w+)\.equals\((.*)\)$/s.exec(parent === null ? '' : scene.text(parent)) ?? [];
  if (parent !== null && left !== undefined && right !== undefined)
    yield replaced(parent, `${left} == ${right}`, `${left} == ${right}`, 1.5);
}

export const managedCompilerFamilies: readonly Family[] = [imports, classes, methods, conversions, results, declarationsTold, statements];
