// Elixir by a formatter of ours, which ExUnit runs beside its own.
import { join } from 'node:path';
import { allWords, type OptionTable, optionsOf, parseArguments, without } from '../../arguments.ts';
import type { RawResult } from '../../results.ts';
import { word } from '../../shell.ts';
import { findCall, programName } from './call.ts';
import { expectation, reportsIn } from './reading.ts';
import type { Adapter, Language, Reading } from './types.ts';

const options: OptionTable = {
  values: new Set(
    '--only --include --exclude --seed --max-cases --max-failures --formatter --timeout --partitions --repeat-until-failure --export-coverage'.split(
      ' ',
    ),
  ),
};

/** Fields in Base64, for the older Elixirs have no JSON of their own. */
const formatter = `defmodule Regreen.Formatter do
  use GenServer

  def init(_), do: {:ok, System.fetch_env!("REGREEN_EXUNIT")}

  def handle_cast({:test_finished, %ExUnit.Test{} = test}, path) do
    {status, message} = outcome(test)
    module = test.module |> Atom.to_string() |> String.replace_prefix("Elixir.", "")
    fields = [module, Atom.to_string(test.name), to_string(test.tags[:file]), to_string(test.tags[:line]), status, to_string(test.time), message]
    File.write!(path, Enum.map_join(fields, "\\t", &Base.encode64/1) <> "\\n", [:append])
    {:noreply, path}
  end

  def handle_cast({:suite_finished, _}, path) do
    File.write!(path, "end\\n", [:append])
    {:noreply, path}
  end

  def handle_cast(_, path), do: {:noreply, path}

  defp outcome(%{state: nil}), do: {"passed", ""}
  defp outcome(%{state: {:failed, failures}} = test), do: {"failed", text(test, failures)}
  defp outcome(%{state: {:invalid, %{state: {:failed, failures}}}} = test), do: {"failed", text(test, failures)}
  defp outcome(%{state: {:invalid, _}}), do: {"failed", "its module could not be set up"}
  defp outcome(%{state: {kind, _}}) when kind in [:skipped, :excluded], do: {"skipped", ""}

  defp text(test, failures), do: ExUnit.Formatter.format_test_failure(test, failures, 1, 120, fn _, text -> text end)
end
`;

const exunit: Adapter = {
  runner: 'exunit',
  files: { 'regreen_formatter.exs': formatter },
  find: (words) => findCall(words, (rest) => (programName(rest[0] ?? '') === 'mix' && rest[1] === 'test' ? 2 : 0)),
  render({ before, args }, { folder }, selection) {
    const kept = without(parseArguments(args, options), [
      '--max-failures',
      '--stale',
      '--failed',
      ...(selection === null ? [] : ['--cover', '--only']),
    ]);
    const start = ['elixir', '-r', join(folder, 'regreen_formatter.exs'), '-S', 'mix', 'test'].map(word);
    const report = ['--formatter', 'ExUnit.CLIFormatter', '--formatter', 'Regreen.Formatter'].map(word);
    if (selection === null) return [...before, ...start, ...report, ...allWords(kept)];
    const places = selection.tests.map(({ name }) => name);
    const files = places.length === 0 || places.some((each) => !/:\d+$/.test(each)) ? selection.files : places;
    return [...before, ...start, ...report, ...optionsOf(kept), ...files.map(word)];
  },
  environment: ({ folder }) => ({ REGREEN_EXUNIT: join(folder, 'exunit.txt') }),
  async read({ folder, cwd }): Promise<Reading | null> {
    const texts = await reportsIn(folder, /^exunit\.txt$/);
    if (texts.length === 0) return null;
    const lines = texts.flatMap((text) => text.split('\n')).filter((line) => line !== '');
    const results = lines.flatMap((line) => parse(line, cwd));
    return { results, form: 'report', broken: lines.includes('end') ? null : 'it ended before the suite did' };
  },
};

function parse(line: string, cwd: string): RawResult[] {
  const [module = '', name = '', file = '', at = '', status = '', time = '', message = ''] = line
    .split('\t')
    .map((field) => Buffer.from(field, 'base64').toString('utf8'));
  if (status !== 'passed' && status !== 'failed' && status !== 'skipped') return [];
  const local = file.startsWith(`${cwd}/`) ? file.slice(cwd.length + 1) : file;
  return [
    {
      file: file || null,
      path: [module, name.replace(/^test /, '')],
      name: `${local}:${at}`,
      line: Number(at) || null,
      status,
      seconds: Number(time) / 1e6,
      message,
      stack: message,
      ...leftAndRight(message),
    },
  ];
}

/** ExUnit's sides are (actual, expected) by habit. */
function leftAndRight(text: string): ReturnType<typeof expectation> {
  const match = /^\s*left: +([^\n]+)\n\s*right: +([^\n]+)/m.exec(text);
  return match === null ? expectation('') : { expected: match[2]?.trim() ?? null, actual: match[1]?.trim() ?? null };
}

export const elixir: Language = {
  name: 'Elixir',
  runners: [exunit],
  isManifest: (name) => name === 'mix.exs',
  manifest: async ({ names }) => (names.includes('mix.exs') ? 'mix.exs' : null),
  async guess(folder, manifest) {
    const [test] = await folder.files((file) => /(?:^|\/)test\/.*_test\.exs$/.test(file));
    if (test === undefined) return null;
    const asks = folder.names.includes('mix.lock') && !(await folder.has('deps'));
    return {
      runner: 'exunit',
      testCommand: 'mix test',
      setupCommand: asks ? 'mix local.hex --force --if-missing && mix deps.get' : null,
      reasons: [`Elixir: ${manifest}`, `runner ExUnit: ${test}`],
    };
  },
  environment: ({ profile, dependencies, build, home, exists }) => ({
    MIX_BUILD_ROOT: join(build, 'mix'),
    ...(home !== null && exists(join(home, '.mix')) ? { MIX_HOME: join(home, '.mix') } : { MIX_HOME: join(dependencies, 'mix') }),
    HEX_HOME: join(dependencies, 'hex'),
    ...(profile === 'test' ? { HEX_OFFLINE: '1' } : {}),
  }),
};
