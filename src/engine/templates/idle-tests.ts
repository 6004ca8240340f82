// Tests in a chain of `&&` or `||` that another one of the chain leaves nothing to decide.
import { child, type Site, walk } from './tree.ts';

/** A value compared with a constant: the text of the value, whether it is to be the same, and the constant. */
interface Comparison {
  readonly site: Site;
  readonly subject: string;
  readonly same: boolean;
  readonly constant: string;
}

/**
 * Comparisons of one value with constants that say nothing beside each other: with `a === 1` beside it `a !== 2` always holds in a chain of
 * `&&`, `a === 2` never does; in a chain of `||` it is the other way round. Nobody writes what decides nothing: one of the two is wrong, or
 * what joins them (Engler et al., "Bugs as deviant behavior", SOSP 2001: redundant checks).
 */
export function idleTests(program: Site, text: string): ReadonlySet<Site> {
  const idle = new Set<Site>();
  for (const site of walk(program)) {
    const { node, parent } = site;
    if (node.type !== 'LogicalExpression' || node.operator === '??') continue;
    if (parent?.node.type === 'LogicalExpression' && parent.node.operator === node.operator) continue;
    const tests = operandsOf(site, node.operator).flatMap((operand) => comparisonOf(operand, text) ?? []);
    for (const [at, one] of tests.entries())
      for (const other of tests.slice(at + 1)) if (decidesNothing(one, other, node.operator)) idle.add(one.site).add(other.site);
  }
  return idle;
}

function operandsOf(site: Site, operator: string): readonly Site[] {
  if (site.node.type !== 'LogicalExpression' || site.node.operator !== operator) return [site];
  return ['left', 'right'].flatMap((key) => {
    const operand = child(site, key);
    return operand === null ? [] : operandsOf(operand, operator);
  });
}

function comparisonOf(site: Site, text: string): Comparison | null {
  const { node } = site;
  if (node.type !== 'BinaryExpression' || !/^[=!]==?$/.test(node.operator)) return null;
  const [left, right] = [child(site, 'left'), child(site, 'right')];
  if (left === null || right === null) return null;
  const [value, constant] = isConstant(left) ? [right, left] : [left, right];
  const subject = text.slice(value.start, value.end);
  if (!isConstant(constant) || !/^(?:typeof\s+)?[\w$.]+$/.test(subject)) return null;
  return { site, subject, same: node.operator.startsWith('='), constant: text.slice(constant.start, constant.end).replace(/['"]/g, '"') };
}

/** Null is left out: with `==` it is the same as what is undefined. */
function isConstant({ node }: Site): boolean {
  return node.type === 'StringLiteral' || node.type === 'NumericLiteral' || node.type === 'BooleanLiteral';
}

function decidesNothing(one: Comparison, other: Comparison, operator: string): boolean {
  if (one.subject !== other.subject) return false;
  if (one.constant === other.constant) return true;
  return operator === '&&' ? one.same || other.same : !(one.same && other.same);
}
