import * as arrow from 'apache-arrow';
import type { DataSource } from 'typeorm';
import type { Batch, Cargo, Field, Names } from './field.js';
import { fieldsOf } from './fields.js';

/** Handoffs of one record batch: small enough that other questions get their turn in between. */
const BATCH_ROWS = 4096;

const NAMES = `select id, name, account_name as account from handoff where workspace_id = $1 and id = any($2)`;

/** The schema of an export and its record batches, one after the other as they are asked for. An export of nothing has one batch without rows. */
export function batchesOf(
  db: DataSource,
  cargo: Cargo,
  metadata: Map<string, string>,
): { schema: arrow.Schema; batches: AsyncGenerator<arrow.RecordBatch> } {
  const fields = fieldsOf(cargo);
  const schema = new arrow.Schema(fields.map(arrowField), metadata);
  return { schema, batches: made(db, cargo, { schema, fields }) };
}

async function* made(
  db: DataSource,
  cargo: Cargo,
  shape: { schema: arrow.Schema; fields: readonly Field[] },
): AsyncGenerator<arrow.RecordBatch> {
  const { rows } = cargo;
  for (let from = 0; from < Math.max(rows.length, 1); from += BATCH_ROWS) {
    const some = rows.subarray(from, from + BATCH_ROWS);
    yield batchOf(shape, { rows: some, names: await namesOf(db, cargo, some) });
  }
}

function batchOf({ schema, fields }: { schema: arrow.Schema; fields: readonly Field[] }, batch: Batch): arrow.RecordBatch {
  const children = fields.map(({ data }) => data(batch));
  const type = new arrow.Struct(schema.fields);
  return new arrow.RecordBatch(schema, arrow.makeData({ type, length: batch.rows.length, nullCount: 0, children }));
}

function arrowField({ name, type, unit, absent }: Field): arrow.Field {
  const said = new Map([...(unit === null ? [] : [['unit', unit] as const]), ...(absent === null ? [] : [['null', absent] as const])]);
  return new arrow.Field(name, type, absent !== null, said);
}

async function namesOf(db: DataSource, { question }: Cargo, rows: Uint32Array): Promise<Names[]> {
  const ids = Array.from(rows, (row) => question.snapshot.id(row));
  const found = ids.length > 0 ? await db.query<(Names & { id: string })[]>(NAMES, [question.workspace.id, ids]) : [];
  const byId = new Map(found.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? { name: null, account: null });
}
