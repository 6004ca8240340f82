import { isEven } from './suspected.ts';

interface Choice {
  /** `even` or `odd` by their ids; anything else: all. */
  readonly parity: string;
  /** The first of so many. */
  readonly every: number;
  readonly limit: number;
}

/** Whether a case is among those asked for, told by its id; to be asked once for each, in their order. */
export function choiceOf({ parity, every, limit }: Choice): (id: string) => boolean {
  let met = 0;
  let taken = 0;
  return (id) => {
    if (['even', 'odd'].includes(parity) && isEven(id) !== (parity === 'even')) return false;
    if (met++ % every !== 0 || taken >= limit) return false;
    taken += 1;
    return true;
  };
}
