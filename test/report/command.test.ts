import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRedactor, writeReportFiles } from '../../src/report/index.ts';
import { startCli } from '../e2e/terminal.ts';
import { sampleReport } from './sample.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'command-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('regreen report', () => {
  it('draws the page of an old run again, with the conversation that stands beside it', async () => {
    const conversation = [{ type: 'message', role: 'user', content: `begins here ${'x'.repeat(1_000_001)}` }];
    const { report } = await writeReportFiles(folder, sampleReport(), conversation, createRedactor([]));
    const page = join(folder, 'again.html');
    const { exitCode, stdout, stderr } = await startCli(['report', report, '--html', page]).ended;
    expect([exitCode, stdout, stderr]).toEqual([0, '', '']);
    expect(await readFile(page, 'utf8')).toMatch(/^<!doctype html>[\s\S]*begins here x/);
  });

  it('says what is wrong with a file that is no report, and with a place that cannot be written', async () => {
    const { report } = await writeReportFiles(folder, sampleReport(), [], createRedactor([]));
    await writeFile(join(folder, 'other.json'), '{}');
    const other = await startCli(['report', join(folder, 'other.json'), '--html', join(folder, 'x.html')]).ended;
    expect([other.exitCode, other.stderr]).toEqual([2, expect.stringContaining('is not a report of Regreen')]);
    const nowhere = await startCli(['report', report, '--html', join(folder, 'no', 'such', 'folder.html')]).ended;
    expect([nowhere.exitCode, nowhere.stderr]).toEqual([2, expect.stringContaining('cannot be written: ENOENT')]);
  });
});
