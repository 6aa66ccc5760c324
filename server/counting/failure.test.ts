import { HttpException, NotFoundException } from '@nestjs/common';
import { expect, test } from 'vitest';
import { invalid, problemOf } from '../http/problem.js';
import { errorOf, failureOf } from './failure.js';

/** As it arrives on the other thread. */
const carried = (error: unknown) => errorOf(structuredClone(failureOf(error)));

test.each([invalid([{ message: 'is in the future', path: ['asOf'] }]), new NotFoundException('There is no KPI "happiness".')])(
  '%s says the same on the other side',
  (thrown) => {
    const arrived = carried(thrown);
    if (!(arrived instanceof HttpException)) throw new Error('it is no HTTP exception any more');
    expect(problemOf(arrived, { instance: '/api/kpi' })).toEqual(problemOf(thrown, { instance: '/api/kpi' }));
  },
);

test('a failure of the database keeps its code, and shows where it was thrown', () => {
  const thrown = Object.assign(new Error('connection refused'), { code: 'ECONNREFUSED' });
  expect(carried(thrown)).toMatchObject({ message: 'connection refused', code: 'ECONNREFUSED', stack: thrown.stack });
  expect(carried(thrown)).not.toBeInstanceOf(HttpException);
});

test('what is no error becomes one', () => expect(carried('gone').message).toBe('gone'));
