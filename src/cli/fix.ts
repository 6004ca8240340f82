import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { cliOptions, type Inputs, parseCliInputs } from '../inputs/index.ts';
import { type Interruptible, interruptible } from '../phases/interrupt.ts';
import { ConfigurationError, repair } from '../repair.ts';
import {
  createProgress,
  createRedactor,
  exitCodeOf,
  type Redactor,
  type Report,
  renderTerminal,
  writeReportFiles,
} from '../report/index.ts';
import { applyToCheckout, openCheckout } from '../workspace/index.ts';

/** `regreen fix`: the whole job on a local checkout. The checkout changes only if `--apply` is given or a person says yes. */
export async function fix(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      ...cliOptions('fix'),
      repo: { type: 'string' },
      apply: { type: 'boolean' },
      json: { type: 'boolean' },
    },
    allowNegative: true,
  });
  const { repo, apply, json, ...flags } = values;
  const parsed = parseCliInputs(flags, process.env, 'fix');
  if (!parsed.ok) throw new ConfigurationError(parsed.problems.join('\n'));
  const directory = resolve(typeof repo === 'string' ? repo : '.');
  const stop = interruptible();
  try {
    const { report, redactor } = await run(parsed.inputs, directory, json === true, stop);
    const answer = report.outcome === 'fixed' && (await wantsIt(typeof apply === 'boolean' ? apply : null, json === true, stop.signal));
    const refused = answer ? await applyPatch(directory, report) : null;
    process.stdout.write(json === true ? `${JSON.stringify(redactor.json(report), null, 2)}\n` : '');
    if (refused !== null) console.error(`regreen: ${redactor.text(refused)}`);
    if (report.outcome === 'flaky') console.error(`regreen: FLAKY: ${redactor.text(report.reason)}`);
    return stop.exitCode() ?? (refused === null ? exitCodeOf(report, parsed.inputs.failOn) : 1);
  } finally {
    stop.done();
  }
}

async function run(inputs: Inputs, directory: string, json: boolean, stop: Interruptible): Promise<{ report: Report; redactor: Redactor }> {
  const redactor = createRedactor(inputs.secrets);
  const stream = process.stderr;
  const progress = createProgress({
    stream,
    isTTY: stream.isTTY && !process.env.CI,
    isCI: false,
    now: () => performance.now(),
    redact: redactor.text,
  });
  const scratch = await mkdtemp(join(tmpdir(), 'regreen-'));
  try {
    const report = await repair({ inputs, source: { kind: 'local', directory }, scratch, env: process.env, progress, signal: stop.signal });
    progress.end();
    if (inputs.reportDir !== null) await writeReportFiles(inputs.reportDir, report, redactor);
    if (!json) process.stdout.write(`${redactor.text(renderTerminal(report))}\n`);
    return { report, redactor };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function wantsIt(apply: boolean | null, json: boolean, signal: AbortSignal): Promise<boolean> {
  if (apply !== null) return apply;
  if (json || !process.stdin.isTTY || !process.stdout.isTTY) return false;
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(es)?$/i.test((await prompt.question('Apply this fix to the checkout? [y/N] ', { signal })).trim());
  } catch {
    return false;
  } finally {
    prompt.close();
  }
}

/** Null when it was applied, else why not. */
async function applyPatch(directory: string, report: Report): Promise<string | null> {
  const opened = await openCheckout(directory);
  if (!opened.ok) return opened.reason;
  const applied = await applyToCheckout(opened.checkout, { text: report.patch, files: report.files });
  return applied.ok ? null : applied.reason;
}
