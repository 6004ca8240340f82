import { resolve } from 'node:path';
import { parseArgs, styleText } from 'node:util';
import { type Check, examine } from '../doctor/index.ts';
import { cliOptions, parseCliInputs, variableOf } from '../inputs/index.ts';
import { interruptible } from '../phases/interrupt.ts';
import { ConfigurationError } from '../phases/run.ts';
import { createRedactor } from '../report/index.ts';
import { wantsColor } from './terminal.ts';

const DEFAULT_TOKEN = 'GITHUB_TOKEN';

/** `regreen doctor`: what would work here, and why. Takes the flags of `fix`. Answers 0 when nothing stands in the way of a repair, else 1. */
export async function doctor(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      ...cliOptions('fix'),
      repo: { type: 'string' },
      'github-token-env': { type: 'string' },
      json: { type: 'boolean' },
    },
    allowNegative: true,
  });
  const { repo, json, 'github-token-env': named, ...flags } = values;
  const parsed = parseCliInputs(flags, process.env, 'fix');
  if (!parsed.ok) throw new ConfigurationError(parsed.problems.join('\n'));
  const variable = typeof named === 'string' ? named : DEFAULT_TOKEN;
  const token = variableOf(process.env, variable)?.trim() || null;
  if (token === null && typeof named === 'string') throw new ConfigurationError(`--github-token-env: the variable ${named} is not set`);
  const { inputs } = parsed;
  const redactor = createRedactor([...inputs.secrets, ...(token === null ? [] : [token])]);
  const stop = interruptible();
  try {
    const directory = resolve(typeof repo === 'string' ? repo : '.');
    const checks = redactor.json(await examine({ directory, inputs, token, variable, env: process.env, signal: stop.signal }));
    const ok = !checks.some(({ state }) => state === 'problem');
    const shown = json === true ? JSON.stringify({ schemaVersion: 1, ok, checks }, null, 2) : inWords(checks, ok);
    process.stdout.write(`${shown}\n`);
    return stop.exitCode() ?? (ok ? 0 : 1);
  } finally {
    stop.done();
  }
}

const marks: Readonly<Record<Check['state'], readonly [mark: string, style: 'green' | 'yellow' | 'red' | 'dim']>> = {
  ok: ['✓', 'green'],
  warning: ['!', 'yellow'],
  problem: ['✗', 'red'],
  unused: ['-', 'dim'],
};

function inWords(checks: readonly Check[], ok: boolean): string {
  const color = wantsColor(process.stdout, process.env);
  const lines = checks.flatMap(({ name, state, summary, details, remedy }) => {
    const [mark, style] = marks[state];
    return [
      `${color ? styleText(style, mark, { validateStream: false }) : mark} ${name.padEnd(9)} ${summary}`,
      ...details.map((detail) => `            ${detail}`),
      ...(remedy === null ? [] : [`            → ${remedy}`]),
    ];
  });
  return [...lines, '', ok ? 'A repair can run here.' : 'A repair would not come far here: see what is marked ✗.'].join('\n');
}
