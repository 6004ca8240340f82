import type { FailingTest } from './brief.ts';

/** What a message says that no candidate could mend, and what a person can do about it. Only where every failing test says so. */
const causes: readonly { readonly says: RegExp; readonly words: (found: string) => string }[] = [
  {
    says: /JavaScript heap out of memory|\bMemoryError\b|OutOfMemoryError|[Cc]annot allocate memory|std::bad_alloc|runtime: out of memory|exit code 137\b/,
    words: () =>
      'The tests ran out of memory: something keeps what it makes, perhaps in a loop that does not end, or the bound on memory is too small for them.',
  },
  {
    says: /Cannot find (?:module|package) '((?:@[\w.-]+\/)?[\w-][\w.-]*(?:\/[^'\n]{1,200})?)'|No module named '?([A-Za-z_]\w*)(?!\w|\.\w)/,
    words: (name) => {
      const [whole = name] = /^(?:@[^/]+\/)?[^/]+/.exec(name) ?? [];
      const lacks =
        whole === name
          ? `No package ${name} is installed.`
          : `${name} cannot be found: there is no such file, or package ${whole} is not installed or has none.`;
      return `${lacks} Name it among the dependencies and install it, or correct the name where it is loaded.`;
    },
  },
  {
    says: /(?:pytest|py\.test|__main__\.py): error: unrecognized arguments: (.+)|(?:Missing required plugins|Plugin not found): (.+)|Error importing plugin "([^"]+)"/,
    words: (what) => `pytest cannot start with ${what}: the plugin is not installed. Name it among the dependencies of the tests.`,
  },
];

/** The failure in plain words, where its messages leave no doubt; null elsewhere. */
export function plainCause(failing: readonly FailingTest[]): string | null {
  for (const { says, words } of causes) {
    const found = failing.map(({ message }) => says.exec((message ?? '').slice(0, 20_000)));
    const [first] = found;
    if (first && found.every((each) => each !== null)) return words(first.slice(1).find((group) => group !== undefined) ?? '');
  }
  return null;
}
