// A bundle that comes through a room's door for one thing would load the whole room, because others need the rest of it. So in the bundles
// what a door hands on is imported from the file that has it; the sources keep to the doors.
import { readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { Plugin } from 'esbuild';

/** Where something is that a door hands on, and what it is called there. */
interface Place {
  readonly file: string;
  readonly name: string;
}

const importFromDoor = /^import \{([^}]*)\} from '(\.[^']*\/index\.ts)';$/gm;
const handedOn = /^export \{([^}]*)\} from '(\.[^']*\.ts)';$/gm;
const handedOnWhole = /^export \* from '(\.[^']*\.ts)';$/gm;
const defined = /^export (?:const|(?:async )?function\*?|class) (\w+)/gm;

/** What stands between the braces, without types: they are erased. */
function valuesOf(list: string): { readonly name: string; readonly as: string }[] {
  return list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && !part.startsWith('type '))
    .map((part) => {
      const [name = '', as = name] = part.split(/\s+as\s+/);
      return { name, as };
    });
}

async function placesOf(door: string): Promise<ReadonlyMap<string, Place>> {
  const places = new Map<string, Place>();
  const source = await readFile(door, 'utf8');
  for (const [, path = ''] of source.matchAll(handedOnWhole)) {
    const file = join(dirname(door), path);
    for (const [, name = ''] of (await readFile(file, 'utf8')).matchAll(defined)) places.set(name, { file, name });
  }
  for (const [, list = '', path = ''] of source.matchAll(handedOn)) {
    const file = join(dirname(door), path);
    const deeper = file.endsWith(`${sep}index.ts`) ? await placesOf(file) : null;
    for (const { name, as } of valuesOf(list)) places.set(as, deeper?.get(name) ?? { file, name });
  }
  return places;
}

/** The source with its imports from doors replaced. As many lines as before, for the source maps. */
export async function withoutDoors(source: string, folder: string): Promise<string> {
  const doors = new Map<string, ReadonlyMap<string, Place>>();
  for (const [, , path = ''] of source.matchAll(importFromDoor)) doors.set(path, await placesOf(join(folder, path)));
  return source.replace(importFromDoor, (statement: string, list: string, path: string) => {
    const imports = valuesOf(list).map(({ name, as }) => {
      const place = doors.get(path)?.get(name) ?? { file: join(folder, path), name };
      const from = relative(folder, place.file).split(sep).join('/');
      return `import { ${place.name} as ${as} } from '${from.startsWith('.') ? from : `./${from}`}';`;
    });
    return imports.join(' ') + '\n'.repeat(statement.split('\n').length - 1);
  });
}

/** `more`: what is put behind the source of a module. */
export function pastTheDoors(more: (path: string) => string): Plugin {
  return {
    name: 'past-the-doors',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
        if (path.includes(`${sep}node_modules${sep}`)) return null;
        return { contents: (await withoutDoors(await readFile(path, 'utf8'), dirname(path))) + more(path), loader: 'ts' };
      });
    },
  };
}
