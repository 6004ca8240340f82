import { avaEntry } from '../../suite/index.ts';
import { jasmineEntry } from './jasmine-source.ts';
import { uvuEntry } from './uvu-source.ts';

/** End of the worker: the loop over batches, and where the process is taken over. */
export const loopSource = String.raw`
  // ---- one run ----
  let silent = null;
  function silence() {
    silent = [process.stdout.write, process.stderr.write];
    const write = (stream) => function (chunk, encoding, done) {
      if (overhear !== null) overhear(stream, typeof chunk === 'string' ? chunk : String(Buffer.from(chunk)));
      const callback = typeof encoding === 'function' ? encoding : done;
      if (typeof callback === 'function') process.nextTick(callback);
      return true;
    };
    process.stdout.write = write('out');
    process.stderr.write = write('err');
  }
  /** Takes what is printed, as long as the run has not ended; null where nobody listens. */
  let overhear = null;

  async function once(drive, stays) {
    heard = [];
    numbers.clear();
    canaryHeard = false;
    deep = false;
    words = '';
    waitedMs = 0;
    syntaxError = null;
    exitCode = null;
    forgetRounds();
    tidy();
    if (!stays) {
      seeAll();
      forget();
      tellHooks();
    }
    globalThis[pickName] = active === null ? 0 : active.number;
    running = true;
    hearing = true;
    hasFallen = false;
    // One more that listens changes nothing where a runner does.
    const rejections = process.listenerCount('unhandledRejection') > 0 ? fall : null;
    if (rejections !== null) process.on('unhandledRejection', rejections);
    let code = 1;
    try { code = await drive(); } catch (error) { if (error !== exited) uncaught(error); }
    await pause();
    if (rejections !== null) process.off('unhandledRejection', rejections);
    hearing = false;
    ended = null;
    const events = heard;
    // A process of its own would have ended here: what goes on all the same must be over before the next run.
    for (let turn = 0; turn < 200 && resources().includes('Immediate'); turn += 1) await pause();
    let leak = restoreProcess(stays);
    if (leak === null && pending() > calm) {
      const calmDown = async () => {
        for (let turn = 0; turn < 20 && pending() > calm; turn += 1) await new Promise((resolve) => timeout(resolve, 1));
        return pending() <= calm;
      };
      if (!(await calmDown())) {
        closeNetwork();
        if (!(await calmDown())) leak = 'something is still open: ' + openNow();
      }
    }
    return { green: code === 0, outcome: stringify({ events: events, exitCode: code }), canary: canaryHeard, invalid: syntaxError, tooMany: tooMany, deep: deep, words: words, leak: leak };
  }

  // Counts and names that are made up go on from run to run.
  const withoutNumbers = (text) => text.replace(/[\w:«»-]*\d[\w:«»-]*/g, '0');
  const wordsOf = ({ words }) => withoutNumbers(words);

  // Outcomes repeat: each is told once, and by its number from then on.
  const outcomes = new Map();
  function numberOf(outcome) {
    if (outcomes.has(outcome)) return outcomes.get(outcome);
    const number = outcomes.size;
    outcomes.set(outcome, number);
    tell({ outcome: number, said: parse(outcome) });
    return number;
  }

  /** What a run tells when a file's text throws: on disk, in memory, or both. */
  async function canaryRun(drive, name, onDisk, inMemory) {
    const file = root + '/' + name;
    const text = 'throw new Error("' + canary + '");\n';
    reach.set(name, inMemory && !onDisk ? 'modules' : 'disk');
    apply(inMemory ? [[name, text]] : []);
    if (onDisk && !inMemory) {
      put(file, text);
      written.add(file);
    }
    return once(drive);
  }

  /** What of the tests sees the text of a file. */
  async function reachOf(drive, name, original) {
    if (reach.has(name)) return reach.get(name);
    const file = root + '/' + name;
    let found = 'nothing';
    if (!boot.has(file)) {
      const shows = (run) => run.canary || run.outcome !== original;
      const inModules = originalOf(file) !== null && shows(await canaryRun(drive, name, false, true));
      if (inModules) found = shows(await canaryRun(drive, name, true, false)) ? 'disk' : 'modules';
      else if (shows(await canaryRun(drive, name, true, true))) found = 'disk';
    }
    apply([]);
    reach.set(name, found);
    return found;
  }

  /** Whether the tests load what is built of a file. What others read as well, child processes perhaps, stays as it lies on disk. */
  async function reachBuilt(drive, name, original) {
    if (builds.has(name) || unbuilt.has(name)) return builds.has(name);
    let outputs = [];
    try { outputs = outputsOf(name); } catch (error) {}
    const seen = [];
    for (const output of outputs) seen.push([output, await reachOf(drive, output.name, original)]);
    const loaded = seen.filter(([, reach]) => reach === 'modules').map(([output]) => output);
    if (loaded.length === 0 || seen.some(([, reach]) => reach === 'disk')) unbuilt.add(name);
    else builds.set(name, loaded);
    return builds.has(name);
  }

  /** Jest and vitest take care of \`process.exit\` and of errors themselves. */
  async function work(drive, ownExit) {
    try {
      if (!ownExit) catchExit();
      silence();
      rememberProcess();
      for (let turn = 0; turn < 3; turn += 1) await pause();
      beCalm();
      rememberTree();
      const first = await once(drive);
      if (first.leak !== null) return unfit(first.leak);
      settled = true;
      let took = 0;
      let used = 0;
      let usedInAll = 0;
      const again = async () => {
        const [at, before, inAll] = [now(), cpu().user, worked()];
        mended = false;
        touched.clear();
        const run = await once(drive);
        took = now() - at;
        used = cpu().user - before;
        usedInAll = worked() - inAll;
        return run;
      };
      let second = await again();
      // What is red either way says little of whether a fix would be green: where more stays than modules, the words must be the same, twice.
      if (drive.retreat) {
        const third = await again();
        const differs = [second, third].some((run) => run.outcome !== first.outcome || run.words !== first.words);
        if (differs && (await drive.retreat())) second = await again();
      } else {
        const differs = () => second.leak === null && (second.outcome !== first.outcome || second.words !== first.words);
        if (differs() && drive.isProgram && renewPackages()) second = await again();
        if (differs() && keepFirst()) second = await again();
      }
      if (second.leak !== null) return unfit(second.leak);
      if (drive.sameWords && wordsOf(second) !== wordsOf(first)) return unfit('a second run in the same process fails in other words');
      if (first.outcome !== second.outcome) return unfit('a second run in the same process ends otherwise');
      const original = second.outcome;
      const restless = mended;
      // What the tests see by way of globals is made anew with the modules; the runner's own are asked for while they load.
      const expected = drive.globals === undefined ? [] : drive.globals();
      if ([...touched].some((name) => !expected.includes(name))) mayStay = false;
      // What the original was waited for is not what its tests take.
      allowed = tooMany ? Math.min(allowed, Math.max(300000, used - waited)) : Math.max(300000, 10 * used);
      allowedInAll = Math.max(4000000, 20 * usedInAll);
      tell({ ready: numberOf(original), took: took });
      for (;;) {
        const batch = nextBatch();
        for (const [name, places] of batch.loops) {
          loops.set(root + '/' + name, places);
          compiled.delete(root + '/' + name);
        }
        if (batch.loops.length > 0 && !(await same(drive, original))) return;
        if (!tooMany) limit = Math.max(limit, 10 * steps);
        await judgeBatch(drive, batch, original, { took: took, careful: restless || batch.careful });
      }
    } catch (error) {
      unfit('the worker failed: ' + String(error && error.stack));
    }
  }

  // Whoever asked may have no more time: what is not checked by then was judged in vain. A check costs a run.
  const uncheckedMs = (took) => Math.max(1000, 8 * took);

  async function judgeBatch(drive, batch, original, usual) {
    careful = usual.careful;
    wary = batch.careful;
    // The first candidate that was judged since the last check.
    let unchecked = 0;
    let sinceCheck = 0;
    let checkedAt = now();
    const versions = batch.versions.map(([name, text]) => ({ name: name, file: root + '/' + name, text: text, fit: null, stay: null }));
    for (let at = 0; at < batch.candidates.length; at += 1) {
      const run = await judgeOne(drive, batch.candidates[at], versions, original);
      if (run !== null && run.leak !== null) {
        apply([]);
        // What was judged before counts all the same when the original does not mind what is left over.
        if (careful && (await once(drive)).outcome === original) tell({ checked: true });
        tell({ leak: run.leak });
        return exitNow(0);
      }
      if (run !== null) sinceCheck += run.stayed ? 0.02 : 1;
      const isLast = at === batch.candidates.length - 1 || (run !== null && run.green);
      if (sinceCheck === 0 || !(isLast || sinceCheck >= batch.checkEvery || now() - checkedAt > uncheckedMs(usual.took))) continue;
      // Another text must not be judged before this one is known to have stayed as it was.
      const stayed = await keptAsBefore();
      if (stayed && ((careful && !unseen && !spoilt) || untouched())) {
        if (!(await same(drive, original))) return;
        careful = usual.careful;
        wary = batch.careful;
        unchecked = at + 1;
        // What looks green is judged again elsewhere at once: the rest can wait.
        if (isLast) break;
      } else {
        // One of them changed what the others saw: all are judged anew.
        const leak = untouched() ? null : putBack();
        if (leak !== null) {
          tell({ leak: leak });
          return exitNow(0);
        }
        if (stayed) careful = wary = true;
        at = unchecked - 1;
      }
      sinceCheck = 0;
      checkedAt = now();
    }
    tell({ ended: batch.number, heap: process.memoryUsage().heapUsed });
  }

  /** Null where the tests do not see what it changes. */
  async function judgeOne(drive, candidate, versions, original) {
    begin(candidate.id);
    for (const [name] of candidate.files) {
      if ((await reachOf(drive, name, original)) !== 'nothing' || (await reachBuilt(drive, name, original))) continue;
      done({ done: candidate.id, blind: name });
      return null;
    }
    const run = (await runInVersion(drive, candidate, versions, original)) || (await runAlone(drive, candidate));
    if (run.invalid !== null) done({ done: candidate.id, invalid: run.invalid });
    else if (run.tooMany) done({ done: candidate.id, endless: true });
    else done({ done: candidate.id, is: numberOf(run.outcome) });
    return run;
  }

  function runAlone(drive, candidate) {
    const files = builtFiles(candidate.files);
    apply(files);
    edited = new Map(files.map(([name, edits]) => [root + '/' + name, edits]));
    return once(drive);
  }

  /**
   * Runs a candidate as one of many in a text; null where it must be run alone. The text counts only when the tests end with it as with
   * the original while no candidate is meant, and with its first candidate as with that one alone.
   */
  async function runInVersion(drive, candidate, versions, original) {
    if (candidate.at === undefined) return null;
    const [at, number] = candidate.at;
    const version = versions[at];
    useBuiltVersion(version);
    if (version.fit === false || reach.get(version.name) !== 'modules') return null;
    const meant = (number) => {
      apply([]);
      active = { version: version, number: number };
      return once(drive);
    };
    if (version.fit === null) {
      const run = await meant(number);
      const alone = run.leak === null ? await runAlone(drive, candidate) : run;
      version.fit = run.outcome === alone.outcome;
      if (!version.fit || alone.leak !== null) return alone;
      const plain = await runPlain(drive, original, () => meant(0));
      version.fit = plain.outcome === original && plain.leak === null;
      // What looks green ends the batch.
      if (version.fit && !alone.green) await keep(drive, version, original, plain);
      return alone;
    }
    const staid = await runKept(version, number, original);
    if (staid !== null) return staid;
    const run = await meant(number);
    // Its frames are larger than those of the candidate alone.
    return run.deep && run.leak === null ? runAlone(drive, candidate) : run;
  }

  /** The original must behave as at the start: what was judged since the last such check counts only then. */
  async function same(drive, original) {
    apply([]);
    const run = await once(drive);
    if (run.outcome === original && run.leak === null) {
      tell({ checked: true });
      return true;
    }
    tell({ leak: 'the unchanged code behaves otherwise than at the start' });
    exitNow(0);
    return false;
  }

  // ---- where the process is taken over ----
  const argument = process.argv[1];
  let main = null;
  try { main = typeof argument === 'string' ? realpathSync(argument) : null; } catch (error) {
    try { main = realpathSync(argument + '.js'); } catch (failure) {}
  }
  probe.sink = undefined;
  // How a test failed matters little here, and takes longer to tell than many tests to run.
  const describe = (error) => {
    let message = null;
    try { message = String(error !== null && typeof error === 'object' ? error.message : error).slice(0, 2000); } catch (failure) {}
    return { name: null, message: message, stack: null, code: null, expected: null, actual: null };
  };
  const listen = () => {
    probe.describe = describe;
    probe.sink = (event) => { const own = hearRaw(event); if (own !== null) hear(own); };
  };
  const isAva = main !== null && ${avaEntry}.test(main);
  // From version 4 on.
  const isEsmAva = isAva && main.endsWith('.mjs');
  hookModules();
  const isUvu = main !== null && ${uvuEntry}.test(main);
  const isTap = process.env.REGREEN_TRIAL_TAP === '1';
  const isJasmine = main !== null && ${jasmineEntry}.test(main);
  const isProgram = main !== null && (isOwn(main) || isUvu || isJasmine || /\/node_modules\/tape\/bin\/tape$/.test(main)) && !process.execArgv.includes('--test');
  if (isProgram) {
    const runMain = Module.runMain;
    const begin = () => {
      listen();
      rememberBoot();
      working = true;
      // What the main file loads may use it, too: the process was given its reporter then.
      let usesNodeTest = isOwn(main) && process.execArgv.some((arg) => arg.includes('/node-reporter.mjs'));
      try { usesNodeTest = usesNodeTest || isOwn(main) && /['"]node:test['"]/.test(readFileSync(main, 'utf8')); } catch (error) {}
      const files = process.env.REGREEN_TRIAL_FILES ? parse(process.env.REGREEN_TRIAL_FILES).map((name) => root + '/' + name) : [main];
      const driver = isUvu ? uvuDriver : isJasmine ? jasmineDriver : scriptDriver;
      work(isTap ? tapDriver(files) : usesNodeTest ? nodeTestDriver(files) : driver(main));
    };
    Module.runMain = function () {
      if (!claim()) return runMain.apply(this, arguments);
      Module.runMain = runMain;
      if (!/(?:^|\s)--import[\s=]/.test(process.execArgv.concat(process.env.NODE_OPTIONS || '').join(' '))) return begin();
      // What it names is loaded in there, before the main file: that is one of ours.
      const sign = Symbol.for('regreen.begin');
      globalThis[sign] = () => {
        delete globalThis[sign];
        process.mainModule = undefined;
        begin();
      };
      return runMain.call(this, dir + '/begin.cjs');
    };
  } else {
    const claimed = claim;
    claim = function () { const taken = claimed(); if (taken) listen(); return taken; };
    if (main !== null && /\/vitest\/vitest\.mjs$/.test(main)) hookVitestMain();
    else if (vitestHome !== undefined && typeof process.send === 'function') hookVitestWorker();
    else if (main !== null && jestEntry.test(main)) hookJest();
    else if (isAva) hookAva(main);
    else hookMocha();
  }
})();
`;
