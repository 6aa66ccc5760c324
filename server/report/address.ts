const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const ADDRESS = new RegExp(`^[A-Za-z0-9!#$%&'*+/=?^_\`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_\`{|}~-]+)*@${LABEL}(?:\\.${LABEL})+$`);

/**
 * Whether it is exactly one plain address. Stricter than RFC 5322 on purpose: without quotes, commas, brackets and
 * line breaks it can name nobody else and add no header.
 */
export function isAddress(address: string): boolean {
  return address.length <= 254 && address.indexOf('@') <= 64 && ADDRESS.test(address);
}

/** The same people once each, whatever the case they were written in. */
export function distinctAddresses(addresses: readonly string[]): string[] {
  return [...new Map(addresses.map((address) => [address.toLowerCase(), address])).values()];
}
