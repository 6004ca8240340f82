import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Git } from '../../src/workspace/index.ts';

// Two packages of one repository; the second commit is one person's tidying, with a fault in each of them.

const cart = `export function total(items) {
  return items.reduce((sum, item) => sum + item.price * item.quantity, 0);
}

export function isFree(items) {
  return total(items) === 0;
}
`;

const cartTest = `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFree, total } from '../src/cart.js';

test('adds up', () => assert.equal(total([{ price: 2, quantity: 3 }]), 6));
test('counts each piece', () => assert.equal(total([{ price: 5, quantity: 1 }, { price: 1, quantity: 4 }]), 9));
test('is free when it is empty', () => assert.equal(isFree([]), true));
`;

const money = `export function half(cents) {
  return Math.round(cents / 2);
}
`;

const moneyTest = `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { half } from '../src/money.js';

test('halves', () => assert.equal(half(10), 5));
test('rounds up', () => assert.equal(half(3), 2));
`;

const manifest = (name: string, more = {}): string => JSON.stringify({ name, version: '1.0.0', type: 'module', private: true, ...more });

const green = {
  'package.json': manifest('shop', {
    scripts: { test: 'node --test packages/cart/test/cart.test.js packages/money/test/money.test.js' },
  }),
  'packages/cart/package.json': manifest('cart'),
  'packages/cart/src/cart.js': cart,
  'packages/cart/test/cart.test.js': cartTest,
  'packages/money/package.json': manifest('money'),
  'packages/money/src/money.js': money,
  'packages/money/test/money.test.js': moneyTest,
};

const red = {
  'packages/cart/src/cart.js': cart.replace('item.price * item.quantity', 'item.price + item.quantity'),
  'packages/money/src/money.js': money.replace('Math.round', 'Math.floor'),
};

/** Makes the repository in `directory`; answers with its green and its red commit. */
export async function makeMonorepo(directory: string): Promise<{ green: string; red: string }> {
  const git = new Git(directory);
  const commit = async (files: Readonly<Record<string, string>>): Promise<string> => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(directory, path)), { recursive: true });
      await writeFile(join(directory, path), text);
    }
    await git.text(['add', '--all']);
    await git.text(['-c', 'user.name=Mona', '-c', 'user.email=mona@example.com', 'commit', '--quiet', '--message', 'Tidy up']);
    return git.text(['rev-parse', 'HEAD']);
  };
  await mkdir(directory, { recursive: true });
  await git.text(['init', '--quiet', '--initial-branch=main']);
  return { green: await commit(green), red: await commit(red) };
}
