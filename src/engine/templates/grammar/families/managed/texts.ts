// Texts, patterns, dates and bounds in Java and C#.
import { brief } from '../../../family.ts';
import { argumentsOf, isJava, methodCall, typeOf, withImport, wordsOf } from '../../managed.ts';
import type { Family, Scene } from '../../scene.ts';
import { type Branch, namedChildren } from '../../tree.ts';
import { replaced } from '../names.ts';

const SPECIAL = /^"([.|*+?^$()[\]{}])"$/;

/** A separator that is read as a pattern; parts that are left out at the end. */
const splits: Family = {
  name: 'text split',
  share: 0.12,
  *propose(branch, scene) {
    const call = methodCall(branch, scene);
    const [by, more] = call?.given ?? [];
    if (call === null || by === undefined || (by.type !== 'string_literal' && by.type !== 'character_literal')) return;
    const own = scene.text(by);
    if (isJava(scene) && /^(?:split|replaceAll|replaceFirst|matches)$/.test(call.name)) {
      const [, special] = SPECIAL.exec(own) ?? [];
      if (special !== undefined) yield replaced(by, `"\\\\${special}"`, `${special} as it is`, 4);
      if (call.name === 'replaceAll' && call.object !== null && /["\\.|*+?()[\]]/.test(own.slice(1, -1)) && !/\\\\[sdwSDW]|\[/.test(own))
        yield replaced(
          branch,
          `${scene.text(call.object)}.replace(${call.given.map(scene.text).join(', ')})`,
          'as a text, not a pattern',
          1,
        );
    }
    if (!/^[sS]plit$/.test(call.name) || more !== undefined) return;
    const blank = own.slice(1, -1) === ' ';
    if (isJava(scene)) {
      if (blank) yield replaced(by, '"\\\\s+"', 'any blanks', 1.5);
      yield { start: by.end, end: by.end, text: ', -1', label: 'with empty parts at the end', odds: blank ? 0.3 : 1 };
      yield { start: by.end, end: by.end, text: ', 2', label: 'in two parts', odds: 0.8 };
      if (!blank && /^"[^\\\w\s]"$/.test(own))
        yield replaced(by, `"\\\\s*${SPECIAL.test(own) ? '\\\\' : ''}${own.slice(1)}`.replace(/"$/, '\\\\s*"'), 'with blanks around', 0.6);
      return;
    }
    yield { start: by.end, end: by.end, text: ', StringSplitOptions.RemoveEmptyEntries', label: 'without empty parts', odds: 1 };
    yield { start: by.end, end: by.end, text: ', StringSplitOptions.TrimEntries', label: 'without blanks', odds: 0.6 };
    yield { start: by.end, end: by.end, text: ', 2', label: 'in two parts', odds: 0.5 };
  },
};

/** `trim`, `toLowerCase` and their like, where the file does so elsewhere or a key is given by someone else. */
const normalised: Family = {
  name: 'case and blanks',
  share: 0.12,
  *propose(branch, scene) {
    const words = wordsOf(scene);
    if (words === null || !/^(?:identifier|field_access|method_invocation|invocation_expression)$/.test(branch.type)) return;
    if (/^(?:name|type|left|object|function|field|expression)$/.test(branch.field ?? '') || typeOf(branch, scene) !== words.text) return;
    const own = scene.text(branch);
    if (own.length > 60 || /\.(?:toLowerCase|toUpperCase|trim|strip|ToLower\w*|ToUpper\w*|Trim)\(\)$/.test(own)) return;
    const odds = asKey(branch, scene);
    if (odds === 0) return;
    const all = scene.file.text;
    const used = (word: string): number => (new RegExp(`\\.${word}\\w*\\(`).test(all) ? 2 : 0.7);
    const lower = /ToLowerInvariant/.test(all) ? 'ToLowerInvariant' : words.lower;
    const made: readonly (readonly [string, number])[] = [
      [`${own}.${lower}()`, used(words.lower)],
      [`${own}.${words.trim}()`, used(words.trim)],
      [`${own}.${words.upper}()`, used(words.upper) * (used(words.upper) > 1 ? 1 : 0.3)],
      [`${own}.${words.trim}().${lower}()`, used(words.lower) * used(words.trim) > 2 ? 0.7 : 0.2],
    ];
    for (const [text, likely] of made) yield replaced(branch, text, `${brief(own)} -> ${brief(text)}`, odds * likely);
  },
};

const KEYED =
  /^(?:get|getOrDefault|put|putIfAbsent|contains|containsKey|remove|add|merge|computeIfAbsent|equals|parse\w*|valueOf|indexOf|startsWith|Contains|ContainsKey|TryGetValue|Add|Remove|Equals|Parse)$/;

/** How likely a text at this place is a key that others write in another way. */
function asKey(branch: Branch, scene: Scene): number {
  const list = branch.parent?.type === 'argument' ? branch.parent.parent : branch.parent;
  if (list?.type === 'bracketed_argument_list') return 0.6;
  if (list?.type === 'argument_list') {
    const call = methodCall(list.parent, scene);
    if (call === null || !KEYED.test(call.name)) return 0;
    if (/^parse|^valueOf$|^Parse$/.test(call.name))
      return scene.clues.said.has('NumberFormatException') || scene.clues.said.has('FormatException') || scene.clues.said.has('constant')
        ? 3
        : 0.3;
    return call.given[0] === branch ? 0.6 : 0.2;
  }
  if (branch.parent?.type === 'assignment_expression' && branch.field === 'right') return 0.5;
  if (/^variable_declarator$/.test(branch.parent?.type ?? '')) return branch.type === 'identifier' ? 0 : 0.4;
  return /^(?:return_statement|enhanced_for_statement)$/.test(branch.parent?.type ?? '') ? 0.25 : 0;
}

/** Letters of patterns of dates that are taken for each other. */
const DATES: readonly (readonly [RegExp, string])[] = [
  [/YYYY/, 'yyyy'],
  [/(?<=[yY]{4}.?)mm/, 'MM'],
  [/(?<=[Hh]{1,2}:)MM/, 'mm'],
  [/hh(?=:)/, 'HH'],
  [/HH(?=:)/, 'hh'],
  [/DD/, 'dd'],
  [/(?<=:)SS/, 'ss'],
];

const dates: Family = {
  name: 'pattern of a date',
  share: 0.3,
  *propose(branch, scene) {
    const own = scene.text(branch);
    if (branch.type !== 'string_literal' || wordsOf(scene) === null || !/[yYhHdD]{2}|mm:|:mm/.test(own) || own.length > 40) return;
    for (const [letters, right] of DATES)
      if (letters.test(own)) yield replaced(branch, own.replace(letters, right), `${brief(own)} with ${right}`, right === 'hh' ? 0.2 : 1);
  },
};

/** `isBefore` leaves out the day itself. */
const moments: Family = {
  name: 'moment itself',
  share: 0.12,
  *propose(branch, scene) {
    const call = isJava(scene) ? methodCall(branch, scene) : null;
    if (call?.object == null || !/^is(?:Before|After)$/.test(call.name)) return;
    const other = call.name === 'isBefore' ? 'isAfter' : 'isBefore';
    const rest = `${scene.text(call.object)}.${other}${scene.text(call.list)}`;
    const { parent } = branch;
    const isDenied = parent?.type === 'unary_expression';
    if (isDenied && parent !== null) yield replaced(parent, rest, 'the other way round, without the moment itself', 1);
    else yield replaced(branch, `!${rest}`, 'with the moment itself', 1.5);
    yield replaced(branch, rest, `${call.name} -> ${other}`, 0.8);
  },
};

const FORMS: Readonly<Record<string, readonly string[]>> = {
  '%d': ['%s', '%02d', '%.2f', '%,d'],
  '%s': ['%d', '%.2f'],
  '%f': ['%.2f', '%.1f'],
  '%.2f': ['%.1f', '%.0f', '%,.2f'],
  '%.1f': ['%.2f'],
  '%02d': ['%d', '%03d'],
  '%x': ['%02x', '%X'],
};

/** What a format says of a value. */
const formats: Family = {
  name: 'format of a value',
  share: 0.1,
  *propose(branch, scene) {
    const own = scene.text(branch);
    if (!isJava(scene) || branch.type !== 'string_literal' || !/%[-\d.,]*[dsfx]/.test(own) || own.length > 100) return;
    const told = scene.clues.said.has('IllegalFormatConversionException') ? 12 : 1;
    for (const match of own.matchAll(/%[-\d.,]*[dsfx]/g)) {
      const [form] = match;
      for (const [rank, other] of (Object.hasOwn(FORMS, form) ? (FORMS[form] ?? []) : []).slice(0, 3).entries())
        yield replaced(
          branch,
          own.slice(0, match.index) + other + own.slice(match.index + form.length),
          `${form} -> ${other}`,
          told / (1 + rank),
        );
    }
  },
};

/** A pattern that fits somewhere where it is to fit the whole, and texts with a meaning as patterns. */
const matching: Family = {
  name: 'whole match',
  share: 0.15,
  *propose(branch, scene) {
    const call = methodCall(branch, scene);
    if (call?.object == null) return;
    const object = scene.text(call.object);
    if (isJava(scene) && call.given.length === 0 && /^(?:find|matches|lookingAt)$/.test(call.name))
      for (const name of ['matches', 'find'])
        if (name !== call.name) yield replaced(branch, `${object}.${name}()`, `${call.name} -> ${name}`, 1);
    const [by] = call.given;
    if (isJava(scene) && object === 'Pattern' && call.name === 'compile' && by?.type === 'identifier')
      yield replaced(by, `Pattern.quote(${scene.text(by)})`, 'as a text', 1);
    if (isJava(scene) && object === 'Pattern' && call.name === 'compile' && call.given.length === 1 && by !== undefined)
      yield { start: by.end, end: by.end, text: ', Pattern.CASE_INSENSITIVE', label: 'in any case', odds: 0.6 };
    if (!isJava(scene) && object === 'Regex' && by !== undefined && call.given[1] !== undefined && call.given.length === 2)
      yield { start: call.given[1].end, end: call.given[1].end, text: ', RegexOptions.IgnoreCase', label: 'in any case', odds: 0.6 };
    const [given] = call.given;
    if (
      !isJava(scene) &&
      /^(?:Equals|StartsWith|EndsWith|Contains|IndexOf)$/.test(call.name) &&
      call.given.length === 1 &&
      given !== undefined &&
      typeOf(call.object, scene) === 'string'
    )
      yield withImport(
        { start: given.end, end: given.end, text: ', StringComparison.OrdinalIgnoreCase', label: 'in any case', odds: 0.8 },
        'System',
        scene,
      );
  },
};

/** An array written as its place in memory. */
const arrays: Family = {
  name: 'array as a text',
  share: 0.4,
  *propose(branch, scene) {
    const call = isJava(scene) ? methodCall(branch, scene) : null;
    if (call?.object == null) return;
    const [given] = call.given;
    const isWritten = call.name === 'toString' && given === undefined && typeOf(call.object, scene)?.endsWith('[]') === true;
    if (isWritten)
      yield withImport(replaced(branch, `Arrays.toString(${scene.text(call.object)})`, 'item by item', 1), 'java.util.Arrays', scene);
    if (given !== undefined && /^(?:valueOf|hash|hashCode)$/.test(call.name) && typeOf(given, scene)?.endsWith('[]') === true) {
      const text = call.name === 'valueOf' ? `Arrays.toString(${scene.text(given)})` : `Arrays.hashCode(${scene.text(given)})`;
      yield withImport(replaced(branch, text, 'item by item', 1), 'java.util.Arrays', scene);
    }
    if (
      argumentsOf(typeOf(call.object, scene) ?? '').length === 0 &&
      call.name === 'append' &&
      given !== undefined &&
      namedChildren(given).length === 0 &&
      /^(?:int|byte|long)\[\]$/.test(typeOf(given, scene) ?? '')
    )
      yield withImport(replaced(given, `Arrays.toString(${scene.text(given)})`, 'item by item', 1), 'java.util.Arrays', scene);
  },
};

export const managedTextFamilies: readonly Family[] = [splits, normalised, dates, moments, formats, matching, arrays];
