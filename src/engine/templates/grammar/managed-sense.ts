// How likely a change of Java or C# compiles, as far as the file tells types: each run of their tests costs seconds.
import type { Proposal } from '../family.ts';
import { bare, declaredFor, isJava, methodAround, resultType, typeOf, wordsOf } from './managed.ts';
import { isCondition, type Scene } from './scene.ts';
import { type Branch, namedChildren } from './tree.ts';

/** For what no compiler takes; not 0, as the types are read by their looks. */
const NEVER = 0.02;
const SELDOM = 0.15;

const CLASS_NAME = /^[A-Z]\w*[a-z]\w*$/;

/** 1 where nothing speaks against the change, less where its types do not fit. */
export function senseOf(place: Branch, { start, end, text }: Proposal, scene: Scene): number {
  if (wordsOf(scene) === null) return 1;
  if (start === end) return /^(?:if \(|return )/.test(text) ? senseOfWayOut(place, text, scene) : 1;
  if (start !== place.start || end !== place.end) return place.type === 'return_statement' ? senseOfWayOut(place, text, scene) : 1;
  if (!place.named) return senseOfOperator(place, text, scene);
  return place.type === 'return_statement' ? senseOfWayOut(place, text, scene) : senseOfValue(place, text, scene);
}

type Kind = string;

/** What counts as one kind: numbers, texts, truth; else the class without its arguments. */
function kindOf(type: string | null): Kind | null {
  if (type === null || type === 'var' || /^(?:Object|object|dynamic|T)$/.test(type)) return null;
  if (/^(?:int|long|short|byte|double|float|decimal|uint|ulong|Integer|Long|Double|Float|Short|Byte|char|Character)\??$/.test(type))
    return 'number';
  if (/^[Ss]tring\??$/.test(type)) return 'text';
  if (/^(?:boolean|bool|Boolean)$/.test(type)) return 'truth';
  if (type.endsWith('[]')) return '[]';
  const plain = bare(type);
  // Collections of one family stand in for each other.
  return /^I?(?:\w*List|Collection|IEnumerable|Iterable)$/.test(plain)
    ? 'list'
    : plain.replace(/^(?:Linked|Hash|Tree|Sorted)+(?=Map|Set)/, '');
}

/** The kind of what a short text of code gives. */
function kindOfText(text: string, place: Branch, scene: Scene): Kind | null {
  if (/^-?\d[\w.]*$/.test(text) || /^Math\.abs\(|^-\w/.test(text)) return 'number';
  if (/^".*"$/s.test(text) || /^String\.valueOf\(/.test(text)) return 'text';
  if (/^(?:true|false|!.*)$/s.test(text)) return 'truth';
  if (text === 'null') return 'nothing';
  const name = /^(?:this\.)?([A-Za-z_]\w*)$/.exec(text)?.[1];
  if (name === undefined) return null;
  return kindOf(declaredFor(name, place, scene)?.type ?? null);
}

/** Kinds of the places that are asked about again and again. */
const kinds = new WeakMap<Branch, Kind | 'unknown'>();

function kindAt(place: Branch, scene: Scene): Kind | null {
  const known = kinds.get(place) ?? kindOf(typeOf(place, scene)) ?? 'unknown';
  kinds.set(place, known);
  return known === 'unknown' ? null : known;
}

const ORDER = /^(?:<|<=|>|>=)$/;

function senseOfOperator({ type, parent }: Branch, other: string, scene: Scene): number {
  const sides = parent === null ? [] : namedChildren(parent);
  const found = sides.map((side) => kindAt(side, scene));
  const isNull = sides.some((side) => side.type === 'null_literal');
  if (/^[=!]=$/.test(type) && ORDER.test(other)) return isNull || found.some((kind) => kind !== null && kind !== 'number') ? NEVER : 1;
  if (/^[-+*/%]=?$/.test(type) && found.includes('text')) return /^\+?=$/.test(other) ? 1 : NEVER;
  if (type !== '=' || parent?.type !== 'assignment_expression') return 1;
  const [target] = found;
  if (target != null && target !== 'number' && target !== 'text') return NEVER;
  const method = parent === null ? null : methodAround(parent, scene);
  return method?.type === 'constructor_declaration' ? SELDOM / 2 : 1;
}

/** Methods that only some kinds of objects have. */
const METHODS: readonly (readonly [RegExp, kinds: RegExp])[] = [
  [/^size$/, /^(?!text$)/],
  [/^(?:length|isBlank|startsWith|endsWith|equalsIgnoreCase)$/, /^(?:text|StringBuilder|StringBuffer)$/],
  [/^isPresent$/, /^Optional/],
  [/^contains$/, /^(?!\w*Map$|number$)/],
  [/^contains(?:Key|Value)$/, /Map$/],
  [/^(?:stream|isEmpty)$/, /^(?!number$|truth$)/],
];

function senseOfMethod({ parent }: Branch, name: string, scene: Scene): number {
  const object = parent?.children.find(({ field }) => field === 'object') ?? null;
  const kind = object === null ? null : kindAt(object, scene);
  return kind !== null && METHODS.some(([method, has]) => method.test(name) && !has.test(kind)) ? NEVER : 1;
}

const values = new WeakMap<Branch, Map<string, boolean>>();

/** Whether a name is only ever called in the file: no value, as it stands. */
function isOnlyCalled(name: string, scene: Scene): boolean {
  const known = values.get(scene.program) ?? new Map<string, boolean>();
  values.set(scene.program, known);
  const found = known.get(name) ?? (/^[a-z]\w*$/.test(name) && !new RegExp(`(?<![\\w])${name}(?![\\w(])`).test(scene.file.text));
  known.set(name, found);
  return found;
}

function senseOfValue(place: Branch, text: string, scene: Scene): number {
  if (place.parent?.type === 'throw_statement') return senseOfThrown(place, text, scene);
  if (place.field === 'name' && place.parent?.type === 'method_invocation') return senseOfMethod(place, text, scene);
  if (place.type === 'identifier' && isJava(scene) && place.parent?.type !== 'method_reference' && isOnlyCalled(text, scene)) return NEVER;
  // The name of a class is no value, and one class seldom answers what another does.
  if (place.type === 'identifier' && [scene.text(place), text].some((name) => CLASS_NAME.test(name))) return SELDOM;
  if (/invocation/.test(place.type) && CLASS_NAME.test(text)) return NEVER;
  const own = kindAt(place, scene) ?? (isAsked(place, scene) ? 'truth' : null);
  const joined = joinedTo(place, text, scene);
  if (joined !== null) return senseOfJoined(joined, place, scene);
  if (own === null) return 1;
  const whole = scene.text(place);
  if (text.length > whole.length && /^\(?/.test(text) && text.startsWith(whole) && /^\)? [-+*/%] /.test(text.slice(whole.length)))
    return own === 'number' ? 1 : SELDOM / 2;
  const other = kindOfText(text, place, scene);
  if (other === null || other === own) return 1;
  if (other === 'nothing') return /^(?:number|truth)$/.test(own) ? NEVER : 1;
  const isBesideText = place.parent?.type === 'binary_expression' && kindAt(place.parent, scene) === 'text';
  return isBesideText ? 2 * SELDOM : SELDOM / 2;
}

/** Whether the place must be true or false. */
function isAsked(place: Branch, scene: Scene): boolean {
  return isCondition(place, scene.language) || (place.parent?.type === 'unary_expression' && place.parent.children[0]?.type === '!');
}

function senseOfThrown(place: Branch, text: string, scene: Scene): number {
  if (/^new /.test(text)) return 1;
  const type = /^\w+$/.test(text) ? (declaredFor(text, place, scene)?.type ?? null) : null;
  return type !== null && /Exception|Error|Throwable/.test(type) ? 1 : NEVER;
}

/** What a condition is widened or narrowed by: `x > 0` of `own && x > 0`. */
function joinedTo(place: Branch, text: string, scene: Scene): string | null {
  const whole = scene.text(place);
  for (const head of [whole, `(${whole})`])
    if (text.startsWith(`${head} && `) || text.startsWith(`${head} || `)) return text.slice(head.length + 4);
  return null;
}

/** Whether a check fits the type of the name that it asks. */
function senseOfJoined(check: string, place: Branch, scene: Scene): number {
  const [, plain] = /^!?(\w+)$/.exec(check) ?? [];
  const [, name = plain, , value] = /^(\w+) (==|!=|<|<=|>|>=) (\d+|null)$/.exec(check) ?? [];
  const type = name === undefined ? null : (declaredFor(name, place, scene)?.type ?? null);
  if (type === null) return plain !== undefined ? SELDOM : value !== undefined && name !== undefined ? 0.5 : 1;
  const kind = kindOf(type);
  if (value === 'null') return /^(?:int|long|short|byte|double|float|char|boolean|bool|decimal)$/.test(type) ? NEVER : 1;
  const wanted = value === undefined ? 'truth' : 'number';
  return kind === null || kind === wanted ? 1 : NEVER;
}

/** Whether a check and the result of a way out fit the types of what they name. */
function senseOfWayOut(place: Branch, text: string, scene: Scene): number {
  const [, check] = /^if \((.*?)\) \{\n/s.exec(text) ?? [];
  const [, value] = /\breturn ([^;\n]*)/.exec(text) ?? [];
  const asked = check === undefined ? 1 : senseOfJoined(check, place, scene);
  if (value === undefined) return asked;
  const method = methodAround(place, scene);
  if (method?.type === 'lambda_expression') return asked;
  const type = resultType(method, scene);
  if (method !== null && (type === null || type === 'void')) return value === '' ? asked : NEVER;
  const wanted = kindOf(type);
  if (value === 'null' && type !== null && /^(?:int|long|short|byte|double|float|char|boolean|bool|decimal)$/.test(type)) return NEVER;
  const given = kindOfText(value, place, scene);
  const isWrong = given !== null && given !== 'nothing' && wanted !== null && given !== wanted;
  return isWrong && !(isJava(scene) ? /^(?:Object|T)$/ : /^object|Task/).test(type ?? '') ? NEVER : asked;
}
