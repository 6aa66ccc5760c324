import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Choice } from '../ui/choice.js';
import styles from '../ui/form/form.module.css';
import { addressesOf, cronOf, slotOf, WEEKDAYS } from './schedule.js';
import { type ReportDraft, useSave } from './use-save.js';

interface ReportFormProps {
  id: string;
  draft: ReportDraft;
  done: () => void;
}

/** When, to whom and in whose clock. What is wrong is said by the server, and what was typed stays. */
export function ReportForm({ id, draft, done }: ReportFormProps) {
  const save = useSave(id);
  const [name, setName] = useState(draft.name);
  const [recipients, setRecipients] = useState(draft.recipients.join('\n'));
  const [timeZone, setTimeZone] = useState(draft.timeZone);
  const [slot, setSlot] = useState(slotOf(draft.schedule));
  const [active, setActive] = useState(draft.active);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const schedule = slot ? cronOf(slot) : draft.schedule;
    save.mutate({ name, recipients: addressesOf(recipients), timeZone, schedule, active }, { onSuccess: done });
  };
  return (
    <form className={styles.form} onSubmit={submit} aria-label={`Settings of ${draft.name}`}>
      <label className={styles.field}>
        <span>Name</span>
        <input value={name} onChange={(event) => setName(event.currentTarget.value)} required maxLength={100} />
      </label>
      <label className={styles.field}>
        <span>Recipients, one per line</span>
        <textarea rows={3} value={recipients} onChange={(event) => setRecipients(event.currentTarget.value)} autoComplete="off" />
      </label>
      <div className={styles.row}>
        {slot ? (
          <>
            <Choice label="Day" value={slot.weekday} options={WEEKDAYS} onChange={(weekday) => setSlot({ ...slot, weekday })} />
            <label className={styles.field}>
              <span>Time</span>
              <input type="time" value={slot.time} required onChange={(event) => setSlot({ ...slot, time: event.currentTarget.value })} />
            </label>
          </>
        ) : (
          <p className={styles.soft}>
            Schedule <code>{draft.schedule}</code>{' '}
            <Button size="compact-xs" variant="default" onClick={() => setSlot({ weekday: '1', time: '08:00' })}>
              Choose a day and a time instead
            </Button>
          </p>
        )}
        <label className={styles.field}>
          <span>Time zone</span>
          <input value={timeZone} list="time-zones" required onChange={(event) => setTimeZone(event.currentTarget.value)} />
        </label>
        <datalist id="time-zones">
          {Intl.supportedValuesOf('timeZone').map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
      </div>
      <label className={styles.check}>
        <input type="checkbox" checked={active} onChange={(event) => setActive(event.currentTarget.checked)} />
        Send it on schedule
      </label>
      {save.error && (
        <p role="alert" className={styles.bad}>
          {save.error.message}
        </p>
      )}
      <div className={styles.row}>
        <Button type="submit" size="xs" loading={save.isPending}>
          Save
        </Button>
        <Button size="xs" variant="subtle" onClick={done}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
