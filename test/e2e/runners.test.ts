// The same fault in a package of each JavaScript runner: detected, run, read, repaired by a model whose words are scripted, and proved.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startScriptedServer } from '../responses/scripted-server.ts';
import { sampleOf } from '../sampled.ts';
import { furtherCases, missing } from '../suite/further-runners.ts';
import { ownModules } from '../suite/repository.ts';
import { cases, type RunnerCase } from '../suite/runners.ts';
import { repository, type TestRepository } from '../workspace/repositories.ts';
import { fix, stateOf } from './terminal.ts';

const known = [...cases, ...furtherCases].filter(({ runner }, index, all) => all.findIndex((each) => each.runner === runner) === index);
/** All of them on request, by `npm run prove -- e2e/runners`; those that start quickly in every run. */
const tried = process.env.REGREEN_PROVE_RUNS
  ? known
  : known.filter(({ runner }) => ['node:test', 'mocha', 'tape', 'jasmine', 'ava'].includes(runner));
for (const { runner } of known.filter((one) => !tried.includes(one)))
  console.warn(`SKIPPED: a package tested by ${runner} starts slowly: \`npm run prove -- e2e/runners\` repairs it`);

async function red({ files, linked, modules = ownModules }: RunnerCase): Promise<TestRepository> {
  const repo = await repository({ ...files, '.gitignore': 'node_modules\ncoverage\n' });
  for (const name of linked) {
    await repo.link(`node_modules/${name}`, join(modules, name));
    await repo.link(`node_modules/.bin/${name}`, join(modules, '.bin', name));
  }
  await mkdir(repo.temp, { recursive: true });
  return repo;
}

/** The line at fault, with the one above it: another function may hold the same line. */
function editOf({ files, faulty: { path, line } }: RunnerCase): { path: string; old_text: string; new_text: string } {
  const [above = '', wrong = ''] = (files[path] ?? '').split('\n').slice(line - 2, line);
  return { path, old_text: `${above}\n${wrong}`, new_text: `${above}\n${wrong.replace('a + b', 'a - b')}` };
}

test('every runner of JavaScript has a case', () => {
  expect(known.map(({ runner }) => runner).sort()).toEqual([
    'ava',
    'jasmine',
    'jest',
    'mocha',
    'node:test',
    'tap',
    'tape',
    'uvu',
    'vitest',
  ]);
});

describe.each(sampleOf(tried, 0.35, ({ runner }) => runner))('a package tested by $runner', { timeout: 300_000 }, (one: RunnerCase) => {
  const reason = furtherCases.includes(one) ? missing : null;
  if (reason !== null) console.warn(`SKIPPED: ${one.runner}: ${reason}`);

  test.skipIf(reason !== null)('is detected, reproduced, repaired in one turn after a rerun of what failed, and proved', async () => {
    await using repo = await red(one);
    const before = await stateOf(repo, ['node_modules']);
    await using server = await startScriptedServer({
      turns: [
        { calls: [{ name: 'run_tests', arguments: { scope: 'failing' } }] },
        { calls: [{ name: 'edit', arguments: { edits: [editOf(one)] } }] },
        { text: 'It added where it had to subtract.' },
      ],
    });
    const { report, stderr } = await fix(repo, ['--base-url', server.baseUrl, '--model', 'scripted', '--engine', 'model']);
    expect(report.outcome, `${report.reason}\n${stderr}`).toBe('fixed');
    expect(stderr).toContain(`(${one.runner})`);
    expect(report).toMatchObject({
      proof: { kind: 'model', greenRuns: 2, suiteBefore: { failing: [one.failing] }, suiteAfter: { failed: 0, executed: one.executed } },
    });
    const [first, second] = server.requests.filter((request) => !request.warmUp);
    const text = JSON.stringify(first?.input) + (first?.raw ?? '');
    expect(text).toContain(one.failing.split(' > ')[0]);
    // Rerun by scope: the one that failed, and what it says.
    expect(JSON.parse(String(second?.input[0]?.output))).toMatchObject({ counts: { failed: 1 } });
    expect(await stateOf(repo, ['node_modules'])).toEqual(before);
  });
});
