import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  childNamed,
  elementsNamed,
  exists,
  expectation,
  maxReportBytes,
  maxReportBytes2,
  namesIn,
  ownedBy,
  parseJsonReport,
  readJUnit,
  readJsonReport,
  readTap,
  readText,
  readXml,
  reportText,
  reportsIn,
  require_dist
} from "./chunk-T3GWLUJD.js";
import {
  ResultBuilder,
  compareRuns,
  countResults,
  crashed,
  distill,
  fileLevel,
  idOf,
  isAboutTheEnd,
  isOutsideOfTests,
  isTestFile,
  parseFrames,
  plain,
  relativeToRoot,
  suiteLevel,
  tailOf
} from "./chunk-HWPTSGQB.js";
import {
  require_picomatch
} from "./chunk-27TVYW5O.js";
import {
  repositoryEnvironment,
  runCommand,
  userPath
} from "./chunk-4NQIAZWU.js";
import {
  _enum,
  array,
  boolean,
  discriminatedUnion,
  int,
  literal,
  looseObject,
  number,
  object,
  record,
  string,
  tuple,
  union,
  unknown
} from "./chunk-6SLZJSQE.js";
import {
  __callDispose,
  __toESM,
  __using
} from "./chunk-G62E4XM6.js";

// src/suite/detect.ts
import { join as join32, posix as posix26 } from "node:path";

// src/suite/ecosystems/javascript/conclude-events.ts
import { posix as posix2 } from "node:path";

// src/suite/conclude.ts
function conclude(ended, builder, reader) {
  const { result } = ended;
  const hadResults = builder.results.length > 0;
  const failed = builder.results.some(({ status }) => status === "failed");
  if (result.exitCode !== 0 && !failed && (hadResults || hasRepositoryFrame(ended))) builder.add(outside(ended));
  const isBare = builder.results.length === 0;
  if (isBare) builder.add(wholeCommand(ended));
  const { results } = builder;
  const failing = results.filter(({ status }) => status === "failed").map(({ id }) => id);
  return {
    green: result.exitCode === 0 && failing.length === 0,
    reader: isBare ? "exit-code" : reader,
    results,
    counts: countResults(results),
    failing
  };
}
function hasRepositoryFrame({ result, place }) {
  return parseFrames(plain(`${result.stderr}
${result.stdout}`), place).some((frame) => frame.inRepository);
}
function outside(ended) {
  const whole2 = wholeCommand(ended);
  const frames = parseFrames(plain(whole2.stack ?? ""), ended.place).filter((frame) => frame.inRepository);
  const test = frames.find((frame) => isTestFile(frame.file));
  const name = test === void 0 ? suiteLevel : fileLevel;
  return { ...whole2, file: test?.file ?? null, path: [name], name };
}
function wholeCommand({ command, result, timeoutMs }) {
  const base = { file: null, path: [command], name: command };
  if (result.exitCode === 0) return { ...base, status: "passed", seconds: result.seconds };
  const printed = `${result.stdout}
${result.stderr}`;
  const why = result.failedToStart !== null ? `could not be started: ${result.failedToStart}` : result.aborted ? "was aborted" : result.timedOut ? `did not end within ${Math.round(timeoutMs / 1e3)} s` : result.exitCode === null ? `was ended by ${result.signal ?? "a signal"}` : `exit code ${result.exitCode}`;
  const said = distill(result.stderr.trim() === "" ? result.stdout : printed);
  return {
    ...base,
    status: "failed",
    seconds: result.seconds,
    message: said === "" ? why : `${why}
${said}`,
    stack: plain(printed).slice(-16e3)
  };
}

// src/suite/ecosystems/javascript/read-events.ts
import { posix } from "node:path";
async function readResults(events, place) {
  const results = [];
  const crashes = [];
  const suites = [];
  const byMochaTest = /* @__PURE__ */ new Map();
  const begun = /* @__PURE__ */ new Map();
  const finished = /* @__PURE__ */ new Set();
  const innerRunners = innerResultFiles(events, place);
  for (const event of events) {
    if (event.e === "begin") begun.set(event.runner, { file: event.file, path: event.path, name: event.path.join(" "), status: "failed" });
    if (event.e === "done") finished.add(event.runner);
    if (event.e === "uncaught" && !event.handled) crashes.push(crash(event));
    if (event.e !== "result") continue;
    begun.delete(event.runner);
    if (event.suite === true && event.status !== "failed") suites.push(event.path);
    if (isGroup(event)) continue;
    if (isFileLevel(event, place)) {
      results.push(...await fileResults(event, events, innerRunners, place));
      continue;
    }
    const raw = toRaw(event);
    const key = event.test === void 0 ? null : `${event.file}
${event.test}`;
    const earlier = key === null ? void 0 : byMochaTest.get(key);
    if (earlier !== void 0) results[earlier] = raw;
    else {
      if (key !== null) byMochaTest.set(key, results.length);
      results.push(raw);
    }
  }
  const running = [...begun].find(([runner]) => !finished.has(runner))?.[1] ?? null;
  return { results, crashes: withoutKnown(crashes, results), running, suites };
}
function isGroup(event) {
  if (event.status === "failed")
    return event.failureType === "subtestsFailed" && event.path.length > 0 && !/^test failed$/.test(event.error?.message ?? "");
  return event.suite === true;
}
function isFileLevel(event, place) {
  const [name] = event.path;
  if (event.runner !== "node:test" || event.path.length !== 1 || name === void 0 || event.file === null) return false;
  return relativeToRoot(name, place).path === relativeToRoot(event.file, place).path;
}
function innerResultFiles(events, place) {
  const files2 = /* @__PURE__ */ new Set();
  for (const event of events)
    if (event.e === "result" && event.runner === "tape" && event.file !== null) files2.add(relativeToRoot(event.file, place).path);
  return files2;
}
async function fileResults(event, events, inner, place) {
  const file = event.file;
  const path2 = relativeToRoot(file ?? "", place).path;
  const failedInside = event.status === "failed" && hasFailed(events, path2, place);
  if (inner.has(path2)) return event.status === "failed" && !failedInside ? [wholeFile(event, events, place)] : [];
  if (failedInside) return [];
  const tap = await readTap(outputOf(events, path2, "out", place));
  const hasInner = tap.results.length > 0 && tap.isTap;
  const explained2 = event.status !== "failed" || tap.results.some((result) => result.status === "failed");
  const results = hasInner && file !== null ? ownedBy(file, tap.results) : [];
  return hasInner && explained2 ? results : [...results, wholeFile(event, events, place)];
}
function hasFailed(events, file, place) {
  return events.some(
    (event) => event.e === "result" && event.status === "failed" && !isFileLevel(event, place) && event.file !== null && relativeToRoot(event.file, place).path === file
  );
}
function outputOf(events, file, stream, place) {
  let text2 = "";
  for (const event of events) {
    if (event.e === "output" && event.stream === stream && event.file !== null && relativeToRoot(event.file, place).path === file)
      text2 += event.text;
  }
  return text2;
}
function wholeFile(event, events, place) {
  const file = event.file ?? "";
  const path2 = relativeToRoot(file, place).path;
  const base = { file, path: [fileLevel], name: posix.basename(path2), status: event.status, seconds: event.seconds };
  if (event.status !== "failed") return base;
  const uncaught = events.find((one) => one.e === "uncaught" && relativeToRoot(one.main, place).path === path2);
  if (uncaught?.e === "uncaught") return { ...base, ...fromError(uncaught.error) };
  const printed = outputOf(events, path2, "err", place) || outputOf(events, path2, "out", place);
  return { ...base, message: distill(printed) || (event.error?.message ?? "failed"), stack: printed.slice(-16e3) };
}
function crash(event) {
  const file = event.file ?? event.main;
  const path2 = event.path ? [...event.path, crashed] : [fileLevel];
  return { file, path: path2, name: event.path?.at(-1) ?? fileLevel, status: "failed", ...fromError(event.error) };
}
function withoutKnown(crashes, results) {
  const known = new Set(results.filter((result) => result.status === "failed").map((result) => result.stack));
  return crashes.filter((result) => !known.has(result.stack));
}
function toRaw(event) {
  return {
    file: event.file,
    path: event.runner === "tape" && isAboutTheEnd(event.path.at(-1) ?? "") ? [...event.path.slice(0, -1), crashed] : event.path,
    name: event.runner === "mocha" || event.runner === "jasmine" ? event.path.join(" ") : event.runner === "tape" ? event.path.slice(0, -1).join(" ") : event.path.at(-1) ?? "",
    status: event.status,
    line: event.line,
    seconds: event.seconds,
    ...event.status === "failed" && event.error !== null ? fromError(event.error) : {}
  };
}
function fromError(error) {
  const { name, message, stack, expected, actual } = error;
  const named3 = name !== null && name !== "Error" && !/^AssertionError/.test(name) && message !== null && !message.startsWith(name) ? `${name}: ${message}` : message;
  return { message: named3 ?? name ?? "failed", stack, expected, actual };
}

// src/suite/ecosystems/javascript/assemble.ts
async function assemble(remains) {
  const { events, place } = remains;
  const reading = await readResults(events, place);
  const builder = new ResultBuilder(place);
  let reader = "report";
  for (const raw of reading.results) builder.add(raw);
  for (const report2 of remains.json) for (const raw of report2) builder.add(raw);
  if (builder.results.length === 0 || remains.expectsTap) {
    const before = builder.results.length;
    for (const text2 of [...remains.tap, remains.output]) {
      const tap = await readTap(text2);
      const owned = remains.soleFile === null ? tap.results : ownedBy(remains.soleFile, tap.results);
      for (const raw of owned) builder.add(explained(raw, reading.crashes, place));
      if (tap.bailedOut !== null)
        builder.add({ file: null, path: [suiteLevel], name: suiteLevel, status: "failed", message: `Bail out! ${tap.bailedOut}` });
      if (builder.results.length > before) break;
    }
    if (before === 0 && builder.results.length > 0) reader = "tap";
  }
  if (builder.results.length === 0) for (const raw of sniffJson(remains.output)) builder.add(raw);
  if (remains.scripts.length > 0) for (const raw of scriptResults(remains, builder.results)) builder.add(raw);
  addFailuresOutside(remains, reading, builder);
  return { ...conclude(remains, builder, reader), reading };
}
function explained(raw, crashes, place) {
  if (raw.status !== "failed" || raw.name !== fileLevel || raw.file === null) return raw;
  const { path: path2 } = relativeToRoot(raw.file, place);
  const crash2 = crashes.find(({ file }) => file !== null && relativeToRoot(file, place).path === path2);
  return crash2 === void 0 ? raw : { ...raw, message: crash2.message ?? null, stack: crash2.stack ?? null };
}
function sniffJson(output) {
  for (const line of output.split("\n")) {
    if (!line.startsWith('{"') || !line.includes('"testResults"')) continue;
    const results = parseJsonReport(line);
    if (results !== null) return results;
  }
  return [];
}
function scriptResults({ events, scripts: scripts2, place }, known) {
  const results = [];
  for (const file of scripts2) {
    if (known.some((result) => result.file === file)) continue;
    const exit = events.find((event) => event.e === "exit" && relativeToRoot(event.main, place).path === file);
    if (exit?.e !== "exit" || exit.code !== 0 && !hasUncaught(events, file, place) || exit.code === 0 && known.length > 0) continue;
    if (exit.code === 0) results.push({ file, path: [fileLevel], name: fileLevel, status: "passed" });
  }
  return results;
}
function hasUncaught(events, file, place) {
  return events.some((event) => event.e === "uncaught" && relativeToRoot(event.main, place).path === file);
}
function addFailuresOutside(remains, reading, builder) {
  const { result, place } = remains;
  if (result.exitCode === 0) return;
  const hadFailure = builder.results.some(({ status }) => status === "failed");
  for (const crash2 of reading.crashes) {
    const file = crash2.file === null ? "" : relativeToRoot(crash2.file, place).path;
    if (builder.results.some((known) => known.file === file && known.status === "failed" && known.name === fileLevel)) continue;
    const isKnown = crash2.path.length > 1 || remains.scripts.includes(file) || builder.results.some((known) => known.file === file);
    if (!hadFailure || isKnown) builder.add(ofRepository(crash2, place));
  }
  if (result.timedOut && reading.running !== null) {
    builder.add({ ...reading.running, message: `did not end: the whole run was stopped after ${Math.round(remains.timeoutMs / 1e3)} s` });
  }
}
function ofRepository(crash2, place) {
  const own = crash2.file === null ? null : relativeToRoot(crash2.file, place);
  if (own?.inside === true && !own.path.split("/").includes("node_modules")) return crash2;
  const frames = parseFrames(crash2.stack ?? "", place).filter((frame2) => frame2.inRepository);
  const frame = frames.find(({ file }) => isTestFile(file)) ?? frames[0];
  return frame === void 0 ? { ...crash2, file: null, path: [suiteLevel] } : { ...crash2, file: frame.file };
}

// src/suite/ecosystems/javascript/events.ts
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
var text = string().nullish().transform((value) => value ?? null);
var number2 = number().finite().nullish().transform((value) => value ?? null);
var errorSchema = object({ name: text, message: text, stack: text, code: text, expected: text, actual: text });
var path = array(string().max(2e4)).max(200);
var position = number().int().nonnegative();
var resultSchema = object({
  e: literal("result"),
  runner: _enum(["mocha", "node:test", "tape", "ava", "jasmine"]),
  /** Mocha: the test's number in its process; a test that fails after it passed is told twice. */
  test: number().optional(),
  file: text,
  path,
  status: _enum(["passed", "failed", "skipped", "todo"]),
  line: number2,
  seconds: number2,
  suite: boolean().optional(),
  hook: boolean().optional(),
  failureType: text,
  error: errorSchema.nullish().transform((value) => value ?? null)
});
var eventSchema = discriminatedUnion("e", [
  resultSchema,
  object({ e: literal("begin"), runner: string(), file: text, path }),
  object({ e: literal("output"), file: text, stream: _enum(["out", "err"]), text: string() }),
  object({ e: literal("uncaught"), main: string(), file: text, path: path.nullish(), handled: boolean(), error: errorSchema }),
  object({ e: literal("exit"), main: string(), code: number() }),
  object({ e: literal("done"), runner: string() })
]);
var scripts = array(tuple([string(), string(), array(position)]));
var coverageSchema = discriminatedUnion("e", [
  object({ e: literal("covered"), runner: string(), file: text, path, scripts }),
  object({ e: literal("loaded"), file: text, scripts }),
  // `same`: the text is that of an earlier script of this process.
  object({ e: literal("source"), script: string(), path: string(), text: string().optional(), same: string().optional() })
]);
async function readEvents(folder) {
  const events = [];
  for (const file of await eventFiles(folder, "events-", maxReportBytes)) {
    for await (const event of lines(file, eventSchema)) events.push(event);
  }
  return events;
}
function parseEvents(values) {
  return values.flatMap((value) => {
    const parsed = eventSchema.safeParse(value);
    return parsed.success ? [parsed.data] : [];
  });
}
async function* readCoverageEvents(folder) {
  for (const file of await eventFiles(folder, "coverage-", 4 * maxReportBytes)) {
    let events = [];
    const texts3 = /* @__PURE__ */ new Map();
    for await (const event of lines(file, coverageSchema)) {
      if (event.e !== "source" && events.some(({ e }) => e === "loaded")) {
        yield events;
        events = [];
      }
      if (event.e === "source" && event.text !== void 0) texts3.set(event.script, event.text);
      if (event.e === "source" && event.same !== void 0) events.push({ ...event, text: texts3.get(event.same) });
      else events.push(event);
    }
    if (events.length > 0) yield events;
  }
}
async function eventFiles(folder, prefix2, maxBytes2) {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.startsWith(prefix2) && name.endsWith(".jsonl"));
  const started = (name) => Number(/-(\d+)-/.exec(name)?.[1] ?? 0);
  names.sort((a, b) => started(a) - started(b) || a.localeCompare(b));
  const files2 = [];
  let total = 0;
  for (const name of names) {
    const file = join(folder, name);
    const found = await stat(file).catch(() => null);
    if (found === null || !found.isFile()) continue;
    total += found.size;
    if (total > maxBytes2) break;
    files2.push(file);
  }
  return files2;
}
async function* lines(file, schema) {
  const input = createReadStream(file, "utf8");
  try {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      const event = parseLine(line, schema);
      if (event !== null) yield event;
    }
  } catch {
  } finally {
    input.destroy();
  }
}
function parseLine(line, schema) {
  try {
    const parsed = schema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

// src/suite/arguments.ts
function parseArguments(words, table) {
  const parsed = [];
  for (let at = 0; at < words.length; at += 1) {
    const word2 = words[at];
    if (word2 === void 0) break;
    const text2 = word2.value ?? word2.raw;
    if (text2 === "--") {
      parsed.push({ option: "--", words: [word2] }, ...words.slice(at + 1).map((rest) => ({ option: null, words: [rest] })));
      break;
    }
    if (!text2.startsWith("-") || text2 === "-") {
      parsed.push({ option: null, words: [word2] });
      continue;
    }
    const name = text2.replace(/=[\s\S]*$/, "");
    const own = [word2];
    const isBare = name === text2;
    const follows = isBare && table.lists?.has(name) === true ? listLength(words, at + 1) : isBare && table.values.has(name) ? 1 : 0;
    own.push(...words.slice(at + 1, at + 1 + follows));
    at += follows;
    parsed.push({ option: name, words: own });
  }
  return parsed;
}
function listLength(words, start2) {
  const end2 = words.findIndex((each, index) => index >= start2 && (each.value ?? "").startsWith("-"));
  return (end2 < 0 ? words.length : end2) - start2;
}
function without(parsed, options10) {
  return parsed.filter(
    ({ option }) => option === null || !options10.some((name) => option === name || name.endsWith("*") && option.startsWith(name.slice(0, -1)))
  );
}
function optionsOf(parsed) {
  return parsed.filter(({ option }) => option !== null && option !== "--").flatMap(({ words }) => words);
}
function positionalsOf(parsed) {
  return parsed.filter(({ option }) => option === null).flatMap(({ words }) => words);
}
function allWords(parsed) {
  return parsed.flatMap(({ words }) => words);
}

// src/suite/shell.ts
var reserved = new Set(
  "if then else elif fi for in while until do done case esac function select { } ! [[ time coproc eval exec set trap".split(" ")
);
function splitShell(line) {
  const pieces = [];
  let depth = 0;
  for (let at = 0; at < line.length; ) {
    const glue = /^(?:\s+|&&|\|\||;(?!;)|\|(?!&)|&(?!>)|\(|\))+/.exec(line.slice(at))?.[0];
    if (glue !== void 0) {
      for (const char of glue) {
        if (char === "(") depth += 1;
        if (char === ")") depth -= 1;
        if (depth < 0) return null;
      }
      pieces.push({ kind: "glue", raw: glue });
      at += glue.length;
      continue;
    }
    const command = readCommand(line, at);
    if (command === null) return null;
    pieces.push(command);
    at += command.raw.length;
  }
  return depth === 0 ? pieces : null;
}
function readCommand(line, start2) {
  const assignments = [];
  const words = [];
  const redirections = [];
  let at = start2;
  let end2 = start2;
  while (at < line.length) {
    const blank = /^(?:[ \t]|\\\n)+/.exec(line.slice(at))?.[0].length ?? 0;
    at += blank;
    if (at >= line.length || /^[;|)\n(]|^&(?!>)/.test(line.slice(at))) break;
    const redirection = /^(?:\d*(?:>>|>\||>|<(?![<(]))|&>>?)/.exec(line.slice(at))?.[0];
    if (redirection !== void 0) {
      const target = readRedirection(line, at, redirection);
      if (target === null) return null;
      redirections.push(target);
      at += target.raw.length;
    } else {
      const word2 = readWord(line, at);
      if (word2 === null) return null;
      const isAssignment = words.length === 0 && /^[A-Za-z_]\w*=/.test(word2.raw);
      if (words.length === 0 && !isAssignment && reserved.has(word2.raw)) return null;
      (isAssignment ? assignments : words).push(word2);
      at += word2.raw.length;
    }
    end2 = at;
  }
  return end2 === start2 || line[at] === "(" ? null : { kind: "command", assignments, words, redirections, raw: line.slice(start2, end2) };
}
function readRedirection(line, at, operator) {
  const after = at + operator.length;
  const toDescriptor = /^&[\d-]+/.exec(line.slice(after))?.[0];
  if (toDescriptor !== void 0) return { kind: "redirection", raw: operator + toDescriptor };
  const blank = /^[ \t]*/.exec(line.slice(after))?.[0] ?? "";
  const target = readWord(line, after + blank.length);
  return target === null ? null : { kind: "redirection", raw: operator + blank + target.raw };
}
function readWord(line, start2) {
  let value = "";
  let at = start2;
  const add = (text2) => {
    if (value !== null) value += text2;
  };
  while (at < line.length) {
    const char = line.charAt(at);
    if (/[\s;|&()<>]/.test(char)) break;
    if (char === "`" || char === "#" && at === start2 || line.startsWith("$(", at) || line.startsWith("$'", at)) return null;
    if (char === "'") {
      const close = line.indexOf("'", at + 1);
      if (close < 0) return null;
      add(line.slice(at + 1, close));
      at = close + 1;
    } else if (char === '"') {
      const quoted = /^"((?:[^"\\`]|\\[\s\S])*)"/.exec(line.slice(at));
      const inside = quoted?.[1];
      if (quoted === null || inside === void 0 || /(?<!\\)\$\(/.test(inside)) return null;
      if (/(?<!\\)\$[A-Za-z_{\d@*#?$!-]/.test(inside)) value = null;
      add(inside.replace(/\\\n/g, "").replace(/\\([\\"$`])/g, "$1"));
      at += quoted[0].length;
    } else if (char === "\\") {
      if (at + 1 >= line.length) return null;
      if (line[at + 1] !== "\n") add(line.charAt(at + 1));
      at += 2;
    } else if (char === "$") {
      const variable = /^\$(?:\w+|\{[^{}`]*\}|[@*#?$!-])?/.exec(line.slice(at))?.[0] ?? "$";
      if (variable === "$") add("$");
      else value = null;
      at += variable.length;
    } else {
      if (char === "~" && at === start2) value = null;
      add(char);
      at += 1;
    }
  }
  return at === start2 ? null : { kind: "word", raw: line.slice(start2, at), value };
}
function quote(text2) {
  return /^[A-Za-z0-9_\-./:=@%+,]+$/.test(text2) ? text2 : `'${text2.replaceAll("'", "'\\''")}'`;
}
function word(value) {
  return { kind: "word", raw: quote(value), value };
}
function renderCommand(command) {
  return [...command.assignments, ...command.words, ...command.redirections].map((token) => token.raw).join(" ");
}

// src/suite/ecosystems/javascript/instrument.ts
var set = (text2) => new Set(text2.split(" "));
var optionTables = {
  mocha: {
    values: set(
      "--config --package --extension --file --require -r --reporter -R --reporter-option --reporter-options -O --ui -u --timeout --timeouts -t --slow -s --grep -g --fgrep -f --retries --jobs -j --spec --ignore --exclude --watch-files --watch-ignore --node-option -n --compilers --opts --globals --global --import --loader -C --conditions --paths -p"
    )
  },
  jest: {
    values: set(
      "--config -c --testPathPattern --testNamePattern -t --maxWorkers -w --outputFile --rootDir --env --testEnvironment --testRunner --runner --cacheDirectory --changedSince --coverageDirectory --coverageProvider --coverageThreshold --globals --globalSetup --globalTeardown --maxConcurrency --preset --resolver --seed --shard --testTimeout --testSequencer --moduleNameMapper --transform --collectCoverageFrom --workerIdleMemoryLimit --filter -f --testURL --notifyMode --prettierPath --snapshotFormat --moduleDirectories --testResultsProcessor"
    ),
    lists: set(
      "--reporters --selectProjects --ignoreProjects --coverageReporters --coveragePathIgnorePatterns --testPathIgnorePatterns --testPathPatterns --modulePathIgnorePatterns --setupFiles --setupFilesAfterEnv --roots --projects --testMatch --testRegex --moduleFileExtensions --modulePaths --transformIgnorePatterns --watchPathIgnorePatterns --snapshotSerializers --unmockedModulePathPatterns --haste --extraGlobals"
    )
  },
  vitest: {
    values: set(
      "--config -c --root -r --dir --reporter --outputFile --environment --pool --project --testNamePattern -t --maxWorkers --minWorkers --mode --testTimeout --hookTimeout --teardownTimeout --retry --bail --shard --exclude --workspace --tagsFilter --sequence --diff --logHeapUsage --maxConcurrency --configLoader --browser.name --vmMemoryLimit --execArgv"
    )
  },
  tape: { values: set("-r --require -i --ignore --ignore-pattern") },
  tap: {
    values: set(
      "-R --reporter -r --require -c -j --jobs -t --timeout -o --output-file --coverage-report --node-arg --test-arg --before --after --nyc-arg --include --exclude --grep -g --plugin --config"
    )
  },
  ava: { values: set("--match -m --timeout -T --config --node-arguments --concurrency -c") },
  jasmine: { values: set("") },
  "node:test": nodeTable(),
  script: nodeTable()
};
function nodeTable() {
  return {
    values: set(
      "-r --require --import --loader --experimental-loader -C --conditions --env-file --env-file-if-exists --tsconfig --test-name-pattern --test-skip-pattern --test-reporter --test-reporter-destination --test-concurrency --test-timeout --test-shard --test-isolation --test-coverage-include --test-coverage-exclude --test-global-setup --stack-trace-limit --max-old-space-size --input-type"
    )
  };
}
var maxPattern = 6e3;
function escapeRegex(text2) {
  return text2.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replace(/\n/g, "\\n");
}
function namePattern(names) {
  const alternatives = [...new Set(names)].map(escapeRegex);
  const pattern = alternatives.length === 1 ? `^${alternatives[0]}$` : `^(${alternatives.join("|")})$`;
  return pattern.length <= maxPattern ? pattern : null;
}
function instrument(command, tools, selection, lean) {
  const words = [
    ...lean || selection !== null ? command.leanWrappers : command.wrappers,
    ...runnerWords(command, tools, selection, lean)
  ];
  return renderCommand({ assignments: command.assignments, words, redirections: selection === null ? command.command.redirections : [] });
}
function runnerWords(command, tools, selection, lean) {
  const behindDashes = command.args[0]?.value === "--";
  const ownArgs = behindDashes ? command.args.slice(1) : command.args;
  const keepDashes = behindDashes && selection === null && !lean;
  const program3 = keepDashes ? [...command.program, word("--")] : [...command.program];
  const parsed = parseArguments(ownArgs, optionTables[command.kind]);
  switch (command.kind) {
    case "mocha":
      return [...program3, ...mochaArguments(parsed, tools, selection)];
    case "jest":
      return [...program3, ...jestArguments(parsed, tools, selection, lean)];
    case "vitest":
      return [...program3, ...vitestArguments(parsed, tools, selection, lean)];
    case "tape":
      return tapeWords(command, program3, parsed, selection);
    case "tap":
      return [...program3, ...tapArguments(parsed, tools, selection)];
    case "ava":
      return [...program3, ...avaArguments(parsed, selection)];
    case "jasmine":
      return [...program3, ...jasmineArguments(parsed, tools, selection)];
    case "node:test":
      return nodeTestWords(program3, parsed, tools, selection);
    case "script":
      return scriptWords(program3, ownArgs, tools, selection);
  }
}
function mochaArguments(parsed, tools, selection) {
  const kept = without(parsed, ["--reporter", "-R", "--reporter-option", "--reporter-options", "-O", "--watch", "-w", "--full-trace"]);
  const reporter = [word("--reporter"), word(tools.mochaReporter)];
  if (selection === null) return [...reporterBeforeDashes(kept, reporter)];
  const pattern = selection.names === null ? null : namePattern(selection.names);
  const options10 = optionsOf(pattern === null ? kept : without(kept, ["--grep", "-g", "--fgrep", "-f", "--invert", "-i"]));
  return [...options10, ...reporter, ...pattern === null ? [] : [word("--grep"), word(pattern)], ...files(selection)];
}
function reporterBeforeDashes(parsed, added) {
  const dashes = parsed.findIndex(({ option }) => option === "--");
  const before = dashes < 0 ? parsed : parsed.slice(0, dashes);
  return [...allWords(before), ...added, ...dashes < 0 ? [] : allWords(parsed.slice(dashes))];
}
function jestArguments(parsed, tools, selection, lean) {
  const kept = without(parsed, [
    "--json",
    "--outputFile",
    "--watch",
    "--watchAll",
    "--onlyChanged",
    "-o",
    "--changedSince",
    "--testLocationInResults"
  ]);
  const report2 = [word("--json"), word(`--outputFile=${tools.jsonReport}`), word("--testLocationInResults")];
  const measuring2 = tools.jestCoverage === null ? [] : [word(`--testRunner=${tools.jestCoverage}`)];
  if (selection === null) {
    const noThreshold = lean ? [word("--coverage=false")] : [];
    return [...report2, ...measuring2, ...noThreshold, ...allWords(lean ? without(kept, ["--coverage", "--collectCoverage"]) : kept)];
  }
  const options10 = optionsOf(
    without(kept, [
      "--coverage",
      "--collectCoverage",
      "--testPathPattern*",
      "--testNamePattern",
      "-t",
      "--runTestsByPath",
      "--findRelatedTests"
    ])
  );
  const pattern = selection.names === null ? null : namePattern(selection.names);
  const filter = pattern === null ? [] : [word(`--testNamePattern=${pattern}`)];
  const how = word(selection.related ? "--findRelatedTests" : "--runTestsByPath");
  return [...options10, ...report2, ...measuring2, word("--coverage=false"), ...filter, how, ...files(selection)];
}
function vitestArguments(parsed, tools, selection, lean) {
  const [first, ...rest] = parsed;
  const verb = first?.option === null ? first.words[0]?.value : null;
  const isVerb = verb === "run" || verb === "watch" || verb === "dev" || verb === "related";
  const kept = without(isVerb ? rest : parsed, ["--reporter", "--outputFile*", "--watch", "-w", "--run", "--ui", "--open", "--changed"]);
  const coverage = lean || selection !== null;
  const reporters = [word("--reporter=default"), word("--reporter=json"), word(`--outputFile.json=${tools.jsonReport}`)];
  if (tools.vitestCoverage !== null) reporters.push(word(`--reporter=${tools.vitestCoverage}`));
  const rules = coverage ? without(kept, ["--coverage*"]) : kept;
  const off = coverage ? [word("--coverage.enabled=false")] : [];
  if (selection === null)
    return [
      word(verb === "related" ? "related" : "run"),
      ...allWords(rules),
      ...verb === "related" ? [word("--run")] : [],
      ...off,
      ...reporters
    ];
  const options10 = optionsOf(without(rules, ["--testNamePattern", "-t"]));
  const pattern = selection.names === null ? null : namePattern(selection.names);
  const filter = pattern === null ? [] : [word(`--testNamePattern=${pattern}`)];
  const start2 = selection.related ? [word("related"), word("--run")] : [word("run")];
  return [...start2, ...options10, ...off, ...reporters, ...filter, ...files(selection)];
}
function tapeWords(command, program3, parsed, selection) {
  if (selection === null) return [...program3, ...allWords(parsed)];
  const [only, ...others] = selection.files;
  const requires = parsed.filter(({ option }) => option === "-r" || option === "--require").flatMap(({ words }) => words);
  const plainStart = command.leanWrappers.length === 0 || command.leanWrappers.every((each) => /(?:^|\/)cross-env$|=/.test(each.value ?? ""));
  const otherOptions = without(parsed, ["-r", "--require", "-i", "--ignore", "--ignore-pattern"]).some(({ option }) => option !== null);
  if (only !== void 0 && others.length === 0 && plainStart && !otherOptions) return [word("node"), ...requires, ...files(selection)];
  return [...program3, ...optionsOf(without(parsed, ["-i", "--ignore", "--ignore-pattern"])), ...files(selection)];
}
function tapArguments(parsed, tools, selection) {
  const kept = without(parsed, ["--reporter", "-R", "--watch", "-w"]);
  const report2 = [word("--reporter=tap")];
  if (selection === null) return [...report2, ...allWords(kept)];
  const coverage = tools.tapMajor >= 18 ? [word("--disable-coverage")] : tools.tapMajor >= 14 ? [word("--no-check-coverage")] : [];
  const options10 = optionsOf(
    without(kept, ["--cov", "--coverage*", "--check-coverage", "--100", "--branches", "--lines", "--functions", "--statements"])
  );
  return [...report2, ...coverage, ...options10, ...files(selection)];
}
function avaArguments(parsed, selection) {
  const kept = without(parsed, ["--watch", "-w"]);
  if (selection === null) return allWords(kept);
  const options10 = optionsOf(selection.names === null ? kept : without(kept, ["--match", "-m"]));
  return [...options10, ...(selection.names ?? []).map((name) => word(`--match=${name}`)), ...files(selection)];
}
function jasmineArguments(parsed, tools, selection) {
  const kept = [word(`--reporter=${tools.jasmineReporter}`), ...allWords(without(parsed, ["--reporter"]))];
  if (selection === null) return kept;
  const options10 = optionsOf(without(parsed, ["--reporter", "--filter", "--filter-path"]));
  return [word(`--reporter=${tools.jasmineReporter}`), ...options10, ...files(selection)];
}
var nodeReports = ["--test-reporter", "--test-reporter-destination"];
var nodeCoverage = ["--experimental-test-coverage", "--test-coverage*"];
function nodeTestWords(program3, parsed, tools, selection) {
  const kept = without(parsed, [...nodeReports, "--watch"]);
  const report2 = nodeReport(tools);
  if (selection === null) return [...program3, ...report2, ...allWords(kept)];
  const single = selection.files.length === 1;
  const dropped = [
    ...nodeCoverage,
    "--test-name-pattern",
    "--test-only",
    "--test-shard",
    ...single ? ["--test", "--test-concurrency", "--test-isolation", "--experimental-test-isolation", "--test-force-exit"] : []
  ];
  return [...program3, ...report2, ...optionsOf(without(kept, dropped)), ...nodeFilter(selection), ...files(selection)];
}
function nodeReport({ nodeReporter }) {
  return nodeReporter === null ? [] : [word(`--test-reporter=${nodeReporter}`)];
}
function nodeFilter(selection) {
  const pattern = selection.names === null ? null : namePattern(selection.names);
  return pattern === null ? [] : [word(`--test-name-pattern=${pattern}`)];
}
function scriptWords(program3, args, tools, selection) {
  if (tools.nodeFile !== "node:test") return [...program3, ...args];
  const parsed = parseArguments(args, optionTables.script);
  const kept = without(parsed, nodeReports);
  const filter = selection === null ? [] : nodeFilter(selection);
  return [...program3, ...nodeReport(tools), ...filter, ...allWords(kept)];
}
function files(selection) {
  return selection.files.map((file) => word(file.startsWith("-") ? `./${file}` : file));
}
function scriptFile(command) {
  if (command.kind !== "script") return null;
  return positionalsOf(parseArguments(command.args, optionTables.script))[0]?.value ?? null;
}
function withNodeOptions(each, options10) {
  if (!/^NODE_OPTIONS=/.test(each.value ?? each.raw.replace(/^["']/, ""))) return each;
  const raw = each.raw + quote(` ${options10}`);
  return { kind: "word", raw, value: each.value === null ? null : `${each.value} ${options10}` };
}

// src/suite/ecosystems/javascript/manifest.ts
import { join as join2 } from "node:path";
var texts = record(string(), string()).catch({});
var manifestSchema = looseObject({
  name: string().optional().catch(void 0),
  version: string().optional().catch(void 0),
  packageManager: string().optional().catch(void 0),
  main: string().optional().catch(void 0),
  exports: unknown().optional(),
  scripts: texts,
  dependencies: texts,
  devDependencies: texts,
  optionalDependencies: texts,
  peerDependencies: texts,
  workspaces: union([array(string()), looseObject({ packages: array(string()) }).transform((value) => value.packages)]).optional().catch(void 0),
  jest: unknown().optional(),
  mocha: unknown().optional()
});
async function readManifest(folder) {
  const text2 = await readText(join2(folder, "package.json"), 4 << 20);
  if (text2 === null) return { kind: "missing" };
  try {
    const parsed = manifestSchema.safeParse(JSON.parse(text2.replace(/^\uFEFF/, "")));
    if (parsed.success) return { kind: "read", manifest: parsed.data };
    return { kind: "broken", reason: "package.json is not an object" };
  } catch (error) {
    return { kind: "broken", reason: `package.json cannot be parsed: ${error instanceof Error ? error.message : String(error)}` };
  }
}
var locks = [
  ["pnpm-lock.yaml", "pnpm"],
  ["yarn.lock", "yarn"],
  ["bun.lock", "bun"],
  ["bun.lockb", "bun"],
  ["package-lock.json", "npm"],
  ["npm-shrinkwrap.json", "npm"]
];
function findManager(manifest, names) {
  const present = locks.filter(([file]) => names.includes(file));
  const declared = /^(npm|pnpm|yarn|bun)@(\d+)?/.exec(manifest.packageManager ?? "");
  const berryFiles = names.includes(".yarnrc.yml");
  if (declared !== null) {
    const manager = declared[1] === "pnpm" || declared[1] === "yarn" || declared[1] === "bun" ? declared[1] : "npm";
    const lock = present.find(([, owner]) => owner === manager)?.[0] ?? null;
    const berry = manager === "yarn" && (berryFiles || Number(declared[2] ?? 1) >= 2);
    return { manager, lock, berry, reason: `package manager ${manager}: "packageManager" in package.json` };
  }
  const [first] = present;
  if (first === void 0) return { manager: "npm", lock: null, berry: false, reason: "package manager npm: no lock file" };
  return {
    manager: first[1],
    lock: first[0],
    berry: first[1] === "yarn" && berryFiles,
    reason: `package manager ${first[1]}: ${first[0]}`
  };
}
function installLine({ manager, lock, berry }) {
  switch (manager) {
    case "pnpm":
      return lock === null ? "pnpm install --no-frozen-lockfile" : "pnpm install --frozen-lockfile";
    case "yarn":
      if (lock === null) return "yarn install";
      return berry ? "yarn install --immutable" : "yarn install --frozen-lockfile --non-interactive";
    case "bun":
      return lock === null ? "bun install" : "bun install --frozen-lockfile";
    default:
      return lock === null ? "npm install --no-audit --no-fund" : "npm ci --no-audit --no-fund";
  }
}
function requiredDependencies(manifest) {
  const all = { ...manifest.dependencies, ...manifest.devDependencies };
  for (const name of Object.keys(manifest.optionalDependencies)) delete all[name];
  return all;
}

// src/suite/ecosystems/javascript/commands.ts
var runnersByName = {
  mocha: "mocha",
  _mocha: "mocha",
  "ts-mocha": "mocha",
  jest: "jest",
  vitest: "vitest",
  tape: "tape",
  tap: "tap",
  ava: "ava",
  jasmine: "jasmine"
};
var measuring = /* @__PURE__ */ new Set(["nyc", "c8", "istanbul"]);
var passing = /* @__PURE__ */ new Set([
  "cross-env",
  "cross-env-shell",
  "env",
  "npx",
  "pnpx",
  "bunx",
  "exec",
  "dotenv",
  "env-cmd",
  "ts-node",
  "time",
  "nice",
  "xvfb-run"
]);
var nodes = /* @__PURE__ */ new Set(["node", "nodejs", "tsx"]);
function nameOf(word2) {
  return (word2?.value ?? "").replace(/^.*\//, "").replace(/\.(?:[cm]?js|cmd)$/, "");
}
function findRunner(command) {
  const start2 = firstProgram(command.words);
  if (start2 === null) return null;
  const wrappers2 = command.words.slice(0, start2.at);
  const program3 = command.words.slice(start2.at, start2.at + start2.length);
  const args = command.words.slice(start2.at + start2.length);
  const leanWrappers = withoutMeasuring(wrappers2);
  return { kind: start2.kind, assignments: command.assignments, wrappers: wrappers2, leanWrappers, program: program3, args, command };
}
function firstProgram(words) {
  let behindWrapper = false;
  for (let at = 0; at < words.length; at += 1) {
    const name = nameOf(words[at]);
    const value = words[at]?.value ?? "";
    const runner = runnersByName[name];
    if (runner !== void 0 && !isOptionValue(words, at)) return { kind: runner, at, length: 1 };
    if (name === "react-scripts" && words[at + 1]?.value === "test") return { kind: "jest", at, length: 2 };
    if (nodes.has(name)) return nodeStart(words, at);
    const isManagerExec = ["pnpm", "yarn", "npm", "bun"].includes(value) && /^(?:exec|dlx|x|run|--)$|^(?:mocha|jest|vitest|tape|tap|ava|jasmine|nyc|c8)$/.test(words[at + 1]?.value ?? "");
    if (measuring.has(name) || passing.has(name) || isManagerExec) behindWrapper = true;
    else if (!behindWrapper) return null;
  }
  return null;
}
function isOptionValue(words, at) {
  return at > 1 && /^(?:-r|--reporter|-R|--require|-p|--package)$/.test(words[at - 1]?.value ?? "") && words.length > at + 1;
}
var nodeOptionsWithValue = /* @__PURE__ */ new Set([
  "-r",
  "--require",
  "--import",
  "--loader",
  "--experimental-loader",
  "-C",
  "--conditions",
  "--env-file",
  "--tsconfig",
  "--env-file-if-exists"
]);
function nodeStart(words, at) {
  for (let next = at + 1; next < words.length; next += 1) {
    const value = words[next]?.value ?? "";
    if (/^(?:-e|--eval|-p|--print|-c|--check|--watch)$/.test(value)) return null;
    if (value === "--test") return { kind: "node:test", at, length: 1 };
    if (nodeOptionsWithValue.has(value)) next += 1;
    else if (!value.startsWith("-")) {
      const inModules = /(?:^|\/)node_modules\//.test(value);
      const runner = inModules ? runnersByName[nameOf(words[next]) === "bin" ? "" : nameOf(words[next])] : void 0;
      if (runner !== void 0) return { kind: runner, at: next, length: 1 };
      if (inModules) return wrappedByNode(words, next);
      return /\.[cm]?[jt]sx?$|^[^*?]+$/.test(value) ? { kind: "script", at, length: 1 } : null;
    }
  }
  return null;
}
function wrappedByNode(words, at) {
  const inner = firstProgram(words.slice(at));
  return inner === null ? null : { ...inner, at: inner.at + at };
}
function withoutMeasuring(wrappers2) {
  const kept = [];
  let skipping = false;
  for (const [index, word2] of wrappers2.entries()) {
    const name = nameOf(word2);
    if (measuring.has(name)) {
      skipping = true;
      if (nodes.has(nameOf(kept.at(-1))) && /\//.test(word2.value ?? "")) kept.pop();
    } else if (skipping && (passing.has(name) || nodes.has(name)) && !isOptionValue([...wrappers2], index)) skipping = false;
    if (!skipping) kept.push(word2);
  }
  return kept;
}
var judges = new Set(
  "eslint standard xo semistandard ts-standard prettier biome oxlint jshint tslint jscs stylelint tsd dtslint attw publint knip depcheck dtsd evalmd ls-engines aud auditjs npm-audit commitlint markdownlint cspell license-checker nsp snyk".split(
    " "
  )
);
function asksRegistry(command) {
  const values = command.words.map((word2) => word2.value ?? "");
  const start2 = values[0] === "npx" ? 1 : 0;
  const name = nameOf(command.words[start2]).replace(/@.*$/, "");
  if (/^(?:aud|auditjs|npm-audit|snyk|nsp|audit-ci|better-npm-audit|improved-yarn-audit)$/.test(name)) return true;
  return /^(?:npm|pnpm|yarn)$/.test(name) && (values[start2 + 1] === "audit" || values[start2 + 1] === "npm" && values[start2 + 2] === "audit");
}
function isJudge(command) {
  const values = command.words.map((word2) => word2.value ?? "");
  const start2 = values[0] === "npx" || values[0] === "pnpm" || values[0] === "yarn" ? 1 : 0;
  const name = nameOf(command.words[start2]);
  if (judges.has(name)) return true;
  if ((name === "tsc" || name === "vue-tsc") && values.includes("--noEmit")) return true;
  if (values[0] === "npm" && values[1] === "audit") return true;
  return (values[0] === "npm" || values[0] === "yarn" || values[0] === "pnpm") && /^(?:lint|eslint|standard|check-types|typecheck|format)(?::|$)/.test(values[start2 === 1 ? 1 : 2] ?? "");
}

// src/suite/ecosystems/javascript/scripts.ts
var maxDepth = 8;
var maxLength = 2e4;
function expandScripts(line, scripts2) {
  const text2 = expandLine(line, scripts2, []);
  return text2 === null || text2.length > maxLength ? null : splitShell(text2);
}
function expandLine(line, scripts2, stack) {
  const pieces = splitShell(line);
  if (pieces === null || stack.length > maxDepth) return null;
  return pieces.map((piece) => piece.kind === "glue" ? piece.raw : expandCommand(piece, scripts2, stack) ?? piece.raw).join("");
}
function expandCommand(command, scripts2, stack) {
  const call = scriptCall(command, scripts2);
  if (call === null) return expandBehindWrapper(command, scripts2, stack);
  const bodies = call.names.map((name) => scriptBody(name, call.args, scripts2, stack));
  if (bodies.some((body) => body === null)) return null;
  const exports = command.assignments.map((assignment) => `export ${assignment.raw} && `).join("");
  const redirections = command.redirections.map((redirection) => ` ${redirection.raw}`).join("");
  return `( ${exports}${bodies.join(" && ")} )${redirections}`;
}
var wrappers = /^(?:npx|nyc|c8|cross-env|env|dotenv|time|nice)$/;
function expandBehindWrapper(command, scripts2, stack) {
  if (!wrappers.test(command.words[0]?.value ?? "")) return null;
  const at = command.words.findIndex(({ value }, index) => index > 0 && /^(?:npm|pnpm|yarn)$/.test(value ?? ""));
  if (at < 0) return null;
  const call = scriptCall({ ...command, assignments: [], redirections: [], words: command.words.slice(at) }, scripts2);
  const [name] = call?.names ?? [];
  if (call === null || name === void 0 || call.names.length !== 1) return null;
  if (scripts2[`pre${name}`] !== void 0 || scripts2[`post${name}`] !== void 0) return null;
  const body = scriptBody(name, call.args, scripts2, stack);
  const [only, ...others] = body === null ? [] : splitShell(body) ?? [];
  if (only?.kind !== "command" || others.length > 0 || only.assignments.length > 0) return null;
  const before = [...command.assignments, ...command.words.slice(0, at)].map((token) => token.raw);
  return [...before, only.raw, ...command.redirections.map((token) => token.raw)].join(" ");
}
function scriptBody(name, args, scripts2, stack) {
  const body = scripts2[name];
  if (body === void 0 || stack.includes(name)) return null;
  const parts = [scripts2[`pre${name}`], [body, ...args].join(" "), scripts2[`post${name}`]].filter((part) => part !== void 0);
  const expanded = parts.map((part) => expandLine(part, scripts2, [...stack, name]));
  return expanded.some((part) => part === null) ? null : expanded.map((part) => group(part ?? "")).join(" && ");
}
function group(text2) {
  return /[;&\n]|\|\|/.test(text2.replaceAll("&&", "")) ? `( ${text2} )` : text2;
}
function scriptCall(command, scripts2) {
  const [program3, ...rest] = command.words.map((word2) => word2.value);
  const raws = command.words.slice(1).map((word2) => word2.raw);
  if (program3 === "npm" || program3 === "pnpm" || program3 === "yarn" || program3 === "bun") return managerCall(program3, rest, raws, scripts2);
  if (program3 === "node" && rest[0] === "--run") return named(rest[1], raws.slice(2), scripts2);
  if (program3 === "run-s" || program3 === "run-p" || program3 === "npm-run-all") return patternCall(rest, scripts2);
  return null;
}
function managerCall(program3, rest, raws, scripts2) {
  const quiet = (at2) => rest[at2] === "-s" || rest[at2] === "--silent" || rest[at2] === "--if-present";
  let at = 0;
  while (quiet(at)) at += 1;
  const verb = rest[at];
  if (verb === void 0 || verb === null) return null;
  const runs = verb === "run" || program3 === "npm" && ["run-script", "rum", "urn"].includes(verb);
  const isTest2 = program3 !== "bun" && (verb === "test" || program3 !== "yarn" && (verb === "t" || verb === "tst"));
  const isShort = (program3 === "pnpm" || program3 === "yarn") && scripts2[verb] !== void 0;
  if (!runs && !isTest2 && !isShort) return null;
  at += 1;
  while (quiet(at)) at += 1;
  const name = runs ? rest[at] : isTest2 ? "test" : verb;
  const args = raws.slice(runs ? at + 1 : at).filter((raw) => raw !== "--silent" && raw !== "-s");
  const given = program3 === "npm" ? args[0] === "--" ? args.slice(1) : args.length === 0 ? [] : null : args[0] === "--" ? args.slice(1) : args;
  if (given === null) return null;
  if (name?.startsWith("-") === true || program3 !== "npm" && args[0] !== "--" && given.some((arg) => /^(?:-r|-w|-F|--filter|--recursive|--workspace)/.test(arg)))
    return null;
  return named(name, given, scripts2);
}
function named(name, args, scripts2) {
  return typeof name === "string" && scripts2[name] !== void 0 ? { names: [name], args } : null;
}
function patternCall(words, scripts2) {
  const names = [];
  for (const text2 of words) {
    if (text2 === null || /\s/.test(text2) || text2 === "--") return null;
    if (/^(?:-[nslp]|--silent|--print-name|--print-label|--serial|--sequential|--parallel)$/.test(text2)) continue;
    if (text2.startsWith("-")) return null;
    const matches = Object.keys(scripts2).filter((name) => matchesPattern(name, text2));
    if (matches.length === 0) return null;
    names.push(...matches);
  }
  return names.length === 0 ? null : { names, args: [] };
}
function matchesPattern(name, pattern) {
  const source2 = pattern.replace(/[.+^${}()|[\]\\?]/g, "\\$&").replace(/\*\*|\*/g, (stars) => stars === "**" ? ".*" : "[^:]*");
  return new RegExp(`^${source2}$`).test(name);
}

// src/suite/ecosystems/javascript/test-line.ts
function readTestLine(command, scripts2) {
  const pieces = expandScripts(command, scripts2);
  if (pieces === null) return null;
  const runners2 = /* @__PURE__ */ new Map();
  for (const [index, piece] of pieces.entries()) {
    const runner = piece.kind === "command" ? findRunner(piece) : null;
    if (runner !== null) runners2.set(index, runner);
  }
  if ([...runners2.values()].some(({ kind }) => kind !== "script")) {
    for (const [index, { kind, command: own }] of runners2)
      if (kind === "script" && !/\btests?\b|\bspec\b/.test(own.raw)) runners2.delete(index);
  }
  return { pieces, runners: runners2 };
}
function renderWhole(line, rendering) {
  return line.pieces.map((piece, index) => {
    if (piece.kind === "glue") return piece.raw;
    const runner = line.runners.get(index);
    if (runner === void 0) return asksRegistry(piece) ? "true" : renderOther(piece, rendering);
    const text2 = instrument(ownOptions(runner, rendering), rendering.instruments(index), null, rendering.lean);
    const next = line.pieces[index + 1];
    const isPiped = next?.kind === "glue" && /^\s*\|(?!\|)/.test(next.raw);
    return isPiped && runner.kind !== "jest" && runner.kind !== "vitest" ? `${text2} | tee ${quote(rendering.tapFile(index))}` : text2;
  }).join("");
}
function renderSelected(line, selections, rendering) {
  const last = Math.max(...selections.keys());
  const parts = [];
  for (const [index, piece] of line.pieces.entries()) {
    if (index > last) break;
    if (piece.kind === "glue") {
      if (/[|&]/.test(piece.raw.replaceAll("&&", ""))) return null;
      continue;
    }
    if (/^(?:cd|pushd|popd|\.|source)$/.test(piece.words[0]?.value ?? "")) return null;
    const runner = line.runners.get(index);
    const selection = selections.get(index);
    if (runner === void 0) {
      if (!isJudge(piece) && !asksRegistry(piece)) parts.push(renderOther(piece, rendering));
    } else if (selection !== void 0)
      parts.push(instrument(ownOptions(runner, rendering), rendering.instruments(index), selection === "whole" ? null : selection, true));
  }
  return parts.length === 0 ? null : parts.join(" && ");
}
function renderOther(command, { nodeOptions }) {
  const words = [...command.assignments, ...command.words];
  const changed = words.map((each) => withNodeOptions(each, nodeOptions));
  if (changed.every((each, index) => each === words[index])) return command.raw;
  return renderCommand({ assignments: [], words: changed, redirections: command.redirections });
}
function ownOptions(runner, { nodeOptions }) {
  const change = (words) => words.map((each) => withNodeOptions(each, nodeOptions));
  return {
    ...runner,
    assignments: change(runner.assignments),
    wrappers: change(runner.wrappers),
    leanWrappers: change(runner.leanWrappers)
  };
}

// src/suite/ecosystems/javascript/conclude-events.ts
async function concludeEvents(plan, ended, events) {
  const reading = await readManifest(ended.place.cwd);
  const line = readTestLine(plan.testCommand, reading.kind === "read" ? reading.manifest.scripts ?? {} : {});
  const scripts2 = [...line?.runners.values() ?? []].flatMap((runner) => {
    const file = scriptFile(runner);
    return file === null ? [] : [posix2.normalize(posix2.join(plan.directory, /\.[cm]?[jt]sx?$/.test(file) ? file : `${file}.js`))];
  });
  const nothing = { json: [], output: "", tap: [], expectsTap: false, soleFile: null };
  return assemble({ ...ended, ...nothing, events: parseEvents(events), scripts: scripts2 });
}

// src/suite/ecosystems/javascript/detect.ts
import { join as join7, posix as posix7 } from "node:path";

// src/suite/ecosystems/javascript/build-need.ts
import { join as join4, posix as posix4 } from "node:path";

// src/suite/ecosystems/javascript/imports.ts
import { stat as stat2 } from "node:fs/promises";
import { dirname, join as join3, posix as posix3, relative } from "node:path";
var specifiers = /(?:\brequire(?:\.resolve)?\s*\(\s*|\bfrom\s*|\bimport\s*\(?\s*|\bproxyquire\s*\(\s*|\.mock\s*\(\s*)(["'`])([^"'`\n]{1,300})\1/g;
var extensions = [
  "",
  ".js",
  ".ts",
  ".mjs",
  ".cjs",
  ".json",
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
var sourceOf = {
  ".js": [".ts", ".tsx"],
  ".mjs": [".mts"],
  ".cjs": [".cts"],
  ".jsx": [".tsx"]
};
var maxFiles = 5e3;
function importsIn(source2) {
  return [...source2.matchAll(specifiers)].map((match) => match[2] ?? "");
}
var ImportGraph = class {
  #root;
  #own;
  #known = /* @__PURE__ */ new Map();
  #kinds = /* @__PURE__ */ new Map();
  /** `folder` is the package's folder: a file may import the package by its own name. */
  constructor(root, folder) {
    this.#root = root;
    this.#own = ownPackage(root, folder);
  }
  /** All files of the repository that `file` reaches, itself included; stops at 5,000 files. */
  async reach(file) {
    const seen = /* @__PURE__ */ new Set([file]);
    for (const each of seen) {
      if (seen.size > maxFiles) break;
      for (const next of (await this.#read(each)).files) seen.add(next);
    }
    return seen;
  }
  /** Names of the packages that `file` and what it reaches import, `node:` ones included. */
  async packages(file) {
    const found = /* @__PURE__ */ new Set();
    for (const each of await this.reach(file)) for (const name of (await this.#read(each)).packages) found.add(name);
    return found;
  }
  /** What `file` itself imports: files of the repository, and what looks like one and is not there. */
  imports(file) {
    return this.#read(file);
  }
  #read(file) {
    const known = this.#known.get(file);
    if (known !== void 0) return known;
    const reading = this.#scan(file);
    this.#known.set(file, reading);
    return reading;
  }
  async #scan(file) {
    const files2 = [];
    const missing = [];
    const packages = [];
    const source2 = await readText(join3(this.#root, file), 2 << 20) ?? "";
    const own = await this.#own;
    for (const specifier of new Set(importsIn(source2))) {
      const isRelative = specifier.startsWith(".") || specifier.startsWith("/");
      const isOwn = own.name !== null && (specifier === own.name || specifier.startsWith(`${own.name}/`));
      const target = isRelative ? posix3.join(dirname(file), specifier) : isOwn ? posix3.join(own.main, specifier.slice(own.name.length)) : null;
      const resolved = target === null ? null : await this.#resolve(target);
      if (resolved !== null) files2.push(resolved);
      else if (target !== null && !target.startsWith("..")) missing.push(posix3.normalize(target));
      if (resolved === null && !isRelative) packages.push(specifier);
    }
    return { files: files2, packages, missing };
  }
  async #resolve(target) {
    const path2 = posix3.normalize(target).replace(/\/$/, "");
    if (path2.startsWith("..") || path2.includes("node_modules/")) return null;
    for (const extension of extensions) if (await this.#isFile(path2 + extension)) return path2 + extension;
    const written = posix3.extname(path2);
    for (const extension of sourceOf[written] ?? []) {
      const source2 = path2.slice(0, -written.length) + extension;
      if (await this.#isFile(source2)) return source2;
    }
    return this.#folderMain(path2);
  }
  /** The file that importing a folder with a package.json means. */
  async #folderMain(path2) {
    const reading = await readManifest(join3(this.#root, path2));
    const main = reading.kind === "read" ? reading.manifest.main : void 0;
    if (main === void 0) return null;
    const target = posix3.join(path2, main);
    for (const extension of extensions) if (await this.#isFile(target + extension)) return posix3.normalize(target + extension);
    return null;
  }
  #isFile(path2) {
    const known = this.#kinds.get(path2);
    if (known !== void 0) return known;
    const asking = stat2(join3(this.#root, path2)).then(
      (found) => found.isFile(),
      () => false
    );
    this.#kinds.set(path2, asking);
    return asking;
  }
};
async function ownPackage(root, folder) {
  const reading = await readManifest(folder);
  const main = relative(root, folder) || ".";
  return { name: reading.kind === "read" ? reading.manifest.name ?? null : null, main };
}
var skipped = /* @__PURE__ */ new Set(["node_modules", ".git", "dist", "build", "coverage", ".nyc_output", "vendor"]);
async function listFiles(root, folder, wanted) {
  const found = [];
  const folders = [folder];
  for (const each of folders) {
    if (found.length >= maxFiles || folders.length > maxFiles) break;
    for (const name of await namesIn(join3(root, each))) {
      if (skipped.has(name)) continue;
      const path2 = posix3.join(each, name);
      if (/\.[cm]?[jt]sx?$/.test(name)) {
        if (wanted(path2)) found.push(path2);
      } else if (!name.includes(".")) folders.push(path2);
    }
  }
  return found.sort();
}

// src/suite/ecosystems/javascript/build-need.ts
var lookedAt = 30;
async function loadsBuilt(root, directory) {
  const ignored = await ignoredFolders(root, directory);
  const graph = new ImportGraph(root, join4(root, directory));
  for (const file of (await listFiles(root, directory, isTestFile)).slice(0, lookedAt)) {
    const { files: files2, missing } = await graph.imports(file);
    const output = [...missing, ...files2].find((path2) => isOutput(path2, directory, ignored));
    if (output !== void 0) return { file, output };
  }
  return null;
}
async function isBuilt(root, directory, manifest) {
  const ignored = await ignoredFolders(root, directory);
  const entries = [manifest.main, ...texts2(manifest.exports)].filter((entry) => entry !== void 0);
  return entries.some((entry) => isOutput(posix4.join(directory, entry), directory, ignored));
}
function texts2(value) {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(texts2) : [];
}
function isOutput(path2, directory, ignored) {
  const [first] = posix4.relative(directory, path2).split("/");
  return first !== void 0 && ignored.has(first);
}
async function ignoredFolders(root, directory) {
  const files2 = [.../* @__PURE__ */ new Set(["", directory])].map((folder) => join4(root, folder, ".gitignore"));
  const found = await Promise.all(files2.map((file) => readText(file, 1 << 20)));
  const names = found.flatMap((text2) => (text2 ?? "").split("\n")).map((line) => /^(?:\*\*)?\/?([\w.-]+)(?:\/(?:\*\*?)?)?\s*$/.exec(line)?.[1]);
  return new Set(names.flatMap((name) => name === void 0 || name === "node_modules" ? [] : [name]));
}

// src/suite/ecosystems/javascript/ci-choice.ts
var runners = "vitest|jest|mocha|ava|tape|tap|jasmine|c8|nyc|uvu|karma";
var tests = new RegExp(
  `^(?:npx |pnpm |yarn |bunx? )?(?:${runners})\\b|^(?:npm|pnpm|yarn|bun)\\b.*\\s(?:t|tst|test\\b\\S*|unit\\b\\S*)(?:\\s|$)|^(?:npx |pnpm |yarn )?(?:turbo|nx|lerna)\\b.*\\btest\\b|^node\\b.*\\s--test\\b`
);
var otherwise = /\b(?:e2e|browser|integration|playwright|cypress|types?|lint|smoke|perf|bench|watch|update|publish|install|codecov)\b/i;
var builds = /^(?:npm|pnpm|yarn|bun)\s+(?:run\s+|-r\s+|--recursive\s+|-w\s+)*(?:build|compile|generate|codegen|prepare|tsc)\b|^(?:npx |pnpm |yarn )?(?:turbo|nx|lerna)\b.*\bbuild\b|^(?:npx |pnpm |yarn )?tsc\b(?!.*--noEmit)/;
var checks = /(?:^|[-_/.])(?:ci|tests?|checks?|build|node(?:js)?|main|pr|pull|continuous-integration)\b/i;
var deploys = /deploy|release|publish|docs|nightly|bench/i;
function ciTestCommand(commands, directory) {
  const own = commands.filter((each) => each.directory === directory && tests.test(each.command));
  const failed = own.filter((each) => each.failed);
  if (failed.length > 0) return failed.at(-1) ?? null;
  const plain2 = own.filter(({ command }) => !otherwise.test(command));
  return plain2.find(({ file }) => checks.test(file) && !deploys.test(file)) ?? plain2.find(({ file }) => !deploys.test(file)) ?? plain2[0] ?? null;
}
var testCall = /(?:^|\s)(?:npm|pnpm|yarn|bun)\s+(?:run\s+|run-script\s+|-s\s+|--silent\s+)*(?:t|tst|test)(?:\s|$)/;
var scriptCall2 = /^(?:npm|pnpm|yarn|bun)\s+(?:run\s+|run-script\s+)?(\S+)/;
function ciRunsTestScript(commands, directory, scripts2) {
  const isCall = (command) => testCall.test(command);
  return commands.some(
    ({ command, directory: own }) => own === directory && (isCall(command) || isCall(scripts2[scriptCall2.exec(command)?.[1] ?? ""] ?? ""))
  );
}
function ciBuildCommand(commands, test) {
  const before = commands.filter(
    (each) => each.file === test.file && each.job === test.job && each.position < test.position && each.directory === test.directory && builds.test(each.command)
  );
  return before.at(-1) ?? null;
}

// src/suite/ecosystems/javascript/recognise.ts
import { join as join5, posix as posix5 } from "node:path";
var fanOut = [
  /^(?:npx |pnpm |yarn |bunx )?turbo (?:run )?.*\btest/,
  /^(?:npx |pnpm |yarn )?nx (?:run-many|affected|run)\b.*\btest/,
  /^(?:npx |pnpm |yarn )?(?:lerna|wsrun|ultra)\b.*\btest/,
  /^npm\b(?=.*\s(?:-ws|--workspaces?|-w)(?:[\s=]|$)).*\s(?:t|tst|test\S*)(?:\s|$)/,
  /^pnpm\b(?=.*\s(?:-r|--recursive|-F|--filter)(?:[\s=]|$)).*\s(?:t|test\S*)(?:\s|$)/,
  /^yarn (?:workspaces? )\S*.*\btest/,
  /^bun\b(?=.*\s--filter[\s=]).*\stest/
];
var inBrowsers = /(?:^|[\s/])(karma|playwright|cypress|wdio|web-test-runner|wtr|testcafe|nightwatch|storybook|test-storybook|ng)(?:\s|$)/;
async function recognise(root, directory, manifest, command) {
  const line = readTestLine(command, manifest.scripts);
  const leftOut = (line?.pieces ?? []).flatMap((piece) => piece.kind === "command" && asksRegistry(piece) ? [piece.raw] : []);
  return { ...await runnerOf(root, directory, line, command), leftOut };
}
async function runnerOf(root, directory, line, command) {
  const texts3 = line === null ? [command] : line.pieces.flatMap((piece) => piece.kind === "command" ? [piece.raw] : []);
  const spread = texts3.find((text2) => fanOut.some((pattern) => pattern.test(text2)));
  if (spread !== void 0) return { runner: "workspaces", reason: `runner: those of the workspace's packages, started by \`${spread}\`` };
  if (line === null)
    return {
      runner: "other",
      reason: "runner: not known from the line, which is more than simple commands; reports are asked of whatever it starts"
    };
  const [first] = [...line.runners.values()].filter(({ kind }) => kind !== "script");
  if (first !== void 0 && first.kind !== "script")
    return { runner: first.kind, reason: `runner ${first.kind}: \`${first.command.raw}\`` };
  const own = await byImports(root, directory, line);
  if (own !== null) return own;
  const browser = texts3.map((text2) => inBrowsers.exec(text2)?.[1]).find((name) => name !== void 0);
  if (browser !== void 0)
    return {
      runner: "other",
      reason: `runner ${browser}: it drives a browser or an application and is left to its own command; results by exit code and text`
    };
  return { runner: "other", reason: "runner: none that is known; results by exit code and text, and reports of whatever it starts" };
}
async function byImports(root, directory, line) {
  const graph = new ImportGraph(root, join5(root, directory));
  for (const script of line.runners.values()) {
    const file = scriptFile(script);
    if (file === null) continue;
    const packages = await graph.packages(posix5.normalize(posix5.join(directory, /\.[cm]?[jt]sx?$/.test(file) ? file : `${file}.js`)));
    for (const name of ["node:test", "tape", "tap"])
      if (packages.has(name)) return { runner: name, reason: `runner ${name}: ${file} uses it` };
  }
  return null;
}

// src/suite/ecosystems/javascript/workspaces.ts
var import_picomatch = __toESM(require_picomatch(), 1);
var import_yaml = __toESM(require_dist(), 1);
import { join as join6, posix as posix6 } from "node:path";
var maxPackages = 1e3;
var maxFolders = 2e4;
var maxDepth2 = 5;
var packagesSchema = looseObject({ packages: array(string()) });
async function workspacePackages(root, directory, manifest) {
  const patterns = await patternsOf(join6(root, directory), manifest);
  if (patterns.length === 0) return [];
  const tidy = patterns.map((pattern) => pattern.replace(/^(!?)\.\//, "$1").replace(/\/$/, ""));
  const isWanted = (0, import_picomatch.default)(
    tidy.filter((pattern) => !pattern.startsWith("!")),
    { ignore: tidy.flatMap((pattern) => pattern.startsWith("!") ? [pattern.slice(1)] : []) }
  );
  const found = [];
  for (const folder of await foldersBelow(join6(root, directory), tidy)) {
    if (found.length >= maxPackages || !isWanted(folder)) continue;
    const reading = await readManifest(join6(root, directory, folder));
    if (reading.kind === "read") found.push({ directory: posix6.join(directory, folder), manifest: reading.manifest });
  }
  return found.sort((a, b) => a.directory.localeCompare(b.directory));
}
async function patternsOf(folder, manifest) {
  if (manifest.workspaces !== void 0) return manifest.workspaces;
  for (const file of ["pnpm-workspace.yaml", "lerna.json"]) {
    const text2 = await readText(join6(folder, file), 1 << 20);
    if (text2 === null) continue;
    try {
      const parsed = packagesSchema.safeParse((0, import_yaml.parse)(text2, { maxAliasCount: 100, logLevel: "silent" }));
      if (parsed.success) return parsed.data.packages;
    } catch {
    }
  }
  return [];
}
async function foldersBelow(folder, patterns) {
  const starts = patterns.filter((pattern) => !pattern.startsWith("!")).map((pattern) => pattern.split("/"));
  const canMatch = (path2) => starts.some((start2) => start2.includes("**") || start2.length >= path2.length) && starts.some(
    (start2) => path2.every((name, at) => start2.slice(0, at + 1).includes("**") || start2[at] !== void 0 && import_picomatch.default.isMatch(name, start2[at]))
  );
  const found = [];
  let level = [[]];
  for (let depth = 0; depth < maxDepth2 && level.length > 0 && found.length < maxFolders; depth += 1) {
    const next = await Promise.all(
      level.map(
        async (path2) => (await namesIn(join6(folder, ...path2))).filter((name) => name !== "node_modules" && !name.startsWith(".") && !/\.\w{1,5}$/.test(name)).map((name) => [...path2, name]).filter(canMatch)
      )
    );
    level = next.flat();
    found.push(...level.map((path2) => path2.join("/")));
  }
  return found;
}
function siblingsOf(manifest, packages) {
  const wanted = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.peerDependencies, ...manifest.optionalDependencies };
  return packages.filter(({ manifest: { name } }) => name !== void 0 && name !== manifest.name && wanted[name] !== void 0);
}

// src/suite/ecosystems/javascript/detect.ts
async function detect(request) {
  const { root, directory, names, testCommand } = request;
  const reading = await readManifest(join7(root, directory));
  if (reading.kind === "broken") return { kind: "broken", reason: `${posix7.join(directory, "package.json")}: ${reading.reason}.` };
  if (reading.kind === "missing") return { kind: "foreign" };
  const { manifest } = reading;
  const manager = await managerFor(root, directory, manifest, names);
  const packages = await workspacePackages(root, directory, manifest);
  const found = testCommand === null ? await findCommand(request, manifest, manager.manager, packages.length > 0) : { command: testCommand, reason: "test command: as given" };
  const setup = setupOf(request, manifest, manager);
  if ("looked" in found) return ofPackages(request, manager, packages, found.looked, setup);
  const recognised = await recognise(root, directory, manifest, found.command);
  const built = testCommand === null && recognised.runner !== "workspaces" ? await withBuild(request, manifest, manager, found.command) : null;
  const parts = recognised.runner === "workspaces" ? await partsOf(request, manager, packages) : [];
  const plan = {
    ecosystem: "javascript",
    directory,
    packageManager: manager.manager,
    runner: recognised.runner,
    testCommand: built?.command ?? found.command,
    setupCommand: setup.command,
    reasons: [
      manager.reason,
      found.reason,
      ...built === null ? [] : [built.reason],
      recognised.reason,
      ...recognised.leftOut.map((each) => `left out: \`${each}\` asks a registry, which tests cannot reach`),
      setup.reason
    ],
    ...parts.length === 0 ? {} : { parts }
  };
  return { kind: "plan", plan };
}
function setupOf({ setupCommand }, manifest, manager) {
  if (setupCommand !== null) return { command: setupCommand, reason: "setup command: as given" };
  const nothing = Object.keys(requiredDependencies(manifest)).length === 0 && manager.lock === null && manifest.workspaces === void 0;
  if (nothing) return { command: null, reason: "nothing to install: no dependencies" };
  const command = installLine(manager);
  return { command, reason: `setup command: ${command}` };
}
async function ofPackages(request, manager, packages, looked, setup) {
  const parts = await partsOf(request, manager, packages);
  if (parts.length === 0) return { kind: "untested", looked, hint: null };
  const where = parts.map((part) => part.directory).join(", ");
  const plan = {
    ecosystem: "javascript",
    directory: request.directory,
    packageManager: manager.manager,
    runner: "several",
    testCommand: parts.map((part) => `(cd ${part.directory} && ${part.testCommand})`).join(" && "),
    setupCommand: setup.command,
    reasons: [
      manager.reason,
      `test command: none in the root, so that of each package of the workspace (${where})`,
      setup.reason,
      ...parts.flatMap((part) => part.reasons)
    ],
    parts
  };
  return { kind: "plan", plan };
}
async function partsOf(request, manager, packages) {
  const parts = [];
  for (const { directory, manifest } of packages) {
    const names = await namesIn(join7(request.root, directory));
    const found = await findCommand({ ...request, directory, names, testCommand: null }, manifest, manager.manager);
    if ("looked" in found) continue;
    const recognised = await recognise(request.root, directory, manifest, found.command);
    const built = await withSiblings(request.root, manifest, packages, found.command);
    parts.push({
      ecosystem: "javascript",
      directory,
      packageManager: manager.manager,
      runner: recognised.runner,
      testCommand: built ?? found.command,
      setupCommand: null,
      reasons: [`${directory}: ${found.reason}, ${recognised.reason}`]
    });
  }
  return parts;
}
async function withSiblings(root, manifest, packages, command) {
  const order = [];
  const visit = (own2, above) => {
    for (const sibling of siblingsOf(own2, packages)) {
      if (order.includes(sibling) || above.includes(sibling.manifest)) continue;
      visit(sibling.manifest, [...above, own2]);
      if (!order.includes(sibling)) order.push(sibling);
    }
  };
  visit(manifest, []);
  const own = packages.find((each) => each.manifest === manifest);
  const builds2 = [];
  for (const { directory, manifest: sibling } of order) {
    if (own === void 0 || sibling.scripts.build === void 0 || !await isBuilt(root, directory, sibling)) continue;
    builds2.push(`npm --prefix ${posix7.relative(own.directory, directory)} run build`);
  }
  return builds2.length === 0 ? null : [...builds2, command].join(" && ");
}
async function withBuild(request, manifest, manager, command) {
  const { root, directory, ci } = request;
  const before = manifest.scripts.pretest ?? "";
  if (/\b(?:build|compile|prepare|tsc|tshy)\b/.test(`${before} ${manifest.scripts.test ?? ""}`)) return null;
  const test = ciTestCommand(ci, directory);
  const inCi = test === null ? null : ciBuildCommand(ci, test);
  const build = inCi?.command ?? (manifest.scripts.build === void 0 ? null : `${manager.manager} run build`);
  if (build === null) return null;
  const loaded = await loadsBuilt(root, directory);
  if (loaded === null) return null;
  const source2 = inCi === null ? 'script "build" in package.json' : inCi.file;
  return { command: `${build} && ${command}`, reason: `built before each run (${source2}): ${loaded.file} loads ${loaded.output}` };
}
var isPlaceholder = (script) => /Error: no test specified/.test(script) || script.trim() === "";
async function findCommand({ root, directory, names, ci }, manifest, manager, hasPackages = false) {
  const { scripts: scripts2 } = manifest;
  const test = scripts2.test;
  const run = (name) => name === "test" ? manager === "bun" ? "bun run test" : `${manager} test` : `${manager} run ${name}`;
  const inCi = ciTestCommand(ci, directory);
  if (inCi?.failed === true) return fromCi(inCi, `the step that failed in job ${inCi.job} of ${inCi.file}`);
  if (test !== void 0 && !isPlaceholder(test)) {
    const isUsed = ciRunsTestScript(ci, directory, scripts2);
    const isKnown = async (command) => (await recognise(root, directory, manifest, command)).runner !== "other";
    if (!isUsed && inCi !== null && (await isKnown(inCi.command) || !await isKnown(run("test"))))
      return fromCi(inCi, `job ${inCi.job} of ${inCi.file}, where script "test" is not run`);
    return { command: run("test"), reason: `test command: script "test" in package.json${isUsed ? ", which CI runs too" : ""}` };
  }
  if (inCi !== null && !/\b(?:npm|pnpm|yarn|bun)\s+(?:t|tst|test)(?:\s|$)/.test(inCi.command))
    return fromCi(inCi, `job ${inCi.job} of ${inCi.file}`);
  for (const name of ["test:unit", "unit", "tests", "test:ci", "test:node", "mocha", "jest", "vitest", "tape"]) {
    const script = scripts2[name];
    if (script !== void 0 && !isPlaceholder(script))
      return { command: run(name), reason: `test command: script "${name}" in package.json` };
  }
  const configured2 = await byConfiguration(root, directory, manifest, names, hasPackages);
  const saw = test === void 0 ? 'script "test" in package.json (there is none)' : `script "test" in package.json (npm's default, which runs nothing)`;
  return configured2 ?? {
    looked: [
      saw,
      'scripts such as "test:unit"',
      "commands of .github/workflows",
      "configuration and dependencies of jest, vitest, mocha and others",
      "test files that use node:test"
    ]
  };
}
function fromCi({ command }, source2) {
  return { command, reason: `test command: ${source2}` };
}
async function byConfiguration(root, directory, manifest, names, hasPackages) {
  const config = (pattern) => names.find((name) => pattern.test(name)) ?? null;
  const dependencies = { ...manifest.dependencies, ...manifest.devDependencies };
  const jest = config(/^jest\.config\.\w+$/) ?? (manifest.jest === void 0 ? null : '"jest" in package.json');
  if (jest !== null) return { command: "npx jest", reason: `test command: ${jest}` };
  const vitest = config(/^vitest\.(?:config|workspace)\.\w+$/);
  if (vitest !== null) return { command: "npx vitest run", reason: `test command: ${vitest}` };
  const mocha = config(/^\.mocharc\.\w+$/) ?? (manifest.mocha === void 0 ? null : '"mocha" in package.json');
  if (mocha !== null) return { command: "npx mocha", reason: `test command: ${mocha}` };
  const files2 = hasPackages ? [] : await listFiles(root, directory, isTestFile);
  if (files2.length === 0) return null;
  for (const [name, command] of [
    ["vitest", "npx vitest run"],
    ["jest", "npx jest"],
    ["mocha", "npx mocha"],
    ["ava", "npx ava"],
    ["tap", "npx tap"],
    ["jasmine", "npx jasmine"]
  ]) {
    if (dependencies[name] !== void 0) return { command, reason: `test command: ${name} is a dependency and there are test files` };
  }
  const graph = new ImportGraph(root, join7(root, directory));
  for (const file of files2.slice(0, 20)) {
    if ((await graph.packages(file)).has("node:test")) return { command: "node --test", reason: `test command: ${file} uses node:test` };
  }
  return null;
}
async function managerFor(root, directory, manifest, names) {
  const own = findManager(manifest, names);
  if (own.lock !== null || directory === "" || manifest.packageManager !== void 0) return own;
  const parent = await readManifest(root);
  const above = parent.kind === "read" ? findManager(parent.manifest, await namesIn(root)) : null;
  return above === null || above.lock === null ? own : { ...above, reason: `${above.reason} in the root` };
}

// src/suite/ecosystems/javascript/installed.ts
import { join as join8 } from "node:path";
var lockSchema = object({
  packages: record(
    string(),
    object({ version: string().optional(), optional: boolean().optional(), link: boolean().optional() })
  )
});
async function alreadyInstalled(cwd, command) {
  const reading = await readManifest(cwd);
  if (reading.kind !== "read") return null;
  const found = findManager(reading.manifest, await namesIn(cwd));
  if (command !== installLine(found)) return null;
  const modules = join8(cwd, "node_modules");
  if (!await exists(modules)) return null;
  if (found.manager === "npm" && found.lock !== null)
    return await matchesLock(cwd, found.lock) ? `node_modules is there and fits ${found.lock}` : null;
  if (found.manager === "pnpm" && found.lock !== null)
    return await sameText(join8(cwd, found.lock), join8(modules, ".pnpm", "lock.yaml")) ? "node_modules is there and fits pnpm-lock.yaml" : null;
  return await hasDependencies(modules, reading.manifest) ? "node_modules is there with every dependency" : null;
}
async function matchesLock(cwd, lock) {
  const wanted = await readLock(join8(cwd, lock));
  const present = await readLock(join8(cwd, "node_modules", ".package-lock.json"));
  if (wanted === null || present === null) return false;
  return Object.entries(wanted).every(
    ([path2, { version, optional, link }]) => path2 === "" || optional === true || link === true || !path2.includes("node_modules/") || present[path2]?.version === version
  );
}
async function readLock(file) {
  const text2 = await readText(file, 64 << 20);
  if (text2 === null) return null;
  try {
    const parsed = lockSchema.safeParse(JSON.parse(text2));
    return parsed.success ? parsed.data.packages : null;
  } catch {
    return null;
  }
}
async function sameText(first, second) {
  const [a, b] = await Promise.all([readText(first, 64 << 20), readText(second, 64 << 20)]);
  return a !== null && a === b;
}
async function hasDependencies(modules, manifest) {
  for (const [name, wanted] of Object.entries(requiredDependencies(manifest))) {
    const reading = await readManifest(join8(modules, name));
    if (reading.kind !== "read") return false;
    if (/^\d+\.\d+\.\d+$/.test(wanted) && reading.manifest.version !== wanted) return false;
  }
  return true;
}

// src/suite/ecosystems/javascript/prepare.ts
import { readFile, stat as stat3, writeFile } from "node:fs/promises";
import { join as join10, posix as posix11 } from "node:path";

// src/suite/ecosystems/javascript/coverage.ts
import { join as join9, posix as posix9 } from "node:path";

// src/suite/ecosystems/javascript/source-lines.ts
var SourceLines = class {
  starts;
  #telling;
  constructor(text2) {
    const starts = [0];
    this.#telling = new Int32Array(text2.length + 1);
    let count = 0;
    let isComment = false;
    let isTelling = lineTells(text2, 0, isComment);
    for (let at = 0; at < text2.length; at += 1) {
      this.#telling[at] = count;
      const char = text2.charCodeAt(at);
      if (isTelling.tells && says(char)) count += 1;
      if (char === 10) {
        starts.push(at + 1);
        isComment = isTelling.commentGoesOn;
        isTelling = lineTells(text2, at + 1, isComment);
      }
    }
    this.#telling[text2.length] = count;
    this.starts = Int32Array.from(starts);
  }
  /** Lines (from 1) with something in `runs`, which are pairs of start and end. */
  linesOf(runs) {
    const lines2 = /* @__PURE__ */ new Set();
    for (let at = 0; at + 1 < runs.length; at += 2) {
      const start2 = runs[at] ?? 0;
      const end2 = Math.min(runs[at + 1] ?? 0, this.#telling.length - 1);
      for (let line = this.lineAt(start2); line < this.starts.length; line += 1) {
        const from = Math.max(start2, this.starts[line] ?? 0);
        if (from >= end2) break;
        const to = Math.min(end2, this.starts[line + 1] ?? end2);
        if ((this.#telling[to] ?? 0) > (this.#telling[from] ?? 0)) lines2.add(line + 1);
      }
    }
    return [...lines2].sort((a, b) => a - b);
  }
  /** Index from 0 of the line that holds `offset`. */
  lineAt(offset) {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = low + high + 1 >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
  tells(offset) {
    return (this.#telling[offset + 1] ?? 0) > (this.#telling[offset] ?? 0);
  }
};
function says(char) {
  return char > 32 && char !== 125 && char !== 41 && char !== 93 && char !== 59 && char !== 44;
}
function lineTells(text2, start2, inComment) {
  const newline = text2.indexOf("\n", start2);
  const line = text2.slice(start2, Math.min(newline < 0 ? text2.length : newline, start2 + 400)).trim();
  if (inComment) return { tells: false, commentGoesOn: !line.includes("*/") };
  if (line.startsWith("//") || line.startsWith("#!")) return { tells: false, commentGoesOn: false };
  if (line.startsWith("/*")) return { tells: line.includes("*/") && !line.endsWith("*/"), commentGoesOn: !line.includes("*/") };
  return { tells: !/^['"]use strict['"];?$/.test(line), commentGoesOn: false };
}

// src/suite/ecosystems/javascript/source-map.ts
import { posix as posix8 } from "node:path";
var mapSchema = object({ sources: array(string().nullable()), sourceRoot: string().optional(), mappings: string() });
function sourceMapUrl(text2) {
  const at = Math.max(text2.lastIndexOf("//# sourceMappingURL="), text2.lastIndexOf("/*# sourceMappingURL="));
  return at < 0 ? null : /^\/[/*]# sourceMappingURL=(\S+)/.exec(text2.slice(at))?.[1] ?? null;
}
function fromDataUrl(url) {
  const match = /^data:application\/json[^,]*?(;base64)?,([\s\S]*)$/.exec(url);
  if (match?.[2] === void 0) return null;
  return match[1] === void 0 ? decodeURIComponent(match[2]) : Buffer.from(match[2], "base64").toString("utf8");
}
function parseSourceMap(json, file) {
  try {
    const parsed = mapSchema.safeParse(JSON.parse(json.replace(/^\)\]\}'[^\n]*\n/, "")));
    if (!parsed.success) return null;
    const { sources, sourceRoot = "", mappings } = parsed.data;
    const absolute = (source2) => {
      if (source2 === null) return null;
      const path2 = (sourceRoot === "" ? source2 : posix8.join(sourceRoot, source2)).replace(/^file:\/\//, "");
      return posix8.isAbsolute(path2) ? path2 : posix8.join(posix8.dirname(file), path2);
    };
    return { sources: sources.map(absolute), mappings: decodeMappings(mappings) };
  } catch {
    return null;
  }
}
var digits = new Map([..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"].map((char, index) => [char, index]));
function decodeMappings(text2) {
  const mappings = [];
  let source2 = 0;
  let line = 0;
  for (const [generatedLine, group2] of text2.split(";").entries()) {
    let generatedColumn = 0;
    for (const segment of group2.split(",")) {
      const [column, sourceStep, lineStep] = decodeSegment(segment);
      if (column === void 0) continue;
      generatedColumn += column;
      if (sourceStep === void 0 || lineStep === void 0) continue;
      source2 += sourceStep;
      line += lineStep;
      mappings.push({ generatedLine, generatedColumn, source: source2, line: line + 1 });
    }
  }
  return mappings;
}
function decodeSegment(segment) {
  const values = [];
  let value = 0;
  let shift = 0;
  for (const char of segment) {
    const digit = digits.get(char) ?? 0;
    value += (digit & 31) * 2 ** shift;
    shift += 5;
    if ((digit & 32) === 0) {
      values.push(value % 2 === 1 ? -Math.floor(value / 2) : value / 2);
      value = 0;
      shift = 0;
    }
  }
  return values;
}

// src/suite/ecosystems/javascript/coverage.ts
async function readCoverage(folder, place, results) {
  const tests2 = [];
  const allLoaded = /* @__PURE__ */ new Map();
  const outcomes = new Outcomes(place, results);
  const texts3 = new Texts(place, new Set(results.flatMap(({ file }) => file === null ? [] : [file])));
  for await (const events of readCoverageEvents(folder)) {
    const sources = /* @__PURE__ */ new Map();
    for (const event of events) if (event.e === "source" && event.text !== void 0) sources.set(event.script, event.text);
    const scripts2 = events.flatMap((event) => event.e === "loaded" ? event.scripts : []);
    const loaded = await texts3.linesOf(scripts2, sources);
    for (const [path2, lines2] of loaded) for (const line of lines2) allLoaded.set(path2, (allLoaded.get(path2) ?? /* @__PURE__ */ new Set()).add(line));
    const covered = events.filter((event) => event.e === "covered");
    for (const event of covered) {
      const outcome = outcomes.of(event.runner, event.file, event.path);
      if (outcome !== null) tests2.push({ ...outcome, lines: union2(loaded, await texts3.linesOf(event.scripts, sources)) });
    }
    const main = events.find((event) => event.e === "loaded")?.file ?? null;
    const whole2 = covered.length === 0 ? outcomes.ofFile(main) : null;
    if (whole2 !== null && loaded.size > 0) tests2.push({ ...whole2, lines: loaded });
  }
  return tests2.length === 0 ? null : { tests: tests2, loaded: allLoaded };
}
var Outcomes = class {
  #place;
  #results;
  #byId;
  /** Failed or not, by the test that assertions belong to: ids without their last part. */
  #groups = /* @__PURE__ */ new Map();
  #byName = /* @__PURE__ */ new Map();
  #seen = /* @__PURE__ */ new Map();
  constructor(place, results) {
    this.#place = place;
    this.#results = results;
    this.#byId = new Map(results.map((result) => [result.id, result]));
    for (const result of results) {
      if (result.status !== "passed" && result.status !== "failed") continue;
      const group2 = result.id.slice(0, Math.max(0, result.id.lastIndexOf(" > ")));
      this.#groups.set(group2, this.#groups.get(group2) === true || result.status === "failed");
      const key = `${result.file}
${result.name}`;
      this.#byName.set(key, [...this.#byName.get(key) ?? [], result]);
    }
  }
  of(runner, file, path2) {
    const base = idOf(file, path2, this.#place);
    const count = (this.#seen.get(base) ?? 0) + 1;
    this.#seen.set(base, count);
    if (runner === "tape" || runner === "tap") {
      const failed = this.#groups.get(base);
      return failed === void 0 ? null : { id: count === 1 ? base : `${base} (${count})`, failed };
    }
    const relative2 = file === null ? null : relativeToRoot(file, this.#place).path;
    const result = runner === "node:test" ? this.#byName.get(`${relative2}
${path2.at(-1)}`)?.[count - 1] : this.#byId.get(count === 1 ? base : `${base} (${count})`);
    return result === void 0 || result.status !== "passed" && result.status !== "failed" ? null : { id: result.id, failed: result.status === "failed" };
  }
  /** A process that ran one file without telling tests apart. */
  ofFile(main) {
    if (main === null) return null;
    const { path: path2, inside } = relativeToRoot(main, this.#place);
    const own = this.#results.filter((result) => result.file === path2 && (result.status === "passed" || result.status === "failed"));
    if (!inside || own.length === 0) return null;
    return {
      id: own.length === 1 && own[0] !== void 0 ? own[0].id : `${path2} > ${fileLevel}`,
      failed: own.some(({ status }) => status === "failed")
    };
  }
};
var Texts = class {
  #place;
  #testFiles;
  #known = /* @__PURE__ */ new Map();
  constructor(place, testFiles) {
    this.#place = place;
    this.#testFiles = testFiles;
  }
  async linesOf(scripts2, sources) {
    const found = /* @__PURE__ */ new Map();
    for (const [script, path2, runs] of scripts2) {
      const text2 = await this.#text(path2, sources.get(script));
      if (text2 === null) continue;
      const wasChanged = sources.has(script);
      if (text2.map !== null) this.#addMapped(found, text2.lines, text2.map, runs);
      else if (!wasChanged) this.#add(found, path2, text2.lines.linesOf(runs));
    }
    return new Map([...found].map(([path2, lines2]) => [path2, [...lines2].sort((a, b) => a - b)]));
  }
  #add(found, absolute, lines2) {
    const { path: path2, inside } = relativeToRoot(absolute, this.#place);
    if (!inside || path2.split("/").includes("node_modules") || isTestFile(path2) || this.#testFiles.has(path2) || path2.endsWith(".json"))
      return;
    const known = found.get(path2) ?? /* @__PURE__ */ new Set();
    for (const line of lines2) known.add(line);
    found.set(path2, known);
  }
  #addMapped(found, lines2, map, runs) {
    const bySource = /* @__PURE__ */ new Map();
    for (const mapping of map.mappings) {
      const start2 = lines2.starts[mapping.generatedLine];
      if (start2 === void 0) continue;
      const offset = start2 + mapping.generatedColumn;
      if (!lines2.tells(offset) || !isInside(runs, offset)) continue;
      const known = bySource.get(mapping.source) ?? /* @__PURE__ */ new Set();
      bySource.set(mapping.source, known.add(mapping.line));
    }
    for (const [source2, own] of bySource) {
      const path2 = map.sources[source2];
      if (path2 !== null && path2 !== void 0) this.#add(found, path2, [...own]);
    }
  }
  #text(path2, given) {
    const key = given === void 0 ? path2 : `${path2}
${given.length}
${given}`;
    const known = this.#known.get(key);
    if (known !== void 0) return known;
    const reading = this.#read(path2, given);
    this.#known.set(key, reading);
    return reading;
  }
  async #read(path2, given) {
    const text2 = given ?? (await readText(path2, 8 << 20))?.replace(/^\uFEFF/, "") ?? null;
    if (text2 === null) return null;
    return { lines: new SourceLines(text2), map: await this.#mapOf(text2, path2) };
  }
  async #mapOf(text2, path2) {
    const url = sourceMapUrl(text2.slice(-2e6));
    if (url === null) return null;
    const file = join9(posix9.dirname(path2), url);
    const json = url.startsWith("data:") ? fromDataUrl(url) : relativeToRoot(file, this.#place).inside ? await readText(file, 8 << 20) : null;
    return json === null ? null : parseSourceMap(json, url.startsWith("data:") ? path2 : file);
  }
};
function isInside(runs, offset) {
  let low = 0;
  let high = runs.length / 2 - 1;
  while (low <= high) {
    const middle = low + high >> 1;
    if (offset < (runs[middle * 2] ?? 0)) high = middle - 1;
    else if (offset >= (runs[middle * 2 + 1] ?? 0)) low = middle + 1;
    else return true;
  }
  return false;
}
function union2(first, second) {
  const both = new Map(first);
  for (const [path2, lines2] of second) {
    const known = both.get(path2);
    both.set(path2, known === void 0 ? lines2 : [.../* @__PURE__ */ new Set([...known, ...lines2])].sort((a, b) => a - b));
  }
  return both;
}

// src/suite/ecosystems/javascript/coverage-sources.ts
var jestCoverageSource = String.raw`'use strict';
const { createRequire } = require('module');
const { join } = require('path');
const probe = globalThis[Symbol.for('regreen.probe')];

function resolveRunner(rootDir) {
  const chain = ['jest', '@jest/core', 'jest-config', 'react-scripts'];
  const places = [join(rootDir, 'package.json')];
  for (const place of places) {
    const find = createRequire(place);
    for (const name of ['jest-circus/runner', 'jest-jasmine2']) {
      try { return find(name); } catch (error) {}
    }
    for (const name of chain) {
      try {
        const found = find.resolve(name);
        if (!places.includes(found)) places.push(found);
      } catch (error) {}
    }
  }
  throw new Error('jest-circus was not found');
}

function pathOf(test) {
  const path = [];
  for (let node = test; node && node.name !== 'ROOT_DESCRIBE_BLOCK'; node = node.parent) path.unshift(String(node.name));
  return path;
}

module.exports = async function run(globalConfig, config, environment, runtime, testPath, ...rest) {
  const found = resolveRunner(config.rootDir);
  const runner = typeof found === 'function' ? found : found.default;
  if (probe && probe.cover.on) {
    const handle = environment.handleTestEvent;
    environment.handleTestEvent = function (event, state) {
      if (event.name === 'test_start') probe.cover.begin({ runner: 'jest', file: testPath, path: pathOf(event.test) });
      if (event.name === 'test_done') probe.cover.end({ path: pathOf(event.test) });
      return handle === undefined ? undefined : handle.call(this, event, state);
    };
  }
  try {
    return await runner(globalConfig, config, environment, runtime, testPath, ...rest);
  } finally {
    if (probe && probe.cover.on) probe.cover.flush(testPath);
  }
};
`;
var vitestReporterSource = String.raw`
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export default class Reporter {
  onInit(vitest) {
    try {
      const find = createRequire(join(vitest.config.root, 'package.json'));
      process.env.REGREEN_VITEST = pathToFileURL(join(dirname(find.resolve('vitest/package.json')), 'dist', 'index.js')).href;
      const setup = join(dirname(fileURLToPath(import.meta.url)), 'vitest-setup.mjs');
      const configs = new Set([vitest.config, ...(vitest.projects || []).map((project) => project.config)]);
      for (const config of configs) config.setupFiles = [setup, ...[].concat(config.setupFiles || [])];
    } catch (error) {}
  }
}
`;
var vitestSetupSource = String.raw`
const probe = globalThis[Symbol.for('regreen.probe')];
const entry = process.env.REGREEN_VITEST;

function pathOf(task) {
  const path = [];
  for (let node = task; node && node !== task.file && node.name; node = node.suite) path.unshift(String(node.name));
  return path;
}

if (probe && probe.cover.on && entry) {
  const { afterAll, afterEach, beforeEach } = await import(/* @vite-ignore */ entry);
  let file = null;
  beforeEach((context) => {
    file = context.task.file.filepath;
    probe.cover.begin({ runner: 'vitest', file, path: pathOf(context.task) });
  });
  afterEach((context) => probe.cover.end({ path: pathOf(context.task) }));
  afterAll(() => probe.cover.flush(file));
}
`;

// src/suite/ecosystems/javascript/probe-coverage.ts
var probeCoverageSource = String.raw`
  // ---- code executed by each test: V8's precise block coverage, taken at the boundaries of tests ----
  const cover = { on: false, begin() {}, end() {}, flush() {} };

  function startCoverage() {
    const inspector = require('inspector');
    const session = new inspector.Session();
    session.connect();
    const post = (method, params) => {
      let answer = null;
      session.post(method, params, (error, result) => { answer = error ? null : result; });
      return answer;
    };
    post('Profiler.enable');
    if (post('Profiler.startPreciseCoverage', { callCount: true, detailed: true }) === null) return;
    const paths = new Map();
    const wanted = (url) => {
      let path = paths.get(url);
      if (path === undefined) {
        path = null;
        try {
          const file = url.startsWith('file:') ? fileURLToPath(url.replace(/[?#].*$/, '')) : url.replace(/\?.*$/, '');
          if (file.startsWith(root + '/') && !file.includes('/node_modules/')) path = file;
        } catch (error) {}
        paths.set(url, path);
      }
      return path;
    };

    // The innermost range decides; ranges of V8 nest and come in no order across functions.
    const executed = (functions) => {
      const ranges = [];
      for (const one of functions) for (const range of one.ranges) ranges.push(range);
      ranges.sort((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset);
      const runs = [];
      const open = [];
      let at = 0;
      const advance = (to) => {
        if (to > at && open.length > 0 && open[open.length - 1].count > 0) {
          const last = runs.length - 1;
          if (last > 0 && runs[last] === at) runs[last] = to;
          else runs.push(at, to);
        }
        if (to > at) at = to;
      };
      for (const range of ranges) {
        while (open.length > 0 && open[open.length - 1].endOffset <= range.startOffset) {
          advance(open[open.length - 1].endOffset);
          open.pop();
        }
        advance(range.startOffset);
        open.push(range);
      }
      while (open.length > 0) {
        advance(open[open.length - 1].endOffset);
        open.pop();
      }
      return runs;
    };

    const sources = new Map();
    const take = () => {
      const answer = post('Profiler.takePreciseCoverage');
      const taken = [];
      if (answer === null) return taken;
      for (const script of answer.result) {
        const path = wanted(script.url);
        if (path === null) continue;
        const runs = executed(script.functions);
        if (runs.length === 0) continue;
        sources.set(script.scriptId, path);
        taken.push([script.scriptId, path, runs]);
      }
      return taken;
    };

    const active = [];
    let hasBegun = false;
    const loaded = [];
    const boundary = () => {
      const taken = take();
      if (taken.length === 0) return;
      (active.length === 0 ? loaded : active[active.length - 1].taken).push(...taken);
    };
    const flush = (test) => record('coverage', { e: 'covered', file: test.file, path: test.path, runner: test.runner, scripts: test.taken });
    cover.on = true;
    cover.begin = (test) => {
      try {
        // Between two tests nothing but hooks and reporters run: looking twice would double the cost.
        if (active.length > 0 || !hasBegun) boundary();
        hasBegun = true;
        active.push({ file: test.file, path: test.path, runner: test.runner, taken: [] });
      } catch (error) {}
    };
    cover.end = (test) => {
      try {
        const label = test.path.join('\n');
        for (let at = active.length - 1; at >= 0; at -= 1) {
          if (active[at].path.join('\n') !== label) continue;
          boundary();
          flush(active[at]);
          active.splice(at, 1);
          return;
        }
      } catch (error) {}
    };

    // What a loader has changed has other offsets than the file: its text is handed over with the source map in it.
    const handedOver = new Map();
    const handOverSources = () => {
      if (sources.size === 0) return;
      post('Debugger.enable');
      for (const [id, path] of sources) {
        const answer = post('Debugger.getScriptSource', { scriptId: id });
        const text = answer === null ? null : answer.scriptSource;
        if (typeof text !== 'string' || text.length > 4e6) continue;
        let disk = null;
        try { disk = fs.readFileSync(path, 'utf8'); } catch (error) {}
        if (disk !== null && disk.replace(/^\uFEFF/, '').replace(/^#!/, '//') === text.replace(/^#!/, '//')) continue;
        const known = handedOver.get(path);
        if (known !== undefined && known.text === text) record('coverage', { e: 'source', script: id, path: path, same: known.id });
        else {
          handedOver.set(path, { id: id, text: text });
          record('coverage', { e: 'source', script: id, path: path, text: text });
        }
      }
      post('Debugger.disable');
      sources.clear();
    };
    // The end of a test file: what was loaded for it belongs to its tests alone.
    cover.flush = (file) => {
      try {
        boundary();
        for (const test of active) flush(test);
        active.length = 0;
        record('coverage', { e: 'loaded', file: file, scripts: loaded });
        loaded.length = 0;
        hasBegun = false;
        handOverSources();
      } catch (error) {}
    };
    let finished = false;
    const finish = () => {
      if (finished) return;
      finished = true;
      cover.flush(main);
    };
    process.on('exit', finish);
  }

  try { if (process.env.REGREEN_PROBE_COVERAGE) startCoverage(); } catch (error) {}
  // ---- node:test: boundaries of tests, where the main file says that it uses it ----
  function coverNodeTest() {
    if (!isOurs || process.execArgv.includes('--test') || !/['"]node:test['"]/.test(fs.readFileSync(main, 'utf8'))) return;
    const runner = require('node:test');
    runner.beforeEach((context) => {
      const path = [String(context && context.name)];
      cover.begin({ runner: 'node:test', file: main, path: path });
    });
    runner.afterEach((context) => {
      cover.end({ path: [String(context && context.name)] });
    });
  }
  try { if (cover.on && process.version && Number(process.versions.node.split('.')[0]) >= 20) coverNodeTest(); } catch (error) {}

`;

// src/suite/ecosystems/javascript/probe-runner.ts
var probeRunnerSource = String.raw`
  // ---- which runner this process is; one that a test starts is the subject of that test, and none of our business ----
  const entries = [
    ['vitest', /\/vitest\/vitest\.mjs$/],
    ['jest', /\/(?:jest|jest-cli)\/bin\/jest\.js$|\/react-scripts\/scripts\/test\.js$/],
    ['mocha', /\/mocha\/(?:bin\/_?mocha(?:\.js)?|lib\/cli\/cli\.js)$/],
    ['ava', /\/ava\/(?:entrypoints\/cli\.mjs|cli\.js)$/],
    ['jasmine', /\/jasmine\/bin\/jasmine\.js$/],
  ];
  function ownRunner() {
    if (thread !== 0) return null;
    if (process.execArgv.includes('--test')) return 'node:test';
    let file = main;
    try { file = fs.realpathSync(main); } catch (error) {}
    const found = entries.find((entry) => entry[1].test(file));
    return found === undefined ? null : found[0];
  }
  function isNested(runner) {
    const outer = process.env.REGREEN_PROBE_RUNNER;
    if (runner !== null && outer === undefined) process.env.REGREEN_PROBE_RUNNER = runner;
    else if (runner !== null) process.env.REGREEN_PROBE_NESTED = '1';
    return process.env.REGREEN_PROBE_NESTED === '1';
  }
  const runner = ownRunner();
  const nested = isNested(runner);

  // ---- a report for a runner that nobody could write one into the command line of ----
  function dropped(args, names) {
    const kept = [];
    for (let at = 0; at < args.length; at += 1) {
      if (names.includes(args[at])) at += 1;
      else if (!names.some((name) => name.startsWith('--') && args[at].startsWith(name + '='))) kept.push(args[at]);
    }
    return kept;
  }
  function beforeDashes(args, added) {
    const dashes = args.indexOf('--');
    return dashes < 0 ? args.concat(added) : args.slice(0, dashes).concat(added, args.slice(dashes));
  }
  function startAgain() {
    const flags = process.execArgv.filter((flag) => !/^--test-reporter|^--watch$/.test(flag));
    const ended = require('child_process').spawnSync(process.execPath, flags.concat('--test-reporter=' + dir + '/node-reporter.mjs', process.argv.slice(1)), { stdio: 'inherit' });
    process.exit(ended.status === null ? 1 : ended.status);
  }
  function addReport() {
    const args = process.argv.slice(2);
    const report = dir + '/report-auto-' + process.pid + '.json';
    const set = (next) => process.argv.splice(2, Infinity, ...next);
    if (runner === 'vitest' && !/^(?:bench|list|init|--version|-v|--help|-h)$/.test(args[0] || '')) {
      set(beforeDashes(dropped(args, ['--reporter', '--outputFile']).filter((arg) => !/^(?:--watch|-w|--ui)$/.test(arg)), ['--reporter=default', '--reporter=json', '--outputFile.json=' + report]));
    } else if (runner === 'jest') set(['--json', '--outputFile=' + report, '--testLocationInResults'].concat(dropped(args, ['--outputFile']).filter((arg) => !/^(?:--json|--watch(?:All)?)$/.test(arg))));
    else if (runner === 'mocha') set(beforeDashes(dropped(args, ['--reporter', '-R']), ['--reporter', dir + '/mocha-reporter.cjs']));
    else if (runner === 'jasmine') set(['--reporter=' + dir + '/jasmine-reporter.cjs'].concat(dropped(args, ['--reporter'])));
    else if (runner === 'node:test' && Number(process.versions.node.split('.')[0]) >= 20) startAgain();
  }
  const isInstrumented = process.argv.concat(process.execArgv).some((arg) => arg.includes(dir));
  if (runner !== null && !nested && !isInstrumented && process.env.REGREEN_PROBE_INJECT === '1') {
    try { addReport(); } catch (error) {}
  }

  // ---- ava: what its workers tell its main process ----
  function lines(text, sign) {
    const own = String(text).split('\n').filter((line) => line.trimStart().startsWith(sign)).map((line) => line.trimStart().slice(1).trim());
    return own.length === 0 ? null : own.join('\n');
  }
  function avaError(error) {
    const described = { name: typeof error.name === 'string' ? error.name : null, message: null, stack: null, code: null, expected: null, actual: null };
    const plain = (text) => String(text).replace(/\u001b\[[0-9;]*m/g, '');
    const details = error.formattedDetails || error.values || [];
    const shown = details.map((detail) => plain(detail.label) + '\n' + plain(detail.formatted)).join('\n');
    described.message = clip([error.message || plain(error.formattedError || 'failed'), shown].filter((part) => part !== '').join('\n'), 8000);
    const stack = error.stack || (error.originalError && error.originalError.stack);
    if (typeof stack === 'string') described.stack = clip(stack, 16000);
    const difference = details.find((detail) => /^Difference/.test(plain(detail.label)));
    if (difference !== undefined) {
      described.actual = lines(plain(difference.formatted), '-');
      described.expected = lines(plain(difference.formatted), '+');
    }
    return described;
  }
  function onAvaMessage(file, message) {
    const result = (path, status, more) => record('events', Object.assign({ e: 'result', runner: 'ava', file: file, path: path, status: status }, more));
    const failure = () => ({ error: avaError(message.err), line: (message.err.source && message.err.source.line) || null });
    const seconds = typeof message.duration === 'number' ? message.duration / 1000 : null;
    if (message.type === 'test-passed') result([message.title], 'passed', { seconds: seconds });
    else if (message.type === 'test-failed') result([message.title], 'failed', Object.assign({ seconds: seconds }, failure()));
    else if (message.type === 'selected-test' && message.todo) result([message.title], 'todo', {});
    else if (message.type === 'selected-test' && message.skip) result([message.title], 'skipped', {});
    else if (message.type === 'selected-test') record('events', { e: 'begin', runner: 'ava', file: file, path: [message.title] });
    else if (message.type === 'hook-failed') result([/^after/.test(message.title) ? '"after" hook' : '"before" hook'], 'failed', failure());
    else if (message.type === 'uncaught-exception' || message.type === 'unhandled-rejection') result(['(file)'], 'failed', failure());
  }
  function watchAva(channel) {
    if (wrapped.has(channel)) return channel;
    wrapped.set(channel, channel);
    let file = null;
    // A thread is told its file when it is made, a process by a message.
    const { workerData } = require('worker_threads');
    if (workerData && workerData.options && typeof workerData.options.file === 'string') file = workerData.options.file;
    const send = channel.send;
    Promise.resolve(channel.options).then((options) => { if (options && typeof options.file === 'string') file = options.file; }, () => {});
    channel.send = function (message) {
      try { if (!nested && message && typeof message.type === 'string') onAvaMessage(file, message); } catch (error) {}
      return send.apply(this, arguments);
    };
    return channel;
  }

  try {
    const load = Module._load;
    Module._load = function (request) {
      const exported = load.apply(this, arguments);
      try {
        if (typeof request === 'string' && /\/ava\/lib\/worker\/channel\.cjs$/.test(request)) return watchAva(exported);
      } catch (error) {}
      return exported;
    };
  } catch (error) {}

`;

// src/suite/ecosystems/javascript/probe-tape.ts
var probeTapeSource = String.raw`
  // ---- tape: the file a test lies in, and its assertions as values ----
  let current = null;
  const places = new WeakMap();

  function callSite() {
    const lines = String(new Error().stack).split('\n').slice(2);
    for (const line of lines) {
      const match = /(?:\(|at (?:async )?)((?:file:\/\/)?\/[^()]*?):(\d+):\d+\)?$/.exec(line);
      if (match === null || match[1].includes('/node_modules/') || match[1] === __filename) continue;
      return { file: match[1], line: Number(match[2]) };
    }
    return { file: null, line: null };
  }

  function pathOf(test) {
    const place = places.get(test);
    const name = typeof test.name === 'string' ? test.name : '(anonymous)';
    return place && place.parent ? pathOf(place.parent).concat(name) : [name];
  }

  function fileOf(test) {
    const place = places.get(test);
    return place && place.parent ? fileOf(place.parent) || place.file : place ? place.file : null;
  }

  function onTapeEvent(test, event, value) {
    if (event === 'test') {
      const place = places.get(value);
      if (place) place.parent = test;
    } else if ((event === 'prerun' || event === 'run') && !places.get(test).begun) {
      places.get(test).begun = true;
      current = test;
      if (cover.on) cover.begin({ runner: 'tape', file: fileOf(test), path: pathOf(test) });
    } else if (event === 'result' && value !== null && typeof value === 'object') {
      const status = value.skip ? 'skipped' : value.todo ? (value.ok ? 'passed' : 'todo') : value.ok ? 'passed' : 'failed';
      let error = null;
      if (status === 'failed') {
        error = describe(value.error === undefined ? value.name : value.error);
        if ('expected' in value || 'actual' in value) {
          error.expected = show(value.expected);
          error.actual = show(value.actual);
        }
      }
      record('events', { e: 'result', runner: 'tape', file: fileOf(test) || (typeof value.file === 'string' ? value.file : null), path: pathOf(test).concat(String(value.name)), status: status, line: typeof value.line === 'number' ? value.line : places.get(test).line, error: error });
    } else if (event === 'end') {
      if (cover.on) cover.end({ path: pathOf(test) });
      if (test._skip) record('events', { e: 'result', runner: 'tape', file: fileOf(test), path: pathOf(test), status: 'skipped', line: places.get(test).line, error: null });
      const place = places.get(test);
      current = (place && place.parent) || null;
    }
  }

  const wrapped = new WeakMap();
  function wrapTape(Test) {
    if (typeof Test !== 'function' || !Test.prototype || typeof Test.prototype.emit !== 'function') return Test;
    if (wrapped.has(Test)) return wrapped.get(Test);
    const emit = Test.prototype.emit;
    Test.prototype.emit = function (event, value) {
      try { if (places.has(this)) onTapeEvent(this, event, value); } catch (error) {}
      return emit.apply(this, arguments);
    };
    // The constructor's own file makes subtests with the name it closes over, not with what it exports: those are met here.
    const method = Test.prototype.test;
    if (typeof method === 'function') {
      Test.prototype.test = function () {
        const before = this._progeny ? this._progeny.length : 0;
        const site = callSite();
        const own = this.emit;
        const parent = this;
        this.emit = function (event, value) {
          try {
            if (event === 'test' && !places.has(value)) places.set(value, { file: site.file, line: site.line, parent: parent });
          } catch (error) {}
          return own.apply(this, arguments);
        };
        try { return method.apply(this, arguments); } finally { if (own === Test.prototype.emit) delete this.emit; else this.emit = own; }
      };
    }
    const proxy = new Proxy(Test, {
      construct(target, args, newTarget) {
        const made = Reflect.construct(target, args, newTarget === proxy ? target : newTarget);
        try { if (!places.has(made)) { const site = callSite(); places.set(made, { file: site.file, line: site.line, parent: null }); } } catch (error) {}
        return made;
      },
    });
    wrapped.set(Test, proxy);
    return proxy;
  }

  // ---- tap: boundaries of tests; what they found out is in the TAP that they print ----
  const tapDepths = [];
  function wrapTap(tap, depth, path) {
    if (tap === null || typeof tap !== 'object' || typeof tap.test !== 'function' || wrapped.has(tap)) return tap;
    wrapped.set(tap, tap);
    const test = tap.test;
    tap.test = function () {
      const args = Array.from(arguments);
      const at = args.findIndex((arg) => typeof arg === 'function');
      if (at >= 0) {
        const body = args[at];
        const own = path.concat(typeof args[0] === 'string' ? args[0] : body.name || '(anonymous)');
        args[at] = function (t) {
          try {
            while (tapDepths.length > depth) cover.end({ path: tapDepths.pop() });
            tapDepths.push(own);
            cover.begin({ runner: 'tap', file: main, path: own });
            wrapTap(t, depth + 1, own);
          } catch (error) {}
          return body.apply(this, arguments);
        };
      }
      return test.apply(this, args);
    };
    return tap;
  }

  try {
    const load = Module._load;
    Module._load = function (request, parent) {
      const exported = load.apply(this, arguments);
      try {
        if (typeof request === 'string' && /^\.\/lib\/test(?:\.js)?$/.test(request) && parent && /\/tape\/index\.js$/.test(parent.filename)) return wrapTape(exported);
        if (cover.on && typeof request === 'string' && (request === 'tap' || /\/node_modules\/tap\/[^/]*\/?tap\.c?js$/.test(request))) return wrapTap(exported, 0, []);
      } catch (error) {}
      return exported;
    };
  } catch (error) {}

`;

// src/suite/ecosystems/javascript/probe-source.ts
var start = String.raw`(function () {
  const dir = process.env.REGREEN_PROBE_DIR;
  const root = process.env.REGREEN_PROBE_ROOT;
  const key = Symbol.for('regreen.probe');
  if (!dir || !root || globalThis[key]) return;
  const fs = require('fs');
  const util = require('util');
  const { fileURLToPath } = require('url');
  const Module = require('module');
  const writeSync = fs.writeSync;
  const openSync = fs.openSync;
  const now = Date.now;
  let thread = 0;
  try { thread = require('worker_threads').threadId; } catch (error) {}
  const main = typeof process.argv[1] === 'string' ? process.argv[1] : '';
  const isOurs = main.startsWith(root + '/') && !main.includes('/node_modules/');
  const started = now();
  const files = {};

  function record(kind, value) {
    try {
      // A companion that runs the tests many times over takes the events itself.
      const shared = globalThis[key];
      if (shared && shared.sink && kind === 'events') return shared.sink(value);
      if (files[kind] === undefined) files[kind] = openSync(dir + '/' + kind + '-' + started + '-' + process.pid + '-' + thread + '.jsonl', 'a');
      const buffer = Buffer.from(JSON.stringify(value) + '\n');
      for (let at = 0; at < buffer.length; ) at += writeSync(files[kind], buffer, at);
    } catch (error) {}
  }

  function clip(text, max) {
    return text.length > max ? text.slice(0, max) + ' …' : text;
  }

  function show(value) {
    try { return clip(util.inspect(value, { depth: 5, breakLength: 100, maxArrayLength: 100, maxStringLength: 2000 }), 4000); } catch (error) { return '(cannot be shown)'; }
  }

  function describe(error, depth) {
    const described = { name: null, message: null, stack: null, code: null, expected: null, actual: null };
    try {
      if (error === null || (typeof error !== 'object' && typeof error !== 'function')) {
        described.message = typeof error === 'string' ? clip(error, 8000) : show(error);
        return described;
      }
      const name = error.name;
      if (typeof name === 'string') described.name = name;
      described.message = clip(typeof error.message === 'string' ? error.message : show(error), 8000);
      if (typeof error.stack === 'string') described.stack = clip(error.stack, 16000);
      if (typeof error.code === 'string') described.code = error.code;
      if ('expected' in error && error.expected !== undefined || 'actual' in error && error.actual !== undefined) {
        described.expected = show(error.expected);
        described.actual = show(error.actual);
      }
      if (error.cause && error.cause.stack && !(depth > 2)) {
        const cause = describe(error.cause, (depth || 0) + 1);
        described.stack = clip((described.stack || '') + '\nCaused by: ' + cause.stack, 24000);
      }
    } catch (thrown) {}
    return described;
  }

`;
var end = String.raw`  // ---- errors that end the process, and how it ended ----
  process.on('uncaughtExceptionMonitor', (error) => {
    const handled = process.listenerCount('uncaughtException') > 0;
    const test = current;
    record('events', { e: 'uncaught', main: main, file: test ? fileOf(test) : null, path: test ? pathOf(test) : null, handled: handled, error: describe(error) });
  });
  if (isOurs) process.on('exit', (code) => record('events', { e: 'exit', main: main, code: typeof code === 'number' ? code : 1 }));

  globalThis[key] = { record: (value) => record('events', value), describe: describe, cover: cover };
})();
`;
function probeSource(settings) {
  const given = `'use strict';
for (const [name, value] of Object.entries(${JSON.stringify(settings)})) process.env[name] = value;
`;
  return given + start + probeCoverageSource + probeTapeSource + probeRunnerSource + end;
}

// src/suite/ecosystems/javascript/reporter-sources.ts
var mochaReporterSource = String.raw`'use strict';
const probe = globalThis[Symbol.for('regreen.probe')];
let count = 0;
const numbers = new WeakMap();

function pathOf(test) {
  if (typeof test.titlePath === 'function') return test.titlePath().map(String);
  const path = [];
  for (let node = test; node; node = node.parent) if (node.title) path.unshift(String(node.title));
  return path;
}

function fileOf(test) {
  for (let node = test; node; node = node.parent) if (typeof node.file === 'string') return node.file;
  if (test.ctx && test.ctx.currentTest && test.ctx.currentTest !== test) return fileOf(test.ctx.currentTest);
  return null;
}

function numberOf(test) {
  if (!numbers.has(test)) numbers.set(test, (count += 1));
  return numbers.get(test);
}

module.exports = function Reporter(runner) {
  let running = null;
  const totals = { passed: 0, failed: 0, pending: 0 };
  const write = (test, status, error) => {
    if (!probe) return;
    probe.record({
      e: 'result', runner: 'mocha', test: numberOf(test), file: fileOf(test), path: pathOf(test), status: status, hook: test.type === 'hook',
      seconds: typeof test.duration === 'number' ? test.duration / 1000 : null, error: error === undefined ? null : probe.describe(error),
    });
  };
  const done = () => {
    if (probe && running !== null) probe.cover.end({ path: pathOf(running) });
    running = null;
  };
  runner.on('test', (test) => {
    if (!probe) return;
    done();
    running = test;
    probe.record({ e: 'begin', runner: 'mocha', file: fileOf(test), path: pathOf(test) });
    probe.cover.begin({ runner: 'mocha', file: fileOf(test), path: pathOf(test) });
  });
  runner.on('test end', done);
  runner.on('pass', (test) => {
    totals.passed += 1;
    write(test, 'passed');
    console.log('  ✓ ' + pathOf(test).join(' > '));
  });
  runner.on('pending', (test) => {
    totals.pending += 1;
    write(test, 'skipped');
    console.log('  - ' + pathOf(test).join(' > '));
  });
  runner.on('fail', (test, error) => {
    totals.failed += 1;
    write(test, 'failed', error === undefined ? test.err : error);
    console.log('  ✗ ' + pathOf(test).join(' > ') + '\n    ' + String((error && (error.stack || error.message)) || error).split('\n').join('\n    '));
  });
  runner.on('end', () => {
    console.log('\n' + totals.passed + ' passing, ' + totals.failed + ' failing, ' + totals.pending + ' pending');
    if (probe) probe.record({ e: 'done', runner: 'mocha' });
  });
};
`;
var nodeReporterSource = String.raw`
const probe = globalThis[Symbol.for('regreen.probe')];

export default async function* report(source) {
  let path = [];
  for await (const { type, data } of source) {
    try {
      if (type === 'test:start') {
        path = path.slice(0, data.nesting);
        path[data.nesting] = data.name;
      } else if (type === 'test:pass' || type === 'test:fail') {
        const full = [...path.slice(0, data.nesting), data.name];
        const details = data.details || {};
        const failure = details.error;
        const error = failure && failure.cause instanceof Error ? failure.cause : failure;
        const status = data.todo !== undefined && data.todo !== false ? 'todo' : data.skip !== undefined && data.skip !== false ? 'skipped' : type === 'test:pass' ? 'passed' : 'failed';
        if (probe) {
          probe.record({
            e: 'result', runner: 'node:test', file: data.entryFile || data.file || null, path: full, status, line: typeof data.line === 'number' ? data.line : null,
            suite: details.type === 'suite', seconds: typeof details.duration_ms === 'number' ? details.duration_ms / 1000 : null,
            error: error === undefined || error === null ? null : probe.describe(error), failureType: (failure && failure.failureType) || null,
          });
        }
        if (status === 'failed') yield 'not ok - ' + full.join(' > ') + '\n' + String((error && (error.stack || error.message)) || error) + '\n';
        else yield (status === 'passed' ? 'ok - ' : status + ' - ') + full.join(' > ') + '\n';
      } else if (type === 'test:stdout' || type === 'test:stderr') {
        if (probe) probe.record({ e: 'output', file: data.entryFile || data.file || null, stream: type === 'test:stdout' ? 'out' : 'err', text: String(data.message).slice(0, 100000) });
        yield String(data.message);
      } else if (type === 'test:diagnostic' && data.nesting === 0) yield '# ' + data.message + '\n';
    } catch (error) {}
  }
  if (probe) probe.record({ e: 'done', runner: 'node:test' });
}
`;
var jasmineReporterSource = String.raw`'use strict';
const probe = globalThis[Symbol.for('regreen.probe')];
const statuses = { passed: 'passed', failed: 'failed', pending: 'skipped', excluded: 'skipped', disabled: 'skipped' };

function errorOf(expectations) {
  const first = expectations[0] || {};
  const message = expectations.map((one) => String(one.message)).join('\n');
  const sentence = /^Expected (.+?) (?:not )?to (?:be|equal)(?: [a-z ]+)? (.+?)\.?$/s.exec(String(first.message));
  return {
    name: null, message, stack: typeof first.stack === 'string' ? first.stack : null, code: null,
    expected: sentence === null ? null : sentence[2], actual: sentence === null ? null : sentence[1],
  };
}

module.exports = class Reporter {
  constructor() {
    this.paths = new Map();
    this.open = [];
    this.failed = 0;
    this.ran = 0;
  }
  parentPath(result) {
    const id = result.parentSuiteId === undefined ? this.open[this.open.length - 1] : result.parentSuiteId;
    return this.paths.get(id) || [];
  }
  write(file, path, status, error, seconds) {
    if (status === 'failed') this.failed += 1;
    console.log((status === 'failed' ? '  ✗ ' : status === 'passed' ? '  ✓ ' : '  - ') + path.join(' > ') + (error ? '\n' + error.message + '\n' + error.stack : ''));
    if (probe) probe.record({ e: 'result', runner: 'jasmine', file: file || null, path, status, error: error || null, seconds });
  }
  suiteStarted(result) {
    this.paths.set(result.id, this.parentPath(result).concat(String(result.description)));
    this.open.push(result.id);
  }
  specStarted(result) {
    if (!probe) return;
    const path = this.parentPath(result).concat(String(result.description));
    probe.record({ e: 'begin', runner: 'jasmine', file: result.filename || null, path });
    probe.cover.begin({ runner: 'jasmine', file: result.filename || null, path });
  }
  specDone(result) {
    this.ran += 1;
    const status = statuses[result.status] || 'failed';
    const failures = result.failedExpectations || [];
    const path = this.parentPath(result).concat(String(result.description));
    if (probe) probe.cover.end({ path });
    this.write(result.filename, path, status, status === 'failed' ? errorOf(failures) : null, typeof result.duration === 'number' ? result.duration / 1000 : null);
  }
  suiteDone(result) {
    this.open = this.open.filter((id) => id !== result.id);
    const failures = result.failedExpectations || [];
    if (failures.length > 0) this.write(result.filename, (this.paths.get(result.id) || []).concat('"after all" hook'), 'failed', errorOf(failures), null);
  }
  jasmineDone(result) {
    for (const failure of (result && result.failedExpectations) || []) {
      const place = /(?:\(|at )((?:file:\/\/)?\/(?:(?!node_modules)[^():])+):\d+/.exec(String(failure.stack));
      this.write(failure.filename || (place === null ? null : place[1]), ['(file)'], 'failed', errorOf([failure]), null);
    }
    console.log('\n' + this.ran + ' specs, ' + this.failed + ' failures');
    if (probe) probe.record({ e: 'done', runner: 'jasmine' });
  }
};
`;

// src/suite/ecosystems/javascript/select.ts
import { posix as posix10 } from "node:path";
var whole = { kind: "whole" };
var maxNames = 100;
async function choose(line, options10, place, memory) {
  const { scope } = options10;
  if (scope === "all" || line.runners.size === 0) return whole;
  const failing = options10.failing ?? [];
  if (scope === "failing") return chooseFailing(line, failing, place, memory);
  if (scope === "related") return chooseRelated(line, options10, place, memory);
  return assign(
    line,
    scope.files.map((file) => posix10.normalize(file)),
    place.directory,
    () => null,
    false
  );
}
async function chooseFailing(line, failing, place, memory) {
  const files2 = /* @__PURE__ */ new Set();
  for (const { file } of failing) {
    if (file === null) return whole;
    files2.add(file);
  }
  if (files2.size === 0) return whole;
  const graph = new ImportGraph(place.root, posix10.join(place.root, place.directory));
  const filtered = await Promise.all([...files2].map(async (file) => (await graph.packages(file)).has("node:test")));
  const usesNodeTest = filtered.every((uses) => uses);
  const names = (kind, own) => (kind === "node:test" || kind === "script") && !usesNodeTest ? null : namesOf(kind, failing, own, memory);
  return assign(line, [...files2], place.directory, names, false);
}
function namesOf(kind, failing, files2, memory) {
  const own = failing.filter(({ file }) => file !== null && files2.has(file));
  if (own.length > maxNames || own.some(({ id }) => isOutsideOfTests(id))) return null;
  if (kind === "mocha" || kind === "jest" || kind === "vitest") return own.map(({ name }) => name);
  if (kind === "ava") return own.some(({ name }) => name.startsWith("!")) ? null : own.map(({ name }) => name);
  if (kind !== "node:test" && kind !== "script") return null;
  return own.flatMap(({ id, name, file }) => {
    const path2 = id.slice((file ?? "").length + 3).replace(/ \(\d+\)$/, "").split(" > ");
    const ancestors = path2.slice(0, -1).filter((_, depth) => !memory.suites.has(path2.slice(0, depth + 1).join(" > ")));
    return [name, ...ancestors];
  });
}
async function chooseRelated(line, options10, place, memory) {
  const changed = (options10.changed ?? []).map((file) => posix10.normalize(file));
  if (changed.length === 0) return whole;
  const kinds = [...line.runners];
  const [only] = kinds;
  if (kinds.length === 1 && only !== void 0 && (only[1].kind === "jest" || only[1].kind === "vitest")) {
    const failingFiles = (options10.failing ?? []).flatMap(({ file }) => file === null ? [] : [file]);
    const files2 = inDirectory([.../* @__PURE__ */ new Set([...changed, ...failingFiles])], place.directory);
    return files2 === null ? whole : { kind: "some", selections: /* @__PURE__ */ new Map([[only[0], { files: files2, names: null, related: true }]]) };
  }
  return chooseByImports(line, options10, changed, place, memory);
}
async function chooseByImports(line, options10, changed, place, memory) {
  const graph = new ImportGraph(place.root, posix10.join(place.root, place.directory));
  const universe = memory.files.size > 0 ? [...memory.files] : await listFiles(place.root, place.directory, isTestFile);
  const related = new Set((options10.failing ?? []).flatMap(({ file }) => file === null ? [] : [file]));
  const reached = /* @__PURE__ */ new Set();
  for (const file of universe) {
    const reach = await graph.reach(file);
    const hits = changed.filter((each) => reach.has(each));
    if (hits.length > 0) related.add(file);
    for (const hit of hits) reached.add(hit);
  }
  if (changed.some((file) => !reached.has(file)) || related.size === 0 || universe.every((file) => related.has(file))) return whole;
  return assign(line, [...related], place.directory, () => null, false);
}
function assign(line, files2, directory, names, related) {
  const byRunner = /* @__PURE__ */ new Map();
  for (const file of files2) {
    const index = runnerOf2(line, file, directory);
    if (index === null) return whole;
    byRunner.set(index, [...byRunner.get(index) ?? [], file]);
  }
  const selections = /* @__PURE__ */ new Map();
  for (const [index, own] of byRunner) {
    const runner = line.runners.get(index);
    const inside = inDirectory(own, directory);
    if (runner === void 0 || inside === null) return whole;
    const filter = names(runner.kind, new Set(own));
    selections.set(index, runner.kind === "script" && filter === null ? "whole" : { files: inside, names: filter, related });
  }
  return selections.size === 0 ? whole : { kind: "some", selections };
}
function runnerOf2(line, file, directory) {
  const local = inDirectory([file], directory)?.[0];
  if (local === void 0) return null;
  const runners2 = [...line.runners];
  const written = (runner) => runner.kind === "script" ? [scriptFile(runner) ?? ""] : positionalsOf(parseArguments(runner.args, optionTables[runner.kind])).map((each) => each.value ?? "");
  const literal2 = runners2.filter(
    ([, runner]) => written(runner).some((each) => posix10.normalize(each) === local || posix10.normalize(`${each}.js`) === local)
  );
  if (literal2.length === 1) return literal2[0]?.[0] ?? null;
  if (runners2.length === 1) return runners2[0]?.[0] ?? null;
  const candidates = runners2.filter(([, runner]) => runner.kind !== "script");
  return candidates.length === 1 ? candidates[0]?.[0] ?? null : null;
}
function inDirectory(files2, directory) {
  if (directory === "") return [...files2];
  const inside = files2.filter((file) => file.startsWith(`${directory}/`)).map((file) => file.slice(directory.length + 1));
  return inside.length === files2.length ? inside : null;
}

// src/suite/ecosystems/javascript/prepare.ts
async function prepareRun(setting, memory, options10, reporters = true) {
  const { plan, root, cwd, folder } = setting;
  const reading = await readManifest(cwd);
  const manifest = reading.kind === "read" ? reading.manifest : null;
  const line = readTestLine(plan.testCommand, manifest?.scripts ?? {});
  await writeTools(setting, options10, line === null || ![...line.runners.values()].some(({ kind }) => kind !== "script"));
  const kinds = line === null ? /* @__PURE__ */ new Map() : await nodeFileKinds(line, setting);
  const rendering = await renderingFor(setting, kinds, { coverage: options10.coverage === true, reporters, companion: options10.companion });
  const choice = line === null ? null : await choose(line, options10, { root, directory: plan.directory }, memory);
  const part = line !== null && choice?.kind === "some" ? renderSelected(line, choice.selections, rendering) : null;
  const ownOptions2 = setting.env.testEnv.NODE_OPTIONS;
  return {
    line: part ?? (line === null ? plan.testCommand : renderWhole(line, rendering)),
    selected: part !== null,
    environment: {
      npm_lifecycle_event: "test",
      npm_package_json: join10(cwd, "package.json"),
      INIT_CWD: cwd,
      ...manifest?.name === void 0 ? {} : { npm_package_name: manifest.name },
      ...manifest?.version === void 0 ? {} : { npm_package_version: manifest.version },
      PATH: [.../* @__PURE__ */ new Set([join10(cwd, "node_modules", ".bin"), join10(root, "node_modules", ".bin")])].join(":"),
      NODE_OPTIONS: [...ownOptions2 === void 0 ? [] : [ownOptions2], preload(folder, options10.companion)].join(" "),
      // A cached result of a task is no run.
      TURBO_FORCE: "true",
      NX_SKIP_NX_CACHE: "true",
      NX_DAEMON: "false"
    },
    instead: async (result) => result.exitCode === 9 && reporters && /bad option: --test-reporter/.test(result.stderr) ? prepareRun(setting, memory, options10, false) : null,
    read: async (result) => {
      const results = await read(setting, { line, kinds, part: part === null ? null : choice }, result, options10.timeoutMs);
      if (part === null && !result.timedOut && !result.aborted) remember(memory, results);
      const { reading: _, ...kept } = part === null ? results : withoutFilteredOut(results, options10);
      return { ...kept, coverage: options10.coverage === true ? await readCoverage(folder, { root, cwd }, kept.results) : null };
    }
  };
}
async function writeTools({ folder, root }, options10, inject) {
  const sources = {
    "probe.cjs": probeSource({
      REGREEN_PROBE_DIR: folder,
      REGREEN_PROBE_ROOT: root,
      ...options10.coverage === true ? { REGREEN_PROBE_COVERAGE: "1" } : {},
      ...inject ? { REGREEN_PROBE_INJECT: "1" } : {}
    }),
    "jasmine-reporter.cjs": jasmineReporterSource,
    "mocha-reporter.cjs": mochaReporterSource,
    "node-reporter.mjs": nodeReporterSource,
    "jest-coverage.cjs": jestCoverageSource,
    "vitest-coverage.mjs": vitestReporterSource,
    "vitest-setup.mjs": vitestSetupSource
  };
  await Promise.all(Object.entries(sources).map(([name, source2]) => writeFile(join10(folder, name), source2)));
}
async function renderingFor({ folder, root, cwd }, kinds, { coverage, reporters, companion }) {
  const tapMajor = await installedMajor([cwd, root], "tap");
  const instruments = (index) => ({
    mochaReporter: join10(folder, "mocha-reporter.cjs"),
    jasmineReporter: join10(folder, "jasmine-reporter.cjs"),
    nodeReporter: reporters ? join10(folder, "node-reporter.mjs") : null,
    jsonReport: join10(folder, `report-${index}.json`),
    jestCoverage: coverage ? join10(folder, "jest-coverage.cjs") : null,
    vitestCoverage: coverage ? join10(folder, "vitest-coverage.mjs") : null,
    tapMajor,
    nodeFile: kinds.get(index) ?? "plain"
  });
  return { instruments, nodeOptions: preload(folder, companion), lean: coverage, tapFile: (index) => join10(folder, `tap-${index}.txt`) };
}
function preload(folder, companion) {
  const files2 = [join10(folder, "probe.cjs"), ...companion === void 0 ? [] : [companion.file]];
  return files2.map((file) => `--require ${/[\s"\\]/.test(file) ? `"${file.replace(/[\\"]/g, "\\$&")}"` : file}`).join(" ");
}
async function installedMajor(folders, name) {
  for (const folder of folders) {
    const reading = await readManifest(join10(folder, "node_modules", name));
    if (reading.kind === "read") return Number.parseInt(reading.manifest.version ?? "0", 10);
  }
  return 0;
}
async function nodeFileKinds(line, { root, cwd, plan }) {
  const kinds = /* @__PURE__ */ new Map();
  for (const [index, runner] of line.runners) {
    const file = scriptFile(runner);
    if (file === null) continue;
    const graph = new ImportGraph(root, cwd);
    const path2 = posix11.normalize(posix11.join(plan.directory, file));
    const packages = await graph.packages(await readText(join10(root, path2), 2 << 20) === null ? `${path2}.js` : path2);
    const kind = packages.has("node:test") ? "node:test" : packages.has("tape") ? "tape" : packages.has("tap") ? "tap" : "plain";
    kinds.set(index, kind);
  }
  return kinds;
}
async function read(setting, { line, kinds, part }, result, timeoutMs) {
  const { root, cwd, folder, plan } = setting;
  const tap = [];
  const scripts2 = [];
  let expectsTap = false;
  for (const [index, runner] of line?.runners ?? []) {
    const copied = await readText(join10(folder, `tap-${index}.txt`), maxReportBytes);
    if (copied !== null) tap.push(copied);
    expectsTap ||= runner.kind === "tap" || kinds.get(index) === "tap";
    const file = scriptFile(runner);
    if (file !== null) scripts2.push(posix11.normalize(posix11.join(plan.directory, /\.[cm]?[jt]sx?$/.test(file) ? file : `${file}.js`)));
  }
  const json = await jsonReports(folder);
  const events = await readEvents(folder);
  const chosen = part?.kind === "some" ? [...part.selections.values()].flatMap(
    (selection) => selection === "whole" ? scripts2 : selection.files.map((file) => posix11.join(plan.directory, file))
  ) : scripts2;
  const soleFile = chosen.length === 1 && (part !== null || line?.runners.size === 1) ? chosen[0] ?? null : null;
  const place = { root, cwd };
  const output = result.clippedBytes === 0 ? result.stdout : await wholeOutput(join10(folder, "output.txt"), result.stdout);
  return assemble({ command: plan.testCommand, result, events, json, output, tap, scripts: scripts2, expectsTap, soleFile, place, timeoutMs });
}
async function jsonReports(folder) {
  const names = (await namesIn(folder)).filter((name) => /^report-[\w-]+\.json$/.test(name)).sort();
  const reports2 = await Promise.all(names.map((name) => readJsonReport(join10(folder, name))));
  return reports2.filter((report2) => report2 !== null);
}
async function wholeOutput(file, otherwise2) {
  try {
    return (await stat3(file)).size <= maxReportBytes ? await readFile(file, "utf8") : otherwise2;
  } catch {
    return otherwise2;
  }
}
function remember(memory, { results, reading }) {
  for (const path2 of reading.suites) memory.suites.add(path2.join(" > "));
  for (const { file } of results) if (file !== null) memory.files.add(file);
}
function withoutFilteredOut(results, options10) {
  if (options10.scope !== "failing") return results;
  const wanted = new Set((options10.failing ?? []).map(({ id }) => id));
  const kept = results.results.filter(({ id, status }) => wanted.has(id) || status === "failed" || status === "passed");
  return { ...results, results: kept, counts: countResults(kept) };
}

// src/suite/ecosystems/javascript/index.ts
var javascript = {
  name: "javascript",
  isManifest: (name) => name === "package.json",
  detect,
  alreadyInstalled: async (cwd, { setupCommand }) => setupCommand === null ? null : alreadyInstalled(cwd, setupCommand),
  open: (plan) => {
    const memory = { files: /* @__PURE__ */ new Set(), suites: /* @__PURE__ */ new Set() };
    return {
      prepare: (setting, options10) => prepareRun(setting, memory, options10),
      concludeEvents: (ended, events) => concludeEvents(plan, ended, events)
    };
  }
};

// src/suite/ecosystems/languages/detect.ts
import { access, constants, readdir as readdir5 } from "node:fs/promises";
import { homedir } from "node:os";
import { delimiter, join as join28, posix as posix22 } from "node:path";

// src/suite/ecosystems/languages/dotnet.ts
import { join as join11, posix as posix12 } from "node:path";

// src/suite/ecosystems/languages/call.ts
var passing2 = new Set(
  "env time nice timeout xvfb-run poetry uv pipenv pdm hatch rye conda micromamba bundle coverage kcov valgrind catchsegv rtx mise asdf nix-shell".split(
    " "
  )
);
var withValue = /^(?:--with|--group|--extra|--package|--only-group|-n|--name|--prefix|--python|-p|-s|--project|--directory)$/;
function programName(word2) {
  return word2.replace(/^.*[\\/]/, "").replace(/\.(?:exe|bat|cmd)$/, "");
}
function findCall(words, match) {
  const values = words.map((word2) => word2.value ?? word2.raw);
  for (let at = 0; at < values.length; at += 1) {
    const length = at > 0 && withValue.test(values[at - 1] ?? "") ? 0 : match(values.slice(at));
    if (length > 0) return { before: words.slice(0, at), program: words.slice(at, at + length), args: words.slice(at + length) };
    if (at === 0 && !passing2.has(programName(values[0] ?? "")) && !isModuleOfPython(values)) return null;
  }
  return null;
}
function isModuleOfPython(values) {
  return isPython(values[0] ?? "") && values[1] === "-m" && passing2.has(values[2] ?? "");
}
function isPython(word2) {
  return /^(?:python|pypy)(?:\d(?:\.\d+)?t?)?$/.test(programName(word2));
}
function pythonModule(rest, name) {
  if (!isPython(rest[0] ?? "")) return 0;
  for (let at = 1; at < rest.length; at += 1) {
    const word2 = rest[at] ?? "";
    if (word2 === "-m") return rest[at + 1] === name ? at + 2 : 0;
    if (/^-[WX]$/.test(word2)) at += 1;
    else if (!word2.startsWith("-")) return 0;
  }
  return 0;
}
function atDashes(args) {
  const at = args.findIndex((word2) => word2.value === "--");
  return at < 0 ? { own: args, behind: [] } : { own: args.slice(0, at), behind: args.slice(at) };
}

// src/suite/ecosystems/languages/frames.ts
var ends = "py|go|rs|java|kt|groovy|scala|rb|rake|php|phpt|cs|fs|vb|exs?|pl|pm|t|c|cc|cpp|cxx|h|hh|hpp|m";
var forms = [
  // Python's own traceback.
  { pattern: /^\s*File "(?<file>[^"]+)", line (?<line>\d+)(?:, in (?<function>.+))?$/ },
  // The JVM: only the file's bare name stands there, the package tells its folder.
  {
    pattern: /^\s*at (?:[\w.$-]+\/{1,2})?(?<class>(?:[\w$]+\.)*[\w$]+)\.(?<function>[\w$<>]+)\((?<file>[\w$-]+\.(?:java|kt|groovy|scala)):(?<line>\d+)\)/,
    fileOf: ({ class: name = "", file = "" }) => [...name.split(".").slice(0, -1), file].join("/")
  },
  // .NET.
  { pattern: /^\s*at (?<function>.+?) in (?<file>.+?):line (?<line>\d+)$/ },
  // Elixir: `(app 0.1.0) lib/a.ex:5: A.f/1`.
  { pattern: /^\s*(?:\([\w .-]+\) )?(?<file>\S+\.exs?):(?<line>\d+): (?<function>.+)$/ },
  // Ruby: `./spec/a.rb:5:in 'f'`, with `# ` in front in RSpec's text.
  { pattern: /^\s*(?:# |from )?(?<file>[^\s:][^:]*\.(?:rb|rake)):(?<line>\d+)(?::in [`'](?<function>[^'`]+)')?/ },
  // Rust: `thread 'x' panicked at src/a.rs:3:5:`, and its older form with the message before the place.
  { pattern: /panicked at (?:'[\s\S]*', )?(?<file>\S+\.rs):(?<line>\d+):(?<column>\d+)/ },
  { pattern: /^\s*at (?<file>\S+\.rs):(?<line>\d+):(?<column>\d+)$/ },
  // Rust's compiler.
  { pattern: /^\s*--> (?<file>\S+\.rs):(?<line>\d+):(?<column>\d+)$/ },
  // PHP: `#3 /a/b.php(12): f()`, and PHPUnit's `/a/b.php:12`.
  { pattern: /^(?:#\d+ )?(?<file>\S[^()]*\.php)\((?<line>\d+)\)(?:: (?<function>.+))?$/ },
  // Perl.
  { pattern: /(?:^|\s)at (?<file>\S+\.(?:t|pl|pm)) line (?<line>\d+)\.?/ },
  // `file:line: text` of pytest, Go, C and C++ programs and compilers, and `javac`'s `[ERROR] /a/B.java:[3,5]`.
  { pattern: /^(?:\[ERROR\] )?(?<file>\/\S+\.(?:java|kt)):\[(?<line>\d+),(?<column>\d+)\]/ },
  {
    pattern: new RegExp(
      `^(?:[\\w./-]+: )?\\s*(?<file>[^\\s:"'()]+\\.(?:${ends})):(?<line>\\d+)(?::(?<column>\\d+))?(?:$|:\\s?(?:in (?<function>\\S+))?| \\+0x)`
    )
  }
];
var foreign = /(?:^|\/)(?:node_modules|site-packages|dist-packages|vendor|\.venv|venv|\.tox|\.nox|deps|gems)\//;
function positionIn(line) {
  if (line.length > 2e3) return null;
  for (const { pattern, fileOf } of forms) {
    const groups = pattern.exec(line)?.groups;
    if (groups?.file === void 0 || groups.line === void 0) continue;
    return {
      file: fileOf?.(groups) ?? groups.file,
      line: Number(groups.line),
      column: groups.column === void 0 ? null : Number(groups.column),
      function: groups.function ?? null
    };
  }
  return null;
}
async function framesOf(text2, place, sources, near = "") {
  const frames = [];
  let isPython2 = false;
  for (const line of plain(text2).split("\n")) {
    if (frames.length >= 60) break;
    const position2 = positionIn(line);
    if (position2 === null) continue;
    isPython2 ||= /\.py$/.test(position2.file);
    const frame = await located(position2, place, sources, near);
    const last = frames.at(-1);
    if (last === void 0 || last.file !== frame.file || last.line !== frame.line) frames.push(frame);
  }
  return (isPython2 ? frames.reverse() : frames).slice(0, 50);
}
async function located({ file, line, column, function: name }, place, sources, near) {
  const own = relativeToRoot(file, place);
  const isThere = own.inside && (await sources.files()).includes(own.path);
  const path2 = isThere ? own.path : /^\//.test(file) && !own.inside ? null : await sources.find(file, near);
  return {
    file: path2 ?? own.path,
    line,
    column,
    function: name,
    inRepository: path2 !== null && !foreign.test(path2)
  };
}

// src/suite/ecosystems/languages/dotnet.ts
var options = {
  values: new Set(
    "-l --logger -s --settings --filter -c --configuration -f --framework -r --runtime --results-directory -o --output -a --arch -v --verbosity --collect -d --diag --blame-hang-timeout".split(
      " "
    )
  )
};
var dotnetTest = {
  runner: "dotnet test",
  find: (words) => findCall(words, (rest) => programName(rest[0] ?? "") === "dotnet" && rest[1] === "test" ? 2 : 0),
  render({ before, program: program3, args }, { folder }, selection) {
    const { own, behind } = atDashes(args);
    const kept = without(parseArguments(own, options), ["--results-directory"]);
    const report2 = ["--logger", "trx;LogFilePrefix=regreen", "--results-directory", folder].map(word);
    const start2 = [...before, ...program3];
    if (selection === null) return [...start2, ...allWords(kept), ...report2, ...behind];
    if (selection.tests.length === 0) return null;
    const names = [...new Set(selection.tests.map(({ name }) => `FullyQualifiedName=${name.replace(/[\\()&|=!~]/g, "\\$&")}`))];
    return [...start2, ...allWords(without(kept, ["--filter", "--collect"])), ...report2, word("--filter"), word(names.join("|")), ...behind];
  },
  async read(remains) {
    const texts3 = await reportsIn(remains.folder, /\.trx$/);
    const results = [];
    let broken = null;
    for (const text2 of texts3) {
      const report2 = await readTrx(text2, remains);
      broken ??= report2.broken;
      results.push(...report2.results);
    }
    return texts3.length === 0 ? null : { results, form: "report", broken };
  }
};
async function readTrx(text2, remains) {
  const { root, broken } = readXml(text2);
  if (root === null || root.name !== "TestRun") return { results: [], broken: "it is no TRX report" };
  const methods = new Map(elementsNamed(root, "UnitTest").map((test) => [test.attributes.get("id") ?? "", childNamed(test, "TestMethod")]));
  const results = [];
  for (const result of elementsNamed(root, "UnitTestResult"))
    if (result.closed) results.push(await toRaw2(result, methods.get(result.attributes.get("testId") ?? "") ?? null, remains));
  const [counters] = elementsNamed(root, "Counters");
  const total = Number(counters?.attributes.get("total") ?? Number.NaN);
  const failed = Number(counters?.attributes.get("failed") ?? 0);
  const fits = Number.isFinite(total) && total <= results.length && failed <= results.filter(({ status }) => status === "failed").length;
  return { results, broken: broken ?? (fits ? null : "its counters do not fit its results") };
}
async function toRaw2(result, method, { sources, directory, root }) {
  const outcome = result.attributes.get("outcome") ?? "";
  const owner = (method?.attributes.get("className") ?? "").replace(/,.*$/, "");
  const name = method?.attributes.get("name") ?? result.attributes.get("testName") ?? "";
  const shown = (result.attributes.get("testName") ?? name).replace(`${owner}.`, "");
  const output = childNamed(result, "Output");
  const info = output === null ? null : childNamed(output, "ErrorInfo");
  const message = info === null ? "" : childNamed(info, "Message")?.text.trim() ?? "";
  const stack = info === null ? "" : childNamed(info, "StackTrace")?.text.trim() ?? "";
  const simple = owner.split(/[.+]/).at(-1) ?? "";
  const file = simple === "" ? null : await sources.find(`${simple}.cs`, directory);
  const own = stack.split("\n").map(positionIn).find((position2) => position2 !== null && file !== null && posix12.normalize(position2.file).endsWith(file));
  return {
    file: file === null ? null : posix12.join(root, file),
    path: [...file === null ? [owner] : [simple], shown].filter((part) => part !== ""),
    name: owner === "" ? name : `${owner}.${name.replace(/\(.*$/s, "")}`,
    line: own?.line ?? null,
    status: outcome === "Passed" ? "passed" : outcome === "NotExecuted" || outcome === "Inconclusive" ? "skipped" : "failed",
    seconds: seconds(result.attributes.get("duration")),
    message: message || outcome,
    stack: `${message}
${stack}`,
    ...expectation(message)
  };
}
function seconds(duration) {
  const match = /^(\d+):(\d+):(\d+(?:\.\d+)?)$/.exec(duration ?? "");
  return match === null ? null : Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3]);
}
var dotnet = {
  name: ".NET",
  runners: [dotnetTest],
  isManifest: (name) => /\.(?:sln|slnx|csproj|fsproj|vbproj)$/.test(name),
  manifest: async ({ names }) => names.find((name) => /\.slnx?$/.test(name)) ?? names.find((name) => /\.(?:cs|fs|vb)proj$/.test(name)) ?? null,
  async guess(folder, manifest) {
    const test = (await folder.files()).find((file) => /tests?[^/]*\/.*\.(?:cs|fs)$/i.test(file) || /Tests?\.(?:cs|fs)$/.test(file));
    if (test === void 0) return null;
    return {
      runner: "dotnet test",
      testCommand: "dotnet test",
      setupCommand: "dotnet restore",
      reasons: [`.NET: ${manifest}`, `runner dotnet test: ${test}`]
    };
  },
  environment: ({ dependencies, home, exists: exists2 }) => ({
    DOTNET_CLI_TELEMETRY_OPTOUT: "1",
    DOTNET_NOLOGO: "1",
    DOTNET_SKIP_FIRST_TIME_EXPERIENCE: "1",
    NUGET_PACKAGES: home !== null && exists2(join11(home, ".nuget", "packages")) ? join11(home, ".nuget", "packages") : join11(dependencies, "nuget")
  })
};

// src/suite/ecosystems/languages/elixir.ts
import { join as join12 } from "node:path";
var options2 = {
  values: new Set(
    "--only --include --exclude --seed --max-cases --max-failures --formatter --timeout --partitions --repeat-until-failure --export-coverage".split(
      " "
    )
  )
};
var formatter = `defmodule Regreen.Formatter do
  use GenServer

  def init(_), do: {:ok, System.fetch_env!("REGREEN_EXUNIT")}

  def handle_cast({:test_finished, %ExUnit.Test{} = test}, path) do
    {status, message} = outcome(test)
    module = test.module |> Atom.to_string() |> String.replace_prefix("Elixir.", "")
    fields = [module, Atom.to_string(test.name), to_string(test.tags[:file]), to_string(test.tags[:line]), status, to_string(test.time), message]
    File.write!(path, Enum.map_join(fields, "\\t", &Base.encode64/1) <> "\\n", [:append])
    {:noreply, path}
  end

  def handle_cast({:suite_finished, _}, path) do
    File.write!(path, "end\\n", [:append])
    {:noreply, path}
  end

  def handle_cast(_, path), do: {:noreply, path}

  defp outcome(%{state: nil}), do: {"passed", ""}
  defp outcome(%{state: {:failed, failures}} = test), do: {"failed", text(test, failures)}
  defp outcome(%{state: {:invalid, %{state: {:failed, failures}}}} = test), do: {"failed", text(test, failures)}
  defp outcome(%{state: {:invalid, _}}), do: {"failed", "its module could not be set up"}
  defp outcome(%{state: {kind, _}}) when kind in [:skipped, :excluded], do: {"skipped", ""}

  defp text(test, failures), do: ExUnit.Formatter.format_test_failure(test, failures, 1, 120, fn _, text -> text end)
end
`;
var exunit = {
  runner: "exunit",
  files: { "regreen_formatter.exs": formatter },
  find: (words) => findCall(words, (rest) => programName(rest[0] ?? "") === "mix" && rest[1] === "test" ? 2 : 0),
  render({ before, args }, { folder }, selection) {
    const kept = without(parseArguments(args, options2), [
      "--max-failures",
      "--stale",
      "--failed",
      ...selection === null ? [] : ["--cover", "--only"]
    ]);
    const start2 = ["elixir", "-r", join12(folder, "regreen_formatter.exs"), "-S", "mix", "test"].map(word);
    const report2 = ["--formatter", "ExUnit.CLIFormatter", "--formatter", "Regreen.Formatter"].map(word);
    if (selection === null) return [...before, ...start2, ...report2, ...allWords(kept)];
    const places = selection.tests.map(({ name }) => name);
    const files2 = places.length === 0 || places.some((each) => !/:\d+$/.test(each)) ? selection.files : places;
    return [...before, ...start2, ...report2, ...optionsOf(kept), ...files2.map(word)];
  },
  environment: ({ folder }) => ({ REGREEN_EXUNIT: join12(folder, "exunit.txt") }),
  async read({ folder, cwd }) {
    const texts3 = await reportsIn(folder, /^exunit\.txt$/);
    if (texts3.length === 0) return null;
    const lines2 = texts3.flatMap((text2) => text2.split("\n")).filter((line) => line !== "");
    const results = lines2.flatMap((line) => parse2(line, cwd));
    return { results, form: "report", broken: lines2.includes("end") ? null : "it ended before the suite did" };
  }
};
function parse2(line, cwd) {
  const [module = "", name = "", file = "", at = "", status = "", time = "", message = ""] = line.split("	").map((field) => Buffer.from(field, "base64").toString("utf8"));
  if (status !== "passed" && status !== "failed" && status !== "skipped") return [];
  const local = file.startsWith(`${cwd}/`) ? file.slice(cwd.length + 1) : file;
  return [
    {
      file: file || null,
      path: [module, name.replace(/^test /, "")],
      name: `${local}:${at}`,
      line: Number(at) || null,
      status,
      seconds: Number(time) / 1e6,
      message,
      stack: message,
      ...leftAndRight(message)
    }
  ];
}
function leftAndRight(text2) {
  const match = /^\s*left: +([^\n]+)\n\s*right: +([^\n]+)/m.exec(text2);
  return match === null ? expectation("") : { expected: match[2]?.trim() ?? null, actual: match[1]?.trim() ?? null };
}
var elixir = {
  name: "Elixir",
  runners: [exunit],
  isManifest: (name) => name === "mix.exs",
  manifest: async ({ names }) => names.includes("mix.exs") ? "mix.exs" : null,
  async guess(folder, manifest) {
    const test = (await folder.files()).find((file) => /(?:^|\/)test\/.*_test\.exs$/.test(file));
    if (test === void 0) return null;
    const asks = folder.names.includes("mix.lock") && !await folder.has("deps");
    return {
      runner: "exunit",
      testCommand: "mix test",
      setupCommand: asks ? "mix local.hex --force --if-missing && mix deps.get" : null,
      reasons: [`Elixir: ${manifest}`, `runner ExUnit: ${test}`]
    };
  },
  environment: ({ profile, dependencies, build, home, exists: exists2 }) => ({
    MIX_BUILD_ROOT: join12(build, "mix"),
    ...home !== null && exists2(join12(home, ".mix")) ? { MIX_HOME: join12(home, ".mix") } : { MIX_HOME: join12(dependencies, "mix") },
    HEX_HOME: join12(dependencies, "hex"),
    ...profile === "test" ? { HEX_OFFLINE: "1" } : {}
  })
};

// src/suite/ecosystems/languages/go.ts
import { join as join15 } from "node:path";

// src/suite/ecosystems/languages/go-test.ts
import { join as join14, posix as posix14 } from "node:path";

// src/suite/ecosystems/languages/source-index.ts
import { readdir as readdir2 } from "node:fs/promises";
import { join as join13, posix as posix13 } from "node:path";
var source = /\.(?:py|go|rs|java|kt|kts|groovy|scala|rb|php|phpt|cs|fs|vb|ex|exs|pl|pm|t|c|cc|cpp|cxx|h|hh|hpp|m)$/;
var skipped2 = /^(?:node_modules|vendor|target|build|dist|out|bin|obj|_build|deps|blib|venv|env|site-packages|__pycache__|cmake-build-.*|\..*)$/;
var maxFiles2 = 5e4;
var maxFolders2 = 1e4;
var SourceIndex = class {
  root;
  #files = null;
  #texts = /* @__PURE__ */ new Map();
  constructor(root) {
    this.root = root;
  }
  files() {
    this.#files ??= listSources(this.root);
    return this.#files;
  }
  /**
   * The file that `tail` (`Sum.java`, `com/acme/Sum.java`, `./sum.go`) ends the path of: below `near` first, then the only one there is.
   * Null when there is none or it is not clear which.
   */
  async find(tail, near = "") {
    const wanted = posix13.normalize(tail.replaceAll("\\", "/")).replace(/^(?:\.\.?\/)+|^\/+/, "");
    if (wanted === "" || wanted === ".") return null;
    const matches = (await this.files()).filter((file) => file === wanted || file.endsWith(`/${wanted}`));
    if (matches.length <= 1) return matches[0] ?? null;
    const own = near === "" ? [] : matches.filter((file) => file.startsWith(`${near}/`));
    if (own.length === 1) return own[0] ?? null;
    return matches.find((file) => file === posix13.join(near, wanted)) ?? null;
  }
  /** Lines of a file; null when it cannot be read. */
  lines(file) {
    let lines2 = this.#texts.get(file);
    if (lines2 === void 0) {
      lines2 = readText(join13(this.root, file), 2 << 20).then((text2) => text2?.split("\n") ?? null);
      this.#texts.set(file, lines2);
    }
    return lines2;
  }
  /** Number of the first line of `file` that `pattern` matches, from 1; null when none does. */
  async lineOf(file, pattern) {
    const index = (await this.lines(file))?.findIndex((line) => line.length < 2e3 && pattern.test(line)) ?? -1;
    return index < 0 ? null : index + 1;
  }
};
async function listSources(root, limit = maxFiles2) {
  const found = [];
  const folders = [""];
  for (let folder = folders.shift(); folder !== void 0; folder = folders.shift()) {
    const entries = await readdir2(join13(root, folder), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path2 = posix13.join(folder, entry.name);
      if (entry.isDirectory() && !skipped2.test(entry.name) && folders.length < maxFolders2) folders.push(path2);
      else if (entry.isFile() && source.test(entry.name)) found.push(path2);
      if (found.length >= limit) return found.sort();
    }
  }
  return found.sort();
}
function escapeRegex2(text2) {
  return text2.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

// src/suite/ecosystems/languages/go-test.ts
var options3 = {
  values: new Set(
    "-run -bench -benchtime -count -cpu -coverprofile -covermode -coverpkg -timeout -parallel -p -tags -ldflags -gcflags -asmflags -mod -modfile -o -exec -skip -shuffle -vet -fuzz -fuzztime -list -outputdir -blockprofile -cpuprofile -memprofile -mutexprofile -trace -overlay -pgo -C".split(
      " "
    )
  )
};
var report = ["-json", "-count=1"].map(word);
var goTest = {
  runner: "go test",
  find: (words) => findCall(words, (rest) => programName(rest[0] ?? "") === "go" && rest[1] === "test" ? 2 : 0),
  render({ before, program: program3, args }, _, selection) {
    const kept = without(parseArguments(args, options3), ["-json", "-count", "-failfast", "-v", "-test.v"]);
    if (selection === null) return [...before, ...program3, ...report, ...allWords(kept)];
    const folders = [...new Set(selection.files.map((file) => `./${posix14.dirname(file)}`))];
    const filter = selection.tests.some(({ id }) => id.endsWith(fileLevel)) ? [] : runFilter(selection.tests.map(({ name }) => name));
    const own = optionsOf(without(kept, [...filter.length > 0 ? ["-run", "-skip"] : [], "-cover*", "-bench", "-C"]));
    return [...before, ...program3, ...report, ...own, ...filter, ...folders.map(word)];
  },
  // gotestsum keeps the events it read where it is told to.
  environment: ({ folder }) => ({ GOTESTSUM_JSONFILE: join14(folder, "gotestsum.json") }),
  async read(remains) {
    const text2 = await reportText(join14(remains.folder, "gotestsum.json")) ?? remains.stdout;
    const events = text2.split("\n").flatMap((line) => parseEvent(line));
    return events.length === 0 ? null : readEvents2(events, remains);
  }
};
function runFilter(names) {
  if (names.length === 0) return [];
  const [only, ...others] = names.map((name) => name.split("/"));
  const parts = others.length === 0 && only !== void 0 ? only.map((part) => [part]) : [names.map((name) => name.split("/")[0] ?? "")];
  return [word("-run"), word(parts.map((level) => `^(${[...new Set(level)].map(escapeRegex2).join("|")})$`).join("/"))];
}
var eventSchema2 = object({
  Action: string(),
  Package: string().optional(),
  ImportPath: string().optional(),
  Test: string().optional(),
  Elapsed: number().optional(),
  Output: string().optional(),
  FailedBuild: string().optional()
});
function parseEvent(line) {
  if (!line.startsWith('{"')) return [];
  try {
    const parsed = eventSchema2.safeParse(JSON.parse(line));
    return parsed.success ? [parsed.data] : [];
  } catch {
    return [];
  }
}
async function readEvents2(events, remains) {
  const told = /* @__PURE__ */ new Map();
  const builds2 = /* @__PURE__ */ new Map();
  for (const event of events) {
    if (event.Action === "build-output" && event.ImportPath !== void 0) {
      const key2 = event.ImportPath.replace(/ \[.*$/, "");
      builds2.set(key2, [...builds2.get(key2) ?? [], event.Output ?? ""]);
    }
    if (event.Package === void 0) continue;
    const key = `${event.Package}
${event.Test ?? ""}`;
    const one = told.get(key) ?? { pkg: event.Package, test: event.Test ?? null, output: [], status: null, seconds: null, noTests: false };
    told.set(key, one);
    if (event.Action === "output" && event.Output !== void 0) one.output.push(event.Output);
    if (event.Action === "output" && /\[no test files\]|no tests to run/.test(event.Output ?? "")) one.noTests = true;
    const status = event.Action === "pass" ? "passed" : event.Action === "fail" ? "failed" : event.Action === "skip" ? "skipped" : null;
    if (status !== null) Object.assign(one, { status, seconds: event.Elapsed ?? null });
  }
  const tests2 = [...told.values()].filter(({ test }) => test !== null);
  const module = await readModule(remains.cwd);
  const results = [];
  for (const one of tests2) {
    const isExplained = one.status !== "passed" && one.status !== "skipped" && innerOf(one, tests2).some(({ status }) => status === "failed" || status === null);
    if (isExplained && one.status === null) continue;
    results.push(await testResult(isExplained ? { ...one, status: "passed" } : one, tests2, module, remains));
  }
  for (const one of told.values()) {
    if (one.test !== null || one.noTests) continue;
    const own = tests2.filter(({ pkg }) => pkg === one.pkg);
    if (one.status === "failed" && !own.some(({ status }) => status === "failed" || status === null))
      results.push(await packageFailure(one, builds2.get(one.pkg) ?? [], module, remains));
  }
  const said = [...told.values()].flatMap(({ test, output }) => test === null || output.length > 0 ? output : []).join("");
  return { results, form: "report", broken: null, said: `${said}
${remains.stderr}` };
}
async function readModule(cwd) {
  return /^\s*module\s+"?([^\s"]+)/m.exec(await readText(join14(cwd, "go.mod"), 1 << 20) ?? "")?.[1] ?? "";
}
function folderOf(pkg, module, directory) {
  const inside = pkg === module ? "" : pkg.startsWith(`${module}/`) ? pkg.slice(module.length + 1) : pkg;
  return posix14.join(directory, inside.replace(/(?:_test)?(?: \[.*)?$/, ""));
}
function innerOf({ pkg, test }, all) {
  return all.filter((each) => each.pkg === pkg && each.test?.startsWith(`${test}/`) === true);
}
async function testResult(one, all, module, remains) {
  const { sources, root, directory } = remains;
  const name = one.test ?? "";
  const [top = "", ...rest] = name.split("/");
  const folder = folderOf(one.pkg, module, directory);
  const file = await fileOfTest(folder, top, remains);
  const pattern = new RegExp(`^func ${escapeRegex2(top)}\\(`);
  const detail = [...one.output, ...innerOf(one, all).flatMap(({ output }) => output)].join("");
  const text2 = cleaned(detail);
  const status = one.status ?? "failed";
  return {
    file: file === null ? null : posix14.join(root, file),
    fileInId: file !== null,
    path: [...file === null ? [one.pkg] : [], top, ...rest],
    name,
    line: file === null ? null : await sources.lineOf(file, pattern),
    status,
    seconds: one.seconds,
    message: status === "failed" ? one.status === null ? `did not end
${text2}` : text2 : null,
    stack: text2,
    ...expectation(text2)
  };
}
async function fileOfTest(folder, top, { sources }) {
  const pattern = new RegExp(`^func ${escapeRegex2(top)}\\(`);
  for (const file of await sources.files()) {
    if (!file.endsWith("_test.go") || posix14.join(posix14.dirname(file), ".") !== posix14.join(folder, ".")) continue;
    if (await sources.lineOf(file, pattern) !== null) return file;
  }
  return null;
}
function cleaned(output) {
  return output.split("\n").filter((line) => !/^\s*(?:=== (?:RUN|PAUSE|CONT|NAME)|--- (?:FAIL|PASS|SKIP):|FAIL\b|PASS$|exit status )/.test(line)).join("\n").trim();
}
async function packageFailure({ pkg, output }, build, module, remains) {
  const folder = folderOf(pkg, module, remains.directory);
  const section = new RegExp(`^# ${escapeRegex2(pkg)}(?: |$)[^\\n]*\\n((?:(?!# ).*\\n?)*)`, "m").exec(remains.stderr)?.[1] ?? "";
  const text2 = [build.join(""), section, cleaned(output.join(""))].map((part) => part.trim()).filter((part) => part !== "").join("\n");
  const at = /^(?:\.\/)?([\w./-]+\.go):(\d+)/m.exec(text2)?.[1];
  const file = at === void 0 ? null : await remains.sources.find(at, folder);
  return {
    file: file === null ? null : posix14.join(remains.root, file),
    path: [...file === null ? [folder || "."] : [], fileLevel],
    name: fileLevel,
    status: "failed",
    message: text2 || `${pkg} failed`,
    stack: text2
  };
}

// src/suite/ecosystems/languages/go.ts
var go = {
  name: "Go",
  runners: [goTest],
  isManifest: (name) => name === "go.mod" || name === "go.work",
  manifest: async ({ names }) => ["go.mod", "go.work"].find((name) => names.includes(name)) ?? null,
  async guess(folder, manifest) {
    const tests2 = (await folder.files()).filter((file) => file.endsWith("_test.go"));
    if (tests2.length === 0) return null;
    const asks = /^\s*require\b/m.test(await folder.text("go.mod") ?? "") && !await folder.has("vendor");
    return {
      runner: "go test",
      testCommand: "go test ./...",
      setupCommand: asks ? "go mod download" : null,
      reasons: [
        `Go: ${manifest}`,
        `runner go test: ${tests2[0]}`,
        asks ? "setup command: go.mod requires other modules" : "nothing to install: no modules are required, or they are vendored"
      ]
    };
  },
  environment({ profile, dependencies, build, home, exists: exists2 }) {
    const own = home === null ? null : join15(home, "go", "pkg", "mod");
    return {
      GOCACHE: join15(build, "go-build"),
      // What an earlier step downloaded is taken from there.
      GOMODCACHE: own !== null && exists2(own) ? own : join15(dependencies, "go-mod"),
      GOTOOLCHAIN: "local",
      ...profile === "test" ? { GOPROXY: "off", GOSUMDB: "off" } : {}
    };
  }
};

// src/suite/ecosystems/languages/jvm.ts
import { readdir as readdir3 } from "node:fs/promises";
import { join as join16, posix as posix15 } from "node:path";
var gradleOptions = {
  values: new Set(
    "-p --project-dir -b --build-file -c --settings-file -I --init-script -x --exclude-task -g --gradle-user-home --tests --max-workers --console".split(
      " "
    )
  )
};
var maven = {
  runner: "maven",
  find: (words) => findCall(
    words,
    (rest) => /^(?:mvn|mvnw|mvnd)$/.test(programName(rest[0] ?? "")) && rest.some((each) => /^(?:test|verify|package|install|integration-test|surefire:test)$/.test(each)) ? 1 : 0
  ),
  render({ before, program: program3, args }, _, selection) {
    const start2 = [...before, ...program3, ...["-B", "-o", "-fae"].map(word), ...args];
    if (selection === null) return start2;
    if (selection.tests.length === 0) return null;
    const names = [...new Set(selection.tests.map(({ name }) => name))];
    return [...start2, word(`-Dtest=${names.join(",")}`), word("-Dsurefire.failIfNoSpecifiedTests=false"), word("-DfailIfNoTests=false")];
  },
  read: (remains) => readModules(remains, "pom.xml", ["target/surefire-reports", "target/failsafe-reports"], "#")
};
var gradle = {
  runner: "gradle",
  find: (words) => findCall(
    words,
    (rest) => /^gradlew?$/.test(programName(rest[0] ?? "")) && rest.some((each) => /(?:^|:)(?:test|check|build)$/.test(each)) ? 1 : 0
  ),
  render({ before, program: program3, args }, _, selection) {
    const parsed = parseArguments(args, gradleOptions);
    const tasks = positionalsOf(parsed);
    const again = tasks.some(({ value }) => value === "test" || value === "check" || value === "build") ? [word("cleanTest")] : [];
    const start2 = [
      ...before,
      ...program3,
      ...["--offline", "--continue", "--no-daemon", "--console=plain"].map(word),
      ...optionsOf(parsed),
      ...again
    ];
    if (selection === null) return [...start2, ...tasks];
    if (selection.tests.length === 0) return null;
    const only = tasks.map((task) => task.value === "check" || task.value === "build" ? word("test") : task);
    return [...start2, ...only, ...selection.tests.flatMap(({ name }) => [word("--tests"), word(name)])];
  },
  read: async (remains) => {
    const readings = await Promise.all(
      ["build.gradle", "build.gradle.kts"].map((manifest) => readModules(remains, manifest, ["build/test-results"], "."))
    );
    const found = readings.filter((reading) => reading !== null);
    return found.length === 0 ? null : {
      results: found.flatMap(({ results }) => results),
      form: "report",
      broken: found.find(({ broken }) => broken !== null)?.broken ?? null
    };
  }
};
async function readModules(remains, manifest, reports2, separator) {
  const modules = await foldersWith(remains.cwd, manifest);
  const texts3 = [];
  for (const module of modules) {
    for (const folder of reports2.map((each) => join16(module, each))) {
      const below = await readdir3(folder, { withFileTypes: true }).catch(() => []);
      const folders = [folder, ...below.filter((entry) => entry.isDirectory()).map((entry) => join16(folder, entry.name))];
      for (const each of folders) texts3.push(...await reportsIn(each, /^TEST-.*\.xml$/, remains.startedAt));
    }
  }
  return readJUnit(texts3, (each) => toRaw3(each, remains, separator));
}
async function foldersWith(folder, manifest, levels = 4) {
  const entries = await readdir3(folder, { withFileTypes: true }).catch(() => []);
  const own = entries.some((entry) => entry.name === manifest) ? [folder] : [];
  if (levels === 0) return own;
  const below = entries.filter((entry) => entry.isDirectory() && !/^(?:\.|src$|target$|build$|node_modules$)/.test(entry.name));
  return [...own, ...(await Promise.all(below.map((entry) => foldersWith(join16(folder, entry.name), manifest, levels - 1)))).flat()];
}
async function toRaw3(each, { sources, directory, root }, separator) {
  const owner = each.classname ?? each.suites.at(-1) ?? "";
  const outer = owner.replace(/\$.*$/, "").replaceAll(".", "/");
  const method = each.name.replace(/[[({].*$/s, "").trim();
  let file = null;
  for (const end2 of ["java", "kt", "groovy", "scala"]) file ??= await sources.find(`${outer}.${end2}`, directory);
  const details = each.details ?? "";
  return {
    file: file === null ? null : posix15.join(root, file),
    path: [...file === null ? [owner] : [owner.split(".").at(-1) ?? owner], each.name],
    name: method === "" ? owner : `${owner}${separator}${method}`,
    line: file === null || method === "" ? null : await sources.lineOf(file, new RegExp(`\\b${escapeRegex2(method)}\\b\`?\\s*\\(`)),
    status: each.status,
    seconds: each.seconds,
    message: each.status === "failed" ? [each.type, each.message ?? details.split("\n")[0]].filter((part) => part).join(": ") : null,
    stack: details,
    ...expectation(`${each.message ?? ""}
${details}`)
  };
}
var jvm = {
  name: "Java",
  runners: [maven, gradle],
  isManifest: (name) => /^(?:pom\.xml|(?:build|settings)\.gradle(?:\.kts)?)$/.test(name),
  manifest: async ({ names }) => ["pom.xml", "build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts"].find((name) => names.includes(name)) ?? null,
  async guess(folder, manifest) {
    const test = (await folder.files()).find((file) => /(?:^|\/)src\/(?:test|[a-z]+Test)\/.*\.(?:java|kt|groovy|scala)$/.test(file));
    if (test === void 0) return null;
    const isMaven = manifest === "pom.xml";
    const wrapper = isMaven ? "mvnw" : "gradlew";
    const program3 = folder.names.includes(wrapper) ? `./${wrapper}` : isMaven ? "mvn" : "gradle";
    const fetch = `${program3} -B -q test -Dtest=RegreenRunsNoTest -DfailIfNoTests=false -Dsurefire.failIfNoSpecifiedTests=false`;
    return {
      runner: isMaven ? "maven" : "gradle",
      testCommand: `${program3} test`,
      setupCommand: isMaven && !await folder.cached(".m2/repository") ? fetch : null,
      reasons: [`Java: ${manifest}`, `runner ${isMaven ? "maven" : "gradle"}: ${test}`]
    };
  },
  environment({ dependencies, build, home, exists: exists2 }) {
    const repository = home === null ? null : join16(home, ".m2", "repository");
    const local = repository !== null && exists2(repository) ? repository : join16(dependencies, "m2");
    return {
      MAVEN_OPTS: `-Dmaven.repo.local=${local}`,
      GRADLE_USER_HOME: join16(build, "gradle"),
      ...home !== null && exists2(join16(home, ".gradle", "caches")) ? { GRADLE_RO_DEP_CACHE: join16(home, ".gradle", "caches") } : {}
    };
  }
};

// src/suite/ecosystems/languages/ctest.ts
import { join as join17 } from "node:path";
var options4 = {
  values: new Set(
    "-C --build-config -R --tests-regex -E --exclude-regex -L --label-regex -LE --label-exclude -j --parallel --test-dir --output-junit -O --output-log --timeout --stop-time --repeat -I --tests-information --preset --schedule-random --resource-spec-file".split(
      " "
    )
  )
};
var ctest = {
  runner: "ctest",
  find: (words) => findCall(words, (rest) => /^ctest3?$/.test(programName(rest[0] ?? "")) ? 1 : 0),
  render({ before, program: program3, args }, { folder }, selection) {
    const kept = without(parseArguments(args, options4), ["--output-junit", "--stop-on-failure", "-Q", "--quiet"]);
    const report2 = ["--output-junit", join17(folder, "ctest-report.xml"), "--output-on-failure", "--no-tests=error"].map(word);
    const start2 = [...before, ...program3, ...report2];
    if (selection === null) return [...start2, ...allWords(kept)];
    if (selection.tests.length === 0) return null;
    const names = [...new Set(selection.tests.map(({ name }) => escapeRegex2(name)))];
    const own = optionsOf(without(kept, ["-R", "--tests-regex", "-E", "--exclude-regex", "-I", "--tests-information"]));
    return [...start2, ...own, word("-R"), word(`^(${names.join("|")})$`)];
  },
  environment: () => ({ CTEST_OUTPUT_ON_FAILURE: "1" }),
  async read({ folder }) {
    return readJUnit(await reportsIn(folder, /^ctest-.*\.xml$/), (each) => {
      const output = [each.details, each.output].filter((part) => part !== null && part !== "").join("\n");
      return {
        file: null,
        path: [each.name],
        name: each.name,
        // A program that was not built counts as skipped in the report, and as failed for ctest itself.
        status: /^Unable to find executable/.test(each.output) ? "failed" : each.status,
        seconds: each.seconds,
        message: [each.message, output].filter((part) => part !== null && part !== "").join("\n"),
        stack: output,
        ...expectation(output)
      };
    });
  }
};

// src/suite/ecosystems/languages/native.ts
var cmake = {
  name: "C and C++",
  runners: [ctest],
  isManifest: (name) => name === "CMakeLists.txt",
  manifest: async ({ names }) => names.includes("CMakeLists.txt") ? "CMakeLists.txt" : null,
  async guess(folder, manifest) {
    const tested = /^\s*(?:enable_testing|include\s*\(\s*CTest)/im.test(await folder.text("CMakeLists.txt") ?? "");
    if (!tested) return null;
    const option = /option\s*\(\s*(\w*(?:BUILD|ENABLE)\w*TEST\w*)/i.exec(await folder.text("CMakeLists.txt") ?? "")?.[1];
    const configure = `cmake -S . -B build${option === void 0 || option === "BUILD_TESTING" ? "" : ` -D${option}=ON`}`;
    return {
      runner: "ctest",
      testCommand: `${configure} && cmake --build build && ctest --test-dir build`,
      setupCommand: null,
      reasons: [`C and C++: ${manifest}`, "runner ctest: CMakeLists.txt enables testing", "nothing to install"]
    };
  },
  environment: () => ({ CMAKE_BUILD_PARALLEL_LEVEL: "2", CMAKE_COLOR_DIAGNOSTICS: "OFF" })
};
var targetFiles = ["GNUmakefile", "makefile", "Makefile", "justfile", "Justfile", ".justfile"];
var targets = {
  name: "make and just",
  runners: [],
  isManifest: (name) => targetFiles.includes(name),
  manifest: async (folder) => (await targetOf(folder))?.file ?? null,
  async guess(folder, manifest) {
    const target = await targetOf(folder);
    if (target === null) return null;
    return {
      runner: "command",
      testCommand: `${target.program} ${target.name}`,
      setupCommand: null,
      reasons: [
        `test command: target "${target.name}" in ${manifest}`,
        "runner: what the target starts is told by its reports, else by the exit code"
      ]
    };
  }
};
async function targetOf(folder) {
  for (const file of targetFiles) {
    if (!folder.names.includes(file)) continue;
    const text2 = await folder.text(file) ?? "";
    const name = ["test", "check", "tests"].find((each) => new RegExp(`^@?${each}(?:\\s+[^:=]*)?\\s*::?(?!=)`, "m").test(text2));
    if (name !== void 0) return { program: /just/i.test(file) ? "just" : "make", file, name };
  }
  return null;
}

// src/suite/ecosystems/languages/perl.ts
import { join as join19 } from "node:path";

// src/suite/ecosystems/languages/prove.ts
import { mkdir, readdir as readdir4 } from "node:fs/promises";
import { join as join18, posix as posix16 } from "node:path";
var options5 = {
  values: new Set(
    "-I -P -M -e --exec --ext --harness --formatter --source -a --archive -j --jobs --state --statefile --rc --rules".split(" ")
  )
};
var prove = {
  runner: "prove",
  find: (words) => findCall(words, (rest) => /^(?:prove|yath)$/.test(programName(rest[0] ?? "")) ? 1 : 0),
  render({ before, program: program3, args }, _, selection) {
    if (selection === null) return [...before, ...program3, ...args];
    const kept = parseArguments(args, options5);
    return [...before, ...program3, ...optionsOf(kept), ...selection.files.map(word)];
  },
  environment: ({ folder }) => ({ PERL_TEST_HARNESS_DUMP_TAP: join18(folder, "tap") }),
  async read(remains) {
    const folder = join18(remains.folder, "tap");
    await mkdir(folder, { recursive: true });
    const files2 = await tapFiles(folder);
    if (files2.length === 0) return null;
    const results = [];
    const explained2 = diagnostics(plain(remains.stderr));
    for (const file of files2) {
      const tap = await readTap(await reportText(join18(folder, file)) ?? "");
      const path2 = posix16.join(remains.cwd, file);
      for (const raw of tap.results) results.push(explain({ ...raw, file: path2, fileInId: true }, file, explained2));
      if (tap.bailedOut !== null)
        results.push({ file: path2, path: [fileLevel], name: fileLevel, status: "failed", message: `Bail out! ${tap.bailedOut}` });
    }
    return { results: [...results, ...brokenFiles(results, remains)], form: "tap", broken: null };
  }
};
async function tapFiles(folder, below = "") {
  const entries = await readdir4(join18(folder, below), { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(
    entries.map((entry) => {
      const path2 = posix16.join(below, entry.name);
      return entry.isDirectory() ? tapFiles(folder, path2) : Promise.resolve(entry.isFile() ? [path2] : []);
    })
  );
  return found.flat().sort();
}
function diagnostics(text2) {
  const found = [];
  const pattern = /^ *# {1,3}Failed (?:\(TODO\) )?test (?:'([^\n]*)'\n *# {1,3}at (\S+) line (\d+)\.|at (\S+) line (\d+)\.)((?:\n *#(?! {1,3}Failed| Looks like)[^\n]*)*)/gm;
  for (const match of text2.matchAll(pattern)) {
    found.push({
      name: match[1] ?? "",
      file: match[2] ?? match[4] ?? "",
      line: Number(match[3] ?? match[5]),
      text: match[0].replace(/^ *# {0,3}/gm, "")
    });
  }
  return found;
}
function explain(raw, file, explained2) {
  if (raw.status !== "failed") return raw;
  const own = raw.path.at(-1) ?? "";
  const told = explained2.find((each) => sameFile(each.file, file) && each.name === own) ?? explained2.find((each) => each.name === own && own !== "");
  if (told === void 0) return raw;
  const value = (label) => new RegExp(`^\\s*${label}: (.*)$`, "m").exec(told.text)?.[1]?.replace(/^'(.*)'$/, "$1") ?? null;
  return {
    ...raw,
    line: sameFile(told.file, file) ? told.line : null,
    message: told.text,
    stack: `${told.text}
${raw.stack ?? ""}`,
    expected: value("expected"),
    actual: value("got")
  };
}
function sameFile(first, second) {
  return posix16.normalize(first) === posix16.normalize(second) || first.endsWith(`/${second}`);
}
function brokenFiles(results, { cwd, stdout, stderr }) {
  const summary = /^Test Summary Report\n-+\n([\s\S]*)/m.exec(plain(stdout))?.[1] ?? "";
  const broken = [];
  for (const match of summary.matchAll(/^(\S+)\s+\(Wstat: [^\n]*\)((?:\n {2,}[^\n]*)*)/gm)) {
    const file = posix16.join(cwd, match[1] ?? "");
    if (results.some((result) => result.file === file && result.status === "failed")) continue;
    if (/^\s*TODO passed/m.test(match[2] ?? "") && !/Non-zero|Parse errors/.test(match[2] ?? "")) continue;
    const said = plain(stderr).split("\n").filter((line) => line.trim() !== "").slice(-15).join("\n");
    broken.push({
      file,
      path: [fileLevel],
      name: fileLevel,
      status: "failed",
      message: `${(match[2] ?? "").trim()}
${said}`.trim(),
      stack: said
    });
  }
  return broken;
}

// src/suite/ecosystems/languages/perl.ts
var manifests = ["Makefile.PL", "Build.PL", "cpanfile", "dist.ini", "META.json", "META.yml"];
var perl = {
  name: "Perl",
  runners: [prove],
  isManifest: (name) => manifests.includes(name),
  async manifest(folder) {
    const named3 = manifests.find((name) => folder.names.includes(name));
    const isPerl = named3 !== void 0 && (await folder.files()).some((file) => /\.(?:pm|pl|t)$/.test(file));
    return isPerl ? named3 : (await folder.files()).find((file) => /^t\/[^/]+\.t$/.test(file)) ?? null;
  },
  async guess(folder, manifest) {
    const files2 = await folder.files();
    const first = files2.find((file) => /^t\/.*\.t$/.test(file));
    if (first === void 0) return null;
    const compiles = await folder.has("Makefile.PL") && folder.names.some((name) => name.endsWith(".xs"));
    return {
      runner: "prove",
      testCommand: compiles ? "perl Makefile.PL && make && prove -br t" : "prove -lr t",
      setupCommand: null,
      reasons: [
        `Perl: ${manifest}`,
        `runner prove: ${first}`,
        ...compiles ? ["it is built first: there is code in C (.xs)"] : [],
        "dependencies as they are: those of earlier steps"
      ]
    };
  },
  environment: ({ cwd, exists: exists2 }) => ({
    // Carton and local::lib keep them beside the code.
    ...exists2(join19(cwd, "local", "lib", "perl5")) ? { PERL5LIB: join19(cwd, "local", "lib", "perl5") } : {}
  })
};

// src/suite/ecosystems/languages/php.ts
import { join as join20, posix as posix17 } from "node:path";
var options6 = {
  values: new Set(
    "-c --configuration --bootstrap --filter --group --exclude-group --testsuite --exclude-testsuite --log-junit --coverage-html --coverage-clover --coverage-text --test-suffix --order-by --random-order-seed --printer --colors --cache-directory -d --covers --uses".split(
      " "
    )
  )
};
var phpunit = {
  runner: "phpunit",
  find: (words) => findCall(words, (rest) => {
    const name = programName(rest[0] ?? "");
    if (/^(?:phpunit(?:\.phar)?|pest|paratest|simple-phpunit)$/.test(name)) return 1;
    if (name !== "php") return 0;
    const at = rest.findIndex((each, index) => index > 0 && !each.startsWith("-"));
    if (rest[at] === "artisan" && rest[at + 1] === "test") return at + 2;
    return /^(?:phpunit(?:\.phar)?|pest)$/.test(programName(rest[at] ?? "")) ? at + 1 : 0;
  }),
  render({ before, program: program3, args }, { folder }, selection) {
    const kept = without(parseArguments(args, options6), ["--log-junit", "--stop-on*"]);
    const report2 = ["--log-junit", join20(folder, "phpunit-report.xml")].map(word);
    const start2 = [...before, ...program3, ...report2];
    if (selection === null) return [...start2, ...allWords(kept)];
    if (selection.tests.length === 0) return null;
    const names = [...new Set(selection.tests.map(({ name }) => escapeRegex2(name)))];
    const own = allWords(without(kept, ["--filter", "--coverage*", "--min*", "--testsuite", "--group"]));
    return [...start2, ...own, word("--filter"), word(`/(?:^|\\\\)(?:${names.join("|")})(?: with data set .*)?$/`)];
  },
  read: async (remains) => readJUnit(await reportsIn(remains.folder, /^phpunit-.*\.xml$/), (each) => toRaw4(each, remains))
};
async function toRaw4(each, { sources, root }) {
  const owner = (each.classname ?? "").replaceAll(".", "\\").split("\\").at(-1) ?? "";
  const file = each.file?.replace(/::.*$/, "") ?? null;
  const method = each.name.replace(/ with data set .*$/s, "");
  const own = file?.startsWith(`${root}/`) === true ? file.slice(root.length + 1) : file;
  const line = each.line ?? (own === null ? null : await sources.lineOf(own, new RegExp(`function ${escapeRegex2(method)}\\b`)));
  const details = (each.details ?? "").replace(/^[^\n]*::[^\n]*\n/, "");
  return {
    file,
    path: [...owner === "" ? [] : [owner], each.name],
    name: owner === "" ? each.name : `${owner}::${method}`,
    line,
    status: each.status,
    seconds: each.seconds,
    message: each.status === "failed" ? details.replace(/\n\n(?:\/|phar:)[\s\S]*$/, "").trim() || each.message : null,
    stack: details,
    ...expectation(details)
  };
}
var php = {
  name: "PHP",
  runners: [phpunit],
  isManifest: (name) => /^(?:composer\.json|phpunit\.xml(?:\.dist)?|phpunit\.dist\.xml)$/.test(name),
  manifest: async ({ names }) => names.find((name) => /^(?:composer\.json|phpunit\.xml(?:\.dist)?|phpunit\.dist\.xml)$/.test(name)) ?? null,
  async guess(folder, manifest) {
    const test = (await folder.files()).find((file) => /(?:^|\/)tests?\/.*\.php$/i.test(file));
    const configured2 = folder.names.some((name2) => /^phpunit.*\.xml/.test(name2));
    if (test === void 0) return null;
    const isPest = await folder.has("vendor/bin/pest") || /"pestphp\/pest"/.test(await folder.text("composer.json") ?? "");
    const name = isPest ? "pest" : "phpunit";
    const asks = /"require(?:-dev)?"\s*:\s*\{[^}]*\/[^}]*\}/.test(await folder.text("composer.json") ?? "");
    const installs = asks && !await folder.has("vendor") && await folder.program("composer");
    const program3 = installs || await folder.has(`vendor/bin/${name}`) ? `vendor/bin/${name}` : name;
    return {
      runner: "phpunit",
      testCommand: configured2 ? program3 : `${program3} ${posix17.dirname(test).split("/")[0] ?? "tests"}`,
      setupCommand: installs ? "composer install --no-interaction --no-progress" : null,
      reasons: [`PHP: ${manifest}`, `runner ${name}: ${configured2 ? "phpunit.xml" : test}`]
    };
  },
  environment: ({ dependencies }) => ({ COMPOSER_CACHE_DIR: join20(dependencies, "composer"), COMPOSER_NO_INTERACTION: "1" })
};

// src/suite/ecosystems/languages/python.ts
import { join as join23 } from "node:path";

// src/suite/ecosystems/languages/pytest.ts
import { join as join21, posix as posix18 } from "node:path";

// src/suite/ecosystems/languages/python-trace.ts
function tracing(root) {
  return { REGREEN_TRACE: root };
}
var tracer = `import json, os, sys, threading

root = os.environ.get("REGREEN_TRACE")
folder = os.path.dirname(os.path.abspath(__file__))
lines = {}
known = {}
state = {"before": None, "loaded": False}


def wanted(name):
    path = os.path.abspath(name)
    parts = path[len(root) + 1:].split(os.sep) if path.startswith(root + os.sep) else []
    inside = parts and not any(part in ("site-packages", "node_modules") or part.startswith(".") for part in parts)
    return path if inside and path.endswith(".py") else ""


def each_line(frame, event, arg):
    if event == "line":
        lines[known[frame.f_code.co_filename]].add(frame.f_lineno)
    return each_line


def each_call(frame, event, arg):
    name = frame.f_code.co_filename
    path = known.get(name)
    if path is None:
        path = known[name] = wanted(name)
    if not path:
        return None
    own = lines.setdefault(path, set())
    # A module begins at no line.
    if frame.f_lineno > 0:
        own.add(frame.f_lineno)
    return each_line


def write(**event):
    told = {path: sorted(own) for path, own in lines.items() if own}
    for own in lines.values():
        own.clear()
    with open(os.path.join(folder, "trace-%d.jsonl" % os.getpid()), "a", encoding="utf-8", errors="replace") as file:
        file.write(json.dumps(dict(event, lines=told)) + "\\n")


def trace():
    threading.settrace(each_call)
    sys.settrace(each_call)


def start():
    if root is None:
        return
    if not state["loaded"]:
        state["loaded"] = True
        sys.settrace(None)
        write(loaded=True)
    state["before"] = sys.gettrace()
    trace()


def stop(test):
    if root is None:
        return
    sys.settrace(state["before"])
    threading.settrace(state["before"])
    write(test=test)


if root is not None:
    trace()
`;
var eventSchema3 = object({
  test: string().optional(),
  loaded: boolean().optional(),
  lines: record(string(), array(int().min(0)))
});
async function readTrace(remains, results) {
  const byName = new Map(results.filter(({ status }) => status === "passed" || status === "failed").map((result) => [result.name, result]));
  const testFiles = new Set(results.map(({ file }) => file));
  const loaded = /* @__PURE__ */ new Map();
  const traced = [];
  for (const line of (await reportsIn(remains.folder, /^trace-\d+\.jsonl$/)).flatMap((text2) => text2.split("\n"))) {
    const event = parseEvent2(line);
    if (event === null) continue;
    const own = /* @__PURE__ */ new Map();
    for (const [file, numbers] of Object.entries(event.lines)) {
      const { path: path2, inside } = relativeToRoot(file, remains);
      if (inside && !isTestFile(path2) && !testFiles.has(path2)) own.set(path2, numbers);
    }
    const result = event.test === void 0 ? void 0 : byName.get(event.test);
    if (result !== void 0) traced.push({ id: result.id, failed: result.status === "failed", lines: own });
    else if (event.loaded === true) for (const [path2, numbers] of own) loaded.set(path2, /* @__PURE__ */ new Set([...loaded.get(path2) ?? [], ...numbers]));
  }
  if (traced.length === 0) return null;
  const tests2 = traced.map((test) => {
    const lines2 = new Map([...loaded].map(([path2, numbers]) => [path2, [...numbers]]));
    for (const [path2, numbers] of test.lines) lines2.set(path2, [.../* @__PURE__ */ new Set([...lines2.get(path2) ?? [], ...numbers])]);
    return { ...test, lines: lines2 };
  });
  return { tests: tests2, loaded };
}
function parseEvent2(line) {
  try {
    const parsed = eventSchema3.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

// src/suite/ecosystems/languages/pytest.ts
var options7 = {
  values: new Set(
    "-k -m -c --config-file -p -o --override-ini -n --numprocesses --dist --rootdir --confcutdir --basetemp --junitxml --junit-xml --junitprefix --junit-prefix --maxfail --durations --durations-min --tb --color --cov-config --cov-report --cov-fail-under --deselect --ignore --ignore-glob --import-mode --capture --log-level --log-cli-level --timeout --timeout-method --reruns --reruns-delay --ds --dc --randomly-seed --log-file --verbosity --pythonwarnings -W -r --lfnf --hypothesis-profile --hypothesis-seed".split(
      " "
    )
  )
};
var plugin = `import os
import pytest
import regreen_trace

@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_protocol(item, nextitem):
    regreen_trace.start()
    yield
    path = os.path.relpath(str(getattr(item, "path", None) or item.fspath)).replace(os.sep, "/")
    regreen_trace.stop("::".join([path] + item.nodeid.split("::")[1:]))

@pytest.hookimpl(tryfirst=True)
def pytest_configure(config):
    if not hasattr(config, "workerinput") and not config.option.xmlpath:
        config.option.xmlpath = os.path.join(os.environ["REGREEN_REPORTS"], "pytest-%d.xml" % os.getpid())
`;
var pytest = {
  runner: "pytest",
  files: { "regreen_pytest.py": plugin, "regreen_trace.py": tracer },
  coverage: readTrace,
  find: (words) => findCall(words, (rest) => /^(?:pytest|py\.test)$/.test(programName(rest[0] ?? "")) ? 1 : pythonModule(rest, "pytest")),
  render({ before, program: program3, args }, tools, selection) {
    const kept = without(parseArguments(args, options7), [
      ...["--junitxml", "--junit-xml", "-x", "--exitfirst", "--maxfail", "--sw", "--stepwise", "--tb", "--lf", "--last-failed"],
      ...selection === null ? [] : ["-k", "--cov*", "--no-cov-on-fail"]
    ]);
    const report2 = [`--junitxml=${join21(tools.folder, "pytest-report.xml")}`, "-o", "junit_family=xunit1", "--tb=short", "--maxfail=0"];
    const words = [...before, ...program3, ...report2.map(word)];
    return selection === null ? [...words, ...allWords(kept)] : [...words, ...optionsOf(kept), ...selected(selection).map(word)];
  },
  environment: ({ folder }) => ({ PYTEST_ADDOPTS: "-p regreen_pytest -o junit_family=xunit1 --tb=short", REGREEN_REPORTS: folder }),
  async read(remains) {
    return readJUnit(await reportsIn(remains.folder, /^pytest-.*\.xml$/), (each) => toRaw5(each, remains));
  }
};
function selected({ tests: tests2, files: files2 }) {
  const isWhole = new Set(tests2.filter(({ id }) => id.endsWith(fileLevel)).map(({ file }) => file));
  const nodes2 = tests2.filter(({ file }) => !isWhole.has(file)).map(({ name }) => name);
  return tests2.length === 0 || isWhole.size > 0 ? [...files2] : nodes2;
}
async function toRaw5(each, { cwd, root, directory, sources }) {
  const details = each.details ?? "";
  const found = each.file === null ? await sources.find(`${each.name.replaceAll(".", "/")}.py`, directory) : null;
  const file = each.file !== null ? posix18.join(cwd, each.file) : found === null ? null : posix18.join(root, found);
  const outcome = {
    status: each.status,
    seconds: each.seconds,
    message: messageOf(each),
    stack: details,
    ...expectation(each.message ?? details)
  };
  const isFile = each.status === "failed" && (each.classname === null || /^collection (?:failure|error)/.test(each.message ?? ""));
  if (isFile) return { ...outcome, file, path: [fileLevel], name: file ?? each.name };
  const classes = classesOf(each.classname ?? "", file);
  const local = file === null ? "" : posix18.relative(cwd, file);
  return {
    ...outcome,
    file,
    path: [...classes, each.name],
    name: [local, ...classes, each.name].join("::"),
    line: each.line === null ? null : each.line + 1
  };
}
function classesOf(classname, file) {
  const parts = classname.split(".").filter((part) => part !== "");
  const stem = file === null ? null : posix18.basename(file).replace(/\.pyx?$/, "");
  const at = stem === null ? -1 : parts.lastIndexOf(stem);
  return at < 0 ? parts.slice(-1).filter((part) => /^[A-Z]/.test(part)) : parts.slice(at + 1);
}
function messageOf({ message, details, status }) {
  if (status !== "failed") return null;
  if (message !== null && !/^(?:collection failure|failed on setup|failed on teardown)/.test(message)) return message;
  const errors = (details ?? "").split("\n").filter((line) => /^E {3}/.test(line));
  return [message, ...errors.map((line) => line.slice(4))].filter((part) => part !== null).join("\n") || details;
}

// src/suite/ecosystems/languages/unittest.ts
import { join as join22, posix as posix19 } from "node:path";
var program = `import inspect, json, os, sys, time, traceback, unittest
import regreen_trace

report = sys.argv[1]
only = set()
arguments = sys.argv[2:]
while arguments[:1] == ["--only"]:
    only.add(arguments[1])
    arguments = arguments[2:]
sys.path[0] = os.getcwd()
sys.argv = ["python -m unittest"] + arguments


def write(**event):
    with open(report, "a", encoding="utf-8", errors="replace") as file:
        file.write(json.dumps(event) + "\\n")


def place(test):
    try:
        method = getattr(type(test), test._testMethodName)
        code = inspect.unwrap(method).__code__
        return os.path.abspath(inspect.getsourcefile(type(test)) or code.co_filename), code.co_firstlineno
    except Exception:
        return None, None


class Result(unittest.TextTestResult):
    def startTest(self, test):
        super().startTest(test)
        self._regreen = {"status": "passed", "started": time.perf_counter()}
        regreen_trace.start()

    def stopTest(self, test):
        regreen_trace.stop(test.id())
        super().stopTest(test)
        known = self._regreen
        file, line = place(test)
        write(id=test.id(), file=file, line=line, status=known["status"], seconds=time.perf_counter() - known["started"],
              message=known.get("message"), stack=known.get("stack"))
        del self._regreen

    def _note(self, test, status, error=None, extra=None):
        known = getattr(self, "_regreen", None)
        message = None if error is None else "".join(traceback.format_exception_only(error[0], error[1])).strip()
        stack = None if error is None else self._exc_info_to_string(error, test) if extra is None else extra
        if known is None:
            write(id=test.id(), file=None, line=None, status=status, seconds=None, message=message, stack=stack, outside=True)
        elif known["status"] != "failed":
            known.update(status=status, message=message, stack=stack)

    def addError(self, test, err):
        super().addError(test, err)
        self._note(test, "failed", err)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._note(test, "failed", err)

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self._note(test, "failed", err)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        if hasattr(self, "_regreen"):
            self._note(test, "skipped")

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._note(test, "todo")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._regreen.update(status="failed", message="expected to fail, and passed")


class Runner(unittest.TextTestRunner):
    resultclass = Result


def flat(suite):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from flat(test)
        else:
            yield test


class Program(unittest.TestProgram):
    def runTests(self):
        if only:
            self.test = unittest.TestSuite([test for test in flat(self.test) if test.id() in only])
        write(count=self.test.countTestCases())
        super().runTests()


Program(module=None, testRunner=Runner)
`;
var unittest = {
  runner: "unittest",
  files: { "regreen_unittest.py": program, "regreen_trace.py": tracer },
  coverage: readTrace,
  find: (words) => findCall(words, (rest) => pythonModule(rest, "unittest")),
  render({ before, program: python2, args }, { folder }, selection) {
    const own = args.filter(({ value }) => !/^(?:-f|--failfast)$/.test(value ?? ""));
    const tests2 = selection?.tests ?? [];
    if (selection !== null && (tests2.length === 0 || tests2.some(({ id }) => id.endsWith(fileLevel)))) return null;
    return [
      ...before,
      ...python2.slice(0, -2),
      word(join22(folder, "regreen_unittest.py")),
      word(join22(folder, "unittest-report.jsonl")),
      ...tests2.flatMap(({ name }) => [word("--only"), word(name)]),
      ...own
    ];
  },
  async read(remains) {
    const texts3 = await reportsIn(remains.folder, /^unittest-.*\.jsonl$/);
    if (texts3.length === 0) return null;
    const results = [];
    let announced = 0;
    let tests2 = 0;
    for (const line of texts3.flatMap((text2) => text2.split("\n"))) {
      const event = parseEvent3(line);
      if (event === null) continue;
      if ("count" in event) announced += event.count;
      else {
        results.push(await toRaw6(event, remains));
        if (event.outside !== true) tests2 += 1;
      }
    }
    const cutOff = remains.result.exitCode === 0 && tests2 < announced;
    return { results, form: "report", broken: cutOff ? `${announced} tests were announced and ${tests2} told of` : null };
  }
};
var resultSchema2 = object({
  id: string(),
  file: string().nullable(),
  line: number().nullable(),
  status: _enum(["passed", "failed", "skipped", "todo"]),
  seconds: number().nullable(),
  message: string().nullable(),
  stack: string().nullable(),
  outside: boolean().optional()
});
var eventSchema4 = union([object({ count: number() }), resultSchema2]);
function parseEvent3(line) {
  try {
    const parsed = eventSchema4.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
async function toRaw6(event, { directory, sources, root }) {
  const { id, status, seconds: seconds2, message, stack } = event;
  const outcome = { status, seconds: seconds2, message, stack, name: id, ...expectation(message ?? "") };
  const failedModule = /^unittest\.loader\._FailedTest\.(.+)$/.exec(id)?.[1];
  if (failedModule !== void 0) {
    const tail = failedModule.replaceAll(".", "/");
    const file = await sources.find(`${tail}.py`, directory) ?? await sources.find(`${tail}/__init__.py`, directory);
    return { ...outcome, file: file === null ? null : posix19.join(root, file), path: file === null ? [failedModule, crashed] : [fileLevel] };
  }
  if (event.outside === true) return { ...outcome, file: null, path: [id, crashed] };
  const [method = id, owner = ""] = id.split(".").reverse();
  return { ...outcome, file: event.file, path: [owner, method].filter((part) => part !== ""), line: event.line };
}

// src/suite/ecosystems/languages/python.ts
var manifests2 = ["pyproject.toml", "setup.py", "setup.cfg", "tox.ini", "noxfile.py", "pytest.ini", "requirements.txt", "Pipfile"];
var python = {
  name: "Python",
  runners: [pytest, unittest],
  isManifest: (name) => manifests2.includes(name) || /^requirements[\w.-]*\.txt$/.test(name),
  async manifest(folder) {
    const named3 = manifests2.find((name) => folder.names.includes(name)) ?? folder.names.find((name) => /^requirements[\w.-]*\.txt$/.test(name));
    if (named3 !== void 0) return named3;
    return (await folder.files()).find((file) => isTest(file)) ?? null;
  },
  async guess(folder, manifest) {
    const runner = await runnerOf3(folder);
    if (runner === null) return null;
    const prefix2 = await prefixOf(folder);
    const setup = await setupOf2(folder, manifest, prefix2, runner.pytest);
    const command = runner.pytest ? "python -m pytest" : await unittestLine(folder);
    return {
      runner: runner.pytest ? "pytest" : "unittest",
      testCommand: `${prefix2.run}${await interpreter(folder, command)}`,
      setupCommand: setup.command,
      reasons: [`Python: ${manifest}`, runner.reason, ...prefix2.reasons, setup.reason]
    };
  },
  environment({ profile, cwd, exists: exists2 }) {
    const folders = [...exists2(join23(cwd, "src")) ? [join23(cwd, "src")] : [], cwd];
    return {
      // A cached module may be of the code before an edit: the cache goes by seconds and sizes.
      PYTHONDONTWRITEBYTECODE: "1",
      PYTHONHASHSEED: "0",
      PIP_DISABLE_PIP_VERSION_CHECK: "1",
      // An editable installation points at the checkout it was made in: this copy's code comes first.
      ...profile === "test" ? { PYTHONPATH: folders.join(":") } : {},
      // tox passes on what it is told to.
      ...profile === "test" ? { TOX_OVERRIDE: "testenv.pass_env+=PYTEST_ADDOPTS,REGREEN_REPORTS,PYTHONPATH,PYTHONDONTWRITEBYTECODE" } : {}
    };
  }
};
var isTest = (file) => /(?:^|\/)(?:test_[^/]*|[^/]*_test)\.py$/.test(file);
async function runnerOf3(folder) {
  for (const [name, pattern] of configured) {
    if (pattern.test(await folder.text(name) ?? "")) return { pytest: true, reason: `runner pytest: ${name}` };
  }
  for (const name of ["conftest.py", "tests/conftest.py", "test/conftest.py"])
    if (await folder.has(name)) return { pytest: true, reason: `runner pytest: ${name}` };
  const tests2 = (await folder.files()).filter(isTest);
  if (tests2.length === 0) return null;
  for (const file of tests2.slice(0, 30)) {
    const text2 = await folder.text(file) ?? "";
    if (/^\s*(?:import pytest|from pytest\b)/m.test(text2)) return { pytest: true, reason: `runner pytest: ${file} imports it` };
  }
  for (const file of tests2.slice(0, 30)) {
    const text2 = await folder.text(file) ?? "";
    if (/^\s*(?:import unittest|from unittest\b)/m.test(text2)) return { pytest: false, reason: `runner unittest: ${file} imports it` };
  }
  return { pytest: true, reason: `runner pytest: ${tests2[0]} is named as its tests are` };
}
var configured = [
  ["pytest.ini", /./],
  [".pytest.ini", /./],
  ["pyproject.toml", /^\[tool\.pytest|["']pytest\b/m],
  ["setup.cfg", /^\[tool:pytest\]|^\s*pytest\b/m],
  ["tox.ini", /^\[pytest\]|\bpytest\b/m],
  ["noxfile.py", /["']pytest["']/],
  ["requirements-dev.txt", /^pytest\b/m],
  ["requirements.txt", /^pytest\b/m]
];
async function prefixOf(folder) {
  for (const [lock, tool] of [
    ["uv.lock", "uv"],
    ["poetry.lock", "poetry"],
    ["pdm.lock", "pdm"],
    ["Pipfile", "pipenv"]
  ]) {
    if (!folder.names.includes(lock)) continue;
    if (await folder.program(tool)) return { run: `${tool} run `, tool, reasons: [`environment of ${tool}: ${lock}`] };
    return { run: "", tool: null, reasons: [`${lock} is of ${tool}, which is not installed here: the interpreter that is there`] };
  }
  return { run: "", tool: null, reasons: [] };
}
async function interpreter(folder, command) {
  for (const name of [".venv", "venv"]) if (await folder.has(`${name}/bin/python`)) return command.replace(/^python/, `${name}/bin/python`);
  return await folder.program("python") ? command : command.replace(/^python/, "python3");
}
async function unittestLine(folder) {
  const tests2 = (await folder.files()).filter(isTest);
  const own = tests2.some((file) => /^test_[^/]*\.py$/.test(file));
  const pattern = tests2.some((file) => /(?:^|\/)test_[^/]*\.py$/.test(file)) ? "" : " -p '*_test.py'";
  for (const name of ["tests", "test"]) {
    if (own || !tests2.some((file) => file.startsWith(`${name}/`))) continue;
    return `python -m unittest discover -s ${name}${pattern}${await folder.has(`${name}/__init__.py`) ? " -t ." : ""}`;
  }
  return `python -m unittest discover${pattern}`;
}
async function setupOf2(folder, manifest, { tool }, usesPytest) {
  const by = {
    uv: "uv sync --frozen --all-extras --all-groups",
    poetry: "poetry install --no-interaction",
    pdm: "pdm install --frozen-lockfile",
    pipenv: "pipenv sync --dev"
  };
  if (tool !== null) return { command: by[tool] ?? null, reason: `setup command: ${by[tool]}` };
  for (const name of [".venv", "venv"])
    if (await folder.has(`${name}/bin/python`)) return { command: null, reason: `nothing to install: ${name} is there` };
  if (await isProvided(folder, usesPytest))
    return { command: null, reason: "nothing to install: the dependencies are there, or there are none" };
  const files2 = folder.names.filter((name) => /^(?:requirements|dev-requirements|test-requirements)[\w.-]*\.txt$/.test(name)).sort();
  const asked = [
    ...files2.map((name) => `-r ${name}`),
    ...(await needed(folder)).map((extra) => `-e '.${extra}'`),
    ...usesPytest ? ["pytest"] : []
  ];
  const command = asked.length === 0 ? null : `python3 -m pip install -q --user --no-warn-script-location ${asked.join(" ")}`;
  return {
    command: null,
    reason: command === null ? `nothing to install: ${manifest} asks for nothing` : `dependencies as they are: \`${command}\` would add to them`
  };
}
async function isProvided(folder, usesPytest) {
  const files2 = folder.names.filter((name) => /^requirements[\w.-]*\.txt$/.test(name));
  return files2.length === 0 && (await needed(folder)).length === 0 && (!usesPytest || await folder.program("pytest"));
}
async function needed(folder) {
  const text2 = await folder.text("pyproject.toml") ?? "";
  const isPackage = /^\[build-system\]|^\[project\]/m.test(text2) || folder.names.includes("setup.py");
  const extra = ["test", "tests", "testing", "dev"].find((name) => new RegExp(`^${name}\\s*=\\s*\\[`, "m").test(text2));
  return isPackage ? [extra === void 0 ? "" : `[${extra}]`] : [];
}

// src/suite/ecosystems/languages/ruby.ts
import { existsSync } from "node:fs";
import { join as join25 } from "node:path";

// src/suite/ecosystems/languages/minitest.ts
var plugin2 = `require "json"

module Minitest
  class RegreenReporter < AbstractReporter
    def initialize(path)
      @path = path
      super()
    end

    def record(result)
      failure = result.failures.first
      file, line = result.source_location
      status = result.skipped? ? "skipped" : result.passed? ? "passed" : "failed"
      error = failure.respond_to?(:error) ? failure.error : failure
      text = ->(value) { value.nil? ? nil : value.to_s.dup.force_encoding("UTF-8").scrub("?") }
      event = { class: text.(result.klass), name: text.(result.name), file: text.(file), line: line, status: status, seconds: result.time,
                message: text.(failure && failure.message), stack: failure && (error.backtrace || []).map(&text) }
      File.open(@path, "a") { |report| report.puts JSON.generate(event) }
    end
  end

  def self.plugin_regreen_init(options)
    names = ENV["REGREEN_NAMES"].to_s.split("\\n")
    unless names.empty?
      pattern = "/\\\\A(?:" + names.map { |name| Regexp.escape(name) }.join("|") + ")\\\\z/"
      options[:filter] = pattern
      options[:include] = pattern
    end
    folder = ENV.delete("REGREEN_MINITEST")
    reporter << RegreenReporter.new(File.join(folder, "minitest-#{Process.pid}.jsonl")) if folder
  end
end
`;
function isRuby(rest) {
  const name = programName(rest[0] ?? "");
  if (name === "rake" && rest[1] === "test") return 2;
  if (name === "rails" && rest[1] === "test") return 2;
  if (name === "m" || name === "minitest") return 1;
  return name === "ruby" && rest.some((each) => /(?:^-I|[:/]|\b)test(?:\/|:|$)/.test(each)) ? 1 : 0;
}
var minitest = {
  runner: "minitest",
  files: { "minitest/regreen_plugin.rb": plugin2 },
  find: (words) => findCall(words, isRuby),
  render({ before, program: program3, args }, _, selection) {
    const whole2 = [...before, ...program3, ...args];
    if (selection === null) return whole2;
    if (selection.tests.length === 0 || selection.tests.some(({ id }) => id.endsWith(fileLevel))) return null;
    return [word("env"), word(`REGREEN_NAMES=${selection.tests.map(({ name }) => name).join("\n")}`), ...whole2];
  },
  environment: ({ folder }) => ({ REGREEN_MINITEST: folder }),
  async read(remains) {
    const texts3 = await reportsIn(remains.folder, /^minitest-\d+\.jsonl$/);
    if (texts3.length === 0) return null;
    const events = texts3.flatMap((text2) => text2.split("\n")).flatMap(parse3);
    const announced = [...remains.stdout.matchAll(/^(\d+) runs, \d+ assertions, \d+ failures, \d+ errors/gm)].reduce(
      (sum, match) => sum + Number(match[1]),
      0
    );
    const lost = announced > events.length ? `${announced} tests ran and ${events.length} are told of` : null;
    return { results: events.map(toRaw7), form: "report", broken: lost };
  }
};
var eventSchema5 = object({
  class: string(),
  name: string(),
  file: string().nullable(),
  line: number().nullable(),
  status: _enum(["passed", "failed", "skipped"]),
  seconds: number().nullable(),
  message: string().nullable(),
  stack: array(string()).nullable()
});
function parse3(line) {
  try {
    const parsed = eventSchema5.safeParse(JSON.parse(line));
    return parsed.success ? [parsed.data] : [];
  } catch {
    return [];
  }
}
function toRaw7(event) {
  return {
    file: event.file === "unknown" ? null : event.file,
    path: [event.class, event.name || crashed],
    name: `${event.class}#${event.name}`,
    line: event.line,
    status: event.status,
    seconds: event.seconds,
    message: event.message,
    stack: [event.message, ...event.stack ?? []].join("\n"),
    ...expectation(event.message ?? "")
  };
}

// src/suite/ecosystems/languages/rspec.ts
import { join as join24, posix as posix20 } from "node:path";
var options8 = {
  values: new Set(
    "-I -r --require -O --options -f --format -o --out -P --pattern --exclude-pattern -e --example -E --example-matches -t --tag --order --seed --default-path --deprecation-out".split(
      " "
    )
  )
};
var reports = ["-f", "--format", "-o", "--out", "--fail-fast", "--no-fail-fast"];
var ownReport = "rspec-report.json";
var rspec = {
  runner: "rspec",
  find: (words) => findCall(
    words,
    (rest) => programName(rest[0] ?? "") === "rspec" ? 1 : programName(rest[0] ?? "") === "rake" && rest[1] === "spec" ? 2 : 0
  ),
  render({ before, program: program3, args }, { folder }, selection) {
    if (program3.length === 2) return selection === null ? [...before, ...program3, ...args] : null;
    const kept = without(parseArguments(args, options8), reports);
    const report2 = ["--format", "progress", "--format", "json", "--out", join24(folder, ownReport), "--no-fail-fast"].map(word);
    if (selection === null) return [...before, ...program3, ...report2, ...allWords(kept)];
    const own = optionsOf(without(kept, ["-e", "--example", "-E", "--example-matches", "-P", "--pattern"]));
    const isWhole = selection.tests.length === 0 || selection.tests.some(({ id }) => id.endsWith(fileLevel));
    return [...before, ...program3, ...report2, ...own, ...(isWhole ? selection.files : selection.tests.map(({ name }) => name)).map(word)];
  },
  environment: ({ folder }) => ({ SPEC_OPTS: `--format progress --format json --out ${join24(folder, ownReport).replaceAll(" ", "\\ ")}` }),
  async read(remains) {
    const results = [];
    const texts3 = await reportsIn(remains.folder, /^rspec-.*\.json$/);
    let broken = texts3.length === 0 ? null : "it is not the JSON of RSpec";
    for (const text2 of texts3) {
      const report2 = parse4(text2);
      if (report2 === null) continue;
      broken = report2.examples.length === report2.summary.example_count ? null : `it counts ${report2.summary.example_count} examples`;
      for (const example of report2.examples) results.push(toRaw8(example, remains));
      if (report2.summary.errors_outside_of_examples_count > 0) results.push(await outside2(report2.messages ?? [], remains));
    }
    return texts3.length === 0 ? null : { results, form: "report", broken };
  }
};
var exampleSchema = object({
  id: string(),
  full_description: string(),
  status: _enum(["passed", "failed", "pending"]),
  file_path: string(),
  line_number: number(),
  run_time: number().nullish(),
  exception: object({ class: string(), message: string().nullish(), backtrace: array(string()).nullish() }).nullish()
});
var reportSchema = object({
  examples: array(exampleSchema),
  messages: array(string()).optional(),
  summary: object({ example_count: number(), errors_outside_of_examples_count: number().default(0) })
});
function parse4(text2) {
  try {
    const parsed = reportSchema.safeParse(JSON.parse(text2));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
function toRaw8(example, { cwd }) {
  const message = example.exception?.message?.trim() ?? null;
  return {
    file: posix20.join(cwd, example.file_path),
    path: [example.full_description],
    name: example.id,
    line: example.line_number,
    status: example.status === "pending" ? "skipped" : example.status,
    seconds: example.run_time ?? null,
    message: message === null ? null : `${example.exception?.class ?? ""}: ${message}`,
    stack: [message, ...example.exception?.backtrace ?? []].join("\n"),
    ...expectation(message ?? "")
  };
}
async function outside2(messages, { sources, directory, root, stdout, stderr }) {
  const said = messages.join("\n").trim();
  const text2 = /error/i.test(said) ? said : `${said}
${distill(`${stdout}
${stderr}`)}`.trim();
  const at = /An error occurred while loading (\S+)\.(?:\s|$)/.exec(text2)?.[1];
  const file = at === void 0 ? null : await sources.find(at, directory);
  return {
    file: file === null ? null : posix20.join(root, file),
    path: [fileLevel],
    name: fileLevel,
    status: "failed",
    message: text2,
    stack: text2
  };
}

// src/suite/ecosystems/languages/ruby.ts
var manifests3 = ["Gemfile", "gems.rb", ".rspec", "Rakefile"];
var ruby = {
  name: "Ruby",
  runners: [rspec, minitest],
  isManifest: (name) => manifests3.includes(name) || name.endsWith(".gemspec"),
  manifest: async ({ names }) => names.find((name) => manifests3.includes(name) || name.endsWith(".gemspec")) ?? null,
  async guess(folder, manifest) {
    const found = await lineOf(folder);
    if (found === null) return null;
    const bundled = folder.names.includes("Gemfile.lock") && await folder.program("bundle");
    return {
      runner: found.runner,
      testCommand: `${bundled ? "bundle exec " : ""}${found.line}`,
      setupCommand: bundled ? "bundle install" : null,
      reasons: [`Ruby: ${manifest}`, found.reason, bundled ? "gems of Gemfile.lock" : "gems as they are: those of earlier steps"]
    };
  },
  environment({ dependencies, cwd }) {
    const own = join25(cwd, "vendor", "bundle");
    const gems = join25(dependencies, "bundle");
    return {
      ...existsSync(own) || !existsSync(join25(cwd, "Gemfile.lock")) ? {} : { BUNDLE_PATH: gems },
      BUNDLE_APP_CONFIG: join25(dependencies, "bundle-config"),
      DISABLE_SPRING: "1"
    };
  }
};
async function lineOf(folder) {
  const files2 = await folder.files();
  const spec = files2.find((file) => /^spec\/.*_spec\.rb$/.test(file));
  if (spec !== void 0 || folder.names.includes(".rspec"))
    return { runner: "rspec", line: "rspec", reason: `runner rspec: ${spec ?? ".rspec"}` };
  const test = files2.find((file) => /^test\/.*(?:_test|\/test_\w+)\.rb$|^test\/test_\w+\.rb$/.test(file));
  if (test === void 0) return null;
  if (await folder.has("bin/rails")) return { runner: "minitest", line: "bin/rails test", reason: "runner minitest: bin/rails" };
  const tasks = /\bTestTask\b/.test(await folder.text("Rakefile") ?? "") && await folder.program("rake");
  if (tasks) return { runner: "minitest", line: "rake test", reason: "runner minitest: the test task of the Rakefile" };
  const load = 'Dir.glob("test/**/{*_test,test_*}.rb").reject { |f| f.end_with?("test_helper.rb") }.sort.each { |f| require File.expand_path(f) }';
  return { runner: "minitest", line: `ruby -Ilib -Itest -e '${load}'`, reason: `runner minitest: ${test}` };
}

// src/suite/ecosystems/languages/rust.ts
import { join as join27 } from "node:path";

// src/suite/ecosystems/languages/cargo.ts
import { join as join26, posix as posix21 } from "node:path";

// src/suite/ecosystems/languages/libtest.ts
var header = /^\s*(?:Running (?:unittests )?(\S+)(?: \((?:.*[\\/])?([\w-]+?)(?:-[0-9a-f]{8,})?(?:\.exe)?\))?|Doc-tests (\S+))\s*$/;
var testLine = /^test (\S(?:.*\S)?) \.\.\. (ok|FAILED|ignored)(?:, .*)?(?: <[\d.]+s>)?$/;
var benchLine = /^test (\S(?:.*\S)?) \.\.\. bench: /;
var totals = /^test result: (ok|FAILED)\. (\d+) passed; (\d+) failed; (\d+) ignored; (\d+) measured;/;
function parseLibtest(text2, headers) {
  const announced = headers.split("\n").flatMap((line) => {
    const match = header.exec(line);
    if (match === null) return [];
    return [match[3] === void 0 ? { label: match[1] ?? "", crate: match[2] ?? null } : { label: `doc: ${match[3]}`, crate: match[3] }];
  });
  const blocks = [];
  for (const line of text2.split("\n")) {
    if (/^running \d+ tests?$/.test(line)) blocks.push([]);
    blocks.at(-1)?.push(line);
  }
  return blocks.map((lines2, index) => ({
    ...readBlock(lines2),
    label: announced[index]?.label ?? "",
    crate: announced[index]?.crate ?? null
  }));
}
function readBlock(lines2) {
  const promised = Number(/^running (\d+)/.exec(lines2[0] ?? "")?.[1] ?? 0);
  const status = /* @__PURE__ */ new Map();
  let sums = null;
  for (const line of lines2) {
    if (sums !== null || line.length > 4e3) continue;
    const match = testLine.exec(line);
    const name = match?.[1]?.replace(/ - should panic$/, "") ?? "";
    if (match !== null) status.set(name, match[2] === "ok" ? "passed" : match[2] === "FAILED" ? "failed" : "skipped");
    else if (benchLine.test(line)) status.set(benchLine.exec(line)?.[1] ?? "", "passed");
    else sums = totals.exec(line);
  }
  const outputs2 = sections(lines2);
  const tests2 = [...status].map(([name, each]) => ({ name, status: each, output: outputs2.get(name) ?? "" }));
  const count = (wanted) => tests2.filter((test) => test.status === wanted).length;
  const fits = sums !== null && count("passed") === Number(sums[2]) + Number(sums[5]) && count("failed") === Number(sums[3]) && count("skipped") === Number(sums[4]) && tests2.length === promised;
  return { tests: tests2, broken: fits ? null : sums === null ? "it ended before its totals" : "its lines do not add up to its totals" };
}
function sections(lines2) {
  const found = /* @__PURE__ */ new Map();
  let name = null;
  for (const line of lines2) {
    const start2 = line.length > 4e3 ? null : /^---- (.+) std(?:out|err) ----$/.exec(line);
    if (start2 !== null) name = start2[1] ?? null;
    else if (/^(?:failures:|successes:|test result: )/.test(line)) name = null;
    else if (name !== null) found.set(name, `${found.get(name) ?? ""}${line}
`);
  }
  return found;
}

// src/suite/ecosystems/languages/cargo.ts
var options9 = {
  values: new Set(
    "-p --package --exclude --bin --example --test --bench -F --features --profile --target --target-dir --manifest-path --message-format --color --config -Z -j --jobs -E --filter-expr --filterset -P --cargo-profile --test-threads --retries --partition --run-ignored --tool-config-file --config-file".split(
      " "
    )
  )
};
function cargoVerb(rest, verbs) {
  if (programName(rest[0] ?? "") !== "cargo") return 0;
  const at = rest[1]?.startsWith("+") === true ? 2 : 1;
  return verbs.every((verb, index) => rest[at + index] === verb) ? at + verbs.length : 0;
}
var cargoTest = {
  runner: "cargo test",
  find: (words) => findCall(words, (rest) => cargoVerb(rest, ["test"]) || cargoVerb(rest, ["t"])),
  render({ before, program: program3, args }, _, selection) {
    const { own, behind } = atDashes(args);
    const kept = without(parseArguments(own, options9), ["-q", "--quiet", "--no-fail-fast", "--message-format"]);
    const inner = behind.slice(1).filter(({ value }) => !/^(?:-q|--quiet|--nocapture|--no-capture|--show-output|--format=\S+)$/.test(value ?? ""));
    const start2 = [...before, ...program3, word("--no-fail-fast")];
    if (selection === null) return [...start2, ...allWords(kept), ...inner.length > 0 ? [word("--"), ...inner] : []];
    if (selection.tests.length === 0 || selection.tests.some(({ id }) => id.endsWith(fileLevel))) return null;
    const names = selection.tests.map(({ name }) => word(name));
    return [
      ...start2,
      ...optionsOf(kept),
      word("--"),
      ...inner.filter(({ value }) => value?.startsWith("-") === true),
      word("--exact"),
      ...names
    ];
  },
  async read(remains) {
    const targets2 = parseLibtest(plain(remains.stdout), plain(remains.stderr) || plain(remains.stdout));
    if (targets2.length === 0) return compileFailure(remains);
    const results = [];
    for (const target of targets2)
      for (const test of target.tests) results.push(await toRaw9(test.name, test.status, test.output, target.label, target.crate, remains));
    const failedToBuild = (await compileFailure(remains))?.results ?? [];
    return { results: [...results, ...failedToBuild], form: "text", broken: targets2.find(({ broken }) => broken !== null)?.broken ?? null };
  }
};
var nextest = {
  runner: "cargo nextest",
  find: (words) => findCall(words, (rest) => cargoVerb(rest, ["nextest", "run"]) || cargoVerb(rest, ["nextest", "r"])),
  files: { "nextest.toml": '[profile.default.junit]\npath = "regreen-junit.xml"\n[profile.ci.junit]\npath = "regreen-junit.xml"\n' },
  render({ before, program: program3, args }, { folder }, selection) {
    const { own, behind } = atDashes(args);
    const kept = without(parseArguments(own, options9), ["--no-fail-fast", "--fail-fast"]);
    const report2 = [word("--tool-config-file"), word(`regreen:${join26(folder, "nextest.toml")}`), word("--no-fail-fast")];
    const start2 = [...before, ...program3, ...report2];
    if (selection === null) return [...start2, ...allWords(kept), ...behind];
    if (selection.tests.length === 0) return null;
    const exact = selection.tests.map(({ name }) => `test(=${name.replace(/([\\),])/g, "\\$1")})`);
    return [...start2, ...optionsOf(without(kept, ["-E", "--filter-expr", "--filterset"])), word("-E"), word(exact.join(" + "))];
  },
  async read(remains) {
    const target = remains.env.CARGO_TARGET_DIR ?? join26(remains.cwd, "target");
    const folders = ["default", "ci"].flatMap((profile) => [
      join26(remains.folder, "target", "nextest", profile),
      join26(target, "nextest", profile)
    ]);
    const texts3 = (await Promise.all(folders.map((folder) => reportsIn(folder, /^regreen-junit\.xml$/, remains.startedAt)))).flat();
    return readJUnit(texts3, (each) => {
      const [crate = "", target2] = (each.classname ?? "").split("::");
      const label = target2 === void 0 ? "src/lib.rs" : `tests/${target2}.rs`;
      return toRaw9(each.name, each.status, each.details ?? each.output, label, crate, remains);
    });
  }
};
async function toRaw9(name, status, output, label, crate, remains) {
  const folder = await folderOfCrate(label, crate, remains);
  const parts = name.split("::");
  const file = label.startsWith("doc: ") ? docFile(name) : await fileOfModule(posix21.join(folder, label), parts, remains);
  const found = file === null ? null : await remains.sources.find(file, folder);
  const text2 = output.replace(/^note: run with `RUST_BACKTRACE.*$/m, "").trim();
  return {
    file: found === null ? null : posix21.join(remains.root, found),
    fileInId: found !== null,
    path: [...found === null ? [label] : [], ...parts],
    name,
    line: found === null ? null : await remains.sources.lineOf(found, new RegExp(`\\bfn ${escapeRegex2(parts.at(-1) ?? "")}\\b`)),
    status,
    message: status === "failed" ? panicMessage(text2) : null,
    stack: text2,
    ...expectation(text2)
  };
}
function docFile(name) {
  return /^(\S+\.rs) - /.exec(name)?.[1] ?? null;
}
function panicMessage(text2) {
  const current = /panicked at [^\n]+\.rs:\d+:\d+:\n([\s\S]*)/.exec(text2)?.[1];
  const older = /panicked at '([\s\S]*?)', [^\n]+\.rs:\d+:\d+/.exec(text2)?.[1];
  return (current ?? older ?? text2).trim() || "failed";
}
async function folderOfCrate(label, crate, { sources, directory, root }) {
  if (crate === null) return directory;
  const files2 = await sources.files();
  const candidates = files2.filter((file) => file === posix21.join(directory, label) || file.endsWith(`/${label}`)).map((file) => file.slice(0, -label.length - 1));
  if (candidates.length <= 1) return candidates[0] ?? directory;
  for (const folder of candidates) {
    const name = /^name\s*=\s*"([^"]+)"/m.exec(await readText(join26(root, folder, "Cargo.toml"), 1 << 20) ?? "")?.[1];
    if (name?.replaceAll("-", "_") === crate.replaceAll("-", "_")) return folder;
  }
  return directory;
}
async function fileOfModule(start2, parts, { sources }) {
  const files2 = new Set(await sources.files());
  const base = posix21.dirname(start2);
  for (let length = parts.length - 1; length > 0; length -= 1) {
    const module = posix21.join(base, ...parts.slice(0, length));
    for (const file of [`${module}.rs`, `${module}/mod.rs`]) if (files2.has(file) && base.split("/").includes("src")) return file;
  }
  return start2;
}
async function compileFailure({ stderr, sources, directory, root }) {
  const text2 = plain(stderr);
  if (!/^error: could not compile/m.test(text2)) return null;
  const errors = text2.slice(Math.max(0, text2.search(/^error(?:\[E\d+\])?: /m)));
  const at = /^\s*--> (\S+\.rs):(\d+)/m.exec(errors);
  const file = at?.[1] === void 0 ? null : await sources.find(at[1], directory);
  const result = {
    file: file === null ? null : posix21.join(root, file),
    path: [fileLevel],
    name: fileLevel,
    line: at === null ? null : Number(at[2]),
    status: "failed",
    message: errors.slice(0, 6e3),
    stack: errors.slice(0, 16e3)
  };
  return { results: [result], form: "text", broken: null };
}

// src/suite/ecosystems/languages/rust.ts
var rust = {
  name: "Rust",
  runners: [nextest, cargoTest],
  isManifest: (name) => name === "Cargo.toml",
  manifest: async ({ names }) => names.includes("Cargo.toml") ? "Cargo.toml" : null,
  async guess(folder, manifest) {
    const text2 = await folder.text("Cargo.toml") ?? "";
    const isWorkspace = /^\[workspace/m.test(text2);
    const usesNextest = await folder.has(".config/nextest.toml") && await folder.program("cargo-nextest");
    const asks = /^\[(?:[\w.'"()-]+\.)?(?:dev-|build-)?dependencies/m.test(text2) || isWorkspace;
    const locked = folder.names.includes("Cargo.lock");
    const line = usesNextest ? "cargo nextest run" : "cargo test";
    return {
      runner: usesNextest ? "cargo nextest" : "cargo test",
      testCommand: isWorkspace ? `${line} --workspace` : line,
      setupCommand: asks ? `cargo fetch${locked ? " --locked" : ""}` : null,
      reasons: [
        `Rust: ${manifest}${isWorkspace ? ", a workspace" : ""}`,
        usesNextest ? "runner cargo nextest: .config/nextest.toml" : "runner cargo test",
        asks ? "setup command: there are dependencies" : "nothing to install: no dependencies"
      ]
    };
  },
  environment({ profile, dependencies, build, home, exists: exists2 }) {
    const registry = home === null ? null : join27(home, ".cargo");
    const isFilled = registry !== null && exists2(join27(registry, "registry", "cache"));
    const toolchains = home === null ? null : join27(home, ".rustup");
    return {
      CARGO_HOME: isFilled ? registry : join27(dependencies, "cargo"),
      CARGO_TARGET_DIR: join27(build, "target"),
      CARGO_TERM_COLOR: "never",
      CARGO_INCREMENTAL: "0",
      RUST_BACKTRACE: "0",
      ...toolchains !== null && exists2(toolchains) ? { RUSTUP_HOME: toolchains } : {},
      ...profile === "test" ? { CARGO_NET_OFFLINE: "true" } : {}
    };
  }
};

// src/suite/ecosystems/languages/runners.ts
var languages = [rust, go, jvm, dotnet, elixir, php, ruby, python, cmake, perl, targets];
var adapters = languages.flatMap(({ runners: runners2 }) => runners2);

// src/suite/ecosystems/languages/line.ts
function readLanguageLine(command, scripts2 = {}) {
  const pieces = expandScripts(command, scripts2);
  if (pieces === null) return null;
  const calls = /* @__PURE__ */ new Map();
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind !== "command") continue;
    for (const adapter of adapters) {
      const call = adapter.find(piece.words);
      if (call === null) continue;
      calls.set(index, { adapter, call });
      break;
    }
  }
  return { pieces, calls };
}
function renderWholeLine(line, tools) {
  return line.pieces.map((piece, index) => {
    if (piece.kind === "glue") return piece.raw;
    const found = line.calls.get(index);
    const words = found?.adapter.render(found.call, tools, null) ?? null;
    return words === null ? piece.raw : renderCommand({ ...piece, words });
  }).join("");
}
function renderPart(line, tools, selection) {
  const [only] = [...line.calls];
  if (only === void 0 || line.calls.size !== 1) return null;
  const [at, { adapter, call }] = only;
  const before = [];
  for (const [index, piece2] of line.pieces.entries()) {
    if (piece2.kind === "glue") {
      if (index < at && /[|&;()]/.test(piece2.raw.replaceAll("&&", ""))) return null;
    } else if (index < at) {
      if (/^(?:cd|pushd)$/.test(piece2.words[0]?.value ?? "") && adapter.runner !== "ctest") return null;
      before.push(piece2.raw);
    }
  }
  const piece = line.pieces[at];
  const words = adapter.render(call, tools, selection);
  if (words === null || piece?.kind !== "command") return null;
  return [...before, renderCommand({ assignments: piece.assignments, words, redirections: [] })].join(" && ");
}

// src/suite/ecosystems/languages/detect.ts
var maxManifestBytes = 2 << 20;
var maxFiles3 = 2e4;
async function detect2(request) {
  const folder = viewOf(request);
  return request.testCommand === null ? guess(request, folder) : recognise2(request, request.testCommand, folder);
}
async function guess({ root, directory, setupCommand }, folder) {
  const found = [];
  const looked = [];
  for (const language of languages) {
    const manifest = await language.manifest(folder);
    if (manifest === null) continue;
    const own = await language.guess(folder, manifest);
    if (own !== null) found.push({ language, manifest, guess: own });
    else looked.push(`tests of ${language.name} beside ${manifest}`);
  }
  const chosen = await choose2(found, root);
  if (chosen === null) return looked.length === 0 ? { kind: "foreign" } : { kind: "untested", looked, hint: null };
  const { runner, testCommand, setupCommand: setup, reasons } = chosen.found.guess;
  const plan = {
    ecosystem: "languages",
    directory,
    packageManager: chosen.found.language.name,
    runner,
    testCommand,
    setupCommand: setupCommand ?? setup,
    reasons: [...reasons, ...chosen.reasons, setupReason(setupCommand, setup)]
  };
  return { kind: "plan", plan };
}
async function recognise2({ directory, setupCommand }, testCommand, folder) {
  const line = readLanguageLine(testCommand);
  const [call] = line === null ? [] : [...line.calls.values()];
  const own = await firstManifest(folder, call?.adapter.runner ?? null);
  if (call === void 0 && own === null) return { kind: "foreign" };
  const guessed = own === null ? null : (await own.language.guess(folder, own.manifest))?.setupCommand ?? null;
  const plan = {
    ecosystem: "languages",
    directory,
    packageManager: own?.language.name ?? "none",
    runner: call?.adapter.runner ?? "command",
    testCommand,
    setupCommand: setupCommand ?? guessed,
    reasons: [
      ...own === null ? [] : [`${own.language.name}: ${own.manifest}`],
      "test command: as given",
      call === void 0 ? "runner: behind the command; what it starts is told by its reports, else by the exit code" : `runner ${call.adapter.runner}: in the test command`,
      setupReason(setupCommand, guessed)
    ]
  };
  return { kind: "plan", plan };
}
function setupReason(given, guessed) {
  return given !== null ? "setup command: as given" : guessed === null ? "nothing to install" : `setup command: ${guessed}`;
}
async function firstManifest(folder, runner) {
  for (const language of languages) {
    if (runner !== null && !language.runners.some((adapter) => adapter.runner === runner)) continue;
    const manifest = await language.manifest(folder);
    if (manifest !== null) return { language, manifest };
  }
  return null;
}
async function choose2(found, root) {
  const real = found.filter(({ guess: guess2 }) => guess2.runner !== "command");
  const candidates = real.length > 0 ? real : found;
  const [first, ...others] = candidates;
  if (first === void 0) return null;
  if (others.length === 0) return { found: first, reasons: [] };
  const steps = await workflowSteps(root);
  const scored = candidates.map((each) => ({
    each,
    step: steps.find(({ runner }) => each.language.runners.some((own) => own.runner === runner)) ?? null
  }));
  const started = scored.find(({ step }) => step !== null);
  const chosen = started?.each ?? first;
  const left = candidates.filter((each) => each !== chosen).map(({ language, manifest }) => `${language.name} (${manifest})`);
  const why = started?.step ? `${started.step.file} runs \`${started.step.command}\`` : "it is the first of those that are looked for";
  return {
    found: chosen,
    reasons: [`${chosen.language.name} was chosen because ${why}; also there: ${left.join(", ")}; set test-command to test these`]
  };
}
async function workflowSteps(root) {
  const folder = join28(root, ".github", "workflows");
  const names = (await readdir5(folder).catch(() => [])).filter((name) => /\.ya?ml$/.test(name)).sort();
  const steps = [];
  for (const name of names.slice(0, 50)) {
    const text2 = await readText(join28(folder, name), maxManifestBytes) ?? "";
    for (const line of text2.split("\n")) {
      const command = line.replace(/^\s*(?:-\s*)?(?:run:\s*)?[|>]?-?\s*/, "").trim();
      const calls = command === "" || command.length > 500 ? null : readLanguageLine(command);
      const [call] = calls === null ? [] : [...calls.calls.values()];
      if (call !== void 0) steps.push({ file: `.github/workflows/${name}`, command, runner: call.adapter.runner });
    }
  }
  return steps;
}
function viewOf({ root, directory, names }) {
  const path2 = join28(root, directory);
  let files2 = null;
  const texts3 = /* @__PURE__ */ new Map();
  return {
    directory,
    path: path2,
    names,
    text: (name) => {
      const known = texts3.get(name) ?? readText(join28(path2, name), maxManifestBytes);
      texts3.set(name, known);
      return known;
    },
    has: (name) => exists(join28(path2, name)),
    program: program2,
    cached: (name) => exists(join28(homedir(), name)),
    files: () => {
      files2 ??= listSources(path2, maxFiles3);
      return files2;
    }
  };
}
async function program2(name) {
  for (const folder of userPath(process.env).split(delimiter)) {
    try {
      await access(posix22.join(folder, name), constants.X_OK);
      return true;
    } catch {
    }
  }
  return false;
}

// src/suite/ecosystems/languages/environment.ts
import { createHash } from "node:crypto";
import { existsSync as existsSync2 } from "node:fs";
import { mkdir as mkdir2, realpath } from "node:fs/promises";
import { homedir as homedir2 } from "node:os";
import { join as join29 } from "node:path";
var homeCaches = [
  ...["go/pkg/mod", ".cargo/registry", ".cargo/git", ".rustup", ".m2/repository", ".gradle/caches", ".gradle/wrapper", ".local/lib"],
  ...[
    ".local/share/gem",
    ".local/share/pypoetry",
    ".local/share/uv",
    ".gem/ruby",
    ".bundle/cache",
    ".nuget/packages",
    ".mix",
    ".hex/packages",
    ".cache/pypoetry"
  ],
  ...["perl5"]
];
async function surroundings({ env, root, cwd }, profile) {
  const scratch = await realpath(env.scratch);
  const dependencies = join29(scratch, "dependencies");
  const build = join29(scratch, `build-${createHash("sha256").update(root).digest("hex").slice(0, 16)}`);
  for (const path2 of [dependencies, build]) await mkdir2(path2, { recursive: true });
  const caches = { profile, dependencies, build, home: homedir2(), exists: existsSync2, cwd };
  const own = Object.assign({}, ...languages.map((language) => language.environment?.(caches) ?? {}));
  const bins = [join29(cwd, ".venv", "bin"), join29(cwd, "venv", "bin")].filter((path2) => existsSync2(path2));
  const shown = Object.entries(env.testEnv).filter(([name]) => name in own);
  return {
    environment: { ...own, ...Object.fromEntries(shown), ...bins.length > 0 ? { PATH: bins.join(":") } : {} },
    writable: profile === "install" ? [dependencies, build] : [build],
    readable: [dependencies, ...homeCaches.map((path2) => join29(homedir2(), path2)).filter((path2) => existsSync2(path2))]
  };
}

// src/suite/ecosystems/languages/prepare.ts
import { mkdir as mkdir3, readFile as readFile2, stat as stat4, writeFile as writeFile2 } from "node:fs/promises";
import { dirname as dirname2, join as join30, posix as posix24 } from "node:path";

// src/suite/ecosystems/languages/related.ts
import { posix as posix23 } from "node:path";
var maxTests = 3e3;
async function relatedFiles(root, directory, changed, failing) {
  if (changed.length === 0) return null;
  const sources = new SourceIndex(root);
  const below = directory === "" ? "" : `${directory}/`;
  const tests2 = (await sources.files()).filter((file) => file.startsWith(below) && isTestFile(file));
  if (tests2.length === 0 || tests2.length > maxTests) return null;
  const related = new Set(failing.flatMap(({ file }) => file === null ? [] : [file]));
  for (const path2 of changed) {
    const own = await testsOf(path2, tests2, sources);
    if (own.length === 0) return null;
    for (const test of own) related.add(test);
  }
  return related.size >= tests2.length ? null : [...related];
}
async function testsOf(path2, tests2, sources) {
  if (tests2.includes(path2)) return [path2];
  const stem = posix23.basename(path2).replace(/\.\w+$/, "");
  if (/^(?:__init__|__main__|mod|lib|main|index|conftest|application|base)$/.test(stem)) return [];
  const pattern = new RegExp(`\\b${escapeRegex2(stem)}\\b`, "i");
  const found = [];
  for (const test of tests2) {
    const isBeside = path2.endsWith(".go") && posix23.dirname(test) === posix23.dirname(path2);
    const mentions = isBeside || pattern.test((await sources.lines(test) ?? []).join("\n").slice(0, 5e5));
    if (mentions || pattern.test(posix23.basename(test).replaceAll("_", " "))) found.push(test);
  }
  return found;
}

// src/suite/ecosystems/languages/prepare.ts
var maxNames2 = 100;
var tailChars = 6e3;
async function prepareRun2(setting, options10) {
  const { plan, root, cwd, folder, env } = setting;
  const manifest = await readManifest(cwd);
  const line = readLanguageLine(plan.testCommand, manifest.kind === "read" ? manifest.manifest.scripts : {});
  const tools = { folder, root, cwd, directory: plan.directory };
  const used = adaptersOf(line);
  await writeFiles(used, folder);
  const selection = line === null ? null : await selectionFor(options10, tools);
  const part = line === null || selection === null ? null : renderPart(line, tools, selection);
  const { environment, writable, readable } = await surroundings(setting, "test");
  const reports2 = Object.assign({}, ...used.map((adapter) => adapter.environment?.(tools) ?? {}));
  const own = { ...environment, ...reports2, ...options10.coverage === true ? tracing(root) : {} };
  for (const name of ["PYTHONPATH", "RUBYLIB"])
    own[name] = [own[name] ?? env.testEnv[name] ?? "", folder].filter((part2) => part2 !== "").join(":");
  const startedAt = Date.now();
  return {
    line: part ?? (line === null ? plan.testCommand : renderWholeLine(line, tools)),
    selected: part !== null,
    environment: own,
    writable,
    readable,
    instead: async () => null,
    read: async (result, { timeoutMs, coverage }) => {
      const printed = await outputs(result, folder);
      const sources = new SourceIndex(root);
      return read2(
        used,
        { ...tools, ...printed, result, startedAt, sources, env: own },
        {
          command: plan.testCommand,
          timeoutMs,
          isPart: part !== null,
          coverage: coverage === true
        }
      );
    }
  };
}
function adaptersOf(line) {
  const seen = line === null ? [] : [...new Set([...line.calls.values()].map(({ adapter }) => adapter))];
  return seen.length > 0 ? seen : adapters;
}
async function selectionFor(options10, { root, directory }) {
  const { scope } = options10;
  const failing = options10.failing ?? [];
  if (scope === "all") return null;
  if (scope === "failing") {
    const known = failing.flatMap(({ file }) => file === null ? [] : [file]);
    const files3 = filesBelow(directory, known);
    const areTests = failing.every(({ id }) => !id.endsWith(suiteLevel) && !id.endsWith(crashed));
    if (files3 === null || failing.length === 0 || !areTests) return null;
    return failing.length <= maxNames2 ? { tests: failing, files: files3 } : known.length === failing.length ? { tests: [], files: files3 } : null;
  }
  const wanted = scope === "related" ? await relatedFiles(root, directory, options10.changed ?? [], failing) : scope.files;
  const files2 = wanted === null ? null : filesBelow(directory, wanted);
  return files2 === null || files2.length === 0 ? null : { tests: [], files: files2 };
}
function filesBelow(directory, files2) {
  const prefix2 = directory === "" ? "" : `${directory}/`;
  const own = [...new Set(files2.map((file) => posix24.normalize(file)))];
  return own.every((file) => file.startsWith(prefix2)) ? own.map((file) => file.slice(prefix2.length)) : null;
}
async function writeFiles(used, folder) {
  for (const [name, text2] of used.flatMap(({ files: files2 }) => Object.entries(files2 ?? {}))) {
    await mkdir3(dirname2(join30(folder, name)), { recursive: true });
    await writeFile2(join30(folder, name), text2);
  }
}
async function outputs(result, folder) {
  const { stdout, stderr } = result;
  if (result.clippedBytes === 0) return { stdout, stderr };
  const file = join30(folder, "output.txt");
  const size = (await stat4(file).catch(() => null))?.size ?? 0;
  return { stdout: size > 0 && size <= maxReportBytes2 ? await readFile2(file, "utf8").catch(() => stdout) : stdout, stderr };
}
async function read2(used, remains, { command, timeoutMs, isPart, coverage }) {
  const readings = await readAll(used, remains);
  const builder = new ResultBuilder(remains);
  for (const reading of readings) {
    for (const raw of reading.results) if (reading.broken === null || raw.status === "failed") builder.add(await withFrames(raw, remains));
  }
  const broken = readings.find((reading) => reading.broken !== null)?.broken ?? null;
  if (broken !== null) builder.add(await withFrames(outside3(`The report cannot be believed: ${broken}.`, remains), remains));
  const result = isPart && isAboutThresholds(remains) ? { ...remains.result, exitCode: 0 } : remains.result;
  const hasFailed2 = builder.results.some(({ status }) => status === "failed");
  if (result.exitCode !== 0 && builder.results.length > 0 && !hasFailed2)
    builder.add(await withFrames(outside3(`exit code ${result.exitCode ?? "none"}`, remains), remains));
  const reader = readings.some(({ form }) => form === "report") ? "report" : readings[0]?.form ?? "exit-code";
  const conclusion = conclude({ command, result, place: remains, timeoutMs }, builder, reader);
  const said = readings.find((reading) => reading.said !== void 0)?.said;
  return {
    ...conclusion,
    results: await Promise.all(conclusion.results.map((each) => withOwnFrames(each, remains))),
    coverage: coverage ? await coverageOf(used, remains, conclusion.results) : null,
    ...said === void 0 ? {} : { tail: tailOf(plain(said), tailChars).trim() }
  };
}
async function coverageOf(used, remains, results) {
  for (const adapter of used) {
    const measured = await adapter.coverage?.(remains, results) ?? null;
    if (measured !== null) return measured;
  }
  return null;
}
async function readAll(used, remains) {
  const readings = [];
  for (const adapter of used) {
    const reading = await adapter.read(remains);
    if (reading !== null) readings.push(reading);
  }
  if (readings.length > 0) return readings;
  const tap = await readTap(remains.stdout);
  const bail = tap.bailedOut === null ? [] : [outside3(`Bail out! ${tap.bailedOut}`, remains)];
  return tap.isTap && tap.results.length + bail.length > 0 ? [{ results: [...tap.results, ...bail], form: "tap", broken: null }] : [];
}
function isAboutThresholds({ stdout, stderr }) {
  return /Required test coverage of [\d.]+% not reached|Coverage failure: total|SimpleCov failed with exit|coverage is below the (?:expected )?minimum/i.test(
    `${stdout}
${stderr}`
  );
}
function outside3(message, { stdout, stderr }) {
  const printed = stderr.trim() === "" ? stdout : `${stdout}
${stderr}`;
  const said = distill(printed);
  const whole2 = said === "" ? message : `${message}
${said}`;
  return { file: null, path: [suiteLevel], name: suiteLevel, status: "failed", message: whole2, stack: plain(printed).slice(-16e3) };
}
async function withFrames(raw, remains) {
  if (raw.status !== "failed") return { ...raw, frames: [] };
  const near = raw.file?.startsWith(`${remains.root}/`) === true ? posix24.dirname(raw.file.slice(remains.root.length + 1)) : remains.directory;
  return { ...raw, frames: await framesOf(raw.stack || raw.message || "", remains, remains.sources, near === "." ? "" : near) };
}
async function withOwnFrames(result, remains) {
  if (result.status !== "failed" || result.frames.length > 0 || result.stack === null) return result;
  return { ...result, frames: await framesOf(result.stack, remains, remains.sources, remains.directory) };
}

// src/suite/ecosystems/languages/index.ts
var languages2 = {
  name: "languages",
  isManifest: (name) => languages.some((language) => language.isManifest(name)),
  detect: detect2,
  alreadyInstalled: async () => null,
  installsIn: (setting) => surroundings(setting, "install"),
  open: () => ({ prepare: prepareRun2 })
};

// src/suite/ecosystems/plain.ts
var plainCommand = {
  name: "other",
  isManifest: () => false,
  detect: async () => ({ kind: "foreign" }),
  alreadyInstalled: async () => null,
  open: (plan) => ({
    prepare: async ({ root, cwd }) => ({
      line: plan.testCommand,
      selected: false,
      environment: {},
      instead: async () => null,
      read: async (result, { timeoutMs }) => {
        const place = { root, cwd };
        const builder = new ResultBuilder(place);
        for (const raw of (await readTap(result.stdout)).results) builder.add(raw);
        return { ...conclude({ command: plan.testCommand, result, place, timeoutMs }, builder, "tap"), coverage: null };
      }
    })
  })
};

// src/suite/ecosystems/index.ts
var ecosystems = [javascript, languages2];
function ecosystemOf(name) {
  return ecosystems.find((each) => each.name === name) ?? plainCommand;
}

// src/suite/workflows.ts
var import_yaml2 = __toESM(require_dist(), 1);
import { join as join31, posix as posix25 } from "node:path";
var maxFiles4 = 50;
var maxBytes = 512 * 1024;
var runDefaults = looseObject({ run: looseObject({ "working-directory": string().optional() }).optional() }).optional().catch(void 0);
var stepSchema = looseObject({
  name: string().optional().catch(void 0),
  run: string().optional().catch(void 0),
  shell: string().optional().catch(void 0),
  "working-directory": string().optional().catch(void 0)
});
var workflowSchema = looseObject({
  name: string().optional().catch(void 0),
  defaults: runDefaults,
  jobs: record(
    string(),
    looseObject({ name: string().optional().catch(void 0), defaults: runDefaults, steps: array(stepSchema).catch([]) })
  )
});
async function readCiCommands(root, failed) {
  const folder = ".github/workflows";
  const names = (await namesIn(join31(root, folder))).filter((name) => /\.ya?ml$/.test(name)).sort().slice(0, maxFiles4);
  const found = await Promise.all(
    names.map(async (name) => {
      const workflow = readWorkflow(await readText(join31(root, folder, name), maxBytes) ?? "");
      return workflow === null ? [] : commandsOf(workflow, `${folder}/${name}`, failed);
    })
  );
  return found.flat();
}
function readWorkflow(text2) {
  try {
    const parsed = workflowSchema.safeParse((0, import_yaml2.parse)(text2, { maxAliasCount: 100, logLevel: "silent" }));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
function commandsOf(workflow, file, failed) {
  const isFailedWorkflow = failed !== null && (failed.workflow === null || failed.workflow === (workflow.name ?? file));
  return Object.entries(workflow.jobs).flatMap(([id, job]) => {
    const isFailedJob = isFailedWorkflow && (failed.job === null || isJob(job, id, failed.job));
    return job.steps.flatMap((step, position2) => {
      if (step.run === void 0 || !isShell(step.shell)) return [];
      const directory = directoryOf(
        step["working-directory"] ?? job.defaults?.run?.["working-directory"] ?? workflow.defaults?.run?.["working-directory"]
      );
      if (directory === null) return [];
      const isFailed = isFailedJob && failed.step !== null && (step.name ?? nameOf2(step.run)) === failed.step;
      return linesOf(step.run).map((command) => ({ command, directory, file, job: id, position: position2, failed: isFailed }));
    });
  });
}
function isJob(job, id, shown) {
  const name = (job.name ?? id).replace(/\$\{\{.*?\}\}.*$/s, "").trim();
  return shown === name || name !== "" && shown.startsWith(name) || shown.split(" (")[0] === id;
}
function nameOf2(run) {
  return `Run ${run.trim().split("\n", 1)[0] ?? ""}`;
}
var isShell = (shell) => shell === void 0 || /^(?:bash|sh)\b/.test(shell);
function directoryOf(given) {
  const directory = posix25.normalize((given ?? ".").replace(/^\$\{\{\s*github\.workspace\s*\}\}\/?/, "")).replace(/^\.\/?|\/$/g, "");
  return directory.startsWith("..") || posix25.isAbsolute(directory) || directory.includes("${{") ? null : directory;
}
function linesOf(run) {
  return run.replace(/\\\r?\n\s*/g, " ").split("\n").map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#") && !line.includes("${{"));
}

// src/suite/detect.ts
async function detectSuite(options10) {
  const { root, testCommand, setupCommand, workingDirectories: given } = options10;
  const ci = await readCiCommands(root, options10.failed ?? null);
  const place = given.length === 0 ? await findDirectories(root) : givenDirectories(given);
  if (!place.ok) {
    if (given.length > 0) return place;
    const found2 = await ask({ root, directory: "", names: await namesIn(root), testCommand, setupCommand, ci });
    if (found2.kind === "plan") return { ok: true, plan: found2.plan };
    return testCommand === null ? place : other(testCommand, setupCommand);
  }
  const [only] = place.directories;
  if (place.directories.length === 1 && only !== void 0) return detectIn(options10, ci, only, place.reason);
  const found = await Promise.all(place.directories.map((directory) => detectIn(options10, ci, directory, null)));
  const refused = found.find((each) => !each.ok);
  if (refused !== void 0 && given.length > 0) return refused;
  const parts = found.flatMap((each) => each.ok ? [each.plan] : []);
  const [first] = parts;
  if (first === void 0) return severalBelow(place.directories);
  return { ok: true, plan: parts.length === 1 ? first : several(parts, place.reason) };
}
async function detectIn({ root, testCommand, setupCommand }, ci, directory, reason) {
  const names = await namesIn(join32(root, directory));
  const found = await ask({ root, directory, names, testCommand, setupCommand, ci });
  if (found.kind === "plan") {
    const reasons = [...reason === null ? [] : [reason], ...found.plan.reasons];
    return { ok: true, plan: { ...found.plan, reasons } };
  }
  if (found.kind === "broken") return { ok: false, reason: found.reason };
  if (testCommand !== null) return other(testCommand, setupCommand, directory);
  const where = directory === "" ? "the root" : directory;
  return found.kind === "untested" ? refusal(found.looked, found.hint) : refusal([`package.json and manifests of other languages in ${where} (there is none)`]);
}
function several(parts, reason) {
  return {
    ecosystem: "other",
    directory: "",
    packageManager: [...new Set(parts.map((part) => part.packageManager))].join(", "),
    runner: "several",
    testCommand: parts.map((part) => part.directory === "" ? part.testCommand : `(cd ${part.directory} && ${part.testCommand})`).join(" && "),
    setupCommand: null,
    reasons: [...reason === null ? [] : [reason], ...parts.flatMap((part) => part.reasons.map((each) => `${part.directory}: ${each}`))],
    parts
  };
}
async function ask(request) {
  let best = { kind: "foreign" };
  for (const ecosystem of ecosystems) {
    const found = await ecosystem.detect(request);
    if (found.kind === "plan" && !["other", "command"].includes(found.plan.runner)) return found;
    if (found.kind === "plan" && best.kind !== "plan") best = found;
    else if (found.kind === "untested" && best.kind === "untested")
      best = { kind: "untested", looked: [...best.looked, ...found.looked], hint: best.hint ?? found.hint };
    else if (best.kind === "foreign") best = found;
  }
  return best;
}
function refusal(looked, hint = null) {
  return {
    ok: false,
    reason: `No test command found. Looked at: ${looked.join("; ")}. Set test-command (--test)${hint === null ? "" : `, or ${hint}`}.`
  };
}
function other(testCommand, setupCommand, directory = "") {
  const reasons = ["no manifest that is known", "test command: as given", "results by exit code and text"];
  return {
    ok: true,
    plan: { ecosystem: "other", directory, packageManager: "none", runner: "other", testCommand, setupCommand, reasons }
  };
}
function givenDirectories(given) {
  const directories = given.map((each) => posix26.normalize(each.replaceAll("\\", "/")).replace(/^\.\/?|\/$/g, ""));
  const outside4 = directories.findIndex((directory) => directory.startsWith("..") || posix26.isAbsolute(directory));
  if (outside4 >= 0) return { ok: false, reason: `working-directory ${given[outside4]} lies outside of the repository.` };
  return { ok: true, directories: [...new Set(directories)], reason: null };
}
async function findDirectories(root) {
  const names = await namesIn(root);
  const isManifest = (name) => ecosystems.some((ecosystem) => ecosystem.isManifest(name));
  if (names.some(isManifest)) return { ok: true, directories: [""], reason: null };
  const found = [];
  for (const name of names)
    if (!name.startsWith(".") && name !== "node_modules" && (await namesIn(join32(root, name))).some(isManifest)) found.push(name);
  const [only] = found;
  if (only === void 0) return { ok: false, reason: nothingFound("there is none", "") };
  const reason = found.length === 1 ? `folder ${only}: the only one with a manifest` : `folders with a manifest: ${found.join(", ")}`;
  return { ok: true, directories: found, reason };
}
function severalBelow(directories) {
  return { ok: false, reason: nothingFound(`none tells of tests below: ${directories.join(", ")}`, " or working-directory") };
}
function nothingFound(where, hint) {
  return `No test command found. Looked at: package.json in the root and in its folders, and manifests of other languages (${where}). Set test-command (--test)${hint}.`;
}

// src/suite/reproduce.ts
var rateRuns = 3;
async function reproduce(suite, root, options10) {
  const first = await suite.run(root, { scope: "all", ...options10 });
  if (first.aborted) return { kind: "aborted" };
  if (first.timedOut) return { kind: "timed-out", run: first };
  if (first.green) return { kind: "green", run: first };
  const failed = first.results.filter((result) => result.status === "failed");
  const seen = [first];
  for (const scope of narrowScopes(failed)) {
    const again2 = await suite.run(root, { scope, failing: failed, ...options10 });
    if (again2.aborted) return { kind: "aborted" };
    seen.push(again2);
    if (failsAlike(again2, failed)) {
      return {
        kind: "red",
        baseline: first,
        failing: failed,
        flaky: [],
        failingSeconds: again2.seconds,
        suite: withFailingAs(suite, scope)
      };
    }
  }
  const again = await suite.run(root, { scope: "all", ...options10 });
  if (again.aborted) return { kind: "aborted" };
  if (again.timedOut) return { kind: "timed-out", run: again };
  seen.push(again);
  const redAgain = new Set(again.failing);
  const broken = failed.filter((result) => redAgain.has(result.id));
  const flaky = failed.filter((result) => !redAgain.has(result.id)).map((result) => result.id);
  if (broken.length === 0) {
    seen.push(...await moreRuns(suite, root, failed, options10));
    return { kind: "flaky", run: first, flaky, rates: flaky.map((id) => passRate(id, seen)) };
  }
  return { kind: "red", baseline: first, failing: broken, flaky, failingSeconds: again.seconds, suite: withFailingAs(suite, "all") };
}
async function moreRuns(suite, root, failed, options10) {
  const runs = [];
  let left = options10.timeoutMs;
  for (let at = 0; at < rateRuns && left > 0; at += 1) {
    const run = await suite.run(root, { scope: "failing", failing: failed, ...options10, timeoutMs: left });
    if (run.aborted || run.timedOut) break;
    left -= 2 * run.seconds * 1e3;
    runs.push(run);
  }
  return runs;
}
function passRate(id, runs) {
  const outcomes = runs.flatMap((run) => {
    const result = run.results.find((each) => each.id === id);
    if (result === void 0) return run.green && isOutsideOfTests(id) ? [true] : [];
    return result.status === "passed" || result.status === "failed" ? [result.status === "passed"] : [];
  });
  return { id, passed: outcomes.filter((passed) => passed).length, runs: outcomes.length };
}
function narrowScopes(failed) {
  const files2 = [...new Set(failed.flatMap((test) => test.file === null ? [] : [test.file]))];
  return failed.every((test) => test.file !== null) ? ["failing", { files: files2 }] : ["failing"];
}
function failsAlike(run, tests2) {
  if (run.green) return false;
  const red = new Map(run.results.filter((result) => result.status === "failed").map((result) => [result.id, result]));
  return tests2.every((test) => {
    const again = red.get(test.id);
    return again !== void 0 && reasonOf(again) === reasonOf(test);
  });
}
function reasonOf({ message }) {
  return (message ?? "").split("\n", 1)[0]?.replace(/\d+/g, "#") ?? "";
}
function withFailingAs(suite, scope) {
  if (scope === "failing") return suite;
  return { ...suite, run: (root, options10) => suite.run(root, options10.scope === "failing" ? { ...options10, scope } : options10) };
}

// src/suite/install.ts
import { randomUUID } from "node:crypto";
import { mkdir as mkdir4, realpath as realpath2 } from "node:fs/promises";
import { join as join33, posix as posix27 } from "node:path";
async function install(plan, env, givenRoot, options10) {
  if (plan.setupCommand === null) return { ok: true, seconds: 0, did: "nothing to install" };
  const root = await realpath2(givenRoot);
  const cwd = posix27.join(root, plan.directory);
  const ecosystem = ecosystemOf(plan.ecosystem);
  const present = await ecosystem.alreadyInstalled(cwd, plan);
  if (present !== null) return { ok: true, seconds: 0, did: present };
  await mkdir4(env.scratch, { recursive: true });
  const scratch = await realpath2(env.scratch);
  const folder = join33(scratch, `install-${randomUUID()}`);
  const home = join33(folder, "home");
  await mkdir4(home, { recursive: true });
  const base = repositoryEnvironment({ from: process.env, profile: "install", home });
  const around = await ecosystem.installsIn?.({ plan, env, root, cwd, folder });
  const environment = { ...base, ...env.testEnv, ...around?.environment, NODE_ENV: "development", npm_config_update_notifier: "false" };
  const path2 = [around?.environment.PATH, env.testEnv.PATH ?? base.PATH].filter((part) => part !== void 0).join(":");
  const argv = env.sandbox.wrap(["sh", "-c", plan.setupCommand], "install", {
    cwd,
    writable: [root, folder, ...around?.writable ?? []],
    readable: around?.readable
  });
  const result = await runCommand({
    argv,
    cwd,
    env: { ...environment, PATH: path2 },
    timeoutMs: options10.timeoutMs,
    signal: options10.signal,
    outputFile: join33(folder, "output.txt")
  });
  const { seconds: seconds2 } = result;
  if (result.exitCode === 0) return { ok: true, seconds: seconds2, did: `ran \`${plan.setupCommand}\`` };
  const why = installFailure(result, plan.setupCommand, options10.timeoutMs);
  return { ok: false, seconds: seconds2, reason: why };
}
function installFailure(result, command, timeoutMs) {
  const said = installErrors(`${result.stdout}
${result.stderr}`);
  if (result.failedToStart !== null) return `\`${command}\` could not be started: ${result.failedToStart}`;
  if (result.aborted) return `\`${command}\` was aborted`;
  if (result.timedOut) return `\`${command}\` did not end within ${Math.round(timeoutMs / 1e3)} s
${said}`.trim();
  const program3 = command.split(" ")[0] ?? command;
  const missing = result.exitCode === 127 ? `${program3} is not installed here: install it in an earlier step, or set setup-command. ` : "";
  return `${missing}\`${command}\` failed (${result.exitCode === null ? `signal ${result.signal}` : `exit code ${result.exitCode}`})
${said}`.trim();
}
function installErrors(output) {
  const lines2 = plain(output).split("\n");
  const prefix2 = /^\s*(?:npm (?:ERR!|error)|error|ERR_PNPM_\S+|➤ YN\d+: [│└┌].*Error|ERROR)(?::|\s|$)/;
  const noise = /^(?:A complete log of this run|code E?LIFECYCLE|$|.*debug-0\.log|errno -?\d+)/;
  const own = lines2.filter((line) => prefix2.test(line)).map((line) => line.replace(/^\s*npm (?:ERR!|error)\s?/, "").trimEnd());
  const useful = [...new Set(own.filter((line) => !noise.test(line)))];
  return useful.length > 0 ? useful.slice(0, 12).join("\n") : distill(output, 12);
}

// src/suite/run.ts
import { randomUUID as randomUUID2 } from "node:crypto";
import { mkdir as mkdir5, realpath as realpath3 } from "node:fs/promises";
import { join as join34, posix as posix28 } from "node:path";
var keepBytes = 4 * 2 ** 20;
var tailChars2 = 6e3;
async function runTests(plan, env, session, givenRoot, options10) {
  const once = async (scoped) => runOnce(await settingFor(plan, env, givenRoot), session, scoped);
  const first = await once(options10);
  const isPart = options10.scope === "failing" && options10.failing !== void 0 && options10.failing.length > 0;
  if (options10.companion !== void 0 || ranSomething(first)) return first.run;
  if (!isPart) return (await once({ ...options10, scope: "all" })).run;
  const files2 = [...new Set(options10.failing?.flatMap(({ file }) => file === null ? [] : [file]))];
  const again = await once({ ...options10, scope: { files: files2 } });
  if (ranSomething(again)) return again.run;
  return (await once({ ...options10, scope: "all" })).run;
}
function ranSomething({ run, selected: selected2 }) {
  return !selected2 || run.timedOut || run.aborted || run.counts.executed > 0 && run.reader !== "exit-code";
}
async function settingFor(plan, env, givenRoot) {
  const root = await realpath3(givenRoot);
  await mkdir5(env.scratch, { recursive: true });
  const folder = join34(await realpath3(env.scratch), `run-${randomUUID2()}`);
  await mkdir5(folder);
  return { plan, env, root, cwd: posix28.join(root, plan.directory), folder };
}
async function runOnce(setting, session, options10) {
  let prepared = await session.prepare(setting, options10);
  let result = await execute(setting, prepared, options10);
  const instead = await prepared.instead(result);
  if (instead !== null) {
    prepared = instead;
    result = await execute(setting, prepared, options10);
  }
  const { coverage, tail, ...reading } = await prepared.read(result, options10);
  const run = {
    command: prepared.line.replaceAll(`${setting.folder}/`, ""),
    exitCode: result.exitCode,
    timedOut: result.timedOut,
    aborted: result.aborted,
    ...reading,
    seconds: result.seconds,
    tail: tail ?? tailOf(plain(result.stderr.trim() === "" ? result.stdout : `${result.stdout}
${result.stderr}`), tailChars2).trim(),
    outputFile: join34(setting.folder, "output.txt"),
    coverage
  };
  return { run, selected: prepared.selected };
}
async function execute({ env, root, cwd, folder }, prepared, options10) {
  const home = env.sandbox.layer === "none" ? void 0 : join34(folder, "home");
  if (home !== void 0) await mkdir5(home, { recursive: true });
  const base = repositoryEnvironment({ from: process.env, home });
  const { PATH: ownPath, ...own } = prepared.environment;
  const path2 = [...ownPath === void 0 ? [] : [ownPath], env.testEnv.PATH ?? base.PATH ?? ""].join(":");
  const { companion } = options10;
  const argv = env.sandbox.wrap(["sh", "-c", prepared.line], "test", {
    cwd,
    writable: [root, folder, ...prepared.writable ?? [], ...companion === void 0 ? [] : [companion.folder]],
    readable: prepared.readable
  });
  return runCommand({
    argv,
    cwd,
    env: { ...base, ...env.testEnv, ...own, ...companion?.env, PATH: path2 },
    timeoutMs: options10.timeoutMs,
    signal: options10.signal,
    keepBytes,
    outputFile: join34(folder, "output.txt")
  });
}

// src/suite/run-of-events.ts
import { realpath as realpath4 } from "node:fs/promises";
import { posix as posix29 } from "node:path";
async function runOfEvents(plan, session, givenRoot, { events, exitCode }) {
  const root = await realpath4(givenRoot);
  const place = { root, cwd: posix29.join(root, plan.directory) };
  const endedBy = { exitCode, signal: null, timedOut: false, aborted: false, failedToStart: null };
  const result = { ...endedBy, stdout: "", stderr: "", clippedBytes: 0, seconds: 0 };
  const ended = { command: plan.testCommand, result, place, timeoutMs: 0 };
  const conclusion = await session.concludeEvents?.(ended, events) ?? conclude(ended, new ResultBuilder(place), "report");
  const { green, reader, results, counts, failing } = conclusion;
  const said = { command: plan.testCommand, exitCode, timedOut: false, aborted: false, tail: "", outputFile: null, coverage: null };
  return { ...said, green, reader, results, counts, failing, seconds: 0 };
}

// src/suite/several.ts
function severalSuites(outer, whole2, parts) {
  const owners = /* @__PURE__ */ new Map();
  const runParts = async (root, chosen) => {
    const runs = [];
    const started = performance.now();
    for (const [part, options10] of chosen) {
      const left = options10.timeoutMs - (performance.now() - started);
      const run = named2(
        part.plan,
        await part.run(root, { ...options10, failing: options10.failing?.map((test) => bare(part.plan, test)), timeoutMs: Math.max(1, left) })
      );
      for (const { id, file } of run.results) if (file === null) owners.set(id, part);
      runs.push(run);
      if (run.aborted || run.timedOut) break;
    }
    return merge(runs);
  };
  const runWhole = (root, options10) => whole2 === null ? runParts(root, new Map(parts.map((part) => [part, { ...options10, scope: "all" }]))) : whole2.run(root, { ...options10, scope: "all" });
  return {
    ...outer,
    install: async (root, options10) => {
      const first = await outer.install(root, options10);
      if (!first.ok) return first;
      const did = [first.did];
      let { seconds: seconds2 } = first;
      for (const part of parts) {
        if (part.plan.setupCommand === null) continue;
        const own = await part.install(root, options10);
        seconds2 += own.seconds;
        if (!own.ok) return { ...own, seconds: seconds2, reason: `${part.plan.directory}: ${own.reason}` };
        did.push(`${part.plan.directory}: ${own.did}`);
      }
      return { ok: true, seconds: seconds2, did: did.join("; ") };
    },
    run: async (root, options10) => {
      const chosen = options10.scope === "all" ? null : choose3(parts, owners, options10);
      return chosen === null ? runWhole(root, options10) : runParts(root, chosen);
    }
  };
}
function choose3(parts, owners, options10) {
  const { scope } = options10;
  const failing = /* @__PURE__ */ new Map();
  for (const test of options10.failing ?? []) {
    const part = test.file === null ? owners.get(test.id) : partOf(parts, test.file);
    if (part === void 0) return null;
    failing.set(part, [...failing.get(part) ?? [], test]);
  }
  if (scope === "all" || failing.size + (typeof scope === "object" ? scope.files.length : 0) === 0) return null;
  if (scope === "failing") return new Map([...failing].map(([part, own]) => [part, { ...options10, failing: own }]));
  if (scope === "related") return parts.length === 1 ? new Map(parts.map((part) => [part, options10])) : null;
  const files2 = /* @__PURE__ */ new Map();
  for (const file of scope.files) {
    const part = partOf(parts, file);
    if (part === void 0) return null;
    files2.set(part, [...files2.get(part) ?? [], file]);
  }
  return new Map([...files2].map(([part, own]) => [part, { ...options10, scope: { files: own }, failing: failing.get(part) ?? [] }]));
}
function partOf(parts, file) {
  const holding = parts.filter(({ plan }) => plan.directory === "" || file.startsWith(`${plan.directory}/`));
  return holding.sort((a, b) => b.plan.directory.length - a.plan.directory.length)[0];
}
var prefix = ({ directory }) => `${directory === "" ? "." : directory} > `;
function named2(plan, run) {
  const bareIds = new Set(run.results.flatMap(({ id, file }) => file === null ? [id] : []));
  const name = (id) => bareIds.has(id) ? `${prefix(plan)}${id}` : id;
  return { ...run, results: run.results.map((result) => ({ ...result, id: name(result.id) })), failing: run.failing.map(name) };
}
function bare(plan, test) {
  const start2 = prefix(plan);
  return test.file === null && test.id.startsWith(start2) ? { ...test, id: test.id.slice(start2.length) } : test;
}
function merge(runs) {
  const sum = (of) => runs.reduce((total, run) => total + of(run), 0);
  const count = (key) => sum(({ counts }) => counts[key]);
  const red = runs.find((run) => run.exitCode !== 0);
  return {
    command: runs.map((run) => run.command).join(" && "),
    exitCode: red === void 0 ? 0 : red.exitCode,
    timedOut: runs.some((run) => run.timedOut),
    aborted: runs.some((run) => run.aborted),
    green: runs.length > 0 && runs.every((run) => run.green),
    reader: runs.find((run) => run.reader !== "exit-code")?.reader ?? "exit-code",
    results: runs.flatMap((run) => run.results),
    counts: { executed: count("executed"), passed: count("passed"), failed: count("failed"), skipped: count("skipped") },
    failing: runs.flatMap((run) => run.failing),
    seconds: sum((run) => run.seconds),
    tail: (red ?? runs.at(-1))?.tail ?? "",
    outputFile: (red ?? runs.at(-1))?.outputFile ?? null,
    coverage: mergeCoverage(runs.flatMap((run) => run.coverage === null ? [] : [run.coverage]))
  };
}
function mergeCoverage(all) {
  if (all.length === 0) return null;
  const loaded = /* @__PURE__ */ new Map();
  for (const coverage of all)
    for (const [path2, lines2] of coverage.loaded ?? []) loaded.set(path2, /* @__PURE__ */ new Set([...loaded.get(path2) ?? [], ...lines2]));
  return { tests: all.flatMap((coverage) => coverage.tests), loaded };
}

// src/suite/suite.ts
function openSuite(plan, env) {
  const one = openOne(plan, env);
  if (plan.parts === void 0) return one;
  const parts = plan.parts.map((part) => openSuite(part, env));
  return severalSuites(one, plan.runner === "several" ? null : one, parts);
}
function openOne(plan, env) {
  const session = ecosystemOf(plan.ecosystem).open(plan);
  return {
    plan,
    install: (root, options10) => install(plan, env, root, options10),
    run: (root, options10) => runTests(plan, env, session, root, options10),
    runOf: (root, told) => runOfEvents(plan, session, root, told)
  };
}

// src/suite/verify.ts
async function verify(options10) {
  var _stack = [];
  try {
    const { workspace, suite, patch, baseline, failing, timeoutMs, signal } = options10;
    const copy = __using(_stack, await workspace.fresh(patch), true);
    const mustPass = failing.map((test) => test.id);
    const run = { timeoutMs, signal };
    const after = await suite.run(copy.root, { scope: "all", ...run });
    if (after.aborted) return { kind: "aborted" };
    const first = compareRuns(withoutFlaky(baseline, options10.flaky), after, mustPass);
    if (!first.ok) {
      const second = await suite.run(copy.root, { scope: "all", ...run });
      if (second.aborted) return { kind: "aborted" };
      if (!compareRuns(withoutFlaky(baseline, options10.flaky), second, mustPass).ok)
        return { kind: "refuted", after, problems: first.problems };
      return { kind: "proved", after: second, greenRuns: 1 };
    }
    const again = await suite.run(copy.root, { scope: "failing", failing, ...run });
    if (again.aborted) return { kind: "aborted" };
    const red = again.failing.filter((id) => mustPass.includes(id));
    if (red.length > 0) return { kind: "refuted", after, problems: red.map((id) => `${id} passed once and failed when it was run again`) };
    return { kind: "proved", after, greenRuns: 2 };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function withoutFlaky(run, flaky) {
  if (flaky.length === 0) return run;
  const unreliable = new Set(flaky);
  const results = run.results.filter((result) => !unreliable.has(result.id));
  const count = (status) => results.filter((result) => result.status === status).length;
  return {
    ...run,
    results,
    failing: run.failing.filter((id) => !unreliable.has(id)),
    counts: {
      executed: count("passed") + count("failed"),
      passed: count("passed"),
      failed: count("failed"),
      skipped: count("skipped") + count("todo")
    }
  };
}

export {
  detectSuite,
  reproduce,
  openSuite,
  verify
};
//# sourceMappingURL=chunk-LWX7YTUQ.js.map
