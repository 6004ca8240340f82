// How vite is given the texts of candidates: its versions say in two forms that no plugin loads a file.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { vitestReporterSource } from '../../src/trial/warm/vitest-main-source.ts';

type Load = (id: string, options?: { withMetadata: boolean }) => Promise<unknown>;

it.each<[string, Load, unknown, unknown]>([
  ['up to 8.3', async () => null, 'made', null],
  ['from 8.4 on', async () => ({ addedImports: null }), { addedImports: null, code: 'made' }, { addedImports: null }],
  ['where a plugin loads it', async () => ({ code: 'loaded' }), { code: 'loaded' }, { code: 'loaded' }],
])('vite gets a text as it asks for it: %s', async (_version, load, served, left) => {
  const folder = await mkdtemp(join(tmpdir(), 'vite-'));
  try {
    await mkdir(join(folder, 'node_modules/regreen'), { recursive: true });
    await writeFile(join(folder, 'node_modules/regreen/vitest-runner.mjs'), '');
    await writeFile(join(folder, 'reporter.mjs'), vitestReporterSource);
    process.env.REGREEN_TRIAL_DIR = folder;
    const { default: Reporter } = await import(pathToFileURL(join(folder, 'reporter.mjs')).href);
    const pluginContainer = { load };
    const ssr = { pluginContainer, moduleGraph: { getModulesByFile: () => [], invalidateModule: () => {} } };
    new Reporter().onInit({ config: {}, vite: { environments: { ssr } } });
    const file = join(folder, 'a.ts');
    await new Promise<void>((resolve, reject) => {
      const socket = connect(relative(process.cwd(), join(folder, 'main')));
      socket.on('error', reject).on('data', () => resolve(socket.destroy() && undefined));
      socket.write(`${JSON.stringify([[file, 'made']])}\n`);
    });
    expect(await pluginContainer.load(`${file}?v=1`, { withMetadata: true })).toEqual(served);
    expect(await pluginContainer.load(join(folder, 'b.ts'), { withMetadata: true })).toEqual(left);
  } finally {
    delete process.env.REGREEN_TRIAL_DIR;
    await rm(folder, { recursive: true, force: true });
  }
});
