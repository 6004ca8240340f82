/**
 * Part of the warm worker: making an environment takes jest many times what the tests of a small file take. So each file keeps one, and
 * with it the packages of the framework; the framework itself, the modules of the repository and their mocks are new for each candidate, and
 * globals are put back, as they are in the processes of other runners. For jest-circus, in the environment of Node or in jsdom's.
 */
export const jestStaySource = String.raw`
  // ---- jest: the environment of a file stays for many candidates ----
  const jestCircus = /[/]jest-circus[/](?:build[/])?runner[.]js$/;
  // What no one puts back in there piles up: serializers of snapshots for one.
  const mostInOne = 500;
  let parked = null;
  let staying = null;
  const jestMemories = new WeakMap();
  // What empties the document of an environment, and stops its timers.
  const jestDocuments = new WeakMap();
  // An element that is defined is so for good.
  let definesElements = false;

  // Each that is in use costs every promise of the process: those of a candidate, and of its framework, end with it.
  const storages = [];
  function watchStorages() {
    const asyncHooks = require('async_hooks');
    const Storage = asyncHooks.AsyncLocalStorage;
    class AsyncLocalStorage extends Storage {
      constructor(...args) {
        super(...args);
        if (staying !== null) storages.push(this);
      }
    }
    // Since Node 24 it is a getter, which cannot be assigned to.
    Object.defineProperty(asyncHooks, 'AsyncLocalStorage', { value: AsyncLocalStorage, enumerable: true, configurable: true, writable: true });
  }

  function rememberRealm(scope) {
    // Globals that are made when first asked for.
    for (const name of Reflect.ownKeys(scope)) try { void scope[name]; } catch (error) {}
    const list = [];
    watchRealm(scope, list);
    if (scope.process && scope.process.env) watch(scope.process.env, list);
    for (const prototype of (jestDocuments.get(scope) || { prototypes: [] }).prototypes) watch(prototype, list);
    return list;
  }

  /** Before anything is remembered of an environment that is to stay. */
  function keepJestDom({ dom, global: scope }) {
    if (!dom || !dom.window || !scope.document) return;
    const stopTimers = hearTimers(scope);
    const { close } = scope;
    scope.close = function () {
      // Nothing runs in it any more.
      if (running && parked !== null) parked.spoilt = true;
      return close.apply(this, arguments);
    };
    let prototypes = [];
    const empty = keptDom(scope, (found) => { prototypes = found; }, () => { definesElements = true; });
    if (empty !== null) jestDocuments.set(scope, { put: () => { stopTimers(); empty(); }, prototypes: prototypes });
  }

  /** Timers of a window go on though the tests that started them are over. */
  function hearTimers(scope) {
    const started = [];
    for (const [start, stop] of [['setTimeout', 'clearTimeout'], ['setInterval', 'clearInterval']]) {
      const begin = scope[start];
      const end = scope[stop];
      if (typeof begin !== 'function' || typeof end !== 'function') continue;
      scope[start] = Object.assign(function (...given) {
        const id = begin.apply(this, given);
        if (running) started.push([end, id]);
        return id;
      }, begin);
    }
    return () => { for (const [end, id] of started.splice(0)) end.call(scope, id); };
  }

  /** In place of the framework that a file is configured with. */
  function jestFramework(settings, config, environment, runtime, file, send) {
    const arrived = parked === null ? undefined : parked.arrivals.get(file);
    if (arrived === undefined) return jestStay.adapter(settings, config, environment, runtime, file, send);
    return new Promise((resolve) => {
      const release = () => resolve({ numPassingTests: 0, numFailingTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [], perfStats: {}, snapshot: {}, failureMessage: null, leaks: false, openHandles: [] });
      arrived({ config: config, environment: environment, runtime: runtime, file: file, send: send, release: release, internals: new Map(), matchers: null, left: null, entered: null });
    });
  }

  /** False when these files cannot stay, or did not get as far as their framework: nothing was told then. */
  async function jestStay(tests, settings, runFiles, success, failure) {
    if (definesElements) {
      await leaveJest();
      return false;
    }
    // What was judged in modules that stay there is checked there.
    if (parked !== null && ((parked.runs >= mostInOne && kept.size === 0) || parked.spoilt)) await leaveJest();
    if (parked === null && !(await parkJest(tests, runFiles))) return false;
    parked.runs += 1;
    for (const place of parked.places.values()) leavePlace(place);
    for (const test of tests) {
      const place = parked.places.get(test.path);
      beginFile();
      try { success(test, await runInPlace(place, settings)); } catch (error) { failure(test, error); }
      if (restorePlace(place, parked.runs > 1) !== null) parked.spoilt = true;
    }
    return true;
  }

  async function parkJest(tests, runFiles) {
    parked = { arrivals: new Map(), places: new Map(), ends: [], runs: 0, spoilt: false };
    for (const test of tests) {
      const place = await new Promise((resolve) => {
        parked.arrivals.set(test.path, resolve);
        const nothing = () => {};
        parked.ends.push(runFiles([test], nothing, nothing).then(() => resolve(null), () => resolve(null)));
      });
      if (place !== null) parked.places.set(test.path, place);
      if (place === null || !canStay(place)) {
        await leaveJest();
        return false;
      }
      restorePlace(place, false);
    }
    return true;
  }

  function canStay({ config, environment, runtime, file }) {
    const isKnown = environment.constructor.name === 'NodeEnvironment' || jestDocuments.has(environment.global);
    if (!isKnown || (config.snapshotSerializers || []).length > 0) return false;
    return jestMemories.has(environment) && !runtime.unstable_shouldLoadAsEsm(file) && !(config.setupFiles || []).concat(config.setupFilesAfterEnv || []).some((one) => runtime.unstable_shouldLoadAsEsm(one));
  }

  async function leaveJest() {
    if (parked === null) return;
    for (const place of parked.places.values()) place.release();
    await Promise.all(parked.ends);
    parked = null;
  }

  async function runInPlace(place, settings) {
    const { config, environment, file, send } = place;
    if (environment.moduleMocker) environment.moduleMocker = new environment.moduleMocker.constructor(environment.global);
    staying = place;
    const runtime = place.runtime.regreenAgain();
    try {
      for (const one of config.setupFiles || []) {
        const loaded = runtime.requireModule(one);
        if (typeof loaded === 'function') await loaded();
      }
      if (awaited !== null || spared) environment.handleTestEvent = ({ name }, state) => { if (name === 'run_start') seeLoaded(() => loadedBy(place, runtime, state)); };
      const results = await jestStay.adapter(Object.assign({}, settings, { noStackTrace: true }), config, environment, runtime, file, send);
      place.left = active !== null && active.number === 0 ? leftBy(place, runtime, results) : null;
      return results;
    } finally {
      staying = null;
      delete environment.handleTestEvent;
      for (const storage of storages.splice(0)) storage.disable();
      runtime.restoreAllMocks();
      // The modern ones first: they take away what others have put there.
      for (const timers of [environment.fakeTimersModern, environment.fakeTimers]) if (timers) timers.useRealTimers();
    }
  }

  /** Null when the environment is as it was before the first candidate. */
  function restorePlace(place, closed) {
    const scope = place.environment.global;
    restoreMatchers(place, scope[Symbol.for('$$jest-matchers-object')]);
    const leak = mend(jestMemories.get(place.environment), closed);
    // By what the window has of its own, not by what a test has put there.
    if (jestDocuments.has(scope)) jestDocuments.get(scope).put();
    return leak;
  }

  function restoreMatchers(place, matchers) {
    if (matchers === undefined) return;
    if (place.matchers === null) place.matchers = { state: Object.assign({}, matchers.state), names: new Set() };
    for (const name of Object.keys(matchers.state)) if (!(name in place.matchers.state)) delete matchers.state[name];
    Object.assign(matchers.state, place.matchers.state);
    if (matchers.customEqualityTesters) matchers.customEqualityTesters.length = 0;
  }
`;
