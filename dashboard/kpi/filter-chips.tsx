import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect } from 'react';
import { plainName } from '../ui/format.js';
import styles from './filter-bar.module.css';
import { splitFilter, toggled } from './filter-text.js';

interface FilterChipsProps {
  filters: string[];
  onChange: (filters: string[] | undefined) => void;
}

/** The filters in force; each can be taken off, and Escape takes off all. */
export function FilterChips({ filters, onChange }: FilterChipsProps) {
  const any = filters.length > 0;
  useEffect(() => {
    if (!any) return;
    const clear = (event: KeyboardEvent) => {
      // A dialog, a menu or a field has the first claim on Escape.
      if (event.key !== 'Escape' || event.defaultPrevented || inUse()) return;
      onChange(undefined);
    };
    document.addEventListener('keydown', clear);
    return () => document.removeEventListener('keydown', clear);
  }, [any, onChange]);
  if (!any) return null;
  return (
    <ul className={styles.chips} aria-label="Filters in force">
      {filters.map((filter) => {
        const { dimension, value } = splitFilter(filter);
        const words = `${plainName(dimension)}: ${value || 'none'}`;
        return (
          <li key={filter} className={styles.chip}>
            <span>{words}</span>
            <button
              type="button"
              className={styles.remove}
              aria-label={`Remove filter ${words}`}
              onClick={() => onChange(toggled(filters, filter))}
            >
              <IconX size={13} aria-hidden />
            </button>
          </li>
        );
      })}
      <li>
        <Button size="compact-sm" variant="subtle" onClick={() => onChange(undefined)}>
          Clear filters
        </Button>
      </li>
    </ul>
  );
}

function inUse(): boolean {
  const focused = document.activeElement;
  return (
    focused instanceof HTMLInputElement ||
    focused instanceof HTMLSelectElement ||
    document.querySelector('[role="dialog"], [role="menu"]') !== null ||
    focused?.closest('.recharts-wrapper') != null
  );
}
