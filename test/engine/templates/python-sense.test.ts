// What no person means in Python: it raises an error wherever it runs.
import { beforeAll, describe, expect, it } from 'vitest';
import { readClues } from '../../../src/engine/templates/clues.ts';
import { missingBranchFamilies } from '../../../src/engine/templates/grammar/families/missing-branch.ts';
import { loadGrammars } from '../../../src/engine/templates/grammar/loader.ts';
import { openScene } from '../../../src/engine/templates/grammar/scene.ts';
import { below } from '../../../src/engine/templates/grammar/tree.ts';
import { generateCandidates } from '../../../src/engine/templates/index.ts';
import { apply, input, red } from './ranks.ts';

const text = `import json
import re

import yaml

WORD = re.compile(r"[a-z]+", re.IGNORECASE)


def load(path, total):
    text = path.read_text()
    total = len(text)
    for line in text.splitlines():
        count = len(line)
        found = WORD.match(line)
    return json.loads(text), total, count, found
`;

describe('changes of Python that never run', () => {
  let made: readonly string[] = [];
  beforeAll(async () => {
    await loadGrammars(['a.py']);
    made = generateCandidates(input(text, {}, 'a.py')).map((each) => apply(text, each));
  });
  const has = (before: string, after: string): boolean => made.includes(text.replace(before, after));

  it('add to what has no value yet are left out, others are made', () => {
    expect(has('text = path', 'text += path')).toBe(false);
    expect(has('count = len', 'count += len')).toBe(false);
    expect(has('total = len', 'total += len')).toBe(true);
  });

  it('ask a value for what a module has are left out, another module is asked', () => {
    expect(has('json.loads', 'path.loads')).toBe(false);
    expect(has('json.loads', 'yaml.loads')).toBe(true);
  });

  it('reckon with patterns and with several values at once are left out', () => {
    expect(
      made.filter((each) => /(?:int|len|abs)\(re\.compile|IGNORECASE [-+] 1|(?:int|list|len)\(json\.loads\(text\), total/.test(each)),
    ).toEqual([]);
  });

  it.each([
    ['adding to what is declared as global', 'hits = 0\n\n\ndef hit():\n    global hits\n    hits = 1\n', 'hits = 1', 'hits += 1', null],
    [
      'adding to what a function around has set',
      'def counter():\n    hits = 0\n\n    def hit():\n        nonlocal hits\n        hits = 1\n\n    return hit\n',
      'hits = 1',
      'hits += 1',
      null,
    ],
    [
      'what has the member that a module lacks',
      'import config\n\n\ndef size(cfg):\n    return config.get("size")\n',
      'config.get',
      'cfg.get',
      "AttributeError: module 'config' has no attribute 'get'",
    ],
  ])('but %s is tried', (_what, code, before, after, message) => {
    const tried = generateCandidates(input(code, { failing: [red(message)] }, 'a.py')).map((each) => apply(code, each));
    expect(tried).toContain(code.replace(before, after));
  });
});

it('a long chain of Python is held against its constants once', async () => {
  await loadGrammars(['a.py']);
  const constants = Array.from({ length: 1500 }, (_, at) => `MODE_${at} = ${at}\n`).join('');
  const chain = Array.from({ length: 200 }, (_, at) => `    ${at > 0 ? 'el' : ''}if mode == MODE_${at}:\n        return ${at}\n`).join('');
  const code = `${constants}\n\ndef told(mode):\n${chain}`;
  const scene = openScene({ path: 'a.py', text: code }, readClues([], [], []));
  const [family] = missingBranchFamilies;
  const startedAt = performance.now();
  const made = scene === null ? [] : below(scene.program).flatMap((each) => [...(family?.propose(each, scene) ?? [])]);
  expect(made.length).toBeGreaterThan(100);
  expect(performance.now() - startedAt).toBeLessThan(3000);
});
