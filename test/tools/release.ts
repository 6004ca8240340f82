// What a tag vX.Y.Z stands for: checked before it becomes a release. `node test/tools/release.ts v1.2.3 --notes FILE` prints its outputs.
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

export interface ReleaseFacts {
  readonly tag: string;
  /** Of package.json. */
  readonly version: string;
  /** CHANGELOG.md, whole. */
  readonly changelog: string;
  /** Every tag there is. */
  readonly tags: readonly string[];
}

export type Release =
  | {
      readonly ok: true;
      /** The tag that moves: `v1`. */
      readonly major: string;
      /** No later version of the same major is tagged: the moving tag goes here, never back. */
      readonly newest: boolean;
      readonly notes: string;
    }
  | { readonly ok: false; readonly reason: string };

/** Checks a tag against the manifest and the changelog. */
export function releaseOf({ tag, version, changelog, tags }: ReleaseFacts): Release {
  const numbers = numbersOf(tag);
  if (numbers === null) return { ok: false, reason: `${tag} is no version such as v1.2.3` };
  if (tag !== `v${version}`) return { ok: false, reason: `the tag is ${tag}, and package.json says ${version}` };
  const notes = sectionOf(changelog, version);
  if (notes === null) return { ok: false, reason: `CHANGELOG.md has no section "## ${version}"` };
  if (notes === '') return { ok: false, reason: `the section "## ${version}" of CHANGELOG.md is empty` };
  const [major] = numbers;
  const later = tags.map(numbersOf).some((other) => other !== null && other[0] === major && isAfter(other, numbers));
  return { ok: true, major: `v${major}`, newest: !later, notes };
}

type Numbers = readonly [major: number, minor: number, patch: number];

function numbersOf(tag: string): Numbers | null {
  const [, major, minor, patch] = /^v(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.exec(tag) ?? [];
  return major === undefined ? null : [Number(major), Number(minor), Number(patch)];
}

function isAfter(a: Numbers, b: Numbers): boolean {
  return a[1] === b[1] ? a[2] > b[2] : a[1] > b[1];
}

function sectionOf(changelog: string, version: string): string | null {
  const lines = changelog.split('\n');
  const start = lines.findIndex((line) => line === `## ${version}` || line.startsWith(`## ${version} `));
  if (start < 0) return null;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line.startsWith('## '));
  return rest
    .slice(0, end < 0 ? rest.length : end)
    .join('\n')
    .trim();
}

async function main([tag = '', option, file]: readonly string[]): Promise<void> {
  if (option !== '--notes' || file === undefined) throw new Error('usage: node test/tools/release.ts vX.Y.Z --notes FILE');
  const root = resolve(import.meta.dirname, '..', '..');
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const changelog = await readFile(join(root, 'CHANGELOG.md'), 'utf8');
  const tags = execFileSync('git', ['tag', '--list'], { cwd: root, encoding: 'utf8' }).split('\n');
  const release = releaseOf({ tag, version, changelog, tags });
  if (!release.ok) {
    console.error(`${release.reason}.`);
    process.exitCode = 1;
    return;
  }
  await mkdir(dirname(resolve(file)), { recursive: true });
  await writeFile(file, `${release.notes}\n`);
  console.log(`major=${release.major}\nnewest=${release.newest}`);
}

if (process.argv[1] === import.meta.filename) await main(process.argv.slice(2));
