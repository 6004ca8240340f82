import type { Item } from './wire.ts';

export interface RecordedCall {
  readonly name: string;
  /** JSON text as the engine wrote it. */
  readonly arguments: string;
  /** Null while it is not answered. */
  readonly output: string | null;
}

/** A conversation as the engine reads it. */
export interface Conversation {
  /** The user message that holds the brief, or everything users said when none does. */
  readonly request: string;
  /** Calls since that message, in order. */
  readonly calls: readonly RecordedCall[];
  /** The client asked for words instead of calls since the last answer. */
  readonly wordsOnly: boolean;
}

/** Reads the items in any shape that the Responses API allows; what is unknown is passed over. */
export function readConversation(items: readonly Item[]): Conversation {
  const start = items.findLastIndex((item) => isUser(item) && textOf(item.content).includes('<failing_tests>'));
  const brief = items[start];
  const since = items.slice(start + 1);
  const outputs = new Map<string, string>();
  for (const item of since) {
    if (item.type === 'function_call_output') outputs.set(String(item.call_id), textOf(item.output));
  }
  const calls = since
    .filter((item) => item.type === 'function_call')
    .map((item) => ({
      name: String(item.name),
      arguments: String(item.arguments),
      output: outputs.get(String(item.call_id)) ?? null,
    }));
  const said = (brief ? [brief] : items.filter(isUser)).map((item) => textOf(item.content));
  return { request: said.join('\n'), calls, wordsOnly: asksForWords(since) };
}

function asksForWords(items: readonly Item[]): boolean {
  const answered = items.findLastIndex((item) => item.type === 'function_call');
  return items.slice(answered + 1).some((item) => isUser(item) && /\bno more tools\b/i.test(textOf(item.content)));
}

function isUser(item: Item): boolean {
  return item.role === 'user' && (item.type === undefined || item.type === 'message');
}

/** A string, or the text parts of a list of parts. */
function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content.map(partText).join('');
}

function partText(part: unknown): string {
  return typeof part === 'object' && part !== null && 'text' in part && typeof part.text === 'string' ? part.text : '';
}
