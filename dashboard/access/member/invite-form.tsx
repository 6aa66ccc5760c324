import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import form from '../../ui/form/form.module.css';
import { Outcome } from '../../ui/form/outcome.js';
import { TextField } from '../../ui/form/text-field.js';
import { fromNow } from '../../ui/format.js';
import { Once } from '../../ui/once.js';
import { FormActions } from '../form-actions.js';
import { type Grant, GrantFields } from '../grant-fields.js';
import { useInvite } from './use-invitations.js';

/** Makes a link that lets one person in, once. It is mailed where a mail server is set; else whoever invites hands it over. */
export function InviteForm({ done }: { done: () => void }) {
  const invite = useInvite();
  const [email, setEmail] = useState('');
  const [grant, setGrant] = useState<Grant>({ role: 'csm', sight: 'mine', teamId: null });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate({ email: email.trim(), ...grant });
  };
  if (invite.data)
    return (
      <div className={form.form} role="status">
        {!invite.data.link && <p>The invitation was mailed to {email.trim()}.</p>}
        {invite.data.link && (
          <>
            <p>
              Hand this link to {email.trim()} yourself. It works once, expires {fromNow(invite.data.invitation.expiresAt, new Date())}, and
              is shown only now.
            </p>
            <Once label={`Link that invites ${email.trim()}`} text={invite.data.link} />
          </>
        )}
        <div className={form.actions}>
          <Button size="xs" onClick={done}>
            Done
          </Button>
        </div>
      </div>
    );
  return (
    <form className={form.form} onSubmit={submit} aria-label="Invite somebody">
      <TextField label="E-mail" type="email" autoComplete="off" value={email} onChange={setEmail} required maxLength={254} />
      <GrantFields value={grant} onChange={setGrant} />
      <Outcome of={invite} />
      <FormActions submit="Make the invitation" loading={invite.isPending} cancel={done} />
    </form>
  );
}
