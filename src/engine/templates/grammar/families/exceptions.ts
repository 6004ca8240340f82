// What Python catches, and what it lets pass.
import { type Family, isPython } from '../scene.ts';
import { namedChildren } from '../tree.ts';
import { replaced } from './names.ts';

const EXCEPTIONS = ['KeyError', 'ValueError', 'TypeError', 'IndexError', 'AttributeError', 'ZeroDivisionError', 'LookupError', 'Exception'];

/** What is raised for other reasons is caught with it, or is not caught. */
const caught: Family = {
  name: 'exception',
  share: 0.06,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'except_clause') return;
    const [named, more] = namedChildren(branch);
    const type = named?.type === 'as_pattern' ? namedChildren(named)[0] : named;
    if (type === undefined || more === undefined || type.type === 'block') return;
    const own = scene.text(type);
    const others = scene.file.text.match(/(?<![\w.])(?:\w+\.)*[A-Z]\w*(?:Error|Exception|Interrupt|Iteration)\b/g) ?? [];
    for (const [rank, name] of [...new Set([...others, ...EXCEPTIONS])].slice(0, 12).entries()) {
      if (own.includes(name)) continue;
      yield replaced(type, name, `except ${name}`, 1 / (1 + rank / 3));
      if (type.type === 'identifier' && own !== 'Exception')
        yield replaced(type, `(${own}, ${name})`, `except ${name}, too`, 0.7 / (1 + rank / 3));
    }
  },
};

export const exceptionFamilies: readonly Family[] = [caught];
