import { styleText } from 'node:util';
import { newsOf } from './agent-news.ts';
import { cleanBlock, cleanLine, type Progress, stamp } from './progress.ts';
import type { Redactor } from './redactor.ts';
import { SEPARATOR, type Spending, type StatusPart, statusLine } from './status-line.ts';

/** What a terminal is to us: `process.stderr` is one. */
interface LiveStream {
  write(text: string): unknown;
  /** Cells of a line; absent or 0 when nobody knows. */
  readonly columns?: number | undefined;
  on?(event: 'resize', listener: () => void): unknown;
  off?(event: 'resize', listener: () => void): unknown;
}

export interface LiveOptions {
  readonly stream: LiveStream;
  readonly color: boolean;
  /** Monotonic milliseconds. */
  readonly now?: (() => number) | undefined;
  readonly redactor: Redactor;
}

const TICK_MS = 250;
const DEFAULT_COLUMNS = 80;

const styles: Readonly<Record<StatusPart['kind'], Parameters<typeof styleText>[0]>> = {
  time: 'dim',
  phase: ['bold', 'cyan'],
  activity: 'reset',
  spent: 'dim',
};

/** For a person at a terminal: one status line is kept up to date below the lasting lines, at whatever width the terminal has right now. */
export function createLiveProgress({ stream, color, now = () => performance.now(), redactor }: LiveOptions): Progress {
  const origin = now();
  let phase: string | null = null;
  let activity: string | null = null;
  let spending: (() => Spending) | null = null;
  /** There is a status line on the screen. The cursor stays at its beginning, where a terminal that wraps it anew keeps it. */
  let shown = false;

  const seconds = (): number => (now() - origin) / 1000;
  const columns = (): number => stream.columns || DEFAULT_COLUMNS;
  const paint = (kind: StatusPart['kind'], text: string): string =>
    color ? styleText(styles[kind], text, { validateStream: false }) : text;

  const erased = (): string => {
    if (!shown) return '';
    shown = false;
    // To the end of the screen: of a line that was wrapped since, all rows go.
    return '\r\u001b[J';
  };
  const drawn = (): string => {
    if (phase === null && activity === null) return '';
    // The last cell stays free: behind it the cursor may be on the next row already.
    const width = Math.max(columns() - 1, 1);
    const parts = statusLine({ seconds: seconds(), phase, activity, spending: spending?.() ?? null }, width);
    shown = true;
    const line = parts.map(({ kind, text }) => paint(kind, text)).join(SEPARATOR);
    // Without wrapping: the terminal may have become narrower a moment ago.
    return `\u001b[?7l${line}\r\u001b[?7h`;
  };
  // One write each: nothing flickers.
  const draw = (): void => void stream.write(erased() + drawn());
  const write = (text: string): void => void stream.write(`${erased()}${text}\n${drawn()}`);
  const line = (text: string): void => write(`${paint('time', stamp(seconds()))} ${cleanLine(text, redactor)}`);
  const status = (text: string): void => {
    activity = cleanLine(text, redactor);
    draw();
  };

  // The seconds go on while nothing happens; the timer keeps no process alive.
  const ticker = setInterval(draw, TICK_MS);
  ticker.unref();
  stream.on?.('resize', draw);

  return {
    phase(name) {
      phase = cleanLine(name, redactor);
      activity = null;
      draw();
    },
    line,
    status,
    echo: (text) => write(cleanBlock(text, redactor)),
    spending: (read) => {
      spending = read;
    },
    onAgentEvent: (event) => {
      const news = newsOf(event);
      if (news === null) return;
      if (news.lasting) line(news.text);
      else status(news.text);
    },
    close() {
      clearInterval(ticker);
      stream.off?.('resize', draw);
      phase = null;
      activity = null;
      const rest = erased();
      if (rest !== '') stream.write(rest);
    },
  };
}
