import type { Rows } from '../source.js';
import type { HubspotClient } from './client.js';
import type { CrmObject } from './crm-object.js';
import type { HubspotSettings } from './settings.js';

/** What streams of one HubSpot account share. */
export interface Hubspot {
  client: HubspotClient;
  settings: HubspotSettings;
  now: () => Date;
}

/** One type of CRM object: what to ask for, and what it becomes. */
export interface CrmStream {
  type: string;
  /** The type's number in the addresses of records. */
  typeId: string;
  /** Property that holds the time of change; 'hs_lastmodifieddate' unless said. */
  changed?: string;
  properties: string[];
  /** Those of them whose earlier values are needed. */
  history: string[];
  /** Types whose associations belong to the record. */
  associated: string[];
  /** Adds to the records what else must be read with them. */
  joined?(reading: Reading, records: unknown[]): Promise<unknown[]>;
  toRows(object: CrmObject): Rows[];
}

/** One pass over one type. */
export interface Reading extends Hubspot {
  declared: CrmStream;
  signal: AbortSignal;
}
