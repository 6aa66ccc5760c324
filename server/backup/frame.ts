import { BrokenBackup } from './head.js';

/** H: head. T: rows of a table begin, its name. D: some of them, as COPY writes them. E: they end. Z: the foot. */
export type FrameKind = 'H' | 'T' | 'D' | 'E' | 'Z';

export interface Frame {
  kind: FrameKind;
  body: Buffer;
}

const HEADER_BYTES = 5;
/** None is longer; a longer one is noise. */
const LONGEST = 1_100_000_000;

/** One letter, the length of the body in four bytes, the body. */
export function frame(kind: FrameKind, body: Buffer): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.write(kind, 'latin1');
  header.writeUInt32BE(body.length, 1);
  return Buffer.concat([header, body]);
}

export const jsonFrame = (kind: FrameKind, value: unknown): Buffer => frame(kind, Buffer.from(JSON.stringify(value)));

/** The frames of a stream of bytes, with the bytes that each was. Throws BrokenBackup where there is none. */
export async function* framesIn(bytes: AsyncIterable<Buffer>): AsyncGenerator<Frame & { bytes: Buffer }> {
  let pieces: Buffer[] = [];
  let size = 0;
  let wanted = HEADER_BYTES;
  for await (const piece of bytes) {
    pieces.push(piece);
    size += piece.length;
    while (size >= wanted) {
      const held = pieces.length === 1 ? (pieces[0] as Buffer) : Buffer.concat(pieces);
      const whole = HEADER_BYTES + lengthIn(held);
      pieces = [held];
      wanted = whole;
      if (held.length < whole) break;
      const mine = held.subarray(0, whole);
      yield { kind: kindIn(mine), body: mine.subarray(HEADER_BYTES), bytes: mine };
      const rest = held.subarray(whole);
      pieces = rest.length > 0 ? [rest] : [];
      size = rest.length;
      wanted = HEADER_BYTES;
    }
  }
  if (size > 0) throw new BrokenBackup('It is cut off in the middle of a row.');
}

function kindIn(bytes: Buffer): FrameKind {
  const kind = bytes.toString('latin1', 0, 1);
  if (kind === 'H' || kind === 'T' || kind === 'D' || kind === 'E' || kind === 'Z') return kind;
  throw new BrokenBackup('It is damaged: what follows is no part of a backup.');
}

function lengthIn(bytes: Buffer): number {
  const length = bytes.readUInt32BE(1);
  if (length > LONGEST) throw new BrokenBackup('It is damaged: a part of it says that it is longer than any can be.');
  return length;
}
