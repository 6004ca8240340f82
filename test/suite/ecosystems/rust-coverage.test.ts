import { expect, it } from 'vitest';
import { probed } from '../../../src/suite/ecosystems/languages/rust-probes.ts';
import { rankSuspects, type TestRun } from '../../../src/suite/index.ts';
import { makeRepository, scratchFolder, suiteOf } from '../repository.ts';
import { missing } from './missing.ts';

/** Lines of each part, and the source with its probes alone left: `(N)`. */
function parts(source: string, grain: 'blocks' | 'functions' = 'blocks'): { readonly text: string; readonly lines: (readonly number[])[] } {
  const made = probed(source, grain, 0);
  const text = (made?.text ?? '').replace(/fn regreen_hit.*?\} \} \} /g, '').replace(/ *regreen_hit\((\d+)\); */g, '($1)');
  return { text, lines: [...(made?.parts.values() ?? [])] };
}

it('each block of a function of Rust, each arm, and what follows an early return is a part of its own', () => {
  const source = `fn sort(n: i32) -> &'static str {
    if n < 0 {
        return "negative";
    }
    let mut m = n;
    while m > 9 {
        m /= 10;
    }
    match m {
        0 => "zero",
        1 | 2 => { "few" }
        _ if m == 3 => "three",
        _ => if m > 5 { "many" } else { "some" },
    }
}
`;
  const { text, lines } = parts(source);
  expect(text.split('\n')).toEqual([
    `fn sort(n: i32) -> &'static str {(0)`,
    '    if n < 0 {(1)',
    '        return "negative";',
    '    }(2)',
    '    let mut m = n;',
    '    while m > 9 {(3)',
    '        m /= 10;',
    '    }',
    '    match m {',
    '        0 =>{(4)"zero" },',
    '        1 | 2 => {(5)"few" }',
    '        _ if m == 3 =>{(6)"three" },',
    '        _ => if m > 5 {(7)"many" } else {(8)"some" },',
    '    }',
    '}',
    '',
  ]);
  expect(lines.slice(0, 6)).toEqual([[2, 4], [3], [5, 6, 8, 9, 10, 11, 12, 13, 14], [7], [10], [11]]);
  expect(parts(source, 'functions').lines).toHaveLength(1);
});

it('what only looks like a block of Rust is left alone', () => {
  const bodies: Record<string, string> = {
    'let text = format!("{}", { 1 });': 'let text = format!("{}", { 1 });',
    'if let Point { x, y } = point { x + y } else { 0 }': 'if let Point { x, y } = point {(1)x + y } else {(2)0 }',
    'for Point { x, .. } in points { total += x; }': 'for Point { x, .. } in points {(1)total += x; }',
    'if match n { 0 => true, _ => false } { 1 } else { 2 }': 'if match n { 0 =>{(1)true }, _ =>{(2)false  }} { 1 } else {(3)2 }',
    'let text = "if x { y }"; // if x { y }': 'let text = "if x { y }"; // if x { y }',
    'match n { 0 => pair::<u8, u8>(), _ => if n > 1 { a } else { b } }':
      'match n { 0 => pair::<u8, u8>(), _ => if n > 1 {(1)a } else {(2)b } }',
  };
  for (const [body, expected] of Object.entries(bodies)) expect(parts(`fn f() {\n${body}\n}\n`).text).toBe(`fn f() {(0)\n${expected}\n}\n`);
});

it('tests, constant functions and macros of Rust have no parts', () => {
  const source = `const fn one() -> u8 { 1 }
macro_rules! m { ($a:ident) => { fn $a() { $a() } } }
#[test]
fn is_one() { assert_eq!(one(), 1); }
#[cfg(test)]
mod tests {
    fn helper() {}
    #[test]
    fn works() { helper(); }
}
`;
  expect(probed(source, 'blocks', 0)).toBeNull();
});

const crate = {
  'Cargo.toml': '[package]\nname = "calc"\nversion = "0.1.0"\nedition = "2021"\n',
  'src/lib.rs': `#![no_std]
#![deny(warnings)]

pub fn add(a: i32, b: i32) -> i32 {
    a + b
}

pub fn clamp(n: i32) -> i32 {
    if n < 0 {
        return 1;
    }
    n
}

#[cfg(test)]
mod tests {
    #[test]
    fn adds() {
        assert_eq!(super::add(1, 2), 3);
    }

    #[test]
    fn clamps() {
        assert_eq!(super::clamp(-5), 0);
    }
}
`,
  'tests/api.rs': '#[test]\nfn adds() {\n    assert_eq!(calc::clamp(calc::add(2, 2)), 4);\n}\n',
};

const reason = missing({ needs: ['cargo'] });

it.skipIf(reason !== null)('executed lines of Rust are told of each test alone, and change no result', { timeout: 300_000 }, async () => {
  await using repository = await makeRepository(crate);
  await using scratch = await scratchFolder();
  const suite = await suiteOf(repository.root, scratch.root, null);
  const plain = await suite.run(repository.root, { scope: 'all', timeoutMs: 120_000 });
  const failing = plain.results.filter(({ status }) => status === 'failed');
  expect(failing.map(({ id }) => id)).toEqual(['src/lib.rs > tests > clamps']);
  const counted = await suite.run(repository.root, { scope: 'all', failing, coverage: true, timeoutMs: 120_000 });
  // Rust runs them side by side: they come in any order.
  const endings = (run: TestRun) => new Map(run.results.map(({ id, status }) => [id, status]));
  expect(endings(counted)).toEqual(endings(plain));
  const lines = new Map(counted.coverage?.tests.map((test) => [test.id, test.lines.get('src/lib.rs')?.toSorted((a, b) => a - b)]));
  expect(lines).toEqual(
    new Map([
      ['src/lib.rs > tests > adds', [5]],
      ['src/lib.rs > tests > clamps', [9, 10, 11]],
      ['tests/api.rs > adds', [5, 9, 11, 12]],
    ]),
  );
  expect(rankSuspects(counted.coverage, failing, 3)[0]).toEqual({ path: 'src/lib.rs', line: 10, score: 1 });
});
