import type { DataSource } from 'typeorm';
import type { FactTable, Source, Stream } from '../source/source.js';
import type { SecretKey, Source as SourceRow } from '../warehouse/index.js';
import { cleanJson } from './clean-text.js';
import { openMapped } from './open-mapped.js';

export interface MappingToPreview {
  workspaceId: string;
  /** As it is stored: its settings are the old ones. */
  source: SourceRow;
  /** The new ones. */
  settings: Record<string, unknown>;
  /** 32 bytes; needed when the source has credentials. */
  secretKey?: SecretKey;
  /** By name; absent for all. */
  streams?: string[];
  /** Most records of each stream. */
  limit: number;
  now?: () => Date;
}

export interface StreamPreview {
  stream: string;
  records: PreviewedRecord[];
  changedCount: number;
  rejectedCount: number;
  /** Why the new settings reject records, the commonest first. */
  reasons: { reason: string; count: number }[];
}

export interface PreviewedRecord {
  externalId: string;
  /** Null when the settings in force cannot read it. */
  before: PreviewedFact[] | null;
  /** Null when the new settings cannot read it. */
  after: PreviewedFact[] | null;
  /** Why `after` is null; null otherwise. */
  reason: string | null;
  changed: boolean;
}

/** One row, its moments as ISO text. */
export interface PreviewedFact {
  /** Name of the table: 'deal'. */
  table: string;
  row: Record<string, unknown>;
}

/**
 * What the records last read give under the settings in force and would give under new ones. Writes nothing and does
 * not ask the vendor. Throws a SourceError when the new settings are not complete.
 */
export async function previewMapping(db: DataSource, wanted: MappingToPreview): Promise<StreamPreview[]> {
  const { source: row, secretKey, now = () => new Date() } = wanted;
  const next = openMapped(row, { settings: wanted.settings, secretKey, now });
  const current = openMapped(row, { settings: row.settings, secretKey, now });
  try {
    const previews: StreamPreview[] = [];
    for (const stream of next.streams.filter(({ name }) => wanted.streams?.includes(name) ?? true))
      previews.push(await previewStream(db, wanted, { next: stream, current: streamOf(current, stream.name) }));
    return previews;
  } finally {
    await Promise.all([next.close?.(), current.close?.()]);
  }
}

const streamOf = ({ streams }: Source, name: string): Stream | null => streams.find((stream) => stream.name === name) ?? null;

async function previewStream(db: DataSource, { workspaceId, source, limit }: MappingToPreview, streams: Streams): Promise<StreamPreview> {
  const rows: { external_id: string; payload: unknown }[] = await db.query(
    `select external_id, payload from record where workspace_id = $1 and source_id = $2 and stream = $3
    order by read_at desc, external_id limit $4`,
    [workspaceId, source.id, streams.next.name, limit],
  );
  const records = rows.map(({ external_id, payload }) => previewRecord(db, { externalId: external_id, payload, ...streams }));
  return {
    stream: streams.next.name,
    records,
    changedCount: records.filter(({ changed }) => changed).length,
    rejectedCount: records.filter(({ after }) => after === null).length,
    reasons: reasonsOf(records),
  };
}

/** `current` is null for a stream that only the new settings have. */
interface Streams {
  current: Stream | null;
  next: Stream;
}

interface Previewing extends Streams {
  externalId: string;
  payload: unknown;
}

function previewRecord(db: DataSource, { externalId, payload, current, next }: Previewing): PreviewedRecord {
  const before = current === null ? { facts: [], reason: null } : factsOf(db, current, payload);
  const after = factsOf(db, next, payload);
  const changed = JSON.stringify(before.facts) !== JSON.stringify(after.facts);
  return { externalId, before: before.facts, after: after.facts, reason: after.reason, changed };
}

function factsOf(db: DataSource, stream: Stream, payload: unknown): { facts: PreviewedFact[] | null; reason: string | null } {
  const nameOf = (table: FactTable) => db.getMetadata(table).tableName;
  try {
    const { rows } = stream.read(payload);
    const facts = rows.flatMap(({ table, rows: facts }) => facts.map((row) => ({ table: nameOf(table), row })));
    return { facts: JSON.parse(cleanJson(facts).json) as PreviewedFact[], reason: null };
  } catch (error) {
    return { facts: null, reason: (error as Error).message };
  }
}

function reasonsOf(records: PreviewedRecord[]): { reason: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { reason } of records) if (reason !== null) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count);
}
