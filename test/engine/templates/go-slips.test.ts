import { beforeAll, describe, expect, it } from 'vitest';
import { loadGrammars } from '../../../src/engine/templates/grammar/loader.ts';
import { generateCandidates } from '../../../src/engine/templates/index.ts';
import { input, rankOf, red } from './ranks.ts';

const path = 'box/box.go';
const nothing = { suspects: [] };

beforeAll(() => loadGrammars([path]));

/** A file with these packages, what it declares, and what is wrong in it. */
const file = (packages: readonly string[], body: string): string =>
  `package box\n\nimport (\n${packages.map((name) => `\t"${name}"\n`).join('')})\n\n${body}`;

const grid = 'type Board struct {\n\trows [][]int\n\tnames map[string]int\n\tlimit int\n\tused int\n}\n\n';

describe('slips of Go', () => {
  it.each<[string, readonly string[], string, string, string, number]>([
    [
      'a pointer to the copy that a loop makes',
      ['fmt'],
      'func index(list []Box) map[string]*Box {\n\tfound := map[string]*Box{}\n\tfor _, each := range list {\n\t\tfmt.Println(each.Name)\n\t\tfound[each.Name] = &each\n\t}\n\treturn found\n}\n',
      'for _, each := range list {\n\t\tfmt.Println(each.Name)\n\t\tfound[each.Name] = &each\n\t}',
      'for i, each := range list {\n\t\tfmt.Println(each.Name)\n\t\tfound[each.Name] = &list[i]\n\t}',
      10,
    ],
    [
      'a change of the copy that a loop makes',
      ['fmt'],
      'func age(list []Box) {\n\tfor _, each := range list {\n\t\teach.Age++\n\t}\n}\n',
      'for _, each := range list {\n\t\teach.Age++',
      'for i := range list {\n\t\tlist[i].Age++',
      5,
    ],
    [
      'a variable that is read when the loop has gone on',
      ['fmt'],
      'func all(list []string) []func() string {\n\tvar out []func() string\n\tfor _, each := range list {\n\t\tout = append(out, func() string { return each })\n\t}\n\treturn out\n}\n',
      '{\n\t\tout = append',
      '{\n\t\teach := each\n\t\tout = append',
      15,
    ],
    [
      'bytes counted for runes',
      ['unicode/utf8'],
      'func pad(text string, width int) int {\n\tutf8.ValidString(text)\n\treturn width - len(text)\n}\n',
      'len(text)',
      'utf8.RuneCountInString(text)',
      25,
    ],
    [
      'bytes cut for runes',
      ['fmt'],
      'func head(text string, n int) string {\n\treturn text[:n]\n}\n',
      'text[:n]',
      'string([]rune(text)[:n])',
      25,
    ],
    [
      'a slice that is shared with who gets it',
      ['fmt'],
      `${grid}func (b *Board) Row(n int) []int {\n\tlist := []int{}\n\tlist = b.rows[n]\n\treturn list\n}\n`,
      'return list',
      'return append(list[:0:0], list...)',
      40,
    ],
    [
      'a slice that is collected while it changes',
      ['fmt'],
      'func all(found [][]int, path []int) [][]int {\n\tfound = append(found, path)\n\treturn found\n}\n',
      'found, path)',
      'found, append(path[:0:0], path...))',
      20,
    ],
    [
      'bits that are turned, not cleared',
      ['fmt'],
      'func clear(bits, at uint) uint {\n\tbits ^= 1 << at\n\treturn bits\n}\n',
      '^=',
      '&^=',
      10,
    ],
    [
      'a map that is shared with who gets it',
      ['fmt'],
      `${grid}func (b *Board) Names() map[string]int {\n\treturn b.names\n}\n`,
      'return b.names',
      'copied := make(map[string]int, len(b.names))\n\tfor key, value := range b.names {\n\t\tcopied[key] = value\n\t}\n\treturn copied',
      15,
    ],
    [
      'rows that a copy shares',
      ['fmt'],
      `${grid}func (b *Board) Copy() *Board {\n\tmade := &Board{rows: make([][]int, len(b.rows))}\n\tcopy(made.rows, b.rows)\n\treturn made\n}\n`,
      'copy(made.rows, b.rows)',
      'for i := range b.rows {\n\t\tmade.rows[i] = append(b.rows[i][:0:0], b.rows[i]...)\n\t}',
      10,
    ],
    ['a method whose object is a copy', ['fmt'], `${grid}func (b Board) Use(n int) {\n\tb.used += n\n}\n`, '(b Board)', '(b *Board)', 10],
    [
      'an error that is not wrapped',
      ['fmt'],
      'func load(name string) error {\n\terr := open(name)\n\tif err != nil {\n\t\treturn fmt.Errorf("load %s: %v", name, err)\n\t}\n\treturn nil\n}\n',
      '%v',
      '%w',
      10,
    ],
    [
      'an error that may be wrapped',
      ['errors', 'io'],
      'func isLast(err error) bool {\n\treturn err == io.EOF || errors.Is(err, ErrClosed)\n}\n',
      'err == io.EOF',
      'errors.Is(err, io.EOF)',
      10,
    ],
    [
      'an error that nobody looks at',
      ['strconv'],
      'func number(text string) (int, error) {\n\tn, err := strconv.Atoi(text)\n\treturn n * 2, nil\n}\n',
      'strconv.Atoi(text)',
      'strconv.Atoi(text)\n\tif err != nil {\n\t\treturn 0, err\n\t}',
      15,
    ],
    [
      'an error that is thrown away',
      ['strconv'],
      'func number(text string) (int, error) {\n\tn, _ := strconv.Atoi(text)\n\treturn n * 2, nil\n}\n',
      'n, _ := strconv.Atoi(text)',
      'n, err := strconv.Atoi(text)\n\tif err != nil {\n\t\treturn 0, err\n\t}',
      15,
    ],
    [
      'the error of a call that stands alone',
      ['fmt'],
      'func check(n int) error {\n\tif n < 0 {\n\t\treturn fmt.Errorf("negative")\n\t}\n\treturn nil\n}\n\nfunc run(n int) error {\n\tcheck(n)\n\treturn nil\n}\n',
      '\tcheck(n)\n',
      '\tif err := check(n); err != nil {\n\t\treturn err\n\t}\n',
      15,
    ],
    [
      'a sum that grows over its bound',
      ['fmt'],
      `${grid}func (b *Board) Add(n int) {\n\tb.used += n\n}\n`,
      'b.used += n',
      'b.used += n\n\tif b.used > b.limit {\n\t\tb.used = b.limit\n\t}',
      10,
    ],
    [
      'the last value kept for the largest',
      ['fmt'],
      'func end(spans []Span) int {\n\tlast := 0\n\tfor _, span := range spans {\n\t\tlast = span.Last\n\t}\n\treturn last\n}\n',
      'last = span.Last',
      'if span.Last > last {\n\t\t\tlast = span.Last\n\t\t}',
      15,
    ],
    [
      'a page that is not full',
      ['fmt'],
      'func pages(total, size int) int {\n\treturn total / size\n}\n',
      'total / size',
      '(total + size - 1) / size',
      15,
    ],
    [
      'a branch that goes on',
      ['fmt'],
      'func first(list []string) (string, error) {\n\tvar err error\n\tif len(list) == 0 {\n\t\terr = fmt.Errorf("empty")\n\t}\n\treturn list[0], err\n}\n',
      'fmt.Errorf("empty")',
      'fmt.Errorf("empty")\n\t\treturn "", err',
      15,
    ],
    [
      'a lock that is kept',
      ['sync'],
      'func (b *Board) Use(n int) int {\n\tb.mu.Lock()\n\treturn n\n}\n',
      'b.mu.Lock()',
      'b.mu.Lock()\n\tdefer b.mu.Unlock()',
      5,
    ],
    [
      'keys of a map in any order',
      ['sort'],
      'func names(all map[string]int) []string {\n\tvar found []string\n\tfor name := range all {\n\t\tfound = append(found, name)\n\t}\n\treturn found\n}\n',
      '\t}\n\treturn',
      '\t}\n\tsort.Strings(found)\n\treturn',
      10,
    ],
    [
      'equal ones that change places',
      ['sort'],
      'func order(list []Box) {\n\tsort.Slice(list, func(i, j int) bool { return list[i].Age < list[j].Age })\n}\n',
      'sort.Slice',
      'sort.SliceStable',
      30,
    ],
    [
      'a key with its case',
      ['strings'],
      'func find(all map[string]int, name string) int {\n\tstrings.TrimSpace("")\n\treturn all[name]\n}\n',
      'all[name]',
      'all[strings.ToLower(name)]',
      30,
    ],
    [
      'what other methods do as well',
      ['fmt'],
      `${grid}func (b *Board) Put(name string, n int) {\n\tb.names[name] = n\n\tb.touch(name)\n}\n\nfunc (b *Board) Get(name string) int {\n\tn := b.names[name]\n\treturn n\n}\n`,
      'n := b.names[name]\n',
      'n := b.names[name]\n\tb.touch(name)\n',
      30,
    ],
  ])('%s', (_, packages, body, wrong, right, most) => {
    const text = file(packages, body);
    const rank = rankOf(
      text.replace(wrong, () => right),
      input(text, {}, path),
    );
    expect(rank).toBeGreaterThan(0);
    expect(rank).toBeLessThanOrEqual(most);
  });

  it.each<[string, string, string, string, string]>([
    [
      'panic: assignment to entry in nil map',
      'a map of maps',
      'type Box struct {\n\tall map[string]map[string]int\n}\n\nfunc (b *Box) Put(group, name string) {\n\tb.all[group][name]++\n}\n',
      '\tb.all[group][name]++',
      '\tif b.all[group] == nil {\n\t\tb.all[group] = make(map[string]int)\n\t}\n\tb.all[group][name]++',
    ],
    [
      'panic: assignment to entry in nil map',
      'a variable',
      'func count(list []string) map[string]int {\n\tvar found map[string]int\n\tfor _, each := range list {\n\t\tfound[each]++\n\t}\n\treturn found\n}\n',
      'var found map[string]int',
      'found := make(map[string]int)',
    ],
    [
      './box.go:9:2: undefined: strconv',
      'an import',
      'func number(n int) string {\n\treturn strconv.Itoa(n)\n}\n',
      '"fmt"\n',
      '"fmt"\n\t"strconv"\n',
    ],
    ['./box.go:4:2: "fmt" imported and not used', 'an import too many', 'func number(n int) int {\n\treturn n\n}\n', '\t"fmt"\n', ''],
    ['./box.go:4: imported and not used: "fmt"', 'an import too many', 'func number(n int) int {\n\treturn n\n}\n', '\t"fmt"\n', ''],
    [
      './box.go:9:2: declared but not used: n',
      'a variable for one of the same name',
      'func first(list []int) int {\n\tn := 0\n\tif len(list) > 0 {\n\t\tn := list[0]\n\t}\n\treturn n\n}\n',
      'n := list[0]',
      'n = list[0]',
    ],
    [
      './box.go:9:9: invalid operation: n * pause (mismatched types int and time.Duration)',
      'two kinds of numbers',
      'func wait(n int, pause time.Duration) time.Duration {\n\treturn n * pause\n}\n',
      'n * pause',
      'time.Duration(n) * pause',
    ],
    [
      './box.go:9:16: cannot use n (variable of type int) as float64 value in argument to half',
      'another kind of number',
      'func half(x float64) float64 {\n\treturn x / 2\n}\n\nfunc f(n int) float64 {\n\treturn half(n)\n}\n',
      'half(n)',
      'half(float64(n))',
    ],
    [
      './box.go:9:1: missing return',
      'a return',
      'func sign(n int) (string, error) {\n\tif n < 0 {\n\t\treturn "-", nil\n\t}\n}\n',
      '\t}\n}\n',
      '\t}\n\treturn "", nil\n}\n',
    ],
  ])('%s: %s', (message, _, body, wrong, right) => {
    const text = file(['fmt'], body);
    const rank = rankOf(
      text.replace(wrong, () => right),
      input(text, { ...nothing, failing: [red(message)] }, path),
    );
    expect(rank).toBeGreaterThan(0);
    expect(rank).toBeLessThanOrEqual(5);
  });

  it.each([
    ['a loop over pointers', 'func age(list []*Box) {\n\tfor _, each := range list {\n\t\teach.Age++\n\t}\n}\n', 'copy of a loop'],
    ['a lock that is given back', 'func (b *Board) Use() {\n\tb.mu.Lock()\n\tdefer b.mu.Unlock()\n}\n', 'lock kept'],
    ['a pointer already', 'func (b *Board) Use(n int) {\n\tb.used += n\n}\n', 'receiver by value'],
    ['an error that is wrapped', 'func f(err error) error {\n\treturn fmt.Errorf("f %v: %w", 1, err)\n}\n', 'error handed on'],
    ['a name that is new', 'func f() int {\n\tn := 1\n\treturn n\n}\n', 'operator'],
  ])('proposes nothing for %s', (_, body, template) => {
    const made = generateCandidates(input(file(['fmt'], body), {}, path));
    expect(made.length).toBeGreaterThan(0);
    expect(made.filter((each) => each.template === template && !/[+-]=|\+\+/.test(each.label)).map(({ label }) => label)).toEqual([]);
  });
});
