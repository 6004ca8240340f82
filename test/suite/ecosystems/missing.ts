import { spawnSync } from 'node:child_process';
import type { LanguageCase } from './cases.ts';

/** Why a case cannot be tried here; null when it can. */
export function missing({ needs, probe, slow }: Pick<LanguageCase, 'needs' | 'probe' | 'slow'>): string | null {
  if (slow === true && process.env.REGREEN_PROVE_RUNS === undefined) return 'it is slow: `npm run prove -- suite` runs it';
  const absent = needs.filter((name) => spawnSync('sh', ['-c', `command -v ${name}`]).status !== 0);
  if (absent.length > 0) return `${absent.join(', ')} not installed`;
  return probe !== undefined && spawnSync('sh', ['-c', probe]).status !== 0 ? `\`${probe}\` fails here` : null;
}
