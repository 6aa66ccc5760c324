/** A point in time from ISO 8601 with or without milliseconds, a plain day (its midnight UTC), or epoch milliseconds. Throws when it is none, or outside the years 1 to 9999. */
export function instant(text: string): Date {
  const date = /^-?\d{9,15}$/.test(text) ? new Date(Number(text)) : isoDate(text);
  const year = date.getUTCFullYear();
  if (Number.isNaN(year) || year < 1 || year > 9999) throw new Error(`"${text.slice(0, 40)}" is not a date`);
  return date;
}

/** Only forms with a zone, or a whole day: what `Date` would read in the zone of this machine is refused. */
function isoDate(text: string): Date {
  const known = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}([.]\d+)?)?(Z|[+-]\d{2}:?\d{2}))?$/.test(text);
  return new Date(known ? text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2') : Number.NaN);
}
