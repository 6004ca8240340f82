// The side of vitest's worker process; that of its main process is in vitest-main-source.ts. Kept as text.

/** Part of the warm worker: vitest's worker process. */
export const vitestDriverSource = String.raw`
  // ---- vitest: its worker keeps its runner; each candidate gets a module graph and an environment of its own ----
  const vitestHome = process.env.REGREEN_TRIAL_VITEST;
  const firstGlobals = new Map(Reflect.ownKeys(globalThis).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]));

  function hookVitestMain() {
    process.env.REGREEN_TRIAL_VITEST = path.dirname(main);
    const dashes = process.argv.indexOf('--');
    process.argv.splice(dashes < 0 ? process.argv.length : dashes, 0, '--reporter=' + dir + '/node_modules/regreen/vitest-reporter.mjs');
  }

  function hookVitestWorker() {
    // Timers of vitest itself are none of a candidate's: its modules take this function, tests get the real one back.
    globalThis.setTimeout = Object.assign(function () {
      const timer = timeout.apply(this, arguments);
      return timer && timer.unref ? timer.unref() : timer;
    }, timeout);
    globalThis[Symbol.for('regreen.vitest')] = async () => {
      const { TestRunner } = await vitestModule('index');
      const Base = TestRunner || (await vitestModule('runners')).VitestTestRunner;
      return class extends Base {
        async onBeforeCollect(files) {
          if (!working) {
            if (!claim()) throw new Error('regreen: another process runs the tests');
            working = true;
            globalThis.setTimeout = timeout;
            try { await work(await vitestDriver(this), true); } catch (error) { unfit('vitest was not taken over: ' + String(error && error.stack)); }
          }
          if (super.onBeforeCollect) return super.onBeforeCollect(files);
        }
      };
    };
  }

  const isTyped = (file) => /\.[cm]?tsx?$/.test(file);
  const vitestModule = (name) => import(pathToFileURL(vitestHome + '/dist/' + name + '.js').href);
  const commentOf = (file, name) => {
    const found = new RegExp('@(?:vitest|jest)-' + name + '\\s+(.+)').exec(readFileSync(file, 'utf8'));
    return found === null ? null : found[1].trim().split(/\s+\*\/|\s+(?=\*)/)[0];
  };

  async function vitestDriver(runner) {
    const find = Module.createRequire(vitestHome + '/package.json');
    // Before version 1 only modules of ES find the package itself.
    const pathOf = (name) => { try { return find.resolve(name); } catch (error) { return find.resolve(name + '/dist/index.js'); } };
    const { startTests, getFn, getHooks, getCurrentSuite } = await import(pathToFileURL(pathOf('@vitest/runner')).href);
    const state = globalThis.__vitest_worker__;
    const { vi } = globalThis.__vitest_index__;
    const files = process.env.REGREEN_TRIAL_FILES ? parse(process.env.REGREEN_TRIAL_FILES).map((name) => root + '/' + name) : [];
    if (files.length === 0) return unfit('it is not known which files hold the tests');
    const environments = await environmentsFor(state, files);
    const modules = vitestModules(state, await vitestLink());
    // Snapshots are compared, never written.
    const snapshots = state.config.snapshotOptions && state.config.snapshotOptions.snapshotEnvironment;
    if (snapshots) snapshots.saveSnapshotFile = snapshots.removeSnapshotFile = async () => {};
    const beginHooks = environments.hasDom ? keptHooks(runner, getCurrentSuite) : () => {};
    let runs = 0;
    let last = [];
    const undo = () => {
      vi.useRealTimers();
      for (const undo of ['unstubAllGlobals', 'unstubAllEnvs', 'resetConfig', 'restoreAllMocks']) if (vi[undo]) vi[undo]();
    };
    // All mocks ever made are kept there, and put back one by one. Packages stay loaded, and so do theirs.
    const { mocks } = await import(pathToFileURL(pathOf('@vitest/spy')).href).catch(() => ({}));
    const firstMocks = new Set();
    const forgetMocks = () => {
      if (!(mocks instanceof Set)) return;
      for (const mock of mocks) {
        if (runs === 0) firstMocks.add(mock);
        else if (!firstMocks.has(mock)) mocks.delete(mock);
      }
    };
    // To tell the difference between what was expected and what came takes longer than most tests.
    if (!runner.runTask) runner.runTask = async (test) => {
      try { await getFn(test)(); } catch (error) { throw error !== null && typeof error === 'object' && error.name === 'AssertionError' ? { name: error.name, message: error.message } : error; }
    };
    const collected = runner.onCollected;
    const functionsOf = ({ task, suites }) => {
      const hooks = ['beforeEach', 'afterEach'].flatMap((name) => suites.flatMap((suite) => (getHooks(suite) || {})[name] || []));
      return [getFn(task)].concat(hooks);
    };
    runner.onCollected = async function (loaded) {
      if (collected) await collected.apply(this, arguments);
      seeLoaded((failed) => ({ roots: testsOf(loaded[0]).filter(({ path }) => failed.has(stringify(path))).flatMap(functionsOf), known: [] }));
    };
    const drive = async () => {
      const begun = Date.now();
      modules.begin();
      let failed = false;
      for (const file of files) {
        modules.reset(runner);
        beginFile();
        beginHooks();
        state.filepath = file;
        state.environment = environments.get(file);
        const setting = state.environment.name === 'node' || environments.kept !== null ? null : await state.environment.setup(globalThis, environments.options);
        try {
          last = await startTests([file], runner);
          for (const task of last) if (tellVitest(task)) failed = true;
          await pause();
        } finally {
          undo();
          forgetMocks();
          if (environments.kept !== null) await environments.kept();
          if (setting !== null) await setting.teardown(globalThis);
        }
        // Each file has a process of its own elsewhere.
        if (files.length > 1) restoreProcess();
      }
      runs += 1;
      if (runs === 2) for (const name of ['testTimeout', 'hookTimeout']) {
        const most = longestAfter(Date.now() - begun);
        if (!(runner.config[name] > 0 && runner.config[name] < most)) runner.config[name] = most;
      }
      return failed || modules.problems() > 0 ? 1 : 0;
    };
    // Packages that hold a document, or have tied themselves to it once, must not be what makes candidates red.
    drive.sameWords = environments.hasDom;
    drive.stay = () => {
      const file = last[0];
      const tests = files.length === 1 && state.environment.name === 'node' ? loadedTests(file, runner, { getFn, getHooks }) : null;
      if (tests === null) return null;
      let begun = null;
      const run = async (chosen) => {
        modules.begin();
        // Any other run has ended the file meanwhile.
        if (begun !== generation && runner.onBeforeRunSuite) await runner.onBeforeRunSuite(file);
        begun = generation;
        try { for (const test of chosen) await test.run(); } finally { undo(); }
        return 1;
      };
      const failed = tests.filter((test) => test.failed);
      return { run: () => run(failed), whole: () => run(tests), roots: failed.flatMap(({ roots }) => roots) };
    };
    return drive;
  }

  // What keeps something from test to test, or comes by another way than hooks before and after each.
  const unusual = /\b(?:vi|vitest|jest|sinon)\s*\.|\.extend\(|\bimport\(|[sS]napshot|\b[mM]ock/;
  /** The tests of a file, to be run once more each; null where that takes more than their hooks and themselves. */
  function loadedTests(file, runner, { getFn, getHooks }) {
    const texts = file === undefined ? [] : [file.filepath].concat(runner.config.setupFiles || []).map((one) => originalOf(one));
    if (texts.length === 0 || texts.some((text) => text === null || unusual.test(text))) return null;
    if (runner.config.sequence && runner.config.sequence.hooks === 'parallel') return null;
    const tests = testsOf(file);
    const run = tests.filter(({ status }) => status === 'passed' || status === 'failed');
    const suites = new Set(run.flatMap((one) => one.suites));
    const extra = (hooks) => ['beforeAll', 'afterAll', 'aroundAll', 'aroundEach'].some((name) => hooks && hooks[name] && hooks[name].length > 0);
    if (run.length > 500 || [...suites].some((suite) => extra(getHooks(suite)))) return null;
    if (run.some(({ task }) => task.retry || task.repeats || task.fails || task.concurrent)) return null;
    const hooksOf = (suites, name) => suites.flatMap((suite) => ((getHooks(suite) || {})[name] || []).map((hook) => ({ hook: hook, suite: suite })));
    return tests.map((test) => {
      const { task, suites, path } = test;
      if (!run.includes(test)) return { failed: false, roots: [], run: async () => sayVitest(file, path, test.status, null) };
      const before = hooksOf(suites, 'beforeEach');
      const after = hooksOf(suites, 'afterEach').reverse();
      const body = getFn(task);
      const attempt = { retry: 0, repeats: 0 };
      const again = async () => {
        task.result = { state: 'run', retryCount: 0, repeatCount: 0, startTime: Date.now() };
        task.onFinished = task.onFailed = undefined;
        let failure = null;
        const undo = [];
        const guard = async (step) => { try { await step(); } catch (error) { failure = failure || { error: error }; } };
        await guard(async () => {
          if (runner.onBeforeTryTask) await runner.onBeforeTryTask(task, attempt);
          for (const { hook, suite } of before) {
            const cleanup = await hook(task.context, suite);
            if (typeof cleanup === 'function') undo.unshift(cleanup);
          }
          await body();
          if (runner.onAfterTryTask) await runner.onAfterTryTask(task, attempt);
        });
        for (const { hook, suite } of after) await guard(() => hook(task.context, suite));
        for (const cleanup of undo) await guard(cleanup);
        const soft = errorOf(task.result);
        const error = failure !== null ? failure.error : soft;
        // Whoever asks for more than this is judged with all modules anew.
        const status = task.onFinished || task.onFailed ? 'skipped' : failure !== null || soft ? 'failed' : 'passed';
        // To make a stack takes longer than most tests.
        sayVitest(file, path, status, error ? { message: error.message } : null);
      };
      return { failed: test.status === 'failed', run: again, roots: [body].concat(before.concat(after).map(({ hook }) => hook)) };
    });
  }

  const vitestStates = { pass: 'passed', fail: 'failed', skip: 'skipped', todo: 'todo' };

  function sayVitest(file, path, status, error) {
    hear({ e: 'result', runner: 'vitest', file: file.filepath, path: path, status: status, error: error ? { message: error.message, stack: error.stack || error.stackStr } : null });
  }

  /** The tests of a file, each with the suites around it, its path of names and how it ended. */
  function testsOf(file) {
    const tests = [];
    const visit = (task, suites, names) => {
      const path = suites.length === 0 || (task.type === 'suite' && task.name === '') ? names : names.concat(String(task.name));
      if (task.type === 'suite') task.tasks.forEach((inner) => visit(inner, suites.concat(task), path));
      else tests.push({ task: task, suites: suites, path: path, status: vitestStates[(task.result && task.result.state) || task.mode] || 'skipped' });
    };
    visit(file, [], []);
    return tests;
  }

  /** Whether something failed. */
  function tellVitest(file) {
    const tests = testsOf(file);
    for (const { task, path, status } of tests) sayVitest(file, path, status, errorOf(task.result));
    const failed = tests.some(({ status }) => status === 'failed');
    const failedAlone = !failed && file.result && file.result.state === 'fail';
    if (failedAlone) sayVitest(file, ['(file)'], 'failed', errorOf(file.result));
    return failed || Boolean(failedAlone);
  }
  const errorOf = (result) => result && (result.error || (result.errors && result.errors[0]));

  /** The environment of each file, and globals as if none had been set up yet. */
  async function environmentsFor(state, files) {
    const environments = new Map();
    const own = (file) => commentOf(file, 'environment');
    // Moved in 4.1.
    const { builtinEnvironments } = await vitestModule(fs.existsSync(vitestHome + '/dist/runtime.js') ? 'runtime' : 'environments');
    // Before 0.34 only its name is told.
    if (state.environment === undefined) state.environment = builtinEnvironments[(state.ctx.environment && state.ctx.environment.name) || 'node'];
    if (state.environment === undefined) return unfit('files have environments of their own');
    const configured = own(state.filepath || files[0]) === null ? state.environment.name : state.config.environment || 'node';
    for (const file of files) {
      const name = own(file) || configured;
      const environment = name === state.environment.name ? state.environment : builtinEnvironments[name];
      if (environment === undefined) return unfit('files have environments of their own');
      environments.set(file, environment);
    }
    if (new Set(files.map((file) => commentOf(file, 'environment-options'))).size > 1) return unfit('files have environments of their own');
    const given = (state.ctx.environment && state.ctx.environment.options) || state.environment.options;
    environments.options = given || state.config.environmentOptions || {};
    environments.hasDom = files.some((file) => environments.get(file).name !== 'node');
    environments.kept = state.environment.name !== 'node' && files.every((file) => environments.get(file) === state.environment) ? keptInVitest() : null;
    if (state.environment.name !== 'node' && environments.kept === null) {
      const alone = {};
      const setting = await state.environment.setup(alone, environments.options);
      const names = Reflect.ownKeys(alone);
      await setting.teardown(alone);
      for (const name of names) {
        const before = firstGlobals.get(name);
        if (before === undefined) delete globalThis[name];
        else Object.defineProperty(globalThis, name, before);
      }
    }
    return environments;
  }

  /** Sends texts to vitest's main process; resolves when vite knows them. */
  function vitestLink() {
    return new Promise((resolve, reject) => {
      const waiting = [];
      const socket = require('net').connect(path.relative(process.cwd(), dir + '/main'));
      socket.on('error', reject);
      socket.on('data', (data) => { for (const byte of data) if (byte === 10) waiting.shift()(); });
      socket.on('connect', () => resolve((texts) => new Promise((known) => {
        waiting.push(known);
        socket.write(stringify(texts) + '\n');
      })));
    });
  }

  /** Modules as vite made them: each is asked for once, those of a candidate's files once a candidate. */
  function vitestModules(state, send) {
    const rpc = state.rpc;
    const base = new Map();
    const fresh = new Map();
    const held = new Map();
    const resolved = new Map();
    const told = new Map();
    const guards = new Map();
    let problems = 0;

    const textFor = (file) => {
      if (versionOf(file) !== null) return versionOf(file).text;
      if (changed.has(file)) return changed.get(file) === null ? null : guarded(changed.get(file), file, isTyped(file));
      return guards.has(file) ? guards.get(file) : null;
    };
    const tellTexts = async () => {
      const texts = [];
      for (const file of new Set([...told.keys(), ...changed.keys(), ...guards.keys(), ...(active === null ? [] : [active.version.file])])) {
        const text = textFor(file);
        // A text that is put on disk is none to remember, but one to forget.
        if (told.get(file) === text && told.has(file)) continue;
        told.set(file, text);
        texts.push([file, text]);
      }
      if (texts.length > 0) await send(texts);
    };
    const fileOf = (id, result) => {
      if (typeof result.file === 'string') return result.file;
      const file = id.replace(/[?#].*$/, '').replace(/^\/@fs\//, '/');
      return file.startsWith(root + '/') ? file : state.config.root + file;
    };
    const whole = (result) => {
      if (result === null || typeof result !== 'object' || result.externalize) return result;
      const { cached, tmp, ...rest } = result;
      if (cached && tmp) return Object.assign(rest, { code: readFileSync(tmp, 'utf8') });
      return typeof result.code !== 'string' && typeof result.id === 'string' ? { code: readFileSync(result.id, 'utf8') } : result;
    };
    const fetch = async (...args) => {
      loads += 1;
      const key = args.slice(0, 3).join('\n');
      if (fresh.has(key)) return Object.assign({}, fresh.get(key));
      const known = base.get(key);
      const version = known === undefined ? null : versionOf(known.file);
      if (version !== null && held.has(key) && held.get(key).version === version) return Object.assign({}, held.get(key).result);
      if (known !== undefined && version === null && !changed.has(known.file)) return Object.assign({}, known.result);
      await tellTexts();
      try {
        const result = whole(await rpc.fetch(...args));
        const file = fileOf(args[0], result);
        if (changed.has(file)) fresh.set(key, result);
        else if (versionOf(file) !== null) held.set(key, { version: versionOf(file), result: result });
        else base.set(key, { file: file, result: result });
        return Object.assign({}, result);
      } catch (error) {
        if (known !== undefined && /transform|pars|syntax|unexpected|expected/i.test(String(error && error.message))) syntaxError = clipped(error);
        throw error;
      }
    };
    const remembered = (name) => async (...args) => {
      const key = name + '\n' + args.join('\n');
      if (!resolved.has(key)) resolved.set(key, await rpc[name](...args));
      return resolved.get(key);
    };
    const own = {
      fetch: fetch,
      resolve: remembered('resolve'),
      resolveId: remembered('resolveId'),
      resolveSnapshotPath: remembered('resolveSnapshotPath'),
      getCountOfFailedTests: async () => 0,
      onTaskArtifactRecord: async (id, artifact) => artifact,
      onTaskAnnotate: async (id, annotation) => annotation,
      onUnhandledError(error) {
        problems += 1;
        uncaught(error, state.filepath);
      },
    };
    const nothing = Object.assign(async () => {}, { asEvent: () => {} });
    state.rpc = new Proxy(rpc, { get: (target, name) => own[name] || (/^(?:on|snapshotSaved)/.test(String(name)) ? nothing : target[name]) });

    return {
      problems: () => problems,
      begin() {
        problems = 0;
        fresh.clear();
        if ([...changed].some(([file, text]) => text === null || originalOf(file) === null)) resolved.clear();
        for (const file of loops.keys()) {
          if (guards.has(file) || originalOf(file) === null || guarded(originalOf(file), file, isTyped(file)) === originalOf(file)) continue;
          guards.set(file, guarded(originalOf(file), file, isTyped(file)));
          for (const [key, known] of base) if (known.file === file) base.delete(key);
        }
      },
      reset(runner) {
        const mocker = globalThis.__vitest_mocker__ || (runner.__vitest_executor && runner.__vitest_executor.mocker);
        if (mocker && mocker.reset) mocker.reset();
        if (mocker && mocker.constructor && mocker.constructor.pendingIds) mocker.constructor.pendingIds.length = 0;
        for (const map of [state.mockMap, state.moduleExecutionInfo]) if (map && map.clear) map.clear();
        // What Node itself has loaded of a package stays loaded.
        const stays = (id, module) => /\/node_modules\//.test(id) && !id.startsWith('mock:') && (module.meta ? 'externalize' in module.meta : module.code === undefined && module.exports !== undefined);
        const { idToModuleMap, urlToIdModuleMap, fileToModulesMap } = state.evaluatedModules || {};
        for (const map of [state.moduleCache, idToModuleMap, urlToIdModuleMap]) {
          for (const [id, module] of map || []) {
            if (!stays(module.id || id, module)) Map.prototype.delete.call(map, id);
            else if (module.importers) module.importers.clear();
          }
        }
        if (fileToModulesMap) fileToModulesMap.clear();
      },
    };
  }
`;
