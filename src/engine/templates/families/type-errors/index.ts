// What the repository's own TypeScript compiler complains of: at the place that it names, by what it says there.
import type { Proposal } from '../../family.ts';
import type { Family, Scene } from '../../scene.ts';
import type { Site } from '../../tree.ts';
import { asMeant, imported, inTypes, otherwiseCalled } from './names.ts';
import { complaintsAt } from './places.ts';
import { completed, converted, declaredWhole, givenAsWanted, maybeMissing } from './values.ts';

function* mended(site: Site, scene: Scene): Generator<Proposal> {
  if (scene.clues.typeComplaints.length === 0) return;
  if (site.node.type === 'Program') yield* inTypes(scene);
  for (const complaint of complaintsAt(scene).get(site) ?? []) {
    yield* asMeant(site, complaint, scene);
    yield* otherwiseCalled(site, complaint, scene);
    yield* imported(complaint, scene);
    yield* maybeMissing(site, complaint, scene);
    yield* converted(site, complaint, scene);
    yield* givenAsWanted(site, complaint, scene);
    yield* completed(site, complaint, scene);
    yield* declaredWhole(site, complaint, scene);
  }
}

export const typeErrorFamilies: readonly Family[] = [{ name: 'type error', share: 0.6, anywhere: true, propose: mended }];
