import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admitted, componentOf } from '../../../src/engine/templates/component/index.ts';
import { generateCandidates } from '../../../src/engine/templates/index.ts';
import { parseFile, walk } from '../../../src/engine/templates/tree.ts';
import { apply, input } from './ranks.ts';

const vue = (text: string) => ({ path: 'src/A.vue', text });

function read(text: string) {
  const component = componentOf(vue(text));
  if (component === null) throw new Error('no component');
  return component;
}

const pieces = (text: string) => read(text).regions.map(({ kind, start, end }) => [kind, text.slice(start, end)]);

describe('a component is a program in its places', () => {
  it('with both of its scripts, and nothing of its style', () => {
    const text =
      "<script>\nexport const a = 1;\n</script>\n<style>\nb { color: red }\n</style>\n<script setup lang='ts'>\nconst c: number = await a;\n</script>\n";
    expect(pieces(text)).toEqual([
      ['script', '\nexport const a = 1;\n'],
      ['script', '\nconst c: number = await a;\n'],
    ]);
    const found = [...walk(parseFile(vue(text)) ?? expect.fail('no program'))].filter(({ node }) => node.type === 'VariableDeclarator');
    expect(found.map(({ start, end, line }) => [text.slice(start, end), line])).toEqual([
      ['a = 1', 2],
      ['c: number = await a', 8],
    ]);
  });

  it('with the expressions of its template', () => {
    const text = `<template>
  <p v-if="a > 1"
     :title='b'>{{ c }} and {{ d.e }}</p>
  <ul v-else><li v-for="(x, i) in xs" :key="x.id" @click="i++; go(x)">{{ x.name }}</li></ul>
  <A v-for="y of ys" @done="go" #item="{ z }">{{ z + y }}</A>
  <B v-if="f"/>
</template>`;
    expect(pieces(text)).toEqual([
      ['expression', 'a > 1'],
      ['expression', 'b'],
      ['expression', ' c '],
      ['expression', ' d.e '],
      ['names', 'x, i'],
      ['expression', 'xs'],
      ['tag', ''],
      ['expression', 'x.id'],
      ['handler', 'i++; go(x)'],
      ['expression', ' x.name '],
      ['names', 'y'],
      ['expression', 'ys'],
      ['tag', ''],
      ['handler', 'go'],
      ['expression', ' z + y '],
      ['expression', 'f'],
    ]);
    const program = parseFile(vue(text)) ?? expect.fail('no program');
    expect([...walk(program)].filter(({ node }) => node.type === 'IfStatement').map(({ line }) => line)).toEqual([2, 6]);
  });

  it.each([
    ['a comment', '<!-- <script>no</script> -->'],
    ['an attribute', '<docs text="<script>no</script>"></docs>'],
    ['a block of its own', '<docs>no</docs>'],
    ['another language', '<script lang="coffee">no</script>'],
    ['a file of its own', '<script src="./a.js">no</script>'],
    ['a template of another language', '<template lang="pug">p {{ no }}</template>'],
    ['what is shown as it is', '<template><p v-pre>{{ no }}</p></template>'],
    ['a comment of the template', '<template><!-- {{ no }} --></template>'],
    ['entities', '<template><p :a="no &amp;&amp; no"/></template>'],
    ['what is no expression', '<template>{{ no no }}</template>'],
    ['a tag that never ends', '<script no'],
    ['a script that never ends', '<script>no'],
    ['a template that never ends', '<template><p>'],
  ])('but for %s', (_, text) => {
    expect(pieces(text).filter(([, code]) => code?.includes('no'))).toEqual([]);
  });

  it('of which a comment takes nothing that is behind it', () => {
    const text = `<template>{{ a // b }}<li v-for="x in xs // y" @click="go() // now">{{ c + 'https://d' }}</li></template>`;
    expect(pieces(text)).toEqual([['expression', " c + 'https://d' "]]);
    expect(parseFile(vue(text))).not.toBeNull();
  });

  it('of Svelte has its scripts', () => {
    const text = '<script lang="ts">\n  let a: number = 1;\n</script>\n<svelte:head><script>no</script></svelte:head>\n<p>{a < 2}</p>\n';
    expect(componentOf({ path: 'A.svelte', text })?.regions.map(({ start, end }) => text.slice(start, end))).toEqual([
      '\n  let a: number = 1;\n',
    ]);
    expect(parseFile({ path: 'A.svelte', text })).not.toBeNull();
  });

  const part = fc.oneof(
    fc.constantFrom('<script>', '</script>', '<script setup lang="ts">', '<template>', '</template>', '<style>', '<!--', '-->', '{{', '}}'),
    fc.constantFrom(
      '<p v-if="a">',
      '</p>',
      '<li v-for="x in xs" :key="x">',
      '</li>',
      '<A #b="{ c }" />',
      "@click='d'",
      '"',
      "'",
      '>',
      '/>',
      '\n',
    ),
    fc.constantFrom('const a = 1;', '`${', 'a && b', '<', '&amp;', '\r\n', '\u2028', '= '),
    fc.string({ maxLength: 6 }),
  );
  const hostile = fc.array(part, { maxLength: 40 }).map((parts) => parts.join(''));

  it('whatever is in it: all stands where the file has it, and nothing throws', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { code, regions } = read(text);
        expect(code.length).toBe(text.length);
        expect([...code.matchAll(/[\n\r\u2028\u2029]/g)].map(({ index }) => index)).toEqual(
          [...text.matchAll(/[\n\r\u2028\u2029]/g)].map(({ index }) => index),
        );
        let behind = 0;
        for (const { start, end } of regions) {
          expect(start).toBeGreaterThanOrEqual(behind);
          behind = end;
          expect(code.slice(start, end)).toBe(text.slice(start, end));
        }
        for (const site of [parseFile(vue(text))].flatMap((program) => (program === null ? [] : [...walk(program)]))) {
          if (site.node.type === 'Identifier') expect(text.slice(site.start, site.end)).toContain(site.node.name.slice(0, 1));
        }
      }),
    );
  });

  it('and is changed in its code alone', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const file = vue(
          `<template><p v-if="a && b">{{ c }}</p></template>\n<script>\nfunction f(n) { return n > 1; }\n</script>\n${text}`,
        );
        for (const each of generateCandidates(input(file.text, { files: [file] })).slice(0, 30)) {
          const { regions } = read(file.text);
          expect(regions.some(({ start, end }) => start <= each.start && each.end <= end)).toBe(true);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('what may be put into an attribute', () => {
  const text = `<template><p :a="bee" :c='dee'>{{ eff }}</p></template>`;
  const put = (old: string, made: string) => {
    const start = text.indexOf(old);
    return admitted(text, read(text).regions, { start, end: start + old.length, text: made })?.text ?? null;
  };
  it.each([
    ['bee', '"x"', "'x'"],
    ['dee', "'x'", '"x"'],
    ['bee', `"it's"`, null],
    ['eff', '{ a: {}}', null],
    ['eff', '"x"', '"x"'],
    ['bee', 'f(', null],
    ['bee', '', null],
    ['p', 'div', null],
  ])('for %s, %s becomes %s', (old, made, expected) => {
    const at = old === 'p' ? 'p :a' : old;
    expect(put(at, made)).toBe(expected);
  });

  it('leaves a component that Vue reads', () => {
    const component =
      '<script setup>\nconst list = [{ id: 1, name: "a" }];\n</script>\n<template>\n<p v-for="x in list">{{ x.name }}</p>\n</template>\n';
    const texts = generateCandidates(input(component, {}, 'src/A.vue')).map((each) => apply(component, each));
    expect(texts).toContain(component.replace('in list"', 'in list" :key="x.id"'));
    for (const made of texts) expect(parseFile(vue(made))).not.toBeNull();
  });
});
