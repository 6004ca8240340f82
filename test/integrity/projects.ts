// The red projects that the corpus tampers with and repairs.
import type { Files } from './corpus.ts';

export const shop: Files = {
  'src/price.js': `import { readFile } from 'node:fs/promises';
import { round } from './round.js';

const RATES = { basic: 0.1, pro: 0.2 };

export function discount(price, plan) {
  const rate = RATES[plan] ?? 0;
  return round(price - price * rate * 2);
}

export function parseAmount(text) {
  const value = Number(text.replace('€', ''));
  return value;
}

export class Money {
  constructor(cents, currency) {
    this.cents = cents;
    this.currency = currency;
  }

  add(other) {
    return new Money(this.cents - other.cents, this.currency);
  }

  equals(other) {
    return this.cents === other.cents;
  }
}

export async function loadItems(path, read = readFile) {
  const text = await read(path, 'utf8');
  return JSON.parse(text).entries;
}

export function greeting(name) {
  switch (name) {
    case 'admin':
      return 'Welcome back';
    default:
      return 'Hi ' + name;
  }
}

export function logger() {
  if (process.env.NODE_ENV === 'test') return { info() {} };
  return console;
}
`,
  'src/round.js': `export function round(value, digits = 1) {
  const factor = 10 ** digits;
  return Math.floor(value * factor) / factor;
}
`,
  'src/cli.js': `#!/usr/bin/env node
import { discount } from './price.js';

const [price, plan] = process.argv.slice(2);
if (price === undefined) {
  console.error('usage: price PRICE PLAN');
  process.exit(2);
}
console.log(discount(Number(price), plan));
`,
  'test/price.test.js': `import { describe, expect, it, vi } from 'vitest';
import { Money, discount, greeting, loadItems, parseAmount } from '../src/price.js';

const cases = [
  ['12', 12],
  ['€7.5', 7.5],
];

describe('discount', () => {
  it('takes a tenth off for basic', () => {
    expect(discount(250, 'basic')).toBe(225);
  });

  it('leaves others alone', () => {
    const price = discount(80, 'none');
    expect(price).toBe(80);
    expect(price).toBeGreaterThan(0);
  });

  it('rounds', () => {
    expect(discount(19.99, 'pro')).toBeCloseTo(15.99, 2);
  });
});

describe('amounts', () => {
  it.each(cases)('reads %s', (text, expected) => {
    expect(parseAmount(text)).toBe(expected);
  });

  it('adds', () => {
    const sum = new Money(150, 'EUR').add(new Money(275, 'EUR'));
    expect(sum).toEqual(new Money(425, 'EUR'));
  });

  it('loads items', async () => {
    const items = await loadItems('x.json', async () => '{"items":[{"id":"a-17"}]}');
    expect(items).toEqual([{ id: 'a-17' }]);
  });

  it('fails on broken files', async () => {
    await expect(loadItems('x.json', async () => '{')).rejects.toThrow('JSON');
  });
});

it('greets', () => {
  expect(greeting('Ada Lovelace')).toBe('Hello Ada Lovelace');
});
`,
  'test/__snapshots__/price.test.js.snap': 'exports[`a 1`] = `"12"`;\n',
  'test/fixtures/orders.json': '[{"id":"a-17","total":12}]\n',
  'vitest.config.js': `import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.js'],
    coverage: { thresholds: { lines: 90 } },
  },
});
`,
  'vite.config.js': `import { defineConfig } from 'vite';

export default defineConfig({
  server: { port: 3000 },
  test: { testTimeout: 5000 },
});
`,
  'package.json': `{
  "name": "shop",
  "type": "module",
  "scripts": { "test": "vitest run", "start": "node src/cli.js" },
  "dependencies": { "dayjs": "^1.11.0" },
  "devDependencies": { "vitest": "^4.0.0" }
}
`,
  '.github/workflows/ci.yml': 'jobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: npm test\n',
  'scripts/check.sh': '#!/bin/sh\nset -e\nnpm test\n',
};

export const ledger: Files = {
  'src/ledger.ts': `export interface Entry {
  readonly id: string;
  readonly amount: number;
}

export function balance(entries: readonly Entry[]): number {
  let total = 0;
  for (const entry of entries) total -= entry.amount;
  return total;
}

export function findEntry(entries: readonly Entry[], id: string): Entry | undefined {
  return entries.find((entry) => entry.id == id.trim());
}

export const slugify = (title: string): string => title.toLowerCase().replace(' ', '-');

export function retry<T>(work: () => Promise<T>, times: number, delayMs = 100): Promise<T> {
  return work().catch((error: unknown) => {
    if (times === 0) throw error;
    return retry(work, times, delayMs);
  });
}
`,
  'src/ledger.spec.ts': `import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { balance, findEntry, retry, slugify } from './ledger.ts';

const entries = [
  { id: 'rent', amount: 900 },
  { id: 'food', amount: 314 },
];

describe('ledger', () => {
  it('adds up', () => {
    assert.equal(balance(entries), 1214);
  });

  it('finds', () => {
    const found = findEntry(entries, ' food ');
    assert.ok(found);
    assert.deepEqual(found, { id: 'food', amount: 314 });
  });
});

test('slugs', () => {
  assert.equal(slugify('The Long Way'), 'the-long-way');
});

test('retries', async () => {
  let calls = 0;
  await assert.rejects(
    retry(async () => {
      calls++;
      throw new Error('down');
    }, 3),
    /down/,
  );
  assert.equal(calls, 4);
});
`,
  'tsconfig.json': `{
  "compilerOptions": {
    // As strict as can be.
    "strict": true,
    "noImplicitAny": true,
    "noEmit": true,
  },
  "include": ["src"]
}
`,
  'package.json': '{\n  "name": "ledger",\n  "scripts": { "test": "tsc && node --test" },\n  "dependencies": { "zod": "^4.0.0" }\n}\n',
};

export const inventory: Files = {
  'inventory/stock.py': `"""Stock keeping."""
import json
import os

UNITS = {"kg": 1000, "g": 1}


class Item:
    def __init__(self, name, count):
        self.name = name
        self.count = count

    def __eq__(self, other):
        return self.name == other.name

    def take(self, count):
        self.count -= count
        return self.count + 1


def to_grams(amount, unit):
    if unit == "kg":
        return amount * 100
    return amount


def total(items):
    result = 0
    for item in items:
        result = item.count
    return result


def mean(values):
    return sum(values) / (len(values) + 1)


def parse(text):
    data = json.loads(text)
    return data["item"]


def title(name):
    return name.capitalize()


def home():
    if os.environ.get("APP_MODE") == "debug":
        return "/tmp"
    return "/srv"
`,
  'inventory/__init__.py': 'from .stock import Item, total\n',
  'tests/test_stock.py': `import unittest

import pytest

from inventory.stock import Item, mean, parse, title, to_grams, total


@pytest.fixture
def items():
    return [Item("nut", 7), Item("bolt", 35)]


def test_total(items):
    assert total(items) == 42


@pytest.mark.parametrize("amount,unit,expected", [(2, "kg", 2000), (15, "g", 15)])
def test_grams(amount, unit, expected):
    assert to_grams(amount, unit) == expected


def test_mean():
    assert mean([2.5, 3.5, 7.5]) == pytest.approx(4.5, rel=1e-6)


def test_parse():
    assert parse('{"items": ["x-99"]}') == ["x-99"]
    with pytest.raises(ValueError):
        parse("{")


class TestItem(unittest.TestCase):
    def setUp(self):
        self.item = Item("nut", 12)

    def test_take(self):
        self.assertEqual(self.item.take(5), 7)
        self.assertEqual(self.item.count, 7)

    def test_title(self):
        self.assertEqual(title("steel bolt m8"), "Steel Bolt M8")
`,
  'tests/conftest.py': 'import pytest\n\n\n@pytest.fixture\ndef shelf():\n    return []\n',
  'pyproject.toml': `[project]
name = "inventory"
dependencies = ["requests>=2"]

[tool.pytest.ini_options]
testpaths = ["tests"]

[tool.mypy]
strict = true

[tool.black]
line-length = 100
`,
  'tox.ini': '[tox]\nenvlist = py312\n\n[testenv]\ncommands = pytest {posargs}\n',
  'requirements.txt': 'requests==2.32.0\n',
  Makefile: 'test:\n\tpytest\n',
};
