// What one batch of candidates leaves on the disk: the programs in between, what the compiler says of each package, and how tests end.
import { mkdir, mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { Companion } from '../../suite/index.ts';
import { readPlainFile, shadowTree } from '../../workspace/index.ts';
import { compilerName, compilerSource, complaintsVariable, treeVariable, unchangedVariable } from './compiler-source.ts';
import type { CompiledLanguage, Complaint } from './language.ts';
import { numbersVariable, runnerName, runnerSource, runsVariable } from './runner-source.ts';

/** Bytes read of what one candidate's tests print, and of what a compiler says of one package. */
const mostPrinted = 2 ** 20;
const mostComplaints = 16 * 2 ** 20;

/** How the tests of one candidate ended, in each program. */
export interface Ending {
  readonly programs: readonly { readonly folder: string; readonly output: string }[];
  readonly exitCode: number;
}

export class Batch implements AsyncDisposable {
  readonly #language: CompiledLanguage;
  readonly #root: string;
  readonly #folder: string;
  #round = 0;

  private constructor(language: CompiledLanguage, root: string, folder: string) {
    this.#language = language;
    this.#root = root;
    this.#folder = folder;
  }

  /** `unchanged`: the text of each file that candidates change, by its path in the tree at `givenRoot`. */
  static async open(language: CompiledLanguage, givenRoot: string, unchanged: ReadonlyMap<string, string>): Promise<Batch> {
    const root = await realpath(givenRoot);
    const folder = await mkdtemp(join(root, '..', 'compiled-'));
    await mkdir(join(folder, 'runs'));
    await shadowTree(root, join(folder, 'unchanged'), unchanged);
    await writeFile(join(folder, compilerName), compilerSource(language.compiler), { mode: 0o755 });
    await writeFile(join(folder, runnerName), runnerSource(language.limited), { mode: 0o755 });
    return new Batch(language, root, folder);
  }

  /** What compiles the tree as it is now, and runs for each of `numbers` what was not run before. */
  async next(numbers: readonly number[]): Promise<Companion> {
    this.#round += 1;
    await mkdir(this.#complaints);
    return {
      file: join(this.#folder, runnerName),
      folder: this.#folder,
      env: {
        [treeVariable]: this.#root,
        [unchangedVariable]: join(this.#folder, 'unchanged'),
        [complaintsVariable]: this.#complaints,
        [runsVariable]: join(this.#folder, 'runs'),
        [numbersVariable]: numbers.join(' '),
      },
      flags: this.#language.flags,
    };
  }

  get #complaints(): string {
    return join(this.#folder, `complaints-${this.#round}`);
  }

  /** What the compiler said of packages since `next`; their paths begin at the root, or where it was started. */
  async complaints(): Promise<readonly Complaint[]> {
    const names = await readdir(this.#complaints).catch(() => []);
    const texts = await Promise.all(names.map((name) => readPlainFile(join(this.#complaints, name), mostComplaints)));
    return texts.flatMap((text) => this.complaintsIn(text ?? ''));
  }

  complaintsIn(output: string): readonly Complaint[] {
    return this.#language.complaints(output.replaceAll(`${this.#root}/`, ''));
  }

  /** Null where a program was not run to its end for this candidate. It ran beside the repository's code, so nothing it wrote is sure. */
  async endingOf(number: number): Promise<Ending | null> {
    const runs = join(this.#folder, 'runs');
    const programs: { folder: string; output: string }[] = [];
    let exitCode = 0;
    for (const name of await readdir(runs).catch(() => [])) {
      const [folder, output, code] = await Promise.all(
        ['folder', `${number}.out`, `${number}.code`].map((file) => readPlainFile(join(runs, name, file), mostPrinted)),
      );
      // One package that was not reached leaves the candidate without a verdict.
      if (folder === null || code === null || !/^\d+\s*$/.test(code ?? '')) return null;
      programs.push({ folder: posix.relative(this.#root, folder?.trim() ?? '') || '.', output: output ?? '' });
      exitCode = Math.max(exitCode, Number(code));
    }
    return programs.length === 0 ? null : { programs, exitCode };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}
