// Wire types come from the `openai` package; nothing of it is loaded at run time.
import type { FunctionTool, ResponseInputItem, ResponseOutputItem } from 'openai/resources/responses/responses';

import type { Timeouts } from './policy.ts';

export type InputItem = ResponseInputItem;
export type OutputItem = ResponseOutputItem;
export type { FunctionTool };

export interface Usage {
  readonly inputTokens: number;
  readonly cachedTokens: number;
  readonly outputTokens: number;
  readonly reasoningTokens: number;
}

export type TransportKind = 'websocket' | 'http';

/** What stays the same for every turn of a run. Resent byte for byte, so that the provider's cache holds. */
export interface ConversationFields {
  readonly model: string;
  readonly instructions: string;
  readonly tools: readonly FunctionTool[];
  readonly reasoningEffort?: string | undefined;
  readonly serviceTier?: string | undefined;
  readonly maxOutputTokens?: number | undefined;
  readonly promptCacheKey?: string | undefined;
}

export interface FunctionCall {
  readonly callId: string;
  readonly name: string;
  /** JSON text as the model wrote it. */
  readonly arguments: string;
}

export interface TurnTiming {
  readonly mode: 'warm' | 'delta' | 'full' | 'http';
  /** Monotonic milliseconds. */
  readonly sentAt: number;
  readonly firstEventAt: number;
  readonly completedAt: number;
  /** Part of the time that went into connecting again. */
  readonly connectMs: number;
  readonly bytesSent: number;
  /** What the same request in full would have carried more. */
  readonly bytesNotResent: number;
}

export interface Turn {
  readonly items: readonly OutputItem[];
  readonly calls: readonly FunctionCall[];
  /** The text of the assistant's messages. */
  readonly text: string;
  readonly usage: Usage;
  readonly timing: TurnTiming;
  /** `incomplete` carries the provider's reason (`max_output_tokens`, `content_filter`). */
  readonly status: 'completed' | { readonly incomplete: string };
}

export type ResponsesErrorKind =
  /** 401, 403: the key is rejected. */
  | 'unauthorized'
  /** 402, insufficient_quota. */
  | 'no-credit'
  /** 429 that did not pass in the time allowed. */
  | 'rate-limited'
  /** 400, 404, 422: the provider does not accept the request (unknown model, context too long …). */
  | 'rejected'
  /** The endpoint cannot be reached, drops, stalls or answers nonsense, also after reconnects and the fallback. */
  | 'unavailable'
  | 'aborted';

/** Of all conversations that were opened together. */
export interface TransportStats {
  readonly kind: TransportKind;
  /** Without credentials and query string. */
  readonly url: string;
  readonly connections: number;
  /** Milliseconds that the handshakes of these took together: address, TCP, TLS and upgrade. */
  readonly msConnecting: number;
  readonly reconnects: number;
  readonly fallbacks: readonly string[];
  readonly bytesSent: number;
  /** What deltas left out because the server had it already. */
  readonly bytesNotResent: number;
  readonly bytesReceived: number;
  readonly turnsDelta: number;
  readonly turnsFull: number;
}

export interface ConversationOptions {
  readonly baseUrl: string;
  /** Null: none is sent (credentials in the URL are). */
  readonly apiKey: string | null;
  readonly fields: ConversationFields;
  /** `auto` falls back to HTTP once and stays there; `websocket` never does; `http` never upgrades. */
  readonly transport: 'auto' | 'websocket' | 'http';
  readonly timeouts?: Partial<Timeouts> | undefined;
  /** Default `auto`: only where it is known to work. */
  readonly warmUp?: boolean | 'auto' | undefined;
  /** `false` sends the whole conversation every turn, also over the socket. Default true. */
  readonly deltas?: boolean | undefined;
  /** Several conversations over one connection. Default `auto`: where the provider is known to have it. */
  readonly lanes?: boolean | 'auto' | undefined;
  /** Instructions and tools once a connection. Default `auto`: where it is known to work. A server that refuses gets them each turn. */
  readonly staticItems?: boolean | 'auto' | undefined;
  readonly compaction?:
    | {
        /** By the provider, or by cutting old tool outputs here. Default `auto`: by the provider where it is known to do it. */
        readonly by: 'provider' | 'us' | 'auto';
        /** Input tokens of a turn. */
        readonly aboveTokens: number;
      }
    | undefined;
  /** Ends everything that is under way. */
  readonly signal?: AbortSignal | undefined;
  /** Monotonic milliseconds. */
  readonly now?: (() => number) | undefined;
  /** Told in plain words what went wrong and how it went on. */
  readonly onNotice?: ((text: string) => void) | undefined;
}

export interface TurnHandlers {
  /**
   * Called as each item is complete, before the response is. When a try is lost, the next one tells its own items, so what is
   * started here must be free of effects; only the calls of the returned turn count.
   */
  readonly onItem?: ((item: OutputItem) => void) | undefined;
  /** Gives the turn up: its connection is closed (a lane shared with others is left), and the next turn opens another. */
  readonly signal?: AbortSignal | undefined;
}

/** A conversation with a model. It keeps every item, so a lost connection costs one full resend and nothing else. */
export interface Conversation {
  /** Starts connecting; resolves when connected or when the fallback was chosen. Never throws. */
  connect(): Promise<void>;
  /**
   * `generate: false`: lets the provider prepare. Failure is ignored; its usage is returned when there is any. The items belong to
   * the conversation from now on, sent or not: they are not given to `turn` again.
   */
  warm(input: readonly InputItem[]): Promise<Turn | null>;
  /**
   * Sends new items and reads until the response is terminal. Throws `ResponsesError`. The input stays in the conversation when it
   * does: `turn([])` tries again. A second output for a call that has one is left out.
   */
  turn(input: readonly InputItem[], handlers?: TurnHandlers): Promise<Turn>;
  /** Every item so far, input and output, in order. */
  readonly items: readonly InputItem[];
  /** What the model has before it: JSON of the items that were not compacted away, in bytes. */
  readonly contextBytes: number;
  readonly stats: TransportStats;
  close(): Promise<void>;
}
