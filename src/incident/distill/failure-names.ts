// Names of failing tests as runners print them for people, where there is no report for machines.
import { detached } from './lines.ts';
import { visible } from './markup.ts';

export interface LoggedTest {
  readonly name: string;
  readonly file: string | null;
  readonly line: number | null;
}

const most = 200;
const longestName = 300;

interface Form {
  readonly pattern: RegExp;
  /** Groups: `name`, and where the runner prints them `file` and `line`. */
  readonly nameWith?: 'file-above';
}

const duration = String.raw`(?: \(?\[?<?[\d.,]+ ?(?:ms|s|m)\b.*)?`;

const forms: readonly Form[] = [
  // vitest
  { pattern: /^\s*FAIL\s+(?:\|.+?\|\s+)?(?<file>[^\s>]+\.\w+) > (?<name>.+?)(?: \[ .* \])?$/ },
  // jest
  { pattern: /^ {2}● (?<name>.+ › .+|(?!Console|Cannot log|Test suite failed)\S.*)$/, nameWith: 'file-above' },
  // node:test, ava, bun
  { pattern: new RegExp(String.raw`^\s*[✖✗✕✘] (?!failing tests)(?<name>\S.*?)${duration}$`) },
  { pattern: /^\(fail\) (?<name>.+?)(?: \[[\d.]+ms\])?$/ },
  // TAP
  { pattern: /^\s*not ok \d+ (?:- )?(?!.*# (?:SKIP|TODO))(?<name>\S.*?)(?: # time=.*)?$/i },
  // pytest, unittest
  { pattern: /^(?:FAILED|ERROR) (?<name>(?<file>[^\s:(][^\s:]*)(?:::.*?)?)(?: - .*)?$/ },
  { pattern: /^(?:FAIL|ERROR): (?<name>\w+ \([\w.]+\))/ },
  // go, cargo, nextest
  { pattern: /^\s*--- FAIL: (?<name>\S+)/ },
  { pattern: /^test (?<name>\S+) \.\.\. FAILED$/ },
  { pattern: /^\s+FAIL \[[^\]]*\] (?<name>\S.*)$/ },
  // Maven, Gradle
  { pattern: /^(?:\[ERROR\] )?(?<name>\S+) (?:-- )?Time elapsed: .*<<< (?:FAILURE|ERROR)!/ },
  { pattern: /^(?<name>[\w.$]+ > .+) FAILED$/ },
  // RSpec, minitest, PHPUnit
  { pattern: /^rspec (?<file>\S+?):(?<line>\d+) # (?<name>.+)$/ },
  { pattern: /^(?<name>\w+#test_\w+) \[(?<file>\S+):(?<line>\d+)\]:/ },
  { pattern: /^\d+\) (?<name>[\w\\]+::\w+.*)$/ },
  // .NET, ExUnit, ctest, prove
  { pattern: /^\s*Failed (?<name>\S.*?) \[[\d<].*\]$/ },
  { pattern: /^\s+\d+\) (?<name>test .+ \([\w.]+\))$/ },
  { pattern: /^\s*\d+\/\d+ Test\s+#\d+: (?<name>\S+) \.*\*\*\*/ },
  { pattern: /^#\s+Failed test '(?<name>.+)'/ },
];

/** mocha: the parts of a name on lines of their own, the last one ending with a colon. */
const mochaStart = /^ {2}\d+\) (?<name>\S.*)$/;

export class FailureNames {
  readonly #found = new Map<string, LoggedTest>();
  /** Groups of tests as node:test opens them: they fail with what is in them. */
  readonly #groups = new Set<string>();
  #file: string | null = null;
  #mocha: string[] | null = null;

  /** A line that says that something failed. */
  add(raw: string): void {
    const line = visible(raw).slice(0, 1_000);
    this.#file = /^\s*FAIL\s+(\S+\.\w+)(?: \(.*\))?$/.exec(line)?.[1] ?? this.#file;
    const mocha = mochaStart.exec(line)?.groups?.name;
    if (mocha !== undefined && !/^test .+ \([\w.]+\)$/.test(mocha)) {
      this.#mocha = [mocha];
      this.#finishMocha();
      return;
    }
    if (this.#mocha !== null && this.follow(raw)) return;
    for (const { pattern, nameWith } of forms) {
      const groups = pattern.exec(line)?.groups;
      if (groups?.name === undefined) continue;
      const file = groups.file ?? (nameWith === 'file-above' ? this.#file : null);
      this.#note(groups.name, file, groups.line === undefined ? null : Number(groups.line));
      return;
    }
  }

  /** Any other line; true when it was part of a name. */
  follow(raw: string): boolean {
    const group = raw.includes('▶') && this.#groups.size < most ? /^\s*▶ (\S.*)$/.exec(visible(raw).slice(0, 1_000))?.[1] : undefined;
    if (group !== undefined) this.#groups.add(detached(group.trim()));
    if (this.#mocha === null) return false;
    const part = /^ {4,}(\S.*)$/.exec(visible(raw).slice(0, 1_000))?.[1];
    if (part === undefined || this.#mocha.length > 8) {
      this.#mocha = null;
      return false;
    }
    this.#mocha.push(part);
    this.#finishMocha();
    return true;
  }

  /** Without groups, and without names that stand there in full as well, unless nothing else is left. */
  tests(): readonly LoggedTest[] {
    const all = [...this.#found.values()];
    const inner = new Set(all.flatMap(({ name }) => (name.includes(' › ') ? [name.slice(name.lastIndexOf(' › ') + 3)] : [])));
    const own = all.filter(({ name }) => !this.#groups.has(name) && !inner.has(name));
    return own.length > 0 ? own : all;
  }

  #finishMocha(): void {
    const name = this.#mocha?.join(' ') ?? '';
    if (!name.endsWith(':')) return;
    this.#mocha = null;
    this.#note(name.slice(0, -1), null, null);
  }

  #note(name: string, file: string | null, line: number | null): void {
    const short = detached(name.trim().slice(0, longestName));
    if (short === '' || this.#found.size >= most) return;
    const known = this.#found.get(short);
    if (known === undefined || (known.file === null && file !== null))
      this.#found.set(short, { name: short, file: file === null ? null : detached(file), line });
  }
}
