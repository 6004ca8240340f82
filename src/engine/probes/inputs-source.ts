// What runs beside the tests where repairs of one function are held against each other: inputs near those the tests call it with, and
// a comparison of what they answer. Kept as text, for it becomes part of the file for the time of a trial.

/**
 * JavaScript: the body of a function that returns `agree(self, args, variants, asked)`, `step()`, `seen(condition, value)`, `plain(at, value)` and
 * `place(at, list, value)`. The tests see the first variant's answers, until there are more of what is asked for (`Asked`) than there may be.
 */
export const javascriptAgreement = String.raw`
const state = { which: -1, calls: 0, steps: 0, differ: 0, apart: false, negative: false, seen: [], last: 0, answers: new Set(), outcomes: new Set(), nonsense: new Set() };
const most = { calls: 60, inputs: 120, seen: 12, steps: 50000 };
const isPlain = (value, depth) =>
  value === null || value === undefined || /^(?:number|boolean)$/.test(typeof value) ||
  (typeof value === 'string' && value.length < 400) ||
  (typeof value === 'object' && depth < 4 && (Array.isArray(value) ? value.length < 60 : /^(?:Object|undefined)$/.test(String(value.constructor && value.constructor.name))) &&
    Object.values(value).every((each) => isPlain(each, depth + 1)));
// Below zero is only tried where the tests go there: what a function is never asked tells nothing.
const isBelow = (value, depth) =>
  typeof value === 'number' ? value < 0 : typeof value === 'object' && value !== null && depth < 4 && Object.values(value).some((each) => isBelow(each, depth + 1));
const copyOf = (value) => {
  if (value === null || typeof value !== 'object' || !isPlain(value, 0)) return value;
  return Array.isArray(value) ? value.map(copyOf) : Object.fromEntries(Object.entries(value).map(([key, each]) => [key, copyOf(each)]));
};
const said = (key, value) => {
  if (typeof value === 'number') return Number.isFinite(value) ? Number(value.toPrecision(12)) + 0 : 'number ' + value;
  if (typeof value === 'bigint' || typeof value === 'symbol' || typeof value === 'function' || value === undefined) return typeof value;
  return value instanceof Map || value instanceof Set ? [...value] : value;
};
const say = (value) => { try { return typeof value + JSON.stringify(value, said); } catch { return 'unsaid'; } };
const near = (value, depth) => {
  if (typeof value === 'number') {
    const mirrored = state.negative ? [-value] : [];
    if (!Number.isInteger(value)) return [value + 1, ...mirrored, value * 2, Math.round(value)];
    return [value + 1, Math.abs(value - 1), ...mirrored, value + 10, value * 2, value + 2, Math.floor(value / 2)];
  }
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'string') {
    if (value === '') return ['a'];
    const words = value.split(' ');
    return [value.slice(1), value.slice(0, -1), value + value, [...value].reverse().join(''), value + value[0], value.toUpperCase(), value.toLowerCase(), value.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)),
      ...(words.length > 1 ? [words.toReversed().join(' '), words.slice(1).join(' ')] : [])];
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return [];
    const made = [value.slice(1), value.slice(0, -1), [...value].reverse(), [...value, value[0]], [...value.slice(1), value[0]], [...value, ...value], value.map(() => value[0])];
    const places = depth < 2 ? new Set([0, 1, value.length - 1].filter((at) => at < value.length)) : [];
    // Of a list of lists few are taken: those with other numbers in them first.
    const numbers = depth === 1 ? [...value.keys()].filter((at) => typeof value[at] === 'number').slice(-2) : [];
    const put = (at, others) => others.map((other) => value.map((own, index) => (index === at ? other : own)));
    const within = [...places].flatMap((at) => put(at, near(value[at], depth + 1).slice(0, Array.isArray(value[at]) ? 8 : 5)));
    return numbers.flatMap((at) => put(at, near(value[at], depth + 1).slice(0, 3))).concat(made, within).slice(0, depth === 1 ? 8 : undefined);
  }
  if (typeof value !== 'object' || value === null || depth > 1 || !isPlain(value, 0)) return [];
  return Object.keys(value).slice(0, 4).flatMap((key) => near(value[key], depth + 1).slice(0, 3).map((other) => ({ ...value, [key]: other })));
};
const inputsNear = (args) => {
  const made = [];
  for (const [at, arg] of args.entries()) {
    if (!isPlain(arg, 0)) continue;
    const others = args.length > 1 ? state.seen.filter((other) => typeof other[at] === typeof arg).map((other) => other[at]) : [];
    for (const other of [...near(arg, 0), ...others]) made.push(args.map((own, index) => (index === at ? other : own)));
  }
  return made.slice(0, most.inputs);
};
const answer = (self, input, variant, which) => {
  const own = input.map(copyOf);
  state.which = which;
  state.steps = 0;
  try {
    const result = say(Reflect.apply(variant, self, own));
    return { result, whole: result + say(own) };
  } catch { return state.steps > most.steps ? null : { result: null, whole: 'throws' }; } finally { state.which = -1; }
};
const exceeds = (self, input, variants, asked) => {
  if (asked.of !== 'differences') {
    state.last = variants.length - 1;
    const only = answer(self, input, variants[state.last], state.last);
    if (only !== null && only.result !== null) state.answers.add(only.result);
    return state[asked.of].size > asked.most;
  }
  const [one, other] = variants.map((variant, which) => answer(self, input, variant, which));
  return one !== null && other !== null && one.whole !== other.whole && ++state.differ > asked.most;
};
// What the tests do is listened to as it is: nothing runs twice, and no loop is cut short.
const overheard = (self, args, variant, asked) => {
  [state.which, state.steps] = [0, -Infinity];
  try { return Reflect.apply(variant, self, args); } finally {
    state.which = -1;
    if (state.nonsense.size > asked.most) throw new Error('regreen: it reckons with what is no number');
  }
};
const agree = (self, args, variants, asked) => {
  if (state.which >= 0) return Reflect.apply(variants[state.which], self, args);
  if (asked.of === 'nonsense') return overheard(self, args, variants[0], asked);
  if (state.calls < most.calls && !state.apart) {
    state.calls += 1;
    const own = args.map(copyOf);
    state.negative ||= own.some((arg) => isPlain(arg, 0) && isBelow(arg, 0));
    state.apart = [own, ...inputsNear(own)].some((input) => exceeds(self, input, variants, asked));
    if (state.seen.length < most.seen) state.seen.push(own);
  }
  if (state.apart) throw new Error('regreen: the answers differ');
  return Reflect.apply(variants[0], self, args);
};
const step = () => { if (state.which >= 0 && ++state.steps > most.steps) throw new RangeError('regreen: too long'); };
const seen = (condition, value) => {
  if (state.which === state.last) state.outcomes.add(condition + (value ? ' holds' : ' fails'));
  return value;
};
const plain = (at, value) => {
  if (state.which === state.last && (value === undefined || Number.isNaN(value))) state.nonsense.add(at);
  return value;
};
const place = (at, list, value) => {
  const isList = typeof list === 'string' || Array.isArray(list);
  // One behind the last is looked at on purpose often enough.
  if (state.which === state.last && isList && typeof value === 'number' && !(Number.isInteger(value) && value >= 0 && value <= list.length)) state.nonsense.add(at + ' place');
  return value;
};
return { agree, step, seen, plain, place };
`.trim();

/** Python: defines `regreen_agree(state, args, kwargs, variants, of, most)`, `regreen_step()` and `regreen_seen(condition, value)`, which do the same. */
export const pythonAgreement = String.raw`
import copy as regreen_copy
class RegreenTooLong(BaseException):
    pass
regreen_count = [0]
def regreen_step():
    regreen_count[0] -= 1
    if regreen_count[0] == 0:
        raise RegreenTooLong
def regreen_plain(value, depth=0):
    if value is None or isinstance(value, (bool, int, float)):
        return not isinstance(value, int) or abs(value) < 10 ** 12
    if isinstance(value, str):
        return len(value) < 400
    if depth > 3 or not isinstance(value, (list, tuple, dict, set)) or len(value) > 60:
        return False
    return all(regreen_plain(each, depth + 1) for each in (value.values() if isinstance(value, dict) else value))
def regreen_say(value):
    if isinstance(value, float):
        return "%.12g" % value
    if isinstance(value, (list, tuple)):
        return type(value).__name__ + "[" + ",".join(regreen_say(each) for each in value) + "]"
    return repr(value) if regreen_plain(value) else type(value).__name__
def regreen_below(value):
    if isinstance(value, (int, float)):
        return value < 0
    if isinstance(value, dict):
        return any(regreen_below(each) for each in value.values())
    return isinstance(value, (list, tuple, set)) and any(regreen_below(each) for each in value)
def regreen_near(value, negative, depth=0):
    if isinstance(value, bool):
        return [not value]
    mirrored = [-value] if negative and isinstance(value, (int, float)) else []
    if isinstance(value, int):
        return [value + 1, abs(value - 1), *mirrored, value + 10, value * 2, value + 2, value // 2]
    if isinstance(value, float):
        return [value + 1, *mirrored, value * 2, float(round(value))]
    if isinstance(value, str):
        if value == "":
            return ["a"]
        made = [value[1:], value[:-1], value + value, value[::-1], value + value[0], value.upper(), value.lower()]
        made.append("".join(str((int(each) + 1) % 10) if each in "0123456789" else each for each in value))
        words = value.split(" ")
        return made + ([" ".join(words[::-1]), " ".join(words[1:])] if len(words) > 1 else [])
    if isinstance(value, (list, tuple)) and len(value) > 0:
        kind = type(value)
        if kind not in (list, tuple):
            return []
        own = list(value)
        made = [own[1:], own[:-1], own[::-1], own + own[:1], own[1:] + own[:1], own + own, [own[0] for _ in own]]
        put = lambda at, most: [own[:at] + [other] + own[at + 1:] for other in regreen_near(own[at], negative, depth + 1)[:most]]
        if depth < 2:
            for at in sorted({0, min(1, len(own) - 1), len(own) - 1}):
                made += put(at, 8 if isinstance(own[at], (list, tuple)) else 5)
        if depth == 1:
            # Of a list of lists few are taken: those with other numbers in them first.
            numbers = [at for at, each in enumerate(own) if isinstance(each, (int, float)) and not isinstance(each, bool)]
            made = ([each for at in numbers[-2:] for each in put(at, 3)] + made)[:8]
        return [kind(each) for each in made]
    if isinstance(value, dict) and depth < 2:
        return [{**value, key: other} for key in list(value)[:4] for other in regreen_near(value[key], negative, depth + 1)[:3]]
    return []
def regreen_answer(args, kwargs, variant, which, state):
    state["which"] = which
    regreen_count[0] = 50000
    own = tuple(regreen_copy.deepcopy(arg) if regreen_plain(arg) else arg for arg in args)
    try:
        result = regreen_say(variant(*own, **kwargs))
        return (result, result + regreen_say(own))
    except RegreenTooLong:
        return None
    except Exception:
        return (None, "throws")
    finally:
        regreen_count[0] = 0
        state["which"] = -1
regreen_outcomes = [None]
def regreen_seen(condition, value):
    if regreen_outcomes[0] is not None:
        regreen_outcomes[0].add((condition, bool(value)))
    return value
def regreen_exceeds(state, given, kwargs, variants, of, most):
    if of != "differences":
        regreen_outcomes[0] = state["outcomes"]
        only = regreen_answer(given, kwargs, variants[-1], len(variants) - 1, state)
        regreen_outcomes[0] = None
        if only is not None and only[0] is not None:
            state["answers"].add(only[0])
        return len(state[of]) > most
    one, other = [regreen_answer(given, kwargs, variant, which, state) for which, variant in enumerate(variants)]
    state["differ"] += one is not None and other is not None and one[1] != other[1]
    return state["differ"] > most
def regreen_agree(state, args, kwargs, variants, of, most):
    if state["which"] >= 0:
        return variants[state["which"]](*args, **kwargs)
    if state["calls"] < 60 and not state["apart"]:
        state["calls"] += 1
        plain = [regreen_plain(arg) for arg in args]
        own = tuple(regreen_copy.deepcopy(arg) if known else arg for arg, known in zip(args, plain))
        state["negative"] = state["negative"] or any(known and regreen_below(arg) for arg, known in zip(own, plain))
        inputs = [own]
        for at, arg in enumerate(own):
            others = [other[at] for other in state["seen"] if len(other) > at and type(other[at]) is type(arg)] if len(own) > 1 else []
            for other in regreen_near(arg, state["negative"]) + others if plain[at] else []:
                inputs.append(own[:at] + (other,) + own[at + 1:])
        state["apart"] = any(regreen_exceeds(state, given, kwargs, variants, of, most) for given in inputs[:120])
        if len(state["seen"]) < 12:
            state["seen"].append(own)
    if state["apart"]:
        raise AssertionError("regreen: the answers differ")
    return variants[0](*args, **kwargs)
`.trim();
