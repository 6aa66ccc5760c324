import type { AuditEntry } from '../../api/shape.js';
import { DataTable } from '../../ui/data-table.js';
import { moment, UNKNOWN } from '../../ui/format.js';
import { LoadMore, type MorePages } from '../../ui/load-more.js';
import styles from './audit.module.css';
import { actionWords, actorWords, detailWords } from './audit-words.js';

interface AuditTableProps {
  entries: AuditEntry[];
  /** Of the workspace. */
  zone: string;
  list: MorePages;
}

export function AuditTable({ entries, zone, list }: AuditTableProps) {
  return (
    <DataTable
      caption={`Entries of the audit log, times in ${zone}`}
      rows={entries}
      rowId={({ number }) => String(number)}
      sort={undefined}
      onSort={null}
      columns={[
        { id: 'at', header: `When (${zone})`, cell: ({ at }) => <span className={styles.when}>{moment(at, zone)}</span> },
        { id: 'actor', header: 'Who', cell: ({ actor }) => actorWords(actor) },
        { id: 'action', header: 'What', cell: ({ action }) => actionWords(action) },
        { id: 'subject', header: 'To what', cell: (one) => <What entry={one} /> },
        { id: 'address', header: 'From', cell: ({ address }) => address ?? UNKNOWN },
        { id: 'number', header: 'Entry', number: true, cell: ({ number }) => String(number) },
      ]}
      foot={list.hasNextPage && <LoadMore list={list} />}
    />
  );
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What says most to a person comes first; an id is there to be searched for. */
function What({ entry: { subject, detail } }: { entry: AuditEntry }) {
  const id = subject !== null && UUID.test(subject);
  const words = [id ? null : subject, detailWords(detail)].filter((one) => one !== null);
  return (
    <span className={styles.what}>
      {words.map((one) => (
        <span key={one}>{one}</span>
      ))}
      {id && <small>{subject}</small>}
      {words.length === 0 && !id && UNKNOWN}
    </span>
  );
}
