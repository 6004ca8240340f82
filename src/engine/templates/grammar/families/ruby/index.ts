// What is often mistaken in Ruby.
import type { Family } from '../../scene.ts';
import { rubyClassFamilies } from './classes.ts';
import { rubyCollectionFamilies } from './collections.ts';
import { rubyConditionFamilies } from './conditions.ts';
import { rubyCopyFamilies } from './copies.ts';
import { rubyFlowFamilies } from './flow.ts';
import { rubyMessageFamilies } from './messages.ts';
import { rubyNumberFamilies } from './numbers.ts';
import { rubyObjectFamilies } from './objects.ts';
import { rubyPatternFamilies } from './patterns.ts';
import { rubyResultFamilies } from './results.ts';
import { rubyTextFamilies } from './texts.ts';

export const rubyFamilies: readonly Family[] = [
  ...rubyMessageFamilies,
  ...rubyCopyFamilies,
  ...rubyConditionFamilies,
  ...rubyFlowFamilies,
  ...rubyClassFamilies,
  ...rubyObjectFamilies,
  ...rubyResultFamilies,
  ...rubyTextFamilies,
  ...rubyPatternFamilies,
  ...rubyCollectionFamilies,
  ...rubyNumberFamilies,
];
