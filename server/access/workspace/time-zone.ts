/** Postgres reads a bare offset the other way round, so only names are taken. */
const NAME_OF_ZONE = /^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*$/;

/** Whether it names a time zone, such as Europe/Berlin. */
export function isTimeZone(name: string): boolean {
  try {
    return NAME_OF_ZONE.test(name) && Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
