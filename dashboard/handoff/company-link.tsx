import { Button } from '@mantine/core';
import type { HandoffAnswer } from '../api/shape.js';
import { usePlace } from '../api/use-place.js';
import { RecordLink } from '../ui/record-link.js';
import styles from './handoff.module.css';

interface CompanyLinkProps {
  link: HandoffAnswer['account']['links'][number];
  /** It is all there is of the account. */
  alone: boolean;
}

/** One company of one tool, why it is of this account, and the way to say that it is not. */
export function CompanyLink({ link, alone }: CompanyLinkProps) {
  const place = usePlace();
  const { sourceId } = link.record;
  return (
    <li>
      <RecordLink record={link.record} label={link.name} />
      {link.reason && <span className={styles.soft}>{link.reason}</span>}
      {!alone && link.reason !== 'own' && link.reason !== 'merged' && (
        <Button
          size="compact-xs"
          variant="subtle"
          loading={place.isPending}
          onClick={() => place.mutate({ kind: 'company', sourceId, externalId: link.externalId, accountId: null })}
        >
          Not this account<span className="visually-hidden">: {link.name ?? link.externalId}</span>
        </Button>
      )}
      {place.error && <span role="alert">{place.error.message}</span>}
    </li>
  );
}
