import { expect, test } from 'vitest';
import { PRESETS } from './presets.js';
import { changed, resolver } from './resolved.js';

test.each(PRESETS.map((preset) => [preset.tool, preset.by.join(' and '), preset] as const))(
  '%s by %s is a mapping of each of its tables',
  (_, __, preset) => {
    for (const { mapped } of preset.tables) expect(() => resolver(mapped)({})).not.toThrow();
    const names = preset.tables.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  },
);

test('of several columns the first that says something in a row counts', () => {
  const read = resolver({ what: 'accounts', columns: { id: 'id', name: ['long', 'about.short'] }, dimensions: { region: ['r1', 'r2'] } });
  expect(read({ id: 1, long: '', about: { short: 'A' }, r2: 'North' })).toMatchObject({
    columns: { name: 'about.short' },
    dimensions: { region: 'r2' },
  });
  expect(read({ id: 1, long: 'Almond' })).toMatchObject({ columns: { name: 'long' }, dimensions: { region: 'r1' } });
});

test('a change replaces a column, adds one, and takes one away by null', () => {
  const mapping = { what: 'accounts' as const, columns: { id: 'id', name: 'a', domain: 'd' }, dimensions: { region: 'r' } };
  expect(changed(mapping, { columns: { name: 'b', csm: 'c', domain: null }, dimensions: { segment: 's' } })).toEqual({
    what: 'accounts',
    columns: { id: 'id', name: 'b', csm: 'c' },
    dimensions: { region: 'r', segment: 's' },
  });
});
