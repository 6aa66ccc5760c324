import { expect, test } from 'vitest';
import { csvSettings } from './settings.js';

const settings = (path: string, more: object = {}) => ({
  directory: '/data/ours',
  mapping: { name: 'Ours', timeZone: 'UTC', currency: 'EUR', files: [{ path, what: 'accounts', columns: { id: 'id' } }] },
  ...more,
});

test.each(['a.csv', 'sub/a.csv', './a.csv', 'sub/../a.csv', '..a.csv'])('%s stays in the folder of the mapping', (path) => {
  expect(csvSettings.safeParse(settings(path)).success).toBe(true);
});

test.each(['../a.csv', 'sub/../../a.csv', '/etc/passwd', '..'])(
  '%s leads out of it and is refused, unless it was named by hand',
  (path) => {
    expect(csvSettings.safeParse(settings(path)).error?.issues[0]?.message).toBe('leads out of the folder of the mapping');
    expect(csvSettings.safeParse(settings(path, { outside: [path] })).success).toBe(true);
    expect(csvSettings.safeParse(settings(path, { outside: ['../b.csv'] })).success).toBe(false);
  },
);
