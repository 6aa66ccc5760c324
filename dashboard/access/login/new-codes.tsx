import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import styles from '../../ui/form/form.module.css';
import { Outcome } from '../../ui/form/outcome.js';
import { PasswordField } from '../../ui/form/password-field.js';
import { useNewCodes } from './use-second-factor.js';

/** New recovery codes for those that are used up or lost. */
export function NewCodes({ given }: { given: (codes: string[]) => void }) {
  const fresh = useNewCodes();
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    fresh.mutate(password, { onSuccess: ({ recoveryCodes }) => given(recoveryCodes) });
  };
  return (
    <form className={styles.form} onSubmit={submit} aria-label="Make new recovery codes">
      <div className={styles.row}>
        <PasswordField label="Your password" autoComplete="current-password" value={password} onChange={setPassword} />
        <Button type="submit" size="xs" variant="default" loading={fresh.isPending}>
          Make new recovery codes
        </Button>
      </div>
      <Outcome of={fresh} />
    </form>
  );
}
