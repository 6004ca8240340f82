/** The program of jasmine's command line. */
export const jasmineEntry = String.raw`/\/jasmine\/bin\/jasmine\.js$/`;

/** Part of the warm worker: jasmine's program is run again for each candidate, as are its modules, which hold the tests. */
export const jasmineDriverSource = String.raw`
  // ---- jasmine ----
  function jasmineDriver(main) {
    const program = scriptDriver(main);
    return async () => {
      const code = await program();
      // It takes the tests in another order each time, which is no other outcome; those of one name are told in the order they are written in.
      const inOrder = heard.map((event) => [stringify([event.file, event.path]), event]);
      heard = inOrder.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)).map(([, event]) => event);
      words = words.split('\n').sort().join('\n');
      return code;
    };
  }
`;
