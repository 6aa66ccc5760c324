import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { OpenInvitation } from '../../api/shape.js';
import form from '../../ui/form/form.module.css';
import { Outcome } from '../../ui/form/outcome.js';
import { TextField } from '../../ui/form/text-field.js';
import { NewPasswordField } from '../new-password-field.js';
import { SignInForm } from '../sign-in/sign-in-form.js';
import { useAccept } from './use-invitation.js';

interface JoinProps {
  token: string;
  invitation: OpenInvitation;
  /** Reads the invitation again, as somebody else. */
  again: () => Promise<unknown>;
}

/** As a new login, or as the one that has the address of the invitation. */
export function Join({ token, invitation: { email, next }, again }: JoinProps) {
  if (next === 'join') return <JoinAs token={token} email={email} />;
  if (next === 'make-login') return <JoinNew token={token} email={email} />;
  return (
    <div className={form.form}>
      <p className={form.soft}>{email} has a login already. Sign in with it to join.</p>
      <SignInForm entered={again} />
    </div>
  );
}

function JoinAs({ token, email }: { token: string; email: string }) {
  const accept = useAccept(token);
  return (
    <div className={form.form}>
      <Outcome of={accept} />
      <Button loading={accept.isPending} onClick={() => accept.mutate(null)}>
        Join as {email}
      </Button>
    </div>
  );
}

function JoinNew({ token, email }: { token: string; email: string }) {
  const accept = useAccept(token);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    accept.mutate({ name: name.trim(), password });
  };
  return (
    <form className={form.form} onSubmit={submit} aria-label="Join">
      <TextField label="E-mail" type="email" autoComplete="username" value={email} onChange={() => undefined} readOnly />
      <TextField label="Your name" autoComplete="name" value={name} onChange={setName} required maxLength={100} />
      <NewPasswordField label="Password" value={password} onChange={setPassword} />
      <Outcome of={accept} />
      <Button type="submit" loading={accept.isPending}>
        Join
      </Button>
    </form>
  );
}
