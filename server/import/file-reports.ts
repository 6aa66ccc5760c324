import type { DataSource } from 'typeorm';
import type { StreamRun } from '../../etl/warehouse/index.js';
import type { Positions } from './replaced-rejects.js';

/** Reasons shown of each file; the rest are in the dashboard. */
const SHOWN = 5;

interface Given {
  workspaceId: string;
  sourceId: string;
  streams: StreamRun[];
  before: Positions;
}

/** What became of each file, in words, with the first rows that were refused and why. */
export async function fileReports(db: DataSource, given: Given): Promise<string[]> {
  const lines: string[] = [];
  for (const stream of given.streams) {
    const rejected = await rejectedRows(db, given, stream.stream);
    lines.push(`${nameOf(stream.stream)}: ${wordsOf(stream, given.before)}${stillRejected(stream, rejected.count)}`);
    lines.push(...rejected.reasons.map((reason) => `  ${reason}`));
    if (rejected.count > rejected.reasons.length) lines.push(`  and ${rejected.count - rejected.reasons.length} more`);
  }
  return lines;
}

function wordsOf(stream: StreamRun, before: Positions): string {
  if (stream.error) return `failed after ${stream.readCount} rows. ${stream.error}`;
  if (stream.readCount === 0 && before.has(stream.stream)) return 'unchanged since the last import';
  const { readCount, writtenCount, rejectedCount } = stream;
  const unchanged = readCount - writtenCount - rejectedCount;
  return `${readCount} rows read, ${writtenCount} written, ${unchanged} unchanged, ${rejectedCount} rejected`;
}

const stillRejected = (stream: StreamRun, count: number) =>
  count > stream.rejectedCount ? ` (${count} rejected rows are open in all)` : '';

/** 'csv.deals.csv' is 'deals.csv'; what deals name in passing is said so. */
const nameOf = (stream: string) => stream.replace(/^csv\./, '').replace(/^(accounts|people)-named$/, '$1 that deals name');

async function rejectedRows(db: DataSource, { workspaceId, sourceId }: Given, stream: string) {
  const rows = await db.query<{ reason: string; count: number }[]>(
    `select reason, (count(*) over (partition by workspace_id))::int as count from rejected_record
      where workspace_id = $1 and source_id = $2 and stream = $3 and resolved_at is null
      order by substring(reason from ' row ([0-9]{1,15}):')::bigint nulls last, external_id limit $4`,
    [workspaceId, sourceId, stream, SHOWN],
  );
  return { count: rows[0]?.count ?? 0, reasons: rows.map(({ reason }) => reason.replace(/^csv\./, '')) };
}
