import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  GitError
} from "./chunk-ZNJ5TXQ4.js";
import {
  _enum,
  array,
  number,
  object,
  string
} from "./chunk-4K2SKPFD.js";

// src/delivery/stamp.ts
var mark = "regreen:";
var longestHistory = 20;
var stamp = object({
  fingerprint: string().regex(/^[0-9a-f]{12,64}$/),
  workflow: string().max(200).nullable(),
  patch: string().max(64).optional(),
  commit: string().regex(/^[0-9a-f]{7,64}$/).optional(),
  history: array(
    object({
      at: string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z$/),
      what: _enum(["opened", "moved", "refreshed", "closed"]),
      sha: string().regex(/^[0-9a-f]{7,64}$/),
      attempt: number().int().min(0).max(1e3),
      failure: string().regex(/^[0-9a-f]{12}$/)
    })
  ).max(100)
});
function readStamp(body) {
  const text = new RegExp(`<!-- ${mark}(\\{.*?\\}) -->`).exec(body)?.[1];
  if (text === void 0) return null;
  try {
    return stamp.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
function withStamp(body, value) {
  const text = JSON.stringify(value).replace(/[<>-]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
  return `${body.trimEnd()}

<!-- ${mark}${text} -->
`;
}
function withEntry(history, entry) {
  const all = [...history, entry];
  return all.length <= longestHistory ? all : [...all.slice(0, 1), ...all.slice(1 - longestHistory)];
}
function attemptsIn({ history }, fingerprint) {
  return Math.max(0, ...history.filter(({ failure }) => fingerprint.startsWith(failure)).map(({ attempt }) => attempt));
}
var minuteOf = (date) => `${date.toISOString().slice(0, 16)}Z`;

// src/delivery/branch.ts
function branchFor(prefix, base, fingerprint) {
  return `${prefix}${base.slice(0, 100).replace(/[/.]+$/, "")}-${fingerprint.slice(0, 12)}`;
}
var longestTitle = 120;
var longestBody = 65e3;
function boundTitle(title) {
  const line = title.replace(/[\s\u0000-\u001f\u007f]+/g, " ").trim();
  return line.length <= longestTitle ? line : `${cutAt(line, longestTitle - 1).trimEnd()}\u2026`;
}
function boundBody(body) {
  return body.length <= longestBody ? body : `${cutAt(body, longestBody)}

(The rest was cut: GitHub takes no longer text.)`;
}
function cutAt(text, length) {
  const end = /[\ud800-\udbff]/.test(text.charAt(length - 1)) ? length - 1 : length;
  return text.slice(0, end);
}
function compareUrl(serverUrl, repo, base, branch) {
  const encoded = (name) => name.split("/").map(encodeURIComponent).join("/");
  return `${serverUrl.replace(/\/+$/, "")}/${repo}/compare/${encoded(base)}...${encoded(branch)}?expand=1`;
}

// src/delivery/sticky.ts
async function writeSticky(github, { repo, number: number2, body, stamp: stamp2 }, known) {
  const text = withStamp(boundBody(body), stamp2);
  const update = async ({ id }) => ({ ...await github.updateComment(repo, id, text), updated: true });
  if (known !== null) return update(known);
  for (let tries = 0; ; tries++) {
    const created = await github.createComment(repo, number2, text);
    if (!created.ok && (created.kind !== "unreachable" || tries > 0)) return { ...created, updated: false };
    const found = await stickyComment(github, repo, number2);
    if (!found.ok || created.ok && (found.value === null || found.value.id === created.value.id)) return { ...created, updated: false };
    if (found.value === null) continue;
    if (created.ok) await github.deleteComment(repo, created.value.id);
    return update(found.value);
  }
}
async function stickyComment(github, repo, number2) {
  const comments = await github.comments(repo, number2);
  if (!comments.ok) return comments;
  const stamped = comments.value.filter(({ body }) => readStamp(body) !== null);
  const byBot = stamped.find(({ author }) => author?.isBot);
  if (byBot !== void 0 || stamped.length === 0) return { ok: true, value: byBot ?? null };
  const viewer = await github.viewer();
  return { ok: true, value: viewer.ok && stamped.find(({ author }) => author?.login === viewer.value) || null };
}

// src/delivery/undone.ts
function undoneBy(fix, author) {
  const undone = fix.filter((hunk) => {
    const theirs = author.filter(({ path }) => path === hunk.path);
    const lost = meaningful(hunk.removed);
    const restored = meaningful(hunk.added);
    if (lost.length + restored.length === 0) return false;
    return isPartOf(
      lost,
      theirs.flatMap(({ added }) => added)
    ) && isPartOf(
      restored,
      theirs.flatMap(({ removed }) => removed)
    );
  });
  return undone.length === 0 ? null : undone.map(toLines);
}
function toLines({ path, oldStart, removed, added }) {
  return { path, line: oldStart, lost: removed, restored: added };
}
var meaningful = (lines) => lines.map((line) => line.trim()).filter((line) => line !== "");
function isPartOf(part, whole) {
  const left = /* @__PURE__ */ new Map();
  for (const line of meaningful(whole)) left.set(line, (left.get(line) ?? 0) + 1);
  return part.every((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count > 0;
  });
}

// src/delivery/failing-pull.ts
async function failingPull({ github, repo, parent }, incident) {
  const { branch, pullRequest } = incident;
  if (pullRequest !== null) {
    const named = await github.pullRequest(repo, pullRequest.number);
    if (!named.ok) return named;
    return { ok: true, value: named.value.state === "open" ? named.value : null };
  }
  if (branch === null || incident.head !== parent) return { ok: true, value: null };
  const pulls = await github.pullRequests(repo, branch);
  if (!pulls.ok) return pulls;
  const open = pulls.value.filter(({ state }) => state === "open");
  const own = open.length === 0 ? null : await github.defaultBranch(repo);
  if (own !== null && !own.ok) return own;
  return { ok: true, value: own === null || own.value === branch ? null : open[0] ?? null };
}
async function forkPoint(publisher, { github, repo, parent }, base) {
  const told = await github.mergeBase(repo, base, parent);
  if (told.ok) return told;
  try {
    const tip = await publisher.tip(base);
    return tip === null ? told : { ok: true, value: await publisher.mergeBase(tip, parent) };
  } catch (error) {
    if (error instanceof GitError) return told;
    throw error;
  }
}
async function undoneOf(publisher, target, pull, commit) {
  const since = await forkPoint(publisher, target, pull.base);
  if (!since.ok) return since;
  const fix = await publisher.hunks(commit.parent, commit.sha);
  return { ok: true, value: undoneBy(fix, await publisher.hunks(since.value, commit.parent)) };
}
async function allUndone(publisher, { parent, sha }) {
  return (await publisher.hunks(parent, sha)).map(toLines);
}

// src/delivery/moot.ts
async function closeMoot(github, moot) {
  const pulls = await github.pullRequestsTo(moot.repo, moot.base);
  if (!pulls.ok) return { closed: [], complaints: [pulls.reason] };
  const closed = [];
  const complaints = [];
  for (const pull of pulls.value) {
    const stamp2 = await mootStamp(github, moot, pull);
    if (stamp2 === null) continue;
    const done = await github.closePullRequest(moot.repo, pull.number, closingText(pull, stamp2, moot));
    if (!done.ok) {
      complaints.push(`#${pull.number} could not be closed: ${done.reason}`);
      continue;
    }
    closed.push(pull.number);
    const said = await github.createComment(moot.repo, pull.number, `Closed: ${moot.sentence}`);
    if (!said.ok) complaints.push(said.reason);
  }
  return { closed, complaints };
}
async function mootStamp(github, moot, { head, body }) {
  if (!head.branch.startsWith(moot.branchPrefix) || head.repo?.toLowerCase() !== moot.repo.toLowerCase()) return null;
  const stamp2 = readStamp(body);
  const red = stamp2?.history.findLast(({ what }) => what !== "closed")?.sha;
  if (stamp2 === null || red === void 0 || red === moot.green) return null;
  if (moot.fingerprint !== null) return stamp2.fingerprint === moot.fingerprint ? stamp2 : null;
  if (moot.workflow !== null && stamp2.workflow !== null && stamp2.workflow !== moot.workflow) return null;
  const behind = await github.isAncestor(moot.repo, red, moot.green);
  return behind.ok && behind.value ? stamp2 : null;
}
function closingText({ body }, stamp2, { sentence, green, now = /* @__PURE__ */ new Date() }) {
  const last = stamp2.history.at(-1);
  const entry = {
    at: minuteOf(now),
    what: "closed",
    sha: green,
    attempt: last?.attempt ?? 1,
    failure: stamp2.fingerprint.slice(0, 12)
  };
  const text = body.replace(/\n*<!-- regreen:.*? -->\n*$/s, "");
  return withStamp(boundBody(`> Closed: ${sentence}

${text}`), { ...stamp2, history: withEntry(stamp2.history, entry) });
}

// src/incident/distill/secrets.ts
var credentialShapes = /\b(?:gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|sk-[\w-]{20,}|xox[abprs]-[\w-]{10,}|AKIA[0-9A-Z]{16}|AIza[\w-]{30,}|npm_\w{30,}|pypi-\w{20,}|eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,})/g;
var headers = /\b(authorization: *(?:basic|bearer|token) +)[\w.~+/=-]{8,}/gi;
var inAddress = /(\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:)[^\s/@]+(?=@)/gi;
function maskOf(known, named) {
  return (text) => {
    let clean = known(text);
    for (const value of named) if (clean.includes(value)) clean = clean.replaceAll(value, "***");
    return clean.replace(credentialShapes, "***").replace(headers, "$1***").replace(inAddress, "$1***");
  };
}

// src/delivery/secrets.ts
var candidates = /[A-Za-z0-9+/_=-]{32,}/g;
var randomFrom = 4.2;
function secretsIn(text) {
  const shaped = [...text.matchAll(credentialShapes)].map(([match]) => match);
  const random = [...text.matchAll(candidates)].map(([match]) => match).filter(looksRandom);
  return [.../* @__PURE__ */ new Set([...shaped, ...random])];
}
function secretAddedBy(patch) {
  const lines = patch.split("\n");
  const removed = lines.filter((line) => line.startsWith("-") && !line.startsWith("--- ")).join("\n");
  let path = "";
  for (const line of lines) {
    if (line.startsWith("+++ "))
      path = line.slice(4).replace(/^"?b\//, "").replace(/"$/, "");
    else if (line.startsWith("+") && secretsIn(line.slice(1)).some((secret) => !removed.includes(secret))) return { path };
  }
  return null;
}
function withoutSecrets(text) {
  return secretsIn(text).reduce((clean, secret) => clean.replaceAll(secret, "***"), text);
}
function looksRandom(word) {
  if (/^[0-9a-f]+$/i.test(word) || !/[a-z]/.test(word) || !/[A-Z]/.test(word) || (word.match(/\d/g) ?? []).length < 3) return false;
  return entropyOf(word) >= randomFrom;
}
function entropyOf(word) {
  const counts = /* @__PURE__ */ new Map();
  for (const character of word) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - count / word.length * Math.log2(count / word.length), 0);
}

export {
  branchFor,
  boundTitle,
  boundBody,
  compareUrl,
  readStamp,
  withStamp,
  withEntry,
  attemptsIn,
  minuteOf,
  writeSticky,
  stickyComment,
  failingPull,
  forkPoint,
  undoneOf,
  allUndone,
  closeMoot,
  maskOf,
  secretAddedBy,
  withoutSecrets
};
//# sourceMappingURL=chunk-DMLJYXXX.js.map
