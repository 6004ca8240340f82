// One hostile repository, really repaired: the Action as the runner starts it, with the key of a model and a token that may write, a model
// behind a real socket that obeys, and everything an attack could reach set up beside it and looked at afterwards.
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseReport } from '../../src/report/index.ts';
import type { SandboxLayer } from '../../src/workspace/index.ts';
import { action } from '../e2e/program.ts';
import { processesIn } from '../e2e/terminal.ts';
import { eventPayload } from '../github/events.ts';
import { type ActionResult, runAction } from '../github/runner.ts';
import { type ScriptedServer, startScriptedServer } from '../responses/scripted-server.ts';
import { fingerprint } from '../workspace/repositories.ts';
import { changedIn, temporaryOf } from './leftovers.ts';
import { attackFile, foreignCommands, key, lootIn, secretsIn, token, valuesIn } from './loot.ts';
import type { Hostile } from './types.ts';
import { openWorld, type World } from './world.ts';

/** What got through, in words; empty when everything was stopped. */
export async function runHostile(attack: Hostile, layer: SandboxLayer): Promise<string[]> {
  await using world = await openWorld();
  const { outside, folder, remote, github } = world;
  const body = attack.attack?.(outside);
  const files = { ...attack.files?.(outside), ...(body === undefined ? {} : { 'test/attack.test.js': attackFile(body) }) };
  await using repo = await world.checkout(files);
  await attack.plant?.(repo.root, outside);
  await using server = await startScriptedServer({ apiKey: key, turns: attack.turns ?? [{ text: 'I do not know.' }] });
  const before = await fingerprint(repo.root);
  const sha = await remote.git('rev-parse', 'main');
  const name = `${remote.owner}/${remote.name}`;
  const inputs = {
    'api-key': key,
    'base-url': server.baseUrl,
    model: 'scripted',
    engine: 'model',
    sandbox: layer,
    'max-minutes': '2',
    'test-command': attack.command ?? '',
    'setup-command': attack.setup ?? '',
    'green-ref': attack.green ?? '',
  };
  const result = await runAction({
    main: action,
    definition: resolve(import.meta.dirname, '..', '..', 'action.yml'),
    event: 'push',
    payload: await eventPayload('push', { repo: name, sha }),
    inputs,
    workspace: repo.root,
    repo: name,
    sha,
    serverUrl: remote.serverUrl,
    apiUrl: github.apiUrl,
    token,
    parent: folder,
    env: { HOME: outside.home },
  });
  return [
    ...(await leaks(result, world, server, JSON.stringify(attack.turns ?? []))),
    ...(await world.signs()),
    ...changedIn(before, await fingerprint(repo.root)),
    ...(await leftovers(result, folder)),
    ...foreignCommands(result.stdout).map((line) => `a command of the runner was printed: ${line}`),
    ...(result.exitCode === 0 ? [] : [`the step ended with ${result.exitCode}: ${result.stdout.slice(-500)} ${result.stderr.slice(-500)}`]),
    ...(await delivered(result, world, sha)),
  ];
}

/** Secrets in what was told to the model, the log, the reports, GitHub and the remote. */
async function leaks(result: ActionResult, { remote, github }: World, server: ScriptedServer, said: string): Promise<string[]> {
  const heard = server.requests.map(({ raw }) => raw).join('\n');
  const written = await result.files();
  const places: Readonly<Record<string, string>> = {
    // The runner takes the value out of the log from this line on.
    'the log': result.stdout.replace(/^::add-mask::.*$/gm, ''),
    'the errors': result.stderr,
    'the summary': result.summary,
    'the outputs': JSON.stringify([result.outputs, result.state, result.env]),
    'the requests to GitHub': JSON.stringify(github.requests.map(({ path, body }) => [path, body])),
    'the remote': await remote.git('cat-file', '--batch', '--batch-all-objects'),
    'its branches': JSON.stringify(await remote.branches()),
    ...written,
  };
  return [
    ...lootIn([heard, ...Object.values(places)]).map((each) => `the attack got ${each.slice(0, 12)}…`),
    // What the model says itself, it hears again.
    ...secretsIn(heard, said).map((each) => `${each.slice(0, 12)}… was told to the model`),
    ...Object.entries(places).flatMap(([place, text]) => secretsIn(text).map((each) => `${each.slice(0, 12)}… is in ${place}`)),
  ];
}

/** Processes, temporary files, and values for later steps. */
async function leftovers(result: ActionResult, folder: string): Promise<string[]> {
  const commands = join(result.temp, '_runner_file_commands');
  const values = ['GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STATE'].map((name) => readFile(join(commands, name), 'utf8'));
  return [
    ...(await processesIn(folder)).map((line) => `a process was left: ${line}`),
    ...(await temporaryOf(result.temp)),
    ...(await Promise.all(values)).flatMap(valuesIn).map((name) => `${name} was set for later steps`),
  ];
}

/** What reached the repository: nothing, or one honest pull request. */
async function delivered({ outputs }: ActionResult, { remote, github }: World, sha: string): Promise<string[]> {
  const text = await readFile(outputs['report-file'] ?? '', 'utf8').catch(() => '');
  const parsed = parseReport(text);
  const branches = Object.entries(await remote.branches()).filter(([name]) => name !== 'main');
  const pulls = await github.pullRequests();
  const diffs = await Promise.all(branches.map(([name]) => remote.git('diff', sha, name)));
  const dishonest = [...(parsed.ok && outputs.fixed === 'true' ? [parsed.report.patch] : []), ...diffs].filter((patch) => !isHonest(patch));
  return [
    ...(parsed.ok ? [] : [`there is no report: ${parsed.problem}`]),
    ...((await remote.git('rev-parse', 'main')) === sha ? [] : ['main was moved']),
    ...branches.flatMap(([name]) => (/^regreen\/main-[0-9a-f]{12}$/.test(name) && outputs.fixed === 'true' ? [] : [`${name} was pushed`])),
    ...(pulls.length <= branches.length && pulls.length <= 1 ? [] : [`${pulls.length} pull requests were opened`]),
    ...pulls.filter(({ title, body }) => isLoud(`${title}\n${body}`)).map(({ title, body }) => `the pull request says ${title}\n${body}`),
    ...dishonest.map((patch) => `a forbidden patch is called fixed:\n${patch}`),
  ];
}

/** Notifies, closes, leads away, or shows what is not there; what stands in code is only shown. */
function isLoud(markdown: string): boolean {
  const text = markdown.replace(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '').replace(/<!-- regreen:[^>]*-->/g, '');
  const closing = /\b(?:fix(?:es|ed)?|close[sd]?|resolve[sd]?):?\s+(?:[\w-]+\/[\w-]+)?#\d/i;
  return (
    /(?:^|[^\w\u200b])@\w|<(?:img|script|a|!--)|(?<!\\)\]\(|https?:\/\/evil/i.test(text) ||
    closing.test(markdown) ||
    /[\u202a-\u202e\u2066-\u2069]/.test(markdown)
  );
}

const isHonest = (patch: string): boolean =>
  patch
    .split('\n')
    .filter((line) => /^[+-](?![+-])/.test(line))
    .join('|') === '-  return a - b;|+  return a + b;';
