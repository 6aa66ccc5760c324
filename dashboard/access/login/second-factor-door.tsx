import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { Session } from '../../api/shape.js';
import styles from '../../ui/form/form.module.css';
import { Door } from '../door.js';
import { signOut } from '../sign-out.js';
import { RecoveryCodes } from './recovery-codes.js';
import { SecondFactorOn } from './second-factor-on.js';

interface SecondFactorDoorProps {
  session: Session;
  /** Of the second factor that was just set up; they stay until they have been put away. */
  codes: string[] | null;
  given: (codes: string[] | null) => void;
}

/** In place of every page, to who must set up a second factor first. */
export function SecondFactorDoor({ session: { workspace, login }, codes, given }: SecondFactorDoorProps) {
  const client = useQueryClient();
  const who = workspace.secondFactor === 'installation' ? 'Baton' : workspace.name;
  return (
    <Door title="Set up a second factor" lead={<p>{who} opens only to people who have one. It takes a minute, and your phone.</p>}>
      {codes ? (
        <RecoveryCodes codes={codes} done={() => given(null)} />
      ) : (
        <div className={styles.form}>
          <SecondFactorOn given={given} />
          <div className={styles.actions}>
            <span className={styles.soft}>{login?.email}</span>
            <Button size="compact-xs" variant="default" onClick={() => void signOut(client)}>
              Sign out
            </Button>
          </div>
        </div>
      )}
    </Door>
  );
}
