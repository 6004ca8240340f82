import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cliOptions, type Inputs, parseCliInputs } from '../inputs/index.ts';
import { openReportFolder, openScratch } from '../phases/folders.ts';
import { interruptible } from '../phases/interrupt.ts';
import { ConfigurationError } from '../phases/run.ts';
import { publish } from '../publish.ts';
import { createRedactor, exitCodeOf, renderTerminal, writeReportFiles } from '../report/index.ts';
import { terminalProgress, wantsColor } from './terminal.ts';

/** `regreen publish --bundle DIR`: the delivery half, for the commit and the remote of a local checkout. */
export async function publishBundle(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { ...cliOptions('publish'), repo: { type: 'string' }, json: { type: 'boolean' } },
    allowNegative: true,
  });
  const { repo, json, ...flags } = values;
  const parsed = parseCliInputs(flags, process.env, 'publish');
  const asJson = json === true;
  try {
    if (!parsed.ok) throw new ConfigurationError(parsed.problems.join('\n'));
    return await publishHere(parsed.inputs, resolve(typeof repo === 'string' ? repo : '.'), asJson);
  } catch (error) {
    if (asJson && error instanceof ConfigurationError) console.log(JSON.stringify({ schemaVersion: 1, error: error.message }));
    throw error;
  }
}

async function publishHere(inputs: Inputs, directory: string, asJson: boolean): Promise<number> {
  const redactor = createRedactor(inputs.secrets);
  await openReportFolder(inputs.reportDir);
  await using scratch = await openScratch();
  const stop = interruptible();
  const progress = terminalProgress(redactor);
  try {
    const source = { kind: 'local', directory } as const;
    const finished = await publish({ inputs, source, scratch: scratch.path, env: process.env, progress, signal: stop.signal });
    progress.close();
    const report = redactor.json(finished.report);
    if (inputs.reportDir !== null) await writeReportFiles(inputs.reportDir, report, [], redactor);
    const text = asJson ? JSON.stringify(report, null, 2) : renderTerminal(report, { color: wantsColor(process.stdout, process.env) });
    process.stdout.write(`${text.trimEnd()}\n`);
    return stop.exitCode() ?? exitCodeOf(report, inputs.failOn);
  } finally {
    progress.close();
    stop.done();
  }
}
