import { SourceError } from '../source/source-error.js';
import { type SecretKey, seal, UnknownKey, unseal } from '../warehouse/index.js';

/** What a sealed secret is bound to: opened under another workspace or source it is refused. */
export interface SealedFor {
  key: SecretKey;
  workspaceId: string;
  sourceId: string;
}

/** Where the credentials of a source are sealed for. */
export const credentialsPlace = (workspaceId: string, sourceId: string) => [workspaceId, sourceId, 'credentials'];

export function sealCredentials(value: unknown, { key, workspaceId, sourceId }: SealedFor): Buffer {
  return seal(value, key, credentialsPlace(workspaceId, sourceId));
}

/** Undoes `sealCredentials`. Throws a SourceError with the next step when the key is another one or the bytes belong to another source. */
export function openCredentials(sealed: Buffer, { key, workspaceId, sourceId }: SealedFor): unknown {
  try {
    return unseal(sealed, key, credentialsPlace(workspaceId, sourceId));
  } catch (cause) {
    const message =
      cause instanceof UnknownKey
        ? `The credentials of source ${sourceId} were sealed with another key. Restore the key, or enter the credentials again.`
        : `The credentials of source ${sourceId} cannot be opened. Enter them again.`;
    throw new SourceError('credentials', message, { cause });
  }
}
