import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import styles from './table.module.css';

export function ariaSort(id: string, sort: string | undefined): 'ascending' | 'descending' | undefined {
  if (sort === id) return 'ascending';
  return sort === `-${id}` ? 'descending' : undefined;
}

interface SortButtonProps {
  column: { id: string; header: string };
  sort: string | undefined;
  onSort: (sort: string | undefined) => void;
}

/** The head of a column: ascending, descending, then as the rows come. */
export function SortButton({ column, sort, onSort }: SortButtonProps) {
  const direction = ariaSort(column.id, sort);
  const Arrow = direction === 'ascending' ? IconArrowUp : IconArrowDown;
  const next = { ascending: `-${column.id}`, descending: undefined, none: column.id }[direction ?? 'none'];
  return (
    <button type="button" className={styles.sort} onClick={() => onSort(next)}>
      {column.header}
      {direction && <Arrow size={13} aria-hidden />}
    </button>
  );
}
