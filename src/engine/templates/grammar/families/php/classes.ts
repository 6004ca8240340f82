// Classes of PHP: names of other namespaces, what a constructor keeps, what a chain of calls goes on with, what a copy shares.
import { brief, hasWord, type Proposal } from '../../../family.ts';
import {
  atEnd,
  before,
  callOf,
  classAround,
  expressionOf,
  functionAround,
  isJump,
  membersOf,
  methodsOf,
  nameOf,
  parametersOf,
  phpFamily,
  phpFunctionFamily,
  returnTypeOf,
  says,
  statementsOf,
} from '../../php.ts';
import type { Family, Scene } from '../../scene.ts';
import { type Branch, below, fieldOf, namedChildren } from '../../tree.ts';
import { replaced } from '../names.ts';

/** Classes of PHP itself, which a file with a namespace must name in full or import. */
const OWN =
  /^(?:\w*(?:Exception|Error)|DateTime\w*|DateInterval|DatePeriod|DateTimeZone|Closure|Countable|ArrayAccess|Array(?:Object|Iterator)|Iterator\w*|Generator|Traversable|JsonSerializable|Stringable|Serializable|stdClass|Spl\w+|WeakMap|WeakReference|Throwable|PDO\w*|Reflection\w+|NumberFormatter|Collator|SimpleXMLElement|DOM\w+|LimitIterator|CachingIterator|BackedEnum|UnitEnum)$/;

/** Whether a name is that of a class which is used there. */
function isClassName(branch: Branch, { text }: Scene): boolean {
  const { parent, field, index } = branch;
  if (parent === null || /^(?:self|static|parent)$/.test(text(branch))) return false;
  return (
    /^(?:named_type|base_clause|class_interface_clause|use_declaration)$/.test(parent.type) ||
    (parent.type === 'object_creation_expression' && field === null) ||
    (/^(?:scoped_call|class_constant_access|scoped_property_access)_expression$/.test(parent.type) && index === 0) ||
    (parent.type === 'binary_expression' && field === 'right' && parent.children.some(({ type }) => type === 'instanceof'))
  );
}

/** The namespace of another file of the repository, by the place of both; null where that cannot be told. */
function namespacesOf(name: string, scene: Scene): readonly string[] {
  const own = /^namespace ([\w\\]+)/m.exec(scene.file.text)?.[1]?.split('\\') ?? [];
  const folders = scene.file.path.split('/').slice(0, -1);
  let shared = 0;
  while (shared < own.length - 1 && own.at(-1 - shared) === folders.at(-1 - shared)) shared++;
  const [root, prefix] = [folders.slice(0, folders.length - shared).join('/'), own.slice(0, own.length - shared)];
  return scene.clues.paths.flatMap((path) => {
    if (!path.endsWith(`/${name}.php`) || path === scene.file.path || !path.startsWith(root)) return [];
    const between = path.slice(root.length).split('/').filter(Boolean).slice(0, -1);
    return [[...prefix, ...between, name].join('\\')];
  });
}

/** `new DateTime()` within a namespace, without `use DateTime;`. */
const notImported: Family = phpFamily(
  'class not imported',
  0.2,
  'name',
  function* (branch, scene) {
    if (!isClassName(branch, scene)) return;
    const { clues, program } = scene;
    const name = scene.text(branch);
    const space = namedChildren(program).find(({ type }) => type === 'namespace_definition');
    const isKnown = new RegExp(
      `^use [\\w\\\\ ,{}]*\\b${name}\\b[^;]*;|^(?:final |abstract |readonly )*(?:class|interface|trait|enum) ${name}\\b`,
      'm',
    );
    if (space === undefined || says(scene, isKnown)) return;
    const said = clues.complaints.unknown.has(name);
    if (OWN.test(name) && !clues.paths.some((path) => path.endsWith(`/${name}.php`))) {
      yield importOf(name, space, scene, said ? 3 : 0.7);
      yield replaced(branch, `\\${name}`, `\\${name}`, said ? 1.5 : 0.5);
    }
    for (const full of said ? namespacesOf(name, scene) : []) yield importOf(full, space, scene, 3);
  },
  { anywhere: true },
);

/** Among the imports, in their order. */
function importOf(name: string, space: Branch, { program, file, text }: Scene, odds: number): Proposal {
  const uses = namedChildren(program).filter(({ type }) => type === 'namespace_use_declaration');
  const later = uses.find((use) => text(use) > `use ${name};`);
  const last = uses.at(-1);
  if (later !== undefined) return { start: later.start, end: later.start, text: `use ${name};\n`, label: `use ${name}`, odds };
  if (last !== undefined) return { start: last.end, end: last.end, text: `\nuse ${name};`, label: `use ${name}`, odds };
  const at = file.text.indexOf('\n', space.end - 1);
  const place = at < 0 ? space.end : at;
  return { start: place, end: place, text: `\n\nuse ${name};`, label: `use ${name}`, odds };
}

/** Whether a method ends without saying what it answers with. */
function endsWithout(fn: Branch): boolean {
  const list = statementsOf(fn);
  return !isJump(list.at(-1)) && !below(fn).some(({ type }) => type === 'yield_expression');
}

/** A method of a chain that does not go on with the object. */
const chained: Family = phpFunctionFamily('chain goes on', 0.16, 'method_declaration', function* (branch, scene) {
  const body = fieldOf(branch, 'body');
  const type = returnTypeOf(branch, scene);
  const name = nameOf(branch, scene);
  if (body === null || /^__|^(?:void|never)$/.test(name) || !endsWithout(branch)) return;
  const beside = methodsOf(classAround(branch)).filter((each) => each !== branch && /return \$this;/.test(scene.text(each))).length;
  const isSelf = /^\??(?:self|static)$/.test(type) || type === nameOf(classAround(branch), scene);
  const said = scene.clues.complaints.noResult.has(name);
  if (type === 'void' || !(isSelf || said || beside > 0) || (!isSelf && /return [^;]/.test(scene.text(body)) && beside === 0)) return;
  if (type === '' || isSelf)
    for (const proposal of atEnd(body, 'return $this;', scene, isSelf || said ? 1.5 : Math.min(1, 0.5 + beside / 4))) yield proposal;
});

/** A value that is computed, and not answered with. */
const notReturned: Family = phpFunctionFamily(
  'not returned',
  0.14,
  'method_declaration function_definition anonymous_function',
  function* (branch, scene) {
    const body = fieldOf(branch, 'body');
    const type = returnTypeOf(branch, scene);
    const last = statementsOf(body).at(-1);
    const isTaken = branch.type === 'anonymous_function' && branch.parent?.type === 'argument';
    if (
      body === null ||
      last === undefined ||
      /^(?:void|never|self|static)$/.test(type) ||
      (type === '' && !isTaken && !/return [^;]/.test(scene.text(body)))
    )
      return;
    if (!endsWithout(branch) || nameOf(branch, scene) === '__construct') return;
    const value = expressionOf(last);
    const said = scene.clues.complaints.noResult.has(nameOf(branch, scene)) || type !== '';
    const target = value === null ? null : fieldOf(value, 'left');
    if (value !== null && !/assignment|throw|update/.test(value.type))
      yield { start: last.start, end: last.start, text: 'return ', label: `${brief(scene.text(value))} returned`, odds: said ? 1.2 : 0.5 };
    if (value?.type === 'assignment_expression' && target !== null)
      yield replaced(value, `return ${scene.text(fieldOf(value, 'right') ?? value)}`, `${brief(scene.text(value))} returned`, 0.3);
    const written = below(body).flatMap((each) =>
      /^(?:augmented_)?assignment_expression$/.test(each.type) ? (/^\$\w+/.exec(scene.text(each))?.[0] ?? []) : [],
    );
    const names = [...new Set(written)].filter(
      (name) => name !== '$this' && !parametersOf(branch, scene).some((each) => each.name === name),
    );
    for (const [rank, name] of names.slice(0, 2).entries())
      for (const proposal of atEnd(body, `return ${name};`, scene, 1.2 / (1 + rank))) yield proposal;
    if (names.length === 0 && !isTaken)
      for (const parameter of parametersOf(branch, scene).filter(({ type: own }) => own !== '' && own === type))
        for (const proposal of atEnd(body, `return ${parameter.name};`, scene, 0.6)) yield proposal;
  },
);

/** What a constructor is given, and does not keep. */
const notKept: Family = phpFunctionFamily('given and not kept', 0.16, 'method_declaration', function* (branch, scene) {
  const body = fieldOf(branch, 'body');
  if (nameOf(branch, scene) !== '__construct' || body === null) return;
  const members = membersOf(classAround(branch), scene);
  const own = scene.text(body);
  for (const { name } of parametersOf(branch, scene).filter((each) => each.branch.type === 'simple_parameter')) {
    const member = members.find((each) => each.name === name.slice(1));
    const isUsed = hasWord(own, name);
    if (member === undefined || own.includes(`$this->${member.name} =`)) continue;
    const first = statementsOf(body)[0];
    const code = `$this->${member.name} = ${name};`;
    for (const proposal of atEnd(body, code, scene, isUsed ? 0.6 : 1.3)) yield proposal;
    if (first === undefined)
      yield {
        start: body.start + 1,
        end: body.end - 1,
        text: `\n${scene.indent(branch)}    ${code}\n${scene.indent(branch)}`,
        label: code,
        odds: 1.3,
      };
  }
});

/** A member that is read before it has a value. */
const noFirstValue: Family = phpFamily('no first value', 0.12, 'property_element', function* (branch, scene) {
  const owner = classAround(branch);
  const member = membersOf(owner, scene).find(({ element }) => element === branch);
  if (owner === null || member === undefined || member.initial !== null || member.type === '') return;
  const made = methodsOf(owner).find((each) => nameOf(each, scene) === '__construct');
  if (made !== undefined && scene.text(made).includes(`$this->${member.name} =`)) return;
  const firsts: Readonly<Record<string, string>> = { array: '[]', int: '0', float: '0.0', string: "''", bool: 'false' };
  const first = member.type.startsWith('?') ? 'null' : firsts[member.type];
  if (first !== undefined)
    yield {
      start: branch.end,
      end: branch.end,
      text: ` = ${first}`,
      label: `$${member.name} = ${first}`,
      odds: scene.clues.complaints.unset.has(member.name) ? 3 : 1,
    };
});

const INTERFACES: Readonly<Record<string, string>> = {
  count: 'Countable',
  getIterator: 'IteratorAggregate',
  offsetGet: 'ArrayAccess',
  jsonSerialize: 'JsonSerializable',
  __toString: 'Stringable',
};

/** A class that does what an interface asks for, and does not say so. */
const implementing: Family = phpFamily('implements', 0.1, 'class_declaration', function* (branch, scene) {
  const said = branch.children.find(({ type }) => type === 'class_interface_clause');
  const known = said === undefined ? '' : scene.text(said);
  const at = said?.end ?? (branch.children.find(({ type }) => type === 'base_clause') ?? fieldOf(branch, 'name'))?.end;
  const names = new Set(methodsOf(branch).map((each) => nameOf(each, scene)));
  const wanted = Object.entries(INTERFACES).flatMap(([method, name]) =>
    names.has(method) && !known.includes(name) && name !== 'Stringable' ? [name] : [],
  );
  if (names.has('current') && names.has('valid') && names.has('rewind') && !/\bIterator\b/.test(known)) wanted.push('Iterator');
  for (const name of at === undefined ? [] : wanted) {
    const full = says(scene, new RegExp(`^use ${name};`, 'm')) || !says(scene, /^namespace /m) ? name : `\\${name}`;
    yield {
      start: at ?? 0,
      end: at ?? 0,
      text: said === undefined ? ` implements ${full}` : `, ${full}`,
      label: `implements ${full}`,
      odds: 1,
    };
  }
});

/** `return $this` of a method that ought to leave its object as it is, and the parts that a copy shares. */
const copies: Family = phpFunctionFamily('copy of the object', 0.1, 'method_declaration', function* (branch, scene) {
  const body = fieldOf(branch, 'body');
  const owner = classAround(branch);
  const list = statementsOf(body);
  const [first, last] = [list[0], list.at(-1)];
  if (body === null || first === undefined || last === undefined || first === last || scene.text(last) !== 'return $this;') return;
  const own = nameOf(branch, scene);
  const beside = methodsOf(owner).some((each) => each !== branch && /clone \$this|new (?:self|static)\(/.test(scene.text(each)));
  const likely = /^(?:with|without|plus|minus|add|set|and|merge)/.test(own);
  if (!beside && !/^with/.test(own)) return;
  const copy = /(\$\w+) = clone \$this/.exec(owner === null ? '' : scene.text(owner))?.[1] ?? '$copy';
  const inner = scene.file.text
    .slice(first.start, last.start)
    .replace(/\$this->(\w+)((?:\[[^\]]*\])*)(?= *[-+.*/]?=(?!=)|\+\+|--)/g, (_, member, part) => `${copy}->${member}${part}`);
  const text = `${copy} = clone $this;\n${scene.indent(first)}${inner}return ${copy};`;
  yield { start: first.start, end: last.end, text, label: 'changes a copy of the object', odds: likely ? 1.3 : 0.6 };
});

const OBJECTS = /^\??(?:\\?DateTime|\\?ArrayObject|\\?SplObjectStorage|\\?stdClass)$/;

/** Objects that two owners change: what is given, handed out, or shared by a copy. */
const shared: Family = phpFamily(
  'object shared',
  0.07,
  'assignment_expression return_statement class_declaration',
  function* (branch, scene) {
    const { text } = scene;
    const members = membersOf(branch.type === 'class_declaration' ? branch : classAround(branch), scene);
    const isObject = (name: string): boolean =>
      members.some((each) => each.name === name && OBJECTS.test(each.type)) || /date|time|day|start|end|clock|moment/i.test(name);
    const usesDates = says(scene, /\bnew \\?DateTime\(|\bDateTime \$|clone /);
    if (branch.type === 'class_declaration') {
      const parts = members.filter(
        (each) => OBJECTS.test(each.type) || (/^\??[A-Z]/.test(each.type) && !/Immutable|Interface|Closure|Enum/.test(each.type)),
      );
      const body = fieldOf(branch, 'body');
      const last = body === null ? undefined : namedChildren(body).at(-1);
      const isCopied = scene.clues.testNames.has('clone') || /clone \$this/.test(text(branch));
      if (parts.length === 0 || parts.length > 2 || !isCopied || last === undefined || text(branch).includes('function __clone')) return;
      const pad = scene.indent(last);
      const lines = parts.map(({ name }) => `${pad}    $this->${name} = clone $this->${name};`).join('\n');
      return yield {
        start: last.end,
        end: last.end,
        text: `\n\n${pad}public function __clone()\n${pad}{\n${lines}\n${pad}}`,
        label: 'parts copied with the object',
        odds: 2,
      };
    }
    const value = branch.type === 'return_statement' ? namedChildren(branch)[0] : fieldOf(branch, 'right');
    if (value === undefined || value === null || !usesDates) return;
    const moved = callOf(value, scene);
    if (
      moved?.object != null &&
      /^(?:modify|add|sub|setTime|setDate|setTimezone)$/.test(moved.name) &&
      /^(?:variable_name|member_access_expression)$/.test(moved.object.type)
    )
      yield replaced(moved.object, `(clone ${text(moved.object)})`, `copy of ${brief(text(moved.object))}`, 1.2);
    if (!/^(?:variable_name|member_access_expression)$/.test(value.type) || !isObject(text(value).replace(/^.*[$>]/, ''))) return;
    const isMember = branch.type === 'return_statement' ? value.type === 'member_access_expression' : true;
    if (isMember) yield replaced(value, `clone ${text(value)}`, `copy of ${brief(text(value))}`, 1);
  },
);

/** A date that its methods change for one that they do not; one value for all objects of a class. */
const immutable: Family = phpFamily(
  'one for all',
  0.08,
  'object_creation_expression property_declaration function_static_declaration',
  function* (branch, scene) {
    const { text } = scene;
    const [name] = namedChildren(branch);
    if (branch.type === 'object_creation_expression' && name !== undefined && /^\\?DateTime$/.test(text(name)))
      yield replaced(name, `${text(name).startsWith('\\') ? '\\' : ''}DateTimeImmutable`, 'DateTime -> DateTimeImmutable', 0.8);
    const owner = classAround(branch);
    const modifier = branch.children.find(({ type }) => type === 'static_modifier');
    const element = namedChildren(branch).find(({ type }) => type === 'property_element');
    const member = element === undefined ? null : fieldOf(element, 'name');
    if (
      owner === null ||
      modifier === undefined ||
      member === null ||
      methodsOf(owner).some((each) => each.children.some(({ type }) => type === 'static_modifier') && text(each).includes(text(member)))
    )
      return;
    const code = `${scene.file.text.slice(owner.start, modifier.start)}${scene.file.text.slice(modifier.end, owner.end).trimStart()}`;
    const made = code.replace(new RegExp(`(?:self|static)::\\${text(member)}\\b`, 'g'), `$this->${text(member).slice(1)}`);
    yield replaced(owner, made, `${text(member)} of each object`, 1.2);
  },
);

/** What a method of the class above does first, and this one leaves out. */
const above: Family = phpFunctionFamily('what is above', 0.07, 'method_declaration', function* (branch, scene) {
  const owner = classAround(branch);
  const base = owner?.children.find(({ type }) => type === 'base_clause');
  const [first] = statementsOf(branch);
  if (base === undefined || first === undefined || /\bparent::/.test(scene.text(branch)) || functionAround(branch) !== null) return;
  const name = nameOf(branch, scene);
  const given = parametersOf(branch, scene).map((each) => each.name);
  const isError = /Exception|Error/.test(scene.text(base));
  if (name !== '__construct' && !/^(?:set|init|boot|reset|clear|add|save|to|get|validate)/.test(name)) return;
  const lists = isError ? [given.filter((each) => /message|code|previous/.test(each)), given.slice(0, 1)] : [given, given.slice(0, 1), []];
  const texts = [...new Set(lists.map((list) => `parent::${name}(${list.join(', ')});`))];
  for (const [rank, text] of texts.entries()) yield before(first, text, scene, text, (name === '__construct' ? 1 : 0.3) / (1 + rank / 2));
});

export const phpClassFamilies: readonly Family[] = [
  notImported,
  chained,
  notReturned,
  notKept,
  noFirstValue,
  implementing,
  copies,
  shared,
  immutable,
  above,
];
