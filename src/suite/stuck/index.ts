// Where tests stand still that did not end in time.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { readPlainFile } from '../../workspace/index.ts';
import { fromDataUrl, originalLine, parseSourceMap } from '../ecosystems/javascript/source-map.ts';
import { namesIn } from '../files.ts';
import { relativeToRoot } from '../frames.ts';
import { jsonOrNull } from '../json.ts';
import { isPythonRunner } from '../python-runners.ts';
import type { Frame, Suite, SuitePlan } from '../types.ts';
import { nodeWatchSource } from './node-source.ts';
import { pythonWatchSource } from './python-source.ts';

export interface StuckOptions {
  /** An empty place for what the watch writes. */
  readonly folder: string;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

const maxBytes = 64 << 20;
const lookMs = 300;

const text = z.string().max(32 << 20);
const framesSchema = z.array(z.object({ name: text, file: text, map: text, line: z.number().int(), column: z.number().int() })).max(200);
type Told = z.infer<typeof framesSchema>[number];

/**
 * Runs everything once more under watch, up to the first process that has been in the same code of the repository for fifteen seconds: in
 * Node without a turn of the event loop, in Python waiting as well. Returns the calls that it does not come out of, innermost first. Null
 * where no process is like that, or nothing watches this runner.
 */
export async function whereStuck(
  suite: Suite,
  root: string,
  { folder, timeoutMs, signal }: StuckOptions,
): Promise<readonly Frame[] | null> {
  const watch = watchFor(suite.plan);
  if (watch === null) return null;
  await mkdir(folder, { recursive: true });
  const file = join(folder, watch.name);
  await writeFile(file, watch.source);
  const found = new AbortController();
  const state = { over: false };
  const run = suite
    .run(root, {
      scope: 'all',
      companion: { file, folder, env: { REGREEN_STUCK_DIR: folder, REGREEN_STUCK_ROOT: root } },
      timeoutMs,
      signal: AbortSignal.any([found.signal, ...(signal === undefined ? [] : [signal])]),
    })
    .finally(() => {
      state.over = true;
    });
  let frames: readonly Frame[] | null = null;
  while (frames === null) {
    const last = state.over;
    frames = await readStuck(folder, root);
    if (last) break;
    if (frames === null) await sleep(lookMs);
  }
  found.abort();
  await run;
  return frames;
}

function watchFor({ ecosystem, runner }: SuitePlan): { readonly name: string; readonly source: string } | null {
  if (ecosystem === 'javascript') return { name: 'watch.cjs', source: nodeWatchSource };
  return isPythonRunner(runner) ? { name: 'watch.py', source: pythonWatchSource } : null;
}

async function readStuck(folder: string, root: string): Promise<readonly Frame[] | null> {
  for (const name of await namesIn(folder)) {
    if (!/^stuck-\d+\.json$/.test(name)) continue;
    const frames = framesOf((await readPlainFile(join(folder, name), maxBytes)) ?? '', root);
    if (frames.length > 0) return frames;
  }
  return null;
}

/** The calls in the repository, innermost first; none where `json` is not what the watch writes. */
export function framesOf(json: string, root: string): readonly Frame[] {
  const parsed = framesSchema.safeParse(jsonOrNull(json));
  return parsed.success ? parsed.data.flatMap((frame) => frameOf(frame, root) ?? []) : [];
}

/** Null outside of the repository, in its packages, and for what is in no file (`<frozen runpy>`). */
function frameOf({ name, file, map, line, column }: Told, root: string): Frame | null {
  const { path, inside } = relativeToRoot(file.replace(/[?#].*$/, ''), { root, cwd: root });
  if (!/^(?:file:\/\/)?\//.test(file) || !inside || /(?:^|\/)(?:node_modules|site-packages)\//.test(path)) return null;
  const json = map === '' ? null : fromDataUrl(map);
  const original = json === null ? null : parseSourceMap(json, path);
  const mapped = original === null ? null : originalLine(original, { line, column });
  return { file: path, line: mapped ?? line, column: null, function: name === '' ? null : name, inRepository: true };
}
