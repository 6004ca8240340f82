import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { RunFigures, TapeSettings } from './measure.ts';

/** The tape, running in a process of its own so that it does not share an event loop with a client. */
export interface Tape extends AsyncDisposable {
  readonly baseUrl: string;
  /** Everything from here on belongs to a new run. */
  begin(settings: TapeSettings): Promise<void>;
  /** What was measured since. */
  end(): Promise<RunFigures>;
}

export interface TapeOptions {
  readonly host: string;
  readonly tls: { readonly certificate: string; readonly key: string } | null;
  /** Put before the command: how to enter the server's network namespace. */
  readonly enter: readonly string[];
}

type Report =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'begun' }
  | { readonly kind: 'measured'; readonly figures: RunFigures };

export async function startTape({ host, tls, enter }: TapeOptions): Promise<Tape> {
  const argv = [...enter, process.execPath, join(import.meta.dirname, 'tape.ts'), host, ...(tls ? [tls.certificate, tls.key] : [])];
  const [command = '', ...args] = argv;
  const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const listening = await next(child, 'listening');
  return {
    baseUrl: `${tls ? 'https' : 'http'}://${host}:${listening.port}/v1`,
    begin: async (settings) => {
      child.send({ kind: 'begin', settings });
      await next(child, 'begun');
    },
    end: async () => {
      child.send({ kind: 'end' });
      return (await next(child, 'measured')).figures;
    },
    [Symbol.asyncDispose]: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.disconnect();
      await gone;
    },
  };
}

function next<Kind extends Report['kind']>(child: ChildProcess, kind: Kind): Promise<Extract<Report, { kind: Kind }>> {
  return new Promise((resolve, reject) => {
    const failed = (): void => reject(new Error('the tape ended before its time'));
    const hear = (report: Report): void => {
      if (!isKind(report, kind)) return;
      child.off('exit', failed);
      child.off('message', hear);
      resolve(report);
    };
    child.once('exit', failed);
    child.on('message', hear);
  });
}

function isKind<Kind extends Report['kind']>(report: Report, kind: Kind): report is Extract<Report, { kind: Kind }> {
  return report.kind === kind;
}
