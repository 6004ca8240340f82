// Build tools, runners behind another program, and a runner that comes from npm: the same little program once more.
import { existsSync, mkdtempSync, realpathSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { cases, type LanguageCase, withoutOthers } from './cases.ts';

// `npm ci --prefix test/runners` brings bun and just. What lies in a folder of installed packages is ours, and is kept from tests.
const brought = mkdtempSync(join(tmpdir(), 'regreen-programs-'));
for (const program of ['bun', 'just']) {
  const file = resolve(import.meta.dirname, '../../runners/node_modules/.bin', program);
  if (existsSync(file)) symlinkSync(realpathSync(file), join(brought, program));
}
process.env.PATH = `${process.env.PATH}${delimiter}${brought}`;

function caseOf(title: string): LanguageCase {
  const found = cases.find((one) => one.title === title);
  if (found === undefined) throw new Error(`there is no case ${title}`);
  return found;
}

const pytest = caseOf('pytest');
const unittest = caseOf('unittest');

/** The case of pytest, started by another program that `files` configure. */
function behind(
  title: string,
  own: Pick<LanguageCase, 'runner' | 'needs' | 'slow'> & { testCommand: string; files: LanguageCase['files'] },
): LanguageCase {
  const files = { ...pytest.files, 'pyproject.toml': `[tool.pytest.ini_options]\naddopts = "-ra ${withoutOthers}"\n`, ...own.files };
  return { ...pytest, title, ...own, files };
}

/** Only the program itself is needed; with the recipe known, the runner in it is started as it is. */
function target(program: string, file: string, text: string): LanguageCase {
  const { 'setup.cfg': _, ...files } = unittest.files;
  return { ...unittest, title: `unittest in a target of ${program}`, testCommand: `${program} test`, files: { ...files, [file]: text } };
}

const javaSource =
  'package com.acme;\n\npublic final class Sums {\n    private Sums() {}\n\n    public static int add(int a, int b) {\n        return a + b;\n    }\n\n    public static int sub(int a, int b) {\n        if (a < b) {\n            return 0;\n        }\n        return a + b;\n    }\n}\n';
const javaFix = {
  path: 'src/main/java/com/acme/Sums.java',
  old_text: '        }\n        return a + b',
  new_text: '        }\n        return a - b',
};
const pom =
  '<project xmlns="http://maven.apache.org/POM/4.0.0">\n  <modelVersion>4.0.0</modelVersion>\n  <groupId>com.acme</groupId><artifactId>sums</artifactId><version>1</version>\n  <properties><maven.compiler.release>17</maven.compiler.release><project.build.sourceEncoding>UTF-8</project.build.sourceEncoding></properties>\n  <dependencies><dependency><groupId>org.junit.jupiter</groupId><artifactId>junit-jupiter</artifactId><version>5.11.4</version><scope>test</scope></dependency></dependencies>\n  <build><plugins>\n    <plugin><artifactId>maven-resources-plugin</artifactId><version>3.3.1</version></plugin>\n    <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.14.1</version></plugin>\n    <plugin><artifactId>maven-surefire-plugin</artifactId><version>3.5.4</version><dependencies><dependency><groupId>org.codehaus.plexus</groupId><artifactId>plexus-utils</artifactId><version>3.5.1</version></dependency></dependencies></plugin>\n  </plugins></build>\n</project>\n';

export const furtherCases: readonly LanguageCase[] = [
  {
    title: 'Maven',
    runner: 'maven',
    slow: true,
    needs: ['mvn', 'javac'],
    probe:
      'cd ~/.m2/repository/org && ls apache/maven/plugins/maven-surefire-plugin/3.5.4/*.jar junit/jupiter/junit-jupiter-engine/5.11.4/*.jar',
    files: {
      'pom.xml': pom,
      'src/main/java/com/acme/Sums.java': javaSource,
      'src/test/java/com/acme/SumsTest.java':
        'package com.acme;\n\nimport static org.junit.jupiter.api.Assertions.assertEquals;\n\nimport org.junit.jupiter.api.Disabled;\nimport org.junit.jupiter.api.Nested;\nimport org.junit.jupiter.api.Test;\nimport org.junit.jupiter.params.ParameterizedTest;\nimport org.junit.jupiter.params.provider.ValueSource;\n\nclass SumsTest {\n    @Test\n    void adds() {\n        assertEquals(3, Sums.add(1, 2));\n    }\n\n    @Test\n    void subtracts() {\n        assertEquals(2, Sums.sub(3, 1));\n    }\n\n    @ParameterizedTest\n    @ValueSource(ints = {1, 2})\n    void staysAtZero(int a) {\n        assertEquals(0, Sums.sub(a, 3));\n    }\n\n    @Nested\n    class Inner {\n        @Test\n        void addsNegatives() {\n            assertEquals(-3, Sums.add(-1, -2));\n        }\n    }\n\n    @Disabled\n    @Test\n    void later() {}\n}\n',
    },
    failing: { id: 'src/test/java/com/acme/SumsTest.java > SumsTest > subtracts', file: 'src/test/java/com/acme/SumsTest.java', line: 18 },
    message: /expected: <2> but was: <4>/,
    expected: '2',
    actual: '4',
    executed: 5,
    skipped: 1,
    alone: 1,
    fix: javaFix,
    broken: { 'src/main/java/com/acme/Sums.java': 'package com.acme;\n\nclass Sums {\n' },
  },
  {
    title: 'Gradle',
    runner: 'gradle',
    slow: true,
    needs: ['gradle', 'javac'],
    probe: 'ls /usr/share/java/junit4.jar /usr/share/java/hamcrest-core.jar && gradle --version | grep -q "Gradle 4.4.1"',
    files: {
      'build.gradle':
        "apply plugin: 'java'\n\ndependencies {\n    testCompile files('/usr/share/java/junit4.jar', '/usr/share/java/hamcrest-core.jar')\n}\n",
      'src/main/java/com/acme/Sums.java': javaSource,
      'src/test/java/com/acme/SumsTest.java':
        'package com.acme;\n\nimport static org.junit.Assert.assertEquals;\n\nimport org.junit.Ignore;\nimport org.junit.Test;\n\npublic class SumsTest {\n    @Test\n    public void adds() {\n        assertEquals(3, Sums.add(1, 2));\n    }\n\n    @Test\n    public void subtracts() {\n        assertEquals(2, Sums.sub(3, 1));\n    }\n\n    @Test\n    public void staysAtZero() {\n        assertEquals(0, Sums.sub(1, 3));\n    }\n\n    @Ignore\n    @Test\n    public void later() {}\n}\n',
    },
    failing: { id: 'src/test/java/com/acme/SumsTest.java > SumsTest > subtracts', file: 'src/test/java/com/acme/SumsTest.java', line: 15 },
    message: /expected:<2> but was:<4>/,
    expected: '2',
    actual: '4',
    executed: 3,
    skipped: 1,
    alone: 1,
    fix: javaFix,
    broken: { 'src/main/java/com/acme/Sums.java': 'package com.acme;\n\nclass Sums {\n' },
  },
  {
    title: 'bun test',
    runner: 'bun test',
    needs: ['bun'],
    files: {
      'package.json': '{"name":"sums","type":"module","scripts":{"test":"bun test"}}',
      'bunfig.toml': '',
      'src/math.ts':
        'export function add(a: number, b: number) {\n  return a + b;\n}\n\nexport function sub(a: number, b: number) {\n  if (a < b) {\n    return 0;\n  }\n  return a + b;\n}\n',
      'test/math.test.ts':
        "import { describe, expect, test } from 'bun:test';\nimport { add, sub } from '../src/math';\n\ntest('adds', () => {\n  expect(add(1, 2)).toBe(3);\n});\n\ndescribe('sub', () => {\n  test('subtracts (1+1?)', () => {\n    expect(sub(3, 1)).toBe(2);\n  });\n\n  test('zero', () => {\n    expect(sub(1, 3)).toBe(0);\n  });\n\n  test.skip('later', () => {});\n});\n",
    },
    failing: { id: 'test/math.test.ts > sub > subtracts (1+1?)', file: 'test/math.test.ts', line: 9 },
    message: /Expected: 2\nReceived: 4/,
    expected: '2',
    actual: '4',
    executed: 3,
    skipped: 1,
    alone: 1,
    fix: { path: 'src/math.ts', old_text: '  }\n  return a + b', new_text: '  }\n  return a - b' },
    broken: { 'src/math.ts': 'export function add(a: number {\n' },
  },
  behind('pytest behind tox', {
    runner: 'tox',
    slow: true,
    needs: ['tox', 'pytest'],
    testCommand: 'tox -e all',
    files: {
      'tox.ini': '[tox]\nenvlist = all\nskipsdist = true\n\n[testenv]\nallowlist_externals = pytest\ncommands = pytest\n',
    },
  }),
  behind('pytest behind nox', {
    runner: 'nox',
    needs: ['nox', 'pytest'],
    testCommand: 'nox -s tests',
    files: {
      'noxfile.py':
        "import nox\n\n\n@nox.session(venv_backend='none')\ndef tests(session):\n    session.run('python3', '-m', 'pytest', external=True)\n",
    },
  }),
  behind('pytest behind a target that only make can tell', {
    runner: 'command',
    needs: ['make', 'pytest'],
    testCommand: 'make test',
    files: { Makefile: 'export WHAT = $(shell echo pytest)\n\ntest:\n\tpython3 -m $(WHAT)\n' },
  }),
  target(
    'make',
    'Makefile',
    'PYTHON ?= python3\n\n.PHONY: test clean\n\nclean:\n\t@rm -rf out\n\ntest: clean\n\t@$(PYTHON) -m unittest discover -s tests -t .\n',
  ),
  target(
    'just',
    'justfile',
    "python := 'python3'\n\ntest: clean\n    @{{python}} -m unittest discover -s tests -t .\n\nclean:\n    rm -rf out\n",
  ),
];
