/** A timestamptz as Postgres writes it in UTC: '2026-03-01 09:00:00.123456+00'. */
export function pgInstant(text: string): Date {
  const date = new Date(`${text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00')}`);
  if (Number.isNaN(date.getTime())) throw new Error(`Postgres wrote "${text.slice(0, 40)}" where a time was asked for`);
  return date;
}
