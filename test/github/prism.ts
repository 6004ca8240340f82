// Prism as a validating proxy: every request and response is held against GitHub's own OpenAPI description.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export interface Prism {
  readonly url: string;
  close(): Promise<void>;
}

const require = createRequire(import.meta.url);
const description = join(import.meta.dirname, 'openapi.json');

/** Starts it in front of `upstream`. Its program is started directly: ending `npx` would leave it running. */
export async function startPrism(upstream: string): Promise<Prism> {
  const manifest = require.resolve('@stoplight/prism-cli/package.json');
  const program = join(dirname(manifest), 'dist', 'index.js');
  const child = spawn(process.execPath, [program, 'proxy', description, upstream, '--host', '127.0.0.1', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH ?? '', NO_COLOR: '1' },
  });
  const end = () => void child.kill('SIGKILL');
  process.once('exit', end);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let printed = '';
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /Prism is listening on (http:\/\/[\w.:]+)/.exec(printed)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', () => reject(new Error(`Prism ended: ${printed.slice(-2000)}`)));
  });
  return {
    url,
    close: async () => {
      process.off('exit', end);
      end();
      await ended;
    },
  };
}
