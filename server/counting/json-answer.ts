import { StreamableFile } from '@nestjs/common';

/** An answer as the bytes of its JSON. A controller that returns it sends them as they are. */
export class JsonAnswer<Answer extends object> extends StreamableFile {
  constructor(readonly bytes: Uint8Array) {
    super(bytes, { type: 'application/json; charset=utf-8', length: bytes.byteLength });
  }

  /** For those in the server who need the answer itself. */
  parse(): Answer {
    return JSON.parse(Buffer.from(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength).toString('utf8')) as Answer;
  }
}
