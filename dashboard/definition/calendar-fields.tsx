import { Button, CloseButton } from '@mantine/core';
import { Choice } from '../ui/choice.js';
import form from '../ui/form/form.module.css';
import styles from './definition.module.css';
import type { PartProps } from './part-props.js';

type Calendar = PartProps['definition']['calendar'];

/** Monday first, as a working week is written. */
const WEEK = [
  [1, 'Mon'],
  [2, 'Tue'],
  [3, 'Wed'],
  [4, 'Thu'],
  [5, 'Fri'],
  [6, 'Sat'],
  [0, 'Sun'],
] as const;

/** When people work: for the reading of clocks in working time. */
export function CalendarFields({ definition, change, choices }: PartProps) {
  const { calendar } = definition;
  const set = (patch: Partial<Calendar>) => change({ ...definition, calendar: { ...calendar, ...patch } });
  const zones = [{ value: '', label: 'that of the workspace' }, ...choices.timeZones.map((zone) => ({ value: zone, label: zone }))];
  const [country, ...region] = (calendar.country ?? '').split('-');
  const countries = [{ value: '', label: 'none' }, ...choices.countries.map(({ code, name }) => ({ value: code, label: name }))];
  return (
    <>
      <fieldset className={form.group}>
        <legend>Working days</legend>
        <div className={form.row}>
          {WEEK.map(([day, name]) => (
            <label key={day} className={form.check}>
              <input
                type="checkbox"
                checked={calendar.days.includes(day)}
                onChange={(event) =>
                  set({
                    days: WEEK.map(([one]) => one).filter((one) =>
                      one === day ? event.currentTarget.checked : calendar.days.includes(one),
                    ),
                  })
                }
              />
              {name}
            </label>
          ))}
        </div>
        <div className={form.row}>
          <TimeField label="From" value={calendar.from} onChange={(from) => set({ from })} />
          <TimeField label="To" value={calendar.to} onChange={(to) => set({ to })} />
          <Choice label="Time zone" value={calendar.timeZone ?? ''} options={zones} onChange={(zone) => set({ timeZone: zone || null })} />
        </div>
      </fieldset>
      <fieldset className={form.group}>
        <legend>Days off</legend>
        <div className={form.row}>
          <Choice
            label="Public holidays of"
            value={country ?? ''}
            options={countries}
            onChange={(code) => set({ country: code || null })}
          />
          {country && (
            <label className={form.field}>
              <span>Part of it, such as BY; empty for all</span>
              <input
                value={region.join('-')}
                onChange={(event) => set({ country: [country, event.currentTarget.value.trim()].filter(Boolean).join('-') })}
              />
            </label>
          )}
        </div>
        <OwnDaysOff holidays={calendar.holidays} change={(holidays) => set({ holidays })} />
      </fieldset>
    </>
  );
}

function TimeField({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <label className={form.field}>
      <span>{label}</span>
      <input type="time" required value={value} onChange={(event) => onChange(event.currentTarget.value)} />
    </label>
  );
}

function OwnDaysOff({ holidays, change }: { holidays: Calendar['holidays']; change: (holidays: Calendar['holidays']) => void }) {
  const patch = (index: number, with_: Partial<Calendar['holidays'][number]>) =>
    change(holidays.map((one, i) => (i === index ? { ...one, ...with_ } : one)));
  return (
    <>
      {holidays.map((holiday, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a day off has no identity but its place while it is typed.
        <div key={index} className={form.row}>
          <label className={form.field}>
            <span>Own day off</span>
            <input type="date" value={holiday.on} onChange={(event) => patch(index, { on: event.currentTarget.value })} />
          </label>
          <label className={form.field}>
            <span>Name</span>
            <input value={holiday.name} maxLength={100} onChange={(event) => patch(index, { name: event.currentTarget.value })} />
          </label>
          <CloseButton
            aria-label={`Remove ${holiday.name || `day off ${index + 1}`}`}
            onClick={() => change(holidays.filter((_, i) => i !== index))}
          />
        </div>
      ))}
      <Button className={styles.add} size="compact-sm" variant="default" onClick={() => change([...holidays, { on: '', name: '' }])}>
        Add an own day off
      </Button>
    </>
  );
}
