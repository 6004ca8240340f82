import { describe, expect, it } from 'vitest';
import { sampleOf } from '../sampled.ts';
import { furtherCases, missing, modules } from './further-runners.ts';
import { makeRepository, scratchFolder, suiteOf } from './repository.ts';
import { namesContract, runnerContract } from './runner-contract.ts';
import { manifest } from './runners.ts';

if (missing !== null) console.warn(`skipped: ${missing}`);

describe.skipIf(missing !== null)(`further runners${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  for (const fixture of sampleOf(furtherCases, 0.2, ({ runner }) => runner)) runnerContract(fixture);
  namesContract('ava', "import it from 'ava';\n", modules);
  namesContract('jasmine', '', modules);

  it('numbers specs of one name in the order they are written in, whatever order jasmine takes', async () => {
    const specs = `describe('twice', () => {
  it('is right', () => {});
  it('is right', () => { throw new Error('no'); });
  it('is right', () => {});
});
`;
    const settings = JSON.stringify({ spec_dir: '.', spec_files: ['*.spec.js'], env: { forbidDuplicateNames: false } });
    const files = { 'package.json': manifest('jasmine'), 'spec/support/jasmine.json': settings, 'a.spec.js': specs };
    await using repository = await makeRepository(files, ['jasmine'], modules);
    await using scratch = await scratchFolder();
    for (const seed of ['1', '2', '3', '4']) {
      const suite = await suiteOf(repository.root, scratch.root, `jasmine --random=true --seed=${seed}`);
      const run = await suite.run(repository.root, { scope: 'all', timeoutMs: 60_000 });
      expect(run.failing).toEqual(['a.spec.js > twice > is right (2)']);
    }
  });
});
