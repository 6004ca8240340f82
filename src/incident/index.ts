export { type ActionIncidentInputs, readActionIncident } from './action.ts';
export { changeSinceGreen } from './change.ts';
export { ensureCheckout } from './checkout.ts';
export { type Distillate, distillate, type Gathered, isZip, nothingGathered, readArchive, readStream } from './distill/index.ts';
export type { Origin } from './fetch-green.ts';
export { findLastGreen, type LastGreen, type Verdict } from './last-green.ts';
export { readLocalIncident, repoOfRemote } from './local.ts';
export type * from './types.ts';
