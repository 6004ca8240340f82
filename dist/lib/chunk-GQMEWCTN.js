import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  disarm,
  escapeInline
} from "./chunk-MY62IMJK.js";

// src/report/redactor.ts
var MASK = "***";
var SHORTEST = 6;
var CHUNK = 12;
function createRedactor(secrets) {
  const plain = [
    ...new Set([...secrets].flatMap((secret) => [secret, secret.trim(), ...secret.split(/\r?\n/).map((line) => line.trim())]))
  ];
  const known = plain.filter((secret) => secret.length >= SHORTEST);
  const forms = [...new Set(known.flatMap(encodings))].sort((a, b) => b.length - a.length);
  const chunks = [...new Set(known.flatMap(chunksOf))];
  const text = (value) => {
    let clean = value;
    for (const form of forms) if (clean.includes(form)) clean = clean.replaceAll(form, MASK);
    for (const chunk of chunks) if (clean.includes(chunk)) clean = maskWords(clean, chunk);
    return clean;
  };
  return { text, json: (value) => redactJson(value, text) };
}
function encodings(secret) {
  const url = encodeURIComponent(secret);
  const json = JSON.stringify(secret).slice(1, -1);
  const html = secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const hex = Buffer.from(secret).toString("hex");
  const forms = [
    secret,
    url,
    url.replaceAll("%20", "+"),
    url.replace(/%[0-9A-F]{2}/g, (octet) => octet.toLowerCase()),
    encodeURI(secret),
    json,
    JSON.stringify(json).slice(1, -1),
    json.replaceAll("/", "\\/"),
    html,
    html.replaceAll('"', "&quot;").replaceAll("'", "&#39;"),
    secret.replaceAll("'", "'\\''"),
    secret.replace(/(["\\$`])/g, "\\$1"),
    // As our own renderings write it, for whoever redacts after rendering.
    escapeInline(secret),
    disarm(secret),
    disarm(secret).replaceAll("|", "\\|"),
    ...base64Forms(secret)
  ];
  if (hex.length >= 16) forms.push(hex, hex.toUpperCase());
  return forms;
}
function base64Forms(secret) {
  const bytes = Buffer.from(secret);
  const forms = [];
  for (const shift of [0, 1, 2]) {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64");
    const first = Math.ceil(shift * 8 / 6);
    const end = Math.floor((shift + bytes.length) * 8 / 6);
    const stable = encoded.slice(first, end);
    if (stable.length < 8) continue;
    forms.push(stable, stable.replaceAll("+", "-").replaceAll("/", "_"));
  }
  return forms;
}
function chunksOf(secret) {
  if (secret.length < 2 * CHUNK) return [];
  return Array.from({ length: Math.floor(secret.length / CHUNK) }, (_, n) => secret.slice(n * CHUNK, (n + 1) * CHUNK)).filter(
    // A run such as `------------` or the beginning of a URL would mask what is not secret.
    (chunk) => new Set(chunk).size >= 6 && !chunk.includes("://")
  );
}
function maskWords(value, chunk) {
  const isWord = (character) => character !== void 0 && /[A-Za-z0-9_+/.%*-]/.test(character);
  let clean = "";
  let from = 0;
  for (let at = value.indexOf(chunk); at !== -1; at = value.indexOf(chunk, from)) {
    let start = at;
    let end = at + chunk.length;
    while (start > from && isWord(value[start - 1])) start--;
    while (isWord(value[end]) || value[end] === "=") end++;
    clean += value.slice(from, start) + MASK;
    from = end;
  }
  return clean + value.slice(from);
}
function redactJson(value, text) {
  if (typeof value === "string") return text(value);
  if (Array.isArray(value)) return value.map((item) => redactJson(item, text));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [text(key), redactJson(item, text)]));
}

export {
  createRedactor
};
//# sourceMappingURL=chunk-GQMEWCTN.js.map
