/** Part of the warm worker: what a candidate changed outside of modules is put back, or the worker says that it cannot be. */
export const globalsSource = String.raw`
  // ---- the process as it was before the first candidate ----
  // What this program itself cannot do without is looked at after each run, the rest with each check of the unchanged code.
  const vital = [];
  const watched = [];
  // Of that, what no test can be run without.
  let needed = [];
  // Objects that are as much the process's as its own.
  const alsoWatched = [];
  let cwd = '';
  let listeners = new Map();
  let environment = {};
  let environmentSize = 0;

  // Counts and state of the process's own streams are not what a candidate does.
  const restless = new Set(['_events', '_eventsCount', '_writableState', '_readableState', '_bytesDispatched', 'exitCode', '_exiting', 'env', '_type', 'writable', 'destroyed', 'mainModule', 'domain', '_maxListeners', '_undestroy', '_sockname', pickName]);

  function watch(object, list) {
    const before = new Map();
    const names = [];
    const values = [];
    const accessors = [];
    for (const name of Reflect.ownKeys(object)) {
      const own = Object.getOwnPropertyDescriptor(object, name);
      before.set(name, own);
      // The window of jsdom has names of which it describes nothing.
      if (own === undefined || restless.has(name)) continue;
      if ('value' in own) {
        names.push(name);
        values.push(own.value);
      } else accessors.push([name, own]);
    }
    list.push({ object: object, before: before, extensible: Object.isExtensible(object), names: names, values: values, accessors: accessors });
  }

  /** Whether nothing needs to be put back: what is nearly always so is found out fast. */
  function intact({ object, before, extensible, names, values, accessors }) {
    if (Object.isExtensible(object) !== extensible || Reflect.ownKeys(object).length !== before.size) return false;
    for (let at = 0; at < names.length; at += 1) if (!Object.is(object[names[at]], values[at])) return false;
    for (const [name, old] of accessors) {
      const own = Object.getOwnPropertyDescriptor(object, name);
      if (own === undefined || own.get !== old.get || own.set !== old.set) return false;
    }
    return true;
  }

  const neededNames = ['process', 'console', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'clearImmediate', 'queueMicrotask', 'Object', 'Array', 'String', 'Number', 'Boolean', 'Function', 'Promise', 'RegExp', 'Date', 'Map', 'Set', 'WeakMap', 'Error', 'Symbol', 'Math', 'JSON', 'Reflect', 'Proxy', 'performance', 'Buffer', 'structuredClone', 'AbortController', 'Infinity', 'NaN', 'undefined', 'globalThis'];
  const hasNeeded = ({ object, names, values }) => names.every((name, at) => Object.is(object[name], values[at]));
  const builtins = ['Object', 'Array', 'String', 'Number', 'Boolean', 'Function', 'Promise', 'RegExp', 'Date', 'Map', 'Set', 'WeakMap', 'WeakSet', 'Error', 'TypeError', 'RangeError', 'Symbol', 'Uint8Array', 'ArrayBuffer', 'URL', 'Buffer'];
  /** A global object, and the language as it is seen from there. */
  function watchRealm(scope, list, first) {
    watch(scope, first || list);
    for (const name of builtins) {
      const object = scope[name];
      if (typeof object !== 'function') continue;
      watch(object, list);
      if (object.prototype) watch(object.prototype, first && (name === 'Object' || name === 'Array') ? first : list);
    }
    for (const name of ['Math', 'JSON', 'Reflect', 'process', 'console']) if (scope[name]) watch(scope[name], list);
  }

  function rememberProcess() {
    vital.length = 0;
    watched.length = 0;
    watchRealm(globalThis, watched, vital);
    for (const object of [process.stdout, process.stderr, fs, fs.promises, require('child_process'), require('http'), require('os'), path, ...alsoWatched]) watch(object, watched);
    cwd = process.cwd();
    needed = vital.map(({ object, names, values }) => {
      const kept = names.map((name, at) => [name, values[at]]).filter(([name]) => object !== globalThis || neededNames.includes(name));
      return { object: object, names: kept.map(([name]) => name), values: kept.map(([, value]) => value) };
    });
    environment = Object.assign({}, process.env);
    environmentSize = Object.keys(environment).length;
    listeners = new Map();
    for (const name of process.eventNames()) listeners.set(name, process.rawListeners(name));
  }

  // Packages stay loaded, and so does what they tied to the process as they were: that much belongs to it from then on.
  let settled = false;
  // What the first run added or changed and was taken back.
  const firstly = [];
  /** Gives the process what the first run made of it: packages that extend the language do so once. False where that is nothing. */
  function keepFirst() {
    for (const { one, name, own } of firstly) {
      try { Object.defineProperty(one.object, name, own); } catch (error) {}
    }
    for (const one of new Set(firstly.map((each) => each.one))) {
      const now = [];
      watch(one.object, now);
      Object.assign(one, now[0]);
    }
    return firstly.length > 0;
  }

  /** Null when all is as it was; unless closed, what cannot be removed belongs to it from now on. */
  function mend(list, closed) {
    for (const one of list) {
      if (intact(one)) continue;
      const { object, before, extensible } = one;
      if (Object.isExtensible(object) !== extensible) return 'an object of the language was frozen';
      const names = Reflect.ownKeys(object);
      for (const name of names) {
        if (restless.has(name)) continue;
        const old = before.get(name);
        if (old !== undefined && 'value' in old && object[name] === old.value) continue;
        const own = Object.getOwnPropertyDescriptor(object, name);
        if (own === undefined) continue;
        const first = () => {
          if (list !== watched && list !== vital) return;
          touched.add(name);
          if (!settled) firstly.push({ one: one, name: name, own: own });
        };
        if (old === undefined) {
          first();
          if (own.configurable) delete object[name];
          else if (closed) return 'a global could not be removed: ' + String(name);
          else {
            before.set(name, own);
            if ('value' in own) {
              one.names.push(name);
              one.values.push(own.value);
            } else one.accessors.push([name, own]);
          }
        } else if (own.value !== old.value || own.get !== old.get || own.set !== old.set) {
          if (own.value !== own.value && old.value !== old.value) continue;
          first();
          try { Object.defineProperty(object, name, old); } catch (error) { return 'a global could not be put back: ' + String(name); }
        }
      }
      // Something else may have been added meanwhile: counting does not tell.
      for (const [name, old] of before) if (old !== undefined && !restless.has(name) && !Object.prototype.hasOwnProperty.call(object, name)) Object.defineProperty(object, name, old);
    }
    return null;
  }

  // Whether all is put back after each run: until a run of the unchanged code has left everything as it was, and where something was found.
  let careful = true;
  // The same after runs in modules that stay.
  let wary = true;
  let mended = false;
  // Names of globals that a run made or changed.
  const touched = new Set();
  // After runs in modules that stay, only what is needed was looked at: what was found later to have changed meanwhile.
  let unseen = false;
  let spoilt = false;
  // Realms of their own beside that of the process.
  let alsoIntact = () => true;
  let alsoPutBack = () => {};
  const allIntact = () => (!unseen || vital.every(intact)) && watched.every(intact) && isSameEnvironment() && alsoIntact();
  /** Before a run that puts things back: nobody could tell afterwards since when they were otherwise. */
  function seeAll() {
    if (unseen && !(careful ? allIntact() : vital.every(intact) && alsoIntact())) spoilt = true;
    unseen = false;
  }
  /** Whether all that is not looked at after each run is as it was. */
  function untouched() {
    if (!spoilt && allIntact()) return true;
    spoilt = false;
    mended = true;
    return false;
  }
  /** Null when all is as it was. */
  function putBack() {
    restoreEnvironment();
    alsoPutBack();
    spoilt = false;
    return mend(vital, settled) || mend(watched, settled);
  }

  /** Null when all is as it was, as far as it is looked at: least where modules stay. */
  function restoreProcess(stays) {
    const isEnough = stays && !wary && needed.every(hasNeeded);
    if (stays && !isEnough && unseen) spoilt = true;
    unseen = isEnough;
    const looksAtAll = stays ? wary : careful;
    const leak = isEnough ? null : mend(vital, settled) || (looksAtAll && !untouched() ? putBack() : null);
    if (leak !== null) return leak;
    if (process.cwd() !== cwd) process.chdir(cwd);
    for (const name of process.eventNames()) {
      const old = listeners.get(name) || [];
      for (const one of process.rawListeners(name)) if (!old.includes(one)) process.removeListener(name, one);
    }
    // A runner that was stopped amid its work does not put them back.
    for (const name of ['uncaughtException', 'unhandledRejection']) {
      const old = listeners.get(name) || [];
      const now = process.rawListeners(name);
      for (const one of old) if (!now.includes(one)) process.on(name, one);
    }
    process.exitCode = undefined;
    return null;
  }

  function isSameEnvironment() {
    const names = Object.keys(process.env);
    return names.length === environmentSize && names.every((name) => process.env[name] === environment[name]);
  }
  function restoreEnvironment() {
    for (const name of Object.keys(process.env)) if (environment[name] === undefined) delete process.env[name];
    for (const name of Object.keys(environment)) if (process.env[name] !== environment[name]) process.env[name] = environment[name];
  }

  let calm = 0;
  let calmHandles = new Set();
  function beCalm() {
    calm = pending();
    calmHandles = new Set(handles());
  }
  /** Servers and connections that a run left open, as tests do that fail before they close them: a process that ends takes them along. */
  function closeNetwork() {
    const { Server, Socket } = require('net');
    for (const handle of handles()) {
      if (calmHandles.has(handle)) continue;
      try {
        if (handle instanceof Server) {
          if (typeof handle.closeAllConnections === 'function') handle.closeAllConnections();
          handle.close();
        } else if (handle instanceof Socket) handle.destroy();
      } catch (error) {}
    }
  }
  /** What is open, each kind with how many of them there are. */
  function openNow() {
    const counts = new Map();
    for (const name of resources()) counts.set(name, (counts.get(name) || 0) + 1);
    return [...counts].map(([name, count]) => (count > 1 ? count + ' ' : '') + name).join(', ');
  }
  const pending = () => resources().filter((name) => !/^(?:TTYWrap|PipeWrap|Immediate|TickObject|FSReqPromise|CloseReq)$/.test(name)).length;
  const pause = () => new Promise((resolve) => later(resolve));
`;
