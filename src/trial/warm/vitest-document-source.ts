// What packages that stay loaded in vitest's worker process ask of it once: its document, and hooks of their own. Kept as text.

/** Part of the warm worker: the document of vitest's worker process, and what packages ask of all tests as they are loaded. */
export const vitestDocumentSource = String.raw`
  const ofRunner = /\/node_modules\/(?:vitest|vite|vite-node|@vitest\/(?!runner\/)[^/]+)\//;
  /** Whether a package that Node itself loads is being evaluated, which it is once: by the files of the calls that lead there. */
  function isLoadedOnce() {
    const before = ['stackTraceLimit', 'prepareStackTrace'].map((name) => [name, Object.getOwnPropertyDescriptor(Error, name)]);
    Error.stackTraceLimit = 50;
    Error.prepareStackTrace = (error, sites) => sites.filter((site) => !site.isAsync()).map((site) => site.getFileName());
    const files = new Error().stack;
    for (const [name, own] of before) if (own === undefined) delete Error[name]; else Object.defineProperty(Error, name, own);
    const decisive = files.find((file) => file && file !== __filename && (ofRunner.test(file) || !/\/node_modules\//.test(file)));
    return decisive !== undefined && decisive.startsWith('node:internal/modules/');
  }

  /** Hooks of packages, as those that clean up behind each test, are declared as they are loaded: each file gets them again. */
  function keptHooks(runner, getCurrentSuite) {
    if (typeof getCurrentSuite !== 'function' || typeof runner.importFile !== 'function') return () => {};
    const ofPackages = [];
    let isNew = false;
    let suite = null;
    const importFile = runner.importFile;
    runner.importFile = function () {
      if (isNew) {
        isNew = false;
        const current = getCurrentSuite();
        if (current !== suite) {
          suite = current;
          const on = suite.on;
          suite.on = function (...given) {
            if (running && isLoadedOnce()) ofPackages.push(given);
            return on.apply(this, given);
          };
        }
        for (const given of ofPackages.slice()) suite.on(...given);
      }
      return importFile.apply(this, arguments);
    };
    return () => { isNew = true; };
  }

  /** The document that vitest has made: packages stay loaded, and many hold the one that was there when they were. */
  function keptInVitest() {
    let runs = 0;
    const own = (globalThis.document && globalThis.document.defaultView || globalThis).happyDOM;
    const empty = keptDom(globalThis, (prototypes) => alsoWatched.push(...prototypes), () => {
      if (!isLoadedOnce()) unfit('elements of its own stay defined in a document');
    });
    if (empty === null) return null;
    unrefFirstTimers(() => runs);
    return async () => {
      runs += 1;
      // Of happy-dom, timers go on that belong to the document.
      if (own) await (own.abort || own.cancelAsync).call(own);
      empty();
    };
  }

  /** A package that is loaded once may start a timer once, as Vue does to look for its developer tools: no candidate has left that open. */
  function unrefFirstTimers(runs) {
    const start = globalThis.setTimeout;
    globalThis.setTimeout = Object.assign(function (...given) {
      const timer = start.apply(this, given);
      if (runs() === 0 && running && /\/node_modules\//.test(String(new Error().stack).split('\n')[2]) && timer && timer.unref) timer.unref();
      return timer;
    }, start);
  }
`;
