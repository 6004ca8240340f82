import type { AgentEvent } from '../agent/types.ts';
import { count, duration } from './words.ts';

export interface News {
  readonly text: string;
  /** Worth a line that stays; else it is what is going on right now. */
  readonly lasting: boolean;
}

/** What an event of the agent means to whoever watches; null when it is nothing to tell. */
export function newsOf(event: AgentEvent): News | null {
  switch (event.type) {
    case 'turn-started':
      return { text: `turn ${event.turn}: waiting for the model`, lasting: false };
    case 'turn-ended': {
      const { timing, usage, calls } = event.result;
      const seconds = duration((timing.completedAt - timing.sentAt) / 1000);
      const asks = calls.length === 0 ? 'no tool' : calls.map((call) => call.name).join(', ');
      return {
        text: `turn ${event.turn} (${timing.mode}): ${seconds}, ${usage.inputTokens} tokens in, ${usage.outputTokens} out; ${asks}`,
        lasting: true,
      };
    }
    case 'tool-started':
      return { text: `turn ${event.turn}: ${event.call.name}`, lasting: false };
    case 'tool-ended':
      return event.testSeconds > 0
        ? { text: `turn ${event.turn}: ${event.call.name} ${event.note ?? 'ran tests'} in ${duration(event.testSeconds)}`, lasting: true }
        : null;
    case 'suspected': {
      const [first] = event.suspects;
      return first === undefined ? null : { text: `most suspicious by what the tests execute: ${first.path}:${first.line}`, lasting: true };
    }
    case 'edited':
      return { text: `edited ${editedFiles(event.diff)}`, lasting: true };
    case 'tests-green':
      return { text: 'the failing tests are green; verification is next', lasting: true };
    case 'budget-warning':
      return { text: `${event.limit}: ${Number(event.used.toFixed(2))} of ${event.of} used`, lasting: true };
  }
}

function editedFiles(diff: string): string {
  const files = [...diff.matchAll(/^diff --git a\/.+? b\/(.+)$/gm)].map((match) => match[1] ?? '');
  return files.length === 0 || files.length > 3 ? count(files.length, 'file') : files.join(', ');
}
