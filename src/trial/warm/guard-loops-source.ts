import { didNotEndInTime } from '../../suite/index.ts';

/** Endless loops and recursion: a counter in each body, limited by what the original run needed. */
export const guardSource = String.raw`
  // ---- counters in loops and functions; beyond the limit the processor's time decides, in microseconds ----
  let steps = 0;
  let limit = 200000;
  // Where the original does not end, that is known at once, and nobody waits longer for it than for what ends.
  const endless = process.env.REGREEN_TRIAL_ENDLESS !== undefined;
  let allowed = endless ? Number(process.env.REGREEN_TRIAL_ENDLESS) : Infinity;
  let overAt = null;
  // What a whole run may take of the processor: rounds that make something grow may be few, and take ever longer.
  let allowedInAll = Infinity;
  let runAt = 0;
  const worked = () => { const { user, system } = cpu(); return user + system; };
  // What a loop without end was waited for.
  let waited = 0;
  const guardName = '__regreenLoop';
  // Rounds may take ever longer, and never be many: what lies between two of one test counts where nothing was loaded, by the processor's time;
  // short ones by the clock, until they have taken so long that the processor's time is asked for.
  const longMs = 20;
  const moreMicros = 50000;
  let tickedAt = null;
  let begunAt = cpu().user;
  let usedAt = begunAt;
  let slowly = 0;
  let quickly = 0;
  let enough = allowed;
  let loadedAt = 0;
  function seeRound() {
    const at = now();
    const took = tickedAt === null ? 0 : 1000 * (at - tickedAt);
    tickedAt = at;
    if (took <= 1000 * longMs) quickly += took;
    else {
      const used = cpu().user;
      const loaded = loadsSoFar();
      if (loaded === loadedAt) slowly += Math.min(took, used - usedAt);
      else begunAt += used - usedAt;
      loadedAt = loaded;
      usedAt = used;
    }
    if (slowly <= allowed && slowly + quickly <= enough) return;
    const used = cpu().user - begunAt;
    if (slowly > allowed || used > allowed) {
      waited += Math.min(slowly + quickly, used);
      tooMany = true;
      spared = false;
    } else enough = slowly + quickly + moreMicros;
  }
  // What did not end in one file of the original says nothing of what the next one does while it is loaded; where nobody sees the end of
  // that, up to its first result. A candidate is red by then.
  let spared = false;
  function beginFile() {
    spared = tooMany && changed.size === 0 && written.size === 0 && (active === null || active.number === 0);
    if (!spared) return;
    steps = 0;
    overAt = null;
    seeRoundsFromHere();
  }
  function beginTest() {
    spared = false;
    if (endless) seeRoundsFromHere();
  }
  function seeRoundsFromHere() {
    tickedAt = null;
    slowly = 0;
    quickly = 0;
    enough = allowed;
    begunAt = cpu().user;
    usedAt = begunAt;
    loadedAt = loadsSoFar();
  }
  function forgetRounds() {
    steps = 0;
    waited = 0;
    tooMany = false;
    overAt = null;
    runAt = worked();
    beginTest();
  }
  const tick = () => {
    steps += 1;
    if (endless && (!tooMany || spared)) seeRound();
    const isOver = tooMany && !spared;
    const growsSlow = steps % 256 === 0 && !endless && worked() - runAt > allowedInAll;
    if (steps <= limit && !isOver && !growsSlow) return;
    if (overAt === null) overAt = cpu().user;
    if (isOver || growsSlow || (steps % 4096 === 0 && cpu().user - overAt > allowed)) {
      if (!isOver) waited += cpu().user - overAt;
      tooMany = true;
      spared = false;
      throw new Error('${didNotEndInTime}');
    }
  };
  Object.defineProperty(globalThis, guardName, { value: tick, configurable: true, writable: true, enumerable: false });
  // The number of the candidate that is meant, where a text holds many.
  const pickName = '__regreenIs';
  Object.defineProperty(globalThis, pickName, { value: 0, configurable: true, writable: true, enumerable: false });
  let tooMany = false;
  // Places in loops and functions, by file, in the original text; told with the batch.
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
    return withCounters(text, places, edits, typed);
  }

  function withCounters(text, places, edits, typed) {
    let out = '';
    let at = 0;
    let shift = 0;
    let next = 0;
    const call = (typed ? '(globalThis as any).' : '') + guardName + '()';
    for (const { at: place, in: where, from } of places) {
      while (next < edits.length && edits[next][1] <= place && edits[next][0] < place) {
        shift += edits[next][2].length - (edits[next][1] - edits[next][0]);
        next += 1;
      }
      // What the place is in was replaced.
      if (next < edits.length && edits[next][0] < place) continue;
      if (next > 0 && edits[next - 1][1] >= place) continue;
      // What is before a condition, or all of it, may be another kind of loop now.
      if (where === 'condition' && ((next > 0 && edits[next - 1][1] > from) || (next < edits.length && edits[next][0] === place && /^\s*(?:;|$)/.test(edits[next][2])))) continue;
      const target = place + shift;
      out += text.slice(at, target) + (where === 'body' ? ';' + call + ';' : call + ',');
      at = target;
    }
    return out + text.slice(at);
  }
  let edited = new Map();
`;
