export type FieldType =
  | 'id'
  | 'string'
  | 'textarea'
  | 'picklist'
  | 'email'
  | 'url'
  | 'reference'
  | 'boolean'
  | 'datetime'
  | 'date'
  | 'currency'
  | 'double'
  | 'int'
  | 'anyType'
  | 'address';

export interface SobjectField {
  name: string;
  type: FieldType;
  custom: boolean;
  /** A formula or a roll-up. */
  calculated: boolean;
  /** False for what SOQL may not put in a WHERE. */
  filterable: boolean;
  sortable: boolean;
  /** 'CreatedBy' of 'CreatedById', and the object behind it. */
  relation: { name: string; sobject: string } | null;
}

export type Value = string | number | boolean | null;

/** A record by field name. Date-times are milliseconds since 1970, whole seconds; they get their form when they are sent. */
export type Row = Record<string, Value> & { Id: string };

export interface Sobject {
  name: string;
  fields: SobjectField[];
  /** In the order of their ids. */
  rows(): Row[];
  /** Ids that neither bin nor query knows any more, with the moment. */
  purged: Map<string, number>;
  /** False for what only plain questions can read. */
  bulk: boolean;
}

/** Every object of an org, by its name in lower case: SOQL does not mind case. */
export type OrgObjects = Map<string, Sobject>;

export const fieldOf = (sobject: Sobject, name: string): SobjectField | null =>
  sobject.fields.find((field) => field.name.toLowerCase() === name.toLowerCase()) ?? null;
