// What the built-in engine repairs, as one table:
//   npm run bench -- repair [--humanevalfix DIR] [--npm-bugs DIR] [--parity even|odd] [--every N] [--verbose]
//     HumanEvalFix: [--language javascript|python] [--part whole|half] [--only NUMBER,…] [--most CANDIDATES]
//     npm-bugs: [--kinds regressions,harder,missing,mutants] [--minutes M]
// DIR are the data sets (javascript.jsonl and python.jsonl of HumanEvalPack; bugs.json and its tools). Operators and weights were chosen on
// the even tasks and on the rows whose id hashes even; the odd ones say what that is worth elsewhere. --every N takes a sample.
import { parseArgs } from 'node:util';
import { share, summaryOf } from '../npm-bugs/summary.ts';
import { measureHumanEvalFix, type Parity } from './measure-humanevalfix.ts';
import { type Kind, measureNpmBugs, rowOf } from './measure-npm-bugs.ts';
import { readings } from './readings.ts';

const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== 'repair'),
  options: {
    humanevalfix: { type: 'string' },
    'npm-bugs': { type: 'string' },
    kinds: { type: 'string', default: 'regressions,harder,missing,mutants' },
    minutes: { type: 'string', default: '2' },
    language: { type: 'string' },
    parity: { type: 'string', default: 'all' },
    part: { type: 'string' },
    only: { type: 'string' },
    every: { type: 'string', default: '1' },
    most: { type: 'string', default: '5000' },
    verbose: { type: 'boolean', default: false },
  },
});
if (values.humanevalfix === undefined && values['npm-bugs'] === undefined) {
  console.error('usage: npm run bench -- repair [--humanevalfix DIR] [--npm-bugs DIR] [--parity even|odd] [--every N] [--verbose]');
  process.exit(2);
}
const parity: Parity = values.parity === 'even' || values.parity === 'odd' ? values.parity : 'all';

const say = (line: string): void => {
  if (values.verbose) console.error(line);
};

async function ofHumanEvalFix(directory: string): Promise<string[][]> {
  const rows: string[][] = [];
  const parts = values.part === 'whole' || values.part === 'half' ? ([values.part] as const) : (['whole', 'half'] as const);
  for (const language of ['javascript', 'python'] as const) {
    if (values.language !== undefined && values.language !== language) continue;
    const only = values.only?.split(',').map(Number) ?? null;
    const amounts = { every: Number(values.every), most: Number(values.most) };
    for (const one of await measureHumanEvalFix({ directory, language, parity, ...amounts, only, parts, say })) {
      const fixed = parts.includes('whole') ? share(one.fixed, one.tasks) : '';
      const hidden = parts.includes('half')
        ? `of those fixed by half the test, right by the other half: ${share(one.hidden, one.fixedByHalf)}`
        : '';
      rows.push([`HumanEvalFix ${language}`, one.parity, String(one.tasks), fixed, hidden, '', '']);
    }
  }
  return rows;
}

const rows: (readonly string[])[] = [];
const notes: string[] = [];
if (values.humanevalfix !== undefined) rows.push(...(await ofHumanEvalFix(values.humanevalfix)));
for (const kind of ['regressions', 'harder', 'missing', 'mutants'] satisfies readonly Kind[]) {
  const data = values['npm-bugs'];
  if (data === undefined || !values.kinds.split(',').includes(kind)) continue;
  const outcomes = await measureNpmBugs({ data, kind, parity, every: values.every, minutes: values.minutes });
  for (const half of ['even', 'odd'] as const) if (parity === 'all' || parity === half) rows.push(rowOf(kind, half, outcomes));
  if (kind === 'missing') notes.push(...summaryOf(kind, outcomes, await readings()));
}
const head = ['set', 'half', 'cases', 'fixed', 'and', 'wrong claims', 'median'];
for (const row of [head, head.map(() => '---'), ...rows]) console.log(`| ${row.join(' | ')} |`);
for (const note of notes) console.log(`\n${note}`);
