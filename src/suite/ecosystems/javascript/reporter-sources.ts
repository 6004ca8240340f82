// Reporters for runners whose own reports come too late (after a crash or a hang there is none) or say too little. They write one line
// of JSON an event through the preloaded probe, and something readable to standard output. Kept as text, as the probe is.

/** Mocha 2 and newer. */
export const mochaReporterSource = String.raw`'use strict';
const probe = globalThis[Symbol.for('regreen.probe')];
let count = 0;
const numbers = new WeakMap();

function pathOf(test) {
  if (typeof test.titlePath === 'function') return test.titlePath().map(String);
  const path = [];
  for (let node = test; node; node = node.parent) if (node.title) path.unshift(String(node.title));
  return path;
}

function fileOf(test) {
  for (let node = test; node; node = node.parent) if (typeof node.file === 'string') return node.file;
  if (test.ctx && test.ctx.currentTest && test.ctx.currentTest !== test) return fileOf(test.ctx.currentTest);
  return null;
}

function numberOf(test) {
  if (!numbers.has(test)) numbers.set(test, (count += 1));
  return numbers.get(test);
}

module.exports = function Reporter(runner) {
  let running = null;
  // Where somebody listens to the events, nobody reads what is printed.
  const print = (text) => { if (!probe || !probe.sink) console.log(text()); };
  const totals = { passed: 0, failed: 0, pending: 0 };
  const write = (test, status, error) => {
    if (!probe) return;
    probe.record({
      e: 'result', runner: 'mocha', test: numberOf(test), file: fileOf(test), path: pathOf(test), status: status, hook: test.type === 'hook',
      seconds: typeof test.duration === 'number' ? test.duration / 1000 : null, error: error === undefined ? null : probe.describe(error),
    });
  };
  const done = () => {
    if (probe && running !== null) probe.cover.end({ path: pathOf(running) });
    running = null;
  };
  runner.on('test', (test) => {
    if (!probe) return;
    done();
    running = test;
    probe.record({ e: 'begin', runner: 'mocha', file: fileOf(test), path: pathOf(test) });
    probe.cover.begin({ runner: 'mocha', file: fileOf(test), path: pathOf(test) });
  });
  runner.on('test end', done);
  runner.on('pass', (test) => {
    totals.passed += 1;
    write(test, 'passed');
    print(() => '  ✓ ' + pathOf(test).join(' > '));
  });
  runner.on('pending', (test) => {
    totals.pending += 1;
    write(test, 'skipped');
    print(() => '  - ' + pathOf(test).join(' > '));
  });
  runner.on('fail', (test, error) => {
    totals.failed += 1;
    write(test, 'failed', error === undefined ? test.err : error);
    print(() => '  ✗ ' + pathOf(test).join(' > ') + '\n    ' + String((error && (error.stack || error.message)) || error).split('\n').join('\n    '));
  });
  runner.on('end', () => {
    print(() => '\n' + totals.passed + ' passing, ' + totals.failed + ' failing, ' + totals.pending + ' pending');
    if (probe) probe.record({ e: 'done', runner: 'mocha' });
  });
};
`;

/** node:test of Node 20 and newer (18.15 knows such reporters too). */
export const nodeReporterSource = String.raw`
const probe = globalThis[Symbol.for('regreen.probe')];

export default async function* report(source) {
  let path = [];
  for await (const { type, data } of source) {
    try {
      if (type === 'test:start') {
        path = path.slice(0, data.nesting);
        path[data.nesting] = data.name;
      } else if (type === 'test:pass' || type === 'test:fail') {
        const full = [...path.slice(0, data.nesting), data.name];
        const details = data.details || {};
        const failure = details.error;
        const error = failure && failure.cause instanceof Error ? failure.cause : failure;
        const status = data.todo !== undefined && data.todo !== false ? 'todo' : data.skip !== undefined && data.skip !== false ? 'skipped' : type === 'test:pass' ? 'passed' : 'failed';
        if (probe) {
          probe.record({
            e: 'result', runner: 'node:test', file: data.entryFile || data.file || null, path: full, status, line: typeof data.line === 'number' ? data.line : null,
            suite: details.type === 'suite', seconds: typeof details.duration_ms === 'number' ? details.duration_ms / 1000 : null,
            error: error === undefined || error === null ? null : probe.describe(error), failureType: (failure && failure.failureType) || null,
          });
        }
        if (status === 'failed') yield 'not ok - ' + full.join(' > ') + '\n' + String((error && (error.stack || error.message)) || error) + '\n';
        else yield (status === 'passed' ? 'ok - ' : status + ' - ') + full.join(' > ') + '\n';
      } else if (type === 'test:stdout' || type === 'test:stderr') {
        if (probe) probe.record({ e: 'output', file: data.entryFile || data.file || null, stream: type === 'test:stdout' ? 'out' : 'err', text: String(data.message).slice(0, 100000) });
        yield String(data.message);
      } else if (type === 'test:diagnostic' && data.nesting === 0) yield '# ' + data.message + '\n';
    } catch (error) {}
  }
  if (probe) probe.record({ e: 'done', runner: 'node:test' });
}
`;

/** Jasmine 3.7 and newer. */
export const jasmineReporterSource = String.raw`'use strict';
const probe = globalThis[Symbol.for('regreen.probe')];
const statuses = { passed: 'passed', failed: 'failed', pending: 'skipped', excluded: 'skipped', disabled: 'skipped' };

function errorOf(expectations) {
  const first = expectations[0] || {};
  const message = expectations.map((one) => String(one.message)).join('\n');
  const sentence = /^Expected (.+?) (?:not )?to (?:be|equal)(?: [a-z ]+)? (.+?)\.?$/s.exec(String(first.message));
  return {
    name: null, message, stack: typeof first.stack === 'string' ? first.stack : null, code: null,
    expected: sentence === null ? null : sentence[2], actual: sentence === null ? null : sentence[1],
  };
}

module.exports = class Reporter {
  constructor() {
    this.paths = new Map();
    this.open = [];
    this.failed = 0;
    this.ran = 0;
    this.namesakes = new Map();
  }
  // Specs of one name are numbered as they are told: in the order they are written in, whatever order they run in.
  jasmineStarted() {
    const byPath = new Map();
    const visit = (suite, path) => {
      for (const child of suite.children || []) {
        const own = path.concat(String(child.description));
        if (child.children) visit(child, own);
        else byPath.set(own.join('\n'), (byPath.get(own.join('\n')) || []).concat(child.id));
      }
    };
    try { visit(globalThis.jasmine.getEnv().topSuite(), []); } catch (error) { return; }
    for (const ids of byPath.values()) {
      if (ids.length < 2) continue;
      const group = { left: ids.length, writes: new Map(ids.map((id) => [id, () => {}])) };
      for (const id of ids) this.namesakes.set(id, group);
    }
  }
  inOrder(id, write) {
    const group = this.namesakes.get(id);
    if (group === undefined) return write();
    group.writes.set(id, write);
    group.left -= 1;
    if (group.left === 0) for (const each of group.writes.values()) each();
  }
  parentPath(result) {
    const id = result.parentSuiteId === undefined ? this.open[this.open.length - 1] : result.parentSuiteId;
    return this.paths.get(id) || [];
  }
  write(file, path, status, error, seconds) {
    if (status === 'failed') this.failed += 1;
    console.log((status === 'failed' ? '  ✗ ' : status === 'passed' ? '  ✓ ' : '  - ') + path.join(' > ') + (error ? '\n' + error.message + '\n' + error.stack : ''));
    if (probe) probe.record({ e: 'result', runner: 'jasmine', file: file || null, path, status, error: error || null, seconds });
  }
  suiteStarted(result) {
    this.paths.set(result.id, this.parentPath(result).concat(String(result.description)));
    this.open.push(result.id);
  }
  specStarted(result) {
    if (!probe) return;
    const path = this.parentPath(result).concat(String(result.description));
    probe.record({ e: 'begin', runner: 'jasmine', file: result.filename || null, path });
    probe.cover.begin({ runner: 'jasmine', file: result.filename || null, path });
  }
  specDone(result) {
    this.ran += 1;
    const status = statuses[result.status] || 'failed';
    const failures = result.failedExpectations || [];
    const path = this.parentPath(result).concat(String(result.description));
    if (probe) probe.cover.end({ path });
    const seconds = typeof result.duration === 'number' ? result.duration / 1000 : null;
    this.inOrder(result.id, () => this.write(result.filename, path, status, status === 'failed' ? errorOf(failures) : null, seconds));
  }
  suiteDone(result) {
    this.open = this.open.filter((id) => id !== result.id);
    const failures = result.failedExpectations || [];
    if (failures.length > 0) this.write(result.filename, (this.paths.get(result.id) || []).concat('"after all" hook'), 'failed', errorOf(failures), null);
  }
  jasmineDone(result) {
    for (const group of new Set(this.namesakes.values())) if (group.left > 0) for (const each of group.writes.values()) each();
    for (const failure of (result && result.failedExpectations) || []) {
      const place = /(?:\(|at )((?:file:\/\/)?\/(?:(?!node_modules)[^():])+):\d+/.exec(String(failure.stack));
      this.write(failure.filename || (place === null ? null : place[1]), ['(file)'], 'failed', errorOf([failure]), null);
    }
    console.log('\n' + this.ran + ' specs, ' + this.failed + ' failures');
    if (probe) probe.record({ e: 'done', runner: 'jasmine' });
  }
};
`;
