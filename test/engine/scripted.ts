import type { Mind, Prompt, Step } from '../../src/engine/mind.ts';
import { createThinker, type Script } from '../../src/engine/replay.ts';

/** A mind that performs `script` in this process and remembers what it was asked. */
export function scriptedMind(script: Script): Mind & { readonly prompts: Prompt[] } {
  const think = createThinker(script);
  const prompts: Prompt[] = [];
  return {
    prompts,
    think: (prompt) => {
      prompts.push(prompt);
      return think(prompt);
    },
    warm: () => {},
    close: async () => {},
  };
}

/** Says what it was told. */
export const echo: Script = async ({ request }) => `You said: ${request}`;

/** Looks at two files side by side, then says how long they are together. */
export const twoReads: Script = async ({ call }) => {
  const texts = await Promise.all(['a', 'b'].map((path) => call({ name: 'read', arguments: JSON.stringify({ path }) })));
  return `${texts.join('').length} characters`;
};

/** A step that never comes. */
export function silentMind(): Mind {
  return { think: () => new Promise<Step>(() => {}), warm: () => {}, close: async () => {} };
}
