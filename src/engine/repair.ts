import { parseBrief } from './brief.ts';
import type { Script } from './replay.ts';

export const repair: Script = async ({ request }) => {
  const brief = parseBrief(request);
  return brief === null ? 'This is a program-repair engine.' : `${brief.failing.length} tests fail.`;
};
