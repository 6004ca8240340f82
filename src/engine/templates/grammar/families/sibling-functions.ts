// Functions of Python that begin alike and go on alike: what one of them does in between, the other may have been left without.
import { brief, hasWord, type Proposal } from '../../family.ts';
import { LEAST_SHARED, missingBefore, mostAlike } from '../../siblings.ts';
import { parametersOf } from '../python.ts';
import { type Family, isPython, type Scene } from '../scene.ts';
import { isPythonTarget } from '../targets.ts';
import { type Branch, below, fieldOf, namedChildren, nearest } from '../tree.ts';
import { replaced } from './names.ts';

const LONGEST = 300;
const MOST_FUNCTIONS = 300;
const JUMPS = /^(?:return|raise|break|continue|pass)_statement$/;

interface Body {
  readonly fn: Branch;
  readonly name: string;
  readonly statements: readonly Branch[];
  /** The statements as they read, blanks and the function's own name aside. */
  readonly texts: readonly string[];
  /** Names that are the function's own. */
  readonly own: ReadonlySet<string>;
}

const bodiesIn = new WeakMap<Scene, ReadonlyMap<Branch, Body>>();

function bodiesOf(scene: Scene): ReadonlyMap<Branch, Body> {
  const known = bodiesIn.get(scene);
  if (known !== undefined) return known;
  const found = new Map<Branch, Body>();
  for (const fn of below(scene.program)) {
    const body = fn.type === 'function_definition' ? fieldOf(fn, 'body') : null;
    if (body === null || found.size >= MOST_FUNCTIONS) continue;
    const statements = namedChildren(body).filter(({ type }) => type !== 'comment');
    if (statements.length < LEAST_SHARED) continue;
    const name = scene.text(fieldOf(fn, 'name') ?? fn);
    const texts = statements.map((each) => scene.text(each).replaceAll(name, '').replace(/\s+/g, ''));
    const assigned = below(fn)
      .filter((each) => isPythonTarget(each))
      .map(scene.text);
    found.set(fn, { fn, name, statements, texts, own: new Set([...parametersOf(fn, scene), ...assigned]) });
  }
  bodiesIn.set(scene, found);
  return found;
}

const siblingsIn = new WeakMap<Body, readonly Body[]>();

/** The functions that have most statements in common with one, at least so many. */
function siblingsOf(own: Body, scene: Scene): readonly Body[] {
  const known = siblingsIn.get(own);
  if (known !== undefined) return known;
  const others = [...bodiesOf(scene).values()].filter((other) => other !== own && nearest(other.fn, new Set([own.fn.type])) !== own.fn);
  const found = mostAlike(own, others);
  siblingsIn.set(own, found);
  return found;
}

/** A statement in front of this one that a sibling has there, and this one as the sibling has it. */
function* asSibling(branch: Branch, scene: Scene): Generator<Proposal> {
  const fn = isPython(scene) ? branch.parent?.parent : undefined;
  const own = fn == null ? undefined : bodiesOf(scene).get(fn);
  const at = own === undefined ? -1 : own.statements.indexOf(branch);
  if (own === undefined || at < 0) return;
  for (const sibling of siblingsOf(own, scene)) {
    yield* stepBefore(branch, own, at, sibling, scene);
    const other = sibling.statements.find((each) => sameTarget(each, branch, scene));
    const text = other === undefined ? null : toldIn(other, sibling, own, scene);
    if (text !== null && text !== scene.text(branch)) yield replaced(branch, text, `as ${sibling.name} has it`, 1);
  }
}

function* stepBefore(branch: Branch, own: Body, at: number, sibling: Body, scene: Scene): Generator<Proposal> {
  const found = missingBefore(own, at, sibling);
  const missing = found === null ? undefined : sibling.statements[found.place];
  if (found === null || missing === undefined) return;
  const { odds } = found;
  // Its own value for the name is another matter.
  if (own.statements.some((each) => sameTarget(each, missing, scene))) return;
  const text = toldIn(missing, sibling, own, scene);
  const label = `${brief(text ?? '')}, as in ${sibling.name}`;
  if (text !== null) yield { start: branch.start, end: branch.start, text: `${text}\n${scene.indent(branch)}`, label, odds };
}

/** A statement of a sibling as it would stand here; null where it is long, jumps or reads what is not here. */
function toldIn(statement: Branch, from: Body, to: Body, scene: Scene): string | null {
  if (statement.end - statement.start > LONGEST || JUMPS.test(statement.type)) return null;
  const text = scene.text(statement);
  const [first] = to.statements;
  // Lines that follow keep their indentation.
  if (text.includes('\n') && (first === undefined || scene.indent(first) !== scene.indent(statement))) return null;
  const isThere = ({ start, end }: Branch): boolean => {
    const name = scene.file.text.slice(start, end);
    return !from.own.has(name) || hasWord(scene.text(to.fn), name) || setBy(statement, scene) === name;
  };
  if (
    !below(statement)
      .filter(({ type }) => type === 'identifier')
      .every(isThere)
  )
    return null;
  return text.replaceAll(`'${from.name}'`, `'${to.name}'`).replaceAll(`"${from.name}"`, `"${to.name}"`);
}

/** Whether two statements give a value to the same name. */
function sameTarget(one: Branch, other: Branch, scene: Scene): boolean {
  const [first, second] = [setBy(one, scene), setBy(other, scene)];
  return first !== null && first === second;
}

function setBy(statement: Branch, scene: Scene): string | null {
  const [only] = statement.type === 'expression_statement' ? namedChildren(statement) : [];
  const target = only?.type === 'assignment' ? fieldOf(only, 'left') : null;
  return target === null ? null : scene.text(target);
}

export const siblingFunctionFamilies: readonly Family[] = [{ name: 'as its sibling does', share: 0.05, propose: asSibling }];
