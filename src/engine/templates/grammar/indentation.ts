// Lines of Python that are indented by too much or too little: the grammar takes most of them, Python does not.
import type { SourceFile, TemplateCandidate } from '../types.ts';

/** Lines around the one that Python names whose indentation may be meant. */
const [BEFORE, BEHIND] = [8, 3];
/** A file that cannot be read makes every test red that needs it: whatever mends it comes before all else. */
const WEIGHT = 10;

/** What Python says of indentation. */
export const speaksOfIndentation = /\b(?:IndentationError|TabError)\b/;

/** The named line, and those around it, with the indentation of another line near it, alone and with the lines that are as deep behind it. */
export function indentationCandidates({ path, text }: SourceFile, line: number): TemplateCandidate[] {
  const lines = text.split('\n');
  const startOf = (at: number): number => lines.slice(0, at).reduce((sum, each) => sum + each.length + 1, 0);
  const found: TemplateCandidate[] = [];
  for (const [rank, at] of [line - 1, line - 2, line].entries()) {
    const own = lines[at];
    if (own === undefined || own.trim() === '') continue;
    const [start, from] = [startOf(at), indentOf(own)];
    for (const to of indentsNear(lines, at)) {
      if (to === from) continue;
      const odds = 1 / (1 + rank) / (1 + Math.abs(to.length - from.length) / 4);
      const label = `${own.trim().slice(0, 40)} indented by ${to.length}`;
      const only = { path, template: 'indentation', label, start, end: start + from.length, text: to };
      found.push({ ...only, weight: WEIGHT + odds });
      const rest = deepBehind(lines, at, from.length);
      if (rest.length === 0) continue;
      const shifted = [own, ...rest].map((each) => (each.trim() === '' ? each : to + each.slice(from.length))).join('\n');
      const end = start + [own, ...rest].join('\n').length;
      found.push({ ...only, end, text: shifted, weight: WEIGHT + odds / 2, label: `${label} with what follows` });
    }
  }
  return found.toSorted((a, b) => b.weight - a.weight);
}

const indentOf = (line: string): string => /^[ \t]*/.exec(line)?.[0] ?? '';

/** Indentations of the lines around, and one step deeper than the line before. */
function indentsNear(lines: readonly string[], at: number): ReadonlySet<string> {
  const near = lines.slice(Math.max(0, at - BEFORE), at + 1 + BEHIND).filter((each) => each.trim() !== '');
  const before = lines.slice(0, at).findLast((each) => each.trim() !== '');
  const step = near.some((each) => each.startsWith('\t')) ? '\t' : '    ';
  return new Set([...near.map(indentOf), ...(before === undefined ? [] : [indentOf(before) + step])]);
}

/** Lines directly behind one that are indented by as much or more. */
function deepBehind(lines: readonly string[], at: number, least: number): readonly string[] {
  const behind = lines.slice(at + 1);
  const end = behind.findIndex((each) => each.trim() !== '' && indentOf(each).length < least);
  const deep = end < 0 ? behind : behind.slice(0, end);
  const last = deep.findLastIndex((each) => each.trim() !== '');
  return deep.slice(0, last + 1);
}
