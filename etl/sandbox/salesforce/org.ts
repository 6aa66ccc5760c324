import { NOT_BULK, SCHEMA } from './schema.js';
import type { OrgObjects, Row, SobjectField } from './sobject.js';

/** What an org holds, by object; asked anew with every question. */
export type Holdings = () => Map<string, Row[]>;

export interface Org {
  objects: OrgObjects;
  /** Deletes without a trace but for the list of deletions, as the API's hard delete does, or an emptied recycle bin. */
  purge(sobject: string, id: string, at: Date): void;
}

/** An org with the fields of the sample schema, less those that are named ('Account.CSM__c'); `wide` are more fields of accounts. */
export function orgOf(holdings: Holdings, { without = [] as string[], wide = [] as string[] } = {}): Org {
  const purged = new Map(Object.keys(SCHEMA).map((name) => [name, new Map<string, number>()]));
  const more = Object.fromEntries(wide.map((name, place) => [name, `wide ${place}`]));
  const objects: OrgObjects = new Map();
  for (const [name, fields] of Object.entries(SCHEMA)) {
    if (without.includes(name)) continue;
    const gone = purged.get(name) ?? new Map<string, number>();
    objects.set(name.toLowerCase(), {
      name,
      fields: [...fields, ...(name === 'Account' ? wide.map(wideField) : [])].filter((field) => !without.includes(`${name}.${field.name}`)),
      rows: () =>
        (holdings().get(name) ?? []).filter((row) => !gone.has(row.Id)).map((row) => ({ ...row, ...(name === 'Account' ? more : {}) })),
      purged: gone,
      bulk: !NOT_BULK.has(name),
    });
  }
  return { objects, purge: (sobject, id, at) => purged.get(sobject)?.set(id, Math.floor(at.getTime() / 1000) * 1000) };
}

const wideField = (name: string): SobjectField => ({
  name,
  type: 'string',
  custom: true,
  calculated: false,
  filterable: true,
  sortable: true,
  relation: null,
});
