import { readdir } from 'node:fs/promises';

/** What a step or a command has left in its temporary folder besides its report and the runner's own files. */
export async function temporaryOf(folder: string): Promise<string[]> {
  const expected = /^(?:_\w+(?:\.json)?|regreen-report)$/;
  return (await readdir(folder)).filter((entry) => !expected.test(entry)).map((entry) => `${entry} was left in the temporary folder`);
}

type Fingerprint = Readonly<Record<string, string>>;

/** Paths of a checkout that are not what they were. */
export function changedIn(before: Fingerprint, after: Fingerprint): string[] {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return paths.filter((path) => before[path] !== after[path]).map((path) => `${path} of the checkout was changed`);
}
