// What calls of Python lack: arguments by name that the calls beside have, or that their functions are known for; values where functions are asked for.
import { callOf, placeOfArgument } from '../python.ts';
import { type Family, isPython, type Scene } from '../scene.ts';
import { above, type Branch, below, fieldOf, namedChildren, nearest } from '../tree.ts';
import { replaced } from './names.ts';

/** Arguments by name whose lack is a known mistake, by the function or method. */
const KNOWN: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  model_dump: [
    ['exclude_unset=True', 2],
    ['exclude_none=True', 1],
    ["mode='json'", 0.5],
  ],
  dict: [['exclude_unset=True', 0.3]],
  get: [
    ['type=int', 1],
    ['default=0', 0.1],
  ],
  gather: [['return_exceptions=True', 3]],
  quantize: [
    ['rounding="ROUND_HALF_UP"', 2],
    ['rounding="ROUND_DOWN"', 0.5],
  ],
  Count: [['distinct=True', 2]],
  Sum: [['distinct=True', 1]],
  open: [
    ['encoding="utf-8"', 1],
    ['encoding="utf-8-sig"', 0.5],
    ['newline=""', 1],
  ],
  read_text: [['encoding="utf-8"', 1]],
  write_text: [['encoding="utf-8"', 1]],
  dumps: [
    ['sort_keys=True', 0.7],
    ['ensure_ascii=False', 1],
    ['default=str', 1],
  ],
  sorted: [['reverse=True', 0.5]],
  sort: [['reverse=True', 0.5]],
  run: [
    ['check=True', 1],
    ['text=True', 1],
  ],
  check_output: [['text=True', 1]],
  makedirs: [['exist_ok=True', 2]],
  mkdir: [
    ['exist_ok=True', 1],
    ['parents=True, exist_ok=True', 1.5],
  ],
  unlink: [['missing_ok=True', 1]],
  split: [['maxsplit=1', 0.7]],
  rsplit: [['maxsplit=1', 0.7]],
  zip: [['strict=True', 0.3]],
  now: [['tz=timezone.utc', 0.7]],
  fromtimestamp: [['tz=timezone.utc', 1]],
  add_argument: [
    ['type=int', 0.7],
    ['required=True', 0.5],
    ["action='store_true'", 0.5],
    ["nargs='*'", 0.5],
  ],
  relationship: [['cascade="all, delete-orphan"', 0.7]],
  join: [['isouter=True', 0.7]],
};
const MOST_BESIDE = 5;

const nameOf = (argument: Branch, scene: Scene): string | null => {
  const name = argument.type === 'keyword_argument' ? fieldOf(argument, 'name') : null;
  return name === null ? null : scene.text(name);
};

/** `args.get("since")` beside `args.get("page", type=int)`. */
const byName: Family = {
  name: 'argument by name',
  share: 0.06,
  *propose(branch, scene) {
    const call = isPython(scene) ? callOf(branch, scene) : null;
    if (call === null || call.list.type !== 'argument_list') return;
    const own = new Set(call.given.map((each) => nameOf(each, scene)));
    const options = new Map<string, number>();
    for (const [text, odds] of Object.hasOwn(KNOWN, call.name) ? (KNOWN[call.name] ?? []) : []) options.set(text, odds);
    for (const [text, count] of besides(call.name, scene)) options.set(text, Math.max(options.get(text) ?? 0, 1 + Math.min(3, count)));
    const { at, before } = placeOfArgument(call, scene);
    for (const [text, odds] of options)
      if (!own.has(text.split('=')[0]?.trim() ?? ''))
        yield { start: at, end: at, text: `${before}${text}`, label: `${call.name} with ${text}`, odds };
  },
};

/** The arguments by name of all calls of one name in the file, with how many give them. */
function besides(name: string, scene: Scene): readonly (readonly [string, number])[] {
  let all = known.get(scene);
  if (all === undefined) {
    all = new Map<string, Map<string, number>>();
    for (const each of below(scene.program)) {
      const call = callOf(each, scene);
      if (call === null) continue;
      const counts = all.get(call.name) ?? new Map<string, number>();
      all.set(call.name, counts);
      for (const argument of call.given)
        if (argument.type === 'keyword_argument' && argument.end - argument.start < 60)
          counts.set(scene.text(argument), (counts.get(scene.text(argument)) ?? 0) + 1);
    }
    known.set(scene, all);
  }
  return [...(all.get(name) ?? [])].toSorted((a, b) => b[1] - a[1]).slice(0, MOST_BESIDE);
}

const known = new WeakMap<Scene, Map<string, Map<string, number>>>();

const ASKS_FOR_FUNCTION =
  /^(?:default|load_default|dump_default|missing|factory|default_factory|onupdate|key|target|callback|side_effect|type)$/;
const MAKERS: Readonly<Record<string, string>> = { '[]': 'list', '{}': 'dict', 'set()': 'set', '()': 'tuple' };

/** `default=new_token()` is one token for all, and `load_default=[]` one list. */
const madeOnce: Family = {
  name: 'made once for all',
  share: 0.1,
  *propose(branch, scene) {
    const name = isPython(scene) ? nameOf(branch, scene) : null;
    const value = name !== null && ASKS_FOR_FUNCTION.test(name) ? fieldOf(branch, 'value') : null;
    if (value === null) return;
    const maker = MAKERS[scene.text(value)];
    if (maker !== undefined) yield replaced(value, maker, `${name} is made anew`, 3);
    const call = callOf(value, scene);
    if (call !== null && call.given.length === 0) yield replaced(value, scene.text(call.callee), `${name} is made anew`, 3);
    else if (call !== null || (value.type !== 'lambda' && value.type === 'attribute'))
      yield replaced(value, `lambda: ${scene.text(value)}`, `${name} is made anew`, 0.7);
  },
};

/** What a function is called on, and nobody waits for: a coroutine is always true. */
const awaited: Family = {
  name: 'missing await',
  share: 0.12,
  *propose(branch, scene) {
    const call = isPython(scene) && scene.clues.asynchronous.size > 0 ? callOf(branch, scene) : null;
    if (call === null || branch.parent?.type === 'await' || !scene.clues.asynchronous.has(call.name)) return;
    const fn = nearest(branch, scene.language.functions);
    if (fn === null || !/^\s*async\b/.test(scene.text(fn))) return;
    // What is handed on as it is may be waited for there.
    const isHandedOn = branch.parent?.type === 'argument_list';
    const isPart = /^(?:attribute|subscript|call)$/.test(branch.parent?.type ?? '');
    yield replaced(
      branch,
      isPart ? `(await ${scene.text(branch)})` : `await ${scene.text(branch)}`,
      `await ${call.name}`,
      isHandedOn ? 0.5 : 3,
    );
  },
};

const READ_TWICE = 2;

/** A generator gives its items once: `rows = parse(lines)` that is gone over twice. */
const goneOver: Family = {
  name: 'gone over twice',
  share: 0.06,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'assignment') return;
    const [left, right] = [fieldOf(branch, 'left'), fieldOf(branch, 'right')];
    if (left?.type !== 'identifier' || right === null || !/^(?:call|generator_expression)$/.test(right.type)) return;
    if (/^(?:list|tuple|set|dict|sorted|len|sum|int|str)\(/.test(scene.text(right))) return;
    const odds = right.type === 'generator_expression' ? 1 : oddsOfGenerator(right, scene);
    if (odds === 0) return;
    const name = scene.text(left);
    const scope = nearest(branch, scene.language.functions) ?? scene.program;
    const reads = below(scope).filter((each) => each.type === 'identifier' && scene.text(each) === name && each.start > right.end);
    const handed = reads.filter(({ parent }) => /^(?:argument_list|for_in_clause|for_statement)$/.test(parent?.type ?? ''));
    if (handed.length < READ_TWICE) return;
    const text = right.type === 'generator_expression' ? `[${scene.text(right).slice(1, -1)}]` : `list(${scene.text(right)})`;
    yield replaced(right, text, `${name} as a list`, 1.5 * odds);
  },
};

/** Functions of Python whose answers are gone over once. */
const GENERATORS =
  /^(?:map|filter|zip|reversed|enumerate|iter|reader|DictReader|finditer|chain|islice|groupby|takewhile|dropwhile|product|permutations|combinations|iterdir|glob|rglob|scandir|walk|iterrows|itertuples)$/;

/** How likely what a call answers is a generator: by its name, or by what the files tell of the function; a little where they tell nothing. */
function oddsOfGenerator(right: Branch, scene: Scene): number {
  const name = callOf(right, scene)?.name ?? '';
  if (GENERATORS.test(name) || scene.clues.generators.has(name)) return 1;
  return scene.defined.includes(name) ? 0 : 0.1;
}

/** A list that the object keeps, and that whoever is called for each item may change: `for each in self.handlers:`. */
const mayChange: Family = {
  name: 'copy to go over',
  share: 0.06,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'for_statement') return;
    const [list, body, item] = [fieldOf(branch, 'right'), fieldOf(branch, 'body'), fieldOf(branch, 'left')];
    if (
      list === null ||
      body === null ||
      item === null ||
      !/^self\.|^cls\./.test(scene.text(list)) ||
      /^(?:list|tuple|sorted|enumerate)\(/.test(scene.text(list))
    )
      return;
    const name = scene.text(item);
    // Whom each is handed to, or what each is told to do, may come back to the list.
    const isCalled = new RegExp(`(?<![\\w.])${name}(?:\\.\\w+)?\\(|\\(${name}\\b`).test(scene.text(body));
    if (isCalled) yield replaced(list, `list(${scene.text(list)})`, `a copy of ${scene.text(list)}`, 2);
  },
};

/** Encodings that are taken for each other. */
const ENCODINGS: Readonly<Record<string, readonly string[]>> = {
  'utf-8': ['utf-8-sig', 'latin-1'],
  utf8: ['utf-8-sig', 'latin-1'],
  ascii: ['utf-8'],
  'latin-1': ['utf-8', 'cp1252'],
  'utf-8-sig': ['utf-8'],
};

const encodings: Family = {
  name: 'encoding',
  share: 0.05,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'string') return;
    const text = scene.text(branch);
    const others = ENCODINGS[text.slice(1, -1).toLowerCase()];
    const isAsked =
      nameOf(branch.parent ?? branch, scene) === 'encoding' ||
      [...above(branch)].slice(0, 2).some((each) => /^(?:de|en)code$/.test(callOf(each, scene)?.name ?? ''));
    for (const [at, other] of (isAsked ? (others ?? []) : []).entries())
      yield replaced(branch, `${text[0]}${other}${text[0]}`, `encoding ${other}`, 2 / (1 + at));
  },
};

const READS_TEXT = /^(?:open|read_text|decode|encode|fdopen|TextIOWrapper)$/;
/** What to do with bytes that are no text, and with characters that have no bytes. */
const BEYOND: readonly (readonly [string, number])[] = [
  ['errors="replace"', 2],
  ['errors="ignore"', 1.5],
];

/** Bytes of a file that somebody else wrote need not be a text: the message says that they are none. */
const undecodable: Family = {
  name: 'bytes that are no text',
  share: 0.12,
  *propose(branch, scene) {
    const { said } = scene.clues;
    if (!isPython(scene) || !(said.has('UnicodeDecodeError') || said.has('UnicodeEncodeError'))) return;
    const call = callOf(branch, scene);
    if (call === null || call.list.type !== 'argument_list' || !READS_TEXT.test(call.name)) return;
    const own = new Set(call.given.map((each) => nameOf(each, scene)));
    if (own.has('errors') || /^.?b|b.?$/.test(scene.text(call.given[1] ?? call.list).replace(/\W/g, ''))) return;
    const { at, before } = placeOfArgument(call, scene);
    // What makes bytes or a text of the other is told the encoding first.
    const isEncoded = own.has('encoding') || (/code$/.test(call.name) && call.given.length > 0);
    for (const [text, odds] of BEYOND) {
      yield { start: at, end: at, text: `${before}${text}`, label: `${call.name} with ${text}`, odds };
      const both = `encoding="utf-8", ${text}`;
      if (!isEncoded) yield { start: at, end: at, text: `${before}${both}`, label: `${call.name} with ${both}`, odds };
    }
  },
};

/** `key = (name, args)` of a function that also takes arguments by name. */
const keyOfCall: Family = {
  name: 'key of a call',
  share: 0.08,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'assignment') return;
    const right = fieldOf(branch, 'right');
    const fn = nearest(branch, scene.language.functions);
    const taken = /\*(\w+)(?:: [^,)]+)?, ?\*\*(\w+)/.exec(fn === null ? '' : scene.text(fieldOf(fn, 'parameters') ?? fn));
    if (right === null || taken === null) return;
    const [, args = '', kwargs = ''] = taken;
    const has = (name: string): boolean => new RegExp(`\\b${name}\\b`).test(scene.text(right));
    if (!has(args) || has(kwargs)) return;
    const more = `tuple(sorted(${kwargs}.items()))`;
    const inner = namedChildren(right);
    const last = inner.at(-1);
    if (right.type === 'tuple' && last !== undefined)
      yield { start: last.end, end: last.end, text: `, ${more}`, label: `${kwargs} as well`, odds: 3 };
    else yield replaced(right, `(${scene.text(right)}, ${more})`, `${kwargs} as well`, 2);
  },
};

export const callFamilies: readonly Family[] = [byName, madeOnce, awaited, goneOver, mayChange, encodings, undecodable, keyOfCall];
