// The red repository of the bench: a small shop whose whole suite takes a given time, of which the failing test takes little.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface FixtureOptions {
  /** Of the whole suite, which runs one file after another. */
  readonly suiteSeconds: number;
  /** Source files beside those that matter. */
  readonly extraFiles?: number;
  /** Tests that take no time, beside the slow ones. */
  readonly extraTests?: number;
  /** Lines that every test file prints. */
  readonly logLines?: number;
}

export interface Fixture extends AsyncDisposable {
  readonly root: string;
  /** Whether the suite passes in the tree as it is now. */
  isGreen(): Promise<boolean>;
  /** The tree as it was at first. */
  reset(): Promise<void>;
}

/** The file that holds the fault, and the changes of the three edits: two that do not help, then the right one. */
export const faulty = 'src/cart.js';
export const edits: readonly (readonly [oldText: string, newText: string])[] = [
  ['return cents / 100;', 'return Math.round(cents) / 100;'],
  ['let cents = 0;', 'let cents = Number(0);'],
  ['item.price * 100 - item.quantity', 'item.price * 100 * item.quantity'],
];

const cart = `const { discount } = require('./discount.js');

/** What the items of a cart cost together, in units of the currency. */
function total(items) {
  let cents = 0;
  for (const item of items) {
    cents += Math.round(item.price * 100 - item.quantity);
  }
  cents -= discount(cents);
  return cents / 100;
}

module.exports = { total };
`;

/** Besides the cart: what a model reads first. */
const sources: Readonly<Record<string, string>> = {
  'src/discount.js': 'exports.discount = (cents) => (cents > 100000 ? Math.round(cents / 20) : 0);\n',
  'src/tax.js': 'exports.tax = (amount, percent) => Math.round(amount * percent) / 100;\n',
  'src/format.js': "exports.format = (amount) => amount.toFixed(2) + ' EUR';\n",
  'src/index.js': "module.exports = { ...require('./cart.js'), ...require('./tax.js'), ...require('./format.js') };\n",
};

/** The files of nine reads, the way there and back. */
export const reads: readonly string[] = [
  'package.json',
  'test/cart.test.js',
  faulty,
  'src/discount.js',
  'src/index.js',
  'src/tax.js',
  'src/format.js',
  'test/tax.test.js',
  'test/format.test.js',
];

/** Four files of a quarter of the time each. */
function tests({ suiteSeconds, extraTests = 0, logLines = 0 }: FixtureOptions): Record<string, string> {
  const quarter = (suiteSeconds * 1000) / 4;
  const head = `const { test } = require('node:test');
const assert = require('node:assert/strict');
const shop = require('../src/index.js');
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
for (let line = 0; line < ${logLines}; line += 1) console.log('a line of the log, number ' + line);
`;
  const slow = (name: string, body: string): string =>
    `${head}for (let part = 1; part <= 4; part += 1) test('${name} ' + part, async () => { await wait(${quarter / 4 - 5}); ${body} });\n`;
  const many = `for (let number = 0; number < ${Math.ceil(extraTests / 4)}; number += 1) test('quick ' + number, () => {});\n`;
  const red =
    "test('adds up what the items cost', () => assert.equal(shop.total([{ price: 4, quantity: 3 }, { price: 0.5, quantity: 1 }]), 12.5));\n";
  return {
    'test/cart.test.js': `${slow('an empty cart', 'assert.equal(shop.total([]), 0);')}${red}${many}`,
    'test/tax.test.js': slow('tax', 'assert.equal(shop.tax(100, 19), 19);') + many,
    'test/format.test.js': slow('format', "assert.equal(shop.format(1), '1.00 EUR');") + many,
    'test/index.test.js': slow('exports', "assert.equal(typeof shop.total, 'function');") + many,
  };
}

export const wholeSuite = 'node --test --test-concurrency=1 test/*.test.js';
export const failingFile = 'node --test test/cart.test.js';

export async function makeFixture(options: FixtureOptions): Promise<Fixture> {
  const root = await mkdtemp(join(tmpdir(), 'regreen-run-bench-'));
  const manifest = { name: 'shop', version: '1.0.0', private: true, scripts: { test: wholeSuite } };
  const files: Record<string, string> = { ...sources, ...tests(options), [faulty]: cart, 'package.json': `${JSON.stringify(manifest)}\n` };
  for (let number = 0; number < (options.extraFiles ?? 0); number += 1)
    files[`lib/part-${Math.floor(number / 100)}/file-${number}.js`] = `exports.value${number} = ${number};\n`;
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
  const git = (...args: string[]) => run('git', args, { cwd: root, maxBuffer: 1 << 28 });
  await git('init', '-q');
  // Nothing is to be at work in it afterwards.
  await git('config', 'gc.auto', '0');
  await git('config', 'maintenance.auto', 'false');
  await git('add', '-A');
  await git('-c', 'user.name=Bench', '-c', 'user.email=bench@example.org', 'commit', '-qm', 'red');
  return {
    root,
    isGreen: () =>
      run('sh', ['-c', wholeSuite], { cwd: root, maxBuffer: 1 << 28 }).then(
        () => true,
        () => false,
      ),
    reset: async () => {
      await git('checkout', '-q', '.');
    },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true, maxRetries: 5 }),
  };
}
