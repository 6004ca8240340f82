import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  writeRefusal
} from "./chunk-ZMXWFEJ7.js";
import {
  readPlainBytes
} from "./chunk-PHCH5GEP.js";
import {
  nameRefusal
} from "./chunk-PDB6PGBS.js";
import {
  mapLimit
} from "./chunk-ZNJ5TXQ4.js";

// src/workspace/text-file.ts
function decodeText(bytes) {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(buffer, [255, 254]) || startsWith(buffer, [254, 255])) return "it is UTF-16";
  if (buffer.includes(0)) return "it is binary";
  const bom = startsWith(buffer, [239, 187, 191]);
  const decoded = decode(bom ? buffer.subarray(3) : buffer);
  const eol = endOfLine(decoded.text);
  return { ...decoded, text: eol === "CRLF" ? decoded.text.replaceAll("\r\n", "\n") : decoded.text, eol, bom };
}
function encodeText(text, { eol, bom, encoding }) {
  const raw = eol === "CRLF" ? text.replaceAll("\n", "\r\n") : text;
  const body = Buffer.from(raw, encoding);
  return bom ? Buffer.concat([Buffer.from([239, 187, 191]), body]) : body;
}
function decode(buffer) {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(buffer), encoding: "utf8" };
  } catch {
    return { text: buffer.toString("latin1"), encoding: "latin1" };
  }
}
function endOfLine(text) {
  const crlf = text.split("\r\n").length - 1;
  if (crlf === 0) return "LF";
  const all = text.split("\n").length - 1;
  return crlf === all ? "CRLF" : "mixed";
}
function startsWith(buffer, prefix) {
  return prefix.every((byte, index) => buffer[index] === byte);
}

// src/workspace/unified-diff.ts
var context = 3;
function unifiedDiff(path, before, after, replacements) {
  const header = [
    `diff --git a/${path} b/${path}`,
    ...before === null ? ["new file mode 100644"] : [],
    ...after === null ? ["deleted file mode 100644"] : []
  ];
  const oldLines = splitLines(before ?? "");
  const changes = lineChanges(before ?? "", oldLines, replacements);
  if (changes.length === 0) return before === null || after === null ? `${header.join("\n")}
` : "";
  header.push(`--- ${before === null ? "/dev/null" : `a/${path}`}`, `+++ ${after === null ? "/dev/null" : `b/${path}`}`);
  let shift = 0;
  const hunks = groups(changes).map((group) => {
    const text = hunk(oldLines, group, shift);
    shift += group.reduce((sum, change) => sum + change.lines.length - (change.to - change.from), 0);
    return text;
  });
  return `${header.join("\n")}
${hunks.join("")}`;
}
function splitLines(text) {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
function lineChanges(text, oldLines, replacements) {
  const starts = lineStarts(oldLines);
  const changes = [];
  let open2 = null;
  const close = () => {
    if (open2 === null) return;
    const lines = splitLines(open2.fresh + text.slice(open2.position, starts[open2.to]));
    const change = trim({ from: open2.from, to: open2.to, lines }, oldLines);
    if (change !== null) changes.push(change);
  };
  for (const { start, end, text: replacement } of replacements) {
    const line = lineAt(starts, start);
    if (open2 === null || line >= open2.to) {
      close();
      open2 = { from: line, to: line, position: starts[line] ?? 0, fresh: "" };
    }
    open2.fresh += text.slice(open2.position, start) + replacement;
    open2.position = end;
    open2.to = Math.min(lineAt(starts, end) + 1, oldLines.length);
  }
  close();
  return changes;
}
function lineStarts(lines) {
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length);
  if (lines.length > 0 && !lines.at(-1)?.endsWith("\n")) starts.pop();
  return starts;
}
function lineAt(starts, offset) {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = low + high + 1 >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
function trim(change, oldLines) {
  let { from, to } = change;
  let first = 0;
  let last = change.lines.length;
  while (from < to && first < last && oldLines[from] === change.lines[first]) {
    from++;
    first++;
  }
  while (to > from && last > first && oldLines[to - 1] === change.lines[last - 1]) {
    to--;
    last--;
  }
  return from === to && first === last ? null : { from, to, lines: change.lines.slice(first, last) };
}
function groups(changes) {
  const result = [];
  for (const change of changes) {
    const group = result.at(-1);
    if (group !== void 0 && change.from - (group.at(-1)?.to ?? 0) <= 2 * context) group.push(change);
    else result.push([change]);
  }
  return result;
}
function hunk(oldLines, group, shift) {
  const from = Math.max(0, (group[0]?.from ?? 0) - context);
  const to = Math.min(oldLines.length, (group.at(-1)?.to ?? 0) + context);
  const body = [];
  let position = from;
  for (const change of group) {
    body.push(...oldLines.slice(position, change.from).map((line) => ` ${line}`));
    body.push(...oldLines.slice(change.from, change.to).map((line) => `-${line}`), ...change.lines.map((line) => `+${line}`));
    position = change.to;
  }
  body.push(...oldLines.slice(position, to).map((line) => ` ${line}`));
  const removed = to - from;
  const added = body.filter((line) => !line.startsWith("-")).length;
  const text = body.map((line) => line.endsWith("\n") ? line : `${line}
\\ No newline at end of file
`).join("");
  return `@@ -${span(from, removed)} +${span(from + shift, added)} @@
${text}`;
}
function span(from, count) {
  const first = count === 0 ? from : from + 1;
  return count === 1 ? `${first}` : `${first},${count}`;
}

// src/workspace/edits.ts
async function resolveEdits(edits, source, policy) {
  const changes = [];
  for (const [path, group] of groupByPath(edits)) {
    const refused = policy.refuses(path);
    if (refused !== null) return { ok: false, reason: refused };
    const content = await source(path);
    const change = typeof content === "string" ? content : changeOf(path, content, group, policy);
    if (typeof change === "string") return { ok: false, reason: change };
    if (change !== null) changes.push(change);
  }
  const clash = conflictingPaths(changes);
  return clash === null ? { ok: true, changes } : { ok: false, reason: clash };
}
function editOf(path, before, after) {
  if (after === null) return { path, oldText: "", newText: null };
  const [from, to] = [before, after].map((content) => content === null ? "" : textOf(content));
  if (from === void 0 || to === void 0) return null;
  return before === null ? { path, oldText: "", newText: to } : { path, start: 0, end: from.length, text: to };
}
function textOf({ bytes }) {
  const file = decodeText(bytes);
  return typeof file === "string" ? void 0 : file.text;
}
function groupByPath(edits) {
  const groups2 = /* @__PURE__ */ new Map();
  for (const edit of edits) {
    const path = edit.path.replace(/^(\.\/)+/, "");
    const group = groups2.get(path);
    if (group === void 0) groups2.set(path, [edit]);
    else group.push(edit);
  }
  return groups2;
}
function changeOf(path, content, edits, policy) {
  const [first] = edits;
  if (first === void 0) return null;
  const change = newTextOf(first) === null || isCreation(first, content) ? wholeFile(path, content, first, edits) : partial(path, content, edits);
  if (typeof change === "string" || change === null) return change;
  const { before, after, file, replacements } = change;
  const refused = policy.refusesChange?.(path, before, after) ?? null;
  if (refused !== null) return refused;
  const diff = unifiedDiff(path, before, after, replacements);
  if (after === null) return { path, after: null, diff };
  return { path, after: { bytes: encodeText(after, file), executable: content?.executable ?? false }, diff };
}
var plain = { eol: "LF", bom: false, encoding: "utf8" };
function isCreation(edit, content) {
  if (!isRange(edit)) return edit.oldText === "";
  return content === null && edit.start === 0 && edit.end === 0;
}
function wholeFile(path, content, edit, edits) {
  if (edits.length > 1) return `${path}: creating or deleting a file goes with no other edit of it. Put all of it into one edit.`;
  const after = newTextOf(edit);
  if (after === null) {
    if (content === null) return `${path} does not exist, so it cannot be deleted.`;
    const file = decodeText(content.bytes);
    if (typeof file === "string") return { before: "", after: null, file: plain, replacements: [] };
    return { before: file.text, after: null, file, replacements: [{ start: 0, end: file.text.length, text: "" }] };
  }
  if (content !== null && content.bytes.length > 0) {
    return `${path} exists and is not empty: give the text to replace as old_text (read the file first).`;
  }
  const unfit = unfitText(path, after, "utf8");
  if (unfit !== null) return unfit;
  return { before: content === null ? null : "", after, file: plain, replacements: [{ start: 0, end: 0, text: after }] };
}
function partial(path, content, edits) {
  if (content === null) return `${path} does not exist. List files with scan, or create it with an empty old_text.`;
  const file = decodeText(content.bytes);
  if (typeof file === "string") return `${path} cannot be edited: ${file}.`;
  const replacements = [];
  for (const edit of edits) {
    const found = isRange(edit) ? rangeReplacement(path, file, edit) : textReplacement(path, file, edit);
    if (typeof found === "string") return found;
    replacements.push(found);
  }
  replacements.sort((a, b) => a.start - b.start || a.end - b.end);
  const overlap = replacements.some((each, index) => index > 0 && each.start < (replacements[index - 1]?.end ?? 0));
  if (overlap) return `${path}: two edits overlap. Edits of one file refer to the file as it was before; put them into one edit.`;
  const after = replaceAll(file.text, replacements);
  if (after === file.text) return null;
  if (file.encoding === "utf8" && new RegExp("\\p{Surrogate}", "u").test(after)) return `${path}: an edit would cut a character in half.`;
  return { before: file.text, after, file, replacements };
}
function replaceAll(text, replacements) {
  let result = "";
  let position = 0;
  for (const { start, end, text: fresh } of replacements) {
    result += text.slice(position, start) + fresh;
    position = end;
  }
  return result + text.slice(position);
}
function rangeReplacement(path, file, edit) {
  const { start, end } = edit;
  if (edit.text === null) return `${path}: deleting a file goes with no other edit of it.`;
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || start > end || end > file.text.length) {
    return `${path}: the range ${start}-${end} is not inside of the file, which has ${file.text.length} characters. Read it again.`;
  }
  return unfitText(path, edit.text, file.encoding) ?? { start, end, text: asLinesOf(file, edit.text) };
}
function textReplacement(path, file, edit) {
  if (edit.newText === null) return `${path}: deleting a file goes with no other edit of it.`;
  if (edit.oldText === "") return `${path}: an empty old_text creates a file and goes with no other edit of it.`;
  const unfit = unfitText(path, `${edit.oldText}${edit.newText}`, file.encoding);
  if (unfit !== null) return unfit;
  const matches = occurrences(file, edit.oldText);
  const [match] = matches;
  if (match === void 0) return `${path}: old_text was not found. ${nearest(file.text, edit.oldText)}`;
  if (matches.length > 1) {
    const lines = matches.slice(0, 10).map(({ start }) => lineNumber(file.text, start));
    return `${path}: old_text was found ${matches.length} times (lines ${lines.join(", ")}). Add surrounding lines so that it is found once.`;
  }
  return { ...match, text: asLinesOf(file, edit.newText, file.text.slice(match.start, match.end)) };
}
function occurrences(file, oldText) {
  const exact = file.eol === "mixed" ? oldText : oldText.replaceAll("\r\n", "\n");
  const found = search(file.text, exact);
  if (file.eol !== "mixed" || found.length > 0 || !exact.includes("\n")) return found;
  const pattern = exact.split(/\r?\n/).map((line) => line.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return [...file.text.matchAll(new RegExp(pattern.join("\\r?\\n"), "g"))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length
  }));
}
function search(text, part) {
  const found = [];
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) found.push({ start: at, end: at + part.length });
  return found;
}
function asLinesOf(file, text, replaced = "") {
  const lines = text.replaceAll("\r\n", "\n");
  if (file.eol !== "mixed") return lines;
  return replaced.includes("\r\n") ? lines.replaceAll("\n", "\r\n") : text;
}
function unfitText(path, text, encoding) {
  if (text.includes("\0")) return `${path}: the text holds a NUL character, which would make the file binary.`;
  if (encoding === "latin1" && !/^[\u0000-\u007f]*$/.test(text)) {
    return `${path} is not UTF-8, and its encoding is not known: only edits in plain ASCII keep its other bytes as they are.`;
  }
  return new RegExp("\\p{Surrogate}", "u").test(text) ? `${path}: the text holds half a character (a lone surrogate).` : null;
}
function nearest(text, oldText) {
  const wanted = words(oldText.split("\n").find((line) => line.trim() !== "") ?? "");
  let best = { score: 0, line: 0, text: "" };
  for (const [index, line] of text.split("\n").entries()) {
    const own = words(line);
    const common = [...wanted].filter((word) => own.has(word)).length;
    const score = 2 * common / (wanted.size + own.size || 1);
    if (score > best.score) best = { score, line: index + 1, text: line };
  }
  if (best.score < 0.3) return "Nothing like it is in the file: read it again.";
  return `The nearest line is ${best.line}: ${JSON.stringify(best.text.slice(0, 200))}. Copy the text exactly, white space included.`;
}
function words(line) {
  return new Set(line.match(/[\p{L}\p{N}_$]+|[^\s\p{L}\p{N}_$]/gu) ?? []);
}
function lineNumber(text, offset) {
  return text.slice(0, offset).split("\n").length;
}
function conflictingPaths(changes) {
  const files = changes.filter((change) => change.after !== null).map((change) => change.path);
  const clash = files.find((path) => files.some((other) => other.startsWith(`${path}/`)));
  return clash === void 0 ? null : `${clash} cannot be a file and a folder at once.`;
}
function isRange(edit) {
  return "start" in edit;
}
function newTextOf(edit) {
  return isRange(edit) ? edit.text : edit.newText;
}

// src/workspace/tree.ts
import { constants } from "node:fs";
import { lstat, mkdir, open, readlink, realpath, rename, rm, rmdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
function once(look) {
  const known = /* @__PURE__ */ new Map();
  return (path) => {
    const found = known.get(path) ?? look(path);
    known.set(path, found);
    return found;
  };
}
var EditedTree = class {
  root;
  #origin;
  #rules;
  #touched = /* @__PURE__ */ new Map();
  #queue = Promise.resolve();
  /** `origin` tells the content of each file before any edit; `root` is a real path. */
  constructor(root, origin, rules) {
    this.root = root;
    this.#origin = origin;
    this.#rules = rules;
  }
  /** What edits made of the files they touched. */
  get touched() {
    return this.#touched;
  }
  /** A file as edits left it, whatever test runs have written since. */
  async content(path) {
    const edited = this.#touched.get(path);
    return edited === void 0 ? this.#origin(path) : edited;
  }
  /** Makes edits on top of those before. */
  edit(edits) {
    return this.#alone(() => this.#change(edits, (path) => this.content(path), []));
  }
  /** Makes edits in place of those before. */
  replace(edits) {
    return this.#alone(() => this.#change(edits, this.#origin, [...this.#touched.keys()]));
  }
  /** What `replace` would write for each of many, or why it would refuse. Nothing may change meanwhile: each file is looked at once. */
  async preview(many) {
    const origin = once(this.#origin);
    const refusal = once((path) => writeRefusal(this.root, path));
    const previews = [];
    for (const edits of many) previews.push(await this.#previewOne(edits, origin, refusal));
    return previews;
  }
  async #previewOne(edits, origin, refusal) {
    const resolved = await resolveEdits(edits, origin, this.#rules.policy);
    if (!resolved.ok) return resolved;
    const blocked = await this.#blocked(resolved.changes, refusal);
    if (blocked !== null) return { ok: false, reason: blocked };
    const files = resolved.changes.map(async ({ path, after }) => {
      const before = await origin(path);
      return { path, before: before === null || typeof before === "string" ? null : before.bytes, after: after?.bytes ?? null };
    });
    return { ok: true, files: await Promise.all(files) };
  }
  /** Puts `contents` in place of all edits; no policy is asked. Throws when a file cannot be written. */
  set(contents) {
    return this.#alone(async () => {
      for (const path of this.#touched.keys()) {
        if (!contents.has(path)) await this.#putBack(path);
      }
      for (const [path, content] of contents) {
        await writeContent(this.root, path, content);
        this.#touched.set(path, content);
      }
    });
  }
  /** Puts files back as before any edit, whatever was written to them since. */
  restore(paths) {
    return this.#alone(async () => {
      for (const path of paths) await this.#putBack(path);
    });
  }
  /**
   * Removes what runs left at these paths, but for what edits have made there, and gives files of the red tree their content back that runs
   * disturb, unless an edit has changed them. `edited`: what was edited before there was this tree.
   */
  tidy(left, edited, disturbed) {
    return this.#alone(async () => {
      const own = [...edited, ...this.#touched.keys()];
      const isOurs = (path) => own.some((each) => each === path || each.startsWith(`${path}/`));
      for (const path of left) if (!isOurs(path)) await removeEntry(this.root, path);
      for (const path of disturbed) {
        const origin = isOurs(path) ? null : await this.#origin(path);
        if (origin === null || typeof origin === "string" || await holds(this.root, path, origin)) continue;
        await this.#clearWay(path);
        await writeContent(this.root, path, origin).catch(() => {
        });
      }
    });
  }
  /** Removes what stands where a file of the red tree belongs, or one of its folders: a link, a pipe, a folder, a file. */
  async #clearWay(path) {
    const parts = path.split("/");
    for (let at = 1; at <= parts.length; at += 1) {
      const part = parts.slice(0, at).join("/");
      const found = await lstat(join(this.root, part)).catch(() => null);
      if (found === null) return;
      const belongs = at < parts.length ? found.isDirectory() : found.isFile();
      if (!belongs) return removeEntry(this.root, part);
    }
  }
  async #change(edits, source, undo) {
    const resolved = await resolveEdits(edits, source, this.#rules.policy);
    if (!resolved.ok) return resolved;
    const blocked = await this.#blocked(resolved.changes, (path) => writeRefusal(this.root, path));
    if (blocked !== null) return { ok: false, reason: blocked };
    const fresh = new Set(resolved.changes.map((change) => change.path));
    const before = new Map(this.#touched);
    try {
      for (const path of undo) if (!fresh.has(path)) await this.#putBack(path);
      for (const { path, after } of [...resolved.changes].sort((a, b) => Number(a.after !== null) - Number(b.after !== null))) {
        await writeContent(this.root, path, after);
        this.#touched.set(path, after);
      }
    } catch (error) {
      return this.#rollBack(before, fresh, error);
    }
    return { ok: true, diff: resolved.changes.map((change) => change.diff).join(""), files: [...fresh] };
  }
  async #blocked(changes, refusal) {
    const removed = changes.filter((change) => change.after === null).map((change) => change.path);
    for (const { path, after } of changes) {
      const madeRoom = removed.some((other) => path.startsWith(`${other}/`));
      const reason = madeRoom ? null : await refusal(path);
      if (reason !== null) return reason;
      if (after !== null && await this.#origin(path) === null && !this.#touched.has(path)) {
        const foreign = await this.#newFileRefusal(path);
        if (foreign !== null) return foreign;
      }
    }
    return null;
  }
  async #newFileRefusal(path) {
    if (await lstat(join(this.root, path)).catch(() => null) !== null) {
      return `${path} is not part of the repository: git ignores it, or a test run made it. A fix cannot contain it.`;
    }
    const named = nameRefusal(path, await this.#rules.paths());
    if (named !== null) return named;
    return await this.#rules.ignores(path) ? `${path} would be ignored by git, so a fix cannot contain it. Choose another name.` : null;
  }
  async #rollBack(before, written, error) {
    for (const path of /* @__PURE__ */ new Set([...written, ...before.keys()])) {
      const content = before.get(path);
      if (content === void 0) await this.#putBack(path).catch(() => {
      });
      else {
        await writeContent(this.root, path, content).catch(() => {
        });
        this.#touched.set(path, content);
      }
    }
    return { ok: false, reason: `The edit could not be written: ${error instanceof Error ? error.message : String(error)}` };
  }
  async #putBack(path) {
    const origin = await this.#origin(path);
    if (typeof origin !== "string") await writeContent(this.root, path, origin);
    this.#touched.delete(path);
  }
  /** One change at a time, in the order they were asked for. */
  #alone(work) {
    const result = this.#queue.then(work);
    this.#queue = result.catch(() => {
    });
    return result;
  }
};
async function writeContent(root, path, content) {
  const target = join(root, path);
  if (content === null) {
    if (await writeRefusal(root, path) === null) await rm(target, { force: true });
    await removeEmptyFolders(root, dirname(target));
    return;
  }
  const refused = await writeRefusal(root, path);
  if (refused !== null) throw new Error(refused);
  await mkdir(dirname(target), { recursive: true });
  await inFolder(dirname(target), async (folder) => {
    const own = join(folder, basename(target));
    const existing = await lstat(own).catch(() => null);
    if (existing !== null && (existing.mode & 128) === 0) await rm(own, { force: true });
    const file = await open(own, writing, content.executable ? 511 : 438);
    try {
      await file.writeFile(content.bytes);
      const { mode } = await file.stat();
      if (content.executable !== ((mode & 64) !== 0)) await file.chmod(content.executable ? mode | 73 : mode & ~73);
    } finally {
      await file.close();
    }
  });
}
async function holds(root, path, { bytes }) {
  const held = await readPlainBytes(join(root, path), bytes.length);
  return held !== null && Buffer.compare(held, bytes) === 0;
}
async function moveEntry(root, path, to) {
  const from = join(root, path);
  return await inFolder(dirname(from), (folder) => rename(join(folder, basename(from)), to)).then(
    () => true,
    () => false
  );
}
async function moveEntries(root, paths, place) {
  const moved = [];
  for (const [at, path] of paths.entries()) {
    const target = join(place, `${at}`);
    if (await moveEntry(root, path, target)) moved.push([path, target]);
  }
  return moved;
}
async function removeEntry(root, path) {
  const target = join(root, path);
  const remove = (folder) => rm(join(folder, basename(target)), { recursive: true, force: true });
  await inFolder(dirname(target), remove).catch(() => {
  });
}
var writing = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_NOFOLLOW | constants.O_NONBLOCK;
async function inFolder(path, work) {
  const refuse = () => {
    throw new Error(`${path} is reached through a symbolic link, which is never written through.`);
  };
  if (process.platform !== "linux") return await realpath(path) === path ? work(path) : refuse();
  const held = await open(path, constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    const name = `/proc/self/fd/${held.fd}`;
    if (await readlink(name) !== path) refuse();
    await work(name);
  } finally {
    await held.close();
  }
}
async function removeEmptyFolders(root, from) {
  for (let folder = from; folder.length > root.length; folder = dirname(folder)) {
    const removed = await rmdir(folder).then(
      () => true,
      () => false
    );
    if (!removed) return;
  }
}

// src/workspace/leftovers.ts
import { mkdtemp, readdir, realpath as realpath2, rename as rename2 } from "node:fs/promises";
import { join as join2 } from "node:path";
var mostFolders = 2e3;
var mostBytes = 8 << 20;
var keptNames = String.raw`^(?:\..*|node_modules|bower_components|__pycache__|venv|vendor|coverage|htmlcov|target|dist|build|_build|bin|obj|.*\.(?:pyc|egg-info))$`;
var isKept = new RegExp(keptNames);
var Leftovers = class {
  #tree;
  #baseline;
  #folder;
  #standing = null;
  /** The same with what the tests need of what a run left. */
  #needed = null;
  #disturbed = /* @__PURE__ */ new Set();
  #aside = null;
  /** `folder` is where things are set aside: on the disk of the tree. */
  constructor(tree, baseline, folder) {
    this.#tree = tree;
    this.#baseline = baseline;
    this.#folder = folder;
  }
  /** To be called before the first run. */
  async begin() {
    this.#standing = await standingIn(this.#tree.root);
  }
  /** Files of the red tree that runs change; null where trees are left as they are. */
  get disturbed() {
    return this.#standing === null ? null : this.#disturbed;
  }
  /** Makes a copy of the tree, with these edits in it, what it was before any run. Not while one goes on in it. */
  async tidy(copy = this.#tree, edited = []) {
    const standing = this.#needed ?? this.#standing;
    if (standing === null) return;
    await copy.tidy(await leftIn(copy.root, standing), [...edited], this.#disturbed);
  }
  /** Takes what the first run left out of the way of the next; false where it left nothing. */
  async setAside() {
    if (this.#standing === null) return false;
    const { root } = this.#tree;
    const [left, modified] = await Promise.all([leftIn(root, this.#standing), this.#baseline.git.lsFiles(["--modified", "--deleted"])]);
    const own = (path) => this.#tree.touched.has(path);
    const disturbed = /* @__PURE__ */ new Map();
    for (const path of new Set(modified.filter((path2) => !own(path2)))) {
      const before = await this.#baseline.content(path);
      if (before !== null && typeof before === "object") disturbed.set(path, await readPlainBytes(join2(root, path), mostBytes));
    }
    const moved = left.length === 0 ? [] : await moveEntries(root, left, await mkdtemp(join2(this.#folder, "aside-")));
    this.#needed = null;
    this.#disturbed = /* @__PURE__ */ new Set([...this.#disturbed, ...disturbed.keys()]);
    this.#aside = {
      moved: new Map([...this.#aside?.moved ?? [], ...moved]),
      disturbed: new Map([...this.#aside?.disturbed ?? [], ...disturbed])
    };
    await this.tidy();
    return moved.length + disturbed.size > 0;
  }
  /** Puts it back, to stay. */
  async putBack() {
    if (this.#aside === null) return;
    const { root } = this.#tree;
    const { moved, disturbed } = this.#aside;
    this.#aside = null;
    for (const [path, from] of moved) {
      await rename2(from, join2(root, path)).catch(() => {
      });
    }
    for (const [path, bytes] of disturbed) {
      const content = await this.#baseline.content(path);
      const executable = typeof content === "object" && content?.executable === true;
      await writeContent(root, path, bytes === null ? null : { bytes, executable }).catch(() => {
      });
    }
    this.#disturbed = /* @__PURE__ */ new Set();
    this.#needed = await standingIn(root);
  }
};
async function standingIn(root) {
  const standing = /* @__PURE__ */ new Map();
  let level = [""];
  while (level.length > 0) {
    if (standing.size + level.length > mostFolders) return null;
    const read = await mapLimit(level, 32, async (folder) => ({ folder, entries: await entriesOf(root, folder) }));
    level = [];
    for (const { folder, entries } of read) {
      if (entries === null) continue;
      standing.set(folder, new Set(entries.map(({ name }) => name)));
      for (const entry of entries) if (entry.isDirectory() && !isKept.test(entry.name)) level.push(within(folder, entry.name));
    }
  }
  return standing;
}
async function leftIn(root, standing) {
  const left = await mapLimit([...standing], 32, async ([folder, names]) => {
    const entries = await entriesOf(root, folder) ?? [];
    return entries.filter(({ name }) => !names.has(name) && !isKept.test(name)).map(({ name }) => within(folder, name));
  });
  const all = left.flat();
  return all.every((path) => path.endsWith(".tsbuildinfo")) ? [] : all;
}
async function entriesOf(root, folder) {
  const path = folder === "" ? root : join2(root, folder);
  const isThere = await realpath2(path).catch(() => null) === path;
  return isThere ? readdir(path, { withFileTypes: true }).catch(() => null) : null;
}
var within = (folder, name) => folder === "" ? name : `${folder}/${name}`;

export {
  decodeText,
  editOf,
  EditedTree,
  writeContent,
  moveEntry,
  moveEntries,
  keptNames,
  Leftovers
};
//# sourceMappingURL=chunk-PEWU354L.js.map
