// Perl distributions.
import { join } from 'node:path';
import { prove } from './prove.ts';
import type { Language } from './types.ts';

const manifests = ['Makefile.PL', 'Build.PL', 'cpanfile', 'dist.ini', 'META.json', 'META.yml'];

export const perl: Language = {
  name: 'Perl',
  runners: [prove],
  isManifest: (name) => manifests.includes(name),
  async manifest(folder) {
    const named = manifests.find((name) => folder.names.includes(name));
    const own = await folder.files((file) => /\.(?:pm|pl|t)$/.test(file));
    return named !== undefined && own.length > 0 ? named : (own.find((file) => /^t\/[^/]+\.t$/.test(file)) ?? null);
  },
  async guess(folder, manifest) {
    const [first] = await folder.files((file) => /^t\/.*\.t$/.test(file));
    if (first === undefined) return null;
    const compiles = (await folder.has('Makefile.PL')) && folder.names.some((name) => name.endsWith('.xs'));
    return {
      runner: 'prove',
      testCommand: compiles ? 'perl Makefile.PL && make && prove -br t' : 'prove -lr t',
      setupCommand: null,
      reasons: [
        `Perl: ${manifest}`,
        `runner prove: ${first}`,
        ...(compiles ? ['it is built first: there is code in C (.xs)'] : []),
        'dependencies as they are: those of earlier steps',
      ],
    };
  },
  environment: ({ cwd, exists }) => ({
    // Carton and local::lib keep them beside the code.
    ...(exists(join(cwd, 'local', 'lib', 'perl5')) ? { PERL5LIB: join(cwd, 'local', 'lib', 'perl5') } : {}),
  }),
};
