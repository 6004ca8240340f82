import * as z from 'zod';
import type { Item } from './wire.ts';

/** The tools the engine can use, with the arguments it sends. */
const CONTRACT: Readonly<Record<string, readonly string[]>> = {
  scan: ['query', 'glob', 'max_results'],
  read: ['path', 'start_line', 'end_line'],
  edit: ['edits'],
  run_tests: ['scope', 'suspects'],
  try_edits: ['candidates', 'scope', 'keep'],
  give_up: ['reason', 'diagnosis'],
};

const functionTool = z.looseObject({
  type: z.literal('function'),
  name: z.string(),
  parameters: z
    .looseObject({ properties: z.record(z.string(), z.unknown()).optional() })
    .nullish()
    .catch(null),
});
const allowedTools = z.looseObject({ type: z.literal('allowed_tools'), tools: z.array(z.looseObject({ name: z.string() })) });
const oneFunction = z.looseObject({ type: z.literal('function'), name: z.string() });
const additionalTools = z.looseObject({ type: z.literal('additional_tools'), tools: z.array(z.unknown()) });

/**
 * Names of the functions the engine may call now: those of the request and of `additional_tools` items, as far as `tool_choice` lets it. A tool
 * that has one of our names and takes other arguments is somebody else's; a tool that does not say what it takes is taken at its name.
 */
export function callableTools(tools: readonly unknown[], items: readonly Item[], choice: unknown): readonly string[] {
  if (choice === 'none') return [];
  const added = items.flatMap((item) => {
    const parsed = item.type === 'additional_tools' ? additionalTools.safeParse(item) : null;
    return parsed?.success ? parsed.data.tools : [];
  });
  const offered = [...tools, ...added].flatMap((tool) => {
    const parsed = functionTool.safeParse(tool);
    return parsed.success && isOurs(parsed.data) ? [parsed.data.name] : [];
  });
  const allowed = allowedTools.safeParse(choice);
  if (allowed.success) return offered.filter((name) => allowed.data.tools.some((tool) => tool.name === name));
  const one = oneFunction.safeParse(choice);
  return one.success ? offered.filter((name) => name === one.data.name) : offered;
}

function isOurs({ name, parameters }: z.infer<typeof functionTool>): boolean {
  if (!Object.hasOwn(CONTRACT, name)) return false;
  const properties = parameters?.properties;
  return properties === undefined || (CONTRACT[name] ?? []).every((argument) => Object.hasOwn(properties, argument));
}
