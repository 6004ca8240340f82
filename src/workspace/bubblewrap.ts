// The bubblewrap layer: namespaces of its own, a file system that can be read but for what is hidden, a few folders to write to.
import { join, sep } from 'node:path';
import type { ViewRule } from './sandbox-view.ts';
import { treesPrefix } from './trees-folder.ts';
import type { Sandbox } from './types.ts';

export interface BubblewrapOptions {
  readonly program: string;
  readonly view: readonly ViewRule[];
  readonly network: 'none' | 'host';
  readonly userNamespace: boolean;
  /** What runs the command under limits. */
  readonly limits: readonly string[];
}

export function bubblewrap({ program, view, network, userNamespace, limits }: BubblewrapOptions): Sandbox {
  // None for control groups: what is mounted of them, read-only, then has a root outside of it, over which Java's own look at the memory fails.
  const namespaces = [...(userNamespace ? ['--unshare-user'] : []), '--unshare-pid', '--unshare-ipc', '--unshare-uts'];
  return {
    layer: 'bubblewrap',
    notStopped: [
      'reading files outside of the home that this user may read',
      'using the network while dependencies are installed',
      ...(network === 'host' ? ['using the network in tests (sandbox-network: host)'] : []),
    ],
    wrap(argv, profile, { cwd, writable, readable = [] }) {
      const isolated = profile === 'test' && network === 'none';
      return [
        // No session of its own: a command gets one when it is started, without a terminal, and what is stopped before the death of its
        // parent is heeded (bubblewrap's first milliseconds) must still be in its process group to be ended.
        // Started by root it would keep every capability, also the one to take covers away.
        ...[program, ...namespaces, ...(isolated ? ['--unshare-net'] : []), '--die-with-parent', '--cap-drop', 'ALL'],
        ...['--ro-bind', '/', '/', '--dev', '/dev', '--proc', '/proc'],
        // Real root could set where the kernel puts core dumps, for the whole machine.
        ...(process.getuid?.() === 0 ? ['--ro-bind', '/proc/sys', '/proc/sys'] : []),
        ...view.flatMap(mount),
        // Copies link to each other's dependencies.
        ...treesFolders([cwd, ...writable]).flatMap((path) => ['--ro-bind-try', path, path]),
        ...readable.flatMap((path) => ['--ro-bind-try', path, path]),
        ...writable.flatMap((path) => ['--bind-try', path, path]),
        ...writable.flatMap((path) => protectedBelow(path, profile)),
        // A folder that is named itself stays writable where it lies below one that is protected.
        ...writable.filter((path) => isBelowProtected(path, writable)).flatMap((path) => ['--bind-try', path, path]),
        ...['--setenv', 'TMPDIR', '/tmp', '--chdir', cwd, '--', ...limits, ...argv],
      ];
    },
  };
}

function mount({ path, kind }: ViewRule): string[] {
  if (kind === 'hide-folder') return ['--tmpfs', path];
  return kind === 'hide-file' ? ['--ro-bind', '/dev/null', path] : ['--ro-bind-try', path, path];
}

/** An install may set hooks up in its own copy's `.git`; tests may change neither it nor the workflows. */
function protectedBelow(path: string, profile: 'test' | 'install'): string[] {
  const names = profile === 'test' ? ['.git', '.github'] : ['.github'];
  return names.flatMap((name) => ['--ro-bind-try', join(path, name), join(path, name)]);
}

function isBelowProtected(path: string, writable: readonly string[]): boolean {
  return writable.some((outer) => outer !== path && path.startsWith(join(outer, '.github') + sep));
}

function treesFolders(paths: readonly string[]): string[] {
  const folders = paths.flatMap((path) => {
    const segments = path.split(sep);
    const index = segments.findIndex((segment) => segment.startsWith(treesPrefix));
    return index === -1 ? [] : [segments.slice(0, index + 1).join(sep)];
  });
  return [...new Set(folders)];
}
