import { type ParserOptions, type ParserPlugin, parse } from '@babel/parser';
import type { Node } from '@babel/types';
import { componentOf, isComponent } from './component/index.ts';
import type { SourceFile } from './types.ts';

/** A node with its place in the tree; `key` and `index` say where it hangs in its parent. */
export interface Site {
  readonly node: Node;
  readonly parent: Site | null;
  readonly key: string;
  readonly index: number;
  readonly start: number;
  readonly end: number;
  /** 1-based. */
  readonly line: number;
  readonly endLine: number;
  readonly children: readonly Site[];
}

const SKIPPED_KEYS = new Set([
  ...['type', 'start', 'end', 'loc', 'range', 'extra', 'errors', 'tokens', 'comments'],
  ...['leadingComments', 'trailingComments', 'innerComments'],
  ...['typeAnnotation', 'returnType', 'typeParameters', 'typeArguments', 'superTypeParameters', 'implements', 'predicate'],
]);

/** TypeScript nodes that hold code; all others only hold types. */
const TS_WITH_CODE = new Set([
  ...['TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression', 'TSTypeAssertion', 'TSInstantiationExpression'],
  ...['TSEnumDeclaration', 'TSEnumBody', 'TSEnumMember', 'TSExportAssignment', 'TSParameterProperty', 'TSModuleBlock'],
  'TSModuleDeclaration',
]);

/** What Babel must allow so that a piece of a file parses on its own. */
const LENIENT: ParserOptions = {
  allowReturnOutsideFunction: true,
  allowAwaitOutsideFunction: true,
  allowSuperOutsideMethod: true,
  allowUndeclaredExports: true,
  allowNewTargetOutsideFunction: true,
  allowImportExportEverywhere: true,
};

/** Parser options for a file, by its extension; `hasJsx` is for a component, whose extension does not tell. */
export function parserOptions(path: string, hasJsx = false): ParserOptions {
  const ofComponent: ParserPlugin[] = hasJsx ? ['typescript', 'decorators-legacy', 'jsx'] : ['typescript', 'decorators-legacy'];
  if (isComponent(path)) return { ...LENIENT, plugins: ofComponent, sourceType: 'module' };
  const typescript = /\.[cm]?tsx?$/.test(path);
  const plugins: ParserPlugin[] = typescript ? ['typescript', 'decorators-legacy'] : ['jsx', 'decorators'];
  if (path.endsWith('.tsx')) plugins.push('jsx');
  return { ...LENIENT, plugins, sourceType: 'unambiguous' };
}

/** The file's tree, or null where it does not parse at all. */
export function parseFile(file: SourceFile): Site | null {
  try {
    const component = componentOf(file);
    const ast = parse(component?.code ?? file.text, { ...parserOptions(file.path, component?.hasJsx), errorRecovery: true });
    return siteOf(ast.program, null, 'program', -1);
  } catch {
    return null;
  }
}

/** The child under a key (the first one for a list). */
export function child(site: Site, key: string): Site | null {
  return site.children.find((each) => each.key === key) ?? null;
}

/** All children under a key, in source order. */
export function childList(site: Site, key: string): Site[] {
  return site.children.filter((each) => each.key === key);
}

export function* ancestors(site: Site): Generator<Site> {
  for (let at = site.parent; at !== null; at = at.parent) yield at;
}

/** The site and everything below it, in source order. */
export function* walk(site: Site): Generator<Site> {
  const pending = [site];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    yield at;
    for (let i = at.children.length - 1; i >= 0; i--) {
      const next = at.children[i];
      if (next !== undefined) pending.push(next);
    }
  }
}

function siteOf(node: Node, parent: Site | null, key: string, index: number): Site {
  const children: Site[] = [];
  const site: Site = {
    node,
    parent,
    key,
    index,
    start: node.start ?? 0,
    end: node.end ?? 0,
    line: node.loc?.start.line ?? 1,
    endLine: node.loc?.end.line ?? 1,
    children,
  };
  for (const [name, value] of Object.entries(node)) {
    if (SKIPPED_KEYS.has(name) || value === null || typeof value !== 'object') continue;
    if (Array.isArray(value)) {
      for (const [at, item] of value.entries()) if (isCode(item)) children.push(siteOf(item, site, name, at));
    } else if (isCode(value)) children.push(siteOf(value, site, name, -1));
  }
  if (children.length > 1) children.sort((a, b) => a.start - b.start);
  return site;
}

function isCode(value: unknown): value is Node {
  if (typeof value !== 'object' || value === null || !('type' in value) || typeof value.type !== 'string') return false;
  return !value.type.startsWith('TS') || TS_WITH_CODE.has(value.type);
}
