import type { Exercise, Rehearsal, Rehearsing } from '../stand-in/exercise.js';
import { FIVETRAN_HUBSPOT } from './fivetran-hubspot.js';
import { grant, type LandedDatabase, landedDatabase } from './landed.js';

const PAGE_ROWS = 50;

/** Where a database may be made; set by the setup of the tests. */
const URL_VARIABLE = 'BATON_TEST_POSTGRES_URL';

/** Tables that Fivetran landed of HubSpot, in a real Postgres; its tickets are driven. */
export const postgresExercise: Exercise = {
  kind: 'postgres',
  stream: 'postgres.tickets',
  pageSize: PAGE_ROWS,
  lacking: {
    merge: 'a landed row that was merged away is a deleted row',
    'expired cursor': 'a position is a time and a key, which never expire',
    limit: 'a database has no limit of requests',
    faults: 'it is not read over HTTP',
  },
  async start(wanted: Rehearsing): Promise<Rehearsal> {
    const url = process.env[URL_VARIABLE];
    if (!url) throw new Error(`Set ${URL_VARIABLE} to a Postgres in which a database may be made.`);
    const database = await landedDatabase(url);
    await database.run(FIVETRAN_HUBSPOT);
    await grant(database, 'hubspot');
    await fill(database, wanted);
    return rehearsal(database, wanted);
  },
};

async function fill({ run }: LandedDatabase, { records, now }: Rehearsing): Promise<void> {
  const at = now().toISOString();
  await run(
    `insert into hubspot.company (id, property_name, property_domain, _fivetran_synced)
    select n, 'Firm ' || n, 'firm-' || n || '.example', $1 from generate_series(1, 10) as n`,
    [at],
  );
  await run(
    `insert into hubspot.ticket (id, property_subject, property_hs_pipeline_stage, property_createdate, is_deleted, _fivetran_synced)
    select n, 'Ticket ' || n, 'open', $1::timestamptz - n * interval '1 hour', false, $1::timestamptz - (n % 7) * interval '1 day'
    from generate_series(1, $2::int) as n`,
    [at, records],
  );
  await run(
    `insert into hubspot.ticket_company (ticket_id, company_id, type_id, _fivetran_synced)
    select n, 1 + n % 10, 26, $1::timestamptz - (n % 7) * interval '1 day' from generate_series(1, $2::int) as n`,
    [at, records],
  );
}

function rehearsal(database: LandedDatabase, { records, now }: Rehearsing): Rehearsal {
  const standing = new Set(Array.from({ length: records }, (_, index) => String(index + 1)));
  let changes = 0;
  const touch = async (ids: string[]) => {
    changes += 1;
    await database.run(`update hubspot.ticket set property_subject = $2, _fivetran_synced = $3 where id = any($1)`, [
      ids,
      `Changed ${changes}`,
      now(),
    ]);
  };
  return {
    settings: {
      ...database.settings,
      pageRows: PAGE_ROWS,
      mapping: { currency: 'EUR', landed: { tool: 'hubspot', by: 'fivetran', schema: 'hubspot' } },
    },
    credentials: database.credentials,
    ids: () => [...standing],
    change: touch,
    tie: touch,
    remove: async (ids) => {
      await database.run(`update hubspot.ticket set is_deleted = true, _fivetran_synced = $2 where id = any($1)`, [ids, now()]);
      for (const id of ids) standing.delete(id);
    },
    merge: async () => {
      throw new Error(String(postgresExercise.lacking.merge));
    },
    expireCursors: async () => {},
    refused: () => 0,
    http: null,
    close: () => database.close(),
  };
}
