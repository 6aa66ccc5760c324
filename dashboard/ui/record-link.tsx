import { IconExternalLink } from '@tabler/icons-react';
import { Badge } from './badge.js';
import styles from './record-link.module.css';

interface RecordLinkProps {
  record: { sourceName: string; stream: string; recordId: string; url: string | null; deleted: boolean };
  /** In place of the record's number. */
  label?: string | null;
}

/** Where a statement comes from; a link when the source has a page for it. */
export function RecordLink({ record, label }: RecordLinkProps) {
  const words = label ?? `${record.stream} ${record.recordId}`;
  return (
    <span className={styles.record}>
      <Badge>{record.sourceName}</Badge>
      {record.url ? (
        <a href={record.url} target="_blank" rel="noreferrer" title={`Open ${record.stream} ${record.recordId} in ${record.sourceName}`}>
          {words}
          <IconExternalLink size={13} aria-label="(opens in a new tab)" />
        </a>
      ) : (
        <span className={styles.plain}>{words}</span>
      )}
      {record.deleted && <Badge tone="warn">deleted there</Badge>}
    </span>
  );
}
