// Any command at all, by its exit code, the TAP it may print, and its text.
import type { Ecosystem, PreparedRun } from '../ecosystem.ts';
import { readRemains } from './languages/prepare.ts';
import { SourceIndex } from './languages/source-index.ts';

export const plainCommand: Ecosystem = {
  name: 'other',
  isManifest: () => false,
  detect: async () => ({ kind: 'foreign' }),
  alreadyInstalled: async () => null,
  open: (plan) => ({
    prepare: async ({ root, cwd, folder }): Promise<PreparedRun> => {
      const startedAt = Date.now();
      return {
        line: plan.testCommand,
        selected: false,
        environment: {},
        instead: async () => null,
        read: (result, { timeoutMs }) => {
          const { stdout, stderr } = result;
          const place = { root, cwd, folder, directory: plan.directory, sources: new SourceIndex(root) };
          const asked = { command: plan.testCommand, timeoutMs, isPart: false, coverage: false };
          return readRemains([], { ...place, result, stdout, stderr, startedAt, env: {} }, asked);
        },
      };
    },
  }),
};
