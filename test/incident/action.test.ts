import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ActionIncidentInputs, type IncidentLookups, type IncidentOutcome, readActionIncident } from '../../src/incident/index.ts';
import { type EventFacts, type EventName, eventPayload } from '../github/events.ts';

const repo = 'octo-org/octo-repo';
const sha = 'a'.repeat(40);
const before = 'b'.repeat(40);
const merge = 'c'.repeat(40);

const defaults: ActionIncidentInputs = {
  ref: null,
  baseRef: null,
  greenRef: null,
  branchPrefix: 'regreen/',
  optOutLabel: 'no-regreen',
  allowedBots: [],
};

/** A GitHub where nothing is known unless said. */
function lookups(known: Partial<IncidentLookups> = {}): IncidentLookups {
  const unknown = async () => ({ ok: false, reason: 'forbidden' }) as const;
  return {
    branchHead: async () => ({ ok: true, value: null }),
    commit: async () => ({ ok: true, value: null }),
    permissionOf: unknown,
    pullRequestLabels: unknown,
    successfulRuns: unknown,
    isAncestor: unknown,
    ...known,
  };
}

interface Case {
  readonly facts?: Partial<EventFacts>;
  readonly env?: Record<string, string>;
  readonly inputs?: Partial<ActionIncidentInputs>;
  readonly github?: IncidentLookups | null;
}

async function readEvent(event: EventName, { facts = {}, env = {}, inputs = {}, github = null }: Case = {}): Promise<IncidentOutcome> {
  const payload = await eventPayload(event, { repo, sha, ...facts });
  const branch = facts.branch ?? 'main';
  return readActionIncident({
    env: {
      GITHUB_EVENT_NAME: event,
      GITHUB_REPOSITORY: repo,
      GITHUB_SHA: event === 'pull_request' ? merge : event === 'workflow_run' ? 'd'.repeat(40) : sha,
      GITHUB_REF: event === 'pull_request' ? 'refs/pull/7/merge' : event === 'workflow_run' ? 'refs/heads/main' : `refs/heads/${branch}`,
      GITHUB_RUN_ID: '99',
      GITHUB_RUN_ATTEMPT: '2',
      GITHUB_ACTOR: facts.actor ?? 'mona',
      GITHUB_TRIGGERING_ACTOR: facts.actor ?? 'mona',
      ...env,
    },
    payload,
    inputs: { ...defaults, ...inputs },
    github,
  });
}

const incidentOf = (outcome: IncidentOutcome) => {
  if (outcome.kind !== 'incident') throw new Error(`${outcome.kind}: ${outcome.reason}`);
  return outcome.incident;
};
const skipReason = (outcome: IncidentOutcome) => (outcome.kind === 'skipped' ? outcome.reason : `not skipped: ${outcome.kind}`);

describe('what is red, by event', () => {
  it('is the head of the failed run, not the commit the workflow itself runs on', async () => {
    const incident = incidentOf(await readEvent('workflow_run', { facts: { branch: 'topic', runId: 5 } }));
    expect(incident).toMatchObject({ event: 'workflow_run', repo, sha, head: sha, branch: 'topic', base: 'topic', green: null });
    expect(incident.run).toMatchObject({ id: 5 });
  });

  it('is the pushed commit, green before the push', async () => {
    const incident = incidentOf(await readEvent('push', { facts: { before } }));
    expect(incident).toMatchObject({ event: 'push', sha, branch: 'main', base: 'main', green: before, actor: 'mona' });
    expect(incident.run).toMatchObject({ id: 99, attempt: 2 });
  });

  it('does not take the commit before a new branch or a forced push for green', async () => {
    expect(incidentOf(await readEvent('push')).green).toBeNull();
    const forced = { ...(await eventPayload('push', { repo, sha, before })), forced: true };
    const outcome = await readActionIncident({ env: { GITHUB_EVENT_NAME: 'push' }, payload: forced, inputs: defaults, github: null });
    expect(incidentOf(outcome).green).toBeNull();
  });

  it('is the merge commit of a pull request, and the fix is stacked on its branch', async () => {
    const incident = incidentOf(await readEvent('pull_request', { facts: { branch: 'topic', number: 12, labels: ['bug'] } }));
    expect(incident).toMatchObject({ event: 'pull_request', sha: merge, head: sha, branch: 'topic', base: 'topic', green: null });
    expect(incident.pullRequest).toEqual({ number: 12, labels: ['bug'] });
  });

  it.each(['workflow_dispatch', 'schedule'] as const)('is the checked-out commit for %s', async (event) => {
    expect(incidentOf(await readEvent(event))).toMatchObject({ event, sha, branch: 'main', base: 'main', green: null });
  });

  it('proposes the fix of a tag to the default branch', async () => {
    const payload = { ...(await eventPayload('push', { repo, sha, before })), ref: 'refs/tags/v1' };
    const outcome = await readActionIncident({ env: { GITHUB_EVENT_NAME: 'push' }, payload, inputs: defaults, github: null });
    expect(incidentOf(outcome)).toMatchObject({ branch: null, head: null, base: 'main', green: null });
  });
});

describe('the last green commit of a workflow run', () => {
  const runs =
    (...commits: string[]) =>
    async () =>
      ({ ok: true, value: commits }) as const;

  it('is the newest successful run of the same workflow that the red commit builds on', async () => {
    const github = lookups({
      successfulRuns: runs('1'.repeat(40), '2'.repeat(40)),
      isAncestor: async (_, ancestor) => ({ ok: true, value: ancestor.startsWith('2') }),
    });
    expect(incidentOf(await readEvent('workflow_run', { github })).green).toBe('2'.repeat(40));
  });

  it('is unknown when the runs cannot be listed', async () => {
    expect(incidentOf(await readEvent('workflow_run', { github: lookups() })).green).toBeNull();
  });

  it('is what green-ref says, without asking', async () => {
    const github = lookups({ successfulRuns: () => Promise.reject(new Error('asked')) });
    expect(incidentOf(await readEvent('workflow_run', { github, inputs: { greenRef: 'v1.2.3' } })).green).toBe('v1.2.3');
  });
});

describe('what is skipped', () => {
  it.each([
    ['a fork under workflow_run', 'workflow_run', { headRepo: 'eve/octo-repo' }, /the fork eve\/octo-repo/],
    ['a deleted fork', 'workflow_run', { headRepo: null }, /no longer exists/],
    ['a pull request from a fork', 'pull_request', { headRepo: 'eve/octo-repo' }, /the fork eve\/octo-repo/],
    ['a run that was cancelled', 'workflow_run', { conclusion: 'cancelled' }, /ended as cancelled/],
    ['a run that passed', 'workflow_run', { conclusion: 'success' }, /ended as success/],
    ['its own branch', 'workflow_run', { branch: 'regreen/main-123' }, /Regreen's own/],
    ['its own branch when pushed', 'push', { branch: 'regreen/main-123' }, /Regreen's own/],
    ['a bot', 'push', { actor: 'renovate[bot]' }, /bot renovate\[bot], which is not in allowed-bots/],
    ['a bot that triggered the run', 'workflow_run', { actor: 'dependabot[bot]' }, /bot dependabot\[bot]/],
    ['an opted-out pull request', 'pull_request', { labels: ['No-Regreen'] }, /#7 has the label no-regreen/],
  ] as const)('%s', async (_, event, facts, reason) => {
    expect(skipReason(await readEvent(event, { facts }))).toMatch(reason);
  });

  it('a workflow run whose pull request is opted out, found through the API', async () => {
    const github = lookups({ pullRequestLabels: async (_, number) => ({ ok: true, value: number === 8 ? ['no-regreen'] : [] }) });
    expect(skipReason(await readEvent('workflow_run', { facts: { pullRequests: [7, 8] }, github }))).toMatch(/#8 has the label/);
  });

  it('a workflow run whose labels cannot be read: nobody knows whether it is opted out', async () => {
    const github = lookups({ pullRequestLabels: async () => ({ ok: false, reason: 'GitHub refused to read labels (403)' }) });
    const facts = { pullRequests: [7] };
    expect(skipReason(await readEvent('workflow_run', { facts, github }))).toMatch(/not known whether.*#7.*\(403\).*pull-requests: read/);
    expect((await readEvent('workflow_run', { facts, github, inputs: { optOutLabel: '' } })).kind).toBe('incident');
  });

  it('pull_request_target, whatever it is about', async () => {
    const payload = await eventPayload('pull_request', { repo, sha });
    const outcome = await readActionIncident({
      env: { GITHUB_EVENT_NAME: 'pull_request_target' },
      payload,
      inputs: defaults,
      github: null,
    });
    expect(skipReason(outcome)).toMatch(/pull_request_target runs the code of others.*workflow_run or pull_request instead/);
  });

  it.each([
    ['read', /mona, who may not write/],
    ['none', /mona, who may not write/],
    [null, /not known whether mona/],
    ['write', /not skipped/],
  ])('a comment by somebody with the permission %s', async (permission, reason) => {
    const github = lookups({
      permissionOf: async () => (permission === null ? { ok: false, reason: '403' } : { ok: true, value: permission }),
    });
    const env = {
      GITHUB_EVENT_NAME: 'issue_comment',
      GITHUB_REPOSITORY: repo,
      GITHUB_SHA: sha,
      GITHUB_REF: 'refs/heads/main',
      GITHUB_ACTOR: 'mona',
    };
    expect(skipReason(await readActionIncident({ env, payload: {}, inputs: defaults, github }))).toMatch(reason);
  });

  it('a push that deleted the branch', async () => {
    const outcome = await readEvent('push', { facts: { sha: '0'.repeat(40), before } });
    expect(skipReason(outcome)).toMatch(/main was deleted/);
  });

  it('not a run that timed out', async () => {
    expect((await readEvent('workflow_run', { facts: { conclusion: 'timed_out' } })).kind).toBe('incident');
  });

  it('not a bot that is allowed, with or without its suffix', async () => {
    for (const name of ['renovate', 'Renovate[bot]']) {
      const outcome = await readEvent('push', { facts: { actor: 'renovate[bot]' }, inputs: { allowedBots: [name] } });
      expect(outcome.kind).toBe('incident');
    }
  });

  it('not a schedule, whoever touched the workflow last', async () => {
    expect((await readEvent('schedule', { facts: { actor: 'renovate[bot]' } })).kind).toBe('incident');
  });
});

describe('input ref', () => {
  it('can be a full commit id of any event', async () => {
    const other = 'e'.repeat(40);
    const incident = incidentOf(await readEvent('workflow_dispatch', { inputs: { ref: other } }));
    expect(incident).toMatchObject({ sha: other, branch: null, head: null, base: 'main' });
  });

  it('can be a branch, looked up on GitHub', async () => {
    const other = 'e'.repeat(40);
    const github = lookups({ branchHead: async (_, branch) => ({ ok: true, value: branch === 'topic' ? other : null }) });
    const incident = incidentOf(await readEvent('workflow_dispatch', { inputs: { ref: 'refs/heads/topic' }, github }));
    expect(incident).toMatchObject({ sha: other, head: other, branch: 'topic', base: 'topic' });
  });

  it('that exists nowhere is a configuration error', async () => {
    const outcome = await readEvent('workflow_dispatch', { inputs: { ref: 'nowhere' }, github: lookups() });
    expect(outcome).toMatchObject({ kind: 'invalid', reason: expect.stringMatching(/input ref: .*"nowhere"/) });
  });

  it.each([
    ['ref', { ref: '--upload-pack=touch' }],
    ['green-ref', { greenRef: 'a b' }],
    ['base-ref', { baseRef: 'main..other' }],
  ])('%s is refused when git could take it for something else', async (name, inputs) => {
    expect(await readEvent('push', { inputs })).toMatchObject({ kind: 'invalid', reason: expect.stringContaining(`input ${name}`) });
  });
});

describe('a hostile payload', () => {
  it.each([
    ['head_branch', { head_branch: '--upload-pack=touch' }],
    ['head_sha', { head_sha: 'HEAD; rm -rf /' }],
    ['id', { id: '1' }],
  ])('with a bad %s is an error that names the field', async (field, values) => {
    const payload = await eventPayload('workflow_run', { repo, sha });
    const run = { ...(payload.workflow_run as object), ...values };
    const outcome = await readActionIncident({
      env: { GITHUB_EVENT_NAME: 'workflow_run' },
      payload: { ...payload, workflow_run: run },
      inputs: defaults,
      github: null,
    });
    expect(outcome).toMatchObject({ kind: 'invalid', reason: expect.stringContaining(field) });
  });

  it('never throws, and never yields a commit or branch that git would misread', async () => {
    const events = fc.constantFrom('workflow_run', 'push', 'pull_request', 'workflow_dispatch', 'schedule', 'issues', undefined);
    const names = fc.oneof(fc.string(), fc.constantFrom('main', '-x', 'a..b', 'refs/heads/-x', sha));
    await fc.assert(
      fc.asyncProperty(events, names, names, fc.anything(), async (event, name, commit, anything) => {
        const user = { login: 'mona', type: 'User' };
        const repository = { full_name: repo, default_branch: 'main' };
        const payloads = [
          anything,
          { repository, sender: user, ref: `refs/heads/${name}`, before: commit, after: sha },
          {
            repository,
            sender: user,
            workflow_run: {
              ...{ id: 1, workflow_id: 1, html_url: '', conclusion: 'failure', head_repository: repository },
              ...{ head_branch: name, head_sha: commit },
            },
          },
        ];
        for (const payload of payloads) {
          const env = { GITHUB_EVENT_NAME: event, GITHUB_REPOSITORY: repo, GITHUB_SHA: commit, GITHUB_REF: `refs/heads/${name}` };
          const outcome = await readActionIncident({ env, payload, inputs: defaults, github: null });
          if (outcome.kind !== 'incident') continue;
          expect(outcome.incident.sha).toMatch(/^[0-9a-f]{40}$/);
          for (const ref of [outcome.incident.branch, outcome.incident.base]) expect(ref ?? 'x').toMatch(/^(?!-)(?!.*\.\.)[^\s~^:?*[\\]+$/);
        }
      }),
    );
  });
});
