import { type Brief, type FailingTest, parseBrief, type Suspect } from './brief.ts';
import { type Atom, atomsOf, undoableFiles } from './changes.ts';
import { isSource } from './conventions.ts';
import { parseDiff } from './diff.ts';
import { type Edit, exactEdits, restoringEdits } from './edits.ts';
import { diagnosis, explainRevert, explainTemplate } from './explain.ts';
import { packageOf } from './imports.ts';
import { Library } from './library.ts';
import { revertSeconds, roomFor, templateSeconds } from './limits.ts';
import { type LostLink, lacksModule, lostLinks, lostLinkWords, mends } from './linkage.ts';
import { CallRefused, type Script } from './replay.ts';
import { type RevertResult, revert } from './revert.ts';
import { byRelevance, editableSources, importersIn, namedFiles } from './scout.ts';
import { labelOf, type SearchOptions, type SearchResult, search } from './search.ts';
import { proposeEdits, speaksOfParsing, type TemplateCandidate, type TemplateInput, unparsedLines } from './templates/index.ts';
import { likelyTestFiles, testFiles } from './test-files.ts';
import { type Tools, toolsOf } from './tools.ts';
import { unrepairedWords } from './unrepaired.ts';

const NEEDS =
  'I am a program-repair engine, not a language model. I need a message with a <failing_tests> section (a JSON array of failing tests), and the function tools ' +
  'scan, read, run_tests, try_edits, edit and give_up to work with. Then I look for a small change that turns these tests green.';

/** Candidates that passed the trial and are applied one after another, should one fail when applied. */
const MAX_APPLIED = 3;
const MAX_PRIORS = 200;
/** Candidates judged where the stack traces point, before coverage is measured. */
const FIRST_LOOK = 120;
/** Seconds for that: a run under coverage takes about as long, and knows more. */
const FIRST_LOOK_SECONDS = 5;
/** Where all tests take no longer, coverage is measured beside the first look: it costs less than waiting for it. */
const QUICK_SUITE_SECONDS = 3;

interface Candidates {
  /** Best first. */
  readonly candidates: readonly TemplateCandidate[];
  /** Those behind them. */
  readonly more: () => readonly TemplateCandidate[];
}

/** What was found so far; a diagnosis can be made of it at any time. */
interface Findings {
  readonly brief: Brief;
  readonly library: Library;
  suspects: readonly Suspect[];
  revert: RevertResult;
  search: SearchResult | null;
  refuted: readonly string[];
  /** Imports that lead nowhere, for which all fails that fails; null where anything else may. */
  lost: readonly LostLink[] | null;
  /** What is said of sources in languages that are not repaired; null where there are none, or others could be repaired. */
  unrepaired: string | null;
  /** Paths of the repository, as far as they are known. */
  listed: readonly string[];
}

/** The engine's whole strategy: undo what broke it, else repair it by templates, else say what was found. */
export const repair: Script = async (stage) => {
  const brief = parseBrief(stage.request);
  if (brief === null) return NEEDS;
  const tools = toolsOf(stage);
  const findings: Findings = {
    brief,
    library: new Library(tools),
    suspects: brief.suspects,
    revert: { kind: 'none' },
    search: null,
    refuted: [],
    lost: null,
    unrepaired: null,
    listed: [],
  };
  try {
    const fixed = await fix(findings, tools);
    if (fixed !== null) return fixed;
    if ((findings.search?.reached ?? 0) === 0) findings.unrepaired = await unrepaired(findings);
    const reason = tools.spent().judged > 0 ? 'No change that was tried passes every check.' : 'No change was found that could be tried.';
    await tools.giveUp(reason, wordsFor(findings, tools));
    return wordsFor(findings, tools);
  } catch (error) {
    // The client takes no more calls: what was found so far is the answer.
    if (!(error instanceof CallRefused)) throw error;
    return tools.turns() === 0 && !error.wordsOnly ? NEEDS : wordsFor(findings, tools);
  }
};

async function fix(findings: Findings, tools: Tools): Promise<string | null> {
  const { brief, library } = findings;
  const files = undoableFiles(parseDiff(brief.change ?? ''));
  const changed = files.filter((file) => file.status !== 'deleted').map((file) => file.newPath);
  const [listed] = await Promise.all([
    tools.list(),
    library.load([...testFiles(brief.failing), 'package.json', ...changed, ...namedFiles(brief)]),
  ]);
  findings.listed = listed;
  await library.load(likelyTestFiles(brief.failing, listed, library));
  const all = files.flatMap((file) => atomsOf(file, library.get(file.newPath)));
  const atoms = byRelevance(all, brief);
  return (await fixByRevert(findings, tools, atoms)) ?? (await fixByTemplates(findings, tools, atoms));
}

async function fixByRevert(findings: Findings, tools: Tools, atoms: readonly Atom[]): Promise<string | null> {
  const { brief, library } = findings;
  const seconds = revertSeconds(brief);
  const room = roomFor(brief, tools, seconds.search);
  const lastRoom = roomFor(brief, tools, seconds.proof);
  const result = await revert({ tools, atoms, currentOf: (path) => library.textOf(path), room, lastRoom });
  findings.revert = result;
  if (result.kind !== 'green') return null;
  const refuted = await apply(result.edits, findings, tools);
  if (refuted === null) return explainRevert(result, brief, library, tools.spent().judged);
  findings.refuted = [...findings.refuted, `${result.label} (${refuted})`];
  return null;
}

async function fixByTemplates(findings: Findings, tools: Tools, atoms: readonly Atom[]): Promise<string | null> {
  const { brief } = findings;
  const room = roomFor(brief, tools, () => templateSeconds(brief, tools));
  const isWholly = brief.failing.every(isPlaced);
  const early = isWholly || brief.failing.every(lacksModule) ? await candidatesAt(findings, atoms) : null;
  if (early !== null && findings.lost !== null) {
    // No test is run before all files are there: coverage knows nothing more.
    const some = { ...early, candidates: [...early.candidates, ...early.more()], more: () => [], room };
    return some.candidates.length === 0 ? null : await fixAmong(findings, tools, some);
  }
  const first = isWholly ? early : null;
  // Where every failure points into the source, a first look there costs less than a run of everything under coverage.
  const judged = new Set<string>();
  const isNew = (candidate: TemplateCandidate): boolean => !judged.has(keyOf(candidate));
  let beside: Promise<readonly Suspect[]> | null = null;
  if (first !== null) {
    const few = { ...first, candidates: first.candidates.slice(0, FIRST_LOOK), more: () => [] };
    const little = roomFor(brief, tools, Math.min(FIRST_LOOK_SECONDS, templateSeconds(brief, tools)));
    const measuring = brief.suiteSeconds <= QUICK_SUITE_SECONDS && room() > 0 ? tools.suspects() : null;
    // A client that refuses it is heard where it is waited for.
    measuring?.catch(() => {});
    const fixed = await fixAmong(findings, tools, { ...few, room: little, further: room, alone: true });
    if (fixed !== null) return fixed;
    beside = measuring;
    for (const candidate of few.candidates.slice(0, findings.search?.reached)) judged.add(keyOf(candidate));
  }
  const covered = beside !== null ? await beside : room() > 0 ? await tools.suspects() : [];
  if (covered.length > 0) findings.suspects = covered;
  const all = covered.length === 0 && first !== null ? first : await candidatesAt(findings, atoms);
  // What was suspected before was weighed by other measures: all halves of a pair by those of now.
  const now = new Map(all.candidates.map((candidate) => [keyOf(candidate), candidate]));
  const weighedNow = (edit: TemplateCandidate): TemplateCandidate => now.get(keyOf(edit)) ?? edit;
  const partial = findings.search?.partial.map((half) => ({ ...half, repair: half.repair.map(weighedNow) })) ?? [];
  const isBlind = covered.length === 0 && room() > 0;
  let behind: readonly TemplateCandidate[] | null = null;
  const more = (): readonly TemplateCandidate[] => {
    behind ??= [...all.more(), ...(isBlind ? elsewhere(all) : [])].filter(isNew);
    return behind;
  };
  const candidates = all.candidates.filter(isNew);
  tools.meanwhile(more);
  return await fixAmong(findings, tools, { ...all, candidates, more, partial, room });
}

/** Without knowing what the tests execute, traces may lead far from the fault: behind where they lead, every line counts alike. */
function elsewhere({
  files,
  paths,
  failing,
  testSources,
  suspects,
  priors,
  candidates,
  more,
}: TemplateInput & Candidates): readonly TemplateCandidate[] {
  const led = failing.some(({ frames }) => frames.some(({ path }) => files.some((file) => file.path === path)));
  if (!led && suspects.length === 0 && priors.length === 0) return [];
  const known = new Set([...candidates, ...more()].map(keyOf));
  const unplaced = failing.map((test) => ({ ...test, frames: [] }));
  const made = proposeEdits({ files, paths, testSources, failing: unplaced, suspects: [], priors: [] });
  return made.all().filter((candidate) => !known.has(keyOf(candidate)));
}

/** Whether a stack trace leads from a failing test into code that is none, or the message says which file imports what is not there. */
function isPlaced(test: FailingTest): boolean {
  const paths = [...test.frames.map(({ path }) => path), ...importersIn(test)];
  return paths.some((path) => path !== test.file && isSource(path));
}

function keyOf({ path, start, end, text }: TemplateCandidate): string {
  return JSON.stringify([path, start, end, text]);
}

/** What the templates propose at what is suspected now. */
async function candidatesAt(
  findings: Findings,
  atoms: readonly Atom[],
): Promise<TemplateInput & Candidates & Pick<SearchOptions, 'recent'>> {
  const { brief, library, listed } = findings;
  const files = await editableSources(brief, findings.suspects, atoms, listed, library);
  // What does not parse is never executed: coverage cannot point at it.
  if (brief.failing.some(({ message }) => message !== null && speaksOfParsing(message)))
    findings.suspects = [...unparsedLines(files).map((place) => ({ ...place, score: 1 })), ...findings.suspects];
  const input: TemplateInput = {
    files,
    paths: listed,
    suspects: findings.suspects,
    failing: brief.failing,
    testSources: likelyTestFiles(brief.failing, listed, library).flatMap((path) => library.get(path) ?? []),
    priors: (findings.revert.kind === 'cause' ? findings.revert.atoms : atoms).slice(0, MAX_PRIORS),
  };
  const recent = atoms.filter(({ undo }) => undo.kind === 'delete' || (undo.kind === 'lines' && undo.added.length > 0));
  const proposed = proposeEdits(input);
  const own = packageOf(library.get('package.json')?.text ?? null);
  findings.lost = lostLinks(brief.failing, { files: library.files(), paths: new Set(listed), own });
  const { lost } = findings;
  const able = (some: readonly TemplateCandidate[]): readonly TemplateCandidate[] =>
    lost === null ? some : some.filter((each) => mends(each, lost, files));
  return { ...input, recent, candidates: able(proposed.first), more: () => able(proposed.all().slice(proposed.first.length)) };
}

async function fixAmong(findings: Findings, tools: Tools, options: Omit<SearchOptions, 'tools'>): Promise<string | null> {
  const { brief, library } = findings;
  const before = findings.search;
  const result = await search({ ...options, tools });
  findings.search = {
    ...result,
    refused: [...(before?.refused ?? []), ...result.refused],
    effective: [...(before?.effective ?? []), ...result.effective],
  };
  for (const [index, repaired] of result.green.slice(0, MAX_APPLIED).entries()) {
    const refuted = await apply(
      repaired.map(({ path, start, end, text }) => ({ path, start, end, text })),
      findings,
      tools,
    );
    const others = result.green.filter((_, other) => other > index);
    if (refuted === null) return explainTemplate(repaired, others, brief, library, tools.spent().judged);
    findings.refuted = [...findings.refuted, `${labelOf(repaired)} (${refuted})`];
  }
  return null;
}

/** Sends the winner. Null when the failing tests are green with it; else why not, and the files are as they were. */
async function apply(edits: readonly Edit[], { brief, library }: Findings, tools: Tools): Promise<string | null> {
  const textOf = (path: string): string => library.textOf(path);
  const answer = await tools.edit(exactEdits(edits, textOf));
  if (!answer.ok) return answer.error;
  if (answer.green || (answer.failing !== null && !brief.failing.some((test) => isAmong(test, answer.failing ?? [])))) return null;
  await tools.edit(restoringEdits(edits, textOf));
  return 'the failing tests stayed red when it was applied';
}

function isAmong(test: FailingTest, others: readonly FailingTest[]): boolean {
  return others.some((other) => other.id === test.id);
}

async function unrepaired({ brief, library, listed }: Findings): Promise<string | null> {
  const traced = brief.failing.flatMap(({ frames }) => frames.map(({ path }) => path)).filter((path) => listed.includes(path));
  return await unrepairedWords(likelyTestFiles(brief.failing, listed, library), traced, listed, library);
}

function wordsFor(findings: Findings, tools: Tools): string {
  const { lost, listed } = findings;
  const link = lost === null ? null : lostLinkWords(lost, new Set(listed));
  return diagnosis({ ...findings, link, judged: tools.spent().judged });
}
