// The program that is preloaded into every Node process of a test run (`NODE_OPTIONS=--require`). It is kept as text, so that it
// survives bundling, and written into the run's folder. It records what no reporter tells: errors that end a process, which file a
// test of tape lies in, and the code each test executed. It must never change what the tests do: whatever goes wrong in it is swallowed.

/** CommonJS, for Node 14 and newer. Needs `REGREEN_PROBE_DIR` and `REGREEN_PROBE_ROOT`; measures code when `REGREEN_PROBE_COVERAGE` is set. */
export const probeSource = String.raw`'use strict';
(function () {
  const dir = process.env.REGREEN_PROBE_DIR;
  const root = process.env.REGREEN_PROBE_ROOT;
  const key = Symbol.for('regreen.probe');
  if (!dir || !root || globalThis[key]) return;
  const fs = require('fs');
  const util = require('util');
  const { fileURLToPath } = require('url');
  const Module = require('module');
  const writeSync = fs.writeSync;
  const openSync = fs.openSync;
  const now = Date.now;
  let thread = 0;
  try { thread = require('worker_threads').threadId; } catch (error) {}
  const main = typeof process.argv[1] === 'string' ? process.argv[1] : '';
  const isOurs = main.startsWith(root + '/') && !main.includes('/node_modules/');
  const started = now();
  const files = {};

  function record(kind, value) {
    try {
      if (files[kind] === undefined) files[kind] = openSync(dir + '/' + kind + '-' + started + '-' + process.pid + '-' + thread + '.jsonl', 'a');
      const buffer = Buffer.from(JSON.stringify(value) + '\n');
      for (let at = 0; at < buffer.length; ) at += writeSync(files[kind], buffer, at);
    } catch (error) {}
  }

  function clip(text, max) {
    return text.length > max ? text.slice(0, max) + ' …' : text;
  }

  function show(value) {
    try { return clip(util.inspect(value, { depth: 5, breakLength: 100, maxArrayLength: 100, maxStringLength: 2000 }), 4000); } catch (error) { return '(cannot be shown)'; }
  }

  function describe(error, depth) {
    const described = { name: null, message: null, stack: null, code: null, expected: null, actual: null };
    try {
      if (error === null || (typeof error !== 'object' && typeof error !== 'function')) {
        described.message = typeof error === 'string' ? clip(error, 8000) : show(error);
        return described;
      }
      const name = error.name;
      if (typeof name === 'string') described.name = name;
      described.message = clip(typeof error.message === 'string' ? error.message : show(error), 8000);
      if (typeof error.stack === 'string') described.stack = clip(error.stack, 16000);
      if (typeof error.code === 'string') described.code = error.code;
      if ('expected' in error && error.expected !== undefined || 'actual' in error && error.actual !== undefined) {
        described.expected = show(error.expected);
        described.actual = show(error.actual);
      }
      if (error.cause && error.cause.stack && !(depth > 2)) {
        const cause = describe(error.cause, (depth || 0) + 1);
        described.stack = clip((described.stack || '') + '\nCaused by: ' + cause.stack, 24000);
      }
    } catch (thrown) {}
    return described;
  }

  // ---- code executed by each test: V8's precise block coverage, taken at the boundaries of tests ----
  const cover = { on: false, begin() {}, end() {}, flush() {} };

  function startCoverage() {
    const inspector = require('inspector');
    const session = new inspector.Session();
    session.connect();
    const post = (method, params) => {
      let answer = null;
      session.post(method, params, (error, result) => { answer = error ? null : result; });
      return answer;
    };
    post('Profiler.enable');
    if (post('Profiler.startPreciseCoverage', { callCount: true, detailed: true }) === null) return;
    const paths = new Map();
    const wanted = (url) => {
      let path = paths.get(url);
      if (path === undefined) {
        path = null;
        try {
          const file = url.startsWith('file:') ? fileURLToPath(url.replace(/[?#].*$/, '')) : url.replace(/\?.*$/, '');
          if (file.startsWith(root + '/') && !file.includes('/node_modules/')) path = file;
        } catch (error) {}
        paths.set(url, path);
      }
      return path;
    };

    // The innermost range decides; ranges of V8 nest and come in no order across functions.
    const executed = (functions) => {
      const ranges = [];
      for (const one of functions) for (const range of one.ranges) ranges.push(range);
      ranges.sort((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset);
      const runs = [];
      const open = [];
      let at = 0;
      const advance = (to) => {
        if (to > at && open.length > 0 && open[open.length - 1].count > 0) {
          const last = runs.length - 1;
          if (last > 0 && runs[last] === at) runs[last] = to;
          else runs.push(at, to);
        }
        if (to > at) at = to;
      };
      for (const range of ranges) {
        while (open.length > 0 && open[open.length - 1].endOffset <= range.startOffset) advance(open.pop().endOffset);
        advance(range.startOffset);
        open.push(range);
      }
      while (open.length > 0) {
        advance(open[open.length - 1].endOffset);
        open.pop();
      }
      return runs;
    };

    const sources = new Map();
    const take = () => {
      const answer = post('Profiler.takePreciseCoverage');
      const taken = [];
      if (answer === null) return taken;
      for (const script of answer.result) {
        const path = wanted(script.url);
        if (path === null) continue;
        const runs = executed(script.functions);
        if (runs.length === 0) continue;
        sources.set(script.scriptId, path);
        taken.push([script.scriptId, path, runs]);
      }
      return taken;
    };

    const active = [];
    const loaded = [];
    const boundary = () => {
      const taken = take();
      if (taken.length === 0) return;
      (active.length === 0 ? loaded : active[active.length - 1].taken).push(...taken);
    };
    const flush = (test) => record('coverage', { e: 'covered', file: test.file, path: test.path, runner: test.runner, scripts: test.taken });
    cover.on = true;
    cover.begin = (test) => {
      try {
        boundary();
        active.push({ file: test.file, path: test.path, runner: test.runner, taken: [] });
      } catch (error) {}
    };
    cover.end = (test) => {
      try {
        const label = test.path.join('\n');
        for (let at = active.length - 1; at >= 0; at -= 1) {
          if (active[at].path.join('\n') !== label) continue;
          boundary();
          flush(active[at]);
          active.splice(at, 1);
          return;
        }
      } catch (error) {}
    };

    // What a loader has changed has other offsets than the file: its text is handed over with the source map in it.
    const handedOver = new Map();
    const handOverSources = () => {
      if (sources.size === 0) return;
      post('Debugger.enable');
      for (const [id, path] of sources) {
        const answer = post('Debugger.getScriptSource', { scriptId: id });
        const text = answer === null ? null : answer.scriptSource;
        if (typeof text !== 'string' || text.length > 4e6) continue;
        let disk = null;
        try { disk = fs.readFileSync(path, 'utf8'); } catch (error) {}
        if (disk !== null && disk.replace(/^\uFEFF/, '').replace(/^#!/, '//') === text.replace(/^#!/, '//')) continue;
        const known = handedOver.get(path);
        if (known !== undefined && known.text === text) record('coverage', { e: 'source', script: id, path: path, same: known.id });
        else {
          handedOver.set(path, { id: id, text: text });
          record('coverage', { e: 'source', script: id, path: path, text: text });
        }
      }
      post('Debugger.disable');
      sources.clear();
    };
    // The end of a test file: what was loaded for it belongs to its tests alone.
    cover.flush = (file) => {
      try {
        boundary();
        for (const test of active) flush(test);
        active.length = 0;
        record('coverage', { e: 'loaded', file: file, scripts: loaded });
        loaded.length = 0;
        handOverSources();
      } catch (error) {}
    };
    let finished = false;
    const finish = () => {
      if (finished) return;
      finished = true;
      cover.flush(main);
    };
    process.on('exit', finish);
  }

  try { if (process.env.REGREEN_PROBE_COVERAGE) startCoverage(); } catch (error) {}

  // ---- tape: the file a test lies in, and its assertions as values ----
  let current = null;
  const places = new WeakMap();

  function callSite() {
    const lines = String(new Error().stack).split('\n').slice(2);
    for (const line of lines) {
      const match = /(?:\(|at (?:async )?)((?:file:\/\/)?\/[^()]*?):(\d+):\d+\)?$/.exec(line);
      if (match === null || match[1].includes('/node_modules/') || match[1] === __filename) continue;
      return { file: match[1], line: Number(match[2]) };
    }
    return { file: null, line: null };
  }

  function pathOf(test) {
    const place = places.get(test);
    const name = typeof test.name === 'string' ? test.name : '(anonymous)';
    return place && place.parent ? pathOf(place.parent).concat(name) : [name];
  }

  function fileOf(test) {
    const place = places.get(test);
    return place && place.parent ? fileOf(place.parent) || place.file : place ? place.file : null;
  }

  function onTapeEvent(test, event, value) {
    if (event === 'test') {
      const place = places.get(value);
      if (place) place.parent = test;
    } else if ((event === 'prerun' || event === 'run') && !places.get(test).begun) {
      places.get(test).begun = true;
      current = test;
      if (cover.on) cover.begin({ runner: 'tape', file: fileOf(test), path: pathOf(test) });
    } else if (event === 'result' && value !== null && typeof value === 'object') {
      const status = value.skip ? 'skipped' : value.todo ? (value.ok ? 'passed' : 'todo') : value.ok ? 'passed' : 'failed';
      let error = null;
      if (status === 'failed') {
        error = describe(value.error === undefined ? value.name : value.error);
        if ('expected' in value || 'actual' in value) {
          error.expected = show(value.expected);
          error.actual = show(value.actual);
        }
      }
      record('events', { e: 'result', runner: 'tape', file: fileOf(test) || (typeof value.file === 'string' ? value.file : null), path: pathOf(test).concat(String(value.name)), status: status, line: typeof value.line === 'number' ? value.line : places.get(test).line, error: error });
    } else if (event === 'end') {
      if (cover.on) cover.end({ path: pathOf(test) });
      if (test._skip) record('events', { e: 'result', runner: 'tape', file: fileOf(test), path: pathOf(test), status: 'skipped', line: places.get(test).line, error: null });
      const place = places.get(test);
      current = (place && place.parent) || null;
    }
  }

  const wrapped = new WeakMap();
  function wrapTape(Test) {
    if (typeof Test !== 'function' || !Test.prototype || typeof Test.prototype.emit !== 'function') return Test;
    if (wrapped.has(Test)) return wrapped.get(Test);
    const emit = Test.prototype.emit;
    Test.prototype.emit = function (event, value) {
      try { if (places.has(this)) onTapeEvent(this, event, value); } catch (error) {}
      return emit.apply(this, arguments);
    };
    // The constructor's own file makes subtests with the name it closes over, not with what it exports: those are met here.
    const method = Test.prototype.test;
    if (typeof method === 'function') {
      Test.prototype.test = function () {
        const before = this._progeny ? this._progeny.length : 0;
        const site = callSite();
        const own = this.emit;
        const parent = this;
        this.emit = function (event, value) {
          try {
            if (event === 'test' && !places.has(value)) places.set(value, { file: site.file, line: site.line, parent: parent });
          } catch (error) {}
          return own.apply(this, arguments);
        };
        try { return method.apply(this, arguments); } finally { if (own === Test.prototype.emit) delete this.emit; else this.emit = own; }
      };
    }
    const proxy = new Proxy(Test, {
      construct(target, args, newTarget) {
        const made = Reflect.construct(target, args, newTarget === proxy ? target : newTarget);
        try { if (!places.has(made)) { const site = callSite(); places.set(made, { file: site.file, line: site.line, parent: null }); } } catch (error) {}
        return made;
      },
    });
    wrapped.set(Test, proxy);
    return proxy;
  }

  // ---- tap: boundaries of tests; what they found out is in the TAP that they print ----
  const tapDepths = [];
  function wrapTap(tap, depth, path) {
    if (tap === null || typeof tap !== 'object' || typeof tap.test !== 'function' || wrapped.has(tap)) return tap;
    wrapped.set(tap, tap);
    const test = tap.test;
    tap.test = function () {
      const args = Array.from(arguments);
      const at = args.findIndex((arg) => typeof arg === 'function');
      if (at >= 0) {
        const body = args[at];
        const own = path.concat(typeof args[0] === 'string' ? args[0] : body.name || '(anonymous)');
        args[at] = function (t) {
          try {
            while (tapDepths.length > depth) cover.end({ path: tapDepths.pop() });
            tapDepths.push(own);
            cover.begin({ runner: 'tap', file: main, path: own });
            wrapTap(t, depth + 1, own);
          } catch (error) {}
          return body.apply(this, arguments);
        };
      }
      return test.apply(this, args);
    };
    return tap;
  }

  try {
    const load = Module._load;
    Module._load = function (request, parent) {
      const exported = load.apply(this, arguments);
      try {
        if (typeof request === 'string' && /^\.\/lib\/test(?:\.js)?$/.test(request) && parent && /\/tape\/index\.js$/.test(parent.filename)) return wrapTape(exported);
        if (cover.on && typeof request === 'string' && (request === 'tap' || /\/node_modules\/tap\/[^/]*\/?tap\.c?js$/.test(request))) return wrapTap(exported, 0, []);
      } catch (error) {}
      return exported;
    };
  } catch (error) {}

  // ---- node:test: boundaries of tests, where the main file says that it uses it ----
  function coverNodeTest() {
    if (!isOurs || process.execArgv.includes('--test') || !/['"]node:test['"]/.test(fs.readFileSync(main, 'utf8'))) return;
    const runner = require('node:test');
    const depth = [];
    runner.beforeEach((context) => {
      const path = [String(context && context.name)];
      depth.push(path);
      cover.begin({ runner: 'node:test', file: main, path: path });
    });
    runner.afterEach((context) => {
      cover.end({ path: [String(context && context.name)] });
    });
  }
  try { if (cover.on && process.version && Number(process.versions.node.split('.')[0]) >= 20) coverNodeTest(); } catch (error) {}

  // ---- errors that end the process, and how it ended ----
  process.on('uncaughtExceptionMonitor', (error) => {
    const handled = process.listenerCount('uncaughtException') > 0;
    const test = current;
    record('events', { e: 'uncaught', main: main, file: test ? fileOf(test) : null, path: test ? pathOf(test) : null, handled: handled, error: describe(error) });
  });
  if (isOurs) process.on('exit', (code) => record('events', { e: 'exit', main: main, code: typeof code === 'number' ? code : 1 }));

  globalThis[key] = { record: (value) => record('events', value), describe: describe, cover: cover };
})();
`;
