import table from '../ui/table.module.css';

interface RowCountsProps {
  caption: string;
  /** By table, as the server names them. */
  rows: Readonly<Record<string, number>>;
}

/** In which tables somebody stands, and in how many rows: two narrow columns, which fit a phone. */
export function RowCounts({ caption, rows }: RowCountsProps) {
  return (
    <table className={table.table} aria-label={caption}>
      <thead>
        <tr>
          <th scope="col">Where</th>
          <th scope="col">Rows</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(rows).map(([name, count]) => (
          <tr key={name}>
            <th scope="row">{name.replaceAll('_', ' ')}</th>
            <td>{count.toLocaleString('en')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
