// What a candidate moves keeps its comments, and comes to stand behind none.
import { describe, expect, it } from 'vitest';
import { generateCandidates } from '../../../src/engine/templates/index.ts';
import { apply, input } from './ranks.ts';

describe('statements that are moved', () => {
  const madeOf = (text: string, testText = '') => {
    const given = input(text, { testSources: [{ path: 'test/a.test.js', text: testText }] });
    return generateCandidates(given).map((each) => apply(text, each).replace(/ +$/gm, ''));
  };

  it('take along what is said between them', () => {
    const ways = 'function f(a, b) {\n  if (a) {\n    x();\n  } else if (b) {\n    y();\n  } else {\n    // why\n    z(); // so\n  }\n}\n';
    expect(madeOf(ways)).toContain(
      'function f(a, b) {\n  if (a) {\n    x();\n  } else {\n    if (b) {\n      y();\n    }\n    // why\n    z(); // so\n  }\n}\n',
    );
  });

  it('leave what follows on their line outside of a comment above', () => {
    const block = 'function f(a, b, c) {\n  if (a) {\n    // why\n    if (b) return; c();\n  }\n  d();\n}\n';
    expect(madeOf(block)).toContain('function f(a, b, c) {\n  if (a) {\n    // why\n     c();\n  }\n  if (b) return;\n  d();\n}\n');
    const named = 'function f(a) {\n  // why\n  const limit = 80; use(a, limit);\n  return a;\n}\n';
    expect(madeOf(named, 'f(1, 2)')).toContain('function f(a, limit = 80) {\n  // why\n   use(a, limit);\n  return a;\n}\n');
  });
});

it('the name of a property is held within no list', () => {
  const text = "function f(object, name) {\n  return object['_' + name];\n}\n";
  expect(generateCandidates(input(text)).filter(({ template }) => template === 'index within its list')).toEqual([]);
});
