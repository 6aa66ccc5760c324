import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';
import type { BulkTable, Column } from './fact-column.js';

/** Lines that wait in Postgres to be written into their table. */
export interface Staged {
  /** Tells them from what else the transaction has staged; $2 of `typed`. */
  part: number;
  /** A question for them, with the names and types of their table. */
  typed: string;
}

/** Columns of the widest table of facts, with room for more. */
const WIDTH = 48;

const VALUES = Array.from({ length: WIDTH }, (_, index) => `v${index}`);

/**
 * One for all tables, and emptied by the commit: Postgres empties every such table that a connection ever had at each commit, used
 * or not. Types are given to what stands in it when it is read, and what fits a block is not compressed for the short while.
 */
const CREATE = `create temp table if not exists staging (part integer not null, ${VALUES.map((name) => `${name} text`).join(', ')})
  with (toast_tuple_target = 8160) on commit delete rows`;

/** How many parts a transaction has staged. */
const parts = new WeakMap<EntityManager, number>();

/** COPYs lines into a temporary table: row-level security lets nobody COPY into the table itself. */
export async function stage(tx: EntityManager, { name, columns }: BulkTable, lines: Iterable<string>): Promise<Staged> {
  if (columns.length > WIDTH) throw new Error(`${name} has ${columns.length} columns, and ${WIDTH} can be staged: raise WIDTH.`);
  const part = parts.get(tx) ?? 0;
  if (part === 0) await tx.query(CREATE);
  parts.set(tx, part + 1);
  const client = (await tx.queryRunner?.connect()) as PoolClient | undefined;
  if (!client) throw new Error('A bulk write needs a transaction.');
  const into = `copy staging (part, ${VALUES.slice(0, columns.length).join(', ')}) from stdin`;
  await pipeline(Readable.from(pieces(lines, `${part}\t`)), client.query(copyFrom(into)));
  return { part, typed: `select ${columns.map(typed).join(', ')} from staging where part = $2` };
}

const typed = ({ name, type, array }: Column, index: number) => `v${index}::${type}${array ? '[]' : ''} as ${name}`;

/** Lines are joined to pieces of this many, so that a piece is worth a write to the socket. */
const LINES_AT_ONCE = 500;

function* pieces(lines: Iterable<string>, before: string): Generator<string> {
  let piece: string[] = [];
  for (const line of lines) {
    if (piece.push(before, line) < 2 * LINES_AT_ONCE) continue;
    yield piece.join('');
    piece = [];
  }
  if (piece.length > 0) yield piece.join('');
}
