import type { Node } from '@babel/types';
import { groupNames, testNames } from './javascript-items.ts';
import type { RuleId, Severity } from './types.ts';

interface Visit {
  readonly node: Node;
  readonly parents: readonly Node[];
  readonly owner: string | null;
  readonly isTest: boolean;
  /** The file speaks of NODE_ENV somewhere. */
  readonly knowsNodeEnv: boolean;
}

export type Said = readonly [rule: RuleId, message: string, severity?: Severity, wraps?: readonly string[]];
export type Rule = (visit: Visit) => Said | null;

/** The name at the start of a chain: `a` of `a.b().c`. */
export const root = (node: Node): string => {
  let at = node;
  for (;;) {
    if (at.type === 'MemberExpression' || at.type === 'OptionalMemberExpression') at = at.object;
    else if (at.type === 'CallExpression') at = at.callee;
    else return at.type === 'Identifier' ? at.name : '';
  }
};

export const isTestFunction = (name: string): boolean => testNames.has(name) || groupNames.has(name);
