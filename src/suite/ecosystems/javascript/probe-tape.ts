// The part of the probe that knows tape and tap. Part of the text in probe-source.ts.
export const probeTapeSource = String.raw`
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

`;
