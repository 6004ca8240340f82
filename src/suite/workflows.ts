// The repository's own CI workflows: which commands its maintainers test with.
import { join, posix } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { namesIn, readText } from './files.ts';

/** A command of a `run` step, one line of its script. */
export interface CiCommand {
  readonly command: string;
  /** The folder it runs in, relative to the root; '' is the root. */
  readonly directory: string;
  /** `.github/workflows/ci.yml`. */
  readonly file: string;
  readonly job: string;
  /** Place of its step in the job: what stands before it in the same job was run before it. */
  readonly position: number;
  /** Whether it belongs to the step that failed. */
  readonly failed: boolean;
}

/** The step that failed, as far as the event tells: names as GitHub shows them. */
export interface FailedStep {
  readonly workflow: string | null;
  readonly job: string | null;
  readonly step: string | null;
}

const maxFiles = 50;
const maxBytes = 512 * 1024;

const runDefaults = z
  .looseObject({ run: z.looseObject({ 'working-directory': z.string().optional() }).optional() })
  .optional()
  .catch(undefined);
const stepSchema = z.looseObject({
  name: z.string().optional().catch(undefined),
  run: z.string().optional().catch(undefined),
  shell: z.string().optional().catch(undefined),
  'working-directory': z.string().optional().catch(undefined),
});
const workflowSchema = z.looseObject({
  name: z.string().optional().catch(undefined),
  defaults: runDefaults,
  jobs: z.record(
    z.string(),
    z.looseObject({ name: z.string().optional().catch(undefined), defaults: runDefaults, steps: z.array(stepSchema).catch([]) }),
  ),
});
type Workflow = z.infer<typeof workflowSchema>;
type Job = Workflow['jobs'][string];

/** The commands of all workflows of `root`, in order; a file that is no workflow is passed over. */
export async function readCiCommands(root: string, failed: FailedStep | null): Promise<readonly CiCommand[]> {
  const folder = '.github/workflows';
  const names = (await namesIn(join(root, folder)))
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .slice(0, maxFiles);
  const found = await Promise.all(
    names.map(async (name) => {
      const workflow = readWorkflow((await readText(join(root, folder, name), maxBytes)) ?? '');
      return workflow === null ? [] : commandsOf(workflow, `${folder}/${name}`, failed);
    }),
  );
  return found.flat();
}

function readWorkflow(text: string): Workflow | null {
  try {
    const parsed = workflowSchema.safeParse(parse(text, { maxAliasCount: 100, logLevel: 'silent' }));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function commandsOf(workflow: Workflow, file: string, failed: FailedStep | null): CiCommand[] {
  const isFailedWorkflow = failed !== null && (failed.workflow === null || failed.workflow === (workflow.name ?? file));
  return Object.entries(workflow.jobs).flatMap(([id, job]) => {
    const isFailedJob = isFailedWorkflow && (failed.job === null || isJob(job, id, failed.job));
    return job.steps.flatMap((step, position) => {
      if (step.run === undefined || !isShell(step.shell)) return [];
      const directory = directoryOf(
        step['working-directory'] ?? job.defaults?.run?.['working-directory'] ?? workflow.defaults?.run?.['working-directory'],
      );
      if (directory === null) return [];
      const isFailed = isFailedJob && failed.step !== null && (step.name ?? nameOf(step.run)) === failed.step;
      return linesOf(step.run).map((command) => ({ command, directory, file, job: id, position, failed: isFailed }));
    });
  });
}

/** A job of a matrix is shown as `name (value, …)`. */
function isJob(job: Job, id: string, shown: string): boolean {
  const name = (job.name ?? id).replace(/\$\{\{.*?\}\}.*$/s, '').trim();
  return shown === name || (name !== '' && shown.startsWith(name)) || shown.split(' (')[0] === id;
}

/** A step without a name is shown as the first line it runs. */
function nameOf(run: string): string {
  return `Run ${run.trim().split('\n', 1)[0] ?? ''}`;
}

const isShell = (shell: string | undefined): boolean => shell === undefined || /^(?:bash|sh)\b/.test(shell);

function directoryOf(given: string | undefined): string | null {
  const directory = posix.normalize((given ?? '.').replace(/^\$\{\{\s*github\.workspace\s*\}\}\/?/, '')).replace(/^\.\/?|\/$/g, '');
  return directory.startsWith('..') || posix.isAbsolute(directory) || directory.includes('${{') ? null : directory;
}

/** The commands of a script, one a line; those that hold an expression are left out, for only the runner can tell its value. */
function linesOf(run: string): string[] {
  return run
    .replace(/\\\r?\n\s*/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#') && !line.includes('${{'));
}
