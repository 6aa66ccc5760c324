import { Button } from '@mantine/core';
import { useState } from 'react';
import { counted } from '../ui/format.js';
import styles from './match.module.css';
import { useAccounts } from './use-match.js';

/** Finds an account by a part of its name. */
export function AccountPicker({ label, pick }: { label: string; pick: (accountId: string) => void }) {
  const [search, setSearch] = useState('');
  const found = useAccounts(search);
  const accounts = search.trim().length > 1 ? (found.data?.accounts ?? []) : [];
  return (
    <div className={styles.picker}>
      <label className={styles.search}>
        <span>{label}</span>
        <input
          type="search"
          value={search}
          placeholder="Part of its name or domain"
          autoComplete="off"
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </label>
      <ul className={styles.found} aria-live="polite">
        {accounts.map((account) => (
          <li key={account.id}>
            <Button size="compact-sm" variant="default" onClick={() => pick(account.id)}>
              {account.name}
            </Button>
            <span className={styles.soft}>
              {account.domain} {counted(account.handoffCount, 'handoff')}
            </span>
          </li>
        ))}
        {found.isSuccess && search.trim().length > 1 && accounts.length === 0 && <li className={styles.soft}>No account of that name.</li>}
      </ul>
    </div>
  );
}
