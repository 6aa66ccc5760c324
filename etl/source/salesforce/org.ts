import type { Clock } from '../clock.js';
import type { SalesforceClient } from './client.js';
import type { SalesforceSettings } from './settings.js';

/** What streams of one org share. */
export interface Salesforce {
  client: SalesforceClient;
  settings: SalesforceSettings;
  now: () => Date;
  /** By which a bulk job is waited for. */
  clock?: Clock;
}
