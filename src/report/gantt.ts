import type { Report } from './types.ts';

/** Beyond this many rows a chart in a pull request is no longer read. */
const MOST_PHASES = 20;
const MOST_TURNS = 12;

interface Task {
  readonly name: string;
  /** Seconds. */
  readonly start: number;
  readonly end: number;
}

/**
 * The phases and turns of a run as a Mermaid Gantt chart; '' where there is nothing to draw. The table beside it says the same: where
 * Mermaid is not drawn (e-mail, other forges) the source of the chart is a list that can be read.
 */
export function gantt({ timing, turns }: Report): string {
  const asked = turns.flatMap(({ n, mode, start, end }) =>
    start === null || end === null ? [] : [{ name: mode === 'warm' ? 'warm-up' : `turn ${n}`, start, end }],
  );
  const sections = [
    section('Phases', timing.phases.slice(0, MOST_PHASES).map(numbered)),
    section(asked.length > MOST_TURNS ? `The ${MOST_TURNS} longest turns` : 'Turns', longest(asked, MOST_TURNS)),
  ].filter((text) => text !== '');
  if (sections.length === 0) return '';
  // Milliseconds since 1970 in, seconds since 1970 out: the only formats that no time zone changes.
  return ['```mermaid', 'gantt', '    dateFormat x', '    axisFormat %s s', ...sections, '```'].join('\n');
}

/**
 * Every line begins with a number, and with no word that the language knows. A phase of ours is called by small letters; a report that
 * somebody else wrote may hold anything, of which nothing is shown here: it could mean something to Mermaid, or to GitHub.
 */
function numbered({ name, ...times }: Task, index: number): Task {
  return { ...times, name: /^[a-z][a-z -]{0,30}$/.test(name) ? `${index + 1} ${name}` : `${index + 1}` };
}

function longest(tasks: readonly Task[], most: number): Task[] {
  const kept = new Set([...tasks].sort((a, b) => b.end - b.start - (a.end - a.start)).slice(0, most));
  return tasks.filter((task) => kept.has(task));
}

function section(title: string, tasks: readonly Task[]): string {
  if (tasks.length === 0) return '';
  const lines = tasks.map(({ name, start, end }) => {
    const from = Math.round(start * 1000);
    return `    ${name} :${from}, ${Math.max(Math.round(end * 1000), from + 1)}`;
  });
  return [`    section ${title}`, ...lines].join('\n');
}
