import {
  type Conversation,
  type ConversationFields,
  type ConversationOptions,
  type InputItem,
  openConversation,
  type Timeouts,
} from '../../src/responses/index.ts';
import type { ScriptedServer } from './scripted-server.ts';

export const fields: ConversationFields = {
  model: 'scripted',
  instructions: 'Repair it.',
  tools: [{ type: 'function', name: 'read', description: 'Reads', parameters: { type: 'object', properties: {} }, strict: true }],
};

export function user(text: string): InputItem {
  return { type: 'message', role: 'user', content: [{ type: 'input_text', text }] };
}

export function output(callId: string, text: string): InputItem {
  return { type: 'function_call_output', call_id: callId, output: text };
}

/** Waiting too short to notice. */
const quick: Partial<Timeouts> = { backoffMs: 1 };

export interface Opened extends AsyncDisposable {
  readonly conversation: Conversation;
  readonly notices: string[];
}

/** A conversation with short pauses, closed at the end of the test. */
export function open(server: Pick<ScriptedServer, 'baseUrl'>, options: Partial<ConversationOptions> = {}): Opened {
  const notices: string[] = [];
  const conversation = openConversation({
    baseUrl: server.baseUrl,
    apiKey: null,
    fields,
    transport: 'auto',
    onNotice: (text) => notices.push(text),
    ...options,
    timeouts: { ...quick, ...options.timeouts },
  });
  return { conversation, notices, [Symbol.asyncDispose]: () => conversation.close() };
}
