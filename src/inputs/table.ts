// Every input, once: action.yml, the README's table, the flags of the command line and the parsing are made from this.
import { outcomes } from '../report/index.ts';
import * as values from './values.ts';

/** What a person needs to know of an input. */
export interface InputFacts {
  readonly name: string;
  /** One or two sentences of Markdown. */
  readonly description: string;
  /** The text that stands for "not given", as action.yml and the README show it; '' when there is none. */
  readonly default: string;
  /** Left out of action.yml because it matters whether the workflow's author gave the value. */
  readonly impliedDefault?: true;
  /** The flag of the command line and the commands that take it; null where the Action alone has it. */
  readonly cli: CliFlag | null;
  readonly secret?: true;
}

export interface InputRow<T> extends InputFacts {
  readonly value: values.Value<T>;
}

export type Command = 'fix' | 'publish';

export interface CliFlag {
  /** For a secret: names the environment variable that holds it. */
  readonly flag: string;
  readonly commands: readonly Command[];
  /** A `list` may be given several times; a `switch` takes no value. */
  readonly kind: 'value' | 'list' | 'switch';
}

function row<T>(name: string, definition: Omit<InputRow<T>, 'name'>): InputRow<T> {
  return { name, ...definition };
}

const inFix = (flag: string, kind: CliFlag['kind'] = 'value'): CliFlag => ({ flag, commands: ['fix'], kind });
const inPublish = (flag: string, kind: CliFlag['kind'] = 'value'): CliFlag => ({ flag, commands: ['publish'], kind });
const inBoth = (flag: string, kind: CliFlag['kind'] = 'value'): CliFlag => ({ flag, commands: ['fix', 'publish'], kind });

export const DEFAULT_MODEL = 'gpt-6.1-sol';
export const DEFAULT_BASE_URL = 'https://api.openai.com/v1';

export const table = {
  mode: row('mode', {
    description:
      '`fix-and-publish` repairs and delivers; `fix` writes a patch bundle and needs no write token; `publish` checks and delivers a bundle and runs none of the repository’s code; `plan` repairs nothing and says which failures have one cause.',
    default: 'fix-and-publish',
    value: values.oneOf('fix-and-publish', 'fix', 'publish', 'plan'),
    cli: null,
  }),
  bundle: row('bundle', {
    description: 'Folder of the patch bundle that `mode: publish` delivers.',
    default: '',
    value: values.path,
    cli: inPublish('bundle'),
  }),
  apiKey: row('api-key', {
    description: 'Key of the model endpoint. Without a key and without a `base-url` the built-in engine is the model, and nothing is paid.',
    default: '',
    value: values.secret,
    cli: inFix('api-key-env'),
    secret: true,
  }),
  baseUrl: row('base-url', {
    description: 'Any Responses endpoint, over WebSocket or HTTP; a query string is kept. Given without a key, it is used without one.',
    default: DEFAULT_BASE_URL,
    impliedDefault: true,
    value: values.endpointUrl,
    cli: inFix('base-url'),
  }),
  model: row('model', {
    description: 'Name of the model, passed on as it is.',
    default: DEFAULT_MODEL,
    value: values.word(200),
    cli: inFix('model'),
  }),
  reasoningEffort: row('reasoning-effort', {
    description: 'Passed on to the provider; its own default when empty.',
    default: '',
    value: values.word(50),
    cli: inFix('reasoning-effort'),
  }),
  serviceTier: row('service-tier', {
    description: 'Passed on to the provider; its own default when empty.',
    default: '',
    value: values.word(50),
    cli: inFix('service-tier'),
  }),
  instructions: row('instructions', {
    description:
      'A few sentences for the model from you, the workflow’s author. They are trusted; instruction files of the repository are data.',
    default: '',
    value: values.sentences,
    cli: inFix('instructions'),
  }),
  transport: row('transport', {
    description: '`auto` is one WebSocket for the whole run, with HTTP as the fallback; `websocket` and `http` allow one of them only.',
    default: 'auto',
    value: values.oneOf('auto', 'websocket', 'http'),
    cli: inFix('transport'),
  }),
  engine: row('engine', {
    description:
      '`builtin` repairs without a model, `model` with the model alone; `auto` lets the built-in engine lead for up to 20 seconds.',
    default: 'auto',
    value: values.oneOf('auto', 'builtin', 'model'),
    cli: inFix('engine'),
  }),
  testCommand: row('test-command', {
    description: 'The command that is red. Detected when empty.',
    default: '',
    value: values.command,
    cli: inFix('test'),
  }),
  setupCommand: row('setup-command', {
    description: 'The command that installs what the tests need. Detected when empty.',
    default: '',
    value: values.command,
    cli: inFix('setup'),
  }),
  workingDirectory: row('working-directory', {
    description: 'Folder of the package to test, relative to the repository; several, one a line. Detected when empty.',
    default: '',
    value: values.directories,
    cli: inFix('working-directory', 'list'),
  }),
  failures: row('failures', {
    description: 'Names of failing tests, one a line, that this run repairs; the others may stay red. All that fail when empty.',
    default: '',
    value: values.testNames,
    cli: inFix('failures', 'list'),
  }),
  testEnv: row('test-env', {
    description: 'Names of environment variables that the tests may see. A name that looks like a secret is refused.',
    default: '',
    value: values.variableNames,
    cli: inFix('test-env', 'list'),
  }),
  ref: row('ref', {
    description: 'What is red: a branch, tag or commit. Taken from the event when empty.',
    default: '',
    value: values.revision,
    cli: null,
  }),
  baseRef: row('base-ref', {
    description: 'The branch a fix is proposed to. Taken from the event when empty.',
    default: '',
    value: values.revision,
    cli: inPublish('base-ref'),
  }),
  greenRef: row('green-ref', {
    description: 'Last commit known to pass. Taken from the event, or searched for, when empty.',
    default: '',
    value: values.revision,
    cli: inFix('green'),
  }),
  maxTurns: row('max-turns', {
    description: 'Most turns of the model.',
    default: '24',
    value: values.wholeNumber(1, 200),
    cli: inFix('max-turns'),
  }),
  maxMinutes: row('max-minutes', {
    description: 'Most minutes of the whole run, verification included. Fractions are allowed.',
    default: '15',
    value: values.decimal(0.5, 360, 'minutes'),
    cli: inFix('max-minutes'),
  }),
  maxTokens: row('max-tokens', {
    description: 'Most tokens, input and output together.',
    default: '400000',
    value: values.wholeNumber(1_000, 50_000_000),
    cli: inFix('max-tokens'),
  }),
  maxCostUsd: row('max-cost-usd', {
    description: 'Most US dollars for the model. Given with a model whose price is not known, it needs `price`.',
    default: '2',
    impliedDefault: true,
    value: values.decimal(0.01, 1_000, 'US dollars'),
    cli: inFix('max-cost-usd'),
  }),
  maxTestRuns: row('max-test-runs', {
    description: 'Most test runs; a batch of candidate patches counts once.',
    default: '40',
    value: values.wholeNumber(1, 1_000),
    cli: inFix('max-test-runs'),
  }),
  maxChangedLines: row('max-changed-lines', {
    description: 'Most lines a fix may add and remove.',
    default: '200',
    value: values.wholeNumber(1, 10_000),
    cli: inBoth('max-changed-lines'),
  }),
  price: row('price', {
    description: 'US dollars per million input, cached and output tokens, such as `2/0.1/10`. Known for common models.',
    default: '',
    value: values.price,
    cli: inFix('price'),
  }),
  attempts: row('attempts', {
    description:
      'Attempts of a model side by side over the same socket, each on a copy of its own; the first fix that is proved wins. Each has an equal share of the bounds, and what one leaves goes to the others.',
    default: '1',
    value: values.wholeNumber(1, 8),
    cli: inFix('attempts'),
  }),
  delivery: row('delivery', {
    description:
      '`pull-request` of its own; `push` to the branch of the failing pull request; `comment` on it, with a command that applies the fix; or `patch`, which only writes files.',
    default: 'pull-request',
    value: values.oneOf('pull-request', 'push', 'comment', 'patch'),
    cli: inPublish('delivery'),
  }),
  protectedPaths: row('protected-paths', {
    description:
      'Globs, one a line, that a fix may not touch, besides the built-in ones: tests, CI files, lock files, scripts and dependencies of manifests, agent instruction files.',
    default: '',
    value: values.globs,
    cli: inBoth('protected-paths', 'list'),
  }),
  allowTestChanges: row('allow-test-changes', {
    description: 'Lets a fix change tests. The rules against weakened tests still hold.',
    default: 'false',
    value: values.flag,
    cli: inBoth('allow-test-changes', 'switch'),
  }),
  sandbox: row('sandbox', {
    description:
      'What confines the repository’s code: `auto` takes the strongest layer there is and declines rather than run unconfined beside a key or a write token; `none` accepts that.',
    default: 'auto',
    value: values.oneOf('auto', 'bubblewrap', 'unshare', 'none'),
    cli: inFix('sandbox'),
  }),
  sandboxNetwork: row('sandbox-network', {
    description: '`none` leaves the tests loopback only; `host` lets them reach the network, for service containers.',
    default: 'none',
    value: values.oneOf('none', 'host'),
    cli: inFix('sandbox-network'),
  }),
  githubToken: row('github-token', {
    description: 'Token for the push and the pull request. It never reaches the repository’s code.',
    default: `\${{ github.token }}`,
    value: values.secret,
    cli: inPublish('github-token-env'),
    secret: true,
  }),
  branchPrefix: row('branch-prefix', {
    description: 'Beginning of the names of the branches that fixes are pushed to.',
    default: 'regreen/',
    value: values.branchPrefix,
    cli: inPublish('branch-prefix'),
  }),
  labels: row('labels', {
    description: 'Labels for the pull request, separated by commas or lines.',
    default: '',
    value: values.labels,
    cli: inPublish('labels', 'list'),
  }),
  reviewers: row('reviewers', {
    description: 'Users, or teams as `org/team`, asked to review the pull request.',
    default: '',
    value: values.reviewers,
    cli: inPublish('reviewers', 'list'),
  }),
  draft: row('draft', {
    description: 'Opens the pull request as a draft.',
    default: 'false',
    value: values.flag,
    cli: inPublish('draft', 'switch'),
  }),
  commitSigning: row('commit-signing', {
    description:
      '`api` commits through GitHub’s API, which signs, or not at all; `none` pushes with git; `auto` uses the API where it is there and can carry the change, else git.',
    default: 'auto',
    value: values.oneOf('auto', 'api', 'none'),
    cli: inPublish('commit-signing'),
  }),
  triggerCi: row('trigger-ci', {
    description:
      'Starts the workflow that failed on the branch of the fix, by `workflow_dispatch`, where its checks would wait for a person. Needs `actions: write`.',
    default: 'false',
    value: values.flag,
    cli: inPublish('trigger-ci', 'switch'),
  }),
  dryRun: row('dry-run', {
    description: 'Does everything but the push and the pull request.',
    default: 'false',
    value: values.flag,
    cli: inPublish('dry-run', 'switch'),
  }),
  allowedBots: row('allowed-bots', {
    description: 'Bots that may start it, such as `renovate[bot]`. None when empty.',
    default: '',
    value: values.bots,
    cli: null,
  }),
  optOutLabel: row('opt-out-label', {
    description: 'A pull request with this label is left alone.',
    default: 'no-regreen',
    value: values.label,
    cli: null,
  }),
  maxAttemptsPerFailure: row('max-attempts-per-failure', {
    description: 'How often the same failure is tried.',
    default: '2',
    value: values.wholeNumber(1, 20),
    cli: inPublish('max-attempts-per-failure'),
  }),
  failOn: row('fail-on', {
    description: 'Outcomes that fail the step all the same, separated by spaces, commas or lines.',
    default: '',
    value: values.listOf(outcomes),
    cli: inBoth('fail-on', 'list'),
  }),
  otlpEndpoint: row('otlp-endpoint', {
    description:
      'Collector that gets the run as OpenTelemetry spans (OTLP over HTTP, JSON). Its key goes into the variable `OTEL_EXPORTER_OTLP_HEADERS`. Nothing is sent when empty.',
    default: '',
    value: values.collectorUrl,
    cli: inFix('otlp-endpoint'),
  }),
  reportDir: row('report-dir', {
    description: 'Folder for the report files. The runner’s temporary folder when empty.',
    default: '',
    value: values.path,
    cli: inBoth('report-dir'),
  }),
} as const;

/** In the order of the contract, for whatever lists them. */
export const rows: readonly InputFacts[] = Object.values(table);
