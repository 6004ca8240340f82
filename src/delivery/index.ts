export { writePatchBundle } from './bundle.ts';
export { deliver } from './deliver.ts';
export { fingerprintOf } from './fingerprint.ts';
export { type GitHub, type NewPullRequest, openGitHub, type PullRequest } from './github.ts';
export type { DeliveryRequest } from './target.ts';
export type * from './types.ts';
