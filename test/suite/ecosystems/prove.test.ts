import { expect, it } from 'vitest';
import { makeRepository, scratchFolder, suiteOf } from '../repository.ts';
import { missing } from './missing.ts';

const reason = missing({ needs: ['prove'] });
if (reason !== null) console.warn(`SKIPPED: what only prove can show: ${reason}`);

it.skipIf(reason !== null)('reads values of several lines whole, and those that are no texts', async () => {
  const checks = ["is('', \"full\\n\", 'text');", "is(2, undef, 'nothing');"];
  await using repository = await makeRepository({ 't/a.t': ['use Test::More tests => 2;', ...checks, ''].join('\n') });
  await using scratch = await scratchFolder();
  const suite = await suiteOf(repository.root, scratch.root, 'prove t');
  const { results } = await suite.run(repository.root, { scope: 'all', timeoutMs: 60_000 });
  expect(results).toMatchObject([
    { id: 't/a.t > text', line: 2, expected: 'full\n', actual: '' },
    { id: 't/a.t > nothing', line: 3, expected: 'undef', actual: '2' },
  ]);
});
