import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as core from '@actions/core';
import { parseActionInputs } from './inputs/index.ts';
import { interruptible } from './phases/interrupt.ts';
import { ConfigurationError, repair } from './repair.ts';
import { annotationsOf, createProgress, createRedactor, failsStep, outputsOf, renderSummary, writeReportFiles } from './report/index.ts';

/** The Action: inputs in, repair, outputs out. Fails the step for a wrong configuration, a defect of ours, or what `fail-on` names. */
async function main(): Promise<void> {
  const parsed = parseActionInputs(process.env);
  if (!parsed.ok) return core.setFailed(parsed.problems.join('\n'));
  const { inputs } = parsed;
  for (const secret of inputs.secrets) core.setSecret(secret);
  const redactor = createRedactor(inputs.secrets);
  const progress = createProgress({
    stream: process.stdout,
    isTTY: false,
    isCI: true,
    now: () => performance.now(),
    redact: redactor.text,
  });
  const temp = process.env.RUNNER_TEMP ?? tmpdir();
  const scratch = await mkdtemp(join(temp, 'regreen-'));
  const stop = interruptible();
  try {
    const report = await repair({
      inputs,
      source: { kind: 'action', env: process.env },
      scratch,
      env: process.env,
      progress,
      signal: stop.signal,
    });
    const files = await writeReportFiles(inputs.reportDir ?? join(temp, 'regreen-report'), report, redactor);
    for (const [name, value] of Object.entries(outputsOf(report, files))) core.setOutput(name, value);
    if (process.env.GITHUB_STEP_SUMMARY) await core.summary.addRaw(redactor.text(renderSummary(report))).write();
    for (const { level, message, properties } of annotationsOf(report)) core[level](redactor.text(message), properties);
    if (failsStep(report.outcome, inputs.failOn))
      core.setFailed(`Outcome ${report.outcome}, which fail-on names: ${redactor.text(report.reason)}`);
  } catch (error) {
    if (error instanceof ConfigurationError) return core.setFailed(redactor.text(error.message));
    throw error;
  } finally {
    await rm(scratch, { recursive: true, force: true });
    stop.done();
  }
}

await main().catch((error: unknown) => {
  core.setFailed(`A defect of Regreen: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  process.exitCode = 1;
});
