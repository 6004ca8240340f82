// Lines of what a loader made, which no source map explains.
import { stripTypeScriptTypes } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepsLines } from '../../../src/suite/ecosystems/javascript/source-lines.ts';

const typed = `export interface Named { readonly name: string }

export function twice(value: number, named?: Named): number {
  const doubled: number = value + value;
  return doubled;
}
`;
const plain = `import { add } from './add.js';
export function twice(value) {
  const doubled = add(value, value);
  return doubled;
}
`;
/** As the package esm makes it: a function around the module, whose imports are read of an object. */
const wrapped = `(function (exports, require, module) { const _1=exports;_1.r((function *(exports,require){"use strict";_1.x([["twice",()=>twice]]);yield;
function twice(value) {
  const doubled = _1.e("add",add)(value, value);
  return doubled;
}

}))
});`;

describe('a loader keeps the lines of a file', () => {
  it('where Node takes types away', () => {
    const made = `${stripTypeScriptTypes(typed)}\n\n//# sourceURL=file:///x/src/twice.ts`;
    expect(made).not.toContain('number');
    expect(keepsLines(made, typed)).toBe(true);
  });

  it('where a module becomes a function', () => {
    expect(keepsLines(wrapped, plain)).toBe(true);
  });
});

describe('it does not', () => {
  it.each([
    ['where all is one line', plain.replaceAll('\n', ' ')],
    ['where lines are added in between', plain.replace('\nexport', '\n\n\nexport')],
    ['where the lines are others', plain.split('\n').toReversed().join('\n')],
    ['where there is nothing', ''],
  ])('%s', (_, made) => {
    expect(keepsLines(made, plain)).toBe(false);
  });

  it('throw, whatever both are', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (made, file) => typeof keepsLines(made, file) === 'boolean'));
  });
});
