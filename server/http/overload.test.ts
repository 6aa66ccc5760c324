import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { Overloaded, overload } from './overload.js';

/** A response as far as it is looked at. */
class Answering extends EventEmitter {
  closed = false;

  close(): void {
    this.closed = true;
    this.emit('close');
  }
}

const ask = (handler: ReturnType<typeof overload>, response: Answering) => {
  const next = vi.fn();
  handler({} as never, response as never, next);
  return next.mock.calls;
};

test('so many are answered at once, and others when one is through', () => {
  const handler = overload({ inFlight: 2, lagMilliseconds: 60_000 });
  const [first, second] = [new Answering(), new Answering()];
  expect([ask(handler, first), ask(handler, second)]).toEqual([[[]], [[]]]);
  expect(ask(handler, new Answering())).toEqual([[expect.any(Overloaded)]]);
  first.close();
  expect(ask(handler, new Answering())).toEqual([[]]);
});

test('who has left before is neither counted nor answered', () => {
  const handler = overload({ inFlight: 1, lagMilliseconds: 60_000 });
  for (let n = 0; n < 5; n++) {
    const gone = new Answering();
    gone.close();
    expect(ask(handler, gone)).toEqual([]);
  }
  expect(ask(handler, new Answering())).toEqual([[]]);
});
