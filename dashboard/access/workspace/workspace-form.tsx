import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Session } from '../../api/shape.js';
import { Choice } from '../../ui/choice.js';
import form from '../../ui/form/form.module.css';
import { Outcome } from '../../ui/form/outcome.js';
import { TextField } from '../../ui/form/text-field.js';
import { useChangeWorkspace } from './use-workspaces.js';
import { ZoneField } from './zone-field.js';

const DAYS = [
  { value: '1', label: 'Monday', day: 1 },
  { value: '0', label: 'Sunday', day: 0 },
  { value: '6', label: 'Saturday', day: 6 },
] as const;

const monthName = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });
const MONTHS = Array.from({ length: 12 }, (_, month) => ({
  value: String(month + 1),
  label: monthName.format(new Date(Date.UTC(2026, month, 1))),
}));

/** In whose days, weeks, years and money its numbers are cut. */
export function WorkspaceForm({ session: { workspaceId, workspace } }: { session: Session }) {
  const change = useChangeWorkspace(workspaceId);
  const [draft, setDraft] = useState({
    name: workspace.name,
    timeZone: workspace.timeZone,
    currency: workspace.currency,
    weekStart: DAYS.find(({ day }) => day === workspace.weekStart)?.day ?? 1,
    fiscalStart: workspace.fiscalStart,
  });
  const set = (patch: Partial<typeof draft>) => setDraft({ ...draft, ...patch });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(draft);
  };
  return (
    <form className={form.form} onSubmit={submit} aria-label="Settings of the workspace">
      <TextField label="Company" value={draft.name} onChange={(name) => set({ name })} required maxLength={100} />
      <div className={form.row}>
        <ZoneField value={draft.timeZone} onChange={(timeZone) => set({ timeZone })} />
        <TextField
          label="Currency"
          value={draft.currency}
          onChange={(currency) => set({ currency: currency.toUpperCase() })}
          required
          pattern="[A-Z]{3}"
          maxLength={3}
        />
      </div>
      <div className={form.row}>
        <Choice
          label="A week starts on"
          value={String(draft.weekStart)}
          options={DAYS}
          onChange={(one) => set({ weekStart: DAYS.find(({ value }) => value === one)?.day ?? 1 })}
        />
        <Choice
          label="The fiscal year starts in"
          value={String(draft.fiscalStart)}
          options={MONTHS}
          onChange={(one) => set({ fiscalStart: Number(one) })}
        />
      </div>
      <p className={form.soft}>With another time zone or week every number may change a little, because days are cut elsewhere.</p>
      <Outcome of={change} done="Saved." />
      <div className={form.actions}>
        <Button type="submit" size="xs" variant="default" loading={change.isPending}>
          Save
        </Button>
      </div>
    </form>
  );
}
