import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { onlyOne } from './conversation-file.ts';
import type { Redactor } from './redactor.ts';
import { renderSummary } from './summary.ts';
import { traceOf } from './trace.ts';
import type { AttemptSaid, Report } from './types.ts';

/** Above this many bytes of JSON the conversation is a file of its own. */
const MAX_INLINE = 1_000_000;

/** Absolute paths of what was written. */
export interface WrittenFiles {
  readonly report: string;
  readonly summary: string;
  readonly trace: string;
  readonly page: string;
  /** Null when there is no patch. */
  readonly patch: string | null;
  /** Null when the conversation is part of the report. */
  readonly conversation: string | null;
  /** Null when there were not several attempts. */
  readonly attempts: string | null;
}

/**
 * Writes report.json, report.html, summary.md, trace.json and fix.patch into `dir`, which is made when it is missing. Each file is there whole or not at all;
 * what an earlier run left under a name that this one does not need is removed. Everything is redacted.
 */
export async function writeReportFiles(
  dir: string,
  report: Report,
  conversation: readonly unknown[],
  redactor: Redactor,
  attempts: readonly AttemptSaid[] = [],
): Promise<WrittenFiles> {
  const folder = resolve(dir);
  await mkdir(folder, { recursive: true });
  const items = JSON.stringify(redactor.json(conversation));
  const apart = Buffer.byteLength(items) > MAX_INLINE;
  const said = attempts.length > 1 ? JSON.stringify(redactor.json(attempts)) : null;
  const safe: Report = {
    ...redactor.json({ ...report, conversation: [] }),
    conversation: apart ? 'conversation.json' : JSON.parse(items),
    ...(said === null ? {} : { attempts: 'attempts.json' }),
  };
  // The page brings its colours of some forty languages along: they are loaded when everything else is done.
  const { renderHtml } = await import('./html/page.ts');
  const files = {
    report: join(folder, 'report.json'),
    summary: join(folder, 'summary.md'),
    trace: join(folder, 'trace.json'),
    page: join(folder, 'report.html'),
    patch: join(folder, 'fix.patch'),
    conversation: join(folder, 'conversation.json'),
    attempts: join(folder, 'attempts.json'),
  };
  const hasPatch = safe.patch !== '';
  await Promise.all([
    hasPatch ? writeWhole(files.patch, safe.patch) : rm(files.patch, { force: true }),
    apart ? writeWhole(files.conversation, `${items}\n`) : rm(files.conversation, { force: true }),
    said === null ? rm(files.attempts, { force: true }) : writeWhole(files.attempts, `${said}\n`),
    writeWhole(files.page, redactor.text(renderHtml(safe, said === null ? [onlyOne(JSON.parse(items))] : JSON.parse(said)))),
    writeWhole(files.trace, `${JSON.stringify(traceOf(safe))}\n`),
    writeWhole(files.summary, redactor.text(renderSummary(safe))),
  ]);
  // Last: whoever finds a report finds the files that it names.
  await writeWhole(files.report, `${JSON.stringify(safe, null, 2)}\n`);
  return {
    ...files,
    patch: hasPatch ? files.patch : null,
    conversation: apart ? files.conversation : null,
    attempts: said === null ? null : files.attempts,
  };
}

async function writeWhole(path: string, text: string): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    await writeFile(temporary, text, { flag: 'wx' });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
