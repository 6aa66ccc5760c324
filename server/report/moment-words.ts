/** "Monday 16 March 2026, 08:00 (Europe/Berlin)": a moment in the zone of the report, and the zone named. */
export function momentWords(at: Date, timeZone: string): string {
  const day = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at);
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
  return `${day.replace(',', '')}, ${time} (${timeZone})`;
}

/** "1 December 2025", of a calendar day such as 2025-12-01. */
export function dayWords(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** The last day of a half-open period that ends before `to`. */
export function lastDayWords(to: string): string {
  return dayWords(new Date(Date.parse(`${to}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10));
}

/** "3 days", "5 hours": the age of data, floored. */
export function ageWords(minutes: number): string {
  const [count, unit] = minutes >= 2_880 ? [minutes / 1_440, 'day'] : minutes >= 120 ? [minutes / 60, 'hour'] : [minutes, 'minute'];
  const floored = Math.max(0, Math.floor(count));
  return `${floored} ${unit}${floored === 1 ? '' : 's'}`;
}
