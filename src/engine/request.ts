import * as z from 'zod';
import type { Bounds } from './bounds.ts';
import { badRequest, type Item, type WireError } from './wire.ts';

/** A `response.create` frame or an HTTP body, parsed once. What is not listed here is accepted and ignored. */
export interface CreateRequest {
  readonly model: string;
  readonly input: readonly Item[];
  readonly previousResponseId: string | null;
  readonly streamId: string | null;
  /** False for a warm-up. */
  readonly generate: boolean;
  readonly store: boolean;
  /** HTTP only: answer as server-sent events. */
  readonly stream: boolean;
  readonly tools: readonly unknown[];
  readonly toolChoice: unknown;
  readonly parallel: boolean;
  /** Fields that are shown again in the response object. */
  readonly echo: Readonly<Record<string, unknown>>;
}

export type ParsedRequest = { readonly ok: true; readonly request: CreateRequest } | { readonly ok: false; readonly error: WireError };

const flag = z.boolean().nullish();

const schema = z.looseObject({
  model: z.string().min(1),
  input: z.union([z.string(), z.array(z.custom<Item>(isObject, 'an item must be an object'))]).nullish(),
  previous_response_id: z.string().nullish(),
  conversation: z.unknown().optional(),
  stream_id: z
    .string()
    .regex(/^[A-Za-z0-9_.-]{1,256}$/)
    .nullish(),
  generate: flag,
  prompt_cache_options: z.looseObject({ prewarm: flag }).nullish().catch(null),
  store: flag,
  stream: flag,
  background: flag,
  tools: z.array(z.unknown()).nullish(),
  tool_choice: z.unknown().optional(),
  parallel_tool_calls: flag,
});

/** Checks what the server relies on; `value` is the decoded JSON of a frame or a body. */
export function parseCreate(value: unknown, bounds: Bounds): ParsedRequest {
  const oversize = sizeError(value, bounds);
  if (oversize !== null) return { ok: false, error: oversize };
  const parsed = schema.safeParse(value);
  if (!parsed.success) return { ok: false, error: refusal(parsed.error) };
  const body = parsed.data;
  const unsupported = unsupportedError(body);
  if (unsupported !== null) return { ok: false, error: unsupported };
  const input = body.input ?? [];
  return {
    ok: true,
    request: {
      model: body.model,
      input: typeof input === 'string' ? [{ type: 'message', role: 'user', content: input }] : input,
      previousResponseId: body.previous_response_id ?? null,
      streamId: body.stream_id ?? null,
      generate: body.generate !== false && body.prompt_cache_options?.prewarm !== true,
      store: body.store ?? true,
      stream: body.stream ?? false,
      tools: body.tools ?? [],
      toolChoice: body.tool_choice,
      parallel: body.parallel_tool_calls ?? true,
      echo: echoed(body),
    },
  };
}

/** Checked first: long lists would take long to look at. */
function sizeError(value: unknown, bounds: Bounds): WireError | null {
  if (!isObject(value)) return badRequest('the request must be a JSON object');
  for (const [field, most] of [
    ['input', bounds.items],
    ['tools', bounds.tools],
  ] as const) {
    const list = value[field];
    if (Array.isArray(list) && list.length > most)
      return badRequest(`'${field}' has ${list.length} entries; at most ${most} are taken`, field);
  }
  return null;
}

function unsupportedError(body: z.infer<typeof schema>): WireError | null {
  if (body.background === true) return badRequest('background responses are not supported here', 'background', 'unsupported_parameter');
  if (body.conversation === undefined || body.conversation === null) return null;
  return body.previous_response_id
    ? badRequest("give 'previous_response_id' or 'conversation', not both", 'previous_response_id', 'mutually_exclusive_parameters')
    : badRequest('conversations are not kept here; go on with previous_response_id', 'conversation', 'unsupported_parameter');
}

function refusal(error: z.ZodError): WireError {
  const first = error.issues[0];
  const param = first?.path.join('.') ?? '';
  if (param === 'model') return badRequest("missing required parameter: 'model'", 'model', 'missing_required_parameter');
  if (param === 'stream_id') return badRequest('stream_id must be 1 to 256 characters of [A-Za-z0-9_.-]', 'stream_id', 'invalid_stream_id');
  return badRequest(`invalid '${param}': ${first?.message ?? 'not accepted'}`, param);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const ECHOED = {
  instructions: null,
  max_output_tokens: null,
  max_tool_calls: null,
  metadata: {},
  parallel_tool_calls: true,
  prompt_cache_key: null,
  reasoning: { effort: null, summary: null },
  safety_identifier: null,
  service_tier: 'default',
  temperature: 1,
  text: { format: { type: 'text' } },
  tool_choice: 'auto',
  tools: [],
  top_logprobs: 0,
  top_p: 1,
  truncation: 'disabled',
  user: null,
};

function echoed(body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(ECHOED).map(([key, fallback]) => [key, body[key] ?? fallback]));
}
