import type { SandboxLayer } from '../../src/workspace/index.ts';
import { between } from './attacks-between.ts';
import { files, network, processes, secrets } from './attacks-code.ts';
import { planted } from './attacks-planted.ts';
import { git, manifests, output, prompts } from './attacks-repository.ts';
import { words } from './attacks-words.ts';
import { runHostile } from './run.ts';
import type { Hostile } from './types.ts';

export type { Hostile } from './types.ts';

export const hostile: readonly Hostile[] = [
  ...secrets,
  ...network,
  ...files,
  ...processes,
  ...git,
  ...manifests,
  ...output,
  ...prompts,
  ...planted,
  ...between,
  ...words,
];

export interface Verdict {
  readonly attack: Hostile;
  readonly layer: SandboxLayer;
  readonly through: readonly string[];
  /** The layer says that it does not stop it. */
  readonly stated: boolean;
}

export async function tryAttack(attack: Hostile, layer: SandboxLayer): Promise<Verdict> {
  return { attack, layer, through: await runHostile(attack, layer), stated: attack.open?.includes(layer) === true };
}

/** Attacks tried and stopped, by layer. */
export function tableOf(verdicts: readonly Verdict[]): string {
  const rows = (['bubblewrap', 'unshare', 'none'] as const).flatMap((layer) => {
    const tried = verdicts.filter((verdict) => verdict.layer === layer);
    const stopped = tried.filter(({ through }) => through.length === 0).length;
    const stated = tried.filter(({ through, stated }) => through.length > 0 && stated).length;
    const line = [layer.padEnd(12), tried.length, stopped, stated, tried.length - stopped - stated].map((cell) => String(cell).padStart(8));
    return tried.length === 0 ? [] : [line.join(' ')];
  });
  return [['layer       ', 'tried', 'stopped', 'stated', 'NOT'].map((cell) => cell.padStart(8)).join(' '), ...rows].join('\n');
}
