import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  didNotEnd
} from "./chunk-JZGKTXBR.js";
import {
  isOutsideOfTests,
  isTestFile,
  withoutReplaced
} from "./chunk-KUIGBIJS.js";

// src/suite/failing-seconds.ts
var interpreted = /* @__PURE__ */ new Set(["pytest", "unittest", "tox", "nox", "rspec", "minitest", "phpunit", "prove", "bun test"]);
function secondsOfFailing(plan, failing, seconds, baseline) {
  return (compiles(plan) ? Math.max(seconds, baseline) : seconds) + secondsUnreached(failing);
}
function secondsUnreached(failing) {
  return failing.some(({ id }) => isOutsideOfTests(id)) ? 15 : 0;
}
function compiles({ ecosystem, runner, parts }) {
  if (parts !== void 0 && parts.length > 0) return parts.some(compiles);
  return ecosystem !== "javascript" && !interpreted.has(runner);
}

// src/suite/rank.ts
function rankSuspects(measured, failing, limit) {
  const coverage = measured === null ? null : withoutStrays(measured, failing);
  const priors = framePriors(failing);
  const candidates = coverage === null ? /* @__PURE__ */ new Map() : countLines(coverage);
  for (const { path, line } of priors.values()) {
    const key = `${path}:${line}`;
    if (!candidates.has(key)) candidates.set(key, { path, line, failed: 0, passed: 0 });
  }
  const allFailed = coverage?.tests.filter(({ failed }) => failed).length ?? 0;
  const ranked = [...candidates.values()].map((candidate) => {
    const { path, line, failed, passed } = candidate;
    const ochiai = failed === 0 ? 0 : failed / Math.sqrt(allFailed * (failed + passed));
    const prior = priors.get(`${path}:${line}`)?.weight ?? 0;
    const isLoaded = coverage?.loaded?.get(path)?.has(line) === true ? 1 : 0;
    return { path, line, passed, isLoaded, score: 1 - (1 - ochiai) * (1 - prior), distance: 0 };
  });
  const suspects = ranked.filter(({ score }) => score > 0);
  const frames = [...priors.values()];
  for (const suspect of suspects) suspect.distance = distanceTo(frames, suspect.path, suspect.line);
  suspects.sort(
    (a, b) => b.score - a.score || a.isLoaded - b.isLoaded || a.distance - b.distance || a.passed - b.passed || a.path.localeCompare(b.path) || a.line - b.line
  );
  return suspects.slice(0, limit).map(({ path, line, score }) => ({ path, line, score: Math.round(score * 1e3) / 1e3 }));
}
function withoutStrays(coverage, failing) {
  const reported = new Set(failing.map(({ id }) => id));
  if (!coverage.tests.some(({ failed, id }) => failed && reported.has(id))) return coverage;
  return { ...coverage, tests: coverage.tests.filter(({ failed, id }) => !failed || reported.has(id)) };
}
function countLines(coverage) {
  const candidates = /* @__PURE__ */ new Map();
  const failing = coverage.tests.filter(({ failed }) => failed);
  const passing = coverage.tests.filter(({ failed }) => !failed);
  for (const test of failing) {
    for (const [path, lines] of test.lines) {
      if (isTestFile(path)) continue;
      for (const line of lines) {
        const candidate = candidates.get(`${path}:${line}`);
        if (candidate === void 0) candidates.set(`${path}:${line}`, { path, line, failed: 1, passed: 0 });
        else candidate.failed += 1;
      }
    }
  }
  const paths = new Set([...candidates.values()].map(({ path }) => path));
  for (const test of passing) {
    for (const [path, lines] of test.lines) {
      if (!paths.has(path)) continue;
      for (const line of lines) {
        const candidate = candidates.get(`${path}:${line}`);
        if (candidate !== void 0) candidate.passed += 1;
      }
    }
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

// src/suite/test-limit.ts
var bySignal = /* @__PURE__ */ new Set(["pytest", "unittest"]);
var byAsking = /* @__PURE__ */ new Set(["node:test", "vitest", "jest", "mocha", "tape", "tap", "ava", "jasmine", "uvu"]);
function endsTests({ runner }) {
  return bySignal.has(runner) ? "always" : byAsking.has(runner) ? "late" : null;
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
  return {
    ...suite,
    run: (root, options) => {
      const own = options.companion !== void 0 ? warm : options.coverage === true ? traced : cold;
      return suite.run(root, { ...options, testLimit: options.testLimit === null ? null : own });
    }
  };
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
  rankSuspects,
  endsTests,
  isEndless,
  withoutEndless,
  patientLimit,
  strictLimit,
  growingLimit,
  grewWithoutEnd,
  againLimit,
  endingSoon,
  turnedGreen
};
//# sourceMappingURL=chunk-6IHMDPYO.js.map
