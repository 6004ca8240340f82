import { randomUUID } from 'node:crypto';
import type { AgentEvent } from '../agent/types.ts';
import { cut, inert, oneLine, revealed } from './plain.ts';
import type { Redactor } from './redactor.ts';
import { columns } from './terminal.ts';
import { count, duration } from './words.ts';

export interface ProgressOptions {
  /** Where the lines go: standard error with `--json`. */
  readonly stream: { write(text: string): unknown; readonly columns?: number | undefined };
  /** A person is watching: one status line is kept up to date. */
  readonly isTTY: boolean;
  /** The runner reads along: groups, and nothing it could take for a command. */
  readonly isCI: boolean;
  /** Monotonic milliseconds. */
  readonly now?: (() => number) | undefined;
  readonly redactor: Redactor;
}

/** Says what a run does while it does it. Anything may be passed in: it is redacted, put on one line and cannot command the runner. */
export interface Progress {
  /** Begins a phase: a group in CI, the status line on a terminal. Ends the one before. */
  phase(name: string): void;
  /** One lasting line, with the time since the start. */
  line(text: string): void;
  /** What is going on right now; seen on a terminal alone. */
  status(text: string): void;
  /** What a command of the repository printed, as it is. */
  echo(text: string): void;
  readonly onAgentEvent: (event: AgentEvent) => void;
  /** Ends the last group and takes the status line away. */
  close(): void;
}

const MAX_ECHO = 64_000;
const TICK_MS = 1_000;

export function createProgress({ stream, isTTY, isCI, now = () => performance.now(), redactor }: ProgressOptions): Progress {
  const origin = now();
  const live = isTTY && !isCI;
  let current: string | null = null;
  let inGroup = false;
  let shown = false;

  const elapsed = (): string => `[${duration((now() - origin) / 1000).padStart(7)}]`;
  const clean = (text: string): string => inert(oneLine(redactor.text(text), 500));

  const clear = (): void => {
    if (shown) stream.write('\r\u001b[2K');
    shown = false;
  };
  const draw = (): void => {
    if (!live || current === null) return;
    const line = cut(`${elapsed()} ${current} …`, Math.max((stream.columns ?? 80) - 1, 20));
    // Rewriting the line by itself, without a line end, is what keeps the terminal from scrolling.
    stream.write(`\r\u001b[2K${line}`);
    shown = columns(line) > 0;
  };
  const write = (text: string): void => {
    clear();
    stream.write(`${text}\n`);
    draw();
  };
  const line = (text: string): void => write(`${elapsed()} ${clean(text)}`);
  const status = (text: string): void => {
    current = clean(text);
    draw();
  };
  const endGroup = (): void => {
    if (inGroup) stream.write('::endgroup::\n');
    inGroup = false;
  };
  // The seconds go on while nothing happens; the timer keeps no process alive.
  const ticker = live ? setInterval(draw, TICK_MS) : null;
  ticker?.unref();

  return {
    phase(name) {
      if (isCI) {
        endGroup();
        stream.write(`::group::${clean(name)}\n`);
        inGroup = true;
      } else if (live) status(name);
      else line(name);
    },
    line,
    status,
    echo(text) {
      const bounded = text.length > MAX_ECHO ? `… (cut)\n${text.slice(-MAX_ECHO)}` : text;
      const safe = revealed(redactor.text(bounded)).replace(/\n+$/, '');
      clear();
      if (isCI) {
        // Until the token, which nobody can guess, the runner obeys nothing.
        const token = randomUUID();
        stream.write(`::stop-commands::${token}\n${safe}\n::${token}::\n`);
      } else stream.write(`${safe}\n`);
      draw();
    },
    onAgentEvent: (event) => {
      const news = describe(event);
      if (news === null) return;
      if (news.lasting) line(news.text);
      else status(news.text);
    },
    close() {
      if (ticker !== null) clearInterval(ticker);
      clear();
      current = null;
      if (isCI) endGroup();
    },
  };
}

function describe(event: AgentEvent): { readonly text: string; readonly lasting: boolean } | null {
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
    case 'edited':
      return { text: `edited ${editedFiles(event.diff)}`, lasting: true };
    case 'tests-green':
      return { text: 'the failing tests are green; verification is next', lasting: true };
    case 'budget-warning':
      return { text: `${event.limit}: ${event.used} of ${event.of} used`, lasting: true };
  }
}

function editedFiles(diff: string): string {
  const files = [...diff.matchAll(/^diff --git a\/.+? b\/(.+)$/gm)].map((match) => match[1] ?? '');
  return files.length === 0 || files.length > 3 ? count(files.length, 'file') : files.join(', ');
}
