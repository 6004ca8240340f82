import { cut } from '../plain.ts';
import type { Report } from '../types.ts';
import { briefDuration, count, grouped } from '../words.ts';
import { type Html, html } from './markup.ts';

/** More rows than anybody scrolls through. */
const MOST_ROWS = 20_000;
/** Rows of one table: the browser skips the tables that are not on the screen. */
const PER_TABLE = 500;

type Row = Report['tests']['results'][number];

/** Those that have a colour and a mark. */
const known: ReadonlySet<string> = new Set(['passed', 'failed', 'skipped']);

/** Each test before and after: those that changed or are red first, the rest folded. Null when no suite was seen. */
export function testsSection({ tests }: Pick<Report, 'tests'>): Html | null {
  const { before, after, results, flaky } = tests;
  if (before === null && after === null && results.length === 0) return null;
  const rows = results.slice(0, MOST_ROWS);
  const notable = rows.filter(
    (row) => row.before === 'failed' || row.after === 'failed' || (row.after !== null && row.before !== row.after),
  );
  const shown = new Set(notable);
  const others = rows.filter((row) => !shown.has(row));
  return html`${suites(before, after)}
<p class="filter"><label for="test-filter">Filter tests</label> <input id="test-filter" type="search" autocomplete="off" placeholder="part of a name"> <output id="test-count" for="test-filter"></output></p>
${notable.length === 0 ? null : html`<h3>${count(notable.length, 'test')} red or changed</h3>${tables(notable, 'Tests that are red or changed')}`}
${others.length === 0 ? null : html`<details id="other-tests"><summary>${count(others.length, 'other test')}, the same before and after</summary>${tables(others, 'Other tests')}</details>`}
${flaky.length === 0 ? null : html`<h3>Flaky, and not touched</h3><ul>${flaky.slice(0, 200).map((id) => html`<li><code>${cut(id, 500)}</code></li>`)}</ul>`}
${results.length > MOST_ROWS ? html`<p>${results.length - MOST_ROWS} more tests are in the report.</p>` : null}`;
}

function suites(before: Report['tests']['before'], after: Report['tests']['after']): Html {
  const row = (name: string, suite: Report['tests']['before']): Html | null =>
    suite === null
      ? null
      : html`<tr><th scope="row">${name}</th>${[suite.executed, suite.passed, suite.failed, suite.skipped].map((n) => html`<td class="num">${grouped(n)}</td>`)}</tr>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="The whole suite"><table><thead><tr><th scope="col">Whole suite</th><th scope="col" class="num">Executed</th><th scope="col" class="num">Passed</th><th scope="col" class="num">Failed</th><th scope="col" class="num">Skipped</th></tr></thead><tbody>${row('before', before)}${row('after', after)}</tbody></table></div>`;
}

function tables(rows: readonly Row[], label: string): Html[] {
  const chunks = Array.from({ length: Math.ceil(rows.length / PER_TABLE) }, (_, n) => rows.slice(n * PER_TABLE, (n + 1) * PER_TABLE));
  return chunks.map((chunk, index) => {
    const name = chunks.length === 1 ? label : `${label}, part ${index + 1} of ${chunks.length}`;
    return html`<div class="scroll chunk" tabindex="0" role="region" aria-label="${name}"><table class="tests"><thead${index === 0 ? null : html` class="sr"`}><tr><th scope="col">Test</th><th scope="col">Before</th><th scope="col">After</th><th scope="col" class="num">Took</th></tr></thead><tbody>${chunk.map(testRow)}</tbody></table></div>`;
  });
}

function testRow({ id, file, before, after, seconds }: Row): Html {
  // Most ids begin with the file already.
  const where = file !== null && !id.startsWith(file) ? html`<div class="quiet">${cut(file, 300)}</div>` : null;
  return html`<tr><td class="id">${cut(id, 500)}${where}</td>${status(before)}${status(after)}<td class="num">${seconds === null ? '–' : briefDuration(seconds)}</td></tr>`;
}

function status(value: string | null): Html {
  if (value === null) return html`<td class="quiet">not run</td>`;
  return html`<td class="s-${known.has(value) ? value : 'other'}">${cut(value, 40)}</td>`;
}
