import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  costInWords,
  count,
  cut,
  duration,
  headlines,
  inert,
  kinds,
  oneLine,
  placed,
  plain,
  remedyOf,
  revealed,
  share,
  sizeInWords,
  sources,
  times
} from "./chunk-MY62IMJK.js";

// src/report/terminal.ts
import { stripVTControlCharacters, styleText } from "node:util";
function renderTerminal(report, { color = false } = {}) {
  const paint = (style, text2) => color ? styleText(style, text2, { validateStream: false }) : text2;
  const tone = report.outcome === "fixed" || report.outcome === "already-green" ? "green" : "yellow";
  const remedy = remedyOf(report);
  const blocks = [
    [
      paint(["bold", tone], headlines[report.outcome]),
      oneLine(report.reason, 1e3),
      ...remedy === null ? [] : [`Next: ${oneLine(remedy, 1e3)}`]
    ],
    failed(report),
    report.diagnosis === null ? [] : ["What was found", ...indent(cut(plain(report.diagnosis), 4e3))],
    change(report, paint),
    proof(report),
    delivery(report),
    [`Cost: ${costInWords(report)}`],
    time(report)
  ];
  const text = blocks.filter((block) => block.length > 0).map((block) => block.join("\n")).join("\n\n");
  return `${inert(text)}
`;
}
function failed({ tests }) {
  const failing = tests.before?.failing ?? [];
  if (tests.before === null || failing.length === 0) return [];
  const shown = failing.slice(0, 10).map((id) => `  \u2717 ${oneLine(id, 200)}`);
  const command = tests.command === null ? "" : ` (${oneLine(tests.command, 200)})`;
  return [
    `What failed${command}: ${failing.length} of ${count(tests.before.executed, "test")}`,
    ...shown,
    ...failing.length > shown.length ? [`  and ${failing.length - shown.length} more`] : [],
    ...tests.flaky.slice(0, 10).map((id) => `  ~ flaky: ${oneLine(id, 200)}`)
  ];
}
function change(report, paint) {
  if (report.patch === "") return [];
  const lines = revealed(report.patch).replace(/\n$/, "").split("\n");
  const shown = lines.slice(0, 200).map((line) => {
    const text = `  ${cut(line, 400)}`;
    if (/^(\+\+\+|---|diff |index )/.test(line)) return paint("bold", text);
    return line.startsWith("+") ? paint("green", text) : line.startsWith("-") ? paint("red", text) : text;
  });
  const by = report.proof === null ? "" : ` ${sources[report.proof.kind]}.`;
  return [
    `The change: ${sizeInWords(report.files)}.${by}`,
    ...shown,
    ...lines.length > shown.length ? [`  (${lines.length - shown.length} more lines in fix.patch)`] : []
  ];
}
function proof({ proof: proven, integrity }) {
  const findings = integrity.slice(0, 10).map((finding) => `  ${finding.severity === "note" ? "-" : "!"} ${oneLine(placed(finding), 300)}`);
  if (proven === null) return findings;
  const suite = (name, { executed, passed, failed: red, skipped }) => `  ${name.padEnd(7)} ${executed} executed, ${passed} passed, ${red} failed, ${skipped} skipped`;
  return [
    `Proof: the same tests, red ${times(proven.redRuns)} without the change, green ${times(proven.greenRuns)} with it`,
    suite("before", proven.suiteBefore),
    suite("after", proven.suiteAfter),
    ...findings
  ];
}
function delivery({ delivery: { state, reason, compareUrl }, pullRequest, outcome }) {
  if (pullRequest !== null) return [`Pull request: ${oneLine(pullRequest.url, 500)}`];
  if (outcome !== "fixed" || state !== "refused") return [];
  return [`Not delivered: ${oneLine(reason, 1e3)}`, ...compareUrl ? [`Compare: ${oneLine(compareUrl, 1e3)}`] : []];
}
function time({ timing, turns }) {
  const width = 24;
  const bars = kinds.filter((kind) => timing.critical[kind] > 0).map((kind) => {
    const part = timing.critical[kind];
    const bar = "\u2588".repeat(Math.max(Math.round(width * part / Math.max(timing.total, part)), 1));
    return `  ${kind.padEnd(9)} ${duration(part).padStart(10)} ${share(part, timing.total).padStart(5)} ${bar}`;
  });
  const phases = timing.phases.map(({ name, start, end }) => `${oneLine(name, 40)} ${duration(end - start)}`).join(", ");
  const beside = timing.overlap > 0 ? `, and ${duration(timing.overlap)} of work beside it` : "";
  return [
    `Time: ${duration(timing.total)} in ${count(turns.filter((turn) => turn.mode !== "warm").length, "turn")}${beside}`,
    ...bars,
    ...phases === "" ? [] : [`  ${phases}`]
  ];
}
function indent(text) {
  return text.trim().split("\n").map((line) => `  ${line}`);
}
function columns(text) {
  return stripVTControlCharacters(text).length;
}

// src/report/types.ts
var outcomes = [
  "fixed",
  "already-green",
  "flaky",
  "cannot-reproduce",
  "not-fixed",
  "declined",
  "budget-exhausted",
  "superseded",
  "provider-unavailable",
  "skipped"
];

export {
  renderTerminal,
  columns,
  outcomes
};
//# sourceMappingURL=chunk-56OAFF7A.js.map
