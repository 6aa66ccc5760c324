import { expect, test } from 'vitest';
import { idIn, literal, parts, select } from './soql.js';

test('a question has only the clauses it needs', () => {
  expect(select({ fields: ['Id', 'Name'], from: 'Account' })).toBe('SELECT Id, Name FROM Account');
  expect(select({ fields: ['Id'], from: 'Task', where: ['a = 1', 'b = 2'], orderBy: ['SystemModstamp', 'Id'] })).toBe(
    'SELECT Id FROM Task WHERE a = 1 AND b = 2 ORDER BY SystemModstamp, Id',
  );
});

test('a moment stands without quotes, in UTC', () => {
  expect(literal(Date.parse('2026-05-01T09:00:00+02:00'))).toBe('2026-05-01T07:00:00.000Z');
});

test('nothing but ids enters a question', () => {
  expect(idIn(['001000000000001AAA', '001000000000002'])).toBe("Id IN ('001000000000001AAA','001000000000002')");
  expect(() => idIn(["001' OR Id != '"])).toThrow('no Salesforce id');
});

test('fields are asked in parts that fit an address, each with the Id', () => {
  const names = Array.from({ length: 800 }, (_, n) => `Some_Custom_Field_${n}__c`);
  const split = parts(['Id', 'SystemModstamp', ...names], ['Id', 'SystemModstamp']);
  expect(split.length).toBeGreaterThan(2);
  expect(split.every(([first]) => first === 'Id')).toBe(true);
  expect(split.flat().filter((name) => name !== 'Id')).toEqual(['SystemModstamp', ...names]);
  for (const fields of split) expect(encodeURIComponent(fields.join(', ')).length).toBeLessThan(9_000);
});
