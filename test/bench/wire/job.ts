// The job every peer of the bench does: the same words, the same tools, the same answers.

/** One call a turn, so many times; then a message. */
export const defaultTurns = 24;

const sentence = 'Read before you change anything, keep the change as small as the failure allows, and say in one line why it is right. ';

/** 6.7 KB. */
export const instructions = `You repair a repository whose tests fail.\n${sentence.repeat(56)}`;

/** 2 KB. */
export const prompt = `The tests of this repository fail. Find out why.\n${'at total (src/cart.js:17:23), expected 12.05, received 12.04. '.repeat(32)}`;

const parameters = {
  type: 'object',
  properties: {
    path: { type: 'string', description: 'Path relative to the repository root, with forward slashes.' },
    note: { type: 'string', description: 'What is looked for, in the words of the task, so that the answer can be cut to it.' },
  },
  required: ['path', 'note'],
  additionalProperties: false,
};

/** Four tools of the size usual for an agent; the first is the one that the tape calls. */
export const tools = ['read', 'scan', 'edit', 'run_tests'].map((name) => ({
  type: 'function' as const,
  name,
  description: `The tool ${name}: works on one file of the repository, answers in text, says what was cut and what to do next.`,
  parameters,
  strict: true,
}));

/** What a tool answers: `bytes` of text that reads like source code, another one each turn, so that compression has honest work. */
export function resultOf(turn: number, bytes = 4_096): string {
  let text = '';
  let seed = turn * 7919 + 17;
  for (let line = 1; text.length < bytes; line++) {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    const name = seed.toString(36);
    text += `${line}: export const ${name} = (item) => item.${name.slice(0, 3)} * ${seed % 9973} + offsets[${line % 31}];\n`;
  }
  return text.slice(0, bytes);
}

/** Milliseconds of the clock that all processes of a machine share. */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
