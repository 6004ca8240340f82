import { didNotEndInTime } from '../../did-not-end.ts';

/** The function of `process` that each loop calls: jest's tests have another global object, but these too. */
export const loopName = 'regreenLoop';

/**
 * Preloaded into each process of a run, with `endless.json` beside it. Sources are changed where they are read, so that whatever compiles them
 * comes after. A loop has gone on for too long when the event loop has not turned for so many seconds of the processor's time, or half of the memory
 * is full; once one has been ended, the others get less, but ten times what any took that came to its end. Kept as text.
 */
export const endlessSource = String.raw`'use strict';
(function () {
  const fs = require('fs');
  const Module = require('module');
  const { createHash } = require('crypto');
  const { fileURLToPath } = require('url');
  const { processor, files } = JSON.parse(fs.readFileSync(__dirname + '/endless.json', 'utf8'));

  // ---- the call in each loop ----
  const cpu = typeof process.threadCpuUsage === 'function' ? process.threadCpuUsage.bind(process) : process.cpuUsage.bind(process);
  const later = setImmediate;
  const used = () => { const spent = cpu(); return (spent.user + spent.system) / 1e6; };
  const v8 = require('v8');
  // What fills the memory would end the process with all other tests.
  const isFull = () => { const { used_heap_size: used, heap_size_limit: all } = v8.getHeapStatistics(); return used > 0.5 * all; };
  let steps = 0;
  let ended = 0;
  let slowest = 0;
  // Since when the event loop has not turned.
  let turn = null;
  const most = () => (ended === 0 ? processor[0] : Math.max(processor[1] / 2 ** (ended - 1), 0.1, 10 * slowest));
  function loop() {
    steps += 1;
    if ((steps & 63) !== 0) return;
    if (turn === null) {
      const own = { since: used() };
      turn = own;
      later(() => {
        if (turn !== own) return;
        slowest = Math.max(slowest, used() - own.since);
        turn = null;
      }).unref();
      return;
    }
    if (used() - turn.since < most() && ((steps & 4095) !== 0 || !isFull())) return;
    turn = null;
    ended += 1;
    throw new Error('${didNotEndInTime}');
  }
  Object.defineProperty(process, '${loopName}', { value: loop, configurable: true, writable: true, enumerable: false });

  // ---- the texts with these calls ----
  function withCalls(file, given) {
    const told = typeof file === 'string' ? files[file] : undefined;
    if (told === undefined || given === null || given === undefined) return given;
    const text = typeof given === 'string' ? given : Buffer.from(given).toString('utf8');
    if (createHash('sha256').update(text).digest('hex') !== told.hash) return given;
    let out = '';
    let at = 0;
    for (const [offset, more] of told.insertions) {
      out += text.slice(at, offset) + more;
      at = offset;
    }
    out += text.slice(at);
    return typeof given === 'string' ? out : Buffer.from(out);
  }
  const nameOf = (file) => {
    try { return typeof file === 'string' ? (file.startsWith('file:') ? fileURLToPath(file.replace(/[?#].*$/, '')) : file) : file instanceof URL ? fileURLToPath(file) : null; } catch (error) { return null; }
  };
  const { readFileSync, readFile } = fs;
  fs.readFileSync = function (file) { return withCalls(nameOf(file), readFileSync.apply(this, arguments)); };
  fs.readFile = function (file, ...rest) {
    const done = rest[rest.length - 1];
    if (typeof done === 'function') rest[rest.length - 1] = function (error, data) { return done.call(this, error, error ? data : withCalls(nameOf(file), data)); };
    return readFile.call(this, file, ...rest);
  };
  const read = fs.promises.readFile;
  fs.promises.readFile = function (file) {
    const reading = read.apply(this, arguments);
    return typeof file === 'string' || file instanceof URL ? reading.then((data) => withCalls(nameOf(file), data)) : reading;
  };
  Module.syncBuiltinESMExports();
  // Node's own loader reads modules by another way.
  const load = (url, loaded) => (loaded && loaded.source ? Object.assign({}, loaded, { source: withCalls(nameOf(url), loaded.source) }) : loaded);
  if (typeof Module.registerHooks === 'function') Module.registerHooks({ load: (url, context, next) => load(url, next(url, context)) });
  else if (typeof Module.register === 'function' && require('worker_threads').isMainThread) {
    const hooks = 'import { createRequire } from "node:module"; const load = createRequire(' + JSON.stringify(__filename) + ')(' + JSON.stringify(__filename) + ').load;' +
      'export { hook as load }; async function hook(url, context, next) { return load(url, await next(url, context)); }';
    Module.register('data:text/javascript,' + encodeURIComponent(hooks));
  }
  module.exports = { load: load };
})();
`;
