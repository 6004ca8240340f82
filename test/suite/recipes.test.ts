// A target's recipe stands in for the target only where nothing but its text decides what runs.
import { describe, expect, it } from 'vitest';
import { expandTargets } from '../../src/suite/ecosystems/languages/recipes.ts';
import { makeRepository } from './repository.ts';

async function expanded(files: Readonly<Record<string, string>>, command: string): Promise<string> {
  await using repository = await makeRepository(files);
  return await expandTargets(command, repository.root);
}

describe('a target', () => {
  it.each([
    ['its lines', { Makefile: 'test:\n\t@go vet ./...\n\tgo test ./...\n' }, 'make test', 'go vet ./... && go test ./...'],
    ['its variables', { Makefile: 'GO ?= go\nFLAGS := -short\ntest:\n\t$(GO) test $(FLAGS) ./...\n' }, 'make test', 'go test -short ./...'],
    ['what it needs first', { Makefile: '.PHONY: test\ngen:\n\t./gen.sh\ntest: gen\n\tpytest\n' }, 'make test', './gen.sh && pytest'],
    ['its own shells', { Makefile: 'test:\n\tcd sub; pytest\n' }, 'make test', '( cd sub; pytest )'],
    ['a dollar', { Makefile: 'test:\n\techo $$HOME && pytest\n' }, 'make test', '( echo $HOME && pytest )'],
    ['its place in a line', { Makefile: 'test:\n\tpytest\n' }, 'true && make test', 'true && ( pytest )'],
    ['a recipe of just', { justfile: "py := 'python3'\n\ntest:\n    {{py}} -m pytest\n" }, 'just test', 'python3 -m pytest'],
  ] as const)('is told by %s', async (_, files, command, line) => {
    expect(await expanded(files, command)).toBe(line);
  });

  it.each([
    ['a condition', { Makefile: 'ifdef CI\nX = 1\nendif\ntest:\n\tpytest\n' }, 'make test'],
    ['a function', { Makefile: 'test:\n\tpytest $(shell ls)\n' }, 'make test'],
    ['an unknown variable', { Makefile: 'test:\n\t$(PYTEST)\n' }, 'make test'],
    ['a variable that is set twice', { Makefile: 'A = 1\nA = 2\ntest:\n\tpytest $(A)\n' }, 'make test'],
    ['a failure that does not count', { Makefile: 'test:\n\t-pytest\n' }, 'make test'],
    ['a file that another rule makes', { Makefile: 'test: prog\n\tpytest\n%: %.c\n\tcc -o $@ $<\n' }, 'make test'],
    ['a target that needs itself', { Makefile: 'test: test\n\tpytest\n' }, 'make test'],
    ['a variable from the command line', { Makefile: 'A = 1\ntest:\n\tpytest $(A)\n' }, 'make test A=2'],
    ['no such target', { Makefile: 'check:\n\tpytest\n' }, 'make test'],
    ['no file', {}, 'make test'],
    ['a script', { justfile: 'test:\n    #!/usr/bin/env bash\n    pytest\n' }, 'just test'],
    ['settings of just', { justfile: 'set dotenv-load\ntest:\n    pytest\n' }, 'just test'],
  ] as const)('is left to its program: %s', async (_, files, command) => {
    expect(await expanded(files, command)).toBe(command);
  });
});
