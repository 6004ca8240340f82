import type { Node, Tree } from 'web-tree-sitter';

/** A node of a syntax tree, taken over from the parser's memory, which is freed at once. Offsets in UTF-16 units. */
export interface Branch {
  readonly type: string;
  /** False for punctuation, operators and keywords: their type is their text. */
  readonly named: boolean;
  readonly field: string | null;
  readonly start: number;
  readonly end: number;
  /** 1-based. */
  readonly line: number;
  readonly endLine: number;
  readonly parent: Branch | null;
  readonly children: readonly Branch[];
  readonly index: number;
}

/** Deeper than any code a person writes; what lies below is left out. */
const deepest = 400;

/** Copies the whole tree; the parser's own stays as it is. */
export function copyTree(tree: Tree): Branch {
  const cursor = tree.walk();
  try {
    const copy = (parent: Branch | null, index: number, depth: number): Branch => {
      const node: Node = cursor.currentNode;
      const children: Branch[] = [];
      const branch: Branch = {
        type: node.type,
        named: node.isNamed,
        field: cursor.currentFieldName,
        start: node.startIndex,
        end: node.endIndex,
        line: node.startPosition.row + 1,
        endLine: node.endPosition.row + 1,
        parent,
        children,
        index,
      };
      if (depth < deepest && cursor.gotoFirstChild()) {
        do {
          if (cursor.nodeType !== 'comment') children.push(copy(branch, children.length, depth + 1));
        } while (cursor.gotoNextSibling());
        cursor.gotoParent();
      }
      return branch;
    };
    return copy(null, 0, 0);
  } finally {
    cursor.delete();
  }
}

/** The branch and everything below it, in source order. */
export function below(branch: Branch): readonly Branch[] {
  const all = [branch];
  const add = (each: Branch): void => {
    all.push(each);
    for (const next of each.children) add(next);
  };
  for (const each of branch.children) add(each);
  return all;
}

export function* above(branch: Branch): Generator<Branch> {
  for (let at = branch.parent; at !== null; at = at.parent) yield at;
}

export function fieldOf(branch: Branch, field: string): Branch | null {
  return branch.children.find((child) => child.field === field) ?? null;
}

export function namedChildren(branch: Branch): readonly Branch[] {
  return branch.children.filter((child) => child.named);
}

export function nearest(branch: Branch, types: ReadonlySet<string>): Branch | null {
  for (const at of above(branch)) if (types.has(at.type)) return at;
  return null;
}

/** The operands of a binary expression, or of an assignment. */
export function sidesOf(branch: Branch): readonly [Branch, Branch] | null {
  const [left, right] = [fieldOf(branch, 'left'), fieldOf(branch, 'right')];
  return left === null || right === null ? null : [left, right];
}
