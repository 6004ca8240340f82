import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRedactor, parseReport, readAttempts, readConversation, writeReportFiles } from '../../src/report/index.ts';
import { hostileReport, sampleReport } from './sample.ts';

const none = createRedactor([]);
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'report-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the report files', () => {
  it('are the report, a page, a summary, a trace and the patch, in a folder that is made for them', async () => {
    const dir = join(folder, 'a', 'b');
    const files = await writeReportFiles(dir, sampleReport(), [{ type: 'message' }], none);
    expect((await readdir(dir)).sort()).toEqual(['fix.patch', 'report.html', 'report.json', 'summary.md', 'trace.json']);
    expect(parseReport(await readFile(files.report, 'utf8'))).toEqual({
      ok: true,
      report: { ...sampleReport(), conversation: [{ type: 'message' }] },
    });
    expect(await readFile(files.patch ?? '', 'utf8')).toBe(sampleReport().patch);
    expect(await readFile(files.summary, 'utf8')).toMatch(/^## Fixed/);
  });

  it('keep a long conversation in a file of its own', async () => {
    const conversation = [{ type: 'message', text: 'x'.repeat(1_000_001) }];
    const files = await writeReportFiles(folder, sampleReport(), conversation, none);
    expect(JSON.parse(await readFile(files.report, 'utf8'))).toMatchObject({ conversation: 'conversation.json' });
    expect(JSON.parse(await readFile(files.conversation ?? '', 'utf8'))).toEqual(conversation);
  });

  it('hold no file of an earlier run, and no temporary one', async () => {
    const attempts = ['attempt 1', 'attempt 2'].map((by) => ({ by, chosen: by === 'attempt 2', items: [{ text: by }] }));
    const { report } = await writeReportFiles(folder, sampleReport(), [{ text: 'x'.repeat(1_000_001) }], none, attempts);
    const parsed = parseReport(await readFile(report, 'utf8'));
    expect(parsed.ok && (await readAttempts(parsed.report, report))).toEqual({ ok: true, attempts });
    const files = await writeReportFiles(folder, sampleReport({ patch: '' }), [], none);
    expect(files).toMatchObject({ patch: null, conversation: null, attempts: null });
    expect((await readdir(folder)).sort()).toEqual(['report.html', 'report.json', 'summary.md', 'trace.json']);
  });

  it('replace a link instead of writing through it', async () => {
    const outside = join(folder, 'outside');
    await writeFile(outside, 'mine');
    const dir = join(folder, 'reports');
    await writeReportFiles(dir, sampleReport(), [], none);
    await rm(join(dir, 'report.json'));
    await symlink(outside, join(dir, 'report.json'));
    await writeReportFiles(dir, sampleReport(), [], none);
    expect(await readFile(outside, 'utf8')).toBe('mine');
    expect(JSON.parse(await readFile(join(dir, 'report.json'), 'utf8'))).toMatchObject({ outcome: 'fixed' });
  });

  it('hold no secret, wherever it stood', async () => {
    const secret = 'sk-very/secret+key=="1"';
    const forms = [secret, Buffer.from(secret).toString('base64'), encodeURIComponent(secret)];
    const files = await writeReportFiles(
      folder,
      hostileReport(`a ${forms.join(' b ')} c`),
      [{ [secret]: [{ deep: JSON.stringify({ secret }) }] }],
      createRedactor([secret]),
    );
    for (const file of [files.report, files.page, files.trace, files.summary, files.patch ?? '']) {
      const text = await readFile(file, 'utf8');
      expect(text).toContain('***');
      for (const form of [...forms, JSON.stringify(secret).slice(1, -1)]) expect(text).not.toContain(form);
    }
  });

  it('give their conversation back, wherever it was put', async () => {
    for (const length of [10, 1_000_001]) {
      const conversation = [{ type: 'message', text: 'x'.repeat(length) }];
      const { report: file } = await writeReportFiles(folder, sampleReport(), conversation, none);
      const parsed = parseReport(await readFile(file, 'utf8'));
      expect(parsed.ok && (await readConversation(parsed.report, file))).toEqual({ ok: true, items: conversation });
    }
  });

  it.each([
    ['../conversation.json', 'names no file beside it'],
    ['/etc/passwd', 'names no file beside it'],
    ['conversation.json', 'cannot be read'],
    ['number.json', 'is not a list'],
  ])('are not left for another file that a report names: %s', async (conversation, problem) => {
    await writeFile(join(folder, 'number.json'), '5');
    const read = await readConversation({ conversation }, join(folder, 'report.json'));
    expect(read).toMatchObject({ ok: false, problem: expect.stringContaining(problem) });
  });
});
