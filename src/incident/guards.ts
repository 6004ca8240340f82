// Reasons not to start, in plain words: whose code it is, who started it, and what the maintainers asked for.
import type { Incident, IncidentLookups } from './types.ts';

export interface Guarded {
  /** GitHub's name of the event. */
  readonly trigger: string;
  readonly incident: Incident;
  /** Where the code comes from; null when that repository is gone. */
  readonly sourceRepo: string | null;
  /** Why there is nothing to repair, when the event says so. */
  readonly moot: string | null;
  /** How the run ended, when the event is about one. */
  readonly conclusion: string | null;
  readonly actorIsBot: boolean;
  /** Open pull requests of the red branch whose labels the event does not tell. */
  readonly unlabelled: readonly number[];
}

export interface GuardRules {
  readonly branchPrefix: string;
  readonly optOutLabel: string;
  readonly allowedBots: readonly string[];
}

/** Why this incident is not ours to repair; null when it is. */
export async function whyNot(subject: Guarded, rules: GuardRules, github: IncidentLookups | null): Promise<string | null> {
  return (
    ofTrigger(subject) ??
    subject.moot ??
    ofConclusion(subject) ??
    ofSource(subject) ??
    ofBranch(subject, rules) ??
    ofActor(subject, rules) ??
    (await ofStranger(subject, github)) ??
    ofLabels(subject.incident.pullRequest?.number, subject.incident.pullRequest?.labels ?? [], rules) ??
    (await ofUnlabelled(subject, rules, github))
  );
}

function ofTrigger({ trigger }: Guarded): string | null {
  if (trigger !== 'pull_request_target') return null;
  return "pull_request_target runs the code of others with this repository's token and secrets: start it by workflow_run or pull_request instead";
}

function ofConclusion({ incident, conclusion }: Guarded): string | null {
  if (incident.event !== 'workflow_run' || conclusion === 'failure' || conclusion === 'timed_out') return null;
  return `the workflow run ended as ${conclusion ?? 'unfinished'}, not as a failure`;
}

function ofSource({ incident, sourceRepo }: Guarded): string | null {
  if (incident.repo === null || sourceRepo?.toLowerCase() === incident.repo.toLowerCase()) return null;
  const where = sourceRepo === null ? 'a fork that no longer exists' : `the fork ${sourceRepo}`;
  const instead = "push the branch to this repository to have it repaired here, or run Regreen in the fork, with the fork's own token";
  return `the code comes from ${where}: code of forks is never run with this repository's token and secrets; ${instead}`;
}

function ofBranch({ incident }: Guarded, { branchPrefix }: GuardRules): string | null {
  if (branchPrefix === '' || !incident.branch?.startsWith(branchPrefix)) return null;
  return `${incident.branch} is a branch of Regreen's own (${branchPrefix}): it does not repair its own repairs`;
}

function ofActor({ incident, actorIsBot }: Guarded, { allowedBots }: GuardRules): string | null {
  // A schedule is started by the clock; the actor GitHub names there is whoever last touched the workflow.
  if (!actorIsBot || incident.actor === null || incident.event === 'schedule') return null;
  const name = botName(incident.actor);
  if (allowedBots.some((allowed) => botName(allowed) === name)) return null;
  return `it was started by the bot ${incident.actor}, which is not in allowed-bots`;
}

/**
 * GitHub lets only people who may write push, dispatch a workflow or run one again, and the code of forks is refused. Other events, such
 * as a comment, come from anybody.
 */
async function ofStranger({ incident, actorIsBot }: Guarded, github: IncidentLookups | null): Promise<string | null> {
  const { event, repo, actor } = incident;
  if (event !== 'other' || github === null || repo === null || actor === null || actorIsBot) return null;
  const permission = await github.permissionOf(repo, actor);
  if (!permission.ok) return `it is not known whether ${actor}, who started it, may write to ${repo}: ${permission.reason}`;
  return ['admin', 'write'].includes(permission.value) ? null : `it was started by ${actor}, who may not write to ${repo}`;
}

const botName = (login: string): string =>
  login
    .trim()
    .toLowerCase()
    .replace(/\[bot]$/, '');

function ofLabels(number: number | undefined, labels: readonly string[], { optOutLabel }: GuardRules): string | null {
  const wanted = optOutLabel.toLowerCase();
  if (wanted === '' || !labels.some((label) => label.toLowerCase() === wanted)) return null;
  return `pull request #${number} has the label ${optOutLabel}`;
}

/** Fails closed: whoever asked to be left alone is, also where that cannot be found out. */
async function ofUnlabelled({ incident, unlabelled }: Guarded, rules: GuardRules, github: IncidentLookups | null): Promise<string | null> {
  if (github === null || incident.repo === null || rules.optOutLabel === '') return null;
  for (const number of unlabelled) {
    const labels = await github.pullRequestLabels(incident.repo, number);
    const reason = labels.ok ? ofLabels(number, labels.value, rules) : unknownLabels(number, rules, labels.reason);
    if (reason !== null) return reason;
  }
  return null;
}

function unknownLabels(number: number, { optOutLabel }: GuardRules, why: string): string {
  const remedy = 'add "pull-requests: read" to the permissions of the job, or set opt-out-label to another';
  return `it is not known whether pull request #${number} has the label ${optOutLabel}: ${why} (${remedy})`;
}
