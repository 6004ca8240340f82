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

/** Rooms whose tests start few processes and change nothing of their own: one process loads the sources once for all of them. */
const TOGETHER = 'test/{cli,engine,incident,inputs,integrity,phases,report,responses,static}/**/*.test.ts';

export default defineConfig({
  test: {
    setupFiles: ['test/setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // Most tests wait for processes they started, and some for nothing else than time.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: { name: 'apart', include: ['test/**/*.test.ts'], exclude: ['**/node_modules/**', 'test/**/fixtures/**', TOGETHER] },
      },
      { extends: true, test: { name: 'together', include: [TOGETHER], exclude: ['test/**/fixtures/**'], isolate: false } },
    ],
  },
});
