import { createHash } from 'node:crypto';
import { type Conversation, type RecordedCall, readConversation } from './conversation.ts';
import type { Prompt } from './mind.ts';
import { createOutputs } from './outputs.ts';

export interface ToolCall {
  readonly name: string;
  /** JSON text. */
  readonly arguments: string;
}

/** What the engine says next: calls, or the text that ends the conversation. */
export type Step = { readonly kind: 'calls'; readonly calls: readonly ToolCall[] } | { readonly kind: 'text'; readonly text: string };

/** A step as the worker sends it. */
export interface Thought {
  readonly id: number;
  readonly step: Step;
}

/** What a script sees of the conversation besides the outputs of its own calls. */
export interface Stage {
  readonly request: string;
  /** Calls a tool. Rejects with `CallRefused` when the client does not offer it (any more). */
  call(call: ToolCall): Promise<string>;
  /** Turns that asked for calls so far. */
  turns(): number;
  /** Work that is done while the client makes the next calls. It must not matter to the script whether it was, but for the time it takes. */
  meanwhile(work: () => void): void;
}

/**
 * A strategy. It must be a function of `request` and of the outputs of its calls alone: no clock, no randomness, and nothing to await but
 * calls (and what is already resolved).
 */
export type Script = (stage: Stage) => Promise<string>;

export class CallRefused extends Error {
  override readonly name = 'CallRefused';
  /** The client wants words now; it has offered the tool before. */
  readonly wordsOnly: boolean;

  constructor(call: ToolCall, wordsOnly: boolean) {
    super(`${call.name} cannot be called`);
    this.wordsOnly = wordsOnly;
  }
}

interface Pending {
  readonly call: ToolCall;
  readonly resolve: (output: string) => void;
  readonly reject: (error: Error) => void;
}

/** A script in progress: runs until it waits for calls, takes their answers, runs on. */
class Performance {
  #pending: Pending[] = [];
  #text: string | null = null;
  #turns = 0;
  #later: (() => void)[] = [];

  constructor(script: Script, request: string) {
    const stage: Stage = {
      request,
      turns: () => this.#turns,
      meanwhile: (work) => {
        this.#later.push(work);
      },
      call: (call) => new Promise((resolve, reject) => this.#pending.push({ call, resolve, reject })),
    };
    script(stage).then(
      (text) => {
        this.#text = text;
      },
      (error: unknown) => {
        this.#text = `The engine met a defect of its own and stopped: ${error instanceof Error ? error.message : String(error)}`;
      },
    );
  }

  /** Runs until the script waits or has ended. Scripts await nothing but calls, so one trip round the event loop is enough. */
  async settle(): Promise<Step> {
    await new Promise((resolve) => setImmediate(resolve));
    if (this.#text !== null) return { kind: 'text', text: this.#text };
    if (this.#pending.length === 0) return { kind: 'text', text: 'The engine met a defect of its own: its strategy waits for nothing.' };
    return { kind: 'calls', calls: this.#pending.map(({ call }) => call) };
  }

  answer(outputs: readonly string[]): void {
    const answered = this.#pending;
    this.#pending = [];
    this.#turns += 1;
    for (const [index, { resolve }] of answered.entries()) resolve(outputs[index] ?? '');
  }

  /** Does what the script left for when others are at work. */
  workMeanwhile(): void {
    for (const work of this.#later.splice(0)) {
      try {
        work();
      } catch {
        // The script meets it where it needs the result.
      }
    }
  }

  refuse(wordsOnly: boolean): void {
    const refused = this.#pending;
    this.#pending = [];
    for (const { call, reject } of refused) reject(new CallRefused(call, wordsOnly));
  }
}

interface Kept {
  readonly performance: Performance;
  readonly answered: number;
}

/**
 * Makes a conversation's next step out of a script: runs it from the start, answers its calls from the record, and stops at the first
 * that has no answer. A performance is kept under the conversation it has seen, so that the next request goes on where this one stopped;
 * without it (a new connection, another process) the replay leads to the same place.
 */
export function createThinker(script: Script, keep = 8): (prompt: Prompt) => Promise<Step> {
  const kept = new Map<string, Kept>();
  const whole = createOutputs();

  const take = (conversation: Conversation, keys: readonly string[]): Kept => {
    for (let answered = keys.length - 1; answered >= 0; answered--) {
      const key = keys[answered] ?? '';
      const found = kept.get(key);
      if (found === undefined) continue;
      kept.delete(key);
      return found;
    }
    return { performance: new Performance(script, conversation.request), answered: 0 };
  };

  return async (prompt) => {
    const conversation = whole(readConversation(prompt.items));
    const record = conversation.calls;
    const keys = prefixKeys(conversation);
    const { performance, answered: start } = take(conversation, keys);
    const unused = new Set(record.slice(start));
    let answered = start;
    let step = await performance.settle();
    while (step.kind === 'calls') {
      const { found, open } = match(step.calls, unused);
      if (open.length === 0) {
        for (const recorded of found) unused.delete(recorded);
        performance.answer(found.map((recorded) => recorded.output));
        answered += found.length;
      } else if (!conversation.wordsOnly && open.every((call) => prompt.callable.includes(call.name))) {
        step = { kind: 'calls', calls: prompt.parallel ? open : open.slice(0, 1) };
        break;
      } else {
        performance.refuse(conversation.wordsOnly);
      }
      step = await performance.settle();
    }
    // Kept only when it has consumed exactly the first calls of the record: its key then says all that it knows.
    const exact = record.slice(start, answered).every((recorded) => !unused.has(recorded));
    if (step.kind === 'calls' && exact) {
      remember(kept, keys[answered] ?? '', { performance, answered }, keep);
      // The step is on its way by then.
      setImmediate(() => performance.workMeanwhile());
    }
    return step;
  };
}

type Answered = RecordedCall & { readonly output: string };

/** The recorded calls that answer `calls`, in their order, and the calls that nothing answers. */
function match(calls: readonly ToolCall[], unused: ReadonlySet<RecordedCall>): { found: Answered[]; open: ToolCall[] } {
  const found: Answered[] = [];
  const open: ToolCall[] = [];
  for (const call of calls) {
    const recorded = [...unused].find((one): one is Answered => answers(one, call) && !found.some((other) => other === one));
    if (recorded === undefined) open.push(call);
    else found.push(recorded);
  }
  return { found, open };
}

function answers(recorded: RecordedCall, call: ToolCall): recorded is Answered {
  return recorded.output !== null && recorded.name === call.name && recorded.arguments === call.arguments;
}

/** A digest for every prefix of the conversation: the request alone, then with one answered call more each. */
function prefixKeys({ request, calls }: Conversation): readonly string[] {
  let key = digest([request]);
  const keys = [key];
  for (const { name, arguments: args, output } of calls) {
    if (output === null) break;
    key = digest([key, name, args, output]);
    keys.push(key);
  }
  return keys;
}

function digest(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}

function remember(kept: Map<string, Kept>, key: string, value: Kept, limit: number): void {
  kept.delete(key);
  kept.set(key, value);
  for (const oldest of kept.keys()) {
    if (kept.size <= limit) break;
    kept.delete(oldest);
  }
}
