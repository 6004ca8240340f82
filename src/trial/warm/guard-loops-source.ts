import { didNotEndInTime } from '../../suite/index.ts';

/** Endless loops and recursion: a counter in each body, limited by what the original run needed. */
export const guardSource = String.raw`
  // ---- counters in loops and functions; beyond the limit the processor's time decides, in microseconds ----
  let steps = 0;
  let limit = 200000;
  // Where the original does not end, that is known at once, and nobody waits long for it.
  const endless = process.env.REGREEN_TRIAL_ENDLESS === '1';
  let allowed = endless ? 700000 : Infinity;
  let overAt = null;
  // What a loop without end was waited for.
  let waited = 0;
  const guardName = '__regreenLoop';
  const tick = () => {
    steps += 1;
    if (steps <= limit) return;
    if (overAt === null) overAt = cpu().user;
    if (tooMany || (steps % 4096 === 0 && cpu().user - overAt > allowed)) {
      if (!tooMany) waited = cpu().user - overAt;
      tooMany = true;
      throw new Error('${didNotEndInTime}');
    }
  };
  Object.defineProperty(globalThis, guardName, { value: tick, configurable: true, writable: true, enumerable: false });
  // The number of the candidate that is meant, where a text holds many.
  const pickName = '__regreenIs';
  Object.defineProperty(globalThis, pickName, { value: 0, configurable: true, writable: true, enumerable: false });
  let tooMany = false;
  // Places behind the brace that opens the body of a loop or function, by file, in the original text; told with the batch.
  const loops = new Map(endless ? parse(readFileSync(dir + '/loops.json', 'utf8')).map(([name, places]) => [root + '/' + name, places]) : []);

  // In typed text the call must please the compiler's checks.
  function guarded(text, filename, typed) {
    // What holds many candidates was guarded as it was made.
    if (active !== null && active.version.file === filename) return text;
    const places = loops.get(filename);
    if (places === undefined || places.length === 0) return text;
    const original = originals.has(filename) ? originals.get(filename) : originalOf(filename);
    const edits = changed.has(filename) ? edited.get(filename) : [];
    // What a loader made of the text has other places.
    if (original === null || !Array.isArray(edits) || text !== (changed.has(filename) ? changed.get(filename) : original)) return text;
    let out = '';
    let at = 0;
    let shift = 0;
    let next = 0;
    for (const place of places) {
      while (next < edits.length && edits[next][1] <= place && edits[next][0] < place) {
        shift += edits[next][2].length - (edits[next][1] - edits[next][0]);
        next += 1;
      }
      // The brace itself was replaced.
      if (next < edits.length && edits[next][0] < place) continue;
      if (next > 0 && edits[next - 1][1] >= place) continue;
      const target = place + shift;
      out += text.slice(at, target) + (typed ? ';(globalThis as any).' : ';') + guardName + '();';
      at = target;
    }
    return out + text.slice(at);
  }
  let edited = new Map();
`;
