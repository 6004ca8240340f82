// One log, read once from beginning to end: its steps, what failed in them, and the lines that say why.
import { type Excerpt, ExcerptCollector } from './excerpts.ts';
import { FailureNames, type LoggedTest } from './failure-names.ts';
import { detached, LineSplitter } from './lines.ts';
import { readLogLine, withoutWorkspace } from './markup.ts';
import { exitLine, weightOf } from './signals.ts';
import { TemplateSet, templateOf } from './template.ts';

interface LogStep {
  /** What the runner prints above its output, such as `Run npm test`; null for a log without steps. */
  readonly title: string | null;
  /** The shell lines it ran, where the log shows them. */
  readonly command: string | null;
  /** Null: it did not say that it failed. */
  readonly exitCode: number | null;
}

export interface DistilledLog {
  readonly lines: number;
  readonly bytes: number;
  readonly steps: readonly LogStep[];
  readonly excerpts: readonly Excerpt[];
  /** Excerpts that were not kept because there were too many. */
  readonly dropped: number;
  readonly tests: readonly LoggedTest[];
  readonly comparedWithGreen: boolean;
  /** Values the log itself called secret, to be masked by whoever shows it. */
  readonly masks: readonly string[];
}

interface Step {
  title: string | null;
  readonly commandLines: string[];
  exitCode: number | null;
}

/** Weights of what no sentence gives away. */
const weights = { newLine: 12, knownLine: 0.15, endOfStep: 35, endOfLog: 20, elsewhere: 0.3 };
const mostSteps = 200;
const mostMasks = 100;
const commandChars = 2_000;

/** Reads a log as it streams by; memory stays the same however long it is. */
export class LogDistiller {
  readonly #splitter = new LineSplitter((text, overwritten) => this.#line(text, overwritten));
  readonly #collector = new ExcerptCollector();
  readonly #names = new FailureNames();
  readonly #green: TemplateSet | null;
  readonly #steps: Step[] = [{ title: null, commandLines: [], exitCode: null }];
  readonly #masks = new Set<string>();
  #lines = 0;
  /** Within the lines that the runner prints above a step's output. */
  #inHeader = false;
  #named = '';

  /** `green`: the templates of the last green run's log of the same job. */
  constructor({ green = null }: { readonly green?: TemplateSet | null } = {}) {
    this.#green = green;
  }

  push(chunk: Uint8Array): void {
    this.#splitter.push(chunk);
  }

  end(): DistilledLog {
    this.#splitter.end();
    this.#collector.close();
    const failed = this.#steps.some(({ exitCode }) => exitCode !== null);
    if (!failed) this.#collector.endStep(this.#lines, this.#steps.length - 1, weights.endOfLog);
    return {
      lines: this.#lines,
      bytes: this.#splitter.bytes,
      steps: this.#steps.map(({ title, commandLines, exitCode }) => ({ title, command: commandOf(commandLines), exitCode })),
      excerpts: this.#collector.excerpts().map((excerpt) => this.#weighed(excerpt, failed)),
      dropped: this.#collector.dropped,
      tests: this.#names.tests(),
      comparedWithGreen: this.#green !== null,
      masks: [...this.#masks],
    };
  }

  /** What other steps print matters less once it is known which step failed. */
  #weighed(excerpt: Excerpt, failed: boolean): Excerpt {
    const here = !failed || this.#steps[excerpt.step]?.exitCode !== null;
    return here ? excerpt : { ...excerpt, score: excerpt.score * weights.elsewhere };
  }

  #line(raw: string, overwritten: boolean): void {
    const { step, marked } = readLogLine(raw);
    if (step !== null && step !== this.#named) {
      this.#named = step;
      this.#startStep(step);
    }
    switch (marked.kind) {
      case 'noise':
        return;
      case 'mask':
        if (marked.value.length >= 6 && this.#masks.size < mostMasks) this.#masks.add(detached(marked.value));
        return;
      case 'group':
        this.#group(marked.title);
        return;
      case 'end-group':
        this.#inHeader = false;
        return;
      case 'error':
        this.#error(marked.text);
        return;
      case 'text':
        if (this.#inHeader) this.#header(marked.text, raw);
        else if (marked.text === 'Post job cleanup.') this.#startStep(marked.text);
        else this.#output(marked.text, overwritten);
    }
  }

  #group(title: string): void {
    if (!/^Run /.test(title)) {
      this.#output(title, false);
      return;
    }
    // `gh run view --log` names the step on each line already.
    if (this.#named === '') this.#startStep(title);
    else this.#current.title = `${this.#named}: ${title}`;
    this.#inHeader = true;
  }

  /** The script in colour, then the shell and the environment. A log that was cut may lack the end of it. */
  #header(text: string, raw: string): void {
    const step = this.#current;
    if (raw.includes('\u001b[36;1m')) {
      if (step.commandLines.join('\n').length < commandChars) step.commandLines.push(detached(text));
    } else if (!/^(?:shell|env|with):|^ {2}[\w-]+: |^\s*$/.test(text) && weightOf(text) > 0) {
      this.#inHeader = false;
      this.#output(text, false);
    }
  }

  #error(text: string): void {
    const code = exitLine.exec(text)?.[1];
    if (code === undefined) {
      // An annotation of the runner: what it says is meant to be seen.
      this.#output(text, false, Math.max(72, weightOf(text)));
      return;
    }
    this.#current.exitCode = Number(code);
    this.#collector.endStep(this.#lines, this.#steps.length - 1, weights.endOfStep);
    this.#inHeader = false;
  }

  #output(printed: string, overwritten: boolean, given: number | null = null): void {
    let weight = given ?? weightOf(printed);
    if (overwritten && weight < 60) return;
    const text = weight > 0 || this.#green !== null ? withoutWorkspace(printed) : printed;
    this.#lines++;
    const template = weight > 0 || this.#green !== null ? templateOf(text) : 0;
    const isNew = this.#green !== null && !this.#green.has(template);
    if (this.#green !== null) weight = weighAgainstGreen(weight, isNew, text);
    if (weight >= 40) this.#names.add(text);
    else this.#names.follow(text);
    this.#collector.add(this.#lines, this.#steps.length - 1, text, weight, template, isNew);
  }

  #startStep(given: string): void {
    const title = detached(given);
    this.#collector.close();
    this.#inHeader = false;
    const step = this.#current;
    const unused = this.#steps.length === 1 && this.#lines === 0;
    if (unused) step.title = title;
    else if (this.#steps.length < mostSteps) this.#steps.push({ title, commandLines: [], exitCode: null });
  }

  get #current(): Step {
    const step = this.#steps.at(-1);
    if (step === undefined) throw new Error('a log has at least one step');
    return step;
  }
}

function weighAgainstGreen(weight: number, isNew: boolean, text: string): number {
  if (!isNew) return weight * weights.knownLine;
  if (weight > 0) return weight;
  return text.trim() === '' ? 0 : weights.newLine;
}

function commandOf(lines: readonly string[]): string | null {
  const text = lines.join('\n').trim();
  return text === '' ? null : text.slice(0, commandChars);
}

/** The templates of a log, for comparing another one with it. */
export class LogTemplates {
  readonly templates = new TemplateSet();
  readonly #splitter = new LineSplitter((text) => {
    const { marked } = readLogLine(text);
    const printed = marked.kind === 'group' ? marked.title : marked.kind === 'text' || marked.kind === 'error' ? marked.text : null;
    if (printed !== null) this.templates.add(templateOf(withoutWorkspace(printed)));
  });

  push(chunk: Uint8Array): void {
    this.#splitter.push(chunk);
  }

  end(): TemplateSet {
    this.#splitter.end();
    return this.templates;
  }
}
