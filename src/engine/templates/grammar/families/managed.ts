// Classic mistakes in Java, most of which C# knows too; the words of each language are those of `../managed.ts`.
import type { Family } from '../scene.ts';
import { managedAbsentFamilies } from './managed-absent.ts';
import { managedBoundFamilies } from './managed-bounds.ts';
import { managedCollectionFamilies } from './managed-collections.ts';
import { managedCompilerFamilies } from './managed-compiler.ts';
import { managedEqualityFamilies } from './managed-equality.ts';
import { managedFlowFamilies } from './managed-flow.ts';
import { managedMemberFamilies } from './managed-members.ts';
import { managedOrderFamilies } from './managed-orders.ts';
import { managedResultFamilies } from './managed-results.ts';
import { managedTextFamilies } from './managed-texts.ts';
import { managedValueFamilies } from './managed-values.ts';
import { managedWayOutFamilies } from './managed-ways-out.ts';

const all: readonly Family[] = [
  ...managedEqualityFamilies,
  ...managedBoundFamilies,
  ...managedAbsentFamilies,
  ...managedWayOutFamilies,
  ...managedOrderFamilies,
  ...managedCompilerFamilies,
  ...managedValueFamilies,
  ...managedResultFamilies,
  ...managedCollectionFamilies,
  ...managedFlowFamilies,
  ...managedTextFamilies,
  ...managedMemberFamilies,
];

/** Each asked in its own languages alone. */
export const managedFamilies: readonly Family[] = all.map((family) => ({
  ...family,
  *propose(branch, scene) {
    if (/^(?:java|c-sharp)$/.test(scene.language.name)) yield* family.propose(branch, scene);
  },
}));
