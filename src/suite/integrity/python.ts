// Python: everything the rules want to know of a file.
import type { FileFacts } from './facts.ts';
import { everyBlock, pythonBranches, pythonFunctions, pythonLiterals, pythonMarks } from './python-code.ts';
import { blocksOf, pythonItems } from './python-items.ts';
import { readPython } from './python-lines.ts';

export function readPythonFile(text: string, isTest: boolean): FileFacts {
  const source = readPython(text);
  const blocks = blocksOf(source.lines);
  return {
    items: pythonItems(blocks),
    marks: pythonMarks(source, blocks, isTest),
    branches: isTest ? [] : pythonBranches(blocks),
    functions: isTest ? [] : pythonFunctions(blocks),
    literals: new Set(source.lines.flatMap((line) => pythonLiterals(line.text))),
    code: () => [...everyBlock(blocks)].map(({ block }) => block.text).join('\n'),
  };
}
