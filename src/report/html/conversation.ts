import { cut } from '../plain.ts';
import type { AttemptSaid, Report, TurnReport } from '../types.ts';
import { bytes, count, duration, grouped } from '../words.ts';
import { type Exchange, exchangesOf, type Said } from './items.ts';
import { type Html, html } from './markup.ts';

/** Characters of one item, and of the whole conversation: a page must open quickly. `conversation.json` and the report hold the rest. */
const MAX_ITEM = 20_000;
const MAX_ALL = 6_000_000;
const MOST_ITEMS = 5_000;

/** Every turn with its numbers, and what was said in it; of several attempts, by which. */
export function conversationSection({ turns }: Pick<Report, 'turns'>, attempts: readonly AttemptSaid[]): Html | null {
  const exchanges = exchangesOf(
    attempts.map(({ items }) => items.slice(0, MOST_ITEMS)),
    turns,
  );
  const spoken = exchanges.flatMap((each, index) => each.map((exchange) => ({ ...exchange, by: attempts[index] ?? null })));
  const of = new Map(spoken.map((exchange) => [exchange.turn, exchange]));
  const rest = spoken.filter(({ turn }) => turn === null);
  if (turns.length === 0 && rest.length === 0) return null;
  const room = { left: MAX_ALL };
  const several = attempts.length > 1;
  const more = attempts.reduce((sum, { items }) => sum + Math.max(0, items.length - MOST_ITEMS), 0);
  return html`${several ? whoSpoke(attempts) : null}<div class="conversation">${turns.map((turn) => {
    const exchange = of.get(turn);
    return turnBlock(turn, exchange?.items ?? [], several ? (exchange?.by ?? null) : null, room);
  })}${rest.map((exchange) => unmatched(exchange, several ? exchange.by : null, room))}</div>${more > 0 ? html`<p>${more} more items are in the report.</p>` : null}`;
}

function whoSpoke(attempts: readonly AttemptSaid[]): Html {
  return html`<p>${count(attempts.length, 'line')} of thought: ${attempts.map((attempt, index) => html`${index === 0 ? null : ', '}${badge(attempt)}`)}${attempts.some(({ chosen }) => chosen) ? ' (★: its result was taken)' : null}. Turns stand in the order in which they began.</p>`;
}

function badge({ by, chosen }: AttemptSaid): Html {
  return html`<span class="by${chosen ? ' chosen' : ''}">${chosen ? '★ ' : null}${cut(by, 60)}</span>`;
}

interface Room {
  left: number;
}

function turnBlock(turn: TurnReport, items: readonly Said[], by: AttemptSaid | null, room: Room): Html {
  const name = turn.mode === 'warm' ? 'Warm-up' : `Turn ${turn.n}`;
  const facts = [
    turn.mode,
    duration((turn.msToFirstEvent + turn.msStream) / 1000),
    `${grouped(turn.inputTokens)} tokens in (${grouped(turn.cachedTokens)} cached)`,
    `${grouped(turn.outputTokens)} out`,
    `${bytes(turn.bytesSent)} sent`,
    ...(turn.bytesNotResent > 0 ? [`${bytes(turn.bytesNotResent)} not sent again`] : []),
    ...(turn.msTools > 0 ? [`tools ${duration(turn.msTools / 1000)}`] : []),
  ];
  const tools = [...new Set(turn.tools)].slice(0, 10);
  return html`<details class="turn" id="turn-${turn.n}"><summary><b>${name}</b> ${by === null ? null : html`${badge(by)} `}<span class="facts">${facts.join(' · ')}</span>${tools.map((tool) => html` <code>${cut(tool, 60)}</code>`)}</summary>
${items.length === 0 ? html`<p class="quiet">What was said in it is not part of this report.</p>` : items.map((item) => itemBlock(item, room))}</details>`;
}

function unmatched({ items }: Exchange, by: AttemptSaid | null, room: Room): Html {
  return html`<details class="turn"><summary><b>${items.some(({ who }) => who === 'model' || who === 'call') ? 'Not attributed' : 'Not answered'}</b> ${by === null ? null : html`${badge(by)} `}<span class="facts">${count(items.length, 'item')}</span></summary>${items.map((item) => itemBlock(item, room))}</details>`;
}

function itemBlock({ who, title, text, bytes: size }: Said, room: Room): Html {
  const most = Math.min(MAX_ITEM, room.left);
  const shown = text.length > most ? `${cut(text, most)}\n(${text.length - most} more characters in the report)` : text;
  room.left -= Math.min(text.length, most);
  const label = who === title || who === 'other' ? cut(title, 80) : `${who}: ${cut(title, 80)}`;
  return html`<div class="item who-${who.replaceAll(' ', '-')}"><div class="label">${label} <span class="quiet">${bytes(size)}</span></div>${
    text === '' ? html`<p class="quiet">no text</p>` : html`<pre>${shown}</pre>`
  }</div>`;
}
