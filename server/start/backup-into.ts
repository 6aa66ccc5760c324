import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { keyIdOf, ringOf } from '../../etl/warehouse/index.js';
import { makeBackup } from '../backup/make-backup.js';
import type { Keys } from './keys.js';
import { say } from './say.js';

/** Makes a backup in a folder, named after the moment; undefined where no folder is given. A backup that fails stops the upgrade. */
export function backupInto(folder: string | undefined, { secretKey }: Keys): ((ownerUrl: string) => Promise<void>) | undefined {
  if (folder === undefined) return undefined;
  return async (url) => {
    const now = new Date();
    const file = join(folder, `before-upgrade-${now.toISOString().replaceAll(':', '')}.backup`);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const keyId = keyIdOf(ringOf(secretKey).current()).toString('hex');
    await makeBackup({ url, file, keyId, now }).catch((cause: Error) => {
      throw new Error(`The backup before the upgrade could not be made, so nothing was changed: ${cause.message}`, { cause });
    });
    say(`A backup of the older version is in ${file}.`);
  };
}
