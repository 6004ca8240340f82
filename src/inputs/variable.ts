/** A variable of the environment. What every object inherits (`toString`, `constructor`) is none. */
export function variableOf(env: Readonly<Record<string, string | undefined>>, name: string): string | undefined {
  return Object.hasOwn(env, name) ? env[name] : undefined;
}
