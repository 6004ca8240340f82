// Values that are taken out of every line before it is kept: those we know, those the log names, and those that look like a credential.

/** Forms of well-known tokens, long enough that no word looks like one. */
export const credentialShapes =
  /\b(?:gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|sk-[\w-]{20,}|xox[abprs]-[\w-]{10,}|AKIA[0-9A-Z]{16}|AIza[\w-]{30,}|npm_\w{30,}|pypi-\w{20,}|eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,})/g;
const headers = /\b(authorization: *(?:basic|bearer|token) +)[\w.~+/=-]{8,}/gi;
const inAddress = /(\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:)[^\s/@]+(?=@)/gi;

/** `known` masks by value; `named` are values the log itself called secret. */
export function maskOf(known: (text: string) => string, named: readonly string[]): (text: string) => string {
  return (text) => {
    let clean = known(text);
    for (const value of named) if (clean.includes(value)) clean = clean.replaceAll(value, '***');
    return clean.replace(credentialShapes, '***').replace(headers, '$1***').replace(inAddress, '$1***');
  };
}
