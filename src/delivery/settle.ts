// Two runs can repair the same failure at once. Whose text is written last, his commit is on the branch: then each belongs to the other.
import type { PullRequest } from './github.ts';
import type { Shipment } from './shipment.ts';
import { readStamp } from './stamp.ts';

/** Two runs cannot take turns for longer than that: each writes its text once. */
const mostRounds = 8;

export interface Written {
  readonly number: number;
  /** What the text is about. */
  readonly sha: string;
}

/**
 * Called after a text was written: looks until branch and text belong together. A run whose text stands brings its commit back to the branch;
 * one whose text was replaced meanwhile, and whose commit it had just brought back, takes it away again. As every run that changes something
 * looks afterwards, the last one to change anything has seen how it ends. Whether the text is still the one of this run.
 */
export async function settle({ target, publisher, request }: Shipment, { number, sha }: Written): Promise<boolean> {
  const { github, repo, branch } = target;
  let replaced: string | null = null;
  for (let round = 0; round < mostRounds; round++) {
    const pull = await github.pullRequest(repo, number);
    const ours = pull.ok && commitOf(pull.value) === sha;
    const tip = await publisher.tip(branch);
    if (!ours) {
      if (replaced !== null && tip === sha) await publisher.push(branch, replaced, sha);
      // Where GitHub does not say, nothing speaks against it.
      return !pull.ok;
    }
    if (tip === sha || tip === null || !(await publisher.isOurs(tip, request.fingerprint))) return true;
    replaced = tip;
    await publisher.push(branch, sha, tip);
  }
  return true;
}

const commitOf = ({ body }: PullRequest): string | undefined => readStamp(body)?.commit;
