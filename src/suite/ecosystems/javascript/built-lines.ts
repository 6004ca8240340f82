// Which lines of the sources a build is made of, where it has no source map: by what they say.
import { join } from 'node:path';
import picomatch from 'picomatch';
import { readText } from '../../files.ts';
import { isTestFile } from '../../test-files.ts';
import { listFiles } from './imports.ts';

export interface SourceLine {
  readonly path: string;
  readonly line: number;
}

const mostSources = 2_000;
const maxBytes = 2 << 20;
/** Lines behind the one before, of the same file, that are asked for a text which stands in many places. */
const ahead = 60;
/** Part of a build's telling lines that must be found: in less it is something else. */
const enough = 0.3;
const folders = /(?:^|\/)(?:dist|build|out|es|esm|cjs|umd)\//;

/** The sources of a tree, read when they are asked for first. */
export class BuiltLines {
  readonly #root: string;
  #ignored: Promise<(path: string) => boolean> | null = null;
  #index: Promise<ReadonlyMap<string, readonly SourceLine[]>> | null = null;

  constructor(root: string) {
    this.#root = root;
  }

  /** The source line of each line of a file, by number; null where the file is none that a build makes, or is made of something else. */
  async of(path: string, text: string): Promise<ReadonlyMap<number, SourceLine> | null> {
    if (!(await this.#isBuilt(path))) return null;
    this.#index ??= this.#read();
    return matched(text, await this.#index);
  }

  async #isBuilt(path: string): Promise<boolean> {
    this.#ignored ??= readText(join(this.#root, '.gitignore'), maxBytes).then((text) => ignoredBy(text ?? ''));
    return folders.test(path) || (await this.#ignored)(path);
  }

  async #read(): Promise<ReadonlyMap<string, readonly SourceLine[]>> {
    const found = new Map<string, SourceLine[]>();
    const paths = await listFiles(this.#root, '', (path) => !isTestFile(path) && !/\.d\.[cm]?ts$/.test(path));
    for (const path of paths.slice(0, mostSources)) {
      if (await this.#isBuilt(path)) continue;
      for (const [index, line] of ((await readText(join(this.#root, path), maxBytes)) ?? '').split('\n').entries()) {
        const ways = /\.[cm]?tsx?$/.test(path) ? [line, withoutTypes(line)] : [line];
        for (const said of new Set(ways.map(sayingOf))) {
          if (said === null) continue;
          const places = found.get(said);
          if (places === undefined) found.set(said, [{ path, line: index + 1 }]);
          else places.push({ path, line: index + 1 });
        }
      }
    }
    return found;
  }
}

/** A text that stands in one place is that place; one that stands in many is the next of them behind the line before. */
function matched(text: string, index: ReadonlyMap<string, readonly SourceLine[]>): ReadonlyMap<number, SourceLine> | null {
  const found = new Map<number, SourceLine>();
  let telling = 0;
  let last: SourceLine | null = null;
  for (const [at, line] of text.split('\n').entries()) {
    const said = sayingOf(line);
    if (said === null) continue;
    const places = index.get(said) ?? [];
    const place: SourceLine | undefined = nextOf(places, last) ?? (places.length === 1 ? places[0] : undefined);
    if (place !== undefined || !ofBuilds.test(line)) telling += 1;
    if (place === undefined) continue;
    found.set(at + 1, place);
    last = place;
  }
  return telling > 0 && found.size >= enough * telling ? found : null;
}

/** Lines that stand in no source, but in every build. */
const ofBuilds = /^(?:["']use strict|Object\.defineProperty\(exports,|exports\.[\w$.= ]+;|(?:const|var) \w+ = (?:__\w+\()?require\()/;

function nextOf(places: readonly SourceLine[], last: SourceLine | null): SourceLine | undefined {
  if (last === null) return undefined;
  return places.find(({ path, line }) => path === last.path && line > last.line && line - last.line < ahead);
}

/** A line of TypeScript as its build has it, roughly: what looks like a type may be a value, so that it is one of two ways to read it. */
function withoutTypes(line: string): string {
  return line
    .replace(/\b(?:public|private|protected|readonly|override|abstract|declare)\s+(?=[\w#[*])/g, '')
    .replace(/(?<=[\w)\]])[?!]?\s*:\s*[A-Za-z_$][\w$.<>[\]|& ]*(?=\s*(?:[=,){;]|$))/g, '')
    .replace(/\s+(?:as|satisfies)\s+[A-Za-z_$][\w$.<>[\]]*/g, '')
    .replace(/(?<=\w)!(?=[.;,)[]|$)/g, '');
}

/** What a line says without what a build writes otherwise; null where it is a comment, or hardly says anything. */
function sayingOf(line: string): string | null {
  const bare = line.trim();
  if (/^(?:\/\/|\/?\*)/.test(bare)) return null;
  const said = bare
    .replace(/\/\/ .*$|^export (?:default )?/g, '')
    // What is imported by name is a member of its module in a build for `require`.
    .replace(/\(0, ?\w+\.(\w+)\)(?=\()/g, '$1')
    .replace(/(?<![\w.])\w+_\d+\.(?=[A-Za-z_$])/g, '')
    .replace(/["'`]/g, '"')
    .replace(/[\s;,()]+/g, '');
  return /\w{3}/.test(said) && said.length > 5 ? said : null;
}

/** What a `.gitignore` leaves out, but for what it takes back. */
function ignoredBy(text: string): (path: string) => boolean {
  const rules = text.split('\n').map((line) => line.trim());
  const globs = rules
    .filter((rule) => rule !== '' && !/^[#!]/.test(rule))
    .map((rule) => {
      const bare = rule.replace(/^\/|\/$/g, '');
      return rule.replace(/\/$/, '').includes('/') ? bare : `**/${bare}`;
    });
  if (globs.length === 0) return () => false;
  const matches = picomatch(
    globs.flatMap((glob) => [glob, `${glob}/**`]),
    { dot: true },
  );
  const kept = picomatch(
    rules.filter((rule) => rule.startsWith('!')).map((rule) => rule.slice(1).replace(/^\//, '')),
    { dot: true },
  );
  return (path) => matches(path) && !kept(path);
}
