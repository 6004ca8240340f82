// GitHub's GraphQL API, as far as it is used: queries are held against the published schema, commits are made in the real repository.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { schema as published } from '@octokit/graphql-schema';
import { buildSchema, type GraphQLSchema, getVariableValues, type OperationDefinitionNode, parse, validate } from 'graphql';
import type { GitRemote } from './git-remote.ts';
import type { Reply } from './reply.ts';

export interface GraphqlReply extends Reply {
  /** Where the request differs from the schema. */
  readonly violations: readonly string[];
}

let schema: GraphQLSchema | null = null;

interface CommitInput {
  readonly branch: { readonly branchName: string };
  readonly expectedHeadOid: string;
  readonly message: { readonly headline: string; readonly body?: string };
  readonly fileChanges: {
    readonly additions?: readonly { readonly path: string; readonly contents: string }[];
    readonly deletions?: readonly { readonly path: string }[];
  };
}

/** Answers one request of the account `login`. */
export async function answerGraphql(remote: GitRemote, login: string, body: Record<string, unknown>): Promise<GraphqlReply> {
  // As published it defines some fields twice, which says nothing about ours.
  schema ??= buildSchema(published.idl, { assumeValidSDL: true });
  const document = parse(String(body.query));
  const wrong = validate(schema, document).map(({ message }) => message);
  const operation = document.definitions.find((each): each is OperationDefinitionNode => each.kind === 'OperationDefinition');
  const given = typeof body.variables === 'object' && body.variables !== null ? { ...body.variables } : {};
  const values = getVariableValues(schema, operation?.variableDefinitions ?? [], given);
  const violations = [...wrong, ...(values.errors ?? []).map(({ message }) => message)];
  if (violations.length > 0) return { status: 200, body: { errors: violations.map((message) => ({ message })) }, violations };
  if (operation?.operation === 'query') return { status: 200, body: { data: { viewer: { login } } }, violations };
  return { ...(await createCommit(remote, login, values.coerced?.input as CommitInput)), violations };
}

const refused = (type: string, message: string): Reply => ({
  status: 200,
  body: { data: { createCommitOnBranch: null }, errors: [{ type, path: ['createCommitOnBranch'], message }] },
});

/** One commit whose committer is GitHub and which has a signature (of no value, but where a real one stands). */
async function createCommit(remote: GitRemote, login: string, input: CommitInput): Promise<Reply> {
  const ref = `refs/heads/${input.branch.branchName}`;
  const head = await remote.git('rev-parse', '--verify', '--quiet', ref).catch(() => null);
  if (head === null) return refused('NOT_FOUND', `No ref found for ${input.branch.branchName}`);
  if (head !== input.expectedHeadOid) {
    return refused('STALE_DATA', `Expected branch to point to "${input.expectedHeadOid}" but it did not. Pull and try again.`);
  }
  const folder = await mkdtemp(join(tmpdir(), 'regreen-index-'));
  const git = (args: readonly string[], stdin: Buffer | string = '') => gitWith(remote.bareDir, join(folder, 'index'), args, stdin);
  try {
    await git(['read-tree', head]);
    for (const { path, contents } of input.fileChanges.additions ?? []) {
      const blob = await git(['hash-object', '-w', '--stdin'], Buffer.from(contents, 'base64'));
      await git(['update-index', '--add', '--cacheinfo', `100644,${blob},${path}`]);
    }
    for (const { path } of input.fileChanges.deletions ?? []) await git(['update-index', '--force-remove', path]);
    const tree = await git(['write-tree']);
    const { headline, body = '' } = input.message;
    const at = `${Math.floor(Date.now() / 1000)} +0000`;
    const text = [
      `tree ${tree}`,
      `parent ${head}`,
      `author ${login} <${login}@users.noreply.github.com> ${at}`,
      `committer GitHub <noreply@github.com> ${at}`,
      'gpgsig -----BEGIN PGP SIGNATURE-----\n \n no signature\n -----END PGP SIGNATURE-----',
      '',
      `${headline}\n\n${body}\n`,
    ].join('\n');
    const oid = await git(['hash-object', '-t', 'commit', '-w', '--stdin'], text);
    await git(['update-ref', ref, oid, head]);
    return { status: 200, body: { data: { createCommitOnBranch: { commit: { oid, tree: { oid: tree } } } } } };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function gitWith(folder: string, index: string, args: readonly string[], stdin: Buffer | string): Promise<string> {
  const env = { ...process.env, GIT_DIR: folder, GIT_WORK_TREE: dirname(index), GIT_INDEX_FILE: index };
  const child = spawn('git', args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
  // A command that reads nothing may be gone before anything is written.
  child.stdin.on('error', () => {}).end(stdin);
  let out = '';
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(out.trim()) : reject(new Error(`git ${args[0]}: ${said}`))));
  });
}
