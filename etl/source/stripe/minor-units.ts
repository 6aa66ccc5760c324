/** https://docs.stripe.com/currencies#zero-decimal : ISK and UGX have no subunits but are written with two digits. */
const WITHOUT_SUBUNIT = new Set(['BIF', 'CLP', 'DJF', 'GNF', 'JPY', 'KMF', 'KRW', 'MGA', 'PYG', 'RWF', 'VND', 'VUV', 'XAF', 'XOF', 'XPF']);
const THREE_DIGITS = new Set(['BHD', 'JOD', 'KWD', 'OMR', 'TND']);

/** Digits behind the point in which Stripe counts a currency. */
export function subunitDigits(currency: string): number {
  const code = currency.toUpperCase();
  if (WITHOUT_SUBUNIT.has(code)) return 0;
  return THREE_DIGITS.has(code) ? 3 : 2;
}

/** Twelve digits behind the point, as in `unit_amount_decimal`. */
const SCALE = 12;
export const ONE = 10n ** BigInt(SCALE);

/** Minor units from decimal text, times 10^12. Throws when it is no such number. */
export function scaled(decimal: string): bigint {
  const [, sign = '', whole = '', digits = ''] = /^(-?)(\d{1,18})(?:[.](\d{0,12}))?$/.exec(decimal) ?? [];
  if (whole === '') throw new Error(`"${decimal.slice(0, 40)}" is not an amount`);
  const value = BigInt(whole) * ONE + BigInt(digits.padEnd(SCALE, '0'));
  return sign ? -value : value;
}

/** Decimal text in whole units of the currency, rounded half up to its smallest unit. */
export function majorUnits(minor: bigint, currency: string): string {
  const digits = subunitDigits(currency);
  const rounded = (minor + ONE / 2n) / ONE;
  if (digits === 0) return String(rounded);
  const text = String(rounded).padStart(digits + 1, '0');
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
