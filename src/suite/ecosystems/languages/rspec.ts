// RSpec by its own JSON formatter.
import { join, posix } from 'node:path';
import * as z from 'zod';
import { allWords, type OptionTable, optionsOf, parseArguments, without } from '../../arguments.ts';
import { fileLevel, type RawResult } from '../../results.ts';
import { word } from '../../shell.ts';
import { distill } from '../../text.ts';
import { findCall, programName } from './call.ts';
import { expectation, reportsIn } from './reading.ts';
import { listener, listenerFile, traceFile, tracer, tracingRuby } from './ruby-trace.ts';
import { readTrace } from './traced.ts';
import type { Adapter, Remains } from './types.ts';

const options: OptionTable = {
  values: new Set(
    '-I -r --require -O --options -f --format -o --out -P --pattern --exclude-pattern -e --example -E --example-matches -t --tag --order --seed --default-path --deprecation-out'.split(
      ' ',
    ),
  ),
};
const reports = ['-f', '--format', '-o', '--out', '--fail-fast', '--no-fail-fast'];
const ownReport = 'rspec-report.json';

function reportOptions(folder: string): string {
  return `--format progress --format json --out ${join(folder, ownReport).replaceAll(' ', '\\ ')}`;
}

export const rspec: Adapter = {
  runner: 'rspec',
  find: (words) =>
    findCall(words, (rest) =>
      programName(rest[0] ?? '') === 'rspec' ? 1 : programName(rest[0] ?? '') === 'rake' && rest[1] === 'spec' ? 2 : 0,
    ),
  render({ before, program, args }, { folder }, selection) {
    // Behind rake the environment turns the report on.
    if (program.length === 2) return selection === null ? [...before, ...program, ...args] : null;
    const kept = without(parseArguments(args, options), reports);
    const report = ['--format', 'progress', '--format', 'json', '--out', join(folder, ownReport), '--no-fail-fast'].map(word);
    if (selection === null) return [...before, ...program, ...report, ...allWords(kept)];
    const own = optionsOf(without(kept, ['-e', '--example', '-E', '--example-matches', '-P', '--pattern']));
    const isWhole = selection.tests.length === 0 || selection.tests.some(({ id }) => id.endsWith(fileLevel));
    return [...before, ...program, ...report, ...own, ...(isWhole ? selection.files : selection.tests.map(({ name }) => name)).map(word)];
  },
  files: { [traceFile]: tracer, [listenerFile]: listener },
  environment: ({ folder }) => ({ SPEC_OPTS: reportOptions(folder) }),
  counting: ({ folder, root }) => ({
    ...tracingRuby(root),
    SPEC_OPTS: `${reportOptions(folder)} --require ${listenerFile.replace('.rb', '')}`,
  }),
  coverage: readTrace,
  async read(remains) {
    const results: RawResult[] = [];
    const texts = await reportsIn(remains.folder, /^rspec-.*\.json$/);
    let broken: string | null = texts.length === 0 ? null : 'it is not the JSON of RSpec';
    for (const text of texts) {
      const report = parseRspec(text);
      if (report === null) continue;
      broken = report.examples.length === report.summary.example_count ? null : `it counts ${report.summary.example_count} examples`;
      for (const example of report.examples) results.push(exampleResult(example, remains.cwd));
      if (report.summary.errors_outside_of_examples_count > 0) results.push(...(await outside(report.messages ?? [], remains)));
    }
    return texts.length === 0 ? null : { results, form: 'report', broken };
  },
};

const exampleSchema = z.object({
  id: z.string(),
  full_description: z.string(),
  status: z.enum(['passed', 'failed', 'pending']),
  file_path: z.string(),
  line_number: z.number(),
  run_time: z.number().nullish(),
  exception: z.object({ class: z.string(), message: z.string().nullish(), backtrace: z.array(z.string()).nullish() }).nullish(),
});
const reportSchema = z.object({
  examples: z.array(exampleSchema),
  messages: z.array(z.string()).optional(),
  summary: z.object({ example_count: z.number(), errors_outside_of_examples_count: z.number().default(0) }),
});

export function parseRspec(text: string): z.infer<typeof reportSchema> | null {
  try {
    const parsed = reportSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export function exampleResult(example: z.infer<typeof exampleSchema>, cwd: string): RawResult {
  const message = example.exception?.message?.trim() ?? null;
  return {
    file: posix.join(cwd, example.file_path),
    path: [example.full_description],
    name: example.id,
    line: example.line_number,
    status: example.status === 'pending' ? 'skipped' : example.status,
    seconds: example.run_time ?? null,
    message: message === null ? null : `${example.exception?.class ?? ''}: ${message}`,
    stack: [message, ...(example.exception?.backtrace ?? [])].join('\n'),
    ...expectation(message ?? ''),
  };
}

/** The files that could not be loaded, each with what was said of it; one result without a file where none is named. */
async function outside(messages: readonly string[], remains: Remains): Promise<RawResult[]> {
  const said = messages.filter((message) => /error/i.test(message));
  // What `--require` could not load is told on the terminal alone.
  const texts = said.length > 0 ? said : [[...messages, distill(`${remains.stdout}\n${remains.stderr}`)].join('\n')];
  const results: RawResult[] = [];
  const named = new Set<string | null>();
  for (const text of texts.map((each) => each.trim())) {
    const at = /An error occurred while loading (\S+)\.(?:\s|$)/.exec(text)?.[1];
    const file = at === undefined ? null : await remains.sources.find(at, remains.directory);
    if (named.has(file)) continue;
    named.add(file);
    const whole = file === null ? null : posix.join(remains.root, file);
    results.push({ file: whole, path: [fileLevel], name: fileLevel, status: 'failed', message: text, stack: text });
  }
  return results;
}
