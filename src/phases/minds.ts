import { type Attempt, type Minds, type ModelChoice, type OpenModel, openAttempt, openModel, openRivals } from '../agent/index.ts';
import type { Inputs } from '../inputs/index.ts';
import type { Run } from './run.ts';

/** The engine and the model of a run, preparing while the failure is reproduced. */
export interface OpenMinds extends Minds, AsyncDisposable {
  /** The one that had the last word: what the report says of the transport is its. */
  readonly main: Attempt;
}

/** `hosted` stays the caller's to close. */
export async function openMinds(run: Run, hosted: OpenModel | null): Promise<OpenMinds> {
  const minds = await attempts(run, hosted);
  // That of a hosted model has been counted when it began.
  if (minds.model === null) {
    void minds.main.warm.then((turn) => {
      if (turn !== null) run.ledger.onTurn(0, turn);
    });
  }
  return minds;
}

async function attempts({ inputs, signal, progress }: Run, hosted: OpenModel | null): Promise<OpenMinds> {
  const model = hosted === null ? null : openAttempt(hosted, signal);
  const rivals = hosted === null ? [] : openRivals(hosted, signal);
  if (model !== null && inputs.engine === 'model')
    return { engine: null, model, rivals, main: model, [Symbol.asyncDispose]: async () => {} };
  const { engineModel, startEngine } = await import('../engine/index.ts');
  const server = await startEngine({});
  const builtIn = openModel(builtin(server.url, engineModel, inputs), signal, (text) => progress.line(text));
  const engine = openAttempt(builtIn, signal);
  return {
    engine,
    model,
    rivals,
    main: model ?? engine,
    [Symbol.asyncDispose]: async () => {
      await builtIn[Symbol.asyncDispose]();
      await server.close();
    },
  };
}

function builtin(baseUrl: string, model: string, inputs: Inputs): ModelChoice {
  return {
    baseUrl,
    apiKey: null,
    model,
    reasoningEffort: null,
    serviceTier: null,
    instructions: null,
    // A choice of transport concerns the hosted model, unless there is none.
    transport: inputs.endpoint === null ? inputs.transport : 'auto',
    isEngine: true,
  };
}
