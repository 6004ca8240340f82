import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createMind, type Mind, type MindOptions, type Prompt, type Step } from '../../src/engine/mind.ts';

/** Says which thought this is and how many it has at once, after 900 ms. */
const worker = `import { parentPort } from 'node:worker_threads';
let thoughts = 0;
let atOnce = 0;
parentPort.on('message', ({ id }) => {
  const count = ++thoughts;
  atOnce += 1;
  const text = count + ' of ' + atOnce;
  setTimeout(() => {
    atOnce -= 1;
    parentPort.postMessage({ id, step: { kind: 'text', text } });
  }, 900);
});
`;

async function slowMind(options: MindOptions): Promise<Mind & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), 'regreen-mind-'));
  const file = join(folder, 'worker.mjs');
  await writeFile(file, worker);
  const mind = createMind({ entry: pathToFileURL(file), ...options });
  const dispose = async (): Promise<void> => {
    await mind.close();
    await rm(folder, { recursive: true });
  };
  return { ...mind, [Symbol.asyncDispose]: dispose };
}

const prompt: Prompt = { items: [], callable: [], parallel: true };
const textOf = (step: Step): string => (step.kind === 'text' ? step.text : '');

describe('a mind that several clients ask', () => {
  it('has one thought at a time, in order; what a thought waits is not its own time', async () => {
    // Three thoughts take longer than one may.
    await using mind = await slowMind({ timeoutMs: 2_500 });
    const steps = await Promise.all([mind.think(prompt), mind.think(prompt), mind.think(prompt)]);
    expect(steps.map(textOf)).toEqual(['1 of 1', '2 of 1', '3 of 1']);
  });

  it('leaves out a thought that nobody waits for any more', async () => {
    await using mind = await slowMind({});
    const gone = new AbortController();
    const steps = [mind.think(prompt), mind.think(prompt, gone.signal), mind.think(prompt)];
    gone.abort();
    const [first, left, last] = (await Promise.all(steps)).map(textOf);
    expect([first, last]).toEqual(['1 of 1', '2 of 1']);
    expect(left).toContain('nobody waits');
  });

  it('says so at once when a conversation cannot be handed to the worker, and goes on', async () => {
    await using mind = await slowMind({});
    const odd: Prompt = { ...prompt, items: [{ type: 'message', content: () => {} }] };
    expect(textOf(await mind.think(odd))).toContain('could not be cloned');
    expect(textOf(await mind.think(prompt))).toBe('1 of 1');
  });
});
