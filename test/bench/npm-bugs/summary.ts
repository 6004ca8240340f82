import { hashOf, type Reading, readingOf } from '../repair/readings.ts';
import type { Outcome } from './repair-case.ts';
import { isEven } from './suspected.ts';

type Summarised = Pick<Outcome, 'id' | 'outcome' | 'seconds' | 'suspected' | 'patch' | 'wrong'>;

/** Lines below the table: the shares that are asked of a kind, of all cases and of each half, and what was read of the patches. */
export function summaryOf(kind: string, outcomes: readonly Summarised[], known: readonly Reading[]): readonly string[] {
  const halves = (['even', 'odd'] as const).map((half) => ({ half, own: outcomes.filter(({ id }) => isEven(id) === (half === 'even')) }));
  const shown = halves.every(({ own }) => own.length > 0) ? [{ half: 'all', own: outcomes }, ...halves] : halves;
  return [
    ...shown.filter(({ own }) => own.length > 0).map(({ half, own }) => `${kind}, ${half}: ${sharesOf(kind, own, known).join('; ')}`),
    ...(kind === 'missing' ? outcomes.filter(isFixed).map((one) => wordsOf(one, known)) : []),
  ];
}

function sharesOf(kind: string, own: readonly Summarised[], known: readonly Reading[]): readonly string[] {
  const fixed = own.filter(isFixed);
  const others = [...new Set(own.map(({ outcome }) => outcome))].filter((outcome) => outcome !== 'fixed');
  const told = own.filter(({ suspected }) => suspected !== '');
  const read = fixed.flatMap(({ id, patch }) => readingOf(known, id, patch) ?? []);
  const right = `right by reading ${share(read.filter((one) => one.right).length, fixed.length)}, ${fixed.length - read.length} not read yet`;
  return [
    `fixed ${share(fixed.length, own.length)}`,
    ...others.map((outcome) => `${own.filter((one) => one.outcome === outcome).length} ${outcome}`),
    ...(kind === 'missing' ? [right] : []),
    ...(told.length > 0
      ? [`true function among five suspects ${share(told.filter(({ suspected }) => suspected === 'yes').length, told.length)}`]
      : []),
    `median ${medianSeconds(own)} s`,
    `wrong claims ${own.filter(({ wrong }) => wrong !== '').length}`,
  ];
}

function isFixed({ outcome }: Summarised): boolean {
  return outcome === 'fixed';
}

function wordsOf({ id, patch }: Summarised, known: readonly Reading[]): string {
  const read = readingOf(known, id, patch);
  return `${id} ${hashOf(patch)}: ${read === null ? 'not read yet' : `${read.right ? 'right' : 'wrong'}: ${read.why}`}`;
}

/** The upper one of an even number; a dash where there is none. */
export function medianSeconds(own: readonly { readonly seconds: number }[]): string {
  const seconds = own.map((one) => one.seconds).toSorted((a, b) => a - b);
  return seconds[seconds.length >> 1]?.toFixed(0) ?? '–';
}

export function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${part} of ${whole} (${Math.round((100 * part) / whole)} %)`;
}
