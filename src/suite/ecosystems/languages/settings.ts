// Variables that the author's line sets, and that runners are told of our reports with.
import { quote, renderCommand, splitShell, type Word } from '../../shell.ts';

/** What separates the parts of those that a line may set for itself. */
const SEPARATORS: Readonly<Record<string, string>> = { PYTHONPATH: ':', RUBYLIB: ':', PYTEST_ADDOPTS: ' ', RUBYOPT: ' ', GOFLAGS: ' ' };

/** Programs that take assignments for variables of what they run. */
const SETS = /^(?:.*\/)?(?:env|export|declare|typeset|make|gmake|rake|sudo)$/;

/**
 * The line with what `environment` says behind what it sets by itself: `PYTHONPATH=src pytest` alone would hide the folder in which our plugin lies,
 * and that of the code that is tested. A line that is more than simple commands stays as it is.
 */
export function withSettings(line: string, environment: Readonly<Record<string, string>>): string {
  const pieces = splitShell(line);
  if (pieces === null) return line;
  const change = (words: readonly Word[]): readonly Word[] => words.map((each) => completed(each, environment));
  const behind = (words: readonly Word[]): number => words.findIndex(({ value }) => SETS.test(value ?? '')) + 1 || words.length;
  return pieces
    .map((piece) => {
      if (piece.kind === 'glue') return piece.raw;
      const from = behind(piece.words);
      const [assignments, words] = [change(piece.assignments), [...piece.words.slice(0, from), ...change(piece.words.slice(from))]];
      const isSame = [...assignments, ...words].every(({ raw }, at) => raw === [...piece.assignments, ...piece.words][at]?.raw);
      return isSame ? piece.raw : renderCommand({ ...piece, assignments, words });
    })
    .join('');
}

function completed(each: Word, environment: Readonly<Record<string, string>>): Word {
  const name = /^([A-Z_]+)=/.exec(each.raw)?.[1] ?? '';
  const separator = Object.hasOwn(SEPARATORS, name) ? SEPARATORS[name] : undefined;
  const own = environment[name] ?? '';
  const hasOwn = new RegExp(`\\$(?:${name}\\b|\\{${name}\\b)`).test(each.raw);
  if (separator === undefined || own === '' || hasOwn) return each;
  // An empty part would be the folder of the run.
  const added = each.value === `${name}=` ? own : separator + own;
  return { ...each, raw: each.raw + quote(added), value: each.value === null ? null : each.value + added };
}
