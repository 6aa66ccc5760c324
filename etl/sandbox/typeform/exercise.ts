import type { Exercise } from '../stand-in/exercise.js';
import { startTypeformStandIn } from '../typeform-stand-in.js';
import { type TypeformBook, type TypeformResponse, tokenOf } from './book.js';

const PAGE = 25;
const HOUR = 3_600_000;

/** Answers to one form, an hour apart. */
function answered(records: number, until: number): TypeformBook {
  const response = (n: number): TypeformResponse => ({
    token: tokenOf(10_000 + n),
    formId: 'week1ok',
    at: Math.floor((until - (records - n + 1) * HOUR) / 1000) * 1000,
    companyId: n % 2 === 0 ? '18100000000' : null,
    email: `person${n}@sample-customer.example`,
    stars: 1 + (n % 5),
    likely: n % 11,
    repeated: n % 4 === 0,
    comment: n % 3 === 0 ? `Größe ${n} is fine` : null,
  });
  return { forms: [{ id: 'week1ok', title: 'Your first week' }], responses: Array.from({ length: records }, (_, n) => response(n)) };
}

export const typeformExercise: Exercise = {
  kind: 'typeform',
  stream: 'typeform.responses',
  pageSize: PAGE,
  lacking: {
    change: 'an answer that was handed in stays as it is',
    merge: 'answers are not merged',
    'equal times': 'nothing about an answer changes, so nothing changes at once',
    'expired cursor': 'the cursor is a time of our own, and a page goes on from the token of an answer',
  },
  async start({ records, now, strict = false }) {
    const book = answered(records, now().getTime());
    const standIn = await startTypeformStandIn(book, { now, perSecond: strict ? 2 : 100_000 });
    const never = async () => {
      throw new Error('Typeform has no such thing');
    };
    return {
      settings: { baseUrl: standIn.url, pageSize: PAGE, requestsPerSecond: strict ? 2 : 10_000 },
      credentials: standIn.credentials,
      ids: () => book.responses.map(({ token }) => token),
      change: never,
      tie: never,
      async remove(tokens) {
        book.responses = book.responses.filter(({ token }) => !tokens.includes(token));
      },
      merge: never,
      expireCursors: never,
      refused: standIn.refused,
      http: standIn,
      close: standIn.close,
    };
  },
};
