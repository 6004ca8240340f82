import assert from 'node:assert/strict';
import { beforeAll, describe, expect, it } from 'vitest';
import { repair } from '../../src/engine/repair.ts';
import { createThinker } from '../../src/engine/replay.ts';
import { loadGrammars } from '../../src/engine/templates/grammar/loader.ts';
import { converse, type Files, fakeHost, type Host, type HostOptions } from './host.ts';

beforeAll(() => loadGrammars(['page.py']));

const run = (host: Host) => converse(createThinker(repair), host);
const used = (host: Host, name: string) => host.log.filter((entry) => entry.name === name);
const read = (host: Host) => used(host, 'read').map(({ args }) => args.path);

const red = 'exports.pages = (count, size) => Math.ceil(count / size) - 1;\n';
/** Fails as `command`, with a message. */
const failingAs = (command: string, message: string): HostOptions['tests'] => ({
  [command]: (load) => assert.equal(load('lib/page.js').pages?.(21 as never, 10 as never), 3, message),
});
const checks = "const { pages } = require('../lib/page');\nexports.rest = () => equal(pages(21, 10), 3);\n";

describe('a command that is its own runner', () => {
  const repaired = async (files: Files, options: Partial<HostOptions>): Promise<Host> => {
    const host = fakeHost({
      tests: failingAs('node tests/run.js', 'FAIL check-page rest'),
      files: { 'lib/page.js': red, ...files },
      testFile: null,
      ...options,
    });
    await run(host);
    expect(host.files.get('lib/page.js')).not.toBe(red);
    return host;
  };

  it('is repaired by what the tests on its stack import', async () => {
    const files = { 'tests/run.js': "require('./all');\n", 'tests/all.js': checks };
    const host = await repaired(files, { frames: ['tests/all.js:2', 'tests/run.js:1'] });
    expect(read(host)).not.toContain('node tests/run.js');
  });

  it('is repaired by what the tests that it names import', async () => {
    const files = { 'tests/run.js': 'load();\n', 'tests/check-page.js': checks, 'tests/check-a.js': '', 'other/tests/page.js': '' };
    expect(read(await repaired(files, {}))).not.toContain('tests/check-a.js');
  });

  it('is repaired by what tests beside it import, where it names none', async () => {
    const tests = failingAs('node tests/run.js', 'one failed');
    const host = await repaired({ 'tests/run.js': 'load();\n', 'tests/page.js': checks, 'more/tests/other.js': '' }, { tests });
    expect(read(host)).not.toContain('more/tests/other.js');
  });

  it('is repaired by what any tests import, where it starts no file', async () => {
    await repaired({ 'tests/page.js': checks }, { tests: failingAs('make test', 'one failed') });
  });

  it('is repaired by the programs that a script of another language starts', async () => {
    const files = { 'checks/all.sh': 'test "$(node "$here/../lib/page.js" 21 10)" = 3\n' };
    await repaired(files, { tests: failingAs('sh checks/all.sh', 'exit code 1') });
  });

  it('is never edited itself, wherever it lies', async () => {
    const check = "const { pages } = require('./lib/page');\nif (pages(21, 10) !== 3) throw new Error('no');\n";
    const tests = failingAs('node verify.js', 'no');
    const host = await repaired({ 'verify.js': check }, { tests, frames: ['verify.js:2'] });
    const tried = used(host, 'try_edits').map(({ args }) => JSON.stringify(args));
    expect(tried.join('')).toContain('lib/page.js');
    expect(tried.join('')).not.toContain('verify.js');
  });

  it('nor are files with tests that it loads from anywhere', async () => {
    const check = 'from page import pages\n\n\ndef test_rest():\n    assert pages(21, 10) == 3\n';
    const host = fakeHost({
      tests: { 'python verify.py': () => assert.fail('AssertionError') },
      files: { 'verify.py': 'import checks\n', 'checks.py': check, 'page.py': 'def pages(count, size):\n    return count // size\n' },
      testFile: null,
      frames: ['checks.py:5', 'verify.py:1'],
    });
    await run(host);
    const tried = used(host, 'try_edits').map(({ args }) => JSON.stringify(args));
    expect(tried.join('')).toContain('page.py');
    expect(tried.join('')).not.toMatch(/checks\.py|verify\.py/);
  });

  describe('whose exit code alone is known leaves alone', () => {
    const page = 'def pages(count, size):\n    return count // size\n';
    const check = 'from page import pages\n\ndef main():\n    assert pages(21, 10) == 3\n\nmain()\n';
    const enters = ['sub/check.py:4:5 main', 'sub/check.py:6 <module>'];
    const edited = async (id: string, files: Files, frames: readonly string[]): Promise<string> => {
      const tests = { [id]: () => assert.fail('AssertionError') };
      const host = fakeHost({ tests, files: { 'sub/page.py': page, ...files }, testFile: null, byExitCode: true, frames });
      await run(host);
      return JSON.stringify(used(host, 'try_edits').map(({ args }) => args));
    };

    it.each(['python3 check.py', 'cd sub && python3 check.py', 'sh ci.sh', 'make test', 'sub > make test'])(
      'the file in which the trace of `%s` enters',
      async (command) => {
        const tried = await edited(command, { 'sub/check.py': check }, enters);
        expect(tried).toContain('sub/page.py');
        expect(tried).not.toContain('sub/check.py');
      },
    );

    it('what it starts in a folder that is not known, without a trace', async () => {
      const tried = await edited('python3 check.py', { 'sub/check.py': check }, ['sub/page.py:2']);
      expect(tried).toContain('sub/page.py');
      expect(tried).not.toContain('sub/check.py');
    });

    it('a helper whose assertion fails, and no source that it leads through', async () => {
      const files = { 'sub/check.py': 'from same import same\n\nsame(1)\n', 'sub/same.py': 'def same(a):\n    assert a == 3\n' };
      const tried = await edited('make test', files, ['sub/same.py:2 same', 'sub/page.py:2 pages', 'sub/check.py:3 <module>']);
      expect(tried).toContain('sub/page.py');
      expect(tried).not.toMatch(/sub\/(?:check|same)\.py/);
    });

    it('nothing where a compiler tells of places', async () => {
      expect(await edited('make', {}, ['sub/page.py:2:5'])).toContain('sub/page.py');
    });
  });
});

describe('sources in a language that is not repaired', () => {
  const givenUp = async (options: Omit<HostOptions, 'tests'>, id = 'a minute'): Promise<{ text: string; reason: unknown }> => {
    const host = fakeHost({ ...options, tests: { [id]: () => assert.fail('no') } });
    const { text } = await run(host);
    expect(used(host, 'try_edits')).toEqual([]);
    return { text, reason: used(host, 'give_up')[0]?.args.reason };
  };

  it('are named with their language, through programs that tell it in their first line', async () => {
    const { text, reason } = await givenUp({
      files: {
        'test/time.bats': '@test "a minute" {\n  run dur 60\n}\n',
        'bin/dur': '#!/usr/bin/env bash\nsource "$here/lib/time.sh"\nhuman "$1"\n',
        'lib/time.sh': 'human() {\n  echo "$1"\n}\n',
        'lib/other.sh': 'echo\n',
        README: 'dur\n',
      },
      testFile: 'test/time.bats',
    });
    expect(text).toMatch(/^Regreen repairs JavaScript, .*Python, .*; bin\/dur is shell, lib\/time\.sh is shell\.$/m);
    expect(text).not.toMatch(/No line of the source stands out|judged by the tests/);
    expect(text).toMatch(/^No change was tried\.$/m);
    expect(reason).toBe('No change was found that could be tried.');
  });

  it('are named where only their modules are', async () => {
    const files = { 't/stack.t': 'use Acme::Stack;\n', 'lib/Acme/Stack.pm': 'package Acme::Stack;\n1;\n' };
    const { text } = await givenUp({ files, testFile: 't/stack.t' }, 't/stack.t > holds');
    expect(text).toMatch(/; lib\/Acme\/Stack\.pm is Perl\.$/m);
  });

  it('are not spoken of where sources are that could be repaired, or nothing is known', async () => {
    const { text } = await givenUp({ files: { 'test/all.test.js': 'ok();\n', 'tools/all.sh': 'ls\n' } });
    expect(text).toContain('No line of the source stands out.');
    expect(text).not.toContain('shell');
  });
});
