import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  checksInWords,
  historyList,
  lostIntent,
  undelivered
} from "./chunk-727WLZOV.js";
import {
  allowedFindings,
  alternatives,
  assemble,
  atAGlance,
  budget,
  integrity,
  paragraphs,
  redToGreen,
  timing,
  turnedTests,
  whatChanged,
  whatFailed
} from "./chunk-ZNJ5TXQ4.js";
import {
  codeSpan,
  count,
  cut,
  disarm,
  oneLine
} from "./chunk-CLP2JB2C.js";

// src/report/pull-request.ts
var MAX_BODY = 6e4;
var MAX_TITLE = 120;
var steps = [
  { rows: 50, diagnosis: 4e3, diff: 0 },
  { rows: 10, diagnosis: 1500, diff: 0 },
  { rows: 3, diagnosis: 300, diff: 0 }
];
function renderPullRequest(report, { optOutLabel = "no-regreen", circumstances = undelivered } = {}) {
  let body = "";
  for (const bounds of steps) {
    body = assemble([
      [null, atAGlance(report)],
      ["Look at this first", paragraphs(lostIntent(circumstances), allowedFindings(report))],
      ["What failed, and why", whatFailed(report, bounds)],
      ["What this changes", paragraphs(whatChanged(report, bounds), alternatives(report))],
      ["Proof: red to green", redToGreen(report, bounds)],
      ["Integrity", integrity(report)],
      ["What you can do", choices(report, optOutLabel, circumstances)],
      ["What happened so far", historyList(circumstances)],
      ["Cost and budget", budget(report)],
      ["Where the time went", timing(report, bounds)]
    ]);
    if (body.length <= MAX_BODY) break;
  }
  return { title: titleOf(report), body: body.slice(0, MAX_BODY) };
}
function titleOf(report) {
  const tests = turnedTests(report).map(({ id }) => id);
  const failing = tests.length > 0 ? tests : report.tests.before?.failing ?? [];
  const [first] = report.files;
  const more = report.files.length - 1;
  const place = first === void 0 ? "" : ` in ${oneLine(first.path, 60)}${more > 0 ? ` and ${count(more, "more file")}` : ""}`;
  const [only] = failing;
  const name = only === void 0 || failing.length > 1 ? `${count(failing.length, "test")}` : `\u201C${oneLine(only.split(" > ").at(-1) ?? only, 60)}\u201D`;
  const what = report.proof?.kind === "revert" ? `undo what broke ${name}` : `turn ${name} green`;
  return cut(disarm(`fix: ${what}${place}`).replaceAll("`", "'"), MAX_TITLE);
}
function choices({ fingerprint, outcome }, optOutLabel, circumstances) {
  const checks = checksInWords(circumstances);
  const lines = [
    ...checks === "" ? [] : [`- **Checks**: ${checks}`],
    "- **Undo**: close it and delete the branch; after a merge, the button \u201CRevert\u201D or `git revert` takes it back. It is one commit.",
    ...optOutLabel === null ? [] : [`- **Opt out**: a pull request with the label ${codeSpan(optOutLabel, 50)} is left alone.`],
    "- **Run again**: re-run the job that opened this. The same failure updates this pull request and opens no second one.",
    "- **Say no**: close it. The same failure is not tried again.",
    ...outcome === "fixed" && fingerprint !== null ? [`- **Fingerprint** of the failure: ${codeSpan(fingerprint, 80)}`] : []
  ];
  return lines.join("\n");
}

export {
  renderPullRequest
};
//# sourceMappingURL=chunk-DACOD5TB.js.map
