// What jest is given to run candidates warm, for its versions 27 to 30: a runner in its main process, which runs the same files over and
// over in it, each in an environment and a module registry of its own as ever, and a runtime that transforms and compiles only what
// changed. Kept as text.

/** Files as jest loads them: made by the worker, which was preloaded. */
export const jestRunnerSource = `module.exports = globalThis[Symbol.for('regreen.jest')].runner();\n`;
/** Says nothing, and leaves no timers. */
export const jestReporterSource = 'module.exports = class {};\n';
export const jestRuntimeSource = `module.exports = globalThis[Symbol.for('regreen.jest')].runtime();\n`;

/** Part of the warm worker: jest's main process. */
export const jestDriverSource = String.raw`
  // ---- jest: its own runner, in this process; transformed and compiled once is what a candidate does not change ----
  const jestEntry = /\/(?:jest|jest-cli)\/bin\/jest\.js$|\/react-scripts\/scripts\/test\.js$/;

  function hookJest() {
    const kept = process.argv.slice(2).filter((arg) => !/^--(?:coverage|collectCoverage)(?:=.*)?$/.test(arg));
    process.argv.splice(2, Infinity, '--runner=' + dir + '/jest-runner.cjs', '--reporters=' + dir + '/jest-reporter.cjs', '--runInBand', '--coverage=false', ...kept);
    const find = jestModules(main);
    globalThis[Symbol.for('regreen.jest')] = { runner: () => jestRunner(find), runtime: () => jestRuntime(find('jest-runtime')) };
    // Snapshots are compared, never written.
    const write = fs.writeFileSync;
    fs.writeFileSync = function (file) {
      return running && typeof file === 'string' && file.endsWith('.snap') ? undefined : write.apply(this, arguments);
    };
  }

  /** Requires a package of jest as jest itself would: from the packages that depend on it. */
  function jestModules(entry) {
    const places = [entry];
    const chain = ['react-scripts', 'jest', 'jest-cli', '@jest/core', 'jest-config', 'jest-runner'];
    return (name) => {
      for (const place of places) {
        const find = Module.createRequire(place);
        try { return find(name); } catch (error) { if (error.code !== 'MODULE_NOT_FOUND' && error.code !== 'ERR_PACKAGE_PATH_NOT_EXPORTED') throw error; }
        for (const link of chain) {
          try {
            const found = find.resolve(link);
            if (!places.includes(found)) places.push(found);
          } catch (error) {}
        }
      }
      throw new Error(name + ' was not found');
    };
  }
  const defaultOf = (loaded) => (loaded && loaded.default !== undefined ? loaded.default : loaded);

  function jestRunner(find) {
    const JestRunner = defaultOf(find('jest-runner'));
    return class {
      constructor(globalConfig, context) {
        this.globalConfig = globalConfig;
        this.context = context;
        this.isSerial = true;
      }
      async runTests(tests, watcher) {
        if (working || !claim()) throw new Error('regreen: another process runs the tests');
        working = true;
        rememberBoot();
        await work(jestDriver(JestRunner, this, tests, watcher, find));
      }
    };
  }

  function jestDriver(JestRunner, { globalConfig, context }, tests, watcher, find) {
    const runtime = dir + '/jest-runtime.cjs';
    const withConfig = (more) => tests.map((test) => Object.assign({}, test, { context: Object.assign({}, test.context, { config: Object.assign({}, test.context.config, more) }) }));
    let own = withConfig({ runtime: runtime, moduleLoader: runtime });
    let settings = globalConfig;
    const resolve = defaultOf(find('jest-resolve'));
    const forgetPaths = () => { if (resolve && resolve.clearDefaultResolverCache) resolve.clearDefaultResolverCache(); };
    let runs = 0;
    return async () => {
      const begun = Date.now();
      if ([...changed].some(([file, text]) => text === null || originalOf(file) === null)) forgetPaths();
      let failed = false;
      const runner = new JestRunner(settings, context);
      const success = (test, result) => { if (tellJest(test.path, result, null)) failed = true; };
      const failure = (test, error) => { if (tellJest(test.path, null, error)) failed = true; };
      if (runner.supportsEventEmitters) {
        runner.on('test-file-success', ([test, result]) => success(test, result));
        runner.on('test-file-failure', ([test, error]) => failure(test, error));
        await runner.runTests(own, watcher, { serial: true });
      } else await runner.runTests(own, watcher, async () => {}, async (test, result) => success(test, result), async (test, error) => failure(test, error), { serial: true });
      await pause();
      // A test that takes many times what all took has no end: waiting for its own limit would take seconds.
      runs += 1;
      if (runs === 2) {
        const most = Math.max(1000, 10 * (Date.now() - begun));
        const limit = (given) => (typeof given === 'number' && given > 0 ? Math.min(given, most) : Math.min(5000, most));
        settings = Object.assign({}, globalConfig, { testTimeout: limit(globalConfig.testTimeout) });
        own = withConfig({ runtime: runtime, moduleLoader: runtime, testTimeout: limit(globalConfig.testTimeout) });
      }
      return failed ? 1 : exitCode === null ? 0 : exitCode;
    };
  }

  const jestStates = { passed: 'passed', failed: 'failed', todo: 'todo' };

  /** Whether something failed. */
  function tellJest(file, result, thrown) {
    let failed = false;
    const say = (path, status, message) => {
      hear({ e: 'result', runner: 'jest', file: file, path: path, status: status, error: message === null ? null : { message: message } });
      if (status === 'failed') failed = true;
    };
    const told = (result && result.testResults) || [];
    for (const test of told) {
      say(test.ancestorTitles.filter((title) => title !== '').concat(test.title), jestStates[test.status] || 'skipped', (test.failureMessages || []).join('\n') || null);
    }
    const error = thrown || (result && result.testExecError) || null;
    const wrong = error !== null || (result && (result.numFailingTests > 0 || result.failureMessage));
    if (wrong && !failed) say(['(file)'], 'failed', String((error && (error.stack || error.message)) || (result && result.failureMessage)));
    return failed;
  }

  function jestRuntime(loaded) {
    const Runtime = defaultOf(loaded);
    const transformed = new Map();
    const scripts = new Map();
    const texts = new Map();
    // Only with that flag can code that was compiled for one environment import something for another.
    const keepsScripts = ![...process.execArgv, process.env.NODE_OPTIONS || ''].some((flag) => flag.includes('vm-modules'));
    const kept = (filename, source, make) => {
      if (!keepsScripts || changed.has(filename)) return make();
      const known = scripts.get(filename);
      if (known !== undefined && known.source === source) return known.script;
      const script = make();
      scripts.set(filename, { source: source, script: script });
      return script;
    };
    const wrong = (filename, error) => { if (changed.has(filename) && error && error.name === 'SyntaxError') syntaxError = clipped(error); };

    // Jest 30 compiles functions, which nothing keeps: a script is kept, and evaluated in each environment.
    const compileFunction = vm.compileFunction;
    vm.compileFunction = function (source, parameters, options) {
      if (!running || !keepsScripts || !options || options.parsingContext === undefined || changed.has(options.filename)) {
        try { return compileFunction.apply(this, arguments); } catch (error) { wrong(options && options.filename, error); throw error; }
      }
      const script = kept(options.filename, source, () => {
        // Whether it is a function's body is for the compiler to say.
        compileFunction(source, parameters, { filename: options.filename });
        return new vm.Script('(function (' + parameters.join(', ') + ') {' + source + '\n})', { filename: options.filename, importModuleDynamically: options.importModuleDynamically });
      });
      return script.runInContext(options.parsingContext);
    };

    const once = (transform) => function (filename, options, source) {
      const text = typeof source === 'string' ? guarded(source, filename, isTyped(filename)) : source;
      const key = filename + '\n' + stringify(options);
      const known = transformed.get(key);
      if (known !== undefined && known.text === text) return known.result;
      try {
        const result = transform.call(this, filename, options, text);
        if (typeof text === 'string' && !changed.has(filename)) transformed.set(key, { text: text, result: result });
        return result;
      } catch (error) { wrong(filename, error); throw error; }
    };

    return class extends Runtime {
      constructor(config, environment, resolver, transformer, cacheFS, ...rest) {
        // Packages do not change: their texts are read once.
        for (const [file, text] of texts) if (!cacheFS.has(file)) cacheFS.set(file, text);
        Object.defineProperty(environment.global, guardName, { value: tick, configurable: true, writable: true, enumerable: false });
        for (const name of ['transform', 'transformAsync']) if (typeof transformer[name] === 'function') transformer[name] = once(transformer[name]);
        super(config, environment, resolver, transformer, cacheFS, ...rest);
        this.regreenTexts = cacheFS;
      }
      teardown() {
        for (const [file, text] of this.regreenTexts) if (!isOwn(file) && file.includes('/node_modules/')) texts.set(file, text);
        return super.teardown();
      }
      createScriptFromCode(source, filename) {
        try { return kept(filename, source, () => super.createScriptFromCode(source, filename)); } catch (error) { wrong(filename, error); throw error; }
      }
    };
  }
`;
