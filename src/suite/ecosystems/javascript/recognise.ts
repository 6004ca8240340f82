// Which runner a test command ends in.
import { join, posix } from 'node:path';
import type { SimpleCommand } from '../../shell.ts';
import type { Runner } from '../../types.ts';
import { asksRegistry } from './commands.ts';
import { ImportGraph } from './imports.ts';
import { scriptFile } from './instrument.ts';
import type { Manifest } from './manifest.ts';
import { readTestLine, type TestLine } from './test-line.ts';

export interface Recognised {
  readonly runner: Runner;
  readonly reason: string;
  /** Commands of the line that are not run. */
  readonly leftOut: readonly string[];
}

/** Programs that run tests in several packages, each by its own script. */
const fanOut = [
  /^turbo (?:run )?.*\btest/,
  /^nx (?:run-many|affected|run)\b.*\btest/,
  /^(?:lerna|wsrun|ultra|lage)\b.*\btest/,
  /^npm\b(?=.*\s(?:-ws|--workspaces?|-w)(?:[\s=]|$)).*\s(?:t|tst|test\S*)(?:\s|$)/,
  /^pnpm\b(?=.*\s(?:-r|--recursive|-F|--filter)(?:[\s=]|$)).*\s(?:t|test\S*)(?:\s|$)/,
  /^yarn (?:workspaces? )\S*.*\btest/,
  /^bun\b(?=.*\s--filter[\s=]).*\stest/,
];

/** What is put in front of a program: who starts those that packages bring, and what sets variables. */
const before =
  /^(?:(?:npx|bunx|(?:pnpm|yarn|npm)(?: exec)?)(?: --?[a-z-]*)* (?=(?:turbo|nx|lerna|wsrun|ultra|lage) )|(?:cross-env|env)(?: \w+=\S*)+ |dotenv .*? -- )/;

/** The program of a command and what it is given, as written. */
function programOf({ words }: SimpleCommand): string {
  let text = words.map(({ raw }) => raw).join(' ');
  while (before.test(text)) text = text.replace(before, '');
  return text;
}

/** Runners that drive a browser or an application: their command is left as it is. */
const inBrowsers = /(?:^|[\s/])(karma|playwright|cypress|wdio|web-test-runner|wtr|testcafe|nightwatch|storybook|test-storybook|ng)(?:\s|$)/;

/** The runner of `command`, with the reason. */
export async function recognise(root: string, directory: string, manifest: Manifest, command: string): Promise<Recognised> {
  const line = readTestLine(command, manifest.scripts);
  const leftOut = (line?.pieces ?? []).flatMap((piece) => (piece.kind === 'command' && asksRegistry(piece) ? [piece.raw] : []));
  return { ...(await runnerOf(root, directory, line, command)), leftOut };
}

async function runnerOf(root: string, directory: string, line: TestLine | null, command: string): Promise<Omit<Recognised, 'leftOut'>> {
  const texts = line === null ? [command] : line.pieces.flatMap((piece) => (piece.kind === 'command' ? [piece.raw] : []));
  const programs = line === null ? [command] : line.pieces.flatMap((piece) => (piece.kind === 'command' ? [programOf(piece)] : []));
  const spread = programs.find((program) => fanOut.some((pattern) => pattern.test(program)));
  if (spread !== undefined) return { runner: 'workspaces', reason: `runner: those of the workspace's packages, started by \`${spread}\`` };
  if (line === null)
    return {
      runner: 'other',
      reason: 'runner: not known from the line, which is more than simple commands; reports are asked of whatever it starts',
    };
  const [first] = [...line.runners.values()].filter(({ kind }) => kind !== 'script');
  if (first !== undefined && first.kind !== 'script')
    return { runner: first.kind, reason: `runner ${first.kind}: \`${first.command.raw}\`` };
  const own = await byImports(root, directory, line);
  if (own !== null) return own;
  const browser = texts.map((text) => inBrowsers.exec(text)?.[1]).find((name) => name !== undefined);
  if (browser !== undefined)
    return {
      runner: 'other',
      reason: `runner ${browser}: it drives a browser or an application and is left to its own command; results by exit code and text`,
    };
  return { runner: 'other', reason: 'runner: none that is known; results by exit code and text, and reports of whatever it starts' };
}

async function byImports(root: string, directory: string, line: TestLine): Promise<Omit<Recognised, 'leftOut'> | null> {
  const graph = new ImportGraph(root, join(root, directory));
  for (const script of line.runners.values()) {
    const file = scriptFile(script);
    if (file === null) continue;
    const packages = await graph.packages(posix.normalize(posix.join(directory, /\.[cm]?[jt]sx?$/.test(file) ? file : `${file}.js`)));
    for (const name of ['node:test', 'tape', 'tap'] as const)
      if (packages.has(name)) return { runner: name, reason: `runner ${name}: ${file} uses it` };
  }
  return null;
}
