const MAX_DETAIL_CHARS = 400;
/** Shorter values are placeholders (`none`, `x`), and replacing them would garble the text. */
const MIN_SECRET_CHARS = 4;

/**
 * A function that makes text of the server fit for a message: secrets replaced, control characters removed, length bounded.
 * Secrets go first, so that cutting never leaves half of one.
 */
export function cleaner(secrets: readonly string[]): (text: string) => string {
  const forms = new Set<string>();
  for (const secret of secrets) {
    if (secret.length < MIN_SECRET_CHARS) continue;
    forms.add(secret);
    forms.add(encodeURIComponent(secret));
    forms.add(JSON.stringify(secret).slice(1, -1));
    forms.add(Buffer.from(secret).toString('base64'));
    forms.add(Buffer.from(secret).toString('base64url'));
  }
  const longestFirst = [...forms].sort((a, b) => b.length - a.length);
  return (text) => {
    let clean = text;
    for (const form of longestFirst) clean = clean.replaceAll(form, '[secret]');
    clean = clean.replace(/[\x00-\x1f\x7f-\x9f\u2028\u2029]+/g, ' ').trim();
    return clean.length > MAX_DETAIL_CHARS ? `${clean.slice(0, MAX_DETAIL_CHARS)}…` : clean;
  };
}

/** What went wrong, in words: a `fetch failed` or an empty aggregate says it in its cause or its code only. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause !== undefined) return describeError(error.cause);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return error.message || code || error.name;
}
