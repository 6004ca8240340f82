// npm run bench -- repair: what the built-in engine repairs, as one table.
import { parseArgs } from 'node:util';
import { type Measured, measureHumanEvalFix, type Parity } from './measure-humanevalfix.ts';

const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== 'repair'),
  options: {
    humanevalfix: { type: 'string' },
    language: { type: 'string' },
    parity: { type: 'string', default: 'all' },
    part: { type: 'string' },
    only: { type: 'string' },
    every: { type: 'string', default: '1' },
    most: { type: 'string', default: '5000' },
    verbose: { type: 'boolean', default: false },
  },
});

const say = (line: string): void => {
  if (values.verbose) console.error(line);
};
const measured: Measured[] = [];
for (const language of ['javascript', 'python'] as const) {
  if (values.humanevalfix === undefined || (values.language !== undefined && values.language !== language)) continue;
  const parity: Parity = values.parity === 'even' || values.parity === 'odd' ? values.parity : 'all';
  const parts = values.part === 'whole' || values.part === 'half' ? ([values.part] as const) : (['whole', 'half'] as const);
  const only = values.only?.split(',').map(Number) ?? null;
  measured.push(
    ...(await measureHumanEvalFix({
      directory: values.humanevalfix,
      language,
      parity,
      every: Number(values.every),
      most: Number(values.most),
      only,
      parts,
      say,
    })),
  );
}
console.log(measured);
