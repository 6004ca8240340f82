import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);

// src/report/plain.ts
import { stripVTControlCharacters } from "node:util";
var INVISIBLE = /[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\u034f|[\u{e0000}-\u{e007f}]/gu;
var CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
var BREAK = "\u200B";
function plain(text) {
  return visible(text).replace(INVISIBLE, "");
}
function revealed(text) {
  return visible(text).replace(INVISIBLE, (character) => `<U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}>`);
}
function visible(text) {
  return stripVTControlCharacters(text.replace(/\r\n?/g, "\n")).replace(CONTROL, "").replace(new RegExp("\\p{Surrogate}", "gu"), "\uFFFD");
}
function oneLine(text, max) {
  return cut(
    plain(text.slice(0, 4 * max)).replace(/\s+/g, " ").trim(),
    max
  );
}
function cut(text, max) {
  return text.length <= max ? text : `${text.slice(0, Math.max(max - 1, 0)).replace(new RegExp("\\p{Surrogate}", "gu"), "\uFFFD").replace(/\ufffd$/, "")}\u2026`;
}
function inert(text) {
  return text.replaceAll("##[", `#${BREAK}#[`).replace(/^(\s*):(?=:)/gm, `$1:${BREAK}`);
}

// src/report/markdown.ts
function prose(text, max) {
  const bounded = cut(plain(text.slice(0, 2 * max)).trim(), max);
  const paragraphs = bounded.split(/\n\s*\n/).map(
    (paragraph) => paragraph.split("\n").map((line) => proseLine(line.trim())).join("\n")
  );
  return paragraphs.join("\n\n");
}
function inlineProse(text, max) {
  return proseLine(
    cut(
      plain(text.slice(0, 4 * max)).replace(/\s+/g, " ").trim(),
      max
    )
  );
}
function proseLine(line) {
  return line.split(/(`[^`]{1,300}`)/).map((part, index) => index % 2 === 1 ? codeSpan(part.slice(1, -1), 300) : escapeInline(part)).join("").replace(/^(?=[#+=-])|(?<=^\d{1,9})(?=[.)])/, "\\");
}
function escapeInline(text) {
  return disarm(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replace(/[\\`*_[\]|~$]/g, "\\$&");
}
function codeSpan(text, max) {
  return fenced(codeContent(text, max));
}
function codeCell(text, max) {
  return fenced(
    codeContent(text, max).replace(/\\(?=\|)/g, `\\${BREAK}`).replaceAll("|", "\\|")
  );
}
function codeContent(text, max) {
  return disarm(
    cut(
      revealed(text.slice(0, 4 * max)).replace(/\s+/g, " ").trim(),
      max
    )
  );
}
function fenced(content) {
  const fence = "`".repeat(longestRun(content, "`") + 1);
  const pad = content === "" || content.startsWith("`") || content.endsWith("`") ? " " : "";
  return `${fence}${pad}${content}${pad}${fence}`;
}
function codeBlock(text, language, max) {
  const content = breakClosingKeywords(revealed(text.length > max ? `${text.slice(0, max)}
\u2026 (cut)` : text)).replace(/\n+$/, "");
  const fence = "`".repeat(Math.max(longestRun(content, "`") + 1, 3));
  return `${fence}${language}
${content}
${fence}`;
}
function table(head, rows, align = []) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, n) => align[n] === "right" ? "---:" : "---")), ...rows.map(line)].join("\n");
}
function disarm(text) {
  return inert(
    breakClosingKeywords(text).replaceAll("@", `@${BREAK}`).replace(/#(?=\w)/g, `#${BREAK}`).replace(/\b(gh)-(?=\d)/gi, `$1-${BREAK}`).replaceAll("://", `:${BREAK}//`).replace(/(www)\./gi, `$1${BREAK}.`).replace(/(mailto|xmpp):/gi, `$1${BREAK}:`)
  );
}
function breakClosingKeywords(text) {
  return text.replace(
    /\b((?:clos|fix|resolv)(?:e|es|ed)?)(?=\s*:?\s+(?:[\w.-]+\/[\w.-]+)?(?:#|gh-|https?:))/gi,
    (word) => `${word.slice(0, 2)}${BREAK}${word.slice(2)}`
  );
}
function longestRun(text, character) {
  let longest = 0;
  let run = 0;
  for (const each of text) {
    run = each === character ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

// src/report/words.ts
var headlines = {
  fixed: "Fixed: red to green, and proved",
  "already-green": "Already green: nothing to fix",
  flaky: "Flaky: every failure passed when it was run again",
  "cannot-reproduce": "Not reproduced: what is red there is not red here",
  "not-fixed": "Not fixed: nothing passed every check",
  declined: "Declined: no repair was tried",
  "budget-exhausted": "Stopped at a limit: not fixed",
  superseded: "Superseded: the code has moved on",
  "provider-unavailable": "The model could not be used",
  skipped: "Skipped: not ours to fix"
};
var remedies = {
  fixed: null,
  "already-green": null,
  flaky: "Run the build again to turn it green; the tests named here need a repair of their own.",
  "cannot-reproduce": "Set `test-command`, `setup-command` or `working-directory` to what your build runs, then run this again.",
  "not-fixed": "Start from the diagnosis. A hosted model (`api-key`, `model`) or a known green commit (`green-ref`) finds more.",
  declined: null,
  "budget-exhausted": "Raise the limit that was reached (`max-turns`, `max-minutes`, `max-tokens`, `max-cost-usd`, `max-test-runs`, `max-changed-lines`).",
  superseded: "Nothing to do: the next failure starts a new run.",
  "provider-unavailable": "Check `api-key`, `base-url` and `model`, or leave them out to use the built-in engine.",
  skipped: null
};
function remedyOf(report) {
  return report.delivery.state === "refused" ? report.delivery.remedy ?? null : remedies[report.outcome];
}
function count(n, one, many = `${one}s`) {
  return `${n} ${n === 1 ? one : many}`;
}
function duration(seconds) {
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
function times(n) {
  return n === 1 ? "once" : n === 2 ? "twice" : `${n} times`;
}
function share(part, total) {
  return total > 0 ? `${Math.round(100 * part / total)} %` : "\u2013";
}
function costInWords({ cost, model }) {
  if (!cost.priced) return "unknown (no price is known for this model; `price` sets one)";
  return model === null || cost.usd === 0 ? "$0.00" : `$${cost.usd.toFixed(4)}`;
}
function sizeInWords(files) {
  const added = files.reduce((sum, file) => sum + file.added, 0);
  const removed = files.reduce((sum, file) => sum + file.removed, 0);
  return `${count(files.length, "file")}, ${count(added, "line")} added, ${removed} removed`;
}
var sources = {
  revert: "It undoes part of a recent change",
  template: "The built-in engine found it by trying small repairs at the suspicious lines",
  model: "The model wrote it"
};
function budgetRows({ budget: { limits, used } }) {
  return [
    ["turns", String(used.turns), String(limits.turns)],
    ["minutes", used.minutes.toFixed(1), String(limits.minutes)],
    ["tokens", String(used.tokens), String(limits.tokens)],
    ["US dollars", used.costUsd.toFixed(4), String(limits.costUsd)],
    ["test runs", String(used.testRuns), String(limits.testRuns)],
    ["changed lines", String(used.changedLines), String(limits.changedLines)]
  ];
}
var kinds = ["model", "tests", "tools", "transport", "client", "idle"];
function placed({ path, line, message }) {
  return `${path}${path === "" || line === null ? "" : `:${line}`}${path === "" ? "" : ": "}${message}`;
}

export {
  plain,
  revealed,
  oneLine,
  cut,
  inert,
  prose,
  inlineProse,
  escapeInline,
  codeSpan,
  codeCell,
  codeBlock,
  table,
  disarm,
  headlines,
  remedyOf,
  count,
  duration,
  times,
  share,
  costInWords,
  sizeInWords,
  sources,
  budgetRows,
  kinds,
  placed
};
//# sourceMappingURL=chunk-MY62IMJK.js.map
