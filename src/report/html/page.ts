// report.html: one file that needs nothing else. No network, no inline handler, and a policy that lets nothing but our own style and script run.
import { createHash } from 'node:crypto';
import type { AttemptSaid, Report } from '../types.ts';
import { headlines } from '../words.ts';
import { conversationSection } from './conversation.ts';
import { diffSection } from './diff.ts';
import { findings, gauges, header, surroundings } from './glance.ts';
import { Html, html } from './markup.ts';
import { script } from './script.ts';
import { style } from './style.ts';
import { testsSection } from './tests.ts';
import { shares, timeline } from './timeline.ts';

/** The report as a page. `attempts` is what was said, redacted; empty when it is not there. */
export function renderHtml(report: Report, attempts: readonly AttemptSaid[]): string {
  const policy = [
    `default-src 'none'`,
    `style-src ${hashOf(style)}`,
    `script-src ${hashOf(script)}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ];
  const sections: readonly (readonly [id: string, title: string, content: Html | null])[] = [
    ['found', 'Diagnosis and proof', findings(report)],
    ['change', 'The change', diffSection(report)],
    ['time', 'Where the time went', html`${shares(report)}${timelineOf(report)}`],
    ['tests', 'Tests', testsSection(report)],
    ['budget', 'Budget', gauges(report)],
    ['conversation', 'Conversation', conversationSection(report, attempts)],
    ['surroundings', 'Model, wire and sandbox', surroundings(report)],
  ];
  const shown = sections.filter(([, , content]) => content !== null);
  return html`${new Html('<!doctype html>\n')}<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer"><title>Regreen: ${headlines[report.outcome]}</title><style>${new Html(style)}</style></head>
<body><a class="skip" href="#main">To the report</a>
<nav aria-label="Sections"><ul>${shown.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul><button id="theme" type="button" hidden>Theme: automatic</button></nav>
<main id="main">${header(report)}${shown.map(([id, title, content]) => html`<section id="${id}" aria-labelledby="h-${id}"><h2 id="h-${id}">${title}</h2>${content}</section>`)}</main>
<div id="tip" aria-hidden="true" hidden></div><script>${new Html(script)}</script></body></html>
`.text;
}

function timelineOf(report: Report): Html | null {
  const drawn = timeline(report);
  if (drawn === null) return null;
  return html`<h3>Timeline</h3><p class="zoom" hidden><button type="button" id="zoom-out" aria-label="Zoom out">−</button> <button type="button" id="zoom-in" aria-label="Zoom in">+</button> <output id="zoom-level">1×</output></p>${drawn}`;
}

function hashOf(source: string): string {
  return `'sha256-${createHash('sha256').update(source).digest('base64')}'`;
}
