import type { ReactNode } from 'react';
import styles from './choice.module.css';

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}

/** A labelled choice of one: the browser's own, so that keyboards, phones and screen readers know it. */
export function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <Labelled label={label}>
      <select
        className={styles.control}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

interface DayChoiceProps {
  label: string;
  /** "2026-03-01", or empty. */
  value: string;
  min?: string;
  max?: string;
  /** Null when it was cleared. */
  onChange: (value: string | null) => void;
}

export function DayChoice({ label, value, min, max, onChange }: DayChoiceProps) {
  return (
    <Labelled label={label}>
      <input
        type="date"
        className={styles.control}
        value={value}
        min={min}
        max={max}
        onChange={(event) => {
          const day = event.currentTarget.value;
          if (day === '' || (event.currentTarget.validity.valid && day >= '1990')) onChange(day || null);
        }}
      />
    </Labelled>
  );
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child.
    <label className={styles.labelled}>
      <span className={styles.label}>{label}</span>
      {children}
    </label>
  );
}
