// The statements of a Python file as a tree of items, by indentation.
import type { LogicalLine } from './python-lines.ts';
import type { Item, ItemKind } from './types.ts';

export interface Block {
  readonly text: string;
  readonly line: number;
  readonly children: readonly Block[];
}

/** Lines nested by indentation; `if x: return y` on one line is nested as well. */
export function blocksOf(lines: readonly LogicalLine[]): Block[] {
  const root: Open = { indent: -1, block: { text: '', line: 0, children: [] } };
  const open: Open[] = [root];
  for (const { text, indent, line } of lines) {
    while (open.length > 1 && (open.at(-1)?.indent ?? 0) >= indent) open.pop();
    const [head, tail] = splitInline(text);
    const block: Growing = { text: head, line, children: [] };
    if (tail !== null) block.children.push({ text: tail, line, children: [] });
    (open.at(-1) ?? root).block.children.push(block);
    open.push({ indent, block });
  }
  return root.block.children;
}

interface Growing extends Block {
  readonly children: Growing[];
}

interface Open {
  readonly indent: number;
  readonly block: Growing;
}

function splitInline(text: string): [string, string | null] {
  if (!/^(?:if|elif|else|for|while|try|except|finally|with|def|class|async|case)\b/.test(text)) return [text, null];
  let depth = 0;
  let lambda = 0;
  for (const match of text.matchAll(/"(?:[^"\\]|\\.)*"|\blambda\b|[()[\]{}:]/g)) {
    const [word] = match;
    if ('([{'.includes(word)) depth++;
    else if (')]}'.includes(word)) depth--;
    else if (word === 'lambda') lambda++;
    else if (word === ':' && depth === 0 && text[match.index + 1] !== '=') {
      if (lambda-- > 0) continue;
      const rest = text.slice(match.index + 1).trim();
      return rest === '' ? [text, null] : [text.slice(0, match.index + 1), rest];
    }
  }
  return [text, null];
}

export function pythonItems(blocks: readonly Block[]): Item[] {
  const items: Item[] = [];
  let decorators: Block[] = [];
  for (const block of blocks) {
    if (block.text.startsWith('@ ')) {
      decorators.push(block);
      continue;
    }
    items.push(...itemOf(block, decorators));
    decorators = [];
  }
  return items;
}

function itemOf(block: Block, decorators: readonly Block[]): Item[] {
  const text = block.text.replace(/^async (?=def|with|for)/, '').replace(/\bawait /g, '');
  const awaits = block.text.split(/\bawait /).length - 1;
  const imports = importsOf(text, block.line);
  if (imports !== null) return imports;
  // A docstring or a bare literal does nothing.
  if (/^"(?:[^"\\]|\\.)*"$/.test(text) || text === 'pass') return [];
  const definition = /^(def|class) (\w+)/.exec(text);
  const name = definition?.[2] ?? /^(\w+)(?: :.*?)? = /.exec(text)?.[1] ?? null;
  const head = [...decorators.map((each) => each.text), withoutTypes(text)].join('\n');
  const untitled = name === null ? head : head.replace(name, '');
  return [
    {
      kind: kindOf(text, definition),
      text: head,
      untitled,
      name,
      line: decorators[0]?.line ?? block.line,
      awaits,
      children: pythonItems(block.children),
    },
  ];
}

function withoutTypes(text: string): string {
  return text.startsWith('def ') ? text.replace(/ -> .*:$/, ' :') : text;
}

function kindOf(text: string, definition: RegExpExecArray | null): ItemKind {
  const [, word, name = ''] = definition ?? [];
  if (word === 'def') return /^test/.test(name) ? 'test' : 'definition';
  if (word === 'class') return /^Test|Tests?$|TestCase/.test(name) || /TestCase/.test(text) ? 'group' : 'definition';
  if (/^(?:return|raise|break|continue)\b/.test(text)) return 'jump';
  if (
    /^(?:pytest \. (?:skip|xfail|exit|importorskip|fail)|self \. (?:skipTest|fail)|(?:sys \. |os \. _)?exit|quit|unittest \. skip) \(/.test(
      text,
    )
  )
    return 'jump';
  return /^\w+(?: :.*?)? = /.test(text) ? 'definition' : 'statement';
}

/** One item for each name, so that one more name is an addition. */
function importsOf(text: string, line: number): Item[] | null {
  const match = /^(?:from (.+?) )?import \(?(.+?)\)?$/.exec(text);
  if (match === null) return null;
  const [, from, names = ''] = match;
  return names.split(',').map((each) => {
    const what = each.trim();
    const full = `${from === undefined ? '' : `from ${from} `}import ${what}`;
    return { kind: 'import', text: full, untitled: full, name: what.split(' ').at(-1) ?? what, line, awaits: 0, children: [] };
  });
}
