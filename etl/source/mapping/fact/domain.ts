/** A domain as accounts are matched by it: lower case, without scheme, www and path; null when the cell holds none. */
export function domainOf(cell: string | null): string | null {
  const host = cell
    ?.toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/?#:].*$/, '');
  return host && /^[^\s@.]+(\.[^\s@.]+)+$/.test(host) ? host : null;
}
