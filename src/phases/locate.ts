import { readFile } from 'node:fs/promises';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { GitHub } from '../delivery/index.ts';
import { type Incident, type IncidentOutcome, type Origin, readActionIncident } from '../incident/index.ts';
import type { Inputs } from '../inputs/index.ts';
import type { Ending } from '../report/index.ts';
import { type Checkout, userHome } from '../workspace/index.ts';

/** Where the run was started. */
export type Source =
  | { readonly kind: 'local'; readonly directory: string }
  /** As a step of a workflow: `env` holds the runner's variables. */
  | { readonly kind: 'action'; readonly env: NodeJS.ProcessEnv }
  /** Everything is known already. */
  | { readonly kind: 'given'; readonly located: Located };

export interface Located {
  readonly kind: 'located';
  readonly incident: Incident;
  readonly checkout: Checkout;
  /** Null outside of a workflow, or without a token. */
  readonly github: GitHub | null;
  /** For instance `https://github.com`. */
  readonly serverUrl: string;
  /** Where more of the history can be fetched; null for a local run, which asks nobody. */
  readonly origin: Origin | null;
  /** Folders that the repository's code must not see. */
  readonly hidden: readonly string[];
}

/** There is nothing to repair here. */
export interface Ended {
  readonly kind: 'ended';
  readonly ending: Ending;
  /** The event tells that what it is about passed. */
  readonly turnedGreen?: Pick<Located, 'incident' | 'github'> | null;
}

export type Locating = Located | Ended | { readonly kind: 'invalid'; readonly reason: string };

/** Finds out what is red and opens its checkout. `onRed` is called as soon as it is known that there may be something to repair. */
export async function locate(source: Source, inputs: Inputs, signal: AbortSignal, onRed: () => void): Promise<Locating> {
  switch (source.kind) {
    case 'local': {
      const located = await locateHere(source.directory, inputs);
      if (located.kind === 'located') onRed();
      return located;
    }
    case 'action':
      return locateEvent(source.env, inputs, signal, onRed);
    case 'given':
      onRed();
      return source.located;
  }
}

async function locateHere(directory: string, inputs: Inputs): Promise<Locating> {
  const { openCheckout, readLocalIncident } = await import('./soon.ts');
  const opened = await openCheckout(directory);
  if (!opened.ok) return { kind: 'invalid', reason: opened.reason };
  const incident = await readLocalIncident(opened.checkout, { green: inputs.greenRef });
  return {
    kind: 'located',
    incident,
    checkout: opened.checkout,
    github: null,
    serverUrl: 'https://github.com',
    origin: null,
    hidden: [userHome()],
  };
}

async function locateEvent(env: NodeJS.ProcessEnv, inputs: Inputs, signal: AbortSignal, onRed: () => void): Promise<Locating> {
  const placed = await readEvent(env, inputs, onRed);
  if (placed.kind !== 'placed') return placed;
  const { incident, github, serverUrl } = placed;
  // The model hears of it first: loading would hold that up.
  await turnOfTheLoop();
  const { ensureCheckout } = await import('./soon.ts');
  const checkedOut = await ensureCheckout({
    workspace: env.GITHUB_WORKSPACE ?? process.cwd(),
    incident,
    token: inputs.githubToken,
    serverUrl,
    signal,
  });
  if (!checkedOut.ok) return { kind: 'ended', ending: { outcome: 'cannot-reproduce', reason: checkedOut.reason } };
  const origin = incident.repo === null ? null : { repo: incident.repo, serverUrl, token: inputs.githubToken };
  const hidden = [userHome(), ...(env.RUNNER_TEMP ? [env.RUNNER_TEMP] : [])];
  return { kind: 'located', incident, checkout: checkedOut.checkout, github, serverUrl, origin, hidden };
}

/** What is red and where GitHub is, without a file of the repository. */
export interface Placed extends Pick<Located, 'incident' | 'github' | 'serverUrl'> {
  readonly kind: 'placed';
}

/** The same for a job that publishes: it needs no checkout. From a terminal, the checkout says which commit and repository are meant. */
export async function place(source: Source, inputs: Inputs, env: NodeJS.ProcessEnv): Promise<Placed | Exclude<Locating, Located>> {
  switch (source.kind) {
    case 'action':
      return readEvent(source.env, inputs);
    case 'local': {
      const here = await locateHere(source.directory, inputs);
      if (here.kind !== 'located') return here;
      const incident = { ...here.incident, base: inputs.baseRef ?? here.incident.base };
      return { kind: 'placed', incident, ...(await siteOf(env, inputs)) };
    }
    case 'given':
      return { ...source.located, kind: 'placed' };
  }
}

async function siteOf(env: NodeJS.ProcessEnv, { githubToken }: Inputs): Promise<Pick<Located, 'github' | 'serverUrl'>> {
  const apiUrl = env.GITHUB_API_URL ?? 'https://api.github.com';
  const openGitHub = githubToken === null ? null : (await import('./soon.ts')).openGitHub;
  return {
    github: githubToken === null || openGitHub === null ? null : openGitHub({ token: githubToken, apiUrl }),
    serverUrl: env.GITHUB_SERVER_URL ?? 'https://github.com',
  };
}

async function readEvent(env: NodeJS.ProcessEnv, inputs: Inputs, onRed?: () => void): Promise<Placed | Exclude<Locating, Located>> {
  const { github, serverUrl } = await siteOf(env, inputs);
  const outcome: IncidentOutcome = await readActionIncident({
    env,
    payload: await readPayload(env.GITHUB_EVENT_PATH),
    inputs: { ...inputs, optOutLabel: inputs.optOutLabel ?? '' },
    github,
    onRed,
  });
  if (outcome.kind === 'skipped') {
    const turnedGreen = outcome.turnedGreen && outcome.incident !== null ? { incident: outcome.incident, github } : null;
    return { kind: 'ended', ending: { outcome: 'skipped', reason: outcome.reason }, turnedGreen };
  }
  if (outcome.kind === 'invalid') return { kind: 'invalid', reason: outcome.reason };
  return { kind: 'placed', incident: outcome.incident, github, serverUrl };
}

async function readPayload(path: string | undefined): Promise<unknown> {
  if (path === undefined) return null;
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return null;
  }
}

/** The event's name for the report, known before anything is looked at. */
export function eventOf(source: Source): string {
  switch (source.kind) {
    case 'local':
      return 'local';
    case 'action':
      return source.env.GITHUB_EVENT_NAME ?? 'other';
    case 'given':
      return source.located.incident.event;
  }
}
