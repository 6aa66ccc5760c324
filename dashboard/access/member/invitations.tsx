import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Invitation } from '../../api/shape.js';
import { Ask } from '../../ui/ask.js';
import { DataTable } from '../../ui/data-table.js';
import { Empty } from '../../ui/empty.js';
import { fromNow } from '../../ui/format.js';
import { Panel } from '../../ui/panel.js';
import styles from '../people.module.css';
import { ROLE_WORDS, SIGHT_WORDS } from '../role-words.js';
import { InviteForm } from './invite-form.js';
import { useInvitations, useWithdraw } from './use-invitations.js';

/** Who was asked to join and has not come yet. */
export function Invitations() {
  const invitations = useInvitations();
  const [open, setOpen] = useState(false);
  const now = new Date();
  return (
    <Panel
      title="Invitations"
      query={invitations}
      height={120}
      aside={
        <Button size="compact-sm" variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
          Invite somebody
        </Button>
      }
    >
      {(data) => (
        <>
          {open && (
            <div className={styles.form}>
              <InviteForm done={() => setOpen(false)} />
            </div>
          )}
          {data.invitations.length === 0 && !open && <Nobody />}
          {data.invitations.length > 0 && (
            <DataTable
              caption="Invitations that nobody has used yet"
              rows={data.invitations}
              rowId={({ id }) => id}
              sort={undefined}
              onSort={null}
              columns={[
                { id: 'email', header: 'E-mail', cell: ({ email }) => email },
                { id: 'role', header: 'Role', cell: ({ role }) => ROLE_WORDS[role].name },
                { id: 'sees', header: 'Would see', cell: seesWords },
                { id: 'made', header: 'Made', cell: ({ createdAt }) => fromNow(createdAt, now) },
                { id: 'expires', header: 'Expires', cell: ({ expiresAt, expired }) => (expired ? 'has expired' : fromNow(expiresAt, now)) },
                { id: 'withdraw', header: 'Actions', cell: (one) => <Withdraw invitation={one} /> },
              ]}
            />
          )}
        </>
      )}
    </Panel>
  );
}

const Nobody = () => <Empty kind="nothing" title="No invitation is open" />;

const seesWords = ({ sight, team }: Invitation): string => (sight === 'team' && team ? `Those of ${team.name}` : SIGHT_WORDS[sight]);

function Withdraw({ invitation }: { invitation: Invitation }) {
  const withdraw = useWithdraw(invitation.id);
  return (
    <Ask
      label="Withdraw"
      about={`Withdraw the invitation of ${invitation.email}`}
      words={<p>Its link opens nothing from then on.</p>}
      yes="Withdraw it"
      act={withdraw}
    />
  );
}
