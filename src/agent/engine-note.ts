import * as z from 'zod';

const note = z.object({
  source: z.enum(['revert', 'template']),
  summary: z.string(),
  alternatives: z.array(z.string()).default([]),
});

export interface Explanation {
  readonly explanation: string;
  readonly source: 'revert' | 'template' | 'model';
  readonly alternatives: readonly string[];
}

/** The engine ends its last message with a fenced `regreen` block that says which strategy found the fix; hosted models do not. */
export function parseEngineNote(text: string): Explanation {
  const block = /```regreen\n([\s\S]*?)\n```\s*$/.exec(text);
  const plain: Explanation = { explanation: text.trim(), source: 'model', alternatives: [] };
  if (!block) return plain;
  const parsed = note.safeParse(jsonOrNull(block[1] ?? ''));
  if (!parsed.success) return plain;
  const prose = text.slice(0, block.index).trim();
  return { explanation: prose || parsed.data.summary, source: parsed.data.source, alternatives: parsed.data.alternatives };
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
