// Texts in PHP: quotes that keep variables as they are, patterns without ends, letters of several bytes, dates, case and blanks.
import { brief, entryOf } from '../../../family.ts';
import {
  ahead,
  bare,
  CALLS,
  callOf,
  functionAround,
  functionCallOf,
  operatorOf,
  parametersOf,
  phpFamily,
  phpFunctionFamily,
  says,
  statementsOf,
} from '../../php.ts';
import { type Family, isCondition, type Scene } from '../../scene.ts';
import { type Branch, sidesOf } from '../../tree.ts';
import { replaced } from '../names.ts';

const DELIMITED = /^(['"])([/#~@!%])([\s\S]*)\2([a-zA-Z]*)\1$/;

/** Pieces that are joined into one text, in order. */
function piecesOf(branch: Branch): readonly Branch[] {
  const sides = operatorOf(branch) === '.' ? sidesOf(branch) : null;
  return sides === null ? [branch] : [...piecesOf(sides[0]), ...piecesOf(sides[1])];
}

/** `'/^\d+/'` also fits what goes on otherwise; so does a pattern that is put together. */
const anchors = phpFamily('pattern without its end', 0.22, 'string encapsed_string binary_expression', function* (branch, scene) {
  const { text } = scene;
  if (operatorOf(branch.parent ?? branch) === '.') return;
  const pieces = piecesOf(branch);
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (first === undefined || last === undefined || (branch.type === 'binary_expression' && pieces.length < 2)) return;
  if (branch.type !== 'binary_expression') return yield* ofOneText(branch, scene);
  const opened = /^(['"])([/#~@!%])(\^?)/.exec(text(first));
  const closed = opened === null ? null : new RegExp(`(\\$|\\\\z)?(\\${opened[2]})([a-zA-Z]*)${opened[1]}$`).exec(text(last));
  if (opened === null || closed === null || !/string/.test(first.type) || !/string/.test(last.type)) return;
  const [, end = '', mark = '', flags = ''] = closed;
  const at = last.end - (mark.length + flags.length + 1);
  const start = { at: first.start + 2, isOpen: opened[3] !== '^' };
  if (end === '')
    for (const [rank, [sign, more]] of (
      [
        ['$', ''],
        ['$', 'D'],
        ['\\z', ''],
      ] as const
    ).entries())
      yield {
        start: at,
        end: last.end - 1,
        text: `${sign}${mark}${flags}${more}`,
        label: `the whole text fits: ${sign}${mark}${more}`,
        odds: (start.isOpen ? 0.6 : 1) / (1 + rank / 3),
      };
  if (start.isOpen) yield { start: start.at, end: start.at, text: '^', label: 'fits from the start', odds: end === '' ? 0.6 : 1 };
  if (start.isOpen && end === '')
    yield { start: start.at, end: at, text: `^${scene.file.text.slice(start.at, at)}$`, label: 'the whole text fits', odds: 0.8 };
  for (const piece of pieces)
    if (/^variable_name|member_access/.test(piece.type))
      yield replaced(piece, `preg_quote(${text(piece)}, '${mark}')`, `${brief(text(piece))} as it is`, 0.7);
});

/** Functions that ask whether a text fits. */
const FITS = /\bpreg_match\(\s*$/;

function* ofOneText(branch: Branch, scene: Scene): Generator<ReturnType<typeof replaced>> {
  const [, quote = '', mark = '', inner = '', flags = ''] = DELIMITED.exec(scene.text(branch)) ?? [];
  const isGiven = FITS.test(ahead(branch, scene)) || /const|private|static|=\s*$/.test(ahead(branch, scene));
  if (inner === '' || mark === '' || !isGiven || (mark === '%' && /^[\w.]*$/.test(inner))) return;
  const [begins, ends] = [inner.startsWith('^'), /(?:\$|\\z)$/.test(inner)];
  const put = (code: string, odds: number, more = flags): ReturnType<typeof replaced> =>
    replaced(branch, quote + mark + code + mark + more + quote, `fits ${brief(code)}${more}`, odds);
  if (!ends) yield put(`${begins ? '' : '^'}${inner}$`, begins ? 1 : 0.7);
  if (begins && !ends) yield put(`${inner}$`, 0.6, `${flags}D`);
  if (!begins && ends) yield put(`^${inner}`, 1);
  if (ends && !flags.includes('D') && inner.endsWith('$')) yield put(inner, 0.4, `${flags}D`);
  if (/[a-z]/i.test(inner.replace(/\\./g, '')) && !flags.includes('i')) yield put(inner, 0.5, `${flags}i`);
  if (!flags.includes('u') && hasWide(scene)) yield put(inner, 1, `${flags}u`);
  if (/^\^[^|]*\|[^|]*\$$/.test(inner)) yield put(`^(?:${inner.slice(1, -1)})$`, 1);
}

const WIDE = /[^ -~\s]/;

/** Whether the failing tests speak of letters that take several bytes. */
function hasWide({ clues }: Scene): boolean {
  return (
    [...clues.ownStrings, ...clues.expectedStrings].some((each) => WIDE.test(each)) ||
    clues.pairs.some(({ expected, actual }) => WIDE.test(expected + actual))
  );
}

const SEVERAL_BYTES =
  /^(?:strlen|substr|strtoupper|strtolower|strpos|strrpos|stripos|str_split|substr_count|str_pad|ucfirst|strrev|ucwords|wordwrap|strstr)$/;

/** `strlen('é')` is 2. */
const letters = phpFamily('letters of several bytes', 0.14, 'function_call_expression', function* (branch, scene) {
  const call = functionCallOf(branch, scene);
  if (call === null || !SEVERAL_BYTES.test(call.name)) return;
  const given = call.given.map(scene.text);
  const odds = hasWide(scene) ? 1.2 : says(scene, /\bmb_\w+\(/) ? 0.6 : 0.1;
  const [only = ''] = given;
  if (call.name === 'strrev') yield replaced(branch, `implode('', array_reverse(mb_str_split(${only})))`, 'reversed by letters', odds);
  else if (call.name === 'ucfirst')
    yield replaced(branch, `mb_strtoupper(mb_substr(${only}, 0, 1)) . mb_substr(${only}, 1)`, 'first letter in upper case', odds);
  else if (call.name === 'ucwords') yield replaced(branch, `mb_convert_case(${only}, MB_CASE_TITLE)`, 'words in title case', odds);
  else if (!/^(?:str_pad|wordwrap)$/.test(call.name))
    yield replaced(call.callee, `mb_${call.name}`, `${call.name} -> mb_${call.name}`, odds);
});

/** `'$name'` and `'\n'` are no variable and no new line. */
const quotes = phpFamily('quotes that keep what is in them', 0.13, 'string', function* (branch, scene) {
  const [, inner = ''] = /^'([\s\S]*)'$/.exec(scene.text(branch)) ?? [];
  if (inner.includes('"') || DELIMITED.test(scene.text(branch)) || /preg_\w+\(\s*$/.test(ahead(branch, scene))) return;
  const names = inner.match(/\$[a-z]\w*/gi) ?? [];
  const isKnown = names.length > 0 && names.every((name) => scene.names(branch).includes(name));
  if (isKnown || /\\[nrt]/.test(inner)) yield replaced(branch, `"${inner}"`, `"${brief(inner)}"`, isKnown ? 1 : 0.8);
});

/** Letters of a date's format that are mistaken for each other. */
const DATE_LETTERS: Readonly<Record<string, readonly string[]>> = {
  m: ['i', 'n', 'M'],
  i: ['m'],
  h: ['H'],
  H: ['h', 'G'],
  Y: ['y', 'o'],
  y: ['Y'],
  d: ['j', 'D'],
  j: ['d'],
  n: ['m'],
  D: ['d', 'l'],
  w: ['N'],
  N: ['w'],
  M: ['F', 'm'],
  l: ['D'],
  F: ['M'],
  g: ['G'],
  G: ['H'],
  o: ['Y'],
};

/** `'H:m'` tells the month, `->d` the days beside whole months. */
const dates = phpFamily('parts of a date', 0.1, `string name ${CALLS}`, function* (branch, scene) {
  const { text } = scene;
  if (branch.type === 'name') {
    const isRead =
      branch.parent?.type === 'member_access_expression' &&
      branch.field === 'name' &&
      /->diff\(|\$(?:diff|interval)/.test(text(branch.parent));
    const other = entryOf({ d: 'days', days: 'days + 1', h: 'days', i: 'days', m: 'days' }, text(branch));
    if (isRead && other !== undefined) yield replaced(branch, other, `->${text(branch)} -> ->${other}`, 1.2);
    return;
  }
  const call = callOf(branch, scene);
  if (call !== null) {
    const [one, more] = call.given;
    if (
      call.name === 'diff' &&
      call.object !== null &&
      one !== undefined &&
      more === undefined &&
      /^\$[\w>-]+$/.test(text(call.object) + text(one).slice(1))
    )
      yield replaced(branch, `${text(one)}->diff(${text(call.object)})`, 'difference the other way round', 0.7);
    return;
  }
  if (!/(?:->format\(|\bdate\(|createFromFormat\()\s*$/.test(ahead(branch, scene))) return;
  const own = text(branch);
  for (let at = 1; at < own.length - 1; at++) {
    const letter = own.charAt(at);
    for (const [rank, other] of (own.charAt(at - 1) === '\\' ? [] : (DATE_LETTERS[letter] ?? []).slice(0, 2)).entries()) {
      // A month among hours is none.
      const isTime = letter === 'm' && other === 'i' && /[Hhg:]/.test(own.charAt(at - 1) + own.charAt(at - 2));
      yield replaced(
        branch,
        own.slice(0, at) + other + own.slice(at + 1),
        `${letter} -> ${other} in ${own}`,
        (isTime ? 1.5 : 0.5) / (1 + rank),
      );
    }
  }
});

/** Texts compared letter by letter, though their case or the blanks around them do not count. */
const alike = phpFamily('case and blanks', 0.07, 'binary_expression function_call_expression cast_expression', function* (branch, scene) {
  const { text } = scene;
  const sides = /^[!=]==?$/.test(operatorOf(branch)) ? sidesOf(branch) : null;
  if (sides?.every((side) => isText(side, scene)) && !sides.every(({ type }) => /string/.test(type))) {
    const sign = operatorOf(branch);
    const [left, right] = sides.map(text);
    yield replaced(branch, `strtolower(${left}) ${sign} strtolower(${right})`, 'compared whatever their case', 0.8);
    yield replaced(branch, `strcasecmp(${left}, ${right}) ${sign} 0`, 'compared whatever their case', 0.5);
    for (const side of sides)
      if (!/string/.test(side.type))
        for (const name of ['strtolower', 'strtoupper'])
          yield replaced(side, `${name}(${text(side)})`, `${name}(${brief(text(side))})`, 0.3);
  }
  if (/^\(string\)/.test(text(branch)) && branch.type === 'cast_expression' && branch.field === 'right')
    yield replaced(branch, `trim(${text(branch)})`, 'without blanks around', 0.8);
  const call = functionCallOf(branch, scene);
  const compares = /^(?:str(?:n|nat|coll)?(?:case)?cmp|levenshtein)$/.test(call?.name ?? '');
  const denied = branch.parent?.type === 'unary_op_expression' ? branch.parent : null;
  if (compares && denied === null && isCondition(branch, scene.language))
    yield replaced(branch, `${text(branch)} === 0`, `${brief(text(branch))} is 0`, 2);
  const [first] = call?.given ?? [];
  if (first === undefined || call === null || call.given.length > 2) return;
  const own = text(first);
  if (/^(?:strtolower|mb_strtolower|strtoupper)$/.test(call.name) && !/^trim\(/.test(own))
    yield replaced(first, `trim(${own})`, `trim(${brief(own)})`, 0.8);
  if (call.name === 'trim' && call.given.length === 1) yield replaced(branch, `strtolower(${text(branch)})`, 'in lower case', 0.8);
  if (call.name === 'trim' && call.given.length === 1)
    yield replaced(branch, `strtoupper(${text(branch)})`, 'in upper case', says(scene, /strtoupper\(/) ? 0.8 : 0.3);
  if (/^uc(?:first|words)$/.test(call.name) && !/^(?:mb_)?strtolower\(/.test(own))
    yield replaced(first, `strtolower(${own})`, `the rest in lower case`, 1);
});

/** Whether a value is a text, as far as it can be told. */
function isText(branch: Branch, scene: Scene): boolean {
  const own = scene.text(bare(branch));
  if (/string/.test(branch.type)) return own.length > 3;
  if (/^(?:int|float|null|bool)|\b(?:count|size|id|index|length|total|number)\b/i.test(own)) return false;
  const fn = functionAround(branch);
  const types = fn === null ? [] : parametersOf(fn, scene).filter(({ name }) => name === own);
  return (
    types.some(({ type }) => /string/.test(type)) ||
    /\b(?:name|word|text|email|key|code|tag|title|role|method|type|unit|label|login|slug)\b/i.test(own.replace(/[_A-Z]/g, ' $&'))
  );
}

/** What a method is given is put in order at first: without blanks, in lower case. */
const normalised = phpFunctionFamily('put in order at first', 0.06, 'method_declaration function_definition', function* (branch, scene) {
  const [first] = statementsOf(branch);
  if (first === undefined) return;
  for (const { name, type } of parametersOf(branch, scene)
    .filter((each) => /^\??string$/.test(each.type))
    .slice(0, 2)) {
    if (new RegExp(`(?:trim|strtolower)\\((?:trim\\()?\\${name}\\b`).test(scene.text(branch)) || type.startsWith('?')) continue;
    for (const [rank, code] of [`strtolower(${name})`, `trim(${name})`, `strtolower(trim(${name}))`].entries())
      yield {
        start: first.start,
        end: first.start,
        text: `${name} = ${code};\n${scene.indent(first)}`,
        label: `${name} = ${code}`,
        odds: 0.6 / (1 + rank / 3),
      };
  }
});

/** Functions whose arguments say what is cut off, left out, or kept as it is. */
const arguments_ = phpFamily('arguments of a text function', 0.09, 'function_call_expression', function* (branch, scene) {
  const call = functionCallOf(branch, scene);
  const [first, second, third] = call?.given ?? [];
  if (call === null || first === undefined) return;
  const [a, b] = [scene.text(first), second === undefined ? '' : scene.text(second)];
  const add = (text: string, odds: number): ReturnType<typeof replaced> => ({
    start: call.list.end - 1,
    end: call.list.end - 1,
    text,
    label: `${call.name}(…${text})`,
    odds,
  });
  // The second argument of trim is a set of characters, no text.
  const [, chars = ''] = /^['"](\w{2,}|[^'"]*[a-zA-Z]{2,}[^'"]*)['"]$/.exec(b) ?? [];
  if (call.name === 'ltrim' && chars !== '')
    yield replaced(branch, `str_starts_with(${a}, ${b}) ? substr(${a}, ${chars.length}) : ${a}`, `without ${b} in front`, 1.2);
  if (call.name === 'rtrim' && chars !== '')
    yield replaced(branch, `str_ends_with(${a}, ${b}) ? substr(${a}, 0, -${chars.length}) : ${a}`, `without ${b} behind`, 1.2);
  if (call.name === 'explode' && second !== undefined && third === undefined) {
    yield replaced(branch, `array_map('trim', ${scene.text(branch)})`, 'parts without blanks around', 1);
    yield replaced(branch, `${b} === '' ? [] : ${scene.text(branch)}`, `no part of ${brief(b)} where it is empty`, 0.6);
    yield replaced(branch, `array_filter(${scene.text(branch)})`, 'parts that are there', 0.4);
  }
  if (call.name === 'preg_quote' && second === undefined) yield add(", '/'", 1);
  if (call.name === 'htmlspecialchars' && second === undefined) yield add(', ENT_QUOTES', 0.7);
  if (call.name === 'json_encode' && second === undefined)
    for (const flag of ['JSON_UNESCAPED_UNICODE', 'JSON_UNESCAPED_SLASHES', 'JSON_THROW_ON_ERROR', 'JSON_PRETTY_PRINT'])
      yield add(`, ${flag}`, flag.includes('UNICODE') && hasWide(scene) ? 1.5 : 0.5);
  if (call.name === 'json_decode' && call.given.length < 3)
    yield add(second === undefined ? ', true, 512, JSON_THROW_ON_ERROR' : ', 512, JSON_THROW_ON_ERROR', 0.5);
  if (call.name === 'str_pad' && third !== undefined && call.given.length === 3) yield add(', STR_PAD_LEFT', 1);
  if (call.name === 'str_pad' && second !== undefined && third === undefined) yield add(", '0', STR_PAD_LEFT", 0.6);
  if (call.name === 'preg_match' && second !== undefined && isCondition(branch, scene.language))
    yield replaced(branch, `${scene.text(branch)} === 1`, 'fits once', 0.2);
});

/** `sprintf('%d', …)`: digits that are filled up or cut off. */
const formats = phpFamily('format of a number', 0.08, 'string encapsed_string', function* (branch, scene) {
  if (!/(?:printf|sprintf)\(\s*$/.test(ahead(branch, scene))) return;
  const own = scene.text(branch);
  const others: Readonly<Record<string, readonly string[]>> = {
    '%d': ['%02d', '%s', '%.2f'],
    '%s': ['%.2f', '%d', '%02d'],
    '%f': ['%.2f', '%.1f'],
    '%.1f': ['%.2f'],
    '%.2f': ['%.1f'],
    '%2d': ['%02d'],
    '%02d': ['%d'],
  };
  for (const { 0: found, index } of own.matchAll(/%[\d.]*[dsf]/g))
    for (const [rank, other] of (others[found] ?? []).entries())
      yield replaced(
        branch,
        own.slice(0, index) + other + own.slice(index + found.length),
        `${found} -> ${other} in ${brief(own)}`,
        1 / (1 + rank),
      );
});

export const phpTextFamilies: readonly Family[] = [anchors, letters, quotes, dates, alike, normalised, arguments_, formats];
