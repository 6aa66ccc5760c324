import { type FormEvent, useState } from 'react';
import type { Team } from '../../api/shape.js';
import form from '../../ui/form/form.module.css';
import { Outcome } from '../../ui/form/outcome.js';
import { TextField } from '../../ui/form/text-field.js';
import { FormActions } from '../form-actions.js';
import { NamePicker } from './name-picker.js';
import { useSaveTeam } from './use-teams.js';

/** A team's name and whom it is made of beside its members; `team` is null for a new one. */
export function TeamForm({ team, done }: { team: Team | null; done: () => void }) {
  const save = useSaveTeam(team?.id ?? null);
  const [name, setName] = useState(team?.name ?? '');
  const [owners, setOwners] = useState(team?.owners ?? []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ name: name.trim(), owners }, { onSuccess: done });
  };
  return (
    <form className={form.form} onSubmit={submit} aria-label={team ? `Change ${team.name}` : 'New team'}>
      <TextField label="Name of the team" value={name} onChange={setName} required maxLength={100} />
      <NamePicker label="People in the CRM" value={owners} onChange={setOwners} />
      <p className={form.soft}>The handoffs of its members belong to it anyway. Whose member somebody is, is said at the member.</p>
      <Outcome of={save} />
      <FormActions submit={team ? 'Save' : 'Make the team'} loading={save.isPending} cancel={done} />
    </form>
  );
}
