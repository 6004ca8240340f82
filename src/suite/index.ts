export { compareRuns, splitFlaky } from './compare.ts';
export { detectSuite } from './detect.ts';
export { checkTestIntegrity } from './integrity.ts';
export { rankSuspects } from './rank.ts';
export { type Reproduction, reproduce } from './reproduce.ts';
export { openSuite } from './suite.ts';
export { turnedGreen } from './turned-green.ts';
export type * from './types.ts';
export { type Verification, verify } from './verify.ts';
