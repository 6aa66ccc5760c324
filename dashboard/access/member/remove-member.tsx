import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Member } from '../../api/shape.js';
import { DANGER } from '../../ui/danger.js';
import form from '../../ui/form/form.module.css';
import { Outcome } from '../../ui/form/outcome.js';
import { useRemoveMember } from './use-members.js';

/** Asks once more, in place: a dialog over a dialog would be one too many. */
export function RemoveMember({ member, removed }: { member: Member; removed: () => void }) {
  const remove = useRemoveMember(member.id);
  const [sure, setSure] = useState(false);
  if (!sure)
    return (
      <Button size="compact-sm" {...DANGER} onClick={() => setSure(true)}>
        Remove from the workspace
      </Button>
    );
  return (
    <div className={form.form}>
      <p>{member.name} loses every way into this workspace at once, tokens too. What they did stays in the audit log.</p>
      <Outcome of={remove} />
      <div className={form.actions}>
        <Button size="compact-sm" {...DANGER} loading={remove.isPending} onClick={() => remove.mutate(undefined, { onSuccess: removed })}>
          Remove {member.name}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setSure(false)}>
          Keep
        </Button>
      </div>
    </div>
  );
}
