import { expect, test } from 'vitest';
import { parsed } from '../parsed.js';
import { accountOf, answersOf, emailOf } from './answers.js';
import { wireResponse } from './response.js';
import { typeformMapping } from './settings.js';

interface Asked {
  title?: string;
  type?: string;
  steps?: number | null;
  start_at_one?: boolean;
}

function response({ asked = [] as Asked[], answers = [] as object[], hidden = {} as object }) {
  const questions = asked.map((one, n) => ({
    id: `f${n}`,
    ref: null,
    title: '',
    type: 'rating',
    steps: null,
    start_at_one: false,
    ...one,
  }));
  const given = answers.map((answer, n) => ({ type: 'number', field: { id: `f${n}` }, ...answer }));
  const form = { id: 'form', title: 'Form', questions };
  return parsed(wireResponse, { token: 't', submitted_at: '2026-03-01T10:00:00Z', answers: given, hidden, form });
}

const mapping = (more: object = {}) => typeformMapping.parse(more);
const SATISFIED = 'How satisfied are you?';

test('a form without answers says nothing', () => {
  expect(answersOf(response({}), mapping())).toEqual({ scores: [], repeated: null, comment: null });
});

test.each([
  [{ type: 'rating', steps: 5 }, 4, { scale: '1-5', score: 4, satisfied: true }],
  [{ type: 'rating', steps: 5 }, 3, { scale: '1-5', score: 3, satisfied: false }],
  [{ type: 'rating', steps: 7 }, 6, { scale: '1-7', score: 6, satisfied: true }],
  [{ type: 'opinion_scale', steps: 10, start_at_one: true }, 9, { scale: '1-10', score: 9, satisfied: true }],
  [{ type: 'opinion_scale', steps: 10, start_at_one: true }, 8, { scale: '1-10', score: 8, satisfied: false }],
  [{ type: 'opinion_scale', steps: 11 }, 9, { scale: '0-10', score: 9, satisfied: true }],
  [{ type: 'opinion_scale', steps: 11 }, 0, { scale: '0-10', score: 0, satisfied: false }],
  [{ type: 'opinion_scale', steps: 5 }, 3, { scale: '1-5', score: 4, satisfied: true }],
  [{ type: 'opinion_scale', steps: 5 }, 0, { scale: '1-5', score: 1, satisfied: false }],
])('on %j the answer %i is %j', (question, number, expected) => {
  const { scores } = answersOf(response({ asked: [{ title: SATISFIED, ...question }], answers: [{ number }] }), mapping());
  expect(scores).toEqual([{ means: 'csat', ...expected }]);
});

test('the mapping says from where on a customer is satisfied', () => {
  const questions = [{ contains: 'SATISFIED', means: 'csat', satisfiedFrom: 3 }];
  const given = response({ asked: [{ title: SATISFIED, steps: 5 }], answers: [{ number: 3 }] });
  expect(answersOf(given, mapping({ questions })).scores).toMatchObject([{ satisfied: true }]);
});

test('a question of the type NPS is one, whatever its words, and satisfies nobody', () => {
  const given = response({ asked: [{ title: SATISFIED, type: 'nps', steps: 11 }], answers: [{ number: 10 }] });
  expect(answersOf(given, mapping()).scores).toEqual([{ means: 'nps', scale: '0-10', score: 10, satisfied: null }]);
});

test.each([
  [{ boolean: true }, true],
  [{ boolean: false }, false],
  [{ choice: { label: ' Strongly agree' } }, true],
  [{ choice: { label: 'Disagree' } }, false],
  [{ number: 4 }, true],
  [{ number: 3 }, false],
  [{ text: 'what?' }, null],
])('the answer %j says that something was repeated: %s', (answer, repeated) => {
  const given = response({ asked: [{ title: 'Did you have to repeat yourself?', steps: 5 }], answers: [answer] });
  expect(answersOf(given, mapping()).repeated).toBe(repeated);
});

test('an answer to a question that the form has no more says nothing', () => {
  expect(answersOf(response({ answers: [{ number: 5 }] }), mapping()).scores).toEqual([]);
});

test.each([
  [{ account_id: ' 181 ' }, '181'],
  [{ account_id: 181 }, '181'],
  [{ account_id: 'xxxxx' }, null],
  [{ account_id: '' }, null],
  [{ other: '181' }, null],
])('the hidden fields %j name the account %s', (hidden, key) => {
  expect(accountOf(response({ hidden }), mapping())).toBe(key);
});

test('the address that was asked for goes before the hidden one', () => {
  const hidden = { email: 'Hidden@Acme.example' };
  expect(emailOf(response({ hidden }), mapping())).toBe('hidden@acme.example');
  expect(emailOf(response({ hidden, asked: [{}], answers: [{ email: 'Asked@Acme.example' }] }), mapping())).toBe('asked@acme.example');
  expect(emailOf(response({ hidden: { email: 'nobody' } }), mapping())).toBe(null);
});
