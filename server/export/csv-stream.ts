import type * as arrow from 'apache-arrow';
import { textCell } from './csv-cell.js';
import { cellsOf } from './csv-column.js';

/** RFC 4180. */
const LINE_END = '\r\n';

const BYTE_ORDER_MARK = '\ufeff';

/** The same rows and columns as text: moments as ISO 8601 in UTC, lists with semicolons between, null as an empty cell. */
export async function* csvStream(
  schema: arrow.Schema,
  batches: AsyncIterable<arrow.RecordBatch>,
  { byteOrderMark }: { byteOrderMark: boolean },
): AsyncGenerator<Uint8Array> {
  const head = schema.fields.map(({ name }) => textCell(name)).join(',') + LINE_END;
  yield Buffer.from((byteOrderMark ? BYTE_ORDER_MARK : '') + head, 'utf8');
  for await (const batch of batches) if (batch.numRows > 0) yield Buffer.from(linesOf(batch), 'utf8');
}

function linesOf(batch: arrow.RecordBatch): string {
  const columns = batch.data.children.map(cellsOf);
  let lines = '';
  for (let row = 0; row < batch.numRows; row++) {
    for (let column = 0; column < columns.length; column++) lines += (column > 0 ? ',' : '') + (columns[column]?.[row] ?? '');
    lines += LINE_END;
  }
  return lines;
}
