import type { InputItem, OutputItem } from './types.ts';

interface Entry {
  readonly item: InputItem;
  /** As it is sent, the same bytes every time; null for what the provider would not take back. */
  readonly json: string | null;
}

interface KnownCall {
  readonly id: string | undefined;
  readonly name: string;
  readonly arguments: string;
}

/** Outputs above this are cut to head and tail when a request has to become smaller, in characters. */
const SHRINK_ABOVE = 4_000;
const SHRINK_KEEPS = 1_500;

/**
 * Every item of a conversation, in order. It only grows, so that a server that has the first n items needs the rest alone; when it
 * does change otherwise, `revision` says so and everything has to be sent again.
 */
export class Ledger {
  readonly #entries: Entry[] = [];
  #revision = 0;
  #bytes = 0;
  /** What was compacted stands before it, and is not sent again. */
  #replayFrom = 0;
  /** The calls of each call id, the latest last. */
  readonly #calls = new Map<string, KnownCall[]>();
  readonly #open = new Set<string>();
  /** Where the items with an id of their own are. */
  readonly #places = new Map<string, number>();

  get length(): number {
    return this.#entries.length;
  }

  get revision(): number {
    return this.#revision;
  }

  get items(): readonly InputItem[] {
    return this.#entries.map(({ item }) => item);
  }

  /** Of the JSON that a full send carries. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Calls that nobody has answered: a request with them in it would be refused. */
  get openCalls(): ReadonlySet<string> {
    return this.#open;
  }

  /** Adds what we say. The output of a call that has one already is left out: outputs are keyed by call id and sent once. */
  addInput(items: readonly InputItem[]): void {
    for (const item of items) {
      if (item.type === 'function_call') this.#noteCall(item);
      if (item.type === 'function_call_output' && typeof item.call_id === 'string') {
        if (!this.#open.delete(item.call_id) && this.#calls.has(item.call_id)) continue;
      }
      this.#push(item, true);
    }
  }

  /** Whether the item is one of before. The same call id with another item id, name or arguments is another call. */
  knows(item: OutputItem): boolean {
    if (item.type === 'function_call') {
      return (this.#calls.get(item.call_id) ?? []).some(
        (call) =>
          call.name === item.name &&
          call.arguments === item.arguments &&
          (call.id === undefined || item.id === undefined || call.id === item.id),
      );
    }
    const place = 'id' in item && typeof item.id === 'string' ? this.#places.get(item.id) : undefined;
    return place !== undefined && JSON.stringify(this.#entries[place]?.item) === JSON.stringify(item);
  }

  /** Adds a response that was completed. */
  addOutput(items: readonly OutputItem[]): void {
    const compacted = items.findLastIndex((item) => item.type === 'compaction');
    // What the same response holds besides goes on after it: a call may wait for its output.
    const rest = items.filter((item, index) => index > compacted || (index < compacted && item.type !== 'compaction'));
    const compaction = items[compacted];
    if (compaction !== undefined && isInputItem(compaction)) {
      this.#replayFrom = this.#entries.length;
      this.#bytes = 0;
      this.#push(compaction, true);
    }
    for (const item of rest) {
      if (item.type === 'function_call') this.#noteCall(item);
      if (isInputItem(item)) this.#push(item, canBeReplayed(item));
    }
  }

  /**
   * Adds what there is of a response that was cut short: no half-written call, which could never be answered, and no reasoning whose
   * follower is missing, which a provider refuses.
   */
  addPartialOutput(items: readonly OutputItem[]): void {
    const whole = items.filter((item) => !(item.type === 'function_call' && isCutShort(item.status)));
    while (whole.at(-1)?.type === 'reasoning') whole.pop();
    this.addOutput(whole);
    this.diverge();
  }

  /** What a server remembers is no longer what stands here. */
  diverge(): void {
    this.#revision += 1;
  }

  /** The items from `start` on as JSON, for a server that has those before. */
  json(start: number): string {
    return this.#entries
      .slice(start)
      .flatMap(({ json }) => (json === null ? [] : [json]))
      .join(',');
  }

  /** Everything a server needs that has nothing. */
  wholeJson(): string {
    return this.json(this.#replayFrom);
  }

  /**
   * Cuts long tool outputs before `end` to head and tail. Returns the characters saved: none where they are fewer than `worth`, since
   * whatever is cut has to be sent, and read by the model, once more from there on.
   */
  shrink(end: number, reason: string, worth = 1): number {
    const cuts = this.#entries.flatMap((entry, index) => {
      const { item } = entry;
      if (index < this.#replayFrom || index >= end || item.type !== 'function_call_output' || typeof item.output !== 'string') return [];
      return item.output.length > SHRINK_ABOVE ? [{ index, entry, item, output: item.output }] : [];
    });
    const saved = cuts.reduce((sum, { output }) => sum + output.length - 2 * SHRINK_KEEPS, 0);
    if (saved < worth) return 0;
    for (const { index, entry, item, output } of cuts) {
      const words = `(cut: ${output.length - 2 * SHRINK_KEEPS} characters, ${reason})`;
      const shorter = { ...item, output: `${output.slice(0, SHRINK_KEEPS)}\n${words}\n${output.slice(-SHRINK_KEEPS)}` };
      const json = jsonOf(shorter);
      this.#bytes += Buffer.byteLength(json) - Buffer.byteLength(entry.json ?? '');
      this.#entries[index] = { item: shorter, json };
    }
    this.diverge();
    return saved;
  }

  #push(item: InputItem, sent: boolean): void {
    const json = sent ? jsonOf(item) : null;
    if ('id' in item && typeof item.id === 'string' && item.id !== '') this.#places.set(item.id, this.#entries.length);
    this.#entries.push({ item, json });
    if (json !== null) this.#bytes += Buffer.byteLength(json) + 1;
  }

  #noteCall(call: { readonly call_id: string; readonly id?: string; readonly name: string; readonly arguments: string }): void {
    const calls = this.#calls.get(call.call_id) ?? [];
    calls.push({ id: call.id, name: call.name, arguments: call.arguments });
    this.#open.add(call.call_id);
    this.#calls.set(call.call_id, calls);
  }
}

/** Items never change, so each is made into JSON once, whoever asks: for a request, or to foresee its size. */
const texts = new WeakMap<InputItem, string>();

/**
 * JSON of well-formed Unicode: a text that was cut, or that tests printed, may hold half a character (a lone surrogate, which
 * `JSON.stringify` escapes), and servers refuse a request with one.
 */
export function jsonOf(item: InputItem): string {
  let text = texts.get(item);
  if (text === undefined) {
    text = JSON.stringify(item);
    if (/\\ud[89a-f]/.test(text))
      text = JSON.stringify(item, (_, value: unknown) => (typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\ufffd') : value));
    texts.set(item, text);
  }
  return text;
}

export function isCutShort(status: string | undefined): boolean {
  return status === 'incomplete' || status === 'in_progress';
}

/** Nothing is stored at the provider, so reasoning comes back only with its content, sealed or open. */
function canBeReplayed(item: InputItem): boolean {
  if (item.type !== 'reasoning') return true;
  return Boolean(item.encrypted_content) || (item.content?.length ?? 0) > 0;
}

/** Output items are valid input as they are; the two unions differ only in names of the vendor's own tools. */
function isInputItem(item: OutputItem): item is OutputItem & InputItem {
  return item.type !== 'tool_search_output';
}
