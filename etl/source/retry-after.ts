/**
 * Milliseconds that a `Retry-After` asks for: decimal seconds (Zendesk sends fractions) or an HTTP date.
 * Null when the header is absent or is neither; never negative.
 */
export function retryAfter(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  const text = header.trim();
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
