import { beforeAll, describe, expect, it } from 'vitest';
import { loadGrammars } from '../../../src/engine/templates/grammar/loader.ts';
import { type FailingTest, generateCandidates } from '../../../src/engine/templates/index.ts';
import { input, rankOf, red } from './ranks.ts';

const path = 'lib/shelf.rb';

beforeAll(() => loadGrammars([path]));

interface Slip {
  readonly of: string;
  readonly text: string;
  /** What is wrong, and what it must become. */
  readonly wrong: string;
  readonly right: string;
  readonly message?: string;
  readonly values?: Pick<FailingTest, 'expected' | 'actual'>;
  readonly tests?: string;
  readonly within?: number;
}

const wanted = (expected: string, actual: string): Pick<FailingTest, 'expected' | 'actual'> => ({ expected, actual });

function inputOf({ text, message, values, tests }: Slip) {
  const testSources = tests === undefined ? [] : [{ path: 'test/shelf_test.rb', text: tests }];
  return input(text, { failing: [red(message ?? 'it failed', values ?? {})], testSources }, path);
}

const within = 40;

/** Lines of a class, with what holds it together. */
const inClass = (...lines: readonly string[]): string =>
  `class Shelf\n${lines.map((line) => (line === '' ? '' : `  ${line}`)).join('\n')}\nend\n`;
const inMethod = (...lines: readonly string[]): string =>
  inClass(...lines.map((line, at) => (at === 0 || line === 'end' ? line : `  ${line}`)));

const copies: readonly Slip[] = [
  {
    of: 'a table with one list for all keys',
    text: inClass('def initialize', '  @books = Hash.new([])', 'end', '', 'def put(topic, book)', '  @books[topic] << book', 'end'),
    wrong: 'Hash.new([])',
    right: 'Hash.new { |hash, topic| hash[topic] = [] }',
    within: 3,
  },
  {
    of: 'a table that keeps nothing of what it makes',
    text: inMethod('def sorted(books)', 'shelves = Hash.new { [] }', 'books.each { |book| shelves[book.topic] << book }', 'shelves', 'end'),
    wrong: 'Hash.new { [] }',
    right: 'Hash.new { |hash, key| hash[key] = [] }',
    within: 5,
  },
  {
    of: 'one row in all places',
    text: inMethod('def grid(rows, columns)', 'Array.new(rows, Array.new(columns, 0))', 'end'),
    wrong: 'Array.new(rows, Array.new(columns, 0))',
    right: 'Array.new(rows) { Array.new(columns, 0) }',
    within: 3,
  },
  {
    of: 'shared settings changed in place',
    text: `RULES = { days: 14, most: 3 }\n\ndef rules_for(own)\n  RULES.merge!(own)\nend\n`,
    wrong: 'merge!',
    right: 'merge',
    within: 5,
  },
  {
    of: 'a method that changes in place and may answer nothing',
    text: inMethod('def words(text)', 'list = text.split.uniq!', 'list.size', 'end'),
    wrong: 'uniq!',
    right: 'uniq',
    within: 10,
  },
  {
    of: 'a result thrown away',
    text: inMethod('def names(books)', 'names = books.map(&:name)', 'names.sort', 'names', 'end'),
    wrong: '\n    names.sort\n',
    right: '\n    names = names.sort\n',
    within: 5,
  },
  {
    of: 'a list handed out',
    text: inClass('def initialize', '  @books = []', 'end', '', 'def books', '  @books', 'end'),
    wrong: 'def books\n    @books',
    right: 'def books\n    @books.dup',
  },
  {
    of: 'a constant that is changed later',
    text: `class Shelf\n  START = ["atlas"]\n\n  def initialize\n    @books = START\n  end\nend\n`,
    wrong: '@books = START',
    right: '@books = START.dup',
    within: 5,
  },
  {
    of: 'a list that is its caller’s',
    text: inMethod('def drain(queue)', 'taken = []', 'taken << queue.shift until queue.empty?', 'taken', 'end'),
    wrong: 'taken = []',
    right: 'queue = queue.dup\n    taken = []',
    within: 15,
  },
  {
    of: 'a copy whose values are shared',
    text: inMethod('def snapshot', '@shelves.dup', 'end'),
    wrong: '@shelves.dup',
    right: '@shelves.transform_values(&:dup)',
    within: 20,
  },
  {
    of: 'a list that changes while it is gone over',
    text: inMethod('def prune(books)', 'books.each { |book| books.delete(book) if book.old? }', 'end'),
    wrong: 'books.each',
    right: 'books.dup.each',
    within: 5,
  },
  {
    of: 'counts without a beginning',
    text: inMethod('def counts(books)', 'counts = {}', 'books.each { |book| counts[book.topic] += 1 }', 'counts', 'end'),
    wrong: '{}',
    right: 'Hash.new(0)',
    within: 5,
  },
  {
    of: 'a frozen text',
    text: inMethod('def label(name)', 'text = "Book: "', 'text << name', 'text', 'end'),
    wrong: '"Book: "',
    right: '+"Book: "',
    message: 'FrozenError: can\'t modify frozen String: "Book: "',
    within: 5,
  },
  {
    of: 'members of a copy',
    text: inClass('def initialize', '  @books = []', 'end'),
    wrong: '[]\n  end',
    right: '[]\n  end\n\n  def initialize_copy(source)\n    super\n    @books = @books.dup\n  end',
    tests: 'other = shelf.dup\n',
  },
];

const conditions: readonly Slip[] = [
  {
    of: 'a join that binds more weakly than what sets',
    text: inMethod('def lend?(book)', 'free = book.here? and book.whole?', 'free', 'end'),
    wrong: ' and ',
    right: ' && ',
    within: 3,
  },
  {
    of: 'one side denied for the whole',
    text: inMethod('def other?(book)', 'return false if !book.id == @id', 'true', 'end'),
    wrong: '!book.id == @id',
    right: 'book.id != @id',
    within: 20,
  },
  {
    of: 'a default that sums take for theirs',
    text: inMethod('def total(fee)', '@paid + fee || 0', 'end'),
    wrong: '@paid + fee || 0',
    right: '@paid + (fee || 0)',
    within: 5,
  },
  {
    of: 'a condition that is put into a list',
    text: inMethod('def add(full)', '@out << full ? "x" : "o"', 'end'),
    wrong: 'full ? "x" : "o"',
    right: '(full ? "x" : "o")',
    within: 5,
  },
  {
    of: 'set for compared',
    text: inMethod('def mine?(owner)', 'return true if owner = @owner', 'false', 'end'),
    wrong: 'owner = @owner',
    right: 'owner == @owner',
    within: 5,
  },
  {
    of: 'the same object for an equal one',
    text: inMethod('def same?(other)', '@title.equal?(other.title)', 'end'),
    wrong: '@title.equal?(other.title)',
    right: '@title == other.title',
    within: 10,
  },
  {
    of: 'the class of a class',
    text: inMethod('def size(value)', 'case value.class', 'when String then value.length', 'else 1', 'end', 'end').replace(
      '  end\n  end',
      '    end\n  end',
    ),
    wrong: 'value.class',
    right: 'value',
    within: 5,
  },
  {
    of: 'false taken for nothing',
    text: inMethod('def deep?(options)', 'options[:deep] || true', 'end'),
    wrong: 'options[:deep] || true',
    right: 'options.fetch(:deep, true)',
    within: 5,
  },
  {
    of: 'a kept value asked for truth',
    text: inClass(
      'def load(key)',
      '  found = find(key)',
      '  return found if found',
      '',
      '  @loaded[key] = yield',
      'end',
      '',
      'def known?(key)',
      '  @loaded.key?(key)',
      'end',
    ),
    wrong: 'found = find(key)\n    return found if found',
    right: 'return find(key) if known?(key)',
    within: 12,
  },
  {
    of: 'one value kept for all',
    text: inMethod('def price(book)', '@price ||= @shop.ask(book)', 'end'),
    wrong: '@price ||=',
    right: '(@price ||= {})[book] ||=',
    within: 10,
  },
  {
    of: 'nothing, but not empty',
    text: inMethod('def title(name)', 'return "untitled" if name.nil?', '', 'name.capitalize', 'end'),
    wrong: 'if name.nil?',
    right: 'if name.nil? || name.empty?',
    within: 25,
  },
  {
    of: 'the end of what calls itself',
    text: inMethod('def depth(box)', '1 + [depth(box.left), depth(box.right)].max', 'end'),
    wrong: '1 + [',
    right: 'return 0 if box.nil?\n\n    1 + [',
    message: "NoMethodError: undefined method `left' for nil:NilClass",
    within: 12,
  },
  {
    of: 'none to divide by',
    text: inMethod('def average(pages)', 'pages.sum / pages.size', 'end'),
    wrong: 'pages.sum /',
    right: 'return 0 if pages.empty?\n\n    pages.sum /',
    message: 'ZeroDivisionError: divided by 0',
    within: 12,
  },
  {
    of: 'blank lines',
    text: inMethod(
      'def read(text)',
      'text.lines.map do |line|',
      '  name, pages = line.split(";")',
      '  [name, pages.to_i]',
      'end',
      'end',
    ).replace('  end\n  end', '    end\n  end'),
    wrong: 'name, pages = line',
    right: 'next if line.strip.empty?\n\n      name, pages = line',
    within: 30,
  },
];

const flow: readonly Slip[] = [
  {
    of: 'a list that is gathered and not answered',
    text: inMethod('def thick(books)', 'found = []', 'books.each { |book| found << book if book.pages > 500 }', 'end'),
    wrong: '500 }',
    right: '500 }\n    found',
    within: 5,
  },
  {
    of: 'the object itself',
    text: inClass('def add(book)', '  @books << book', '  self', 'end', '', 'def mark(book)', '  @marks << book', 'end'),
    wrong: '@marks << book',
    right: '@marks << book\n    self',
    within: 10,
  },
  {
    of: 'what is carried on',
    text: inMethod('def index(books)', 'books.inject({}) { |index, book| index[book.id] = book }', 'end'),
    wrong: '= book }',
    right: '= book; index }',
    within: 5,
  },
  {
    of: 'what is carried on of an item passed over',
    text: inMethod(
      'def sum(books)',
      'books.reduce(0) do |sum, book|',
      '  next if book.lost?',
      '',
      '  sum + book.pages',
      'end',
      'end',
    ).replace('  end\n  end', '    end\n  end'),
    wrong: 'next if',
    right: 'next sum if',
    within: 5,
  },
  {
    of: 'a round that ends its method',
    text: inMethod('def titles(books)', 'books.map do |book|', '  return "-" if book.lost?', '', '  book.title', 'end', 'end').replace(
      '  end\n  end',
      '    end\n  end',
    ),
    wrong: 'return "-"',
    right: 'next "-"',
    within: 10,
  },
  {
    of: 'an error that is swallowed',
    text: inMethod('def load(path)', 'File.read(path)', 'rescue IOError', '  @log.warn(path)', 'end')
      .replace('    rescue', '  rescue')
      .replace('      @log', '    @log'),
    wrong: '@log.warn(path)',
    right: '@log.warn(path)\n    raise',
    within: 8,
  },
  {
    of: 'an error that is swallowed when no tries are left',
    text: 'def fetch(left)\n  yield\nrescue IOError\n  if left > 0\n    left -= 1\n    retry\n  end\nend\n',
    wrong: '    retry\n  end',
    right: '    retry\n  else\n    raise\n  end',
    message: 'IOError expected but nothing was raised.',
    within: 10,
  },
  {
    of: 'another class of errors',
    text: 'class Gone < StandardError; end\n\ndef find(id)\n  raise ArgumentError, "gone" unless id\n\n  id\nend\n',
    wrong: 'raise ArgumentError',
    right: 'raise Gone',
    message: '[Gone] exception expected, not ArgumentError',
    within: 10,
  },
  {
    of: 'a number that is read strictly',
    text: inMethod('def pages(text)', 'text.to_i', 'end'),
    wrong: 'text.to_i',
    right: 'Integer(text)',
    message: 'ArgumentError expected but nothing was raised.',
    within: 15,
  },
  {
    of: 'a round without a block',
    text: inMethod('def each', '@books.each { |book| yield book }', 'self', 'end'),
    wrong: '@books.each',
    right: 'return enum_for(:each) unless block_given?\n\n    @books.each',
    within: 15,
  },
  {
    of: 'a block that is not handed on',
    text: inMethod('def each(&block)', '@books.each', 'self', 'end'),
    wrong: '@books.each',
    right: '@books.each(&block)',
    within: 5,
  },
  {
    of: 'what is printed and not answered',
    text: inMethod('def label', 'puts "#{@title} (#{@year})"', 'end'),
    wrong: 'puts ',
    right: '',
    within: 10,
  },
];

const classes: readonly Slip[] = [
  {
    of: 'a setter that is called without an object',
    text: inClass(
      'attr_accessor :place',
      '',
      'def move(place)',
      '  spot = place.strip',
      '  @moved = spot',
      'end',
      '',
      'def reset',
      '  place = nil',
      'end',
    ),
    wrong: '    place = nil',
    right: '    self.place = nil',
    within: 5,
  },
  {
    of: 'a local variable for a member',
    text: inClass('def initialize', '  @count = 0', 'end', '', 'def add', '  count += 1', 'end'),
    wrong: ' count += 1',
    right: ' @count += 1',
    within: 5,
  },
  {
    of: 'a member that nothing sets',
    text: inClass('def initialize(owner)', '  @owner = owner', 'end', '', 'def label', '  "of #{@onwer}"', 'end'),
    wrong: '@onwer',
    right: '@owner',
    within: 5,
  },
  {
    of: 'a parameter that is not kept',
    text: inClass('def initialize(name, room)', '  @name = name', 'end', '', 'def label', '  "#{@name}, #{@room}"', 'end'),
    wrong: '@name = name',
    right: '@name = name\n    @room = room',
    within: 5,
  },
  {
    of: 'a member that is not begun again',
    text: inClass(
      'def initialize',
      '  @here = []',
      '  @lent = []',
      'end',
      '',
      'def lend(book)',
      '  @lent << book',
      '  self',
      'end',
      '',
      'def replace(books)',
      '  @here = books.dup',
      '  self',
      'end',
    ),
    wrong: '@here = books.dup',
    right: '@lent.clear\n    @here = books.dup',
    within: 20,
  },
  {
    of: 'a sum that is kept though its parts change',
    text: inClass('def add(book)', '  @books << book', '  self', 'end', '', 'def pages', '  @pages ||= @books.sum(&:pages)', 'end'),
    wrong: '@books << book',
    right: '@books << book\n    @pages = nil',
    within: 12,
  },
  {
    of: 'a check that the other methods have',
    text: inClass(
      'def lend(id)',
      '  check(id)',
      '  @lent[id] = true',
      'end',
      '',
      'def take(id)',
      '  check(id)',
      '  @lent.delete(id)',
      'end',
      '',
      'def sell(id)',
      '  @books.delete(id)',
      'end',
    ),
    wrong: '@books.delete(id)',
    right: 'check(id)\n    @books.delete(id)',
    within: 10,
  },
  {
    of: 'a difference below nothing',
    text: inMethod('def take(count)', '@left = @left - count', 'end'),
    wrong: '@left - count',
    right: '[@left - count, 0].max',
    within: 20,
  },
  {
    of: 'a sum beyond its limit',
    text: 'class Shelf\n  LIMIT = 20\n\n  def add(count)\n    @count += count\n  end\nend\n',
    wrong: '@count += count',
    right: '@count = [@count + count, LIMIT].min',
    within: 15,
  },
  {
    of: 'a list beyond its limit',
    text: inClass(
      'def initialize(limit)',
      '  @limit = limit',
      '  @last = []',
      'end',
      '',
      'def note(book)',
      '  @last << book',
      '  book',
      'end',
    ),
    wrong: '@last << book',
    right: '@last << book\n    @last.shift if @last.size > @limit',
    within: 15,
  },
  {
    of: 'a best value that any other replaces',
    text: inMethod('def see(price)', '@highest = price', 'price', 'end'),
    wrong: '@highest = price',
    right: '@highest = price if @highest.nil? || price > @highest',
    within: 10,
  },
  {
    of: 'a class above that is not begun',
    text: 'class Comic < Book\n  def initialize(title, artist)\n    @artist = artist\n  end\nend\n',
    wrong: '@artist = artist',
    right: 'super(title)\n    @artist = artist',
    within: 5,
  },
  {
    of: 'equal objects that are two keys',
    text: inClass('attr_reader :title', '', 'def ==(other)', '  title == other.title', 'end'),
    wrong: '== other.title\n  end',
    right: '== other.title\n  end\n\n  alias eql? ==\n\n  def hash\n    [title].hash\n  end',
    within: 12,
  },
  {
    of: 'the clock of the machine',
    text: inClass(
      'def initialize(clock)',
      '  @clock = clock',
      'end',
      '',
      'def due?',
      '  @due < @clock.now',
      'end',
      '',
      'def lend',
      '  @due = Time.now + 14',
      'end',
    ),
    wrong: 'Time.now',
    right: '@clock.now',
    within: 10,
  },
  {
    of: 'what is done under a lock elsewhere',
    text: inClass('def add(book)', '  @lock.synchronize { @books << book }', 'end', '', 'def drop(book)', '  @books.delete(book)', 'end'),
    wrong: '@books.delete(book)',
    right: '@lock.synchronize do\n      @books.delete(book)\n    end',
    within: 15,
  },
];

const texts: readonly Slip[] = [
  {
    of: 'letters that are not made alike',
    text: inMethod('def key(title)', 'title.strip.tr(" ", "-")', 'end'),
    wrong: 'strip.tr',
    right: 'strip.downcase.tr',
    values: wanted('"blue-book"', '"Blue-Book"'),
    within: 10,
  },
  {
    of: 'one side in lower case',
    text: inMethod('def match?(title)', '@title.downcase == title', 'end'),
    wrong: '== title',
    right: '== title.downcase',
    within: 5,
  },
  {
    of: 'parts with their blanks',
    text: inMethod('def tags(text)', 'text.split(",")', 'end'),
    wrong: 'split(",")',
    right: 'split(",").map(&:strip)',
    within: 12,
  },
  {
    of: 'lines with their ends',
    text: inMethod('def rows(text)', 'text.lines.map { |row| row.split(";") }', 'end'),
    wrong: 'lines',
    right: 'lines(chomp: true)',
    within: 12,
  },
  {
    of: 'the ends of a line for those of a text',
    text: 'class Shelf\n  CODE = /^[A-Z]\\d+$/\n\n  def code?(text)\n    CODE.match?(text)\n  end\nend\n',
    wrong: '/^[A-Z]\\d+$/',
    right: '/\\A[A-Z]\\d+\\z/',
    within: 5,
  },
  {
    of: 'a pattern without ends',
    text: inMethod('def code?(text)', 'text.match?(/[A-Z]\\d+/)', 'end'),
    wrong: '/[A-Z]\\d+/',
    right: '/\\A[A-Z]\\d+\\z/',
    within: 8,
  },
  {
    of: 'a text within a pattern',
    text: inMethod('def named(part)', '@books.grep(/#{part}/)', 'end'),
    wrong: '#{part}',
    right: '#{Regexp.escape(part)}',
    within: 8,
  },
  {
    of: 'the first place for all',
    text: inMethod('def slug', '@title.sub(" ", "-")', 'end'),
    wrong: 'sub(',
    right: 'gsub(',
    within: 12,
  },
  {
    of: 'texts for symbols as keys',
    text: inClass(
      'def initialize(options)',
      '  @options = options.transform_keys(&:to_sym)',
      'end',
      '',
      'def [](name)',
      '  @options[name]',
      'end',
    ),
    wrong: '@options[name]',
    right: '@options[name.to_sym]',
    within: 12,
  },
  {
    of: 'keys of a text that is read',
    text: 'require "json"\n\ndef pages(text)\n  JSON.parse(text)[:pages]\nend\n',
    wrong: 'JSON.parse(text)',
    right: 'JSON.parse(text, symbolize_names: true)',
    within: 8,
  },
  {
    of: 'a symbol for another',
    text: 'Book = Struct.new(:title, :pages)\n\ndef pages(books)\n  books.map(&:title).sum\nend\n',
    wrong: '&:title',
    right: '&:pages',
    within: 25,
  },
  {
    of: 'a value that is not put in',
    text: inMethod('def label', "'of #{@owner}'", 'end'),
    wrong: "'of #{@owner}'",
    right: '"of #{@owner}"',
    within: 3,
  },
  {
    of: 'minutes for the month',
    text: inMethod('def day', '@lent.strftime("%Y-%M-%d")', 'end'),
    wrong: '%M',
    right: '%m',
    within: 12,
  },
];

const collections: readonly Slip[] = [
  { of: 'the wrong end', text: inMethod('def serve', '@queue.pop', 'end'), wrong: 'pop', right: 'shift', within: 8 },
  {
    of: 'lists within a list',
    text: inMethod('def authors', '@books.map(&:authors)', 'end'),
    wrong: 'map',
    right: 'flat_map',
    within: 12,
  },
  {
    of: 'a result out of order',
    text: inMethod('def titles', '@books.map(&:title)', 'end'),
    wrong: '(&:title)',
    right: '(&:title).sort',
    values: wanted('["a", "b", "c"]', '["b", "a", "c"]'),
    within: 5,
  },
  {
    of: 'values that come twice',
    text: inMethod('def topics', '@books.map(&:topic)', 'end'),
    wrong: '(&:topic)',
    right: '(&:topic).uniq',
    values: wanted('["art", "sea"]', '["art", "sea", "art"]'),
    within: 5,
  },
  {
    of: 'pairs for a table',
    text: inMethod('def pages', '@books.map { |book| [book.id, book.pages] }', 'end'),
    wrong: 'pages] }',
    right: 'pages] }.to_h',
    within: 5,
  },
  {
    of: 'an order that is not settled',
    text: inMethod('def ranking(counts)', 'counts.sort_by { |name, count| -count }', 'end'),
    wrong: '-count }',
    right: '[-count, name] }',
    within: 8,
  },
  {
    of: 'an order of members that is not settled',
    text: 'Book = Struct.new(:title, :pages)\n\ndef by_pages(books)\n  books.sort_by(&:pages)\nend\n',
    wrong: '(&:pages)',
    right: ' { |each| [each.pages, each.title] }',
    within: 12,
  },
  {
    of: 'parameters of a block in the wrong order',
    text: inMethod('def lines', '@books.each_with_index.map { |index, book| "#{index}: #{book}" }', 'end'),
    wrong: '|index, book|',
    right: '|book, index|',
    within: 12,
  },
  {
    of: 'defaults that win',
    text: inMethod('def settings(own)', 'own.merge(@defaults)', 'end'),
    wrong: 'own.merge(@defaults)',
    right: '@defaults.merge(own)',
    within: 8,
  },
  {
    of: 'nothing to add up',
    text: inMethod('def pages', '@books.map(&:pages).inject(:+)', 'end'),
    wrong: ':+',
    right: '0, :+',
    within: 10,
  },
  {
    of: 'a fraction that is lost before it is rounded',
    text: inMethod('def share(part, whole)', '(part * 100 / whole).round', 'end'),
    wrong: '/ whole',
    right: '/ whole.to_f',
    within: 5,
  },
  {
    of: 'a last page that is lost',
    text: inMethod('def pages(count)', 'count / @per_page', 'end'),
    wrong: 'count / @per_page',
    right: '(count / @per_page.to_f).ceil',
    within: 8,
  },
  {
    of: 'a share that is multiplied too late',
    text: inMethod('def percent(part, whole)', 'part / whole * 100', 'end'),
    wrong: 'part / whole * 100',
    right: 'part * 100 / whole',
    within: 8,
  },
  {
    of: 'a sum cut off',
    text: inMethod('def cents(price)', '(price * 100).to_i', 'end'),
    wrong: 'to_i',
    right: 'round',
    within: 5,
  },
  {
    of: 'a position behind the last',
    text: inMethod('def after(at)', '@books[at + 1]', 'end'),
    wrong: '[at + 1]',
    right: '[(at + 1) % @books.size]',
    within: 20,
  },
  {
    of: 'pages that are counted from 1',
    text: inMethod('def offset(page, per_page)', 'page * per_page', 'end'),
    wrong: 'page *',
    right: '(page - 1) *',
    within: 12,
  },
  {
    of: 'a range from 0',
    text: inMethod('def days(count)', '(0...count).map { |day| day }', 'end'),
    wrong: '0...count',
    right: '1..count',
    within: 12,
  },
];

const messages: readonly Slip[] = [
  {
    of: 'a library that is not required',
    text: 'def topics(books)\n  Set.new(books)\nend\n',
    wrong: 'def topics',
    right: 'require "set"\n\ndef topics',
    message: 'NameError: uninitialized constant Set',
    within: 2,
  },
  {
    of: 'nothing that is called upon',
    text: inMethod('def author(id)', '@books[id].author', 'end'),
    wrong: '].author',
    right: ']&.author',
    message: "NoMethodError: undefined method `author' for nil:NilClass",
    within: 3,
  },
  {
    of: 'nothing that is added to',
    text: inMethod('def count(topic)', '@counts[topic] += 1', 'end'),
    wrong: '@counts[topic] += 1',
    right: '@counts[topic] = (@counts[topic] || 0) + 1',
    message: "NoMethodError: undefined method '+' for nil",
    within: 3,
  },
  {
    of: 'nothing that is put into',
    text: inMethod('def put(topic, book)', '@shelves[topic] << book', 'end'),
    wrong: '@shelves[topic] <<',
    right: '(@shelves[topic] ||= []) <<',
    message: "NoMethodError: undefined method '<<' for nil",
    within: 3,
  },
  {
    of: 'a private method of another object',
    text: inClass('def >(other)', '  pages > other.pages', 'end', '', 'private', '', 'attr_reader :pages'),
    wrong: 'private',
    right: 'protected',
    message: "NoMethodError: private method `pages' called for #<Shelf>",
    within: 3,
  },
  {
    of: 'a reader that is not there',
    text: inClass('def initialize(owner)', '  @owner = owner', 'end'),
    wrong: 'def initialize',
    right: 'attr_reader :owner\n\n  def initialize',
    message: "NoMethodError: undefined method `owner' for #<Shelf:0x01>",
    within: 3,
  },
  {
    of: 'a writer that is not there',
    text: inClass('attr_reader :owner', '', 'def initialize(owner)', '  @owner = owner', 'end'),
    wrong: 'attr_reader',
    right: 'attr_accessor',
    message: "NoMethodError: undefined method `owner=' for #<Shelf:0x01>",
    within: 4,
  },
  {
    of: 'what a list offers',
    text: inClass('def each(&block)', '  @books.each(&block)', 'end'),
    wrong: 'def each',
    right: 'include Enumerable\n\n  def each',
    message: "NoMethodError: undefined method `map' for #<Shelf:0x01>",
    within: 3,
  },
  {
    of: 'a member without its mark',
    text: inClass('def initialize(owner)', '  @owner = owner', 'end', '', 'def label', '  owner.upcase', 'end'),
    wrong: '  owner.upcase',
    right: '  @owner.upcase',
    message: "NameError: undefined local variable or method `owner' for #<Shelf:0x01>",
    within: 3,
  },
  {
    of: 'a block that is not given',
    text: inMethod('def add(book)', '@books << book', 'yield book', '@books.size', 'end'),
    wrong: 'yield book',
    right: 'yield book if block_given?',
    message: 'LocalJumpError: no block given (yield)',
    within: 3,
  },
  {
    of: 'a number within a text',
    text: inMethod('def label(count)', '"books: " + count', 'end'),
    wrong: '+ count',
    right: '+ count.to_s',
    message: 'TypeError: no implicit conversion of Integer into String',
    within: 5,
  },
];

describe.each(Object.entries({ copies, conditions, flow, classes, texts, collections, messages }))('slips of Ruby: %s', (_, slips) => {
  it.each(slips)('repairs $of', (slip) => {
    expect(slip.text).toContain(slip.wrong);
    const rank = rankOf(
      slip.text.replace(slip.wrong, () => slip.right),
      inputOf(slip),
    );
    expect(rank).toBeGreaterThan(0);
    expect(rank).toBeLessThanOrEqual(slip.within ?? within);
  });
});

describe('what is right in Ruby', () => {
  it.each([
    ['a table that makes a list for each key', 'one for all keys', '@books = Hash.new { |hash, key| hash[key] = [] }'],
    ['a table of counts', 'one for all keys', '@books = Hash.new(0)'],
    ['a list of numbers', 'one in all places of a list', '@books = Array.new(3, 0)'],
    ['a join of what is done', 'join that binds weakly', 'book = find(1) or raise "gone"'],
    ['a fraction that is kept', 'fraction that is lost', '@share = part / whole.to_f'],
    ['a pattern with its ends', 'ends of a pattern', 'return unless text.match?(/\\A\\d+\\z/)'],
    ['an error that is raised again', 'error that is swallowed', 'begin\n  read\nrescue IOError\n  raise\nend'],
    ['a block that is handed on', 'block handed on', '@books.each(&block)'],
    ['a setter of the object', 'local variable for a member', 'self.place = 1'],
    ['a result that is taken', 'result thrown away', 'names = names.sort'],
    ['a change that is meant', 'changed in place', 'names.sort!'],
    ['a text in double quotes', 'value put into a text', '@label = "of #{@owner}"'],
  ])('is left alone: %s', (_, template, statement) => {
    const text = `class Shelf\n  attr_accessor :place\n\n  def work(part, whole, text, names, &block)\n    ${statement}\n    @done = true\n  end\nend\n`;
    const made = generateCandidates(input(text, {}, path));
    expect(made.length).toBeGreaterThan(0);
    expect(made.filter((each) => each.template === template)).toEqual([]);
  });

  it('proposes nothing for members that are begun again, or for methods that answer what they gather', () => {
    const text = inClass(
      'def initialize',
      '  @here = []',
      '  @lent = []',
      'end',
      '',
      'def clear',
      '  @lent.clear',
      '  @here = []',
      'end',
      '',
      'def all',
      '  found = []',
      '  @here.each { |book| found << book }',
      '  found',
      'end',
    );
    const made = generateCandidates(input(text, {}, path)).map(({ template }) => template);
    expect(made).not.toContain('member begun again');
    expect(made).not.toContain('result of a method');
  });
});
