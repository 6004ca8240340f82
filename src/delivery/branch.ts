// Where a fix goes: names of the branch, the title, and the addresses people click.

/** Branch of a fix: one for each base and failure. */
export function branchFor(prefix: string, base: string, fingerprint: string): string {
  return `${prefix}${base.slice(0, 100).replace(/[/.]+$/, '')}-${fingerprint.slice(0, 12)}`;
}

const longestTitle = 120;
/** GitHub's limit is 65,536 characters. */
const longestBody = 65_000;

/** One line, bounded. */
export function boundTitle(title: string): string {
  const line = title.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim();
  return line.length <= longestTitle ? line : `${cutAt(line, longestTitle - 1).trimEnd()}…`;
}

export function boundBody(body: string): string {
  return body.length <= longestBody ? body : `${cutAt(body, longestBody)}\n\n(The rest was cut: GitHub takes no longer text.)`;
}

/** Does not split a surrogate pair. */
function cutAt(text: string, length: number): string {
  const end = /[\ud800-\udbff]/.test(text.charAt(length - 1)) ? length - 1 : length;
  return text.slice(0, end);
}

/** Opens GitHub's form for a new pull request. */
export function compareUrl(serverUrl: string, repo: string, base: string, branch: string): string {
  const encoded = (name: string) => name.split('/').map(encodeURIComponent).join('/');
  return `${serverUrl.replace(/\/+$/, '')}/${repo}/compare/${encoded(base)}...${encoded(branch)}?expand=1`;
}
