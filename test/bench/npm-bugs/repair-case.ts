// One red repository repaired by Regreen, and its claim checked.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { againstTruth } from './against-truth.ts';
import { sh } from './data.ts';
import type { Place } from './harder.ts';
import { isSuspected } from './suspected.ts';
import { testRunsOf } from './test-runs.ts';

const reportSchema = z.object({
  outcome: z.string(),
  reason: z.string(),
  diagnosis: z.string().nullable(),
  patch: z.string(),
  proof: z.object({ kind: z.string() }).nullable(),
  timing: z.object({ total: z.number() }),
  suspects: z.array(z.object({ path: z.string(), line: z.number() })),
  conversation: z.union([z.array(z.unknown()), z.string()]),
  ledger: z.object({ work: z.array(z.object({ kind: z.string(), name: z.string() })) }),
});

export interface Case {
  readonly id: string;
  readonly directory: string;
  readonly command: string;
  readonly green: string | null;
  readonly note: string;
  /** Lines of the red tree that what broke it differs in, where that is known. */
  readonly truth?: readonly Place[];
  /** The same for each of several lost fixes. */
  readonly losses?: readonly (readonly Place[])[];
  /** The fewest test runs that could tell what broke it, where the change is known. */
  readonly least?: number;
  /** Lines of the red tree that hold the fault, where nothing broke it: behaviour that is missing, and faults put in. */
  readonly fault?: readonly Place[];
  /** The file with the fault as it was before. */
  readonly original?: { readonly path: string; readonly text: string };
}

export interface Outcome {
  readonly id: string;
  readonly outcome: string;
  readonly kind: string;
  readonly seconds: number;
  readonly lines: string;
  /** Whether the breaking lines are named, and how many innocent ones are undone. */
  readonly named: string;
  readonly innocent: string;
  /** Where it gives up: whether the true function is among the five it suspects. */
  readonly suspected: string;
  /** Test runs, and how many would do; empty where that is not known. */
  readonly runs: string;
  readonly least: string;
  readonly patch: string;
  /** Where the text before the fault is known: whether the patch brought it back: yes, no, or all but its layout. */
  readonly exact: string;
  readonly wrong: string;
  readonly words: string;
}

export interface RepairOptions {
  /** What is measured: a built command line. */
  readonly program: string;
  readonly minutes: number;
  /** Whether the green commit is withheld. */
  readonly findGreen: boolean;
  /** Where reports are kept. */
  readonly reports: string | undefined;
}

/** Runs Regreen on a red repository as a user would, and checks what it claims: the patch is applied, and the suite run without Regreen. */
export async function repairCase(one: Case, { program, minutes, findGreen, reports }: RepairOptions): Promise<Outcome> {
  const started = performance.now();
  const args = [program, 'fix', '--repo', one.directory, '--json', '--no-apply', '--engine', 'builtin', '--max-minutes', String(minutes)];
  const before = await sh('git', ['-C', one.directory, 'status', '--porcelain']);
  const ran = await sh('node', [...args, ...(one.green && !findGreen ? ['--green', one.green] : [])], {
    timeout: (minutes * 60 + 120) * 1000,
  });
  if (reports !== undefined) {
    await mkdir(reports, { recursive: true });
    await writeFile(join(reports, `${one.id.replaceAll(/[^\w.+-]/g, '_')}.json`), ran.out);
  }
  const after = await sh('git', ['-C', one.directory, 'status', '--porcelain']);
  const seconds = (performance.now() - started) / 1000;
  const base = {
    id: one.id,
    seconds,
    lines: '',
    kind: '',
    words: '',
    named: '',
    innocent: '',
    suspected: '',
    runs: '',
    least: '',
    patch: '',
    exact: '',
  };
  const parsed = reportSchema.safeParse(jsonOrNull(ran.out));
  if (!parsed.success)
    return { ...base, outcome: `crash (${ran.code})`, wrong: 'no report', words: ran.err.slice(-300).replaceAll('\n', ' ') };
  const report = parsed.data;
  const claim = report.outcome === 'fixed' ? await checkClaim(one, report.patch) : { wrong: [], exact: '' };
  const wrong = [...(before.out === after.out ? [] : ['the checkout changed']), ...claim.wrong];
  return {
    ...base,
    outcome: report.outcome,
    kind: report.proof?.kind ?? '',
    ...(await againstTruth(one, report)),
    suspected:
      one.fault === undefined || report.outcome === 'fixed'
        ? ''
        : (await isSuspected(report.diagnosis ?? '', one.fault, one.directory))
          ? 'yes'
          : 'no',
    runs: String(testRunsOf(report) ?? ''),
    least: String(one.least ?? ''),
    patch: report.patch,
    exact: claim.exact,
    lines: String(report.patch.split('\n').filter((line) => /^[+-](?![+-]{2} )/.test(line)).length),
    wrong: wrong.join('; '),
    words: (report.outcome === 'fixed' ? report.reason : (report.diagnosis ?? report.reason)).replaceAll('\n', ' ').slice(0, 220),
  };
}

async function checkClaim(one: Case, patch: string): Promise<{ readonly wrong: string[]; readonly exact: string }> {
  const touched = [...patch.matchAll(/^diff --git a\/(.*) b\/.*$/gm)].map((match) => match[1] ?? '');
  const tests = touched.filter((path) => /(^|\/)(test|tests|spec|__tests__)\//.test(path) || /\.(test|spec)\./.test(path));
  const file = join(one.directory, '.git', 'claim.patch');
  await writeFile(file, patch);
  const applied = await sh('git', ['-C', one.directory, 'apply', file]);
  if (applied.code !== 0) return { wrong: [`the patch does not apply: ${applied.err.slice(0, 200)}`], exact: '' };
  const run = await sh('npm', ['test'], { cwd: one.directory, timeout: 180_000 });
  const { original } = one;
  const text = original === undefined ? '' : await readFile(join(one.directory, original.path), 'utf8');
  await sh('git', ['-C', one.directory, 'apply', '-R', file]);
  return {
    wrong: [
      ...(tests.length > 0 ? [`changed tests: ${tests.join(' ')}`] : []),
      ...(run.code === 0 ? [] : ['the suite is red with the patch']),
    ],
    exact: original === undefined ? '' : likenessOf(text, original.text),
  };
}

/** Who put the fault in may have printed the code around it anew: blanks, semicolons and quotes are nobody's repair. */
function likenessOf(text: string, original: string): 'yes' | 'layout' | 'no' {
  const plain = (code: string): string => code.replaceAll(/\s+|;|,(?=\s*[)\]}])/g, '').replaceAll(/['`]/g, '"');
  if (text === original) return 'yes';
  return plain(text) === plain(original) ? 'layout' : 'no';
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
