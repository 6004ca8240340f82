// What jest is given to run candidates warm, for its versions 27 to 30: a runner in its main process, which runs the same files over and
// over in it, each in an environment and a module registry of its own as ever, and a runtime that transforms and compiles only what
// changed. Kept as text.
import { jestEntry } from '../../suite/index.ts';

/** Files as jest loads them: made by the worker, which was preloaded. */
export const jestRunnerSource = `module.exports = globalThis[Symbol.for('regreen.jest')].runner();\n`;
/** Says nothing, and leaves no timers. */
export const jestReporterSource = 'module.exports = class {};\n';
export const jestFrameworkSource = `module.exports = globalThis[Symbol.for('regreen.jest')].framework;\n`;
export const jestRuntimeSource = `module.exports = globalThis[Symbol.for('regreen.jest')].runtime();\n`;

/** Part of the warm worker: jest's main process. */
export const jestDriverSource = String.raw`
  // ---- jest: its own runner, in this process; transformed and compiled once is what a candidate does not change ----
  const jestEntry = ${jestEntry};

  function hookJest() {
    const kept = process.argv.slice(2).filter((arg) => !/^--(?:coverage|collectCoverage)(?:=.*)?$/.test(arg));
    process.argv.splice(2, Infinity, '--runner=' + dir + '/jest-runner.cjs', '--reporters=' + dir + '/jest-reporter.cjs', '--runInBand', '--coverage=false', ...kept);
    const find = jestModules(main);
    globalThis[Symbol.for('regreen.jest')] = { runner: () => jestRunner(find), runtime: () => jestRuntime(find('jest-runtime')), framework: (...args) => jestFramework(...args) };
    // Snapshots are compared, never written.
    const write = fs.writeFileSync;
    fs.writeFileSync = function (file) {
      return running && typeof file === 'string' && file.endsWith('.snap') ? undefined : write.apply(this, arguments);
    };
  }

  /** Requires a package of jest as jest itself would: from the packages that depend on it. */
  function jestModules(entry) {
    const places = [entry];
    const chain = ['react-scripts', 'kcd-scripts', 'jest', 'jest-cli', '@jest/core', 'jest-config', 'jest-runner'];
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
    const frameworks = new Set(tests.map((test) => test.context.config.testRunner));
    // The framework of each file gets in between only where one can be told from the others.
    const inBetween = frameworks.size === 1 && jestCircus.test([...frameworks][0]) ? { testRunner: dir + '/jest-framework.cjs' } : {};
    const withConfig = (more) => tests.map((test) => Object.assign({}, test, { context: Object.assign({}, test.context, { config: Object.assign({}, test.context.config, { runtime: runtime, moduleLoader: runtime }, inBetween, more) }) }));
    let own = withConfig({});
    let settings = globalConfig;
    const resolve = defaultOf(find('jest-resolve'));
    const forgetPaths = () => { if (resolve && resolve.clearDefaultResolverCache) resolve.clearDefaultResolverCache(); };
    const runFiles = async (files, success, failure) => {
      const runner = new JestRunner(settings, context);
      if (!runner.supportsEventEmitters) return runner.runTests(files, watcher, async () => beginFile(), async (test, result) => success(test, result), async (test, error) => failure(test, error), { serial: true });
      runner.on('test-file-start', () => beginFile());
      runner.on('test-file-success', ([test, result]) => success(test, result));
      runner.on('test-file-failure', ([test, error]) => failure(test, error));
      return runner.runTests(files, watcher, { serial: true });
    };
    if (inBetween.testRunner !== undefined) {
      const adapter = require([...frameworks][0]);
      watchStorages();
      jestStay.adapter = typeof adapter === 'function' ? adapter : defaultOf(adapter);
    }
    let stays = inBetween.testRunner !== undefined;
    let runs = 0;
    const drive = async () => {
      const begun = Date.now();
      if ([...changed].some(([file, text]) => text === null || originalOf(file) === null)) forgetPaths();
      let failed = false;
      const success = (test, result) => { if (tellJest(test.path, result, null)) failed = true; };
      const failure = (test, error) => { if (tellJest(test.path, null, error)) failed = true; };
      if (!stays || runs === 0 || !(await jestStay(own, settings, runFiles, success, failure))) await runFiles(own, success, failure);
      await pause();
      runs += 1;
      if (runs === 2) {
        const most = longestAfter(Date.now() - begun);
        const limit = (given) => (typeof given === 'number' && given > 0 ? Math.min(given, most) : Math.min(5000, most));
        settings = Object.assign({}, globalConfig, { testTimeout: limit(globalConfig.testTimeout) });
        own = withConfig({ testTimeout: limit(globalConfig.testTimeout) });
      }
      return failed ? 1 : exitCode === null ? 0 : exitCode;
    };
    drive.stay = () => (stays ? stayInJest(tests) : null);
    // Where a run in an environment that stays ends otherwise, each gets one of its own.
    drive.retreat = async () => {
      if (!stays) return false;
      stays = false;
      await leaveJest();
      return true;
    };
    return drive;
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
    const touched = new WeakMap();
    // Only with that flag can code that was compiled for one environment import something for another.
    const canImport = [...process.execArgv, process.env.NODE_OPTIONS || ''].some((flag) => flag.includes('vm-modules'));
    const keeps = (source) => !canImport || !/\bimport\s*(?:\(|\/[*/])/.test(source);
    const keyOf = (filename, more) => (versionOf(filename) === null ? '' : 'many\n') + filename + more;
    const kept = (filename, source, kind, make) => {
      if (changed.has(filename)) return make();
      const key = keyOf(filename, kind);
      const known = scripts.get(key);
      if (known !== undefined && known.source === source) return known.script;
      const script = make();
      if (!keeps(source)) return script;
      // What belongs to one environment is none for the next: jest 30.0 gives a function of it here.
      if (script instanceof vm.Script) scripts.set(key, { source: source, script: script });
      return script;
    };
    const wrong = (filename, error) => { if (changed.has(filename) && error && error.name === 'SyntaxError') syntaxError = clipped(error); };

    // Jest 30 compiles functions, which nothing keeps: a script is kept, and evaluated in each environment.
    const compileFunction = vm.compileFunction;
    vm.compileFunction = function (source, parameters, options) {
      if (!running || !options || options.parsingContext === undefined || changed.has(options.filename) || !keeps(source)) {
        try { return compileFunction.apply(this, arguments); } catch (error) { wrong(options && options.filename, error); throw error; }
      }
      const script = kept(options.filename, source, ' as function', () => {
        // Whether it is a function's body is for the compiler to say.
        compileFunction(source, parameters, { filename: options.filename });
        return new vm.Script('(function (' + parameters.join(', ') + ') {' + source + '\n})', { filename: options.filename, importModuleDynamically: options.importModuleDynamically });
      });
      return script.runInContext(options.parsingContext);
    };

    const fill = (cacheFS) => {
      // Packages do not change: their texts are read once.
      for (const [file, text] of texts) if (!cacheFS.has(file)) cacheFS.set(file, text);
      for (const file of touched.get(cacheFS) || []) cacheFS.delete(file);
      touched.set(cacheFS, [...changed.keys(), ...written, ...(active === null ? [] : [active.version.file])]);
      for (const file of touched.get(cacheFS)) {
        cacheFS.delete(file);
        if (inMemory(file) !== null) cacheFS.set(file, inMemory(file));
      }
    };

    const wrapped = new WeakSet();
    // Several test files load what a candidate changed: it is transformed once for all of them.
    let ofCandidate = { generation: 0, known: new Map() };
    const transformedIn = (filename) => {
      if (!changed.has(filename)) return transformed;
      if (ofCandidate.generation !== generation) ofCandidate = { generation: generation, known: new Map() };
      return ofCandidate.known;
    };
    const once = (transform) => function (filename, options, source) {
      const text = typeof source === 'string' ? guarded(source, filename, isTyped(filename)) : source;
      const key = keyOf(filename, '\n' + stringify(options));
      const known = transformedIn(filename).get(key);
      if (known !== undefined && known.text === text) return known.result;
      try {
        // Some versions go by the time at which the file was written.
        if (text !== source || changed.has(filename) || versionOf(filename) !== null) for (const cache of [this._cache && this._cache.transformedFiles]) if (cache) cache.clear();
        const result = transform.call(this, filename, options, text);
        if (typeof text === 'string') transformedIn(filename).set(key, { text: text, result: result });
        return result;
      } catch (error) { wrong(filename, error); throw error; }
    };

    return class extends Runtime {
      constructor(config, environment, resolver, transformer, cacheFS, ...rest) {
        fill(cacheFS);
        // Some versions forget all texts whenever modules are reset, as they begin too.
        cacheFS.clear = () => {
          Map.prototype.clear.call(cacheFS);
          fill(cacheFS);
        };
        if (!jestMemories.has(environment)) {
          if (parked !== null) keepJestDom(environment);
          jestMemories.set(environment, rememberRealm(environment.global));
        }
        Object.defineProperty(environment.global, pickName, { value: active === null ? 0 : active.number, configurable: true, writable: true, enumerable: false });
        Object.defineProperty(environment.global, guardName, { value: tick, configurable: true, writable: true, enumerable: false });
        if (!wrapped.has(transformer)) for (const name of ['transform', 'transformAsync']) if (typeof transformer[name] === 'function') transformer[name] = once(transformer[name]);
        wrapped.add(transformer);
        super(config, environment, resolver, transformer, cacheFS, ...rest);
        this.regreenTexts = cacheFS;
        this.regreenModules = new Map();
        this.regreenAsked = new Set();
        // Of version 30.1 on.
        const loader = this.cjsLoader;
        if (loader && typeof loader.loadModule === 'function') {
          const load = loader.loadModule;
          loader.loadModule = (module, from, name, file, options, ...rest) => {
            this.regreenLoads(module, file, options);
            return load.call(loader, module, from, name, file, options, ...rest);
          };
        }
        this.regreenAgain = () => new this.constructor(config, environment, resolver, transformer, cacheFS, ...rest);
      }
      /** What the framework's own packages are stays; the framework is another each time. */
      requireInternalModule(from, name) {
        if (staying === null || name === undefined || /^(?:[./]|jest-circus)/.test(name)) return super.requireInternalModule(from, name);
        const key = from + '\n' + name;
        if (!staying.internals.has(key)) staying.internals.set(key, super.requireInternalModule(from, name));
        return staying.internals.get(key);
      }
      _loadModule(module, from, name, file, options, ...rest) {
        this.regreenLoads(module, file, options);
        return super._loadModule(module, from, name, file, options, ...rest);
      }
      regreenLoads(module, file, options) {
        if (!options || !options.isInternalModule) this.regreenModules.set(file, module);
      }
      requireModuleOrMock(from, name) {
        const key = from + '\n' + name;
        if (!this.regreenAsked.has(key)) loads += 1;
        this.regreenAsked.add(key);
        return super.requireModuleOrMock(from, name);
      }
      teardown() {
        for (const [file, text] of this.regreenTexts) if (!isOwn(file) && file.includes('/node_modules/')) texts.set(file, text);
        return super.teardown();
      }
      createScriptFromCode(source, filename) {
        try { return kept(filename, source, '', () => super.createScriptFromCode(source, filename)); } catch (error) { wrong(filename, error); throw error; }
      }
    };
  }
`;
