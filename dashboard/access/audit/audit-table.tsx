import { Button } from '@mantine/core';
import type { AuditEntry } from '../../api/shape.js';
import { DataTable } from '../../ui/data-table.js';
import { moment, UNKNOWN } from '../../ui/format.js';
import foot from '../../ui/list-panel.module.css';
import styles from './audit.module.css';
import { actionWords, actorWords, detailWords } from './audit-words.js';

interface AuditTableProps {
  entries: AuditEntry[];
  /** Of the workspace. */
  zone: string;
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
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
      foot={
        list.hasNextPage && (
          <p className={foot.foot}>
            <Button size="xs" variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              Load more
            </Button>
          </p>
        )
      }
    />
  );
}

function What({ entry }: { entry: AuditEntry }) {
  const detail = detailWords(entry.detail);
  return (
    <span className={styles.what}>
      {entry.subject ?? (detail ? '' : UNKNOWN)}
      {detail && <small>{detail}</small>}
    </span>
  );
}
