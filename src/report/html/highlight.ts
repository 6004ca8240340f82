import { common, createLowlight } from 'lowlight';

export interface Token {
  readonly text: string;
  /** A class of the style sheet; null is plain text. */
  readonly kind: string | null;
}

/** Colouring is for people: what nobody reads, or what would take long, stays plain. Characters. */
const MAX_SIDE = 100_000;
const MAX_LINE = 1_000;

const grammars = createLowlight(common);

const byExtension: Readonly<Record<string, string>> = {
  ...{ js: 'javascript', cjs: 'javascript', mjs: 'javascript', jsx: 'javascript', ts: 'typescript', cts: 'typescript', mts: 'typescript' },
  ...{ tsx: 'typescript', vue: 'xml', html: 'xml', xml: 'xml', svg: 'xml', css: 'css', scss: 'scss', less: 'less', json: 'json' },
  ...{ py: 'python', pyi: 'python', rb: 'ruby', go: 'go', rs: 'rust', java: 'java', kt: 'kotlin', kts: 'kotlin', swift: 'swift' },
  ...{ c: 'c', h: 'c', cc: 'cpp', cpp: 'cpp', hpp: 'cpp', cs: 'csharp', m: 'objectivec', php: 'php', pl: 'perl', lua: 'lua', r: 'r' },
  ...{ sh: 'bash', bash: 'bash', zsh: 'bash', sql: 'sql', yml: 'yaml', yaml: 'yaml', toml: 'ini', ini: 'ini', md: 'markdown' },
  ...{ graphql: 'graphql', wat: 'wasm', diff: 'diff', patch: 'diff', mk: 'makefile' },
};

// The grammars know some thirty kinds of tokens; six colours are what an eye tells apart.
const kinds: Readonly<Record<string, string>> = {
  ...{
    'hljs-keyword': 't-keyword',
    'hljs-built_in': 't-name',
    'hljs-literal': 't-number',
    'hljs-number': 't-number',
    'hljs-type': 't-name',
  },
  ...{
    'hljs-string': 't-string',
    'hljs-regexp': 't-string',
    'hljs-char': 't-string',
    'hljs-symbol': 't-string',
    'hljs-comment': 't-comment',
  },
  ...{ 'hljs-doctag': 't-comment', 'hljs-title': 't-title', 'hljs-section': 't-title', 'hljs-attr': 't-name', 'hljs-attribute': 't-name' },
  ...{
    'hljs-tag': 't-keyword',
    'hljs-name': 't-keyword',
    'hljs-selector-tag': 't-keyword',
    'hljs-meta': 't-comment',
    'hljs-variable': 't-name',
  },
};

/** Colours lines of the language that `path` is written in; a language that is not known stays plain. Never throws. */
export function highlighter(path: string): (lines: readonly string[]) => readonly (readonly Token[])[] {
  const language = byExtension[/\.([A-Za-z0-9]{1,10})$/.exec(path)?.[1]?.toLowerCase() ?? ''];
  const plain = (lines: readonly string[]): Token[][] => lines.map((text) => [{ text, kind: null }]);
  if (language === undefined || !grammars.registered(language)) return plain;
  return (lines) => {
    const text = lines.join('\n');
    if (text.length > MAX_SIDE || lines.some(({ length }) => length > MAX_LINE)) return plain(lines);
    try {
      const rows = byLine(flatten(grammars.highlight(language, text).children, null));
      return rows.length === lines.length ? rows : plain(lines);
    } catch {
      return plain(lines);
    }
  };
}

type Node = ReturnType<typeof grammars.highlight>['children'][number];

function flatten(nodes: readonly Node[], kind: string | null): Token[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return [{ text: node.value, kind }];
    if (node.type !== 'element') return [];
    const { className } = node.properties;
    const name = Array.isArray(className) ? String(className[0]) : '';
    return flatten(node.children, kinds[name] ?? kind);
  });
}

function byLine(tokens: readonly Token[]): Token[][] {
  const rows: Token[][] = [[]];
  for (const { text, kind } of tokens) {
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) rows.push([]);
      if (part !== '') rows.at(-1)?.push({ text: part, kind });
    }
  }
  return rows;
}
