import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { SourceError } from '../source-error.js';

/** A file on this machine, and the name by which its mapping calls it. */
export interface CsvFile {
  name: string;
  path: string;
  /** As the mapping declares it; null for utf-8. */
  encoding: string | null;
}

const HEAD_BYTES = 64 * 1024;

export const refused = (message: string, cause?: unknown) => new SourceError('schema', message, { cause });

/** The first part of a file as text. Throws a SourceError when there is no such file, or when it is no text of rows. */
export async function head(file: CsvFile): Promise<string> {
  const bytes = await firstBytes(file);
  const encoding = encodingOf(file, bytes);
  const kind = foreignKind(bytes, encoding);
  if (kind) throw refused(`${file.name} is ${kind}, not CSV. Export it as CSV (comma or semicolon separated text) and import again.`);
  const text = new TextDecoder(encoding).decode(bytes, { stream: true });
  if (text.trim() === '') throw refused(`${file.name} is empty. Export it again: the first row must name the columns.`);
  return text;
}

/** SHA-256 of the whole file. Throws a SourceError when its bytes are not text in the declared encoding, so that nothing is half imported. */
export async function fingerprint(file: CsvFile): Promise<string> {
  const hash = createHash('sha256');
  for await (const _ of text(file, (bytes) => hash.update(bytes)));
  return hash.digest('hex');
}

/** The file as text, piece by piece, without its byte order mark. */
export async function* text(file: CsvFile, see: (bytes: Buffer) => void = () => {}): AsyncGenerator<string> {
  const encoding = encodingOf(file, await firstBytes(file));
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const bytes of createReadStream(file.path) as AsyncIterable<Buffer>) {
    see(bytes);
    yield decoded(file, encoding, () => decoder.decode(bytes, { stream: true }));
  }
  yield decoded(file, encoding, () => decoder.decode());
}

/** The moment at which the file was last written. */
export const writtenAt = async (file: CsvFile): Promise<Date> => (await stat(file.path)).mtime;

function decoded(file: CsvFile, encoding: string, decode: () => string): string {
  try {
    return decode();
  } catch (cause) {
    const next = file.encoding
      ? 'Correct "encoding" in the mapping.'
      : 'Add "encoding": "windows-1252" to it in the mapping (what Excel writes), or save it as UTF-8.';
    throw refused(`${file.name} is not ${encoding} text. ${next}`, cause);
  }
}

async function firstBytes(file: CsvFile): Promise<Buffer> {
  try {
    const handle = await open(file.path);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0).finally(() => handle.close());
    return buffer.subarray(0, bytesRead);
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code === 'ENOENT' ? 'does not exist' : `cannot be read (${(cause as Error).message})`;
    throw refused(`${file.path} ${reason}. Paths in a mapping go from the folder of the mapping.`, cause);
  }
}

/** A byte order mark says more than the mapping. */
function encodingOf(file: CsvFile, bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  return file.encoding ?? 'utf-8';
}

/** What else than rows of text it is, by its first bytes; null when it may be CSV. */
function foreignKind(bytes: Buffer, encoding: string): string | null {
  const start = bytes
    .subarray(0, 512)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (start.startsWith('PK\u0003\u0004')) return 'an Excel workbook or a zip file';
  if (start.startsWith('%PDF')) return 'a PDF file';
  if (/^<(!doctype|html|\?xml|[a-z]+[ >])/i.test(start)) return 'a web page (HTML or XML)';
  if (/^[{[]\s*["{[\]}]/.test(start)) return 'JSON';
  return !encoding.startsWith('utf-16') && beginsBinary(bytes) ? 'a binary file' : null;
}

/** A control character in the header, or among the first 64 bytes, where every binary format has one. */
function beginsBinary(bytes: Buffer): boolean {
  const lineEnd = bytes.indexOf('\n');
  return bytes.subarray(0, Math.max(64, lineEnd)).some((byte) => byte < 9 || (byte > 13 && byte < 27));
}
