// Attributes that an element lacks.
import { escapeRegex } from '../../../escape.ts';
import type { Proposal } from '../../family.ts';
import { type Family, insert, type Scene } from '../../scene.ts';
import { functionOf } from '../../shape.ts';
import { child, childList, type Site, walk } from '../../tree.ts';
import { attributeOf, attributesOf, HANDLER, IDENTIFIES, likeElements } from './jsx.ts';

/** Attributes that a name is fit for by itself. */
const BY_NAME =
  /^(?:id|name|value|checked|disabled|type|href|src|alt|title|className|placeholder|role|required|selected|label|children|style|ref|key|min|max|step|rows|open|hidden|tabIndex|on[A-Z]\w*)$/;
const DESCRIBES: readonly (readonly [RegExp, string])[] = [
  [/^(?:hint|description|help|error)\w*Id$/i, 'aria-describedby'],
  [/^label\w*Id$|^\w*LabelId$/, 'aria-labelledby'],
  [/^(?:is)?(?:invalid|hasError)$|^error$/i, 'aria-invalid'],
  [/^(?:is)?(?:open|expanded)$/i, 'aria-expanded'],
  [/^(?:is)?(?:busy|loading|pending|saving|submitting)$/i, 'disabled'],
  [/^(?:is)?(?:selected|active)$/i, 'aria-selected'],
  [/^(?:handle|on)Submit$/, 'onSubmit'],
  [/^(?:handle|on)Change$/, 'onChange'],
  [/^(?:handle|on)Click$/, 'onClick'],
];

/** What a component is given, or makes, and no element gets: `id={id}`. */
function* forgotten(site: Site, scene: Scene): Generator<Proposal> {
  const name = site.node.type === 'JSXOpeningElement' ? child(site, 'name') : null;
  if (name === null) return;
  const own = attributesOf(site, scene);
  const fields = new Set(likeElements(site, scene).flatMap((element) => [...attributesOf(element, scene).keys()]));
  const isOwn = /^[A-Z]/.test(scene.text(name));
  const uses = scene.words.uses;
  const made: Proposal[] = [];
  for (const binding of scene.visible(site).slice(0, 30)) {
    if (/^(?:import|class)$/.test(binding.kind) || functionOf(binding.id) === null) continue;
    const unread = [...walk(binding.scope)].filter(({ node }) => node.type === 'Identifier' && node.name === binding.name).length <= 2;
    const names = new Set<string>();
    if (BY_NAME.test(binding.name) || fields.has(binding.name)) names.add(binding.name);
    else if (isOwn && unread) names.add(binding.name);
    for (const [pattern, attribute] of DESCRIBES) if (pattern.test(binding.name)) names.add(attribute);
    for (const attribute of names) {
      if (own.has(attribute) || (uses.get(binding.name)?.has('called') === true && !HANDLER.test(attribute))) continue;
      const odds = attribute === 'id' && isReferredTo(binding.name, scene) ? 4 : unread ? 2 : 0.5;
      made.push(insert(name.end, ` ${attribute}={${binding.name}}`, `${attribute} is ${binding.name}`, odds));
    }
  }
  if (scene.text(name) === 'button' && !own.has('type')) {
    const isClicked = own.has('onClick');
    made.push(insert(name.end, ' type="button"', 'a button that submits nothing', isClicked ? 4 : 1));
    made.push(insert(name.end, ' type="submit"', 'a button that submits', isClicked ? 0.5 : 1));
  }
  yield* together(made, name);
}

/** A component that keeps what it was given at first: another item makes another one. */
function* anew(site: Site, scene: Scene): Generator<Proposal> {
  const name = site.node.type === 'JSXOpeningElement' ? child(site, 'name') : null;
  if (name === null || !/^[A-Z]/.test(scene.text(name)) || attributesOf(site, scene).has('key')) return;
  for (const each of childList(site, 'attributes')) {
    const attribute = attributeOf(each);
    const given = attribute?.value;
    if (given === undefined || HANDLER.test(attribute?.name ?? '') || !/^(?:Identifier|MemberExpression)$/.test(given.node.type)) continue;
    const text = scene.text(given);
    const kinds = scene.fit.kindsAt(given);
    const isSimple = kinds !== null && (kinds.has('string') || kinds.has('number'));
    if (/Id$|^id$|^key$/.test(text) || isSimple) yield insert(name.end, ` key={${text}}`, `another one for each ${text}`, 0.6);
    const known = [...(scene.words.ofReceiver.get(text)?.keys() ?? [])].filter((field) => IDENTIFIES.test(field));
    if (!isSimple)
      for (const field of known.length > 0 ? known.slice(0, 2) : ['id'])
        yield insert(name.end, ` key={${text}.${field}}`, `another one for each ${text}`, 1);
  }
}

/** Whether an element names the identifier of another one, and none has it. */
function isReferredTo(id: string, { file: { text } }: Scene): boolean {
  return new RegExp(`(?:htmlFor|aria-\\w+)=\\{${escapeRegex(id)}\\}`).test(text) && !text.includes(` id={${id}}`);
}

/** Each of several attributes alone, and all that nothing else reads as one change. */
function* together(made: readonly Proposal[], name: Site): Generator<Proposal> {
  yield* made;
  const unread = made.filter(({ odds, text }) => odds >= 2 && text.includes('{'));
  if (unread.length > 1 && unread.length <= 4)
    yield insert(name.end, unread.map(({ text }) => text).join(''), unread.map(({ label }) => label).join(', '), 1);
}

export const forgottenFamilies: readonly Family[] = [
  { name: 'attribute that is missing', share: 0.04, propose: forgotten },
  { name: 'another one for each', share: 0.04, propose: anew },
];
