// Which of several repairs that pass every test is meant: what the tests leave open, they cannot tell.
import type { Change } from './edits.ts';
import { agreementProbe, constancyProbe, deadnessProbe, senseProbe, vainnessProbe } from './probes/index.ts';
import type { Repair } from './search.ts';
import type { SourceFile } from './templates/types.ts';
import type { Candidate, Tools } from './tools.ts';
import { trust } from './trust.ts';

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
/** Answers near the tests that a repair changes: between which of these numbers theirs lies is asked of each group. */
const STEPS = [2, 5, 10, 20, 40, 80, 160, 320];
/** Ways that conditions can come out and do not: between which of these numbers theirs lies is asked of each group. */
const MISSING = [1, 2, 3, 4, 6, 8];
/** How much less a group is worth for each way more that is not taken with it than with another one, up to so many. */
const OF_MISSING = 0.5;
const MOST_MISSING = 3;
/** Room there must be for so many batches of questions as this one: more is at stake than the choice. */
const SPARE = 4;
/** How much less a group is worth that answers everything alike. */
const OF_CONSTANT = 0.01;
/**
 * How much less a group is worth that reckons with what is no number on the tests' own inputs, or only ever raises errors there, where another
 * one does not.
 */
const OF_NONSENSE = 0.03;

/** What a group of repairs that answer alike does, by its likeliest member. */
interface Conduct {
  /** Answers on inputs near those of the tests that differ from what the function answered before: fewer than this; null where unknown. */
  readonly changed: number | null;
  /** It answers alike whatever the input, and did not before. */
  readonly constant: boolean;
  /** Ways that conditions of the function can come out and do not on inputs near those of the tests: at least so many. */
  readonly missing: number;
  /** On the tests' own inputs nothing is reckoned with that is no number, and not all raises errors that are caught; null where unknown. */
  readonly sense: boolean | null;
}

/**
 * The same repairs, likeliest first. Those that answer alike on inputs near those of the tests form a group (one batch of trials a group,
 * each candidate a pair); a group counts by the weight of its members of different templates, the less the more answers it changes near the
 * tests (a repair keeps what worked: Xiong et al., "Identifying patch correctness in test-based program repair", ICSE 2018) and the more of
 * its conditions come out one way only, where with others they do not (nobody writes what is never reached; a condition that never holds
 * answers alike and changes little), also less where it reckons with what is no number, or only raises errors, and others do not, and comes with
 * its likeliest member first. Repairs that leave something out or answer with a constant come behind all others.
 */
export async function choose({ tools, green, files, room }: ChoiceOptions): Promise<readonly Repair[]> {
  if (green.length < 2) return green;
  const trusted = new Map(green.map((repair) => [repair, trust(repair, files)]));
  const ranked = green.toSorted((a, b) => (trusted.get(b) ?? 0) - (trusted.get(a) ?? 0));
  const groups = await grouped(ranked, files, tools, room);
  const conduct = groups.length < 2 ? [] : await conductOf(groups.slice(0, MOST_COMPARED), files, tools, room);
  const most = Math.max(0, ...conduct.map(({ changed }) => changed ?? 0));
  const fewest = Math.min(...conduct.map(({ missing }) => missing));
  const isSensible = conduct.some(({ sense }) => sense === true);
  const worth = new Map(
    groups.map((group, at) => {
      const { changed, constant, missing, sense } = conduct[at] ?? { changed: null, constant: false, missing: fewest, sense: null };
      const lively = conduct.length === 0 ? 1 : OF_MISSING ** Math.min(MOST_MISSING, missing - fewest);
      const odd = (constant ? OF_CONSTANT : 1) * (isSensible && sense === false ? OF_NONSENSE : 1);
      return [group, (worthOf(group, trusted) * lively * odd) / ((changed ?? most) + 5) ** 2];
    }),
  );
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

/** What a group weighs: more than its likeliest member, less than all. Several changes of one kind are no evidence of their own. */
function worthOf(group: readonly Repair[], trusted: ReadonlyMap<Repair, number>): number {
  const best = new Map<string, number>();
  for (const repair of group) {
    const kind = repair.map(({ template }) => template).join(' ');
    best.set(kind, Math.max(best.get(kind) ?? 0, trusted.get(repair) ?? 0));
  }
  return [...best.values()].reduce((sum, one) => sum + one ** 1.5, 0) ** (1 / 1.5);
}

/** Those of `others` that answer as `head` does. */
async function alike(
  head: Repair,
  others: readonly Repair[],
  files: readonly SourceFile[],
  tools: ChoiceOptions['tools'],
  room: () => number,
): Promise<Repair[]> {
  const pairs = others.flatMap((other) => {
    const file = fileOf([...head, ...other], files);
    const changes = file === null ? null : agreementProbe(file, changesOf(head), changesOf(other));
    return file === null || changes === null ? [] : [{ asked: other, candidate: candidateOf(file, changes) }];
  });
  if (room() < pairs.length) return [];
  return await greenOf(pairs, tools);
}

interface Question {
  readonly group: number;
  /**
   * `changed`: at most so many answers; `missing`: at least so many ways; `constant`: it answers all alike; `before`: the function did; `sense`:
   * as of a group; `vain`: the contrary.
   */
  readonly asks: 'changed' | 'missing' | 'constant' | 'before' | 'sense' | 'vain';
  readonly count: number;
}

const QUESTIONS: readonly Omit<Question, 'group'>[] = [
  ...STEPS.map((count) => ({ asks: 'changed', count }) as const),
  { asks: 'constant', count: 1 },
  { asks: 'before', count: 1 },
  { asks: 'sense', count: 0 },
  { asks: 'vain', count: 0 },
  ...MISSING.map((count) => ({ asks: 'missing', count }) as const),
];

function probeFor({ asks, count }: Omit<Question, 'group'>, file: SourceFile, changes: readonly Change[]): readonly Change[] | null {
  if (asks === 'changed') return agreementProbe(file, changes, [], count);
  if (asks === 'sense') return senseProbe(file, changes);
  if (asks === 'vain') return vainnessProbe(file, changes);
  return asks === 'missing' ? deadnessProbe(file, changes, count) : constancyProbe(file, changes, asks === 'before');
}

/** How the groups' likeliest members behave, in one batch; nothing where there is no room for it. */
async function conductOf(
  groups: readonly (readonly Repair[])[],
  files: readonly SourceFile[],
  tools: ChoiceOptions['tools'],
  room: () => number,
): Promise<readonly Conduct[]> {
  const questions = groups.flatMap(([head], group) => {
    const file = head === undefined ? null : fileOf(head, files);
    if (head === undefined || file === null) return [];
    return QUESTIONS.flatMap((question) => {
      const probe = probeFor(question, file, changesOf(head));
      return probe === null ? [] : [{ asked: { ...question, group } satisfies Question, candidate: candidateOf(file, probe) }];
    });
  });
  if (room() < questions.length * SPARE) return [];
  const yes: readonly Question[] = await greenOf(questions, tools);
  const known = new Set(questions.map(({ asked }) => asked.group));
  return groups.map((_, group): Conduct => {
    const told = (asks: Question['asks']): readonly number[] =>
      yes.filter((each) => each.group === group && each.asks === asks).map(({ count }) => count);
    const wasAsked = (asks: Question['asks']): boolean => questions.some(({ asked }) => asked.group === group && asked.asks === asks);
    // Where the function answered everything alike, whatever repairs it changes much.
    const wasConstant = told('before').length > 0;
    const least = Math.min(2 * (STEPS.at(-1) ?? 0), ...told('changed'));
    return {
      changed: known.has(group) && !wasConstant ? least : null,
      constant: told('constant').length > 0 && !wasConstant,
      missing: Math.max(0, ...told('missing')),
      sense: wasAsked('sense') ? told('sense').length > 0 : wasAsked('vain') ? told('vain').length === 0 : null,
    };
  });
}

/** What was asked by those candidates under which the failing tests pass. */
async function greenOf<T>(
  asked: readonly { readonly asked: T; readonly candidate: Candidate }[],
  tools: ChoiceOptions['tools'],
): Promise<T[]> {
  if (asked.length === 0) return [];
  const candidates = asked.map(({ candidate }) => candidate);
  const trial = await tools.tryEdits(candidates, 'failing', candidates.length);
  return trial.green.flatMap((index) => asked.slice(index, index + 1).map((each) => each.asked));
}

/** The one file that all changes lie in. */
function fileOf(repair: Repair, files: readonly SourceFile[]): SourceFile | null {
  const path = repair[0]?.path;
  return repair.every((edit) => edit.path === path) ? (files.find((each) => each.path === path) ?? null) : null;
}

function candidateOf({ path }: SourceFile, changes: readonly Change[]): Candidate {
  return { label: 'what repairs answer, compared', edits: changes.map((change) => ({ path, ...change })) };
}

function changesOf(repair: Repair): readonly Change[] {
  return repair.map(({ start, end, text }) => ({ start, end, text }));
}
