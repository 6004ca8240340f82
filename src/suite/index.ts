export { compareRuns, splitFlaky } from './compare.ts';
export { type Detection, type DetectOptions, detectSuite } from './detect.ts';
export { checkTestIntegrity } from './integrity.ts';
export { rankSuspects } from './rank.ts';
export { type ReproduceOptions, type Reproduction, reproduce } from './reproduce.ts';
export { openSuite } from './suite.ts';
export { isTestFile } from './test-files.ts';
export type * from './types.ts';
export { type Verification, type VerifyOptions, verify } from './verify.ts';
