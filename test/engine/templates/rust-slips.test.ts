import { beforeAll, describe, expect, it } from 'vitest';
import { loadGrammars } from '../../../src/engine/templates/grammar/loader.ts';
import { type FailingTest, generateCandidates } from '../../../src/engine/templates/index.ts';
import { input, rankOf, red } from './ranks.ts';

beforeAll(() => loadGrammars(['a.rs']));

const path = 'src/lib.rs';

/** A mistake, the program as it is meant, what is meant in it, what stands there instead, and what the failure says. */
type Row = readonly [mistake: string, program: string, right: string, wrong: string, failure?: string | Partial<FailingTest>];

const accounts = `pub struct Till { coins: Vec<u32>, sum: u32, opened: bool, capacity: u32, best: u32 }

impl Till {
    pub fn new(capacity: u32) -> Self {
        Till { coins: Vec::new(), sum: 0, opened: false, capacity, best: 0 }
    }

    pub fn put(&mut self, coin: u32) {
        self.coins.push(coin);
        self.sum += coin;
    }

    pub fn take(&mut self) -> Option<u32> {
        let coin = self.coins.pop()?;
        self.sum -= coin;
        Some(coin)
    }

    pub fn fill(&mut self, by: u32) {
        self.sum = (self.sum + by).min(self.capacity);
    }

    pub fn note(&mut self, seen: u32) {
        self.best = self.best.max(seen);
    }

    pub fn clear(&mut self) {
        self.sum = 0;
        self.opened = false;
        self.coins.clear();
    }

    pub fn hand_over(&mut self) -> Vec<u32> {
        std::mem::take(&mut self.coins)
    }
}
`;

const readers = `#[derive(Debug, PartialEq)]
pub enum ReadError {
    Missing,
    BadAge(String),
    BadName(String),
}

pub fn age(text: &str) -> Result<u32, ReadError> {
    if text.is_empty() {
        return Err(ReadError::Missing);
    }
    let years: u32 = text.parse().map_err(|_| ReadError::BadAge(text.to_string()))?;
    Ok(years)
}

pub fn name(given: &str) -> Result<String, ReadError> {
    if given.is_empty() {
        return Err(ReadError::Missing);
    }
    if given.contains('!') {
        return Err(ReadError::BadName(given.to_string()));
    }
    Ok(given.to_lowercase())
}

pub fn all(lines: &str) -> Result<Vec<u32>, ReadError> {
    lines.lines().map(|line| age(line)).collect()
}
`;

const numbers: readonly Row[] = [
  [
    'a fraction lost',
    'pub fn share(part: u32, all: u32) -> f64 {\n    part as f64 / all as f64\n}\n',
    'part as f64 / all as f64',
    '(part / all) as f64',
  ],
  [
    'a fraction lost in a conversion',
    'pub fn share(part: u32, all: u32) -> f64 {\n    f64::from(part) / f64::from(all)\n}\n',
    'f64::from(part) / f64::from(all)',
    'f64::from(part / all)',
  ],
  [
    'a percentage divided first',
    'pub fn percent(done: u32, all: u32) -> u32 {\n    done * 100 / all\n}\n',
    'done * 100 / all',
    'done / all * 100',
  ],
  [
    'a product cast too late',
    'pub fn area(w: u32, h: u32) -> u64 {\n    w as u64 * h as u64\n}\n',
    'w as u64 * h as u64',
    '(w * h) as u64',
  ],
  [
    'a price cut off',
    'pub fn gross(net: u64) -> u64 {\n    (net as f64 * 1.19).round() as u64\n}\n',
    '(net as f64 * 1.19).round() as u64',
    '(net as f64 * 1.19) as u64',
  ],
  [
    'the last page left out',
    'pub fn pages(items: usize, size: usize) -> usize {\n    items.div_ceil(size)\n}\n',
    'items.div_ceil(size)',
    'items / size',
  ],
  [
    'a negative remainder',
    'pub fn turn(at: i32, by: i32) -> i32 {\n    (at - by).rem_euclid(12)\n}\n',
    '(at - by).rem_euclid(12)',
    '(at - by) % 12',
  ],
  [
    'a difference below nothing',
    'pub fn left(all: usize, used: usize) -> usize {\n    all.saturating_sub(used)\n}\n',
    'all.saturating_sub(used)',
    'all - used',
    'attempt to subtract with overflow',
  ],
  [
    'a sum too large',
    'pub fn middle(low: usize, high: usize) -> usize {\n    low + (high - low) / 2\n}\n',
    'low + (high - low) / 2',
    '(low + high) / 2',
    'attempt to add with overflow',
  ],
  [
    'a hash too large',
    'pub fn hash(text: &str) -> u32 {\n    let mut sum: u32 = 7;\n    for byte in text.bytes() {\n        sum = sum.wrapping_mul(31);\n    }\n    sum\n}\n',
    'sum = sum.wrapping_mul(31)',
    'sum *= 31',
    'attempt to multiply with overflow',
  ],
  [
    'a mean of nothing',
    'pub fn mean(all: &[u32]) -> u32 {\n    let sum: u32 = all.iter().sum();\n    if all.is_empty() {\n        return 0;\n    }\n    sum / all.len() as u32\n}\n',
    '    if all.is_empty() {\n        return 0;\n    }\n',
    '',
    'attempt to divide by zero',
  ],
  ['a limit', accounts, 'self.sum = (self.sum + by).min(self.capacity)', 'self.sum += by'],
  ['the largest one', accounts, 'self.best = self.best.max(seen)', 'self.best = seen'],
  [
    'an index past the end of a ring',
    'pub fn next(all: &[u32], at: usize) -> u32 {\n    all[(at + 1) % all.len()]\n}\n',
    '(at + 1) % all.len()',
    'at + 1',
  ],
  ['fractions compared', 'pub fn same(a: f64, b: f64) -> bool {\n    (a - b).abs() < 1e-9\n}\n', '(a - b).abs() < 1e-9', 'a == b'],
  ['a type too small', 'pub fn count(n: usize) -> u64 {\n    (n as u64) * 2\n}\n', 'n as u64', 'n as u8'],
];

const texts: readonly Row[] = [
  [
    'a text cut at bytes',
    'pub fn head(text: &str, n: usize) -> String {\n    text.chars().take(n).collect()\n}\n',
    'text.chars().take(n).collect()',
    'text[..n].to_string()',
    "byte index 1 is not a char boundary; it is inside 'ö' (bytes 0..2) of `ö`",
  ],
  [
    'a part cut at bytes',
    'pub fn part(text: &str, a: usize, b: usize) -> String {\n    let part: String = text.chars().skip(a).take(b - a).collect();\n    part\n}\n',
    ': String = text.chars().skip(a).take(b - a).collect()',
    ' = text[a..b].to_string()',
    "byte index 1 is not a char boundary; it is inside 'ö' (bytes 0..2) of `ö`",
  ],
  ['bytes counted', 'pub fn width(text: &str) -> usize {\n    text.chars().count()\n}\n', 'text.chars().count()', 'text.len()'],
  [
    'blanks before a number is read',
    'pub fn read(text: &str) -> Option<u32> {\n    text.trim().parse().ok()\n}\n',
    'text.trim().parse()',
    'text.parse()',
  ],
  [
    'blanks around each part',
    "pub fn parts(text: &str) -> Vec<&str> {\n    text.split(',').map(str::trim).collect()\n}\n",
    ".split(',').map(str::trim)",
    ".split(',')",
  ],
  [
    'empty parts',
    "pub fn parts(text: &str) -> Vec<&str> {\n    text.split(';').filter(|part| !part.is_empty()).collect()\n}\n",
    '.filter(|part| !part.is_empty())',
    '',
  ],
  [
    'two blanks between words',
    'pub fn words(text: &str) -> usize {\n    text.split_whitespace().count()\n}\n',
    'split_whitespace()',
    "split(' ')",
  ],
  [
    'capitals in a comparison',
    'pub fn same(one: &str, other: &str) -> bool {\n    one.to_lowercase() == other.to_lowercase()\n}\n',
    'one.to_lowercase() == other.to_lowercase()',
    'one == other',
  ],
  [
    'capitals in a key',
    'use std::collections::HashMap;\n\npub fn count(text: &str) -> HashMap<String, u32> {\n    let mut all = HashMap::new();\n    for word in text.split_whitespace() {\n        *all.entry(word.to_lowercase()).or_insert(0) += 1;\n    }\n    all\n}\n',
    'word.to_lowercase()',
    'word.to_string()',
  ],
  [
    'capitals in what is searched',
    'pub fn has(text: &str, part: &str) -> bool {\n    text.to_lowercase().contains(&part.to_lowercase())\n}\n',
    'text.to_lowercase().contains(&part.to_lowercase())',
    'text.contains(part)',
  ],
  [
    'capitals in what is matched',
    'pub fn unit(text: &str) -> u32 {\n    match text.to_lowercase().as_str() {\n        "kb" => 1,\n        _ => 0,\n    }\n}\n',
    'text.to_lowercase().as_str()',
    'text',
  ],
  [
    'a prefix taken off twice',
    'pub fn plain(text: &str) -> &str {\n    text.strip_prefix("re: ").unwrap_or(text)\n}\n',
    'strip_prefix("re: ").unwrap_or(text)',
    'trim_start_matches("re: ")',
  ],
  ['a number without its zero', 'pub fn clock(h: u32, m: u32) -> String {\n    format!("{}:{:02}", h, m)\n}\n', '{:02}', '{}'],
  [
    'a result thrown away',
    'pub fn clean(mut text: String) -> String {\n    text = text.replace("  ", " ");\n    text\n}\n',
    'text = text.replace',
    'text.replace',
  ],
];

const collections: readonly Row[] = [
  [
    'a sum overwritten',
    'use std::collections::HashMap;\n\npub fn sums(all: &[(String, u32)]) -> HashMap<String, u32> {\n    let mut sums: HashMap<String, u32> = HashMap::new();\n    for (key, n) in all {\n        *sums.entry(key.clone()).or_default() += n;\n    }\n    sums\n}\n',
    '*sums.entry(key.clone()).or_default() += n',
    'sums.insert(key.clone(), n)',
  ],
  [
    'a list overwritten',
    'use std::collections::HashMap;\n\npub fn groups(all: &[u32]) -> HashMap<u32, Vec<u32>> {\n    let mut found = HashMap::new();\n    for n in all {\n        found.entry(n % 10).or_insert_with(Vec::new).push(*n);\n    }\n    found\n}\n',
    'found.entry(n % 10).or_insert_with(Vec::new).push(*n)',
    'found.insert(n % 10, vec![*n])',
  ],
  [
    'an entry not replaced',
    'use std::collections::HashMap;\n\npub struct Names { all: HashMap<u32, String> }\n\nimpl Names {\n    pub fn rename(&mut self, id: u32, name: String) {\n        self.all.insert(id, name);\n    }\n}\n',
    'self.all.insert(id, name)',
    'self.all.entry(id).or_insert(name)',
  ],
  [
    'a set never filled',
    'use std::collections::HashSet;\n\npub fn unique(all: &[u32]) -> Vec<u32> {\n    let mut seen = HashSet::new();\n    let mut kept = Vec::new();\n    for n in all {\n        if seen.contains(n) {\n            continue;\n        }\n        seen.insert(*n);\n        kept.push(*n);\n    }\n    kept\n}\n',
    '\n        seen.insert(*n);',
    '',
  ],
  [
    'neighbours alone compared',
    'pub fn unique(mut all: Vec<u32>) -> Vec<u32> {\n    all.sort();\n    all.dedup();\n    all\n}\n',
    '    all.sort();\n',
    '',
  ],
  [
    'the order of a map',
    'use std::collections::BTreeMap;\n\npub fn list(all: &[String]) -> Vec<String> {\n    let mut counts: BTreeMap<String, u32> = BTreeMap::new();\n    for each in all {\n        *counts.entry(each.clone()).or_insert(0) += 1;\n    }\n    counts.keys().cloned().collect()\n}\n',
    'BTreeMap',
    'HashMap',
  ],
  [
    'smallest first',
    'pub struct Score { name: String, points: u32 }\n\npub fn rank(all: &mut Vec<Score>) {\n    all.sort_by(|a, b| b.points.cmp(&a.points));\n}\n',
    'b.points.cmp(&a.points)',
    'a.points.cmp(&b.points)',
  ],
  [
    'equal ones in any order',
    'pub struct Score { name: String, points: u32 }\n\npub fn rank(all: &mut Vec<Score>) {\n    all.sort_by(|a, b| b.points.cmp(&a.points).then_with(|| a.name.cmp(&b.name)));\n}\n',
    '.then_with(|| a.name.cmp(&b.name))',
    '',
  ],
  [
    'largest last',
    'pub fn rank(all: &mut Vec<(String, u32)>) {\n    all.sort_by_key(|each| std::cmp::Reverse(each.1));\n}\n',
    'std::cmp::Reverse(each.1)',
    'each.1',
  ],
  [
    'equal ones moved',
    'pub fn rank(all: &mut Vec<(String, u32)>) {\n    all.sort_by_key(|each| each.1);\n}\n',
    'sort_by_key',
    'sort_unstable_by_key',
  ],
  [
    'the last of equal ones',
    'pub fn top(all: &[(u32, u32)]) -> Option<&(u32, u32)> {\n    all.iter().rev().max_by_key(|each| each.1)\n}\n',
    '.rev()',
    '',
  ],
  [
    'numbered from behind',
    'pub fn last(all: &[u32]) -> Option<(usize, &u32)> {\n    all.iter().enumerate().rev().next()\n}\n',
    'enumerate().rev()',
    'rev().enumerate()',
  ],
  ['digits from behind', 'pub fn digits(text: &str) -> String {\n    text.chars().rev().collect()\n}\n', '.rev()', ''],
  [
    'a copy changed',
    'pub struct Row { cells: Vec<u32> }\n\nimpl Row {\n    pub fn double(&mut self) {\n        for cell in self.cells.iter_mut() {\n            *cell *= 2;\n        }\n    }\n}\n',
    'for cell in self.cells.iter_mut()',
    'for mut cell in self.cells.clone()',
  ],
  ['handed out and kept', accounts, 'std::mem::take(&mut self.coins)', 'self.coins.clone()'],
  [
    'a name made anew',
    'pub fn sum(all: &[u32]) -> u32 {\n    let mut total = 0;\n    for n in all {\n        total = total + n;\n    }\n    total\n}\n',
    '        total = total',
    '        let total = total',
  ],
];

const failures: readonly Row[] = [
  ['a failure swallowed', readers, 'text.parse().map_err(|_| ReadError::BadAge(text.to_string()))?', 'text.parse().unwrap_or(0)'],
  [
    'a failure taken for granted',
    readers,
    'text.parse().map_err(|_| ReadError::BadAge(text.to_string()))?',
    'text.parse().unwrap()',
    'called `Result::unwrap()` on an `Err` value: ParseIntError { kind: InvalidDigit }',
  ],
  [
    'nothing taken for granted',
    'pub fn first(all: &[u32]) -> Option<u32> {\n    let one = all.first()?;\n    Some(one + 1)\n}\n',
    'all.first()?',
    'all.first().unwrap()',
    'called `Option::unwrap()` on a `None` value',
  ],
  [
    'another error',
    readers,
    'ReadError::BadName(given.to_string())',
    'ReadError::BadAge(given.to_string())',
    { expected: 'Err(BadName("a!"))', actual: 'Err(BadAge("a!"))' },
  ],
  ['a check of the function beside', readers, '    if given.is_empty() {\n        return Err(ReadError::Missing);\n    }\n', ''],
  [
    'failures left out',
    'pub fn all(text: &str) -> Option<Vec<u32>> {\n    text.lines().map(|line| line.parse().ok()).collect()\n}\n',
    '.map(|line|',
    '.filter_map(|line|',
  ],
  [
    'a failure not handed on',
    'pub fn store(n: u32) -> Result<(), String> {\n    Ok(())\n}\n\npub fn store_all(all: &[u32]) -> Result<(), String> {\n    for n in all {\n        store(*n)?;\n    }\n    Ok(())\n}\n',
    'store(*n)?;',
    'let _ = store(*n);',
  ],
  [
    'an index past the end',
    'pub fn second(all: &[u32]) -> Option<u32> {\n    all.get(1).copied()\n}\n',
    'all.get(1).copied()',
    'Some(all[1])',
    'index out of bounds: the len is 1 but the index is 1',
  ],
  [
    'nothing given',
    'pub fn longest(all: &[u32]) -> Option<u32> {\n    if all.is_empty() {\n        return None;\n    }\n    let mut best = all[0];\n    for n in all {\n        if *n > best {\n            best = *n;\n        }\n    }\n    Some(best)\n}\n',
    '    if all.is_empty() {\n        return None;\n    }\n',
    '',
    'index out of bounds: the len is 0 but the index is 0',
  ],
];

const states: readonly Row[] = [
  ['an update of another method', accounts, '\n        self.sum += coin;', ''],
  ['an update taken back', accounts, '\n        self.sum -= coin;', ''],
  ['a member that is not begun anew', accounts.replace('        self.coins.clear();\n', ''), '\n        self.opened = false;', ''],
  ['a list that is not begun anew', accounts, '\n        self.coins.clear();', ''],
  [
    'a field of the same type',
    'pub struct Box { width: u32, height: u32 }\n\nimpl Box {\n    pub fn area(&self) -> u32 {\n        self.width * self.height\n    }\n}\n',
    'self.width * self.height',
    'self.width * self.width',
  ],
  [
    'a statement copied',
    'pub fn ends(a: &str, b: &str) -> (usize, usize) {\n    let left = a.find("x").unwrap_or(0);\n    let right = b.find("x").unwrap_or(0);\n    (left, right)\n}\n',
    'let right = b.find',
    'let right = a.find',
  ],
  [
    'left behind a loop',
    "pub fn runs(text: &str) -> Vec<String> {\n    let mut runs = Vec::new();\n    let mut run = String::new();\n    for c in text.chars() {\n        if c == ' ' {\n            runs.push(std::mem::take(&mut run));\n        } else {\n            run.push(c);\n        }\n    }\n    if !run.is_empty() {\n        runs.push(run);\n    }\n    runs\n}\n",
    '    if !run.is_empty() {\n        runs.push(run);\n    }\n',
    '',
  ],
  [
    'empty lines',
    'pub fn count(text: &str) -> usize {\n    let mut n = 0;\n    for line in text.lines() {\n        if line.trim().is_empty() {\n            continue;\n        }\n        n += 1;\n    }\n    n\n}\n',
    '        if line.trim().is_empty() {\n            continue;\n        }\n',
    '',
  ],
  [
    'once instead of again',
    'pub struct Log { lines: Vec<String>, most: usize }\n\nimpl Log {\n    pub fn trim(&mut self) {\n        while self.lines.len() > self.most {\n            self.lines.remove(0);\n        }\n    }\n}\n',
    'while self',
    'if self',
  ],
  [
    'a step skipped',
    'pub fn odd(all: &[u32]) -> u32 {\n    let mut i = 0;\n    let mut sum = 0;\n    while i < all.len() {\n        if all[i] % 2 == 0 {\n            i += 1;\n            continue;\n        }\n        sum += all[i];\n        i += 1;\n    }\n    sum\n}\n',
    '            i += 1;\n            continue',
    '            continue',
  ],
  [
    'a variable that changes in vain',
    'pub fn changes(all: &[u32]) -> u32 {\n    let mut n = 0;\n    let mut before = 0;\n    for each in all {\n        if *each != before {\n            n += 1;\n        }\n        before = *each;\n    }\n    n\n}\n',
    '        before = *each;\n',
    '',
  ],
  [
    'a count that does not begin again',
    'pub fn streaks(all: &[bool]) -> Vec<u32> {\n    let mut found = Vec::new();\n    let mut n = 0;\n    for each in all {\n        if *each {\n            n += 1;\n        } else {\n            found.push(n);\n            n = 0;\n        }\n    }\n    found\n}\n',
    '\n            n = 0;',
    '',
  ],
  [
    'a loop that goes on',
    'pub fn find(all: &[u32], key: u32) -> usize {\n    let mut at = all.len();\n    for (i, each) in all.iter().enumerate() {\n        if *each == key {\n            at = i;\n            break;\n        }\n    }\n    at\n}\n',
    '\n            break;',
    '',
  ],
  [
    'a parameter that is not used',
    'pub fn area(width: u32, height: u32) -> u32 {\n    width * height\n}\n',
    'width * height',
    'width * width',
  ],
  [
    'a branch too soon',
    'pub fn word(n: u32) -> String {\n    if n % 15 == 0 {\n        "both".to_string()\n    } else if n % 3 == 0 {\n        "three".to_string()\n    } else {\n        n.to_string()\n    }\n}\n',
    'if n % 15 == 0 {\n        "both".to_string()\n    } else if n % 3 == 0 {\n        "three".to_string()',
    'if n % 3 == 0 {\n        "three".to_string()\n    } else if n % 15 == 0 {\n        "both".to_string()',
  ],
];

const shapes = `pub enum Shape {
    Circle(f64),
    Square(f64),
    RightTriangle(f64),
}

pub struct Style { pub color: String, pub dashed: bool }

pub fn name(shape: &Shape) -> &'static str {
    match shape {
        Shape::Circle(_) => "circle",
        Shape::Square(_) => "square",
        Shape::RightTriangle(_) => "right_triangle",
    }
}

pub fn style(color: String) -> Style {
    Style { color, dashed: false }
}

pub fn sizes(all: Vec<String>) -> Vec<usize> {
    let lengths = all.iter().map(|each| each.len()).collect();
    println!("{}", all.len());
    lengths
}

pub fn at(all: &[u32], index: u32) -> u32 {
    all[index as usize]
}
`;

const lineOf = (text: string): number => shapes.slice(0, shapes.indexOf(text)).split('\n').length;

const refusals: readonly Row[] = [
  [
    'a pattern not covered',
    shapes,
    '\n        Shape::RightTriangle(_) => "right_triangle",',
    '',
    `error[E0004]: non-exhaustive patterns: \`&Shape::RightTriangle(_)\` not covered\n  --> src/lib.rs:${lineOf('match shape')}:11\n`,
  ],
  [
    'a field not given',
    shapes,
    ', dashed: false',
    '',
    `error[E0063]: missing field \`dashed\` in initializer of \`Style\`\n  --> src/lib.rs:${lineOf('Style { color, ')}:5\n`,
  ],
  [
    'an index of another type',
    shapes,
    'index as usize',
    'index',
    `error[E0277]: the type \`[u32]\` cannot be indexed by \`u32\`\n  --> src/lib.rs:${lineOf('all[index')}:9\n`,
  ],
  [
    'what the compiler advises on a line',
    shapes,
    'all.iter()',
    'all.into_iter()',
    `error[E0382]: borrow of moved value: \`all\`\n  --> src/lib.rs:${lineOf('println!')}:20\n   |\nhelp: you could iterate over it\n   |\n${lineOf('let lengths')} -     let lengths = all.into_iter().map(|each| each.len()).collect();\n${lineOf('let lengths')} +     let lengths = all.iter().map(|each| each.len()).collect();\n   |\n`,
  ],
  [
    'what the compiler marks',
    shapes,
    'all[index as usize]',
    'all[index]',
    `error: no\n  --> src/lib.rs:${lineOf('all[index')}:9\n   |\nhelp: try this\n   |\n${lineOf('all[index')} |     all[index as usize]\n   |               ++++++++\n`,
  ],
  [
    'a number of another type beside an operator',
    'pub fn cost(n: u32, price: f64) -> f64 {\n    n as f64 * price\n}\n',
    'n as f64',
    'n',
    'error[E0277]: cannot multiply `u32` by `f64`\n --> src/lib.rs:2:7\n',
  ],
  [
    'a reference for a value',
    'pub fn last(all: &[u32]) -> u32 {\n    let mut found = 0;\n    for each in all {\n        found = *each;\n    }\n    found\n}\n',
    '*each',
    'each',
    'error[E0308]: mismatched types\n --> src/lib.rs:4:17\n  |\n4 |         found = each;\n  |                 ^^^^ expected integer, found `&u32`\n',
  ],
  [
    'what is not public',
    'mod inner {\n    pub fn one() -> u32 {\n        1\n    }\n}\n\npub fn f() -> u32 {\n    inner::one()\n}\n',
    'pub fn one',
    'fn one',
    'error[E0603]: function `one` is private\n --> src/lib.rs:8:12\n',
  ],
  [
    'a branch without the other side',
    'pub fn sign(n: i32) -> i32 {\n    if n > 0 {\n        1\n    } else {\n        0\n    }\n}\n',
    ' else {\n        0\n    }',
    '',
    'error[E0317]: `if` may be missing an `else` clause\n --> src/lib.rs:2:5\n',
  ],
  [
    'a reference that cannot be changed through',
    'fn put(all: &mut Vec<u32>) {\n    all.push(1);\n}\n\npub fn made() -> Vec<u32> {\n    let mut all = Vec::new();\n    put(&mut all);\n    all\n}\n',
    'put(&mut all)',
    'put(&all)',
    'error[E0308]: mismatched types\n --> src/lib.rs:7:9\n  |\n7 |     put(&all);\n  |     --- ^^^^ types differ in mutability\n',
  ],
  [
    'numbers that no arm is for',
    'pub fn word(n: u8) -> &\'static str {\n    match n {\n        0 => "none",\n        1 => "one",\n        _ => "one",\n    }\n}\n',
    '\n        _ => "one",',
    '',
    'error[E0004]: non-exhaustive patterns: `2_u8..=u8::MAX` not covered\n --> src/lib.rs:2:11\n',
  ],
  [
    'a semicolon behind the value',
    'pub fn more(n: u32) -> u32 {\n    n + 1\n}\n',
    'n + 1\n',
    'n + 1;\n',
    'error[E0308]: mismatched types\n --> src/lib.rs:1:24\n  |\n1 | pub fn more(n: u32) -> u32 {\n  |        ----            ^^^ expected `u32`, found `()`\n2 |     n + 1;\n  |          - help: remove this semicolon to return this value\n',
  ],
  [
    'an argument not given',
    'fn sum(a: u32, b: u32) -> u32 {\n    a + b\n}\n\npub fn both(one: u32, two: u32) -> u32 {\n    sum(one, two)\n}\n',
    'sum(one, two)',
    'sum(one)',
    'error[E0061]: this function takes 2 arguments but 1 argument was supplied\n --> src/lib.rs:6:5\n  |\nhelp: provide the argument\n  |\n6 |     sum(one, /* u32 */)\n  |            +++++++++++\n',
  ],
  [
    'a line that the compiler adds',
    `use std::collections::HashMap;\n\n${shapes}`,
    'use std::collections::HashMap;\n',
    '',
    'error[E0433]: failed to resolve\n  --> src/lib.rs:5:5\n   |\nhelp: consider importing this struct\n   |\n1  + use std::collections::HashMap;\n   |\n',
  ],
];

const WITHIN = 40;

describe.each([
  ['numbers', numbers],
  ['texts', texts],
  ['collections', collections],
  ['failures', failures],
  ['states', states],
  ['refusals of the compiler', refusals],
])('repairs of %s in Rust', (_, rows) => {
  const slips = rows.map(([mistake, program, right, wrong, failure]) => ({ mistake, program, right, wrong, failure }));
  it.each(slips)(`have $mistake among the first ${WITHIN}`, ({ program, right, wrong, failure }) => {
    const broken = program.replaceAll(right, () => wrong);
    expect(broken).not.toBe(program);
    const message = typeof failure === 'string' ? failure : 'assertion failed';
    const more = typeof failure === 'object' ? failure : {};
    const rank = rankOf(program, input(broken, { failing: [red(message, { file: 'tests/all.rs', ...more })] }, path));
    expect(rank).toBeGreaterThan(0);
    expect(rank).toBeLessThanOrEqual(WITHIN);
  });
});

describe('families of Rust alone', () => {
  const templatesFor = (text: string): readonly string[] =>
    generateCandidates(input(text, { failing: [red('assertion failed', { file: 'tests/all.rs' })] }, path)).map(({ template }) => template);

  it.each([
    ['fraction lost', 'pub fn share(part: f64, all: f64) -> f64 {\n    part / all\n}\n'],
    ['set never filled', 'pub fn has(all: &[u32], n: u32) -> bool {\n    all.contains(&n)\n}\n'],
    ['sorted before', 'pub fn unique(mut all: Vec<u32>) -> Vec<u32> {\n    all.sort();\n    all.dedup();\n    all\n}\n'],
    ['result thrown away', 'pub fn add(mut all: Vec<u32>) -> Vec<u32> {\n    all.push(1);\n    all\n}\n'],
    ['name made anew', 'pub fn f(n: u32) -> u32 {\n    if n > 1 {\n        let m = n + 1;\n        return m;\n    }\n    n\n}\n'],
    [
      'step skipped',
      'pub fn f(all: &[u32]) -> u32 {\n    let mut n = 0;\n    for each in all {\n        if *each == 0 {\n            continue;\n        }\n        n += each;\n    }\n    n\n}\n',
    ],
    ['past the end of a type', 'pub fn f(a: u32, b: u32) -> u32 {\n    a + b\n}\n'],
    [
      'left behind a loop',
      'pub fn f(all: &[u32]) -> Vec<u32> {\n    let mut kept = Vec::new();\n    for each in all {\n        kept.push(*each);\n    }\n    kept\n}\n',
    ],
    ['entry overwritten', 'pub fn f(all: &mut Vec<u32>) {\n    all.insert(0, 1);\n}\n'],
    ['arm added', 'pub enum A { B, C }\n\npub fn f(a: A) -> u32 {\n    match a {\n        A::B => 1,\n        A::C => 2,\n    }\n}\n'],
    ['once instead of again', 'pub fn f(a: u32) -> u32 {\n    let mut n = 0;\n    if a > 1 {\n        n += 1;\n    }\n    n\n}\n'],
  ])('propose nothing of "%s" where all is right', (template, text) => {
    expect(templatesFor(text)).not.toContain(template);
  });
});
