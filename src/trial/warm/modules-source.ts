import { avaFork, avaForkSource } from './ava-source.ts';

/** For Node before it had hooks in the same thread: these are told the texts that are not on disk. */
const asyncHooks = `import { receiveMessageOnPort } from 'node:worker_threads';
let cell;
let texts = new Map();
export function initialize(data) { cell = data; }
export async function resolve(specifier, context, next) {
  const resolved = await next(specifier, context);
  const g = Atomics.load(cell.shared, 0);
  const isFresh = cell.renewed.test(resolved.url) || (resolved.url.startsWith(cell.root) && !resolved.url.includes('/node_modules/'));
  if (g === 0 || /[?#]/.test(resolved.url) || !isFresh || context.conditions.includes('require')) return resolved;
  return { ...resolved, url: resolved.url + '?regreen=' + g };
}
export async function load(url, context, next) {
  if (cell.ava && ${avaFork}.test(url)) return { format: 'module', source: ${JSON.stringify(avaForkSource)}, shortCircuit: true };
  for (let told = receiveMessageOnPort(cell.port); told !== undefined; told = receiveMessageOnPort(cell.port)) texts = told.message;
  if (url.includes('?regreen=')) Atomics.add(cell.shared, 1, 1);
  const text = url.includes('?regreen=') ? texts.get(url.replace(/[?].*$/, '')) : undefined;
  return text === undefined ? next(url, context) : { format: 'module', source: text, shortCircuit: true };
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
  let renewed = /\/node_modules\/(?:tape|tap|libtap|@tapjs\/[^/]+|tap-parser|uvu|zora|baretest|jasmine|jasmine-core)\//;
  const isOwn = (file) => file.startsWith(root + '/') && !file.includes('/node_modules/');
  const freshness = new Map();
  function isFresh(file) {
    if (!freshness.has(file)) freshness.set(file, isOwn(file) || renewed.test(file));
    return freshness.get(file);
  }

  /** Whatever packages there are may keep state, too: all are evaluated anew from now on. False where they are so already. */
  function renewPackages() {
    if (renewed.test('/node_modules/')) return false;
    renewed = /\/node_modules\//;
    freshness.clear();
    return true;
  }

  function forget() {
    generation += 1;
    Atomics.store(shared, 0, generation);
    for (const file of Object.keys(Module._cache)) if (isFresh(file) && !boot.has(file)) delete Module._cache[file];
    forgetInEsm();
  }

  function rememberBoot() {
    for (const file of Object.keys(Module._cache)) if (isOwn(file)) boot.add(file);
  }

  /**
   * Loads files that the runner has loaded before its tests: they and what they load are then as fresh as any. False, and all as before, for
   * those that change how modules are loaded, or fail.
   */
  function renewBoot(files) {
    const before = new Map(Object.entries(Module._cache).filter(([file]) => isOwn(file)));
    const extensions = Object.assign({}, Module._extensions);
    const resolve = Module._resolveFilename;
    const prototype = [Module.prototype._compile, Module.prototype.require, Module.prototype.load, Module._load];
    for (const file of before.keys()) delete Module._cache[file];
    let sound = true;
    try { for (const file of files) require(file); } catch (error) { sound = false; }
    const now = [Module.prototype._compile, Module.prototype.require, Module.prototype.load, Module._load];
    const names = Object.keys(Module._extensions);
    if (names.length !== Object.keys(extensions).length || names.some((name) => Module._extensions[name] !== extensions[name])) sound = false;
    if (Module._resolveFilename !== resolve || now.some((one, at) => one !== prototype[at])) sound = false;
    if (sound) for (const [file, module] of before) if (Module._cache[file] === undefined) Module._cache[file] = module; else before.delete(file);
    if (!sound) {
      for (const name of names) if (extensions[name] === undefined) delete Module._extensions[name];
      Object.assign(Module._extensions, extensions);
      Module._resolveFilename = resolve;
      [Module.prototype._compile, Module.prototype.require, Module.prototype.load, Module._load] = prototype;
      for (const file of Object.keys(Module._cache)) if (isOwn(file)) delete Module._cache[file];
      for (const [file, module] of before) Module._cache[file] = module;
    }
    for (const file of before.keys()) boot.add(file);
    return sound;
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
  // Whatever loads a module reads it by this function, of which nobody else gets another text.
  const readFile = fs.readFileSync;
  let serving = null;
  fs.readFileSync = function (file, options) {
    if (serving === null || file !== serving.file) return readFile.apply(this, arguments);
    return options === undefined || options === null ? Buffer.from(serving.text, 'utf8') : serving.text;
  };

  const versionOf = (file) => (active !== null && active.version.file === file ? active.version : null);
  const load = Module.prototype.load;
  // Modules of the repository that were loaded so far, by whatever way.
  let loads = 0;
  Module.prototype.load = function (filename) {
    if (!running || !isFresh(filename)) return load.apply(this, arguments);
    loads += 1;
    const known = changed.has(filename) ? undefined : compiled.get(filename);
    if (known === undefined || known.version !== versionOf(filename)) return loadText(this, arguments, filename, inMemory(filename));
    this.filename = filename;
    this.paths = known.paths;
    evaluate(known.fn, this, filename);
    this.loaded = true;
  };
  function loadText(module, args, filename, text) {
    if (text === null) return load.apply(module, args);
    const outer = serving;
    serving = { file: filename, text: text };
    try { return load.apply(module, args); } finally { serving = outer; }
  }
  const compile = Module.prototype._compile;
  Module.prototype._compile = function (content, filename, format) {
    if (!running || !isFresh(filename) || format === 'module' || typeof dynamicImport !== 'symbol') return compile.apply(this, arguments);
    let fn = null;
    try {
      const text = guarded(content, filename);
      fn = vm.compileFunction(text, ['exports', 'require', 'module', '__filename', '__dirname'], { filename: filename, importModuleDynamically: dynamicImport });
    } catch (error) {
      noProgram(filename, error);
      return compile.apply(this, arguments);
    }
    if (!changed.has(filename)) compiled.set(filename, { fn: fn, paths: this.paths, version: versionOf(filename) });
    return evaluate(fn, this, filename);
  };
  const noProgram = (filename, error) => { if (changed.has(filename)) syntaxError = clipped(error); };
  let syntaxError = null;
  const clipped = (error) => String(error && error.message).slice(0, 300);

  // ES modules get another URL each time.
  const shared = new Int32Array(new SharedArrayBuffer(8));
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
    if (isEsmAva && ${avaFork}.test(url)) return { format: 'module', source: ${JSON.stringify(avaForkSource)}, shortCircuit: true };
    const file = fromDisk(url);
    if (file !== null && running) loads += 1;
    const loaded = next(url, context);
    // Of CommonJS the cache of modules tells what the runner had loaded already, and that may have been loaded anew since.
    if (file !== null && !running && /^module/.test(loaded.format)) boot.add(file);
    // Import attributes and other formats are none of our business.
    if (file === null || !running || !/^module(?:-typescript)?$/.test(loaded.format) || loaded.source === null || loaded.source === undefined) return loaded;
    const text = inMemory(file);
    const onDisk = typeof loaded.source === 'string' ? loaded.source : Buffer.from(loaded.source).toString('utf8');
    return Object.assign({}, loaded, { source: guarded(text === null ? onDisk : text, file, loaded.format !== 'module') });
  }
  const asyncHooks = ${JSON.stringify(asyncHooks)};
  let hooksKnow = new Map();
  let tellHooks = () => {};
  function hookModules() {
    if (typeof Module.registerHooks === 'function') Module.registerHooks({ resolve: resolveHook, load: loadHook });
    else if (typeof Module.register === 'function') {
      const { port1, port2 } = new (require('worker_threads').MessageChannel)();
      port1.unref();
      const data = { shared: shared, root: pathToFileURL(root + '/').href, port: port2, ava: isEsmAva, renewed: renewed };
      Module.register('data:text/javascript,' + encodeURIComponent(asyncHooks), { parentURL: pathToFileURL(__filename).href, data: data, transferList: [port2] });
      tellHooks = () => {
        const texts = new Map();
        for (const file of new Set([...loops.keys(), ...changed.keys(), ...written, ...(active === null ? [] : [active.version.file])])) {
          const text = inMemory(file) || (written.has(file) ? null : originalOf(file));
          if (text !== null && /\.m?js$/.test(file) && isEsm(file)) texts.set(pathToFileURL(file).href, guarded(text, file));
        }
        if (texts.size === hooksKnow.size && [...texts].every(([url, text]) => hooksKnow.get(url) === text)) return;
        hooksKnow = texts;
        port1.postMessage(texts);
      };
    }
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
