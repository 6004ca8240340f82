import type { Scene } from './scene.ts';
import { type Branch, fieldOf } from './tree.ts';

/** What a value of Python is, as far as its own text tells. */
type Kind = 'truth' | 'number' | 'text' | 'list' | 'any';

const NUMBERS = /^(?:len|int|abs|sum|round|ord|float|pow|divmod|floor|ceil|sqrt|count|find|index)$/;
const TEXTS = /^(?:str|join|lower|upper|strip|lstrip|rstrip|replace|swapcase|capitalize|title|chr|bin|hex|oct|format)$/;
const LISTS = /^(?:list|sorted|set|tuple|reversed|split|keys|values|items|range|map|filter|zip|enumerate|splitlines)$/;

function kindOf(branch: Branch, scene: Scene): Kind {
  const { type } = branch;
  if (/^(?:true|false|none|comparison_operator|not_operator)$/.test(type)) return 'truth';
  if (/^(?:integer|float|unary_operator)$/.test(type)) return 'number';
  if (/^(?:string|concatenated_string)$/.test(type)) return 'text';
  if (/^(?:list|tuple|set|list_comprehension|set_comprehension|generator_expression)$/.test(type)) return 'list';
  if (type === 'parenthesized_expression') {
    const inner = branch.children.find((child) => child.named);
    return inner === undefined ? 'any' : kindOf(inner, scene);
  }
  if (type === 'binary_operator') return /^(?:-|\/|\/\/|%|\*\*)$/.test(branch.children[1]?.type ?? '') ? 'number' : 'any';
  if (type !== 'call') return 'any';
  const name = calledName(branch, scene);
  return NUMBERS.test(name) ? 'number' : TEXTS.test(name) ? 'text' : LISTS.test(name) ? 'list' : 'any';
}

/** `f` of `f(…)` and of `x.f(…)`. */
function calledName(call: Branch, scene: Scene): string {
  const callee = fieldOf(call, 'function');
  if (callee === null) return '';
  return scene.text(fieldOf(callee, 'attribute') ?? callee);
}

const fitting: Readonly<Record<Kind, RegExp>> = {
  truth: /^(?:not|int|str)$/,
  number: /^(?:int|abs|str|round|float|bool|bin)$/,
  text: /^(?:int|len|list|sorted|set|float|strip|lower|upper|split|reversed|\[::-1\])$/,
  list: /^(?:len|list|sorted|set|sum|max|min|tuple|reversed|copy|join|any|all|\[::-1\])$/,
  any: /./,
};

/** Whether a wrap makes sense around a value: neither for its kind, nor around what is wrapped so already. */
export function canWrap(branch: Branch, wrapped: string, scene: Scene): boolean {
  const name = /^(?:''\.)?(\w+)\(/.exec(wrapped)?.[1] ?? /\.(\w+)\(\)$/.exec(wrapped)?.[1] ?? /\[::-1\]$/.exec(wrapped)?.[0] ?? '';
  const own = branch.type === 'call' ? calledName(branch, scene) : '';
  const around =
    branch.parent?.parent?.type === 'call' && branch.parent.type === 'argument_list' ? calledName(branch.parent.parent, scene) : '';
  return fitting[kindOf(branch, scene)].test(name) && own !== name && around !== name;
}
