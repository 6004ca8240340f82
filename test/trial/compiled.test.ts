import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { blanked, goLexis } from '../../src/suite/index.ts';
import { go } from '../../src/trial/compiled/go.ts';
import type { CompiledLanguage } from '../../src/trial/compiled/language.ts';
import { rust } from '../../src/trial/compiled/rust.ts';
import { blamed, Sources } from '../../src/trial/compiled/switched.ts';
import type { Candidate } from '../../src/trial/index.ts';
import { sampleOf } from '../sampled.ts';
import { goChain, goModule, rustChain, rustCrate } from './compiled-projects.ts';
import { makeStage } from './stage.ts';

function has(program: string, language: string): boolean {
  try {
    execFileSync(program, [program === 'go' ? 'version' : '--version'], { stdio: 'ignore' });
    return true;
  } catch {
    console.warn(`SKIPPED: many candidates in one program of ${language}, as there is no ${program} here`);
    return false;
  }
}
const hasGo = has('go', 'Go');
const hasCargo = has('cargo', 'Rust');
const tried = sampleOf(['Go', 'Rust', 'a macro', 'many packages', 'many crates'], 0.3, (what) => what);

/** Bodies of the functions of a source, with what they give back. */
const bodiesOf = (text: string, language: CompiledLanguage = go): string[] =>
  language.functions(blanked(text, language.lexis)).map(({ from, to, result }) => `${text.slice(from, to).trim()} | ${result}`.trim());

test('what is no code is blanked, in place', () => {
  const text = "a := `{\n\"` + \"}\\\"\" // {\n/* } */ b := '{' '\\''";
  const code = blanked(text, goLexis);
  expect(code).toHaveLength(text.length);
  expect(code.replace(/[^\S\n]+/g, ' ')).toBe('a := \n + \n b := ');
});

test('functions are found with what they give back', () => {
  expect(
    bodiesOf(`package a

import "C"

var table = map[string]func(int) int{"a": func(n int) int { return n }}

func plain() { one() }
func (s *Set[T]) Method(a int, f func(x int) error) (n int, err error) { two() }
func generic[T interface{ ~int }](a T) interface{ Name() string } { three() }
func inAssembly(a int) int
func (t Time) many(
	a int, // {
	b int,
) struct{ a int } {
	inner := func() { four() }
	inner()
}
func channel(a int) <-chan struct{} { five() }
`),
  ).toEqual([
    'one() |',
    'two() | (n int, err error)',
    'three() | interface{ Name() string }',
    'inner := func() { four() }\n\tinner() | struct{ a int }',
    'five() | <-chan struct{}',
  ]);
});

test('functions of Rust are found, but constant ones and those of macros', () => {
  expect(
    bodiesOf(
      `pub fn plain() { one() }
const fn constant() -> u8 { 1 }
macro_rules! m { ($a:ident) => { fn $a() { $a } fn of_macro() { $a() } } }
impl<'a> Set<'a> {
    pub(crate) unsafe fn many<F>(&'a self, f: F, /* { /* nested } */ */ c: [u8; 4]) -> Option<&'a str>
    where
        F: Fn(u8) -> u8,
    {
        two('{', b'\\'', "}\\n\\"", r#"}"{"#)
    }
}
trait Shape { fn area(&self) -> f64; fn double(&self) -> f64 { three() } }
`,
      rust,
    ),
  ).toEqual(['one() |', `two('{', b'\\'', "}\\n\\"", r#"}"{"#) |`, 'three() |']);
});

test('only what stays inside of one function can stand beside others', () => {
  const before = 'package a\n\nvar table = 1\n\nfunc f() int {\n\treturn 1 // one\n}\n\nfunc g() {}\n';
  const sources = new Sources(go);
  const alternative = (from: string, to: string): string | null =>
    sources.alternativeOf({ number: 1, before, after: before.replace(from, to) })?.[1].text.trim() ?? null;
  expect(alternative('return 1', 'return 2')).toBe('return 2 // one');
  expect(alternative('table = 1', 'table = 2')).toBeNull();
  expect(alternative('func f() int', 'func f() int64')).toBeNull();
  expect(alternative('return 1 // one', 'return 1 }; func h() {')).toBeNull();
  expect(alternative('return 1 // one', 'return 1 /* one')).toBeNull();
  expect(alternative('return 1 // one', 'return len(`1)')).toBeNull();
  expect(alternative('return 1 // one', 'if true { return 1 }')).toBe('if true { return 1 }');
});

test('what a compiler complains about is told apart, wherever its paths begin', () => {
  const before = 'package a\n\nfunc f() int {\n\treturn 1\n}\n';
  const after = ['"a"', 'b'].map((value, at) => ({ number: at + 1, before, after: before.replace('return 1', `return ${value}`) }));
  const texts = new Map([['sub/a.go', new Sources(go).together(before, after)]]);
  const lines = texts.get('sub/a.go')?.text.split('\n') ?? [];
  const complaint = (path: string, code: string) => ({ path, line: lines.findIndex((line) => line.includes(code)) + 1, message: code });
  for (const path of ['a.go', 'sub/a.go'])
    expect(blamed([complaint(path, 'return "a"'), complaint(path, 'return b')], texts, 'sub')).toEqual({
      invalid: new Map([
        [1, 'return "a"'],
        [2, 'return b'],
      ]),
      unseen: new Set(),
    });
  expect(blamed([complaint('b.go', 'return b')], texts, 'sub')).toBeNull();
});

test('where a compiler complains about code that was there before, what changes the same function cannot be judged beside it', () => {
  const before = 'package a\n\nfunc f() int {\n\treturn 1\n}\n\nfunc g() int {\n\treturn 2\n}\n';
  const after = ['return 1', 'return 2'].map((value, at) => ({ number: at + 1, before, after: before.replace(value, 'return 3') }));
  const texts = new Map([['a.go', new Sources(go).together(before, after)]]);
  const lines = texts.get('a.go')?.text.split('\n') ?? [];
  const at = (code: string) => ({ path: 'a.go', line: lines.indexOf(code) + 1, message: code });
  expect(blamed([at('\treturn 2')], texts, '')).toEqual({ invalid: new Map(), unseen: new Set([2]) });
  expect(blamed([at('package a')], texts, '')).toEqual({ invalid: new Map(), unseen: new Set([1, 2]) });
  // It may come of what was found elsewhere.
  expect(blamed([at('\treturn 2'), { ...at('\treturn 3'), message: 'first' }], texts, '')).toEqual({
    invalid: new Map([[1, 'first']]),
    unseen: new Set(),
  });
});

const edit = (label: string, oldText: string, newText: string): Candidate => ({ label, edits: [{ path: 'sums.go', oldText, newText }] });
const instead = (code: string): Candidate => edit(code, 'result -= number', code);

test.runIf(hasGo && tried.includes('Go'))(
  'candidates in Go are judged in one program as in processes of their own',
  { timeout: 400_000 },
  async () => {
    await using stage = await makeStage(goModule);
    expect(stage.failing.map(({ id }) => id).sort()).toEqual([
      'other/other_test.go > TestTwice',
      'sums_test.go > TestTotal > one',
      'sums_test.go > TestTotal > two',
    ]);
    const kill = 'syscall.Kill(syscall.Getppid(), 9)';
    const doNotCompile = ['result -= number + "a"', 'unused := number'].map(instead);
    const alone = edit('not in a function', 'offset = 0', 'offset = 5 + 0');
    const asInTheirOwn = [
      edit('as it was', '"negative"', '"Negative"'),
      instead('result = 1'),
      instead('if number == 1 { panic(number) }; result += number'),
      edit('what passed fails', 'if number < 0 {', 'if number > 0 { result += number }\n\t\tif number < -9 {'),
    ];
    const red = ['result *= number', 'for { }', 'panic(number)', 'break outer', kill].map(instead);
    const green = [instead('result += number'), edit('the fix in another way', 'result -= number', 'result = number + result')];
    const candidates = [alone, ...doNotCompile, ...asInTheirOwn, ...red, ...green];
    const together = await stage.judge(candidates, { workers: 1 });
    // What looks green is judged again, and so is what cannot stand beside the others.
    expect(together).toMatchObject({ notWarm: null, warm: candidates.length - green.length - 1 });
    const cold = await stage.judge([...asInTheirOwn, ...doNotCompile], { workers: 1, warm: false });
    const told = ({ verdicts }: typeof cold, judged: readonly Candidate[]): Record<string, unknown> =>
      Object.fromEntries(
        verdicts.map((verdict, index) => [judged[index]?.label, verdict.kind === 'partial' ? verdict.fixed.toSorted() : verdict.kind]),
      );
    const warmly = told(together, candidates);
    const coldly = told(cold, [...asInTheirOwn, ...doNotCompile]);
    expect(coldly['result = 1']).toEqual(['sums_test.go > TestTotal > one']);
    for (const { label } of asInTheirOwn) expect([label, warmly[label]]).toEqual([label, coldly[label]]);
    for (const { label } of [alone, ...red]) expect([label, warmly[label]]).toEqual([label, 'red']);
    for (const { label } of green) expect([label, warmly[label]]).toEqual([label, 'green']);
    // In a process of its own, that it does not compile shows in no test that passes.
    for (const { label } of doNotCompile) expect([warmly[label], coldly[label]]).toEqual(['invalid', 'red']);
    expect(together.verdicts[1]).toMatchObject({ reason: expect.stringMatching(/It does not compile: .*(?:mismatched|convert)/) });
  },
);

test.runIf(hasCargo && tried.includes('Rust'))(
  'candidates in Rust are judged in one program as in processes of their own',
  { timeout: 600_000 },
  async () => {
    await using stage = await makeStage(rustCrate);
    expect(stage.failing).toHaveLength(4);
    const edit = (label: string, oldText: string, newText: string): Candidate => ({
      label,
      edits: [{ path: 'src/lib.rs', oldText, newText }],
    });
    const instead = (code: string): Candidate => edit(code, 'result -= number', code);
    const alone = edit('not in a function', 'i64 = 0', 'i64 = 5');
    const doNotCompile = [instead('result -= "a"'), instead('result = &0; let kept = result; drop(numbers)')];
    const compared = [instead('result = 1'), edit('what passed fails', '*number < 0', '*number > 9'), instead('result *= number')];
    const red = ['loop {}', 'panic!()', 'return None'].map(instead);
    const fix = instead('result += number');
    const candidates = [alone, ...doNotCompile, ...compared, ...red, fix];
    const together = await stage.judge(candidates, { workers: 1 });
    expect(together).toMatchObject({ notWarm: null, warm: candidates.length - 2 });
    const cold = await stage.judge(compared, { workers: 1, warm: false });
    const kinds = together.verdicts.map(({ kind }) => kind);
    expect(kinds).toEqual(['red', 'invalid', 'invalid', ...cold.verdicts.map(({ kind }) => kind), 'red', 'red', 'red', 'green']);
    expect(cold.verdicts[0]).toMatchObject({ kind: 'partial', fixed: ['src/lib.rs > tests > one'] });
    expect(together.verdicts[3]).toMatchObject({ kind: 'partial', fixed: ['src/lib.rs > tests > one'] });
  },
);

test.runIf(hasCargo && tried.includes('a macro'))(
  'what a macro in Rust does inside of the compiler is judged by itself',
  { timeout: 600_000 },
  async () => {
    const macro = `use proc_macro::TokenStream;

fn offset() -> u8 {
    2
}

#[proc_macro]
pub fn one(_: TokenStream) -> TokenStream {
    (offset() - 0).to_string().parse().unwrap()
}
`;
    await using stage = await makeStage({
      'Cargo.toml':
        '[package]\nname = "uses"\nversion = "0.1.0"\nedition = "2021"\n[workspace]\n[dependencies]\nmacros = { path = "macros" }\n',
      'macros/Cargo.toml': '[package]\nname = "macros"\nversion = "0.1.0"\nedition = "2021"\n[lib]\nproc-macro = true\n',
      'macros/src/lib.rs': macro,
      'src/lib.rs': '#[test]\nfn is_one() {\n    assert_eq!(macros::one!(), 1);\n}\n',
    });
    const instead = (newText: string): Candidate => ({
      label: newText,
      edits: [{ path: 'macros/src/lib.rs', oldText: '(offset() - 0)', newText }],
    });
    const candidates = [...Array.from({ length: 6 }, (_, at) => instead(`(offset() + ${at})`)), instead('(offset() - 1)')];
    const report = await stage.judge(candidates, { workers: 1 });
    expect(report.verdicts.map(({ kind }) => kind)).toEqual([...Array.from({ length: 6 }, () => 'red'), 'green']);
    expect(report.warm).toBe(0);
  },
);

/** For each package of a chain, candidates that do not compile, one that does, and the fix in the last one. */
function chainCandidates(
  names: readonly string[],
  pathOf: (name: string) => string,
  [number, string]: readonly [string, string],
): Candidate[] {
  const last = names.at(-1) ?? '';
  const candidates = names.flatMap((name) => {
    const use = name === last ? 'number - 1' : '(number)';
    const made = [string, 'unknown', '(', number].map((text) => (name === last ? text : `(${text})`));
    return made.map((newText): Candidate => ({ label: `${name}: ${newText}`, edits: [{ path: pathOf(name), oldText: use, newText }] }));
  });
  return [...candidates, { label: 'the fix', edits: [{ path: pathOf(last), oldText: 'number - 1', newText: 'number + 1' }] }];
}

const names = ['a1', 'b2', 'c3', 'd4', 'e5', 'f6', 'g7', 'h8'];
const kindsOfChain = [...names.flatMap(() => ['invalid', 'invalid', 'red', 'red']), 'green'];

test.runIf(hasGo && tried.includes('many packages'))(
  'what does not compile in many packages of Go, each of which needs the next, is found in a few rounds',
  { timeout: 400_000 },
  async () => {
    await using stage = await makeStage(goChain(names));
    const candidates = chainCandidates(names, (name) => `${name}/${name}.go`, ['7', '"text"']);
    const report = await stage.judge(candidates, { workers: 1 });
    expect(report.notWarm).toBeNull();
    expect(report.verdicts.map(({ kind }) => kind)).toEqual(kindsOfChain);
  },
);

test.runIf(hasCargo && tried.includes('many crates'))('the same in many crates of Rust', { timeout: 600_000 }, async () => {
  await using stage = await makeStage(rustChain(names));
  const candidates = chainCandidates(names, (name) => `${name}/src/lib.rs`, ['7', '"text"']);
  const report = await stage.judge(candidates, { workers: 1 });
  expect(report.notWarm).toBeNull();
  expect(report.verdicts.map(({ kind }) => kind)).toEqual(kindsOfChain);
});
