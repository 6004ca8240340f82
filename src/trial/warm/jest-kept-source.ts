/**
 * Part of the warm worker: tests of jest that stay loaded, with the modules of a text that holds many candidates, and are run again by
 * themselves: jest's own way from a file to its results takes many times what small tests do.
 */
export const jestKeptSource = String.raw`
  // ---- jest: the tests of a text that stay loaded, without the framework ----
  // What keeps something from test to test, or comes by another way than hooks before and after each.
  const unusualInJest = /\bjest\b(?!\/)|\bsinon\b|\.extend\(|\bimport\(|[sS]napshot|\b[mM]ock|ssertions\(|retryTimes/;
  const jestNames = new Set(['expect', 'test', 'it', 'describe', 'beforeAll', 'beforeEach', 'afterEach', 'afterAll', 'fit', 'fdescribe', 'xit', 'xdescribe', 'xtest', guardName, pickName, handName]);
  const isOfJest = (name) => (typeof name === 'symbol' ? /JEST|jest|RETRY|EVENT_HANDLERS|TIMEOUT/.test(name.description) : jestNames.has(name));

  /** What a run has left in the environment of a place, before it is put back; null where that is more than jest's own. */
  function leftBy(place, runtime, results) {
    const scope = place.environment.global;
    const [own, ...others] = jestMemories.get(place.environment);
    const state = scope[Object.getOwnPropertySymbols(scope).find(({ description }) => description === 'JEST_STATE_SYMBOL')];
    const added = Reflect.ownKeys(scope).filter((name) => !own.before.has(name) && !restless.has(name));
    if (state === undefined || !hasNeeded(own) || !added.every(isOfJest)) return null;
    const globals = added.map((name) => [scope, name, Object.getOwnPropertyDescriptor(scope, name)]);
    // Each runtime has its own.
    for (const name of ['getBuiltinModule']) {
      const given = Object.getOwnPropertyDescriptor(scope.process, name);
      const { before } = others.find(({ object }) => object === scope.process);
      if (given === undefined || !before.has(name) || given.value === before.get(name).value) continue;
      globals.push([scope.process, name, given]);
      Object.defineProperty(scope.process, name, before.get(name));
    }
    return others.every(intact) ? { runtime: runtime, state: state, told: results.testResults, globals: globals } : null;
  }

  /** What the tests of a file reach before they run: all of them, as nobody knows yet which fail. */
  function loadedBy({ environment }, runtime, { rootDescribeBlock }) {
    const scope = environment.global;
    const realm = jestMemories.get(environment);
    const given = Reflect.ownKeys(scope).filter((name) => !realm[0].before.has(name)).map((name) => scope[name]);
    const functions = [];
    const visit = (block) => {
      functions.push(...block.hooks.map(({ fn }) => fn));
      for (const child of block.children) child.type === 'describeBlock' ? visit(child) : functions.push(child.fn);
    };
    visit(rootDescribeBlock);
    const known = [scope, scope[Symbol.for('$$jest-matchers-object')]].concat(given, realm.map(({ object }) => object), handedOut(runtime));
    const exported = [...runtime.regreenModules.values()].map((module) => module.exports);
    // Hooks of jest itself are of this realm.
    return { roots: exported.concat(functions.filter((fn) => typeof fn === 'function' && !(fn instanceof Function))), known: known };
  }

  /** The tests of all places, to be run again; null where one of them cannot be. */
  function stayInJest(tests) {
    const home = parked;
    const files = home === null || home.spoilt ? [null] : tests.map((test) => loadedInJest(home.places.get(test.path)));
    if (files.includes(null)) return null;
    const run = async (choose) => {
      if (parked !== home || home.spoilt) return 2;
      for (const file of files) {
        file.enter();
        for (const test of file.tests) if (choose(test)) await test.run();
      }
      return 1;
    };
    const isRed = ({ failed }) => failed;
    return { run: () => run(isRed), whole: () => run(() => true), roots: files.flatMap(({ roots }) => roots), known: files.flatMap(({ known }) => known) };
  }

  /** A file in its place, and its tests. */
  function loadedInJest(place) {
    const { config, environment, file, left } = place;
    const isUnusual = config.resetModules || config.resetMocks || config.restoreMocks || (config.fakeTimers && config.fakeTimers.enableGlobally) || config.timers === 'fake';
    if (!left || isUnusual || left.runtime.regreenModules.size === 0) return null;
    const texts = [...left.runtime.regreenModules.keys()].filter((one) => isOwn(one)).map((one) => originalOf(one));
    if (texts.some((text) => text === null || unusualInJest.test(text))) return null;
    const tests = testsInJest(left, file);
    if (tests === null) return null;
    const scope = environment.global;
    const matchers = scope[Symbol.for('$$jest-matchers-object')];
    const kinds = Object.assign({}, matchers && matchers.matchers);
    const here = { memory: null };
    const enter = () => {
      scope[pickName] = active.number;
      if (place.entered === here) return;
      leavePlace(place);
      for (const [object, name, own] of left.globals) Object.defineProperty(object, name, own);
      for (const [name, value] of [[handName, globalThis[handName]], [guardName, tick], [pickName, active.number]]) Object.defineProperty(scope, name, { value: value, configurable: true, writable: true, enumerable: false });
      if (matchers) Object.assign(matchers.matchers, kinds);
      if (here.memory === null) here.memory = rememberRealm(scope);
      place.entered = here;
    };
    const given = left.globals.map(([, , own]) => own.value);
    const known = [scope, matchers].concat(given, jestMemories.get(environment).map(({ object }) => object), handedOut(left.runtime));
    const exported = [...left.runtime.regreenModules.values()].map((module) => module.exports);
    const modules = { before: () => prepareExpect(matchers), timeout: left.state.testTimeout };
    for (const test of tests) test.given = modules;
    return { enter: enter, tests: tests, known: known, roots: exported.concat(tests.filter(({ failed }) => failed).flatMap(({ roots }) => roots)) };
  }

  // As jest has it at the start of each test.
  function prepareExpect(matchers) {
    if (matchers) Object.assign(matchers.state, { assertionCalls: 0, numPassingAsserts: 0, expectedAssertionsNumber: null, isExpectingAssertions: false, suppressedErrors: [] });
  }
  /** What jest gives a module that imports its globals. */
  function handedOut(runtime) {
    const found = [];
    for (const file of runtime.regreenModules.keys()) {
      if (!isOwn(file) || !String(originalOf(file)).includes('@jest/globals')) continue;
      try { found.push(runtime.requireModuleOrMock(file, '@jest/globals').jest); } catch (error) {}
    }
    return found;
  }

  const timed = ({ fn, timeout }) => ({ fn: fn, ms: timeout });
  /** Null where one of them takes more than its hooks and itself. */
  function testsInJest({ state, told }, file) {
    const found = [];
    let sound = true;
    const visit = (block, above) => {
      const blocks = above.concat(block);
      for (const child of block.children) {
        if (child.type === 'describeBlock') visit(child, blocks);
        else found.push({ test: child, blocks: blocks });
      }
    };
    visit(state.rootDescribeBlock, []);
    if (found.length !== told.length || found.length > 500) return null;
    const tests = found.map(({ test, blocks }, at) => {
      const path = told[at].ancestorTitles.filter((title) => title !== '').concat(told[at].title);
      const status = jestStates[told[at].status] || 'skipped';
      const say = (status, error) => hear({ e: 'result', runner: 'jest', file: file, path: path, status: status, error: error });
      if (told[at].title !== test.name) sound = false;
      if (status !== 'passed' && status !== 'failed') return { failed: false, roots: [], run: async () => say(status, null) };
      const hooks = blocks.flatMap((block) => block.hooks);
      // That of jest itself is of another realm.
      const ofJest = ({ fn }) => fn instanceof Function;
      const hooksOf = (block, type) => block.hooks.filter((hook) => hook.type === type && !ofJest(hook));
      const before = blocks.flatMap((block) => hooksOf(block, 'beforeEach'));
      const after = blocks.slice().reverse().flatMap((block) => hooksOf(block, 'afterEach'));
      if (hooks.some(({ type }) => type === 'beforeAll' || type === 'afterAll') || test.concurrent || test.failing) sound = false;
      const all = [test].concat(before, after);
      if (!all.every(({ fn }) => isPlain(fn))) sound = false;
      const own = { failed: status === 'failed', roots: all.map(({ fn }) => fn), given: null, run: null };
      own.run = async () => {
        own.given.before();
        const { status, error } = await callTest(timed(test), before.map(timed), after.map(timed), { context: Object.create(null), limit: own.given.timeout, hooksMayFail: true });
        // To make a stack takes longer than most tests: words are compared with no candidate meant only.
        const words = error === null ? null : String((active.number === 0 && error.value && error.value.stack) || (error.value && error.value.message) || error.value);
        say(status, words === null ? null : { message: words });
      };
      return own;
    });
    return sound ? tests : null;
  }

  /** The environment of a place as a run in it finds it: those who looked at it less are told when it was otherwise. */
  function leavePlace(place) {
    if (!place.entered) return;
    if (!place.entered.memory.every(intact)) spoilt = true;
    place.entered = null;
    if (restorePlace(place, true) !== null) parked.spoilt = true;
  }
  alsoIntact = () => parked === null || [...parked.places.values()].every(({ entered }) => !entered || entered.memory.every(intact));
  alsoPutBack = () => { if (parked !== null) for (const place of parked.places.values()) leavePlace(place); };
`;
