// What runs beside the tests where two repairs of one function are held against each other: inputs near those the tests call it with, and
// a comparison of what both answer. Kept as text, for it becomes part of the file for the time of a trial.

/** JavaScript: the body of a function that returns `agree(self, args, variants)` and `step()`. */
export const javascriptAgreement = String.raw`
const state = { which: -1, calls: 0, steps: 0, apart: false, seen: [] };
const most = { calls: 60, inputs: 120, seen: 12, steps: 50000 };
const isPlain = (value, depth) =>
  value === null || value === undefined || /^(?:number|boolean)$/.test(typeof value) ||
  (typeof value === 'string' && value.length < 400) ||
  (typeof value === 'object' && depth < 4 && (Array.isArray(value) ? value.length < 60 : /^(?:Object|undefined)$/.test(String(value.constructor && value.constructor.name))) &&
    Object.values(value).every((each) => isPlain(each, depth + 1)));
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
  if (typeof value === 'number') return Number.isInteger(value) ? [value + 1, Math.abs(value - 1), value + 2, value * 2, value + 10, Math.floor(value / 2)] : [value + 1, value * 2, Math.round(value)];
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'string') {
    if (value === '') return ['a'];
    const words = value.split(' ');
    return [value.slice(1), value.slice(0, -1), value + value, [...value].reverse().join(''), value + value[0], value.toUpperCase(), value.toLowerCase(), value.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)),
      ...(words.length > 1 ? [words.toReversed().join(' '), words.slice(1).join(' ')] : [])];
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return [];
    const made = [value.slice(1), value.slice(0, -1), [...value].reverse(), [...value, value[0]], [...value.slice(1), value[0]], [...value, ...value]];
    const places = depth < 2 ? new Set([0, 1, value.length - 1].filter((at) => at < value.length)) : [];
    for (const at of places) for (const other of near(value[at], depth + 1).slice(0, 5)) made.push(value.map((own, index) => (index === at ? other : own)));
    return made;
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
  try { return say(Reflect.apply(variant, self, own)) + say(own); } catch { return state.steps > most.steps ? null : 'throws'; } finally { state.which = -1; }
};
const agree = (self, args, variants) => {
  if (state.which >= 0) return Reflect.apply(variants[state.which], self, args);
  if (state.calls < most.calls && !state.apart) {
    state.calls += 1;
    const own = args.map(copyOf);
    state.apart = inputsNear(own).some((input) => {
      const [one, other] = variants.map((variant, which) => answer(self, input, variant, which));
      return one !== null && other !== null && one !== other;
    });
    if (state.seen.length < most.seen) state.seen.push(own);
  }
  if (state.apart) throw new Error('regreen: the two repairs differ');
  return Reflect.apply(variants[0], self, args);
};
const step = () => { if (state.which >= 0 && ++state.steps > most.steps) throw new RangeError('regreen: too long'); };
return { agree, step };
`.trim();

/** Python: defines `regreen_agree(state, args, kwargs, variants)` and `regreen_step()`. */
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
def regreen_near(value, depth=0):
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int):
        return [value + 1, abs(value - 1), value + 2, value * 2, value + 10, value // 2]
    if isinstance(value, float):
        return [value + 1, value * 2, float(round(value))]
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
        made = [own[1:], own[:-1], own[::-1], own + own[:1], own[1:] + own[:1], own + own]
        if depth < 2:
            for at in sorted({0, min(1, len(own) - 1), len(own) - 1}):
                for other in regreen_near(own[at], depth + 1)[:5]:
                    made.append(own[:at] + [other] + own[at + 1:])
        return [kind(each) for each in made]
    if isinstance(value, dict) and depth < 2:
        return [{**value, key: other} for key in list(value)[:4] for other in regreen_near(value[key], depth + 1)[:3]]
    return []
def regreen_answer(args, kwargs, variant, which, state):
    state["which"] = which
    regreen_count[0] = 50000
    own = tuple(regreen_copy.deepcopy(arg) if regreen_plain(arg) else arg for arg in args)
    try:
        return regreen_say(variant(*own, **kwargs)) + regreen_say(own)
    except RegreenTooLong:
        return None
    except Exception:
        return "throws"
    finally:
        regreen_count[0] = 0
        state["which"] = -1
def regreen_agree(state, args, kwargs, variants):
    if state["which"] >= 0:
        return variants[state["which"]](*args, **kwargs)
    if state["calls"] < 60 and not state["apart"]:
        state["calls"] += 1
        plain = [regreen_plain(arg) for arg in args]
        own = tuple(regreen_copy.deepcopy(arg) if known else arg for arg, known in zip(args, plain))
        inputs = []
        for at, arg in enumerate(own):
            others = [other[at] for other in state["seen"] if len(other) > at and type(other[at]) is type(arg)] if len(own) > 1 else []
            for other in regreen_near(arg) + others if plain[at] else []:
                inputs.append(own[:at] + (other,) + own[at + 1:])
        for given in inputs[:120]:
            one, other = [regreen_answer(given, kwargs, variant, which, state) for which, variant in enumerate(variants)]
            if one is not None and other is not None and one != other:
                state["apart"] = True
                break
        if len(state["seen"]) < 12:
            state["seen"].append(own)
    if state["apart"]:
        raise AssertionError("regreen: the two repairs differ")
    return variants[0](*args, **kwargs)
`.trim();
