import { access, constants, mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Makes the data directory and the folders above it. Throws with the next step when it cannot be written. */
export async function openFolder(directory: string): Promise<void> {
  try {
    await make(directory);
    await access(directory, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new Error(`The folder ${directory} cannot be written. Set BATON_DATA_DIR to one that can.`, { cause });
  }
}

/** Not mkdir's own `recursive`: where a file system makes no folders, as in /proc, it tries for ever. */
async function make(directory: string): Promise<void> {
  const there = await stat(directory).catch(() => null);
  if (there) {
    if (!there.isDirectory()) throw new Error(`${directory} is not a folder`);
    return;
  }
  await make(dirname(directory));
  await mkdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}
