import { type SalesforceRecord, text } from './salesforce-record.js';

interface Wanted {
  /** Dimension to field. */
  mapped: Record<string, string>;
  /** Fields that already say something else. */
  spoken: string[];
  /** Whether custom picklists that nobody mapped are dimensions too. */
  custom: boolean;
}

/** Dimension to value, without the unset ones. Of custom fields only mapped ones and picklists are ever asked for. */
export function dimensions(record: SalesforceRecord, { mapped, spoken, custom }: Wanted): Record<string, string> {
  const named = new Set([...Object.values(mapped), ...spoken]);
  const unmapped = custom
    ? Object.keys(record).filter((name) => name.endsWith('__c') && !named.has(name) && !(dimensionOf(name) in mapped))
    : [];
  const fields = [...unmapped.map((name) => [dimensionOf(name), name]), ...Object.entries(mapped)];
  const pairs = fields.map(([dimension, name = '']) => [dimension, text(record, name)]);
  return Object.fromEntries(pairs.filter(([, value]) => value !== null));
}

/** 'Sales_Region__c' is 'sales-region'. A packaged field keeps its package's name. */
export const dimensionOf = (name: string): string =>
  name
    .replace(/__c$/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/_+/g, '-')
    .toLowerCase();
