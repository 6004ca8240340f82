import type { ResponseObject } from './store.ts';
import type { CallItem, MessageItem, OutputItem, WireEvent } from './wire.ts';

/** Longest piece of text in one delta event, in UTF-16 units. */
const DELTA = 16 * 1024;

/** Before anything of the output: `response` as it is in progress. */
export function openingEvents(response: ResponseObject): readonly WireEvent[] {
  return [
    { type: 'response.created', response },
    { type: 'response.in_progress', response },
  ];
}

/** All events of a finished response, as they were when it was made. */
export function eventsOf(
  response: ResponseObject,
  output: readonly OutputItem[],
): readonly (WireEvent & { readonly sequence_number: number })[] {
  const started = { ...response, status: 'in_progress', completed_at: null, output: [], usage: null };
  const events = [...openingEvents(started), ...output.flatMap(itemEvents), { type: 'response.completed', response }];
  return events.map((event, sequence_number) => ({ ...event, sequence_number }));
}

/** The events of one output item, in the order the Responses API sends them. */
export function itemEvents(item: OutputItem, outputIndex: number): readonly WireEvent[] {
  return item.type === 'message' ? messageEvents(item, outputIndex) : callEvents(item, outputIndex);
}

function messageEvents(item: MessageItem, output_index: number): readonly WireEvent[] {
  const text = item.content.map((part) => part.text).join('');
  const at = { item_id: item.id, output_index, content_index: 0 };
  const part = { type: 'output_text', text, annotations: [], logprobs: [] };
  return [
    { type: 'response.output_item.added', output_index, item: { ...item, status: 'in_progress', content: [] } },
    { type: 'response.content_part.added', ...at, part: { ...part, text: '' } },
    ...pieces(text).map((delta) => ({ type: 'response.output_text.delta', ...at, delta, logprobs: [] })),
    { type: 'response.output_text.done', ...at, text, logprobs: [] },
    { type: 'response.content_part.done', ...at, part },
    { type: 'response.output_item.done', output_index, item },
  ];
}

function callEvents(item: CallItem, output_index: number): readonly WireEvent[] {
  const at = { item_id: item.id, output_index };
  return [
    { type: 'response.output_item.added', output_index, item: { ...item, status: 'in_progress', arguments: '' } },
    ...pieces(item.arguments).map((delta) => ({ type: 'response.function_call_arguments.delta', ...at, delta })),
    { type: 'response.function_call_arguments.done', ...at, name: item.name, arguments: item.arguments },
    { type: 'response.output_item.done', output_index, item },
  ];
}

/** Cuts text into deltas, never inside a surrogate pair. */
function pieces(text: string): readonly string[] {
  const cut: string[] = [];
  let start = 0;
  while (start < text.length) {
    let end = Math.min(start + DELTA, text.length);
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd800 && last <= 0xdbff) end -= 1;
    cut.push(text.slice(start, end));
    start = end;
  }
  return cut;
}
