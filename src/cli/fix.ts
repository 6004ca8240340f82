import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cliOptions, type Inputs, parseCliInputs } from '../inputs/index.ts';
import { openReportFolder, openScratch } from '../phases/folders.ts';
import { interruptible } from '../phases/interrupt.ts';
import { ConfigurationError } from '../phases/run.ts';
import { sendTelemetry } from '../phases/telemetry.ts';
import { type Finished, repair } from '../repair.ts';
import { createRedactor, exitCodeOf, type Redactor, type Report, renderTerminal, writeReportFiles } from '../report/index.ts';
import { applyToCheckout, openCheckout } from '../workspace/index.ts';
import { personSaysYes } from './ask.ts';
import { terminalProgress, wantsColor } from './terminal.ts';

/** `regreen fix`: the whole job on a local checkout. The checkout changes only if `--apply` is given or a person says yes. */
export async function fix(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { ...cliOptions('fix'), repo: { type: 'string' }, apply: { type: 'boolean' }, json: { type: 'boolean' } },
    allowNegative: true,
  });
  const { repo, apply, json, ...flags } = values;
  const asJson = json === true;
  try {
    const parsed = parseCliInputs(flags, process.env, 'fix');
    if (!parsed.ok) throw new ConfigurationError(parsed.problems.join('\n'));
    return await repairHere(
      parsed.inputs,
      resolve(typeof repo === 'string' ? repo : '.'),
      typeof apply === 'boolean' ? apply : null,
      asJson,
    );
  } catch (error) {
    if (asJson && error instanceof ConfigurationError) console.log(JSON.stringify({ schemaVersion: 1, error: error.message }));
    throw error;
  }
}

async function repairHere(inputs: Inputs, directory: string, apply: boolean | null, asJson: boolean): Promise<number> {
  const redactor = createRedactor(inputs.secrets);
  const stop = interruptible();
  try {
    const finished = await run(inputs, directory, redactor, stop.signal);
    const report = redactor.json(finished.report);
    const conversation = redactor.json(finished.conversation);
    const sent = sendTelemetry(inputs, report, process.env);
    const files =
      inputs.reportDir === null ? null : await writeReportFiles(inputs.reportDir, report, conversation, redactor, finished.attempts);
    const text = asJson
      ? JSON.stringify({ ...report, conversation: inline(conversation) }, null, 2)
      : renderTerminal(report, { color: wantsColor(process.stdout, process.env) });
    process.stdout.write(`${text.trimEnd()}\n`);
    // Whoever sees only the progress must not miss it.
    const unseen = asJson && exitCodeOf(report) !== 0;
    if (report.outcome === 'flaky' || unseen) console.error(`regreen: ${report.outcome}: ${report.reason}`);
    const unsent = await sent;
    if (unsent !== null) console.error(`regreen: ${unsent}`);
    const wanted =
      report.outcome === 'fixed' && (apply ?? (!asJson && (await personSaysYes('Apply this fix to the checkout?', stop.signal))));
    const refused = wanted ? await applyPatch(directory, report) : null;
    const say = (text: string): void => console.error(`regreen: ${redactor.text(text)}`);
    if (refused !== null) say(`the fix was not applied: ${refused}`);
    else if (wanted) say(`the fix was applied to ${directory}.`);
    else if (report.outcome === 'fixed' && !asJson) say(notApplied(files?.patch ?? null));
    if (files !== null) say(`the whole report: ${files.page}`);
    return stop.exitCode() ?? (refused === null ? exitCodeOf(report, inputs.failOn) : 1);
  } finally {
    stop.done();
  }
}

async function run(inputs: Inputs, directory: string, redactor: Redactor, signal: AbortSignal): Promise<Finished> {
  await openReportFolder(inputs.reportDir);
  await using scratch = await openScratch();
  const progress = terminalProgress(redactor);
  try {
    return await repair({ inputs, source: { kind: 'local', directory }, scratch: scratch.path, env: process.env, progress, signal });
  } finally {
    progress.close();
  }
}

/** Above a megabyte the conversation belongs into a file of its own, which `--report-dir` writes. */
function inline(conversation: readonly unknown[]): readonly unknown[] | string {
  return JSON.stringify(conversation).length > 1_000_000 ? 'larger than 1 MB: give --report-dir to have it written' : conversation;
}

function notApplied(patch: string | null): string {
  const how = patch === null ? '--apply applies it, --report-dir DIR writes it to a file' : `git apply ${patch} applies it`;
  return `the fix was not applied: ${how}.`;
}

/** Null when it was applied, else why not. */
async function applyPatch(directory: string, report: Report): Promise<string | null> {
  const opened = await openCheckout(directory);
  if (!opened.ok) return opened.reason;
  const applied = await applyToCheckout(opened.checkout, { text: report.patch, files: report.files });
  return applied.ok ? null : applied.reason;
}
