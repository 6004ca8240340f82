// Classic mistakes of PHP, by subject.
import type { Family } from '../scene.ts';
import { phpArrayFamilies } from './php-arrays.ts';
import { phpBoundFamilies } from './php-bounds.ts';
import { phpClassFamilies } from './php-classes.ts';
import { phpCopyFamilies } from './php-copies.ts';
import { phpFlowFamilies } from './php-flow.ts';
import { phpLoopFamilies } from './php-loops.ts';
import { phpStateFamilies } from './php-state.ts';
import { phpTextFamilies } from './php-texts.ts';
import { phpValueFamilies } from './php-values.ts';
import { phpWordFamilies } from './php-words.ts';

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
