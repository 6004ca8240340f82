import { cut, oneLine } from '../plain.ts';
import type { Report } from '../types.ts';
import { webPage } from '../web-page.ts';
import {
  budgetRows,
  bytes,
  costInWords,
  duration,
  grouped,
  headlines,
  inShort,
  linesOf,
  placed,
  remedyOf,
  savingsInWords,
  sizeInWords,
  sources,
  times,
  wireInWords,
} from '../words.ts';
import { type Html, html } from './markup.ts';
import { shareBar } from './timeline.ts';

const good = new Set<Report['outcome']>(['fixed', 'already-green']);

/** The outcome, its reason, what to do, and the numbers that a person looks for first. */
export function header(report: Report): Html {
  const { incident, outcome, reason, pullRequest, ledger } = report;
  const remedy = remedyOf(report);
  const where = [
    ...(incident.repo === null ? [] : [html`<code>${oneLine(incident.repo, 200)}</code>`]),
    ...(incident.branch === null ? [] : [html` on <code>${oneLine(incident.branch, 200)}</code>`]),
    ...(incident.sha === null ? [] : [html` at <code>${incident.sha.slice(0, 12)}</code>`]),
    ...(ledger.startedAt === null
      ? []
      : [html`, <time datetime="${ledger.startedAt}">${ledger.startedAt.replace('T', ' ').replace(/\.\d+Z$/, ' UTC')}</time>`]),
  ];
  const link = pullRequest === null ? null : webPage(pullRequest.url);
  return html`<header><p class="quiet">Regreen ${where}</p>
<h1 class="${good.has(outcome) ? 'good' : 'open'}">${headlines[outcome]}</h1>
<p class="lead">${cut(reason, 4_000)}</p>
${whatFailed(report)}
${remedy === null ? null : html`<p><b>What to do:</b> ${cut(remedy, 2_000)}</p>`}
${link === null ? null : html`<p><b>Pull request:</b> <a href="${link}" rel="noreferrer">${link}</a></p>`}
${report.delivery.state === 'refused' ? html`<p><b>Not delivered:</b> ${cut(report.delivery.reason, 2_000)}</p>` : null}
<dl class="numbers">${numbers(report).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>${shareBar(report)}</header>`;
}

/** The tests that were red, and why, in two sentences. */
function whatFailed({ tests: { command, before }, diagnosis }: Report): Html | null {
  const [first] = before?.failing ?? [];
  if (before === null || first === undefined) return null;
  const red = before.failing.length;
  const [why] = inShort(diagnosis ?? '');
  return html`<p class="why">${command === null ? 'The build' : html`<code>${oneLine(command, 200)}</code>`} failed: ${grouped(red)} of ${grouped(before.executed)} tests ${red === 1 ? 'was' : 'were'} red, ${red === 1 ? null : 'the first of them '}<code>${oneLine(first, 300)}</code>. ${withCode(cut(why, 600))}</p>`;
}

function numbers({ timing, tests, transport, files, ...report }: Report): (readonly [string, string])[] {
  const red = tests.before?.failing.length ?? 0;
  const still = tests.after?.failing.length;
  return [
    ['took', duration(timing.total)],
    ['red tests', still === undefined ? String(red) : `${red} → ${still}`],
    ['turns', String(report.budget.used.turns)],
    ['tokens', grouped(report.budget.used.tokens)],
    ['cost', costInWords(report).replace(/ \(.*$/, '')],
    ...(files.length === 0 ? [] : [['changed lines', `+${linesOf(files).added} −${linesOf(files).removed}`] as const]),
    ...(transport === null ? [] : [['sent to the model', bytes(transport.bytesSent)] as const]),
  ];
}

/** In the order of `budgetRows`. */
const bounds = ['turns', 'minutes', 'tokens', 'costUsd', 'testRuns', 'changedLines'] as const;

/** How much of each bound was used. */
export function gauges(report: Report): Html {
  const { limits, used } = report.budget;
  return html`<ul class="gauges">${budgetRows(report).map(([name, amount, limit], index) => {
    const key = bounds[index] ?? 'turns';
    const most = limits[key];
    return html`<li><span>${name}</span> <meter min="0" max="${most}" high="${most * 0.8}" optimum="0" value="${Math.min(used[key], most)}" aria-label="${name}: ${amount} of ${limit}"></meter> <span class="num">${amount} of ${limit}</span></li>`;
  })}</ul>`;
}

/** What was found, how it was proved, and what the rules of integrity say. */
export function findings(report: Report): Html {
  const { diagnosis, proof, integrity, suspects, alternatives, files } = report;
  return html`${diagnosis === null ? html`<p class="quiet">No diagnosis was written.</p>` : html`<pre class="prose">${withCode(diagnosis.slice(0, 20_000))}</pre>`}
${proof === null ? null : html`<p><b>The change</b>: ${sizeInWords(files)}. ${sources[proof.kind]}.</p><p><b>Proof</b>: the same tests, on a clean copy of the red commit: red ${times(proof.redRuns)} without the change, green ${times(proof.greenRuns)} with it.</p>`}
${integrity.length === 0 ? null : html`<h3>Integrity</h3><ul>${integrity.slice(0, 100).map((finding) => html`<li><b>${finding.severity}</b>${finding.allowed ? ' (allowed by an input)' : null}: ${oneLine(placed(finding), 600)}</li>`)}</ul>`}
${suspects.length === 0 ? null : html`<h3>Most suspicious lines</h3><ul>${suspects.slice(0, 10).map(({ path, line, score }) => html`<li><code>${oneLine(path, 300)}:${line}</code> <span class="quiet">${score.toFixed(2)}</span></li>`)}</ul>`}
${alternatives.length === 0 ? null : html`<h3>Other changes that passed the tests</h3><ul>${alternatives.slice(0, 20).map((label) => html`<li>${oneLine(label, 400)}</li>`)}</ul>`}`;
}

/** What stands between backticks is code. */
function withCode(text: string): Html[] {
  return text.split(/`([^`\n]{1,300})`/).map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));
}

/** The wire, the sandbox and the price. */
export function surroundings(report: Report): Html {
  const { transport, sandbox, model, engine } = report;
  const saved = savingsInWords(report);
  return html`<ul><li>Model: ${model === null || engine === 'builtin' ? 'the built-in engine' : html`<code>${oneLine(model, 200)}</code>`}; cost: ${costInWords(report)}</li>
${transport === null ? null : html`<li>Wire: ${wireInWords(transport)}; ${bytes(transport.bytesSent)} sent, ${bytes(transport.bytesReceived)} received</li>${transport.fallbacks.slice(0, 10).map((fallback) => html`<li>Fallback: ${oneLine(fallback, 400)}</li>`)}`}
${saved === null ? null : html`<li>The socket saved ${saved}.</li>`}
<li>Sandbox: ${oneLine(sandbox.layer, 100)}${
    sandbox.notStopped.length === 0
      ? null
      : `; it does not stop: ${sandbox.notStopped
          .slice(0, 20)
          .map((what) => oneLine(what, 200))
          .join('; ')}`
  }</li></ul>`;
}
