// Where the libraries of Java and C# keep what is used by its plain name.
const spread = (from: string, names: string): readonly (readonly [string, string])[] =>
  names.split(' ').map((name) => [name, from] as const);

const javaPackages: ReadonlyMap<string, string> = new Map([
  ...spread(
    'java.util',
    'ArrayDeque ArrayList Arrays BitSet Calendar Collection Collections Comparator Currency Date Deque EnumMap EnumSet HashMap HashSet Iterator LinkedHashMap LinkedHashSet LinkedList List ListIterator Locale Map NavigableMap NavigableSet NoSuchElementException Objects Optional OptionalDouble OptionalInt OptionalLong PriorityQueue Properties Queue Random Scanner Set SortedMap SortedSet StringJoiner TreeMap TreeSet UUID ConcurrentModificationException IntSummaryStatistics DoubleSummaryStatistics',
  ),
  ...spread(
    'java.util.function',
    'BiConsumer BiFunction BinaryOperator BooleanSupplier Consumer DoubleUnaryOperator Function IntBinaryOperator IntFunction IntPredicate IntSupplier IntUnaryOperator LongSupplier LongUnaryOperator Predicate BiPredicate Supplier ToDoubleFunction ToIntFunction ToLongFunction UnaryOperator DoubleSupplier',
  ),
  ...spread('java.util.stream', 'Collectors DoubleStream IntStream LongStream Stream StreamSupport Collector'),
  ...spread('java.util.regex', 'Matcher Pattern'),
  ...spread(
    'java.util.concurrent',
    'Callable CompletableFuture ConcurrentHashMap ConcurrentMap CopyOnWriteArrayList CountDownLatch ExecutionException ExecutorService Executors Future ThreadLocalRandom TimeUnit TimeoutException',
  ),
  ...spread('java.util.concurrent.atomic', 'AtomicBoolean AtomicInteger AtomicLong AtomicReference'),
  ...spread('java.util.concurrent.locks', 'Lock ReadWriteLock ReentrantLock ReentrantReadWriteLock'),
  ...spread(
    'java.time',
    'Clock DayOfWeek Duration Instant LocalDate LocalDateTime LocalTime Month OffsetDateTime Period Year YearMonth ZoneId ZoneOffset ZonedDateTime',
  ),
  ...spread('java.time.format', 'DateTimeFormatter DateTimeParseException'),
  ...spread('java.time.temporal', 'ChronoUnit TemporalAdjusters'),
  ...spread('java.math', 'BigDecimal BigInteger MathContext RoundingMode'),
  ...spread(
    'java.io',
    'BufferedReader BufferedWriter ByteArrayInputStream ByteArrayOutputStream Closeable File FileReader FileWriter IOException InputStream InputStreamReader OutputStream PrintStream PrintWriter Reader Serializable StringReader StringWriter UncheckedIOException Writer FileNotFoundException',
  ),
  ...spread('java.nio.file', 'Files Path Paths NoSuchFileException'),
  ...spread('java.nio.charset', 'Charset StandardCharsets'),
  ...spread('java.text', 'DecimalFormat NumberFormat SimpleDateFormat ParseException MessageFormat Normalizer'),
  ...spread('java.net', 'URI URL URLEncoder URLDecoder'),
]);

const csharpNamespaces: ReadonlyMap<string, string> = new Map([
  ...spread(
    'System',
    'Action ArgumentException ArgumentNullException ArgumentOutOfRangeException Array Convert DateTime DateTimeOffset Exception FormatException Func Guid IComparable IDisposable IEquatable InvalidOperationException Lazy Math NotImplementedException NotSupportedException Predicate Random StringComparer StringComparison TimeSpan Tuple Uri',
  ),
  ...spread(
    'System.Collections.Generic',
    'Comparer Dictionary EqualityComparer HashSet ICollection IComparer IDictionary IEnumerable IEnumerator IList IReadOnlyCollection IReadOnlyDictionary IReadOnlyList ISet KeyNotFoundException KeyValuePair LinkedList List PriorityQueue Queue SortedDictionary SortedList SortedSet Stack',
  ),
  ...spread(
    'System.Linq',
    'Enumerable Aggregate All Any Average Cast Concat Count Distinct DistinctBy ElementAt Except First FirstOrDefault GroupBy Intersect Last LastOrDefault Max MaxBy Min MinBy OfType OrderBy OrderByDescending Reverse Select SelectMany SequenceEqual Single SingleOrDefault Skip Sum Take TakeWhile ThenBy ThenByDescending ToArray ToDictionary ToHashSet ToList ToLookup Union Where Zip',
  ),
  ...spread('System.Text', 'Encoding StringBuilder'),
  ...spread('System.Text.RegularExpressions', 'Match Regex RegexOptions'),
  ...spread(
    'System.IO',
    'Directory File FileNotFoundException IOException Path Stream StreamReader StreamWriter StringReader StringWriter',
  ),
  ...spread('System.Threading', 'CancellationToken CancellationTokenSource Interlocked SemaphoreSlim Thread'),
  ...spread('System.Threading.Tasks', 'Task ValueTask'),
  ...spread('System.Collections.Concurrent', 'ConcurrentDictionary ConcurrentQueue'),
  ...spread('System.Globalization', 'CultureInfo NumberStyles'),
  ...spread('System.Diagnostics', 'Stopwatch'),
]);

/** What to import for a name of Java's library; null for one that is not known. */
export function javaClass(name: string): string | null {
  const from = javaPackages.get(name);
  return from === undefined ? null : `${from}.${name}`;
}

/** The namespace of C# that a type, or a method added to a sequence, is found in. */
export function csharpNamespace(name: string): string | null {
  return csharpNamespaces.get(name) ?? null;
}
