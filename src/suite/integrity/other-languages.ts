// Functions, branches and values of code in languages without a parser here, by their lines. Never more than a guess, so each rule asks for much.
import type { FileFacts } from './facts.ts';
import type { FunctionFacts, LiteralBranch } from './types.ts';

const extension = /\.(?:go|rs|java|kts?|scala|groovy|rb|php|cs|fs|vb|exs?|p[lm]|t|c|h|cc|cpp|cxx|hh|hpp|swift|dart|lua|zig|m)$/;

/** Whether a file is code in one of the languages that are read by their lines. */
export function isOtherLanguage(path: string): boolean {
  return extension.test(path);
}

export function readOtherLanguage(source: string): FileFacts {
  const text = withoutComments(source);
  const lines = text.split('\n');
  return {
    items: [],
    marks: [],
    branches: lines.flatMap((_line, at) => branchAt(lines, at)),
    functions: functionsOf(text),
    literals: new Set(literalsIn(text)),
    code: () => text,
  };
}

function withoutComments(source: string): string {
  return source.replace(
    /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|\/\*[\s\S]*?\*\/|(?:\/\/|(?<=^|\s)#(?![[!{]|\s*(?:if|include|define|endif|else)\b)).*/g,
    (all, text?: string) => text ?? all.replace(/[^\n]/g, ''),
  );
}

const literal = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|(?<![\w.])-?\d[\d_]*(?:\.\d+)?\b/g;

/** As JSON, like those of languages with a parser. */
function literalsIn(text: string): string[] {
  return [...text.matchAll(literal)].map(([found]) =>
    /^["']/.test(found) ? JSON.stringify(found.slice(1, -1)) : String(Number(found.replaceAll('_', ''))),
  );
}

/** `if x == 5 { return 7 }` in whatever form: on one line, with the answer on the next, behind the answer, or as an arm of a match. */
function branchAt(lines: readonly string[], at: number): LiteralBranch[] {
  const text = lines[at] ?? '';
  const line = at + 1;
  const behind = /^\s*return\b(.*?)\s(?:if|unless)\b(.*)$/.exec(text);
  if (behind !== null) return branch(behind[2] ?? '', [behind[1] ?? ''], line);
  const arm = /^\s*(?:case\b|when\b)?\s*(.*?)\s*(?:=>|->|\bthen\b)\s*(.+?),?\s*$/.exec(text);
  if (arm !== null && literalsIn(arm[1] ?? '').length > 0 && !/\bfn\b|\|/.test(text)) return branch(arm[1] ?? '', [arm[2] ?? ''], line);
  const head = /^\s*(?:\}\s*)?(?:if|unless|els?e?if|else if|when|case)\b(.*)$/.exec(text)?.[1];
  if (head === undefined) return [];
  const inline = /^(.*?(?:\{|\)|\bdo:|\bthen))\s*(return\b.*|[-\w"'][^{]*)$/.exec(head);
  if (inline !== null && literalsIn(inline[1] ?? '').length > 0)
    return branch(inline[1] ?? '', [(inline[2] ?? '').replace(/[;}]+\s*$|,?\s*else:.*$/g, '')], line);
  return branch(head, lines.slice(at + 1, at + 3), line);
}

function branch(condition: string, body: readonly string[], line: number): LiteralBranch[] {
  const compared = literalsIn(condition);
  const [first = ''] = body;
  if (compared.length === 0 || !isConstant(first)) return [];
  const subject = condition.replace(literal, '').replace(/\s+/g, ' ').trim();
  return [{ compared, answers: literalsIn(first), subject, line, table: false }];
}

/** Whether an expression or a statement gives nothing but literals, as such or as a success. */
function isConstant(statement: string): boolean {
  const bare = statement
    .replace(/^\s*return\b/, '')
    .replace(/[;}\s]+$/, '')
    .trim();
  const value = String.raw`(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|-?\d[\d_.]*[uif\dLlFf]*|true|false|nil|null|None|undef)`;
  return new RegExp(`^(?:\\(|(?:Ok|Some|Just|Right)\\(|\\{:ok,)?\\s*${value}(?:\\s*,\\s*${value})*\\s*[)}]?$`).test(bare);
}

/** Functions between braces, and from `def` to its `end`. `usesInput` is false only for a body that is a single constant. */
function functionsOf(text: string): FunctionFacts[] {
  const found: FunctionFacts[] = [];
  const add = (name: string, parameters: string, body: string, offset: number): void => {
    const count = parameters.trim() === '' ? 0 : parameters.split(',').length;
    found.push({
      name: `${name}/${count}`,
      line: text.slice(0, offset).split('\n').length,
      parameters: count,
      usesInput: !isConstant(body.trim()),
      text: body.slice(0, 2_000),
    });
  };
  const braced = /\b(\w+)\s*(?:<[^>\n]*>)?\(([^(){};]*)\)[^;{}()=\n]*(?:\([^()\n]*\)\s*)?\{|\bsub\s+(\w+)\s*()\{/g;
  for (const match of text.matchAll(braced)) {
    const [all, plain, parameters = '', sub] = match;
    const name = plain ?? sub ?? '';
    if (/^(?:if|for|while|switch|catch|match|func|fn|function|return|when|unless|foreach|using|lock|synchronized)$/.test(name)) continue;
    const from = match.index + all.length;
    add(name, parameters, text.slice(from, closing(text, from)), match.index);
  }
  for (const match of text.matchAll(/^([ \t]*)defp?\s+(?:self\.)?([\w?!=<>+-]+)[ \t]*(?:\((.*?)\))?(?: do)?[ \t]*\n([\s\S]*?)^\1end\b/gm))
    add(match[2] ?? '', match[3] ?? '', match[4] ?? '', match.index);
  for (const match of text.matchAll(/\b(?:fun|def)\s+(\w+)\s*\((.*?)\)[^={\n]*(?:=|, do:)\s*(.+)$|\b(\w+)\(([^()\n]*)\)\s*=>\s*(.+);/gm))
    add(match[1] ?? match[4] ?? '', match[2] ?? match[5] ?? '', match[3] ?? match[6] ?? '', match.index);
  return found;
}

/** Where the brace closes that was opened right before `from`. */
function closing(text: string, from: number): number {
  let depth = 1;
  const sign = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)'|[{}]/g;
  sign.lastIndex = from;
  for (let match = sign.exec(text); match !== null; match = sign.exec(text)) {
    if (match[0] === '{') depth++;
    else if (match[0] === '}' && --depth === 0) return match.index;
  }
  return text.length;
}
