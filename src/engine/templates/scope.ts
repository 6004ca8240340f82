import { functionOf, isFunction, isLoop } from './shape.ts';
import { ancestors, child, type Site, walk } from './tree.ts';

type BindingKind = 'param' | 'var' | 'let' | 'const' | 'function' | 'class' | 'import' | 'catch';

export interface Binding {
  readonly name: string;
  readonly kind: BindingKind;
  /** Where it is declared, as an offset. */
  readonly at: number;
  /** End of the declarator: before it, a `let` or `const` cannot be read. */
  readonly until: number;
  /** The scope that holds it. */
  readonly scope: Site;
  /** The declared name. */
  readonly id: Site;
  /** Where a variable that is declared without a value gets one; null for all others. */
  readonly set: readonly Site[] | null;
}

export type Scopes = ReadonlyMap<Site, readonly Binding[]>;

type Declared = Binding & { readonly set: Site[] | null };

const BLOCK_SCOPES = /^(Program|BlockStatement|For(In|Of)?Statement|SwitchStatement|CatchClause|StaticBlock|TSModuleBlock)$/;

/** All bindings of a file, by the scope that holds them. */
export function scopesOf(program: Site): Scopes {
  const scopes = new Map<Site, Declared[]>();
  const declare = (scope: Site, id: Site, kind: BindingKind, until: number, set: Site[] | null = null) => {
    for (const name of boundNames(id)) {
      const list = scopes.get(scope) ?? [];
      if (name.node.type === 'Identifier' && !list.some((each) => each.name === idName(name))) {
        list.push({ name: idName(name), kind, at: name.start, until, scope, id: name, set });
      }
      scopes.set(scope, list);
    }
  };
  for (const site of walk(program)) {
    const node = site.node;
    const id = child(site, 'id');
    if (node.type === 'VariableDeclarator' && id !== null && site.parent?.node.type === 'VariableDeclaration') {
      const kind = site.parent.node.kind === 'var' ? 'var' : site.parent.node.kind === 'let' ? 'let' : 'const';
      const set = kind !== 'const' && child(site, 'init') === null && site.parent.key !== 'left' ? [] : null;
      declare(kind === 'var' ? functionScope(site) : blockScope(site), id, kind, site.end, set);
    } else if (node.type === 'FunctionDeclaration' && id !== null) declare(blockScope(site), id, 'function', site.start);
    else if (node.type === 'FunctionExpression' && id !== null) declare(site, id, 'function', site.start);
    else if (node.type === 'ClassDeclaration' && id !== null) declare(blockScope(site), id, 'class', site.end);
    else if (node.type === 'TSEnumDeclaration' && id !== null) declare(blockScope(site), id, 'const', site.end);
    else if (node.type === 'CatchClause') declareAll(site, 'param', 'catch');
    else if (/^Import(Default|Namespace)?Specifier$/.test(node.type) && !isTypeImport(site)) declareAll(site, 'local', 'import', program);
    if (isFunction(site)) declareAll(site, 'params', 'param');
  }
  for (const site of walk(program)) {
    const target = site.node.type === 'AssignmentExpression' || isForHead(site) ? child(site, 'left') : null;
    for (const name of target === null ? [] : boundNames(target)) bindingOf(name, scopes)?.set?.push(site);
  }
  return scopes;

  function declareAll(site: Site, key: string, kind: BindingKind, scope: Site = site) {
    for (const each of site.children) if (each.key === key) declare(scope, each, kind, each.end);
  }
}

/** `import type { T }` and `import { type T }` bring no value. */
function isTypeImport({ node, parent }: Site): boolean {
  if (node.type === 'ImportSpecifier' && node.importKind === 'type') return true;
  return parent?.node.type === 'ImportDeclaration' && parent.node.importKind === 'type';
}

/** Names that can be read at a site, innermost scope first; a shadowed name appears once. */
export function visibleAt(site: Site, scopes: Scopes): Binding[] {
  const seen = new Set<string>();
  const found: Binding[] = [];
  for (const scope of [site, ...ancestors(site)]) {
    for (const binding of scopes.get(scope) ?? []) {
      if (seen.has(binding.name)) continue;
      seen.add(binding.name);
      found.push(binding);
    }
  }
  return found;
}

/** True where a variable without a value yet is all that can be read: what gives it one comes behind, in the same function and in no loop around both. */
export function isUnset({ set, scope }: Binding, site: Site): boolean {
  if (set === null || ownerOf(scope) !== functionOf(site)) return false;
  const loops = [...ancestors(site)].filter((at) => isLoop(at) && at.start >= scope.start);
  const outermost = loops.at(-1);
  return set.every((setting) => {
    if (functionOf(setting) !== functionOf(site)) return false;
    const from = isForHead(setting) ? (child(setting, 'body')?.start ?? setting.end) : setting.end;
    return from > site.start && (outermost === undefined || setting.start < outermost.start || setting.start >= outermost.end);
  });
}

/** The function a scope is, or is in. */
const ownerOf = (scope: Site): Site | null => (isFunction(scope) ? scope : functionOf(scope));

const isForHead = ({ node }: Site): boolean => node.type === 'ForInStatement' || node.type === 'ForOfStatement';

function bindingOf(id: Site, scopes: ReadonlyMap<Site, readonly Declared[]>): Declared | undefined {
  for (const scope of ancestors(id)) {
    const found = scopes.get(scope)?.find(({ name }) => name === idName(id));
    if (found !== undefined) return found;
  }
  return undefined;
}

function idName(site: Site): string {
  return site.node.type === 'Identifier' ? site.node.name : '';
}

function* boundNames(pattern: Site): Generator<Site> {
  switch (pattern.node.type) {
    case 'Identifier':
      yield pattern;
      return;
    case 'AssignmentPattern':
      yield* boundOf(pattern, 'left');
      return;
    case 'RestElement':
      yield* boundOf(pattern, 'argument');
      return;
    case 'TSParameterProperty':
      yield* boundOf(pattern, 'parameter');
      return;
    case 'ObjectProperty':
      yield* boundOf(pattern, 'value');
      return;
    case 'ArrayPattern':
    case 'ObjectPattern':
      for (const each of pattern.children) yield* boundNames(each);
      return;
    default:
  }
}

function* boundOf(pattern: Site, key: string): Generator<Site> {
  const inner = child(pattern, key);
  if (inner !== null) yield* boundNames(inner);
}

function functionScope(site: Site): Site {
  let last = site;
  for (const at of ancestors(site)) {
    if (isFunction(at) || at.node.type === 'StaticBlock') return at;
    last = at;
  }
  return last;
}

function blockScope(site: Site): Site {
  let last = site;
  for (const at of ancestors(site)) {
    if (BLOCK_SCOPES.test(at.node.type) || isFunction(at)) return at;
    last = at;
  }
  return last;
}
