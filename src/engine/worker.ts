// The entry point of the worker thread: thinks about one conversation at a time and never touches the outside.
import { parentPort } from 'node:worker_threads';
import type { Question } from './mind.ts';
import { repair } from './repair.ts';
import { createThinker, type Thought } from './replay.ts';

const port = parentPort;
const think = createThinker(repair);

port?.on('message', async ({ id, prompt }: Question) => {
  const thought: Thought = { id, step: await think(prompt) };
  port.postMessage(thought);
});
