// The one place where numbers of a report become words: both parts of a mail and its subject say the same, in the digits of the dashboard.
import type { Measure, Unit } from '../kpi/kpi.schema.js';

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** "126 days (107 to 172), n = 792". */
export function measureWords(measure: Measure, unit: Unit): string {
  const join = measure.value === null ? ', ' : ' ';
  return `${valueWords(measure, unit)}${join}${restWords(measure, unit)}`;
}

/** "126 days", "8.3 %", "12.4 per 100 handoffs"; the reason in words when there is no value. */
export function valueWords({ value, why }: Pick<Measure, 'value' | 'why'>, unit: Unit): string {
  return value === null ? (why ?? 'not known') : withUnit(value, unit);
}

/** "(107 to 172), n = 792": what a value rests on. Without a value only n is said. */
export function restWords(measure: Measure, unit: Unit): string {
  const { value, n, mature, wide } = measure;
  const interval = value === null ? [] : [`(${intervalWords(measure, unit)})`];
  const maturing = mature < n ? [`${countWords(mature)} of them mature`] : [];
  const width = wide && value !== null ? ['wide: read the interval first'] : [];
  return [...interval, `n = ${countWords(n)}`, ...maturing, ...width].join(', ');
}

/** A value as it is written in its unit. */
export function withUnit(value: number, unit: Unit): string {
  if (unit === 'share') return `${digits(value, unit)} %`;
  if (unit === 'per 100 handoffs' || unit === 'of 100') return `${digits(value, unit)} ${unit}`;
  return `${digits(value, unit)} ${value === 1 ? unit.slice(0, -1) : unit}`;
}

/** "3 accounts", "1 account", "no accounts". */
export function countOf(count: number, noun: string): string {
  return `${count === 0 ? 'no' : countWords(count)} ${noun}${count === 1 ? '' : 's'}`;
}

export const countWords = (count: number): string => whole.format(count);

/** "EUR 120,000"; "unknown amount" for null. */
export function moneyWords(amount: number | null, currency: string | null): string {
  if (amount === null) return 'unknown amount';
  return [currency, whole.format(amount)].filter((part) => part !== null).join(' ');
}

/** The digits alone; days, hours and shares from 10 % on are whole, the rest keeps a tenth. */
export function digits(value: number, unit: Unit): string {
  if (unit === 'share') return (value > 0 && value < 0.1 ? tenth : whole).format(value * 100);
  return (unit === 'days' || unit === 'hours' ? whole : tenth).format(value);
}

/** "107 to 172"; an end the data does not bound is said so. */
export function intervalWords({ low, high }: Pick<Measure, 'low' | 'high'>, unit: Unit): string {
  if (low !== null && high !== null) return `${digits(low, unit)} to ${digits(high, unit)}`;
  if (low !== null) return `${digits(low, unit)} or more`;
  return high === null ? 'not bounded by the data' : `up to ${digits(high, unit)}`;
}
