import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Choice, DayChoice } from '../../ui/choice.js';
import { TextField } from '../../ui/form/text-field.js';
import styles from './audit.module.css';
import type { AuditSearch } from './audit-search.js';
import { actionWords } from './audit-words.js';

const ANY = '';

interface AuditFiltersProps {
  search: AuditSearch;
  change: (patch: Partial<AuditSearch>) => void;
  /** All that can be asked for. */
  actions: string[];
}

/** Which entries; all of it stands in the address. */
export function AuditFilters({ search, change, actions }: AuditFiltersProps) {
  const [actor, setActor] = useState(search.actor ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change({ actor: actor.trim() || undefined });
  };
  const any = search.action || search.actor || search.from || search.to;
  const clear = () => {
    setActor('');
    change({ action: undefined, actor: undefined, from: undefined, to: undefined });
  };
  return (
    <form className={styles.filters} onSubmit={submit} aria-label="Filter the entries">
      <Choice
        label="What"
        value={search.action ?? ANY}
        options={[{ value: ANY, label: 'anything' }, ...actions.map((value) => ({ value, label: actionWords(value) }))]}
        onChange={(action) => change({ action: action || undefined })}
      />
      <TextField label="Who (e-mail)" value={actor} onChange={setActor} maxLength={254} autoComplete="off" onBlur={submit} />
      <DayChoice label="From" value={search.from ?? ''} onChange={(from) => change({ from: from ?? undefined })} />
      <DayChoice label="To" value={search.to ?? ''} onChange={(to) => change({ to: to ?? undefined })} />
      {any && (
        <Button size="xs" variant="subtle" onClick={clear}>
          Clear filters
        </Button>
      )}
    </form>
  );
}
