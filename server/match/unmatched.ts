import type { DataSource } from 'typeorm';
import { alikeAccounts } from '../../etl/handoff/alike-accounts.js';
import { type Slice, type Unmatched, unmatchedFacts } from '../../etl/handoff/unmatched.js';
import { webAddress } from '../handoff/evidence.js';
import type { UnmatchedList } from './match.schema.js';

/** What leads to no known account, with the page of its tool and accounts of a like name. */
export async function unmatchedOf(db: DataSource, workspaceId: string, slice: Slice): Promise<UnmatchedList> {
  const { unmatched, ...counts } = await unmatchedFacts(db, workspaceId, slice);
  const asked = unmatched.map((one) => ({
    key: keyOf(one),
    name: one.kind === 'company' || one.kind === 'person' ? one.name : null,
    address: one.address,
  }));
  const [alike, seen, dealSources] = await Promise.all([
    alikeAccounts(db, workspaceId, asked),
    whereSeen(db, workspaceId, unmatched),
    countDealSources(db, workspaceId),
  ]);
  return {
    ...counts,
    dealSources,
    unmatched: unmatched.map(({ latestAt, ...one }) => ({
      ...one,
      latestAt: latestAt?.toISOString() ?? null,
      sourceName: seen.get(keyOf(one))?.sourceName ?? one.sourceId,
      url: webAddress(seen.get(keyOf(one))?.url ?? null),
      suggestions: alike.get(keyOf(one)) ?? [],
    })),
  };
}

const keyOf = ({ kind, sourceId, externalId }: Pick<Unmatched, 'kind' | 'sourceId' | 'externalId'>) =>
  JSON.stringify([kind, sourceId, externalId]);

interface Seen {
  kind: Unmatched['kind'];
  sourceId: string;
  externalId: string;
  sourceName: string;
  url: string | null;
}

const SEEN = `
  with asked as (select * from unnest($2::text[], $3::text[], $4::text[]) a (kind, source_id, external_id)),
  evidence as (
    select a.*, f.stream, f.record_id from asked a
      join account_link f on f.workspace_id = $1 and a.kind = 'company' and f.source_id = a.source_id and f.external_id = a.external_id
    union all
    select a.*, f.stream, f.record_id from asked a
      join person f on f.workspace_id = $1 and a.kind = 'person' and f.source_id = a.source_id and f.external_id = a.external_id
    union all
    select a.*, f.stream, f.record_id from asked a
      join ticket f on f.workspace_id = $1 and a.kind = 'ticket' and f.source_id = a.source_id and f.external_id = a.external_id
    union all
    select a.*, f.stream, f.record_id from asked a
      join subscription f on f.workspace_id = $1 and a.kind = 'subscription' and f.source_id = a.source_id and f.external_id = a.external_id
    union all
    select a.*, f.stream, f.record_id from asked a
      join survey_response f
        on f.workspace_id = $1 and a.kind = 'survey response' and f.source_id = a.source_id and f.external_id = a.external_id
  )
  select e.kind, e.source_id as "sourceId", e.external_id as "externalId", s.name as "sourceName", r.url
    from evidence e
    join source s on s.workspace_id = $1 and s.id = e.source_id
    left join record r on r.workspace_id = $1 and r.source_id = e.source_id and r.stream = e.stream and r.external_id = e.record_id`;

async function whereSeen(db: DataSource, workspaceId: string, unmatched: Unmatched[]): Promise<Map<string, Seen>> {
  const columns = [
    unmatched.map(({ kind }) => kind),
    unmatched.map(({ sourceId }) => sourceId),
    unmatched.map(({ externalId }) => externalId),
  ];
  const rows = await db.query<Seen[]>(SEEN, [workspaceId, ...columns]);
  return new Map(rows.map((row) => [keyOf(row), row]));
}

async function countDealSources(db: DataSource, workspaceId: string): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(
    `select count(*)::int as count from source s
      where s.workspace_id = $1 and exists (select from deal d where d.workspace_id = $1 and d.source_id = s.id)`,
    [workspaceId],
  );
  return row?.count ?? 0;
}
