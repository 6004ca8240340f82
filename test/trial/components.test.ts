// Components as vitest runs them, with Vue's own plugin and a DOM.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rankSuspects } from '../../src/suite/index.ts';
import { modules } from '../suite/further-runners.ts';
import { makeStage } from './stage.ts';

const needed = ['vitest', 'vue', '@vitejs/plugin-vue', 'happy-dom'];
const missing = needed.every((name) => existsSync(resolve(modules, name, 'package.json')))
  ? null
  : `${needed.join(', ')} are not all installed: npm ci --prefix test/runners`;

if (missing !== null) console.warn(`skipped: ${missing}`);

const counter = `<script setup>
import { computed, ref } from 'vue';

const props = defineProps({ most: { type: Number, default: 2 } });
const count = ref(0);
const isFull = computed(() => count >= props.most);

function more() {
  count.value += 1;
}
</script>

<template>
  <button :disabled="isFull" @click="more">{{ count }}</button>
  <p v-if="!isFull">more</p>
</template>
`;

const test = `import { afterEach, expect, it } from 'vitest';
import { createApp, nextTick } from 'vue';
import Counter from '../src/Counter.vue';

function shown(props) {
  const root = document.createElement('div');
  document.body.append(root);
  createApp(Counter, props).mount(root);
  return { root, press: () => { root.querySelector('button').click(); return nextTick(); } };
}

it('counts', async () => {
  const { root, press } = shown();
  await press();
  expect(root.querySelector('button').textContent).toBe('1');
});

it('ends', async () => {
  const { root, press } = shown({ most: 1 });
  expect(document.querySelectorAll('button').length).toBeLessThan(3);
  expect(root.textContent).toContain('more');
  await press();
  expect(root.querySelector('button').disabled).toBe(true);
  expect(root.textContent).not.toContain('more');
});
`;

const files = (component: string) => ({
  'package.json': JSON.stringify({ name: 'counter', private: true, type: 'module', scripts: { test: 'vitest run' } }),
  'vitest.config.js': `import vue from '@vitejs/plugin-vue';\nexport default { plugins: [vue()], test: { environment: 'happy-dom' } };\n`,
  'src/Counter.vue': component,
  'test/counter.test.js': test,
});

describe.skipIf(missing !== null)(`components of Vue${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  it.each([
    ['its script', counter, 'count >=', 'count.value >=', 6],
    [
      'its template',
      counter.replace('count >=', 'count.value >=').replace('v-if="!isFull"', 'v-if="isFull"'),
      '"isFull">more',
      '"!isFull">more',
      15,
    ],
  ])(
    'are suspected in %s, and judged warm as by processes of their own',
    { timeout: 120_000 },
    async (_, component, wrong, right, line) => {
      await using stage = await makeStage(files(component), ['vitest', 'vue', '@vitejs', '@vue', 'happy-dom'], {
        modules,
      });
      expect(stage.failing.map(({ id }) => id)).toEqual(['test/counter.test.js > ends']);
      const { coverage } = await stage.suite.run(stage.workspace.root, {
        scope: 'all',
        failing: stage.failing,
        coverage: true,
        timeoutMs: 60_000,
      });
      const suspects = rankSuspects(coverage, stage.failing, 20).filter(({ path }) => path === 'src/Counter.vue');
      expect(suspects.map((suspect) => suspect.line)).toContain(line);

      const start = component.indexOf(wrong);
      const edit = (text: string) => ({ label: text, edits: [{ path: 'src/Counter.vue', start, end: start + wrong.length, text }] });
      const others = Array.from({ length: 20 }, (_, at) => edit(wrong.replace(/\w+/, (name) => `${name}.no${at}`)));
      const report = await stage.judge([...others, edit(right), edit(wrong), edit('<')], { workers: 1 }, { confirm: false });
      expect(report.notWarm).toBeNull();
      expect(report.warm).toBeGreaterThan(15);
      expect(report.verdicts.map(({ kind }) => kind).slice(20)).toEqual(['green', 'red', expect.stringMatching(/red|invalid/)]);
      const cold = await stage.judge([edit(right), edit(wrong)], { workers: 1, warm: false });
      expect(cold.verdicts.map(({ kind }) => kind)).toEqual(['green', 'red']);
    },
  );
});

// As testing libraries clean up behind each test, React listens to what holds a portal, and tests stand in for what a document lacks.
const tidy = `afterEach(() => document.body.replaceChildren());
export function press(text, pressed) {
  const button = Object.assign(document.createElement('button'), { textContent: text, pressed });
  document.body.append(button);
  if (document.body.heard) return;
  document.body.heard = true;
  document.body.addEventListener('click', (event) => event.target.pressed?.());
}
`;

const share = (wrong: string) => ({
  'package.json': JSON.stringify({ name: 'share', private: true, type: 'module', scripts: { test: 'vitest run' } }),
  'vitest.config.js': `export default { test: { environment: 'happy-dom', globals: true } };\n`,
  'node_modules/tidy/package.json': JSON.stringify({ name: 'tidy', type: 'module', exports: './index.js' }),
  'node_modules/tidy/index.js': tidy,
  'src/share.js': `import { press } from 'tidy';
export const share = (text) => press(text, () => navigator.share({ text: ${wrong} }));
`,
  'test/share.test.js': `import { share } from '../src/share.js';
it.each(['one', 'two', 'three'])('shares %s', (text) => {
  const said = [];
  if (text === 'one') Object.defineProperty(navigator, 'share', { value: ({ text }) => said.push(text), writable: true });
  else navigator.share = ({ text }) => said.push(text);
  share(text);
  expect(document.querySelectorAll('button').length).toBe(1);
  document.querySelector('button').click();
  expect(said).toEqual([text]);
});
`,
});

const own = (wrong: string) => ({
  ...share(wrong),
  'src/share.js': `class Own extends HTMLElement { connectedCallback() { const text = this.title; this.textContent = ${wrong}; } }
if (!customElements.get('x-own')) customElements.define('x-own', Own);
`,
  'test/share.test.js': `import '../src/share.js';
it('shows', () => {
  document.body.append(Object.assign(document.createElement('x-own'), { title: 'one' }));
  expect(document.body.textContent).toBe('one');
});
`,
});

describe.skipIf(missing !== null)(`a document that is kept${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  it.each([
    ['what packages declare and mark, and what tests define, is as in a process of its own', share, null],
    ['elements of its own are judged by processes of their own', own, 'elements of its own stay defined in a document'],
  ])('%s', { timeout: 120_000 }, async (_, files, notWarm) => {
    const wrong = 'text + text';
    await using stage = await makeStage(files(wrong), ['vitest', 'happy-dom'], { modules });
    const path = 'src/share.js';
    const start = files(wrong)[path].indexOf(wrong);
    const edit = (text: string) => ({ label: text, edits: [{ path, start, end: start + wrong.length, text }] });
    const others = Array.from({ length: 20 }, (_, at) => edit(`text + ${at}`));
    const report = await stage.judge([...others, edit('text'), edit('[text][1]')], { workers: 1 }, { confirm: false });
    expect(report.notWarm).toBe(notWarm);
    expect(report.verdicts.map(({ kind }) => kind).slice(20)).toEqual(['green', 'red']);
  });
});
