// A fix on its way: what is known once the remote was asked, whichever way it goes.
import type { Commit, Publisher } from './commit.ts';
import type { PullRequest } from './github.ts';
import type { DeliveryRequest, Target } from './target.ts';
import type { Checks, Delivery, UndoneLines } from './types.ts';

/** Everything the ways of delivery work with. */
export interface Shipment {
  readonly request: DeliveryRequest;
  readonly target: Target;
  readonly publisher: Publisher;
  /** Tips of the branches that matter. */
  readonly tips: ReadonlyMap<string, string>;
  /** The open pull request that failed. */
  readonly failing: PullRequest | null;
  readonly undone: readonly UndoneLines[] | null;
  readonly checks: Checks;
  /** Why it does not go where it was wanted; null when it does. */
  readonly detour: string | null;
  readonly now: Date;
  /** The fix as a commit on the red one, as the so-manyth attempt. */
  commit(attempt: number): Promise<Commit | Delivery>;
}
