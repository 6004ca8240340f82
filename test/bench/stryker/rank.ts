// Where the change that takes a mutant back stands among the candidates of the templates, without running anything.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateCandidates, type TemplateInput } from '../../../src/engine/templates/index.ts';
import { randomOf } from '../mutants.ts';
import type { Mutant } from './mutants.ts';

/** What is suspected: lines drawn at random beside the right one, or what the killing test executes, by Ochiai. */
type Suspicion = 'random' | 'executed';

const DECOYS = 20;

export interface Ranks {
  readonly kind: string;
  /** From 1; 0 where no candidate takes the mutant back. */
  readonly random: number;
  readonly executed: number;
}

const plain = (text: string): string => text.replace(/\s+|;/g, '');

/** The same text up to the quotes of its strings, and brackets around a whole value: the author's taste, not his meaning. */
const meant = (text: string): string => plain(text).replace(/['`]/g, '"');

function randomSuspects({ path, line, faulty }: Mutant, next: () => number): TemplateInput['suspects'] {
  const code = faulty
    .split('\n')
    .flatMap((text, at) => (/[\w)]/.test(text) && !/^\s*(\/\/|\*|\/\*)/.test(text) ? [{ path, line: at + 1, score: 1 }] : []));
  const decoys = Array.from({ length: DECOYS }, () => code[Math.floor(next() * code.length)]).flatMap((each) => each ?? []);
  return [...new Map([{ path, line, score: 1 }, ...decoys].map((each) => [each.line, each])).values()];
}

/** One failing test: a line is as suspicious as few others execute it. */
function executedSuspects({ executed }: Mutant): TemplateInput['suspects'] {
  const all = [...executed].flatMap(([path, lines]) => [...lines].map(([line, tests]) => ({ path, line, score: 1 / Math.sqrt(tests) })));
  return all.toSorted((a, b) => b.score - a.score);
}

/** The rank for each mutant, by both kinds of suspicion; `say` is told each of them. */
export async function ranksOf(
  folder: string,
  mutants: readonly Mutant[],
  seed: number,
  say: (line: string) => void,
): Promise<readonly Ranks[]> {
  const next = randomOf(seed);
  const found: Ranks[] = [];
  for (const mutant of mutants) {
    const { path, faulty, text, kind, killer } = mutant;
    const others = [...mutant.executed.keys()].filter((each) => each !== path);
    const files = [{ path, text: faulty }];
    for (const each of others) files.push({ path: each, text: await readFile(join(folder, each), 'utf8') });
    const test = await readFile(join(folder, killer.file), 'utf8').catch(() => '');
    const failing = [
      {
        id: `${killer.file} > ${killer.name}`,
        file: killer.file,
        line: null,
        message: killer.message,
        expected: null,
        actual: null,
        frames: [],
      },
    ];
    const rank = (suspicion: Suspicion): number => {
      const suspects = suspicion === 'random' ? randomSuspects(mutant, next) : executedSuspects(mutant);
      const clues =
        suspicion === 'random' ? { failing: [], testSources: [] } : { failing, testSources: [{ path: killer.file, text: test }] };
      const candidates = generateCandidates({ files: suspicion === 'random' ? files.slice(0, 1) : files, suspects, ...clues, priors: [] });
      const wanted = meant(text);
      const at = candidates.findIndex(
        (each) => each.path === path && meant(faulty.slice(0, each.start) + each.text + faulty.slice(each.end)) === wanted,
      );
      return at + 1;
    };
    const ranks = { kind, random: rank('random'), executed: rank('executed') };
    found.push(ranks);
    say(`${ranks.random}\t${ranks.executed}\t${kind}\t${path}:${mutant.line}\t${changeOf(mutant)}`);
  }
  return found;
}

function changeOf({ text, faulty }: Mutant): string {
  let head = 0;
  while (head < Math.min(text.length, faulty.length) && text[head] === faulty[head]) head++;
  let tail = 0;
  while (tail < Math.min(text.length, faulty.length) - head && text.at(-1 - tail) === faulty.at(-1 - tail)) tail++;
  const cut = (whole: string): string => JSON.stringify(whole.slice(head, whole.length - tail).slice(0, 70));
  return `${cut(text)} -> ${cut(faulty)}`;
}

/** A table: by kind how many mutants can be taken back at all, and where the change stands. */
export function rankTable(ranks: readonly Ranks[]): string {
  const kinds = [...new Set(ranks.map(({ kind }) => kind))].toSorted();
  const row = (name: string, own: readonly Ranks[]): string => {
    const cells = (['random', 'executed'] as const).map((suspicion) => {
      const found = own
        .map((each) => each[suspicion])
        .filter((rank) => rank > 0)
        .toSorted((a, b) => a - b);
      const at = (part: number): number | string => found[Math.floor(found.length * part)] ?? '–';
      return `${found.length} | ${at(0.5)} | ${at(0.9)}`;
    });
    return `| ${name} | ${own.length} | ${cells.join(' | ')} |`;
  };
  return [
    '| kind | mutants | among random lines: taken back | median | 90 % | among executed lines: taken back | median | 90 % |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...kinds.map((kind) =>
      row(
        kind,
        ranks.filter((each) => each.kind === kind),
      ),
    ),
    row('all', ranks),
  ].join('\n');
}
