// Writes action.yml's and the README's tables from the code; with --check it fails when they differ.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { inputTable } from '../../src/inputs/index.ts';
import { outputDescriptions } from '../../src/report/index.ts';

const file = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));

/** The whole of action.yml. */
export function actionYaml(): string {
  const inputs = inputTable.map(
    ({ name, description, default: value, impliedDefault }) =>
      `  ${name}:\n    description: ${quoted(impliedDefault ? `${description} Default: ${value}.` : description)}\n    required: false\n` +
      (value === '' || impliedDefault ? '' : `    default: ${quoted(value)}\n`),
  );
  const outputs = Object.entries(outputDescriptions).map(([name, description]) => `  ${name}:\n    description: ${quoted(description)}\n`);
  return `# Made by \`npm run readme\` from src/inputs and src/report: change it there.
name: Regreen
description: Turns red builds green. Finds out why tests fail, fixes the code, proves the fix and opens a pull request.
author: Regreen
branding:
  icon: check-circle
  color: green

inputs:
${inputs.join('')}
outputs:
${outputs.join('')}
runs:
  using: node24
  main: dist/index.js
`;
}

/** `readme` with both of its tables as they are now. */
export function withTables(readme: string): string {
  const inputs = inputTable.map(({ name, default: value, description, cli }) => [
    `\`${name}\``,
    value === '' ? '' : `\`${value}\``,
    description,
    cli?.commands.includes('fix') ? `\`--${cli.flag}\`` : '',
  ]);
  const outputs = Object.entries(outputDescriptions).map(([name, description]) => [`\`${name}\``, description]);
  return replaceBetween(
    replaceBetween(readme, 'inputs', table(['input', 'default', 'meaning', 'flag of `regreen fix`'], inputs)),
    'outputs',
    table(['output', 'meaning'], outputs),
  );
}

/** Aligned, as the formatter leaves it. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [first = [], ...others] = cells;
  return [line(first), line(widths.map((width) => '-'.repeat(width))), ...others.map(line)].join('\n');
}

function replaceBetween(text: string, name: string, content: string): string {
  const start = `<!-- ${name}:start -->`;
  const end = `<!-- ${name}:end -->`;
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from === -1 || to < from) throw new Error(`README.md has no ${start} … ${end}`);
  return `${text.slice(0, from + start.length)}\n${content}\n${text.slice(to)}`;
}

function quoted(value: string): string {
  return JSON.stringify(value);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const readme = await readFile(file('README.md'), 'utf8');
  const wanted = new Map([
    ['README.md', withTables(readme)],
    ['action.yml', actionYaml()],
  ]);
  for (const [name, text] of wanted) {
    const current = await readFile(file(name), 'utf8').catch(() => '');
    if (current === text) continue;
    if (process.argv.includes('--check')) {
      console.error(`${name} differs from the code it is made from: run \`npm run readme\``);
      process.exitCode = 1;
    } else await writeFile(file(name), text);
  }
}
