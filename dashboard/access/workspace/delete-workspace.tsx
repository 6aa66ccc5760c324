import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Session } from '../../api/shape.js';
import { DANGER } from '../../ui/danger.js';
import form from '../../ui/form/form.module.css';
import { Outcome } from '../../ui/form/outcome.js';
import { TextField } from '../../ui/form/text-field.js';
import { Section } from '../../ui/section.js';
import { useDeleteWorkspace } from './use-workspaces.js';

/** The end of a workspace; only who types its name means it. */
export function DeleteWorkspace({ session: { workspaceId, workspace } }: { session: Session }) {
  const remove = useDeleteWorkspace(workspaceId);
  const [typed, setTyped] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    remove.mutate(typed);
  };
  return (
    <Section title="Delete this workspace">
      <form className={form.form} onSubmit={submit} aria-label="Delete this workspace">
        <p className={form.soft}>
          Everything in it goes: what was read from the sources, definitions, reports, verdicts, members, tokens. Nothing is changed in your
          tools. It cannot be undone; a backup made before still has it.
        </p>
        <div className={form.row}>
          <TextField label={`Type ${workspace.name} to confirm`} value={typed} onChange={setTyped} autoComplete="off" />
          <Button type="submit" size="xs" {...DANGER} disabled={typed !== workspace.name} loading={remove.isPending}>
            Delete the workspace
          </Button>
        </div>
        <Outcome of={remove} />
      </form>
    </Section>
  );
}
