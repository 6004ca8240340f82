// Windows around the telling lines of one log, kept in bounded memory while the log streams by.
import { detached } from './lines.ts';
import { visible } from './markup.ts';
import { continues } from './signals.ts';
import { templateOf } from './template.ts';

/** A few lines around something that went wrong. */
export interface Excerpt {
  /** Of the log, from 1. */
  readonly firstLine: number;
  /** Index of the step it stands in. */
  readonly step: number;
  readonly lines: readonly ExcerptLine[];
  /** The weight of its most telling line, and some more for others. */
  readonly score: number;
  /** Templates of its telling lines, in order: equal in another leg of a matrix, the failure is the same. */
  readonly key: string;
  /** How often its first telling line came again later. */
  readonly repeats: number;
  /** Holds a telling line that the last green run did not print. */
  readonly isNew: boolean;
}

export interface ExcerptLine {
  readonly text: string;
  readonly weight: number;
}

const before = 4;
const after = 7;
/** Lines of one window; and how many of them may be added because they continue what stands above. */
const longest = 70;
const longestLine = 400;
const mostExcerpts = 160;
/** The same sentence again says nothing new: it is counted. */
const sameTemplate = 3;
const mostTemplates = 20_000;
const keyTemplates = 8;
const tailLines = 25;

interface Open {
  readonly firstLine: number;
  readonly step: number;
  readonly lines: ExcerptLine[];
  readonly templates: number[];
  best: number;
  more: number;
  isNew: boolean;
  /** Lines still taken without a reason of their own. */
  room: number;
}

/** How often a sentence came: by its excerpt, and apart from it, for most excerpts are let go. */
interface Tally {
  count: number;
  /** Whether its first time is over. */
  shown: boolean;
  repeats: number;
}

interface Kept {
  readonly excerpt: Omit<Excerpt, 'repeats'>;
  /** Of its first telling line, where it was the first to say it. */
  readonly tally: Tally | null;
}

export class ExcerptCollector {
  readonly #kept: Kept[] = [];
  readonly #seen = new Map<number, Tally>();
  /** The last lines, for what stands before a telling one and for the end of a step; text as it came. */
  readonly #recent: string[] = [];
  #open: Open | null = null;
  #lastTaken = 0;
  /** Excerpts that were left out because others say more. */
  dropped = 0;

  /** `weight` 0 is a line that says nothing by itself. */
  add(line: number, step: number, text: string, weight: number, template: number, isNew: boolean): void {
    if (weight > 0 && !this.#isRepeat(template)) this.#take(line, step, text, weight, template, isNew);
    else if (this.#open !== null) this.#follow(line, text);
    this.#recent.push(text);
    // Cut rarely: shifting an array for every line of a long log costs more than reading it.
    if (this.#recent.length > 20 * tailLines) this.#recent.splice(0, this.#recent.length - tailLines);
  }

  /** The end of a step that failed: its last lines count, whatever they say. */
  endStep(line: number, step: number, weight: number): void {
    this.close();
    const from = Math.max(this.#lastTaken + 1, line - tailLines + 1);
    const last = this.#recent.slice(-tailLines).slice(-(line - from + 1));
    if (line < from || last.every((text) => text.trim() === '')) return;
    const excerpt = {
      firstLine: from,
      step,
      lines: last.map((text) => ({ text: shown(text), weight: 0 })),
      score: weight,
      key: `end:${last.map(templateOf).join()}`,
      isNew: false,
    };
    this.#keep({ excerpt, tally: null });
    this.#lastTaken = line;
  }

  close(): void {
    const open = this.#open;
    if (open === null) return;
    this.#open = null;
    const lines = open.lines.slice(0, lastWorthKeeping(open.lines) + 1);
    const excerpt = {
      firstLine: open.firstLine,
      step: open.step,
      lines,
      score: open.best + Math.min(30, open.more),
      key: open.templates.join(),
      isNew: open.isNew,
    };
    this.#lastTaken = open.firstLine + lines.length - 1;
    const [first] = open.templates;
    const seen = first === undefined ? undefined : this.#seen.get(first);
    const isFirst = seen !== undefined && !seen.shown;
    if (isFirst) seen.shown = true;
    this.#keep({ excerpt, tally: isFirst ? seen : null });
  }

  /** In the order of the log. */
  excerpts(): readonly Excerpt[] {
    this.close();
    const all = this.#kept.map(({ excerpt, tally }) => ({ ...excerpt, repeats: tally?.repeats ?? 0 }));
    return all.sort((a, b) => a.firstLine - b.firstLine);
  }

  #isRepeat(template: number): boolean {
    const seen = this.#seen.get(template);
    if (seen === undefined) {
      if (this.#seen.size < mostTemplates) this.#seen.set(template, { count: 1, shown: false, repeats: 0 });
      return false;
    }
    seen.count++;
    if (seen.count <= sameTemplate) return false;
    if (seen.shown) seen.repeats++;
    return true;
  }

  #take(line: number, step: number, text: string, weight: number, template: number, isNew: boolean): void {
    if (this.#open !== null && (this.#open.lines.length >= longest || this.#open.step !== step)) this.close();
    this.#open ??= this.#start(line, step);
    const open = this.#open;
    open.lines.push({ text: shown(text), weight });
    if (open.templates.length < keyTemplates && weight >= 50) open.templates.push(template);
    if (open.templates.length === 0) open.templates.push(template);
    open.more += Math.min(open.best, weight) * 0.04;
    open.best = Math.max(open.best, weight);
    open.isNew ||= isNew;
    open.room = after;
  }

  #start(line: number, step: number): Open {
    const room = Math.max(0, Math.min(before, line - this.#lastTaken - 1, this.#recent.length));
    const context = room === 0 ? [] : this.#recent.slice(-room);
    const lines = context.map((text) => ({ text: shown(text), weight: 0 }));
    return { firstLine: line - room, step, lines, templates: [], best: 0, more: 0, isNew: false, room: after };
  }

  #follow(line: number, text: string): void {
    const open = this.#open;
    if (open === null) return;
    if (!continues(text)) open.room--;
    if (open.room < 0 || open.lines.length >= longest) {
      this.close();
      return;
    }
    open.lines.push({ text: shown(text), weight: 0 });
    this.#lastTaken = line;
  }

  #keep(one: Kept): void {
    if (this.#kept.length < mostExcerpts) {
      this.#kept.push(one);
      return;
    }
    this.dropped++;
    const scoreAt = (index: number): number => this.#kept[index]?.excerpt.score ?? 0;
    let weakest = 0;
    for (const [index, { excerpt }] of this.#kept.entries()) if (excerpt.score < scoreAt(weakest)) weakest = index;
    if (scoreAt(weakest) < one.excerpt.score) this.#kept[weakest] = one;
  }
}

/** What follows the last telling line and does not continue it is context: a little is enough, and no blank end. */
function lastWorthKeeping(lines: readonly ExcerptLine[]): number {
  let end = lines.length - 1;
  while (end > 0 && lines[end]?.weight === 0 && lines[end]?.text.trim() === '') end--;
  return end;
}

function shown(text: string): string {
  const clean = visible(text);
  return detached(clean.length <= longestLine ? clean : clipAround(clean));
}

/** The beginning of a long line, and where in it something is said that its beginning does not say. */
function clipAround(text: string): string {
  const telling = /\b(?:[A-Z]\w*(?:Error|Exception)\b|error:|FAILED|panic:)/.exec(text.slice(longestLine - 100));
  const head = text.slice(0, telling === null ? longestLine : 160);
  const at = telling === null ? 0 : Math.max(160, telling.index + longestLine - 100 - 20);
  const middle = telling === null ? '' : ` … ${text.slice(at, at + 220)}`;
  return `${head}${middle} … (a line of ${text.length} characters)`;
}
