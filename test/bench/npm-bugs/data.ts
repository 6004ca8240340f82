import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as z from 'zod';

/** A row of bugs.json, as far as it is used here. */
export const rowSchema = z.object({
  id: z.string(),
  package: z.string(),
  buggy: z.string(),
  fixed: z.string(),
  runner: z.string(),
  command: z.string(),
  failing: z.array(z.string()),
  size: z.string(),
  sourceFiles: z.array(z.string()),
  copyInModules: z.string().optional(),
  seconds: z.number(),
});
export type Row = z.infer<typeof rowSchema>;

export interface Shell {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Ends the whole process group when the time is up: a suite in an endless loop outlives the npm that started it. */
const bounding = '/usr/bin/timeout';

/** Runs a program with the user's own PATH: npm puts this project's tools in front of it. */
export function sh(
  command: string,
  args: readonly string[],
  options: { cwd?: string; timeout?: number; env?: NodeJS.ProcessEnv } = {},
): Promise<Shell> {
  const path = (process.env.PATH ?? '').split(':').filter((entry) => !entry.includes('node_modules') && !entry.includes('node-gyp-bin'));
  const { timeout } = options;
  const bound = timeout !== undefined && existsSync(bounding) ? ['-k', '5', String(timeout / 1000), command] : null;
  return new Promise((done) => {
    execFile(
      bound === null ? command : bounding,
      bound === null ? [...args] : [...bound, ...args],
      {
        maxBuffer: 1 << 28,
        ...options,
        ...(bound === null ? {} : { timeout: 0 }),
        env: { ...process.env, PATH: path.join(':'), ...options.env },
      },
      (error, out, err) => done({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : 1, out, err }),
    );
  });
}
