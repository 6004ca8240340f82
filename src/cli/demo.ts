import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createPrintedGitHub } from '../demo/printed-github.ts';
import { makeDemoRepository } from '../demo/repository.ts';
import { parseActionInputs } from '../inputs/index.ts';
import { openScratch } from '../phases/folders.ts';
import { interruptible } from '../phases/interrupt.ts';
import { ConfigurationError } from '../phases/run.ts';
import { repair } from '../repair.ts';
import { createRedactor, exitCodeOf, renderTerminal } from '../report/index.ts';
import { Git, openCheckout } from '../workspace/index.ts';
import { terminalProgress, wantsColor } from './terminal.ts';
import { UsageError } from './usage.ts';

const repo = 'small/shop';

/**
 * `regreen demo`: the main job on a small red repository made on the spot, over a real socket and real test runs. The branch is pushed
 * to a bare repository beside it; the pull request is printed as it would read.
 */
export async function demo(args: string[]): Promise<number> {
  if (args.length > 0) throw new UsageError('regreen demo takes no arguments.');
  await using home = await openScratch();
  const stop = interruptible();
  try {
    return await play(home.path, stop.signal);
  } finally {
    stop.done();
  }
}

async function play(home: string, signal: AbortSignal): Promise<number> {
  const checkout = join(home, 'checkout');
  const scratch = join(home, 'scratch');
  await mkdir(scratch);
  const bare = join(home, 'remote', `${repo}.git`);
  const { green, red } = await makeDemoRepository(checkout);
  await mkdir(bare, { recursive: true });
  await new Git(bare).text(['init', '--quiet', '--bare', '--initial-branch=main']);
  await new Git(checkout).text(['push', '--quiet', bare, 'HEAD:refs/heads/main']);

  // The defaults, whatever the environment holds: nothing of it is meant for the demo.
  const parsed = parseActionInputs({ 'INPUT_GITHUB-TOKEN': 'demo' });
  if (!parsed.ok) throw new ConfigurationError(parsed.problems.join('\n'));
  const inputs = { ...parsed.inputs, secrets: [] };
  const opened = await openCheckout(checkout);
  if (!opened.ok) throw new Error(opened.reason);
  const { github, opened: pullRequest } = createPrintedGitHub();
  const progress = terminalProgress(createRedactor([]));
  const { report } = await repair({
    inputs,
    source: {
      kind: 'given',
      located: {
        kind: 'located',
        incident: {
          event: 'other',
          repo,
          sha: red,
          head: red,
          branch: 'main',
          base: 'main',
          green,
          actor: null,
          pullRequest: null,
          run: null,
        },
        checkout: opened.checkout,
        github,
        serverUrl: pathToFileURL(join(home, 'remote')).href,
        origin: null,
        hidden: [],
      },
    },
    scratch,
    env: process.env,
    progress,
    signal,
  });
  progress.close();
  console.log(renderTerminal(report, { color: wantsColor(process.stdout, process.env) }));
  const pull = pullRequest();
  if (pull !== null)
    console.log(`${'─'.repeat(80)}\nThe pull request, from ${pull.head} to ${pull.base}:\n\n${pull.title}\n\n${pull.body}`);
  return exitCodeOf(report);
}
