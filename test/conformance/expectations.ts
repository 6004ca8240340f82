import type { FunctionTool } from 'openai/resources/responses/responses';
import { expect } from 'vitest';
import type { ScriptedTurn } from '../responses/scripted-server.ts';
import type { RedRepository } from './red-repository.ts';

export const key = 'a-key-for-tests';

export const question = 'What are you, and what can you do?';

export const lookUp: FunctionTool & { parameters: Record<string, unknown>; strict: true } = {
  type: 'function',
  name: 'look_up',
  description: 'Looks something up.',
  parameters: { type: 'object', properties: { what: { type: 'string' } }, required: ['what'], additionalProperties: false },
  strict: true,
};

/** Two calls side by side after some reasoning, then the answer. */
export const scriptedLookUp: readonly ScriptedTurn[] = [
  {
    reasoning: true,
    calls: [
      { name: 'look_up', arguments: { what: 'the answer' } },
      { name: 'look_up', arguments: { what: 'the question' } },
    ],
  },
  { text: 'It is 42.' },
];

/** The repair is real: made by calls through the client, green in the whole suite, explained in the last words. */
export async function expectRepaired(red: RedRepository, words: string): Promise<void> {
  expect(red.called).toContain('edit');
  expect(await red.patch()).toContain('-exports.add = (a, b) => a - b;\n+exports.add = (a, b) => a + b;\n');
  expect(await red.isGreen()).toBe(true);
  expect(words).not.toBe('');
}
