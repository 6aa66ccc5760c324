import { DataTable } from '../ui/data-table.js';

interface RowCountsProps {
  caption: string;
  /** By table, as the server names them. */
  rows: Readonly<Record<string, number>>;
}

/** In which tables somebody stands, and in how many rows. */
export function RowCounts({ caption, rows }: RowCountsProps) {
  return (
    <DataTable
      caption={caption}
      rows={Object.entries(rows)}
      rowId={([table]) => table}
      sort={undefined}
      onSort={null}
      columns={[
        { id: 'table', header: 'Where', cell: ([table]) => table.replaceAll('_', ' ') },
        { id: 'count', header: 'Rows', cell: ([, count]) => count.toLocaleString('en'), number: true },
      ]}
    />
  );
}
