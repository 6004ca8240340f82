// What harder.json says: how regressions that are harder than a single lost fix are made of the rows of the data set.
import * as z from 'zod';

/**
 * Which hunks of a release's change are brought in: those counted by `sourceHunksBetween`, from 0, but for `without`. Others would break
 * tests of the row by intent, touch the lost lines, or need what was not installed then. `of` tells whether they are still cut the same.
 */
const partSchema = z.object({ of: z.number(), without: z.array(z.number()) });
export type Part = z.infer<typeof partSchema>;

const recipeSchema = z.discriminatedUnion('kind', [
  /**
   * The fixes of both rows are lost on the way to the next release, or to `release`. Of the other fix, `hunks` alone where the rest has been
   * written over since.
   */
  z.object({
    kind: z.literal('two'),
    id: z.string(),
    other: z.string(),
    hunks: z.array(z.number()).optional(),
    release: z.string().optional(),
    part: partSchema.optional(),
  }),
  /** The fix, or those hunks of it, is lost on the way to a much later release. */
  z.object({
    kind: z.literal('noise'),
    id: z.string(),
    release: z.string(),
    hunks: z.array(z.number()).optional(),
    part: partSchema.optional(),
  }),
]);
export type Recipe = z.infer<typeof recipeSchema>;
export const recipesSchema = z.object({ seed: z.number(), recipes: z.array(recipeSchema) });

export function recipeId(recipe: Recipe): string {
  if (recipe.kind === 'two') return `${recipe.id}+${recipe.other}`;
  return `${recipe.id}${recipe.hunks === undefined ? '' : `_${recipe.hunks.join('_')}`}..${recipe.release}`;
}
