import type { DataSource } from 'typeorm';
import { sourceKindOf } from '../../etl/sync/open-source.js';
import type { Workspace } from '../../etl/warehouse/index.js';
import { dataAsOf } from '../handoff/freshness.js';
import { freshness, worst } from './freshness.js';
import { nextRun } from './next-run.js';
import type { SourceStanding, Sources, StreamStanding } from './source.schema.js';
import { readSources, readStreams, type SourceFacts, type StreamFacts } from './source-row.js';

export interface Moment {
  now: Date;
  /** Ids of sources whose run this process has begun, perhaps not yet written down. */
  begun: ReadonlySet<string>;
}

/** All sources of a workspace, how fresh each is, and the worst of them. */
export async function standings(db: DataSource, workspace: Workspace, moment: Moment): Promise<Sources> {
  const [facts, streams, through] = await Promise.all([
    readSources(db, workspace.id),
    readStreams(db, workspace.id),
    dataAsOf(db, workspace.id),
  ]);
  const of = (id: string) => streams.filter(({ sourceId }) => sourceId === id).map(streamStanding);
  const all = facts.map((source) => ({ ...sourceStanding(source, workspace.timeZone, moment), streams: of(source.id) }));
  return { state: worst(all.map(({ state }) => state)), dataAsOf: iso(through), sources: all };
}

function sourceStanding(facts: SourceFacts, timeZone: string, { now, begun }: Moment): Omit<SourceStanding, 'streams'> {
  const { id, kind, name, schedule, periodMinutes, rejectedCount } = facts;
  const running = facts.running || begun.has(id);
  return {
    id,
    kind,
    byHand: sourceKindOf(kind)?.byHand ?? false,
    name,
    schedule,
    periodMinutes,
    rejectedCount,
    ...freshness({ ...facts, running }, now),
    lastSuccessAt: iso(facts.lastSuccessAt),
    readThroughAt: iso(facts.readThroughAt),
    nextRunAt: iso(dueAt(facts, timeZone)),
  };
}

/** When the schedule reads it next; null when it has none or stands still. In the past when Baton was not running then. */
export function dueAt({ schedule, pausedReason, lastStartedAt, createdAt }: SourceFacts, timeZone: string): Date | null {
  return schedule && !pausedReason ? nextRun(schedule, timeZone, lastStartedAt ?? createdAt) : null;
}

const streamStanding = ({ sourceId: _, lastReadAt, readThroughAt, ...rest }: StreamFacts): StreamStanding => ({
  ...rest,
  lastReadAt: iso(lastReadAt),
  readThroughAt: iso(readThroughAt),
});

const iso = (at: Date | null) => at?.toISOString() ?? null;
