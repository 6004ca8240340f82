import { parse, parseExpression } from '@babel/parser';
import type { Scene } from './scene.ts';
import { functionOf, isAsync, isExpression, isLoop, isStatement } from './shape.ts';
import { ancestors, parserOptions, type Site } from './tree.ts';

interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A piece longer than this is not parsed again: the families write valid code, the check is for rare mixtures such as `a ?? b || c`. */
const LONGEST_PIECE = 30_000;
/** Errors that come from looking at a piece without what is around it. */
const OF_CONTEXT = new Set(['ForInOfLoopInitializer', 'YieldNotInGeneratorFunction', 'InvalidEscapedReservedWord']);

/** True where the file still parses after the change; only the innermost statement or expression around it is parsed. */
export function staysValid(scene: Scene, site: Site, change: Change): boolean {
  const piece = pieceAround(site, change);
  const { text } = scene.file;
  if (/\bawait\b/.test(change.text) && piece.parent !== null && !isAsync(isFunctionLike(piece) ? piece : functionOf(piece))) return false;
  if (piece.end - piece.start > LONGEST_PIECE) return true;
  const made = text.slice(piece.start, change.start) + change.text + text.slice(change.end, piece.end);
  try {
    const options = { ...parserOptions(scene.file.path), errorRecovery: true, allowReturnOutsideFunction: functionOf(piece) !== null };
    const whole = isStatement(piece) || piece.node.type === 'Program';
    const tree = whole ? parse(inContext(piece, made), options) : parseExpression(`(${made})`, options);
    return (tree.errors ?? []).every((error) => OF_CONTEXT.has(error.reasonCode));
  } catch {
    return false;
  }
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
