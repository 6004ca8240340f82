import type { ConversationFields } from './types.ts';

/** Longest key the providers take. */
const MAX_CACHE_KEY_CHARS = 64;

/**
 * The unchanging part of every request as JSON members, made once so that each turn carries the same bytes. `sealed` asks for
 * encrypted reasoning: nothing is stored at the provider, and a full resend needs it.
 */
export function requestMembers(fields: ConversationFields, sealed: boolean): string {
  const body = {
    model: fields.model,
    instructions: fields.instructions,
    tools: fields.tools,
    store: false,
    ...(sealed ? { include: ['reasoning.encrypted_content'] } : {}),
    ...(fields.reasoningEffort === undefined ? {} : { reasoning: { effort: fields.reasoningEffort } }),
    ...(fields.serviceTier === undefined ? {} : { service_tier: fields.serviceTier }),
    ...(fields.maxOutputTokens === undefined ? {} : { max_output_tokens: fields.maxOutputTokens }),
    ...(fields.promptCacheKey === undefined ? {} : { prompt_cache_key: fields.promptCacheKey.slice(0, MAX_CACHE_KEY_CHARS) }),
  };
  return JSON.stringify(body).slice(1, -1);
}

/** A `response.create` frame; `input` is a JSON array. */
export function createFrame(
  members: string,
  input: string,
  how: { readonly previousResponseId: string | null; readonly generate: boolean },
): string {
  const previous = how.previousResponseId === null ? '' : `,"previous_response_id":${JSON.stringify(how.previousResponseId)}`;
  return `{"type":"response.create",${members}${how.generate ? '' : ',"generate":false'}${previous},"input":${input}}`;
}

export function httpBody(members: string, input: string): string {
  return `{${members},"stream":true,"input":${input}}`;
}
