import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mapStack } from '../../src/stack.ts';
import { root } from './stage.ts';

// What the bundles promise, tried from a folder that holds nothing but dist/.
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'regreen-dist-'));
  await cp(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(node: string, ...args: string[]): Promise<Ran> {
  const env = { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: folder, TMPDIR: tmpdir() };
  return new Promise((done) => {
    execFile(node, args, { cwd: folder, env, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      done({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : -1, stdout, stderr });
    });
  });
}

/** Other versions of Node, where somebody has put them (`.ci/run` does). */
function nodeOf(major: number): string | null {
  const path = join(process.env.REGREEN_TEST_NODES ?? '', `node-${major}`, 'bin', 'node');
  return process.env.REGREEN_TEST_NODES !== undefined && existsSync(path) ? path : null;
}

const others = { 18: nodeOf(18), 20: nodeOf(20) };
for (const [major, path] of Object.entries(others)) {
  if (path === null)
    console.warn(`SKIPPED: the bundles on Node ${major}: set REGREEN_TEST_NODES to a folder with node-${major}/bin/node, as .ci/run does`);
}

describe('dist/', () => {
  test('needs no node_modules, and says what it can do', async () => {
    const { code, stdout } = await run(process.execPath, 'dist/cli/index.js', 'help');
    expect(code).toBe(0);
    expect(stdout).toContain('regreen fix:');
  });

  test('repairs the demo from there, with the engine in its worker', async () => {
    const { code, stdout, stderr } = await run(process.execPath, 'dist/cli/index.js', 'demo');
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('Fixed: red to green, and proved');
    expect(stdout).toContain('The pull request, from regreen/main-');
  });

  test('wrong usage is one clear line and exit code 2', async () => {
    for (const args of [['conjure'], ['fix', '--sandbox', 'tinfoil'], ['fix', '--unheard-of'], ['serve', '--port', 'x'], ['report']]) {
      const { code, stderr } = await run(process.execPath, 'dist/cli/index.js', ...args);
      expect(code, args.join(' ')).toBe(2);
      expect(stderr).toMatch(/^regreen: /);
      expect(stderr).not.toContain('    at ');
    }
  });

  test('is not minified, and its stack traces can be mapped to the sources', async () => {
    const lib = join(folder, 'dist', 'lib');
    const paths = (await readdir(lib, { recursive: true })).filter((path) => path.endsWith('.js'));
    for (const path of paths) {
      const text = await readFile(join(lib, path), 'utf8');
      expect(text).toContain('sourceMappingURL=');
      // Minified code has no lines to speak of.
      expect(text.length / text.split('\n').length, path).toBeLessThan(200);
    }
    const bundles = await Promise.all(paths.map(async (name) => [name, (await readFile(join(lib, name), 'utf8')).split('\n')] as const));
    const [file = '', lines = []] = bundles.find(([, all]) => all.some((line) => line.startsWith('async function repair('))) ?? [];
    const line = lines.findIndex((text) => text.startsWith('async function repair(')) + 2;
    const url = pathToFileURL(join(lib, file)).href;
    const mapped = await mapStack(`Error: no\n    at repair (${url}:${line}:3)\n    at elsewhere (file:///nowhere.js:1:1)`);
    expect(mapped).toMatch(/^Error: no\n {4}at repair \(src\/repair\.ts:\d+:\d+\)\n {4}at elsewhere \(file:\/\/\/nowhere\.js:1:1\)$/);
  });

  test.skipIf(others[20] === null)('runs on Node 20', async () => {
    const { code, stdout } = await run(others[20] ?? '', 'dist/cli/index.js', 'demo');
    expect(code).toBe(0);
    expect(stdout).toContain('Fixed: red to green, and proved');
  });

  test.skipIf(others[18] === null).each(['dist/index.js', 'dist/cli/index.js'])('%s refuses Node 18 with one line', async (file) => {
    const { code, stderr } = await run(others[18] ?? '', file);
    expect(code).not.toBe(0);
    expect(stderr.trim()).toMatch(/^Regreen needs Node 20\.19 or newer; this is Node 18\.\d+\.\d+\.$/);
  });
});
