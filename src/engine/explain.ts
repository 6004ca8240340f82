// What the engine says at the end: only what it knows.
import type { Brief, FailingTest, Suspect } from './brief.ts';
import { type Atom, placesOf } from './changes.ts';
import type { Library } from './library.ts';
import { plainCause } from './plain-causes.ts';
import type { RevertResult } from './revert.ts';
import { labelOf, type Refused, type Repair, type SearchResult } from './search.ts';
import { suspectFunctions } from './suspect-functions.ts';
import { describeLocation } from './templates/index.ts';

interface Note {
  readonly source: 'revert' | 'template';
  readonly summary: string;
  readonly alternatives: readonly string[];
}

/** The last message of a repair: prose, then the block that tells the strategy. */
function lastMessage(prose: readonly string[], note: Note): string {
  return `${prose.filter((line) => line !== '').join('\n')}\n\n\`\`\`regreen\n${JSON.stringify(note).replaceAll('`', '\\u0060')}\n\`\`\``;
}

export function explainRevert(result: RevertResult & { readonly kind: 'green' }, brief: Brief, library: Library, judged: number): string {
  const place = placesOf(result.atoms);
  const summary = `The change at ${place} since the last green commit broke ${testCount(brief)}; ${result.whole ? 'it is undone' : 'a part of it is undone'}.`;
  const prose = [
    `${summary} ${symptom(brief.failing)}`,
    `${where(result.atoms, library)}With these lines as they were before, the failing tests pass and the rest of the suite still does. What the change was meant to do there is lost with it.`,
    tally(judged, result.others),
  ];
  return lastMessage(prose, { source: result.whole ? 'revert' : 'template', summary, alternatives: result.others });
}

export function explainTemplate(repair: Repair, others: readonly Repair[], brief: Brief, library: Library, judged: number): string {
  const summary = repair.map((one) => changed(one, library)).join(' ');
  const alternatives = others.map(labelOf);
  const prose = [
    `${summary} ${symptom(brief.failing)}`,
    `Found by template repair (${repair.map((one) => one.template).join(', ')}): the failing tests pass and the rest of the suite still does. That the tests pass does not prove that this is what was meant.`,
    tally(judged, alternatives),
  ];
  return lastMessage(prose, { source: 'template', summary, alternatives });
}

export interface Findings {
  readonly brief: Brief;
  readonly library: Library;
  readonly suspects: readonly Suspect[];
  readonly revert: RevertResult;
  readonly search: SearchResult | null;
  readonly judged: number;
  /** Candidates that passed the trial and failed afterwards. */
  readonly refuted: readonly string[];
  /** What is said of an import for which every test fails; null where there is none. */
  readonly link: string | null;
  /** That the sources are in a language that is not repaired; null where that is not known. */
  readonly unrepaired: string | null;
}

/** What a person who takes over should know. */
export function diagnosis(findings: Findings): string {
  const { brief, library, revert, search, judged, refuted, link, unrepaired } = findings;
  const functions = suspiciousFunctions(findings);
  const lines = [
    symptom(brief.failing),
    link ?? plainCause(brief.failing) ?? '',
    link !== null
      ? ''
      : functions.length > 0
        ? `Most suspicious: ${functions.join('; ')}.`
        : (unrepaired ?? 'No line of the source stands out.'),
    revert.kind === 'cause' ? breakingChange(revert.atoms, revert.broke, library) : '',
    revert.kind === 'none' && brief.change !== null && judged > 0
      ? 'Undoing parts of the change since the last green commit does not help.'
      : '',
    brief.change === null ? 'No earlier green commit is known to compare with.' : '',
    judged === 0
      ? link !== null
        ? 'Nothing that is there could be imported instead.'
        : `No change was tried.${leftOver(search)}`
      : `${judged} candidate changes were judged by the tests; none passed every check.${leftOver(search)}`,
    search !== null && search.breaking > 0 ? `${search.breaking} of them made the failing tests pass but broke others.` : '',
    search !== null && search.refused.length > 0 ? `Refused though the tests pass: ${refusals(search.refused, library)}.` : '',
    search?.closest
      ? `Closest: ${labelOf(search.closest.repair)} (turns ${search.closest.fixed} of ${brief.failing.length} failing tests green).`
      : '',
    refuted.length > 0 ? `Passed in the trial, but not when applied: ${refuted.join('; ')}.` : '',
  ];
  return lines.filter((line) => line !== '').join('\n');
}

function leftOver(search: SearchResult | null): string {
  if (search === null || search.unjudged === 0) return '';
  return ` ${search.unjudged} more were not judged before the time was up: more minutes (max-minutes) judge more of them.`;
}

/** What was refused, and why: where it stands is a trace, though it is no repair. */
function refusals(refused: readonly Refused[], library: Library): string {
  const placeOf = ({ path, start }: Repair[number]): string => `${path}:${library.textOf(path).slice(0, start).split('\n').length}`;
  const named = refused.slice(0, 5).map(({ repair, why }) => `${labelOf(repair)} at ${repair.map(placeOf).join(' and ')}, but ${why}`);
  return named.join('; ') + (refused.length > named.length ? `; and ${refused.length - named.length} more` : '');
}

/** An exit code, jest's heading, how Go says that a package was not built, and a file that complaints stand below. */
const onlyFailed =
  /^exit code \d+$|^\s*● Test suite failed to run$|^FAIL\s+\S+ \[(?:build|setup) failed\]$|^# \S+(?: \[\S+\])?$|^\s*\S+\.[cm]?[jt]sx?(?::\d+:\d+)?$/;

/** The first line of a message that says more than that a command, or a file, failed. */
function telling(message: string): string {
  const lines = message.split('\n').filter((line) => line.trim() !== '');
  const first = lines.find((line) => !onlyFailed.test(line)) ?? lines[0] ?? '';
  return first.trim();
}

/** The first failing test: what it expected and what it got. */
function symptom(failing: readonly FailingTest[]): string {
  const [first] = failing;
  if (first === undefined) return '';
  const values = first.expected !== null && first.actual !== null ? `expected ${code(first.expected)}, got ${code(first.actual)}` : null;
  const what = values ?? (first.message === null ? 'it fails without a message' : code(telling(first.message)));
  const more = failing.length > 1 ? ` (and ${failing.length - 1} more)` : '';
  return `${code(first.id)}: ${what}${more}.`;
}

/** At most five, likeliest first. */
function suspiciousFunctions({ brief, suspects, library, search }: Findings): readonly string[] {
  const effective = (search?.effective ?? []).flat();
  const traces = { suspects, failing: brief.failing, effective, fileOf: (path: string) => library.get(path) };
  return suspectFunctions(traces, 5).map(
    ({ name, path, line, score }) =>
      `${name === null ? '' : `${code(name)} in `}${path}:${line} (${score === null ? 'stack' : score.toFixed(2)})`,
  );
}

function breakingChange(atoms: readonly Atom[], broke: readonly string[] | null, library: Library): string {
  const change = `The failure came with the change at ${placesOf(atoms)}. ${where(atoms, library)}Undoing it turns the failing tests green`;
  // A suite that did not end names no test.
  if (broke === null || broke.length === 0) return `${change}; whether it breaks others could not be judged in time.`;
  const tests = broke.slice(0, 3).map(code).join(', ') + (broke.length > 3 ? ` and ${broke.length - 3} more` : '');
  return `${change} but breaks ${tests}: it is cause and feature at once.`;
}

/** `In `f` (src/a.js). `, or nothing where no function is known. */
function where(atoms: readonly Atom[], library: Library): string {
  const [first] = atoms;
  if (first === undefined) return '';
  const text = library.get(first.path)?.text ?? '';
  const name = describeLocation([{ path: first.path, text }], first.path, first.startLine)?.function ?? null;
  return name === null ? '' : `The place is in ${code(name)} (${first.path}:${first.startLine}). `;
}

function changed({ path, start, end, text }: Repair[number], library: Library): string {
  const source = library.textOf(path);
  const line = source.slice(0, start).split('\n').length;
  const name = describeLocation([{ path, text: source }], path, line)?.function ?? null;
  return `In ${name === null ? '' : `${code(name)}, `}${path}:${line}, ${whatBecame(source.slice(start, end), text)}.`;
}

function whatBecame(before: string, after: string): string {
  if (before === '') return `${code(after)} was added`;
  if (after === '') return `${code(before)} was removed`;
  // On one line the two would look the same.
  if (outdented(before) === outdented(after)) return `${code(after)} is indented otherwise and belongs to another block now`;
  return `${code(before)} became ${code(after)}`;
}

function outdented(text: string): string {
  return text.replace(/^[ \t]+/gm, '');
}

function tally(judged: number, others: readonly string[]): string {
  const count = `${judged} candidates were judged.`;
  return others.length === 0
    ? count
    : `${count} Ambiguous: ${others.length} other ${others.length === 1 ? 'candidate passes' : 'candidates pass'} too: ${others.join('; ')}.`;
}

function testCount({ failing }: Brief): string {
  return failing.length === 1 ? 'one test' : `${failing.length} tests`;
}

/** Inline code on one line, clipped. */
function code(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim().replaceAll('`', "'");
  return `\`${line.length > 160 ? `${line.slice(0, 157)}…` : line}\``;
}
