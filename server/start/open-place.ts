import { type Keyring, ringOf } from '../../etl/warehouse/index.js';
import { shareEmbedded } from './embedded.js';
import { openFolder } from './folder.js';
import { readKeys } from './keys.js';
import { loginsOf } from './logins.js';
import type { Settings } from './settings.js';

/** A database that has been started, if it is ours to start, and nothing more. */
export interface Place {
  /** Of the owner of the tables. */
  ownerUrl: string;
  keys: Keyring;
  close(): Promise<void>;
}

export async function openPlace(settings: Settings): Promise<Place> {
  await openFolder(settings.dataDirectory);
  const { secretKey } = await readKeys(settings.dataDirectory, settings);
  const embedded = settings.databaseUrl ? null : await shareEmbedded(settings.dataDirectory);
  const { ownerUrl } = loginsOf(embedded ? { embeddedUrl: embedded.url } : settings);
  return { ownerUrl, keys: ringOf(secretKey), close: async () => embedded?.release() };
}
