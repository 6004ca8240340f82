// JavaScript and TypeScript on Node, with any package manager and runner that can be recognised.
import type { Ecosystem } from '../../ecosystem.ts';
import { concludeEvents } from './conclude-events.ts';
import { detect } from './detect.ts';
import { alreadyInstalled, otherLine, ownScriptFailed } from './installed.ts';
import { bringsManager, whileInstalling } from './managers.ts';
import { prepareRun } from './prepare.ts';
import type { Memory } from './select.ts';

export const javascript: Ecosystem = {
  name: 'javascript',
  isManifest: (name) => name === 'package.json',
  detect,
  alreadyInstalled: async (cwd, { setupCommand }) => (setupCommand === null ? null : alreadyInstalled(cwd, setupCommand)),
  bringsManager,
  otherwise: otherLine,
  goesOn: (result, _plan, cwd) => ownScriptFailed(result, cwd),
  installsIn: whileInstalling,
  open: (plan) => {
    const memory: Memory = { files: new Set(), suites: new Set(), programs: new Set() };
    return {
      prepare: (setting, options) => prepareRun(setting, memory, options),
      concludeEvents: (ended, events) => concludeEvents(plan, memory, ended, events),
    };
  },
};
