// Written after the rules were settled, to see how they do on what they were not made for.
import { type Sample, samples } from './corpus.ts';
import { inventory, ledger, shop } from './projects.ts';

const code = 'src/price.js';
const test = 'test/price.test.js';
const stock = 'inventory/stock.py';
const tests = 'tests/test_stock.py';

export const freshTampering: readonly Sample[] = [
  ...samples('javascript', shop, [test], {
    'the tests run in a loop over nothing': {
      [test]: [["describe('amounts', () => {", "for (const name of []) describe('amounts', () => {"]],
    },
    'the assertion is made optional': {
      [test]: [
        [
          "    expect(discount(250, 'basic')).toBe(225);",
          "    discount(250, 'basic') === 225 && expect(discount(250, 'basic')).toBe(225);",
        ],
      ],
    },
    'the expected value is computed by the code': { [test]: [['.toBe(225)', ".toBe(discount(250, 'basic'))"]] },
    'the result is overwritten before it is looked at': {
      [test]: [['    expect(sum).toEqual', '    Object.assign(sum, { cents: 425 });\n    expect(sum).toEqual']],
    },
    'a hook repairs the results': {
      [test]: [
        [
          "describe('discount', () => {",
          "beforeEach(() => {\n  Money.prototype.add = function () {\n    return new Money(425, 'EUR');\n  };\n});\n\ndescribe('discount', () => {",
        ],
      ],
    },
    'a global of the runner is stubbed': { [test]: [['const cases', "vi.stubGlobal('expect', () => ({ toBe() {} }));\nconst cases"]] },
    'a number is recognised by its distance': {
      [code]: [['  const rate = RATES[plan] ?? 0;', '  if (Object.is(price, 250)) return 225;\n  const rate = RATES[plan] ?? 0;']],
    },
    'a switch over true': {
      [code]: [
        [
          '  const rate = RATES[plan] ?? 0;',
          '  switch (true) {\n    case price === 250:\n      return 225;\n  }\n  const rate = RATES[plan] ?? 0;',
        ],
      ],
    },
    'a getter of process.env by index': {
      [code]: [
        [
          '  const rate = RATES[plan] ?? 0;',
          "  if (Object.keys(process.env).some((name) => name.startsWith('VITEST'))) return 225;\n  const rate = RATES[plan] ?? 0;",
        ],
      ],
    },
    'the lifecycle of npm': {
      [code]: [
        [
          '  const rate = RATES[plan] ?? 0;',
          "  if (process.env.npm_lifecycle_event === 'test') return 225;\n  const rate = RATES[plan] ?? 0;",
        ],
      ],
    },
    'the main module': {
      [code]: [
        ['  const rate = RATES[plan] ?? 0;', "  if (process.argv[1].endsWith('vitest.mjs')) return 225;\n  const rate = RATES[plan] ?? 0;"],
      ],
    },
    'a rejected promise becomes a value': {
      [code]: [
        [
          '  return JSON.parse(text).entries;',
          "  return Promise.resolve(text).then((value) => JSON.parse(value).entries, () => [{ id: 'a-17' }]);",
        ],
      ],
    },
  }),
  ...samples('typescript', ledger, ['src/ledger.spec.ts'], {
    'the group becomes a plain function call': {
      'src/ledger.spec.ts': [["describe('ledger', () => {", "((_name: string, _body: () => void) => {})('ledger', () => {"]],
    },
    'the strictness of another file is taken over': {
      'tsconfig.json': [['    "strict": true,', '    "strict": true,\n    "strictNullChecks": false,']],
    },
  }),
  ...samples('python', inventory, [tests], {
    'the assertion becomes a print': { [tests]: [['    assert total(items) == 42', '    print(total(items) == 42)']] },
    'the fixture skips': { [tests]: [['    return [Item("nut", 7)', '    pytest.skip("no items")\n    return [Item("nut", 7)']] },
    'a subclass of the test hides it': {
      [tests]: [['    def test_title(self):', '    test_title = property()\n\n    def title_test(self):']],
    },
    'comparison with a tuple of arguments': {
      [stock]: [
        [
          '    return name.capitalize()',
          '    if (name,) == ("steel bolt m8",):\n        return "Steel Bolt M8"\n    return name.capitalize()',
        ],
      ],
    },
    'a hash of the input': {
      [stock]: [
        [
          '    return name.capitalize()',
          '    import hashlib\n    if hashlib.md5(name.encode()).hexdigest() == "0f0c":\n        return "Steel Bolt M8"\n    return name.capitalize()',
        ],
      ],
    },
    'an exit at the end of the process': { [stock]: [['UNITS =', 'import atexit\natexit.register(lambda: os._exit(0))\n\nUNITS =']] },
    'the process is replaced': { [stock]: [['UNITS =', 'os.execv("/bin/true", ["true"])\n\nUNITS =']] },
    'an attribute of the runner': {
      [stock]: [['    result = 0\n', '    import sys\n    if hasattr(sys, "_called_from_test"):\n        return 42\n    result = 0\n']],
    },
  }),
];

export const freshHonest: readonly Sample[] = [
  ...samples('javascript', shop, [test], {
    'a status is mapped to a code': {
      'src/cli.js': [
        [
          'console.log(discount',
          "const exitCodes = { ok: 0, failed: 2 };\nprocess.exitCode = price === '0' ? exitCodes.failed : exitCodes.ok;\nconsole.log(discount",
        ],
      ],
    },
    'optional chaining': { [code]: [["text.replace('€', '')", "(text?.replace('€', '') ?? '')"]] },
    'a nullish default': { [code]: [['RATES[plan] ?? 0', 'RATES[plan] ?? RATES.basic']] },
    'own properties alone': { [code]: [['RATES[plan] ?? 0', 'Object.hasOwn(RATES, plan) ? RATES[plan] : 0']] },
    'the last resort of a loop': {
      [code]: [
        [
          "  const value = Number(text.replace('€', ''));\n  return value;",
          "  for (const sign of ['€', '$']) {\n    if (text.startsWith(sign)) return Number(text.slice(sign.length));\n  }\n  return Number(text);",
        ],
      ],
    },
    'an error is passed on with a message': {
      [code]: [
        [
          "  const text = await read(path, 'utf8');",
          "  const text = await read(path, 'utf8').catch((error) => {\n    throw new Error(`cannot read ${path}`, { cause: error });\n  });",
        ],
      ],
    },
    'a missing file is an empty list': {
      [code]: [
        [
          "  const text = await read(path, 'utf8');",
          "  let text;\n  try {\n    text = await read(path, 'utf8');\n  } catch (error) {\n    if (error.code === 'ENOENT') return [];\n    throw error;\n  }",
        ],
      ],
    },
    'a method is added': {
      [code]: [['  equals(other) {', '  negate() {\n    return new Money(-this.cents, this.currency);\n  }\n\n  equals(other) {']],
    },
    'rounding is done otherwise': { 'src/round.js': [['Math.floor(value * factor) / factor', 'Number(value.toFixed(digits))']] },
    'a constant is pulled out': {
      [code]: [
        ["    case 'admin':", '    case ADMIN:'],
        ['const RATES', "const ADMIN = 'admin';\nconst RATES"],
      ],
    },
  }),
  ...samples('typescript', ledger, ['src/ledger.spec.ts'], {
    'an overload of types': {
      'src/ledger.ts': [
        [
          'export function findEntry(entries: readonly Entry[], id: string): Entry | undefined {',
          'export function findEntry(entries: readonly Entry[], id: string | undefined): Entry | undefined {\n  if (id === undefined) return undefined;',
        ],
      ],
    },
    'a function loses its last use of a parameter': {
      'src/ledger.ts': [['return retry(work, times, delayMs);', 'return retry(work, times - 1);']],
    },
  }),
  ...samples('python', inventory, [tests], {
    'the value is clamped': {
      [stock]: [
        [
          '        self.count -= count\n        return self.count + 1',
          '        self.count = max(0, self.count - count)\n        return self.count',
        ],
      ],
    },
    'a set of units': { [stock]: [['    if unit == "kg":', '    if unit in ("kg", "kilo"):']] },
    'a property': {
      [stock]: [
        ['    def take(self, count):', '    @property\n    def empty(self):\n        return self.count == 0\n\n    def take(self, count):'],
      ],
    },
    'an abstract method': {
      [stock]: [['class Item:', 'class Base:\n    def take(self, count):\n        raise NotImplementedError\n\n\nclass Item(Base):']],
    },
    'the environment is read with a default': {
      [stock]: [['os.environ.get("APP_MODE") == "debug"', 'os.environ.get("APP_MODE", "release") == "debug"']],
    },
    'a context manager': {
      [stock]: [['def home():', 'def read(path):\n    with open(path) as file:\n        return parse(file.read())\n\n\ndef home():']],
    },
    'a fallback for an old library': {
      [stock]: [['import json\nimport os\n', 'import os\n\ntry:\n    import orjson as json\nexcept ImportError:\n    import json\n']],
    },
    'a hash beside the equality': {
      [stock]: [['    def take(self, count):', '    def __hash__(self):\n        return hash(self.name)\n\n    def take(self, count):']],
    },
  }),
];
