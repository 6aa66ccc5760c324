import { Button, Popover } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import { Choice } from '../ui/choice.js';
import { count, UNKNOWN } from '../ui/format.js';
import styles from './filter-bar.module.css';
import { joinFilter, toggled } from './filter-text.js';
import { useDimensions } from './use-dimensions.js';
import type { AskedScope } from './use-scope.js';

interface AddFilterProps {
  scope: AskedScope | null;
  chosen: string[];
  onChange: (filters: string[] | undefined) => void;
}

/** Any dimension, any of its values, any number of them: within a dimension "or", between dimensions "and". */
export function AddFilter(props: AddFilterProps) {
  return (
    <Popover width={300} position="bottom-start" trapFocus withRoles shadow="md">
      <Popover.Target>
        <Button size="compact-md" variant="default" leftSection={<IconFilter size={14} aria-hidden />}>
          Filter
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Filter handoffs">
        <Picker {...props} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Picker({ scope, chosen, onChange }: AddFilterProps) {
  const { data, error, refetch } = useDimensions(scope);
  const [picked, setPicked] = useState<string | null>(null);
  const [wanted, setWanted] = useState('');
  if (error)
    return (
      <Button size="xs" variant="default" onClick={() => void refetch()}>
        {error.message} Retry
      </Button>
    );
  const dimension = data?.dimensions.find(({ name }) => name === picked) ?? data?.dimensions[0];
  if (!data || !dimension) return <p>{data ? 'There is nothing to filter by yet.' : 'Loading'}</p>;
  const values = dimension.values.filter(({ label }) => label.toLowerCase().includes(wanted.toLowerCase()));
  return (
    <div className={styles.picker}>
      <Choice
        label="By"
        value={dimension.name}
        options={data.dimensions.map(({ name, label }) => ({ value: name, label }))}
        onChange={(name) => {
          setPicked(name);
          setWanted('');
        }}
      />
      {dimension.values.length > 8 && (
        <input
          className={styles.search}
          placeholder={`Find among ${count(dimension.values.length)}`}
          aria-label={`Find a value of ${dimension.label}`}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
      )}
      <ul className={styles.values}>
        {values.slice(0, 200).map(({ value, label, count: size }) => {
          const filter = joinFilter(dimension.name, value);
          return (
            <li key={filter}>
              <label className={styles.value}>
                <input type="checkbox" checked={chosen.includes(filter)} onChange={() => onChange(toggled(chosen, filter))} />
                <span>{label || UNKNOWN}</span>
                <small>{count(size)}</small>
              </label>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
