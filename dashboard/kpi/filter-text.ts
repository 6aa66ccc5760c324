/** A filter as it stands in the URL, "dimension:value"; the value may hold colons, and empty means "has none". */
export function splitFilter(filter: string): { dimension: string; value: string } {
  const colon = filter.indexOf(':');
  return colon < 0 ? { dimension: filter, value: '' } : { dimension: filter.slice(0, colon), value: filter.slice(colon + 1) };
}

export const joinFilter = (dimension: string, value: string | null): string => `${dimension}:${value ?? ''}`;

/** The list with one filter in or out. */
export function toggled(filters: string[], filter: string): string[] | undefined {
  const left = filters.includes(filter) ? filters.filter((one) => one !== filter) : [...filters, filter];
  return left.length > 0 ? left : undefined;
}
