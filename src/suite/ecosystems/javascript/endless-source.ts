import { didNotEndInTime } from '../../did-not-end.ts';

/** The function of `process` that each loop calls: jest's tests have another global object, but these too. */
export const loopName = 'regreenLoop';

/**
 * Preloaded into each process of a run, with `endless.json` beside it. Sources are changed where they are read, so that whatever compiles them
 * comes after. A loop has gone on for too long when loops have worked for so many seconds of the processor's time while the event loop did not turn, or
 * have filled half of the memory; once one has been ended, the others get less, but ten times what any took that came to its end. Kept as text.
 */
export const endlessSource = String.raw`'use strict';
(function () {
  const fs = require('fs');
  const Module = require('module');
  const { createHash } = require('crypto');
  const { fileURLToPath } = require('url');
  const { processor, files } = JSON.parse(fs.readFileSync(__dirname + '/endless.json', 'utf8'));

  // ---- the call in some rounds of each loop, which tells how many may pass until the next one ----
  const cpu = typeof process.threadCpuUsage === 'function' ? process.threadCpuUsage.bind(process) : process.cpuUsage.bind(process);
  const clock = performance.now.bind(performance);
  const later = setImmediate;
  const v8 = require('v8');
  let ended = 0;
  let slowest = 0;
  // Since when the event loop has not turned, and what was worked in loops since, in seconds.
  let turn = null;
  // How often modules may have been loaded.
  let loads = 0;
  const mostBetween = 0.5;
  const most = () => Math.max(ended === 0 ? processor[0] : processor[1] / 2 ** Math.min(ended - 1, 2), 0.5, 10 * slowest);
  const heap = () => v8.getHeapStatistics();
  function isFull(before) {
    const { used_heap_size: used, heap_size_limit: all } = heap();
    return used > 0.5 * all && used - before > 0.25 * all;
  }
  const used = () => { const { user, system } = cpu(); return (user + system) / 1e6; };
  // To ask for the processor's time takes longer than many rounds: it is done where this has passed by the clock, in seconds.
  const quick = 0.001;
  const fewRounds = 7;
  const manyRounds = 63;
  /**
   * Of what lies between two calls little counts, as it may be no loop's work, but for what lies between two calls of one loop while no modules were
   * loaded; and no more than has passed by the clock, where the processor's time is that of all threads.
   */
  function loop(last) {
    const at = clock() / 1e3;
    if (turn === null) {
      const own = { worked: 0, cpu: used(), clock: at, asked: at, heap: heap().used_heap_size, full: 0 };
      turn = own;
      later(() => {
        if (turn !== own) return;
        slowest = Math.max(slowest, own.worked);
        turn = null;
      }).unref();
      return answer(0, 1);
    }
    const between = at - turn.asked;
    turn.asked = at;
    // Of rounds that take ever longer there are never many.
    const times = last === undefined ? 1 : last.times + 1;
    const rounds = between > quick ? 0 : between < quick / 10 && times > 8 ? manyRounds : fewRounds;
    if (at - turn.clock < quick) return answer(rounds, times);
    const now = used();
    const all = last !== undefined && last.turn === turn && last.loads === loads;
    turn.worked = Math.max(
      turn.worked + Math.min(now - turn.cpu, at - turn.clock, mostBetween),
      all ? last.worked + Math.min(now - last.cpu, at - last.clock) : 0,
    );
    turn.cpu = now;
    turn.clock = at;
    if (turn.worked < most() && !(turn.worked >= 0.5 && turn.worked >= turn.full && fills())) return answer(rounds, times);
    turn = null;
    ended += 1;
    throw new Error('${didNotEndInTime}');
  }
  const answer = (rounds, times) => ({ rounds: rounds, times: times, turn: turn, loads: loads, worked: turn.worked, cpu: turn.cpu, clock: turn.clock });
  /** Looked at from time to time. */
  function fills() {
    turn.full = turn.worked + 0.05;
    return isFull(turn.heap);
  }
  Object.defineProperty(process, '${loopName}', { value: loop, configurable: true, writable: true, enumerable: false });

  // ---- the texts with these calls ----
  function withCalls(file, given) {
    loads += 1;
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
  // Node's own loader reads modules by another way. In the thread where Node runs hooks that others register, 22.23 ends with an error where
  // there are such as these.
  const load = (url, loaded) => (loaded && loaded.source ? Object.assign({}, loaded, { source: withCalls(nameOf(url), loaded.source) }) : loaded);
  const { isInternalThread, isMainThread } = require('worker_threads');
  if (typeof Module.registerHooks === 'function') {
    if (isInternalThread !== true) Module.registerHooks({ load: (url, context, next) => load(url, next(url, context)) });
  } else if (typeof Module.register === 'function' && isMainThread) {
    const hooks = 'import { createRequire } from "node:module"; const load = createRequire(' + JSON.stringify(__filename) + ')(' + JSON.stringify(__filename) + ').load;' +
      'export { hook as load }; async function hook(url, context, next) { return load(url, await next(url, context)); }';
    Module.register('data:text/javascript,' + encodeURIComponent(hooks));
  }
  module.exports = { load: load };
})();
`;
