/**
 * The address of a page, as reports link it, or null where Markdown or HTML could read it otherwise: a name or number as its host, at most
 * a port, and a path that no second address begins in. With `repo` (`owner/name`) also null for a page that is not of that repository.
 */
export function webPage(url: string, repo?: string | null): string | null {
  if (url.length > 2_000) return null;
  const [, path] = /^https?:\/\/(?:[\w-]+(?:\.[\w-]+)*|\[[\da-f:]+\])(?::\d{1,5})?(\/[\w./%?=&:;+,~#-]*)$/i.exec(url) ?? [];
  if (path === undefined || path.includes('://')) return null;
  return repo === undefined || (repo !== null && path.includes(`/${repo}/`)) ? url : null;
}
