import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { type Frame, framesIn } from './frame.js';
import { type BackupHead, BrokenBackup, FORMAT, foot, head, MAGIC, type TableEnd, tableEnd } from './head.js';
import { count } from './make-backup.js';

/** One step through a backup, in order: its head, then of each table its beginning, its rows and its end. */
export type BackupPart =
  | { kind: 'head'; head: BackupHead }
  | { kind: 'table'; name: string }
  | { kind: 'rows'; bytes: Buffer }
  | { kind: 'end'; end: TableEnd };

/** Reads a backup from its beginning to its end. Throws BrokenBackup as soon as anything is missing, cut off or changed. */
export async function* readBackup(file: string): AsyncGenerator<BackupPart> {
  await mustBegin(file);
  const packed = createReadStream(file, { start: MAGIC.length });
  const bytes = createGunzip();
  packed.on('error', (error) => bytes.destroy(error));
  try {
    yield* partsIn(framesIn(packed.pipe(bytes)));
  } catch (cause) {
    if (cause instanceof BrokenBackup) throw new BrokenBackup(`${file} cannot be restored. ${cause.message}`, { cause });
    const { code } = cause as { code?: string };
    if (code?.startsWith('Z_'))
      throw new BrokenBackup(`${file} cannot be restored. It is ${code === 'Z_BUF_ERROR' ? 'cut off' : 'damaged'}.`, { cause });
    throw cause;
  } finally {
    packed.destroy();
  }
}

async function mustBegin(file: string): Promise<void> {
  const handle = await open(file).catch((cause: NodeJS.ErrnoException) => {
    throw new BrokenBackup(`${file} cannot be read (${cause.code ?? cause.message}).`, { cause });
  });
  try {
    const { buffer } = await handle.read(Buffer.alloc(MAGIC.length), 0, MAGIC.length, 0);
    if (!buffer.equals(MAGIC)) throw new BrokenBackup(`${file} is not a backup of Baton.`);
  } finally {
    await handle.close();
  }
}

async function* partsIn(frames: AsyncIterable<Frame & { bytes: Buffer }>): AsyncGenerator<BackupPart> {
  const reading = new Reading();
  for await (const frame of frames) {
    const part = reading.take(frame);
    if (part) yield part;
  }
  reading.mustHaveEnded();
}

/** What has been read so far, and must fit what is said of it. */
class Reading {
  private readonly all = createHash('sha256');
  private readonly ends: TableEnd[] = [];
  private rows = { hash: createHash('sha256'), count: 0 };
  private head: BackupHead | null = null;
  private ended = false;

  /** Null for the foot. */
  take({ kind, body, bytes }: Frame & { bytes: Buffer }): BackupPart | null {
    if (this.ended) throw new BrokenBackup('It is damaged: something follows its end.');
    if ((kind === 'H') !== (this.head === null)) throw new BrokenBackup('It is damaged: it does not begin with its head.');
    if (kind === 'Z') {
      this.mustBeWhole(told(foot, body));
      return null;
    }
    this.all.update(bytes);
    if (kind === 'H') {
      this.head = headIn(body);
      return { kind: 'head', head: this.head };
    }
    if (kind === 'T') {
      this.rows = { hash: createHash('sha256'), count: 0 };
      return { kind: 'table', name: told(z.string(), body) };
    }
    if (kind === 'E') return { kind: 'end', end: this.endOf(told(tableEnd, body)) };
    count(this.rows, body);
    return { kind: 'rows', bytes: body };
  }

  mustHaveEnded(): void {
    if (!this.ended) throw new BrokenBackup('It is cut off: its end is missing.');
  }

  private endOf(end: TableEnd): TableEnd {
    if (end.rows !== this.rows.count || end.sha256 !== this.rows.hash.digest('hex'))
      throw new BrokenBackup(`The rows of ${end.name} were changed.`);
    this.ends.push(end);
    return end;
  }

  private mustBeWhole({ sha256 }: z.infer<typeof foot>): void {
    const wanted = this.head?.tables.map(({ name }) => name).join();
    const whole = sha256 === this.all.digest('hex') && this.ends.map(({ name }) => name).join() === wanted;
    if (!whole) throw new BrokenBackup('It is damaged: its parts do not fit together.');
    this.ended = true;
  }
}

function headIn(body: Buffer): BackupHead {
  const { format } = told(z.object({ format: z.int() }), body);
  if (format > FORMAT) throw new BrokenBackup('It was made by a newer Baton. Install that version, and restore with it.');
  return told(head, body);
}

function told<Shape extends z.ZodType>(shape: Shape, body: Buffer): z.infer<Shape> {
  const read = shape.safeParse(jsonIn(body));
  if (!read.success) throw new BrokenBackup('It is damaged: a part of it does not say what it should.');
  return read.data;
}

function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
