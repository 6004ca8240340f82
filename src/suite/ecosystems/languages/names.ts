// Which source files reach a changed one by the names it declares, in languages whose files are found by the names in them: Java, Kotlin
// and their kin, PHP, Ruby. Text, not syntax: a name in a comment or a string only selects a test too many, and what a container or
// reflection looks up stands in a string.
import { extname, join } from 'node:path/posix';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { exists } from '../../files.ts';
import { isTestFile } from '../../test-files.ts';
import type { SourceIndex } from './source-index.ts';

const maxFiles = 5_000;

/** What one source file is to others. */
interface Facts {
  /** The package or namespace it lies in; '' when the language has none, or the file none. */
  readonly namespace: string;
  /** Names by which others use it. */
  readonly declares: readonly string[];
  /** It may reach whatever there is: by a container, by reflection, by a framework that starts the whole application. */
  readonly isOpen: boolean;
  /** Others may be changed by it without naming anything of it. */
  readonly isFelt: boolean;
  /** Those of `declares` that only hold other names here: the module around everything in a gem. */
  readonly frames: readonly string[];
}

interface Naming {
  readonly extensions: readonly string[];
  /** Files and folders of frameworks that find code by convention: nothing names it. */
  readonly frameworks: readonly string[];
  facts(text: string): Facts;
  /** Whether a file of `namespace` with `text` can use what is declared in `other`. */
  sees(text: string, namespace: string, other: string): boolean;
}

const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].flatMap((match) => match[1] ?? []);

const jvm: Naming = {
  extensions: ['.java', '.kt', '.kts', '.groovy', '.scala'],
  frameworks: [],
  facts: (text) => {
    const namespace = /^\s*package\s+([\w.`]+)/m.exec(text)?.[1]?.replaceAll('`', '') ?? '';
    // What is nested is reached through what is around it.
    const types = all(text, /^(?:[\w@.]+(?:\([^)\n]*\))?\s+)*(?:class|interface|enum|record|object|trait|@interface|typealias)\s+(\w+)/gm);
    // What stands outside of a class in Kotlin and Scala, an extension behind its receiver.
    const free = all(text, /^(?:[a-z]+\s+)*(?:fun|val|var|def|given)\s+(?:<[^>\n]*>\s*)?(?:[\w<>?,. ]+\.)?`?(\w+)/gm);
    return {
      namespace,
      declares: [...types, ...free],
      isOpen:
        /@(?:SpringBootTest|SpringBootApplication|ContextConfiguration|WebMvcTest|DataJpaTest|QuarkusTest|MicronautTest|ComponentScan|EnableAutoConfiguration)\b|\b(?:Class\.forName|ServiceLoader|loadClass|ClassPathScanningCandidateComponentProvider)\b/.test(
          text,
        ),
      // A bean takes part in whatever starts the container; an implicit and a given are found by their types.
      isFelt:
        /@(?:AutoService|Component|Service|Repository|Controller|RestController|Configuration|ControllerAdvice|Aspect|ApplicationScoped|Singleton|AutoConfiguration)\b|^\s*(?:implicit|given)\b/m.test(
          text,
        ),
      frames: [],
    };
  },
  sees: (text, namespace, other) => other === '' || namespace === other || text.includes(other),
};

const php: Naming = {
  extensions: ['.php'],
  frameworks: ['artisan', 'bin/console', 'wp-config.php'],
  facts: (text) => ({
    namespace: /^\s*(?:<\?php\s+)?namespace\s+([\w\\]+)/m.exec(text)?.[1] ?? '',
    declares: [
      ...all(text, /\b(?:class|interface|trait|enum)\s+(\w+)/g),
      ...all(text, /^function\s+&?(\w+)/gm),
      ...all(text, /^(?:const\s+|define\(\s*['"])(\w+)/gm),
    ],
    isOpen: /\b(?:KernelTestCase|WebTestCase|RefreshDatabase|createApplication|glob\(|scandir\()/.test(text),
    isFelt: false,
    frames: [],
  }),
  // A name may be relative to the namespace of whoever uses it, and is written with doubled backslashes in strings.
  sees: (text, namespace, other) =>
    other === '' ||
    other === namespace ||
    other.startsWith(`${namespace}\\`) ||
    text.includes(other) ||
    text.includes(other.replaceAll('\\', '\\\\')),
};

const ruby: Naming = {
  extensions: ['.rb'],
  frameworks: ['config/application.rb', 'config/routes.rb', 'config.ru'],
  facts: (text) => ({
    namespace: '',
    declares: [...all(text, /^\s*(?:class|module)\s+(?:\w+::)*([A-Z]\w*)/gm), ...all(text, /^\s*([A-Z]\w*)\s*=(?!=|~)/gm)],
    isOpen: /\b(?:const_get|constantize|ObjectSpace|Rails\.application|Rack::Test)\b/.test(text),
    // Methods outside of any constant, and classes of Ruby's own that are opened again.
    isFelt:
      /^(?:def\s|\s*class\s+(?:String|Array|Hash|Integer|Float|Numeric|Object|Symbol|NilClass|Time|Date|Module|Class|BasicObject)\b(?!\s*<)|\s*refine\s|\s*module\s+(?:Kernel|Enumerable|Comparable)\b)|\.(?:prepend|class_eval|send\(:include)\b/m.test(
        text,
      ),
    frames: framesOf(text),
  }),
  sees: () => true,
};

/** Modules and classes with nothing of their own in `text` but other modules, classes and constants, by the indentation of their lines. */
function framesOf(text: string): string[] {
  const lines = text.split('\n').filter((line) => /^\s*[^\s#]/.test(line));
  const depth = (line: string): number => line.length - line.trimStart().length;
  return lines.flatMap((line, at) => {
    const name = /^\s*(?:class|module)\s+(?:\w+::)*([A-Z]\w*)\s*$/.exec(line)?.[1];
    if (name === undefined) return [];
    const end = lines.findIndex((other, index) => index > at && depth(other) <= depth(line));
    const body = lines.slice(at + 1, end < 0 ? lines.length : end);
    const own = body.filter((other) => depth(other) === depth(body[0] ?? ''));
    return own.every((other) => /^\s*(?:(?:class|module)\s|end\b|[A-Z]\w*\s*=(?!=|~)|autoload\b|private_constant\b)/.test(other))
      ? [name]
      : [];
  });
}

const namings: readonly Naming[] = [jvm, php, ruby];

interface Read extends Facts {
  readonly file: string;
  readonly text: string;
  readonly words: ReadonlySet<string>;
}

/**
 * The files that use what `changed` declares, by themselves or through others; undefined when its language finds its files in another
 * way, null when names do not tell: all that there is may be concerned.
 */
export async function usersOf(changed: string, directory: string, sources: SourceIndex): Promise<ReadonlySet<string> | null | undefined> {
  const naming = namings.find(({ extensions }) => extensions.includes(extname(changed)));
  if (naming === undefined) return undefined;
  for (const name of naming.frameworks) if (await exists(join(sources.root, directory, name))) return null;
  const read = await readAll(naming, sources);
  if (read === null) return null;
  const own = read.find(({ file }) => file === changed);
  if (own === undefined || own.declares.length === 0) return null;
  const reached = new Set([own]);
  let looked = 0;
  for (const each of reached) {
    if (each.isFelt) return null;
    for (const other of read) if (!reached.has(other) && uses(other, each, naming)) reached.add(other);
    // A socket waits beside this.
    looked += 1;
    if (looked % 20 === 0) await turnOfTheLoop();
  }
  // What helps tests and declares nothing is run by them all.
  if ([...reached].some(({ file, declares }) => declares.length === 0 && isTestFile(file) && !isNamedAsTest.test(file))) return null;
  return new Set([...reached].map(({ file }) => file).filter((file) => file !== changed));
}

const isNamedAsTest = /(?:[_-](?:test|spec)|(?:Test|Tests|TestCase|Spec|IT))\.\w+$|(?:^|\/)test_[^/]*$/;

/** What is known of the sources of each tree: several files of one change ask for it. */
const trees = new WeakMap<SourceIndex, Map<Naming, Promise<readonly Read[] | null>>>();

/** Null when there are too many to look at. */
function readAll(naming: Naming, sources: SourceIndex): Promise<readonly Read[] | null> {
  const known = trees.get(sources) ?? new Map<Naming, Promise<readonly Read[] | null>>();
  trees.set(sources, known);
  const reading = known.get(naming) ?? read();
  known.set(naming, reading);
  return reading;

  async function read(): Promise<readonly Read[] | null> {
    const files = (await sources.files()).filter((file) => naming.extensions.includes(extname(file)));
    return files.length > maxFiles ? null : withoutFrames(await Promise.all(files.map((file) => readFacts(file, naming, sources))));
  }
}

async function readFacts(file: string, naming: Naming, sources: SourceIndex): Promise<Read> {
  const text = ((await sources.lines(file)) ?? []).join('\n');
  return { file, text, words: new Set(text.match(/[A-Za-z_]\w*/g)), ...naming.facts(text) };
}

/** What several files declare, and one only as a frame, is not what others use of that one. */
function withoutFrames(read: readonly Read[]): readonly Read[] {
  const homes = new Map<string, number>();
  for (const { declares } of read) for (const name of new Set(declares)) homes.set(name, (homes.get(name) ?? 0) + 1);
  return read.map((each) => {
    const shared = new Set(each.frames.filter((name) => (homes.get(name) ?? 0) > 1));
    return { ...each, declares: each.declares.filter((name) => !shared.has(name)) };
  });
}

function uses(user: Read, used: Read, naming: Naming): boolean {
  if (user.isOpen) return true;
  return used.declares.some((name) => user.words.has(name)) && naming.sees(user.text, user.namespace, used.namespace);
}
