// The warm worker: a program preloaded into the runner's process. It takes the process over where the runner would run its tests, and
// runs them again for each candidate, in a module graph of its own each time. Kept as text, as the suite's probe is. Nothing it says is
// trusted: it shares its process with the repository's code.

/** Start of the worker: files in, results out. */
export const coreSource = String.raw`'use strict';
(function () {
  const dir = process.env.REGREEN_TRIAL_DIR;
  const root = process.env.REGREEN_TRIAL_ROOT;
  const probe = globalThis[Symbol.for('regreen.probe')];
  if (!dir || !root || !probe) return;
  const fs = require('fs');
  const Module = require('module');
  const path = require('path');
  const { pathToFileURL, fileURLToPath } = require('url');
  const { openSync, writeSync, readFileSync, writeFileSync, statSync, unlinkSync, mkdirSync, closeSync, realpathSync } = fs;
  const { stringify, parse } = JSON;
  const wait = Atomics.wait;
  const cell = new Int32Array(new SharedArrayBuffer(4));
  const later = setImmediate;
  const timeout = setTimeout;
  const cpu = process.cpuUsage.bind(process);
  const now = performance.now.bind(performance);
  const say = process.stderr.write.bind(process.stderr);
  const resources = typeof process.getActiveResourcesInfo === 'function' ? process.getActiveResourcesInfo.bind(process) : () => [];
  const exitNow = process.reallyExit ? process.reallyExit.bind(process) : process.exit.bind(process);

  // ---- one process of the run takes the work; what it starts does not know of it ----
  let results = null;
  function claim() {
    try {
      closeSync(openSync(dir + '/claimed', 'wx'));
    } catch (error) { return false; }
    delete process.env.REGREEN_TRIAL_DIR;
    results = openSync(dir + '/results.jsonl', 'a');
    return true;
  }

  function tell(value) {
    const buffer = Buffer.from(stringify(value) + '\n');
    for (let at = 0; at < buffer.length; ) at += writeSync(results, buffer, at);
  }

  function unfit(reason) {
    tell({ unfit: reason });
    exitNow(0);
  }

  let batchNumber = 0;
  // About two minutes.
  const idleTurns = 6500;
  function nextBatch() {
    batchNumber += 1;
    const file = dir + '/batch-' + batchNumber + '.json';
    for (let turn = 0; ; turn += 1) {
      let text = null;
      try { text = readFileSync(file, 'utf8'); } catch (error) {}
      if (text !== null) {
        try { unlinkSync(file); } catch (error) {}
        return parse(text);
      }
      // Whoever asked may be gone, killed perhaps: nobody waits here for ever.
      if (turn > idleTurns) exitNow(0);
      wait(cell, 0, 0, turn < 500 ? 2 : 20);
    }
  }

  // ---- what a candidate makes of the files; they are written for real, so that child processes and readers see them too ----
  const originals = new Map();
  let changed = new Map();

  function originalOf(file) {
    if (!originals.has(file)) {
      let text = null;
      try { text = readFileSync(file, 'utf8'); } catch (error) {}
      originals.set(file, text);
    }
    return originals.get(file);
  }

  function textOf(original, replacements) {
    if (replacements === null || typeof replacements === 'string') return replacements;
    let text = '';
    let at = 0;
    for (const [start, end, fresh] of replacements) {
      text += original.slice(at, start) + fresh;
      at = end;
    }
    return text + original.slice(at);
  }

  function put(file, text) {
    if (text === null) { try { unlinkSync(file); } catch (error) {} return; }
    try { writeFileSync(file, text); } catch (error) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }

  function apply(files) {
    const next = new Map();
    for (const [name, replacements] of files) {
      const file = root + '/' + name;
      next.set(file, textOf(originalOf(file) || '', replacements));
    }
    for (const file of changed.keys()) if (!next.has(file)) put(file, originals.get(file));
    for (const [file, text] of next) put(file, text);
    changed = next;
  }

  // ---- what a run tells, less what differs from time to time ----
  const canary = 'regreen canary';
  let heard = [];
  let hearing = false;
  const numbers = new Map();
  let canaryHeard = false;
  const query = /\?regreen=\d+/g;
  const clean = (text) => (typeof text === 'string' ? text.replace(query, '') : text);
  function hear(event) {
    try {
      if (!hearing || event === null || typeof event !== 'object') return;
      const error = event.error;
      if (error && (String(error.message).includes(canary) || String(error.stack).includes(canary))) canaryHeard = true;
      if (event.e === 'uncaught') heard.push({ e: 'uncaught', main: clean(event.main), file: clean(event.file), path: event.path, handled: event.handled, error: {} });
      if (event.e !== 'result') return;
      const own = { e: 'result', runner: event.runner, file: clean(event.file), path: event.path, status: event.status };
      if (event.suite) own.suite = true;
      // Mocha's reporter counts on from run to run.
      if (event.test !== undefined) {
        if (!numbers.has(event.test)) numbers.set(event.test, numbers.size + 1);
        own.test = numbers.get(event.test);
      }
      if (event.hook) own.hook = true;
      if (event.failureType) { own.failureType = event.failureType; own.error = { message: error ? error.message : null }; }
      heard.push(own);
    } catch (failure) {}
  }
  function uncaught(error, file) {
    const described = probe.describe(error);
    hear({ e: 'uncaught', main: process.argv[1], file: file || null, path: null, handled: false, error: described });
  }
`;

/** Modules: those of the repository are evaluated anew for each candidate, and compiled once. */
export const modulesSource = String.raw`
  // ---- a fresh module graph for each candidate ----
  const vm = require('vm');
  let generation = 0;
  let running = false;
  const boot = new Set();
  const compiled = new Map();
  // Test frameworks that keep their state in the module.
  let renewed = /\/node_modules\/(?:tape|tap-parser|uvu|zora|baretest)\//;
  const isOwn = (file) => file.startsWith(root + '/') && !file.includes('/node_modules/');
  const isFresh = (file) => isOwn(file) || renewed.test(file);

  function forget() {
    generation += 1;
    Atomics.store(shared, 0, generation);
    for (const file of Object.keys(Module._cache)) if (isFresh(file) && !boot.has(file)) delete Module._cache[file];
  }

  function rememberBoot() {
    for (const file of Object.keys(Module._cache)) if (isOwn(file)) boot.add(file);
  }

  function requireOf(module) {
    function require(id) { return module.require(id); }
    require.resolve = (request, options) => Module._resolveFilename(request, module, false, options);
    require.resolve.paths = (request) => Module._resolveLookupPaths(request, module);
    require.main = process.mainModule;
    require.extensions = Module._extensions;
    require.cache = Module._cache;
    return require;
  }

  function evaluate(fn, module, filename) {
    const exports = module.exports;
    return Reflect.apply(fn, exports, [exports, requireOf(module), module, filename, path.dirname(filename)]);
  }

  const dynamicImport = vm.constants && vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER;
  const load = Module.prototype.load;
  Module.prototype.load = function (filename) {
    if (!running || !isFresh(filename) || changed.has(filename)) return load.apply(this, arguments);
    const known = compiled.get(filename);
    if (known === undefined) return load.apply(this, arguments);
    this.filename = filename;
    this.paths = known.paths;
    evaluate(known.fn, this, filename);
    this.loaded = true;
  };
  const compile = Module.prototype._compile;
  Module.prototype._compile = function (content, filename, format) {
    if (!running || !isFresh(filename) || format === 'module' || typeof dynamicImport !== 'symbol') return compile.apply(this, arguments);
    let fn = null;
    try {
      const text = guarded(content, filename);
      fn = vm.compileFunction(text, ['exports', 'require', 'module', '__filename', '__dirname'], { filename: filename, importModuleDynamically: dynamicImport });
    } catch (error) {
      if (changed.has(filename)) syntaxError = clipped(error);
      return compile.apply(this, arguments);
    }
    if (!changed.has(filename)) compiled.set(filename, { fn: fn, paths: this.paths });
    return evaluate(fn, this, filename);
  };
  let syntaxError = null;
  const clipped = (error) => String(error && error.message).slice(0, 300);

  // ES modules get another URL each time.
  const shared = new Int32Array(new SharedArrayBuffer(4));
  function fromDisk(url) {
    if (!url.startsWith('file:')) return null;
    try {
      const file = fileURLToPath(url.replace(/[?#].*$/, ''));
      return isFresh(file) ? file : null;
    } catch (error) { return null; }
  }
  function resolveHook(specifier, context, next) {
    const resolved = next(specifier, context);
    if (!running || /[?#]/.test(resolved.url) || context.conditions.includes('require')) return resolved;
    const file = fromDisk(resolved.url);
    return file === null || boot.has(file) ? resolved : Object.assign({}, resolved, { url: resolved.url + '?regreen=' + generation });
  }
  function loadHook(url, context, next) {
    const file = fromDisk(url);
    if (file !== null && !running) boot.add(file);
    const loaded = next(url, context);
    // Import attributes and other formats are none of our business.
    if (file === null || !running || loaded.format !== 'module' || loaded.source === null || loaded.source === undefined) return loaded;
    const text = typeof loaded.source === 'string' ? loaded.source : Buffer.from(loaded.source).toString('utf8');
    return Object.assign({}, loaded, { source: guarded(text, file) });
  }
  const asyncHooks = "let cell; export function initialize(data) { cell = data; } export async function resolve(specifier, context, next) { const resolved = await next(specifier, context); const g = Atomics.load(cell.shared, 0); if (g === 0 || /[?#]/.test(resolved.url) || !resolved.url.startsWith(cell.root) || resolved.url.includes('/node_modules/') || context.conditions.includes('require')) return resolved; return { ...resolved, url: resolved.url + '?regreen=' + g }; }";
  function hookModules() {
    if (typeof Module.registerHooks === 'function') Module.registerHooks({ resolve: resolveHook, load: loadHook });
    else if (typeof Module.register === 'function')
      Module.register('data:text/javascript,' + encodeURIComponent(asyncHooks), { parentURL: pathToFileURL(__filename).href, data: { shared: shared, root: pathToFileURL(root + '/').href } });
  }

  const types = new Map();
  function isEsm(file) {
    if (/\.m[jt]s$/.test(file)) return true;
    if (/\.c[jt]s$/.test(file)) return false;
    for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
      if (!types.has(folder)) {
        let type = null;
        try { type = parse(readFileSync(folder + '/package.json', 'utf8')).type === 'module'; } catch (error) {}
        types.set(folder, type);
      }
      if (types.get(folder) !== null) return types.get(folder);
      if (folder === path.dirname(folder)) return false;
    }
  }
  // TypeScript as the process itself loads it: a hook in require, or Node's own type stripping.
  const asScript = (file) => !isEsm(file);
`;

/** Endless loops and recursion: a counter in each body, limited by what the original run needed. */
export const guardSource = String.raw`
  // ---- counters in loops and functions; beyond the limit the processor's time decides, in microseconds ----
  let steps = 0;
  let limit = 200000;
  let allowed = Infinity;
  let begunAt = 0;
  const guardName = '__regreenLoop';
  const tick = () => {
    steps += 1;
    if (steps > limit && (tooMany || (steps % 4096 === 0 && cpu().user - begunAt > allowed))) {
      tooMany = true;
      throw new RangeError('regreen: a loop did not end');
    }
  };
  Object.defineProperty(globalThis, guardName, { value: tick, configurable: true, writable: true, enumerable: false });
  let tooMany = false;
  // Places behind the brace that opens the body of a loop or function, by file, in the original text; told with the batch.
  const loops = new Map();

  // In typed text the call must please the compiler's checks.
  function guarded(text, filename, typed) {
    const places = loops.get(filename);
    if (places === undefined || places.length === 0) return text;
    const original = originals.has(filename) ? originals.get(filename) : originalOf(filename);
    const edits = changed.has(filename) ? edited.get(filename) : [];
    // What a loader made of the text has other places.
    if (original === null || !Array.isArray(edits) || text !== (changed.has(filename) ? changed.get(filename) : original)) return text;
    let out = '';
    let at = 0;
    let shift = 0;
    let next = 0;
    for (const place of places) {
      while (next < edits.length && edits[next][1] <= place && edits[next][0] < place) {
        shift += edits[next][2].length - (edits[next][1] - edits[next][0]);
        next += 1;
      }
      // The brace itself was replaced.
      if (next < edits.length && edits[next][0] < place) continue;
      if (next > 0 && edits[next - 1][1] >= place) continue;
      const target = place + shift;
      out += text.slice(at, target) + (typed ? ';(globalThis as any).' : ';') + guardName + '();';
      at = target;
    }
    return out + text.slice(at);
  }
  let edited = new Map();
`;
