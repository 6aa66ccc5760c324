import type { DataSource } from 'typeorm';
import { episodeKey } from '../../etl/handoff/repeat/episode-key.js';
import { startOfDay } from '../kpi/period.js';
import { type Question, rangeOf } from '../kpi/question.js';
import { byMoment } from './by-moment.js';
import type { RepeatEpisode } from './repeat.schema.js';

/** One episode of a question's handoffs, before its words are read. */
export interface Found extends Pick<RepeatEpisode, 'sourceId' | 'factId' | 'handoffId' | 'tier' | 'verdict'> {
  at: Date;
  decidedAt: Date | null;
  /** Row of its handoff in the snapshot. */
  row: number;
}

/** What was found stands in the timelines; what a person dismissed stands only where the person said so. */
const EPISODES = `
  with handoffs as (
    select id from handoff where workspace_id = $1 and removed_at is null and won_at >= $2 and won_at < $3
  ),
  found as (
    select e.*, ${episodeKey('e')} as episode
      from handoffs h join handoff_event e on e.workspace_id = $1 and e.handoff_id = h.id
     where e.kind = 'information-repeated' and e.at <= $4
  )
  select f.source_id as "sourceId", f.fact_id as "factId", f.handoff_id as "handoffId", f.detail as tier, f.at, v.verdict,
         v.decided_at as "decidedAt"
    from found f join handoff o on o.workspace_id = $1 and o.id = f.handoff_id
    left join episode_verdict v on v.workspace_id = $1 and v.source_id = f.source_id and v.episode = f.episode
   where f.at >= o.won_at
  union all
  select v.source_id, v.fact_id, v.handoff_id, v.tier, v.at, v.verdict, v.decided_at
    from handoffs h join episode_verdict v on v.workspace_id = $1 and v.handoff_id = h.id
   where v.verdict = 'dismissed' and v.at <= $4`;

/** The episodes of the handoffs that were asked about, of those that may be seen, the latest first. */
export async function episodesOf(db: DataSource, question: Question): Promise<Found[]> {
  const { workspace, period, asOf, calendar, snapshot } = question;
  const [from, to] = [startOfDay(period.from, calendar.timeZone), startOfDay(period.to, calendar.timeZone)];
  const rows = await db.query<Omit<Found, 'row'>[]>(EPISODES, [workspace.id, from, to, asOf]);
  const wanted = new Set(rows.map(({ handoffId }) => handoffId));
  const range = rangeOf(question, period);
  const rowOf = new Map<string, number>();
  for (let i = range.from; i < range.to && wanted.size > rowOf.size; i++) {
    const row = question.rows[i] ?? 0;
    const id = snapshot.id(row);
    if (wanted.has(id)) rowOf.set(id, row);
  }
  const found = rows.flatMap((episode) => {
    const row = rowOf.get(episode.handoffId);
    return row === undefined ? [] : [{ ...episode, row }];
  });
  return found.sort(byMoment);
}
