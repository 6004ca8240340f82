import { createLiveProgress, createProgress, type Progress, type Redactor } from '../report/index.ts';

type Environment = Readonly<Record<string, string | undefined>>;

interface Stream {
  readonly isTTY?: boolean;
}

/** A person reads along and lines can be rewritten. A build machine's pseudo-terminal is a log; `dumb` terminals move no cursor. */
export function isLive(stream: Stream, env: Environment): boolean {
  return stream.isTTY === true && env.TERM !== 'dumb' && !env.CI;
}

/**
 * Whether to colour what goes to `stream`: `FORCE_COLOR` decides (`0` and `false` are no), else `NO_COLOR` (any text is no), else whether it
 * is a terminal that knows colours. The order is Node's own.
 */
export function wantsColor(stream: Stream, env: Environment): boolean {
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return !env.NO_COLOR && stream.isTTY === true && env.TERM !== 'dumb';
}

/** Progress on standard error: live where it can be, else plain lines. */
export function terminalProgress(redactor: Redactor): Progress {
  const { stderr: stream, env } = process;
  return isLive(stream, env)
    ? createLiveProgress({ stream, color: wantsColor(stream, env), redactor })
    : createProgress({ stream, isCI: false, redactor });
}
