// Which of the commands in the repository's workflows test a package, and which build it before that.
import type { CiCommand } from '../../workflows.ts';

const runners = 'vitest|jest|mocha|ava|tape|tap|jasmine|c8|nyc|uvu|karma';
const tests = new RegExp(
  `^(?:npx |pnpm |yarn |bunx? )?(?:${runners})\\b|^(?:npm|pnpm|yarn|bun)\\b.*\\s(?:t|tst|test\\b\\S*|unit\\b\\S*)(?:\\s|$)|^(?:npx |pnpm |yarn )?(?:turbo|nx|lerna)\\b.*\\btest\\b|^node\\b.*\\s--test\\b`,
);
const otherwise = /\b(?:e2e|browser|integration|playwright|cypress|types?|lint|smoke|perf|bench|watch|update|publish|install|codecov)\b/i;
const builds =
  /^(?:npm|pnpm|yarn|bun)\s+(?:run\s+|-r\s+|--recursive\s+|-w\s+)*(?:build|compile|generate|codegen|prepare|tsc)\b|^(?:npx |pnpm |yarn )?(?:turbo|nx|lerna)\b.*\bbuild\b|^(?:npx |pnpm |yarn )?tsc\b(?!.*--noEmit)/;

const checks = /(?:^|[-_/.])(?:ci|tests?|checks?|build|node(?:js)?|main|pr|pull|continuous-integration)\b/i;
const deploys = /deploy|release|publish|docs|nightly|bench/i;

/** The command that the maintainers test with in `directory`: that of the step that failed, else the plainest of the others; null when there is none. */
export function ciTestCommand(commands: readonly CiCommand[], directory: string): CiCommand | null {
  const own = commands.filter((each) => each.directory === directory && tests.test(each.command));
  const failed = own.filter((each) => each.failed);
  if (failed.length > 0) return failed.at(-1) ?? null;
  const plain = own.filter(({ command }) => !otherwise.test(command));
  return (
    plain.find(({ file }) => checks.test(file) && !deploys.test(file)) ?? plain.find(({ file }) => !deploys.test(file)) ?? plain[0] ?? null
  );
}

const testCall = /(?:^|\s)(?:npm|pnpm|yarn|bun)\s+(?:run\s+|run-script\s+|-s\s+|--silent\s+)*(?:t|tst|test)(?:\s|$)/;
const scriptCall = /^(?:npm|pnpm|yarn|bun)\s+(?:run\s+|run-script\s+)?(\S+)/;

/** Whether some workflow runs the script `test` of the package, in whatever way it is called. */
export function ciRunsTestScript(commands: readonly CiCommand[], directory: string, scripts: Readonly<Record<string, string>>): boolean {
  const isCall = (command: string): boolean => testCall.test(command);
  return commands.some(
    ({ command, directory: own }) => own === directory && (isCall(command) || isCall(scripts[scriptCall.exec(command)?.[1] ?? ''] ?? '')),
  );
}

/** What the job of `test` runs in the same folder, up to the end of its step. */
function upTo(commands: readonly CiCommand[], test: CiCommand): CiCommand[] {
  return commands.filter(
    ({ file, job, position, directory }) =>
      file === test.file && job === test.job && position <= test.position && directory === test.directory,
  );
}

/** The command that builds before `test` in the same job; null when none does. */
export function ciBuildCommand(commands: readonly CiCommand[], test: CiCommand): CiCommand | null {
  return upTo(commands, test).findLast(({ command, position }) => position < test.position && builds.test(command)) ?? null;
}

const installs = /^(npm|pnpm|yarn|bun)(?:\s+(?:install|i|ci|clean-install))?((?:\s+--?\w[\w:.-]*(?:=\S+)?)*)\s*$/;
/** Options of an installation that decide whether it succeeds, or what it runs. */
const decides = /^(?:--legacy-peer-deps|--force|-f|--ignore-scripts|--ignore-engines|--shamefully-hoist|--no-strict-peer-dependencies)$/;

/** The options that the maintainers give to the installation of `directory` by `manager` in the job that tests it. */
export function ciInstallOptions(commands: readonly CiCommand[], directory: string, manager: string): readonly string[] {
  const test = ciTestCommand(commands, directory);
  for (const { command } of test === null ? [] : upTo(commands, test)) {
    const found = installs.exec(command);
    if (found?.[1] !== manager) continue;
    const options = (found[2] ?? '').split(/\s+/).filter((option) => decides.test(option));
    if (options.length > 0) return options;
  }
  return [];
}
