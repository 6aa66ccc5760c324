/**
 * Does `work` under a signal that is aborted with `signal`, or with a TimeoutError after so many milliseconds. Has a timer
 * of its own, since a timeout within `AbortSignal.any` is lost when memory is collected (Node 20, nodejs/node#57736).
 */
export async function deadline<Value>(
  milliseconds: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  signal.throwIfAborted();
  const own = new AbortController();
  const stop = () => own.abort(signal.reason);
  const timer = setTimeout(() => own.abort(new DOMException(`It took longer than ${milliseconds} ms.`, 'TimeoutError')), milliseconds);
  signal.addEventListener('abort', stop);
  try {
    return await work(own.signal);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}
