import { type Attempt, type Minds, type ModelChoice, openAttempt } from '../agent/index.ts';
import { engineModel, startEngine } from '../engine/index.ts';
import type { Inputs } from '../inputs/index.ts';
import type { Run } from './run.ts';

/** The engine and the model of a run, connecting while the failure is reproduced. */
export interface OpenMinds extends Minds, AsyncDisposable {
  /** The one that had the last word: what the report says of the transport is its. */
  readonly main: Attempt;
}

export async function openMinds(run: Run): Promise<OpenMinds> {
  const minds = await connectMinds(run);
  // A warm-up is no turn, but it is billed.
  void minds.main.warm.then((turn) => {
    if (turn === null) return;
    run.budget.spendUsage(turn.usage);
    run.ledger.onTurn(0, turn);
  });
  return minds;
}

async function connectMinds({ inputs, signal, progress }: Run): Promise<OpenMinds> {
  const { endpoint } = inputs;
  const onNotice = (text: string): void => progress.line(text);
  // The socket to a far endpoint opens first: its handshake takes longest.
  const model = endpoint === null || inputs.engine === 'builtin' ? null : openAttempt(hosted(inputs, endpoint), signal, onNotice);
  if (model !== null && inputs.engine === 'model')
    return { engine: null, model, main: model, [Symbol.asyncDispose]: () => model[Symbol.asyncDispose]() };
  const server = await startEngine({});
  const engine = openAttempt(builtin(server.url, inputs), signal, onNotice);
  return {
    engine,
    model,
    main: model ?? engine,
    [Symbol.asyncDispose]: async () => {
      await Promise.allSettled([engine, model].map((attempt) => attempt?.[Symbol.asyncDispose]()));
      await server.close();
    },
  };
}

function hosted(inputs: Inputs, endpoint: NonNullable<Inputs['endpoint']>): ModelChoice {
  return { ...endpoint, instructions: inputs.instructions, transport: inputs.transport, isEngine: false };
}

function builtin(baseUrl: string, inputs: Inputs): ModelChoice {
  return {
    baseUrl,
    apiKey: null,
    model: engineModel,
    reasoningEffort: null,
    serviceTier: null,
    instructions: null,
    // A choice of transport concerns the hosted model, unless there is none.
    transport: inputs.endpoint === null ? inputs.transport : 'auto',
    isEngine: true,
  };
}
