// Any command at all, by its exit code, the TAP it may print, and its text.
import { conclude } from '../conclude.ts';
import type { Ecosystem, PreparedRun } from '../ecosystem.ts';
import { readTap } from '../read-tap.ts';
import { ResultBuilder } from '../results.ts';

export const plainCommand: Ecosystem = {
  name: 'other',
  isManifest: () => false,
  detect: async () => ({ kind: 'foreign' }),
  alreadyInstalled: async () => null,
  open: (plan) => ({
    prepare: async ({ root, cwd }): Promise<PreparedRun> => ({
      line: plan.testCommand,
      selected: false,
      environment: {},
      instead: async () => null,
      read: async (result, { timeoutMs }) => {
        const place = { root, cwd };
        const builder = new ResultBuilder(place);
        for (const raw of (await readTap(result.stdout)).results) builder.add(raw);
        return { ...conclude({ command: plan.testCommand, result, place, timeoutMs }, builder, 'tap'), coverage: null };
      },
    }),
  }),
};
