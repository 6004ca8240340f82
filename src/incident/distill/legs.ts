// The logs of several jobs as one text: what failed alike in the legs of a matrix is said once, and all of it fits into a bound.
import type { Excerpt, ExcerptLine } from './excerpts.ts';
import type { DistilledLog } from './log.ts';
import { isForeignFrame } from './signals.ts';

/** A log and whose it is. */
export interface Leg {
  /** Such as `test (ubuntu-latest, 20)`; null for the only one. */
  readonly name: string | null;
  readonly log: DistilledLog;
}

export interface FittedText {
  readonly text: string;
  /** What was left out, in words; null when nothing was. */
  readonly cut: string | null;
}

interface Shared {
  readonly excerpt: Excerpt;
  readonly legs: string[];
  /** Where it stands in the first leg that has it. */
  readonly order: number;
}

/**
 * At most `maxChars` characters of the most telling excerpts, in the order of the logs. `mask` takes secrets out of each line before it
 * is kept.
 */
export function fitLegs(legs: readonly Leg[], maxChars: number, mask: (text: string) => string = (text) => text): FittedText {
  const shared = share(legs);
  const total = shared.length;
  const chosen = new Map<Shared, string>();
  let room = maxChars - headRoom;
  let shortened = 0;
  for (const each of [...shared].sort((a, b) => b.excerpt.score - a.excerpt.score || a.order - b.order)) {
    const head = headOf(each, legs);
    const limit = Math.min(room, longestExcerpt) - head.length - 2;
    if (limit < 80) break;
    const body = shrink(each.excerpt, limit, mask);
    if (body.text === '') continue;
    if (body.isCut) shortened++;
    chosen.set(each, head + body.text);
    room -= head.length + body.text.length + 2;
  }
  const texts = shared.filter((each) => chosen.has(each)).map((each) => chosen.get(each) ?? '');
  return { text: texts.join('\n\n').slice(0, maxChars), cut: cutInWords(legs, total - chosen.size, shortened) };
}

/** For the line that says where an excerpt comes from, and separators. */
const headRoom = 120;
/** One excerpt must leave room for others. */
const longestExcerpt = 5_000;

function share(legs: readonly Leg[]): Shared[] {
  const known = new Map<string, Shared>();
  const all: Shared[] = [];
  for (const { name, log } of legs) {
    for (const excerpt of log.excerpts) {
      const same = known.get(excerpt.key);
      if (same !== undefined && legs.length > 1) {
        if (name !== null && !same.legs.includes(name)) same.legs.push(name);
        continue;
      }
      const entry: Shared = { excerpt, legs: name === null ? [] : [name], order: all.length };
      known.set(excerpt.key, entry);
      all.push(entry);
    }
  }
  return all;
}

function headOf({ excerpt, legs }: Shared, all: readonly Leg[]): string {
  const where = all.length < 2 ? [] : [legs.length === all.length ? `all ${all.length} failed jobs` : `only in ${listed(legs, 6)}`];
  const facts = [
    `line ${excerpt.firstLine}`,
    ...where,
    ...(excerpt.isNew ? ['not in the last green run'] : []),
    ...(excerpt.repeats > 0 ? [`and ${excerpt.repeats} times more alike`] : []),
  ];
  return `[${facts.join(', ')}]\n`;
}

/** `a, b and 3 more`. */
export function listed(names: readonly string[], most: number): string {
  const more = names.length - most;
  return more > 0 ? `${names.slice(0, most).join(', ')} and ${more} more` : names.join(', ');
}

/** The excerpt in at most `maxChars`: its telling lines first, then what stands nearest to them. Frames of libraries become a number. */
function shrink(excerpt: Excerpt, maxChars: number, mask: (text: string) => string): { readonly text: string; readonly isCut: boolean } {
  const lines = withoutForeignFrames(excerpt.lines).map((line) => ({ ...line, text: mask(line.text) }));
  const whole = lines.map(({ text }) => text).join('\n');
  if (whole.length <= maxChars) return { text: whole, isCut: false };
  const telling = lines.flatMap(({ weight }, index) => (weight > 0 ? [index] : []));
  const distance = (index: number): number => Math.min(...telling.map((at) => (index >= at ? index - at : 3 * (at - index))), lines.length);
  const order = lines
    .map(({ weight }, index) => ({ index, far: weight > 0 ? -weight : distance(index) }))
    .sort((a, b) => a.far - b.far || a.index - b.index);
  const kept = new Set<number>();
  let room = maxChars;
  for (const { index } of order) {
    const length = (lines[index]?.text.length ?? 0) + 4;
    if (length > room) {
      if (kept.size === 0) return { text: `${lines[index]?.text.slice(0, Math.max(0, maxChars - 2))} …`, isCut: true };
      continue;
    }
    kept.add(index);
    room -= length;
  }
  return { text: withGaps(lines, kept), isCut: true };
}

function withGaps(lines: readonly ExcerptLine[], kept: ReadonlySet<number>): string {
  const parts: string[] = [];
  let gap = false;
  for (const [index, { text }] of lines.entries()) {
    if (kept.has(index)) {
      parts.push(gap ? `…\n${text}` : text);
      gap = false;
    } else gap = true;
  }
  return parts.join('\n');
}

function withoutForeignFrames(lines: readonly ExcerptLine[]): readonly ExcerptLine[] {
  const kept: ExcerptLine[] = [];
  let left = 0;
  const flush = (): void => {
    if (left > 0) kept.push({ text: `    … ${left} ${left === 1 ? 'frame' : 'frames'} of libraries …`, weight: 0 });
    left = 0;
  };
  for (const line of lines) {
    if (line.weight === 0 && isForeignFrame(line.text)) {
      left++;
      continue;
    }
    flush();
    kept.push(line);
  }
  flush();
  return kept;
}

function cutInWords(legs: readonly Leg[], leftOut: number, shortened: number): string | null {
  const dropped = legs.reduce((sum, { log }) => sum + log.dropped, 0) + leftOut;
  const lines = legs.reduce((sum, { log }) => sum + log.lines, 0);
  const said = [
    ...(dropped > 0 ? [`${dropped} less telling ${dropped === 1 ? 'place' : 'places'}`] : []),
    ...(shortened > 0 ? [`parts of ${shortened} long ${shortened === 1 ? 'message' : 'messages'}`] : []),
  ];
  return said.length === 0 ? null : `left out of ${lines} lines: ${said.join(', ')}`;
}
