// tox and nox: they make environments with the network when they install, and start a runner in them when they test.
import { allWords, type OptionTable, parseArguments, without } from '../../arguments.ts';
import { word } from '../../shell.ts';
import { findCall, programName, pythonModule } from './call.ts';
import type { Adapter } from './types.ts';

const toxOptions: OptionTable = { values: new Set('-e -c -p --workdir --root --result-json --override -x -f -m'.split(' ')) };

/** The package was installed with the environment; its code is taken from this copy all the same. */
export const tox: Adapter = {
  runner: 'tox',
  startsOthers: true,
  find: (words) => findCall(words, (rest) => (programName(rest[0] ?? '') === 'tox' ? 1 : pythonModule(rest, 'tox'))),
  render: ({ before, program, args }, _, selection) => {
    if (selection !== null) return null;
    const dashes = args.findIndex(({ value }) => value === '--');
    const own = dashes < 0 ? args : args.slice(0, dashes);
    const kept = allWords(without(parseArguments(own, toxOptions), ['-r', '--recreate', '--skip-pkg-install', '-p', '--parallel']));
    const [verb, ...rest] = kept;
    // tox 4 has subcommands, before which it takes no options of theirs.
    const words =
      verb?.value === 'run' || verb?.value === 'r' ? [verb, word('--skip-pkg-install'), ...rest] : [word('--skip-pkg-install'), ...kept];
    return [...before, ...program, ...words, ...(dashes < 0 ? [] : args.slice(dashes))];
  },
  read: async () => null,
};

export const nox: Adapter = {
  runner: 'nox',
  startsOthers: true,
  find: (words) => findCall(words, (rest) => (programName(rest[0] ?? '') === 'nox' ? 1 : pythonModule(rest, 'nox'))),
  render: ({ before, program, args }, _, selection) => (selection === null ? [...before, ...program, word('-R'), ...args] : null),
  read: async () => null,
};

/** The line that makes the environments of `testCommand` and tests nothing; null when it starts neither of the two. */
export function environmentLine(testCommand: string): string | null {
  const words = testCommand.trim().split(/\s+/);
  const at = words.findIndex((each) => /^(?:.*\/)?(?:tox|nox)$/.test(each));
  if (at < 0 || /[;&|<>$`]/.test(testCommand)) return null;
  const dashes = words.indexOf('--');
  const own = dashes < 0 ? words : words.slice(0, dashes);
  return [...own, /nox$/.test(words[at] ?? '') ? '--install-only' : '--notest'].join(' ');
}
