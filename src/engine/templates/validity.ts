import { type ParserOptions, parse, parseExpression } from '@babel/parser';
import type { Scene } from './scene.ts';
import { functionOf, isAsync, isExpression, isLoop, isStatement } from './shape.ts';
import { ancestors, childList, parserOptions, type Site } from './tree.ts';

interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A piece longer than this is not parsed again: the families write valid code, the check is for rare mixtures such as `a ?? b || c`. */
const LONGEST_PIECE = 30_000;
/** Errors that come from looking at a piece without what is around it. */
const OF_CONTEXT = new Set(['ForInOfLoopInitializer', 'InvalidEscapedReservedWord']);
/** What begins none of its own statements, or declares what the statements beside it may declare too. */
const NEEDS_OTHERS = /^\s*(?:else|catch|finally|while|case|default)\b|\b(?:let|const|class|function|var|import|export|enum|using)\b/;

/** True where the file still parses after the change; only the innermost statement or expression around it is parsed. */
export function staysValid(scene: Scene, site: Site, change: Change): boolean {
  const piece = pieceAround(site, change);
  const text = scene.code;
  const isNew = awaitsIn(change.text) > awaitsIn(text.slice(change.start, change.end));
  if (isNew && piece.parent !== null && !isAsync(isFunctionLike(piece) ? piece : functionOf(piece))) return false;
  if (piece.end - piece.start > LONGEST_PIECE) return true;
  const list = change.start === change.end && !NEEDS_OTHERS.test(change.text) ? listAround(piece, change.start) : null;
  if (list !== null) {
    const [start, end] = besides(list, change, text);
    return parses(scene, piece, inContext(piece, list.inside(text.slice(start, change.start) + change.text + text.slice(change.end, end))));
  }
  const made = text.slice(piece.start, change.start) + change.text + text.slice(change.end, piece.end);
  const whole = isStatement(piece) || piece.node.type === 'Program';
  return whole ? parses(scene, piece, inContext(piece, made)) : parses(scene, piece, `(${made})`, true);
}

const awaitsIn = (text: string): number => text.match(/\bawait\b/g)?.length ?? 0;

/** By file, what `missing` says of a text: candidates for one place often come down to the same. */
const known = new WeakMap<Scene, Map<string, readonly string[] | null>>();

function parses(scene: Scene, piece: Site, text: string, isOne = false): boolean {
  const fn = functionOf(piece);
  // Outside of a generator, what yields is no program.
  const yields = fn !== null && 'generator' in fn.node && fn.node.generator === true;
  const program = yields ? `function* f() {\n${text}\n}` : text;
  const options = {
    ...parserOptions(scene.file.path, scene.component?.hasJsx),
    errorRecovery: true,
    allowReturnOutsideFunction: fn !== null,
  };
  const key = `${isOne} ${fn !== null} ${program}`;
  const answers = known.get(scene) ?? new Map<string, readonly string[] | null>();
  known.set(scene, answers);
  const answer = answers.get(key);
  const names = answer === undefined ? missing(program, options, isOne && !yields) : answer;
  answers.set(key, names);
  return names?.every((name) => hasPrivate(piece, name)) ?? false;
}

/** The private names that a text uses and does not declare; null where it is no program. */
function missing(text: string, options: ParserOptions, isOne: boolean): readonly string[] | null {
  try {
    const tree = isOne ? parseExpression(text, options) : parse(text, options);
    const names: string[] = [];
    for (const error of tree.errors ?? []) {
      const name = error.reasonCode === 'InvalidPrivateFieldResolution' ? /#([\w$]+)/.exec(String(error))?.[1] : undefined;
      if (name !== undefined) names.push(name);
      else if (!OF_CONTEXT.has(error.reasonCode)) return null;
    }
    return names;
  } catch {
    return null;
  }
}

/** Whether a class around a piece declares a private name. */
function hasPrivate(piece: Site, name: string): boolean {
  for (const at of ancestors(piece)) {
    if (at.node.type !== 'ClassBody') continue;
    for (const { node } of at.children) if ('key' in node && node.key.type === 'PrivateName' && node.key.id.name === name) return true;
  }
  return false;
}

/** The statements of a list before and behind an offset, and what such a list stands in. */
interface Beside {
  readonly before: Site | null;
  readonly behind: Site | null;
  readonly inside: (text: string) => string;
}

/** Null where the offset lies between no two statements of a list. */
function listAround(piece: Site, at: number): Beside | null {
  const isCases = piece.node.type === 'SwitchStatement';
  const owner = isCases ? childList(piece, 'cases').findLast((each) => each.start < at) : piece;
  if (owner === undefined || !/^(?:BlockStatement|Program|SwitchCase)$/.test(owner.node.type)) return null;
  const statements = childList(owner, isCases ? 'consequent' : 'body');
  const behind = statements.find((each) => each.start >= at) ?? null;
  const before = statements.findLast((each) => each.end <= at) ?? null;
  if (statements.some((each) => each.start < at && at < each.end) || (before === null && behind === null)) return null;
  return { before, behind, inside: isCases ? (text) => `switch (0) { default:\n${text}\n}` : (text) => `{${text}}` };
}

/** From where to where the statements beside must be parsed too: those that end without a mark may go on in what is put behind them. */
function besides({ before, behind }: Beside, change: Change, text: string): [number, number] {
  const ends = (piece: string): boolean => /[;}]\s*$/.test(piece);
  const start = before === null || ends(text.slice(before.end - 1, before.end)) ? change.start : before.start;
  return [start, behind === null || ends(change.text) ? change.end : behind.end];
}

/** The loops, switches and labels around a statement, so that its jumps have a target exactly where the file gives them one. */
function inContext(piece: Site, text: string): string {
  let made = text;
  for (const at of ancestors(piece)) {
    if (isFunctionLike(at) || at.node.type === 'ClassBody') break;
    if (isLoop(at)) made = `for (;;) {\n${made}\n}`;
    else if (at.node.type === 'SwitchStatement') made = `switch (0) { default:\n${made}\n}`;
    else if (at.node.type === 'LabeledStatement') made = `${at.node.label.name}: ${made}`;
  }
  return made;
}
function isFunctionLike(site: Site): boolean {
  return /Function|Method/.test(site.node.type);
}

function pieceAround(site: Site, change: Change): Site {
  for (let at = site; ; at = at.parent) {
    if (holds(at, change) && (isStatement(at) ? at.node.type !== 'BlockStatement' || at.key !== 'block' : isRootExpression(at))) return at;
    if (at.parent === null) return at;
  }
}

/** Text put at a statement's edge belongs to the list around it. */
function holds(site: Site, change: Change): boolean {
  if (site.start > change.start || change.end > site.end) return false;
  return change.start < change.end || !isStatement(site) || (site.start < change.start && change.start < site.end);
}

/** An expression directly below a statement: it can be parsed by itself. */
function isRootExpression(site: Site): boolean {
  if (!isExpression(site) || site.parent === null || site.node.type === 'Identifier') return false;
  return (
    /^(test|argument|init|right|discriminant|object|update)$/.test(site.key) &&
    /^(If|While|Return|Throw|Switch|For)|^VariableDeclarator$/.test(site.parent.node.type) &&
    site.parent.node.type !== 'ForStatement'
  );
}
