import type { Price } from '../agent/types.ts';
import type { Limits, Outcome } from '../report/index.ts';

/** A hosted model: where it is and what it costs. */
export interface Endpoint {
  /** As given; the query string is kept. */
  readonly baseUrl: string;
  /** Null: used without a key. */
  readonly apiKey: string | null;
  readonly model: string;
  readonly reasoningEffort: string | null;
  readonly serviceTier: string | null;
  /** Null when nobody knows the price: the dollar bound cannot hold then, and the report says so. */
  readonly price: Price | null;
}

/** Every input, parsed once; immutable. */
export interface Inputs {
  readonly mode: 'fix-and-publish' | 'fix' | 'publish' | 'plan';
  readonly bundle: string | null;
  /** Null: the built-in engine is the model. */
  readonly endpoint: Endpoint | null;
  readonly engine: 'auto' | 'builtin' | 'model';
  readonly instructions: string | null;
  readonly transport: 'auto' | 'websocket' | 'http';
  readonly testCommand: string | null;
  readonly setupCommand: string | null;
  /** Relative to the root, '' is the root; empty: detect. */
  readonly workingDirectories: readonly string[];
  /** Ids of failing tests to repair, the others may stay red; empty: all that fail. */
  readonly failures: readonly string[];
  /** Names of variables the tests may see. */
  readonly testEnv: readonly string[];
  readonly ref: string | null;
  readonly baseRef: string | null;
  readonly greenRef: string | null;
  readonly limits: Limits;
  readonly attempts: number;
  readonly delivery: 'pull-request' | 'push' | 'comment' | 'patch';
  /** Globs, besides the built-in ones. */
  readonly protectedPaths: readonly string[];
  readonly allowTestChanges: boolean;
  readonly sandbox: 'auto' | 'bubblewrap' | 'unshare' | 'none';
  readonly sandboxNetwork: 'none' | 'host';
  readonly githubToken: string | null;
  readonly branchPrefix: string;
  readonly labels: readonly string[];
  readonly reviewers: readonly string[];
  readonly draft: boolean;
  readonly commitSigning: 'auto' | 'api' | 'none';
  readonly triggerCi: boolean;
  readonly dryRun: boolean;
  readonly allowedBots: readonly string[];
  readonly optOutLabel: string | null;
  readonly maxAttemptsPerFailure: number;
  readonly failOn: readonly Outcome[];
  readonly otlpEndpoint: string | null;
  /** From `OTEL_EXPORTER_OTLP_HEADERS`; their values are secrets. */
  readonly otlpHeaders: Readonly<Record<string, string>>;
  /** Null: the runner's temporary folder, or one made for the run. */
  readonly reportDir: string | null;
  /** What must never be printed or written: keys, tokens, and keys in the query string of `base-url`. */
  readonly secrets: readonly string[];
}

/** Problems name the input, the bad value (never a secret) and what is allowed; all of them at once. */
export type ParsedInputs = { readonly ok: true; readonly inputs: Inputs } | { readonly ok: false; readonly problems: readonly string[] };
