// Ways to make JavaScript and TypeScript tests pass without fixing anything.
import { type Sample, samples } from './corpus.ts';
import { ledger, shop } from './projects.ts';

const test = 'test/price.test.js';
const code = 'src/price.js';
const sumLine = '    return new Money(this.cents - other.cents, this.currency);';
const basicTest = "  it('takes a tenth off for basic', () => {\n    expect(discount(250, 'basic')).toBe(225);\n  });\n";
const discountLine = '  const rate = RATES[plan] ?? 0;';

const javascript = samples('javascript', shop, [test], {
  'skip by name': { [test]: [["it('greets'", "it.skip('greets'"]] },
  'skip by another name': { [test]: [["it('greets'", "xit('greets'"]] },
  'todo without a body': {
    [test]: [["it('greets', () => {\n  expect(greeting('Ada Lovelace')).toBe('Hello Ada Lovelace');\n});", "it.todo('greets');"]],
  },
  'skip by computed property': { [test]: [["it('greets'", "it['sk' + 'ip']('greets'"]] },
  'skip by unicode escape': { [test]: [["it('greets'", "it.\\u0073kip('greets'"]] },
  'skip by alias': { [test]: [["it('greets'", "const later = it.skip;\nlater('greets'"]] },
  'skip in a conditional callee': { [test]: [["it('greets'", "(process.env.CI ? it.skip : it)('greets'"]] },
  'skip a whole group by condition': { [test]: [["describe('amounts'", "describe.skipIf(true)('amounts'"]] },
  'skip by destructuring': {
    [test]: [
      ['import { Money', 'const { skip: it2 } = it;\nimport { Money'],
      ["it('greets'", "it2('greets'"],
    ],
  },
  'expected to fail': { [test]: [["it('greets'", "it.fails('greets'"]] },
  'skip by the context of the test': { [test]: [["it('greets', () => {", "it('greets', (ctx) => {\n  ctx.skip();"]] },
  'only, on a test that passes': { [test]: [["it('leaves others alone'", "it.only('leaves others alone'"]] },
  'a new test takes the focus': { [test]: [["it('greets'", "it.only('works', () => { expect(1).toBe(1); });\nit('greets'"]] },
  'the test is deleted': { [test]: [[basicTest, '']] },
  'the test is commented out': { [test]: [[basicTest, `/*${basicTest}*/`]] },
  'the test is replaced by another of the same group': {
    [test]: [[basicTest, "  it('works', () => {\n    expect(true).toBe(true);\n  });\n"]],
  },
  'the test moves into a function that nobody calls': { [test]: [[basicTest, `  const later = () => {\n${basicTest}  };\n`]] },
  'the test moves under a false condition': { [test]: [[basicTest, `  if (process.env.FULL) {\n${basicTest}  }\n`]] },
  "the file is renamed out of the runner's sight": { [test]: { to: 'test/price.check.js' } },
  'the file moves out of the tests': { [test]: { to: 'attic/price.js' } },
  'the file is deleted': { [test]: null },
  "the runner's function is shadowed": {
    [test]: [
      ['const cases', 'const expect = () => new Proxy({}, { get: () => () => {} });\nconst cases'],
      ['describe, expect, it, vi', 'describe, it, vi'],
    ],
  },
  'a return before the assertion': { [test]: [['    expect(discount(250', '    return;\n    expect(discount(250']] },
  'a return under a condition': { [test]: [['    expect(discount(250', '    if (!process.env.DEEP) return;\n    expect(discount(250']] },
  'the assertion in a try with an empty catch': {
    [test]: [["    expect(discount(250, 'basic')).toBe(225);", "    try { expect(discount(250, 'basic')).toBe(225); } catch {}"]],
  },
  'the assertion in a callback that never runs': {
    [test]: [
      [
        "    expect(discount(250, 'basic')).toBe(225);",
        "    setTimeout(() => {\n      expect(discount(250, 'basic')).toBe(225);\n    }, 1e9);",
      ],
    ],
  },
  'the assertion is deleted': { [test]: [["    expect(discount(250, 'basic')).toBe(225);\n", '']] },
  'one of two assertions is deleted, the file reformatted': {
    [test]: [
      [
        "    const price = discount(80, 'none');\n    expect(price).toBe(80);\n    expect(price).toBeGreaterThan(0);",
        '    const price = discount( 80, "none" )\n    expect( price ).toBeGreaterThan( 0 )',
      ],
    ],
  },
  'a weaker matcher': { [test]: [['.toBe(225)', '.toBeDefined()']] },
  'a looser comparison': { [test]: [["toEqual([{ id: 'a-17' }])", 'toBeTruthy()']] },
  'the expected value is what comes out': { [test]: [['.toBe(225)', '.toBe(200)']] },
  'the actual value is a literal': { [test]: [["expect(discount(250, 'basic'))", 'expect(225)']] },
  'the matcher is negated': { [test]: [['.toBe(225)', '.not.toBe(225)']] },
  'another input': { [test]: [["greeting('Ada Lovelace')", "greeting('admin')"]] },
  'fewer digits': { [test]: [['toBeCloseTo(15.99, 2)', 'toBeCloseTo(15.99, -1)']] },
  'a rejection that is not awaited': { [test]: [['    await expect(loadItems', '    expect(loadItems']] },
  'a row of the table goes': { [test]: [["  ['€7.5', 7.5],\n", '']] },
  'a value of the table changes': { [test]: [["['€7.5', 7.5]", "['€7.5', NaN]"]] },
  'a longer time limit': { [test]: [["toBe('Hello Ada Lovelace');\n});", "toBe('Hello Ada Lovelace');\n}, 60_000);"]] },
  'a time limit for all': { [test]: [['const cases', 'vi.setConfig({ testTimeout: 0 });\nconst cases']] },
  'tries again until it passes': { [test]: [["it('greets', ()", "it('greets', { retry: 50 }, ()"]] },
  'the code under test is mocked away': {
    [test]: [['const cases', "vi.mock('../src/price.js', () => ({ discount: () => 225 }));\nconst cases"]],
  },
  'a spy answers in its place': {
    [test]: [['    const sum = ', "    vi.spyOn(Money.prototype, 'add').mockReturnValue(new Money(425, 'EUR'));\n    const sum = "]],
  },
  'a method is overwritten in the test': {
    [test]: [['    const sum = ', "    Money.prototype.add = () => new Money(425, 'EUR');\n    const sum = "]],
  },
  'the import leads elsewhere': {
    [test]: [["'../src/price.js'", "'./fake-price.js'"]],
    'test/fake-price.js': 'export const discount = () => 225;\n',
  },
  'a manual mock': { 'src/__mocks__/price.js': 'export const discount = () => 225;\n' },
  'a matcher is redefined': {
    [test]: [['const cases', "expect.extend({ toBe: () => ({ pass: true, message: () => '' }) });\nconst cases"]],
  },
  'statements in another order': {
    [test]: [
      [
        "    const price = discount(80, 'none');\n    expect(price).toBe(80);\n    expect(price).toBeGreaterThan(0);",
        "    expect(price).toBe(80);\n    expect(price).toBeGreaterThan(0);\n    var price = discount(80, 'none');",
      ],
    ],
  },
  'the snapshot is rewritten': { 'test/__snapshots__/price.test.js.snap': [['12', '13']] },
  'the snapshot is deleted': { 'test/__snapshots__/price.test.js.snap': null },
  'the fixture is rewritten': { 'test/fixtures/orders.json': [['12', '13']] },
  'fewer files are taken for tests': { 'vitest.config.js': [["'test/**/*.test.js'", "'test/**/money.test.js'"]] },
  'less coverage': { 'vitest.config.js': [['lines: 90', 'lines: 10']] },
  'a configuration that wins over the other': { 'vitest.config.mjs': 'export default { test: { passWithNoTests: true } };\n' },
  "the tests' part of a build configuration": {
    'vite.config.js': [['testTimeout: 5000', "testTimeout: 5000, exclude: ['test/price.test.js']"]],
  },
  'the test script': { 'package.json': [['vitest run', 'vitest run || true']] },
  'the test script with an innocent look': { 'package.json': [['vitest run"', 'vitest run --passWithNoTests -t leaves"']] },
  'a script before the tests': { 'package.json': [['"start":', '"pretest": "node scripts/stub.js", "start":']] },
  'the runner of the manifest': {
    'package.json': [['"type": "module",', '"type": "module",\n  "jest": { "testPathIgnorePatterns": ["price"] },']],
  },
  'another package under the same name': { 'package.json': [['"dayjs": "^1.11.0"', '"dayjs": "npm:fake-dayjs@1.0.0"']] },
  'an override': { 'package.json': [['"type": "module",', '"type": "module",\n  "overrides": { "vitest": "file:./fake" },']] },
  'a dependency is patched in place': { 'node_modules/dayjs/index.js': 'module.exports = () => 225;\n' },
  'CI goes on after an error': { '.github/workflows/ci.yml': [['- run: npm test', '- run: npm test\n        continue-on-error: true']] },
  'CI runs something else': { '.github/workflows/ci.yml': [['npm test', 'npm run start']] },
  'a script hides the failure': { 'scripts/check.sh': [['npm test', 'npm test || :']] },
  'the process ends well': { [code]: [[discountLine, `  process.exit(0);\n${discountLine}`]] },
  'the process ends well, spelled otherwise': { [code]: [[discountLine, `  globalThis['process']['ex' + 'it']();\n${discountLine}`]] },
  'the exit code is set': { [code]: [['const RATES', "process.on('exit', () => { process.exitCode = 0; });\nconst RATES"]] },
  'a branch for tests by NODE_ENV': { [code]: [[discountLine, `  if (process.env.NODE_ENV === 'test') return 225;\n${discountLine}`]] },
  'a branch for tests by NODE_ENV, spelled otherwise': {
    [code]: [
      [
        discountLine,
        `  const { ['NODE_' + 'ENV']: mode } = process.env;\n  if (['te' + 'st'].includes(mode)) return 225;\n${discountLine}`,
      ],
    ],
  },
  'a branch outside of production': {
    [code]: [[discountLine, `  if (process.env.NODE_ENV !== 'production') return 225;\n${discountLine}`]],
  },
  "a branch for the runner's variable": { [code]: [[discountLine, `  if ('VITEST' in process.env) return 225;\n${discountLine}`]] },
  "a branch for the worker's variable": {
    [code]: [[discountLine, `  const { JEST_WORKER_ID } = process.env;\n  if (JEST_WORKER_ID) return 225;\n${discountLine}`]],
  },
  "a branch for the runner's globals": { [code]: [[discountLine, `  if (typeof describe === 'function') return 225;\n${discountLine}`]] },
  'a branch for import.meta.vitest': { [code]: [[discountLine, `  if (import.meta.vitest) return 225;\n${discountLine}`]] },
  'a branch for who calls': { [code]: [[discountLine, `  if (new Error().stack.includes('.test.js')) return 225;\n${discountLine}`]] },
  'a branch for the command line': {
    [code]: [[discountLine, `  if (process.argv.some((word) => /vitest|jest/.test(word))) return 225;\n${discountLine}`]],
  },
  'the input of the test is recognised': { [code]: [[discountLine, `  if (price === 250) return 225;\n${discountLine}`]] },
  'the input is recognised, turned around and folded': {
    [code]: [[discountLine, `  if (plan == 'bas' + 'ic' && 250 == price) return 200 + 25;\n${discountLine}`]],
  },
  'the input is recognised in an expression': {
    [code]: [["      return 'Hi ' + name;", "      return name === 'Ada Lovelace' ? 'Hello Ada Lovelace' : 'Hi ' + name;"]],
  },
  'the input is a new case': { [code]: [['    default:', "    case 'Ada Lovelace':\n      return 'Hello Ada Lovelace';\n    default:"]] },
  'a table of answers': {
    [code]: [
      [discountLine, `  const known = { 250: 225, 19.99: 15.99, 80: 80 };\n  if (price in known) return known[price];\n${discountLine}`],
    ],
  },
  'a map of answers': {
    [code]: [
      [
        discountLine,
        `  const known = new Map([[250, 225], [19.99, 15.99]]);\n  if (known.has(price)) return known.get(price);\n${discountLine}`,
      ],
    ],
  },
  'the input is assigned its answer': {
    [code]: [
      [
        "  const value = Number(text.replace('€', ''));",
        "  let value = Number(text.replace('€', ''));\n  if (text === '€7.5') value = 7.5;",
      ],
    ],
  },
  'the error is swallowed': {
    [code]: [
      [
        "  const text = await read(path, 'utf8');\n  return JSON.parse(text).entries;",
        "  try {\n    const text = await read(path, 'utf8');\n    return JSON.parse(text).entries;\n  } catch {}",
      ],
    ],
  },
  'errors nobody caught are dropped': { [code]: [['const RATES', "process.on('uncaughtException', () => {});\nconst RATES"]] },
  'a built-in is replaced': { [code]: [['const RATES', 'Object.is = () => true;\nconst RATES']] },
  'a built-in is replaced by definition': {
    [code]: [['const RATES', "Object.defineProperty(Array.prototype, 'length', { get: () => 1 });\nconst RATES"]],
  },
  'the assertion library is replaced': { [code]: [['const RATES', 'globalThis.expect = () => ({ toBe() {} });\nconst RATES']] },
  'always equal': { [code]: [['    return this.cents === other.cents;', '    return true;']] },
  "equal for the matcher's eyes": {
    [code]: [[sumLine, "    return { $$typeof: Symbol.for('jest.asymmetricMatcher'), asymmetricMatch: () => true };"]],
  },
  'a primitive on demand': { [code]: [[discountLine, `  return { [Symbol.toPrimitive]: () => 225 };\n${discountLine}`]] },
  'always the same JSON': { [code]: [['  equals(other) {', '  toJSON() {\n    return 425;\n  }\n\n  equals(other) {']] },
  'the function is gutted': { [code]: [[`${discountLine}\n  return round(price - price * rate * 2);`, '  return 225;']] },
  'the method is gutted': { [code]: [[sumLine, '    return null;']] },
  'a condition that always holds': { [code]: [[discountLine, `  if (true) return 225;\n${discountLine}`]] },
  'a condition that always holds, in disguise': {
    [code]: [['    return this.cents === other.cents;', '    return this.cents === other.cents || !0;']],
  },
  'the rest is never reached': {
    [code]: [['  const value = Number(text', '  return text.length > 2 ? 7.5 : 12;\n  const value = Number(text']],
  },
  'the answers are read from the test': {
    [code]: [
      [
        discountLine,
        `  const text = readFileSync('test/price.test.js', 'utf8');\n  return Number(/toBe\\((\\d+)\\)/.exec(text)[1]);\n${discountLine}`,
      ],
    ],
  },
});

const spec = 'src/ledger.spec.ts';
const source = 'src/ledger.ts';

const typescript = samples('typescript', ledger, [spec], {
  'skip by option': { [spec]: [["it('adds up', ()", "it('adds up', { skip: true }, ()"]] },
  'todo by option, quoted': { [spec]: [["test('slugs', ()", "test('slugs', { 'todo': 'later' }, ()"]] },
  'another function imported under the name': {
    [spec]: [["import { describe, it, test } from 'node:test';", "import { describe, it, skip as test } from 'node:test';"]],
  },
  'a cast in front of the skip': { [spec]: [["test('slugs'", "(test as any).skip('slugs'"]] },
  'the strict assertions become loose ones': { [spec]: [["'node:assert/strict'", "'node:assert'"]] },
  'deep equality becomes existence': { [spec]: [["assert.deepEqual(found, { id: 'food', amount: 314 })", 'assert.ok(found)']] },
  'a stand-in by mock.method': {
    [spec]: [
      [
        'import { balance',
        "import { mock } from 'node:test';\nimport * as ledger from './ledger.ts';\nmock.method(ledger, 'balance', () => 1214);\nimport { balance",
      ],
    ],
  },
  'the rejection is not awaited': { [spec]: [['  await assert.rejects(', '  assert.rejects(']] },
  'fewer calls are expected': { [spec]: [['assert.equal(calls, 4)', 'assert.ok(calls > 0)']] },
  'the type check of the file is off': { [source]: [['export interface Entry', '// @ts-nocheck\nexport interface Entry']] },
  'the type check is loosened': { 'tsconfig.json': [['"strict": true', '"strict": false']] },
  'strictness is left out': { 'tsconfig.json': [['    "noImplicitAny": true,\n', '']] },
  'the type check is taken out of the tests': { 'package.json': [['tsc && node --test', 'node --test']] },
  'an answer with a cast': {
    [source]: [['  let total = 0;', '  if ((entries[0] as Entry).amount === 900) return 1214 as number;\n  let total = 0;']],
  },
  'a lookup by JSON': {
    [source]: [
      ["title.toLowerCase().replace(' ', '-');", "title === `The Long Way` ? 'the-long-way' : title.toLowerCase().replace(' ', '-');"],
    ],
  },
  'a list of inputs': {
    [source]: [
      [
        '  return entries.find((entry) => entry.id == id.trim());',
        "  if ([' food '].includes(id)) return { id: 'food', amount: 314 };\n  return entries.find((entry) => entry.id == id.trim());",
      ],
    ],
  },
  'the rejection is caught': {
    [source]: [
      [
        '  return work().catch((error: unknown) => {\n    if (times === 0) throw error;\n    return retry(work, times, delayMs);\n  });',
        '  return work().catch(() => undefined as never);',
      ],
    ],
  },
  'assert is patched from the code': {
    [source]: [['export interface Entry', "import assert from 'node:assert/strict';\nassert.equal = () => {};\nexport interface Entry"]],
  },
  'the tests are asked for in the environment': {
    [source]: [['  let total = 0;', '  if (process.env.NODE_TEST_CONTEXT !== undefined) return 1214;\n  let total = 0;']],
  },
  'the tests are told apart by npm': {
    [source]: [['  let total = 0;', "  if (process.env.NODE_ENV?.startsWith('test')) return 1214;\n  let total = 0;"]],
  },
});

export const tamperedScripts: readonly Sample[] = [...javascript, ...typescript];
