import assert from 'node:assert/strict';
import { describe, expect, it } from 'vitest';
import { repair } from '../../src/engine/repair.ts';
import { createThinker } from '../../src/engine/replay.ts';
import { converse, fakeHost, type Host, type HostOptions, TOOLS } from './host.ts';

const run = (host: Host) => converse(createThinker(repair), host);

/** Calls of one tool, in order. */
const used = (host: Host, name: string) => host.log.filter((entry) => entry.name === name);

function noteOf(text: string): { source: string; summary: string; alternatives: string[] } {
  return JSON.parse(/```regreen\n(.*)\n```$/.exec(text)?.[1] ?? 'null');
}

const cart = [
  "'use strict';",
  '// Sums up a cart.',
  'function total(items) {',
  '  let sum = 0;',
  '  for (const item of items) sum += item.price * item.count;',
  '  return sum;',
  '}',
  '',
  '',
  '',
  '',
  'function count(items) {',
  '  return items.reduce((n, item) => n + item.count, 0);',
  '}',
  '',
  '',
  '',
  '',
  'function empty(items) {',
  '  return items.length === 0;',
  '}',
  'module.exports = { total, count, empty };',
  '',
].join('\n');

const cartTests: HostOptions['tests'] = {
  'test/all.test.js > total': (load) => assert.equal(load('src/cart.js').total?.([{ price: 2, count: 3 }] as never), 6),
  'test/all.test.js > count': (load) => assert.equal(load('src/cart.js').count?.([{ price: 2, count: 3 }] as never), 3),
  'test/all.test.js > empty': (load) => assert.equal(load('src/cart.js').empty?.([] as never), true),
};
const testFile = "const { total } = require('../src/cart');\n";

describe('undoing what changed since green', () => {
  it('undoes only the lines that broke the test, and leaves innocent changes beside them', async () => {
    const red = cart
      .replace('sum += item.price * item.count', 'sum += item.price')
      .replace('Sums up a cart', 'Sums up any cart')
      .replace('n + item.count', 'item.count + n');
    const host = fakeHost({
      tests: cartTests,
      files: { 'src/cart.js': red, 'test/all.test.js': testFile },
      green: { 'src/cart.js': cart, 'test/all.test.js': testFile },
    });
    const { text } = await run(host);
    expect(host.files.get('src/cart.js')).toBe(red.replace('sum += item.price', 'sum += item.price * item.count'));
    expect(noteOf(text)).toMatchObject({ source: 'revert', summary: expect.stringContaining('src/cart.js:5') });
    expect(text).toContain('expected `6`, got `2`');
    expect(text).toContain('`total`');
  });

  it('finds two changes that only together make the test pass', async () => {
    const red = cart
      .replace('sum += item.price * item.count', 'sum += item.price')
      .replace('let sum = 0', 'let sum = 1')
      .replace('items.length === 0', '0 === items.length');
    const host = fakeHost({ tests: cartTests, files: { 'src/cart.js': red }, green: { 'src/cart.js': cart } });
    const { text } = await run(host);
    expect(noteOf(text)?.source).toBe('revert');
    expect(host.files.get('src/cart.js')).toBe(cart.replace('items.length === 0', '0 === items.length'));
  });

  it('brings back a file that was deleted, and ignores tests and protected files that changed with it', async () => {
    const green = {
      'src/cart.js': cart,
      'src/index.js': "module.exports = require('./cart');\n",
      'ci/run.js': '1\n',
      'test/all.test.js': 'old\n',
    };
    const host = fakeHost({
      tests: { 'test/all.test.js > total': (load) => assert.equal(load('src/index.js').total?.([{ price: 2, count: 3 }] as never), 6) },
      files: { 'src/index.js': green['src/index.js'], 'ci/run.js': '2\n', 'test/all.test.js': 'new\n' },
      green,
      protects: (path) => path.startsWith('ci/'),
    });
    expect(noteOf((await run(host)).text)?.source).toBe('revert');
    expect(Object.fromEntries(host.files)).toEqual({ ...green, 'ci/run.js': '2\n', 'test/all.test.js': 'new\n' });
  });

  it('does not undo what other tests need: it says which change broke the test, and that it is a feature too', async () => {
    const green = { 'src/a.js': 'exports.kind = () => "old";\n' };
    const host = fakeHost({
      tests: {
        'test/all.test.js > new': (load) => assert.equal(load('src/a.js').kind?.() === 'new', true),
        'test/all.test.js > old': (load) => assert.notEqual(load('src/a.js').kind?.(), 'new'),
      },
      files: { 'src/a.js': 'exports.kind = () => "new";\n' },
      green,
    });
    const { text } = await run(host);
    expect(used(host, 'edit')).toEqual([]);
    const [gaveUp] = used(host, 'give_up');
    expect(gaveUp?.args.diagnosis).toContain('src/a.js:1');
    expect(gaveUp?.args.diagnosis).toContain('breaks `test/all.test.js > new`');
    expect(text).toBe(gaveUp?.args.diagnosis);
  });

  it('keeps what a line brought and gives back what it lost, where both came at once', async () => {
    const green = { 'src/a.js': "exports.label = (name) => name.trim() + ': ' + name.length;\n" };
    const red = { 'src/a.js': "exports.label = (name) => name + ' (' + name.length + ')';\n" };
    const host = fakeHost({
      tests: {
        'test/all.test.js > trims': (load) => assert.match(String(load('src/a.js').label?.(' a ' as never)), /^a/),
        'test/all.test.js > in brackets': (load) => assert.match(String(load('src/a.js').label?.('a' as never)), /\(1\)$/),
      },
      files: red,
      green,
    });
    const { text } = await run(host);
    expect(host.files.get('src/a.js')).toBe("exports.label = (name) => name.trim() + ' (' + name.length + ')';\n");
    expect(noteOf(text)).toMatchObject({ source: 'template', summary: expect.stringContaining('a part of it is undone') });
  });

  it('puts removed lines and a missing final newline back as they were', async () => {
    const green = { 'src/a.js': 'exports.a = () => 1;\nexports.b = () => 2;\nexports.c = () => 3;' };
    const red = { 'src/a.js': 'exports.b = () => 2;\nexports.c = () => 4;\n' };
    const tests: HostOptions['tests'] = {
      'test/all.test.js > a': (load) => assert.equal(load('src/a.js').a?.(), 1),
      'test/all.test.js > c': (load) => assert.equal(load('src/a.js').c?.(), 3),
    };
    const host = fakeHost({ tests, files: red, green });
    await run(host);
    expect(host.files.get('src/a.js')).toBe(green['src/a.js']);
  });
});

describe('repair by templates', () => {
  it('without a green commit it finds the wrong operator, sends it as an exact edit and says what else passes', async () => {
    const red = cart.replace('item.price * item.count', 'item.price + item.count');
    const host = fakeHost({
      tests: cartTests,
      files: { 'src/cart.js': red, 'test/all.test.js': testFile },
      coverage: ['src/cart.js:5 0.90'],
    });
    const { text } = await run(host);
    expect(noteOf(text)?.source).toBe('template');
    expect(text).toMatch(/\d+ candidates were judged/);
    expect(text).toContain('src/cart.js:5');
    for (const test of Object.values(cartTests)) expect(() => test(() => evaluate(host.files.get('src/cart.js') ?? ''))).not.toThrow();
    expect(used(host, 'run_tests')).toHaveLength(1);
    expect(used(host, 'edit')).toHaveLength(1);
  });

  it('measures coverage where the first suspicion leads nowhere', async () => {
    const host = fakeHost({
      tests: { 'test/all.test.js > total': (load) => assert.equal(load('src/caller.js').total?.([1, 2] as never), 3) },
      files: {
        'src/sum.js': 'exports.sum = (list) => list.reduce((a, b) => a - b, 0);\n',
        'src/caller.js': "const { sum } = require('./sum');\nexports.total = (list) => sum(list);\n",
      },
      suspects: ['src/caller.js:2 0.20'],
      coverage: ['src/sum.js:1 1.00', 'src/caller.js:2 0.70'],
    });
    await run(host);
    expect(used(host, 'run_tests')).toHaveLength(1);
    expect(host.files.get('src/sum.js')).toContain('a + b');
  });

  it('measures coverage first where a trace leads only into what the tests use', async () => {
    const host = fakeHost({
      tests: { 'test/all.test.js > total': (load) => assert.equal(load('src/sum.js').sum?.([1, 2] as never), 3) },
      files: {
        'src/sum.js': 'exports.sum = (list) => list.reduce((a, b) => a - b, 0);\n',
        'src/other.js': 'exports.other = (a, b) => a - b;\n',
      },
      suspects: ['src/other.js:1 0.20'],
      frames: ['/home/me/node_modules/tape/lib/test.js:4', '/tmp/run/probe.cjs:45', '../node_modules/chai/index.js:2'],
      coverage: ['src/sum.js:1 1.00'],
    });
    await run(host);
    expect(host.log.find(({ name }) => name !== 'read' && name !== 'scan')?.name).toBe('run_tests');
    expect(JSON.stringify(host.log.filter(({ name }) => name === 'read'))).not.toMatch(/tape|probe|chai/);
    expect(host.files.get('src/sum.js')).toContain('a + b');
  });

  it('looks only shortly where slow tests point, and tries later what it did not reach', async () => {
    const host = fakeHost({
      tests: { 'test/all.test.js > total': (load) => assert.equal(load('src/sum.js').total?.([{ price: 2, count: 3 }] as never), 6) },
      files: {
        'src/sum.js': 'exports.total = (items) => items.reduce((sum, item) => sum + item.price * item.count - item.count.length, 0);\n',
      },
      frames: ['src/sum.js:1'],
      secondsEach: 1,
    });
    await run(host);
    const measured = host.log.findIndex(({ name }) => name === 'run_tests');
    const before = host.log.slice(0, measured).flatMap(({ args }) => (Array.isArray(args.candidates) ? args.candidates : []));
    expect(before.length).toBeGreaterThan(0);
    expect(before.length).toBeLessThanOrEqual(24);
    const after = host.log.slice(measured).flatMap(({ args }) => (Array.isArray(args.candidates) ? args.candidates : []));
    expect(after.length).toBeGreaterThan(24);
    const said = [...before, ...after].map((each) => JSON.stringify(each));
    expect(new Set(said).size).toBe(said.length);
  });

  it.each([
    ['beside the first look where all tests are quick', ' suite_seconds=1.2', ['run_tests', 'try_edits']],
    ['after it where they are slow', ' suite_seconds=40', ['try_edits']],
    ['after it where nobody says how long they take', '', ['try_edits']],
  ])('measures coverage %s', async (_, suite, first) => {
    const host = fakeHost({
      tests: { 'test/all.test.js > total': (load) => assert.equal(load('src/sum.js').total?.([{ price: 2, count: 3 }] as never), 7) },
      files: {
        'src/sum.js': 'exports.total = (items) => items.reduce((sum, item) => sum + item.price * item.count - item.count.length, 0);\n',
      },
      frames: ['src/sum.js:1'],
      budget: `seconds=600 test_runs=38 turns=23${suite}`,
    });
    const { turns } = await run(host);
    const asked = turns.map((step) => (step.kind === 'calls' ? step.calls.map(({ name }) => name) : []));
    expect(asked.find((names) => names.includes('try_edits'))).toEqual(first);
    expect(asked.flat().filter((name) => name === 'run_tests')).toHaveLength(1);
  });

  it('looks nowhere before coverage is measured where traces lead into the file of the test alone', async () => {
    const host = fakeHost({
      tests: { 'src/sum.js > total': (load) => assert.equal(load('src/sum.js').total?.([{ price: 2, count: 3 }] as never), 7) },
      files: {
        'src/sum.js': 'exports.total = (items) => items.reduce((sum, item) => sum + item.price * item.count - item.count.length, 0);\n',
      },
      frames: ['src/sum.js:1'],
      testFile: 'src/sum.js',
    });
    await run(host);
    expect(host.log.find(({ name }) => name === 'run_tests' || name === 'try_edits')?.name).toBe('run_tests');
  });

  it('tries other functions of a file where a trace leads into the wrong one, and nobody knows what the tests execute', async () => {
    const parts = ['exports.make = (name) => {', "  let text = '';", '  text -= name.trim();', "  text += '.';", '  return text;', '};'];
    const use = ['exports.use = (name) => {', "  return '<' + exports.make(name) + '>';", '};', ''];
    const host = fakeHost({
      tests: { 'test/all.test.js > used': (load) => assert.equal(String(load('src/name.js').use?.(' ab ' as never)), '<ab.>') },
      files: { 'src/name.js': [...parts, ...use].join('\n'), 'test/all.test.js': "equal(use(' ab '), '<ab.>');\n" },
      frames: ['src/name.js:7'],
    });
    await run(host);
    expect(host.files.get('src/name.js')).toContain('text += name.trim()');
    const said = used(host, 'try_edits').flatMap(({ args }) => (Array.isArray(args.candidates) ? args.candidates : []));
    expect(new Set(said.map((each) => JSON.stringify(each))).size).toBe(said.length);
  });

  it('never edits a test, whatever is suspicious', async () => {
    const host = fakeHost({
      tests: { 'test/all.test.js > x': (load) => assert.equal(load('test/helper.js').x?.(), 2) },
      files: { 'test/helper.js': 'exports.x = () => 1;\n', 'test/all.test.js': "require('./helper');\n" },
      suspects: ['test/helper.js:1 1.00'],
    });
    await run(host);
    expect(used(host, 'try_edits')).toEqual([]);
    expect(used(host, 'give_up')).toHaveLength(1);
  });

  it('does not deliver what only takes code away, and says that it would have passed', async () => {
    // Only the function without its statement passes.
    const tests: HostOptions['tests'] = {
      'test/all.test.js > f': (load) => assert.equal(String(load('src/a.js').f).replace(/\s/g, ''), '()=>{}'),
    };
    const host = fakeHost({ tests, files: { 'src/a.js': 'exports.f = () => {\n  log();\n};\n' }, suspects: ['src/a.js:2 1.00'] });
    const { text } = await run(host);
    expect(used(host, 'edit')).toEqual([]);
    expect(text).toMatch(/Refused though the tests pass: deleted: log\(\);.* at src\/a\.js:2, but it only takes code away/);
  });

  it('gives up with the suspicious function, the assertion and what was tried', async () => {
    const red = cart.replace('sum += item.price * item.count', 'sum += 0');
    const impossible: HostOptions['tests'] = {
      'test/all.test.js > total': (load) => assert.equal(load('src/cart.js').total?.([] as never), 'a very special answer 91'),
    };
    const host = fakeHost({ tests: impossible, files: { 'src/cart.js': red }, suspects: ['src/cart.js:5 0.70'], secondsEach: 0.1 });
    const { text } = await run(host);
    expect(text).toContain('`total` in src/cart.js:5');
    expect(text).toContain('expected `"a very special answer 91"`, got `0`');
    expect(text).toMatch(/[1-9]\d* candidate changes were judged by the tests; none passed every check\.$/m);
    expect(used(host, 'give_up')).toHaveLength(1);
  });
});

it('tells what a command printed, not only that it failed', async () => {
  const tests: HostOptions['tests'] = { 'npm test': () => assert.fail('exit code 1\nsrc/a.ts(4,3): error TS2322: Type is wrong.') };
  const { text } = await run(fakeHost({ tests, files: { 'src/a.js': 'exports.a = 1;\n' } }));
  expect(text).toContain('`npm test`: `src/a.ts(4,3): error TS2322: Type is wrong.`');
});

describe('a file that cannot be loaded', () => {
  const modules = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`src/other${at}.js`, `exports.n = ${at};\n`]));
  const files = {
    ...modules,
    'src/parts/queue.js': 'exports.first = (list) => list[0];\n',
    'src/plan.js': "const { first } = require('./parts/queues');\nexports.next = (plan) => first(plan);\n",
    'test/all.test.js': "const { next } = require('../src/plan');\n",
  };
  const tests: HostOptions['tests'] = {
    'test/all.test.js > (file)': (load) => {
      try {
        load('src/plan.js');
      } catch {
        throw new Error("Cannot find module './parts/queues' from 'src/plan.js'");
      }
      assert.equal(load('src/plan.js').next?.([4, 5] as never), 4);
    },
  };

  it('is mended by the nearest path of all there are, where the message says who imports it, before anything is measured', async () => {
    const host = fakeHost({ files, tests });
    await run(host);
    expect(host.files.get('src/plan.js')).toContain("require('./parts/queue')");
    expect(used(host, 'run_tests')).toHaveLength(0);
    expect(used(host, 'read').map(({ args }) => args.path)).not.toContain('src/parts/queue.js');
  });
});

describe('a name that a module does not export', () => {
  it('is looked for in the module, though nothing but its importer is read for the failure', async () => {
    const files = {
      'lib/parts/queue.js': 'function makeQueue(list) {\n  return [...list];\n}\nmodule.exports = {};\n',
      'lib/plan.js': "const { makeQueue } = require('./parts/queue');\nexports.next = (plan) => makeQueue(plan).pop();\n",
      'test/all.test.js': "const { next } = require('../lib/plan');\n",
    };
    const tests: HostOptions['tests'] = {
      'test/all.test.js > next': (load) => {
        const plan = [4, 5];
        assert.equal(load('lib/plan.js').next?.(plan as never), 5);
        assert.equal(plan.length, 2);
      },
    };
    const host = fakeHost({ files, tests, frames: ['lib/plan.js:2'] });
    await run(host);
    expect(host.files.get('lib/parts/queue.js')).toContain('module.exports = { makeQueue };');
  });
});

describe('a name that is not defined', () => {
  it('is imported from the file that declares it, wherever that is', async () => {
    const files = {
      'lib/far/away/maths.js': 'const twice = (n) => 2 * n;\nmodule.exports = { twice };\n',
      'lib/plan.js': 'exports.next = (plan) => twice(plan.length);\n',
      'test/all.test.js': "const { next } = require('../lib/plan');\n",
    };
    const tests: HostOptions['tests'] = {
      'test/all.test.js > next': (load) => assert.equal(load('lib/plan.js').next?.([4, 5, 6] as never), 6),
    };
    const host = fakeHost({ files, tests, frames: ['lib/plan.js:1'] });
    await run(host);
    expect(host.files.get('lib/plan.js')).toMatch(/^const \{ twice \} = require\('\.\/far\/away\/maths(?:\.js)?'\);\n/);
  });
});

describe('limits', () => {
  const red = cart.replace('item.price * item.count', 'item.price + item.count');
  const options: HostOptions = { tests: cartTests, files: { 'src/cart.js': red }, suspects: ['src/cart.js:5 0.90'] };

  it.each(['seconds=600 test_runs=38 turns=3', 'seconds=600 test_runs=1 turns=20', 'seconds=0 test_runs=38 turns=20'])(
    'with %s it judges nothing and gives up in words',
    async (budget) => {
      const host = fakeHost({ ...options, budget });
      await run(host);
      expect(used(host, 'try_edits')).toEqual([]);
      expect(used(host, 'give_up')).toHaveLength(1);
    },
  );

  it('slow tests get batches that fit the time', async () => {
    const tests: HostOptions['tests'] = { 'test/all.test.js > no': () => assert.fail('never') };
    const host = fakeHost({ ...options, tests, secondsEach: 1, budget: 'seconds=200 test_runs=38 turns=20' });
    const { text } = await run(host);
    const judged = used(host, 'try_edits').reduce((sum, { args }) => sum + (args.candidates as unknown[]).length, 0);
    expect(judged).toBeGreaterThan(120);
    // A fifth of the 200 seconds is kept for what comes behind.
    expect(judged).toBeLessThanOrEqual(160);
    expect(text).toMatch(/ [1-9]\d* more were not judged before the time was up/);
  });

  it('an edit that is refused ends in words that say so', async () => {
    const host = fakeHost({ ...options, refuseEdits: true });
    expect((await run(host)).text).toContain('at most 2 are allowed');
  });

  it('asked for words instead of calls, it answers with its diagnosis', async () => {
    const think = createThinker(repair);
    const host = fakeHost(options);
    const items = [{ role: 'user', content: host.brief }];
    const step = await think({ items, callable: TOOLS, parallel: true });
    const call = step.kind === 'calls' ? step.calls[0] : undefined;
    const last = { role: 'user', content: 'The budget ends here (turns). Call no more tools. Write the diagnosis.' };
    const more = [
      ...items,
      { type: 'function_call', call_id: 'c', ...call },
      { type: 'function_call_output', call_id: 'c', output: 'src/cart.js' },
      last,
    ];
    expect(await think({ items: more, callable: TOOLS, parallel: true })).toMatchObject({
      kind: 'text',
      text: expect.stringContaining('expected `6`, got `5`'),
    });
  });

  it.each([
    ['no brief', 'hello', TOOLS],
    ['a brief that is nonsense', '<failing_tests>\n{"id":\n</failing_tests>', TOOLS],
    ['no tools', fakeHost(options).brief, []],
  ])('with %s it says what it needs', async (_, content, callable) => {
    const step = await createThinker(repair)({ items: [{ role: 'user', content }], callable, parallel: true });
    expect(step).toMatchObject({ kind: 'text', text: expect.stringContaining('<failing_tests>') });
  });
});

function evaluate(text: string) {
  const module = { exports: {} };
  new Function('module', 'exports', text)(module, module.exports);
  return module.exports;
}

describe('a program that tests start in a process of its own', () => {
  it.each([
    ['is read, though nobody sees what it executes', 'import subprocess, sys\n', 1],
    ['is left unread where no test starts one', 'import sys\n', 0],
  ])('%s', async (_, head, times) => {
    const host = fakeHost({
      testFile: 'tests/test_cli.py',
      tests: { 'tests/test_cli.py > ends': () => assert.equal(0, 1) },
      files: {
        'pkg/__main__.py': 'main()\n',
        'pkg/core.py': 'def main():\n    return 1\n',
        'tests/test_cli.py': `${head}def test_ends(): ...\n`,
      },
    });
    await run(host);
    const read = used(host, 'read').filter((entry) => JSON.stringify(entry).includes('pkg/__main__.py'));
    expect(read).toHaveLength(times);
  });
});
