// What is often mistaken in Ruby.
import type { Family } from '../scene.ts';
import { rubyClassFamilies } from './ruby-classes.ts';
import { rubyCollectionFamilies } from './ruby-collections.ts';
import { rubyConditionFamilies } from './ruby-conditions.ts';
import { rubyCopyFamilies } from './ruby-copies.ts';
import { rubyFlowFamilies } from './ruby-flow.ts';
import { rubyMessageFamilies } from './ruby-messages.ts';
import { rubyNumberFamilies } from './ruby-numbers.ts';
import { rubyObjectFamilies } from './ruby-objects.ts';
import { rubyPatternFamilies } from './ruby-patterns.ts';
import { rubyResultFamilies } from './ruby-results.ts';
import { rubyTextFamilies } from './ruby-texts.ts';

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
