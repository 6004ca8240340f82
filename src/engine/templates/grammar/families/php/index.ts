// Classic mistakes of PHP, by subject.
import type { Family } from '../../scene.ts';
import { phpArrayFamilies } from './arrays.ts';
import { phpBoundFamilies } from './bounds.ts';
import { phpClassFamilies } from './classes.ts';
import { phpCopyFamilies } from './copies.ts';
import { phpFlowFamilies } from './flow.ts';
import { phpLoopFamilies } from './loops.ts';
import { phpStateFamilies } from './state.ts';
import { phpTextFamilies } from './texts.ts';
import { phpValueFamilies } from './values.ts';
import { phpWordFamilies } from './words.ts';

export const phpFamilies: readonly Family[] = [
  ...phpValueFamilies,
  ...phpCopyFamilies,
  ...phpLoopFamilies,
  ...phpArrayFamilies,
  ...phpClassFamilies,
  ...phpStateFamilies,
  ...phpBoundFamilies,
  ...phpTextFamilies,
  ...phpFlowFamilies,
  ...phpWordFamilies,
];
