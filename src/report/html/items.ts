// The items of a conversation, as anybody may have written them into a report.
import type { TurnReport } from '../types.ts';

/** An item as a person reads it. */
export interface Said {
  readonly who: 'to the model' | 'model' | 'call' | 'result' | 'reasoning' | 'other';
  readonly title: string;
  readonly text: string;
  readonly callId: string | null;
  /** Of the item as JSON. */
  readonly bytes: number;
}

/** What was sent for a turn, and what came back. */
export interface Exchange {
  readonly items: readonly Said[];
  readonly turn: TurnReport | null;
}

/**
 * Conversations in turns, each of which begins with what we say after the model has spoken. The turns of all conversations stand in one row: an
 * exchange finds its own by the ids of its calls; one without calls takes the next of those without calls that is left, and one
 * that was never answered has none.
 */
export function exchangesOf(conversations: readonly (readonly unknown[])[], turns: readonly TurnReport[]): Exchange[][] {
  const spoken = turns.filter(({ mode }) => mode !== 'warm');
  const silent = spoken.filter(({ calls }) => calls.length === 0);
  const taken = new Set<TurnReport>();
  const byCalls = conversations.map((conversation) =>
    groupsOf(conversation).map((items) => ({ items, turn: turnOf(items, spoken, taken) })),
  );
  return byCalls.map((exchanges) => {
    let before = exchanges.length === spoken.length ? -1 : null;
    return exchanges.map(({ items, turn }) => {
      const from = items.some(({ who }) => who === 'model' || who === 'reasoning') ? before : null;
      const free = turn ?? (from === null ? null : (silent.find((each) => !taken.has(each) && spoken.indexOf(each) > from) ?? null));
      if (free !== null) {
        taken.add(free);
        before = spoken.indexOf(free);
      }
      return { items, turn: free };
    });
  });
}

function groupsOf(conversation: readonly unknown[]): Said[][] {
  const groups: Said[][] = [];
  let answered = true;
  for (const item of conversation) {
    const said = read(item);
    const ours = said.who === 'to the model' || said.who === 'result';
    if (groups.length === 0 || (ours && answered)) groups.push([]);
    groups.at(-1)?.push(said);
    answered = !ours;
  }
  return groups;
}

function turnOf(items: readonly Said[], spoken: readonly TurnReport[], taken: Set<TurnReport>): TurnReport | null {
  const ids = new Set(items.flatMap(({ who, callId }) => (who === 'call' && callId !== null ? [callId] : [])));
  const found = spoken.find((turn) => !taken.has(turn) && turn.calls.some(({ id }) => ids.has(id))) ?? null;
  if (found !== null) taken.add(found);
  return found;
}

function read(item: unknown): Said {
  const fields = typeof item === 'object' && item !== null ? new Map<string, unknown>(Object.entries(item)) : new Map<string, unknown>();
  const field = (name: string): string | null => {
    const value = fields.get(name);
    return typeof value === 'string' ? value : null;
  };
  const json = JSON.stringify(item) ?? '';
  const common = { callId: field('call_id'), bytes: Buffer.byteLength(json) };
  const type = field('type') ?? (fields.has('role') ? 'message' : '');
  switch (type) {
    case 'message': {
      const role = field('role') ?? 'unknown';
      const text = field('content') ?? textOf(fields.get('content'));
      return { ...common, who: role === 'assistant' ? 'model' : 'to the model', title: role, text };
    }
    case 'function_call':
      return { ...common, who: 'call', title: field('name') ?? 'a tool', text: indented(field('arguments') ?? '') };
    case 'function_call_output':
      return { ...common, who: 'result', title: 'result', text: indented(field('output') ?? textOf(fields.get('output'))) };
    case 'reasoning':
      return { ...common, who: 'reasoning', title: 'reasoning', text: textOf(fields.get('summary')) || textOf(fields.get('content')) };
    default:
      return { ...common, who: 'other', title: type || 'item', text: indented(json) };
  }
}

/** The texts of a list of content parts. */
function textOf(parts: unknown): string {
  if (!Array.isArray(parts)) return '';
  return parts
    .map((part: unknown) => (typeof part === 'object' && part !== null && 'text' in part && typeof part.text === 'string' ? part.text : ''))
    .filter((text) => text !== '')
    .join('\n\n');
}

/** JSON as a person reads it; anything else as it is. */
function indented(text: string): string {
  if (!/^\s*[{[]/.test(text) || text.length > 200_000) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
