import { Button } from '@mantine/core';
import type { Member } from '../../api/shape.js';
import form from '../../ui/form/form.module.css';
import { Outcome } from '../../ui/form/outcome.js';
import { fromNow } from '../../ui/format.js';
import { Once } from '../../ui/once.js';
import styles from '../people.module.css';
import { LostSecondFactor } from './lost-second-factor.js';
import { RemoveMember } from './remove-member.js';
import { useChangeMember, useEndSessions, useResetLink } from './use-members.js';

/** What is done to a login at once. */
export function MemberDeeds({ member, close }: { member: Member; close: () => void }) {
  const able = useChangeMember(member.id);
  const sessions = useEndSessions(member.id);
  const link = useResetLink(member.id);
  return (
    <section className={styles.more} aria-label={`Login of ${member.name}`}>
      <div className={form.actions}>
        <Button size="compact-sm" variant="default" loading={link.isPending} onClick={() => link.mutate(undefined)}>
          Make a link for a new password
        </Button>
        {!member.you && (
          <Button size="compact-sm" variant="default" loading={sessions.isPending} onClick={() => sessions.mutate(undefined)}>
            End all sessions
          </Button>
        )}
        {!member.you && (
          <Button size="compact-sm" variant="default" loading={able.isPending} onClick={() => able.mutate({ disabled: !member.disabled })}>
            {member.disabled ? 'Let them sign in again' : 'Disable the login'}
          </Button>
        )}
        {!member.you && <LostSecondFactor member={member} />}
        <RemoveMember member={member} removed={close} />
      </div>
      <Outcome
        of={able}
        done={member.disabled ? 'Disabled: nobody signs in with it, and its sessions have ended.' : 'They can sign in again.'}
      />
      <Outcome of={sessions} done="Their sessions have ended." />
      <Outcome of={link} />
      {link.data && (
        <>
          <p className={form.soft}>Hand this over yourself; it works once, and expires {fromNow(link.data.expiresAt, new Date())}.</p>
          <Once label={`Link that sets a new password for ${member.name}`} text={link.data.link} />
        </>
      )}
    </section>
  );
}
