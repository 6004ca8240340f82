// Tests that ask a server of the repository, whose candidates may never answer.
import { describe, expect } from 'vitest';
import type { Candidate } from '../../src/trial/index.ts';
import { sampledTest } from '../sampled.ts';
import { manifest } from '../suite/runners.ts';
import { makeStage } from './stage.ts';

const app = `const { createServer } = require('node:http');
exports.open = () => createServer(async (request, response) => {
  const url = new URL(request.url, 'http://localhost');
  const from = Number(url.searchParams.get('from') ?? 1);
  response.end(JSON.stringify([1, 2].filter((id) => id > from)));
});
`;
const asks = (equal: string): string => `let server;
const listen = () => new Promise((resolve) => { server = open().listen(0, resolve); });
const close = () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); });
const ask = async (query) => (await fetch('http://localhost:' + server.address().port + '/' + query)).json();
const all = async () => { ${equal}; };
`;
const equal = "require('node:assert').deepEqual(await ask(''), [1, 2])";
const use = "const { open } = require('./app.js');\n";

const projects = [
  {
    runner: 'node:test',
    linked: [],
    files: {
      'package.json': manifest('node --test test.js'),
      'app.js': app,
      'test.js': `${use}const { after, before, test } = require('node:test');\n${asks(equal)}before(listen); after(close); test('lists all', all);\n`,
    },
  },
  {
    runner: 'mocha',
    files: {
      'package.json': manifest('mocha test.js'),
      'app.js': app,
      'test.js': `${use}${asks(equal)}before(listen); after(close); it('lists all', all);\n`,
    },
  },
  {
    runner: 'vitest',
    files: {
      'package.json': manifest('vitest run'),
      'app.js': app,
      'app.test.js': `import { afterAll, beforeAll, expect, it } from 'vitest';\nimport { open } from './app.js';\n${asks('expect(await ask("")).toEqual([1, 2])')}beforeAll(listen); afterAll(close); it('lists all', all);\n`,
    },
  },
] as const;

const change = (oldText: string, newText: string): Candidate => ({ label: newText, edits: [{ path: 'app.js', oldText, newText }] });
const sampled = sampledTest(0.5);

describe('a server that gives no answer', () => {
  for (const { runner, files, ...more } of projects)
    sampled(`is red, and the next candidate finds another process: ${runner}`, { timeout: 200_000 }, async () => {
      await using stage = await makeStage(files, 'linked' in more ? more.linked : [runner]);
      expect(stage.failing).toHaveLength(1);
      const candidates = [
        change('id > from', 'id > missing'),
        change('id > from', 'id < from'),
        change('new URL(', 'null.URL('),
        change('id > from', 'id === from'),
        change('response.end', 'response.close'),
        change('id > from', 'id >= from + 1'),
        change('id > from', 'id >= from'),
      ];
      const report = await stage.judge(candidates, { workers: 1 });
      expect(report.verdicts.map(({ kind }) => kind)).toEqual([...candidates.slice(1).map(() => 'red'), 'green']);
      expect(report).toMatchObject({ notWarm: null, warm: 6 });
    });
});
