import { Choice } from '../ui/choice.js';
import styles from '../ui/form/form.module.css';

const USUAL = [
  { value: '*/15 * * * *', label: 'every 15 minutes' },
  { value: '*/5 * * * *', label: 'every 5 minutes' },
  { value: '0 * * * *', label: 'every hour' },
  { value: '0 6 * * *', label: 'every day at 06:00' },
];
const BY_HAND = '';
const OWN = 'own';

interface ScheduleChoiceProps {
  /** Cron in the zone of the workspace; null: by hand. */
  value: string | null;
  onChange: (value: string | null) => void;
}

/** When a source is read: a usual rhythm, a cron expression of one's own, or by hand. */
export function ScheduleChoice({ value, onChange }: ScheduleChoiceProps) {
  const usual = value === null || USUAL.some((one) => one.value === value);
  return (
    <div className={styles.row}>
      <Choice
        label="Read it"
        value={value === null ? BY_HAND : usual ? value : OWN}
        options={[...USUAL, { value: OWN, label: 'at other times' }, { value: BY_HAND, label: 'by hand only' }]}
        onChange={(next) => onChange(next === BY_HAND ? null : next === OWN ? '0 7 * * 1-5' : next)}
      />
      {!usual && (
        <label className={styles.field}>
          <span>Cron, in the time zone of the workspace</span>
          <input value={value ?? ''} required spellCheck={false} onChange={(event) => onChange(event.currentTarget.value)} />
        </label>
      )}
    </div>
  );
}
