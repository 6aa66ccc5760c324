import Holidays from 'date-holidays';

const DAY = 86_400_000;

/** Whether the public holidays of such a country are known: 'DE', 'DE-BY', 'US-CA' ... */
export function knownCountry(country: string): boolean {
  const [land = '', state] = country.split('-');
  const holidays = new Holidays();
  if (!(land in (holidays.getCountries() ?? {}))) return false;
  return state === undefined || state in (holidays.getStates(land) ?? {});
}

/** The days of a year that are free by law, as 'YYYY-MM-DD'. Half days are worked; a country nobody knows has none. */
export function publicHolidays(country: string, year: number): string[] {
  const [land = '', state = '', region = ''] = country.split('-');
  return new Holidays(land, state, region)
    .getHolidays(year)
    .filter(({ type, date }) => type === 'public' && date.slice(11, 19) === '00:00:00')
    .flatMap(({ date, start, end }) => {
      const days = Math.max(1, Math.ceil((end.getTime() - start.getTime()) / DAY - 0.25));
      const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
      return Array.from({ length: days }, (_, day) => new Date(first + day * DAY).toISOString().slice(0, 10));
    });
}
