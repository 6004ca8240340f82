// What reading costs: a report of 20,000 tests, and detection where there are 100,000 files.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseJsonReport } from '../../src/suite/ecosystems/javascript/read-json.ts';
import { detectSuite } from '../../src/suite/index.ts';
import { readTap } from '../../src/suite/read-tap.ts';
import { ResultBuilder } from '../../src/suite/results.ts';

const tests = 20_000;
const files = Number(process.argv[3] ?? 100_000);
const rounds = 5;

async function median(name: string, work: () => Promise<unknown>): Promise<void> {
  const taken: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  console.log(`${name}: median ${(taken.sort((a, b) => a - b)[rounds >> 1] ?? 0).toFixed(0)} ms of ${rounds}`);
}

const json = JSON.stringify({
  testResults: Array.from({ length: 200 }, (_, file) => ({
    name: `/r/test/${file}.test.js`,
    status: 'passed',
    assertionResults: Array.from({ length: tests / 200 }, (__, at) => ({
      ancestorTitles: ['group'],
      title: `test ${at}`,
      status: 'passed',
      duration: 1,
    })),
  })),
});
const tap = `TAP version 13\n${Array.from({ length: tests }, (_, at) => `ok ${at + 1} test ${at}`).join('\n')}\n1..${tests}\n`;

await median(`JSON report of ${tests} tests`, async () => {
  const builder = new ResultBuilder({ root: '/r', cwd: '/r' });
  for (const raw of parseJsonReport(json) ?? []) builder.add(raw);
});
await median(`TAP of ${tests} tests`, () => readTap(tap));

const root = await mkdtemp(join(tmpdir(), 'regreen-bench-'));
try {
  await writeFile(join(root, 'package.json'), JSON.stringify({ scripts: { test: 'mocha' }, devDependencies: { mocha: '*' } }));
  for (let folder = 0; folder < files / 200; folder += 1) {
    await mkdir(join(root, 'src', String(folder)), { recursive: true });
    await Promise.all(Array.from({ length: 200 }, (_, at) => writeFile(join(root, 'src', String(folder), `${at}.js`), '')));
  }
  await median(`detection among ${files} files`, () =>
    detectSuite({ root, testCommand: null, setupCommand: null, workingDirectories: [] }),
  );
} finally {
  await rm(root, { recursive: true, force: true });
}
