// The warm worker: a program preloaded into the runner's process. It takes the process over where the runner would run its tests, and
// runs them again for each candidate, in a module graph of its own each time. Kept as text, as the suite's probe is. Nothing it says is
// trusted: it shares its process with the repository's code.

/** Start of the worker: files in, results out. */
export const coreSource = String.raw`'use strict';
(function () {
  const dir = process.env.REGREEN_TRIAL_DIR;
  const root = process.env.REGREEN_TRIAL_ROOT;
  const probe = globalThis[Symbol.for('regreen.probe')];
  // Threads, that of Node's module hooks among them, are part of the process that is taken over.
  if (!dir || !root || !probe || !require('worker_threads').isMainThread) return;
  const fs = require('fs');
  const Module = require('module');
  const path = require('path');
  const { pathToFileURL, fileURLToPath } = require('url');
  const { openSync, writeSync, readFileSync, writeFileSync, statSync, unlinkSync, mkdirSync, closeSync, realpathSync, utimesSync } = fs;
  const { stringify, parse } = JSON;
  const wait = Atomics.wait;
  const cell = new Int32Array(new SharedArrayBuffer(4));
  const later = setImmediate;
  const timeout = setTimeout;
  const cpu = process.cpuUsage.bind(process);
  const now = performance.now.bind(performance);
  const say = process.stderr.write.bind(process.stderr);
  const resources = typeof process.getActiveResourcesInfo === 'function' ? process.getActiveResourcesInfo.bind(process) : () => [];
  const handles = typeof process._getActiveHandles === 'function' ? process._getActiveHandles.bind(process) : () => [];
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
    const line = untold + stringify(value);
    untold = '';
    tellLine(line);
  }
  function tellLine(line) {
    const buffer = Buffer.from(line + '\n');
    for (let at = 0; at < buffer.length; ) at += writeSync(results, buffer, at);
  }

  // What a candidate ended as is told together with the beginning of the next: each message costs as much as a small test.
  let untold = '';
  function begin(id) {
    const line = untold + '{"begin":' + id + '}';
    untold = '';
    tellLine(line);
  }
  function done(value) { untold += stringify(value) + '\n'; }

  // Where an error was caught by nobody, somebody may wait in vain from then on: it is told at once, once a run.
  let hasFallen = false;
  function fall() {
    if (!hearing || hasFallen || results === null) return;
    hasFallen = true;
    tell({ fell: true });
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

  // ---- what a candidate makes of the files: on disk where child processes and readers see it, in memory where only modules do ----
  const originals = new Map();
  let changed = new Map();
  let written = new Set();
  // By name: 'nothing' of the tests sees the file, only the loader of 'modules' does, or others read the 'disk'.
  const reach = new Map();
  // A text with many candidates in it, and the one that is meant; null when each file is as it stands.
  let active = null;

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

  // Loaders that compile know a text by the time of its file, and more than one may be written within what the clock tells apart.
  let writes = 0;
  const begun = Date.now();
  function put(file, text) {
    if (text === null) { try { unlinkSync(file); } catch (error) {} return; }
    try { writeFileSync(file, text); } catch (error) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    writes += 1;
    const time = new Date(begun + 1000 * writes);
    utimesSync(file, time, time);
  }

  function apply(files) {
    const next = new Map();
    const onDisk = new Map();
    for (const [name, replacements] of files) {
      const file = root + '/' + name;
      const original = originalOf(file);
      const text = textOf(original || '', replacements);
      next.set(file, text);
      if (reach.get(name) !== 'modules' || original === null || text === null) onDisk.set(file, text);
    }
    for (const file of written) if (!onDisk.has(file)) put(file, originals.get(file));
    for (const [file, text] of onDisk) put(file, text);
    written = new Set(onDisk.keys());
    changed = next;
    active = null;
  }

  /** What the loader gets in place of what is on disk; null where that is what it should get. */
  function inMemory(file) {
    if (active !== null && active.version.file === file) return active.version.text;
    if (written.has(file)) return changed.has(file) ? null : originals.get(file);
    return changed.has(file) ? changed.get(file) : null;
  }

  // ---- what a run tells, less what differs from time to time ----
  const canary = 'regreen canary';
  let heard = [];
  let hearing = false;
  let deaf = false;
  const numbers = new Map();
  let canaryHeard = false;
  // In which words tests failed, less where.
  let words = '';
  let deep = false;
  const query = /\?regreen=\d+/g;
  const clean = (text) => (typeof text === 'string' ? text.replace(query, '') : text);
  // Of runners whose tests are known by what they print.
  const mostPrinted = 16 * 1024 * 1024;
  const colours = /\u001b\[[0-9;]*m/g;
  const linesOf = (text) => clean(text.replace(colours, '')).split('\n');
  function hearPrinted(text) {
    if (text.includes(canary)) canaryHeard = true;
    if (text.includes('call stack size')) deep = true;
  }
  // How vitest, jest and mocha say it.
  const timedOut = /(?:timed out in|timeout of) (\d+) ?ms\b/i;
  /** Milliseconds that the tests of this run were waited for which came to no end. */
  let waitedMs = 0;
  /**
   * The longest that a test may take, in milliseconds, after a run of all tests that took this long: one that takes many times as much
   * has no end, and waiting for its own limit would take seconds, with a test that is red for that, seconds for each candidate.
   */
  const longestAfter = (tookMs) => Math.max(waitedMs > 0 ? 500 : 1000, 10 * (tookMs - waitedMs));
  function hear(event) {
    try {
      if (!hearing || deaf || event === null || typeof event !== 'object') return;
      const error = event.error;
      if (error && (String(error.message).includes(canary) || String(error.stack).includes(canary))) canaryHeard = true;
      if (error && String(error.message).includes('call stack size')) deep = true;
      if (event.e === 'uncaught') fall();
      if (event.e === 'uncaught') heard.push({ e: 'uncaught', main: clean(event.main), file: clean(event.file), path: event.path, handled: event.handled, error: {} });
      if (event.e !== 'result') return;
      beginTest();
      if (event.status === 'failed' && error) {
        const said = String(error.message).split(/\n\s+at /)[0].slice(0, 300);
        const limit = timedOut.exec(said);
        if (limit !== null) waitedMs += Number(limit[1]);
        words += (limit === null ? said : said.replace(limit[0], 'timeout')) + '\n';
      }
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
