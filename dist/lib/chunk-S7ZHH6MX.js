import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  closeMoot,
  failingPull,
  readStamp,
  stickyComment,
  withEntry,
  withoutSecrets,
  writeSticky
} from "./chunk-DMLJYXXX.js";
import {
  renderDiagnosis
} from "./chunk-727WLZOV.js";
import {
  createRedactor
} from "./chunk-CLP2JB2C.js";

// src/phases/tell.ts
var withDiagnosis = /* @__PURE__ */ new Set(["not-fixed", "budget-exhausted", "provider-unavailable"]);
async function tellPeople(run, { incident, github }, ending) {
  if (!mayWrite(run.inputs) || github === null || run.signal.aborted) return ending;
  if (ending.outcome === "already-green") return closeAfterGreen(run, { incident, github, workflow: null }, ending);
  const comments = run.inputs.delivery === "comment" || run.inputs.delivery === "push";
  if (comments && withDiagnosis.has(ending.outcome)) await tellDiagnosis(run, incident, github, ending);
  return ending;
}
async function afterEnd(run, { ending, turnedGreen }) {
  if (!turnedGreen || !mayWrite(run.inputs) || turnedGreen.github === null) return ending;
  const { incident, github } = turnedGreen;
  return closeAfterGreen(run, { incident, github, workflow: incident.run?.workflow || null }, ending);
}
var mayWrite = ({ mode, dryRun, delivery, githubToken }) => mode !== "fix" && !dryRun && delivery !== "patch" && githubToken !== null;
async function closeAfterGreen({ inputs }, { incident, github, workflow }, ending) {
  const { repo, branch, head } = incident;
  if (repo === null || branch === null || head === null) return ending;
  const sentence = `\`${branch}\` is green again at ${head.slice(0, 10)} without this fix.`;
  const moot = { repo, base: branch, branchPrefix: inputs.branchPrefix, green: head, sentence, fingerprint: null, workflow };
  const { closed, complaints } = await closeMoot(github, moot);
  const numbers = closed.map((number) => `#${number}`).join(", ");
  const said = [...closed.length === 0 ? [] : [`Closed ${numbers}: the failure is gone`], ...complaints].join("; ");
  if (said === "") return ending;
  return { ...ending, reason: `${ending.reason.replace(/[.;]?$/, ".")} ${said}.` };
}
async function tellDiagnosis(run, incident, github, ending) {
  const { inputs, record } = run;
  const { repo, sha } = incident;
  const report = createRedactor(inputs.secrets).json(record.report(ending));
  if (repo === null || report.fingerprint === null) return;
  const pull = await failingPull({ github, repo, parent: incident.head ?? sha }, incident);
  if (!pull.ok || pull.value === null) return;
  const { number } = pull.value;
  const known = await stickyComment(github, repo, number);
  if (!known.ok) return;
  const before = known.value === null ? [] : readStamp(known.value.body)?.history ?? [];
  const { fingerprint } = report;
  const failure = fingerprint.slice(0, 12);
  const tried = Math.max(0, ...before.filter((entry2) => entry2.failure === failure).map(({ attempt }) => attempt));
  const entry = {
    at: `${(/* @__PURE__ */ new Date()).toISOString().slice(0, 16)}Z`,
    what: "refreshed",
    sha: incident.head ?? sha,
    attempt: tried,
    failure
  };
  const stamp = { fingerprint, workflow: incident.run?.workflow || null, history: withEntry(before, entry) };
  const body = withoutSecrets(renderDiagnosis(report, { optOutLabel: inputs.optOutLabel }));
  const said = await writeSticky(github, { repo, number, body, stamp }, known.value);
  const reason = said.ok ? `there is no fix to deliver; the diagnosis is in a comment on #${number}` : `${said.reason} (${said.remedy})`;
  record.note({ delivery: { state: "not-requested", reason } });
}

export {
  tellPeople,
  afterEnd
};
//# sourceMappingURL=chunk-S7ZHH6MX.js.map
