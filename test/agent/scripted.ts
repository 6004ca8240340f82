import type { Conversation, FunctionCall, InputItem, OutputItem, Turn } from '../../src/responses/index.ts';
import { ResponsesError } from '../../src/responses/index.ts';

/** What the scripted model answers: text, calls, or an error of the endpoint. */
export type Line =
  | {
      readonly text?: string;
      readonly calls?: readonly { readonly name: string; readonly args: unknown }[];
      readonly tokens?: number;
      readonly cut?: string;
    }
  | { readonly fails: 'unauthorized' | 'unavailable' }
  /** Says nothing until it is given up. */
  | { readonly says: 'nothing' };

export interface Scripted {
  readonly conversation: Conversation;
  /** The new input of each turn. */
  readonly inputs: InputItem[][];
}

/** A model that says its lines in order; a conversation without a socket. */
export function scriptedConversation(lines: readonly (Line | ((input: readonly InputItem[]) => Line))[]): Scripted {
  const inputs: InputItem[][] = [];
  const items: InputItem[] = [];
  let callCount = 0;

  const conversation: Conversation = {
    connect: async () => {},
    warm: async () => null,
    close: async () => {},
    items,
    get contextBytes() {
      return Buffer.byteLength(JSON.stringify(items));
    },
    stats: {
      kind: 'websocket',
      url: 'ws://scripted/v1/responses',
      connections: 1,
      reconnects: 0,
      fallbacks: [],
      msConnecting: 0,
      bytesSent: 0,
      bytesNotResent: 0,
      bytesReceived: 0,
      turnsDelta: 0,
      turnsFull: 0,
    },
    turn: async (input, handlers) => {
      const scripted = lines[inputs.length];
      inputs.push([...input]);
      items.push(...input);
      const line = typeof scripted === 'function' ? scripted(input) : scripted;
      if (line === undefined) throw new Error(`the script has ${lines.length} lines, and one more turn was asked for`);
      if ('fails' in line) throw new ResponsesError(line.fails, `the endpoint is ${line.fails}`);
      if ('says' in line) {
        await new Promise((resolve) => handlers?.signal?.addEventListener('abort', resolve, { once: true }));
        throw new ResponsesError('aborted', 'given up');
      }
      const calls: FunctionCall[] = (line.calls ?? []).map(({ name, args }) => ({
        callId: `call_${++callCount}`,
        name,
        arguments: typeof args === 'string' ? args : JSON.stringify(args),
      }));
      const output: OutputItem[] = calls.map((call) => ({
        type: 'function_call',
        id: `fc_${call.callId}`,
        call_id: call.callId,
        name: call.name,
        arguments: call.arguments,
        status: 'completed',
      }));
      for (const item of output) handlers?.onItem?.(item);
      const at = performance.now();
      const tokens = line.tokens ?? 10;
      const turn: Turn = {
        items: output,
        calls,
        text: line.text ?? '',
        usage: { inputTokens: tokens, cachedTokens: 0, outputTokens: tokens, reasoningTokens: 0 },
        timing: { mode: 'delta', sentAt: at, firstEventAt: at, completedAt: at, connectMs: 0, bytesSent: 0, bytesNotResent: 0 },
        status: line.cut === undefined ? 'completed' : { incomplete: line.cut },
      };
      return turn;
    },
  };
  return { conversation, inputs };
}
