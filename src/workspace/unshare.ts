// The unshare layer: a PID and a network namespace of its own. It keeps keys in memory safe, and does not guard files.
import type { Sandbox } from './types.ts';

export interface UnshareOptions {
  readonly program: string;
  readonly network: 'none' | 'host';
  readonly userNamespace: boolean;
}

/** The shell stays as the first process, which must reap and does not get signals by default: no place for a test runner. */
const script = (loopback: boolean): string =>
  `${loopback ? 'if command -v ip >/dev/null 2>&1; then ip link set lo up; fi; ' : ''}"$@"; exit $?`;

export function unshare({ program, network, userNamespace }: UnshareOptions): Sandbox {
  return {
    layer: 'unshare',
    notStopped: [
      'reading and changing files of this user outside of the repository',
      'using the network while dependencies are installed',
      ...(network === 'host' ? ['using the network in tests (sandbox-network: host)'] : []),
    ],
    wrap(argv, profile) {
      const isolated = profile === 'test' && network === 'none';
      const namespaces = [...(userNamespace ? ['--user', '--map-root-user'] : []), '--pid', '--fork', '--kill-child', '--mount-proc'];
      return [program, ...namespaces, ...(isolated ? ['--net'] : []), '--', '/bin/sh', '-c', script(isolated), 'sh', ...argv];
    },
  };
}
