import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import type { Progress } from '../../etl/sync/run.js';
import { progressView } from './sync-progress.js';

const page = (given: Partial<Progress>): Progress => ({
  ...{ stream: 'hubspot.deals', readCount: 0, expectedCount: null, writtenCount: 0, rejectedCount: 0, done: false },
  ...given,
});

function shown(isTTY: boolean, progress: Progress[]): string {
  let text = '';
  const write = (chunk: Buffer, _: string, done: () => void) => {
    text += chunk.toString();
    done();
  };
  // What cli-progress asks of a terminal besides writing.
  const cursor = { isTTY, columns: 100, rows: 30, cursorTo: () => true, clearLine: () => true, moveCursor: () => true };
  const view = progressView(Object.assign(new Writable({ write }), cursor));
  for (const one of progress) view.show(one);
  view.end();
  return text;
}

const pages = [page({ readCount: 100 }), page({ readCount: 150, writtenCount: 149, rejectedCount: 1, done: true })];

it('off a terminal a stream is one line, when it is done', () => {
  expect(shown(false, [...pages, ...pages])).toBe('  hubspot.deals: 150 read, 149 new or changed, 1 not as documented\n');
});

it('on a terminal a stream of known length has a bar', () => {
  const text = shown(
    true,
    pages.map((one) => ({ ...one, expectedCount: 150 })),
  );
  expect(text).toMatch(/hubspot[.]deals +█+ 150\/150/);
});

it('on a terminal a stream of unknown length has a count and no bar', () => {
  const text = shown(true, pages);
  expect(text).toContain('150 read');
  expect(text).not.toContain('█');
});
