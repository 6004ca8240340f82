// Single-file components (.vue, .svelte) as programs: what is no code is blank, so that every offset and every line is that of the file.
import type { SourceFile } from '../types.ts';
import { attributeOf, behindComment, endOfRaw, type Tag, tagAt } from './markup.ts';
import { blank, type Region, type Sheet } from './sheet.ts';
import { readTemplate } from './template.ts';

export { admitted, isOfTag } from './admit.ts';

/** A component's code, in the places where the file has it. */
export interface Component {
  /** A program as long as the file. */
  readonly code: string;
  /** Where the file's own text stands in it, in source order: a change lies in one of them. */
  readonly regions: readonly Region[];
  readonly hasJsx: boolean;
  /** Where the block that holds the template's expressions begins. */
  readonly template: number | null;
}

/** Longer files are not read as components. */
const LONGEST = 500_000;

export function isComponent(path: string): boolean {
  return /\.(?:vue|svelte)$/.test(path);
}

/** Null for other files. Never throws: of what is no component nothing is code. */
export function componentOf({ path, text }: SourceFile): Component | null {
  if (!isComponent(path)) return null;
  const isVue = path.endsWith('.vue');
  const sheet = blank(text.length > LONGEST ? '' : text);
  let hasJsx = false;
  let template: number | null = null;
  let depth = 0;
  for (let at = text.indexOf('<'); at >= 0 && text.length <= LONGEST; at = text.indexOf('<', at)) {
    const behind = behindComment(text, at);
    const tag = behind === null ? tagAt(text, at) : null;
    if (tag === 'unclosed') break;
    at = behind ?? tag?.end ?? at + 1;
    if (tag === null || tag.isEmpty) continue;
    if (tag.isClosing) depth = Math.max(0, depth - 1);
    else if (isVue && tag.name === 'template' && isHtml(tag)) {
      const end = readTemplate(text, tag, template === null ? sheet : null);
      if (end === null) break;
      template ??= tag.start;
      at = end;
    } else if (isVue || /^(?:script|style)$/.test(tag.name)) {
      const end = endOfRaw(text, tag.name, tag.end);
      if (end === null) break;
      if (depth === 0 && tag.name === 'script' && isProgram(tag, text)) {
        readScript(tag, end, sheet);
        hasJsx ||= /[jt]sx/.test(langOf(tag, text) ?? '');
      }
      at = tagEnd(text, end);
    } else depth += 1;
  }
  const regions = sheet.regions.toSorted((a, b) => a.start - b.start);
  return { code: text.length > LONGEST ? '' : sheet.code(), regions, hasJsx, template };
}

function readScript(tag: Tag, end: number, sheet: Sheet): void {
  sheet.put(tag.end - 1, ';');
  sheet.keep({ start: tag.end, end, kind: 'script', quote: null });
  sheet.put(end, ';');
}

function isHtml(tag: Tag): boolean {
  return attributeOf(tag, 'lang') === null && attributeOf(tag, 'src') === null;
}

function isProgram(tag: Tag, text: string): boolean {
  return attributeOf(tag, 'src') === null && /^(?:[jt]sx?|typescript|javascript)$/.test(langOf(tag, text) ?? 'js');
}

function langOf(tag: Tag, text: string): string | null {
  const value = attributeOf(tag, 'lang')?.value;
  return value ? text.slice(value.start, value.end) : null;
}

function tagEnd(text: string, at: number): number {
  const end = text.indexOf('>', at);
  return end < 0 ? text.length : end + 1;
}
