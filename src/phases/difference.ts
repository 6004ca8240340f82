// Why something may be red there and green here: what the failed run did otherwise than we did, and what it said itself.
import type { FailedRun, FailedStep } from '../incident/index.ts';

/** What ran here. */
export interface RanHere {
  readonly command: string;
  /** `linux`, `darwin` or `win32`. */
  readonly platform: string;
  /** `24.1.0` */
  readonly nodeVersion: string;
}

const quotedChars = 3_000;
const mostTests = 5;
const platforms: readonly (readonly [RegExp, string, string])[] = [
  [/\bwindows\b/i, 'win32', 'Windows'],
  [/\bmacos\b/i, 'darwin', 'macOS'],
  [/\bubuntu\b|\blinux\b/i, 'linux', 'Linux'],
];

/** One sentence on what differs, the most certain cause first; null when nothing is known of the failed run. */
export function differenceOf(steps: readonly FailedStep[], here: RanHere): string | null {
  const [first] = steps;
  if (first === undefined) return null;
  const where = placeOf(first);
  const command = commandOf(first);
  if (command !== null && !isSame(command, here.command))
    return `There, ${where} failed, which ran \`${command}\`, not \`${here.command}\``;
  const platform = platformOf(first);
  if (platform !== null && platform.id !== here.platform)
    return `There, ${where} failed on ${platform.name}; here the tests ran on ${nameOf(here.platform)}`;
  const version = first.matrix.find((value) => /^v?\d+(?:\.\d+|\.x)*$/.test(value));
  if (version !== undefined && !here.nodeVersion.startsWith(version.replace(/^v|\.x$/g, '')))
    return `There, ${where} failed, a leg of a matrix with ${version}; here Node ${here.nodeVersion} was used`;
  if (first.matrix.length > 0)
    return `There, ${where} failed, a leg of a matrix (${first.matrix.join(', ')}), whose values are not set here`;
  if (command === null) return `There, ${where} failed; what it runs is not known`;
  return `There, ${where} failed with the same command, so the environment differs (services, secrets, versions, time), or the failure comes and goes`;
}

/** The failed run's own failure, for a reader; null when its logs and reports say nothing. */
export function quoteOf({ url, distillate: { tests, excerpts } }: FailedRun): string | null {
  const [best] = tests.filter(({ message }) => message !== null);
  const names = tests.slice(0, mostTests).map(({ name }) => name);
  const said = [
    names.length === 0 ? null : `It names as failing: ${names.join('; ')}${tests.length > names.length ? '; and more' : ''}.`,
    best?.message ?? null,
    excerpts === '' ? null : excerpts.slice(0, quotedChars),
  ].filter((part) => part !== null);
  return said.length === 0 ? null : [`The failed run (${url}) says:`, ...said].join('\n\n');
}

const placeOf = ({ leg, step }: FailedStep): string => (step === null ? `the job "${leg}"` : `the step "${step}" of the job "${leg}"`);

/** What the log shows; else GitHub's own name of a step without a name. */
function commandOf({ step, command }: FailedStep): string | null {
  return command ?? /^Run (?!\S+\/\S+@)(.+)$/.exec(step ?? '')?.[1] ?? null;
}

/** A step of several lines may hold ours; arguments that set up a report do not make another command. */
function isSame(there: string, here: string): boolean {
  const ours = normal(here);
  return there.split('\n').some((line) => normal(line) === ours);
}

const normal = (command: string): string =>
  command
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^npm (?:run )?(?:test|t|tst)\b/, 'npm test');

function platformOf({ leg }: FailedStep): { id: string; name: string } | null {
  const found = platforms.find(([pattern]) => pattern.test(leg));
  return found === undefined ? null : { id: found[1], name: found[2] };
}

const nameOf = (platform: string): string => platforms.find(([, id]) => id === platform)?.[2] ?? platform;
