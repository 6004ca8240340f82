// Calls about branches, commits and workflow runs.
import * as z from 'zod';
import { absentIsNull, at, type Call, type Client, evenWhenStopped, nothing, reading } from './client.ts';
import type { GitHub } from './github.ts';

type GitCalls = Pick<
  GitHub,
  | 'viewer'
  | 'defaultBranch'
  | 'branchHead'
  | 'commit'
  | 'commitMessage'
  | 'recentMessages'
  | 'permissionOf'
  | 'mergeBase'
  | 'isAncestor'
  | 'createBranch'
  | 'deleteBranch'
  | 'createCommit'
  | 'successfulRuns'
  | 'dispatchWorkflow'
>;

const runs = z.object({ workflow_runs: z.array(z.object({ head_sha: z.string() })) });
const commitWithMessage = z.object({ commit: z.object({ message: z.string() }) });
const created = z.object({
  createCommitOnBranch: z.object({ commit: z.object({ oid: z.string(), tree: z.object({ oid: z.string() }) }) }),
});

/** GitHub's mutation that commits and signs: https://docs.github.com/graphql/reference/mutations#createcommitonbranch */
const createCommitOnBranch = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid tree { oid } } }
}`;

const contents = 'contents: write';
const changing = (action: string, permission: string, repeatable = false): Call => ({ action, permission, repeatable });

export function gitCalls({ ask }: Client): GitCalls {
  return {
    viewer: () =>
      ask(
        reading('whose the token is', 'contents: read'),
        async ({ graphql }) => ({ data: await graphql('query { viewer { login } }') }),
        (data) => z.object({ viewer: z.object({ login: z.string() }) }).parse(data).viewer.login,
      ),
    defaultBranch: (repo) =>
      ask(
        reading('the repository', 'contents: read'),
        ({ rest }) => rest.repos.get(at(repo)),
        (data) => z.object({ default_branch: z.string() }).parse(data).default_branch,
      ),
    branchHead: (repo, branch) =>
      ask(
        reading('a branch', 'contents: read'),
        ({ rest }) => rest.git.getRef({ ...at(repo), ref: `heads/${branch}` }),
        (data) => z.object({ object: z.object({ sha: z.string() }) }).parse(data).object.sha,
      ).then(absentIsNull),
    commit: (repo, ref) =>
      ask(
        reading('a commit', 'contents: read'),
        ({ rest }) => rest.repos.getCommit({ ...at(repo), ref, per_page: 1 }),
        (data) => z.object({ sha: z.string() }).parse(data).sha,
      ).then(absentIsNull),
    commitMessage: (repo, ref) =>
      ask(
        reading('a commit', 'contents: read'),
        ({ rest }) => rest.repos.getCommit({ ...at(repo), ref, per_page: 1 }),
        (data) => commitWithMessage.parse(data).commit.message,
      ).then(absentIsNull),
    recentMessages: (repo, sha, most) =>
      ask(
        reading('commits', 'contents: read'),
        ({ rest }) => rest.repos.listCommits({ ...at(repo), sha, per_page: most }),
        (data) =>
          z
            .array(commitWithMessage)
            .parse(data)
            .map(({ commit }) => commit.message),
      ),
    permissionOf: (repo, login) =>
      ask(
        reading(`the permission of ${login}`, 'contents: read'),
        ({ rest }) => rest.repos.getCollaboratorPermissionLevel({ ...at(repo), username: login }),
        (data) => z.object({ permission: z.string() }).parse(data).permission,
      ),
    mergeBase: (repo, one, other) =>
      ask(
        reading('how two commits relate', 'contents: read'),
        ({ rest }) => rest.repos.compareCommitsWithBasehead({ ...at(repo), basehead: `${one}...${other}`, per_page: 1 }),
        (data) => z.object({ merge_base_commit: z.object({ sha: z.string() }) }).parse(data).merge_base_commit.sha,
      ),
    isAncestor: (repo, ancestor, descendant) =>
      ask(
        reading('how two commits relate', 'contents: read'),
        ({ rest }) => rest.repos.compareCommitsWithBasehead({ ...at(repo), basehead: `${ancestor}...${descendant}`, per_page: 1 }),
        (data) => ['ahead', 'identical'].includes(z.object({ status: z.string() }).parse(data).status),
      ),
    createBranch: (repo, branch, sha) =>
      ask(
        changing('create a branch', contents),
        ({ rest }) => rest.git.createRef({ ...at(repo), ref: `refs/heads/${branch}`, sha }),
        nothing,
      ),
    deleteBranch: (repo, branch) =>
      ask(
        changing('delete a branch', contents, true),
        ({ rest }) => rest.git.deleteRef({ ...at(repo), ref: `heads/${branch}`, ...evenWhenStopped }),
        nothing,
      ),
    createCommit: (repo, { branch, expectedHead, message, additions, deletions }) =>
      ask(
        changing('make a signed commit', contents),
        async ({ graphql }) => {
          const [headline = '', ...body] = message.split('\n');
          const input = {
            branch: { repositoryNameWithOwner: repo, branchName: branch },
            expectedHeadOid: expectedHead,
            message: { headline, body: body.join('\n').trim() },
            fileChanges: { additions, deletions },
          };
          return { data: await graphql(createCommitOnBranch, { input, ...evenWhenStopped }) };
        },
        (data) => {
          const { commit } = created.parse(data).createCommitOnBranch;
          return { sha: commit.oid, tree: commit.tree.oid };
        },
      ),
    successfulRuns: (repo, workflowId, branch) =>
      ask(
        reading('workflow runs', 'actions: read'),
        ({ rest }) => rest.actions.listWorkflowRuns({ ...at(repo), workflow_id: workflowId, branch, status: 'success', per_page: 10 }),
        (data) => runs.parse(data).workflow_runs.map((run) => run.head_sha),
      ),
    dispatchWorkflow: (repo, workflow, branch) =>
      ask(
        changing('start a workflow', 'actions: write'),
        ({ rest }) => rest.actions.createWorkflowDispatch({ ...at(repo), workflow_id: workflow, ref: branch }),
        nothing,
      ),
  };
}
