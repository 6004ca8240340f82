// Measures what the repair templates propose for single-token faults, without running anything: npm run bench -- templates FOLDER…
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { generateCandidates, type TemplateCandidate } from '../../src/engine/templates/index.ts';
import { mutantsOf, randomOf } from './mutants.ts';

function apply(text: string, candidate: TemplateCandidate): string {
  return text.slice(0, candidate.start) + candidate.text + text.slice(candidate.end);
}

const plain = (text: string) => text.replace(/\s+|;/g, '');

function sourcesIn(folder: string): string[] {
  if (statSync(folder).isFile()) return [folder];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[cm]?[jt]s$/.test(name) && !/node_modules|test|\.d\.ts$|\.min\./.test(name))
    .map((name) => join(folder, name));
}

function mutants(folders: readonly string[], perFile: number, seed: number): void {
  const random = randomOf(seed);
  const tally = new Map<string, number[]>();
  let slowest = 0;
  for (const path of folders.filter(existsSync).flatMap(sourcesIn)) {
    const text = readFileSync(path, 'utf8').replace(/\r\n/g, '\n');
    const lines = text.split('\n');
    const code = lines.flatMap((line, i) => (/[\w)]/.test(line) && !/^\s*(\/\/|\*|\/\*)/.test(line) ? [i + 1] : []));
    for (const mutant of mutantsOf(text, perFile, random)) {
      const decoys = Array.from({ length: 20 }, () => code[Math.floor(random() * code.length)] ?? 1);
      const suspects = [...new Set([mutant.line, ...decoys])].map((line) => ({ path: 'lib/index.js', line, score: 1 }));
      const began = process.cpuUsage().user;
      const candidates = generateCandidates({
        files: [{ path: 'lib/index.js', text: mutant.text }],
        suspects,
        failing: [],
        testSources: [],
        priors: [],
      });
      slowest = Math.max(slowest, (process.cpuUsage().user - began) / 1000);
      const rank = candidates.findIndex((each) => plain(apply(mutant.text, each)) === plain(text));
      tally.set(mutant.kind, [...(tally.get(mutant.kind) ?? []), rank + 1]);
      if (process.argv.includes('--verbose') && rank < 0) console.log(`missed ${mutant.kind} ${path}:${mutant.line} ${mutant.say}`);
    }
  }
  const all = [...tally.values()].flat();
  for (const [kind, ranks] of [...tally, ['all', all] as const]) {
    const found = ranks.filter((rank) => rank > 0).sort((a, b) => a - b);
    const within = (most: number) => found.filter((rank) => rank <= most).length;
    console.log(
      `${kind.padEnd(12)} ${found.length}/${ranks.length} median ${found[found.length >> 1]} p90 ${found[Math.floor(found.length * 0.9)]} within 200: ${within(200)} 1000: ${within(1000)}`,
    );
  }
  console.log(`slowest ${Math.round(slowest)} ms of CPU`);
}

const paths = process.argv.slice(2).filter((each) => !each.startsWith('--') && each !== 'templates');
mutants(paths, 25, 7);
