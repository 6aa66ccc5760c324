import { type DataColumn, DataTable } from './data-table.js';
import { type MorePages, Shown } from './load-more.js';
import { Panel } from './panel.js';

/** A list that comes page by page, as TanStack Query holds it. */
export interface PagedList extends MorePages {
  isFetching: boolean;
  isPlaceholderData?: boolean;
  refetch: () => unknown;
}

interface ListPanelProps<Row extends { id: string }> {
  list: PagedList;
  /** The first page; undefined until it is there. */
  first: { total: number } | undefined;
  rows: Row[];
  columns: DataColumn<Row>[];
  /** Of the table. */
  caption: (total: number) => string;
  nothing: { title: string; words?: string };
  /** Left out: as the rows come. */
  sort?: string | undefined;
  /** Left out, or null for a list of that many: sorting is not offered. */
  onSort?: (total: number) => ((sort: string | undefined) => void) | null;
}

/** The handoffs behind a number, with how many of them are shown and a way to more. */
export function ListPanel<Row extends { id: string }>({ list, first, rows, columns, caption, nothing, sort, onSort }: ListPanelProps<Row>) {
  return (
    <Panel
      title="Handoffs"
      hideTitle
      query={{ ...list, data: first }}
      height={480}
      empty={({ total }) => (total === 0 ? { kind: 'no match', ...nothing } : null)}
    >
      {({ total }) => (
        <DataTable
          caption={caption(total)}
          columns={columns}
          rows={rows}
          rowId={(row) => row.id}
          sort={sort}
          onSort={onSort?.(total) ?? null}
          foot={<Shown shown={rows.length} total={total} list={list} />}
        />
      )}
    </Panel>
  );
}
