import { tmpdir } from 'node:os';
import { demo } from './cli/demo.ts';
import { distill } from './cli/distill.ts';
import { doctor } from './cli/doctor.ts';
import { fix } from './cli/fix.ts';
import { plan } from './cli/plan.ts';
import { publishBundle } from './cli/publish.ts';
import { replay } from './cli/replay.ts';
import { showReport } from './cli/report.ts';
import { serve } from './cli/serve.ts';
import { UsageError } from './cli/usage.ts';
import { usage } from './cli/usage-text.ts';
import { machineFault } from './phases/machine-fault.ts';
import { ConfigurationError } from './phases/run.ts';
import { mapStack } from './stack.ts';

const commands: Readonly<Record<string, (args: string[]) => Promise<number>>> = {
  fix,
  plan,
  publish: publishBundle,
  serve,
  demo,
  distill,
  doctor,
  replay,
  report: showReport,
};

/** The terminal: answers with the process's exit code. */
async function main(args: string[]): Promise<number> {
  const [name = 'help', ...rest] = args;
  const asksForHelp = (arg: string): boolean => arg === '--help' || arg === '-h';
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  const flags = rest.slice(0, rest.includes('--') ? rest.indexOf('--') : rest.length);
  if (name === 'help' || asksForHelp(name) || (command !== undefined && flags.some(asksForHelp))) {
    console.log(usage);
    return 0;
  }
  if (command === undefined) throw new UsageError(`There is no command '${name}'.`);
  return command(rest);
}

async function explain(error: unknown): Promise<number> {
  if (error instanceof UsageError || isParseArgsError(error)) {
    console.error(`regreen: ${error.message}\nTry \`regreen help\`.`);
    return 2;
  }
  if (error instanceof ConfigurationError) {
    console.error(`regreen: ${error.message}`);
    return 2;
  }
  const fault = await machineFault(error, tmpdir());
  if (fault !== null) {
    console.error(`regreen: ${fault}`);
    return 1;
  }
  console.error(`regreen: this is a defect of Regreen.`);
  console.error(error instanceof Error ? await mapStack(error.stack ?? error.message) : error);
  return 3;
}

function isParseArgsError(error: unknown): error is Error {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

// Who pipes the output to a program that ends early has read enough: the run goes on to its end, and cleans up.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

process.exitCode = await main(process.argv.slice(2)).catch(explain);
