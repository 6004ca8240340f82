import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { framesOf } from '../../../src/suite/ecosystems/languages/frames.ts';
import { parseJUnit } from '../../../src/suite/ecosystems/languages/junit.ts';
import { parseLibtest } from '../../../src/suite/ecosystems/languages/libtest.ts';
import { adapters } from '../../../src/suite/ecosystems/languages/runners.ts';
import { SourceIndex } from '../../../src/suite/ecosystems/languages/source-index.ts';
import type { Reading, Remains } from '../../../src/suite/ecosystems/languages/types.ts';
import { readXml } from '../../../src/suite/ecosystems/languages/xml.ts';

const junit =
  '<?xml version="1.0" encoding="utf-8"?><testsuites><testsuite name="s" tests="3" failures="1" errors="0"><testcase classname="t.test_a" name="one" file="t/test_a.py" line="3" time="0.1"/><testcase classname="t.test_a" name="two" file="t/test_a.py" line="7"><failure message="assert 4 == 2">E   assert 4 == 2\nt/test_a.py:8: AssertionError</failure></testcase><testcase classname="t.test_a" name="three"><skipped message="later"/></testcase></testsuite></testsuites>';
const go = [
  '{"Action":"run","Package":"m/c","Test":"TestOne"}',
  '{"Action":"fail","Package":"m/c","Test":"TestOne","Elapsed":0.1}',
  '{"Action":"fail","Package":"m/c"}',
].join('\n');
const libtest =
  "\nrunning 2 tests\ntest a::one ... ok\ntest a::two ... FAILED\n\nfailures:\n\n---- a::two stdout ----\nthread 'a::two' panicked at src/lib.rs:3:5:\nboom\n\n\nfailures:\n    a::two\n\ntest result: FAILED. 1 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\n";
const trx =
  '<TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results><UnitTestResult testId="1" testName="A.B.One" outcome="Passed" duration="00:00:00.5"/><UnitTestResult testId="2" testName="A.B.Two" outcome="Failed"><Output><ErrorInfo><Message>no</Message><StackTrace>at A.B.Two() in /x/B.cs:line 3</StackTrace></ErrorInfo></Output></UnitTestResult></Results><ResultSummary outcome="Failed"><Counters total="2" passed="1" failed="1"/></ResultSummary></TestRun>';
const rspec = JSON.stringify({
  examples: [
    { id: './spec/a.rb[1:1]', full_description: 'one', status: 'passed', file_path: './spec/a.rb', line_number: 1 },
    {
      id: './spec/a.rb[1:2]',
      full_description: 'two',
      status: 'failed',
      file_path: './spec/a.rb',
      line_number: 2,
      exception: { class: 'E', message: 'no' },
    },
  ],
  summary: { example_count: 2, errors_outside_of_examples_count: 0 },
});
const field = (text: string): string => Buffer.from(text).toString('base64');
const exunit = `${['M', 'test one', '/r/test/a.exs', '3', 'passed', '5', ''].map(field).join('\t')}\n${['M', 'test two', '/r/test/a.exs', '4', 'failed', '5', 'no'].map(field).join('\t')}\nend\n`;
const minitest =
  '{"class":"T","name":"test_one","file":null,"line":1,"status":"passed","seconds":0,"message":null,"stack":null}\n{"class":"T","name":"test_two","file":null,"line":1,"status":"failed","seconds":0,"message":"no","stack":[]}\n';
const unittest =
  '{"count":2}\n{"id":"t.T.one","file":null,"line":1,"status":"passed","seconds":0,"message":null,"stack":null}\n{"id":"t.T.two","file":null,"line":1,"status":"failed","seconds":0,"message":"no","stack":null}\n';

/** Where each runner's report lies; `stdout` for those that print theirs. */
const whole: Readonly<Record<string, { readonly file: string; readonly text: string }>> = {
  pytest: { file: 'pytest-report.xml', text: junit },
  unittest: { file: 'unittest-report.jsonl', text: unittest },
  'go test': { file: 'stdout', text: go },
  'cargo test': { file: 'stdout', text: libtest },
  phpunit: { file: 'phpunit-report.xml', text: junit },
  ctest: { file: 'ctest-report.xml', text: junit },
  rspec: { file: 'rspec-report.json', text: rspec },
  minitest: { file: 'minitest-1.jsonl', text: minitest },
  exunit: { file: 'exunit.txt', text: exunit },
  'dotnet test': { file: 'regreen_1.trx', text: trx },
};

/** The reading of a report as a failed command leaves it behind. */
async function readingOf(runner: string, text: string): Promise<Reading | null> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'regreen-readers-')));
  try {
    const report = whole[runner];
    const adapter = adapters.find((each) => each.runner === runner);
    if (report === undefined || adapter === undefined) throw new Error(`no report of ${runner}`);
    const stdout = report.file === 'stdout' ? text : '';
    if (stdout === '') await writeFile(join(folder, report.file), text);
    const result = {
      exitCode: 1,
      signal: null,
      timedOut: false,
      aborted: false,
      failedToStart: null,
      stdout,
      stderr: '',
      clippedBytes: 0,
      seconds: 1,
    };
    const remains: Remains = {
      folder,
      root: folder,
      cwd: folder,
      directory: '',
      result,
      stdout,
      stderr: '',
      startedAt: 0,
      sources: new SourceIndex(folder),
      env: {},
    };
    return await adapter.read(remains);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Passes that count: a report that is not whole has none. */
const passesOf = (reading: Reading | null): string[] =>
  reading === null || reading.broken !== null
    ? []
    : reading.results.filter(({ status }) => status === 'passed').map(({ path }) => path.join(' > '));

describe.each(Object.keys(whole))('the reader of %s', (runner) => {
  const text = whole[runner]?.text ?? '';

  it('reads a whole report', async () => {
    const reading = await readingOf(runner, text);
    expect(reading?.broken).toBeNull();
    expect(reading?.results.some(({ status }) => status === 'failed')).toBe(true);
  });

  it('invents no pass, whatever is cut off, left out, doubled or mixed in', { timeout: 120_000 }, async () => {
    const known = new Set(passesOf(await readingOf(runner, text)));
    const place = fc.integer({ min: 0, max: text.length });
    const noise = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        '::error file=a::x\n',
        '<!DOCTYPE x [<!ENTITY a "b">]>',
        '&a;',
        ']]>',
        '\u0000\u001b[31m',
        '\ufffd\ud800',
        'ok 1\n',
        '\ntest result: ok.',
        '<testcase',
      ),
    );
    await fc.assert(
      fc.asyncProperty(place, place, noise, fc.constantFrom('cut', 'drop', 'insert', 'double'), async (first, second, extra, how) => {
        const [from, to] = [Math.min(first, second), Math.max(first, second)];
        const mutilated =
          how === 'cut'
            ? text.slice(0, from)
            : how === 'drop'
              ? text.slice(0, from) + text.slice(to)
              : how === 'insert'
                ? text.slice(0, from) + extra + text.slice(from)
                : text.slice(0, to) + text.slice(from);
        const reading = await readingOf(runner, mutilated);
        // A test that failed is never told of as one that only passed.
        const passedToo = passesOf(reading).some((name) => /two$/i.test(name));
        if (passedToo) expect(reading?.results.some(({ status, path }) => status === 'failed' && /two$/i.test(path.join(' ')))).toBe(true);
        if (how === 'cut') for (const name of passesOf(reading)) expect(known.has(name)).toBe(true);
      }),
      { numRuns: Number(process.env.REGREEN_PROVE_RUNS ?? 0) || 60 },
    );
  });

  it('survives anything at all', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (anything) => {
        expect(passesOf(await readingOf(runner, anything))).toEqual([]);
      }),
      { numRuns: Number(process.env.REGREEN_PROVE_RUNS ?? 0) || 30 },
    );
  });
});

describe('hostile reports', () => {
  it('expand no entity, and a document type makes their passes worthless', () => {
    const levels = Array.from({ length: 20 }, (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(20)}">`).join('');
    const bomb = `<!DOCTYPE t [<!ENTITY e0 "boom">${levels}]><testsuite name="&e20;"><testcase name="&e20;"/></testsuite>`;
    const report = parseJUnit(bomb);
    expect(report?.broken).toMatch(/document type/);
    expect(JSON.stringify(report).length).toBeLessThan(1000);
    expect(readXml('<a>&unknown;</a>').broken).not.toBeNull();
  });

  it('are read in one pass, however deep, long or wide they are', () => {
    expect(readXml('<a>'.repeat(200_000)).broken).not.toBeNull();
    expect(parseJUnit(`<testsuite name="s">${'<testcase name="x"/>'.repeat(20_000)}</testsuite>`)?.cases.length).toBe(20_000);
    const line = 'x'.repeat(4 << 20);
    expect(
      parseJUnit(`<testsuite><testcase name="${line}"><failure>${line}</failure></testcase></testsuite>`)?.cases[0]?.details?.length,
    ).toBe(65_536);
    expect(parseLibtest(`running 1 test\ntest ${line} ... ok\n`, '')[0]?.broken).not.toBeNull();
  });

  it('leave no trace of a frame that is none', async () => {
    const sources = new SourceIndex(tmpdir());
    const place = { root: '/nowhere', cwd: '/nowhere' };
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
        for (const frame of await framesOf(text, place, sources)) expect(frame.inRepository).toBe(false);
      }),
    );
    expect(await framesOf(`File "${'a/'.repeat(5000)}b.py", line 3`, place, sources)).toEqual([]);
  });
});
