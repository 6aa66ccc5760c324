import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Session } from '../../api/shape.js';
import styles from '../../ui/form/form.module.css';
import { Outcome } from '../../ui/form/outcome.js';
import { TextField } from '../../ui/form/text-field.js';
import { useRename } from './use-login.js';

export function NameForm({ login }: { login: NonNullable<Session['login']> }) {
  const rename = useRename();
  const [name, setName] = useState(login.name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    rename.mutate(name.trim());
  };
  return (
    <form className={styles.form} onSubmit={submit} aria-label="Your name">
      <p className={styles.soft}>
        You sign in as {login.email}
        {login.password ? '.' : ', with your provider, which keeps the password and asks for a second factor.'}
      </p>
      <div className={styles.row}>
        <TextField label="Name" autoComplete="name" value={name} onChange={setName} required maxLength={100} />
        <Button type="submit" size="xs" variant="default" loading={rename.isPending} disabled={name.trim() === login.name}>
          Save
        </Button>
      </div>
      <Outcome of={rename} done="Saved." />
    </form>
  );
}
