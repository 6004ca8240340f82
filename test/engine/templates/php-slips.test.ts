import { beforeAll, describe, expect, it } from 'vitest';
import { phpFamilies } from '../../../src/engine/templates/grammar/families/php/index.ts';
import { loadGrammars } from '../../../src/engine/templates/grammar/loader.ts';
import { generateCandidates } from '../../../src/engine/templates/index.ts';
import { apply, input, rankOf, red } from './ranks.ts';

beforeAll(() => loadGrammars(['a.php']));

const PATH = 'src/a.php';
const inFunction = (head: string, ...lines: string[]): string =>
  `<?php\nfunction ${head}\n{\n${lines.map((line) => `    ${line}\n`).join('')}}\n`;
const inClass = (...lines: string[]): string =>
  `<?php\nnamespace App;\n\nfinal class Box\n{\n${lines.map((line) => (line === '' ? '\n' : `    ${line}\n`)).join('')}}\n`;
const method = (head: string, ...lines: string[]): readonly string[] => [
  `public function ${head}`,
  '{',
  ...lines.map((line) => `    ${line}`),
  '}',
  '',
];

/** What is wrong, the broken text, the wrong piece and the right one, and what the failure says. */
type Row = readonly [what: string, broken: string, wrong: string, right: string, message?: string];

const values: readonly Row[] = [
  ['pages counted from 1', inFunction('f(int $page, int $size): int', 'return $page * $size;'), '$page * $size', '($page - 1) * $size'],

  [
    'found at the first place',
    inFunction('f(string $s): bool', "$at = strpos($s, ':');", 'if (!$at) {', '    return false;', '}', 'return true;'),
    '!$at',
    '$at === false',
  ],
  [
    'found at once',
    inFunction('f(string $s): int', "if (stripos($s, 'x')) {", '    return 1;', '}', 'return 2;'),
    "(stripos($s, 'x'))",
    "(stripos($s, 'x') !== false)",
  ],
  [
    'a line that is 0',
    inFunction('f($in): array', '$all = [];', 'while ($line = fgets($in)) {', '    $all[] = $line;', '}', 'return $all;'),
    '$line = fgets($in)',
    '($line = fgets($in)) !== false',
  ],
  ['a position compared with a number', inFunction('f(string $s): bool', "return strpos($s, 'a') > 0;"), '> 0', '!== false'],
  ['a position compared loosely', inFunction('f(string $s): bool', "return strpos($s, 'a') != false;"), '!=', '!=='],
  [
    '0 is a limit',
    inFunction('f(?int $limit): int', 'if (!$limit) {', '    return 10;', '}', 'return $limit * 2;'),
    '!$limit',
    '$limit === null',
  ],
  [
    "'0' is no empty text",
    inFunction('f(string $name): string', 'if (empty($name)) {', "    return 'none';", '}', 'return $name;'),
    'empty($name)',
    "$name === ''",
  ],
  [
    'a key whose value is null',
    inFunction('f(array $kept, string $key): bool', 'return isset($kept[$key]);'),
    'isset($kept[$key])',
    'array_key_exists($key, $kept)',
  ],
  ['a default for nothing only', inFunction('f(?int $n): int', 'return $n ?: 10;'), '?:', '??'],
  ['alike, and not the same', inFunction('f(array $ids, string $id): bool', 'return in_array($id, $ids);'), '$ids);', '$ids, true);'],
  [
    'what binds weaker',
    inFunction('f(array $n, string $key): string', "return $n[$key] ?? 'no' . '!';"),
    "$n[$key] ?? 'no' . '!'",
    "($n[$key] ?? 'no') . '!'",
  ],
  [
    'a choice behind a text',
    inFunction('f(bool $on): string', "return 'is ' . $on ? 'on' : 'off';"),
    "'is ' . $on ? 'on' : 'off'",
    "'is ' . ($on ? 'on' : 'off')",
  ],
  ['a part that is cast', inFunction('f(string $a, int $b): int', 'return (int) $a / $b;'), '(int) $a / $b', '(int) ($a / $b)'],
  [
    'an assignment for a comparison',
    inFunction('f(int $n): int', 'if ($n = 1) {', '    return 0;', '}', 'return $n;'),
    '$n = 1',
    '$n === 1',
  ],
  ['two values compared at once', inFunction('f(string $a): bool', "return $a === 'x' || 'y';"), "|| 'y'", "|| $a === 'y'"],
  ['cut off', inFunction('f(float $price): int', 'return (int) ($price * 100);'), '(int) ($price * 100)', '(int) round($price * 100)'],
  [
    'pages rounded down',
    inFunction('f(int $all, int $size): int', 'return intdiv($all, $size);'),
    'intdiv($all, $size)',
    '(int) ceil($all / $size)',
  ],
  ['a whole number of parts', inFunction('f(int $all, int $size): int', 'return $all / $size;'), '$all / $size', 'intdiv($all, $size)'],
  ['two decimals', inFunction('f(float $a): string', 'return number_format($a);'), '$a);', '$a, 2);'],
  ['a sum of floats', inFunction('f(float $a, float $b): float', 'return $a + $b;'), '$a + $b', 'round($a + $b, 2)'],
  [
    'a share of nothing',
    inFunction('f(array $all): float', 'return array_sum($all) / count($all);'),
    'array_sum',
    '$all === [] ? 0.0 : array_sum',
  ],
  ['a remainder below 0', inFunction('f(int $at, int $by): int', 'return $at % $by;'), '$at % $by', '($at % $by + $by) % $by'],
];

const loops: readonly Row[] = [
  [
    'a sum of a key',
    inClass('private array $n = [];', '', ...method('add(string $key, int $by): void', '$this->n[$key] = $by;')),
    '= $by',
    '= ($this->n[$key] ?? 0) + $by',
  ],

  [
    'a copy changed, whose key is known',
    inFunction('f(array $rows): array', 'foreach ($rows as $i => $row) {', "    $row['n'] = $i;", '}', 'return $rows;'),
    "$row['n']",
    "$rows[$i]['n']",
  ],
  [
    'a copy changed',
    inFunction('f(array $rows): array', 'foreach ($rows as $row) {', "    $row['n'] = 1;", '}', 'return $rows;'),
    'as $row',
    'as &$row',
  ],
  [
    'a reference left behind',
    inFunction(
      'f(array $a): array',
      'foreach ($a as &$each) {',
      '    $each++;',
      '}',
      'foreach ($a as $each) {',
      '    echo $each;',
      '}',
      'return $a;',
    ),
    '++;\n    }',
    '++;\n    }\n    unset($each);',
  ],
  [
    'a variable unset for an element',
    inFunction(
      'f(array $a): array',
      'foreach ($a as $k => $each) {',
      '    if ($each < 0) {',
      '        unset($each);',
      '    }',
      '}',
      'return $a;',
    ),
    'unset($each)',
    'unset($a[$k])',
  ],
  [
    'a closure with its own copy',
    inFunction(
      'f(array $a): int',
      '$sum = 0;',
      'array_walk($a, function ($each) use ($sum) {',
      '    $sum += $each;',
      '});',
      'return $sum;',
    ),
    'use ($sum)',
    'use (&$sum)',
  ],
  [
    'a closure that knows nothing',
    inFunction('f(array $a, int $by): array', 'return array_map(function ($each) {', '    return $each * $by;', '}, $a);'),
    'function ($each)',
    'function ($each) use ($by)',
  ],
  ['a given copy changed', inFunction('f(array $all): void', 'sort($all);'), 'array $all', 'array &$all'],
  [
    'a copy not put back',
    inClass(
      'private array $lists = [];',
      '',
      ...method('add(string $key, int $n): void', '$list = $this->lists[$key] ?? [];', '$list[] = $n;'),
    ),
    '$list[] = $n;',
    '$list[] = $n;\n        $this->lists[$key] = $list;',
  ],
  [
    'a loop that goes on',
    inFunction(
      'f(array $a): array',
      '$r = [];',
      'foreach ($a as $k => $each) {',
      '    if ($each === null) {',
      "        $r[$k] = 'none';",
      '    }',
      '    $r[$k] = trim($each);',
      '}',
      'return $r;',
    ),
    "'none';",
    "'none'; continue;",
  ],
  [
    'a function that goes on',
    inFunction('f(array $a): void', 'if ($a === []) {', "    echo 'none';", '}', 'echo count($a);'),
    "'none';",
    "'none'; return;",
  ],
  [
    'a case that falls through',
    inFunction(
      'f(int $n): string',
      "$r = '';",
      'switch ($n) {',
      '    case 1:',
      "        $r = 'one';",
      '    case 2:',
      "        $r = 'two';",
      '}',
      'return $r;',
    ),
    "'one';",
    "'one'; break;",
  ],
  [
    'the first round only',
    inFunction(
      'f(array $a): bool',
      'foreach ($a as $each) {',
      '    if ($each > 1) {',
      '        return true;',
      '    }',
      '    return false;',
      '}',
    ),
    '    return false;\n    }',
    '}\n    return false;',
  ],
  [
    'the first round only, by an else',
    inFunction(
      'f(array $a): bool',
      'foreach ($a as $each) {',
      '    if ($each > 1) {',
      '        return true;',
      '    } else {',
      '        return false;',
      '    }',
      '}',
    ),
    ' else {\n            return false;\n        }\n    }',
    '\n    }\n    return false;',
  ],
  [
    'the last piece',
    inFunction(
      'f(array $a): array',
      '$all = [];',
      '$part = [];',
      'foreach ($a as $each) {',
      '    $part[] = $each;',
      '    if (count($part) === 2) {',
      '        $all[] = $part;',
      '        $part = [];',
      '    }',
      '}',
      'return $all;',
    ),
    '}\n    return',
    '}\n    if ($part !== []) { $all[] = $part; }\n    return',
  ],
  [
    'what is begun in each round',
    inFunction('f(array $a): void', '$n = 0;', 'foreach ($a as $each) {', '    $n += count($each);', '    echo $n;', '}'),
    '$n = 0;\n    foreach ($a as $each) {',
    'foreach ($a as $each) {\n        $n = 0;',
  ],
  [
    'a statement behind its block',
    inFunction('f(array $a): int', '$n = 0;', 'foreach ($a as $each) {', '    echo $each;', '    $n++;', '}', 'return $n;'),
    '    $n++;\n    }',
    '}\n    $n++;',
  ],
  [
    'all that a loop finds',
    inFunction('f(array $a): array', '$r = [];', 'foreach ($a as $each) {', '    $r = $each * 2;', '}', 'return $r;'),
    '$r = $each',
    '$r[] = $each',
  ],
  [
    'several of a key',
    inFunction('f(array $a): array', '$r = [];', 'foreach ($a as $k => $each) {', '    $r[$k % 2] = $each;', '}', 'return $r;'),
    '$r[$k % 2]',
    '$r[$k % 2][]',
  ],
  [
    'a text put together',
    inFunction('f(array $a): string', "$r = '';", 'foreach ($a as $each) {', "    $r = $each . ', ';", '}', 'return $r;'),
    '$r = $each',
    '$r .= $each',
  ],
  ['a sum', inClass('private int $sum = 0;', '', ...method('add(int $n): void', '$this->sum = $n;')), '= $n;', '+= $n;'],
];

const arrays: readonly Row[] = [
  [
    'a key without a value',
    inFunction('f(array $all, string $name): string', 'return $all[$name];'),
    '$all[$name]',
    '$all[$name] ?? $name',
  ],

  ['keys of a list', inFunction('f(array $a): array', 'return array_unique($a);'), 'array_unique($a)', 'array_values(array_unique($a))'],
  ['keys of a part', inFunction('f(array $a): array', 'return array_slice($a, 1, 2);'), '1, 2)', '1, 2, true)'],
  ['zeros that are dropped', inFunction('f(array $a): array', 'return array_filter($a);'), '$a);', '$a, fn ($each) => $each !== null);'],
  [
    'a hole in a list',
    inClass('/** @var list<int> */', 'private array $all = [];', '', ...method('drop(int $at): void', 'unset($this->all[$at]);')),
    'unset($this->all[$at])',
    'array_splice($this->all, $at, 1)',
  ],
  ['a text that nobody takes', inFunction('f(string $s): string', 'trim($s);', 'return $s;'), 'trim($s);', '$s = trim($s);'],
  [
    'a date that nobody takes',
    inFunction('f(DateTimeImmutable $d): string', "$d->modify('+1 day');", "return $d->format('Y');"),
    '$d->modify',
    '$d = $d->modify',
  ],
  [
    'what a call of itself found',
    inFunction('find(array $a): ?int', 'foreach ($a as $each) {', '    find($each);', '}', 'return null;'),
    'find($each);',
    'return find($each);',
  ],
  ['the answer of a sort', inFunction('f(array $a): array', 'return sort($a);'), 'return sort($a);', 'sort($a); return $a;'],
  [
    'a comparison that answers with true',
    inFunction('f(array $a): array', 'usort($a, fn ($x, $y) => $x > $y);', 'return $a;'),
    '$x > $y',
    '$x <=> $y',
  ],
  [
    'the other way round',
    inFunction('f(array $a): array', "usort($a, fn ($x, $y) => $x['n'] <=> $y['n']);", 'return $a;'),
    "$x['n'] <=> $y['n']",
    "$y['n'] <=> $x['n']",
  ],
  ['with its keys', inFunction('f(array $a): array', 'sort($a);', 'return $a;'), 'sort', 'asort'],
  [
    'not sorted',
    inFunction('f(array $a): array', '$r = [];', 'foreach ($a as $each) {', '    $r[] = $each->name;', '}', 'return $r;'),
    'return',
    'sort($r); return',
  ],
  [
    'a list within a list',
    inFunction('f(array $all, array $more): array', '$all[] = $more;', 'return $all;'),
    '$all[] = $more',
    'array_push($all, ...$more)',
  ],
  ['lists added', inFunction('f(array $a, array $b): array', 'return $a + $b;'), '$a + $b', 'array_merge($a, $b)'],
  [
    'a key that is not there yet',
    inFunction('f(array $a): array', '$n = [];', 'foreach ($a as $each) {', '    $n[$each]++;', '}', 'return $n;'),
    '$n[$each]++',
    '$n[$each] = ($n[$each] ?? 0) + 1',
    'Undefined array key "a"',
  ],
  [
    'a key that may be missing',
    inFunction('f(array $n, string $key): int', 'return $n[$key];'),
    '$n[$key]',
    '$n[$key] ?? 0',
    'Undefined array key "a"',
  ],
];

const classes: readonly Row[] = [
  ['a class of no namespace', inClass(...method('f(): string', "return (new DateTime())->format('Y');")), 'DateTime()', '\\DateTime()'],
  [
    'a class not imported',
    inClass(...method('f(): void', "throw new LogicException('no');")),
    'App;',
    'App;\n\nuse LogicException;',
    'Error: Class "App\\LogicException" not found',
  ],
  [
    'a chain that ends',
    inClass('private array $p = [];', '', ...method('a(int $n): self', '$this->p[] = $n;')),
    '$n;\n',
    '$n; return $this;\n',
  ],
  [
    'a value not returned',
    inFunction('f(array $a): int', '$sum = 0;', 'foreach ($a as $each) {', '    $sum += $each;', '}'),
    '    }\n}',
    '    }\n return $sum; }',
  ],
  ['a call not returned', inFunction('f(string $a): string', 'trim($a);'), 'trim($a)', 'return trim($a)'],
  [
    'given and not kept',
    inClass('private int $a;', 'private int $b;', '', ...method('__construct(int $a, int $b)', '$this->a = $a;')),
    '= $a;',
    '= $a; $this->b = $b;',
  ],
  ['no first value', inClass('private array $all;', '', ...method('count(): int', 'return count($this->all);')), '$all;', '$all = [];'],
  [
    'an interface not named',
    inClass('private array $all = [];', '', ...method('count(): int', 'return count($this->all);')),
    'class Box',
    'class Box implements \\Countable',
  ],
  [
    'a copy of the object',
    inClass('private int $n = 0;', '', ...method('withN(int $n): self', '$this->n = $n;', 'return $this;')),
    '$this->n = $n;\n        return $this;',
    '$copy = clone $this; $copy->n = $n; return $copy;',
  ],
  [
    'a date that is shared',
    inClass(...method('next(\\DateTime $day): \\DateTime', "return $day->modify('+1 day');")),
    '$day->modify',
    '(clone $day)->modify',
  ],
  [
    'parts of a copy',
    inClass(
      'private \\DateTime $day;',
      '',
      ...method('later(): self', '$copy = clone $this;', "$copy->day->modify('+1 day');", 'return $copy;'),
    ),
    '        return $copy;\n    }\n',
    'return $copy; } public function __clone() { $this->day = clone $this->day; }',
  ],
  [
    'one for all objects',
    inClass('private static array $all = [];', '', ...method('add(int $n): void', 'self::$all[] = $n;')),
    'private static array $all = [];\n\n    public function add(int $n): void\n    {\n        self::$all',
    'private array $all = []; public function add(int $n): void { $this->all',
  ],
  [
    'what is above',
    '<?php\nclass A extends B\n{\n    public function __construct(string $a, int $b)\n    {\n        $this->b = $b;\n    }\n}\n',
    '$this->b',
    'parent::__construct($a); $this->b',
  ],
];

const state: readonly Row[] = [
  [
    'given and not used',
    inClass('private array $tags = [];', '', ...method('mark(string $tag): int', 'return count($this->tags);')),
    'return',
    '$this->tags[] = $tag; return',
  ],
  [
    'a member beside',
    inClass(
      'private array $all = [];',
      'private array $held = [];',
      '',
      ...method('take(string $key, int $n): int', '$this->all[$key] -= $n;', 'return $this->held[$key];'),
    ),
    '-= $n;',
    '-= $n; $this->held[$key] -= $n;',
  ],

  [
    'a check that others make',
    inClass(
      ...method('a(int $n): int', '$this->check($n);', 'return $n + 1;'),
      ...method('b(int $n): int', 'return $n - 1;'),
      ...method('check(int $n): void', 'if ($n < 0) {', "    throw new \\RangeException('no');", '}'),
    ),
    'return $n - 1',
    '$this->check($n); return $n - 1',
  ],
  [
    'a guard that others have',
    inClass(
      'private array $all = [];',
      '',
      ...method('get(string $key): int', 'if (!isset($this->all[$key])) {', '    return 0;', '}', 'return $this->all[$key];'),
      ...method('drop(string $key): int', '$old = $this->all[$key];', 'unset($this->all[$key]);', 'return $old;'),
    ),
    '$old = ',
    'if (!isset($this->all[$key])) { return 0; } $old = ',
  ],
  [
    'a count that others keep',
    inClass(
      'private array $all = [];',
      'private int $changes = 0;',
      '',
      ...method('put(int $n): void', '$this->all[] = $n;', '$this->changes++;'),
      ...method('drop(int $at): void', 'unset($this->all[$at]);'),
    ),
    'unset($this->all[$at]);',
    'unset($this->all[$at]); $this->changes++;',
  ],
  [
    'a member left as it was',
    inClass(
      'private array $all = [];',
      'private int $n = 0;',
      '',
      ...method('add(int $n): void', '$this->all[] = $n;', '$this->n++;'),
      ...method('clear(): void', '$this->all = [];'),
    ),
    '$this->all = [];\n    }',
    '$this->all = []; $this->n = 0; }',
  ],
  [
    'a list handed out and kept',
    inClass(
      'private array $all = [];',
      '',
      ...method('add(int $n): void', '$this->all[] = $n;'),
      ...method('flush(): array', 'return $this->all;'),
    ),
    'return $this->all',
    '$all = $this->all; $this->all = []; return $all',
  ],
  [
    'the order of use',
    inClass(
      'private array $kept = [];',
      '',
      ...method('get(string $k): mixed', 'return $this->kept[$k];'),
      ...method(
        'put(string $k, mixed $v): void',
        'unset($this->kept[$k]);',
        '$this->kept[$k] = $v;',
        'if (count($this->kept) > 2) {',
        '    array_shift($this->kept);',
        '}',
      ),
    ),
    'return $this->kept[$k]',
    '$value = $this->kept[$k]; unset($this->kept[$k]); $this->kept[$k] = $value; return $value',
  ],
  [
    'nothing below 0',
    inClass('private int $left = 9;', '', ...method('take(int $n): void', '$this->left -= $n;')),
    '$this->left -= $n',
    '$this->left = max(0, $this->left - $n)',
  ],
  [
    'no more than the most',
    inClass('private int $max = 9;', 'private int $n = 0;', '', ...method('add(int $by): void', '$this->n += $by;')),
    '$this->n += $by;',
    '$this->n += $by; if ($this->n > $this->max) { $this->n = $this->max; }',
  ],
  [
    'a list that only grows',
    inClass('private int $limit = 3;', 'private array $all = [];', '', ...method('add(int $n): void', '$this->all[] = $n;')),
    '$this->all[] = $n;',
    '$this->all[] = $n; if (count($this->all) > $this->limit) { array_shift($this->all); }',
  ],
  [
    'the largest one',
    inClass('private int $highest = 0;', '', ...method('add(int $n): void', '$this->highest = $n;')),
    '= $n;',
    '= max($this->highest, $n);',
  ],
  [
    'a key as elsewhere',
    inClass(
      'private array $all = [];',
      '',
      ...method('put(string $key, int $n): void', '$this->all[strtolower($key)] = $n;'),
      ...method('get(string $key): ?int', 'return $this->all[$key] ?? null;'),
    ),
    '[$key] ?? null',
    '[strtolower($key)] ?? null',
  ],
  [
    'remembered too long',
    inClass('private array $all = [];', 'private ?array $sorted = null;', '', ...method('add(int $n): void', '$this->all[] = $n;')),
    '[] = $n;',
    '[] = $n; $this->sorted = null;',
  ],
];

const texts: readonly Row[] = [
  [
    'days with both ends',
    inFunction('f(DateTimeImmutable $a, DateTimeImmutable $b): int', 'return $a->diff($b)->days;'),
    '->days',
    '->days + 1',
  ],
  [
    'blanks of what is cast',
    inFunction('f(array $in): string', "$v = (string) $in['v'];", 'return $v;'),
    "(string) $in['v']",
    "trim((string) $in['v'])",
  ],

  ['a pattern without its ends', inFunction('f(string $s): bool', "return preg_match('/\\d+/', $s) === 1;"), '/\\d+/', '/^\\d+$/'],
  [
    'a pattern that is put together',
    inFunction('f(string $a, string $s): bool', "$p = '/^' . preg_quote($a) . '/';", 'return preg_match($p, $s) === 1;'),
    ". '/'",
    ". '$/'",
  ],
  [
    'a piece of a pattern as it is',
    inFunction('f(string $a, string $s): bool', "return preg_match('/^' . $a . '$/', $s) === 1;"),
    ' $a ',
    " preg_quote($a, '/') ",
  ],
  ['either of two as a whole', inFunction('f(string $s): bool', "return preg_match('/^a+|b+$/', $s) === 1;"), '/^a+|b+$/', '/^(?:a+|b+)$/'],
  [
    'letters of several bytes',
    inFunction('f(string $s): int', 'return strlen($s);'),
    'strlen',
    'mb_strlen',
    "Failed asserting that 'Ã©' is identical to 'é'.",
  ],
  ['a name in plain quotes', inFunction('f(string $name): string', "return 'Hello $name';"), "'Hello $name'", '"Hello $name"'],
  ['minutes', inFunction('f(DateTimeImmutable $d): string', "return $d->format('H:m');"), 'H:m', 'H:i'],
  [
    'days beside whole months',
    inFunction('f(DateTimeImmutable $a, DateTimeImmutable $b): int', 'return $a->diff($b)->d;'),
    '->d;',
    '->days;',
  ],
  [
    'whatever their case',
    inFunction('f(string $name, string $other): bool', 'return $name === $other;'),
    '$name === $other',
    'strtolower($name) === strtolower($other)',
  ],
  [
    '0 for equal texts',
    inFunction('f(string $a, string $b): int', 'if (strcmp($a, $b)) {', '    return 1;', '}', 'return 2;'),
    'strcmp($a, $b)',
    'strcmp($a, $b) === 0',
  ],
  [
    'blanks around a name',
    inFunction('f(string $name): string', 'return strtolower($name);'),
    'strtolower($name)',
    'strtolower(trim($name))',
  ],
  ['in lower case at first', inFunction('f(string $tag): array', 'return [$tag => 1];'), 'return', '$tag = strtolower($tag); return'],
  [
    'a text in front, taken for letters',
    inFunction('f(string $s): string', "return ltrim($s, 'www.');"),
    "ltrim($s, 'www.')",
    "str_starts_with($s, 'www.') ? substr($s, 4) : $s",
  ],
  [
    'blanks around parts',
    inFunction('f(string $s): array', "return explode(',', $s);"),
    "explode(',', $s)",
    "array_map('trim', explode(',', $s))",
  ],
  ['filled up in front', inFunction('f(int $n): string', "return str_pad((string) $n, 3, '0');"), "'0')", "'0', STR_PAD_LEFT)"],
  ['two digits', inFunction('f(int $a, int $b): string', "return sprintf('%d:%d', $a, $b);"), ':%d', ':%02d'],
  ['a table of JSON', inFunction('f(string $s): array', 'return json_decode($s);'), '$s);', '$s, true);'],
];

const flow: readonly Row[] = [
  [
    'a key that is not known',
    inClass('private array $all = [];', '', ...method('get(string $key): int', 'return $this->size($this->all[$key]);')),
    'return',
    'if (!isset($this->all[$key])) { return 0; } return',
  ],
  [
    'a case that a method tells apart',
    inClass(...method('meets(Box $other): bool', 'return $other->n > 1;'), ...method('join(Box $other): ?Box', 'return $other->half();')),
    'return $other->half',
    'if (!$this->meets($other)) { return null; } return $other->half',
  ],

  ['nothing given', inFunction('f(?array $a): int', "return $a['n'];"), 'return', 'if ($a === null) { return 0; } return'],
  ['an empty list given', inFunction('f(array $a): int', 'return max($a);'), 'return', 'if ($a === []) { return 0; } return'],
  [
    'an empty member',
    inClass('private array $all = [];', '', ...method('last(): ?int', 'return end($this->all);')),
    'return',
    'if ($this->all === []) { return null; } return',
  ],
  [
    'nothing found',
    inFunction('f(array $a, int $n): ?string', '$at = array_search($n, $a, true);', 'return $a[$at - 1];'),
    'true);',
    'true); if ($at === false) { return null; }',
  ],
  [
    'called on nothing',
    inClass('private ?Owner $owner = null;', '', ...method('name(): ?string', 'return $this->owner->name();')),
    'owner->name',
    'owner?->name',
    'Error: Call to a member function name() on null',
  ],
  [
    'given in vain',
    inFunction('f(int $n): int', 'return $n * 2;'),
    'return',
    "if ($n < 0) { throw new InvalidArgumentException('Not allowed'); } return",
    'Failed asserting that exception of type "InvalidArgumentException" is thrown.',
  ],
  ['made and not thrown', inFunction('f(int $n): void', "new LogicException('no');"), 'new', 'throw new'],
  [
    'another exception',
    inFunction('f(int $n): void', "throw new LogicException('no');"),
    'LogicException',
    'DomainException',
    'exception of type "LogicException" matches expected exception "DomainException"',
  ],
  [
    'let pass',
    inFunction('f(int $n): void', 'try {', '    g($n);', '} catch (LogicException $e) {', '    echo $n;', '}'),
    'echo $n;',
    'echo $n; throw $e;',
  ],
  [
    'without its cause',
    inFunction('f(int $n): void', 'try {', '    g($n);', '} catch (LogicException $e) {', "    throw new DomainException('no');", '}'),
    "'no')",
    "'no', 0, $e)",
  ],
  [
    'errors, too',
    inFunction('f(int $n): int', 'try {', '    return g($n);', '} catch (Exception $e) {', '    return 0;', '}'),
    'Exception',
    'Throwable',
  ],
  [
    'an empty part',
    inFunction('f(array $a): array', '$r = [];', 'foreach ($a as $each) {', '    $r[] = strtolower($each);', '}', 'return $r;'),
    '$r[] = s',
    "if ($each === '') { continue; } $r[] = s",
  ],
  [
    'no answer for the rest',
    inFunction('f(int $n): string', 'return match ($n) {', "    1 => 'one',", "    2 => 'two'", '};'),
    "'two'",
    "'two', default => ''",
  ],
];

const words: readonly Row[] = [
  [
    'a member without its object',
    inClass('private array $all = [];', '', ...method('size(): int', 'return count($all);')),
    '($all)',
    '($this->all)',
    'Undefined variable $all',
  ],
  [
    'a method without its object',
    inClass(...method('twice(int $n): int', 'return checked($n) * 2;'), ...method('checked(int $n): int', 'return max($n, 1);')),
    'checked($n) * 2',
    '$this->checked($n) * 2',
    'Error: Call to undefined function App\\checked()',
  ],
  [
    'a constant without its class',
    inClass('private const LIMIT = 3;', '', ...method('f(int $n): bool', 'return $n > LIMIT;')),
    '> LIMIT',
    '> self::LIMIT',
    'Error: Undefined constant "App\\LIMIT"',
  ],
  ['a member of a changing name', inClass('private int $n = 3;', '', ...method('f(): int', 'return $this->$n;')), '$this->$n', '$this->n'],
  [
    'a value of another type',
    inFunction('f(string $n): int', 'return $n;'),
    'return $n',
    'return (int) $n',
    'f(): Return value must be of type int, string returned',
  ],
  [
    'nothing for a value',
    inFunction('f(array $n): int', 'return array_pop($n);'),
    'array_pop($n)',
    'array_pop($n) ?? 0',
    'f(): Return value must be of type int, null returned',
  ],
  [
    'a separator behind the last piece',
    inFunction('f(array $a): string', "$r = '';", 'foreach ($a as $each) {', "    $r .= $each . ', ';", '}', 'return $r;'),
    'return $r',
    "return rtrim($r, ', ')",
  ],
  [
    'a closure without an object',
    inClass(...method('f(array $a): array', 'return array_map(static fn ($each) => $this->g($each), $a);')),
    'static fn',
    'fn',
  ],
];

/** Among so many the change that is meant is tried at once. */
const FIRST = 20;

describe.each(Object.entries({ values, loops, arrays, classes, state, texts, flow, words }))('slips of PHP: %s', (_, rows) => {
  for (const [what, broken, wrong, right, message] of rows) {
    it(what, () => {
      expect(broken).toContain(wrong);
      const wanted = broken.replace(wrong, () => right);
      const rank = rankOf(wanted, input(broken, { failing: [red(message ?? 'it failed')] }, PATH));
      expect(rank).toBeGreaterThan(0);
      expect(rank).toBeLessThanOrEqual(FIRST);
    });
  }
});

describe('slips of PHP that are none', () => {
  const names = new Set(phpFamilies.map(({ name }) => name));
  const made = (text: string): readonly string[] =>
    generateCandidates(input(text, {}, PATH)).flatMap((each) => (names.has(each.template) ? [apply(text, each)] : []));

  it.each([
    [
      'a position that is asked for strictly',
      inFunction('f(string $s): bool', "return strpos($s, 'a') !== false;"),
      /strpos\(\$s, 'a'\) === false === |=== false !==/,
    ],
    [
      'a reference that is unset',
      inFunction('f(array $a): array', 'foreach ($a as &$each) {', '    $each++;', '}', 'unset($each);', 'return $a;'),
      /unset\(\$each\);\s*unset/,
    ],
    ['a strict look-up', inFunction('f(array $a, int $n): bool', 'return in_array($n, $a, true);'), /true, true/],
    ['a list made again', inFunction('f(array $a): array', 'return array_values(array_filter($a));'), /array_values\(array_values/],
    ['a result that is rounded', inFunction('f(float $n): int', 'return (int) round($n * 100);'), /round\(round/],
    [
      'a case that is left',
      inFunction(
        'f(int $n): void',
        'switch ($n) {',
        '    case 1:',
        '        echo 1;',
        '        break;',
        '    case 2:',
        '        echo 2;',
        '}',
      ),
      /break;\s*break;/,
    ],
    [
      'a chain that goes on',
      inClass('private int $n = 0;', '', ...method('a(): self', '$this->n++;', 'return $this;')),
      /return \$this;\s*return/,
    ],
    [
      'a class that is imported',
      `<?php\nnamespace App;\n\nuse DateTime;\n\nfunction f(): DateTime\n{\n    return new DateTime();\n}\n`,
      /use DateTime;\s*use DateTime;|new \\DateTime\(/,
    ],
    [
      'a member that is kept',
      inClass('private int $a;', '', ...method('__construct(int $a)', '$this->a = $a;')),
      /= \$a;\s*\$this->a = \$a;/,
    ],
    [
      'a variable that has a value',
      inClass('private array $all = [];', '', ...method('f(array $all): int', 'return count($all);')),
      /count\(\$this->all\)/,
    ],
    ['a whole pattern', inFunction('f(string $s): bool', "return preg_match('/^\\d+$/', $s) === 1;"), /\^\^|\$\$\//],
    [
      'a closure by reference',
      inFunction('f(array $a): int', '$n = 0;', 'array_walk($a, function ($each) use (&$n) {', '    $n += $each;', '});', 'return $n;'),
      /&&\$n/,
    ],
  ])('%s', (_what, text, never) => {
    expect(made(text).filter((each) => never.test(each))).toEqual([]);
  });
});
