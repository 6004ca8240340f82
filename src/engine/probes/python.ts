import { applyChanges, type Change, changedPart } from '../edits.ts';
import { languageOf } from '../templates/grammar/languages.ts';
import { readTree } from '../templates/grammar/loader.ts';
import { above, type Branch, below, fieldOf, namedChildren } from '../templates/grammar/tree.ts';
import type { SourceFile } from '../templates/types.ts';
import { pythonAgreement } from './inputs-source.ts';
import { Inserts, limitOf, type Observed, type Probe } from './probe.ts';

const freshState =
  "{'which': -1, 'calls': 0, 'differ': 0, 'apart': False, 'negative': False, 'seen': [], 'answers': set(), 'outcomes': set()}";

/** The same for Python as `javascriptProbe` for JavaScript; null also where its grammar was not loaded. */
export function pythonProbe(file: SourceFile, { variants, asked }: Probe): readonly Change[] | null {
  const program = treeOf(file.path, file.text);
  const fn = program === null ? null : functionAround(program, variants.flat(), file.text);
  const name = fn === null ? null : fieldOf(fn, 'name');
  if (fn === null || name === null) return null;
  const indent = indentAt(file.text, fn.start);
  const made: Observed[] = [];
  for (const changes of variants) {
    const variant = variantOf(file, fn, changes);
    if (variant === null) return null;
    made.push(variant);
  }
  const { of, most } = limitOf(asked, 2 * (made.at(-1)?.conditions ?? 0));
  const called = file.text.slice(name.start, name.end);
  const inner = `${indent}    `;
  const wrapped = (label: string, text: string): string =>
    `${inner}def ${label}():\n${inner}    ${deeper(text, 8)}\n${inner}    return ${called}\n`;
  const text =
    `def ${called}(*regreen_args, **regreen_kwargs):\n` +
    `${inner}import builtins as regreen_builtins\n` +
    `${inner}if not hasattr(regreen_builtins, 'regreen_agree'): exec(${JSON.stringify(pythonAgreement)}, regreen_builtins.__dict__)\n` +
    made.map((variant, at) => wrapped(`regreen_variant_${at}`, variant.text)).join('') +
    `${inner}regreen_state = globals().setdefault('regreen_state', ${freshState})\n` +
    `${inner}regreen_variants = [${made.map((_, at) => `regreen_variant_${at}()`).join(', ')}]\n` +
    `${inner}return regreen_builtins.regreen_agree(regreen_state, regreen_args, regreen_kwargs, regreen_variants, '${of}', ${most})\n`;
  return [{ start: fn.start, end: fn.end, text: text.trimEnd() }];
}

/** Who catches errors does not catch this one, but who catches all. */
const cutShort = '(lambda _: (_ for _ in ()).throw(GeneratorExit()))';

/**
 * The file with a repair, where what the repair changes within a `try` ends all once it was computed; null where it changes nothing there, or
 * more than the value of one statement.
 */
export function pythonCompletion(file: SourceFile, repair: readonly Change[]): readonly Change[] | null {
  const { text: before } = file;
  const whole = applyChanges(
    before,
    repair.toSorted((a, b) => a.start - b.start),
  );
  const grown = whole.length - before.length;
  let start = 0;
  while (start < before.length && before[start] === whole[start]) start += 1;
  let end = whole.length;
  while (end > start && end - grown > start && before[end - 1 - grown] === whole[end - 1]) end -= 1;
  const program = treeOf(file.path, whole);
  if (program === null || whole === before) return null;
  const values = [...below(program)].filter((branch) => isStatementValue(branch) && branch.start <= start && branch.end >= end);
  const value = values.find((branch) => isTried(branch, whole));
  if (value === undefined) return null;
  const text = `${cutShort}((${whole.slice(value.start, value.end)}))`;
  return [{ start: value.start, end: value.end - grown, text }];
}

/** What a statement computes. */
function isStatementValue({ type, parent, field, named }: Branch): boolean {
  if (!named || parent === null) return false;
  if (parent.type === 'return_statement') return true;
  return field === 'right' && /^(?:augmented_)?assignment$/.test(parent.type) && type !== 'assignment';
}

/** Whether errors are caught around it within its function, but not all there are. */
function isTried(branch: Branch, text: string): boolean {
  let inner = branch;
  let isCaught = false;
  for (const outer of above(branch)) {
    if (/^(?:function_definition|lambda)$/.test(outer.type)) break;
    if (outer.type === 'try_statement' && fieldOf(outer, 'body') === inner) {
      const handlers = namedChildren(outer).filter(({ type }) => /^(?:except|finally)_clause$/.test(type));
      if (handlers.some(({ start, end }) => catchesAll.test(text.slice(start, end)))) return false;
      isCaught ||= handlers.some(({ type }) => type === 'except_clause');
    }
    inner = outer;
  }
  return isCaught;
}

const catchesAll = /^except\s*:|^except\b[^:]*\b(?:BaseException|GeneratorExit)\b|^finally\b[\s\S]*\breturn\b/;

function treeOf(path: string, text: string): Branch | null {
  const language = languageOf(path);
  return language === null ? null : (readTree(language, text)?.program ?? null);
}

function functionAround(program: Branch, changes: readonly Change[], text: string): Branch | null {
  for (const branch of below(program)) {
    if (branch.type !== 'function_definition' || branch.children[0]?.type === 'async') continue;
    const [body, parameters] = [fieldOf(branch, 'body'), fieldOf(branch, 'parameters')];
    if (body === null || parameters === null || parameters.children.length < 3) continue;
    if (!changes.every(({ start, end }) => start > parameters.end && end <= branch.end)) continue;
    const own = text.slice(branch.start, branch.end);
    // A text over several lines would change with its indentation.
    if (/\b(?:yield|await|super|nonlocal)\b/.test(own) || /('''|""")[^'"]*\n/.test(own) || own.length > 20_000) continue;
    return branch;
  }
  return null;
}

/** The function as it is with the changes; its loops are counted, its conditions tell how they come out. */
function variantOf(file: SourceFile, fn: Branch, changes: readonly Change[]): Observed | null {
  const whole = indentAt(file.text, fn.start) + changedPart(file.text, fn, changes);
  const tree = treeOf(file.path, whole);
  if (tree === null) return null;
  const inserts = new Inserts();
  let conditions = 0;
  for (const branch of below(tree)) {
    const body = /^(?:for|while)_statement$/.test(branch.type) ? fieldOf(branch, 'body') : null;
    const first = body?.children[0];
    if (body !== null && first !== undefined) {
      const onLine = first.line === branch.line;
      inserts.before(first.start, onLine ? 'regreen_step(); ' : `regreen_step()\n${indentAt(whole, first.start)}`);
    }
    if (!isLeaf(branch)) continue;
    inserts.before(branch.start, `regreen_seen(${conditions}, `);
    inserts.behind(branch.end, ')');
    conditions += 1;
  }
  return { text: inserts.into(whole).trimStart(), conditions };
}

/** What decides a way, and is no `and`, `or` or `not` of such. */
function isLeaf(branch: Branch): boolean {
  return decides(branch) && !/^(?:boolean_operator|not_operator|parenthesized_expression|named_expression)$/.test(branch.type);
}

function decides(branch: Branch): boolean {
  const { parent, field } = branch;
  if (parent === null || !branch.named) return false;
  if (field === 'condition' || parent.type === 'if_clause') return true;
  if (parent.type === 'conditional_expression') return parent.children[2] === branch;
  return /^(?:boolean_operator|not_operator|parenthesized_expression)$/.test(parent.type) && decides(parent);
}

function deeper(text: string, by: number): string {
  return text.replaceAll('\n', `\n${' '.repeat(by)}`);
}

function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset))?.[0] ?? '';
}
