// minitest, behind whatever starts it, by a plugin of ours that it finds on Ruby's load path.
import * as z from 'zod';
import { crashed, fileLevel, type RawResult } from '../../results.ts';
import { type Word, word } from '../../shell.ts';
import { findCall, programName } from './call.ts';
import { expectation, reportsIn } from './reading.ts';
import { traceFile, tracer, tracingRuby } from './ruby-trace.ts';
import { readTrace } from './traced.ts';
import type { Adapter, Call } from './types.ts';

/** A process that a test starts reports nothing: its failures may be wanted. */
const plugin = `require "json"

module Minitest
  class RegreenReporter < AbstractReporter
    def initialize(path)
      @path = path
      super()
    end

    def prerecord(*)
      RegreenTrace.start if defined?(RegreenTrace)
    end

    def record(result)
      RegreenTrace.stop("#{result.klass}##{result.name}") if defined?(RegreenTrace)
      failure = result.failures.first
      file, line = result.source_location
      status = result.skipped? ? "skipped" : result.passed? ? "passed" : "failed"
      error = failure.respond_to?(:error) ? failure.error : failure
      text = ->(value) { value.nil? ? nil : value.to_s.dup.force_encoding("UTF-8").scrub("?") }
      event = { class: text.(result.klass), name: text.(result.name), file: text.(file), line: line, status: status, seconds: result.time,
                message: text.(failure && failure.message), stack: failure && (error.backtrace || []).map(&text) }
      File.open(@path, "a") { |report| report.puts JSON.generate(event) }
    end
  end

  def self.plugin_regreen_init(options)
    names = ENV["REGREEN_NAMES"].to_s.split("\\n")
    unless names.empty?
      pattern = "/\\\\A(?:" + names.map { |name| Regexp.escape(name) }.join("|") + ")\\\\z/"
      options[:filter] = pattern
      options[:include] = pattern
    end
    folder = ENV.delete("REGREEN_MINITEST")
    reporter << RegreenReporter.new(File.join(folder, "minitest-#{Process.pid}.jsonl")) if folder
  end
end
`;

/** A line of Ruby that loads test files. */
function isRuby(rest: readonly string[]): number {
  const name = programName(rest[0] ?? '');
  if (name === 'rake' && rest[1] === 'test') return 2;
  if (name === 'rails' && rest[1] === 'test') return 2;
  if (name === 'm' || name === 'minitest') return 1;
  return name === 'ruby' && rest.some((each) => /(?:^-I|[:/]|\b)test(?:\/|:|$)/.test(each)) ? 1 : 0;
}

/** The call for whole files; null where it does not take any. */
function forFiles({ before, program, args }: Call, files: readonly string[]): readonly Word[] | null {
  if (/[{},*?[\]]/.test(files.join(''))) return null;
  const name = programName(program[0]?.value ?? '');
  // Rake's own test task goes by this variable; one that does not runs everything.
  if (name === 'rake') return [word('env'), word(`TEST={${files.join(',')}}`), ...before, ...program, ...args];
  if (name === 'rails') return args.length === 0 ? [...before, ...program, ...files.map(word)] : null;
  const at = args.findIndex(({ value }) => value === '-e');
  if (name !== 'ruby' || at < 0 || args[at + 1]?.value?.startsWith('Dir.glob("test/') !== true) return null;
  const load = word('ARGV.each { |f| require File.expand_path(f) }; ARGV.clear');
  return [...before, ...program, ...args.slice(0, at + 1), load, word('--'), ...files.map(word)];
}

export const minitest: Adapter = {
  runner: 'minitest',
  files: { 'minitest/regreen_plugin.rb': plugin, [traceFile]: tracer },
  find: (words) => findCall(words, isRuby),
  render({ before, program, args }, _, selection) {
    const whole = [...before, ...program, ...args];
    if (selection === null) return whole;
    if (selection.tests.length === 0) return forFiles({ before, program, args }, selection.files);
    if (selection.tests.some(({ id }) => id.endsWith(fileLevel))) return null;
    return [word('env'), word(`REGREEN_NAMES=${selection.tests.map(({ name }) => name).join('\n')}`), ...whole];
  },
  environment: ({ folder }) => ({ REGREEN_MINITEST: folder }),
  counting: ({ root }) => tracingRuby(root),
  coverage: readTrace,
  async read(remains) {
    const texts = await reportsIn(remains.folder, /^minitest-\d+\.jsonl$/);
    if (texts.length === 0) return null;
    const events = texts.flatMap((text) => text.split('\n')).flatMap(parse);
    const announced = [...remains.stdout.matchAll(/^(\d+) runs, \d+ assertions, \d+ failures, \d+ errors/gm)].reduce(
      (sum, match) => sum + Number(match[1]),
      0,
    );
    const lost = announced > events.length ? `${announced} tests ran and ${events.length} are told of` : null;
    return { results: events.map(toRaw), form: 'report', broken: lost };
  },
};

const eventSchema = z.object({
  class: z.string(),
  name: z.string(),
  file: z.string().nullable(),
  line: z.number().nullable(),
  status: z.enum(['passed', 'failed', 'skipped']),
  seconds: z.number().nullable(),
  message: z.string().nullable(),
  stack: z.array(z.string()).nullable(),
});

function parse(line: string): z.infer<typeof eventSchema>[] {
  try {
    const parsed = eventSchema.safeParse(JSON.parse(line));
    return parsed.success ? [parsed.data] : [];
  } catch {
    return [];
  }
}

function toRaw(event: z.infer<typeof eventSchema>): RawResult {
  return {
    file: event.file === 'unknown' ? null : event.file,
    path: [event.class, event.name || crashed],
    name: `${event.class}#${event.name}`,
    line: event.line,
    status: event.status,
    seconds: event.seconds,
    message: event.message,
    stack: [event.message, ...(event.stack ?? [])].join('\n'),
    ...expectation(event.message ?? ''),
  };
}
