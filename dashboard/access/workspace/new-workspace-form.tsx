import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import form from '../../ui/form/form.module.css';
import { Outcome } from '../../ui/form/outcome.js';
import { TextField } from '../../ui/form/text-field.js';
import { useMakeWorkspace } from './use-workspaces.js';
import { ZoneField } from './zone-field.js';

/** Makes a workspace beside this one. */
export function NewWorkspaceForm() {
  const make = useMakeWorkspace();
  const [name, setName] = useState('');
  const [timeZone, setTimeZone] = useState(Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [currency, setCurrency] = useState('EUR');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate({ name: name.trim(), timeZone, currency });
  };
  return (
    <form className={form.form} onSubmit={submit} aria-label="Make a workspace">
      <p className={form.soft}>With sources, definitions and people of its own. You are its first admin, and go there at once.</p>
      <div className={form.row}>
        <TextField label="Company" value={name} onChange={setName} required maxLength={100} />
        <ZoneField value={timeZone} onChange={setTimeZone} />
        <TextField
          label="Currency"
          value={currency}
          onChange={(text) => setCurrency(text.toUpperCase())}
          required
          pattern="[A-Z]{3}"
          maxLength={3}
        />
      </div>
      <Outcome of={make} />
      <div className={form.actions}>
        <Button type="submit" size="xs" variant="default" loading={make.isPending}>
          Make the workspace
        </Button>
      </div>
    </form>
  );
}
