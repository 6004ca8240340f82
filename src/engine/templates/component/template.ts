// The expressions of a Vue template, each in its place: `{{ x }}` is `;(x);`, an element under `v-if` is the block of an `if`, and one under
// `v-for` a block that declares its names.
import { isExpressionText, isProgramText } from './expression.ts';
import { type Attribute, behindComment, endOfRaw, type Tag, tagAt } from './markup.ts';
import type { Region, Sheet } from './sheet.ts';

/** Longer values are data. */
const LONGEST_VALUE = 2_000;
/** In an attribute, these stand for other characters. */
const ENTITY = /&(?:#\w+|[A-Za-z]\w*);/;

interface Open {
  readonly tag: Tag;
  readonly isLiteral: boolean;
}

/** Behind the template's closing tag; null where it is not closed. Nothing is put down where there is no sheet. */
export function readTemplate(text: string, root: Tag, sheet: Sheet | null): number | null {
  const open: Open[] = [{ tag: root, isLiteral: false }];
  const counts = new Map([[root.name, 1]]);
  const marks = /<|\{\{/g;
  marks.lastIndex = root.end;
  let isBraced = true;
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    const at = mark.index;
    if (mark[0] === '{{') {
      const end: number = isBraced ? text.indexOf('}}', at + 2) : -1;
      isBraced = end >= 0;
      if (end < 0) continue;
      if (sheet !== null && open.at(-1)?.isLiteral === false) interpolation(text, at, end, sheet);
      marks.lastIndex = end + 2;
      continue;
    }
    const comment = behindComment(text, at);
    const tag = comment === null ? tagAt(text, at) : null;
    if (tag === 'unclosed') return null;
    if (tag === null) {
      if (comment !== null) marks.lastIndex = comment;
      continue;
    }
    marks.lastIndex = tag.end;
    if (tag.isClosing) {
      if ((counts.get(tag.name) ?? 0) === 0) continue;
      for (let last = open.pop(); last !== undefined; last = open.pop()) {
        counts.set(last.tag.name, (counts.get(last.tag.name) ?? 0) - 1);
        const isMeant = last.tag.name === tag.name;
        if (sheet !== null && last.tag !== root) element(text, last, isMeant ? tag : null, sheet);
        if (isMeant) break;
      }
      if (open.length > 0) continue;
      sheet?.put(root.start, '{');
      sheet?.put(root.end - 1, ';');
      sheet?.put(tag.start, '}');
      return tag.end;
    }
    const isLiteral = open.at(-1)?.isLiteral === true || tag.attributes.some(({ name }) => name === 'v-pre');
    const isRaw = /^(?:script|style|textarea)$/i.test(tag.name);
    if (tag.isEmpty) {
      if (sheet !== null) element(text, { tag, isLiteral }, tag, sheet);
    } else if (isRaw) {
      const end = endOfRaw(text, tag.name, tag.end);
      if (end === null) return null;
      marks.lastIndex = end + 1;
    } else {
      open.push({ tag, isLiteral });
      counts.set(tag.name, (counts.get(tag.name) ?? 0) + 1);
    }
  }
  return null;
}

function interpolation(text: string, at: number, end: number, sheet: Sheet): void {
  if (!isExpressionText(text.slice(at + 2, end))) return;
  sheet.keep({ start: at + 2, end, kind: 'expression', quote: null });
  sheet.put(at, ';(');
  sheet.put(end, ');');
}

/** What an element's attributes say, when it is known where it ends: at its own tag where it has no content, nowhere where it is not closed. */
function element(text: string, { tag, isLiteral }: Open, close: Tag | null, sheet: Sheet): void {
  if (isLiteral) return;
  const last = close === null ? [] : close === tag ? [tag.end - 1] : [close.start, close.start + 1];
  // Of `/>`, both characters are free.
  if (close === tag && text[tag.end - 2] === '/') last.unshift(tag.end - 2);
  sheet.put(tag.end - 1, ';');
  const used = new Set<number>();
  const room = (): number | null => {
    const at = last.find((each) => !used.has(each)) ?? null;
    if (at !== null) used.add(at);
    return at;
  };
  let isScoped = false;
  const known = sheet.regions.length;
  for (const attribute of tag.attributes) {
    const value = directive(attribute, text);
    if (value === null) continue;
    const { name } = attribute;
    const isName =
      name === 'v-for' ? names(attribute, value, text, sheet) : /^(?:#|v-slot\b)/.test(name) && slot(attribute, value, text, sheet);
    isScoped ||= isName;
    if (isName || /^(?:#|v-slot\b|v-for$|v-pre$|v-else$|v-cloak$|v-once$)/.test(name)) continue;
    expression(attribute, value, text, sheet);
  }
  const end = isScoped ? room() : null;
  const chosen = tag.attributes.find(({ name }) => name === 'v-if' || name === 'v-else-if');
  const region = chosen?.value && sheet.regions.slice(known).find(({ start }) => start === chosen.value?.start);
  if (chosen && region) block(chosen, region, tag, sheet, room, used);
  if (end === null) return;
  // What the attributes in front of a `v-for` use is declared behind them, in the same block.
  sheet.put(tag.start, '{');
  // The innermost block is closed first: all that closes one is the same character.
  sheet.put(end, '}');
}

/** `v-if="x"` as `;if(x){`, up to where the element ends. */
function block({ start }: Attribute, region: Region, tag: Tag, sheet: Sheet, room: () => number | null, used: Set<number>): void {
  let at = region.end + 1;
  while (at < tag.end && sheet.isBreak(at)) at += 1;
  if (at >= tag.end || used.has(at) || region.start - start < 5) return;
  used.add(at);
  const end = room();
  if (end === null) return;
  sheet.put(region.start - 4, ';if(');
  sheet.put(region.end, ')');
  sheet.put(at, '{');
  sheet.put(end, '}');
}

type Value = NonNullable<Attribute['value']>;

/** The value of an attribute that Vue reads as code. */
function directive({ name, value }: Attribute, text: string): Value | null {
  if (!/^(?:[:.@#]|v-)/.test(name) || value === null || value.quote === null) return null;
  const length = value.end - value.start;
  return length === 0 || length > LONGEST_VALUE || ENTITY.test(text.slice(value.start, value.end)) ? null : value;
}

function expression({ name }: Attribute, { start, end, quote }: Value, text: string, sheet: Sheet): void {
  const code = text.slice(start, end);
  const isHandler = /^(?:@|v-on\b)/.test(name);
  const kind = isHandler ? 'handler' : 'expression';
  if (isExpressionText(code)) {
    sheet.keep({ start, end, kind, quote });
    sheet.put(start - 2, ';(');
    sheet.put(end, ')');
  } else if (isHandler && isProgramText(code)) {
    sheet.keep({ start, end, kind, quote });
    sheet.put(start - 2, ';{');
    sheet.put(end, '}');
  }
}

/** `v-for="(x, i) in xs"` as `;const [x, i]=  xs;`, `v-for="x in xs"` as `;const[x]=  xs;`. */
function names({ start: at }: Attribute, { start, end, quote }: Value, text: string, sheet: Sheet): boolean {
  const value = text.slice(start, end);
  const between = /\s(?:in|of)\s/.exec(value);
  if (between === null) return false;
  const middle = start + between.index;
  const alias = value.slice(0, between.index);
  const bare = alias.trim();
  const isListed = bare.startsWith('(') && bare.endsWith(')');
  const inner = isListed ? bare.slice(1, -1) : bare;
  const list = value.slice(between.index + between[0].length);
  if (!isProgramText(`const [${inner}] = ${list}`) || inner.trim() === '' || sheet.isBreak(middle) || start - at < 7) return false;
  const from = start + alias.indexOf(bare) + (isListed ? 1 : 0);
  sheet.keep({ start: from, end: from + inner.length, kind: 'names', quote });
  sheet.keep({ start: middle + between[0].length, end, kind: 'expression', quote });
  sheet.open(end + 1);
  sheet.put(at, ';const');
  sheet.put(isListed ? from - 1 : start - 1, '[');
  sheet.put(isListed ? from + inner.length : middle, ']');
  sheet.put(middle + 1, '=');
  sheet.put(end, ';');
  return true;
}

/** `v-slot="{ x }"` as `;const { x };`, which declares what is used below it; the names are the child's, and none to change. */
function slot({ start: at }: Attribute, { start, end }: Value, text: string, sheet: Sheet): boolean {
  const value = text.slice(start, end);
  if (start - at < 7 || !isExpressionText(`(${value}) => 0`)) return false;
  sheet.put(at, ';const ');
  sheet.put(start, value);
  sheet.put(end, ';');
  return true;
}
