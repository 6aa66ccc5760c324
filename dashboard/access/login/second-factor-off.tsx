import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import styles from '../../ui/form/form.module.css';
import { Outcome } from '../../ui/form/outcome.js';
import { PasswordField } from '../../ui/form/password-field.js';
import { TextField } from '../../ui/form/text-field.js';
import { useTurnOff } from './use-second-factor.js';

/** Both factors are asked for before one of them goes. */
export function SecondFactorOff() {
  const off = useTurnOff();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    off.mutate({ password, code: code.replace(/\s/g, '') });
  };
  return (
    <form className={styles.form} onSubmit={submit} aria-label="Turn off the second factor">
      <div className={styles.row}>
        <PasswordField label="Your password" autoComplete="current-password" value={password} onChange={setPassword} />
        <TextField
          label="One-time code or recovery code"
          autoComplete="one-time-code"
          value={code}
          onChange={setCode}
          required
          maxLength={40}
          spellCheck={false}
        />
        <Button type="submit" size="xs" variant="default" loading={off.isPending}>
          Turn it off
        </Button>
      </div>
      <Outcome of={off} />
    </form>
  );
}
