import { describe, expect, it } from 'vitest';
import { isEditableSource } from '../../../src/engine/conventions.ts';
import { isEligible } from '../../../src/engine/templates/eligible.ts';

describe('code that candidates may edit', () => {
  it.each([
    ['src/chunks.py', 'def chunks(values):\n    it = iter(values)\n    return list(it)\n'],
    ['lib/chunks.js', 'exports.first = (values) => {\n  const it = values[Symbol.iterator]();\n  return it.next().value;\n};\n'],
    ['lib/chunks.rb', 'def first(values)\n  it = values.each\n  it.next\nend\n'],
  ])('may iterate over what it calls `it`: %s', (path, text) => {
    expect(isEligible({ path, text })).toBe(true);
  });

  it.each([
    ['lib/scope.py', 'def bare(name):\n    """Use those that wrap it (`is_typing` before all), or describe (\'x\')."""\n    return name\n'],
    ['lib/scope.js', "// Others wrap it (`isTyping`).\nexports.bare = (name) => name; // see it ('here')\n"],
    [
      'lib/add.js',
      "/**\n * @example\n * import { expect } from 'chai'\n * it('adds', () => expect(add(1, 2)).to.equal(3))\n */\nexports.add = (a, b) => a + b;\n",
    ],
  ])('may speak of it, or show how it is tested: %s', (path, text) => {
    expect(isEligible({ path, text })).toBe(true);
    expect(isEditableSource(path, text)).toBe(true);
  });

  it.each([
    ['lib/runner.js', 'global.it = function (name, run) { run(); };\n'],
    ['lib/runner.ts', 'export const describe = (name: string, run: () => void) => run();\n'],
    ['lib/own.js', "it('adds', () => {});\n"],
    ['lib/shared.js', "module.exports = (name) => {\n  return describe('sums of ' + name, () => {});\n};\n"],
    ['lib/shared.mjs', "export default async () => {\n  await it('adds', () => {});\n};\n"],
    ['lib/global.js', "globalThis.describe('sums', () => {});\n"],
    ['lib/chai.js', "/* eslint-env mocha */ const { expect } = require('chai');\n"],
    ['lib/licence.js', "/*\n * Licence\n */ const { expect } = require('chai');\n"],
    ['lib/text.js', "const glob = `\n/**/*.js`;\nconst { expect } = require('chai');\n"],
    ['src/sums.php', "<?php\ndescribe('sums', function () {\n    it('adds', fn () => expect(2)->toBe(2));\n});\n"],
    ['lib/sums.rb', "RSpec.describe('sums') do\nend\n"],
    ['lib/chunks.py', 'import unittest\n\nclass T(unittest.TestCase):\n    pass\n'],
  ])('defines no tests: %s', (path, text) => {
    expect(isEligible({ path, text })).toBe(false);
  });

  it('is told at once from tests, however many remarks it has', () => {
    const text = `${'//\n'.repeat(40_000)}${'\n'.repeat(60_000)}exports.add = (a, b) => a + b;\n`;
    const begun = performance.now();
    expect(isEditableSource('lib/add.js', text) && isEligible({ path: 'lib/add.js', text })).toBe(true);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});
