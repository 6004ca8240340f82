import type { ChangeSinceGreen } from '../incident/types.ts';
import type { LimitName, Limits } from '../report/types.ts';
import type { FunctionCall, Turn } from '../responses/types.ts';
import type { Suspect, TestResult, TestRun } from '../suite/types.ts';
import type { Patch } from '../workspace/types.ts';

/** What the first turn is made of. */
export interface Diagnosis {
  readonly testCommand: string;
  readonly baseline: TestRun;
  /** The failures to repair: red in both runs, not flaky. */
  readonly failing: readonly TestResult[];
  readonly suspects: readonly Suspect[];
  readonly change: ChangeSinceGreen | null;
  /** What the failed run in CI left behind, for a reader. Data, like everything else. */
  readonly failedRun?: string | null;
  /** Other failures, which need not be repaired, and why; for a reader. Empty where there are none. */
  readonly aside: string;
}

export type AgentEvent =
  | { readonly type: 'turn-started'; readonly turn: number }
  | { readonly type: 'turn-ended'; readonly turn: number; readonly result: Turn; readonly model?: string }
  | { readonly type: 'tool-started'; readonly turn: number; readonly call: FunctionCall; readonly at: number }
  | {
      readonly type: 'tool-ended';
      readonly turn: number;
      readonly call: FunctionCall;
      readonly output: string;
      readonly at: number;
      readonly testSeconds: number;
      readonly note?: string;
    }
  /** What the tests of the red tree execute says where the fault may be. */
  | { readonly type: 'suspected'; readonly suspects: readonly Suspect[] }
  | { readonly type: 'edited'; readonly diff: string }
  /** `patch` is what made them green. */
  | { readonly type: 'tests-green'; readonly patch: Promise<Patch> }
  | { readonly type: 'budget-warning'; readonly limit: LimitName; readonly used: number; readonly of: number };

export type AgentResult =
  /** The failing tests are green in the workspace. Not yet verified. */
  | {
      readonly kind: 'candidate';
      readonly patch: Patch;
      readonly explanation: string;
      readonly source: 'revert' | 'template' | 'model';
      readonly alternatives: readonly string[];
    }
  | { readonly kind: 'gave-up'; readonly reason: string; readonly diagnosis: string; readonly alternatives: readonly string[] }
  | { readonly kind: 'budget'; readonly limit: LimitName; readonly diagnosis: string; readonly best: Patch | null }
  | { readonly kind: 'provider'; readonly reason: string; readonly diagnosis: string | null }
  | { readonly kind: 'aborted' };

export interface Price {
  /** US dollars per million tokens. */
  readonly input: number;
  readonly cached: number;
  readonly output: number;
}

export type { LimitName, Limits };
