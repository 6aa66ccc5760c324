import { StreamableFile } from '@nestjs/common';
import type { Told } from './asked.js';

/** An answer as the bytes of its JSON. A controller that returns it sends them as they are. */
export class JsonAnswer<Answer extends object> extends StreamableFile {
  readonly bytes: Uint8Array;
  /** False when it had been counted for an earlier question. */
  readonly counted: boolean;

  /** True when it is of the moment before, while what came since is being counted. */
  readonly earlier: boolean;

  constructor({ bytes, counted, earlier }: Told) {
    super(bytes, { type: 'application/json; charset=utf-8', length: bytes.byteLength });
    this.bytes = bytes;
    this.counted = counted;
    this.earlier = earlier;
  }

  /** For those in the server who need the answer itself. */
  parse(): Answer {
    return JSON.parse(new TextDecoder().decode(this.bytes)) as Answer;
  }
}
