import * as z from 'zod';
import type { FunctionTool } from '../responses/index.ts';

const path = z.string().describe('Path relative to the repository root, with forward slashes.');

const textEdit = z.strictObject({
  path,
  old_text: z.string().describe('Text to replace; must match exactly once. Empty to create the file.'),
  new_text: z.string().nullable().describe('Replacement; null deletes the file.'),
});

const rangeEdit = z.strictObject({
  path,
  start: z.int().min(0).describe('Offset of the first UTF-16 unit replaced, in the file as read.'),
  end: z.int().min(0).describe('Offset behind the last unit replaced.'),
  text: z.string().nullable().describe('Replacement; null deletes the file.'),
});

const scope = z.union([z.enum(['failing', 'related', 'all']), z.strictObject({ files: z.array(path) })]);

const trialScope = z.enum(['failing', 'related', 'all']).nullable();

export const toolArguments = {
  scan: z.strictObject({
    query: z.string().nullable().describe('Text, or /regex/flags. Null lists files.'),
    glob: z.string().nullable().describe('Only paths that match, such as src/**/*.ts.'),
    max_results: z.int().min(1).max(1000).nullable(),
  }),
  read: z.strictObject({
    path,
    start_line: z.int().min(1).nullable(),
    end_line: z.int().min(1).nullable(),
  }),
  edit: z.strictObject({ edits: z.array(textEdit).min(1) }),
  run_tests: z.strictObject({
    scope,
    suspects: z.boolean().nullable().describe('True adds the most suspicious lines by coverage.'),
  }),
  try_edits: z.strictObject({
    candidates: z
      .array(z.strictObject({ label: z.string(), edits: z.array(textEdit).min(1) }))
      .min(1)
      .max(8),
    scope: trialScope.describe('Candidates that turn the failing tests green are judged by these tests too.'),
    keep: z.int().min(1).nullable().describe('Stop after so many green candidates; 1 unless given.'),
  }),
  give_up: z.strictObject({
    reason: z.string(),
    diagnosis: z.string().describe('What is wrong and where, for the person who takes over.'),
  }),
} as const;

/** The engine judges thousands of candidates a call, and names places by offset. */
export const engineTryEdits = z.strictObject({
  candidates: z
    .array(z.strictObject({ label: z.string(), edits: z.array(z.union([textEdit, rangeEdit])).min(1) }))
    .min(1)
    .max(5000),
  scope: trialScope,
  keep: z.int().min(1).nullable(),
});

export type ToolName = keyof typeof toolArguments;
export type ToolArguments<Name extends ToolName> = z.infer<(typeof toolArguments)[Name]>;
export type TryEditsArguments = z.infer<typeof engineTryEdits>;

const descriptions: Readonly<Record<ToolName, string>> = {
  scan: 'Finds text in the repository, or lists its files. Says what was cut.',
  read: 'Reads a file as numbered lines. Says what was cut.',
  edit: 'Changes files: all edits or none. Answers with the diff and the rerun of the failing tests.',
  run_tests: 'Runs tests and answers with the result of each failing one.',
  try_edits: 'Judges candidate patches side by side by the tests. The repository is not changed: send the winner with edit.',
  give_up: 'Ends the attempt honestly when no sound fix is in sight.',
};

/** Tools that only look: they may run at once and side by side. */
export const readOnlyTools: ReadonlySet<string> = new Set<ToolName>(['scan', 'read']);

/** Tools that run tests and change nothing: calls of different ones may go side by side. */
export const judgingTools: ReadonlySet<string> = new Set<ToolName>(['run_tests', 'try_edits']);

export function isToolName(name: string): name is ToolName {
  return Object.hasOwn(toolArguments, name);
}

/** The six tools as strict function tools of the Responses API. */
export function toolDefinitions(forEngine: boolean): FunctionTool[] {
  return Object.keys(toolArguments)
    .filter(isToolName)
    .map((name) => {
      const { $schema: _, ...parameters } = z.toJSONSchema(forEngine && name === 'try_edits' ? engineTryEdits : toolArguments[name]);
      return { type: 'function', name, description: descriptions[name], parameters, strict: true };
    });
}
