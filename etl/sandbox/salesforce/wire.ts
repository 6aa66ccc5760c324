import type { Row, Sobject, Value } from './sobject.js';
import type { Column } from './soql-run.js';
import { valueAt } from './soql-run.js';

/** A record as REST sends it: typed, with what it is and where. */
export function restRecord(sobject: Sobject, columns: Column[], row: Row, version: string): Record<string, unknown> {
  const record: Record<string, unknown> = {
    attributes: { type: sobject.name, url: `/services/data/${version}/sobjects/${sobject.name}/${row.Id}` },
  };
  for (const column of columns) {
    const value = restValue(column, valueAt(row, column));
    const [relation = '', name] = column.path.split('.');
    if (name === undefined) record[column.field.name] = value;
    else record[relation] = related(record[relation], { column, name, value, id: row[column.through?.id ?? ''] ?? null });
  }
  return record;
}

function related(known: unknown, { column, name, value, id }: { column: Column; name: string; value: unknown; id: Value }): unknown {
  if (id === null) return null;
  const type = column.through?.sobject.name;
  return { ...(known as object | undefined), attributes: { type, url: `/services/data/v66.0/sobjects/${type}/${id}` }, [name]: value };
}

function restValue({ field }: Column, value: Value): unknown {
  return field.type === 'datetime' && typeof value === 'number' ? moment(value, '+0000') : value;
}

/** A page of a bulk job: every value quoted, nothing for null, the names of the columns first. */
export function csvPage(columns: Column[], rows: Row[]): string {
  const lines = rows.map((row) => columns.map((column) => quoted(csvValue(column, valueAt(row, column)))).join(','));
  return `${[columns.map(({ path }) => quoted(path)).join(','), ...lines].join('\n')}\n`;
}

function csvValue({ field }: Column, value: Value): string {
  if (value === null) return '';
  if (field.type === 'datetime' && typeof value === 'number') return moment(value, 'Z');
  return ['currency', 'double'].includes(field.type) && Number.isInteger(value) ? `${value}.0` : String(value);
}

const quoted = (text: string) => (text === '' ? '' : `"${text.replaceAll('"', '""')}"`);

/** REST writes the zone as +0000, bulk jobs as Z. */
export const moment = (at: number, zone: '+0000' | 'Z') => new Date(at).toISOString().replace('Z', zone);
