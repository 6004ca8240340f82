// Mistakes of libraries, as their users meet them: what callers give, what comes from elsewhere, ways out that one way lacks.
import { describe, expect, it } from 'vitest';
import { generateCandidates, type TemplateInput } from '../../../src/engine/templates/index.ts';
import { input, rankOf, red } from './ranks.ts';

const store = `class Store {
  put(key, value) {
    check(key);
    const entry = { value, at: this.now() };
    this.journal(key, entry);
    const old = this.entries.get(key) ?? none(key);
    this.entries.set(key, entry);
    return old;
  }

  async putLater(key, value) {
    check(key);
    const entry = { value, at: this.now() };
    this.journal(key, entry);
    const old = this.entries.get(key) ?? none(key);
    await pause();
    this.entries.set(key, entry);
    return old;
  }
}
`;
type Case = readonly [name: string, right: string, part: string, wrong: string, more: Partial<TemplateInput>];

const cases: readonly Case[] = [
  [
    "options that are the caller's own",
    `export function render(template, options = {}) {
  if (template === '') return '';

  options = { ...options };
  if (options.compact) {
    options.indent = 0;
    options.newline = '';
  }
  return write(template, options);
}
`,
    '  options = { ...options };\n',
    '',
    {},
  ],
  [
    'settings of the caller, in older words',
    `function connect(target, settings) {
  var port = target.port;
  settings = Object.assign({}, settings);
  settings.port = port;
  settings.host = settings.host || 'localhost';
  return open(settings);
}
`,
    '  settings = Object.assign({}, settings);\n',
    '',
    {},
  ],
  [
    'a number of places that is asked for',
    `Price.prototype.format = function (places) {
  var sign = this.cents < 0 ? '-' : '';
  places = places || 2;
  return sign + (Math.abs(this.cents) / 100).toFixed(places);
};
`,
    "function (places) {\n  var sign = this.cents < 0 ? '-' : '';\n  places = places || 2;",
    "function () {\n  var sign = this.cents < 0 ? '-' : '';\n  var places = 2;",
    { testSources: [{ path: 'test/a.test.js', text: "equal(new Price(1234).format(1), '12.3');\nequal(new Price(1).format(), '0.01');" }] },
  ],
  [
    'a limit that is asked for',
    `export function shorten(text, limit = 80) {
  if (text.length <= limit) return text;
  return text.slice(0, limit - 1) + '…';
}
`,
    'shorten(text, limit = 80) {\n',
    'shorten(text) {\n  const limit = 80;\n',
    { testSources: [{ path: 'test/a.test.js', text: "equal(shorten('abcdef', 4), 'abc…');" }] },
  ],
  [
    'a date of another realm',
    `export function show(value) {
  if (Object.prototype.toString.call(value) === '[object Date]') return value.toISOString();
  return String(value);
}
`,
    "Object.prototype.toString.call(value) === '[object Date]'",
    'value instanceof Date',
    {},
  ],
  [
    'a promise of another library',
    `export function then(result, next) {
  if (typeof result?.then === 'function') return result.then(next);
  return next(result);
}
`,
    "typeof result?.then === 'function'",
    'result instanceof Promise',
    {},
  ],
  [
    'a list of another realm',
    `export function flat(value) {
  if (Array.isArray(value)) return value.flatMap(flat);
  return [value];
}
`,
    'Array.isArray(value)',
    'value instanceof Array',
    {},
  ],
  [
    'a place that ends with the list',
    `export function bin(values, bins, low, step) {
  const last = bins.length - 1;
  for (const value of values) {
    bins[Math.min(last, Math.floor((value - low) / step))].push(value);
  }
  return bins;
}
`,
    'Math.min(last, Math.floor((value - low) / step))',
    'Math.floor((value - low) / step)',
    {
      failing: [
        red("TypeError: Cannot read properties of undefined (reading 'push')", {
          expected: null,
          actual: null,
          frames: [{ path: 'src/a.js', line: 4, column: null, function: null }],
        }),
      ],
    },
  ],
  [
    'a buffer is no text',
    `export function lines(chunk, separator) {
  const list = chunk.toString().split(separator);
  return list.filter(Boolean);
}
`,
    'chunk.toString().split',
    'chunk.split',
    {
      failing: [
        red('TypeError: chunk.split is not a function', {
          expected: null,
          actual: null,
          frames: [{ path: 'src/a.js', line: 2, column: null, function: null }],
        }),
      ],
    },
  ],
  [
    'a number is no text',
    `export function isPath(keys, at) {
  return String(keys[at]).indexOf('.') >= 0;
}
`,
    'String(keys[at])',
    'keys[at]',
    {
      failing: [
        red('TypeError: keys[at].indexOf is not a function', {
          expected: null,
          actual: null,
          frames: [{ path: 'src/a.js', line: 2, column: null, function: null }],
        }),
      ],
    },
  ],
  [
    'what begins anew in either case',
    `export function groups(list) {
  let open = [];
  const all = [];
  for (const each of list) {
    if (each.key === open[0]?.key) {
      open.push(each);
    } else {
      if (open.length > 1) {
        all.push(open);
      }
      open = [each];
    }
  }
  return all;
}
`,
    `} else {
      if (open.length > 1) {
        all.push(open);
      }
      open = [each];
    }`,
    `} else if (open.length > 1) {
      all.push(open);
    } else {
      open = [each];
    }`,
    {},
  ],
  [
    'a check for either way',
    `export function read(data, end, open) {
  let start = 0;
  if (open) {
    const at = open(data);
    if (at < 0) throw new Error('broken');
    start = at;
  }
  if (start === end) return null;
  return data.slice(start, end);
}
`,
    `    start = at;
  }
  if (start === end) return null;
`,
    `    if (at === end) return null;
    start = at;
  }
`,
    {},
  ],
  [
    'a mark that is written in another way',
    `export function clean(path) {
  return decodeURI(path).replace(/\\\\/g, '%5C');
}
`,
    ".replace(/\\\\/g, '%5C')",
    '',
    { failing: [red(null, { expected: "'/a%5Cb'", actual: "'/a\\\\b'", frames: [] })] },
  ],
  [
    'a copy of its kind',
    `export function clone(value) {
  const copy = Object.create(Object.getPrototypeOf(value));
  for (const key of Object.keys(value)) copy[key] = value[key];
  return copy;
}
`,
    'Object.create(Object.getPrototypeOf(value))',
    'new value.constructor()',
    {},
  ],
  [
    'only when there is one',
    `export function drain(stream, state) {
  if (!stream.push(state.chunk)) {
    if (state.callback)
      stream.waiting = state.callback;
    state.callback = null;
  }
}
`,
    '    if (state.callback)\n      stream',
    '    stream',
    {},
  ],
  [
    'what is nothing is no number',
    `export function within(values, low, high) {
  const found = [];
  for (const value of values) {
    if (value != null && low <= value && value <= high) found.push(value);
  }
  return found;
}
`,
    'value != null && ',
    '',
    { failing: [red('it failed', { expected: '[ 1, 2 ]', actual: '[ 1, null, 2 ]' })] },
  ],
  [
    'a step that its sibling takes',
    store,
    `    this.journal(key, entry);
    const old = this.entries.get(key) ?? none(key);
    await`,
    `    const old = this.entries.get(key) ?? none(key);
    await`,
    {},
  ],
  ['a value that its sibling has', store, 'this.entries.get(key) ?? none(key);\n    await', 'this.entries.get(key);\n    await', {}],
  [
    'settings that go on',
    `function segments(path, { windows } = {}) {
  return path.split(windows ? /[\\\\/]/ : '/');
}
export function last(path, options) {
  return segments(path, options).pop();
}
`,
    'segments(path, options)',
    'segments(path)',
    {},
  ],
  [
    'a parameter that goes on',
    `class Shelf {
  take(count, before) {
    return this.books.filter((book) => before === undefined || book.year < before).slice(0, count);
  }

  first(count, before) {
    return this.take(count, before);
  }
}
`,
    'this.take(count, before)',
    'this.take(count)',
    {},
  ],
  [
    'what a recursion finds within a loop',
    `export function find(test, nodes) {
  for (const node of nodes) {
    if (test(node)) return node;
    if (node.children.length > 0) {
      const found = find(test, node.children);
      if (found) return found;
    }
  }
  return null;
}
`,
    'const found = find(test, node.children);\n      if (found) return found;',
    'return find(test, node.children);',
    {},
  ],
  [
    'a list that a helper takes for an object',
    `import { isObjectLike } from './kinds.js';
export function fieldsOf(value, known) {
  if (!isObjectLike(value) || Array.isArray(value)) {
    return [];
  }
  return Object.keys(value).filter((key) => known.has(key));
}
`,
    '!isObjectLike(value) || Array.isArray(value)',
    '!isObjectLike(value)',
    {},
  ],
  [
    'what a text only begins with',
    `export function remove(node, segment) {
  if (segment === '*') {
    node.param = undefined;
    return;
  }
  if (segment.startsWith('**')) {
    node.wildcard = undefined;
    return;
  }
  delete node.fixed[segment];
}
`,
    "segment.startsWith('**')",
    "segment === '**'",
    {},
  ],
  [
    'another piece that a text is asked for',
    `export function linked(word, rest) {
  if (word.includes('@') && !word.startsWith('www.') && !word.startsWith('@') && rest.test(word)) {
    return 'mailto:' + word;
  }
  return word;
}
`,
    " && !word.startsWith('@')",
    '',
    {},
  ],
  [
    'what a member is given elsewhere',
    `export class Scopes {
  bind(name, node) {
    this.names.get(name).used = [this.scope, node];
  }

  load(name, node) {
    if (this.skipped.has(name)) {
      this.names.get(name).used = [this.scope, node];
      return;
    }
    this.names.get(name).used = [this.scope, node];
  }
}
`,
    'if (this.skipped.has(name)) {\n      this.names.get(name).used = [this.scope, node]',
    'if (this.skipped.has(name)) {\n      this.names.get(name).used = true',
    {},
  ],
  [
    'characters of another kind beside one',
    `const WORD = /[\\p{Alphabetic}\\p{Nd}]+/gu;
export const words = (text) => text.match(WORD) ?? [];
export const capital = (text) => text.replace(WORD, (word) => word.charAt(0).toUpperCase() + word.slice(1));
`,
    '[\\p{Alphabetic}\\p{Nd}]+',
    '\\p{Alphabetic}+',
    {},
  ],
];

describe('of libraries', () => {
  it.each(cases)('%s is among the first', (_name, right, part, wrong, more) => {
    const text = right.replace(part, () => wrong);
    expect(text).not.toBe(right);
    const path = 'src/a.js';
    const at = right.slice(0, right.indexOf(part)).split('\n').length;
    // As coverage tells it: what stands around the fault is suspected more than the rest.
    const suspects = text.split('\n').map((_, line) => ({ path, line: line + 1, score: Math.abs(line + 1 - at) <= 6 ? 1 : 0.5 }));
    const rank = rankOf(right, input(text, { suspects, ...more }));
    expect(rank).toBeGreaterThan(0);
    expect(rank).toBeLessThanOrEqual(30);
  });

  const templatesOf = (text: string, more: Partial<TemplateInput> = {}) =>
    new Set(generateCandidates(input(text, more)).map(({ template }) => template));

  it('what is given to be changed is seldom copied, and what is a copy already never', () => {
    const changes = (name: string, before = '') => `export function fill(${name}) {\n  ${before}${name}.size = 1;\n  return ${name};\n}\n`;
    const rank = (text: string) => generateCandidates(input(text)).findIndex(({ template }) => template === 'copy of what was given');
    expect(rank(changes('target'))).toBeGreaterThan(rank(changes('options')));
    expect(rank(changes('options', 'options = { ...options };\n  '))).toBe(-1);
    expect(rank(changes('options', 'options = Object.assign({}, options);\n  '))).toBe(-1);
    // Another name's value, or the same with one by default, is no copy.
    expect(
      rank(changes('first, options', "if (typeof first === 'object') options = first;\n  options = options || {};\n  ")),
    ).toBeGreaterThan(-1);
  });

  it('a function that is given no more than it names keeps its parameters', () => {
    const text = 'export function shorten(text) {\n  const limit = 80;\n  return text.slice(0, limit);\n}\n';
    const tests = (call: string) => ({ testSources: [{ path: 'test/a.test.js', text: `equal(${call}, 'a');` }] });
    expect(templatesOf(text, tests("shorten('a, b')"))).not.toContain('argument named by nobody');
    expect(templatesOf(text, tests("shorten(join(['a', 'b'], '-'), )"))).not.toContain('argument named by nobody');
    expect(templatesOf(text, tests("shorten('a', 2)"))).toContain('argument named by nobody');
  });

  it('no other value is offered for what is true or false', () => {
    const made = (text: string) => generateCandidates(input(text)).filter((each) => each.text.includes('??'));
    expect(made("const isOne = (a, b) => a === '.' || b(a);\n").filter(({ template }) => template === 'logical operator')).toEqual([]);
    expect(made('const one = (a, b) => a || b(a);\n').map(({ template }) => template)).toContain('logical operator');
  });

  it('texts that differ in words are not written anew', () => {
    const text = 'export const greet = (name) => hello(name);\n';
    const told = (expected: string, actual: string) => ({ failing: [red('it failed', { expected, actual })] });
    expect(templatesOf(text, told("'hello you'", "'hello me'"))).not.toContain('mark written otherwise');
    expect(templatesOf(text, told("'hello%20you'", "'hello you'"))).toContain('mark written otherwise');
  });
});
