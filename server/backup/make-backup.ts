import { createHash, type Hash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { HeardClient, KEEPER_ROLE } from '../../etl/warehouse/index.js';
import { batonVersion } from './baton-version.js';
import { frame, jsonFrame } from './frame.js';
import { type BackupFoot, type BackupHead, FORMAT, MAGIC, type TableEnd } from './head.js';
import { appliedMigrations, LEFT_OUT, type StoredTable, storedTables } from './stored-tables.js';

export interface BackupWanted {
  /** Of the owner of the tables. */
  url: string;
  /** Appears whole or not at all. One that is there already is replaced. */
  file: string;
  /** Id of the key that seals credentials, hex: whoever restores learns that theirs is another one. */
  keyId: string;
  now: Date;
  signal?: AbortSignal;
}

export interface BackupMade {
  tables: TableEnd[];
  /** Of rows, before they are compressed. */
  bytes: number;
  fileBytes: number;
}

/** Bytes of rows that are written at once. */
const PIECE = 1 << 18;
/** Half the time of the usual one, for a file that is a sixth larger. */
const GZIP_LEVEL = 3;

/** Writes all there is, as it stood at one moment, into one file, while others go on working. */
export async function makeBackup({ url, file, keyId, now, signal }: BackupWanted): Promise<BackupMade> {
  const client = new HeardClient({ connectionString: url, application_name: 'baton backup', statement_timeout: 0 });
  await client.connect();
  const part = `${file}.part`;
  const made: BackupMade = { tables: [], bytes: 0, fileBytes: 0 };
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query(PLAIN_TEXT);
    const tables = (await storedTables(client)).filter(({ name }) => !LEFT_OUT.includes(name));
    const head = headOf({ tables, migrations: await appliedMigrations(client), keyId, now });
    const packed = createGzip({ level: GZIP_LEVEL });
    const target = createWriteStream(part, { mode: 0o600, flush: true });
    target.write(MAGIC);
    await pipeline(Readable.from(framesOf(client, { head, tables, made }), { objectMode: false }), packed, target, { signal });
    await client.query('commit');
    await keepAs(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
  return { ...made, fileBytes: (await stat(file)).size };
}

/** The same text whatever the server is set to. */
const PLAIN_TEXT = `set local datestyle = 'iso'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
  set local extra_float_digits = 1; set local bytea_output = 'hex'; set local client_encoding = 'UTF8'`;

interface Begun {
  tables: StoredTable[];
  migrations: string[];
  keyId: string;
  now: Date;
}

const headOf = ({ tables, migrations, keyId, now }: Begun): BackupHead => ({
  ...{ format: FORMAT, baton: batonVersion(), madeAt: now.toISOString(), migrations, keyId },
  tables: tables.map(({ name, columns }) => ({ name, columns })),
});

interface Writing {
  head: BackupHead;
  tables: StoredTable[];
  made: BackupMade;
}

async function* framesOf(client: Client, { head, tables, made }: Writing): AsyncGenerator<Buffer> {
  const all = createHash('sha256');
  const counted = (bytes: Buffer) => {
    all.update(bytes);
    return bytes;
  };
  yield counted(jsonFrame('H', head));
  for (const table of tables) {
    yield counted(jsonFrame('T', table.name));
    const rows = { hash: createHash('sha256'), count: 0 };
    for await (const piece of rowsOf(client, table)) {
      count(rows, piece);
      made.bytes += piece.length;
      yield counted(frame('D', piece));
    }
    const end: TableEnd = { name: table.name, rows: rows.count, sha256: rows.hash.digest('hex') };
    made.tables.push(end);
    yield counted(jsonFrame('E', end));
  }
  const foot: BackupFoot = { tables: made.tables, sha256: all.digest('hex') };
  yield jsonFrame('Z', foot);
}

const NEWLINE = 10;

/** Every row is one line: a line break within a value is written as two characters. */
export function count(rows: { hash: Hash; count: number }, piece: Buffer): void {
  rows.hash.update(piece);
  for (let at = piece.indexOf(NEWLINE); at !== -1; at = piece.indexOf(NEWLINE, at + 1)) rows.count += 1;
}

async function* rowsOf(client: Client, { name, columns, kept }: StoredTable): AsyncGenerator<Buffer> {
  await client.query(kept ? `set local role ${KEEPER_ROLE}` : 'reset role');
  const stream = client.query(copyTo(`copy (select ${columns.join(', ')} from ${name}) to stdout`));
  let pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    pieces.push(piece);
    size += piece.length;
    if (size < PIECE) continue;
    yield Buffer.concat(pieces);
    pieces = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(pieces);
}

/** Under its own name only when its bytes, and then its name, have come to the disk. */
async function keepAs(part: string, file: string): Promise<void> {
  await rename(part, file);
  const folder = await open(dirname(file));
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
