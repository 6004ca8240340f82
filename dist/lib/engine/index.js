import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  require_lib
} from "../chunk-RNX7ORRL.js";
import {
  array,
  boolean,
  int,
  looseObject,
  number,
  object,
  string,
  unknown
} from "../chunk-4K2SKPFD.js";
import {
  require_crypto
} from "../chunk-ESKC7XX5.js";
import {
  __toESM
} from "../chunk-G62E4XM6.js";

// src/engine/worker.ts
import { parentPort } from "node:worker_threads";

// src/engine/conversation.ts
function readConversation(items) {
  const start = items.findLastIndex((item) => isUser(item) && textOf(item.content).includes("<failing_tests>"));
  const brief2 = items[start];
  const since = items.slice(start + 1);
  const outputs = /* @__PURE__ */ new Map();
  for (const item of since) {
    if (item.type === "function_call_output") outputs.set(String(item.call_id), textOf(item.output));
  }
  const calls2 = since.filter((item) => item.type === "function_call").map((item) => ({
    name: String(item.name),
    arguments: String(item.arguments),
    output: outputs.get(String(item.call_id)) ?? null
  }));
  const said = (brief2 ? [brief2] : items.filter(isUser)).map((item) => textOf(item.content));
  return { request: said.join("\n"), calls: calls2, wordsOnly: asksForWords(since) };
}
function asksForWords(items) {
  const answered = items.findLastIndex((item) => item.type === "function_call");
  return items.slice(answered + 1).some((item) => isUser(item) && /\bno more tools\b/i.test(textOf(item.content)));
}
function isUser(item) {
  return item.role === "user" && (item.type === void 0 || item.type === "message");
}
function textOf(content) {
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return "";
  return content.map(partText).join("");
}
function partText(part) {
  return typeof part === "object" && part !== null && "text" in part && typeof part.text === "string" ? part.text : "";
}

// src/engine/json.ts
function jsonOrNull(text2) {
  try {
    return JSON.parse(text2);
  } catch {
    return null;
  }
}

// src/engine/brief.ts
var DEFAULT_BUDGET = { seconds: 300, testRuns: 20, turns: 20 };
var text = string().nullish().catch(null);
var number2 = number().nullish().catch(null);
var failingTest = looseObject({
  id: string().min(1),
  file: text,
  line: number2,
  message: text,
  expected: text,
  actual: text,
  frames: array(unknown()).catch([])
});
function parseBrief(message) {
  const sections = sectionsOf(message);
  const failing = parseFailing(jsonOrNull(sections.get("failing_tests") ?? ""));
  if (failing.length === 0) return null;
  return {
    budget: parseBudget(sections.get("budget") ?? ""),
    suiteSeconds: numberIn(sections.get("budget") ?? "", "suite_seconds", Number.POSITIVE_INFINITY),
    failing,
    suspects: parseSuspects((sections.get("suspects") ?? "").split("\n")),
    change: sections.get("change_since_green") ?? null
  };
}
function parseFailing(value) {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry) => {
    const parsed = failingTest.safeParse(entry);
    if (!parsed.success) return [];
    const { id, file = null, line = null, message = null, expected = null, actual = null, frames } = parsed.data;
    return [{ id, file, line, message, expected, actual, frames: frames.flatMap(parseFrame) }];
  });
}
function parseSuspects(lines) {
  return lines.flatMap((line) => {
    const match2 = typeof line === "string" ? /^(.+):(\d+) (\d+(?:\.\d+)?)$/.exec(line.trim()) : null;
    return match2 ? [{ path: match2[1] ?? "", line: Number(match2[2]), score: Number(match2[3]) }] : [];
  });
}
function parseFrame(frame) {
  const match2 = typeof frame === "string" ? /^(.+?):(\d+)(?::(\d+))?(?: (.+))?$/.exec(frame) : null;
  if (match2 === null) return [];
  const [, path = "", line, column, name] = match2;
  return [{ path, line: Number(line), column: column === void 0 ? null : Number(column), function: name ?? null }];
}
function sectionsOf(message) {
  const sections = /* @__PURE__ */ new Map();
  let name = null;
  let body = [];
  for (const line of message.split("\n")) {
    if (name === null) {
      name = /^<([a-z_]+)(?: [^>]*)?>$/.exec(line)?.[1] ?? null;
      body = [];
    } else if (line === `</${name}>`) {
      if (!sections.has(name)) sections.set(name, body.join("\n"));
      name = null;
    } else {
      body.push(line);
    }
  }
  return sections;
}
function parseBudget(line) {
  return {
    seconds: numberIn(line, "seconds", DEFAULT_BUDGET.seconds),
    testRuns: numberIn(line, "test_runs", DEFAULT_BUDGET.testRuns),
    turns: numberIn(line, "turns", DEFAULT_BUDGET.turns)
  };
}
function numberIn(line, name, fallback) {
  const match2 = new RegExp(`(?<!\\S)${name}=(\\d+(?:\\.\\d+)?)`).exec(line);
  return match2 ? Number(match2[1]) : fallback;
}

// src/engine/templates/grammar/languages.ts
var set = (...names2) => new Set(names2);
var common = {
  "<": ["<=", ">", ">="],
  "<=": ["<", ">=", ">"],
  ">": [">=", "<", "<="],
  ">=": [">", "<=", "<"],
  "==": ["!=", "<=", ">="],
  "!=": ["==", "<", ">"],
  "+": ["-", "*"],
  "-": ["+", "*", "/"],
  "*": ["/", "+", "-"],
  "/": ["*", "%", "-"],
  "%": ["/", "*"],
  "&": ["|", "^"],
  "|": ["&", "^"],
  "^": ["&", "|"],
  "<<": [">>"],
  ">>": ["<<"],
  "+=": ["-=", "=", "*="],
  "-=": ["+=", "=", "/=", "*="],
  "*=": ["/=", "+="],
  "/=": ["*=", "-=", "%="],
  "&=": ["|=", "^=", "="],
  "|=": ["&=", "^=", "="],
  "^=": ["&=", "|=", "="],
  "<<=": [">>="],
  ">>=": ["<<="],
  "=": ["+="]
};
var cLike = { ...common, "&&": ["||"], "||": ["&&"], "++": ["--"], "--": ["++"] };
var braces = (keyword, condition, body, indent, end) => `${keyword} {
${indent}    ${body}${end}
${indent}}
${indent}`.replace("%", () => condition);
var cConfusable = [
  ["min", "max"],
  ["Min", "Max"],
  ["floor", "ceil", "round"],
  ["Floor", "Ceil", "Round"]
];
var python = {
  name: "python",
  extensions: ["py"],
  identifiers: set("identifier"),
  members: set(),
  functions: set("function_definition", "lambda"),
  calls: set("call"),
  argumentLists: set("argument_list"),
  blocks: set("block", "module"),
  loops: set("for_statement", "while_statement"),
  returns: set("return_statement"),
  strings: set("string"),
  binary: set("binary_operator", "boolean_operator", "comparison_operator"),
  subscripts: set("subscript", "slice"),
  operators: {
    ...common,
    "//": ["/", "%", "*"],
    "/": ["//", "*", "%"],
    "%": ["//", "/", "*"],
    "**": ["*"],
    "*": ["**", "/", "+", "-", "//"],
    and: ["or"],
    or: ["and"],
    in: ["not in", "=="],
    "not in": ["in"],
    is: ["is not", "=="],
    "is not": ["is", "!="],
    "==": ["!=", "<=", ">=", "in", "is"],
    "-=": ["+=", "//=", "=", "/=", "%="],
    "//=": ["/=", "%=", "-="],
    "%=": ["//="],
    "/=": ["//=", "*="],
    "=": ["+=", "-="]
  },
  not: (condition) => `not ${condition}`,
  and: "and",
  or: "or",
  true: "True",
  false: "False",
  nothing: "None",
  guard: (condition, body, indent) => `if ${condition}:
${indent}    ${body}
${indent}`,
  end: "",
  confusable: [
    ["min", "max"],
    ["any", "all"],
    ["append", "extend", "insert"],
    ["upper", "lower", "swapcase", "title", "capitalize"],
    ["isupper", "islower", "isalpha", "isdigit", "isalnum", "isspace", "isnumeric"],
    ["startswith", "endswith"],
    ["lstrip", "rstrip", "strip"],
    ["find", "rfind", "index", "rindex", "count"],
    ["split", "rsplit", "splitlines"],
    ["ceil", "floor", "round", "trunc"],
    ["sorted", "reversed", "list", "set", "tuple"],
    ["sum", "max", "min", "len"],
    ["int", "float", "str", "round"],
    ["keys", "values", "items"],
    ["bin", "hex", "oct"],
    ["get", "pop", "setdefault"],
    ["add", "discard", "remove", "append"],
    ["union", "intersection", "difference", "symmetric_difference"],
    ["copy", "deepcopy"],
    ["rstrip", "removesuffix"],
    ["lstrip", "removeprefix"],
    ["match", "fullmatch", "search", "findall", "finditer"],
    ["appendleft", "append"],
    ["popleft", "pop"],
    ["heappush", "heappop", "heappushpop", "heapreplace"],
    ["bisect_left", "bisect_right"]
  ],
  wraps: [
    ...["int", "abs", "len", "str", "list", "sorted", "set", "sum", "max", "min", "round", "float", "tuple", "bool", "reversed"].map(
      (name) => (value) => `${name}(${value})`
    ),
    ...["strip", "lower", "upper", "split", "copy", "items", "keys", "values"].map((name) => (value) => `${value}.${name}()`),
    (value) => `${value}[::-1]`,
    (value) => `''.join(${value})`
  ]
};
var go = {
  name: "go",
  extensions: ["go"],
  identifiers: set("identifier"),
  members: set("field_identifier"),
  functions: set("function_declaration", "method_declaration", "func_literal"),
  calls: set("call_expression"),
  argumentLists: set("argument_list"),
  blocks: set("block", "statement_list"),
  loops: set("for_statement"),
  returns: set("return_statement"),
  strings: set("interpreted_string_literal", "raw_string_literal"),
  binary: set("binary_expression"),
  subscripts: set("index_expression", "slice_expression"),
  operators: { ...cLike, ":=": ["="] },
  not: (condition) => `!(${condition})`,
  and: "&&",
  or: "||",
  true: "true",
  false: "false",
  nothing: "nil",
  guard: (condition, body, indent) => braces("if %", condition, body, indent, ""),
  end: "",
  confusable: [
    ...cConfusable,
    ["HasPrefix", "HasSuffix", "Contains"],
    ["TrimLeft", "TrimRight", "TrimSpace", "Trim", "TrimPrefix", "TrimSuffix"],
    ["ToUpper", "ToLower", "Title"],
    ["Index", "LastIndex", "IndexByte"]
  ],
  wraps: [(value) => `len(${value})`, (value) => `-${value}`]
};
var java = {
  ...go,
  name: "java",
  extensions: ["java"],
  members: set(),
  functions: set("method_declaration", "constructor_declaration", "lambda_expression"),
  calls: set("method_invocation", "object_creation_expression"),
  blocks: set("block", "constructor_body", "switch_block_statement_group"),
  loops: set("for_statement", "while_statement", "enhanced_for_statement", "do_statement"),
  strings: set("string_literal"),
  subscripts: set("array_access"),
  operators: { ...cLike, ">>>": [">>"] },
  nothing: "null",
  guard: (condition, body, indent) => braces("if (%)", condition, body, indent, ";"),
  end: ";",
  confusable: [
    ...cConfusable,
    ["startsWith", "endsWith", "contains", "equals", "equalsIgnoreCase"],
    ["indexOf", "lastIndexOf"],
    ["toUpperCase", "toLowerCase"],
    ["containsKey", "containsValue"],
    ["anyMatch", "allMatch", "noneMatch"],
    ["isEmpty", "isBlank", "isPresent"],
    ["size", "length"]
  ],
  wraps: [(value) => `Math.abs(${value})`, (value) => `String.valueOf(${value})`, (value) => `-${value}`]
};
var csharp = {
  ...java,
  name: "c-sharp",
  extensions: ["cs"],
  functions: set("method_declaration", "constructor_declaration", "local_function_statement", "lambda_expression", "accessor_declaration"),
  calls: set("invocation_expression", "object_creation_expression"),
  loops: set("for_statement", "while_statement", "foreach_statement", "do_statement"),
  blocks: set("block", "switch_section"),
  strings: set("string_literal", "verbatim_string_literal"),
  subscripts: set("element_access_expression"),
  operators: { ...cLike, "??": ["||"] },
  confusable: [
    ...cConfusable,
    ["StartsWith", "EndsWith", "Contains", "Equals"],
    ["IndexOf", "LastIndexOf"],
    ["ToUpper", "ToLower"],
    ["Any", "All"],
    ["First", "FirstOrDefault", "Last", "LastOrDefault"],
    ["OrderBy", "OrderByDescending"]
  ],
  wraps: [(value) => `Math.Abs(${value})`, (value) => `${value}.ToString()`, (value) => `-${value}`]
};
var rust = {
  ...go,
  name: "rust",
  extensions: ["rs"],
  functions: set("function_item", "closure_expression"),
  calls: set("call_expression"),
  argumentLists: set("arguments"),
  blocks: set("block"),
  loops: set("for_expression", "while_expression", "loop_expression"),
  returns: set("return_expression"),
  strings: set("string_literal", "raw_string_literal"),
  operators: { ...cLike, "..": ["..="], "..=": [".."] },
  nothing: "None",
  guard: (condition, body, indent) => braces("if %", condition, body, indent, ";"),
  confusable: [
    ...cConfusable,
    ["starts_with", "ends_with", "contains"],
    ["find", "rfind"],
    ["to_uppercase", "to_lowercase", "to_ascii_uppercase", "to_ascii_lowercase"],
    ["any", "all"],
    ["trim", "trim_start", "trim_end"],
    ["first", "last"],
    ["is_some", "is_none", "is_ok", "is_err", "is_empty"],
    ["saturating_sub", "wrapping_sub", "checked_sub"]
  ],
  wraps: [(value) => `${value}.abs()`, (value) => `${value}.len()`, (value) => `-${value}`]
};
var ruby = {
  ...go,
  name: "ruby",
  extensions: ["rb"],
  identifiers: set("identifier", "instance_variable", "constant"),
  members: set(),
  functions: set("method", "singleton_method", "lambda", "block", "do_block"),
  calls: set("call"),
  blocks: set("body_statement", "then", "block_body", "do", "program"),
  loops: set("while", "until", "for"),
  returns: set("return"),
  strings: set("string"),
  binary: set("binary"),
  subscripts: set("element_reference"),
  operators: { ...cLike, and: ["or"], or: ["and"], "..": ["..."], "...": [".."], "**": ["*"] },
  not: (condition) => `!(${condition})`,
  nothing: "nil",
  guard: (condition, body, indent) => `${body} if ${condition}
${indent}`,
  confusable: [
    ["min", "max"],
    ["any?", "all?", "none?"],
    ["start_with?", "end_with?", "include?"],
    ["upcase", "downcase", "capitalize", "swapcase"],
    ["first", "last"],
    ["select", "reject", "filter", "map"],
    ["floor", "ceil", "round"],
    ["nil?", "empty?"],
    ["keys", "values"],
    ["index", "rindex"],
    ["lstrip", "rstrip", "strip"],
    ["sort", "reverse", "uniq"]
  ],
  wraps: ["abs", "to_s", "to_i", "to_a", "sort", "reverse", "uniq", "length", "compact", "strip"].map(
    (name) => (value) => `${value}.${name}`
  )
};
var php = {
  ...java,
  name: "php",
  extensions: ["php"],
  identifiers: set("variable_name"),
  members: set("name"),
  functions: set("function_definition", "method_declaration", "anonymous_function", "arrow_function"),
  calls: set("function_call_expression", "member_call_expression", "scoped_call_expression", "object_creation_expression"),
  argumentLists: set("arguments"),
  blocks: set("compound_statement", "program"),
  loops: set("for_statement", "while_statement", "foreach_statement", "do_statement"),
  strings: set("string", "encapsed_string"),
  subscripts: set("subscript_expression"),
  operators: { ...cLike, "===": ["!==", "=="], "!==": ["===", "!="], ".": ["+"], "??": ["?:"], "==": ["!=", "==="], "!=": ["==", "!=="] },
  confusable: [
    ...cConfusable,
    ["strpos", "stripos", "strrpos"],
    ["strtoupper", "strtolower", "ucfirst", "lcfirst"],
    ["ltrim", "rtrim", "trim"],
    ["array_keys", "array_values", "array_flip"],
    ["array_push", "array_unshift"],
    ["array_pop", "array_shift"],
    ["str_starts_with", "str_ends_with", "str_contains"],
    ["array_map", "array_filter"],
    ["sort", "rsort", "ksort", "asort"],
    ["in_array", "array_key_exists", "isset"]
  ],
  wraps: ["abs", "count", "strlen", "intval", "trim", "array_values", "strtolower"].map((name) => (value) => `${name}(${value})`)
};
var languages = [python, go, java, csharp, rust, ruby, php];
function languageOf(path) {
  const extension = /\.([A-Za-z0-9]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  return languages.find(({ extensions }) => extensions.includes(extension)) ?? null;
}
function hasGrammar(path) {
  return languageOf(path) !== null;
}

// src/engine/templates/grammar/test-conventions.ts
var TEST_PATH = /(?:^|\/)(?:test_[^/]*|[^/]*_tests?|tests?|conftest)\.py$|_test\.go$|(?:^|\/)src\/test\/|(?:Tests?|TestCase|IT|Spec)\.(?:java|cs|php)$|_(?:spec|test)\.rb$|(?:^|\/)(?:spec|test|tests|testing|Tests|testdata)\/|(?:^|\/)[^/]*\.Tests?\//;
var TEST_LIBRARIES = /^\s*(?:import|from)\s+(?:pytest|unittest|nose|hypothesis)\b|^import\s+(?:static\s+)?org\.(?:junit|testng)|^use\s+PHPUnit|^using\s+(?:Xunit|NUnit|Microsoft\.VisualStudio\.TestTools)|require ['"](?:minitest|rspec)|^\s*"testing"$|^import\s+"testing"/m;
function isTestOfGrammar(path) {
  return TEST_PATH.test(path);
}
function usesTestLibrary({ text: text2 }) {
  return TEST_LIBRARIES.test(text2);
}

// src/engine/conventions.ts
function isTestPath(path) {
  return /(^|\/)(tests?|__tests__|specs?|__mocks__|__snapshots__|__fixtures__|fixtures?|testdata|test[-_]?utils?|testing|e2e|cypress|testers?)\//i.test(
    path
  ) || /(^|\/|[._-])(test|tests|spec|specs)([._-][^/]*)?\.[cm]?[jt]sx?$/i.test(path) || path.endsWith(".snap") || hasGrammar(path) && isTestOfGrammar(path);
}
function isGenerated(path) {
  return /(^|\/)(node_modules|dist|build|out|coverage|vendor|target|obj|venv|site-packages|__pycache__|\.[^/]+)\//.test(path) || /\.min\.[cm]?js$|\.map$|\.d\.[cm]?ts$|_pb2(_grpc)?\.py$|\.pb\.go$|\.(g|designer)\.cs$/i.test(path) || /(^|\/)(package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|bun\.lockb?|go\.sum|[^/]+\.lock)$/.test(path);
}
function isProse(path) {
  return /\.(md|markdown|txt|rst|adoc)$/i.test(path) || /(^|\/)(licen[cs]e|changelog|changes|history|authors|contributors|readme)(\.[^/]*)?$/i.test(path) || /(^|\/)\.[^/]+$/.test(path);
}
function isManifest(path) {
  return /(^|\/)((package|deno|jsr|bower|component|composer)\.jsonc?|pyproject\.toml|Pipfile|setup\.(py|cfg)|requirements[^/]*\.txt)$/.test(
    path
  ) || /(^|\/)(go\.mod|Cargo\.toml|pom\.xml|build\.gradle(\.kts)?|Gemfile|[^/]+\.(gemspec|csproj|sln))$/.test(path);
}
function isJavaScript(path) {
  return /\.[cm]?[jt]sx?$/.test(path) && !/\.d\.[cm]?ts$/.test(path);
}
function isCode(path) {
  return isJavaScript(path) || hasGrammar(path);
}
function isForeign(path) {
  return /^(?:\/|[A-Za-z]:[\\/]|\.\.[\\/])|(?:^|\/)node_modules\//.test(path);
}
function isSource(path) {
  return isCode(path) && !isTestPath(path) && !isForeign(path);
}
function isUndoable(path) {
  return !isTestPath(path) && !isGenerated(path) && !isProse(path);
}
function isEditableSource(path, text2) {
  if (!isCode(path) || isTestPath(path) || isGenerated(path) || isManifest(path) || isSetting(path)) return false;
  return isJavaScript(path) ? !definesTests(text2) : !usesTestLibrary({ path, text: text2 });
}
function isSetting(path) {
  return /\.config\.[cm]?[jt]s$|(^|\/)(noxfile|docs\/(source\/)?conf|manage)\.py$/.test(path);
}
function definesTests(text2) {
  return /\b(?:from|require\()\s*['"](?:chai|vitest|mocha|tape|ava|tap|@jest\/globals|node:test|expect|should|uvu)['"]/.test(text2) || /^\s*(?:describe|it)(?:\.\w+)?\(\s*['"`]/m.test(text2);
}

// src/engine/diff.ts
function parseDiff(diff) {
  const lines = diff.split("\n");
  const files = [];
  let at = 0;
  while (at < lines.length) {
    const header = lines[at] ?? "";
    at += 1;
    if (!header.startsWith("diff --git ")) continue;
    const end = endOfExtendedHeader(lines, at);
    const extended = lines.slice(at, end);
    const hunks = [];
    at = end;
    while (at < lines.length && lines[at]?.startsWith("@@ ")) {
      const read = readHunk(lines, at);
      if (read === null) {
        at += 1;
        break;
      }
      hunks.push(read.hunk);
      at = read.next;
    }
    const file = describeFile(header, extended, hunks);
    if (file !== null) files.push(file);
  }
  return files;
}
function lineGroups(hunk) {
  const groups = [];
  let newLine = hunk.newCount === 0 ? hunk.newStart + 1 : hunk.newStart;
  let removed = [];
  let added2 = [];
  const flush = () => {
    if (removed.length + added2.length > 0) groups.push({ newLine: newLine - added2.length, removed, added: added2 });
    removed = [];
    added2 = [];
  };
  for (const line of hunk.lines) {
    if (line.sign === " ") flush();
    if (line.sign === "-") removed.push(line);
    if (line.sign === "+") added2.push(line);
    if (line.sign !== "-") newLine += 1;
  }
  flush();
  return groups;
}
function endOfExtendedHeader(lines, from) {
  let at = from;
  while (at < lines.length && !/^(diff --git |@@ )/.test(lines[at] ?? "")) at += 1;
  return at;
}
function readHunk(lines, start) {
  const match2 = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(lines[start] ?? "");
  if (match2 === null) return null;
  const [oldStart, oldCount, newStart, newCount] = [match2[1], match2[2] ?? "1", match2[3], match2[4] ?? "1"].map(Number);
  if (oldStart === void 0 || oldCount === void 0 || newStart === void 0 || newCount === void 0) return null;
  const read = [];
  let at = start + 1;
  let [olds, news] = [oldCount, newCount];
  while (olds > 0 || news > 0) {
    const line = lines[at];
    if (line === void 0) return null;
    const sign = line === "" ? " " : line[0];
    if (sign !== " " && sign !== "+" && sign !== "-") return null;
    if (sign !== "+") olds -= 1;
    if (sign !== "-") news -= 1;
    const noNewline = lines[at + 1]?.startsWith("\\") ?? false;
    read.push({ sign, text: line.slice(1), newline: !noNewline });
    at += noNewline ? 2 : 1;
  }
  return { hunk: { oldStart, oldCount, newStart, newCount, lines: read }, next: at };
}
function describeFile(header, extended, hunks) {
  const after = (prefix) => {
    const line = extended.find((one) => one.startsWith(prefix));
    return line === void 0 ? null : line.slice(prefix.length);
  };
  const [headerOld, headerNew] = headerPaths(header.slice("diff --git ".length));
  const oldPath = plainPath(after("rename from ") ?? after("copy from ")) ?? sidePath(after("--- ")) ?? headerOld;
  const newPath = plainPath(after("rename to ") ?? after("copy to ")) ?? sidePath(after("+++ ")) ?? headerNew;
  if (oldPath === null && newPath === null) return null;
  return {
    status: statusOf(extended),
    oldPath: oldPath ?? newPath ?? "",
    newPath: newPath ?? oldPath ?? "",
    binary: extended.some((line) => line.startsWith("Binary files ") || line === "GIT binary patch"),
    hunks
  };
}
function statusOf(extended) {
  if (extended.some((line) => line.startsWith("new file mode "))) return "added";
  if (extended.some((line) => line.startsWith("deleted file mode "))) return "deleted";
  if (extended.some((line) => line.startsWith("rename from "))) return "renamed";
  return extended.some((line) => line.startsWith("copy from ")) ? "copied" : "modified";
}
function sidePath(value) {
  const path = plainPath(value?.replace(/\t$/, "") ?? null);
  return path === null || path === "/dev/null" ? null : path.replace(/^[^/]+\//, "");
}
function headerPaths(value) {
  const quoted2 = /^("(?:[^"\\]|\\.)*"|\S+) ("(?:[^"\\]|\\.)*")$/.exec(value);
  if (quoted2) return [sidePath(quoted2[1] ?? null), sidePath(quoted2[2] ?? null)];
  const half = (value.length - 1) / 2;
  return [sidePath(value.slice(0, half)), sidePath(value.slice(half + 1))];
}
var ESCAPES = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, "\\": 92 };
function plainPath(value) {
  if (value === null || !value.startsWith('"') || !value.endsWith('"')) return value;
  const bytes = [];
  for (const [, octal, letter, plain3] of value.slice(1, -1).matchAll(/\\([0-7]{3})|\\(.)|([^\\]+)/gs)) {
    if (octal !== void 0) bytes.push(Number.parseInt(octal, 8));
    else if (letter !== void 0) bytes.push(ESCAPES[letter] ?? letter.charCodeAt(0));
    else bytes.push(...Buffer.from(plain3 ?? "", "utf8"));
  }
  return Buffer.from(bytes).toString("utf8");
}

// src/engine/edits.ts
function isRange(edit) {
  return "start" in edit;
}
function joinTouching(changes3) {
  const joined4 = [];
  for (const change of changes3.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined4.at(-1);
    if (last === void 0 || change.start > last.end) joined4.push(change);
    else joined4[joined4.length - 1] = { start: last.start, end: Math.max(last.end, change.end), text: last.text + change.text };
  }
  return joined4;
}
function applyChanges(text2, changes3) {
  let result = "";
  let at = 0;
  for (const change of changes3) {
    result += text2.slice(at, change.start) + change.text;
    at = change.end;
  }
  return result + text2.slice(at);
}
function changedPart(text2, { start, end }, changes3) {
  const own2 = changes3.map((change) => ({ ...change, start: change.start - start, end: change.end - start }));
  return applyChanges(
    text2.slice(start, end),
    own2.toSorted((a, b) => a.start - b.start)
  );
}
function exactEdits(edits, textOf4) {
  const exact = [];
  const ranges = /* @__PURE__ */ new Map();
  for (const edit of edits) {
    if (!isRange(edit)) exact.push(edit);
    else if (edit.text === null) exact.push({ path: edit.path, old_text: textOf4(edit.path), new_text: null });
    else ranges.set(edit.path, [...ranges.get(edit.path) ?? [], { start: edit.start, end: edit.end, text: edit.text }]);
  }
  for (const [path, changes3] of ranges) {
    const text2 = textOf4(path);
    for (const { start, end, text: fresh } of uniqueChanges(text2, joinTouching(changes3))) {
      exact.push({ path, old_text: text2.slice(start, end), new_text: fresh });
    }
  }
  return exact;
}
function restoringEdits(edits, textOf4) {
  return [...new Set(edits.map((edit) => edit.path))].flatMap((path) => {
    const own2 = edits.filter((edit) => edit.path === path);
    const created = own2.find((edit) => !isRange(edit));
    if (created !== void 0 && !isRange(created)) return [{ path, old_text: created.new_text ?? "", new_text: null }];
    const before = textOf4(path);
    if (own2.some((edit) => isRange(edit) && edit.text === null)) return [{ path, old_text: "", new_text: before }];
    const changes3 = own2.flatMap((edit) => isRange(edit) ? [{ start: edit.start, end: edit.end, text: edit.text ?? "" }] : []);
    const after = applyChanges(before, joinTouching(changes3));
    return exactEdits([{ path, ...difference(after, before) }], () => after);
  });
}
function difference(from, to) {
  const most2 = Math.min(from.length, to.length);
  let start = 0;
  while (start < most2 && from[start] === to[start]) start += 1;
  let tail = 0;
  while (tail < most2 - start && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail += 1;
  return { start, end: from.length - tail, text: to.slice(start, to.length - tail) };
}
function uniqueChanges(text2, changes3) {
  const windows = changes3.map((change) => ({ ...uniqueWindow(text2, change), changes: [change] }));
  const merged = [];
  for (const window of windows) {
    const last = merged.at(-1);
    if (last === void 0 || window.start > last.end) merged.push(window);
    else
      merged[merged.length - 1] = {
        start: Math.min(last.start, window.start),
        end: Math.max(last.end, window.end),
        changes: [...last.changes, ...window.changes]
      };
  }
  return merged.map(({ start, end, changes: inside }) => ({ start, end, text: changedPart(text2, { start, end }, inside) }));
}
function uniqueWindow(text2, change) {
  let start = lineStart(text2, change.start);
  let end = lineEnd(text2, change.end);
  while (!isUnique(text2, text2.slice(start, end)) && (start > 0 || end < text2.length)) {
    start = start > 0 ? lineStart(text2, start - 1) : 0;
    end = end < text2.length ? lineEnd(text2, end + 1) : end;
  }
  return { start, end };
}
function isUnique(text2, part) {
  const first = text2.indexOf(part);
  return part !== "" && text2.indexOf(part, first + 1) === -1;
}
function lineStart(text2, offset) {
  return offset === 0 ? 0 : text2.lastIndexOf("\n", offset - 1) + 1;
}
function lineEnd(text2, offset) {
  const end = text2.indexOf("\n", offset);
  return end === -1 ? text2.length : end;
}
function linesAround(text2, start, end) {
  const next = text2.indexOf("\n", end);
  return { from: text2.lastIndexOf("\n", start - 1) + 1, to: next === -1 ? text2.length : next };
}
function lineStarts(text2) {
  const starts = [0];
  for (let at = text2.indexOf("\n"); at !== -1; at = text2.indexOf("\n", at + 1)) if (at + 1 < text2.length) starts.push(at + 1);
  return text2 === "" ? [] : starts;
}

// src/engine/changes.ts
function undoableFiles(files) {
  const textual2 = files.filter((file) => !file.binary && file.status !== "copied");
  const usual = textual2.filter((file) => isUndoable(file.oldPath) && isUndoable(file.newPath));
  if (usual.some((file) => isCode(file.newPath))) return usual;
  const built = textual2.filter((file) => isGenerated(file.newPath) && isCode(file.newPath) && !isTestPath(file.newPath));
  return [...usual, ...built.filter((file) => !/(^|\/)node_modules\//.test(file.newPath))];
}
function atomsOf(file, current) {
  if (file.status === "deleted") {
    const lines = file.hunks.flatMap((hunk) => hunk.lines);
    return [whole(file.oldPath, lines.length, { kind: "create", text: lines.map(lineText).join("") })];
  }
  if (current === null) return [];
  if (file.status === "added") return [whole(file.newPath, lineCount(current.text), { kind: "delete" })];
  const starts = lineStarts(current.text);
  const groups = file.hunks.flatMap((hunk, index) => lineGroups(hunk).map((group) => ({ group, hunk: `${file.newPath}#${index}` })));
  const atoms = groups.flatMap(({ group, hunk }) => lineAtom(file.newPath, hunk, group, current, starts));
  if (file.status !== "renamed") return atoms;
  return [...atoms, whole(file.newPath, 1, { kind: "rename", oldPath: file.oldPath })];
}
function undoEdits(atoms, currentOf) {
  const byPath = /* @__PURE__ */ new Map();
  for (const atom of atoms) byPath.set(atom.path, [...byPath.get(atom.path) ?? [], atom]);
  return [...byPath].flatMap(([path, own2]) => undoInFile(path, own2, currentOf));
}
function splitLines(atom) {
  if (atom.undo.kind !== "lines" || atom.size < 3) return [atom];
  const { removed, added: added2, change } = atom.undo;
  let start = change.start;
  return Array.from({ length: Math.max(added2.length, removed.length) }, (_, index) => {
    const gone = added2.slice(index, index + 1);
    const back = removed.slice(index, index + 1);
    const part = { start, end: start + gone.join("").length, text: back.join("") };
    start = part.end;
    const line = atom.startLine + Math.min(index, added2.length);
    return {
      ...atom,
      startLine: line,
      endLine: line,
      size: gone.length + back.length,
      undo: { kind: "lines", change: part, removed: back, added: gone }
    };
  });
}
function sizeOf(atoms) {
  return atoms.reduce((sum, atom) => sum + atom.size, 0);
}
function placesOf(atoms) {
  const places2 = atoms.map(({ path, startLine, endLine }) => `${path}:${startLine}${endLine > startLine ? `-${endLine}` : ""}`);
  return places2.length <= 4 ? places2.join(", ") : `${places2.slice(0, 3).join(", ")} and ${places2.length - 3} more`;
}
function undoInFile(path, atoms, currentOf) {
  const changes3 = joinTouching(atoms.flatMap(({ undo }) => undo.kind === "lines" ? [undo.change] : []));
  for (const { undo } of atoms) {
    if (undo.kind === "create") return [{ path, old_text: "", new_text: undo.text }];
    const remove = { path, start: 0, end: undo.kind === "lines" ? 0 : currentOf(path).length, text: null };
    if (undo.kind === "delete") return [remove];
    if (undo.kind === "rename") return [{ path: undo.oldPath, old_text: "", new_text: applyChanges(currentOf(path), changes3) }, remove];
  }
  return changes3.map((change) => ({ path, ...change }));
}
function lineAtom(path, hunk, group, { text: text2, crlf }, starts) {
  const from = group.newLine - 1;
  const start = starts[from] ?? text2.length;
  const end = starts[from + group.added.length] ?? text2.length;
  const shown2 = (line, index) => {
    const whole2 = lineText(line);
    const unmarked = from + index === 0 ? whole2.replace(/^\uFEFF/, "") : whole2;
    return crlf ? unmarked.replace("\r\n", "\n") : unmarked;
  };
  const added2 = group.added.map(shown2);
  const removed = group.removed.map(shown2);
  if (from > starts.length || text2.slice(start, end) !== added2.join("")) return [];
  const undo = { kind: "lines", change: { start, end, text: removed.join("") }, removed, added: added2 };
  const endLine = Math.max(group.newLine, group.newLine + added2.length - 1);
  return [{ path, hunk, startLine: group.newLine, endLine, size: added2.length + removed.length, undo }];
}
function whole(path, lines, undo) {
  return {
    path,
    hunk: `${path}#${undo.kind}`,
    startLine: 1,
    endLine: Math.max(1, undo.kind === "delete" ? lines : 1),
    size: Math.max(1, lines),
    undo
  };
}
function lineText(line) {
  return line.text + (line.newline ? "\n" : "");
}
function lineCount(text2) {
  return lineStarts(text2).length;
}

// src/engine/plain-causes.ts
var causes = [
  {
    says: /JavaScript heap out of memory|\bMemoryError\b|OutOfMemoryError|[Cc]annot allocate memory|std::bad_alloc|runtime: out of memory|exit code 137\b/,
    words: () => "The tests ran out of memory: something keeps what it makes, perhaps in a loop that does not end, or the bound on memory is too small for them."
  },
  {
    says: /Cannot find (?:module|package) '((?:@[\w.-]+\/)?[\w-][\w.-]*(?:\/[^'\n]{1,200})?)'|No module named '?([A-Za-z_]\w*)(?!\w|\.\w)/,
    words: (name) => {
      const [whole2 = name] = /^(?:@[^/]+\/)?[^/]+/.exec(name) ?? [];
      const lacks = whole2 === name ? `No package ${name} is installed.` : `${name} cannot be found: there is no such file, or package ${whole2} is not installed or has none.`;
      return `${lacks} Name it among the dependencies and install it, or correct the name where it is loaded.`;
    }
  },
  {
    says: /(?:pytest|py\.test|__main__\.py): error: unrecognized arguments: (.+)|(?:Missing required plugins|Plugin not found): (.+)|Error importing plugin "([^"]+)"/,
    words: (what) => `pytest cannot start with ${what}: the plugin is not installed. Name it among the dependencies of the tests.`
  }
];
function plainCause(failing) {
  for (const { says, words } of causes) {
    const found3 = failing.map(({ message }) => says.exec((message ?? "").slice(0, 2e4)));
    const [first] = found3;
    if (first && found3.every((each) => each !== null)) return words(first.slice(1).find((group) => group !== void 0) ?? "");
  }
  return null;
}

// src/engine/templates/tree.ts
var import_parser = __toESM(require_lib(), 1);
var SKIPPED_KEYS = /* @__PURE__ */ new Set([
  ...["type", "start", "end", "loc", "range", "extra", "errors", "tokens", "comments"],
  ...["leadingComments", "trailingComments", "innerComments"],
  ...["typeAnnotation", "returnType", "typeParameters", "typeArguments", "superTypeParameters", "implements", "predicate"]
]);
var TS_WITH_CODE = /* @__PURE__ */ new Set([
  ...["TSAsExpression", "TSNonNullExpression", "TSSatisfiesExpression", "TSTypeAssertion", "TSInstantiationExpression"],
  ...["TSEnumDeclaration", "TSEnumBody", "TSEnumMember", "TSExportAssignment", "TSParameterProperty", "TSModuleBlock"],
  "TSModuleDeclaration"
]);
var LENIENT = {
  allowReturnOutsideFunction: true,
  allowAwaitOutsideFunction: true,
  allowSuperOutsideMethod: true,
  allowUndeclaredExports: true,
  allowNewTargetOutsideFunction: true,
  allowImportExportEverywhere: true
};
function parserOptions(path) {
  const typescript = /\.[cm]?tsx?$/.test(path);
  const plugins = typescript ? ["typescript", "decorators-legacy"] : ["jsx", "decorators"];
  if (path.endsWith(".tsx")) plugins.push("jsx");
  return { ...LENIENT, plugins, sourceType: "unambiguous" };
}
function parseFile(file) {
  try {
    const ast = (0, import_parser.parse)(file.text, { ...parserOptions(file.path), errorRecovery: true });
    return siteOf(ast.program, null, "program", -1);
  } catch {
    return null;
  }
}
function child(site, key) {
  return site.children.find((each) => each.key === key) ?? null;
}
function childList(site, key) {
  return site.children.filter((each) => each.key === key);
}
function* ancestors(site) {
  for (let at = site.parent; at !== null; at = at.parent) yield at;
}
function* walk(site) {
  const pending = [site];
  for (let at = pending.pop(); at !== void 0; at = pending.pop()) {
    yield at;
    for (let i = at.children.length - 1; i >= 0; i--) {
      const next = at.children[i];
      if (next !== void 0) pending.push(next);
    }
  }
}
function siteOf(node, parent, key, index) {
  const children = [];
  const site = {
    node,
    parent,
    key,
    index,
    start: node.start ?? 0,
    end: node.end ?? 0,
    line: node.loc?.start.line ?? 1,
    endLine: node.loc?.end.line ?? 1,
    children
  };
  for (const [name, value] of Object.entries(node)) {
    if (SKIPPED_KEYS.has(name) || value === null || typeof value !== "object") continue;
    if (Array.isArray(value)) {
      for (const [at, item] of value.entries()) if (isCode2(item)) children.push(siteOf(item, site, name, at));
    } else if (isCode2(value)) children.push(siteOf(value, site, name, -1));
  }
  if (children.length > 1) children.sort((a, b) => a.start - b.start);
  return site;
}
function isCode2(value) {
  if (typeof value !== "object" || value === null || !("type" in value) || typeof value.type !== "string") return false;
  return !value.type.startsWith("TS") || TS_WITH_CODE.has(value.type);
}

// src/engine/templates/shape.ts
var FUNCTIONS = /* @__PURE__ */ new Set([
  ...["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"],
  ...["ObjectMethod", "ClassMethod", "ClassPrivateMethod"]
]);
var LOOPS = /* @__PURE__ */ new Set(["ForStatement", "ForInStatement", "ForOfStatement", "WhileStatement", "DoWhileStatement"]);
var SIMPLE = /* @__PURE__ */ new Set([
  ...["Identifier", "MemberExpression", "CallExpression", "ThisExpression", "Super", "ArrayExpression", "ParenthesizedExpression"],
  ...["NumericLiteral", "StringLiteral", "BooleanLiteral", "NullLiteral", "RegExpLiteral", "TemplateLiteral", "BigIntLiteral"],
  ...["OptionalMemberExpression", "OptionalCallExpression", "NewExpression", "JSXElement", "TSNonNullExpression"]
]);
var EXPRESSION_EXTRAS = /* @__PURE__ */ new Set(["Identifier", "Super", "Import", "ParenthesizedExpression", "JSXElement", "JSXFragment"]);
function isFunction(site) {
  return FUNCTIONS.has(site.node.type);
}
function isLoop(site) {
  return LOOPS.has(site.node.type);
}
function isStatement(site) {
  const type = site.node.type;
  return type.endsWith("Statement") || type.endsWith("Declaration") && site.key !== "declaration";
}
function isExpression(site) {
  const type = site.node.type;
  if (type.startsWith("JSX")) return EXPRESSION_EXTRAS.has(type);
  return type.endsWith("Expression") || type.endsWith("Literal") || EXPRESSION_EXTRAS.has(type);
}
function isSimple(site) {
  return SIMPLE.has(site.node.type);
}
function functionOf(site) {
  for (const at of ancestors(site)) if (isFunction(at)) return at;
  return null;
}
function loopOf(site) {
  for (const at of ancestors(site)) {
    if (isFunction(at)) return null;
    if (isLoop(at)) return at;
  }
  return null;
}
function isAsync(fn) {
  return fn !== null && "async" in fn.node && fn.node.async === true;
}
function beginsStatement(site) {
  for (const at of ancestors(site)) {
    if (at.start < site.start) return false;
    if (isStatement(at)) return true;
  }
  return false;
}
function isListed(site) {
  return isStatement(site) && (site.key === "body" || site.key === "consequent") && site.index >= 0;
}
function isCondition(site) {
  const parent = site.parent;
  if (parent === null || !isExpression(site)) return false;
  if (site.key === "test" && parent.node.type !== "SwitchCase") return true;
  if (parent.node.type === "LogicalExpression" && parent.node.operator !== "??") return isCondition(parent);
  return parent.node.type === "UnaryExpression" && parent.node.operator === "!" && isCondition(parent);
}
function isRead(site) {
  const parent = site.parent;
  if (parent === null || !isExpression(site)) return false;
  const type = parent.node.type;
  if (site.key === "property" || site.key === "key") return "computed" in parent.node && parent.node.computed === true;
  if (site.key === "left") return !/^(AssignmentExpression|AssignmentPattern|ForInStatement|ForOfStatement)$/.test(type);
  if (site.key === "id" || site.key === "params" || site.key === "param" || site.key === "label") return false;
  if (site.key === "local" || site.key === "imported" || site.key === "exported") return false;
  if (type === "ArrayPattern" || type === "RestElement" || type === "UpdateExpression") return false;
  if (site.key === "source" || type === "Directive" || type.startsWith("JSXAttr")) return false;
  return !(site.key === "value" && parent.parent?.node.type === "ObjectPattern");
}
function calleeName(call) {
  const callee = child(call, "callee");
  if (callee === null) return null;
  if (callee.node.type === "Identifier") return callee.node.name;
  return propertyName(callee);
}
function isTarget({ key, parent }) {
  const type = parent?.node.type ?? "";
  return type === "UpdateExpression" || key === "left" && /^(?:Assignment|ForIn|ForOf)/.test(type) || /Pattern$|^RestElement$/.test(type);
}
function mayChange(site) {
  const outermost = outermostMember(site);
  return isTarget(site) || isTarget(outermost) || /^(?:callee|arguments)$/.test(outermost.key);
}
function outermostMember(site) {
  return site.parent !== null && site.key === "object" && isMember(site.parent) ? outermostMember(site.parent) : site;
}
function functionName(fn) {
  const { parent } = fn;
  const named3 = child(fn, "id") ?? child(fn, "key") ?? (parent && (child(parent, "id") ?? child(parent, "left") ?? child(parent, "key")));
  if (named3 === null) return null;
  return named3.node.type === "Identifier" ? named3.node.name : propertyName(named3);
}
function propertyName(member) {
  const node = member.node;
  if (node.type !== "MemberExpression" && node.type !== "OptionalMemberExpression") return null;
  return !node.computed && node.property.type === "Identifier" ? node.property.name : null;
}
function isCall(site) {
  return /^(Optional)?CallExpression$|^NewExpression$/.test(site.node.type);
}
function isMember(site) {
  return site.node.type === "MemberExpression" || site.node.type === "OptionalMemberExpression";
}
function isStatic({ node }) {
  return "static" in node && node.static === true;
}
function isConstructor({ node }) {
  return node.type === "ClassMethod" && node.kind === "constructor";
}

// src/engine/probes/inputs-source.ts
var javascriptAgreement = String.raw`
const state = { which: -1, calls: 0, steps: 0, differ: 0, apart: false, negative: false, seen: [], last: 0, answers: new Set(), outcomes: new Set(), nonsense: new Set() };
const most = { calls: 60, inputs: 120, seen: 12, steps: 50000 };
const isPlain = (value, depth) =>
  value === null || value === undefined || /^(?:number|boolean)$/.test(typeof value) ||
  (typeof value === 'string' && value.length < 400) ||
  (typeof value === 'object' && depth < 4 && (Array.isArray(value) ? value.length < 60 : /^(?:Object|undefined)$/.test(String(value.constructor && value.constructor.name))) &&
    Object.values(value).every((each) => isPlain(each, depth + 1)));
// Below zero is only tried where the tests go there: what a function is never asked tells nothing.
const isBelow = (value, depth) =>
  typeof value === 'number' ? value < 0 : typeof value === 'object' && value !== null && depth < 4 && Object.values(value).some((each) => isBelow(each, depth + 1));
const copyOf = (value) => {
  if (value === null || typeof value !== 'object' || !isPlain(value, 0)) return value;
  return Array.isArray(value) ? value.map(copyOf) : Object.fromEntries(Object.entries(value).map(([key, each]) => [key, copyOf(each)]));
};
const said = (key, value) => {
  if (typeof value === 'number') return Number.isFinite(value) ? Number(value.toPrecision(12)) + 0 : 'number ' + value;
  if (typeof value === 'bigint' || typeof value === 'symbol' || typeof value === 'function' || value === undefined) return typeof value;
  return value instanceof Map || value instanceof Set ? [...value] : value;
};
const say = (value) => { try { return typeof value + JSON.stringify(value, said); } catch { return 'unsaid'; } };
const near = (value, depth) => {
  if (typeof value === 'number') {
    const mirrored = state.negative ? [-value] : [];
    if (!Number.isInteger(value)) return [value + 1, ...mirrored, value * 2, Math.round(value)];
    return [value + 1, Math.abs(value - 1), ...mirrored, value + 10, value * 2, value + 2, Math.floor(value / 2)];
  }
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'string') {
    if (value === '') return ['a'];
    const words = value.split(' ');
    return [value.slice(1), value.slice(0, -1), value + value, [...value].reverse().join(''), value + value[0], value.toUpperCase(), value.toLowerCase(), value.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)),
      ...(words.length > 1 ? [words.toReversed().join(' '), words.slice(1).join(' ')] : [])];
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return [];
    const made = [value.slice(1), value.slice(0, -1), [...value].reverse(), [...value, value[0]], [...value.slice(1), value[0]], [...value, ...value], value.map(() => value[0])];
    const places = depth < 2 ? new Set([0, 1, value.length - 1].filter((at) => at < value.length)) : [];
    for (const at of places) for (const other of near(value[at], depth + 1).slice(0, 5)) made.push(value.map((own, index) => (index === at ? other : own)));
    return made;
  }
  if (typeof value !== 'object' || value === null || depth > 1 || !isPlain(value, 0)) return [];
  return Object.keys(value).slice(0, 4).flatMap((key) => near(value[key], depth + 1).slice(0, 3).map((other) => ({ ...value, [key]: other })));
};
const inputsNear = (args) => {
  const made = [];
  for (const [at, arg] of args.entries()) {
    if (!isPlain(arg, 0)) continue;
    const others = args.length > 1 ? state.seen.filter((other) => typeof other[at] === typeof arg).map((other) => other[at]) : [];
    for (const other of [...near(arg, 0), ...others]) made.push(args.map((own, index) => (index === at ? other : own)));
  }
  return made.slice(0, most.inputs);
};
const answer = (self, input, variant, which) => {
  const own = input.map(copyOf);
  state.which = which;
  state.steps = 0;
  try {
    const result = say(Reflect.apply(variant, self, own));
    return { result, whole: result + say(own) };
  } catch { return state.steps > most.steps ? null : { result: null, whole: 'throws' }; } finally { state.which = -1; }
};
const exceeds = (self, input, variants, asked) => {
  if (asked.of !== 'differences') {
    state.last = variants.length - 1;
    const only = answer(self, input, variants[state.last], state.last);
    if (only !== null && only.result !== null) state.answers.add(only.result);
    return state[asked.of].size > asked.most;
  }
  const [one, other] = variants.map((variant, which) => answer(self, input, variant, which));
  return one !== null && other !== null && one.whole !== other.whole && ++state.differ > asked.most;
};
// What the tests do is listened to as it is: nothing runs twice, and no loop is cut short.
const overheard = (self, args, variant, asked) => {
  [state.which, state.steps] = [0, -Infinity];
  try { return Reflect.apply(variant, self, args); } finally {
    state.which = -1;
    if (state.nonsense.size > asked.most) throw new Error('regreen: it reckons with what is no number');
  }
};
const agree = (self, args, variants, asked) => {
  if (state.which >= 0) return Reflect.apply(variants[state.which], self, args);
  if (asked.of === 'nonsense') return overheard(self, args, variants[0], asked);
  if (state.calls < most.calls && !state.apart) {
    state.calls += 1;
    const own = args.map(copyOf);
    state.negative ||= own.some((arg) => isPlain(arg, 0) && isBelow(arg, 0));
    state.apart = [own, ...inputsNear(own)].some((input) => exceeds(self, input, variants, asked));
    if (state.seen.length < most.seen) state.seen.push(own);
  }
  if (state.apart) throw new Error('regreen: the answers differ');
  return Reflect.apply(variants[0], self, args);
};
const step = () => { if (state.which >= 0 && ++state.steps > most.steps) throw new RangeError('regreen: too long'); };
const seen = (condition, value) => {
  if (state.which === state.last) state.outcomes.add(condition + (value ? ' holds' : ' fails'));
  return value;
};
const plain = (at, value) => {
  if (state.which === state.last && (value === undefined || Number.isNaN(value))) state.nonsense.add(at);
  return value;
};
const place = (at, list, value) => {
  const isList = typeof list === 'string' || Array.isArray(list);
  // One behind the last is looked at on purpose often enough.
  if (state.which === state.last && isList && typeof value === 'number' && !(Number.isInteger(value) && value >= 0 && value <= list.length)) state.nonsense.add(at + ' place');
  return value;
};
return { agree, step, seen, plain, place };
`.trim();
var pythonAgreement = String.raw`
import copy as regreen_copy
class RegreenTooLong(BaseException):
    pass
regreen_count = [0]
def regreen_step():
    regreen_count[0] -= 1
    if regreen_count[0] == 0:
        raise RegreenTooLong
def regreen_plain(value, depth=0):
    if value is None or isinstance(value, (bool, int, float)):
        return not isinstance(value, int) or abs(value) < 10 ** 12
    if isinstance(value, str):
        return len(value) < 400
    if depth > 3 or not isinstance(value, (list, tuple, dict, set)) or len(value) > 60:
        return False
    return all(regreen_plain(each, depth + 1) for each in (value.values() if isinstance(value, dict) else value))
def regreen_say(value):
    if isinstance(value, float):
        return "%.12g" % value
    if isinstance(value, (list, tuple)):
        return type(value).__name__ + "[" + ",".join(regreen_say(each) for each in value) + "]"
    return repr(value) if regreen_plain(value) else type(value).__name__
def regreen_below(value):
    if isinstance(value, (int, float)):
        return value < 0
    if isinstance(value, dict):
        return any(regreen_below(each) for each in value.values())
    return isinstance(value, (list, tuple, set)) and any(regreen_below(each) for each in value)
def regreen_near(value, negative, depth=0):
    if isinstance(value, bool):
        return [not value]
    mirrored = [-value] if negative and isinstance(value, (int, float)) else []
    if isinstance(value, int):
        return [value + 1, abs(value - 1), *mirrored, value + 10, value * 2, value + 2, value // 2]
    if isinstance(value, float):
        return [value + 1, *mirrored, value * 2, float(round(value))]
    if isinstance(value, str):
        if value == "":
            return ["a"]
        made = [value[1:], value[:-1], value + value, value[::-1], value + value[0], value.upper(), value.lower()]
        made.append("".join(str((int(each) + 1) % 10) if each in "0123456789" else each for each in value))
        words = value.split(" ")
        return made + ([" ".join(words[::-1]), " ".join(words[1:])] if len(words) > 1 else [])
    if isinstance(value, (list, tuple)) and len(value) > 0:
        kind = type(value)
        if kind not in (list, tuple):
            return []
        own = list(value)
        made = [own[1:], own[:-1], own[::-1], own + own[:1], own[1:] + own[:1], own + own, [own[0] for _ in own]]
        if depth < 2:
            for at in sorted({0, min(1, len(own) - 1), len(own) - 1}):
                for other in regreen_near(own[at], negative, depth + 1)[:5]:
                    made.append(own[:at] + [other] + own[at + 1:])
        return [kind(each) for each in made]
    if isinstance(value, dict) and depth < 2:
        return [{**value, key: other} for key in list(value)[:4] for other in regreen_near(value[key], negative, depth + 1)[:3]]
    return []
def regreen_answer(args, kwargs, variant, which, state):
    state["which"] = which
    regreen_count[0] = 50000
    own = tuple(regreen_copy.deepcopy(arg) if regreen_plain(arg) else arg for arg in args)
    try:
        result = regreen_say(variant(*own, **kwargs))
        return (result, result + regreen_say(own))
    except RegreenTooLong:
        return None
    except Exception:
        return (None, "throws")
    finally:
        regreen_count[0] = 0
        state["which"] = -1
regreen_outcomes = [None]
def regreen_seen(condition, value):
    if regreen_outcomes[0] is not None:
        regreen_outcomes[0].add((condition, bool(value)))
    return value
def regreen_exceeds(state, given, kwargs, variants, of, most):
    if of != "differences":
        regreen_outcomes[0] = state["outcomes"]
        only = regreen_answer(given, kwargs, variants[-1], len(variants) - 1, state)
        regreen_outcomes[0] = None
        if only is not None and only[0] is not None:
            state["answers"].add(only[0])
        return len(state[of]) > most
    one, other = [regreen_answer(given, kwargs, variant, which, state) for which, variant in enumerate(variants)]
    state["differ"] += one is not None and other is not None and one[1] != other[1]
    return state["differ"] > most
def regreen_agree(state, args, kwargs, variants, of, most):
    if state["which"] >= 0:
        return variants[state["which"]](*args, **kwargs)
    if state["calls"] < 60 and not state["apart"]:
        state["calls"] += 1
        plain = [regreen_plain(arg) for arg in args]
        own = tuple(regreen_copy.deepcopy(arg) if known else arg for arg, known in zip(args, plain))
        state["negative"] = state["negative"] or any(known and regreen_below(arg) for arg, known in zip(own, plain))
        inputs = [own]
        for at, arg in enumerate(own):
            others = [other[at] for other in state["seen"] if len(other) > at and type(other[at]) is type(arg)] if len(own) > 1 else []
            for other in regreen_near(arg, state["negative"]) + others if plain[at] else []:
                inputs.append(own[:at] + (other,) + own[at + 1:])
        state["apart"] = any(regreen_exceeds(state, given, kwargs, variants, of, most) for given in inputs[:120])
        if len(state["seen"]) < 12:
            state["seen"].append(own)
    if state["apart"]:
        raise AssertionError("regreen: the answers differ")
    return variants[0](*args, **kwargs)
`.trim();

// src/engine/probes/probe.ts
function limitOf(asked, outcomes) {
  return asked.of === "outcomes" ? { of: asked.of, most: outcomes - asked.missing } : asked;
}
var Inserts = class {
  #opened = [];
  #closed = [];
  before(at, text2) {
    this.#opened.push({ start: at, end: at, text: text2 });
  }
  behind(at, text2) {
    this.#closed.push({ start: at, end: at, text: text2 });
  }
  /** What ends somewhere is closed before anything else begins there, the inner first. */
  into(text2) {
    const changes3 = [...this.#closed.toReversed(), ...this.#opened].toSorted((a, b) => a.start - b.start);
    return applyChanges(text2, changes3);
  }
};

// src/engine/probes/javascript.ts
function javascriptProbe(file, { variants: variants2, asked }) {
  const program = parseFile(file);
  if (program === null) return null;
  const fn = functionAround(program, variants2.flat(), file.text);
  if (fn === null) return null;
  const made2 = [];
  for (const changes3 of variants2) {
    const variant = variantOf(file, fn, changes3);
    if (variant === null) return null;
    made2.push(variant);
  }
  const typed = /\.[cm]?tsx?$/.test(file.path);
  const args = typed ? "(...regreenArgs: any[]): any" : "(...regreenArgs)";
  const seen = typed ? "(regreenId: any, regreenValue: any): any" : "(regreenId, regreenValue)";
  const placed = typed ? "(regreenId: any, regreenList: any, regreenValue: any): any" : "(regreenId, regreenList, regreenValue)";
  const given = JSON.stringify(limitOf(asked, 2 * (made2.at(-1)?.conditions ?? 0)));
  const self = fn.node.type === "ArrowFunctionExpression" ? "undefined" : "this";
  const body = `{
const regreenStep = () => regreenAgreement().step();
const regreenPlain = ${seen} => regreenAgreement().plain(regreenId, regreenValue);
const regreenPlace = ${placed} => regreenAgreement().place(regreenId, regreenList, regreenValue);
const regreenSeen = ${seen} => regreenAgreement().seen(regreenId, regreenValue);
return regreenAgreement().agree(${self}, regreenArgs, [${made2.map(({ text: text2 }) => text2).join(", ")}], ${given});
}`;
  const source = JSON.stringify(javascriptAgreement);
  const own2 = typed ? "(regreenAgreement as any)" : "regreenAgreement";
  const declared2 = `
function regreenAgreement()${typed ? ": any" : ""} { return ${own2}.kept ??= Function(${source})(); }
`;
  return [
    { start: fn.start, end: fn.end, text: headOf(file, fn, args) + body },
    { start: file.text.length, end: file.text.length, text: declared2 }
  ];
}
function functionAround(program, changes3, text2) {
  for (const site of walk(program)) {
    if (!isFunction(site) || !site.children.some((each) => each.key === "params")) continue;
    const { node } = site;
    if ("async" in node && node.async === true || "generator" in node && node.generator === true) continue;
    if ("kind" in node && node.kind !== "method") continue;
    const body = child(site, "body");
    if (body === null || !changes3.every(({ start, end }) => start >= body.start && end <= body.end)) continue;
    if (/\b(?:super|yield|await|new\.target)\b/.test(text2.slice(site.start, site.end)) || site.end - site.start > 2e4) continue;
    return site;
  }
  return null;
}
function variantOf(file, fn, changes3) {
  const whole2 = changedPart(file.text, fn, changes3);
  const isMethod = fn.node.type.endsWith("Method");
  const opening = isMethod ? file.text.indexOf("(", child(fn, "key")?.end ?? fn.start) - fn.start : 0;
  return observed(isMethod ? `(function ${whole2.slice(opening)})` : `(${whole2})`, file.path);
}
function observed(text2, path) {
  const tree = parseFile({ path, text: text2 });
  if (tree === null) return null;
  const inserts = new Inserts();
  let conditions2 = 0;
  for (const site of walk(tree)) {
    const body = isLoop(site) ? child(site, "body") : null;
    if (body !== null && body.node.type === "BlockStatement") inserts.before(body.start + 1, "regreenStep();");
    else if (body !== null) {
      inserts.before(body.start, "{regreenStep();");
      inserts.behind(body.end, "}");
    }
    const told2 = (call) => {
      inserts.before(site.start, ` ${call}, (`);
      inserts.behind(site.end, "))");
    };
    if (isReckoned(site)) told2(`regreenPlain(${site.start}`);
    const list = listOf(site, text2);
    if (list !== null) told2(`regreenPlace(${site.start}, ${list}`);
    if (!isLeaf(site)) continue;
    told2(`regreenSeen(${conditions2}`);
    conditions2 += 1;
  }
  return { text: inserts.into(text2), conditions: conditions2 };
}
function isReckoned(site) {
  const { node, parent } = site;
  if (node.type === "BinaryExpression" && /^(?:[-*/%]|\*\*)$/.test(node.operator)) return true;
  return parent?.node.type === "BinaryExpression" && /^[<>]=?$/.test(parent.node.operator);
}
function listOf(site, text2) {
  const member = site.parent;
  if (site.key !== "property" || member?.node.type !== "MemberExpression" || !member.node.computed || !isRead(member)) return null;
  if (member.parent?.node.type === "UnaryExpression" && member.parent.node.operator === "delete") return null;
  const list = child(member, "object");
  const name = list === null ? "" : text2.slice(list.start, list.end);
  return /^[\w$]+$/.test(name) && site.node.type !== "StringLiteral" ? name : null;
}
function isLeaf(site) {
  if (!isCondition(site)) return false;
  if (site.node.type === "LogicalExpression") return site.node.operator === "??";
  return site.node.type !== "UnaryExpression" || site.node.operator !== "!";
}
function headOf(file, fn, args) {
  if (fn.node.type === "ArrowFunctionExpression") return `${args} => `;
  if (fn.node.type.endsWith("Method"))
    return `${file.text.slice(fn.start, file.text.indexOf("(", child(fn, "key")?.end ?? fn.start))}${args} `;
  const id = child(fn, "id");
  return `function ${id === null ? "" : file.text.slice(id.start, id.end)}${args} `;
}

// src/engine/templates/grammar/loader.ts
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";

// src/engine/templates/grammar/tree.ts
var deepest = 400;
function copyTree(tree) {
  const cursor = tree.walk();
  try {
    const copy = (parent, index, depth) => {
      const node = cursor.currentNode;
      const children = [];
      const branch = {
        type: node.type,
        named: node.isNamed,
        field: cursor.currentFieldName,
        start: node.startIndex,
        end: node.endIndex,
        line: node.startPosition.row + 1,
        endLine: node.endPosition.row + 1,
        parent,
        children,
        index
      };
      if (depth < deepest && cursor.gotoFirstChild()) {
        do {
          if (cursor.nodeType !== "comment") children.push(copy(branch, children.length, depth + 1));
        } while (cursor.gotoNextSibling());
        cursor.gotoParent();
      }
      return branch;
    };
    return copy(null, 0, 0);
  } finally {
    cursor.delete();
  }
}
function* below(branch) {
  const pending = [branch];
  for (let at = pending.pop(); at !== void 0; at = pending.pop()) {
    yield at;
    for (let i = at.children.length - 1; i >= 0; i--) {
      const next = at.children[i];
      if (next !== void 0) pending.push(next);
    }
  }
}
function* above(branch) {
  for (let at = branch.parent; at !== null; at = at.parent) yield at;
}
function fieldOf(branch, field) {
  return branch.children.find((child2) => child2.field === field) ?? null;
}
function namedChildren(branch) {
  return branch.children.filter((child2) => child2.named);
}
function nearest(branch, types2) {
  for (const at of above(branch)) if (types2.has(at.type)) return at;
  return null;
}

// src/engine/templates/grammar/loader.ts
var bindings = null;
var loading = /* @__PURE__ */ new Map();
var loaded = /* @__PURE__ */ new Map();
async function loadGrammars(paths) {
  const wanted2 = /* @__PURE__ */ new Set();
  for (const path of paths) {
    const language = languageOf(path);
    if (language !== null) wanted2.add(language);
  }
  await Promise.all([...wanted2].map(load));
}
function pathsIn(text2) {
  return languages.flatMap(
    ({ extensions }) => extensions.filter((one) => new RegExp(`\\w\\.${one}\\b`).test(text2)).map((one) => `x.${one}`)
  );
}
function parseText(language, text2) {
  return parserOf(language)?.parser.parse(text2) ?? null;
}
function readTree(language, text2) {
  const tree = parseText(language, text2);
  if (tree === null) return null;
  try {
    return { program: copyTree(tree), hasError: tree.rootNode.hasError };
  } finally {
    tree.delete();
  }
}
function staysValid(language, tree, text2, changes3) {
  const known2 = parserOf(language);
  if (known2 === null) return true;
  const edited = tree.copy();
  let made2 = text2;
  for (const change of changes3.toSorted((a, b) => b.start - a.start)) {
    const before = made2;
    const newEnd = change.start + change.text.length;
    made2 = before.slice(0, change.start) + change.text + before.slice(change.end);
    edited.edit(
      new known2.Edit({
        startIndex: change.start,
        oldEndIndex: change.end,
        newEndIndex: newEnd,
        startPosition: pointAt(before, change.start),
        oldEndPosition: pointAt(before, change.end),
        newEndPosition: pointAt(made2, newEnd)
      })
    );
  }
  const parsed = known2.parser.parse(made2, edited);
  const fits = parsed !== null && !parsed.rootNode.hasError;
  parsed?.delete();
  edited.delete();
  return fits;
}
function pointAt(text2, offset) {
  let row = 0;
  for (let at = text2.indexOf("\n"); at !== -1 && at < offset; at = text2.indexOf("\n", at + 1)) row += 1;
  return { row, column: offset - text2.lastIndexOf("\n", offset - 1) - 1 };
}
function parserOf(language) {
  const known2 = loaded.get(language.name) ?? null;
  known2?.parser.setLanguage(known2.grammar);
  return known2;
}
function load(language) {
  const known2 = loading.get(language.name) ?? loadGrammar(language).catch(() => {
  });
  loading.set(language.name, known2);
  return known2;
}
async function loadGrammar({ name }) {
  bindings ??= openBindings();
  const { Parser: ParserClass, Language: GrammarClass, Edit } = await bindings;
  const grammar = await GrammarClass.load(await grammarBytes(name));
  const parser = new ParserClass();
  loaded.set(name, { parser, grammar, Edit });
}
var beside = import.meta.url.endsWith(".ts") ? null : new URL("./grammars/", import.meta.url);
async function openBindings() {
  const name = beside === null ? "web-tree-sitter" : new URL("web-tree-sitter.js", beside).href;
  const module = await import(name);
  await module.Parser.init();
  return module;
}
async function grammarBytes(name) {
  if (beside !== null) return promisify(brotliDecompress)(await readFile(new URL(`${name}.wasm.br`, beside)));
  const packaged = "@vscode/tree-sitter-wasm/wasm";
  return readFile(new URL(import.meta.resolve(`${packaged}/tree-sitter-${name}.wasm`)));
}

// src/engine/probes/python.ts
var freshState = "{'which': -1, 'calls': 0, 'differ': 0, 'apart': False, 'negative': False, 'seen': [], 'answers': set(), 'outcomes': set()}";
function pythonProbe(file, { variants: variants2, asked }) {
  const program = treeOf(file.path, file.text);
  const fn = program === null ? null : functionAround2(program, variants2.flat(), file.text);
  const name = fn === null ? null : fieldOf(fn, "name");
  if (fn === null || name === null) return null;
  const indent = indentAt(file.text, fn.start);
  const made2 = [];
  for (const changes3 of variants2) {
    const variant = variantOf2(file, fn, changes3);
    if (variant === null) return null;
    made2.push(variant);
  }
  const { of: of2, most: most2 } = limitOf(asked, 2 * (made2.at(-1)?.conditions ?? 0));
  const called = file.text.slice(name.start, name.end);
  const inner = `${indent}    `;
  const wrapped3 = (label, text3) => `${inner}def ${label}():
${inner}    ${deeper(text3, 8)}
${inner}    return ${called}
`;
  const text2 = `def ${called}(*regreen_args, **regreen_kwargs):
${inner}import builtins as regreen_builtins
${inner}if not hasattr(regreen_builtins, 'regreen_agree'): exec(${JSON.stringify(pythonAgreement)}, regreen_builtins.__dict__)
` + made2.map((variant, at) => wrapped3(`regreen_variant_${at}`, variant.text)).join("") + `${inner}regreen_state = globals().setdefault('regreen_state', ${freshState})
${inner}regreen_variants = [${made2.map((_, at) => `regreen_variant_${at}()`).join(", ")}]
${inner}return regreen_builtins.regreen_agree(regreen_state, regreen_args, regreen_kwargs, regreen_variants, '${of2}', ${most2})
`;
  return [{ start: fn.start, end: fn.end, text: text2.trimEnd() }];
}
var cutShort = "(lambda _: (_ for _ in ()).throw(GeneratorExit()))";
function pythonCompletion(file, repair2) {
  const { text: before } = file;
  const whole2 = applyChanges(
    before,
    repair2.toSorted((a, b) => a.start - b.start)
  );
  const grown = whole2.length - before.length;
  let start = 0;
  while (start < before.length && before[start] === whole2[start]) start += 1;
  let end = whole2.length;
  while (end > start && end - grown > start && before[end - 1 - grown] === whole2[end - 1]) end -= 1;
  const program = treeOf(file.path, whole2);
  if (program === null || whole2 === before) return null;
  const values = [...below(program)].filter((branch) => isStatementValue(branch) && branch.start <= start && branch.end >= end);
  const value = values.find((branch) => isTried(branch, whole2));
  if (value === void 0) return null;
  const text2 = `${cutShort}((${whole2.slice(value.start, value.end)}))`;
  return [{ start: value.start, end: value.end - grown, text: text2 }];
}
function isStatementValue({ type, parent, field, named: named3 }) {
  if (!named3 || parent === null) return false;
  if (parent.type === "return_statement") return true;
  return field === "right" && /^(?:augmented_)?assignment$/.test(parent.type) && type !== "assignment";
}
function isTried(branch, text2) {
  let inner = branch;
  let isCaught = false;
  for (const outer of above(branch)) {
    if (/^(?:function_definition|lambda)$/.test(outer.type)) break;
    if (outer.type === "try_statement" && fieldOf(outer, "body") === inner) {
      const handlers = namedChildren(outer).filter(({ type }) => /^(?:except|finally)_clause$/.test(type));
      if (handlers.some(({ start, end }) => catchesAll.test(text2.slice(start, end)))) return false;
      isCaught ||= handlers.some(({ type }) => type === "except_clause");
    }
    inner = outer;
  }
  return isCaught;
}
var catchesAll = /^except\s*:|^except\b[^:]*\b(?:BaseException|GeneratorExit)\b|^finally\b[\s\S]*\breturn\b/;
function treeOf(path, text2) {
  const language = languageOf(path);
  return language === null ? null : readTree(language, text2)?.program ?? null;
}
function functionAround2(program, changes3, text2) {
  for (const branch of below(program)) {
    if (branch.type !== "function_definition" || branch.children[0]?.type === "async") continue;
    const [body, parameters3] = [fieldOf(branch, "body"), fieldOf(branch, "parameters")];
    if (body === null || parameters3 === null || parameters3.children.length < 3) continue;
    if (!changes3.every(({ start, end }) => start > parameters3.end && end <= branch.end)) continue;
    const own2 = text2.slice(branch.start, branch.end);
    if (/\b(?:yield|await|super|nonlocal)\b/.test(own2) || /('''|""")[^'"]*\n/.test(own2) || own2.length > 2e4) continue;
    return branch;
  }
  return null;
}
function variantOf2(file, fn, changes3) {
  const whole2 = indentAt(file.text, fn.start) + changedPart(file.text, fn, changes3);
  const tree = treeOf(file.path, whole2);
  if (tree === null) return null;
  const inserts = new Inserts();
  let conditions2 = 0;
  for (const branch of below(tree)) {
    const body = /^(?:for|while)_statement$/.test(branch.type) ? fieldOf(branch, "body") : null;
    const first = body?.children[0];
    if (body !== null && first !== void 0) {
      const onLine = first.line === branch.line;
      inserts.before(first.start, onLine ? "regreen_step(); " : `regreen_step()
${indentAt(whole2, first.start)}`);
    }
    if (!isLeaf2(branch)) continue;
    inserts.before(branch.start, `regreen_seen(${conditions2}, `);
    inserts.behind(branch.end, ")");
    conditions2 += 1;
  }
  return { text: inserts.into(whole2).trimStart(), conditions: conditions2 };
}
function isLeaf2(branch) {
  return decides(branch) && !/^(?:boolean_operator|not_operator|parenthesized_expression|named_expression)$/.test(branch.type);
}
function decides(branch) {
  const { parent, field } = branch;
  if (parent === null || !branch.named) return false;
  if (field === "condition" || parent.type === "if_clause") return true;
  if (parent.type === "conditional_expression") return parent.children[2] === branch;
  return /^(?:boolean_operator|not_operator|parenthesized_expression)$/.test(parent.type) && decides(parent);
}
function deeper(text2, by) {
  return text2.replaceAll("\n", `
${" ".repeat(by)}`);
}
function indentAt(text2, offset) {
  return /^[ \t]*/.exec(text2.slice(text2.lastIndexOf("\n", offset - 1) + 1, offset))?.[0] ?? "";
}

// src/engine/probes/index.ts
function agreementProbe(file, one, other, most2 = 0) {
  return probe(file, { variants: [one, other], asked: { of: "differences", most: most2 } });
}
function constancyProbe(file, repair2, before) {
  return probe(file, { variants: before ? [repair2, []] : [repair2], asked: { of: "answers", most: 1 } });
}
function deadnessProbe(file, repair2, missing2) {
  return probe(file, { variants: [repair2], asked: { of: "outcomes", missing: missing2 } });
}
function senseProbe(file, repair2) {
  return file.path.endsWith(".py") ? null : probe(file, { variants: [repair2], asked: { of: "nonsense", most: 0 } });
}
function vainnessProbe(file, repair2) {
  return file.path.endsWith(".py") ? pythonCompletion(file, repair2) : null;
}
function probe(file, asked) {
  if (/\.[cm]?[jt]sx?$/.test(file.path)) return javascriptProbe(file, asked);
  return file.path.endsWith(".py") ? pythonProbe(file, asked) : null;
}

// src/engine/escape.ts
function escapeRegex(text2) {
  return text2.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

// src/engine/naturalness.ts
var USUAL_WEIGHS = 6;
var LEAST = 0.1;
var LEAST_BEFORE = 0.2;
var OF_LONELY = 0.2;
var comparison = /((?:[\w$]|[\])"'`.](?=[\s.[(\w]))+)\s(===|!==|==|!=|<=|>=|<|>)\s(-?[\w$.]+(?:\([\w$.]*\))?|"[^"\n]*"|'[^'\n]*')/g;
var USUAL = [
  { fits: ({ loop, right }) => loop === "down" && right === "0", shares: { ">=": 86, ">": 12, "!==": 2 } },
  { fits: ({ loop, right }) => loop === "up" && isLength(right), shares: { "<": 98, "<=": 2, "!==": 0.1 } },
  { fits: ({ loop }) => loop === "up", shares: { "<": 79, "<=": 8, "!==": 5, "===": 4, ">=": 3, ">": 1 } },
  { fits: ({ right }) => isLength(right), shares: { "<": 46, "===": 17, "!==": 15, ">": 13, ">=": 8, "<=": 1 } },
  {
    fits: ({ left: left2, right }) => right === "0" && isLength(left2),
    shares: { "===": 54, ">": 39, "!==": 7, "<=": 0.1, ">=": 0.1, "<": 0.1 }
  },
  { fits: ({ left: left2, right }) => right === "0" && isIndex(left2), shares: { "<": 35, ">": 24, "===": 24, ">=": 13, "!==": 3, "<=": 0.1 } },
  { fits: ({ right }) => right === "0", shares: { "===": 43, ">": 22, "!==": 14, "<": 11, ">=": 6.5, "<=": 3.5 } },
  { fits: ({ right }) => right === "-1", shares: { "!==": 47, "===": 41, ">": 11, "<": 1, ">=": 0.2, "<=": 0.1 } },
  {
    fits: ({ left: left2, right }) => /^\d/.test(right) && isLength(left2),
    shares: { "===": 48, ">": 39, "!==": 7, "<": 4, ">=": 2, "<=": 0.3 }
  },
  { fits: ({ right }) => right === "1", shares: { "===": 58, ">": 23, "<": 9, "!==": 5, ">=": 3, "<=": 2 } },
  { fits: ({ right }) => /^\d/.test(right), shares: { "===": 28, "<": 22, ">=": 16, "<=": 13, ">": 12, "!==": 9 } },
  { fits: ({ right }) => /^(?:true|false)$/i.test(right), shares: { "===": 73, "!==": 27 } },
  { fits: ({ read }) => read === "by value", shares: { "!==": 94, "===": 6 } },
  { fits: ({ read }) => read === "by no value", shares: { "===": 91, "!==": 9 } },
  { fits: ({ read }) => read === "by no statement", shares: { "===": 86, "!==": 14 } },
  { fits: ({ read }) => read === "by statement", shares: { "!==": 59, "===": 41 } },
  { fits: ({ right }) => isNothing(right), shares: { "===": 60, "!==": 40 } },
  { fits: ({ right }) => /^(["'])undefined\1$/.test(right), shares: { "!==": 67, "===": 33 } },
  { fits: ({ right }) => isText(right), shares: { "===": 79, "!==": 20, "<=": 0.3, ">=": 0.3, "<": 0.2, ">": 0.2 } },
  { fits: ({ right }) => isMost(right), shares: { "<": 38, ">": 23, ">=": 15, "===": 12, "<=": 6, "!==": 6 } },
  { fits: ({ left: left2 }) => isIndex(left2), shares: { "===": 27, "<": 27, "<=": 14, ">": 14, "!==": 13, ">=": 5 } },
  { fits: () => true, shares: { "===": 50, "!==": 24, ">": 10, "<": 8, "<=": 5, ">=": 3.5 } }
];
function naturalness(text2, { start, end, text: put }, others) {
  const { from, to } = linesAround(text2, start, end);
  const after = text2.slice(from, start) + put + text2.slice(end, to);
  const below2 = text2.slice(to).split("\n").slice(1, 1 + LINES_BELOW);
  const [own2, made2] = [comparisonsOf(text2.slice(from, to), below2), comparisonsOf(after, below2)];
  const at = own2.findIndex((each, index) => each.operator !== made2[index]?.operator);
  const changed2 = made2[at];
  const rest3 = [text2.slice(0, from), text2.slice(to), ...others];
  const replaced2 = own2[at];
  if (own2.length === made2.length && changed2 !== void 0 && replaced2 !== void 0) {
    const company = made2.filter((_, index) => index !== at);
    return Math.max(LEAST, shareOf(changed2, company, rest3)) / Math.max(LEAST_BEFORE, shareOf(replaced2, company, rest3));
  }
  const moved3 = own2.length === made2.length ? own2.findIndex(({ left: left2, right }, index) => left2 !== made2[index]?.left && right === made2[index]?.right) : -1;
  if (moved3 >= 0) return ofCompany(own2[moved3], made2[moved3], rest3);
  return ofFallback(text2.slice(start, end), put, after.slice(start - from + put.length), rest3);
}
function ofCompany(before, after, [above2 = "", below2 = ""]) {
  if (before === void 0 || after === void 0 || !isText(before.right)) return 1;
  const asked = [above2, below2].flatMap(comparisonsIn).filter(({ right }) => isText(right));
  const count2 = (name) => asked.filter(({ left: left2 }) => left2 === name).length;
  return count2(before.left) >= 2 && count2(after.left) === 0 ? OF_LONELY : 1;
}
function shareOf(one, company, rest3) {
  const row = USUAL.find(({ fits }) => fits(one));
  if (row === void 0) return 1;
  const all = Object.values(row.shares).reduce((sum, share) => sum + share, 0);
  const counts = new Map(Object.entries(row.shares).map(([operator, share]) => [operator, USUAL_WEIGHS * share / all]));
  for (const other of [...company, ...rest3.flatMap(comparisonsIn)])
    if (USUAL.find(({ fits }) => fits(other)) === row) counts.set(other.operator, (counts.get(other.operator) ?? 0) + 1);
  return (counts.get(one.operator) ?? 0) / Math.max(...counts.values());
}
function ofFallback(before, put, behind, rest3) {
  if (before !== "&&" || !/^(?:\|\||\?\?)$/.test(put)) return 1;
  const counts = /* @__PURE__ */ new Map([
    ["||", 1],
    ["??", 1]
  ]);
  const isPlain2 = PLAIN.test(behind);
  for (const text2 of rest3)
    for (const [, operator = "", after = ""] of text2.matchAll(/(\|\||\?\?)=?(\s*\S{1,20})/g))
      if (operator === "??" || PLAIN.test(after) === isPlain2) counts.set(operator, (counts.get(operator) ?? 0) + 1);
  return Math.max(LEAST, (counts.get(put) ?? 0) / Math.max(...counts.values()));
}
var PLAIN = /^\s*(?:["'`\d[{]|true|false|new\b)/;
var LINES_BELOW = 30;
function comparisonsIn(text2) {
  const lines = text2.split("\n");
  return lines.flatMap((line, at) => comparisonsOf(line, lines.slice(at + 1, at + 1 + LINES_BELOW)));
}
function comparisonsOf(line, below2) {
  const loop = /\bfor\s*\(.*(?:\+\+|\+=)/.test(line) ? "up" : /\bfor\s*\(.*(?:--|-=)/.test(line) ? "down" : null;
  return [...line.matchAll(comparison)].map(({ index, 0: whole2, 1: left2 = "", 2: sign = "", 3: right = "" }) => {
    const operator = sign.replace(/^([=!])=$/, "$1==");
    const read = isNothing(right) ? readerOf(left2, line, index + whole2.length, below2) : null;
    return { left: left2, operator, right, loop, read };
  });
}
function readerOf(name, line, end, below2) {
  const behind = line.slice(end);
  if (/\bif\s*\(/.test(line.slice(0, end))) {
    const indent = (one) => one.search(/\S/);
    const out = below2.findIndex((one) => one.trim() !== "" && indent(one) <= indent(line));
    const block = below2.slice(0, out < 0 ? below2.length : out);
    return reads([behind, ...block].join("\n"), name) ? "by statement" : "by no statement";
  }
  const [, chosen] = /(?:^|[^?])\?(?![?.])([^:]*)/.exec(behind) ?? [];
  if (chosen !== void 0) return reads(chosen, name) ? "by value" : "by no value";
  return behind.includes("&&") && reads(behind, name) ? "by value" : null;
}
function reads(code2, name) {
  const escaped2 = escapeRegex(name);
  const first = new RegExp(`(?<![\\w$.])${escaped2}(?![\\w$])(\\s*(?:\\?\\?|\\|\\|)?=(?![=>]))?`).exec(code2);
  return first !== null && first[1] === void 0;
}
var isNothing = (code2) => /^(?:undefined|null|None)$/.test(code2);
var isText = (code2) => /^["']/.test(code2);
function isLength(text2) {
  return /\.(?:length|size|byteLength)$|^len\(/.test(text2);
}
function isMost(text2) {
  return /(?:max|limit|threshold|bound|len|length|size|count|end|total|most|high|hi)$/i.test(text2);
}
function isIndex(text2) {
  return /(?:^|[._])(?:[ijkn]|idx|pos|at|start|end|offset)$|(?:index|position|slash)$|(?:Idx|Pos|At|Start|End)$/i.test(text2);
}

// src/engine/templates/essence.ts
function essence(text2, change) {
  const { start, end, text: put } = change;
  const most2 = Math.min(end - start, put.length);
  let head = 0;
  while (head < most2 && text2[start + head] === put[head]) head++;
  let tail = 0;
  while (tail < most2 - head && text2[end - 1 - tail] === put[put.length - 1 - tail]) tail++;
  return leftmost(text2, start + head, end - tail, put.slice(head, put.length - tail));
}
function leftmost(text2, start, end, put) {
  let [from, to, fresh] = [start, end, put];
  if (from === to || fresh === "") {
    while (from > 0 && text2[from - 1] === (fresh === "" ? text2[to - 1] : fresh.at(-1))) {
      fresh = fresh.slice(-1) + fresh.slice(0, -1);
      from -= 1;
      to -= 1;
    }
  }
  return `${from}:${to}:${fresh}`;
}

// src/engine/pairs.ts
var MAX_PAIRS = 300;
var COMBINED = 90;
var ALIKE = 2;
function pairsOf(partial, failing, files) {
  const pairs3 = [];
  const enough = Math.min(failing.length, 20);
  for (const [index, first] of partial.entries()) {
    for (const second of partial.slice(index + 1)) {
      const repair2 = [...first.repair, ...second.repair];
      if ((/* @__PURE__ */ new Set([...first.fixed, ...second.fixed])).size >= enough && !overlap(repair2)) pairs3.push(repair2);
    }
  }
  return heaviest(pairs3, files).slice(0, MAX_PAIRS);
}
function combined(singles, files) {
  const best2 = singles.slice(0, COMBINED);
  const pairs3 = [];
  for (const [index, first] of best2.entries()) {
    for (const second of best2.slice(index + 1)) {
      const repair2 = [...first, ...second];
      if (!overlap(repair2)) pairs3.push(repair2);
    }
  }
  return heaviest(pairs3, files);
}
function isAlike(repair2, files) {
  const changes3 = repair2.map((edit) => {
    const text2 = files.find(({ path }) => path === edit.path)?.text ?? "";
    const [from = "", to = "", put = ""] = essence(text2, edit).split(/:(\d+):(.*)/s);
    return `${edit.template} ${text2.slice(Number(from), Number(to))} ${put}`;
  });
  return repair2.length > 1 && new Set(changes3).size === 1;
}
function heaviest(pairs3, files) {
  return pairs3.map((repair2) => ({ repair: repair2, weight: repair2.reduce((all, { weight }) => all * weight, 1) * (isAlike(repair2, files) ? ALIKE : 1) })).toSorted((a, b) => b.weight - a.weight).map(({ repair: repair2 }) => repair2);
}
function overlap(repair2) {
  return repair2.some((a, index) => repair2.some((b, other) => other > index && a.path === b.path && a.start <= b.end && b.start <= a.end));
}

// src/engine/templates/kinds.ts
var of = (...kinds2) => new Set(kinds2);
var DEEPEST = 6;
var RESULTS = [
  [
    of("boolean"),
    /^(?:includes|startsWith|endsWith|test|has|every|some|isArray|isInteger|isSafeInteger|isNaN|isFinite|hasOwnProperty|hasOwn|Boolean)$/
  ],
  [
    of("number"),
    /^(?:indexOf|lastIndexOf|search|charCodeAt|parseInt|parseFloat|Number|abs|floor|ceil|round|trunc|min|max|sqrt|pow|sign|log|log2|log10|findIndex|getTime|now|localeCompare|random)$/
  ],
  [
    of("string"),
    /^(?:trim|trimStart|trimEnd|to(?:Locale)?(?:Lower|Upper)Case|replace|replaceAll|substring|substr|join|toString|charAt|String|padStart|padEnd|repeat|toFixed|fromCharCode|fromCodePoint|(?:en|de)codeURI(?:Component)?|stringify|normalize|toISOString)$/
  ],
  [of("array"), /^(?:split|map|filter|flatMap|flat|sort|reverse|splice|from|toSorted|toReversed|getOwnPropertyNames|fill)$/],
  [of("string", "array"), /^(?:slice|concat)$/],
  [of("array", "nothing"), /^(?:match|exec)$/]
];
var ONE_OF_LIST = /^(?:shift|pop|at|find|findLast)$/;
var OWNERS = [
  [
    of("array"),
    /^(?:push|pop|shift|unshift|splice|map|filter|forEach|some|every|reduce|reduceRight|find|findIndex|flat|flatMap|join|sort|reverse|fill)$/
  ],
  [
    of("string"),
    /^(?:charAt|charCodeAt|codePointAt|to(?:Locale)?(?:Lower|Upper)Case|trim|trimStart|trimEnd|startsWith|endsWith|padStart|padEnd|repeat|replace|replaceAll|split|substring|substr|match|matchAll|search|normalize|localeCompare)$/
  ],
  [of("regexp"), /^(?:test|exec|lastIndex)$/],
  [of("string", "array"), /^(?:slice|indexOf|lastIndexOf|includes|concat|at)$/],
  [of("string", "array", "function"), /^length$/],
  [of("map", "set", "object"), /^(?:has|get|delete|clear|size)$/],
  [of("number"), /^(?:toFixed|toPrecision)$/],
  [of("function", "class"), /^(?:call|apply|bind|prototype)$/],
  [of("promise"), /^(?:then|catch|finally)$/]
];
var ANNOTATIONS = {
  ...{ TSStringKeyword: of("string"), TSNumberKeyword: of("number"), TSBooleanKeyword: of("boolean"), TSTypePredicate: of("boolean") },
  ...{ TSArrayType: of("array"), TSTupleType: of("array"), TSFunctionType: of("function"), TSConstructorType: of("class") },
  ...{ TSTypeLiteral: of("object"), TSMappedType: of("object"), TSObjectKeyword: of("object"), TSTemplateLiteralType: of("string") },
  ...{ TSUndefinedKeyword: of("nothing"), TSNullKeyword: of("nothing"), TSVoidKeyword: of("nothing") }
};
var REFERENCES = {
  ...{ Array: of("array"), ReadonlyArray: of("array"), Record: of("object"), Partial: of("object"), Promise: of("promise") },
  ...{ Map: of("map"), ReadonlyMap: of("map"), WeakMap: of("map"), Set: of("set"), ReadonlySet: of("set"), WeakSet: of("set") },
  ...{ RegExp: of("regexp"), Date: of("object"), Error: of("object"), Function: of("function"), URL: of("object") }
};
var LITERALS = {
  ...{ StringLiteral: of("string"), TemplateLiteral: of("string"), NumericLiteral: of("number"), BooleanLiteral: of("boolean") },
  ...{ NullLiteral: of("nothing"), RegExpLiteral: of("regexp"), ArrayExpression: of("array"), ObjectExpression: of("object") },
  ...{ FunctionExpression: of("function"), ArrowFunctionExpression: of("function"), ClassExpression: of("class") }
};
function knownKinds(program, visible) {
  const types2 = declaredTypes(program);
  const known2 = /* @__PURE__ */ new Map();
  const assigned = assignedValues(program);
  const resolve = (name, site) => visible(site).find((binding) => binding.name === name) ?? null;
  const ofType = (type, at, depth = 0) => {
    const plain3 = ANNOTATIONS[type.type];
    if (plain3 !== void 0) return plain3;
    if (depth > DEEPEST) return null;
    if (type.type === "TSUnionType") return union(type.types.map((each) => ofType(each, at, depth + 1)));
    if (type.type === "TSParenthesizedType") return ofType(type.typeAnnotation, at, depth + 1);
    if (type.type === "TSTypeOperator") return type.operator === "keyof" ? of("string") : ofType(type.typeAnnotation, at, depth + 1);
    if (type.type === "TSLiteralType")
      return type.literal.type === "UnaryExpression" ? of("number") : LITERALS[type.literal.type] ?? null;
    if (type.type !== "TSTypeReference" || type.typeName.type !== "Identifier") return null;
    const { name } = type.typeName;
    if (Object.hasOwn(REFERENCES, name)) return REFERENCES[name] ?? null;
    const alias = parameterType(name, at) ?? types2.get(name);
    if (alias === void 0) return null;
    return alias.type === "TSInterfaceDeclaration" ? of("object") : ofType(alias, at, depth + 1);
  };
  const annotated = (node, at) => {
    const type = "typeAnnotation" in node ? node.typeAnnotation : null;
    return type?.type === "TSTypeAnnotation" ? ofType(type.typeAnnotation, at) : null;
  };
  const elementsOf = (list) => {
    if (list.node.type === "CallExpression") return calleeName(list) === "split" ? of("string") : null;
    const id = list.node.type === "Identifier" ? resolve(list.node.name, list)?.id : void 0;
    const said = id?.parent?.node.type === "RestElement" ? id.parent : id;
    const type = said !== void 0 && "typeAnnotation" in said.node ? said.node.typeAnnotation : null;
    const element = type?.type === "TSTypeAnnotation" ? elementType(type.typeAnnotation) : null;
    return said === void 0 || element === null ? null : ofType(element, said);
  };
  const membersOf2 = ({ id }) => membersIn("typeAnnotation" in id.node ? id.node.typeAnnotation : null);
  const membersReturned = (fn) => membersIn("returnType" in fn.node ? fn.node.returnType : null);
  const membersIn = (said) => {
    const type = said?.type === "TSTypeAnnotation" ? said.typeAnnotation : null;
    const named3 = type?.type === "TSTypeReference" ? types2.get(nameOfType(type)) : type;
    const members2 = named3?.type === "TSInterfaceDeclaration" ? named3.body.body : named3?.type === "TSTypeLiteral" ? named3.members : [];
    return members2.flatMap((each) => each.type === "TSPropertySignature" && each.key.type === "Identifier" ? [each.key.name] : []);
  };
  const ofReturn = (fn) => {
    const type = "returnType" in fn.node ? fn.node.returnType : null;
    return type?.type === "TSTypeAnnotation" ? ofType(type.typeAnnotation, fn) : null;
  };
  const ofBinding = (binding, depth = 0) => {
    const found3 = known2.get(binding.at);
    if (found3 !== void 0) return found3;
    known2.set(binding.at, null);
    const made2 = declaredKinds(binding, depth);
    known2.set(binding.at, made2);
    return made2;
  };
  const declaredKinds = ({ name, kind, id }, depth) => {
    if (kind === "function") return of("function");
    if (kind === "class") return of("class");
    const said = annotated(id.node, id);
    const { parent } = id;
    const optional = id.node.type === "Identifier" && id.node.optional === true;
    if (said !== null) return optional ? union([said, of("nothing")]) : said;
    if (parent === null) return null;
    const given = parent.node.type === "VariableDeclarator" && id.key === "id" ? child(parent, "init") : null;
    const standard = parent.node.type === "AssignmentPattern" && id.key === "left" ? child(parent, "right") : null;
    const from = [...given === null ? [] : [given], ...standard === null ? [] : [standard]];
    if (kind === "let" || kind === "var") from.push(...assigned.get(name) ?? []);
    const values = from.map((each) => ofExpression(each, depth + 1)).filter((each) => each !== null && !isOnly(each, "nothing"));
    if (values.length > 0) return union(values);
    if (parent.node.type === "RestElement" && parent.key === "params") return of("array");
    const loop = parent.parent?.parent;
    const list = loop?.node.type === "ForOfStatement" && parent.parent?.key === "left" ? child(loop, "right") : null;
    if (loop?.node.type === "ForInStatement" && parent.parent?.key === "left") return of("string");
    return list === null ? null : isOnly(ofExpression(list, depth + 1), "string") ? of("string") : elementsOf(list);
  };
  const ofCall = (site, depth) => {
    const name = calleeName(site);
    const callee = child(site, "callee");
    if (name === null || callee === null) return null;
    if (site.node.type === "NewExpression") return Object.hasOwn(REFERENCES, name) ? REFERENCES[name] ?? null : of("object");
    if (isMember(callee)) {
      const object2 = child(callee, "object");
      const receiver = object2 === null ? null : ofExpression(object2, depth + 1);
      if (/^(?:slice|concat)$/.test(name) && (isOnly(receiver, "string") || isOnly(receiver, "array"))) return receiver;
      if (name === "at" && isOnly(receiver, "string")) return of("string");
      if (object2 !== null && ONE_OF_LIST.test(name)) return union([elementsOf(object2), of("nothing")]);
      return lookUp(RESULTS, name);
    }
    const binding = resolve(name, site);
    if (binding === null) return lookUp(RESULTS, name);
    const made2 = binding.id.parent;
    const fn = made2 !== null && isFunction(made2) ? made2 : made2 === null ? null : child(made2, "init");
    return fn !== null && isFunction(fn) ? ofReturn(fn) ?? predicateByName(name) : predicateByName(name);
  };
  const ofIndexed = (object2, depth) => {
    if (object2 === null) return null;
    return isOnly(ofExpression(object2, depth + 1), "string") ? of("string") : elementsOf(object2);
  };
  const ofExpression = (site, depth = 0) => {
    const { node } = site;
    const literal3 = LITERALS[node.type];
    if (literal3 !== void 0) return literal3;
    if (depth > DEEPEST) return null;
    const below2 = (key) => {
      const inner = child(site, key);
      return inner === null ? null : ofExpression(inner, depth + 1);
    };
    switch (node.type) {
      case "Identifier": {
        if (node.name === "undefined") return of("nothing");
        if (node.name === "NaN" || node.name === "Infinity") return of("number");
        const binding = resolve(node.name, site);
        return binding === null ? null : ofBinding(binding, depth + 1);
      }
      case "ParenthesizedExpression":
      case "TSNonNullExpression":
        return below2("expression");
      case "TSAsExpression":
      case "TSSatisfiesExpression": {
        const isConst = node.typeAnnotation.type === "TSTypeReference" && /^const$/.test(nameOfType(node.typeAnnotation));
        return isConst ? below2("expression") : ofType(node.typeAnnotation, site);
      }
      case "UnaryExpression":
        return node.operator === "!" || node.operator === "delete" ? of("boolean") : node.operator === "typeof" ? of("string") : of("number");
      case "UpdateExpression":
        return of("number");
      case "BinaryExpression":
        return ofBinary(node.operator, below2("left"), below2("right"));
      case "LogicalExpression":
        return node.operator === "&&" ? below2("right") : union([withoutNothing(below2("left")), below2("right")]);
      case "ConditionalExpression":
        return union([below2("consequent"), below2("alternate")]);
      case "AssignmentExpression":
        return below2("right");
      case "CallExpression":
      case "OptionalCallExpression":
      case "NewExpression":
        return ofCall(site, depth);
      case "MemberExpression":
      case "OptionalMemberExpression":
        if (propertyName(site) === "length") return of("number");
        return node.computed ? ofIndexed(child(site, "object"), depth) : null;
      default:
        return null;
    }
  };
  return {
    ofExpression: (site) => ofExpression(site),
    ofBinding: (binding) => ofBinding(binding),
    ofReturn,
    membersOf: membersOf2,
    membersReturned,
    resolve
  };
}
function ofBinary(operator, left2, right) {
  if (/^(?:[=!]==?|[<>]=?|in|instanceof)$/.test(operator)) return of("boolean");
  if (operator !== "+") return of("number");
  if (isOnly(left2, "string") || isOnly(right, "string")) return of("string");
  return isOnly(left2, "number") && isOnly(right, "number") ? of("number") : null;
}
function elementType(type) {
  if (type.type === "TSArrayType") return type.elementType;
  if (type.type === "TSTypeOperator") return elementType(type.typeAnnotation);
  if (type.type !== "TSTypeReference" || !/^(?:Readonly)?(?:Array|Set)$/.test(nameOfType(type))) return null;
  const given = type.typeParameters;
  return given?.type === "TSTypeParameterInstantiation" ? given.params[0] ?? null : null;
}
function predicateByName(name) {
  return /^(?:is|has|can|should)[A-Z_]/.test(name) ? of("boolean") : null;
}
function ownersOf(property) {
  return lookUp(OWNERS, property);
}
function isOnly(kinds2, kind) {
  return kinds2?.size === 1 && kinds2.has(kind);
}
function withoutNothing(kinds2) {
  if (kinds2 === null || !kinds2.has("nothing")) return kinds2;
  const rest3 = new Set([...kinds2].filter((kind) => kind !== "nothing"));
  return rest3.size === 0 ? null : rest3;
}
function union(parts) {
  const all = /* @__PURE__ */ new Set();
  for (const part of parts) {
    if (part === null) return null;
    for (const kind of part) all.add(kind);
  }
  return all.size === 0 ? null : all;
}
function lookUp(table, name) {
  return table.find(([, names2]) => names2.test(name))?.[0] ?? null;
}
function nameOfType(type) {
  return type.type === "TSTypeReference" && type.typeName.type === "Identifier" ? type.typeName.name : "";
}
function assignedValues(program) {
  const found3 = /* @__PURE__ */ new Map();
  for (const site of walk(program)) {
    if (site.node.type !== "AssignmentExpression" || site.node.operator !== "=" || site.node.left.type !== "Identifier") continue;
    const right = child(site, "right");
    const list = found3.get(site.node.left.name) ?? [];
    if (right !== null && list.length < 6) list.push(right);
    found3.set(site.node.left.name, list);
  }
  return found3;
}
function declaredTypes(program) {
  const found3 = /* @__PURE__ */ new Map();
  if (program.node.type !== "Program") return found3;
  for (const statement of program.node.body) {
    const node = statement.type === "ExportNamedDeclaration" && statement.declaration ? statement.declaration : statement;
    if (node.type === "TSTypeAliasDeclaration") found3.set(node.id.name, node.typeAnnotation);
    if (node.type === "TSInterfaceDeclaration") found3.set(node.id.name, node);
  }
  return found3;
}
function parameterType(name, site) {
  for (const at of [site, ...ancestors(site)]) {
    const list = "typeParameters" in at.node ? at.node.typeParameters : null;
    if (list?.type !== "TSTypeParameterDeclaration") continue;
    for (const each of list.params) {
      const own2 = typeof each.name === "string" ? each.name : "";
      if (own2 === name) return each.constraint ?? void 0;
    }
  }
  return void 0;
}

// src/engine/templates/contradictions.ts
function contradictions(program, text2) {
  const found3 = /* @__PURE__ */ new Set();
  for (const site of walk(program))
    for (const { test, holds: holds3, code: code2 } of waysOf(site)) {
      for (const fact of factsOf(test, holds3, text2)) if (code2.length > 0 && isContradicted(fact, code2, text2)) found3.add(fact.check);
    }
  return found3;
}
function waysOf(site) {
  const test = child(site, "test");
  switch (site.node.type) {
    case "IfStatement":
    case "ConditionalExpression": {
      if (test === null) return [];
      const [then, otherwise2] = [child(site, "consequent"), child(site, "alternate")];
      const rest3 = then !== null && otherwise2 === null && jumps(then) ? following(site) : [];
      return [
        { test, holds: true, code: then === null ? [] : [then] },
        { test, holds: false, code: otherwise2 === null ? rest3 : [otherwise2] }
      ];
    }
    case "LogicalExpression": {
      const [left2, right] = [child(site, "left"), child(site, "right")];
      if (left2 === null || right === null || site.node.operator === "??") return [];
      return [{ test: left2, holds: site.node.operator === "&&", code: [right] }];
    }
    default:
      return [];
  }
}
function jumps(statement) {
  const last = statement.node.type === "BlockStatement" ? statement.children.at(-1) : statement;
  return last !== void 0 && /^(?:Return|Throw|Continue|Break)Statement$/.test(last.node.type);
}
function following(statement) {
  return statement.parent === null ? [] : childList(statement.parent, statement.key).filter(({ start }) => start >= statement.end);
}
function factsOf(test, holds3, text2) {
  const { node } = test;
  const [left2, right] = [child(test, "left"), child(test, "right")];
  if (node.type === "LogicalExpression" && node.operator !== "??")
    return [left2, right].flatMap((side) => side === null ? [] : factsOf(side, holds3, text2));
  if (node.type === "UnaryExpression" && node.operator === "!") {
    const inner = child(test, "argument");
    return inner === null ? [] : factsOf(inner, !holds3, text2);
  }
  if (node.type === "CallExpression" && !holds3) {
    const [callee, given] = [child(test, "callee"), child(test, "arguments")];
    const asks = callee !== null && text2.slice(callee.start, callee.end) === "Array.isArray";
    return asks && given !== null ? factOf(test, given, "no array", text2) : [];
  }
  if (node.type !== "BinaryExpression" || left2 === null || right === null || !/^[!=]==?$/.test(node.operator)) return [];
  const equal2 = node.operator.startsWith("=") === holds3;
  const kind = left2.node.type === "UnaryExpression" && left2.node.operator === "typeof" ? child(left2, "argument") : null;
  if (kind !== null) {
    const belief = right.node.type === "StringLiteral" ? beliefOfType(right.node.value, equal2) : null;
    return belief === null ? [] : factOf(test, kind, belief, text2);
  }
  const isNothing2 = right.node.type === "NullLiteral" || right.node.type === "Identifier" && right.node.name === "undefined";
  return equal2 && isNothing2 ? factOf(test, left2, "nothing", text2) : [];
}
function beliefOfType(type, equal2) {
  if (equal2) return type === "undefined" ? "nothing" : null;
  return type === "function" ? "no function" : type === "string" ? "no string" : null;
}
function factOf(check, subject, belief, text2) {
  const own2 = text2.slice(subject.start, subject.end);
  return /^[\w$]+(?:\.[\w$]+)*$/.test(own2) ? [{ check, subject: own2, belief }] : [];
}
function isContradicted({ subject, belief, check }, code2, text2) {
  const root = subject.split(".", 1)[0] ?? "";
  let used = false;
  const pending = [...code2];
  for (let site = pending.pop(); site !== void 0; site = pending.pop()) {
    if (isFunction(site)) continue;
    const own2 = text2.slice(site.start, site.end);
    if (changes(site, root) || isAsked(site) && own2 === subject && !within(site, check)) return false;
    if (own2 === subject && isUsedDespite(site, belief)) used = true;
    pending.push(...site.children);
  }
  return used;
}
function changes({ node, key, parent }, root) {
  const isRoot = node.type === "Identifier" && node.name === root;
  return isRoot && (key === "left" || key === "id" || parent?.node.type === "UpdateExpression");
}
function isAsked({ parent, key }) {
  if (parent === null) return false;
  const { node } = parent;
  if (node.type === "LogicalExpression" || key === "test") return true;
  if (node.type === "BinaryExpression") return /^(?:[!=]==?|instanceof|in)$/.test(node.operator);
  return node.type === "UnaryExpression" && /^(?:!|typeof)$/.test(node.operator);
}
function within(site, around2) {
  return site.start >= around2.start && site.end <= around2.end;
}
function isUsedDespite({ parent, key }, belief) {
  if (parent === null) return false;
  const { type } = parent.node;
  const isCalled = key === "callee" && (type === "CallExpression" || type === "NewExpression");
  if (belief === "no function") return isCalled;
  const isHolder = key === "object" && isMember(parent);
  if (belief === "nothing") return isCalled || isHolder && type === "MemberExpression";
  const owners2 = isHolder ? ownersOf(propertyName(parent) ?? "") : null;
  return owners2?.size === 1 && owners2.has(belief === "no string" ? "string" : "array");
}

// src/engine/templates/idle-tests.ts
function idleTests(file) {
  if (languageOf(file.path) !== null) return idleInPython(file);
  const program = parseFile(file);
  return program === null ? [] : idleInJavaScript(program, file.text);
}
function idleInJavaScript(program, text2) {
  const found3 = [];
  for (const site of walk(program)) {
    const { node, parent } = site;
    if (node.type !== "LogicalExpression" || node.operator === "??") continue;
    if (parent?.node.type === "LogicalExpression" && parent.node.operator === node.operator) continue;
    const operands4 = operandsOf(site, node.operator);
    const tests = operands4.flatMap((operand2) => comparisonOf(operand2, text2) ?? []);
    const pairs3 = operands4.flatMap((operand2) => pairOf(sidesOf(operand2, text2)) ?? []);
    const join = node.operator === "&&" ? "and" : "or";
    const whole2 = conditionOf(site);
    for (let left2 = idleAmong(tests, join) + followingAmong(pairs3, join); left2 > 0; left2 -= 1) found3.push(whole2);
  }
  return found3;
}
function idleAmong(tests, join) {
  const idle = /* @__PURE__ */ new Set();
  for (const [at, one] of tests.entries())
    for (const other of tests.slice(at + 1)) if (decidesNothing(one, other, join)) idle.add(one).add(other);
  return idle.size;
}
function conditionOf(site) {
  const { parent } = site;
  return parent !== null && /^(?:Logical|Unary)Expression$/.test(parent.node.type) ? conditionOf(parent) : site;
}
function operandsOf(site, operator) {
  if (site.node.type !== "LogicalExpression" || site.node.operator !== operator) return [site];
  return ["left", "right"].flatMap((key) => {
    const operand2 = child(site, key);
    return operand2 === null ? [] : operandsOf(operand2, operator);
  });
}
var NEGATED = { "==": "!=", "!=": "==", "===": "!==", "!==": "===" };
var NEGATED_IN_PYTHON = { ...NEGATED, "<": ">=", "<=": ">", ">": "<=", ">=": "<" };
function negated(sides, by) {
  const operator = sides === null ? void 0 : by[sides[1]];
  return sides === null || operator === void 0 ? null : [sides[0], operator, sides[2]];
}
function sidesOf(site, text2) {
  const inner = site.node.type === "UnaryExpression" && site.node.operator === "!" ? child(site, "argument") : null;
  if (inner !== null) return negated(sidesOf(inner, text2), NEGATED);
  const [left2, right] = [child(site, "left"), child(site, "right")];
  if (site.node.type !== "BinaryExpression" || left2 === null || right === null) return null;
  return [text2.slice(left2.start, left2.end), site.node.operator, text2.slice(right.start, right.end)];
}
function comparisonOf(site, text2) {
  const sides = sidesOf(site, text2);
  return sides === null ? null : comparisonWith(...sides);
}
function pairOf(sides) {
  if (sides === null) return null;
  const [left2, operator, right] = sides;
  if (!/^[=!]==?$/.test(operator) || /[(]|\+\+|--/.test(left2 + right)) return null;
  const plain3 = (side) => side.replace(/\s+/g, "");
  return { operator, sides: [plain3(left2), plain3(right)] };
}
function followingAmong(pairs3, join) {
  const groups = [];
  let following2 = 0;
  for (const { operator, sides } of pairs3) {
    if (operator !== pairs3[0]?.operator || operator.startsWith("=") !== (join === "and")) continue;
    const [one, other] = sides.map((side) => groups.find((group) => group.has(side)) ?? /* @__PURE__ */ new Set([side]));
    if (one === void 0 || other === void 0) continue;
    if (one === other) following2 += 1;
    for (const side of other) one.add(side);
    if (!groups.includes(one)) groups.push(one);
    if (one !== other && groups.includes(other)) groups.splice(groups.indexOf(other), 1);
  }
  return following2;
}
var CONSTANT = /^(?:-?\d+(?:\.\d+)?|'[^'\\]*'|"[^"\\]*"|true|false|True|False)$/;
var SUBJECT = /^(?:typeof\s+)?[\w$.]+$|^(?:Number|parseInt|parseFloat|Math\.\w+|int|float|len|abs|ord)\([\w$.]+(?:, \d+)?\)$/;
var MIRRORED = { "<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!=" };
function comparisonWith(left2, written2, right) {
  const operator = /^[=!]==$/.test(written2) ? written2.slice(0, 2) : written2;
  const mirrored3 = MIRRORED[operator];
  if (mirrored3 === void 0) return null;
  const [subject, constant2, way] = CONSTANT.test(left2) ? [right, left2, mirrored3] : [left2, right, operator];
  if (!CONSTANT.test(constant2) || !SUBJECT.test(subject) || CONSTANT.test(subject)) return null;
  return { subject, operator: way, constant: constant2.replaceAll("'", '"') };
}
function decidesNothing(one, other, join) {
  if (one.subject !== other.subject) return false;
  if (one.constant === other.constant) return true;
  const [a, b] = [Number(one.constant), Number(other.constant)];
  if (!Number.isNaN(a) && !Number.isNaN(b)) return decideNothing([one, a], [other, b], join);
  if (![one, other].every(({ operator }) => /^[=!]=$/.test(operator))) return false;
  const same = [one, other].map(({ operator }) => operator === "==");
  return join === "and" ? same.includes(true) : same.includes(false);
}
function decideNothing([one, a], [other, b], join) {
  const values = [Math.min(a, b) - 1, a, (a + b) / 2, b, Math.max(a, b) + 1];
  const first = values.map((value) => holds(value, one.operator, a));
  const second = values.map((value) => holds(value, other.operator, b));
  const isAnd = join === "and";
  const chain2 = first.map((answer2, at) => isAnd ? answer2 && second[at] === true : answer2 || second[at] === true);
  return [first, second, chain2.map(() => !isAnd)].some((answers3) => answers3.every((answer2, at) => answer2 === chain2[at]));
}
function holds(value, operator, bound2) {
  switch (operator) {
    case "<":
      return value < bound2;
    case "<=":
      return value <= bound2;
    case ">":
      return value > bound2;
    case ">=":
      return value >= bound2;
    case "==":
      return value === bound2;
    default:
      return value !== bound2;
  }
}
function idleInPython(file) {
  const language = languageOf(file.path);
  const tree = language?.name === "python" ? readTree(language, file.text) : null;
  if (tree === null || tree.hasError) return [];
  const textOf4 = ({ start, end }) => file.text.slice(start, end);
  const found3 = [];
  for (const branch of below(tree.program)) {
    const join = joinOf(branch);
    if (join === null || branch.parent !== null && joinOf(branch.parent) === join) continue;
    const sides = pythonOperands(branch, join).flatMap((operand2) => pythonSides(operand2, join, textOf4));
    const tests = sides.flatMap((each) => comparisonWith(...each) ?? []);
    const pairs3 = sides.flatMap((each) => pairOf(each) ?? []);
    for (let left2 = idleAmong(tests, join) + followingAmong(pairs3, join); left2 > 0; left2 -= 1) found3.push(pythonCondition(branch));
  }
  return found3;
}
function joinOf(branch) {
  if (branch.type === "comparison_operator") return namedChildren(branch).length > 2 ? "and" : null;
  if (branch.type !== "boolean_operator") return null;
  return branch.children.some(({ type }) => type === "and") ? "and" : "or";
}
function pythonOperands(branch, join) {
  if (branch.type !== "boolean_operator" || joinOf(branch) !== join) return [branch];
  return namedChildren(branch).flatMap((operand2) => pythonOperands(operand2, join));
}
function pythonSides(branch, join, textOf4) {
  const inner = /^(?:not_operator|parenthesized_expression)$/.test(branch.type) ? namedChildren(branch)[0] : void 0;
  if (inner !== void 0) {
    const sides = pythonSides(inner, join, textOf4);
    if (branch.type === "parenthesized_expression") return sides;
    const turned = negated(sides[0] ?? null, NEGATED_IN_PYTHON);
    return turned === null || sides.length > 1 ? [] : [turned];
  }
  const parts = branch.type === "comparison_operator" && (join === "and" || branch.children.length === 3) ? branch.children : [];
  const found3 = [];
  for (let at = 1; at + 1 < parts.length; at += 2) {
    const [left2, operator, right] = parts.slice(at - 1, at + 2);
    if (left2 !== void 0 && operator !== void 0 && right !== void 0) found3.push([textOf4(left2), textOf4(operator), textOf4(right)]);
  }
  return found3;
}
function pythonCondition(branch) {
  const { parent } = branch;
  return parent !== null && /^(?:boolean_operator|not_operator|parenthesized_expression)$/.test(parent.type) ? pythonCondition(parent) : branch;
}

// src/engine/templates/names.ts
function likeness(a, b, words) {
  if (a === b) return 1;
  const longest2 = Math.max(a.length, b.length);
  if (longest2 === 0) return 0;
  const near2 = 1 - distance(a.toLowerCase(), b.toLowerCase()) / longest2;
  const [left2, right] = [words(a), words(b)];
  const shared3 = left2.filter((word) => word.length > 1 && right.includes(word)).length;
  return Math.max(near2, 0.9 * shared3 / Math.max(left2.length, right.length), 0);
}
function likenessKept() {
  const parts = /* @__PURE__ */ new Map();
  const words = (name) => {
    const known2 = parts.get(name) ?? wordsOf(name);
    parts.set(name, known2);
    return known2;
  };
  const compared = /* @__PURE__ */ new Map();
  return (a, b) => {
    const ofFirst = compared.get(a) ?? /* @__PURE__ */ new Map();
    if (ofFirst.size === 0) compared.set(a, ofFirst);
    const known2 = ofFirst.get(b);
    if (known2 !== void 0) return known2;
    const found3 = likeness(a, b, words);
    ofFirst.set(b, found3);
    return found3;
  };
}
var OTHER_CONVENTION = 0.5;
function conventionOf(name) {
  if (/^[A-Z][A-Z\d]*(?:_[A-Z\d]+)*$/.test(name) && name.length > 1) return "constant";
  return /^[A-Z]/.test(name) ? "class" : "other";
}
function distance(a, b) {
  if (a.length > 40 || b.length > 40) return Math.max(a.length, b.length);
  let older = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best2 = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best2 = Math.min(best2, (older[j - 2] ?? 0) + 1);
      row.push(best2);
    }
    older = previous;
    previous = row;
  }
  return previous[b.length] ?? longestOf(a, b);
}
function wordsOf(name) {
  return name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").split(/[\s_$.-]+/).filter((word) => word !== "").map((word) => word.toLowerCase());
}
function inCaseOf(model, word) {
  if (model === model.toUpperCase()) return word.toUpperCase();
  return model.charAt(0) === model.charAt(0).toUpperCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
function longestOf(a, b) {
  return Math.max(a.length, b.length);
}

// src/engine/templates/grammar/targets.ts
function mayChange2(branch) {
  let at = branch;
  while (at.parent !== null && /^(?:attribute|subscript)$/.test(at.parent.type) && at.index === 0) at = at.parent;
  const { parent } = at;
  if (parent === null) return false;
  const isAssigned = at.field === "left" && /^(?:augmented_)?assignment$|^for_/.test(parent.type);
  return isPythonTarget(branch) || isAssigned || at.field === "function" || parent.type === "argument_list";
}
function isPythonTarget(branch) {
  if (branch.type !== "identifier") return false;
  for (let at = branch; at.parent !== null; at = at.parent) {
    if (at.field === "left") return /^(?:assignment|augmented_assignment|for_statement|for_in_clause)$/.test(at.parent.type);
    if (!/^(?:pattern_list|tuple_pattern|list_pattern)$/.test(at.parent.type))
      return at.field === "name" && at.parent.type === "named_expression";
  }
  return false;
}
function isSetOnce([target, second]) {
  if (second !== void 0) return false;
  const value = target?.parent?.type === "assignment" ? fieldOf(target.parent, "right") : null;
  return value !== null && /^(?:integer|float|string|true|false|none|unary_operator)$/.test(value.type);
}

// src/engine/templates/grammar/scene.ts
function isPython({ language }) {
  return language.name === "python";
}
var mostNames = 40;
var mostDonors = 30;
function openScene(file, clues) {
  const language = languageOf(file.path);
  const tree = language === null ? null : readTree(language, file.text);
  return language === null || tree === null || tree.hasError ? null : sceneOf(file, language, tree.program, clues);
}
function sceneOf(file, language, program, clues) {
  const text2 = (branch) => file.text.slice(branch.start, branch.end);
  const scopeOf = (branch) => nearest(branch, language.functions) ?? program;
  const perScope = (make) => {
    const known2 = /* @__PURE__ */ new Map();
    return (branch) => {
      const scope = scopeOf(branch);
      const found3 = known2.get(scope) ?? make(scope);
      known2.set(scope, found3);
      return found3;
    };
  };
  const inFile = donorsIn(program, language, text2);
  const modules = modulesIn(program, language, text2);
  const donors3 = perScope((scope) => donorsIn(scope, language, text2));
  const together4 = (own2, all) => [.../* @__PURE__ */ new Set([...own2, ...all])].slice(0, mostDonors);
  return {
    file,
    language,
    program,
    clues,
    text: text2,
    names: perScope((scope) => namesIn(scope, program, language, text2)),
    variables: perScope((scope) => namesIn(scope, program, language, text2, isVariable).filter((name) => !modules.has(name))),
    conditions: (branch) => together4(donors3(branch).conditions, inFile.conditions),
    values: (branch) => together4(donors3(branch).values, []),
    numbers: (branch) => together4(donors3(branch).numbers, inFile.numbers),
    modules,
    defined: definedIn(program, language, text2),
    members: inFile.members.slice(0, mostNames),
    strings: inFile.strings.slice(0, mostDonors),
    alike: likenessKept(),
    indent: (branch) => {
      const from = file.text.lastIndexOf("\n", branch.start - 1) + 1;
      return /^[ \t]*/.exec(file.text.slice(from, branch.start))?.[0] ?? "";
    }
  };
}
function donorsIn(scope, language, text2) {
  const [conditions2, values, numbers5, members2, strings4] = [
    /* @__PURE__ */ new Set(),
    /* @__PURE__ */ new Set(),
    /* @__PURE__ */ new Set(),
    /* @__PURE__ */ new Set(),
    /* @__PURE__ */ new Set()
  ];
  for (const branch of below(scope)) {
    if (!branch.named || branch.end - branch.start > 80) continue;
    const words = text2(branch);
    if (words.includes("\n")) continue;
    if (isCondition2(branch, language)) conditions2.add(words);
    if (isValue(branch, language)) values.add(words);
    if (isNumber(branch)) numbers5.add(words);
    if (isMember2(branch, language)) members2.add(words);
    if (language.strings.has(branch.type)) strings4.add(words);
  }
  return { conditions: [...conditions2], values: [...values], numbers: [...numbers5], members: [...members2], strings: [...strings4] };
}
function modulesIn(program, language, text2) {
  const modules = /* @__PURE__ */ new Set();
  if (language.name !== "python") return modules;
  const branches3 = [...below(program)];
  for (const one of branches3.filter(({ type }) => type === "import_statement"))
    for (const name of namedChildren(one)) modules.add(text2(fieldOf(name, "alias") ?? name).replace(/\..*/s, ""));
  for (const branch of branches3) if (isPythonTarget(branch) || isParameter(branch)) modules.delete(text2(branch));
  return modules;
}
function isParameter(branch) {
  const list = branch.field === "name" || branch.parent?.type === "typed_parameter" ? branch.parent?.parent : branch.parent;
  return branch.type === "identifier" && /^(?:lambda_)?parameters$/.test(list?.type ?? "");
}
function definedIn(program, language, text2) {
  const names2 = [...below(program)].flatMap((branch) => language.functions.has(branch.type) ? fieldOf(branch, "name") ?? [] : []);
  return [...new Set(names2.map(text2))];
}
function namesIn(scope, program, language, text2, counts = () => true) {
  const count2 = /* @__PURE__ */ new Map();
  const add = (root, weight) => {
    for (const branch of below(root)) {
      if (language.identifiers.has(branch.type) && !isMember2(branch, language) && counts(branch, language))
        count2.set(text2(branch), (count2.get(text2(branch)) ?? 0) + weight);
    }
  };
  add(scope, 10);
  if (scope !== program) {
    for (const child2 of namedChildren(program)) {
      const name = fieldOf(child2, "name");
      if (name !== null && counts(name, language)) count2.set(text2(name), (count2.get(text2(name)) ?? 0) + 1);
    }
  }
  return [...count2].toSorted((a, b) => b[1] - a[1]).slice(0, mostNames).map(([name]) => name);
}
function isVariable({ parent, field }, { calls: calls2, functions }) {
  if (parent === null || /type|class/.test(parent.type)) return false;
  return !(calls2.has(parent.type) && /^(function|name|method)$/.test(field ?? "")) && !(functions.has(parent.type) && field === "name");
}
function isNumber(branch) {
  return branch.named && branch.children.length === 0 && /int|float|number|decimal|real_literal/.test(branch.type) && !/type|string|interp/.test(branch.type);
}
function isMember2(branch, language) {
  if (language.members.has(branch.type)) return true;
  return language.identifiers.has(branch.type) && /^(attribute|field|property|method)$/.test(branch.field ?? "") && branch.parent?.type !== "keyword_argument";
}
function isCondition2(branch, language) {
  if (!branch.named) return false;
  if (branch.field === "condition") return branch.type !== "parenthesized_expression";
  const { parent } = branch;
  if (parent === null) return false;
  if (parent.type === "parenthesized_expression") return isCondition2(parent, language) || parent.field === "condition";
  if (parent.type === "if_clause") return true;
  const joins2 = parent.children.some((child2) => !child2.named && (child2.type === language.and || child2.type === language.or));
  return joins2 && language.binary.has(parent.type);
}
function isValue(branch, language) {
  const { parent } = branch;
  if (!branch.named || parent === null || language.blocks.has(branch.type)) return false;
  if (language.returns.has(parent.type) || language.argumentLists.has(parent.type)) return true;
  return branch.field === "right" || branch.field === "value" || language.binary.has(parent.type) || language.subscripts.has(parent.type);
}

// src/engine/templates/idle-code.ts
var NEUTRAL = { "-=": "0", "*=": "1", "/=": "1", "**=": "1" };
var NEUTRAL_IN_PYTHON = { "+=": "0", "-=": "0", "*=": "1", "**=": "1" };
var OF_TWO = /^(?:-|\/|\/\/|%|&|\||\^|[=!]==?|[<>]=?|&&|\|\||\?\?|and|or|is|is not)$/;
var ASKS_FOR_A_NUMBER = /^[=!]==?$/;
var IDLE_STATEMENT = /^(?:Identifier|BinaryExpression|NumericLiteral|BooleanLiteral|ArrayExpression|ThisExpression)$/;
function isEmptyBranch({ node, parent, children, start, end }, text2) {
  if (node.type !== "BlockStatement" || children.length > 0 || text2.slice(start + 1, end - 1).trim() !== "") return false;
  if (parent === null || !/^(?:If|ForOf|ForIn)Statement$/.test(parent.node.type)) return false;
  return !/\/[/*]/.test(text2.slice(text2.lastIndexOf(")", start) + 1, start));
}
function idleCodeOfJavaScript(program, text2) {
  const textOf4 = ({ start, end }) => text2.slice(start, end);
  return [...walk(program)].flatMap((site) => {
    const { node } = site;
    if (site.key === "expression" && site.parent?.node.type === "ExpressionStatement" && IDLE_STATEMENT.test(node.type))
      return ["idle statement"];
    const [left2, right] = [child(site, "left"), child(site, "right")];
    if (node.type === "AssignmentExpression" && left2 !== null && right !== null)
      return isIdleAssignment(node.operator, textOf4(left2), textOf4(right), NEUTRAL) ? ["idle assignment"] : [];
    if (/^(?:Binary|Logical)Expression$/.test(node.type) && "operator" in node && left2 !== null && right !== null)
      return isIdleOperator(String(node.operator), [left2, right].map(textOf4)) ? [`idle operator ${textOf4(site)}`] : [];
    if (node.type === "CallExpression") return isIdleCall(site, textOf4) ? ["idle call"] : [];
    if (isEmptyBranch(site, text2)) return ["idle branch"];
    const taken = isLoop(site) ? loopVariables(site).filter((name) => loopsAround(site).some((loop) => loopVariables(loop).includes(name))) : [];
    return taken.map((name) => `loop variable taken ${name}`);
  });
}
function isIdleAssignment(operator, left2, right, neutral) {
  return operator === "=" ? left2 === right && /^[\w$]+$/.test(left2) : neutral[operator] === right;
}
function isIdleOperator(operator, sides) {
  if (!OF_TWO.test(operator) || !isSame(sides)) return false;
  return !ASKS_FOR_A_NUMBER.test(operator) || !/^[\w$.]+$/.test(sides[0] ?? "");
}
function isSame(texts2) {
  return new Set(texts2).size < texts2.length && !texts2.some((each) => /[(]|\+\+|--/.test(each));
}
function isIdleCall(call, textOf4) {
  const [callee, args] = [child(call, "callee"), childList(call, "arguments")];
  if (callee === null || args.some(({ node }) => node.type === "SpreadElement")) return false;
  const texts2 = args.map(textOf4);
  if (/\.(?:slice|substring)$/.test(textOf4(callee))) return texts2.length === 2 && isSame(texts2);
  return /^Math\.(?:max|min)$/.test(textOf4(callee)) && (texts2.length === 1 || isSame(texts2));
}
function loopsAround(site) {
  const loops = [];
  for (const at of ancestors(site)) {
    if (isFunction(at)) break;
    if (isLoop(at)) loops.push(at);
  }
  return loops;
}
function loopVariables(loop) {
  const head = child(loop, "init") ?? (/^For(?:In|Of)/.test(loop.node.type) ? child(loop, "left") : null);
  if (head === null) return [];
  const ids2 = head.node.type === "VariableDeclaration" ? childList(head, "declarations").flatMap((each) => child(each, "id") ?? []) : [head];
  return ids2.flatMap((id) => {
    const target = id.node.type === "AssignmentExpression" ? child(id, "left") : id;
    return target?.node.type === "Identifier" ? [target.node.name] : [];
  });
}
function idleCodeOfPython(program, text2) {
  const textOf4 = ({ start, end }) => text2.slice(start, end);
  return [...below(program)].flatMap((branch) => {
    if (isEmptyBranchOfPython(branch, text2)) return ["idle branch"];
    if (branch.parent?.type === "expression_statement" && IDLE_STATEMENT_OF_PYTHON.test(branch.type)) return ["idle statement"];
    const [left2, right] = [fieldOf(branch, "left"), fieldOf(branch, "right")];
    if (/^(?:augmented_)?assignment$/.test(branch.type) && left2 !== null && right !== null) {
      const operator = branch.type === "assignment" ? "=" : branch.children.find(({ named: named3 }) => !named3)?.type ?? "";
      return isIdleAssignment(operator, textOf4(left2), textOf4(right), NEUTRAL_IN_PYTHON) ? ["idle assignment"] : [];
    }
    if (/^(?:binary|boolean|comparison)_operator$/.test(branch.type)) {
      const [operator] = branch.children.filter(({ named: named3 }) => !named3);
      const sides = namedChildren(branch);
      const isIdle = sides.length === 2 && operator !== void 0 && isIdleOperator(textOf4(operator), sides.map(textOf4));
      return isIdle ? [`idle operator ${textOf4(branch)}`] : [];
    }
    if (branch.type === "call") {
      const [fn, args] = [fieldOf(branch, "function"), fieldOf(branch, "arguments")];
      if (fn === null || args === null) return [];
      const texts2 = namedChildren(args).map(textOf4);
      const isIdle = textOf4(fn) === "range" ? texts2.length > 1 && isSame(texts2.slice(0, 2)) : /^(?:max|min)$/.test(textOf4(fn)) && isSame(texts2);
      return isIdle ? ["idle call"] : [];
    }
    if (branch.type === "slice" && branch.parent?.field !== "left") {
      const [start = "", end = ""] = textOf4(branch).split(":");
      return start.trim() !== "" && isSame([start.trim(), end.trim()]) ? ["idle slice"] : [];
    }
    return branch.type === "for_statement" ? takenInPython(branch, textOf4).map((name) => `loop variable taken ${name}`) : [];
  });
}
var IDLE_STATEMENT_OF_PYTHON = /^(?:identifier|binary_operator|comparison_operator|integer|list|true|false)$/;
function isEmptyBranchOfPython(branch, text2) {
  const { parent } = branch;
  if (branch.type !== "block" || parent === null || text2.slice(branch.start, branch.end).trim() !== "pass") return false;
  const from = text2.lastIndexOf("\n", parent.start - 1) + 1;
  const to = text2.indexOf("\n", branch.end);
  if (text2.slice(from, to < 0 ? void 0 : to).includes("#")) return false;
  const isAlone3 = parent.type === "if_statement" && !parent.children.some(({ type }) => /^(?:elif|else)_clause$/.test(type));
  return isAlone3 || /^(?:else_clause|for_statement)$/.test(parent.type);
}
function pythonLoopsAround(branch) {
  const loops = [];
  for (const at of above(branch)) {
    if (at.type === "function_definition") break;
    if (/^(?:for|while)_statement$/.test(at.type)) loops.push(at);
  }
  return loops;
}
function takenInPython(loop, textOf4) {
  const around2 = pythonLoopsAround(loop).flatMap((each) => namesOf(each, textOf4));
  return namesOf(loop, textOf4).filter((name) => name !== "_" && around2.includes(name));
}
function namesOf(loop, textOf4) {
  const target = loop.type === "for_statement" ? fieldOf(loop, "left") : null;
  return target === null ? [] : [...below(target)].flatMap((each) => each.type === "identifier" ? [textOf4(each)] : []);
}

// src/engine/templates/scope.ts
var BLOCK_SCOPES = /^(Program|BlockStatement|For(In|Of)?Statement|SwitchStatement|CatchClause|StaticBlock|TSModuleBlock)$/;
function scopesOf(program) {
  const scopes = /* @__PURE__ */ new Map();
  const declare = (scope, id, kind, until, set2 = null) => {
    for (const name of boundNames(id)) {
      const list = scopes.get(scope) ?? [];
      if (name.node.type === "Identifier" && !list.some((each) => each.name === idName(name))) {
        list.push({ name: idName(name), kind, at: name.start, until, scope, id: name, set: set2 });
      }
      scopes.set(scope, list);
    }
  };
  for (const site of walk(program)) {
    const node = site.node;
    const id = child(site, "id");
    if (node.type === "VariableDeclarator" && id !== null && site.parent?.node.type === "VariableDeclaration") {
      const kind = site.parent.node.kind === "var" ? "var" : site.parent.node.kind === "let" ? "let" : "const";
      const set2 = kind !== "const" && child(site, "init") === null && site.parent.key !== "left" ? [] : null;
      declare(kind === "var" ? functionScope(site) : blockScope(site), id, kind, site.end, set2);
    } else if (node.type === "FunctionDeclaration" && id !== null) declare(blockScope(site), id, "function", site.start);
    else if (node.type === "FunctionExpression" && id !== null) declare(site, id, "function", site.start);
    else if (node.type === "ClassDeclaration" && id !== null) declare(blockScope(site), id, "class", site.end);
    else if (node.type === "TSEnumDeclaration" && id !== null) declare(blockScope(site), id, "const", site.end);
    else if (node.type === "CatchClause") declareAll(site, "param", "catch");
    else if (/^Import(Default|Namespace)?Specifier$/.test(node.type) && !isTypeImport(site)) declareAll(site, "local", "import", program);
    if (isFunction(site)) declareAll(site, "params", "param");
  }
  for (const site of walk(program)) {
    const target = site.node.type === "AssignmentExpression" || isForHead(site) ? child(site, "left") : null;
    for (const name of target === null ? [] : boundNames(target)) bindingOf(name, scopes)?.set?.push(site);
  }
  return scopes;
  function declareAll(site, key, kind, scope = site) {
    for (const each of site.children) if (each.key === key) declare(scope, each, kind, each.end);
  }
}
function isTypeImport({ node, parent }) {
  if (node.type === "ImportSpecifier" && node.importKind === "type") return true;
  return parent?.node.type === "ImportDeclaration" && parent.node.importKind === "type";
}
function visibleAt(site, scopes) {
  const seen = /* @__PURE__ */ new Set();
  const found3 = [];
  for (const scope of [site, ...ancestors(site)]) {
    for (const binding of scopes.get(scope) ?? []) {
      if (seen.has(binding.name)) continue;
      seen.add(binding.name);
      found3.push(binding);
    }
  }
  return found3;
}
function isUnset({ set: set2, scope }, site) {
  if (set2 === null || ownerOf(scope) !== functionOf(site)) return false;
  const loops = [...ancestors(site)].filter((at) => isLoop(at) && at.start >= scope.start);
  const outermost = loops.at(-1);
  return set2.every((setting) => {
    if (functionOf(setting) !== functionOf(site)) return false;
    const from = isForHead(setting) ? child(setting, "body")?.start ?? setting.end : setting.end;
    return from > site.start && (outermost === void 0 || setting.start < outermost.start || setting.start >= outermost.end);
  });
}
var ownerOf = (scope) => isFunction(scope) ? scope : functionOf(scope);
var isForHead = ({ node }) => node.type === "ForInStatement" || node.type === "ForOfStatement";
function bindingOf(id, scopes) {
  for (const scope of ancestors(id)) {
    const found3 = scopes.get(scope)?.find(({ name }) => name === idName(id));
    if (found3 !== void 0) return found3;
  }
  return void 0;
}
function idName(site) {
  return site.node.type === "Identifier" ? site.node.name : "";
}
function* boundNames(pattern2) {
  switch (pattern2.node.type) {
    case "Identifier":
      yield pattern2;
      return;
    case "AssignmentPattern":
      yield* boundOf(pattern2, "left");
      return;
    case "RestElement":
      yield* boundOf(pattern2, "argument");
      return;
    case "TSParameterProperty":
      yield* boundOf(pattern2, "parameter");
      return;
    case "ObjectProperty":
      yield* boundOf(pattern2, "value");
      return;
    case "ArrayPattern":
    case "ObjectPattern":
      for (const each of pattern2.children) yield* boundNames(each);
      return;
    default:
  }
}
function* boundOf(pattern2, key) {
  const inner = child(pattern2, key);
  if (inner !== null) yield* boundNames(inner);
}
function functionScope(site) {
  let last = site;
  for (const at of ancestors(site)) {
    if (isFunction(at) || at.node.type === "StaticBlock") return at;
    last = at;
  }
  return last;
}
function blockScope(site) {
  let last = site;
  for (const at of ancestors(site)) {
    if (BLOCK_SCOPES.test(at.node.type) || isFunction(at)) return at;
    last = at;
  }
  return last;
}

// src/engine/templates/loose-ends.ts
function looseEnds(file) {
  const known2 = knownEnds.get(file);
  if (known2 !== void 0) return known2;
  const found3 = languageOf(file.path) === null ? endsOfJavaScript(file) : endsOfPython(file);
  const counts = found3 === null ? null : /* @__PURE__ */ new Map();
  for (const end of found3 ?? []) counts?.set(end, (counts.get(end) ?? 0) + 1);
  knownEnds.set(file, counts);
  return counts;
}
var knownEnds = /* @__PURE__ */ new WeakMap();
function endsOfJavaScript(file) {
  const program = parseFile(file);
  if (program === null) return null;
  const found3 = [...idleCodeOfJavaScript(program, file.text)];
  for (const [scope, bindings2] of scopesOf(program)) {
    if (scope === program) continue;
    const { read, filled: filled4, assigned } = usesIn(scope);
    const own2 = new Set(bindings2.map(({ name }) => name));
    for (const site of walk(scope))
      for (const name of countedIn(site)) if (own2.has(name) && isReadOnlyIn(name, site, scope)) found3.push(`counted in vain ${name}`);
    for (const binding of bindings2) {
      if (/^(?:function|class|import)$/.test(binding.kind)) continue;
      if (!read.has(binding.name) && (!filled4.has(binding.name) || isNew(binding))) found3.push(`unread ${binding.name}`);
      else if (isVariable2(binding) && !assigned.has(binding.name)) found3.push(`unchanged ${binding.name}`);
    }
  }
  for (const site of walk(program)) {
    if (goesNowhere(site)) found3.push(`still loop ${[...usesIn(child(site, "test") ?? site).read].toSorted().join(" ")}`);
    if (site.node.type !== "ForOfStatement") continue;
    const [list, body] = [child(site, "right"), child(site, "body")];
    if (list?.node.type === "Identifier" && body !== null && usesIn(body).assigned.has(list.node.name))
      found3.push(`list changed ${list.node.name}`);
  }
  return found3;
}
function goesNowhere(site) {
  const test = /^(?:For|While|DoWhile)Statement$/.test(site.node.type) ? child(site, "test") : null;
  if (test === null) return false;
  const { read } = usesIn(test);
  if (read.size === 0 || [...walk(test)].some(({ node }) => /Call|Await|Yield|New|Tagged/.test(node.type))) return false;
  for (const each of walk(site)) {
    if (/^(?:Break|Return|Throw)Statement$|^(?:Await|Yield)Expression$/.test(each.node.type)) return false;
    if (each.node.type !== "Identifier" || !read.has(each.node.name)) continue;
    if (mayChange(each)) return false;
  }
  return true;
}
function countedIn(site) {
  if (!/^(?:While|DoWhile)Statement$/.test(site.node.type)) return [];
  const body = child(site, "body");
  const statements = body === null ? [] : body.node.type === "BlockStatement" ? body.children : [body];
  const names2 = statements.map((statement) => {
    const value = child(statement, "expression");
    const target = value === null ? null : child(value, "argument") ?? child(value, "left");
    return target?.node.type === "Identifier" && isTarget(target) ? target.node.name : null;
  });
  return names2.every((name) => name !== null) && ![...walk(site)].some(({ node }) => /Call|Await|Yield/.test(node.type)) ? names2 : [];
}
function isReadOnlyIn(name, loop, scope) {
  const isOutside = ({ start, end }) => start < loop.start || end > loop.end;
  return ![...walk(scope)].some((each) => each.node.type === "Identifier" && each.node.name === name && isOutside(each) && isRead(each));
}
function isForItself(site, name) {
  for (const at of ancestors(site)) {
    if (isFunction(at)) return false;
    if (at.node.type !== "ExpressionStatement") continue;
    const value = child(at, "expression");
    const target = value?.node.type === "AssignmentExpression" ? child(value, "left") : null;
    return target?.node.type === "Identifier" && target.node.name === name;
  }
  return false;
}
var FILLS = /^(?:push|unshift|add|set|delete|clear|append|extend|insert|update|remove|discard|setdefault)$/;
function isNew({ id }) {
  const init = id.parent?.node.type === "VariableDeclarator" ? child(id.parent, "init") : null;
  if (init?.node.type === "NewExpression") return /^(?:Array|(?:Weak)?(?:Map|Set))$/.test(calleeName(init) ?? "");
  return init !== null && /^(?:Array|Object)Expression$/.test(init.node.type);
}
function isFilling(site) {
  const member = site.key === "object" ? site.parent : null;
  const outer = member?.parent ?? null;
  if (member === null || outer === null || !isMember(member)) return false;
  const isPut = isTarget(member) || member.key === "callee" && FILLS.test(propertyName(member) ?? "");
  return isPut && outer.parent?.node.type === "ExpressionStatement";
}
function isVariable2({ kind, id }) {
  return (kind === "let" || kind === "var") && id.parent !== null && child(id.parent, "init") !== null;
}
function usesIn(scope) {
  const [read, filled4, assigned] = [/* @__PURE__ */ new Set(), /* @__PURE__ */ new Set(), /* @__PURE__ */ new Set()];
  for (const site of walk(scope)) {
    if (site.node.type !== "Identifier") continue;
    const { name } = site.node;
    if (isRead(site) && isFilling(site)) filled4.add(name);
    else if (isRead(site) && !isForItself(site, name)) read.add(name);
    else if (isTarget(site)) assigned.add(name);
  }
  return { read, filled: filled4, assigned };
}
function endsOfPython(file) {
  const language = languageOf(file.path);
  if (language?.name !== "python") return null;
  const tree = readTree(language, file.text);
  if (tree === null || tree.hasError) return null;
  const nameOf5 = ({ start, end }) => file.text.slice(start, end);
  const found3 = [...idleCodeOfPython(tree.program, file.text)];
  for (const fn of below(tree.program)) {
    if (fn.type !== "function_definition") continue;
    const names2 = [...below(fn)].filter((branch) => branch.type === "identifier" && !isMember2(branch, language));
    const parameters3 = new Set(names2.filter((branch) => isParameter2(branch, fn)).map(nameOf5));
    const targets = names2.filter(isPythonTarget);
    const given = new Set(targets.filter((target) => !isNewCollection(target, nameOf5)).map(nameOf5));
    const made2 = new Set(targets.map(nameOf5).filter((name) => !given.has(name)));
    const reads2 = names2.filter((branch) => !isPythonTarget(branch) && !isParameter2(branch, fn) && !isForItselfInPython(branch, nameOf5));
    const read = new Set(reads2.filter((branch) => !made2.has(nameOf5(branch)) || !isFillingInPython(branch, nameOf5)).map(nameOf5));
    for (const name of /* @__PURE__ */ new Set([...parameters3, ...targets.map(nameOf5)])) {
      if (!read.has(name)) found3.push(`unread ${name}`);
      else if (!parameters3.has(name) && isSetOnce(targets.filter((target) => nameOf5(target) === name))) found3.push(`unchanged ${name}`);
    }
    for (const loop of below(fn)) {
      if (loop.type === "while_statement" && goesNowhereInPython(loop, nameOf5)) found3.push("still loop");
      const list = loop.type === "for_statement" ? fieldOf(loop, "right") : null;
      if (list?.type !== "identifier") continue;
      const body = fieldOf(loop, "body");
      if (body !== null && [...below(body)].some((branch) => isPythonTarget(branch) && nameOf5(branch) === nameOf5(list)))
        found3.push(`list changed ${nameOf5(list)}`);
    }
  }
  return found3;
}
function isNewCollection(target, nameOf5) {
  const statement = target.parent?.type === "assignment" && target.parent.parent?.type === "expression_statement" ? target.parent : null;
  const value = statement === null ? null : fieldOf(statement, "right");
  if (value === null) return false;
  const called = value.type === "call" ? fieldOf(value, "function") : null;
  return /^(?:list|dictionary|set)$/.test(value.type) || called !== null && /^(?:list|dict|set)$/.test(nameOf5(called));
}
function isFillingInPython(branch, nameOf5) {
  const member = branch.index === 0 ? branch.parent : null;
  const outer = member?.parent ?? null;
  if (member?.type === "subscript") return member.field === "left" && /^(?:augmented_)?assignment$/.test(outer?.type ?? "");
  const method = member?.type === "attribute" ? fieldOf(member, "attribute") : null;
  if (method === null || outer === null) return false;
  return member?.field === "function" && FILLS.test(nameOf5(method)) && outer.parent?.type === "expression_statement";
}
function isForItselfInPython(branch, nameOf5) {
  for (const at of above(branch)) {
    if (/^(?:lambda|function_definition)$/.test(at.type)) return false;
    const target = /^(?:augmented_)?assignment$/.test(at.type) ? fieldOf(at, "left") : null;
    if (target !== null) return target.type === "identifier" && nameOf5(target) === nameOf5(branch);
  }
  return false;
}
function goesNowhereInPython(loop, nameOf5) {
  const [test, body] = [fieldOf(loop, "condition"), fieldOf(loop, "body")];
  if (test === null || body === null || [...below(test)].some(({ type }) => /^(?:call|await|named_expression)$/.test(type))) return false;
  const read = new Set([...below(test)].filter(({ type }) => type === "identifier").map(nameOf5));
  if (read.size === 0) return false;
  return ![...below(body)].some(
    (branch) => /^(?:break|return|raise)_statement$|^(?:await|yield|delete_statement)$/.test(branch.type) || branch.type === "identifier" && read.has(nameOf5(branch)) && mayChange2(branch)
  );
}
function isParameter2(branch, fn) {
  for (const at of above(branch)) {
    if (at === fn || at.type === "type") return false;
    if (at.parent === fn) return at.field === "parameters" && (branch.field === null || branch.field === "name");
  }
  return false;
}

// src/engine/templates/least.ts
var MIRRORED2 = { "<": ">", "<=": ">=", ">": "<", ">=": "<=" };
var YES_OR_NO = /\.(?:includes|startsWith|endsWith|startswith|endswith|hasOwnProperty|isArray)\(.*\)$/s;
function leastOf(code2) {
  if (/\.length$|^len\(.*\)$/s.test(code2) || YES_OR_NO.test(code2)) return 0;
  return /\.(?:indexOf|lastIndexOf|findIndex|findLastIndex|search|rfind)\(.*\)$|^strings\.(?:Last)?Index\w*\(.*\)$/s.test(code2) ? -1 : null;
}
var numberOf = (code2) => /^-?\d+(?:\.\d+)?$/.test(code2) ? Number(code2) : null;
function outOfReach(left2, operator, right) {
  const [least, limit] = [leastOf(left2), numberOf(right)];
  if (least === null || limit === null) {
    const mirrored3 = numberOf(left2) === null ? void 0 : MIRRORED2[operator] ?? operator;
    return mirrored3 === void 0 || numberOf(right) !== null ? null : outOfReach(right, mirrored3, left2);
  }
  if (operator === "<" && limit <= least) return false;
  if (operator === ">=" && limit <= least) return true;
  if (limit >= least) return null;
  if (operator === "<=" || /^===?$/.test(operator)) return false;
  return operator === ">" || /^!==?$/.test(operator) ? true : null;
}
var LIKE_STRICTNESS = { "<": "+", "<=": "-", ">": "-", ">=": "+" };
var OF_STRICTNESS = 0.05;
function stepOdds(operator, side, step) {
  const alike4 = LIKE_STRICTNESS[operator];
  if (alike4 === void 0) return 1;
  return alike4 === step === (side === "right") ? OF_STRICTNESS : 1;
}

// src/engine/templates/grammar/outline.ts
function outlineOfGrammar(text2, language) {
  const tree = readTree(language, text2);
  return tree === null || tree.hasError ? null : outlineOfTree(tree.program, text2, language);
}
function outlineOfTree(program, text2, language) {
  const statements = [];
  const choices = [];
  let constant2 = 0;
  let dead = 0;
  const isPart2 = (branch) => branch.named && branch.parent !== null && language.blocks.has(branch.parent.type) && !doesNothing(branch, language);
  const textOf4 = (branch) => text2.slice(branch.start, branch.end);
  for (const branch of below(program)) {
    if (isPart2(branch)) {
      statements.push({ start: branch.start, end: branch.end, text: ownText(branch, text2, language, isPart2) });
      if (isJump(branch, language)) dead += namedChildren(branch.parent ?? branch).filter(({ index }) => index > branch.index).length;
    }
    const tested = isCondition2(branch, language) && !isDefault(branch, language) || isComparison(branch, language) || choiceOf(branch.parent, language)?.test === branch;
    if (tested && truthOf(branch, textOf4, language) !== null) constant2 += 1;
    const choice = choiceOf(branch, language);
    if (choice !== null) choices.push({ start: branch.start, end: branch.end, ways: choice.ways.map(textOf4) });
  }
  return { statements, constant: constant2, dead, choices };
}
function isDefault(branch, language) {
  const joins2 = ({ type, children }) => language.binary.has(type) && children.some(({ named: named3, type: word }) => !named3 && (word === language.and || word === language.or));
  if (branch.parent === null || !joins2(branch.parent) || namedChildren(branch.parent).at(-1) !== branch) return false;
  let top = branch.parent;
  while (top.parent !== null && (joins2(top.parent) || top.parent.type === "parenthesized_expression")) top = top.parent;
  const isTested = top.field === "condition" || /^(?:if_clause|not_operator|unary.*)$/.test(top.parent?.type ?? "");
  return !isTested && choiceOf(top.parent, language)?.test !== top;
}
function isComparison(branch, { binary }) {
  return binary.has(branch.type) && /^(?:===?|[<>]=?|is|in)$/.test(branch.children.find((each) => !each.named)?.type ?? "");
}
function doesNothing(branch, { identifiers: identifiers3, subscripts, name }) {
  if (branch.type === "pass_statement") return true;
  const value = name === "python" && branch.type === "expression_statement" ? branch.children[0] : void 0;
  return value !== void 0 && branch.children.length === 1 && (identifiers3.has(value.type) || subscripts.has(value.type) || /^(attribute|integer|none|true|false)$/.test(value.type));
}
function isJump({ type }, { returns: returns2 }) {
  return returns2.has(type) || /^(raise|throw|break|continue)(_statement)?$/.test(type);
}
function choiceOf(branch, { name }) {
  if (branch === null || !/^(conditional_expression|ternary_expression|conditional)$/.test(branch.type)) return null;
  const [first, second, third] = namedChildren(branch);
  if (first === void 0 || second === void 0 || third === void 0) return null;
  return name === "python" ? { test: second, ways: [first, third] } : { test: first, ways: [second, third] };
}
function ownText(part, text2, language, isPart2) {
  let own2 = "";
  let at = part.start;
  const visit = (branches3) => {
    for (const each of branches3) {
      if (!isPart2(each) && !doesNothing(each, language)) {
        visit(each.children);
        continue;
      }
      own2 += text2.slice(at, each.start);
      at = each.end;
    }
  };
  visit(part.children);
  const whole2 = own2 + text2.slice(at, part.end);
  return whole2.replace(/[\s{};]/g, "").replace(/else:?$/, "");
}
function truthOf(branch, textOf4, language) {
  const own2 = textOf4(branch);
  if (own2 === language.true) return true;
  if (own2 === language.false || own2 === language.nothing) return false;
  if (isNumber(branch)) return Number(own2) !== 0;
  const parts = namedChildren(branch);
  const [left2, right] = parts;
  if (left2 !== void 0 && right === void 0 && /^(parenthesized_expression|not_operator|unary_expression|unary)$/.test(branch.type)) {
    const truth3 = truthOf(left2, textOf4, language);
    return truth3 === null || own2.startsWith("(") ? truth3 : /^(not\b|!)/.test(own2) ? !truth3 : null;
  }
  if (left2 === void 0 || right === void 0 || parts.length > 2 || !language.binary.has(branch.type)) return null;
  const operator = branch.children.find((each) => !each.named)?.type ?? "";
  if (operator === language.and || operator === language.or) {
    const ways = [truthOf(left2, textOf4, language), truthOf(right, textOf4, language)];
    const decisive2 = operator === language.or;
    return ways.includes(decisive2) ? decisive2 : ways.includes(null) ? null : !decisive2;
  }
  const bounded = [left2, right].some(({ type }) => /call|invocation|attribute|selector|member|field/.test(type));
  const reached = bounded ? outOfReach(textOf4(left2), operator, textOf4(right)) : null;
  if (reached !== null) return reached;
  if (!/^[\w.$]+$/.test(textOf4(left2)) || textOf4(left2) !== textOf4(right)) return null;
  if (/^(===?|<=|>=|is|in)$/.test(operator)) return true;
  return /^(!==?|<|>|is not|not in)$/.test(operator) ? false : null;
}

// src/engine/templates/outline.ts
function outlineOf(file) {
  const language = languageOf(file.path);
  if (language !== null) return outlineOfGrammar(file.text, language);
  const program = parseFile(file);
  if (program === null) return null;
  const outline = { statements: [], constant: 0, dead: 0, choices: [] };
  for (const site of walk(program)) {
    if (isPart(site)) outline.statements.push({ start: site.start, end: site.end, text: ownText2(site, file.text) });
    if (decides2(site) && truthOf2(site, file.text) !== null) outline.constant += 1;
    outline.dead += behindJump(site);
    const [yes, no] = [child(site, "consequent"), child(site, "alternate")];
    if (site.node.type === "ConditionalExpression" && yes !== null && no !== null) {
      const ways = [yes, no].map((way) => file.text.slice(way.start, way.end));
      outline.choices.push({ start: site.start, end: site.end, ways });
    }
  }
  return outline;
}
function decides2(site) {
  return isCondition(site) || site.node.type === "BinaryExpression" && !site.node.operator.startsWith("!");
}
function isPart(site) {
  const { type } = site.node;
  return isStatement(site) && !/^(Block|Empty)Statement$/.test(type) && !doesNothing2(site) || /^(SwitchCase|ClassMethod|ClassProperty|ObjectMethod)$/.test(type);
}
function doesNothing2(site) {
  const value = site.node.type === "ExpressionStatement" ? child(site, "expression") : null;
  return value !== null && /^(Identifier|MemberExpression|NumericLiteral|NullLiteral|BooleanLiteral)$/.test(value.node.type);
}
function ownText2(site, text2) {
  let own2 = "";
  let at = site.start;
  const visit = (below2) => {
    for (const each of below2) {
      if (!isPart(each) && !doesNothing2(each)) visit(each.children);
      else if (each.start >= at) {
        own2 += text2.slice(at, each.start);
        at = each.end;
      }
    }
  };
  visit(site.children);
  const bare4 = (own2 + text2.slice(at, site.end)).replace(/[\s{};]/g, "");
  return site.node.type === "IfStatement" ? bare4.replace(/else$/, "") : bare4;
}
function truthOf2(site, text2) {
  const { node } = site;
  if (node.type === "BooleanLiteral" || node.type === "NumericLiteral" || node.type === "StringLiteral") return Boolean(node.value);
  if (node.type === "NullLiteral" || node.type === "Identifier" && node.name === "undefined") return false;
  if (node.type === "UnaryExpression" && node.operator === "!") {
    const inner = child(site, "argument");
    const truth3 = inner === null ? null : truthOf2(inner, text2);
    return truth3 === null ? null : !truth3;
  }
  const [left2, right] = [child(site, "left"), child(site, "right")];
  if (left2 === null || right === null) return null;
  if (node.type === "LogicalExpression" && node.operator !== "??") {
    const ways = [truthOf2(left2, text2), truthOf2(right, text2)];
    const decisive2 = node.operator === "||";
    return ways.includes(decisive2) ? decisive2 : ways.includes(null) ? null : !decisive2;
  }
  if (node.type !== "BinaryExpression" || !/^([!=]==?|[<>]=?)$/.test(node.operator)) return null;
  if (/^[!=]/.test(node.operator) && (isNoType(left2, right, text2) || isNoType(right, left2, text2))) return node.operator.startsWith("!");
  const [said, other] = [left2, right].map((side) => text2.slice(side.start, side.end));
  if (said === void 0 || other === void 0) return null;
  const bounded = [left2, right].some((side) => /^(?:Optional)?(?:Call|Member)Expression$/.test(side.node.type));
  const reached = bounded ? outOfReach(said, node.operator, other) : null;
  if (reached !== null) return reached;
  const same = /^[\w$.]+$/.test(said) && said === other;
  return same ? /^[=<>]=/.test(node.operator) : null;
}
var types = /* @__PURE__ */ new Set(["undefined", "object", "boolean", "number", "bigint", "string", "symbol", "function"]);
function isNoType(said, asked, text2) {
  if (said.node.type !== "StringLiteral" || types.has(said.node.value)) return false;
  if (asked.node.type === "UnaryExpression") return asked.node.operator === "typeof";
  if (asked.node.type !== "Identifier") return false;
  const name = escapeRegex(asked.node.name);
  const declared2 = new RegExp(`\\b(?:var|let|const)\\s+${name}(?![\\w$])(?:\\s*=\\s*(typeof\\b))?`);
  const isParameter3 = (site) => new RegExp(`(?<![\\w$])${name}(?![\\w$])`).test(text2.slice(site.start, site.end));
  for (let around2 = functionOf(asked); ; around2 = functionOf(around2)) {
    const found3 = declared2.exec(around2 === null ? text2 : text2.slice(around2.start, around2.end));
    if (found3 !== null) return found3[1] !== void 0;
    if (around2 === null || childList(around2, "params").some(isParameter3)) return false;
  }
}
function behindJump(site) {
  if (site.parent === null || site.index < 0 || !/^(Return|Throw|Break|Continue)Statement$/.test(site.node.type)) return 0;
  const behind = childList(site.parent, site.key).filter((each) => each.index > site.index);
  return behind.filter(({ node }) => !/^(FunctionDeclaration|EmptyStatement)$/.test(node.type)).length;
}

// src/engine/trust.ts
function trust(repair2, files) {
  const idle = idleAround(repair2, files);
  const ended = idle.before > 0 && idle.after === 0 ? repair2.filter((edit) => isWithinIdle(edit, files)) : [];
  let weight = Math.min(...repair2.map((edit) => edit.weight)) / repair2.length ** 2;
  for (const edit of repair2) {
    const text2 = files.find(({ path }) => path === edit.path)?.text ?? "";
    const before = text2.slice(edit.start, edit.end);
    if (edit.template !== WHOLE_RULE && isException(before, edit.text)) weight *= 0.5;
    if (!ended.includes(edit) && takesAway(edit.template, before, edit.text)) weight *= 0.05;
    if (isConstant(before, edit.text)) weight *= 0.1;
    if (!ended.includes(edit) && dropsCondition(before, edit.text)) weight *= 0.1;
    if (partsTwins(text2, edit)) weight *= 0.3;
    if (ordersEqual(before, edit.text)) weight *= 0.03;
    if (losesTruth(before, edit.text)) weight *= 0.03;
    if (namesAnswer(before, edit.text, text2)) weight *= 0.05;
    if (asksWhatIsKnown(text2, edit)) weight *= 0.1;
    if (takesNextCase(text2, edit)) weight *= 0.1;
    if (asksOfMissing(text2, edit)) weight *= 0.2;
    if (turnsAround(before, edit.text)) weight *= OF_TURNED;
    if (forgetsInput(text2, edit)) weight *= 0.2;
    if (looksIntoItself(text2, edit)) weight *= 0.3;
    if (saysAgain(text2, edit)) weight *= 0.15;
    weight *= localness(text2, edit);
    const others = files.flatMap((file) => file.path === edit.path ? [] : [file.text]);
    weight *= naturalness(text2, edit, others);
  }
  if (isAlike(repair2, files)) weight *= 2;
  if (leavesContradiction(repair2, files)) weight *= 0.3;
  if (idle.after > 0) weight *= idle.after > idle.before ? 0.05 : 0.3;
  else if (ended.length > 0) weight *= 4;
  const { made: made2, tied } = endsMoved(repair2, files);
  return weight * 0.2 ** Math.min(2, made2) * (tied > made2 ? OF_TIED ** Math.min(2, tied - made2) : 1);
}
var WHOLE_RULE = "leap years";
var OF_TIED = 1.5;
function endsMoved(repair2, files) {
  let [made2, tied] = [0, 0];
  for (const file of files) {
    const edits = editsOf(repair2, file);
    const before = edits.length === 0 ? null : looseEnds(file);
    const after = before === null ? null : looseEnds({ ...file, text: applyChanges(file.text, edits) });
    if (before === null || after === null) continue;
    for (const end of /* @__PURE__ */ new Set([...before.keys(), ...after.keys()])) {
      const more = (after.get(end) ?? 0) - (before.get(end) ?? 0);
      const times = end.startsWith("idle") ? 2 : 1;
      made2 += Math.max(0, more) * times;
      tied += Math.max(0, -more) * times;
    }
  }
  return { made: made2, tied };
}
function editsOf(repair2, { path }) {
  return repair2.filter((edit) => edit.path === path).toSorted((a, b) => a.start - b.start);
}
function leavesContradiction(repair2, files) {
  return files.some((file) => countIn(repair2, file, "after", contradicted) > 0);
}
function contradicted(file) {
  const program = hasGrammar(file.path) ? null : parseFile(file);
  return program === null ? [] : [...contradictions(program, file.text)].map(conditionOf);
}
function idleAround(repair2, files) {
  const count2 = (when) => files.reduce((sum, file) => sum + countIn(repair2, file, when, idleTests), 0);
  return { before: count2("before"), after: count2("after") };
}
function isWithinIdle({ path, start, end, text: text2 }, files) {
  const file = files.find((each) => each.path === path);
  if (file === void 0) return false;
  return idleTests(file).some(
    (span) => span.start <= start && end <= span.end && (text2.trim() !== "" || end - start < span.end - span.start)
  );
}
function countIn(repair2, { path, text: text2 }, when, find) {
  const edits = editsOf(repair2, { path, text: text2 });
  if (edits.length === 0) return 0;
  const own2 = when === "before" ? text2 : applyChanges(text2, edits);
  let moved3 = 0;
  const changed2 = edits.map(({ start, end, text: put }) => {
    if (when === "before") return { from: start, to: end };
    const from = start + moved3;
    moved3 += put.length - (end - start);
    return { from, to: from + put.length };
  });
  return find({ path, text: own2 }).filter(({ start, end }) => changed2.some(({ from, to }) => from <= end && to >= start)).length;
}
function isDoubtful(repair2, files) {
  return repair2.some((edit) => {
    const text2 = files.find(({ path }) => path === edit.path)?.text ?? "";
    const before = text2.slice(edit.start, edit.end);
    const isEasy = takesAway(edit.template, before, edit.text) || isConstant(before, edit.text) || dropsCondition(before, edit.text);
    return isEasy || ordersEqual(before, edit.text) || losesTruth(before, edit.text) || asksWhatIsKnown(text2, edit) || takesNextCase(text2, edit);
  });
}
function ordersEqual(before, after) {
  const [own2, made2] = [before.match(token) ?? [], after.match(token) ?? []];
  const at = own2.findIndex((each, index) => each !== made2[index]);
  const rest3 = own2.slice(at + 1).join(" ") === made2.slice(at + 1).join(" ");
  return rest3 && /^[=!]==?$/.test(own2[at] ?? "") && /^[<>]=?$/.test(made2[at] ?? "");
}
function turnsAround(before, after) {
  return TURNED[before.trim()] === after.trim();
}
var TURNED = { "<": ">", ">": "<", "<=": ">=", ">=": "<=" };
var OF_TURNED = 0.7;
var LEAST_LOCAL = 0.2;
var MOST_LOCAL = 2;
var EVERYWHERE = 2;
function localness(text2, { start, end, text: put }) {
  const before = text2.slice(start, end);
  const isName2 = [before, put].every((each) => /^[A-Za-z_$][\w$]*$/.test(each));
  const isNumber3 = [before, put].every((each) => /^\d+$/.test(each)) && Number(put) > EVERYWHERE;
  if (!isName2 && !isNumber3) return 1;
  const { from, to } = linesAround(text2, start, end);
  const first = from === 0 ? 0 : text2.lastIndexOf("\n", from - 2) + 1;
  const next = text2.indexOf("\n", to + 1);
  const rest3 = `${text2.slice(first, start)} ${text2.slice(end, next < 0 ? text2.length : next)}`.split(/[^\w$]+/);
  const count2 = (name) => rest3.filter((word) => word === name).length;
  const ratio = (count2(put) + 1) / (count2(before) + 1);
  return isNumber3 ? Math.min(MOST_LOCAL, Math.max(1, ratio)) : Math.min(1, Math.max(LEAST_LOCAL, ratio));
}
function namesAnswer(before, after, text2) {
  const name = bare(after);
  if (!truth.test(bare(before)) || truth.test(name) || !/^[A-Za-z_]\w*$/.test(name)) return false;
  return !new RegExp(`\\b${name}\\b[^=\\n]{0,40}=\\s*(?:true\\b|false\\b|not\\b|!)|\\b${name}\\b\\s*:\\s*bool`, "i").test(text2);
}
var truth = /^(?:true|false)$/i;
function bare(text2) {
  return text2.trim().replace(/^return\b\s*|;$/g, "");
}
function losesTruth(before, after) {
  if (!/^!?(?:true|false)$/i.test(bare(before))) return false;
  return /^-?\d|^['"`]|^(?:str|repr|String|Number|int|float)\(|^(?:true|false)\s*[-+*/%]/i.test(bare(after));
}
function asksForNoType(text2, line) {
  const asked = [...line.matchAll(/(typeof\s+)?\b([A-Za-z_$][\w$.]*)\s*[=!]==?\s*(['"])([^'"\n]*)\3/g)];
  return asked.filter(
    ([, typeOf, name = "", , type = ""]) => !types.has(type) && (typeOf !== void 0 || /^\w+$/.test(name) && new RegExp(`\\b${name}\\s*=\\s*typeof\\b`).test(text2))
  ).length;
}
function asksWhatIsKnown(text2, { path, start, end, text: put }) {
  const isScript = !hasGrammar(path);
  const { from, to } = linesAround(text2, start, end);
  const count2 = (line) => {
    const lengths2 = line.match(/(?:\.(?:length|size)|\blen\([^()\n]*\))\s*(?:>=|<)\s*0(?![\w.])/g) ?? [];
    const declared2 = [...line.matchAll(/\btypeof ([A-Za-z_]\w*)(?![\w.([])/g)].filter(
      ([, name]) => new RegExp(`\\b(?:function\\*?|class)\\s+${name}\\b`).test(text2)
    );
    return lengths2.length + declared2.length + (isScript ? asksForNoType(text2, line) : 0);
  };
  return count2(text2.slice(from, start) + put + text2.slice(end, to)) > count2(text2.slice(from, to));
}
var CHARS_OF_A_CASE = 1e3;
function takesNextCase(text2, { start, end, text: put }) {
  const { from, to } = linesAround(text2, start, end);
  const [before, after] = [text2.slice(from, to), text2.slice(from, start) + put + text2.slice(end, to)].map((line) => order.exec(line));
  if (!before?.groups || !after?.groups || `${before.groups.sign}=` !== after.groups.sign) return false;
  const { left: left2 = "", right = "" } = after.groups;
  const next = equal.exec(text2.slice(to, to + CHARS_OF_A_CASE))?.groups;
  return next !== void 0 && [left2, right].toSorted().join("\n") === [next.left ?? "", next.right ?? ""].toSorted().join("\n");
}
var order = /\bif\s*\(?\s*(?<left>[\w.]+)\s*(?<sign>[<>]=?)\s*(?<right>[\w.]+)\s*\)?\s*[:{]?\s*$/;
var equal = /\b(?:elif|else if)\s*\(?\s*(?<left>[\w.]+)\s*===?\s*(?<right>[\w.]+)\s*\)?\s*[:{]?\s*$/m;
function forgetsInput(text2, { start, end, text: put }) {
  const isReckoned2 = /[A-Za-z_$][\w$]*\s*(?:\(|\[|[-+*/%]\s*[\w$(]|\.[A-Za-z_$])/.test(text2.slice(start, end));
  const isConstantNow = /^(?:= )?(?:-?\d+(?:\.\d+)?|''|""|null|undefined)$/.test(bare(put));
  return isReckoned2 && isConstantNow && /\bconst\s+[\w$]+\s*=?\s*$/.test(text2.slice(Math.max(0, start - 80), start));
}
function looksIntoItself(text2, { start, end, text: put }) {
  if (!/^[A-Za-z_$][\w$]*$/.test(put)) return false;
  const name = escapeRegex(put);
  const itself = `(?<![\\w$.])${name}\\[${name}(?![\\w$])`;
  const reach = put.length + 2;
  const around2 = text2.slice(Math.max(0, start - reach), start) + put + text2.slice(end, end + reach);
  const holdsIndices = new RegExp(`${itself}|(?<![\\w$.])(\\w+) = ${name}\\[\\1\\]`).test(text2);
  return new RegExp(itself).test(around2) && !holdsIndices;
}
function saysAgain(text2, { start, end, text: put }) {
  if (start === end || put.includes("\n")) return false;
  const { from, to } = linesAround(text2, start, end);
  const [own2, made2] = [saidBy(text2.slice(from, to)), saidBy(text2.slice(from, start) + put + text2.slice(end, to))];
  if (own2 === null || made2 === null || own2 === made2) return false;
  const rest3 = besideIn(text2, from, to).map(saidBy);
  return rest3.filter((each) => each === made2).length === 1 && !rest3.includes(own2);
}
var HEAD = /\bfunction\b|=>\s*[{(]?\s*$|^\s*(?:(?:static|async|get|set) )*#?[\w$]+\([^()]*\)\s*\{\s*$|^\s*(?:async )?def /;
var LONGEST_SAID = 200;
var indentOf = (line) => line.search(/\S/);
function besideIn(text2, from, to) {
  const depth = indentOf(text2.slice(from, to));
  const above2 = text2.slice(0, Math.max(0, from - 1)).split("\n");
  const head = above2.findLastIndex(
    (line) => line.length <= LONGEST_SAID && indentOf(line) >= 0 && indentOf(line) < depth && HEAD.test(line)
  );
  const limit = head < 0 ? -1 : indentOf(above2[head] ?? "");
  const below2 = text2.slice(to + 1).split("\n");
  const end = below2.findIndex((line) => indentOf(line) >= 0 && indentOf(line) <= limit);
  return [...above2.slice(head + 1), ...end < 0 ? below2 : below2.slice(0, end)];
}
function saidBy(line) {
  if (line.length > LONGEST_SAID || /^\s*(?:\*|\/\/|#)/.test(line)) return null;
  const [, word, rest3 = ""] = /(?:^|[\s:{])(const\s+[\w$]+\s*=|return\b)\s*(\S.*)$/.exec(line) ?? [];
  const value = rest3.replace(/[;}\s]+$/, "");
  const isReckoned2 = value.length > 6 && /[\w$)\]]\s?(?:[-+*/%<>=!&|?([.])/.test(value);
  return word === void 0 || !isReckoned2 ? null : `${word.startsWith("const") ? "const" : "return"} ${value}`;
}
function asksOfMissing(text2, { start, end, text: put }) {
  const { from, to } = linesAround(text2, start, end);
  return ofMissing.test(text2.slice(from, start) + put + text2.slice(end, to));
}
var ofMissing = /(?<![\w$.!])!([\w$.]+)\s*(?:&&\s*!?(?:typeof\s+\1\b|\1[.[(])|\|\|\s*typeof\s+\1\s*===?)|(?<![\w$.!])([\w$.]+)\s*\|\|\s*!?(?:typeof\s+\2\b|\2[.[(])/;
function dropsCondition(before, after) {
  const [own2, made2] = [before.trim(), after.trim()];
  return made2.length < own2.length && own2.includes(made2) && /&&|\|\||\band\b|\bor\b/.test(own2.replace(made2, ""));
}
function isException(before, after) {
  const [own2, made2] = [before.trim(), after.trim()];
  if (own2 === "" || own2.length === made2.length || !made2.includes(own2)) return false;
  return /^(?:if\b|.*\?)/.test(made2.slice(0, made2.indexOf(own2))) || /^\)?\s*(?:&&|\|\||and\b|or\b)/.test(made2.slice(made2.indexOf(own2) + own2.length));
}
function takesAway(template, before, after) {
  return /deleted|removed/.test(template) || after.trim() === "" && before.length > 12;
}
function isConstant(before, after) {
  return /^!?(?:true|false|True|False)$/.test(after.trim()) && !/^!?(?:true|false|True|False)$/.test(before.trim());
}
var TOKENS_OF_A_TWIN = 7;
function partsTwins(text2, { start, end, text: put }) {
  const { from, to } = linesAround(text2, start, end);
  const line = text2.slice(from, to);
  if (line.includes("\n") || put.includes("\n")) return false;
  const before = shapeOf(line);
  if (before.length < TOKENS_OF_A_TWIN) return false;
  const others = `${text2.slice(0, from)}${text2.slice(to)}`.split("\n").map((each) => shapeOf(each).join(" "));
  const after = shapeOf(text2.slice(from, start) + put + text2.slice(end, to));
  return others.includes(before.join(" ")) && !others.includes(after.join(" "));
}
var token = /'[^'\n]*'|"[^"\n]*"|\d+(?:\.\d+)?|[A-Za-z_$][\w$]*|[=!]==?|[<>]=?|&&|\|\||\*\*|\+\+|--|[-+*/%]=|\S/g;
var keywords = new Set(
  "if elif else for while do return in of not and or is let const var new typeof lambda break continue true false null undefined True False None".split(
    " "
  )
);
function shapeOf(line) {
  return (line.match(token) ?? []).map((each) => /^[A-Za-z_$]/.test(each) && !keywords.has(each) ? "name" : each);
}

// src/engine/choose.ts
var MOST_COMPARED = 8;
var STEPS = [2, 5, 10, 20, 40, 80, 160, 320];
var MISSING = [1, 2, 3, 4, 6, 8];
var OF_MISSING = 0.5;
var MOST_MISSING = 3;
var SPARE = 4;
var OF_CONSTANT = 0.01;
var OF_NONSENSE = 0.03;
async function choose({ tools, green, files, room }) {
  if (green.length < 2) return green;
  const trusted = new Map(green.map((repair2) => [repair2, trust(repair2, files)]));
  const ranked = green.toSorted((a, b) => (trusted.get(b) ?? 0) - (trusted.get(a) ?? 0));
  const groups = await grouped(ranked, files, tools, room);
  const conduct = groups.length < 2 ? [] : await conductOf(groups.slice(0, MOST_COMPARED), files, tools, room);
  const most2 = Math.max(0, ...conduct.map(({ changed: changed2 }) => changed2 ?? 0));
  const fewest = Math.min(...conduct.map(({ missing: missing2 }) => missing2));
  const isSensible = conduct.some(({ sense }) => sense === true);
  const worth = new Map(
    groups.map((group, at) => {
      const { changed: changed2, constant: constant2, missing: missing2, sense } = conduct[at] ?? { changed: null, constant: false, missing: fewest, sense: null };
      const lively = conduct.length === 0 ? 1 : OF_MISSING ** Math.min(MOST_MISSING, missing2 - fewest);
      const odd = (constant2 ? OF_CONSTANT : 1) * (isSensible && sense === false ? OF_NONSENSE : 1);
      return [group, worthOf(group, trusted) * lively * odd / ((changed2 ?? most2) + 5) ** 2];
    })
  );
  return groups.toSorted((a, b) => (worth.get(b) ?? 0) - (worth.get(a) ?? 0)).flat();
}
async function grouped(ranked, files, tools, room) {
  const groups = [];
  let open = ranked;
  let compared = 0;
  while (open.length > 0) {
    const [head, ...rest3] = open;
    if (head === void 0) break;
    const near2 = compared < MOST_COMPARED ? rest3.slice(0, MOST_COMPARED) : [];
    compared += 1;
    const same = await alike(head, near2, files, tools, room);
    groups.push([head, ...same]);
    open = rest3.filter((repair2) => !same.includes(repair2));
  }
  return groups;
}
function worthOf(group, trusted) {
  const best2 = /* @__PURE__ */ new Map();
  for (const repair2 of group) {
    const kind = repair2.map(({ template }) => template).join(" ");
    best2.set(kind, Math.max(best2.get(kind) ?? 0, trusted.get(repair2) ?? 0));
  }
  return [...best2.values()].reduce((sum, one) => sum + one ** 1.5, 0) ** (1 / 1.5);
}
async function alike(head, others, files, tools, room) {
  const pairs3 = others.flatMap((other) => {
    const file = fileOf([...head, ...other], files);
    const changes3 = file === null ? null : agreementProbe(file, changesOf(head), changesOf(other));
    return file === null || changes3 === null ? [] : [{ asked: other, candidate: candidateOf(file, changes3) }];
  });
  if (room() < pairs3.length) return [];
  return await greenOf(pairs3, tools);
}
var QUESTIONS = [
  ...STEPS.map((count2) => ({ asks: "changed", count: count2 })),
  { asks: "constant", count: 1 },
  { asks: "before", count: 1 },
  { asks: "sense", count: 0 },
  { asks: "vain", count: 0 },
  ...MISSING.map((count2) => ({ asks: "missing", count: count2 }))
];
function probeFor({ asks, count: count2 }, file, changes3) {
  if (asks === "changed") return agreementProbe(file, changes3, [], count2);
  if (asks === "sense") return senseProbe(file, changes3);
  if (asks === "vain") return vainnessProbe(file, changes3);
  return asks === "missing" ? deadnessProbe(file, changes3, count2) : constancyProbe(file, changes3, asks === "before");
}
async function conductOf(groups, files, tools, room) {
  const questions = groups.flatMap(([head], group) => {
    const file = head === void 0 ? null : fileOf(head, files);
    if (head === void 0 || file === null) return [];
    return QUESTIONS.flatMap((question) => {
      const probe2 = probeFor(question, file, changesOf(head));
      return probe2 === null ? [] : [{ asked: { ...question, group }, candidate: candidateOf(file, probe2) }];
    });
  });
  if (room() < questions.length * SPARE) return [];
  const yes = await greenOf(questions, tools);
  const known2 = new Set(questions.map(({ asked }) => asked.group));
  return groups.map((_, group) => {
    const told2 = (asks) => yes.filter((each) => each.group === group && each.asks === asks).map(({ count: count2 }) => count2);
    const wasAsked = (asks) => questions.some(({ asked }) => asked.group === group && asked.asks === asks);
    const wasConstant = told2("before").length > 0;
    const least = Math.min(2 * (STEPS.at(-1) ?? 0), ...told2("changed"));
    return {
      changed: known2.has(group) && !wasConstant ? least : null,
      constant: told2("constant").length > 0 && !wasConstant,
      missing: Math.max(0, ...told2("missing")),
      sense: wasAsked("sense") ? told2("sense").length > 0 : wasAsked("vain") ? told2("vain").length === 0 : null
    };
  });
}
async function greenOf(asked, tools) {
  if (asked.length === 0) return [];
  const candidates = asked.map(({ candidate }) => candidate);
  const trial = await tools.tryEdits(candidates, "failing", candidates.length);
  return trial.green.flatMap((index) => asked.slice(index, index + 1).map((each) => each.asked));
}
function fileOf(repair2, files) {
  const path = repair2[0]?.path;
  return repair2.every((edit) => edit.path === path) ? files.find((each) => each.path === path) ?? null : null;
}
function candidateOf({ path }, changes3) {
  return { label: "what repairs answer, compared", edits: changes3.map((change) => ({ path, ...change })) };
}
function changesOf(repair2) {
  return repair2.map(({ start, end, text: text2 }) => ({ start, end, text: text2 }));
}

// src/engine/templates/in-file-tests.ts
function isOnlyTests(file) {
  if (isTestOfGrammar(file.path)) return true;
  if (file.path.endsWith(".py")) return !isDocumented(file) || definesTests2.test(file.text) || usesTestLibrary(file);
  return !file.path.endsWith(".rs");
}
function ownTestLines({ path, text: text2 }) {
  const rangesOf = path.endsWith(".rs") ? unitTestsOf : path.endsWith(".py") ? examplesOf : null;
  const ranges = rangesOf === null ? [] : [...rangesOf(text2.split("\n"))];
  return (line) => ranges.some(({ from, to }) => from <= line && line <= to);
}
var prompt = /^[ \t]*(?:[rRuUbB]?(?:"""|'''))?>>>(?:\s|$)/;
var definesTests2 = /^[ \t]*(?:async[ \t]+)?(?:def[ \t]+test(?:_|\b)|class[ \t]+Test(?:[A-Z_]|\b))/m;
function isDocumented({ text: text2 }) {
  return text2.split("\n").some((line) => prompt.test(line));
}
function* unitTestsOf(lines) {
  for (let at = 0; at < lines.length; at += 1) {
    const indent = /^(\s*)#\[(?:cfg\(test\)|(?:\w+::)*test\b[^\]]*)\]/.exec(lines[at] ?? "")?.[1];
    if (indent === void 0) continue;
    const end = lines.findIndex((line, index) => index >= at && (line.startsWith(`${indent}}`) || /^\s*(?:use|mod)\s[^{]*;/.test(line)));
    const to = end === -1 ? lines.length - 1 : end;
    yield { from: at + 1, to: to + 1 };
    at = to;
  }
}
function* examplesOf(lines) {
  for (let at = 0; at < lines.length; at += 1) {
    if (!prompt.test(lines[at] ?? "")) continue;
    const end = lines.findIndex((line, index) => index > at && /^\s*$|"""|'''/.test(line));
    const to = end === -1 ? lines.length : end;
    yield { from: at + 1, to };
    at = to - 1;
  }
}

// src/engine/refusal.ts
function refusalOf(repair2, surroundings) {
  if (repair2.some((edit) => recognisesTests(edit, surroundings))) return "it only recognises what the tests give or expect";
  let isDeletion = true;
  let taken = 0;
  for (const path of new Set(repair2.map((edit) => edit.path))) {
    const text2 = surroundings.files.find((file) => file.path === path)?.text;
    if (text2 === void 0) return null;
    const edits = repair2.filter((edit) => edit.path === path).toSorted((a, b) => a.start - b.start);
    const before = outlineOf({ path, text: text2 });
    const after = outlineOf({ path, text: applyChanges(text2, edits) });
    if (before === null || after === null) return null;
    if (after.constant > before.constant || edits.some((edit) => dropsChoice(edit, before))) return "it makes a condition constant";
    if (after.dead > before.dead) return "it keeps code from being reached";
    const gone = missingFrom(after.statements, before.statements);
    if (gone === null) isDeletion = false;
    else taken += gone.filter((part) => !isRecent(part, { path, text: text2 }, surroundings.recent)).length;
  }
  return isDeletion && taken > 0 ? "it only takes code away" : null;
}
function missingFrom(fewer, all) {
  const gone = [];
  let at = 0;
  for (const part of all) {
    if (fewer[at]?.text === part.text) at += 1;
    else gone.push(part);
  }
  return at === fewer.length ? gone : null;
}
function isRecent(part, { path, text: text2 }, recent) {
  const lineAt = (offset) => text2.slice(0, offset).split("\n").length;
  const [first, last] = [lineAt(part.start), lineAt(part.end)];
  return recent.some((lines) => lines.path === path && lines.startLine <= first && last <= lines.endLine);
}
function dropsChoice(edit, before) {
  const bare4 = (text2) => text2.trim().replace(/^\((.*)\)$/s, "$1");
  return before.choices.some(
    ({ start, end, ways }) => start === edit.start && end === edit.end && ways.some((way) => bare4(way) === bare4(edit.text))
  );
}
var literal = /(?:(['"`])(?:(?!\1)[^\n\\]){3,}\1|(?<![\w.])\d{3,}(?![\w.]))/g;
var decisive = /(?:[!=]=|\bin|\bcase|\breturn|\belse|(?<!\?)\?|(?<!\?)\?(?![?.])[^?:{(\n]*:|(?:includes|startsWith|endsWith|equals|startswith|endswith)\()\s*(?:\()?$/;
var onCondition = /^\)?[ \t]+if\b.*[ \t]else\b/;
var ofLanguage = new Set("__proto__ prototype constructor string number boolean object function symbol bigint undefined".split(" "));
function recognisesTests({ path, start, end, text: text2 }, { files, testSources }) {
  const literals = [...text2.matchAll(literal)];
  if (literals.length === 0) return false;
  const whole2 = files.find((each) => each.path === path);
  const file = whole2?.text ?? "";
  const before = file.slice(start, end).trim();
  const isOfTests = whole2 === void 0 ? null : ownTestLines(whole2);
  const own2 = file.split("\n").filter((_, index) => isOfTests?.(index + 1) !== true).join("\n");
  for (const found3 of literals) {
    const [said] = found3;
    const inner = said.replace(/^['"`]|['"`]$/g, "");
    const known2 = ofLanguage.has(inner) || own2.includes(inner) || !testSources.some((test) => test.text.includes(inner));
    if (known2) continue;
    const instead = said === text2.trim() && !/^(['"`]|-?\d)/.test(before);
    const isAnswer2 = decisive.test(text2.slice(0, found3.index)) || onCondition.test(text2.slice(found3.index + said.length));
    if (instead || isAnswer2) return true;
  }
  return false;
}

// src/engine/search.ts
var SIZES = [200, 800, 3e3];
var SECONDS = 4;
var LEAST2 = 24;
var SLOW = 5;
var FAST = 100;
var LOOKED_AT = 1e3;
var SECONDS_FURTHER = 5;
var STEADY = 1;
var LOOKED_AT_DOUBTFUL = 3e3;
var SECONDS_MORE = 20;
var KEEP = 16;
var KEEP_SLOWLY = 2;
var PAIRS_AMONG = 3;
async function search({
  tools,
  candidates,
  failing,
  files,
  testSources,
  recent,
  room,
  further = room,
  partial: known2 = [],
  alone = false
}) {
  const partial = [...known2];
  const refused = [];
  const effective = [];
  const useless = /* @__PURE__ */ new Set();
  let breaking = 0;
  let tried = 0;
  let error = null;
  const judge2 = async (repairs) => {
    const { rate, warm } = tools.spent();
    const trial = await tools.tryEdits(repairs.map(candidateOf2), "all", (rate ?? 0) < SLOW && !warm ? KEEP_SLOWLY : KEEP);
    error = trial.error;
    tried += trial.judged;
    breaking += trial.breaks.length;
    partial.push(...partialsOf(trial, repairs));
    const helped = [...trial.breaks, ...trial.partial.filter(({ fixed }) => fixed.length > 0), ...trial.green.map((index) => ({ index }))];
    effective.push(...helped.flatMap(({ index }) => repairs.slice(index, index + 1)));
    for (const { index } of trial.invalid) for (const repair2 of repairs.slice(index, index + 1)) useless.add(repair2);
    return trial.green.flatMap((index) => repairs.slice(index, index + 1)).filter((repair2) => {
      const why = refusalOf(repair2, { files, testSources, recent });
      if (why !== null) {
        refused.push({ repair: repair2, why });
        useless.add(repair2);
      }
      return why === null;
    });
  };
  const asked = /* @__PURE__ */ new Set();
  let inPairs = 0;
  const pairsSoFar = async (most2) => {
    const pairs3 = pairsOf(partial, failing, files).filter((pair) => !asked.has(keyOf(pair)));
    const some = pairs3.slice(0, Math.min(most2, room()));
    if (some.length === 0) return [];
    const before = tried;
    const found3 = await judge2(some);
    for (const pair of some.slice(0, tried - before)) asked.add(keyOf(pair));
    inPairs += tried - before;
    return found3;
  };
  const inBatches = async (repairs, between2) => {
    let at = 0;
    const found3 = [];
    let reach = { end: Number.POSITIVE_INFINITY, until: Number.POSITIVE_INFINITY };
    for (let batch = 0; at < repairs.length && error === null; batch++) {
      const size = Math.min(batchSize(batch, tools.spent(), reach), (found3.length > 0 ? further : room)(), reach.end - at);
      if (size <= 0) break;
      const before = tried;
      found3.push(...await judge2(repairs.slice(at, at + size)));
      const sound = found3.filter((repair2) => !isDoubtful(repair2, files)).length;
      if (tried === before || sound >= KEEP || found3.length >= KEEP * 3) break;
      at += tried - before;
      if (found3.length === 0 && between2 !== void 0 && batch > 0 && repairs.length - at > room()) {
        const pairs3 = await between2(Math.ceil(size / PAIRS_AMONG));
        if (pairs3.length > 0) return pairs3;
      }
      if (found3.length === 0) continue;
      const next = reachAfter(reach, at, sound > 0, tools.spent());
      if (next === null) break;
      reach = next;
    }
    return found3;
  };
  const singles = candidates.map((candidate) => [candidate]);
  let green = await inBatches(singles, pairsSoFar);
  const reached = tried - inPairs;
  if (green.length === 0) green = await inBatches(pairsOf(partial, failing, files).filter((pair) => !asked.has(keyOf(pair))));
  const usable = singles.filter((repair2) => !useless.has(repair2));
  if (green.length === 0 && !alone) green = await inBatches(combined(usable, files));
  const best2 = partial.toSorted((a, b) => b.fixed.length - a.fixed.length)[0];
  const chosen = await choose({ tools, green, files, room: further });
  return {
    green: chosen,
    closest: best2 ? { repair: best2.repair, fixed: best2.fixed.length } : null,
    refused,
    breaking,
    tried,
    reached,
    unjudged: green.length > 0 ? 0 : Math.max(0, candidates.length - reached),
    effective,
    partial
  };
}
function reachAfter(before, at, isSound, { rate, warm, seconds }) {
  const pace = rate ?? 0;
  if (pace >= FAST) return { end: isSound ? LOOKED_AT : LOOKED_AT_DOUBTFUL, until: Number.POSITIVE_INFINITY };
  if (warm && pace >= STEADY) {
    const until = Math.min(before.until, seconds + (isSound ? SECONDS_FURTHER : SECONDS_MORE));
    return seconds < until ? { ...before, until } : null;
  }
  return isSound ? null : { ...before, end: Math.min(before.end, at + Math.floor(pace * SECONDS_MORE)) };
}
function batchSize(batch, { rate, warm, seconds }, { until }) {
  const most2 = SIZES[batch] ?? Number.POSITIVE_INFINITY;
  if (rate === null) return most2;
  const least = warm && until === Number.POSITIVE_INFINITY ? LEAST2 * 4 ** batch : LEAST2;
  return Math.min(most2, Math.max(least, Math.floor(rate * Math.min(SECONDS * 2 ** batch, until - seconds))));
}
function labelOf(repair2) {
  return repair2.map(({ label }) => label).join(" and ");
}
function keyOf(repair2) {
  return JSON.stringify(repair2.map(({ path, start, end, text: text2 }) => [path, start, end, text2]));
}
function candidateOf2(repair2) {
  return { label: labelOf(repair2), edits: repair2.map(({ path, start, end, text: text2 }) => ({ path, start, end, text: text2 })) };
}
function partialsOf(trial, repairs) {
  return trial.partial.flatMap(({ index, fixed, broke }) => {
    const repair2 = repairs[index];
    return repair2 === void 0 || broke.length > 0 || fixed.length === 0 ? [] : [{ repair: repair2, fixed }];
  });
}

// src/engine/templates/grammar/locate.ts
function locateByGrammar({ path, text: text2 }, line) {
  const language = languageOf(path);
  const tree = language === null ? null : readTree(language, text2);
  if (language === null || tree === null) return null;
  const { program } = tree;
  let inner = null;
  let statement = null;
  for (const branch of below(program)) {
    if (branch.line > line || branch.endLine < line) continue;
    if (language.functions.has(branch.type) && nameOf(branch) !== null) inner = branch;
    if (branch.parent !== null && language.blocks.has(branch.parent.type)) statement = branch;
  }
  const words = (branch) => text2.slice(branch.start, branch.end);
  const around2 = inner ?? program;
  return {
    function: inner === null ? null : [...owners(inner).map(words), words(nameOf(inner) ?? inner)].join("."),
    startLine: around2.line,
    endLine: around2.endLine,
    statement: statement === null ? null : words(statement).split("\n", 1)[0] ?? null
  };
}
function owners(method) {
  for (const branch of above(method)) {
    if (!/class|impl_item|interface|trait|module/.test(branch.type) || branch.parent === null) continue;
    const name = nameOf(branch) ?? fieldOf(branch, "type");
    if (name !== null) return [name];
  }
  return [];
}
function nameOf(branch) {
  return fieldOf(branch, "name");
}

// src/engine/templates/locate.ts
function describeLocation(files, path, line) {
  const file = files.find((each) => each.path === path);
  return file === void 0 ? null : locatorOf(file)(line);
}
function locatorOf(file) {
  if (hasGrammar(file.path)) return (line) => locateByGrammar(file, line);
  const program = parseFile(file);
  return program === null ? () => null : (line) => locate(program, file.text, line);
}
function locate(program, text2, line) {
  let inner = null;
  let statement = null;
  for (const site of walk(program)) {
    if (site.line > line || site.endLine < line) continue;
    if (isFunction(site)) inner = site;
    if (isStatement(site) && site.node.type !== "BlockStatement") statement = site;
  }
  const first = statement === null ? null : text2.slice(statement.start, statement.end).split("\n", 1)[0] ?? null;
  const around2 = inner ?? program;
  return { function: inner === null ? null : nameOf2(inner, text2), startLine: around2.line, endLine: around2.endLine, statement: first };
}
function nameOf2(fn, text2) {
  const own2 = ownName(fn, text2);
  const outer = functionOf(fn);
  const before = outer === null ? null : ownName(outer, text2);
  if (own2 !== null) return own2;
  return before === null ? null : `${before} > callback`;
}
function ownName(fn, text2) {
  const id = child(fn, "id") ?? child(fn, "key");
  const slice = (site) => text2.slice(site.start, site.end);
  if (id !== null) {
    const owner = fn.parent?.node.type === "ClassBody" ? fn.parent.parent : null;
    const name = owner ? child(owner, "id") : null;
    return name ? `${slice(name)}.${slice(id)}` : slice(id);
  }
  const parent = fn.parent;
  if (parent === null) return null;
  const named3 = parent.node.type === "VariableDeclarator" ? child(parent, "id") : parent.node.type === "AssignmentExpression" ? child(parent, "left") : child(parent, "key");
  return named3 === null ? null : slice(named3);
}

// src/engine/suspect-functions.ts
var MOST_LINES = 400;
var MOST_EFFECTIVE = 200;
var OF_CHANGES = 0.8;
var OF_STACK = 0.3;
var OF_NAME = 0.3;
function suspectFunctions({ suspects, failing, effective, fileOf: fileOf2 }, most2) {
  const found3 = /* @__PURE__ */ new Map();
  const locators = /* @__PURE__ */ new Map();
  const inTests = /* @__PURE__ */ new Map();
  const at = (path, line, score) => {
    const file = fileOf2(path);
    if (file === null || failing.some((test) => test.file === path) && isOnlyTests(file)) return null;
    const isOfTests = inTests.get(path) ?? ownTestLines(file);
    inTests.set(path, isOfTests);
    if (isOfTests(line)) return null;
    const locate2 = locators.get(path) ?? locatorOf(file);
    locators.set(path, locate2);
    const name = locate2(line)?.function ?? null;
    const key = `${path} ${name}`;
    const known2 = found3.get(key) ?? { path, line, name, score, order: found3.size, changes: 0, stack: 0 };
    found3.set(key, known2);
    return known2;
  };
  for (const { path, line, score } of suspects.slice(0, MOST_LINES)) at(path, line, score);
  for (const { frames } of failing) {
    for (const [depth, { path, line }] of frames.slice(0, 10).entries()) {
      const own2 = at(path, line, null);
      if (own2 !== null) own2.stack = Math.max(own2.stack, 1 / (1 + depth / 3));
    }
  }
  for (const { path, start } of effective.slice(0, MOST_EFFECTIVE)) {
    const text2 = fileOf2(path)?.text ?? "";
    const own2 = at(path, text2.slice(0, start).split("\n").length, null);
    if (own2 !== null) own2.changes += 1;
  }
  const top = Math.max(...suspects.map(({ score }) => score), 0.01);
  const mostChanges = Math.max(1, ...[...found3.values()].map(({ changes: changes3 }) => changes3));
  const words = new Set(failing.flatMap(({ id, message }) => `${id} ${message ?? ""}`.match(/[A-Za-z_$][\w$]{2,}/g) ?? []));
  const worth = (one) => (one.score ?? 0) / top + OF_CHANGES * Math.sqrt(one.changes / mostChanges) + OF_STACK * one.stack + (words.has(/[\w$]+$/.exec(one.name ?? "")?.[0] ?? "") ? OF_NAME : 0);
  return [...found3.values()].toSorted((a, b) => worth(b) - worth(a) || a.order - b.order).slice(0, most2);
}

// src/engine/explain.ts
function lastMessage(prose, note3) {
  return `${prose.filter((line) => line !== "").join("\n")}

\`\`\`regreen
${JSON.stringify(note3).replaceAll("`", "\\u0060")}
\`\`\``;
}
function explainRevert(result, brief2, library, judged) {
  const place = placesOf(result.atoms);
  const summary = `The change at ${place} since the last green commit broke ${testCount(brief2)}; ${result.whole ? "it is undone" : "a part of it is undone"}.`;
  const prose = [
    `${summary} ${symptom(brief2.failing)}`,
    `${where(result.atoms, library)}With these lines as they were before, the failing tests pass and the rest of the suite still does. What the change was meant to do there is lost with it.`,
    tally(judged, result.others)
  ];
  return lastMessage(prose, { source: result.whole ? "revert" : "template", summary, alternatives: result.others });
}
function explainTemplate(repair2, others, brief2, library, judged) {
  const summary = repair2.map((one) => changed(one, library)).join(" ");
  const alternatives = others.map(labelOf);
  const prose = [
    `${summary} ${symptom(brief2.failing)}`,
    `Found by template repair (${repair2.map((one) => one.template).join(", ")}): the failing tests pass and the rest of the suite still does. That the tests pass does not prove that this is what was meant.`,
    tally(judged, alternatives)
  ];
  return lastMessage(prose, { source: "template", summary, alternatives });
}
function diagnosis(findings) {
  const { brief: brief2, library, revert: revert2, search: search2, judged, refuted, link } = findings;
  const functions = suspiciousFunctions(findings);
  const lines = [
    symptom(brief2.failing),
    link ?? plainCause(brief2.failing) ?? "",
    link !== null ? "" : functions.length > 0 ? `Most suspicious: ${functions.join("; ")}.` : "No line of the source stands out.",
    revert2.kind === "cause" ? breakingChange(revert2.atoms, revert2.broke, library) : "",
    revert2.kind === "none" && brief2.change !== null ? "Undoing parts of the change since the last green commit does not help." : "",
    brief2.change === null ? "No earlier green commit is known to compare with." : "",
    judged === 0 && link !== null ? "Nothing that is there could be imported instead." : `${judged} candidate changes were judged by the tests; none passed every check.${leftOver(search2)}`,
    search2 !== null && search2.breaking > 0 ? `${search2.breaking} of them made the failing tests pass but broke others.` : "",
    search2 !== null && search2.refused.length > 0 ? `Refused though the tests pass: ${refusals(search2.refused, library)}.` : "",
    search2?.closest ? `Closest: ${labelOf(search2.closest.repair)} (turns ${search2.closest.fixed} of ${brief2.failing.length} failing tests green).` : "",
    refuted.length > 0 ? `Passed in the trial, but not when applied: ${refuted.join("; ")}.` : ""
  ];
  return lines.filter((line) => line !== "").join("\n");
}
function leftOver(search2) {
  if (search2 === null || search2.unjudged === 0) return "";
  return ` ${search2.unjudged} more were not judged before the time was up: more minutes (max-minutes) judge more of them.`;
}
function refusals(refused, library) {
  const placeOf = ({ path, start }) => `${path}:${library.textOf(path).slice(0, start).split("\n").length}`;
  const named3 = refused.slice(0, 5).map(({ repair: repair2, why }) => `${labelOf(repair2)} at ${repair2.map(placeOf).join(" and ")}, but ${why}`);
  return named3.join("; ") + (refused.length > named3.length ? `; and ${refused.length - named3.length} more` : "");
}
function telling(message) {
  const lines = message.split("\n").filter((line) => line.trim() !== "");
  const first = lines.find((line) => !/^exit code \d+$|^\s*● Test suite failed to run$/.test(line)) ?? lines[0] ?? "";
  return first.trim();
}
function symptom(failing) {
  const [first] = failing;
  if (first === void 0) return "";
  const values = first.expected !== null && first.actual !== null ? `expected ${code(first.expected)}, got ${code(first.actual)}` : null;
  const what = values ?? (first.message === null ? "it fails without a message" : code(telling(first.message)));
  const more = failing.length > 1 ? ` (and ${failing.length - 1} more)` : "";
  return `${code(first.id)}: ${what}${more}.`;
}
function suspiciousFunctions({ brief: brief2, suspects, library, search: search2 }) {
  const effective = (search2?.effective ?? []).flat();
  const traces = { suspects, failing: brief2.failing, effective, fileOf: (path) => library.get(path) };
  return suspectFunctions(traces, 5).map(
    ({ name, path, line, score }) => `${name === null ? "" : `${code(name)} in `}${path}:${line} (${score === null ? "stack" : score.toFixed(2)})`
  );
}
function breakingChange(atoms, broke, library) {
  const change = `The failure came with the change at ${placesOf(atoms)}. ${where(atoms, library)}Undoing it turns the failing tests green`;
  if (broke === null || broke.length === 0) return `${change}; whether it breaks others could not be judged in time.`;
  const tests = broke.slice(0, 3).map(code).join(", ") + (broke.length > 3 ? ` and ${broke.length - 3} more` : "");
  return `${change} but breaks ${tests}: it is cause and feature at once.`;
}
function where(atoms, library) {
  const [first] = atoms;
  if (first === void 0) return "";
  const text2 = library.get(first.path)?.text ?? "";
  const name = describeLocation([{ path: first.path, text: text2 }], first.path, first.startLine)?.function ?? null;
  return name === null ? "" : `The place is in ${code(name)} (${first.path}:${first.startLine}). `;
}
function changed({ path, start, end, text: text2 }, library) {
  const source = library.textOf(path);
  const line = source.slice(0, start).split("\n").length;
  const name = describeLocation([{ path, text: source }], path, line)?.function ?? null;
  return `In ${name === null ? "" : `${code(name)}, `}${path}:${line}, ${whatBecame(source.slice(start, end), text2)}.`;
}
function whatBecame(before, after) {
  if (before === "") return `${code(after)} was added`;
  if (after === "") return `${code(before)} was removed`;
  if (outdented(before) === outdented(after)) return `${code(after)} is indented otherwise and belongs to another block now`;
  return `${code(before)} became ${code(after)}`;
}
function outdented(text2) {
  return text2.replace(/^[ \t]+/gm, "");
}
function tally(judged, others) {
  const count2 = `${judged} candidates were judged.`;
  return others.length === 0 ? count2 : `${count2} Ambiguous: ${others.length} other ${others.length === 1 ? "candidate passes" : "candidates pass"} too: ${others.join("; ")}.`;
}
function testCount({ failing }) {
  return failing.length === 1 ? "one test" : `${failing.length} tests`;
}
function code(text2) {
  const line = text2.replace(/\s+/g, " ").trim().replaceAll("`", "'");
  return `\`${line.length > 160 ? `${line.slice(0, 157)}\u2026` : line}\``;
}

// src/engine/imports.ts
function specifiersOf(text2) {
  const pattern2 = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire(?:\.resolve)?\s*\(\s*)(['"])([^'"\n]+)\1/g;
  return [...new Set([...text2.matchAll(pattern2)].map((match2) => match2[2] ?? ""))];
}
var ENDINGS = [
  "",
  ".js",
  ".ts",
  ".mjs",
  ".cjs",
  ".tsx",
  ".jsx",
  ".mts",
  ".cts",
  "/index.js",
  "/index.ts",
  "/index.mjs",
  "/index.cjs",
  "/index.tsx"
];
function resolveImport(from, specifier, known2, own2) {
  if (specifier === own2.name) return entryOf(known2, own2);
  const within3 = own2.name !== null && specifier.startsWith(`${own2.name}/`) ? specifier.slice(own2.name.length + 1) : null;
  const target = within3 ?? (specifier.startsWith(".") ? pathOf(from, specifier) : null);
  if (target === null) return null;
  if (target === "") return entryOf(known2, own2);
  const spellings = [target, target.replace(/\.([cm]?)jsx?$/, ".$1ts"), target.replace(/\.jsx?$/, ".tsx")];
  for (const spelling of spellings) {
    const found3 = ENDINGS.map((ending) => spelling + ending).find((path) => known2.has(path));
    if (found3 !== void 0) return found3;
  }
  return null;
}
function packageOf(json) {
  const paths = [];
  const collect = (value) => {
    if (typeof value === "string") paths.push(value.replace(/^\.\//, ""));
    else if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) collect(inner);
  };
  const manifest = jsonOrNull(json ?? "");
  const field = (name2) => typeof manifest === "object" && manifest !== null ? new Map(Object.entries(manifest)).get(name2) : void 0;
  for (const name2 of ["main", "module", "exports"]) collect(field(name2));
  const name = field("name");
  return { name: typeof name === "string" ? name : null, entries: paths };
}
function entryOf(known2, own2) {
  const tries = [...own2.entries, "index", "src/index", "lib/index"].flatMap((path) => ENDINGS.map((ending) => path + ending));
  return tries.find((path) => known2.has(path)) ?? null;
}
function pathOf(from, specifier) {
  const parts = from.split("/").slice(0, -1);
  for (const part of specifier.split("/")) {
    if (part === ".." && parts.length === 0) return null;
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

// src/engine/library.ts
var MAX_AT_ONCE = 60;
var MAX_FILES = 200;
var Library = class {
  #files = /* @__PURE__ */ new Map();
  #tools;
  constructor(tools) {
    this.#tools = tools;
  }
  /** Reads all that were not read yet, in one turn. */
  async load(paths) {
    const wanted2 = [...new Set(paths)].filter((path) => !this.#files.has(path) && isPlain(path));
    const now = wanted2.slice(0, Math.min(MAX_AT_ONCE, MAX_FILES - this.#files.size));
    const read = await Promise.all(now.map((path) => this.#tools.read(path)));
    for (const [index, path] of now.entries()) this.#files.set(path, read[index] ?? null);
  }
  /** Files that declare a function, class, variable or type of one of these names. */
  async declaring(names2) {
    const any2 = names2.map(escapeRegex).join("|");
    return await this.#tools.matching(
      `(?:\\b(?:def|class|function\\*?|const|let|var|interface|type|enum)\\s+|\\bexports\\.)(?:${any2})(?![\\w$])`
    );
  }
  /** Files in which a specifier stands in quotes. */
  async importing(specifier) {
    return await this.#tools.matching(`['"]${specifier.replaceAll(/[^\w@]/g, "\\$&")}['"]`);
  }
  get(path) {
    return this.#files.get(path) ?? null;
  }
  /** What was read so far and could be. */
  files() {
    return [...this.#files].flatMap(([path, file]) => file === null ? [] : [{ path, text: file.text }]);
  }
  textOf(path) {
    return this.get(path)?.text ?? "";
  }
};
function isPlain(path) {
  return path !== "" && !/^([/~]|[a-z]+:|\.\.\/)/i.test(path) && !/(^|\/)(node_modules|\.git)\//.test(path);
}

// src/engine/limits.ts
var RESERVED_TURNS = 4;
var RESERVED_RUNS = 2;
var RESERVED_SHARE = 0.15;
var RESERVED_SECONDS = 10;
var UNKNOWN_RATE_ROOM = 24;
var SAFETY = 0.8;
var GROWTH = 4;
function roomFor(brief2, tools, phaseSeconds) {
  const before = tools.spent().seconds;
  return () => {
    const { seconds, testRuns, rate, warm, last, left: told2 } = tools.spent();
    if (brief2.budget.turns - tools.turns() < RESERVED_TURNS || brief2.budget.testRuns - testRuns < RESERVED_RUNS) return 0;
    const phase = typeof phaseSeconds === "number" ? phaseSeconds : phaseSeconds();
    const bound2 = brief2.budget.seconds * (1 - RESERVED_SHARE);
    const reserved = Math.min(RESERVED_SECONDS, brief2.budget.seconds * RESERVED_SHARE);
    const left2 = Math.min(phase - (seconds - before), bound2 - seconds, (told2 ?? Number.POSITIVE_INFINITY) - reserved);
    if (left2 <= 0) return 0;
    if (rate === null) return UNKNOWN_RATE_ROOM;
    const grown = warm && last !== null && last.seconds < left2 * SAFETY ? last.judged * GROWTH : 0;
    return Math.min(5e3, Math.max(1, grown, Math.floor(rate * left2 * SAFETY)));
  };
}
function revertSeconds({ budget }) {
  return { search: budget.seconds * 0.4, proof: budget.seconds * 0.7 };
}
var SLOW2 = 3;
var LONGEST = 180;
function templateSeconds({ budget }, tools) {
  const { rate } = tools.spent();
  const share = budget.seconds * 0.6;
  return rate !== null && rate < SLOW2 ? share : Math.min(share, LONGEST);
}

// src/engine/references.ts
function referencedFiles(from, text2, known2) {
  const language = languageOf(from);
  if (language === null) return [];
  const same = known2.filter((path) => path !== from && languageOf(path) === language);
  if (language.name === "python") return pythonImports(from, text2, same);
  if (language.name === "go") return goImports(from, text2, same);
  return namedInText(from, text2, same);
}
function isPackageFile(path) {
  return /(^|\/)(__init__\.py|mod\.rs|lib\.rs)$/.test(path);
}
function pythonImports(from, text2, known2) {
  const modules = [];
  for (const [, names2 = ""] of text2.matchAll(/^[ \t]*import[ \t]+([\w., \t]+)/gm)) {
    for (const name of names2.split(",")) modules.push(name.trim().split(/\s/)[0] ?? "");
  }
  const froms = /^[ \t]*from[ \t]+(\.*)([\w.]*)[ \t]+import[ \t]+(?:\(([^)]*)\)|([^\n#;]*))/gm;
  for (const [, dots = "", base = "", listed, inline] of text2.matchAll(froms)) {
    const folder = dots === "" ? "" : from.split("/").slice(0, -dots.length).join(".");
    const names2 = (listed ?? inline ?? "").split(",").map((name) => /\w+/.exec(name)?.[0] ?? "");
    const module = [folder, base].filter((part) => part !== "").join(".");
    modules.push(...names2.filter(Boolean).map((name) => module === "" ? name : `${module}.${name}`), module);
  }
  return distinct(modules.filter(Boolean).map((module) => moduleFile(module.replaceAll(".", "/"), known2)));
}
function moduleFile(module, known2) {
  const fits = known2.filter((path) => [`/${module}.py`, `/${module}/__init__.py`].some((end) => `/${path}`.endsWith(end)));
  return fits.toSorted((a, b) => a.length - b.length)[0];
}
function goImports(from, text2, known2) {
  const sources = known2.filter((path) => !path.endsWith("_test.go"));
  const imported3 = [...text2.matchAll(/^\s*(?:import\s+)?(?:[\w.]+\s+)?"([\w./-]+)"\s*$/gm)].map((match2) => `/${match2[1]}`);
  const inFolder = sources.filter((path) => folderOf(path) === folderOf(from));
  const others = sources.filter((path) => folderOf(path) !== "" && imported3.some((name) => name.endsWith(`/${folderOf(path)}`)));
  return distinct([...byMention(from, text2, inFolder), ...others]);
}
function namedInText(from, text2, known2) {
  const words = new Set([...text2.matchAll(/[A-Za-z_]\w+/g)].map(([word]) => plain(word)));
  return byMention(
    from,
    text2,
    known2.filter((path) => plain(stem(path)) === plain(stem(from)) || words.has(plain(stem(path))))
  );
}
function byMention(from, text2, paths) {
  const own2 = plain(stem(from));
  const words = text2.match(/[A-Za-z_]\w+/g)?.map(plain) ?? [];
  const weight = (path) => {
    const name = plain(stem(path));
    return name === own2 ? Number.POSITIVE_INFINITY : words.filter((word) => word === name).length;
  };
  const weights = new Map(paths.map((path) => [path, weight(path)]));
  return paths.toSorted((a, b) => Math.sign((weights.get(b) ?? 0) - (weights.get(a) ?? 0)) || a.length - b.length);
}
function plain(name) {
  return name.replace(/(_test|_spec|Tests?|Spec)$/, "").replace(/[_-]/g, "").toLowerCase();
}
function stem(path) {
  return (path.split("/").at(-1) ?? "").replace(/\.\w+$/, "").replace(/^test_/, "");
}
function folderOf(path) {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}
function distinct(paths) {
  return [...new Set(paths.filter((path) => path !== void 0))];
}

// src/engine/templates/not-found.ts
var SCRIPT = /\b(?:Cannot find (?:module|package)|Failed to (?:resolve import|load url)|Could not resolve|Directory import) (?:(['"])([^'"\n]{1,300})\1|([^\s'"]{1,300}))/g;
var PYTHON = /\bNo module named ['"]?([\w.]{1,200})/g;
function scriptModulesIn(message) {
  return [...message.matchAll(SCRIPT)].map(([, , quoted2, bare4]) => quoted2 ?? bare4 ?? "");
}
function pythonModulesIn(message) {
  return [...message.matchAll(PYTHON)].map(([, name = ""]) => name);
}

// src/engine/scout.ts
var MAX_SOURCES = 12;
var MAX_TESTS = 5;
var MAX_NAMES = 3;
var MAX_MESSAGE = 4e3;
var IMPORT_LEVELS = 2;
function testFiles(failing) {
  const files = failing.map(({ file, id }) => file ?? id.split(" > ")[0] ?? "").filter((path) => /\.\w+$/.test(path));
  return [...new Set(files)].slice(0, MAX_TESTS);
}
function namedFiles({ failing, suspects }) {
  const frames = failing.slice(0, 20).flatMap((test) => [...test.frames.map((frame) => frame.path), ...importersIn(test)]);
  const paths = [...frames, ...suspects.map((suspect) => suspect.path)].filter(isSource);
  return [...new Set(paths)].slice(0, MAX_SOURCES);
}
function importersIn({ message }) {
  if (message === null || scriptModulesIn(message.slice(0, MAX_MESSAGE)).length === 0) return [];
  const named3 = message.slice(0, MAX_MESSAGE).matchAll(/\b(?:from|in) (?:(['"])([^'"\n]{1,300}?\.[cm]?[jt]sx?)\1|([^\s'"]{1,300}?\.[cm]?[jt]sx?)(?![\w/-]))/g);
  return [...named3].flatMap(([, , quoted2, plain3]) => quoted2 ?? plain3 ?? []);
}
var MISSED = [
  /\bname '([A-Za-z_]\w*)' is not defined/,
  /([A-Za-z_$][\w$]*) is not defined/,
  /\bexport named ['"]([A-Za-z_$][\w$]*)['"]/i,
  /\b(?:Cannot find (?:name|namespace)|exported member(?: named)?|declares) '([A-Za-z_$][\w$]*)'/,
  /\bfor import ['"]([A-Za-z_$][\w$]*)['"]/,
  /([A-Za-z_$][\w$]*)\)? is not a (?:function|constructor)/,
  /\bcannot import name '([A-Za-z_]\w*)'/,
  /\bmodule '[\w.]+' has no attribute '([A-Za-z_]\w*)'/
];
async function declaringWhatIsMissing({ failing }, library) {
  const names2 = failing.slice(0, 20).flatMap(({ message }) => {
    const text2 = (message ?? "").slice(0, MAX_MESSAGE);
    return MISSED.map((words) => words.exec(text2)?.[1]).find((name) => name !== void 0) ?? [];
  });
  if (names2.length === 0) return [];
  const found3 = await library.declaring([...new Set(names2)].slice(0, MAX_NAMES));
  return found3.filter(isSource).slice(0, MAX_NAMES);
}
async function importingWhatLacks({ failing }, library) {
  const words = /\brequested module '([^'\n]{1,200})' does not provide an export\b/;
  const [specifier] = failing.flatMap(({ message }) => words.exec((message ?? "").slice(0, MAX_MESSAGE))?.[1] ?? []);
  const found3 = specifier === void 0 ? [] : await library.importing(specifier);
  return found3.filter(isSource).slice(0, MAX_SOURCES);
}
function speaksOfExports({ message }) {
  return /\bexport(?:ed)?\b|is not a (?:function|constructor)|cannot import name|has no attribute/.test(
    (message ?? "").slice(0, MAX_MESSAGE)
  );
}
async function editableSources(brief2, suspects, atoms, listed, library) {
  const scores = /* @__PURE__ */ new Map();
  const raise = (path, score) => {
    scores.set(path, Math.max(scores.get(path) ?? 0, score));
  };
  for (const { path, score } of suspects) raise(path, score);
  for (const test of brief2.failing)
    for (const path of [...test.frames.map((frame) => frame.path), ...importersIn(test)]) raise(path, (scores.get(path) ?? 0) + 0.5);
  for (const { path } of atoms) raise(path, (scores.get(path) ?? 0) + 0.3);
  if (suspects.length === 0) for (const path of await importedBy(testFiles(brief2.failing), listed, library)) raise(path, 0.1);
  const sources = () => [...scores.keys()].filter(isSource);
  if (sources().length === 0) for (const path of await importingWhatLacks(brief2, library)) raise(path, 0.2);
  const placed = sources().slice(0, MAX_SOURCES);
  if (brief2.failing.some(speaksOfExports)) {
    await library.load(placed);
    for (const path of await importedBy(placed, listed, library)) raise(path, 0.05);
  }
  for (const path of await declaringWhatIsMissing(brief2, library)) raise(path, 0.03);
  const ranked = [...scores].filter(([path]) => isSource(path)).toSorted((a, b) => b[1] - a[1]);
  const paths = ranked.slice(0, MAX_SOURCES).map(([path]) => path);
  await library.load(paths);
  return paths.flatMap((path) => {
    const text2 = library.get(path)?.text;
    return text2 === void 0 || !isEditableSource(path, text2) ? [] : [{ path, text: text2 }];
  });
}
function byRelevance(atoms, brief2) {
  const points = [...brief2.suspects, ...brief2.failing.flatMap((test) => test.frames.map(({ path, line }) => ({ path, line, score: 1 })))];
  const relevance = (atom) => {
    const scores = points.filter(({ path }) => path === atom.path).map(({ line, score }) => line >= atom.startLine - 3 && line <= atom.endLine + 3 ? 1 + score : score / 2);
    return Math.max(0, isCode(atom.path) ? 0.1 : 0, ...scores.slice(0, 2e3));
  };
  const known2 = new Map(atoms.map((atom) => [atom, relevance(atom)]));
  return atoms.toSorted((a, b) => (known2.get(b) ?? 0) - (known2.get(a) ?? 0));
}
async function importedBy(tests, listed, library) {
  const known2 = new Set(listed);
  const own2 = packageOf(library.get("package.json")?.text ?? null);
  const found3 = /* @__PURE__ */ new Set();
  const targets = (from) => {
    const text2 = library.textOf(from);
    if (!isJavaScript(from)) return referencedFiles(from, text2, listed);
    return specifiersOf(text2).flatMap((name) => resolveImport(from, name, known2, own2) ?? []);
  };
  let level = tests;
  for (let depth = 0, round = 0; depth < IMPORT_LEVELS && round < 2 * IMPORT_LEVELS && level.length > 0; round++) {
    level = [...new Set(level.flatMap(targets))].filter((path) => !found3.has(path) && isCode(path)).slice(0, 4 * MAX_SOURCES);
    for (const path of level) if (!isTestPath(path)) found3.add(path);
    await library.load(level);
    if (!level.some(isPackageFile)) depth += 1;
  }
  return [...found3];
}

// src/engine/linkage.ts
var MAX_MESSAGE2 = 4e3;
var MAX_FAILING = 200;
function ranNoTest(id) {
  return /(?:^|> )\((?:file|suite|crash)\)$/.test(id) || !id.includes(" > ");
}
function lacksModule({ id, message }) {
  const text2 = (message ?? "").slice(0, MAX_MESSAGE2);
  return ranNoTest(id) && (scriptModulesIn(text2).length > 0 || pythonModulesIn(text2).length > 0);
}
function lostLinks(failing, known2) {
  if (failing.length === 0 || failing.length > MAX_FAILING) return null;
  const found3 = /* @__PURE__ */ new Map();
  const texts2 = new Map(known2.files.map(({ path, text: text2 }) => [path, text2]));
  for (const test of failing) {
    const link = ranNoTest(test.id) ? linkOf(test, texts2, known2) : null;
    if (link === null) return null;
    found3.set(JSON.stringify(link), link);
  }
  return [...found3.values()];
}
function linkOf(test, texts2, known2) {
  const message = (test.message ?? "").slice(0, MAX_MESSAGE2);
  const [python2] = pythonModulesIn(message);
  const innermost = test.frames[0];
  if (python2 !== void 0) {
    const text2 = innermost === void 0 ? void 0 : texts2.get(innermost.path);
    return innermost === void 0 || text2 === void 0 ? null : pythonLink(innermost.path, text2, innermost.line, python2, known2);
  }
  const [module] = scriptModulesIn(message);
  if (module === void 0) return null;
  const required2 = [...message.matchAll(/^- (\S[^\n]{0,300})$/gm)].slice(0, 1).flatMap(([, path]) => path ?? []);
  const importers = [
    ...importersIn(test),
    ...required2,
    ...innermost === void 0 ? [] : [innermost.path],
    ...test.file === null ? [] : [test.file]
  ];
  for (const path of importers) {
    const text2 = texts2.get(path);
    const link = text2 === void 0 ? null : scriptLink(path, text2, module, known2);
    if (link !== null) return link;
  }
  return null;
}
function scriptLink(path, text2, module, { paths, own: own2 }) {
  const specifier = specifiersOf(text2).find((each) => each === module || each.startsWith(".") && leadsTo(path, each, module));
  if (specifier === void 0 || resolveImport(path, specifier, paths, own2) !== null) return null;
  const line = text2.split("\n").findIndex((each) => /^[^\s/*]/.test(each) && (each.includes(`'${specifier}'`) || each.includes(`"${specifier}"`)));
  return line < 0 ? null : { path, line: line + 1, specifier };
}
function leadsTo(from, specifier, module) {
  const target = pathOf(from, specifier);
  return target !== null && (module === target || module.endsWith(`/${target}`));
}
function pythonLink(path, text2, line, module, { paths }) {
  const said = text2.split("\n")[line - 1] ?? "";
  const last = module.split(".").at(-1) ?? module;
  const named3 = /^(?:from\s+([\w.]+)\s+import\b|import\s+([\w., ]+))/.exec(said);
  const isSaid = (named3?.[1] ?? named3?.[2] ?? "").split(/[^\w]+/).includes(last);
  const file = module.replaceAll(".", "/");
  const isThere = [...paths].some((each) => [`${file}.py`, `${file}/__init__.py`].some((end) => each === end || each.endsWith(`/${end}`)));
  return !isSaid || isThere ? null : { path, line, specifier: module };
}
function mends({ path, start, end }, links, files) {
  const lines = links.filter((link) => link.path === path).map(({ line }) => line);
  if (lines.length === 0) return false;
  const text2 = files.find((file) => file.path === path)?.text ?? "";
  const first = text2.slice(0, start).split("\n").length;
  const last = first + text2.slice(start, end).split("\n").length - 1;
  return lines.some((line) => first <= line && line <= last);
}
function lostLinkWords([link, ...more], paths) {
  if (link === void 0 || !isOwn(link, paths)) return null;
  const isPython2 = link.path.endsWith(".py");
  const word = (isPython2 ? link.specifier.split(".").at(-1) : (link.specifier.split("/").at(-1) ?? "").split(".")[0]) ?? "";
  const isNear = (path) => path !== link.path && path.split("/").at(-1)?.split(".")[0] === word && (isPython2 ? path.endsWith(".py") : /\.(?:[cm]?[jt]sx?|json|node)$/.test(path));
  const near2 = word === "" || word === "index" ? [] : [...paths].filter(isNear).slice(0, 3);
  const advice = near2.length > 0 ? `which is not found; there is ${near2.join(", ")}: correct the path, or its ending` : "and no file is called so: it may never have been committed (does .gitignore leave it out?), or be called otherwise now";
  const others = more.slice(0, 3).map(({ path, line, specifier }) => `${specifier} (${path}:${line})`);
  return `${link.path}:${link.line} imports ${link.specifier}, ${advice}.${others.length > 0 ? ` The same goes for ${others.join(", ")}.` : ""}`;
}
function isOwn({ path, specifier }, paths) {
  if (!path.endsWith(".py")) return specifier.startsWith(".");
  const [top = "", ...rest3] = specifier.split(".");
  const atTop = new RegExp(`^(?:src/|lib/)?${top}(?:/|\\.py$)`);
  return rest3.length > 0 && [...paths].some((each) => atTop.test(each));
}

// src/engine/replay.ts
var import_node_crypto = __toESM(require_crypto(), 1);

// src/engine/outputs.ts
var MOST_KEPT = 64e6;
var SHORTEST = 1e3;
var mark = /\n\(cut: (\d+) characters, [^\n]*\)\n/g;
function createOutputs() {
  const kept3 = /* @__PURE__ */ new Map();
  let size = 0;
  const keep = (key, output) => {
    size += output.length - (kept3.get(key)?.length ?? 0);
    kept3.delete(key);
    kept3.set(key, output);
    for (const [oldest, { length }] of kept3) {
      if (size <= MOST_KEPT) break;
      kept3.delete(oldest);
      size -= length;
    }
  };
  return (conversation) => {
    const calls2 = conversation.calls.map((call) => {
      if (call.output === null || call.output.length < SHORTEST) return call;
      const key = `${call.name} ${call.arguments}`;
      const known2 = kept3.get(key);
      if (known2 !== void 0 && isCutOf(call.output, known2)) return { ...call, output: known2 };
      keep(key, call.output);
      return call;
    });
    return { ...conversation, calls: calls2 };
  };
}
function isCutOf(output, whole2) {
  return [...output.matchAll(mark)].some(({ index, 0: words, 1: count2 }) => {
    const [head, tail] = [output.slice(0, index), output.slice(index + words.length)];
    return whole2.length === head.length + Number(count2) + tail.length && whole2.startsWith(head) && whole2.endsWith(tail);
  });
}

// src/engine/replay.ts
var CallRefused = class extends Error {
  name = "CallRefused";
  /** The client wants words now; it has offered the tool before. */
  wordsOnly;
  constructor(call, wordsOnly) {
    super(`${call.name} cannot be called`);
    this.wordsOnly = wordsOnly;
  }
};
var Performance = class {
  #pending = [];
  #text = null;
  #turns = 0;
  constructor(script, request) {
    const stage = {
      request,
      turns: () => this.#turns,
      call: (call) => new Promise((resolve, reject) => this.#pending.push({ call, resolve, reject }))
    };
    script(stage).then(
      (text2) => {
        this.#text = text2;
      },
      (error) => {
        this.#text = `The engine met a defect of its own and stopped: ${error instanceof Error ? error.message : String(error)}`;
      }
    );
  }
  /** Runs until the script waits or has ended. Scripts await nothing but calls, so one trip round the event loop is enough. */
  async settle() {
    await new Promise((resolve) => setImmediate(resolve));
    if (this.#text !== null) return { kind: "text", text: this.#text };
    if (this.#pending.length === 0) return { kind: "text", text: "The engine met a defect of its own: its strategy waits for nothing." };
    return { kind: "calls", calls: this.#pending.map(({ call }) => call) };
  }
  answer(outputs) {
    const answered = this.#pending;
    this.#pending = [];
    this.#turns += 1;
    for (const [index, { resolve }] of answered.entries()) resolve(outputs[index] ?? "");
  }
  refuse(wordsOnly) {
    const refused = this.#pending;
    this.#pending = [];
    for (const { call, reject } of refused) reject(new CallRefused(call, wordsOnly));
  }
};
function createThinker(script, keep = 8) {
  const kept3 = /* @__PURE__ */ new Map();
  const whole2 = createOutputs();
  const take = (conversation, keys3) => {
    for (let answered = keys3.length - 1; answered >= 0; answered--) {
      const key = keys3[answered] ?? "";
      const found3 = kept3.get(key);
      if (found3 === void 0) continue;
      kept3.delete(key);
      return found3;
    }
    return { performance: new Performance(script, conversation.request), answered: 0 };
  };
  return async (prompt2) => {
    const conversation = whole2(readConversation(prompt2.items));
    const record = conversation.calls;
    const keys3 = prefixKeys(conversation);
    const { performance, answered: start } = take(conversation, keys3);
    const unused = new Set(record.slice(start));
    let answered = start;
    let step = await performance.settle();
    while (step.kind === "calls") {
      const { found: found3, open } = match(step.calls, unused);
      if (open.length === 0) {
        for (const recorded of found3) unused.delete(recorded);
        performance.answer(found3.map((recorded) => recorded.output));
        answered += found3.length;
      } else if (!conversation.wordsOnly && open.every((call) => prompt2.callable.includes(call.name))) {
        step = { kind: "calls", calls: prompt2.parallel ? open : open.slice(0, 1) };
        break;
      } else {
        performance.refuse(conversation.wordsOnly);
      }
      step = await performance.settle();
    }
    const exact = record.slice(start, answered).every((recorded) => !unused.has(recorded));
    if (step.kind === "calls" && exact) remember(kept3, keys3[answered] ?? "", { performance, answered }, keep);
    return step;
  };
}
function match(calls2, unused) {
  const found3 = [];
  const open = [];
  for (const call of calls2) {
    const recorded = [...unused].find((one) => answers(one, call) && !found3.some((other) => other === one));
    if (recorded === void 0) open.push(call);
    else found3.push(recorded);
  }
  return { found: found3, open };
}
function answers(recorded, call) {
  return recorded.output !== null && recorded.name === call.name && recorded.arguments === call.arguments;
}
function prefixKeys({ request, calls: calls2 }) {
  let key = digest([request]);
  const keys3 = [key];
  for (const { name, arguments: args, output } of calls2) {
    if (output === null) break;
    key = digest([key, name, args, output]);
    keys3.push(key);
  }
  return keys3;
}
function digest(parts) {
  const hash = (0, import_node_crypto.createHash)("sha256");
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest("hex");
}
function remember(kept3, key, value, limit) {
  kept3.delete(key);
  kept3.set(key, value);
  for (const oldest of kept3.keys()) {
    if (kept3.size <= limit) break;
    kept3.delete(oldest);
  }
}

// src/engine/bracket-pairs.ts
var brackets = ["{}", "()", "[]"];
function bracketPairs(part) {
  const pairs3 = /* @__PURE__ */ new Map();
  for (const path of new Set(part.map((atom) => atom.path))) {
    const own2 = part.filter((atom) => atom.path === path).toSorted((a, b) => a.startLine - b.startLine);
    for (const kind of brackets) for (const pair of pairsOf2(own2, kind)) pairs3.set(pair.map((atom) => part.indexOf(atom)).join(), pair);
  }
  return [...pairs3.values()];
}
function pairsOf2(atoms, kind) {
  const pairs3 = [];
  const open = [];
  for (const atom of atoms) {
    const sign = Math.sign(balanceOf(atom, kind));
    const last = open.at(-1);
    if (sign === 0) continue;
    if (last === void 0 || last.sign === sign) open.push({ atom, sign });
    else {
      open.pop();
      pairs3.push([last.atom, atom]);
    }
  }
  return pairs3;
}
function balanceOf({ undo }, kind) {
  if (undo.kind !== "lines") return 0;
  const [opening, closing] = kind;
  const count2 = (lines) => {
    let sum = 0;
    for (const char of lines.join("")) sum += char === opening ? 1 : char === closing ? -1 : 0;
    return sum;
  };
  return count2(undo.added) - count2(undo.removed);
}

// src/engine/ddmin.ts
function reductions(set2, finest = set2.length) {
  const parts = [];
  for (let count2 = 2; count2 < finest * 2; count2 *= 2) {
    const chunks2 = split(set2, Math.min(count2, set2.length));
    parts.push(...chunks2);
    if (chunks2.length > 2) parts.push(...chunks2.map((chunk) => set2.filter((element) => !chunk.includes(element))));
  }
  return parts;
}
function split(set2, count2) {
  return Array.from(
    { length: count2 },
    (_, index) => set2.slice(Math.floor(index * set2.length / count2), Math.floor((index + 1) * set2.length / count2))
  );
}

// src/engine/group-testing.ts
var AT_ONCE = 8;
var DOUBLED_AFTER = 3;
var GROUPS = 6;
async function shrinkingParts(set2, oracle) {
  const search2 = new Search(set2, oracle);
  const order4 = set2.toReversed();
  let pool = order4;
  let held = [];
  let size = groupSize(pool.length / GROUPS);
  for (let batch = 0; pool.length > 0 || held.length > 0 || search2.isUnsure; batch += 1) {
    const most2 = AT_ONCE * 2 ** Math.floor(batch / DOUBLED_AFTER);
    const asked = held.slice(0, most2).map((group) => ({ group, part: group.slice(0, Math.ceil(group.length / 2)) }));
    const halved = asked.length;
    for (; pool.length > 0 && asked.length < most2; pool = pool.slice(size)) {
      const group = pool.slice(0, size);
      asked.push({ group, part: group });
    }
    const found3 = await search2.leaveOut(asked.map(({ part }) => part));
    if (found3 === null) return search2.chain;
    const next = held.slice(most2);
    const open = /* @__PURE__ */ new Set([...pool, ...found3.reopened]);
    for (const [at, { group, part }] of asked.entries()) {
      const answer2 = found3.answers[at];
      const rest3 = group.slice(part.length);
      if (answer2 === "free") next.push(rest3);
      else for (const element of answer2 === "open" ? group : rest3) open.add(element);
      if (answer2 === "needed") next.push(part);
    }
    const fresh = found3.answers.slice(halved);
    const free = fresh.filter((answer2) => answer2 === "free").length;
    if (free * 2 !== fresh.length) size = groupSize(free * 2 > fresh.length ? size * 2 : size / 2);
    held = next.filter((group) => group.length > 1);
    pool = order4.filter((element) => open.has(element));
  }
  for (let part = null; part !== search2.smallest; ) {
    part = search2.smallest;
    const found3 = await search2.leaveOut([...part.map((element) => [element]), ...oracle.joined(part)], true);
    if (found3 === null || search2.isUnsure && await search2.leaveOut([]) === null) break;
  }
  return search2.chain;
}
var Search = class {
  chain;
  #oracle;
  #failed = [];
  /** What is left without all groups that can each be left out of the smallest part; whether it is enough is asked with what comes next. */
  #unsure = null;
  constructor(set2, oracle) {
    this.chain = [set2];
    this.#oracle = oracle;
  }
  /** The smallest part that is known to be enough. */
  get smallest() {
    return this.chain.at(-1) ?? [];
  }
  get isUnsure() {
    return this.#unsure !== null;
  }
  /** Whether each group can be left out as a whole of what is left; null where an answer is missing. `again`: nothing is taken for granted. */
  async leaveOut(groups, again3 = false) {
    const unsure = this.#unsure;
    const part = unsure ?? this.smallest;
    const rests = groups.map((group) => without(part, [group]));
    const asked = rests.filter((rest3) => rest3.length < part.length && !this.#hasFailed(rest3, again3));
    const questions = unsure === null ? asked : [unsure, ...asked];
    const answers3 = questions.length === 0 ? [] : await this.#oracle.areEnough(questions);
    const enough = questions.filter((_, at) => answers3[at] === true);
    for (const [at, question] of questions.entries()) if (answers3[at] === false) this.#failed.push(new Set(question));
    this.#unsure = null;
    if (unsure !== null && enough.length === 0)
      return answers3.includes(null) ? null : { answers: groups.map(() => "open"), reopened: without(this.smallest, [unsure]) };
    const first = rests.find((rest3) => enough.includes(rest3));
    if (unsure !== null && enough.includes(unsure)) this.chain.push(unsure);
    if (first !== void 0) this.chain.push(first);
    if (answers3.includes(null)) return null;
    const free = groups.filter((_, at) => enough.includes(rests[at] ?? []));
    if (free.length > 1) this.#unsure = without(part, free);
    return { answers: groups.map((group) => free.includes(group) ? "free" : "needed"), reopened: [] };
  }
  /** Whether the part was not enough, or, unless it is to be asked about itself, one that holds it. */
  #hasFailed(part, itself) {
    return this.#failed.some((more) => (!itself || more.size === part.length) && part.every((element) => more.has(element)));
  }
};
function without(part, groups) {
  return part.filter((element) => !groups.some((group) => group.includes(element)));
}
function groupSize(wanted2) {
  return Math.max(1, Math.floor(wanted2));
}

// src/engine/linked.ts
function withLinked(part, atoms, textOf4) {
  const programs = /* @__PURE__ */ new Map();
  const roles = new Map(atoms.map((atom) => [atom, rolesOf(atom, programs, textOf4)]));
  const chosen = new Set(part);
  for (let before = 0; before < chosen.size; ) {
    before = chosen.size;
    const declared2 = namesOf2(chosen, roles, "declares");
    const called = namesOf2(chosen, roles, "calls");
    for (const [atom, own2] of roles) {
      if (meets(own2.calls, declared2) || meets(own2.declares, called)) chosen.add(atom);
    }
  }
  return atoms.filter((atom) => chosen.has(atom));
}
function namesOf2(chosen, roles, role) {
  return new Set([...chosen].flatMap((atom) => [...roles.get(atom)?.[role] ?? []]));
}
function meets(names2, others) {
  return [...names2].some((name) => others.has(name));
}
function rolesOf({ path, undo }, programs, textOf4) {
  const declares = /* @__PURE__ */ new Set();
  const calls2 = /* @__PURE__ */ new Set();
  if (undo.kind !== "lines" || !isJavaScript(path)) return { declares, calls: calls2 };
  const text2 = textOf4(path);
  const known2 = programs.get(path);
  const program = known2 === void 0 ? parseFile({ path, text: text2 }) : known2;
  programs.set(path, program);
  if (program === null) return { declares, calls: calls2 };
  const { start, end } = undo.change;
  const before = undo.removed.join("");
  const changes3 = (list) => {
    const [from, to] = [list[0]?.start ?? 0, list.at(-1)?.end ?? 0];
    return list.length > 0 && start < to && from < Math.max(end, start + 1) && !before.includes(text2.slice(from - 1, to + 1));
  };
  for (const site of walk(program)) {
    if (site.end <= start || site.start > end) continue;
    const name = isFunction(site) ? functionName(site) : isCall(site) ? calleeName(site) : null;
    if (name === null) continue;
    if (isFunction(site) && changes3(childList(site, "params"))) declares.add(name);
    if (isCall(site) && changes3(childList(site, "arguments"))) calls2.add(name);
  }
  return { declares, calls: calls2 };
}

// src/engine/tokens.ts
var MOST_TOKENS = 600;
function splitTokens(atom) {
  if (atom.undo.kind !== "lines" || atom.undo.removed.length === 0 || atom.undo.added.length === 0) return [atom];
  const [old, fresh] = [tokensOf(atom.undo.removed.join("")), tokensOf(atom.undo.added.join(""))];
  if (old.length > MOST_TOKENS || fresh.length > MOST_TOKENS) return [atom];
  const runs = joined(runsOf(old, fresh), fresh);
  if (runs.length < 2) return [atom];
  const { start } = atom.undo.change;
  const offsets = [0];
  for (const token3 of fresh) offsets.push((offsets.at(-1) ?? 0) + token3.length);
  return runs.map((run) => {
    const added2 = fresh.slice(run.start, run.end).join("");
    const removed = old.slice(run.from, run.to).join("");
    const at = start + (offsets[run.start] ?? 0);
    const line = atom.startLine + fresh.slice(0, run.start).join("").split("\n").length - 1;
    return {
      ...atom,
      startLine: line,
      endLine: line + added2.split("\n").length - 1,
      size: 1,
      undo: { kind: "lines", change: { start: at, end: at + added2.length, text: removed }, removed: [removed], added: [added2] }
    };
  });
}
function tokensOf(text2) {
  return text2.match(/\w+|\s+|[^\w\s]/gu) ?? [];
}
function runsOf(old, fresh) {
  const width = fresh.length + 1;
  const longest2 = new Uint16Array((old.length + 1) * width);
  const at = (i2, j2) => longest2[i2 * width + j2] ?? 0;
  for (let i2 = old.length - 1; i2 >= 0; i2--)
    for (let j2 = fresh.length - 1; j2 >= 0; j2--)
      longest2[i2 * width + j2] = old[i2] === fresh[j2] ? at(i2 + 1, j2 + 1) + 1 : Math.max(at(i2 + 1, j2), at(i2, j2 + 1));
  const runs = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    const [from, start] = [i, j];
    while ((i < old.length || j < fresh.length) && (i >= old.length || j >= fresh.length || old[i] !== fresh[j])) {
      if (j >= fresh.length || i < old.length && at(i + 1, j) >= at(i, j + 1)) i += 1;
      else j += 1;
    }
    if (i > from || j > start) runs.push({ from, to: i, start, end: j });
    while (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      i += 1;
      j += 1;
    }
  }
  return runs;
}
function joined(runs, fresh) {
  const made2 = [];
  for (const run of runs) {
    const last = made2.at(-1);
    const between2 = last === void 0 ? "x" : fresh.slice(last.end, run.start).join("");
    if (last !== void 0 && between2.trim() === "" && !between2.includes("\n"))
      made2[made2.length - 1] = { ...run, from: last.from, start: last.start };
    else made2.push(run);
  }
  return made2;
}

// src/engine/revert.ts
var FIRST_SINGLES = 2;
var MAX_SINGLES = 40;
var FIRST_FILES = 4;
var MAX_FILES2 = 16;
var MANY = 3;
var MOST_BATCHES = 12;
var MAX_SPLIT = 60;
async function revert(given) {
  const options = { ...given, known: /* @__PURE__ */ new Map(), numbers: /* @__PURE__ */ new Map() };
  const hunks = groupBy(options.atoms, (atom) => atom.hunk);
  const parts = distinct2(firstBatch(options.atoms, hunks), options);
  if (parts.length === 0) return { kind: "none" };
  const scope = parts.length === 1 ? "all" : "failing";
  const first = await judge(options, parts, scope, 1);
  const working = await workingParts(options, first, hunks);
  const start = smallest(working);
  if (start === null) return { kind: "none" };
  const chain2 = await narrowed(options, start);
  const minimal = chain2.at(-1) ?? start;
  if (scope === "all" && chain2.length === 1) return conclude(options, first, minimal);
  const proof = { ...options, room: options.lastRoom };
  const alone = await judge(proof, [minimal], "all", 1);
  if (alone.green.length > 0) return conclude(proof, alone, minimal);
  const larger = await judge(proof, doubling(ascending([...chain2, ...working])), "all", 1);
  return conclude(proof, { ...larger, broke: alone.broke ?? larger.broke }, minimal);
}
async function workingParts(options, first, hunks) {
  const { atoms } = options;
  const working = [...first.working, ...await together(options, first.partial, smallest(first.working))];
  if (working.length > 0) return working;
  const allowed = atoms.filter((atom) => !first.refused.has(atom.path));
  const isLess = allowed.length > 1 && allowed.length < atoms.length;
  const without3 = isLess ? (await judge(options, [allowed], "failing", 1)).working : [];
  if (without3.length > 0) return without3;
  const files = groupBy(atoms, (atom) => atom.path).slice(FIRST_FILES, MAX_FILES2);
  const others = await judge(options, ascending([...files, ...hunks.slice(FIRST_SINGLES, MAX_SINGLES)]), "failing", 1);
  const further = [...others.working, ...await together(options, [...first.partial, ...others.partial], smallest(others.working))];
  const touchable = allowed.filter((atom) => !others.refused.has(atom.path));
  if (further.length > 0 || touchable.length === 0 || touchable.length === allowed.length) return further;
  return (await judge(options, [touchable], "failing", 1)).working;
}
function doubling(parts) {
  const chosen = [];
  for (const part of parts) if (sizeOf(part) >= 2 * sizeOf(chosen.at(-1) ?? [])) chosen.push(part);
  const largest = parts.at(-1);
  return largest === void 0 || chosen.includes(largest) ? chosen : [...chosen, largest];
}
async function narrowed(options, start) {
  const { chain: chain2, apart: apart2 } = await reduce(options, start, "failing", []);
  const hunks = groupBy(chain2.at(-1) ?? start, (atom) => atom.hunk);
  if (apart2 || hunks.length < MANY || 2 * hunks.length <= groupBy(start, (atom) => atom.hunk).length) return chain2;
  const [alone] = (await judge(options, ascending(hunks).slice(0, MAX_SINGLES), "failing", 1)).working;
  return alone === void 0 ? chain2 : [...chain2, ...(await reduce(options, alone, "failing", [])).chain];
}
async function reduce(options, start, scope, kept3) {
  let apart2 = false;
  const withKept = (more) => start.filter((atom) => kept3.includes(atom) || more.includes(atom));
  let batches = 0;
  const areEnough = async (rests) => {
    const asked = rests.map(withKept);
    let answers3 = asked.map(() => null);
    for (let open2 = asked.length + 1; answers3.includes(null) && batches < MOST_BATCHES; ) {
      batches += 1;
      answers3 = await answersTo(asked);
      const left2 = answers3.filter((answer2) => answer2 === null).length;
      if (left2 >= open2) break;
      open2 = left2;
    }
    return answers3;
  };
  const answersTo = async (asked) => {
    const { green, working, partial, failed } = await judge(options, asked, scope, asked.length);
    apart2 ||= partial.length > 0;
    const enough = scope === "all" ? green : working;
    return asked.map((part) => enough.includes(part) ? true : failed.includes(part) || part.length === 0 ? false : null);
  };
  const open = start.filter((atom) => !kept3.includes(atom));
  const chain2 = (await shrinkingParts(open, { areEnough, joined: bracketPairs })).map(withKept);
  return { chain: chain2, apart: apart2 };
}
async function together(options, partial, than) {
  const fixed = /* @__PURE__ */ new Set();
  const chosen = /* @__PURE__ */ new Set();
  let count2 = 0;
  for (const each of partial.toSorted((a, b) => sizeOf(a.part) - sizeOf(b.part))) {
    if (each.fixed.every((test) => fixed.has(test))) continue;
    for (const test of each.fixed) fixed.add(test);
    for (const atom of each.part) chosen.add(atom);
    count2 += 1;
  }
  const union2 = options.atoms.filter((atom) => chosen.has(atom));
  if (count2 < 2 || than !== null && sizeOf(union2) >= sizeOf(than)) return [];
  return (await judge({ ...options, room: options.lastRoom }, [union2], "failing", 1)).working;
}
async function conclude(options, judged, minimal) {
  const found3 = smallest(judged.green) ?? await grow(options, minimal);
  const best2 = found3 === null ? null : await shrink(options, found3, minimal);
  if (best2 !== null) return greenResult(options, await complete(options, best2), judged.green, true);
  if (sizeOf(minimal) > MAX_SPLIT) return { kind: "cause", atoms: minimal, broke: judged.broke };
  for (const pieces of [minimal.flatMap(splitLines), minimal.flatMap(splitTokens)]) {
    if (pieces.length <= minimal.length) continue;
    const finer = await judge(options, ascending(reductions(pieces)), "all", 3);
    const part = smallest(finer.green);
    if (part !== null) return greenResult(options, part, finer.green, false);
  }
  return { kind: "cause", atoms: minimal, broke: judged.broke };
}
async function grow(options, minimal) {
  const rest3 = options.atoms.filter((atom) => !minimal.includes(atom) && !isManifest(atom.path));
  if (rest3.length === 0) return null;
  const withMinimal = (more) => options.atoms.filter((atom) => minimal.includes(atom) || more.includes(atom));
  const whole2 = await judge(options, [withMinimal(rest3)], "all", 1);
  if (whole2.green.length === 0) return null;
  const hunks = groupBy(rest3, (atom) => atom.hunk).slice(0, MAX_SINGLES);
  const files = groupBy(rest3, (atom) => atom.path).slice(0, MAX_SINGLES);
  const first = await judge(options, ascending([...hunks, ...files].map(withMinimal)), "all", 1);
  return smallest(first.green) ?? withMinimal(rest3);
}
async function shrink(options, green, minimal) {
  if (!minimal.every((atom) => green.includes(atom))) return green;
  return (await reduce(options, green, "all", minimal)).chain.at(-1) ?? green;
}
async function complete(options, part) {
  const linked = withLinked(part, options.atoms, options.currentOf);
  if (linked.length === part.length) return part;
  return (await judge(options, [linked], "all", 1)).green[0] ?? part;
}
function greenResult(options, best2, green, whole2) {
  const others = green.filter((part) => !best2.every((atom) => part.includes(atom))).map(labelOf2);
  return { kind: "green", label: labelOf2(best2), atoms: best2, edits: undoEdits(best2, options.currentOf), whole: whole2, others };
}
async function judge(options, parts, scope, keep) {
  const { tools, currentOf, room, known: known2 } = options;
  const keyOf3 = (part) => `${scope} ${keyOfPart(part, options)}`;
  const answered = [];
  const open = [];
  for (const part of distinct2(parts, options)) {
    const before = known2.get(keyOf3(part));
    (before === void 0 ? open : answered).push(part);
    if (answered.filter((other) => known2.get(keyOf3(other))?.green).length >= keep) break;
  }
  const old = answered.filter((part) => known2.get(keyOf3(part))?.working);
  const batch = open.slice(0, room());
  const trial = batch.length === 0 ? null : await tools.tryEdits(batch.map(candidateOf3(currentOf)), scope, keep);
  const partAt = (index) => batch.slice(index, index + 1);
  const green = [...answered.filter((part) => known2.get(keyOf3(part))?.green), ...trial?.green.flatMap(partAt) ?? []];
  const working = [.../* @__PURE__ */ new Set([...old, ...green, ...trial?.breaks.flatMap(({ index }) => partAt(index)) ?? []])];
  const judged = trial === null ? 0 : trial.judged === batch.length ? batch.length : firstGreen(trial);
  const told2 = batch.slice(0, judged);
  const doubtful = options.again ? [] : told2.filter((part) => !working.includes(part) && wasWorking(part, options));
  for (const part of told2.filter((one) => !doubtful.includes(one)))
    known2.set(keyOf3(part), { working: working.includes(part), green: green.includes(part) });
  if (doubtful.length > 0) return judge({ ...options, again: true }, parts, scope, keep);
  const refused = trial?.invalid.filter(({ reason }) => /protected|may not be|not allowed|refuse/i.test(reason)) ?? [];
  return {
    green,
    working,
    partial: trial?.partial.flatMap(({ index, fixed }) => partAt(index).map((part) => ({ part, fixed }))) ?? [],
    failed: [...answered, ...told2].filter((part) => !(scope === "all" ? green : working).includes(part)),
    broke: trial?.breaks[0]?.broke ?? null,
    refused: new Set(refused.flatMap(({ index }) => partAt(index).map(pathsOf)).flatMap((paths) => paths.length === 1 ? paths : []))
  };
}
function firstGreen({ green, judged }) {
  const count2 = Math.min(...green) + 1;
  return count2 <= judged ? count2 : 0;
}
function wasWorking(part, options) {
  return options.known.get(`failing ${keyOfPart(part, options)}`)?.working === true;
}
function candidateOf3(currentOf) {
  return (part) => ({ label: labelOf2(part), edits: undoEdits(part, currentOf) });
}
function firstBatch(atoms, hunks) {
  const files = groupBy(atoms, (atom) => atom.path);
  const code2 = atoms.filter((atom) => !isManifest(atom.path));
  return [...hunks.slice(0, FIRST_SINGLES), ...files.slice(0, FIRST_FILES), code2, atoms];
}
function groupBy(atoms, keyOf3) {
  const groups = /* @__PURE__ */ new Map();
  for (const atom of atoms) groups.set(keyOf3(atom), [...groups.get(keyOf3(atom)) ?? [], atom]);
  return [...groups.values()];
}
function keyOfPart(part, { numbers: numbers5 }) {
  const numberOf2 = (atom) => {
    const number3 = numbers5.get(atom) ?? numbers5.size;
    numbers5.set(atom, number3);
    return number3;
  };
  return part.map(numberOf2).toSorted().join();
}
function distinct2(parts, asking) {
  const seen = /* @__PURE__ */ new Map();
  for (const part of parts) {
    const key = keyOfPart(part, asking);
    if (part.length > 0 && !seen.has(key)) seen.set(key, part);
  }
  return [...seen.values()];
}
function ascending(parts) {
  return parts.toSorted((a, b) => sizeOf(a) - sizeOf(b) || a.length - b.length);
}
function smallest(parts) {
  return ascending(parts)[0] ?? null;
}
function pathsOf(part) {
  return [...new Set(part.map((atom) => atom.path))];
}
function labelOf2(part) {
  return `undo ${placesOf(part)}`;
}

// src/engine/templates/grammar/complaints.ts
var quote = "['\"`\u2018\u2019]";
var inQuotes = `${quote}\\$?([A-Za-z_][\\w?!]*)${quote}`;
var unknown2 = [
  `name ${inQuotes} is not defined`,
  `local variable ${inQuotes}`,
  `undefined: (\\w+)`,
  `symbol:\\s+(?:variable|class) (\\w+)`,
  `The name ${inQuotes} does not exist`,
  `undefined local variable or method ${inQuotes}`,
  `uninitialized constant (?:\\w+::)*(\\w+)`,
  `cannot find (?:value|function|type|macro|struct, variant or union type) ${inQuotes}`,
  `Undefined (?:variable|constant) "?(\\$?\\w+)`,
  `undefined function (\\w+)\\(`
];
var noMember = [
  `has no attribute ${inQuotes}`,
  `undefined method ${inQuotes}`,
  `no (?:field or )?method (\\w+)\\b`,
  `no (?:method|function or associated item) named ${inQuotes}`,
  `no field ${inQuotes}`,
  `symbol:\\s+method (\\w+)`,
  `does not contain a definition for ${inQuotes}`,
  `undefined method [\\w\\\\]+::(\\w+)`,
  `Undefined property: [\\w\\\\]+::\\$(\\w+)`
];
var meant = [
  `[Dd]id you mean:?\\s+(?:to use )?${quote}?([\\w.]+)`,
  `similar name(?: exists)?: ${inQuotes}`,
  `but does have (?:field|method) (\\w+)`
];
function readComplaints(all) {
  const found3 = (patterns) => new Set(patterns.flatMap((pattern2) => [...all.matchAll(new RegExp(pattern2, "g"))].flatMap(([, name]) => name ?? [])));
  const sets = {
    unknown: found3(unknown2),
    noMember: found3(noMember),
    noKey: found3([`KeyError: ['"]([^'"\\n]{1,60})['"]`, `key not found: [:"]?([\\w]+)`, `Undefined array key "([^"\\n]{1,60})"`]),
    noModule: /* @__PURE__ */ new Set([...pythonModulesIn(all), ...found3([`cannot load such file -- (\\S+)`])]),
    noExport: found3([`cannot import name ${inQuotes}`, `unresolved imports? ${inQuotes}`]),
    arity: found3([
      `(\\w+)\\(\\) (?:takes|missing|got)`,
      `arguments in call to (?:\\w+\\.)*(\\w+)`,
      `method (\\w+) in \\w+ \\w+ cannot be applied`
    ]),
    notGiven: found3([`required (?:positional|keyword-only) arguments?: ['"](\\w+)['"]`])
  };
  return {
    ...sets,
    meant: found3(meant),
    nothing: /NoneType|for nil:|nil pointer|NullPointerException|NullReferenceException|on null\b/.test(all),
    mixed: /can only concatenate|unsupported operand type|must be str, not|no implicit conversion|not supported between instances/.test(
      all
    ),
    noneOfModule: found3([`module ['"][\\w.]+['"] has no attribute ${inQuotes}`]),
    moduleCalled: /'module' object is not callable/.test(all),
    unawaited: /was never awaited|['"]?coroutine['"]? object/.test(all),
    endless: /Maximum call stack|too much recursion|RecursionError|recursion depth exceeded|StackOverflow|stack overflow|stack level too deep/.test(
      all
    ),
    named: Object.values(sets).some(({ size }) => size > 0)
  };
}

// src/engine/templates/own-tests.ts
var LONGEST2 = 4e3;
var MOST_TESTS = 10;
function ownSources(failing, testSources) {
  const found3 = [];
  for (const { id, file } of failing.slice(0, MOST_TESTS)) {
    const source = testSources.find(({ path }) => path === file) ?? testSources[0];
    const title = id.split(/ > | › /).at(-1) ?? "";
    const at = source === void 0 || title.length < 3 ? -1 : source.text.indexOf(title);
    if (source === void 0 || at < 0) continue;
    const rest3 = source.text.slice(at, at + LONGEST2);
    const next = /^\s*(?:it|test|describe)\b/m.exec(rest3)?.index ?? rest3.length;
    found3.push(rest3.slice(title.length + 1, next));
  }
  return found3;
}

// src/engine/templates/type-errors.ts
var COMPLAINT = /^[ \t]*(?:ERROR in |\[\w+\] )?([^\s()][^\n()]{0,300}?\.[cm]?tsx?)(?:\((\d+),(\d+)\)|:(\d+):(\d+))\s*(?::|-)\s*error\s+TS(\d{4,5}):\s*([^\n]*(?:\n {2,}[^\n]*)*)/gm;
var MOST = 50;
function typeComplaintsIn(text2) {
  const found3 = /* @__PURE__ */ new Map();
  for (const [, path = "", line, column, otherLine, otherColumn, code2, said = ""] of text2.matchAll(COMPLAINT)) {
    const complaint = {
      path: path.replaceAll("\\", "/"),
      line: Number(line ?? otherLine),
      column: Number(column ?? otherColumn),
      code: Number(code2),
      text: said.trim()
    };
    const key = JSON.stringify(complaint);
    if (found3.size < MOST && !found3.has(key)) found3.set(key, complaint);
  }
  return [...found3.values()];
}
function valueOfType(type) {
  const options = type.split("|").map((each) => each.trim());
  if (options.includes("undefined")) return "undefined";
  if (options.includes("null")) return "null";
  const [first = ""] = options;
  if (/^(['"]).*\1$|^-?\d+$|^(?:true|false)$/.test(first)) return first;
  if (first === "string") return "''";
  if (first === "number") return "0";
  if (first === "boolean") return "false";
  if (/\[\]$|^(?:readonly\s|Readonly)?Array</.test(first)) return "[]";
  if (/^\{|^(?:Partial|Record)</.test(first)) return "{}";
  return /^(?:Map|Set)\b/.test(first) ? `new ${first.replace(/<.*$/, "")}()` : null;
}
function literalsOf(type, text2) {
  const named3 = /^[A-Za-z_$][\w$]*$/.test(type) ? new RegExp(`\\btype\\s+${type}\\s*=([^;]*)`).exec(text2)?.[1] : void 0;
  return [...(named3 ?? type).matchAll(/(["'])([^"'\n]*)\1/g)].map(([, , inner = ""]) => JSON.stringify(inner));
}
function membersOf(type, text2) {
  const name = nameOf3(type) ?? "";
  const body = name === "" ? /^\{(.*)\}$/s.exec(type)?.[1] : bodyOf(name, text2)?.text;
  const found3 = /* @__PURE__ */ new Map();
  for (const [, member = "", said = ""] of (body ?? "").slice(0, LONGEST3).matchAll(/(?:^|[;,{\n])[ \t]*(?:readonly\s+)?([A-Za-z_$][\w$]*)\??\s*:\s*([^;,\n}]+)/g))
    found3.set(member, said.trim());
  return found3;
}
var LONGEST3 = 2e4;
function nameOf3(type) {
  return /^[A-Za-z_$][\w$]*/.exec(type)?.[0] ?? null;
}
function bodyOf(name, text2) {
  const head = name === "" ? null : new RegExp(`\\b(?:interface\\s+${name}\\b[^{;=\\n]*|type\\s+${name}\\b[^{;=\\n]*=\\s*)\\{`).exec(text2);
  if (head === null) return null;
  const start = head.index + head[0].length;
  for (let at = start, depth = 1; at < text2.length; at += 1) {
    if (text2[at] === "{") depth += 1;
    if (text2[at] === "}") depth -= 1;
    if (depth === 0) return { start, end: at, text: text2.slice(start, at) };
  }
  return null;
}

// src/engine/templates/clues.ts
function readClues(failing, testSources, files = [], paths = []) {
  const pairs3 = [];
  const strings4 = /* @__PURE__ */ new Set();
  const numbers5 = /* @__PURE__ */ new Set();
  const answers3 = /* @__PURE__ */ new Set();
  for (const test of failing.slice(0, 50)) {
    const { expected, actual } = valuesOf(test);
    if (expected !== null && actual !== null && expected.length < 2e3 && actual.length < 2e3) pairs3.push({ expected, actual });
    const answer2 = answerOf(test.expected ?? expected);
    if (answer2 !== null) answers3.add(answer2);
    const more = expected === null || actual === null ? null : insertedIn(expected, actual);
    if (more !== null) answers3.add(more);
    if (expected === null) continue;
    if (/^-?\d+(\.\d+)?$/.test(expected)) numbers5.add(expected);
    else if (expected.length < 80) strings4.add(expected);
    for (const [, , inner] of expected.slice(0, 2e3).matchAll(/(['"])((?:(?!\1)[^\\\n]){1,60})\1/g)) if (inner) strings4.add(inner);
  }
  const testNames = /* @__PURE__ */ new Map();
  const testStrings = /* @__PURE__ */ new Set();
  const testKeys = /* @__PURE__ */ new Set();
  for (const { text: text2 } of testSources.slice(0, 10)) {
    const head = text2.slice(0, 2e5);
    for (const [word] of head.matchAll(/[A-Za-z_$][\w$]*/g)) testNames.set(word, (testNames.get(word) ?? 0) + 1);
    for (const [, , inner] of head.matchAll(/(['"])((?:(?!\1)[^\\\n]){1,40})\1/g)) if (inner) testStrings.add(inner);
    for (const [, key] of head.matchAll(/[{,]\s*['"]?([A-Za-z_$][\w$]*)['"]?\s*:/g)) if (key) testKeys.add(key);
  }
  const ownStrings = /* @__PURE__ */ new Set();
  const own2 = ownSources(failing, testSources);
  for (const text2 of own2) for (const [, , inner] of text2.matchAll(/(['"`])((?:(?!\1)[^\\\n]){1,80})\1/g)) if (inner) ownStrings.add(inner);
  for (const text2 of own2)
    for (const [, inner] of text2.matchAll(/\/((?:[\w ,;:=-]|\\[./]){3,60})\//g)) if (inner) ownStrings.add(inner.replaceAll("\\", ""));
  const messages = failing.flatMap((test) => test.message === null ? [] : [test.message.slice(0, 4e3)]);
  const all = messages.join("\n");
  const titles = failing.map(({ id, file }) => (file !== null && id.startsWith(file) ? id.slice(file.length) : id).slice(0, 200));
  const told2 = `${all}
${titles.join("\n")}`;
  const missingExports = namesIn2(
    all,
    /(?:export named|Named export|exported member(?: named)?|declares(?= '[\w$]+' locally)|No matching export(?: in "[^"\n]*")? for import|export) ['"]([\w$]+)['"]/g
  );
  const notDefined2 = /* @__PURE__ */ new Set([
    ...namesIn2(all, /([\w$]+) is not defined/g),
    ...namesIn2(all, /Cannot access '([\w$]+)' before initialization/g)
  ]);
  const notFunctions = namesIn2(all, /([\w$]+)\)? is not a (?:function|constructor)/g);
  const unreadable2 = namesIn2(all, /(?:reading|setting|property) '([^']+)'/g);
  const missingModules = [...new Set(scriptModulesIn(all))];
  const complaints = readComplaints(all);
  const typeComplaints = messages.flatMap(typeComplaintsIn);
  const { unknown: unknown3, noExport, noMember: noMember3, moduleCalled } = complaints;
  const isWanted = moduleCalled || typeComplaints.length > 0 || [missingExports, notFunctions, notDefined2, unknown3, noExport, noMember3].some(({ size }) => size > 0);
  return {
    complaints,
    pairs: pairs3.slice(0, 20),
    expectedStrings: [...strings4].slice(0, 20),
    expectedNumbers: [...numbers5].slice(0, 5),
    answers: [...answers3].slice(0, 4),
    testNames,
    testStrings,
    ownStrings,
    testKeys,
    said: namesIn2(told2, /([A-Za-z_$][\w$]{2,})/g),
    marks: marksOf(pairs3),
    notFunctions,
    notDefined: notDefined2,
    unreadable: unreadable2,
    missingExports,
    missingModules,
    unparsed: speaksOfParsing(all),
    named: typeComplaints.length + notFunctions.size + notDefined2.size + unreadable2.size + missingExports.size + missingModules.length > 0,
    paths: [.../* @__PURE__ */ new Set([...files.map((file) => file.path), ...paths])],
    exporters: isWanted ? exportsOf(files) : /* @__PURE__ */ new Map(),
    typeComplaints,
    typesOf: typeComplaints.length > 0 ? typesIn(files) : /* @__PURE__ */ new Map(),
    wholes: isWanted ? wholesOf(files) : /* @__PURE__ */ new Map(),
    declared: notFunctions.size + noMember3.size > 0 ? declaredIn(files) : /* @__PURE__ */ new Set(),
    promise: /Promise ?\{|\[object Promise\]|Promise<pending>/.test(all) || pairs3.some((pair) => /Promise ?\{|\[object Promise\]/.test(pair.actual)),
    told: {
      withoutNew: /without 'new'/.test(all),
      constant: /Assignment to constant variable|because it is a constant/.test(all),
      notIterable: /is not iterable/.test(all),
      throws: awaitsError.test(all) || failing.some(({ expected, actual }) => expectsError(expected, actual)),
      typeError: /TypeError/.test(`${all} ${failing.map(({ expected }) => expected ?? "").join(" ")}`)
    }
  };
}
var awaitsError = /should throw|to (?:have )?throw|Missing expected (?:exception|rejection)|did(?:n't| not) throw|expected (?:.{0,60} )?(?:to (?:be rejected|reject)|an? (?:error|exception))|nothing was thrown/i;
function expectsError(expected, actual) {
  return expected !== null && /^(?:\[?\w*Error\b|exception$)/.test(expected.trim()) && !/Error/.test(actual ?? "");
}
function marksOf(pairs3) {
  const found3 = /* @__PURE__ */ new Set();
  for (const { expected, actual } of pairs3) {
    for (const mark2 of expected + actual) if (/[^\w\s]/.test(mark2) && expected.includes(mark2) !== actual.includes(mark2)) found3.add(mark2);
  }
  return [...found3].slice(0, 8);
}
function speaksOfParsing(message) {
  return /SyntaxError|PARSE_ERROR|Parse failure|Transform failed|Failed to parse|Unexpected (?:token|identifier|end of)/.test(message) || /IndentationError|TabError|syntax error|Parse error|error CS1\d{3}|error: (?:expected|unexpected|[';(){}\]]+ expected)/i.test(message);
}
function valuesOf(test) {
  if (test.expected !== null || test.actual !== null) return { expected: unquote(test.expected), actual: unquote(test.actual) };
  const told2 = test.message ?? "";
  const said = /expected (.{1,200}?) to (?:strictly |deeply |deep |be )*(?:equal|be|eql) (.{1,200}?)(?: \/\/.*)?$/m.exec(told2);
  if (said?.[1] !== void 0 && said[2] !== void 0) return { actual: unquote(said[1]), expected: unquote(said[2]) };
  const operator = /^(.{1,200}?) (?:===?|deepEqual|strictEqual) (.{1,200})$/m.exec(told2);
  if (operator?.[1] !== void 0 && operator[2] !== void 0) return { actual: unquote(operator[1]), expected: unquote(operator[2]) };
  return { expected: null, actual: null };
}
function insertedIn(expected, actual) {
  if (expected.length <= actual.length || expected.length > 300) return null;
  let head = 0;
  while (head < actual.length && expected[head] === actual[head]) head++;
  let tail = 0;
  while (tail < actual.length - head && expected[expected.length - 1 - tail] === actual[actual.length - 1 - tail]) tail++;
  const piece = expected.slice(head, expected.length - tail).trim();
  return head + tail < actual.length || piece === "" || piece.length > 6 ? null : JSON.stringify(piece);
}
function answerOf(expected) {
  const value = expected?.trim() ?? "";
  if (/^(?:true|false|null|undefined|NaN|-?\d{1,6}|\[\s*\]|\{\s*\})$/.test(value)) return value;
  return /^(['"])(?:(?!\1)[^\\\n]){0,12}\1$/.test(value) ? value : null;
}
function unquote(value) {
  const trimmed = value?.trim() ?? null;
  if (trimmed === null) return null;
  const quoted2 = /^(['"`])([\s\S]*)\1$/.exec(trimmed);
  return quoted2?.[2] ?? trimmed;
}
function namesIn2(text2, pattern2) {
  const found3 = /* @__PURE__ */ new Set();
  for (const [, name] of text2.matchAll(pattern2)) if (name !== void 0) found3.add(name);
  return found3;
}
function declaredIn(files) {
  const found3 = /* @__PURE__ */ new Set();
  for (const { path, text: text2 } of files) {
    const forms = path.endsWith(".py") ? [/\bdef\s+(\w+)/g] : [
      /\bfunction\b\s*(?:\*\s*)?([\w$]+)/g,
      /(?<![\w$])([\w$]+)\s*\([^()\n]{0,200}\)\s*(?::\s*[\w<>[\]| ]{1,60})?\{/g,
      /(?<![\w$])([\w$]+)\s*[:=]\s*(?:async\b\s*)?(?:function\b|\([^()\n]{0,200}\)\s*=>|[\w$]+\s*=>)/g
    ];
    for (const form of forms)
      for (const [, name] of text2.slice(0, 2e5).matchAll(form)) if (name !== void 0 && !KEYWORD.test(name)) found3.add(name);
  }
  return found3;
}
var KEYWORD = /^(?:if|for|while|switch|catch|with|function|return|await|typeof|new)$|^\d/;
function exportsOf(files) {
  const exporters = /* @__PURE__ */ new Map();
  const add = (name, path) => exporters.set(name, [...exporters.get(name) ?? [], path]);
  for (const { path, text: text2 } of files) {
    for (const [, name] of text2.matchAll(/^export\s+(?:default\s+)?(?:async\s+)?(?:function\*?|class|const|let|var|enum)\s+([\w$]+)/gm))
      if (name) add(name, path);
    if (path.endsWith(".py")) {
      for (const [, name] of text2.matchAll(/^(?:(?:async\s+)?def|class)\s+(\w+)/gm)) if (name) add(name, path);
    }
    for (const [, name] of text2.matchAll(/\bexports\.([\w$]+)\s*=/g)) if (name) add(name, path);
    for (const [, list = ""] of text2.matchAll(/(?:^export\s*|module\.exports\s*=\s*)\{([^}]*)\}/gm)) {
      for (const item of list.split(",")) {
        const name = /([\w$]+)\s*(?::.*)?$/.exec(item.trim().replace(/:.*$/, ""))?.[1];
        if (name !== void 0) add(name, path);
      }
    }
  }
  return exporters;
}
function typesIn(files) {
  const found3 = /* @__PURE__ */ new Map();
  for (const { path, text: text2 } of files)
    for (const [, name = ""] of text2.matchAll(/^export\s+(?:declare\s+)?(?:interface|type)\s+([\w$]+)/gm))
      found3.set(name, [...found3.get(name) ?? [], path]);
  return found3;
}
var WHOLE = /^(?:module\.exports[ \t]*=|export[ \t]+default)[ \t]*(?:(?:async[ \t]+)?(?:function\b[ \t]*\*?|class\b)[ \t]*(?!extends\b)([\w$]+)|([\w$]+)[ \t]*;?$)/m;
function wholesOf(files) {
  const found3 = /* @__PURE__ */ new Map();
  for (const { path, text: text2 } of files) {
    const [, declared2, named3] = WHOLE.exec(text2) ?? [];
    const name = declared2 ?? named3;
    if (name !== void 0) found3.set(path, name);
  }
  return found3;
}

// src/engine/templates/eligible.ts
var ASSERTIONS = /(?:from\s*|require\(\s*|import\s*|import\(\s*)['"](?:vitest|@jest\/globals|node:test|mocha|chai|expect|expect\.js|should|tape|tap|ava|uvu|sinon|jasmine|qunit|power-assert|must|unexpected|@std\/assert|@testing-library\/[\w-]+)(?:\/[\w-]+)*['"]/;
var ASSERT = /['"](?:node:)?assert(?:\/strict)?['"]/;
var SUITE = /\b(?:describe|it|test|suite|before|after|beforeEach)\s*(?:=|\(|\.(?:only|skip)\b)/;
var DEFINES_SUITE = /\bfunction\s+(?:describe|it)\s*\(|\b(?:describe|it)\s*\(\s*['"`]/;
var ASSIGNS_SUITE = /\b(?:describe|it)\s*=\s*(?:async\b|function\b|require\b|\(|\w+\s*=>)/;
var TEST_PATH2 = /(?:^|\/)(?:tests?|specs?|__tests__|__mocks__|fixtures?)\/|[._-](?:spec|test|tests)\.[cm]?[jt]sx?$|^(?:test|tests|spec)\.[cm]?[jt]sx?$/;
var GENERATED = /(?:^|\/)(?:node_modules|bower_components|vendor)\/|\.min\.[cm]?js$|\.bundle\.[cm]?js$|\.d\.[cm]?ts$/;
function isEligible(file) {
  const javascript = /\.[cm]?[jt]sx?$/.test(file.path);
  if (GENERATED.test(file.path) || !(javascript || hasGrammar(file.path))) return false;
  if (TEST_PATH2.test(file.path)) return false;
  if (!javascript && (isTestOfGrammar(file.path) || usesTestLibrary(file))) return false;
  const { text: text2 } = file;
  if (/@generated\b|DO NOT EDIT|<auto-generated>/.test(text2.slice(0, 2e3))) return false;
  if (text2.length > 5e3 && text2.length / (text2.split("\n").length || 1) > 300) return false;
  if (ASSERTIONS.test(text2) || DEFINES_SUITE.test(text2) || javascript && ASSIGNS_SUITE.test(text2)) return false;
  return !(ASSERT.test(text2) && SUITE.test(text2));
}
var TEST_WORD = /^(?:unit)?tests?(?:cases?|suites?|data)?$/i;
function liesWithTests(path, testFiles2) {
  for (const file of testFiles2) {
    const folder = file.slice(0, file.lastIndexOf("/") + 1);
    if (folder === "" || !path.startsWith(folder)) continue;
    const words = folder.split("/").at(-2)?.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/) ?? [];
    if (words.some((word) => TEST_WORD.test(word))) return true;
  }
  return false;
}

// src/engine/templates/deciders.ts
var raised = 1.05;
function raiseDeciders(deciders, scores) {
  const found3 = [];
  for (const { line, ways } of deciders) {
    const most2 = Math.max(0, ...ways.filter((way) => way !== line).map((way) => scores.get(way) ?? 0));
    if (most2 > (scores.get(line) ?? 0)) found3.push([line, raised * most2]);
  }
  for (const [line, score] of found3) scores.set(line, Math.max(scores.get(line) ?? 0, score));
}

// src/engine/templates/weigh-line.ts
function weighLine(text2, drafts, settings2) {
  const mass = massOf(drafts);
  const weighed = drafts.map((draft) => {
    const { family, proposal, place, suspicion } = draft;
    const { line = 1, places: places2 } = mass.get(family) ?? {};
    const own2 = Math.max(1, places2?.get(place) ?? 1);
    const shared3 = own2 ** settings2.dilution.place * Math.max(1, line / own2) ** settings2.dilution.line;
    return { draft, weight: suspicion * family.share * proposal.odds / shared3 };
  });
  const seen = /* @__PURE__ */ new Set();
  const kept3 = [];
  for (const { draft, weight } of weighed.sort((a, b) => b.weight - a.weight)) {
    if (kept3.length >= settings2.most) break;
    const key = essence(text2, draft.proposal);
    if (seen.has(key)) continue;
    seen.add(key);
    kept3.push({ ...draft, weight: weight / (1 + kept3.length / settings2.breadth) });
  }
  return kept3;
}
function massOf(drafts) {
  const mass = /* @__PURE__ */ new Map();
  for (const { family, proposal, place } of drafts) {
    const own2 = mass.get(family) ?? { line: 0, places: /* @__PURE__ */ new Map() };
    own2.line += proposal.odds;
    own2.places.set(place, (own2.places.get(place) ?? 0) + proposal.odds);
    mass.set(family, own2);
  }
  return mass;
}

// src/engine/templates/family.ts
function brief(text2) {
  const line = text2.slice(0, 120).replace(/\s+/g, " ");
  return line.length > 48 ? `${line.slice(0, 45)}...` : line;
}
function hasWord(code2, word) {
  return new RegExp(`(?<![\\w$])${escapeRegex(word)}(?![\\w$])`).test(code2);
}

// src/engine/templates/grammar/python.ts
function callOf(branch, scene) {
  const [callee, list] = branch?.type === "call" ? [fieldOf(branch, "function"), fieldOf(branch, "arguments")] : [null, null];
  if (callee === null || list === null) return null;
  const method = callee.type === "attribute" ? fieldOf(callee, "attribute") : null;
  return {
    callee,
    list,
    given: list.type === "argument_list" ? namedChildren(list) : [list],
    object: method === null ? null : fieldOf(callee, "object"),
    name: scene.text(method ?? callee)
  };
}
function parametersOf(fn, scene) {
  return parameters(fn, scene).map(({ name }) => name);
}
function plainParametersOf(fn, scene) {
  return parameters(fn, scene).flatMap(({ name, isRest }) => isRest ? [] : [name]);
}
function parameters(fn, scene) {
  const list = fieldOf(fn, "parameters");
  return (list === null ? [] : namedChildren(list)).flatMap((each) => {
    const inner = each.type === "identifier" ? each : fieldOf(each, "name") ?? namedChildren(each)[0];
    const rest3 = [each, inner].find((one) => one !== void 0 && /_splat_pattern$/.test(one.type));
    const name = rest3 === void 0 ? inner : namedChildren(rest3)[0];
    return name?.type === "identifier" ? [{ name: scene.text(name), isRest: rest3 !== void 0 }] : [];
  });
}
function firstStatement(fn) {
  const [first, second] = namedChildren(fieldOf(fn, "body") ?? fn);
  const isSaid = first?.type === "expression_statement" && namedChildren(first)[0]?.type === "string";
  return isSaid ? second : first;
}
function deeper2(pad) {
  return pad + (pad.includes("	") ? "	" : "    ");
}

// src/engine/templates/grammar/kinds.ts
var NUMBERS = /^(?:len|int|abs|sum|round|ord|float|pow|divmod|floor|ceil|sqrt|count|find|index)$/;
var TEXTS = /^(?:str|join|lower|upper|strip|lstrip|rstrip|replace|swapcase|capitalize|title|chr|bin|hex|oct|format)$/;
var LISTS = /^(?:list|sorted|set|tuple|reversed|split|keys|values|items|range|map|filter|zip|enumerate|splitlines)$/;
function kindOf(branch, scene) {
  const { type } = branch;
  if (/^(?:true|false|none|comparison_operator|not_operator)$/.test(type)) return "truth";
  if (/^(?:integer|float|unary_operator)$/.test(type)) return "number";
  if (/^(?:string|concatenated_string)$/.test(type)) return "text";
  if (/^(?:list|tuple|set|list_comprehension|set_comprehension|generator_expression)$/.test(type)) return "list";
  if (type === "parenthesized_expression") {
    const inner = branch.children.find((child2) => child2.named);
    return inner === void 0 ? "any" : kindOf(inner, scene);
  }
  if (type === "binary_operator") return /^(?:-|\/|\/\/|%|\*\*)$/.test(branch.children[1]?.type ?? "") ? "number" : "any";
  if (type !== "call") return "any";
  const name = calledName(branch, scene);
  return NUMBERS.test(name) ? "number" : TEXTS.test(name) ? "text" : LISTS.test(name) ? "list" : "any";
}
function calledName(call, scene) {
  const callee = fieldOf(call, "function");
  if (callee === null) return "";
  return scene.text(fieldOf(callee, "attribute") ?? callee);
}
var fitting = {
  truth: /^(?:not|int|str)$/,
  number: /^(?:int|abs|str|round|float|bool|bin)$/,
  text: /^(?:int|len|list|sorted|set|float|strip|lower|upper|split|reversed|\[::-1\])$/,
  list: /^(?:len|list|sorted|set|sum|max|min|tuple|reversed|copy|join|any|all|\[::-1\])$/,
  any: /./
};
function canWrap(branch, wrapped3, scene) {
  const name = /^(?:''\.)?(\w+)\(/.exec(wrapped3)?.[1] ?? /\.(\w+)\(\)$/.exec(wrapped3)?.[1] ?? /\[::-1\]$/.exec(wrapped3)?.[0] ?? "";
  const own2 = branch.type === "call" ? calledName(branch, scene) : "";
  const around2 = branch.parent?.parent?.type === "call" && branch.parent.type === "argument_list" ? calledName(branch.parent.parent, scene) : "";
  return fitting[kindOf(branch, scene)].test(name) && own2 !== name && around2 !== name;
}

// src/engine/templates/grammar/families/names.ts
var OTHER_ROLE = 0.3;
var identifiers = {
  name: "identifier",
  share: 0.14,
  *propose(branch, scene) {
    const { language } = scene;
    if (!language.identifiers.has(branch.type) || isMember2(branch, language) || isDeclared(branch)) return;
    const own2 = scene.text(branch);
    const callee = isCallee(branch, scene);
    const holders = new Set(scene.variables(branch));
    for (const [rank, name] of scene.names(branch).entries()) {
      if (name === own2 || scene.modules.has(name) && branch.field !== "object") continue;
      const odds = (0.4 + scene.alike(own2, name)) / (1 + rank / 8);
      const role = callee === holders.has(name) && !scene.modules.has(name) ? OTHER_ROLE : 1;
      const written2 = conventionOf(own2) === conventionOf(name) ? 1 : OTHER_CONVENTION;
      yield replaced(branch, name, `${own2} -> ${name}`, (callee ? odds / 4 : odds) * role * written2);
    }
  }
};
var confusable = {
  name: "confusable name",
  share: 0.08,
  *propose(branch, scene) {
    if (!branch.named || branch.children.length > 0) return;
    const own2 = scene.text(branch);
    for (const group of scene.language.confusable) {
      if (!group.includes(own2)) continue;
      for (const other of group) if (other !== own2) yield replaced(branch, other, `${own2} -> ${other}`, 1);
    }
  }
};
var members = {
  name: "member",
  share: 0.06,
  *propose(branch, scene) {
    if (!isMember2(branch, scene.language)) return;
    const own2 = scene.text(branch);
    for (const name of scene.members) {
      if (name !== own2) yield replaced(branch, name, `.${own2} -> .${name}`, 0.3 + scene.alike(own2, name));
    }
    const { parent } = branch;
    const object2 = parent === null ? null : fieldOf(parent, "object") ?? fieldOf(parent, "operand") ?? namedChildren(parent)[0] ?? null;
    if (parent !== null && object2 !== null && object2 !== branch && !isCallee(parent, scene)) {
      yield replaced(parent, scene.text(object2), `without .${own2}`, 0.5);
    }
  }
};
var calls = {
  name: "call",
  share: 0.12,
  *propose(branch, scene) {
    const { language } = scene;
    if (!language.calls.has(branch.type)) return;
    const list = branch.children.find((child2) => language.argumentLists.has(child2.type)) ?? null;
    const given = list === null ? [] : namedChildren(list);
    const [first, second] = given;
    if (first !== void 0 && second !== void 0 && given.length <= 4) {
      for (const [index, one] of given.entries()) {
        const next = given[index + 1];
        if (next !== void 0) yield swapped(one, next, scene, "arguments swapped", 1);
      }
    }
    if (given.length > 1) {
      for (const [index, one] of given.entries()) {
        const before = given[index - 1];
        const next = given[index + 1];
        const [start, end] = before !== void 0 ? [before.end, one.end] : [one.start, next?.start ?? one.end];
        yield { start, end, text: "", label: `without the argument ${brief(scene.text(one))}`, odds: 0.6 };
      }
    }
    const isTaken = branch.parent?.type !== "expression_statement";
    if (isTaken && first !== void 0 && given.length === 1)
      yield replaced(branch, scene.text(first), `without the call ${brief(scene.text(branch))}`, 1);
    const receiver = receiverOf(branch);
    if (isTaken && receiver !== null) yield replaced(branch, scene.text(receiver), `without the call ${brief(scene.text(branch))}`, 1);
    if (list !== null && list.end - list.start > 1) {
      for (const name of scene.variables(branch).slice(0, 8)) {
        const at = given.at(-1)?.end ?? list.end - 1;
        yield { start: at, end: at, text: given.length > 0 ? `, ${name}` : name, label: `argument ${name} added`, odds: 0.2 };
      }
    }
  }
};
var wraps = {
  name: "wrap",
  share: 0.07,
  *propose(branch, scene) {
    const { language } = scene;
    if (!isValue(branch, language) || branch.end - branch.start > 80) return;
    const value = scene.text(branch);
    const operand2 = branch.children.length === 0 || language.calls.has(branch.type) || /attribute|member|field|subscript|parenthesized/.test(branch.type) ? value : `(${value})`;
    const fitting2 = language.wraps.filter((wrap2) => language.name !== "python" || canWrap(branch, wrap2("x"), scene));
    for (const [rank, wrap2] of fitting2.entries()) {
      const text2 = wrap2(wrap2("x").startsWith("x") ? operand2 : value);
      yield replaced(branch, text2, `${brief(value)} -> ${brief(text2)}`, 1 / (1 + rank / 6));
    }
  }
};
var nameFamilies = [identifiers, confusable, members, calls, wraps];
function isDeclared({ field, parent }) {
  return field === "name" && !/call|member|access/.test(parent?.type ?? "") || /parameter|import|alias|type$/.test(parent?.type ?? "");
}
function isCallee(branch, { language }) {
  return branch.parent !== null && language.calls.has(branch.parent.type) && (branch.field === "function" || branch.field === "name");
}
function receiverOf(call) {
  const callee = fieldOf(call, "function");
  return callee === null ? fieldOf(call, "object") : fieldOf(callee, "object") ?? fieldOf(callee, "operand");
}
function replaced(branch, text2, label, odds) {
  return { start: branch.start, end: branch.end, text: text2, label, odds };
}
function swapped(one, other, scene, label, odds) {
  const between2 = scene.file.text.slice(one.end, other.start);
  return { start: one.start, end: other.end, text: `${scene.text(other)}${between2}${scene.text(one)}`, label, odds };
}
function operand(branch, scene) {
  const text2 = scene.text(branch);
  return isCondition2(branch, scene.language) && scene.language.binary.has(branch.type) ? `(${text2})` : text2;
}

// src/engine/templates/grammar/families/built-ins.ts
var MUTABLE = /^(?:list|dictionary|set|list_comprehension|dictionary_comprehension|set_comprehension)$/;
var MOST_NAMES = 5;
var shared = {
  name: "one in all places",
  share: 0.3,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== "binary_operator" || !branch.children.some(({ type }) => type === "*")) return;
    const [list, times] = namedChildren(branch);
    const [item, more] = list?.type === "list" ? namedChildren(list) : [];
    if (times === void 0 || item === void 0 || more !== void 0) return;
    const row = item.type === "binary_operator" ? namedChildren(item)[0] : item;
    const isMade = row !== void 0 && (MUTABLE.test(row.type) || item.type === "call" && /^(?:list|dict|set)\(/.test(scene.text(item)));
    if (!isMade) return;
    const text2 = `[${scene.text(item)} for _ in range(${scene.text(times)})]`;
    yield replaced(branch, text2, `${brief(scene.text(item))} made for each place`, 1);
  }
};
var OPTIONAL = /^(?:split|rsplit|strip|lstrip|rstrip|pop|sort|splitlines|encode|decode)$/;
var bare2 = {
  name: "argument left out",
  share: 0.05,
  *propose(branch, scene) {
    const call = isPython(scene) ? callOf(branch, scene) : null;
    if (call === null || call.object === null || !OPTIONAL.test(call.name)) return;
    const [only, more] = call.given;
    if (only !== void 0 && more === void 0) yield replaced(call.list, "()", `${call.name} without ${brief(scene.text(only))}`, 1);
  }
};
var rounded = {
  name: "rounding",
  share: 0.06,
  *propose(branch, scene) {
    const call = isPython(scene) ? callOf(branch, scene) : null;
    const [value, more] = call?.given ?? [];
    if (call?.name !== "round" || call.object !== null || value === void 0 || more !== void 0) return;
    const sum = value.children.length > 0 && value.type !== "call" ? `(${scene.text(value)}) + 0.5` : `${scene.text(value)} + 0.5`;
    if (/\bimport math\b/.test(scene.file.text)) yield replaced(branch, `math.floor(${sum})`, "halves rounded up", 1);
    yield replaced(branch, `int(${sum})`, "halves rounded up", 0.6);
  }
};
var fromTheEnd = {
  name: "counted from the end",
  share: 0.03,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== "unary_operator") return;
    const [operand2] = namedChildren(branch);
    if (operand2?.type !== "identifier" || !scene.text(branch).startsWith("-")) return;
    const subscript = nearest(branch, /* @__PURE__ */ new Set(["subscript"]));
    const object2 = subscript === null ? null : namedChildren(subscript)[0];
    const inSlice = branch.parent?.type === "slice" && object2 != null;
    const fn = nearest(branch, scene.language.functions);
    const before = new Set(
      fn === null ? [] : [...below(fn)].filter((each) => each.type === "identifier" && each.end <= branch.start).map(scene.text)
    );
    const isValue2 = branch.field === "right" && branch.parent?.type === "assignment";
    const target = isValue2 && branch.parent !== null ? fieldOf(branch.parent, "left") : null;
    const known2 = scene.variables(branch).filter((name) => before.has(name) && (target === null || name !== scene.text(target)));
    const names2 = inSlice ? [scene.text(object2)] : isValue2 ? known2.slice(0, MOST_NAMES) : [];
    for (const [rank, name] of names2.filter((each) => each !== scene.text(operand2)).entries()) {
      const text2 = `len(${name}) - ${scene.text(operand2)}`;
      yield replaced(branch, text2, `${brief(text2)} from the beginning`, (inSlice ? 1 : 0.4) / (1 + rank / 2));
      yield replaced(branch, `max(0, ${text2})`, `${brief(text2)} from the beginning, if any`, (inSlice ? 0.5 : 0.2) / (1 + rank / 2));
    }
  }
};
var longest = {
  name: "all of the longer one",
  share: 0.1,
  *propose(branch, scene) {
    const call = isPython(scene) ? callOf(branch, scene) : null;
    if (call?.name !== "zip" || call.object !== null || call.given.length < 2) return;
    const imported3 = /\bimport [^\n]*\bzip_longest\b/.test(scene.file.text) ? "zip_longest" : null;
    const called = imported3 ?? (/^import itertools\b/m.test(scene.file.text) ? "itertools.zip_longest" : null);
    if (called === null) return;
    const given = call.given.map(scene.text).join(", ");
    for (const [value, odds] of [
      [", fillvalue=0", 1],
      ["", 1],
      [", fillvalue=''", 0.6]
    ])
      yield replaced(branch, `${called}(${given}${value})`, `${called}${value}`, odds);
  }
};
var TELLING = new Map(
  Object.entries({
    enumerate: { given: 1, options: ["1"] },
    round: { given: 1, options: ["1", "2"] },
    sorted: { given: 1, options: ["reverse=True", "key=len", "key=int", "key=str.lower"] },
    sort: { given: 0, options: ["reverse=True", "key=len", "key=int", "key=str.lower"] },
    max: { given: 1, options: ["default=0", "key=len"] },
    min: { given: 1, options: ["default=0", "key=len"] },
    split: { given: 0, options: ["','", "' '", "'\\n'"] },
    get: { given: 1, options: ["0", "[]", "''", "None"] },
    pop: { given: 0, options: ["0"] },
    sum: { given: 1, options: ["0.0"] },
    next: { given: 1, options: ["None"] },
    getattr: { given: 2, options: ["None"] },
    zip: { given: 2, options: ["strict=True"] },
    replace: { given: 2, options: ["1"] },
    isclose: { given: 2, options: ["abs_tol=1e-9"] }
  })
);
var told = {
  name: "argument that tells more",
  share: 0.05,
  *propose(branch, scene) {
    const call = isPython(scene) ? callOf(branch, scene) : null;
    if (call === null || call.list.type !== "argument_list") return;
    const { given, list } = call;
    const telling2 = TELLING.get(call.name);
    const isNamed3 = given.some(({ type }) => /^(?:keyword_argument|list_splat|dictionary_splat)$/.test(type));
    const at = given.at(-1)?.end ?? list.start + 1;
    const own2 = given.map(scene.text);
    for (const [rank, option] of (telling2?.options ?? []).entries()) {
      const [keyword, value] = option.split("=");
      const isTold = value === void 0 ? isNamed3 || given.length !== telling2?.given : own2.some((each) => each.startsWith(`${keyword}=`));
      if (isTold || value !== void 0 && !isNamed3 && given.length !== telling2?.given) continue;
      yield {
        start: at,
        end: at,
        text: given.length > 0 ? `, ${option}` : option,
        label: `argument ${option} added`,
        odds: 1 / (1 + rank / 2)
      };
    }
  }
};
var nearlyEqual = {
  name: "nearly equal",
  share: 0.03,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== "comparison_operator" || branch.children.length !== 3) return;
    const [left2, sign, right] = branch.children;
    if (left2 === void 0 || right === void 0 || !/^[=!]=$/.test(sign?.type ?? "")) return;
    const isSum = (side) => side.type === "binary_operator" && side.children.some(({ type }) => /^[-+*/]$/.test(type)) && !/['"[\]|&^]/.test(scene.text(side));
    const isPlain2 = (side) => isSum(side) || /^(?:float|integer|identifier|attribute|call)$/.test(side.type);
    const isFraction = [left2, right].some((side) => side.type === "float" || isSum(side));
    if (!isFraction || ![left2, right].every(isPlain2) || branch.end - branch.start > 80) return;
    const text2 = `abs(${scene.text(left2)} - ${/^\w+(?:\.\w+)?$/.test(scene.text(right)) ? scene.text(right) : `(${scene.text(right)})`}) ${sign?.type === "==" ? "<" : ">="} 1e-9`;
    yield replaced(branch, text2, `${brief(scene.text(branch))}, nearly`, 1);
  }
};
var joined2 = {
  name: "parts as texts",
  share: 0.05,
  *propose(branch, scene) {
    const call = isPython(scene) ? callOf(branch, scene) : null;
    const [only, more] = call?.given ?? [];
    if (call?.name !== "join" || call.object === null || only === void 0 || more !== void 0) return;
    if (/^(?:identifier|attribute|call|subscript|list)$/.test(only.type))
      yield replaced(only, `map(str, ${scene.text(only)})`, "parts as texts", scene.clues.complaints.mixed ? 10 : 1);
  }
};
var pairs = {
  name: "pairs to go over",
  share: 0.08,
  *propose(branch, scene) {
    if (!isPython(scene) || !/^for_(?:statement|in_clause)$/.test(branch.type)) return;
    const [target, list] = [fieldOf(branch, "left"), fieldOf(branch, "right")];
    if (target === null || list === null || !/^(?:pattern_list|tuple_pattern)$/.test(target.type) || namedChildren(target).length !== 2)
      return;
    if (!/^(?:identifier|attribute|subscript|call)$/.test(list.type) || /^(?:enumerate|zip)\(|\.items\(\)$/.test(scene.text(list))) return;
    yield replaced(list, `enumerate(${scene.text(list)})`, "with their places", 1);
    yield replaced(list, `${scene.text(list)}.items()`, "with their keys", 1);
  }
};
var asPattern = {
  name: "text as a pattern",
  share: 0.06,
  *propose(branch, scene) {
    const call = isPython(scene) && branch.parent?.type === "argument_list" ? callOf(branch.parent.parent, scene) : null;
    if (call === null || !/^re\.\w+$/.test(scene.text(call.callee)) || branch.index > 1) return;
    const own2 = scene.text(branch);
    if (branch.type === "string" && /^["']/.test(own2) && own2.includes("\\"))
      yield replaced(branch, `r${own2}`, "backslashes as they are", 2);
    if (/^(?:identifier|attribute|subscript)$/.test(branch.type)) yield replaced(branch, `re.escape(${own2})`, `${brief(own2)} as a text`, 1);
  }
};
var wholeSpan = {
  name: "whole span",
  share: 0.3,
  *propose(branch, scene) {
    const member = isPython(scene) && branch.type === "attribute" ? fieldOf(branch, "attribute") : null;
    const object2 = fieldOf(branch, "object");
    if (member !== null && object2 !== null && scene.text(member) === "seconds" && branch.field !== "function")
      yield replaced(branch, `${scene.text(object2)}.total_seconds()`, "days, too", 1);
  }
};
var shapes = {
  name: "shape",
  share: 0.03,
  *propose(branch, scene) {
    if (!isPython(scene)) return;
    const own2 = scene.text(branch);
    if (branch.type === "parenthesized_expression") {
      const [only] = namedChildren(branch);
      if (only !== void 0 && /^(?:identifier|attribute|subscript|string|integer|float|call)$/.test(only.type))
        yield replaced(branch, `(${scene.text(only)},)`, "tuple of one", 1);
    }
    if (branch.type === "binary_operator" && branch.children.some(({ type }) => type === "//") && own2.length <= 60) {
      const [of2, by] = namedChildren(branch);
      if (of2 !== void 0 && by !== void 0) {
        const put = /^(?:identifier|attribute|call|subscript|integer)$/.test(of2.type) ? scene.text(of2) : `(${scene.text(of2)})`;
        yield replaced(branch, `-(-${put} // ${scene.text(by)})`, "rounded up", 1);
      }
    }
    const copied2 = /^(?:list|tuple)\((\w+)\)$|^(\w+)\[:\]$|^(\w+)\.copy\(\)$|^copy\.copy\((\w+)\)$/.exec(own2);
    const name = copied2?.slice(1).find((each) => each !== void 0);
    if (name === void 0 || !/^(?:call|subscript)$/.test(branch.type)) return;
    yield replaced(branch, `[row[:] for row in ${name}]`, "copies of its rows", 1);
    yield replaced(branch, `{key: list(value) for key, value in ${name}.items()}`, "copies of its values", 0.3);
    if (/^import copy\b/m.test(scene.file.text)) yield replaced(branch, `copy.deepcopy(${name})`, "whole copy", 1.5);
  }
};
var EACH = [
  ...["int", "float", "str", "len", "abs"].map((name) => (item) => `${name}(${item})`),
  ...["strip", "lower", "upper"].map((name) => (item) => `${item}.${name}()`)
];
var eachItem = {
  name: "each item",
  share: 0.03,
  *propose(branch, scene) {
    const { parent } = branch;
    if (!isPython(scene) || parent === null || branch.field !== "body" || !/_comprehension$|^generator_expression$/.test(parent.type))
      return;
    if (!/^(?:identifier|subscript|attribute)$/.test(branch.type)) return;
    const own2 = scene.text(branch);
    for (const [rank, made2] of EACH.map((wrap2) => wrap2(own2)).entries())
      yield replaced(branch, made2, `${own2} -> ${made2}`, 1 / (1 + rank / 3));
  }
};
var builtInFamilies = [
  shared,
  bare2,
  rounded,
  fromTheEnd,
  longest,
  told,
  nearlyEqual,
  eachItem,
  joined2,
  pairs,
  asPattern,
  wholeSpan,
  shapes
];

// src/engine/templates/calendar.ts
var RULE = /^\(?(?<year>[\w.$]+(?:\([^()]{0,20}\))?) % 4 (?<equals>===?) 0(?: (?:&&|and) \k<year> % 100 (?:!==?) 0)?\)?$/;
var CENTURIES = /^(?<year>[\w.$]+(?:\([^()]{0,20}\))?) % 100 (?<sign>[=!]==?) 0$/;
function leapYearRule(condition, around2, python2) {
  const { year, equals = "==" } = RULE.exec(condition)?.groups ?? {};
  if (year === void 0 || /\b400\b/.test(around2) || !/year|leap|calendar/i.test(`${year} ${around2}`)) return null;
  const differs = equals.replace("=", "!").slice(0, equals.length);
  const [and, or] = python2 ? ["and", "or"] : ["&&", "||"];
  return `((${year} % 4 ${equals} 0 ${and} ${year} % 100 ${differs} 0) ${or} ${year} % 400 ${equals} 0)`;
}
function centuryRule(condition, around2, python2) {
  const { year, sign = "" } = CENTURIES.exec(condition)?.groups ?? {};
  if (year === void 0 || /\b400\b/.test(around2) || !/year|leap|calendar/i.test(`${year} ${around2}`)) return null;
  const isCentury = sign.startsWith("=");
  const [and, or] = python2 ? ["and", "or"] : ["&&", "||"];
  const contrary = `${isCentury ? "!" : "="}${sign.slice(1)}`;
  return `(${condition} ${isCentury ? and : or} ${year} % 400 ${contrary} 0)`;
}

// src/engine/templates/grammar/families/chains.ts
var MOST_PARTS = 5;
var siblings = {
  name: "sibling of a part",
  share: 0.03,
  *propose(branch, scene) {
    const join = joinOf2(branch, scene);
    if (join === null || branch.parent !== null && joinOf2(branch.parent, scene) === join) return;
    const parts = partsOf(branch, join, scene);
    const known2 = new Set(parts.map((part) => scene.text(part).replace(/\s/g, "")));
    const names2 = [...new Set(parts.flatMap((part) => leavesOf(part, scene).map(scene.text)))].slice(0, 4);
    for (const [rank, part] of parts.slice(0, MOST_PARTS).entries()) {
      for (const text2 of variantsOf(part, names2, scene)) {
        const bare4 = text2.replace(/\s/g, "");
        if (known2.has(bare4)) continue;
        known2.add(bare4);
        const grouped3 = /^\(/.test(scene.text(part)) || join === scene.language.and || join === scene.language.or ? text2 : `(${text2})`;
        yield replaced(branch, `${scene.text(branch)} ${join} ${grouped3}`, `${join} ${brief(text2)} added`, 1 / (1 + rank / 3));
      }
    }
  }
};
var leapYears = {
  name: "leap years",
  share: 0.5,
  *propose(branch, scene) {
    const { language, file } = scene;
    if (language.name !== "python" || !/^(?:comparison|boolean)_operator$/.test(branch.type) || branch.end - branch.start > 80) return;
    const around2 = scene.text(nearest(branch, language.functions) ?? scene.program);
    const century = centuryRule(scene.text(branch), around2, true);
    if (century !== null) yield replaced(branch, century, "every fourth century", 1);
    const rule = leapYearRule(scene.text(branch), around2, true);
    const isPart2 = branch.parent !== null && leapYearRule(file.text.slice(branch.parent.start, branch.parent.end), "", true) !== null;
    if (rule !== null && !isPart2) yield replaced(branch, rule, "the whole rule of leap years", 1);
  }
};
var chainFamilies = [siblings, leapYears];
function joinOf2(branch, { language }) {
  if (!language.binary.has(branch.type)) return null;
  return branch.children.find((child2) => !child2.named && (child2.type === language.and || child2.type === language.or))?.type ?? null;
}
function partsOf(branch, join, scene) {
  return joinOf2(branch, scene) === join ? namedChildren(branch).flatMap((child2) => partsOf(child2, join, scene)) : [branch];
}
function leavesOf(part, { language }) {
  return [...below(part)].filter((leaf) => leaf.children.length === 0 && (language.identifiers.has(leaf.type) || isNumber(leaf)));
}
function* variantsOf(part, names2, scene) {
  const leaves3 = leavesOf(part, scene).slice(0, 5);
  const text2 = scene.text(part);
  const put = (changes3) => {
    let made2 = "";
    let at = part.start;
    for (const [leaf, other] of changes3.toSorted(([a], [b]) => a.start - b.start)) {
      made2 += text2.slice(at - part.start, leaf.start - part.start) + other;
      at = leaf.end;
    }
    return made2 + text2.slice(at - part.start);
  };
  for (const [index, one] of leaves3.entries())
    for (const other of leaves3.slice(index + 1)) {
      if (scene.text(one) === scene.text(other)) continue;
      yield put([
        [one, scene.text(other)],
        [other, scene.text(one)]
      ]);
    }
  for (const leaf of leaves3) for (const name of names2) if (name !== scene.text(leaf)) yield put([[leaf, name]]);
}

// src/engine/templates/grammar/families/exceptions.ts
var EXCEPTIONS = ["KeyError", "ValueError", "TypeError", "IndexError", "AttributeError", "ZeroDivisionError", "LookupError", "Exception"];
var caught = {
  name: "exception",
  share: 0.06,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== "except_clause") return;
    const [named3, more] = namedChildren(branch);
    const type = named3?.type === "as_pattern" ? namedChildren(named3)[0] : named3;
    if (type === void 0 || more === void 0 || type.type === "block") return;
    const own2 = scene.text(type);
    const others = scene.file.text.match(/(?<![\w.])(?:\w+\.)*[A-Z]\w*(?:Error|Exception|Interrupt|Iteration)\b/g) ?? [];
    for (const [rank, name] of [.../* @__PURE__ */ new Set([...others, ...EXCEPTIONS])].slice(0, 12).entries()) {
      if (own2.includes(name)) continue;
      yield replaced(type, name, `except ${name}`, 1 / (1 + rank / 3));
      if (type.type === "identifier" && own2 !== "Exception")
        yield replaced(type, `(${own2}, ${name})`, `except ${name}, too`, 0.7 / (1 + rank / 3));
    }
  }
};
var exceptionFamilies = [caught];

// src/engine/templates/grammar/families/expressions.ts
var comparisons = /* @__PURE__ */ new Set(["<", "<=", ">", ">=", "==", "!=", "===", "!==", "in", "not in", "is", "is not"]);
function* otherOperators(branch, scene) {
  if (branch.named || branch.parent === null || !isOperation(branch.parent, scene)) return;
  for (const [rank, other] of (scene.language.operators[branch.type] ?? []).entries())
    yield replaced(branch, other, `${branch.type} -> ${other} in ${brief(scene.text(branch.parent))}`, 2 / (1 + rank / 2));
}
var comparing = {
  name: "comparison",
  share: 0.12,
  *propose(branch, scene) {
    if (!comparisons.has(branch.type)) return;
    const sides = branch.parent === null ? [] : namedChildren(branch.parent);
    const isOfValues = /^is(?: not)?$/.test(branch.type) && !sides.some(({ type }) => /^(?:none|true|false)$/.test(type));
    const meant2 = branch.type === "is" ? "==" : "!=";
    if (isOfValues)
      yield replaced(branch, meant2, `${branch.type} -> ${meant2} in ${brief(sides.map(scene.text).join(` ${branch.type} `))}`, 6);
    yield* otherOperators(branch, scene);
  }
};
var operators = {
  name: "operator",
  share: 0.09,
  *propose(branch, scene) {
    if (!comparisons.has(branch.type)) yield* otherOperators(branch, scene);
  }
};
var operands = {
  name: "operand",
  share: 0.07,
  *propose(branch, scene) {
    if (!scene.language.binary.has(branch.type)) return;
    const [left2, right] = namedChildren(branch);
    if (left2 === void 0 || right === void 0) return;
    yield replaced(branch, scene.text(left2), `without ${brief(scene.file.text.slice(left2.end, right.end).trim())}`, 1);
    yield replaced(branch, scene.text(right), `without ${brief(scene.file.text.slice(left2.start, right.start).trim())}`, 1);
    yield swapped(left2, right, scene, `operands of ${brief(scene.text(branch))} swapped`, 0.5);
    const [first, second] = scene.language.binary.has(right.type) ? namedChildren(right) : [];
    if (first !== void 0 && second !== void 0) {
      const text2 = `(${scene.file.text.slice(left2.start, first.end)})${scene.file.text.slice(first.end, right.end)}`;
      yield replaced(branch, text2, `grouped as ${brief(text2)}`, 0.7);
    }
    const inner = scene.language.binary.has(left2.type) ? namedChildren(left2) : [];
    const [a, b] = inner;
    if (a !== void 0 && b !== void 0) {
      const text2 = `${scene.text(a)}${scene.file.text.slice(a.end, b.start)}(${scene.text(b)}${scene.file.text.slice(left2.end, right.end)})`;
      yield replaced(branch, text2, `grouped as ${brief(text2)}`, 0.7);
      const without3 = `${scene.text(a)}${scene.file.text.slice(a.end, b.start)}${scene.text(right)}`;
      yield replaced(branch, without3, `without ${brief(scene.text(b))}`, 0.4);
    }
  }
};
var conditions = {
  name: "condition",
  share: 0.14,
  *propose(branch, scene) {
    const { language } = scene;
    if (!isCondition2(branch, language)) return;
    const own2 = scene.text(branch);
    if (own2.startsWith("not ")) yield replaced(branch, own2.slice(4), `negation of ${brief(own2)} removed`, 1.5);
    else if (own2.startsWith("!")) yield replaced(branch, own2.slice(1), `negation of ${brief(own2)} removed`, 1.5);
    else yield replaced(branch, language.not(language.binary.has(branch.type) ? `(${own2})` : own2), `${brief(own2)} negated`, 1);
    if (branch.field !== "condition" && branch.parent?.type !== "parenthesized_expression" && branch.parent?.type !== "if_clause") return;
    const isConstant3 = own2 === language.true || own2 === language.false;
    const joins2 = isConstant3 ? [] : [language.and, language.or];
    for (const [rank, other] of scene.conditions(branch).entries()) {
      if (other === own2) continue;
      const odds = 1 / (1.5 + rank / 4);
      yield replaced(branch, other, `${brief(own2)} -> ${brief(other)}`, isConstant3 ? odds : odds / 2);
      for (const join of joins2) {
        yield replaced(branch, `${operand(branch, scene)} ${join} ${other}`, `${join} ${brief(other)} added`, odds);
        yield replaced(
          branch,
          `${operand(branch, scene)} ${join} ${language.not(`(${other})`)}`,
          `${join} not ${brief(other)} added`,
          odds / 3
        );
      }
    }
    for (const [rank, check] of checksOf(scene, branch).entries()) {
      if (isConstant3) yield replaced(branch, check, `${own2} -> ${check}`, 0.6 / (1 + rank / 10));
      for (const join of joins2) {
        yield replaced(branch, `${operand(branch, scene)} ${join} ${check}`, `${join} ${check} added`, 0.6 / (1 + rank / 10));
      }
    }
  }
};
var numbers = {
  name: "number",
  share: 0.1,
  *propose(branch, scene) {
    if (!isNumber(branch)) return;
    const own2 = scene.text(branch);
    const value = Number(own2);
    const near2 = Number.isInteger(value) ? [value + 1, value - 1, 0, 1, -value, value * 2, value + 2, value - 2, value * 10, value / 10, -1, 2] : [value + 1, value - 1, 0, 1];
    const others = [...near2.filter((one) => Number.isFinite(one)).map(String), ...scene.numbers(branch), ...scene.clues.expectedNumbers];
    for (const [rank, other] of [...new Set(others)].entries()) {
      if (other !== own2) yield replaced(branch, other, `${own2} -> ${other}`, 2 / (1 + rank / 3));
    }
    for (const name of scene.variables(branch).slice(0, 8)) yield replaced(branch, name, `${own2} -> ${name}`, 0.25);
  }
};
var constants = {
  name: "constant",
  share: 0.04,
  *propose(branch, scene) {
    const { language } = scene;
    if (!branch.named || branch.end - branch.start > 5) return;
    const own2 = scene.text(branch);
    if (own2 === language.true) yield replaced(branch, language.false, `${own2} -> ${language.false}`, 2);
    if (own2 === language.false) yield replaced(branch, language.true, `${own2} -> ${language.true}`, 2);
    if (own2 !== language.nothing || branch.children.length > 0) return;
    for (const other of [language.false, language.true, "0", '""']) yield replaced(branch, other, `${own2} -> ${other}`, 0.6);
  }
};
var strings = {
  name: "string",
  share: 0.05,
  *propose(branch, scene) {
    if (!scene.language.strings.has(branch.type)) return;
    const own2 = scene.text(branch);
    const quoted2 = /^([rbuRBU]*)(['"])([\s\S]*)\2$/.exec(own2);
    if (quoted2 === null || own2.length > 80 || own2.includes("\n")) return;
    const [, prefix = "", quote2 = '"', inner = ""] = quoted2;
    const make = (text2) => `${prefix}${quote2}${text2.replaceAll(quote2, `\\${quote2}`)}${quote2}`;
    const wanted2 = scene.clues.expectedStrings.filter((one) => !one.includes("\n") && one.length < 60);
    const known2 = [...scene.clues.testStrings].filter((one) => one !== inner && scene.alike(inner, one) > 0.6).slice(0, 4);
    const variants2 = [
      ...known2,
      ...bracketsBeside(inner),
      " ",
      "",
      `${inner} `,
      ` ${inner}`,
      inner.trim(),
      inner.toLowerCase(),
      inner.toUpperCase(),
      capitalised(inner),
      `${inner}s`,
      inner.slice(0, -1),
      inner.slice(1)
    ];
    for (const [rank, other] of [.../* @__PURE__ */ new Set([...variants2, ...wanted2])].entries()) {
      if (other !== inner) yield replaced(branch, make(other), `${brief(own2)} -> ${brief(make(other))}`, 1 / (1 + rank / 6));
    }
    for (const [rank, other] of scene.strings.entries()) {
      if (other !== own2) yield replaced(branch, other, `${brief(own2)} -> ${brief(other)}`, 0.8 / (1 + rank / 8));
    }
  }
};
var boundaries = {
  name: "boundary",
  share: 0.08,
  *propose(branch, scene) {
    const { language } = scene;
    if (isNumber(branch) || !isValue(branch, language) || branch.end - branch.start > 60) return;
    if (language.strings.has(branch.type) || /list|array|dict|lambda|func|composite|keyword_argument|comprehension|boolean|true|false|none/.test(branch.type))
      return;
    const own2 = scene.text(branch);
    const bounded = language.argumentLists.has(branch.parent?.type ?? "") || language.subscripts.has(branch.parent?.type ?? "") || isCompared(branch);
    for (const [index, sign] of ["+", "-"].entries()) {
      const odds = (bounded ? 1 : 0.5) / (1 + index / 10) * stepOdds(...comparedAs(branch), sign);
      yield replaced(branch, `${own2} ${sign} 1`, `${brief(own2)} ${sign} 1`, odds);
    }
    yield replaced(
      branch,
      /^-/.test(own2) ? own2.slice(1) : `-${operandOf(branch, scene)}`,
      `sign of ${brief(own2)}`,
      isCountedFrom(branch, scene) ? 0.8 : 0.3
    );
    for (const number3 of scene.numbers(branch).slice(0, 4)) {
      for (const operator of ["%", "*", "+", "-"])
        yield replaced(branch, `${operandOf(branch, scene)} ${operator} ${number3}`, `${brief(own2)} ${operator} ${number3}`, 0.15);
    }
  }
};
var donors = {
  name: "donor",
  share: 0.07,
  *propose(branch, scene) {
    const { language } = scene;
    if (!isValue(branch, language)) return;
    const own2 = scene.text(branch);
    const role = branch.parent?.type ?? "";
    for (const [rank, other] of scene.values(branch).entries()) {
      if (other === own2) continue;
      const odds = (language.returns.has(role) || branch.field === "right" ? 1 : 0.5) / (1 + rank / 6);
      yield replaced(branch, other, `${brief(own2)} -> ${brief(other)}`, odds);
    }
    for (const [rank, name] of scene.variables(branch).slice(0, 10).entries()) {
      for (const operator of ["+", "-", "*", "/", "%"]) {
        if (name !== own2)
          yield replaced(
            branch,
            `${operandOf(branch, scene)} ${operator} ${name}`,
            `${brief(own2)} ${operator} ${name}`,
            0.25 / (1 + rank / 4)
          );
      }
    }
    for (const at of above(branch)) {
      if (!at.named || !isValue(at, language) || at.end - at.start > 200) break;
      yield replaced(at, own2, `${brief(scene.text(at))} -> ${brief(own2)}`, 0.4);
    }
  }
};
var slices = {
  name: "slice",
  share: 0.04,
  *propose(branch, scene) {
    if (branch.type === "slice") {
      for (const part of namedChildren(branch)) yield replaced(part, "", `bound ${brief(scene.text(part))} left out`, 1);
      yield {
        start: branch.end,
        end: branch.end,
        text: "::-1".slice(scene.text(branch).split(":").length - 1),
        label: "reversed",
        odds: 0.3
      };
    }
    const call = isPython(scene) ? callOf(branch, scene) : null;
    if (call?.name !== "range" || call.object !== null || call.given.length === 0) return;
    const { given, list } = call;
    const texts2 = given.map((one) => scene.text(one));
    const made2 = given.length === 1 ? [
      ["1", texts2[0]],
      ["2", texts2[0]],
      ["1", `${texts2[0]} + 1`],
      ["0", texts2[0], "2"],
      [`${texts2[0]} - 1`, "-1", "-1"]
    ] : given.length === 2 ? [[...texts2, "2"], [...texts2, "-1"], [texts2[0], `${texts2[1]} + 1`], [texts2[1]]] : [texts2.slice(0, 2)];
    for (const one of made2) yield replaced(list, `(${one.join(", ")})`, `range(${one.join(", ")})`, 0.7);
  }
};
var expressionFamilies = [
  comparing,
  operators,
  operands,
  conditions,
  numbers,
  constants,
  strings,
  boundaries,
  donors,
  slices
];
function isOperation(parent, { language }) {
  return language.binary.has(parent.type) || /assignment|update_expression|unary|inc_statement|dec_statement|range|short_var/.test(parent.type);
}
function isCountedFrom({ type, field, index, parent }, { language }) {
  if (!/^(?:python|ruby)$/.test(language.name) || type === "slice" || parent === null) return false;
  return parent.type === "slice" || language.subscripts.has(parent.type) && field !== "value" && field !== "object" && index > 0;
}
function isCompared({ parent }) {
  return parent?.children.some((child2) => comparisons.has(child2.type)) ?? false;
}
function comparedAs(branch) {
  const siblings2 = branch.parent?.children ?? [];
  const at = siblings2.findIndex((child2) => comparisons.has(child2.type));
  return [siblings2[at]?.type ?? "", siblings2.indexOf(branch) < at ? "left" : "right"];
}
function operandOf(branch, scene) {
  return scene.language.binary.has(branch.type) ? `(${scene.text(branch)})` : scene.text(branch);
}
function* checks(scene, branch) {
  const { language } = scene;
  for (const name of scene.variables(branch).slice(0, 6)) {
    yield name;
    yield language.not(name);
    for (const number3 of ["0", "1"]) for (const operator of ["==", ">", "!=", "<", ">="]) yield `${name} ${operator} ${number3}`;
    if (language.nothing !== null)
      yield language.name === "python" ? `${name} is not ${language.nothing}` : `${name} != ${language.nothing}`;
  }
}
function checksOf(scene, branch) {
  return [...checks(scene, branch)];
}
var brackets2 = ["(", "[", "{", "<", ")", "]", "}", ">"];
function bracketsBeside(text2) {
  return brackets2.includes(text2) ? brackets2.filter((one) => one !== text2) : [];
}
function capitalised(text2) {
  return text2.slice(0, 1).toUpperCase() + text2.slice(1);
}

// src/engine/templates/grammar/families/extremes.ts
var LONGEST4 = 60;
var NO_NUMBER = /^(?:string|list|dictionary|set|tuple|true|false|none|integer|float|lambda|await|yield|.*_comprehension|generator_expression|comparison_operator|boolean_operator|not_operator|conditional_expression|assignment|expression_list|concatenated_string)$/;
var extremeKept = {
  name: "extreme kept",
  share: 0.05,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== "assignment" || branch.parent?.type !== "expression_statement") return;
    const [target, value] = [fieldOf(branch, "left"), fieldOf(branch, "right")];
    if (target === null || value === null || branch.end - branch.start > LONGEST4 || NO_NUMBER.test(value.type)) return;
    if (!/^(?:identifier|attribute|subscript)$/.test(target.type)) return;
    const [name, text2] = [scene.text(target), scene.text(value)];
    if (hasWord(text2, name) || name.includes("(")) return;
    const fn = nearest(branch, scene.language.functions) ?? scene.program;
    const around2 = [...above(branch)];
    const isHeld2 = target.type !== "identifier" || around2.some(
      (at) => /^(?:for|while)_statement$/.test(at.type) && [...below(fn)].some((each) => each.end <= at.start && isPythonTarget(each) && scene.text(each) === name)
    );
    const isCompared2 = around2.some((at) => {
      const test = /^(?:if_statement|elif_clause)$/.test(at.type) ? fieldOf(at, "condition") : null;
      return test !== null && hasWord(scene.text(test), name) && hasWord(scene.text(test), text2);
    });
    if (!isHeld2 || isCompared2) return;
    for (const [method, odds] of [
      ["max", 1],
      ["min", 0.7]
    ]) {
      const label = `${brief(name)} = the ${method} of itself and ${brief(text2)}`;
      yield { start: value.start, end: value.end, text: `${method}(${name}, ${text2})`, label, odds };
    }
  }
};
var LIMITS = [
  ["float('-inf')", 0.8],
  ["float('inf')", 0.8],
  ["0", 0.3]
];
var begun = {
  name: "first value",
  share: 0.06,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== "assignment") return;
    const [target, value] = [fieldOf(branch, "left"), fieldOf(branch, "right")];
    const fn = nearest(branch, scene.language.functions);
    if (target?.type !== "identifier" || value === null || fn === null) return;
    if (!/^(?:integer|float|unary_operator|none|call)$/.test(value.type) || value.end - value.start > 16) return;
    const name = scene.text(target);
    const isExtreme = new RegExp(`\\b(?:max|min)\\(${name}\\b|\\b(?:max|min)\\([^()]*, ${name}\\)|[<>]=? ${name}\\b|\\b${name} [<>]`).test(
      scene.text(fn)
    );
    if (!isExtreme) return;
    for (const [text2, odds] of [...firstOf(fn, scene).map((each) => [each, 1]), ...LIMITS])
      if (text2 !== scene.text(value)) yield replaced(value, text2, `${name} begins as ${text2}`, odds);
  }
};
function firstOf(fn, scene) {
  const text2 = scene.text(fn);
  return parametersOf(fn, scene).filter((name) => new RegExp(`\\bin ${name}\\b|\\b${name}\\[|\\blen\\(${name}\\)|\\(${name}\\)`).test(text2)).map((name) => `${name}[0]`);
}
var extremeFamilies = [extremeKept, begun];

// src/engine/templates/grammar/families/messages.ts
var MOST_MODULES = 24;
var MOST_HANDED = 3;
var MODULES = new Set(
  "abc argparse asyncio base64 bisect collections contextlib copy csv dataclasses datetime decimal enum functools glob hashlib heapq html inspect io itertools json logging math operator os pathlib pickle random re shutil statistics string struct subprocess sys tempfile textwrap threading time traceback typing unicodedata urllib uuid warnings".split(
    " "
  )
);
var FROM = {
  ...Object.fromEntries(["defaultdict", "OrderedDict", "Counter", "deque", "namedtuple"].map((name) => [name, "collections"])),
  ...Object.fromEntries(["reduce", "partial", "wraps", "lru_cache", "cached_property"].map((name) => [name, "functools"])),
  ...Object.fromEntries(["Any", "Dict", "List", "Optional", "Tuple", "Union", "Callable", "Iterable"].map((name) => [name, "typing"])),
  ...Object.fromEntries(["chain", "product", "permutations", "combinations", "groupby", "islice"].map((name) => [name, "itertools"])),
  ...{ Path: "pathlib", dataclass: "dataclasses", field: "dataclasses", Enum: "enum", Decimal: "decimal", timedelta: "datetime" },
  ...{ deepcopy: "copy", contextmanager: "contextlib", suppress: "contextlib", ABC: "abc", abstractmethod: "abc" }
};
function* nearestOf(branch, pool, scene, say) {
  const own2 = scene.text(branch);
  for (const name of scene.clues.complaints.meant)
    if (name !== own2) yield replaced(branch, name, `${say}: ${name}, as the message says`, 2);
  for (const name of pool) {
    const alike4 = scene.alike(own2, name);
    if (name !== own2) yield replaced(branch, name, `${say}: ${name}`, alike4 > 0.4 ? alike4 : 0.1);
  }
}
var names = {
  name: "not defined",
  share: 0.5,
  anywhere: true,
  *propose(branch, scene) {
    const own2 = scene.text(branch);
    const bare4 = own2.replace(/^\$/, "");
    const { unknown: unknown3 } = scene.clues.complaints;
    if (!scene.language.identifiers.has(branch.type) || isMember2(branch, scene.language) || !(unknown3.has(own2) || unknown3.has(bare4)))
      return;
    yield* nearestOf(branch, scene.names(branch), scene, `${own2} is not known`);
    if (isPython(scene)) {
      yield replaced(branch, `self.${own2}`, `${own2} -> self.${own2}`, scene.members.includes(own2) ? 1 : 0.2);
      yield* imports(own2, scene);
    }
  }
};
function* imports(name, scene) {
  const at = placeOfImports(scene);
  const add = (text2, odds) => ({ start: at, end: at, text: `${text2}
`, label: text2, odds });
  if (MODULES.has(name)) yield add(`import ${name}`, 2);
  const from = Object.hasOwn(FROM, name) ? FROM[name] : void 0;
  if (from !== void 0) yield add(`from ${from} import ${name}`, 2);
  for (const path of scene.clues.exporters.get(name) ?? [])
    if (path !== scene.file.path && path.endsWith(".py"))
      for (const module of modulesOf(path)) yield add(`from ${module} import ${name}`, 1.5);
}
function placeOfImports({ program, file }) {
  const statements = namedChildren(program);
  const first = statements.find(({ type }) => /^import/.test(type) && type !== "import_prefix");
  const future = statements.findLast(({ type }) => type === "future_import_statement");
  if (future !== void 0) return lineAfter(file.text, future.end);
  if (first !== void 0) return first.start;
  const [head] = statements;
  const documents = head?.type === "expression_statement" && head.children[0]?.type === "string";
  return documents ? lineAfter(file.text, head.end) : head?.start ?? 0;
}
function lineAfter(text2, offset) {
  const end = text2.indexOf("\n", offset);
  return end === -1 ? text2.length : end + 1;
}
function modulesOf(path) {
  const parts = path.replace(/(\/__init__)?\.py$/, "").split("/");
  return parts.length > 1 && /^(src|lib)$/.test(parts[0] ?? "") ? [parts.slice(1).join(".")] : [parts.join(".")];
}
var noMember2 = {
  name: "no such member",
  share: 0.4,
  anywhere: true,
  *propose(branch, scene) {
    const { noMember: missing2 } = scene.clues.complaints;
    const own2 = scene.text(branch);
    if (branch.field === "name" && scene.language.functions.has(branch.parent?.type ?? "")) {
      for (const name of missing2)
        if (name !== own2 && scene.alike(own2, name) > 0.5)
          yield replaced(branch, name, `${own2} is to be ${name}`, scene.alike(own2, name) / 8);
    }
    if (!isMember2(branch, scene.language) || !missing2.has(own2)) return;
    const pool = [.../* @__PURE__ */ new Set([...scene.members, ...scene.defined, ...scene.clues.declared, ...scene.clues.testNames.keys()])];
    yield* nearestOf(branch, pool, scene, `there is no .${own2}`);
  }
};
var noKey = {
  name: "no such key",
  share: 0.2,
  anywhere: true,
  *propose(branch, scene) {
    if (!scene.language.strings.has(branch.type)) return;
    const own2 = scene.text(branch);
    const inner = own2.replace(/^['"]|['"]$/g, "");
    if (!scene.clues.complaints.noKey.has(inner)) return;
    for (const other of scene.strings) {
      const alike4 = scene.alike(inner, other);
      if (other !== own2) yield replaced(branch, other, `there is no ${own2}: ${brief(other)}`, alike4 > 0.4 ? alike4 : 0.1);
    }
    const at = branch.parent;
    if (!isPython(scene) || at?.type !== "subscript") return;
    const object2 = at.children[0];
    if (object2 !== void 0) yield replaced(at, `${scene.text(object2)}.get(${own2})`, `${own2} may be missing`, 0.6);
  }
};
var noImport = {
  name: "no such import",
  share: 0.5,
  anywhere: true,
  *propose(branch, scene) {
    if (branch.type !== "dotted_name" || nearest(branch, IMPORTS) === null) return;
    const own2 = scene.text(branch);
    const { noExport, noModule } = scene.clues.complaints;
    if (noExport.has(own2) && branch.field === "name") yield* exchangedName(branch, scene);
    const place = relativePlace(branch, scene);
    const whole2 = place === null ? own2 : [...place, own2].join(".");
    const isMissed2 = (module) => `.${whole2}.`.includes(`.${module}.`) || place === null && module.endsWith(`.${own2}`);
    if (![...noModule].some(isMissed2)) return;
    const modules = scene.clues.paths.filter((path) => path.endsWith(".py") && path !== scene.file.path).flatMap(modulesOf);
    if (place !== null)
      return yield* nearestModule(
        branch,
        modules.flatMap((module) => within2(place, module)),
        scene
      );
    const relative = modules.map((module) => module.split(".").at(-1) ?? module);
    yield* nearestModule(branch, [...modules, ...relative, ...MODULES], scene);
  }
};
var IMPORTS = /* @__PURE__ */ new Set(["import_statement", "import_from_statement"]);
function* exchangedName(branch, scene) {
  const own2 = scene.text(branch);
  const isUsed = scene.file.text.split(new RegExp(`\\b${own2}\\b`)).length > 2;
  const isPlain2 = !isUsed || branch.parent?.type === "aliased_import";
  for (const proposal of nearestOf(branch, [...scene.clues.exporters.keys()], scene, `${own2} cannot be imported`)) {
    yield isPlain2 ? proposal : { ...proposal, text: `${proposal.text} as ${own2}` };
  }
}
function relativePlace({ parent }, { file, text: text2 }) {
  if (parent?.type !== "relative_import") return null;
  const dots = /^\.+/.exec(text2(parent))?.[0].length ?? 1;
  const folder = file.path.split("/").slice(0, -1);
  return (/^(?:src|lib)$/.test(folder[0] ?? "") ? folder.slice(1) : folder).slice(0, dots > 1 ? 1 - dots : void 0);
}
function within2(place, module) {
  const head = place.map((part) => `${part}.`).join("");
  return module.startsWith(head) && module.length > head.length ? [module.slice(head.length)] : [];
}
function* nearestModule(branch, modules, scene) {
  const own2 = scene.text(branch);
  const last = (module) => module.split(".").at(-1) ?? module;
  const likeness2 = (module) => Math.max(scene.alike(own2, module), last(module) === last(own2) ? 0.8 : 0);
  const others = [...new Set(modules)].filter((module) => module !== own2);
  const near2 = others.map((module) => [module, likeness2(module)]).toSorted((a, b) => b[1] - a[1]);
  for (const [module, alike4] of near2.slice(0, MOST_MODULES))
    yield replaced(branch, module, `there is no module ${own2}: ${module}`, alike4 > 0.4 ? alike4 : 0.1);
}
var handedOn = {
  name: "import handed on",
  share: 0.5,
  anywhere: true,
  *propose(branch, scene) {
    const { file, clues, program } = scene;
    if (branch !== program || !file.path.endsWith("__init__.py")) return;
    const folder = file.path.slice(0, -"__init__.py".length);
    const { noExport, noneOfModule, moduleCalled } = clues.complaints;
    const handing = namedChildren(program).findLast(
      (each) => each.type === "import_from_statement" && namedChildren(each)[0]?.type === "relative_import"
    );
    for (const [name, paths] of clues.exporters) {
      const isModule = moduleCalled && clues.testNames.has(name) && paths.includes(`${folder}${name}.py`);
      if (!noExport.has(name) && !noneOfModule.has(name) && !isModule) continue;
      for (const path of paths.slice(0, MOST_HANDED)) {
        const module = path.startsWith(folder) && path !== file.path ? path.slice(folder.length).replace(/(?:\/__init__)?\.py$/, "") : "";
        if (!/^\w+(?:\/\w+)*$/.test(module)) continue;
        const text2 = `from .${module.replaceAll("/", ".")} import ${name}`;
        if (file.text.includes(text2)) continue;
        const at = handing?.end ?? placeOfImports(scene);
        yield { start: at, end: at, text: handing === void 0 ? `${text2}
` : `
${text2}`, label: text2, odds: 1 };
      }
    }
  }
};
var messageFamilies = [names, noMember2, noKey, noImport, handedOn];

// src/engine/templates/mirrors.ts
var OPPOSITES = ["left right", "first last", "head tail", "prev next", "previous next", "start end", "min max", "low high", "top bottom"];
var MOST_LOST = 2;
var MOST_STATEMENTS = 12;
var LONGEST5 = 200;
var TOKEN = /[\p{ID_Start}$_][\p{ID_Continue}$]*|\d+|\S/gu;
var tokensOf2 = (text2) => text2.match(TOKEN) ?? [];
var isName = (token3) => /^[\p{ID_Start}$_]/u.test(token3);
function exchangeOf(one, other) {
  const [a, b] = [tokensOf2(one), tokensOf2(other)];
  if (a.length !== b.length) return null;
  const found3 = /* @__PURE__ */ new Map();
  for (const [at, token3] of a.entries()) {
    const beside2 = b[at] ?? "";
    if (token3 === beside2 && !found3.has(token3)) continue;
    if (!isName(token3) || !isName(beside2)) return null;
    if ((found3.get(token3) ?? beside2) !== beside2 || (found3.get(beside2) ?? token3) !== token3) return null;
    found3.set(token3, beside2).set(beside2, token3);
  }
  return found3.size === 0 ? null : found3;
}
function exchanged(text2, names2) {
  return text2.replace(TOKEN, (token3) => names2.get(token3) ?? token3);
}
var plain2 = (text2) => tokensOf2(text2).join(" ");
function lostMirrors(own2, other) {
  const isLong = [...own2, ...other].some((text2) => text2.length > LONGEST5);
  if (isLong || own2.length >= other.length || other.length > MOST_STATEMENTS || other.length - own2.length > MOST_LOST) return [];
  const found3 = /* @__PURE__ */ new Map();
  for (const names2 of own2.length === 0 ? oppositesIn(other) : exchangesOf(own2, other)) {
    const mirrored3 = other.map((text2) => exchanged(text2, names2));
    const places2 = mirrored3.map((text2) => own2.findIndex((each) => plain2(each) === plain2(text2)));
    if (places2.filter((place) => place >= 0).length < own2.length) continue;
    for (const [at, text2] of mirrored3.entries())
      if ((places2[at] ?? -1) < 0) found3.set(plain2(text2), { text: text2, at: places2.slice(0, at).filter((place) => place >= 0).length });
  }
  return [...found3.values()].slice(0, 2 * MOST_LOST);
}
function exchangesOf(own2, other) {
  const found3 = /* @__PURE__ */ new Map();
  for (const one of own2)
    for (const beside2 of other) {
      const names2 = exchangeOf(beside2, one);
      if (names2 !== null) found3.set(JSON.stringify([...names2].toSorted()), names2);
    }
  return [...found3.values()];
}
function oppositesIn(statements) {
  const words = new Set(statements.flatMap(tokensOf2));
  return OPPOSITES.flatMap((pair) => {
    const [one = "", other = ""] = pair.split(" ");
    if (!words.has(one) && !words.has(other)) return [];
    return [
      /* @__PURE__ */ new Map([
        [one, other],
        [other, one]
      ])
    ];
  });
}

// src/engine/templates/grammar/families/mirrors.ts
function besideOf(block) {
  const { parent } = block;
  const clause = parent !== null && /^(?:elif|else)_clause$/.test(parent.type) ? parent : null;
  const condition = clause?.parent ?? parent;
  if (condition?.type !== "if_statement") return null;
  const clauses = condition.children.filter(({ type }) => /^(?:elif|else)_clause$/.test(type));
  const blocks = [fieldOf(condition, "consequence"), ...clauses.map((each) => fieldOf(each, "consequence") ?? fieldOf(each, "body"))];
  const at = blocks.indexOf(block);
  return at < 0 ? null : blocks[at + 1] ?? blocks[at - 1] ?? null;
}
var mirrored = {
  name: "mirrored branch",
  share: 0.1,
  *propose(branch, scene) {
    const block = branch.parent?.type === "block" ? branch.parent : null;
    const beside2 = !isPython(scene) || block === null ? null : besideOf(block);
    if (block === null || beside2 === null) return;
    const all = namedChildren(block);
    const own2 = all.length === 1 && all[0]?.type === "pass_statement" ? [] : all;
    for (const { text: text2, at } of lostMirrors(own2.map(scene.text), namedChildren(beside2).map(scene.text))) {
      const label = `as the branch beside: ${brief(text2)}`;
      if (own2.length === 0) yield { start: branch.start, end: branch.end, text: text2, label, odds: 1 };
      else if (at === 0 && branch === own2[0])
        yield { start: branch.start, end: branch.start, text: `${text2}
${scene.indent(branch)}`, label, odds: 1 };
      else if (at > 0 && branch === own2[at - 1])
        yield { start: branch.end, end: branch.end, text: `
${scene.indent(branch)}${text2}`, label, odds: 1 };
    }
  }
};
var mirrorFamilies = [mirrored];

// src/engine/templates/grammar/families/misuse.ts
var nothing = {
  name: "nothing given",
  share: 0.15,
  *propose(branch, scene) {
    if (!scene.clues.complaints.nothing || !isPython(scene) || !/^(identifier|attribute|call|subscript)$/.test(branch.type)) return;
    const own2 = scene.text(branch);
    const { parent, field } = branch;
    if (own2.length > 60 || parent === null || branch.field === "function") return;
    const iterated = field === "right" && /^for/.test(parent.type);
    const read = parent.type === "subscript" && field === "value";
    const owner = parent.type === "attribute" && field === "object" && parent.field !== "function";
    if (iterated || parent.type === "argument_list") yield replaced(branch, `(${own2} or [])`, `${brief(own2)} or []`, iterated ? 1 : 0.3);
    if (read) yield replaced(branch, `(${own2} or {})`, `${brief(own2)} or {}`, 0.5);
    if (read || owner) yield replaced(parent, `(${scene.text(parent)} if ${own2} is not None else None)`, `${brief(own2)} may be None`, 0.8);
  }
};
var mixed = {
  name: "text among numbers",
  share: 0.2,
  *propose(branch, scene) {
    if (!scene.clues.complaints.mixed || !scene.language.binary.has(branch.parent?.type ?? "") || !isValue(branch, scene.language)) return;
    const own2 = scene.text(branch);
    const python2 = isPython(scene);
    if (/^['"\d]/.test(own2) || own2.length > 80 || !(python2 || scene.language.name === "ruby")) return;
    const wraps2 = python2 ? ["str", "int", "float"].map((name) => `${name}(${own2})`) : ["to_s", "to_i"].map((name) => `${own2}.${name}`);
    for (const text2 of wraps2) yield replaced(branch, text2, `${brief(own2)} -> ${brief(text2)}`, 1);
  }
};
var arity = {
  name: "arguments that do not fit",
  share: 0.3,
  anywhere: true,
  *propose(branch, scene) {
    const { language, clues } = scene;
    const fitting2 = (name) => name !== null && clues.complaints.arity.has(scene.text(name).split(".").at(-1) ?? "");
    if (language.functions.has(branch.type) && fitting2(fieldOf(branch, "name"))) yield* definition(branch, scene);
    const list = branch.children.find((child2) => language.argumentLists.has(child2.type));
    if (!language.calls.has(branch.type) || list === void 0 || !fitting2(fieldOf(branch, "function") ?? fieldOf(branch, "name"))) return;
    const given = namedChildren(list);
    for (const [index, one] of given.entries()) {
      const before = given[index - 1];
      const start = before?.end ?? one.start;
      const end = before === void 0 ? given[index + 1]?.start ?? one.end : one.end;
      yield { start, end, text: "", label: `without the argument ${brief(scene.text(one))}`, odds: 1 };
    }
    const at = given.at(-1)?.end ?? list.end - 1;
    for (const [rank, name] of [...clues.complaints.notGiven, ...scene.variables(branch).slice(0, 10)].entries()) {
      const text2 = given.length > 0 ? `, ${name}` : name;
      yield { start: at, end: at, text: text2, label: `argument ${name} added`, odds: 1 / (1 + rank / 4) };
    }
  }
};
function* definition(branch, scene) {
  const list = fieldOf(branch, "parameters");
  if (!isPython(scene) || list === null) return;
  const [first] = namedChildren(list);
  const put = first === void 0 ? "self" : "self, ";
  yield { start: list.start + 1, end: list.start + 1, text: put, label: "self added", odds: first === void 0 ? 1 : 0.3 };
  for (const one of namedChildren(list)) {
    if (one.type === "identifier" && scene.clues.complaints.notGiven.has(scene.text(one)))
      yield replaced(one, `${scene.text(one)}=None`, `${scene.text(one)} may be left out`, 0.6);
  }
}
var unawaited = {
  name: "coroutine not awaited",
  share: 0.3,
  *propose(branch, scene) {
    if (!scene.clues.complaints.unawaited || branch.type !== "call" || branch.parent?.type === "await") return;
    const own2 = scene.text(branch);
    yield replaced(branch, branch.field === "object" ? `(await ${own2})` : `await ${own2}`, `await ${brief(own2)}`, 1);
  }
};
var misuseFamilies = [nothing, mixed, arity, unawaited];

// src/engine/templates/grammar/families/nothing.ts
var NAME = /^(?:identifier|attribute|subscript)$/;
var precise = {
  name: "asked for nothing",
  share: 0.06,
  *propose(branch, scene) {
    if (!isPython(scene) || !isCondition2(branch, scene.language)) return;
    const denied = branch.type === "not_operator" ? namedChildren(branch)[0] : void 0;
    const asked = denied ?? branch;
    if (denied === void 0 && branch.parent?.type === "not_operator") return;
    const not = denied === void 0 ? "" : "not ";
    if (NAME.test(asked.type)) {
      const name = scene.text(asked);
      yield replaced(branch, `${name} is ${denied === void 0 ? "not " : ""}None`, `${brief(name)} is there, or not`, 1);
    }
    const [object2, key] = lookedUp(asked, scene);
    if (object2 !== null && key !== null) yield replaced(branch, `${key} ${not}in ${object2}`, `${brief(key)} ${not}in ${brief(object2)}`, 1);
  }
};
function lookedUp(asked, scene) {
  if (asked.type === "subscript") {
    const [object2, key2] = namedChildren(asked).map(scene.text);
    return [object2 ?? null, key2 ?? null];
  }
  const call = callOf(asked, scene);
  const [key] = call?.given ?? [];
  return call?.name === "get" && call.object !== null && key !== void 0 ? [scene.text(call.object), scene.text(key)] : [null, null];
}
var orElse = {
  name: "nothing only",
  share: 0.06,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== "boolean_operator" || isCondition2(branch, scene.language)) return;
    const [left2, right] = namedChildren(branch);
    if (left2 === void 0 || right === void 0 || !NAME.test(left2.type) || !branch.children.some(({ type }) => type === "or")) return;
    const name = scene.text(left2);
    const text2 = `${scene.text(right)} if ${name} is None else ${name}`;
    const isWhole = /^(?:assignment|return_statement|keyword_argument)$/.test(branch.parent?.type ?? "");
    yield replaced(branch, isWhole ? text2 : `(${text2})`, `${brief(scene.text(right))} only for None`, 1);
  }
};
var MADE_ONCE = /^(?:list|dictionary|set)$/;
var madeOnce = {
  name: "made for each call",
  share: 0.3,
  *propose(branch, scene) {
    if (!isPython(scene) || !/^(?:typed_)?default_parameter$/.test(branch.type)) return;
    const [name, value] = [fieldOf(branch, "name"), fieldOf(branch, "value")];
    const fn = branch.parent?.parent ?? null;
    const first = fn?.type === "function_definition" ? firstStatement(fn) : void 0;
    if (name === null || value === null || first === void 0) return;
    if (!MADE_ONCE.test(value.type) && !/^(?:list|dict|set|defaultdict|deque|Counter)\(/.test(scene.text(value))) return;
    const own2 = scene.text(name);
    const pad = scene.indent(first);
    const between2 = scene.file.text.slice(value.end, first.start);
    const text2 = `None${between2}if ${own2} is None:
${deeper2(pad)}${own2} = ${scene.text(value)}
${pad}`;
    yield { start: value.start, end: first.start, text: text2, label: `${own2} made for each call`, odds: 1 };
  }
};
var shareOfNothing = {
  name: "share of nothing",
  share: 0.03,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== "binary_operator" || !branch.children.some(({ type }) => /^(?:\/|\/\/|%)$/.test(type))) return;
    const by = namedChildren(branch)[1];
    if (by === void 0 || !/^(?:identifier|attribute|call|subscript)$/.test(by.type) || branch.end - branch.start > 80) return;
    const test = /^len\((\w+)\)$/.exec(scene.text(by))?.[1] ?? scene.text(by);
    const isWhole = /^(?:assignment|return_statement|keyword_argument)$/.test(branch.parent?.type ?? "");
    for (const [value, odds] of [
      ["0", 1],
      ["0.0", 0.6],
      ["None", 0.4]
    ]) {
      const text2 = `${scene.text(branch)} if ${test} else ${value}`;
      yield replaced(branch, isWhole ? text2 : `(${text2})`, `${value} where there is no ${brief(test)}`, odds);
    }
  }
};
var filled = {
  name: "only what is there",
  share: 0.02,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== "for_in_clause" || branch.parent === null) return;
    const clauses = namedChildren(branch.parent);
    const target = fieldOf(branch, "left");
    if (clauses.at(-1) !== branch || target?.type !== "identifier") return;
    const name = scene.text(target);
    for (const [test, odds] of [
      [name, 1],
      [`${name}.strip()`, 0.5],
      [`${name} is not None`, 0.5]
    ])
      yield { start: branch.end, end: branch.end, text: ` if ${test}`, label: `only if ${test}`, odds };
  }
};
var nothingFamilies = [precise, orElse, madeOnce, shareOfNothing, filled];

// src/engine/templates/places.ts
var BETWEEN = 0.4;
function placesAround({ start, end, isFirst, isLast: isLast2, isJump: isJump2, indent }) {
  const before = { at: start, write: (statement) => `${statement}
${indent}`, odds: 1 };
  const behind = { at: end, write: (statement) => `
${indent}${statement}`, odds: isLast2 ? 1 : BETWEEN };
  if (isJump2) return isLast2 ? [before] : [];
  return isFirst ? [before, behind] : [behind];
}
var OPPOSITE = { "++": "--", "--": "++", "+=": "-=", "-=": "+=" };
function takenBack(step) {
  return step.replace(/\+\+|--|[-+]=/, (sign) => OPPOSITE[sign] ?? sign);
}

// src/engine/templates/grammar/families/one-way.ts
var MOST_STEPS = 4;
var MOST_FILLED = 3;
var MOST_VALUES = 5;
var MOST_UPDATES = 8;
var MOST_KNOWN = 200;
var LONGEST6 = 40;
var JUMP = /^(?:return|raise|break|continue)_statement$/;
function placesAt(branch, scene) {
  if (!isPython(scene) || branch.parent?.type !== "block") return [];
  const list = namedChildren(branch.parent);
  const { start, end } = branch;
  if (!isAlone(branch, scene)) return [];
  const [isFirst, isLast2, isJump2] = [list[0] === branch, list.at(-1) === branch, JUMP.test(branch.type)];
  return placesAround({ start, end, isFirst, isLast: isLast2, isJump: isJump2, indent: scene.indent(branch) });
}
function isAlone({ start, end }, { file }) {
  const from = file.text.lastIndexOf("\n", start - 1) + 1;
  const to = file.text.indexOf("\n", end);
  const behind = file.text.slice(end, to < 0 ? void 0 : to);
  return file.text.slice(from, start).trim() === "" && /^\s*(?:#.*)?$/.test(behind);
}
function functionAround3(branch, scene) {
  const fn = nearest(branch, scene.language.functions);
  return fn?.type === "function_definition" ? fn : null;
}
var oneWays = /* @__PURE__ */ new WeakMap();
function oneWaysIn(fn, scene) {
  const known2 = oneWays.get(fn);
  if (known2 !== void 0) return known2;
  const steps3 = /* @__PURE__ */ new Map();
  const set2 = /* @__PURE__ */ new Map();
  for (const branch of below(fn)) {
    if (branch.type === "identifier" && isPythonTarget(branch) && branch.parent?.type !== "augmented_assignment")
      set2.set(scene.text(branch), [...set2.get(scene.text(branch)) ?? [], branch]);
    if (branch.type !== "augmented_assignment") continue;
    const target = fieldOf(branch, "left");
    const text2 = scene.text(branch);
    const back = takenBack(text2);
    if (target?.type !== "identifier" || back === text2 || text2.length > LONGEST6) continue;
    steps3.set(scene.text(target), [...steps3.get(scene.text(target)) ?? [], { back, branch: branch.parent ?? branch }]);
  }
  const found3 = [...steps3].flatMap(([name, made2]) => {
    const [first, ...rest3] = made2;
    const [begun2, again3] = set2.get(name) ?? [];
    if (first === void 0 || again3 !== void 0 || rest3.some(({ back }) => back !== first.back)) return [];
    return [{ name, back: first.back, steps: made2.map(({ branch }) => branch), from: begun2?.parent?.end ?? fn.start }];
  });
  oneWays.set(fn, found3);
  return found3;
}
function isBranchBeside(block, step) {
  if (block === null || step.start >= block.start && step.end <= block.end) return false;
  const conditions2 = [...above(block)].filter(({ type }) => type === "if_statement");
  const [own2] = conditions2;
  const inBranch = block.parent !== null && /^(?:if_statement|elif_clause|else_clause)$/.test(block.parent.type);
  return inBranch && own2 !== void 0 && [...above(step)].includes(own2);
}
function* counterSteps(branch, scene) {
  const places2 = placesAt(branch, scene);
  const fn = places2.length === 0 ? null : functionAround3(branch, scene);
  if (fn === null) return;
  for (const { back, steps: steps3, from } of oneWaysIn(fn, scene).slice(0, MOST_STEPS)) {
    if (steps3.some((step) => step.parent === branch.parent)) continue;
    const beside2 = steps3.some((step) => isBranchBeside(branch.parent, step));
    const likely = (beside2 ? 2 : 0.5) * (back.includes("+=") ? 1.5 : 0.4);
    for (const { at, write, odds } of places2)
      if (at >= from) yield { start: at, end: at, text: write(back), label: brief(back), odds: odds * likely };
  }
}
var unfilled = /* @__PURE__ */ new WeakMap();
function kindOf2(value) {
  if (/^set\(\)$/.test(value)) return "set";
  if (/^(?:\[\]|list\(\)|(?:collections\.)?deque\(\))$/.test(value)) return "list";
  return /^(?:\{\}|dict\(\))$/.test(value) ? "table" : null;
}
var MOST_MADE = 12;
function unfilledIn(fn, scene) {
  const owner = hasObject(fn, scene) ? [...above(fn)].find(({ type }) => type === "class_definition") : void 0;
  return [...unfilledWithin(fn, "identifier", scene), ...owner === void 0 ? [] : unfilledWithin(owner, "attribute", scene)];
}
function hasObject(fn, scene) {
  const name = fieldOf(fn, "name");
  return parametersOf(fn, scene)[0] === "self" && name !== null && scene.text(name) !== "__init__";
}
function unfilledWithin(within3, type, scene) {
  const known2 = unfilled.get(within3);
  if (known2 !== void 0) return known2;
  const made2 = /* @__PURE__ */ new Map();
  for (const branch of below(within3)) {
    if (branch.type !== "assignment") continue;
    const [target, value] = [fieldOf(branch, "left"), fieldOf(branch, "right")];
    const kind = value === null ? null : kindOf2(scene.text(value));
    if (target?.type === type && kind !== null) made2.set(scene.text(target), { kind, from: type === "identifier" ? branch.end : 0 });
  }
  const found3 = [...made2].slice(0, MOST_MADE).flatMap(([name, { kind, from }]) => {
    const keys3 = keysOf(name, within3, scene);
    return keys3 === null ? [] : [{ name, kind, keys: keys3, from }];
  });
  unfilled.set(within3, found3);
  return found3;
}
function keysOf(name, within3, scene) {
  const keys3 = /* @__PURE__ */ new Set();
  for (const branch of below(within3)) {
    if (branch.end - branch.start !== name.length || !/^(?:identifier|attribute)$/.test(branch.type) || scene.text(branch) !== name)
      continue;
    const { parent } = branch;
    if (parent === null || branch.field === "left" && parent.type === "assignment") continue;
    if (parent.type === "comparison_operator" || /^(?:return|while|if|for)_statement$|^(?:not|boolean)_operator$|^elif_clause$/.test(parent.type)) {
      const [first] = namedChildren(parent);
      if (parent.type === "comparison_operator" && first !== void 0 && first !== branch) keys3.add(scene.text(first));
    } else if (parent.type === "subscript" && branch.index === 0) {
      if (parent.field === "left" || parent.parent?.type === "delete_statement") return null;
      const key = namedChildren(parent)[1];
      if (key !== void 0) keys3.add(scene.text(key));
    } else if (parent.type === "attribute") {
      const method = scene.text(parent).slice(name.length + 1);
      if (!/^(?:pop|popleft|get|keys|values|items|index|count|discard|remove|sort|reverse|copy)$/.test(method)) return null;
      const [first] = parent.parent?.type === "call" ? namedChildren(fieldOf(parent.parent, "arguments") ?? parent) : [];
      if (method === "get" && first !== void 0) keys3.add(scene.text(first));
    } else if (parent.type !== "argument_list" || !/^(?:len|sorted|sum|min|max)\(/.test(parent.parent ? scene.text(parent.parent) : ""))
      return null;
  }
  return [...keys3].filter((key) => key.length <= LONGEST6);
}
var valuesOf2 = /* @__PURE__ */ new WeakMap();
function valuesAt(branch, fn, scene) {
  const names2 = valuesOf2.get(fn) ?? [...below(fn)].filter((each) => each.type === "identifier" && (isPythonTarget(each) || each.parent?.type === "parameters")).toReversed();
  valuesOf2.set(fn, names2);
  const before = names2.filter((each) => each.end <= branch.start);
  return [...new Set(before.map(scene.text))].filter((name) => name !== "self").slice(0, MOST_VALUES);
}
function* filled2(branch, scene) {
  const places2 = placesAt(branch, scene);
  const fn = places2.length === 0 ? null : functionAround3(branch, scene);
  const unfilledHere = fn === null ? [] : unfilledIn(fn, scene).slice(0, MOST_FILLED);
  if (fn === null || unfilledHere.length === 0) return;
  const own2 = valuesAt(branch, fn, scene);
  const isKnown = (key) => key.split(/\W+/).every((word) => /^(?:|\d+|self)$/.test(word) || own2.includes(word));
  for (const { name, kind, keys: keys3, from } of unfilledHere) {
    const readable = keys3.filter(isKnown);
    const values = [.../* @__PURE__ */ new Set([...readable, ...own2])].filter((value) => value !== name);
    const texts2 = kind === "table" ? readable.flatMap(
      (key) => [...own2, "True", "1"].filter((value) => value !== key).map((value, rank) => [`${name}[${key}] = ${value}`, 1 / (1 + rank / 3)])
    ) : values.map((value, rank) => [
      `${name}.${kind === "set" ? "add" : "append"}(${value})`,
      (readable.includes(value) ? 1.5 : 1) / (1 + rank / 3)
    ]);
    for (const [text2, likely] of texts2)
      for (const { at, write, odds } of places2)
        if (at >= from) yield { start: at, end: at, text: write(text2), label: brief(text2), odds: odds * likely };
  }
}
var updatesOf = /* @__PURE__ */ new WeakMap();
function updatesIn(body, scene) {
  const known2 = updatesOf.get(body);
  if (known2 !== void 0) return known2;
  const ofMethod = /* @__PURE__ */ new Map();
  const statements = /* @__PURE__ */ new Map();
  for (const each of namedChildren(body)) {
    const method = each.type === "decorated_definition" ? fieldOf(each, "definition") ?? each : each;
    const named3 = fieldOf(method, "name");
    const isFirst = named3 !== null && scene.text(named3) === "__init__";
    const own2 = /* @__PURE__ */ new Set();
    for (const inner of below(method)) {
      const text2 = /^(?:augmented_)?assignment$/.test(inner.type) ? scene.text(inner) : "";
      const member = /^self\.(\w+)\s*[-+*/]?=(?!=)/.exec(text2)?.[1];
      if (member === void 0) continue;
      own2.add(member);
      if (isFirst || text2.length > LONGEST6 || statements.size >= MOST_KNOWN && !statements.has(text2)) continue;
      const value = text2.slice(text2.indexOf("=")).replace(/\.\w+/g, "");
      statements.set(text2, { member, reads: value.match(/[A-Za-z_]\w*/g) ?? [], times: (statements.get(text2)?.times ?? 0) + 1 });
    }
    ofMethod.set(method, own2);
  }
  const made2 = { ofMethod, statements };
  updatesOf.set(body, made2);
  return made2;
}
function* updates(branch, scene) {
  const places2 = placesAt(branch, scene);
  const fn = branch.parent?.parent ?? null;
  const outer = fn?.parent?.type === "decorated_definition" ? fn.parent : fn;
  const body = outer?.parent ?? null;
  if (places2.length === 0 || fn?.type !== "function_definition" || body?.parent?.type !== "class_definition" || !hasObject(fn, scene))
    return;
  const { ofMethod, statements } = updatesIn(body, scene);
  if (statements.size === 0) return;
  const known2 = new Set(valuesAt(branch, fn, scene));
  const found3 = /* @__PURE__ */ new Map();
  for (const [text2, { member, reads: reads2, times }] of statements) {
    if (ofMethod.get(fn)?.has(member) === true) continue;
    if (!reads2.every((name) => known2.has(name) || /^(?:self|None|True|False|len|max|min)$/.test(name))) continue;
    found3.set(text2, (found3.get(text2) ?? 0) + times);
    const back = takenBack(text2);
    if (back !== text2) found3.set(back, (found3.get(back) ?? 0) + 0.6 * times);
  }
  for (const [text2, times] of [...found3].toSorted((a, b) => b[1] - a[1]).slice(0, MOST_UPDATES))
    for (const { at, write, odds } of places2)
      yield { start: at, end: at, text: write(text2), label: brief(text2), odds: odds * Math.min(2, times) };
}
var MOST_HABITS = 6;
function* habits(branch, scene) {
  const places2 = placesAt(branch, scene);
  const fn = branch.parent?.parent ?? null;
  const body = fn?.parent ?? null;
  if (places2.length === 0 || fn?.type !== "function_definition" || body?.parent?.type !== "class_definition" || !hasObject(fn, scene))
    return;
  const own2 = scene.text(fn);
  const known2 = /* @__PURE__ */ new Set([...valuesAt(branch, fn, scene), ...parametersOf(fn, scene)]);
  const found3 = /* @__PURE__ */ new Set();
  for (const method of namedChildren(body)) {
    const statements = method === fn || method.type !== "function_definition" ? [] : namedChildren(fieldOf(method, "body") ?? method);
    for (const statement of statements) {
      const [call] = statement.type === "expression_statement" ? namedChildren(statement) : [];
      const text2 = call?.type === "call" && call.end - call.start <= LONGEST6 ? scene.text(call) : "";
      const names2 = text2.replace(/\.\w+|(["']).*?\1/g, "").match(/[A-Za-z_]\w*/g) ?? [];
      if (/^self\.\w+(?:\.\w+)?\(/.test(text2) && !own2.includes(text2) && names2.every((name) => known2.has(name) || /^(?:self|None|True|False|len)$/.test(name)))
        found3.add(text2);
    }
  }
  for (const text2 of [...found3].slice(0, MOST_HABITS))
    for (const { at, write, odds } of places2) yield { start: at, end: at, text: write(text2), label: brief(text2), odds };
}
var oneWayFamilies = [
  { name: "step back", share: 0.04, propose: counterSteps },
  { name: "collection filled", share: 0.06, propose: filled2 },
  { name: "member updated", share: 0.06, propose: updates },
  { name: "habit of the class", share: 0.08, propose: habits }
];

// src/engine/templates/grammar/families/orders.ts
var sortedCopy = {
  name: "sorted copy",
  share: 0.05,
  *propose(branch, scene) {
    const [call] = isPython(scene) && branch.type === "expression_statement" ? namedChildren(branch) : [];
    const called = callOf(call, scene);
    if (call === void 0 || called?.object?.type !== "identifier") return;
    const name = scene.text(called.object);
    const given = scene.text(called.list).slice(1, -1);
    if (called.name === "sort") yield replaced(call, `${name} = sorted(${[name, given].filter(Boolean).join(", ")})`, "sorted copy", 1);
    if (called.name === "reverse") yield replaced(call, `${name} = ${name}[::-1]`, "reversed copy", 1);
  }
};
var TAKES_KEY = /^(?:sorted|sort|min|max|groupby|nlargest|nsmallest)$/;
var KEYS = ["each[1]", "each[0]", "-each", "len(each)", "(len(each), each)", "each[-1]", "str(each)", "int(each)"];
var MOST_MEMBERS = 4;
var byWhat = {
  name: "sorted by",
  share: 0.03,
  *propose(branch, scene) {
    const call = isPython(scene) ? callOf(branch, scene) : null;
    if (call?.list.type !== "argument_list" || !TAKES_KEY.test(call.name)) return;
    const given = call.given.map(scene.text);
    if (given.some((each) => /^key\s*=/.test(each))) return;
    const members2 = scene.members.filter((each) => /^\w+$/.test(each)).slice(0, MOST_MEMBERS);
    const tables = scene.variables(branch).filter((name) => new RegExp(`\\b${name}(?:\\[|\\.get\\()`).test(scene.file.text));
    const keys3 = [
      ...KEYS.map((key) => `lambda each: ${key}`),
      ...members2.map((member) => `lambda each: each.${member}`),
      ...tables.slice(0, 2).flatMap((name) => [`${name}.get`, `lambda each: -${name}[each]`])
    ];
    for (const [rank, key] of keys3.entries()) {
      const text2 = `${given.length > 0 ? ", " : ""}key=${key}`;
      yield { start: call.list.end - 1, end: call.list.end - 1, text: text2, label: `by ${brief(key)}`, odds: 1 / (1 + rank / 4) };
    }
  }
};
var thenBy = {
  name: "then sorted by",
  share: 0.06,
  *propose(branch, scene) {
    const body = isPython(scene) && branch.type === "lambda" ? fieldOf(branch, "body") : null;
    const keyword = branch.parent?.type === "keyword_argument" ? branch.parent : null;
    const [parameter, more] = body === null ? [] : parametersOf(branch, scene);
    if (body === null || keyword === null || !/^key\b/.test(scene.text(keyword)) || parameter === void 0) return;
    if (fieldOf(branch, "parameters") === null || more !== void 0 || body.end - body.start > 60) return;
    const parts = body.type === "tuple" ? namedChildren(body).map(scene.text) : [scene.text(body)];
    const others = [`${parameter}[0]`, `${parameter}[1]`, parameter, `len(${parameter})`].filter((each) => !parts.includes(each));
    const negative = (text2) => text2.startsWith("-") ? text2.slice(1) : `-${text2}`;
    const [first = "", ...rest3] = parts;
    const tuple = (list) => list.length === 1 ? `${list[0]}` : `(${list.join(", ")})`;
    yield replaced(body, tuple([negative(first), ...rest3]), `by ${negative(first)}`, 1);
    for (const [rank, other] of others.entries()) {
      for (const made2 of [
        [...parts, other],
        [negative(first), ...rest3, other],
        [...parts, negative(other)]
      ])
        yield replaced(body, tuple(made2), `by ${brief(tuple(made2))}`, 0.8 / (1 + rank / 2));
    }
    if (parts.length === 2) yield replaced(body, tuple([...parts].reverse()), `by ${brief(tuple([...parts].reverse()))}`, 1);
    yield* withoutReverse(keyword, branch, parts, others, scene);
  }
};
function* withoutReverse(keyword, lambda, parts, others, scene) {
  const list = keyword.parent === null ? [] : namedChildren(keyword.parent);
  const reverse = list.find((each) => /^reverse\s*=\s*True$/.test(scene.text(each)));
  const at = list.indexOf(keyword);
  const body = fieldOf(lambda, "body");
  if (reverse === void 0 || body === null || list[at + 1] !== reverse) return;
  const head = scene.file.text.slice(keyword.start, body.start);
  const [first = "", ...rest3] = parts;
  for (const made2 of [...rest3.length > 0 ? [[`-${first}`, ...rest3]] : [], ...others.map((other) => [`-${first}`, ...rest3, other])])
    yield { start: keyword.start, end: reverse.end, text: `${head}(${made2.join(", ")})`, label: `by ${brief(made2.join(", "))}`, odds: 0.8 };
}
var orderFamilies = [sortedCopy, byWhat, thenBy];

// src/engine/templates/grammar/families/parameters.ts
var MOST2 = 4;
var OF_DEFAULT = 6;
var LEFT_OUT = /^(?:_|self$|cls$|this$)/;
var unreadIn = /* @__PURE__ */ new WeakMap();
function unread(fn, scene) {
  const known2 = unreadIn.get(fn);
  if (known2 !== void 0) return known2;
  const { identifiers: identifiers3 } = scene.language;
  const list = fieldOf(fn, "parameters");
  const body = fieldOf(fn, "body");
  const found3 = /* @__PURE__ */ new Map();
  unreadIn.set(fn, found3);
  if (list === null || body === null) return found3;
  const read = readIn(body, scene);
  for (const each of namedChildren(list)) {
    if (TAKES_MANY.test(each.type)) continue;
    const value = fieldOf(each, "value") ?? fieldOf(each, "default_value");
    for (const name of namesOf3(each, scene)) {
      const own2 = scene.text(name);
      if (found3.size < MOST2 && identifiers3.has(name.type) && !LEFT_OUT.test(own2) && !read.has(own2))
        found3.set(own2, value === null ? null : scene.text(value));
    }
  }
  return found3;
}
function namesOf3(declared2, { language }) {
  if (language.identifiers.has(declared2.type)) return [declared2];
  const named3 = declared2.children.filter(({ field }) => field === "name" || field === "pattern");
  return named3.length > 0 ? named3 : namedChildren(declared2).slice(0, 1);
}
function readIn(body, scene) {
  const { language } = scene;
  const found3 = /* @__PURE__ */ new Set();
  for (const each of below(body)) {
    if (language.strings.has(each.type)) for (const [, name = ""] of scene.text(each).matchAll(/\{(\w+)[:}]/g)) found3.add(name);
    const isName2 = language.identifiers.has(each.type) && !isMember2(each, language);
    const isLabel = each.field === "name" && /^(?:keyword_argument|argument|member_access_expression)$/.test(each.parent?.type ?? "");
    if (isName2 && !isLabel) found3.add(scene.text(each));
  }
  return found3;
}
var TAKES_MANY = /splat|variadic|spread|block_parameter|property_promotion/;
function unquoted(text2) {
  return text2.replace(/^(["'])(.*)\1$/s, "$2");
}
function isConstant2(branch, { language }) {
  if (language.strings.has(branch.type))
    return ![...below(branch)].some(({ type }) => type === "interpolation" || language.identifiers.has(type));
  return isNumber(branch) || /^(?:true|false|none|null|nil|boolean|(?:boolean|null|character|char|rune)_literal)$/.test(branch.type);
}
function isPattern(branch) {
  return [...above(branch)].some(({ type }) => /pattern|in_clause/.test(type));
}
function functionsAround(branch, { language }) {
  return [...above(branch)].filter((at) => language.functions.has(at.type) && (fieldOf(at, "body")?.start ?? branch.end) <= branch.start);
}
var parameterFamilies = [
  {
    name: "parameter for a constant",
    share: 0.12,
    *propose(branch, scene) {
      if (!branch.named || !isConstant2(branch, scene) || branch.parent?.type === "expression_statement" || isPattern(branch)) return;
      const own2 = scene.text(branch);
      for (const fn of functionsAround(branch, scene))
        for (const [name, value] of unread(fn, scene))
          yield replaced(branch, name, `${brief(own2)} -> ${name}`, value !== null && unquoted(value) === unquoted(own2) ? OF_DEFAULT : 1);
    }
  }
];

// src/engine/templates/grammar/families/patterns.ts
var throughout = {
  name: "throughout a function",
  share: 0.03,
  *propose(branch, scene) {
    const { language } = scene;
    if (!language.functions.has(branch.type)) return;
    const [names2, literals, joins2] = [/* @__PURE__ */ new Map(), /* @__PURE__ */ new Map(), /* @__PURE__ */ new Map()];
    const add = (map, one) => map.set(scene.text(one), [...map.get(scene.text(one)) ?? [], one]);
    for (const one of below(branch)) {
      if (language.identifiers.has(one.type)) add(names2, one);
      if (isLiteral(one, scene)) add(literals, one);
      if (!one.named && (one.type === language.and || one.type === language.or)) add(joins2, one);
    }
    const everywhere4 = (changes3) => rewritten(branch, changes3, scene);
    for (const map of [names2, literals]) {
      const several = [...map].filter(([, places2]) => places2.length > 1 || map === literals).slice(0, 7);
      for (const [index, [one, places2]] of several.entries()) {
        for (const [other, others] of several.slice(index + 1)) {
          const changes3 = new Map([...places2.map((place) => [place, other]), ...others.map((place) => [place, one])]);
          yield replaced(branch, everywhere4(changes3), `${one} and ${other} exchanged throughout`, 0.5);
        }
      }
    }
    for (const [one, places2] of [...literals].filter(([, found3]) => found3.length > 1).slice(0, 8)) {
      for (const other of othersOf(one, scene)) {
        yield replaced(branch, everywhere4(new Map(places2.map((place) => [place, other]))), `every ${one} -> ${other}`, 0.4);
      }
    }
    for (const [one, places2] of joins2) {
      const other = one === language.and ? language.or : language.and;
      if (places2.length > 1)
        yield replaced(branch, everywhere4(new Map(places2.map((place) => [place, other]))), `every ${one} -> ${other}`, 1);
    }
  }
};
var joins = {
  name: "every join",
  share: 0.02,
  *propose(branch, scene) {
    const { language } = scene;
    if (!language.binary.has(branch.type) || language.binary.has(branch.parent?.type ?? "")) return;
    for (const [from, to] of [
      [language.and, language.or],
      [language.or, language.and]
    ]) {
      const places2 = [...below(branch)].filter((one) => !one.named && one.type === from);
      if (places2.length > 1)
        yield replaced(branch, rewritten(branch, new Map(places2.map((place) => [place, to])), scene), `every ${from} -> ${to}`, 1);
    }
  }
};
var elements = {
  name: "elements exchanged",
  share: 0.02,
  *propose(branch, scene) {
    if (!/^(list|tuple|array|expression_list|pattern_list|array_literal|literal_value)$/.test(branch.type)) return;
    const parts = namedChildren(branch).slice(0, 6);
    for (const [index, one] of parts.entries()) {
      const next = parts[index + 1];
      if (next !== void 0) yield swapped(one, next, scene, `${brief(scene.text(one))} and ${brief(scene.text(next))} exchanged`, 1);
    }
  }
};
var views = {
  name: "view",
  share: 0.04,
  *propose(branch, scene) {
    const { language } = scene;
    const isPython2 = language.name === "python";
    if (isPython2 && branch.type === "comparison_operator") {
      const [left2, right] = namedChildren(branch);
      if (left2 === void 0 || right === void 0) return;
      for (const wrap2 of language.wraps) {
        const text2 = `${wrap2(scene.text(left2))}${scene.file.text.slice(left2.end, right.start)}${wrap2(scene.text(right))}`;
        yield replaced(branch, text2, `${brief(scene.text(branch))} -> ${brief(text2)}`, 0.5);
      }
    }
    const iterated = branch.field === "right" && /^for/.test(branch.parent?.type ?? "");
    if (!isPython2 || isNumber(branch) || !(isValue(branch, scene.language) || iterated)) return;
    if (branch.end - branch.start > 120 || /boolean|binary|not_operator|comparison|integer|true|false|none|keyword_argument/.test(branch.type))
      return;
    const names2 = scene.variables(branch).slice(0, 5);
    const parts = ["[1:]", "[:-1]", "[::-1]", "[0]", "[-1]", ...names2.flatMap((name) => [`[:${name}]`, `[${name}:]`, `[${name}]`])];
    for (const [rank, part] of parts.entries()) {
      if (part !== `[${scene.text(branch)}]`)
        yield replaced(
          branch,
          `${scene.text(branch)}${part}`,
          `${brief(scene.text(branch))}${part}`,
          (iterated ? 1.5 : 0.7) / (1 + rank / 5)
        );
    }
  }
};
var around = {
  name: "condition around",
  share: 0.04,
  *propose(branch, scene) {
    const { language } = scene;
    const scope = nearest(branch, language.functions);
    if (language.name !== "python" || scope === null || branch.parent === null || !language.blocks.has(branch.parent.type)) return;
    if (!/^(expression_statement|return_statement|augmented_assignment)$/.test(branch.type) || branch.endLine > branch.line) return;
    const indent = scene.indent(branch);
    for (const [rank, condition] of casesAt(branch, scene).entries()) {
      const text2 = `if ${condition}:
${indent}    ${scene.text(branch)}`;
      yield replaced(branch, text2, `only if ${condition}: ${brief(scene.text(branch))}`, 1 / (1 + rank / 6));
    }
  }
};
var steps = {
  name: "step",
  share: 0.02,
  *propose(branch, scene) {
    const { language } = scene;
    const parent = branch.parent;
    if (parent === null || !language.blocks.has(parent.type) || !branch.named || nearest(branch, language.loops) === null) return;
    if (parent.children.at(-1) !== branch) return;
    const indent = scene.indent(branch);
    for (const [rank, name] of scene.variables(branch).slice(0, 8).entries()) {
      for (const step of ["+= 1", "-= 1"]) {
        yield {
          start: branch.end,
          end: branch.end,
          text: `${language.end}
${indent}${name} ${step}`,
          label: `${name} ${step} added`,
          odds: 1 / (1 + rank / 4)
        };
      }
    }
  }
};
var patternFamilies = [throughout, joins, elements, views, around, steps];
function isLiteral(branch, { language }) {
  if (!branch.named) return false;
  return isNumber(branch) || language.strings.has(branch.type) || branch.children.length === 0 && /^(true|false|boolean_literal|none|nil|null)$/.test(branch.type);
}
function othersOf(literal3, { language, clues }) {
  const quoted2 = /^(['"])(.*)\1$/s.exec(literal3);
  if (quoted2 !== null) {
    const [, quote2 = '"', inner = ""] = quoted2;
    return ["", inner.trim(), " ", ...clues.expectedStrings.slice(0, 4)].filter((text2) => text2 !== inner && !text2.includes(quote2)).map((text2) => `${quote2}${text2}${quote2}`);
  }
  if (/^\d+$/.test(literal3)) return [String(Number(literal3) + 1), String(Number(literal3) - 1)];
  return literal3 === language.true ? [language.false] : literal3 === language.false ? [language.true] : [];
}
function casesAt(branch, scene) {
  const names2 = scene.variables(branch).slice(0, 7);
  const used = new Set([...below(branch)].filter((one) => scene.language.identifiers.has(one.type)).map((one) => scene.text(one)));
  const pairs3 = names2.flatMap((one, index) => names2.slice(index + 1).map((other) => [one, other]));
  const near2 = pairs3.toSorted((a, b) => score(b) - score(a));
  function score([one, other]) {
    return Number(used.has(one)) + Number(used.has(other)) + scene.alike(one, other);
  }
  const compared = near2.slice(0, 8).flatMap(([one, other]) => [
    `${one} == ${other}`,
    `${one} != ${other}`,
    `${one} not in ${other}`,
    `${other} not in ${one}`,
    `${one} < ${other}`,
    `${one} > ${other}`
  ]);
  return [...scene.conditions(branch).slice(0, 8), ...compared, ...names2.slice(0, 4), ...names2.slice(0, 4).map((name) => `not ${name}`)];
}
function rewritten(branch, changes3, scene) {
  let made2 = "";
  let at = branch.start;
  for (const [place, text2] of [...changes3].toSorted(([a], [b]) => a.start - b.start)) {
    made2 += scene.file.text.slice(at, place.start) + text2;
    at = place.end;
  }
  return made2 + scene.file.text.slice(at, branch.end);
}

// src/engine/templates/recursion.ts
var MOST3 = 60;
var OF_ITSELF = 0.6;
function endingsOf(recursion, tongue) {
  const tests = /* @__PURE__ */ new Map();
  const add = (test, odds) => void tests.set(test, Math.max(tests.get(test) ?? 0, odds));
  for (const [at, name] of recursion.parameters.entries()) {
    if (name === "") continue;
    const steps3 = new Set(recursion.calls.map((given) => stepOf(name, given[at])));
    for (const step of steps3) for (const [test, odds] of testsOf(name, step, recursion, tongue)) add(test, odds);
  }
  const answers3 = answersOf(recursion, tongue);
  const made2 = [...tests].flatMap(
    ([test, likely]) => [...answers3].map(([answer2, odds]) => ({ test, answer: answer2, odds: likely * odds }))
  );
  return made2.toSorted((a, b) => b.odds - a.odds).slice(0, MOST3);
}
function stepOf(name, given) {
  const text2 = given?.trim() ?? "";
  if (text2 === "" || text2 === name) return "same";
  const word = escapeRegex(name);
  const is = (pattern2) => new RegExp(pattern2, "u").test(text2);
  if (!is(`(?<![\\p{ID_Continue}$])${word}(?![\\p{ID_Continue}$])`)) return "other";
  if (is(`${word}\\.(?:slice|substring|substr|splice|filter|subarray)\\(|${word}\\[[^\\]]*:`)) return "rest";
  if (is(`^${word}(?:\\??\\.[\\w$]+|\\[[^\\]]*\\])+$`)) return "part";
  if (is(`${word}\\s*(?:-(?!-)|/|>>|%)|%\\s*${word}`)) return "down";
  return is(`${word}\\s*\\+|\\+\\s*${word}`) ? "up" : "other";
}
function* testsOf(name, step, recursion, tongue) {
  const { equals, lengthOf, missing: missing2, empty } = tongue;
  const others = recursion.parameters.filter((each) => each !== "" && each !== name);
  if (step === "down") {
    yield* [[`${name} ${equals} 0`, 1], [`${name} <= 1`, 1], [`${name} ${equals} 1`, 0.7]];
    yield* [[`${name} < 0`, 0.4], [`${name} <= 0`, 0.5]];
  } else if (step === "part") for (const test of missing2(name)) yield [test, 1];
  else if (step === "rest") {
    for (const test of empty(name)) yield [test, 1];
    yield [`${lengthOf(name)} <= 1`, 0.8];
    yield [`${lengthOf(name)} ${equals} 1`, 0.5];
  }
  if (step === "up")
    for (const list of recursion.measured)
      yield* [[`${name} >= ${lengthOf(list)}`, 0.8], [`${name} ${equals} ${lengthOf(list)}`, 0.6]];
  if (step !== "up" && step !== "other") return;
  for (const other of others) {
    const likely = isMoved(other, recursion) ? 1.3 : step === "up" ? 1 : 0.2;
    yield [`${name} > ${other}`, 0.8 * likely];
    yield [`${name} ${equals} ${other}`, 0.5 * likely];
    yield [`${name} >= ${other}`, 0.4 * likely];
  }
  if (step !== "other") return;
  yield [`${name} ${equals} 0`, 0.5];
  for (const test of [...missing2(name), ...empty(name)]) yield [test, 0.3];
}
function isMoved(name, { parameters: parameters3, calls: calls2 }) {
  return calls2.some((given) => stepOf(name, given[parameters3.indexOf(name)]) !== "same");
}
function answersOf({ uses, parameters: given, calls: calls2, answers: known2 }, tongue) {
  const parameters3 = given.filter(Boolean);
  const { nothing: nothing2, yes, no } = tongue;
  const found3 = /* @__PURE__ */ new Map();
  const add = (odds, ...texts2) => {
    for (const text2 of texts2) found3.set(text2, Math.max(found3.get(text2) ?? 0, odds));
  };
  const stepping = (steps3) => given.filter((name, at) => name !== "" && calls2.some((args) => steps3.test(stepOf(name, args[at]))));
  const [falling, gathered] = [stepping(/^(?:down|rest|part)$/), stepping(/^(?:up|other)$/)];
  if (uses.has("sum")) {
    add(1, "0");
    add(0.8, "1");
    add(OF_ITSELF, ...falling);
    if (stepping(/^rest$/).length > 0) add(1, "''");
  }
  if (uses.has("product")) add(1, "1");
  if (uses.has("truth")) add(0.8, yes, no);
  if (uses.has("list")) {
    add(1, "[]");
    add(0.6, ...falling, ...falling.map((name) => `[${name}]`), "[[]]");
  }
  if (uses.has("text")) {
    add(1, "''");
    add(OF_ITSELF, ...falling);
  }
  if (uses.has("answer") || uses.has("kept")) {
    add(0.8, ...gathered);
    add(0.6, nothing2, yes, no, "-1");
    add(0.4, ...parameters3, "0");
    add(0.3, "1", "[]", "''");
  }
  if (uses.has("nothing")) add(1, null);
  add(0.7, ...known2);
  return found3;
}

// src/engine/templates/grammar/families/recursion.ts
var TONGUE = {
  ...{ equals: "==", nothing: "None", yes: "True", no: "False" },
  lengthOf: (name) => `len(${name})`,
  missing: (name) => [`not ${name}`, `${name} is None`],
  empty: (name) => [`not ${name}`]
};
var MOST_ANSWERS = 3;
var LONGEST_ANSWER = 40;
var OF_LEAVING = { said: 0.5, unsaid: 0.15 };
var GUARDED = /^(?:if_statement|for_statement|while_statement|try_statement|match_statement|conditional_expression|boolean_operator)$/;
function callsOfItself(fn, scene) {
  const named3 = fieldOf(fn, "name");
  const body = fieldOf(fn, "body");
  if (named3 === null || body === null) return [];
  const isMethod = [...above(fn)].find(({ type }) => /^(?:class|function)_definition$/.test(type))?.type === "class_definition";
  const name = isMethod ? `self.${scene.text(named3)}` : scene.text(named3);
  return [...below(body)].filter((each) => {
    const call = callOf(each, scene);
    return call !== null && scene.text(call.callee) === name;
  });
}
function isCertain(call, fn, scene) {
  for (const at of above(call)) {
    if (at === fn) return true;
    if (GUARDED.test(at.type) || /comprehension|generator/.test(at.type) || scene.language.functions.has(at.type)) return false;
  }
  return false;
}
function leaves(fn, calls2, scene) {
  if (!calls2.some((call) => isCertain(call, fn, scene))) return true;
  const last = calls2.at(-1)?.start ?? 0;
  return [...below(fn)].some(
    (each) => /^(?:return|raise)_statement$/.test(each.type) && each.start < last && nearest(each, scene.language.functions) === fn && !calls2.some((call) => call.start >= each.start && call.end <= each.end)
  );
}
function useOf(call, scene) {
  const { parent } = call;
  switch (parent?.type) {
    case "binary_operator": {
      const operator = parent.children.find(({ named: named3 }) => !named3)?.type;
      const beside2 = scene.text(parent);
      if (operator === "+") return /^\[|\+ \[|\]$/.test(beside2) ? "list" : /["']/.test(beside2) ? "text" : "sum";
      return operator === "*" ? "product" : "sum";
    }
    case "boolean_operator":
    case "not_operator":
      return "truth";
    case "list_splat":
    case "for_in_clause":
      return "list";
    case "await":
    case "parenthesized_expression":
    case "conditional_expression":
      return useOf(parent, scene);
    case "return_statement":
      return "answer";
    case "expression_statement":
      return "nothing";
    default:
      return /^(?:max|min|len)\(/.test(parent?.parent ? scene.text(parent.parent) : "") ? "sum" : "kept";
  }
}
function nameOf4(parameter, scene) {
  if (parameter.type === "identifier") return scene.text(parameter);
  if (!/^(?:typed|default|typed_default)_parameter$/.test(parameter.type)) return "";
  const name = fieldOf(parameter, "name") ?? namedChildren(parameter)[0];
  return name?.type === "identifier" ? scene.text(name) : "";
}
function argumentsOf(call, parameters3, scene) {
  const given = namedChildren(fieldOf(call, "arguments") ?? call);
  const byPlace = given.filter(({ type }) => type !== "keyword_argument").map(scene.text);
  const byName = new Map(
    given.flatMap((each) => {
      const [name, value] = each.type === "keyword_argument" ? [fieldOf(each, "name"), fieldOf(each, "value")] : [null, null];
      return name === null || value === null ? [] : [[scene.text(name), scene.text(value)]];
    })
  );
  return parameters3.map((name, at) => byName.get(name) ?? byPlace[at] ?? "");
}
function recursionOf(fn, calls2, scene) {
  const text2 = scene.text(fn);
  const all = namedChildren(fieldOf(fn, "parameters") ?? fn).map((each) => nameOf4(each, scene));
  const parameters3 = all[0] === "self" || all[0] === "cls" ? all.slice(1) : all;
  const isGenerator2 = [...below(fn)].some(({ type }) => type === "yield");
  const made2 = new Set([...below(fn)].filter(isPythonTarget).map(scene.text));
  const answers3 = [...below(fn)].flatMap((each) => {
    const value = each.type === "return_statement" && nearest(each, scene.language.functions) === fn ? namedChildren(each)[0] : void 0;
    const isThere = value !== void 0 && ![...below(value)].some((name) => made2.has(scene.text(name)));
    const isOwn2 = isThere && !calls2.some(({ start }) => start >= value.start && start < value.end);
    return isOwn2 && value.end - value.start <= LONGEST_ANSWER ? [scene.text(value)] : [];
  });
  return {
    parameters: parameters3,
    calls: calls2.map((call) => argumentsOf(call, parameters3, scene)),
    // What a generator returns is seldom looked at, and an asynchronous one may return nothing.
    uses: isGenerator2 ? /* @__PURE__ */ new Set(["nothing"]) : new Set(calls2.map((call) => useOf(call, scene))),
    answers: isGenerator2 ? [] : answers3.slice(0, MOST_ANSWERS),
    measured: [
      ...new Set([...text2.matchAll(/\blen\((\w+)\)|\b([A-Za-z_]\w*)\[/g)].flatMap(([, asked, indexed]) => asked ?? indexed ?? []))
    ]
  };
}
function* endings(branch, scene, ofLeaving) {
  const fn = branch.parent?.type === "block" ? branch.parent.parent : null;
  if (!isPython(scene) || fn?.type !== "function_definition") return;
  const [first, second] = namedChildren(branch.parent ?? fn);
  const isDocumented2 = first !== void 0 && first.type === "expression_statement" && namedChildren(first)[0]?.type === "string";
  if (branch !== (isDocumented2 ? second : first)) return;
  const calls2 = callsOfItself(fn, scene);
  if (calls2.length === 0) return;
  const likely = leaves(fn, calls2, scene) ? ofLeaving : 1;
  for (const { test, answer: answer2, odds } of endingsOf(recursionOf(fn, calls2, scene), TONGUE)) {
    const jump = answer2 === null ? "return" : `return ${answer2}`;
    const text2 = scene.language.guard(test, jump, scene.indent(branch));
    yield { start: branch.start, end: branch.start, text: text2, label: `recursion ends: ${brief(test)} ? ${brief(jump)}`, odds: odds * likely };
  }
}
var recursionFamilies = [
  {
    name: "recursion's end",
    share: 0.4,
    propose: (branch, scene) => scene.clues.complaints.endless ? endings(branch, scene, OF_LEAVING.said) : []
  },
  {
    name: "recursion's end",
    share: 0.1,
    propose: (branch, scene) => scene.clues.complaints.endless ? [] : endings(branch, scene, OF_LEAVING.unsaid)
  }
];

// src/engine/templates/other-patterns.ts
var TOKEN2 = /\\(?:u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|[pP]\{[^}]*\}|k<[^>]*>|c[A-Za-z]|.)|\[(?:\\.|[^\]\\])*\]|\(\?(?:[:=!]|<[=!]|P?<\w+>|P=\w+\))|\{\d*,?\d*\}\??|[*+?]\??|%s|./gs;
var mostPatterns = 300;
var mostTokens = 120;
var CLASSES = {
  "\\d": ["\\w", "\\D", "[0-9a-f]"],
  "\\w": ["\\d", "[\\w-]", "\\S", "[\\w.]", "\\W", "[\\w$]"],
  "\\s": ["\\S", " ", "[ \\t]"],
  "\\S": ["\\s", "\\w", "."],
  "\\b": ["\\B", ""],
  "\\D": ["\\d"],
  "\\W": ["\\w"],
  ".": ["[\\s\\S]", "\\.", "[^\\n]"]
};
var pattern = /\\[dwsDWSb]|\[\^?[^\]\s]+\][*+?{]|\(\?[:=!<P]|\.[*+](?:\W|$)|%s[*+?]|\)[*+?](?:\W|$)|^\^.*\$$/;
var looksLikePattern = (text2) => pattern.test(text2);
function* otherPatterns(pattern2, marks2, ends = []) {
  yield* anchors(pattern2, ends);
  const tokens = pattern2.match(TOKEN2) ?? [];
  if (tokens.length > mostTokens) return;
  const counts = [...new Set(tokens.filter((token3) => /^\{/.test(token3)))];
  for (const [at, token3] of tokens.entries()) {
    for (const [other, odds] of [...tokenEdits(token3, tokens[at - 1], tokens[at + 1], counts), ...withMarks(token3, marks2)])
      yield [[...tokens.slice(0, at), other, ...tokens.slice(at + 1)].join(""), odds];
  }
}
function likeliest(offers, accepts) {
  const best2 = /* @__PURE__ */ new Map();
  for (const [text2, odds] of offers) best2.set(text2, Math.max(odds, best2.get(text2) ?? 0));
  return [...best2].filter(([text2]) => accepts(text2)).sort((a, b) => b[1] - a[1]).slice(0, mostPatterns);
}
function* anchors(pattern2, ends) {
  yield [pattern2.startsWith("^") ? pattern2.slice(1) : `^${pattern2}`, 0.7];
  const isAnchored = /(^|[^\\])\$$/.test(pattern2);
  yield [isAnchored ? pattern2.slice(0, -1) : `${pattern2}$`, 0.7];
  if (!isAnchored && !pattern2.startsWith("^")) yield [`^${pattern2.includes("|") ? `(?:${pattern2})` : pattern2}$`, 0.6];
  if (isAnchored) for (const end of ends) yield [pattern2.slice(0, -1) + end, 0.5];
  if (pattern2.includes("|") && /^[^()]*$/.test(pattern2)) {
    yield [`^(?:${pattern2.replace(/^\^|\$$/g, "")})$`, 0.5];
    const parts = pattern2.split("|");
    for (const at of parts.keys()) yield [parts.toSpliced(at, 1).join("|"), 0.3];
  }
}
function* tokenEdits(token3, before, after, counts) {
  if (/^[*+?]\??$/.test(token3) && before !== void 0) {
    const base = token3.charAt(0);
    for (const other of "*+?") if (other !== base) yield [other + token3.slice(1), 0.8];
    yield [token3.endsWith("?") && token3.length > 1 ? base : `${base}?`, 0.5];
    yield ["", 0.6];
    return;
  }
  if (/^\{/.test(token3)) return yield* counted(token3);
  for (const other of CLASSES[token3] ?? []) yield [other, 0.5];
  if (/^\[/.test(token3)) yield* classEdits(token3);
  if (token3 === "(") yield ["(?:", 0.3];
  if (token3 === "(?:") yield ["(", 0.3];
  if (token3 === "(?=") yield ["(?!", 0.5];
  if (token3 === "(?!") yield ["(?=", 0.5];
  const repeatable = !/^[(|^$)]/.test(token3) || token3 === ")";
  if (repeatable && !/^[*+?{]/.test(after ?? "")) {
    yield [`${token3}?`, 0.35];
    yield [`${token3}*`, 0.3];
    yield [`${token3}+`, 0.4];
    for (const count2 of counts) yield [`${token3}${count2}`, 0.35];
    if (/^[[\\.]|^\)$/.test(token3)) {
      for (const count2 of ["{2}", "{3}", "{4}"]) if (!counts.includes(count2)) yield [`${token3}${count2}`, 0.1];
    }
  }
  if (/^\\[.*+?^$()[\]{}|/]$/.test(token3)) yield [token3.slice(1), 0.1];
  if (/^[\w:/-]$/.test(token3) && before !== "\\") yield ["", 0.12];
}
function* counted(token3) {
  const match2 = /^\{(\d*)(,?)(\d*)\}/.exec(token3);
  if (match2 === null) return;
  const [, low = "", comma = "", high = ""] = match2;
  const n = Number(low);
  const m = Number(high);
  yield [`{${n + 1}${comma}${high}}`, 0.6];
  if (n > 0) yield [`{${n - 1}${comma}${high}}`, 0.6];
  if (high !== "") {
    for (const other of [m + 1, m - 1]) if (other >= n) yield [`{${low},${other}}`, 0.6];
  }
  yield [comma === "" ? `{${low},}` : `{${low}}`, 0.4];
  yield ["+", 0.3];
  yield ["*", 0.2];
}
function* classEdits(token3) {
  const negated2 = token3.startsWith("[^");
  const inner = token3.slice(negated2 ? 2 : 1, -1);
  yield [negated2 ? `[${inner}]` : `[^${inner}]`, 0.7];
  const open = negated2 ? "[^" : "[";
  const add = [
    "-",
    "_",
    ".",
    "0-9",
    "a-z",
    "A-Z",
    "\\s",
    "\\n",
    "$",
    ":",
    "/",
    "\\\\",
    "+",
    "'",
    '"',
    "\\]",
    "\\[",
    "@",
    "*",
    "~",
    ",",
    "\\u00C0-\\u024F"
  ];
  for (const more of add)
    if (!inner.includes(more))
      yield [more === "-" ? `${open}${inner}-]` : `${open}${inner.replace(/-$/, "")}${more}${inner.endsWith("-") ? "-" : ""}]`, 0.12];
  const parts = inner.match(/\\.|[^\\]-[^\\]|[\s\S]/g) ?? [];
  if (parts.length > 1 && parts.length < 20) for (const at of parts.keys()) yield [`${open}${parts.toSpliced(at, 1).join("")}]`, 0.2];
  for (const [a, b] of [
    ["a-z", "a-zA-Z"],
    ["0-9", "1-9"],
    ["1-9", "0-9"],
    ["A-Z", "a-zA-Z"],
    ["a-f", "a-fA-F"],
    ["0-9", "\\d"],
    ["a-z", "a-z0-9"],
    ["a-zA-Z", "a-z"]
  ]) {
    if (inner.includes(a)) yield [`${open}${inner.replace(a, b)}]`, 0.3];
  }
}
function* withMarks(token3, marks2) {
  const escaped2 = marks2.map((mark2) => /[\\\]^-]/.test(mark2) ? `\\${mark2}` : mark2);
  const inner = /^\[[^^]/.test(token3) ? token3.slice(1, -1) : /^\\[wdsS]$/.test(token3) ? token3 : null;
  if (inner === null || escaped2.length === 0) return;
  for (const mark2 of escaped2) if (!inner.includes(mark2)) yield [`[${inner}${mark2}]`, 0.4];
  if (escaped2.length > 1) yield [`[${inner}${escaped2.join("")}]`, 0.4];
}

// src/engine/templates/grammar/families/regex.ts
var takesPattern = /(?:\bre\.\w+|regexp\.\w+|Pattern\.\w+|Regex(?:\.\w+|::new)?|preg_\w+|\.(?:matches|replaceAll|replaceFirst))\s*\(\s*$/;
var literal2 = /^(@?[rbuRBU]*)("""|'''|"|'|`)([\s\S]+)\2$/;
var regexes = {
  name: "regular expression",
  share: 0.12,
  *propose(branch, scene) {
    if (!scene.language.strings.has(branch.type)) return;
    const own2 = scene.text(branch);
    const [, prefix = "", quote2 = '"', pattern2 = ""] = literal2.exec(own2) ?? [];
    if (pattern2 === "" || !(isPattern2(branch, scene.file.text) || looksLikePattern(pattern2))) return;
    const ends = !isPython(scene) ? [] : /r/i.test(prefix) ? ["\\Z"] : ["\\\\Z"];
    const isOther = (other) => other !== "" && other !== pattern2 && !other.includes(quote2.charAt(0));
    for (const [other, odds] of likeliest(otherPatterns(pattern2, scene.clues.marks, ends), isOther)) {
      const text2 = `${prefix}${quote2}${other}${quote2}`;
      yield replaced(branch, text2, `${brief(own2)} -> ${brief(text2)}`, odds);
    }
  }
};
var regexFamilies = [regexes];
function isPattern2(branch, text2) {
  return takesPattern.test(text2.slice(Math.max(0, branch.start - 60), branch.start));
}

// src/engine/templates/grammar/families/results.ts
var MOST_NAMES2 = 8;
var PURE = /^(?:abs|all|any|bool|dict|divmod|enumerate|float|int|isinstance|len|list|map|max|min|range|reversed|round|set|sorted|str|sum|tuple|zip)\(/;
var JUMP2 = /^(?:return|raise|break|continue|pass)_statement$/;
var valueReturned = {
  name: "missing return",
  share: 0.06,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== "expression_statement" || !isLast(branch)) return;
    const fn = nearest(branch, scene.language.functions);
    const [value, more] = namedChildren(branch);
    if (fn?.type !== "function_definition" || isNamed(fn, "__init__", scene) || value === void 0 || more !== void 0) return;
    if (/assignment|^(?:string|yield|await)$/.test(value.type)) return;
    const isIdle = value.type !== "call" || PURE.test(scene.text(value));
    const odds = isIdle ? 4 : returnsValues(fn, scene) ? 1 : 0.5;
    yield { start: branch.start, end: branch.start, text: "return ", label: `return ${brief(scene.text(value))}`, odds };
  }
};
var returnedAtEnd = {
  name: "return at the end",
  share: 0.06,
  *propose(branch, scene) {
    const block = branch.parent;
    const fn = block?.parent ?? null;
    if (!isPython(scene) || block?.type !== "block" || fn?.type !== "function_definition" || !isLast(branch)) return;
    if (JUMP2.test(branch.type) || isNamed(fn, "__init__", scene) || isGenerator(fn, scene)) return;
    const lacks = scene.clues.complaints.nothing || scene.clues.pairs.some(({ actual }) => actual === "None");
    const likely = (lacks ? 4 : 1) * (returnsValues(fn, scene) ? 1.5 : 1);
    const indent = scene.indent(branch);
    for (const [rank, name] of [...namesSetIn(fn, scene), "self", "True", "False"].entries()) {
      const text2 = `
${indent}return ${name}`;
      const odds = likely * (/^(?:True|False)$/.test(name) ? 0.2 : 1) / (1 + rank / 4);
      yield { start: branch.end, end: branch.end, text: text2, label: `return ${name} at the end`, odds };
    }
  }
};
function isLast(branch) {
  return branch.parent?.type === "block" && namedChildren(branch.parent).at(-1) === branch;
}
function isNamed(fn, name, scene) {
  const own2 = fieldOf(fn, "name");
  return own2 !== null && scene.text(own2) === name;
}
function returnsValues(fn, { language }) {
  return [...below(fn)].some(
    (each) => language.returns.has(each.type) && namedChildren(each).length > 0 && nearest(each, language.functions) === fn
  );
}
function isGenerator(fn, { language }) {
  return [...below(fn)].some((each) => each.type === "yield" && nearest(each, language.functions) === fn);
}
function namesSetIn(fn, scene) {
  const targets = [...below(fn)].filter((each) => isPythonTarget(each) && nearest(each, scene.language.functions) === fn);
  const names2 = [...targets.toReversed().map(scene.text), ...parametersOf(fn, scene)].filter(
    (name) => /^[a-z_]\w*$/i.test(name) && name !== "self"
  );
  return [...new Set(names2)].slice(0, MOST_NAMES2);
}
var nothingLeft = {
  name: "nothing left over",
  share: 0.15,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== "true" || branch.parent?.type !== "return_statement") return;
    const fn = nearest(branch, scene.language.functions);
    if (fn === null) return;
    const body = scene.text(fn);
    for (const name of namesSetIn(fn, scene)) {
      const does = (pattern2) => new RegExp(`(?<![\\w.])${name}${pattern2}`).test(body);
      const isEmptied = does("\\.append\\(") && does("\\.pop\\(") || does("\\.add\\(") && does("\\.(?:remove|discard)\\(");
      const tests = isEmptied ? [`not ${name}`] : does(" \\+= ") && does(" -= ") ? [`${name} == 0`] : [];
      for (const text2 of tests) yield { start: branch.start, end: branch.end, text: text2, label: `only if ${text2}`, odds: 1 };
    }
  }
};
var foundByItself = {
  name: "found by itself",
  share: 0.2,
  *propose(branch, scene) {
    const [call] = branch.type === "expression_statement" ? namedChildren(branch) : [];
    const fn = nearest(branch, scene.language.functions);
    if (!isPython(scene) || call?.type !== "call" || fn?.type !== "function_definition") return;
    const [callee, name] = [callOf(call, scene)?.callee, fieldOf(fn, "name")];
    const isOwn2 = callee !== void 0 && name !== null && scene.text(callee).replace(/^self\./, "") === scene.text(name);
    if (!isOwn2 || !returnsValues(fn, scene)) return;
    const known2 = new Set(scene.names(branch));
    const kept3 = ["found", "result", "inner"].find((each) => !known2.has(each)) ?? "found";
    const pad = scene.indent(branch);
    for (const [test, odds] of [
      [kept3, 1],
      [`${kept3} is not None`, 0.8]
    ]) {
      const text2 = `${kept3} = ${scene.text(call)}
${pad}if ${test}:
${deeper2(pad)}return ${kept3}`;
      yield { start: branch.start, end: branch.end, text: text2, label: `${brief(scene.text(call))} handed on`, odds };
    }
  }
};
var tooEarly = {
  name: "answered too early",
  share: 0.08,
  *propose(branch, scene) {
    const [value] = isPython(scene) && branch.type === "return_statement" ? namedChildren(branch) : [];
    if (value === void 0 || !/^(?:comparison_operator|boolean_operator|not_operator|call)$/.test(value.type)) return;
    const loop = [...above(branch)].find(({ type }) => /^(?:for|while)_statement$|^function_definition$/.test(type));
    if (loop === void 0 || loop.type === "function_definition") return;
    const pad = scene.indent(branch);
    const text2 = scene.text(value);
    const denied = value.type === "not_operator" ? text2.replace(/^not\s+/, "") : `not (${text2})`;
    for (const [test, answer2] of [
      [denied, "False"],
      [text2, "True"]
    ])
      yield replaced(branch, `if ${test}:
${deeper2(pad)}return ${answer2}`, `${answer2} at once, else on`, 1);
  }
};
var MOST_LEFT = 3;
var leftBehind = {
  name: "left behind a loop",
  share: 0.06,
  *propose(branch, scene) {
    if (!isPython(scene) || !/^(?:for|while)_statement$/.test(branch.type) || branch.parent?.type !== "block") return;
    const fn = nearest(branch, scene.language.functions);
    const before = new Set(
      fn === null ? [] : [...below(fn)].filter((each) => isPythonTarget(each) && each.end <= branch.start).map(scene.text)
    );
    const inside = new Set([...below(branch)].filter(isPythonTarget).map(scene.text));
    const puts = [...below(branch)].flatMap((each) => {
      const call = each.parent?.type === "expression_statement" ? callOf(each, scene) : null;
      const isPut = call?.object != null && /^(?:append|add|extend)$/.test(call.name) && each.end - each.start <= 80;
      return isPut ? [{ text: scene.text(each), list: call.list }] : [];
    });
    const pad = scene.indent(branch);
    for (const put of puts.slice(0, MOST_LEFT)) {
      const names2 = [...below(put.list)].filter((each) => each.type === "identifier" && each.field !== "attribute");
      const held = names2.find((each) => before.has(scene.text(each)));
      if (held === void 0 || names2.some((each) => inside.has(scene.text(each)) && !before.has(scene.text(each)))) continue;
      const text2 = `
${pad}if ${scene.text(held)}:
${deeper2(pad)}${put.text}`;
      yield { start: branch.end, end: branch.end, text: text2, label: `${brief(put.text)} for what is left`, odds: 1 };
    }
  }
};
var ANSWERS = /^(?:replace|strip|lstrip|rstrip|lower|upper|title|capitalize|casefold|swapcase|zfill|ljust|rjust|center|removeprefix|removesuffix|translate|expandtabs|union|intersection|difference|symmetric_difference)$/;
var thrownAway = {
  name: "result kept",
  share: 0.4,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== "expression_statement") return;
    const [call] = namedChildren(branch);
    const called = callOf(call, scene);
    if (call === void 0 || called === null) return;
    const { object: object2, name, given } = called;
    const isMethod = object2 !== null && ANSWERS.test(name);
    const isFunction2 = object2 === null && /^(?:sorted|reversed)$/.test(name);
    const target = isMethod ? object2 : isFunction2 ? given[0] : void 0;
    if (target === void 0 || !/^(?:identifier|attribute|subscript)$/.test(target.type)) return;
    const value = isFunction2 && name === "reversed" ? `list(${scene.text(call)})` : scene.text(call);
    yield replaced(call, `${scene.text(target)} = ${value}`, `${brief(scene.text(call))} kept`, 1);
  }
};
var handedOn2 = {
  name: "yield",
  share: 0.2,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== "expression_statement") return;
    const [value] = namedChildren(branch);
    if (value === void 0) return;
    const text2 = scene.text(value);
    if (value.type === "yield") {
      if (/^yield from\b/.test(text2)) yield replaced(value, text2.replace(/^yield from\b/, "yield"), "yield as a whole", 0.3);
      else if (/^yield +[\w.]/.test(text2)) yield replaced(value, text2.replace(/^yield\b/, "yield from"), "yield from", 0.3);
      return;
    }
    const fn = nearest(branch, scene.language.functions);
    const isAsync2 = fn !== null && scene.text(fn).startsWith("async ");
    const yields = fn !== null && [...below(fn)].some((each) => each.type === "yield" && nearest(each, scene.language.functions) === fn);
    if (value.type !== "call" || fn === null || !yields) return;
    const name = fieldOf(fn, "name");
    const isOwn2 = name !== null && text2.replace(/^self\./, "").startsWith(`${scene.text(name)}(`);
    for (const [word, odds] of [
      ["yield from", 1],
      ["yield", 0.4]
    ])
      if (!isAsync2 || word === "yield") yield replaced(value, `${word} ${text2}`, `${word} ${brief(text2)}`, odds * (isOwn2 ? 2 : 0.5));
  }
};
var sortedAnswer = {
  name: "sorted answer",
  share: 0.4,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== "call" || !/^(?:return_statement|assignment)$/.test(branch.parent?.type ?? "")) return;
    const call = callOf(branch, scene);
    if (call === null || call.object === null) return;
    const given = scene.text(call.list).slice(1, -1);
    const made2 = `${scene.text(call.object)}${given === "" ? "" : `, ${given}`}`;
    if (call.name === "sort") yield replaced(branch, `sorted(${made2})`, `sorted(${brief(made2)})`, 1);
    if (call.name === "reverse" && given === "") yield replaced(branch, `${scene.text(call.object)}[::-1]`, "reversed copy", 1);
  }
};
var awaited = {
  name: "awaited",
  share: 0.04,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== "call" || branch.parent?.type === "await") return;
    const fn = nearest(branch, scene.language.functions);
    if (fn === null || !scene.text(fn).startsWith("async ")) return;
    const isStatement3 = /^(?:expression_statement|assignment|return_statement)$/.test(branch.parent?.type ?? "");
    const text2 = `await ${scene.text(branch)}`;
    yield replaced(branch, isStatement3 ? text2 : `(${text2})`, brief(text2), 1);
  }
};
var resultFamilies = [
  valueReturned,
  returnedAtEnd,
  nothingLeft,
  foundByItself,
  tooEarly,
  leftBehind,
  thrownAway,
  handedOn2,
  sortedAnswer,
  awaited
];

// src/engine/templates/grammar/families/rounds.ts
var JUMPS = /^(?:return|raise|break|continue)_statement$/;
var again = {
  name: "loop instead of branch",
  share: 0.04,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== "if_statement") return;
    if (branch.children.some(({ type }) => /^(?:elif|else)_clause$/.test(type))) return;
    const [test, body] = [fieldOf(branch, "condition"), fieldOf(branch, "consequence")];
    const last = body === null ? void 0 : namedChildren(body).at(-1);
    if (test === null || body === null || last === void 0) return;
    const inside = [...below(body)];
    if (inside.some(({ type }) => JUMPS.test(type))) return;
    const changed2 = new Set(inside.filter((each) => each.type === "identifier" && mayChange2(each)).map(scene.text));
    const isName2 = (each) => each.type === "identifier" && each.field !== "function" && !/^(?:attribute|call|keyword_argument)$/.test(each.parent?.type ?? "");
    const asked = [...new Set([...isName2(test) ? [test] : [], ...[...below(test)].filter(isName2)].map(scene.text))];
    const label = `while ${brief(scene.text(test))}`;
    const isMoved2 = asked.some((name) => changed2.has(name));
    if (isMoved2) yield { start: branch.start, end: branch.start + 2, text: "while", label, odds: 1 };
    if (!scene.file.text.slice(test.end, last.start).includes("\n")) return;
    for (const name of asked.filter((each) => !changed2.has(each))) {
      for (const [rank, step] of stepsOf(name, branch, test, scene).entries()) {
        const text2 = `while${scene.file.text.slice(branch.start + 2, last.end)}
${scene.indent(last)}${step}`;
        const odds = (isMoved2 ? 0.6 : 0.4) / (1 + rank / 2);
        yield { start: branch.start, end: last.end, text: text2, label: `${label} with ${step}`, odds };
      }
    }
  }
};
function stepsOf(name, branch, test, scene) {
  const fn = nearest(branch, scene.language.functions);
  const target = fn === null ? void 0 : [...below(fn)].find((each) => isPythonTarget(each) && scene.text(each) === name);
  const value = target?.parent?.type === "assignment" ? fieldOf(target.parent, "right") : null;
  const factors = value?.type === "integer" && Number(scene.text(value)) > 1 ? [scene.text(value)] : [];
  const isFalling = !new RegExp(`(?<![\\w.])${name} <|> ${name}(?!\\w)`).test(scene.text(test));
  return isFalling ? [`${name} -= 1`, ...[...factors, "2"].map((factor) => `${name} //= ${factor}`)] : [...factors.map((factor) => `${name} *= ${factor}`), `${name} += 1`, `${name} *= 2`];
}
var once = {
  name: "branch instead of loop",
  share: 0.01,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== "while_statement") return;
    const test = fieldOf(branch, "condition");
    if (test === null || [...below(branch)].some(({ type }) => /^(?:break|continue)_statement$|^else_clause$/.test(type))) return;
    yield { start: branch.start, end: branch.start + 5, text: "if", label: `once if ${brief(scene.text(test))}`, odds: 1 };
  }
};
var MOST_STEPS2 = 3;
var begunAgain = {
  name: "begun again",
  share: 0.05,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== "if_statement") return;
    if (branch.children.some(({ type }) => /^(?:elif|else)_clause$/.test(type))) return;
    const body = fieldOf(branch, "consequence");
    const steps3 = body === null ? [] : namedChildren(body).flatMap((each) => namedChildren(each).filter(({ type }) => type === "augmented_assignment"));
    const pad = scene.indent(branch);
    for (const step of steps3.slice(0, MOST_STEPS2)) {
      const target = fieldOf(step, "left");
      if (target === null || body === null) continue;
      const inner = scene.indent(namedChildren(body)[0] ?? body);
      const text2 = `${scene.text(target)} = 0`;
      yield { start: branch.end, end: branch.end, text: `
${pad}else:
${inner}${text2}`, label: `else ${text2}`, odds: 1 };
    }
  }
};
var roundFamilies = [again, once, begunAgain];

// src/engine/templates/grammar/families/scopes.ts
var MOST4 = 3;
var MUTABLE2 = /^(?:list|dictionary|set|list_comprehension|dictionary_comprehension|set_comprehension)$/;
var declaredAround = {
  name: "declared around",
  share: 0.06,
  *propose(branch, scene) {
    const fn = branch.parent?.parent ?? null;
    if (!isPython(scene) || fn?.type !== "function_definition" || firstStatement(fn) !== branch) return;
    const given = new Set(parametersOf(fn, scene));
    const set2 = new Set(
      [...below(fn)].filter((each) => isPythonTarget(each) && nearest(each, scene.language.functions) === fn).map(scene.text)
    );
    const said = /\b(?:global|nonlocal)\b/.test(scene.text(fn));
    if (said) return;
    const outer = [...above(fn)].find(({ type }) => type === "function_definition") ?? null;
    for (const name of [...set2].filter((each) => !given.has(each)).slice(0, MOST4 * 2)) {
      const holder = outer !== null && setsDirectly(outer, name, scene) ? "nonlocal" : setsDirectly(null, name, scene) ? "global" : null;
      if (holder === null) continue;
      const text2 = `${holder} ${name}`;
      const isRead2 = new RegExp(`\\b${name}\\s*[-+*/|&]=`).test(scene.text(fn));
      yield { start: branch.start, end: branch.start, text: `${text2}
${scene.indent(branch)}`, label: text2, odds: isRead2 ? 2 : 0.5 };
    }
  }
};
function setsDirectly(owner, name, scene) {
  return [...below(owner ?? scene.program)].some(
    (each) => isPythonTarget(each) && scene.text(each) === name && nearest(each, scene.language.functions) === owner
  );
}
var decorated = {
  name: "decorator",
  share: 0.04,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== "function_definition" || branch.parent?.parent?.type !== "class_definition") return;
    const parameters3 = parametersOf(branch, scene);
    const name = fieldOf(branch, "name");
    if (name === null || /^__/.test(scene.text(name))) return;
    const [first] = parameters3;
    const options = first === "self" ? parameters3.length === 1 ? [["@property", 1]] : [] : first === "cls" ? [["@classmethod", 3]] : [["@staticmethod", 3]];
    for (const [text2, odds] of options)
      yield { start: branch.start, end: branch.start, text: `${text2}
${scene.indent(branch)}`, label: text2, odds };
  }
};
var equality = {
  name: "equal objects",
  share: 0.15,
  *propose(branch, scene) {
    const fn = nearest(branch, scene.language.functions);
    const owner = fn === null ? null : nearest(fn, /* @__PURE__ */ new Set(["class_definition"]));
    const name = fn === null ? null : fieldOf(fn, "name");
    if (!isPython(scene) || fn === null || owner === null || name === null || scene.text(name) !== "__eq__") return;
    if (branch.type !== "return_statement") return;
    const [value] = namedChildren(branch);
    const [, other] = parametersOf(fn, scene);
    const named3 = fieldOf(owner, "name");
    if (value === void 0 || other === void 0 || named3 === null) return;
    const pad = scene.indent(branch);
    if (!/\bisinstance\(|\btype\(/.test(scene.text(fn))) {
      const own2 = scene.text(named3);
      yield { start: value.start, end: value.start, text: `isinstance(${other}, ${own2}) and `, label: `only ${own2}`, odds: 1 };
      const text2 = `if not isinstance(${other}, ${own2}):
${deeper2(pad)}return NotImplemented
${pad}`;
      yield { start: branch.start, end: branch.start, text: text2, label: `only ${own2}`, odds: 0.8 };
    }
    if (!/\bdef __hash__\b/.test(scene.text(owner))) {
      const members2 = [...new Set([...scene.text(value).matchAll(/\bself\.(\w+)/g)].map(([each]) => each))];
      if (members2.length === 0) return;
      const outer = scene.indent(fn);
      const hashed = members2.length === 1 ? members2[0] : `(${members2.join(", ")})`;
      const text2 = `

${outer}def __hash__(self):
${pad}return hash(${hashed})`;
      yield { start: fn.end, end: fn.end, text: text2, label: "hash of what makes them equal", odds: 0.6 };
    }
  }
};
var atOnce = {
  name: "set at once",
  share: 0.05,
  *propose(branch, scene) {
    const next = branch.parent === null ? void 0 : namedChildren(branch.parent)[namedChildren(branch.parent).indexOf(branch) + 1];
    if (!isPython(scene) || branch.type !== "expression_statement" || next?.type !== "expression_statement") return;
    const [one, two] = [namedChildren(branch)[0], namedChildren(next)[0]];
    if (one?.type !== "assignment" || two?.type !== "assignment" || next.end - branch.start > 200) return;
    const [a, b] = [fieldOf(one, "left"), fieldOf(two, "left")];
    const [x, y] = [fieldOf(one, "right"), fieldOf(two, "right")];
    if (a?.type !== "identifier" || b === null || x === null || y === null || !/^(?:identifier|subscript|attribute)$/.test(b.type)) return;
    if (!new RegExp(`\\b${scene.text(a)}\\b`).test(scene.text(y))) return;
    const text2 = `${scene.text(a)}, ${scene.text(b)} = ${scene.text(x)}, ${scene.text(y)}`;
    yield { start: branch.start, end: next.end, text: text2, label: text2, odds: 1 };
  }
};
var kinds = {
  name: "kind",
  share: 0.06,
  *propose(branch, scene) {
    const call = isPython(scene) ? callOf(branch, scene) : null;
    const [value, kind] = call?.given ?? [];
    if (call?.name !== "isinstance" || value === void 0 || kind === void 0) return;
    const own2 = scene.text(kind);
    const others = ["(int, float)", "(list, tuple)", "str", "dict", "list", "int", "(str, bytes)", "float", "tuple", "bool"];
    for (const [rank, other] of others.filter((each) => each !== own2).entries())
      yield replaced(kind, other, `kind ${other}`, (other.includes(own2) ? 1.5 : 0.7) / (1 + rank / 4));
    if (/\bint\b/.test(own2))
      yield replaced(branch, `(${scene.text(branch)} and not isinstance(${scene.text(value)}, bool))`, "no truth value", 1);
  }
};
var ownMembers = {
  name: "member of its own",
  share: 0.3,
  *propose(branch, scene) {
    const [assignment] = branch.type === "expression_statement" ? namedChildren(branch) : [];
    const owner = branch.parent?.parent ?? null;
    if (!isPython(scene) || assignment?.type !== "assignment" || owner?.type !== "class_definition" || branch.parent === null) return;
    const [target, value] = [fieldOf(assignment, "left"), fieldOf(assignment, "right")];
    if (target?.type !== "identifier" || value === null) return;
    if (!MUTABLE2.test(value.type) && !/^(?:\w+\.)?(?:list|dict|set|deque|defaultdict|Counter|OrderedDict)\(/.test(scene.text(value)))
      return;
    const name = scene.text(target);
    if (!scene.text(owner).includes(`self.${name}`)) return;
    const [label, statement, pad] = [`self.${name} for each object`, `self.${name} = ${scene.text(value)}`, scene.indent(branch)];
    const maker = namedChildren(branch.parent).find((each) => {
      const named3 = each.type === "function_definition" ? fieldOf(each, "name") : null;
      return named3 !== null && scene.text(named3) === "__init__";
    });
    const isDerived = fieldOf(owner, "superclasses") !== null;
    const head = isDerived ? `def __init__(self, *args, **kwargs):
${deeper2(pad)}super().__init__(*args, **kwargs)` : "def __init__(self):";
    if (maker === void 0) yield replaced(branch, `${head}
${deeper2(pad)}${statement}`, label, 1);
    const first = maker === void 0 ? void 0 : firstStatement(maker);
    if (first !== void 0) yield { start: first.start, end: first.start, text: `${statement}
${scene.indent(first)}`, label, odds: 1 };
  }
};
var ofSelf = {
  name: "member of self",
  share: 0.2,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== "identifier" || branch.field === "attribute" || branch.field === "name") return;
    const fn = nearest(branch, scene.language.functions);
    const given = fn === null ? [] : parametersOf(fn, scene);
    const { parent } = branch;
    if (fn === null || given[0] !== "self" || parent === null) return;
    if (/^(?:parameters|dotted_name|aliased_import|import_.*|global_statement|nonlocal_statement|as_pattern_target)$/.test(parent.type))
      return;
    if (/^for_/.test(parent.type) && branch.field === "left") return;
    const owner = nearest(fn, /* @__PURE__ */ new Set(["class_definition"]));
    const name = scene.text(branch);
    if (owner === null || !new RegExp(`\\bself\\.${name}\\b(?!\\()`).test(scene.text(owner))) return;
    const odds = (isPythonTarget(branch) ? 1 : 0.5) * (given.includes(name) ? 0.2 : 1);
    yield replaced(branch, `self.${name}`, `${name} -> self.${name}`, odds);
  }
};
var baseMade = {
  name: "base set up",
  share: 0.15,
  *propose(branch, scene) {
    const fn = branch.parent?.parent ?? null;
    const owner = fn?.parent?.parent ?? null;
    if (!isPython(scene) || fn?.type !== "function_definition" || owner?.type !== "class_definition" || branch.parent === null) return;
    const [name, bases] = [fieldOf(fn, "name"), fieldOf(owner, "superclasses")];
    if (name === null || bases === null || scene.text(name) !== "__init__" || /\bsuper\(|\.__init__\(/.test(scene.text(fn))) return;
    if (firstStatement(fn) !== branch) return;
    const [, ...given] = plainParametersOf(fn, scene);
    const base = [...below(scene.program)].find((each) => {
      const named3 = each.type === "class_definition" ? fieldOf(each, "name") : null;
      return named3 !== null && namedChildren(bases).some((one) => scene.text(one) === scene.text(named3));
    });
    const wanted2 = base === void 0 ? [] : (/def __init__\(self,?\s*([^)]*)\)/.exec(scene.text(base))?.[1] ?? "").split(/\s*,\s*/);
    const shared3 = wanted2.map((each) => each.replace(/[:=].*/s, "").trim()).filter((each) => given.includes(each));
    const lists2 = [.../* @__PURE__ */ new Set([shared3.join(", "), "", ...given.map((_, at) => given.slice(0, at + 1).join(", "))])];
    for (const [rank, list] of lists2.entries()) {
      const text2 = `super().__init__(${list})`;
      yield { start: branch.start, end: branch.start, text: `${text2}
${scene.indent(branch)}`, label: text2, odds: 1 / (1 + rank) };
    }
  }
};
var boundLate = {
  name: "value of its round",
  share: 0.1,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== "lambda") return;
    const body = fieldOf(branch, "body");
    const parameters3 = fieldOf(branch, "parameters");
    if (body === null) return;
    const taken = parameters3 === null ? [] : namedChildren(parameters3);
    if (taken.some(({ type }) => !/^(?:identifier|default_parameter)$/.test(type))) return;
    const own2 = new Set(taken.map((each) => scene.text(each).replace(/=.*/s, "")));
    const named3 = [...body.type === "identifier" ? [body] : [], ...below(body)].filter(
      (each) => each.type === "identifier" && each.field !== "attribute" && !(each.field === "name" && each.parent?.type === "keyword_argument")
    );
    const used = [...new Set(named3.map(scene.text))];
    const rounds3 = [...above(branch)].filter(({ type }) => /^for_statement$|_comprehension$|^generator_expression$/.test(type));
    const targets = /* @__PURE__ */ new Set();
    for (const round of rounds3) for (const each of below(round)) if (isPythonTarget(each)) targets.add(scene.text(each));
    const late = used.filter((name) => targets.has(name) && !own2.has(name));
    if (late.length === 0) return;
    const made2 = late.map((name) => `${name}=${name}`).join(", ");
    if (parameters3 === null) yield { start: branch.start + 6, end: branch.start + 6, text: ` ${made2}`, label: `lambda ${made2}`, odds: 1 };
    else yield { start: parameters3.end, end: parameters3.end, text: `, ${made2}`, label: `lambda with ${made2}`, odds: 1 };
  }
};
var scopeFamilies = [
  declaredAround,
  decorated,
  equality,
  atOnce,
  kinds,
  ownMembers,
  ofSelf,
  baseMade,
  boundLate
];

// src/engine/templates/series.ts
var NUMBER = /(?<![\w.$])\d+(?![\w.$])/g;
var INDEX = /\[([A-Za-z_$][\w$]*)\]/g;
function nextOf(before, last) {
  if (/['"`]/.test(last)) return null;
  const numbers5 = [...last.matchAll(NUMBER)];
  if (before !== null) {
    for (const { index: index2, 0: number3 } of numbers5) {
      const [head, tail] = [last.slice(0, index2), last.slice(index2 + number3.length)];
      const other = before.slice(head.length, before.length - tail.length);
      const isSame2 = before.startsWith(head) && before.endsWith(tail) && before.length > head.length + tail.length;
      const step = Number(number3) - Number(other);
      if (isSame2 && /^\d+$/.test(other) && Math.abs(step) === 1 && Number(number3) + step > 0)
        return `${head}${Number(number3) + step}${tail}`;
    }
    return numbers5.length === 1 && before === last.replace(/ [-+] 1(?!\d)/, "") ? last.replace(/ ([-+]) 1(?!\d)/, " $1 2") : null;
  }
  const [only, more] = numbers5;
  if (only !== void 0 && more === void 0 && / [-+] $/.test(last.slice(0, only.index)))
    return `${last.slice(0, only.index)}${Number(only[0]) + 1}${last.slice(only.index + only[0].length)}`;
  const [index, another] = [...last.matchAll(INDEX)];
  return index !== void 0 && another === void 0 && only === void 0 ? last.replace(INDEX, "[$1 + 1]") : null;
}

// src/engine/templates/grammar/families/series.ts
var LONGEST7 = 60;
var LOOP = /^(?:for|while)_statement$/;
function operatorOf(branch) {
  return branch.children.find(({ named: named3 }) => !named3)?.type ?? "";
}
function operandsOf2(branch, operator) {
  const [left2, right] = /^(?:binary|boolean)_operator$/.test(branch.type) ? namedChildren(branch) : [];
  return left2 !== void 0 && right !== void 0 && operatorOf(branch) === operator ? [...operandsOf2(left2, operator), right] : [branch];
}
var OF_INDEX = /\[(?:[ijkmn]|idx|index|at|pos)\]$|\[\w+ [-+] \d+\]$/i;
function isAnswer({ parent, field }) {
  return parent?.type === "return_statement" || field === "right" && /^(?:augmented_)?assignment$/.test(parent?.type ?? "");
}
var goesOn = {
  name: "next of a series",
  share: 0.1,
  *propose(branch, scene) {
    if (!isPython(scene)) return;
    const operator = operatorOf(branch);
    const { parent } = branch;
    if (/^(?:binary|boolean)_operator$/.test(branch.type) && /^(?:\+|\*|and|or)$/.test(operator)) {
      if (parent?.type === branch.type && operatorOf(parent) === operator) return;
      const [before, last] = operandsOf2(branch, operator).slice(-2);
      const next = before === void 0 || last === void 0 ? null : nextOf(scene.text(before), scene.text(last));
      if (next !== null)
        yield { start: branch.end, end: branch.end, text: ` ${operator} ${next}`, label: `${operator} ${brief(next)}`, odds: 1 };
    } else if (/^(?:call|subscript)$/.test(branch.type) && branch.end - branch.start <= LONGEST7 && isAnswer(branch)) {
      if (branch.type === "subscript" && !OF_INDEX.test(scene.text(branch))) return;
      const next = nextOf(null, scene.text(branch));
      if (next !== null) yield replaced(branch, `${scene.text(branch)} + ${next}`, `+ ${brief(next)}`, 0.3);
    }
  }
};
var SHARE = /^(?<whole>[A-Za-z_][\w.]*) (?:\/\/|\/|>>) [\w.]+$/;
var OF_VALUE = /^(?:argument_list|binary_operator|comparison_operator|return_statement|subscript|slice)$/;
var rest = {
  name: "the rest",
  share: 0.03,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== "identifier" || isPythonTarget(branch)) return;
    if (!OF_VALUE.test(branch.parent?.type ?? "") && !(branch.field === "right" && branch.parent?.type === "assignment")) return;
    const fn = nearest(branch, scene.language.functions);
    const name = scene.text(branch);
    const whole2 = fn === null ? void 0 : sharesIn(fn, scene).get(name);
    if (whole2 === void 0 || whole2.end > branch.start || whole2.text === name) return;
    const text2 = `${whole2.text} - ${name}`;
    const isAlone3 = /^(?:argument_list|assignment|return_statement)$/.test(branch.parent?.type ?? "");
    yield replaced(branch, isAlone3 ? text2 : `(${text2})`, `${name} -> ${text2}`, 1);
  }
};
var shares = /* @__PURE__ */ new WeakMap();
function sharesIn(fn, scene) {
  const known2 = shares.get(fn);
  if (known2 !== void 0) return known2;
  const found3 = /* @__PURE__ */ new Map();
  for (const each of below(fn)) {
    const [left2, right] = each.type === "assignment" ? [fieldOf(each, "left"), fieldOf(each, "right")] : [null, null];
    const text2 = right === null || right.end - right.start > LONGEST7 ? void 0 : SHARE.exec(scene.text(right))?.groups?.whole;
    if (left2?.type === "identifier" && text2 !== void 0) found3.set(scene.text(left2), { text: text2, end: each.end });
  }
  shares.set(fn, found3);
  return found3;
}
function doneWith(branch, scene) {
  const [expression] = branch?.type === "expression_statement" ? namedChildren(branch) : [];
  if (branch === void 0 || expression === void 0 || branch.end - branch.start > LONGEST7) return null;
  const given = callOf(expression, scene)?.given ?? [];
  const value = expression.type === "augmented_assignment" ? fieldOf(expression, "right") : given.length === 1 ? given[0] : null;
  if (value == null) return null;
  return { how: scene.text(expression).slice(0, value.start - expression.start), value: scene.text(value) };
}
var PLAIN2 = /^(?:int\()?[A-Za-z_][\w.]*(?:\[[\w.]+\])?(?: (?:[-+*/%]|\/\/) [\w.]+)?\)?$/;
var onlyOnce = {
  name: "only once",
  share: 0.1,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.parent === null) return;
    const list = namedChildren(branch.parent);
    const [own2, before] = [doneWith(branch, scene), doneWith(list[list.indexOf(branch) - 1], scene)];
    if (own2 === null || before === null || own2.how !== before.how || own2.value === before.value) return;
    if (!PLAIN2.test(own2.value) || !PLAIN2.test(before.value)) return;
    const test = `${before.value} != ${own2.value}`;
    yield { start: branch.start, end: branch.start, text: `if ${test}: `, label: `only if ${brief(test)}`, odds: 1 };
  }
};
var BEGINNING = /^(?:-?\d+|''|""|\[\]|\{\}|None|True|False|set\(\))$/;
var MOST_AGAIN = 3;
var begunAgain2 = {
  name: "gathered again",
  share: 0.06,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== "expression_statement" || branch.parent?.type !== "block") return;
    const loop = [...above(branch)].find(({ type }) => LOOP.test(type) || scene.language.functions.has(type));
    const fn = nearest(branch, scene.language.functions);
    if (loop === void 0 || fn === null || !LOOP.test(loop.type) || !isAlone2(branch, scene)) return;
    const into = /^\w+/.exec(scene.text(branch))?.[0] ?? "";
    const asked = scene.file.text.slice(loop.start, fieldOf(loop, "body")?.start ?? loop.start);
    const handed = new Set([...below(branch)].filter((each) => each.type === "identifier" && !isPythonTarget(each)).map(scene.text));
    const beside2 = new Set([...below(branch.parent)].filter(isPythonTarget).map(scene.text));
    const changed2 = new Set([...below(loop)].filter((each) => each.type === "identifier" && mayChange2(each)).map(scene.text));
    let offered = 0;
    for (const each of below(fn)) {
      const [left2, right] = each.type === "assignment" && each.end <= loop.start ? [fieldOf(each, "left"), fieldOf(each, "right")] : [null, null];
      const name = left2?.type === "identifier" ? scene.text(left2) : "";
      if (right === null || name === into || hasWord(asked, name) || !handed.has(name) || beside2.has(name) || !changed2.has(name) || !BEGINNING.test(scene.text(right)))
        continue;
      const text2 = `${name} = ${scene.text(right)}`;
      yield { start: branch.end, end: branch.end, text: `
${scene.indent(branch)}${text2}`, label: `${text2} behind it`, odds: 1 };
      offered += 1;
      if (offered >= MOST_AGAIN) return;
    }
  }
};
function isAlone2(branch, scene) {
  const { text: text2 } = scene.file;
  const end = text2.indexOf("\n", branch.end);
  const before = text2.slice(text2.lastIndexOf("\n", branch.start - 1) + 1, branch.start);
  return scene.indent(branch) === before && text2.slice(branch.end, end < 0 ? void 0 : end).trim() === "";
}
var MOST_ROUNDS = 2;
var rounds = /* @__PURE__ */ new WeakMap();
function roundsIn(fn, scene) {
  const known2 = rounds.get(fn);
  if (known2 !== void 0) return known2;
  const found3 = [...scene.text(fn).matchAll(/ % ([A-Za-z_]\w*|len\(\w+\))(?![\w.[(])/g)].map(([, by = ""]) => by);
  const made2 = [...new Set(found3)].slice(0, MOST_ROUNDS);
  rounds.set(fn, made2);
  return made2;
}
var wrapped = {
  name: "counted around",
  share: 0.03,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== "identifier" || isPythonTarget(branch)) return;
    const isValue2 = branch.field === "right" && branch.parent?.type === "assignment" || branch.parent?.type === "argument_list";
    const fn = nearest(branch, scene.language.functions);
    if (!isValue2 || fn === null) return;
    const name = scene.text(branch);
    for (const by of roundsIn(fn, scene))
      if (by !== name && !by.includes(`(${name})`)) yield replaced(branch, `${name} % ${by}`, `${name} around ${by}`, 1);
  }
};
var seriesFamilies = [goesOn, rest, onlyOnce, begunAgain2, wrapped];

// src/engine/templates/grammar/families/statements.ts
function isStatement2(branch, { language }) {
  return branch.named && branch.parent !== null && language.blocks.has(branch.parent.type) && !/comment|definition|import|package/.test(branch.type) && !isBareString(branch);
}
function isBareString(branch) {
  const [only, more] = namedChildren(branch);
  return branch.type === "expression_statement" && more === void 0 && only?.type === "string";
}
var guards = {
  name: "guard",
  share: 0.06,
  *propose(branch, scene) {
    const { language } = scene;
    if (!isStatement2(branch, scene) || nearest(branch, language.functions) === null) return;
    const indent = scene.indent(branch);
    const first = branch.parent?.children[0] === branch || branch.index <= 1;
    const inLoop = [...above(branch)].find((at) => language.loops.has(at.type) || language.functions.has(at.type));
    const bodies2 = returnsOf(branch, scene).map((value) => `return ${value}`);
    if (inLoop !== void 0 && language.loops.has(inLoop.type)) bodies2.push("continue", "break");
    const test = fieldOf(branch, "condition") ?? fieldOf(namedChildren(branch)[0] ?? branch, "condition");
    const own2 = test === null ? null : scene.text(test).replace(/^\((.*)\)$/s, "$1");
    for (const [rank, condition] of guardConditions(branch, scene).entries()) {
      if (condition === own2) continue;
      for (const [order4, body] of bodies2.entries()) {
        const text2 = language.guard(condition, body, indent);
        const odds = (first ? 1 : 0.4) / (1 + rank / 5) / (1 + order4 / 3);
        yield { start: branch.start, end: branch.start, text: text2, label: `if ${condition}: ${brief(body)} added`, odds };
      }
    }
  }
};
var order2 = {
  name: "statement order",
  share: 0.04,
  *propose(branch, scene) {
    if (!isStatement2(branch, scene)) return;
    const next = branch.parent?.children.slice(branch.index + 1).find((one) => one.named);
    if (next !== void 0 && next.field !== "alternative")
      yield swapped(branch, next, scene, `${brief(scene.text(branch))} moved down`, 0.6);
    if (isPython(scene)) yield* moved(branch, scene);
  }
};
function* moved(branch, scene) {
  const { text: text2 } = scene.file;
  const indent = scene.indent(branch);
  const from = branch.start - indent.length;
  const block = branch.parent;
  const owner = block?.parent ?? null;
  const lines = (by) => text2.slice(from, branch.end).split("\n").map(by).join("\n");
  const last = block?.children.at(-1) === branch;
  const isOutermost = owner?.type === "function_definition" && nearest(owner, scene.language.functions) === null;
  if (last && owner !== null && !isOutermost && block?.type === "block" && indent.length >= 4 && block.children.length > 1) {
    const less = indent.length - scene.indent(owner).length;
    yield {
      start: from,
      end: branch.end,
      text: lines((line) => line.slice(less)),
      label: `${brief(scene.text(branch))} moved out of the block`,
      odds: 1.5
    };
  }
  const before = block?.children.slice(0, branch.index).findLast((one) => one.named);
  if (before !== void 0 && /^(for|while|if|with|try)_statement$/.test(before.type)) {
    const step = deeper2(indent).slice(indent.length);
    yield {
      start: from,
      end: branch.end,
      text: lines((line) => step + line),
      label: `${brief(scene.text(branch))} moved into the block before`,
      odds: 1.2
    };
  }
}
var returns = {
  name: "return",
  share: 0.05,
  *propose(branch, scene) {
    const { language } = scene;
    const isReturn = language.returns.has(branch.type);
    if (!isReturn) return;
    const value = namedChildren(branch)[0] ?? null;
    for (const [rank, other] of returnsOf(branch, scene).entries()) {
      const text2 = `return ${other}`;
      if (value === null || scene.text(value) !== other) {
        const end = value?.end ?? branch.end;
        yield { start: branch.start, end, text: text2, label: `${brief(scene.text(branch))} -> ${brief(text2)}`, odds: 1 / (1 + rank / 5) };
      }
    }
    if (value !== null) yield* exchangedResults(branch, value, scene);
  }
};
var mostLaterReturns = 3;
function* exchangedResults(branch, value, scene) {
  const { functions, returns: types2 } = scene.language;
  const scope = nearest(branch, functions);
  const later2 = [...below(scope ?? branch)].filter(
    (each) => each.start > branch.end && types2.has(each.type) && nearest(each, functions) === scope
  );
  for (const each of later2.slice(0, mostLaterReturns)) {
    const other = namedChildren(each)[0];
    if (other !== void 0 && scene.text(other) !== scene.text(value))
      yield swapped(value, other, scene, `results exchanged: ${brief(scene.text(value))} and ${brief(scene.text(other))}`, 1);
  }
}
var deletion = {
  name: "statement deleted",
  share: 0.015,
  *propose(branch, scene) {
    if (!isStatement2(branch, scene)) return;
    const single = namedChildren(branch.parent ?? branch).length === 1;
    const text2 = isPython(scene) && single ? "pass" : "";
    yield replaced(branch, text2, `${brief(scene.text(branch))} deleted`, 1);
  }
};
var branches = {
  name: "branch",
  share: 0.03,
  *propose(branch, scene) {
    if (!branch.named && branch.type === "elif") yield replaced(branch, "if", "elif -> if", 1);
    if (/^(break|continue)_statement$/.test(branch.type)) {
      const own2 = scene.text(branch);
      const other2 = own2.startsWith("break") ? own2.replace("break", "continue") : own2.replace("continue", "break");
      yield replaced(branch, other2, `${own2} -> ${other2}`, 1);
    }
    if (branch.type === "if_statement" || branch.type === "if_expression") {
      const [then, otherwise2] = sidesOf2(branch);
      if (then !== null && otherwise2 !== null) yield swapped(then, otherwise2, scene, "branches exchanged", 0.6);
    }
    if (!/^(conditional_expression|ternary_expression|conditional)$/.test(branch.type)) return;
    const [one, , other] = namedChildren(branch);
    if (one !== void 0 && other !== void 0) yield swapped(one, other, scene, "results of the condition swapped", 1);
  }
};
function sidesOf2(branch) {
  const then = fieldOf(branch, "consequence") ?? fieldOf(branch, "body");
  const alternatives = branch.children.filter(({ field }) => field === "alternative");
  const [only] = alternatives;
  if (then === null || only === void 0 || alternatives.length > 1) return [then, null];
  const otherwise2 = only.type === then.type ? only : fieldOf(only, "body") ?? namedChildren(only)[0] ?? null;
  return [then, otherwise2?.type === then.type ? otherwise2 : null];
}
var insertions = {
  name: "statement inserted",
  share: 0.03,
  *propose(branch, scene) {
    if (!isStatement2(branch, scene)) return;
    const indent = scene.indent(branch);
    const scope = nearest(branch, scene.language.functions);
    if (scope === null) return;
    const donors3 = /* @__PURE__ */ new Set();
    const collect = (at) => {
      for (const child2 of at.children) {
        if (isStatement2(child2, scene) && child2.endLine === child2.line && child2.end - child2.start < 80 && child2 !== branch)
          donors3.add(scene.text(child2));
        collect(child2);
      }
    };
    collect(scope);
    for (const [rank, donor] of [...donors3].slice(0, 12).entries()) {
      const odds = 1 / (1 + rank / 4);
      yield { start: branch.start, end: branch.start, text: `${donor}
${indent}`, label: `${brief(donor)} added before`, odds };
      yield { start: branch.end, end: branch.end, text: `
${indent}${donor}`, label: `${brief(donor)} added after`, odds };
    }
  }
};
var statementFamilies = [guards, order2, returns, branches, insertions, deletion];
function returnsOf(branch, scene) {
  const { language } = scene;
  const scope = nearest(branch, language.functions);
  const found3 = /* @__PURE__ */ new Set();
  const collect = (at) => {
    for (const child2 of at.children) {
      const value = language.returns.has(child2.type) ? namedChildren(child2)[0] : void 0;
      if (value !== void 0 && value.end - value.start < 60) found3.add(scene.text(value));
      collect(child2);
    }
  };
  if (scope !== null) collect(scope);
  const constants2 = [language.false, language.true, "0", "1", "-1", ...language.nothing === null ? [] : [language.nothing]];
  const empty = language.name === "python" ? ["[]", '""', "{}"] : language.name === "go" ? [] : ['""'];
  for (const other of [...scene.variables(branch).slice(0, 6), ...constants2, ...empty]) found3.add(other);
  return [...found3].slice(0, 18);
}
function guardConditions(branch, scene) {
  const { language } = scene;
  const scope = nearest(branch, language.functions);
  const list = scope === null ? null : fieldOf(scope, "parameters");
  const params = list === null ? [] : namedChildren(list).map((one) => scene.text(fieldOf(one, "name") ?? namedChildren(one)[0] ?? one));
  const given = params.map((name) => name.replace(/[:=].*$/s, "").trim());
  const names2 = [...new Set(given.filter((name) => /^\$?\w+$/.test(name) && !/^(?:self|cls)$/.test(name)))].slice(0, 3);
  const checks2 = names2.flatMap((name) => {
    const zero = ["== 0", "< 0", "== 1", "<= 1", "< 2", "<= 0", "> 0"].map((test) => `${name} ${test}`);
    return language.name === "python" ? [`not ${name}`, ...zero.slice(0, 5), `len(${name}) < 2`, `${name} is None`] : zero;
  });
  return [...checks2, ...scene.conditions(branch).slice(0, 8)].slice(0, 24);
}

// src/engine/templates/grammar/families/unfinished.ts
var MOST_VALUES2 = 6;
var MOST_WAITING = 4;
var LOOPS2 = /^(?:for|while)_statement$/;
function unchangedIn(fn, scene) {
  const known2 = unchanged.get(fn);
  if (known2 !== void 0) return known2;
  const names2 = [...below(fn)].filter(({ type }) => type === "identifier");
  const targets = /* @__PURE__ */ new Map();
  for (const target of names2.filter(isPythonTarget)) targets.set(scene.text(target), [...targets.get(scene.text(target)) ?? [], target]);
  const found3 = /* @__PURE__ */ new Map();
  for (const [name, set2] of targets) {
    const [target] = set2;
    const value = target?.parent?.type === "assignment" && set2.length === 1 ? fieldOf(target.parent, "right") : null;
    if (value === null || target === void 0 || nearest(target, scene.language.functions) !== fn) continue;
    const isEmptyList = value.type === "list" && namedChildren(value).length === 0;
    const isFilled = names2.some((each) => each !== target && scene.text(each) === name && mayChange2(each));
    if (isEmptyList ? !isFilled : isSetOnce(set2)) found3.set(name, value);
  }
  unchanged.set(fn, found3);
  return found3;
}
var unchanged = /* @__PURE__ */ new WeakMap();
function valuesOf3(loop, scene) {
  const [head, body] = [fieldOf(loop, "left"), fieldOf(loop, "body")];
  const places2 = [...head === null ? [] : [head, ...below(head)], ...body === null ? [] : below(body)];
  return [...new Set(places2.filter(isPythonTarget).map(scene.text))].slice(0, MOST_VALUES2);
}
function stepsOf2(name, start, values, scene) {
  const of2 = (way, odds) => values.filter((value) => value !== name).map((value, rank) => [way(value), odds / (1 + rank / 3)]);
  const added2 = of2((value) => `${name} += ${value}`, 1);
  switch (start.type) {
    case "integer":
    case "float":
    case "unary_operator": {
      const multiplied = of2((value) => `${name} *= ${value}`, scene.text(start) === "1" ? 1.2 : 0.3);
      return [
        ...added2,
        [`${name} += 1`, 1],
        [`${name} -= 1`, 0.3],
        ...multiplied,
        ...of2((value) => `${name} = max(${name}, ${value})`, 0.4)
      ];
    }
    case "string":
      return added2;
    case "list":
      return of2((value) => `${name}.append(${value})`, 1);
    case "true":
      return [[`${name} = False`, 1]];
    case "false":
      return [[`${name} = True`, 1]];
    default:
      return of2((value) => `${name} = ${value}`, 1);
  }
}
function awaitedBy(loop, fn, scene) {
  const [test, body] = [fieldOf(loop, "condition"), fieldOf(loop, "body")];
  if (loop.type !== "while_statement" || test === null || body === null) return [];
  const own2 = /* @__PURE__ */ new Set([...parametersOf(fn, scene), ...[...below(fn)].filter(isPythonTarget).map(scene.text)]);
  const isCompared2 = ({ type, parent, field }) => type === "identifier" && field !== "function" && !/^(?:attribute|argument_list|call)$/.test(parent?.type ?? "");
  const asked = new Set([...below(test)].filter(isCompared2).map(scene.text));
  for (const each of below(body)) if (each.type === "identifier" && mayChange2(each)) asked.delete(scene.text(each));
  return [...asked].filter((name) => own2.has(name) && name !== "self" && name !== "cls");
}
var OF_AWAITED = 2.5;
function stepsAwaited(name, loop, fn, scene) {
  const divided = [...below(loop)].flatMap((branch) => {
    const [left2, right] = branch.type === "binary_operator" ? namedChildren(branch) : [];
    const isShare = left2 !== void 0 && right !== void 0 && scene.text(left2) === name && /^(?:identifier|integer)$/.test(right.type);
    return isShare && branch.children.some(({ type }) => /^(?:%|\/\/?)$/.test(type)) ? [scene.text(right)] : [];
  });
  const values = [.../* @__PURE__ */ new Set([...divided, ...parametersOf(fn, scene), "10", "2"])].filter(
    (value) => value !== name && value !== "self" && value !== "0"
  );
  const counted2 = [
    [`${name} += 1`, 1],
    [`${name} -= 1`, 0.8]
  ];
  const parts = values.slice(0, MOST_VALUES2).flatMap((value, rank) => [
    [`${name} //= ${value}`, 1.2 / (1 + rank / 3)],
    [`${name} += ${value}`, 0.6 / (1 + rank / 3)],
    [`${name} -= ${value}`, 0.5 / (1 + rank / 3)],
    [`${name} %= ${value}`, 0.2 / (1 + rank / 3)]
  ]);
  return [...counted2, ...parts].map(([text2, odds]) => [text2, OF_AWAITED * odds]);
}
var namedIn = (text2) => text2.split(/\W+/);
var stepAdded = {
  name: "step added",
  share: 0.08,
  *propose(branch, scene) {
    const { language } = scene;
    if (!isPython(scene) || branch.parent?.type !== "block" || namedChildren(branch.parent).at(-1) !== branch) return;
    if (/^(?:return|raise|break|continue)_statement$|comment/.test(branch.type)) return;
    const loop = [...above(branch)].find((at) => LOOPS2.test(at.type) || language.functions.has(at.type));
    const fn = nearest(branch, language.functions);
    if (loop === void 0 || fn === null || !LOOPS2.test(loop.type)) return;
    const values = valuesOf3(loop, scene);
    const deep2 = branch.parent.parent === loop ? 1 : 0.6;
    const target = fieldOf(namedChildren(branch)[0] ?? branch, "left");
    const moved3 = target?.type === "identifier" ? scene.text(target) : null;
    const unchanged3 = unchangedIn(fn, scene);
    const awaited3 = awaitedBy(loop, fn, scene);
    const waiting = new Map([...unchanged3].map(([name, start]) => [name, stepsOf2(name, start, values, scene)]));
    for (const name of awaited3) if (!unchanged3.has(name)) waiting.set(name, stepsAwaited(name, loop, fn, scene));
    for (const steps3 of [...waiting.values()].slice(0, MOST_WAITING))
      for (const [text2, odds] of steps3) {
        const label = brief(text2);
        yield { start: branch.end, end: branch.end, text: `
${scene.indent(branch)}${text2}`, label, odds: odds * deep2 };
        if (moved3 !== null && namedIn(text2).includes(moved3))
          yield { start: branch.start, end: branch.start, text: `${text2}
${scene.indent(branch)}`, label, odds: odds * deep2 };
      }
  }
};
var unfinishedFamilies = [stepAdded];

// src/engine/templates/grammar/validity.ts
var together2 = 16;
function spoilingChanges(language, text2, changes3) {
  const tree = parseText(language, text2);
  if (tree === null) return [];
  try {
    return apart(text2, changes3).flatMap((group) => spoilingAmong(group, language, text2, tree));
  } finally {
    tree.delete();
  }
}
function spoilingAmong(group, language, text2, tree) {
  if (group.length === 0 || staysValid(language, tree, text2, group)) return [];
  if (group.length === 1) return group;
  const middle = Math.ceil(group.length / 2);
  return [group.slice(0, middle), group.slice(middle)].flatMap((half) => spoilingAmong(half, language, text2, tree));
}
function apart(text2, changes3) {
  const rounds3 = [];
  const alone = [];
  const onLine = /* @__PURE__ */ new Map();
  for (const change of changes3) {
    if (text2.slice(change.start, change.end).includes("\n")) {
      alone.push([change]);
      continue;
    }
    const line = text2.lastIndexOf("\n", change.start - 1);
    const round = onLine.get(line) ?? 0;
    onLine.set(line, round + 1);
    rounds3[round] = [...rounds3[round] ?? [], change];
  }
  return [...alone, ...rounds3.flatMap(chunks)];
}
function chunks(items) {
  const count2 = Math.ceil(items.length / together2);
  return Array.from({ length: count2 }, (_, index) => items.slice(index * together2, (index + 1) * together2));
}

// src/engine/templates/grammar/candidates.ts
var families = [
  ...messageFamilies,
  ...misuseFamilies,
  ...nameFamilies,
  ...parameterFamilies,
  ...regexFamilies,
  ...expressionFamilies,
  ...patternFamilies,
  ...builtInFamilies,
  ...exceptionFamilies,
  ...nothingFamilies,
  ...orderFamilies,
  ...scopeFamilies,
  ...chainFamilies,
  ...unfinishedFamilies,
  ...resultFamilies,
  ...mirrorFamilies,
  ...oneWayFamilies,
  ...recursionFamilies,
  ...extremeFamilies,
  ...roundFamilies,
  ...seriesFamilies,
  ...statementFamilies
];
var anywhere = families.filter((family) => family.anywhere === true);
var perLine = { most: 1500, breadth: 12, dilution: { place: 0.6, line: 0.25 } };
var mostChecked = 3e3;
var lengthChecked = 4e4;
function grammarCandidates(files, input, clues, most2) {
  const placed = files.flatMap((file) => {
    const scene = openScene(file, clues);
    if (scene === null) return [];
    const isOfTests = ownTestLines(file);
    const scores = without2(scoresOf(scene, input), isOfTests);
    const known2 = scores.size > 0 ? scores : without2(blindScores(scene, input), isOfTests);
    return heaviest2(scene, weighAll(scene, known2), most2).map((change) => ({
      scene,
      change
    }));
  });
  const likeliest2 = placed.toSorted((a, b) => b.change.weight - a.change.weight).slice(0, most2);
  return valid(likeliest2).map(({ scene, change: { label, start, end, text: text2, family, weight } }) => ({
    label,
    path: scene.file.path,
    start,
    end,
    text: text2,
    template: family.name,
    weight
  }));
}
function weighAll(scene, scores) {
  const byLine = /* @__PURE__ */ new Map();
  for (const branch of below(scene.program)) {
    const score = scores.get(branch.line) ?? 0;
    if (score === 0 && !scene.clues.complaints.named) continue;
    for (const family of score === 0 ? anywhere : families) {
      const reach = family.anywhere === true ? Math.max(score, 0.5) : score;
      for (const proposal of family.propose(branch, scene)) {
        if (proposal.odds <= 0 || proposal.text === scene.file.text.slice(proposal.start, proposal.end)) continue;
        const drafts = byLine.get(branch.line) ?? [];
        drafts.push({ family, proposal, place: branch, suspicion: reach * reach });
        byLine.set(branch.line, drafts);
      }
    }
  }
  return [...byLine.values()].flatMap(
    (drafts) => weighLine(scene.file.text, drafts, perLine).map(({ family, proposal, weight }) => ({ ...proposal, family, weight }))
  );
}
function heaviest2({ file }, weighed, most2) {
  const seen = /* @__PURE__ */ new Set();
  const kept3 = [];
  for (const each of weighed.toSorted((a, b) => b.weight - a.weight)) {
    if (kept3.length >= most2) break;
    const key = essence(file.text, each);
    if (seen.has(key)) continue;
    seen.add(key);
    kept3.push(each);
  }
  return kept3;
}
function valid(placed) {
  const checked = placed.slice(0, mostChecked);
  const spoiling = [...new Set(checked.map(({ scene }) => scene))].flatMap((scene) => {
    const own2 = checked.filter((each) => each.scene === scene).map(({ change }) => change);
    const most2 = Math.ceil(mostChecked * Math.min(1, lengthChecked / scene.file.text.length));
    return spoilingChanges(scene.language, scene.file.text, own2.slice(0, most2));
  });
  const refused = new Set(spoiling);
  return placed.filter(({ change }) => !refused.has(change));
}
function without2(scores, isOfTests) {
  for (const line of [...scores.keys()]) if (isOfTests(line)) scores.delete(line);
  return scores;
}
function scoresOf({ file, program, language }, { suspects, failing, priors }) {
  const scores = /* @__PURE__ */ new Map();
  const raise = (line, score) => {
    scores.set(line, Math.max(scores.get(line) ?? 0, score));
  };
  const own2 = suspects.filter((suspect) => suspect.path === file.path);
  const top = suspects.reduce((most2, each) => Math.max(most2, each.score), 0);
  for (const { line, score } of own2) raise(line, top > 0 ? score / top : score);
  for (const { frames } of failing.slice(0, 20)) {
    for (const [depth, frame] of frames.slice(0, 12).entries()) {
      if (frame.path !== file.path) continue;
      const near2 = 1 / (1 + depth / 3);
      raise(frame.line, Math.min(1.5, 0.6 + near2));
      const around2 = functionAt(program, frame.line, language.functions);
      if (around2 !== null)
        for (let line = around2.line; line <= Math.min(around2.endLine, around2.line + 300); line++) raise(line, 0.6 * near2);
    }
  }
  for (const { path, startLine, endLine } of priors) {
    if (path === file.path)
      for (let line = startLine; line <= Math.min(endLine, startLine + 200); line++)
        raise(line, Math.max(0.8, (scores.get(line) ?? 0) * 1.4));
  }
  raiseDeciders(decidersOf(program), scores);
  return scores;
}
function* decidersOf(program) {
  for (const branch of below(program)) {
    const condition = fieldOf(branch, "condition");
    if (condition === null) continue;
    const bodies2 = ["consequence", "alternative", "body"].flatMap((name) => fieldOf(branch, name) ?? []);
    yield { line: condition.line, ways: bodies2.flatMap((body) => [body, ...body.children]).map(({ line }) => line) };
  }
}
var testLength = 25;
function blindScores({ program, language, text: text2 }, { failing, testSources }) {
  const words = /* @__PURE__ */ new Set();
  for (const { file, line } of failing.slice(0, 20)) {
    const lines = testSources.find((source) => source.path === file)?.text.split("\n") ?? [];
    const from = line === null ? 0 : Math.max(0, line - 1);
    for (const [word] of lines.slice(from, line === null ? lines.length : from + testLength).join("\n").matchAll(/\w+/g))
      words.add(word);
  }
  const scores = /* @__PURE__ */ new Map();
  for (let line = 1; line <= Math.min(program.endLine, 2e3); line++) scores.set(line, 0.3);
  for (const branch of below(program)) {
    const name = language.functions.has(branch.type) ? fieldOf(branch, "name") : null;
    if (name === null || !words.has(text2(name))) continue;
    for (let line = branch.line; line <= Math.min(branch.endLine, branch.line + 300); line++) scores.set(line, 0.6);
  }
  return scores;
}
function functionAt(program, line, functions) {
  let inner = null;
  for (const branch of below(program)) if (functions.has(branch.type) && branch.line <= line && branch.endLine >= line) inner = branch;
  return inner ?? null;
}

// src/engine/templates/grammar/indentation.ts
var [BEFORE, BEHIND] = [8, 3];
var WEIGHT = 10;
var speaksOfIndentation = /\b(?:IndentationError|TabError)\b/;
function indentationCandidates({ path, text: text2 }, line) {
  const lines = text2.split("\n");
  const startOf2 = (at) => lines.slice(0, at).reduce((sum, each) => sum + each.length + 1, 0);
  const found3 = [];
  for (const [rank, at] of [line - 1, line - 2, line].entries()) {
    const own2 = lines[at];
    if (own2 === void 0 || own2.trim() === "") continue;
    const [start, from] = [startOf2(at), indentOf2(own2)];
    for (const to of indentsNear(lines, at)) {
      if (to === from) continue;
      const odds = 1 / (1 + rank) / (1 + Math.abs(to.length - from.length) / 4);
      const label = `${own2.trim().slice(0, 40)} indented by ${to.length}`;
      const only = { path, template: "indentation", label, start, end: start + from.length, text: to };
      found3.push({ ...only, weight: WEIGHT + odds });
      const rest3 = deepBehind(lines, at, from.length);
      if (rest3.length === 0) continue;
      const shifted = [own2, ...rest3].map((each) => each.trim() === "" ? each : to + each.slice(from.length)).join("\n");
      const end = start + [own2, ...rest3].join("\n").length;
      found3.push({ ...only, end, text: shifted, weight: WEIGHT + odds / 2, label: `${label} with what follows` });
    }
  }
  return found3.toSorted((a, b) => b.weight - a.weight);
}
var indentOf2 = (line) => /^[ \t]*/.exec(line)?.[0] ?? "";
function indentsNear(lines, at) {
  const near2 = lines.slice(Math.max(0, at - BEFORE), at + 1 + BEHIND).filter((each) => each.trim() !== "");
  const before = lines.slice(0, at).findLast((each) => each.trim() !== "");
  const step = near2.some((each) => each.startsWith("	")) ? "	" : "    ";
  return /* @__PURE__ */ new Set([...near2.map(indentOf2), ...before === void 0 ? [] : [indentOf2(before) + step]]);
}
function deepBehind(lines, at, least) {
  const behind = lines.slice(at + 1);
  const end = behind.findIndex((each) => each.trim() !== "" && indentOf2(each).length < least);
  const deep2 = end < 0 ? behind : behind.slice(0, end);
  const last = deep2.findLastIndex((each) => each.trim() !== "");
  return deep2.slice(0, last + 1);
}

// src/engine/templates/grammar/syntax.ts
var keywords2 = {
  python: [
    "def",
    "return",
    "if",
    "elif",
    "else",
    "for",
    "in",
    "while",
    "import",
    "from",
    "as",
    "class",
    "not",
    "and",
    "or",
    "is",
    "with",
    "lambda"
  ],
  go: ["func", "return", "if", "else", "for", "range", "var", "const", "type", "struct", "switch", "case", "package", "import", "defer"],
  java: ["return", "if", "else", "for", "while", "new", "public", "private", "static", "final", "class", "int", "void", "throw", "import"],
  "c-sharp": [
    "return",
    "if",
    "else",
    "for",
    "foreach",
    "while",
    "new",
    "public",
    "private",
    "static",
    "class",
    "int",
    "void",
    "var",
    "using"
  ],
  rust: ["fn", "let", "mut", "return", "if", "else", "for", "in", "while", "match", "pub", "struct", "impl", "use", "mod"],
  ruby: ["def", "end", "return", "if", "elsif", "else", "unless", "do", "while", "class", "module", "then", "and", "or"],
  php: [
    "function",
    "return",
    "if",
    "else",
    "elseif",
    "foreach",
    "for",
    "while",
    "as",
    "new",
    "public",
    "private",
    "static",
    "class",
    "use"
  ]
};
function grammarSyntax(language) {
  const known2 = keywords2[language.name] ?? [];
  return { errorAt: (text2) => errorAt(language, text2), keywords: known2, openers: known2.slice(0, 4) };
}
function errorAt(language, text2) {
  const tree = readTree(language, text2);
  if (tree === null || !tree.hasError) return null;
  const found3 = [...below(tree.program)].filter(
    ({ type, start, end, children }) => type === "ERROR" || start === end && children.length === 0
  );
  return Math.min(text2.length, ...found3.map(({ start }) => start));
}

// src/engine/templates/donor.ts
var GLOBALS = new Set(
  `undefined NaN Infinity Math Object Array String Number Boolean Symbol Error TypeError Date RegExp JSON Promise Map Set
  parseInt parseFloat isNaN process Buffer console`.split(/\s+/)
);
var FOREIGN = 24;
function donorsOf(names2, conditions2, operand2, program) {
  const free = /* @__PURE__ */ new Map();
  const foreign = /* @__PURE__ */ new Map();
  const readable = (donor, site) => {
    const read = free.get(donor) ?? namesRead(donor);
    free.set(donor, read);
    const visible = names2(site);
    return read.every((name) => visible.has(name));
  };
  const foreignConditions = (fn) => {
    const known2 = foreign.get(fn);
    if (known2 !== void 0) return known2;
    const found3 = /* @__PURE__ */ new Set();
    for (const [where2, list] of conditions2) {
      if (where2 === fn || found3.size >= FOREIGN) continue;
      for (const donor of list.slice(0, 10)) if (donor.end - donor.start < 60 && readable(donor, fn ?? program)) found3.add(operand2(donor));
    }
    foreign.set(fn, [...found3]);
    return [...found3];
  };
  return { readable, foreignConditions };
}
function namesRead(donor) {
  const found3 = /* @__PURE__ */ new Set();
  for (const each of walk(donor)) {
    if (each.node.type === "Identifier" && isRead(each) && !GLOBALS.has(each.node.name)) found3.add(each.node.name);
    if (each !== donor && functionOf(each) !== functionOf(donor)) found3.add("");
  }
  return [...found3];
}

// src/engine/templates/fit.ts
var SAME = 1.4;
var UNKNOWN = 0.9;
var CLASH = 0.1;
var CLASH_GUESSED = 0.25;
var UNLIKE = 0.3;
var any = ["string", "array", "regexp", "function", "class", "object", "map", "set", "promise"];
var HOLDERS = new Set(any);
var LISTS2 = /* @__PURE__ */ new Set(["array", "string", "map", "set", "object"]);
var INDEXED = /* @__PURE__ */ new Set(["array", "string", "object", "function"]);
var CALLED = /* @__PURE__ */ new Set(["function", "class"]);
var NUMBER2 = /* @__PURE__ */ new Set(["number"]);
var STRING = /* @__PURE__ */ new Set(["string"]);
var TEXTUAL = /* @__PURE__ */ new Set(["string", "number"]);
var CONSTANTS = [
  [/^(?:true|false)$/, /* @__PURE__ */ new Set(["boolean"])],
  [/^(?:null|undefined)$/, /* @__PURE__ */ new Set(["nothing"])],
  [/^-?\d|^NaN$/, NUMBER2],
  [/^['"`]/, STRING],
  [/^\[/, /* @__PURE__ */ new Set(["array"])],
  [/^\{/, /* @__PURE__ */ new Set(["object"])]
];
var TAKES_TEXT = /^(?:test|exec|startsWith|endsWith|encodeURI\w*|decodeURI\w*|localeCompare)$/;
var TAKES_NUMBER = /^(?:slice|substring|substr|charAt|charCodeAt|codePointAt|at|repeat|toFixed|abs|floor|ceil|round|trunc|sqrt|pow|min|max|sign|fromCharCode)$/;
function fitIn(program, kinds2, isTyped) {
  let uses = null;
  const kindsOf = (binding) => {
    const declared2 = kinds2.ofBinding(binding);
    if (declared2 !== null) return declared2;
    uses ??= usesIn2(program, kinds2);
    return uses.get(binding.at) ?? null;
  };
  const kindsAt = (site) => {
    const known2 = kinds2.ofExpression(site);
    if (known2 !== null || site.node.type !== "Identifier") return known2;
    const binding = kinds2.resolve(site.node.name, site);
    return binding === null ? null : kindsOf(binding);
  };
  const wantedAt = /* @__PURE__ */ new Map();
  const wanted2 = (site) => {
    const known2 = wantedAt.get(site);
    if (known2 !== void 0) return known2;
    const found3 = askedAt(site, kinds2, kindsAt);
    wantedAt.set(site, found3);
    return found3;
  };
  const ofKinds = (given, site) => {
    if (given === null) return UNKNOWN;
    const asked = wanted2(site);
    if (asked !== null) return meet(given, asked) ? SAME : isTyped ? CLASH : CLASH_GUESSED;
    const here = kindsAt(site);
    if (here === null) return UNKNOWN;
    return meet(given, here) ? SAME : UNLIKE;
  };
  return {
    kindsOf,
    kindsAt,
    membersOf: (name, site) => {
      const binding = kinds2.resolve(name, site);
      return binding === null ? [] : kinds2.membersOf(binding);
    },
    membersReturned: kinds2.membersReturned,
    declared: kinds2.ofExpression,
    kindsNamed: (name, site) => {
      if (name.endsWith(".length")) return NUMBER2;
      const binding = kinds2.resolve(name, site);
      return binding === null ? null : kindsOf(binding);
    },
    ofValue: (value, site) => ofKinds(kindsAt(value), site),
    ofConstant: (text2, site) => ofKinds(CONSTANTS.find(([pattern2]) => pattern2.test(text2))?.[1] ?? null, site),
    ofName: (binding, site) => {
      const convention = site.node.type === "Identifier" && conventionOf(site.node.name) !== conventionOf(binding.name);
      return ofKinds(kindsOf(binding), site) * (convention ? OTHER_CONVENTION : 1);
    }
  };
}
function meet(one, other) {
  for (const kind of one) if (other.has(kind) && (kind !== "nothing" || one.size === 1 || other.size === 1)) return true;
  return false;
}
function askedAt(site, kinds2, kindsAt) {
  const { parent, key } = site;
  if (parent === null) return null;
  const hard = askedBySyntax(site, kindsAt);
  if (hard !== null) return hard;
  const { node } = parent;
  if (key === "arguments") return askedOfArgument(site, parent, kinds2, kindsAt);
  if (key === "right" && node.type === "AssignmentExpression" && /^(?:=|\?\?=|\|\|=)$/.test(node.operator)) {
    const left2 = child(parent, "left");
    return left2 === null ? null : kindsAt(left2);
  }
  if (key === "init" && node.type === "VariableDeclarator") {
    const id = child(parent, "id");
    return id === null ? null : annotatedOnly(id, kindsAt);
  }
  if ((key === "left" || key === "right") && node.type === "LogicalExpression" && !isCondition(site))
    return askedAt(parent, kinds2, kindsAt);
  if ((key === "consequent" || key === "alternate") && node.type === "ConditionalExpression") return askedAt(parent, kinds2, kindsAt);
  if (/^TS(?:As|Satisfies|NonNull)|^Parenthesized/.test(node.type) && key === "expression") return askedAt(parent, kinds2, kindsAt);
  const fn = functionOf(site);
  const returned = key === "argument" && node.type === "ReturnStatement" || key === "body" && node.type === "ArrowFunctionExpression";
  return returned && fn !== null ? kinds2.ofReturn(fn) : null;
}
function annotatedOnly(id, kindsAt) {
  return id.node.type === "Identifier" && id.node.typeAnnotation ? kindsAt(id) : null;
}
function askedBySyntax(site, kindsAt) {
  const { parent, key } = site;
  if (parent === null) return null;
  const { node } = parent;
  if (key === "callee") return CALLED;
  if (key === "object" && isMember(parent)) {
    const name = propertyName(parent);
    return name === null ? INDEXED : ownersOf(name) ?? HOLDERS;
  }
  if (key === "property") return TEXTUAL;
  if (node.type === "ForOfStatement" && key === "right") return LISTS2;
  if (node.type === "SpreadElement") return LISTS2;
  if (node.type === "TemplateLiteral" && key === "expressions") return TEXTUAL;
  if (node.type === "UpdateExpression" || node.type === "UnaryExpression" && /^[-+~]$/.test(node.operator)) return NUMBER2;
  if (node.type === "AssignmentExpression" && /^[-*/%&|^<>]+=$/.test(node.operator) && !/^(?:\|\||&&)=$/.test(node.operator)) return NUMBER2;
  if (node.type === "AssignmentExpression" && node.operator === "+=") return TEXTUAL;
  if (node.type !== "BinaryExpression") return null;
  const { operator } = node;
  if (operator === "instanceof" && key === "right") return CALLED;
  if (operator === "in") return key === "left" ? TEXTUAL : /* @__PURE__ */ new Set(["object", "array", "function"]);
  if (/^(?:[-*/%&|^]|\*\*|<<|>>>?)$/.test(operator)) return NUMBER2;
  const beside2 = child(parent, key === "left" ? "right" : "left");
  const other = beside2 === null ? null : kindsAt(beside2);
  if (operator === "+") return isOnly(other, "number") ? TEXTUAL : isOnly(other, "string") ? TEXTUAL : null;
  if (/^[<>]/.test(operator)) return isOnly(other, "number") ? NUMBER2 : isOnly(other, "string") ? STRING : TEXTUAL;
  return other !== null && !isOnly(other, "nothing") ? other : null;
}
function askedOfArgument(site, call, kinds2, kindsAt) {
  const name = isCall(call) ? calleeName(call) : null;
  const callee = child(call, "callee");
  if (name === null || callee === null) return null;
  if (!isMember(callee)) {
    const binding = kinds2.resolve(name, call);
    const made2 = binding?.id.parent ?? null;
    const fn = made2 === null || isFunction(made2) ? made2 : child(made2, "init");
    const param = fn !== null && isFunction(fn) ? childList(fn, "params")[site.index] : void 0;
    if (param !== void 0) return kindsAt(param.node.type === "AssignmentPattern" ? child(param, "left") ?? param : param);
    if (binding !== null) return null;
  }
  if (TAKES_TEXT.test(name)) return STRING;
  if (TAKES_NUMBER.test(name)) return NUMBER2;
  const object2 = isMember(callee) ? child(callee, "object") : null;
  if (/^(?:includes|indexOf|lastIndexOf|concat)$/.test(name) && object2 !== null && isOnly(kindsAt(object2), "string")) return STRING;
  return null;
}
function usesIn2(program, kinds2) {
  const found3 = /* @__PURE__ */ new Map();
  for (const site of walk(program)) {
    if (site.node.type !== "Identifier" || !(isRead(site) || site.parent?.node.type === "UpdateExpression")) continue;
    const asked = askedBySyntax(site, kinds2.ofExpression);
    if (asked === null || asked === HOLDERS) continue;
    const binding = kinds2.resolve(site.node.name, site);
    if (binding === null) continue;
    const before = found3.get(binding.at);
    const both = before === void 0 || before === null ? asked : new Set([...before].filter((kind) => asked.has(kind)));
    found3.set(binding.at, before === null || both.size === 0 ? null : both);
  }
  return found3;
}

// src/engine/templates/style.ts
var OWN_INDENT = "  ";
function styleOf(program, text2) {
  let [double, single, ended, open, tall, flat] = [0, 0, 0, 0, 0, 0];
  const steps3 = /* @__PURE__ */ new Map();
  for (const site of walk(program)) {
    const { node } = site;
    if (node.type === "StringLiteral" && !site.parent?.node.type.startsWith("JSX")) text2[site.start] === '"' ? double++ : single++;
    if (/^(?:Expression|Return|Throw)Statement$|^VariableDeclaration$/.test(node.type) && site.index >= 0)
      text2[site.end - 1] === ";" ? ended++ : open++;
    if (node.type !== "BlockStatement") continue;
    const [only, ...more] = childList(site, "body");
    if (only === void 0) continue;
    const before = text2.slice(site.start + 1, only.start);
    const step = indentationAt(text2, only.start).slice(indentationAt(text2, site.start).length);
    if (before.includes("\n") && step !== "") steps3.set(step, (steps3.get(step) ?? 0) + 1);
    if (more.length === 0) before.includes("\n") ? tall++ : flat++;
  }
  const [indent = OWN_INDENT] = [...steps3].toSorted((a, b) => b[1] - a[1]).map(([step]) => step);
  const quote2 = double + single === 0 ? null : double > single ? '"' : "'";
  return { quote: quote2, semicolons: ended >= open, indent, tallBlocks: tall > flat };
}
function styled(site, put, { start, end }, { file, style }) {
  if (/^(?:TemplateElement|RegExpLiteral)$/.test(site.node.type) || site.parent?.node.type.startsWith("JSX")) return put;
  let made2 = put;
  const { quote: quote2 } = style;
  const other = quote2 === '"' ? "'" : '"';
  if (quote2 !== null && made2.includes(other) && !/\/.*['"].*\//.test(made2))
    made2 = made2.replace(WRITTEN, (whole2) => whole2.startsWith(other) ? requoted(whole2, quote2) : whole2);
  const outer = () => indentationAt(file.text, start);
  const isFlatBlock = site.node.type === "BlockStatement" && start === site.start && /^\{ [^\n]* \}$/.test(made2);
  if (isFlatBlock && style.tallBlocks) made2 = `{
${outer()}${OWN_INDENT}${made2.slice(2, -2)}
${outer()}}`;
  if (!style.semicolons && made2.includes(";")) {
    const isLast2 = /^[ \t]*(?:\r?\n|\}|$)/.test(file.text.slice(end));
    made2 = made2.replace(isLast2 ? ENDS : INNER_ENDS, "$1");
  }
  if (style.indent === OWN_INDENT || !made2.includes("\n")) return made2;
  return made2.replaceAll(new RegExp(`\\n${outer()}${OWN_INDENT}(?!\\s)`, "g"), `
${outer()}${style.indent}`);
}
var WRITTEN = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|`(?:[^`\\]|\\.)*`|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g;
var ENDS = /;(\s*(?:\n|\}|$))/g;
var INNER_ENDS = /;(\s*(?:\n|\}))/g;
function requoted(whole2, quote2) {
  const inner = whole2.slice(1, -1);
  return /['"\\]/.test(inner) ? whole2 : quote2 + inner + quote2;
}
function indentationAt(text2, offset) {
  return /^[ \t]*/.exec(text2.slice(text2.lastIndexOf("\n", offset - 1) + 1))?.[0] ?? "";
}

// src/engine/templates/vocabulary.ts
function vocabularyOf(program, text2) {
  const words = {
    properties: /* @__PURE__ */ new Map(),
    methods: /* @__PURE__ */ new Set(),
    ofReceiver: /* @__PURE__ */ new Map(),
    strings: /* @__PURE__ */ new Map(),
    numbers: /* @__PURE__ */ new Map(),
    uses: /* @__PURE__ */ new Map(),
    defaults: /* @__PURE__ */ new Map(),
    patterns: /* @__PURE__ */ new Set(),
    conditions: /* @__PURE__ */ new Map(),
    compounds: [],
    returns: /* @__PURE__ */ new Map(),
    values: /* @__PURE__ */ new Map(),
    calls: /* @__PURE__ */ new Map(),
    wrappers: /* @__PURE__ */ new Map(),
    short: /* @__PURE__ */ new Map(),
    statements: /* @__PURE__ */ new Map(),
    objects: []
  };
  for (const site of walk(program)) {
    noteNames(site, words, text2);
    noteExpressions(site, words);
    noteShort(site, words, text2);
    noteDefault(site, words, text2);
  }
  return words;
}
function noteNames(site, words, text2) {
  const node = site.node;
  if (node.type === "Identifier") {
    note(words.uses, node.name, useOf2(site));
  } else if (node.type === "RegExpLiteral" && site.key === "init" && site.parent !== null) {
    const id = child(site.parent, "id");
    if (id?.node.type === "Identifier") words.patterns.add(id.node.name);
  } else if (node.type === "StringLiteral") count(words.strings, node.value);
  else if (node.type === "NumericLiteral") count(words.numbers, text2.slice(site.start, site.end));
  else if (isMember(site)) {
    const name = propertyName(site);
    const object2 = child(site, "object");
    if (name === null || object2 === null) return;
    count(words.properties, name);
    if (site.key === "callee") words.methods.add(name);
    if (object2.end - object2.start > 40) return;
    const receiver = text2.slice(object2.start, object2.end);
    const ofIt = words.ofReceiver.get(receiver) ?? /* @__PURE__ */ new Map();
    count(ofIt, name);
    words.ofReceiver.set(receiver, ofIt);
  } else if ((node.type === "ObjectProperty" || node.type === "ObjectMethod") && node.key.type === "Identifier" && !node.computed) {
    count(words.properties, node.key.name);
  } else if ((node.type === "ClassMethod" || node.type === "ClassProperty") && node.key.type === "Identifier" && !node.computed) {
    count(words.properties, node.key.name);
    if (node.type === "ClassMethod") words.methods.add(node.key.name);
  }
}
function noteExpressions(site, words) {
  const fn = () => functionOf(site);
  const type = site.node.type;
  if (site.end - site.start <= 120 && isListed(site) && /^(Return|Expression|Throw|If)Statement$/.test(type))
    push(words.statements, fn(), site);
  if (type === "ObjectExpression" && site.children.length > 0 && words.objects.length < 200) words.objects.push(site);
  if (isCondition(site) && site.node.type !== "LogicalExpression") push(words.conditions, fn(), site);
  if (type === "LogicalExpression" && site.key === "test" && isCondition(site)) words.compounds.push(site);
  if (site.key === "argument" && site.parent?.node.type === "ReturnStatement") push(words.returns, fn(), site);
  if (site.key === "body" && site.parent?.node.type === "ArrowFunctionExpression" && site.node.type !== "BlockStatement") {
    push(words.returns, fn(), site);
  }
  if (site.key === "init" && site.parent?.node.type === "VariableDeclarator") push(words.values, fn(), site);
  if (site.key === "right" && site.parent?.node.type === "AssignmentExpression") push(words.values, fn(), site);
  if (!isCall(site)) return;
  const name = calleeName(site);
  if (name === null) return;
  push(words.calls, name, site);
  if (site.node.type === "CallExpression" && site.node.callee.type === "Identifier" && childList(site, "arguments").length === 1) {
    count(words.wrappers, name);
  }
}
var SHORT = /^(MemberExpression|OptionalMemberExpression|Identifier|CallExpression|BinaryExpression)$/;
function noteShort(site, words, text2) {
  if (site.end - site.start > 30 || !SHORT.test(site.node.type) || !isRead(site) || site.key === "callee") return;
  const fn = functionOf(site);
  const known2 = words.short.get(fn) ?? /* @__PURE__ */ new Map();
  const said = text2.slice(site.start, site.end);
  if (known2.size < 60 && !known2.has(said)) known2.set(said, site);
  words.short.set(fn, known2);
}
function noteDefault(site, words, text2) {
  const { type } = site.node;
  const isChoice = type === "LogicalExpression" && site.node.operator !== "&&";
  if (!isChoice && type !== "AssignmentPattern" && !(type === "ObjectProperty" && isOfDefaults(site))) return;
  const [said, value] = type === "ObjectProperty" ? [child(site, "key"), child(site, "value")] : [child(site, "left"), child(site, "right")];
  if (said === null || value === null || !isTelling(value)) return;
  const name = said.node.type === "Identifier" ? said.node.name : isMember(said) ? propertyName(said) : null;
  if (name === null) return;
  const key = text2.slice(value.start, value.end);
  words.defaults.set(key, (words.defaults.get(key) ?? /* @__PURE__ */ new Set()).add(name));
}
function isTelling({ node }) {
  return node.type === "StringLiteral" && node.value !== "" || node.type === "NumericLiteral" && node.value > 2;
}
function isOfDefaults({ parent }) {
  const id = parent?.key === "init" && parent.parent !== null ? child(parent.parent, "id") : null;
  return id?.node.type === "Identifier" && /default/i.test(id.node.name);
}
function useOf2(site) {
  const parent = site.parent?.node;
  if (parent === void 0) return null;
  if (site.key === "callee") return "called";
  if (site.key === "object") return "computed" in parent && parent.computed ? "indexed" : "receiver";
  if (parent.type === "UpdateExpression") return "number";
  if (parent.type === "BinaryExpression")
    return /^[-*/%<>&|^]/.test(parent.operator) ? "number" : parent.operator === "+" ? "text" : "tested";
  if (site.key === "arguments") return "passed";
  return null;
}
function count(into, key) {
  into.set(key, (into.get(key) ?? 0) + 1);
}
function push(into, key, value) {
  const list = into.get(key);
  if (list === void 0) into.set(key, [value]);
  else list.push(value);
}
function note(into, key, use) {
  if (use === null) return;
  const set2 = into.get(key);
  if (set2 === void 0) into.set(key, /* @__PURE__ */ new Set([use]));
  else set2.add(use);
}

// src/engine/templates/scene.ts
function openScene2(file, clues) {
  const program = parseFile(file);
  if (program === null) return null;
  const scopes = scopesOf(program);
  const known2 = /* @__PURE__ */ new Map();
  const text2 = (site) => file.text.slice(site.start, site.end);
  const visible = (site) => {
    let scope = site;
    while (scope.parent !== null && !scopes.has(scope)) scope = scope.parent;
    const found3 = known2.get(scope) ?? visibleAt(scope, scopes);
    known2.set(scope, found3);
    return found3;
  };
  const operand2 = (site) => isSimple(site) ? text2(site) : `(${text2(site)})`;
  const sets = /* @__PURE__ */ new Map();
  const names2 = (site) => {
    const list = visible(site);
    const found3 = sets.get(list) ?? new Set(list.map((binding) => binding.name));
    sets.set(list, found3);
    return found3;
  };
  let missing2 = null;
  const undeclared2 = () => {
    missing2 ??= undeclaredIn(program, names2);
    return missing2;
  };
  let checks2 = null;
  const contradicted2 = () => {
    checks2 ??= contradictions(program, file.text);
    return checks2;
  };
  const alike4 = likenessKept();
  const words = vocabularyOf(program, file.text);
  const donors3 = donorsOf(names2, words.conditions, operand2, program);
  const fit = fitIn(program, knownKinds(program, visible), /\.[cm]?tsx?$/.test(file.path));
  const style = styleOf(program, file.text);
  return { file, program, words, style, fit, clues, donors: donors3, visible, names: names2, contradicted: contradicted2, undeclared: undeclared2, text: text2, operand: operand2, alike: alike4 };
}
function undeclaredIn(program, names2) {
  const found3 = /* @__PURE__ */ new Set();
  for (const site of walk(program)) {
    if (site.node.type !== "Identifier" || found3.size >= 20 || !isRead(site)) continue;
    const { name } = site.node;
    if (!found3.has(name) && !(name in globalThis) && !names2(site).has(name)) found3.add(name);
  }
  return [...found3];
}
function replace(site, text2, label, odds = 1) {
  return { start: site.start, end: site.end, text: text2, label, odds };
}
function insert(at, text2, label, odds = 1) {
  return { start: at, end: at, text: text2, label, odds };
}

// src/engine/templates/unread.ts
var readIn2 = /* @__PURE__ */ new WeakMap();
function unreadAt(site, scene) {
  const exported2 = (at) => /\bexport\s+(?:default\s+)?(?:async\s+)?(?:const|let|var|function\*?|class)\s+$/.test(scene.file.text.slice(Math.max(0, at - 50), at));
  return new Set(scene.visible(site).flatMap(({ name, at, scope }) => namesRead2(scope).has(name) || exported2(at) ? [] : [name]));
}
function unreadHere(site, scene) {
  return scene.visible(site).filter(({ name, kind, scope }) => scope.node.type !== "Program" && kind !== "function" && !namesRead2(scope).has(name)).toSorted((a, b) => a.at - b.at).map(({ name }) => name);
}
function namesRead2(scope) {
  const known2 = readIn2.get(scope);
  if (known2 !== void 0) return known2;
  const found3 = /* @__PURE__ */ new Set();
  for (const each of walk(scope)) if (each.node.type === "Identifier" && isRead(each)) found3.add(each.node.name);
  readIn2.set(scope, found3);
  return found3;
}

// src/engine/templates/families/missing.ts
function* missingAwait(site, scene) {
  const fn = functionOf(site);
  const text2 = scene.text(site);
  if (site.node.type === "AwaitExpression") {
    const argument = child(site, "argument");
    if (argument !== null) yield replace(site, scene.text(argument), `without await: ${brief(text2)}`, 0.15);
    return;
  }
  if (!isCall(site) || site.node.type === "NewExpression" || site.parent?.node.type === "AwaitExpression" || site.key === "callee") return;
  if (!isAsync(fn)) return;
  const bare4 = site.parent?.node.type === "ExpressionStatement" || site.key === "init" || site.key === "right" || site.key === "argument";
  yield replace(site, site.key === "object" ? `(await ${text2})` : `await ${text2}`, `await ${brief(text2)}`, bare4 ? 1 : 0.4);
}
function* missingAsync(site) {
  const node = site.node;
  if (!("async" in node) || node.async === true || !/Function(Expression|Declaration)|ClassMethod|ObjectMethod/.test(node.type)) return;
  if ("kind" in node && (node.kind === "get" || node.kind === "set" || node.kind === "constructor")) return;
  yield insert(asyncPlace(site), "async ", "async added", 0.2);
}
function asyncPlace(fn) {
  return "static" in fn.node && fn.node.static === true ? child(fn, "key")?.start ?? fn.start : fn.start;
}
function* missingReturn(site, scene) {
  const fn = functionOf(site);
  if (site.node.type === "ReturnStatement") {
    const argument = child(site, "argument");
    if (argument !== null && isCall(argument))
      yield replace(site, `${scene.text(argument)};`, `without return: ${brief(scene.text(argument))}`, 0.2);
    return;
  }
  if (site.node.type !== "ExpressionStatement" || fn === null) return;
  const last = site.parent !== null && childList(site.parent, site.key).at(-1) === site;
  yield insert(site.start, "return ", `return ${brief(scene.text(site))}`, last ? 1 : 0.25);
}
var MOST_RETURNED = 14;
var LONGEST_RETURNED = 40;
function* returnAtEnd(site, scene) {
  if (site.node.type !== "BlockStatement" || site.parent === null || site.key !== "body" || functionOf(childOrSelf(site)) !== site.parent)
    return;
  const last = site.children.at(-1);
  const { node } = site.parent;
  if ("kind" in node && /^(?:constructor|set)$/.test(`${node.kind}`) || "generator" in node && node.generator === true) return;
  if (last === void 0 || last.node.type === "ReturnStatement" || last.node.type === "ThrowStatement") return;
  const pad = indentOf3(last, scene);
  const names2 = scene.visible(last).filter((each) => each.scope === site || each.scope === site.parent);
  const options = /* @__PURE__ */ new Map();
  const offer = (text2, odds) => void options.set(text2, Math.max(options.get(text2) ?? 0, odds));
  for (const each of names2) offer(each.name, each.kind === "param" ? 0.6 : 1);
  for (const [text2, odds] of filledIn(site.parent, names2, scene)) offer(text2, odds);
  for (const [text2, odds] of [
    ["true", 0.4],
    ["false", 0.4],
    ["null", 0.2],
    ["this", 0.3]
  ])
    offer(text2, odds);
  for (const each of answersIn(scene))
    if (functionOf(each) !== site.parent && scene.donors.readable(each, last)) offer(scene.text(each), 0.4);
  const likeliest2 = [...options].toSorted((a, b) => b[1] - a[1]).slice(0, MOST_RETURNED);
  for (const [text2, odds] of likeliest2) yield insert(last.end, `
${pad}return ${text2};`, `return ${text2} at the end`, odds);
}
var answers2 = /* @__PURE__ */ new WeakMap();
var MOST_ANSWERS2 = 60;
function answersIn({ program, words, text: text2 }) {
  const known2 = answers2.get(program);
  if (known2 !== void 0) return known2;
  const found3 = /* @__PURE__ */ new Map();
  for (const returned of words.returns.values())
    for (const each of returned.slice(0, 3))
      if (each.end - each.start <= LONGEST_RETURNED && found3.size < MOST_ANSWERS2 && !found3.has(text2(each))) found3.set(text2(each), each);
  const made2 = [...found3.values()];
  answers2.set(program, made2);
  return made2;
}
function* filledIn(fn, names2, scene) {
  const own2 = new Set(names2.map(({ name }) => name));
  const given = names2.filter(({ kind }) => kind === "param").map(({ name }) => name);
  for (const each of walk(fn)) {
    const target = each.node.type === "AssignmentExpression" ? child(each, "left") : null;
    const object2 = target === null ? null : child(target, "object");
    if (target !== null && object2 !== null && functionOf(each) === fn && target.end - target.start <= LONGEST_RETURNED) {
      const held = scene.text(object2);
      const isComputed2 = target.node.type === "MemberExpression" && target.node.computed;
      if (held !== "this" && !own2.has(/^[\w$]+/.exec(held)?.[0] ?? "")) continue;
      if (!isComputed2) yield [scene.text(target), 0.7];
      else
        for (const [at, index] of [...given, `${held}.length - 1`].entries())
          if (index !== held) yield [`${held}[${index}]`, 0.7 / (1 + at / 3)];
    }
    if (!isCall(each) || calleeName(each) !== "push") continue;
    const list = child(child(each, "callee") ?? each, "object");
    if (list !== null && own2.has(scene.text(list)) && scene.clues.expectedStrings.length > 0) yield [`${scene.text(list)}.join('')`, 0.5];
  }
}
function lacksValue({ clues }) {
  return clues.pairs.some(({ actual, expected }) => actual === "undefined" && expected !== "undefined");
}
function childOrSelf(site) {
  return site.children[0] ?? site;
}
function indentOf3(site, scene) {
  const from = scene.file.text.lastIndexOf("\n", site.start - 1) + 1;
  return /^[ \t]*/.exec(scene.file.text.slice(from, site.start))?.[0] ?? "";
}
function* missingNew(site, scene) {
  const node = site.node;
  const callee = child(site, "callee");
  if (callee === null) return;
  if (node.type === "NewExpression")
    yield replace(site, scene.file.text.slice(callee.start, site.end), `without new: ${brief(scene.text(site))}`, 0.4);
  if (node.type === "CallExpression" && /^([\w$.]+\.)?[A-Z]\w*$/.test(scene.text(callee)) && !/^(Object|String|Number|Boolean|Symbol|BigInt|Date)$/.test(scene.text(callee))) {
    yield insert(site.start, "new ", `new ${brief(scene.text(site))}`, 1);
  }
}
function* jumps2(site, scene) {
  const node = site.node;
  if (node.type === "SwitchCase") {
    const last = childList(site, "consequent").at(-1);
    if (last === void 0 || /Break|Return|Throw|Continue/.test(last.node.type)) return;
    if (site.parent !== null && childList(site.parent, "cases").at(-1) === site) return;
    yield insert(last.end, `
${indentOf3(last, scene)}break;`, "break at the end of the case", 1);
    return;
  }
  if (node.type === "BreakStatement" || node.type === "ContinueStatement") {
    const other = node.type === "BreakStatement" ? "continue" : "break";
    if (loopOf(site) !== null && node.label === null)
      yield replace(site, `${other};`, `${node.type === "BreakStatement" ? "break" : "continue"} -> ${other}`, 0.8);
    if (functionOf(site) !== null && node.label === null) yield replace(site, "return;", "jump -> return", 0.3);
    if (site.parent?.node.type === "SwitchCase") yield replace(site, "", "falls through", 0.4);
  }
  if (node.type === "ReturnStatement" && loopOf(site) !== null) {
    yield replace(site, "continue;", "return -> continue", 0.3);
    yield replace(site, "break;", "return -> break", 0.3);
  }
  if (node.type === "ExpressionStatement" && loopOf(site) !== null && isListed(site) && site.parent !== null && childList(site.parent, "body").at(-1) === site) {
    for (const word of ["break", "continue"])
      yield insert(site.end, `
${indentOf3(site, scene)}${word};`, `${word} added`, word === "break" ? 0.5 : 0.2);
  }
}
function* spread(site, scene) {
  if (site.node.type === "SpreadElement") {
    const argument = child(site, "argument");
    if (argument !== null) yield replace(site, scene.text(argument), `without spread: ${brief(scene.text(argument))}`);
    return;
  }
  if (site.key === "arguments" || site.key === "elements") {
    if (!isExpression(site) || /Literal|Function|Binary|Object|Logical/.test(site.node.type) || site.parent?.node.type === "ArrayPattern")
      return;
    yield insert(
      site.start,
      "...",
      `spread ${brief(scene.text(site))}`,
      site.key === "elements" || site.parent?.node.type === "NewExpression" ? 0.7 : 0.5
    );
  }
  if (site.node.type === "RestElement" && site.key === "params") yield replace(site, scene.text(site).slice(3), "without rest", 0.5);
}
function* declarations(site, scene) {
  const node = site.node;
  if (node.type !== "VariableDeclaration") return;
  const one = child(site, "declarations");
  if (one === null) return;
  const keyword = node.kind.length;
  if (node.kind === "var")
    yield {
      start: site.start,
      end: site.start + keyword,
      text: "let",
      label: "var -> let",
      odds: site.key === "init" || site.key === "left" || loopOf(site) !== null ? 1 : 0.2
    };
  if (node.kind === "const") yield { start: site.start, end: site.start + keyword, text: "let", label: "const -> let", odds: 0.3 };
  const id = child(one, "id");
  const shadowing = id?.node.type === "Identifier" && scene.visible(site).filter((each) => each.name === scene.text(id)).length > 0;
  if (site.children.length === 1 && shadowing && child(one, "init") !== null && isListed(site)) {
    yield { start: site.start, end: one.start, text: "", label: "assigns the outer variable", odds: functionOf(site) === null ? 0.1 : 0.3 };
  }
}
function* arrows(site, scene) {
  const node = site.node;
  if (node.type !== "FunctionExpression" || node.generator || node.id || site.key !== "arguments") return;
  const text2 = scene.text(site);
  const body = child(site, "body");
  const open = text2.indexOf("(");
  if (body === null || open < 0 || !/\bthis\b/.test(text2) || /\barguments\b/.test(text2)) return;
  const head = scene.file.text.slice(site.start + open, body.start).trimEnd();
  yield {
    start: site.start,
    end: body.start,
    text: `${node.async ? "async " : ""}${head} => `,
    label: "arrow function keeps this",
    odds: 1
  };
}
function* booleans(site, scene) {
  if (site.key !== "argument" || site.parent?.node.type !== "ReturnStatement" || !isRead(site)) return;
  if (/Logical|Identifier|Member|Call/.test(site.node.type))
    yield replace(site, `!!${scene.operand(site)}`, `!!${brief(scene.text(site))}`, 0.5);
}
var missingFamilies = [
  { name: "missing await", share: 0.02, propose: missingAwait },
  { name: "missing async", share: 3e-3, propose: missingAsync },
  { name: "missing return", share: 0.015, propose: missingReturn },
  { name: "return at the end", share: 0.06, propose: (site, scene) => lacksValue(scene) ? returnAtEnd(site, scene) : [] },
  { name: "return at the end", share: 8e-3, propose: (site, scene) => lacksValue(scene) ? [] : returnAtEnd(site, scene) },
  { name: "missing new", share: 5e-3, propose: missingNew },
  { name: "jump", share: 0.012, propose: jumps2 },
  { name: "spread", share: 0.01, propose: spread },
  { name: "declaration keyword", share: 6e-3, propose: declarations },
  { name: "arrow function", share: 6e-3, propose: arrows },
  { name: "boolean value", share: 3e-3, propose: booleans }
];

// src/engine/templates/families/accumulation.ts
var SEPARATORS = ["' '", "','", "', '", "'\\n'", "'-'", "'/'", "'_'"];
function accumulatorOf(site, scene) {
  const expression = site.node.type === "ExpressionStatement" ? child(site, "expression") : null;
  if (expression?.node.type !== "AssignmentExpression") return null;
  const [target, value] = [child(expression, "left"), child(expression, "right")];
  if (target?.node.type !== "Identifier" || value === null) return null;
  const name = scene.text(target);
  if (expression.node.operator === "+=") return name;
  const first = value.node.type === "BinaryExpression" && value.node.operator === "+" ? child(value, "left") : null;
  return first !== null && scene.text(first) === name ? name : null;
}
function* separators(site, scene) {
  const loop = loopOf(site);
  const name = isListed(site) ? accumulatorOf(site, scene) : null;
  if (name === null || loop === null) return;
  const init = child(loop, "init");
  const declared2 = init === null ? void 0 : [...walk(init)].find((each) => each.node.type === "VariableDeclarator");
  const index = declared2 === void 0 ? null : child(declared2, "id");
  const tests = [...index === null ? [] : [`${scene.text(index)} > 0`], `${name} !== ''`];
  const own2 = [...scene.words.strings.keys()].filter((text2) => /^[^\\'\n]{1,2}$/.test(text2)).map((text2) => `'${text2}'`);
  for (const test of tests) {
    for (const [rank, text2] of [.../* @__PURE__ */ new Set([...own2, ...SEPARATORS])].slice(0, 10).entries()) {
      const made2 = `if (${test}) ${name} += ${text2};`;
      yield insert(site.start, `${made2}
${indentOf3(site, scene)}`, made2, 1 / (1 + rank / 4));
    }
  }
}
function writable(site, scene) {
  return scene.visible(site).filter(({ kind, scope }) => /^(let|var|param)$/.test(kind) && scope.node.type !== "Program").slice(0, 8).map(({ name }) => name);
}
function* kept(site, scene) {
  const fn = functionOf(site);
  if (!isListed(site) || loopOf(site) === null || fn === null) return;
  const names2 = new Set(writable(site, scene));
  const seen = /* @__PURE__ */ new Set();
  for (const each of walk(fn)) {
    if (each.node.type !== "BinaryExpression" || !/^[-+*/%]$/.test(each.node.operator) || each.end - each.start > 40) continue;
    const first = child(each, "left");
    const name = first?.node.type === "Identifier" ? first.node.name : null;
    if (name === null || !names2.has(name) || !scene.donors.readable(each, site)) continue;
    const text2 = `${name} = ${scene.text(each)};`;
    if (seen.has(text2) || seen.size >= 8) continue;
    seen.add(text2);
    const near2 = 1 / (1 + Math.abs(each.line - site.line) / 3);
    yield insert(site.end, `
${indentOf3(site, scene)}${text2}`, `${brief(text2)} added`, near2);
  }
}
function* flagged(site, scene) {
  const fn = functionOf(site);
  if (!isListed(site) || loopOf(site) === null || fn === null || site.node.type === "VariableDeclaration") return;
  const flags = flagsOf(fn);
  const counters = writable(site, scene).filter(
    (name) => scene.words.uses.get(name)?.has("number") || scene.words.uses.get(name)?.has("tested")
  );
  for (const flag of [...flags].filter((name) => scene.names(site).has(name)).slice(0, 3)) {
    for (const [rank, counter] of counters.filter((name) => name !== flag).slice(0, 6).entries()) {
      for (const step of [`if (${flag}) ${counter}++;`, `if (!${flag}) ${counter}++;`])
        yield insert(site.end, `
${indentOf3(site, scene)}${step}`, `${step} added`, 1 / (1 + rank / 3));
    }
  }
}
function flagsOf(fn) {
  const values = /* @__PURE__ */ new Map();
  for (const each of walk(fn)) {
    const declared2 = each.node.type === "VariableDeclarator";
    if (!declared2 && !(each.node.type === "AssignmentExpression" && each.node.operator === "=")) continue;
    const [target, value] = [child(each, declared2 ? "id" : "left"), child(each, declared2 ? "init" : "right")];
    if (target?.node.type !== "Identifier" || value === null) continue;
    const { node } = value;
    const held = node.type === "BooleanLiteral" || node.type === "NumericLiteral" && node.value <= 1 ? String(node.value) : "more";
    values.set(target.node.name, (values.get(target.node.name) ?? /* @__PURE__ */ new Set()).add(held));
  }
  return new Set([...values].filter(([, held]) => held.size === 2 && !held.has("more")).map(([name]) => name));
}
function* signed(site, scene) {
  const expression = site.node.type === "ExpressionStatement" ? child(site, "expression") : null;
  const value = expression === null ? null : child(expression, "right");
  if (expression?.node.type !== "AssignmentExpression" || !/^[-+]=$/.test(expression.node.operator) || value?.node.type !== "Identifier")
    return;
  const { name } = value.node;
  const target = scene.text(child(expression, "left") ?? expression);
  const others = unreadHere(site, scene).filter((each) => each !== name && each !== target);
  for (const other of others.slice(0, 2))
    for (const sign of [">", "<", ">=", "<="]) {
      const text2 = `${other} ${sign} ${name} ? -${name} : ${name}`;
      yield replace(value, text2, brief(text2), sign.length > 1 ? 0.4 : 1);
    }
}
var accumulationFamilies = [
  { name: "separator added", share: 6e-3, propose: separators },
  { name: "value kept", share: 8e-3, propose: kept },
  { name: "flagged step", share: 6e-3, propose: flagged },
  { name: "sign by what is unread", share: 0.05, propose: signed }
];

// src/engine/templates/families/balance.ts
function inverses(site, scene) {
  const { node } = site;
  if (node.type === "UpdateExpression") {
    const counted2 = child(site, "argument");
    return counted2 === null ? [] : [`${scene.text(counted2)}${node.operator === "++" ? "--" : "++"};`];
  }
  const callee = node.type === "CallExpression" ? child(site, "callee") : null;
  const receiver = callee !== null && isMember(callee) ? child(callee, "object") : null;
  const [first] = childList(site, "arguments");
  if (receiver === null || first === void 0 || receiver.end - receiver.start > 40) return [];
  const held = scene.text(receiver);
  switch (calleeName(site)) {
    case "push":
      return [`${held}.pop();`];
    case "unshift":
      return [`${held}.shift();`];
    case "add":
    case "set":
      return [`${held}.delete(${scene.text(first)});`];
    default:
      return [];
  }
}
function exits(site, fn) {
  const found3 = [];
  const body = child(fn, "body");
  for (const each of walk(fn)) {
    if (each.node.type === "ReturnStatement" && each.start > site.end && functionOf(each) === fn && isListed(each))
      found3.push({ at: each, before: true });
  }
  const last = body?.node.type === "BlockStatement" ? childList(body, "body").at(-1) : void 0;
  if (last !== void 0 && !/^(Return|Throw)/.test(last.node.type)) found3.push({ at: last, before: false });
  for (const around2 of ancestors(site)) {
    if (around2 === fn) break;
    const end = around2.node.type === "BlockStatement" && around2 !== body ? childList(around2, "body").at(-1) : void 0;
    if (end !== void 0 && end.start > site.end && !/^(Return|Throw|Break|Continue)/.test(end.node.type))
      found3.push({ at: end, before: false });
  }
  return found3;
}
function* takenBack2(site, scene) {
  const fn = functionOf(site);
  const undoing = fn === null || site.parent?.node.type !== "ExpressionStatement" ? [] : inverses(site, scene);
  if (fn === null || undoing.length === 0) return;
  const root = /^[\w$]+/.exec(undoing[0] ?? "")?.[0] ?? "";
  if (scene.visible(site).some(({ name, scope, kind }) => name === root && kind !== "param" && (scope === fn || functionOf(scope) === fn)))
    return;
  const known2 = scene.text(fn);
  for (const text2 of undoing) {
    if (known2.includes(text2.slice(0, -1))) continue;
    for (const { at, before } of exits(site, fn)) {
      const pad = indentOf3(at, scene);
      if (before) yield insert(at.start, `${text2}
${pad}`, `${brief(text2)} before it is left`, 1);
      else yield insert(at.end, `
${pad}${text2}`, `${brief(text2)} at the end`, 0.8);
    }
  }
}
function* leftOver2(site, scene) {
  const answer2 = site.node.type === "ReturnStatement" ? child(site, "argument") : null;
  const isYes = answer2?.node.type === "BooleanLiteral" && answer2.node.value;
  const fn = functionOf(site);
  if (answer2 === null || !isYes || fn === null) return;
  const body = scene.text(fn);
  const seen = scene.visible(site).filter(({ kind, id, at }) => /^(?:const|let|var)$/.test(kind) && functionOf(id) === fn && at < site.start);
  for (const { name } of seen) {
    const word = `(?<![\\w$.])${escapeRegex(name)}`;
    const does = (pattern2) => new RegExp(`${word}${pattern2}`).test(body);
    const isCounted = does("(?:\\+\\+|\\s*\\+=)") && does("(?:--|\\s*-=)");
    if (does("\\.(?:push|unshift)\\(") && does("\\.(?:pop|shift)\\(")) yield replace(answer2, `${name}.length === 0`, `${name} is empty`, 1);
    else if (does("\\.(?:add|set)\\(") && does("\\.delete\\(")) yield replace(answer2, `${name}.size === 0`, `${name} is empty`, 1);
    else if (isCounted) yield replace(answer2, `${name} === 0`, `${name} is back at 0`, 1);
  }
}
var balanceFamilies = [
  { name: "taken back", share: 0.15, propose: takenBack2 },
  { name: "nothing left over", share: 0.03, propose: leftOver2 }
];

// src/engine/templates/retell.ts
function standsForValue(site) {
  if (site.node.type !== "Identifier" || site.key === "label") return false;
  if (site.key !== "property" && site.key !== "key") return true;
  return site.parent !== null && "computed" in site.parent.node && site.parent.node.computed === true;
}
function parametersOf2(fn, scene) {
  const inside = child(fn, "body") ?? fn;
  return scene.visible(inside).filter(({ kind, scope }) => kind === "param" && scope === fn);
}
function renamed(piece, from, to, scene) {
  const there = new Map(scene.visible(to.at).map((binding) => [binding.name, binding]));
  const given = from === null || from === to.fn ? [] : parametersOf2(from, scene);
  const own2 = to.fn === null ? [] : parametersOf2(to.fn, scene);
  const instead = /* @__PURE__ */ new Map();
  for (const site of walk(piece)) {
    if (site.node.type !== "Identifier" || !standsForValue(site)) continue;
    const { name } = site.node;
    const binding = scene.visible(site).find((each) => each.name === name);
    if (binding === void 0 || binding.at >= piece.start && binding.at < piece.end) continue;
    const at = given.indexOf(binding);
    const other = at < 0 ? there.get(name) : own2.find((each) => each.name === name) ?? own2[at];
    if (other === void 0 || at < 0 && other.at !== binding.at) return null;
    if (other.name !== name) instead.set(site, isShort(site) ? `${name}: ${other.name}` : other.name);
  }
  return instead;
}
function isShort({ key, parent }) {
  return key === "value" && parent?.node.type === "ObjectProperty" && parent.node.shorthand;
}
function retold(piece, instead, scene) {
  let text2 = "";
  let at = piece.start;
  for (const [site, put] of [...instead].toSorted(([a], [b]) => a.start - b.start || b.end - a.end)) {
    if (site.start < at) continue;
    text2 += scene.file.text.slice(at, site.start) + put;
    at = site.end;
  }
  return text2 + scene.file.text.slice(at, piece.end);
}

// src/engine/templates/families/properties.ts
var CONFUSABLE_METHODS = [
  ["push", "unshift", "concat"],
  ["pop", "shift"],
  ["slice", "splice", "substring", "substr"],
  ["indexOf", "lastIndexOf", "includes", "search"],
  ["map", "forEach", "filter", "flatMap"],
  ["some", "every"],
  ["find", "findIndex", "findLast", "filter", "some"],
  ["reduce", "reduceRight"],
  ["min", "max"],
  ["floor", "ceil", "round", "trunc"],
  ["abs", "sign", "sqrt"],
  ["trim", "trimStart", "trimEnd"],
  ["toUpperCase", "toLowerCase"],
  ["toLocaleUpperCase", "toLocaleLowerCase", "toUpperCase", "toLowerCase"],
  ["startsWith", "endsWith", "includes"],
  ["padStart", "padEnd"],
  ["keys", "values", "entries"],
  ["getOwnPropertyNames", "keys", "getOwnPropertySymbols"],
  ["call", "apply", "bind"],
  ["replace", "replaceAll"],
  ["test", "exec", "match", "matchAll"],
  ["concat", "join"],
  ["charAt", "charCodeAt", "codePointAt", "at"],
  ["fromCharCode", "fromCodePoint"],
  ["parseInt", "parseFloat", "Number"],
  ["isNaN", "isFinite", "isInteger", "isSafeInteger"],
  ["toString", "valueOf", "toJSON"],
  ["toString", "toFixed", "toPrecision"],
  ["has", "get", "set", "add"],
  ["delete", "clear", "add"],
  ["set", "add", "append"],
  ["on", "once", "off", "addListener", "removeListener", "emit"],
  ["resolve", "reject"],
  ["all", "allSettled", "race", "any"],
  ["then", "catch", "finally"],
  ["assign", "create", "freeze"],
  ["stringify", "parse"],
  ["encodeURIComponent", "encodeURI", "escape"],
  ["decodeURIComponent", "decodeURI", "unescape"],
  ["dirname", "basename", "extname"],
  ["join", "resolve", "relative", "normalize"],
  ["getTime", "getDate", "getDay"],
  ["getMonth", "getUTCMonth", "setMonth"],
  ["getFullYear", "getUTCFullYear", "getYear"],
  ["getHours", "getUTCHours", "getMinutes", "getUTCMinutes", "getSeconds", "getUTCSeconds"],
  ["getDate", "getUTCDate", "getDay", "getUTCDay"],
  ["length", "size", "byteLength"],
  ["sort", "reverse", "toSorted", "toReversed"],
  ["setTimeout", "setInterval", "setImmediate"],
  ["clearTimeout", "clearInterval", "clearImmediate"],
  ["write", "end", "log", "error"],
  ["firstChild", "lastChild"],
  ["next", "prev", "previous"],
  ["first", "last"],
  ["start", "end", "stop"],
  ["left", "right"],
  ["width", "height"],
  ["row", "column", "line"],
  ["parent", "child", "children"],
  ["key", "value"],
  ["index", "lastIndex", "length"],
  ["readFile", "readFileSync"],
  ["writeFile", "writeFileSync", "appendFile"],
  ["sin", "cos", "tan"],
  ["log", "log2", "log10", "exp"],
  ["PI", "E"],
  ["MAX_SAFE_INTEGER", "MIN_SAFE_INTEGER", "MAX_VALUE", "MIN_VALUE"]
];
function oppositeOf(method) {
  const pair = CONFUSABLE_METHODS.find((group) => group.length === 2 && group.includes(method));
  return pair?.find((each) => each !== method) ?? null;
}
var CONFUSED = /* @__PURE__ */ new Map();
for (const group of CONFUSABLE_METHODS) {
  for (const name of group) {
    const others = CONFUSED.get(name) ?? /* @__PURE__ */ new Set();
    for (const other of group) if (other !== name) others.add(other);
    CONFUSED.set(name, others);
  }
}
function* confusables(site, scene) {
  const node = site.node;
  if (node.type !== "Identifier") return;
  const named3 = site.key === "property" && !(site.parent !== null && "computed" in site.parent.node && site.parent.node.computed);
  if (!named3 && site.key !== "callee") return;
  const others = CONFUSED.get(node.name);
  if (others === void 0) return;
  for (const other of others) {
    if (!named3 && !(other in globalThis) && !scene.names(site).has(other)) continue;
    yield replace(site, other, `${node.name} -> ${other}`, others.size <= 3 ? 1 : 0.6);
  }
}
function* properties(site, scene) {
  const node = site.node;
  const member = site.parent;
  if (node.type !== "Identifier" || site.key !== "property" || member === null || !isMember(member)) return;
  if ("computed" in member.node && member.node.computed) return;
  const object2 = child(member, "object");
  const receiver = object2 === null ? "" : scene.text(object2);
  const siblings2 = scene.words.ofReceiver.get(receiver);
  const called = member.key === "callee";
  const options = [];
  for (const [name, uses] of scene.words.properties) {
    if (name === node.name || scene.words.methods.has(name) !== called) continue;
    const alike4 = scene.alike(name, node.name);
    const sibling = siblings2?.has(name) ?? false;
    const tested = Math.min(1, (scene.clues.testNames.get(name) ?? 0) / 4);
    const odds = (sibling ? 0.7 : 0.04) + 0.9 * alike4 * alike4 + 0.04 * Math.min(5, uses) + 0.1 * tested;
    if (odds > 0.12) options.push([name, odds]);
  }
  if (receiver === "module") options.push(["exports", 1]);
  for (const [name, uses] of scene.clues.testNames) {
    const alike4 = scene.alike(name, node.name);
    if (alike4 > 0.6 && !scene.words.properties.has(name) && name !== node.name)
      options.push([name, 0.5 * alike4 + Math.min(0.2, uses / 20)]);
  }
  for (const [name, odds] of options.sort((a, b) => b[1] - a[1]).slice(0, 30)) yield replace(site, name, `.${node.name} -> .${name}`, odds);
}
function* access(site, scene) {
  if (!isRead(site) || site.key === "callee") return;
  if (isMember(site)) {
    const object2 = child(site, "object");
    if (object2 !== null && scene.text(object2) !== "this" && !/^(Math|Number|Object|Symbol|process)$/.test(scene.text(object2))) {
      yield replace(site, scene.text(object2), `${scene.text(site)} -> ${scene.text(object2)}`, site.key === "object" ? 0.4 : 0.8);
    }
  }
  if (site.key === "object" || !(site.node.type === "Identifier" || isMember(site))) return;
  const known2 = [...scene.words.ofReceiver.get(scene.text(site)) ?? []].filter(([name]) => !scene.words.methods.has(name));
  for (const [name] of known2.sort((a, b) => b[1] - a[1]).slice(0, 4))
    yield replace(site, `${scene.text(site)}.${name}`, `.${name} of ${scene.text(site)}`, 0.4);
  if (!known2.some(([name]) => name === "length") && scene.words.uses.get(scene.text(site))?.has("indexed")) {
    yield replace(site, `${scene.text(site)}.length`, `length of ${scene.text(site)}`, 0.3);
  }
}
function* checkedPaths(site, scene) {
  if (site.key !== "object" || !(site.node.type === "Identifier" || isMember(site))) return;
  const name = scene.text(site);
  for (const branch of [site, ...ancestors(site)]) {
    if (isFunction(branch)) return;
    const test = branch.parent === null || !/^(?:consequent|right)$/.test(branch.key) ? null : testOf(branch.parent);
    if (test === null || test === branch) continue;
    for (const property of askedOf(name, scene.text(test)))
      if (!askedOf(name, scene.text(branch)).has(property)) yield replace(site, `${name}.${property}`, `.${property} of ${name}`);
  }
}
function testOf(site) {
  if (site.node.type === "LogicalExpression") return site.node.operator === "&&" ? child(site, "left") : null;
  return /^(?:If|Conditional)/.test(site.node.type) ? child(site, "test") : null;
}
function askedOf(name, code2) {
  const pattern2 = new RegExp(`(?<![\\w$.])${escapeRegex(name)}\\??\\.([\\w$]+)(?![\\w$]|\\s*\\()`, "g");
  return new Set([...code2.matchAll(pattern2)].map(([, property = ""]) => property));
}
function* computed(site, scene) {
  const node = site.node;
  if (node.type !== "MemberExpression") return;
  const object2 = child(site, "object");
  const property = child(site, "property");
  if (object2 === null || property === null) return;
  const name = propertyName(site);
  const receiver = scene.text(object2);
  if (name !== null && scene.names(site).has(name)) {
    yield replace(site, `${receiver}[${name}]`, `.${name} -> [${name}]`);
  } else if (node.computed && property.node.type === "Identifier" && !isCall(property)) {
    yield replace(site, `${receiver}.${property.node.name}`, `[${property.node.name}] -> .${property.node.name}`, 0.3);
  }
}
function* keys(site, scene) {
  const node = site.node;
  if (node.type !== "Identifier" || site.key !== "key" || site.parent?.node.type !== "ObjectProperty" || site.parent.node.computed) return;
  if (site.parent.parent?.node.type !== "ObjectExpression") return;
  const options = [];
  const names2 = /* @__PURE__ */ new Set([...scene.words.properties.keys(), ...scene.clues.testNames.keys()]);
  for (const name of names2) {
    const alike4 = scene.alike(name, node.name);
    const tested = scene.clues.testNames.has(name) && !scene.clues.testNames.has(node.name) ? 0.2 : 0;
    if (name !== node.name && alike4 > 0.5) options.push([name, alike4 * alike4 + tested]);
  }
  const shorthand2 = site.parent.node.shorthand;
  for (const [name, odds] of options.sort((a, b) => b[1] - a[1]).slice(0, 5)) {
    yield replace(site, shorthand2 ? `${name}: ${node.name}` : name, `key ${node.name} -> ${name}`, odds);
  }
}
var propertyFamilies = [
  { name: "confusable method", share: 0.045, propose: confusables },
  { name: "property", share: 0.06, propose: properties },
  { name: "access added or removed", share: 0.03, propose: access },
  { name: "checked path", share: 0.03, propose: checkedPaths },
  { name: "computed access", share: 8e-3, propose: computed },
  { name: "object key", share: 0.012, propose: keys }
];

// src/engine/templates/families/bodies.ts
var MOST_TWINS = 6;
var LONGEST8 = 600;
var MOST_CHANGES = 40;
function isLostBody(site, scene) {
  if (site.node.type !== "BlockStatement" || site.key !== "body" || site.children.length > 0 || site.parent === null) return false;
  return isFunction(site.parent) && /^\{\s*\}$/.test(scene.text(site)) && functionName(site.parent) !== null;
}
function* bodies(site, scene) {
  const fn = site.parent;
  if (fn === null || !isLostBody(site, scene)) return;
  for (const { fn: other, body, likeness: likeness2 } of twinsOf(fn, scene)) {
    const names2 = renamed(body, other, { fn, at: site }, scene);
    if (names2 === null) continue;
    const block = body.node.type === "BlockStatement";
    const say = (instead, odds) => {
      const text2 = retold(body, instead, scene);
      return replace(
        site,
        block ? text2 : `{ return ${text2}; }`,
        `body as of ${functionName(other) ?? "another function"}: ${brief(text2)}`,
        odds
      );
    };
    const told2 = new Map([...names2, ...analogies(body, wordPairs(other, fn), site, scene)]);
    if (told2.size > names2.size) yield say(told2, 3 * likeness2);
    yield say(names2, 0.8 * likeness2);
    const changes3 = [...changesOf2(body, site, scene)].toSorted(([, , a], [, , b]) => b - a).slice(0, MOST_CHANGES);
    for (const [place, put, odds] of changes3) yield say(new Map([...told2, [place, put]]), odds * likeness2);
  }
}
function twinsOf(fn, scene) {
  const name = functionName(fn) ?? "";
  const given = parametersOf2(fn, scene).map((each) => each.name);
  const returns2 = returnTypeOf(fn, scene);
  const found3 = [];
  for (const other of walk(scene.program)) {
    const body = isFunction(other) ? child(other, "body") : null;
    if (body === null || body.end - body.start > LONGEST8 || other.start <= fn.start && other.end >= fn.end) continue;
    if (body.node.type === "BlockStatement" && body.children.length === 0) continue;
    const theirs = parametersOf2(other, scene).map((each) => each.name);
    const named3 = functionName(other);
    const alike4 = named3 === null ? 0 : scene.alike(name, named3);
    const number3 = given.length === theirs.length ? 1 : 0.4;
    const same = given.length === 0 ? 1 : theirs.filter((each) => given.includes(each)).length / given.length;
    const type = returns2 !== "" && returns2 === returnTypeOf(other, scene) ? 1 : 0;
    found3.push({ fn: other, body, likeness: 0.45 * alike4 + 0.2 * number3 + 0.2 * same + 0.15 * type });
  }
  return found3.toSorted((a, b) => b.likeness - a.likeness).slice(0, MOST_TWINS);
}
function returnTypeOf({ node }, scene) {
  const type = "returnType" in node ? node.returnType : null;
  return scene.file.text.slice(type?.start ?? 0, type?.end ?? 0);
}
function wordPairs(from, to) {
  const [theirs, own2] = [wordsOf(functionName(from) ?? ""), wordsOf(functionName(to) ?? "")];
  if (theirs.length !== own2.length) return [];
  return theirs.flatMap((word, at) => own2[at] === void 0 || own2[at] === word ? [] : [[word, own2[at]]]);
}
function analogies(body, pairs3, at, scene) {
  const found3 = /* @__PURE__ */ new Map();
  if (pairs3.length === 0) return found3;
  const names2 = scene.names(at);
  for (const site of walk(body)) {
    if (site.node.type !== "Identifier" && site.node.type !== "StringLiteral") continue;
    const text2 = scene.text(site);
    let made2 = text2;
    for (const [from, to] of pairs3) made2 = made2.replace(new RegExp(from, "gi"), (word) => inCaseOf(word, to));
    const known2 = site.node.type === "StringLiteral" || names2.has(made2) || scene.words.properties.has(made2) || oppositeOf(text2) === made2;
    if (made2 !== text2 && known2) found3.set(site, made2);
  }
  return found3;
}
function* changesOf2(body, at, scene) {
  const unread2 = unreadAt(at, scene);
  const called = scene.visible(at).filter(({ kind }) => kind === "function" || kind === "import");
  const texts2 = new Map([...scene.clues.marks].map((mark2) => [mark2, 0.8]));
  for (const text2 of scene.clues.expectedStrings) texts2.set(text2, 0.3);
  for (const text2 of scene.clues.testStrings) if (text2.length < 20 && !texts2.has(text2)) texts2.set(text2, 0.2);
  for (const site of walk(body)) {
    const { node } = site;
    if (node.type === "Identifier" && site.key === "callee") {
      for (const { name } of called)
        if (name !== node.name) yield [site, name, unread2.has(name) ? 1.5 : 0.3 * scene.alike(name, node.name)];
    } else if (node.type === "Identifier" && isRead(site) && called.some(({ name }) => name === node.name)) {
      for (const { name } of called) if (name !== node.name && unread2.has(name)) yield [site, name, 1.5];
    } else if (node.type === "Identifier" && scene.words.patterns.has(node.name)) {
      for (const name of scene.words.patterns) if (name !== node.name) yield [site, name, unread2.has(name) ? 2 : 0.3];
    } else if (node.type === "Identifier") {
      const other = oppositeOf(node.name);
      if (other !== null && site.key === "property") yield [site, other, 0.6];
    } else if (node.type === "StringLiteral") {
      for (const [text2, odds] of [...texts2].slice(0, 12)) if (text2 !== node.value) yield [site, JSON.stringify(text2), odds];
    } else if (node.type === "BooleanLiteral") yield [site, String(!node.value), 0.4];
    else if (node.type === "NumericLiteral") for (const other of [node.value + 1, node.value - 1]) yield [site, String(other), 0.15];
  }
}
var bodyFamilies = [{ name: "lost body", share: 0.25, propose: bodies }];

// src/engine/templates/families/boundaries.ts
var POSITIONAL = /^(slice|splice|substring|substr|charAt|charCodeAt|codePointAt|at|indexOf|lastIndexOf|fill|subarray|padStart|padEnd|repeat|with)$/;
var MOST_OPERANDS = 6;
function* offByOne(site, scene) {
  if (!isRead(site) || !/^(Identifier|MemberExpression|CallExpression|BinaryExpression|UnaryExpression|OptionalMemberExpression)$/.test(site.node.type))
    return;
  const odds = placeOdds(site, scene);
  if (odds === 0) return;
  const text2 = scene.text(site);
  const tight = site.parent?.node.type === "BinaryExpression" && /^[*/%]|\*\*$/.test(site.parent.node.operator);
  const compared = site.parent?.node.type === "BinaryExpression" ? site.parent.node.operator : "";
  for (const sign of ["-", "+"]) {
    const delta = ` ${sign} 1`;
    const own2 = odds * stepOdds(compared, site.key === "left" ? "left" : "right", sign);
    if (tight) yield replace(site, `(${text2}${delta})`, `${brief(text2)}${delta}`, own2);
    else yield insert(site.end, delta, `${brief(text2)}${delta}`, own2);
  }
}
function placeOdds(site, scene) {
  const parent = site.parent;
  if (parent === null || site.node.type === "BinaryExpression" && !/^[-+*/%]$/.test(site.node.operator)) return 0;
  const node = parent.node;
  const length = /\.length$/.test(scene.text(site));
  if (node.type === "BinaryExpression") {
    if (/^[<>]=?$/.test(node.operator)) return site.key === "right" ? 1 : 0.4;
    if (/^[!=]==?$/.test(node.operator)) return length ? 0.8 : isNumber2(site, scene) ? 0.35 : 0.05;
    if (/^[-+]$/.test(node.operator)) return length ? 0.7 : isNumber2(site, scene) ? 0.3 : 0;
    return isNumber2(site, scene) && /^[*/%]$/.test(node.operator) ? 0.5 : 0;
  }
  if (site.key === "property") return 1;
  if (site.key === "arguments") {
    if (isHandedOn(site, parent, scene)) return OF_HANDED_ON;
    const name = isCall(parent) ? calleeName(parent) : null;
    return name !== null && POSITIONAL.test(name) ? 1 : isNumber2(site, scene) ? 0.3 : 0;
  }
  if (site.key === "init" || site.key === "right") return length ? 0.9 : isNumber2(site, scene) ? 0.4 : 0.05;
  if (site.key === "argument" && node.type === "ReturnStatement") return isNumber2(site, scene) || length ? 0.8 : 0.15;
  return 0;
}
var OF_HANDED_ON = 4;
function isHandedOn(site, call, scene) {
  const fn = functionOf(site);
  if (fn === null || site.node.type !== "Identifier" || !isCall(call) || calleeName(call) !== functionName(fn)) return false;
  const parameter = childList(fn, "params")[site.index];
  return parameter !== void 0 && scene.text(parameter) === site.node.name && isNumber2(site, scene);
}
function isNumber2(site, scene) {
  const node = site.node;
  if (node.type === "UnaryExpression") return node.operator === "-";
  if (node.type === "BinaryExpression") return !/['"`]/.test(scene.text(site));
  if (node.type !== "Identifier") return false;
  return (scene.words.uses.get(node.name)?.has("number") ?? false) || isOnly(scene.fit.kindsAt(site), "number");
}
function* offsetDropped(site, scene) {
  const node = site.node;
  if (node.type !== "BinaryExpression" || !/^([-+*/%]|\*\*|[|&^]|<<|>>>?)$/.test(node.operator)) return;
  const left2 = child(site, "left");
  const right = child(site, "right");
  if (left2 === null || right === null) return;
  const constant2 = right.node.type === "NumericLiteral";
  yield replace(site, scene.operand(left2), `without ${node.operator} ${brief(scene.text(right))}`, constant2 ? 1 : 0.6);
  const deeper3 = left2.node.type === "BinaryExpression" && site.parent?.node.type !== "BinaryExpression" ? child(left2, "left") : null;
  if (deeper3 !== null) yield replace(site, scene.operand(deeper3), `only ${brief(scene.text(deeper3))}`, 0.3);
  yield replace(site, scene.operand(right), `without ${brief(scene.text(left2))} ${node.operator}`, constant2 ? 0.1 : 0.5);
}
function* operandAdded(site, scene) {
  const { key, parent } = site;
  const isShare = key === "left" && parent?.node.type === "BinaryExpression" && /^[*/]$/.test(parent.node.operator);
  if (!isRead(site) || !(isShare || key === "right" || key === "init" || key === "argument" && parent?.node.type === "ReturnStatement"))
    return;
  if (!isNumber2(site, scene) && !(isCall(site) || site.node.type === "MemberExpression")) return;
  const weaken = isNumber2(site, scene) ? 1 : 0.4;
  const unread2 = new Set(unreadHere(site, scene));
  const isNumberNamed = (binding) => scene.words.uses.get(binding.name)?.has("number") === true || isOnly(scene.fit.kindsOf(binding), "number") || unread2.has(binding.name);
  const names2 = scene.visible(site).filter((each) => !/^(?:import|function|class)$/.test(each.kind) && (each.kind === "param" || each.until <= site.start)).filter((each) => scene.text(site) !== each.name && isNumberNamed(each));
  for (const { name } of names2.slice(0, MOST_OPERANDS)) {
    for (const [operator, odds] of [
      ["+", 0.5],
      ["-", 0.5],
      ["*", 0.3],
      ["%", 0.15],
      ["/", 0.15]
    ]) {
      const text2 = `${scene.operand(site)} ${operator} ${name}`;
      const label = `${brief(scene.text(site))} ${operator} ${name}`;
      if (!isShare) yield replace(site, text2, label, odds * weaken);
      else if (/^[-+]$/.test(operator)) yield replace(site, `(${text2})`, `(${label})`, odds * weaken);
    }
  }
  if (isShare) return;
  for (const tail of [" * 2", " / 2", " % 2", " / 10", " % 10", " * 10"])
    yield replace(site, `${scene.operand(site)}${tail}`, `${brief(scene.text(site))}${tail}`, 0.15 * weaken);
}
function* direction(site, scene) {
  const node = site.node;
  if (node.type !== "ForStatement") return;
  const [init, test, update] = [child(site, "init"), child(site, "test"), child(site, "update")];
  const declarator = init === null ? null : child(init, "declarations");
  const id = declarator === null ? null : child(declarator, "id");
  const from = declarator === null ? null : child(declarator, "init");
  if (init === null || test?.node.type !== "BinaryExpression" || update === null || id === null || from === null) return;
  const bound2 = child(test, "right");
  if (bound2 === null) return;
  const name = scene.text(id);
  const kind = scene.text(init).split(/\s/, 1)[0] ?? "let";
  const down = /^</.test(test.node.operator);
  const head = down ? `${kind} ${name} = ${scene.text(bound2)} - 1; ${name} >= ${scene.text(from)}; ${name}--` : `${kind} ${name} = ${scene.text(bound2)}; ${name} <= ${scene.text(from)}; ${name}++`;
  yield { start: init.start, end: update.end, text: head, label: `loop ${down ? "downwards" : "upwards"}`, odds: 1 };
}
var boundaryFamilies = [
  { name: "off by one", share: 0.035, propose: offByOne },
  { name: "arithmetic operand dropped", share: 0.015, propose: offsetDropped },
  { name: "arithmetic operand added", share: 0.025, propose: operandAdded },
  { name: "loop direction", share: 3e-3, propose: direction }
];

// src/engine/templates/families/brackets.ts
function* earlier(site, scene) {
  if (!isCall(site) || site.parent?.node.type === "ExpressionStatement") return;
  const last = childList(site, "arguments").at(-1);
  if (last === void 0 || isFunction(last)) return;
  const { text: text2 } = scene.file;
  const cuts = [];
  for (let at = last; at !== null && /^(Binary|Logical)Expression$/.test(at.node.type); at = child(at, "left")) {
    const left2 = child(at, "left");
    if (left2 !== null) cuts.push(left2);
  }
  for (const left2 of cuts.slice(0, 4)) {
    const made2 = `${text2.slice(site.start, left2.end)})${text2.slice(left2.end, last.end)}`;
    yield replace(site, site.key === "object" ? `(${made2})` : made2, `bracket moved: ${brief(made2)}`);
  }
}
function* later(site, scene) {
  if (!/^(Binary|Logical)Expression$/.test(site.node.type)) return;
  const [left2, right] = [child(site, "left"), child(site, "right")];
  if (left2 === null || right === null || !isCall(left2)) return;
  const last = childList(left2, "arguments").at(-1);
  if (last === void 0 || isFunction(last) || last.node.type === "SpreadElement") return;
  const { text: text2 } = scene.file;
  const made2 = `${text2.slice(site.start, last.end)}${text2.slice(left2.end, right.end)}${text2.slice(last.end, left2.end)}`;
  yield replace(site, made2, `bracket moved: ${brief(made2)}`);
}
var bracketFamilies = [
  { name: "bracket earlier", share: 8e-3, propose: earlier },
  { name: "bracket later", share: 6e-3, propose: later }
];

// src/engine/templates/families/branches.ts
var MOST_UNDONE = 3;
function* branches2(site, scene) {
  const node = site.node;
  const [yes, no] = [child(site, "consequent"), child(site, "alternate")];
  if (yes === null) return;
  if (node.type === "ConditionalExpression" && no !== null) {
    yield { start: yes.start, end: no.end, text: `${scene.text(no)} : ${scene.text(yes)}`, label: "branches swapped", odds: 1 };
    yield replace(site, scene.operand(yes), `always ${brief(scene.text(yes))}`, 0.3);
    yield replace(site, scene.operand(no), `always ${brief(scene.text(no))}`, 0.3);
  }
  if (node.type !== "IfStatement") return;
  if (no !== null && no.end - yes.start < 2e3 && no.node.type !== "IfStatement") {
    yield { start: yes.start, end: no.end, text: `${scene.text(no)} else ${scene.text(yes)}`, label: "branches swapped", odds: 0.6 };
  }
  if (no !== null) {
    const between2 = scene.file.text.slice(yes.end, no.start);
    const at = between2.indexOf("else");
    if (at >= 0)
      yield {
        start: yes.end + at,
        end: yes.end + at + 4,
        text: "",
        label: "else removed: both run",
        odds: no.node.type === "IfStatement" ? 0.6 : 0.3
      };
    return;
  }
  if (site.parent === null || !isListed(site)) return;
  const next = childList(site.parent, site.key)[childList(site.parent, site.key).indexOf(site) + 1];
  if (next !== void 0 && /^(If|Return|Expression|Throw|For)/.test(next.node.type))
    yield insert(next.start, "else ", `else ${brief(scene.text(next))}`, next.node.type === "IfStatement" ? 1 : 0.4);
}
var MOST_LATER_RETURNS = 3;
function* exchangedResults2(site, scene) {
  if (site.key !== "argument" || site.parent?.node.type !== "ReturnStatement") return;
  const own2 = scene.text(site);
  const later2 = (scene.words.returns.get(functionOf(site)) ?? []).filter(({ start }) => start > site.end);
  for (const other of later2.slice(0, MOST_LATER_RETURNS)) {
    const text2 = scene.text(other);
    if (text2 === own2 || other.end - site.start > 2e3) continue;
    const between2 = scene.file.text.slice(site.end, other.start);
    const label = `results exchanged: ${brief(own2)} and ${brief(text2)}`;
    yield { start: site.start, end: other.end, text: `${text2}${between2}${own2}`, label, odds: 1 };
  }
}
function* donors2(site, scene) {
  const returned = site.key === "argument" && site.parent?.node.type === "ReturnStatement";
  const assigned = site.key === "right" && site.parent?.node.type === "AssignmentExpression" || site.key === "init" && site.parent?.node.type === "VariableDeclarator";
  if (!returned && !assigned || !isRead(site)) return;
  const fn = functionOf(site);
  const pool = returned ? scene.words.returns : scene.words.values;
  const other = returned ? scene.words.values : scene.words.returns;
  const seen = /* @__PURE__ */ new Map();
  const offer = (list, odds, most2) => {
    for (const donor of list ?? []) {
      const text2 = scene.text(donor);
      if (seen.size >= most2 || seen.has(text2) || text2 === scene.text(site) || text2.length > 70 || /=>|function/.test(text2)) continue;
      if (donor.start <= site.start && donor.end >= site.end) continue;
      if (scene.donors.readable(donor, site))
        seen.set(text2, odds * (donor.node.type === site.node.type ? 1.3 : 1) * scene.fit.ofValue(donor, site));
    }
  };
  offer(pool.get(fn), 1, 10);
  offer(other.get(fn), 0.5, 14);
  for (const [where2, list] of pool) if (where2 !== fn && where2 !== null) offer(list, 0.2, 24);
  for (const [text2, odds] of seen) yield replace(site, text2, `${returned ? "return " : "= "}${brief(text2)}`, odds);
  if (returned) {
    for (const [text2, odds] of plainReturns(site, scene, fn)) if (!seen.has(text2)) yield replace(site, text2, `return ${text2}`, odds);
  }
}
function plainReturns(site, scene, fn) {
  const own2 = scene.visible(site).filter(
    (each) => (each.kind === "param" || each.kind === "let" || each.kind === "var" || each.kind === "const") && each.scope.node.type !== "Program"
  );
  const named3 = own2.slice(0, 6).map((each) => [
    each.name,
    (functionOf(each.scope) === fn || each.scope === fn ? 0.5 : 0.2) * scene.fit.ofName(each, site)
  ]);
  const constants2 = ["null", "undefined", "false", "true", "[]", "''", "{}", "0", "-1", "this"].map((text2) => [
    text2,
    0.2 * scene.fit.ofConstant(text2, site)
  ]);
  return [...named3, ...constants2];
}
function* bareReturn(site, scene) {
  if (site.node.type !== "ReturnStatement" || child(site, "argument") !== null) return;
  for (const [text2, odds] of plainReturns(site, scene, functionOf(site))) yield replace(site, `return ${text2};`, `return ${text2}`, odds);
}
function* emptyBlock(site, scene) {
  if (site.node.type !== "BlockStatement" || site.children.length > 0 || site.parent === null || site.end - site.start > 200) return;
  const options = [];
  const fn = site.parent.node.type.includes("Function") || site.parent.node.type.includes("Method") ? site.parent : functionOf(site);
  const inside = { ...site, children: [] };
  for (const [text2, odds] of plainReturns(inside, scene, fn)) options.push([`return ${text2};`, odds]);
  if (fn !== null) options.push(["return;", 0.6]);
  if (fn === site.parent) options.push(...callsOf(site, fn, scene));
  for (const word of ["break;", "continue;"]) if (site.parent.node.type === "IfStatement") options.push([word, 0.5]);
  for (const each of scene.words.returns.get(fn) ?? []) if (each.end - each.start < 80) options.push([`return ${scene.text(each)};`, 0.7]);
  let copied2 = 0;
  const near2 = [
    ...scene.words.statements.get(functionOf(site)) ?? [],
    ...[...scene.words.statements.values()].flatMap((list) => list.slice(0, 3))
  ];
  for (const statement of near2) {
    if (copied2 >= 25 || statement.end - statement.start > 120) continue;
    if (!scene.donors.readable(statement, site)) continue;
    copied2++;
    options.push([scene.text(statement), functionOf(statement) === functionOf(site) ? 0.5 : 0.15]);
  }
  const likely = /^(?:If|For|While|Do)|Declaration$|Method$/.test(site.parent.node.type) ? 2.5 : 1;
  for (const [text2, odds] of options) yield replace(site, `{ ${text2} }`, `body ${brief(text2)}`, odds * likely);
}
function callsOf(site, fn, scene) {
  const own2 = functionName(fn);
  const given = childList(fn, "params").flatMap((param) => param.node.type === "Identifier" ? [param.node.name] : []);
  const known2 = scene.visible(site).filter(({ name, kind, scope }) => name !== own2 && scope !== fn && /^(?:function|import)$/.test(kind));
  const unread2 = unreadAt(site, scene);
  return known2.map(({ name }) => [`return ${name}(${given.join(", ")});`, unread2.has(name) ? 2 : 0.3]).toSorted((a, b) => b[1] - a[1]).slice(0, 8);
}
function counterpartOf(step) {
  for (const [one, other] of COUNTERPARTS) {
    if (step.includes(one)) return step.replace(one, () => other);
    if (step.includes(other)) return step.replace(other, () => one);
  }
  return null;
}
var COUNTERPARTS = [
  ["+=", "-="],
  ["++", "--"],
  ["= true", "= false"],
  [".add(", ".delete("]
];
function* elseAdded(site, scene) {
  if (site.node.type !== "IfStatement" || child(site, "alternate") !== null || !isListed(site)) return;
  const pad = indentOf3(site, scene);
  const fn = functionOf(site);
  const options = [];
  for (const each of (scene.words.returns.get(fn) ?? []).slice(0, 4))
    if (each.end - each.start < 60) options.push([`return ${scene.text(each)};`, 0.5]);
  for (const text2 of ["false", "true", "null"]) options.push([`return ${text2};`, 0.2]);
  const yes = child(site, "consequent");
  const statements = yes?.node.type === "BlockStatement" ? yes.children : yes === null ? [] : [yes];
  for (const only of statements.filter(({ node }) => node.type === "ExpressionStatement").slice(0, MOST_UNDONE)) {
    const expression = child(only, "expression");
    const isStep = expression?.node.type === "UpdateExpression";
    const target = expression === null ? null : isStep ? child(expression, "argument") : child(expression, "left");
    const isAssignment = expression?.node.type === "AssignmentExpression";
    if (target !== null && (isStep || isAssignment)) {
      const isOnly2 = statements.length === 1;
      if (isOnly2 && isAssignment)
        for (const binding of scene.visible(site).slice(0, 5)) options.push([`${scene.text(target)} = ${binding.name};`, 0.3]);
      const isCount2 = isStep || isAssignment && expression.node.operator !== "=";
      for (const [rank, text2] of ["0", "null", "false", "''"].entries()) {
        if (isOnly2 && isAssignment) options.push([`${scene.text(target)} = ${text2};`, isCount2 && rank === 0 ? 0.6 : 0.15]);
        else if (rank === 0 && isCount2) options.push([`${scene.text(target)} = ${text2};`, 0.6]);
      }
    }
    const counterpart = statements.length === 1 ? counterpartOf(scene.text(only)) : null;
    if (counterpart !== null) options.push([counterpart, 3]);
  }
  for (const [text2, odds] of options) yield insert(site.end, ` else {
${pad}  ${text2}
${pad}}`, `else ${brief(text2)}`, odds);
}
var branchFamilies = [
  { name: "branches", share: 0.015, propose: branches2 },
  { name: "results exchanged", share: 8e-3, propose: exchangedResults2 },
  { name: "donor expression", share: 0.06, propose: donors2 },
  { name: "return value", share: 0.01, propose: bareReturn },
  { name: "empty body", share: 0.06, propose: emptyBlock },
  { name: "else branch", share: 0.01, propose: elseAdded }
];

// src/engine/templates/families/built-ins.ts
var MOST_KEYS = 4;
var LONGEST9 = 40;
function* order3(site, scene) {
  if (!isCall(site) || !/^(?:sort|toSorted)$/.test(calleeName(site) ?? "") || childList(site, "arguments").length > 0) return;
  const say = (text2, odds) => insert(site.end - 1, text2, `sorted by ${text2}`, odds);
  yield say("(a, b) => a - b", 1);
  yield say("(a, b) => b - a", 0.5);
  yield say("(a, b) => a.localeCompare(b)", 0.2);
  yield say("(a, b) => a.length - b.length", 0.15);
  for (const key of [...scene.words.properties.keys()].filter((each) => /^[\w$]+$/.test(each)).slice(0, MOST_KEYS))
    yield say(`(a, b) => a.${key} - b.${key}`, 0.1);
  for (const at of ["0", "1"]) yield say(`(a, b) => a[${at}] - b[${at}]`, 0.1);
}
function* shared2(site, scene) {
  if (!isCall(site) || calleeName(site) !== "fill") return;
  const [value, more] = childList(site, "arguments");
  const callee = child(site, "callee");
  const list = callee !== null && isMember(callee) ? child(callee, "object") : null;
  if (value === void 0 || more !== void 0 || list === null || !/^(?:Array|Object|New|Call)Expression$/.test(value.node.type)) return;
  const length = /^(?:New|Call)Expression$/.test(list.node.type) && calleeName(list) === "Array" ? childList(list, "arguments")[0] : void 0;
  const made2 = value.node.type === "ObjectExpression" ? `(${scene.text(value)})` : scene.text(value);
  const text2 = length === void 0 ? `${scene.text(list)}.fill().map(() => ${made2})` : `Array.from({ length: ${scene.text(length)} }, () => ${made2})`;
  yield replace(site, text2, `${brief(scene.text(value))} made for each place`, 1);
}
function* filledIn2(site, scene) {
  if (!isCall(site)) return;
  const callee = child(site, "callee");
  const object2 = callee !== null && isMember(callee) ? child(callee, "object") : null;
  const given = childList(site, "arguments");
  if (object2 !== null && calleeName(site) === "map" && calleeName(object2) === "Array" && given[0] !== void 0) {
    const [length] = childList(object2, "arguments");
    if (length !== void 0)
      yield replace(site, `Array.from({ length: ${scene.text(length)} }, ${scene.text(given[0])})`, "items to go over", 1);
  }
  const instead = /^replace(?:All)?$/.test(calleeName(site) ?? "") ? given[1] : void 0;
  if (instead !== void 0 && !/Function|Literal/.test(instead.node.type)) yield insert(instead.start, "() => ", "put as it is", 0.3);
  const only = calleeName(site) === "Boolean" && object2 === null && given.length === 1 ? given[0] : void 0;
  if (only !== void 0) yield replace(site, `${scene.operand(only)} === 'true'`, `${brief(scene.text(only))} says so`, 0.5);
}
function* remainder(site, scene) {
  if (site.node.type !== "BinaryExpression" || site.node.operator !== "%" || site.end - site.start > LONGEST9) return;
  const [left2, right] = [child(site, "left"), child(site, "right")];
  if (left2 === null || right === null || /\(|\+\+|--/.test(scene.text(right))) return;
  const { parent } = site;
  const isAsked2 = parent?.node.type === "BinaryExpression" && !/^[-+*]$/.test(parent.node.operator);
  const isDifference = /-/.test(scene.text(left2));
  const [of2, by] = [scene.operand(left2), scene.operand(right)];
  yield replace(
    site,
    `(((${of2} % ${by}) + ${by}) % ${by})`,
    `what is left of ${brief(of2)} is not negative`,
    (isDifference ? 1 : 0.4) * (isAsked2 ? 0.3 : 1)
  );
}
function* nearlyEqual2(site, scene) {
  if (site.node.type !== "BinaryExpression" || !/^[!=]==?$/.test(site.node.operator) || site.end - site.start > LONGEST9 * 2) return;
  const [left2, right] = [child(site, "left"), child(site, "right")];
  if (left2 === null || right === null) return;
  const isReckoned2 = [left2, right].some(
    (side) => side.node.type === "BinaryExpression" && /^[-+*/]$/.test(side.node.operator) && !/["'`%]/.test(scene.text(side))
  );
  const isOther = [left2, right].some(
    (side) => !/^(?:Identifier|MemberExpression|CallExpression|NumericLiteral|BinaryExpression)$/.test(side.node.type)
  );
  const isNumber3 = [left2, right].every((side) => isOnly(scene.fit.kindsAt(side), "number"));
  if (isOther || !isReckoned2 && !isNumber3) return;
  const sign = site.node.operator.startsWith("!") ? ">=" : "<";
  const difference2 = `Math.abs(${scene.operand(left2)} - ${scene.operand(right)})`;
  yield replace(site, `${difference2} ${sign} 1e-9`, `${brief(scene.text(site))}, nearly`, isReckoned2 ? 1 : 0.5);
}
function* indexTaken(site, scene) {
  if (site.node.type !== "Identifier" || site.key !== "arguments" || site.index !== 0 || !isRead(site) || site.parent === null) return;
  if (!/^(?:map|flatMap|filter|forEach|find|findIndex|some|every|from)$/.test(calleeName(site.parent) ?? "")) return;
  const name = scene.text(site);
  yield replace(site, `(value) => ${name}(value)`, `${name} of the value alone`, 1);
  if (name === "parseInt") {
    yield replace(site, "Number", "parseInt -> Number", 1);
    yield replace(site, "(value) => parseInt(value, 10)", "parseInt with base 10", 1);
  }
}
function* leapYears2(site, scene) {
  if (!/^(?:Binary|Logical)Expression$/.test(site.node.type) || site.end - site.start > LONGEST9 * 2) return;
  const around2 = scene.text(functionOf(site) ?? scene.program);
  const century = centuryRule(scene.text(site), around2, false);
  if (century !== null) yield replace(site, century, "every fourth century", 1);
  const rule = leapYearRule(scene.text(site), around2, false);
  const outer = site.parent === null ? "" : scene.text(site.parent);
  if (rule !== null && leapYearRule(outer, "", false) === null) yield replace(site, rule, "the whole rule of leap years", 1);
}
function* fromTheEnd2(site, scene) {
  const counted2 = site.node.type === "UnaryExpression" && site.node.operator === "-" ? child(site, "argument") : null;
  if (counted2 === null || counted2.node.type === "NumericLiteral" || site.key !== "arguments" || site.parent === null) return;
  const callee = isCall(site.parent) ? child(site.parent, "callee") : null;
  const object2 = callee !== null && isMember(callee) ? child(callee, "object") : null;
  if (object2 === null || !/^(?:slice|splice|substring|at)$/.test(calleeName(site.parent) ?? "") || object2.end - object2.start > LONGEST9)
    return;
  const text2 = `${scene.text(object2)}.length - ${scene.operand(counted2)}`;
  yield replace(site, text2, `${brief(text2)} from the beginning`, 1);
  yield replace(site, `Math.max(0, ${text2})`, `${brief(text2)} from the beginning, if any`, 0.5);
}
function* bounds(site, scene) {
  const outer = isCall(site) ? calleeName(site) ?? "" : "";
  if (!/^(?:max|min)$/.test(outer) || site.end - site.start > LONGEST9 * 3) return;
  const other = outer === "max" ? "min" : "max";
  const inner = childList(site, "arguments").find((each) => isCall(each) && calleeName(each) === other);
  const hasBound = (call) => childList(call, "arguments").some((each) => each.node.type === "NumericLiteral");
  if (inner !== void 0 && hasBound(outer === "max" ? site : inner)) return;
  const [callee, within3] = [child(site, "callee"), inner === void 0 ? null : child(inner, "callee")];
  if (inner === void 0 || callee === null || within3 === null) return;
  const text2 = scene.text(site);
  const from = within3.start - site.start;
  const turned = (callee2, name) => scene.text(callee2).replace(/\w+$/, name);
  const made2 = `${turned(callee, other)}${text2.slice(callee.end - site.start, from)}${turned(within3, outer)}${text2.slice(within3.end - site.start)}`;
  yield replace(site, made2, `bounds exchanged: ${brief(made2)}`, 1);
}
function* months(site, scene) {
  if (!isCall(site)) return;
  const name = calleeName(site) ?? "";
  if (/^get(?:UTC)?Month$/.test(name)) {
    const isOperand = site.parent?.node.type === "BinaryExpression";
    yield replace(site, isOperand ? `(${scene.text(site)} + 1)` : `${scene.text(site)} + 1`, "months from 1", 1);
  }
  const month = /^(?:Date|UTC)$/.test(name) ? childList(site, "arguments")[1] : void 0;
  if (month === void 0) return;
  if (/ [-+] 1$/.test(scene.text(month))) yield replace(month, scene.text(month).slice(0, -4), "month as it is", 1);
  else yield replace(month, `${scene.operand(month)} - 1`, "months from 0", 1);
}
function* written(site, scene) {
  const name = isCall(site) ? calleeName(site) : null;
  if (name === "toFixed" || name === "toPrecision") yield replace(site, `Number(${scene.text(site)})`, "as a number again", 1);
  const callee = name === "split" ? child(site, "callee") : null;
  const object2 = callee !== null && isMember(callee) ? child(callee, "object") : null;
  const [mark2] = childList(site, "arguments");
  if (object2 !== null && mark2 !== void 0 && /^['"`]{2}$/.test(scene.text(mark2)) && !beginsStatement(site))
    yield replace(site, `[...${scene.text(object2)}]`, "whole characters", 0.5);
  const isText2 = site.node.type === "MemberExpression" && propertyName(site) === "length" && isRead(site) ? child(site, "object") : null;
  if (isText2 !== null && /^[\w$.]+$/.test(scene.text(isText2)))
    yield replace(isText2, `[...${scene.text(isText2)}]`, "whole characters", 0.05);
  if (isCall(site) && /^(?:String|toString)$/.test(name ?? ""))
    for (const [width, odds] of [
      [2, 1],
      [3, 0.3]
    ])
      yield insert(site.end, `.padStart(${width}, '0')`, `${width} digits at least`, odds);
}
function* objectAnswered(site, scene) {
  const body = site.node.type === "ArrowFunctionExpression" ? child(site, "body") : null;
  if (body?.node.type !== "BlockStatement" || body.children.length === 0) return;
  const isPlain2 = body.children.every(
    ({ node }) => node.type === "LabeledStatement" || node.type === "ExpressionStatement" && /^(?:Identifier|SequenceExpression)$/.test(node.expression.type)
  );
  if (isPlain2) yield replace(body, `(${scene.text(body).replaceAll(";", "")})`, "an object answered", 1);
}
var builtInFamilies2 = [
  { name: "order of a list", share: 0.05, propose: order3 },
  { name: "one in all places", share: 0.15, propose: shared2 },
  { name: "filled in", share: 0.06, propose: filledIn2 },
  { name: "what is left", share: 0.01, propose: remainder },
  { name: "nearly equal", share: 0.015, propose: nearlyEqual2 },
  { name: "index taken", share: 0.01, propose: indexTaken },
  { name: "counted from the end", share: 0.02, propose: fromTheEnd2 },
  { name: "bounds", share: 0.03, propose: bounds },
  { name: "months", share: 0.08, propose: months },
  { name: "as it is written", share: 0.03, propose: written },
  { name: "object answered", share: 0.4, propose: objectAnswered },
  { name: "leap years", share: 0.2, propose: leapYears2 }
];

// src/engine/templates/families/calls.ts
function* dropArgument(site, scene) {
  if (!isCall(site)) return;
  const args = childList(site, "arguments");
  for (const [at, arg] of args.entries()) {
    const previous = args[at - 1];
    const next = args[at + 1];
    const [start, end] = previous !== void 0 ? [previous.end, arg.end] : next !== void 0 ? [arg.start, next.start] : [arg.start, arg.end];
    yield { start, end, text: "", label: `without argument ${brief(scene.text(arg))}`, odds: at === args.length - 1 ? 1 : 0.6 };
  }
}
function* swapArguments(site, scene) {
  if (!isCall(site)) return;
  const args = childList(site, "arguments");
  for (let at = 0; at + 1 < args.length; at++) yield* exchange(args[at], args[at + 1], scene, "arguments");
  if (args.length === 3) yield* exchange(args[0], args[2], scene, "arguments");
  const callee = child(site, "callee");
  const receiver = callee !== null && isMember(callee) ? child(callee, "object") : null;
  const only = args[0];
  if (receiver === null || only === void 0 || args.length !== 1 || /Function|Literal|Spread/.test(only.node.type) || scene.text(receiver) === "this")
    return;
  if (/^[A-Z]\w*$/.test(scene.text(receiver))) return;
  yield* exchange(receiver, only, scene, "receiver and argument");
}
function* exchange(a, b, scene, what) {
  if (a === void 0 || b === void 0 || scene.text(a) === scene.text(b)) return;
  const text2 = scene.text(b) + scene.file.text.slice(a.end, b.start) + scene.text(a);
  yield { start: a.start, end: b.end, text: text2, label: `${what} swapped: ${brief(text2)}`, odds: 1 };
}
function* addArgument(site, scene) {
  if (!isCall(site)) return;
  const args = childList(site, "arguments");
  const name = calleeName(site);
  const options = /* @__PURE__ */ new Map();
  const used = new Set(args.map(scene.text));
  for (const other of name === null ? [] : scene.words.calls.get(name) ?? []) {
    const more = childList(other, "arguments")[args.length];
    if (other !== site && more !== void 0 && more.end - more.start < 60) options.set(scene.text(more), 1);
  }
  const fn = functionOf(site);
  for (const binding of scene.visible(site)) {
    if (binding.kind === "import" || binding.kind === "function" || binding.scope.node.type === "Program" || used.has(binding.name))
      continue;
    if (binding.kind !== "param" && binding.until > site.start || isUnset(binding, site)) continue;
    if (!options.has(binding.name)) options.set(binding.name, binding.kind === "param" && binding.scope === fn ? 0.5 : 0.3);
  }
  for (const [text2, odds] of [
    ["0", 0.2],
    ["1", 0.25],
    ["true", 0.25],
    ["false", 0.15],
    ["{}", 0.15],
    ["''", 0.2],
    ["-1", 0.1],
    ["null", 0.15],
    ["10", name === "parseInt" ? 1.5 : 0.02],
    ["' '", 0.08],
    ["','", 0.05],
    ["[]", 0.05]
  ]) {
    if (!options.has(text2)) options.set(text2, odds);
  }
  if (args.length === 0) for (const [rank, text2] of (TELLING2.get(name ?? "") ?? []).entries()) options.set(text2, 1.5 / (1 + rank / 2));
  const isIgnored = args.length >= (TAKES[name ?? ""] ?? Number.POSITIVE_INFINITY);
  for (const [text2, odds] of [...options].sort((a, b) => b[1] - a[1]).slice(0, 16)) {
    yield* argumentAt(site, args, text2, isIgnored ? odds * OF_IGNORED : odds);
  }
}
var TELLING2 = new Map(
  Object.entries({
    ...{ flat: ["Infinity", "2"], toString: ["2", "16", "36"], join: ["''", "' '", "','"], split: ["''", "' '", "','"] },
    ...{ fill: ["0", "null", "''", "false"], toFixed: ["2", "1"], slice: ["1", "0, -1"] }
  })
);
var TAKES = {
  ...{ trim: 0, toLowerCase: 0, toUpperCase: 0, pop: 0, shift: 0, reverse: 0, keys: 1, values: 1, entries: 1 },
  ...{ add: 1, has: 1, get: 1, delete: 1, at: 1, charAt: 1, charCodeAt: 1, codePointAt: 1, test: 1, exec: 1, match: 1 },
  ...{
    abs: 1,
    floor: 1,
    ceil: 1,
    round: 1,
    trunc: 1,
    sqrt: 1,
    sign: 1,
    isArray: 1,
    isInteger: 1,
    isNaN: 1,
    Number: 1,
    String: 1,
    Boolean: 1
  }
};
var OF_IGNORED = 0.2;
function* argumentAt(site, args, text2, odds) {
  const last = args.at(-1);
  const first = args[0];
  if (last === void 0 || first === void 0) {
    yield insert(site.end - 1, text2, `argument ${text2}`, site.node.type === "NewExpression" ? odds * 0.5 : odds);
    return;
  }
  yield insert(last.end, `, ${text2}`, `argument ${text2} added`, odds);
  yield insert(first.start, `${text2}, `, `argument ${text2} put first`, odds * 0.25);
}
function* donorArgument(site, scene) {
  if (site.key !== "arguments" || site.parent === null || !isCall(site.parent)) return;
  const name = calleeName(site.parent);
  const seen = /* @__PURE__ */ new Set([scene.text(site)]);
  for (const other of name === null ? [] : (scene.words.calls.get(name) ?? []).slice(0, 60)) {
    const donor = childList(other, "arguments")[site.index];
    if (donor === void 0 || donor.end - donor.start > 60 || seen.has(scene.text(donor)) || seen.size > 8) continue;
    seen.add(scene.text(donor));
    if (!/=>|function/.test(scene.text(donor)) && !scene.donors.readable(donor, site)) continue;
    const odds = (functionOf(other) === functionOf(site) ? 1 : 0.6) * scene.fit.ofValue(donor, site);
    yield replace(site, scene.text(donor), `argument ${brief(scene.text(donor))}`, odds);
  }
}
function* unwrap(site, scene) {
  if (!isCall(site) || site.node.type === "NewExpression") return;
  const args = childList(site, "arguments");
  const callee = child(site, "callee");
  if (callee === null) return;
  const only = args[0];
  const statement = site.parent?.node.type === "ExpressionStatement";
  if (args.length >= 1 && only !== void 0 && !statement && only.node.type !== "SpreadElement") {
    yield replace(site, scene.operand(only), `without call of ${brief(scene.text(callee))}`, args.length === 1 ? 1 : 0.4);
  }
  const object2 = isMember(callee) ? child(callee, "object") : null;
  if (object2 !== null && !statement && !/^[A-Z]\w*$|^this$|^super$/.test(scene.text(object2))) {
    yield replace(
      site,
      scene.text(object2),
      `without ${brief(scene.file.text.slice(object2.end, site.end))}`,
      site.key === "object" ? 0.8 : 1
    );
  }
  if (args.length === 0 && !statement) yield replace(site, scene.text(callee), `${brief(scene.text(callee))} not called`, 0.4);
}
var WRAPPERS = {
  number: [
    ["Math.abs(", ")", 1],
    ["Math.floor(", ")", 1],
    ["Math.round(", ")", 0.5],
    ["Math.ceil(", ")", 0.5],
    ["Math.max(0, ", ")", 0.5],
    ["Math.trunc(", ")", 0.3],
    ["Math.sqrt(", ")", 0.3],
    ["Number(", ")", 0.5],
    ["String(", ")", 0.2]
  ],
  text: [
    ["", ".trim()", 0.5],
    ["", ".toLowerCase()", 0.5],
    ["", ".toUpperCase()", 0.25],
    ["String(", ")", 0.5],
    ["", ".toString()", 0.4],
    ["encodeURIComponent(", ")", 0.1]
  ],
  any: [
    ["String(", ")", 0.4],
    ["Number(", ")", 0.35],
    ["", ".toString()", 0.3],
    ["parseInt(", ", 10)", 0.2],
    ["Boolean(", ")", 0.15],
    ["Object.keys(", ")", 0.15],
    ["", ".slice()", 0.3],
    ["", ".reverse()", 0.3],
    ["", ".sort()", 0.3],
    ["", ".trim()", 0.25],
    ["", ".toLowerCase()", 0.25],
    ["", ".filter(Boolean)", 0.1],
    ["", ".join('')", 0.2],
    ["", ".split('')", 0.15],
    ["[", "]", 0.3],
    ["[...", "]", 0.15],
    ["Math.abs(", ")", 0.2],
    ["Math.floor(", ")", 0.2],
    ["[...new Set(", ")]", 0.08],
    ["", ".slice(1)", 0.15],
    ["", ".slice(0, -1)", 0.1],
    ["", ".split('').reverse().join('')", 0.04],
    ["Array.from(", ")", 0.1],
    ["JSON.stringify(", ")", 0.05],
    ["", ".toUpperCase()", 0.1],
    ["", ".length", 0.2]
  ]
};
function* wrap(site, scene) {
  const key = site.key;
  const parent = site.parent?.node.type ?? "";
  if (!isRead(site) || parent === "ExpressionStatement" || /Await|Spread|Property|Throw|TSAs/.test(parent)) return;
  const place = /^(argument|arguments|init|right|left|object|value|body|test)$/.test(key) || parent === "BinaryExpression";
  if (!place || /Function|Object|Array|Boolean|Null|RegExp|Template|Assignment|This|Logical|Super|Class|BlockS/.test(site.node.type))
    return;
  const text2 = scene.text(site);
  if (text2 === "undefined" || text2.length > 120 || site.node.type === "NumericLiteral" && key !== "right" || site.node.type === "StringLiteral")
    return;
  const kind = numeric(site, scene) ? "number" : textual(site, scene) ? "text" : "any";
  const reach = key === "object" ? 0.4 : key === "left" || key === "test" ? 0.6 : 1;
  const operand2 = scene.operand(site);
  for (const [before, after, odds] of WRAPPERS[kind]) {
    if (before === "Math.floor(" && site.parent?.node.type === "BinaryExpression" && kind === "any") continue;
    const made2 = before === "" ? `${operand2}${after}` : `${before}${text2}${after}`;
    yield replace(site, made2, `${brief(text2)} -> ${brief(made2)}`, odds * reach);
  }
  const visible = scene.names(site);
  const own2 = [...scene.words.wrappers].filter(([name]) => visible.has(name) && !text2.startsWith(`${name}(`)).sort((a, b) => b[1] - a[1]);
  const unused = unreadAt(site, scene);
  for (const { name, id } of scene.visible(site).filter((each) => unused.has(each.name)).slice(0, MOST_UNUSED))
    if (isCalledByOne(id) && functionOf(site) !== id.parent) yield replace(site, `${name}(${text2})`, `${name}(${brief(text2)})`, 2 * reach);
  for (const [name, uses] of own2.slice(0, 8))
    yield replace(site, `${name}(${text2})`, `${name}(${brief(text2)})`, Math.min(0.6, 0.2 + uses / 20) * reach);
}
var MOST_UNUSED = 3;
function isCalledByOne({ parent }) {
  const fn = parent?.node.type === "VariableDeclarator" ? child(parent, "init") : parent;
  return fn !== null && isFunction(fn) && childList(fn, "params").length === 1;
}
function numeric(site, scene) {
  const node = site.node;
  if (node.type === "BinaryExpression") return /^[-*/%]$/.test(node.operator) || node.operator === "+" && !/['"`]/.test(scene.text(site));
  if (node.type === "Identifier" && scene.words.uses.get(node.name)?.has("number")) return true;
  return isOnly(scene.fit.kindsAt(site), "number");
}
function textual(site, scene) {
  const node = site.node;
  if (node.type === "TemplateLiteral" || node.type === "BinaryExpression" && /['"`]/.test(scene.text(site))) return true;
  return isOnly(scene.fit.kindsAt(site), "string");
}
function* methodAdded(site, scene) {
  if (site.node.type !== "Identifier" || !isRead(site) || site.key === "object") return;
  if (site.key === "callee" || !/^(argument|arguments|init|right|left|value)$/.test(site.key)) return;
  const name = site.node.name;
  if (scene.words.uses.get(name)?.has("called")) yield insert(site.end, "()", `${name}()`, 0.8);
  for (const [method] of [...scene.words.ofReceiver.get(name) ?? []].filter(([each]) => scene.words.methods.has(each)).slice(0, 3)) {
    yield insert(site.end, `.${method}()`, `${name}.${method}()`, 0.3);
  }
}
var callFamilies = [
  { name: "argument dropped", share: 0.02, propose: dropArgument },
  { name: "arguments swapped", share: 0.012, propose: swapArguments },
  { name: "argument added", share: 0.04, propose: addArgument },
  { name: "argument of another call", share: 0.025, propose: donorArgument },
  { name: "call unwrapped", share: 0.025, propose: unwrap },
  { name: "call wrapped", share: 0.025, propose: wrap },
  { name: "method call added", share: 0.012, propose: methodAdded }
];

// src/engine/templates/families/conditions.ts
function conditionNames(site, scene, most2 = 8) {
  const own2 = /* @__PURE__ */ new Set();
  const known2 = scene.names(site);
  for (const each of walk(site)) {
    if (each.node.type === "Identifier" && isRead(each) && each.key !== "callee" && known2.has(each.node.name)) own2.add(each.node.name);
    if (isMember(each) && each.end - each.start <= 30 && each.key !== "callee") {
      const [root = ""] = /^[\w$]+/.exec(scene.text(each)) ?? [];
      if (root === "this" || known2.has(root)) own2.add(scene.text(each));
    }
  }
  const visible = scene.visible(site);
  for (const binding of visible) if (binding.kind === "param") own2.add(binding.name);
  for (const binding of visible) {
    if (/^(let|var|const|catch)$/.test(binding.kind) && binding.until < site.start && binding.scope.node.type !== "Program" && !isUnset(binding, site))
      own2.add(binding.name);
  }
  const { said } = scene.clues;
  return [...own2].toSorted((a, b) => Number(said.has(b)) - Number(said.has(a))).slice(0, most2);
}
var PREDICATE = /^(?:is|has|can|should|was|no|found)[A-Z_]/;
var MEANT = [
  [/(?:true|false)$/, ["boolean"]],
  [/\.length\b/, ["string", "array"]],
  [/^!?Array\.isArray/, ["array"]],
  [/[=<>] -?\d+$/, ["number"]],
  [/[=!]==? ['"]/, ["string"]],
  [/(?:undefined|null)$/, ["nothing"]]
];
var ALWAYS_TRUE = /* @__PURE__ */ new Set(["array", "object", "function", "class", "regexp", "map", "set", "promise"]);
var SENSELESS = 0.1;
var TELLING3 = 2;
var KNOWN_KIND = 0.3;
function senseOf(test, kinds2) {
  if (kinds2 === null) return 1;
  if (/^!?[\w$]+$/.test(test)) return [...kinds2].every((kind) => ALWAYS_TRUE.has(kind)) ? SENSELESS : 1;
  if (/^typeof /.test(test)) return kinds2.size > 1 ? 1 : KNOWN_KIND;
  const [, meant2] = MEANT.find(([pattern2]) => pattern2.test(test)) ?? [];
  if (meant2 === void 0) return 1;
  return meant2.some((kind) => kinds2.has(kind)) ? kinds2.size === 1 ? TELLING3 : 1 : SENSELESS;
}
function testsOf2(name, site, scene) {
  const kinds2 = scene.fit.kindsNamed(name, site);
  return allTestsOf(name).map(([test, odds]) => [test, odds * senseOf(test, kinds2)]).sort((a, b) => b[1] - a[1]);
}
function allTestsOf(name) {
  return [
    [name, 1],
    [`!${name}`, 1],
    [`${name} === undefined`, 0.5],
    [`${name} !== undefined`, 0.5],
    [`${name} === null`, 0.35],
    [`${name} !== null`, 0.35],
    [`${name} == null`, 0.35],
    [`${name} != null`, 0.35],
    [`typeof ${name} === 'string'`, 0.4],
    [`typeof ${name} === 'function'`, 0.4],
    [`typeof ${name} === 'object'`, 0.3],
    [`typeof ${name} !== 'string'`, 0.25],
    [`typeof ${name} === 'undefined'`, 0.25],
    [`typeof ${name} === 'number'`, 0.25],
    [`${name} === ''`, 0.4],
    [`Array.isArray(${name})`, 0.4],
    [`!Array.isArray(${name})`, 0.2],
    [`${name}.length`, 0.3],
    [`!${name}.length`, 0.3],
    [`${name}.length > 0`, 0.25],
    [`${name}.length > 1`, 0.2],
    [`${name}.length === 0`, 0.25],
    [`${name} > 0`, 0.15],
    [`${name} > 1`, 0.12],
    [`${name} < 0`, 0.15],
    [`${name} >= 0`, 0.12],
    [`${name} !== -1`, 0.12],
    [`${name} < 1`, 0.12],
    [`${name} === 0`, 0.15],
    [`${name} !== 0`, 0.1]
  ];
}
function donorConditions(site, scene, most2) {
  const fn = functionOf(site);
  const found3 = /* @__PURE__ */ new Map();
  for (const donor of (scene.words.conditions.get(fn) ?? []).slice(0, 60)) {
    if (donor !== site && donor.end - donor.start < 80) found3.set(scene.operand(donor), Math.abs(donor.line - site.line) < 6 ? 1 : 0.8);
  }
  for (const donor of scene.donors.foreignConditions(fn)) if (!found3.has(donor)) found3.set(donor, 0.35);
  return [...found3].sort((a, b) => b[1] - a[1]).slice(0, most2);
}
var OF_SEVERAL = 0.5;
function isTruthOperand(site, scene) {
  const { parent } = site;
  if (parent?.node.type !== "LogicalExpression" || parent.node.operator === "??" || !isRead(site)) return false;
  const beside2 = child(parent, site.key === "left" ? "right" : "left");
  return [site, beside2].some((each) => each !== null && (isComparison2(each) || isTruth(each, scene)));
}
function isComparison2({ node }) {
  if (node.type === "UnaryExpression") return node.operator === "!";
  return node.type === "BinaryExpression" && /^(?:[<>]=?|[=!]==?|in|instanceof)$/.test(node.operator);
}
function* negate(site, scene) {
  if (!isCondition(site) && !isTruthOperand(site, scene)) return;
  const node = site.node;
  if (site.parent?.node.type === "UnaryExpression" || node.type === "BooleanLiteral") return;
  if (node.type === "UnaryExpression" && node.operator === "!") {
    const argument = child(site, "argument");
    if (argument !== null) yield replace(site, scene.text(argument), `without !: ${brief(scene.text(argument))}`, 1.2);
    return;
  }
  const comparison2 = node.type === "BinaryExpression" && /^[<>=!]/.test(node.operator);
  const odds = comparison2 ? 0.2 : node.type === "LogicalExpression" ? OF_SEVERAL : 1;
  yield replace(site, `!${scene.operand(site)}`, `negated: ${brief(scene.text(site))}`, odds);
}
function* negateValue(site, scene) {
  if (isCondition(site) || isTruthOperand(site, scene) || !isRead(site) || site.parent?.node.type === "UnaryExpression") return;
  const node = site.node;
  const returned = site.key === "argument" && site.parent?.node.type === "ReturnStatement";
  const arrow = site.key === "body" && site.parent?.node.type === "ArrowFunctionExpression";
  const operand2 = site.parent?.node.type === "LogicalExpression" || site.key === "init" || site.key === "right";
  if (!returned && !arrow && !operand2) return;
  const truth3 = node.type === "BinaryExpression" ? /^(in|instanceof)$/.test(node.operator) : /Call|Logical|Identifier|Member/.test(node.type);
  if (truth3) yield replace(site, `!${scene.operand(site)}`, `negated: ${brief(scene.text(site))}`, returned || arrow ? 0.8 : 0.3);
  const isNot = node.type === "UnaryExpression" && node.operator === "!" && child(site, "argument")?.node.type !== "UnaryExpression";
  if (isNot) yield replace(site, `!${scene.text(site)}`, `negated: ${brief(scene.text(site))}`, returned || arrow ? 0.5 : 0.2);
}
function* negateHanded(site, scene) {
  if (!/^(?:arguments|value|elements|consequent|alternate)$/.test(site.key) || isCondition(site) || !isRead(site)) return;
  if (isTruth(site, scene)) yield replace(site, `!${scene.operand(site)}`, `negated: ${brief(scene.text(site))}`);
}
function isTruth(site, scene) {
  if (!/^(?:Identifier|(?:Optional)?(?:Member|Call)Expression)$/.test(site.node.type)) return false;
  const kinds2 = scene.fit.kindsAt(site);
  const name = isCall(site) ? calleeName(site) : propertyName(site) ?? scene.text(site);
  return kinds2 === null ? PREDICATE.test(name ?? "") : isOnly(kinds2, "boolean");
}
function* dropOperand(site, scene) {
  const node = site.node;
  if (node.type !== "LogicalExpression") return;
  const left2 = child(site, "left");
  const right = child(site, "right");
  if (left2 === null || right === null) return;
  const nested = site.parent?.node.type === "LogicalExpression";
  const keep = (kept3) => nested || !isExpression(site) ? scene.operand(kept3) : scene.text(kept3);
  yield replace(site, keep(left2), `without ${node.operator} ${brief(scene.text(right))}`, 1);
  yield replace(site, keep(right), `without ${brief(scene.text(left2))} ${node.operator}`, 0.9);
}
function* addOperand(site, scene) {
  if (!isCondition(site) || site.node.type === "BooleanLiteral" || site.parent?.node.type === "LogicalExpression" || site.parent?.node.type === "UnaryExpression")
    return;
  const test = scene.operand(site);
  const or = site.node.type === "LogicalExpression" && site.node.operator === "||" ? `(${scene.text(site)})` : scene.text(site);
  const options = donorConditions(site, scene, 8);
  for (const [at, name] of conditionNames(site, scene).entries()) {
    if (name.includes("(")) continue;
    for (const [text2, odds] of testsOf2(name, site, scene).slice(0, 20)) options.push([text2, odds * (at < 3 ? 0.5 : 0.25)]);
  }
  for (const [donor, odds] of options.sort((a, b) => b[1] - a[1]).slice(0, 30)) {
    if (scene.text(site).includes(donor)) continue;
    yield replace(site, `${or} && ${donor}`, `and ${brief(donor)}`, odds);
    yield replace(site, `${simpler(site) ? scene.text(site) : test} || ${donor}`, `or ${brief(donor)}`, odds * 0.8);
    if (!donor.startsWith("!"))
      yield replace(site, `${or} && !${/^[\w.]+$/.test(donor) ? donor : `(${donor})`}`, `and not ${brief(donor)}`, odds * 0.4);
    if (/\.|length/.test(scene.text(site))) yield replace(site, `${donor} && ${test}`, `${brief(donor)} and`, odds * 0.4);
  }
}
function simpler(site) {
  return site.node.type !== "ConditionalExpression" && site.node.type !== "AssignmentExpression";
}
function* swapCondition(site, scene) {
  if (!isCondition(site) || site.node.type === "BooleanLiteral" || site.parent?.node.type === "UnaryExpression") return;
  for (const [donor, odds] of donorConditions(site, scene, 6)) {
    if (donor !== scene.text(site)) yield replace(site, donor, `condition ${brief(donor)}`, odds * 0.4);
  }
}
function* guardAround(site, scene) {
  if (!isListed(site) || site.node.type !== "ExpressionStatement") return;
  const test = (text2, odds) => replace(site, `if (${text2}) ${scene.text(site)}`, `only if ${brief(text2)}`, odds);
  for (const [at, name] of conditionNames(site, scene).slice(0, 4).entries()) {
    for (const [text2, odds] of testsOf2(name, site, scene).slice(0, 16)) yield test(text2, odds / (1 + at));
  }
  for (const [donor, odds] of donorConditions(site, scene, 5)) yield test(donor, odds * 0.6);
}
var conditionFamilies = [
  { name: "condition negated", share: 0.06, propose: negate },
  { name: "truth negated", share: 0.012, propose: negateValue },
  { name: "truth handed on negated", share: 0.03, propose: negateHanded },
  { name: "operand dropped", share: 0.04, propose: dropOperand },
  { name: "operand added", share: 0.06, propose: addOperand },
  { name: "condition replaced", share: 0.03, propose: swapCondition },
  { name: "guard around", share: 0.02, propose: guardAround }
];

// src/engine/templates/families/cases.ts
var VALUES = ["null", "undefined", "''", "0", "false", "true", "-1"];
var LONGEST10 = 4e3;
function subjectOf(site, scene) {
  const { node } = site;
  const inner = node.type === "BinaryExpression" ? child(site, "left") : node.type === "UnaryExpression" ? child(site, "argument") : site;
  const seen = inner?.node.type === "UnaryExpression" && inner.node.operator === "typeof" ? child(inner, "argument") : inner;
  if (seen === null || !(seen.node.type === "Identifier" || isMember(seen)) || seen.end - seen.start > 40) return null;
  return scene.text(seen);
}
function keepsOut({ node }) {
  if (node.type === "BinaryExpression") return /^={2,3}$/.test(node.operator);
  return node.type === "UnaryExpression" && node.operator === "!";
}
function casesOf(site, subject, scene) {
  const here = scene.text(site);
  const not = keepsOut(site) ? "=" : "!";
  const values = VALUES.map((value, at) => [`${subject} ${not}== ${value}`, 1 / (1 + at / 3)]);
  const kinds2 = ["string", "object", "function", "number"].map((kind) => [`typeof ${subject} ${not}== '${kind}'`, 0.4]);
  const lists2 = [[`${not === "!" ? "!" : ""}Array.isArray(${subject})`, 0.4]];
  return [...values, ...kinds2, ...lists2].filter(([text2]) => text2 !== here && !here.includes(text2));
}
function* furtherCase(site, scene) {
  const { parent } = site;
  if (parent?.node.type !== "LogicalExpression" || parent.node.operator === "??" || site.node.type === "LogicalExpression") return;
  if (!isExpression(site) || site.end - site.start > 80) return;
  const subject = subjectOf(site, scene);
  const join = keepsOut(site) ? "||" : "&&";
  const own2 = scene.text(site);
  const options = subject === null ? [] : casesOf(site, subject, scene);
  for (const [text2, odds] of options) {
    const made2 = join === parent.node.operator ? `${own2} ${join} ${text2}` : `(${own2} ${join} ${text2})`;
    yield replace(site, made2, `${brief(own2)} ${join} ${text2}`, odds);
  }
  for (const [donor, odds] of donorConditions(site, scene, 6)) {
    if (donor === own2 || donor.includes(own2)) continue;
    const other = parent.node.operator === "&&" ? "||" : "&&";
    yield replace(site, `(${scene.operand(site)} ${other} ${donor})`, `${brief(own2)} ${other} ${brief(donor)}`, odds * 0.4);
  }
}
function* everywhere(site, scene) {
  if (site.node.type !== "BinaryExpression" && site.node.type !== "UnaryExpression") return;
  if (site.key !== "test" || site.end - site.start > 60) return;
  const own2 = scene.text(site);
  const subject = subjectOf(site, scene);
  if (subject === null) return;
  const places2 = [];
  for (const each of walk(scene.program)) {
    if (each.key === "test" && each.node.type === site.node.type && scene.text(each) === own2) places2.push(each);
  }
  const [first, last] = [places2[0], places2.at(-1)];
  if (places2.length < 2 || first !== site || last === void 0 || last.end - first.start > LONGEST10) return;
  const join = keepsOut(site) ? "||" : "&&";
  for (const [text2, odds] of casesOf(site, subject, scene)) {
    let made2 = "";
    let from = first.start;
    for (const place of places2) {
      made2 += `${scene.file.text.slice(from, place.start)}${own2} ${join} ${text2}`;
      from = place.end;
    }
    yield { start: first.start, end: last.end, text: made2, label: `every ${brief(own2)} ${join} ${text2}`, odds };
  }
}
var caseFamilies = [
  { name: "further case", share: 0.03, propose: furtherCase },
  { name: "further case throughout", share: 0.012, propose: everywhere }
];

// src/engine/templates/families/room.ts
var JUMP3 = /^(?:Return|Throw|Break|Continue)Statement$/;
function placesAt2(site, scene) {
  if (!isListed(site) || site.parent === null) return [];
  const list = childList(site.parent, site.key);
  const { start, end } = site;
  const [isFirst, isLast2, isJump2] = [list[0] === site, list.at(-1) === site, JUMP3.test(site.node.type)];
  return placesAround({ start, end, isFirst, isLast: isLast2, isJump: isJump2, indent: indentOf3(site, scene) });
}
function isGivenAt(name, at, site, scene) {
  const binding = scene.visible(site).find((each) => each.name === name);
  if (binding === void 0) return false;
  return binding.kind === "param" || binding.until <= at || functionOf(binding.id) !== functionOf(site);
}

// src/engine/templates/families/classmates.ts
var MOST_KNOWN2 = 200;
var MOST_UPDATES2 = 8;
var MOST_HABITS2 = 6;
var LONGEST11 = 40;
var updatesOf2 = /* @__PURE__ */ new WeakMap();
function updatesIn2(owner, scene) {
  const known2 = updatesOf2.get(owner);
  if (known2 !== void 0) return known2;
  const ofMethod = /* @__PURE__ */ new Map();
  const statements = /* @__PURE__ */ new Map();
  for (const method of childList(owner, "body")) {
    if (method.node.type !== "ClassMethod") continue;
    const own2 = /* @__PURE__ */ new Set();
    for (const statement of scene.words.statements.get(method) ?? []) {
      const text2 = scene.text(statement);
      const member = /^(?:\+\+|--)?this\.([\w$]+)(?:\+\+|--|\s*[-+*/]?=(?!=))/.exec(text2)?.[1];
      if (member === void 0) continue;
      own2.add(member);
      if (isConstructor(method) || text2.length > LONGEST11) continue;
      const ofClass = isStatic(method);
      const key = `${ofClass} ${text2}`;
      const update = statements.get(key) ?? { text: text2, member, statement, ofClass, times: 0 };
      update.times += 1;
      if (statements.size < MOST_KNOWN2) statements.set(key, update);
    }
    ofMethod.set(method, own2);
  }
  const made2 = { ofMethod, statements: [...statements.values()] };
  updatesOf2.set(owner, made2);
  return made2;
}
function* updates2(site, scene) {
  const fn = functionOf(site);
  if (fn?.node.type !== "ClassMethod" || fn.node.kind !== "method" || fn.parent === null || site.parent !== child(fn, "body")) return;
  const { ofMethod, statements } = updatesIn2(fn.parent, scene);
  const found3 = /* @__PURE__ */ new Map();
  for (const { text: text2, member, statement, ofClass, times } of statements) {
    if (ofClass !== isStatic(fn) || ofMethod.get(fn)?.has(member) === true || !scene.donors.readable(statement, site)) continue;
    found3.set(text2, (found3.get(text2) ?? 0) + times);
    const back = takenBack(text2);
    if (back !== text2) found3.set(back, (found3.get(back) ?? 0) + 0.6 * times);
  }
  const likely = [...found3].toSorted((a, b) => b[1] - a[1]).slice(0, MOST_UPDATES2);
  for (const [text2, times] of likely)
    for (const { at, write, odds } of placesAt2(site, scene)) yield insert(at, write(text2), brief(text2), odds * Math.min(2, times));
}
function* habits2(site, scene) {
  const fn = functionOf(site);
  if (fn?.node.type !== "ClassMethod" || fn.node.kind !== "method" || fn.parent === null || site.parent !== child(fn, "body")) return;
  const own2 = scene.text(fn);
  const indent = indentOf3(site, scene);
  const found3 = /* @__PURE__ */ new Map();
  for (const method of childList(fn.parent, "body")) {
    const body = child(method, "body");
    if (method === fn || body === null || method.node.type !== "ClassMethod" || isStatic(method) !== isStatic(fn)) continue;
    const statements = childList(body, "body");
    for (const [at, one] of statements.entries()) {
      const next = statements[at + 1];
      if (!isCallOnMember(one, scene)) continue;
      if (!own2.includes(scene.text(one))) found3.set(scene.text(one), [one]);
      if (next !== void 0 && isCallOnMember(next, scene)) found3.set(`${scene.text(one)}
${indent}${scene.text(next)}`, [one, next]);
    }
  }
  const readable = [...found3].filter(([, statements]) => statements.every((each) => scene.donors.readable(each, site)));
  for (const [text2, statements] of readable.slice(0, MOST_HABITS2)) {
    const names2 = statements.flatMap((each) => [...walk(each)]).flatMap(({ node, key }) => node.type === "Identifier" && key !== "property" ? node.name : []);
    for (const { at, write, odds } of placesAt2(site, scene))
      if (names2.every((name) => isGivenAt(name, at, site, scene))) yield insert(at, write(text2), brief(text2), odds);
  }
}
function isCallOnMember(site, scene) {
  const call = site.node.type === "ExpressionStatement" ? child(site, "expression") : null;
  return call?.node.type === "CallExpression" && site.end - site.start <= LONGEST11 && /^this\.#?[\w$]+(?:\.[\w$]+)?\(/.test(scene.text(call));
}
var classmateFamilies = [
  { name: "member updated", share: 0.03, propose: updates2 },
  { name: "habit of the class", share: 0.04, propose: habits2 }
];

// src/engine/templates/families/comparing.ts
var LONGEST12 = 60;
var SIMPLE2 = /^(?:Identifier|MemberExpression|OptionalMemberExpression|CallExpression)$/;
var sidesOf3 = (site) => {
  const [left2, right] = [child(site, "left"), child(site, "right")];
  return site.node.type === "BinaryExpression" && left2 !== null && right !== null ? [left2, right] : null;
};
var operatorOf2 = ({ node }) => node.type === "BinaryExpression" ? node.operator : "";
function* grouped2(site, scene) {
  const sides = sidesOf3(site);
  if (sides === null) return;
  const [left2, right] = sides;
  const operator = operatorOf2(site);
  const denied = left2.node.type === "UnaryExpression" && left2.node.operator === "!" ? child(left2, "argument") : null;
  if (denied !== null && /^(?:in|instanceof|[=!]==?)$/.test(operator))
    yield replace(site, `!(${scene.operand(denied)} ${operator} ${scene.operand(right)})`, `not ${brief(scene.text(site).slice(1))}`, 1);
  const inner = sidesOf3(left2);
  const { parent } = site;
  if (inner !== null && /^[=!]==?$/.test(operator) && operatorOf2(left2) === "+" && parent?.node.type === "ConditionalExpression" && site.key === "test") {
    const rest3 = scene.file.text.slice(inner[1].start, parent.end);
    yield replace(parent, `${scene.text(inner[0])} + (${rest3})`, `${brief(scene.text(inner[0]))} added to either`, 1);
  }
  if (inner !== null && /^(?:[<>]=?|===?)$/.test(operator) && /^(?:[<>]=?|===?)$/.test(operatorOf2(left2))) {
    const between2 = scene.operand(inner[1]);
    yield replace(site, `${scene.text(left2)} && ${between2} ${operator} ${scene.operand(right)}`, `${brief(between2)} compared with both`, 1);
  }
}
function* defaultFirst(site, scene) {
  if (site.node.type !== "LogicalExpression" || site.node.operator === "&&" || isCondition(site)) return;
  const [left2, right] = [child(site, "left"), child(site, "right")];
  const sides = right === null ? null : sidesOf3(right);
  if (left2 === null || right === null || sides === null || !/^[-+*/%]$/.test(operatorOf2(right)) || scene.file.text[right.end] === ")")
    return;
  const text2 = `(${scene.text(left2)} ${site.node.operator} ${scene.text(sides[0])}) ${operatorOf2(right)} ${scene.text(sides[1])}`;
  yield replace(site, text2, `default of ${brief(scene.text(left2))} alone`, 1);
}
function* alike2(site, scene) {
  const sides = sidesOf3(site);
  const operator = operatorOf2(site);
  if (sides === null || !/^[=!]==?$/.test(operator)) return;
  const [left2, right] = sides.map(scene.text);
  const not = operator.startsWith("!") ? "!" : "";
  if (right === "NaN" || left2 === "NaN")
    yield replace(site, `${not}Number.isNaN(${right === "NaN" ? left2 : right})`, "is not a number", 20);
  if (!sides.every((side) => SIMPLE2.test(side.node.type)) || site.end - site.start > LONGEST12) return;
  const kinds2 = sides.map((side) => scene.fit.kindsAt(side));
  if (kinds2.some((each2) => each2 !== null && !each2.has("array") && !each2.has("object"))) return;
  const known2 = kinds2.every((each2) => isOnly(each2, "array")) ? 3 : kinds2.some((each2) => each2?.has("array")) ? 1 : 0.3;
  yield replace(site, `JSON.stringify(${left2}) ${operator} JSON.stringify(${right})`, `${brief(left2)} as its text`, known2);
  const each = `${left2}.length === ${right}.length && ${left2}.every((each, at) => each === ${right}[at])`;
  yield replace(site, not === "" ? each : `!(${each})`, `${brief(left2)} item by item`, known2);
}
function* numbers2(site, scene) {
  const sides = sidesOf3(site);
  const operator = operatorOf2(site);
  if (sides === null || !/^(?:[<>]=?|[-+])$/.test(operator) || site.end - site.start > LONGEST12) return;
  if (!sides.every((side) => SIMPLE2.test(side.node.type))) return;
  const kinds2 = sides.map((side) => scene.fit.kindsAt(side));
  const [left2, right] = sides.map(scene.text);
  if (!kinds2.every((each) => isOnly(each, "number")) && operator !== "-")
    yield replace(site, `Number(${left2}) ${operator} Number(${right})`, `${brief(scene.text(site))} as numbers`, 1);
  if (/^[-+]$/.test(operator) && !kinds2.some((each) => isOnly(each, "string")))
    yield replace(site, `(${left2} ?? 0) ${operator} (${right} ?? 0)`, `${brief(scene.text(site))}, where they are there`, 0.5);
}
function* own(site, scene) {
  const sides = sidesOf3(site);
  if (sides !== null && /^===?$/.test(operatorOf2(site)) && /^typeof [\w$.]+$/.test(scene.text(sides[0]))) {
    const name = scene.text(sides[0]).slice(7);
    const around2 = scene.text(functionOf(site) ?? scene.program);
    const isKnown = new RegExp(`(?<![\\w$.])${escapeRegex(name)} [=!]==? null|!${escapeRegex(name)}\\b`).test(around2);
    if (/^['"]object['"]$/.test(scene.text(sides[1])) && !isKnown)
      yield replace(site, `${scene.text(site)} && ${name} !== null`, `${name} is not null`, 1);
  }
  if (site.node.type !== "ForInStatement") return;
  const [left2, right, body] = [child(site, "left"), child(site, "right"), child(site, "body")];
  if (left2 === null || right === null || body === null) return;
  const key = scene.text(left2).replace(/^(?:const|let|var)\s+/, "");
  const isOwn2 = `Object.hasOwn(${scene.text(right)}, ${key})`;
  if (!/^[\w$]+$/.test(key)) return;
  const first = body.node.type === "BlockStatement" ? body.children[0] : void 0;
  if (first !== void 0) yield insert(first.start, `if (!${isOwn2}) continue;
${indentOf3(first, scene)}`, "own keys only", 1);
  else if (body.node.type !== "BlockStatement") yield replace(body, `if (${isOwn2}) ${scene.text(body)}`, "own keys only", 1);
}
function* keys2(site, scene) {
  const { node } = site;
  const [left2, right] = /^For(?:In|Of)Statement$/.test(node.type) ? [child(site, "left"), child(site, "right")] : [null, null];
  if (left2 === null || right === null || node.type === "ForOfStatement" && node.await) return;
  const between2 = scene.file.text.slice(left2.end, right.start);
  const isOf = node.type === "ForOfStatement";
  const text2 = isOf ? between2.replace(/\bof\b/, "in") : between2.replace(/\bin\b/, "of");
  const label = isOf ? "keys instead of values" : "values instead of keys";
  yield { start: left2.end, end: right.start, text: text2, label, odds: isOf ? 0.15 : 1 };
}
function* comparator(site, scene) {
  if (!isFunction(site) || site.key !== "arguments" || site.parent === null || !isCall(site.parent)) return;
  if (!/^(?:sort|toSorted)$/.test(calleeName(site.parent) ?? "")) return;
  const [one, other] = childList(site, "params").map(scene.text);
  const body = child(site, "body");
  if (one === void 0 || other === void 0 || body === null || body.end - body.start > LONGEST12 * 2) return;
  const returned = body.node.type === "BlockStatement" ? scene.words.returns.get(site)?.at(-1) : body;
  const sides = returned === void 0 ? null : sidesOf3(returned);
  if (returned === void 0 || sides === null) return;
  const [left2, right] = sides.map(scene.operand);
  if (/^[<>]=?$/.test(operatorOf2(returned))) {
    if (right === "0") return yield replace(returned, scene.text(sides[0]), `by ${brief(left2)}`, 20);
    const [low, high] = operatorOf2(returned).startsWith(">") ? [left2, right] : [right, left2];
    yield replace(returned, `${low} - ${high}`, `by ${low} - ${high}`, 20);
    yield replace(returned, `${left2} < ${right} ? -1 : ${left2} > ${right} ? 1 : 0`, "by which comes first", 10);
    yield replace(returned, `${left2} > ${right} ? -1 : ${left2} < ${right} ? 1 : 0`, "by which comes last", 8);
    yield replace(returned, `${low}.localeCompare(${high})`, `by ${low} as a text`, 10);
    return;
  }
  for (const [rank, key] of [...scene.words.properties.keys()].filter((each) => /^[\w$]+$/.test(each) && !left2.endsWith(`.${each}`)).slice(0, 6).entries())
    for (const text2 of [
      `${one}.${key}.localeCompare(${other}.${key})`,
      `${one}.${key} - ${other}.${key}`,
      `${other}.${key} - ${one}.${key}`
    ])
      yield replace(returned, `${scene.text(returned)} || ${text2}`, `then by ${key}`, 0.5 / (1 + rank / 3));
  for (const at of ["0", "1"])
    if (!left2.endsWith(`[${at}]`) && /\]$/.test(left2)) {
      yield replace(returned, `${scene.text(returned)} || ${one}[${at}] - ${other}[${at}]`, `then by the one at ${at}`, 0.5);
      yield replace(returned, `${scene.text(returned)} || ${one}[${at}].localeCompare(${other}[${at}])`, `then by the one at ${at}`, 0.5);
    }
}
function* sameSize(site, scene) {
  const fn = functionOf(site);
  const answer2 = site.node.type === "ReturnStatement" ? child(site, "argument") : null;
  if (fn === null || answer2 === null || !isListed(site) || !isCall(answer2) || !/^(?:every|some)$/.test(calleeName(answer2) ?? "")) return;
  const [a, b] = childList(fn, "params").map(scene.text);
  if (a === void 0 || b === void 0 || !/^[\w$]+$/.test(a) || !/^[\w$]+$/.test(b)) return;
  for (const [one, other] of [
    [`${a}.length`, `${b}.length`],
    [`Object.keys(${a}).length`, `Object.keys(${b}).length`],
    [`${a}.size`, `${b}.size`]
  ])
    yield insert(site.start, `if (${one} !== ${other}) return false;
${indentOf3(site, scene)}`, `${one} the same as ${other}`, 1);
}
function* kept2(site, scene) {
  if (!isMember(site) || !("computed" in site.node) || site.node.computed !== true || !isCondition(site)) return;
  const [object2, key] = [child(site, "object"), child(site, "property")];
  if (object2 === null || key === null || site.end - site.start > LONGEST12) return;
  const denied = site.parent?.node.type === "UnaryExpression" && site.parent.node.operator === "!";
  const test = `${scene.operand(key)} in ${scene.operand(object2)}`;
  yield replace(site, denied ? `(${test})` : test, test, 1);
  yield replace(
    site,
    `Object.hasOwn(${scene.text(object2)}, ${scene.text(key)})`,
    `${brief(scene.text(object2))} has ${brief(scene.text(key))}`,
    0.7
  );
}
var comparingFamilies = [
  { name: "comparison regrouped", share: 0.3, propose: grouped2 },
  { name: "default first", share: 0.15, propose: defaultFirst },
  { name: "same in what they hold", share: 0.01, propose: alike2 },
  { name: "numbers, not texts", share: 0.012, propose: numbers2 },
  { name: "own and not null", share: 0.05, propose: own },
  { name: "keys for values", share: 0.04, propose: keys2 },
  { name: "comparator", share: 0.04, propose: comparator },
  { name: "same size", share: 0.06, propose: sameSize },
  { name: "kept at all", share: 0.02, propose: kept2 }
];

// src/engine/templates/families/compounds.ts
function* guardsOf(name) {
  for (const kind of ["string", "object", "function", "number"]) {
    const odds = kind === "string" || kind === "object" ? 0.3 : 0.1;
    yield [`!${name} || typeof ${name} !== "${kind}"`, odds];
    yield [`${name} && typeof ${name} === "${kind}"`, odds];
    yield [`typeof ${name} === "${kind}" && ${name} !== null`, odds / 2];
    yield [`${name} !== null && typeof ${name} === "${kind}"`, odds / 2];
    yield [`typeof ${name} !== "${kind}" || ${name} === null`, odds / 2];
    yield [`${name} === null || typeof ${name} !== "${kind}"`, odds / 2];
  }
  yield [`${name} !== null && ${name} !== undefined`, 0.2];
  yield [`${name} === null || ${name} === undefined`, 0.3];
  yield [`${name} && ${name}.length > 0`, 0.15];
  yield [`!${name} || ${name}.length === 0`, 0.25];
}
function* truthsOf(names2, areSpelled = false) {
  const waysOf2 = (name) => areSpelled ? [`${name} === true`, `${name} === false`] : [name, `!${name}`];
  for (const [at, a] of names2.entries())
    for (const b of names2.slice(at + 1))
      for (const one of waysOf2(a))
        for (const other of waysOf2(b)) {
          yield [`${one} && ${other}`, 0.15];
          yield [`${one} || ${other}`, 0.08];
        }
}
function* ordered(names2) {
  for (const [at, a] of names2.entries())
    for (const b of names2.slice(at + 1))
      for (const [operator, odds] of [
        ["<", 0.3],
        [">", 0.3],
        ["<=", 0.2],
        [">=", 0.2],
        ["===", 0.2],
        ["!==", 0.15]
      ])
        yield [`${a} ${operator} ${b}`, odds / (1 + at / 3)];
}
function* eitherOf(name, texts2) {
  for (const [at, one] of texts2.entries())
    for (const other of texts2.slice(at + 1)) {
      yield [`${name} === ${one} || ${name} === ${other}`, 0.12];
      yield [`${name} !== ${one} && ${name} !== ${other}`, 0.05];
    }
}
function* sameOfTwo(questions, values) {
  for (const [before, after] of questions)
    for (const [at, a] of values.entries())
      for (const b of values.slice(at + 1)) {
        yield [`${before}${a}${after} && ${before}${b}${after}`, 0.12 / (1 + at)];
        yield [`${before}${a}${after} || ${before}${b}${after}`, 0.05 / (1 + at)];
      }
}
function* endsOf(name, texts2, file) {
  const ways = [
    [/\[0\] [!=]==?/, `${name}[0]`],
    [/\.length - 1\] [!=]==?/, `${name}[${name}.length - 1]`],
    [/\.at\(-1\) [!=]==?/, `${name}.at(-1)`],
    [/\.charAt\(0\) [!=]==?/, `${name}.charAt(0)`]
  ];
  for (const [way, asked] of ways)
    if (way.test(file))
      for (const text2 of texts2) {
        yield [`${asked} === ${text2}`, 0.5];
        yield [`${asked} !== ${text2}`, 0.3];
      }
  for (const method of ["startsWith", "endsWith"])
    if (file.includes(`.${method}(`))
      for (const text2 of texts2) {
        yield [`${name}.${method}(${text2})`, 0.3];
        yield [`!${name}.${method}(${text2})`, 0.2];
      }
}

// src/engine/templates/families/questions.ts
var MOST_LISTS = 5;
var MOST_INDICES = 4;
var MOST_TEXTS = 4;
var MOST_NUMBERS = 5;
var MOST_VALUES3 = 4;
var MOST_ARGUMENTS = 3;
function* questionsBy(asked) {
  yield* places(asked);
  yield* memberships(asked);
  yield* textsWithin(asked);
  yield* found(asked);
  yield* numbers3(asked);
  yield* answersOf2(asked);
  yield* missingOrOfKind(asked);
}
function* places({ site, scene, names: names2 }) {
  const lists2 = names2.filter((name) => scene.fit.kindsNamed(name, site)?.has("array") || isIndexed(name, scene)).slice(0, MOST_LISTS);
  const measured = names2.filter((name) => isMeasured(name, site, scene)).slice(0, MOST_LISTS);
  const indices = names2.filter((name) => !lists2.includes(name) && isIndex2(name, site, scene)).slice(0, MOST_INDICES);
  for (const [at, index] of indices.entries()) {
    for (const [after, list] of lists2.entries()) {
      const near2 = 1 / (1 + (at + after) / 3);
      yield [`${list}[${index}]`, 0.35 * near2];
      yield [`!${list}[${index}]`, 0.3 * near2];
    }
    if (!isOnly(scene.fit.kindsNamed(index, site), "number")) continue;
    for (const [after, list] of measured.entries())
      for (const [operator, odds] of OF_LENGTH) yield [`${index} ${operator} ${list}.length`, odds / (1 + (at + after) / 3)];
  }
}
var OF_LENGTH = [
  ["<", 0.4],
  [">=", 0.2],
  ["<=", 0.1],
  ["===", 0.1],
  [">", 0.1]
];
function isIndexed(name, { words }) {
  return words.uses.get(name)?.has("indexed") === true;
}
function isMeasured(name, site, scene) {
  const kinds2 = scene.fit.kindsNamed(name, site);
  return kinds2?.has("array") || kinds2?.has("string") || scene.words.ofReceiver.get(name)?.has("length") === true;
}
function isIndex2(name, site, scene) {
  const kinds2 = scene.fit.kindsNamed(name, site);
  return kinds2 === null ? /^(?:\w*(?:key|Key|idx|Idx|index|Index)|[ijk]|name|id)$/.test(name) : kinds2.has("number") || kinds2.has("string");
}
function* memberships({ site, scene, names: names2 }) {
  for (const method of ["set", "add", "get", "delete"]) {
    for (const call of (scene.words.calls.get(method) ?? []).slice(0, MOST_VALUES3 * 2)) {
      const [value] = childList(call, "arguments");
      const callee = child(call, "callee");
      const object2 = callee === null || !isMember(callee) ? null : child(callee, "object");
      if (value === void 0 || object2 === null || !scene.donors.readable(object2, site)) continue;
      const own2 = functionOf(call) === functionOf(site) && scene.donors.readable(value, site);
      const values = own2 ? [scene.text(value)] : names2.slice(0, MOST_VALUES3);
      for (const [at, each] of values.entries()) {
        const odds = (own2 ? 1 : 0.3) / (1 + at / 2);
        yield [`!${scene.text(object2)}.has(${each})`, odds];
        yield [`${scene.text(object2)}.has(${each})`, odds];
      }
    }
  }
}
function* textsWithin({ site, scene, names: names2, unread: unread2 }) {
  const texts2 = names2.filter((name) => /^[\w$]+$/.test(name) && isOnly(scene.fit.kindsNamed(name, site), "string")).slice(0, MOST_TEXTS);
  for (const [at, one] of texts2.entries())
    for (const [after, other] of texts2.entries())
      for (const method of one === other ? [] : ["startsWith", "endsWith", "includes"]) {
        const used = scene.words.methods.has(method) ? 0.4 : 0.15;
        const odds = used * (unread2.has(one) || unread2.has(other) ? 2 : 1) / (1 + (at + after) / 3);
        yield [`${one}.${method}(${other})`, odds];
        yield [`!${one}.${method}(${other})`, odds];
      }
}
function* found({ site, scene, names: names2 }) {
  for (const binding of scene.visible(site)) {
    const declarator = binding.id.parent;
    const value = declarator?.node.type === "VariableDeclarator" ? child(declarator, "init") : null;
    if (value === null || !names2.includes(binding.name) || !isCall(value)) continue;
    if (/^(?:indexOf|lastIndexOf|findIndex|findLastIndex|search)$/.test(calleeName(value) ?? ""))
      for (const [test, odds] of OF_FOUND) yield [`${binding.name} ${test}`, odds];
  }
}
var OF_FOUND = [
  ["=== -1", 1],
  ["!== -1", 1],
  ["> -1", 0.5],
  ["< 0", 0.4],
  [">= 0", 0.4],
  ["> 0", 0.2],
  ["<= 0", 0.1]
];
function* numbers3({ site, scene, names: names2 }) {
  const known2 = /* @__PURE__ */ new Set();
  for (const each of scene.words.conditions.get(functionOf(site)) ?? []) {
    const right = each.node.type === "BinaryExpression" ? child(each, "right") : null;
    const text2 = right === null ? "" : scene.text(right);
    if (!/^-?\d+$/.test(text2)) continue;
    for (const near2 of [0, 1, -1]) known2.add(String(Number(text2) + near2));
  }
  const counted2 = names2.filter((name) => isOnly(scene.fit.kindsNamed(name, site), "number")).slice(0, MOST_NUMBERS);
  for (const [at, name] of counted2.entries())
    for (const [after, number3] of [...known2].slice(0, MOST_NUMBERS).entries())
      for (const [operator, odds] of OF_NUMBER) yield [`${name} ${operator} ${number3}`, odds / (1 + at / 3) / (1 + after / 3)];
}
var OF_NUMBER = [
  ["===", 0.4],
  ["!==", 0.2],
  [">", 0.2],
  ["<", 0.15],
  [">=", 0.1],
  ["<=", 0.1]
];
function* answersOf2({ site, scene, unread: unread2 }) {
  const fn = functionOf(site);
  if (fn === null) return;
  const params = parametersOf2(fn, scene).map(({ name }) => name);
  const steps3 = stepsOf3(site, scene);
  for (const binding of scene.visible(site)) {
    if (binding.scope.node.type === "Program" || !holdsFunction(binding, scene, unread2)) continue;
    const given = params.filter((name) => name !== binding.name);
    const lists2 = [given, ...steps3 === null ? [] : [steps3]];
    const odds = unread2.has(binding.name) ? 1 : 0.3;
    for (const list of lists2)
      for (const count2 of Array.from({ length: Math.min(MOST_ARGUMENTS, list.length) }, (_, at) => at + 1)) {
        const call = `${binding.name}(${list.slice(0, count2).join(", ")})`;
        yield [call, odds];
        yield [`!${call}`, odds * 0.8];
      }
  }
}
function holdsFunction({ name, kind, id }, scene, unread2) {
  if (kind === "function") return false;
  const kinds2 = scene.fit.kindsNamed(name, id);
  if (kinds2 === null) return unread2.has(name) || scene.words.uses.get(name)?.has("called") === true;
  return isOnly(kinds2, "function");
}
function stepsOf3(site, scene) {
  const loop = loopOf(site);
  const head = loop?.node.type === "ForStatement" ? child(loop, "init") : null;
  const index = head?.node.type === "VariableDeclaration" ? head.node.declarations[0]?.id : void 0;
  if (head === null || index?.type !== "Identifier") return null;
  const list = /\b([\w$]+)\.length\b/.exec(scene.file.text.slice(loop?.start, child(loop ?? head, "body")?.start))?.[1];
  return list === void 0 ? null : [`${list}[${index.name}]`, index.name, list];
}
function* missingOrOfKind({ site, scene }) {
  const fn = functionOf(site);
  const [one, other] = fn === null ? [] : parametersOf2(fn, scene).map(({ name }) => name);
  if (one === void 0 || other === void 0) return;
  for (const [a, b, odds] of [
    [one, other, 0.2],
    [other, one, 0.1]
  ])
    for (const kind of ["function", "string", "object"]) {
      yield [`!${a} || typeof ${b} !== "${kind}"`, odds];
      yield [`${a} && typeof ${b} === "${kind}"`, odds];
    }
}
function isPredicate(binding, asked, unread2, scene) {
  const { name, kind, id } = binding;
  const may = asked.has(name) || unread2.has(name) || /^(?:is|has|can|should)[A-Z_]/.test(name);
  if (!may || kind === "param") return false;
  return kind === "function" || kind === "import" && !/^[A-Z]/.test(name) || isOnly(scene.fit.kindsNamed(name, id), "function");
}

// src/engine/templates/families/constants.ts
var most = 600;
var MOST_NAMES3 = 14;
var MOST_PARTS2 = 12;
var MOST_TEXTS2 = 6;
var inherited = ["__proto__", "constructor", "prototype"];
var MOST_GUARDED = 3;
var MOST_TERMS = 4;
var MOST_COUNTED = 5;
var MOST_QUESTIONS = 5;
var MOST_TRUTHS = 4;
var OF_TRUTHS = 5;
var MOST_COMPOUNDS = 40;
var LONGEST_COMPOUND = 200;
var OF_COMPOUND = 0.6;
var MOST_ENDS = 3;
var MOST_END_TEXTS = 3;
var JOINED = 10;
var OF_TWO2 = 0.1;
function* constant(site, scene) {
  if (isConstantCondition(site)) yield* made(site, scene);
}
function isConstantCondition(site) {
  if (site.node.type !== "BooleanLiteral") return false;
  if (site.node.value && /^(?:While|DoWhile)/.test(site.parent?.node.type ?? "")) return false;
  return isCondition(site) || site.key === "left" && site.parent?.node.type === "LogicalExpression";
}
function* answer(site, scene) {
  if (site.node.type !== "BooleanLiteral" || !isRead(site) || isConstantCondition(site)) return;
  const decides3 = isCondition(site);
  const answers3 = site.key === "init" || site.key === "argument" && site.parent?.node.type === "ReturnStatement" || isArrowBody(site);
  const chance = decides3 || isFixed(site) ? 1 : 0.25;
  if (decides3 || answers3) for (const each of made(site, scene)) yield { ...each, odds: each.odds * chance };
}
function isFixed(site) {
  const declaration = site.key === "init" ? site.parent?.parent?.node : void 0;
  return declaration?.type === "VariableDeclaration" && declaration.kind === "const" && functionOf(site) !== null;
}
function* made(site, scene) {
  for (const [text2, odds] of conditionsFor(site, scene)) yield replace(site, text2, `condition ${brief(text2)}`, odds);
}
function isArrowBody(site) {
  return site.key === "body" && site.parent?.node.type === "ArrowFunctionExpression";
}
function conditionsFor(site, scene) {
  const found3 = /* @__PURE__ */ new Map();
  const unread2 = unreadAt(site, scene);
  const add = (text2, odds) => {
    const raised2 = unread2.size > 0 && (text2.match(/(?<![\w$.])[A-Za-z_$][\w$]*/g) ?? []).some((word) => unread2.has(word)) ? odds * 3 : odds;
    if (raised2 > (found3.get(text2) ?? 0)) found3.set(text2, raised2);
  };
  for (const [donor, odds] of donorConditions(site, scene, 16)) {
    const plain3 = withoutBrackets(donor);
    add(plain3, odds);
    add(`!${/^[\w.$]+(?:\([\w., $]*\))?$/.test(plain3) ? plain3 : `(${plain3})`}`, odds * 0.5);
  }
  for (const donor of scene.words.compounds.slice(0, MOST_COMPOUNDS))
    if (donor.end - donor.start < LONGEST_COMPOUND && scene.donors.readable(donor, site)) add(scene.text(donor), OF_COMPOUND);
  const names2 = askedAbout(site, scene, unread2).slice(0, MOST_NAMES3);
  const comparisons2 = comparisonsIn2(scene);
  const texts2 = textsFor(scene);
  const asked = [...scene.words.conditions.values()].flat().filter(isCall);
  const truths = names2.filter((name) => scene.fit.kindsNamed(name, site)?.has("boolean") || PREDICATE.test(name)).slice(0, MOST_TRUTHS);
  for (const [at, name] of names2.entries()) {
    const near2 = 1 / (1 + at / 3);
    const kinds2 = scene.fit.kindsNamed(name, site);
    for (const [text2, odds] of testsOf2(name, site, scene)) add(text2, odds * near2);
    for (const [rest3, odds] of comparisons2) add(`${name} ${rest3}`, odds * near2 * senseOf(rest3, kinds2));
    for (const [text2, odds] of partsOf2(name, site, scene)) add(text2, odds * near2);
    if (kinds2 === null || kinds2.has("string"))
      for (const text2 of texts2)
        for (const operator of ["===", "!=="]) add(`${name} ${operator} ${text2}`, (operator === "===" ? 0.2 : 0.1) * near2);
    if (kinds2 === null || kinds2.has("string") || kinds2.has("array"))
      for (const [text2, odds] of lengths(name, scene)) add(text2, odds * near2);
    for (const [call, odds] of predicatesFor(name, { site, scene, unread: unread2, asked })) {
      add(call, odds * near2);
      add(`!${call}`, odds * near2 * 0.7);
      for (const truth3 of truths.slice(0, 2)) {
        if (truth3 === name) continue;
        add(`${truth3} && ${call}`, odds * near2 * 0.3);
        add(`${truth3} && !${call}`, odds * near2 * 0.3);
      }
    }
    if (at < MOST_ENDS && (kinds2 === null || kinds2.has("string")))
      for (const [text2, odds] of endsOf(name, texts2.slice(0, MOST_END_TEXTS), scene.file.text)) add(text2, odds * near2);
  }
  if (insideClass(site)) for (const [text2, odds] of partsOf2("this", site, scene)) add(text2, odds * 0.7);
  for (const [text2, odds] of questionsBy({ site, scene, names: names2, unread: unread2 })) add(text2, odds);
  const likeliest2 = [...found3].sort((a, b) => b[1] - a[1]).slice(0, JOINED);
  for (const [at, [a, odds]] of likeliest2.entries())
    for (const [b, also] of likeliest2.slice(at + 1)) {
      if (!speaksOfOthers(a, b) || !speaksOfOthers(b, a)) continue;
      for (const operator of ["&&", "||"]) if (!/&&|\|\|/.test(a + b)) add(`${a} ${operator} ${b}`, OF_TWO2 * odds * also);
    }
  for (const [at, name] of names2.slice(0, MOST_GUARDED).entries()) for (const [text2, odds] of guardsOf(name)) add(text2, odds / (1 + at));
  for (const [text2, odds] of truthsOf(truths.slice(0, 3))) add(text2, odds * OF_TRUTHS);
  for (const [text2, odds] of truthsOf(names2.slice(0, MOST_TRUTHS))) add(text2, odds / 2);
  if (comparisons2.some(([rest3]) => /^=== (?:true|false)$/.test(rest3)))
    for (const [text2, odds] of truthsOf(names2.slice(0, MOST_TRUTHS), true)) add(text2, odds);
  const counted2 = names2.filter((name) => isOnly(scene.fit.kindsNamed(name, site), "number")).slice(0, MOST_COUNTED);
  for (const [text2, odds] of ordered(counted2)) add(text2, odds);
  const terms = shortIn(site, scene);
  for (const [at, term] of terms.slice(0, MOST_TERMS).entries())
    for (const [text2, odds] of allTestsOf(term)) add(text2, 0.3 * odds / (1 + at / 2));
  for (const name of names2.slice(0, MOST_GUARDED)) for (const [text2, odds] of eitherOf(name, texts2)) add(text2, odds);
  const values = [...names2.slice(0, MOST_GUARDED), ...terms.slice(0, MOST_TERMS)];
  for (const [text2, odds] of sameOfTwo(questionsIn(site, scene, unread2), values)) add(text2, odds);
  const comparable = names2.filter((name) => comparableKinds(scene.fit.kindsNamed(name, site)));
  for (const [text2, odds] of pairs2([...comparable, ...terms].slice(0, 8))) add(text2, odds);
  return [...found3].sort((a, b) => b[1] - a[1]).slice(0, most);
}
function textsFor({ clues, words }) {
  const own2 = [...words.strings].filter(([text2]) => text2.length > 0 && text2.length < 14 && /^[^\\'"\n]+$/.test(text2));
  const ofTests = inherited.filter((name) => clues.ownStrings.has(name) || clues.testStrings.has(name));
  const ranked = own2.toSorted((a, b) => Number(clues.ownStrings.has(b[0])) - Number(clues.ownStrings.has(a[0])) || b[1] - a[1]);
  return [.../* @__PURE__ */ new Set([...ranked.slice(0, MOST_TEXTS2).map(([text2]) => text2), ...ofTests])].map((text2) => JSON.stringify(text2));
}
function* lengths(name, { words }) {
  for (const [at, [number3]] of [...words.numbers].sort((a, b) => b[1] - a[1]).slice(0, 5).entries())
    for (const operator of [">", "<", "<=", ">=", "==="]) yield [`${name}.length ${operator} ${number3}`, 0.1 / (1 + at / 3)];
}
function questionsIn(site, scene, unread2) {
  const own2 = scene.visible(site).flatMap(({ name, kind }) => {
    if (!/^(?:function|import)$/.test(kind) || !(unread2.has(name) || PREDICATE.test(name))) return [];
    return [[`${name}(`, ")"]];
  });
  return [...own2.slice(0, MOST_QUESTIONS), ["Array.isArray(", ")"]];
}
function speaksOfOthers(test, other) {
  const names2 = (text2) => new Set(text2.match(/(?<![\w$])[A-Za-z_$][\w$]*/g) ?? []);
  const known2 = names2(other);
  return [...names2(test)].some((name) => !known2.has(name));
}
function askedAbout(site, scene, unread2) {
  const visible = new Map(scene.visible(site).map((binding) => [binding.name, binding]));
  const own2 = [...visible.values()].flatMap(
    ({ name, kind, scope }) => unread2.has(name) && scope.node.type !== "Program" && kind !== "function" ? [name] : []
  );
  const block = scene.visible(site)[0]?.scope;
  const chance = (name) => {
    const binding = visible.get(name);
    const kinds2 = scene.fit.kindsNamed(name, site);
    const truth3 = kinds2?.has("boolean") || PREDICATE.test(name) ? 2 : 1;
    const tested = scene.words.uses.get(name)?.has("tested") ? 1.5 : 1;
    const near2 = binding !== void 0 && binding.scope === block && binding.scope.node.type !== "Program" ? 1.5 : 1;
    return truth3 * tested * near2 * (unread2.has(name) ? 3 : 1);
  };
  const names2 = /* @__PURE__ */ new Set([...own2, ...conditionNames(site.parent ?? site, scene, 24)]);
  if (site.key === "init" && site.parent !== null) {
    for (const { name, at } of visible.values()) if (at === site.parent.start) names2.delete(name);
  }
  return [...names2].toSorted((a, b) => chance(b) - chance(a));
}
function* partsOf2(name, site, scene) {
  const read = scene.words.ofReceiver.get(name) ?? /* @__PURE__ */ new Map();
  const lost = scene.fit.membersOf(name, site).filter((member) => !scene.words.properties.has(member));
  const parts = [...lost, ...[...read.keys()].filter((member) => !scene.words.methods.has(member) && member !== "length")];
  for (const [at, part] of parts.slice(0, MOST_PARTS2).entries()) {
    const odds = (at < lost.length ? 1 : 0.35) / (1 + at / 6);
    yield [`${name}.${part}`, odds];
    yield [`!${name}.${part}`, odds];
  }
}
function insideClass(site) {
  return [...ancestors(site)].some(({ node }) => node.type === "ClassBody");
}
function withoutBrackets(text2) {
  const inner = /^\((.*)\)$/s.exec(text2)?.[1];
  return inner === void 0 || /[()]/.test(inner) ? text2 : inner;
}
function comparisonsIn2(scene) {
  const counts = /* @__PURE__ */ new Map();
  for (const site of [...scene.words.conditions.values()].flat().slice(0, 400)) {
    const right = child(site, "right");
    if (site.node.type !== "BinaryExpression" || right === null || !right.node.type.endsWith("Literal")) continue;
    const text2 = `${site.node.operator} ${scene.text(right)}`;
    if (text2.length < 24 && !child(site, "left")?.node.type.startsWith("Unary")) counts.set(text2, (counts.get(text2) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, 12).map(([text2, count2]) => [text2, Math.min(0.9, 0.4 + count2 / 10)]);
}
function* predicatesFor(name, { site, scene, unread: unread2, asked }) {
  const known2 = new Set(asked.map(calleeName));
  for (const binding of scene.visible(site)) {
    const { name: other } = binding;
    if (other === name) continue;
    const isLost = unread2.has(other);
    if (scene.words.patterns.has(other)) yield [`${other}.test(${name})`, isLost ? 0.9 : 0.3];
    else if (isPredicate(binding, known2, unread2, scene)) yield [`${other}(${name})`, isLost ? 0.8 : 0.4];
  }
  for (const call of asked.slice(0, 40)) {
    const [only, ...more] = childList(call, "arguments");
    const method = calleeName(call);
    const object2 = child(call, "callee")?.children[0];
    if (only === void 0 || more.length > 0 || method === null || object2 === void 0 || call.end - call.start > 50) continue;
    const isMethod = child(call, "callee")?.node.type.endsWith("MemberExpression") ?? false;
    if (!isMethod || !scene.donors.readable(call, site)) continue;
    if (only.node.type === "StringLiteral") yield [`${name}.${method}(${scene.text(only)})`, 0.3];
    else if (object2.node.type === "Identifier") yield [`${scene.text(object2)}.${method}(${name})`, 0.25];
  }
}
function comparableKinds(kinds2) {
  return kinds2 === null || kinds2.has("string") || kinds2.has("number") || kinds2.has("boolean");
}
var changes2 = /\.(?:push|pop|shift|unshift|splice|sort|reverse|set|add|delete|clear|next|write\w*)\(/;
function shortIn(site, scene) {
  const own2 = scene.words.short.get(functionOf(site)) ?? /* @__PURE__ */ new Map();
  return [...own2].flatMap(
    ([text2, where2]) => where2 !== site && /[.([]/.test(text2) && !changes2.test(text2) && scene.donors.readable(where2, site) ? [text2] : []
  );
}
var COMPARED = [
  ...["===", "!=="].map((operator) => [operator, 0.12]),
  ...["<", ">", "<=", ">="].map((operator) => [operator, 0.06])
];
function* pairs2(terms) {
  for (const [at, a] of terms.entries()) {
    if (/^[\w$]+$/.test(a))
      for (const method of ["toLowerCase()", "toUpperCase()", "trim()"]) {
        yield [`${a} !== ${a}.${method}`, 0.12];
        yield [`${a} === ${a}.${method}`, 0.12];
      }
    for (const b of terms.slice(at + 1)) for (const [operator, odds] of COMPARED) yield [`${a} ${operator} ${b}`, odds];
  }
}
var constantFamilies = [
  { name: "constant condition", share: 1, propose: constant },
  { name: "condition made", share: 0.05, propose: answer }
];

// src/engine/templates/families/copies.ts
var MUTATES = /^(?:sort|reverse|fill)$/;
function* beforeChange(site, scene) {
  const [into, ...more] = isCall(site) && calleeName(site) === "assign" ? childList(site, "arguments") : [];
  if (into !== void 0 && more.length > 0 && /^(?:Identifier|MemberExpression)$/.test(into.node.type)) {
    const isTaken = site.parent?.node.type !== "ExpressionStatement";
    if (isTaken) yield insert(into.start, "{}, ", `a copy of ${brief(scene.text(into))}`, 2);
  }
  const callee = isCall(site) ? child(site, "callee") : null;
  const object2 = callee !== null && isMember(callee) ? child(callee, "object") : null;
  const method = calleeName(site) ?? "";
  if (object2 === null || !MUTATES.test(method) || !/^(?:Identifier|MemberExpression)$/.test(object2.node.type)) return;
  const name = scene.text(object2);
  const binding = scene.visible(site).find((each) => each.name === name);
  const isGiven = binding === void 0 || binding.kind === "param" || functionOf(binding.id) !== functionOf(site);
  if (site.parent?.node.type === "ExpressionStatement" || beginsStatement(object2)) return;
  yield replace(object2, `[...${name}]`, `a copy of ${brief(name)}`, isGiven ? 1 : 0.3);
}
function* whileGoing(site, scene) {
  const [list, body] = site.node.type === "ForOfStatement" && !site.node.await ? [child(site, "right"), child(site, "body")] : [null, null];
  if (list === null || body === null || !/^(?:Identifier|MemberExpression|CallExpression)$/.test(list.node.type)) return;
  const name = scene.text(list).replace(/\.(?:keys|values|entries)\(\)$/, "");
  if (name.length > 60) return;
  const isChanged = new RegExp(`(?<![\\w$.])${escapeRegex(name)}\\.(?:splice|delete|add|push|shift|pop|unshift|set)\\(`).test(
    scene.text(body)
  );
  const isCalled = /\(/.test(scene.text(body)) && /^this\./.test(name);
  yield replace(list, `[...${scene.text(list)}]`, `a copy of ${brief(name)}`, isChanged ? 3 : isCalled ? 1 : 0.1);
}
function* deep(site, scene) {
  let copied2;
  if (/^(?:Object|Array)Expression$/.test(site.node.type)) {
    const [only, more] = site.children;
    if (only?.node.type === "SpreadElement" && more === void 0) copied2 = child(only, "argument") ?? void 0;
  } else if (isCall(site) && /^(?:assign|slice|from)$/.test(calleeName(site) ?? "")) {
    const given = childList(site, "arguments");
    const callee = child(site, "callee");
    const object2 = callee !== null && isMember(callee) ? child(callee, "object") : null;
    if (calleeName(site) === "slice" && given.length === 0) copied2 = object2 ?? void 0;
    else if (object2 !== null && scene.text(object2) === "Object" && given.length === 2 && given[0] !== void 0 && scene.text(given[0]) === "{}")
      copied2 = given[1];
    else if (object2 !== null && scene.text(object2) === "Array" && given.length === 1) copied2 = given[0];
  }
  if (copied2 === void 0 || beginsStatement(site)) return;
  const name = scene.text(copied2);
  yield replace(site, `structuredClone(${name})`, `a whole copy of ${brief(name)}`, 1);
  if (site.node.type !== "ObjectExpression" && calleeName(site) !== "assign") {
    yield replace(site, `${scene.operand(copied2)}.map((each) => [...each])`, `a copy of each of ${brief(name)}`, 0.7);
    yield replace(site, `${scene.operand(copied2)}.map((each) => ({ ...each }))`, `a copy of each of ${brief(name)}`, 0.7);
  }
}
function* lastCounts(site, scene) {
  const parts = site.node.type === "ObjectExpression" ? childList(site, "properties") : [];
  for (const [at, one] of parts.entries()) {
    const next = parts[at + 1];
    if (next === void 0 || one.node.type !== "SpreadElement" && next.node.type !== "SpreadElement") continue;
    const text2 = scene.text(next) + scene.file.text.slice(one.end, next.start) + scene.text(one);
    const odds = one.node.type === next.node.type ? 1 : 0.4;
    yield { start: one.start, end: next.end, text: text2, label: `${brief(scene.text(one))} last`, odds };
  }
  const spread2 = parts.find(({ node }) => node.type === "SpreadElement");
  const [first, last] = [parts[0], parts.at(-1)];
  const isPlain2 = parts.filter(({ node }) => node.type === "SpreadElement").length === 1 && !/\/[/*]/.test(scene.text(site));
  if (spread2 === void 0 || first === void 0 || last === void 0 || parts.length < 3 || !isPlain2) return;
  const others = parts.filter((each) => each !== spread2).map(scene.text);
  const put = (list, label) => ({
    ...{ start: first.start, end: last.end, label, odds: 0.4 },
    text: list.join(", ")
  });
  if (spread2 !== first) yield put([scene.text(spread2), ...others], `${brief(scene.text(spread2))} first`);
  if (spread2 !== last) yield put([...others, scene.text(spread2)], `${brief(scene.text(spread2))} last`);
}
var copyFamilies = [
  { name: "copy before a change", share: 0.03, propose: beforeChange },
  { name: "copy to go over", share: 0.03, propose: whileGoing },
  { name: "whole copy", share: 0.03, propose: deep },
  { name: "last one counts", share: 0.1, propose: lastCounts }
];

// src/engine/templates/families/donors.ts
function* operands2(site, scene) {
  if (!isRead(site) || !isPlace(site) || site.end - site.start > 40) return;
  const fn = functionOf(site);
  const here = scene.text(site);
  const literal3 = site.node.type.endsWith("Literal");
  let taken = 0;
  for (const [text2, donor] of scene.words.short.get(fn) ?? []) {
    if (taken >= 20) return;
    if (text2 === here || donor.node.type === "Identifier" && site.node.type === "Identifier" || !scene.donors.readable(donor, site))
      continue;
    if (donor.node.type === "Identifier" && donor.key === "callee") continue;
    taken++;
    const related = text2.startsWith(`${here}.`) || text2.startsWith(`${here}[`) || here.startsWith(`${text2}.`) || here.startsWith(`${text2}[`);
    const near2 = 1 / (1 + Math.abs(donor.line - site.line) / 5);
    const same = donor.node.type === site.node.type || donor.key === site.key ? 1 : 0.6;
    const odds = (0.3 + 0.7 * near2) * same * (related ? 1.3 : 1) * (literal3 ? 0.6 : 1) * scene.fit.ofValue(donor, site);
    yield replace(site, text2, `${brief(here)} -> ${brief(text2)}`, odds);
  }
}
function isPlace(site) {
  const parent = site.parent?.node.type ?? "";
  if (!/^(Identifier|MemberExpression|OptionalMemberExpression|CallExpression|NumericLiteral|StringLiteral|BinaryExpression|ThisExpression)$/.test(
    site.node.type
  )) {
    return false;
  }
  if (site.key === "property" || parent === "BinaryExpression") return true;
  return /^(arguments|argument|init|right|object|test)$/.test(site.key) && !/Spread|Unary|Await|Throw/.test(parent);
}
function* chain(site, scene) {
  const node = site.node;
  if (node.type !== "LogicalExpression" || node.operator === "??") return;
  const nested = site.parent?.node;
  if (nested?.type === "LogicalExpression" && nested.operator === node.operator) return;
  const links = [];
  for (let at = site; at !== null && at.node.type === "LogicalExpression" && at.node.operator === node.operator; at = child(at, "left"))
    links.push(at);
  if (links.length < 2) return;
  const other = node.operator === "&&" ? "||" : "&&";
  let text2 = scene.text(site);
  for (const link of links) {
    const left2 = child(link, "left");
    if (left2 === null) return;
    const at = scene.file.text.indexOf(node.operator, left2.end) - site.start;
    if (at < 0 || at >= text2.length) return;
    text2 = text2.slice(0, at) + other + text2.slice(at + 2);
  }
  yield replace(site, text2, `every ${node.operator} -> ${other}`);
}
function* throughout2(site, scene) {
  if (!isFunction(site) || site.end - site.start > 3e3) return;
  const booleans3 = [];
  const texts2 = /* @__PURE__ */ new Map();
  for (const each of walk(site)) {
    if (each.node.type === "BooleanLiteral") booleans3.push(each);
    if (each.node.type === "StringLiteral") texts2.set(scene.text(each), [...texts2.get(scene.text(each)) ?? [], each]);
  }
  if (booleans3.length >= 2)
    yield everywhere2(booleans3, (text2) => text2 === "true" ? "false" : "true", "every truth value flipped", 1, scene);
  for (const [text2, places2] of texts2) {
    if (places2.length < 2) continue;
    for (const other of ["''", "' '", ...scene.clues.expectedStrings.slice(0, 4).map((each) => JSON.stringify(each))]) {
      if (other !== text2) yield everywhere2(places2, () => other, `every ${brief(text2)} -> ${brief(other)}`, 0.3, scene);
    }
  }
}
function everywhere2(places2, change, label, odds, scene) {
  const start = places2[0]?.start ?? 0;
  const end = places2.at(-1)?.end ?? start;
  let text2 = "";
  let from = start;
  for (const place of places2) {
    text2 += scene.file.text.slice(from, place.start) + change(scene.text(place));
    from = place.end;
  }
  return { start, end, text: text2, label, odds };
}
function* exchange2(site, scene) {
  if (!isListed(site) || site.parent === null) return;
  const saved = pairOf2(site);
  const list = childList(site.parent, site.key);
  const next = list[list.indexOf(site) + 1];
  const stored = next === void 0 ? null : pairOf2(next);
  if (saved === null || stored === null || next === void 0 || scene.text(saved.left) !== scene.text(stored.right)) return;
  const text2 = `${scene.text(saved.right)} = ${scene.text(stored.left)};`;
  yield insert(next.start, `${text2}
${indentOf3(next, scene)}`, `exchange completed: ${brief(text2)}`);
}
function pairOf2(statement) {
  const inner = statement.children[0];
  if (statement.children.length !== 1 || inner === void 0) return null;
  const declared2 = inner.node.type === "VariableDeclarator";
  if (!declared2 && !(inner.node.type === "AssignmentExpression" && inner.node.operator === "=")) return null;
  const left2 = child(inner, declared2 ? "id" : "left");
  const right = child(inner, declared2 ? "init" : "right");
  return left2 === null || right === null ? null : { left: left2, right };
}
function* separators2(site, scene) {
  const node = site.node;
  if (node.type !== "BinaryExpression" || node.operator !== "+") return;
  const right = child(site, "right");
  if (right === null || right.node.type === "NumericLiteral" || !isExpression(site)) return;
  const texts2 = new Map([" ", ".", ",", "-", "/", ":", "_", "\\n", ", "].map((text2) => [`'${text2}'`, 0.4]));
  for (const text2 of scene.words.strings.keys())
    if (text2.length > 0 && text2.length <= 2 && /^[^\\'\n]+$/.test(text2)) texts2.set(`'${text2}'`, 0.6);
  for (const [text2, odds] of texts2) yield insert(right.start, `${text2} + `, `${text2} between`, odds);
}
var donorFamilies = [
  { name: "donor operand", share: 0.04, propose: operands2 },
  { name: "operator of a chain", share: 0.012, propose: chain },
  { name: "throughout a function", share: 6e-3, propose: throughout2 },
  { name: "exchange", share: 0.02, propose: exchange2 },
  { name: "separator", share: 8e-3, propose: separators2 }
];

// src/engine/templates/families/emptied.ts
var TYPE_NAMES = ["string", "object", "number", "function", "boolean", "undefined", "symbol", "bigint"];
var MOST_TEXTS3 = 150;
var MOST_TEMPLATES = 80;
var SENSELESS2 = 1;
var UNLIKELY = 0.12;
var SHORT2 = 20;
function* texts(site, scene) {
  const { node, parent } = site;
  const isPlain2 = node.type === "StringLiteral" && node.value === "" && site.key !== "source" && parent?.node.type !== "Directive";
  const isTemplate = node.type === "TemplateLiteral" && scene.text(site).length === 2 && parent?.node.type !== "TaggedTemplateExpression";
  if (!isPlain2 && !isTemplate) return;
  const quote2 = scene.text(site).charAt(0);
  const options = isKind(site) ? new Map(TYPE_NAMES.map((name, at) => [name, 20 / (1 + at / 8)])) : wanted(scene);
  const sense = senseOf2(site);
  for (const [text2, odds] of [...options].sort((a, b) => b[1] - a[1]).slice(0, MOST_TEXTS3)) {
    const made2 = quote2 === "'" && !/['\\\n]/.test(text2) ? `'${text2}'` : JSON.stringify(text2);
    yield replace(site, made2, `text ${brief(made2)}`, odds * sense);
  }
  if (isTemplate) for (const [text2, odds] of templatesFor(site, scene)) yield replace(site, text2, `text ${brief(text2)}`, odds);
}
function templatesFor(site, scene) {
  const known2 = scene.names(site);
  const fn = functionOf(site);
  const near2 = [...walk(scene.program)].filter((other) => other.node.type === "TemplateLiteral" && other !== site && other.end - other.start < 60).map(scene.text).filter((text2) => /^`[^`$]*(?:\$\{[\w$.]+\}[^`$]*)+`$/.test(text2));
  const found3 = /* @__PURE__ */ new Map();
  const offer = (text2, odds) => void found3.set(text2, Math.max(found3.get(text2) ?? 0, odds));
  const names2 = scene.visible(site).filter(({ kind, scope }) => /^(?:param|const|let|var|catch)$/.test(kind) && scope.node.type !== "Program").slice(0, 6).map(({ name }) => name);
  const texts2 = [.../* @__PURE__ */ new Set([...scene.clues.marks, ...near2.flatMap((text2) => text2.slice(1, -1).split(/\$\{[\w$.]+\}/))])].slice(0, 12);
  for (const text2 of near2) {
    const own2 = [...text2.matchAll(/\$\{([\w$]+)/g)].map(([, name = ""]) => name);
    if (own2.every((name) => known2.has(name))) offer(text2, 0.8);
    for (const [at, name] of names2.entries()) if (own2.length === 1) offer(text2.replace(/\$\{[\w$.]+/, `\${${name}`), 0.8 / (1 + at / 2));
  }
  for (const [at, name] of names2.entries()) {
    offer(`\`\${${name}}\``, 0.3 / (1 + at / 2));
    for (const text2 of texts2) {
      if (text2 === "" || /[`\\]/.test(text2)) continue;
      offer(`\`${text2}\${${name}}\``, 0.5 / (1 + at / 2));
      offer(`\`\${${name}}${text2}\``, 0.3 / (1 + at / 2));
      for (const other of fn === null ? [] : names2.slice(0, 4))
        if (other !== name) offer(`\`\${${name}}${text2}\${${other}}\``, 0.2 / (1 + at / 2));
    }
  }
  return [...found3].sort((a, b) => b[1] - a[1]).slice(0, MOST_TEMPLATES);
}
function isKind({ parent, key }) {
  const other = parent?.node.type === "BinaryExpression" ? child(parent, key === "left" ? "right" : "left") : null;
  return other?.node.type === "UnaryExpression" && other.node.operator === "typeof";
}
function senseOf2(site) {
  const { parent, key } = site;
  if (parent === null) return UNLIKELY;
  if (isKind(site) || parent.node.type === "SwitchCase" || key === "property" || key === "key") return SENSELESS2;
  if (parent.node.type === "BinaryExpression" && parent.node.operator === "in") return SENSELESS2;
  if (isCall(parent) && key === "arguments")
    return /^(?:includes|startsWith|endsWith|indexOf|lastIndexOf|has|get|\w*Error|warn|error|log)$/.test(calleeName(parent) ?? "") ? SENSELESS2 : 0.3;
  return parent.node.type === "ArrayExpression" || parent.node.type === "BinaryExpression" ? 0.5 : UNLIKELY;
}
function wanted(scene) {
  const { ownStrings, testStrings, expectedStrings, marks: marks2 } = scene.clues;
  const found3 = /* @__PURE__ */ new Map();
  const offer = (text2, odds) => {
    const news = scene.words.strings.has(text2) ? 0.6 : 1;
    if (text2 !== "" && (found3.get(text2) ?? 0) < odds * news) found3.set(text2, odds * news);
  };
  for (const mark2 of marks2) offer(mark2, 1);
  for (const text2 of expectedStrings) offer(text2, 0.6);
  for (const text2 of ownStrings) {
    offer(text2, text2.length < SHORT2 ? 0.6 : 0.3);
    for (const word of text2.match(/[A-Za-z_][\w-]*/g) ?? []) offer(word, 0.25);
    for (const mark2 of text2.match(/[^\w\s]+|\s/g) ?? []) {
      offer(mark2, 0.4);
      offer(mark2.charAt(0), 0.4);
    }
  }
  for (const text2 of testStrings) if (!ownStrings.has(text2)) offer(text2, text2.length < SHORT2 ? 0.15 : 0.1);
  for (const [text2, uses] of scene.words.strings) offer(text2, 0.25 + Math.min(uses, 4) * 0.05);
  for (const name of scene.words.properties.keys()) offer(name, 0.08);
  for (const name of ["prototype", "constructor", "__proto__"]) offer(name, 0.12);
  return found3;
}
function* collections(site, scene) {
  const isList = site.node.type === "ArrayExpression";
  if (!isList && site.node.type !== "ObjectExpression" || site.children.length > 0) return;
  const put = (items, odds) => {
    const text2 = isList ? `[${items.join(", ")}]` : `{ ${items.join(", ")} }`;
    return replace(site, text2, `holds ${brief(text2)}`, odds);
  };
  const unread2 = unreadHere(site, scene).slice(0, 10);
  const names2 = scene.names(site);
  if (unread2.length > 0) yield put(unread2, 2);
  if (unread2.length > 1) for (const name of unread2) yield put([name], 0.6);
  const params = scene.visible(site).filter(({ kind, scope }) => kind === "param" && scope === functionOf(site));
  for (const { name } of params.slice(0, 4)) yield put([`...${name}`], 0.4);
  for (const { name } of params.slice(0, 4))
    if (unread2.length > 0) yield put([`...${name}`, ...unread2.filter((each) => each !== name)], 0.4);
  if (isList) return;
  for (const { name } of params.slice(0, 4))
    for (const member of [...scene.words.ofReceiver.get(name)?.keys() ?? []].slice(0, 6))
      for (const value of ["true", "false"]) yield put([`...${name}`, `${member}: ${value}`], 0.4);
  const members2 = typeMembers(site, scene);
  const held = members2.filter((member) => names2.has(member));
  if (held.length > 0) yield put(held, 1.5);
  for (const { name } of params.slice(0, 3))
    if (members2.length > 0 && members2.length < 12)
      yield put(
        members2.map((member) => names2.has(member) ? member : `${member}: ${name}.${member}`),
        0.8
      );
  for (const sibling of scene.words.objects.slice(0, 30)) {
    if (!scene.donors.readable(sibling, site) || sibling.end - sibling.start > 200) continue;
    yield replace(site, scene.text(sibling), `object ${brief(scene.text(sibling))}`, functionOf(sibling) === functionOf(site) ? 0.6 : 0.2);
  }
}
function typeMembers(site, scene) {
  const id = site.parent?.node.type === "VariableDeclarator" ? child(site.parent, "id") : null;
  if (id?.node.type === "Identifier") return scene.fit.membersOf(id.node.name, site);
  const fn = functionOf(site);
  const isAnswer2 = site.parent?.node.type === "ReturnStatement" || site.key === "body" && site.parent === fn;
  return fn === null || !isAnswer2 ? [] : scene.fit.membersReturned(fn);
}
var emptiedFamilies = [
  { name: "emptied text", share: 0.12, propose: texts },
  { name: "emptied collection", share: 0.05, propose: collections }
];

// src/engine/templates/families/expected.ts
var MOST_NAMES4 = 5;
var MOST_ANSWERS3 = 2;
function occasions(site, scene) {
  const found3 = [];
  for (const [at, name] of conditionNames(site, scene).slice(0, MOST_NAMES4).entries()) {
    for (const [test, odds] of testsOf2(name, site, scene)) {
      const unfit2 = /^!|=== (undefined|null|0|'')$|== null|!== '|< [01]|'undefined'/.test(test);
      found3.push([test, odds * (unfit2 ? 1 : 0.3) / (1 + at / 2)]);
    }
  }
  for (const [donor, odds] of donorConditions(site, scene, 4)) found3.push([donor, odds * 0.3]);
  return found3.sort((a, b) => b[1] - a[1]).slice(0, 50);
}
function* guard(site, scene) {
  const answers3 = scene.clues.answers.slice(0, MOST_ANSWERS3);
  if (answers3.length === 0 || !isListed(site) || site.node.type === "FunctionDeclaration") return;
  const fn = functionOf(site);
  if (fn === null || !scene.words.returns.has(fn)) return;
  const early = site.parent?.parent === fn && site.index < 4 ? 1 : 0.4;
  for (const [test, odds] of occasions(site, scene)) {
    for (const answer2 of answers3) {
      const text2 = `if (${test}) return ${answer2};
${indentOf3(site, scene)}`;
      yield insert(site.start, text2, `answers ${answer2} if ${brief(test)}`, odds * early);
    }
  }
}
function* otherwise(site, scene) {
  const returned = site.key === "argument" && site.parent?.node.type === "ReturnStatement";
  const arrow = site.key === "body" && site.parent?.node.type === "ArrowFunctionExpression";
  if (!returned && !arrow || !isRead(site) || /Conditional|Assignment|Sequence|Object/.test(site.node.type)) return;
  for (const answer2 of scene.clues.answers.slice(0, MOST_ANSWERS3)) {
    if (answer2 === scene.text(site)) continue;
    for (const [test, odds] of occasions(site, scene).slice(0, 24)) {
      yield replace(site, `${test} ? ${answer2} : ${scene.operand(site)}`, `answers ${answer2} if ${brief(test)}`, odds);
    }
  }
}
var expectedFamilies = [
  { name: "expected answer", share: 0.06, propose: guard },
  { name: "expected answer otherwise", share: 0.02, propose: otherwise }
];

// src/engine/templates/families/modules.ts
function relativePath(from, to) {
  const a = from.split("/").slice(0, -1);
  const b = to.split("/");
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const up = "../".repeat(a.length - same);
  return `${up === "" ? "./" : up}${b.slice(same).join("/")}`;
}
function modulePaths({ file, clues }, specifier) {
  if (!specifier.startsWith(".")) return [];
  const path = pathOf(file.path, specifier);
  if (path === null) return [];
  const wanted2 = bare3(path);
  return clues.paths.filter((each) => bare3(each) === wanted2 || bare3(each) === `${wanted2}/index`);
}
var bare3 = (path) => path.replace(/\.[cm]?[jt]sx?$/, "");

// src/engine/templates/families/exports.ts
var MOST_OFFERED = 8;
function isMissed(name, { clues }) {
  return clues.missingExports.has(name) || clues.notFunctions.has(name);
}
function* importedOtherwise(site, scene) {
  const found3 = importOf(site);
  if (found3 === null || !isMissed(found3.name, scene)) return;
  const { name, local, specifier, as } = found3;
  const paths = modulePaths(scene, specifier);
  const offered = [...scene.clues.exporters].flatMap(([other, by]) => by.some((path) => paths.includes(path)) ? [other] : []);
  const pool = offered.length > 0 ? offered : [...scene.clues.exporters.keys()];
  if (pool.includes(name)) return;
  const least = offered.length > 0 ? 0 : 0.4;
  const near2 = pool.map((other) => [other, scene.alike(other, name)]).toSorted((a, b) => b[1] - a[1]);
  for (const [other, alike4] of near2.slice(0, MOST_OFFERED))
    if (alike4 >= least) yield replace(site, local === other ? other : as(other, local), `import ${other}`, 0.2 + alike4);
}
function* importedTheOtherWay(site, scene) {
  const { node } = site;
  if (node.type !== "ImportDeclaration" || node.importKind === "type" || node.specifiers.length !== 1) return;
  const [only] = site.children;
  const [specifier] = node.specifiers;
  const paths = modulePaths(scene, node.source.value);
  const has = (name2) => scene.clues.exporters.get(name2)?.some((path) => paths.includes(path)) === true;
  if (only === void 0 || specifier === void 0) return;
  if (specifier.type === "ImportDefaultSpecifier" && scene.clues.missingExports.has("default")) {
    const local = specifier.local.name;
    const names2 = [...scene.clues.exporters.keys()].filter(has).map((name2) => [name2, scene.alike(name2, local)]);
    for (const [name2, alike4] of names2.toSorted((a, b) => b[1] - a[1]).slice(0, MOST_OFFERED)) {
      const text2 = name2 === local ? `{ ${name2} }` : `{ ${name2} as ${local} }`;
      yield replace(only, text2, `import ${text2}`, 0.2 + alike4);
    }
  }
  if (specifier.type !== "ImportSpecifier" || specifier.imported.type !== "Identifier") return;
  const { name } = specifier.imported;
  const [open, close] = [scene.file.text.lastIndexOf("{", only.start), scene.file.text.indexOf("}", only.end)];
  if (!scene.clues.missingExports.has(name) || !has(name) || open < site.start || close < 0 || close > site.end) return;
  yield { start: open, end: close + 1, text: specifier.local.name, label: `import ${name} by default`, odds: 1 };
}
function importOf({ node, parent }) {
  if (parent === null) return null;
  if (node.type === "ImportSpecifier" && node.imported.type === "Identifier" && parent.node.type === "ImportDeclaration") {
    if (node.importKind === "type" || parent.node.importKind === "type") return null;
    return {
      name: node.imported.name,
      local: node.local.name,
      specifier: parent.node.source.value,
      as: (other, local) => `${other} as ${local}`
    };
  }
  const declarator = parent.node.type === "ObjectPattern" ? parent.parent : null;
  if (node.type !== "ObjectProperty" || declarator?.node.type !== "VariableDeclarator") return null;
  const { init } = declarator.node;
  const isRequire = init?.type === "CallExpression" && init.callee.type === "Identifier" && init.callee.name === "require";
  const given = isRequire ? init.arguments[0] : null;
  if (given?.type !== "StringLiteral" || node.key.type !== "Identifier" || node.value.type !== "Identifier") return null;
  return { name: node.key.name, local: node.value.name, specifier: given.value, as: (other, local) => `${other}: ${local}` };
}
function* exported(site, scene) {
  const { node, parent } = site;
  const lacking = () => [...scene.clues.missingExports, ...scene.clues.notFunctions].filter(
    (name) => scene.visible(scene.program).some((binding) => binding.name === name && binding.kind !== "import") && scene.clues.exporters.get(name)?.includes(scene.file.path) !== true
  );
  if (node.type === "ExportNamedDeclaration" && !isNamedElsewhere(site)) {
    const last = childList(site, "specifiers").at(-1);
    const isTheLast = childList(scene.program, "body").findLast((each) => each.node.type === node.type && !isNamedElsewhere(each)) === site;
    if (last !== void 0 && isTheLast) for (const name of lacking()) yield insert(last.end, `, ${name}`, `export ${name}`);
  }
  if (node.type === "ObjectExpression" && isExports(site)) {
    const last = childList(site, "properties").at(-1);
    for (const name of lacking())
      yield last === void 0 ? replace(site, `{ ${name} }`, `export ${name}`) : insert(last.end, `, ${name}`, `export ${name}`);
  }
  if (parent?.node.type !== "Program" || !/^(?:Function|Class|Variable)Declaration$/.test(node.type)) return;
  const declares = (name) => declaredBy(site).includes(name);
  const isModule = /^\s*(?:import|export)\b/m.test(scene.file.text);
  const byMember = /\bexports\.[\w$]+\s*=/.test(scene.file.text);
  for (const name of lacking().filter(declares)) {
    if (isModule || scene.clues.missingExports.has(name) && !scene.file.path.endsWith(".cjs") && !/\bexports?\b/.test(scene.file.text))
      yield insert(site.start, "export ", `export ${name}`);
    else if (byMember) yield insert(site.end, `
exports.${name} = ${name};`, `export ${name}`);
  }
}
function isNamedElsewhere({ node }) {
  return node.type === "ExportNamedDeclaration" && (node.source != null || node.declaration != null || node.specifiers.length === 0);
}
function isExports({ key, parent }) {
  if (key !== "right" || parent?.node.type !== "AssignmentExpression") return false;
  const { left: left2 } = parent.node;
  return left2.type === "MemberExpression" && left2.object.type === "Identifier" && left2.object.name === "module" && left2.property.type === "Identifier" && left2.property.name === "exports";
}
function declaredBy(site) {
  const named3 = site.node.type === "VariableDeclaration" ? childList(site, "declarations").map((each) => child(each, "id")) : [child(site, "id")];
  return named3.flatMap((id) => id?.node.type === "Identifier" ? [id.node.name] : []);
}
var exportFamilies = [
  { name: "missing export", share: 0.5, anywhere: true, propose: importedOtherwise },
  { name: "default export", share: 0.5, anywhere: true, propose: importedTheOtherWay },
  { name: "export added", share: 0.5, anywhere: true, propose: exported }
];

// src/engine/templates/families/extremes.ts
var LONGEST13 = 60;
var OTHER = /^(?:\w*Literal|TemplateLiteral|ArrayExpression|ObjectExpression|NewExpression|AwaitExpression|YieldExpression|\w*Function\w*|LogicalExpression|AssignmentExpression)$/;
var NO_NUMBER2 = /^(?:[<>]=?|[=!]==?|in|instanceof)$/;
function* extremeKept2(site, scene) {
  if (site.node.type !== "AssignmentExpression" || site.node.operator !== "=" || site.parent?.node.type !== "ExpressionStatement") return;
  const [target, value] = [child(site, "left"), child(site, "right")];
  if (target === null || value === null || OTHER.test(value.node.type) || site.end - site.start > LONGEST13) return;
  if (value.node.type === "BinaryExpression" && NO_NUMBER2.test(value.node.operator)) return;
  if (target.node.type !== "Identifier" && !(isMember(target) && !scene.text(target).includes("("))) return;
  const [name, text2] = [scene.text(target), scene.text(value)];
  if (hasWord(text2, name) || !isNumeric(target, scene) || !isNumeric(value, scene) || !isHeld(site, name, scene)) return;
  const isCompared2 = [...ancestors(site)].some((at) => {
    const test = at.node.type === "IfStatement" ? child(at, "test") : null;
    return test !== null && hasWord(scene.text(test), name) && hasWord(scene.text(test), text2);
  });
  if (isCompared2) return;
  for (const [method, odds] of [
    ["max", 1],
    ["min", 0.7]
  ])
    yield replace(value, `Math.${method}(${name}, ${text2})`, `${brief(name)} = the ${method} of itself and ${brief(text2)}`, odds);
}
function isNumeric(site, scene) {
  const kinds2 = scene.fit.kindsAt(site);
  return kinds2 === null || kinds2.has("number");
}
function isHeld(site, name, scene) {
  if (/[.[]/.test(name)) return true;
  const binding = scene.visible(site).find((each) => each.name === name);
  if (binding === void 0) return false;
  const fn = functionOf(site);
  const isAround = (at) => binding.at < at.start && binding.kind !== "param";
  return functionOf(binding.id) !== fn || [...ancestors(site)].some((at) => /^(?:For|While|DoWhile)/.test(at.node.type) && isAround(at));
}
var LIMITS2 = [
  ["Infinity", 1],
  ["-Infinity", 1],
  ["0", 0.3]
];
var OF_ASKED = 10;
function* firstValue(site, scene) {
  const { node, parent } = site;
  const isPlain2 = /^(?:NumericLiteral|Identifier|UnaryExpression|NullLiteral)$/.test(node.type) || scene.text(site).endsWith(".length");
  const isFilled = site.key === "arguments" && parent !== null && isCall(parent) && calleeName(parent) === "fill";
  if (!isPlain2 || parent === null || !isFilled && !(site.key === "init" && parent.node.type === "VariableDeclarator")) return;
  const fn = functionOf(site);
  const declarator = [parent, ...ancestors(parent)].find((at) => at.node.type === "VariableDeclarator" && at.parent?.key !== "init");
  const id = declarator === void 0 ? null : child(declarator, "id");
  if (fn === null || id?.node.type !== "Identifier") return;
  const name = escapeRegex(id.node.name);
  const text2 = scene.text(fn);
  const isExtreme = new RegExp(
    `\\bMath\\.(?:max|min)\\([^()]*\\b${name}\\b|(?<![\\w$.])${name}(?:\\[[^\\]]+\\])? [<>]|[<>]=? ${name}\\b`
  ).test(text2);
  if (!isExtreme) return;
  const lists2 = scene.visible(site).filter(
    ({ kind, name: each }) => kind === "param" && new RegExp(`\\bof ${escapeRegex(each)}\\b|(?<![\\w$.])${escapeRegex(each)}(?:\\[|\\.length)`).test(text2)
  ).map(({ name: each }) => [`${each}[0]`, 0.8]);
  const isAsked2 = (value) => text2.includes(`=== ${value}`) || text2.includes(`!== ${value}`);
  for (const [value, odds] of [...LIMITS2, ...isFilled ? [] : lists2]) {
    if (value === scene.text(site)) continue;
    yield replace(site, value, `${id.node.name} begins as ${value}`, odds * (value.endsWith("Infinity") && isAsked2(value) ? OF_ASKED : 1));
  }
}
var extremeFamilies2 = [
  { name: "extreme kept", share: 0.01, propose: extremeKept2 },
  { name: "first value", share: 0.015, propose: firstValue }
];

// src/engine/templates/families/grouping.ts
function operandsOf3(site) {
  const { node } = site;
  const [left2, right] = [child(site, "left"), child(site, "right")];
  if (node.type !== "LogicalExpression" || left2 === null || right === null) return [site];
  const isChain = left2.node.type === "LogicalExpression" && left2.node.operator === node.operator;
  return isChain ? [...operandsOf3(left2), right] : [left2, right];
}
function* parted(site, scene) {
  const { node, parent } = site;
  if (node.type !== "LogicalExpression" || node.operator === "??") return;
  if (parent?.node.type === "LogicalExpression" && parent.node.operator === node.operator) return;
  const operands4 = operandsOf3(site);
  if (operands4.length < 3 || operands4.length > 8) return;
  const other = node.operator === "||" ? "&&" : "||";
  const part = (list) => {
    const text2 = list.map((each) => scene.operand(each)).join(` ${node.operator} `);
    return list.length > 1 ? `(${text2})` : text2;
  };
  const plain3 = (list) => {
    const [first, last] = [list[0], list.at(-1)];
    const text2 = first === void 0 || last === void 0 ? "" : scene.file.text.slice(first.start, last.end);
    return list.length > 1 ? `(${text2})` : text2;
  };
  for (const at of operands4.keys()) {
    if (at === 0) continue;
    const [head, tail] = [operands4.slice(0, at), operands4.slice(at)];
    const bare4 = operands4.every((each) => each.node.type !== "LogicalExpression");
    const made2 = bare4 ? `${plain3(head)} ${other} ${plain3(tail)}` : `${part(head)} ${other} ${part(tail)}`;
    yield replace(site, made2, `parted: ${brief(made2)}`, 1);
  }
}
function* joined3(site, scene) {
  const { node } = site;
  const [left2, right] = [child(site, "left"), child(site, "right")];
  if (node.type !== "LogicalExpression" || left2 === null || right === null) return;
  for (const side of [left2, right]) {
    if (side.node.type !== "LogicalExpression" || side.node.operator === node.operator || side.node.operator === "??") continue;
    const text2 = `${scene.text(left2)} ${side.node.operator} ${scene.text(right)}`;
    yield replace(site, text2, `one chain: ${brief(text2)}`, 1);
  }
}
var groupingFamilies = [
  { name: "parted chain", share: 0.04, propose: parted },
  { name: "joined chain", share: 0.07, propose: joined3 }
];

// src/engine/templates/families/guards.ts
function* nullSafe(site, scene) {
  if (!isMember(site) || !isRead(site)) return;
  const object2 = child(site, "object");
  const property = child(site, "property");
  if (object2 === null || property === null || !isRead(object2) || !isExpression(object2)) return;
  const node = site.node;
  const receiver = scene.text(object2);
  if (receiver === "this" || receiver === "super" || /^[A-Z]\w*$/.test(receiver) || receiver.length > 60) return;
  const plain3 = node.type === "MemberExpression";
  const computed2 = plain3 && node.computed;
  const there = neverMissing(object2, scene) ? 0.2 : 1;
  const at = (receiver.includes("?.") || site.key === "callee" ? 1 : 0.8) * there;
  if (plain3) yield insert(object2.end, computed2 ? "?." : "?", `${brief(receiver)} may be missing`, at * (site.key === "left" ? 0 : 1));
  const tail = scene.file.text.slice(object2.end, site.end);
  const whole2 = site.key === "callee" && site.parent !== null ? site.parent : site;
  const text2 = scene.text(whole2);
  if (/^[\w$.]+$/.test(receiver)) yield replace(whole2, `(${receiver} && ${text2})`, `${brief(receiver)} && ...`, 0.6 * there);
  if (plain3)
    yield replace(site, `(${receiver} || ${site.key === "callee" ? "''" : "{}"})${tail}`, `${brief(receiver)} || default`, 0.4 * there);
}
function neverMissing(site, scene) {
  if (site.node.type !== "Identifier" || !/\.[cm]?tsx?$/.test(scene.file.path)) return false;
  const { name } = site.node;
  const kept3 = scene.visible(site).find((binding) => binding.name === name);
  const kinds2 = kept3 === void 0 || !/^(?:param|const|function|class)$/.test(kept3.kind) ? null : scene.fit.declared(site);
  return kinds2 !== null && !kinds2.has("nothing");
}
function* defaults(site, scene) {
  if (!isRead(site) || !(isMember(site) || isCall(site) || site.node.type === "Identifier")) return;
  const key = site.key;
  const parent = site.parent?.node.type ?? "";
  if (!(key === "init" || key === "right" || key === "argument" || key === "arguments" || key === "value" || key === "object")) return;
  if (/Unary|Spread|Await|Throw|Yield|Logical|Binary/.test(parent) || scene.text(site).length > 60 || parent === "NewExpression") return;
  const text2 = scene.text(site);
  if (/^[A-Z][\w$]*$|^undefined$/.test(text2)) return;
  const options = [
    ["{}", 0.8],
    ["[]", 0.8],
    ["''", 0.8],
    ["0", 0.4],
    ["null", 0.3],
    ["undefined", 0.2]
  ];
  const weaken = (key === "object" || key === "arguments" ? 0.4 : 1) * (neverMissing(site, scene) ? 0.2 : 1);
  for (const [value, likely] of options) {
    const odds = likely * scene.fit.ofConstant(value, site);
    const whole2 = (operator) => key === "object" ? `(${text2} ${operator} ${value})` : `${text2} ${operator} ${value}`;
    yield replace(site, whole2("||"), `${brief(text2)} || ${value}`, odds * weaken);
    if (value !== "undefined") yield replace(site, whole2("??"), `${brief(text2)} ?? ${value}`, odds * 0.5 * weaken);
  }
  if (key === "object" || key === "arguments") return;
  for (const binding of scene.visible(site).slice(0, 4)) {
    if (binding.kind !== "import" && binding.name !== text2)
      yield replace(site, `${text2} || ${binding.name}`, `${brief(text2)} || ${binding.name}`, 0.15);
  }
}
function* unguard(site, scene) {
  const node = site.node;
  if (node.type !== "OptionalMemberExpression" && node.type !== "OptionalCallExpression" || !node.optional) return;
  const inner = child(site, node.type === "OptionalMemberExpression" ? "object" : "callee");
  if (inner === null) return;
  const at = scene.file.text.indexOf("?.", inner.end);
  if (at < 0 || at > site.end) return;
  const dot = node.type === "OptionalMemberExpression" && !node.computed ? "." : "";
  yield { start: at, end: at + 2, text: dot, label: `?. -> . in ${brief(scene.text(site))}`, odds: 1 };
}
function* guardBefore(site, scene) {
  if (!isListed(site) || site.node.type === "FunctionDeclaration") return;
  const fn = functionOf(site);
  if (fn === null && loopOf(site) === null) return;
  const jumps3 = jumpsFor(site, scene, fn);
  const tests = [];
  const first = site.index === 0;
  for (const [at, name] of conditionNames(site, scene).slice(0, first ? 6 : 4).entries()) {
    for (const [text2, odds] of testsOf2(name, site, scene)) {
      const unfit2 = /^!|=== (undefined|null|0|'')$|== null|!== '|< 0|'undefined'/.test(text2);
      tests.push([text2, odds * (unfit2 ? 1 : 0.35) / (1 + at / 2)]);
    }
  }
  for (const [donor, odds] of donorConditions(site, scene, 5)) tests.push([donor, odds * 0.5]);
  const pad = scene.file.text.slice(scene.file.text.lastIndexOf("\n", site.start) + 1, site.start);
  const indent = /^\s*$/.test(pad) ? pad : "";
  const made2 = [];
  const own2 = child(site, "test");
  for (const [test, odds] of tests)
    if (own2 === null || test !== scene.text(own2)) for (const [jump, likely] of jumps3) made2.push([test, jump, odds * likely]);
  for (const [test, jump, odds] of made2.sort((a, b) => b[2] - a[2]).slice(0, first ? 60 : 24)) {
    yield insert(site.start, `if (${test}) ${jump};
${indent}`, `guard: if (${brief(test)}) ${jump}`, odds * (first ? 1 : 0.5));
  }
}
function jumpsFor(site, scene, fn) {
  const jumps3 = [];
  if (loopOf(site) !== null) jumps3.push(["continue", 1], ["break", 0.4]);
  if (fn === null) return jumps3;
  const donors3 = new Set((scene.words.returns.get(fn) ?? []).filter((each) => each.end - each.start < 40).map((each) => scene.text(each)));
  const valued = donors3.size > 0;
  for (const text2 of [...donors3].slice(0, 4)) jumps3.push([`return ${text2}`, 0.7]);
  jumps3.push(["return", valued ? 0.3 : 1]);
  for (const binding of scene.visible(site))
    if (binding.kind === "param" && binding.scope === fn && valued) jumps3.push([`return ${binding.name}`, 0.4]);
  if (valued) {
    for (const text2 of ["false", "null", "''", "[]", "0", "true", "-1", "undefined"])
      if (!donors3.has(text2)) jumps3.push([`return ${text2}`, 0.25]);
  }
  return jumps3.slice(0, 12);
}
function* typeTests(site, scene) {
  const node = site.node;
  if (node.type !== "BinaryExpression" || !/^[!=]==?$/.test(node.operator)) return;
  const left2 = child(site, "left");
  const tested = left2 === null || left2.node.type !== "UnaryExpression" || left2.node.operator !== "typeof" ? null : child(left2, "argument");
  if (tested === null) return;
  const name = scene.text(tested);
  const text2 = scene.text(site);
  yield replace(site, `(${name} && ${text2})`, `${brief(name)} && ...`, 0.7);
  yield replace(site, `(${name} !== null && ${text2})`, `${brief(name)} is not null`, 0.7);
  yield replace(site, `Array.isArray(${name})`, `Array.isArray(${brief(name)})`, 0.4);
  yield replace(site, `(${text2} && !Array.isArray(${name}))`, `${brief(name)} is no array`, 0.5);
  yield replace(site, `(${text2} || Array.isArray(${name}))`, `${brief(name)} may be an array`, 0.3);
  for (const type of ["function", "string", "object", "number"]) {
    if (!text2.includes(`'${type}'`)) yield replace(site, `(${text2} || typeof ${name} === '${type}')`, `or ${type}`, 0.2);
  }
}
function* parameterDefaults(site, scene) {
  if (site.key === "params" && site.node.type === "Identifier") {
    const annotated = "typeAnnotation" in site.node && site.node.typeAnnotation;
    if (annotated || site.parent === null || childList(site.parent, "params").length <= site.index) return;
    for (const [value, odds] of [
      ["{}", 1],
      ["[]", 0.7],
      ["''", 0.7],
      ["0", 0.5],
      ["false", 0.3],
      ["true", 0.3],
      ["1", 0.3],
      ["null", 0.2]
    ]) {
      yield insert(site.end, ` = ${value}`, `default of ${site.node.name}: ${value}`, odds);
    }
  }
  if (site.node.type !== "VariableDeclarator" || child(site, "init") !== null || site.parent?.parent?.node.type.startsWith("For")) return;
  for (const value of ["0", "''", "[]", "{}", "false", "null", "1", "true"])
    yield insert(site.end, ` = ${value}`, `${brief(scene.text(site))} = ${value}`, 0.4);
}
var guardFamilies = [
  { name: "null guard", share: 0.04, propose: nullSafe },
  { name: "default value", share: 0.025, propose: defaults },
  { name: "guard removed", share: 5e-3, propose: unguard },
  { name: "guard before", share: 0.05, propose: guardBefore },
  { name: "type test", share: 0.012, propose: typeTests },
  { name: "default or initialiser", share: 0.012, propose: parameterDefaults }
];

// src/engine/templates/families/identifiers.ts
var MOST5 = 24;
var OF_DECLARED = 0.05;
var OF_COUNTER = 0.2;
function* identifiers2(site, scene) {
  if (site.node.type !== "Identifier") return;
  const target = isTarget2(site);
  if (!target && !isRead(site)) return;
  const name = site.node.name;
  const options = [];
  const fn = functionOf(site);
  const visible = scene.visible(site);
  const { parent } = site;
  const asksIfThere = parent?.node.type === "UnaryExpression" && parent.node.operator === "typeof" && !visible.some((each) => each.name === name);
  for (const binding of visible) {
    if (binding.name === name || unreadable(binding, site) || (target ? !assignable(binding) : isUnset(binding, site))) continue;
    const isCounter = target && binding.scope.node.type === "ForStatement" && site.start >= (child(binding.scope, "body")?.start ?? site.end);
    options.push([binding.name, oddsOf(binding, site, scene, name, fn) * (asksIfThere ? OF_DECLARED : 1) * (isCounter ? OF_COUNTER : 1)]);
  }
  const total = options.sort((a, b) => b[1] - a[1]).slice(0, MOST5);
  for (const [other, odds] of total) yield replace(site, other, `${name} -> ${other}`, odds);
  if (target || site.key === "callee" || name === "undefined") return;
  for (const other of ["undefined", "null"]) yield replace(site, other, `${name} -> ${other}`, 0.05 * scene.fit.ofConstant(other, site));
}
function oddsOf(binding, site, scene, name, fn) {
  const own2 = functionOf(binding.scope) === fn || binding.scope === fn;
  const outer = binding.scope.node.type !== "Program";
  let odds = own2 ? 1 : outer ? 0.6 : binding.kind === "import" ? 0.12 : 0.25;
  const alike4 = scene.alike(name, binding.name);
  odds *= 1 + 2 * alike4 * alike4;
  if (site.key === "callee" && own2 && isCallable(binding, scene)) odds *= 2;
  odds *= scene.fit.ofName(binding, site);
  const mine = scene.words.uses.get(name);
  const theirs = scene.words.uses.get(binding.name);
  if (mine !== void 0 && theirs !== void 0) odds *= [...mine].some((use) => theirs.has(use)) ? 1.3 : 0.6;
  const beside2 = site.parent?.children.some((each) => each !== site && each.node.type === "Identifier" && each.node.name === binding.name);
  return beside2 ? odds * 0.3 : odds;
}
function isCallable({ name, kind }, scene) {
  return kind === "function" || kind === "class" || (scene.words.uses.get(name)?.has("called") ?? false);
}
function unreadable(binding, site) {
  if (binding.kind !== "let" && binding.kind !== "const" && binding.kind !== "var") return false;
  if (site.start >= binding.at && site.end <= binding.until && binding.kind !== "var") return true;
  return functionOf(site) === functionOf(binding.scope) && site.start < binding.at;
}
function isTarget2({ key, parent }) {
  const type = parent?.node.type ?? "";
  return type === "UpdateExpression" || key === "left" && /^(?:AssignmentExpression|For(?:In|Of)Statement)$/.test(type);
}
function assignable(binding) {
  return binding.kind === "let" || binding.kind === "var" || binding.kind === "param";
}
function* receivers(site, scene) {
  const node = site.node;
  if (node.type === "Identifier" && isRead(site)) {
    for (const [receiver, names2] of scene.words.ofReceiver) {
      if (!names2.has(node.name) || !/^[\w$.]+$/.test(receiver) || receiver === node.name) continue;
      const root = receiver.split(".")[0] ?? receiver;
      const readable = root === "this" ? insideMethod(site) : scene.names(site).has(root);
      if (readable)
        yield replace(site, `${receiver}.${node.name}`, `${node.name} -> ${receiver}.${node.name}`, root === "this" ? 0.8 : 0.5);
    }
  }
  if (node.type !== "MemberExpression" || node.computed || node.property.type !== "Identifier" || !isRead(site)) return;
  const name = node.property.name;
  if (scene.names(site).has(name)) yield replace(site, name, `${scene.text(site)} -> ${name}`, 0.7);
}
function* ofThis(site, scene) {
  const members2 = scene.words.ofReceiver.get("this");
  if (members2 === void 0 || !insideMethod(site)) return;
  if (site.node.type === "Identifier" && isTarget2(site) && members2.has(site.node.name)) {
    const isDeclared2 = scene.names(site).has(site.node.name);
    yield replace(site, `this.${site.node.name}`, `${site.node.name} -> this.${site.node.name}`, isDeclared2 ? 0.2 : 2);
  }
  const [declarator, more] = site.node.type === "VariableDeclaration" ? childList(site, "declarations") : [];
  const id = declarator === void 0 || more !== void 0 ? null : child(declarator, "id");
  const isGiven = declarator !== void 0 && child(declarator, "init") !== null;
  if (id?.node.type !== "Identifier" || !isGiven || !members2.has(id.node.name) || site.key !== "body") return;
  yield { start: site.start, end: id.end, text: `this.${id.node.name}`, label: `${id.node.name} -> this.${id.node.name}`, odds: 1 };
}
var MOST_BOUND = 5;
function* bound(site, scene) {
  if (isMember(site) && site.key === "arguments" && isRead(site) && /^[\w$]+(?:\.[\w$]+)+$/.test(scene.text(site))) {
    const object2 = child(site, "object");
    const isMethod = scene.words.calls.has(propertyName(site) ?? "") || methodsOf(scene.program).has(propertyName(site) ?? "");
    if (object2 !== null && !/^[A-Z]/.test(scene.text(object2)) && isMethod) {
      yield replace(site, `(...given) => ${scene.text(site)}(...given)`, `${scene.text(site)} called on its object`, 1);
      yield replace(site, `${scene.text(site)}.bind(${scene.text(object2)})`, `${scene.text(site)} bound`, 0.5);
    }
  }
  const maker = site.parent?.parent ?? null;
  if (maker?.node.type !== "ClassMethod" || maker.node.kind !== "constructor" || maker.parent === null || site.parent?.children.at(-1) !== site)
    return;
  if (/^(?:Return|Throw)Statement$/.test(site.node.type)) return;
  const methods2 = childList(maker.parent, "body").filter(
    (each) => each.node.type === "ClassMethod" && each.node.kind === "method" && !each.node.static && /\bthis\b/.test(scene.text(each))
  );
  for (const [rank, method] of methods2.slice(0, MOST_BOUND).entries()) {
    const key = child(method, "key");
    const name = key?.node.type === "Identifier" ? key.node.name : null;
    if (name === null || scene.text(maker).includes(`this.${name} =`)) continue;
    const text2 = `this.${name} = this.${name}.bind(this);`;
    yield insert(site.end, `
${indentOf3(site, scene)}${text2}`, text2, 0.6 / (1 + rank / 2));
  }
}
var methodNames = /* @__PURE__ */ new WeakMap();
function methodsOf(program) {
  const known2 = methodNames.get(program);
  if (known2 !== void 0) return known2;
  const found3 = /* @__PURE__ */ new Set();
  for (const each of walk(program)) {
    const key = /^(?:Class|Object)Method$/.test(each.node.type) ? child(each, "key") : null;
    if (key?.node.type === "Identifier") found3.add(key.node.name);
  }
  methodNames.set(program, found3);
  return found3;
}
var OF_DEFAULT2 = 12;
var OF_UNREAD = 6;
function* parameters2(site, scene) {
  const { node } = site;
  if (node.type !== "StringLiteral" && node.type !== "NumericLiteral" && node.type !== "BooleanLiteral") return;
  if (!/^(?:arguments?|right|left|init|value|elements|consequent|alternate|property)$/.test(site.key) || !isRead(site)) return;
  const beside2 = site.parent?.children.map(scene.text) ?? [];
  const settings2 = site.parent?.node.type === "LogicalExpression" ? [] : [...scene.words.defaults.get(scene.text(site)) ?? []];
  const isSetting2 = (name) => settings2.some((each) => isShortFor(name, each) || scene.alike(name, each) > 0.6);
  for (const [text2, donor] of settings2.length === 0 ? [] : scene.words.short.get(functionOf(site)) ?? []) {
    const property = isMember(donor) ? propertyName(donor) : null;
    if (property === null || !isSetting2(property) || !scene.donors.readable(donor, site)) continue;
    yield replace(site, text2, `${scene.text(site)} -> ${text2}`, OF_DEFAULT2);
  }
  const unread2 = new Set(unreadHere(site, scene));
  for (const binding of scene.visible(site).filter((each) => each.kind === "param" || each.scope.node.type !== "Program").toSorted((a, b) => Number(unread2.has(b.name)) - Number(unread2.has(a.name))).slice(0, 8)) {
    const { name, kind } = binding;
    if (beside2.includes(name) || !/^(param|let|var|const)$/.test(kind) || unreadable(binding, site)) continue;
    const meant2 = isSetting2(name) ? OF_DEFAULT2 : unread2.has(name) ? OF_UNREAD : 1;
    const odds = (kind === "param" ? 1 : 0.4) * scene.fit.ofName(binding, site) * meant2;
    yield replace(site, name, `${scene.text(site)} -> ${name}`, odds);
  }
}
function isShortFor(a, b) {
  return Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a));
}
function insideMethod(site) {
  for (const at of ancestors(site)) if (/Method$|FunctionExpression|FunctionDeclaration|Class/.test(at.node.type)) return true;
  return false;
}
function* undeclared(site, scene) {
  if (site.node.type !== "Identifier" || !isRead(site)) return;
  const name = site.node.name;
  const visible = scene.visible(site);
  if (name in globalThis || KNOWN.has(name) || visible.some((binding) => binding.name === name)) return;
  for (const binding of visible) {
    const near2 = distance(name.toLowerCase(), binding.name.toLowerCase());
    if (near2 <= Math.max(1, name.length / 3)) yield replace(site, binding.name, `${name} -> ${binding.name}`, 1 / (1 + near2));
  }
  for (const known2 of KNOWN) if (distance(name, known2) <= 2 && name.length > 3) yield replace(site, known2, `${name} -> ${known2}`, 0.5);
}
function* misdeclared(site, scene) {
  if (site.node.type !== "Identifier" || !(site.key === "id" || site.key === "params" || site.key === "param")) return;
  const name = site.node.name;
  for (const wanted2 of scene.undeclared()) {
    if (wanted2 === name || KNOWN.has(wanted2)) continue;
    const named3 = scene.clues.notDefined.has(wanted2) ? 1 : 0;
    yield replace(site, wanted2, `declares ${wanted2}`, 0.5 + scene.alike(name, wanted2) + named3);
  }
}
var KNOWN = new Set(
  "arguments require module exports __dirname __filename window document self define describe it test expect process Buffer global".split(
    " "
  )
);
function* declared(site, scene) {
  if (site.node.type !== "ObjectProperty" || site.parent?.node.type !== "ObjectPattern" || site.node.computed) return;
  const key = child(site, "key");
  if (key === null || key.node.type !== "Identifier" || !site.node.shorthand) return;
  for (const [name] of scene.words.properties) {
    const alike4 = scene.alike(name, key.node.name);
    if (name !== key.node.name && alike4 > 0.6)
      yield { start: key.start, end: key.end, text: `${name}: ${key.node.name}`, label: `destructured ${name}`, odds: alike4 };
  }
}
var identifierFamilies = [
  { name: "member of this", share: 0.08, propose: ofThis },
  { name: "method bound", share: 0.015, propose: bound },
  { name: "identifier", share: 0.11, propose: identifiers2 },
  { name: "parameter for a constant", share: 0.02, propose: parameters2 },
  { name: "receiver", share: 0.02, propose: receivers },
  { name: "undeclared name", share: 0.3, propose: undeclared },
  { name: "misdeclared name", share: 0.1, anywhere: true, propose: misdeclared },
  { name: "destructured name", share: 8e-3, propose: declared }
];

// src/engine/templates/families/literals.ts
var TYPE_NAMES2 = ["string", "number", "object", "function", "boolean", "undefined", "symbol", "bigint"];
function* numbers4(site, scene) {
  const node = site.node;
  if (node.type !== "NumericLiteral" || site.key === "key" && site.parent?.node.type === "ObjectProperty") return;
  const raw = scene.text(site);
  const value = node.value;
  const options = /* @__PURE__ */ new Map();
  const offer = (text2, odds) => {
    if (text2 !== raw && (options.get(text2) ?? 0) < odds) options.set(text2, odds);
  };
  const bits = /^0[xXbBoO]/.test(raw);
  if (Number.isInteger(value)) {
    offer(String(value + 1), 1);
    offer(value > 0 ? String(value - 1) : "-1", 1);
    offer(String(value + 2), 0.3);
    if (value >= 2) offer(String(value - 2), 0.3);
    if (value >= 4) {
      for (const near2 of [value * 2, value / 2, value * 10, value / 10]) if (Number.isInteger(near2)) offer(String(near2), 0.2);
    }
  } else for (const near2 of [value + 1, value - 1, value * 10, value / 10, 1 - value]) offer(String(Number(near2.toPrecision(12))), 0.3);
  if (bits) {
    const hex = (wanted2) => `0x${wanted2.toString(16)}`;
    for (const near2 of [value + 1, value - 1, value << 1, value >> 1, value << 4 | 15, value >> 4]) if (near2 >= 0) offer(hex(near2), 0.6);
  }
  offer("0", 0.8);
  offer("1", 0.8);
  offer("2", 0.45);
  if (value !== 0 && site.parent?.node.type !== "UnaryExpression") offer(`-${raw}`, 0.3);
  for (const [other, uses] of scene.words.numbers) offer(other, Math.min(0.35, 0.12 * uses) * likeNumbers(raw, other));
  for (const wanted2 of scene.clues.expectedNumbers) offer(wanted2, 0.5);
  for (const { expected, actual } of scene.clues.pairs) if (actual === raw && /^-?[\d.]+$/.test(expected)) offer(expected, 2);
  for (const round of ["10", "100", "1000", "16", "255", "256", "60", "24"]) offer(round, value >= 8 ? 0.12 : 0.03);
  if (value >= 30 && value <= 300) for (const edge of CHARACTER_EDGES) offer(edge, 0.08);
  const fit = isOfBase(site) ? BASES : isMask(site) ? MASKS : null;
  for (const [text2, odds] of options)
    yield replace(site, text2, `${raw} -> ${text2}`, fit === null ? odds : fit.has(text2) ? OF_FITTING : OF_OTHERS * odds);
}
var OF_FITTING = 2;
var OF_OTHERS = 0.1;
var BASES = /* @__PURE__ */ new Set(["2", "8", "10", "16", "36"]);
var MASKS = new Set(Array.from({ length: 16 }, (_, bit) => [`${1 << bit}`, `${(2 << bit) - 1}`]).flat());
function isMask({ node, parent }) {
  const isBit = node.type === "NumericLiteral" && MASKS.has(`${node.value}`) && node.value > 1;
  return isBit && parent?.node.type === "BinaryExpression" && /^[&|^]$/.test(parent.node.operator);
}
function isOfBase(site) {
  const name = site.key === "arguments" && site.parent !== null && isCall(site.parent) ? calleeName(site.parent) : null;
  return name === "parseInt" && site.index === 1 || name === "toString" && site.index === 0;
}
var CHARACTER_EDGES = ["47", "48", "57", "58", "64", "65", "90", "91", "96", "97", "122", "123"];
function likeNumbers(a, b) {
  return Math.abs(a.length - b.length) <= 1 && a.startsWith("0x") === b.startsWith("0x") ? 1 : 0.4;
}
function* booleans2(site, scene) {
  const node = site.node;
  const raw = scene.text(site);
  if (node.type === "BooleanLiteral") {
    yield replace(site, String(!node.value), `${raw} -> ${!node.value}`, isCondition(site) ? 0.2 : 1);
    if (!isCondition(site)) for (const other of ["null", "undefined"]) yield replace(site, other, `${raw} -> ${other}`, 0.1);
  } else if (node.type === "NullLiteral" || node.type === "Identifier" && node.name === "undefined" && isRead(site)) {
    const other = node.type === "NullLiteral" ? "undefined" : "null";
    yield replace(site, other, `${raw} -> ${other}`, 0.8);
    for (const text2 of ["false", "true", "{}", "[]", "''", "0"]) yield replace(site, text2, `${raw} -> ${text2}`, 0.25);
  }
}
function* strings2(site, scene) {
  const node = site.node;
  if (node.type !== "StringLiteral" || site.key === "source" || site.parent?.node.type === "Directive") return;
  const raw = scene.text(site);
  const quote2 = raw[0] ?? "'";
  const value = node.value;
  const options = /* @__PURE__ */ new Map();
  const offer = (text2, odds) => {
    if (text2 !== value && (options.get(text2) ?? 0) < odds) options.set(text2, odds);
  };
  if (TYPE_NAMES2.includes(value)) for (const type of TYPE_NAMES2) offer(type, 0.7);
  for (const [other, uses] of scene.words.strings) {
    if (other.length > 80) continue;
    const alike4 = scene.alike(value, other);
    const odds = Math.min(0.4, 0.1 + 0.05 * uses) * (value.length <= 2 === other.length <= 2 ? 1 : 0.3) + alike4 * 0.5;
    if (odds > 0.2) offer(other, odds);
    else if (value === "") offer(other, 0.1 + 0.05 * Math.min(uses, 4));
  }
  for (const wanted2 of scene.clues.expectedStrings) offer(wanted2, 0.15 + 0.7 * scene.alike(value, wanted2));
  const untested = scene.clues.testStrings.size > 0 && !scene.clues.testStrings.has(value);
  for (const seen of scene.clues.testStrings) {
    if (untested && !scene.words.strings.has(seen) && seen.length < 60) offer(seen, 0.2 + 0.5 * scene.alike(value, seen));
    const alike4 = scene.alike(value, seen);
    if (alike4 > 0.6 && seen.length < 60) offer(seen, 0.6 * alike4);
  }
  for (const [text2, odds] of variants(value)) offer(text2, odds);
  if (isGathered(site, scene)) offer("", 2);
  for (const [text2, odds] of repaired(value, scene)) offer(text2, odds);
  const best2 = [...options].sort((a, b) => b[1] - a[1]).slice(0, 40);
  for (const [text2, odds] of best2) yield replace(site, quoted(text2, quote2), `${brief(raw)} -> ${brief(quoted(text2, quote2))}`, odds);
}
function isGathered({ key, parent }, scene) {
  const id = key === "init" && parent !== null ? child(parent, "id") : null;
  return id?.node.type === "Identifier" && new RegExp(`(?<![\\w$.])${escapeRegex(id.node.name)} \\+= `).test(scene.file.text);
}
function variants(value) {
  const found3 = [
    ["", value === " " ? 0.8 : 0.35],
    [" ", value === "" ? 0.8 : 0.05],
    [value.toLowerCase(), 0.4],
    [value.toUpperCase(), 0.3],
    [value.charAt(0).toUpperCase() + value.slice(1), 0.2],
    [value.trim(), 0.5],
    [`${value} `, 0.15],
    [` ${value}`, 0.12],
    [value.slice(0, -1), 0.2],
    [value.slice(1), 0.2],
    [`${value}s`, /\w{3}$/.test(value) ? 0.1 : 0]
  ];
  if (value === "")
    for (const [text2, odds] of [
      [",", 0.4],
      ["\n", 0.3],
      ["/", 0.3],
      ["-", 0.2],
      [", ", 0.3],
      ["0", 0.2],
      [".", 0.2],
      ["_", 0.1]
    ])
      found3.push([text2, odds]);
  for (const [a, b] of CONFUSABLE) {
    if (value.includes(a)) found3.push([value.replace(a, b), value.length <= 2 ? 0.4 : 0.2]);
    if (value.includes(b)) found3.push([value.replace(b, a), value.length <= 2 ? 0.4 : 0.2]);
  }
  return found3.filter(([, odds]) => odds > 0);
}
var CONFUSABLE = [
  [",", ";"],
  [":", ";"],
  [".", ","],
  ["-", "_"],
  ["/", "\\"],
  ["(", "["],
  [")", "]"],
  ["{", "["],
  ["}", "]"],
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
  ["<", ">"],
  ["+", "-"],
  ["'", '"'],
  ["\n", "\r\n"],
  ["	", " "],
  ["&", "|"],
  ["0", "O"],
  ["1", "l"],
  ["?", "!"],
  ["=", ":"],
  ["#", "@"]
];
function repaired(value, scene) {
  const found3 = [];
  for (const { expected, actual } of scene.clues.pairs) {
    if (expected === actual || expected.length > 400 || actual.length > 400) continue;
    if (value === actual) found3.push([expected, 3]);
    let from = 0;
    while (from < expected.length && from < actual.length && expected[from] === actual[from]) from++;
    let back = 0;
    while (back < Math.min(expected.length, actual.length) - from && expected.at(-1 - back) === actual.at(-1 - back)) back++;
    const wrong = actual.slice(from, actual.length - back);
    const right = expected.slice(from, expected.length - back);
    if (wrong !== "" && wrong.length < 60 && value.includes(wrong)) found3.push([value.replace(wrong, right), wrong.length > 2 ? 2.5 : 0.8]);
    if (wrong === "" && value === "" && right.length < 40) found3.push([right, 1.5]);
    if (wrong === "" && right.length < 40) {
      const around2 = actual.slice(Math.max(0, from - 4), from);
      if (around2 !== "" && value.endsWith(around2)) found3.push([value + right, 1.5]);
      const after = actual.slice(from, from + 4);
      if (after !== "" && value.startsWith(after)) found3.push([right + value, 1.5]);
      const inside = around2 === "" || after === "" ? -1 : value.indexOf(around2.slice(-2) + after.slice(0, 2));
      if (inside >= 0) found3.push([value.slice(0, inside + 2) + right + value.slice(inside + 2), 1.5]);
    }
  }
  return found3;
}
function* shown(site, scene) {
  const { node } = site;
  const plain3 = node.type === "StringLiteral" && site.key !== "source" && site.parent?.node.type !== "Directive";
  if (scene.clues.pairs.length === 0 || !(plain3 || node.type === "TemplateElement")) return;
  const raw = scene.text(site);
  const value = node.type === "StringLiteral" ? node.value : raw;
  for (const [text2, odds] of repaired(value, scene)) {
    if (!plain3 && /[`\\]|\$\{/.test(text2)) continue;
    const made2 = plain3 ? quoted(text2, raw[0] ?? "'") : text2;
    yield replace(site, made2, `${brief(raw)} -> ${brief(made2)}`, odds / 3);
  }
}
function quoted(text2, quote2) {
  const inner = JSON.stringify(text2).slice(1, -1);
  return quote2 === '"' ? `"${inner}"` : `'${inner.replace(/\\"/g, '"').replace(/'/g, "\\'")}'`;
}
function* templateText(site, scene) {
  const node = site.node;
  if (node.type !== "TemplateElement") return;
  const raw = scene.text(site);
  if (raw.length > 200) return;
  const options = new Map([
    ...repaired(raw, scene),
    ...variants(raw).map(([text2, odds]) => [text2, odds * 0.5])
  ]);
  for (const [text2, odds] of options) {
    if (text2 !== raw && !/[`\\]|\$\{/.test(text2)) yield replace(site, text2, `text ${brief(raw)} -> ${brief(text2)}`, odds);
  }
}
var MOST_COUNTED2 = 3;
var AS_LIST = /\bof ([\w$]+)|(?<![\w$.])([\w$]+)(?:\[|\.(?:length|map|filter|reduce|forEach|join|slice)\b)/g;
var lists = /* @__PURE__ */ new WeakMap();
function listsIn(scope, scene) {
  const known2 = lists.get(scope);
  if (known2 !== void 0) return known2;
  const text2 = scope.node.type === "Program" ? "" : scene.text(scope);
  const found3 = new Set([...text2.matchAll(AS_LIST)].map(([, gone, used]) => gone ?? used ?? ""));
  lists.set(scope, found3);
  return found3;
}
function* howMany(site, scene) {
  if (site.node.type !== "NumericLiteral" || site.node.value < 2 || !Number.isInteger(site.node.value) || !isRead(site)) return;
  const counted2 = scene.visible(site).filter(
    ({ name, kind, scope, until }) => /^(?:param|const|let|var)$/.test(kind) && until <= site.start && listsIn(scope, scene).has(name)
  );
  for (const [rank, { name }] of counted2.slice(0, MOST_COUNTED2).entries())
    yield replace(site, `${name}.length`, `${scene.text(site)} -> ${name}.length`, 1 / (1 + rank / 2));
}
var literalFamilies = [
  { name: "number", share: 0.08, propose: numbers4 },
  { name: "how many", share: 6e-3, propose: howMany },
  { name: "boolean or null", share: 0.04, propose: booleans2 },
  { name: "string", share: 0.045, propose: strings2 },
  { name: "text by the difference", share: 0.25, propose: shown },
  { name: "template text", share: 0.012, propose: templateText }
];

// src/engine/templates/families/lost-calls.ts
var MOST_GIVEN = 3;
var MOST_METHODS = 6;
var MOST_COLLECTIONS = 4;
function* doneWith2(block, scene) {
  for (const name of functionsAskedFor(block, scene)) yield* callsOf2(name, block, scene);
  const loop = loopAround(block);
  if (loop === null) return;
  const { element, list } = loop;
  yield* callsOf2(element, block, scene);
  const inEach = list === null ? [element] : [element, `${element}, ${list}[${element}]`];
  const methods2 = [...scene.words.ofReceiver.get("this")?.keys() ?? []].filter((name) => scene.words.methods.has(name));
  for (const [at, method] of methods2.slice(0, MOST_METHODS).entries())
    for (const given of inEach) yield [`this.${method}(${given});`, 0.6 / (1 + at / 3)];
  for (const [at, statement] of collectionsOf(block, element, scene).entries()) yield [statement, 1 / (1 + at / 3)];
}
function functionsAskedFor(block, scene) {
  const test = block.parent?.node.type === "IfStatement" && block.key === "consequent" ? child(block.parent, "test") : null;
  if (test === null) return [];
  const asked = /\btypeof ([\w$]+) ===? (["'])function\2/.exec(scene.text(test))?.[1];
  const { node } = test;
  const isHeld2 = node.type === "Identifier" && scene.fit.kindsNamed(node.name, block)?.has("function") === true;
  return [...asked === void 0 ? [] : [asked], ...isHeld2 ? [node.name] : []];
}
function* callsOf2(name, block, scene) {
  const kinds2 = scene.fit.kindsNamed(name, block);
  if (kinds2 !== null && !kinds2.has("function")) return;
  const sure = isOnly(kinds2, "function") ? 1.5 : 1;
  const fn = functionOf(block);
  const params = fn === null ? [] : parametersOf2(fn, scene).map((each) => each.name);
  for (const call of [`${name}()`, ...params.flatMap((given) => given === name ? [] : [`${name}(${given})`]).slice(0, MOST_GIVEN)]) {
    yield [`${call};`, sure];
    yield [`return ${call};`, 0.4 * sure];
  }
}
function loopAround(block) {
  const { parent } = block;
  if (parent === null || block.key !== "body") return null;
  if (parent.node.type === "ForOfStatement" || parent.node.type === "ForInStatement") {
    const { left: left2, right, type } = parent.node;
    const id = left2.type === "VariableDeclaration" ? left2.declarations[0]?.id : left2;
    if (id?.type !== "Identifier") return null;
    return { element: id.name, list: type === "ForInStatement" && right.type === "Identifier" ? right.name : null };
  }
  const isCallback = isFunction(parent) && parent.key === "arguments" && parent.parent !== null && isCall(parent.parent);
  const [first] = isCallback && calleeName(parent.parent ?? parent) === "forEach" ? childList(parent, "params") : [];
  return first?.node.type === "Identifier" ? { element: first.node.name, list: null } : null;
}
function collectionsOf(block, element, scene) {
  const found3 = /* @__PURE__ */ new Set();
  const fill = (receiver) => {
    const methods2 = scene.words.ofReceiver.get(receiver);
    for (const method of ["add", "push", "delete"]) if (methods2?.has(method)) found3.add(`${receiver}.${method}(${element});`);
  };
  for (const { name, scope } of scene.visible(block)) {
    if (scope.node.type === "Program" || name === element) continue;
    fill(name);
    const isSet = isOnly(scene.fit.kindsNamed(name, block), "set");
    if (isSet) found3.add(`${name}.add(${element});`);
  }
  for (const receiver of scene.words.ofReceiver.keys()) if (receiver.startsWith("this.")) fill(receiver);
  for (const member of newSetsOf(scene.program)) found3.add(`this.${member}.add(${element});`);
  return [...found3].slice(0, MOST_COLLECTIONS);
}
function newSetsOf(program) {
  return [...walk(program)].flatMap(
    ({ node }) => node.type === "ClassProperty" && node.key.type === "Identifier" && node.value?.type === "NewExpression" && node.value.callee.type === "Identifier" && node.value.callee.name === "Set" ? [node.key.name] : []
  );
}

// src/engine/templates/families/unfinished.ts
var MOST_VALUES4 = 6;
var MOST_WAITING2 = 4;
var JUMP4 = /^(?:Return|Throw|Break|Continue)Statement$/;
function unchangedIn2(fn, scene) {
  const known2 = unchanged2.get(fn);
  if (known2 !== void 0) return known2;
  const found3 = /* @__PURE__ */ new Map();
  for (const site of walk(fn)) {
    const [id, init] = site.node.type === "VariableDeclarator" ? [child(site, "id"), child(site, "init")] : [null, null];
    const start = init === null ? null : startOf(init);
    const isConstant3 = site.parent?.node.type === "VariableDeclaration" && site.parent.node.kind === "const";
    if (id?.node.type === "Identifier" && start !== null && (start === "list" || !isConstant3)) found3.set(scene.text(id), start);
  }
  for (const site of walk(fn)) {
    if (site.node.type !== "Identifier") continue;
    const isFilled = /^(?:object|arguments)$/.test(site.key) && !/\.length$/.test(site.parent === null ? "" : scene.text(site.parent));
    if (isTarget(site) || isFilled && found3.get(site.node.name) === "list") found3.delete(site.node.name);
  }
  unchanged2.set(fn, found3);
  return found3;
}
var unchanged2 = /* @__PURE__ */ new WeakMap();
function startOf({ node, children }) {
  if (node.type === "NumericLiteral") return node.value === 1 ? "one" : "number";
  if (node.type === "UnaryExpression" && node.operator === "-") return "number";
  if (node.type === "StringLiteral" && node.value === "") return "text";
  if (node.type === "BooleanLiteral") return node.value ? "true" : "false";
  if (node.type === "NullLiteral") return "null";
  return node.type === "ArrayExpression" && children.length === 0 ? "list" : null;
}
function valuesOf4(loop, scene) {
  const found3 = /* @__PURE__ */ new Set();
  const head = child(loop, "left") ?? child(loop, "init");
  for (const each of head === null ? [] : walk(head)) {
    if (each.node.type !== "Identifier" || each.key === "init") continue;
    const test = child(loop, "test");
    const list = test === null ? void 0 : /([\w$.]+)\.length\b/.exec(scene.text(test))?.[1];
    if (list !== void 0) found3.add(`${list}[${each.node.name}]`);
    found3.add(each.node.name);
  }
  const body = child(loop, "body");
  for (const each of body === null ? [] : walk(body)) {
    const id = each.node.type === "VariableDeclarator" ? child(each, "id") : null;
    if (id?.node.type === "Identifier") found3.add(id.node.name);
    if (each.node.type === "Identifier" && isTarget(each)) found3.add(each.node.name);
  }
  return [...found3].slice(0, MOST_VALUES4);
}
function sharesOf(name, loop, scene) {
  const fn = functionOf(loop);
  const given = fn === null ? [] : parametersOf2(fn, scene).map((each) => each.name);
  const divided = [...walk(loop)].flatMap((site) => {
    const [left2, right] = site.node.type === "BinaryExpression" && /^[%/]$/.test(site.node.operator) ? site.children : [];
    return left2 !== void 0 && right !== void 0 && isSimple(right) && scene.text(left2) === name ? [scene.text(right)] : [];
  });
  return [.../* @__PURE__ */ new Set([...divided, ...given, "10", "2"])].filter((value) => value !== name && value !== "0").slice(0, MOST_VALUES4);
}
var OF_UNREAD2 = 4;
function stepsOf4(name, start, values, unread2) {
  const of2 = (way, odds) => values.filter((value) => value !== name).map((value, rank) => [way(value), odds * (unread2.includes(value) ? OF_UNREAD2 : 1) / (1 + rank / 3)]);
  const added2 = of2((value) => `${name} += ${value};`, 1);
  const counted2 = [
    [`${name}++;`, 1],
    [`${name}--;`, 0.3]
  ];
  switch (start) {
    case "awaited": {
      const parts = values.flatMap((value, rank) => [
        [`${name} = Math.floor(${name} / ${value});`, 1.2 / (1 + rank / 3)],
        [`${name} -= ${value};`, 0.5 / (1 + rank / 3)],
        [`${name} = ${name} % ${value};`, 0.2 / (1 + rank / 3)]
      ]);
      return [...counted2, [`${name}--;`, 0.8], ...added2, ...parts];
    }
    case "number":
    case "one": {
      const larger = of2((value) => `${name} = Math.max(${name}, ${value});`, 0.4);
      return [...added2, ...counted2, ...of2((value) => `${name} *= ${value};`, start === "one" ? 1.2 : 0.3), ...larger];
    }
    case "text":
      return added2;
    case "list":
      return of2((value) => `${name}.push(${value});`, 1);
    case "false":
      return [[`${name} = true;`, 1]];
    case "true":
      return [[`${name} = false;`, 1]];
    case "null":
      return of2((value) => `${name} = ${value};`, 1);
  }
}
function* stepAdded2(site, scene) {
  const loop = isListed(site) && !JUMP4.test(site.node.type) ? loopOf(site) : null;
  const fn = functionOf(site);
  if (loop === null || fn === null || site.parent === null || childList(site.parent, site.key).at(-1) !== site) return;
  const visible = scene.names(site);
  const waiting = new Map(awaitedBy2(loop, scene).map((name) => [name, "awaited"]));
  for (const [name, start] of unchangedIn2(fn, scene)) if (visible.has(name)) waiting.set(name, start);
  if (waiting.size === 0) return;
  const unread2 = unreadHere(site, scene);
  const values = valuesOf4(loop, scene);
  const deep2 = site.parent === child(loop, "body") ? 1 : 0.6;
  const moved3 = movedBy(site);
  for (const [name, start] of [...waiting].slice(0, MOST_WAITING2))
    for (const [text2, odds] of stepsOf4(name, start, start === "awaited" ? sharesOf(name, loop, scene) : values, unread2)) {
      yield insert(site.end, `
${indentOf3(site, scene)}${text2}`, brief(text2), odds * deep2);
      if (moved3 !== null && text2.split(/[^\w$]+/).includes(moved3))
        yield insert(site.start, `${text2}
${indentOf3(site, scene)}`, brief(text2), odds * deep2);
    }
}
function movedBy(site) {
  const { node } = site;
  if (node.type !== "ExpressionStatement" || node.expression.type !== "AssignmentExpression") return null;
  const { left: left2 } = node.expression;
  return left2.type === "Identifier" ? left2.name : null;
}
function stepsAwaited2(loop, scene) {
  return awaitedBy2(loop, scene).slice(0, MOST_WAITING2).flatMap((name) => stepsOf4(name, "awaited", sharesOf(name, loop, scene), []));
}
function awaitedBy2(loop, scene) {
  const test = /^(?:Do)?WhileStatement$/.test(loop.node.type) ? child(loop, "test") : null;
  if (test === null) return [];
  const variables = new Set(scene.visible(test).flatMap(({ name, kind }) => /^(?:let|var|param)$/.test(kind) ? [name] : []));
  const asked = /* @__PURE__ */ new Set();
  for (const { node, key } of walk(test)) if (node.type === "Identifier" && !/^(?:callee|object)$/.test(key)) asked.add(node.name);
  for (const each of walk(loop)) if (each.node.type === "Identifier" && isTarget(each)) asked.delete(each.node.name);
  return [...asked].filter((name) => variables.has(name));
}
function* boundCompared(site, scene) {
  const { node, parent } = site;
  if (site.key !== "test" || parent?.node.type !== "ForStatement") return;
  const isValue2 = /^(?:Identifier|MemberExpression|NumericLiteral)$/.test(node.type);
  if (!isValue2 && !(node.type === "BinaryExpression" && /^[-+*/%]$/.test(node.operator))) return;
  const [init, update] = [child(parent, "init"), child(parent, "update")];
  const declared2 = init === null ? void 0 : [...walk(init)].find((each) => each.node.type === "VariableDeclarator");
  const counter = declared2 === void 0 ? null : child(declared2, "id");
  if (counter?.node.type !== "Identifier" || update === null || placesOf2(scene.text(counter), site).length > 0) return;
  const isDown = /--|-=/.test(scene.text(update));
  for (const [operator, odds] of isDown ? [
    [">=", 1],
    [">", 1]
  ] : [
    ["<", 1.3],
    ["<=", 0.7]
  ]) {
    const text2 = `${scene.text(counter)} ${operator} ${scene.text(site)}`;
    yield replace(site, text2, brief(text2), odds);
  }
}
function* bothCompared(site, scene) {
  const fn = site.parent !== null && isFunction(site.parent) ? site.parent : functionOf(site);
  const isResult = site.key === "body" || site.key === "argument" && site.parent?.node.type === "ReturnStatement";
  if (!isResult || !isRead(site) || fn?.parent == null || !isCall(fn.parent) || !/^(?:sort|toSorted)$/.test(calleeName(fn.parent) ?? ""))
    return;
  const [a, b, more] = childList(fn, "params");
  if (a?.node.type !== "Identifier" || b?.node.type !== "Identifier" || more !== void 0) return;
  const names2 = [a.node.name, b.node.name];
  const read = names2.filter((name) => placesOf2(name, site).length > 0);
  const [only] = read;
  if (only === void 0 || read.length > 1) return;
  const other = only === names2[0] ? names2[1] : names2[0];
  const own2 = scene.operand(site);
  const told2 = retold(site, new Map(placesOf2(only, site).map((place) => [place, other])), scene);
  const counterpart = isSimple(site) ? told2 : `(${told2})`;
  for (const [first, second] of only === names2[0] ? [
    [own2, counterpart],
    [counterpart, own2]
  ] : [
    [counterpart, own2],
    [own2, counterpart]
  ]) {
    yield replace(site, `${first} - ${second}`, brief(`${first} - ${second}`), 1);
    yield replace(site, `${first}.localeCompare(${second})`, brief(`${first}.localeCompare(${second})`), 0.4);
    yield replace(site, `${first} < ${second} ? -1 : 1`, brief(`${first} < ${second} ? -1 : 1`), 0.3);
  }
}
function placesOf2(name, site) {
  return [...walk(site)].filter((each) => each.node.type === "Identifier" && each.node.name === name && (each === site || isRead(each)));
}
var unfinishedFamilies2 = [
  { name: "step added", share: 0.05, propose: stepAdded2 },
  { name: "bound compared", share: 0.05, propose: boundCompared },
  { name: "order of two", share: 0.05, propose: bothCompared }
];

// src/engine/templates/families/lost.ts
var LONGEST14 = 300;
var MOST_MODELS = 14;
var MOST_JOINED = 8;
var MOST_GATHERED = 3;
var MOST_VALUES5 = 8;
var JUMP5 = /^(?:Return|Throw|Break|Continue)Statement$/;
var WORDS = {
  ...{ true: "true", false: "false", null: "null", undefined: "undefined", nan: "Number.NaN" },
  ...{ infinity: "Number.POSITIVE_INFINITY", "-infinity": "Number.NEGATIVE_INFINITY" }
};
function lastOf(site) {
  const last = childList(site, "consequent").at(-1);
  return last?.node.type === "BlockStatement" ? last.children.at(-1) : last;
}
function* lostCase(site, scene) {
  if (site.node.type !== "SwitchCase" || site.parent === null) return;
  const own2 = childList(site, "consequent");
  const [only] = own2;
  const isEmptyBlock = own2.length === 1 && only?.node.type === "BlockStatement" && only.children.length === 0;
  if (own2.length > 0 && !isEmptyBlock) return;
  const siblings2 = childList(site.parent, "cases").filter((each) => each !== site && lastOf(each) !== void 0);
  if (siblings2.length === 0 || !siblings2.some((each) => JUMP5.test(lastOf(each)?.node.type ?? ""))) return;
  const put = (text2, odds) => only === void 0 ? insert(site.end, ` {
${indentOf3(site, scene)}  ${text2}
${indentOf3(site, scene)}}`, `case: ${brief(text2)}`, odds) : replace(only, `{
${indentOf3(site, scene)}  ${text2}
${indentOf3(site, scene)}}`, `case: ${brief(text2)}`, odds);
  const near2 = siblings2.toSorted((a, b) => Math.abs(a.index - site.index) - Math.abs(b.index - site.index));
  const answers3 = answersFor(site, scene);
  for (const [at, sibling] of near2.slice(0, 4).entries()) {
    const last = lastOf(sibling);
    if (last === void 0) continue;
    const all = (sibling.children.find((each) => each.node.type === "BlockStatement")?.children ?? childList(sibling, "consequent")).slice(
      0,
      8
    );
    const whole2 = all.map(scene.text).join(`
${indentOf3(site, scene)}  `);
    if (whole2.length < LONGEST14) yield put(whole2, 0.5 / (1 + at / 2));
    const told2 = relabelled(whole2, labelOf3(sibling), labelOf3(site));
    if (told2 !== null && whole2.length < LONGEST14) yield put(told2, 3 / (1 + at / 2));
    const said = last.node.type === "ReturnStatement" ? child(last, "argument") : null;
    const value = said?.node.type === "TSAsExpression" ? child(said, "expression") : said;
    if (value === null || said === null || at > 0) continue;
    const cast = scene.file.text.slice(value.end, said.end);
    for (const [text2, odds] of answers3) yield put(`return ${text2}${cast};`, odds);
  }
  if (siblings2.some((each) => lastOf(each)?.node.type === "BreakStatement")) yield put("break;", 0.5);
}
function labelOf3(site) {
  const test = child(site, "test");
  return test?.node.type === "StringLiteral" ? test.node.value : null;
}
function relabelled(text2, from, to) {
  if (!from || !to || from.length < 2) return null;
  const made2 = text2.replaceAll(new RegExp(escapeRegex(from), "gi"), (word) => inCaseOf(word, to));
  return made2 === text2 ? null : made2;
}
function answersFor(site, scene) {
  const test = child(site, "test");
  const label = labelOf3(site);
  const found3 = /* @__PURE__ */ new Map();
  const word = label === null || !Object.hasOwn(WORDS, label.toLowerCase()) ? void 0 : WORDS[label.toLowerCase()];
  if (word !== void 0) found3.set(word, 3);
  for (const answer2 of scene.clues.answers) found3.set(answer2, Math.max(found3.get(answer2) ?? 0, 1.5));
  for (const text2 of scene.clues.expectedStrings.slice(0, 6)) found3.set(JSON.stringify(text2), 1);
  for (const text2 of Object.values(WORDS)) if (!found3.has(text2)) found3.set(text2, 0.4);
  if (test !== null) found3.set(scene.text(test), 0.4);
  return [...found3];
}
function* lostBranch(site, scene) {
  const { parent } = site;
  if (site.node.type !== "BlockStatement" || site.children.length > 0 || parent === null || !/^\{\s*\}$/.test(scene.text(site))) return;
  const put = (text2, odds) => replace(site, `{ ${text2} }`, `branch: ${brief(text2)}`, odds);
  for (const [text2, odds] of doneWith2(site, scene)) yield put(text2, odds);
  if (!/^(?:If|For|ForOf|ForIn|While|DoWhile)Statement$/.test(parent.node.type)) return;
  const fn = functionOf(site);
  for (const { name, kind } of scene.visible(site)) if (kind === "catch") yield put(`throw ${name};`, 2);
  for (const [text2, odds] of errorsFor(scene)) yield put(`throw ${text2};`, odds);
  for (const [text2, odds] of callsFor(site, scene)) yield put(text2, odds);
  for (const [text2, odds] of assignmentsFor(site, scene)) yield put(text2, odds);
  for (const [text2, odds] of gatheredFor(site, scene)) yield put(text2, odds);
  for (const [text2, odds] of begunFor(site, scene)) yield put(text2, odds);
  for (const [text2, odds] of stepsAwaited2(parent, scene)) yield put(text2, 2 * odds);
  let models = 0;
  for (const block of modelsFor(site, scene)) {
    const names2 = renamed(block, functionOf(block), { fn, at: site }, scene);
    if (names2 === null || models >= MOST_MODELS) continue;
    models += 1;
    yield replace(
      site,
      retold(block, names2, scene),
      `branch as another one: ${brief(scene.text(block))}`,
      functionOf(block) === fn ? 1 : 0.4
    );
  }
  const near2 = (scene.words.statements.get(fn) ?? []).filter((each) => /^Expression/.test(each.node.type) && scene.donors.readable(each, site)).toSorted((a, b) => Math.abs(a.line - site.line) - Math.abs(b.line - site.line)).map(scene.text);
  const few = [...new Set(near2)].slice(0, MOST_JOINED);
  for (const [at, a] of few.entries())
    for (const b of few.slice(at + 1)) {
      yield put(`${a} ${b}`, 0.15);
      yield put(`${b} ${a}`, 0.1);
    }
}
function* callsFor(site, scene) {
  const unread2 = unreadAt(site, scene);
  const known2 = scene.visible(site);
  const given = known2.filter(({ kind, scope }) => /^(?:param|const|let|var)$/.test(kind) && scope.node.type !== "Program").slice(0, 6);
  for (const { name, kind } of known2) {
    if (!unread2.has(name) || !/^(?:function|import)$/.test(kind)) continue;
    for (const [at, { name: value }] of given.entries()) {
      const near2 = 1 / (1 + at / 3);
      yield [`${name}(${value});`, 1.5 * near2];
      yield [`return ${name}(${value});`, 1.5 * near2];
      yield [`${name}(${value}); return;`, near2];
      yield [`${value} = ${name}(${value});`, 0.6 * near2];
    }
  }
}
function* gatheredFor(site, scene) {
  const fn = functionOf(site);
  const around2 = fn === null ? scene.file.text : scene.text(fn);
  const own2 = scene.visible(site).filter(({ kind, scope }) => /^(?:param|const|let|var)$/.test(kind) && scope.node.type !== "Program");
  const unread2 = new Set(unreadHere(site, scene));
  const ways = own2.flatMap(({ name, kind }) => {
    const escaped2 = escapeRegex(name);
    if (kind !== "const" && new RegExp(`(?<![\\w$.])${escaped2} \\+= `).test(around2)) return [(value) => `${name} += ${value};`];
    if (kind !== "const" && new RegExp(`\\blet ${escaped2}\\b[^;\\n]*= (?:""|''|0)`).test(around2))
      return [(value) => `${name} += ${value};`];
    return new RegExp(`(?<![\\w$.])${escaped2}(?:\\.push\\(|(?:: [^=\\n]+)? = \\[\\])`).test(around2) ? [(value) => `${name}.push(${value});`] : [];
  });
  const values = own2.map(({ name, scope, at }) => ({ name, near: (unread2.has(name) ? 3 : 1) * (scope === own2[0]?.scope ? 1.5 : 1), at })).toSorted((a, b) => b.near - a.near || b.at - a.at);
  const texts2 = [...scene.words.strings].filter(([text2]) => text2.length > 0 && text2.length < 4).sort((a, b) => b[1] - a[1]);
  for (const way of ways.slice(0, MOST_GATHERED)) {
    for (const [at, { name, near: near2 }] of values.slice(0, MOST_VALUES5).entries())
      if (!way(name).startsWith(`${name} `) && !way(name).startsWith(`${name}.`)) yield [way(name), 0.8 * near2 / (1 + at / 3)];
    for (const [at, [text2]] of texts2.slice(0, MOST_VALUES5).entries()) yield [way(JSON.stringify(text2)), 0.5 / (1 + at / 3)];
  }
}
function* begunFor(site, scene) {
  const beside2 = site.parent === null ? null : child(site.parent, site.key === "alternate" ? "consequent" : "alternate");
  if (beside2 === null || site.parent?.node.type !== "IfStatement") return;
  for (const statement of beside2.node.type === "BlockStatement" ? beside2.children : [beside2]) {
    const text2 = scene.text(statement);
    const stepped = /^(?<target>[\w$.[\]'"]+?)(?:\s*(?<sign>[-+*/])=\s*(?<value>[^=;]{1,30})|\+\+|--|\.push\((?<item>[^()]{1,30})\));?$/.exec(
      text2
    )?.groups;
    if (stepped?.target === void 0) continue;
    const { target } = stepped;
    if (scene.visible(site).some(({ name, kind }) => name === target && kind === "const")) continue;
    const values = stepped.item === void 0 ? [.../* @__PURE__ */ new Set([stepped.value ?? "1", "1", "0"])] : [`[${stepped.item}]`, "[]"];
    for (const [rank, value] of values.entries()) yield [`${target} = ${value};`, 2 / (1 + rank / 2)];
  }
}
function* assignmentsFor(site, scene) {
  const test = site.parent === null ? null : child(site.parent, "test");
  const asked = test === null ? [] : [...walk(test)].flatMap(({ node }) => node.type === "Identifier" ? [node.name] : []);
  const unread2 = unreadHere(site, scene);
  const names2 = [.../* @__PURE__ */ new Set([...unread2, ...asked])].filter((name) => scene.names(site).has(name)).slice(0, 6);
  const filled4 = /* @__PURE__ */ new Set();
  for (const each of scene.words.statements.get(functionOf(site)) ?? []) {
    const [receiver] = /^[\w$]+(?=\.[\w$]+ = )/.exec(scene.text(each)) ?? [];
    if (receiver !== void 0 && scene.names(site).has(receiver)) filled4.add(receiver);
  }
  for (const receiver of [...filled4].slice(0, 3))
    for (const name of names2) if (name !== receiver) yield [`${receiver}.${name} = ${name};`, unread2.includes(name) ? 1.5 : 0.5];
}
function* errorsFor(scene) {
  const waits = scene.clues.told.throws ? 3 : 0.3;
  const type = scene.clues.told.typeError ? "TypeError" : "Error";
  for (const text2 of [...scene.clues.ownStrings].filter((each) => /\w \w/.test(each)).slice(0, 4)) {
    yield [`new ${type}(${JSON.stringify(text2)})`, waits];
    yield [`new SyntaxError(${JSON.stringify(text2)})`, waits / 3];
  }
  yield [`new ${type}("not valid")`, waits / 6];
}
function modelsFor(site, scene) {
  const found3 = [];
  for (const each of walk(scene.program)) {
    if (each.node.type !== "BlockStatement" || each.parent === null || isFunction(each.parent)) continue;
    const isAround = each.start <= site.start && each.end >= site.end;
    if (each.children.length > 1 && !isAround && each.end - each.start < LONGEST14) found3.push(each);
  }
  return found3.toSorted((a, b) => Math.abs(a.line - site.line) - Math.abs(b.line - site.line));
}
var lostFamilies = [
  { name: "lost case", share: 0.15, propose: lostCase },
  { name: "lost branch", share: 0.1, propose: lostBranch }
];

// src/engine/templates/families/messages.ts
var METHODS = ["indexOf", "push", "slice", "split", "join", "map", "forEach", "filter", "replace", "test", "toString", "concat"];
function* notFunction(site, scene) {
  if (!isCall(site)) return;
  const callee = child(site, "callee");
  if (callee === null) return;
  const name = isMember(callee) ? propertyName(callee) : callee.node.type === "Identifier" ? callee.node.name : null;
  if (name === null || !scene.clues.notFunctions.has(name)) return;
  const property = isMember(callee) ? child(callee, "property") : callee;
  if (property === null) return;
  const pool = isMember(callee) ? [.../* @__PURE__ */ new Set([...scene.clues.declared, ...scene.words.properties.keys(), ...scene.clues.testNames.keys()])] : scene.visible(site).map((each) => each.name);
  const near2 = pool.filter((each) => each !== name).map((each) => [each, scene.alike(each, name) + (scene.words.methods.has(each) ? 0.2 : 0)]);
  for (const [other, alike4] of near2.sort((a, b) => b[1] - a[1]).slice(0, 8))
    if (alike4 > 0.45) yield replace(property, other, `${name} is no function: ${other}`, alike4);
  if (isMember(callee)) {
    const usual = [...scene.words.properties].filter(([each]) => each !== name && scene.words.methods.has(each)).sort((a, b) => b[1] - a[1]);
    const methods2 = /* @__PURE__ */ new Set([...usual.slice(0, 12).map(([each]) => each), ...METHODS]);
    for (const other of methods2) if (other !== name) yield replace(property, other, `${name} is no function: ${other}`, 0.2);
  }
  if (isMember(callee)) {
    yield insert(callee.end, "?.", `${name} only when it is a function`, 0.3);
    yield replace(site, scene.text(callee), `${name} read, not called`, 0.3);
    const object2 = child(callee, "object");
    if (object2 !== null) yield replace(object2, `String(${scene.text(object2)})`, `String(${brief(scene.text(object2))})`, 0.2);
    if (object2 !== null) yield replace(object2, `[].concat(${scene.text(object2)})`, `${brief(scene.text(object2))} as an array`, 0.15);
  }
}
function* notDefined(site, scene) {
  const node = site.node;
  if (node.type !== "Identifier" || !scene.clues.notDefined.has(node.name) || site.key === "property") return;
  for (const binding of scene.visible(site)) {
    const near2 = distance(binding.name, node.name);
    const alike4 = Math.max(scene.alike(binding.name, node.name), 1 / (1 + near2));
    if (binding.name === node.name) continue;
    const callable = binding.kind === "function" || binding.kind === "class" || scene.words.uses.get(binding.name)?.has("called") === true;
    const likely = alike4 > 0.4 ? alike4 : site.key === "callee" === callable ? 0.25 : 0.1;
    yield replace(site, binding.name, `${node.name} is not defined: ${binding.name}`, likely);
  }
  const isRequire = site.key === "callee" && scene.text(site.parent ?? site).match(/^[\w$]+\(\s*['"`]/) !== null;
  for (const name of isRequire ? ["require"] : site.key === "object" ? ["exports", "module", "process", "console", "Object"] : ["exports"])
    if (name !== node.name && usesModules(scene)) yield replace(site, name, `${node.name} is not defined: ${name}`, isRequire ? 1 : 0.5);
  yield replace(
    site,
    `this.${node.name}`,
    `${node.name} -> this.${node.name}`,
    scene.words.ofReceiver.get("this")?.has(node.name) ? 0.9 : 0.2
  );
  const specifier = scene.clues.exporters.get(node.name)?.find((each) => each !== scene.file.path);
  if (specifier !== void 0) yield* imported(node.name, specifier, scene);
}
function usesModules({ file }) {
  return /\b(?:module\.exports|exports[.[]|require\()/.test(file.text);
}
function* imported(name, from, scene) {
  const path = relativePath(scene.file.path, from);
  const esm = /^\s*(import|export)\b/m.test(scene.file.text);
  const line = esm ? `import { ${name} } from '${path}';
` : `const { ${name} } = require('${path}');
`;
  const first = scene.program.children.find((each) => each.node.type !== "Directive" && each.node.type !== "InterpreterDirective");
  if (first !== void 0) yield insert(first.start, line, `import ${name}`, 1);
}
function* readOfUndefined(site, scene) {
  const node = site.node;
  if (!isMember(site)) return;
  const name = propertyName(site);
  const object2 = child(site, "object");
  if (object2 === null || (name === null ? scene.clues.unreadable.size === 0 || site.key === "left" : !scene.clues.unreadable.has(name)))
    return;
  const weaken = name === null ? 0.15 : 1;
  const receiver = scene.text(object2);
  if (receiver === "this" || receiver === "super") return;
  if (node.type === "MemberExpression" && isRead(site))
    yield insert(object2.end, node.computed ? "?." : "?", `${brief(receiver)} may be missing`, weaken);
  if (isRead(site) && site.key !== "callee")
    yield replace(site, `(${receiver} && ${scene.text(site)})`, `${brief(receiver)} && ...`, 0.7 * weaken);
  if (isRead(object2)) yield replace(object2, `(${receiver} || {})`, `${brief(receiver)} || {}`, 0.6 * weaken);
  if (isRead(object2)) yield replace(object2, `(${receiver} || [])`, `${brief(receiver)} || []`, 0.3 * weaken);
  const inner = isMember(object2) ? child(object2, "property") : object2;
  if (inner?.node.type !== "Identifier" || name === null) return;
  const known2 = inner.node.name;
  const pool = isMember(object2) ? [...scene.words.properties.keys()] : scene.visible(site).map((each) => each.name);
  for (const other of pool) {
    const alike4 = scene.alike(other, known2);
    if (other !== known2 && alike4 > 0.5) yield replace(inner, other, `${known2} -> ${other}`, 0.6 * alike4);
  }
}
function* missingModule(site, scene) {
  const node = site.node;
  if (node.type !== "StringLiteral" || !node.value.startsWith(".")) return;
  const used = site.key === "source" || site.key === "arguments" && /^(require|import)\b/.test(site.parent === null ? "" : scene.text(site.parent));
  if (!used) return;
  const wanted2 = pathOf(scene.file.path, node.value) ?? node.value.replace(/^(?:\.{1,2}\/)+/, "");
  const wrong = scene.clues.missingModules.some((each) => each === node.value || each.endsWith(`/${wanted2}`) || each === wanted2);
  if (!wrong) return;
  const quote2 = scene.text(site)[0] ?? "'";
  const extension = /\.[cm]?[jt]sx?$/.test(node.value);
  const options = [];
  for (const path of scene.clues.paths) {
    if (path === scene.file.path) continue;
    const made2 = relativePath(scene.file.path, path);
    const text2 = extension ? made2 : made2.replace(/(\/index)?\.[cm]?[jt]sx?$/, "");
    if (text2 === node.value && made2 !== text2) options.push([made2.replace(/\.([cm]?)ts$/, ".$1js"), 1]);
    if (text2 === node.value) continue;
    const base = scene.alike(node.value.split("/").at(-1) ?? "", text2.split("/").at(-1) ?? "");
    if (base > 0.4) options.push([text2, (base + scene.alike(node.value, text2)) / 2]);
  }
  for (const [text2, odds] of options.sort((a, b) => b[1] - a[1]).slice(0, 6))
    yield replace(site, quote2 + text2 + quote2, `module ${node.value} -> ${text2}`, odds);
}
function* promise(site, scene) {
  if (!scene.clues.promise || !isCall(site) || site.parent?.node.type === "AwaitExpression" || !isAsync(functionOf(site))) return;
  if (site.key === "callee" || /Promise\.|\.(then|push|map)\(/.test(scene.text(site).slice(0, 60))) return;
  yield insert(site.start, site.key === "object" ? "(await " : "await ", `await ${brief(scene.text(site))}`, site.key === "object" ? 0 : 1);
}
function* named(site, scene) {
  const node = site.node;
  const told2 = scene.clues.told;
  if (told2.withoutNew && node.type === "CallExpression" && /^[\w.]*[A-Z]/.test(scene.text(site)))
    yield insert(site.start, "new ", `new ${brief(scene.text(site))}`);
  if (told2.constant && node.type === "VariableDeclaration" && node.kind === "const")
    yield { start: site.start, end: site.start + 5, text: "let", label: "const -> let", odds: 1 };
  if (told2.notIterable && (node.type === "SpreadElement" || node.type === "ForOfStatement" && site.children.length > 0)) {
    const value = child(site, node.type === "SpreadElement" ? "argument" : "right");
    if (value === null) return;
    for (const text2 of [
      `(${scene.text(value)} || [])`,
      `Object.values(${scene.text(value)})`,
      `Object.entries(${scene.text(value)})`,
      `Object.keys(${scene.text(value)})`,
      `[${scene.text(value)}]`
    ])
      yield replace(value, text2, `iterates ${brief(text2)}`);
  }
}
var messageFamilies2 = [
  { name: "not a function", share: 0.3, anywhere: true, propose: notFunction },
  { name: "not defined", share: 0.5, anywhere: true, propose: notDefined },
  { name: "read of undefined", share: 0.25, anywhere: true, propose: readOfUndefined },
  { name: "missing module", share: 0.5, anywhere: true, propose: missingModule },
  { name: "promise unawaited", share: 0.15, propose: promise },
  { name: "error that names its cure", share: 0.2, propose: named }
];

// src/engine/templates/families/mirrors.ts
function besideOf2(block) {
  const { parent } = block;
  if (block.node.type !== "BlockStatement" || parent?.node.type !== "IfStatement") return null;
  const outer = parent.key === "alternate" ? parent.parent : null;
  const beside2 = block.key === "alternate" ? child(parent, "consequent") : child(parent, "alternate") ?? (outer && child(outer, "consequent"));
  const other = beside2?.node.type === "IfStatement" ? child(beside2, "consequent") : beside2;
  if (other === null || other === void 0) return null;
  return other.node.type === "BlockStatement" ? childList(other, "body") : [other];
}
function* mirrored2(site, scene) {
  const { parent } = site;
  const isEmpty = site.node.type === "BlockStatement" && site.children.length === 0;
  const block = isEmpty ? site : parent;
  const beside2 = block === null ? null : besideOf2(block);
  if (block === null || beside2 === null) return;
  const own2 = childList(block, "body");
  for (const { text: text2, at } of lostMirrors(own2.map(scene.text), beside2.map(scene.text))) {
    const label = `as the branch beside: ${brief(text2)}`;
    if (isEmpty) yield replace(site, `{ ${text2} }`, label);
    else if (at === 0 && site === own2[0]) yield insert(site.start, `${text2}
${indentOf3(site, scene)}`, label);
    else if (at > 0 && site === own2[at - 1]) yield insert(site.end, `
${indentOf3(site, scene)}${text2}`, label);
  }
}
var mirrorFamilies2 = [{ name: "mirrored branch", share: 0.1, propose: mirrored2 }];

// src/engine/templates/families/one-way.ts
var MOST_STEPS3 = 4;
var MOST_FILLED2 = 3;
var MOST_VALUES6 = 5;
var LONGEST15 = 40;
var oneWays2 = /* @__PURE__ */ new WeakMap();
function oneWaysIn2(fn, scene) {
  const known2 = oneWays2.get(fn);
  if (known2 !== void 0) return known2;
  const steps3 = /* @__PURE__ */ new Map();
  const set2 = /* @__PURE__ */ new Set();
  for (const site of walk(fn)) {
    const step = stepOf2(site, scene);
    if (step !== null) steps3.set(step.name, [...steps3.get(step.name) ?? [], { back: step.back, site }]);
    else if (site.node.type === "Identifier" && isTarget(site) && !isStepped(site)) set2.add(site.node.name);
  }
  const found3 = [...steps3].flatMap(([name, made2]) => {
    const [first, ...rest3] = made2;
    if (first === void 0 || set2.has(name) || rest3.some(({ back }) => back !== first.back)) return [];
    return [{ name, back: first.back, steps: made2.map(({ site }) => site) }];
  });
  oneWays2.set(fn, found3);
  return found3;
}
function isStepped({ parent }) {
  return parent !== null && (parent.node.type === "UpdateExpression" || /^[-+]=$/.test("operator" in parent.node ? `${parent.node.operator}` : ""));
}
function stepOf2(site, scene) {
  if (site.node.type !== "ExpressionStatement") return null;
  const { expression } = site.node;
  const isSum = expression.type === "AssignmentExpression" && /^[-+]=$/.test(expression.operator);
  const target = expression.type === "UpdateExpression" ? expression.argument : isSum ? expression.left : null;
  const text2 = scene.text(site);
  return target?.type !== "Identifier" || text2.length > LONGEST15 ? null : { name: target.name, back: takenBack(text2) };
}
function isBranchBeside2(block, step) {
  if (block?.parent?.node.type !== "IfStatement") return false;
  const chain2 = [...ancestors(step)].filter(({ node }) => node.type === "IfStatement");
  return [block.parent, ...ancestors(block.parent)].some((at) => chain2.includes(at)) && !(step.start >= block.start && step.end <= block.end);
}
function* counterSteps2(site, scene) {
  const fn = functionOf(site);
  const places2 = fn === null ? [] : placesAt2(site, scene);
  if (fn === null || places2.length === 0) return;
  for (const { name, back, steps: steps3 } of oneWaysIn2(fn, scene).slice(0, MOST_STEPS3)) {
    if (steps3.some((step) => step.parent === site.parent)) continue;
    const beside2 = steps3.some((step) => isBranchBeside2(site.parent, step));
    const falls = /\+\+|\+=/.test(back);
    for (const { at, write, odds } of places2)
      if (isGivenAt(name, at, site, scene)) yield insert(at, write(back), brief(back), odds * (beside2 ? 2 : 0.5) * (falls ? 1.5 : 0.4));
  }
}
var unfilled2 = /* @__PURE__ */ new WeakMap();
var MADE_EMPTY = /^(?:new (?:Set|Map|WeakSet|WeakMap)(?:<[^()]*>)?\(\)|\{\}|\[\]|Object\.create\(null\)|new Array\(.*\)|Array\(.*\)\.fill\(.*\))$/s;
var LONGEST_MADE = 60;
var MOST_MADE2 = 12;
function unfilledIn2(fn, scene) {
  const own2 = unfilledWithin2(fn, "own", () => localsMadeEmpty(fn, scene), scene);
  const method = methodAround(fn);
  if (method === null || method.parent === null || isConstructor(method)) return own2;
  const { parent } = method;
  const side = isStatic(method) ? "static" : "instance";
  return [...own2, ...unfilledWithin2(parent, side, () => membersMadeEmpty(parent, side === "static", scene), scene)];
}
function methodAround(fn) {
  if (/^Class(?:Private)?Method$/.test(fn.node.type)) return fn;
  const outer = fn.node.type === "ArrowFunctionExpression" ? functionOf(fn) : null;
  return outer === null ? null : methodAround(outer);
}
function unfilledWithin2(within3, side, made2, scene) {
  const bySide = unfilled2.get(within3) ?? /* @__PURE__ */ new Map();
  const known2 = bySide.get(side);
  if (known2 !== void 0) return known2;
  const found3 = [...made2()].slice(0, MOST_MADE2).flatMap((name) => unfilledNamed(name, within3, scene) ?? []);
  unfilled2.set(within3, bySide.set(side, found3));
  return found3;
}
function isMadeEmpty(value, scene) {
  return value !== null && value.end - value.start <= LONGEST_MADE && MADE_EMPTY.test(scene.text(value));
}
function localsMadeEmpty(fn, scene) {
  const found3 = /* @__PURE__ */ new Set();
  for (const site of walk(fn)) {
    const id = site.node.type === "VariableDeclarator" ? child(site, "id") : null;
    if (id?.node.type === "Identifier" && isMadeEmpty(child(site, "init"), scene)) found3.add(id.node.name);
  }
  return found3;
}
function membersMadeEmpty(owner, ofClass, scene) {
  const found3 = /* @__PURE__ */ new Set();
  for (const site of walk(owner)) {
    const isDeclared2 = /^Class(?:Private)?Property$/.test(site.node.type);
    if (!isDeclared2 && site.node.type !== "AssignmentExpression") continue;
    const holder = isDeclared2 ? site : methodAround(functionOf(site) ?? site);
    if (holder === null || holder.parent !== owner || isStatic(holder) !== ofClass) continue;
    const key = child(site, isDeclared2 ? "key" : "left");
    const name = key === null ? "" : scene.text(key);
    const isMember3 = isDeclared2 ? /^#?[\w$]+$/.test(name) : /^this\.#?[\w$]+$/.test(name);
    if (isMember3 && isMadeEmpty(child(site, isDeclared2 ? "value" : "right"), scene)) found3.add(isDeclared2 ? `this.${name}` : name);
  }
  return found3;
}
function unfilledNamed(name, within3, scene) {
  const keys3 = /* @__PURE__ */ new Set();
  const asked = /* @__PURE__ */ new Set();
  for (const site of walk(within3)) {
    if (site.end - site.start !== name.length || scene.text(site) !== name) continue;
    const { parent } = site;
    if (parent === null || site.key === "id" || site.key === "key") continue;
    if (site.key === "left" && parent.node.type === "AssignmentExpression" && isMadeEmpty(child(parent, "right"), scene)) continue;
    if (site.key !== "object" || !isMember(parent)) {
      if (site.key === "right" && parent.node.type === "BinaryExpression" && parent.node.operator === "in") {
        asked.add("[]");
        keys3.add(scene.text(child(parent, "left") ?? site));
        continue;
      }
      if (site.key === "argument" || site.key === "right" || site.key === "test" || site.key === "init") continue;
      return null;
    }
    const isComputed2 = "computed" in parent.node && parent.node.computed === true;
    const call = parent.key === "callee" ? parent.parent : null;
    if (isComputed2) {
      if (!isRead(parent) || call !== null) return null;
      asked.add("[]");
      keys3.add(scene.text(child(parent, "property") ?? parent));
    } else if (call === null) {
      if (!isRead(parent)) return null;
    } else {
      const method = calleeName(call) ?? "";
      if (/^(?:add|set|push|unshift|fill|splice|concat)$/.test(method)) return null;
      asked.add(method);
      const [first] = childList(call, "arguments");
      if (first !== void 0 && /^(?:has|get|includes|indexOf)$/.test(method)) keys3.add(scene.text(first));
    }
  }
  const kind = kindOf3(name, asked, scene);
  return kind === null ? null : { name, kind, keys: [...keys3].filter((key) => key.length <= LONGEST15) };
}
function kindOf3(name, asked, scene) {
  const isOf = (type) => new RegExp(`${escapeRegex(name.replace(/^this\.#?/, ""))}\\b[^=\\n]{0,40}=\\s*new (?:Weak)?${type}\\b`).test(scene.file.text);
  const does = (...methods2) => methods2.some((method) => asked.has(method));
  if (isOf("Set")) return does("has", "delete", "forEach") || asked.size === 0 ? "set" : null;
  if (isOf("Map")) return does("get", "has") ? "map" : null;
  if (does("pop", "shift", "includes", "indexOf", "join", "map", "reduce")) return "list";
  return does("[]") ? "table" : null;
}
function valuesAt2(site, scene) {
  const own2 = scene.visible(site).filter(({ kind, scope, until }) => /^(?:param|const|let|var)$/.test(kind) && scope.node.type !== "Program" && until <= site.start).toSorted((a, b) => b.at - a.at);
  return own2.slice(0, MOST_VALUES6).map(({ name }) => name);
}
function fillings(name, kind, keys3, own2) {
  const likely = (rank) => 1 / (1 + rank / 3);
  if (kind === "set" || kind === "list") {
    const method = kind === "set" ? "add" : "push";
    const values = [.../* @__PURE__ */ new Set([...keys3, ...own2])];
    return values.map((value, rank) => [`${name}.${method}(${value});`, likely(rank) * (keys3.includes(value) ? 1.5 : 1)]);
  }
  return keys3.flatMap(
    (key) => [...own2, "true", "1"].flatMap(
      (value, rank) => value === key ? [] : [[kind === "map" ? `${name}.set(${key}, ${value});` : `${name}[${key}] = ${value};`, likely(rank)]]
    )
  );
}
function* filled3(site, scene) {
  const fn = functionOf(site);
  const places2 = fn === null ? [] : placesAt2(site, scene);
  if (fn === null || places2.length === 0) return;
  for (const { name, kind, keys: keys3 } of unfilledIn2(fn, scene).slice(0, MOST_FILLED2)) {
    const isKnown = (text2) => [...text2.matchAll(/(?<![\w$.'"])[A-Za-z_$][\w$]*/g)].every(([word]) => word === "this" || scene.names(site).has(word));
    const own2 = valuesAt2(site, scene).filter((value) => value !== name);
    const texts2 = new Map(fillings(name, kind, keys3.filter(isKnown), own2));
    for (const [text2, likely] of texts2)
      for (const { at, write, odds } of places2)
        if (name.startsWith("this.") || isGivenAt(name, at, site, scene)) yield insert(at, write(text2), brief(text2), odds * likely);
  }
}
var oneWayFamilies2 = [
  { name: "step back", share: 0.04, propose: counterSteps2 },
  { name: "collection filled", share: 0.06, propose: filled3 }
];

// src/engine/templates/families/operators.ts
var COMPARISONS = {
  "<": [
    ["<=", 1],
    [">", 0.7],
    [">=", 0.5],
    ["===", 0.15],
    ["!==", 0.15]
  ],
  "<=": [
    ["<", 1],
    [">=", 0.7],
    [">", 0.5],
    ["===", 0.15]
  ],
  ">": [
    [">=", 1],
    ["<", 0.7],
    ["<=", 0.5],
    ["===", 0.15],
    ["!==", 0.2]
  ],
  ">=": [
    [">", 1],
    ["<=", 0.7],
    ["<", 0.5],
    ["===", 0.15]
  ],
  "===": [
    ["!==", 1],
    ["==", 0.35],
    ["<=", 0.2],
    [">=", 0.2],
    ["<", 0.15],
    [">", 0.15]
  ],
  "!==": [
    ["===", 1],
    ["!=", 0.35],
    ["<", 0.2],
    [">", 0.2],
    ["<=", 0.1],
    [">=", 0.1]
  ],
  "==": [
    ["!=", 1],
    ["===", 0.4],
    ["<=", 0.2],
    [">=", 0.2],
    ["<", 0.15],
    [">", 0.15]
  ],
  "!=": [
    ["==", 1],
    ["!==", 0.4],
    ["<", 0.2],
    [">", 0.2],
    ["<=", 0.1],
    [">=", 0.1]
  ]
};
var ARITHMETIC = {
  "+": [
    ["-", 1],
    ["*", 0.5],
    ["/", 0.15],
    ["%", 0.1]
  ],
  "-": [
    ["+", 1],
    ["*", 0.25],
    ["/", 0.25],
    ["%", 0.1]
  ],
  "*": [
    ["/", 0.8],
    ["+", 0.7],
    ["**", 0.4],
    ["-", 0.2],
    ["%", 0.2]
  ],
  "/": [
    ["*", 0.9],
    ["%", 0.6],
    ["-", 0.2],
    ["+", 0.2]
  ],
  "%": [
    ["/", 0.7],
    ["*", 0.4],
    ["+", 0.2],
    ["-", 0.2]
  ],
  "**": [
    ["*", 1],
    ["+", 0.2],
    ["/", 0.2]
  ]
};
var BITWISE = {
  "&": [
    ["|", 1],
    ["&&", 0.5],
    ["^", 0.4],
    [">>", 0.1]
  ],
  "|": [
    ["&", 1],
    ["||", 0.5],
    ["^", 0.4]
  ],
  "^": [
    ["&", 0.6],
    ["|", 0.6],
    ["**", 0.4]
  ],
  "<<": [
    [">>", 1],
    [">>>", 0.4],
    ["<", 0.3]
  ],
  ">>": [
    ["<<", 1],
    [">>>", 0.7],
    [">", 0.3]
  ],
  ">>>": [
    [">>", 0.8],
    ["<<", 0.8]
  ]
};
var ASSIGNMENTS = {
  "=": [
    ["+=", 0.5],
    ["-=", 0.1],
    ["||=", 0.15],
    ["??=", 0.1],
    ["|=", 0.05],
    ["*=", 0.1]
  ],
  "+=": [
    ["-=", 1],
    ["=", 0.8],
    ["*=", 0.4]
  ],
  "-=": [
    ["+=", 1],
    ["=", 0.5],
    ["/=", 0.2]
  ],
  "*=": [
    ["/=", 0.8],
    ["+=", 0.8],
    ["=", 0.4]
  ],
  "/=": [
    ["*=", 0.9],
    ["%=", 0.4],
    ["-=", 0.3],
    ["=", 0.3]
  ],
  "%=": [
    ["/=", 0.7],
    ["=", 0.3],
    ["*=", 0.3]
  ],
  "|=": [
    ["&=", 1],
    ["=", 0.5],
    ["^=", 0.4]
  ],
  "&=": [
    ["|=", 1],
    ["=", 0.4],
    ["^=", 0.4]
  ],
  "^=": [
    ["|=", 0.6],
    ["&=", 0.6],
    ["=", 0.3]
  ],
  "<<=": [
    [">>=", 1],
    [">>>=", 0.3]
  ],
  ">>=": [
    ["<<=", 1],
    [">>>=", 0.6]
  ],
  ">>>=": [
    [">>=", 1],
    ["<<=", 0.6]
  ],
  "||=": [
    ["=", 0.7],
    ["??=", 0.7],
    ["&&=", 0.7]
  ],
  "&&=": [
    ["||=", 0.8],
    ["=", 0.6]
  ],
  "??=": [
    ["||=", 0.8],
    ["=", 0.7]
  ]
};
var LOGICAL = {
  "&&": [
    ["||", 1],
    ["??", 0.3]
  ],
  "||": [
    ["&&", 1],
    ["??", 0.4]
  ],
  "??": [
    ["||", 0.7],
    ["&&", 0.5]
  ]
};
var NEGATED2 = { "===": "!==", "!==": "===", "==": "!=", "!=": "==" };
var OF_CONTRADICTED = 4;
function operatorAt(text2, from, to, operator) {
  const gap = text2.slice(from, to).replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (comment) => " ".repeat(comment.length));
  const at = gap.indexOf(operator);
  return at < 0 ? -1 : from + at;
}
function* swap(site, scene, table) {
  const node = site.node;
  if (node.type !== "BinaryExpression" && node.type !== "LogicalExpression" && node.type !== "AssignmentExpression") return;
  const left2 = child(site, "left");
  const right = child(site, "right");
  const others = Object.hasOwn(table, node.operator) ? table[node.operator] : void 0;
  if (left2 === null || right === null || others === void 0) return;
  const start = operatorAt(scene.file.text, left2.end, right.start, node.operator);
  if (start < 0) return;
  const turned = scene.contradicted().has(site) ? NEGATED2[node.operator] : void 0;
  for (const [text2, usual] of others) {
    const odds = text2 === turned ? usual * OF_CONTRADICTED : usual;
    const label = `${node.operator} -> ${text2} in ${brief(scene.text(site))}`;
    const bare4 = node.type === "LogicalExpression" ? withoutBrackets2([left2, right], text2, scene) : null;
    if (bare4 !== null) yield { start: left2.start - 1, end: right.end, text: bare4, label, odds };
    else yield { start, end: start + node.operator.length, text: text2, label, odds };
  }
}
function withoutBrackets2([left2, right], operator, { file, text: text2 }) {
  const isSame2 = left2.node.type === "LogicalExpression" && left2.node.operator === operator;
  const between2 = file.text.slice(left2.end, right.start);
  if (!isSame2 || file.text[left2.start - 1] !== "(" || !/^\)\s*\S+\s*$/.test(between2)) return null;
  return `${text2(left2)}${between2.slice(1).replace(/\S+/, operator)}${text2(right)}`;
}
function* updates3(site, scene) {
  if (site.node.type !== "UpdateExpression") return;
  const argument = child(site, "argument");
  if (argument === null) return;
  const name = scene.text(argument);
  const { operator, prefix } = site.node;
  const other = operator === "++" ? "--" : "++";
  const say = `in ${brief(scene.text(site))}`;
  yield replace(site, prefix ? `${other}${name}` : `${name}${other}`, `${operator} -> ${other} ${say}`);
  if (site.parent?.node.type === "ExpressionStatement" || site.key === "update") {
    yield replace(site, `${name} ${operator[0]}= 2`, `step of two ${say}`, 0.2);
    return;
  }
  yield replace(site, prefix ? `${name}${operator}` : `${operator}${name}`, `prefix <-> postfix ${say}`, 0.7);
  yield replace(site, `${name} ${operator[0]} 1`, `no update ${say}`, 0.2);
  yield replace(site, name, `no update ${say}`, 0.3);
}
function* unary(site, scene) {
  const node = site.node;
  if (node.type !== "UnaryExpression") return;
  const argument = child(site, "argument");
  if (argument === null) return;
  const inner = scene.text(argument);
  if (node.operator === "-" || node.operator === "+" || node.operator === "~") {
    yield replace(site, inner, `without ${node.operator}: ${brief(inner)}`);
    if (argument.node.type === "NumericLiteral") {
      for (const text2 of ["0", "1"]) if (text2 !== inner) yield replace(site, text2, `-${inner} -> ${text2}`, 0.6);
    }
    if (node.operator !== "~") yield replace(site, `${node.operator === "-" ? "+" : "-"}${inner}`, `sign of ${brief(inner)}`, 0.7);
    else yield replace(site, `!${inner}`, `~ -> ! in ${brief(inner)}`, 0.4);
  }
  if (node.operator === "!" && !isCondition(site)) yield replace(site, inner, `without !: ${brief(inner)}`);
}
function* operands3(site, scene) {
  if (site.node.type !== "BinaryExpression") return;
  const left2 = child(site, "left");
  const right = child(site, "right");
  const { operator } = site.node;
  if (left2 === null || right === null || /^(===?|!==?|\*|&|\||\^|in|instanceof)$/.test(operator)) return;
  if (/[<>]/.test(operator)) return;
  const text2 = `${scene.operand(right)} ${operator} ${scene.operand(left2)}`;
  yield replace(site, text2, `operands swapped: ${brief(text2)}`, operator === "+" ? 0.5 : 1);
}
function* membership(site, scene) {
  const node = site.node;
  if (node.type === "BinaryExpression" && (node.operator === "in" || node.operator === "instanceof")) {
    const left2 = child(site, "left");
    const right = child(site, "right");
    if (left2 === null || right === null) return;
    const own2 = `Object.prototype.hasOwnProperty.call(${scene.text(right)}, ${scene.text(left2)})`;
    if (node.operator === "in") yield replace(site, own2, `in -> own property of ${brief(scene.text(right))}`);
    else yield replace(site, `typeof ${scene.operand(left2)} === 'object'`, `instanceof -> typeof ${brief(scene.text(left2))}`, 0.3);
  }
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return;
  const { property } = node.callee;
  const callee = child(site, "callee");
  const object2 = callee === null ? null : child(callee, "object");
  const key = child(site, "arguments");
  if (object2 === null || key === null || property.type !== "Identifier" || property.name !== "hasOwnProperty") return;
  yield replace(site, `${scene.operand(key)} in ${scene.operand(object2)}`, "own property -> in", 0.7);
  const safe = `Object.prototype.hasOwnProperty.call(${scene.text(object2)}, ${scene.text(key)})`;
  yield replace(site, safe, "hasOwnProperty of Object.prototype");
}
function* negativeNumbers(site, scene) {
  if (site.node.type !== "NumericLiteral" && site.node.type !== "Identifier") return;
  const key = site.key;
  if (key !== "argument" && key !== "init" && key !== "right" && key !== "arguments") return;
  if (site.parent?.node.type === "UnaryExpression" || scene.text(site) === "0" || site.parent?.node.type === "SpreadElement") return;
  if (site.node.type === "Identifier" && !scene.words.uses.get(site.node.name)?.has("number")) return;
  yield insert(site.start, "-", `negative ${brief(scene.text(site))}`, site.node.type === "NumericLiteral" ? 0.6 : 0.3);
}
var operatorFamilies = [
  { name: "comparison operator", share: 0.07, propose: (site, scene) => swap(site, scene, COMPARISONS) },
  { name: "logical operator", share: 0.06, propose: (site, scene) => swap(site, scene, LOGICAL) },
  { name: "arithmetic operator", share: 0.06, propose: (site, scene) => swap(site, scene, ARITHMETIC) },
  { name: "bitwise operator", share: 0.03, propose: (site, scene) => swap(site, scene, BITWISE) },
  { name: "assignment operator", share: 0.03, propose: (site, scene) => swap(site, scene, ASSIGNMENTS) },
  { name: "update operator", share: 0.03, propose: updates3 },
  { name: "unary operator", share: 0.03, propose: unary },
  { name: "sign", share: 8e-3, propose: negativeNumbers },
  { name: "operands swapped", share: 0.012, propose: operands3 },
  { name: "membership test", share: 0.01, propose: membership }
];

// src/engine/templates/families/options.ts
var MOST_NAMES5 = 14;
function settings(scene, have) {
  const found3 = /* @__PURE__ */ new Map();
  const isNew2 = (key) => !have.has(key) && !scene.words.properties.has(key);
  for (const key of scene.clues.testKeys) if (scene.clues.said.has(key) && isNew2(key)) found3.set(key, 1);
  for (const word of scene.clues.said) if (!have.has(word) && !found3.has(word) && scene.clues.testNames.has(word)) found3.set(word, 0.2);
  for (const key of scene.clues.testKeys) {
    if (have.has(key) || found3.has(key)) continue;
    found3.set(key, scene.words.properties.has(key) ? 0.1 : 0.3);
  }
  return [...found3].sort((a, b) => b[1] - a[1]).slice(0, MOST_NAMES5);
}
function* handedOn3(site, scene, isNamed3) {
  if (site.node.type !== "ObjectExpression" || site.key === "left") return;
  const items = childList(site, "properties");
  const last = items.at(-1);
  if (last === void 0 || items.length > 60) return;
  const have = new Set(items.flatMap((item) => child(item, "key") ?? []).map(scene.text));
  const own2 = new Set(
    scene.visible(site).filter(({ kind, scope }) => kind !== "import" && scope.node.type !== "Program").map(({ name }) => name)
  );
  const receivers2 = /* @__PURE__ */ new Map();
  for (const item of items) {
    const value = child(item, "value");
    for (const each of value === null ? [] : walk(value)) {
      const object2 = isMember(each) && propertyName(each) !== null ? child(each, "object") : null;
      if (object2?.node.type === "Identifier" && own2.has(object2.node.name))
        receivers2.set(object2.node.name, (receivers2.get(object2.node.name) ?? 0) + 1);
    }
  }
  const [given] = [...receivers2].sort((a, b) => b[1] - a[1]);
  if (given === void 0) return;
  for (const [name, odds] of settings(scene, have)) {
    if (odds === 1 !== isNamed3) continue;
    const text2 = `${name}: ${given[0]}.${name}`;
    yield insert(last.end, `, ${text2}`, `hands on ${brief(text2)}`, odds);
  }
}
var optionFamilies = [
  { name: "setting that the failure names", share: 0.3, propose: (site, scene) => handedOn3(site, scene, true) },
  { name: "setting handed on", share: 0.05, propose: (site, scene) => handedOn3(site, scene, false) }
];

// src/engine/templates/families/patterns.ts
var COMPARISONS2 = /* @__PURE__ */ new Set(["==", "===", "!=", "!=="]);
function localNames(site, scene, most2) {
  return scene.visible(site).filter(({ kind, scope }) => /^(param|let|var|const)$/.test(kind) && scope.node.type !== "Program").slice(0, most2).map(({ name }) => name);
}
function* caseAround(site, scene) {
  const type = site.node.type;
  if (type !== "ExpressionStatement" && type !== "ReturnStatement" || site.end - site.start > 160 || functionOf(site) === null) return;
  if (site.parent?.node.type === "IfStatement") return;
  const names2 = localNames(site, scene, 7);
  const used = new Set([...walk(site)].flatMap(({ node }) => node.type === "Identifier" ? [node.name] : []));
  const near2 = ([a, b]) => Number(used.has(a)) + Number(used.has(b)) + scene.alike(a, b);
  const pairs3 = names2.flatMap((a, index) => names2.slice(index + 1).map((b) => [a, b])).toSorted((x, y) => near2(y) - near2(x)).slice(0, 8);
  const cases = [...pairs3.flatMap(([a, b]) => [`${a} === ${b}`, `${a} !== ${b}`, `${a} < ${b}`, `${a} > ${b}`]), ...names2.slice(0, 3)];
  for (const [rank, test] of cases.entries()) {
    yield replace(site, `if (${test}) { ${scene.text(site)} }`, `only if ${test}: ${brief(scene.text(site))}`, 1 / (1 + rank / 6));
  }
}
function* views2(site, scene) {
  const { node, parent } = site;
  if (node.type === "BinaryExpression" && COMPARISONS2.has(node.operator)) {
    const [left2, right] = [child(site, "left"), child(site, "right")];
    if (left2 === null || right === null) return;
    const between2 = scene.file.text.slice(left2.end, right.start);
    for (const view of [".toLowerCase()", ".trim()", ".sort()", ".toString()", ".length"]) {
      const text2 = `${scene.operand(left2)}${view}${between2}${scene.operand(right)}${view}`;
      yield replace(site, text2, `both sides ${view}`, view === ".length" ? 0.05 : 0.5);
    }
    return;
  }
  const passed = site.key === "arguments" || site.key === "right" && parent?.node.type === "ForOfStatement" || site.key === "argument";
  if (!passed || !isRead(site) || !/^(Identifier|MemberExpression|CallExpression)$/.test(node.type) || site.end - site.start > 60) return;
  const own2 = scene.text(site);
  const names2 = localNames(site, scene, 5).filter((name) => name !== own2);
  for (const [rank, part] of ["1", "0, -1", ...names2, ...names2.map((name) => `0, ${name}`)].entries()) {
    yield replace(site, `${own2}.slice(${part})`, `${brief(own2)}.slice(${part})`, 1 / (1 + rank / 4));
  }
}
function* nameInstead(site, scene) {
  const compared = site.parent?.node.type === "BinaryExpression" || site.key === "arguments";
  if (!compared || !isRead(site) || !/^(MemberExpression|CallExpression)$/.test(site.node.type) || site.end - site.start > 60) return;
  const own2 = scene.text(site);
  for (const [rank, name] of localNames(site, scene, 8).entries()) {
    yield replace(site, name, `${brief(own2)} -> ${name}`, 1 / (1 + rank / 3));
  }
}
function* steps2(site, scene) {
  if (!isListed(site) || loopOf(site) === null || site.parent === null || childList(site.parent, site.key).at(-1) !== site) return;
  const pad = indentOf3(site, scene);
  const tests = [...ancestors(site)].flatMap((at) => at.node.type === "IfStatement" ? [child(at, "test")] : []).slice(0, 1);
  for (const [rank, name] of localNames(site, scene, 8).entries()) {
    for (const step of [`${name}++;`, `${name}--;`]) {
      yield insert(site.end, `
${pad}${step}`, `${step} added`, (tests.length > 0 ? 0.6 : 1) / (1 + rank / 4));
    }
  }
}
var patternFamilies2 = [
  { name: "case around", share: 0.015, propose: caseAround },
  { name: "view", share: 0.02, propose: views2 },
  { name: "name instead", share: 0.02, propose: nameInstead },
  { name: "step", share: 8e-3, propose: steps2 }
];

// src/engine/templates/families/precise.ts
var PRESENT = [
  ["!== undefined", 1],
  ["!= null", 0.9],
  ["!== null", 0.5],
  ["!== false", 0.4],
  ["!== ''", 0.3]
];
var KINDS = ["string", "function", "object", "number", "boolean"];
function* truth2(site, scene) {
  if (!isCondition(site)) return;
  const negated2 = site.node.type === "UnaryExpression" && site.node.operator === "!";
  const tested = negated2 ? child(site, "argument") : site;
  if (tested === null || !(tested.node.type === "Identifier" || isMember(tested))) return;
  if (!negated2 && site.parent?.node.type === "UnaryExpression") return;
  const name = scene.text(tested);
  const say = (text2, odds) => replace(site, text2, `${brief(scene.text(site))} -> ${text2}`, odds);
  for (const [test, odds] of PRESENT) yield say(`${name} ${negated2 ? test.replace("!", "=") : test}`, odds);
  for (const kind of KINDS) yield say(`typeof ${name} ${negated2 ? "!" : "="}== '${kind}'`, 0.3);
  yield say(`${negated2 ? "!" : ""}Array.isArray(${name})`, 0.3);
  yield say(`${negated2 ? "!" : ""}${name}.length`, 0.25);
}
function* missingOnly(site, scene) {
  const { node } = site;
  if (node.type !== "LogicalExpression" || node.operator !== "||" || isCondition(site) || !isRead(site)) return;
  const [left2, right] = [child(site, "left"), child(site, "right")];
  if (left2 === null || right === null || !/^[\w$.]+$/.test(scene.text(left2))) return;
  const [value, instead] = [scene.text(left2), scene.operand(right)];
  for (const [test, odds] of [
    ["=== undefined", 1],
    ["== null", 0.8]
  ])
    yield replace(site, `(${value} ${test} ? ${instead} : ${value})`, `${brief(value)} only where ${test}`, odds);
}
function* everyOccurrence(site, scene) {
  if (site.node.type !== "CallExpression" || calleeName(site) !== "replace") return;
  const [what, instead] = childList(site, "arguments");
  const callee = child(site, "callee");
  const object2 = callee === null ? null : child(callee, "object");
  if (what === void 0 || instead === void 0 || object2 === null || what.node.type === "RegExpLiteral") return;
  if (what.node.type === "StringLiteral" && what.node.value !== "") {
    const pattern2 = escapeRegex(what.node.value).replaceAll("\n", "\\n");
    yield replace(what, `/${pattern2}/g`, `every ${brief(scene.text(what))} replaced`, 1);
  }
  yield replace(
    site,
    `${scene.text(object2)}.split(${scene.text(what)}).join(${scene.text(instead)})`,
    `every ${brief(scene.text(what))} replaced`,
    0.6
  );
}
var preciseFamilies = [
  { name: "truth made precise", share: 0.03, propose: truth2 },
  { name: "missing values only", share: 0.015, propose: missingOnly },
  { name: "every occurrence", share: 0.02, propose: everyOccurrence }
];

// src/engine/templates/families/prototype.ts
var MOST_NAMES6 = 4;
function isMeant(scene) {
  const { testStrings, said } = scene.clues;
  return testStrings.has("__proto__") || said.has("__proto__") || said.has("prototype") || said.has("polluted") || said.has("hasOwnProperty");
}
function keysIn(fn, site, scene) {
  const found3 = /* @__PURE__ */ new Set();
  for (const each of fn === null ? [] : walk(fn)) {
    if (each.key === "property" && each.node.type === "Identifier" && each.parent !== null && "computed" in each.parent.node && each.parent.node.computed)
      found3.add(each.node.name);
  }
  const visible = scene.names(site);
  return [...found3].filter((name) => visible.has(name)).slice(0, MOST_NAMES6);
}
function testsFor(name) {
  return [
    [`${name} === '__proto__'`, 1],
    [`${name} === '__proto__' || ${name} === 'constructor' || ${name} === 'prototype'`, 0.8]
  ];
}
function* guard2(site, scene) {
  if (!isListed(site) || site.node.type === "FunctionDeclaration" || !isMeant(scene)) return;
  const fn = functionOf(site);
  const returns2 = [...new Set((scene.words.returns.get(fn) ?? []).map(scene.text))].filter((text2) => text2.length < 30).slice(0, 3);
  const jumps3 = [
    ...loopOf(site) === null ? [] : ["continue"],
    ...fn === null ? [] : ["return", ...returns2.map((text2) => `return ${text2}`)]
  ];
  for (const name of keysIn(fn, site, scene)) {
    for (const [test, odds] of testsFor(name)) {
      for (const jump of jumps3) yield insert(site.start, `if (${test}) ${jump};
${indentOf3(site, scene)}`, `${jump} if ${test}`, odds);
    }
  }
}
function* keptOut(site, scene) {
  if (!isMeant(scene)) return;
  if (isCondition(site) && site.key === "test") {
    const own2 = scene.operand(site);
    for (const name of keysIn(functionOf(site), site, scene)) {
      yield replace(site, `${own2} && ${name} !== '__proto__'`, `and ${name} is not __proto__`, 1);
      yield replace(site, `${own2} || ${name} === '__proto__'`, `or ${name} is __proto__`, 0.8);
    }
  }
  if (site.node.type !== "MemberExpression" || !site.node.computed || !isCondition(site)) return;
  const [object2, key] = [child(site, "object"), child(site, "property")];
  if (object2 === null || key === null) return;
  const has = `Object.prototype.hasOwnProperty.call(${scene.text(object2)}, ${scene.text(key)})`;
  yield replace(site, has, `own property of ${scene.text(object2)}`, 1);
  yield replace(site, `(${has} && ${scene.text(site)})`, `own property of ${scene.text(object2)} and true`, 0.6);
}
var prototypeFamilies = [
  { name: "inherited key", share: 0.1, propose: guard2 },
  { name: "inherited key kept out", share: 0.08, propose: keptOut }
];

// src/engine/templates/families/put-back.ts
var METHODS2 = /^(?:trim|trimStart|trimEnd|slice|substring|substr|charAt|filter|sort|reverse|toLowerCase|toUpperCase|toLocale(?:Lower|Upper)Case|replace|replaceAll|map|concat|join|split)$/;
var COMMON = [
  ".trim()",
  ".slice(1)",
  ".slice(0, -1)",
  ".toLowerCase()",
  ".toUpperCase()",
  ".filter(Boolean)",
  ".sort()",
  ".reverse()",
  ".map(Number)"
];
var LONGEST16 = 60;
var MOST6 = 24;
function* methods(site, scene) {
  if (!/^(?:Identifier|CallExpression|MemberExpression)$/.test(site.node.type) || !isRead(site)) return;
  if (!/^(?:init|right|argument|arguments|object|left|expressions)$/.test(site.key)) return;
  const kinds2 = scene.fit.kindsAt(site);
  if (kinds2 !== null && !kinds2.has("string") && !kinds2.has("array")) return;
  const isAlias = site.key === "init" && site.node.type === "Identifier";
  const known2 = kinds2 === null ? 0.4 : 1;
  for (const [at, text2] of callsAfter(site, scene).slice(0, MOST6).entries())
    yield insert(site.end, text2, `${brief(scene.text(site))}${brief(text2)}`, known2 * (isAlias ? 3 : 1) / (1 + at / 8));
}
function callsAfter(site, scene) {
  const found3 = /* @__PURE__ */ new Map();
  for (const [name, calls2] of scene.words.calls) {
    if (!METHODS2.test(name)) continue;
    for (const call of calls2.slice(0, 20)) {
      const callee = child(call, "callee");
      const object2 = callee === null || !isMember(callee) ? null : child(callee, "object");
      const text2 = object2 === null ? "" : scene.file.text.slice(object2.end, call.end);
      const readable = childList(call, "arguments").every(
        (each) => /=>|function/.test(scene.text(each)) || scene.donors.readable(each, site)
      );
      const far = Math.abs(call.line - site.line);
      if (text2.startsWith(".") && text2.length <= LONGEST16 && readable) found3.set(text2, Math.min(found3.get(text2) ?? far, far));
    }
  }
  const near2 = [...found3].sort((a, b) => a[1] - b[1]).map(([text2]) => text2);
  return [.../* @__PURE__ */ new Set([...near2.slice(0, MOST6 / 2), ...COMMON, ...near2])];
}
function* callbacks(site, scene) {
  if (site.node.type !== "ArrowFunctionExpression" || scene.text(site).replace(/\s/g, "") !== "()=>undefined") return;
  const method = site.parent !== null && isCall(site.parent) ? calleeName(site.parent) : null;
  const options = /* @__PURE__ */ new Map([["(value) => value", 0.5]]);
  const offer = (text2, odds) => void options.set(text2, Math.max(options.get(text2) ?? 0, odds));
  if (method === "filter") offer("Boolean", 1);
  if (method === "sort") for (const text2 of ["(a, b) => a - b", "(a, b) => b - a", "(a, b) => a.localeCompare(b)"]) offer(text2, 1);
  for (const other of walk(scene.program)) {
    if (other.node.type !== "ArrowFunctionExpression" || other === site || other.end - other.start > LONGEST16 * 2) continue;
    const isSame2 = method !== null && other.parent !== null && isCall(other.parent) && calleeName(other.parent) === method;
    offer(scene.text(other), isSame2 ? 1.5 : 0.3);
  }
  const unread2 = unreadAt(site, scene);
  for (const { name, kind } of scene.visible(site)) {
    if (!/^(?:function|import)$/.test(kind)) continue;
    for (const text2 of [`(value) => ${name}(value)`, `(a, b) => ${name}(a, b)`]) offer(text2, unread2.has(name) ? 1.5 : 0.4);
  }
  for (const name of ["toLowerCase()", "toUpperCase()", "trim()"]) offer(`(value) => value.${name}`, 0.2);
  for (const [text2, odds] of [...options].sort((a, b) => b[1] - a[1]).slice(0, 40))
    yield replace(site, text2, `callback ${brief(text2)}`, odds);
}
var putBackFamilies = [
  { name: "method put back", share: 0.03, propose: methods },
  { name: "lost callback", share: 0.15, propose: callbacks }
];

// src/engine/templates/families/re-exports.ts
var MOST_NAMES7 = 4;
var MOST_FILES = 3;
function sourcesOf({ clues, file, program, visible }) {
  const own2 = new Set(visible(program).map(({ name }) => name));
  const missed = [...clues.missingExports, ...clues.notFunctions].filter(
    (name) => !own2.has(name) && name !== "default" && !isBuiltIn(name)
  );
  return missed.slice(0, MOST_NAMES7).flatMap((name) => {
    const wholes = [...clues.wholes].flatMap(([path, whole2]) => whole2 === name ? [path] : []);
    const parts = (clues.exporters.get(name) ?? []).filter((path) => !wholes.includes(path));
    const files = [...wholes.map((path) => ({ name, path, whole: true })), ...parts.map((path) => ({ name, path, whole: false }))];
    return files.filter(({ path }) => path !== file.path && isJavaScript(path) && isSource(path)).slice(0, MOST_FILES);
  });
}
function isBuiltIn(name) {
  return [Array, String, Number, Map, Set, Promise, Function, RegExp].some(({ prototype }) => name in prototype);
}
function specifierOf(path, like, { file }) {
  const whole2 = relativePath(file.path, path);
  const ending = like === void 0 ? null : /\.[cm]?[jt]sx?$/.exec(like)?.[0] ?? "";
  if (ending === "") return whole2.replace(/(?:\/index)?\.[cm]?[jt]sx?$/, "");
  return ending !== null && /js/.test(ending) ? whole2.replace(/\.([cm]?)ts(x?)$/, ".$1js$2") : whole2;
}
function* handedOn4(site, scene) {
  if (site.node.type !== "Program" || isCommon(scene)) return;
  const handing = childList(site, "body").filter(
    ({ node }) => /^Export(?:Named|All)Declaration$/.test(node.type) && sourceOf(node) !== null
  );
  const last = handing.at(-1);
  if (last === void 0 && !/(?:^|\/)index\.[cm]?[jt]sx?$/.test(scene.file.path)) return;
  const quote2 = last === void 0 ? "'" : /(['"])[^'"]*\1\s*;?$/.exec(scene.text(last))?.[1] ?? "'";
  for (const { name, path, whole: whole2 } of sourcesOf(scene)) {
    const like = last === void 0 ? null : sourceOf(last.node);
    const isAll = last?.node.type === "ExportAllDeclaration" && !whole2;
    const what = whole2 ? `{ default as ${name} }` : `{ ${name} }`;
    const at = last?.end ?? childList(site, "body").at(-1)?.end ?? 0;
    const neighbours = like !== null ? [like] : /ts$/.test(path) ? ["./x.js", "./x"] : [void 0];
    for (const each of isAll ? ["*", what] : [what])
      for (const neighbour of neighbours) {
        const specifier = specifierOf(path, neighbour, scene);
        const text2 = `export ${each} from ${quote2}${specifier}${quote2};`;
        yield insert(at, at === 0 ? `${text2}
` : `
${text2}`, `export ${name} of ${specifier}`, 1);
      }
  }
}
function isCommon({ file }) {
  return file.path.endsWith(".cjs") || /\bmodule\.exports\b|\bexports\.|\brequire\(/.test(file.text);
}
function sourceOf(node) {
  return "source" in node && node.source?.type === "StringLiteral" && node.source.value.startsWith(".") ? node.source.value : null;
}
function* required(site, scene) {
  const isProgram = site.node.type === "Program";
  if (!isProgram && !(site.node.type === "ObjectExpression" && isExports(site)) || scene.clues.notFunctions.size === 0) return;
  const member = /^(?:module\.)?exports\.[\w$]+\s*=\s*require\(\s*(['"])(\.[^'"]*)\1\s*\)/;
  const [place, like] = isProgram ? lastOf2(childList(site, "body"), (each) => member.exec(scene.text(each))?.[2]) : [childList(site, "properties").at(-1), requiredIn(scene)];
  if (place === void 0 || like === void 0) return;
  const spreads = !isProgram && /^\.\.\.\s*require\(/.test(scene.text(place));
  for (const { name, path, whole: whole2 } of sourcesOf(scene)) {
    const call = `require('${specifierOf(path, like, scene)}')`;
    const value = `${call}${whole2 ? "" : `.${name}`}`;
    const label = `export ${brief(value)}`;
    if (isProgram) {
      const head = scene.text(place).startsWith("module.") ? "module." : "";
      yield insert(place.end, `
${head}exports.${name} = ${value};`, label, 1);
    } else {
      if (spreads && !whole2) yield insert(place.end, `, ...${call}`, label, 1);
      yield insert(place.end, `, ${name}: ${value}`, label, 1);
    }
  }
}
function lastOf2(list, known2) {
  const place = list.findLast((each) => known2(each) !== void 0);
  return [place, place === void 0 ? void 0 : known2(place)];
}
function requiredIn({ file }) {
  return [...file.text.matchAll(/\brequire\(\s*(['"])(\.[^'"\n]*)\1\s*\)/g)].at(-1)?.[2];
}
function* exportedAtAll(site, scene) {
  if (site.node.type !== "Program" || scene.clues.notFunctions.size === 0 || !/\.c?js$/.test(scene.file.path)) return;
  const body = childList(site, "body");
  const last = body.at(-1);
  const declared2 = body.filter(({ node }) => /^(?:Function|Class)Declaration$/.test(node.type)).flatMap(declaredBy);
  if (last === void 0 || exportsAnything(site)) return;
  for (const name of declared2.filter((each) => scene.clues.notFunctions.has(each)).slice(0, MOST_NAMES7)) {
    const asked = declared2.filter((each) => each === name || scene.clues.testNames.has(each));
    for (const value of [name, `{ ${asked.join(", ")} }`])
      yield insert(last.end, `

module.exports = ${value};`, `module.exports = ${brief(value)}`, 1);
  }
}
function exportsAnything(program) {
  return [...walk(program)].some(
    ({ node, parent }) => /^(?:Import|Export)/.test(node.type) || node.type === "Identifier" && node.name === "exports" && parent !== null
  );
}
var reExportFamilies = [
  { name: "export handed on", share: 0.5, anywhere: true, propose: handedOn4 },
  { name: "export of another", share: 0.5, anywhere: true, propose: required },
  { name: "exported at all", share: 0.5, anywhere: true, propose: exportedAtAll }
];

// src/engine/templates/families/recursion.ts
var TONGUE2 = {
  ...{ equals: "===", nothing: "null", yes: "true", no: "false" },
  lengthOf: (name) => `${name}.length`,
  missing: (name) => [`!${name}`, `${name} === null`],
  empty: (name) => [`${name}.length === 0`, `${name} === ''`]
};
var MOST_ANSWERS4 = 3;
var LONGEST_ANSWER2 = 40;
var OF_LEAVING2 = { said: 0.5, unsaid: 0.15 };
function callsOfItself2(fn) {
  const name = functionName(fn);
  const body = child(fn, "body");
  if (name === null || body === null) return [];
  const { parent } = fn;
  const isNamed3 = child(fn, "id") !== null || parent?.node.type === "VariableDeclarator";
  return [...walk(body)].filter((site) => {
    if (!isCall(site) || calleeName(site) !== name) return false;
    const receiver = child(child(site, "callee") ?? site, "object");
    return isNamed3 ? receiver === null : receiver?.node.type === "ThisExpression";
  });
}
function isCertain2(call, fn) {
  for (const at of ancestors(call)) {
    if (at === fn) return true;
    if (/^(?:If|For|ForOf|ForIn|While|Switch|Try)Statement$|^SwitchCase$|^(?:Conditional|Logical)Expression$/.test(at.node.type))
      return false;
    if (isFunction(at)) return false;
  }
  return false;
}
function leaves2(fn, calls2) {
  if (!calls2.some((call) => isCertain2(call, fn))) return true;
  const last = calls2.at(-1)?.start ?? 0;
  return [...walk(fn)].some(
    (each) => /^(?:Return|Throw)Statement$/.test(each.node.type) && each.start < last && functionOf(each) === fn && !calls2.some((call) => call.start >= each.start && call.end <= each.end)
  );
}
function useOf3(call, scene) {
  const { parent, key } = call;
  if (parent === null) return "nothing";
  const { node } = parent;
  if (node.type === "BinaryExpression") {
    if (node.operator === "+") return /["'`]/.test(scene.text(parent)) ? "text" : "sum";
    return node.operator === "*" ? "product" : /^[-/%]$/.test(node.operator) ? "sum" : "kept";
  }
  if (/^(?:Logical|Unary)Expression$/.test(node.type) || key === "test") return "truth";
  if (node.type === "SpreadElement") return "list";
  if (node.type === "TemplateLiteral") return "text";
  if (/^(?:Conditional|Await|Parenthesized|TSAs|TSNonNull)Expression$/.test(node.type)) return useOf3(parent, scene);
  if (node.type === "ReturnStatement" || isFunction(parent) && key === "body") return "answer";
  if (node.type === "ExpressionStatement") return "nothing";
  if (key === "arguments")
    return calleeName(parent) === "concat" ? "list" : /^(?:max|min)$/.test(calleeName(parent) ?? "") ? "sum" : "kept";
  return key === "object" ? "list" : "kept";
}
function parametersIn(fn) {
  const names2 = childList(fn, "params").map((each) => {
    const { node } = each.node.type === "AssignmentPattern" ? child(each, "left") ?? each : each;
    return node.type === "Identifier" ? node.name : "";
  });
  return names2[0] === "this" ? names2.slice(1) : names2;
}
function recursionOf2(fn, calls2, scene) {
  const body = child(fn, "body") ?? fn;
  const own2 = scene.visible(body).filter(({ scope, kind }) => kind !== "param" && (scope === body || scope === fn));
  const isThere = (site) => ![...walk(site)].some(({ node }) => node.type === "Identifier" && own2.some(({ name }) => name === node.name));
  const returned = (scene.words.returns.get(fn) ?? []).filter(
    (site) => isThere(site) && !calls2.some(({ start }) => start >= site.start && start < site.end)
  );
  const isGenerator2 = "generator" in fn.node && fn.node.generator === true;
  const uses = isGenerator2 ? /* @__PURE__ */ new Set(["nothing"]) : new Set(calls2.map((call) => useOf3(call, scene)));
  const text2 = scene.text(fn);
  return {
    parameters: parametersIn(fn),
    calls: calls2.map((call) => childList(call, "arguments").map(scene.text)),
    uses,
    answers: (isGenerator2 ? [] : returned).map(scene.text).filter((each) => each.length <= LONGEST_ANSWER2).slice(0, MOST_ANSWERS4),
    measured: [...new Set([...text2.matchAll(/(?<![\w$.])([\w$]+)(?:\.length\b|\[)/g)].flatMap(([, name]) => name ?? []))]
  };
}
function begunBy(site) {
  const { parent } = site;
  if (parent === null || site.key !== "body") return null;
  if (isFunction(parent)) return site.node.type === "BlockStatement" ? null : parent;
  const isFirst = parent.node.type === "BlockStatement" && site.index === 0 && parent.key === "body";
  return isFirst && parent.parent !== null && isFunction(parent.parent) ? parent.parent : null;
}
function* endings2(site, scene, ofLeaving) {
  const fn = begunBy(site);
  const calls2 = fn === null ? [] : callsOfItself2(fn);
  if (fn === null || calls2.length === 0) return;
  const likely = leaves2(fn, calls2) ? ofLeaving : 1;
  for (const { test, answer: answer2, odds } of endingsOf(recursionOf2(fn, calls2, scene), TONGUE2)) {
    const label = `recursion ends: ${brief(test)} ? ${brief(answer2 ?? "return")}`;
    if (site.parent !== fn) {
      const jump = answer2 === null ? "return" : `return ${answer2}`;
      yield insert(site.start, `if (${test}) ${jump};
${indentOf3(site, scene)}`, label, odds * likely);
    } else if (answer2 !== null) yield replace(site, `${test} ? ${answer2} : ${scene.operand(site)}`, label, odds * likely);
  }
}
var recursionFamilies2 = [
  {
    name: "recursion's end",
    share: 0.4,
    propose: (site, scene) => scene.clues.complaints.endless ? endings2(site, scene, OF_LEAVING2.said) : []
  },
  {
    name: "recursion's end",
    share: 0.1,
    propose: (site, scene) => scene.clues.complaints.endless ? [] : endings2(site, scene, OF_LEAVING2.unsaid)
  }
];

// src/engine/templates/families/regex.ts
function* regexes2(site, scene) {
  const node = site.node;
  if (node.type !== "RegExpLiteral") return;
  const flagged2 = [..."gimsu"].map((flag) => {
    const flags = node.flags.includes(flag) ? node.flags.replace(flag, "") : [...node.flags, flag].sort().join("");
    return [`/${node.pattern}/${flags}`, flag === "i" || flag === "g" ? 0.8 : 0.3];
  });
  const others = [...otherPatterns(node.pattern, scene.clues.marks)].map(([pattern2, odds]) => [
    `/${pattern2}/${node.flags}`,
    odds
  ]);
  const own2 = `/${node.pattern}/${node.flags}`;
  for (const [text2, odds] of likeliest([...flagged2, ...others], (made2) => made2 !== own2 && valid2(made2))) {
    yield replace(site, text2, `${brief(scene.text(site))} -> ${brief(text2)}`, odds);
  }
}
function* strings3(site, scene) {
  const found3 = textOf2(site, scene);
  if (found3 === null || found3.pattern === "" || !(looksLikePattern(found3.pattern) || isTakenByRegExp(site))) return;
  const isOther = (pattern2) => pattern2 !== "" && pattern2 !== found3.pattern;
  for (const [pattern2, odds] of likeliest(otherPatterns(found3.pattern, scene.clues.marks), isOther)) {
    const text2 = found3.written(pattern2);
    yield replace(site, text2, `${brief(scene.text(site))} -> ${brief(text2)}`, odds);
  }
}
function textOf2(site, scene) {
  const { node, parent } = site;
  const own2 = scene.text(site);
  if (node.type === "StringLiteral" && !/^(?:JSXAttribute|ImportDeclaration|ExportNamedDeclaration|ExportAllDeclaration)$/.test(parent?.node.type ?? "")) {
    const quote2 = own2.charAt(0);
    const isPlain2 = (quote2 === "'" || quote2 === '"') && /^(?:[^\\]|\\[\\'"])*$/.test(own2);
    return isPlain2 ? { pattern: node.value, written: (pattern2) => quote2 + escaped(pattern2, quote2) + quote2 } : null;
  }
  if (node.type !== "TemplateElement") return null;
  const tagged = parent?.parent?.node.type === "TaggedTemplateExpression";
  if (tagged || !/^(?:[^\\]|\\[\\`])*$/.test(own2)) return null;
  return { pattern: node.value.cooked ?? own2, written: (pattern2) => escaped(pattern2, "`").replaceAll("${", "\\${") };
}
var escaped = (text2, quote2) => text2.replaceAll("\\", "\\\\").replaceAll(quote2, `\\${quote2}`);
function isTakenByRegExp(site) {
  let part = site;
  for (const at of ancestors(site)) {
    const { type } = at.node;
    if (type === "NewExpression" || type === "CallExpression") {
      const callee = child(at, "callee")?.node;
      return part.key === "arguments" && part.index === 0 && callee?.type === "Identifier" && callee.name === "RegExp";
    }
    if (type !== "TemplateLiteral" && type !== "BinaryExpression") return false;
    part = at;
  }
  return false;
}
function valid2(literal3) {
  const end = literal3.lastIndexOf("/");
  try {
    new RegExp(literal3.slice(1, end), literal3.slice(end + 1));
    return end > 1;
  } catch {
    return false;
  }
}
var regexFamilies2 = [
  { name: "regular expression", share: 0.12, propose: regexes2 },
  { name: "pattern text", share: 0.08, propose: strings3 }
];

// src/engine/templates/families/results-lost.ts
var ANSWERS2 = /^(?:trim|trimStart|trimEnd|to(?:Locale)?(?:Lower|Upper)Case|replace|replaceAll|concat|slice|substring|padStart|padEnd|repeat|normalize|filter|map|flat|flatMap|toSorted|toReversed|toSpliced|with)$/;
function* thrownAway2(site, scene) {
  const call = site.node.type === "ExpressionStatement" ? child(site, "expression") : null;
  const callee = call !== null && isCall(call) ? child(call, "callee") : null;
  const object2 = callee !== null && isMember(callee) ? child(callee, "object") : null;
  if (call === null || object2 === null || !ANSWERS2.test(calleeName(call) ?? "")) return;
  const name = scene.text(object2);
  const binding = scene.visible(site).find((each) => each.name === name);
  const mayBeSet = object2.node.type === "Identifier" ? binding !== void 0 && /^(?:let|var|param)$/.test(binding.kind) : isMember(object2);
  if (mayBeSet && !name.includes("(")) yield insert(site.start, `${name} = `, `${brief(scene.text(call))} kept`, 1);
}
function* found2(site, scene) {
  const call = site.node.type === "ExpressionStatement" ? child(site, "expression") : null;
  const fn = functionOf(site);
  const name = fn === null ? null : functionName(fn);
  if (call === null || fn === null || name === null || !isCall(call) || calleeName(call) !== name || !isListed(site)) return;
  if ((scene.words.returns.get(fn) ?? []).length === 0) return;
  const kept3 = ["found", "result", "inner"].find((each) => !scene.names(site).has(each)) ?? "found";
  const pad = indentOf3(site, scene);
  const again3 = loopOf(site) === null ? 0.5 : 1;
  for (const [test, odds] of [
    [kept3, 1],
    [`${kept3} !== null`, 0.6],
    [`${kept3} !== undefined`, 0.6]
  ])
    yield replace(
      site,
      `const ${kept3} = ${scene.text(call)};
${pad}if (${test}) return ${kept3};`,
      `${brief(scene.text(call))} handed on`,
      odds * again3
    );
}
function* yielded(site, scene) {
  const value = site.node.type === "ExpressionStatement" ? child(site, "expression") : null;
  if (value === null) return;
  if (value.node.type === "YieldExpression") {
    const argument = child(value, "argument");
    if (argument === null) return;
    if (value.node.delegate) yield replace(value, `yield ${scene.text(argument)}`, "yield as a whole", 0.3);
    else yield replace(value, `yield* ${scene.text(argument)}`, "yield each", 0.3);
    return;
  }
  const fn = functionOf(site);
  if (fn === null || !isCall(value) || !("generator" in fn.node) || fn.node.generator !== true) return;
  const isOwn2 = calleeName(value) === functionName(fn);
  yield insert(value.start, "yield* ", `yield* ${brief(scene.text(value))}`, isOwn2 ? 2 : 0.5);
  yield insert(value.start, "yield ", `yield ${brief(scene.text(value))}`, isOwn2 ? 0.6 : 0.3);
}
function* tooEarly2(site, scene) {
  const value = site.node.type === "ReturnStatement" ? child(site, "argument") : null;
  if (value === null || loopOf(site) === null || !/^(?:Binary|Logical|Call|Unary)Expression$/.test(value.node.type)) return;
  const text2 = scene.text(value);
  const denied = value.node.type === "UnaryExpression" && text2.startsWith("!") ? text2.slice(1) : `!(${text2})`;
  for (const [test, answer2, odds] of [
    [denied, "false", 1],
    [text2, "true", 1]
  ]) {
    const made2 = `if (${test}) return ${answer2};`;
    yield replace(site, site.parent?.node.type === "IfStatement" ? `{ ${made2} }` : made2, `${answer2} at once, else on`, odds);
  }
}
function* loopInstead(site, scene) {
  const call = site.node.type === "ExpressionStatement" ? child(site, "expression") : null;
  const callee = call !== null && isCall(call) && calleeName(call) === "forEach" ? child(call, "callee") : null;
  const list = callee !== null && isMember(callee) ? child(callee, "object") : null;
  const [callback, more] = call === null ? [] : childList(call, "arguments");
  const body = callback?.node.type === "ArrowFunctionExpression" ? child(callback, "body") : null;
  if (list === null || callback === void 0 || more !== void 0 || body?.node.type !== "BlockStatement") return;
  const [item, at, rest3] = childList(callback, "params").map(scene.text);
  if (item === void 0 || rest3 !== void 0) return;
  const isReturned = [...walk(body)].some((each) => each.node.type === "ReturnStatement" && child(each, "argument") !== null);
  const head = at === void 0 ? `const ${item} of ${scene.text(list)}` : `const [${at}, ${item}] of ${scene.text(list)}.entries()`;
  yield replace(site, `for (${head}) ${scene.text(body)}`, `loop over ${brief(scene.text(list))}`, isReturned ? 5 : 0.3);
}
function* withMore(site, scene) {
  const callee = isCall(site) && /^(?:push|unshift)$/.test(calleeName(site) ?? "") ? child(site, "callee") : null;
  const list = callee !== null && isMember(callee) ? child(callee, "object") : null;
  if (list === null || !isRead(site) || /^(?:ExpressionStatement|ArrowFunctionExpression)$/.test(site.parent?.node.type ?? "")) return;
  const items = childList(site, "arguments").map(scene.text).join(", ");
  const text2 = calleeName(site) === "push" ? `[...${scene.operand(list)}, ${items}]` : `[${items}, ...${scene.operand(list)}]`;
  yield replace(site, text2, `${brief(scene.text(list))} with ${brief(items)}`, 1);
}
var MOST_LEFT2 = 3;
function* leftBehind2(site, scene) {
  if (!/^(?:For|ForOf|ForIn|While)Statement$/.test(site.node.type) || !isListed(site)) return;
  const body = child(site, "body");
  const pushes = (body === null ? [] : [...walk(body)]).filter((each) => {
    const call = each.node.type === "ExpressionStatement" ? child(each, "expression") : null;
    return call !== null && isCall(call) && /^(?:push|add)$/.test(calleeName(call) ?? "") && each.end - each.start <= 80;
  });
  for (const push2 of pushes.slice(0, MOST_LEFT2)) {
    const call = child(push2, "expression");
    const [item] = call === null ? [] : childList(call, "arguments");
    const names2 = item === void 0 ? [] : [...walk(item)].filter((each) => each.node.type === "Identifier" && isRead(each));
    const [held] = names2;
    const isThere = (each) => scene.visible(site).some(({ name: name2, until }) => name2 === scene.text(each) && until <= site.start);
    if (held === void 0 || !names2.every(isThere)) continue;
    const [name, text2, pad] = [scene.text(held), scene.text(push2), indentOf3(site, scene)];
    for (const [test, odds] of [
      [`${name}.length > 0`, 1],
      [name, 0.7]
    ])
      yield insert(site.end, `
${pad}if (${test}) ${text2}`, `${brief(text2)} for what is left`, odds);
  }
}
var lostResultFamilies = [
  { name: "result kept", share: 0.2, propose: thrownAway2 },
  { name: "found by itself", share: 0.08, propose: found2 },
  { name: "yield", share: 0.1, propose: yielded },
  { name: "answered too early", share: 0.04, propose: tooEarly2 },
  { name: "loop for a callback", share: 0.04, propose: loopInstead },
  { name: "list with more", share: 0.2, propose: withMore },
  { name: "left behind a loop", share: 0.02, propose: leftBehind2 }
];

// src/engine/templates/families/rounds.ts
var JUMPS2 = /^(?:Return|Throw|Break|Continue)Statement$/;
function* again2(site, scene) {
  if (site.node.type !== "IfStatement" || !isListed(site) || child(site, "alternate") !== null) return;
  const [test, body] = [child(site, "test"), child(site, "consequent")];
  if (test === null || body === null) return;
  const inside = [...walk(body)];
  if (inside.some(({ node }) => JUMPS2.test(node.type))) return;
  const changed2 = new Set(inside.flatMap((each) => each.node.type === "Identifier" && mayChange(each) ? [each.node.name] : []));
  const asked = [
    ...new Set([...walk(test)].flatMap(({ node, key }) => node.type === "Identifier" && key !== "callee" ? [node.name] : []))
  ];
  const label = `while (${brief(scene.text(test))})`;
  const isMoved2 = asked.some((name) => changed2.has(name));
  if (isMoved2) yield { start: site.start, end: site.start + 2, text: "while", label, odds: 1 };
  const last = body.node.type === "BlockStatement" ? body.children.at(-1) : void 0;
  if (last === void 0 || last.line === site.line) return;
  for (const name of asked.filter((each) => !changed2.has(each))) {
    for (const [rank, step] of stepsOf5(name, test, scene).entries()) {
      const text2 = `while${scene.file.text.slice(site.start + 2, last.end)}
${indentOf3(last, scene)}${step}`;
      yield { start: site.start, end: last.end, text: text2, label: `${label} with ${step}`, odds: (isMoved2 ? 0.6 : 0.4) / (1 + rank / 2) };
    }
  }
}
function stepsOf5(name, test, scene) {
  const binding = scene.visible(test).find((each) => each.name === name);
  if (binding === void 0 || !/^(?:let|var|param)$/.test(binding.kind)) return [];
  const compared = [...walk(test)].find(({ node }) => node.type === "BinaryExpression" && /^[<>]=?$/.test(node.operator));
  const right = compared === void 0 ? null : child(compared, "right");
  const operator = compared?.node.type === "BinaryExpression" ? compared.node.operator : "";
  const isFalling = operator.startsWith(">") === (right === null || scene.text(right) !== name);
  const init = binding.id.parent?.node.type === "VariableDeclarator" ? child(binding.id.parent, "init") : null;
  const factors = init?.node.type === "NumericLiteral" && init.node.value > 1 ? [scene.text(init)] : [];
  return isFalling ? [`${name}--;`, ...[...factors, "2"].map((factor) => `${name} = Math.floor(${name} / ${factor});`)] : [...factors.map((factor) => `${name} *= ${factor};`), `${name}++;`, `${name} *= 2;`];
}
function* once2(site, scene) {
  if (site.node.type !== "WhileStatement") return;
  const [test, body] = [child(site, "test"), child(site, "body")];
  if (test === null || body === null || !isRead(test)) return;
  if ([...walk(body)].some(({ node }) => /^(?:Break|Continue)Statement$/.test(node.type))) return;
  yield { start: site.start, end: site.start + 5, text: "if", label: `once if (${brief(scene.text(test))})`, odds: 1 };
}
var BEGINNING2 = /^(?:-?\d+|''|""|``|\[\]|\{\}|null|true|false|new (?:Set|Map)\(\))$/;
var MOST_AGAIN2 = 3;
function* begunAgain3(site, scene) {
  const loop = loopOf(site);
  if (loop === null || !isListed(site) || site.node.type !== "ExpressionStatement" || site.parent === null) return;
  const into = /^[\w$]+/.exec(scene.text(site))?.[0] ?? "";
  const handed = new Set([...walk(site)].flatMap((each) => each.node.type === "Identifier" && isRead(each) ? [each.node.name] : []));
  const gathered = scene.visible(site).filter(({ name, kind, id }) => /^(?:let|var)$/.test(kind) && name !== into && handed.has(name) && id.start < loop.start).flatMap(({ name, id }) => {
    const init = functionOf(id) === functionOf(site) && id.parent?.node.type === "VariableDeclarator" ? child(id.parent, "init") : null;
    return init !== null && BEGINNING2.test(scene.text(init)) ? [{ name, first: scene.text(init) }] : [];
  });
  const asked = gathered.length === 0 ? "" : headOf2(loop, scene);
  for (const { name, first } of gathered.slice(0, MOST_AGAIN2)) {
    if (hasWord(asked, name) || isNamed2(name, site.parent, isTarget) || !isNamed2(name, loop, mayChange)) continue;
    const text2 = `${name} = ${first};`;
    yield insert(site.end, `
${indentOf3(site, scene)}${text2}`, `${brief(text2)} behind it`, 1);
  }
}
function headOf2(loop, scene) {
  const body = child(loop, "body");
  const text2 = scene.file.text;
  return body === null ? "" : text2.slice(loop.start, body.start) + text2.slice(body.end, loop.end);
}
function isNamed2(name, within3, how) {
  return [...walk(within3)].some((each) => each.node.type === "Identifier" && each.node.name === name && how(each));
}
var roundFamilies2 = [
  { name: "loop instead of branch", share: 0.03, propose: again2 },
  { name: "branch instead of loop", share: 4e-3, propose: once2 },
  { name: "begun again", share: 0.04, propose: begunAgain3 }
];

// src/engine/templates/families/series.ts
var LONGEST17 = 60;
var MOST_LISTS2 = 2;
var OF_INDEX2 = /\[(?:[ijkmn]|idx|index|at|pos)\]$|\[\w+ [-+] \d+\]$/i;
function isArrowBody2({ key, parent }) {
  return key === "body" && parent?.node.type === "ArrowFunctionExpression";
}
function operandsOf4(site, operator) {
  const [left2, right] = [child(site, "left"), child(site, "right")];
  const isChain = "operator" in site.node && site.node.operator === operator && left2 !== null && right !== null;
  return isChain ? [...operandsOf4(left2, operator), right] : [site];
}
function* goesOn2(site, scene) {
  const operator = "operator" in site.node ? `${site.node.operator}` : "";
  const { parent } = site;
  if (/^(?:Binary|Logical)Expression$/.test(site.node.type) && /^(?:\+|\*|&&|\|\|)$/.test(operator)) {
    if (parent !== null && "operator" in parent.node && parent.node.operator === operator) return;
    const operands4 = operandsOf4(site, operator);
    const [before, last] = operands4.slice(-2);
    const text2 = (part) => part.node.type === "BinaryExpression" && operator !== "+" && operator !== "*" ? scene.text(part) : scene.operand(part);
    const next2 = before === void 0 || last === void 0 ? null : nextOf(text2(before), text2(last));
    if (next2 !== null) yield insert(site.end, ` ${operator} ${next2}`, `${operator} ${brief(next2)}`, 1);
    return;
  }
  const isAnswer2 = site.key === "init" || site.key === "right" || site.key === "argument" && parent?.node.type === "ReturnStatement";
  const isPlain2 = site.node.type === "CallExpression" || isMember(site) && OF_INDEX2.test(scene.text(site));
  if (!isPlain2 || !(isAnswer2 || isArrowBody2(site)) || site.end - site.start > LONGEST17 || scene.text(site).startsWith("super")) return;
  const next = nextOf(null, scene.text(site));
  if (next !== null) yield replace(site, `${scene.text(site)} + ${next}`, `+ ${brief(next)}`, 0.5);
}
function* movedOn(site, scene) {
  const list = isCall(site) ? childList(site, "arguments") : site.node.type === "ArrayExpression" ? childList(site, "elements") : [];
  const numbers5 = list.flatMap(({ node }) => node.type === "NumericLiteral" && Number.isInteger(node.value) ? [node.value] : []);
  const [first, last] = [list[0], list.at(-1)];
  if (numbers5.length < 2 || numbers5.length !== list.length || numbers5.length > 4 || first === void 0 || last === void 0) return;
  if (scene.file.text.slice(first.start, last.end) !== numbers5.join(", ")) return;
  const width = (numbers5[1] ?? 0) - (numbers5[0] ?? 0);
  for (const by of /* @__PURE__ */ new Set([1, -1, width, -width])) {
    const moved3 = numbers5.map((number3) => number3 + by);
    if (by === 0 || moved3.some((number3) => number3 < 0)) continue;
    yield { start: first.start, end: last.end, text: moved3.join(", "), label: `${brief(scene.text(site))} by ${by}`, odds: 1 };
  }
}
var HALF = /^(?:Math\.(?:floor|ceil|round|trunc)\((?<whole>[\w$.]+) \/ [\w$.]+\)|(?<divided>[\w$.]+) (?:\/|>>>?) [\w$.]+)$/;
function* rest2(site, scene) {
  if (site.node.type !== "Identifier" || !isRead(site) || site.key === "callee" || site.key === "object") return;
  const { name } = site.node;
  const binding = scene.visible(site).find((each) => each.name === name);
  const declared2 = binding?.id.parent?.node.type === "VariableDeclarator" ? child(binding.id.parent, "init") : null;
  const groups = declared2 === null ? void 0 : HALF.exec(scene.text(declared2))?.groups;
  const whole2 = groups?.whole ?? groups?.divided;
  if (whole2 === void 0 || /^\d/.test(whole2) || whole2 === name || binding === void 0 || binding.until > site.start) return;
  if (!scene.names(site).has(/^[\w$]+/.exec(whole2)?.[0] ?? "")) return;
  const text2 = `${whole2} - ${name}`;
  yield replace(site, site.key === "arguments" || site.key === "init" ? text2 : `(${text2})`, `${name} -> ${text2}`, 1);
}
function doneWith3(site, scene) {
  const expression = site?.node.type === "ExpressionStatement" ? child(site, "expression") : null;
  if (site === void 0 || expression === null || site.end - site.start > LONGEST17) return null;
  const [only, more] = isCall(expression) ? childList(expression, "arguments") : [];
  const value = expression.node.type === "AssignmentExpression" ? child(expression, "right") : more === void 0 ? only : void 0;
  if (value == null) return null;
  return { how: scene.text(expression).slice(0, value.start - expression.start), value: scene.text(value) };
}
var PLAIN3 = /^(?:Math\.\w+\()?[A-Za-z_$][\w$.]*(?:\[[\w$.]+\])?(?: [-+*/%] [\w$.]+)?\)?$/;
function* onlyOnce2(site, scene) {
  if (!isListed(site) || site.parent === null) return;
  const list = childList(site.parent, site.key);
  const [own2, before] = [doneWith3(site, scene), doneWith3(list[list.indexOf(site) - 1], scene)];
  if (own2 === null || before === null || own2.how !== before.how || own2.value === before.value) return;
  if (!PLAIN3.test(own2.value) || !PLAIN3.test(before.value)) return;
  const test = `${before.value} !== ${own2.value}`;
  yield insert(site.start, `if (${test}) `, `only if ${brief(test)}`, 1);
}
function countsUp(loop) {
  const update = child(loop, "update")?.node;
  return update?.type === "UpdateExpression" && update.operator === "++" || update?.type === "AssignmentExpression" && update.operator === "+=";
}
function* sameAsBefore(site, scene) {
  const loop = [...ancestors(site)].find(isLoop);
  if (loop?.node.type !== "ForStatement" || !isListed(site) || site.index !== 0 || site.parent !== child(loop, "body")) return;
  const init = child(loop, "init");
  const declared2 = init === null ? void 0 : [...walk(init)].find(({ node }) => node.type === "VariableDeclarator");
  const index = declared2 === void 0 ? null : child(declared2, "id");
  const start = declared2 === void 0 ? null : child(declared2, "init");
  if (index?.node.type !== "Identifier" || start?.node.type !== "NumericLiteral" || !countsUp(loop)) return;
  const name = index.node.name;
  const [lists2, written2] = [/* @__PURE__ */ new Set(), /* @__PURE__ */ new Set()];
  for (const each of walk(loop)) {
    const object2 = isMember(each) ? child(each, "object") : null;
    const property = object2 === null ? null : child(each, "property");
    if (object2 === null || property === null || scene.text(property) !== name || !scene.text(each).endsWith(`[${name}]`)) continue;
    if (object2.node.type === "Identifier" && object2.node.name !== "arguments") (isTarget(each) ? written2 : lists2).add(object2.node.name);
  }
  const body = scene.text(loop);
  for (const list of [...lists2].slice(0, MOST_LISTS2)) {
    if (written2.has(list) || body.includes(`${list}[${name} - 1]`)) continue;
    const from = scene.text(start);
    const test = `${name} > ${from} && ${list}[${name}] === ${list}[${name} - 1]`;
    yield insert(site.start, `if (${test}) continue;
${indentOf3(site, scene)}`, `not if ${brief(test)}`, 1);
  }
}
var MOST_ROUNDS2 = 2;
var rounds2 = /* @__PURE__ */ new WeakMap();
function roundsIn2(fn, scene) {
  const known2 = rounds2.get(fn);
  if (known2 !== void 0) return known2;
  const found3 = [...scene.text(fn).matchAll(/ % ([A-Za-z_$][\w$]*(?:\.(?:length|size))?)(?![\w$.[(])/g)].map(([, by = ""]) => by);
  const made2 = [...new Set(found3)].slice(0, MOST_ROUNDS2);
  rounds2.set(fn, made2);
  return made2;
}
function* wrapped2(site, scene) {
  const fn = functionOf(site);
  if (fn === null || !/^(?:init|arguments|right|argument)$/.test(site.key) || site.node.type !== "Identifier" || !isRead(site)) return;
  const { name } = site.node;
  const parent = site.parent?.node.type ?? "";
  if (/^(?:Binary|Logical|Spread|Unary)/.test(parent)) return;
  for (const by of roundsIn2(fn, scene))
    if (by !== name && scene.names(site).has(/^[\w$]+/.exec(by)?.[0] ?? ""))
      yield replace(site, `${name} % ${by}`, `${name} around ${by}`, 1);
}
var seriesFamilies2 = [
  { name: "next of a series", share: 0.03, propose: goesOn2 },
  { name: "moved on together", share: 0.01, propose: movedOn },
  { name: "the rest", share: 0.02, propose: rest2 },
  { name: "only once", share: 0.06, propose: onlyOnce2 },
  { name: "same as before", share: 0.015, propose: sameAsBefore },
  { name: "counted around", share: 0.02, propose: wrapped2 }
];

// src/engine/templates/families/statements.ts
function* deleted(site, scene) {
  if (!isListed(site) || /Declaration$|^Return|^Import|^Export|^Empty/.test(site.node.type)) return;
  yield replace(site, "", `deleted: ${brief(scene.text(site))}`, site.end - site.start < 200 ? 1 : 0.3);
}
function* moved2(site, scene) {
  if (!isListed(site) || site.parent === null || /^(Import|Export|Function|Class)/.test(site.node.type)) return;
  const list = childList(site.parent, site.key);
  const at = list.indexOf(site);
  const next = list[at + 1];
  if (next !== void 0 && next.end - site.start < 1500 && !/^(Import|Export|Function|Class)/.test(next.node.type) && canSwap(site, next))
    yield* exchange(site, next, scene, "statements");
  yield* outOf(site, scene, at, list);
}
function canSwap(first, second) {
  const jumps3 = /^(?:Return|Throw|Break|Continue)/;
  if (jumps3.test(second.node.type) || jumps3.test(first.node.type)) return true;
  const [one, other] = [namesOf4(first), namesOf4(second)];
  for (const name of one.declared) if (other.all.has(name)) return false;
  return one.calls || other.calls || [...one.all].some((name) => other.all.has(name));
}
function namesOf4(statement) {
  const declared2 = /* @__PURE__ */ new Set();
  const all = /* @__PURE__ */ new Set();
  let calls2 = false;
  for (const site of walk(statement)) {
    if (/Call|^New|Await|Yield/.test(site.node.type)) calls2 = true;
    if (site.node.type !== "Identifier") continue;
    all.add(site.node.name);
    if (site.key === "id" && site.parent?.parent === statement) declared2.add(site.node.name);
  }
  return { declared: declared2, all, calls: calls2 };
}
function* outOf(site, scene, at, list) {
  if (site.end - site.start > 300 || site.node.type === "VariableDeclaration") return;
  const block = site.parent;
  const owner = block?.parent;
  const pad = (of2) => indentOf3(of2, scene);
  if (block?.node.type === "BlockStatement" && owner && !isFunction(owner) && isListed(owner) && at === list.length - 1 && list.length > 1) {
    const tail = scene.file.text.slice(site.end, owner.end);
    const text2 = `${tail}
${pad(owner)}${scene.text(site)}`;
    const from = scene.file.text.slice(0, site.start).trimEnd().length;
    if (tail.length < 400)
      yield { start: from, end: owner.end, text: `
${text2.trimStart()}`, label: `moved out: ${brief(scene.text(site))}`, odds: 0.6 };
  }
  const before = list[at - 1];
  const body = before === void 0 ? null : child(before, "body") ?? child(before, "consequent");
  const last = body?.node.type === "BlockStatement" ? body.children.at(-1) : void 0;
  if (before === void 0 || body === null || last === void 0 || isFunction(before) || child(before, "alternate") !== null) return;
  const closing = scene.file.text.slice(last.end, before.end);
  yield {
    start: last.end,
    end: site.end,
    text: `
${pad(last)}${scene.text(site)}${closing}`,
    label: `moved in: ${brief(scene.text(site))}`,
    odds: 0.6
  };
}
function* copied(site, scene) {
  if (!isListed(site) || functionOf(site) === null) return;
  const fn = functionOf(site);
  const seen = /* @__PURE__ */ new Set([scene.text(site)]);
  const own2 = scene.words.statements.get(fn) ?? [];
  const ranked = own2.slice(0, 200).map((each) => [each, 1 / (1 + Math.abs(each.line - site.line) / 10)]);
  for (const each of strangers(fn, scene)) ranked.push([each, 0.1]);
  let taken = 0;
  for (const [donor, odds] of ranked.sort((a, b) => b[1] - a[1])) {
    const text2 = scene.text(donor);
    if (taken >= 14) return;
    if (seen.has(text2) || text2.length > 120 || donor === site || !scene.donors.readable(donor, site)) continue;
    seen.add(text2);
    taken++;
    yield insert(site.start, `${text2}
${indentOf3(site, scene)}`, `copied: ${brief(text2)}`, odds);
    if (site.parent !== null && childList(site.parent, site.key).at(-1) === site && !/^(Return|Throw|Break|Continue)/.test(site.node.type)) {
      yield insert(site.end, `
${indentOf3(site, scene)}${text2}`, `copied to the end: ${brief(text2)}`, odds);
    }
  }
}
function strangers(fn, scene) {
  const found3 = [];
  for (const [where2, list] of scene.words.statements) {
    if (found3.length >= 12) break;
    if (where2 !== fn) found3.push(...list.slice(0, 2));
  }
  return found3;
}
function* added(site, scene) {
  if (!isListed(site) || functionOf(site) === null) return;
  const pad = indentOf3(site, scene);
  for (const binding of scene.visible(site)) {
    if (binding.scope.node.type === "Program" || binding.kind === "import" || binding.until > site.start || isUnset(binding, site))
      continue;
    const uses = scene.words.uses.get(binding.name);
    const assignable2 = binding.kind === "let" || binding.kind === "var" || binding.kind === "param";
    if (!assignable2 || uses === void 0) continue;
    const name = binding.name;
    if (uses.has("number"))
      for (const text2 of [`${name}++;`, `${name}--;`, `${name} = 0;`]) yield insert(site.start, `${text2}
${pad}`, text2, 0.4);
    if (uses.has("receiver") && site.index === 0)
      for (const text2 of [
        `${name} = ${name}.trim();`,
        `${name} = ${name}.toLowerCase();`,
        `${name} = ${name}.slice();`,
        `${name} = String(${name});`,
        `${name} = ${name} || {};`
      ])
        yield insert(site.start, `${text2}
${pad}`, text2, 0.4);
    if (uses.has("indexed") && site.index > 0)
      for (const text2 of [`${name} = [];`, `${name} = '';`]) yield insert(site.start, `${text2}
${pad}`, text2, 0.15);
  }
}
function* elements2(site, scene) {
  const key = site.node.type === "ArrayExpression" ? "elements" : site.node.type === "ObjectExpression" ? "properties" : null;
  if (key === null) return;
  const items = childList(site, key);
  if (items.length > 60) return;
  for (const [at, item] of items.entries()) {
    const [before, after] = [items[at - 1], items[at + 1]];
    const [start, end] = before !== void 0 ? [before.end, item.end] : after !== void 0 ? [item.start, after.start] : [item.start, item.end];
    yield { start, end, text: "", label: `without ${brief(scene.text(item))}`, odds: 0.5 };
    if (key === "elements" && after !== void 0) yield* exchange(item, after, scene, "elements");
  }
  const last = items.at(-1);
  const names2 = scene.visible(site).filter((each) => each.kind !== "import" && each.scope.node.type !== "Program" && each.kind !== "function");
  if (key === "elements") {
    const donors3 = [
      ...names2.slice(0, 5).map((each) => each.name),
      ...last?.node.type === "StringLiteral" ? scene.clues.expectedStrings.slice(0, 4).map((text2) => JSON.stringify(text2)) : [],
      "0",
      "1",
      "''",
      "[]"
    ];
    for (const text2 of donors3)
      yield last === void 0 ? insert(site.end - 1, text2, `element ${text2}`, 0.3) : insert(last.end, `, ${text2}`, `element ${brief(text2)}`, 0.3);
  } else
    yield* propertyAdded(
      site,
      scene,
      last,
      names2.map((each) => each.name)
    );
}
function* propertyAdded(site, scene, last, names2) {
  const have = /* @__PURE__ */ new Set();
  for (const item of site.children) {
    const key = child(item, "key");
    if (key !== null) have.add(scene.text(key));
  }
  const put = (text2, odds) => last === void 0 ? insert(site.start + 1, ` ${text2} `, `property ${brief(text2)}`, odds) : insert(last.end, `, ${text2}`, `property ${brief(text2)}`, odds);
  for (const name of names2.slice(0, 6)) if (!have.has(name)) yield put(name, 0.4);
  let donors3 = 0;
  for (const sibling of scene.words.objects) {
    const alike4 = sibling.children.filter((each) => have.has(scene.text(child(each, "key") ?? each))).length;
    if (sibling === site || alike4 === 0) continue;
    for (const each of sibling.children) {
      if (donors3 >= 8 || have.has(scene.text(child(each, "key") ?? each)) || each.end - each.start > 80) continue;
      donors3++;
      yield put(scene.text(each), 0.2 + alike4 / (sibling.children.length + site.children.length));
    }
  }
}
function* bareObject(site) {
  if (site.node.type !== "ObjectExpression" || site.children.length > 0 || !isRead(site)) return;
  yield replace(site, "Object.create(null)", "{} -> Object.create(null)", 0.5);
  yield replace(site, "[]", "{} -> []", 0.5);
  for (const made2 of ["new Map()", "new Set()"]) yield replace(site, made2, `{} -> ${made2}`, 0.05);
}
function* collections2(site) {
  if (site.node.type === "ArrayExpression" && site.children.length === 0 && isRead(site)) yield replace(site, "{}", "[] -> {}", 0.4);
}
function* thrown(site, scene) {
  if (site.node.type !== "NewExpression" || site.key !== "argument" || site.parent?.node.type !== "ThrowStatement") return;
  const callee = child(site, "callee");
  if (callee === null) return;
  for (const type of ["Error", "TypeError", "RangeError", "SyntaxError"])
    if (scene.text(callee) !== type) yield replace(callee, type, `throws ${type}`, 0.5);
}
var statementFamilies2 = [
  { name: "statement moved", share: 0.015, propose: moved2 },
  { name: "statement copied", share: 0.015, propose: copied },
  { name: "statement added", share: 8e-3, propose: added },
  { name: "element", share: 0.03, propose: elements2 },
  { name: "bare object", share: 8e-3, propose: bareObject },
  { name: "empty collection", share: 3e-3, propose: collections2 },
  { name: "thrown error", share: 3e-3, propose: thrown },
  { name: "statement deleted", share: 6e-3, propose: deleted }
];

// src/engine/templates/families/throws.ts
var DEEPEST2 = 5;
var MOST_NAMES8 = 5;
function isCount(name) {
  return /^[a-z]$|count|size|len|limit|max|min|num|concurren|depth|timeout|width|height|index|offset|level/i.test(name);
}
function unfit(name, scene) {
  const counted2 = scene.words.uses.get(name)?.has("number") === true || isCount(name);
  const bounds2 = [
    [`${name} < 1`, 1],
    [`${name} < 0`, 0.9],
    [`${name} <= 0`, 0.8],
    [`Number.isNaN(${name})`, 0.4],
    [`!Number.isInteger(${name})`, 0.4]
  ];
  const types2 = ["function", "string", "object", "number"].map((type, at) => [
    `typeof ${name} !== '${type}'`,
    0.8 - at / 10
  ]);
  const others = allTestsOf(name).filter(([test]) => /^!|=== |== null/.test(test));
  const known2 = new Set(types2.map(([test]) => test));
  return [
    ...counted2 ? bounds2 : [],
    ...types2.map(([test, odds]) => [test, counted2 ? odds * 0.5 : odds]),
    ...others.filter(([test]) => !known2.has(test)).map(([test, odds]) => [test, counted2 ? odds * 0.5 : odds])
  ];
}
function errorFor(name, scene) {
  const said = scene.clues.expectedStrings.find((text2) => /\w \w/.test(text2) && text2.length < 80);
  return JSON.stringify(said ?? `${name} is not valid`).replace(/^"|"$/g, "'");
}
function* unfitValue(site, scene) {
  if (!scene.clues.told.throws || !isListed(site) || site.index >= DEEPEST2 || site.node.type === "FunctionDeclaration") return;
  const fn = functionOf(site);
  if (fn === null || site.parent?.parent !== fn) return;
  const params = scene.visible(site).filter(({ kind, scope }) => kind === "param" && scope === fn);
  const type = scene.clues.told.typeError ? "TypeError" : "Error";
  for (const [at, { name }] of params.slice(0, MOST_NAMES8).entries()) {
    const error = errorFor(name, scene);
    if (error.slice(1, -1).includes("'")) continue;
    for (const [test, odds] of unfit(name, scene)) {
      const text2 = `if (${test}) throw new ${type}(${error});
${indentOf3(site, scene)}`;
      yield insert(site.start, text2, `throws if ${brief(test)}`, odds * (scene.clues.said.has(name) ? 3 : 1) / (1 + at / 4));
    }
  }
}
var throwFamilies = [{ name: "missing error", share: 0.15, propose: unfitValue }];

// src/engine/templates/families/twins.ts
var LONGEST18 = 3e3;
var VIEWS = [".sort()", ".toLowerCase()", ".trim()", ".toString()", ".slice()", ".reverse()", ".length"];
var COMPARISONS3 = /* @__PURE__ */ new Set(["==", "===", "!=", "!==", "<", ">", "<=", ">="]);
var FLIPPED = { "<": "<=", "<=": "<", ">": ">=", ">=": ">", "===": "!==", "!==": "===" };
function together3(changes3, label, odds, scene) {
  const places2 = [...changes3].toSorted(([a], [b]) => a.start - b.start);
  const start = places2[0]?.[0].start;
  const end = places2.at(-1)?.[0].end;
  if (start === void 0 || end === void 0) return null;
  let text2 = "";
  let from = start;
  for (const [place, put] of places2) {
    if (place.start < from) return null;
    text2 += scene.file.text.slice(from, place.start) + put;
    from = place.end;
  }
  return { start, end, text: text2, label, odds };
}
function* exchanged2(site, scene) {
  if (!isFunction(site) || site.end - site.start > LONGEST18) return;
  const indices = /* @__PURE__ */ new Map();
  const names2 = /* @__PURE__ */ new Map();
  const params = new Set(site.children.filter((each) => each.key === "params").map(scene.text));
  for (const each of walk(site)) {
    if (each.node.type === "NumericLiteral" && each.key === "property") note2(indices, each, scene);
    if (each.node.type === "Identifier" && isRead(each) && params.has(each.node.name)) note2(names2, each, scene);
  }
  for (const group of [indices, names2]) {
    const words = [...group.keys()].slice(0, 5);
    for (const [at, one] of words.entries()) {
      for (const other of words.slice(at + 1)) {
        const changes3 = /* @__PURE__ */ new Map();
        for (const place of group.get(one) ?? []) changes3.set(place, other);
        for (const place of group.get(other) ?? []) changes3.set(place, one);
        const made2 = changes3.size > 2 ? together3(changes3, `${one} and ${other} exchanged throughout`, 1, scene) : null;
        if (made2 !== null) yield made2;
      }
    }
  }
}
var ALIKE2 = 0.4;
var MOST_STATEMENTS2 = 4;
function* exchangedInBlock(site, scene) {
  const statements = site.node.type === "BlockStatement" ? site.children : childList(site, "consequent");
  if (!/^(?:BlockStatement|SwitchCase)$/.test(site.node.type) || statements.length < 2 || statements.length > MOST_STATEMENTS2) return;
  const names2 = /* @__PURE__ */ new Map();
  for (const statement of statements.filter(({ node }) => /^(?:Expression|Return)Statement$|^VariableDeclaration$/.test(node.type))) {
    if (statement.end - statement.start > LONGEST_STATEMENT) return;
    for (const each of walk(statement))
      if (each.node.type === "Identifier" && isRead(each) && each.key !== "callee") note2(names2, each, scene);
  }
  const words = [...names2.keys()].slice(0, 6);
  for (const [at, one] of words.entries()) {
    for (const other of words.slice(at + 1)) {
      if (scene.alike(one, other) < ALIKE2) continue;
      const places2 = [
        ...(names2.get(one) ?? []).map((place) => [place, putAt(place, other, scene)]),
        ...(names2.get(other) ?? []).map((place) => [place, putAt(place, one, scene)])
      ];
      const made2 = together3(new Map(places2), `${one} and ${other} exchanged in the block`, 1, scene);
      if (made2 !== null) yield made2;
    }
  }
}
function putAt(place, name, scene) {
  const { parent } = place;
  const isShort2 = parent?.node.type === "ObjectProperty" && parent.node.shorthand;
  return isShort2 ? `${scene.text(place)}: ${name}` : name;
}
function note2(into, site, scene) {
  const text2 = scene.text(site);
  into.set(text2, [...into.get(text2) ?? [], site]);
}
function* repeated(site, scene) {
  if (!isFunction(site) || site.end - site.start > LONGEST18) return;
  const numbers5 = /* @__PURE__ */ new Map();
  const comparisons2 = /* @__PURE__ */ new Map();
  for (const each of walk(site)) {
    if (each.node.type === "NumericLiteral") note2(numbers5, each, scene);
    if (each.node.type === "BinaryExpression" && Object.hasOwn(FLIPPED, each.node.operator)) {
      const { operator } = each.node;
      comparisons2.set(operator, [...comparisons2.get(operator) ?? [], each]);
    }
  }
  for (const [text2, places2] of numbers5) {
    if (places2.length < 2 || !/^\d{1,6}$/.test(text2)) continue;
    for (const other of [String(Number(text2) + 1), String(Math.abs(Number(text2) - 1))]) {
      const made2 = together3(new Map(places2.map((place) => [place, other])), `every ${text2} -> ${other}`, 0.5, scene);
      if (made2 !== null) yield made2;
    }
  }
  for (const [operator, places2] of comparisons2) {
    const other = FLIPPED[operator];
    if (places2.length < 2 || other === void 0) continue;
    const changes3 = /* @__PURE__ */ new Map();
    for (const place of places2) {
      const [left2, right] = [child(place, "left"), child(place, "right")];
      if (left2 !== null && right !== null)
        changes3.set(place, `${scene.text(left2)}${between(left2, right, scene).replace(operator, other)}${scene.text(right)}`);
    }
    const made2 = together3(changes3, `every ${operator} -> ${other}`, 0.5, scene);
    if (made2 !== null) yield made2;
  }
}
var MOST_NAMES9 = 4;
var LEAST_FIT = 0.8;
var LONGEST_STATEMENT = 200;
function* repeatedInStatement(site, scene) {
  if (!/^(?:Return|Expression)Statement$|^VariableDeclaration$/.test(site.node.type) || site.end - site.start > LONGEST_STATEMENT) return;
  const places2 = /* @__PURE__ */ new Map();
  for (const each of walk(site)) {
    if (isFunction(each)) return;
    const isName2 = each.node.type === "Identifier" && each.key !== "callee";
    if ((isName2 || each.node.type === "NumericLiteral") && isRead(each)) note2(places2, each, scene);
  }
  const own2 = scene.visible(site).filter(({ kind, scope, until }) => {
    return /^(?:param|const|let|var)$/.test(kind) && scope.node.type !== "Program" && until <= site.start;
  });
  for (const [text2, [first, ...rest3]] of places2) {
    if (first === void 0 || rest3.length === 0) continue;
    const meant2 = own2.filter(({ name }) => !places2.has(name) || !/^\d/.test(text2)).map((binding) => ({ name: binding.name, fit: scene.fit.ofName(binding, first) })).filter(({ name, fit }) => name !== text2 && fit >= LEAST_FIT).slice(-MOST_NAMES9);
    const number3 = /^\d{2,6}$/.test(text2) ? Number(text2) : null;
    const scales = number3 === null ? [] : [number3 * 10, number3 / 10].filter(Number.isInteger).map(String);
    for (const put of [...scales, ...meant2.map(({ name }) => name)]) {
      const made2 = together3(
        new Map([first, ...rest3].map((place) => [place, putAt(place, put, scene)])),
        `every ${text2} -> ${put}`,
        0.5,
        scene
      );
      if (made2 !== null) yield made2;
    }
  }
}
function* transposed(site, scene) {
  if (!isStatement(site) || site.node.type === "BlockStatement" || site.end - site.start > LONGEST_STATEMENT) return;
  const changes3 = /* @__PURE__ */ new Map();
  for (const each of walk(site)) {
    const inner = isComputed(each) ? child(each, "object") : null;
    const isDeeper = each.key === "object" && each.parent !== null && isComputed(each.parent);
    if (inner === null || !isComputed(inner) || isDeeper) continue;
    const outermost = child(inner, "object");
    if (outermost !== null && isComputed(outermost)) continue;
    const [first, second] = [child(inner, "property"), child(each, "property")];
    if (first === null || second === null || scene.text(first) === scene.text(second)) continue;
    changes3.set(first, scene.text(second)).set(second, scene.text(first));
  }
  const made2 = together3(changes3, "indices exchanged", 1, scene);
  if (made2 !== null) yield made2;
}
function isComputed({ node }) {
  return node.type === "MemberExpression" && node.computed;
}
function between(left2, right, scene) {
  return scene.file.text.slice(left2.end, right.start);
}
function* bothSides(site, scene) {
  if (site.node.type !== "BinaryExpression" || !COMPARISONS3.has(site.node.operator)) return;
  const [left2, right] = [child(site, "left"), child(site, "right")];
  if (left2 === null || right === null || left2.end - left2.start > 200) return;
  for (const [one, other] of alike3(left2, right)) {
    if (one === left2 || !isRead(one) || !/^(Identifier|MemberExpression|CallExpression|ArrayExpression)$/.test(one.node.type)) continue;
    for (const view of VIEWS) {
      const changes3 = new Map([one, other].map((part) => [part, `${scene.operand(part)}${view}`]));
      const made2 = together3(
        changes3,
        `${brief(scene.text(one))} and ${brief(scene.text(other))}: ${view}`,
        view === ".length" ? 0.3 : 1,
        scene
      );
      if (made2 !== null) yield made2;
    }
  }
}
function alike3(one, other) {
  const pairs3 = [[one, other]];
  for (const [a, b] of pairs3) {
    if (a.node.type !== b.node.type || a.children.length !== b.children.length) return [];
    for (const [at, below2] of a.children.entries()) {
      const beside2 = b.children[at];
      if (beside2 !== void 0) pairs3.push([below2, beside2]);
    }
  }
  return pairs3;
}
var twinFamilies = [
  { name: "exchanged throughout", share: 0.012, propose: exchanged2 },
  { name: "exchanged in a block", share: 6e-3, propose: exchangedInBlock },
  { name: "repeated throughout", share: 6e-3, propose: repeated },
  { name: "repeated in a statement", share: 0.015, propose: repeatedInStatement },
  { name: "indices exchanged", share: 6e-3, propose: transposed },
  { name: "both sides", share: 0.012, propose: bothSides }
];

// src/engine/templates/families/type-errors.ts
var MOST_NAMES10 = 6;
var LEAST_ALIKE = 0.45;
var complained = /* @__PURE__ */ new WeakMap();
function ownComplaints({ file, clues }) {
  const { path, text: text2 } = file;
  const isMeant2 = (said) => {
    if (said === path || clues.paths.includes(said)) return said === path;
    const longer = clues.paths.filter((each) => said.endsWith(`/${each}`)).toSorted((a, b) => b.length - a.length);
    return longer.length > 0 ? longer[0] === path : path.endsWith(`/${said.replace(/^(?:\.\.?\/)+/, "")}`);
  };
  const own2 = clues.typeComplaints.filter((each) => isMeant2(each.path));
  const starts = own2.length === 0 ? [] : lineStarts(text2);
  return new Map(own2.map((each) => [each, (starts[each.line - 1] ?? Number.NEGATIVE_INFINITY) + each.column - 1]));
}
function complaintsAt(scene) {
  const known2 = complained.get(scene);
  if (known2 !== void 0) return known2;
  const found3 = /* @__PURE__ */ new Map();
  const wanted2 = ownComplaints(scene);
  for (const site of wanted2.size === 0 ? [] : walk(scene.program)) {
    const isInner = site.parent?.start === site.start && !isStatement(site.parent) && site.parent.node.type !== "Program";
    const isOuter = isInner && site.parent !== null && !isDeclaring(site.parent);
    for (const [complaint, at] of wanted2) {
      const name = /^Cannot find name '([\w$]+)'/.exec(complaint.text)?.[1];
      if (at === site.start && name !== void 0) {
        if (site.node.type === "Identifier" && site.node.name === name) found3.set(site, [...found3.get(site) ?? [], complaint]);
        continue;
      }
      if (at === site.start && !isOuter && site.node.type !== "Program" && (!isStatement(site) || site.node.type === "ReturnStatement"))
        found3.set(site, [...found3.get(site) ?? [], complaint]);
    }
  }
  complained.set(scene, found3);
  return found3;
}
function isDeclaring({ node }) {
  return /^(?:VariableDeclarator|ObjectProperty|ClassProperty|AssignmentExpression|ImportSpecifier|ExportSpecifier|AssignmentPattern)$/.test(
    node.type
  );
}
function* mended(site, scene) {
  if (scene.clues.typeComplaints.length === 0) return;
  if (site.node.type === "Program") yield* inTypes(scene);
  for (const complaint of complaintsAt(scene).get(site) ?? []) {
    yield* asMeant(site, complaint, scene);
    yield* otherwiseCalled(site, complaint, scene);
    yield* imported2(complaint, scene);
    yield* maybeMissing(site, complaint, scene);
    yield* converted(site, complaint, scene);
    yield* givenAsWanted(site, complaint, scene);
    yield* completed(site, complaint, scene);
    yield* declaredWhole(site, complaint, scene);
  }
}
function* inTypes(scene) {
  const { text: text2 } = scene.file;
  const placed = new Set([...complaintsAt(scene).values()].flat());
  for (const [complaint, at] of ownComplaints(scene)) {
    const word = placed.has(complaint) ? void 0 : /^[A-Za-z_$][\w$]*/.exec(text2.slice(Math.max(0, at), at + 100))?.[0];
    if (word === void 0) continue;
    const types2 = [...text2.matchAll(/\b(?:interface|type|class|enum)\s+([\w$]+)|\bimport\s+(?:type\s+)?\{([^}]*)\}/g)].flatMap(
      ([, name, list = ""]) => name ?? list.split(",").map((each) => each.replace(/^.*\bas\b|\btype\b/, "").trim())
    );
    const meant2 = /[Dd]id you mean '([^'\n]+)'/.exec(complaint.text)?.[1];
    const others = [...meant2 === void 0 ? [] : [meant2], ...nearest2(word, types2, scene)];
    for (const [rank, other] of [...new Set(others)].entries())
      yield { start: at, end: at + word.length, text: other, label: `${word} -> ${other}`, odds: 3 / (1 + rank) };
    yield* imported2(complaint, scene);
  }
  for (const name of scene.clues.missingExports) {
    const declared2 = new RegExp(`^(?:declare\\s+)?(?:interface|type)\\s+${escapeRegex(name)}\\b`, "m").exec(text2);
    if (declared2 !== null) yield insert(declared2.index, "export ", `export ${name}`, 3);
  }
}
function* asMeant(site, { text: text2 }, scene) {
  const meant2 = /[Dd]id you mean (?:to access )?(?:the (?:instance|static) member |to write )?'([^'\n]+)'/.exec(text2)?.[1];
  if (meant2 === void 0) return;
  const own2 = named2(site);
  if (own2 === null || meant2.startsWith('"')) {
    const wrong = /^Type '("[^"\n]*")' is not/.exec(text2)?.[1];
    const literal3 = [...walk(statementOf(site))].find(
      (each) => each.node.type === "StringLiteral" && JSON.stringify(each.node.value) === wrong
    );
    if (literal3 !== void 0) yield replace(literal3, meant2, `${meant2}, as the compiler says`, 4);
    return;
  }
  const label = `${scene.text(own2)} -> ${meant2}, as the compiler says`;
  const member = own2.key === "property" && meant2.includes(".") ? own2.parent : null;
  if (member !== null) return yield replace(member, meant2, label, 4);
  if (site.node.type === "ImportSpecifier") yield replace(site, `${meant2} as ${scene.text(own2)}`, label, 4);
  yield* everywhere3(own2, meant2, scene, label);
  yield replace(own2, meant2, label, site.node.type === "ImportSpecifier" ? 2 : 4);
}
function* everywhere3(own2, meant2, scene, label) {
  const name = scene.text(own2);
  const places2 = [...complaintsAt(scene).keys()].flatMap((each) => named2(each) ?? []).filter((each) => scene.text(each) === name);
  const same = [...new Map(places2.map((each) => [each.start, each])).values()].toSorted((a, b) => a.start - b.start);
  const [first, last] = [same[0], same.at(-1)];
  if (same.length < 2 || first === void 0 || last === void 0 || own2.start !== first.start) return;
  let text2 = "";
  for (const [at, each] of same.entries()) text2 += scene.file.text.slice(same[at - 1]?.end ?? each.start, each.start) + meant2;
  yield { start: first.start, end: last.end, text: text2, label: `${label}, ${same.length} times`, odds: 6 };
}
function named2(site) {
  if (site.node.type === "Identifier") return site;
  const name = child(site, "imported") ?? child(site, "key") ?? child(site, "id");
  return name?.node.type === "Identifier" ? name : null;
}
function statementOf(site) {
  return [site, ...ancestors(site)].find(isStatement) ?? site;
}
function* otherwiseCalled(site, { text: text2, code: code2 }, scene) {
  const own2 = named2(site);
  if (own2 === null) return;
  const name = scene.text(own2);
  const [, type] = /^Property '[^'\n]+' does not exist on type '([^'\n]+)'/.exec(text2) ?? /does not exist in type '([^'\n]+)'/.exec(text2) ?? [];
  if (type !== void 0) {
    if (/^Promise</.test(type) && site.parent !== null) yield* awaited2(child(site.parent, "object"), scene);
    const members2 = [...membersOf(type, scene.file.text).keys()];
    for (const other of nearest2(name, [...members2, ...scene.clues.testKeys], scene))
      yield replace(own2, other, `${name} -> ${other}`, members2.includes(other) ? 2 : 0.5);
    const found3 = bodyOf(nameOf3(type) ?? "", scene.file.text);
    const body = found3 === null || new RegExp(`(?<![\\w$])${escapeRegex(name)}\\??\\s*[:(]`).test(found3.text) ? null : found3;
    for (const [declared2, odds] of [
      ["number", 0.4],
      ["string", 0.4],
      ["boolean", 0.3]
    ]) {
      const isOneLine = body !== null && !body.text.includes("\n");
      const member = `${name}${site.key === "key" ? "?" : ""}: ${declared2};`;
      if (body !== null) yield insert(body.start, isOneLine ? ` ${member}` : `
  ${member}`, `member ${member}`, odds);
    }
  }
  if (code2 === 2304 || code2 === 2552)
    for (const other of nearest2(name, [...scene.names(site)], scene)) yield replace(own2, other, `${name} -> ${other}`, 1);
}
function nearest2(name, pool, scene) {
  const near2 = [...new Set(pool)].filter((other) => other !== name).map((other) => [other, scene.alike(other, name)]);
  return near2.filter(([, alike4]) => alike4 >= LEAST_ALIKE).toSorted((a, b) => b[1] - a[1]).slice(0, MOST_NAMES10).map(([other]) => other);
}
function* awaited2(value, scene) {
  const fn = value === null ? null : functionOf(value);
  if (value === null || fn !== null && !("async" in fn.node && fn.node.async === true)) return;
  const text2 = `await ${scene.text(value)}`;
  yield replace(value, value.key === "object" ? `(${text2})` : text2, brief(text2), 3);
}
function* imported2({ text: text2, code: code2 }, scene) {
  const name = code2 === 2304 || code2 === 2552 || code2 === 2503 ? /^Cannot find (?:name|namespace) '([\w$]+)'/.exec(text2)?.[1] : void 0;
  if (name === void 0) return;
  const body = childList(scene.program, "body");
  const imports2 = body.filter(({ node }) => node.type === "ImportDeclaration");
  const like = imports2.map(({ node }) => "source" in node && node.source?.type === "StringLiteral" ? node.source.value : "").find((each) => each.startsWith("."));
  const at = imports2.at(-1)?.end ?? body[0]?.start ?? 0;
  const offer = (path, what, odds) => (like === void 0 ? [".js", "", ".ts"] : [like]).map((ending, rank) => {
    const specifier = specifierOf(path, like ?? `./x${ending}`, scene);
    const line = `import ${what} from '${specifier}';`;
    return insert(at, imports2.length > 0 ? `
${line}` : `${line}
`, line, odds / (1 + rank / 4));
  });
  const from = (paths) => (paths ?? []).filter((path) => path !== scene.file.path && isJavaScript(path) && isSource(path));
  const wholes = [...scene.clues.wholes].flatMap(([path, whole2]) => whole2 === name ? [path] : []);
  for (const path of from(wholes)) yield* offer(path, name, 3);
  for (const path of from(scene.clues.typesOf.get(name))) yield* offer(path, `type { ${name} }`, 4);
  for (const path of from(scene.clues.exporters.get(name))) if (!wholes.includes(path)) yield* offer(path, `{ ${name} }`, 3);
}
function* maybeMissing(site, { text: text2 }, scene) {
  const unknown3 = /^'([\w$]+)' is of type 'unknown'/.exec(text2)?.[1];
  const caught2 = unknown3 === void 0 ? void 0 : [...walk(site)].find((each) => each.start === site.start && scene.text(each) === unknown3);
  if (caught2 !== void 0) yield replace(caught2, `(${unknown3} as Error)`, `${unknown3} as an error`, 1);
  if (!/\bis possibly '(?:null|undefined)/.test(text2)) return;
  const name = /^'([^'\n]+)' is possibly/.exec(text2)?.[1];
  const there = [...walk(site)].filter((each) => isExpression(each) && each.start === site.start);
  const value = name === void 0 ? there.find(({ key }) => key === "object") ?? there[0] : there.find((each) => scene.text(each) === name);
  if (value === void 0) return;
  const own2 = scene.text(value);
  if (value.key === "object") yield insert(value.end, scene.file.text[value.end] === "[" ? "?." : "?", `${brief(own2)} may be missing`, 3);
  for (const [other, odds] of [
    ["0", 2],
    ["''", 1],
    ["[]", 1],
    ["{}", 0.5]
  ])
    yield replace(value, `(${own2} ?? ${other})`, `${brief(own2)} ?? ${other}`, odds);
  yield insert(value.end, "!", `${brief(own2)} is there`, 0.5);
}
function valueAt(site) {
  if (site.node.type === "ReturnStatement") return child(site, "argument");
  const { parent } = site;
  const owner = /^(?:VariableDeclarator|ObjectProperty|ClassProperty|AssignmentExpression)$/.test(site.node.type) ? site : parent;
  if (owner !== null && owner.start === site.start) {
    if (owner.node.type === "VariableDeclarator") return child(owner, "init");
    if (/^(?:ObjectProperty|ClassProperty)$/.test(owner.node.type)) return child(owner, "value");
    if (owner.node.type === "AssignmentExpression") return child(owner, "right");
  }
  return isExpression(site) ? site : null;
}
function* converted(site, { text: text2, code: code2 }, scene) {
  const value = valueAt(site);
  const [, from, to] = /^(?:Argument of type|Type) '(.+?)' is not assignable to (?:parameter of )?type '(.+?)'/.exec(text2) ?? [];
  if (value === null) return;
  const own2 = scene.text(value);
  const isSum = code2 === 2362 || code2 === 2363 || code2 === 2365;
  const sum = [...walk(value)].findLast((each) => each.start === value.start && each.node.type === "BinaryExpression");
  const sides = code2 === 2363 ? [value] : ["left", ...code2 === 2365 ? ["right"] : []].flatMap((key) => sum === void 0 ? [] : child(sum, key) ?? []);
  if (isSum) for (const side of sides) yield replace(side, `Number(${scene.text(side)})`, `Number(${brief(scene.text(side))})`, 2);
  if (code2 === 2801) yield* awaited2(value, scene);
  const [, others] = /types '(.+?)' and '"[^"\n]*"' have no overlap/.exec(text2) ?? [];
  const literals = literalsOf(to ?? others ?? "", scene.file.text);
  const written2 = [...walk(others === void 0 ? value : statementOf(site))].find(({ node }) => node.type === "StringLiteral");
  if (written2 !== void 0) {
    for (const literal3 of literals.slice(0, 12))
      if (scene.text(written2).slice(1, -1) !== literal3.slice(1, -1))
        yield replace(written2, literal3, `${scene.text(written2)} -> ${literal3}`, 1 + scene.alike(scene.text(written2), literal3));
  }
  if (from === void 0 || to === void 0) return;
  if (/^Promise</.test(from)) yield* awaited2(value, scene);
  for (const [made2, odds] of conversions(own2, scene.operand(value), from, to))
    yield replace(value, made2, `${brief(own2)} -> ${brief(made2)}`, odds);
}
function conversions(own2, operand2, from, to) {
  const found3 = [];
  const isTo = (type) => new RegExp(`(?:^|\\| )${escapeRegex(type)}(?:$| \\|)`).test(to);
  if (/\b(?:undefined|null)\b/.test(from)) {
    const value = valueOfType(to);
    if (value !== null) found3.push([`${operand2} ?? ${value}`, 2]);
    found3.push([`${operand2}!`, 0.4]);
  }
  if (isTo("number")) found3.push([`Number(${own2})`, 1.5], [`${operand2}.length`, 1]);
  if (isTo("string")) found3.push([`String(${own2})`, 1.5], [`${operand2}.join('')`, /\[\]/.test(from) ? 1 : 0]);
  if (isTo("boolean")) found3.push([`Boolean(${own2})`, 1.5], [`${operand2} !== undefined`, 0.5]);
  if (to.endsWith("[]")) found3.push([`[${own2}]`, 1]);
  if (from.endsWith("[]")) found3.push([`${operand2}[0]`, 0.7]);
  if (isTo("undefined") && from === "null") found3.push(["undefined", 2]);
  if (isTo("null") && from === "undefined") found3.push(["null", 2]);
  return found3.filter(([, odds]) => odds > 0);
}
function* givenAsWanted(site, { text: text2 }, scene) {
  const [, least, most2 = least, given] = /^Expected (?:at least )?(\d+)(?:-(\d+))? arguments?, but got (\d+)/.exec(text2) ?? [];
  const call = [...walk(site)].find((each) => each.start === site.start && isCall(each)) ?? [...ancestors(site)].find(isCall);
  if (least === void 0 || call === void 0) return;
  const list = childList(call, "arguments");
  if (Number(given) > Number(most2)) {
    for (const [at2, one] of list.entries()) {
      const start = list[at2 - 1]?.end ?? one.start;
      const end = at2 === 0 ? list[1]?.start ?? one.end : one.end;
      yield { start, end, text: "", label: `without the argument ${brief(scene.text(one))}`, odds: at2 >= Number(most2) ? 2 : 0.7 };
    }
    return;
  }
  const name = calleeName(call) ?? "";
  const declared2 = new RegExp(`\\bfunction\\*?\\s+${escapeRegex(name)}\\s*(?:<[^>]*>)?\\(([^)]*)\\)`).exec(scene.file.text)?.[1];
  const lacking = declared2?.split(",")[list.length] ?? "";
  const [, parameter = "", type = ""] = /^\s*([\w$]+)\??\s*:\s*(.+?)\s*$/.exec(lacking) ?? [];
  const visible = [...scene.names(site)].filter((each) => each !== name);
  const values = [
    ...visible.includes(parameter) ? [parameter] : [],
    ...[valueOfType(type)].flatMap((each) => each ?? []),
    ...nearest2(parameter, visible, scene),
    ...ownNames(site, scene),
    "undefined",
    "0",
    "''",
    "{}"
  ];
  const at = list.at(-1)?.end ?? call.end - 1;
  for (const [rank, value] of [...new Set(values)].slice(0, 10).entries())
    yield insert(at, list.length > 0 ? `, ${value}` : value, `argument ${value} added`, 1.5 / (1 + rank / 3));
}
function ownNames(site, scene) {
  const own2 = scene.visible(site).filter(({ kind, scope }) => /^(?:param|const|let|var)$/.test(kind) && scope.node.type !== "Program");
  return own2.slice(0, 4).map(({ name }) => name);
}
function* declaredWhole(site, { text: text2, code: code2 }, scene) {
  const own2 = named2(site);
  if (code2 === 2564 && own2 !== null && own2.parent?.node.type === "ClassProperty") {
    const type = /^\s*:\s*([^;=\n]+)/.exec(scene.file.text.slice(own2.end))?.[1]?.trim() ?? "";
    const value = valueOfType(type);
    const end = scene.file.text.indexOf(type, own2.end) + type.length;
    if (value !== null && type !== "") yield insert(end, ` = ${value}`, `${scene.text(own2)} = ${value}`, 2);
    yield insert(own2.end, "!", `${scene.text(own2)} is set elsewhere`, 1);
  }
  if (code2 === 7006 && site.key === "params")
    for (const [type, odds] of [
      ["string", 1],
      ["number", 1],
      ["unknown", 0.7],
      ["any", 0.5]
    ])
      yield insert(site.end, `: ${type}`, `${scene.text(site)}: ${type}`, odds);
  const fn = /^'await' expressions? (?:is|are) only allowed within async/.test(text2) ? functionOf(site) : null;
  if (fn !== null) yield insert(asyncPlace(fn), "async ", "async added", 3);
}
function* completed(site, { text: text2 }, scene) {
  const [, one, type] = /^\s*Property '([^'\n]+)' is missing in type '.*' but required in type '([^'\n]+)'/m.exec(text2) ?? [];
  const [, other, several] = /is missing the following properties from type '([^'\n]+)': ([\w$, ]+)/.exec(text2) ?? [];
  const names2 = one === void 0 ? (several ?? "").split(",").map((each) => each.trim()) : [one];
  const value = valueAt(site);
  const object2 = value === null ? void 0 : [...walk(value)].find(({ node }) => node.type === "ObjectExpression");
  if (object2 === void 0 || names2[0] === "") return;
  const members2 = membersOf(type ?? other ?? "", scene.file.text);
  const last = childList(object2, "properties").at(-1);
  const written2 = (fallback) => names2.map((name) => scene.names(site).has(name) ? name : `${name}: ${fallback(name) ?? "undefined"}`).join(", ");
  const fallbacks = [
    (name) => valueOfType(members2.get(name) ?? ""),
    ...["0", "''", "[]", "false", "null", "{}"].map((each) => () => each)
  ];
  for (const [rank, text22] of [...new Set(fallbacks.map(written2))].entries()) {
    const odds = 2 / (1 + rank / 2);
    if (last === void 0) yield replace(object2, `{ ${text22} }`, `with ${brief(text22)}`, odds);
    else yield insert(last.end, `, ${text22}`, `with ${brief(text22)}`, odds);
  }
}
var typeErrorFamilies = [{ name: "type error", share: 0.6, anywhere: true, propose: mended }];

// src/engine/templates/families/index.ts
var families2 = [
  ...messageFamilies2,
  ...exportFamilies,
  ...reExportFamilies,
  ...typeErrorFamilies,
  ...identifierFamilies,
  ...conditionFamilies,
  ...constantFamilies,
  ...callFamilies,
  ...builtInFamilies2,
  ...comparingFamilies,
  ...copyFamilies,
  ...lostResultFamilies,
  ...literalFamilies,
  ...regexFamilies2,
  ...boundaryFamilies,
  ...operatorFamilies,
  ...propertyFamilies,
  ...groupingFamilies,
  ...guardFamilies,
  ...emptiedFamilies,
  ...expectedFamilies,
  ...branchFamilies,
  ...bodyFamilies,
  ...donorFamilies,
  ...lostFamilies,
  ...missingFamilies,
  ...patternFamilies2,
  ...twinFamilies,
  ...accumulationFamilies,
  ...extremeFamilies2,
  ...balanceFamilies,
  ...bracketFamilies,
  ...caseFamilies,
  ...optionFamilies,
  ...preciseFamilies,
  ...prototypeFamilies,
  ...putBackFamilies,
  ...mirrorFamilies2,
  ...oneWayFamilies2,
  ...classmateFamilies,
  ...recursionFamilies2,
  ...roundFamilies2,
  ...seriesFamilies2,
  ...throwFamilies,
  ...unfinishedFamilies2,
  ...statementFamilies2
];

// src/engine/templates/rank.ts
var anywhere2 = families2.filter((family) => family.anywhere === true);
var perLine2 = { most: 800, breadth: 10, dilution: { place: 0.7, line: 0.2 } };
function weigh(scene, lines) {
  const byLine = /* @__PURE__ */ new Map();
  for (const site of walk(scene.program)) {
    const score = suspicionOf(site, lines);
    if (score === 0 && !scene.clues.named) continue;
    for (const family of score === 0 ? anywhere2 : families2) {
      const reach = family.anywhere === true ? Math.max(score, 0.5) : score;
      for (const proposal of family.propose(site, scene)) {
        if (proposal.odds <= 0) continue;
        const text2 = styled(site, shorthand(site, scene, proposal), proposal, scene);
        const isSame2 = text2.length === proposal.end - proposal.start && scene.file.text.startsWith(text2, proposal.start);
        if (isSame2) continue;
        const drafts = byLine.get(site.line) ?? [];
        const fitted = text2 === proposal.text ? proposal : { ...proposal, text: text2 };
        if (drafts.length === 0) byLine.set(site.line, drafts);
        drafts.push({ scene, place: site, family, proposal: fitted, suspicion: reach * reach });
      }
    }
  }
  return [...byLine.values()].flatMap((drafts) => weighLine(scene.file.text, drafts, perLine2));
}
function suspicionOf(site, lines) {
  const own2 = lines.get(site.line) ?? 0;
  if (own2 > 0 || site.node.type === "Program") return own2;
  let at = site;
  while (at !== null && !isStatement(at)) {
    if (isFunction(at) && at !== site) return 0;
    at = at.parent;
  }
  if (at === null || at === site || site.line - at.line > 15) return 0;
  return 0.85 * (lines.get(at.line) ?? 0);
}
function shorthand(site, scene, proposal) {
  const short = site.key === "value" && site.parent?.node.type === "ObjectProperty" && site.parent.node.shorthand;
  return short && proposal.start === site.start && proposal.end === site.end ? `${scene.text(site)}: ${proposal.text}` : proposal.text;
}

// src/engine/templates/suspicion.ts
var MAX_LINES = 500;
function scoreLines(input, scenes) {
  const scores = /* @__PURE__ */ new Map();
  const at = (path) => {
    const lines = scores.get(path) ?? /* @__PURE__ */ new Map();
    if (scenes.has(path)) scores.set(path, lines);
    return lines;
  };
  const raise = (path, line, score) => at(path).set(line, Math.max(at(path).get(line) ?? 0, score));
  const top = input.suspects.reduce((most2, each) => Math.max(most2, each.score), 0);
  for (const { path, line, score } of input.suspects) raise(path, line, top > 0 ? score / top : score);
  const blind = top === 0;
  const before = new Map([...scores].map(([path, lines]) => [path, new Map(lines)]));
  for (const test of input.failing.slice(0, 20)) {
    for (const [depth, frame] of test.frames.slice(0, 12).entries()) {
      const scene = scenes.get(frame.path);
      if (scene === void 0) continue;
      const near2 = 1 / (1 + depth / 3);
      const own2 = before.get(frame.path)?.get(frame.line) ?? 0;
      raise(frame.path, frame.line, blind ? near2 : Math.max(own2, 0.4) * (1 + 0.5 * near2));
      if (blind) for (const line of linesOfFunction(scene, frame.line)) raise(frame.path, line, 0.5 * near2);
    }
  }
  for (const prior of input.priors) {
    for (let line = prior.startLine; line <= Math.min(prior.endLine, prior.startLine + 200); line++) {
      const own2 = at(prior.path).get(line) ?? 0;
      raise(prior.path, line, blind ? Math.max(own2, 0.8) : own2 > 0 ? own2 * 1.4 : 0.35);
    }
  }
  if ([...scores.values()].every((lines) => lines.size === 0)) evenly(scenes, raise);
  return strongest(scores);
}
function evenly(scenes, raise) {
  for (const [path, scene] of scenes)
    for (const site of walk(scene.program)) if (/Statement$|Declaration$/.test(site.node.type)) raise(path, site.line, 0.5);
}
function linesOfFunction(scene, line) {
  let inner = null;
  for (const site of walk(scene.program)) if (isFunction(site) && site.line <= line && site.endLine >= line) inner = site;
  if (inner === null || inner.endLine - inner.line > 300) return [];
  const from = inner.line;
  return Array.from({ length: inner.endLine - from + 1 }, (_, i) => from + i);
}
function strongest(scores) {
  const all = [...scores].flatMap(([path, lines]) => [...lines].map(([line, score]) => ({ path, line, score })));
  if (all.length <= MAX_LINES) return scores;
  all.sort((a, b) => b.score - a.score);
  const cut = all[MAX_LINES - 1]?.score ?? 0;
  const above2 = all.filter((each) => each.score > cut);
  const tied = all.filter((each) => each.score === cut);
  const room = MAX_LINES - above2.length;
  const kept3 = [...above2, ...tied.filter((_, i) => Math.floor(i * room / tied.length) !== Math.floor((i - 1) * room / tied.length))];
  const made2 = /* @__PURE__ */ new Map();
  for (const { path, line, score } of kept3) made2.set(path, (made2.get(path) ?? /* @__PURE__ */ new Map()).set(line, score));
  return made2;
}
function raiseConditions(scene, lines) {
  raiseDeciders(decidersOf2(scene.program), lines);
}
function* decidersOf2(program) {
  for (const site of walk(program)) {
    const test = child(site, "test");
    if (test === null || site.node.type === "SwitchCase") continue;
    const bodies2 = ["consequent", "alternate", "body"].flatMap((key) => child(site, key) ?? []);
    const ways = bodies2.flatMap((body) => body.node.type === "BlockStatement" ? body.children.map(({ line }) => line) : [body.line]);
    yield { line: test.line, ways };
  }
}
var RARE = 8;
var MENTIONED = 1.4;
var LABEL = 0.9;
function raiseMentioned(scene, lines) {
  const places2 = /* @__PURE__ */ new Map();
  for (const { node, line } of walk(scene.program)) {
    if (node.type !== "Identifier" || node.name.length < 4 || !scene.clues.said.has(node.name)) continue;
    places2.set(node.name, (places2.get(node.name) ?? /* @__PURE__ */ new Set()).add(line));
  }
  const raised2 = new Set([...places2.values()].filter(({ size }) => size <= RARE).flatMap((found3) => [...found3]));
  for (const line of raised2) {
    const score = lines.get(line);
    if (score !== void 0) lines.set(line, score * MENTIONED);
  }
}
function addLabels(scene, lines) {
  for (const site of walk(scene.program)) {
    const score = site.node.type === "SwitchStatement" ? lines.get(site.line) ?? 0 : 0;
    if (score === 0) continue;
    for (const each of site.children) if (each.node.type === "SwitchCase" && !lines.has(each.line)) lines.set(each.line, LABEL * score);
  }
}
function addDefinitions(scene, lines) {
  const tops = /* @__PURE__ */ new Map();
  for (const site of walk(scene.program)) {
    const score = site.node.type === "Identifier" ? lines.get(site.line) ?? 0 : 0;
    if (score > 0 && site.node.type === "Identifier") tops.set(site.node.name, Math.max(tops.get(site.node.name) ?? 0, score));
  }
  for (const site of walk(scene.program)) {
    if (site.node.type !== "VariableDeclarator" || site.parent?.parent?.node.type !== "Program" || site.node.id.type !== "Identifier")
      continue;
    const score = tops.get(site.node.id.name) ?? 0;
    const init = site.node.init;
    if (score === 0 || !init || /Function|Class/.test(init.type) || init.type === "CallExpression" && init.callee.type === "Identifier" && init.callee.name === "require")
      continue;
    const spread2 = 1 + (site.endLine - site.line) / 10;
    for (let line = site.line; line <= Math.min(site.endLine, site.line + 100); line++) {
      if (!lines.has(line)) lines.set(line, 0.6 * score / Math.sqrt(spread2));
    }
  }
}

// src/engine/templates/syntax.ts
var import_parser2 = __toESM(require_lib(), 1);
var MOST_PARSED = 1e3;
var BYTES_PARSED = 2e7;
var BEFORE2 = 3;
var BEHIND2 = 1;
var TEMPLATE = "syntax";
var keywords3 = "const let var return function async await new class if else for while typeof import export from of in throw case default try catch extends switch do break".split(
  " "
);
var marks = [")", "}", "]", "(", "{", "[", ",", ";", ":", ".", "=", "=>", "+", "&&", "?", "'", '"', "`", "})", ");"];
function unparsedLines(files) {
  return files.flatMap((file) => {
    const at = /\.[cm]?[jt]sx?$/.test(file.path) ? unparsedAt(file) : null;
    return at === null ? [] : [{ path: file.path, line: file.text.slice(0, at).split("\n").length }];
  });
}
function javascriptSyntax(path) {
  return {
    errorAt: (text2) => unparsedAt({ path, text: text2 }),
    keywords: keywords3,
    openers: ["const", "let", "return", "async", "function", "new", "await"]
  };
}
function unparsedAt(file) {
  try {
    (0, import_parser2.parse)(file.text, parserOptions(file.path));
    return null;
  } catch (error) {
    const at = error !== null && typeof error === "object" && "pos" in error ? error.pos : null;
    return typeof at === "number" ? Math.min(Math.max(0, at), file.text.length) : 0;
  }
}
function syntaxCandidates(file, syntax, line = null) {
  const first = syntax.errorAt(file.text);
  if (first === null) return [];
  const at = first === 0 && line !== null ? endOfLine(file.text, line) : first;
  const most2 = Math.min(MOST_PARSED, Math.ceil(BYTES_PARSED / Math.max(1, file.text.length)));
  const seen = /* @__PURE__ */ new Set();
  const found3 = [];
  let parsed = 0;
  for (const edit of [...near(file.text, at, syntax), ...unclosed(file.text)].sort((a, b) => b.odds - a.odds)) {
    if (parsed >= most2) break;
    const made2 = file.text.slice(0, edit.start) + edit.text + file.text.slice(edit.end);
    if (seen.has(made2)) continue;
    seen.add(made2);
    parsed += 1;
    if (syntax.errorAt(made2) !== null) continue;
    const { start, end, text: text2, label } = edit;
    found3.push({ label, path: file.path, start, end, text: text2, template: TEMPLATE, weight: 10 + edit.odds });
  }
  return found3;
}
function endOfLine(text2, line) {
  const before = text2.split("\n").slice(0, line).join("\n");
  return before.trimEnd().length;
}
var token2 = /[A-Za-z_$][\w$]*|\d[\w.]*|=>|===|!==|==|!=|<=|>=|&&|\|\||\?\?|\?\.|\.\.\.|\+\+|--|\+=|-=|[^\s\w$]/g;
function* near(text2, at, { keywords: known2, openers }) {
  const from = lineStart2(text2, at, BEFORE2);
  const to = lineEnd2(text2, at, BEHIND2);
  const tokens = [...text2.slice(from, to).matchAll(token2)].map((match2) => {
    const start = from + match2.index;
    return { start, end: start + match2[0].length, text: match2[0], word: /^[A-Za-z_$]/.test(match2[0]) };
  });
  const here = tokens.findIndex(({ end }) => end > at);
  const middle = here < 0 ? tokens.length : here;
  for (const [index, { start, end, text: old, word }] of tokens.entries()) {
    const closeness = (to2) => 1 / (1 + Math.abs(to2 - middle) / 4);
    const edit = (odds, changed2) => ({ ...changed2, odds: odds * closeness(index) });
    const isFirst = /(?:^|\n)[^\S\n]*$/.test(text2.slice(Math.max(0, start - 80), start));
    const isLast2 = /^[^\S\n]*(?:\n|$)/.test(text2.slice(end, end + 80));
    if (word) {
      for (const other of known2) if (other !== old) yield edit(0.9, { start, end, text: other, label: `${old} -> ${other}` });
      for (const other of openers) yield edit(0.35, { start, end: start, text: `${other} `, label: `${other} before ${old}` });
    } else if (!/^\d/.test(old)) {
      for (const other of marks) if (other !== old) yield edit(0.5, { start, end, text: other, label: `${old} -> ${other}` });
    }
    yield edit(0.7, { start, end, text: "", label: `no ${old}` });
    for (const mark2 of marks) {
      const rarity = mark2.length > 1 ? 0.7 : 1;
      yield edit((isFirst ? 0.4 : 0.8) * rarity, { start, end: start, text: mark2, label: `${mark2} before ${old}` });
      const odds = 0.85 * rarity * Math.max(closeness(index), closeness(index + 1));
      if (isLast2) yield { start: end, end, text: mark2, label: `${mark2} behind ${old}`, odds };
    }
  }
}
function* unclosed(text2) {
  const lines = text2.split("\n");
  const indents = lines.map((line) => line.trim() === "" ? null : line.length - line.trimStart().length);
  let offset = 0;
  for (const [index, line] of lines.entries()) {
    offset += line.length + 1;
    const own2 = indents[index] ?? null;
    if (own2 === null) continue;
    const next = indents.slice(index + 1).find((indent) => indent !== null) ?? 0;
    const isLast2 = !indents.slice(index + 1).some((indent) => indent !== null);
    if (own2 <= next && !isLast2) continue;
    const at = Math.min(offset, text2.length);
    const before = at === text2.length && !text2.endsWith("\n") ? "\n" : "";
    for (const mark2 of ["}", ")", "]", "})", "});", "};", "];", ");"])
      yield {
        start: at,
        end: at,
        text: `${before}${" ".repeat(next)}${mark2}
`,
        odds: isLast2 ? 0.3 : 0.2,
        label: `${mark2} after line ${index + 1}`
      };
  }
}
function lineStart2(text2, at, lines) {
  let start = text2.lastIndexOf("\n", at - 1) + 1;
  for (let count2 = 0; count2 < lines && start > 0; count2 += 1) start = text2.lastIndexOf("\n", start - 2) + 1;
  return start;
}
function lineEnd2(text2, at, lines) {
  let end = at;
  for (let count2 = 0; count2 <= lines; count2 += 1) {
    const next = text2.indexOf("\n", end);
    if (next < 0) return text2.length;
    end = next + 1;
  }
  return end;
}

// src/engine/templates/validity.ts
var import_parser3 = __toESM(require_lib(), 1);
var LONGEST_PIECE = 3e4;
var OF_CONTEXT = /* @__PURE__ */ new Set(["ForInOfLoopInitializer", "InvalidEscapedReservedWord"]);
var NEEDS_OTHERS = /^\s*(?:else|catch|finally|while|case|default)\b|\b(?:let|const|class|function|var|import|export|enum|using)\b/;
function staysValid2(scene, site, change) {
  const piece = pieceAround(site, change);
  const { text: text2 } = scene.file;
  if (/\bawait\b/.test(change.text) && piece.parent !== null && !isAsync(isFunctionLike(piece) ? piece : functionOf(piece))) return false;
  if (piece.end - piece.start > LONGEST_PIECE) return true;
  const list = change.start === change.end && !NEEDS_OTHERS.test(change.text) ? listAround(piece, change.start) : null;
  if (list !== null) {
    const [start, end] = besides(list, change, text2);
    return parses(scene, piece, inContext(piece, list.inside(text2.slice(start, change.start) + change.text + text2.slice(change.end, end))));
  }
  const made2 = text2.slice(piece.start, change.start) + change.text + text2.slice(change.end, piece.end);
  const whole2 = isStatement(piece) || piece.node.type === "Program";
  return whole2 ? parses(scene, piece, inContext(piece, made2)) : parses(scene, piece, `(${made2})`, true);
}
var known = /* @__PURE__ */ new WeakMap();
function parses(scene, piece, text2, isOne = false) {
  const fn = functionOf(piece);
  const yields = fn !== null && "generator" in fn.node && fn.node.generator === true;
  const program = yields ? `function* f() {
${text2}
}` : text2;
  const options = { ...parserOptions(scene.file.path), errorRecovery: true, allowReturnOutsideFunction: fn !== null };
  const key = `${isOne} ${fn !== null} ${program}`;
  const answers3 = known.get(scene) ?? /* @__PURE__ */ new Map();
  known.set(scene, answers3);
  const answer2 = answers3.get(key);
  const names2 = answer2 === void 0 ? missing(program, options, isOne && !yields) : answer2;
  answers3.set(key, names2);
  return names2?.every((name) => hasPrivate(piece, name)) ?? false;
}
function missing(text2, options, isOne) {
  try {
    const tree = isOne ? (0, import_parser3.parseExpression)(text2, options) : (0, import_parser3.parse)(text2, options);
    const names2 = [];
    for (const error of tree.errors ?? []) {
      const name = error.reasonCode === "InvalidPrivateFieldResolution" ? /#([\w$]+)/.exec(String(error))?.[1] : void 0;
      if (name !== void 0) names2.push(name);
      else if (!OF_CONTEXT.has(error.reasonCode)) return null;
    }
    return names2;
  } catch {
    return null;
  }
}
function hasPrivate(piece, name) {
  for (const at of ancestors(piece)) {
    if (at.node.type !== "ClassBody") continue;
    for (const { node } of at.children) if ("key" in node && node.key.type === "PrivateName" && node.key.id.name === name) return true;
  }
  return false;
}
function listAround(piece, at) {
  const isCases = piece.node.type === "SwitchStatement";
  const owner = isCases ? childList(piece, "cases").findLast((each) => each.start < at) : piece;
  if (owner === void 0 || !/^(?:BlockStatement|Program|SwitchCase)$/.test(owner.node.type)) return null;
  const statements = childList(owner, isCases ? "consequent" : "body");
  const behind = statements.find((each) => each.start >= at) ?? null;
  const before = statements.findLast((each) => each.end <= at) ?? null;
  if (statements.some((each) => each.start < at && at < each.end) || before === null && behind === null) return null;
  return { before, behind, inside: isCases ? (text2) => `switch (0) { default:
${text2}
}` : (text2) => `{${text2}}` };
}
function besides({ before, behind }, change, text2) {
  const ends = (piece) => /[;}]\s*$/.test(piece);
  const start = before === null || ends(text2.slice(before.end - 1, before.end)) ? change.start : before.start;
  return [start, behind === null || ends(change.text) ? change.end : behind.end];
}
function inContext(piece, text2) {
  let made2 = text2;
  for (const at of ancestors(piece)) {
    if (isFunctionLike(at) || at.node.type === "ClassBody") break;
    if (isLoop(at)) made2 = `for (;;) {
${made2}
}`;
    else if (at.node.type === "SwitchStatement") made2 = `switch (0) { default:
${made2}
}`;
    else if (at.node.type === "LabeledStatement") made2 = `${at.node.label.name}: ${made2}`;
  }
  return made2;
}
function isFunctionLike(site) {
  return /Function|Method/.test(site.node.type);
}
function pieceAround(site, change) {
  for (let at = site; ; at = at.parent) {
    if (holds2(at, change) && (isStatement(at) ? at.node.type !== "BlockStatement" || at.key !== "block" : isRootExpression(at))) return at;
    if (at.parent === null) return at;
  }
}
function holds2(site, change) {
  if (site.start > change.start || change.end > site.end) return false;
  return change.start < change.end || !isStatement(site) || site.start < change.start && change.start < site.end;
}
function isRootExpression(site) {
  if (!isExpression(site) || site.parent === null || site.node.type === "Identifier") return false;
  return /^(test|argument|init|right|discriminant|object|update)$/.test(site.key) && /^(If|While|Return|Throw|Switch|For)|^VariableDeclarator$/.test(site.parent.node.type) && site.parent.node.type !== "ForStatement";
}

// src/engine/templates/index.ts
var MOST7 = 5e3;
function generateCandidates(input) {
  const clues = readClues(input.failing, input.testSources, input.files, input.paths);
  const tests = new Set(input.testSources.flatMap((file) => isOnlyTests(file) ? file.path : []));
  const editable = input.files.filter((file) => !tests.has(file.path) && isEligible(file));
  const apart2 = editable.filter(({ path }) => !liesWithTests(path, tests));
  const mayEdit = new Set(apart2.length > 0 ? apart2 : editable);
  const scenes = /* @__PURE__ */ new Map();
  const mended2 = [];
  for (const file of input.files) {
    if (!mayEdit.has(file)) continue;
    const syntax = clues.unparsed ? syntaxOf(file.path) : null;
    const line = syntax === null ? null : lineToldOf(file, input.failing);
    if (syntax !== null) mended2.push(...syntaxCandidates(file, syntax, line));
    if (line !== null && input.failing.some(({ message }) => speaksOfIndentation.test(message ?? "")))
      mended2.push(...indentationCandidates(file, line));
    if (hasGrammar(file.path)) continue;
    const scene = openScene2(file, clues);
    if (scene !== null) scenes.set(file.path, scene);
  }
  const scores = scoreLines(input, scenes);
  const weighed = [];
  for (const [path, scene] of scenes) {
    const lines = scores.get(path) ?? /* @__PURE__ */ new Map();
    raiseConditions(scene, lines);
    raiseMentioned(scene, lines);
    addLabels(scene, lines);
    addDefinitions(scene, lines);
    for (const each of weigh(scene, lines)) weighed.push(each);
  }
  const others = input.files.filter((file) => hasGrammar(file.path) && mayEdit.has(file));
  const made2 = [...mended2, ...best(weighed.sort((a, b) => b.weight - a.weight)), ...grammarCandidates(others, input, clues, MOST7)];
  return others.length === 0 ? made2.slice(0, MOST7) : made2.toSorted((a, b) => b.weight - a.weight).slice(0, MOST7);
}
function lineToldOf({ path }, failing) {
  for (const { message, frames } of failing) if (frames[0]?.path === path && speaksOfParsing(message ?? "")) return frames[0].line;
  return null;
}
function syntaxOf(path) {
  const language = languageOf(path);
  return language === null ? javascriptSyntax(path) : grammarSyntax(language);
}
function best(weighed) {
  const seen = /* @__PURE__ */ new Set();
  const found3 = [];
  for (const { scene, place, family, proposal, weight } of weighed) {
    if (found3.length >= MOST7) break;
    const path = scene.file.path;
    const key = `${path}:${essence(scene.file.text, proposal)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (!staysValid2(scene, place, proposal)) continue;
    const { label, start, end, text: text2 } = proposal;
    found3.push({ label, path, start, end, text: text2, template: family.name, weight });
  }
  return found3;
}

// src/engine/tools.ts
var MAX_LISTED = 1e3;
var MAX_PAGES = 4;
var MAX_MATCHES = 40;
function toolsOf(stage) {
  const known2 = /* @__PURE__ */ new Set();
  let spent = { seconds: 0, testRuns: 0, judged: 0, rate: null, warm: false, left: null, last: null };
  const call = (name, args) => stage.call({ name, arguments: JSON.stringify(args) });
  const spend = (seconds, left2 = null) => {
    spent = { ...spent, seconds: spent.seconds + seconds, testRuns: spent.testRuns + 1, left: left2 ?? spent.left };
  };
  return {
    spent: () => spent,
    turns: stage.turns,
    read: async (path) => {
      let whole2 = null;
      for (let page = 0; page < MAX_PAGES; page++) {
        const start = whole2 === null ? null : whole2.lines.length + 1;
        const next = parsePage(await call("read", { path, start_line: start, end_line: null }));
        if (next === null || next.first !== (start ?? next.first)) return null;
        whole2 = whole2 === null ? next : { ...next, lines: [...whole2.lines, ...next.lines] };
        if (whole2.lines.length >= next.total) return { path, text: textOf3(whole2), crlf: next.eol === "CRLF" };
        if (next.lines.length === 0) return null;
      }
      return null;
    },
    list: async () => {
      const answer2 = await call("scan", { query: null, glob: null, max_results: MAX_LISTED });
      return answer2.split("\n").filter((line) => line !== "" && !/^(\(|error: )/.test(line));
    },
    matching: async (pattern2) => {
      const answer2 = await call("scan", { query: `/${pattern2}/`, glob: null, max_results: MAX_MATCHES });
      return [...new Set([...answer2.matchAll(/^([^\n:]+):\d+:/gm)].flatMap(([, path]) => path ?? []))];
    },
    suspects: async () => {
      const answer2 = runAnswer.safeParse(jsonOrNull(await call("run_tests", { scope: "failing", suspects: true })));
      spend(answer2.data?.seconds ?? 0, answer2.data?.seconds_left);
      return parseSuspects(answer2.data?.suspects ?? []);
    },
    tryEdits: async (candidates, scope, keep) => {
      const parsed = trialAnswer.safeParse(jsonOrNull(await call("try_edits", { candidates, scope, keep })));
      const answer2 = parsed.data;
      if (answer2 === void 0) return { ...NOTHING, error: "the answer of try_edits could not be read" };
      spend(answer2.seconds, answer2.seconds_left);
      for (const { edits } of candidates.slice(0, answer2.judged)) known2.add(JSON.stringify(edits));
      const rate = answer2.judged > 0 ? answer2.judged / Math.max(answer2.seconds, 0.01) : spent.rate;
      const last = answer2.judged > 0 ? { judged: answer2.judged, seconds: answer2.seconds } : spent.last;
      spent = { ...spent, judged: known2.size, rate, warm: answer2.warm > 0, last };
      return { ...answer2, green: answer2.green.map((one) => one.index), error: answer2.error ?? null };
    },
    edit: async (edits) => {
      const answer2 = editAnswer.safeParse(jsonOrNull(await call("edit", { edits }))).data;
      if (answer2 === void 0) return { ok: false, error: "the answer of edit could not be read" };
      if (!answer2.ok) return { ok: false, error: answer2.error ?? answer2.reason ?? "the edit was refused" };
      spend(answer2.tests?.seconds ?? 0);
      const failing = answer2.tests?.failing === void 0 ? null : parseFailing(answer2.tests.failing);
      return { ok: true, green: answer2.tests?.green === true, failing };
    },
    giveUp: async (reason, diagnosis2) => {
      await call("give_up", { reason, diagnosis: diagnosis2 });
    }
  };
}
var NOTHING = { judged: 0, green: [], partial: [], breaks: [], invalid: [] };
var ids = array(string()).catch([]);
var entries = (shape) => array(object({ index: int().min(0), ...shape })).catch([]);
var left = number().nullable().catch(null);
var runAnswer = object({ suspects: array(unknown()).optional(), seconds: number().catch(0), seconds_left: left });
var trialAnswer = object({
  judged: number().catch(0),
  warm: number().catch(0),
  seconds: number().catch(0),
  seconds_left: left,
  green: entries({}),
  partial: entries({ fixed: ids, broke: ids }),
  breaks: entries({ broke: ids }),
  invalid: entries({ reason: string().catch("") }),
  error: string().optional()
});
var editAnswer = object({
  ok: boolean(),
  error: string().optional(),
  reason: string().optional(),
  tests: object({ green: boolean().optional(), failing: unknown().optional(), seconds: number().catch(0), error: string().optional() }).optional()
});
function parsePage(answer2) {
  const [header = "", ...rest3] = answer2.split("\n");
  const match2 = /^.*, lines (\d+)-(\d+) of (\d+), (LF|CRLF|mixed), (no )?final newline$/.exec(header);
  if (match2 === null) return null;
  const lines = rest3.flatMap((line) => /^\s*\d+\t([\s\S]*)$/.exec(line)?.slice(1) ?? []);
  return { first: Number(match2[1]), total: Number(match2[3]), eol: match2[4] ?? "LF", finalNewline: match2[5] === void 0, lines };
}
function textOf3(page) {
  return page.lines.length === 0 ? "" : page.lines.join("\n") + (page.finalNewline ? "\n" : "");
}

// src/engine/repair.ts
var NEEDS = "I am a program-repair engine, not a language model. I need a message with a <failing_tests> section (a JSON array of failing tests), and the function tools scan, read, run_tests, try_edits, edit and give_up to work with. Then I look for a small change that turns these tests green.";
var MAX_APPLIED = 3;
var MAX_PRIORS = 200;
var FIRST_LOOK = 120;
var FIRST_LOOK_SECONDS = 5;
var QUICK_SUITE_SECONDS = 3;
var repair = async (stage) => {
  const brief2 = parseBrief(stage.request);
  if (brief2 === null) return NEEDS;
  const tools = toolsOf(stage);
  const findings = {
    brief: brief2,
    library: new Library(tools),
    suspects: brief2.suspects,
    revert: { kind: "none" },
    search: null,
    refuted: [],
    lost: null,
    listed: []
  };
  try {
    const fixed = await fix(findings, tools);
    if (fixed !== null) return fixed;
    await tools.giveUp("No change that was tried passes every check.", wordsFor(findings, tools));
    return wordsFor(findings, tools);
  } catch (error) {
    if (!(error instanceof CallRefused)) throw error;
    return tools.turns() === 0 && !error.wordsOnly ? NEEDS : wordsFor(findings, tools);
  }
};
async function fix(findings, tools) {
  const { brief: brief2, library } = findings;
  const files = undoableFiles(parseDiff(brief2.change ?? ""));
  const changed2 = files.filter((file) => file.status !== "deleted").map((file) => file.newPath);
  const [listed] = await Promise.all([
    tools.list(),
    library.load([...testFiles(brief2.failing), "package.json", ...changed2, ...namedFiles(brief2)])
  ]);
  findings.listed = listed;
  const all = files.flatMap((file) => atomsOf(file, library.get(file.newPath)));
  const atoms = byRelevance(all, brief2);
  return await fixByRevert(findings, tools, atoms) ?? await fixByTemplates(findings, tools, atoms);
}
async function fixByRevert(findings, tools, atoms) {
  const { brief: brief2, library } = findings;
  const seconds = revertSeconds(brief2);
  const room = roomFor(brief2, tools, seconds.search);
  const lastRoom = roomFor(brief2, tools, seconds.proof);
  const result = await revert({ tools, atoms, currentOf: (path) => library.textOf(path), room, lastRoom });
  findings.revert = result;
  if (result.kind !== "green") return null;
  const refuted = await apply(result.edits, findings, tools);
  if (refuted === null) return explainRevert(result, brief2, library, tools.spent().judged);
  findings.refuted = [...findings.refuted, `${result.label} (${refuted})`];
  return null;
}
async function fixByTemplates(findings, tools, atoms) {
  const { brief: brief2 } = findings;
  const room = roomFor(brief2, tools, () => templateSeconds(brief2, tools));
  const isWholly = brief2.failing.every(isPlaced);
  const early = isWholly || brief2.failing.every(lacksModule) ? await candidatesAt(findings, atoms) : null;
  if (early !== null && findings.lost !== null) {
    return early.candidates.length === 0 ? null : await fixAmong(findings, tools, { ...early, room });
  }
  const first = isWholly ? early : null;
  const judged = /* @__PURE__ */ new Set();
  const isNew2 = (candidate) => !judged.has(keyOf2(candidate));
  let beside2 = null;
  if (first !== null) {
    const few = { ...first, candidates: first.candidates.slice(0, FIRST_LOOK) };
    const little = roomFor(brief2, tools, Math.min(FIRST_LOOK_SECONDS, templateSeconds(brief2, tools)));
    const measuring = brief2.suiteSeconds <= QUICK_SUITE_SECONDS && room() > 0 ? tools.suspects() : null;
    measuring?.catch(() => {
    });
    const fixed = await fixAmong(findings, tools, { ...few, room: little, further: room, alone: true });
    if (fixed !== null) return fixed;
    beside2 = measuring;
    for (const candidate of few.candidates.slice(0, findings.search?.reached)) judged.add(keyOf2(candidate));
  }
  const covered = beside2 !== null ? await beside2 : room() > 0 ? await tools.suspects() : [];
  if (covered.length > 0) findings.suspects = covered;
  const all = covered.length === 0 && first !== null ? first : await candidatesAt(findings, atoms);
  const now = new Map(all.candidates.map((candidate) => [keyOf2(candidate), candidate]));
  const weighedNow = (edit) => now.get(keyOf2(edit)) ?? edit;
  const partial = findings.search?.partial.map((half) => ({ ...half, repair: half.repair.map(weighedNow) })) ?? [];
  const isBlind = covered.length === 0 && room() > 0;
  const candidates = (isBlind ? [...all.candidates, ...elsewhere(all)] : all.candidates).filter(isNew2);
  return await fixAmong(findings, tools, { ...all, candidates, partial, room });
}
function elsewhere({
  files,
  paths,
  failing,
  testSources,
  suspects,
  priors,
  candidates
}) {
  const led = failing.some(({ frames }) => frames.some(({ path }) => files.some((file) => file.path === path)));
  if (!led && suspects.length === 0 && priors.length === 0) return [];
  const known2 = new Set(candidates.map(keyOf2));
  const unplaced = failing.map((test) => ({ ...test, frames: [] }));
  const made2 = generateCandidates({ files, paths, testSources, failing: unplaced, suspects: [], priors: [] });
  return made2.filter((candidate) => !known2.has(keyOf2(candidate)));
}
function isPlaced(test) {
  const paths = [...test.frames.map(({ path }) => path), ...importersIn(test)];
  return paths.some((path) => path !== test.file && isSource(path));
}
function keyOf2({ path, start, end, text: text2 }) {
  return JSON.stringify([path, start, end, text2]);
}
async function candidatesAt(findings, atoms) {
  const { brief: brief2, library, listed } = findings;
  const files = await editableSources(brief2, findings.suspects, atoms, listed, library);
  if (brief2.failing.some(({ message }) => message !== null && speaksOfParsing(message)))
    findings.suspects = [...unparsedLines(files).map((place) => ({ ...place, score: 1 })), ...findings.suspects];
  const input = {
    files,
    paths: listed,
    suspects: findings.suspects,
    failing: brief2.failing,
    testSources: testFiles(brief2.failing).flatMap((path) => library.get(path) ?? []),
    priors: (findings.revert.kind === "cause" ? findings.revert.atoms : atoms).slice(0, MAX_PRIORS)
  };
  const recent = atoms.filter(({ undo }) => undo.kind === "delete" || undo.kind === "lines" && undo.added.length > 0);
  const candidates = generateCandidates(input);
  const own2 = packageOf(library.get("package.json")?.text ?? null);
  findings.lost = lostLinks(brief2.failing, { files: library.files(), paths: new Set(listed), own: own2 });
  const { lost } = findings;
  return { ...input, recent, candidates: lost === null ? candidates : candidates.filter((each) => mends(each, lost, files)) };
}
async function fixAmong(findings, tools, options) {
  const { brief: brief2, library } = findings;
  const before = findings.search;
  const result = await search({ ...options, tools });
  findings.search = {
    ...result,
    refused: [...before?.refused ?? [], ...result.refused],
    effective: [...before?.effective ?? [], ...result.effective]
  };
  for (const [index, repaired2] of result.green.slice(0, MAX_APPLIED).entries()) {
    const refuted = await apply(
      repaired2.map(({ path, start, end, text: text2 }) => ({ path, start, end, text: text2 })),
      findings,
      tools
    );
    const others = result.green.filter((_, other) => other > index);
    if (refuted === null) return explainTemplate(repaired2, others, brief2, library, tools.spent().judged);
    findings.refuted = [...findings.refuted, `${labelOf(repaired2)} (${refuted})`];
  }
  return null;
}
async function apply(edits, { brief: brief2, library }, tools) {
  const textOf4 = (path) => library.textOf(path);
  const answer2 = await tools.edit(exactEdits(edits, textOf4));
  if (!answer2.ok) return answer2.error;
  if (answer2.green || answer2.failing !== null && !brief2.failing.some((test) => isAmong(test, answer2.failing ?? []))) return null;
  await tools.edit(restoringEdits(edits, textOf4));
  return "the failing tests stayed red when it was applied";
}
function isAmong(test, others) {
  return others.some((other) => other.id === test.id);
}
function wordsFor(findings, tools) {
  const { lost, listed } = findings;
  const link = lost === null ? null : lostLinkWords(lost, new Set(listed));
  return diagnosis({ ...findings, link, judged: tools.spent().judged });
}

// src/engine/worker.ts
var port = parentPort;
var think = createThinker(repair);
async function prepare({ items }) {
  const { request, calls: calls2 } = readConversation(items);
  const read = calls2.flatMap((call) => call.name === "read" ? [call.arguments] : []);
  await loadGrammars(pathsIn([request, ...read].join("\n")));
}
port?.on("message", async ({ id, prompt: prompt2 }) => {
  await prepare(prompt2);
  const thought = { id, step: await think(prompt2) };
  port.postMessage(thought);
});
//# sourceMappingURL=index.js.map
