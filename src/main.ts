import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as core from '@actions/core';
import { parseActionInputs } from './inputs/index.ts';
import { writeBundle } from './phases/deliver.ts';
import { interruptible } from './phases/interrupt.ts';
import { ConfigurationError } from './phases/run.ts';
import { repair } from './repair.ts';
import { annotationsOf, createProgress, createRedactor, failsStep, outputsOf, renderSummary, writeReportFiles } from './report/index.ts';

/** The Action: inputs in, repair, outputs out. Fails the step for a wrong configuration, a defect of ours, or what `fail-on` names. */
async function main(): Promise<void> {
  const parsed = parseActionInputs(process.env);
  if (!parsed.ok) return core.setFailed(parsed.problems.join('\n'));
  const { inputs } = parsed;
  for (const secret of inputs.secrets) core.setSecret(secret);
  const redactor = createRedactor(inputs.secrets);
  const progress = createProgress({ stream: process.stdout, isTTY: false, isCI: true, redactor });
  const temp = process.env.RUNNER_TEMP || tmpdir();
  const folder = inputs.reportDir ?? join(temp, 'regreen-report');
  const scratch = await mkdtemp(join(temp, 'regreen-'));
  const stop = interruptible();
  try {
    const source = { kind: 'action', env: process.env } as const;
    const finished = await repair({ inputs, source, scratch, env: process.env, progress, signal: stop.signal });
    progress.close();
    // Redacted before anything is drawn from it: a bound that cuts through a key would leave a part that no longer looks like one.
    const report = redactor.json(finished.report);
    const files = await writeReportFiles(folder, report, finished.conversation, redactor);
    const bundle = await writeBundle(inputs, report, finished.incident, join(folder, 'bundle'));
    for (const [name, value] of Object.entries(outputsOf(report, { ...files, bundle }))) core.setOutput(name, value);
    if (process.env.GITHUB_STEP_SUMMARY) await core.summary.addRaw(renderSummary(report)).write();
    for (const { level, message, properties } of annotationsOf(report)) {
      const annotate = level === 'warning' ? core.warning : core.notice;
      annotate(message, properties);
    }
    if (failsStep(report.outcome, inputs.failOn)) core.setFailed(`The outcome is ${report.outcome}, which fail-on names.`);
  } catch (error) {
    progress.close();
    if (!(error instanceof ConfigurationError)) throw error;
    core.setFailed(redactor.text(error.message));
  } finally {
    await rm(scratch, { recursive: true, force: true });
    stop.done();
  }
}

await main().catch((error: unknown) => {
  core.setFailed(`A defect of Regreen: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
});
