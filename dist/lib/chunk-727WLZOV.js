import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  allowedFindings,
  alternatives,
  assemble,
  changeInWords,
  failingTests,
  sourceOfChange,
  suiteTable,
  suspects,
  whatFailed
} from "./chunk-ZNJ5TXQ4.js";
import {
  codeBlock,
  codeSpan,
  costInWords,
  count,
  headlines,
  inlineProse,
  prose,
  revealed,
  shellBlock,
  times
} from "./chunk-CLP2JB2C.js";

// src/report/circumstances.ts
var undelivered = {
  way: "pull-request",
  failing: null,
  undone: null,
  checks: { kind: "wait", note: null },
  history: []
};
var mostPlaces = 5;
var mostLines = 3;
function lostIntent({ undone, failing, way }) {
  if (undone === null) return "";
  const whose = failing === null ? "the pull request that failed" : `pull request #${failing.number}`;
  const title = failing?.title ? ` (${inlineProse(failing.title, 200)})` : "";
  const choice = way === "comment" ? "apply it only if that part may go" : "merge it only if that part may go, else close it";
  const places = undone.slice(0, mostPlaces).map(({ path, line, lost, restored }) => {
    const what = [lost.length === 0 ? "" : `loses ${quoted(lost)}`, restored.length === 0 ? "" : `gets back ${quoted(restored)}`];
    return `- ${codeSpan(`${path}:${line}`, 300)} ${what.filter((part) => part !== "").join(", and ")}`;
  });
  const more = undone.length - places.length;
  return [
    `**The fix takes back part of ${whose}**${title}. The tests pass without that part, and what it was meant to do is lost with it; ${choice}.`,
    [...places, ...more > 0 ? [`- and ${count(more, "more place")}`] : []].join("\n")
  ].filter((part) => part !== "").join("\n\n");
}
function quoted(lines) {
  const shown = lines.filter((line) => line.trim() !== "").map((line) => codeSpan(line.trim(), 120));
  const more = shown.length - mostLines;
  if (shown.length === 0) return "blank lines";
  return `${shown.slice(0, mostLines).join(", ")}${more > 0 ? ` and ${count(more, "more line")}` : ""}`;
}
function checksInWords({ checks: { kind, note } }) {
  switch (kind) {
    case "run":
      return "";
    case "started":
      return `the workflow ${inlineProse(note ?? "", 100)} was started on this branch. Other checks wait until somebody clicks \u201CApprove workflows to run\u201D in the merge box.`;
    case "wait":
      return "they wait until somebody clicks \u201CApprove workflows to run\u201D in the merge box, because GitHub starts none by itself for what a workflow\u2019s own token pushes. (On GitHub Enterprise Server, close and reopen the pull request.) With the token of a GitHub App they start by themselves; `trigger-ci: true` starts the workflow that failed." + (note === null ? "" : ` ${inlineProse(`${note.charAt(0).toUpperCase()}${note.slice(1)}`, 500)}.`);
  }
}
var deeds = {
  opened: "the first fix",
  moved: "another fix",
  refreshed: "run again, the same fix",
  closed: "closed: the tests are green"
};
function historyList({ history }) {
  if (history.length < 2) return "";
  return history.map(
    ({ at, what, sha, attempt }) => `- ${at.replace("T", " ").replace("Z", " UTC")}, ${codeSpan(sha.slice(0, 10), 10)}: ${deeds[what]} (attempt ${attempt})`
  ).join("\n");
}

// src/report/comment.ts
var MAX_COMMENT = 6e4;
var MAX_PATCH = 4e4;
var steps = [
  { rows: 20, diagnosis: 3e3, diff: MAX_PATCH },
  { rows: 5, diagnosis: 800, diff: MAX_PATCH / 2 },
  { rows: 2, diagnosis: 300, diff: 0 }
];
function renderComment(report, options) {
  return fitting((bounds) => {
    const { circumstances, optOutLabel } = options;
    const pushed = circumstances.way === "push";
    const checks = pushed ? checksInWords(circumstances) : "";
    return [
      [
        pushed ? "Regreen pushed a fix to this pull request" : "Regreen has a fix for this pull request",
        whatFailed(report, bounds)
      ],
      [null, lostIntent(circumstances)],
      [null, allowedFindings(report)],
      ["What it changes", [sourceOfChange(report), changeInWords(report.patch, bounds.rows)].join("\n\n")],
      [pushed ? null : "To apply it", pushed ? "" : howToApply(report, options, bounds.diff)],
      ["Proof: red to green", proofInShort(report)],
      ["What you can do", choices(report, optOutLabel, checks, pushed)],
      ["What happened so far", historyList(circumstances)]
    ];
  });
}
function renderDiagnosis(report, { optOutLabel }) {
  return fitting((bounds) => [
    [`Regreen: ${headlines[report.outcome]}`, prose(report.reason, 1e3)],
    ["What failed, and why", whatFailed(report, bounds)],
    [null, failingTests(report, bounds)],
    [null, suspects(report)],
    [null, alternatives(report)],
    ["What you can do", choices(report, optOutLabel, "", false)]
  ]);
}
function fitting(parts) {
  let body = "";
  for (const bounds of steps) {
    body = assemble(parts(bounds));
    if (body.length <= MAX_COMMENT) break;
  }
  return body.slice(0, MAX_COMMENT);
}
function howToApply({ patch }, { patchIsPublic }, most) {
  const elsewhere = "The patch is in the file that the job wrote (output `patch-file`).";
  if (!patchIsPublic || patch === "" || patch.length > most) return elsewhere;
  if (revealed(patch) !== patch || !patch.endsWith("\n")) return `${elsewhere}

${codeBlock(patch, "diff", most)}`;
  let end = "END_OF_PATCH";
  while (patch.split("\n").includes(end)) end += "_";
  return `In a checkout of this branch, at its root:

${shellBlock(`git apply <<'${end}'
${patch}${end}`)}`;
}
function proofInShort({ proof }) {
  if (proof === null) return "";
  const runs = `The same tests, on a clean copy of the red commit: red ${times(proof.redRuns)} without the fix, green ${times(proof.greenRuns)} with it.`;
  return `${runs}

${suiteTable(proof.suiteBefore, proof.suiteAfter)}`;
}
function choices(report, optOutLabel, checks, pushed) {
  return [
    ...checks === "" ? [] : [`- **Checks**: ${checks}`],
    ...pushed ? ["- **Undo**: `git revert` the commit; it is one."] : [],
    ...optOutLabel === null ? [] : [`- **Opt out**: a pull request with the label ${codeSpan(optOutLabel, 50)} is left alone.`],
    "- **Run again**: re-run the job that wrote this. It updates this comment, and writes no second one.",
    `- **Cost**: ${costInWords(report)}.`
  ].join("\n");
}

export {
  undelivered,
  lostIntent,
  checksInWords,
  historyList,
  renderComment,
  renderDiagnosis
};
//# sourceMappingURL=chunk-727WLZOV.js.map
