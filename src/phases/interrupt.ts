import { killAllCommands } from '../workspace/index.ts';

const exitCodes: Readonly<Partial<Record<NodeJS.Signals, number>>> = { SIGINT: 130, SIGTERM: 143 };

/** Time to wind down. The runner sends SIGTERM 7.5 s after SIGINT and kills 2.5 s later. */
const graceMs = 7_000;

export interface Interruptible {
  readonly signal: AbortSignal;
  /** 130 or 143 when a signal came, else null. */
  exitCode(): number | null;
  /** Stops listening; sets the exit code of an interrupted process. */
  done(): void;
}

/**
 * Turns SIGINT and SIGTERM into an abort: phases wind down and the report is written. Whatever still runs after some seconds, or at a
 * second signal, is ended with the process.
 */
export function interruptible(): Interruptible {
  const controller = new AbortController();
  let code: number | null = null;
  const leave = async (): Promise<void> => {
    await killAllCommands();
    process.exit(code ?? 1);
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    if (code !== null) {
      void leave();
      return;
    }
    code = exitCodes[signal] ?? 1;
    controller.abort(new Error(`interrupted by ${signal}`));
    setTimeout(() => void leave(), graceMs).unref();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return {
    signal: controller.signal,
    exitCode: () => code,
    done: () => {
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
      if (code !== null) process.exitCode = code;
    },
  };
}
