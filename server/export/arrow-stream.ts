import * as arrow from 'apache-arrow';

/** Takes what the writer writes, so that it can be sent before the next batch is made. */
class Taken extends arrow.AsyncByteQueue {
  private chunks: Uint8Array[] = [];

  override write(chunk: Uint8Array): void {
    this.chunks.push(chunk);
  }

  take(): Uint8Array {
    const bytes = Buffer.concat(this.chunks);
    this.chunks = [];
    return bytes;
  }
}

/** The Arrow IPC stream of record batches of one schema: as many chunks as batches, and the mark that says it is whole. */
export async function* arrowStream(schema: arrow.Schema, batches: AsyncIterable<arrow.RecordBatch>): AsyncGenerator<Uint8Array> {
  const taken = new Taken();
  const writer = new arrow.RecordBatchStreamWriter({ autoDestroy: false });
  writer.reset(taken, schema);
  for await (const batch of batches) {
    writer.write(batch);
    yield taken.take();
  }
  writer.finish();
  yield taken.take();
}
