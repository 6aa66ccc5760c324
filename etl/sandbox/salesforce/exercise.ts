import { serveOrg } from '../salesforce-stand-in.js';
import type { Exercise } from '../stand-in/exercise.js';
import { orgOf } from './org.js';
import { salesforceId } from './salesforce-id.js';
import type { Row } from './sobject.js';

const PAGE = 25;
/** More than a page and less than two: both ways of a first load have their edges. */
const BULK_FROM = 40;
const DAY = 86_400_000;
/** What a page of CSV must carry unharmed. */
const NAMES = ['Customer #', 'Søhne "#", Sons & Co', 'لوجستيات #', 'Rocket 🚀 #', 'Two\nlines #'];
const SEGMENTS = ['standard', 'enterprise'];

/** Accounts of which each changed a day after the one before. */
function book(records: number, until: number): Row[] {
  return Array.from({ length: records }, (_, n) => {
    const at = second(until - (records - n + 1) * DAY);
    return {
      Id: salesforceId('001', 7_000 + n),
      CreatedDate: at,
      LastModifiedDate: at,
      SystemModstamp: at,
      IsDeleted: false,
      MasterRecordId: null,
      Name: NAMES[n % NAMES.length]?.replace('#', String(n)) ?? null,
      Website: `https://www.customer-${n}.example/`,
      Industry: n % 3 === 0 ? null : 'Logistics',
      Segment__c: SEGMENTS[n % 2] ?? null,
      Region__c: 'Nordics',
      Partner_Tier__c: n % 5 === 0 ? 'Gold' : null,
      Lifetime_Band__c: 'first deal',
    };
  });
}

const second = (at: number) => Math.floor(at / 1000) * 1000;

export const salesforceExercise: Exercise = {
  kind: 'salesforce',
  stream: 'salesforce.accounts',
  pageSize: PAGE,
  lacking: {},
  async start({ records, now, strict = false }) {
    let accounts = book(records, now().getTime());
    const user = {
      Id: salesforceId('005', 1),
      SystemModstamp: second(now().getTime() - DAY),
      Name: 'Amira Haddad',
      UserType: 'Standard',
      IsActive: true,
    };
    const org = orgOf(
      () =>
        new Map([
          ['Account', accounts],
          ['User', [user]],
        ]),
    );
    const standIn = await serveOrg(org, { now, pageSize: PAGE, perDay: strict ? 15_000 : 10_000_000 });
    const touch = (ids: string[], edit: (row: Row) => void) => {
      const at = second(now().getTime());
      for (const row of accounts.filter(({ Id }) => ids.includes(Id))) {
        edit(row);
        row.LastModifiedDate = row.SystemModstamp = at;
      }
    };
    const rename = (row: Row) => {
      row.Name = `${row.Name} (edited)`;
    };
    const intoTheBin = (masterId: string | null) => (row: Row) => {
      row.IsDeleted = true;
      row.MasterRecordId = masterId;
    };
    return {
      settings: { baseUrl: standIn.url, requestsPerSecond: 100, bulkFrom: BULK_FROM, bulkPageRecords: PAGE },
      credentials: standIn.credentials,
      ids: () => accounts.filter(({ IsDeleted }) => IsDeleted === false).map(({ Id }) => Id),
      change: async (ids) => touch(ids, rename),
      tie: async (ids) => touch(ids, rename),
      /** Every other one is gone without a trace: erased, and no list tells. */
      async remove(ids) {
        touch(
          ids.filter((_, n) => n % 2 === 0),
          intoTheBin(null),
        );
        const erased = new Set(ids.filter((_, n) => n % 2 === 1));
        accounts = accounts.filter(({ Id }) => !erased.has(Id));
      },
      async merge(winnerId, loserId) {
        touch([winnerId], rename);
        touch([loserId], intoTheBin(winnerId));
      },
      async expireCursors() {
        standIn.queries.forgetLocators();
        standIn.jobs.forgetJobs();
      },
      refused: standIn.refused,
      http: standIn,
      close: standIn.close,
    };
  },
};
