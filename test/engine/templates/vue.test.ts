import { expect, it } from 'vitest';
import { input, rankOf } from './ranks.ts';

const script = (body: string, template = '<p>{{ a }}</p>') =>
  `<script setup>\nimport { computed, ref, watch } from 'vue';\n${body}\n</script>\n\n<template>\n  ${template}\n</template>\n`;

it.each<[string, string, string, string]>([
  [
    'refs compared',
    script("const a = ref('x');\nconst b = ref('y');\nconst same = computed(() => a.value === b.value);"),
    'a.value === b.value',
    'a === b',
  ],
  ['a ref negated', script('const open = ref(false);\nfunction toggle() {\n  open.value = !open.value;\n}'), '!open.value', '!open'],
  ['a ref tested', script('const open = ref(false);\nfunction close() {\n  if (open.value) done();\n}'), 'if (open.value)', 'if (open)'],
  [
    'a ref of a composable',
    script('const { total, add } = useCart();\nadd(1);\nconst text = computed(() => total.value + 1);'),
    'total.value + 1',
    'total + 1',
  ],
  ['a ref assigned', script('let count = ref(0);\nfunction more() {\n  count.value = 5;\n}'), 'count.value = 5', 'count = 5'],
  ['a ref in a template', script('const a = ref(1);', '<p>{{ a + 1 }}</p>'), 'a + 1', 'a.value + 1'],
  [
    'a property handed on once',
    script('const props = defineProps(["a"]);\nconst it = useIt(() => props.a);'),
    '() => props.a',
    'ref(props.a)',
  ],
  [
    'a property kept once',
    script('const props = defineProps(["a"]);\nconst b = computed(() => props.a);'),
    'computed(() => props.a)',
    'ref(props.a)',
  ],
  ['a property watched once', script('const props = defineProps(["a"]);\nwatch(() => props.a, go);'), '() => props.a', 'props.a'],
  ['watched from the start', script('const a = ref(1);\nwatch(a, go, { immediate: true });'), 'go, { immediate: true }', 'go'],
  [
    'an event by its declared name',
    script("const emit = defineEmits(['update:modelValue', 'full']);\nfunction go(a) {\n  emit('update:modelValue', a);\n}"),
    "emit('update:modelValue'",
    "emit('input'",
  ],
  ['an event in a template', script("defineEmits(['close']);", `<button @click="$emit('close')" />`), "$emit('close')", "$emit('closed')"],
  [
    'an attribute as it is called',
    script('const list = [{ price: 1 }];', '<A v-for="(x, i) in list" :key="i" :price="x.price" />'),
    'x.price',
    'i',
  ],
  ['a key', script('const list = [{ id: 1 }];', '<A v-for="(x, i) in list" :key="x.id" />'), ':key="x.id"', ':key="i"'],
  ['a condition of a template', script('const list = ref([]);', '<p v-if="!list.length">none</p>'), '!list.length', 'list.length'],
  ['a handler', script('const save = () => 1;\nconst clear = () => 2;', '<p @click="clear" />'), '@click="clear"', '@click="save"'],
  [
    'a property of the options',
    `<script>\nexport default {\n  props: { label: String, title: String },\n};\n</script>\n<template>\n  <p>{{ label }}</p>\n</template>\n`,
    '{{ label }}',
    '{{ title }}',
  ],
])('puts right: %s', (_, right, piece, wrong) => {
  const text = right.replace(piece, () => wrong);
  expect(text).not.toBe(right);
  const rank = rankOf(right, input(text, {}, 'src/A.vue'));
  expect(rank).toBeGreaterThan(0);
  expect(rank).toBeLessThanOrEqual(25);
});

it.each([
  ['a ref that is watched', 'const a = ref(1);\nwatch(a, go);', 'watch(a.value, go)'],
  ['a ref that a composable takes', 'const a = ref(1);\nuseIt(a);', 'useIt(a.value)'],
  ['what is no ref', 'const a = [1];\nif (a) go();', 'if (a.value)'],
])('leaves alone: %s', (_, body, made) => {
  const text = script(body);
  const line = body.split('\n')[1] ?? '';
  expect(
    rankOf(
      text.replace(line, () => line.replace(/\w+\(a.*?\)/, made)),
      input(text, {}, 'src/A.vue'),
    ),
  ).toBe(0);
});
