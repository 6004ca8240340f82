import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRedactor, writeReportFiles } from '../../src/report/index.ts';
import { cli, compiled } from '../e2e/program.ts';
import { missing, startAtTerminal } from '../e2e/pseudo-terminal.ts';
import { startCli } from '../e2e/terminal.ts';
import { sampleReport } from './sample.ts';

if (missing !== null) console.warn(`${missing}: the colours of regreen report are not looked at.`);

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

  it.skipIf(missing !== null)('has colours at a terminal, but for NO_COLOR', async () => {
    const { report } = await writeReportFiles(folder, sampleReport(), [], createRedactor([]));
    const shown = async (env: Readonly<Record<string, string>>): Promise<string> => {
      const terminal = startAtTerminal([process.execPath, cli, 'report', report], {
        cwd: folder,
        env: { ...compiled, ...env },
      });
      await terminal.ended;
      return terminal.written();
    };
    expect(await shown({})).toMatch(/\u001b\[1m.*Fixed: red to green, and proved/);
    const plain = await shown({ NO_COLOR: '1' });
    expect(plain).toContain('Fixed: red to green, and proved');
    expect(plain).not.toContain('\u001b');
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
