import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  isOfTests
} from "./chunk-PDB6PGBS.js";

// src/suite/frames.ts
import { isAbsolute, posix } from "node:path";
var position = /^(.*?):(\d+)(?::(\d+))?$/;
var ofOurs = /\/run-[\da-f]{8}-[\da-f-]{27}\/[\w-]+\.[cm]js$/;
function parseFrames(stack, place, limit = 50) {
  const frames = [...unparsedPlaces(stack, place), ...lintedPlaces(stack, place)].slice(0, limit);
  for (const line of stack.split("\n")) {
    if (frames.length >= limit) break;
    const frame = parseFrame(line, place);
    if (frame !== null && !ofOurs.test(frame.file)) frames.push(frame);
  }
  return frames.some((frame) => frame.inRepository) ? frames : [...frames, ...requirers(stack, place), ...loaded(stack, place)].slice(0, limit);
}
function loaded(stack, place) {
  const file = /\bException during run: \w{1,80}\[ @([^\]\n]{1,500}) \]/.exec(stack.slice(0, 16e3))?.[1]?.replace(/(?::\d{1,9}){1,2}$/, "");
  const located = file === void 0 ? null : locate(`${file}:1`, place);
  return located === null ? [] : [{ ...located, function: null }];
}
function requirers(stack, place) {
  const [, list = ""] = /\bRequire stack:\n((?:\s*- [^\n]+\n?){1,20})/.exec(stack.slice(0, 16e3)) ?? [];
  return list.split("\n").flatMap((entry) => {
    const located = locate(`${entry.replace(/^\s*- /, "").trim()}:1`, place);
    return located === null ? [] : [{ ...located, function: null }];
  });
}
var unparsed = [
  /(?:^|\bException during run: )((?:file:\/\/)?[^\s():][^\n():]*\.[cm]?[jt]sx?):(\d+)()(?=\n)/,
  /^\s*(?:\w*Error: )?((?:file:\/\/)?[^\s():][^\n():]*\.[cm]?[jt]sx?): [^\n]*\((\d+):(\d+)\)/m,
  /^\s*(?:✘ \[ERROR\] )?((?:file:\/\/)?[^\s():][^\n():]*\.[cm]?[jt]sx?):(\d+):(\d+): (?:ERROR|error)\b/m,
  /(?:\bfile: ?|\[ ?)((?:file:\/\/)?[^\s():[\]]+\.[cm]?[jt]sx?):(\d+):(\d+)/i
];
var aboutParsing = /SyntaxError|PARSE_ERROR|Parse failure|Transform failed|Failed to parse|Unexpected (?:token|identifier)/;
function unparsedPlaces(stack, place) {
  const head = stack.slice(0, 4e3);
  if (!aboutParsing.test(head)) return [];
  for (const pattern of unparsed) {
    const [, file, line, column] = pattern.exec(head) ?? [];
    if (file === void 0) continue;
    const { path, inside } = relativeToRoot(file, place);
    if (!inside || path.split("/").includes("node_modules")) continue;
    return [{ file: path, line: Number(line), column: column ? Number(column) : null, function: null, inRepository: true }];
  }
  return [];
}
var lintedFile = /^\s*([^\s:/]*\/\S.*?\.[cm]?[jt]sx?|[^\s/]+\.[cm]?[jt]sx?)(?::\d+:\d+)?:?$/;
var lintedAt = /^\s+(?:[✖×]\s+(?=\d+:)|(?=\d+:\d+\s+error\b))(\d+):(\d+)\s+\S.*\s{2}(?:@?[\w-]+\/)*[a-z][a-z-]+$/;
var lintedInOne = /^\s*(\S.*?\.[cm]?[jt]sx?:\d+:\d+): (?!warning\b).+ \((?:(?:@?[\w-]+\/)*[a-z]+-[a-z-]+|semi|quotes|indent|eqeqeq|curly|camelcase)\)$/;
var mostLinted = 20;
function lintedPlaces(stack, place) {
  const found = [];
  let file = null;
  for (const line of stack.slice(0, 16e3).split("\n")) {
    if (line.length > 500) continue;
    const [, at, column] = lintedAt.exec(line) ?? [];
    const told = lintedInOne.exec(line)?.[1] ?? (at !== void 0 && file !== null ? `${file}:${at}:${column}` : void 0);
    if (at === void 0) file = lintedFile.exec(line)?.[1] ?? file;
    const located = told === void 0 ? null : locate(told, place);
    if (located?.inRepository === true && found.length < mostLinted) found.push({ ...located, function: null });
  }
  return found;
}
var typeError = /^\s*([^\s():][^\n():]*\.[cm]?[jt]sx?)(?:\((\d+),(\d+)\):|:(\d+):(\d+) -) error TS\d+/;
function parseFrame(line, place) {
  if (line.length > 4e3 || atText.test(line)) return null;
  const told = typeError.exec(line);
  const judged = told === null ? null : locate(`${told[1]}:${told[2] ?? told[4]}:${told[3] ?? told[5]}`, place);
  if (judged !== null) return { ...judged, function: null };
  const text = /^\s*(?:at|❯|›)\s+(.*?)(?:\s\{)?\s*$/.exec(line)?.[1];
  if (text === void 0) return null;
  const inParentheses = /^(.*?)\s*\((.*)\)$/.exec(text);
  if (inParentheses !== null) {
    const location2 = locate(inParentheses[2] ?? "", place);
    if (location2 !== null) return { ...location2, function: functionName(inParentheses[1] ?? "") };
  }
  const bare = locate(text.replace(/^async\s+/, ""), place);
  if (bare !== null && !/^\S+\s+\S*[/\\]/.test(bare.file)) return { ...bare, function: null };
  const named = /^(.*?)\s+(\S+:\d+(?::\d+)?)$/.exec(text);
  const location = named === null ? null : locate(named[2] ?? "", place);
  return location === null ? bare && { ...bare, function: null } : { ...location, function: functionName(named?.[1] ?? "") };
}
function functionName(text) {
  const name = text.replace(/^(?:async|new)\s+/, "").replace(/\s*\[as .*\]$/, "");
  return name === "" || name === "<anonymous>" || name === "Object.<anonymous>" ? null : name;
}
var isText = /^\[(?:eval|stdin|worker eval)\](?:-wrapper)?$/;
var atText = /^\s*at (?:.*\()?\[(?:eval|stdin|worker eval)\]/;
function locate(text, place) {
  const match = position.exec(text.replace(/\?[^:)]*(?=:\d)/, ""));
  const file = match?.[1];
  if (match === null || file === void 0 || file === "" || file === "<anonymous>" || file === "native" || isText.test(file)) return null;
  const relative = relativeToRoot(file, place);
  return {
    file: relative.path,
    line: Number(match[2]),
    column: match[3] === void 0 ? null : Number(match[3]),
    inRepository: relative.inside && !relative.path.split("/").includes("node_modules")
  };
}
function relativeToRoot(file, { root, cwd }) {
  const path = fromUrl(file);
  if (/^(?:node:|internal\/|evalmachine\.|https?:|data:|wasm:|webpack:)/.test(path)) return { path, inside: false };
  const absolute = isAbsolute(path) ? posix.normalize(path) : posix.join(cwd, path);
  if (absolute === root) return { path: "", inside: true };
  if (absolute.startsWith(`${root}/`)) return { path: absolute.slice(root.length + 1), inside: true };
  return { path, inside: false };
}
function fromUrl(file) {
  const bare = file.startsWith("file://") ? file.slice("file://".length) : file;
  if (bare === file) return file.replaceAll("\\", "/");
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}
function withoutRoot(text, { root }) {
  if (root === "/" || !text.includes(root)) return text;
  return text.replaceAll(`file://${root}/`, "").replaceAll(`${root}/`, "").replaceAll(root, ".");
}
var rootMark = "\uFDD0root\uFDD0";
function inAnyTree(name, { root }) {
  return root === "/" ? name : name.replaceAll(root, rootMark);
}
function inTree(name, { root }) {
  return name.replaceAll(rootMark, root);
}

// src/suite/test-files.ts
var isTestFile = isOfTests;

// src/suite/text.ts
var ansi = /[\u001b\u009b](?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])/g;
function plain(text) {
  return text.replace(ansi, "").replace(/\r\n/g, "\n").replace(/^.*\r(?=[^\n])/gm, "");
}
function clip(text, max) {
  if (text.length <= max) return text;
  const head = Math.floor(max * 0.6);
  const tail = max - head;
  return `${text.slice(0, head)}
\u2026 ${text.length - max} characters left out \u2026
${text.slice(text.length - tail)}`;
}
function tailOf(text, max) {
  if (text.length <= max) return text;
  const tail = text.slice(text.length - max);
  const lineEnd = tail.indexOf("\n");
  return lineEnd >= 0 && lineEnd < tail.length - 1 ? tail.slice(lineEnd + 1) : tail;
}
var telling = /\berr(?:or)?\b|\w*Error\b|\bfail(?:ed|ure|s)?\b|\bnot ok\b|exception|cannot |could not|unexpected|undefined|missing|assert|panic|fatal|✖|✗|×|\bFAIL\b|segmentation|command not found|no such file/i;
var noise = /^\s*(?:npm (?:ERR!|error) (?:A complete log|Lifecycle script|workspace|location|path|command)|Node\.js v\d|\s*\^+\s*$)/i;
function distill(output, maxLines = 20) {
  const lines = plain(output).split("\n").map((line) => line.trimEnd()).filter((line) => line.trim() !== "" && !noise.test(line));
  const firstTelling = lines.findIndex((line, index) => index >= lines.length - 400 && telling.test(line));
  const below = firstTelling > 0 && /^\s+(?:\S\s+)?\d+:\d+\s/.test(lines[firstTelling] ?? "") ? 1 : 0;
  const from = firstTelling < 0 ? Math.max(0, lines.length - maxLines) : firstTelling - below;
  return clip(lines.slice(from, from + maxLines).join("\n"), 4e3);
}

// src/suite/results.ts
var NO_WORDS = "failed";
var fileLevel = "(file)";
var crashed = "(crash)";
var suiteLevel = "(suite)";
function isOutsideOfTests(id) {
  return /(?:^| > )\((?:file|crash|suite)\)(?: \(\d+\))?$/.test(id) || / > "(?:before|after)(?: each| all)?" hook\b[^>]*$/.test(id);
}
function isWholeFile(id) {
  return id.endsWith(` > ${fileLevel}`);
}
function isAboutTheEnd(name) {
  return /^(?:test exited without ending: |\.end\(\) already called|\.end\(\) called twice|plan != count$)/.test(name);
}
var ResultBuilder = class {
  #place;
  #seen = /* @__PURE__ */ new Map();
  results = [];
  constructor(place) {
    this.#place = place;
  }
  add(raw) {
    const place = this.#place;
    const wanted = idOf(raw.fileInId === false ? null : raw.file, raw.path, place);
    const count = (this.#seen.get(wanted) ?? 0) + 1;
    this.#seen.set(wanted, count);
    const failed = raw.status === "failed";
    const stack = failed && raw.stack ? clip(withoutRoot(plain(raw.stack), place), 16e3) : null;
    const frames = raw.frames ?? (stack === null ? [] : parseFrames(plain(raw.stack ?? ""), place));
    const file = raw.file !== null ? relativeToRoot(raw.file, place).path : raw.fileByCallers ? outermost(frames) : null;
    const result = {
      id: count === 1 ? wanted : `${wanted} (${count})`,
      name: inAnyTree(raw.name, place),
      file,
      line: lineIn(file, raw.line ?? null, frames),
      status: raw.status,
      seconds: raw.seconds ?? null,
      message: failed ? clip(withoutRoot(plain(raw.message ?? NO_WORDS), place), 8e3) : null,
      stack,
      frames,
      expected: failed ? readable(raw.expected, place) : null,
      actual: failed ? readable(raw.actual, place) : null
    };
    this.results.push(result);
    return result;
  }
};
function idOf(file, path, place) {
  const names = path.map((part) => clip(withoutRoot(plain(part), place).replace(/\s+/g, " ").trim(), 500));
  return [...file === null ? [] : [relativeToRoot(file, place).path], ...names].join(" > ");
}
function readable(text, place) {
  return text === null || text === void 0 ? null : clip(withoutRoot(plain(text), place), 4e3);
}
function outermost(frames) {
  const own = frames.filter(({ inRepository }) => inRepository);
  return (own.findLast(({ file }) => isTestFile(file)) ?? own.at(-1))?.file ?? null;
}
function lineIn(file, line, frames) {
  return line ?? frames.find((frame) => frame.file === file)?.line ?? null;
}
function countResults(results) {
  const of = (status) => results.filter((result) => result.status === status).length;
  const passed = of("passed");
  const failed = of("failed");
  return { executed: passed + failed, passed, failed, skipped: of("skipped") + of("todo") };
}

// src/suite/compare.ts
var maxProblems = 20;
function compareRuns(before, after, mustPass) {
  const problems = [];
  if (after.timedOut) problems.push("the tests did not end in time");
  else if (after.aborted) problems.push("the test run was aborted");
  if (before.reader === "exit-code" || after.reader === "exit-code") problems.push(...compareExitCodes(before, after));
  else problems.push(...compareResults(before, after, mustPass));
  if (problems.length === 0 && !isGreenEnough(before, after, mustPass)) {
    problems.push(
      after.exitCode === 0 ? "a test fails that did not fail before" : `the test command fails (${after.exitCode === null ? "ended by a signal" : `exit code ${after.exitCode}`})`
    );
  }
  const shown = problems.length > maxProblems ? [...problems.slice(0, maxProblems), `\u2026 and ${problems.length - maxProblems} more`] : problems;
  return { ok: problems.length === 0, problems: shown };
}
function isGreenEnough(before, after, mustPass) {
  if (after.green) return true;
  const tolerated = new Set(before.failing.filter((id) => !mustPass.includes(id)));
  return after.failing.length > 0 && after.failing.every((id) => tolerated.has(id));
}
function compareExitCodes(before, after) {
  const lost = before.reader !== "exit-code" && after.reader === "exit-code";
  if (lost && executed(before).length > 0) return ["the results of the tests can no longer be read"];
  return after.green ? [] : [`the test command fails (exit code ${after.exitCode ?? "none"})`];
}
function compareResults(before, after, mustPass) {
  const problems = [];
  const now = new Map(after.results.map((result) => [result.id, result]));
  const wanted = new Set(mustPass);
  const vanished = [];
  for (const id of wanted) {
    const result = now.get(id);
    if (result !== void 0 && result.status !== "passed")
      problems.push(`${id} ${result.status === "failed" ? "still fails" : `is ${result.status} now`}`);
    else if (result === void 0 && !isOutsideOfTests(id)) vanished.push(id);
  }
  for (const { id, status } of before.results) {
    if (status !== "passed" || wanted.has(id)) continue;
    const result = now.get(id);
    if (result === void 0) vanished.push(id);
    else if (result.status === "failed") problems.push(`${id} passed before and fails now`);
    else if (result.status !== "passed") problems.push(`${id} ran before and is ${result.status} now`);
  }
  const known = new Set(before.results.map(({ id }) => id));
  const came = after.results.filter(({ id, status }) => status === "passed" && !known.has(id)).map(({ id }) => id);
  problems.push(...withoutReplaced(vanished, came).map((id) => `${id} ran before and is gone now`));
  const ran = executed(before).length;
  const runsNow = executed(after).length;
  if (runsNow < ran) problems.push(`${ran} tests ran before, ${runsNow} run now`);
  return problems;
}
function executed(run) {
  return run.results.filter(({ id, status }) => (status === "passed" || status === "failed") && !isOutsideOfTests(id));
}
function withoutReplaced(vanished, came) {
  const free = /* @__PURE__ */ new Map();
  for (const id of came) free.set(groupOf(id), (free.get(groupOf(id)) ?? 0) + 1);
  return vanished.filter((id) => {
    const group = groupOf(id);
    const left = free.get(group) ?? 0;
    if (left > 0) free.set(group, left - 1);
    return left === 0;
  });
}
function groupOf(id) {
  const at = id.lastIndexOf(" > ");
  return at < 0 ? "" : id.slice(0, at);
}

export {
  parseFrames,
  relativeToRoot,
  inAnyTree,
  inTree,
  isTestFile,
  plain,
  tailOf,
  distill,
  NO_WORDS,
  fileLevel,
  crashed,
  suiteLevel,
  isOutsideOfTests,
  isWholeFile,
  isAboutTheEnd,
  ResultBuilder,
  idOf,
  countResults,
  compareRuns,
  withoutReplaced
};
//# sourceMappingURL=chunk-QPTAJ43X.js.map
