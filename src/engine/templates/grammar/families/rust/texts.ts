// Texts of Rust: characters taken for bytes, blanks and capitals that are not made alike, parts that are cut at the wrong places.
import { brief, entryOf, type Proposal } from '../../../family.ts';
import { bracketed, functionAround, isRust, isText, type MethodCall, methodCallOf, operatorOf, typesIn } from '../../rust.ts';
import type { Family, Scene } from '../../scene.ts';
import { type Branch, fieldOf, namedChildren, sidesOf } from '../../tree.ts';
import { replaced } from '../names.ts';

/** `..n`, `a..` and `a..b`, each end where it is there; null for what is no range. */
function rangeOf(branch: Branch | undefined, scene: Scene): { readonly from: string | null; readonly to: string | null } | null {
  if (branch?.type !== 'range_expression') return null;
  const at = branch.children.findIndex(({ type }) => type === '..' || type === '..=');
  const text = (each: Branch | undefined): string | null => (each === undefined ? null : scene.text(each));
  const [from, to] = [text(branch.children[at - 1]), text(branch.children[at + 1])];
  return { from, to: to !== null && branch.children[at]?.type === '..=' ? `${to} + 1` : to };
}

/** How often a slice of a text ends within a character, in tests that do not say so. */
const UNSAID = 0.3;

/** `text[..n]` cuts at bytes: `text.chars().take(n).collect()`. */
const cutAtBytes: Family = {
  name: 'cut at bytes',
  share: 0.3,
  *propose(branch, scene) {
    const [of, index] = isRust(scene) && branch.type === 'index_expression' ? namedChildren(branch) : [];
    const range = rangeOf(index, scene);
    const { insideCharacter } = scene.clues.complaints.rust;
    if (of === undefined || range === null || !(insideCharacter || isText(of, scene))) return;
    const odds = insideCharacter ? 1 : UNSAID / 2;
    const name = scene.text(of);
    const skipped = range.from === null || range.from === '0' ? '' : `.skip(${range.from})`;
    const count = range.to === null ? '' : skipped === '' ? range.to : `${range.to} - ${range.from}`;
    const chars = `${name}.chars()${skipped}${count === '' ? '' : `.take(${count})`}`;
    const outer = branch.parent?.type === 'reference_expression' ? branch.parent : branch;
    const owned = outer.parent?.type === 'field_expression' ? methodCallOf(outer.parent.parent, scene) : null;
    const isOwned = owned !== null && /^(?:to_string|to_owned|into)$/.test(owned.name);
    const whole = isOwned ? owned.call : outer;
    const text = `${chars}.collect::<String>()`;
    const statement = whole.parent?.type === 'let_declaration' && whole.field === 'value' ? whole.parent : null;
    const pattern = statement === null ? null : fieldOf(statement, 'pattern');
    if (statement !== null && pattern !== null && fieldOf(statement, 'type') === null)
      yield { start: pattern.end, end: whole.end, text: `: String = ${chars}.collect()`, label: `${brief(chars)}, by characters`, odds };
    else if (statement !== null || (isOwned && whole.parent?.type === 'block'))
      yield replaced(whole, `${chars}.collect()`, `${brief(chars)}, by characters`, odds);
    const borrowed = !isOwned && outer !== branch ? '&' : '';
    yield replaced(whole, `${borrowed}${text}`, `${brief(chars)}, by characters`, odds * 0.6);
    if (insideCharacter) yield* movedToCharacter(outer, name, range, scene);
  },
};

/** Slices of a text that end where a character does. */
function* movedToCharacter(
  slice: Branch,
  name: string,
  range: { from: string | null; to: string | null },
  scene: Scene,
): Generator<Proposal> {
  const own = scene.text(slice).slice(scene.text(slice).indexOf('['));
  yield replaced(slice, `${name}.get(${own.slice(1, -1)}).unwrap_or(${name})`, 'all of it in the middle of a character', 0.3);
  const end = range.from === null ? range.to : range.to === null ? range.from : null;
  if (end === null) return;
  const at = `${name}.char_indices().nth(${end}).map_or(${name}.len(), |(at, _)| at)`;
  yield replaced(slice, `&${name}[${range.from === null ? `..${at}` : `${at}..`}]`, 'counted in characters', 0.6);
}

/** `text.len()` counts bytes. */
const bytesCounted: Family = {
  name: 'bytes counted',
  share: 0.08,
  *propose(branch, scene) {
    const call = isRust(scene) ? methodCallOf(branch, scene) : null;
    if (call === null) return;
    const own = bracketed(call.object, scene);
    const isAlien = [...scene.clues.testStrings].some((text) => /[^\x20-\x7e]/.test(text)) || scene.clues.complaints.rust.insideCharacter;
    if (call.name === 'len' && isText(call.object, scene))
      yield replaced(branch, `${own}.chars().count()`, 'characters counted', isAlien ? 2 : 0.4);
    if (call.name === 'bytes' && call.given.length === 0)
      yield replaced(call.method, 'chars', 'characters instead of bytes', isAlien ? 2 : 0.4);
    const [width] = call.given;
    if (/^(?:split_at|truncate)$/.test(call.name) && width !== undefined && isAlien && isText(call.object, scene))
      yield replaced(
        width,
        `${own}.char_indices().nth(${scene.text(width)}).map_or(${own}.len(), |(at, _)| at)`,
        'counted in characters',
        1,
      );
  },
};

const LINK = /^(?:trim|trim_start|trim_end|to_lowercase|to_uppercase|to_ascii_lowercase|to_ascii_uppercase|split_whitespace)$/;

/** Whether a text is made alike already, somewhere in its chain. */
function isMadeAlike(branch: Branch, method: RegExp, scene: Scene): boolean {
  return method.test(scene.text(branch));
}

/** Blanks around what is read: `text.parse()` -> `text.trim().parse()`. */
const blanks: Family = {
  name: 'blanks around',
  share: 0.07,
  *propose(branch, scene) {
    const call = isRust(scene) ? methodCallOf(branch, scene) : null;
    if (call === null || isMadeAlike(call.object, /trim/, scene)) return;
    const { name, object } = call;
    const isRead = /^(?:parse|is_empty|to_lowercase|to_uppercase|to_string|starts_with|split_once|as_str|to_owned)$/.test(name);
    if (isRead && (isText(object, scene) || name === 'parse')) {
      const odds = name === 'parse' ? 1.2 : name === 'is_empty' ? 0.6 : 0.4;
      yield replaced(object, `${bracketed(object, scene)}.trim()`, 'without blanks around', odds);
    }
    if (/^(?:split|splitn|lines|rsplit)$/.test(name) && !isTrimmedLater(branch, scene)) {
      yield { start: branch.end, end: branch.end, text: '.map(str::trim)', label: 'each without blanks around', odds: 0.8 };
      if (name === 'lines') yield replaced(object, `${bracketed(object, scene)}.trim()`, 'without blanks around', 0.3);
    }
  },
};

function isTrimmedLater(branch: Branch, scene: Scene): boolean {
  const rest = scene.file.text.slice(branch.end, branch.end + 40);
  return /^\s*\.map\((?:str::trim|\|\w+\| \w+\.trim)/.test(rest);
}

/** Empty parts between separators. */
const emptyParts: Family = {
  name: 'empty parts',
  share: 0.06,
  *propose(branch, scene) {
    const call = isRust(scene) ? methodCallOf(branch, scene) : null;
    const [by, more] = call?.given ?? [];
    if (call === null) return;
    const rest = scene.file.text.slice(branch.end, branch.end + 90);
    const isFiltered = /^\s*(?:\.map\([^)]*\)\s*)?\.filter\(/.test(rest);
    if (call.name === 'split' && by !== undefined && more === undefined) {
      if (/^(?:' '|" "|'\\t')$/.test(scene.text(by)))
        yield replaced(branch, `${bracketed(call.object, scene)}.split_whitespace()`, 'at all blanks', 1.5);
      if (/^(?:'\\n'|"\\n")$/.test(scene.text(by))) yield replaced(branch, `${bracketed(call.object, scene)}.lines()`, 'lines', 1.5);
      yield replaced(branch, `${bracketed(call.object, scene)}.splitn(2, ${scene.text(by)})`, 'two parts', 0.4);
    }
    if (isFiltered) return;
    if (/^(?:split|lines)$/.test(call.name))
      yield { start: branch.end, end: branch.end, text: '.filter(|part| !part.is_empty())', label: 'without empty parts', odds: 1 };
    if (call.name === 'lines')
      yield {
        start: branch.end,
        end: branch.end,
        text: '.filter(|line| !line.trim().is_empty())',
        label: 'without blank lines',
        odds: 0.8,
      };
    const [only] = call.given;
    if (call.name === 'map' && only !== undefined && scene.text(only) === 'str::trim')
      yield { start: branch.end, end: branch.end, text: '.filter(|part| !part.is_empty())', label: 'without empty parts', odds: 1 };
  },
};

const ALIKE = /to_(?:ascii_)?(?:lower|upper)case|eq_ignore_ascii_case/;

/** Capitals that make a difference: in a comparison, in a key, in what is looked for. */
const capitals: Family = {
  name: 'capitals',
  share: 0.07,
  *propose(branch, scene) {
    if (!isRust(scene)) return;
    const sides = /^[=!]=$/.test(operatorOf(branch)) ? sidesOf(branch) : null;
    if (sides?.some((side) => isText(side, scene)) && !ALIKE.test(scene.text(branch))) yield* comparedAlike(branch, sides, scene);
    const call = methodCallOf(branch, scene);
    if (call !== null) yield* keyedAlike(call, scene);
  },
};

function* comparedAlike(branch: Branch, sides: readonly [Branch, Branch], scene: Scene): Generator<Proposal> {
  const not = operatorOf(branch) === '!=' ? '!' : '';
  const [left, right] = sides;
  const other = right.type === 'string_literal' || right.type === 'reference_expression' || /&/.test(typeOfName(right, scene)) ? '' : '&';
  yield replaced(
    branch,
    `${not}${bracketed(left, scene)}.eq_ignore_ascii_case(${other}${scene.text(right)})`,
    'capitals make no difference',
    0.7,
  );
  const lower = (side: Branch): string => (side.type === 'string_literal' ? scene.text(side) : `${bracketed(side, scene)}.to_lowercase()`);
  yield replaced(branch, `${lower(left)} ${operatorOf(branch)} ${lower(right)}`, 'capitals make no difference', 1);
}

function typeOfName(branch: Branch, scene: Scene): string {
  const fn = functionAround(branch);
  return fn === null ? '' : (typesIn(fn, scene).get(scene.text(branch)) ?? '');
}

function* keyedAlike(call: MethodCall, scene: Scene): Generator<Proposal> {
  const [key] = call.given;
  if (key === undefined || ALIKE.test(scene.text(call.call))) return;
  if (/^(?:entry|insert|push)$/.test(call.name)) {
    const made = methodCallOf(key, scene);
    if (made !== null && /^(?:to_string|to_owned|into|clone)$/.test(made.name)) {
      const odds = call.name === 'push' ? 0.3 : 1;
      yield replaced(made.method, 'to_lowercase', 'capitals make no difference', odds);
      if (!/trim/.test(scene.text(made.object)))
        yield replaced(made.object, `${bracketed(made.object, scene)}.trim()`, 'without blanks around', odds * 0.5);
    }
  }
  if (/^(?:get|contains_key|remove|get_mut)$/.test(call.name) && isText(key, scene))
    yield replaced(key, `&${bracketed(key, scene).replace(/^&/, '')}.to_lowercase()`, 'capitals make no difference', 0.6);
  if (/^(?:contains|starts_with|ends_with)$/.test(call.name) && isText(key, scene) && isText(call.object, scene)) {
    const needle = key.type === 'string_literal' ? scene.text(key) : `&${scene.text(key).replace(/^&/, '')}.to_lowercase()`;
    yield replaced(call.call, `${bracketed(call.object, scene)}.to_lowercase().${call.name}(${needle})`, 'capitals make no difference', 1);
  }
}

/** A text is matched as it is: `match unit` -> `match unit.to_lowercase().as_str()`. */
const matched: Family = {
  name: 'text matched',
  share: 0.07,
  *propose(branch, scene) {
    const [value, body] =
      isRust(scene) && branch.type === 'match_expression' ? [fieldOf(branch, 'value'), fieldOf(branch, 'body')] : [null, null];
    if (value === null || body === null) return;
    const hasTexts = namedChildren(body).some((arm) => /^"/.test(scene.text(arm)));
    const own = bracketed(value, scene).replace(/\.as_str\(\)$/, '');
    if (!hasTexts) return;
    if (!/trim/.test(own))
      yield replaced(value, scene.text(value).endsWith('.as_str()') ? `${own}.trim()` : `${own}.trim()`, 'without blanks around', 0.7);
    if (ALIKE.test(own)) return;
    const isUpper = namedChildren(body).every((arm) => !/^"[^"]*[a-z]/.test(scene.text(arm)));
    yield replaced(value, `${own}.${isUpper ? 'to_uppercase' : 'to_lowercase'}().as_str()`, 'capitals make no difference', 1);
  },
};

/** `trim_start_matches("a")` takes `a` off again and again; a part that is cut may not be there. */
const taken: Family = {
  name: 'taken off once',
  share: 0.2,
  *propose(branch, scene) {
    const call = isRust(scene) ? methodCallOf(branch, scene) : null;
    const [what, more] = call?.given ?? [];
    if (call === null || what === undefined || more !== undefined) return;
    const own = bracketed(call.object, scene);
    const once = entryOf({ trim_start_matches: 'strip_prefix', trim_end_matches: 'strip_suffix' }, call.name);
    if (once !== undefined && call.object.type === 'identifier')
      yield replaced(branch, `${own}.${once}(${scene.text(what)}).unwrap_or(${own})`, 'taken off once', 1);
    if (call.name === 'trim_matches') yield replaced(call.method, 'trim_end_matches', 'at the end alone', 0.2);
  },
};

const SPECS = ['02', '.2', '.1', '?', '03'];

/** How a value is written in a format: `{}` -> `{:02}`. */
const written: Family = {
  name: 'format of a value',
  share: 0.05,
  *propose(branch, scene) {
    const list = branch.parent;
    if (!isRust(scene) || branch.type !== 'string_literal' || list?.type !== 'token_tree' || list.parent?.type !== 'macro_invocation')
      return;
    const macro = fieldOf(list.parent, 'macro');
    if (macro === null || !/^(?:format|write|writeln|print|println|push)$/.test(scene.text(macro))) return;
    const text = scene.text(branch);
    const wanted = scene.clues.pairs.map(({ expected }) => expected).join('\n');
    for (const hole of text.matchAll(/\{(\w*)(?::([^}]*))?\}/g)) {
      const [whole, name = '', spec] = hole;
      const at = branch.start + hole.index;
      const others = spec === undefined ? SPECS : specsLike(spec);
      for (const [rank, other] of others.entries()) {
        const fits = (other.startsWith('0') && /\b0\d/.test(wanted)) || (other.startsWith('.') && /\d\.\d/.test(wanted)) ? 1.5 : 0.3;
        yield {
          start: at,
          end: at + whole.length,
          text: other === '' ? `{${name}}` : `{${name}:${other}}`,
          label: `written with ${other}`,
          odds: fits / (1 + rank / 2),
        };
      }
    }
  },
};

/** The other side, the other fill, a digit more or less. */
function specsLike(spec: string): readonly string[] {
  const sides = spec.includes('<')
    ? [spec.replace('<', '>')]
    : spec.includes('>')
      ? [spec.replace('>', '<')]
      : /^\d/.test(spec)
        ? [`>${spec}`]
        : [];
  const zeros = /^\d/.test(spec) ? [spec.startsWith('0') ? spec.slice(1) : `0${spec}`] : [];
  const digits = [...spec.matchAll(/\.(\d)/g)].flatMap(([whole, digit]) => [
    spec.replace(whole, `.${Number(digit) + 1}`),
    spec.replace(whole, `.${Math.max(0, Number(digit) - 1)}`),
  ]);
  return [...new Set([...sides, ...zeros, ...digits, ''])].filter((other) => other !== spec).slice(0, 4);
}

const PURE =
  /^(?:trim|trim_start|trim_end|to_lowercase|to_uppercase|to_ascii_lowercase|to_ascii_uppercase|replace|replacen|repeat|rev|saturating_\w+|wrapping_\w+|min|max|clamp|abs|round|floor|ceil|sorted|concat)$/;

/** A new value that nobody gets: `text.trim();` -> `text = text.trim();`. */
const thrownAway: Family = {
  name: 'result thrown away',
  share: 0.3,
  *propose(branch, scene) {
    const [only] = isRust(scene) && branch.type === 'expression_statement' ? namedChildren(branch) : [];
    const call = methodCallOf(only, scene);
    if (call === null || only === undefined || !PURE.test(call.name)) return;
    const target = scene.text(call.object);
    if (!/^(?:self\.)?\w+$/.test(target)) return;
    yield { start: only.start, end: only.start, text: `${target} = `, label: `${brief(target)} set`, odds: 1 };
    if (!target.startsWith('self.'))
      yield { start: only.start, end: only.start, text: `let ${target} = `, label: `${brief(target)} set`, odds: 1 };
    if (LINK.test(call.name) && target.startsWith('self.'))
      yield replaced(only, `${target} = ${scene.text(only)}.to_string()`, `${brief(target)} set`, 0.5);
  },
};

export const rustTextFamilies: readonly Family[] = [
  cutAtBytes,
  bytesCounted,
  blanks,
  emptyParts,
  capitals,
  matched,
  taken,
  written,
  thrownAway,
];
