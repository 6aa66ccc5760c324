import { startPipedriveStandIn } from '../pipedrive-stand-in.js';
import type { Exercise } from '../stand-in/exercise.js';
import type { Book, Kept, KeptDeal } from './book.js';
import { seconds } from './book.js';
import { PIPEDRIVE_PIPELINES, PIPEDRIVE_STAGES } from './deal-of-sample.js';
import { BRIEF_FIELDS, DEAL_FIELDS, ORGANIZATION_FIELDS } from './fields.js';

const PAGE = 20;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ORGANIZATION = 501;

/** Deals of one customer, a day apart; some won, some lost. */
function bookOf(records: number, until: number): Book {
  const at = until - (records + 2) * DAY;
  return {
    companyId: 7701,
    users: [{ id: 11, name: 'Amira Haddad', email: 'amira@northwind-software.example', active: true, changedAt: at }],
    pipelines: PIPEDRIVE_PIPELINES,
    stages: PIPEDRIVE_STAGES,
    organizations: [
      kept(ORGANIZATION, at, { name: 'Sample & Söhne', website: 'https://www.sample-soehne.example', owner_id: 11, custom_fields: {} }),
    ],
    persons: [
      kept(601, at, {
        name: 'Petra Sample',
        org_id: ORGANIZATION,
        emails: [{ value: 'petra@sample-soehne.example', primary: true, label: 'work' }],
        custom_fields: {},
      }),
    ],
    deals: Array.from({ length: records }, (_, n) => deal(n, at + n * DAY)),
    activities: [
      kept(801, at, {
        subject: 'Kickoff',
        type: 'meeting',
        deal_id: 1_000,
        org_id: ORGANIZATION,
        owner_id: 11,
        done: true,
        marked_as_done_time: seconds(at + HOUR),
        due_date: seconds(at).slice(0, 10),
        due_time: null,
      }),
    ],
    dealFields: [...Object.values(DEAL_FIELDS), ...Object.values(BRIEF_FIELDS)],
    organizationFields: Object.values(ORGANIZATION_FIELDS),
  };
}

const kept = (id: number, at: number, fields: Record<string, unknown>): Kept => ({
  id,
  addedAt: at,
  changedAt: at,
  deletedAt: null,
  fields,
});

function deal(n: number, at: number): KeptDeal {
  const won = n % 3 === 0;
  const status = won ? 'won' : n % 3 === 1 ? 'lost' : 'open';
  const closed = status === 'open' ? null : seconds(at + HOUR);
  return {
    ...kept(1_000 + n, at, {
      title: `Sample deal ${n}`,
      owner_id: 11,
      org_id: ORGANIZATION,
      pipeline_id: 1,
      stage_id: 11,
      value: 1_000 + n,
      currency: 'EUR',
      status,
      won_time: won ? closed : null,
      lost_time: status === 'lost' ? closed : null,
      close_time: closed,
      custom_fields: { [DEAL_FIELDS.csm.key]: 11 },
    }),
    archivedAt: null,
    firstWonAt: won ? at + HOUR : null,
    changes: [
      { at: at + HOUR / 2, key: 'stage_id', from: '10', to: '11' },
      ...(status === 'open' ? [] : [{ at: at + HOUR, key: 'status', from: 'open', to: status }]),
    ],
  };
}

export const pipedriveExercise: Exercise = {
  kind: 'pipedrive',
  stream: 'pipedrive.deals',
  pageSize: PAGE,
  lacking: { merge: 'its lists do not say into which record another was merged: the one that is no more is found gone' },
  async start({ records, now, strict = false }) {
    const book = bookOf(records, now().getTime());
    const standIn = await startPipedriveStandIn(book, { now, perTwoSeconds: strict ? 20 : 100_000 });
    const chosen = (ids: string[]) => book.deals.filter(({ id }) => ids.includes(String(id)));
    const touch = async (ids: string[]) => {
      for (const one of chosen(ids)) {
        one.fields.title = `${one.fields.title} (edited)`;
        one.changedAt = now().getTime();
      }
    };
    return {
      settings: { baseUrl: standIn.url, oauthUrl: standIn.url, pageSize: PAGE, requestsPerTwoSeconds: strict ? 20 : 500 },
      credentials: standIn.credentials,
      ids: () => book.deals.filter(({ deletedAt }) => deletedAt === null).map(({ id }) => String(id)),
      change: touch,
      tie: touch,
      async remove(ids) {
        for (const one of chosen(ids)) one.deletedAt = one.changedAt = now().getTime();
      },
      merge: async () => {
        throw new Error('Pipedrive does not tell merges');
      },
      expireCursors: async () => standIn.expireCursors(),
      refused: standIn.refused,
      http: standIn,
      close: standIn.close,
    };
  },
};
