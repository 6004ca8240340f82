import { access } from 'node:fs/promises';
import { join } from 'node:path';

/** Where `npm ci --prefix test/conformance` puts the clients. */
export const clients = join(import.meta.dirname, 'node_modules');

/** Says loudly that its tests are skipped when a client is not there. */
export async function installed(client: string): Promise<boolean> {
  const there = await access(join(clients, client, 'package.json')).then(
    () => true,
    () => false,
  );
  if (!there) console.warn(`SKIPPED: the tests with ${client}, which is not installed. Install it with: npm ci --prefix test/conformance`);
  return there;
}
