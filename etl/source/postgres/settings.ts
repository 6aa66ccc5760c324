import { z } from 'zod';
import { mappedTables } from '../mapping/mapped-table.js';
import { flag } from '../mapping/mapping-column.js';
import { missingColumn } from '../mapping/missing-column.js';
import { currency, timeZone } from '../mapping/terms.js';
import { LANDERS, TOOLS } from './preset/preset.js';

const named = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9 _.-]{0,59}$/, 'is letters, digits, hyphens, underscores and dots')
  .describe('Name of the stream; a name once used stays with its rows');

/** A table of any database, or what a query answers. */
const ownTable = mappedTables({
  name: named,
  table: z.string().min(1).optional().describe('Table or view, with its schema: crm.deal'),
  query: z.string().min(1).optional().describe('In place of a table: one select'),
  key: z.array(z.string().min(1)).min(1).describe('Columns that tell one row from every other'),
  cursor: z.string().min(1).optional().describe('Column with the time of the last change; without it all rows are read each time'),
  deleted: flag.optional().describe('Column that is true, or holds a time, in rows that are deleted'),
});

const changed = z.looseObject({ columns: z.record(z.string(), z.unknown()).optional() });

const landed = z.strictObject({
  tool: z.enum(TOOLS),
  by: z.enum(LANDERS),
  schema: z.string().min(1).describe('Schema in which the tables are'),
  change: z.record(z.string(), changed).optional().describe('By stream, what differs from the preset: columns, dimensions, moments'),
});

const mapping = z
  .strictObject({
    timeZone: timeZone.default('UTC'),
    currency,
    landed: landed.optional().describe('Tables that another tool copies from a vendor; one tool for each source'),
    tables: z.array(ownTable).default([]).describe('Any other tables and queries'),
  })
  .superRefine(({ landed, tables }, context) => {
    if (!landed && tables.length === 0) context.addIssue({ code: 'custom', message: 'names no table: fill landed or tables' });
    for (const [index, table] of tables.entries()) {
      const wrong = missingColumn(table, tables) ?? fromOf(table) ?? twice(table.name, index, tables);
      if (wrong) context.addIssue({ code: 'custom', path: ['tables', index], message: wrong });
    }
  });

function fromOf({ table, query }: { table?: string | undefined; query?: string | undefined }): string | null {
  return (table === undefined) === (query === undefined) ? 'needs either table or query' : null;
}

const twice = (name: string, index: number, tables: { name: string }[]) =>
  tables.findIndex((other) => other.name === name) < index ? `is named '${name}' as an earlier one` : null;

/** Settings of a source of kind 'postgres'. */
export const postgresSettings = z.strictObject({
  host: z.string().min(1).describe('Host of the database'),
  port: z.number().int().min(1).max(65_535).default(5432).describe('Port'),
  database: z.string().min(1).describe('Database'),
  tls: z
    .enum(['verify', 'require', 'off'])
    .default('verify')
    .describe('TLS: verify the certificate, only encrypt (require), or off for a database on a network you trust'),
  ca: z.string().optional().describe('Certificate of the authority that signed the database’s own, as PEM'),
  statementSeconds: z.number().int().min(1).max(3600).default(60).describe('Longest time one question may take'),
  pageRows: z.number().int().min(1).max(10_000).default(2000).describe('Rows of one page'),
  mapping,
});

export const postgresCredentials = z.strictObject({
  user: z.string().min(1).describe('User; give it nothing but the right to read'),
  password: z.string().describe('Password'),
});

export type PostgresSettings = z.output<typeof postgresSettings>;
export type PostgresCredentials = z.output<typeof postgresCredentials>;
export type OwnTable = PostgresSettings['mapping']['tables'][number];
export type Landed = NonNullable<PostgresSettings['mapping']['landed']>;
