import { inputTable } from '../inputs/index.ts';

const flagsOf = (command: 'fix' | 'publish'): string =>
  inputTable
    .flatMap(({ cli, description }) => (cli?.commands.includes(command) ? [{ cli, description }] : []))
    .map(
      ({ cli, description }) =>
        `  --${`${cli.flag}${cli.kind === 'switch' ? '' : ' …'}`.padEnd(27)}${description.replaceAll('`', '').split(/(?<=\.)\s/)[0]}`,
    )
    .join('\n');

export const usage = `Regreen turns red builds green.

usage: regreen COMMAND …

commands:
  fix       repairs the checkout in --repo (default: here); nothing is pushed
  plan      says which failures have one cause, and repairs nothing: --repo, --test, --setup, --working-directory, --json
  publish   checks the patch bundle in --bundle and delivers it; runs none of the repository's code
  serve     the built-in engine as a Responses endpoint: --host, --port, --api-key-env, --json
  demo      repairs a small red repository, made on the spot
  distill   failing tests and their context, out of logs and test reports: [FILE…], --json
  doctor    what would work here and why; runs no tests, spends nothing: flags of fix, --github-token-env, --json
  report    shows a report.json again; --html FILE writes it as a page
  replay    runs the conversation of a report.json again on its commit, without a model: FILE, --repo, --json, --test, --setup, --green
  help      this text

regreen fix:
  --repo DIR                   The checkout to repair.
  --apply, --no-apply          Apply a proved fix to the checkout, or leave it as it is; asked at a terminal.
  --json                       Standard output is the report as JSON; progress goes to standard error.
${flagsOf('fix')}

regreen publish:
  --repo DIR                   The checkout whose commit, branch and remote the bundle must name (default: here).
  --json                       Standard output is the report as JSON; progress goes to standard error.
${flagsOf('publish')}

exit codes: 0 fixed, already green or flaky; 1 any other outcome; 2 wrong usage or configuration; 3 a defect of ours; 130, 143 interrupted\n            distill: 0 something failed there, 1 nothing did\n            replay: 0 it went the same way, 1 it did not\n            doctor: 0 nothing stands in the way of a repair, 1 something does`;
