// Executed lines per test of Ruby, by a tracer of ours: it knows only files of the repository, and says of each test what it ran.

import { tracing } from './traced.ts';

/** Its file in the run's folder, which is on Ruby's load path. */
export const traceFile = 'regreen_trace.rb';

/**
 * Ruby's own counters belong to whoever starts them first, which may be the repository: `TracePoint` can be used by several at once. A process that
 * a test forks keeps silent, as its parent tells of the test.
 */
export const tracer = `require "json"

module RegreenTrace
  ROOT = ENV["REGREEN_TRACE"]
  FOLDER = File.dirname(File.expand_path(__FILE__))
  PROCESS = Process.pid
  # Tests may put something of theirs in its place.
  EXPAND = File.method(:expand_path)

  @lines = {}
  @known = {}
  @loaded = false

  class << self
    def on?
      !ROOT.nil? && Process.pid == PROCESS
    end

    # Nil for what is no file of the repository.
    def own(path)
      return @known[path] if @known.key?(path)
      whole = EXPAND.call(path)
      parts = whole.start_with?(ROOT + "/") ? whole[(ROOT.length + 1)..-1].split("/") : []
      inside = !parts.empty? && parts.none? { |part| part.start_with?(".") || part == "vendor" || part == "node_modules" }
      @known[path] = inside && path.end_with?(".rb") ? (@lines[whole] ||= {}) : nil
    rescue StandardError
      @known[path] = nil
    end

    # Of a method that is one expression no line is told.
    def watch
      point = TracePoint.new(:line, :call) do |at|
        lines = own(at.path)
        lines[at.lineno] = true if lines
      end
      point.enable
    end

    def write(event)
      told = @lines.reject { |_, lines| lines.empty? }.transform_values { |lines| lines.keys.sort }
      @lines.values.each(&:clear)
      File.open(File.join(FOLDER, "trace-#{PROCESS}.jsonl"), "a") { |file| file.puts JSON.generate(event.merge(lines: told)) }
    rescue StandardError
      nil
    end

    def start
      return unless on?
      return @lines.values.each(&:clear) if @loaded
      @loaded = true
      write(loaded: true)
    end

    def stop(test)
      write(test: test) if on?
    end
  end

  watch if ROOT
end
`;

/** Its file: RSpec asks for it when it is loaded itself. */
export const listenerFile = 'regreen_trace_rspec.rb';

/** Tells the tracer where each example begins and ends. */
export const listener = `class RegreenTraceListener
  def example_started(_)
    RegreenTrace.start
  end

  def example_finished(notification)
    RegreenTrace.stop(notification.example.id)
  end
end

RSpec.configure { |config| config.reporter.register_listener(RegreenTraceListener.new, :example_started, :example_finished) } if defined?(RegreenTrace)
`;

/** Asks for executed lines, from before anything of the repository is loaded. */
export function tracingRuby(root: string): Readonly<Record<string, string>> {
  return { ...tracing(root), RUBYOPT: `-r${traceFile.replace('.rb', '')}` };
}
