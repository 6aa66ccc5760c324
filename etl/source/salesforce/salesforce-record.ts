import { z } from 'zod';
import { instant } from '../instant.js';

/** A record as it is stored: what was asked for by field name, the same whether it came as JSON or as CSV. */
export const wireRecord = z
  .object({ Id: z.string().regex(/^[a-zA-Z0-9]{18}$/, 'is no Salesforce id') })
  .catchall(z.union([z.string(), z.number(), z.boolean(), z.null()]));

export type SalesforceRecord = z.output<typeof wireRecord>;

/** Text of any field; null when it is unset or was not asked for. */
export function text(record: SalesforceRecord, name: string): string | null {
  const value = record[name];
  return value === undefined || value === null || value === '' ? null : String(value);
}

export const flag = (record: SalesforceRecord, name: string): boolean => record[name] === true;

/** A date-time, or a date at its midnight in UTC; null when unset. Throws when it is no time. */
export function moment(record: SalesforceRecord, name: string): Date | null {
  const value = text(record, name);
  if (value === null) return null;
  try {
    return instant(value);
  } catch (cause) {
    throw new Error(`${name}: ${(cause as Error).message}`, { cause });
  }
}

/** The last second of a day in UTC: what is due on a day is not late before the day is over. */
export function endOfDay(record: SalesforceRecord, name: string): Date | null {
  const day = moment(record, name);
  return day && new Date(day.getTime() + 86_399_000);
}

/** A number as decimal text; null when unset. Throws when it is no number. */
export function decimal(record: SalesforceRecord, name: string): string | null {
  const value = text(record, name);
  if (value === null) return null;
  if (!/^-?\d{1,30}([.]\d{1,20})?$/.test(value)) throw new Error(`${name}: "${value.slice(0, 40)}" is not a number`);
  return value;
}

/** When it last changed, by the most honest stamp it has. */
export const changedAt = (record: SalesforceRecord): Date | null =>
  moment(record, 'SystemModstamp') ?? moment(record, 'LastModifiedDate') ?? moment(record, 'CreatedDate');

/** What kind of record an id of any kind names; null for another kind. */
export function idOfKind(id: string | null, prefix: '001' | '003' | '005' | '006' | '500'): string | null {
  return id?.startsWith(prefix) ? id : null;
}
