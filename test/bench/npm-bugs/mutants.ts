import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from '@babel/parser';
import { randomOf } from '../mutants.ts';
import { type Row, sh } from './data.ts';

interface Mutant {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly label: string;
}

const operators: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    '+': ['-'],
    '-': ['+'],
    '*': ['/'],
    '/': ['*'],
    '%': ['*'],
    '<': ['<=', '>'],
    '<=': ['<', '>'],
    '>': ['>=', '<'],
    '>=': ['>', '<'],
    '==': ['!='],
    '!=': ['=='],
    '===': ['!=='],
    '!==': ['==='],
    '&&': ['||'],
    '||': ['&&'],
    '++': ['--'],
    '--': ['++'],
    '+=': ['-='],
    '-=': ['+='],
  }),
);

/** Every single-token fault of a source text: operators and comparisons, literals, names, conditions. */
export function mutantsOf(source: string, language: 'javascript' | 'typescript' = 'javascript'): Mutant[] {
  const { tokens } = parse(source, {
    sourceType: 'unambiguous',
    tokens: true,
    errorRecovery: true,
    allowReturnOutsideFunction: true,
    plugins: language === 'typescript' ? ['typescript'] : [],
  });
  const found: Mutant[] = [];
  const list: readonly { start: number; end: number; type: { label?: string } | string; value?: unknown }[] = tokens ?? [];
  const names = [...new Set(list.filter((token) => labelOf(token) === 'name').map((token) => source.slice(token.start, token.end)))];
  for (const [index, token] of list.entries()) {
    const text = source.slice(token.start, token.end);
    const add = (replacement: string, kind: string): void => {
      found.push({ start: token.start, end: token.end, text: replacement, label: `${kind}: ${text} -> ${replacement}` });
    };
    for (const other of operators.get(text) ?? []) add(other, 'operator');
    if (labelOf(token) === 'num' && /^\d+$/.test(text)) add(String(Number(text) + 1), 'literal');
    if (labelOf(token) === 'string' && text.length > 2 && text.length < 20) add(`${text[0]}${text.slice(2)}`, 'literal');
    if (text === 'true') add('false', 'literal');
    if (text === 'false') add('true', 'literal');
    if (labelOf(token) === 'name') {
      const near = names.filter((name) => name !== text && name.length > 1 && Math.abs(name.length - text.length) <= 2);
      const other = near[(index * 7) % Math.max(1, near.length)];
      if (other !== undefined) add(other, 'name');
    }
    const next = list[index + 1];
    if (text === 'if' && next !== undefined && source.slice(next.start, next.end) === '(') {
      found.push({ start: next.end, end: next.end, text: '!', label: 'condition: negated' });
    }
  }
  return found;
}

function labelOf(token: { type: { label?: string } | string }): string {
  return typeof token.type === 'string' ? token.type : (token.type.label ?? '');
}

export interface MutantOptions {
  readonly rows: readonly Row[];
  readonly tools: string;
  readonly work: string;
  readonly packages: number;
  readonly perPackage: number;
  readonly seed: number;
}

/** Red repositories with one commit: the fixed release of a package with one single-token fault at a line its tests cover. */
export async function* makeMutants(options: MutantOptions) {
  const next = randomOf(options.seed);
  const fast = options.rows.filter((row) => row.seconds < 5 && row.copyInModules === undefined);
  const byPackage = [...new Map(fast.map((row) => [row.package, row])).values()];
  const chosen = byPackage
    .map((row) => ({ row, key: next() }))
    .sort((a, b) => a.key - b.key)
    .slice(0, options.packages);
  for (const { row } of chosen) yield* mutantsOfPackage(row, options, next);
}

async function* mutantsOfPackage(row: Row, options: MutantOptions, next: () => number) {
  const original = join(options.work, `original-${row.id}`);
  const made = await sh('node', [join(options.tools, 'regression.mjs'), row.id, original]);
  if (made.code !== 0) return;
  await sh('git', ['-C', original, 'reset', '-q', '--hard', 'HEAD~1']);
  const covered = await coveredRanges(original, row);
  const pool: { path: string; mutant: Mutant }[] = [];
  for (const path of row.sourceFiles) {
    const text = await readFile(join(original, path), 'utf8').catch(() => '');
    const ranges = covered.get(path) ?? [];
    const runs = (offset: number): boolean =>
      ranges.some((range) => offset >= range.start && offset < range.end && range.count > 0) &&
      !ranges.some((range) => range.count === 0 && offset >= range.start && offset < range.end);
    pool.push(
      ...mutantsOf(text)
        .filter((mutant) => runs(mutant.start))
        .map((mutant) => ({ path, mutant })),
    );
  }
  let found = 0;
  for (let tries = 0; tries < 60 && found < options.perPackage && pool.length > 0; tries++) {
    const pick = pool.splice(Math.floor(next() * pool.length), 1)[0];
    if (!pick) break;
    const directory = join(options.work, `${row.package.replace('/', '_')}-mutant-${found + 1}`);
    await cp(original, directory, { recursive: true, verbatimSymlinks: true });
    const file = join(directory, pick.path);
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.slice(0, pick.mutant.start) + pick.mutant.text + text.slice(pick.mutant.end));
    const run = await sh('npm', ['test'], { cwd: directory, timeout: 20_000 });
    if (run.code === 0) {
      await rm(directory, { recursive: true, force: true });
      continue;
    }
    await rm(join(directory, '.git'), { recursive: true });
    const git = ['-C', directory, '-c', 'user.name=bench', '-c', 'user.email=bench@localhost', '-c', 'init.defaultBranch=main'];
    await sh('git', [...git, 'init', '-q']);
    await sh('git', [...git, 'add', '-A']);
    await sh('git', [...git, 'commit', '-qm', 'Release']);
    found += 1;
    const line = text.slice(0, pick.mutant.start).split('\n').length;
    const label = `${pick.path}:${line} ${pick.mutant.label}`;
    yield { id: `${row.package}@${row.fixed} ${label}`, directory, command: row.command, green: null, note: label };
  }
  await rm(original, { recursive: true, force: true });
}

interface Range {
  readonly start: number;
  readonly end: number;
  readonly count: number;
}

async function coveredRanges(directory: string, row: Row): Promise<Map<string, Range[]>> {
  const out = await mkdtemp(join(tmpdir(), 'coverage-'));
  await sh('npm', ['test'], { cwd: directory, timeout: 60_000, env: { NODE_V8_COVERAGE: out } });
  const ranges = new Map<string, Range[]>();
  for (const name of await readdir(out)) {
    const report: { result?: { url: string; functions: { ranges: { startOffset: number; endOffset: number; count: number }[] }[] }[] } =
      JSON.parse(await readFile(join(out, name), 'utf8'));
    for (const script of report.result ?? []) {
      const path = row.sourceFiles.find((file) => script.url.startsWith('file:') && fileURLToPath(script.url) === join(directory, file));
      if (path === undefined || ranges.has(path)) continue;
      const all = script.functions.flatMap((fn) => fn.ranges);
      // The first range is the module itself.
      ranges.set(
        path,
        all.map(({ startOffset, endOffset, count }) => ({ start: startOffset, end: endOffset, count })),
      );
    }
  }
  await rm(out, { recursive: true, force: true });
  return ranges;
}
