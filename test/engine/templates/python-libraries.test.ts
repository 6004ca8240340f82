// Mistakes of libraries in Python: the change that is meant stands among the first candidates.
import { beforeAll, describe, expect, it } from 'vitest';
import { loadGrammars } from '../../../src/engine/templates/grammar/loader.ts';
import { generateCandidates } from '../../../src/engine/templates/index.ts';
import { input, rankOf, red } from './ranks.ts';

beforeAll(() => loadGrammars(['a.py']));

const shelf = `KEEP_UNKNOWN = 1
DROP_UNKNOWN = 2
REFUSE_UNKNOWN = 3


class Shelf:
    def __init__(self, name, unknown=KEEP_UNKNOWN, fields=()):
        self.name = name
        self.unknown = unknown
        self.fields = fields
        self.opened = None

    def _take(self, count=1, before=None):
        found = [book for book in self.books if before is None or book.year < before]
        return found[:count]

    def first(self, count=1, before=None):
        return self._take(count, before=before)

    def title(self, key):
        if key not in self.fields:
            raise LookupError(f"no field {key} " f"on the shelf {self.name}")
        return "title: %s" % (key,)

    def accept(self, entries):
        kept = {}
        errors = []
        for key, value in entries.items():
            if value is None:
                continue
            if key in self.fields:
                kept[key] = value
            elif self.unknown == KEEP_UNKNOWN:
                kept[key] = str(value)
            elif self.unknown == DROP_UNKNOWN:
                continue
            else:
                errors.append(key)
        return kept, errors

    def __setattr__(self, name, value):
        object.__setattr__(self, name, value)
`;

const words = `import re

RULE = re.compile(r"^(?:=+|-+)$")
SENTENCE = re.compile(r"(?<=\\w)\\.(?!\\d)")
OPENING = re.compile(r"<head\\b[^<>]*")


def without_slashes(path):
    while path.startswith("/"):
        path = path[1:]
    return path


def stem(name):
    return name.removesuffix(".txt")


def shown(word):
    if not isinstance(word, str):
        return word
    if word.isascii():
        return word.upper()
    return word


def width(rows, names):
    columns = len(rows[0]) if rows else len(names)
    return columns + len(names) - 1


def setting(line):
    key, _, value = line.partition("=")
    return key.strip(), value.strip()


def top(stack):
    if not stack:
        return None
    last = stack[-1]
    return last.name


def renamed(entry, name):
    new = name.strip()
    if new != entry.name:
        entry.name = new
    return entry


def texts(path):
    with open(path, encoding="utf-8", errors="replace") as handle:
        return handle.read()
`;

const more = `import dataclasses
from enum import Enum

from ledger import export


class Mode(Enum):
    STRICT = 1
    LENIENT = 2
    SILENT = 3


def told(mode, text):
    if mode == Mode.STRICT:
        raise ValueError(text)
    elif mode == Mode.LENIENT:
        print(text)
    elif mode == Mode.SILENT:
        pass


def total(rows, currency="EUR"):
    return export(rows, kind="sum", currency=currency)


def average(rows, currency="EUR"):
    return export(rows, kind="mean", currency=currency)


class Sheet(Table):
    def cells(self, row, blank=None):
        return super().cells(row, blank=blank)

    def names(self, lines):
        found = []
        for line in lines:
            if "=" not in line:
                continue
            name, value = line.split("=")
            found.append(name)
        return found

    def comments(self, parts):
        return [part for part in parts if isinstance(part, str) and part.startswith("#")]

    def is_header(self, parts):
        if parts and parts[0] == "name":
            return True
        return False

    def longest(self, columns):
        found = max(columns) if columns else None
        return found


def only(stack):
    if not stack:
        return None
    (found,) = stack
    return found.name


def trimmed(text):
    text = text.rstrip(",")
    return text


def shown(point):
    template = "{x} and {y}"
    return template.format(x=point.x, y=point.y)


@dataclasses.dataclass(frozen=True)
class Point:
    x: int

    def moved(self, by):
        object.__setattr__(self, "x", self.x + by)
        return self


PAIR = re.compile(r"(\\w+):(\\w+)\\Z")
MARK = re.compile(r"[a-z_%]+")
`;

const noAscii = "AttributeError: 'int' object has no attribute 'isascii'";
const noIndex = 'IndexError: list index out of range';
const oneOfNone = 'ValueError: not enough values to unpack (expected 1, got 0)';
const noPair = 'ValueError: not enough values to unpack (expected 2, got 1)';
const failed = 'it failed';

/** Rank of the change that makes a text right again, a part of which is another. */
function rankOfRepair(right: string, part: string, wrong: string, message: string): number {
  const text = right.replace(part, () => wrong);
  expect(text).not.toBe(right);
  const path = 'src/a.py';
  const at = right.slice(0, right.indexOf(part)).split('\n').length;
  const suspects = text.split('\n').map((_line, line) => ({ path, line: line + 1, score: Math.abs(line + 1 - at) <= 4 ? 1 : 0.5 }));
  return rankOf(right, input(text, { suspects, failing: [red(message)], testSources: [tests] }, path));
}

const tests = { path: 'test/a.test.js', text: "it('a test', () => read('a%20b'));\n" };

describe('of libraries in Python', () => {
  it.each([
    ['a parameter that goes on by name', shelf, 'count, before=before', 'count', failed],
    ['a parameter that goes on by its place', shelf.replace('before=before)', 'before)'), 'count, before)', 'count)', failed],
    ['a parameter that other calls are given', more, '"sum", currency=currency', '"sum"', failed],
    ['a parameter that goes on to the class above', more, 'super().cells(row, blank=blank)', 'super().cells(row)', failed],
    ['a text of two parts with names in braces', shelf, 'f"no field {key} " f"on', '"no field {key} " "on', failed],
    ['a value of a pattern that may be a tuple', shelf, '% (key,)', '% key', failed],
    [
      'a constant in the middle of a chain',
      shelf,
      '            elif self.unknown == DROP_UNKNOWN:\n                continue\n',
      '',
      failed,
    ],
    ['a constant at the end of a chain', more, '    elif mode == Mode.SILENT:\n        pass\n', '', failed],
    ['a member set past its descriptor', shelf, 'object.__setattr__(self, name, value)', 'self.__dict__[name] = value', failed],
    ['a class of which one character repeats', words, '(?:=+|-+)', '[=-]+', failed],
    ['a full stop within a number', words, '\\.(?!\\d)', '\\.', failed],
    ['an end that is not always there', words, '[^<>]*"', '[^<>]*>"', failed],
    ['a sign that the test has', more, '[a-z_%]', '[a-z_]', failed],
    ['what is stripped once', words, 'while path', 'if path', failed],
    [
      'what is stripped once at the end',
      more,
      '    text = text.rstrip(",")\n',
      '    if text.endswith(","):\n        text = text[:-1]\n',
      failed,
    ],
    ['characters for an ending', words, 'removesuffix', 'rstrip', failed],
    ['a value of another kind', words, '    if not isinstance(word, str):\n        return word\n', '', noAscii],
    [
      'a value of another kind than a function of the language takes',
      words,
      '    if not isinstance(word, str):\n        return word\n',
      '',
      "TypeError: expected string or bytes-like object, got 'int'\n  at the end",
    ],
    ['a part of another kind', more, 'isinstance(part, str) and ', '', "AttributeError: 'int' object has no attribute 'startswith'"],
    ['a list without a first item', words, ' if rows else len(names)', '', noIndex],
    ['a list without a last item', words, '    if not stack:\n        return None\n', '', noIndex],
    ['a list without an item to compare', more, 'parts and parts[0]', 'parts[0]', noIndex],
    ['a list without a largest item', more, ' if columns else None', '', 'ValueError: max() arg is an empty sequence'],
    ['a list without its only item', more, '    if not stack:\n        return None\n', '', oneOfNone],
    ['a text without its second part', words, 'key, _, value = line.partition("=")', 'key, value = line.split("=")', noPair],
    ['a line without a second part', more, '            if "=" not in line:\n                continue\n', '', noPair],
    [
      'a member that cannot be set',
      words,
      '    new = name.strip()\n    if new != entry.name:\n        entry.name = new\n',
      '    entry.name = name.strip()\n',
      "AttributeError: property 'name' of 'Entry' object has no setter",
    ],
    [
      'a member of a frozen object',
      more,
      'object.__setattr__(self, "x", self.x + by)',
      'self.x = self.x + by',
      "dataclasses.FrozenInstanceError: cannot assign to field 'x'",
    ],
    [
      'bytes of no known text',
      words,
      ', encoding="utf-8", errors="replace"',
      '',
      "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xe9 in position 3",
    ],
  ])('%s is among the first', (_, right, part, wrong, message) => {
    const rank = rankOfRepair(right, part, wrong, message);
    expect(rank).toBeGreaterThan(0);
    expect(rank).toBeLessThanOrEqual(60);
  });

  it.each([
    ['a pattern of the whole text', more, '\\Z', ''],
    ['nothing yet', shelf, 'self.opened = None', 'self.opened = False'],
    ['items that are none', shelf, '            if value is None:\n                continue\n', ''],
  ])('%s, of which no message tells, is among those that are soon judged', (_, right, part, wrong) => {
    const rank = rankOfRepair(right, part, wrong, failed);
    expect(rank).toBeGreaterThan(0);
    expect(rank).toBeLessThanOrEqual(300);
  });

  it('a step that its sibling takes, or a value that it has, is among the first', () => {
    const right = `class Store:
    def put(self, key, value):
        self.check(key)
        entry = Entry(value, self.now())
        self.journal.append((key, entry))
        old = self.entries.get(key) or none(key)
        self.entries[key] = entry
        return old

    def put_all(self, key, value):
        self.check(key)
        entry = Entry(value, self.now())
        self.journal.append((key, entry))
        old = self.entries.get(key) or none(key)
        self.flush()
        self.entries[key] = entry
        return old
`;
    const from = right.lastIndexOf('        self.journal');
    for (const [part, wrong] of [
      ['        self.journal.append((key, entry))\n', ''],
      ['self.entries.get(key) or none(key)', 'self.entries.get(key)'],
    ] as const) {
      const text = right.slice(0, from) + right.slice(from).replace(part, () => wrong);
      const at = text.slice(0, from).split('\n').length;
      const suspects = text.split('\n').map((__, line) => ({ path: 'src/a.py', line: line + 1, score: Math.abs(line - at) < 5 ? 1 : 0.5 }));
      const rank = rankOf(right, input(text, { suspects }, 'src/a.py'));
      expect(rank).toBeGreaterThan(0);
      expect(rank).toBeLessThanOrEqual(30);
    }
  });

  it('a pattern of the module is looked at where suspicious lines ask it', () => {
    const text = words
      .replace('(?:=+|-+)', '[=-]+')
      .replace('def stem(name):', 'def is_rule(line):\n    return bool(RULE.match(line))\n\n\ndef stem(name):');
    const line = text.slice(0, text.indexOf('RULE.match')).split('\n').length;
    const wanted = text.replace('[=-]+', '(?:=+|-+)');
    const rank = rankOf(wanted, input(text, { suspects: [{ path: 'src/a.py', line, score: 1 }] }, 'src/a.py'));
    expect(rank).toBeGreaterThan(0);
    expect(rank).toBeLessThanOrEqual(60);
  });

  it.each([
    [
      'one item for all',
      'def parts(source, most):\n    if most == 0:\n        yield list(source)\n        return\n    yield from cut(source, most)\n',
      'list(source)',
      '[source]',
    ],
    [
      'a member that may be None',
      "def last(items):\n    if getattr(items, '__reversed__', None):\n        return next(reversed(items))\n    return deque(items, 1)[-1]\n",
      "getattr(items, '__reversed__', None)",
      "hasattr(items, '__reversed__')",
    ],
    [
      'another piece that a text is asked for',
      'def linked(word):\n    if "@" in word and not word.startswith("www.") and not word.startswith("@") and match(word):\n        return "mailto:" + word\n    return word\n',
      ' and not word.startswith("@")',
      '',
    ],
    [
      'what is not said',
      'def signing(keys):\n    return [key for key in keys if key.use in ("sig", None) and key.id]\n',
      'key.use in ("sig", None)',
      'key.use == "sig"',
    ],
    [
      'so many digits at most',
      'import re\n\nFORMS = {\n    "%f": "[0-9]{1,6}",\n    "%Y": "[0-9]{4}",\n}\n\n\ndef matches(form, text):\n    return re.fullmatch(FORMS[form], text) is not None\n',
      '{1,6}',
      '{6}',
    ],
    [
      'what a member is given elsewhere',
      'class Scopes:\n    def bind(self, name, node):\n        self.names[name].used = (self.scope, node)\n\n    def load(self, name, node):\n        if name in self.skipped:\n            self.names[name].used = (self.scope, node)\n            return\n        self.find(name).used = (self.scope, node)\n',
      'skipped:\n            self.names[name].used = (self.scope, node)',
      'skipped:\n            self.names[name].used = True',
    ],
  ])('%s is among the first', (_, right, part, wrong) => {
    const text = right.replace(part, () => wrong);
    expect(text).not.toBe(right);
    const at = right.slice(0, right.indexOf(part)).split('\n').length;
    const suspects = text.split('\n').map((__, line) => ({ path: 'src/a.py', line: line + 1, score: Math.abs(line - at) < 3 ? 1 : 0.5 }));
    const rank = rankOf(right, input(text, { suspects }, 'src/a.py'));
    expect(rank).toBeGreaterThan(0);
    expect(rank).toBeLessThanOrEqual(60);
  });

  it('what is right is left as it is', () => {
    const made = [shelf, words, more].flatMap((text) => generateCandidates(input(text, {}, 'src/a.py')));
    const names = new Set(made.map(({ template }) => template));
    expect(names).toContain('item passed over');
    const known = ['names in a text', 'value that may be a tuple', 'stripped once', 'characters for an ending', 'set past its descriptor'];
    expect(known.filter((name) => names.has(name))).toEqual([]);
    // None of them is given twice, and what no message tells of is not asked for.
    const said = ['kind left alone', 'nothing to read', 'text in two', 'set only where it differs', 'bytes that are no text'];
    expect(said.filter((name) => names.has(name))).toEqual([]);
    expect(made.filter(({ template, label }) => template === 'parameter handed on' && /^(?:before|currency|blank) /.test(label))).toEqual(
      [],
    );
  });
});
