// The fix that everybody makes: what the model does turn by turn, and what that takes.
import type { RecordedRequest, ScriptedCall, ScriptedTurn } from '../../responses/scripted-server.ts';
import { edits, failingFile, faulty, reads, wholeSuite } from './fixture.ts';

export type Step =
  | { readonly kind: 'read'; readonly path: string }
  /** The number of the edit. */
  | { readonly kind: 'edit'; readonly number: number }
  | { readonly kind: 'test'; readonly scope: 'failing' | 'all' };

/** What one turn asks for; nothing: the last one, which explains. */
export type Turn = readonly Step[];

export interface Habits {
  /** The failing file after the first edits, everything only at the end. */
  readonly failingFirst: boolean;
  /** The first message holds what four reads would ask for. */
  readonly sourceInPrompt: boolean;
  /** An edit answers with the tests that it was made for. */
  readonly testsInEdit: boolean;
  /** Reads that do not depend on each other are asked for at once. */
  readonly parallelReads: boolean;
}

/** 16 turns without any of the habits: nine reads, three edits, three runs of the tests, a message. */
export function turnsOf(habits: Habits): Turn[] {
  const wanted = reads.slice(habits.sourceInPrompt ? 4 : 0);
  const [first, later] = [wanted.slice(0, -2), wanted.slice(-2)];
  const together = (paths: readonly string[]): Turn[] => {
    const steps = paths.map((path): Step => ({ kind: 'read', path }));
    return habits.parallelReads ? [steps] : steps.map((step) => [step]);
  };
  const attempt = (number: number): Turn[] => {
    const scope = habits.failingFirst && number < edits.length - 1 ? 'failing' : 'all';
    return habits.testsInEdit ? [[{ kind: 'edit', number }]] : [[{ kind: 'edit', number }], [{ kind: 'test', scope }]];
  };
  return [...together(first), ...attempt(0), ...together(later), ...attempt(1), ...attempt(2), []];
}

/** The shortest fix: the right edit at once, and why. */
export const shortest: Turn[] = [[{ kind: 'edit', number: edits.length - 1 }], []];

export interface Pace {
  /** Tokens a second. */
  readonly speed: number;
  readonly tokensPerTurn: number;
  readonly rttMs: number;
  /** What the API takes before the model begins. */
  readonly overhead: { readonly websocketMs: number; readonly httpMs: number; readonly perKTokMs: number };
}

/** As in the calibration of the wire bench; `regreen` and `codex` name who asks, by the tools that it brings. */
export const pace = (speed: number): Pace => ({
  speed,
  tokensPerTurn: 120,
  rttMs: 30,
  overhead: { websocketMs: 50, httpMs: 100, perKTokMs: 10 },
});

/** After a pause of the model TCP has forgotten how much a wire takes: a large request needs two more round trips. */
const slowStartBytes = 14_600;

/** The model: the turn that the conversation has come to, in the words of the tools that the client brought. */
export function modelOf(
  turns: readonly Turn[],
  { speed, tokensPerTurn, rttMs, overhead }: Pace,
): (request: RecordedRequest) => ScriptedTurn {
  return (request) => {
    const steps = turns[Math.min(request.turn, turns.length - 1)] ?? [];
    const bytes = request.raw.length;
    const overHttp = request.transport === 'http';
    const fixed = overHttp ? overhead.httpMs : overhead.websocketMs;
    const trips = bytes > slowStartBytes && request.turn > 0 ? 3 : 1;
    const delayMs = Math.round(fixed + trips * rttMs + (overhead.perKTokMs * bytes) / 4000);
    const said: ScriptedTurn =
      steps.length === 0
        ? { text: 'The price of an item was lessened by its quantity; it has to be multiplied.' }
        : { calls: steps.map((step) => callOf(step, request)) };
    const events = 3 + 4 * Math.max(1, steps.length) + (steps.length === 0 ? 2 : 0);
    const modelMs = (1000 * tokensPerTurn) / speed;
    return { ...said, delayMs, paceMs: modelMs / events, usage: { input: Math.round(bytes / 4), output: tokensPerTurn } };
  };
}

/** Clients that bring a shell do everything with it. */
function callOf(step: Step, request: RecordedRequest): ScriptedCall {
  const hasShell = request.raw.includes('exec_command') || request.transcript.some((item) => JSON.stringify(item).includes('exec_command'));
  return hasShell ? { name: 'exec_command', arguments: { cmd: commandOf(step), yield_time_ms: 30_000 } } : ownCall(step);
}

export function commandOf(step: Step): string {
  if (step.kind === 'read') return `sed -n '1,200p' ${step.path}`;
  if (step.kind === 'test') return step.scope === 'all' ? wholeSuite : failingFile;
  const [oldText = '', newText = ''] = edits[step.number] ?? [];
  const escaped = (text: string): string => text.replaceAll(/[/.*\\&]/g, '\\$&');
  return `sed -i 's/${escaped(oldText)}/${escaped(newText)}/' ${faulty}`;
}

function ownCall(step: Step): ScriptedCall {
  if (step.kind === 'read') return { name: 'read', arguments: { path: step.path, start_line: null, end_line: null } };
  if (step.kind === 'test') return { name: 'run_tests', arguments: { scope: step.scope, suspects: null } };
  const [old_text, new_text] = edits[step.number] ?? [];
  return { name: 'edit', arguments: { edits: [{ path: faulty, old_text, new_text }] } };
}
