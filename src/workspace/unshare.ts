// The unshare layer: a PID, a mount and a network namespace of its own. It keeps keys in memory safe, covers the files with credentials
// that it knows of, and does not guard the others.
import type { Cover } from './sandbox-covers.ts';
import type { Sandbox } from './types.ts';

export interface UnshareOptions {
  readonly program: string;
  /** `setpriv`; null where it is not there. */
  readonly setpriv: string | null;
  readonly network: 'none' | 'host';
  readonly userNamespace: boolean;
  readonly covers: readonly Cover[];
  /** What runs the command under limits. */
  readonly limits: readonly string[];
}

/**
 * Covers what its first arguments name (up to `--`), and runs the rest. The shell stays as the first process, which must reap and does not
 * get signals by default: no place for a test runner.
 */
const script = (loopback: boolean): string =>
  [
    'while [ "$1" != -- ]; do',
    '  if [ -d "$1" ]; then mount -t tmpfs none "$1"; else mount --bind /dev/null "$1"; fi || exit 125',
    '  shift',
    'done',
    'shift',
    // Real root could set where the kernel puts core dumps, for the whole machine.
    'if [ -w /proc/sys/kernel/core_pattern ]; then mount --bind /proc/sys /proc/sys && mount -o remount,bind,ro /proc/sys || exit 125; fi',
    ...(loopback ? ['if command -v ip >/dev/null 2>&1; then ip link set lo up; fi'] : []),
    '"$@"',
    'exit $?',
  ].join('\n');

export function unshare({ program, setpriv, network, userNamespace, covers, limits }: UnshareOptions): Sandbox {
  // Root of its own namespace could take the covers away: it keeps no capability, and gets none by a program with the setuid bit.
  const powerless =
    setpriv === null ? [] : [setpriv, '--no-new-privs', ...(userNamespace ? ['--bounding-set=-all', '--inh-caps=-all'] : []), '--'];
  return {
    layer: 'unshare',
    notStopped: [
      'reading and changing files of this user outside of the repository, but for those known to hold credentials',
      'using the network while dependencies are installed',
      ...(network === 'host' ? ['using the network in tests (sandbox-network: host)'] : []),
      ...(setpriv === null || !userNamespace ? ['uncovering the files with credentials'] : []),
    ],
    wrap(argv, profile) {
      const isolated = profile === 'test' && network === 'none';
      const namespaces = [...(userNamespace ? ['--user', '--map-root-user'] : []), '--pid', '--fork', '--kill-child', '--mount-proc'];
      return [
        ...[program, ...namespaces, ...(isolated ? ['--net'] : []), '--', '/bin/sh', '-c', script(isolated), 'sh'],
        ...[...covers.map(({ path }) => path), '--', ...powerless, ...limits, ...argv],
      ];
    },
  };
}
