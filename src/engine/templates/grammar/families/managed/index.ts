// Classic mistakes in Java, most of which C# knows too; the words of each language are those of `../managed.ts`.
import type { Family } from '../../scene.ts';
import { managedAbsentFamilies } from './absent.ts';
import { managedBoundFamilies } from './bounds.ts';
import { managedCollectionFamilies } from './collections.ts';
import { managedCompilerFamilies } from './compiler.ts';
import { managedEqualityFamilies } from './equality.ts';
import { managedFlowFamilies } from './flow.ts';
import { managedMemberFamilies } from './members.ts';
import { managedOrderFamilies } from './orders.ts';
import { managedResultFamilies } from './results.ts';
import { managedTextFamilies } from './texts.ts';
import { managedValueFamilies } from './values.ts';
import { managedWayOutFamilies } from './ways-out.ts';

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
