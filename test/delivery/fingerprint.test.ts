import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseMessage } from '../../src/delivery/fingerprint.ts';
import { fingerprintOf } from '../../src/delivery/index.ts';

describe('what is the same failure', () => {
  it.each([
    ['numbers', 'expected 3 to be 4', 'expected -17 to be 4.25'],
    ['durations', 'timed out after 1.5 s', 'timed out after 2000 ms'],
    ['paths of the machine', 'Cannot find module /home/runner/work/a/a/src/x.js', 'Cannot find module C:\\a\\b\\src\\y.js'],
    ['addresses', 'connect to http://127.0.0.1:4711/a failed', 'connect to https://localhost:80/b failed'],
    ['file addresses', 'at file:///home/a/b.js:3:5', 'at file:///tmp/x/b.js:30:15'],
    ['ids', 'job 4f2a9c1d7e missing', 'job 0badcafe12 missing'],
    ['UUIDs', 'no 123e4567-e89b-12d3-a456-426614174000', 'no 00000000-0000-4000-8000-00000000ffff'],
    ['pointers', 'at 0x7ffeebc0', 'at 0x10'],
    ['colours and spacing', '\u001b[31mnot  ok\u001b[39m\n', 'not ok'],
    ['times', 'since 2026-11-23T15:00:01.123Z', 'since 2025-01-02T03:04:05.000Z'],
  ])('%s do not matter', (_, one, other) => {
    expect(normaliseMessage(one)).toBe(normaliseMessage(other));
  });

  it.each([
    ['words', 'x is not a function', 'y is not a function'],
    ['relative paths', "Cannot find './a.js'", "Cannot find './b.js'"],
    ['operators', 'a === b', 'a !== b'],
  ])('%s do', (_, one, other) => {
    expect(normaliseMessage(one)).not.toBe(normaliseMessage(other));
  });
});

describe('a fingerprint', () => {
  const failure = fc.record({ id: fc.string({ minLength: 1 }), message: fc.option(fc.string()) });

  it('does not depend on order or repetition, and is 32 hexadecimal digits', () => {
    fc.assert(
      fc.property(fc.array(failure), fc.nat(), (failing, turn) => {
        const at = turn % (failing.length + 1);
        const turned = [...failing.slice(at), ...failing.slice(0, at), ...failing];
        expect(fingerprintOf(turned)).toBe(fingerprintOf(failing));
        expect(fingerprintOf(failing)).toMatch(/^[0-9a-f]{32}$/);
      }),
    );
  });

  it('does not depend on any number in a message', () => {
    const words = fc.array(fc.constantFrom('expected', 'to be', 'got', 'line', 'x'), { minLength: 1, maxLength: 5 });
    const numbers = fc.array(fc.oneof(fc.nat(), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })), {
      minLength: 5,
      maxLength: 5,
    });
    const message = (texts: readonly string[], values: readonly number[]) =>
      texts.map((text, index) => `${text} ${values[index]}`).join(' ');
    fc.assert(
      fc.property(words, numbers, numbers, (texts, one, other) => {
        const of = (values: readonly number[]) => fingerprintOf([{ id: 'a', message: message(texts, values) }]);
        expect(of(one)).toBe(of(other));
      }),
    );
  });

  it('differs for other tests, also when ids and messages could be glued together', () => {
    expect(fingerprintOf([{ id: 'a', message: 'bc' }])).not.toBe(fingerprintOf([{ id: 'ab', message: 'c' }]));
    expect(fingerprintOf([{ id: 'a', message: null }])).not.toBe(fingerprintOf([{ id: 'b', message: null }]));
  });

  it('takes a message of any length at once', () => {
    const message = '/a/1 0x ::'.repeat(100_000);
    expect(normaliseMessage(message).length).toBeLessThan(3_000);
  });
});
