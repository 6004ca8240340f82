/** Where ava, since version 4, starts a process or thread for a file of tests. */
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
  function hookAva(main) {
    const home = path.dirname(main).replace(/\/entrypoints$/, '');
    let taken = null;
    const take = (original, file, options, flags) => {
      if (taken === null && (taken = claim())) {
        working = true;
        driveAva(home, file, options, flags || []).catch((error) => unfit('ava could not be taken over: ' + clipped(error)));
      }
      if (!taken) return original(file, options, flags);
      const nothing = () => () => {};
      return { file: file, threadId: -1, promise: never, exit() {}, notifyOfPeerFailure() {}, onConnectSharedWorker: nothing, onStateChange: nothing };
    };
    Object.defineProperty(globalThis, Symbol.for('regreen.ava'), { value: take });
  }

  async function driveAva(home, file, options, flags) {
    // These change how files are loaded, in the processes that ava would have started.
    if (flags.length > 0) return unfit('ava starts its processes with ' + flags.join(' '));
    if ((options.providerStates || []).length > 0) return unfit('ava has its files compiled');
    if ((options.require || []).length > 0) return unfit('ava loads other files first');
    const files = process.env.REGREEN_TRIAL_FILES ? parse(process.env.REGREEN_TRIAL_FILES).map((name) => root + '/' + name) : [file];
    Object.assign(process.env, Object.assign({ NODE_ENV: 'test' }, options.environmentVariables, process.env.NODE_ENV ? { NODE_ENV: process.env.NODE_ENV } : {}));
    const lib = (name) => import(pathToFileURL(home + '/lib/' + name).href);
    const { default: Runner } = await lib('runner.js');
    const set = Object.assign({ file: file }, options);
    try { require(home + '/lib/worker/options.cjs').set(set); } catch (error) {}
    standForAva(home);
    work(avaDriver(Runner, set, files));
  }

  let avaRunner = null;
  let avaDeclared = false;
  function standForAva(home) {
    const file = realpathSync(home + '/lib/worker/main.cjs');
    const stand = new Module(file, null);
    stand.filename = file;
    stand.loaded = true;
    const chain = () => { avaDeclared = true; return avaRunner.chain; };
    // Its properties stay as they were asked for: a file asks for them anew each time.
    stand.exports = new Proxy(function test() {}, {
      apply: (target, self, args) => Reflect.apply(chain(), self, args),
      get: (target, name) => (name === 'default' ? stand.exports : avaRunner === null ? undefined : Reflect.get(name === 'meta' ? avaRunner.chain : chain(), name)),
      has: (target, name) => avaRunner !== null && Reflect.has(avaRunner.chain, name),
    });
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

  function avaDriver(Runner, options, files) {
    let longest = Infinity;
    let runs = 0;
    const runFile = async (file) => {
      const runner = new Runner(Object.assign({}, options, { file: file, checkSelectedByLineNumbers: () => true }));
      avaRunner = runner;
      avaDeclared = false;
      let failed = false;
      const tell = (message) => {
        if (/failed|exception|rejection/.test(message.type)) failed = true;
        probe.ava(file, message);
      };
      runner.on('stateChange', (message) => tell(message));
      const end = new Promise((resolve) => {
        runner.on('finish', () => resolve(null));
        runner.on('error', (error) => resolve(error));
        ended = () => resolve(exited);
      });
      try {
        if (isEsm(file)) await import(pathToFileURL(file).href);
        else Module._load(file, null, true);
      } catch (error) {
        if (error !== exited) uncaught(error, file);
        return 1;
      }
      if (!avaDeclared) {
        uncaught(new Error('No tests were declared'), file);
        return 1;
      }
      const outcome = await inTime(end.then((error) => { if (error !== null && error !== exited) uncaught(error, file); }), Math.min(longest, 2147483647));
      if (!outcome) {
        for (const { title } of runner.activeRunnables) tell({ type: 'test-failed', title: title, err: { message: 'timed out in ' + Math.round(longest) + ' ms' } });
        runner.interrupt();
      }
      return failed || !outcome || exitCode !== null ? 1 : 0;
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
