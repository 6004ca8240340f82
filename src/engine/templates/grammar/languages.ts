/** What the templates must know of a language whose syntax tree-sitter reads. Node types are those of its grammar. */
export interface Language {
  readonly name: string;
  readonly extensions: readonly string[];
  /** Names that stand for a value or a function. */
  readonly identifiers: ReadonlySet<string>;
  /** Names of members, where the grammar tells them apart. */
  readonly members: ReadonlySet<string>;
  readonly functions: ReadonlySet<string>;
  readonly calls: ReadonlySet<string>;
  /** Lists of arguments: the named children are the arguments. */
  readonly argumentLists: ReadonlySet<string>;
  /** Lists of statements. */
  readonly blocks: ReadonlySet<string>;
  readonly loops: ReadonlySet<string>;
  readonly returns: ReadonlySet<string>;
  readonly strings: ReadonlySet<string>;
  /** Operators of two operands: their node types. */
  readonly binary: ReadonlySet<string>;
  /** Subscripts and slices. */
  readonly subscripts: ReadonlySet<string>;
  readonly operators: Readonly<Record<string, readonly string[]>>;
  readonly not: (condition: string) => string;
  readonly and: string;
  readonly or: string;
  readonly true: string;
  readonly false: string;
  readonly nothing: string | null;
  /** A statement that runs `body` when `condition` holds; `indent` is that of the statement it stands before. */
  readonly guard: (condition: string, body: string, indent: string) => string;
  readonly end: string;
  /** Names of functions that are mistaken for each other. */
  readonly confusable: readonly (readonly string[])[];
  /** Calls around a value. */
  readonly wraps: readonly ((value: string) => string)[];
}

const set = (...names: string[]): ReadonlySet<string> => new Set(names);

/** Operators most languages share, each with what it is mistaken for, likeliest first. */
const common: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>', '>='],
  '<=': ['<', '>=', '>'],
  '>': ['>=', '<', '<='],
  '>=': ['>', '<=', '<'],
  '==': ['!=', '<=', '>='],
  '!=': ['==', '<', '>'],
  '+': ['-', '*'],
  '-': ['+', '*', '/'],
  '*': ['/', '+', '-'],
  '/': ['*', '%', '-'],
  '%': ['/', '*'],
  '&': ['|', '^'],
  '|': ['&', '^'],
  '^': ['&', '|'],
  '<<': ['>>'],
  '>>': ['<<'],
  '+=': ['-=', '=', '*='],
  '-=': ['+=', '=', '/=', '*='],
  '*=': ['/=', '+='],
  '/=': ['*=', '-=', '%='],
  '&=': ['|=', '^=', '='],
  '|=': ['&=', '^=', '='],
  '^=': ['&=', '|=', '='],
  '<<=': ['>>='],
  '>>=': ['<<='],
  '=': ['+='],
};
const cLike: Readonly<Record<string, readonly string[]>> = { ...common, '&&': ['||'], '||': ['&&'], '++': ['--'], '--': ['++'] };

const braces = (keyword: string, condition: string, body: string, indent: string, end: string): string =>
  `${keyword} {\n${indent}    ${body}${end}\n${indent}}\n${indent}`.replace('%', () => condition);

const cConfusable = [
  ['min', 'max'],
  ['Min', 'Max'],
  ['floor', 'ceil', 'round'],
  ['Floor', 'Ceil', 'Round'],
];

const python: Language = {
  name: 'python',
  extensions: ['py'],
  identifiers: set('identifier'),
  members: set(),
  functions: set('function_definition', 'lambda'),
  calls: set('call'),
  argumentLists: set('argument_list'),
  blocks: set('block', 'module'),
  loops: set('for_statement', 'while_statement'),
  returns: set('return_statement'),
  strings: set('string'),
  binary: set('binary_operator', 'boolean_operator', 'comparison_operator'),
  subscripts: set('subscript', 'slice'),
  operators: {
    ...common,
    '//': ['/', '%', '*'],
    '/': ['//', '*', '%'],
    '%': ['//', '/', '*'],
    '**': ['*'],
    '*': ['**', '/', '+', '-', '//'],
    and: ['or'],
    or: ['and'],
    in: ['not in', '=='],
    'not in': ['in'],
    is: ['is not', '=='],
    'is not': ['is', '!='],
    '==': ['!=', '<=', '>=', 'in', 'is'],
    '-=': ['+=', '//=', '=', '/=', '%='],
    '//=': ['/=', '%=', '-='],
    '%=': ['//='],
    '/=': ['//=', '*='],
    '=': ['+=', '-='],
  },
  not: (condition) => `not ${condition}`,
  and: 'and',
  or: 'or',
  true: 'True',
  false: 'False',
  nothing: 'None',
  guard: (condition, body, indent) => `if ${condition}:\n${indent}    ${body}\n${indent}`,
  end: '',
  confusable: [
    ['min', 'max'],
    ['any', 'all'],
    ['append', 'extend', 'insert'],
    ['upper', 'lower', 'swapcase', 'title', 'capitalize'],
    ['isupper', 'islower', 'isalpha', 'isdigit', 'isalnum', 'isspace', 'isnumeric'],
    ['startswith', 'endswith'],
    ['lstrip', 'rstrip', 'strip'],
    ['find', 'rfind', 'index', 'rindex', 'count'],
    ['split', 'rsplit', 'splitlines'],
    ['ceil', 'floor', 'round', 'trunc'],
    ['sorted', 'reversed', 'list', 'set', 'tuple'],
    ['sum', 'max', 'min', 'len'],
    ['int', 'float', 'str', 'round'],
    ['keys', 'values', 'items'],
    ['bin', 'hex', 'oct'],
    ['get', 'pop', 'setdefault'],
    ['add', 'discard', 'remove', 'append'],
    ['union', 'intersection', 'difference', 'symmetric_difference'],
    ['copy', 'deepcopy'],
    ['rstrip', 'removesuffix'],
    ['lstrip', 'removeprefix'],
    ['match', 'fullmatch', 'search', 'findall', 'finditer'],
    ['appendleft', 'append'],
    ['popleft', 'pop'],
    ['heappush', 'heappop', 'heappushpop', 'heapreplace'],
    ['bisect_left', 'bisect_right', 'insort_left', 'insort_right'],
    ['ljust', 'rjust', 'center', 'zfill'],
    ['partition', 'rpartition', 'split'],
    ['lower', 'casefold'],
    ['isdigit', 'isdecimal', 'isnumeric'],
    ['removeprefix', 'removesuffix'],
    ['extendleft', 'extend', 'appendleft'],
    ['popitem', 'pop'],
    ['update', 'add', 'setdefault'],
    ['issubset', 'issuperset', 'isdisjoint'],
    ['nlargest', 'nsmallest'],
    ['permutations', 'combinations', 'combinations_with_replacement', 'product'],
    ['takewhile', 'dropwhile', 'filterfalse'],
    ['zip', 'zip_longest', 'product'],
    ['starmap', 'map', 'filter'],
    ['mean', 'median', 'mode', 'fmean'],
    ['median', 'median_low', 'median_high'],
    ['stdev', 'pstdev'],
    ['variance', 'pvariance'],
    ['log', 'log2', 'log10', 'log1p', 'exp'],
    ['sin', 'cos', 'tan'],
    ['radians', 'degrees'],
    ['sqrt', 'isqrt'],
    ['gcd', 'lcm'],
    ['comb', 'perm'],
    ['sum', 'prod'],
    ['ord', 'chr'],
    ['str', 'repr'],
    ['isinstance', 'issubclass', 'hasattr'],
    ['dump', 'dumps'],
    ['load', 'loads'],
    ['loads', 'dumps'],
    ['encode', 'decode'],
    ['quote', 'quote_plus', 'unquote'],
    ['read', 'readline', 'readlines'],
    ['write', 'writelines'],
    ['dirname', 'basename', 'abspath', 'realpath'],
    ['exists', 'isfile', 'isdir', 'is_file', 'is_dir'],
    ['split', 'splitext'],
    ['stem', 'name', 'suffix', 'suffixes', 'parent'],
    ['strftime', 'strptime', 'isoformat'],
    ['weekday', 'isoweekday'],
    ['now', 'utcnow', 'today'],
    ['fromtimestamp', 'utcfromtimestamp'],
    ['days', 'seconds', 'total_seconds'],
    ['weeks', 'days', 'hours', 'minutes', 'seconds', 'milliseconds', 'microseconds'],
    ['year', 'month', 'day'],
    ['hour', 'minute', 'second'],
    ['group', 'groups', 'groupdict'],
    ['start', 'end', 'span'],
    ['sub', 'subn', 'split'],
    ['KeyError', 'IndexError', 'ValueError', 'TypeError', 'AttributeError'],
    ['width', 'height'],
    ['left', 'right'],
    ['first', 'last'],
    ['row', 'col'],
    ['rows', 'cols'],
    ['key', 'value'],
  ],
  wraps: [
    ...['int', 'abs', 'len', 'str', 'list', 'sorted', 'set', 'sum', 'max', 'min', 'round', 'float', 'tuple', 'bool', 'reversed'].map(
      (name) => (value: string) => `${name}(${value})`,
    ),
    ...['strip', 'lower', 'upper', 'split', 'copy', 'items', 'keys', 'values'].map((name) => (value: string) => `${value}.${name}()`),
    (value) => `${value}[::-1]`,
    (value) => `''.join(${value})`,
  ],
};

const go: Language = {
  name: 'go',
  extensions: ['go'],
  identifiers: set('identifier'),
  members: set('field_identifier'),
  functions: set('function_declaration', 'method_declaration', 'func_literal'),
  calls: set('call_expression'),
  argumentLists: set('argument_list'),
  blocks: set('block', 'statement_list'),
  loops: set('for_statement'),
  returns: set('return_statement'),
  strings: set('interpreted_string_literal', 'raw_string_literal'),
  binary: set('binary_expression'),
  subscripts: set('index_expression', 'slice_expression'),
  operators: { ...cLike, ':=': ['='], '&^': ['&', '^'], '&^=': ['&=', '^='], '^=': ['&^=', '|=', '&='], '^': ['&^', '|', '&'] },
  not: (condition) => `!(${condition})`,
  and: '&&',
  or: '||',
  true: 'true',
  false: 'false',
  nothing: 'nil',
  guard: (condition, body, indent) => braces('if %', condition, body, indent, ''),
  end: '',
  confusable: [
    ...cConfusable,
    ['HasPrefix', 'HasSuffix', 'Contains'],
    ['TrimLeft', 'TrimRight', 'TrimSpace', 'Trim', 'TrimPrefix', 'TrimSuffix'],
    ['ToUpper', 'ToLower', 'Title'],
    ['Index', 'LastIndex', 'IndexByte'],
  ],
  wraps: [(value) => `len(${value})`, (value) => `-${value}`],
};

const java: Language = {
  ...go,
  name: 'java',
  extensions: ['java'],
  members: set(),
  functions: set('method_declaration', 'constructor_declaration', 'lambda_expression'),
  calls: set('method_invocation', 'object_creation_expression'),
  blocks: set('block', 'constructor_body', 'switch_block_statement_group'),
  loops: set('for_statement', 'while_statement', 'enhanced_for_statement', 'do_statement'),
  strings: set('string_literal'),
  subscripts: set('array_access'),
  operators: { ...cLike, '>>>': ['>>'] },
  nothing: 'null',
  guard: (condition, body, indent) => braces('if (%)', condition, body, indent, ';'),
  end: ';',
  confusable: [
    ...cConfusable,
    ['startsWith', 'endsWith', 'contains', 'equals', 'equalsIgnoreCase'],
    ['indexOf', 'lastIndexOf'],
    ['toUpperCase', 'toLowerCase'],
    ['containsKey', 'containsValue'],
    ['anyMatch', 'allMatch', 'noneMatch'],
    ['isEmpty', 'isBlank', 'isPresent'],
    ['size', 'length'],
  ],
  wraps: [(value) => `Math.abs(${value})`, (value) => `String.valueOf(${value})`, (value) => `-${value}`],
};

const csharp: Language = {
  ...java,
  name: 'c-sharp',
  extensions: ['cs'],
  functions: set('method_declaration', 'constructor_declaration', 'local_function_statement', 'lambda_expression', 'accessor_declaration'),
  calls: set('invocation_expression', 'object_creation_expression'),
  loops: set('for_statement', 'while_statement', 'foreach_statement', 'do_statement'),
  blocks: set('block', 'switch_section'),
  strings: set('string_literal', 'verbatim_string_literal'),
  subscripts: set('element_access_expression'),
  operators: { ...cLike, '??': ['||'] },
  confusable: [
    ...cConfusable,
    ['StartsWith', 'EndsWith', 'Contains', 'Equals'],
    ['IndexOf', 'LastIndexOf'],
    ['ToUpper', 'ToLower'],
    ['Any', 'All'],
    ['First', 'FirstOrDefault', 'Last', 'LastOrDefault'],
    ['OrderBy', 'OrderByDescending'],
  ],
  wraps: [(value) => `Math.Abs(${value})`, (value) => `${value}.ToString()`, (value) => `-${value}`],
};

const rust: Language = {
  ...go,
  name: 'rust',
  extensions: ['rs'],
  functions: set('function_item', 'closure_expression'),
  calls: set('call_expression'),
  argumentLists: set('arguments'),
  blocks: set('block'),
  loops: set('for_expression', 'while_expression', 'loop_expression'),
  returns: set('return_expression'),
  strings: set('string_literal', 'raw_string_literal'),
  operators: { ...cLike, '..': ['..='], '..=': ['..'] },
  nothing: 'None',
  guard: (condition, body, indent) => braces('if %', condition, body, indent, ';'),
  confusable: [
    ...cConfusable,
    ['starts_with', 'ends_with', 'contains'],
    ['find', 'rfind'],
    ['to_uppercase', 'to_lowercase', 'to_ascii_uppercase', 'to_ascii_lowercase'],
    ['any', 'all'],
    ['trim', 'trim_start', 'trim_end'],
    ['first', 'last', 'first_mut', 'last_mut'],
    ['is_some', 'is_none', 'is_ok', 'is_err', 'is_empty'],
    ['saturating_sub', 'wrapping_sub', 'checked_sub'],
    ['push_back', 'push_front'],
    ['pop_back', 'pop_front'],
    ['pop_first', 'pop_last'],
    ['first_key_value', 'last_key_value'],
    ['front', 'back'],
    ['take', 'skip', 'take_while'],
    ['skip_while', 'take_while', 'filter'],
    ['windows', 'chunks', 'chunks_exact'],
    ['swap_remove', 'remove'],
    ['split_once', 'rsplit_once'],
    ['splitn', 'rsplitn'],
    ['position', 'rposition'],
    ['min_by_key', 'max_by_key'],
    ['min_by', 'max_by'],
    ['next', 'last', 'next_back'],
    ['filter_map', 'flat_map', 'map_while'],
    ['sum', 'product', 'count'],
    ['extend', 'append'],
    ['keys', 'values'],
    ['is_alphabetic', 'is_alphanumeric', 'is_numeric', 'is_ascii_digit', 'is_ascii_alphanumeric'],
    ['is_uppercase', 'is_lowercase'],
    ['is_whitespace', 'is_ascii_punctuation', 'is_control'],
    ['floor', 'ceil', 'round', 'trunc'],
    ['contains_key', 'contains'],
    ['intersection', 'union', 'difference', 'symmetric_difference'],
    ['is_subset', 'is_superset', 'is_disjoint'],
    ['strip_prefix', 'strip_suffix'],
    ['trim_start_matches', 'trim_end_matches', 'trim_matches'],
    ['as_secs', 'as_millis', 'as_secs_f64', 'subsec_millis'],
    ['rotate_left', 'rotate_right'],
    ['Less', 'Greater'],
    ['rem_euclid', 'div_euclid'],
    ['or', 'and', 'xor'],
    ['to_le_bytes', 'to_be_bytes'],
    ['from_le_bytes', 'from_be_bytes'],
    ['log2', 'log10', 'ln'],
    ['leading_zeros', 'trailing_zeros', 'count_ones'],
  ],
  wraps: [(value) => `${value}.abs()`, (value) => `${value}.len()`, (value) => `-${value}`],
};

const ruby: Language = {
  ...go,
  name: 'ruby',
  extensions: ['rb'],
  identifiers: set('identifier', 'instance_variable', 'constant'),
  members: set(),
  functions: set('method', 'singleton_method', 'lambda', 'block', 'do_block'),
  calls: set('call'),
  blocks: set('body_statement', 'then', 'block_body', 'do', 'program'),
  loops: set('while', 'until', 'for'),
  returns: set('return'),
  strings: set('string'),
  binary: set('binary'),
  subscripts: set('element_reference'),
  operators: { ...cLike, and: ['or'], or: ['and'], '..': ['...'], '...': ['..'], '**': ['*'] },
  not: (condition) => `!(${condition})`,
  nothing: 'nil',
  guard: (condition, body, indent) => `${body} if ${condition}\n${indent}`,
  confusable: [
    ['min', 'max'],
    ['any?', 'all?', 'none?'],
    ['start_with?', 'end_with?', 'include?'],
    ['upcase', 'downcase', 'capitalize', 'swapcase'],
    ['first', 'last'],
    ['select', 'reject', 'filter', 'map'],
    ['floor', 'ceil', 'round'],
    ['nil?', 'empty?'],
    ['keys', 'values'],
    ['index', 'rindex'],
    ['lstrip', 'rstrip', 'strip'],
    ['sort', 'reverse', 'uniq'],
  ],
  wraps: ['abs', 'to_s', 'to_i', 'to_a', 'sort', 'reverse', 'uniq', 'length', 'compact', 'strip'].map(
    (name) => (value) => `${value}.${name}`,
  ),
};

const php: Language = {
  ...java,
  name: 'php',
  extensions: ['php'],
  identifiers: set('variable_name'),
  members: set('name'),
  functions: set('function_definition', 'method_declaration', 'anonymous_function', 'arrow_function'),
  calls: set('function_call_expression', 'member_call_expression', 'scoped_call_expression', 'object_creation_expression'),
  argumentLists: set('arguments'),
  blocks: set('compound_statement', 'program'),
  loops: set('for_statement', 'while_statement', 'foreach_statement', 'do_statement'),
  strings: set('string', 'encapsed_string'),
  subscripts: set('subscript_expression'),
  operators: {
    ...cLike,
    '=': [],
    '+': ['-', '*', '.'],
    '+=': ['-=', '=', '.='],
    '===': ['!==', '=='],
    '!==': ['===', '!='],
    '??': ['?:'],
    '==': ['!=', '==='],
    '!=': ['==', '!=='],
  },
  confusable: [
    ...cConfusable,
    ['strpos', 'stripos', 'strrpos'],
    ['strtoupper', 'strtolower', 'ucfirst', 'lcfirst'],
    ['ltrim', 'rtrim', 'trim'],
    ['array_keys', 'array_values', 'array_flip'],
    ['array_push', 'array_unshift'],
    ['array_pop', 'array_shift'],
    ['array_key_first', 'array_key_last'],
    ['reset', 'end', 'current'],
    ['array_merge', 'array_replace', 'array_merge_recursive', 'array_replace_recursive'],
    ['array_diff', 'array_intersect'],
    ['array_diff_key', 'array_intersect_key', 'array_diff'],
    ['array_sum', 'array_product', 'count'],
    ['str_starts_with', 'str_ends_with', 'str_contains'],
    ['strcmp', 'strcasecmp', 'strnatcmp', 'strnatcasecmp'],
    ['strstr', 'strrchr', 'stristr'],
    ['str_replace', 'str_ireplace'],
    ['preg_match', 'preg_match_all'],
    ['ucfirst', 'ucwords', 'strtoupper'],
    ['is_int', 'is_numeric', 'ctype_digit'],
    ['array_map', 'array_filter'],
    ['in_array', 'array_key_exists'],
    ['urlencode', 'rawurlencode'],
    ['htmlspecialchars', 'htmlentities'],
  ],
  wraps: ['abs', 'count', 'strlen', 'intval', 'trim', 'array_values', 'strtolower'].map((name) => (value) => `${name}(${value})`),
};

export const languages: readonly Language[] = [python, go, java, csharp, rust, ruby, php];

/** The language of a file by its extension; null for one without templates (JavaScript and TypeScript have their own). */
export function languageOf(path: string): Language | null {
  const extension = /\.([A-Za-z0-9]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return languages.find(({ extensions }) => extensions.includes(extension)) ?? null;
}

/** Whether templates of this kind exist for the file. */
export function hasGrammar(path: string): boolean {
  return languageOf(path) !== null;
}
