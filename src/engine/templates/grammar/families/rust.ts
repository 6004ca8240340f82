// Mistakes that are made in Rust before all.
import type { Family } from '../scene.ts';
import { rustBranchFamilies } from './rust-branches.ts';
import { rustChainFamilies } from './rust-chains.ts';
import { rustCheckFamilies } from './rust-checks.ts';
import { rustCompilerFamilies } from './rust-compiler.ts';
import { rustCopyFamilies } from './rust-copies.ts';
import { rustFailureFamilies } from './rust-failures.ts';
import { rustLimitFamilies } from './rust-limits.ts';
import { rustLoopFamilies } from './rust-loops.ts';
import { rustMapFamilies } from './rust-maps.ts';
import { rustMemberFamilies } from './rust-members.ts';
import { rustNumberFamilies } from './rust-numbers.ts';
import { rustOrderFamilies } from './rust-orders.ts';
import { rustRefusalFamilies } from './rust-refusals.ts';
import { rustRoundFamilies } from './rust-rounds.ts';
import { rustTextFamilies } from './rust-texts.ts';

export const rustFamilies: readonly Family[] = [
  ...rustCompilerFamilies,
  ...rustRefusalFamilies,
  ...rustFailureFamilies,
  ...rustNumberFamilies,
  ...rustLimitFamilies,
  ...rustTextFamilies,
  ...rustMapFamilies,
  ...rustOrderFamilies,
  ...rustChainFamilies,
  ...rustCopyFamilies,
  ...rustMemberFamilies,
  ...rustCheckFamilies,
  ...rustLoopFamilies,
  ...rustRoundFamilies,
  ...rustBranchFamilies,
];
