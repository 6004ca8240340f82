import type { InputItem, OutputItem } from './types.ts';

interface Entry {
  readonly item: InputItem;
  /** As it is sent, the same bytes every time; null for what the provider would not take back. */
  readonly json: string | null;
}

/** Outputs above this are cut to head and tail when a request has to become smaller, in characters. */
const SHRINK_ABOVE = 4_000;
const SHRINK_KEEPS = 1_500;

/**
 * Every item of a conversation, in order. It only grows, so that a server that has the first n items needs the rest alone; when it
 * does change otherwise, `revision` says so and everything has to be sent again.
 */
export class Ledger {
  #entries: Entry[] = [];
  #revision = 0;
  /** By call id: whether the latest call of that id has its output. */
  readonly #answered = new Map<string, boolean>();

  get length(): number {
    return this.#entries.length;
  }

  get revision(): number {
    return this.#revision;
  }

  get items(): readonly InputItem[] {
    return this.#entries.map(({ item }) => item);
  }

  /** Adds what we say. The output of a call that has one already is left out: outputs are keyed by call id and sent once. */
  addInput(items: readonly InputItem[]): void {
    for (const item of items) {
      if (item.type === 'function_call') this.#answered.set(item.call_id, false);
      if (item.type === 'function_call_output' && typeof item.call_id === 'string') {
        if (this.#answered.get(item.call_id) === true) continue;
        this.#answered.set(item.call_id, true);
      }
      this.#entries.push({ item, json: JSON.stringify(item) });
    }
  }

  /** Adds a response that was completed. */
  addOutput(items: readonly OutputItem[]): void {
    for (const item of items) {
      if (item.type === 'function_call') this.#answered.set(item.call_id, false);
      if (isInputItem(item)) this.#entries.push({ item, json: canBeReplayed(item) ? JSON.stringify(item) : null });
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
    this.#revision += 1;
  }

  /** The JSON array of the items from `start` on. */
  json(start = 0): string {
    const parts = this.#entries.slice(start).flatMap(({ json }) => (json === null ? [] : [json]));
    return `[${parts.join(',')}]`;
  }

  /** Cuts long tool outputs before `end` to head and tail. Returns the characters saved. */
  shrink(end: number): number {
    let saved = 0;
    this.#entries = this.#entries.map((entry, index) => {
      const { item } = entry;
      if (index >= end || item.type !== 'function_call_output' || typeof item.output !== 'string') return entry;
      if (item.output.length <= SHRINK_ABOVE) return entry;
      const left = item.output.length - 2 * SHRINK_KEEPS;
      saved += left;
      const output = `${item.output.slice(0, SHRINK_KEEPS)}\n(cut: ${left} characters, the request was too large)\n${item.output.slice(-SHRINK_KEEPS)}`;
      const shorter = { ...item, output };
      return { item: shorter, json: JSON.stringify(shorter) };
    });
    if (saved > 0) this.#revision += 1;
    return saved;
  }
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
