import { isUtf8 } from 'node:buffer';
import { gunzipSync } from 'node:zlib';

/** What the bytes of an answer are refused for. */
export class UnreadableAnswer extends Error {
  constructor(
    message: string,
    /** Another try may bring other bytes. */
    readonly again: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

interface Encoded {
  /** Content-Encoding; undefined for none. */
  packing: string | undefined;
  /** Content-Type. */
  type: string | undefined;
  /** The most bytes that may come out. */
  limit: number;
}

/** The text of a body: unpacked, without a byte order mark, UTF-8 unless it is not and says what else. Bytes that are nothing become U+FFFD. */
export function answerText(bytes: Buffer, { packing, type, limit }: Encoded): string {
  const plain = unpacked(bytes, packing, limit);
  const text = isUtf8(plain) ? plain.toString('utf8') : decoder(type).decode(plain);
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

export const tooLarge = (limit: number, options?: ErrorOptions) =>
  new UnreadableAnswer(
    `is larger than ${limit < 1_000_000 ? `${limit} bytes` : `${Math.round(limit / 1_000_000)} MB`} and was not read`,
    false,
    options,
  );

function unpacked(bytes: Buffer, packing: string | undefined, limit: number): Buffer {
  const how = packing?.trim().toLowerCase() ?? 'identity';
  if (how === 'identity' || how === '' || bytes.length === 0) return bytes;
  if (how !== 'gzip' && how !== 'x-gzip') throw new UnreadableAnswer(`is packed as "${how.slice(0, 20)}", which was not asked for`, false);
  try {
    return gunzipSync(bytes, { maxOutputLength: limit });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(limit, { cause });
    throw new UnreadableAnswer('cannot be unpacked', true, { cause });
  }
}

function decoder(type: string | undefined): InstanceType<typeof TextDecoder> {
  const [, charset = 'utf-8'] = /charset="?([\w-]+)/i.exec(type ?? '') ?? [];
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}
