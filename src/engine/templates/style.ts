// How a file is written: what is put into it is written alike.
import type { Proposal } from './family.ts';
import type { Scene } from './scene.ts';
import { childList, type Site, walk } from './tree.ts';

/** What the templates write themselves. */
const OWN_INDENT = '  ';

export interface Style {
  /** Null where the file holds no text. */
  readonly quote: '"' | "'" | null;
  /** Whether statements end with a semicolon. */
  readonly semicolons: boolean;
  /** One step of indentation. */
  readonly indent: string;
  /** Whether blocks with one statement stand on lines of their own. */
  readonly tallBlocks: boolean;
}

/** The commoner of two ways; what the templates write where the file does not tell. */
export function styleOf(program: Site, text: string): Style {
  let [double, single, ended, open, tall, flat] = [0, 0, 0, 0, 0, 0];
  const steps = new Map<string, number>();
  for (const site of walk(program)) {
    const { node } = site;
    if (node.type === 'StringLiteral' && !site.parent?.node.type.startsWith('JSX')) text[site.start] === '"' ? double++ : single++;
    if (/^(?:Expression|Return|Throw)Statement$|^VariableDeclaration$/.test(node.type) && site.index >= 0)
      text[site.end - 1] === ';' ? ended++ : open++;
    if (node.type !== 'BlockStatement') continue;
    const [only, ...more] = childList(site, 'body');
    if (only === undefined) continue;
    const before = text.slice(site.start + 1, only.start);
    const step = indentationAt(text, only.start).slice(indentationAt(text, site.start).length);
    if (before.includes('\n') && step !== '') steps.set(step, (steps.get(step) ?? 0) + 1);
    if (more.length === 0) before.includes('\n') ? tall++ : flat++;
  }
  const [indent = OWN_INDENT] = [...steps].toSorted((a, b) => b[1] - a[1]).map(([step]) => step);
  const quote = double + single === 0 ? null : double > single ? '"' : "'";
  return { quote, semicolons: ended >= open, indent, tallBlocks: tall > flat };
}

/** What a proposal puts at a site, as its file would be written; pieces of texts and of patterns stay as they are. */
export function styled(
  site: Site,
  put: string,
  { start, end }: Pick<Proposal, 'start' | 'end'>,
  { file, style }: Pick<Scene, 'file' | 'style'>,
): string {
  if (/^(?:TemplateElement|RegExpLiteral)$/.test(site.node.type) || site.parent?.node.type.startsWith('JSX')) return put;
  let made = put;
  const { quote } = style;
  const other = quote === '"' ? "'" : '"';
  // What stands between two slashes may be a pattern with quotes in it.
  if (quote !== null && made.includes(other) && !/\/.*['"].*\//.test(made))
    made = made.replace(WRITTEN, (whole) => (whole.startsWith(other) ? requoted(whole, quote) : whole));
  const outer = (): string => indentationAt(file.text, start);
  const isFlatBlock = site.node.type === 'BlockStatement' && start === site.start && /^\{ [^\n]* \}$/.test(made);
  if (isFlatBlock && style.tallBlocks) made = `{\n${outer()}${OWN_INDENT}${made.slice(2, -2)}\n${outer()}}`;
  if (!style.semicolons && made.includes(';')) {
    // What goes on behind it in the same line must stay apart.
    const isLast = /^[ \t]*(?:\r?\n|\}|$)/.test(file.text.slice(end));
    made = made.replace(isLast ? ENDS : INNER_ENDS, '$1');
  }
  if (style.indent === OWN_INDENT || !made.includes('\n')) return made;
  return made.replaceAll(new RegExp(`\\n${outer()}${OWN_INDENT}(?!\\s)`, 'g'), `\n${outer()}${style.indent}`);
}

/** Comments, templates and texts, whichever begins first. */
const WRITTEN = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|`(?:[^`\\]|\\.)*`|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g;
/** A semicolon at the end of a line, of a block or of all. */
const ENDS = /;(\s*(?:\n|\}|$))/g;
/** The same without that of all. */
const INNER_ENDS = /;(\s*(?:\n|\}))/g;

function requoted(whole: string, quote: string): string {
  const inner = whole.slice(1, -1);
  return /['"\\]/.test(inner) ? whole : quote + inner + quote;
}

/** Blanks that the line of an offset begins with. */
function indentationAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))?.[0] ?? '';
}
