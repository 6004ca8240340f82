import { createHash } from 'node:crypto';
import { cp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describeLocation } from '../../../src/engine/templates/index.ts';
import { type Row, sh } from './data.ts';
import { type Place, placesIn } from './harder.ts';

/** Rows are told apart by their ids: operators and weights are chosen on the even ones, the odd ones say what that is worth elsewhere. */
export function isEven(id: string): boolean {
  return (createHash('sha256').update(id).digest()[0] ?? 0) % 2 === 0;
}

/** Where a row's reference fix changes the red tree. */
export async function faultOfMissing(row: Row, directory: string, tools: string): Promise<readonly Place[]> {
  const copy = `${directory}-fixed`;
  await cp(directory, copy, { recursive: true, verbatimSymlinks: true });
  try {
    await sh('node', [join(tools, 'materialize.mjs'), row.id, copy, '--fix']);
    // Backwards, git swaps the prefixes as well.
    return placesIn((await sh('git', ['-C', copy, 'diff', '-R', '-U0', '--src-prefix=b/', '--dst-prefix=a/'])).out);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

/** Whether one of the functions a diagnosis names as suspicious, five at most, holds the fault. */
export async function isSuspected(diagnosis: string, fault: readonly Place[], directory: string): Promise<boolean> {
  const [, said = ''] = /Most suspicious: (.*?)\.(?: |\n|$)/.exec(diagnosis.replaceAll('\n', ' \n')) ?? [];
  const named = [...said.matchAll(/([\w./-]+\.\w+):(\d+)/g)].slice(0, 5).map(([, path = '', line]) => ({ path, line: Number(line) }));
  for (const { path, line } of named) {
    const text = await readFile(join(directory, path), 'utf8').catch(() => '');
    const functionAt = (at: number): string | null => describeLocation([{ path, text }], path, at)?.function ?? null;
    const own = functionAt(line);
    for (const place of fault) {
      if (place.path !== path) continue;
      const same = own !== null && (functionAt(place.start) === own || functionAt(place.end) === own);
      if (same || Math.abs(place.start - line) <= 1) return true;
    }
  }
  return false;
}
