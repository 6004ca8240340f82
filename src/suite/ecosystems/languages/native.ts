// C and C++ with CMake, and whatever has a `make` or `just` target for its tests.
import { ctest } from './ctest.ts';
import type { FolderView, Language } from './types.ts';

export const cmake: Language = {
  name: 'C and C++',
  runners: [ctest],
  isManifest: (name) => name === 'CMakeLists.txt',
  manifest: async ({ names }) => (names.includes('CMakeLists.txt') ? 'CMakeLists.txt' : null),
  async guess(folder, manifest) {
    const tested = /^\s*(?:enable_testing|include\s*\(\s*CTest)/im.test((await folder.text('CMakeLists.txt')) ?? '');
    if (!tested) return null;
    const option = /option\s*\(\s*(\w*(?:BUILD|ENABLE)\w*TEST\w*)/i.exec((await folder.text('CMakeLists.txt')) ?? '')?.[1];
    const configure = `cmake -S . -B build${option === undefined || option === 'BUILD_TESTING' ? '' : ` -D${option}=ON`}`;
    return {
      runner: 'ctest',
      testCommand: `${configure} && cmake --build build && ctest --test-dir build`,
      setupCommand: null,
      reasons: [`C and C++: ${manifest}`, 'runner ctest: CMakeLists.txt enables testing', 'nothing to install'],
    };
  },
  environment: () => ({ CMAKE_BUILD_PARALLEL_LEVEL: '2', CMAKE_COLOR_DIAGNOSTICS: 'OFF' }),
};

const targetFiles = ['GNUmakefile', 'makefile', 'Makefile', 'justfile', 'Justfile', '.justfile'];

/** The last to be asked: a target says nothing about what it runs. */
export const targets: Language = {
  name: 'make and just',
  runners: [],
  isManifest: (name) => targetFiles.includes(name),
  manifest: async (folder) => (await targetOf(folder))?.file ?? null,
  async guess(folder, manifest) {
    const target = await targetOf(folder);
    if (target === null) return null;
    return {
      runner: 'command',
      testCommand: target.command,
      setupCommand: null,
      reasons: [`test command: target "${target.name}" in ${manifest}`],
    };
  },
};

interface Target {
  readonly file: string;
  readonly name: string;
  readonly command: string;
}

async function targetOf(folder: FolderView): Promise<Target | null> {
  for (const file of targetFiles) {
    if (!folder.names.includes(file)) continue;
    const text = (await folder.text(file)) ?? '';
    const program = /just/i.test(file) ? 'just' : 'make';
    const name = ['test', 'check', 'tests'].find((each) => new RegExp(`^@?${each}(?:\\s+[^:=]*)?\\s*::?(?!=)`, 'm').test(text));
    if (name !== undefined) return { file, name, command: `${program} ${name}` };
    const own = program === 'make' ? programOfTests(text) : null;
    if (own !== null) return { file, ...own };
  }
  return null;
}

/** The one target named after tests, such as `sum-test`: it runs them, or builds the program of its name that does. */
function programOfTests(text: string): Omit<Target, 'file'> | null {
  const rules = [...text.matchAll(/^((?!\.)[\w.-]*(?:[-_]tests?|_?test_\w+|runtests?)):(?![:=]).*\n((?:\t.*(?:\n|$))+)/gm)];
  const [rule, ...others] = rules.filter(([, name = '']) => !/clean|install|cover|valgrind|bench|fuzz/.test(name));
  if (rule === undefined || others.length > 0) return null;
  const [, name = '', recipe = ''] = rule;
  if (/^\t[@+]*(?:\.\/|\S*(?:run|test)\S*\.sh\b)/m.test(recipe)) return { name, command: `make ${name}` };
  const builds = recipe.includes(`-o ${name}`) || /-o \$@/.test(recipe);
  return builds ? { name, command: `make ${name} && ./${name}` } : null;
}
