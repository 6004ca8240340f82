// `npm run demo`: the built Action, run as GitHub's runner would, on a small red repository. Real git server, real socket, real test
// runs; the far side of GitHub is a local one.
import { readFile } from 'node:fs/promises';
import { parseReport, renderTerminal } from '../../src/report/index.ts';
import { setStage } from './stage.ts';

const say = (text: string): void => console.log(text);
const started = performance.now();

say('A red repository, a git server and a GitHub API are made on this machine …');
await using stage = await setStage();
stage.github.setRuns([{ sha: stage.green, branch: 'main', conclusion: 'success' }]);
say(
  `${stage.repo}: main is red at ${stage.red.slice(0, 10)}, ${stage.green.slice(0, 10)} was green. GitHub would now send workflow_run.\n`,
);

const result = await stage.run('workflow_run', {
  onStdout: (text) => process.stdout.write(text.replace(/^::(?:end)?group::.*\n|^::(?:notice|warning|add-mask).*\n/gm, '')),
});
const file = result.outputs['report-file'];
if (file === undefined) {
  console.error(result.stdout, result.stderr);
  throw new Error(`the Action wrote no report (exit code ${result.exitCode})`);
}
const parsed = parseReport(await readFile(file, 'utf8'));
if (!parsed.ok) throw new Error(`the report cannot be read: ${parsed.problem}`);
say(`\n${renderTerminal(parsed.report, { color: process.stdout.isTTY === true })}`);

const [pull] = await stage.github.pullRequests();
if (pull === undefined) throw new Error('no pull request was opened');
say(`${'─'.repeat(80)}\nThe pull request as it reads, #${pull.number} from ${pull.head} to ${pull.base}:\n\n${pull.title}\n\n${pull.body}`);
say(`${'─'.repeat(80)}\nThe commit on ${pull.head}:\n`);
say(await stage.remote.git('show', '--stat', '--format=%h %an <%ae>%n%n%B', pull.headSha));
say(
  `${'─'.repeat(80)}\nDone in ${((performance.now() - started) / 1000).toFixed(1)} s. The same from a terminal: node dist/cli/index.js fix --repo DIR`,
);
