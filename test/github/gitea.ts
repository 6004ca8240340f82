// The API as Gitea and Forgejo have it, in front of the fake GitHub: alike in its paths, and different in what they mean.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { bodyOf, close, listen } from './http.ts';

/** Paths that are not there: GraphQL, single commits and refs under these names, comments on lines. */
const absent = [/^\/graphql$/, /\/git\/ref\/heads\//, /\/commits\/[^/]+$/, /\/pulls\/\d+\/comments$/, /\/pulls\/\d+\/reviews$/];

export async function startGitea(apiUrl: string): Promise<{ readonly apiUrl: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    answer(apiUrl, request, response).catch((error: unknown) => response.writeHead(502).end(String(error)));
  });
  return { apiUrl: await listen(server), close: () => close(server) };
}

async function answer(apiUrl: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bodyOf(request);
  const url = new URL(request.url ?? '/', apiUrl);
  const { method = 'GET' } = request;
  const reply = (status: number, json: unknown) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
  if (absent.some((path) => path.test(url.pathname))) return void reply(404, { message: 'Not Found', url: `${apiUrl}/swagger` });
  if (/\/compare\//.test(url.pathname)) return void reply(200, { total_commits: 1, commits: [] });
  // Parameters that it does not know: every pull request is listed.
  for (const name of ['head', 'base']) url.searchParams.delete(name);
  const asked = await fetch(url, {
    method,
    headers: { authorization: request.headers.authorization ?? '', 'content-type': 'application/json' },
    ...(body.length === 0 ? {} : { body }),
  });
  const text = await asked.text();
  if (asked.status === 422 && /already exists/.test(text)) {
    return void reply(409, {
      message: 'pull request already exists for these targets [id: 1, issue_id: 1, head_branch: x, base_branch: y]',
    });
  }
  response.writeHead(asked.status, { 'content-type': 'application/json' });
  response.end(text === '' ? undefined : JSON.stringify(asTheirs(JSON.parse(text))));
}

/** Accounts have no type, issues nobody who closed them, and the account of the workflows has another name. */
function asTheirs(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asTheirs);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => name !== 'closed_by' && !(name === 'type' && 'login' in value));
  return Object.fromEntries(kept.map(([name, each]) => [name, each === 'github-actions[bot]' ? 'gitea-actions' : asTheirs(each)]));
}
