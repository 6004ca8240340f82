import { type Conversation, openConversation, openConversations, type Turn } from '../responses/index.ts';
import { instructionsFor } from './prompt.ts';
import { createTokenEstimate, type TokenEstimate } from './token-estimate.ts';
import { engineTools, modelTools } from './tools.prepared.ts';

/** Which model repairs, and how it is reached. */
export interface ModelChoice {
  readonly baseUrl: string;
  readonly apiKey: string | null;
  readonly model: string;
  readonly reasoningEffort: string | null;
  readonly serviceTier: string | null;
  readonly instructions: string | null;
  readonly transport: 'auto' | 'websocket' | 'http';
  /** The built-in engine takes larger candidates and reads whole files. */
  readonly isEngine: boolean;
}

/** A model that is being connected to. Nothing was asked of it, so nothing is billed. */
export interface OpenModel extends AsyncDisposable {
  readonly choice: ModelChoice;
  readonly conversation: Conversation;
  readonly estimate: TokenEstimate;
  /** Lets the model prepare, once: what it answers is billed. Null where there is no warm-up; never rejects. */
  warm(): Promise<Turn | null>;
  /** For further attempts at the same time, over the same connection where the provider has lanes. */
  readonly rivals: readonly OpenModel[];
}

/** Output tokens a turn of a hosted model may take; reserved before it is sent. */
export const maxOutputTokens = 16_000;

/** Starts connecting, and does not wait for it. */
export function openModel(choice: ModelChoice, signal: AbortSignal, onNotice: (text: string) => void, attempts = 1): OpenModel {
  const instructions = instructionsFor(choice.instructions);
  const tools = choice.isEngine ? engineTools : modelTools;
  const options = {
    baseUrl: choice.baseUrl,
    apiKey: choice.apiKey,
    transport: choice.transport,
    signal,
    onNotice,
    // The engine's state is a function of the whole conversation: what is cut there is forgotten and done again.
    ...(choice.isEngine ? { compaction: { by: 'us', aboveTokens: Number.POSITIVE_INFINITY } as const } : {}),
    fields: {
      model: choice.model,
      instructions,
      tools,
      ...(choice.reasoningEffort ? { reasoningEffort: choice.reasoningEffort } : {}),
      ...(choice.serviceTier ? { serviceTier: choice.serviceTier } : {}),
      ...(choice.isEngine ? {} : { maxOutputTokens }),
    },
  };
  const fixedBytes = Buffer.byteLength(JSON.stringify([instructions, tools]));
  const modelOf = (conversation: Conversation, rivals: readonly OpenModel[]): OpenModel => {
    let warming: Promise<Turn | null> | null = null;
    return {
      choice,
      conversation,
      rivals,
      estimate: createTokenEstimate(fixedBytes),
      warm: () => {
        warming ??= conversation.connect().then(() => conversation.warm([]));
        return warming;
      },
      [Symbol.asyncDispose]: async () => {
        await Promise.all([conversation.close(), ...rivals.map((rival) => rival[Symbol.asyncDispose]())]);
      },
    };
  };
  const [first, ...others] = attempts === 1 ? [openConversation(options)] : openConversations(options, attempts);
  if (first === undefined) throw new Error('at least one attempt');
  void first.connect();
  return modelOf(
    first,
    others.map((conversation) => modelOf(conversation, [])),
  );
}
