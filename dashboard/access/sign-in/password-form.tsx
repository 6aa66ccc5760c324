import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Outcome } from '../../ui/form/outcome.js';
import { PasswordField } from '../../ui/form/password-field.js';
import { TextField } from '../../ui/form/text-field.js';
import styles from './sign-in.module.css';
import { useSignIn } from './use-sign-in.js';

interface PasswordFormProps {
  entered: () => Promise<unknown>;
  /** The password was right, and a code is asked for. */
  half: () => void;
}

/** E-mail and password. What is wrong is said without saying whether anybody has that address. */
export function PasswordForm({ entered, half }: PasswordFormProps) {
  const signIn = useSignIn();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate(
      { email: email.trim(), password },
      { onSuccess: ({ kind }) => (kind === 'second-factor' ? half() : entered()), onError: () => setPassword('') },
    );
  };
  return (
    <form className={styles.form} onSubmit={submit} aria-label="Sign in">
      <TextField
        label="E-mail"
        type="email"
        name="username"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        required
        maxLength={254}
      />
      <PasswordField label="Password" autoComplete="current-password" value={password} onChange={setPassword} />
      <Outcome of={signIn} />
      <Button type="submit" loading={signIn.isPending}>
        Sign in
      </Button>
    </form>
  );
}
