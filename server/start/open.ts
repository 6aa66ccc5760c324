import type { Logger } from 'pino';
import { Clock } from '../http/clock.js';
import { createLog } from '../http/log.js';
import { backupInto } from './backup-into.js';
import { checkKey } from './check-key.js';
import { type OpenDatabase, openDatabase } from './database.js';
import { openFolder } from './folder.js';
import { type Keys, readKeys } from './keys.js';
import type { Settings } from './settings.js';

/** What every command stands on: folder, keys, a migrated database. */
export interface Ground extends OpenDatabase {
  settings: Settings;
  keys: Keys;
  clock: Clock;
  log: Logger;
}

/** Opens it. Throws one sentence with the next step when something is missing. */
export async function openGround(settings: Settings): Promise<Ground> {
  await openFolder(settings.dataDirectory);
  const keys = await readKeys(settings.dataDirectory, settings);
  const opened = await openDatabase({ ...settings, beforeUpgrade: backupInto(settings.backupBeforeUpgrade, keys) });
  const clock = new Clock();
  try {
    await checkKey(opened.db, keys.secretKey, clock.now());
  } catch (error) {
    await opened.close();
    throw error;
  }
  return { ...opened, settings, keys, clock, log: createLog(settings.log) };
}
