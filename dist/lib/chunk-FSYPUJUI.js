import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);

// src/workspace/time-bound.ts
function timeBound(ms, ...others) {
  const stop = new AbortController();
  const abort = () => stop.abort();
  let expired = false;
  const expire = () => {
    expired = true;
    abort();
  };
  const start = (within) => setTimeout(expire, Math.max(1, Math.floor(within))).unref();
  let timer = start(ms);
  const signals = others.flatMap((other) => other ?? []);
  for (const other of signals) {
    if (other.aborted) abort();
    else other.addEventListener("abort", abort, { once: true });
  }
  return {
    signal: stop.signal,
    expired: () => expired,
    renew: (within) => {
      clearTimeout(timer);
      timer = start(within);
    },
    rest: () => clearTimeout(timer),
    [Symbol.dispose]: () => {
      clearTimeout(timer);
      for (const other of signals) other.removeEventListener("abort", abort);
    }
  };
}

export {
  timeBound
};
//# sourceMappingURL=chunk-FSYPUJUI.js.map
