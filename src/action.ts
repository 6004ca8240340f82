import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { info, notice, setFailed, setOutput, setSecret, summary, warning } from '@actions/core';
import type { OpenModel } from './agent/index.ts';
import type { Inputs } from './inputs/index.ts';
import { openReportFolder, openScratch } from './phases/folders.ts';
import type { Interruptible } from './phases/interrupt.ts';
import { machineFault } from './phases/machine-fault.ts';
import { ConfigurationError } from './phases/run.ts';
import { sendTelemetry } from './phases/telemetry.ts';
import { repair } from './repair.ts';
import { annotationsOf, failsStep, outputsOf, type Progress, type Redactor, renderSummary, writeReportFiles } from './report/index.ts';

export interface ActionRun {
  readonly inputs: Inputs;
  readonly redactor: Redactor;
  readonly progress: Progress;
  readonly stop: Interruptible;
  /** Connecting already. */
  readonly hosted: OpenModel | null;
}

/** The step: repair or publish, report, outputs. Fails for a wrong configuration, or what `fail-on` names; throws for a defect of ours. */
export async function runAction({ inputs, redactor, progress, stop, hosted }: ActionRun): Promise<void> {
  for (const secret of inputs.secrets) setSecret(secret);
  const temp = process.env.RUNNER_TEMP || tmpdir();
  const folder = inputs.reportDir ?? join(temp, 'regreen-report');
  try {
    await openReportFolder(folder);
    await using scratch = await openScratch(temp);
    const source = { kind: 'action', env: process.env } as const;
    const job = { inputs, source, scratch: scratch.path, env: process.env, progress, signal: stop.signal, hosted };
    const finished = inputs.mode === 'publish' ? await (await import('./publish.ts')).publish(job) : await repair(job);
    progress.close();
    // Redacted before anything is drawn from it: a bound that cuts through a key would leave a part that no longer looks like one.
    const report = redactor.json(finished.report);
    const sent = sendTelemetry(inputs, report, process.env);
    const files = await writeReportFiles(folder, report, finished.conversation, redactor, finished.attempts);
    const { writeBundle } = await import('./phases/deliver.ts');
    const bundle = await writeBundle(inputs, report, finished.incident, join(folder, 'bundle'));
    for (const [name, value] of Object.entries(outputsOf(report, { ...files, bundle }))) setOutput(name, value);
    if (process.env.GITHUB_STEP_SUMMARY) await summary.addRaw(renderSummary(report)).write();
    for (const { level, message, properties } of annotationsOf(report)) {
      const annotate = level === 'warning' ? warning : notice;
      annotate(message, properties);
    }
    const unsent = await sent;
    if (unsent !== null) info(unsent);
    if (failsStep(report.outcome, inputs.failOn)) setFailed(`The outcome is ${report.outcome}, which fail-on names.`);
  } catch (error) {
    progress.close();
    const reason = error instanceof ConfigurationError ? error.message : await machineFault(error, temp);
    if (reason === null) throw error;
    setFailed(redactor.text(reason));
  } finally {
    stop.done();
  }
}

export function fail(message: string): void {
  setFailed(message);
}
