// What a wrong regular expression may have to become: another quantifier, class, anchor or group, whatever the language.

/** A pattern split into tokens: escapes, classes, groups' openings, quantifiers, parts that are put in, single characters. */
const TOKEN =
  /\\(?:u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|[pP]\{[^}]*\}|k<[^>]*>|c[A-Za-z]|.)|\[(?:\\.|[^\]\\])*\]|\(\?(?:[:=!]|<[=!]|P?<\w+>|P=\w+\))|\{\d*,?\d*\}\??|[*+?]\??|%s|./gs;
/** Changes of one pattern that are worth their time. */
const mostPatterns = 300;
/** Longer patterns change only at their ends. */
const mostTokens = 120;
const CLASSES: Readonly<Record<string, readonly string[]>> = {
  '\\d': ['\\w', '\\D', '[0-9a-f]'],
  '\\w': ['\\d', '[\\w-]', '\\S', '[\\w.]', '\\W', '[\\w$]'],
  '\\s': ['\\S', ' ', '[ \\t]'],
  '\\S': ['\\s', '\\w', '.'],
  '\\b': ['\\B', ''],
  '\\D': ['\\d'],
  '\\W': ['\\w'],
  '.': ['[\\s\\S]', '\\.', '[^\\n]'],
};

/** What a class of characters of some kind may lack. */
const KINDS = ['\\p{N}', '\\p{Nd}', '\\d', '\\p{M}', '_', "'"];

/**
 * A class of characters, a group that is not kept, or a quantifier behind what repeats (of an escape, a group, or a part put in by %s), or a text
 * between both anchors.
 */
const pattern = /\\[dwsDWSb]|\[\^?[^\]\s]+\][*+?{]|\(\?[:=!<P]|\.[*+](?:\W|$)|%s[*+?]|\)[*+?](?:\W|$)|^\^.*\$$/;

/** Whether a text can hardly be anything but a regular expression. */
export const looksLikePattern = (text: string): boolean => pattern.test(text);

/**
 * Regular expressions that differ from `pattern` in one token, and their odds; `marks` are characters that a class may lack, `ends` what a language
 * has for the end of the whole text, where `$` is also in front of its last line break. Some are none.
 */
export function* otherPatterns(pattern: string, marks: readonly string[], ends: readonly string[] = []): Generator<[string, number]> {
  yield* anchors(pattern, ends);
  const tokens = tokensOf(pattern);
  if (tokens.length > mostTokens) return;
  const counts = [...new Set(tokens.filter((token) => /^\{/.test(token)))];
  for (const [at, token] of tokens.entries()) {
    for (const [other, odds] of [...tokenEdits(token, tokens[at - 1], tokens[at + 1], counts), ...withMarks(token, marks)])
      yield [[...tokens.slice(0, at), other, ...tokens.slice(at + 1)].join(''), odds];
  }
}

/** How much likelier a character is missing that a pattern speaks of nowhere. */
const OF_UNHEARD = 2.5;

/** The pattern with one of these characters more in a class that lists others of their kind. */
export function* withOneMark(pattern: string, marks: readonly string[]): Generator<[string, number]> {
  const tokens = tokensOf(pattern);
  if (tokens.length > mostTokens) return;
  for (const [at, token] of tokens.entries()) {
    if (!/^\[[^^]/.test(token) || !/[^\w\s\-[\]\\]/.test(token)) continue;
    for (const mark of marks)
      for (const [other, odds] of withMarks(token, [mark]))
        yield [[...tokens.slice(0, at), other, ...tokens.slice(at + 1)].join(''), pattern.includes(mark) ? odds : OF_UNHEARD * odds];
  }
}

/** A pattern in its parts, which joined give it again. */
export function tokensOf(pattern: string): readonly string[] {
  return pattern.match(TOKEN) ?? [];
}

/** The likeliest of what is offered, each once with its best odds, among those that `accepts` takes. */
export function likeliest(offers: Iterable<readonly [string, number]>, accepts: (text: string) => boolean): [string, number][] {
  const best = new Map<string, number>();
  for (const [text, odds] of offers) best.set(text, Math.max(odds, best.get(text) ?? 0));
  return [...best]
    .filter(([text]) => accepts(text))
    .sort((a, b) => b[1] - a[1])
    .slice(0, mostPatterns);
}

function* anchors(pattern: string, ends: readonly string[]): Generator<[string, number]> {
  yield [pattern.startsWith('^') ? pattern.slice(1) : `^${pattern}`, 0.7];
  const isAnchored = /(^|[^\\])\$$/.test(pattern);
  yield [isAnchored ? pattern.slice(0, -1) : `${pattern}$`, 0.7];
  if (!isAnchored && !pattern.startsWith('^')) yield [`^${pattern.includes('|') ? `(?:${pattern})` : pattern}$`, 0.6];
  if (isAnchored) for (const end of ends) yield [pattern.slice(0, -1) + end, 0.5];
  if (pattern.includes('|') && /^[^()]*$/.test(pattern)) {
    yield [`^(?:${pattern.replace(/^\^|\$$/g, '')})$`, 0.5];
    const parts = pattern.split('|');
    for (const at of parts.keys()) yield [parts.toSpliced(at, 1).join('|'), 0.3];
  }
}

function* tokenEdits(
  token: string,
  before: string | undefined,
  after: string | undefined,
  counts: readonly string[],
): Generator<[string, number]> {
  if (/^[*+?]\??$/.test(token) && before !== undefined) {
    const base = token.charAt(0);
    for (const other of '*+?') if (other !== base) yield [other + token.slice(1), 0.8];
    yield [token.endsWith('?') && token.length > 1 ? base : `${base}?`, 0.5];
    yield ['', 0.6];
    return;
  }
  if (/^\{/.test(token)) return yield* counted(token);
  for (const other of CLASSES[token] ?? []) yield [other, 0.5];
  // A kind of characters that Unicode knows, and another one beside it.
  if (/^\\p\{/.test(token))
    for (const [rank, other] of KINDS.entries()) if (!token.includes(other)) yield [`[${token}${other}]`, 1 / (1 + rank / 6)];
  if (/^\[/.test(token)) yield* classEdits(token);
  if (token === '(') yield ['(?:', 0.3];
  if (token === '(?:') yield ['(', 0.3];
  if (token === '(?=') yield ['(?!', 0.5];
  if (token === '(?!') yield ['(?=', 0.5];
  const repeatable = !/^[(|^$)]/.test(token) || token === ')';
  if (repeatable && !/^[*+?{]/.test(after ?? '')) {
    yield [`${token}?`, 0.35];
    yield [`${token}*`, 0.3];
    yield [`${token}+`, 0.4];
    for (const count of counts) yield [`${token}${count}`, 0.35];
    if (/^[[\\.]|^\)$/.test(token)) for (const count of ['{2}', '{3}', '{4}']) if (!counts.includes(count)) yield [`${token}${count}`, 0.1];
  }
  if (/^\\[.*+?^$()[\]{}|/]$/.test(token)) yield [token.slice(1), 0.1];
  if (/^[\w:/-]$/.test(token) && before !== '\\') yield ['', 0.12];
}

function* counted(token: string): Generator<[string, number]> {
  const match = /^\{(\d*)(,?)(\d*)\}/.exec(token);
  if (match === null) return;
  const [, low = '', comma = '', high = ''] = match;
  const n = Number(low);
  const m = Number(high);
  yield [`{${n + 1}${comma}${high}}`, 0.6];
  if (n > 0) yield [`{${n - 1}${comma}${high}}`, 0.6];
  if (high !== '') for (const other of [m + 1, m - 1]) if (other >= n) yield [`{${low},${other}}`, 0.6];
  yield [comma === '' ? `{${low},}` : `{${low}}`, 0.4];
  // So many at most, and not all of them each time.
  if (comma === '' && n > 1) yield [`{1,${n}}`, 0.5];
  yield ['+', 0.3];
  yield ['*', 0.2];
}

function* classEdits(token: string): Generator<[string, number]> {
  const negated = token.startsWith('[^');
  const inner = token.slice(negated ? 2 : 1, -1);
  yield [negated ? `[${inner}]` : `[^${inner}]`, 0.7];
  const open = negated ? '[^' : '[';
  const add = [
    '-',
    '_',
    '.',
    '0-9',
    'a-z',
    'A-Z',
    '\\s',
    '\\n',
    '$',
    ':',
    '/',
    '\\\\',
    '+',
    "'",
    '"',
    '\\]',
    '\\[',
    '@',
    '*',
    '~',
    ',',
    '\\u00C0-\\u024F',
  ];
  for (const more of add)
    if (!inner.includes(more))
      yield [more === '-' ? `${open}${inner}-]` : `${open}${inner.replace(/-$/, '')}${more}${inner.endsWith('-') ? '-' : ''}]`, 0.12];
  if (/\\p\{/.test(inner)) for (const kind of KINDS) if (!inner.includes(kind)) yield [`${open}${inner}${kind}]`, 0.3];
  // Where some control characters are meant, all may be.
  const others = inner.replace(/ |\\([\s\S])/g, (part, escaped: string | undefined) =>
    /^(?:[nrtvf]| )$/.test(escaped ?? part) ? '' : part,
  );
  if (/(?<!\\)(?:\\\\)*\\[nrtvf]/.test(inner) && !/\\(?:x0|u000)0/.test(inner)) yield [`${open}\\x00-\\x20${others}]`, 0.3];
  const parts = inner.match(/\\.|[^\\]-[^\\]|[\s\S]/g) ?? [];
  if (parts.length > 1 && parts.length < 20) for (const at of parts.keys()) yield [`${open}${parts.toSpliced(at, 1).join('')}]`, 0.2];
  for (const [a, b] of [
    ['a-z', 'a-zA-Z'],
    ['0-9', '1-9'],
    ['1-9', '0-9'],
    ['A-Z', 'a-zA-Z'],
    ['a-f', 'a-fA-F'],
    ['0-9', '\\d'],
    ['a-z', 'a-z0-9'],
    ['a-zA-Z', 'a-z'],
  ] as const) {
    if (inner.includes(a)) yield [`${open}${inner.replace(a, b)}]`, 0.3];
  }
}

/** A class that takes the characters by which what came differs from what was wanted. */
function* withMarks(token: string, marks: readonly string[]): Generator<[string, number]> {
  const escaped = marks.map((mark) => (/[\\\]^-]/.test(mark) ? `\\${mark}` : mark));
  const inner = /^\[[^^]/.test(token) ? token.slice(1, -1) : /^\\[wdsS]$/.test(token) ? token : null;
  if (inner === null || escaped.length === 0) return;
  for (const mark of escaped) if (!inner.includes(mark)) yield [`[${inner}${mark}]`, 0.4];
  if (escaped.length > 1) yield [`[${inner}${escaped.join('')}]`, 0.4];
}
