import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openModel } from '../agent/index.ts';
import { startServer } from '../engine/index.ts';
import { cliOptions, type Inputs, parseCliInputs } from '../inputs/index.ts';
import { openReportFolder, openScratch } from '../phases/folders.ts';
import { interruptible } from '../phases/interrupt.ts';
import { ConfigurationError } from '../phases/run.ts';
import { repair } from '../repair.ts';
import { type Divergence, greenOf, type RecordedTurn, recordedMind, turnsOf } from '../replay/index.ts';
import { createRedactor, parseReport, type Report, readConversation, writeReportFiles } from '../report/index.ts';
import { detectSuite } from '../suite/index.ts';
import { type Checkout, Git, GitError, openCheckout } from '../workspace/index.ts';
import { terminalProgress } from './terminal.ts';
import { UsageError } from './usage.ts';

/** The flags of `fix` that say how the tests are run: everything else was recorded. */
const FLAGS = ['test', 'setup', 'working-directory', 'test-env', 'sandbox', 'sandbox-network', 'green', 'allow-test-changes', 'report-dir'];

interface Recording {
  readonly report: Report;
  readonly turns: readonly RecordedTurn[];
}

interface Replayed {
  readonly divergences: readonly Divergence[];
  readonly turns: number;
  readonly report: Report;
}

/**
 * `regreen replay FILE.json`: runs a recorded conversation again on the recorded commit. The recorded answers come from a Responses server
 * on this machine; everything else is real. Answers 0 when the run went the same way to the same end, else 1.
 */
export async function replay(args: string[]): Promise<number> {
  const known = cliOptions('fix');
  const chosen = Object.fromEntries(FLAGS.flatMap((flag) => (known[flag] === undefined ? [] : [[flag, known[flag]]])));
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { ...chosen, repo: { type: 'string' }, json: { type: 'boolean' } },
    allowNegative: true,
  });
  const { repo, json, ...flags } = values;
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError('usage: regreen replay FILE.json [--repo DIR] [--json]');
  // No key of the environment has a part in it.
  const parsed = parseCliInputs(flags, {}, 'fix');
  if (!parsed.ok) throw new ConfigurationError(parsed.problems.join('\n'));
  const recording = await readRecording(file);
  await openReportFolder(parsed.inputs.reportDir);
  await using scratch = await openScratch();
  const stop = interruptible();
  try {
    const checkout = await checkoutOf(resolve(typeof repo === 'string' ? repo : '.'), recording.report, scratch.path);
    const inputs = await inputsOf(parsed.inputs, recording, checkout);
    const replayed = await run(recording, inputs, checkout, scratch.path, stop.signal);
    const code = stop.exitCode();
    if (code !== null) return code;
    const same = isSame(recording, replayed);
    process.stdout.write(json === true ? asJson(recording, replayed, same) : inWords(recording, replayed, same));
    return same ? 0 : 1;
  } finally {
    stop.done();
  }
}

async function readRecording(file: string): Promise<Recording> {
  const parsed = parseReport(await textOf(file));
  if (!parsed.ok) throw new UsageError(`${file} is not a report of Regreen: ${parsed.problem}`);
  const { report } = parsed;
  const conversation = await readConversation(report, file);
  if (!conversation.ok) throw new UsageError(`${file} has its conversation elsewhere: ${conversation.problem}.`);
  const turns = turnsOf(conversation.items);
  if (!turns.some(({ answer }) => answer !== null)) {
    throw new UsageError(`${file} holds no conversation: the run ended (${report.outcome}) before anything was asked.`);
  }
  return { report, turns };
}

async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${file} cannot be read: ${error.code ?? error.message}.`);
  });
}

/** The checkout itself where it stands at the recorded commit, with its dependencies; else a clone at that commit. */
async function checkoutOf(directory: string, { incident: { sha } }: Report, scratch: string): Promise<Checkout> {
  const opened = await openCheckout(directory);
  if (!opened.ok) throw new ConfigurationError(opened.reason);
  if (sha === null || !/^[0-9a-f]{40,64}$/.test(sha))
    throw new ConfigurationError('The report names no commit: there is nothing to run it on.');
  const { checkout } = opened;
  if (checkout.sha === sha) return checkout;
  const root = join(scratch, 'checkout');
  try {
    await new Git(checkout.root, { withoutFilters: true }).text(['clone', '--quiet', '--shared', '--no-checkout', checkout.root, root]);
    await new Git(root).text(['checkout', '--quiet', '--detach', sha]);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new ConfigurationError(`The commit ${sha} of the report is not in ${checkout.root}: fetch it, or give another --repo.`);
  }
  const cloned = await openCheckout(root);
  if (!cloned.ok) throw new ConfigurationError(cloned.reason);
  return cloned.checkout;
}

/** The bounds and the tests of the recorded run, unless flags say otherwise. */
async function inputsOf(given: Inputs, { report, turns }: Recording, { root }: Checkout): Promise<Inputs> {
  const { setupCommand, workingDirectories } = given;
  const recorded = report.tests.command;
  const detected = await detectSuite({ root, testCommand: null, setupCommand, workingDirectories });
  const isDetected = detected.ok && detected.plan.testCommand === recorded;
  return {
    ...given,
    engine: 'model',
    endpoint: null,
    limits: report.budget.limits,
    testCommand: given.testCommand ?? (isDetected ? null : recorded),
    greenRef: given.greenRef ?? greenOf(turns),
    secrets: [],
  };
}

async function run(recording: Recording, inputs: Inputs, checkout: Checkout, scratch: string, signal: AbortSignal): Promise<Replayed> {
  const redactor = createRedactor([]);
  const mind = recordedMind(recording.turns);
  const server = await startServer({ mind });
  const progress = terminalProgress(redactor);
  try {
    const choice = {
      baseUrl: server.url,
      apiKey: null,
      model: recording.report.model ?? 'recorded',
      reasoningEffort: null,
      serviceTier: null,
      instructions: null,
      transport: 'auto',
      isEngine: recording.report.model === null,
    } as const;
    await using hosted = openModel(choice, signal, (text) => progress.line(text));
    const source = { kind: 'local', directory: checkout.root } as const;
    const { report, conversation, attempts } = await repair({ inputs, source, scratch, env: {}, progress, signal, hosted });
    if (inputs.reportDir !== null) await writeReportFiles(inputs.reportDir, report, conversation, redactor, attempts);
    return { report, divergences: mind.divergences(), turns: mind.turns() };
  } finally {
    progress.close();
    await server.close();
  }
}

function isSame({ report }: Recording, { divergences, report: now }: Replayed): boolean {
  return divergences.length === 0 && report.outcome === now.outcome && report.patch === now.patch;
}

function asJson({ report, turns }: Recording, { divergences, report: now, turns: asked }: Replayed, same: boolean): string {
  const ending = ({ outcome, reason, patch }: Report, count: number) => ({ outcome, reason, patch, turns: count });
  const recorded = ending(report, turns.filter(({ answer }) => answer !== null).length);
  return `${JSON.stringify({ schemaVersion: 1, same, divergences, recorded, replayed: ending(now, asked) }, null, 2)}\n`;
}

function inWords({ report, turns }: Recording, { divergences, report: now, turns: asked }: Replayed, same: boolean): string {
  const recorded = turns.filter(({ answer }) => answer !== null).length;
  if (same) return `It went the same way again: ${asked} of ${recorded} turns, ${now.outcome}, the same patch. No model was asked.\n`;
  const shown = divergences
    .slice(0, 10)
    .flatMap(({ turn, what, recorded: then, now: today }) => [
      `turn ${turn}: ${what}`,
      `  recorded: ${then ?? '(nothing)'}`,
      `  now:      ${today ?? '(nothing)'}`,
    ]);
  return `${[
    `It went another way: ${asked} of ${recorded} turns.`,
    ...shown,
    ...(divergences.length > 10 ? [`and ${divergences.length - 10} more`] : []),
    `recorded: ${report.outcome}: ${report.reason}`,
    `now:      ${now.outcome}: ${now.reason}`,
    ...(report.patch === now.patch ? [] : ['The patches differ.']),
  ]
    .join('\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')}\n`;
}
