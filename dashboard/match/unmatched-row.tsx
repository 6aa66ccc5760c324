import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Unmatched } from '../api/shape.js';
import { usePlace } from '../api/use-place.js';
import { counted, fromNow } from '../ui/format.js';
import { AccountPicker } from './account-picker.js';
import styles from './match.module.css';

/** One company, person or fact without an account: what hangs on it, what it may be, and the decision. */
export function UnmatchedRow({ one }: { one: Unmatched }) {
  const place = usePlace();
  const [picking, setPicking] = useState(false);
  const give = (accountId: string | null) => place.mutate({ ...one, accountId });
  const name = one.name ?? one.address ?? one.externalId;
  return (
    <li className={styles.row} data-unmatched={one.externalId}>
      <div className={styles.what}>
        <p>
          <strong>{name}</strong>
          {one.address && one.address !== name && <span className={styles.soft}> {one.address}</span>}
        </p>
        <p className={styles.soft}>
          {one.kind} in{' '}
          {one.url ? (
            <a href={one.url} rel="noreferrer" target="_blank">
              {one.sourceName}
            </a>
          ) : (
            one.sourceName
          )}
          {hanging(one)}
        </p>
      </div>
      <div className={styles.decide}>
        {one.suggestions.map((account) => (
          <Button
            key={account.accountId}
            size="compact-sm"
            variant="default"
            loading={place.isPending}
            title={account.why}
            onClick={() => give(account.accountId)}
          >
            Is {account.name} ({account.why})
          </Button>
        ))}
        <Button size="compact-sm" variant="default" aria-expanded={picking} onClick={() => setPicking(!picking)}>
          Choose an account
        </Button>
        <Button size="compact-sm" variant="subtle" loading={place.isPending} onClick={() => give(null)}>
          Of nobody
        </Button>
      </div>
      {picking && <AccountPicker label={`Account of ${name}`} pick={give} />}
      {place.error && (
        <p role="alert" className={styles.bad}>
          {place.error.message}
        </p>
      )}
    </li>
  );
}

function hanging({ ticketCount, subscriptionCount, responseCount, latestAt }: Unmatched): string {
  const parts = [
    ticketCount > 0 && counted(ticketCount, 'ticket'),
    subscriptionCount > 0 && counted(subscriptionCount, 'subscription'),
    responseCount > 0 && counted(responseCount, 'survey response'),
  ].filter(Boolean);
  return `, ${parts.join(', ')}${latestAt ? `, the latest ${fromNow(latestAt, new Date())}` : ''}`;
}
