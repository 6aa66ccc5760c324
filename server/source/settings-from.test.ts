import { expect, test } from 'vitest';
import { settingsFrom } from './settings-from.js';

test.each([
  [[], {}],
  [['baseUrl=https://acme.example/?a=b'], { baseUrl: 'https://acme.example/?a=b' }],
  [['requestsPerMinute=20', 'sandbox=true', 'projects=["A","B"]'], { requestsPerMinute: 20, sandbox: true, projects: ['A', 'B'] }],
  [['mapping.arr=hs_arr', 'mapping.csm=owner'], { mapping: { arr: 'hs_arr', csm: 'owner' } }],
  [['portal=0123'], { portal: '0123' }],
  [['portal=12345678901234567890'], { portal: '12345678901234567890' }],
])('%j are the settings %j', (given, settings) => {
  expect(settingsFrom(given)).toEqual(settings);
});

test.each(['baseUrl', '=x', '__proto__.a=1', 'constructor=1'])('"%s" is refused', (given) => {
  expect(() => settingsFrom([given])).toThrow('--set');
});
