/** Part of the warm worker: modules that stay loaded from candidate to candidate, while nothing that they can reach changes. */
export const staySource = String.raw`
  // ---- all that tests can reach of the repository's own: variables of functions, by what the debugger tells of them, and properties ----
  const handName = '__regreenHand';
  let inHand = null;
  Object.defineProperty(globalThis, handName, { value: (given) => { if (given !== undefined) inHand = given; return inHand; }, configurable: true, writable: true, enumerable: false });
  let inspector = null;
  const urls = new Map();
  function ask(method, parameters) {
    let answer = null;
    inspector.post(method, parameters, (error, result) => { if (!error) answer = result; });
    return answer;
  }
  function learnScripts() {
    if (inspector !== null) return;
    inspector = new (require('inspector').Session)();
    inspector.connect();
    inspector.on('Debugger.scriptParsed', ({ params }) => { urls.set(params.scriptId, params.url); });
    ask('Debugger.enable');
    ask('Debugger.setSkipAllPauses', { skip: true });
  }
  /** The file of a script; null where it has none. */
  function fileOfScript(id) {
    const url = urls.get(id) || '';
    try { return (url.startsWith('file:') ? fileURLToPath(url) : url).replace(/[?#].*$/, ''); } catch (error) { return null; }
  }

  /** Of each function whether it is the repository's own, and the variables around it; null where something of it cannot be seen. */
  function lookInto(functions) {
    inHand = functions;
    const list = ask('Runtime.evaluate', { expression: handName + '()', objectGroup: 'regreen' });
    const elements = ask('Runtime.getProperties', { objectId: list.result.objectId, ownProperties: true }).result;
    const seen = [];
    for (let at = 0; at < functions.length; at += 1) {
      const { internalProperties, privateProperties } = ask('Runtime.getProperties', { objectId: elements[at].value.objectId, ownProperties: true });
      const inner = (name) => { const found = (internalProperties || []).find((one) => one.name === name); return found && found.value; };
      const location = inner('[[FunctionLocation]]');
      const scopes = inner('[[Scopes]]');
      const file = location === undefined ? null : fileOfScript(location.value.scriptId);
      const own = file !== null && isFresh(file);
      let variables = [];
      if (scopes !== undefined && (own || (file !== null && file !== __filename && wrappers.has(functions[at])))) {
        ask('Runtime.callFunctionOn', { objectId: scopes.objectId, functionDeclaration: 'function () { ' + handName + '(this); }' });
        variables = variablesOf(inHand, own);
      }
      seen.push(privateProperties !== undefined && own ? null : { own: own, variables: variables });
    }
    ask('Runtime.releaseObjectGroup', { objectGroup: 'regreen' });
    inHand = null;
    return seen;
  }
  // Functions of packages and of the language: they stay, and what they keep is theirs.
  const foreign = new WeakSet();
  // What a runner wraps a test in is followed to the test by its innermost variables.
  const wrappers = new Set();
  const isInner = /^(?:Closure|Block|Catch|With)/;
  function variablesOf(scopes, own) {
    const found = [];
    // An array without a prototype.
    for (let at = 0; at < scopes.length; at += 1) {
      const { description, object } = scopes[at];
      if (object === globalThis || !(own || isInner.test(description))) continue;
      for (const name of Object.getOwnPropertyNames(object)) {
        const value = object[name];
        if (own || typeof value === 'function') found.push(name, value);
      }
    }
    return found;
  }

  const hidden = (object) => {
    const { isProxy, isWeakMap, isWeakSet, isGeneratorObject } = require('util').types;
    if (isProxy(object) || isWeakMap(object) || isWeakSet(object) || isGeneratorObject(object)) return true;
    const maker = Object.getPrototypeOf(object) && object.constructor;
    return typeof maker === 'function' && /#[\p{ID_Start}$_]/u.test(Function.prototype.toString.call(maker));
  };
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
    if (object instanceof Map) for (const [key, value] of object) content.push(key, value);
    else if (object instanceof Set) content.push(...object);
    else if (object instanceof Date) content.push(object.getTime());
    return content;
  }

  const mostSeen = 20000;
  const mostFunctions = 500;
  const builtin = ['assert', 'buffer', 'child_process', 'crypto', 'events', 'fs', 'http', 'https', 'net', 'os', 'path', 'perf_hooks', 'querystring', 'readline', 'stream', 'string_decoder', 'timers', 'url', 'util', 'v8', 'vm', 'worker_threads', 'zlib'];

  /** What is reachable from the roots, as it is now; null where it is too much, or not to be seen. */
  function remember(roots) {
    learnScripts();
    const known = new Set([globalThis, process, Module, Module.prototype, Function.prototype, Object.prototype]);
    for (const { object } of vital.concat(watched)) known.add(object);
    for (const name of builtin) known.add(require(name));
    for (const [file, module] of Object.entries(Module._cache)) if (!isFresh(file)) known.add(module).add(module.exports);
    wrappers.clear();
    const objects = [];
    const functions = [];
    let open = [];
    const take = (value) => {
      if (value === null || (typeof value !== 'object' && typeof value !== 'function') || known.has(value) || foreign.has(value)) return;
      known.add(value);
      open.push(value);
    };
    for (const root of roots) {
      if (typeof root === 'function') wrappers.add(root);
      take(root);
    }
    while (open.length > 0) {
      const now = open;
      open = [];
      const called = now.filter((one) => typeof one === 'function');
      if (known.size > mostSeen || functions.length + called.length > 4 * mostFunctions) return null;
      const looks = called.length === 0 ? [] : lookInto(called);
      for (const [at, look] of looks.entries()) {
        if (look === null) return null;
        const wraps = wrappers.has(called[at]);
        if (!look.own && !roots.includes(called[at])) foreign.add(called[at]);
        if (!look.own && !wraps) continue;
        if (wraps && !look.own && wrappers.size < 40) for (const value of look.variables) if (typeof value === 'function') wrappers.add(value);
        if (look.own) functions.push({ called: called[at], variables: look.variables });
        for (const value of look.variables) take(value);
        if (!look.own) continue;
        const content = contentOf(called[at]);
        objects.push({ object: called[at], content: content });
        for (const value of content) take(value);
      }
      for (const object of now) {
        if (typeof object === 'function' || object instanceof Module) continue;
        if (hidden(object)) return null;
        if (ArrayBuffer.isView(object) || object instanceof ArrayBuffer) return null;
        const content = contentOf(object);
        objects.push({ object: object, content: content });
        for (const value of content) take(value);
      }
    }
    return functions.length > mostFunctions ? null : { objects: objects, functions: functions };
  }

  const alike = (before, after) => before.length === after.length && before.every((one, at) => Object.is(one, after[at]));
  function unchanged(memory) {
    if (!memory.objects.every(({ object, content }) => alike(content, contentOf(object)))) return false;
    const looks = memory.functions.length === 0 ? [] : lookInto(memory.functions.map(({ called }) => called));
    return looks.every((look, at) => look !== null && alike(memory.functions[at].variables, look.variables));
  }

  // ---- the tests of a text that stay loaded: they are run again, and what fails as before is red ----
  // Times the modules turned out to keep something: then they are loaded anew for each candidate.
  let keptSomething = 0;
  const mostKept = 2;
  const kept = new Set();

  /** Loads a text with no candidate meant; null where the tests in it cannot be run again, or end otherwise then. */
  async function settle(drive, version, original) {
    apply([]);
    active = { version: version, number: 0 };

    const plain = await once(drive);
    if (plain.outcome !== original || plain.leak !== null) return null;
    const again = drive.stay();
    if (again === null) return null;
    const stay = { version: version, again: again, modules: ownModules(), generation: generation, memory: null, outcome: null, words: plain.words };
    const first = await meantIn(stay, 0);
    stay.outcome = first.outcome;
    const roots = again.roots.concat([...stay.modules.values()].map((module) => module.exports));
    if (!isAsBefore(stay, first) || (stay.memory = remember(roots)) === null) return null;
    const second = await meantIn(stay, 0);
    return isAsBefore(stay, second) && unchanged(stay.memory) ? stay : null;
  }
  const ownModules = () => new Map(Object.entries(Module._cache).filter(([file]) => isFresh(file) && !boot.has(file)));
  const isAsBefore = (stay, run) => run.outcome === stay.outcome && run.words === stay.words && run.leak === null && !run.green;

  function meantIn(stay, number) {
    apply([]);
    active = { version: stay.version, number: number };
    if (stay.generation !== generation) {
      forget();
      for (const [file, module] of stay.modules) Module._cache[file] = module;
      stay.generation = generation;
    }
    return once(stay.again.run, true);
  }

  /** A run in which the tests fail as before; null where it must be run with all modules anew. */
  async function runKept(drive, version, number, original) {
    if (drive.stay === undefined || keptSomething > mostKept || version.stay === null) return null;
    if (version.stay === undefined) {
      version.stay = await settle(drive, version, original);
      if (version.stay === null) keptSomething += 1;
      if (version.stay === null) return null;
    }
    const stay = version.stay;
    kept.add(stay);
    const run = await meantIn(stay, number);
    if (run.leak !== null || run.tooMany) return run;
    return run.outcome === stay.outcome && !run.deep ? Object.assign(run, { outcome: original, stayed: true }) : null;
  }

  /** Whether what was judged in modules that stayed counts: they are as they were. */
  async function keptAsBefore() {
    let sound = true;
    for (const stay of kept) {
      if (unchanged(stay.memory) && isAsBefore(stay, await meantIn(stay, 0))) continue;
      stay.version.stay = null;
      sound = false;
    }
    kept.clear();
    if (!sound) keptSomething += 1;
    return sound;
  }
`;
