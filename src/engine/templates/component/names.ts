// The names that a Vue template can read besides those that its script declares: properties, and what the options of a component give.
import type { Expression, Node } from '@babel/types';
import type { Binding, Scopes } from '../scope.ts';
import { child, childList, type Site, walk } from '../tree.ts';
import type { Component } from './index.ts';

const MOST = 60;

/** The scopes, with these names in the block of the template. */
export function templateNames(program: Site, component: Component, scopes: Scopes): Scopes {
  const block = program.children.find(({ start, node }) => start === component.template && node.type === 'BlockStatement');
  if (block === undefined) return scopes;
  const found = new Map<string, Binding>();
  const declare = (name: string, { start: at, end: until }: Site, id: Site): void => {
    if (!/^[A-Za-z_$][\w$]*$/.test(name) || found.size >= MOST) return;
    found.set(name, { name, kind: 'const', at, until, scope: block, id, set: null });
  };
  for (const site of walk(program)) {
    if (site.start >= block.start && site.end <= block.end) continue;
    for (const name of propertiesOf(site)) declare(name, site, site);
    for (const { name, key } of optionsOf(site)) declare(name, key, key);
  }
  return new Map([...scopes, [block, [...(scopes.get(block) ?? []), ...found.values()]]]);
}

/** What `defineProps` declares, in whatever way; `defineModel` without a name declares `modelValue`, under the name of its variable. */
function propertiesOf({ node, parent }: Site): readonly string[] {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'defineProps') return [];
  const [given] = node.arguments;
  if (given !== undefined) return keysOf(given);
  const type = node.typeParameters?.type === 'TSTypeParameterInstantiation' ? node.typeParameters.params[0] : undefined;
  if (type?.type === 'TSTypeLiteral') return membersOf(type.members);
  const name = type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier' ? type.typeName.name : null;
  let top = parent;
  while (top?.parent) top = top.parent;
  const body = top?.node.type === 'Program' ? top.node.body : [];
  for (const each of body) {
    const declared = each.type === 'ExportNamedDeclaration' && each.declaration ? each.declaration : each;
    if (declared.type === 'TSInterfaceDeclaration' && declared.id.name === name) return membersOf(declared.body.body);
    if (declared.type === 'TSTypeAliasDeclaration' && declared.id.name === name && declared.typeAnnotation.type === 'TSTypeLiteral')
      return membersOf(declared.typeAnnotation.members);
  }
  return [];
}

function membersOf(members: readonly Node[]): string[] {
  return members.flatMap((member) => {
    const key = member.type === 'TSPropertySignature' || member.type === 'TSMethodSignature' ? member.key : null;
    return key?.type === 'Identifier' ? [key.name] : [];
  });
}

/** The keys of an object, or the texts of a list. */
export function keysOf(given: Node): string[] {
  if (given.type === 'ArrayExpression') return given.elements.flatMap((each) => (each?.type === 'StringLiteral' ? [each.value] : []));
  if (given.type !== 'ObjectExpression') return [];
  return given.properties.flatMap((each) => (each.type === 'SpreadElement' ? [] : nameOf(each.key)));
}

function nameOf(key: Expression | Node): string[] {
  if (key.type === 'Identifier') return [key.name];
  return key.type === 'StringLiteral' ? [key.value] : [];
}

const OPTIONS = /^(?:props|data|computed|methods|setup|inject)$/;

/** What the options of a component give to its template: the keys of `computed`, and of what `data` returns. */
function* optionsOf(site: Site): Generator<{ readonly name: string; readonly key: Site }> {
  const { node, parent } = site;
  if ((node.type !== 'ObjectProperty' && node.type !== 'ObjectMethod') || node.key.type !== 'Identifier' || !OPTIONS.test(node.key.name))
    return;
  const holder = parent?.parent?.node.type;
  if (holder !== 'ExportDefaultDeclaration' && holder !== 'CallExpression') return;
  const value = node.type === 'ObjectProperty' ? child(site, 'value') : site;
  const returned =
    value === null ? null : value.node.type === 'ObjectExpression' || value.node.type === 'ArrayExpression' ? value : resultOf(value);
  for (const each of returned?.children ?? []) {
    const key = child(each, 'key') ?? each;
    for (const name of nameOf(key.node)) yield { name, key };
  }
}

/** The object that a function returns. */
function resultOf(fn: Site): Site | null {
  const body = child(fn, 'body');
  if (body === null || body.node.type === 'ObjectExpression') return body;
  const last = childList(body, 'body').findLast(({ node }) => node.type === 'ReturnStatement');
  return last === undefined ? null : child(last, 'argument');
}
