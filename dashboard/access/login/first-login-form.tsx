import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import styles from '../../ui/form/form.module.css';
import { Outcome } from '../../ui/form/outcome.js';
import { TextField } from '../../ui/form/text-field.js';
import { NewPasswordField } from '../new-password-field.js';
import { useFirstLogin } from './use-login.js';

/** The first admin who signs in with a password. */
export function FirstLoginForm() {
  const make = useFirstLogin();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate({ name: name.trim(), email: email.trim(), password });
  };
  return (
    <form className={styles.form} onSubmit={submit} aria-label="Make a login">
      <p className={styles.soft}>You came with a link from the server. With a login you come back without one, and can invite others.</p>
      <TextField label="Name" autoComplete="name" value={name} onChange={setName} required maxLength={100} />
      <TextField label="E-mail" type="email" autoComplete="username" value={email} onChange={setEmail} required maxLength={254} />
      <NewPasswordField label="Password" value={password} onChange={setPassword} />
      <Outcome of={make} />
      <div className={styles.actions}>
        <Button type="submit" size="xs" loading={make.isPending}>
          Make the login
        </Button>
      </div>
    </form>
  );
}
