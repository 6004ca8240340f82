// The audits of zizmor (regular persona, offline) that can apply to workflows like ours, over the parsed YAML; each finding names its audit.
import { parse } from 'yaml';
import * as z from 'zod';

const text = z.string().optional();
const step = z.looseObject({
  uses: text,
  run: text,
  if: z.union([z.string(), z.boolean()]).optional(),
  shell: text,
  env: z.record(z.string(), z.unknown()).default({}),
  with: z.record(z.string(), z.unknown()).default({}),
});
const job = z.looseObject({
  if: z.union([z.string(), z.boolean()]).optional(),
  'runs-on': z.unknown().optional(),
  container: z.unknown().optional(),
  services: z.unknown().optional(),
  secrets: z.unknown().optional(),
  uses: text,
  permissions: z.unknown().optional(),
  steps: z.array(step).default([]),
});
const workflow = z.looseObject({ on: z.unknown(), permissions: z.unknown().optional(), jobs: z.record(z.string(), job) });

type Job = z.infer<typeof job>;
type Step = z.infer<typeof step>;

/** Findings as sentences that end with the name of the audit. */
export function audit(source: string): string[] {
  const { on, permissions, jobs } = workflow.parse(parse(source));
  const releases = /"(?:tags|release)"/.test(JSON.stringify(on));
  return [
    ...ofTriggers(JSON.stringify(on), source),
    ...(permissions === 'write-all' || permissions === undefined || /"write"/.test(JSON.stringify(permissions))
      ? ['the permissions of every job (excessive-permissions)']
      : []),
    ...ofExpressions(source),
    ...Object.entries(jobs).flatMap(([name, each]) => ofJob(each, releases).map((finding) => `${name}: ${finding}`)),
  ];
}

function ofTriggers(on: string, source: string): string[] {
  const looked = /workflow_run: # zizmor: ignore\[dangerous-triggers\] \S/.test(source);
  return [
    ...(on.includes('pull_request_target') ? ['pull_request_target (dangerous-triggers)'] : []),
    ...(on.includes('"workflow_run"') && !looked ? ['workflow_run without a word why it is safe here (dangerous-triggers)'] : []),
  ];
}

function ofExpressions(source: string): string[] {
  const expressions = [...source.matchAll(/\$\{\{(.*?)\}\}/gs)].map(([, inside = '']) => inside);
  const rules: readonly (readonly [RegExp, string])[] = [
    [/toJSON\(\s*secrets\s*\)|secrets\[/i, 'all secrets in one expression (overprovisioned-secrets)'],
    [/fromJSON\(\s*secrets\./i, 'a part of a secret, which no log masks (unredacted-secrets)'],
    [/&&\s*(?:''|false|0|null)\s*\|\|/, 'a choice whose first value is never taken (unsound-ternary)'],
  ];
  return expressions.flatMap((inside) => rules.flatMap(([pattern, finding]) => (pattern.test(inside) ? [finding] : [])));
}

function ofJob(each: Job, releases: boolean): string[] {
  const surroundings = JSON.stringify([each.container, each.services]);
  return [
    ...ofCondition(each.if),
    ...(each.secrets === 'inherit' ? ['every secret is handed on (secrets-inherit)'] : []),
    ...(each.permissions === 'write-all' ? ['may write everything (excessive-permissions)'] : []),
    ...(JSON.stringify(each['runs-on'] ?? '').includes('self-hosted') ? ['a runner of one’s own (self-hosted-runner)'] : []),
    ...(/"password":"(?!\$\{\{)/.test(surroundings) ? ['a password in the text (hardcoded-container-credentials)'] : []),
    ...(/"image":"(?![^"]*@sha256:)|^\["(?![^"]*@sha256:)/.test(surroundings) ? ['an image by its tag (unpinned-images)'] : []),
    ...(each.uses === undefined ? [] : ofUses(each.uses)),
    ...each.steps.flatMap((one) => ofStep(one, releases)),
  ];
}

function ofStep({ uses, run = '', if: condition, shell, env, with: inputs }: Step, releases: boolean): string[] {
  const script = [run, uses?.startsWith('actions/github-script@') ? inputs.script : ''].join('\n');
  const caches = uses !== undefined && (/^actions\/(?:cache|setup-)/.test(uses) || 'cache' in inputs);
  return [
    ...ofCondition(condition),
    ...(uses === undefined ? [] : ofUses(uses)),
    ...(script.includes('${{') ? ['an expression in a script (template-injection)'] : []),
    ...(/GITHUB_(?:ENV|PATH)/.test(run) ? ['variables for later steps (github-env)'] : []),
    ...(/npm publish|twine upload|cargo publish|gem push/.test(run) ? ['a registry by a token (use-trusted-publishing)'] : []),
    ...(shell === 'cmd' || 'pip-install' in inputs ? ['what works by accident (misfeature)'] : []),
    ...('ACTIONS_ALLOW_UNSECURE_COMMANDS' in env ? ['commands that are switched off (insecure-commands)'] : []),
    ...(uses?.startsWith('actions/checkout@') && inputs['persist-credentials'] !== false ? ['checkout keeps its token (artipacked)'] : []),
    ...(releases && caches && inputs['package-manager-cache'] !== false ? ['a cache where a release is made (cache-poisoning)'] : []),
  ];
}

function ofUses(uses: string): string[] {
  // A reader pins Regreen to the release that was reviewed; a path is this very commit.
  const isPinned = uses.startsWith('./') || /@[0-9a-f]{40}$/.test(uses) || uses.startsWith('regreen/regreen');
  return [
    ...(isPinned ? [] : [`${uses} by its tag (unpinned-uses)`]),
    ...(/\/\.{0,2}\/|\/\.{0,2}@/.test(uses) ? [`${uses} is written to be misread (obfuscation)`] : []),
  ];
}

function ofCondition(condition: string | boolean | undefined): string[] {
  if (typeof condition !== 'string') return [];
  const mixed = condition.includes('${{') && !/^\$\{\{[\s\S]*?\}\}$/.test(condition);
  return [
    ...(mixed ? ['a condition that is always true (unsound-condition)'] : []),
    ...(/contains\(\s*'[^']*'\s*,/.test(condition) ? ['a part of a word is enough (unsound-contains)'] : []),
    ...(/github\.(?:triggering_)?actor\s*[!=]=/.test(condition) ? ['who acted last, not whose change it is (bot-conditions)'] : []),
  ];
}
