import type { Clock } from '../clock.js';
import type { IntercomClient } from './client.js';
import type { IntercomSettings } from './settings.js';

/** What streams of one Intercom workspace share. */
export interface Intercom {
  client: IntercomClient;
  settings: IntercomSettings;
  now: () => Date;
  clock: Clock;
}

const HOST = { us: 'app', eu: 'app.eu', au: 'app.au' } as const;

/** Where a teammate sees the record; null while the workspace is not known. */
export const inboxPage = ({ settings }: Intercom, workspace: string | null | undefined, path: string): string | null =>
  workspace ? `https://${HOST[settings.region]}.intercom.com/a/apps/${encodeURIComponent(workspace)}/${path}` : null;
