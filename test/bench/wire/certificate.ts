import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Certificate {
  /** PEM files. */
  readonly authority: string;
  readonly certificate: string;
  readonly key: string;
}

/** An authority of the bench's own and a leaf for `addresses`: some clients refuse a leaf that is its own authority. */
export async function makeCertificate(folder: string, addresses: readonly string[]): Promise<Certificate> {
  const path = (name: string): string => join(folder, name);
  const openssl = (...args: string[]) => run('openssl', args);
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  await openssl('req', '-x509', ...newKey, '-keyout', path('ca.key'), '-out', path('ca.pem'), '-days', '2', '-subj', '/CN=wire bench');
  await openssl('req', ...newKey, '-keyout', path('leaf.key'), '-out', path('leaf.csr'), '-subj', '/CN=tape');
  const names = addresses.map((address) => `IP:${address}`).join(',');
  await writeFile(path('leaf.ext'), `subjectAltName=${names}\nbasicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth\n`);
  const signing = ['-CA', path('ca.pem'), '-CAkey', path('ca.key'), '-CAcreateserial', '-days', '2', '-extfile', path('leaf.ext')];
  await openssl('x509', '-req', '-in', path('leaf.csr'), ...signing, '-out', path('leaf.pem'));
  return { authority: path('ca.pem'), certificate: path('leaf.pem'), key: path('leaf.key') };
}
