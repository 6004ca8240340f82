/** Runners that test Python within one process of our own start, which a companion in Python can watch, end by a signal, and fork. */
const runners: ReadonlySet<string> = new Set(['pytest', 'unittest', 'django']);

export function isPythonRunner(runner: string): boolean {
  return runners.has(runner);
}
