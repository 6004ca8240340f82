// Mistakes that are made in Rust before all.
import type { Family } from '../../scene.ts';
import { rustBranchFamilies } from './branches.ts';
import { rustChainFamilies } from './chains.ts';
import { rustCheckFamilies } from './checks.ts';
import { rustCompilerFamilies } from './compiler.ts';
import { rustCopyFamilies } from './copies.ts';
import { rustFailureFamilies } from './failures.ts';
import { rustLimitFamilies } from './limits.ts';
import { rustLoopFamilies } from './loops.ts';
import { rustMapFamilies } from './maps.ts';
import { rustMemberFamilies } from './members.ts';
import { rustNumberFamilies } from './numbers.ts';
import { rustOrderFamilies } from './orders.ts';
import { rustRefusalFamilies } from './refusals.ts';
import { rustRoundFamilies } from './rounds.ts';
import { rustTextFamilies } from './texts.ts';

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
