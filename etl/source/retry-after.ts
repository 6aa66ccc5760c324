/**
 * Milliseconds that a `Retry-After` asks for: decimal seconds (Zendesk sends fractions) or an HTTP date in any of its three forms.
 * Null when the header is absent or is neither; never negative: below zero and a date gone by mean at once.
 */
export function retryAfter(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  const text = header.trim();
  if (/^[+-]?\d+(\.\d+)?$/.test(text)) return Math.max(0, Math.ceil(Number(text) * 1000));
  if (!/^[a-z]{3,9},? /i.test(text)) return null;
  const date = Date.parse(/GMT$|[+-]\d{4}$/.test(text) ? text : `${text} GMT`);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
