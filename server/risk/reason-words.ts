import { DAY_SECONDS } from '../handoff/column.js';

/** "today", "yesterday", "3 days ago": whole days, floored. */
export function ago(seconds: number, at: number): string {
  const days = Math.floor((at - seconds) / DAY_SECONDS);
  if (days <= 0) return 'today';
  return days === 1 ? 'yesterday' : `${days} days ago`;
}

/** "once, 3 days ago", "twice, last 3 days ago". */
export function often(events: readonly number[], at: number): string {
  const last = ago(events.at(-1) ?? at, at);
  if (events.length === 1) return `once, ${last}`;
  return `${events.length === 2 ? 'twice' : `${events.length} times`}, last ${last}`;
}
