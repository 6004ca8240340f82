import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Report, readAttempts, renderReport } from '../report/index.ts';
import { wantsColor } from './terminal.ts';
import { UsageError } from './usage.ts';

/** `regreen report FILE.json [--html FILE]`: shows a report again, or draws its page again. */
export async function showReport(args: string[]): Promise<number> {
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options: { html: { type: 'string' } } });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError('usage: regreen report FILE.json [--html FILE]');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${file} cannot be read: ${error.code ?? error.message}.`);
  });
  const rendered = renderReport(text, { color: wantsColor(process.stdout, process.env) });
  if (!rendered.ok) throw new UsageError(`${file} is not a report of Regreen: ${rendered.problem}`);
  if (values.html === undefined) console.log(rendered.text.trimEnd());
  else await writePage(rendered.report, file, values.html);
  return 0;
}

async function writePage(report: Report, file: string, page: string): Promise<void> {
  const { renderHtml } = await import('../report/html/page.ts');
  const said = await readAttempts(report, file);
  if (!said.ok) console.error(`regreen: the page is without the conversation: ${said.problem}.`);
  await writeFile(page, renderHtml(report, said.ok ? said.attempts : [])).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${page} cannot be written: ${error.code ?? error.message}.`);
  });
}
