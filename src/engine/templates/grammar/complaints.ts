import { pythonModulesIn } from '../not-found.ts';
import { type CompilerComplaint, compilerComplaintsIn } from './compiler-complaints.ts';
import { type RustComplaints, readRustComplaints } from './rust-complaints.ts';

/** What the messages of compilers and interpreters say is wrong, in the words of Python, Go, Java, C#, Rust, Ruby and PHP. */
export interface Complaints {
  /** Names that nothing is known by, and members that an object has not. */
  readonly unknown: ReadonlySet<string>;
  readonly noMember: ReadonlySet<string>;
  /** Keys that a table has not. */
  readonly noKey: ReadonlySet<string>;
  /** Modules, and names of modules, that cannot be imported. */
  readonly noModule: ReadonlySet<string>;
  readonly noExport: ReadonlySet<string>;
  /** What the message itself proposes instead. */
  readonly meant: ReadonlySet<string>;
  /** Functions that were called with too many or too few arguments, and parameters nobody gave. */
  readonly arity: ReadonlySet<string>;
  readonly notGiven: ReadonlySet<string>;
  /** Members that were read before they had a value, and functions that end without the value they promise. */
  readonly unset: ReadonlySet<string>;
  readonly noResult: ReadonlySet<string>;
  /** Exceptions that a test waits for in vain. */
  readonly awaited: ReadonlySet<string>;
  /** Types that were asked for, each with what came instead. */
  readonly wanted: ReadonlySet<string>;
  /** Kinds of values of Python that came where another kind was wanted. */
  readonly strays: ReadonlySet<string>;
  /** Something was nothing; a text met a number; a coroutine was not awaited. */
  readonly nothing: boolean;
  readonly mixed: boolean;
  readonly unawaited: boolean;
  /** Methods and operators of Ruby that were called upon nothing, and those that an object has not: setters and operators. */
  readonly ofNothing: ReadonlySet<string>;
  readonly unknownOperators: ReadonlySet<string>;
  /** Methods that others may not call. */
  readonly hidden: ReadonlySet<string>;
  /** A text that may not be changed was; a block was not given. */
  readonly frozen: boolean;
  readonly noBlock: boolean;
  /** What a module has not. */
  readonly noneOfModule: ReadonlySet<string>;
  /** A module was called as if it were a function. */
  readonly moduleCalled: boolean;
  /** What a compiler found nobody using: names and paths of imports. */
  readonly unused: ReadonlySet<string>;
  /** Values whose kinds do not fit, by their text, and the type that each is to have. */
  readonly misfits: ReadonlyMap<string, string>;
  /** A function ends without what it returns. */
  readonly noReturn: boolean;
  /** A map that nobody has made was written to. */
  readonly unmade: boolean;
  /** A function called itself without end. */
  readonly endless: boolean;
  readonly rust: RustComplaints;
  /** What the compilers of Java and C# say, each with its place. */
  readonly compiler: readonly CompilerComplaint[];
  /** True where a message names its place: one of the sets is not empty. */
  readonly named: boolean;
}

const quote = '[\'"`‘’]';
const inQuotes = `${quote}\\$?([A-Za-z_][\\w?!]*)${quote}`;

const unknown = [
  `name ${inQuotes} is not defined`,
  `local variable ${inQuotes}`,
  `undefined: (\\w+)`,
  `symbol:\\s+(?:variable|class) (\\w+)`,
  `The name ${inQuotes} does not exist`,
  `undefined local variable or method ${inQuotes}`,
  `uninitialized constant (?:\\w+::)*(\\w+)`,
  `cannot find (?:value|function|type|macro|struct, variant or union type) ${inQuotes}`,
  `Undefined (?:variable|constant) "?(\\$?\\w+)`,
  `undefined function (?:\\w+\\\\)*(\\w+)\\(`,
  `(?:Class|Interface|Trait|Enum) "(?:\\w+\\\\)*(\\w+)" not found`,
];
const noMember = [
  `has no attribute ${inQuotes}`,
  `undefined method ${inQuotes}(?! for nil\\b)`,
  `no (?:field or )?method (\\w+)\\b`,
  `no (?:method|function or associated item) named ${inQuotes}`,
  `no field ${inQuotes}`,
  `symbol:\\s+method (\\w+)`,
  `does not contain a definition for ${inQuotes}`,
  `undefined method [\\w\\\\]+::(\\w+)`,
  `Undefined property: [\\w\\\\]+::\\$(\\w+)`,
];
const meant = [
  `[Dd]id you mean:?\\s+(?:to use )?${quote}?([\\w.]+)`,
  `similar name(?: exists)?: ${inQuotes}`,
  `but does have (?:field|method) (\\w+)`,
];

const strays = [
  `${quote}(\\w+)${quote} object (?:has no attribute|is not|does not support)`,
  `(?:object|argument) of type ${quote}(\\w+)${quote}`,
  `expected (?:str|string|a string|bytes|a bytes)\\b.{0,40}?(?:, |got |not )${quote}?(\\w+)${quote}?(?: found)?(?=\\s*(?:\\n|$))`,
  `must be \\w+, not (\\w+)`,
  `unsupported operand type\\(s\\) for [^:\\n]{1,20}: ${quote}(\\w+)`,
  `unsupported operand type\\(s\\) for [^:\\n]{1,20}: ${quote}\\w+${quote} and ${quote}(\\w+)`,
  `between instances of ${quote}(\\w+)`,
  `between instances of ${quote}\\w+${quote} and ${quote}(\\w+)`,
];

/** Reads what all messages say together. */
export function readComplaints(all: string): Complaints {
  const found = (patterns: readonly string[]): ReadonlySet<string> =>
    new Set(patterns.flatMap((pattern) => [...all.matchAll(new RegExp(pattern, 'g'))].flatMap(([, name]) => name ?? [])));
  const misfits = misfitsIn(all);
  const sets = {
    unknown: found(unknown),
    noMember: found(noMember),
    noKey: found([
      `KeyError: ['"]([^'"\\n]{1,60})['"]`,
      `key not found: [:"]?([\\w]+)`,
      `Undefined array key "([^"\\n]{1,60})"`,
      `Undefined array key (-?\\d+)`,
    ]),
    noModule: new Set([...pythonModulesIn(all), ...found([`cannot load such file -- (\\S+)`])]),
    noExport: found([`cannot import name ${inQuotes}`, `unresolved imports? ${inQuotes}`]),
    arity: found([
      `(\\w+)\\(\\) (?:takes|missing|got)`,
      `Too few arguments to function (?:[\\w\\\\]+::)?(\\w+)\\(`,
      `arguments in call to (?:\\w+\\.)*(\\w+)`,
      `method (\\w+) in \\w+ \\w+ cannot be applied`,
    ]),
    unused: found([
      `declared (?:but|and) not used: (\\w+)`,
      `\\b(\\w+) declared (?:but|and) not used`,
      `"([\\w./-]+)" imported and not used`,
      `imported and not used: "([\\w./-]+)"`,
    ]),
    ofNothing: found([`undefined method ${quote}(\\S{1,40}?)${quote} for nil\\b`]),
    unknownOperators: found([`undefined method ${quote}(\\w+=|[<>=+*/-]{1,3})${quote} for (?!nil\\b)`]),
    hidden: found([`(?:private|protected) method ${inQuotes} called`]),
    unset: found([`property [\\w\\\\]+::\\$(\\w+) must not be accessed before initialization`]),
    noResult: found([`(\\w+)\\(\\): Return value must be of type [^\\n]{1,60}, none returned`]),
    awaited: found([`matches expected exception "(?:\\w+\\\\)*(\\w+)"`, `exception of type "(?:\\w+\\\\)*(\\w+)" is thrown`]),
    notGiven: found([`required (?:positional|keyword-only) arguments?: ['"](\\w+)['"]`]),
  };
  const rust = readRustComplaints(all);
  const compiler = compilerComplaintsIn(all);
  const types = all.matchAll(/must be of type \??(int|string|float|bool|array)(?:\|null)?, (\w+) (?:given|returned)/g);
  return {
    ...sets,
    rust,
    compiler,
    wanted: new Set([...types].map(([, type, given]) => `${type} ${given}`)),
    meant: found(meant),
    strays: found(strays),
    nothing: /NoneType|for nil\b|nil pointer|NullPointerException|NullReferenceException|on null\b/.test(all),
    mixed:
      /can't be coerced into|can only concatenate|unsupported operand type|must be str, not|no implicit conversion|not supported between instances/.test(
        all,
      ),
    frozen: /can't modify frozen|FrozenError/.test(all),
    noBlock: /no block given/.test(all),
    noneOfModule: found([`module ['"][\\w.]+['"] has no attribute ${inQuotes}`]),
    moduleCalled: /'module' object is not callable/.test(all),
    misfits,
    noReturn: /\bmissing return\b/.test(all),
    unmade: /assignment to entry in nil map/.test(all),
    unawaited: /was never awaited|['"]?coroutine['"]? object/.test(all),
    endless:
      /Maximum call stack|too much recursion|RecursionError|recursion depth exceeded|StackOverflow|stack overflow|stack level too deep/.test(
        all,
      ),
    named:
      rust.named ||
      compiler.length > 0 ||
      misfits.size > 0 ||
      /\bmissing return\b/.test(all) ||
      Object.values(sets).some(({ size }) => size > 0),
  };
}

/** In Go's words: two sides of an operator, and a value that is given where another kind is wanted. */
function misfitsIn(all: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const type = '((?:\\*|\\[\\])*[\\w.]+)';
  for (const [, left = '', right = '', one = '', other = ''] of all.matchAll(
    new RegExp(
      `invalid operation: (\\S[^\\n]{0,80}?) [-+*/%<>=!&|^]{1,2} (\\S[^\\n]{0,80}?) \\(mismatched types ${type} and ${type}\\)`,
      'g',
    ),
  ))
    found.set(left, other).set(right, one);
  for (const [, value = '', wanted = ''] of all.matchAll(
    new RegExp(`cannot use (\\S[^\\n]{0,80}?) \\([^\\n]{0,120}?\\) as (?:type )?${type}`, 'g'),
  ))
    found.set(value, wanted);
  return found;
}
