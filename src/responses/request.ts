import type { ConversationFields, InputItem } from './types.ts';

/** Longest key the providers take. */
const MAX_CACHE_KEY_CHARS = 64;

/** What a request asks for beyond the fields of the run; each can turn out not to be taken. */
export interface RequestShape {
  /** Encrypted reasoning: nothing is stored at the provider, and a full resend needs it. */
  readonly sealed: boolean;
  /** Input tokens above which the provider makes the context smaller; null: it does not. */
  readonly compactAbove: number | null;
  /** Instructions and tools are the first items of the conversation: a delta does not repeat them. */
  readonly staticItems: boolean;
}

interface FrameParts {
  /** The items as JSON objects without the brackets around them. */
  readonly input: string;
  readonly previousResponseId: string | null;
  readonly generate: boolean;
  readonly lane: string | null;
}

/** The form of every request of a conversation: the unchanging parts made once, so that each turn carries the same bytes. */
export class RequestForm {
  readonly shape: RequestShape;
  readonly #fields: ConversationFields;
  readonly #members: string;
  readonly #staticItems: string;

  constructor(fields: ConversationFields, shape: RequestShape) {
    this.#fields = fields;
    this.shape = shape;
    const { instructions, tools } = fields;
    this.#members = [...(shape.staticItems ? [] : [inner({ instructions, tools })]), inner(options(fields, shape))].join(',');
    this.#staticItems = shape.staticItems
      ? staticItems(fields)
          .map((item) => JSON.stringify(item))
          .join(',')
      : '';
  }

  changed(change: Partial<RequestShape>): RequestForm {
    return new RequestForm(this.#fields, { ...this.shape, ...change });
  }

  /** A `response.create` frame. */
  frame({ input, previousResponseId, generate, lane }: FrameParts): string {
    const previous = previousResponseId === null ? '' : previousMember(previousResponseId);
    const stream = lane === null ? '' : `,"stream_id":${JSON.stringify(lane)}`;
    const items = previousResponseId === null ? joined(this.#staticItems, input) : input;
    return `{"type":"response.create",${this.#members}${stream}${generate ? '' : ',"generate":false'}${previous},"input":[${items}]}`;
  }

  /** By how much a delta is smaller than the same request in full, in bytes: the items it leaves out, less the id that stands for them. */
  bytesSpared({ input, previousResponseId }: FrameParts, ledgerBytes: number): number {
    if (previousResponseId === null) return 0;
    const items = Buffer.byteLength(this.#staticItems) + (this.#staticItems === '' ? 0 : 1) + Math.max(ledgerBytes - 1, 0);
    return items - Buffer.byteLength(input) - Buffer.byteLength(previousMember(previousResponseId));
  }

  /** The body of a POST: always whole, so there is nothing to be saved by static items. */
  httpBody(input: string): string {
    const form = this.shape.staticItems ? this.changed({ staticItems: false }) : this;
    return `{${form.#members},"stream":true,"input":[${input}]}`;
  }
}

function previousMember(id: string): string {
  return `,"previous_response_id":${JSON.stringify(id)}`;
}

function options(fields: ConversationFields, { sealed, compactAbove }: RequestShape): Record<string, unknown> {
  return {
    model: fields.model,
    store: false,
    ...(sealed ? { include: ['reasoning.encrypted_content'] } : {}),
    ...(compactAbove === null ? {} : { context_management: [{ type: 'compaction', compact_threshold: compactAbove }] }),
    ...(fields.reasoningEffort === undefined ? {} : { reasoning: { effort: fields.reasoningEffort } }),
    ...(fields.serviceTier === undefined ? {} : { service_tier: fields.serviceTier }),
    ...(fields.maxOutputTokens === undefined ? {} : { max_output_tokens: fields.maxOutputTokens }),
    ...(fields.promptCacheKey === undefined ? {} : { prompt_cache_key: fields.promptCacheKey.slice(0, MAX_CACHE_KEY_CHARS) }),
  };
}

function staticItems({ instructions, tools }: ConversationFields): InputItem[] {
  return [
    { type: 'message', role: 'developer', content: [{ type: 'input_text', text: instructions }] },
    { type: 'additional_tools', role: 'developer', tools: [...tools] },
  ];
}

/** The members of an object as JSON, without the braces. */
function inner(value: object): string {
  return JSON.stringify(value).slice(1, -1);
}

function joined(before: string, after: string): string {
  return before === '' || after === '' ? before + after : `${before},${after}`;
}
