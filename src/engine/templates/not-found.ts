// Messages of runtimes and bundlers that say that a module is not there.

const SCRIPT =
  /\b(?:Cannot find (?:module|package)|Failed to (?:resolve import|load url)|Could not resolve|Directory import) (?:(['"])([^'"\n]{1,300})\1|([^\s'"]{1,300}))/g;
const PYTHON = /\bNo module named ['"]?([\w.]{1,200})/g;

/** The modules that a script's message says are not found, as it names them: a specifier, or a whole path. */
export function scriptModulesIn(message: string): readonly string[] {
  return [...message.matchAll(SCRIPT)].map(([, , quoted, bare]) => quoted ?? bare ?? '');
}

/** The dotted names of modules that Python's message says are not found. */
export function pythonModulesIn(message: string): readonly string[] {
  return [...message.matchAll(PYTHON)].map(([, name = '']) => name);
}
