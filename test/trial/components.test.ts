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
