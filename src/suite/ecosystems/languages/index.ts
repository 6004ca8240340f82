// Python, Go, Rust, the JVM, Ruby, PHP, .NET, Elixir, Perl, C and C++, and whatever has a `make` or `just` target for its tests.
import type { Ecosystem } from '../../ecosystem.ts';
import { namesIn } from '../../files.ts';
import { concludeReports } from './conclude-reports.ts';
import { detect } from './detect.ts';
import { surroundings } from './environment.ts';
import { prepareRun } from './prepare.ts';
import { isProvided, unreachable, withoutCi } from './python-install.ts';
import { languages as all } from './runners.ts';

export const languages: Ecosystem = {
  name: 'languages',
  isManifest: (name) => all.some((language) => language.isManifest(name)),
  detect,
  alreadyInstalled: async (cwd, { setupCommand }) => (setupCommand === null ? null : isProvided(cwd, setupCommand, await namesIn(cwd))),
  otherwise: withoutCi,
  goesOn: (result, { setupCommand }) => unreachable(result, setupCommand ?? ''),
  installsIn: (setting) => surroundings(setting, 'install'),
  open: (plan) => ({ prepare: prepareRun, concludeEvents: (ended, events) => concludeReports(plan, ended, events) }),
};
