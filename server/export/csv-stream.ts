import * as arrow from 'apache-arrow';
import { textCell } from './csv-cell.js';

/** RFC 4180. */
const LINE_END = '\r\n';

const BYTE_ORDER_MARK = '\ufeff';

/** The same rows and columns as text: moments as ISO 8601 in UTC, lists with semicolons between, null as an empty cell. */
export async function* csvStream(
  schema: arrow.Schema,
  batches: AsyncIterable<arrow.RecordBatch>,
  { byteOrderMark }: { byteOrderMark: boolean },
): AsyncGenerator<Uint8Array> {
  const writers = schema.fields.map(({ type }) => cellOf(type));
  const head = schema.fields.map(({ name }) => textCell(name)).join(',') + LINE_END;
  yield Buffer.from((byteOrderMark ? BYTE_ORDER_MARK : '') + head, 'utf8');
  for await (const batch of batches) if (batch.numRows > 0) yield Buffer.from(linesOf(batch, writers), 'utf8');
}

function linesOf(batch: arrow.RecordBatch, writers: readonly Writer[]): string {
  const columns = writers.map((write, i) => {
    const column = batch.getChildAt(i);
    return Array.from({ length: batch.numRows }, (_, row) => {
      const value: unknown = column?.get(row) ?? null;
      return value === null ? '' : write(value);
    });
  });
  const lines: string[] = [];
  for (let row = 0; row < batch.numRows; row++) lines.push(columns.map((column) => column[row]).join(','), LINE_END);
  return lines.join('');
}

type Writer = (value: unknown) => string;

const moment: Writer = (value) => new Date(Number(value)).toISOString().replace('.000Z', 'Z');
const text: Writer = (value) => textCell(String(value));

/** Numbers, moments and flags are ours and are written as they are. */
function cellOf(type: arrow.DataType): Writer {
  if (arrow.DataType.isTimestamp(type)) return moment;
  if (arrow.DataType.isList(type)) {
    const inner = arrow.DataType.isTimestamp(type.valueType) ? moment : String;
    return (value) => (value instanceof arrow.Vector ? Array.from(value as Iterable<unknown>, inner).join(';') : '');
  }
  return arrow.DataType.isFloat(type) || arrow.DataType.isBool(type) ? String : text;
}
