/** Part of the warm worker: how each runner is made to run its tests again. */
export const driversSource = String.raw`
  // ---- the end of a run: process.exit and uncaught errors end it, not the process ----
  // An error, since of a promise that rejects with anything else the process says it in an error of its own.
  const exited = new Error('the process has ended');
  let exitCode = null;
  let ended = null;
  const codeOf = (code) => (code === undefined || code === null ? Number(process.exitCode) || 0 : Number(code) || 0);

  // Whether a program is all that runs: what it tells once it has ended, no process of its own would have told.
  let isAlone = false;
  function fallSilent() {
    overhear = null;
    deaf = isAlone;
  }

  function catchExit() {
    process.exit = function exit(code) {
      if (exitCode === null) exitCode = codeOf(code);
      fallSilent();
      if (ended !== null) ended();
      throw exited;
    };
    // Packages that want to know of the end put theirs here for a while, and then what they had found.
    const { exit } = process;
    Object.defineProperty(process, 'reallyExit', { get: () => exit, set() {}, configurable: true, enumerable: true });
    process.abort = function abort() { return process.exit(134); };
    process.on('uncaughtException', (error) => {
      if (!running || error === exited) return;
      // Somebody else's business: a test runner's.
      if (process.listeners('uncaughtException').length > 1) return;
      uncaught(error);
      if (exitCode === null) exitCode = 1;
      fallSilent();
      if (ended !== null) ended();
    });
  }

  // Whether a listener for errors threw one: that ends a program at once, and nobody hears of the end. Runners see to errors themselves.
  let isBroken = false;
  let isBrokenCaught = false;
  function catchBroken() {
    if (isBrokenCaught) return;
    isBrokenCaught = true;
    const { emit } = process;
    process.emit = function (name) {
      if (name !== 'uncaughtException' || !running || !isAlone) return emit.apply(this, arguments);
      try { return emit.apply(this, arguments); } catch (error) {
        if (error === exited) return true;
        uncaught(error);
        if (exitCode === null) exitCode = 7;
        isBroken = true;
        fallSilent();
        if (ended !== null) ended();
        return true;
      }
    };
  }

  function exitListeners(code) {
    const old = listeners.get('exit') || [];
    for (const listener of process.rawListeners('exit')) {
      if (old.includes(listener)) continue;
      try { listener.call(process, code); } catch (error) {
        if (error === exited) return;
        uncaught(error);
        exitCode = 1;
        return;
      }
    }
  }

  // ---- a program: a test file that is run by node itself, or that of tape or uvu ----
  const drained = () => new Promise((resolve) => {
    ended = resolve;
    process.once('beforeExit', resolve);
    later(() => {});
  });

  function scriptDriver(main) {
    const start = async () => {
      if (isEsm(main)) await import(pathToFileURL(main).href);
      else Module._load(main, null, true);
    };
    catchBroken();
    // All that is known of tests that nobody tells apart is what is printed: where that stays the same but for numbers, nothing was left behind.
    const told = (printed) => linesOf(printed).filter((line) => !/^\s+at /.test(line)).map(withoutNumbers).join('\n');
    const drive = async () => {
      const end = drained();
      let loading = true;
      let printed = '';
      const listens = overhear === null;
      if (listens) overhear = (stream, text) => { if (printed.length < mostPrinted) printed += text; };
      isBroken = false;
      isAlone = true;
      deaf = false;
      emptyQueue();
      start().then(() => { loading = false; }, (error) => {
        loading = false;
        if (error === exited) return;
        uncaught(error);
        if (exitCode === null) exitCode = 1;
        ended();
      });
      await end;
      const waits = loading && exitCode === null;
      let code = exitCode === null ? (waits ? 13 : codeOf()) : exitCode;
      exitCode = null;
      // Those who hear of the end may change how it is told.
      process.exitCode = code;
      deaf = false;
      if (!isBroken) exitListeners(code);
      deaf = true;
      code = isBroken ? code : exitCode === null ? codeOf() : exitCode;
      heard.push({ e: 'exit', main: process.argv[1], code: code });
      if (listens) overhear = null;
      if (listens && !heard.some(({ e }) => e === 'result')) {
        hearPrinted(printed);
        heard.push({ e: 'printed', text: told(printed).slice(0, 4000) });
      }
      return code;
    };
    drive.isProgram = true;
    return drive;
  }

  // ---- node:test: a suite of its own for each candidate, under the process's one root ----
  function nodeTestDriver(files) {
    const nodeTest = require('node:test');
    const { executionAsyncResource } = require('node:async_hooks');
    timeoutKeeper = setInterval(() => {}, 1 << 30);
    let done = null;
    // The process's one root must be there before its listeners are taken for a candidate's.
    nodeTest.describe('regreen 0', () => {});
    hearRaw = (event) => {
      if (event.e === 'result' && event.runner === 'node:test' && Array.isArray(event.path)) {
        if (event.path.length === 1 && event.path[0] === 'regreen ' + generation) {
          // A suite that fails for its tests says nothing new.
          if (event.status === 'failed' && event.failureType !== 'subtestsFailed') {
            uncaught(new Error(event.error && event.error.message), files[0]);
            exitCode = 1;
          }
          if (done !== null) done();
          return null;
        }
        if (event.path.length < 2) return null;
        return Object.assign({}, event, { path: event.path.slice(1) });
      }
      return event;
    };
    const start = async (file) => {
      if (isEsm(file)) await import(pathToFileURL(file).href);
      else Module._load(file, null, true);
    };
    return async () => {
      const end = new Promise((resolve) => { done = resolve; ended = resolve; });
      nodeTest.describe('regreen ' + generation, async () => {
        // From Node 22 on a suite whose name is not asked for, and that holds nothing yet, is left out: here this suite is the resource.
        const suite = executionAsyncResource();
        if (suite.filteredByName === true) suite.filteredByName = false;
        for (const file of files) {
          process.argv[1] = file;
          await start(file);
        }
      });
      await end;
      await pause();
      const failed = heard.some((event) => event.e === 'result' && event.status === 'failed');
      return exitCode !== null ? exitCode : failed ? 1 : codeOf();
    };
  }
  let timeoutKeeper = null;
  let hearRaw = (event) => event;

  // ---- mocha: a new instance with the same options and files ----
  let uiName = null;
  // Files of the repository that mocha was told to load first: they may load what is being repaired.
  let setup = [];
  function findSetup(options) {
    const given = [].concat((options && options.require) || []);
    const files = [];
    for (const name of given) {
      let file = null;
      try { file = realpathSync(Module._resolveFilename(/^[.]/.test(name) ? path.resolve(name) : name, module)); } catch (error) {
        try { file = realpathSync(Module._resolveFilename(path.resolve(name), module)); } catch (failure) {}
      }
      const loaded = file === null ? undefined : Module._cache[file];
      if (loaded === undefined || !isOwn(file)) continue;
      // Hooks of the root and fixtures are the runner's already.
      const exported = loaded.exports;
      if (exported && Object.keys(exported).some((name) => /^mocha/.test(name))) return [];
      files.push(file);
    }
    return files;
  }

  function mochaDriver(Mocha, first, loadFiles) {
    const files = first.files.slice();
    const esm = files.some((file) => isEsm(path.resolve(file)));
    const make = () => {
      const options = Object.assign({}, first.options, { parallel: false });
      const mocha = new Mocha(options);
      mocha.options = Object.assign({}, mocha.options, options);
      for (const name of ['_timeout', '_enableTimeouts', '_slow', '_bail', '_retries']) if (first.suite[name] !== undefined) mocha.suite[name] = first.suite[name];
      if (mocha.suite._timeout > longest) mocha.suite._timeout = longest;
      if (uiName !== null) mocha.ui(uiName);
      mocha._reporter = first._reporter;
      mocha.files = files.slice();
      if (mocha.lazyLoadFiles) mocha.lazyLoadFiles(true);
      return mocha;
    };
    const importFiles = async (mocha) => {
      for (const file of setup) require(file);
      for (const given of files) {
        const file = path.resolve(given);
        mocha.suite.emit('pre-require', globalThis, file, mocha);
        const exported = isEsm(file) ? await import(pathToFileURL(file).href) : require(file);
        mocha.suite.emit('require', exported, file, mocha);
        mocha.suite.emit('post-require', globalThis, file, mocha);
      }
    };
    let last = null;
    let runs = 0;
    let longest = Infinity;
    const drive = async () => {
      const begun = Date.now();
      const code = await runAll();
      runs += 1;
      if (runs === 2) longest = longestAfter(Date.now() - begun);
      return code;
    };
    const runAll = () => new Promise((resolve) => {
      last = null;
      ended = () => resolve(exitCode === null ? 1 : exitCode);
      const fail = (error) => {
        if (error !== exited) uncaught(error);
        resolve(exitCode === null ? 1 : exitCode);
      };
      try {
        const mocha = make();
        if (mocha.cleanReferencesAfterRun) last = mocha.cleanReferencesAfterRun(false);
        const run = () => {
          seeLoaded(() => ({ roots: rootsOfMocha(mocha), known: [] }));
          mocha.run((failures) => resolve(failures > 0 ? 1 : 0));
        };
        if (esm) importFiles(mocha).then(() => { if (!mocha.lazyLoadFiles) mocha.files = []; run(); }).catch(fail);
        else {
          for (const file of setup) require(file);
          loadFiles.call(mocha);
          if (!mocha.lazyLoadFiles) mocha.files = [];
          run();
        }
      } catch (error) { fail(error); }
    });
    drive.globals = () => {
      const given = {};
      const mocha = make();
      mocha.suite.emit('pre-require', given, files[0], mocha);
      return Object.keys(given);
    };
    drive.stay = () => {
      if (last === null) return null;
      const mocha = last;
      const run = () => new Promise((resolve) => {
        ended = () => resolve(exitCode === null ? 1 : exitCode);
        mocha.run((failures) => resolve(failures > 0 ? 1 : 0));
      });
      const red = redInMocha(mocha);
      const runRed = async () => {
        ended = () => {};
        for (const test of red) await test();
        return 1;
      };
      return { run: red === null ? run : runRed, whole: run, roots: rootsOfMocha(mocha) };
    };
    return drive;
  }

  function rootsOfMocha(mocha) {
    const roots = [];
    const visit = (suite) => {
      roots.push(suite.ctx);
      for (const name of ['tests', '_beforeAll', '_beforeEach', '_afterEach', '_afterAll']) for (const one of suite[name]) if (one.fn) roots.push(one.fn);
      suite.suites.forEach(visit);
    };
    visit(mocha.suite);
    return roots;
  }

  /** The tests that failed in the last run, to be called by themselves; null where one of them takes more. */
  function redInMocha({ suite, options }) {
    const red = [];
    let sound = !options.checkLeaks && !options.asyncOnly && !options.allowUncaught;
    const takesMore = ({ fn }) => !isPlain(fn) || /\bthis\b/.test(Function.prototype.toString.call(fn));
    const visit = (suites) => {
      const [inner] = suites.slice(-1);
      if (inner._beforeAll.length + inner._afterAll.length > 0) sound = false;
      for (const test of inner.tests.filter(({ state }) => state === 'failed')) {
        const before = suites.flatMap((one) => one._beforeEach);
        const after = suites.slice().reverse().flatMap((one) => one._afterEach);
        const all = [test].concat(before, after);
        if (all.some(takesMore) || all.some((one) => !(one.timeout() > 0)) || test.retries() > 0 || !(test.err instanceof Error)) sound = false;
        const [file, path] = [test.file, test.titlePath()];
        const timed = (one) => ({ fn: one.fn, ms: one.timeout() });
        const [body, first, last] = [timed(test), before.map(timed), after.map(timed)];
        red.push(async () => {
          const { status, error } = await callTest(body, first, last, { context: test.ctx, limit: 0, hooksMayFail: false });
          hear({ e: 'result', runner: 'mocha', file: file, path: path, status: status, error: error === null ? null : describe(error.value) });
        });
      }
      for (const next of inner.suites) visit(suites.concat(next));
    };
    visit([suite]);
    return sound && red.length > 0 ? red : null;
  }

  // A getter of some other class may throw: npm has one of this name.
  function hasMethod(proto, name) {
    const found = Object.getOwnPropertyDescriptor(proto, name);
    return found !== undefined && typeof found.value === 'function';
  }

  function hookMocha() {
    const load = Module._load;
    let hooked = false;
    Module._load = function () {
      const exported = load.apply(this, arguments);
      if (!hooked && typeof exported === 'function' && exported.prototype && hasMethod(exported.prototype, 'loadFiles') && hasMethod(exported.prototype, 'run')) {
        hooked = true;
        Module._load = load;
        takeOverMocha(exported);
      }
      return exported;
    };
  }

  function takeOverMocha(Mocha) {
    const proto = Mocha.prototype;
    const { ui, run, loadFiles, loadFilesAsync } = proto;
    let taken = null;
    const takes = (mocha) => {
      if (taken === null) {
        taken = claim();
        const found = taken ? findSetup(mocha.options) : [];
        if (found.length > 0 && renewBoot(found)) setup = found;
        else if (taken) rememberBoot();
      }
      return taken;
    };
    proto.ui = function (name) {
      if (typeof name === 'string' && taken === null) uiName = name;
      return ui.apply(this, arguments);
    };
    if (typeof loadFilesAsync === 'function') proto.loadFilesAsync = function () {
      return !working && takes(this) ? Promise.resolve() : loadFilesAsync.apply(this, arguments);
    };
    proto.run = function () {
      if (working || !takes(this)) return run.apply(this, arguments);
      working = true;
      work(mochaDriver(Mocha, this, loadFiles));
      return { on() { return this; }, once() { return this; }, abort() {}, stats: {} };
    };
  }
  let working = false;
`;
