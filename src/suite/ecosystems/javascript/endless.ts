// How a run of JavaScript's tests ends a test that does not end: each loop of the repository asks whether it has gone on for too long.
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readText } from '../../files.ts';
import { walk } from '../../integrity/javascript-code.ts';
import { parseScript } from '../../integrity/javascript-print.ts';
import type { TestLimit } from '../../types.ts';
import { endlessSource, loopName } from './endless-source.ts';
import { listFiles } from './imports.ts';

/** What is put into a text, by its offset, in order. */
type Insertions = (readonly [offset: number, text: string])[];

const maxFileBytes = 1 << 20;
const hasLoop = /\b(?:for|while|do)\b/;
/** By text and path: one run follows another, and few files differ. */
const known = new Map<string, Insertions>();
const mostKnown = 20_000;

/**
 * Writes into `folder` what is preloaded into each process of a run so that loops end; returns its path. Whoever reads a source of the repository
 * there, loaders above all, gets it with calls in its loops. Lines stay as they are.
 */
export async function writeEndless(
  { folder, root }: { readonly folder: string; readonly root: string },
  limit: TestLimit,
): Promise<string> {
  const files: Record<string, { readonly hash: string; readonly insertions: Insertions }> = {};
  for (const path of await listFiles(root, '', () => true)) {
    const text = await readText(join(root, path), maxFileBytes);
    if (text === null || !hasLoop.test(text)) continue;
    const hash = createHash('sha256').update(text).digest('hex');
    const insertions = known.get(hash + path) ?? insertionsFor(path, text);
    if (known.size > mostKnown) known.clear();
    known.set(hash + path, insertions);
    if (insertions.length > 0) files[join(root, path)] = { hash, insertions };
  }
  await writeFile(join(folder, 'endless.json'), JSON.stringify({ processor: limit.processor ?? limit.clock, files }));
  const program = join(folder, 'endless.cjs');
  await writeFile(program, endlessSource);
  return program;
}

/** Rounds that are left until the loops of a file ask again: a call in each would take far longer than most rounds do. */
const counter = 'regreenRounds';
/** A loop that begins asks by its 16th round at the latest: each may take twice as long as the one before. */
const mostAtFirst = 15;
/** What a loop, from its beginning to its end, was told when it asked last. */
const answer = 'regreenAnswer';

/**
 * A call in some rounds of a loop, which tells how many may pass until the next one. It stands at the start of the body, which gets braces where it
 * has none, as does the loop with its labels.
 */
export function insertionsFor(path: string, text: string): Insertions {
  const tree = parseScript(path, text);
  if (tree === null) return [];
  const [first] = tree.program.body;
  const start = tree.program.directives.at(-1)?.end ?? first?.start;
  if (typeof start !== 'number') return [];
  const [any, owner] = /\.[cm]?tsx?$/.test(path) ? [':any', '(globalThis as any).process'] : ['', 'globalThis.process'];
  // Where a function is run elsewhere as text, there is no counter, and perhaps no process.
  const unless = `typeof ${counter}==="undefined"||`;
  const begins = `{let ${answer}${any};${unless}(${counter}&=${mostAtFirst});`;
  const asks = `${owner}&&${owner}.${loopName}?(${answer}=${owner}.${loopName}(${answer})).rounds:63`;
  const call = `;${unless}${counter}-->0||(${counter}=${asks});`;
  const found: [number, string][] = [[start, `;var ${counter}=0;`]];
  for (const { node, parents } of walk(tree.program)) {
    if (!/^(?:For(?:In|Of)?|While|DoWhile)Statement$/.test(node.type) || !('body' in node)) continue;
    const { body } = node;
    const outer = parents.slice(parents.findLastIndex(({ type }) => type !== 'LabeledStatement') + 1)[0] ?? node;
    if (Array.isArray(body) || typeof body !== 'object' || body === null) continue;
    if (typeof outer.start !== 'number' || typeof outer.end !== 'number') continue;
    if (typeof body.start !== 'number' || typeof body.end !== 'number') continue;
    found.push([outer.start, begins], [outer.end, '}']);
    if (body.type === 'BlockStatement') found.push([body.start + 1, call]);
    else found.push([body.start, `{${call}`], [body.end, '}']);
  }
  if (found.length === 1) return [];
  return found.sort(([a, one], [b, other]) => a - b || (one === '}' ? -1 : other === '}' ? 1 : 0));
}
