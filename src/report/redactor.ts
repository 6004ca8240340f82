import { disarm, escapeInline } from './markdown.ts';

/** Removes secrets from whatever is written or printed. */
export interface Redactor {
  text(value: string): string;
  /** The same for every string in a JSON value, keys included. */
  json<T>(value: T): T;
}

const MASK = '***';
/** Shorter values are words: masking them would make a report unreadable and protect nothing. */
const SHORTEST = 6;
/** Any run of this many characters of a long secret gives the whole word away that holds it. */
const CHUNK = 12;

/**
 * Knows each secret, and each of its lines, as it is and as base64 (at any offset in what was encoded), URL, JSON, HTML, Markdown,
 * shell and hexadecimal text, and backwards. Of a long secret, a part of 23 characters is found too.
 */
export function createRedactor(secrets: Iterable<string>): Redactor {
  const plain = [
    ...new Set([...secrets].flatMap((secret) => [secret, secret.trim(), ...secret.split(/\r?\n/).map((line) => line.trim())])),
  ];
  const known = plain.filter((secret) => secret.length >= SHORTEST);
  // Longest first, so that a secret within another does not leave the rest of it behind.
  const forms = [...new Set(known.flatMap(encodings))].sort((a, b) => b.length - a.length);
  const chunks = [...new Set(known.flatMap(chunksOf))];
  const text = (value: string): string => {
    let clean = value;
    for (const form of forms) if (clean.includes(form)) clean = clean.replaceAll(form, MASK);
    for (const chunk of chunks) if (clean.includes(chunk)) clean = maskWords(clean, chunk);
    return clean;
  };
  return { text, json: (value) => redactJson(value, text) };
}

function encodings(secret: string): string[] {
  const url = encodeURIComponent(secret);
  const json = JSON.stringify(secret).slice(1, -1);
  const html = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const hex = Buffer.from(secret).toString('hex');
  const forms = [
    secret,
    [...secret].reverse().join(''),
    url,
    url.replaceAll('%20', '+'),
    url.replace(/%[0-9A-F]{2}/g, (octet) => octet.toLowerCase()),
    encodeURI(secret),
    json,
    JSON.stringify(json).slice(1, -1),
    json.replaceAll('/', '\\/'),
    html,
    html.replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
    secret.replaceAll("'", "'\\''"),
    secret.replace(/(["\\$`])/g, '\\$1'),
    // As our own renderings write it, for whoever redacts after rendering.
    escapeInline(secret),
    disarm(secret),
    disarm(secret).replaceAll('|', '\\|'),
    ...base64Forms(secret),
  ];
  if (hex.length >= 16) forms.push(hex, hex.toUpperCase());
  return forms;
}

/** What base64 text of anything that contains the secret must contain: one form for each of the three alignments. */
function base64Forms(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const forms: string[] = [];
  for (const shift of [0, 1, 2]) {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    const first = Math.ceil((shift * 8) / 6);
    const end = Math.floor(((shift + bytes.length) * 8) / 6);
    const stable = encoded.slice(first, end);
    if (stable.length < 8) continue;
    forms.push(stable, stable.replaceAll('+', '-').replaceAll('/', '_'));
  }
  return forms;
}

function chunksOf(secret: string): string[] {
  if (secret.length < 2 * CHUNK) return [];
  return Array.from({ length: Math.floor(secret.length / CHUNK) }, (_, n) => secret.slice(n * CHUNK, (n + 1) * CHUNK)).filter(
    // A run such as `------------` or the beginning of a URL would mask what is not secret.
    (chunk) => new Set(chunk).size >= 6 && !chunk.includes('://'),
  );
}

function maskWords(value: string, chunk: string): string {
  // An equals sign is padding behind a secret and an assignment before one.
  const isWord = (character: string | undefined): boolean => character !== undefined && /[A-Za-z0-9_+/.%*-]/.test(character);
  let clean = '';
  let from = 0;
  for (let at = value.indexOf(chunk); at !== -1; at = value.indexOf(chunk, from)) {
    let start = at;
    let end = at + chunk.length;
    while (start > from && isWord(value[start - 1])) start--;
    while (isWord(value[end]) || value[end] === '=') end++;
    clean += value.slice(from, start) + MASK;
    from = end;
  }
  return clean + value.slice(from);
}

function redactJson<T>(value: T, text: (value: string) => string): T;
function redactJson(value: unknown, text: (value: string) => string): unknown {
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return value.map((item: unknown) => redactJson(item, text));
  if (typeof value !== 'object' || value === null) return value;
  // A map of its own kind: a key named __proto__ stays data.
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [text(key), redactJson(item, text)]));
}
