import { randomUUID } from 'node:crypto';
import type { AgentEvent } from '../agent/types.ts';
import { newsOf } from './agent-news.ts';
import { inert, oneLine, revealed } from './plain.ts';
import type { Redactor } from './redactor.ts';
import type { Spending } from './status-line.ts';
import { duration } from './words.ts';

export interface ProgressOptions {
  /** Where the lines go: standard error with `--json`. */
  readonly stream: { write(text: string): unknown };
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
  /** Where to ask what may be spent and what was; seen on a terminal alone. */
  spending(read: () => Spending): void;
  readonly onAgentEvent: (event: AgentEvent) => void;
  /** Ends the last group and takes the status line away. */
  close(): void;
}

const MAX_ECHO = 64_000;
const MAX_LINE = 500;

/** Plain lines, one after the other: for a log, a file, or a terminal that can do no more. On a terminal that can: `createLiveProgress`. */
export function createProgress({ stream, isCI, now = () => performance.now(), redactor }: ProgressOptions): Progress {
  const origin = now();
  let inGroup = false;
  const clean = (text: string): string => cleanLine(text, redactor);
  const line = (text: string): void => void stream.write(`${stamp((now() - origin) / 1000)} ${clean(text)}\n`);
  const endGroup = (): void => {
    if (inGroup) stream.write('::endgroup::\n');
    inGroup = false;
  };

  return {
    phase(name) {
      if (!isCI) return line(name);
      endGroup();
      stream.write(`::group::${clean(name)}\n`);
      inGroup = true;
    },
    line,
    status: () => {},
    spending: () => {},
    echo(text) {
      const safe = cleanBlock(text, redactor);
      if (!isCI) return void stream.write(`${safe}\n`);
      // Until the token, which nobody can guess, the runner obeys nothing.
      const token = randomUUID();
      stream.write(`::stop-commands::${token}\n${safe}\n::${token}::\n`);
    },
    onAgentEvent: (event) => {
      const news = newsOf(event);
      if (news?.lasting) line(news.text);
    },
    close: endGroup,
  };
}

/** The time since the start, in a column of its own. */
export function stamp(seconds: number): string {
  return `[${duration(seconds).padStart(7)}]`;
}

export function cleanLine(text: string, redactor: Redactor): string {
  return inert(oneLine(redactor.text(text), MAX_LINE));
}

export function cleanBlock(text: string, redactor: Redactor): string {
  const bounded = text.length > MAX_ECHO ? `… (cut)\n${text.slice(-MAX_ECHO)}` : text;
  return revealed(redactor.text(bounded)).replace(/\n+$/, '');
}
