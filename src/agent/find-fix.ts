import type { Patch } from '../workspace/index.ts';
import type { Attempt, AttemptJob } from './attempt.ts';
import { goOnBeside } from './beside.ts';
import type { Budget } from './budget.ts';
import { engineBudget } from './engine-budget.ts';
import { type RaceJob, type RaceResult, race } from './race.ts';
import type { AgentResult, Diagnosis } from './types.ts';

/** How long the engine leads when a model stands behind it, in milliseconds; and how long it is waited for when the model found nothing. */
const leadMs = 20_000;

type ProviderFailure = Extract<AgentResult, { readonly kind: 'provider' }>;

export interface Minds {
  readonly engine: Attempt | null;
  readonly model: Attempt | null;
  /** Further attempts of the same model, beside it. */
  readonly rivals: readonly Attempt[];
}

export interface FindFixJob extends Omit<AttemptJob, 'budget' | 'evidence'> {
  readonly budget: Budget;
  /** Said by the verification of an earlier fix. */
  readonly evidence: string | null;
  /** Whether a fix holds on a clean copy: asked where several attempts race for the first that does. */
  readonly holds: RaceJob['holds'];
}

/** A result, who found it, and whether it may only be delivered as a draft: the engine's templates where a model found nothing. */
export interface Finding {
  readonly result: AgentResult;
  readonly draft: boolean;
  readonly by: Attempt;
}

/**
 * The engine leads for a short while; only its undoing of recent hunks ends the run there. What it suspects and what its templates found
 * goes to the model, whose first turn shows these lines; the patch is the result of last resort; what it had no time for it goes on with
 * beside the model. Without a model the engine has the whole budget.
 */
export async function findFix(minds: Minds, job: FindFixJob): Promise<Finding> {
  const { engine, model } = minds;
  if (model === null) {
    if (engine === null) throw new Error('findFix needs an engine or a model');
    return { result: await engine.repair(job), draft: false, by: engine };
  }
  const { result: lead, suspects } = await letLead(engine, job);
  if (engine !== null && (lead?.kind === 'aborted' || (lead?.kind === 'candidate' && lead.source === 'revert'))) {
    return { result: lead, draft: false, by: engine };
  }

  await job.workspace.reset();
  const evidence = [job.evidence, lead ? evidenceOf(lead) : null].filter(Boolean).join('\n\n') || null;
  await using beside = engine !== null && lead?.kind === 'budget' ? goOnBeside(engine, job) : null;
  const { result, by } = await ask(minds.rivals, model, { ...job, diagnosis: { ...job.diagnosis, suspects }, evidence });
  if (engine === null || result.kind === 'candidate' || result.kind === 'aborted') return { result, draft: false, by };
  // A model that cannot be asked leaves the time to the engine.
  const waitMs = result.kind === 'provider' ? job.budget.remainingMs() : Math.min(leadMs, job.budget.remainingMs());
  const known = beside === null ? lead : ((await beside.result(waitMs)) ?? lead);
  if (known?.kind === 'aborted') return { result: known, draft: false, by: engine };
  if (known?.kind === 'candidate') {
    await job.workspace.reset(known.patch);
    return { result: known, draft: true, by: engine };
  }
  return { result: result.kind === 'provider' ? toldBy(known, result) : result, draft: false, by };
}

interface Lead extends Pick<Diagnosis, 'suspects'> {
  /** Null without an engine. */
  readonly result: AgentResult | null;
}

async function letLead(engine: Attempt | null, job: FindFixJob): Promise<Lead> {
  let { suspects } = job.diagnosis;
  if (engine === null) return { result: null, suspects };
  const emit: AttemptJob['emit'] = (event) => {
    if (event.type === 'suspected') suspects = event.suspects;
    // That the lead is almost over concerns nobody.
    if (event.type !== 'budget-warning') job.emit(event);
  };
  const result = await engine.repair({ ...job, budget: engineBudget(job, { ms: leadMs }), emit });
  return { result, suspects };
}

/** What the engine knows, in the place of a model that cannot be asked; what that said before it was cut off goes first. */
function toldBy(engine: AgentResult | null, result: ProviderFailure): ProviderFailure {
  const known = engine?.kind === 'gave-up' || engine?.kind === 'budget' ? engine.diagnosis : null;
  return { ...result, diagnosis: result.diagnosis || known };
}

async function ask(rivals: readonly Attempt[], model: Attempt, job: RaceJob): Promise<RaceResult> {
  if (rivals.length === 0) return { result: await model.repair(job), by: model };
  return await race([model, ...rivals], job);
}

function evidenceOf(lead: AgentResult): string | null {
  switch (lead.kind) {
    case 'candidate':
      return `A mechanical search found a patch that turns the failing tests green. It may be right or overfitted:\n${patchText(lead.patch)}\n${lead.explanation}`;
    case 'gave-up':
      return `A mechanical search found no fix. ${lead.diagnosis}`;
    default:
      return null;
  }
}

function patchText(patch: Patch): string {
  return patch.text.length > 4_000 ? `${patch.text.slice(0, 4_000)}\n…` : patch.text;
}
