import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Minutes of attacks that hang, of compilers and of engines: at the end of the run, nothing would be left to do beside them. */
const LONGEST = /\/test\/(?:hostile\/hostile|trial\/(?:compiled|warm)|e2e\/(?:fan-out|languages))\.test\.ts$/;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(({ moduleId }) => LONGEST.test(moduleId)), ...sorted.filter(({ moduleId }) => !LONGEST.test(moduleId))];
  }
}

/** Tests that start many processes, each from as small a process as can be, or that change what others would see. */
const APART = [
  'test/{conformance,doctor,e2e,github,hostile,replay,suite/ecosystems,trial}/**/*.test.ts',
  'test/delivery/{deliver,examples,faults,github,publish,race,ways}.test.ts',
  'test/suite/{further-runners,integrity,related,run,stand-ins,stuck,workspaces}.test.ts',
  'test/workspace/{command,edits,git,modules,ordinary-user,planted,sandbox,workspace}.test.ts',
];

const FIXTURES = ['**/node_modules/**', 'test/**/fixtures/**'];

export default defineConfig({
  test: {
    globalSetup: ['test/user-nodes.ts'],
    setupFiles: ['test/setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // Most tests wait for processes they started, and some for nothing else than time.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'apart', include: APART, exclude: FIXTURES } },
      // One process loads the sources once for all the others.
      { extends: true, test: { name: 'together', include: ['test/**/*.test.ts'], exclude: [...FIXTURES, ...APART], isolate: false } },
    ],
  },
});
