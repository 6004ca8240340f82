// The comment on a pull request that failed: the fix with a command that applies it, word of one that was pushed, or what is known without one.
import type { Circumstances } from '../delivery/types.ts';
import { changeInWords } from './change-words.ts';
import { checksInWords, historyList, lostIntent } from './circumstances.ts';
import { codeBlock, codeSpan, prose, shellBlock } from './markdown.ts';
import { revealed } from './plain.ts';
import * as sections from './sections.ts';
import type { Report } from './types.ts';
import { costInWords, headlines, times } from './words.ts';

/** GitHub takes 65,536 characters; the rest is left to whoever adds a stamp. */
const MAX_COMMENT = 60_000;
/** Of a patch that is shown. */
const MAX_PATCH = 40_000;

const steps: readonly sections.Bounds[] = [
  { rows: 20, diagnosis: 3_000, diff: MAX_PATCH },
  { rows: 5, diagnosis: 800, diff: MAX_PATCH / 2 },
  { rows: 2, diagnosis: 300, diff: 0 },
];

interface CommentOptions {
  readonly optOutLabel: string | null;
  readonly circumstances: Circumstances;
  /** Whether the patch may be shown as it is. */
  readonly patchIsPublic: boolean;
}

/** The fix, or where it was pushed to. */
export function renderComment(report: Report, options: CommentOptions): string {
  return fitting((bounds) => {
    const { circumstances, optOutLabel } = options;
    const pushed = circumstances.way === 'push';
    const checks = pushed ? checksInWords(circumstances) : '';
    return [
      [
        pushed ? 'Regreen pushed a fix to this pull request' : 'Regreen has a fix for this pull request',
        sections.whatFailed(report, bounds),
      ],
      [null, lostIntent(circumstances)],
      [null, sections.allowedFindings(report)],
      ['What it changes', [sections.sourceOfChange(report), changeInWords(report.patch, bounds.rows)].join('\n\n')],
      [pushed ? null : 'To apply it', pushed ? '' : howToApply(report, options, bounds.diff)],
      ['Proof: red to green', proofInShort(report)],
      ['What you can do', choices(report, optOutLabel, checks, pushed)],
      ['What happened so far', historyList(circumstances)],
    ];
  });
}

/** What is known where there is no fix. */
export function renderDiagnosis(report: Report, { optOutLabel }: { readonly optOutLabel: string | null }): string {
  return fitting((bounds) => [
    [`Regreen: ${headlines[report.outcome]}`, prose(report.reason, 1_000)],
    ['What failed, and why', sections.whatFailed(report, bounds)],
    [null, sections.failingTests(report, bounds)],
    [null, sections.suspects(report)],
    [null, sections.alternatives(report)],
    ['What you can do', choices(report, optOutLabel, '', false)],
  ]);
}

type Parts = Parameters<typeof sections.assemble>[0];

function fitting(parts: (bounds: sections.Bounds) => Parts): string {
  let body = '';
  for (const bounds of steps) {
    body = sections.assemble(parts(bounds));
    if (body.length <= MAX_COMMENT) break;
  }
  return body.slice(0, MAX_COMMENT);
}

/** A command to paste. A patch that would not come out of the page as it went in is in the patch file only. */
function howToApply({ patch }: Report, { patchIsPublic }: CommentOptions, most: number): string {
  const elsewhere = 'The patch is in the file that the job wrote (output `patch-file`).';
  if (!patchIsPublic || patch === '' || patch.length > most) return elsewhere;
  if (revealed(patch) !== patch || !patch.endsWith('\n')) return `${elsewhere}\n\n${codeBlock(patch, 'diff', most)}`;
  let end = 'END_OF_PATCH';
  while (patch.split('\n').includes(end)) end += '_';
  return `In a checkout of this branch, at its root:\n\n${shellBlock(`git apply <<'${end}'\n${patch}${end}`)}`;
}

function proofInShort({ proof }: Report): string {
  if (proof === null) return '';
  const runs = `The same tests, on a clean copy of the red commit: red ${times(proof.redRuns)} without the fix, green ${times(proof.greenRuns)} with it.`;
  return `${runs}\n\n${sections.suiteTable(proof.suiteBefore, proof.suiteAfter)}`;
}

function choices(report: Report, optOutLabel: string | null, checks: string, pushed: boolean): string {
  return [
    ...(checks === '' ? [] : [`- **Checks**: ${checks}`]),
    ...(pushed ? ['- **Undo**: `git revert` the commit; it is one.'] : []),
    ...(optOutLabel === null ? [] : [`- **Opt out**: a pull request with the label ${codeSpan(optOutLabel, 50)} is left alone.`]),
    '- **Run again**: re-run the job that wrote this. It updates this comment, and writes no second one.',
    `- **Cost**: ${costInWords(report)}.`,
  ].join('\n');
}
