// Warm processes reach into what a runner does, and runners into what Node does: that differs between releases of Node.
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { describe, expect } from 'vitest';
import { sampledTest, sampleOf } from '../sampled.ts';
import { furtherCases } from '../suite/further-runners.ts';
import { cases } from '../suite/runners.ts';
import { makeStage } from './stage.ts';

const folder = process.env.REGREEN_TEST_USER_NODES ?? '';
const nodes = existsSync(folder) ? await readdir(folder) : [];
const warmable: readonly string[] = ['node:test', 'mocha', 'tape', 'jest', 'vitest', 'ava', 'jasmine', 'uvu'];
const projects = [...cases, ...furtherCases].filter(({ runner }) => warmable.includes(runner));
/** Not made for Node 18. */
const needNewNode: readonly string[] = ['ava', 'vitest'];
const sampled = sampledTest(0.3);

const body = '    return 0;\n  }\n  return ';
const to = (path: string, code: string) => ({ label: code, edits: [{ path, oldText: `${body}a + b`, newText: `${body}${code}` }] });

describe.each(sampleOf(nodes, 0.5, (name) => name))('on the Node called %s', (name) => {
  const here = projects.filter(({ runner }) => name !== 'node-18' || !needNewNode.includes(runner));
  for (const { runner, files, linked, modules, faulty } of here)
    sampled(`candidates that ${runner} judges are judged in a warm process`, { timeout: 240_000 }, async () => {
      const path = [join(folder, name), process.env.PATH].join(delimiter);
      await using stage = await makeStage(files, linked, { path, ...(modules === undefined ? {} : { modules }) });
      expect(stage.failing).toHaveLength(1);
      const wrong = Array.from({ length: 30 }, (_, n) => to(faulty.path, `a + b + ${n}`));
      const report = await stage.judge([...wrong, to(faulty.path, 'a - b')], { workers: 1 });
      expect(report).toMatchObject({ notWarm: null, judged: 31 });
      expect(report.warm).toBeGreaterThanOrEqual(30);
      expect(report.verdicts.map(({ kind }) => kind)).toEqual([...wrong.map(() => 'red'), 'green']);
    });
});
