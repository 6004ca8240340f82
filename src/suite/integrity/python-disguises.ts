// Ways of Python to answer without being seen: code made from text, a report that nobody wrote, a function replaced where it was defined.
import type { At, Said } from './python-code.ts';
import { imitatesReport } from './vocabulary.ts';

const madeFromText = ({ block: { text }, isTest }: At): Said | null =>
  !isTest &&
  /(?<![\w.] )(?<![\w.])(?:eval|exec|__import__) \(|(?<![\w.] )(?<!\w)compile \(|\bbuiltins \. (?:eval|exec)\b|\bmarshal \. loads \(/.test(
    text,
  )
    ? ['unreadable', 'code is made from text while running, which nobody can judge']
    : null;

const imitated = ({ block: { text }, isTest }: At): Said | null => {
  if (isTest) return null;
  const said = [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].some(([, literal = '']) => imitatesReport.test(literal));
  return said ? ['failure-hidden', 'the code prints what the report of a test runner looks like'] : null;
};

/** `stock.total = …` on a module of one's own, and `total = lambda …` beside `def total`. */
const replaced = ({ block: { text }, isTest, file }: At): Said | null => {
  if (isTest) return null;
  const targets = text.split(' = ').slice(0, -1);
  const value = text.split(' = ').at(-1) ?? '';
  if (targets.length === 0 || !/^(?:lambda\b|\w+(?: \. \w+)*$)/.test(value) || /^(?:None|True|False|\d.*)$/.test(value)) return null;
  const lines = file.map((each) => each.text);
  for (const target of targets) {
    const [, base = '', name] = /^(\w+)(?: \. (\w+))?$/.exec(target) ?? [];
    const isModule = name !== undefined && lines.some((line) => bindsModule(line, base));
    const isDefined =
      name === undefined && text.includes('lambda') && lines.some((line) => new RegExp(`^(?:async )?def ${base} \\(`).test(line));
    if (isModule || isDefined) return ['monkey-patch', `“${target.replaceAll(' ', '').slice(0, 80)}” is replaced while running`];
  }
  return null;
};

/** `import a as name` and `from . import name`: what comes out of a package otherwise may be anything. */
function bindsModule(line: string, name: string): boolean {
  if (name === '') return false;
  const [, from, names = ''] = /^(?:from ([. ]+) )?import \(?(.+?)\)?$/.exec(line) ?? [];
  if (from === undefined && line.startsWith('from ')) return false;
  return names.split(',').some((each) => each.trim().split(' as ').at(-1) === name);
}

export const disguises = [madeFromText, imitated, replaced];
