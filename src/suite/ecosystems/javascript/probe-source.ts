// The program that is preloaded into every Node process of a test run (`NODE_OPTIONS=--require`). It is kept as text, so that it
// survives bundling, and written into the run's folder. It records what no reporter tells: errors that end a process, which file a
// test of tape lies in, and the code each test executed. It must never change what the tests do: whatever goes wrong in it is swallowed.
import { probeCoverageSource } from './probe-coverage.ts';
import { probeRunnerSource } from './probe-runner.ts';
import { probeTapeSource } from './probe-tape.ts';
import { beatSource } from './still.ts';

const start = String.raw`(function () {
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
  // Behind a program that is given as text stand its arguments.
  const isText = process.execArgv.some((option) => /^(?:-e|-p|-pe|--eval|--print)(?:=|$)/.test(option));
  const main = !isText && typeof process.argv[1] === 'string' ? process.argv[1] : '';
  const isOurs = main.startsWith(root + '/') && !main.includes('/node_modules/');
  const started = now();
  const files = {};

  function record(kind, value) {
    try {
      // A companion that runs the tests many times over takes the events itself.
      const shared = globalThis[key];
      if (shared && shared.sink && kind === 'events') return shared.sink(value);
      if (files[kind] === undefined) files[kind] = openSync(dir + '/' + kind + '-' + started + '-' + process.pid + '-' + thread + '.jsonl', 'a');
      const buffer = Buffer.from(JSON.stringify(value) + '\n');
      for (let at = 0; at < buffer.length; ) at += writeSync(files[kind], buffer, at);
    } catch (error) {}
  }

  // A file that was given nothing else can be started so again.
  const isAlone = isOurs && process.argv.length === 2 && process.execArgv.length === 0;
  const by = (isAlone && process.env.REGREEN_PROBE_BY) || null;
  if (isAlone) record('events', { e: 'alone', main: main, folder: process.cwd(), by: by });
  if (isOurs) process.env.REGREEN_PROBE_BY = main;

  // What is done when the process ends: behind its own listeners, for they may still set the code that it ends with, end it or throw.
  const atExit = [];
  let hasEnded = false;
  const leave = (code) => {
    hasEnded = true;
    try {
      const last = process.exitCode === undefined || process.exitCode === null ? code : process.exitCode;
      for (const each of atExit) each(Number.isInteger(Number(last)) ? Number(last) : 1);
    } catch (error) {}
  };
  const emit = process.emit;
  process.emit = function (name, code) {
    if (name !== 'exit') return emit.apply(this, arguments);
    let isOver = false;
    try {
      const answer = emit.apply(this, arguments);
      isOver = true;
      return answer;
    } finally { leave(isOver ? code : code || 1); }
  };
  const reallyExit = process.reallyExit;
  if (typeof reallyExit === 'function') process.reallyExit = function (code) {
    if (!hasEnded) leave(code);
    return reallyExit.apply(this, arguments);
  };

  function clip(text, max) {
    return text.length > max ? text.slice(0, max) + ' …' : text;
  }

  function show(value) {
    try { return clip(util.inspect(value, { depth: 5, breakLength: 100, maxArrayLength: 100, maxStringLength: 2000 }), 4000); } catch (error) { return '(cannot be shown)'; }
  }

  // Node prints where a file cannot be parsed, but does not write it into the error.
  const unparsed = new WeakMap();
  const compile = Module.prototype._compile;
  if (typeof compile === 'function') Module.prototype._compile = function (content, filename) {
    try { return compile.apply(this, arguments); } catch (error) {
      try { if (error !== null && typeof error === 'object' && error.name === 'SyntaxError' && !unparsed.has(error)) noteUnparsed(error, content, filename); } catch (failure) {}
      throw error;
    }
  };

  function noteUnparsed(error, content, filename) {
    try {
      new (require('vm').Script)('(function (exports, require, module, __filename, __dirname) { ' + content.replace(/^#!.*/, '') + '\n})', { filename: filename });
    } catch (again) {
      const place = String(again.stack).split('\n', 1)[0];
      if (place.startsWith(filename + ':')) unparsed.set(error, place);
    }
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
      if (typeof error.stack === 'string') described.stack = clip((unparsed.has(error) ? unparsed.get(error) + '\n' : '') + error.stack, 16000);
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

`;

const end = String.raw`  // ---- errors that end the process, and how it ended ----
  process.on('uncaughtExceptionMonitor', (error) => {
    const handled = process.listenerCount('uncaughtException') > 0;
    const test = current;
    record('events', { e: 'uncaught', main: main, file: test ? fileOf(test) : null, path: test ? pathOf(test) : null, handled: handled, error: describe(error), by: by });
    if (handled && !test) cover.crashed();
  });
  if (isOurs) atExit.push((code) => record('events', { e: 'exit', main: main, code: code, by: by }));

  globalThis[key] = { record: (value) => record('events', value), describe: describe, cover: cover, ava: onAvaMessage };
  // Contexts of their own have other globals and the same process.
  try { Object.defineProperty(process, key, { value: globalThis[key], configurable: true }); } catch (error) {}
})();
`;

/**
 * CommonJS, for Node 14 and newer, with its settings in it, because task runners pass few variables on. Measures code when
 * `REGREEN_PROBE_COVERAGE` is set, and says that its event loop turns when `REGREEN_PROBE_BEAT` is; adds reports to runners that have none when
 * `REGREEN_PROBE_INJECT` is.
 */
export function probeSource(settings: Readonly<Record<string, string>>): string {
  const given = `'use strict';\nfor (const [name, value] of Object.entries(${JSON.stringify(settings)})) process.env[name] = value;\n`;
  return given + start + probeCoverageSource + probeTapeSource + probeRunnerSource + beatSource + end;
}
