// The same candidates judged warm and in processes of their own must get the same verdicts.
import type { Candidate, TrialReport, Verdict } from '../../src/trial/index.ts';
import type { Project } from './projects.ts';
import { makeStage } from './stage.ts';

export interface Comparison {
  readonly judged: number;
  /** Verdicts of cold runs, by kind. */
  readonly kinds: Readonly<Record<string, number>>;
  readonly warm: Pick<TrialReport, 'warm' | 'notWarm' | 'seconds'>;
  readonly cold: Pick<TrialReport, 'seconds'>;
  readonly differences: readonly { readonly label: string; readonly warm: string; readonly cold: string }[];
}

export interface Sample {
  /** How many single-token faults. */
  readonly size: number;
  /** How many that do harm; all of them when absent. */
  readonly harm?: number;
  readonly seed: number;
}

/** Every candidate that is a single-token fault, or a sample of so many of them, the fix, and some that do harm. */
export async function compareBothWays(project: Project, sample: Sample): Promise<Comparison> {
  await using stage = await makeStage(project.files, project.linked, project);
  const mutants = await stage.mutants(project.faulty);
  const isFix = ({ label }: Candidate): boolean => label === 'operator: + -> -';
  const faults = shuffled(
    mutants.filter((one) => !isFix(one)),
    sample.seed,
  ).slice(0, sample.size);
  const candidates = [...faults, ...mutants.filter(isFix), ...shuffled(harmful(project.faulty), sample.seed).slice(0, sample.harm)];
  const warm = await stage.judge(candidates, { workers: 1 });
  // A green verdict is that of processes of its own already; in a sample, what never ends is known to be red, and waits for long.
  const isKnown = (candidate: Candidate, index: number): boolean =>
    warm.verdicts[index]?.kind === 'green' || (sample.harm !== undefined && candidate.label === endless);
  const open = candidates.filter((candidate, index) => !isKnown(candidate, index));
  const cold = await stage.judge(open, { workers: 1, warm: false });
  const coldOf = (candidate: Candidate): Verdict | undefined => {
    const at = open.indexOf(candidate);
    return at >= 0 ? cold.verdicts[at] : candidate.label === endless ? { kind: 'red' } : { kind: 'green', ran: 'failing' };
  };
  const kinds: Record<string, number> = {};
  for (const candidate of candidates) {
    const { kind } = coldOf(candidate) ?? { kind: 'missing' };
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  const differences = candidates.flatMap((candidate, index) => {
    const pair = { label: candidate.label, warm: told(warm.verdicts[index]), cold: told(coldOf(candidate)) };
    return pair.warm === pair.cold ? [] : [pair];
  });
  return { judged: candidates.length, kinds, warm, cold, differences };
}

/** What no program makes red in a process of its own, and is told apart in a warm one. */
function told(verdict: Verdict | undefined): string {
  if (verdict === undefined) return 'missing';
  if (verdict.kind === 'partial') return `partial: ${verdict.fixed.join()}; broke ${[...verdict.broke].sort().join()}`;
  if (verdict.kind === 'breaks') return `breaks: ${[...verdict.broke].sort().join()}`;
  return verdict.kind === 'invalid' ? 'red' : verdict.kind;
}

const endless = 'while (a < b + 9) { b++; }';

/** Candidates after which a process that goes on would not be as before. */
function harmful(path: string): Candidate[] {
  const before = (code: string): Candidate => ({ label: code, edits: [{ path, start: 0, end: 0, text: `${code}\n` }] });
  const inside = (code: string, replaced = 'if (a < b) {'): Candidate => ({
    label: code,
    edits: [{ path, oldText: 'if (a < b) {', newText: `${code} ${replaced}` }],
  });
  return [
    inside('', 'if (a < b {'),
    before('throw null;'),
    before('setInterval(() => {}, 5);'),
    before('globalThis.count = 40;'),
    before('Array.prototype.map = null;'),
    before("void Promise.reject(new Error('nobody hears it'));"),
    inside(endless),
    inside('if (globalThis.seen) return a - b; globalThis.seen = true;'),
    inside('process.exit(3);'),
  ];
}

/** Fisher and Yates' shuffle with a linear congruential generator (Numerical Recipes, section 7.1): the same for a seed. */
function shuffled<T>(given: readonly T[], seed: number): T[] {
  const list = [...given];
  let state = seed >>> 0;
  for (let at = list.length - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (at + 1));
    const [a, b] = [list[at], list[other]];
    if (a === undefined || b === undefined) continue;
    list[at] = b;
    list[other] = a;
  }
  return list;
}
