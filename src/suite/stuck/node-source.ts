/**
 * Preloaded into each process of Node: a thread looks whether the event loop still turns. Where it has stood still for fifteen seconds, the
 * inspector lets it run on out of one call after the other, up to the one that is not left for three seconds; its stack goes into a file of
 * the folder named by REGREEN_STUCK_DIR. Kept as text.
 */
export const nodeWatchSource = String.raw`'use strict';
const { Worker, isMainThread } = require('node:worker_threads');
const watch = ${'`'}
  const { workerData } = require('node:worker_threads');
  const { Session } = require('node:inspector');
  const { renameSync, writeFileSync } = require('node:fs');
  const stepMs = 500;
  const stillSteps = 30;
  const mostCalls = 300;
  const leaveMs = 3000;
  let seen = -1;
  let still = 0;
  // It also keeps this thread alive while the inspector is asked.
  setInterval(() => {
    const turns = Atomics.load(workerData.turns, 0);
    still = turns === seen ? still + 1 : 0;
    seen = turns;
    if (still === stillSteps) look();
  }, stepMs);

  function look() {
    const session = new Session();
    session.connectToMainThread();
    const scripts = new Map();
    let calls = 0;
    let waiting = null;
    session.on('Debugger.scriptParsed', ({ params }) => scripts.set(params.scriptId, { url: params.url, map: params.sourceMapURL || '' }));
    session.on('Debugger.paused', ({ params }) => {
      clearTimeout(waiting);
      const say = () => {
        session.disconnect();
        const frames = params.callFrames.slice(0, 200).map(({ functionName, location }) => {
          const { url, map } = scripts.get(location.scriptId) || { url: '', map: '' };
          return { name: functionName, file: url, map: map, line: location.lineNumber + 1, column: (location.columnNumber || 0) + 1 };
        });
        writeFileSync(workerData.file + '.part', JSON.stringify(frames));
        renameSync(workerData.file + '.part', workerData.file);
      };
      calls += 1;
      if (calls > mostCalls) return say();
      waiting = setTimeout(say, leaveMs);
      session.post('Debugger.stepOut');
    });
    session.post('Debugger.enable', () => session.post('Debugger.pause'));
  }
${'`'};
if (isMainThread && process.env.REGREEN_STUCK_DIR) {
  const turns = new Int32Array(new SharedArrayBuffer(4));
  setInterval(() => Atomics.add(turns, 0, 1), 100).unref();
  const file = process.env.REGREEN_STUCK_DIR + '/stuck-' + process.pid + '.json';
  new Worker(watch, { eval: true, execArgv: [], env: {}, workerData: { turns, file } }).unref();
}
`;
