type Group<T> = readonly T[];

/** How the questions of `shrinkingParts` are answered. */
export interface Oracle<T> {
  /** Which of these parts are enough by themselves; null where there is no answer, which ends the search. */
  readonly areEnough: (parts: readonly Group<T>[]) => Promise<readonly (boolean | null)[]>;
  /** Elements that can only be left out together. */
  readonly joined: (part: Group<T>) => readonly Group<T>[];
}

/** Groups that are asked about at once, and after how many batches these are twice as many: many that are needed take many questions. */
const AT_ONCE = 8;
const DOUBLED_AFTER = 3;
/** Into so many groups a set is cut first. */
const GROUPS = 6;

/**
 * Ever smaller parts of `set` that are enough, the smallest last, with few questions in few batches. Of that one no element can be missed,
 * unless an answer was missing. Elements come most relevant first; the least relevant are left out first.
 *
 * This is generalized binary splitting (Hwang, "A Method for Detecting All Defective Members in a Population by Group Testing", JASA 67(339),
 * 1972) for several groups at once, where it is not known how many elements are needed: groups grow while they can be left out, and halve
 * around what cannot. Like QuickXplain (Junker, AAAI 2004) it takes for granted that less is enough only where more is: no part of what
 * was not enough is asked about. It need not hold where one part of a change needs another: in the end each element is asked about.
 */
export async function shrinkingParts<T>(set: Group<T>, oracle: Oracle<T>): Promise<readonly Group<T>[]> {
  const search = new Search(set, oracle);
  const order = set.toReversed();
  let pool: Group<T> = order;
  /** Groups of several of which at least one element is needed: the group could not be left out, or the rest of one that could not, could. */
  let held: readonly Group<T>[] = [];
  let size = groupSize(pool.length / GROUPS);
  for (let batch = 0; pool.length > 0 || held.length > 0 || search.isUnsure; batch += 1) {
    const most = AT_ONCE * 2 ** Math.floor(batch / DOUBLED_AFTER);
    const asked = held.slice(0, most).map((group) => ({ group, part: group.slice(0, Math.ceil(group.length / 2)) }));
    const halved = asked.length;
    for (; pool.length > 0 && asked.length < most; pool = pool.slice(size)) {
      const group = pool.slice(0, size);
      asked.push({ group, part: group });
    }
    const found = await search.leaveOut(asked.map(({ part }) => part));
    if (found === null) return search.chain;
    const next = held.slice(most);
    const open = new Set([...pool, ...found.reopened]);
    for (const [at, { group, part }] of asked.entries()) {
      const answer = found.answers[at];
      const rest = group.slice(part.length);
      // What is needed of a group is in the other half where it is not in this one; where it is, nothing is known about the other.
      if (answer === 'free') next.push(rest);
      else for (const element of answer === 'open' ? group : rest) open.add(element);
      if (answer === 'needed') next.push(part);
    }
    const fresh = found.answers.slice(halved);
    const free = fresh.filter((answer) => answer === 'free').length;
    if (free * 2 !== fresh.length) size = groupSize(free * 2 > fresh.length ? size * 2 : size / 2);
    held = next.filter((group) => group.length > 1);
    pool = order.filter((element) => open.has(element));
  }
  // Something may have been needed only by what is left out by now.
  for (let part: Group<T> | null = null; part !== search.smallest; ) {
    part = search.smallest;
    const found = await search.leaveOut([...part.map((element) => [element]), ...oracle.joined(part)], true);
    if (found === null || (search.isUnsure && (await search.leaveOut([])) === null)) break;
  }
  return search.chain;
}

interface Found<T> {
  /** `open`: nothing is known yet. */
  readonly answers: readonly ('free' | 'needed' | 'open')[];
  /** What could be left out alone, but not with others. */
  readonly reopened: Group<T>;
}

class Search<T> {
  readonly chain: Group<T>[];
  readonly #oracle: Oracle<T>;
  readonly #failed: ReadonlySet<T>[] = [];
  /** What is left without all groups that can each be left out of the smallest part; whether it is enough is asked with what comes next. */
  #unsure: Group<T> | null = null;

  constructor(set: Group<T>, oracle: Oracle<T>) {
    this.chain = [set];
    this.#oracle = oracle;
  }

  /** The smallest part that is known to be enough. */
  get smallest(): Group<T> {
    return this.chain.at(-1) ?? [];
  }

  get isUnsure(): boolean {
    return this.#unsure !== null;
  }

  /** Whether each group can be left out as a whole of what is left; null where an answer is missing. `again`: nothing is taken for granted. */
  async leaveOut(groups: readonly Group<T>[], again = false): Promise<Found<T> | null> {
    const unsure = this.#unsure;
    const part = unsure ?? this.smallest;
    const rests = groups.map((group) => without(part, [group]));
    const asked = rests.filter((rest) => rest.length < part.length && !this.#hasFailed(rest, again));
    const questions = unsure === null ? asked : [unsure, ...asked];
    const answers = questions.length === 0 ? [] : await this.#oracle.areEnough(questions);
    const enough = questions.filter((_, at) => answers[at] === true);
    for (const [at, question] of questions.entries()) if (answers[at] === false) this.#failed.push(new Set(question));
    this.#unsure = null;
    if (unsure !== null && enough.length === 0)
      return answers.includes(null) ? null : { answers: groups.map(() => 'open'), reopened: without(this.smallest, [unsure]) };
    const first = rests.find((rest) => enough.includes(rest));
    if (unsure !== null && enough.includes(unsure)) this.chain.push(unsure);
    if (first !== undefined) this.chain.push(first);
    if (answers.includes(null)) return null;
    const free = groups.filter((_, at) => enough.includes(rests[at] ?? []));
    if (free.length > 1) this.#unsure = without(part, free);
    return { answers: groups.map((group) => (free.includes(group) ? 'free' : 'needed')), reopened: [] };
  }

  /** Whether the part was not enough, or, unless it is to be asked about itself, one that holds it. */
  #hasFailed(part: Group<T>, itself: boolean): boolean {
    return this.#failed.some((more) => (!itself || more.size === part.length) && part.every((element) => more.has(element)));
  }
}

function without<T>(part: Group<T>, groups: readonly Group<T>[]): Group<T> {
  return part.filter((element) => !groups.some((group) => group.includes(element)));
}

function groupSize(wanted: number): number {
  return Math.max(1, Math.floor(wanted));
}
