/** Schedules the form offers, as the weekday field of a cron line. */
export const WEEKDAYS = [
  { value: '1', label: 'every Monday' },
  { value: '2', label: 'every Tuesday' },
  { value: '3', label: 'every Wednesday' },
  { value: '4', label: 'every Thursday' },
  { value: '5', label: 'every Friday' },
  { value: '1-5', label: 'Monday to Friday' },
  { value: '*', label: 'every day' },
] as const;

export interface Slot {
  weekday: string;
  /** "08:00". */
  time: string;
}

/** The slot of a five-field cron line; null when it is none the form offers. */
export function slotOf(schedule: string): Slot | null {
  const [minute = '', hour = '', date, month, weekday = ''] = schedule.trim().split(/\s+/);
  const plain = /^\d{1,2}$/.test(minute) && /^\d{1,2}$/.test(hour) && date === '*' && month === '*';
  if (!plain || !WEEKDAYS.some(({ value }) => value === weekday)) return null;
  return { weekday, time: `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}` };
}

export function cronOf({ weekday, time }: Slot): string {
  const [hour = '8', minute = '0'] = time.split(':');
  return `${Number(minute)} ${Number(hour)} * * ${weekday}`;
}

/** Addresses as people write them: by line, comma, semicolon or blank. */
export const addressesOf = (text: string): string[] => [...new Set(text.split(/[\s,;]+/).filter(Boolean))];
