import * as z from 'zod';
import { type FailingTest, parseFailing, parseSuspects, type Suspect } from './brief.ts';
import type { Edit, TextEdit } from './edits.ts';
import { jsonOrNull } from './json.ts';
import type { Stage } from './replay.ts';

/** A whole file as `read` shows it. */
export interface ReadFile {
  readonly path: string;
  readonly text: string;
  /** CRLF is shown as LF. */
  readonly crlf: boolean;
}

export interface Candidate {
  readonly label: string;
  readonly edits: readonly Edit[];
}

export type Scope = 'failing' | 'related' | 'all';

/** What a batch of candidates led to. Indices count from 0 in the batch. */
export interface Trial {
  readonly judged: number;
  readonly green: readonly number[];
  readonly partial: readonly { readonly index: number; readonly fixed: readonly string[]; readonly broke: readonly string[] }[];
  readonly breaks: readonly { readonly index: number; readonly broke: readonly string[] }[];
  readonly invalid: readonly { readonly index: number; readonly reason: string }[];
  /** Why nothing was judged. */
  readonly error: string | null;
}

type EditAnswer =
  /** `failing`: what is red in the rerun of the failing tests; null when they could not be rerun. */
  | { readonly ok: true; readonly green: boolean; readonly failing: readonly FailingTest[] | null }
  | { readonly ok: false; readonly error: string };

/** What was used up so far, as the answers tell. */
export interface Spent {
  /** Seconds in tests. */
  readonly seconds: number;
  readonly testRuns: number;
  /** Different candidates that were judged. */
  readonly judged: number;
  /** Candidates judged a second; null before the first batch. */
  readonly rate: number | null;
  /** The last batch was judged in a warm process: what its start and confirmations took is in the rate, which may be much better. */
  readonly warm: boolean;
  /** What is left of the client's time, thinking taken off, as the last answer of a run told it; null where none did. */
  readonly left: number | null;
  /** The last batch of which some were judged. */
  readonly last: { readonly judged: number; readonly seconds: number } | null;
}

/** The tools of the request, typed. Each rejects with `CallRefused` when the client does not offer it. */
export interface Tools {
  /** Null when the file cannot be read whole. */
  read(path: string): Promise<ReadFile | null>;
  /** Paths of the repository; possibly not all of them. */
  list(): Promise<readonly string[]>;
  /** Files in which a line fits a regular expression, at most so many lines. */
  matching(pattern: string): Promise<readonly string[]>;
  suspects(): Promise<readonly Suspect[]>;
  tryEdits(candidates: readonly Candidate[], scope: Scope, keep: number): Promise<Trial>;
  edit(edits: readonly TextEdit[]): Promise<EditAnswer>;
  giveUp(reason: string, diagnosis: string): Promise<void>;
  readonly spent: () => Spent;
  readonly turns: () => number;
  readonly meanwhile: Stage['meanwhile'];
}

/** Most files listed, and most pages of one file read. */
const MAX_LISTED = 1000;
const MAX_PAGES = 4;
const MAX_MATCHES = 40;

export function toolsOf(stage: Stage): Tools {
  const known = new Set<string>();
  let spent: Spent = { seconds: 0, testRuns: 0, judged: 0, rate: null, warm: false, left: null, last: null };
  const call = (name: string, args: unknown): Promise<string> => stage.call({ name, arguments: JSON.stringify(args) });
  const spend = (seconds: number, left: number | null = null): void => {
    spent = { ...spent, seconds: spent.seconds + seconds, testRuns: spent.testRuns + 1, left: left ?? spent.left };
  };

  return {
    spent: () => spent,
    turns: stage.turns,
    meanwhile: stage.meanwhile,
    read: async (path) => {
      let whole: Page | null = null;
      for (let page = 0; page < MAX_PAGES; page++) {
        const start = whole === null ? null : whole.lines.length + 1;
        const next = parsePage(await call('read', { path, start_line: start, end_line: null }));
        if (next === null || next.first !== (start ?? next.first)) return null;
        whole = whole === null ? next : { ...next, lines: [...whole.lines, ...next.lines] };
        if (whole.lines.length >= next.total) return { path, text: textOf(whole), crlf: next.eol === 'CRLF' };
        if (next.lines.length === 0) return null;
      }
      return null;
    },
    list: async () => {
      const answer = await call('scan', { query: null, glob: null, max_results: MAX_LISTED });
      return answer.split('\n').filter((line) => line !== '' && !/^(\(|error: )/.test(line));
    },
    matching: async (pattern) => {
      const answer = await call('scan', { query: `/${pattern}/`, glob: null, max_results: MAX_MATCHES });
      return [...new Set([...answer.matchAll(/^([^\n:]+):\d+:/gm)].flatMap(([, path]) => path ?? []))];
    },
    suspects: async () => {
      const answer = runAnswer.safeParse(jsonOrNull(await call('run_tests', { scope: 'failing', suspects: true })));
      spend(answer.data?.seconds ?? 0, answer.data?.seconds_left);
      return parseSuspects(answer.data?.suspects ?? []);
    },
    tryEdits: async (candidates, scope, keep) => {
      const parsed = trialAnswer.safeParse(jsonOrNull(await call('try_edits', { candidates, scope, keep })));
      const answer = parsed.data;
      if (answer === undefined) return { ...NOTHING, error: 'the answer of try_edits could not be read' };
      spend(answer.seconds, answer.seconds_left);
      for (const { edits } of candidates.slice(0, answer.judged)) known.add(JSON.stringify(edits));
      const rate = answer.judged > 0 ? answer.judged / Math.max(answer.seconds, 0.01) : spent.rate;
      const last = answer.judged > 0 ? { judged: answer.judged, seconds: answer.seconds } : spent.last;
      spent = { ...spent, judged: known.size, rate, warm: answer.warm > 0, last };
      return { ...answer, green: answer.green.map((one) => one.index), error: answer.error ?? null };
    },
    edit: async (edits) => {
      const answer = editAnswer.safeParse(jsonOrNull(await call('edit', { edits }))).data;
      if (answer === undefined) return { ok: false, error: 'the answer of edit could not be read' };
      if (!answer.ok) return { ok: false, error: answer.error ?? answer.reason ?? 'the edit was refused' };
      spend(answer.tests?.seconds ?? 0);
      const failing = answer.tests?.failing === undefined ? null : parseFailing(answer.tests.failing);
      return { ok: true, green: answer.tests?.green === true, failing };
    },
    giveUp: async (reason, diagnosis) => {
      await call('give_up', { reason, diagnosis });
    },
  };
}

const NOTHING = { judged: 0, green: [], partial: [], breaks: [], invalid: [] };

const ids = z.array(z.string()).catch([]);
const entries = <Shape extends z.ZodRawShape>(shape: Shape) => z.array(z.object({ index: z.int().min(0), ...shape })).catch([]);
const left = z.number().nullable().catch(null);
const runAnswer = z.object({ suspects: z.array(z.unknown()).optional(), seconds: z.number().catch(0), seconds_left: left });
const trialAnswer = z.object({
  judged: z.number().catch(0),
  warm: z.number().catch(0),
  seconds: z.number().catch(0),
  seconds_left: left,
  green: entries({}),
  partial: entries({ fixed: ids, broke: ids }),
  breaks: entries({ broke: ids }),
  invalid: entries({ reason: z.string().catch('') }),
  error: z.string().optional(),
});
const editAnswer = z.object({
  ok: z.boolean(),
  error: z.string().optional(),
  reason: z.string().optional(),
  tests: z
    .object({ green: z.boolean().optional(), failing: z.unknown().optional(), seconds: z.number().catch(0), error: z.string().optional() })
    .optional(),
});

interface Page {
  readonly first: number;
  readonly total: number;
  readonly eol: string;
  readonly finalNewline: boolean;
  readonly lines: readonly string[];
}

function parsePage(answer: string): Page | null {
  const [header = '', ...rest] = answer.split('\n');
  const match = /^.*, lines (\d+)-(\d+) of (\d+), (LF|CRLF|mixed), (no )?final newline$/.exec(header);
  if (match === null) return null;
  const lines = rest.flatMap((line) => /^\s*\d+\t([\s\S]*)$/.exec(line)?.slice(1) ?? []);
  return { first: Number(match[1]), total: Number(match[3]), eol: match[4] ?? 'LF', finalNewline: match[5] === undefined, lines };
}

function textOf(page: Page): string {
  return page.lines.length === 0 ? '' : page.lines.join('\n') + (page.finalNewline ? '\n' : '');
}
