import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  didNotEnd
} from "./chunk-N7GMIPBB.js";
import {
  NO_WORDS,
  isOutsideOfTests,
  isTestFile,
  isWholeFile,
  withoutReplaced
} from "./chunk-QPTAJ43X.js";

// src/suite/failing-seconds.ts
var interpreted = /* @__PURE__ */ new Set([
  "pytest",
  "unittest",
  "django",
  "tox",
  "nox",
  "rspec",
  "minitest",
  "phpunit",
  "prove",
  "bun test"
]);
function secondsOfFailing(plan, failing, seconds, baseline) {
  return (compiles(plan) ? Math.max(seconds, baseline) : seconds) + secondsUnreached(failing);
}
var UNREACHED = 15;
var HALFWAY = 5;
function secondsUnreached(failing) {
  const outside = failing.filter(({ id }) => isOutsideOfTests(id));
  if (outside.length === 0) return 0;
  return outside.every(({ message }) => ASSERTED.test(message ?? "")) ? HALFWAY : UNREACHED;
}
var ASSERTED = /\bAssertionError\b|\bERR_ASSERTION\b/;
function compiles({ ecosystem, runner, parts }) {
  if (parts !== void 0 && parts.length > 0) return parts.some(compiles);
  return ecosystem !== "javascript" && !interpreted.has(runner);
}

// src/suite/python-runners.ts
var runners = /* @__PURE__ */ new Set(["pytest", "unittest", "django"]);
function isPythonRunner(runner) {
  return runners.has(runner);
}

// src/suite/quick.ts
var MOST_LEFT_OUT = 0.2;
var SLOW = 0.25;
var MOST_RUN = 24;
function quickOnes(failing) {
  const quick = withoutSlow(failing);
  return quick.length <= 2 * MOST_RUN ? quick : someOf(quick);
}
function someOf(tests) {
  const alike = /* @__PURE__ */ new Map();
  for (const test of tests) {
    const likeness = likenessOf(test);
    const known = alike.get(likeness);
    if (known === void 0) alike.set(likeness, [test]);
    else known.push(test);
  }
  const files = new Map(tests.toReversed().map((test) => [test.file, test]));
  const chosen = new Set(files.values());
  for (let turn = 0; chosen.size < MOST_RUN; turn += 1) {
    for (const group of alike.values()) {
      const test = group[Math.floor(group.length * vanDerCorput(turn))];
      if (test !== void 0 && chosen.size < MOST_RUN) chosen.add(test);
    }
  }
  return tests.filter((test) => chosen.has(test));
}
function likenessOf({ file, message, frames }) {
  const [line = ""] = (message ?? "").split("\n", 1);
  const place = frames.find(({ inRepository, file: own }) => inRepository && own !== file);
  return [file, place?.file, place?.line, line.replace(/'[^']*'|"[^"]*"|`[^`]*`|\d+/g, "#").slice(0, 100)].join("\n");
}
function vanDerCorput(turn) {
  let [value, part] = [0, 0.5];
  for (let rest = turn; rest > 0; rest >>= 1, part /= 2) if (rest & 1) value += part;
  return value;
}
function withoutSlow(failing) {
  const bySeconds = failing.toSorted((a, b) => secondsOf(a) - secondsOf(b));
  let quicker = 0;
  for (const [count, test] of bySeconds.entries()) {
    const isSlow = secondsOf(test) > Math.max(SLOW, quicker);
    if (isSlow && failing.length - count <= MOST_LEFT_OUT * failing.length) {
      const slow = new Set(bySeconds.slice(count));
      return failing.filter((one) => !slow.has(one));
    }
    quicker += secondsOf(test);
  }
  return failing;
}
function secondsSaved(failing) {
  const total = (tests) => tests.reduce((sum, test) => sum + secondsOf(test), 0);
  return total(failing) - total(quickOnes(failing));
}
var secondsOf = ({ seconds }) => seconds ?? 0;
var SLOW_SUITE = 5;
var OWN = 40;
var OTHERS = 20;
var OTHER_FILES = 4;
var LONGEST = 1;
function comparedTests(baseline, failing) {
  const isAnywhere = ({ id, file }) => file === null || isOutsideOfTests(id) && !isWholeFile(id);
  if (baseline.seconds <= SLOW_SUITE || failing.length === 0 || failing.some(isAnywhere)) return null;
  const files = new Set(failing.map(({ file }) => file));
  const passed = baseline.results.filter(({ id, file, status }) => status === "passed" && file !== null && !isOutsideOfTests(id));
  const short = passed.filter(({ seconds }) => (seconds ?? 0) <= LONGEST);
  const others = short.filter(({ file }) => !files.has(file));
  const otherFiles = new Set(spread([...new Set(others.map(({ file }) => file))], OTHER_FILES));
  const chosen = [
    ...spread(
      short.filter(({ file }) => files.has(file)),
      OWN
    ),
    ...spread(
      others.filter(({ file }) => otherFiles.has(file)),
      OTHERS
    )
  ];
  return chosen.length === 0 ? null : { tests: [...quickOnes(failing), ...chosen], weight: passed.length / chosen.length };
}
function spread(list, most) {
  if (list.length <= most) return list;
  return list.filter((_, at) => Math.floor(at * most / list.length) !== Math.floor((at - 1) * most / list.length));
}

// src/suite/rank.ts
function rankSuspects(measured, failing, limit) {
  const coverage = measured === null ? null : withoutStrays(measured, failing);
  const priors = framePriors(failing);
  const candidates = coverage === null ? /* @__PURE__ */ new Map() : countLines(coverage);
  for (const { path, line } of priors.values()) {
    const key = `${path}:${line}`;
    if (!candidates.has(key)) candidates.set(key, { path, line, failed: 0, passed: 0, isOwn: true });
  }
  const allFailed = coverage?.tests.filter(({ failed }) => failed).length ?? 0;
  const ranked = [...candidates.values()].map((candidate) => {
    const { path, line, failed, passed, isOwn } = candidate;
    const ochiai = failed === 0 ? 0 : failed / Math.sqrt(allFailed * (failed + passed));
    const prior = priors.get(`${path}:${line}`)?.weight ?? 0;
    return { path, line, passed, isLoaded: isOwn ? 0 : 1, score: 1 - (1 - ochiai) * (1 - prior), distance: 0 };
  });
  const suspects = ranked.filter(({ score }) => score > 0);
  const frames = [...priors.values()];
  for (const suspect of suspects) suspect.distance = distanceTo(frames, suspect.path, suspect.line);
  suspects.sort(
    (a, b) => b.score - a.score || a.isLoaded - b.isLoaded || a.distance - b.distance || a.passed - b.passed || a.path.localeCompare(b.path) || a.line - b.line
  );
  return suspects.slice(0, limit).map(({ path, line, score }) => ({ path, line, score: Math.round(score * 1e3) / 1e3 }));
}
function weighted(coverage, each) {
  if (coverage === null) return null;
  return { tests: coverage.tests.map((test) => test.failed ? test : { ...test, weight: each * (test.weight ?? 1) }) };
}
function withoutStrays(coverage, failing) {
  const reported = new Set(failing.map(({ id }) => id));
  if (!coverage.tests.some(({ failed, id }) => failed && reported.has(id))) return coverage;
  return { tests: coverage.tests.filter(({ failed, id }) => !failed || reported.has(id)) };
}
var OF_LOADED = 0.5;
function countLines({ tests }) {
  const candidates = /* @__PURE__ */ new Map();
  let last = null;
  const setsOf = (lines) => {
    if (last?.of !== lines) last = { of: lines, sets: new Map([...lines].map(([path, own]) => [path, new Set(own)])) };
    return last.sets;
  };
  const count = (path, line, failed, weight, own) => {
    const key = `${path}:${line}`;
    const candidate = candidates.get(key) ?? (failed ? { path, line, failed: 0, passed: 0, isOwn: false } : null);
    if (candidate === null) return;
    if (failed) candidate.failed += weight;
    else candidate.passed += weight;
    candidate.isOwn ||= failed && own;
    candidates.set(key, candidate);
  };
  for (const failed of [true, false]) {
    const loads = /* @__PURE__ */ new Map();
    for (const { lines, loaded, weight = 1 } of tests.filter((test) => test.failed === failed)) {
      if (loaded !== void 0) loads.set(loaded, (loads.get(loaded) ?? 0) + weight);
      const sets = loaded === void 0 ? null : setsOf(loaded);
      for (const [path, own] of lines) {
        if (isTestFile(path)) continue;
        const also = sets?.get(path);
        for (const line of own) count(path, line, failed, also?.has(line) === true ? weight * (1 - OF_LOADED) : weight, true);
      }
    }
    for (const [loaded, weight] of loads)
      for (const [path, lines] of loaded)
        if (!isTestFile(path)) for (const line of lines) count(path, line, failed, weight * OF_LOADED, false);
  }
  return candidates;
}
function framePriors(failing) {
  const priors = /* @__PURE__ */ new Map();
  for (const { frames, file } of failing) {
    const own = frames.filter((frame) => frame.inRepository && frame.file !== file && !isTestFile(frame.file));
    for (const [depth, { file: path, line }] of own.slice(0, 10).entries()) {
      const key = `${path}:${line}`;
      const weight = (priors.get(key)?.weight ?? 0) + 0.5 / (depth + 1) / failing.length;
      priors.set(key, { path, line, weight: Math.min(weight, 0.5) });
    }
  }
  return priors;
}
function distanceTo(frames, path, line) {
  let nearest = Number.MAX_SAFE_INTEGER;
  for (const frame of frames) if (frame.path === path) nearest = Math.min(nearest, Math.abs(frame.line - line));
  return nearest;
}

// src/suite/several.ts
function severalSuites(outer, whole, given) {
  const parts = given.map((part) => namedIn(part.plan, part));
  const runParts = async (root, chosen) => {
    const runs = [];
    const started = performance.now();
    for (const [part, options] of chosen) {
      const left = options.timeoutMs - (performance.now() - started);
      const run = await part.run(root, { ...options, timeoutMs: Math.max(1, left) });
      runs.push(run);
      if (run.aborted || run.timedOut) break;
    }
    return merge(runs);
  };
  const runWhole = (root, options) => whole === null ? runParts(root, new Map(parts.map((part) => [part, { ...options, scope: "all" }]))) : whole.run(root, { ...options, scope: "all" });
  const runMeasured = async (root, options) => {
    const shares = whole === null ? null : divide(parts, options.failing ?? []);
    if (shares === null || shares.size === 0) return runWhole(root, options);
    const run = await runParts(root, new Map([...shares].map(([part, failing]) => [part, { ...options, scope: "all", failing }])));
    const reported = new Set(options.failing?.map(({ id }) => id));
    return run.aborted || run.failing.some((id) => reported.has(id)) ? run : runWhole(root, options);
  };
  return {
    ...outer,
    install: async (root, options) => {
      const first = await outer.install(root, options);
      if (!first.ok) return first;
      const did = [first.did];
      const failed = first.failed === void 0 ? [] : [first.failed];
      let { seconds } = first;
      for (const part of parts) {
        if (part.plan.setupCommand === null) continue;
        const own = await part.install(root, options);
        seconds += own.seconds;
        if (!own.ok) return { ...own, seconds, reason: `${part.plan.directory}: ${own.reason}` };
        did.push(`${part.plan.directory}: ${own.did}`);
        if (own.failed !== void 0) failed.push(`${part.plan.directory}: ${own.failed}`);
      }
      return { ok: true, seconds, did: did.join("; "), failed: failed.length === 0 ? void 0 : failed.join("\n") };
    },
    run: async (root, options) => {
      const chosen = options.scope === "all" ? null : choose(parts, options);
      if (chosen !== null) return runParts(root, chosen);
      return options.coverage === true ? runMeasured(root, options) : runWhole(root, options);
    },
    parts
  };
}
function sharesOf(suite, failing) {
  const shares = divide(suite.parts ?? [], failing);
  if (shares === null || shares.size === 0) return [{ suite, failing }];
  return [...shares].flatMap(([part, own]) => sharesOf(part, own)).sort((a, b) => b.failing.length - a.failing.length);
}
function packageOf(suite, file) {
  const part = partOf(suite.parts ?? [], file);
  return part === void 0 ? suite : packageOf(part, file);
}
function ofPackage({ plan }, run) {
  const results = run.results.filter((test) => test.file === null ? test.id.startsWith(prefix(plan)) : isIn(plan, test.file));
  const ids = new Set(results.map(({ id }) => id));
  return { ...run, results, failing: run.failing.filter((id) => ids.has(id)) };
}
function withRuns(suite, change) {
  return { ...suite, run: change(suite.run), parts: suite.parts?.map((part) => withRuns(part, change)) };
}
function choose(parts, options) {
  const { scope } = options;
  const failing = divide(parts, options.failing ?? []);
  if (failing === null) return null;
  if (scope === "all" || failing.size + (typeof scope === "object" ? scope.files.length : 0) === 0) return null;
  if (scope === "failing") return new Map([...failing].map(([part, own]) => [part, { ...options, failing: own }]));
  if (scope === "related") return parts.length === 1 ? new Map(parts.map((part) => [part, options])) : null;
  const files = /* @__PURE__ */ new Map();
  for (const file of scope.files) {
    const part = partOf(parts, file);
    if (part === void 0) return null;
    files.set(part, [...files.get(part) ?? [], file]);
  }
  return new Map([...files].map(([part, own]) => [part, { ...options, scope: { files: own }, failing: failing.get(part) ?? [] }]));
}
function divide(parts, failing) {
  const shares = /* @__PURE__ */ new Map();
  for (const test of failing) {
    const part = test.file === null ? parts.find(({ plan }) => test.id.startsWith(prefix(plan))) : partOf(parts, test.file);
    if (part === void 0) return null;
    shares.set(part, [...shares.get(part) ?? [], test]);
  }
  return shares;
}
function partOf(parts, file) {
  const holding = parts.filter(({ plan }) => isIn(plan, file));
  return holding.sort((a, b) => b.plan.directory.length - a.plan.directory.length)[0];
}
var isIn = ({ directory }, file) => directory === "" || file.startsWith(`${directory}/`);
var prefix = ({ directory }) => `${directory === "" ? "." : directory} > `;
function namedIn(plan, suite) {
  return {
    ...suite,
    run: async (root, options) => {
      const { scope, failing } = options;
      const own = typeof scope === "object" ? { files: scope.files.filter((file) => isIn(plan, file)) } : scope;
      return named(plan, await suite.run(root, { ...options, scope: own, failing: failing?.map((test) => bare(plan, test)) }));
    },
    runOf: async (root, told) => named(plan, await suite.runOf(root, told)),
    parts: suite.parts?.map((part) => namedIn(plan, part))
  };
}
function named(plan, run) {
  const bareIds = new Set(
    run.results.flatMap(({ id, file }) => file === null || !(id === file || id.startsWith(`${file} > `)) ? [id] : [])
  );
  const name = (id) => bareIds.has(id) ? `${prefix(plan)}${id}` : id;
  return { ...run, results: run.results.map((result) => ({ ...result, id: name(result.id) })), failing: run.failing.map(name) };
}
function bare(plan, test) {
  const start = prefix(plan);
  return test.id.startsWith(start) ? { ...test, id: test.id.slice(start.length) } : test;
}
function merge(runs) {
  const sum = (of) => runs.reduce((total, run) => total + of(run), 0);
  const count = (key) => sum(({ counts }) => counts[key]);
  const red = runs.find((run) => run.exitCode !== 0);
  return {
    command: runs.map((run) => run.command).join(" && "),
    exitCode: red === void 0 ? 0 : red.exitCode,
    timedOut: runs.some((run) => run.timedOut),
    ...runs.some((run) => run.stoodStill === true) ? { stoodStill: true } : {},
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
  return all.length === 0 ? null : { tests: all.flatMap((coverage) => coverage.tests) };
}

// src/suite/test-limit.ts
var byAsking = /* @__PURE__ */ new Set(["node:test", "vitest", "jest", "mocha", "tape", "tap", "ava", "jasmine", "uvu"]);
function endsTests({ runner }) {
  return isPythonRunner(runner) ? "always" : byAsking.has(runner) ? "late" : null;
}
var SAID = new RegExp(`\\b${didNotEnd}\\b.{0,20}it did not end within (?:[\\d.]+ seconds|its share)( of processor time)?`, "s");
function endedBy({ status, message, stack }) {
  return status === "failed" ? SAID.exec(message ?? "") ?? SAID.exec(stack ?? "") : null;
}
function isEndless(result) {
  return endedBy(result) !== null;
}
function withoutEndless(run) {
  const waited = run.results.reduce((sum, result) => sum + (isEndless(result) ? result.seconds ?? 0 : 0), 0);
  if (waited === 0) return run;
  const results = run.results.map((result) => isEndless(result) ? { ...result, seconds: null } : result);
  return { ...run, results, seconds: waited < run.seconds ? run.seconds - waited : run.seconds };
}
function patientLimit(timeoutMs) {
  return { processor: [Math.max(20, timeoutMs / 4e3), 5] };
}
function strictLimit(timeoutMs) {
  const pair = [Math.max(10, timeoutMs / 8e3), 5];
  return { processor: pair, clock: pair };
}
function workingLimit(seconds) {
  return { processor: [2 / 3 * seconds, seconds / 10] };
}
function growingLimit(run) {
  return { processor: [Math.max(5, 3 * slowestPassed(run)), 3] };
}
var GREW = /RangeError: Invalid (?:array|string) length|heap out of memory/;
var FILLED = 2;
function grewWithoutEnd({ green, results, tail }) {
  if (green) return false;
  const tests = results.filter(({ status }) => status === "failed");
  return tests.some((one) => GREW.test(`${one.message}
${one.stack}`) && (one.seconds ?? 0) > FILLED) || /heap out of memory/.test(tail);
}
function againLimit(baseline) {
  return { processor: [60, Math.max(1.5, 4 * slowestPassed(baseline))] };
}
function slowestPassed({ results }) {
  return Math.max(0, ...results.map(({ status, seconds }) => status === "passed" ? seconds ?? 0 : 0));
}
function endingSoon(suite, run) {
  const endless = run.results.filter(isEndless);
  if (endless.length === 0) return suite;
  const slowest = slowestPassed(run);
  const waits = endless.some((result) => endedBy(result)?.[1] === void 0);
  const limitOf = (first, later) => {
    const pair = [Math.max(first, 3 * slowest), Math.max(later, 3 * slowest)];
    return { processor: pair, ...waits ? { clock: pair } : {} };
  };
  const [cold, traced, warm] = [limitOf(3, 2), limitOf(8, 4), waits ? limitOf(1, 1) : limitOf(0.5, 0.5)];
  return withRuns(suite, (run2) => (root, options) => {
    const own = options.companion !== void 0 ? warm : options.coverage === true ? traced : cold;
    return run2(root, { ...options, testLimit: options.testLimit === null ? null : own });
  });
}

// src/suite/reproduce.ts
var rateRuns = 3;
var PART_SHARE = 5;
var PART_SLACK_MS = 1e4;
var STILL_SECONDS = 15;
async function reproduce(given, root, { timeoutMs, totalMs = Number.POSITIVE_INFINITY, signal, tree }) {
  const end = performance.now() + totalMs;
  const within = (limitMs) => ({ timeoutMs: Math.max(1, Math.min(limitMs, end - performance.now())), signal });
  const first = await firstRun(given, root, timeoutMs, { within, tree });
  if (first.aborted) return { kind: "aborted" };
  if (first.timedOut) return { kind: "timed-out", run: first, again: false };
  if (first.green) return { kind: "green", run: first };
  const suite = endingSoon(given, first);
  const baseline = withoutEndless(first);
  const failed = baseline.results.filter((result) => result.status === "failed");
  const seen = [first];
  const partMs = Math.min(timeoutMs, PART_SHARE * first.seconds * 1e3 + PART_SLACK_MS);
  const narrowly = async () => {
    for (const scope of narrowScopes(failed)) {
      await tree?.tidy();
      const again2 = await suite.run(root, { scope, failing: failed, ...within(partMs) });
      if (again2.aborted) return { kind: "aborted" };
      seen.push(again2);
      if (failsAlike(again2, failed)) {
        return {
          kind: "red",
          baseline,
          failing: failed,
          flaky: [],
          failingSeconds: again2.seconds,
          suite: withFailingAs(suite, scope)
        };
      }
    }
    return null;
  };
  const isCleared = await tree?.setAside() === true;
  const red = await narrowly();
  if (red !== null) return red;
  if (isCleared) {
    await tree?.putBack();
    const withIt = await narrowly();
    if (withIt !== null) return withIt;
  }
  await tree?.setAside();
  const again = await suite.run(root, { scope: "all", ...within(timeoutMs) });
  if (again.aborted) return { kind: "aborted" };
  if (again.timedOut) return { kind: "timed-out", run: again, again: true };
  seen.push(again);
  const redAgain = new Set(again.failing);
  const broken = failed.filter((result) => redAgain.has(result.id));
  const flaky = failed.filter((result) => !redAgain.has(result.id)).map((result) => result.id);
  if (broken.length === 0) {
    seen.push(...await moreRuns(suite, root, failed, { ...within(timeoutMs), tree }));
    const rates = flaky.map((id) => passRate(id, seen));
    const anew = again.failing.find((id) => !isOutsideOfTests(id));
    if (anew !== void 0 && rates.every(({ passed }) => passed === 0)) return { kind: "renamed", run: first, anew };
    return { kind: "flaky", run: first, flaky, rates };
  }
  return { kind: "red", baseline, failing: broken, flaky, failingSeconds: again.seconds, suite: withFailingAs(suite, "all") };
}
async function firstRun(suite, root, timeoutMs, { within, tree }) {
  const ends = endsTests(suite.plan);
  const testLimit = ends === "always" ? patientLimit(timeoutMs) : void 0;
  const first = await suite.run(root, {
    scope: "all",
    testLimit,
    noticeStill: ends === "late" ? STILL_SECONDS : void 0,
    ...within(timeoutMs)
  });
  const grew = ends === "late" && !first.timedOut && grewWithoutEnd(first);
  if (ends === null || !(first.timedOut || grew)) return first;
  const limit = grew ? growingLimit(first) : first.stoodStill === true ? workingLimit(STILL_SECONDS) : strictLimit(timeoutMs);
  const limitMs = first.stoodStill === true ? timeoutMs : timeoutMs / 2;
  await tree?.setAside();
  const strict = await suite.run(root, { scope: "all", testLimit: limit, ...within(limitMs) });
  if (strict.aborted) return strict;
  if (!strict.timedOut && strict.results.some(isEndless) && !failsAnew(first, strict)) return strict;
  if (first.stoodStill !== true) return first;
  await tree?.setAside();
  return await suite.run(root, { scope: "all", ...within(timeoutMs) });
}
function failsAnew(before, { failing }) {
  const passed = new Set(before.results.flatMap(({ id, status }) => status === "passed" ? [id] : []));
  return failing.some((id) => passed.has(id));
}
async function moreRuns(suite, root, failed, { tree, ...options }) {
  const runs = [];
  let left = options.timeoutMs;
  for (let at = 0; at < rateRuns && left > 0; at += 1) {
    await tree?.tidy();
    const run = await suite.run(root, { scope: "failing", failing: failed, ...options, timeoutMs: left });
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
  const files = [...new Set(failed.flatMap((test) => test.file === null ? [] : [test.file]))];
  return failed.every((test) => test.file !== null) ? ["failing", { files }] : ["failing"];
}
function failsAlike(run, tests) {
  if (run.green) return false;
  const red = new Map(run.results.filter((result) => result.status === "failed").map((result) => [result.id, result]));
  return tests.every((test) => {
    const again = red.get(test.id);
    if (again === void 0) return false;
    const reason = reasonOf(again);
    return reason === reasonOf(test) || isWholeFile(test.id) && linesOf(test).includes(reason);
  });
}
function failsWithSameWords(one, other) {
  if (one.message === null || one.message === NO_WORDS) return false;
  return one.message === other.message && one.expected === other.expected && one.actual === other.actual;
}
function linesOf({ message, stack }) {
  const printed = `${(message ?? "").replace(exitCode, "")}
${stack ?? ""}`;
  return printed.split("\n").flatMap((line) => line.trim() === "" ? [] : [withoutNumbers(line)]);
}
function reasonOf({ message }) {
  const [line = ""] = (message ?? "").replace(exitCode, "").split("\n", 1);
  return withoutNumbers(line);
}
var exitCode = /^exit code \d+(?:\n|$)/;
var withoutNumbers = (line) => line.trim().replace(/\d+(?:\.\d+)?/g, "#");
function withFailingAs(suite, scope) {
  if (scope === "failing") return suite;
  const changed = withRuns(suite, (run) => (root, options) => run(root, options.scope === "failing" ? { ...options, scope } : options));
  return scope === "all" ? { ...changed, parts: void 0 } : changed;
}

// src/suite/turned-green.ts
function turnedGreen(run, failing, baseline) {
  const ids = failing.map((test) => test.id);
  if (run.reader === "exit-code" || baseline.reader === "exit-code")
    return run.green && !(run.reader === "exit-code" && tellsOfTests(baseline)) ? { fixed: ids, red: [] } : { fixed: [], red: ids };
  const status = new Map(run.results.map((result) => [result.id, result.status]));
  const missing = ids.filter((id) => !status.has(id));
  const known = new Set(baseline.results.map((result) => result.id));
  const came = run.results.filter((result) => result.status === "passed" && !known.has(result.id)).map((result) => result.id);
  const tests = missing.filter((id) => !isOutsideOfTests(id));
  const trusted = run.green && run.counts.executed > 0;
  const stillRed = new Set(trusted ? withoutReplaced(tests, came) : missing);
  const passed = (id) => status.has(id) ? status.get(id) === "passed" : !stillRed.has(id);
  return { fixed: ids.filter(passed), red: ids.filter((id) => !passed(id)) };
}
function tellsOfTests({ reader, results }) {
  return (reader === "report" || reader === "tap") && results.some(({ id }) => !isOutsideOfTests(id));
}

export {
  secondsOfFailing,
  secondsUnreached,
  isPythonRunner,
  quickOnes,
  secondsSaved,
  comparedTests,
  rankSuspects,
  weighted,
  severalSuites,
  sharesOf,
  packageOf,
  ofPackage,
  isEndless,
  againLimit,
  reproduce,
  failsAlike,
  failsWithSameWords,
  turnedGreen
};
//# sourceMappingURL=chunk-QDFGA3NQ.js.map
