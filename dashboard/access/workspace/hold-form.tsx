import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import form from '../../ui/form/form.module.css';
import { Outcome } from '../../ui/form/outcome.js';
import { TextField } from '../../ui/form/text-field.js';
import { day } from '../../ui/format.js';
import { useHold } from './use-keeping.js';

interface HoldFormProps {
  workspaceId: string;
  hold: { reason: string; since: string } | null;
}

/** While there is a hold nothing is deleted, neither by hand nor at night. */
export function HoldForm({ workspaceId, hold }: HoldFormProps) {
  const change = useHold(workspaceId);
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(hold ? null : reason.trim(), { onSuccess: () => setReason('') });
  };
  return (
    <form className={form.form} onSubmit={submit} aria-label="Hold">
      {hold ? (
        <p>
          On hold since {day(hold.since)}: {hold.reason}. Nothing is deleted.
        </p>
      ) : (
        <TextField
          label="Put it on hold, because"
          value={reason}
          onChange={setReason}
          required
          minLength={3}
          maxLength={500}
          hint="A dispute or an audit: until the hold ends nothing is deleted, neither by hand nor at night."
        />
      )}
      <Outcome of={change} />
      <div className={form.actions}>
        <Button type="submit" size="xs" variant="default" loading={change.isPending}>
          {hold ? 'End the hold' : 'Put it on hold'}
        </Button>
      </div>
    </form>
  );
}
