import type { Patch, Workspace } from '../../src/workspace/index.ts';

export const patch: Patch = { text: 'diff --git a/a b/a\n', files: [{ path: 'a', added: 1, removed: 1 }] };

/** A workspace that is not there: tools that would use it are scripted. */
export const redTree: Workspace = {
  root: '/nowhere',
  list: async () => [],
  scan: async () => ({ ok: true, hits: [], cut: null }),
  read: async () => ({ ok: false, reason: 'nothing here' }),
  original: async () => null,
  installed: async () => {},
  tidy: async () => {},
  setAside: async () => false,
  putBack: async () => {},
  modulesOfCheckout: async () => false,
  ownModules: async () => {},
  edit: async () => ({ ok: false, reason: 'nothing here' }),
  patch: async () => patch,
  edits: async () => [],
  reset: async () => {},
  replica: async () => {
    throw new Error('no replica here');
  },
  fork: async () => ({ ...redTree }),
  fresh: async () => {
    throw new Error('no copy here');
  },
  freshAhead: () => {},
  older: async () => {
    throw new Error('no history here');
  },
  [Symbol.asyncDispose]: async () => {},
};
