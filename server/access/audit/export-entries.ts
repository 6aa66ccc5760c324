import type { DataSource } from 'typeorm';
import { within } from '../../../etl/warehouse/index.js';
import { textCell } from '../../export/csv-cell.js';
import type { AuditEntryShape, AuditFilter } from './audit.schema.js';
import { auditEntries } from './entries.js';

const PAGE = 1_000;
const COLUMNS = ['number', 'at', 'kind', 'email', 'name', 'token', 'action', 'subject', 'detail', 'request', 'address', 'hash'];

/** All entries that are asked for, the latest first, a page in memory at a time. */
export async function* exportedEntries(
  db: DataSource,
  workspaceId: string,
  { format, ...filter }: AuditFilter & { format: 'csv' | 'jsonl' },
): AsyncGenerator<string> {
  if (format === 'csv') yield `${COLUMNS.join(',')}\r\n`;
  const lineOf = format === 'csv' ? csvLine : (entry: AuditEntryShape) => `${JSON.stringify(entry)}\n`;
  let after: string | undefined;
  do {
    // Whoever takes the answer decides when the next page is read, and from where it is asked.
    const page = await within(workspaceId, () => auditEntries(db, workspaceId, { ...filter, after, limit: PAGE }));
    yield page.map(lineOf).join('');
    after = page.length < PAGE ? undefined : page.at(-1)?.number;
  } while (after !== undefined);
}

function csvLine({ number, at, actor, action, subject, detail, requestId, address, hash }: AuditEntryShape): string {
  const cells = [actor.kind, actor.email, actor.name, actor.tokenPrefix, action, subject, JSON.stringify(detail), requestId, address, hash];
  return `${[number, at, ...cells.map((cell) => (cell === null || cell === undefined ? '' : textCell(cell)))].join(',')}\r\n`;
}
