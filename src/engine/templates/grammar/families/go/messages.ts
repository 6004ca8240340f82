// What the compiler of Go says is not known, not used, or of another kind.
import { brief, type Proposal } from '../../../family.ts';
import { imports, isGo, resultsOf, zeroOf } from '../../go.ts';
import type { Family, Scene } from '../../scene.ts';
import { type Branch, fieldOf, namedChildren } from '../../tree.ts';
import { replaced } from '../names.ts';

/** Packages by the names that they have in code. */
const PACKAGES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    'bufio bytes context errors flag fmt io log math os path reflect regexp sort strconv strings sync time unicode testing'
      .split(' ')
      .map((name) => [name, name]),
  ),
  ...{ filepath: 'path/filepath', json: 'encoding/json', csv: 'encoding/csv', hex: 'encoding/hex', base64: 'encoding/base64' },
  ...{ utf8: 'unicode/utf8', rand: 'math/rand', http: 'net/http', url: 'net/url', list: 'container/list', heap: 'container/heap' },
  ...{
    atomic: 'sync/atomic',
    big: 'math/big',
    bits: 'math/bits',
    template: 'text/template',
    exec: 'os/exec',
    slices: 'slices',
    maps: 'maps',
  },
};

/** What the compiler says is not used, or not known, or given in the wrong kind. */
const compiled: Family = {
  name: 'as the compiler says',
  share: 0.5,
  anywhere: true,
  *propose(branch, scene) {
    if (!isGo(scene) || !scene.clues.complaints.named) return;
    const { unknown, unused } = scene.clues.complaints;
    if (branch.type === 'import_spec' && unused.has(scene.text(branch).replace(/^\w+ |"/g, ''))) {
      const whole = branch.parent?.type === 'import_declaration' ? branch.parent : branch;
      const { text } = scene.file;
      const [start, end] = [text.lastIndexOf('\n', whole.start - 1) + 1, text.indexOf('\n', whole.end) + 1];
      yield { start, end, text: '', label: `without the import ${scene.text(branch)}`, odds: 3 };
    }
    yield* converted(branch, scene);
    if (branch.type === 'package_clause') yield* imported(branch, unknown, scene);
    if (branch.type === 'short_var_declaration' || branch.type === 'range_clause') yield* used(branch, unused, scene);
    const isFunction = branch.type === 'function_declaration' || branch.type === 'method_declaration';
    const body = isFunction && scene.clues.complaints.noReturn ? fieldOf(branch, 'body') : null;
    if (body !== null && resultsOf(branch, scene).length > 0 && !/\breturn\b[^\n]*\n\}$/.test(scene.text(body)))
      yield {
        start: body.end - 1,
        end: body.end - 1,
        text: `\treturn ${resultsOf(branch, scene).map(zeroOf).join(', ')}\n`,
        label: 'return added',
        odds: 1,
      };
  },
};

/** `float64(n)` where the compiler asks for one. */
function* converted(branch: Branch, scene: Scene): Generator<Proposal> {
  const wanted = branch.named && branch.end - branch.start <= 80 ? scene.clues.complaints.misfits.get(scene.text(branch)) : undefined;
  if (
    wanted === undefined ||
    /^(?:untyped|nil|error)$/.test(wanted) ||
    /^(?:expression_list|argument_list|expression_statement)$/.test(branch.type)
  )
    return;
  const own = scene.text(branch);
  if (wanted === 'string' && imports(scene, 'strconv')) yield replaced(branch, `strconv.Itoa(${own})`, `${brief(own)} as a text`, 3);
  if (wanted === 'string' && imports(scene, 'fmt')) yield replaced(branch, `fmt.Sprint(${own})`, `${brief(own)} as a text`, 2);
  if (wanted.startsWith('*')) yield replaced(branch, `&${own}`, `the address of ${brief(own)}`, 2);
  else if (!wanted.startsWith('['))
    yield replaced(branch, `${wanted}(${own})`, `${brief(own)} as ${wanted}`, wanted === 'string' ? 0.5 : 3);
  yield replaced(branch, `*${own}`, `what ${brief(own)} points to`, 0.7);
}

function* imported(clause: Branch, unknown: ReadonlySet<string>, scene: Scene): Generator<Proposal> {
  for (const name of unknown) {
    const path = Object.hasOwn(PACKAGES, name) ? PACKAGES[name] : undefined;
    if (path === undefined || imports(scene, path) || !scene.file.text.includes(`${name}.`)) continue;
    const at = placeAmong(path, scene);
    const text = at === null ? `\n\nimport "${path}"` : `\t"${path}"\n`;
    const start = at ?? clause.end;
    yield { start, end: start, text, label: `import "${path}"`, odds: 5 };
  }
}

/** Where an import stands by the alphabet in the first group of the block; null without one. */
function placeAmong(path: string, { file: { text } }: Scene): number | null {
  const block = /\bimport \(\n((?:[ \t]*[^\s)].*\n)*)/.exec(text);
  if (block === null) return null;
  const [whole, group = ''] = block;
  let at = block.index + whole.length - group.length;
  for (const line of group.split('\n').slice(0, -1)) {
    if ((/"([^"]+)"/.exec(line)?.[1] ?? '') > path) break;
    at += line.length + 1;
  }
  return at;
}

/** A variable that nobody reads: left out, or meant for one that is there already. */
function* used(branch: Branch, unused: ReadonlySet<string>, scene: Scene): Generator<Proposal> {
  const left = fieldOf(branch, 'left');
  const names = left === null ? [] : namedChildren(left);
  const idle = names.filter((name) => unused.has(scene.text(name)));
  const [first] = idle;
  if (left === null || first === undefined) return;
  const others = names.filter((name) => !idle.includes(name) && scene.text(name) !== '_');
  const own = scene.text(branch);
  if (others.length > 0) yield replaced(first, '_', `${scene.text(first)} is left out`, 2);
  if (branch.type === 'range_clause') return;
  yield replaced(branch, own.replace(':=', '='), ':= -> =', 3);
  if (others.length === 0)
    yield replaced(branch, own.replace(scene.text(left), names.map(() => '_').join(', ')).replace(':=', '='), 'the value is left out', 1);
}

export const goMessageFamilies: readonly Family[] = [compiled];
