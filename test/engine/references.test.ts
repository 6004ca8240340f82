import { expect, it } from 'vitest';
import { programsIn } from '../../src/engine/references.ts';

const known = ['lib/page.py', 'shop/cli.py', 'shop/tool/__main__.py', 'bin/page.js', 'page.rb'];

it.each([
  ['run node "$BATS_TEST_DIRNAME/../bin/page.js" 21', ['bin/page.js']],
  ['python3 -m shop.cli --all\npython -m shop.tool', ['shop/cli.py', 'shop/tool/__main__.py']],
  ['ruby ./page.rb | grep page', ['page.rb']],
  ['page 21 10', []],
])('a script that holds %j starts %j', (text, started) => {
  expect(programsIn(text, known)).toEqual(started);
});
