import type { Family } from '../../scene.ts';
import { hookFamilies } from './hooks.ts';
import { renderingFamilies } from './rendering.ts';

/** Components of React and Preact: their hooks, and what they render. */
export const reactFamilies: readonly Family[] = [...hookFamilies, ...renderingFamilies];
