// A served engine and sockets to it that say anything; all of it closed at the end of each test.
import { afterEach } from 'vitest';
import WebSocket from 'ws';
import { type Engine, type ServerOptions, startServer } from '../../src/engine/server.ts';
import { echo, scriptedMind } from './scripted.ts';

const open: (() => unknown)[] = [];
export function atEnd(close: () => unknown): void {
  open.push(close);
}

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

export async function serve(options: Partial<ServerOptions> = {}): Promise<Engine> {
  const engine = await startServer({ mind: scriptedMind(echo), ...options });
  atEnd(() => engine.close());
  return engine;
}

export interface Frame {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** A raw socket: sends anything, and reads one frame after another. */
export async function raw(engine: Engine, headers: Record<string, string> = {}, autoPong = true) {
  const socket = new WebSocket(`${engine.url.replace('http', 'ws')}/responses?x=1`, { headers, autoPong });
  const frames: Frame[] = [];
  const waiting: ((frame: Frame) => void)[] = [];
  socket.on('message', (data) => {
    const frame: Frame = JSON.parse(String(data));
    const next = waiting.shift();
    if (next) next(frame);
    else frames.push(frame);
  });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  atEnd(() => socket.terminate());
  const next = (): Promise<Frame> => {
    const ready = frames.shift();
    return ready ? Promise.resolve(ready) : new Promise((resolve) => waiting.push(resolve));
  };
  const until = async (type: string): Promise<Frame[]> => {
    const seen = [await next()];
    while (seen.at(-1)?.type !== type) {
      if (seen.at(-1)?.type === 'error') throw new Error(`instead of ${type} came ${JSON.stringify(seen.at(-1))}`);
      seen.push(await next());
    }
    return seen;
  };
  const send = (frame: unknown): void => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  const idOf = (frame: Frame | undefined): string => String((frame?.response as { id?: string })?.id);
  const create = async (fields: Record<string, unknown>): Promise<string> => {
    send({ type: 'response.create', model: 'm', store: false, ...fields });
    return idOf((await until('response.completed')).at(-1));
  };
  return { socket, send, next, until, create };
}
