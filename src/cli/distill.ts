import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Distillate, distillate, type Gathered, isZip, nothingGathered, readArchive, readStream } from '../incident/index.ts';
import { secretLooking } from '../inputs/index.ts';
import { createRedactor } from '../report/index.ts';
import { UsageError } from './usage.ts';

/**
 * `regreen distill [FILE…]`: failing tests and their context out of logs (as GitHub gives them, or as a command printed them), test
 * reports and archives of either. Asks no model and no network. Answers 0 when something failed there, 1 when nothing did.
 */
export async function distill(args: string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  if (positionals.length === 0 && process.stdin.isTTY) {
    throw new UsageError('usage: regreen distill [FILE…] (or a log on standard input)');
  }
  const gathered = nothingGathered();
  if (positionals.length === 0) await readStream(null, process.stdin, gathered);
  for (const file of positionals) await read(file, gathered);
  const found = distillate(gathered, { mask: createRedactor(secretsOf(process.env)).text });
  process.stdout.write(values.json ? `${JSON.stringify({ schemaVersion: 1, ...found }, null, 2)}\n` : inWords(found, gathered));
  return found.failed ? 0 : 1;
}

async function read(file: string, into: Gathered): Promise<void> {
  if (file === '-') return readStream('standard input', process.stdin, into);
  try {
    if (await beginsLikeZip(file)) await readArchive(file, file, into);
    else await readStream(file, createReadStream(file, { highWaterMark: 256 * 1024 }), into);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : String(error);
    throw new UsageError(`${file} cannot be read: ${code}.`);
  }
}

async function beginsLikeZip(file: string): Promise<boolean> {
  await using handle = await open(file);
  const head = Buffer.alloc(4);
  await handle.read(head, 0, 4, 0);
  return isZip(head);
}

/** A log may have printed what this terminal knows; PATH and other folders are no secrets. */
function secretsOf(env: NodeJS.ProcessEnv): string[] {
  return Object.entries(env).flatMap(([name, value]) =>
    value !== undefined && secretLooking(name) && !value.includes('/') ? [value] : [],
  );
}

function inWords({ failed, tests, commands, excerpts, cut, problems }: Distillate, { legs, reports }: Gathered): string {
  const lines = legs.reduce((sum, { log }) => sum + log.lines, 0);
  const read = [...(legs.length > 0 ? [`${lines} lines of ${legs.length === 1 ? 'a log' : `${legs.length} logs`}`] : []), ...reports];
  const parts = [
    failed ? null : `Nothing that failed was found in ${read.join(', ') || 'what was given'}.${excerpts === '' ? '' : ' It ends so:'}`,
    ...commands.map(({ from, step, command, exitCode }) => {
      const what = command ?? step ?? 'a step';
      return `${from === null ? '' : `${from}: `}exit code ${exitCode}: ${what.split('\n')[0]}`;
    }),
    tests.length === 0 ? null : `${tests.length} failing ${tests.length === 1 ? 'test' : 'tests'}:`,
    ...tests.map(({ name, file, line, message }) => {
      const place = file === null || name.includes(file) ? '' : ` (${file}${line === null ? '' : `:${line}`})`;
      const said = message === null ? '' : `\n${message.split('\n').slice(0, 12).join('\n').replace(/^/gm, '      ')}`;
      return `  ${name}${place}${said}`;
    }),
    excerpts === '' ? null : `\n${excerpts}`,
    cut === null ? null : `\n(${cut})`,
    ...problems,
  ];
  return `${parts
    .filter((part) => part !== null)
    .join('\n')
    .trim()}\n`;
}
