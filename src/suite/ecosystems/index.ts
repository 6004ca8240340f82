import type { Ecosystem } from '../ecosystem.ts';
import { javascript } from './javascript/index.ts';
import { languages } from './languages/index.ts';
import { plainCommand } from './plain.ts';

/** In the order in which they are asked for a package; the first plan whose runner is known wins. */
export const ecosystems: readonly Ecosystem[] = [javascript, languages];

/** The one that made a plan; a command of which nothing is known is read by its exit code and text. */
export function ecosystemOf(name: string): Ecosystem {
  return ecosystems.find((each) => each.name === name) ?? plainCommand;
}
