// The part of the probe that measures which code each test executes, with V8's precise block coverage. Part of the text in probe-source.ts.
export const probeCoverageSource = String.raw`
  // ---- code executed by each test: V8's precise block coverage, taken at the boundaries of tests ----
  const cover = { on: false, begin() {}, end() {}, loaded() {}, since() {}, anew() {}, flush() {}, crashed() {} };

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
        while (open.length > 0 && open[open.length - 1].endOffset <= range.startOffset) {
          advance(open[open.length - 1].endOffset);
          open.pop();
        }
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

    // To look takes as long as many tests: of those that passed before some are enough, and what the others did is left out.
    const failing = JSON.parse(fs.readFileSync(dir + '/coverage.json', 'utf8'));
    const titleOf = (path) => path.map((part) => String(part).split(root + '/').join('').split(root).join('.').replace(/\s+/g, ' ').trim()).join(' > ');
    const isFailing = (title) => failing.some((one) => one.endsWith(title) || title.endsWith(one) || (one.length > 400 && title.startsWith(one.slice(0, 400))));
    const allOfFirst = 150;
    const oneOf = 8;
    const isMany = new Set(['mocha', 'jest', 'vitest', 'jasmine', 'ava', 'uvu']);
    const hashOf = (text) => { let hash = 0; for (let at = 0; at < text.length; at += 1) hash = (hash * 31 + text.charCodeAt(at)) >>> 0; return hash; };
    let tests = 0;
    const weightOf = ({ runner, path }) => {
      tests += 1;
      if (tests <= allOfFirst || failing.length === 0 || !isMany.has(runner) || isFailing(titleOf(path))) return 1;
      return hashOf(path.join('\n')) % oneOf === 0 ? oneOf : 0;
    };

    // A process that a test starts is told which one: what it executes is what the test does.
    const TEST = 'REGREEN_PROBE_TEST';
    const startedBy = process.env[TEST];
    const name = (test) => {
      if (test === undefined) delete process.env[TEST];
      else process.env[TEST] = JSON.stringify({ runner: test.runner, file: test.file, path: test.path });
    };

    const active = [];
    let hasBegun = false;
    // Since when nobody has looked, tests have run that are not measured.
    let passedOver = false;
    const loaded = [];
    const boundary = () => {
      if (passedOver) {
        passedOver = false;
        post('Profiler.takePreciseCoverage');
        return;
      }
      const taken = take();
      if (taken.length === 0) return;
      (active.length === 0 ? loaded : active[active.length - 1].taken).push(...taken);
    };
    const flush = (test) => record('coverage', { e: 'covered', file: test.file, path: test.path, runner: test.runner, scripts: test.taken, weight: test.weight });
    cover.on = true;
    cover.begin = (test) => {
      try {
        // Between two tests nothing but hooks and reporters run: looking twice would double the cost.
        // Tests side by side are not told apart.
        const weight = weightOf(test) || (active.length > 0 ? 1 : 0);
        if (active.length > 0 || !hasBegun || (weight > 0 && passedOver)) boundary();
        hasBegun = true;
        if (weight > 0) {
          active.push({ file: test.file, path: test.path, runner: test.runner, weight: weight, taken: [] });
          name(test);
        } else passedOver = true;
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
          name(active[active.length - 1]);
          return;
        }
      } catch (error) {}
    };

    // Where tests are only heard of when they have ended, and run one after the other: theirs is what ran since the one before.
    let toldOf = null;
    cover.loaded = () => {
      try {
        if (!hasBegun) boundary();
        hasBegun = true;
      } catch (error) {}
    };
    let upcoming = 1;
    cover.since = (test, next) => {
      try {
        toldOf = test.file;
        const weight = upcoming;
        if (weight > 0) flush({ file: test.file, path: test.path, runner: test.runner, weight: weight, taken: take() });
        upcoming = next === null ? 1 : weightOf({ runner: test.runner, path: next });
        if (weight === 0 && upcoming > 0) post('Profiler.takePreciseCoverage');
      } catch (error) {}
    };

    // Whatever comes next is measured.
    cover.anew = () => {
      if (upcoming === 0) post('Profiler.takePreciseCoverage');
      upcoming = 1;
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
    // The end of a test file: what was loaded for it belongs to its tests alone. A process has a code that it ends with.
    cover.flush = (file, code) => {
      try {
        boundary();
        for (const test of active) flush(test);
        active.length = 0;
        if (startedBy !== undefined && !hasBegun && toldOf === null) {
          const test = JSON.parse(startedBy);
          record('coverage', { e: 'within', file: test.file, path: test.path, runner: test.runner, scripts: loaded });
        } else record('coverage', { e: 'loaded', file: file, scripts: loaded, code: code });
        loaded.length = 0;
        hasBegun = false;
        handOverSources();
      } catch (error) {}
    };
    let finished = false;
    atExit.push((code) => {
      if (finished) return;
      finished = true;
      cover.flush(toldOf || main, code);
    });
    // Whoever handles an error of no test may end the process with another one: then nobody hears that it ends.
    cover.crashed = () => {
      if (isOurs && !hasBegun && toldOf === null) cover.flush(main, 1);
    };
  }

  try { if (process.env.REGREEN_PROBE_COVERAGE) startCoverage(); } catch (error) {}
  // ---- node:test: boundaries of tests, where the main file says that it uses it, or was given its reporter as what it loads does ----
  function coverNodeTest() {
    if (!isOurs || process.execArgv.includes('--test')) return;
    const isTold = process.execArgv.some((arg) => arg.includes(dir + '/node-reporter.mjs'));
    if (!isTold && !/['"]node:test['"]/.test(fs.readFileSync(main, 'utf8'))) return;
    const runner = require('node:test');
    runner.beforeEach((context) => {
      const path = [String(context && context.name)];
      cover.begin({ runner: 'node:test', file: (context && context.filePath) || main, path: path });
    });
    runner.afterEach((context) => {
      cover.end({ path: [String(context && context.name)] });
    });
  }
  try { if (cover.on && process.version && Number(process.versions.node.split('.')[0]) >= 20) coverNodeTest(); } catch (error) {}

`;
