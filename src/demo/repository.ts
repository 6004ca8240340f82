import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Git } from '../workspace/index.ts';

// A small shop: the second commit is honest work in four places, and one of them is wrong.

const packageJson = `{
  "name": "small-shop",
  "version": "1.0.0",
  "type": "module",
  "private": true,
  "scripts": { "test": "node --test test/cart.test.js test/money.test.js" }
}
`;

const money = `/** Cents to a price as people write it. */
export function format(cents) {
  const sign = cents < 0 ? '-' : '';
  const whole = Math.floor(Math.abs(cents) / 100);
  const rest = String(Math.abs(cents) % 100).padStart(2, '0');
  return sign + whole + '.' + rest;
}

export function percentOf(cents, percent) {
  return Math.round((cents * percent) / 100);
}
`;

const cart = `import { percentOf } from './money.js';

const FREE_SHIPPING_FROM = 5000;
const SHIPPING = 490;

export function subtotal(items) {
  return items.reduce((sum, item) => sum + item.price * item.quantity, 0);
}

export function shipping(items) {
  const sum = subtotal(items);
  if (items.length === 0) return 0;
  return sum >= FREE_SHIPPING_FROM ? 0 : SHIPPING;
}

export function discount(items, percent) {
  return percentOf(subtotal(items), percent);
}

export function total(items, percent = 0) {
  return subtotal(items) - discount(items, percent) + shipping(items);
}
`;

const moneyTest = `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { format, percentOf } from '../src/money.js';

test('formats cents', () => {
  assert.equal(format(1205), '12.05');
  assert.equal(format(-99), '-0.99');
});

test('takes a part and rounds it', () => {
  assert.equal(percentOf(999, 50), 500);
});
`;

const cartTest = `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { discount, shipping, subtotal, total } from '../src/cart.js';

const book = { price: 2500, quantity: 2 };
const pen = { price: 120, quantity: 3 };

test('adds up what is in the cart', () => {
  assert.equal(subtotal([book, pen]), 5360);
});

test('asks nothing for an empty cart', () => {
  assert.equal(shipping([]), 0);
});

test('ships small orders for a fee', () => {
  assert.equal(shipping([pen]), 490);
});

test('ships for free from fifty on', () => {
  assert.equal(shipping([book]), 0);
});

test('takes the discount from the goods, not from the shipping', () => {
  assert.equal(discount([pen], 10), 36);
  assert.equal(total([pen], 10), 814);
});

test('charges a full cart of fifty without a fee', () => {
  assert.equal(total([book]), 5000);
});
`;

const redMoney = money.replace("sign + whole + '.' + rest", `\`\${sign}\${whole}.\${rest}\``);

const redCart = cart
  .replace('const SHIPPING = 490;', 'const SHIPPING = 490;\n\n/** An item is `{ price, quantity }`, the price in cents. */')
  .replace('return sum >= FREE_SHIPPING_FROM ? 0 : SHIPPING;', 'return sum > FREE_SHIPPING_FROM ? 0 : SHIPPING;')
  .replace(
    'export function total(items, percent = 0) {\n',
    '/** What the customer pays, in cents. */\nexport function total(items, percent = 0) {\n',
  );

const green: Readonly<Record<string, string>> = {
  'package.json': packageJson,
  'README.md': '# Small shop\n\nA cart, some money, and what shipping costs.\n',
  'src/money.js': money,
  'src/cart.js': cart,
  'test/money.test.js': moneyTest,
  'test/cart.test.js': cartTest,
};

const red: Readonly<Record<string, string>> = {
  'README.md': '# Small shop\n\nA cart, some money, and what shipping costs. Prices are in cents.\n',
  'src/money.js': redMoney,
  'src/cart.js': redCart,
};

/** Makes the repository in `directory`; answers with its green and its red commit. */
export async function makeDemoRepository(directory: string): Promise<{ green: string; red: string }> {
  await mkdir(directory, { recursive: true });
  const git = new Git(directory);
  await git.text(['init', '--quiet', '--initial-branch=main']);
  const commit = async (files: Readonly<Record<string, string>>, message: string): Promise<string> => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(directory, path)), { recursive: true });
      await writeFile(join(directory, path), text);
    }
    await git.text(['add', '--all']);
    await git.text(['-c', 'user.name=Small Shop', '-c', 'user.email=shop@example.com', 'commit', '--quiet', '--message', message]);
    return git.text(['rev-parse', 'HEAD']);
  };
  return {
    green: await commit(green, 'A cart that knows what shipping costs'),
    red: await commit(red, 'Document the cart and tidy the code'),
  };
}
