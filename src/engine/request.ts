import { z } from 'zod';
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
  /** Names of the functions that may be called now. */
  readonly callable: readonly string[];
  readonly parallel: boolean;
  /** Fields that are shown again in the response object. */
  readonly echo: Readonly<Record<string, unknown>>;
}

export type ParsedRequest = { readonly ok: true; readonly request: CreateRequest } | { readonly ok: false; readonly error: WireError };

const item = z.record(z.string(), z.unknown());

const schema = z.looseObject({
  model: z.string().min(1),
  input: z.union([z.string(), z.array(item)]).nullish(),
  instructions: z.unknown().optional(),
  previous_response_id: z.string().nullish(),
  stream_id: z
    .string()
    .regex(/^[A-Za-z0-9_.-]{1,256}$/)
    .nullish(),
  generate: z.boolean().nullish(),
  store: z.boolean().nullish(),
  stream: z.boolean().nullish(),
  background: z.boolean().nullish(),
  tools: z.array(z.unknown()).nullish(),
  tool_choice: z.unknown().optional(),
  parallel_tool_calls: z.boolean().nullish(),
});

const functionTool = z.looseObject({ type: z.literal('function'), name: z.string() });
const allowedTools = z.looseObject({ type: z.literal('allowed_tools'), tools: z.array(z.looseObject({ name: z.string() })) });
const oneFunction = z.looseObject({ type: z.literal('function'), name: z.string() });

/** Checks what the server relies on; `value` is the decoded JSON of a frame or a body. */
export function parseCreate(value: unknown): ParsedRequest {
  const parsed = schema.safeParse(value);
  if (!parsed.success) return { ok: false, error: refusal(value, parsed.error) };
  const body = parsed.data;
  if (body.background === true) return { ok: false, error: badRequest('background responses are not supported here', 'background') };
  const input = body.input ?? [];
  return {
    ok: true,
    request: {
      model: body.model,
      input: typeof input === 'string' ? [{ type: 'message', role: 'user', content: input }] : input,
      previousResponseId: body.previous_response_id ?? null,
      streamId: body.stream_id ?? null,
      generate: body.generate ?? true,
      store: body.store ?? true,
      stream: body.stream ?? false,
      callable: callableNames(body.tools ?? [], body.tool_choice),
      parallel: body.parallel_tool_calls ?? true,
      echo: echoed(body),
    },
  };
}

function refusal(value: unknown, error: z.ZodError): WireError {
  const first = error.issues[0];
  const param = first === undefined ? null : first.path.join('.') || null;
  if (param === null) return badRequest('the request must be a JSON object');
  if (param === 'model') return badRequest("missing required parameter: 'model'", 'model', 'missing_required_parameter');
  if (param === 'stream_id') return badRequest('stream_id must be 1 to 256 characters of [A-Za-z0-9_.-]', 'stream_id', 'invalid_stream_id');
  return badRequest(`invalid '${param}': ${first?.message ?? 'not accepted'}${value === null ? ' (null)' : ''}`, param);
}

function callableNames(tools: readonly unknown[], choice: unknown): readonly string[] {
  const offered = tools.flatMap((tool) => {
    const parsed = functionTool.safeParse(tool);
    return parsed.success ? [parsed.data.name] : [];
  });
  if (choice === 'none') return [];
  const allowed = allowedTools.safeParse(choice);
  if (allowed.success) return offered.filter((name) => allowed.data.tools.some((tool) => tool.name === name));
  const one = oneFunction.safeParse(choice);
  return one.success ? offered.filter((name) => name === one.data.name) : offered;
}

const ECHOED = {
  instructions: null,
  max_output_tokens: null,
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
  top_p: 1,
  truncation: 'disabled',
  user: null,
};

function echoed(body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(ECHOED).map(([key, fallback]) => [key, body[key] ?? fallback]));
}
