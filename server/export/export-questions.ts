import type { DataSource } from 'typeorm';
import type { AnyQuery, CountedQuestion } from '../counting/counted-question.js';
import { ask } from '../kpi/question.js';
import { arrowStream } from './arrow-stream.js';
import { batchesOf } from './batches.js';
import { cargoOf } from './cargo.js';
import { csvStream } from './csv-stream.js';
import type { ExportQuery } from './export.schema.js';
import type { Cargo } from './field.js';
import { metadataOf } from './metadata.js';
import { RunningExports } from './running.js';

/** Which export, among those that are asked for part by part. */
export interface Ticket extends AnyQuery {
  ticket: string;
}

/** What can be said before the first handoff. */
export interface Begun {
  metadata: Record<string, string>;
}

/** Base64; null after the last. */
export interface Part {
  bytes: string | null;
}

/** In the thread that has the columns. */
const running = new RunningExports();

export const beginExport: CountedQuestion<ExportQuery & Ticket, Begun> = {
  name: 'export/begin',
  kept: false,
  slow: true,
  async answer(ground, workspace, { ticket, ...query }) {
    const question = await ask(ground, workspace, query);
    const cargo = cargoOf(question, query);
    const metadata = metadataOf(question, query, cargo.rows.length);
    await running.begin(ticket, { workspaceId: workspace.id, parts: partsOf(ground.db, cargo, { query, metadata }) }, Date.now());
    return { metadata: Object.fromEntries(metadata) };
  },
};

export const nextPart: CountedQuestion<Ticket, Part> = {
  name: 'export/next',
  kept: false,
  slow: true,
  async answer(_, workspace, { ticket }) {
    const bytes = await running.next(ticket, workspace.id, Date.now());
    return { bytes: bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64') };
  },
};

export const endExport: CountedQuestion<Ticket, object> = {
  name: 'export/end',
  kept: false,
  slow: true,
  async answer(_, __, { ticket }) {
    await running.end(ticket);
    return {};
  },
};

function partsOf(db: DataSource, cargo: Cargo, { query, metadata }: { query: ExportQuery; metadata: Map<string, string> }) {
  const { schema, batches } = batchesOf(db, cargo, metadata);
  return query.format === 'arrow' ? arrowStream(schema, batches) : csvStream(schema, batches, { byteOrderMark: query.bom === 'yes' });
}
