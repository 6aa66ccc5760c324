import styles from './definition.module.css';

interface NumberCellProps {
  label: string;
  value: number | null;
  /** Beside it: the same in another unit. */
  hint?: string;
  min?: number;
  max?: number;
  step?: number | 'any';
  /** Null when it was emptied. */
  onChange: (value: number | null) => void;
}

/** A number in a table, named for those who do not see the table. */
export function NumberCell({ label, value, hint = '', min = 0, max, step = 'any', onChange }: NumberCellProps) {
  return (
    <span className={styles.cell}>
      <input
        type="number"
        aria-label={label}
        value={value ?? ''}
        min={min}
        max={max}
        step={step}
        onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.valueAsNumber)}
      />
      {hint && <span className={styles.hint}>{hint}</span>}
    </span>
  );
}
