import { oddityOf, type Publisher, type ReadBundle } from '../delivery/index.ts';
import type { Incident } from '../incident/index.ts';
import type { Inputs } from '../inputs/index.ts';
import { type IntegrityFinding, parseReport, placed, type Report } from '../report/index.ts';
import { blockingFindings, readChanges } from '../suite/index.ts';
import { nameRefusal, type Patch } from '../workspace/index.ts';
import { examineFix } from './integrity.ts';
import { pathPolicyOf } from './path-policy.ts';

/** More files than any repair changes. */
const mostFiles = 50;

export type Examined =
  | { readonly ok: true; readonly patch: Patch; readonly report: Report; readonly integrity: readonly IntegrityFinding[] }
  | { readonly ok: false; readonly reason: string };

const refuse = (reason: string): Examined => ({ ok: false, reason });

/**
 * A bundle against the event of the job that publishes it. Nothing it says is believed: git applies the patch to the red commit as the
 * remote has it, and the rules for paths, sizes, modes and tests are held against what came of that.
 */
export async function examineBundle(
  { manifest, patch, report }: ReadBundle,
  incident: Incident,
  publisher: Publisher,
  inputs: Inputs,
): Promise<Examined> {
  const mismatch = mismatchOf(manifest, incident);
  if (mismatch !== null) return refuse(mismatch);
  const said = parseReport(report);
  if (!said.ok) return refuse(`report.json: ${said.problem}`);
  if (said.report.outcome !== 'fixed' || said.report.proof === null) return refuse('report.json does not tell of a proved fix');
  if (said.report.fingerprint !== manifest.fingerprint) return refuse('report.json and manifest.json name different failures');
  // What is pushed stands on the branch's tip; the checks of a pull request ran on its merge commit.
  const parent = incident.head ?? incident.sha;
  const examined = await publisher.examine(parent, patch);
  if (!examined.ok) return examined;
  const readRed = (path: string): Promise<string | null> => publisher.textOf(parent, path);
  const broken =
    brokenRule(examined, inputs) ??
    (await oddName(examined, () => publisher.paths(parent))) ??
    (await brokenManifest(examined.patch, readRed, inputs));
  if (broken !== null) return refuse(broken);
  const integrity = await examineFix({
    patch: examined.patch,
    readRed,
    failingFiles: said.report.tests.results.flatMap(({ before, file }) => (before === 'failed' ? [file] : [])).slice(0, 200),
    runs: null,
    allowTestChanges: inputs.allowTestChanges,
  });
  const blocking = blockingFindings(integrity);
  if (blocking.length > 0) return refuse(`the integrity rules refuse it: ${blocking.slice(0, 3).map(placed).join('; ')}`);
  const files = examined.files.map(({ path, lines }) => ({ path, added: lines?.added ?? 0, removed: lines?.removed ?? 0 }));
  return { ok: true, patch: { text: examined.patch, files }, report: said.report, integrity };
}

function mismatchOf(manifest: ReadBundle['manifest'], { repo, sha, base }: Incident): string | null {
  const differs = (what: string, theirs: string | null, ours: string | null) =>
    `manifest.json names the ${what} ${theirs ?? '(none)'}, and this job is about ${ours ?? '(none)'}`;
  if (repo === null || manifest.repo?.toLowerCase() !== repo.toLowerCase()) return differs('repository', manifest.repo, repo);
  if (manifest.sha !== sha) return differs('commit', manifest.sha, sha);
  if (base === null) return `nothing says which branch this is for: give base-ref (manifest.json names ${manifest.base ?? 'none either'})`;
  return manifest.base === base ? null : differs('base', manifest.base, base);
}

type Applied = Extract<Awaited<ReturnType<Publisher['examine']>>, { readonly ok: true }>;

function brokenRule({ files }: Applied, inputs: Inputs): string | null {
  if (files.length === 0) return 'the patch changes nothing';
  if (files.length > mostFiles) return `the patch changes ${files.length} files, more than ${mostFiles}`;
  const lines = files.reduce((sum, file) => sum + (file.lines?.added ?? 0) + (file.lines?.removed ?? 0), 0);
  const most = inputs.limits.changedLines;
  if (lines > most) return `the patch changes ${lines} lines, more than max-changed-lines (${most})`;
  const policy = pathPolicyOf(inputs);
  for (const file of files) {
    const reason = oddityOf(file) ?? policy.refuses(file.path);
    if (reason !== null) return reason;
  }
  return null;
}

/** A new file that on another file system would be another one. */
async function oddName({ files }: Applied, paths: () => Promise<readonly string[]>): Promise<string | null> {
  const added = files.filter(({ oldMode }) => oldMode === null);
  const known = added.length === 0 ? [] : await paths();
  return added.map(({ path }) => nameRefusal(path, known)).find((reason) => reason !== null) ?? null;
}

/** Manifests are protected in part: both texts are needed. */
async function brokenManifest(patch: string, readRed: (path: string) => Promise<string | null>, inputs: Inputs): Promise<string | null> {
  const policy = pathPolicyOf(inputs);
  for (const { path, before, after } of await readChanges(patch, readRed)) {
    const reason = policy.refusesChange?.(path, before, after) ?? null;
    if (reason !== null) return reason;
  }
  return null;
}
