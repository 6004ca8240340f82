import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  import_websocket_server
} from "./chunk-CLP2JB2C.js";
import {
  array,
  boolean,
  custom,
  literal,
  looseObject,
  record,
  string,
  union,
  unknown
} from "./chunk-4K2SKPFD.js";
import {
  require_crypto
} from "./chunk-ESKC7XX5.js";
import {
  __commonJS,
  __toESM
} from "./chunk-G62E4XM6.js";

// builtin:http
var require_http = __commonJS({
  "builtin:http"(exports, module) {
    module.exports = process.getBuiltinModule("http");
  }
});

// src/engine/server.ts
var import_node_http2 = __toESM(require_http(), 1);
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

// src/engine/access.ts
var import_node_crypto = __toESM(require_crypto(), 1);
var UNAUTHORIZED = {
  status: 401,
  type: "authentication_error",
  code: "invalid_api_key",
  message: "the bearer token is missing or wrong",
  param: null
};
var FROM_A_PAGE = {
  status: 403,
  type: "invalid_request_error",
  code: "origin_not_allowed",
  message: "web pages may not use this server; start it with a key and send that",
  param: null
};
function accessError(request, apiKey) {
  if (apiKey === null) return request.headers.origin === void 0 ? null : FROM_A_PAGE;
  const digest = (text) => (0, import_node_crypto.createHash)("sha256").update(text).digest();
  const token = (request.headers.authorization ?? "").replace(/^bearer +/i, "");
  return (0, import_node_crypto.timingSafeEqual)(digest(token), digest(apiKey)) ? null : UNAUTHORIZED;
}

// src/engine/body.ts
import { isUtf8 } from "node:buffer";

// src/engine/wire.ts
function badRequest(message, param = null, code = null) {
  return { status: 400, type: "invalid_request_error", code, message, param };
}
function serverError(message, status = 500) {
  return { status, type: "server_error", code: "server_error", message, param: null };
}
function notFound(id) {
  return badRequest(`Previous response with id '${id.slice(0, 200)}' not found.`, "previous_response_id", "previous_response_not_found");
}
function errorEvent(error, streamId = null) {
  return { type: "error", status: error.status, error: errorBody(error), ...streamId === null ? {} : { stream_id: streamId } };
}
function isWireError(value) {
  return typeof value.status === "number";
}
function errorBody(error) {
  return { type: error.type, code: error.code, message: error.message, param: error.param };
}

// src/engine/decode.ts
function decodeJson(bytes, bounds) {
  const error = shapeError(bytes, bounds);
  if (error !== null) return { ok: false, error };
  try {
    return { ok: true, value: JSON.parse(bytes.toString()) };
  } catch {
    return { ok: false, error: badRequest("this is not valid JSON", null, "invalid_json") };
  }
}
var [QUOTE, BACKSLASH, COMMA] = [34, 92, 44];
var OPENING = /* @__PURE__ */ new Set([91, 123]);
var CLOSING = /* @__PURE__ */ new Set([93, 125]);
function shapeError(bytes, bounds) {
  let depth = 0;
  let values = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) {
      at = endOfString(bytes, at);
    } else if (OPENING.has(byte)) {
      depth += 1;
      values += 1;
      if (depth > bounds.depth) return badRequest(`the message is nested more than ${bounds.depth} levels deep`);
    } else if (CLOSING.has(byte)) {
      depth -= 1;
    } else if (byte === COMMA) {
      values += 1;
    }
    if (values > bounds.values) return badRequest(`the message holds more than ${bounds.values} values`);
  }
  return null;
}
function endOfString(bytes, start) {
  for (let at = bytes.indexOf(QUOTE, start + 1); at !== -1; at = bytes.indexOf(QUOTE, at + 1)) {
    let escapes = 0;
    while (bytes[at - 1 - escapes] === BACKSLASH) escapes += 1;
    if (escapes % 2 === 0) return at;
  }
  return bytes.length;
}

// src/engine/body.ts
function bodyError(request, maxBytes) {
  const coding = request.headers["content-encoding"] ?? "identity";
  if (coding !== "identity") return { ...badRequest(`bodies in ${coding.slice(0, 40)} are not read here; send plain JSON`), status: 415 };
  return Number(request.headers["content-length"] ?? 0) > maxBytes ? tooLarge(maxBytes) : null;
}
async function readBody(request, bounds) {
  const maxBytes = bounds.messageBytes;
  const refused = bodyError(request, maxBytes);
  if (refused !== null) return { kind: "refused", error: refused };
  const chunks = await collect(request, maxBytes);
  if (chunks === "gone") return { kind: "gone" };
  if (chunks === "too large") return { kind: "refused", error: tooLarge(maxBytes) };
  if (!isUtf8(chunks)) return { kind: "refused", error: badRequest("the body is not valid UTF-8") };
  const decoded = decodeJson(chunks, bounds);
  return decoded.ok ? { kind: "json", value: decoded.value, bytes: chunks.length } : { kind: "refused", error: decoded.error };
}
function collect(request, maxBytes) {
  return new Promise((resolve) => {
    const chunks = [];
    let size = 0;
    request.on("data", (chunk) => {
      size += chunk.length;
      if (size <= maxBytes) {
        chunks.push(chunk);
        return;
      }
      chunks.length = 0;
      resolve("too large");
    });
    request.once("end", () => resolve(Buffer.concat(chunks)));
    request.once("close", () => resolve("gone"));
    request.once("error", () => resolve("gone"));
  });
}
function tooLarge(maxBytes) {
  return { ...badRequest(`the body is larger than ${maxBytes} bytes`, null, "request_too_large"), status: 413 };
}

// src/engine/bounds.ts
var MiB = 1024 * 1024;
var BOUNDS = {
  messageBytes: 32 * MiB,
  depth: 100,
  values: 5e5,
  items: 2e4,
  tools: 1024,
  conversationChars: 64 * MiB,
  connections: 64,
  lanes: 32,
  inFlight: 16,
  waiting: 64,
  requests: 512,
  requestBytes: 256 * MiB,
  connectionMs: 60 * 6e4,
  pingMs: 25e3,
  unreadMs: 6e4,
  unreadBytes: 4 * MiB
};
var Admission = class {
  #bounds;
  #requests = 0;
  #bytes = 0;
  constructor(bounds) {
    this.#bounds = bounds;
  }
  /** False when the server is full; else `leave` must follow, with the same size. */
  enter(bytes) {
    if (this.#requests >= this.#bounds.requests || this.#bytes + bytes > this.#bounds.requestBytes) return false;
    this.#requests += 1;
    this.#bytes += bytes;
    return true;
  }
  leave(bytes) {
    this.#requests -= 1;
    this.#bytes -= bytes;
  }
};

// src/engine/exchange.ts
function refuse(response, error) {
  if (error.status === 503 || error.status === 429) response.setHeader("retry-after", "1");
  json(response, error.status, { error: errorBody(error) });
}
function json(response, status, body) {
  const text = JSON.stringify(body);
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", "content-length": Buffer.byteLength(text) });
  response.end(text);
}
function writeEvent(response, event, unreadMs) {
  if (response.destroyed) return void 0;
  if (!response.headersSent) response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-cache" });
  if (response.write(`event: ${event.type}
data: ${JSON.stringify(event)}

`)) return void 0;
  return new Promise((resolve) => {
    const timer = setTimeout(() => response.destroy(), unreadMs);
    const done = () => {
      clearTimeout(timer);
      response.off("drain", done);
      response.off("close", done);
      resolve();
    };
    response.once("drain", done);
    response.once("close", done);
  });
}
function endEvents(response) {
  response.end("data: [DONE]\n\n");
}

// src/engine/http.ts
var import_node_crypto3 = __toESM(require_crypto(), 1);

// src/engine/request.ts
var flag = boolean().nullish();
var schema = looseObject({
  model: string().min(1),
  input: union([string(), array(custom(isObject, "an item must be an object"))]).nullish(),
  previous_response_id: string().nullish(),
  conversation: unknown().optional(),
  stream_id: string().regex(/^[A-Za-z0-9_.-]{1,256}$/).nullish(),
  generate: flag,
  prompt_cache_options: looseObject({ prewarm: flag }).nullish().catch(null),
  store: flag,
  stream: flag,
  background: flag,
  tools: array(unknown()).nullish(),
  tool_choice: unknown().optional(),
  parallel_tool_calls: flag
});
function parseCreate(value, bounds) {
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
      input: typeof input === "string" ? [{ type: "message", role: "user", content: input }] : input,
      previousResponseId: body.previous_response_id ?? null,
      streamId: body.stream_id ?? null,
      generate: body.generate !== false && body.prompt_cache_options?.prewarm !== true,
      store: body.store ?? true,
      stream: body.stream ?? false,
      tools: body.tools ?? [],
      toolChoice: body.tool_choice,
      parallel: body.parallel_tool_calls ?? true,
      echo: echoed(body)
    }
  };
}
function sizeError(value, bounds) {
  if (!isObject(value)) return badRequest("the request must be a JSON object");
  for (const [field, most] of [
    ["input", bounds.items],
    ["tools", bounds.tools]
  ]) {
    const list = value[field];
    if (Array.isArray(list) && list.length > most)
      return badRequest(`'${field}' has ${list.length} entries; at most ${most} are taken`, field);
  }
  return null;
}
function unsupportedError(body) {
  if (body.background === true) return badRequest("background responses are not supported here", "background", "unsupported_parameter");
  if (body.conversation === void 0 || body.conversation === null) return null;
  return body.previous_response_id ? badRequest("give 'previous_response_id' or 'conversation', not both", "previous_response_id", "mutually_exclusive_parameters") : badRequest("conversations are not kept here; go on with previous_response_id", "conversation", "unsupported_parameter");
}
function refusal(error) {
  const first = error.issues[0];
  const param = first?.path.join(".") ?? "";
  if (param === "model") return badRequest("missing required parameter: 'model'", "model", "missing_required_parameter");
  if (param === "stream_id") return badRequest("stream_id must be 1 to 256 characters of [A-Za-z0-9_.-]", "stream_id", "invalid_stream_id");
  return badRequest(`invalid '${param}': ${first?.message ?? "not accepted"}`, param);
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
var ECHOED = {
  instructions: null,
  max_output_tokens: null,
  max_tool_calls: null,
  metadata: {},
  parallel_tool_calls: true,
  prompt_cache_key: null,
  reasoning: { effort: null, summary: null },
  safety_identifier: null,
  service_tier: "default",
  temperature: 1,
  text: { format: { type: "text" } },
  tool_choice: "auto",
  tools: [],
  top_logprobs: 0,
  top_p: 1,
  truncation: "disabled",
  user: null
};
function echoed(body) {
  return Object.fromEntries(Object.entries(ECHOED).map(([key, fallback]) => [key, body[key] ?? fallback]));
}

// src/engine/respond.ts
var import_node_crypto2 = __toESM(require_crypto(), 1);

// src/engine/events.ts
var DELTA = 16 * 1024;
function openingEvents(response) {
  return [
    { type: "response.created", response },
    { type: "response.in_progress", response }
  ];
}
function eventsOf(response, output) {
  const started = { ...response, status: "in_progress", completed_at: null, output: [], usage: null };
  const events = [...openingEvents(started), ...output.flatMap(itemEvents), { type: "response.completed", response }];
  return events.map((event, sequence_number) => ({ ...event, sequence_number }));
}
function itemEvents(item, outputIndex) {
  return item.type === "message" ? messageEvents(item, outputIndex) : callEvents(item, outputIndex);
}
function messageEvents(item, output_index) {
  const text = item.content.map((part2) => part2.text).join("");
  const at = { item_id: item.id, output_index, content_index: 0 };
  const part = { type: "output_text", text, annotations: [], logprobs: [] };
  return [
    { type: "response.output_item.added", output_index, item: { ...item, status: "in_progress", content: [] } },
    { type: "response.content_part.added", ...at, part: { ...part, text: "" } },
    ...pieces(text).map((delta) => ({ type: "response.output_text.delta", ...at, delta, logprobs: [] })),
    { type: "response.output_text.done", ...at, text, logprobs: [] },
    { type: "response.content_part.done", ...at, part },
    { type: "response.output_item.done", output_index, item }
  ];
}
function callEvents(item, output_index) {
  const at = { item_id: item.id, output_index };
  return [
    { type: "response.output_item.added", output_index, item: { ...item, status: "in_progress", arguments: "" } },
    ...pieces(item.arguments).map((delta) => ({ type: "response.function_call_arguments.delta", ...at, delta })),
    { type: "response.function_call_arguments.done", ...at, name: item.name, arguments: item.arguments },
    { type: "response.output_item.done", output_index, item }
  ];
}
function pieces(text) {
  const cut = [];
  let start = 0;
  while (start < text.length) {
    let end = Math.min(start + DELTA, text.length);
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 55296 && last <= 56319) end -= 1;
    cut.push(text.slice(start, end));
    start = end;
  }
  return cut;
}

// src/engine/tool-offer.ts
var CONTRACT = {
  scan: ["query", "glob", "max_results"],
  read: ["path", "start_line", "end_line"],
  edit: ["edits"],
  run_tests: ["scope", "suspects"],
  try_edits: ["candidates", "scope", "keep"],
  give_up: ["reason", "diagnosis"]
};
var functionTool = looseObject({
  type: literal("function"),
  name: string(),
  parameters: looseObject({ properties: record(string(), unknown()).optional() }).nullish().catch(null)
});
var allowedTools = looseObject({ type: literal("allowed_tools"), tools: array(looseObject({ name: string() })) });
var oneFunction = looseObject({ type: literal("function"), name: string() });
var additionalTools = looseObject({ type: literal("additional_tools"), tools: array(unknown()) });
function callableTools(tools, items, choice) {
  if (choice === "none") return [];
  const added = items.flatMap((item) => {
    const parsed = item.type === "additional_tools" ? additionalTools.safeParse(item) : null;
    return parsed?.success ? parsed.data.tools : [];
  });
  const offered = [...tools, ...added].flatMap((tool) => {
    const parsed = functionTool.safeParse(tool);
    return parsed.success && isOurs(parsed.data) ? [parsed.data.name] : [];
  });
  const allowed = allowedTools.safeParse(choice);
  if (allowed.success) return offered.filter((name) => allowed.data.tools.some((tool) => tool.name === name));
  const one = oneFunction.safeParse(choice);
  return one.success ? offered.filter((name) => name === one.data.name) : offered;
}
function isOurs({ name, parameters }) {
  if (!Object.hasOwn(CONTRACT, name)) return false;
  const properties = parameters?.properties;
  return properties === void 0 || (CONTRACT[name] ?? []).every((argument) => Object.hasOwn(properties, argument));
}

// src/engine/transcript.ts
function extend(prior, fresh, id) {
  return { id, items: [...prior?.items ?? [], ...fresh], chars: (prior?.chars ?? 0) + sizeOf(fresh) };
}
function sizeOf(value) {
  return value.length === 0 ? 0 : JSON.stringify(value).length;
}
function conversationError(items, chars, bounds) {
  if (items.length > bounds.items || chars > bounds.conversationChars)
    return badRequest("the conversation is longer than this server keeps", "input", "context_length_exceeded");
  const calls = /* @__PURE__ */ new Set();
  const answered = /* @__PURE__ */ new Set();
  for (const { type, call_id: id } of items) {
    if (type === "function_call") calls.add(id);
    if (type !== "function_call_output") continue;
    if (!calls.has(id)) return badRequest(`No tool call found for function call output with call_id ${shown(id)}.`, "input");
    answered.add(id);
  }
  const open = [...calls].find((id) => !answered.has(id));
  return open === void 0 ? null : badRequest(`No tool output found for function call ${shown(open)}.`, "input");
}
function shown(id) {
  return typeof id === "string" ? id.slice(0, 100) : "(none)";
}

// src/engine/respond.ts
async function respond(request, prior, options) {
  const { mind, bounds, keep, signal } = options;
  const items = [...prior?.items ?? [], ...request.input];
  const inputChars = sizeOf(request.input);
  const error = request.generate ? conversationError(items, (prior?.chars ?? 0) + inputChars, bounds) : null;
  if (error !== null) return error;
  const send = numbered(options.emit, request.streamId);
  const head = responseHead(request);
  for (const event of openingEvents({ ...head, status: "in_progress" })) await send(event);
  if (!request.generate) mind.warm();
  const output = request.generate ? outputItems(await mind.think(promptOf(request, items), signal)) : [];
  for (const [index, item] of output.entries()) for (const event of itemEvents(item, index)) await send(event);
  const usage = estimateUsage(request, prior?.chars ?? 0, inputChars, output);
  const response = { ...head, status: "completed", completed_at: seconds(), output, usage };
  keep({ transcript: extend(prior, [...request.input, ...output], head.id), response, output });
  await send({ type: "response.completed", response });
  return response;
}
function numbered(emit, streamId) {
  const lane = streamId === null ? {} : { stream_id: streamId };
  let sequence = 0;
  return (event) => emit({ ...event, sequence_number: sequence++, ...lane });
}
function promptOf({ tools, toolChoice, parallel }, items) {
  return { items, callable: callableTools(tools, items, toolChoice), parallel };
}
function outputItems(step) {
  if (step.kind === "text") {
    const part = { type: "output_text", text: step.text, annotations: [], logprobs: [] };
    return [
      { id: newId("msg"), type: "message", role: "assistant", status: "completed", content: [{ ...part, annotations: [], logprobs: [] }] }
    ];
  }
  return step.calls.map((call) => ({
    id: newId("fc"),
    type: "function_call",
    status: "completed",
    call_id: newId("call"),
    name: call.name,
    arguments: call.arguments
  }));
}
function responseHead(request) {
  return {
    id: newId("resp"),
    object: "response",
    created_at: seconds(),
    completed_at: null,
    background: false,
    error: null,
    incomplete_details: null,
    model: request.model,
    output: [],
    previous_response_id: request.previousResponseId,
    store: request.store,
    usage: null,
    ...request.echo
  };
}
function estimateUsage(request, priorChars, inputChars, output) {
  const cached = tokens(priorChars);
  const inputTokens = cached + freshTokens(request, inputChars);
  const outputTokens = tokens(sizeOf(output));
  return {
    input_tokens: inputTokens,
    input_tokens_details: { cached_tokens: cached, cache_write_tokens: 0 },
    output_tokens: outputTokens,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: inputTokens + outputTokens
  };
}
function freshTokens({ echo }, inputChars) {
  return tokens(inputChars + sizeOf([echo.instructions, echo.tools]));
}
function inputTokensOf(request, prior) {
  return tokens(prior?.chars ?? 0) + freshTokens(request, sizeOf(request.input));
}
function tokens(chars) {
  return Math.ceil(chars / 4);
}
function seconds() {
  return Math.floor(Date.now() / 1e3);
}
function newId(prefix) {
  return `${prefix}_${(0, import_node_crypto2.randomBytes)(20).toString("hex")}`;
}

// src/engine/stored.ts
async function retrieve(exchange) {
  const { response, context } = exchange;
  const kept = stored(exchange);
  if (kept === null) return;
  const query = queryOf(exchange);
  if (query.get("stream") !== "true") return json(response, 200, kept.response);
  const after = Number(query.get("starting_after") ?? -1);
  for (const event of eventsOf(kept.response, kept.output)) {
    if (event.sequence_number > after) await writeEvent(response, event, context.bounds.unreadMs);
  }
  endEvents(response);
}
function remove({ response, context, id }) {
  if (context.store.delete(id)) json(response, 200, { id, object: "response", deleted: true });
  else refuse(response, missing(id));
}
function cancel(exchange) {
  if (stored(exchange) === null) return;
  refuse(exchange.response, badRequest("only background responses can be cancelled, and there are none here"));
}
function inputItems(exchange) {
  const kept = stored(exchange);
  if (kept === null) return;
  const said = kept.transcript.items.slice(0, kept.transcript.items.length - kept.output.length).map(identified);
  const page = pageOf(said, queryOf(exchange));
  if (isWireError(page)) refuse(exchange.response, page);
  else json(exchange.response, 200, page);
}
function pageOf(items, query) {
  const limit = Number(query.get("limit") ?? 20);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) return badRequest("'limit' must be an integer from 1 to 100", "limit");
  const ordered = query.get("order") === "asc" ? items : items.toReversed();
  const after = query.get("after");
  const from = after === null ? 0 : ordered.findIndex((item) => item.id === after) + 1;
  if (after !== null && from === 0) return badRequest(`there is no item '${after.slice(0, 200)}'`, "after");
  const data = ordered.slice(from, from + limit);
  const ends = { first_id: data.at(0)?.id ?? null, last_id: data.at(-1)?.id ?? null };
  return { object: "list", data, ...ends, has_more: ordered.length > from + limit };
}
function identified(item, index) {
  return { ...item, id: typeof item.id === "string" ? item.id : `item_${index}` };
}
function stored({ response, context, id }) {
  const kept = context.store.get(id);
  if (kept === null) refuse(response, missing(id));
  return kept;
}
function missing(id) {
  return { ...badRequest(`Response with id '${id.slice(0, 200)}' not found.`), status: 404 };
}
function queryOf({ request }) {
  return new URL(request.url ?? "/", "http://localhost").searchParams;
}

// src/engine/http.ts
var RESPONSES_PATH = "/v1/responses";
var routes = [
  { path: /^\/v1\/responses$/, methods: { POST: create } },
  { path: /^\/v1\/responses\/input_tokens$/, methods: { POST: countTokens } },
  { path: /^\/v1\/responses\/compact$/, methods: { POST: compact } },
  { path: /^\/v1\/responses\/(?<id>[\w-]+)$/, methods: { GET: retrieve, DELETE: remove } },
  { path: /^\/v1\/responses\/(?<id>[\w-]+)\/input_items$/, methods: { GET: inputItems } },
  { path: /^\/v1\/responses\/(?<id>[\w-]+)\/cancel$/, methods: { POST: cancel } },
  { path: /^\/v1\/models$/, methods: { GET: listModels } },
  { path: /^\/v1\/models\/(?<id>[^/]+)$/, methods: { GET: describeModel } },
  { path: /^(\/v1)?\/health$/, methods: { GET: ({ response }) => json(response, 200, { status: "ok" }) } }
];
async function handleHttp(request, response, context) {
  response.setHeader("x-request-id", `req_${(0, import_node_crypto3.randomUUID)().replaceAll("-", "")}`);
  const path = pathOf(request);
  const method = request.method ?? "";
  for (const route of routes) {
    const match = route.path.exec(path);
    if (match === null) continue;
    const handler = Object.hasOwn(route.methods, method) ? route.methods[method] : void 0;
    if (handler !== void 0) return handler({ request, response, context, id: match.groups?.id ?? "" });
    const allowed = Object.keys(route.methods).join(", ");
    response.setHeader("allow", allowed);
    const more = path === RESPONSES_PATH ? ", or upgrade to a WebSocket" : "";
    return refuse(response, {
      ...badRequest(`${method} is not possible here; send ${allowed}${more}`, null, "method_not_allowed"),
      status: 405
    });
  }
  return refuse(response, { ...badRequest(`there is no ${method} ${path.slice(0, 200)}`, null, "unknown_url"), status: 404 });
}
function pathOf(request) {
  return (request.url ?? "/").replace(/[?#].*$/s, "");
}
var modelObject = (id) => ({ id, object: "model", created: 0, owned_by: "regreen" });
function listModels({ response, context }) {
  json(response, 200, { object: "list", data: [modelObject(context.model)] });
}
function describeModel({ response, context, id }) {
  if (id === context.model) {
    json(response, 200, modelObject(id));
    return;
  }
  const message = `The model '${id.slice(0, 200)}' does not exist; there is '${context.model}'.`;
  refuse(response, { ...badRequest(message, "model", "model_not_found"), status: 404 });
}
async function countTokens({ request, response, context }) {
  const asked = await readRequest(request, response, context);
  if (asked !== null) json(response, 200, { object: "response.input_tokens", input_tokens: inputTokensOf(asked.parsed, asked.prior) });
}
function compact({ response }) {
  refuse(response, badRequest("this server does not compact conversations: send all of it, or previous_response_id", null, "unsupported"));
}
async function readRequest(request, response, { bounds, store }) {
  const body = await readBody(request, bounds);
  if (body.kind === "gone") return null;
  const refused = (error) => {
    refuse(response, error);
    return null;
  };
  if (body.kind === "refused") return refused(body.error);
  const parsed = parseCreate(body.value, bounds);
  if (!parsed.ok) return refused(parsed.error);
  const id = parsed.request.previousResponseId;
  const prior = id === null ? null : store.get(id)?.transcript ?? null;
  return id !== null && prior === null ? refused(notFound(id)) : { parsed: parsed.request, prior, bytes: body.bytes };
}
async function create({ request, response, context }) {
  const asked = await readRequest(request, response, context);
  if (asked === null) return;
  const { admission } = context;
  if (!admission.enter(asked.bytes)) return refuse(response, serverError("too many requests are waiting for their answers", 503));
  try {
    await answer({ ...asked.parsed, streamId: null }, asked.prior, response, context);
  } finally {
    admission.leave(asked.bytes);
  }
}
async function answer(request, prior, response, context) {
  const { mind, bounds, store } = context;
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  const finished = await respond(request, prior, {
    mind,
    bounds,
    signal: gone.signal,
    emit: (event) => request.stream ? writeEvent(response, event, bounds.unreadMs) : void 0,
    keep: (kept) => {
      if (request.store) store.put(kept);
    }
  });
  if (isWireError(finished)) refuse(response, finished);
  else if (request.stream) endEvents(response);
  else json(response, 200, finished);
}

// src/engine/mind.ts
import { access } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
function createMind({ entry, memoryMb = 1536, timeoutMs = 18e4, log = () => {
} } = {}) {
  const waiting = [];
  let thinking = null;
  let current = null;
  let count = 0;
  let closed = false;
  const settle = (id, step) => {
    if (thinking?.question.id !== id) return;
    const { answer: answer2, timer } = thinking;
    thinking = null;
    clearTimeout(timer);
    answer2(step);
    next();
  };
  const lose = (worker, reason) => {
    if (current !== worker) return;
    current = null;
    log(`engine: the worker is gone: ${reason}`);
    worker.then((w) => w.terminate()).catch(() => {
    });
    if (thinking !== null) settle(thinking.question.id, failure(reason));
  };
  const start = () => {
    const started = (async () => {
      const worker = new Worker(entry ?? await workerEntry(), {
        // Nothing of our environment and none of our loaders: the worker only computes.
        env: {},
        execArgv: [],
        resourceLimits: { maxOldGenerationSizeMb: memoryMb }
      });
      worker.on("message", (message) => settle(message.id, message.step));
      worker.on("error", (error) => lose(started, describe(error)));
      worker.on("exit", (code) => lose(started, `it ended with exit code ${code}`));
      worker.unref();
      return worker;
    })();
    started.catch((error) => lose(started, describe(error)));
    return started;
  };
  const next = () => {
    if (thinking !== null) return;
    const asked = waiting.shift();
    if (asked === void 0) return;
    if (asked.signal?.aborted) {
      asked.answer(failure("nobody waits for it any more"));
      next();
      return;
    }
    current ??= start();
    const worker = current;
    const timer = setTimeout(() => lose(worker, `it did not answer within ${Math.round(timeoutMs / 1e3)} s`), timeoutMs);
    thinking = { ...asked, timer };
    worker.then((w) => w.postMessage(asked.question)).catch((error) => settle(asked.question.id, failure(describe(error))));
  };
  return {
    warm: () => {
      if (!closed) current ??= start();
    },
    think: (prompt, signal) => new Promise((answer2) => {
      if (closed) return answer2(failure("it was closed"));
      waiting.push({ question: { id: count++, prompt }, answer: answer2, signal });
      next();
    }),
    close: async () => {
      closed = true;
      const worker = current;
      current = null;
      for (const { answer: answer2 } of waiting.splice(0)) answer2(failure("it was closed"));
      if (thinking !== null) settle(thinking.question.id, failure("it was closed"));
      await worker?.then((w) => w.terminate()).catch(() => {
      });
    }
  };
}
function failure(reason) {
  return { kind: "text", text: `The engine's analysis ended without a result: ${reason}. Nothing was changed by it.` };
}
function describe(error) {
  if (!(error instanceof Error)) return String(error);
  return "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "it ran out of memory" : error.message;
}
async function workerEntry() {
  const here = import.meta.url;
  const names = here.endsWith(".ts") ? ["./worker.ts"] : ["../engine/index.js", "./engine/index.js"];
  for (const name of names) {
    const url = new URL(name, here);
    const found = await access(fileURLToPath(url)).then(
      () => true,
      () => false
    );
    if (found) return url;
  }
  throw new Error(`the worker's code is missing (${names.join(", ")} beside ${here})`);
}

// src/engine/slots.ts
var Slots = class {
  #waiting = [];
  #free;
  constructor(count) {
    this.#free = count;
  }
  async use(work) {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise((resolve) => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === void 0) this.#free += 1;
      else next();
    }
  }
};

// src/engine/lanes.ts
var TOO_MANY = {
  status: 429,
  type: "rate_limit_error",
  code: "rate_limit_exceeded",
  message: "too many requests are waiting for their answers",
  param: null
};
var Lanes = class {
  #lanes = /* @__PURE__ */ new Map();
  #context;
  #emit;
  #slots;
  #gone = new AbortController();
  #waiting = 0;
  #retired = null;
  #onIdle = () => {
  };
  constructor(context, emit) {
    this.#context = context;
    this.#emit = emit;
    this.#slots = new Slots(context.bounds.inFlight);
  }
  /** Takes one decoded frame of so many bytes. Whatever it holds, the connection goes on. */
  receive(frame, bytes) {
    const type = fieldOf(frame, "type");
    if (type === "response.cancel") return;
    if (type !== "response.create") {
      const shown2 = JSON.stringify(type)?.slice(0, 100);
      this.#emit(errorEvent(badRequest(`unknown event type ${shown2}; send response.create`, "type", "invalid_event_type")));
      return;
    }
    const parsed = parseCreate(frame, this.#context.bounds);
    if (!parsed.ok && parsed.error.code === "invalid_stream_id") this.#emit(errorEvent(parsed.error));
    else this.#enqueue(parsed, frame, bytes);
  }
  /** Answers what is under way; whatever comes later gets `error`. Resolves when nothing is left. */
  retire(error) {
    this.#retired = error;
    return new Promise((resolve) => {
      this.#onIdle = resolve;
      if (this.#waiting === 0) resolve();
    });
  }
  /** The connection is closed: nothing is answered any more, and what it remembered is forgotten. */
  close() {
    this.#gone.abort();
    for (const lane of this.#lanes.values()) this.#forget(lane);
    this.#lanes.clear();
  }
  #enqueue(parsed, frame, bytes) {
    const streamId = parsed.ok ? parsed.request.streamId : fieldOf(frame, "stream_id");
    const refuse2 = (error) => void this.#emit(errorEvent(error, streamId));
    if (this.#retired !== null) {
      refuse2(this.#retired);
      return;
    }
    const lane = this.#lanes.get(streamId) ?? (parsed.ok ? this.#openLane(streamId) : null);
    if (lane === null) {
      const limit = badRequest(`at most ${this.#context.bounds.lanes} streams`, "stream_id", "websocket_stream_limit_reached");
      refuse2(parsed.ok ? limit : parsed.error);
      return;
    }
    const { admission, bounds } = this.#context;
    if (this.#waiting >= bounds.waiting || !admission.enter(bytes)) {
      refuse2(TOO_MANY);
      return;
    }
    this.#waiting += 1;
    lane.tail = lane.tail.then(async () => {
      if (!this.#gone.signal.aborted) await this.#take(parsed, frame, lane, streamId);
      admission.leave(bytes);
      this.#waiting -= 1;
      if (this.#waiting === 0) this.#onIdle();
    });
  }
  /** One request, when its lane has come to it. Never rejects. */
  async #take(parsed, frame, lane, streamId) {
    const error = parsed.ok ? await this.#slots.use(() => this.#answer(parsed.request, lane)).catch(this.#defect) : parsed.error;
    if (error === null) return;
    const named = fieldOf(frame, "previous_response_id");
    if (named !== null && lane.latest === named) this.#forget(lane);
    await this.#emit(errorEvent(error, streamId));
  }
  #defect = (error) => {
    this.#context.log(`engine: a request could not be answered: ${String(error)}`);
    return serverError("the engine met a defect of its own");
  };
  async #answer(request, lane) {
    const { mind, bounds, store } = this.#context;
    const id = request.previousResponseId;
    const prior = id === null ? null : this.#resolve(id);
    if (id !== null && prior === null) return notFound(id);
    const keep = (kept) => {
      this.#remember(lane, kept);
      if (request.store) store.put(kept);
    };
    const answer2 = await respond(request, prior, { mind, bounds, keep, emit: this.#emit, signal: this.#gone.signal });
    return isWireError(answer2) ? answer2 : null;
  }
  #resolve(id) {
    const { memory, store } = this.#context;
    const own = [...this.#lanes.values()].some((lane) => lane.latest === id) ? memory.get(id) : null;
    return (own ?? store.get(id))?.transcript ?? null;
  }
  #remember(lane, kept) {
    this.#forget(lane);
    if (this.#gone.signal.aborted) return;
    this.#context.memory.put(kept);
    lane.latest = kept.transcript.id;
  }
  #forget(lane) {
    if (lane.latest !== null) this.#context.memory.delete(lane.latest);
    lane.latest = null;
  }
  #openLane(streamId) {
    const named = this.#lanes.size - (this.#lanes.has(null) ? 1 : 0);
    if (streamId !== null && named >= this.#context.bounds.lanes) return null;
    const lane = { latest: null, tail: Promise.resolve() };
    this.#lanes.set(streamId, lane);
    return lane;
  }
};
function fieldOf(frame, name) {
  if (typeof frame !== "object" || frame === null) return null;
  const value = Object.getOwnPropertyDescriptor(frame, name)?.value;
  return typeof value === "string" ? value : null;
}

// src/engine/socket.ts
var CLOSE_GRACE_MS = 2e3;
var LIMIT_REACHED = badRequest("this connection has reached its age limit; open a new one", null, "websocket_connection_limit_reached");
var BINARY = { ok: false, error: badRequest("frames must be text") };
var CLOSING2 = serverError("the engine is closing", 503);
function serveSocket(socket, context, compress) {
  const { bounds, log } = context;
  const emit = (event) => {
    if (socket.readyState !== socket.OPEN) return void 0;
    const text = JSON.stringify(event);
    if (socket.bufferedAmount < bounds.unreadBytes) {
      socket.send(text, { compress });
      return void 0;
    }
    socket.pause();
    return new Promise(
      (resolve) => socket.send(text, { compress }, () => {
        socket.resume();
        resolve();
      })
    );
  };
  const lanes = new Lanes(context, emit);
  const retire = async (error, announce) => {
    await lanes.retire(error);
    if (announce) await emit(errorEvent(error));
    closeSocket(socket, 1001, error.message);
  };
  const stopPinging = keepAlive(socket, bounds.pingMs);
  const age = setTimeout(() => void retire(LIMIT_REACHED, true), bounds.connectionMs);
  age.unref();
  socket.on("message", (data, isBinary) => {
    const bytes = bytesOf(data);
    const read = isBinary ? BINARY : decodeJson(bytes, bounds);
    if (read.ok) lanes.receive(read.value, bytes.length);
    else void emit(errorEvent(read.error));
  });
  socket.on("error", (error) => log(`engine: socket: ${error.message}`));
  socket.on("close", () => {
    stopPinging();
    clearTimeout(age);
    lanes.close();
  });
  return { drain: () => retire(CLOSING2, false), close: () => closeSocket(socket, 1001, CLOSING2.message) };
}
function keepAlive(socket, pingMs) {
  let alive = true;
  let unsent = 0;
  socket.on("pong", () => {
    alive = true;
  });
  const timer = setInterval(() => {
    if (!alive && socket.bufferedAmount >= unsent) {
      closeSocket(socket, 1011, "keepalive ping timeout");
      return;
    }
    alive = false;
    socket.ping();
    unsent = socket.bufferedAmount;
  }, pingMs);
  timer.unref();
  return () => clearInterval(timer);
}
function closeSocket(socket, code, reason) {
  socket.close(code, reason);
  const timer = setTimeout(() => socket.terminate(), CLOSE_GRACE_MS);
  timer.unref();
  socket.on("close", () => clearTimeout(timer));
}
function bytesOf(data) {
  if (Array.isArray(data)) return Buffer.concat(data);
  return Buffer.isBuffer(data) ? data : Buffer.from(data);
}

// src/engine/store.ts
var ResponseStore = class {
  #kept = /* @__PURE__ */ new Map();
  #maxEntries;
  #maxChars;
  #chars = 0;
  /** `maxChars` bounds the conversations as JSON, in UTF-16 units. */
  constructor(limits = { maxEntries: 256, maxChars: 64 * 1024 * 1024 }) {
    this.#maxEntries = limits.maxEntries;
    this.#maxChars = limits.maxChars;
  }
  get(id) {
    const found = this.#kept.get(id);
    if (found === void 0) return null;
    this.#kept.delete(id);
    this.#kept.set(id, found);
    return found;
  }
  put(kept) {
    const { id, chars } = kept.transcript;
    this.delete(id);
    if (chars > this.#maxChars) return;
    this.#kept.set(id, kept);
    this.#chars += chars;
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#maxEntries && this.#chars <= this.#maxChars) break;
      this.delete(oldest);
    }
  }
  /** False when there was none. */
  delete(id) {
    const found = this.#kept.get(id);
    if (found === void 0) return false;
    this.#kept.delete(id);
    this.#chars -= found.transcript.chars;
    return true;
  }
};

// src/engine/upgrade.ts
var import_node_http = __toESM(require_http(), 1);
var Upgrades = class {
  #sockets;
  #log;
  constructor(bounds, log) {
    this.#log = log;
    this.#sockets = new import_websocket_server.default({
      noServer: true,
      maxPayload: bounds.messageBytes,
      // Used when the client offers it. Only our window is dropped between messages: it would cost memory for every connection.
      perMessageDeflate: { threshold: 8 * 1024, serverNoContextTakeover: true }
    });
    this.#sockets.on("wsClientError", (error, stream) => this.refuse(stream, badRequest(error.message, null, "invalid_upgrade")));
  }
  get count() {
    return this.#sockets.clients.size;
  }
  accept(request, stream, head, serve) {
    this.#sockets.handleUpgrade(request, stream, head, serve);
  }
  refuse(stream, error) {
    stream.on("error", (cause) => this.#log(`engine: upgrade: ${cause.message}`));
    const body = JSON.stringify({ error: errorBody(error) });
    const head = [
      `HTTP/1.1 ${error.status} ${import_node_http.STATUS_CODES[error.status] ?? ""}`,
      "content-type: application/json; charset=utf-8",
      `content-length: ${Buffer.byteLength(body)}`,
      ...error.status === 503 ? ["retry-after: 1"] : [],
      "connection: close"
    ];
    stream.once("finish", () => stream.destroy());
    stream.end(`${head.join("\r\n")}\r
\r
${body}`);
  }
};

// src/engine/server.ts
var engineModel = "regreen-engine";
function startEngine(options = {}) {
  const mind = createMind(options.log === void 0 ? {} : { log: options.log });
  mind.warm();
  return startServer({ ...options, mind });
}
async function startServer(options) {
  const { host = "127.0.0.1", port = 0 } = options;
  const served = new Endpoint(options);
  served.http.listen(port, host);
  await once(served.http, "listening");
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${portOf(served.http)}/v1`,
    close: (graceMs = 0) => served.close(graceMs)
  };
}
var Endpoint = class {
  http;
  #context;
  #apiKey;
  #upgrades;
  #sockets = /* @__PURE__ */ new Set();
  #answering = /* @__PURE__ */ new Set();
  #closing = false;
  constructor({ mind, apiKey = null, bounds: given, log = () => {
  } }) {
    const bounds = { ...BOUNDS, ...given };
    const store = new ResponseStore();
    const memory = new ResponseStore({ maxEntries: 4096, maxChars: 4 * bounds.conversationChars });
    this.#context = { mind, bounds, store, memory, log, admission: new Admission(bounds), model: engineModel };
    this.#apiKey = apiKey;
    this.#upgrades = new Upgrades(bounds, log);
    this.http = (0, import_node_http2.createServer)({ headersTimeout: 2e4, requestTimeout: 12e4, keepAliveTimeout: 3e4 });
    this.http.maxConnections = bounds.connections + bounds.requests;
    this.http.on("request", (request, response) => this.#answer(request, response));
    this.http.on("checkContinue", (request, response) => this.#answerExpectant(request, response));
    this.http.on("upgrade", (request, stream, head) => this.#upgrade(request, stream, head));
  }
  async close(graceMs) {
    this.#closing = true;
    const closed = new Promise((resolve) => this.http.close(() => resolve()));
    if (graceMs > 0) {
      const drained = Promise.allSettled([...this.#answering, ...[...this.#sockets].map((socket) => socket.drain())]);
      await Promise.race([drained, sleep(graceMs, void 0, { ref: false })]);
    }
    for (const socket of this.#sockets) socket.close();
    await this.#context.mind.close();
    this.http.closeAllConnections();
    await closed;
  }
  #answer(request, response) {
    const { log } = this.#context;
    response.on("error", (error2) => log(`engine: http: ${error2.message}`));
    const error = this.#refusal(request);
    if (error !== null) {
      refuse(response, error);
      return;
    }
    const answered = handleHttp(request, response, this.#context).catch((defect) => {
      log(`engine: http: ${String(defect)}`);
      if (response.headersSent) response.destroy();
      else refuse(response, serverError("the engine met a defect of its own"));
    });
    this.#answering.add(answered);
    void answered.finally(() => this.#answering.delete(answered));
  }
  /** `Expect: 100-continue`: a body that would be refused is not sent at all. */
  #answerExpectant(request, response) {
    const error = this.#refusal(request) ?? bodyError(request, this.#context.bounds.messageBytes);
    if (error !== null) {
      response.setHeader("connection", "close");
      refuse(response, error);
      return;
    }
    response.writeContinue();
    this.#answer(request, response);
  }
  #upgrade(request, stream, head) {
    const { log, bounds } = this.#context;
    const full = this.#upgrades.count >= bounds.connections ? serverError(`at most ${bounds.connections} connections`, 503) : null;
    const elsewhere = pathOf(request) === RESPONSES_PATH ? null : NOT_FOUND;
    const error = this.#refusal(request) ?? elsewhere ?? full;
    if (error !== null) {
      this.#upgrades.refuse(stream, error);
      return;
    }
    stream.on("error", (cause) => log(`engine: upgrade: ${cause.message}`));
    this.#upgrades.accept(request, stream, head, (socket) => {
      const served = serveSocket(socket, this.#context, !/^(::1$|(::ffff:)?127\.)/.test(request.socket.remoteAddress ?? ""));
      this.#sockets.add(served);
      socket.on("close", () => this.#sockets.delete(served));
    });
  }
  #refusal(request) {
    return accessError(request, this.#apiKey) ?? (this.#closing ? serverError("the engine is closing", 503) : null);
  }
};
var NOT_FOUND = { ...badRequest(`upgrade at ${RESPONSES_PATH}`, null, "unknown_url"), status: 404 };
function portOf(server) {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

export {
  engineModel,
  startEngine,
  startServer
};
//# sourceMappingURL=chunk-C3QYNKUY.js.map
