import { createHash } from 'node:crypto';
import type { HttpAnswer } from './exchange.js';
import { SourceError } from './source-error.js';

/** Shorter ones are often alike by nature: an empty page, "still at work". */
const SHORTEST_BYTES = 300;

/** Notices a next page that leads nowhere: throws a SourceError when one path gives one and the same long answer too often in a row. */
export function sameAnswer(name: string, most: number) {
  let last = { path: '', hash: '', count: 0 };
  return (path: string, { text }: HttpAnswer): void => {
    if (text.length < SHORTEST_BYTES) return;
    const hash = createHash('sha1').update(text).digest('base64');
    const count = last.path === path && last.hash === hash ? last.count + 1 : 1;
    last = { path, hash, count };
    if (count < most) return;
    last.count = 0;
    throw new SourceError(
      'vendor',
      `${name} answers ${path} with the same page again and again (${most} times in a row), so reading it was ended.`,
    );
  };
}
