import { createRedactor } from '../report/index.ts';
import { toInputs } from './inputs.ts';
import { createReader, type RawInput } from './reader.ts';
import { type Command, rows } from './table.ts';
import type { ParsedInputs } from './types.ts';
import { variableOf } from './variable.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Values of flags, as `parseArgs` of `node:util` gives them back. */
export type Flags = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;

/** An ambient key of a provider is never spent silently: the variable is our own unless `--api-key-env` names another. */
const DEFAULT_VARIABLES = new Map([
  ['api-key-env', 'REGREEN_API_KEY'],
  ['github-token-env', 'GITHUB_TOKEN'],
]);

/** Reads `INPUT_*` as `@actions/core` does: the name in upper case with its hyphens, the value trimmed. */
export function parseActionInputs(env: Environment): ParsedInputs {
  const raw = new Map<string, RawInput>();
  for (const { name } of rows) {
    const text = env[`INPUT_${name.toUpperCase()}`] ?? '';
    if (text !== '') raw.set(name, { shownName: name, text });
  }
  return parse(raw, [], env);
}

/** The same for a terminal. Keys and tokens come from variables of `env`, never from a flag, where other users could read them. */
export function parseCliInputs(flags: Flags, env: Environment, command: Command = 'fix'): ParsedInputs {
  // The command line pushes nothing unless it is asked to publish.
  const raw = new Map<string, RawInput>([['mode', { shownName: `regreen ${command}`, text: command }]]);
  const problems: string[] = [];
  for (const { name, cli, secret } of rows) {
    if (cli === null || !cli.commands.includes(command)) continue;
    const shownName = `--${cli.flag}`;
    const text = flagText(flags[cli.flag]);
    const variable = secret ? text || DEFAULT_VARIABLES.get(cli.flag) : undefined;
    const value = variable === undefined ? text : (variableOf(env, variable) ?? '');
    if (value !== '') raw.set(name, { shownName: variable === undefined ? shownName : `$${variable}`, text: value });
    else if (text !== '') problems.push(`${shownName}: the variable ${JSON.stringify(text)} is not set; name one that holds the value`);
  }
  return parse(raw, problems, env);
}

/** The options of `parseArgs` for the inputs that `command` takes. */
export function cliOptions(command: Command): Record<string, { type: 'string' | 'boolean'; multiple?: boolean }> {
  const options: Record<string, { type: 'string' | 'boolean'; multiple?: boolean }> = {};
  for (const { cli } of rows) {
    if (cli === null || !cli.commands.includes(command)) continue;
    options[cli.flag] = { type: cli.kind === 'switch' ? 'boolean' : 'string', ...(cli.kind === 'list' ? { multiple: true } : {}) };
  }
  return options;
}

function parse(raw: ReadonlyMap<string, RawInput>, earlier: readonly string[], env: Environment): ParsedInputs {
  const reader = createReader(raw);
  const { inputs, conflicts } = toInputs(reader, env);
  const problems = [...earlier, ...reader.problems, ...conflicts];
  if (problems.length === 0) return { ok: true, inputs };
  // A key pasted into the wrong input must not reach the log by way of our own message.
  const secrets = rows.filter((row) => row.secret).map((row) => raw.get(row.name)?.text.trim() ?? '');
  const redactor = createRedactor(secrets);
  return { ok: false, problems: problems.map((problem) => redactor.text(problem)) };
}

function flagText(value: Flags[string]): string {
  if (value === undefined) return '';
  return Array.isArray(value) ? value.join('\n') : String(value);
}
