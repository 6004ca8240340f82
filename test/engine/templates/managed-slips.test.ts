import { beforeAll, describe, expect, it } from 'vitest';
import { loadGrammars } from '../../../src/engine/templates/grammar/loader.ts';
import { generateCandidates } from '../../../src/engine/templates/index.ts';
import { apply, input, rankOf, red } from './ranks.ts';

beforeAll(() => loadGrammars(['A.java', 'A.cs']));

/** A slip: what is right, and what stands there instead; with what is imported only where it is right. */
type Slip = readonly [name: string, members: string, right: string, wrong: string, imported?: string | undefined, message?: string];

const java = (members: string, imports = ''): string =>
  `package a;\n\n${[imports, 'import java.util.List;\n', 'import java.util.Map;\n'].sort().join('')}\npublic class A {\n${members}}\n`;
const csharp = (members: string): string => `using System;\nusing System.Collections.Generic;\n\npublic class A\n{\n${members}}\n`;

const slipsOfJava: readonly Slip[] = [
  ['texts compared by place', '  boolean is(String a, String b) {\n    return a.equals(b);\n  }\n', 'a.equals(b)', 'a == b'],
  ['a text compared with a literal', '  boolean on(String a) {\n    return "on".equals(a);\n  }\n', '"on".equals(a)', 'a == "on"'],
  ['boxed numbers compared', '  boolean is(Integer a, Integer b) {\n    return !a.equals(b);\n  }\n', '!a.equals(b)', 'a != b'],
  [
    'arrays compared',
    '  boolean is(int[] a, int[] b) {\n    return Arrays.equals(a, b);\n  }\n',
    'Arrays.equals(a, b)',
    'a.equals(b)',
    'import java.util.Arrays;\n',
  ],
  [
    'decimals compared with their scale',
    '  boolean is(BigDecimal a, BigDecimal b) {\n    return a.compareTo(b) == 0;\n  }\n',
    'a.compareTo(b) == 0',
    'a.equals(b)',
  ],
  ['a product too large', '  long all(int size, int price) {\n    return (long) size * price;\n  }\n', '(long) size', 'size'],
  ['a product of constants', '  long ms(int days) {\n    return 24L * 3600 * 1000 * days;\n  }\n', '24L', '24'],
  ['a fraction lost', '  double mean(int sum, int n) {\n    return (double) sum / n;\n  }\n', '(double) sum', 'sum'],
  [
    'a fraction lost in a sum',
    '  double mean(List<Integer> all, int sum) {\n    return 1.5 + (double) sum / all.size();\n  }\n',
    '(double) sum',
    'sum',
  ],
  [
    'rounded down',
    '  int pages(int items, int size) {\n    return (items + size - 1) / size;\n  }\n',
    '(items + size - 1) / size',
    'items / size',
  ],
  ['cut before the product', '  int due(double rate, int n) {\n    return (int) (rate * n);\n  }\n', '(int) (rate * n)', '(int) rate * n'],
  [
    'cut, not rounded',
    '  long due(double rate) {\n    return Math.round(rate * 100);\n  }\n',
    'Math.round(rate * 100)',
    '(long) (rate * 100)',
  ],
  [
    'a negative remainder',
    '  int turn(int at, int by, int size) {\n    return Math.floorMod(at + by, size);\n  }\n',
    'Math.floorMod(at + by, size)',
    '(at + by) % size',
  ],
  [
    'a difference as an order',
    '  void order(List<int[]> all) {\n    all.sort((a, b) -> Integer.compare(a[0], b[0]));\n  }\n',
    'Integer.compare(a[0], b[0])',
    'a[0] - b[0]',
  ],
  ['an order of one step', '  boolean later(String a, String b) {\n    return a.compareTo(b) > 0;\n  }\n', '> 0', '== 1'],
  ['a rounding mode', '  BigDecimal cents(BigDecimal a) {\n    return a.setScale(2, RoundingMode.HALF_UP);\n  }\n', 'HALF_UP', 'HALF_EVEN'],
  [
    'the smallest number',
    '  double top() {\n    double best = Double.NEGATIVE_INFINITY;\n    return best;\n  }\n',
    'NEGATIVE_INFINITY',
    'MIN_VALUE',
  ],
  [
    'a decimal of a fraction',
    '  BigDecimal of(double a) {\n    return BigDecimal.valueOf(a);\n  }\n',
    'BigDecimal.valueOf(a)',
    'new BigDecimal(a)',
  ],
  [
    'a digit as a letter',
    "  int sum(String text) {\n    int sum = 0;\n    for (char c : text.toCharArray()) {\n      sum += c - '0';\n    }\n    return sum;\n  }\n",
    "c - '0'",
    'c',
  ],
  [
    'a letter as a number',
    '  String next(char c) {\n    StringBuilder out = new StringBuilder();\n    out.append((char) (c + 1));\n    return out.toString();\n  }\n',
    '(char) (c + 1)',
    'c + 1',
  ],
  [
    'a result thrown away',
    '  String clean(String text) {\n    text = text.trim();\n    return text;\n  }\n',
    'text = text.trim();',
    'text.trim();',
  ],
  [
    'a result thrown away, joined to its source',
    '  String clean(String text) {\n    String head = text.substring(1).trim();\n    return head;\n  }\n',
    '.trim();',
    ';\n    head.trim();',
  ],
  [
    'a date that does not move',
    '  LocalDate due(LocalDate day) {\n    day = day.plusDays(3);\n    return day;\n  }\n',
    'day = day.plusDays(3);',
    'day.plusDays(3);',
  ],
  [
    'one list in two hands',
    '  private final List<String> items;\n  A(List<String> items) {\n    this.items = new ArrayList<>(items);\n  }\n',
    'new ArrayList<>(items)',
    'items',
    'import java.util.ArrayList;\n',
  ],
  [
    'one list given away',
    '  private List<String> items;\n  List<String> items() {\n    return new ArrayList<>(items);\n  }\n',
    'new ArrayList<>(items)',
    'items',
    'import java.util.ArrayList;\n',
  ],
  ['one array given away', '  private int[] items;\n  int[] items() {\n    return items.clone();\n  }\n', 'items.clone()', 'items'],
  [
    'one list in all places',
    '  void f(List<List<String>> all, List<String> now) {\n    all.add(new ArrayList<>(now));\n    now.clear();\n  }\n',
    'new ArrayList<>(now)',
    'now',
    'import java.util.ArrayList;\n',
  ],
  [
    'a list that may not be changed',
    '  private List<String> items = new ArrayList<>(List.of("a"));\n  void add(String a) {\n    items.add(a);\n  }\n',
    'new ArrayList<>(List.of("a"))',
    'List.of("a")',
    'import java.util.ArrayList;\n',
    'java.lang.UnsupportedOperationException\n\tat java.util.ImmutableCollections.uoe',
  ],
  [
    'a list that must not be changed',
    '  private List<String> items;\n  List<String> items() {\n    return Collections.unmodifiableList(items);\n  }\n',
    'Collections.unmodifiableList(items)',
    'items',
    'import java.util.Collections;\n',
    'Expected java.lang.UnsupportedOperationException to be thrown, but nothing was thrown.',
  ],
  [
    'a count of what is new',
    '  void count(Map<String, Integer> all, String key) {\n    all.put(key, all.getOrDefault(key, 0) + 1);\n  }\n',
    'all.getOrDefault(key, 0)',
    'all.get(key)',
  ],
  [
    'a group of what is new',
    '  void put(Map<String, List<String>> all, String key, String a) {\n    all.computeIfAbsent(key, each -> new ArrayList<>()).add(a);\n  }\n',
    'all.computeIfAbsent(key, each -> new ArrayList<>())',
    'all.get(key)',
    'import java.util.ArrayList;\n',
  ],
  [
    'a group that is not there',
    '  int size(Map<String, List<String>> all, String key) {\n    return all.getOrDefault(key, List.of()).size();\n  }\n',
    'all.getOrDefault(key, List.of())',
    'all.get(key)',
  ],
  [
    'nothing in an optional',
    '  Optional<String> find(Map<String, String> all, String key) {\n    return Optional.ofNullable(all.get(key));\n  }\n',
    'ofNullable',
    'of',
  ],
  [
    'the largest of none',
    '  int top(List<Integer> all) {\n    return all.stream().mapToInt(a -> a).max().orElse(0);\n  }\n',
    'orElse(0)',
    'getAsInt()',
  ],
  [
    'two of one key',
    '  Map<String, A> by(List<A> all) {\n    return all.stream().collect(Collectors.toMap(A::key, a -> a, (first, second) -> second));\n  }\n',
    ', (first, second) -> second',
    '',
    undefined,
    'java.lang.IllegalStateException: Duplicate key a',
  ],
  [
    'a given list sorted',
    '  List<Integer> sorted(List<Integer> all) {\n    all = new ArrayList<>(all);\n    Collections.sort(all);\n    return all;\n  }\n',
    'all = new ArrayList<>(all);\n    ',
    '',
    'import java.util.ArrayList;\n',
  ],
  [
    'removed by position',
    '  void drop(List<Integer> all, int number) {\n    all.remove(Integer.valueOf(number));\n  }\n',
    'Integer.valueOf(number)',
    'number',
  ],
  [
    'removed while gone through',
    '  void drop(List<String> all) {\n    for (String a : new ArrayList<>(all)) {\n      if (a.isEmpty()) {\n        all.remove(a);\n      }\n    }\n  }\n',
    'new ArrayList<>(all)',
    'all',
    'import java.util.ArrayList;\n',
  ],
  [
    'removed in one call',
    '  void drop(List<String> all) {\n    all.removeIf(a -> a.isEmpty());\n  }\n',
    'all.removeIf(a -> a.isEmpty());',
    'for (String a : all) {\n      if (a.isEmpty()) {\n        all.remove(a);\n      }\n    }',
  ],
  [
    'an item that moves up',
    '  void drop(List<String> all) {\n    for (int i = 0; i < all.size(); i++) {\n      if (all.get(i).isEmpty()) {\n        all.remove(i--);\n      }\n    }\n  }\n',
    'i--',
    'i',
  ],
  [
    'an order forgotten',
    '  private final Map<String, String> all = new LinkedHashMap<>();\n',
    'LinkedHashMap',
    'HashMap',
    'import java.util.LinkedHashMap;\n',
  ],
  [
    'the smallest first',
    '  Queue<Integer> q = new PriorityQueue<>(Comparator.reverseOrder());\n',
    '(Comparator.reverseOrder())',
    '()',
    'import java.util.Comparator;\n',
  ],
  [
    'the order of access',
    '  private final int capacity = 3;\n  private final Map<String, String> all = new LinkedHashMap<>(16, 0.75f, true);\n',
    ', true',
    '',
  ],
  [
    'cut before sorted',
    '  List<String> top(List<String> all) {\n    return all.stream().sorted().limit(3).toList();\n  }\n',
    '.sorted().limit(3)',
    '.limit(3).sorted()',
  ],
  [
    'names turned round, too',
    '  Comparator<A> c = Comparator.comparingInt(A::points).reversed().thenComparing(A::name);\n',
    '.reversed().thenComparing(A::name)',
    '.thenComparing(A::name).reversed()',
  ],
  ['an order not turned round', '  Comparator<A> c = Comparator.comparingInt(A::points).reversed();\n', '.reversed()', ''],
  [
    'each only once',
    '  List<String> all(List<String> all) {\n    return all.stream().map(String::trim).distinct().toList();\n  }\n',
    '.distinct()',
    '',
  ],
  [
    'the last one wins',
    '  void put(Map<String, String> all, String a, String b) {\n    all.putIfAbsent(a, b);\n  }\n',
    'putIfAbsent',
    'put',
  ],
  [
    'a case without an end',
    '  int f(int a) {\n    int b = 0;\n    switch (a) {\n      case 1:\n        b = 2;\n        break;\n      default:\n        b = 3;\n    }\n    return b;\n  }\n',
    'b = 2;\n        break;',
    'b = 2;',
  ],
  [
    'a text of the round before',
    '  List<String> f(List<String> all) {\n    List<String> out = new ArrayList<>();\n    StringBuilder now = new StringBuilder();\n    for (String a : all) {\n      now.setLength(0);\n      now.append(a);\n      out.add(now.toString());\n    }\n    return out;\n  }\n',
    'now.setLength(0);\n      ',
    '',
  ],
  [
    'a list of the round before',
    '  void f(List<List<String>> all, List<List<String>> out) {\n    for (List<String> each : all) {\n      List<String> row = new ArrayList<>();\n      for (String a : each) {\n        row.add(a.trim());\n      }\n      out.add(row);\n    }\n  }\n',
    'for (List<String> each : all) {\n      List<String> row = new ArrayList<>();',
    'List<String> row = new ArrayList<>();\n    for (List<String> each : all) {',
  ],
  [
    'nothing given',
    '  String f(String a) {\n    if (a == null) {\n      return "";\n    }\n    return a.trim();\n  }\n',
    'if (a == null) {\n      return "";\n    }\n    ',
    '',
    undefined,
    'java.lang.NullPointerException: Cannot invoke "String.trim()" because "<parameter1>" is null',
  ],
  [
    'the mean of none',
    '  double f(List<Integer> all) {\n    if (all.isEmpty()) {\n      return 0;\n    }\n    return all.get(0) + 1;\n  }\n',
    'if (all.isEmpty()) {\n      return 0;\n    }\n    ',
    '',
  ],
  [
    'a blank part',
    '  void f(String[] all, List<String> out) {\n    for (String a : all) {\n      if (a.isEmpty()) {\n        continue;\n      }\n      out.add(a);\n    }\n  }\n',
    'if (a.isEmpty()) {\n        continue;\n      }\n      ',
    '',
  ],
  [
    'nothing found',
    '  int f(Map<String, A> all, String key) {\n    A found = all.get(key);\n    if (found == null) {\n      return 0;\n    }\n    return found.size();\n  }\n',
    '\n    if (found == null) {\n      return 0;\n    }',
    '',
    undefined,
    'java.lang.NullPointerException',
  ],
  [
    'decided in the first round',
    '  boolean all(List<Integer> all) {\n    for (int a : all) {\n      if (a < 0) {\n        return false;\n      }\n    }\n    return true;\n  }\n',
    'return false;\n      }',
    'return false;\n      } else {\n        return true;\n      }',
  ],
  ['an if that asks nothing', '  int f(int a) {\n    if (a > 1) {\n      a = 1;\n    }\n    return a;\n  }\n', '(a > 1) {', '(a > 1); {'],
  [
    'an else left out',
    '  int f(int a) {\n    if (a < 5) {\n      a = 10;\n    } else if (a < 20) {\n      a = 1;\n    }\n    return a;\n  }\n',
    '} else if',
    '}\n    if',
  ],
  [
    'a cause that is lost',
    '  void f() {\n    try {\n      g();\n    } catch (Exception e) {\n      throw new IllegalStateException("failed", e);\n    }\n  }\n',
    ', e',
    '',
  ],
  [
    'an exception swallowed',
    '  void f() {\n    try {\n      g();\n    } catch (Exception e) {\n      throw new IllegalStateException(e);\n    }\n  }\n',
    'throw new IllegalStateException(e);',
    '',
    undefined,
    'Expected java.lang.IllegalStateException to be thrown, but nothing was thrown.',
  ],
  [
    'a class of exception',
    '  void f(int a) {\n    if (a < 0) {\n      throw new IllegalStateException("a");\n    }\n  }\n',
    'IllegalStateException',
    'IllegalArgumentException',
    undefined,
    'Unexpected exception type thrown, expected: <java.lang.IllegalStateException> but was: <java.lang.IllegalArgumentException>',
  ],
  [
    'a value that is refused',
    '  void f(int a) {\n    if (a < 0) {\n      throw new IllegalArgumentException("invalid value");\n    }\n    g(a);\n  }\n',
    'if (a < 0) {\n      throw new IllegalArgumentException("invalid value");\n    }\n    ',
    '',
    undefined,
    'Expected java.lang.IllegalArgumentException to be thrown, but nothing was thrown.',
  ],
  ['a dot as a pattern', '  String[] f(String a) {\n    return a.split("\\\\.");\n  }\n', '"\\\\."', '"."'],
  ['empty parts at the end', '  String[] f(String a) {\n    return a.split(",", -1);\n  }\n', ', -1', ''],
  ['several blanks', '  String[] f(String a) {\n    return a.split("\\\\s+");\n  }\n', '"\\\\s+"', '" "'],
  [
    'a key in any case',
    '  private Map<String, String> all;\n  String f(String key) {\n    return all.get(key.toLowerCase());\n  }\n  void put(String key, String a) {\n    all.put(key.toLowerCase(), a);\n  }\n',
    'get(key.toLowerCase())',
    'get(key)',
  ],
  [
    'blanks around a number',
    '  int f(String a) {\n    return Integer.parseInt(a.trim());\n  }\n',
    'a.trim()',
    'a',
    undefined,
    'java.lang.NumberFormatException: For input string: " 5"',
  ],
  ['the year of the week', '  DateTimeFormatter f = DateTimeFormatter.ofPattern("yyyy-MM-dd");\n', 'yyyy', 'YYYY'],
  ['minutes for months', '  DateTimeFormatter f = DateTimeFormatter.ofPattern("yyyy-MM-dd");\n', 'MM', 'mm'],
  ['the day itself', '  boolean f(LocalDate a, LocalDate b) {\n    return !a.isAfter(b);\n  }\n', '!a.isAfter(b)', 'a.isBefore(b)'],
  [
    'an end behind the end',
    '  String f(String a, int n) {\n    return a.substring(0, Math.min(n, a.length()));\n  }\n',
    'Math.min(n, a.length())',
    'n',
    undefined,
    'java.lang.StringIndexOutOfBoundsException: begin 0, end 5, length 3',
  ],
  [
    'a sum above its bound',
    '  private final int maxLevel = 9;\n  private int level;\n  void up(int by) {\n    level = Math.min(level + by, maxLevel);\n  }\n',
    'level = Math.min(level + by, maxLevel)',
    'level += by',
  ],
  [
    'a difference below nothing',
    '  int left(int all, int used) {\n    return Math.max(0, all - used);\n  }\n',
    'Math.max(0, all - used)',
    'all - used',
  ],
  [
    'a smallest that starts at nothing',
    '  int f(List<Integer> all) {\n    int min = Integer.MAX_VALUE;\n    for (int a : all) {\n      min = Math.min(min, a);\n    }\n    return min;\n  }\n',
    '= Integer.MAX_VALUE',
    '= 0',
  ],
  [
    'a format of a number',
    '  String f(double a) {\n    return String.format("%.2f", a);\n  }\n',
    '%.2f',
    '%d',
    undefined,
    'java.util.IllegalFormatConversionException: d != java.lang.Double',
  ],
  ['a part that matches', '  boolean f(Matcher m) {\n    return m.matches();\n  }\n', 'matches', 'find'],
  [
    'an array as a text',
    '  private int[] all;\n  String f() {\n    return Arrays.toString(all);\n  }\n',
    'Arrays.toString(all)',
    'all.toString()',
    'import java.util.Arrays;\n',
  ],
  ['a member given itself', '  private String name;\n  A(String name) {\n    this.name = name;\n  }\n', 'this.name', 'name'],
  ['a member declared again', '  private int size;\n  A() {\n    size = 4;\n  }\n', 'size = 4', 'int size = 4'],
  [
    'a member not kept',
    '  private String name;\n  private int size;\n  A(String name, int size) {\n    this.name = name;\n    this.size = size;\n  }\n',
    '\n    this.size = size;',
    '',
  ],
  ['one count for all', '  private int count;\n  int next() {\n    return ++count;\n  }\n', 'private int', 'private static int'],
  [
    'a member left out of the hash',
    '  private int x;\n  private int y;\n  public boolean equals(Object o) {\n    A other = (A) o;\n    return x == other.x && y == other.y;\n  }\n  public int hashCode() {\n    return Objects.hash(x, y);\n  }\n',
    'hash(x, y)',
    'hash(x)',
  ],
  [
    'a member left out of what is equal',
    '  private int x;\n  private int y;\n  public boolean equals(Object o) {\n    A other = (A) o;\n    return x == other.x && y == other.y;\n  }\n',
    ' && y == other.y',
    '',
  ],
  [
    'a count that goes on',
    '  private final List<String> all = new ArrayList<>();\n  private int size = 0;\n  void add(String a) {\n    all.add(a);\n    size++;\n  }\n  void clear() {\n    all.clear();\n    size = 0;\n  }\n',
    '\n    size = 0;',
    '',
  ],
  [
    'a count that stands still',
    '  private int hits;\n  private int total;\n  void hit() {\n    hits++;\n    total++;\n  }\n  void miss(List<String> log) {\n    log.add("miss");\n    total++;\n  }\n',
    'log.add("miss");\n    total++;',
    'log.add("miss");',
  ],
  [
    'an import left out',
    '  Deque<String> all;\n',
    'Deque<',
    'Deque<',
    'import java.util.Deque;\n',
    '[ERROR] src/A.java:[7,3] cannot find symbol\n  symbol:   class Deque\n  location: class a.A',
  ],
  [
    'a result owed',
    '  int f(int a) {\n    int b = a * 2;\n    return b;\n  }\n',
    '\n    return b;',
    '',
    undefined,
    '[ERROR] src/A.java:[9,3] missing return statement',
  ],
  [
    'a fraction taken for a whole',
    '  int f(double a) {\n    return (int) (a * 2);\n  }\n',
    '(int) (a * 2)',
    'a * 2',
    undefined,
    '[ERROR] src/A.java:[8,14] incompatible types: possible lossy conversion from double to int',
  ],
  [
    'an exception nobody is told of',
    '  void f() throws IOException {\n    g();\n  }\n',
    ' throws IOException',
    '',
    undefined,
    '[ERROR] src/A.java:[8,6] unreported exception java.io.IOException; must be caught or declared to be thrown',
  ],
  [
    'a member that is fixed',
    '  private int a = 1;\n  void f() {\n    a = 2;\n  }\n',
    'private int',
    'private final int',
    undefined,
    '[ERROR] src/A.java:[9,5] cannot assign a value to final variable a',
  ],
  [
    'a method of another collection',
    '  int f(List<String> a) {\n    return a.size();\n  }\n',
    'size()',
    'length()',
    undefined,
    '[ERROR] src/A.java:[8,13] cannot find symbol\n  symbol:   method length()\n  location: variable a of type java.util.List',
  ],
];

const slipsOfCSharp: readonly Slip[] = [
  ['a fraction lost', '    double Mean(int sum, int n)\n    {\n        return (double) sum / n;\n    }\n', '(double) sum', 'sum'],
  [
    'a result thrown away',
    '    string Clean(string text)\n    {\n        text = text.Trim();\n        return text;\n    }\n',
    'text = text.Trim();',
    'text.Trim();',
  ],
  [
    'one list in two hands',
    '    private readonly List<string> items;\n    public A(List<string> items)\n    {\n        this.items = new List<string>(items);\n    }\n',
    'new List<string>(items)',
    'items',
  ],
  [
    'removed while gone through',
    '    void Drop(List<string> all)\n    {\n        all.RemoveAll(a => a.Length == 0);\n    }\n',
    'all.RemoveAll(a => a.Length == 0);',
    'foreach (string a in all)\n        {\n            if (a.Length == 0)\n            {\n                all.Remove(a);\n            }\n        }',
  ],
  ['a product too large', '    long All(int size, int price)\n    {\n        return (long) size * price;\n    }\n', '(long) size', 'size'],
  [
    'a key that is not there',
    '    int Of(Dictionary<string, int> all, string key)\n    {\n        return all.GetValueOrDefault(key) + 1;\n    }\n',
    'all.GetValueOrDefault(key)',
    'all[key]',
  ],
  [
    'keys in any case',
    '    private Dictionary<string, int> all = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);\n',
    '(StringComparer.OrdinalIgnoreCase)',
    '()',
  ],
  [
    'halves rounded to even',
    '    double Cents(double a)\n    {\n        return Math.Round(a, 2, MidpointRounding.AwayFromZero);\n    }\n',
    ', MidpointRounding.AwayFromZero',
    '',
  ],
  [
    'a member given itself',
    '    private string name;\n    public A(string name)\n    {\n        this.name = name;\n    }\n',
    'this.name',
    'name',
  ],
  [
    'an end for a length',
    '    string Part(string text, int from, int to)\n    {\n        return text.Substring(from, to - from);\n    }\n',
    'to - from',
    'to',
  ],
  [
    'nothing in a text',
    '    int Size(string a)\n    {\n        if (a == null) {\n            return 0;\n        }\n        return a.Length;\n    }\n',
    'if (a == null) {\n            return 0;\n        }\n        ',
    '',
    undefined,
    'System.NullReferenceException : Object reference not set',
  ],
  [
    'a member that is fixed',
    '    private int a = 1;\n    void F()\n    {\n        a = 2;\n    }\n',
    'private int',
    'private readonly int',
    undefined,
    'src/A.cs(9,9): error CS0191: A readonly field cannot be assigned to',
  ],
];

const bound = 15;

describe.each([
  ['Java', 'src/A.java', java, slipsOfJava],
  ['C#', 'src/A.cs', csharp, slipsOfCSharp],
] as const)('the classic mistakes of %s', (_, path, write, slips) => {
  it.each(slips.map((slip) => ({ name: slip[0], slip })))('$name', ({ slip }) => {
    const [, members, right, wrong, imported = '', message = 'it failed'] = slip;
    const wanted = write(members, imported);
    const text = write(members.replace(right, () => wrong));
    expect(wanted).not.toBe(text);
    const rank = rankOf(wanted, input(text, { failing: [red(message)] }, path));
    expect(rank).toBeGreaterThan(0);
    expect(rank).toBeLessThanOrEqual(bound);
  });
});

describe('what is right as it stands', () => {
  it.each([
    ['numbers compared', '  boolean is(int a, int b) {\n    return a == b;\n  }\n', /equals\(/],
    ['a constant of an enumeration', '  enum Kind { X, Y }\n  boolean is(Kind a, Kind b) {\n    return a == b;\n  }\n', /a\.equals\(/],
    ['a product that is wide', '  long all(long a, int b) {\n    return a * b;\n  }\n', /\(long\)/],
    ['a quotient of fractions', '  double half(double a) {\n    return a / 2;\n  }\n', /\(double\)/],
    [
      'a case with an end',
      '  int f(int a) {\n    switch (a) {\n      case 1:\n        return 2;\n      default:\n        return 3;\n    }\n  }\n',
      /return 2;\s*break/,
    ],
    ['a call for what it does', '  void f(List<String> all) {\n    all.add("a");\n  }\n', /all = all/],
    [
      'a loop that changes another list',
      '  void f(List<String> all, List<String> out) {\n    for (String a : all) {\n      out.add(a);\n    }\n  }\n',
      /: new ArrayList/,
    ],
    ['a member of the object', '  private String name;\n  A(String name) {\n    this.name = name;\n  }\n', /this\.this/],
    ['a list by its index', '  void f(List<String> all, int index) {\n    all.remove(index);\n  }\n', /Integer\.valueOf\(index\)/],
    ['a class that is imported', '  List<String> all;\n', /import java.util.List;\s*import java.util.List;/],
  ])('is left alone: %s', (_, members, made) => {
    const text = java(members);
    const texts = generateCandidates(input(text, {}, 'src/A.java')).map((each) => apply(text, each));
    expect(texts.filter((each) => made.test(each))).toEqual([]);
  });
});

describe('types that the file tells', () => {
  it.each([
    ['a text is not subtracted', '  String f(String a) {\n    return "a: " + a;\n  }\n', '"a: " - a', '"a: " + '],
    ['nothing is no number', '  boolean f(String a) {\n    return a == null;\n  }\n', 'a <= null', 'a != null'],
  ])('%s before what compiles', (_, members, spoilt, sound) => {
    const text = java(members);
    const texts = generateCandidates(input(text, {}, 'src/A.java')).map((each) => apply(text, each));
    const [worse, better] = [spoilt, sound].map((part) => texts.findIndex((each) => each.includes(part)));
    expect(better).toBeGreaterThanOrEqual(0);
    if (worse !== -1) expect(worse).toBeGreaterThan(better ?? 0);
  });
});
