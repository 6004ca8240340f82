/** Part of the warm worker: what a candidate changed outside of modules is put back, or the worker says that it cannot be. */
export const globalsSource = String.raw`
  // ---- the process as it was before the first candidate ----
  const watched = [];
  let cwd = '';
  let listeners = new Map();
  let environment = {};

  function watch(object) {
    const before = new Map();
    for (const name of Reflect.ownKeys(object)) before.set(name, Object.getOwnPropertyDescriptor(object, name));
    watched.push({ object: object, before: before, extensible: Object.isExtensible(object) });
  }

  function rememberProcess() {
    watched.length = 0;
    watch(globalThis);
    for (const name of ['Object', 'Array', 'String', 'Number', 'Boolean', 'Function', 'Promise', 'RegExp', 'Date', 'Map', 'Set', 'WeakMap', 'WeakSet', 'Error', 'TypeError', 'RangeError', 'Symbol', 'Uint8Array', 'ArrayBuffer', 'URL', 'Buffer']) {
      const object = globalThis[name];
      if (typeof object !== 'function') continue;
      watch(object);
      if (object.prototype) watch(object.prototype);
    }
    for (const object of [Math, JSON, Reflect, process, process.stdout, process.stderr, console, fs, fs.promises, require('child_process'), require('http'), require('os'), path]) watch(object);
    cwd = process.cwd();
    environment = Object.assign({}, process.env);
    listeners = new Map();
    for (const name of process.eventNames()) listeners.set(name, process.rawListeners(name));
  }

  // Counts and state of the process's own streams are not what a candidate does.
  const restless = new Set(['_events', '_eventsCount', '_writableState', '_readableState', '_bytesDispatched', 'exitCode', '_exiting', 'env', '_type', 'writable', 'destroyed', 'mainModule', 'domain', '_maxListeners', '_undestroy', '_sockname']);

  // Packages stay loaded, and so does what they tied to the process as they were: that much belongs to it from then on.
  let settled = false;

  /** Null when all is as it was. */
  function restoreProcess() {
    for (const { object, before, extensible } of watched) {
      if (Object.isExtensible(object) !== extensible) return 'an object of the language was frozen';
      const names = Reflect.ownKeys(object);
      for (const name of names) {
        if (restless.has(name)) continue;
        const old = before.get(name);
        if (old !== undefined && 'value' in old && object[name] === old.value) continue;
        const own = Object.getOwnPropertyDescriptor(object, name);
        if (old === undefined) {
          if (own.configurable) delete object[name];
          else if (settled) return 'a global could not be removed: ' + String(name);
          else before.set(name, own);
        } else if (own.value !== old.value || own.get !== old.get || own.set !== old.set) {
          if (own.value !== own.value && old.value !== old.value) continue;
          try { Object.defineProperty(object, name, old); } catch (error) { return 'a global could not be put back: ' + String(name); }
        }
      }
      if (names.length < before.size) {
        for (const [name, old] of before) if (!restless.has(name) && !Object.prototype.hasOwnProperty.call(object, name)) Object.defineProperty(object, name, old);
      }
    }
    if (process.cwd() !== cwd) process.chdir(cwd);
    for (const name of Object.keys(process.env)) if (environment[name] === undefined) delete process.env[name];
    for (const name of Object.keys(environment)) if (process.env[name] !== environment[name]) process.env[name] = environment[name];
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

  let calm = 0;
  const pending = () => resources().filter((name) => !/^(?:TTYWrap|PipeWrap|Immediate|TickObject|FSReqPromise|CloseReq)$/.test(name)).length;
  const pause = () => new Promise((resolve) => later(resolve));
`;
