export { openConversation, openConversations } from './conversation.ts';
export { parseEndpoint } from './endpoint.ts';
export { ResponsesError } from './error.ts';
export { jsonOf } from './ledger.ts';
export type { Timeouts } from './policy.ts';
export { type Probe, probeEndpoint } from './probe.ts';
export type * from './types.ts';
