import { Modal } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Member } from '../../api/shape.js';
import form from '../../ui/form/form.module.css';
import { Outcome } from '../../ui/form/outcome.js';
import { FormActions } from '../form-actions.js';
import { type Grant, GrantFields } from '../grant-fields.js';
import styles from '../people.module.css';
import { NamePicker } from '../team/name-picker.js';
import { MemberDeeds } from './member-deeds.js';
import { useChangeMember } from './use-members.js';

/** What one member may do and sees; it holds from their next request on. */
export function MemberDialog({ member, close }: { member: Member; close: () => void }) {
  const change = useChangeMember(member.id);
  const [grant, setGrant] = useState<Grant>({ role: member.role, sight: member.sight, teamId: member.team?.id ?? null });
  const [names, setNames] = useState(member.owners.filter(({ linkedBy }) => linkedBy === 'hand').map(({ name }) => name));
  const found = member.owners.filter(({ linkedBy }) => linkedBy === 'email').map(({ name }) => name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ ...grant, owners: names }, { onSuccess: close });
  };
  return (
    <Modal opened onClose={close} title={member.name} size="lg" closeButtonProps={{ 'aria-label': 'Close' }}>
      <div className={styles.dialog}>
        <form className={form.form} onSubmit={submit} aria-label={`Membership of ${member.name}`}>
          <p className={form.soft}>{member.email}. A change holds from the next click on; a new role ends their sessions.</p>
          <GrantFields value={grant} onChange={setGrant} />
          <NamePicker label="Names in the CRM, linked by hand" value={names} onChange={setNames} />
          {found.length > 0 && <p className={form.soft}>Found by their e-mail: {found.join(', ')}.</p>}
          {grant.sight === 'mine' && names.length + found.length === 0 && (
            <p className={form.soft}>Without a name in the CRM they see no handoffs.</p>
          )}
          <Outcome of={change} />
          <FormActions submit="Save" loading={change.isPending} cancel={close} />
        </form>
        <MemberDeeds member={member} close={close} />
      </div>
    </Modal>
  );
}
