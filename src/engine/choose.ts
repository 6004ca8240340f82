// Which of several repairs that pass every test is meant: what the tests leave open, they cannot tell.
import type { Change } from './edits.ts';
import { agreementProbe } from './probes/index.ts';
import type { Repair } from './search.ts';
import type { SourceFile } from './templates/types.ts';
import type { Candidate, Tools } from './tools.ts';

export interface ChoiceOptions {
  readonly tools: Pick<Tools, 'tryEdits'>;
  /** Repairs that pass every test, in the order they were found. */
  readonly green: readonly Repair[];
  readonly files: readonly SourceFile[];
  /** How many more candidates may be judged. */
  readonly room: () => number;
}

/** Repairs that are held against each other at most: each group they fall into costs a batch. */
const MOST_COMPARED = 8;

/**
 * The same repairs, likeliest first. Those that answer alike on inputs near those of the tests form a group (one batch of trials a group,
 * each candidate a pair); a group counts by the weight of its members of different templates, and comes with its likeliest member first.
 * Repairs that leave something out or answer with a constant come behind all others.
 */
export async function choose({ tools, green, files, room }: ChoiceOptions): Promise<readonly Repair[]> {
  if (green.length < 2) return green;
  const ranked = green.toSorted((a, b) => trust(b, files) - trust(a, files));
  const groups = await grouped(ranked, files, tools, room);
  const worth = new Map(groups.map((group) => [group, worthOf(group, files)]));
  return groups.toSorted((a, b) => (worth.get(b) ?? 0) - (worth.get(a) ?? 0)).flat();
}

async function grouped(
  ranked: readonly Repair[],
  files: readonly SourceFile[],
  tools: ChoiceOptions['tools'],
  room: () => number,
): Promise<readonly (readonly Repair[])[]> {
  const groups: Repair[][] = [];
  let open = ranked;
  let compared = 0;
  while (open.length > 0) {
    const [head, ...rest] = open;
    if (head === undefined) break;
    const near = compared < MOST_COMPARED ? rest.slice(0, MOST_COMPARED) : [];
    compared += 1;
    const same = await alike(head, near, files, tools, room);
    groups.push([head, ...same]);
    open = rest.filter((repair) => !same.includes(repair));
  }
  return groups;
}

/** What a group weighs: its likeliest member of each template. Several changes of one kind are no evidence of their own. */
function worthOf(group: readonly Repair[], files: readonly SourceFile[]): number {
  const best = new Map<string, number>();
  for (const repair of group) {
    const kind = repair.map(({ template }) => template).join(' ');
    best.set(kind, Math.max(best.get(kind) ?? 0, trust(repair, files)));
  }
  return [...best.values()].reduce((sum, one) => sum + one, 0);
}

/** Those of `others` that answer as `head` does. */
async function alike(
  head: Repair,
  others: readonly Repair[],
  files: readonly SourceFile[],
  tools: ChoiceOptions['tools'],
  room: () => number,
): Promise<Repair[]> {
  const pairs = others.flatMap((other): { readonly other: Repair; readonly candidate: Candidate }[] => {
    const candidate = probeOf(head, other, files);
    return candidate === null ? [] : [{ other, candidate }];
  });
  if (pairs.length === 0 || room() < pairs.length) return [];
  const trial = await tools.tryEdits(
    pairs.map(({ candidate }) => candidate),
    'failing',
    pairs.length,
  );
  return trial.green.flatMap((index) => pairs.slice(index, index + 1).map(({ other }) => other));
}

function probeOf(one: Repair, other: Repair, files: readonly SourceFile[]): Candidate | null {
  const path = one[0]?.path;
  const file = files.find((each) => each.path === path);
  if (file === undefined || [...one, ...other].some((edit) => edit.path !== path)) return null;
  const changes = agreementProbe(file, changesOf(one), changesOf(other));
  return changes === null ? null : { label: 'two repairs compared', edits: changes.map((change) => ({ path: file.path, ...change })) };
}

function changesOf(repair: Repair): readonly Change[] {
  return repair.map(({ start, end, text }) => ({ start, end, text }));
}

/** How far a repair can be trusted before anything is known of what it does: its weight, and much less for what fits tests too easily. */
function trust(repair: Repair, files: readonly SourceFile[]): number {
  let weight = Math.min(...repair.map((edit) => edit.weight)) / repair.length ** 2;
  for (const edit of repair) {
    const before = files.find(({ path }) => path === edit.path)?.text.slice(edit.start, edit.end) ?? '';
    if (isException(before, edit.text)) weight *= 0.5;
    if (takesAway(edit.template, before, edit.text)) weight *= 0.05;
    if (isConstant(before, edit.text)) weight *= 0.1;
  }
  return weight;
}

/** What was there, held in some cases only: a case put aside fits whatever tests there are. */
function isException(before: string, after: string): boolean {
  const [own, made] = [before.trim(), after.trim()];
  if (own === '' || own.length === made.length || !made.includes(own)) return false;
  return (
    /^(?:if\b|.*\?)/.test(made.slice(0, made.indexOf(own))) ||
    /^\)?\s*(?:&&|\|\||and\b|or\b)/.test(made.slice(made.indexOf(own) + own.length))
  );
}

/** Taking code away makes tests pass too easily. */
function takesAway(template: string, before: string, after: string): boolean {
  return /deleted|removed|empty body/.test(template) || (after.trim() === '' && before.length > 12);
}

/** A value that is always, or never, true. */
function isConstant(before: string, after: string): boolean {
  return /^!?(?:true|false|True|False)$/.test(after.trim()) && !/^!?(?:true|false|True|False)$/.test(before.trim());
}
