// The one comment of ours on a pull request, known by its stamp: made once, then updated.
import { boundBody } from './branch.ts';
import type { Comment, GitHub } from './github.ts';
import type { Answer } from './problem.ts';
import { readStamp, type Stamp, withStamp } from './stamp.ts';

export type Said = Answer<Comment> & { readonly updated: boolean };

interface Sticky {
  readonly repo: string;
  readonly number: number;
  readonly body: string;
  readonly stamp: Stamp;
}

/**
 * Updates `known`, or makes the comment. Whether one whose answer got lost was made is looked up before it is made again; of two that were made
 * at once the older one stays, with the text that was written last.
 */
export async function writeSticky(github: GitHub, { repo, number, body, stamp }: Sticky, known: Comment | null): Promise<Said> {
  const text = withStamp(boundBody(body), stamp);
  const update = async ({ id }: Comment): Promise<Said> => ({ ...(await github.updateComment(repo, id, text)), updated: true });
  if (known !== null) return update(known);
  for (let tries = 0; ; tries++) {
    const created = await github.createComment(repo, number, text);
    if (!created.ok && (created.kind !== 'unreachable' || tries > 0)) return { ...created, updated: false };
    const found = await stickyComment(github, repo, number);
    if (!found.ok || (created.ok && (found.value === null || found.value.id === created.value.id))) return { ...created, updated: false };
    if (found.value === null) continue;
    if (created.ok) await github.deleteComment(repo, created.value.id);
    return update(found.value);
  }
}

/** Our comment on a pull request; null when there is none. A stamp that a person copied into a comment of theirs does not count. */
export async function stickyComment(github: GitHub, repo: string, number: number): Promise<Answer<Comment | null>> {
  const comments = await github.comments(repo, number);
  if (!comments.ok) return comments;
  const stamped = comments.value.filter(({ body }) => readStamp(body) !== null);
  const byBot = stamped.find(({ author }) => author?.isBot);
  if (byBot !== undefined || stamped.length === 0) return { ok: true, value: byBot ?? null };
  // With a personal token our comments are a person's.
  const viewer = await github.viewer();
  return { ok: true, value: (viewer.ok && stamped.find(({ author }) => author?.login === viewer.value)) || null };
}
