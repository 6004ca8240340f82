import { homedir } from 'node:os';
import { isAbsolute } from 'node:path';

/** What a system calls a home that is none. */
const noHome = '/nonexistent';

/**
 * The user's home, absolute. Where the system knows of none (no HOME, and a user without an entry in its list, as in containers), a folder
 * that is not there: nothing can be read from it, and nothing needs to be hidden in it.
 */
export function userHome(): string {
  try {
    const home = homedir();
    return isAbsolute(home) ? home : noHome;
  } catch {
    return noHome;
  }
}
