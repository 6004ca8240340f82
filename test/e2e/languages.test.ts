// Repositories of other languages, red, repaired over a real socket by a model whose words are scripted, and proved.

import { mkdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { startScriptedServer } from '../responses/scripted-server.ts';
import { sampleOf } from '../sampled.ts';
import { cases, type LanguageCase } from '../suite/ecosystems/cases.ts';
import { furtherCases } from '../suite/ecosystems/further-cases.ts';
import { missing } from '../suite/ecosystems/missing.ts';
import { repository, type TestRepository } from '../workspace/repositories.ts';
import { fix, stateOf } from './terminal.ts';

/** Those behind another program are read as the runner in it is: test/suite has them. */
const all = [...cases, ...furtherCases.filter(({ title }) => ['bun test', 'Maven', 'Gradle'].includes(title))];

async function red(files: Readonly<Record<string, string>>): Promise<TestRepository> {
  const repo = await repository(files);
  await mkdir(repo.temp, { recursive: true });
  return repo;
}

/** All of them on request, by `npm run prove -- e2e/languages`; those that start quickly in every run. */
const quick = ['unittest', 'go test', 'prove', 'ctest', 'RSpec', 'minitest', 'PHPUnit'];
const tried = process.env.REGREEN_PROVE_RUNS ? all : cases.filter(({ title }) => quick.includes(title));
for (const { title } of all.filter((one) => !tried.includes(one)))
  console.warn(`SKIPPED: a repository tested by ${title} takes long: \`npm run prove -- e2e/languages\` repairs it`);

describe.each(sampleOf(tried, 0.2, ({ title }) => title))('a repository tested by $title', { timeout: 300_000 }, (one: LanguageCase) => {
  const reason = missing(one);
  if (reason !== null) console.warn(`SKIPPED: ${one.title}: ${reason}`);

  test.skipIf(reason !== null)('is detected, reproduced, repaired by a model in one turn, and proved on a clean copy', async () => {
    await using repo = await red(one.files);
    const before = await stateOf(repo);
    await using server = await startScriptedServer({
      turns: [{ calls: [{ name: 'edit', arguments: { edits: [one.fix] } }] }, { text: 'It added where it had to subtract.' }],
    });
    const { report, exitCode, stderr } = await fix(repo, ['--base-url', server.baseUrl, '--model', 'scripted', '--engine', 'model']);
    expect(report.outcome, `${report.reason}\n${stderr}`).toBe('fixed');
    expect(exitCode).toBe(0);
    expect(report).toMatchObject({
      proof: { kind: 'model', greenRuns: 2, suiteBefore: { failed: 1 }, suiteAfter: { failed: 0, executed: one.executed } },
      files: [{ path: one.fix.path, added: 1, removed: 1 }],
    });
    // The first turn had the failure, with its message, in which no `<` could be taken for a tag.
    expect(server.requests.find((request) => !request.warmUp)?.raw.replaceAll(/\\+u003c/g, '<')).toMatch(
      one.message.source.includes('\\n') ? /(?:Actual|Received): 4/ : one.message,
    );
    expect(await stateOf(repo)).toEqual(before);
  });
});

describe.each(cases.filter(({ title }) => (process.env.REGREEN_PROVE_RUNS ? ['unittest', 'prove'] : ['prove']).includes(title)))(
  'without a model, a repository tested by $title',
  { timeout: 300_000 },
  (one) => {
    const reason = missing(one);

    test.skipIf(reason !== null)('has the change undone that broke it', async () => {
      const wrong = one.files[one.fix.path] ?? '';
      await using repo = await red({ ...one.files, [one.fix.path]: wrong.replace(one.fix.old_text, one.fix.new_text) });
      await repo.write({ [one.fix.path]: wrong });
      await repo.commit();
      const { report, stderr } = await fix(repo, ['--green', 'HEAD~1']);
      expect(report.outcome, `${report.reason}\n${stderr}`).toBe('fixed');
      expect(report).toMatchObject({ proof: { kind: 'revert' }, files: [{ path: one.fix.path }] });
    });
  },
);

describe.each(cases.filter(({ title }) => title === 'prove'))(
  'a repository in a language without templates, tested by $title',
  { timeout: 300_000 },
  (one) => {
    test.skipIf(missing(one) !== null)('ends honestly when there is nothing to undo', async () => {
      await using repo = await red(one.files);
      const { report, exitCode } = await fix(repo, []);
      expect(exitCode).toBe(1);
      expect(report).toMatchObject({ outcome: 'not-fixed', patch: '' });
    });
  },
);

/** pytest starts slowly: on request only. */
const repaired = process.env.REGREEN_PROVE_RUNS ? ['unittest', 'pytest'] : ['unittest'];

describe.each(cases.filter(({ title }) => repaired.includes(title)))(
  'a repository in Python with nothing to undo, tested by $title',
  { timeout: 600_000 },
  (one) => {
    test.skipIf(missing(one) !== null)('is repaired by the engine, in the function that the failing test names', async () => {
      await using repo = await red(one.files);
      const before = await stateOf(repo);
      const { report, stderr } = await fix(repo, []);
      expect(report.outcome, `${report.reason}\n${stderr}`).toBe('fixed');
      expect(report).toMatchObject({
        proof: { kind: 'template', greenRuns: 2, suiteAfter: { failed: 0 } },
        files: [{ path: one.fix.path }],
      });
      expect(await stateOf(repo)).toEqual(before);
    });
  },
);
