import type { DataSource } from 'typeorm';
import { repeatReader } from '../../etl/handoff/repeat/repeat-reader.js';
import { type EvidenceRow, evidenceColumns, evidenceJoins, evidenceShape } from '../handoff/evidence.js';
import { SECTION_LABELS } from '../handoff/timeline.js';
import type { Found } from './episodes.js';
import { passageIn } from './passage.js';
import type { RepeatEpisode } from './repeat.schema.js';

interface Row extends EvidenceRow {
  factId: string;
  handoffName: string;
  accountName: string;
  wonAt: Date;
  csm: string | null;
  title: string | null;
  evidence: string | null;
  body: string | null;
}

const TOLD = `
  with asked as (
    select * from unnest($2::text[], $3::text[], $4::text[]) a (source_id, fact_id, handoff_id)
  ),
  said as (
    select e.workspace_id, e.source_id, e.fact_id, e.handoff_id, e.title, e.evidence, e.stream, e.record_id
      from asked a join handoff_event e
        on e.workspace_id = $1 and e.handoff_id = a.handoff_id and e.source_id = a.source_id and e.fact_id = a.fact_id
     where e.kind = 'information-repeated'
    union all
    select v.workspace_id, v.source_id, v.fact_id, v.handoff_id, v.title, v.evidence, v.stream, v.record_id
      from asked a join episode_verdict v on v.workspace_id = $1 and v.source_id = a.source_id and v.fact_id = a.fact_id
     where v.verdict = 'dismissed'
  ),
  named as materialized (
    select *, case when fact_id like 'message:%' then substr(fact_id, length('message:') + 1) end as message_id from said
  )
  select s.fact_id as "factId", h.name as "handoffName", h.account_name as "accountName", h.won_at as "wonAt", h.csm_name as csm, s.title,
         s.evidence, m.body, ${evidenceColumns('s')}
    from named s
    join handoff h on h.workspace_id = $1 and h.id = s.handoff_id
    left join message m on m.workspace_id = $1 and m.source_id = s.source_id and m.external_id = s.message_id and m.visible
    ${evidenceJoins('s')}`;

/** The episodes of one page with their names, words and records; one whose record came apart since it was found is left out. */
export async function toldEpisodes(
  db: DataSource,
  workspaceId: string,
  { found, counted }: { found: readonly Found[]; counted: (episode: Found) => boolean },
): Promise<RepeatEpisode[]> {
  if (found.length === 0) return [];
  const columns = [found.map((one) => one.sourceId), found.map((one) => one.factId), found.map((one) => one.handoffId)];
  const rows = await db.query<Row[]>(TOLD, [workspaceId, ...columns]);
  const rowOf = new Map(rows.map((row) => [`${row.sourceId} ${row.factId}`, row]));
  return found.flatMap((episode) => {
    const row = rowOf.get(`${episode.sourceId} ${episode.factId}`);
    return row ? [toldEpisode(episode, { row, counted: counted(episode) })] : [];
  });
}

function toldEpisode(found: Found, { row, counted }: { row: Row; counted: boolean }): RepeatEpisode {
  const { sourceId, factId, handoffId, at, tier, verdict, decidedAt } = found;
  const [asked] = tier === 'asked again' && row.evidence !== null ? repeatReader().asked(row.evidence) : [];
  return {
    ...{ sourceId, factId, handoffId, tier, verdict, counted },
    handoffName: row.handoffName,
    accountName: row.accountName,
    wonAt: row.wonAt.toISOString(),
    csm: row.csm,
    at: at.toISOString(),
    subject: row.title,
    section: asked ? SECTION_LABELS[asked.section] : null,
    passage: row.evidence === null ? null : passageIn(row.body, row.evidence),
    decidedAt: decidedAt?.toISOString() ?? null,
    record: evidenceShape(row),
  };
}
