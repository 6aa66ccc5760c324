import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Member } from '../../api/shape.js';
import { DANGER } from '../../ui/danger.js';
import form from '../../ui/form/form.module.css';
import { Outcome } from '../../ui/form/outcome.js';
import { useRemoveSecondFactor } from './use-members.js';

/** For one who has lost phone and recovery codes. Asks once more, in place, as `RemoveMember` does. */
export function LostSecondFactor({ member }: { member: Member }) {
  const remove = useRemoveSecondFactor(member.id);
  const [asked, setAsked] = useState(false);
  if (remove.data)
    return (
      <p role="status" className={form.soft}>
        The second factor is off, and their sessions have ended. {remove.data.mailed ? 'They were told by mail.' : 'Tell them yourself.'}
      </p>
    );
  if (!member.secondFactor) return null;
  if (!asked)
    return (
      <Button size="compact-sm" variant="default" onClick={() => setAsked(true)}>
        Take off the second factor
      </Button>
    );
  return (
    <div className={form.form}>
      <p>
        Only if {member.name} has lost phone and recovery codes, and you are sure that it is they who ask. Their password alone opens
        everything then, until they set up a new one.
      </p>
      <Outcome of={remove} />
      <div className={form.actions}>
        <Button size="compact-sm" {...DANGER} loading={remove.isPending} onClick={() => remove.mutate(undefined)}>
          Take it off
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setAsked(false)}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
