import type { Price } from '../agent/types.ts';
import { priceOf } from '../report/index.ts';
import { parseOtlpHeaders } from './otlp-headers.ts';
import type { Reader } from './reader.ts';
import { secretLooking } from './secret-names.ts';
import { DEFAULT_BASE_URL, DEFAULT_MODEL, table } from './table.ts';
import type { Endpoint, Inputs } from './types.ts';
import { variableOf } from './variable.ts';

/** All inputs, and the rules between them that are broken. */
export function toInputs(
  reader: Reader,
  env: Readonly<Record<string, string | undefined>>,
): { readonly inputs: Inputs; readonly conflicts: readonly string[] } {
  const { read } = reader;
  const hosted = readHosted(reader);
  const githubToken = read(table.githubToken);
  const otlpEndpoint = read(table.otlpEndpoint);
  const otlpHeaders = otlpEndpoint === null ? {} : parseOtlpHeaders(variableOf(env, 'OTEL_EXPORTER_OTLP_HEADERS') ?? '');
  const namesEndpoint = reader.given(table.apiKey) || reader.given(table.baseUrl);
  const inputs: Inputs = {
    mode: read(table.mode),
    bundle: read(table.bundle),
    engine: read(table.engine),
    endpoint: namesEndpoint ? hosted : null,
    instructions: read(table.instructions),
    transport: read(table.transport),
    testCommand: read(table.testCommand),
    setupCommand: read(table.setupCommand),
    workingDirectories: read(table.workingDirectory),
    failures: read(table.failures),
    testEnv: read(table.testEnv),
    ref: read(table.ref),
    baseRef: read(table.baseRef),
    greenRef: read(table.greenRef),
    limits: {
      turns: read(table.maxTurns),
      minutes: read(table.maxMinutes),
      tokens: read(table.maxTokens),
      costUsd: read(table.maxCostUsd),
      testRuns: read(table.maxTestRuns),
      changedLines: read(table.maxChangedLines),
    },
    attempts: read(table.attempts),
    delivery: read(table.delivery),
    protectedPaths: read(table.protectedPaths),
    allowTestChanges: read(table.allowTestChanges),
    sandbox: read(table.sandbox),
    sandboxNetwork: read(table.sandboxNetwork),
    githubToken,
    branchPrefix: read(table.branchPrefix),
    labels: read(table.labels),
    reviewers: read(table.reviewers),
    draft: read(table.draft),
    commitSigning: read(table.commitSigning),
    triggerCi: read(table.triggerCi),
    dryRun: read(table.dryRun),
    allowedBots: read(table.allowedBots),
    optOutLabel: read(table.optOutLabel),
    maxAttemptsPerFailure: read(table.maxAttemptsPerFailure),
    failOn: read(table.failOn),
    otlpEndpoint,
    otlpHeaders,
    reportDir: read(table.reportDir),
    secrets: [...secretsOf(hosted, githubToken), ...queryKeys(otlpEndpoint), ...headerKeys(otlpHeaders)],
  };
  const conflicts = [
    ...bundleConflicts(inputs),
    ...endpointConflicts(inputs, namesEndpoint),
    ...priceConflicts(reader, inputs),
    ...leaks(inputs, env),
  ];
  // Who publishes or plans asks no model, key or not.
  const asksNobody = inputs.engine === 'builtin' || inputs.mode === 'publish' || inputs.mode === 'plan';
  return { inputs: asksNobody ? { ...inputs, endpoint: null } : inputs, conflicts };
}

function secretsOf({ apiKey, baseUrl }: Endpoint, githubToken: string | null): readonly string[] {
  return [apiKey, githubToken, ...queryKeys(baseUrl)].filter((value) => value !== null);
}

/** A query string carries versions as well as keys; only what may be a key is one. */
function queryKeys(url: string | null): readonly string[] {
  if (url === null) return [];
  return [...new URL(url).searchParams]
    .filter(([name, value]) => value !== '' && (secretLooking(name) || value.length >= 20))
    .map(([, value]) => value);
}

/** Short values are words and numbers, which would be masked wherever they stand; behind `Bearer` stands the key itself. */
function headerKeys(headers: Readonly<Record<string, string>>): readonly string[] {
  return Object.values(headers)
    .flatMap((value) => [value, value.split(' ').at(-1) ?? ''])
    .filter(({ length }) => length >= 8);
}

function readHosted({ read }: Reader): Endpoint {
  const model = read(table.model) ?? DEFAULT_MODEL;
  const serviceTier = read(table.serviceTier);
  const override: Price | null = read(table.price);
  return {
    baseUrl: read(table.baseUrl) ?? DEFAULT_BASE_URL,
    apiKey: read(table.apiKey),
    model,
    reasoningEffort: read(table.reasoningEffort),
    serviceTier,
    price: priceOf(model, override, serviceTier),
  };
}

function bundleConflicts({ mode, bundle }: Inputs): string[] {
  if (mode === 'publish' && bundle === null) return ['bundle: "" is not allowed with mode "publish"; give the folder of the bundle'];
  if (mode === 'publish' || bundle === null) return [];
  return [`bundle: ${JSON.stringify(bundle)} is not allowed with mode ${JSON.stringify(mode)}; leave it out, or use mode "publish"`];
}

function endpointConflicts(inputs: Inputs, namesEndpoint: boolean): string[] {
  if (inputs.engine !== 'model' || namesEndpoint || inputs.mode === 'publish') return [];
  return ['engine: "model" needs a model; give `api-key`, or the `base-url` of an endpoint that takes no key, or use "auto" or "builtin"'];
}

function priceConflicts(reader: Reader, { engine, endpoint, limits }: Inputs): string[] {
  // A bad `price` has its own problem already.
  if (!reader.given(table.maxCostUsd) || reader.given(table.price)) return [];
  if (engine === 'builtin' || endpoint === null || endpoint.price !== null) return [];
  const tier = endpoint.serviceTier === null ? '' : ` at service tier ${JSON.stringify(endpoint.serviceTier)}`;
  return [
    `max-cost-usd: "${limits.costUsd}" cannot be kept, because the price of model ${JSON.stringify(endpoint.model)}${tier} is not known; ` +
      'give `price` in dollars per million input, cached and output tokens, such as "2/0.1/10"',
  ];
}

/** A harmless name may hold our own key: the tests would read it all the same. */
function leaks(inputs: Inputs, env: Readonly<Record<string, string | undefined>>): string[] {
  const secrets = new Set(inputs.secrets);
  return inputs.testEnv
    .filter((name) => secrets.has(variableOf(env, name)?.trim() ?? ''))
    .map((name) => `test-env: "${name}" is not allowed; it holds the same value as a key or token of ours`);
}
