import type { DataSource } from 'typeorm';

export interface FieldSeen {
  /** Path within the record: 'properties.amount'. */
  field: string;
  /** At most three different values, each cut to 60 characters; empty when it was never filled. */
  samples: string[];
}

export interface StreamFields {
  stream: string;
  fields: FieldSeen[];
}

/** Records of each stream that are looked at. */
const RECORDS = 40;
const DEEPEST = 3;
const MOST_SAMPLES = 3;
const LONGEST = 60;

/** Which fields the records of a source hold, by those last read. Lists count as their first element. */
export async function fieldsSeen(db: DataSource, workspaceId: string, sourceId: string): Promise<StreamFields[]> {
  const rows = await db.query<{ stream: string; payload: unknown }[]>(
    `select latest.stream, latest.payload
       from (select stream from cursor where workspace_id = $1 and source_id = $2) known
       join lateral (
         select stream, payload from record
          where workspace_id = $1 and source_id = $2 and stream = known.stream
          order by read_at desc, external_id limit $3
       ) latest on true
      order by latest.stream`,
    [workspaceId, sourceId, RECORDS],
  );
  const streams = new Map<string, Map<string, Set<string>>>();
  for (const { stream, payload } of rows) {
    const fields = streams.get(stream) ?? new Map<string, Set<string>>();
    streams.set(stream, fields);
    note(fields, payload, []);
  }
  return [...streams].map(([stream, fields]) => ({ stream, fields: [...fields].map(seen).sort((a, b) => (a.field < b.field ? -1 : 1)) }));
}

const seen = ([field, samples]: [string, Set<string>]): FieldSeen => ({ field, samples: [...samples].slice(0, MOST_SAMPLES) });

function note(fields: Map<string, Set<string>>, value: unknown, path: string[]): void {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof one === 'object' && one !== null && path.length < DEEPEST) {
    for (const [name, inner] of Object.entries(one)) note(fields, inner, [...path, name]);
    return;
  }
  if (path.length === 0) return;
  const field = path.join('.');
  const samples = fields.get(field) ?? new Set();
  fields.set(field, samples);
  if (one === null || one === undefined || one === '' || samples.size >= MOST_SAMPLES) return;
  samples.add(String(typeof one === 'object' ? JSON.stringify(one) : one).slice(0, LONGEST));
}
