// What developers of Go get wrong, by subject.
import type { Family } from '../../scene.ts';
import { goMessageFamilies } from './messages.ts';
import { goStatementFamilies } from './statements.ts';
import { goValueFamilies } from './values.ts';

export const goFamilies: readonly Family[] = [...goMessageFamilies, ...goValueFamilies, ...goStatementFamilies];
