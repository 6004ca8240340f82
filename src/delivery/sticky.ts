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

/** Updates `known`, or makes the comment. Whether one whose answer got lost was made is looked up before it is made again. */
export async function writeSticky(github: GitHub, { repo, number, body, stamp }: Sticky, known: Comment | null): Promise<Said> {
  const text = withStamp(boundBody(body), stamp);
  for (let tries = 0, existing = known; ; tries++) {
    if (existing !== null) return { ...(await github.updateComment(repo, existing.id, text)), updated: true };
    const created = await github.createComment(repo, number, text);
    if (created.ok || created.kind !== 'unreachable' || tries > 0) return { ...created, updated: false };
    const found = await stickyComment(github, repo, number);
    if (!found.ok) return { ...created, updated: false };
    existing = found.value;
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
