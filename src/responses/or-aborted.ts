/** Waits for `work`, but not beyond an abort; whoever asks next sees the signal. */
export function orAborted(work: Promise<unknown>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return resolve();
    const abort = () => resolve();
    signal.addEventListener('abort', abort, { once: true });
    work.then(abort, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
