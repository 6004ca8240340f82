// What a careful reviewer asks of a workflow besides its syntax: the audits of zizmor that matter for two jobs, over the parsed YAML.
import { parse } from 'yaml';
import * as z from 'zod';

const step = z.looseObject({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
});
const permissions = z.union([z.string(), z.record(z.string(), z.string())]).optional();
const job = z.looseObject({
  permissions,
  uses: z.string().optional(),
  secrets: z.unknown().optional(),
  steps: z.array(step).default([]),
  concurrency: z.unknown().optional(),
});
const workflow = z.looseObject({
  on: z.unknown(),
  permissions,
  concurrency: z.unknown().optional(),
  jobs: z.record(z.string(), job),
});

type Job = z.infer<typeof job>;

/** Findings as sentences; none for a workflow that a reviewer would wave through. */
export function review(text: string): string[] {
  const parsed = workflow.parse(parse(text));
  const findings: string[] = [];
  if (JSON.stringify(parsed.permissions) !== '{}') findings.push('permissions at the top are not {} (excessive-permissions)');
  if (/\bpull_request_target\b/.test(JSON.stringify(parsed.on))) findings.push('pull_request_target (dangerous-triggers)');
  for (const [name, each] of Object.entries(parsed.jobs)) {
    if (parsed.concurrency === undefined && each.concurrency === undefined) findings.push(`${name} has no concurrency group`);
    findings.push(...ofJob(each).map((finding) => `${name}: ${finding}`));
  }
  return findings;
}

function ofJob(each: Job): string[] {
  const findings: string[] = [];
  if (each.permissions === undefined || typeof each.permissions === 'string') findings.push('names no permissions of its own');
  if (each.secrets === 'inherit') findings.push('hands on every secret (secrets-inherit)');
  const writes = JSON.stringify(each.permissions ?? {}).includes('write');
  for (const { uses, run, with: inputs = {} } of each.steps) {
    if (run?.includes('${{')) findings.push('an expression in a script (template-injection)');
    if (uses === undefined) continue;
    if (!/@[0-9a-f]{40}$/.test(uses) && !isOurs(uses)) findings.push(`${uses} is not pinned by SHA (unpinned-uses)`);
    if (uses.startsWith('actions/checkout@') && inputs['persist-credentials'] !== false)
      findings.push('checkout keeps its token (artipacked)');
    if (isOurs(uses) && writes && inputs.mode !== 'publish') findings.push('may write, and runs the code of the repository');
    if (isOurs(uses) && inputs.mode === 'publish' && 'api-key' in inputs) findings.push('publishes with the key of a model in hand');
  }
  return findings;
}

/** A reader pins it to the release that was reviewed. */
const isOurs = (uses: string): boolean => uses.startsWith('regreen/regreen@');
