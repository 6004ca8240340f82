import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cliOptions, parseCliInputs } from '../inputs/index.ts';
import { openReportFolder, openScratch } from '../phases/folders.ts';
import { interruptible } from '../phases/interrupt.ts';
import { ConfigurationError } from '../phases/run.ts';
import { repair } from '../repair.ts';
import { createRedactor, exitCodeOf, matrixOf, renderTerminal, writeReportFiles } from '../report/index.ts';
import { terminalProgress, wantsColor } from './terminal.ts';

/** The flags of `fix` that say how the tests are run: nothing is repaired. */
const FLAGS = ['test', 'setup', 'working-directory', 'test-env', 'sandbox', 'sandbox-network', 'max-minutes', 'report-dir'];

/** `regreen plan`: which failures of a checkout have one cause. Answers 0 when that is known, or nothing is red. */
export async function plan(args: string[]): Promise<number> {
  const known = cliOptions('fix');
  const chosen = Object.fromEntries(FLAGS.flatMap((flag) => (known[flag] === undefined ? [] : [[flag, known[flag]]])));
  const { values } = parseArgs({
    args,
    options: { ...chosen, repo: { type: 'string' }, json: { type: 'boolean' } },
    allowNegative: true,
  });
  const { repo, json, ...flags } = values;
  // No key has a part in it.
  const parsed = parseCliInputs(flags, {}, 'fix');
  if (!parsed.ok) throw new ConfigurationError(parsed.problems.join('\n'));
  const inputs = { ...parsed.inputs, mode: 'plan' as const };
  const redactor = createRedactor([]);
  await openReportFolder(inputs.reportDir);
  await using scratch = await openScratch();
  const stop = interruptible();
  const progress = terminalProgress(redactor);
  try {
    const source = { kind: 'local', directory: resolve(typeof repo === 'string' ? repo : '.') } as const;
    const { report } = await repair({ inputs, source, scratch: scratch.path, env: process.env, progress, signal: stop.signal });
    progress.close();
    if (inputs.reportDir !== null) await writeReportFiles(inputs.reportDir, report, [], redactor);
    const { outcome, reason, causes = [] } = report;
    const shown =
      json === true
        ? JSON.stringify({ schemaVersion: 1, outcome, reason, causes, matrix: matrixOf(causes) }, null, 2)
        : renderTerminal(report, { color: wantsColor(process.stdout, process.env) });
    process.stdout.write(`${shown.trimEnd()}\n`);
    return stop.exitCode() ?? (causes.length > 0 ? 0 : exitCodeOf(report));
  } finally {
    progress.close();
    stop.done();
  }
}
