import type { What } from '../../mapping/mapped-table.js';

export const TOOLS = ['hubspot', 'salesforce', 'zendesk', 'intercom', 'jira', 'stripe'] as const;
export const LANDERS = ['fivetran', 'airbyte', 'dlt'] as const;

export type Tool = (typeof TOOLS)[number];
export type Lander = (typeof LANDERS)[number];

/** What the landed tables of one tool say. Only tables that exist are read, and of them only the columns that exist. */
export interface Preset {
  tool: Tool;
  by: Lander[];
  tables: PresetTable[];
}

export interface PresetTable {
  /** Of the stream: 'deals' is read as 'postgres.hubspot.deals'. */
  name: string;
  /** As it was landed; the first of several that exists. */
  table: string | string[];
  key: string[];
  /** Columns that are true, or hold a time, in deleted rows, beside those of the lander. */
  deleted?: string[];
  /** In history mode each version is a row to read, not only the one that is current. */
  everyVersion?: boolean;
  /** Columns taken from other tables, by the name they get. */
  joined?: Record<string, Joined>;
  /** Columns worked out of others, by the name they get. */
  computed?: Record<string, Computed>;
  mapped: PresetMapping;
}

/** A mapping whose columns may be lists: the first that says something in a row counts. */
export interface PresetMapping {
  what: What;
  columns: Record<string, unknown>;
  [more: string]: unknown;
}

/** What another table says of a row. Missing tables say nothing. */
export interface Joined {
  table: string;
  /** Its column that holds... */
  on: string;
  /** ...what stands in this column of the row. */
  to: string;
  take: string;
  /** Of several: the least, the greatest, or all as a JSON list. */
  pick: 'least' | 'greatest' | 'all';
  /** Its rows that count, as SQL over `j`. */
  where?: string;
}

export interface Computed {
  /** Columns without which it says nothing. */
  needs: string[];
  /** Other tables without which it says nothing. */
  tables?: string[];
  /** SQL over the row `t` and what is joined, by name; `{schema}` is where the tables are. */
  sql: string;
}
