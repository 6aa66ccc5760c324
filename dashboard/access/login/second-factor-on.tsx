import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import styles from '../../ui/form/form.module.css';
import { Outcome } from '../../ui/form/outcome.js';
import { PasswordField } from '../../ui/form/password-field.js';
import { ConfirmSecret } from './confirm-secret.js';
import { useBegin } from './use-second-factor.js';

/** First the password, then the secret, then a code that proves the device has it. */
export function SecondFactorOn({ given }: { given: (codes: string[]) => void }) {
  const begin = useBegin();
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    begin.mutate(password);
  };
  if (begin.data) return <ConfirmSecret secret={begin.data} given={given} cancel={begin.reset} />;
  return (
    <form className={styles.form} onSubmit={submit} aria-label="Turn on the second factor">
      <p className={styles.soft}>
        With it, a stranger who has your password still does not get in: a code from your phone is asked for, too.
      </p>
      <div className={styles.row}>
        <PasswordField label="Your password" autoComplete="current-password" value={password} onChange={setPassword} />
        <Button type="submit" size="xs" variant="default" loading={begin.isPending}>
          Turn it on
        </Button>
      </div>
      <Outcome of={begin} />
    </form>
  );
}
