// The patch bundle: what the job that may not write hands to the job that may (contract, section 5).
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface BundleContents {
  /** Unified diff in git's format. */
  readonly patch: string;
  /** `report.json` as it is written elsewhere. */
  readonly report: unknown;
  readonly manifest: {
    readonly repo: string | null;
    readonly sha: string;
    readonly base: string | null;
    readonly fingerprint: string;
  };
}

export interface BundleManifest {
  readonly schemaVersion: 1;
  readonly repo: string | null;
  readonly sha: string;
  readonly base: string | null;
  readonly fingerprint: string;
  /** Of `fix.patch`, hexadecimal. */
  readonly patchSha256: string;
}

/** Writes `fix.patch`, `report.json` and `manifest.json` into `dir`, which is made if needed. The manifest comes last: it says all is there. */
export async function writePatchBundle(dir: string, { patch, report, manifest }: BundleContents): Promise<BundleManifest> {
  const { repo, sha, base, fingerprint } = manifest;
  const patchSha256 = createHash('sha256').update(patch).digest('hex');
  const complete: BundleManifest = { schemaVersion: 1, repo, sha, base, fingerprint, patchSha256 };
  await mkdir(dir, { recursive: true });
  await Promise.all([
    writeFile(join(dir, 'fix.patch'), patch),
    writeFile(join(dir, 'report.json'), `${JSON.stringify(report, null, 2)}\n`),
  ]);
  await writeFile(join(dir, 'manifest.json'), `${JSON.stringify(complete, null, 2)}\n`);
  return complete;
}
