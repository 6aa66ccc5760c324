import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { DANGER } from '../../ui/danger.js';
import styles from '../../ui/form/form.module.css';
import { Outcome } from '../../ui/form/outcome.js';
import { PasswordField } from '../../ui/form/password-field.js';
import login from './login.module.css';
import { useDeleteLogin } from './use-login.js';

/** The end of one's login everywhere. */
export function DeleteLogin() {
  const remove = useDeleteLogin();
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    remove.mutate(password);
  };
  return (
    <details className={login.deed}>
      <summary>Delete your login</summary>
      <p>
        You leave every workspace, and your name, address, tokens and sessions are deleted. What you did stays in the audit log without your
        name.
      </p>
      <form className={styles.form} onSubmit={submit} aria-label="Delete your login">
        <div className={styles.row}>
          <PasswordField label="Your password" autoComplete="current-password" value={password} onChange={setPassword} />
          <Button type="submit" size="xs" {...DANGER} loading={remove.isPending}>
            Delete it
          </Button>
        </div>
        <Outcome of={remove} />
      </form>
    </details>
  );
}
