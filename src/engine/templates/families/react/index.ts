import type { Family } from '../../scene.ts';
import { effectFamilies } from './effects.ts';
import { elementFamilies } from './elements.ts';
import { eventFamilies } from './events.ts';
import { forgottenFamilies } from './forgotten.ts';
import { hookFamilies } from './hooks.ts';

/** Components of React and Preact: their hooks, what they render, and what they do when something happens. */
export const reactFamilies: readonly Family[] = [
  ...hookFamilies,
  ...effectFamilies,
  ...eventFamilies,
  ...elementFamilies,
  ...forgottenFamilies,
];
