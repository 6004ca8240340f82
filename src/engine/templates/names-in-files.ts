// What sources say of the names that they give: read from their text, which is quick and need not parse.
import { isJavaScript } from '../conventions.ts';
import type { SourceFile } from './types.ts';

const ASYNCHRONOUS_PYTHON: readonly RegExp[] = [/\basync\s+def\s+([A-Za-z_]\w*)/g];
const ASYNCHRONOUS: readonly RegExp[] = [
  /\basync\s+(?:function\s*\*?\s*)?([A-Za-z_$][\w$]*)\s*[(<]/g,
  /([A-Za-z_$][\w$]*)\s*[:=]\s*async\b/g,
  /([A-Za-z_$][\w$]*)\([^()\n]{0,200}\)\s*:\s*Promise</g,
];

export function asynchronousIn(files: readonly SourceFile[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { path, text } of files) {
    const head = text.slice(0, 200_000);
    for (const words of isJavaScript(path) ? ASYNCHRONOUS : path.endsWith('.py') ? ASYNCHRONOUS_PYTHON : [])
      for (const [, name] of head.matchAll(words)) if (name !== undefined && name !== 'function') found.add(name);
  }
  return found;
}

/** A generator, a generator expression that is returned, or one of those that are built in. */
const givesOneByOne =
  /\byield\b|\breturn \((?:[^()]|\([^()]*\))*\bfor\b|\breturn (?:map|filter|zip|iter|reversed|enumerate|itertools\.\w+)\(/;

export function generatorsIn(files: readonly SourceFile[]): ReadonlySet<string> {
  const pieces = files.flatMap(({ path, text }) =>
    path.endsWith('.py')
      ? text
          .slice(0, 200_000)
          .split(/\bdef\s+(?=\w+\()/)
          .slice(1)
      : [],
  );
  return new Set(pieces.flatMap((piece) => (givesOneByOne.test(piece) ? (/^\w+/.exec(piece)?.[0] ?? []) : [])));
}

/** Names that a file gives to functions and methods, read from its text: in JavaScript and Python, which say no more of a member than its name. */
export function declaredIn(files: readonly SourceFile[]): Set<string> {
  const found = new Set<string>();
  for (const { path, text } of files) {
    const forms = path.endsWith('.py')
      ? [/\bdef\s+(\w+)/g]
      : [
          /\bfunction\b\s*(?:\*\s*)?([\w$]+)/g,
          /(?<![\w$])([\w$]+)\s*\([^()\n]{0,200}\)\s*(?::\s*[\w<>[\]| ]{1,60})?\{/g,
          /(?<![\w$])([\w$]+)\s*[:=]\s*(?:async\b\s*)?(?:function\b|\([^()\n]{0,200}\)\s*=>|[\w$]+\s*=>)/g,
        ];
    for (const form of forms)
      for (const [, name] of text.slice(0, 200_000).matchAll(form)) if (name !== undefined && !KEYWORD.test(name)) found.add(name);
  }
  return found;
}

const KEYWORD = /^(?:if|for|while|switch|catch|with|function|return|await|typeof|new)$|^\d/;

/** Names each file exports, read from its text; only asked for when a name is missing. */
export function exportsOf(files: readonly SourceFile[]): Map<string, string[]> {
  const exporters = new Map<string, string[]>();
  const add = (name: string, path: string) => exporters.set(name, [...(exporters.get(name) ?? []), path]);
  for (const { path, text } of files) {
    for (const [, name] of text.matchAll(/^export\s+(?:default\s+)?(?:async\s+)?(?:function\*?|class|const|let|var|enum)\s+([\w$]+)/gm))
      if (name) add(name, path);
    if (path.endsWith('.py')) for (const [, name] of text.matchAll(/^(?:(?:async\s+)?def|class)\s+(\w+)/gm)) if (name) add(name, path);
    for (const [, name] of text.matchAll(/\bexports\.([\w$]+)\s*=/g)) if (name) add(name, path);
    for (const [, list = ''] of text.matchAll(/(?:^export\s*|module\.exports\s*=\s*)\{([^}]*)\}/gm)) {
      for (const item of list.split(',')) {
        const name = /([\w$]+)\s*(?::.*)?$/.exec(item.trim().replace(/:.*$/, ''))?.[1];
        if (name !== undefined) add(name, path);
      }
    }
  }
  return exporters;
}

/** Names of types that each file exports, read from its text. */
export function typesIn(files: readonly SourceFile[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { path, text } of files)
    for (const [, name = ''] of text.matchAll(/^export\s+(?:declare\s+)?(?:interface|type)\s+([\w$]+)/gm))
      found.set(name, [...(found.get(name) ?? []), path]);
  return found;
}

/** A declaration, or a name, that is exported as a whole. */
const WHOLE =
  /^(?:module\.exports[ \t]*=|export[ \t]+default)[ \t]*(?:(?:async[ \t]+)?(?:function\b[ \t]*\*?|class\b)[ \t]*(?!extends\b)([\w$]+)|([\w$]+)[ \t]*;?$)/m;

/** What each file exports as a whole, read from its text. */
export function wholesOf(files: readonly SourceFile[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { path, text } of files) {
    const [, declared, named] = WHOLE.exec(text) ?? [];
    const name = declared ?? named;
    if (name !== undefined) found.set(path, name);
  }
  return found;
}
