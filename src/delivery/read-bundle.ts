// Reads a patch bundle that anybody may have written: small regular files, a manifest of the known form, a patch with the hash it names.
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { BundleManifest } from './bundle.ts';

export interface ReadBundle {
  readonly manifest: BundleManifest;
  readonly patch: string;
  /** `report.json`, not looked at yet. */
  readonly report: string;
}

export type BundleReading =
  | { readonly kind: 'read'; readonly bundle: ReadBundle }
  /** There is no bundle in this folder. */
  | { readonly kind: 'absent'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** Bytes. A fix is small; whatever is not was not written by a repair. */
const largest = { 'manifest.json': 16_384, 'fix.patch': 1_000_000, 'report.json': 20_000_000 } as const;

const manifestSchema = z.strictObject({
  schemaVersion: z.literal(1),
  repo: z.string().max(200).nullable(),
  sha: z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/),
  base: z.string().max(255).nullable(),
  fingerprint: z.string().regex(/^[0-9a-f]{32}$/),
  patchSha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** Never throws for what is in the folder. */
export async function readPatchBundle(folder: string): Promise<BundleReading> {
  const there = await stat(folder).catch(() => null);
  if (!there?.isDirectory()) return { kind: 'absent', reason: `${folder} is not a folder` };
  const texts: string[] = [];
  for (const name of ['manifest.json', 'fix.patch', 'report.json'] as const) {
    const text = await readSmall(join(folder, name), largest[name]);
    if (!text.ok && text.absent && name === 'manifest.json') return { kind: 'absent', reason: `${folder} has no manifest.json` };
    if (!text.ok) return { kind: 'refused', reason: `${name} ${text.reason}` };
    texts.push(text.value);
  }
  const [manifestText = '', patch = '', report = ''] = texts;
  const manifest = manifestSchema.safeParse(jsonOf(manifestText));
  if (!manifest.success) {
    const [issue] = manifest.error.issues;
    return { kind: 'refused', reason: `manifest.json is not a manifest (${issue?.path.join('.') || 'as a whole'}: ${issue?.message})` };
  }
  const digest = createHash('sha256').update(patch).digest('hex');
  if (digest !== manifest.data.patchSha256) {
    return { kind: 'refused', reason: 'fix.patch does not have the SHA-256 that manifest.json names' };
  }
  return { kind: 'read', bundle: { manifest: manifest.data, patch, report } };
}

type Small = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly absent: boolean; readonly reason: string };

/** What is opened is what is checked: a link put there in between is not followed, a pipe does not block, a file that grows is cut off. */
async function readSmall(path: string, most: number): Promise<Small> {
  const refuse = (reason: string, absent = false): Small => ({ ok: false, absent, reason });
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(
    (error: NodeJS.ErrnoException) => error,
  );
  if (file instanceof Error) {
    if (file.code === 'ENOENT') return refuse('is missing', true);
    return refuse(file.code === 'ELOOP' ? 'is a symbolic link' : `cannot be read (${file.code})`);
  }
  try {
    if (!(await file.stat()).isFile()) return refuse('is not a regular file');
    const buffer = Buffer.alloc(most + 1);
    let length = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, length, buffer.length - length);
      length += bytesRead;
      if (length > most) return refuse(`has more than ${most} bytes`);
      if (bytesRead === 0) break;
    }
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(buffer.subarray(0, length)) };
  } catch (error) {
    return refuse(error instanceof TypeError ? 'is not UTF-8' : 'cannot be read');
  } finally {
    await file.close();
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
