import { expect, test } from 'vitest';
import type { AskedFields } from './asked-fields.js';
import { canonical } from './canonical.js';

const types = {
  Id: 'id',
  CreatedDate: 'datetime',
  CloseDate: 'date',
  IsWon: 'boolean',
  Amount: 'currency',
  NewValue: 'anyType',
  'CreatedBy.UserType': 'string',
};
const asked: AskedFields = {
  names: Object.keys(types),
  types: new Map(Object.entries(types)),
  stamp: 'SystemModstamp',
  calculated: false,
  deletable: true,
  long: false,
  fingerprint: '',
};

const stored = {
  Id: '006',
  CreatedDate: '2026-05-01T07:25:37.000Z',
  CloseDate: '2026-05-01',
  IsWon: true,
  Amount: 24120000.5,
  NewValue: 'true',
  'CreatedBy.UserType': 'Standard',
};

test('a record is stored in one shape, by whichever way it came', () => {
  const rest = {
    attributes: { type: 'Opportunity' },
    Id: '006',
    CreatedDate: '2026-05-01T07:25:37.000+0000',
    CloseDate: '2026-05-01',
    IsWon: true,
    Amount: 24120000.5,
    NewValue: true,
    CreatedBy: { attributes: { type: 'User' }, UserType: 'Standard' },
  };
  const csv = { ...stored, IsWon: 'true', Amount: '24120000.5' };
  expect(canonical(rest, asked)).toEqual(stored);
  expect(canonical(csv, asked)).toEqual(stored);
});

test('what is unset is null, and never zero or an empty text', () => {
  const nothing = Object.fromEntries(asked.names.map((name) => [name, null]));
  expect(canonical({}, asked)).toEqual(nothing);
  expect(canonical(Object.fromEntries(asked.names.map((name) => [name, ''])), asked)).toEqual(nothing);
  expect(canonical({ CreatedBy: null }, asked)).toEqual(nothing);
});

test('what is not as its type says is kept, to be rejected by name', () => {
  expect(canonical({ Amount: 'much', CreatedDate: 'soon', IsWon: 'perhaps' }, asked)).toMatchObject({
    Amount: 'much',
    CreatedDate: 'soon',
    IsWon: 'perhaps',
  });
});
