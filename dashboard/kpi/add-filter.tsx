import { Button, Popover } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import { Choice } from '../ui/choice.js';
import { count, UNKNOWN } from '../ui/format.js';
import styles from './filter-bar.module.css';
import { joinFilter, toggled } from './filter-text.js';
import { useDimensions } from './use-dimensions.js';

interface AddFilterProps {
  chosen: string[];
  onChange: (filters: string[] | undefined) => void;
}

/** Any dimension, any of its values, any number of them: within a dimension "or", between dimensions "and". */
export function AddFilter({ chosen, onChange }: AddFilterProps) {
  return (
    <Popover width={300} position="bottom-start" trapFocus withRoles shadow="md">
      <Popover.Target>
        <Button size="compact-md" variant="default" leftSection={<IconFilter size={14} aria-hidden />}>
          Filter
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Filter handoffs">
        <Picker chosen={chosen} onChange={onChange} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Picker({ chosen, onChange }: AddFilterProps) {
  const { data, error, refetch } = useDimensions();
  const [picked, setPicked] = useState<string | null>(null);
  const [wanted, setWanted] = useState('');
  if (error)
    return (
      <Button size="xs" variant="default" onClick={() => void refetch()}>
        {error.message} Retry
      </Button>
    );
  const dimension = data?.dimensions.find(({ id }) => id === picked) ?? data?.dimensions[0];
  if (!data || !dimension) return <p>{data ? 'There is nothing to filter by yet.' : 'Loading'}</p>;
  const values = dimension.values.filter(({ label }) => label.toLowerCase().includes(wanted.toLowerCase()));
  return (
    <div className={styles.picker}>
      <Choice
        label="By"
        value={dimension.id}
        options={data.dimensions.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => {
          setPicked(id);
          setWanted('');
        }}
      />
      {dimension.values.length > 8 && (
        <input
          className={styles.search}
          placeholder={`Find among ${count(dimension.values.length)}`}
          aria-label={`Find a value of ${dimension.name}`}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
      )}
      <ul className={styles.values}>
        {values.slice(0, 200).map(({ value, label, count: size }) => {
          const filter = joinFilter(dimension.id, value);
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
