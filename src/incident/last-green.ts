// The last green commit of a history that nobody has told of: found by testing older commits.

/** What the failing tests do on a commit. `absent`: there are no such tests yet; `unusable`: it could not be tested; `late`: not to its end, in the time there was. */
export type Verdict = 'green' | 'red' | 'absent' | 'unusable' | 'late';

interface Tried {
  readonly sha: string;
  readonly verdict: Verdict;
}

export interface LastGreen {
  /** The newest commit known to be green; null when none was found. */
  readonly green: string | null;
  /** True when the commit right after it is red. */
  readonly narrowest: boolean;
  readonly tried: readonly Tried[];
  /** Why the search ended, as a sentence; for people. */
  readonly reason: string;
}

export interface Search {
  /** First-parent history below what is red, newest first. */
  readonly commits: readonly string[];
  /** Tests a commit. */
  readonly test: (sha: string) => Promise<Verdict>;
  /** Whether there is time for another test. */
  readonly goOn: () => boolean;
  /** Tests at the most. */
  readonly most: number;
}

/** Commits in a row that cannot be tested before the search gives up: older ones seldom can. */
const mostUnusable = 2;

/**
 * Galloping search: doubling steps into the past until a commit is green, then bisection between it and the red one that is nearest to
 * it (Bentley and Yao, "An almost optimal algorithm for unbounded searching", 1976). Like any bisection it takes for granted that what
 * broke stayed broken.
 */
export async function findLastGreen({ commits, test, goOn, most }: Search): Promise<LastGreen> {
  const tried: Tried[] = [];
  const mayTry = (): boolean => tried.length < most && goOn();
  const verdictOf = async (index: number): Promise<Verdict> => {
    const sha = commits[index] ?? '';
    const verdict = await test(sha);
    tried.push({ sha, verdict });
    return verdict;
  };
  /** Newest index known to be red; -1 is the tree that is repaired. */
  let red = -1;
  /** Oldest bound: nothing at or beyond it is looked at any more. */
  let bound: number | null = null;
  let green: number | null = null;
  let unusable = 0;
  for (let step = 0; step < commits.length && mayTry(); step = nextStep(step, commits.length)) {
    const verdict = await verdictOf(step);
    unusable = verdict === 'unusable' ? unusable + 1 : 0;
    if (verdict === 'red') red = step;
    if (verdict === 'green') green = step;
    if (verdict === 'late') break;
    if (verdict === 'green' || verdict === 'absent' || unusable === mostUnusable) {
      bound = step;
      break;
    }
  }
  while (bound !== null && bound - red > 1 && mayTry()) {
    const middle = Math.floor((bound + red) / 2);
    const verdict = await verdictOf(middle);
    if (verdict === 'late') break;
    if (verdict === 'red') red = middle;
    else bound = middle;
    if (verdict === 'green') green = middle;
  }
  const found = green === null ? null : (commits[green] ?? null);
  return { green: found, narrowest: green !== null && green - red === 1, tried, reason: reasonOf(found, tried, commits, mayTry()) };
}

/** 0, 1, 3, 7, …: HEAD~1, ~2, ~4, ~8 and, at the end, the oldest there is. */
function nextStep(step: number, length: number): number {
  const next = 2 * step + 1;
  return step < length - 1 && next >= length ? length - 1 : next;
}

function reasonOf(green: string | null, tried: readonly Tried[], commits: readonly string[], hadTime: boolean): string {
  const count = `${tried.length} older ${tried.length === 1 ? 'commit' : 'commits'}`;
  const last = tried.at(-1);
  if (green !== null) return `found by testing ${count}`;
  if (commits.length === 0) return 'the checkout holds no older commit (give actions/checkout a larger fetch-depth)';
  if (last?.verdict === 'absent') return `the failing tests do not exist in ${last.sha.slice(0, 10)} and before`;
  if (last?.verdict === 'late') return `the time for it was over before ${last.sha.slice(0, 10)} was tested to the end`;
  if (last?.verdict === 'unusable') return `${last.sha.slice(0, 10)} could not be tested`;
  return hadTime ? `the failing tests fail in all of ${count} too` : `the time for it was over after testing ${count}`;
}
