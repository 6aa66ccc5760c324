const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** "every Monday at 08:00" for the plain schedules; null for one that has no short words. */
export function scheduleWords(schedule: string): string | null {
  const [minute = '', hour = '', date = '', month = '', weekday = ''] = schedule.trim().split(/\s+/);
  if (!/^\d+$/.test(minute) || !/^\d+$/.test(hour) || month !== '*') return null;
  const at = `at ${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  if (date === '*' && weekday === '*') return `every day ${at}`;
  if (date === '*' && weekday === '1-5') return `every Monday to Friday ${at}`;
  if (date === '*' && /^[0-7]$/.test(weekday)) return `every ${DAYS[Number(weekday)]} ${at}`;
  if (/^\d+$/.test(date) && weekday === '*') return `on day ${date} of every month ${at}`;
  return null;
}
