import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeDemoRepository } from '../../src/demo/repository.ts';
import { Git } from '../../src/workspace/index.ts';
import { type EventFacts, type EventName, eventPayload } from '../github/events.ts';
import { type FakeGitHub, startFakeGitHub } from '../github/fake-github.ts';
import { type GitRemote, startGitRemote } from '../github/git-remote.ts';
import { type ActionResult, runAction } from '../github/runner.ts';
import { compiled } from './program.ts';

export const root = resolve(import.meta.dirname, '..', '..');

/** The token of the stage: a value that must turn up nowhere. */
export const token = 'ghs_StageTokenThatNobodyMaySee0123456789';

/** A repository on a git server behind a GitHub API, with a repository in it: main is red, one commit after it was green. */
export interface Stage extends AsyncDisposable {
  readonly remote: GitRemote;
  readonly github: FakeGitHub;
  readonly repo: string;
  readonly green: string;
  readonly red: string;
  /** A local clone's folder, red, as actions/checkout leaves it. */
  readonly checkout: string;
  /** An empty folder. */
  folder(): Promise<string>;
  /** Runs the built Action for an event about the red commit. */
  run(event: EventName, options?: StageRun): Promise<ActionResult>;
}

export interface StageRun {
  /** Default: the built Action. */
  readonly main?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly facts?: Partial<EventFacts>;
  /** Default: an empty one. */
  readonly workspace?: string;
  readonly ref?: string;
  readonly signal?: AbortSignal;
  readonly onStdout?: (text: string) => void;
  readonly env?: Readonly<Record<string, string>>;
}

/** `make` puts the repository into a folder; default: the shop of the demo. */
export async function setStage(make = makeDemoRepository): Promise<Stage> {
  const home = await mkdtemp(join(tmpdir(), 'regreen-stage-'));
  const checkout = join(home, 'checkout');
  const remote = await startGitRemote({ token, owner: 'octo-org', name: 'small-shop' });
  const [{ green, red }, github] = await Promise.all([make(checkout), startFakeGitHub({ token, remote })]);
  await new Git(checkout).text(['push', '--quiet', remote.bareDir, 'HEAD:refs/heads/main']);
  const repo = `${remote.owner}/${remote.name}`;
  const folder = (): Promise<string> => mkdtemp(join(home, 'folder-'));

  const run = async (event: EventName, options: StageRun = {}): Promise<ActionResult> =>
    runAction({
      main: options.main ?? join(root, 'dist', 'index.js'),
      definition: join(root, 'action.yml'),
      event,
      payload: await eventPayload(event, { repo, sha: red, branch: 'main', ...options.facts }),
      inputs: options.inputs ?? {},
      workspace: options.workspace ?? (await folder()),
      repo,
      sha: red,
      ref: options.ref ?? 'refs/heads/main',
      serverUrl: remote.serverUrl,
      apiUrl: github.apiUrl,
      token,
      onStdout: options.onStdout,
      env: { ...compiled, ...options.env },
      actor: options.facts?.actor,
      signal: options.signal,
    });

  return {
    remote,
    github,
    repo,
    green,
    red,
    checkout,
    folder,
    run,
    [Symbol.asyncDispose]: async () => {
      await Promise.all([remote.close(), github.close()]);
      await rm(home, { recursive: true, force: true });
    },
  };
}
