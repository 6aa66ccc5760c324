import Holidays from 'date-holidays';

/** Countries whose public holidays are known, by name. */
export function knownCountries(): { code: string; name: string }[] {
  const countries: Record<string, string> = new Holidays().getCountries('en') ?? {};
  return Object.entries(countries)
    .map(([code, name]) => ({ code, name }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
