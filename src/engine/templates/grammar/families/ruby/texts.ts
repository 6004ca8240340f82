// Texts and symbols of Ruby: letters and blanks that are not made alike, parts of a text, keys of the other kind.
import { brief, entryOf, type Proposal } from '../../../family.ts';
import {
  callFamily,
  isName,
  isResult,
  methodAround,
  methodName,
  onlyArgument,
  operatorOf,
  receiving,
  rubyCall,
  rubyFamily,
} from '../../ruby.ts';
import { hinted, hintsOf } from '../../ruby-hints.ts';
import type { Family, Scene } from '../../scene.ts';
import { type Branch, below, fieldOf, namedChildren } from '../../tree.ts';
import { replaced } from '../names.ts';

const OF_TEXTS =
  /^(?:to_s|strip|lstrip|rstrip|downcase|upcase|capitalize|gsub|sub|tr|chomp|squeeze|delete_prefix|delete_suffix|delete|unicode_normalize)$/;

/** Steps by which texts are made alike, each with what shows that it is there. */
const ALIKE: readonly (readonly [step: string, there: RegExp, weight: (scene: Scene) => number])[] = [
  ['downcase', /downcase|upcase|capitalize|casecmp|swapcase/, ({ clues }) => hinted(clues, 'lower')],
  ['strip', /strip/, ({ clues }) => hinted(clues, 'trimmed')],
  ['upcase', /upcase|downcase|capitalize/, ({ clues }) => (hintsOf(clues).has('upper') ? 2 : 0.1)],
];

/** `name.to_s.strip` leaves letters as they are: a step more, at its end or behind what makes a text of it. */
const alike = callFamily('text made alike', 0.1, function* (call, branch, scene) {
  if (!OF_TEXTS.test(call.name) || call.receiver === null || isWithinChain(branch, scene)) return;
  const own = scene.text(branch);
  const method = methodAround(branch);
  const isFor = method !== null && /normal|canonic|clean|sanit|slug|key|simpl/.test(methodName(method, scene)) ? 2 : 1;
  for (const [step, there, weight] of ALIKE) {
    if (there.test(own)) continue;
    for (const [rank, at] of placesInChain(branch, scene).entries())
      yield { start: at, end: at, text: `.${step}`, label: `${step} of ${brief(own)}`, odds: (isFor * weight(scene)) / (1 + rank / 2) };
  }
});

/** Whether more steps on a text follow. */
function isWithinChain(branch: Branch, scene: Scene): boolean {
  const next = branch.field === 'receiver' ? rubyCall(branch.parent, scene) : null;
  return next !== null && OF_TEXTS.test(next.name);
}

/** The end of a chain of steps, its beginning, and what lies behind the blanks that are taken off. */
function placesInChain(branch: Branch, scene: Scene): readonly number[] {
  const places = [branch.end];
  let call = rubyCall(branch, scene);
  for (let at: Branch | null = branch; at !== null && call !== null; at = call?.receiver ?? null, call = rubyCall(at, scene)) {
    if (/^(?:to_s|strip)$/.test(call.name)) places.push(at.end);
    if (call.receiver !== null && !OF_TEXTS.test(rubyCall(call.receiver, scene)?.name ?? '')) places.push(call.receiver.end);
  }
  return [...new Set(places)].slice(0, 4);
}

/** A text by which something is found or told apart, as it came: `names.include?(name)`, `@users[name]`. */
const alikeWhenAsked = rubyFamily('asked alike', 0.05, function* (branch, scene) {
  if (!/^(?:identifier|call)$/.test(branch.type) || branch.end - branch.start > 40) return;
  const hints = hintsOf(scene.clues);
  const usesStep = (step: string): boolean => scene.file.text.includes(`.${step}`);
  if (!isAsked(branch, scene)) return;
  const own = scene.text(branch);
  if (/\.(?:downcase|upcase|strip|to_sym|to_i|size|length)\b/.test(own) || /^[A-Z]|^(?:index|i|n|key)$/.test(own)) return;
  for (const step of ['downcase', 'strip', 'upcase']) {
    const isLikely = usesStep(step) || hints.has(step === 'downcase' ? 'lower' : 'trimmed');
    if (isLikely) yield replaced(branch, `${own}.${step}`, `${own}.${step}`, 1);
  }
});

const ASKS = /^(?:include\?|key\?|has_key\?|fetch|start_with\?|end_with\?|delete|add|index|count|member\?|dig)$/;

function isAsked(branch: Branch, scene: Scene): boolean {
  const { parent } = branch;
  if (parent?.type === 'element_reference') return branch.index > 0;
  if (parent?.type === 'argument_list') return ASKS.test(rubyCall(parent.parent, scene)?.name ?? '') && branch.index <= 1;
  if (parent?.type === 'array' && branch.type === 'call' && namedChildren(parent)[0] === branch) return isResult(parent);
  return branch.field === 'value' && parent?.type === 'case';
}

/** Both sides of a comparison made alike: `name.downcase == other.downcase`. */
const comparedAlike = rubyFamily('compared alike', 0.05, function* (branch, scene) {
  const operator = operatorOf(branch);
  const [left, right] = operator === '==' ? namedChildren(branch) : [];
  if (
    left === undefined ||
    right === undefined ||
    ![left, right].every((side) => /^(?:identifier|instance_variable|call)$/.test(side.type))
  )
    return;
  const lower = [left, right].map((side) => /\.downcase$/.test(scene.text(side)));
  if (lower[0] !== lower[1]) {
    const bare = lower[0] ? right : left;
    yield replaced(bare, `${scene.text(bare)}.downcase`, 'both in lower case', 4);
  }
  const [one, other] = [scene.text(left), scene.text(right)];
  if (/downcase|upcase|size|length|count|class|_at\b|_id\b|to_i/.test(one + other)) return;
  const odds = hintsOf(scene.clues).has('lower') || scene.file.text.includes('.downcase') ? 1 : 0.4;
  yield replaced(branch, `${one}.downcase == ${other}.downcase`, 'compared in lower case', odds);
  if (isName(left)) yield replaced(branch, `${one}.casecmp?(${other})`, 'compared in any case', odds * 0.5);
});

/** Parts of a text, each with its blanks, or nothing in between. */
const parts = callFamily('parts of a text', 0.1, function* (call, branch, scene) {
  if (call.name === 'split' && call.receiver !== null) yield* ofSplit(branch, call.given, scene);
  const isLines = /^(?:lines|each_line|readlines|foreach)$/.test(call.name) && call.receiver !== null && call.given.length === 0;
  if (isLines && !/strip|chomp/.test(scene.text(branch.parent ?? branch)))
    yield { start: call.method.end, end: call.method.end, text: '(chomp: true)', label: 'lines without their ends', odds: 1 };
  if (isLines && call.name === 'lines' && !/strip|chomp/.test(scene.text(branch.parent ?? branch)))
    yield { start: branch.end, end: branch.end, text: '.map(&:strip)', label: 'lines without blanks', odds: 1 };
  const symbol = call.name === 'map' && call.given.length === 1 ? scene.text(call.given[0] ?? branch) : '';
  if (symbol === '&:strip' && !/reject|empty/.test(scene.text(branch.parent ?? branch)))
    yield { start: branch.end, end: branch.end, text: '.reject(&:empty?)', label: 'without empty parts', odds: 1 };
});

function* ofSplit(branch: Branch, given: readonly Branch[], scene: Scene): Generator<Proposal> {
  const [separator, limit] = given;
  const at = branch.end;
  if (separator === undefined || limit !== undefined) return;
  const isFollowed = /^(?:map|strip)/.test(scene.file.text.slice(at + 1, at + 8));
  if (!isFollowed) {
    yield { start: at, end: at, text: '.map(&:strip)', label: 'parts without blanks', odds: 2 * hinted(scene.clues, 'trimmed') };
    yield { start: at, end: at, text: '.reject(&:empty?)', label: 'without empty parts', odds: hinted(scene.clues, 'present') };
  }
  const target = branch.parent?.type === 'assignment' ? fieldOf(branch.parent, 'left') : null;
  const end = separator.end;
  if (target?.type === 'left_assignment_list') yield { start: end, end, text: ', 2', label: 'in two parts', odds: 1.5 };
  yield { start: end, end, text: ', -1', label: 'with empty parts at the end', odds: 0.7 };
  if (scene.text(separator) === '/\\s/') yield replaced(separator, '/\\s+/', 'of many blanks', 2);
}

const OTHER_CALLS: Readonly<Record<string, readonly string[]>> = {
  sub: ['gsub'],
  gsub: ['sub'],
  'sub!': ['gsub!'],
  partition: ['rpartition'],
  rpartition: ['partition'],
  chop: ['chomp'],
  ljust: ['rjust', 'center'],
  rjust: ['ljust', 'center'],
  delete_prefix: ['delete_suffix'],
  delete_suffix: ['delete_prefix'],
  delete: ['delete_prefix', 'delete_suffix', 'squeeze'],
  to_i: ['to_f', 'round', 'to_s'],
  to_sym: ['to_s'],
  to_s: ['to_sym', 'inspect'],
  capitalize: ['downcase', 'upcase'],
  each_char: ['chars'],
  bytesize: ['size'],
};

/** One method of texts for another. */
const otherMethods = callFamily('other method of texts', 0.08, function* (call, branch, scene) {
  if (call.receiver === null) return;
  for (const other of Object.hasOwn(OTHER_CALLS, call.name) ? (OTHER_CALLS[call.name] ?? []) : [])
    yield replaced(call.method, other, `${call.name} -> ${other}`, 1);
  if (call.name === 'capitalize' && isResult(branch))
    yield replaced(branch, `${scene.text(call.receiver)}.split.map(&:capitalize).join(" ")`, 'each word capitalised', 1);
});

/** Keys are texts in one place and symbols in another. */
const keys = rubyFamily('kind of key', 0.08, function* (branch, scene) {
  const isKey =
    branch.parent?.type === 'element_reference'
      ? branch.index > 0 && branch.parent.children.length <= 4
      : branch.parent?.type === 'argument_list' && branch.index <= 1 && KEYED.test(rubyCall(branch.parent.parent, scene)?.name ?? '');
  if (!isKey) return;
  const own = scene.text(branch);
  const text = scene.text(methodAround(branch) ?? scene.program);
  const symbols = /to_sym|symbolize|\b\w+: |&:to_sym/.test(scene.file.text);
  if (branch.type === 'simple_symbol') yield replaced(branch, `"${own.slice(1)}"`, `${own} as a text`, 1);
  const inner = /^(["'])([a-z_]\w*)\1$/.exec(own)?.[2];
  if (branch.type === 'string' && inner !== undefined) yield replaced(branch, `:${inner}`, `${own} as a symbol`, 1);
  if (branch.type !== 'identifier' || /^(?:i|j|index|n|hash|position|number)$/.test(own)) return;
  // The same name is turned into one of the kinds elsewhere.
  const isTurned = (step: string): boolean => new RegExp(`\\b${own}\\.${step}\\b`).test(text);
  if (symbols)
    yield replaced(branch, `${own}.to_sym`, `${own} as a symbol`, isTurned('to_sym') ? 3 : scene.file.text.includes('to_sym') ? 1 : 0.4);
  if (isTurned('to_s') || scene.file.text.includes('.to_s'))
    yield replaced(branch, `${own}.to_s`, `${own} as a text`, isTurned('to_s') ? 3 : 0.3);
});

const KEYED = /^(?:key\?|has_key\?|fetch|dig|delete|include\?|store|values_at|slice|except)$/;

/** All keys of a table at once, and those of a text that is read as one. */
const allKeys = callFamily('kind of all keys', 0.15, function* (call, _branch, scene) {
  const only = onlyArgument(call);
  if (call.name === 'transform_keys' && only !== null) {
    const other = entryOf({ '&:to_s': '&:to_sym', '&:to_sym': '&:to_s' }, scene.text(only));
    if (other !== undefined) yield replaced(only, other, `keys by ${other.slice(2)}`, 1);
  }
  const isRead = call.name === 'parse' && call.receiver !== null && scene.text(call.receiver) === 'JSON' && only !== null;
  if (isRead && only !== null) yield { start: only.end, end: only.end, text: ', symbolize_names: true', label: 'keys as symbols', odds: 1 };
});

/** Keys of any kind, where the file turns keys into one. */
const listedKeys = callFamily('kind of listed keys', 0.12, function* (call, branch, scene) {
  if (call.name !== 'keys' || call.receiver?.type !== 'identifier' || scene.file.text.startsWith('.map', branch.end)) return;
  for (const step of ['to_sym', 'to_s'])
    if (new RegExp(`[.:]${step}\\b`).test(scene.file.text))
      yield { start: branch.end, end: branch.end, text: `.map(&:${step})`, label: `keys by ${step}`, odds: 1 };
});

/** Options as they are given, their keys of any kind. */
const givenKeys = rubyFamily('kind of given keys', 0.1, function* (branch, scene) {
  if (branch.type !== 'identifier' || branch.field !== 'right' || branch.parent?.type !== 'assignment') return;
  const own = scene.text(branch);
  if (!/(?:options|opts|attributes|attrs|params|settings|config|overrides|values|row|data|hash)$/.test(own)) return;
  yield replaced(branch, `${receiving(branch, scene)}.transform_keys(&:to_sym)`, 'keys as symbols', 1);
  yield replaced(branch, `${receiving(branch, scene)}.transform_keys(&:to_s)`, 'keys as texts', 0.6);
});

/** A text that is compared with a symbol, and the other way round. */
const comparedKinds = rubyFamily('kinds compared', 0.06, function* (branch, scene) {
  const isCompared = /^[=!]=$/.test(branch.parent === null ? '' : operatorOf(branch.parent)) || branch.parent?.type === 'pattern';
  if (!isCompared) return;
  const own = scene.text(branch);
  if (branch.type === 'simple_symbol') yield replaced(branch, `"${own.slice(1)}"`, `${own} as a text`, 1);
  const inner = /^(["'])([a-z_]\w*)\1$/.exec(own)?.[2];
  if (branch.type === 'string' && inner !== undefined) yield replaced(branch, `:${inner}`, `${own} as a symbol`, 1);
});

/** Another symbol of the file: `map(&:name)`, `send(:name)`. */
const symbols = rubyFamily('symbol', 0.06, function* (branch, scene) {
  if (branch.type !== 'simple_symbol') return;
  const own = scene.text(branch);
  const [known, said] = [symbolsIn(scene), scene.clues.testNames];
  const near = known
    .filter((each) => each !== own)
    .map((each) => [each, scene.alike(own, each) + (said.has(each.slice(1)) ? 0.2 : 0)] as const);
  for (const [rank, [each, alike]] of near
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 6)
    .entries())
    yield replaced(branch, each, `${own} -> ${each}`, (0.4 + alike) / (1 + rank / 2));
});

const symbolsOf = new WeakMap<Branch, readonly string[]>();

function symbolsIn(scene: Scene): readonly string[] {
  const found =
    symbolsOf.get(scene.program) ??
    below(scene.program).flatMap((each) =>
      each.type === 'simple_symbol' ? [scene.text(each)] : each.type === 'hash_key_symbol' ? [`:${scene.text(each)}`] : [],
    );
  symbolsOf.set(scene.program, found);
  return [...new Set(found)].slice(0, 30);
}

/** `'#{name}'` stands there as it is written. */
const filledIn = rubyFamily('value put into a text', 0.4, function* (branch, scene) {
  const own = scene.text(branch);
  if (branch.type === 'string' && /^'[^"']*#\{[^'"]*\}[^'"]*'$/.test(own))
    yield replaced(branch, `"${own.slice(1, -1)}"`, 'values put in', 1);
});

/** `%M` of a time are its minutes, `%m` its month. */
const times = rubyFamily('part of a time', 0.08, function* (branch, scene) {
  const call = rubyCall(branch.parent?.parent, scene);
  if (branch.type !== 'string' || call === null || !/^(?:strftime|strptime)$/.test(call.name)) return;
  const own = scene.text(branch);
  for (const [mark] of own.matchAll(/%[mMdDhHIyYsSjJ]/g)) {
    const letter = mark.charAt(1);
    const other =
      letter === 'I' ? 'H' : letter === 'H' ? 'I' : letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
    yield replaced(branch, own.replace(mark, `%${other}`), `${mark} -> %${other}`, 1);
  }
});

export const rubyTextFamilies: readonly Family[] = [
  alike,
  alikeWhenAsked,
  comparedAlike,
  parts,
  otherMethods,
  keys,
  allKeys,
  listedKeys,
  givenKeys,
  comparedKinds,
  symbols,
  filledIn,
  times,
];
