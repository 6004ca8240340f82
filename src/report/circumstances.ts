// What a text says of how a fix is delivered: what it takes back, whether its checks start, what happened to it before.
import type { Circumstances, HistoryEntry } from '../delivery/types.ts';
import { codeSpan, inlineProse } from './markdown.ts';
import { count } from './words.ts';

/** For a text that nobody delivers. */
export const undelivered: Circumstances = {
  way: 'pull-request',
  failing: null,
  undone: null,
  checks: { kind: 'wait', note: null },
  history: [],
};

const mostPlaces = 5;
const mostLines = 3;

/** Names what the author meant and would lose; '' when the fix takes nothing back. */
export function lostIntent({ undone, failing, way }: Circumstances): string {
  if (undone === null) return '';
  const whose = failing === null ? 'the pull request that failed' : `pull request #${failing.number}`;
  const title = failing?.title ? ` (${inlineProse(failing.title, 200)})` : '';
  const choice = way === 'comment' ? 'apply it only if that part may go' : 'merge it only if that part may go, else close it';
  const places = undone.slice(0, mostPlaces).map(({ path, line, lost, restored }) => {
    const what = [lost.length === 0 ? '' : `loses ${quoted(lost)}`, restored.length === 0 ? '' : `gets back ${quoted(restored)}`];
    return `- ${codeSpan(`${path}:${line}`, 300)} ${what.filter((part) => part !== '').join(', and ')}`;
  });
  const more = undone.length - places.length;
  return [
    `**The fix takes back part of ${whose}**${title}. The tests pass without that part, and what it was meant to do is lost with it; ${choice}.`,
    [...places, ...(more > 0 ? [`- and ${count(more, 'more place')}`] : [])].join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function quoted(lines: readonly string[]): string {
  const shown = lines.filter((line) => line.trim() !== '').map((line) => codeSpan(line.trim(), 120));
  const more = shown.length - mostLines;
  if (shown.length === 0) return 'blank lines';
  return `${shown.slice(0, mostLines).join(', ')}${more > 0 ? ` and ${count(more, 'more line')}` : ''}`;
}

/** Whether its checks start, and what to do where they do not; '' when there is nothing to do. */
export function checksInWords({ checks: { kind, note } }: Circumstances): string {
  switch (kind) {
    case 'run':
      return '';
    case 'started':
      return `the workflow ${inlineProse(note ?? '', 100)} was started on this branch. Other checks wait until somebody clicks “Approve workflows to run” in the merge box.`;
    case 'wait':
      return (
        'they wait until somebody clicks “Approve workflows to run” in the merge box, because GitHub starts none by itself for what a workflow’s own ' +
        'token pushes. (On GitHub Enterprise Server, close and reopen the pull request.) With the token of a GitHub App they start by themselves; `trigger-ci: true` starts the workflow that failed.' +
        (note === null ? '' : ` ${inlineProse(`${note.charAt(0).toUpperCase()}${note.slice(1)}`, 500)}.`)
      );
  }
}

const deeds: Readonly<Record<HistoryEntry['what'], string>> = {
  opened: 'the first fix',
  moved: 'another fix',
  refreshed: 'run again, the same fix',
  closed: 'closed: the tests are green',
};

/** What happened so far, oldest first; '' at the beginning. */
export function historyList({ history }: Circumstances): string {
  if (history.length < 2) return '';
  return history
    .map(
      ({ at, what, sha, attempt }) =>
        `- ${at.replace('T', ' ').replace('Z', ' UTC')}, ${codeSpan(sha.slice(0, 10), 10)}: ${deeds[what]} (attempt ${attempt})`,
    )
    .join('\n');
}
