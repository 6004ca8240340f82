// A command at a real pseudo-terminal of the system, made by script(1), with a screen that shows what a person would see.
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openScreen } from './screen.ts';

/** Why there can be no pseudo-terminal here; null when there can. */
export const missing = ['/usr/bin/script', '/usr/bin/stty'].every((program) => existsSync(program))
  ? null
  : 'script and stty are needed for a pseudo-terminal';

export interface TerminalOptions {
  readonly columns?: number;
  /** The whole environment, besides PATH and TERM. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd: string;
}

export interface AtTerminal {
  /** Everything that was written, escape sequences included. */
  written(): string;
  /** What is on the screen. */
  lines(): string[];
  /** Resolves when what was written matches, rejects when the command ends before. */
  shows(wanted: RegExp): Promise<void>;
  type(keys: string): void;
  resize(columns: number): Promise<void>;
  /** The exit code of the command. */
  readonly ended: Promise<number | null>;
}

export const ctrlC = '\u0003';
export const ctrlD = '\u0004';

/** Starts `argv` at a terminal of its own. `cwd` also holds the terminal's name. */
export function startAtTerminal(argv: readonly string[], { columns = 80, env = {}, cwd }: TerminalOptions): AtTerminal {
  const name = join(cwd, 'terminal');
  const quoted = argv.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
  const command = `tty > '${name}'; stty cols ${columns} rows 24; exec ${quoted}`;
  const child = spawn('/usr/bin/script', ['--quiet', '--flush', '--return', '--command', command, '/dev/null'], {
    cwd,
    env: { PATH: process.env.PATH ?? '', TERM: 'xterm-256color', SHELL: '/bin/sh', ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const screen = openScreen(columns);
  let text = '';
  const lookers = new Set<() => void>();
  const look = (): void => {
    for (const each of lookers) each();
  };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    void screen.write(chunk);
    look();
  });
  let isOver = false;
  const ended = new Promise<number | null>((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => {
      isOver = true;
      look();
      // What was written last is on the screen, too.
      void screen.write('').then(() => done(code));
    });
  });
  return {
    written: () => text,
    lines: () => screen.lines(),
    shows: (wanted) =>
      new Promise((done, fail) => {
        const check = (): void => {
          if (!wanted.test(text) && !isOver) return;
          lookers.delete(check);
          if (wanted.test(text)) void screen.write('').then(done);
          else fail(new Error(`it ended before it showed ${wanted}:\n${text}`));
        };
        lookers.add(check);
        check();
      }),
    type: (keys) => void child.stdin.write(keys),
    resize: async (wanted) => {
      screen.resize(wanted);
      await promisify(execFile)('/usr/bin/stty', ['-F', (await readFile(name, 'utf8')).trim(), 'cols', String(wanted)]);
    },
    ended,
  };
}
