import type { Patch } from '../workspace/index.ts';
import type { Attempt, AttemptJob } from './attempt.ts';
import { type Budget, createBudget } from './budget.ts';
import { type RaceJob, type RaceResult, race } from './race.ts';
import type { AgentResult } from './types.ts';

/** How long the engine leads when a model stands behind it, in minutes. */
const leadMinutes = 20 / 60;

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
 * The engine leads for a short while; only its undoing of recent hunks ends the run there. What its templates found goes to the model as
 * evidence, and is the result of last resort. Without a model the engine has the whole budget.
 */
export async function findFix(minds: Minds, job: FindFixJob): Promise<Finding> {
  const { engine, model } = minds;
  if (model === null) {
    if (engine === null) throw new Error('findFix needs an engine or a model');
    return { result: await engine.repair(job), draft: false, by: engine };
  }
  const lead = engine === null ? null : await engine.repair({ ...job, budget: leadBudget(job), emit: withoutWarnings(job.emit) });
  if (engine !== null && (lead?.kind === 'aborted' || (lead?.kind === 'candidate' && lead.source === 'revert'))) {
    return { result: lead, draft: false, by: engine };
  }

  await job.workspace.reset();
  const evidence = [job.evidence, lead ? evidenceOf(lead) : null].filter(Boolean).join('\n\n') || null;
  const { result, by } = await ask(minds.rivals, model, { ...job, evidence });
  if (engine !== null && result.kind === 'provider' && lead?.kind !== 'candidate') return withoutModel(engine, job, lead, { result, by });
  if (engine !== null && result.kind !== 'candidate' && result.kind !== 'aborted' && lead?.kind === 'candidate') {
    await job.workspace.reset(lead.patch);
    return { result: lead, draft: true, by: engine };
  }
  return { result, draft: false, by };
}

/** The model cannot be asked: the engine goes on where its lead was over, and what it knows is told in the model's place. */
async function withoutModel(
  engine: Attempt,
  job: FindFixJob,
  lead: AgentResult | null,
  asked: { readonly result: Extract<AgentResult, { readonly kind: 'provider' }>; readonly by: Attempt },
): Promise<Finding> {
  const further = lead?.kind === 'budget' ? await engine.repair({ ...job, evidence: null }) : lead;
  if (further?.kind === 'candidate' || further?.kind === 'aborted') return { result: further, draft: true, by: engine };
  const known = further?.kind === 'gave-up' || further?.kind === 'budget' ? further.diagnosis : null;
  return { result: { ...asked.result, diagnosis: asked.result.diagnosis || known }, draft: false, by: asked.by };
}

async function ask(rivals: readonly Attempt[], model: Attempt, job: RaceJob): Promise<RaceResult> {
  if (rivals.length === 0) return { result: await model.repair(job), by: model };
  return await race([model, ...rivals], job);
}

/** Time of its own, and none of the model's turns or tokens; test runs and changed lines are those of the run. */
function leadBudget({ budget, now }: FindFixJob): Budget {
  const lead = createBudget({
    limits: { ...budget.limits, minutes: Math.min(leadMinutes, Math.max(0, budget.remainingMs() / 60_000)) },
    now,
    startedAt: now(),
    costOf: null,
    countTokens: false,
    reserveMs: () => 0,
  });
  return {
    ...lead,
    refuses: (next) => lead.refuses(next) ?? budget.refuses({ testRuns: next.testRuns ?? 0 }),
    spendTestRun: () => {
      lead.spendTestRun();
      budget.spendTestRun();
    },
    allowsChangedLines: (lines) => lead.allowsChangedLines(lines) && budget.allowsChangedLines(lines),
  };
}

/** That the lead is almost over concerns nobody. */
function withoutWarnings(emit: AttemptJob['emit']): AttemptJob['emit'] {
  return (event) => {
    if (event.type !== 'budget-warning') emit(event);
  };
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
