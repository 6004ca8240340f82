// Patterns of Ruby: without their ends, of another class, with a text put into them.
import { brief, type Proposal } from '../../../family.ts';
import { likeliest, otherPatterns } from '../../../other-patterns.ts';
import { isName, onlyArgument, operatorOf, rubyCall, rubyFamily } from '../../ruby.ts';
import { hintsOf } from '../../ruby-hints.ts';
import type { Family, Scene } from '../../scene.ts';
import { type Branch, fieldOf, namedChildren } from '../../tree.ts';
import { replaced } from '../names.ts';

/** Ways of writing a pattern that mean another thing. */
const ends = rubyFamily('ends of a pattern', 0.15, function* (branch, scene) {
  if (branch.type !== 'regex') return;
  const own = scene.text(branch);
  const [, open = '/', inner = '', close = '/'] = /^(\/|%r.)([\s\S]*)([^\w][a-z]*)$/.exec(own) ?? [];
  if (inner === '') return;
  const isOfLines = /\^|\$(?=$|\)|\|)/.test(inner);
  const put = (text: string, label: string, odds: number): Proposal => replaced(branch, `${open}${text}${close}`, label, odds);
  const whole = inner.replace(/(?<![[\\])\^/g, '\\A').replace(/(?<!\\)\$(?=$|\)|\|)/g, '\\z');
  if (isOfLines && whole !== inner) yield put(whole, 'of the whole text, not of a line', 2);
  if (/\\Z$/.test(inner)) yield put(inner.replace(/\\Z$/, '\\z'), '\\Z -> \\z', 2);
  const [head, tail] = [/^(?:\\A|\^)/.test(inner), /(?:\\[zZ]|(?<!\\)\$)$/.test(inner)];
  if (isTested(branch, scene)) {
    const body = /\|/.test(inner) ? `(?:${inner})` : inner;
    if (!head && !tail) yield put(`\\A${body}\\z`, 'the whole text', 1.5);
    if (head && !tail) yield put(`${inner}\\z`, 'up to the end', 1.5);
    if (!head && tail) yield put(`\\A${inner}`, 'from the beginning', 1.5);
  }
  if (!/[imx]*i/.test(close.slice(1)) && /[a-zA-Z]/.test(inner.replace(/\\./g, '')))
    yield replaced(branch, `${own}i`, 'in any case', hintsOf(scene.clues).has('lower') ? 1 : 0.4);
  if (/[^\\][+*](?![?+])/.test(inner) && /\.[+*](?![?+])/.test(inner))
    yield put(inner.replace(/\.([+*])(?![?+])/, '.$1?'), 'as few as may be', 1);
});

/** Whether a pattern is asked whether it fits: `text.match?(/\d+/)`, `text =~ /\d+/`, the value of a constant. */
function isTested(branch: Branch, scene: Scene): boolean {
  const { parent } = branch;
  if (/^=~$|^!~$/.test(parent === null ? '' : operatorOf(parent))) return true;
  if (parent?.type === 'pattern' || (parent?.type === 'assignment' && fieldOf(parent, 'left')?.type === 'constant')) return true;
  const call = rubyCall(parent?.type === 'argument_list' ? parent.parent : parent, scene);
  return call !== null && /^(?:match\??|freeze|===)$/.test(call.name);
}

const MOST_PATTERNS = 40;

/** Marks and classes of a pattern, as in the other languages. */
const patterns = rubyFamily('pattern', 0.08, function* (branch, scene) {
  if (branch.type !== 'regex') return;
  const own = scene.text(branch);
  const [, inner = '', flags = ''] = /^\/([\s\S]+)\/([a-z]*)$/.exec(own) ?? [];
  if (inner === '') return;
  const isOther = (other: string): boolean => other !== '' && other !== inner && !/(?<!\\)\//.test(other);
  for (const [other, odds] of likeliest(otherPatterns(inner, scene.clues.marks), isOther).slice(0, MOST_PATTERNS))
    yield replaced(branch, `/${other}/${flags}`, `${brief(own)} -> ${brief(other)}`, odds);
});

/** What is put into a pattern as a text. */
const escaped = rubyFamily('text within a pattern', 0.2, function* (branch, scene) {
  const call = rubyCall(branch, scene);
  const only = call === null ? null : onlyArgument(call);
  if (call?.name === 'new' && call.receiver !== null && scene.text(call.receiver) === 'Regexp' && only !== null && isName(only))
    yield replaced(only, `Regexp.escape(${scene.text(only)})`, `${scene.text(only)} as a text`, 1);
  const value = branch.type === 'interpolation' && branch.parent?.type === 'regex' ? namedChildren(branch)[0] : undefined;
  if (value !== undefined && !scene.text(value).startsWith('Regexp'))
    yield replaced(value, `Regexp.escape(${scene.text(value)})`, `${brief(scene.text(value))} as a text`, 1);
});

export const rubyPatternFamilies: readonly Family[] = [ends, patterns, escaped];
