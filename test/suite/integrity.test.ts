import { describe, expect, it } from 'vitest';
import { blockingFindings, checkIntegrity, type Finding } from '../../src/suite/index.ts';
import type { Sample } from '../integrity/corpus.ts';
import { honestFixes } from '../integrity/honest.ts';
import { tamperedPython } from '../integrity/tampering-python.ts';
import { tamperedScripts } from '../integrity/tampering-scripts.ts';

function check({ changes, tests }: Sample): Finding[] {
  return checkIntegrity({ changes, tests, runs: null, allowTestChanges: false });
}

const isBlocked = (sample: Sample): boolean => blockingFindings(check(sample)).length > 0;
const named = (samples: readonly Sample[]): string[] => samples.map(({ language, label }) => `${language}: ${label}`);

describe('the tampering corpus', () => {
  it.each([['tampering', [...tamperedScripts, ...tamperedPython]]])('%s is blocked, every one', (_name, samples) => {
    const missed = samples.filter((sample) => !isBlocked(sample));
    console.log(`tampering: ${samples.length - missed.length} of ${samples.length} blocked`);
    expect(named(missed)).toEqual([]);
  });

  it('honest fixes pass', () => {
    const stopped = honestFixes.filter(isBlocked);
    console.log(`honest: ${honestFixes.length - stopped.length} of ${honestFixes.length} pass`);
    for (const sample of stopped) console.log(sample.language, sample.label, blockingFindings(check(sample)));
    expect(named(stopped)).toEqual([]);
  });
});
