import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { type ColumnDef, type RowData, tableFeatures, useTable } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import styles from './table.module.css';

/** Sorting is the server's: it knows the rows that are not loaded. So the table needs no feature of its own. */
const features = tableFeatures({});

export type DataColumn<T extends RowData> = ColumnDef<typeof features, T> & {
  id: string;
  header: string;
  /** Right-aligned. */
  number?: boolean;
  /** The server can sort by it. */
  sortable?: boolean;
};

interface DataTableProps<T extends RowData> {
  caption: string;
  columns: DataColumn<T>[];
  rows: T[];
  rowId: (row: T) => string;
  /** "column" ascending, "-column" descending. */
  sort?: string;
  onSort?: (sort: string) => void;
  foot?: ReactNode;
}

/** A table whose first column names the row; it scrolls inside its own box. */
export function DataTable<T extends RowData>({ caption, columns, rows, rowId, sort, onSort, foot }: DataTableProps<T>) {
  const table = useTable({ features, columns, data: rows, getRowId: rowId });
  const byId = new Map(columns.map((column) => [column.id, column]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
    <section className={styles.scroll} tabIndex={0} aria-label={`${caption}, table`}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={column.number ? styles.number : undefined} aria-sort={ariaSort(column.id, sort)}>
                {column.sortable && onSort ? <SortButton column={column} sort={sort} onSort={onSort} /> : column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id}>
              {row.getAllCells().map((cell, index) => {
                const content = <table.FlexRender cell={cell} />;
                if (index === 0)
                  return (
                    <th key={cell.id} scope="row">
                      {content}
                    </th>
                  );
                return (
                  <td key={cell.id} className={byId.get(cell.column.id)?.number ? styles.number : undefined}>
                    {content}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {foot}
    </section>
  );
}

function ariaSort(id: string, sort: string | undefined): 'ascending' | 'descending' | undefined {
  if (sort === id) return 'ascending';
  return sort === `-${id}` ? 'descending' : undefined;
}

interface SortButtonProps {
  column: { id: string; header: string };
  sort: string | undefined;
  onSort: (sort: string) => void;
}

function SortButton({ column, sort, onSort }: SortButtonProps) {
  const direction = ariaSort(column.id, sort);
  const Arrow = direction === 'ascending' ? IconArrowUp : IconArrowDown;
  return (
    <button type="button" className={styles.sort} onClick={() => onSort(direction === 'descending' ? column.id : `-${column.id}`)}>
      {column.header}
      {direction && <Arrow size={13} aria-hidden />}
    </button>
  );
}
