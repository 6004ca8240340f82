// Where the compiler's complaints stand in a file.
import { lineStarts } from '../../../edits.ts';
import type { Scene } from '../../scene.ts';
import { isStatement } from '../../shape.ts';
import { ancestors, child, type Site, walk } from '../../tree.ts';
import type { TypeComplaint } from '../../type-errors.ts';

const complained = new WeakMap<Scene, ReadonlyMap<Site, readonly TypeComplaint[]>>();

/** The complaints of a file, with their offsets. */
export function ownComplaints({ file, clues }: Scene): ReadonlyMap<TypeComplaint, number> {
  const { path, text } = file;
  // A compiler that was run elsewhere says more of a path, or less: of the files that it may mean, the one of which it says most.
  const isMeant = (said: string): boolean => {
    if (said === path || clues.paths.includes(said)) return said === path;
    const longer = clues.paths.filter((each) => said.endsWith(`/${each}`)).toSorted((a, b) => b.length - a.length);
    return longer.length > 0 ? longer[0] === path : path.endsWith(`/${said.replace(/^(?:\.\.?\/)+/, '')}`);
  };
  const own = clues.typeComplaints.filter((each) => isMeant(each.path));
  const starts = own.length === 0 ? [] : lineStarts(text);
  return new Map(own.map((each) => [each, (starts[each.line - 1] ?? Number.NEGATIVE_INFINITY) + each.column - 1]));
}

/** Complaints by the outermost site that begins at their place and is no statement; a whole statement where nothing else does. */
export function complaintsAt(scene: Scene): ReadonlyMap<Site, readonly TypeComplaint[]> {
  const known = complained.get(scene);
  if (known !== undefined) return known;
  const found = new Map<Site, TypeComplaint[]>();
  const wanted = ownComplaints(scene);
  for (const site of wanted.size === 0 ? [] : walk(scene.program)) {
    const isInner = site.parent?.start === site.start && !isStatement(site.parent) && site.parent.node.type !== 'Program';
    const isOuter = isInner && site.parent !== null && !isDeclaring(site.parent);
    for (const [complaint, at] of wanted) {
      const name = /^Cannot find name '([\w$]+)'/.exec(complaint.text)?.[1];
      if (at === site.start && name !== undefined) {
        if (site.node.type === 'Identifier' && site.node.name === name) found.set(site, [...(found.get(site) ?? []), complaint]);
        continue;
      }
      if (at === site.start && !isOuter && site.node.type !== 'Program' && (!isStatement(site) || site.node.type === 'ReturnStatement'))
        found.set(site, [...(found.get(site) ?? []), complaint]);
    }
  }
  complained.set(scene, found);
  return found;
}

/** What begins with a name and is about more than it. */
function isDeclaring({ node }: Site): boolean {
  return /^(?:VariableDeclarator|ObjectProperty|ClassProperty|AssignmentExpression|ImportSpecifier|ExportSpecifier|AssignmentPattern)$/.test(
    node.type,
  );
}

/** The name that a complaint is about. */
export function named(site: Site): Site | null {
  if (site.node.type === 'Identifier') return site;
  const name = child(site, 'imported') ?? child(site, 'key') ?? child(site, 'id');
  return name?.node.type === 'Identifier' ? name : null;
}

export function statementOf(site: Site): Site {
  return [site, ...ancestors(site)].find(isStatement) ?? site;
}
