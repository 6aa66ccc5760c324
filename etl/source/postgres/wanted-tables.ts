import { READING_ORDER } from '../mapping/mapped-table.js';
import { SourceError } from '../source-error.js';
import type { PresetTable } from './preset/preset.js';
import { PRESETS, presetOf } from './preset/presets.js';
import { changed, resolver } from './preset/resolved.js';
import type { Landed, OwnTable, PostgresSettings } from './settings.js';
import type { WantedTable } from './wanted-table.js';

/** Every table that settings name, what others refer to first. Throws a SourceError when there is no such preset, or a change makes none. */
export function wantedTables({ mapping: { landed, tables } }: PostgresSettings): WantedTable[] {
  const all = [...(landed ? landedTables(landed) : []), ...tables.map(ownTable)];
  const twice = all.find(({ name }, index) => all.findIndex((other) => other.name === name) < index);
  if (twice) throw new SourceError('schema', `The mapping names '${twice.name}' twice, once in the preset. Give the table another name.`);
  const place = (wanted: WantedTable) => READING_ORDER.indexOf(wanted.mapped({}).what);
  return all.sort((a, b) => place(a) - place(b));
}

function ownTable({ name, table, query, key, cursor, deleted, ...mapped }: OwnTable): WantedTable {
  const column = deleted === undefined ? [] : [typeof deleted === 'string' ? deleted : deleted.column];
  return {
    name,
    from: query === undefined ? { tables: [table ?? name] } : { query },
    schema: null,
    key,
    cursor: cursor ?? null,
    deleted: column,
    deletedWords: typeof deleted === 'object' ? { [deleted.column]: deleted.values } : {},
    everyVersion: false,
    joined: {},
    computed: {},
    where: mapped.where ?? {},
    preset: false,
    mapped: () => mapped,
  };
}

function landedTables({ tool, by, schema, change = {} }: Landed): WantedTable[] {
  const preset = presetOf(tool, by);
  if (!preset) {
    const known = PRESETS.map((one) => `${one.tool} by ${one.by.join(', ')}`).join(', ');
    throw new SourceError('schema', `There is no preset for ${tool} landed by ${by}. Known: ${known}. Map the tables under "tables".`);
  }
  const unknown = Object.keys(change).find((name) => !preset.tables.some((table) => table.name === name));
  if (unknown)
    throw new SourceError(
      'schema',
      `landed.change names '${unknown}'; the preset has ${preset.tables.map(({ name }) => name).join(', ')}.`,
    );
  return preset.tables.map((table) => presetTable(table, { schema, change: change[table.name] }));
}

function presetTable(table: PresetTable, { schema, change }: { schema: string; change: Record<string, unknown> | undefined }): WantedTable {
  const mapping = changed(table.mapped, change);
  const mapped = resolver(mapping);
  try {
    mapped({});
  } catch (cause) {
    throw new SourceError('schema', `landed.change.${table.name} makes no mapping: ${(cause as Error).message}`, { cause });
  }
  return {
    name: table.name,
    from: { tables: [table.table].flat().map((name) => `${path(schema)}.${path(name)}`) },
    schema,
    key: table.key,
    cursor: null,
    deleted: table.deleted ?? [],
    deletedWords: {},
    everyVersion: table.everyVersion ?? false,
    joined: table.joined ?? {},
    computed: table.computed ?? {},
    where: mapped({}).where ?? {},
    preset: true,
    mapped,
  };
}

/** So that a name with a dot in it stays one name. */
const path = (name: string) => `"${name.replaceAll('"', '""')}"`;
