// Fits a diff into a bound by leaving out whole files and whole hunks, the least telling first.
import { rankOf } from './left-out.ts';

/** The part of a diff that is about one file, header line first. */
export interface Section {
  readonly path: string;
  readonly text: string;
}

export interface Fitted {
  readonly text: string;
  readonly leftOut: readonly string[];
}

/** As much of the diff as fits into `maxChars`, in its own order. What is left is a valid diff. */
export function fitSections(sections: readonly Section[], maxChars: number): Fitted {
  const total = sections.reduce((sum, section) => sum + section.text.length, 0);
  if (total <= maxChars) return { text: sections.map((section) => section.text).join(''), leftOut: [] };
  const order = sections.map((_, index) => index).sort((a, b) => compare(sections[a], sections[b]) || a - b);
  const parts = new Map<number, string>();
  const leftOut: string[] = [];
  let room = maxChars;
  for (const index of order) {
    const section = sections[index];
    if (section === undefined) continue;
    const part = firstHunks(section.text, room);
    if (part.text !== '') parts.set(index, part.text);
    room -= part.text.length;
    if (part.kept < part.of)
      leftOut.push(part.kept === 0 ? `${section.path} (no room)` : `${section.path} (${part.of - part.kept} of ${part.of} hunks)`);
  }
  return { text: sections.map((_, index) => parts.get(index) ?? '').join(''), leftOut };
}

function compare(a: Section | undefined, b: Section | undefined): number {
  if (a === undefined || b === undefined) return 0;
  return rankOf(a.path) - rankOf(b.path) || a.text.length - b.text.length;
}

function firstHunks(text: string, room: number): { text: string; kept: number; of: number } {
  const [header = '', ...hunks] = text.split(/^(?=@@ )/m);
  if (hunks.length === 0) return header.length <= room ? { text: header, kept: 1, of: 1 } : { text: '', kept: 0, of: 1 };
  let part = header;
  let kept = 0;
  for (const hunk of hunks) {
    if (part.length + hunk.length > room) break;
    part += hunk;
    kept++;
  }
  return { text: kept === 0 ? '' : part, kept, of: hunks.length };
}
