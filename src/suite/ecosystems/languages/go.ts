// Go modules.
import { join } from 'node:path';
import { usedModules } from './go-modules.ts';
import { goTest } from './go-test.ts';
import type { Language } from './types.ts';

const isBelow = (file: string, folder: string): boolean => folder === '.' || file.startsWith(`${folder}/`);

export const go: Language = {
  name: 'Go',
  runners: [goTest],
  isManifest: (name) => name === 'go.mod' || name === 'go.work',
  manifest: async ({ names }) => ['go.mod', 'go.work'].find((name) => names.includes(name)) ?? null,
  async guess(folder, manifest) {
    const tests = await folder.files((file) => file.endsWith('_test.go'));
    if (tests.length === 0) return null;
    const used = usedModules((await folder.text('go.work')) ?? '').filter((module) => tests.some((file) => isBelow(file, module)));
    const manifests = await Promise.all(['go.mod', ...used.map((module) => `${module}/go.mod`)].map((name) => folder.text(name)));
    const asks = manifests.some((text) => /^\s*require\b/m.test(text ?? '')) && !(await folder.has('vendor'));
    return {
      runner: 'go test',
      // Of a workspace, `./...` names only what belongs to the module in the folder itself.
      testCommand: `go test ${used.length === 0 ? './...' : used.map((module) => (module === '.' ? './...' : `./${module}/...`)).join(' ')}`,
      setupCommand: asks ? 'go mod download' : null,
      reasons: [
        `Go: ${manifest}`,
        `runner go test: ${tests[0]}`,
        asks ? 'setup command: go.mod requires other modules' : 'nothing to install: no modules are required, or they are vendored',
      ],
    };
  },
  environment({ profile, dependencies, build, home, exists }) {
    const own = home === null ? null : join(home, 'go', 'pkg', 'mod');
    return {
      GOCACHE: join(build, 'go-build'),
      // What an earlier step downloaded is taken from there.
      GOMODCACHE: own !== null && exists(own) ? own : join(dependencies, 'go-mod'),
      GOTOOLCHAIN: 'local',
      ...(profile === 'test' ? { GOPROXY: 'off', GOSUMDB: 'off' } : {}),
    };
  },
};
