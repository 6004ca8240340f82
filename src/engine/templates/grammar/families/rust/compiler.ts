// What the compiler of Rust refuses: its own advice, a pattern that no arm covers, a field that is not given, a number of another type.
import { brief, hasWord, type Proposal } from '../../../family.ts';
import { declaredIn, earlyResults, functionAround, isRust, nothingOf, ownFields, typesIn, type Variant } from '../../rust.ts';
import type { Advice } from '../../rust-complaints.ts';
import type { Family, Scene } from '../../scene.ts';
import { type Branch, below, fieldOf, namedChildren, nearest } from '../../tree.ts';

const MOST_ADVICE = 12;
/** A file of the program itself stands behind what the message says of the whole suite. */
const OF_PROGRAM = 40;

function isOf(path: string, { file }: Scene): boolean {
  return file.path === path || file.path.endsWith(`/${path}`);
}

/** As the compiler advises, and what people write in place of what it advises. */
const advised: Family = {
  name: 'advice of the compiler',
  share: 0.5,
  anywhere: true,
  *propose(branch, scene) {
    if (!isRust(scene) || branch !== scene.program) return;
    const own = scene.clues.complaints.rust.advice.filter(({ path }) => isOf(path, scene));
    for (const [rank, advice] of own.slice(0, MOST_ADVICE).entries())
      for (const [order, text] of rewritten(scene.file.text, advice)
        .flatMap(inOtherWords)
        .flatMap((change) => filledIn(change, scene))
        .entries())
        yield { ...text, label: brief(advice.said), odds: OF_PROGRAM / (1 + rank / 2) / (1 + order / 3) };
  },
};

type Change = Omit<Proposal, 'label' | 'odds'>;

/** The text of the lines that an advice changes; two of them where it does not say whether a line is added. */
function rewritten(text: string, { rewritings }: Advice): readonly Change[] {
  const lines = text.split('\n');
  const starts = lines.map(() => 0);
  for (let at = 1; at < lines.length; at++) starts[at] = (starts[at - 1] ?? 0) + (lines[at - 1] ?? '').length + 1;
  const first = Math.min(...rewritings.map(({ line }) => line)) - 1;
  const last = Math.max(...rewritings.map(({ line, lines, removed, unsure }) => line - 1 + (unsure ? lines.length : removed)));
  if (first < 0 || last > lines.length || rewritings.some((each) => each.lines.some((line) => line.includes('todo!(')))) return [];
  const ways = rewritings.some(({ unsure }) => unsure) ? [false, true] : [false];
  return ways.flatMap((all): Change[] => {
    const made: string[] = [];
    let at = first;
    for (const { line, removed, lines: put, unsure } of [...rewritings].sort((a, b) => a.line - b.line)) {
      made.push(...lines.slice(at, line - 1), ...put);
      at = line - 1 + (all && unsure ? put.length : removed);
      if (removed === 1 && put.length === 1 && !areAlike(lines[line - 1] ?? '', put[0] ?? '')) return [];
    }
    made.push(...lines.slice(at, last));
    const [start, end] = [starts[first] ?? text.length, last < lines.length ? (starts[last] ?? text.length) : text.length];
    return [{ start, end, text: made.map((line) => `${line}\n`).join('') }];
  });
}

/** Whether one line may have been made of the other: the message may speak of another file. */
function areAlike(one: string, other: string): boolean {
  const [a, b] = [one.trim(), other.trim()];
  let [head, tail] = [0, 0];
  const most = Math.min(a.length, b.length);
  while (head < most && a[head] === b[head]) head++;
  while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return head + tail >= most * 0.4 || isWithin(a, b) || isWithin(b, a);
}

/** Whether a text has all characters of another one in their order. */
function isWithin(part: string, whole: string): boolean {
  let at = 0;
  for (const character of whole) if (character === part[at]) at++;
  return at === part.length;
}

/** The compiler advises what cannot fail to compile; a person hands an error on, or takes a cast. */
function inOtherWords(change: Change): readonly Change[] {
  const ways: readonly (readonly [RegExp, readonly string[]])[] = [
    [/\.expect\("REASON"\)/, ['?', '.unwrap_or_default()', '.unwrap_or(0)']],
    [/\.try_into\(\)\.unwrap\(\)/, [' as usize', ' as u64', ' as i64', ' as u32', ' as i32']],
    [/\.into\(\)/, [' as u64', ' as i64', ' as f64']],
    [/\.clone\(\)/, ['.to_owned()']],
  ];
  const others = ways.flatMap(([pattern, texts]) => {
    return pattern.test(change.text) ? texts.map((text) => ({ ...change, text: change.text.replace(pattern, () => text) })) : [];
  });
  return /REASON/.test(change.text) ? others : [change, ...others];
}

/** What the compiler leaves open, a type in place of an argument: a variable of the type, or its empty value. */
function filledIn(change: Change, scene: Scene): readonly Change[] {
  const open = /\/\* (?:value of type )?`?([^*`]+?)`? \*\//.exec(change.text);
  if (open === null) return [change];
  const [whole, type = ''] = open;
  const fn = below(scene.program).findLast(
    (each) => each.type === 'function_item' && each.start <= change.start + 1 && each.end >= change.start,
  );
  const names = fn === undefined ? [] : [...typesIn(fn, scene)].flatMap(([name, own]) => (own === type ? [name] : []));
  const used = names.toSorted((a, b) => Number(hasWord(change.text, a)) - Number(hasWord(change.text, b)));
  const nothing = nothingOf(type);
  const fields =
    fn === undefined
      ? []
      : [...ownFields(namedChildren(fn)[0] ?? fn, scene)].flatMap(([name, own]) => (own === type ? [`self.${name}`] : []));
  return [...used, ...fields, ...(nothing === null ? [] : [nothing])]
    .slice(0, 4)
    .map((name) => ({ ...change, text: change.text.replace(whole, () => name) }));
}

/** An arm for a pattern that none covers, behind the one of the variant that is declared before it, with a value like those beside it. */
const covered: Family = {
  name: 'arm added',
  share: 0.5,
  anywhere: true,
  *propose(branch, scene) {
    const { uncovered } = scene.clues.complaints.rust;
    if (!isRust(scene) || uncovered.length === 0 || branch.type !== 'match_block') return;
    const arms = namedChildren(branch).filter(({ type }) => type === 'match_arm');
    // A range of numbers, or any text: no variant.
    if (uncovered.some((each) => !/[A-Z]\w*(?:\(.*\)| \{.*\})?\)?$/.test(each) || each.includes('..='))) {
      yield* anyOther(branch, arms, scene);
      return;
    }
    const lost = uncovered
      .map(readPattern)
      .filter(({ name }) => arms.length > 0 && !arms.some((arm) => patternOf(arm, scene).includes(name)));
    const order = orderOf(lost, arms, scene);
    const [one] = lost;
    if (one === undefined || order === null) return;
    const behind = arms.findLast((arm) => {
      const at = order.findIndex(({ name }) => new RegExp(`\\b${name}\\b`).test(patternOf(arm, scene)));
      return at >= 0 && at < order.findIndex(({ name }) => name === one.name);
    });
    const [first] = arms;
    const [next, model] = [arms[behind === undefined ? 0 : arms.indexOf(behind) + 1], behind ?? first];
    if (model === undefined || first === undefined) return;
    const pad = scene.indent(first);
    const made = armsFor(
      lost,
      [...new Set([behind, next, ...arms])].filter((arm) => arm !== undefined),
      order,
      scene,
    );
    for (const [rank, text] of made.entries()) {
      const odds = 1 / (1 + rank / 4);
      if (behind === undefined) yield { start: first.start, end: first.start, text: `${text}\n${pad}`, label: brief(text), odds };
      else {
        const comma = scene.text(behind).endsWith(',') || scene.text(behind).endsWith('}') ? '' : ',';
        yield { start: behind.end, end: behind.end, text: `${comma}\n${pad}${text}`, label: brief(text), odds };
      }
    }
  },
};

/** `_ => …` behind the arms, with a value of those that are there. */
function* anyOther(branch: Branch, arms: readonly Branch[], scene: Scene): Generator<Proposal> {
  const last = arms.at(-1);
  const fn = functionAround(branch);
  if (
    last === undefined ||
    !scene.clues.complaints.rust.lines.has(branch.line) ||
    arms.some((arm) => /^_$|^[a-z]\w*$/.test(patternOf(arm, scene)))
  )
    return;
  const values = arms.flatMap((arm) => fieldOf(arm, 'value') ?? []).map(scene.text);
  const early = fn === null ? [] : earlyResults(fn, scene).filter((value) => value !== '');
  const isLiteral = values.every((value) => value.length < 60);
  const all = [...early, ...(isLiteral ? values.toReversed() : []), '{}', 'unreachable!()'];
  for (const [rank, value] of [...new Set(all)].slice(0, 8).entries()) {
    const comma = /[,}]$/.test(scene.text(last)) ? '' : ',';
    yield {
      start: last.end,
      end: last.end,
      text: `${comma}\n${scene.indent(last)}_ => ${value},`,
      label: `_ => ${brief(value)}`,
      odds: 1 / (1 + rank / 4),
    };
  }
}

interface Lost {
  readonly name: string;
  readonly payload: string;
}

/** `&State::Paid(_)` */
function readPattern(pattern: string): Lost {
  const [, name = pattern, payload = ''] =
    /(?:^|[:&(\s])([A-Z]\w*)((?:\(.*\)| \{.*\})?)$/.exec(pattern.replace(/^Some\((.*)\)$/, '$1')) ?? [];
  return { name, payload };
}

function patternOf(arm: Branch, scene: Scene): string {
  const pattern = fieldOf(arm, 'pattern');
  return pattern === null ? '' : scene.text(pattern);
}

/** The variants of the enum in the order of their declaration; null where the arms are about something else. */
function orderOf(lost: readonly Lost[], arms: readonly Branch[], scene: Scene): readonly Variant[] | null {
  const [one] = lost;
  if (one === undefined) return null;
  const names = arms.map((arm) => patternOf(arm, scene));
  for (const variants of declaredIn(scene).variants.values()) {
    const isOwn = variants.some(({ name }) => name === one.name);
    if (isOwn && variants.some(({ name }) => names.some((pattern) => new RegExp(`\\b${name}\\b`).test(pattern)))) return variants;
  }
  const known = names.flatMap((pattern) => [...pattern.matchAll(/\b[A-Z]\w*\b/g)].map(([name]) => ({ name, payload: '' })));
  return [...known, ...lost];
}

const WRITTEN: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toLowerCase(),
  (name) => name.toUpperCase(),
  (name) => spaced(name, '_'),
  (name) => spaced(name, '-'),
  (name) => spaced(name, ' '),
  (name) => spaced(name, '_').toUpperCase(),
  (name) => name.replace(/(?<=.)([A-Z])/g, ' $1'),
  (name) => name.slice(0, 1),
  (name) => name.slice(0, 1).toLowerCase(),
];

function spaced(name: string, by: string): string {
  return name.replace(/(?<=.)([A-Z])/g, `${by}$1`).toLowerCase();
}

/** Texts of the arms that are lost: all of them with one value of those beside, with their own name where those hold theirs. */
function armsFor(lost: readonly Lost[], arms: readonly Branch[], order: readonly Variant[], scene: Scene): readonly string[] {
  const models = arms.flatMap((arm) => {
    const [pattern, value] = [patternOf(arm, scene), fieldOf(arm, 'value')];
    const name = order.find((variant) => new RegExp(`\\b${variant.name}\\b`).test(pattern))?.name;
    return value === null || name === undefined || value.end - value.start > 160 ? [] : [{ pattern, value: scene.text(value), name }];
  });
  const named = models.filter((model) => WRITTEN.some((write) => isNamedAs(model, write)));
  const ways = WRITTEN.filter((write) => named.length > 0 && named.every((model) => isNamedAs(model, write)));
  const made = models.flatMap((model) =>
    [...(isNamed(model) ? ways : []), undefined].map((way) => lost.map((one) => armLike(model, one, order, way)).join('\n')),
  );
  const [path] = models.map(({ pattern, name }) => new RegExp(`^&?((?:\\w+::)*)${name}\\b`).exec(pattern)?.[1] ?? '');
  const plain = ['None', 'false', 'true', '0', '{}'].map((value) =>
    lost.map(({ name, payload }) => `${path ?? ''}${name}${payload} => ${value},`).join('\n'),
  );
  return [...new Set([...made, ...plain])].slice(0, 8);
}

interface Model {
  readonly pattern: string;
  readonly value: string;
  readonly name: string;
}

function isNamedAs({ name, value }: Model, write: (name: string) => string): boolean {
  return value.includes(`"${write(name)}"`);
}

function isNamed(model: Model): boolean {
  return WRITTEN.some((write) => isNamedAs(model, write));
}

function armLike(model: Model, lost: Lost, order: readonly Variant[], way: ((name: string) => string) | undefined): string {
  const own = order.find(({ name }) => name === lost.name)?.payload ?? '';
  const beside = order.find(({ name }) => name === model.name)?.payload ?? '';
  const isAlike = own.replace(/\w+/g, 'x') === beside.replace(/\w+/g, 'x');
  const path = new RegExp(`^&?((?:\\w+::)*)${model.name}\\b`).exec(model.pattern)?.[1] ?? '';
  const pattern =
    isAlike && !model.pattern.includes('|')
      ? model.pattern.replace(new RegExp(`\\b${model.name}\\b`), lost.name)
      : `${path}${lost.name}${lost.payload}`;
  const named = way === undefined ? model.value : model.value.replace(`"${way(model.name)}"`, () => `"${way(lost.name)}"`);
  const lower = spaced(model.name, '_');
  return `${pattern} => ${named.replace(new RegExp(`\\b${lower}\\b|\\b${model.name}\\b`, 'g'), (word) => (word === lower ? spaced(lost.name, '_') : lost.name))},`;
}

/** A field that a struct is made without: the variable of its name, or the empty value of its type. */
const given: Family = {
  name: 'field given',
  share: 0.5,
  anywhere: true,
  *propose(branch, scene) {
    const { lackedFields } = scene.clues.complaints.rust;
    if (!isRust(scene) || lackedFields.length === 0 || branch.type !== 'field_initializer_list' || branch.parent === null) return;
    const name = fieldOf(branch.parent, 'name');
    const own = name === null ? '' : scene.text(name);
    const impl = nearest(branch, new Set(['impl_item']));
    const type = own === 'Self' && impl !== null ? scene.text(fieldOf(impl, 'type') ?? impl) : own;
    const fields = declaredIn(scene).fields.get(/^\w+/.exec(type)?.[0] ?? '');
    const last = namedChildren(branch).at(-1);
    const has = new Set(
      below(branch)
        .filter(({ type }) => type === 'field_identifier' || type === 'identifier')
        .map(scene.text),
    );
    const lost = lackedFields.filter((field) => fields?.has(field) === true && !has.has(field));
    if (fields === undefined || last === undefined || lost.length === 0) return;
    const names = new Set(scene.names(branch));
    const ways = ['', 'empty', 'default'].map((way) =>
      lost
        .map((field) =>
          way === '' && names.has(field)
            ? field
            : `${field}: ${way === 'default' ? 'Default::default()' : (nothingOf(fields.get(field) ?? '') ?? 'Default::default()')}`,
        )
        .join(', '),
    );
    for (const [rank, text] of [...new Set(ways)].entries())
      yield { start: last.end, end: last.end, text: `, ${text}`, label: `${text} given`, odds: 1 / (1 + rank) };
  },
};

export const rustCompilerFamilies: readonly Family[] = [advised, covered, given];
