import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** One line of docs/asvs.md. */
interface Item {
  id: string;
  kind: string;
  how: string;
}

const ROW = /^\| (\d+\.\d+\.\d+) \| [^|]+ \| (test|design|document|open|none) \| (.+) \|$/;

const items: Item[] = readFileSync('docs/asvs.md', 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, id, kind, how] = ROW.exec(line) ?? [];
    return id && kind && how ? [{ id, kind, how }] : [];
  });

/** Items of level 1 and 2 by chapter, as ASVS 5.0.0 counts them. */
const PER_CHAPTER = {
  1: 27,
  2: 11,
  3: 19,
  4: 10,
  5: 9,
  6: 35,
  7: 18,
  8: 7,
  9: 7,
  10: 29,
  11: 14,
  12: 9,
  13: 13,
  14: 9,
  15: 13,
  16: 16,
  17: 7,
};

const TEST = /`([^`]+)` "([^"]+)"/g;

test('every item of level 1 and 2 is there once', () => {
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  const chapters = Object.keys(PER_CHAPTER).map((chapter) => [chapter, items.filter(({ id }) => id.startsWith(`${chapter}.`)).length]);
  expect(Object.fromEntries(chapters)).toEqual(Object.fromEntries(Object.entries(PER_CHAPTER)));
});

test.each(items.filter(({ kind }) => kind === 'test'))('$id names tests that exist', ({ how }) => {
  const named = [...how.matchAll(TEST)];
  expect(named).not.toEqual([]);
  for (const [, file = '', title = ''] of named) expect(readFileSync(file, 'utf8'), `${file} has a test "${title}"`).toContain(title);
});

test.each(items.filter(({ kind }) => kind === 'document'))('$id names a section that exists', ({ how }) => {
  const [, file = '', heading = ''] = /\[[^\]]+\]\(([^)#]+)#?([^)]*)\)/.exec(how) ?? [];
  const slugs = readFileSync(join('docs', file), 'utf8')
    .split('\n')
    .flatMap((line) => (line.startsWith('#') ? [slug(line)] : []));
  if (heading) expect(slugs).toContain(heading);
  else expect(slugs).not.toEqual([]);
});

const slug = (line: string) =>
  line
    .replace(/^#+ /, '')
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');

test('the share of items with a test is the one that is said', () => {
  const applicable = items.filter(({ kind }) => kind !== 'none');
  const tested = applicable.filter(({ kind }) => kind === 'test');
  const share = ((100 * tested.length) / applicable.length).toFixed(1);
  expect(readFileSync('docs/asvs.md', 'utf8')).toContain(`${tested.length} of ${applicable.length} (${share} %)`);
  expect(readdirSync('docs')).toContain('security.md');
});
