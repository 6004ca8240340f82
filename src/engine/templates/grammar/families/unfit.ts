// Values of another kind than a function of Python can take, of which the failure speaks: left alone, or not asked.
import { brief, entryOf } from '../../family.ts';
import { beginsLine, deeper, firstStatement, plainParametersOf } from '../python.ts';
import { type Family, isCondition, isPython, type Scene } from '../scene.ts';
import { below, fieldOf } from '../tree.ts';
import { waysOut } from '../ways-out.ts';

const MOST_PARAMETERS = 3;
const MOST_BODIES = 3;
const BUILT_IN = /^(?:int|float|bool|str|bytes|list|dict|tuple|set)$/;

/** Kinds that have a member which the others have not. */
const KIND_OF: Readonly<Record<string, string>> = Object.fromEntries(
  (
    [
      [
        'str',
        'isascii isdigit isalpha isalnum isspace isupper islower isidentifier lower upper strip lstrip rstrip split rsplit splitlines startswith endswith encode format replace join title casefold',
      ],
      ['bytes', 'decode'],
      ['dict', 'items keys values get update setdefault'],
      ['list', 'append extend sort insert'],
    ] as const
  ).flatMap(([kind, names]) => names.split(' ').map((name) => [name, kind])),
);

/** The kind that a value is of where members are read of it: of those that the message names before all others; null where none tells. */
function kindBy(code: string, name: string, scene: Scene): string | null {
  const { noMember } = scene.clues.complaints;
  const members = [...code.matchAll(new RegExp(`(?<![\\w.])${name.replaceAll('.', '\\.')}\\.(\\w+)`, 'g'))].map(
    ([, member = '']) => member,
  );
  const telling = members.filter((member) => noMember.has(member));
  return [...telling, ...members].map((member) => entryOf(KIND_OF, member)).find((kind) => kind !== undefined) ?? null;
}

/** Tests for what the function cannot take, each with its odds. */
function testsFor(name: string, code: string, scene: Scene): readonly (readonly [string, number])[] {
  const kind = kindBy(code, name, scene);
  const { strays } = scene.clues.complaints;
  return [
    [`not isinstance(${name}, ${kind ?? 'str'})`, kind === null ? 0.7 : 3],
    ...[...strays].flatMap((stray): [string, number][] =>
      stray === 'NoneType' ? [[`${name} is None`, 2]] : BUILT_IN.test(stray) ? [[`isinstance(${name}, ${stray})`, 0.7]] : [],
    ),
  ];
}

/** `if not isinstance(word, str): return word`, where a function begins to ask a word for what no number has. */
const leftAlone: Family = {
  name: 'kind left alone',
  share: 0.12,
  *propose(branch, scene) {
    const fn = branch.parent?.parent ?? null;
    if (!isPython(scene) || scene.clues.complaints.strays.size === 0) return;
    if (fn?.type !== 'function_definition' || firstStatement(fn) !== branch || !beginsLine(branch, scene)) return;
    const code = scene.text(fieldOf(fn, 'body') ?? fn);
    const pad = scene.indent(branch);
    const out = waysOut(fn, scene);
    const given = plainParametersOf(fn, scene).filter((name) => !/^(?:self|cls)$/.test(name));
    for (const [rank, name] of given.slice(0, MOST_PARAMETERS).entries()) {
      // What gives back its parameter in some way does so with what it leaves alone.
      const isGivenBack = new RegExp(`\\breturn ${name}\\b`).test(code);
      const bodies = isGivenBack ? [`return ${name}`, ...out] : out[0] === 'return' ? out : [...out, `return ${name}`];
      for (const [test, odds] of testsFor(name, code, scene))
        for (const [order, body] of bodies.slice(0, MOST_BODIES).entries()) {
          const text = `if ${test}:\n${deeper(pad)}${body}\n${pad}`;
          const label = `if ${test}: ${body} added`;
          yield { start: branch.start, end: branch.start, text, label, odds: odds / (1 + rank / 2) / (1 + order / 2) };
        }
    }
  },
};

/** `word.isascii()` as a condition -> `isinstance(word, str) and word.isascii()`. */
const notAsked: Family = {
  name: 'kind not asked',
  share: 0.12,
  *propose(branch, scene) {
    const { noMember, strays } = scene.clues.complaints;
    if (!isPython(scene) || strays.size === 0 || branch.type === 'boolean_operator' || !isCondition(branch, scene.language)) return;
    for (const each of below(branch)) {
      const [object, member] = each.type === 'attribute' ? [fieldOf(each, 'object'), fieldOf(each, 'attribute')] : [null, null];
      if (object === null || member === null || !noMember.has(scene.text(member)) || !/^(?:identifier|attribute)$/.test(object.type))
        continue;
      const kind = entryOf(KIND_OF, scene.text(member));
      if (kind === undefined) continue;
      const test = `isinstance(${scene.text(object)}, ${kind}) and `;
      yield { start: branch.start, end: branch.start, text: test, label: `${test}${brief(scene.text(branch))}`, odds: 2 };
      return;
    }
  },
};

export const unfitFamilies: readonly Family[] = [leftAlone, notAsked];
