// The entry point of the worker thread: thinks about one conversation at a time and never touches the outside.
import { parentPort } from 'node:worker_threads';
import { readConversation } from './conversation.ts';
import type { Prompt, Question } from './mind.ts';
import { repair } from './repair.ts';
import { createThinker, type Thought } from './replay.ts';
import { loadGrammars, pathsIn } from './templates/grammar/loader.ts';

const port = parentPort;
const think = createThinker(repair);

/** The grammars of every file that was spoken of or read: a script awaits nothing but its calls, so they are there before it goes on. */
async function prepare({ items }: Prompt): Promise<void> {
  const { request, calls } = readConversation(items);
  const read = calls.flatMap((call) => (call.name === 'read' ? [call.arguments] : []));
  await loadGrammars(pathsIn([request, ...read].join('\n')));
}

port?.on('message', async ({ id, prompt }: Question) => {
  await prepare(prompt);
  const thought: Thought = { id, step: await think(prompt) };
  port.postMessage(thought);
});
