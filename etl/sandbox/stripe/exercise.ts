import type { Exercise } from '../stand-in/exercise.js';
import { startStripeStandIn } from '../stripe-stand-in.js';
import { bookWith } from './plain-book.js';

const PAGE = 10;

export const stripeExercise: Exercise = {
  kind: 'stripe',
  stream: 'stripe.customers',
  pageSize: PAGE,
  lacking: {
    merge: 'Stripe merges no customers.',
    'expired cursor':
      'The cursor is a time, which Stripe never refuses; that events are kept for 30 days only is tested beside the source.',
  },
  async start({ records, now, strict }) {
    const book = bookWith(records, now());
    let refused = 0;
    const onRefused = () => {
      refused += 1;
    };
    const http = await startStripeStandIn(book, { now, perSecond: strict ? 25 : 100_000, onRefused });
    const seconds = () => Math.floor(now().getTime() / 1000);
    return {
      settings: { baseUrl: http.url, pageSize: PAGE, requestsPerSecond: strict ? 20 : 100 },
      credentials: http.credentials,
      ids: () => book.customers.filter(({ deleted }) => !deleted).map(({ id }) => id),
      change: async (ids) => book.changeCustomers(ids, seconds()),
      remove: async (ids) => book.removeCustomers(ids, seconds()),
      merge: async () => {
        throw new Error('Stripe merges no customers.');
      },
      tie: async (ids) => book.changeCustomers(ids, seconds()),
      expireCursors: async () => {},
      refused: () => refused,
      http,
      close: () => http.close(),
    };
  },
};
