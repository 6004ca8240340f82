/** Where ava, from version 4 on, starts a process or thread for a file of tests. */
export const avaFork = String.raw`/\/ava\/lib\/fork\.js$/`;

/** Stands in for that module: nothing is started where the process is taken over. */
export const avaForkSource =
  "import original from './fork.js?original';\nexport default (...args) => globalThis[Symbol.for('regreen.ava')](original, ...args);\n";

/**
 * Part of the warm worker: ava's main process runs the files of tests itself, each with a runner of ava's own. What a test file gets by
 * \`import test from 'ava'\` stays one object, behind which there is another runner each time.
 */
export const avaDriverSource = String.raw`
  // ---- ava ----
  const never = new Promise(() => {});
  const mostIdle = 50;
  const tooLate = new Error('a test takes too long');
  function hookAva(main) {
    let taken = null;
    const forgetTimers = rememberTimers();
    const take = (home, original, file, options, flags) => {
      if (taken === null && (taken = claim())) {
        working = true;
        driveAva(home, file, options, flags || [], forgetTimers).catch((error) => unfit('ava could not be taken over: ' + clipped(error)));
      }
      if (!taken) return original(file, options, flags);
      const nothing = () => () => {};
      return { file: file, threadId: -1, promise: never, exit() {}, notifyOfPeerFailure() {}, onConnectSharedWorker: nothing, onStateChange: nothing };
    };
    const home = path.dirname(main).replace(/\/entrypoints$/, '');
    if (isEsmAva) Object.defineProperty(globalThis, Symbol.for('regreen.ava'), { value: (...args) => take(home, ...args) });
    else hookAvaFork(take);
  }

  /** The timer after which ava's main process would end all files would be waited for, where tests wait and nothing else is left to do. */
  function rememberTimers() {
    const timers = require('timers');
    const { setTimeout: original } = timers;
    let started = [];
    timers.setTimeout = globalThis.setTimeout = function setTimeout() {
      const timer = Reflect.apply(original, this, arguments);
      if (started !== null) started.push(timer);
      return timer;
    };
    return () => {
      timers.setTimeout = globalThis.setTimeout = original;
      for (const timer of started) timer.unref();
      started = null;
    };
  }

  /** Up to version 3 ava's main process requires what starts a process for a file of tests. */
  function hookAvaFork(take) {
    const load = Module._load;
    Module._load = function (request, parent) {
      const exported = load.apply(this, arguments);
      const home = /^(.*\/ava)\/(?:lib\/)?api\.js$/.exec(String(parent && parent.filename));
      if (home === null || !/^[.]\/(?:lib\/)?fork$/.test(request)) return exported;
      Module._load = load;
      return (...args) => take(home[1], exported, ...args);
    };
  }

  async function driveAva(home, file, options, flags, forgetTimers) {
    if (Number.parseInt(parse(readFileSync(home + '/package.json', 'utf8')).version, 10) < 3) return unfit('ava before version 3 compiles the files of tests');
    // These change how files are loaded, in the processes that ava would have started.
    if (flags.length > 0) return unfit('ava starts its processes with ' + flags.join(' '));
    if ((options.providerStates || []).length > 0) return unfit('ava has its files compiled');
    if (isEsmAva && (options.require || []).length > 0) return unfit('ava loads other files first');
    const files = process.env.REGREEN_TRIAL_FILES ? parse(process.env.REGREEN_TRIAL_FILES).map((name) => root + '/' + name) : [file];
    Object.assign(process.env, Object.assign({ NODE_ENV: 'test' }, options.environmentVariables, process.env.NODE_ENV ? { NODE_ENV: process.env.NODE_ENV } : {}));
    const { default: Runner } = await import(pathToFileURL(home + '/lib/runner.js').href);
    const set = Object.assign({ file: file }, options);
    forgetTimers();
    const inWorker = (name) => home + '/lib/worker/' + name + (isEsmAva ? '.cjs' : '.js');
    try { require(inWorker('options')).set(set); } catch (error) {}
    standForAva(realpathSync(inWorker('main')));
    work(avaDriver(Runner, set, files, isEsmAva ? null : loadedFirst(home, options.require || [])));
  }

  /** What ava, up to version 3, loads first: packages once, since they change how files are loaded, and files of the repository before each file. */
  function loadedFirst(home, names) {
    const worker = new Module(home + '/lib/worker/subprocess.js', null);
    worker.filename = worker.id;
    let load = (file) => Module._load(file, worker, false);
    for (const name of names.filter((one) => !isOwn(one))) {
      const exported = load(name);
      // The package esm.
      if (typeof exported === 'function' && Reflect.has(exported, Symbol.for('esm:package'))) load = exported(worker);
    }
    return { load: load, files: names.filter(isOwn) };
  }

  let avaRunner = null;
  let avaDeclared = false;
  function standForAva(file) {
    const stand = new Module(file, null);
    stand.filename = file;
    stand.loaded = true;
    const chain = () => { avaDeclared = true; return avaRunner.chain; };
    // Its properties stay as they were asked for: a file asks for them anew each time.
    const test = function test() {};
    stand.exports = new Proxy(test, {
      apply: (target, self, args) => Reflect.apply(chain(), self, args),
      get: (target, name) => (name === '__esModule' ? test.__esModule : name === 'default' ? stand.exports : avaRunner === null ? undefined : Reflect.get(name === 'meta' ? avaRunner.chain : chain(), name)),
      has: (target, name) => avaRunner !== null && Reflect.has(avaRunner.chain, name),
    });
    // Compilers of modules of the language look for these.
    if (!isEsmAva) Object.assign(test, { __esModule: true, default: stand.exports });
    Module._cache[file] = stand;
  }

  /** Each file has a process of its own under ava: neither modules nor globals are those of the file before. */
  function apart() {
    forget();
    tellHooks();
    const leak = restoreProcess(false);
    if (leak === null) return;
    tell({ leak: leak });
    exitNow(0);
  }

  function avaDriver(Runner, options, files, first) {
    let longest = Infinity;
    let runs = 0;
    // Where nothing is left to do, ava's runner ends the tests that wait, and the process goes on.
    let idle = 0;
    let stalled = () => {};
    process.on('beforeExit', () => {
      later(() => {});
      idle += 1;
      if (idle > mostIdle) stalled();
    });
    const types = Object.entries(options.moduleTypes || {});
    const isModule = (file) => types.some(([extension, type]) => type === 'module' && file.endsWith('.' + extension));
    const loadFile = (file) => {
      if (isModule(file)) return import(pathToFileURL(file).href);
      return first === null ? Module._load(file, null, true) : first.load(file);
    };
    const runFile = async (file) => {
      const runner = new Runner(Object.assign({}, options, { file: file, checkSelectedByLineNumbers: () => true }));
      avaRunner = runner;
      avaDeclared = false;
      let failed = false;
      idle = 0;
      const tell = (message) => {
        idle = 0;
        if (/failed|exception|rejection/.test(message.type)) failed = true;
        probe.ava(file, message);
      };
      runner.on('stateChange', (message) => tell(message));
      const end = new Promise((resolve) => {
        runner.on('finish', () => resolve(null));
        runner.on('error', (error) => resolve(error));
        ended = stalled = () => resolve(exited);
      });
      const load = async () => {
        for (const name of first === null ? [] : first.files) await loadFile(name);
        await loadFile(file);
      };
      try {
        if ((await Promise.race([load(), end])) === exited) return 1;
      } catch (error) {
        if (error !== exited) uncaught(error, file);
        return 1;
      }
      if (!avaDeclared) {
        uncaught(new Error('No tests were declared'), file);
        return 1;
      }
      // With this timer alone, there is nothing left to do.
      let timer = null;
      const late = new Promise((resolve) => { timer = timeout(() => resolve(tooLate), Math.min(longest, 2147483647)).unref(); });
      const outcome = await Promise.race([end, late]);
      clearTimeout(timer);
      const isLate = outcome === tooLate;
      if (!isLate && outcome !== null && outcome !== exited) uncaught(outcome, file);
      if (isLate) {
        for (const { title } of runner.activeRunnables) tell({ type: 'test-failed', title: title, err: { message: 'timed out in ' + Math.round(longest) + ' ms' } });
        runner.interrupt();
      }
      return failed || isLate || exitCode !== null ? 1 : 0;
    };
    return async () => {
      const begun = Date.now();
      let code = 0;
      for (const [at, file] of files.entries()) {
        if (at > 0) apart();
        beginFile();
        code = (await runFile(file)) || code;
      }
      runs += 1;
      if (runs === 2) longest = longestAfter(Date.now() - begun);
      return code;
    };
  }
`;
