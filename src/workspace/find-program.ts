import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** The first program of this name in the folders of `path`, which is a PATH; null when there is none. */
export async function findProgram(name: string, path: string): Promise<string | null> {
  for (const folder of path.split(delimiter)) {
    const program = join(folder, name);
    const runs = await access(program, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (folder !== '' && runs) return program;
  }
  return null;
}
