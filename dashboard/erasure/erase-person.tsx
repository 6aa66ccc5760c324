import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { DANGER } from '../ui/danger.js';
import form from '../ui/form/form.module.css';
import { Outcome } from '../ui/form/outcome.js';
import { TextField } from '../ui/form/text-field.js';
import { counted } from '../ui/format.js';
import { Panel } from '../ui/panel.js';
import { RowCounts } from './row-counts.js';
import { type useErase, useErasurePreview, useHeld } from './use-erasure.js';

interface ErasePersonProps {
  email: string;
  erase: ReturnType<typeof useErase>;
}

/** What is known of one person; only who types the address means them. */
export function ErasePerson({ email, erase }: ErasePersonProps) {
  const preview = useErasurePreview(email);
  return (
    <Panel
      title={`What is known of ${email}`}
      query={preview}
      height={240}
      empty={({ people, rows }) =>
        people === 0 && Object.keys(rows).length === 0
          ? {
              kind: 'nothing',
              title: 'Nothing is known of them',
              words: 'No person of the sources has this address, and it stands nowhere else.',
            }
          : null
      }
    >
      {({ people, said, rows }) => (
        <div className={form.form}>
          <p>
            {counted(people, 'person', 'people')} of the sources, {counted(said, 'record')} of what they wrote or answered, and these rows
            in which their address or name stands:
          </p>
          <RowCounts caption={`Rows about ${email}`} rows={rows} />
          <Confirm email={email} erase={erase} />
        </div>
      )}
    </Panel>
  );
}

function Confirm({ email, erase }: ErasePersonProps) {
  const held = useHeld();
  const [typed, setTyped] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    erase.mutate(email);
  };
  if (held) return <p role="status">This workspace is on hold: {held}. Nobody is erased until the hold ends, on the Workspace page.</p>;
  return (
    <form className={form.form} onSubmit={submit} aria-label={`Erase ${email}`}>
      <p className={form.soft}>
        A customer's person is deleted with their records, what they wrote is emptied, and elsewhere a placeholder stands for them. Others
        of the same name keep it beside their own address. A later sync does not bring them back. It cannot be undone; backups made before
        still have them, and nothing is changed in your tools.
      </p>
      <div className={form.row}>
        <TextField label={`Type ${email} to confirm`} value={typed} onChange={setTyped} autoComplete="off" />
        <Button
          type="submit"
          size="xs"
          {...DANGER}
          disabled={held === undefined || typed.trim().toLowerCase() !== email}
          loading={erase.isPending}
        >
          Erase them
        </Button>
      </div>
      <Outcome of={erase} />
    </form>
  );
}
