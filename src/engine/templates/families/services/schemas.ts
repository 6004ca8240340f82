// What schemas take: those of zod and its like.
import type { Proposal } from '../../family.ts';
import { type Family, insert, replace, type Scene } from '../../scene.ts';
import { isCall } from '../../shape.ts';
import { type Site, walk } from '../../tree.ts';

/** Checks that a schema may lack, or have too many: those of zod, yup, valibot's pipes and their like. */
const CHECKS: readonly (readonly [string, number])[] = [
  ['.optional()', 1.5],
  ['.nullable()', 1],
  ['.trim()', 1],
  ['.min(1)', 1],
  ['.int()', 0.7],
  ['.nonnegative()', 0.5],
  ['.positive()', 0.5],
  ['.email()', 0.4],
  ['.strict()', 0.5],
  ['.passthrough()', 0.5],
  ['.default(0)', 0.3],
  [".default('')", 0.3],
  ['.default([])', 0.3],
  ['.default(false)', 0.3],
  ['.required()', 0.5],
];
const SCHEMA = /^(?:z|zod|yup|Yup|joi|Joi|v)\.(?:coerce\.)?(\w+)\(/;

/** What a schema takes: `z.number()` -> `z.coerce.number()`, and one more check at the end. */
function* schema(site: Site, scene: Scene): Generator<Proposal> {
  if (!isCall(site) || site.key === 'object') return;
  const text = scene.text(site).replace(/\s+/g, '');
  const [, kind] = SCHEMA.exec(text) ?? [];
  if (kind === undefined) return;
  const root = [...walk(site)].find(({ node, key }) => node.type === 'Identifier' && key === 'object');
  if (root !== undefined && /^(?:number|boolean|date|bigint|string)$/.test(kind) && !text.includes('.coerce.'))
    yield insert(root.end, '.coerce', `takes what becomes a ${kind}`, 2);
  // Whatever is not empty is true.
  if (kind === 'boolean')
    for (const [text, odds] of [
      ["z.enum(['true', 'false']).transform((value) => value === 'true')", 2],
      ["z.preprocess((value) => value === 'true' || value === '1' || value === true, z.boolean())", 1.5],
      ["z.string().transform((value) => value === 'true')", 1],
    ] as const)
      yield replace(site, text, 'true where it says so', /coerce/.test(scene.text(site)) ? odds : odds * 0.2);
  for (const [check, odds] of CHECKS)
    if (!text.includes(check.slice(0, check.indexOf('(') + 1))) yield insert(site.end, check, check.slice(1), odds);
}

export const schemaFamilies: readonly Family[] = [{ name: 'schema', share: 0.15, propose: schema }];
