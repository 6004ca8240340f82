import { execFileSync } from 'node:child_process';

/** Whether a module of Python can be loaded here. */
export function hasPythonModule(name: string): boolean {
  try {
    execFileSync('python3', ['-c', `import ${name}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
