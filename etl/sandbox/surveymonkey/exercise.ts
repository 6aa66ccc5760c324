import type { Exercise } from '../stand-in/exercise.js';
import { startSurveymonkeyStandIn } from '../surveymonkey-stand-in.js';
import { surveyBookWith } from './book.js';

const PAGE = 10;

export const surveymonkeyExercise: Exercise = {
  kind: 'surveymonkey',
  stream: 'surveymonkey.responses',
  pageSize: PAGE,
  lacking: {
    merge: 'SurveyMonkey merges no responses.',
    'expired cursor': 'The cursor holds times, which SurveyMonkey never refuses; pages are numbered.',
  },
  async start({ records, now, strict }) {
    const book = surveyBookWith(records, now());
    let refused = 0;
    const onRefused = () => {
      refused += 1;
    };
    const wide = { perMinute: 1_000_000, perDay: 1_000_000 };
    const http = await startSurveymonkeyStandIn(book, { now, onRefused, ...(strict ? {} : wide) });
    const second = () => Math.floor(now().getTime() / 1000) * 1000;
    return {
      // An hour of look-back would hide how little is repeated after a crash: the answers lie minutes apart.
      settings: { baseUrl: http.url, pageSize: PAGE, wholeHours: 0, lookbackSeconds: 60 },
      credentials: http.credentials,
      ids: () => book.responses.map(({ id }) => id),
      change: async (ids) => book.change(ids, second()),
      remove: async (ids) => book.remove(ids),
      merge: async () => {
        throw new Error('SurveyMonkey merges no responses.');
      },
      tie: async (ids) => book.change(ids, second()),
      expireCursors: async () => {},
      refused: () => refused,
      http,
      close: () => http.close(),
    };
  },
};
