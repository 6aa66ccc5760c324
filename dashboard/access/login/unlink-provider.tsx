import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import styles from '../../ui/form/form.module.css';
import { Outcome } from '../../ui/form/outcome.js';
import { PasswordField } from '../../ui/form/password-field.js';
import { useWaysIn } from '../sign-in/use-sign-in.js';
import login from './login.module.css';
import { useUnlinkProvider } from './use-login.js';

/** The way back from signing in with the provider to the password alone. */
export function UnlinkProvider() {
  const name = useWaysIn().data?.provider?.name ?? 'the provider';
  const unlink = useUnlinkProvider();
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    unlink.mutate(password);
  };
  return (
    <details className={login.deed}>
      <summary>Do not sign in with {name} any more</summary>
      <p>Your password is the way in then, and every other session ends. Only you can link the two again.</p>
      <form className={styles.form} onSubmit={submit} aria-label={`Unlink ${name}`}>
        <div className={styles.row}>
          <PasswordField label="Your password" autoComplete="current-password" value={password} onChange={setPassword} />
          <Button type="submit" size="xs" variant="default" loading={unlink.isPending}>
            Unlink {name}
          </Button>
        </div>
        <Outcome of={unlink} />
      </form>
    </details>
  );
}
