// Calls about comments on pull requests and on lines of their diffs.
import * as z from 'zod';
import { at, type Call, type Client, isBot, nothing, type Octokit, reading } from './client.ts';
import type { Comment, GitHub } from './github.ts';

type CommentCalls = Pick<
  GitHub,
  'comments' | 'createComment' | 'updateComment' | 'deleteComment' | 'lineComments' | 'createReview' | 'deleteLineComment'
>;

const permission = 'pull-requests: write';
const comment = z.object({
  id: z.number(),
  html_url: z.string(),
  body: z.string().nullish(),
  user: z.object({ login: z.string(), type: z.string().nullish() }).nullable(),
  path: z.string().nullish(),
  line: z.number().nullish(),
});
/** A pull request with more comments than this many pages of a hundred is not one that anybody reads. */
const mostPages = 20;

const changing = (action: string, repeatable: boolean): Call => ({ action, permission, repeatable });
const one = (data: unknown): Comment => toComment(comment.parse(data));
const many = (data: unknown): Comment[] => z.array(comment).parse(data).map(toComment);

export function commentCalls({ ask }: Client): CommentCalls {
  return {
    comments: (repo, number) =>
      ask(
        reading('comments', permission),
        async ({ rest }) => everyPage((page) => rest.issues.listComments({ ...at(repo), issue_number: number, per_page: 100, page })),
        many,
      ),
    createComment: (repo, number, body) =>
      ask(changing('write a comment', false), ({ rest }) => rest.issues.createComment({ ...at(repo), issue_number: number, body }), one),
    updateComment: (repo, id, body) =>
      ask(changing('update a comment', true), ({ rest }) => rest.issues.updateComment({ ...at(repo), comment_id: id, body }), one),
    deleteComment: (repo, id) =>
      ask(changing('delete a comment', true), ({ rest }) => rest.issues.deleteComment({ ...at(repo), comment_id: id }), nothing),
    lineComments: (repo, number) =>
      ask(
        reading('comments on lines', permission),
        async ({ rest }) => everyPage((page) => rest.pulls.listReviewComments({ ...at(repo), pull_number: number, per_page: 100, page })),
        many,
      ),
    createReview: (repo, number, sha, comments) =>
      ask(
        changing('suggest lines', false),
        ({ rest }) =>
          rest.pulls.createReview({
            ...at(repo),
            pull_number: number,
            commit_id: sha,
            event: 'COMMENT',
            comments: comments.map(({ path, startLine, line, body }) => ({
              ...{ path, line, side: 'RIGHT', body },
              ...(startLine < line ? { start_line: startLine, start_side: 'RIGHT' } : {}),
            })),
          }),
        nothing,
      ),
    deleteLineComment: (repo, id) =>
      ask(
        changing('delete a comment on a line', true),
        ({ rest }: Octokit) => rest.pulls.deleteReviewComment({ ...at(repo), comment_id: id }),
        nothing,
      ),
  };
}

/** One page after the other: some servers give no links to the next one. */
async function everyPage(get: (page: number) => Promise<{ data: unknown[] }>): Promise<{ data: unknown[] }> {
  const data: unknown[] = [];
  for (let page = 1; page <= mostPages; page++) {
    const { data: some } = await get(page);
    data.push(...some);
    if (some.length < 100) break;
  }
  return { data };
}

function toComment({ id, html_url: url, body, user, path, line }: z.infer<typeof comment>): Comment {
  const author = user === null ? null : { login: user.login, isBot: isBot(user) };
  return { id, url, body: body ?? '', author, place: path ? `${path}:${line ?? ''}` : null };
}
