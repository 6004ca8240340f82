// Whether what we push gets checks: GitHub starts none by itself for the token of a workflow, so that no workflow starts itself for ever.
import type { Shipment } from './shipment.ts';
import type { Target } from './target.ts';
import type { Checks } from './types.ts';

const workflowBot = 'github-actions[bot]';

/** By whose the token is; where nobody says, it is taken for the workflow's own. */
export async function checksOf({ github }: Target, token: string | null): Promise<Checks> {
  if (token !== null && /^(?:ghp_|github_pat_)/.test(token)) return { kind: 'run', note: null };
  const viewer = await github.viewer();
  return { kind: viewer.ok && viewer.value !== workflowBot ? 'run' : 'wait', note: null };
}

/** Starts the workflow that failed on a branch, where that is wanted. GitHub lets also a workflow's own token do that. */
export async function startChecks({ request, target, checks }: Shipment, branch: string): Promise<Checks> {
  if (!request.settings.triggerCi || checks.kind === 'run') return checks;
  const { incident } = request;
  const workflow = incident.workflowId ?? incident.run?.file ?? null;
  const name = incident.run?.workflow || String(workflow);
  if (workflow === null) return { ...checks, note: 'nothing says which workflow failed, so none was started' };
  const started = await target.github.dispatchWorkflow(target.repo, workflow, branch);
  if (started.ok) return { kind: 'started', note: name };
  const remedy = /workflow_dispatch/.test(started.reason) ? 'add "workflow_dispatch:" to its "on:"' : started.remedy;
  return { ...checks, note: `the workflow ${name} could not be started: ${started.reason} (${remedy})` };
}
