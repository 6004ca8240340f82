// A conversation as a report holds it: what was told to the model, and what it answered, turn by turn.
import * as z from 'zod';

interface RecordedCall {
  readonly name: string;
  /** JSON text. */
  readonly arguments: string;
}

/** What the model is told before a turn: a message, or the answer to one of its calls. */
export interface Told {
  /** `message`, or the name of the tool that answered. */
  readonly from: string;
  readonly text: string;
}

export interface RecordedTurn {
  readonly told: readonly Told[];
  /** Null where the recording ends before an answer. */
  readonly answer: { readonly calls: readonly RecordedCall[]; readonly text: string } | null;
}

const part = z.looseObject({ text: z.string().optional() });
const content = z.union([z.string(), z.array(part)]);
const call = z.looseObject({ type: z.literal('function_call'), call_id: z.string(), name: z.string(), arguments: z.string() });
const output = z.looseObject({ type: z.literal('function_call_output'), call_id: z.string(), output: content });
const message = z.looseObject({ type: z.literal('message').optional(), role: z.string(), content });

/** The items of a conversation in turns. Items of other kinds (reasoning, compaction) are passed over: they are no words of a turn. */
export function turnsOf(items: readonly unknown[]): readonly RecordedTurn[] {
  const turns: { told: Told[]; answer: { calls: RecordedCall[]; text: string } | null }[] = [];
  const names = new Map<string, string>();
  const open = (): (typeof turns)[number] => {
    const last = turns.at(-1);
    if (last !== undefined && last.answer === null) return last;
    const turn = { told: [], answer: null };
    turns.push(turn);
    return turn;
  };
  const answering = (): { calls: RecordedCall[]; text: string } => {
    const turn = turns.at(-1) ?? open();
    turn.answer ??= { calls: [], text: '' };
    return turn.answer;
  };
  for (const item of items) {
    const asked = call.safeParse(item).data;
    const answered = output.safeParse(item).data;
    const said = message.safeParse(item).data;
    if (asked !== undefined) {
      names.set(asked.call_id, asked.name);
      answering().calls.push({ name: asked.name, arguments: asked.arguments });
    } else if (answered !== undefined) {
      open().told.push({ from: names.get(answered.call_id) ?? 'a tool', text: textOf(answered.output) });
    } else if (said?.role === 'assistant') answering().text += textOf(said.content);
    else if (said !== undefined) open().told.push({ from: 'message', text: textOf(said.content) });
  }
  return turns;
}

function textOf(value: z.infer<typeof content>): string {
  return typeof value === 'string' ? value : value.map(({ text = '' }) => text).join('');
}

/** The last green commit that the first turn names; null when it names none. */
export function greenOf([first]: readonly RecordedTurn[]): string | null {
  const text = first?.told.map((told) => told.text).join('\n') ?? '';
  return /^<change_since_green ref="([0-9a-f]{7,64})">$/m.exec(text)?.[1] ?? null;
}
