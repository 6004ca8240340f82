import type { Conversation, RecordedCall } from './conversation.ts';

/** Characters of outputs kept, and how long one must be for a client to cut it. */
const MOST_KEPT = 64_000_000;
const SHORTEST = 1_000;
/** What stands in an output where its middle was taken out. */
const mark = /\n\(cut: (\d+) characters, [^\n]*\)\n/g;

/**
 * Outputs of calls as they were first heard. A client that makes room in a conversation cuts the middle of old ones and sends the whole
 * again; a replay from those would read half of a file and half of a verdict. What no longer fits the start, the end and the length of the
 * output that was kept is left as it is.
 */
export function createOutputs(): (conversation: Conversation) => Conversation {
  const kept = new Map<string, string>();
  let size = 0;

  const keep = (key: string, output: string): void => {
    size += output.length - (kept.get(key)?.length ?? 0);
    kept.delete(key);
    kept.set(key, output);
    for (const [oldest, { length }] of kept) {
      if (size <= MOST_KEPT) break;
      kept.delete(oldest);
      size -= length;
    }
  };

  return (conversation) => {
    const calls = conversation.calls.map((call): RecordedCall => {
      if (call.output === null || call.output.length < SHORTEST) return call;
      const key = `${call.name} ${call.arguments}`;
      const known = kept.get(key);
      if (known !== undefined && isCutOf(call.output, known)) return { ...call, output: known };
      keep(key, call.output);
      return call;
    });
    return { ...conversation, calls };
  };
}

function isCutOf(output: string, whole: string): boolean {
  return [...output.matchAll(mark)].some(({ index, 0: words, 1: count }) => {
    const [head, tail] = [output.slice(0, index), output.slice(index + words.length)];
    return whole.length === head.length + Number(count) + tail.length && whole.startsWith(head) && whole.endsWith(tail);
  });
}
