import type { ImportedFile } from '../api/shape.js';
import { count } from '../ui/format.js';
import table from '../ui/table.module.css';
import styles from './import.module.css';

/** What an import would do with each file, and its first rows as they would be read. */
export function ImportPreview({ files }: { files: ImportedFile[] }) {
  return (
    <section className={styles.card} aria-label="Preview">
      <h2>What it would do</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard. */}
      <section className={table.scroll} tabIndex={0} aria-label="What it would do, table">
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">File</th>
              {['Rows', 'New', 'Changed', 'Unchanged', 'Gone', 'Rejected'].map((name) => (
                <th key={name} scope="col" className={table.number}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {files.map((file) => (
              <tr key={file.stream}>
                <th scope="row">{file.stream.replace(/^csv\./, '')}</th>
                <td className={table.number}>{count(file.rowCount)}</td>
                <td className={table.number}>{count(file.newCount)}</td>
                <td className={table.number}>{count(file.changedCount)}</td>
                <td className={table.number}>{count(file.unchangedCount)}</td>
                <td className={table.number}>{file.goneCount === null ? 'stay' : count(file.goneCount)}</td>
                <td className={table.number}>{count(file.rejectedCount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {files.flatMap((file) =>
        file.reasons.map((reason) => (
          <p key={reason} className={styles.bad}>
            {reason}
          </p>
        )),
      )}
      {files.map((file) => (
        <FirstRows key={file.stream} file={file} />
      ))}
    </section>
  );
}

function FirstRows({ file }: { file: ImportedFile }) {
  if (file.first.length === 0) return null;
  return (
    <details className={styles.first}>
      <summary>First rows of {file.stream.replace(/^csv\./, '')}, as they would be read</summary>
      <ul className={styles.notes}>
        {file.first.flatMap(({ key, facts }) =>
          facts.map((fact) => (
            <li key={`${key} ${fact.table} ${String(fact.row.externalId)}`}>
              <strong>{fact.table}</strong> {said(fact.row)}
            </li>
          )),
        )}
      </ul>
    </details>
  );
}

const said = (row: Record<string, unknown>): string =>
  Object.entries(row)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
