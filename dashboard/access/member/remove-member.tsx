import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Member } from '../../api/shape.js';
import { DANGER } from '../../ui/danger.js';
import form from '../../ui/form/form.module.css';
import { Outcome } from '../../ui/form/outcome.js';
import { useForgetMember, useRemoveMember } from './use-members.js';

/** Asks once more, in place: a dialog over a dialog would be one too many. */
export function RemoveMember({ member, removed }: { member: Member; removed: () => void }) {
  const remove = useRemoveMember(member.id);
  const forget = useForgetMember(member.id);
  const [sure, setSure] = useState(false);
  if (!sure)
    return (
      <Button size="compact-sm" {...DANGER} onClick={() => setSure(true)}>
        Remove from the workspace
      </Button>
    );
  return (
    <div className={form.form}>
      <p>
        {member.name} loses every way into this workspace at once, tokens too. What they did stays in the audit log, and they can be invited
        again. Deleting also takes the login itself and what is known of them out of every workspace, and their name out of the log.
      </p>
      <Outcome of={remove} />
      <Outcome of={forget} />
      <div className={form.actions}>
        <Button size="compact-sm" {...DANGER} loading={remove.isPending} onClick={() => remove.mutate(undefined, { onSuccess: removed })}>
          Remove {member.name}
        </Button>
        <Button size="compact-sm" {...DANGER} loading={forget.isPending} onClick={() => forget.mutate(undefined, { onSuccess: removed })}>
          Delete {member.name}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setSure(false)}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
