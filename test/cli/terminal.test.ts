import { expect, it } from 'vitest';
import { isLive, wantsColor } from '../../src/cli/terminal.ts';

const tty = { isTTY: true };
const pipe = { isTTY: false };

it.each([
  [tty, {}, true],
  [tty, { TERM: 'dumb' }, false],
  [tty, { CI: 'true' }, false],
  [tty, { CI: '', NO_COLOR: '1' }, true],
  [pipe, { FORCE_COLOR: '1' }, false],
])('live: %o %o %s', (stream, env, expected) => {
  expect(isLive(stream, env)).toBe(expected);
});

it.each([
  [tty, {}, true],
  [pipe, {}, false],
  [tty, { NO_COLOR: '1' }, false],
  [tty, { NO_COLOR: '' }, true],
  [tty, { TERM: 'dumb' }, false],
  [pipe, { FORCE_COLOR: '1' }, true],
  [pipe, { FORCE_COLOR: '' }, true],
  [tty, { FORCE_COLOR: '0' }, false],
  [tty, { FORCE_COLOR: 'false' }, false],
  [pipe, { FORCE_COLOR: '3', NO_COLOR: '1', TERM: 'dumb' }, true],
])('colour: %o %o %s', (stream, env, expected) => {
  expect(wantsColor(stream, env)).toBe(expected);
});
