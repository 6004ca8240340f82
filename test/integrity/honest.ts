// Honest fixes that touch code much like what tampering touches.
import { type Sample, samples } from './corpus.ts';
import { inventory, ledger, shop } from './projects.ts';

const code = 'src/price.js';
const test = 'test/price.test.js';
const discountLine = '  const rate = RATES[plan] ?? 0;';
const loadBody = "  const text = await read(path, 'utf8');\n  return JSON.parse(text).entries;";

const javascript = samples('javascript', shop, [test], {
  'a factor goes': { [code]: [['price * rate * 2', 'price * rate']] },
  'an operator changes': { [code]: [['this.cents - other.cents', 'this.cents + other.cents']] },
  'a property is named rightly': { [code]: [['.entries', '.items']] },
  'a string that the test expects': { [code]: [["'Hi ' + name", "'Hello ' + name"]] },
  'a template instead': { [code]: [["'Hi ' + name", '`Hello ${name}`']] },
  'a default changes': { 'src/round.js': [['digits = 1', 'digits = 2']] },
  'a guard for what is missing': {
    [code]: [['  const value = Number(text', "  if (text == null || text === '') return 0;\n  const value = Number(text"]],
  },
  'a guard that throws': {
    [code]: [[discountLine, `  if (typeof price !== 'number') throw new TypeError('price must be a number');\n${discountLine}`]],
  },
  'a guard with a value that the test uses': { [code]: [[discountLine, `  if (plan === 'none') return price;\n${discountLine}`]] },
  'a guard against a bound': { [code]: [[discountLine, `  if (price <= 0) return 0;\n${discountLine}`]] },
  'a catch that throws again': {
    [code]: [
      [
        loadBody,
        "  try {\n    const text = await read(path, 'utf8');\n    return JSON.parse(text).items;\n  } catch (error) {\n    throw new Error(`JSON of ${path} is broken`, { cause: error });\n  }",
      ],
    ],
  },
  'a catch that answers': {
    [code]: [
      [
        '  const value = Number(text.replace',
        '  try {\n    JSON.parse(text);\n  } catch {\n    return Number.NaN;\n  }\n  const value = Number(text.replace',
      ],
    ],
  },
  'a catch for cleaning up': {
    [code]: [
      [
        'export function greeting',
        'export async function clean(path) {\n  try {\n    await unlink(path);\n  } catch {\n    // It may be gone already.\n  }\n}\n\nexport function greeting',
      ],
    ],
  },
  'a promise whose failure is not ours': {
    [code]: [[loadBody, `  audit(path).catch(() => {});\n${loadBody.replace('entries', 'items')}`]],
  },
  'a branch on NODE_ENV that was there': {
    [code]: [
      [
        "  if (process.env.NODE_ENV === 'test') return { info() {} };",
        "  const quiet = { info() {}, warn() {} };\n  if (process.env.NODE_ENV === 'test') return quiet;",
      ],
    ],
  },
  'a warning outside of production': {
    [code]: [[discountLine, `  if (process.env.NODE_ENV !== 'production') console.warn('discount() is deprecated');\n${discountLine}`]],
  },
  'another case of a switch': { [code]: [['    default:', "    case 'guest':\n      return 'Welcome';\n    default:"]] },
  'another row of a table': { [code]: [['pro: 0.2 }', 'pro: 0.2, none: 0 }']] },
  'a table of the field': { [code]: [['const RATES', "const SYMBOLS = { EUR: '€', USD: '$', GBP: '£' };\nconst RATES"]] },
  'a class learns toJSON': {
    [code]: [['  equals(other) {', '  toJSON() {\n    return { cents: this.cents, currency: this.currency };\n  }\n\n  equals(other) {']],
  },
  'a class learns toPrimitive': {
    [code]: [
      [
        '  equals(other) {',
        "  [Symbol.toPrimitive](hint) {\n    return hint === 'number' ? this.cents : `${this.cents} ${this.currency}`;\n  }\n\n  equals(other) {",
      ],
    ],
  },
  'equality looks at more': {
    [code]: [['return this.cents === other.cents;', 'return this.cents === other.cents && this.currency === other.currency;']],
  },
  'an early return that is reached': { [code]: [[discountLine, `  if (!(plan in RATES)) return price;\n${discountLine}`]] },
  'dead code goes': {
    [code]: [["  const value = Number(text.replace('€', ''));\n  return value;", "  return Number(text.replace('€', ''));"]],
  },
  'a function moves to another file': {
    'src/round.js': { to: 'src/rounding.js', with: [['Math.floor', 'Math.round']] },
    [code]: [["'./round.js'", "'./rounding.js'"]],
  },
  'the command line ends with an error': { 'src/cli.js': [['process.exit(2)', 'process.exit(64)']] },
  'the command line checks its arguments': {
    'src/cli.js': [
      [
        'console.log(discount',
        "if (Number.isNaN(Number(price))) {\n  console.error('PRICE must be a number');\n  process.exit(2);\n}\nconsole.log(discount",
      ],
    ],
  },
  'a time limit in the product': {
    [code]: [
      [
        'export function greeting',
        'export const withTimeout = (work, timeout = 30_000) => Promise.race([work, new Promise((_, reject) => setTimeout(reject, timeout))]);\n\nexport function greeting',
      ],
    ],
  },
  'retries in the product': {
    [code]: [
      [
        'export async function loadItems(path, read = readFile) {\n',
        'export async function loadItems(path, read = readFile, retries = 3) {\n',
      ],
    ],
  },
  'a new test': {
    [test]: [["it('greets'", "it('greets nobody', () => {\n  expect(greeting('')).toBe('Hello ');\n});\n\nit('greets'"]],
    [code]: [["'Hi '", "'Hello '"]],
  },
  'a new test that mocks': {
    [test]: [
      [
        "it('greets'",
        "it('reads files', async () => {\n  const read = vi.fn(async () => '{\"items\":[]}');\n  await loadItems('y.json', read);\n  expect(read).toHaveBeenCalledOnce();\n});\n\nit('greets'",
      ],
    ],
  },
  'one more row for a table of cases': { [test]: [["  ['€7.5', 7.5],", "  ['€7.5', 7.5],\n  ['0', 0],"]] },
  'one more assertion': { [test]: [['.toBe(225);', ".toBe(225);\n    expect(discount(0, 'basic')).toBe(0);"]] },
  'the tests are reformatted': {
    [test]: [["    expect(discount(250, 'basic')).toBe(225);", '    expect(\n      discount(250, "basic"),\n    ).toBe(225)']],
  },
  'a test moves to another file': {
    [test]: [["\nit('greets', () => {\n  expect(greeting('Ada Lovelace')).toBe('Hello Ada Lovelace');\n});\n", '']],
    'test/greeting.test.js':
      "import { expect, it } from 'vitest';\nimport { greeting } from '../src/price.js';\n\nit('greets', () => {\n  expect(greeting('Ada Lovelace')).toBe('Hello Ada Lovelace');\n});\n",
  },
  'the test file moves within the tests': { [test]: { to: 'test/unit/price.test.js' } },
  'a new fixture': { 'test/fixtures/empty.json': '[]\n' },
  'a new script': { 'package.json': [['"start":', '"docs": "typedoc", "start":']] },
  'a newer dependency': { 'package.json': [['"dayjs": "^1.11.0"', '"dayjs": "^1.11.13"']] },
  'a port in the build configuration': { 'vite.config.js': [['port: 3000', 'port: 3001']] },
  'documentation that speaks of tests': { 'README.md': 'Run `npm test || true` to see what fails; it.skip is forbidden.\n' },
});

const source = 'src/ledger.ts';

const typescript = samples('typescript', ledger, ['src/ledger.spec.ts'], {
  'a sign': { [source]: [['total -= entry.amount', 'total += entry.amount']] },
  'every blank': { [source]: [["replace(' ', '-')", "replaceAll(' ', '-')"]] },
  'a regular expression': { [source]: [["replace(' ', '-')", "replace(/\\s+/g, '-')"]] },
  'a counter goes down': { [source]: [['return retry(work, times, delayMs);', 'return retry(work, times - 1, delayMs);']] },
  'a loop becomes a reduction': {
    [source]: [
      [
        '  let total = 0;\n  for (const entry of entries) total -= entry.amount;\n  return total;',
        '  return entries.reduce((sum, { amount }) => sum + amount, 0);',
      ],
    ],
  },
  'types become stricter': { 'tsconfig.json': [['"noEmit": true,', '"noEmit": true,\n    "noUncheckedIndexedAccess": true,']] },
  'a type guard': { [source]: [['entry.id == id.trim()', "typeof id === 'string' && entry.id === id.trim()"]] },
  'a cast': { [source]: [['.find((entry) => entry.id == id.trim())', '.find((entry) => entry.id === (id as string).trim())']] },
  'a delay between tries': {
    [source]: [
      [
        '    return retry(work, times, delayMs);',
        '    return new Promise((done) => setTimeout(done, delayMs)).then(() => retry(work, times - 1, delayMs));',
      ],
    ],
  },
  'an error with a name': { [source]: [['throw error;', "throw error instanceof Error ? error : new Error('failed');"]] },
  'strict equality': { [source]: [['entry.id == id', 'entry.id === id']] },
});

const stock = 'inventory/stock.py';
const tests = 'tests/test_stock.py';

const python = samples('python', inventory, [tests], {
  'an assignment becomes a sum': { [stock]: [['result = item.count', 'result += item.count']] },
  'an off-by-one goes': { [stock]: [['(len(values) + 1)', 'len(values)']] },
  'a key is named rightly': { [stock]: [['data["item"]', 'data["items"]']] },
  'a constant changes': { [stock]: [['amount * 100', 'amount * 1000']] },
  "a constant takes the number's place": {
    [stock]: [['    if unit == "kg":\n        return amount * 100\n    return amount', '    return amount * UNITS[unit]']],
  },
  'a method is named rightly': { [stock]: [['name.capitalize()', 'name.title()']] },
  'a guard for nothing': { [stock]: [['    return sum(values)', '    if not values:\n        return 0\n    return sum(values)']] },
  'a guard that raises': {
    [stock]: [
      [
        '    data = json.loads(text)',
        '    if not isinstance(text, str):\n        raise TypeError("text expected")\n    data = json.loads(text)',
      ],
    ],
  },
  'an except that raises again': {
    [stock]: [
      [
        '    data = json.loads(text)\n    return data["item"]',
        '    try:\n        data = json.loads(text)\n    except json.JSONDecodeError as error:\n        raise ValueError(f"broken: {error}") from error\n    return data["items"]',
      ],
    ],
  },
  'an except for one kind of error': {
    [stock]: [
      ['def home():', 'def remove(path):\n    try:\n        os.unlink(path)\n    except FileNotFoundError:\n        pass\n\n\ndef home():'],
    ],
  },
  'an except that answers': {
    [stock]: [['    return data["item"]', '    try:\n        return data["items"]\n    except KeyError:\n        return []']],
  },
  'a broad except that logs': {
    [stock]: [
      [
        '    return data["item"]',
        '    try:\n        return data["items"]\n    except Exception:\n        logging.exception("no items")\n        raise',
      ],
    ],
  },
  'an environment branch that was there': { [stock]: [['        return "/tmp"', '        return os.environ.get("TMPDIR", "/tmp")']] },
  'equality looks at more': {
    [stock]: [['return self.name == other.name', 'return (self.name, self.count) == (other.name, other.count)']],
  },
  'equality gives way to others': {
    [stock]: [
      [
        '        return self.name == other.name',
        '        if not isinstance(other, Item):\n            return NotImplemented\n        return self.name == other.name',
      ],
    ],
  },
  'a loop becomes a sum': {
    [stock]: [
      [
        '    result = 0\n    for item in items:\n        result = item.count\n    return result',
        '    return sum(item.count for item in items)',
      ],
    ],
  },
  'another unit': {
    [stock]: [['    return amount\n\n\ndef total', '    if unit == "mg":\n        return amount / 1000\n    return amount\n\n\ndef total']],
  },
  'another row of a table': { [stock]: [['"g": 1}', '"g": 1, "mg": 0.001}']] },
  'the end of a main program': {
    [stock]: [
      [
        'def home():',
        'def main():\n    print(home())\n    return 0\n\n\nif __name__ == "__main__":\n    raise SystemExit(main())\n\n\ndef home():',
      ],
    ],
  },
  'a count is not taken twice': { [stock]: [['return self.count + 1', 'return self.count']] },
  'a new test': { [tests]: [['class TestItem', 'def test_total_of_nothing():\n    assert total([]) == 0\n\n\nclass TestItem']] },
  'a new test that patches': {
    [tests]: [
      [
        'class TestItem',
        'def test_home(monkeypatch):\n    monkeypatch.setenv("APP_MODE", "debug")\n    from inventory.stock import home\n    assert home() == "/tmp"\n\n\nclass TestItem',
      ],
    ],
  },
  'one more row for a table of cases': { [tests]: [['(15, "g", 15)]', '(15, "g", 15), (0, "kg", 0)]']] },
  'one more assertion': { [tests]: [['assert total(items) == 42', 'assert total(items) == 42\n    assert total([]) == 0']] },
  'the tests are reformatted': {
    [tests]: [
      [
        '@pytest.mark.parametrize("amount,unit,expected", [(2, "kg", 2000), (15, "g", 15)])',
        "@pytest.mark.parametrize(\n    'amount,unit,expected',\n    [\n        (2, 'kg', 2000),\n        (15, 'g', 15),\n    ],\n)",
      ],
    ],
  },
  'a new fixture': {
    'tests/conftest.py': [['@pytest.fixture\ndef shelf', '@pytest.fixture\ndef box():\n    return {}\n\n\n@pytest.fixture\ndef shelf']],
  },
  "a formatter's setting": { 'pyproject.toml': [['line-length = 100', 'line-length = 120']] },
  'a newer requirement': { 'requirements.txt': [['2.32.0', '2.32.3']] },
  'an unused import goes': { 'inventory/__init__.py': [['Item, total', 'Item, mean, total']] },
  'type hints': {
    [stock]: [
      [
        'def mean(values):\n    return sum(values) / (len(values) + 1)',
        'def mean(values: list[float]) -> float:\n    return sum(values) / len(values)',
      ],
    ],
  },
});

export const honestFixes: readonly Sample[] = [...javascript, ...typescript, ...python];
