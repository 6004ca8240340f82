import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writePatchBundle } from '../../src/delivery/index.ts';

it('a bundle holds the patch, the report and a manifest that names the patch by its hash', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'regreen-bundle-'));
  const dir = join(folder, 'deep', 'bundle');
  const manifest = { repo: 'o/r', sha: 'a'.repeat(40), base: 'main', fingerprint: 'f'.repeat(32) };
  await writePatchBundle(dir, { patch: 'diff --git a/ü b/ü\n', report: { outcome: 'fixed' }, manifest });
  const patch = await readFile(join(dir, 'fix.patch'));
  expect(patch.toString()).toBe('diff --git a/ü b/ü\n');
  expect(JSON.parse(await readFile(join(dir, 'report.json'), 'utf8'))).toEqual({ outcome: 'fixed' });
  expect(JSON.parse(await readFile(join(dir, 'manifest.json'), 'utf8'))).toEqual({
    schemaVersion: 1,
    ...manifest,
    patchSha256: createHash('sha256').update(patch).digest('hex'),
  });
  await rm(folder, { recursive: true });
});
