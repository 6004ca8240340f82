import type { Family } from '../../scene.ts';
import { arrivingFamilies } from './arriving.ts';
import { askedElsewhereFamilies } from './asked-elsewhere.ts';
import { checkFamilies } from './checks.ts';
import { errorFamilies } from './errors.ts';
import { registeredFamilies } from './registered.ts';
import { schemaFamilies } from './schemas.ts';

/** Handlers of requests and what they call. */
export const serviceFamilies: readonly Family[] = [
  ...errorFamilies,
  ...checkFamilies,
  ...registeredFamilies,
  ...askedElsewhereFamilies,
  ...arrivingFamilies,
  ...schemaFamilies,
];
