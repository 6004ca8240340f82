// What values are, as far as a file's own text tells: annotations, initialisers, operators and the built-in methods.
import type { Node } from '@babel/types';
import type { Binding } from './scope.ts';
import { calleeName, isFunction, isMember, propertyName } from './shape.ts';
import { ancestors, child, type Site, walk } from './tree.ts';

/** A kind of value; `nothing` is undefined and null. */
export type Kind =
  | 'boolean'
  | 'number'
  | 'string'
  | 'array'
  | 'regexp'
  | 'function'
  | 'class'
  | 'object'
  | 'map'
  | 'set'
  | 'promise'
  | 'nothing';

/** The kinds that a value may be of; null where nothing is known. */
export type Kinds = ReadonlySet<Kind> | null;

const of = (...kinds: readonly Kind[]): Kinds => new Set(kinds);

/** How deep aliases, names and calls are followed. */
const DEEPEST = 6;

const RESULTS: readonly (readonly [Kinds, RegExp])[] = [
  [
    of('boolean'),
    /^(?:includes|startsWith|endsWith|test|has|every|some|isArray|isInteger|isSafeInteger|isNaN|isFinite|hasOwnProperty|hasOwn|Boolean)$/,
  ],
  [
    of('number'),
    /^(?:indexOf|lastIndexOf|search|charCodeAt|parseInt|parseFloat|Number|abs|floor|ceil|round|trunc|min|max|sqrt|pow|sign|log|log2|log10|findIndex|getTime|now|localeCompare|random)$/,
  ],
  [
    of('string'),
    /^(?:trim|trimStart|trimEnd|to(?:Locale)?(?:Lower|Upper)Case|replace|replaceAll|substring|substr|join|toString|charAt|String|padStart|padEnd|repeat|toFixed|fromCharCode|fromCodePoint|(?:en|de)codeURI(?:Component)?|stringify|normalize|toISOString)$/,
  ],
  [of('array'), /^(?:split|map|filter|flatMap|flat|sort|reverse|splice|from|toSorted|toReversed|getOwnPropertyNames|fill)$/],
  [of('string', 'array'), /^(?:slice|concat)$/],
  [of('array', 'nothing'), /^(?:match|exec)$/],
];

/** Methods that give one of what a list holds, or nothing. */
const ONE_OF_LIST = /^(?:shift|pop|at|find|findLast)$/;

/** What has a method or property of this name. */
const OWNERS: readonly (readonly [Kinds, RegExp])[] = [
  [
    of('array'),
    /^(?:push|pop|shift|unshift|splice|map|filter|forEach|some|every|reduce|reduceRight|find|findIndex|flat|flatMap|join|sort|reverse|fill)$/,
  ],
  [
    of('string'),
    /^(?:charAt|charCodeAt|codePointAt|to(?:Locale)?(?:Lower|Upper)Case|trim|trimStart|trimEnd|startsWith|endsWith|padStart|padEnd|repeat|replace|replaceAll|split|substring|substr|match|matchAll|search|normalize|localeCompare)$/,
  ],
  [of('regexp'), /^(?:test|exec|lastIndex)$/],
  [of('string', 'array'), /^(?:slice|indexOf|lastIndexOf|includes|concat|at)$/],
  [of('string', 'array', 'function'), /^length$/],
  [of('map', 'set', 'object'), /^(?:has|get|delete|clear|size)$/],
  [of('number'), /^(?:toFixed|toPrecision)$/],
  [of('function', 'class'), /^(?:call|apply|bind|prototype)$/],
  [of('promise'), /^(?:then|catch|finally)$/],
];

const ANNOTATIONS: Readonly<Record<string, Kinds>> = {
  ...{ TSStringKeyword: of('string'), TSNumberKeyword: of('number'), TSBooleanKeyword: of('boolean'), TSTypePredicate: of('boolean') },
  ...{ TSArrayType: of('array'), TSTupleType: of('array'), TSFunctionType: of('function'), TSConstructorType: of('class') },
  ...{ TSTypeLiteral: of('object'), TSMappedType: of('object'), TSObjectKeyword: of('object'), TSTemplateLiteralType: of('string') },
  ...{ TSUndefinedKeyword: of('nothing'), TSNullKeyword: of('nothing'), TSVoidKeyword: of('nothing') },
};
const REFERENCES: Readonly<Record<string, Kinds>> = {
  ...{ Array: of('array'), ReadonlyArray: of('array'), Record: of('object'), Partial: of('object'), Promise: of('promise') },
  ...{ Map: of('map'), ReadonlyMap: of('map'), WeakMap: of('map'), Set: of('set'), ReadonlySet: of('set'), WeakSet: of('set') },
  ...{ RegExp: of('regexp'), Date: of('object'), Error: of('object'), Function: of('function'), URL: of('object') },
};
const LITERALS: Readonly<Record<string, Kinds>> = {
  ...{ StringLiteral: of('string'), TemplateLiteral: of('string'), NumericLiteral: of('number'), BooleanLiteral: of('boolean') },
  ...{ NullLiteral: of('nothing'), RegExpLiteral: of('regexp'), ArrayExpression: of('array'), ObjectExpression: of('object') },
  ...{ FunctionExpression: of('function'), ArrowFunctionExpression: of('function'), ClassExpression: of('class') },
};

/** What is known of a file's values. */
export interface KnownKinds {
  readonly ofExpression: (site: Site) => Kinds;
  readonly ofBinding: (binding: Binding) => Kinds;
  /** Members of the type that a name was declared with. */
  readonly membersOf: (binding: Binding) => readonly string[];
  /** Members of the type that a function was said to return. */
  readonly membersReturned: (fn: Site) => readonly string[];
  /** What a function was said to return. */
  readonly ofReturn: (fn: Site) => Kinds;
  /** The binding that a name stands for. */
  readonly resolve: (name: string, site: Site) => Binding | null;
}

/** The kinds of a file's values; `visible` tells which names can be read at a site. */
export function knownKinds(program: Site, visible: (site: Site) => readonly Binding[]): KnownKinds {
  const types = declaredTypes(program);
  const known = new Map<number, Kinds>();
  const assigned = assignedValues(program);
  const resolve = (name: string, site: Site): Binding | null => visible(site).find((binding) => binding.name === name) ?? null;
  const ofType = (type: Node, at: Site, depth = 0): Kinds => {
    const plain = ANNOTATIONS[type.type];
    if (plain !== undefined) return plain;
    if (depth > DEEPEST) return null;
    if (type.type === 'TSUnionType') return union(type.types.map((each) => ofType(each, at, depth + 1)));
    if (type.type === 'TSParenthesizedType') return ofType(type.typeAnnotation, at, depth + 1);
    if (type.type === 'TSTypeOperator') return type.operator === 'keyof' ? of('string') : ofType(type.typeAnnotation, at, depth + 1);
    if (type.type === 'TSLiteralType')
      return type.literal.type === 'UnaryExpression' ? of('number') : (LITERALS[type.literal.type] ?? null);
    if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return null;
    const { name } = type.typeName;
    if (Object.hasOwn(REFERENCES, name)) return REFERENCES[name] ?? null;
    const alias = parameterType(name, at) ?? types.get(name);
    if (alias === undefined) return null;
    return alias.type === 'TSInterfaceDeclaration' ? of('object') : ofType(alias, at, depth + 1);
  };
  const annotated = (node: Node, at: Site): Kinds => {
    const type = 'typeAnnotation' in node ? node.typeAnnotation : null;
    return type?.type === 'TSTypeAnnotation' ? ofType(type.typeAnnotation, at) : null;
  };
  /** Kinds of what a list holds, by the type it was declared with or the method that made it. */
  const elementsOf = (list: Site): Kinds => {
    if (list.node.type === 'CallExpression') return calleeName(list) === 'split' ? of('string') : null;
    const id = list.node.type === 'Identifier' ? resolve(list.node.name, list)?.id : undefined;
    // `...rest: T[]` is said of the rest, not of its name.
    const said = id?.parent?.node.type === 'RestElement' ? id.parent : id;
    const type = said !== undefined && 'typeAnnotation' in said.node ? said.node.typeAnnotation : null;
    const element = type?.type === 'TSTypeAnnotation' ? elementType(type.typeAnnotation) : null;
    return said === undefined || element === null ? null : ofType(element, said);
  };
  const membersOf = ({ id }: Binding): readonly string[] => membersIn('typeAnnotation' in id.node ? id.node.typeAnnotation : null);
  const membersReturned = (fn: Site): readonly string[] => membersIn('returnType' in fn.node ? fn.node.returnType : null);
  const membersIn = (said: Node | null | undefined): readonly string[] => {
    const type = said?.type === 'TSTypeAnnotation' ? said.typeAnnotation : null;
    const named = type?.type === 'TSTypeReference' ? types.get(nameOfType(type)) : type;
    const members = named?.type === 'TSInterfaceDeclaration' ? named.body.body : named?.type === 'TSTypeLiteral' ? named.members : [];
    return members.flatMap((each) => (each.type === 'TSPropertySignature' && each.key.type === 'Identifier' ? [each.key.name] : []));
  };
  const ofReturn = (fn: Site): Kinds => {
    const type = 'returnType' in fn.node ? fn.node.returnType : null;
    return type?.type === 'TSTypeAnnotation' ? ofType(type.typeAnnotation, fn) : null;
  };
  const ofBinding = (binding: Binding, depth = 0): Kinds => {
    const found = known.get(binding.at);
    if (found !== undefined) return found;
    known.set(binding.at, null);
    const made = declaredKinds(binding, depth);
    known.set(binding.at, made);
    return made;
  };
  const declaredKinds = ({ name, kind, id }: Binding, depth: number): Kinds => {
    if (kind === 'function') return of('function');
    if (kind === 'class') return of('class');
    const said = annotated(id.node, id);
    const { parent } = id;
    const optional = id.node.type === 'Identifier' && id.node.optional === true;
    if (said !== null) return optional ? union([said, of('nothing')]) : said;
    if (parent === null) return null;
    const given = parent.node.type === 'VariableDeclarator' && id.key === 'id' ? child(parent, 'init') : null;
    const standard = parent.node.type === 'AssignmentPattern' && id.key === 'left' ? child(parent, 'right') : null;
    const from = [...(given === null ? [] : [given]), ...(standard === null ? [] : [standard])];
    if (kind === 'let' || kind === 'var') from.push(...(assigned.get(name) ?? []));
    const values = from.map((each) => ofExpression(each, depth + 1)).filter((each) => each !== null && !isOnly(each, 'nothing'));
    if (values.length > 0) return union(values);
    if (parent.node.type === 'RestElement' && parent.key === 'params') return of('array');
    const loop = parent.parent?.parent;
    const list = loop?.node.type === 'ForOfStatement' && parent.parent?.key === 'left' ? child(loop, 'right') : null;
    if (loop?.node.type === 'ForInStatement' && parent.parent?.key === 'left') return of('string');
    return list === null ? null : isOnly(ofExpression(list, depth + 1), 'string') ? of('string') : elementsOf(list);
  };
  const ofCall = (site: Site, depth: number): Kinds => {
    const name = calleeName(site);
    const callee = child(site, 'callee');
    if (name === null || callee === null) return null;
    if (site.node.type === 'NewExpression') return Object.hasOwn(REFERENCES, name) ? (REFERENCES[name] ?? null) : of('object');
    if (isMember(callee)) {
      const object = child(callee, 'object');
      const receiver = object === null ? null : ofExpression(object, depth + 1);
      if (/^(?:slice|concat)$/.test(name) && (isOnly(receiver, 'string') || isOnly(receiver, 'array'))) return receiver;
      if (name === 'at' && isOnly(receiver, 'string')) return of('string');
      if (object !== null && ONE_OF_LIST.test(name)) return union([elementsOf(object), of('nothing')]);
      return lookUp(RESULTS, name);
    }
    const binding = resolve(name, site);
    if (binding === null) return lookUp(RESULTS, name);
    const made = binding.id.parent;
    const fn = made !== null && isFunction(made) ? made : made === null ? null : child(made, 'init');
    return fn !== null && isFunction(fn) ? (ofReturn(fn) ?? predicateByName(name)) : predicateByName(name);
  };
  const ofIndexed = (object: Site | null, depth: number): Kinds => {
    if (object === null) return null;
    return isOnly(ofExpression(object, depth + 1), 'string') ? of('string') : elementsOf(object);
  };
  const ofExpression = (site: Site, depth = 0): Kinds => {
    const { node } = site;
    const literal = LITERALS[node.type];
    if (literal !== undefined) return literal;
    if (depth > DEEPEST) return null;
    const below = (key: string): Kinds => {
      const inner = child(site, key);
      return inner === null ? null : ofExpression(inner, depth + 1);
    };
    switch (node.type) {
      case 'Identifier': {
        if (node.name === 'undefined') return of('nothing');
        if (node.name === 'NaN' || node.name === 'Infinity') return of('number');
        const binding = resolve(node.name, site);
        return binding === null ? null : ofBinding(binding, depth + 1);
      }
      case 'ParenthesizedExpression':
      case 'TSNonNullExpression':
        return below('expression');
      case 'TSAsExpression':
      case 'TSSatisfiesExpression': {
        const isConst = node.typeAnnotation.type === 'TSTypeReference' && /^const$/.test(nameOfType(node.typeAnnotation));
        return isConst ? below('expression') : ofType(node.typeAnnotation, site);
      }
      case 'UnaryExpression':
        return node.operator === '!' || node.operator === 'delete'
          ? of('boolean')
          : node.operator === 'typeof'
            ? of('string')
            : of('number');
      case 'UpdateExpression':
        return of('number');
      case 'BinaryExpression':
        return ofBinary(node.operator, below('left'), below('right'));
      case 'LogicalExpression':
        return node.operator === '&&' ? below('right') : union([withoutNothing(below('left')), below('right')]);
      case 'ConditionalExpression':
        return union([below('consequent'), below('alternate')]);
      case 'AssignmentExpression':
        return below('right');
      case 'CallExpression':
      case 'OptionalCallExpression':
      case 'NewExpression':
        return ofCall(site, depth);
      case 'MemberExpression':
      case 'OptionalMemberExpression':
        if (propertyName(site) === 'length') return of('number');
        return node.computed ? ofIndexed(child(site, 'object'), depth) : null;
      default:
        return null;
    }
  };
  return {
    ofExpression: (site) => ofExpression(site),
    ofBinding: (binding) => ofBinding(binding),
    ofReturn,
    membersOf,
    membersReturned,
    resolve,
  };
}

function ofBinary(operator: string, left: Kinds, right: Kinds): Kinds {
  if (/^(?:[=!]==?|[<>]=?|in|instanceof)$/.test(operator)) return of('boolean');
  if (operator !== '+') return of('number');
  if (isOnly(left, 'string') || isOnly(right, 'string')) return of('string');
  return isOnly(left, 'number') && isOnly(right, 'number') ? of('number') : null;
}

/** The type that a list's type says of what it holds. */
function elementType(type: Node): Node | null {
  if (type.type === 'TSArrayType') return type.elementType;
  if (type.type === 'TSTypeOperator') return elementType(type.typeAnnotation);
  if (type.type !== 'TSTypeReference' || !/^(?:Readonly)?(?:Array|Set)$/.test(nameOfType(type))) return null;
  const given = type.typeParameters;
  return given?.type === 'TSTypeParameterInstantiation' ? (given.params[0] ?? null) : null;
}

function predicateByName(name: string): Kinds {
  return /^(?:is|has|can|should)[A-Z_]/.test(name) ? of('boolean') : null;
}

/** What has such a method or property; null where many things could. */
export function ownersOf(property: string): Kinds {
  return lookUp(OWNERS, property);
}

export function isOnly(kinds: Kinds, kind: Kind): boolean {
  return kinds?.size === 1 && kinds.has(kind);
}

function withoutNothing(kinds: Kinds): Kinds {
  if (kinds === null || !kinds.has('nothing')) return kinds;
  const rest = new Set([...kinds].filter((kind) => kind !== 'nothing'));
  return rest.size === 0 ? null : rest;
}

function union(parts: readonly Kinds[]): Kinds {
  const all = new Set<Kind>();
  for (const part of parts) {
    if (part === null) return null;
    for (const kind of part) all.add(kind);
  }
  return all.size === 0 ? null : all;
}

function lookUp(table: readonly (readonly [Kinds, RegExp])[], name: string): Kinds {
  return table.find(([, names]) => names.test(name))?.[0] ?? null;
}

function nameOfType(type: Node): string {
  return type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' ? type.typeName.name : '';
}

/** What is assigned to each name later on, at most some of it. */
function assignedValues(program: Site): ReadonlyMap<string, readonly Site[]> {
  const found = new Map<string, Site[]>();
  for (const site of walk(program)) {
    if (site.node.type !== 'AssignmentExpression' || site.node.operator !== '=' || site.node.left.type !== 'Identifier') continue;
    const right = child(site, 'right');
    const list = found.get(site.node.left.name) ?? [];
    if (right !== null && list.length < 6) list.push(right);
    found.set(site.node.left.name, list);
  }
  return found;
}

/** Aliases and interfaces that the module declares. */
function declaredTypes(program: Site): ReadonlyMap<string, Node> {
  const found = new Map<string, Node>();
  if (program.node.type !== 'Program') return found;
  for (const statement of program.node.body) {
    const node = statement.type === 'ExportNamedDeclaration' && statement.declaration ? statement.declaration : statement;
    if (node.type === 'TSTypeAliasDeclaration') found.set(node.id.name, node.typeAnnotation);
    if (node.type === 'TSInterfaceDeclaration') found.set(node.id.name, node);
  }
  return found;
}

/** The constraint of a type parameter of a function around a site. */
function parameterType(name: string, site: Site): Node | undefined {
  for (const at of [site, ...ancestors(site)]) {
    const list = 'typeParameters' in at.node ? at.node.typeParameters : null;
    if (list?.type !== 'TSTypeParameterDeclaration') continue;
    for (const each of list.params) {
      const own = typeof each.name === 'string' ? each.name : '';
      if (own === name) return each.constraint ?? undefined;
    }
  }
  return undefined;
}
