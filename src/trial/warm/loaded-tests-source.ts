/** Part of the warm worker: a test that stays loaded is called again by itself, with the hooks before and after it. */
export const loadedTestsSource = String.raw`
  // ---- tests called by themselves: whatever may be otherwise than in their runner is told as skipped, and then judged with all modules anew ----
  const { isGeneratorFunction } = require('util').types;
  /** Whether nothing but a call is needed: no callback, no generator. */
  const isPlain = (fn) => typeof fn === 'function' && fn.length === 0 && !isGeneratorFunction(fn);

  /** Test and hooks have an fn, and may have a timeout of their own, in milliseconds; where hooks may not fail, that is otherwise. */
  async function callTest(test, before, after, { context, limit, hooksMayFail }) {
    let failure = null;
    let strange = false;
    const guard = async (one) => {
      try {
        const given = one.fn.call(context);
        if (given === undefined) return;
        if (given === null || typeof given.then !== 'function') strange = true;
        else if (!(await inTime(given, one.ms || limit))) throw new Error('it came to no end');
      } catch (error) {
        if (one !== test && !hooksMayFail) strange = true;
        failure = failure || { value: error };
      }
    };
    for (const hook of before) if (failure === null) await guard(hook);
    if (failure === null) await guard(test);
    for (const hook of after) await guard(hook);
    return { status: strange ? 'skipped' : failure !== null ? 'failed' : 'passed', error: failure };
  }
  /** False where it took too long. */
  async function inTime(promise, ms) {
    let timer = null;
    const late = new Promise((resolve) => { timer = timeout(() => resolve(false), ms || 5000); });
    try { return await Promise.race([promise.then(() => true), late]); } finally { clearTimeout(timer); }
  }
`;
