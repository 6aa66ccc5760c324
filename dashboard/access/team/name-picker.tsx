import { CloseButton } from '@mantine/core';
import { useId, useState } from 'react';
import form from '../../ui/form/form.module.css';
import styles from '../people.module.css';
import { useOwners } from './use-owners.js';

interface NamePickerProps {
  label: string;
  /** As the sources name people. */
  value: string[];
  onChange: (names: string[]) => void;
}

/** Names out of those that the sources know: typed, proposed while typing, and taken off again. */
export function NamePicker({ label, value, onChange }: NamePickerProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const known = (useOwners().data?.owners ?? []).map(({ name }) => name);
  const type = (text: string) => {
    const add = known.includes(text) && !value.includes(text);
    if (add) onChange([...value, text]);
    setTyped(add ? '' : text);
  };
  return (
    <div className={form.fields}>
      <div className={form.field}>
        <label htmlFor={id}>{label}</label>
        <input
          id={id}
          list={`${id}-names`}
          value={typed}
          placeholder="Type a name"
          autoComplete="off"
          aria-describedby={`${id}-hint`}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
        <small id={`${id}-hint`} aria-live="polite">
          {typed && !known.some((name) => name.toLowerCase().includes(typed.toLowerCase())) ? 'No source knows a name like that.' : ''}
        </small>
        <datalist id={`${id}-names`}>
          {known
            .filter((name) => !value.includes(name))
            .map((name) => (
              <option key={name} value={name} />
            ))}
        </datalist>
      </div>
      {value.length > 0 && (
        <ul className={styles.chips}>
          {value.map((name) => (
            <li key={name} className={styles.chip}>
              {name}
              <CloseButton size="sm" aria-label={`Take off ${name}`} onClick={() => onChange(value.filter((one) => one !== name))} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
