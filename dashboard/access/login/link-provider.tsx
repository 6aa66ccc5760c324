import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import styles from '../../ui/form/form.module.css';
import { Outcome } from '../../ui/form/outcome.js';
import { PasswordField } from '../../ui/form/password-field.js';
import { useWaysIn } from '../sign-in/use-sign-in.js';
import login from './login.module.css';
import { useLinkProvider } from './use-login.js';

/** The way to sign in with the provider as the same person; nothing where there is no provider. */
export function LinkProvider() {
  const provider = useWaysIn().data?.provider ?? null;
  const link = useLinkProvider();
  const [password, setPassword] = useState('');
  if (!provider) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    link.mutate(password);
  };
  return (
    <details className={login.deed}>
      <summary>Sign in with {provider.name} from now on</summary>
      <p>You go to {provider.name} and come back; the two belong together then.</p>
      <form className={styles.form} onSubmit={submit} aria-label={`Link ${provider.name}`}>
        <div className={styles.row}>
          <PasswordField label="Your password" autoComplete="current-password" value={password} onChange={setPassword} />
          <Button type="submit" size="xs" variant="default" loading={link.isPending}>
            Go to {provider.name}
          </Button>
        </div>
        <Outcome of={link} />
      </form>
    </details>
  );
}
