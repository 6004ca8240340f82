// Credentials in what is about to become public, also those nobody told us: by their form, and by how random they look.
import { credentialShapes } from '../incident/index.ts';

/** Runs that may be a key: no word, path or sentence has this length without a separator. */
const candidates = /[A-Za-z0-9+/_=-]{32,}/g;
/** Bits a character. Random base64 of 32 characters has about 4.5; long identifiers and paths stay below 4.1. */
const randomFrom = 4.2;

/** What in `text` looks like a credential, each once. */
function secretsIn(text: string): string[] {
  const shaped = [...text.matchAll(credentialShapes)].map(([match]) => match);
  const random = [...text.matchAll(candidates)].map(([match]) => match).filter(looksRandom);
  return [...new Set([...shaped, ...random])];
}

/** The first line that a patch adds and that holds what looks like a credential, and was not in the lines it takes away. */
export function secretAddedBy(patch: string): { readonly path: string } | null {
  const lines = patch.split('\n');
  const removed = lines.filter((line) => line.startsWith('-') && !line.startsWith('--- ')).join('\n');
  let path = '';
  for (const line of lines) {
    if (line.startsWith('+++ '))
      path = line
        .slice(4)
        .replace(/^"?b\//, '')
        .replace(/"$/, '');
    else if (line.startsWith('+') && secretsIn(line.slice(1)).some((secret) => !removed.includes(secret))) return { path };
  }
  return null;
}

/** The text with what looks like a credential taken out. */
export function withoutSecrets(text: string): string {
  return secretsIn(text).reduce((clean, secret) => clean.replaceAll(secret, '***'), text);
}

function looksRandom(word: string): boolean {
  // Hashes are hexadecimal and public; a key has capitals, small letters and digits.
  if (/^[0-9a-f]+$/i.test(word) || !/[a-z]/.test(word) || !/[A-Z]/.test(word) || (word.match(/\d/g) ?? []).length < 3) return false;
  return entropyOf(word) >= randomFrom;
}

/** Shannon entropy in bits a character. */
function entropyOf(word: string): number {
  const counts = new Map<string, number>();
  for (const character of word) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / word.length) * Math.log2(count / word.length), 0);
}
