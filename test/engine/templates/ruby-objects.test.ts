import { beforeAll, describe, expect, it } from 'vitest';
import { loadGrammars } from '../../../src/engine/templates/grammar/loader.ts';
import { generateCandidates } from '../../../src/engine/templates/index.ts';
import { input } from './ranks.ts';
import { inClass, inMethod, path, rankOfRepair, type Slip } from './ruby-programs.ts';

beforeAll(() => loadGrammars([path]));

const objects: readonly Slip[] = [
  {
    of: 'an object of another kind',
    text: inClass('attr_reader :title', '', 'def ==(other)', '  title == other.title', 'end', '', 'def hash', '  title.hash', 'end'),
    wrong: 'title == other.title',
    right: 'return false unless other.is_a?(self.class)\n\n    title == other.title',
    within: 10,
  },
  {
    of: 'what is missing and not told of',
    text: inClass('def method_missing(name, *rest)', '  return @books[name] if @books.key?(name)', '', '  super', 'end'),
    wrong: '  super\n  end',
    right: '  super\n  end\n\n  def respond_to_missing?(name, include_private = false)\n    @books.key?(name) || super\n  end',
    within: 10,
  },
  {
    of: 'a method of the class itself',
    text: 'module Shelves\n  def largest(shelves)\n    shelves.max_by(&:size)\n  end\nend\n',
    wrong: 'def largest',
    right: 'def self.largest',
    message: "NoMethodError: undefined method `largest' for Shelves:Module",
    within: 4,
  },
  {
    of: 'a module for the class',
    text: 'class Shelf\n  include Counting\n\n  def size\n    @books.size\n  end\nend\n',
    wrong: 'include Counting',
    right: 'extend Counting',
    within: 15,
  },
  {
    of: 'a block that ends its method',
    text: inMethod('def check(books)', 'ask = Proc.new { |book| return false if book.lost? }', 'books.each(&ask)', 'true', 'end'),
    wrong: 'Proc.new',
    right: 'lambda',
    within: 15,
  },
  {
    of: 'what is put right only where nothing fails',
    text: inClass('def quietly', '  @quiet = true', '  yield', '  @quiet = false', 'end'),
    wrong: 'yield\n    @quiet',
    right: 'yield\n  ensure\n    @quiet',
    within: 8,
  },
  {
    of: 'errors of the call before',
    text: inClass(
      'def initialize',
      '  @errors = []',
      'end',
      '',
      'def check(books)',
      '  books.each { |book| @errors << book.id if book.lost? }',
      '  @errors.empty?',
      'end',
    ),
    wrong: '    books.each',
    right: '    @errors = []\n    books.each',
    within: 20,
  },
  {
    of: 'listeners that are told of nothing',
    text: inClass('def move(place)', '  @place = place', '  notify(place)', 'end', '', 'def notify(place)', '  @told << place', 'end'),
    wrong: '@place = place',
    right: 'return if place == @place\n\n    @place = place',
    within: 20,
  },
  {
    of: 'a value that was used last',
    text: inClass(
      'def get(id)',
      '  return nil unless @kept.key?(id)',
      '',
      '  @kept[id]',
      'end',
      '',
      'def put(id, book)',
      '  @kept[id] = book',
      '  @kept.shift if @kept.size > 9',
      'end',
    ),
    wrong: '\n\n    @kept[id]\n',
    right: '\n\n    @kept[id] = @kept.delete(id)\n    @kept[id]\n',
    within: 12,
  },
  {
    of: 'a reader that hands out the list',
    text: inClass('attr_reader :books', '', 'def initialize', '  @books = []', 'end'),
    wrong: 'attr_reader :books',
    right: 'def books\n    @books.dup\n  end',
    within: 20,
  },
  {
    of: 'listeners that take themselves off',
    text: inClass(
      'def tell(book)',
      '  @listeners.each { |one| one.call(book) }',
      'end',
      '',
      'def off(one)',
      '  @listeners.delete(one)',
      'end',
    ),
    wrong: '@listeners.each',
    right: '@listeners.dup.each',
    within: 15,
  },
  {
    of: 'a text that is taken and changed',
    text: inMethod('def label(parts)', 'text = parts.first', 'text << "!"', 'text', 'end'),
    wrong: 'parts.first',
    right: 'parts.first.dup',
    within: 8,
  },
  {
    of: 'errors of the general kind first',
    text: 'def load(path)\n  File.read(path)\nrescue StandardError\n  nil\nrescue KeyError\n  ""\nend\n',
    wrong: 'rescue StandardError\n  nil\nrescue KeyError\n  ""',
    right: 'rescue KeyError\n  ""\nrescue StandardError\n  nil',
    within: 10,
  },
  {
    of: 'an option that is not handed on',
    text: inMethod('def walk(box, deep: true)', 'box.parts.each { |part| walk(part) } if deep', 'box', 'end'),
    wrong: 'walk(part)',
    right: 'walk(part, deep: deep)',
    within: 15,
  },
  {
    of: 'what is kept and not answered',
    text: inMethod('def put(id, title)', '@books[id] = Book.new(title)', 'end'),
    wrong: 'Book.new(title)',
    right: 'Book.new(title)\n    title',
    within: 20,
  },
  {
    of: 'a value outside of its range',
    text: 'class Shelf\n  ROOMS = (1..9).freeze\n\n  def move(room)\n    @room = room\n  end\nend\n',
    wrong: '@room = room',
    right: '@room = room.clamp(ROOMS)',
    within: 8,
  },
  {
    of: 'what is not asked first',
    text: inClass(
      'def lend',
      '  @lent += 1',
      'end',
      '',
      'def lend?',
      '  @lent < 3',
      'end',
      '',
      'def sell',
      '  return false unless sell?',
      '',
      '  @sold = true',
      'end',
    ),
    wrong: '@lent += 1',
    right: 'return false unless lend?\n\n    @lent += 1',
    within: 10,
  },
  {
    of: 'what is put into a list twice',
    text: inMethod('def mark(topic)', 'return self if topic.empty?', '', '@topics << topic', 'self', 'end'),
    wrong: 'topic.empty?',
    right: 'topic.empty? || @topics.include?(topic)',
    within: 20,
  },
  {
    of: 'a count that nothing changes',
    text: inClass('def initialize', '  @count = 0', '  @books = []', 'end', '', 'def add(book)', '  @books << book', '  @count', 'end'),
    wrong: '  @books << book',
    right: '  @count += 1\n    @books << book',
    within: 8,
  },
  {
    of: 'a nested table that is left as it is',
    text: inMethod('def deep_names(table)', 'table.to_h { |key, value| [key.to_s, value] }', 'end'),
    wrong: ', value]',
    right: ', value.is_a?(Hash) ? deep_names(value) : value]',
    within: 10,
  },
  {
    of: 'a list that is left by what clears the others',
    text: inClass(
      'def initialize',
      '  @here = []',
      '  @lent = []',
      'end',
      '',
      'def lend(book)',
      '  @lent << book',
      'end',
      '',
      'def clear',
      '  @here.clear',
      'end',
    ),
    wrong: '@here.clear',
    right: '@here.clear\n    @lent.clear',
    within: 8,
  },
  {
    of: 'what is looked up and not there',
    text: inMethod('def late?(id)', 'due = @due[id]', 'return false if due > @today', '', 'true', 'end'),
    wrong: 'if due >',
    right: 'if due.nil? || due >',
    within: 8,
  },
  {
    of: 'an empty item',
    text: inMethod('def read(rows)', 'rows.each do |row|', '  next if row.start_with?("#")', '', '  @rows << row', 'end', 'end').replace(
      '  end\n  end',
      '    end\n  end',
    ),
    wrong: 'next if row.start',
    right: 'next if row.empty? || row.start',
    within: 10,
  },
  {
    of: 'a result that the other branch keeps',
    text: inMethod(
      'def add(box, id)',
      'if id < box.id',
      '  box.left = add(box.left, id)',
      'else',
      '  add(box.right, id)',
      'end',
      'box',
      'end',
    ).replace('  end\n    box', '    end\n    box'),
    wrong: '  add(box.right, id)',
    right: '  box.right = add(box.right, id)',
    within: 5,
  },
];

const results: readonly Slip[] = [
  {
    of: '0 that is true',
    text: inMethod('def any?', 'return true if @books.size', 'false', 'end'),
    wrong: '@books.size',
    right: '@books.size > 0',
    within: 8,
  },
  {
    of: 'a remainder that is true',
    text: inMethod('def rows(count)', 'count % 2 ? "even" : "odd"', 'end'),
    wrong: 'count % 2',
    right: 'count % 2 == 0',
    within: 8,
  },
  {
    of: 'what is asked while it is added',
    text: inMethod('def twice?(book)', 'return true unless @seen.add(book)', 'false', 'end'),
    wrong: '.add(',
    right: '.add?(',
    within: 5,
  },
  { of: 'the opposite answer', text: inMethod('def free?', '@lent', 'end'), wrong: '@lent', right: '!@lent', within: 5 },
  { of: 'a count by one', text: inMethod('def last_place', '@books.size', 'end'), wrong: '.size', right: '.size - 1', within: 10 },
  {
    of: 'a place that is read',
    text: inMethod('def lines', '@books.each_with_index.map { |book, index| "#{index}. #{book}" }', 'end'),
    wrong: '#{index}',
    right: '#{index + 1}',
    within: 12,
  },
  {
    of: 'parts that are not there',
    text: inMethod('def name', '[@first, @middle, @last].join(" ")', 'end'),
    wrong: '].join',
    right: '].compact.join',
    within: 8,
  },
  {
    of: 'the first letter alone',
    text: inMethod('def heading', '@title.capitalize', 'end'),
    wrong: '@title.capitalize',
    right: '@title[0].upcase + @title[1..]',
    within: 12,
  },
  {
    of: 'parts of a version',
    text: inMethod('def parts(version)', 'version.split(".")', 'end'),
    wrong: 'split(".")',
    right: 'split(".").map(&:to_i)',
    within: 12,
  },
  {
    of: 'a number by tens',
    text: inMethod('def day(text)', 'Integer(text)', 'end'),
    wrong: '(text)\n  end',
    right: '(text, 10)\n  end',
    within: 8,
  },
  {
    of: 'many for one',
    text: inMethod('def add(books)', '@books << books', 'self', 'end'),
    wrong: '@books << books',
    right: '@books.concat(books)',
    within: 8,
  },
  {
    of: 'fractions that are nearly equal',
    text: inMethod('def whole?(weight)', 'return true if weight * 3 == 0.3', 'false', 'end'),
    wrong: 'weight * 3 == 0.3',
    right: '(weight * 3 - 0.3).abs < 1e-9',
    within: 25,
  },
  {
    of: 'a text that is cut',
    text: inMethod('def short(title, most)', 'title[0, most] + "..."', 'end'),
    wrong: '[0, most]',
    right: '[0, most - 3]',
    within: 8,
  },
  {
    of: 'items that are the same by name',
    text: 'Book = Struct.new(:title, :pages)\n\ndef titles(books)\n  books.uniq\nend\n',
    wrong: 'books.uniq',
    right: 'books.uniq(&:title)',
    within: 20,
  },
  {
    of: 'a text that stands in',
    text: 'def help\n  <<-TEXT\n    Lend a book\n  TEXT\nend\n',
    wrong: '<<-TEXT',
    right: '<<~TEXT',
    within: 3,
  },
  {
    of: 'the variable of all rounds',
    text: 'def printers(books)\n  made = []\n  for book in books\n    made << -> { book.title }\n  end\n  made\nend\n',
    wrong: 'for book in books\n    made << -> { book.title }\n  end',
    right: 'books.each do |book|\n    made << -> { book.title }\n  end',
    within: 15,
  },
  {
    of: 'values of a table',
    text: inMethod('def pages', '@pages.sum', 'end'),
    wrong: '.sum',
    right: '.values.sum',
    within: 10,
  },
  {
    of: 'keys of another kind',
    text: inMethod('def strange(options)', 'own = options.transform_keys(&:to_sym)', 'own.empty? ? [] : options.keys - KNOWN', 'end'),
    wrong: 'options.keys',
    right: 'options.keys.map(&:to_sym)',
    within: 12,
  },
  {
    of: 'letters of a key',
    text: inMethod('def by_owner', '@owner = @owner.downcase', '@books.to_h { |book| [book.owner, book] }', 'end'),
    wrong: '[book.owner',
    right: '[book.owner.downcase',
    within: 20,
  },
];

describe.each(Object.entries({ objects, results }))('slips of Ruby: %s', (_, slips) => {
  it.each(slips)('repairs $of', (slip) => {
    const rank = rankOfRepair(slip);
    expect(rank).toBeGreaterThan(0);
    expect(rank).toBeLessThanOrEqual(slip.within ?? 40);
  });
});

describe('what is right in objects of Ruby', () => {
  it.each([
    [
      'a comparison that asks for the kind',
      'object of another kind',
      'def ==(other)\n    other.is_a?(Shelf) && books == other.books\n  end',
    ],
    ['what is put right in any case', 'put right at the end', 'def quietly\n    yield\n  ensure\n    @quiet = false\n  end'],
    ['a copy that is changed', 'taken and changed', 'def label(parts)\n    text = parts.first.dup\n    text << "!"\n  end'],
    ['a question that compares', 'true though it is nothing', 'def empty?\n    return true if @books.size == 0\n\n    false\n  end'],
    ['one book in a list', 'one or many', 'def add(book)\n    @books << book\n    self\n  end'],
    ['a text without its margin', 'text that stands in', 'def help\n    <<~TEXT\n      Lend\n    TEXT\n  end'],
  ])('is left alone: %s', (_, template, method) => {
    const made = generateCandidates(input(`class Shelf\n  ${method}\nend\n`, {}, path));
    expect(made.length).toBeGreaterThan(0);
    expect(made.filter((each) => each.template === template)).toEqual([]);
  });
});
