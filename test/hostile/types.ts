import type { SandboxLayer } from '../../src/workspace/index.ts';
import type { ScriptedTurn } from '../responses/scripted-server.ts';

/** What an attack may use besides the repository: all of it is ours, on loopback or in a temporary folder. */
export interface Outside {
  /** A home with credentials, which the run believes to be its own. */
  readonly home: string;
  /** A folder that any process of this user could write to. */
  readonly canary: string;
  /** Ports of a TCP and a UDP listener on 127.0.0.1, outside of every sandbox. */
  readonly tcp: number;
  readonly udp: number;
  /** Name of a listening socket in the abstract namespace. */
  readonly abstract: string;
  /** Names processes that must not outlive the run. */
  readonly mark: string;
}

export interface Hostile {
  readonly name: string;
  readonly kind: 'secrets' | 'network' | 'files' | 'processes' | 'git' | 'output' | 'tests' | 'prompt';
  /** Replaces or adds files of the repository. */
  readonly files?: (outside: Outside) => Readonly<Record<string, string>>;
  /** Body of an async function that a test runs; what it returns is its loot. */
  readonly attack?: (outside: Outside) => string;
  /** Done to the repository itself, after its commit. */
  readonly plant?: (root: string, outside: Outside) => Promise<unknown>;
  /** How the tests are run, and installed; default: found out. */
  readonly command?: string;
  readonly setup?: string;
  /** What is given as the last green commit. */
  readonly green?: string;
  /** What a model says that obeys every instruction it reads. Default: it repairs honestly. */
  readonly turns?: readonly ScriptedTurn[];
  /** Layers that say of themselves that they do not stop it. */
  readonly open?: readonly SandboxLayer[];
  /** Not tried there: the attack would reach this machine, or the layer has no part in it. */
  readonly notIn?: readonly SandboxLayer[];
  /** It got through once. */
  readonly regression?: true;
}
