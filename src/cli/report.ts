import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { renderReport } from '../report/index.ts';
import { UsageError } from './usage.ts';

/** `regreen report FILE.json`: shows a report again. */
export async function showReport(args: string[]): Promise<number> {
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options: { html: { type: 'string' } } });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError('usage: regreen report FILE.json');
  if (values.html !== undefined) throw new UsageError('regreen report --html is not in this version.');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${file} cannot be read: ${error.code ?? error.message}.`);
  });
  const rendered = renderReport(text);
  if (!rendered.ok) throw new UsageError(`${file} is not a report of Regreen: ${rendered.problem}`);
  console.log(rendered.text.trimEnd());
  return 0;
}
