// What the failure's own words name: a name, a member, a key, an import that is not there.
import { brief, memberThroughout, type Proposal } from '../../family.ts';
import { wantedFor } from '../../wanted-texts.ts';
import { type Family, isMember, isPython, type Scene } from '../scene.ts';
import { type Branch, namedChildren, nearest } from '../tree.ts';
import { replaced } from './names.ts';

/** Modules that are offered for one that is not there. */
const MOST_MODULES = 24;
/** Modules from which one name is handed on. */
const MOST_HANDED = 3;
/** Modules of Python's own library that are used by their name. */
const MODULES = new Set(
  'abc argparse asyncio base64 bisect collections contextlib copy csv dataclasses datetime decimal enum functools glob hashlib heapq html inspect io itertools json logging math operator os pathlib pickle random re shutil statistics string struct subprocess sys tempfile textwrap threading time traceback typing unicodedata urllib uuid warnings'.split(
    ' ',
  ),
);
/** Names that are imported from them. */
const FROM: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['defaultdict', 'OrderedDict', 'Counter', 'deque', 'namedtuple'].map((name) => [name, 'collections'])),
  ...Object.fromEntries(['reduce', 'partial', 'wraps', 'lru_cache', 'cached_property'].map((name) => [name, 'functools'])),
  ...Object.fromEntries(['Any', 'Dict', 'List', 'Optional', 'Tuple', 'Union', 'Callable', 'Iterable'].map((name) => [name, 'typing'])),
  ...Object.fromEntries(['chain', 'product', 'permutations', 'combinations', 'groupby', 'islice'].map((name) => [name, 'itertools'])),
  ...{ Path: 'pathlib', dataclass: 'dataclasses', field: 'dataclasses', Enum: 'enum', Decimal: 'decimal', timedelta: 'datetime' },
  ...{ deepcopy: 'copy', contextmanager: 'contextlib', suppress: 'contextlib', ABC: 'abc', abstractmethod: 'abc' },
};

/** The nearest of what is known by another name, what the message itself proposes before all. */
function* nearestOf(branch: Branch, pool: readonly string[], scene: Scene, say: string): Generator<Proposal> {
  const own = scene.text(branch);
  for (const name of scene.clues.complaints.meant)
    if (name !== own) yield replaced(branch, name, `${say}: ${name}, as the message says`, 2);
  for (const name of pool) {
    const alike = scene.alike(own, name);
    if (name !== own) yield replaced(branch, name, `${say}: ${name}`, alike > 0.4 ? alike : 0.1);
  }
}

const names: Family = {
  name: 'not defined',
  share: 0.5,
  anywhere: true,
  *propose(branch, scene) {
    const own = scene.text(branch);
    const bare = own.replace(/^\$/, '');
    const { unknown } = scene.clues.complaints;
    if (!scene.language.identifiers.has(branch.type) || isMember(branch, scene.language) || !(unknown.has(own) || unknown.has(bare)))
      return;
    yield* nearestOf(branch, scene.names(branch), scene, `${own} is not known`);
    if (isPython(scene)) {
      yield replaced(branch, `self.${own}`, `${own} -> self.${own}`, scene.members.includes(own) ? 1 : 0.2);
      yield* imports(own, scene);
    }
  },
};

/** An import of a name that a module of Python's own, or another file, offers. */
function* imports(name: string, scene: Scene): Generator<Proposal> {
  const at = placeOfImports(scene);
  const add = (text: string, odds: number): Proposal => ({ start: at, end: at, text: `${text}\n`, label: text, odds });
  if (MODULES.has(name)) yield add(`import ${name}`, 2);
  const from = Object.hasOwn(FROM, name) ? FROM[name] : undefined;
  if (from !== undefined) yield add(`from ${from} import ${name}`, 2);
  for (const path of scene.clues.exporters.get(name) ?? [])
    if (path !== scene.file.path && path.endsWith('.py'))
      for (const module of modulesOf(path)) yield add(`from ${module} import ${name}`, 1.5);
}

/** Before the first import; without one, behind the text that documents the module. */
function placeOfImports({ program, file }: Scene): number {
  const statements = namedChildren(program);
  const first = statements.find(({ type }) => /^import/.test(type) && type !== 'import_prefix');
  const future = statements.findLast(({ type }) => type === 'future_import_statement');
  if (future !== undefined) return lineAfter(file.text, future.end);
  if (first !== undefined) return first.start;
  const [head] = statements;
  const documents = head?.type === 'expression_statement' && head.children[0]?.type === 'string';
  return documents ? lineAfter(file.text, head.end) : (head?.start ?? 0);
}

function lineAfter(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}

/** `pkg/sub/mod.py` as `pkg.sub.mod`, with and without the folders in front that may hold the sources. */
function modulesOf(path: string): readonly string[] {
  const parts = path.replace(/(\/__init__)?\.py$/, '').split('/');
  return parts.length > 1 && /^(src|lib)$/.test(parts[0] ?? '') ? [parts.slice(1).join('.')] : [parts.join('.')];
}

const noMember: Family = {
  name: 'no such member',
  share: 0.4,
  anywhere: true,
  *propose(branch, scene) {
    const { noMember: missing } = scene.clues.complaints;
    const own = scene.text(branch);
    if (branch.field === 'name' && scene.language.functions.has(branch.parent?.type ?? '')) {
      for (const name of missing)
        if (name !== own && scene.alike(own, name) > 0.5)
          yield replaced(branch, name, `${own} is to be ${name}`, scene.alike(own, name) / 8);
    }
    if (!isMember(branch, scene.language) || !missing.has(own)) return;
    const pool = [...new Set([...scene.members, ...scene.defined, ...scene.clues.declared, ...scene.clues.testNames.keys()])];
    for (const proposal of nearestOf(branch, pool, scene, `there is no .${own}`)) {
      yield proposal;
      const whole = proposal.odds > 0.4 ? memberThroughout(scene.file.text, own, proposal.text) : null;
      if (whole?.start === branch.start) yield { ...proposal, ...whole, label: `${proposal.label}, throughout`, odds: 3 * proposal.odds };
    }
  },
};

const noKey: Family = {
  name: 'no such key',
  share: 0.2,
  anywhere: true,
  *propose(branch, scene) {
    if (!scene.language.strings.has(branch.type)) return;
    const own = scene.text(branch);
    const inner = own.replace(/^['"]|['"]$/g, '');
    if (!scene.clues.complaints.noKey.has(inner)) return;
    for (const other of scene.strings) {
      const alike = scene.alike(inner, other);
      if (other !== own) yield replaced(branch, other, `there is no ${own}: ${brief(other)}`, alike > 0.4 ? alike : 0.1);
    }
    const at = branch.parent;
    if (!isPython(scene) || at?.type !== 'subscript') return;
    const object = at.children[0];
    if (object !== undefined) yield replaced(at, `${scene.text(object)}.get(${own})`, `${own} may be missing`, 0.6);
  },
};

/** A name or a module of an import exchanged for the nearest that is there. */
const noImport: Family = {
  name: 'no such import',
  share: 0.5,
  anywhere: true,
  *propose(branch, scene) {
    if (branch.type !== 'dotted_name' || nearest(branch, IMPORTS) === null) return;
    const own = scene.text(branch);
    const { noExport, noModule } = scene.clues.complaints;
    if (noExport.has(own) && branch.field === 'name') yield* exchangedName(branch, scene);
    const place = relativePlace(branch, scene);
    const whole = place === null ? own : [...place, own].join('.');
    // A package within the repository may be called less than its path says, and a relative import names less than the message.
    const isMissed = (module: string): boolean => `.${whole}.`.includes(`.${module}.`) || (place === null && module.endsWith(`.${own}`));
    if (![...noModule].some(isMissed)) return;
    const modules = scene.clues.paths.filter((path) => path.endsWith('.py') && path !== scene.file.path).flatMap(modulesOf);
    if (place !== null)
      return yield* nearestModule(
        branch,
        modules.flatMap((module) => within(place, module)),
        scene,
      );
    const relative = modules.map((module) => module.split('.').at(-1) ?? module);
    yield* nearestModule(branch, [...modules, ...relative, ...MODULES], scene);
  },
};

const IMPORTS: ReadonlySet<string> = new Set(['import_statement', 'import_from_statement']);

/** `from a import b`: what `a` has instead, by the name that the file goes on using. */
function* exchangedName(branch: Branch, scene: Scene): Generator<Proposal> {
  const own = scene.text(branch);
  const isUsed = scene.file.text.split(new RegExp(`\\b${own}\\b`)).length > 2;
  const isPlain = !isUsed || branch.parent?.type === 'aliased_import';
  for (const proposal of nearestOf(branch, [...scene.clues.exporters.keys()], scene, `${own} cannot be imported`)) {
    yield isPlain ? proposal : { ...proposal, text: `${proposal.text} as ${own}` };
  }
}

/** The package that a relative import begins at, as the parts of its name; null where the import is none. */
function relativePlace({ parent }: Branch, { file, text }: Scene): readonly string[] | null {
  if (parent?.type !== 'relative_import') return null;
  const dots = /^\.+/.exec(text(parent))?.[0].length ?? 1;
  const folder = file.path.split('/').slice(0, -1);
  return (/^(?:src|lib)$/.test(folder[0] ?? '') ? folder.slice(1) : folder).slice(0, dots > 1 ? 1 - dots : undefined);
}

function within(place: readonly string[], module: string): readonly string[] {
  const head = place.map((part) => `${part}.`).join('');
  return module.startsWith(head) && module.length > head.length ? [module.slice(head.length)] : [];
}

/** Modules like the one that is not there; of the same name elsewhere before all. */
function* nearestModule(branch: Branch, modules: readonly string[], scene: Scene): Generator<Proposal> {
  const own = scene.text(branch);
  const last = (module: string): string => module.split('.').at(-1) ?? module;
  const likeness = (module: string): number => Math.max(scene.alike(own, module), last(module) === last(own) ? 0.8 : 0);
  const others = [...new Set(modules)].filter((module) => module !== own);
  const near = others.map((module) => [module, likeness(module)] as const).toSorted((a, b) => b[1] - a[1]);
  for (const [module, alike] of near.slice(0, MOST_MODULES))
    yield replaced(branch, module, `there is no module ${own}: ${module}`, alike > 0.4 ? alike : 0.1);
}

/** `from .chunk import chunk` in a package that hands on what its modules define. */
const handedOn: Family = {
  name: 'import handed on',
  share: 0.5,
  anywhere: true,
  *propose(branch, scene) {
    const { file, clues, program } = scene;
    if (branch !== program || !file.path.endsWith('__init__.py')) return;
    const folder = file.path.slice(0, -'__init__.py'.length);
    const { noExport, noneOfModule, moduleCalled } = clues.complaints;
    const handing = namedChildren(program).findLast(
      (each) => each.type === 'import_from_statement' && namedChildren(each)[0]?.type === 'relative_import',
    );
    for (const [name, paths] of clues.exporters) {
      // A module stands where what it is called after was wanted.
      const isModule = moduleCalled && clues.testNames.has(name) && paths.includes(`${folder}${name}.py`);
      if (!noExport.has(name) && !noneOfModule.has(name) && !isModule) continue;
      for (const path of paths.slice(0, MOST_HANDED)) {
        const module = path.startsWith(folder) && path !== file.path ? path.slice(folder.length).replace(/(?:\/__init__)?\.py$/, '') : '';
        if (!/^\w+(?:\/\w+)*$/.test(module)) continue;
        const text = `from .${module.replaceAll('/', '.')} import ${name}`;
        if (file.text.includes(text)) continue;
        const at = handing?.end ?? placeOfImports(scene);
        yield { start: at, end: at, text: handing === undefined ? `${text}\n` : `\n${text}`, label: text, odds: 1 };
      }
    }
  },
};

/** A text of the data that a program holds, wherever it stands: no test executes a table. */
const wantedTexts: Family = {
  name: 'text as wanted',
  share: 0.3,
  anywhere: true,
  *propose(branch, scene) {
    const { language, clues, file } = scene;
    if (clues.differences.length === 0 || !language.strings.has(branch.type)) return;
    const own = scene.text(branch);
    const [, prefix = '', quote = '', inner = ''] = /^([bu]?)(['"])([^\\\n]*)\2$/.exec(own) ?? [];
    for (const text of wantedFor(inner, clues.differences))
      if (!/[\\\n]/.test(text) && !text.includes(quote))
        yield replaced(
          branch,
          `${prefix}${quote}${text}${quote}`,
          `${brief(own)} -> ${brief(text)}`,
          1 / (file.text.split(own).length - 1),
        );
  },
};

export const messageFamilies: readonly Family[] = [names, noMember, noKey, noImport, handedOn, wantedTexts];
