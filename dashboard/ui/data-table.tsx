import {
  type ColumnDef,
  createSortedRowModel,
  type RowData,
  rowSortingFeature,
  type SortFn,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type ReactNode, useMemo } from 'react';
import foots from './foot.module.css';
import { ariaSort, SortButton } from './sort-button.js';
import styles from './table.module.css';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

const alphabet = new Intl.Collator('en', { numeric: true });

export interface DataColumn<T extends RowData> {
  id: string;
  header: string;
  cell: (row: T) => ReactNode;
  /** What it is sorted by; undefined goes last. Left out: not sortable. */
  sortBy?: (row: T) => string | number | undefined;
  /** Right-aligned. */
  number?: boolean;
}

interface DataTableProps<T extends RowData> {
  caption: string;
  columns: DataColumn<T>[];
  rows: T[];
  rowId: (row: T) => string;
  /** "column" ascending, "-column" descending; undefined: as the rows come. */
  sort: string | undefined;
  /** Null: sorting is not offered. */
  onSort: ((sort: string | undefined) => void) | null;
  /** What stands below the rows; what is falsy is left out. */
  foot?: ReactNode;
}

/** A table whose first column names the row; it scrolls inside its own box. */
export function DataTable<T extends RowData>({ caption, columns, rows, rowId, sort, onSort, foot }: DataTableProps<T>) {
  const definitions = useMemo(() => columns.map(definitionOf), [columns]);
  const sorting = useMemo(() => (sort ? [{ id: sort.replace(/^-/, ''), desc: sort.startsWith('-') }] : []), [sort]);
  const known = sorting.every(({ id }) => columns.some((column) => column.id === id && column.sortBy));
  const table = useTable({ features, columns: definitions, data: rows, getRowId: rowId, state: { sorting: known ? sorting : [] } });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
    <section className={styles.scroll} tabIndex={0} aria-label={`${caption}, table`}>
      <table className={`${styles.table} ${styles.wide}`}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={column.number ? styles.number : undefined} aria-sort={ariaSort(column.id, sort)}>
                {column.sortBy && onSort ? <SortButton column={column} sort={sort} onSort={onSort} /> : column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.id} scope="row">
                    {column.cell(row.original)}
                  </th>
                ) : (
                  <td key={column.id} className={column.number ? styles.number : undefined}>
                    {column.cell(row.original)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {foot && <div className={`${foots.foot} ${styles.below}`}>{foot}</div>}
    </section>
  );
}

function definitionOf<T extends RowData>({ id, sortBy }: DataColumn<T>): ColumnDef<typeof features, T> {
  const compare: SortFn<typeof features, T> = (left, right) => {
    const [a, b] = [sortBy?.(left.original), sortBy?.(right.original)];
    return typeof a === 'number' && typeof b === 'number' ? a - b : alphabet.compare(String(a), String(b));
  };
  return { id, accessorFn: (row) => sortBy?.(row), sortUndefined: 'last', sortFn: compare };
}
