/** Part of the warm worker: modules that stay loaded from candidate to candidate, while nothing that they can reach changes. */
export const staySource = String.raw`
  // ---- all that tests can reach of the repository's own: variables of functions, by what the debugger tells of them, and properties ----
  const handName = '__regreenHand';
  let inHand = null;
  Object.defineProperty(globalThis, handName, { value: (given) => { if (given !== undefined) inHand = given; return inHand; }, configurable: true, writable: true, enumerable: false });
  let inspector = null;
  const urls = new Map();
  let guessed = false;
  function ask(method, parameters) {
    let answer = null;
    inspector.post(method, parameters, (error, result) => { if (!error) answer = result; });
    return answer;
  }
  // It is told of all scripts when it is enabled. Left so, it makes errors and promises slow.
  function learnScripts() {
    ask('Debugger.enable');
    ask('Debugger.disable');
  }
  function attach() {
    if (inspector !== null) return;
    inspector = new (require('inspector').Session)();
    inspector.connect();
    inspector.on('Debugger.scriptParsed', ({ params }) => { urls.set(params.scriptId, params.url); });
    learnScripts();
  }
  /** The file of a script; null where it has none, undefined for one that is younger than what was told. */
  function fileOfScript(id) {
    const url = urls.get(id);
    if (url === undefined) guessed = true;
    if (url === undefined) return undefined;
    try { return (url.startsWith('file:') ? fileURLToPath(url) : url).replace(/[?#].*$/, ''); } catch (error) { return null; }
  }

  // What a runner wraps a test in is followed to the test, and no further.
  const wrappers = new Set();
  // Functions of packages and of the language that keep nothing but what is their module's: that stays for good.
  const foreign = new WeakSet();

  // What knows all modules: that none is loaded is seen elsewhere.
  const leaves = /^node:|\/node_modules\/jest-runtime\//;
  /** Of each function the variables around it that may change; null where something of it cannot be seen. */
  function lookInto(functions) {
    inHand = functions;
    const list = ask('Runtime.evaluate', { expression: handName + '()', objectGroup: 'regreen' });
    const elements = ask('Runtime.getProperties', { objectId: list.result.objectId, ownProperties: true }).result;
    const seen = functions.map((one, at) => {
      const { internalProperties, privateProperties } = ask('Runtime.getProperties', { objectId: elements[at].value.objectId, ownProperties: true });
      const inner = new Map((internalProperties || []).map(({ name, value }) => [name, value]));
      const bound = ['[[TargetFunction]]', '[[BoundThis]]', '[[BoundArgs]]'].filter((name) => inner.has(name) && inner.get(name).objectId);
      if (bound.length > 0) return { own: false, variables: bound.flatMap((name) => [name, take(inner.get(name))]) };
      const location = inner.get('[[FunctionLocation]]');
      const file = location === undefined || !inner.has('[[Scopes]]') ? null : fileOfScript(location.value.scriptId);
      // What was loaded lately is most likely of a text with candidates, and nothing is missed when it is looked at as if it were.
      const own = file === undefined || (file !== null && isFresh(file));
      if (own && privateProperties !== undefined) return null;
      const isLeaf = file === null || (!own && (file === __filename || leaves.test(file)));
      return { own: own, file: file, variables: isLeaf ? [] : variablesOf(take(inner.get('[[Scopes]]')), own, wrappers.has(one)) };
    });
    ask('Runtime.releaseObjectGroup', { objectGroup: 'regreen' });
    inHand = null;
    return seen;
  }
  /** The object that the debugger means. */
  function take({ objectId }) {
    inHand = null;
    ask('Runtime.callFunctionOn', { objectId: objectId, functionDeclaration: 'function () { ' + handName + '(this); }' });
    return inHand;
  }
  // What a test is given by the table it is made from.
  const isGiven = /^(?:items?|cases?|params)$/;
  function variablesOf(scopes, own, wraps) {
    // An array without a prototype.
    let around = Array.prototype.filter.call(scopes, ({ object, description }) => object !== globalThis && description !== 'Global');
    if (!own) {
      around = around.filter(({ description }) => /^(?:Closure|Block|Catch|With)/.test(description));
      // Variables of a CommonJS module.
      const outermost = around[around.length - 1];
      if (outermost !== undefined && ['exports', 'require', 'module'].some((name) => name in outermost.object)) around.pop();
    }
    const found = [];
    for (const { object } of around) {
      for (const name of Object.getOwnPropertyNames(object)) {
        const value = object[name];
        if (own || !wraps || typeof value === 'function' || isGiven.test(name)) found.push(name, value);
      }
    }
    return found;
  }

  // Objects may be of another realm.
  const { isMap, isSet, isDate, isProxy, isWeakMap, isWeakSet, isGeneratorObject, isArrayBufferView, isAnyArrayBuffer, isModuleNamespaceObject } = require('util').types;
  const source = Function.prototype.toString;
  const getTime = Date.prototype.getTime;
  /** Whether it keeps what is not to be seen, or too much. */
  function isOpaque(object) {
    if ([isProxy, isWeakMap, isWeakSet, isGeneratorObject, isArrayBufferView, isAnyArrayBuffer].some((is) => is(object))) return true;
    for (let kind = Object.getPrototypeOf(object); kind !== null && kind !== Object.prototype; kind = Object.getPrototypeOf(kind)) {
      const maker = Object.getOwnPropertyDescriptor(kind, 'constructor');
      if (maker && typeof maker.value === 'function' && /#[\p{ID_Start}$_]/u.test(source.call(maker.value))) return true;
    }
    return false;
  }
  // Mocha keeps in a context what runs at the moment.
  const passing = new Set(['_runnable', 'test', 'currentTest']);
  /** Names and values of an object, one after the other. */
  function contentOf(object) {
    const content = [Object.getPrototypeOf(object)];
    const isContext = object.constructor && object.constructor.name === 'Context';
    for (const name of Reflect.ownKeys(object)) {
      if (isContext && passing.has(name)) continue;
      let own = null;
      try { own = Object.getOwnPropertyDescriptor(object, name); } catch (error) { continue; }
      if (own === undefined) continue;
      content.push(name);
      if ('value' in own) content.push(own.value);
      else content.push(own.get, own.set);
    }
    if (isMap(object)) for (const [key, value] of object) content.push(key, value);
    else if (isSet(object)) content.push(...object);
    else if (isDate(object)) content.push(getTime.call(object));
    return content;
  }

  const mostSeen = 20000;
  const mostFunctions = 500;
  // A candidate that keeps silent for seconds counts as one without end.
  const mostLooked = 2000;
  const mostWrappers = 20;
  const builtin = ['assert', 'buffer', 'child_process', 'crypto', 'events', 'fs', 'http', 'https', 'net', 'os', 'path', 'perf_hooks', 'querystring', 'readline', 'stream', 'string_decoder', 'timers', 'url', 'util', 'v8', 'vm', 'worker_threads', 'zlib'];

  // Packages and all that they export: they stay loaded in any case.
  const ofPackages = new Set();
  const metPackages = new Set();
  function meetPackages() {
    const fresh = metPackages.size === 0 ? builtin.map((name) => require(name)) : [];
    for (const [file, module] of Object.entries(Module._cache)) {
      if (metPackages.has(module) || isFresh(file)) continue;
      metPackages.add(module);
      fresh.push(module, module.exports);
    }
    for (const exported of fresh) {
      ofPackages.add(exported);
      if (exported === null || (typeof exported !== 'object' && typeof exported !== 'function') || isProxy(exported)) continue;
      for (const own of Object.values(Object.getOwnPropertyDescriptors(exported))) ofPackages.add(own.value);
    }
  }
  /** What is not followed besides: the language, and what is watched anyway. */
  function boundary(more) {
    meetPackages();
    const known = new Set([globalThis, process, Module, Module.prototype, Function.prototype, ...more]);
    for (const { object } of vital.concat(watched)) known.add(object);
    return known;
  }

  /** What is reachable from the roots, as it is now; null where it is too much, or not to be seen. */
  function remember(roots, more = []) {
    attach();
    guessed = false;
    const memory = follow(roots, more);
    if (memory !== null || !guessed) return memory;
    // To be told of all scripts takes as long as many candidates.
    learnScripts();
    return follow(roots, more);
  }
  function follow(roots, more) {
    const known = boundary(more);
    wrappers.clear();
    const memory = { objects: [], functions: [] };
    let open = [];
    let looked = 0;
    const find = (value) => {
      if (value === null || (typeof value !== 'object' && typeof value !== 'function') || known.has(value) || ofPackages.has(value) || foreign.has(value)) return;
      known.add(value);
      open.push(value);
    };
    const hold = (object) => {
      const content = contentOf(object);
      const entries = isMap(object) || isSet(object) ? [...object] : null;
      memory.objects.push({ object: object, content: content, own: Object.getOwnPropertyDescriptors(object), entries: entries });
      content.forEach(find);
    };
    for (const root of roots) if (typeof root === 'function') wrappers.add(root);
    roots.forEach(find);
    while (open.length > 0) {
      const objects = open.filter((one) => typeof one !== 'function' && !(one instanceof Module));
      const functions = open.filter((one) => typeof one === 'function');
      open = [];
      looked += functions.length;
      if (known.size > mostSeen || looked > mostLooked || memory.functions.length > mostFunctions) return null;
      for (const object of objects) {
        if (isOpaque(object)) return null;
        // Of a package everything stays, as it does for all who import it.
        const exported = isModuleNamespaceObject(object) ? contentOf(object).filter((one) => typeof one === 'function') : [];
        const looks = exported.length === 0 ? [] : lookInto(exported.slice(0, 1));
        if (exported.length > 0 && looks[0] !== null && !looks[0].own) for (const value of contentOf(object)) known.add(value);
        else hold(object);
      }
      const looks = functions.length === 0 ? [] : lookInto(functions);
      for (const [at, look] of looks.entries()) {
        const one = functions[at];
        if (look === null) return null;
        if (look.own) {
          memory.functions.push({ called: one, file: look.file, variables: look.variables });
          hold(one);
        } else if (look.variables.length === 0) foreign.add(one);
        else if (!wrappers.has(one)) memory.functions.push({ called: one, variables: look.variables });
        else if (wrappers.size < mostWrappers * roots.length) for (const value of look.variables) if (typeof value === 'function') wrappers.add(value);
        look.variables.forEach(find);
      }
    }
    return memory;
  }

  const alike = (before, after) => before.length === after.length && before.every((one, at) => Object.is(one, after[at]));
  const isAsIt = ({ object, content }) => alike(content, contentOf(object));
  /** Puts back what a candidate made of objects, as far as that goes. */
  function putBackObjects(memory) {
    try {
      for (const one of memory.objects) {
        if (isAsIt(one)) continue;
        const { object, own, entries } = one;
        for (const name of Reflect.ownKeys(object)) if (!Object.hasOwn(own, name)) delete object[name];
        for (const name of Reflect.ownKeys(own)) if (!isSettled(object, name, own[name])) Object.defineProperty(object, name, own[name]);
        if (entries !== null) {
          object.clear();
          for (const entry of entries) isMap(object) ? object.set(entry[0], entry[1]) : object.add(entry);
        }
      }
    } catch (error) {}
  }
  function isSettled(object, name, { value, get, set }) {
    const now = Object.getOwnPropertyDescriptor(object, name);
    return now !== undefined && Object.is(now.value, value) && now.get === get && now.set === set;
  }
  function unchanged(memory) {
    try {
      if (!memory.objects.every(isAsIt)) return false;
      const looks = memory.functions.length === 0 ? [] : lookInto(memory.functions.map(({ called }) => called));
      return looks.every((look, at) => look !== null && alike(memory.functions[at].variables, look.variables));
    } catch (error) { return false; }
  }

  // ---- the tests of a text that stay loaded: they are run again, and what fails as before is red ----
  // Times the modules turned out to keep something: then they are loaded anew for each candidate.
  let keptSomething = 0;
  let mayStay = true;
  const mostKept = 2;
  const kept = new Set();

  // What is loaded and not yet run is looked at once, in the run before: whose data a test changes for good, a second run does not change.
  let awaited = null;
  // One of each time something was loaded; null for what cannot be seen.
  let asLoaded = [];
  /** Told by what runs the tests, between loading and running them; \`failed\` are the paths of those that fail, as text. */
  function seeLoaded(find) {
    spared = false;
    if (awaited === null) return;
    let memory = null;
    try {
      const { roots, known } = find(awaited);
      memory = remember(roots.concat([...ownModules().values()].map((module) => module.exports)), known);
    } catch (error) {}
    asLoaded.push(memory);
  }
  /** What tests set up before each of them, in variables of their own files, may be otherwise than it was as nothing had run. */
  function isAsLoaded(original) {
    const tests = new Set(parse(original).events.map(({ file }) => file));
    const isSame = (memory) => memory !== null && unchanged({ objects: memory.objects, functions: memory.functions.filter(({ file }) => !tests.has(file)) });
    return asLoaded.length > 0 && asLoaded.every(isSame);
  }
  /** A run with no candidate meant, which looks at what it has loaded where that may stay. */
  async function runPlain(drive, original, run) {
    asLoaded = [];
    const may = mayStay && drive.stay !== undefined && keptSomething <= mostKept;
    awaited = may ? new Set(parse(original).events.filter(({ status }) => status === 'failed').map(({ path }) => stringify(path))) : null;
    try { return await run(); } finally { awaited = null; }
  }

  /** Whether the modules of a text stay for its other candidates; \`plain\` is the run before, with no candidate meant. */
  async function keep(drive, version, original, plain) {
    if (!mayStay || drive.stay === undefined || keptSomething > mostKept) return;
    // Whatever another candidate has changed must be found by the check.
    if (spoilt || !allIntact()) return;
    const before = wary;
    wary = true;
    mended = false;
    const stay = isAsLoaded(original) ? await settle(drive, version, original, plain) : null;
    asLoaded = [];
    version.stay = mended ? null : stay;
    wary = before;
    if (version.stay === null) keptSomething += 1;
    else kept.add(version.stay);
  }

  /** Keeps what \`plain\` has loaded, a text with no candidate meant; null where the tests in it cannot be run again, or end otherwise then. */
  async function settle(drive, version, original, plain) {
    const again = drive.stay();
    if (again === null) return null;
    const stay = { version: version, again: again, modules: ownModules(), generation: generation, memory: null, outcome: null, words: plain.words };
    // Of a test that is red anyway nobody sees whether it is red for what loading would have made: those that pass tell.
    const whole = await meantIn(stay, 0, again.whole);
    if (whole.outcome !== original || whole.words !== plain.words) return null;
    const first = await meantIn(stay, 0, again.run);
    stay.outcome = first.outcome;
    const roots = again.roots.concat([...stay.modules.values()].map((module) => module.exports));
    try { stay.memory = isAsBefore(stay, first) ? remember(roots, again.known) : null; } catch (error) {}
    if (stay.memory === null) return null;
    const second = await meantIn(stay, 0, again.run);
    return isAsBefore(stay, second) && unchanged(stay.memory) ? stay : null;
  }
  const ownModules = () => new Map(Object.entries(Module._cache).filter(([file]) => isFresh(file) && !boot.has(file)));
  const isAsBefore = (stay, run) => run.outcome === stay.outcome && run.words === stay.words && run.leak === null && !run.green && !run.loaded;

  function meantIn(stay, number, run) {
    apply([]);
    active = { version: stay.version, number: number };
    if (stay.generation !== generation) {
      forget();
      for (const [file, module] of stay.modules) Module._cache[file] = module;
      stay.generation = generation;
    }
    const before = loadsSoFar();
    return once(run, true).then((run) => {
      run.loaded = loadsSoFar() !== before;
      return run;
    });
  }
  const loadsSoFar = () => loads + Atomics.load(shared, 1);

  /** A run in which the tests fail as before; null where it must be run with all modules anew. */
  async function runKept(version, number, original) {
    const { stay } = version;
    if (stay === null) return null;
    kept.add(stay);
    const run = await meantIn(stay, number, stay.again.run);
    // What it made of objects is not for the next one. What cannot be put back is found by the check.
    putBackObjects(stay.memory);
    // Nobody has looked at what that module keeps for the next one.
    if (run.loaded) version.stay = null;
    if (run.leak !== null || run.tooMany) return run;
    return run.outcome === stay.outcome && !run.deep && !run.loaded ? Object.assign(run, { outcome: original, stayed: true }) : null;
  }

  /** Whether what was judged in modules that stayed counts: they are as they were. */
  async function keptAsBefore() {
    let sound = true;
    for (const stay of kept) {
      if (unchanged(stay.memory) && isAsBefore(stay, await meantIn(stay, 0, stay.again.run))) continue;
      stay.version.stay = null;
      sound = false;
    }
    kept.clear();
    if (!sound) keptSomething += 1;
    return sound;
  }
`;
