import { readFile } from 'node:fs/promises';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * A stack trace with the places in the sources instead of those in the bundles, where a `.map` lies beside a bundle. Read only when
 * something went wrong: Node's own support reads every map at every start. Never throws.
 */
export async function mapStack(stack: string): Promise<string> {
  const places = [...stack.matchAll(/(file:\/\/\/[^\s()]+?\.js):(\d+):(\d+)/g)];
  const maps = new Map<string, SourceMap | null>();
  for (const [, url = ''] of places) if (!maps.has(url)) maps.set(url, await mapOf(url));
  return stack.replace(/(file:\/\/\/[^\s()]+?\.js):(\d+):(\d+)/g, (place, url: string, line: string, column: string) => {
    const found = maps.get(url)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (found === undefined || !('originalSource' in found)) return place;
    return `${found.originalSource.replace(/^(\.\.\/)+/, '')}:${found.originalLine + 1}:${found.originalColumn + 1}`;
  });
}

async function mapOf(url: string): Promise<SourceMap | null> {
  try {
    return new SourceMap(JSON.parse(await readFile(`${fileURLToPath(url)}.map`, 'utf8')));
  } catch {
    return null;
  }
}
